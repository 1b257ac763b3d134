import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coupon } from '../../src/coupons/core.js';
import { bestCombination } from '../../src/evaluation/best.js';
import { combine } from '../../src/evaluation/combine.js';
import { money } from '../../src/lib/money.js';
import { savingMinor } from '../../src/promotions/core.js';
import { choiceFor } from '../../src/promotions/goal.js';
import type { Goal } from '../../src/promotions/input.js';
import { order as orderInput } from '../../src/evaluation/order.js';
import { parseInput } from '../../src/lib/input.js';
import { succeeded } from '../testkit/outcome.js';
import { now } from '../coupons/coupon.js';
import { cart } from './question.js';
import { askedFor, card, penceOff, percentOff, stackable, tallyOf } from './together.js';

/** The examples of docs/stacking.md. */

const tee = { sku: 'TEE', price: '80.00' };
const asked = askedFor(cart([tee, { sku: 'SOCKS', price: '20.00' }]));

const together = (...coupons: Coupon[]) => combine(tallyOf(coupons), coupons, asked, now);

const off = (...coupons: Coupon[]) =>
  together(...coupons).applied.map(
    ({ coupon, valuation }) => `${coupon.code} ${Number(valuation.discount.minor) / 100}`,
  );

test('of a group, what comes first is used, or what is best', () => {
  const ten = (priority: number) =>
    stackable('TEN', { ...percentOff(10), stacking: { group: 'one', priority } });
  const fifteen = stackable('FIFTEEN', { ...penceOff(1_500), stacking: { group: 'one' } });

  expect(off(ten(0), fifteen)).toEqual(['FIFTEEN 15']);
  expect(off(ten(1), fifteen)).toEqual(['TEN 10']);
  const coupons = [ten(1), fifteen];
  const goal = { goal: 'BEST_FOR_CUSTOMER', isOver: () => false } as const;
  const { best } = bestCombination(tallyOf(coupons), coupons, asked, now, goal);
  expect(best.discountMinor).toBe(1_500n);
});

test.each<[Goal, number, number]>([
  ['PRIORITY', 800, 500],
  ['BEST_FOR_CUSTOMER', 800, 1_000],
  ['CHEAPEST_FOR_MERCHANT', 800, 500],
])(
  'with %s, what begins to fit with an item more may take the place of another: %d, then %d',
  (goal, ...expected) => {
    const five = stackable('FIVE', {
      ...penceOff(500),
      minimumOrder: money(10_000n, 'GBP'),
      stacking: { group: 'one', priority: 1 },
    });
    const coupons = [five, stackable('TEN', { ...percentOff(10), stacking: { group: 'one' } })];
    const saved = [askedFor(cart([tee])), asked].map((order) =>
      savingMinor(choiceFor(goal, now)(tallyOf(coupons), coupons, order)),
    );

    expect(saved.map(Number)).toEqual(expected);
  },
);

test('where codes are to be kept, gift cards are as well', () => {
  const coupons = [
    stackable('ONE', { ...penceOff(100), stacking: { group: 'one' } }),
    stackable('TWO', { ...penceOff(200), stacking: { group: 'one' } }),
    stackable('CARD', { ...card(5_000), stacking: { combinableWith: { codes: ['TWO'], groups: [] } } }),
  ];
  const goal = { goal: 'CHEAPEST_FOR_MERCHANT', isOver: () => false } as const;
  const { best, runnerUp } = bestCombination(tallyOf(coupons), coupons, asked, now, goal);
  expect([best, runnerUp].map((set) => set?.applied.map(({ coupon }) => coupon.code))).toEqual([
    ['TWO', 'CARD'],
    ['CARD'],
  ]);
  expect(best.valueMinor).toBe(200n);
});

test.each([
  ['RUNNING', ['TWENTY 20', 'TEN 8']],
  ['INITIAL', ['TWENTY 20', 'TEN 10']],
] as const)('a percentage is reckoned on its base, which is %s', (base, expected) => {
  const twenty = stackable('TWENTY', { ...penceOff(2_000), stacking: { priority: 1 } });
  const ten = stackable('TEN', { ...percentOff(10), stacking: { base } });

  expect(off(ten, twenty)).toEqual(expected);
});

test('a price floor holds, also for what comes later', () => {
  const stacking = { priority: 1, floorBasisPoints: 6_000 };
  const half = stackable('HALF', { ...percentOff(50), stacking });

  const { applied, rejected } = together(half, stackable('TEN', percentOff(10)));

  expect(applied.map(({ valuation }) => valuation.lines.map(({ discount }) => discount.minor))).toEqual([
    [3_200n, 800n],
  ]);
  expect(rejected).toMatchObject([{ coupon: { code: 'TEN' }, reasons: [{ cause: 'NOTHING_TO_DISCOUNT' }] }]);
});

describe('a price floor is rounded up, and never undercut', () => {
  /** All that may be taken off one line, in minor units; null if nothing may. */
  const mostOff = (currency: string, price: string, floorBasisPoints: number): bigint | null => {
    const all = stackable('ALL', { ...percentOff(100), stacking: { floorBasisPoints } });
    const line = { sku: 'TEE', unitPrice: price };
    const order = succeeded(parseInput(orderInput, { cart: { currency, lines: [line] } }));
    const { applied } = combine(tallyOf([all]), [all], askedFor(order), now);
    return applied[0]?.valuation.discount.minor ?? null;
  };

  test.each([
    ['JPY', '5', 4_900, 2n],
    ['JPY', '1', 4_900, null],
    ['JPY', '1000', 4_900, 510n],
    ['GBP', '15.58', 3_333, 1_038n],
    ['GBP', '15.58', 5_000, 779n],
    ['GBP', '0.01', 1, null],
    ['KWD', '1.234', 3_333, 822n],
    ['KWD', '10.000', 1_250, 8_750n],
  ] as const)('%s %s at %s hundredths of a per cent: %s', (currency, price, floor, expected) => {
    expect(mostOff(currency, price, floor)).toBe(expected);
  });

  test('whatever the price and the share', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 100_000n }),
        fc.integer({ min: 0, max: 10_000 }),
        (price, floor) => {
          const paid = price - (mostOff('JPY', `${price}`, floor) ?? 0n);
          const exact = price * BigInt(floor);
          expect(paid * 10_000n >= exact && (paid - 1n) * 10_000n < exact).toBe(true);
        },
      ),
    );
  });
});
