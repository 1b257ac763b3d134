import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount } from '../../src/lib/money.js';
import { applyPromotions } from '../../src/promotions/actions.js';
import { applyCoupons } from '../../src/redemptions/actions.js';
import type { Redemption } from '../../src/redemptions/core.js';
import { confirmReservation } from '../../src/reservations/actions.js';
import { quoteReturnOf } from '../../src/returns/actions.js';
import { succeeded } from '../testkit/outcome.js';
import { cart, checkout, fixed, gbp, giftCard, openTown, order, percent } from '../redemptions/shop.js';
import { findHeldBy } from '../reservations/held-by.js';

const openShop = await openTown();
type Shop = Awaited<ReturnType<typeof openShop>>;

/** Units of each line, and what one of them costs. */
type Lines = Record<string, readonly [number, string]>;

/** How a shop uses codes for one order. */
const ways: Record<string, (shop: Shop, codes: readonly string[], lines: Lines) => Promise<Redemption[]>> = {
  'applies them as promotions': async ({ scope }, codes, lines) => {
    const wish = { codes, order: cart(lines), reference: order('o1'), isPartial: true };
    return [...succeeded(await applyPromotions(scope, wish)).redemptions];
  },
  'applies them as promotions of no order': async ({ scope }, codes, lines) => [
    ...succeeded(await applyPromotions(scope, { codes, order: cart(lines), isPartial: true })).redemptions,
  ],
  'reserves them, and confirms that': async (shop, codes, lines) => {
    const { id } = succeeded(
      await shop.reserve('c1', codes, { order: cart(lines), isPartial: true }),
    ).reservation;
    succeeded(await confirmReservation(shop.scope, { id, reference: order('o1') }));
    return findHeldBy(shop.scope, id);
  },
  'applies each to the whole price': async (shop, codes, lines) => {
    const used: Redemption[] = [];
    for (const code of codes)
      used.push(succeeded(await shop.apply(code, { order: cart(lines), reference: order('o1') })));
    return used;
  },
  'applies all to the whole price at once': async ({ scope }, codes, lines) => {
    const items = codes.map((code) => ({ code, order: cart(lines), reference: order('o1') }));
    const outcomes = succeeded(await applyCoupons(scope, { items }));
    return outcomes.map((outcome) => succeeded(outcome)).sort((one, other) => (one.id < other.id ? -1 : 1));
  },
  'reserves one, and applies the others to the order that it has become': async (shop, codes, lines) => {
    const { id } = succeeded(await shop.reserve('c1', codes.slice(0, 1), { order: cart(lines) })).reservation;
    succeeded(await confirmReservation(shop.scope, { id, reference: order('o1') }));
    const used = await findHeldBy(shop.scope, id);
    for (const code of codes.slice(1))
      used.push(succeeded(await shop.apply(code, { order: cart(lines), reference: order('o1') })));
    return used;
  },
  'applies one for the checkout, and reserves the others for it': async (shop, codes, lines) => {
    const first = await shop.apply(codes[0]!, { order: cart(lines), reference: checkout('c1') });
    if (codes.length === 1) return [succeeded(first)];
    const { id } = succeeded(
      await shop.reserve('c1', codes.slice(1), { order: cart(lines), isPartial: true }),
    ).reservation;
    succeeded(await confirmReservation(shop.scope, { id, reference: order('o1') }));
    return [succeeded(first), ...(await findHeldBy(shop.scope, id))];
  },
};

interface Unit {
  readonly lineId: string;
  readonly quantity: number;
}

/** Gives back what was asked about first: whatever was said then is done. In minor units. */
async function giveBack(shop: Shop, { id }: Redemption, lines: readonly Unit[] | null) {
  const asked = { lines, cause: 'REFUND' };
  const quoted = succeeded(await quoteReturnOf(shop.scope, id, asked));
  const { returned } = succeeded(await shop.giveBack(id, asked));
  const { subtotal, discount, clawback, refund, isWhole: _, redemption: __, taxBasis: ___, ...same } = quoted;
  expect(returned).toMatchObject({ ...same, subtotal, discount, clawback, refund });
  return returned;
}

