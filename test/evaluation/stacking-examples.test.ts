import { expect, test } from 'vitest';
import type { Coupon } from '../../src/coupons/core.js';
import { bestCombination } from '../../src/evaluation/best.js';
import { combine } from '../../src/evaluation/combine.js';
import { now } from '../coupons/coupon.js';
import { cart } from './question.js';
import { askedFor, penceOff, percentOff, stackable, tallyOf } from './together.js';

/** The examples of docs/stacking.md. */

const asked = askedFor(
  cart([
    { sku: 'TEE', price: '80.00' },
    { sku: 'SOCKS', price: '20.00' },
  ]),
);

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
