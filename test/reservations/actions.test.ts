import { describe, expect, test } from 'vitest';
import { deleteCoupon, revokeCoupon } from '../../src/coupons/actions.js';
import { isFailure } from '../../src/lib/outcome.js';
import { applyCoupon } from '../../src/redemptions/actions.js';
import { confirmReservation, findReservation, releaseReservation } from '../../src/reservations/actions.js';
import { expireReservation } from '../../src/reservations/actions/overdue.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import {
  cart,
  checkout,
  fixed,
  gbp,
  giftCard,
  openTown,
  order,
  percent,
  sum,
  told,
} from '../redemptions/shop.js';
import { findHeldBy } from './held-by.js';

const openShop = await openTown();
type Shop = Awaited<ReturnType<typeof openShop>>;

const reserved = async (shop: Shop, id: string, codes: readonly string[], fields: object = {}) =>
  succeeded(await shop.reserve(id, codes, fields)).reservation;
const heldBy = async ({ scope }: Shop, id: string) =>
  (await findHeldBy(scope, id as `reservation_${string}`)).map(
    ({ couponCode, status, discount, reference }) =>
      `${couponCode} ${status} ${discount.minor} ${reference!.id}`,
  );

describe('Given a code with one use', () => {
  test('when a checkout reserves it, then nobody else gets the use, and the checkout itself is not in its way', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('LAST', { maxUses: 1, perCustomerLimit: 1 });
    const ada = { customerId: 'ada' };
    const made = await reserved(shop, 'c1', ['LAST'], ada);

    expect(made).toMatchObject({
      status: 'ACTIVE',
      reference: checkout('c1'),
      expiresAt: new Date('2026-03-02T12:15:00.000Z'),
    });
    expect(await heldBy(shop, made.id)).toEqual(['LAST RESERVED 1000 c1']);
    expect(await shop.standing(id)).toEqual({ uses: 1, left: null });
    expect(told(await shop.apply('LAST', { customerId: 'bob' }))).toBe('UsageLimitReached');
    expect(told(await shop.validate('LAST', { ...ada, reference: checkout('c2') }))).toBe(
      'UsageLimitReached',
    );
    expect(await shop.reserve('c2', ['LAST'], { customerId: 'bob' })).toMatchObject({
      failure: 'ReservationRefused',
      refusals: [{ failure: 'UsageLimitReached', couponCode: 'LAST' }],
    });
    const own = await shop.validate('LAST', { ...ada, reference: checkout('c1') });
    expect(own).toMatchObject({ remaining: { uses: 0, customerUses: 0 } });
  });

  test('when twenty checkouts reserve it at once, then one gets it', async () => {
    const shop = await openShop();
    await shop.coupon('LAST', { maxUses: 1 });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => shop.reserve(`c${index}`, ['LAST'])),
    );

    expect(outcomes.filter((outcome) => !isFailure(outcome))).toHaveLength(1);
  });

  test('when one checkout reserves it many times at once, then all get the same reservation', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('LAST', { maxUses: 1 });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => shop.reserve('c1', ['LAST'])));

    expect(new Set(outcomes.map((outcome) => succeeded(outcome).reservation.id)).size).toBe(1);
    expect(shop.scope.replays.count).toBe(7);
    expect((await shop.standing(id)).uses).toBe(1);
  });
});

