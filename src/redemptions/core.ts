import type { Coupon } from '../coupons/core.js';
import type { Reward } from '../discounts/reward.js';
import type { LineDiscount, Overrun, RemainingUses, Valuation } from '../evaluation/core.js';
import type { ReferenceTo } from '../evaluation/facts.js';
import type { Asked } from '../evaluation/tally.js';
import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import type { Money } from '../lib/money.js';
import type { TaxBasis } from '../lib/tax-basis.js';
import type { Use } from '../limits/count.js';

/** One counted use. What it took off is frozen: later changes of the coupon do not touch it. */
export interface Redemption {
  readonly id: Id<'redemption'>;
  readonly status: RedemptionStatus;
  readonly couponId: Id<'coupon'>;
  readonly couponCode: string;
  /** The campaign that the coupon belonged to: the use counts there, also when the coupon has left it. */
  readonly campaignId: Id<'campaign'> | null;
  /** The customer's id in the shop, as it was given. */
  readonly customerId: string | null;
  /** Under which limits count the customer: see customers/core.ts. */
  readonly customer: string | null;
  readonly reference: ReferenceTo | null;
  readonly channel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** What the order's amounts were stated in; null where the shop did not say. */
  readonly taxBasis: TaxBasis | null;
  readonly subtotal: Money;
  readonly discount: Money;
  readonly total: Money;
  readonly lines: readonly LineDiscount[];
  readonly freeShipping: boolean;
  readonly shippingDiscount: Money | null;
  /** What the customer got beside the order. */
  readonly reward: Reward | null;
  /** What the matching items had to come to. */
  readonly minimumOrder: Money | null;
  /** What it counts for in limits: less once some is given back, nothing once all is. */
  readonly counted: Counts;
  readonly overruns: readonly Overrun[];
  /** The reservation that holds it, or held it before it was completed. */
  readonly reservationId: Id<'reservation'> | null;
  /** The first of those that one request without a reference used together; null if it was alone, or has a reference. */
  readonly togetherId: Id<'redemption'> | null;
  /** Of the coupon's limits, right after this use: a repeat is answered with it. */
  readonly remaining: RemainingUses;
  readonly metadata: JsonObject;
  readonly createdAt: Date;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
}

/** RESERVED is held by a reservation, and counts as much as COMPLETED; EXPIRED was held too long. */
export type RedemptionStatus = 'RESERVED' | 'COMPLETED' | 'VOIDED' | 'EXPIRED';

export const isHeld = ({ status }: Redemption): boolean => status === 'RESERVED';

export const isUsed = ({ status }: Redemption): boolean => status === 'COMPLETED';

export type Counts = Pick<Use, 'uses' | 'discountMinor' | 'orderMinor'>;

const nothing: Counts = { uses: 0n, discountMinor: 0n, orderMinor: 0n };

/** What the one who uses a coupon says beside the code and the order, and what is known of the request. */
export interface Circumstances extends Pick<Asked, 'customer' | 'channel' | 'attributes'> {
  readonly id: Id<'redemption'>;
  readonly customerId: string | null;
  readonly reference: ReferenceTo | null;
  readonly metadata: JsonObject;
  readonly reservationId: Id<'reservation'> | null;
  readonly togetherId: Id<'redemption'> | null;
  readonly minimumOrder: Money | null;
}

export function redeemed(
  coupon: Coupon,
  valuation: Valuation,
  use: Use,
  circumstances: Circumstances,
): Redemption {
  // Written out, since each use makes one, and spreading so many fields takes far longer.
  return {
    id: circumstances.id,
    status: circumstances.reservationId ? 'RESERVED' : 'COMPLETED',
    couponId: valuation.couponId,
    couponCode: coupon.code,
    campaignId: coupon.campaignId,
    customerId: circumstances.customerId,
    customer: circumstances.customer,
    reference: circumstances.reference,
    channel: circumstances.channel,
    attributes: circumstances.attributes,
    taxBasis: valuation.taxBasis,
    subtotal: valuation.subtotal,
    discount: valuation.discount,
    total: valuation.total,
    lines: valuation.lines,
    freeShipping: valuation.freeShipping,
    shippingDiscount: valuation.shippingDiscount,
    reward: valuation.reward,
    minimumOrder: circumstances.minimumOrder,
    counted: { uses: use.uses, discountMinor: use.discountMinor, orderMinor: use.orderMinor },
    overruns: valuation.overruns,
    reservationId: circumstances.reservationId,
    togetherId: circumstances.togetherId,
    remaining: valuation.remaining,
    metadata: circumstances.metadata,
    createdAt: use.at,
    voidedAt: null,
    voidReason: null,
  };
}

/** What a redemption counts for at this moment, and where. */
export const useOf = ({ createdAt, customer, channel, attributes, counted, subtotal }: Redemption): Use => ({
  at: createdAt,
  customer,
  channel,
  attributes,
  currency: subtotal.currency,
  ...counted,
});

/** What of a redemption's money and use is no longer counted after a change. */
export function difference(before: Redemption, after: Redemption): Use {
  return {
    ...useOf(before),
    uses: before.counted.uses - after.counted.uses,
    discountMinor: before.counted.discountMinor - after.counted.discountMinor,
    orderMinor: before.counted.orderMinor - after.counted.orderMinor,
  };
}

/** A reserved redemption that is not to be completed: everything is given back, whatever the campaign's policy. */
export const unreserved = (
  redemption: Redemption,
  status: 'VOIDED' | 'EXPIRED',
  reason: string,
  now: Date,
): Redemption => ({
  ...redemption,
  status,
  counted: nothing,
  ...(status === 'VOIDED' && { voidedAt: now, voidReason: reason }),
});

/** A redemption as it was when it was made: what a repeat of the request that made it is answered with. */
export const asMade = (redemption: Redemption): Redemption => ({
  ...redemption,
  status: 'COMPLETED',
  counted: {
    uses: 1n,
    discountMinor: redemption.discount.minor + (redemption.shippingDiscount?.minor ?? 0n),
    orderMinor: redemption.subtotal.minor,
  },
  voidedAt: null,
  voidReason: null,
});

/** GraphQL's answer; the coupon is loaded by its id. */
export interface ApplyCouponSuccess extends Valuation {
  readonly __typename: 'ApplyCouponSuccess';
  readonly redemption: Redemption;
}

export interface Redeemer {
  /** Under which limits count the customer. */
  readonly customer: string;
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
