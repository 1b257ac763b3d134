import type { Coupon } from '../coupons/core.js';
import type { Held } from './facts.js';
import type { Tally } from './tally.js';

/** A coupon that may be used, and what the order that it is to be used for holds of it already. */
export interface Candidate {
  readonly coupon: Coupon;
  readonly own: Held | null;
}

/** Gives back what is held of coupons, until the function that is returned is called. */
export function givenBack(tally: Tally, candidates: readonly Candidate[]): () => void {
  // To take it again would not be to undo it: what has left a rolling window is not given back.
  const undo = candidates.flatMap(({ coupon, own }) =>
    own ? tally.giveBack(coupon, own.use, own.itemsOffMinor) : [],
  );
  return () => undo.reverse().forEach((restore) => restore());
}
