import type { Coupon } from '../coupons/core.js';
import { isFailure } from '../lib/outcome.js';
import type { RejectedCoupon } from './combine.js';
import type { Had, Held } from './facts.js';
import { conflictBetween, couponConflict, type CouponConflict } from './stack.js';
import type { Asked, Tally } from './tally.js';

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

/** What an order has already of others than these: what it has of them is decided anew, and in nobody's way. */
export function hadBeside(
  had: readonly Had[],
  candidates: readonly Pick<Candidate, 'coupon'>[],
): readonly Had[] {
  if (had.length === 0) return had;
  const others = new Map(had.map((one) => [one.coupon.id, one]));
  for (const { coupon } of candidates) others.delete(coupon.id);
  return [...others.values()];
}

/** Why a coupon cannot be used for an order that has these already; null if it can. */
export function conflictBeside(coupon: Coupon, had: readonly Had[]): CouponConflict | null {
  const [first, ...others] = had.flatMap(({ coupon: other, redemptionId }) => {
    const conflict = conflictBetween(coupon, other);
    return conflict ? [{ ...conflict, redemptionId }] : [];
  });
  return first ? couponConflict(coupon.code, [first, ...others]) : null;
}

/** Those of several coupons that can be used for an order that has some already, and why the others cannot. */
export function besideHad(tally: Tally, coupons: readonly Coupon[], had: readonly Had[], asked: Asked) {
  const free: Coupon[] = [];
  const rejected: RejectedCoupon[] = [];
  for (const coupon of coupons) {
    const conflict = conflictBeside(coupon, had);
    if (!conflict) {
      free.push(coupon);
      continue;
    }
    // As beside those that are asked for together: what it would be refused for all the same comes first.
    const alone = tally.decide(coupon, asked);
    const reasons = isFailure(alone) ? [alone, conflict] : [conflict];
    rejected.push({ coupon, reasons, conflicts: conflict.conflicts });
  }
  return { free, rejected };
}
