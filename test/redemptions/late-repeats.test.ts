import { describe, expect, test } from 'vitest';
import { createCoupon } from '../../src/coupons/actions.js';
import { pruneKeys } from '../../src/platform/idempotency/pruning.js';
import { applyPromotions } from '../../src/promotions/actions.js';
import { applyCoupons } from '../../src/redemptions/actions.js';
import { confirmReservation, releaseReservation } from '../../src/reservations/actions.js';
import { succeeded } from '../testkit/outcome.js';
import { cart, fixed, openTown, order, percent, sum } from './shop.js';
import { findHeldBy } from '../reservations/held-by.js';

const openShop = await openTown();
type Shop = Awaited<ReturnType<typeof openShop>>;

/** A year goes by, and all keys that may go have gone. */
async function aYearLater({ scope }: Shop): Promise<void> {
  scope.clock.forward(365 * 24 * 60 * 60 * 1_000);
  await pruneKeys({ db: scope.db, now: scope.clock.now, days: 30, isStopping: () => false });
}

const once = { idempotencyKey: 'once' };
const twoShirts = cart({ shirt: [2, '50.00'] });

describe('Given a use with a key and nothing else to be known by, when it is sent again a year later, then it is the same use', () => {
  /** Each sends the same every time, and says which redemption it is told of. */
  const ways: [string, (shop: Shop) => Promise<string>][] = [
    ['applyCoupon', async ({ apply }) => succeeded(await apply('CODE', once)).id],
    [
      'applyCoupons, by the key of all',
      async ({ scope }) => {
        const [answer] = succeeded(
          await applyCoupons(scope, { items: [{ code: 'CODE', order: sum('100') }], ...once }),
        );
        return succeeded(answer!).id;
      },
    ],
    [
      'applyPromotions',
      async ({ scope }) =>
        succeeded(await applyPromotions(scope, { codes: ['CODE'], order: sum('100'), ...once }))
          .redemptions[0]!.id,
    ],
  ];

  test.each(ways)('by %s', async (_, use) => {
    const shop = await openShop();
    const coupon = await shop.coupon('CODE');
    const first = await use(shop);

    await aYearLater(shop);
    expect(await use(shop)).toBe(first);
    expect(shop.scope.replays.count).toBe(1);
    expect((await shop.standing(coupon.id)).uses).toBe(1);
  });

  test.each(ways)('by %s, also after it was given back', async (_, use) => {
    const shop = await openShop();
    const coupon = await shop.coupon('CODE');
    const first = await use(shop);
    succeeded(await shop.giveBack(first));

    await aYearLater(shop);
    expect(await use(shop)).toBe(first);
    expect((await shop.standing(coupon.id)).uses).toBe(0);
  });
});

test('Given a return in part with a key, when it is sent again a year later, then no more is given back', async () => {
  const shop = await openShop();
  const card = await shop.coupon('CARD', {
    discount: { giftCard: { balance: { amount: '80', currency: 'GBP' } } },
  });
  const { id } = succeeded(await shop.apply('CARD', { order: twoShirts }));
  const giveBack = () => shop.giveBack(id, { lines: [{ lineId: 'shirt', quantity: 1 }], ...once });
  const first = succeeded(await giveBack());
  const { left } = await shop.standing(card.id);

  await aYearLater(shop);
  expect(await giveBack()).toEqual(first);
  expect((await shop.standing(card.id)).left).toBe(left);
});

describe('Given a checkout whose reservation was confirmed with a key', () => {
  async function given() {
    const shop = await openShop();
    const coupon = await shop.coupon('CODE');
    const reserve = async () => succeeded(await shop.reserve('c1', ['CODE'], once)).reservation.id;
    const id = await reserve();
    const confirm = (id: string) => confirmReservation(shop.scope, { id, reference: order('o1'), ...once });
    succeeded(await confirm(id));
    const uses = async () => (await shop.standing(coupon.id)).uses;
    return { shop, reserve, id, confirm, uses };
  }

  test('when both are sent again a year later, then they are answered alike, and nothing is counted', async () => {
    const { shop, reserve, id, confirm, uses } = await given();

    await aYearLater(shop);
    expect(await reserve()).toBe(id);
    expect(await confirm(id)).toMatchObject({ id, status: 'CONFIRMED' });
    expect(await uses()).toBe(1);
  });

  test('when the use was given back, and both are sent again a year later, then it is held anew and not used', async () => {
    const { shop, reserve, id, confirm, uses } = await given();
    const [used] = await findHeldBy(shop.scope, id);
    succeeded(await shop.giveBack(used!.id));

    await aYearLater(shop);
    const anew = await reserve();
    expect(anew).not.toBe(id);
    expect(await confirm(id)).toMatchObject({ id, status: 'CONFIRMED' });
    expect(await confirm(anew)).toMatchObject({ failure: 'IdempotencyConflict' });
    succeeded(await releaseReservation(shop.scope, { id: anew }));
    expect(await uses()).toBe(0);
  });
});

test('Given another change with a key, when it is sent again a year later, then it is a request like any other', async () => {
  const shop = await openShop();
  const create = () => createCoupon(shop.scope, { code: 'CODE', discount: percent('10'), ...once });
  const first = succeeded(await create());
  expect(await create()).toEqual(first);

  await aYearLater(shop);
  expect(await create()).toMatchObject({ failure: 'CouponCodeTaken' });
});

test('Given codes that were refused beside one that was used, when the same is sent for the order a year later, then only what was used is told', async () => {
  const shop = await openShop();
  const coupon = await shop.coupon('CODE', { discount: fixed('5') });
  const apply = async () =>
    succeeded(
      await applyPromotions(shop.scope, {
        ...{ codes: ['CODE', 'NOTHING'], order: sum('100'), isPartial: true, reference: order('o1') },
      }),
    );
  const first = await apply();
  expect(first.rejected.map(({ code }) => code)).toEqual(['NOTHING']);
  expect(await apply()).toEqual(first);

  await aYearLater(shop);
  expect(await apply()).toEqual({ ...first, rejected: [] });
  expect((await shop.standing(coupon.id)).uses).toBe(1);
});