describe.each(Object.keys(ways))('Given a shop that %s', (way) => {
  const twoMugs: Lines = { MUG: [2, '25.00'] };
  const mug = [{ lineId: 'MUG', quantity: 1 }];

  /** Two codes take 5.00 each off two mugs at 25.00; what of it the first loses is of its campaign. */
  async function given(policy: object) {
    const shop = await openShop();
    const campaign = await shop.campaign(policy);
    await shop.coupon('X1', {
      discount: fixed('5'),
      minimumOrder: gbp('40'),
      campaignId: campaign.id,
      maxUses: 9,
    });
    await shop.coupon('X2', { discount: fixed('5') });
    const used = await ways[way]!(shop, ['X1', 'X2'], twoMugs);
    const told = async (at: number) => {
      const { refund, clawback } = await giveBack(shop, used[at]!, mug);
      return [formatAmount(refund), formatAmount(clawback)];
    };
    return { shop, used, told };
  }

  test('when the mugs come back one by one, then 40.00 are refunded, with the last code', async () => {
    const { told } = await given({});

    expect([await told(0), await told(0)]).toEqual([
      ['0.00', '0.00'],
      ['0.00', '0.00'],
    ]);
    expect([await told(1), await told(1)]).toEqual([
      ['20.00', '0.00'],
      ['20.00', '0.00'],
    ]);
  });

  test.each([
    ['first', [0, 1]],
    ['last', [1, 0]],
  ] as const)(
    'when the code that claws back is returned %s, then that is off the refund',
    async (_, turn) => {
      const { shop, used, told } = await given({ clawback: 'LOST_THRESHOLD' });
      const step = async () => {
        const made = new Map<number, string[]>();
        for (const at of turn) made.set(at, await told(at));
        return [made.get(0), made.get(1)];
      };

      expect(await step()).toEqual([
        ['0.00', '2.50'],
        ['17.50', '0.00'],
      ]);
      expect((await shop.redemption(used[0]!.id)).counted.discountMinor).toBe(0n);
      expect(await step()).toEqual([
        ['0.00', '0.00'],
        ['22.50', '0.00'],
      ]);
    },
  );
});

test('Given an order with two codes, when the first is taken back alone, then nothing is refunded, and the other still brings what was paid', async () => {
  const shop = await openShop();
  for (const code of ['X1', 'X2']) await shop.coupon(code, { discount: fixed('5') });
  const [first, last] = await ways['applies them as promotions']!(shop, ['X1', 'X2'], { MUG: [2, '25.00'] });

  expect(formatAmount((await giveBack(shop, first!, null)).refund)).toBe('0.00');
  expect(formatAmount((await giveBack(shop, last!, null)).refund)).toBe('40.00');
});

test('Given a code that was taken back and another that was used instead, when the order is returned, then the first is not of it', async () => {
  const shop = await openShop();
  for (const code of ['X1', 'X2']) await shop.coupon(code, { discount: fixed('5') });
  const use = ways['applies each to the whole price']!;
  const [first] = await use(shop, ['X1'], { MUG: [2, '25.00'] });
  await giveBack(shop, first!, null);
  const [second] = await use(shop, ['X2'], { MUG: [2, '25.00'] });

  expect(formatAmount((await giveBack(shop, second!, null)).refund)).toBe('45.00');
});

test('Given a gift card beside a code that claws back, when a mug is returned, then the card gets back its part, and only money is kept', async () => {
  const shop = await openShop();
  const campaign = await shop.campaign({ clawback: 'LOST_THRESHOLD' });
  await shop.coupon('X1', { discount: fixed('5'), minimumOrder: gbp('40'), campaignId: campaign.id });
  const card = await shop.coupon('CARD', { discount: giftCard('43') });
  const used = await ways['applies them as promotions']!(shop, ['CARD', 'X1'], { MUG: [2, '25.00'] });
  const mug = [{ lineId: 'MUG', quantity: 1 }];

  // 2.00 were paid in money: 1.00 for the mug, of which 2.50 of a discount can keep no more than that.
  const [code, paid] = [await giveBack(shop, used[0]!, mug), await giveBack(shop, used[1]!, mug)];
  expect([code, paid].map(({ refund, clawback }) => [formatAmount(refund), formatAmount(clawback)])).toEqual([
    ['0.00', '1.00'],
    ['0.00', '0.00'],
  ]);
  expect((await shop.standing(card.id)).left).toBe('21.50');
  const rest = [await giveBack(shop, used[0]!, null), await giveBack(shop, used[1]!, null)];
  expect(rest.map(({ refund }) => formatAmount(refund))).toEqual(['0.00', '2.00']);
  expect((await shop.standing(card.id)).left).toBe('43.00');
});