describe('Given a checkout that has reserved', () => {
  async function given() {
    const shop = await openShop();
    const first = await shop.coupon('FIRST', { maxUses: 5 });
    const other = await shop.coupon('OTHER', { maxUses: 5 });
    const made = await reserved(shop, 'c1', ['FIRST']);
    return { shop, first, other, made };
  }
  const uses = async ({ shop, first, other }: Awaited<ReturnType<typeof given>>) => [
    (await shop.standing(first.id)).uses,
    (await shop.standing(other.id)).uses,
  ];

  test('when it asks for the same again, then it is told what it has, as a repeat', async () => {
    const it = await given();

    expect((await reserved(it.shop, 'c1', ['FIRST'])).id).toBe(it.made.id);
    expect(it.shop.scope.replays.count).toBe(1);
    expect(await uses(it)).toEqual([1, 0]);
  });

  test.each<[string, readonly string[], object, number[]]>([
    ['another code', ['OTHER'], {}, [0, 1]],
    ['one more code', ['FIRST', 'OTHER'], {}, [1, 1]],
    ['the same code for another sum', ['FIRST'], { order: sum('50') }, [1, 0]],
    ['the same code for longer', ['FIRST'], { seconds: 3_600 }, [1, 0]],
  ])('when it asks for %s, then that takes its place', async (_, codes, fields, expected) => {
    const it = await given();
    const next = await reserved(it.shop, 'c1', codes, fields);

    expect(next.id).not.toBe(it.made.id);
    expect(await findReservation(it.shop.scope, it.made.id)).toMatchObject({ status: 'REPLACED' });
    expect(await uses(it)).toEqual(expected);
    const actions = (await auditedBy(it.shop.scope, it.made.id)).map(({ action }) => action);
    expect(actions).toEqual(['reservation.made', 'reservation.replaced']);
  });

  test('when it asks for what it cannot have, then it keeps what it has', async () => {
    const it = await given();

    expect(await it.shop.reserve('c1', ['NONE'])).toMatchObject({ failure: 'ReservationRefused' });
    expect(await findReservation(it.shop.scope, it.made.id)).toMatchObject({ status: 'ACTIVE' });
    expect(await uses(it)).toEqual([1, 0]);
  });

  test('when a code is applied for it, then that takes over what was reserved', async () => {
    const it = await given();
    const used = succeeded(await it.shop.apply('FIRST', { reference: checkout('c1'), order: sum('50') }));

    expect(used).toMatchObject({ status: 'COMPLETED', discount: { minor: 500n } });
    expect(await uses(it)).toEqual([1, 0]);
    expect(await heldBy(it.shop, it.made.id)).toEqual(['FIRST VOIDED 1000 c1']);
    expect(await it.shop.reserve('c1', ['FIRST'], { seconds: 60 })).toMatchObject({
      failure: 'ReservationRefused',
      refusals: [{ failure: 'ReferenceAlreadyRedeemed', redemptionId: used.id }],
    });
  });

  test('when the code is applied for another reference, then that is another use', async () => {
    const it = await given();
    succeeded(await it.shop.apply('FIRST', { reference: order('o1') }));

    expect(await uses(it)).toEqual([2, 0]);
  });

  test('when what is only reserved is voided, then that is refused, and nothing changes', async () => {
    const it = await given();
    const [held] = await findHeldBy(it.shop.scope, it.made.id);

    expect(await it.shop.giveBack(held!.id)).toMatchObject({
      failure: 'RedemptionReserved',
      redemptionId: held!.id,
      reservationId: it.made.id,
    });
    expect(await uses(it)).toEqual([1, 0]);
  });
});

describe('Given several codes', () => {
  test('when they are reserved together, then each is worth what the ones before it by code have left', async () => {
    const shop = await openShop();
    await shop.coupon('HALF', { discount: percent('50') });
    await shop.coupon('THIRTY', { discount: fixed('30') });
    await shop.coupon('TWENTY', { discount: fixed('20') });
    await shop.coupon('ZERO', { discount: fixed('5') });
    const { reservation, refusals } = succeeded(
      await shop.reserve('c1', ['ZERO', 'TWENTY', 'HALF', 'THIRTY'], {
        order: cart({ A: [2, '30'], B: [1, '30'] }),
        isPartial: true,
      }),
    );

    expect(await heldBy(shop, reservation.id)).toEqual([
      'HALF RESERVED 4500 c1',
      'THIRTY RESERVED 3000 c1',
      'TWENTY RESERVED 1500 c1',
    ]);
    expect(refusals).toMatchObject([{ failure: 'CouponNotApplicable', couponCode: 'ZERO' }]);
    const lines = (await findHeldBy(shop.scope, reservation.id)).flatMap(({ lines }) => lines);
    const offLine = (sku: string) =>
      lines.filter((line) => line.sku === sku).reduce((sum, { discount }) => sum + discount.minor, 0n);
    expect([offLine('A'), offLine('B')]).toEqual([6_000n, 3_000n]);
  });

  test('when one cannot be used, then none is held, and a minimum is met by what items cost before', async () => {
    const shop = await openShop();
    const first = await shop.coupon('HALF', { discount: percent('50') });
    await shop.coupon('OVER80', { minimumOrder: gbp('80') });
    await shop.coupon('OFF', { isDraft: true });

    const refused = await shop.reserve('c1', ['HALF', 'OFF', 'NONE']);
    expect(refused).toMatchObject({
      failure: 'ReservationRefused',
      refusals: [{ failure: 'CouponDraft' }, { failure: 'CouponNotFound' }],
    });
    expect((await shop.standing(first.id)).uses).toBe(0);
    expect(await heldBy(shop, (await reserved(shop, 'c1', ['HALF', 'OVER80'])).id)).toEqual([
      'HALF RESERVED 5000 c1',
      'OVER80 RESERVED 500 c1',
    ]);
  });

  test('when none can be used, then also a partial reservation is refused', async () => {
    const shop = await openShop();

    expect(await shop.reserve('c1', ['NONE', 'NADA'], { isPartial: true })).toMatchObject({
      failure: 'ReservationRefused',
      refusals: [{ failure: 'CouponNotFound' }, { failure: 'CouponNotFound' }],
    });
  });

  test('when one is written twice, then it is held once', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('TWICE');
    const made = await reserved(shop, 'c1', ['TWICE', 'twice', ' TWICE ']);

    expect(await heldBy(shop, made.id)).toEqual(['TWICE RESERVED 1000 c1']);
    expect((await shop.standing(id)).uses).toBe(1);
  });

  test('when gift cards pay together, then no more than the order costs, and each its own', async () => {
    const shop = await openShop();
    const first = await shop.coupon('CARD1', { discount: giftCard('70') });
    const second = await shop.coupon('CARD2', { discount: giftCard('70') });
    await reserved(shop, 'c1', ['CARD1', 'CARD2']);

    expect([(await shop.standing(first.id)).left, (await shop.standing(second.id)).left]).toEqual([
      '0.00',
      '40.00',
    ]);
  });
});

