import { describe, expect, test } from 'vitest';
import { isFailure } from '../../src/lib/outcome.js';
import { confirmReservation, releaseReservation } from '../../src/reservations/actions.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { checkout, openTown, order, sum, told } from '../redemptions/shop.js';
import { findHeldBy } from './held-by.js';

const openShop = await openTown();
type Shop = Awaited<ReturnType<typeof openShop>>;

const nameOf = (outcome: unknown): string =>
  isFailure(outcome) ? (outcome as { failure: string }).failure : 'success';
const counted = (outcomes: readonly unknown[]) => {
  const names = outcomes.map(nameOf);
  return Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, names.filter((one) => one === name).length]),
  );
};
const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);
const reservedBy = async (shop: Shop, count: number, codes: readonly string[]) =>
  Promise.all(
    numbered(count).map(async (index) => succeeded(await shop.reserve(`c${index}`, codes)).reservation),
  );

describe('Given many checkouts at once', () => {
  test('when they want a code with fewer uses, then exactly as many hold it', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('HOT', { maxUses: 30 });
    const outcomes = await Promise.all(numbered(100).map((index) => shop.reserve(`c${index}`, ['HOT'])));

    expect(counted(outcomes)).toEqual({ ReservationRefused: 70, success: 30 });
    expect(await shop.standing(id)).toEqual({ uses: 30, left: null });
  });

  test('when each wants two codes of three, all or none, then no code is held without the other', async () => {
    const shop = await openShop();
    const codes = ['A', 'B', 'C'];
    const coupons = await Promise.all(codes.map((code) => shop.coupon(code, { maxUses: 10 })));
    const pairs = [
      ['A', 'B'],
      ['B', 'C'],
      ['C', 'A'],
    ];
    const outcomes = await Promise.all(
      numbered(60).map((index) => shop.reserve(`c${index}`, pairs[index % 3]!)),
    );

    const held = await Promise.all(coupons.map(async ({ id }) => (await shop.standing(id)).uses));
    const made = outcomes.filter((outcome) => !isFailure(outcome)).length;
    expect(held.reduce((sum, uses) => sum + uses, 0)).toBe(made * 2);
    // With fewer, two codes would have been left for one more.
    expect(held.filter((uses) => uses < 10).length).toBeLessThanOrEqual(1);
  });

  test('when some are refused, then the others hold what they asked for, each with its own audit events', async () => {
    const shop = await openShop();
    await shop.coupon('GOOD');
    const reserve = (index: number) =>
      shop.reserve(`c${index}`, [index % 3 === 0 ? 'NONE' : 'GOOD'], { reason: `reason ${index}` });
    const outcomes = await Promise.all(numbered(12).map(reserve));

    expect(counted(outcomes)).toEqual({ ReservationRefused: 4, success: 8 });
    for (const [index, outcome] of outcomes.entries()) {
      if (isFailure(outcome)) continue;
      const [held] = await findHeldBy(shop.scope, outcome.reservation.id);
      expect(held).toMatchObject({ couponCode: 'GOOD', reference: checkout(`c${index}`) });
      const events = await auditedBy(shop.scope, outcome.reservation.id);
      expect(events.map(({ action, reason }) => [action, reason])).toEqual([
        ['reservation.made', `reason ${index}`],
      ]);
    }
  });

  test('when all confirm, release and confirm once more, then each ends once', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('CODE');
    const made = await reservedBy(shop, 20, ['CODE']);
    const outcomes = await Promise.all(
      made.flatMap(({ id }, index) => [
        confirmReservation(shop.scope, { id, reference: order(`o${index}`) }),
        releaseReservation(shop.scope, { id }),
        confirmReservation(shop.scope, { id, reference: order(`o${index}`) }),
      ]),
    );

    const ends = numbered(20).map((index) =>
      outcomes
        .slice(index * 3, index * 3 + 3)
        .map(nameOf)
        .join(' '),
    );
    const possible = ['success ReservationEnded success', 'ReservationEnded success ReservationEnded'];
    expect(ends.filter((end) => !possible.includes(end))).toEqual([]);
    const confirmed = ends.filter((end) => end === possible[0]).length;
    expect(await shop.standing(id)).toMatchObject({ uses: confirmed });
  });

  test('when one order is the end of two of them, then it is the end of one', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('CODE');
    const made = await reservedBy(shop, 2, ['CODE']);
    const outcomes = await Promise.all(
      made.map(({ id }) => confirmReservation(shop.scope, { id, reference: order('o1') })),
    );

    expect(counted(outcomes)).toEqual({ ReferenceAlreadyRedeemed: 1, success: 1 });
    expect(await shop.standing(id)).toMatchObject({ uses: 2 });
  });
});

describe('Given one checkout that asks several times at once', () => {
  test('when it asks for the same, then it holds it once, and each is told so', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('CODE', { maxUses: 1 });
    const outcomes = await Promise.all(numbered(8).map(() => shop.reserve('c1', ['CODE'])));

    const ids = outcomes.map((outcome) => succeeded(outcome).reservation.id);
    expect(new Set(ids).size).toBe(1);
    expect(shop.scope.replays.count).toBe(7);
    expect(await shop.standing(id)).toEqual({ uses: 1, left: null });
  });

  test('when it asks with one key for different things, then one of them is had, and the others are conflicts', async () => {
    const shop = await openShop();
    await shop.coupon('CODE');
    const outcomes = await Promise.all(
      numbered(6).map((index) =>
        shop.reserve(`c${index}`, ['CODE'], { order: sum(`${100 + index}`), idempotencyKey: 'one' }),
      ),
    );

    expect(counted(outcomes)).toEqual({ IdempotencyConflict: 5, success: 1 });
  });

  test('when it asks for different things, then it holds one of them', async () => {
    const shop = await openShop();
    const coupons = await Promise.all(['A', 'B', 'C'].map((code) => shop.coupon(code)));
    await Promise.all(['A', 'B', 'C'].map((code) => shop.reserve('c1', [code])));

    const uses = await Promise.all(coupons.map(async ({ id }) => (await shop.standing(id)).uses));
    expect(uses.sort()).toEqual([0, 0, 1]);
  });

  test('when what replaces its hold is refused beside others, then it keeps what it has', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('KEPT', { maxUses: 1 });
    await shop.coupon('CODE');
    const { reservation } = succeeded(await shop.reserve('c1', ['KEPT']));
    const outcomes = await Promise.all([
      ...numbered(5).map((index) => shop.reserve(`d${index}`, ['CODE'])),
      shop.reserve('c1', ['NONE']),
      ...numbered(5).map((index) => shop.reserve(`e${index}`, ['CODE'])),
    ]);

    expect(counted(outcomes)).toEqual({ ReservationRefused: 1, success: 10 });
    expect(await shop.standing(id)).toEqual({ uses: 1, left: null });
    expect((await findHeldBy(shop.scope, reservation.id)).map(({ status }) => status)).toEqual(['RESERVED']);
    expect(told(await shop.apply('KEPT', { reference: checkout('c1') }))).toBe('10.00');
  });
});
