import type { Coupon } from '../coupons/core.js';
import type { LineDiscount, RemainingUses, Valuation } from '../evaluation/core.js';
import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import type { Money } from '../lib/money.js';
import { redemptionAlreadyVoided, type RedemptionAlreadyVoided } from './errors.js';

/** One counted use. What it took off is frozen: later changes of the coupon do not touch it. */
export interface Redemption {
  readonly id: Id<'redemption'>;
  readonly status: RedemptionStatus;
  readonly couponId: Id<'coupon'>;
  readonly couponCode: string;
  readonly campaignId: Id<'campaign'> | null;
  readonly customerId: string | null;
  readonly reference: Reference | null;
  readonly channel: string | null;
  readonly subtotal: Money;
  readonly discount: Money;
  readonly total: Money;
  readonly lines: readonly LineDiscount[];
  readonly freeShipping: boolean;
  readonly shippingDiscount: Money | null;
  /** Of the coupon's limits, right after this use: a repeat is answered with it. */
  readonly remaining: RemainingUses;
  readonly metadata: JsonObject;
  readonly createdAt: Date;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
}

export type RedemptionStatus = 'COMPLETED' | 'VOIDED';

export const referenceTypes = ['ORDER', 'CHECKOUT', 'GIFT', 'MANUAL'] as const;

/** What a code was used for, in another system. */
export interface Reference {
  readonly type: (typeof referenceTypes)[number];
  readonly id: string;
}

/** What the one who applies a coupon says beside the code and the order. */
export interface Circumstances {
  readonly id: Id<'redemption'>;
  readonly customerId: string | null;
  readonly reference: Reference | null;
  readonly channel: string | null;
  readonly metadata: JsonObject;
  readonly createdAt: Date;
}

export function redeemed(coupon: Coupon, valuation: Valuation, circumstances: Circumstances): Redemption {
  return {
    ...valuation,
    ...circumstances,
    status: 'COMPLETED',
    couponCode: coupon.code,
    campaignId: coupon.campaignId,
    voidedAt: null,
    voidReason: null,
  };
}

export function voided(
  redemption: Redemption,
  reason: string | null,
  now: Date,
): Redemption | RedemptionAlreadyVoided {
  if (redemption.voidedAt) return redemptionAlreadyVoided(redemption.id, redemption.voidedAt);
  return { ...redemption, status: 'VOIDED', voidedAt: now, voidReason: reason };
}

/** A redemption as it was when it was made: what a repeat of the request that made it is answered with. */
export const asMade = (redemption: Redemption): Redemption => ({
  ...redemption,
  status: 'COMPLETED',
  voidedAt: null,
  voidReason: null,
});

/** GraphQL's answer; the coupon is loaded by its id. */
export interface ApplyCouponSuccess extends Valuation {
  readonly __typename: 'ApplyCouponSuccess';
  readonly redemption: Redemption;
}

export interface Redeemer {
  readonly customerId: string;
  readonly usesCount: number;
  readonly firstRedeemedAt: Date;
  readonly lastRedeemedAt: Date;
}

export interface RedemptionFilter {
  readonly couponId?: string | null | undefined;
  readonly customerId?: string | null | undefined;
  readonly referenceId?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly status?: RedemptionStatus | null | undefined;
  readonly from?: Date | null | undefined;
  readonly until?: Date | null | undefined;
}
