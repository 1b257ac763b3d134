import type { Discount } from '../discounts/core.js';
import type { Id } from '../lib/id.js';

/** A storefront. It has fans, and a discount on offer for them. */
export interface Brand {
  readonly id: Id<'brand'>;
  readonly slug: string;
  readonly name: string;
  readonly offer: Offer | null;
  readonly realiserUrl: string | null;
  readonly verifierUrl: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a fan who signs up gets. */
export interface Offer {
  readonly name: string;
  readonly description: string | null;
  readonly discount: Discount;
  /** The code that all fans get; null if each gets a code of their own. */
  readonly fixedCode: string | null;
  /** The coupon with the fixed code; null exactly if there is none. */
  readonly couponId: Id<'coupon'> | null;
  readonly usageLimit: number | null;
  readonly validUntil: Date | null;
  readonly verifyEmail: boolean;
}
