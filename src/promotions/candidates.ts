import type { Coupon } from '../coupons/core.js';
import { isUsable, mostOff } from '../evaluation/trial.js';
import type { Cart } from './cart.js';
import type { Goal } from './input.js';

/** The automatic promotions among which it is chosen for an order. */
export interface Candidates {
  readonly ids: readonly Coupon['id'][];
  /**
   * What others that could be used take off at most, all of them together in minor units, whatever else is used; null if
   * there are none. Not known with PRIORITY, which does not ask.
   */
  readonly leftOutMinor: bigint | null;
}

/** Among no more is chosen: to look at each takes time, and no order needs so many discounts. */
export const mostCandidates = 200;

export const noCandidates: Candidates = { ids: [], leftOutMinor: null };

/** A promotion that can be used for an order now, and what it takes off items and shipping at most, in minor units. */
export interface Usable {
  readonly id: Coupon['id'];
  readonly mostMinor: bigint;
}

/** Those of a cart's promotions that can be used: not used up, for this customer and these items. */
export const usableOf = ({ tally, asked, candidates }: Cart): Usable[] =>
  candidates.flatMap(({ coupon }) => {
    const question = tally.questionOf(coupon, asked);
    if (!isUsable(question)) return [];
    const { itemsMinor, shippingMinor } = mostOff(question);
    return { id: coupon.id, mostMinor: itemsMinor + shippingMinor };
  });

/** Whether those that come later need not be looked at: the first are used first, and nobody asks how many there are. */
export const isEnough = (usable: readonly Usable[], goal: Goal): boolean =>
  goal === 'PRIORITY' && usable.length >= mostCandidates;

/** Among which is chosen where too many can be used: for the most off, those that may take the most; otherwise the first. */
export function candidatesAmong(usable: readonly Usable[], goal: Goal): Candidates {
  const inTurn =
    goal === 'BEST_FOR_CUSTOMER' ? usable.toSorted((a, b) => Number(b.mostMinor - a.mostMinor)) : usable;
  const leftOut = inTurn.slice(mostCandidates);
  return {
    ids: inTurn.slice(0, mostCandidates).map(({ id }) => id),
    leftOutMinor: leftOut.length === 0 ? null : leftOut.reduce((sum, { mostMinor }) => sum + mostMinor, 0n),
  };
}
