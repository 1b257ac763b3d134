import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coupon } from '../../src/coupons/core.js';
import { isGiftCard } from '../../src/discounts/core.js';
import { bestCombination, type Chosen, type Goal } from '../../src/evaluation/best.js';
import { combine } from '../../src/evaluation/combine.js';
import { inOrder } from '../../src/evaluation/stack.js';
import { now } from '../coupons/coupon.js';
import { instances, type Instance } from './instances.js';

const goals = ['BEST_FOR_CUSTOMER', 'CHEAPEST_FOR_MERCHANT'] as const;
const never = () => false;

/** A possible set, by what sets are compared with. */
interface Possible {
  readonly codes: readonly string[];
  readonly value: bigint;
  readonly kept: number;
  readonly freesUnknown: boolean;
  readonly places: readonly number[];
}

/** All sets of discounts that are possible, the best one first: every subset is put together by itself. */
function allPossible({ coupons, asked, tally }: Instance, goal: Goal): Possible[] {
  const discounts = inOrder(coupons).filter(({ discount }) => !isGiftCard(discount));
  const opened = tally();
  const possible: Possible[] = [];
  for (let mask = 0; mask < 2 ** discounts.length; mask++) {
    const places = discounts.flatMap((_, index) => ((mask >> index) & 1 ? [index] : []));
    const set = places.map((place) => discounts[place]!);
    const { applied, rejected, discountMinor, shippingDiscountMinor } = combine(opened, set, asked, now);
    if (rejected.length > 0) continue;
    possible.push({
      codes: set.map(({ code }) => code),
      value: discountMinor + shippingDiscountMinor,
      kept: goal === 'CHEAPEST_FOR_MERCHANT' ? set.filter(({ trigger }) => trigger === 'CODE').length : 0,
      freesUnknown: applied.some(({ valuation }) => valuation.freeShipping && !valuation.shippingDiscount),
      places,
    });
  }
  const sign = goal === 'BEST_FOR_CUSTOMER' ? 1 : -1;
  const before = (a: Possible, b: Possible): number => {
    if (a.kept !== b.kept) return b.kept - a.kept;
    if (a.value !== b.value) return sign * (a.value > b.value ? -1 : 1);
    if (a.freesUnknown !== b.freesUnknown) return sign * (a.freesUnknown ? -1 : 1);
    if (a.places.length !== b.places.length) return a.places.length - b.places.length;
    const at = a.places.findIndex((place, index) => place !== b.places[index]);
    return a.places[at]! - b.places[at]!;
  };
  return possible.sort(before);
}

const discountsIn = (chosen: Chosen | null) =>
  chosen && chosen.applied.flatMap(({ coupon }) => (isGiftCard(coupon.discount) ? [] : [coupon.code]));

const chosenFrom = ({ coupons, asked, tally }: Instance, goal: Goal, isOver = never) =>
  bestCombination(tally(), coupons, asked, now, { goal, isOver });

describe.each(goals)('given any coupons for any order, when the goal is %s', (goal) => {
  test('then the best set and the second best are those of all that there are', () => {
    fc.assert(
      fc.property(instances(8), (instance) => {
        const result = chosenFrom(instance, goal);
        const [first, second] = allPossible(instance, goal);
        expect([result.best.valueMinor, discountsIn(result.best)]).toEqual([first!.value, first!.codes]);
        expect([result.runnerUp?.valueMinor, discountsIn(result.runnerUp)]).toEqual([
          second?.value,
          second?.codes ?? null,
        ]);
        expect(result).toMatchObject({ isExact: true, gapMinor: 0n });
      }),
      { numRuns: Number(process.env.RUNS ?? 400) },
    );
  });
});