describe('Given limits of money', () => {
  test('when a checkout reserves, then their money is held too, and given back with it', async () => {
    const shop = await openShop();
    await shop.coupon('TEN');
    const { id } = await shop.limit({ measure: 'DISCOUNT', ceiling: { money: gbp('15') } });
    const made = await reserved(shop, 'c1', ['TEN']);

    expect(await shop.counters(id)).toEqual({ '': 1_000 });
    expect(await shop.apply('TEN')).toMatchObject({ failure: 'LimitReached', used: 1_000n, asked: 1_000n });
    expect(told(await shop.validate('TEN', { reference: checkout('c1') }))).toBe('10.00');
    succeeded(await releaseReservation(shop.scope, { id: made.id }));
    expect(await shop.counters(id)).toEqual({});
    expect(told(await shop.apply('TEN'))).toBe('10.00');
  });
});

describe('Given a reservation of a code and a gift card', () => {
  async function given(fields: object = {}) {
    const shop = await openShop();
    const code = await shop.coupon('TEN', { maxUses: 1 });
    const card = await shop.coupon('CARD', { discount: giftCard('50') });
    const made = await reserved(shop, 'c1', ['TEN', 'CARD'], fields);
    const { scope } = shop;
    return { shop, code, card, made, scope };
  }
  const standings = async ({ shop, code, card }: Awaited<ReturnType<typeof given>>) => [
    (await shop.standing(code.id)).uses,
    (await shop.standing(card.id)).left,
  ];

  test('when it is confirmed for an order, then its redemptions are that order’s, and nothing is counted twice', async () => {
    const it = await given();
    const confirmed = await confirmReservation(it.scope, { id: it.made.id, reference: order('o1') });

    expect(succeeded(confirmed)).toMatchObject({ status: 'CONFIRMED', endedAt: it.scope.now() });
    expect(await heldBy(it.shop, it.made.id)).toEqual(['TEN COMPLETED 1000 o1', 'CARD COMPLETED 5000 o1']);
    expect(await standings(it)).toEqual([1, '0.00']);
    const [held] = await findHeldBy(it.scope, it.made.id);
    expect((await auditedBy(it.scope, held!.id)).map(({ action }) => action)).toEqual([
      'coupon.reserved',
      'coupon.redeemed',
    ]);
    expect(told(await it.shop.apply('TEN', { reference: order('o1') }))).toBe('ReferenceAlreadyRedeemed');
    const { redemption } = succeeded(await it.shop.giveBack(held!.id, { reason: 'void' }));
    expect(redemption).toMatchObject({ status: 'VOIDED', voidReason: 'void' });
    expect(await standings(it)).toEqual([0, '0.00']);
  });

  test('when it is confirmed without a reference, then they keep the checkout’s', async () => {
    const it = await given();
    succeeded(await confirmReservation(it.scope, { id: it.made.id }));

    expect(await heldBy(it.shop, it.made.id)).toEqual(['TEN COMPLETED 1000 c1', 'CARD COMPLETED 5000 c1']);
  });

  test.each<
    [string, string, (it: Awaited<ReturnType<typeof given>>) => Promise<unknown>, (number | string)[]]
  >([
    ['confirmed', 'CONFIRMED', ({ scope, made }) => confirmReservation(scope, { id: made.id }), [1, '0.00']],
    ['released', 'RELEASED', ({ scope, made }) => releaseReservation(scope, { id: made.id }), [0, '50.00']],
    ['replaced', 'REPLACED', ({ shop }) => shop.reserve('c1', ['CARD'], { order: sum('20') }), [0, '30.00']],
    [
      'over and swept up',
      'EXPIRED',
      ({ scope, made }) => {
        scope.clock.set(made.expiresAt);
        return expireReservation(scope, made.id);
      },
      [0, '50.00'],
    ],
  ])('when it was %s, then it ends no other way', async (_, status, finish, expected) => {
    const it = await given();
    await finish(it);
    const { endedAt } = (await findReservation(it.scope, it.made.id))!;
    const ended = { failure: 'ReservationEnded', reservationId: it.made.id, status, endedAt };
    expect(await standings(it)).toEqual(expected);

    // Confirming once more for the same order is a repeat.
    expect(await confirmReservation(it.scope, { id: it.made.id })).toMatchObject(
      status === 'CONFIRMED' ? { id: it.made.id, status, endedAt } : ended,
    );
    expect(await releaseReservation(it.scope, { id: it.made.id })).toMatchObject(ended);
    it.scope.clock.forward(86_400_000);
    await expireReservation(it.scope, it.made.id);
    expect(await findReservation(it.scope, it.made.id)).toMatchObject({ status, endedAt });
    expect(await standings(it)).toEqual(expected);
  });

  test('when its time is over and nobody has swept yet, then it can be neither confirmed nor released', async () => {
    const it = await given({ seconds: 60 });
    it.scope.clock.forward(59_999);
    await expireReservation(it.scope, it.made.id);
    expect(await standings(it)).toEqual([1, '0.00']);
    it.scope.clock.forward(1);
    const ended = { failure: 'ReservationEnded', status: 'EXPIRED', endedAt: it.made.expiresAt };

    expect(await confirmReservation(it.scope, { id: it.made.id })).toMatchObject(ended);
    expect(await releaseReservation(it.scope, { id: it.made.id })).toMatchObject(ended);
    expect(await standings(it)).toEqual([1, '0.00']);
    await expireReservation(it.scope, it.made.id);
    expect(await standings(it)).toEqual([0, '50.00']);
    expect(await heldBy(it.shop, it.made.id)).toEqual(['TEN EXPIRED 1000 c1', 'CARD EXPIRED 5000 c1']);
    expect(await it.shop.giveBack((await findHeldBy(it.scope, it.made.id))[0]!.id)).toMatchObject({
      failure: 'RedemptionReserved',
    });
  });

  test('when its checkout asks anew after its time is over, then it gets a new one at once', async () => {
    const it = await given({ seconds: 60 });
    it.scope.clock.forward(60_000);
    const next = await reserved(it.shop, 'c1', ['TEN', 'CARD'], { seconds: 60 });

    expect(next.id).not.toBe(it.made.id);
    expect(await findReservation(it.scope, it.made.id)).toMatchObject({ status: 'EXPIRED' });
    expect(await standings(it)).toEqual([1, '0.00']);
  });

  test('when it is released many times at once, then it gives back once', async () => {
    const it = await given();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => releaseReservation(it.scope, { id: it.made.id, reason: 'left' })),
    );

    expect(outcomes.filter((outcome) => !isFailure(outcome))).toHaveLength(1);
    expect(await standings(it)).toEqual([0, '50.00']);
    expect(await it.shop.movements(it.card.id)).toEqual([
      'ISSUED 5000 5000',
      'REDEEMED -5000 0',
      'RETURNED 5000 5000',
    ]);
    const held = await findHeldBy(it.scope, it.made.id);
    expect(held.map(({ status, voidReason }) => `${status} ${voidReason}`)).toEqual([
      'VOIDED left',
      'VOIDED left',
    ]);
  });

  test('when it is confirmed, released and swept at once, then it ends in one way', async () => {
    const it = await given();
    const [confirmed, released] = await Promise.all([
      confirmReservation(it.scope, { id: it.made.id }),
      releaseReservation(it.scope, { id: it.made.id }),
    ]);

    expect([confirmed, released].filter((outcome) => isFailure(outcome))).toHaveLength(1);
    expect(await standings(it)).toEqual(isFailure(released) ? [1, '0.00'] : [0, '50.00']);
  });

  test('when its code is revoked once it is confirmed, then a repeat is told that it was confirmed', async () => {
    const it = await given();
    succeeded(await confirmReservation(it.scope, { id: it.made.id, idempotencyKey: 'once' }));
    succeeded(await revokeCoupon(it.scope, { id: it.code.id }));

    expect(
      succeeded(await confirmReservation(it.scope, { id: it.made.id, idempotencyKey: 'once' })),
    ).toMatchObject({
      status: 'CONFIRMED',
    });
  });

  test.each([
    ['confirmed', confirmReservation],
    ['released', releaseReservation],
  ] as const)(
    'when it is %s, and the key comes again with a reservation that is not there, then the key is in conflict',
    async (_, end) => {
      const it = await given();
      succeeded(await end(it.scope, { id: it.made.id, idempotencyKey: 'once' }));

      for (const id of ['reservation_01h455vb4pex5vsknk084sn02q', 'none']) {
        expect(await end(it.scope, { id, idempotencyKey: 'once' })).toMatchObject({
          failure: 'IdempotencyConflict',
        });
        expect(await end(it.scope, { id, idempotencyKey: 'another' })).toMatchObject({
          failure: 'ReservationNotFound',
        });
      }
    },
  );

  test('when its code is deleted, then what it holds can still be given back', async () => {
    const it = await given();
    succeeded(await deleteCoupon(it.scope, { id: it.code.id }));

    succeeded(await releaseReservation(it.scope, { id: it.made.id }));
  });
});

