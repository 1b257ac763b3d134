import type { Coupon } from '../coupons/core.js';
import type { Held } from './facts.js';
import type { Tally } from './tally.js';

/** A coupon that may be used, and what the order that it is to be used for holds of it already. */
export interface Candidate {
  readonly coupon: Coupon;
  readonly own: Held | null;
}

/** What was decided: what is used, in order. */
interface Choice {
  readonly applied: readonly { readonly coupon: Coupon }[];
}

/** Gives back what is held of coupons, until the function that is returned is called. */
export function givenBack(tally: Tally, candidates: readonly Candidate[]): () => void {
  // To take it again would not be to undo it: what has left a rolling window is not given back.
  const undo = candidates.flatMap(({ coupon, own }) =>
    own ? tally.giveBack(coupon, own.use, own.itemsOffMinor) : [],
  );
  return () => undo.reverse().forEach((restore) => restore());
}

/**
 * Chooses what is used together for an order. What the order holds of any of the coupons stands in nobody's way, but only
 * if it is given up: where one that is held is not chosen, the others are chosen from once more, beside it. The tally is
 * left as it was. Answers the last choice, and which choices before it left out what.
 */
export function chooseBeside<C extends Choice>(
  tally: Tally,
  candidates: readonly Candidate[],
  choose: (coupons: readonly Coupon[]) => C,
): { readonly choice: C; readonly before: readonly C[] } {
  const before: C[] = [];
  let left = candidates;
  for (;;) {
    const restore = givenBack(tally, left);
    const choice = choose(left.map(({ coupon }) => coupon));
    restore();
    const ids = new Set(choice.applied.map(({ coupon }) => coupon.id));
    const chosen = left.filter(({ coupon }) => ids.has(coupon.id));
    if (left.every((one) => !one.own || ids.has(one.coupon.id))) return { choice, before };
    before.push(choice);
    left = chosen;
  }
}
