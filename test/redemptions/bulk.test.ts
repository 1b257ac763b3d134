import { describe, expect, test } from 'vitest';
import { isFailure, type Failure } from '../../src/lib/outcome.js';
import { applyCoupons } from '../../src/redemptions/actions.js';
import { openTown, order, sum, told } from './shop.js';

const openShop = await openTown();
type Shop = Awaited<ReturnType<typeof openShop>>;

const item = (code: string, fields: object = {}) => ({ code, order: sum('100'), ...fields });

async function apply({ scope }: Shop, items: object[], fields: object = {}) {
  const outcome = await applyCoupons(scope, { items, ...fields } as Parameters<typeof applyCoupons>[1]);
  if (isFailure(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}
const idsOf = (outcomes: Awaited<ReturnType<typeof apply>>) =>
  outcomes.map((outcome) => (isFailure(outcome) ? outcome.failure : outcome.id));

describe('Given many orders at once', () => {
  test('when they are sent together, then each has its own answer, in their order', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('TEN', { maxUses: 3 });
    await shop.coupon('OFF', { isDraft: true });
    const answers = await apply(shop, [
      item('TEN'),
      item('OFF'),
      item('TEN', { order: sum('50') }),
      item('NONE'),
      item('TEN', { order: {} }),
      item('TEN', { order: sum('30'), customerId: 'ada', reference: order('o1') }),
      item('TEN'),
    ]);

    expect(answers.map(told)).toEqual([
      '10.00',
      'CouponDraft',
      '5.00',
      'CouponNotFound',
      'InvalidInput',
      '3.00',
      'UsageLimitReached',
    ]);
    expect((await shop.standing(id)).uses).toBe(3);
  });

  test('when all share one key and are sent again, then each is answered as before', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('TEN');
    const items = [item('TEN'), item('TEN'), item('TEN', { idempotencyKey: 'own' }), item('NONE')];
    const first = idsOf(await apply(shop, items, { idempotencyKey: 'file-7' }));

    expect(new Set(first).size).toBe(4);
    expect(idsOf(await apply(shop, items, { idempotencyKey: 'file-7' }))).toEqual(first);
    expect(shop.scope.replays.count).toBe(3);
    expect((await shop.standing(id)).uses).toBe(3);
    const again = [
      await shop.apply('TEN', { idempotencyKey: 'file-7:1' }),
      await shop.apply('TEN', { idempotencyKey: 'own' }),
      await shop.apply('TEN', { idempotencyKey: 'file-7:0', order: sum('1') }),
    ];
    expect(idsOf(again)).toEqual([first[1], first[2], 'IdempotencyConflict']);
  });

  test('when the key comes by the request, then it is the start of theirs as well', async () => {
    const shop = await openShop();
    await shop.coupon('TEN');
    const keyed = { ...shop, scope: { ...shop.scope, idempotencyKey: 'header' } };
    const [made] = idsOf(await apply(keyed, [item('TEN')]));

    expect(idsOf([await shop.apply('TEN', { idempotencyKey: 'header:0' })])).toEqual([made]);
  });

  test('when two of them are the same order, then it uses the code once', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('TEN');
    const same = item('TEN', { reference: order('o1') });
    const [first, second, third] = await apply(shop, [same, same, { ...same, order: sum('1') }]);

    expect(idsOf([second!])).toEqual(idsOf([first!]));
    expect((third as Failure).failure).toBe('ReferenceAlreadyRedeemed');
    expect((await shop.standing(id)).uses).toBe(1);
  });

  test('when one of their keys or reasons is too long, then none is used', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('TEN');
    const key = 'k'.repeat(255);

    await expect(apply(shop, [item('TEN'), item('TEN')], { idempotencyKey: key })).rejects.toThrow(
      'An idempotency key has up to 255 characters.',
    );
    await expect(apply(shop, [item('TEN'), item('TEN', { reason: 'r'.repeat(1_001) })])).rejects.toThrow(
      'A reason has up to 1,000 characters.',
    );
    expect((await shop.standing(id)).uses).toBe(0);
  });

  test.each<[string, number]>([
    ['none', 0],
    ['more than a hundred', 101],
  ])('when there are %s, then that is refused', async (_, length) => {
    const shop = await openShop();
    const items = Array.from({ length }, () => item('TEN'));

    expect(await applyCoupons(shop.scope, { items })).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['items'], message: `Expected 1 to 100 items, but got ${length}.` }],
    });
  });

  test('when a hundred use ten codes with seven uses each, then each is used seven times', async () => {
    const shop = await openShop();
    const codes = Array.from({ length: 10 }, (_, index) => `CODE${index}`);
    for (const code of codes) await shop.coupon(code, { maxUses: 7 });
    const answers = await apply(
      shop,
      Array.from({ length: 100 }, (_, index) => item(codes[index % 10]!)),
    );

    const count = (word: string) => answers.filter((answer) => told(answer) === word).length;
    expect([count('10.00'), count('UsageLimitReached')]).toEqual([70, 30]);
  });
});
