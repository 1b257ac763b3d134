import { describe, expect, test } from 'vitest';
import { deleteCoupon, revokeCoupon, updateCoupon } from '../../src/coupons/actions.js';
import { isFailure, type Failure } from '../../src/lib/outcome.js';
import { formatAmount, type Money } from '../../src/lib/money.js';
import type { Scope } from '../../src/platform/scope.js';
import { confirmReservation } from '../../src/reservations/actions.js';
import { quoteReturnOf } from '../../src/returns/actions.js';
import { cart, checkout, fixed, gbp, giftCard, order, percent, sum, told } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';
import { openMall, refusal, whyNot } from './shop.js';

// A question for an order that has something already is answered as using the code for it would be.

const openShop = await openMall();
type Shop = Awaited<ReturnType<typeof openShop>>;

/** All that is said of what a code is worth, or why it is worth nothing. */
function answer(outcome: Failure | { readonly remaining: object; readonly discount: Money }) {
  if (isFailure(outcome)) return outcome;
  const { couponId, subtotal, discount, total, lines, freeShipping, shippingDiscount, reward } =
    outcome as never as Record<string, unknown>;
  const { remaining, overruns, taxBasis } = outcome as never as Record<string, unknown>;
  return {
    ...{ couponId, subtotal, discount, total, lines, freeShipping, shippingDiscount, reward },
    ...{ remaining, overruns, taxBasis },
  };
}

/** Asks what a code is worth, by itself and as one of several, uses it, and tells the answers, which are one. */
async function answered(shop: Shop, code: string, fields: object, by: Scope = shop.scope): Promise<string> {
  const question = { order: sum('100'), ...fields };
  const validated = await shop.validate(code, question, by);
  const { codes } = succeeded(await shop.validateAll([code], question, by));
  const applied = await shop.apply(code, question, by);
  expect(answer(validated)).toEqual(answer(applied));
  const [{ valuation, reasons }] = codes as [(typeof codes)[0]];
  expect(answer(valuation ?? reasons[0]!)).toEqual(answer(applied));
  return told(applied);
}

const reference = order('o1');

describe('Given an order of alice’s', () => {
  const alices = { reference, customerId: 'alice' };
  const tokenOf = (shop: Shop, id: string): Scope => ({ ...shop.scope, actor: { kind: 'USER', id } });

  async function given(fields: object = {}) {
    const shop = await openShop();
    await shop.coupon('TEN', fields);
    await shop.coupon('FIVE', { discount: fixed('5') });
    const redemption = succeeded(await shop.apply('TEN', alices));
    return { shop, redemption, bob: tokenOf(shop, 'bob') };
  }

  test.each(['TEN', 'FIVE'])('when bob’s token names it for %s, then there is a conflict', async (code) => {
    const { shop, redemption, bob } = await given();
    const bobs = { reference, customerId: 'bob' };

    expect(await answered(shop, code, bobs, bob)).toBe('CouponConflict');
    expect(await shop.apply(code, bobs, bob)).toMatchObject({ conflicts: [] });
    expect(await shop.applyAll([code], { ...bobs, order: sum('100') }, bob)).toMatchObject({
      failure: 'ReferenceAlreadyRedeemed',
    });
    expect(succeeded(await quoteReturnOf(shop.scope, redemption.id, {}))).toMatchObject({
      refund: { minor: 9_000n },
    });
  });

  test('when bob’s token reserves for it, or has what it holds become a part of it, then both are refused', async () => {
    const { shop, bob } = await given();
    const bobs = { order: sum('100'), customerId: 'bob' };

    expect(await shop.reserve('', ['FIVE'], { ...bobs, reference }, bob)).toMatchObject({
      failure: 'ReservationRefused',
    });
    const held = succeeded(await shop.reserve('bobs', ['FIVE'], bobs, bob));
    await expect(confirmReservation(bob, { id: held.reservation.id, reference })).rejects.toThrow(
      'This order is another customer’s.',
    );
    succeeded(await confirmReservation(bob, { id: held.reservation.id, reference: order('bobs') }));
  });

  test('when alice’s own token names it, or a key does, then it is used as ever', async () => {
    const { shop } = await given();
    const alice = tokenOf(shop, 'alice');

    expect(told(await shop.apply('FIVE', alices, alice))).toBe('5.00');
    const another = { reference: order('o2') };
    succeeded(await shop.apply('TEN', another));
    expect(told(await shop.apply('FIVE', { ...another, customerId: 'alice' }, alice))).toBe('5.00');
    expect(told(await shop.apply('TEN', { reference, customerId: 'bob' }))).toBe('ReferenceAlreadyRedeemed');
  });

  test('when nobody can use the code, then that is said first', async () => {
    const { shop, bob } = await given();
    await shop.coupon('GONE', { validUntil: new Date('2026-01-01T00:00:00.000Z') });

    expect(await answered(shop, 'GONE', { reference, customerId: 'bob' }, bob)).toBe('CouponExpired');
  });
});

