import { describe, expect, test } from 'vitest';
import { deleteCoupon, findCoupon, updateCoupon } from '../../src/coupons/actions.js';
import { isFailure, type Failure } from '../../src/lib/outcome.js';
import { applyPromotions, previewPromotions, validateCoupons } from '../../src/promotions/actions.js';
import { applyCoupons } from '../../src/redemptions/actions.js';
import { confirmReservation, releaseReservation } from '../../src/reservations/actions.js';
import { succeeded } from '../testkit/outcome.js';
import { checkout, giftCard, openTown, order, sum, told } from './shop.js';

const openTownShop = await openTown();

const exclusive = { stacking: { isExclusive: true } };
const grouped = { stacking: { group: 'welcome' } };
const onlyWith = (...codes: string[]) => ({ stacking: { combinableWith: { codes, groups: [] } } });

async function openShop() {
  const shop = await openTownShop();
  const { scope, validate, apply } = shop;
  return {
    ...shop,
    /** Asks what a code is worth for an order, uses it, and tells both answers, which are one. */
    async use(code: string, reference = order('o1'), fields: object = {}): Promise<string> {
      const validated = told(await validate(code, { reference, ...fields }));
      const applied = told(await apply(code, { reference, ...fields }));
      expect(validated).toBe(applied);
      return applied;
    },
    async usesOf(id: string): Promise<number> {
      return (await findCoupon(scope, id))!.usesCount;
    },
  };
}

/** Why each of the codes was not reserved. */
const refusals = (outcome: object): string[] =>
  'refusals' in outcome ? (outcome.refusals as Failure[]).map(({ failure }) => failure) : [];

describe('given two codes that are used for one order by requests of their own', () => {
  test.each<[string, string, object, object]>([
    ['say nothing of each other', '10.00', {}, {}],
    ['of which the first is exclusive', 'CouponConflict', exclusive, {}],
    ['of which the second is exclusive', 'CouponConflict', {}, exclusive],
    ['are of one group', 'CouponConflict', grouped, grouped],
    ['are of two groups', '10.00', grouped, { stacking: { group: 'other' } }],
    ['of which the first may be used with the second', '10.00', onlyWith('B'), {}],
    ['of which the first may be used with nobody', 'CouponConflict', onlyWith(), {}],
    ['of which the second may be used with somebody else', 'CouponConflict', {}, onlyWith('C')],
    ['of which the second may be used with the first', '10.00', {}, onlyWith('A')],
    ['of which the second is a gift card', '30.00', exclusive, { discount: giftCard('30') }],
    ['of which the first is a gift card', '10.00', { discount: giftCard('30') }, exclusive],
    ['of which a gift card is exclusive', 'CouponConflict', { discount: giftCard('30'), ...exclusive }, {}],
  ])('that %s, then the second is answered with %s', async (_, expected, ofA, ofB) => {
    const { coupon, use, usesOf } = await openShop();
    await coupon('A', ofA);
    const { id } = await coupon('B', ofB);
    expect(await use('A')).not.toBe('CouponConflict');

    expect(await use('B')).toBe(expected);

    expect(await usesOf(id)).toBe(expected === 'CouponConflict' ? 0 : 1);
  });

  test('when the second is refused, then the answer says which stands in its way, by which redemption, and why', async () => {
    const { coupon, apply } = await openShop();
    const a = await coupon('A', exclusive);
    await coupon('B');
    const { id: redemptionId } = succeeded(await apply('A', { reference: order('o1') }));

    expect(await apply('B', { reference: order('o1') })).toEqual({
      failure: 'CouponConflict',
      couponCode: 'B',
      message: 'The coupon "B" cannot be used together with "A": "A" is exclusive.',
      conflicts: [
        {
          ...{
            cause: 'EXCLUSIVE',
            couponId: a.id,
            couponCode: 'A',
            group: null,
            statedBy: 'A',
            redemptionId,
          },
          message: 'The coupon "B" cannot be used together with "A": "A" is exclusive.',
        },
      ],
    });
  });

  test('when it would be refused by itself as well, then that is said', async () => {
    const { coupon, use } = await openShop();
    await coupon('A', exclusive);
    await coupon('B', { minimumOrder: { amount: '200', currency: 'GBP' } });
    await use('A');

    expect(await use('B')).toBe('MinimumOrderNotMet');
  });

  test('when the first is sent again, then that is a repeat, also if the terms have changed since', async () => {
    const { scope, coupon, apply, use, usesOf } = await openShop();
    const { id, version } = await coupon('A');
    await coupon('B');
    const first = await apply('A', { reference: order('o1') });
    await use('B');
    succeeded(await updateCoupon(scope, { id, version, patch: { stacking: { isExclusive: true } } }));

    expect(await apply('A', { reference: order('o1') })).toEqual(first);
    expect(await use('A')).toBe('10.00');
    expect(await usesOf(id)).toBe(1);
  });

  test('when the first was given back, then it is in nobody’s way', async () => {
    const { coupon, apply, use, giveBack } = await openShop();
    await coupon('A', exclusive);
    await coupon('B');
    const { id } = succeeded(await apply('A', { reference: order('o1') }));
    succeeded(await giveBack(id));

    expect(await use('B')).toBe('10.00');
    expect(await use('A')).toBe('CouponConflict');
  });

  test.each([
    ['another order', order('o2')],
    ['a checkout of the same name', checkout('o1')],
  ])('when the second is for %s, then it is used', async (_, reference) => {
    const { coupon, use } = await openShop();
    await coupon('A', exclusive);
    await coupon('B', exclusive);
    await use('A');

    expect(await use('B', reference)).toBe('10.00');
  });

  test('when they say for no order, then both are used', async () => {
    const { coupon, apply } = await openShop();
    await coupon('A', exclusive);
    await coupon('B', exclusive);

    expect(told(await apply('A'))).toBe('10.00');
    expect(told(await apply('B'))).toBe('10.00');
  });

  test('when the terms of the first are changed in between, then those count that hold now', async () => {
    const { scope, coupon, use } = await openShop();
    const { id, version } = await coupon('A');
    await coupon('B');
    await coupon('C');
    await use('A');
    expect(await use('B')).toBe('10.00');

    succeeded(await updateCoupon(scope, { id, version, patch: { stacking: { isExclusive: true } } }));

    expect(await use('C')).toBe('CouponConflict');
  });

  test('when the first was deleted after its use, then its terms still hold', async () => {
    const { scope, coupon, use } = await openShop();
    const { id } = await coupon('A', exclusive);
    await coupon('B');
    await use('A');
    succeeded(await deleteCoupon(scope, { id }));

    expect(await use('B')).toBe('CouponConflict');
  });
});

