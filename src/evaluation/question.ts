import type { Campaign } from '../campaigns/core.js';
import type { Situation } from '../conditions/situation.js';
import type { Coupon } from '../coupons/core.js';
import type { TaxBasis } from '../lib/tax-basis.js';
import type { Limit } from '../limits/core.js';
import type { Standing } from '../limits/count.js';
import type { Rule } from '../rules/core.js';
import type { Order } from './order.js';

/** Everything a decision depends on. Nothing else is read: not the clock, not the database. */
export interface Question {
  readonly coupon: Coupon;
  /** The coupon's campaign; null if it has none. */
  readonly campaign: Campaign | null;
  /** Those of the coupon, its campaign and the tenant, the first to be looked at first. */
  readonly rules: readonly Rule[];
  /** What their conditions see. */
  readonly situation: () => Situation;
  readonly order: Order;
  /** Under which the customer is counted; null if nobody said who it is. */
  readonly customer: string | null;
  /** As the customer is called in answers. */
  readonly customerId: string | null;
  /** How often this customer has used the coupon. */
  readonly customerUses: number;
  /** The limits of the coupon, its campaign and the tenant, as far as they are used. */
  readonly limits: readonly Counted[];
  /** What the order's amounts are stated in; null where nobody said. */
  readonly taxBasis: TaxBasis | null;
  /** ISO 3166-1, two letters; null where nobody said. */
  readonly shippingCountry: string | null;
  /** A gift card pays no more than this; null for as much as it can. */
  readonly amountMinor: bigint | null;
  readonly now: Date;
}

/** A limit, and what is used of it where this use would be counted. */
export interface Counted extends Standing {
  readonly limit: Limit;
  /** Among whose uses: the customer, the channel or the attribute's value; empty for everyone, and where none was said. */
  readonly key: string;
}