test('Given an order that has used the code, when a checkout’s reservation of it is confirmed for that order, then it stays held', async () => {
  const shop = await openShop();
  const { id } = await shop.coupon('TEN');
  const used = succeeded(await shop.apply('TEN', { reference: order('o1') }));
  const made = await reserved(shop, 'c1', ['TEN']);

  expect(await confirmReservation(shop.scope, { id: made.id, reference: order('o1') })).toMatchObject({
    failure: 'ReferenceAlreadyRedeemed',
    redemptionId: used.id,
  });
  expect(await heldBy(shop, made.id)).toEqual(['TEN RESERVED 1000 c1']);
  expect((await shop.standing(id)).uses).toBe(2);
});

test('Given two checkouts with reservations of one gift card, when both apply it in one rush, then its movements add up', async () => {
  const shop = await openShop();
  const { id } = await shop.coupon('CARD', { discount: giftCard('50') });
  for (const [number, amount] of [
    ['c1', '10'],
    ['c2', '20'],
  ] as const) {
    await reserved(shop, number, ['CARD'], { order: sum(amount) });
  }
  const outcomes = await Promise.all(
    ['c1', 'c2', 'c3'].map((number) =>
      applyCoupon(shop.scope, { code: 'CARD', order: sum('15'), reference: checkout(number) }),
    ),
  );

  expect(outcomes.map(told)).toEqual(['15.00', '15.00', '15.00']);
  expect((await shop.standing(id)).left).toBe('5.00');
});

test.each<[string, object, string[]]>([
  ['no codes', { codes: [] }, ['codes']],
  ['too many codes', { codes: Array.from({ length: 21 }, (_, index) => `C${index}`) }, ['codes']],
  ['no reference', { reference: null }, ['reference']],
  ['no time', { seconds: 0 }, ['seconds']],
  ['more than a week', { seconds: 604_801 }, ['seconds']],
  ['two names of one customer', { customerId: 'a', customer: { id: 'b' } }, ['customer']],
])('Given %s, when it is reserved, then that is refused', async (_, fields, [field]) => {
  const shop = await openShop();
  const outcome = await shop.reserve('c1', ['A'], fields);

  expect(outcome).toMatchObject({
    failure: 'InvalidInput',
    problems: [{ path: expect.arrayContaining([field]) }],
  });
});

test('Given no such reservation, when it is ended, then it is not found', async () => {
  const { scope } = await openShop();
  const id = 'reservation_01h455vb4pex5vsknk084sn02q';
  const missing = { failure: 'ReservationNotFound', reservationId: id };

  expect(await confirmReservation(scope, { id })).toMatchObject(missing);
  expect(await releaseReservation(scope, { id })).toMatchObject(missing);
  expect(await findReservation(scope, id)).toBeNull();
});
