import type { ReturnCause } from '../campaigns/core.js';
import type { LineDiscount } from '../evaluation/core.js';
import type { Id } from '../lib/id.js';
import { larger, type Money } from '../lib/money.js';
import type { Counts, Redemption } from '../redemptions/core.js';
import type { Returned } from './quote.js';

/** What of a redemption was given back at once, and what with it. */
export interface RedemptionReturn {
  readonly id: Id<'return'>;
  readonly redemptionId: Redemption['id'];
  readonly cause: ReturnCause;
  readonly reason: string | null;
  readonly lines: readonly LineDiscount[];
  readonly subtotal: Money;
  readonly discount: Money;
  /** Off the refund, since what is kept no longer reaches the minimum. */
  readonly clawback: Money;
  /** What the customer gets back; nothing if a later code of the same order brings it. */
  readonly refund: Money;
  readonly givesUseBack: boolean;
  readonly createdAt: Date;
}

/**
 * What a redemption still counts for after a return that counts: less by what this return brings, and by no more. What
 * came back before for a cause that gives nothing back stays counted, also when the rest follows.
 */
export function countedAfter(
  { counted, shippingDiscount }: Redemption,
  { isWhole, givesUseBack, subtotal, discount, clawback }: Returned,
): Counts {
  // Shipping is no line's: its discount counts for as long as anything is kept.
  const shippingMinor = isWhole ? (shippingDiscount?.minor ?? 0n) : 0n;
  return {
    uses: givesUseBack ? 0n : counted.uses,
    discountMinor: larger(0n, counted.discountMinor - discount.minor - clawback.minor - shippingMinor),
    orderMinor: larger(0n, counted.orderMinor - subtotal.minor),
  };
}
