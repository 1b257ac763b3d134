import { describe, expect, test } from 'vitest';
import { deactivateCoupon, deleteCoupon, revokeCoupon } from '../../src/coupons/actions.js';
import { isFailure } from '../../src/lib/outcome.js';
import { confirmReservation, findReservation, releaseReservation } from '../../src/reservations/actions.js';
import { quoteReturnOf, voidRedemption } from '../../src/returns/actions.js';
import { standingOf } from '../../src/reservations/core.js';
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

const amountsOf = async ({ scope }: Shop, id: string) => {
  const quote = succeeded(await quoteReturnOf(scope, id, {}));
  return [quote.subtotal.minor, quote.discount.minor, quote.refund.minor];
};

describe('Given a checkout whose reservation was confirmed for an order', () => {
  async function given() {
    const shop = await openShop();
    const { id } = await shop.coupon('CODE', { maxUses: 5 });
    const { reservation } = succeeded(await shop.reserve('c1', ['CODE']));
    succeeded(await confirmReservation(shop.scope, { id: reservation.id, reference: order('o1') }));
    return { shop, couponId: id, reservation };
  }

  test('when it asks for the same again, then it is told what it has, and nothing is counted twice', async () => {
    const { shop, couponId, reservation } = await given();

    const again = succeeded(await shop.reserve('c1', ['CODE'])).reservation;
    expect([again.id, again.status]).toEqual([reservation.id, 'CONFIRMED']);
    expect(shop.scope.replays.count).toBe(1);
    expect((await shop.standing(couponId)).uses).toBe(1);
  });

  test('when it asks for something else, then it is told that it has ended', async () => {
    const { shop, couponId, reservation } = await given();

    expect(await shop.reserve('c1', ['CODE'], { order: sum('50') })).toMatchObject({
      failure: 'ReservationEnded',
      reservationId: reservation.id,
      status: 'CONFIRMED',
    });
    expect((await shop.standing(couponId)).uses).toBe(1);
  });

  test('when it is confirmed once more, then the same order is a repeat, and another is refused', async () => {
    const { shop, reservation } = await given();
    const { id } = reservation;

    expect(await confirmReservation(shop.scope, { id, reference: order('o1') })).toMatchObject({ id });
    expect(await confirmReservation(shop.scope, { id, reference: order('o2') })).toMatchObject({
      failure: 'ReservationEnded',
    });
  });

  test('when the order was given back, then the checkout may begin anew', async () => {
    const { shop, couponId, reservation } = await given();
    const [redemption] = await findHeldBy(shop.scope, reservation.id);
    succeeded(await voidRedemption(shop.scope, { id: redemption!.id }));

    expect(succeeded(await shop.reserve('c1', ['CODE'])).reservation.id).not.toBe(reservation.id);
    expect((await shop.standing(couponId)).uses).toBe(1);
  });
});

test.each(['CHECKOUT', 'ORDER'] as const)(
  'Given a checkout confirmed for an order, when its code is used again for the %s, then it was used before',
  async (type) => {
    const shop = await openShop();
    const { id } = await shop.coupon('CODE', { maxUses: 5 });
    const { reservation } = succeeded(await shop.reserve('c1', ['CODE']));
    succeeded(await confirmReservation(shop.scope, { id: reservation.id, reference: order('o1') }));
    const reference = type === 'ORDER' ? order('o1') : checkout('c1');
    const [used] = await findHeldBy(shop.scope, reservation.id);

    const again = { failure: 'ReferenceAlreadyRedeemed', redemptionId: used!.id };
    expect(await shop.apply('CODE', { reference })).toMatchObject(again);
    expect((await shop.standing(id)).uses).toBe(1);

    succeeded(await voidRedemption(shop.scope, { id: used!.id }));
    expect(told(await shop.apply('CODE', { reference }))).toBe('10.00');
  },
);

describe('Given a checkout that holds a code', () => {
  const given = async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('CODE', { maxUses: 5 });
    return { shop, id, made: succeeded(await shop.reserve('c1', ['CODE'])).reservation };
  };

  test.each([
    ['revoked', revokeCoupon, 'CouponRevoked'],
    ['deleted', deleteCoupon, 'CouponNotFound'],
  ] as const)('when it is %s, then it is held, and neither used nor held anew', async (_, stop, failure) => {
    const { shop, id, made } = await given();
    succeeded(await stop(shop.scope, { id }));

    expect(await confirmReservation(shop.scope, { id: made.id })).toMatchObject({ failure });
    expect(await shop.reserve('c1', ['CODE'])).toMatchObject({
      failure: 'ReservationRefused',
      refusals: [{ failure }],
    });
    expect((await findHeldBy(shop.scope, made.id)).map(({ status }) => status)).toEqual(['RESERVED']);
    expect(succeeded(await releaseReservation(shop.scope, { id: made.id })).status).toBe('RELEASED');
    expect((await shop.standing(id)).uses).toBe(0);
  });

  test('when it is deactivated, then what is held for is completed all the same', async () => {
    const { shop, id, made } = await given();
    succeeded(await deactivateCoupon(shop.scope, { id }));

    expect(succeeded(await confirmReservation(shop.scope, { id: made.id })).status).toBe('CONFIRMED');
  });
});

