import type { Reward } from '../discounts/reward.js';
import type { Id } from '../lib/id.js';
import type { Money } from '../lib/money.js';
import type { TaxBasis } from '../lib/tax-basis.js';
import type { CheckedLimit } from './check.js';

/** What a code takes off an order: the answer of a decision that went well. */
export interface Valuation {
  readonly couponId: Id<'coupon'>;
  /** What all amounts are stated in: those of the order; null where the shop did not say. */
  readonly taxBasis: TaxBasis | null;
  readonly subtotal: Money;
  /** Off the items. */
  readonly discount: Money;
  readonly total: Money;
  /** They add up to the discount. Empty where only a sum was sent. */
  readonly lines: readonly LineDiscount[];
  readonly freeShipping: boolean;
  /** Null where the cost was not sent, or is not reduced. */
  readonly shippingDiscount: Money | null;
  /** What the customer gets beside the order; null for what only takes off money. */
  readonly reward: Reward | null;
  /** After this use; null is without limit. */
  readonly remaining: RemainingUses;
  /** The limits that let this use pass only by their over-run. */
  readonly overruns: readonly Overrun[];
}

/** By how much a limit was run over, in uses or minor units of its currency. */
export interface Overrun {
  readonly limitId: Id<'limit'>;
  readonly amount: bigint;
  /** Null for uses. */
  readonly currency: string | null;
}

export interface LineDiscount {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly subtotal: Money;
  readonly discount: Money;
  readonly total: Money;
}

export interface RemainingUses {
  readonly uses: number | null;
  readonly customerUses: number | null;
}

/** GraphQL's answer; the coupon is loaded by its id. */
export interface CheckLimitsSuccess {
  readonly __typename: 'CheckLimitsSuccess';
  readonly couponId: Id<'coupon'>;
  readonly limits: readonly CheckedLimit[];
}

/** GraphQL's answer; the coupon is loaded by its id. */
export interface ValidateCouponSuccess extends Valuation {
  readonly __typename: 'ValidateCouponSuccess';
}