test('given items of one request for one order, when they do not get along, then the later one is refused', async () => {
  const { scope, coupon } = await openShop();
  await coupon('A', grouped);
  await coupon('B', grouped);
  await coupon('C');
  const items = ['A', 'B', 'C'].map((code) => ({ code, order: sum('100'), reference: order('o1') }));

  const outcomes = await applyCoupons(scope, { items });

  expect((outcomes as Failure[]).map((outcome) => outcome.failure)).toEqual([
    undefined,
    'CouponConflict',
    undefined,
  ]);
});

describe('given a checkout that holds an exclusive code', () => {
  async function holding() {
    const shop = await openShop();
    await shop.coupon('A', exclusive);
    await shop.coupon('B');
    const { reservation } = succeeded(await shop.reserve('c1', ['A']));
    return { ...shop, reservationId: reservation.id };
  }

  test('when it uses another, then that is refused until what it holds is released', async () => {
    const { scope, use, reservationId } = await holding();
    expect(await use('B', checkout('c1'))).toBe('CouponConflict');

    succeeded(await releaseReservation(scope, { id: reservationId }));

    expect(await use('B', checkout('c1'))).toBe('10.00');
  });

  test('when it uses what it holds, then nothing is in its way', async () => {
    const { use } = await holding();
    expect(await use('A', checkout('c1'))).toBe('10.00');
    expect(await use('B', checkout('c1'))).toBe('CouponConflict');
  });

  test('when it reserves another in its place, then what it held is in nobody’s way', async () => {
    const { reserve } = await holding();
    const { reservation } = succeeded(await reserve('c1', ['B']));
    expect(reservation.status).toBe('ACTIVE');
  });

  test('when the order that it has become uses another, by either name, then that is refused', async () => {
    const { scope, use, reservationId } = await holding();
    succeeded(await confirmReservation(scope, { id: reservationId, reference: order('o1') }));

    expect(await use('B', order('o1'))).toBe('CouponConflict');
    expect(await use('B', checkout('c1'))).toBe('CouponConflict');
  });

  test('when promotions are applied for it, then they are refused as the preview says', async () => {
    const { scope, coupon } = await holding();
    await coupon('AUTO', { trigger: 'AUTOMATIC' });
    const wish = { codes: ['B'], order: sum('100'), reference: checkout('c1') };

    const { combination, rejected } = succeeded(await previewPromotions(scope, wish));
    const { codes } = succeeded(await validateCoupons(scope, wish));
    const applied = await applyPromotions(scope, wish);

    expect(combination.applied).toEqual([]);
    expect(
      rejected.map(({ code, reasons }) => `${code} ${reasons.map(({ failure }) => failure).join()}`),
    ).toEqual(['B CouponConflict', 'AUTO CouponConflict']);
    expect(codes).toMatchObject([{ code: 'B', valuation: null, reasons: [{ failure: 'CouponConflict' }] }]);
    expect(applied).toMatchObject({
      failure: 'PromotionsRefused',
      rejected: [{ code: 'B', reasons: [{ failure: 'CouponConflict' }] }],
    });
  });

  test('when promotions are applied for it with that code, then it is used', async () => {
    const { scope } = await holding();
    const wish = { codes: ['A'], order: sum('100'), reference: checkout('c1') };

    const { combination } = succeeded(await previewPromotions(scope, wish));
    const { redemptions } = succeeded(await applyPromotions(scope, wish));

    expect(combination.applied.map(({ coupon }) => coupon.code)).toEqual(['A']);
    expect(redemptions.map(({ couponCode }) => couponCode)).toEqual(['A']);
  });
});

describe('given a checkout that has used a code', () => {
  test('when it reserves one that does not get along with that, then it is refused', async () => {
    const { coupon, use, reserve } = await openShop();
    await coupon('A', grouped);
    await coupon('B', grouped);
    await coupon('C');
    await use('A', checkout('c1'));

    const outcome = await reserve('c1', ['B', 'C']);

    expect(outcome).toMatchObject({ failure: 'ReservationRefused' });
    expect(refusals(outcome)).toEqual(['CouponConflict']);
  });

  test('when it takes a part, then it holds the others', async () => {
    const { coupon, use, reserve } = await openShop();
    await coupon('A', grouped);
    await coupon('B', grouped);
    await coupon('C');
    await use('A', checkout('c1'));

    const outcome = await reserve('c1', ['B', 'C'], { isPartial: true });

    expect(isFailure(outcome)).toBe(false);
    expect(refusals(outcome)).toEqual(['CouponConflict']);
    expect(await use('C', checkout('c1'))).toBe('10.00');
  });
});