test('Given a checkout that holds a part of what it asked for, when it asks again, then it is told the same', async () => {
  const shop = await openShop();
  await shop.coupon('CODE');
  const ask = async () => succeeded(await shop.reserve('c1', ['CODE', 'NONE'], { isPartial: true }));
  const first = await ask();
  const again = await ask();

  expect(again).toEqual(first);
  expect(again.refusals).toMatchObject([{ failure: 'CouponNotFound', typed: 'NONE' }]);
  expect(shop.scope.replays.count).toBe(1);
});

test('Given a checkout that has used what it had reserved, when it is confirmed, then nothing is there to confirm', async () => {
  const shop = await openShop();
  await shop.coupon('CODE');
  const { reservation } = succeeded(await shop.reserve('c1', ['CODE']));
  succeeded(await shop.apply('CODE', { reference: checkout('c1') }));

  expect(await confirmReservation(shop.scope, { id: reservation.id })).toMatchObject({
    failure: 'ReservationEnded',
    status: 'REPLACED',
  });
});

describe('Given what one user’s token holds', () => {
  async function given() {
    const shop = await openShop();
    await shop.coupon('LAST', { maxUses: 1 });
    const actingAs = (id: string) => ({ ...shop.scope, actor: { kind: 'USER', id } as const });
    const { reservation } = succeeded(await shop.reserve('c1', ['LAST'], { customerId: 'alice' }));
    return { shop, id: reservation.id, bob: actingAs('bob'), alice: actingAs('alice') };
  }

  test('when another’s token asks for it, then it is not there', async () => {
    const { id, bob, alice } = await given();

    expect(await findReservation(bob, id)).toBeNull();
    expect(await confirmReservation(bob, { id })).toMatchObject({ failure: 'ReservationNotFound' });
    expect(await releaseReservation(bob, { id })).toMatchObject({ failure: 'ReservationNotFound' });
    expect(await findReservation(alice, id)).toMatchObject({ id, status: 'ACTIVE' });
    succeeded(await confirmReservation(alice, { id }));
  });

  test('when another’s token names the same checkout, then it takes nothing of it', async () => {
    const { shop, bob } = await given();
    const asBob = { reference: checkout('c1'), customerId: 'bob' };

    expect(told(await shop.apply('LAST', asBob, bob))).toBe('CouponConflict');
    await expect(shop.reserve('c1', ['LAST'], { customerId: 'bob' }, bob)).rejects.toThrow(
      /another customer/,
    );
  });
});

test('Given a reservation all of which its checkout has used otherwise, then it has been replaced at that moment', async () => {
  const shop = await openShop();
  await shop.coupon('TEN');
  await shop.coupon('FIVE', { discount: fixed('5') });
  const { reservation } = succeeded(await shop.reserve('c1', ['TEN', 'FIVE']));
  const standing = async () =>
    standingOf(
      (await findReservation(shop.scope, reservation.id))!,
      await findHeldBy(shop.scope, reservation.id),
      shop.scope.now(),
    );

  succeeded(await shop.apply('TEN', { reference: checkout('c1') }));
  expect(await standing()).toBe('ACTIVE');
  shop.scope.clock.forward(1_000);
  succeeded(await shop.apply('FIVE', { reference: checkout('c1') }));
  const endedAt = shop.scope.now();
  shop.scope.clock.forward(1_000);

  expect(await standing()).toBe('REPLACED');
  expect(await confirmReservation(shop.scope, { id: reservation.id })).toMatchObject({
    failure: 'ReservationEnded',
    status: 'REPLACED',
    endedAt,
  });
});

