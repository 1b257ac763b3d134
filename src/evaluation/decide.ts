import { statusOf as campaignStatusOf, type Campaign } from '../campaigns/core.js';
import { isForEverything, matches } from '../coupons/applicability.js';
import { usesLeft, type Coupon } from '../coupons/core.js';
import { couponRevoked } from '../coupons/errors.js';
import { itemsOff, makesShippingFree, shippingOff } from '../discounts/core.js';
import { allocate, money } from '../lib/money.js';
import { isFailure } from '../lib/outcome.js';
import { phaseAt } from '../lib/window.js';
import type { Valuation } from './core.js';
import {
  campaignNotRunning,
  couponDraft,
  couponExpired,
  couponInactive,
  couponNotApplicable,
  couponNotYetActive,
  currencyMismatch,
  customerLimitReached,
  customerRequired,
  minimumOrderNotMet,
  usageLimitReached,
} from './errors.js';
import type { Order } from './order.js';

/** Everything a decision depends on. Nothing else is read: not the clock, not the database. */
export interface Question {
  readonly coupon: Coupon;
  /** The coupon's campaign; null if it has none. */
  readonly campaign: Campaign | null;
  readonly order: Order;
  readonly customerId: string | null;
  /** How often this customer has used the coupon. */
  readonly customerUses: number;
  readonly now: Date;
}

export type Refusal = NonNullable<
  ReturnType<typeof standing> | ReturnType<typeof limits> | Exclude<ReturnType<typeof valuate>, Valuation>
>;

/**
 * The one decision: what a coupon takes off an order, or the first reason why it does not. Validating and applying
 * both ask here, so they cannot differ. What could be cured by waiting or by another customer is asked first, what
 * the customer can mend in the cart last.
 */
export function decide(question: Question): Valuation | Refusal {
  return standing(question) ?? limits(question) ?? valuate(question);
}

/** Whether the coupon, and the campaign it belongs to, can be used by anybody now. */
function standing({ coupon, campaign, now }: Question) {
  const { code, state } = coupon;
  if (coupon.revokedAt) return couponRevoked(code, coupon.revokedAt);
  if (state === 'DRAFT') return couponDraft(code);
  if (state !== 'ACTIVE') return couponInactive(code);

  const phase = phaseAt({ from: coupon.validFrom, until: coupon.validUntil }, now);
  if (phase === 'BEFORE') return couponNotYetActive(code, coupon.validFrom!);
  if (phase === 'AFTER') return couponExpired(code, coupon.validUntil!);

  const campaignStatus = campaign && campaignStatusOf(campaign, now);
  return campaignStatus && campaignStatus !== 'ACTIVE'
    ? campaignNotRunning(code, campaign, campaignStatus)
    : null;
}

/** Whether a use is left, for anybody and for this customer. */
function limits({ coupon, customerId, customerUses }: Question) {
  const { code, maxUses, usesCount, perCustomerLimit } = coupon;
  if (maxUses !== null && usesLeft(coupon) === 0) return usageLimitReached(code, maxUses, usesCount);
  if (perCustomerLimit === null) return null;
  if (customerId === null) return customerRequired(code, perCustomerLimit);
  return customerUses >= perCustomerLimit
    ? customerLimitReached(code, customerId, perCustomerLimit, customerUses)
    : null;
}

/** What the coupon takes off this order. */
function valuate({ coupon, order, customerUses, customerId }: Question) {
  const { code, discount, minimumOrder } = coupon;
  if (coupon.currency && coupon.currency !== order.currency) {
    return currencyMismatch(code, coupon.currency, order.currency);
  }

  const weights = matchingWeights(coupon, order);
  if (isFailure(weights)) return weights;
  const matchingMinor = weights.reduce((sum, weight) => sum + weight, 0n);
  const inOrderCurrency = (minor: bigint) => money(minor, order.currency);
  if (minimumOrder && matchingMinor < minimumOrder.minor) {
    return minimumOrderNotMet(code, minimumOrder, inOrderCurrency(matchingMinor));
  }

  const discountMinor = itemsOff(discount, matchingMinor);
  const shippingMinor = order.shippingMinor === null ? null : shippingOff(discount, order.shippingMinor);
  const freeShipping = makesShippingFree(discount);
  const sparesShipping = freeShipping && shippingMinor !== 0n;
  if (discountMinor === 0n && !sparesShipping)
    return couponNotApplicable(code, 'NOTHING_TO_DISCOUNT', coupon.applicability);

  const parts = allocate(discountMinor, weights);
  const left = usesLeft(coupon);
  const valuation: Valuation = {
    couponId: coupon.id,
    subtotal: inOrderCurrency(order.subtotalMinor),
    discount: inOrderCurrency(discountMinor),
    total: inOrderCurrency(order.subtotalMinor - discountMinor),
    lines: (order.lines ?? []).map(({ lineId, sku, quantity, subtotalMinor }, index) => ({
      lineId,
      sku,
      quantity,
      subtotal: inOrderCurrency(subtotalMinor),
      discount: inOrderCurrency(parts[index]!),
      total: inOrderCurrency(subtotalMinor - parts[index]!),
    })),
    freeShipping,
    shippingDiscount: shippingMinor === null ? null : inOrderCurrency(shippingMinor),
    remaining: {
      uses: left === null ? null : left - 1,
      customerUses:
        coupon.perCustomerLimit === null || customerId === null
          ? null
          : coupon.perCustomerLimit - customerUses - 1,
    },
  };
  return valuation;
}

/** What each line weighs when the discount is split: its price if the coupon is for it, else nothing. */
function matchingWeights({ code, applicability }: Coupon, { lines, subtotalMinor }: Order) {
  if (!lines) {
    return isForEverything(applicability)
      ? [subtotalMinor]
      : couponNotApplicable(code, 'ITEMS_NEEDED', applicability);
  }
  const matching = lines.map((line) => matches(applicability, line));
  if (!matching.includes(true)) return couponNotApplicable(code, 'NO_MATCHING_ITEMS', applicability);
  return lines.map((line, index) => (matching[index] ? line.subtotalMinor : 0n));
}