test('Given an order that has something, when no code is sent, then asking and using are refused alike', async () => {
  const shop = await openShop();
  await shop.coupon('TEN');
  await shop.automatic('AUTO', { discount: fixed('1') });
  const before = { reference, order: sum('100') };
  expect(succeeded(await shop.previewAll([], before)).combination.discountMinor).toBe(100n);
  const { id: redemptionId } = succeeded(await shop.apply('TEN', { reference }));

  const refused = { failure: 'ReferenceAlreadyRedeemed', couponCode: 'TEN', redemptionId };
  expect(await shop.previewAll([], before)).toMatchObject(refused);
  expect(await shop.applyAll([], before)).toMatchObject(refused);

  const another = { ...before, reference: order('o2') };
  succeeded(await shop.applyAll([], another));
  expect(succeeded(await shop.previewAll([], another)).combination.discountMinor).toBe(100n);
});

describe('Given an order that has used a code for 100.00', () => {
  async function given(fields: object = {}, used: object = {}) {
    const shop = await openShop();
    const ten = await shop.coupon('TEN', fields);
    const redemption = succeeded(await shop.apply('TEN', { reference, ...used }));
    return { shop, ten, redemption };
  }

  test.each<[string, object, object, object, string]>([
    ['the same', {}, {}, {}, '10.00'],
    ['the same, written otherwise', {}, {}, { code: 'ten', order: sum('100.00') }, '10.00'],
    ['the same of its last use', { maxUses: 1 }, {}, {}, '10.00'],
    ['the same of its last use by the customer', { perCustomerLimit: 1 }, {}, {}, '10.00'],
    ['the same, and it was used with metadata', {}, { metadata: { till: 3, by: 'ann' } }, {}, '10.00'],
    ['the same of a gift card', { discount: giftCard('30') }, {}, {}, '30.00'],
    ['another sum', {}, {}, { order: sum('50') }, 'ReferenceAlreadyRedeemed'],
    ['another customer', {}, {}, { customerId: 'bob' }, 'ReferenceAlreadyRedeemed'],
    ['another channel', {}, {}, { channel: 'app' }, 'ReferenceAlreadyRedeemed'],
    ['a checkout of the same name', {}, {}, { reference: checkout('o1') }, '10.00'],
    ['another order', {}, {}, { reference: order('o2') }, '10.00'],
    [
      'another order, after the last use',
      { maxUses: 1 },
      {},
      { reference: order('o2') },
      'UsageLimitReached',
    ],
  ])(
    'when it is asked for %s, then the answer is one and the same',
    async (_, fields, used, asked, expected) => {
      const { shop } = await given(fields, { customerId: 'ann', ...used });
      const { code = 'TEN', ...rest } = { reference, customerId: 'ann', ...asked } as { code?: string };
      const metadata = 'metadata' in used ? used : {};

      const validated = await shop.validate(code, rest);
      const applied = await shop.apply(code, { ...rest, ...metadata });

      expect(answer(validated)).toEqual(answer(applied));
      expect(told(applied)).toBe(expected);
    },
  );

  test.each<[string, (it: Awaited<ReturnType<typeof given>>) => Promise<unknown>, string, string]>([
    [
      'takes off more since',
      ({ shop, ten }) =>
        updateCoupon(shop.scope, { id: ten.id, version: 1, patch: { discount: percent('20') } }),
      '10.00',
      'ReferenceAlreadyRedeemed',
    ],
    ['is revoked', ({ shop, ten }) => revokeCoupon(shop.scope, { id: ten.id }), '10.00', 'CouponRevoked'],
    [
      'is for larger orders since',
      ({ shop, ten }) =>
        updateCoupon(shop.scope, { id: ten.id, version: 1, patch: { minimumOrder: gbp('500') } }),
      '10.00',
      'ReferenceAlreadyRedeemed',
    ],
    [
      'is deleted',
      ({ shop, ten }) => deleteCoupon(shop.scope, { id: ten.id }),
      'CouponNotFound',
      'CouponNotFound',
    ],
    ['was given back', ({ shop, redemption }) => shop.giveBack(redemption.id), '10.00', '5.00'],
  ])(
    'when it %s, then the same is answered as before, and anything else refused',
    async (_, happens, same, other) => {
      const it = await given();
      succeeded(await happens(it));
      const { shop } = it;

      expect(told(await shop.validate('TEN', { reference, order: sum('50') }))).toBe(other);
      const { codes } = succeeded(await shop.validateAll(['TEN'], { reference, order: sum('50') }));
      expect(codes.map(({ valuation, reasons }) => told(valuation ?? reasons[0]!))).toEqual([other]);
      if (other !== '5.00')
        expect(told(await shop.apply('TEN', { reference, order: sum('50') }))).toBe(other);
      expect(await answered(shop, 'TEN', { reference })).toBe(same);
    },
  );

  test('when a part of it was given back, then the same is answered as before', async () => {
    const bought = { reference, order: cart({ TEE: [2, '50.00'] }) };
    const { shop, redemption } = await given({}, bought);
    succeeded(await shop.giveBack(redemption.id, { lines: [{ lineId: 'TEE', quantity: 1 }] }));

    expect(await answered(shop, 'TEN', bought)).toBe('10.00');
    expect(await answered(shop, 'TEN', { reference, order: cart({ TEE: [1, '50.00'] }) })).toBe(
      'ReferenceAlreadyRedeemed',
    );
  });

  test('when it is asked for beside another, then each alone is what using it is answered with', async () => {
    const { shop } = await given();
    await shop.coupon('FIVE', { discount: fixed('5') });
    const question = { reference, order: sum('100') };

    const { codes, together } = succeeded(await shop.validateAll(['TEN', 'FIVE'], question));

    expect(codes.map(({ valuation }) => formatAmount(valuation!.discount))).toEqual(['10.00', '5.00']);
    expect(together.rejected.map(whyNot)).toEqual([
      'TEN: ReferenceAlreadyRedeemed',
      'FIVE: ReferenceAlreadyRedeemed',
    ]);
    expect(await answered(shop, 'TEN', { reference })).toBe('10.00');
    expect(await answered(shop, 'FIVE', { reference })).toBe('5.00');
    expect(refusal(await shop.applyAll(['TEN', 'FIVE'], question))).toBe('ReferenceAlreadyRedeemed');
  });

  test('when it is asked for beside one that it excludes, then that one is refused, as it is alone', async () => {
    const { shop } = await given({ stacking: { isExclusive: true } });
    await shop.coupon('FIVE', { discount: fixed('5') });

    const { codes } = succeeded(await shop.validateAll(['TEN', 'FIVE'], { reference, order: sum('100') }));

    expect(codes.map((one) => (one.valuation ? told(one.valuation) : whyNot(one)))).toEqual([
      '10.00',
      'FIVE: CouponConflict',
    ]);
    expect(await answered(shop, 'FIVE', { reference })).toBe('CouponConflict');
  });

  test('when its worth is asked, then the database is asked once, as without an order', async () => {
    const { shop } = await given();
    const asked: unknown[] = [];
    const db = new Proxy(shop.scope.db, {
      get(target, name) {
        asked.push(name);
        const value: unknown = Reflect.get(target, name);
        // What it does by itself is done by the real one.
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const by = { ...shop.scope, db };

    expect(told(await shop.validate('TEN', {}, by))).toBe('10.00');
    expect(told(await shop.validate('TEN', { reference }, by))).toBe('10.00');
    expect(told(await shop.validate('TEN', { reference, order: sum('1') }, by))).toBe(
      'ReferenceAlreadyRedeemed',
    );
    expect(asked).toEqual(['$queryRaw', '$queryRaw', '$queryRaw']);
  });
});

describe('Given an order whose promotions were applied', () => {
  test('when one code is asked for alone, then it is refused, as using it alone is', async () => {
    const shop = await openShop();
    await shop.coupon('TEN');
    succeeded(await shop.applyAll(['TEN'], { reference, order: sum('100') }));

    expect(told(await shop.validate('TEN', { reference }))).toBe('ReferenceAlreadyRedeemed');
    expect(told(await shop.apply('TEN', { reference }))).toBe('ReferenceAlreadyRedeemed');
  });

  test('when its codes are asked for and one is deleted, then it is worth what it took off, as in a repeat', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('TEN');
    succeeded(await shop.applyAll(['TEN'], { reference }));
    succeeded(await deleteCoupon(shop.scope, { id }));

    const { codes, together } = succeeded(await shop.validateAll(['ten'], { reference }));

    expect(codes.map(({ valuation }) => told(valuation!))).toEqual(['10.00']);
    expect(together.combination.applied.map(({ valuation }) => told(valuation))).toEqual(['10.00']);
    expect(succeeded(await shop.applyAll(['ten'], { reference })).redemptions.map(told)).toEqual(['10.00']);
  });
});

describe('Given a checkout that has reserved a code', () => {
  const one = { reference: checkout('c1') };

  async function given(fields: object = {}, held: object = {}) {
    const shop = await openShop();
    const ten = await shop.coupon('TEN', fields);
    const { reservation } = succeeded(await shop.reserve('c1', ['TEN'], held));
    return { shop, ten, reservation };
  }

  /** The same of all codes together: what is seen is what is used. */
  async function together(shop: Shop, fields: object = {}): Promise<string> {
    const question = { ...one, order: sum('100'), ...fields };
    const { combination, rejected } = succeeded(await shop.previewAll(['TEN'], question));
    const applied = await shop.applyAll(['TEN'], question);
    if (!isFailure(applied)) {
      expect(applied.redemptions.map(told)).toEqual(
        combination.applied.map(({ valuation }) => told(valuation)),
      );
    } else if (applied.failure === 'PromotionsRefused') {
      expect(rejected).toMatchObject(applied.rejected.map(({ code, reasons }) => ({ code, reasons })));
    }
    return isFailure(applied) ? String(refusal(applied)) : applied.redemptions.map(told).join();
  }

  test.each<[string, object, object, string]>([
    ['the last use', { maxUses: 1 }, {}, '10.00'],
    ['all of a gift card', { discount: giftCard('100') }, {}, '100.00'],
    ['the last use, and asks for another order', { maxUses: 1 }, { order: sum('50') }, '5.00'],
  ])('when it has %s, then it is decided anew', async (_, fields, asked, expected) => {
    expect(await answered((await given(fields)).shop, 'TEN', { ...one, ...asked })).toBe(expected);
    expect(await together((await given(fields)).shop, asked)).toBe(expected);
  });

  test('when the coupon takes off more since, then that counts where it is used, as it is not what is confirmed', async () => {
    const { shop, ten } = await given();
    succeeded(await updateCoupon(shop.scope, { id: ten.id, version: 1, patch: { discount: percent('20') } }));

    expect(await answered(shop, 'TEN', one)).toBe('20.00');
  });

  test('when the coupon is in a campaign since, then what is held under none stays in the way', async () => {
    for (const ask of [(shop: Shop) => answered(shop, 'TEN', one), together]) {
      const { shop, ten } = await given();
      const { id: campaignId } = await shop.campaign();
      succeeded(await updateCoupon(shop.scope, { id: ten.id, version: 1, patch: { campaignId } }));

      expect(await ask(shop)).toContain('ReferenceAlreadyRedeemed');
    }
  });

  test('when another user’s token names it, then it makes no room', async () => {
    const { shop } = await given({ maxUses: 2 }, { customerId: 'alice' });
    const bob: Scope = { ...shop.scope, actor: { kind: 'USER', id: 'bob' } };
    const asBob = { ...one, customerId: 'bob' };

    expect(await answered(shop, 'TEN', asBob, bob)).toBe('CouponConflict');
    const question = { ...asBob, order: sum('100') };
    const { rejected } = succeeded(await shop.previewAll(['TEN'], question, bob));
    expect(rejected.map(whyNot)).toEqual(['TEN: CouponConflict']);
    expect(refusal(await shop.applyAll(['TEN'], question, bob))).toEqual(['TEN: CouponConflict']);
    expect(await answered(shop, 'TEN', { ...one, customerId: 'alice' })).toBe('10.00');
  });

  test.each<[string, object | null]>([
    ['itself', null],
    ['an order', order('o1')],
  ])('when it was confirmed as %s, then using the code again is refused under either name', async (_, as) => {
    const { shop, reservation } = await given();
    succeeded(await confirmReservation(shop.scope, { id: reservation.id, reference: as }));

    for (const reference of [checkout('c1'), as ?? checkout('c1')]) {
      expect(await answered(shop, 'TEN', { reference })).toBe('ReferenceAlreadyRedeemed');
      expect(await together(shop, { reference })).toContain('ReferenceAlreadyRedeemed');
    }
  });

  test('when it asks for another beside the one that it has, then each alone must get along with what it has', async () => {
    const { shop } = await given({ stacking: { group: 'welcome' } });
    await shop.coupon('FIVE', { discount: fixed('5'), stacking: { group: 'welcome' } });

    const { codes } = succeeded(await shop.validateAll(['TEN', 'FIVE'], { ...one, order: sum('100') }));

    expect(codes.map((each) => (each.valuation ? told(each.valuation) : whyNot(each)))).toEqual([
      '10.00',
      'FIVE: CouponConflict',
    ]);
    expect(await answered(shop, 'FIVE', one)).toBe('CouponConflict');
  });
});