describe('Given an order with several codes', () => {
  test('when all are given back, then the refunds add up to what was paid', async () => {
    const shop = await openShop();
    await shop.coupon('FIRST10', { discount: fixed('10') });
    await shop.coupon('HALF', { discount: percent('50') });
    const one = { order: cart({ a: [1, '30.00'] }) };
    const { reservation } = succeeded(await shop.reserve('c1', ['FIRST10', 'HALF'], one));
    succeeded(await confirmReservation(shop.scope, { id: reservation.id }));

    const [ten, half] = await findHeldBy(shop.scope, reservation.id);
    expect(await amountsOf(shop, ten!.id)).toEqual([3000n, 1000n, 0n]);
    expect(await amountsOf(shop, half!.id)).toEqual([2000n, 1000n, 1000n]);
    const { returned } = succeeded(await voidRedemption(shop.scope, { id: ten!.id }));
    expect(returned.refund.minor).toBe(0n);
  });

  test('when gift cards have paid all of it, then nothing is refunded beside what goes back on them', async () => {
    const shop = await openShop();
    await shop.coupon('CARD1', { discount: giftCard('5.00') });
    await shop.coupon('CARD2', { discount: giftCard('40.01') });
    const { reservation } = succeeded(await shop.reserve('c1', ['CARD1', 'CARD2'], { order: sum('22.77') }));
    succeeded(await confirmReservation(shop.scope, { id: reservation.id }));

    for (const { id } of await findHeldBy(shop.scope, reservation.id)) {
      const { returned } = succeeded(await voidRedemption(shop.scope, { id }));
      expect(returned.refund.minor).toBe(0n);
    }
  });

  test('when what is kept meets a later code’s minimum, then nothing is clawed back', async () => {
    const shop = await openShop();
    const campaign = await shop.campaign({ clawback: 'LOST_THRESHOLD' });
    await shop.coupon('FIRST10', { discount: fixed('10') });
    await shop.coupon('LATER', { minimumOrder: gbp('30'), campaignId: campaign.id });
    const bought = { order: cart({ big: [1, '30.00'], small: [1, '5.00'] }) };
    const { reservation } = succeeded(await shop.reserve('c1', ['FIRST10', 'LATER'], bought));
    succeeded(await confirmReservation(shop.scope, { id: reservation.id }));

    const later = (await findHeldBy(shop.scope, reservation.id))[1]!;
    const lines = [{ lineId: 'small', quantity: 1 }];
    expect(succeeded(await quoteReturnOf(shop.scope, later.id, { lines })).clawback.minor).toBe(0n);
  });
});

test('Given a hold that has left a rolling window, when its checkout is refused something else, then nothing is counted anew', async () => {
  const shop = await openShop();
  const { id: couponId } = await shop.coupon('CODE', { minimumOrder: gbp('10') });
  await shop.limit({
    target: { couponId },
    window: { kind: 'ROLLING', seconds: 60 },
    measure: 'USES',
    ceiling: { uses: 1 },
  });
  succeeded(await shop.reserve('c1', ['CODE'], { seconds: 600 }));
  shop.scope.clock.forward(70_000);
  succeeded(await shop.apply('CODE', { reference: order('o1') }));

  const refused = await shop.apply('CODE', { reference: checkout('c1'), order: sum('5') });
  expect(isFailure(refused)).toBe(true);
  expect(['LimitReached', 'MinimumOrderNotMet']).toContain(told(refused));
});

test('Given a budget and a code that pays for shipping, when nobody says what shipping costs, then it is asked for', async () => {
  const shop = await openShop();
  const campaign = await shop.campaign({ budget: gbp('4') });
  await shop.coupon('SHIP', { discount: { freeShipping: {} }, campaignId: campaign.id });

  expect(await shop.apply('SHIP', { order: cart({ a: [1, '9.00'] }) })).toMatchObject({
    failure: 'CouponNotApplicable',
    cause: 'SHIPPING_NEEDED',
  });
  succeeded(await shop.apply('SHIP', { order: cart({ a: [1, '9.00'] }, '4.00') }));
  expect(told(await shop.apply('SHIP', { order: cart({ a: [1, '9.00'] }, '4.00') }))).toBe('LimitReached');
});

test('Given two shops, when their checkouts bear one key, then each gets its own, and only its own again', async () => {
  const shops = [await openShop(), await openShop()];
  const coupons = await Promise.all(shops.map((shop) => shop.coupon('CODE', { maxUses: 5 })));
  const reserve = (shop: Shop) => shop.reserve('c1', ['CODE'], { idempotencyKey: 'everybody’s' });

  const made = (await Promise.all(shops.map(reserve))).map((outcome) => succeeded(outcome).reservation.id);
  const again = (await Promise.all(shops.map(reserve))).map((outcome) => succeeded(outcome).reservation.id);

  expect(new Set(made).size).toBe(2);
  expect(again).toEqual(made);
  for (const [index, shop] of shops.entries()) {
    expect(shop.scope.replays.count).toBe(1);
    expect(await findReservation(shop.scope, made[index]!)).toMatchObject({ id: made[index] });
    expect(await findReservation(shop.scope, made[1 - index]!)).toBeNull();
    expect((await shop.standing(coupons[index]!.id)).uses).toBe(1);
  }
});