describe('whatever codes are used together, and whatever of it is returned', () => {
  const anyCode = fc.record({
    discount: fc.oneof(
      fc.integer({ min: 1, max: 60 }).map((share) => percent(String(share))),
      fc.integer({ min: 1, max: 2_000 }).map((minor) => fixed((minor / 100).toFixed(2))),
      fc.integer({ min: 1, max: 3_000 }).map((minor) => giftCard((minor / 100).toFixed(2))),
      fc.constant({ percentage: { percent: '7', freeShipping: true } }),
    ),
    claws: fc.boolean(),
    // Per cent of what the cart costs.
    minimum: fc.integer({ min: 1, max: 100 }),
    isAutomatic: fc.boolean(),
  });
  const anyLine = fc.record({
    quantity: fc.integer({ min: 1, max: 3 }),
    unitPrice: fc.integer({ min: 500, max: 2_500 }),
  });
  const anyCase = fc.record({
    way: fc.constantFrom(...Object.keys(ways)),
    codes: fc.array(anyCode, { minLength: 1, maxLength: 4 }),
    lines: fc.array(anyLine, { minLength: 1, maxLength: 3 }),
    // Which code goes on next, and by how many units of which line: a code may be ahead of the others.
    turns: fc.array(
      fc.record({
        code: fc.nat(3),
        units: fc.array(fc.record({ line: fc.nat(2), quantity: fc.integer({ min: 1, max: 2 }) }), {
          minLength: 1,
          maxLength: 2,
        }),
      }),
      { maxLength: 6 },
    ),
  });

  test('then the refunds come to what was paid, no more on the way, and never below zero', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ way, codes, lines, turns }) => {
        const shop = await openShop();
        const campaigns = {
          true: await shop.campaign({ clawback: 'LOST_THRESHOLD' }),
          false: await shop.campaign({}),
        };
        const price = lines.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0);
        const typed: string[] = [];
        for (const [index, { discount, claws, minimum, isAutomatic }] of codes.entries()) {
          // A code that is typed comes first, so that it always finds something to take off.
          const comesByItself =
            isAutomatic && index > 0 && way.includes('promotions') && !('giftCard' in discount);
          const coupon = await shop.coupon(`CODE${index}`, {
            discount,
            minimumOrder: gbp((Math.ceil((price * minimum) / 100) / 100).toFixed(2)),
            campaignId: campaigns[`${claws}`].id,
            ...('giftCard' in discount ? { maxUses: null } : {}),
            ...(comesByItself && { trigger: 'AUTOMATIC' }),
          });
          if (!comesByItself) typed.push(coupon.code);
        }
        const bought: Lines = Object.fromEntries(
          lines.map(({ quantity, unitPrice }, index) => [
            `LINE${index}`,
            [quantity, (unitPrice / 100).toFixed(2)] as const,
          ]),
        );
        const used = await ways[way]!(shop, typed, bought);

        const paid = lines.reduce((total, { quantity, unitPrice }, index) => {
          const off = used.reduce(
            (all, one) => all + one.lines.find(({ lineId }) => lineId === `LINE${index}`)!.discount.minor,
            0n,
          );
          const price = BigInt(quantity * unitPrice);
          return total + (price > off ? price - off : 0n);
        }, 0n);
        const left = used.map(() => lines.map(({ quantity }) => quantity));
        let refunded = 0n;
        const back = async (at: number, asked: readonly Unit[] | null) => {
          const { refund, clawback } = await giveBack(shop, used[at]!, asked);
          expect(refund.minor >= 0n && clawback.minor >= 0n).toBe(true);
          refunded += refund.minor;
          expect(refunded <= paid).toBe(true);
        };
        const isDone = (at: number) => left[at]!.every((units) => units === 0);
        for (const { code, units } of turns) {
          const at = code % used.length;
          const asked = units.flatMap(({ line, quantity }): Unit[] => {
            const index = line % lines.length;
            const some = Math.min(quantity, left[at]![index]!);
            left[at]![index]! -= some;
            return some > 0 ? [{ lineId: `LINE${index}`, quantity: some }] : [];
          });
          if (asked.length > 0) await back(at, asked);
        }
        for (const at of used.keys()) if (!isDone(at)) await back(at, null);
        expect(refunded).toBe(paid);
      }),
      { numRuns: 15 },
    );
  }, 300_000);
});
