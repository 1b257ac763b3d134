import type { Coupon } from '../coupons/core.js';
import { couponNotFound, type CouponNotFound } from '../coupons/errors.js';
import { decide, type Refusal } from '../evaluation/decide.js';
import type { Facts } from '../evaluation/facts.js';
import { usesKey } from '../evaluation/facts.js';
import type { Order } from '../evaluation/order.js';
import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { isFailure } from '../lib/outcome.js';
import { idempotencyConflict, type IdempotencyConflict } from '../lib/repeat.js';
import { redeemed, type Redemption, type Reference } from './core.js';
import { referenceAlreadyRedeemed, type ReferenceAlreadyRedeemed } from './errors.js';

/** A request to use a code, checked. */
export interface ApplyRequest {
  readonly code: string;
  readonly order: Order;
  readonly customerId: string | null;
  readonly reference: Reference | null;
  readonly channel: string | null;
  readonly metadata: JsonObject;
  readonly idempotencyKey: string | null;
  /** What the request asks, whatever key it bears: two with the same hash are one and the same. */
  readonly requestHash: string;
  /** The id that the redemption gets if there is one. */
  readonly redemptionId: Id<'redemption'>;
}

export interface Earlier {
  readonly requestHash: string;
  readonly redemption: Redemption;
}

/** What was redeemed before that may be what a request repeats. */
export interface EarlierRedemptions {
  byIdempotencyKey: Map<string, Earlier>;
  /** Redemptions that were not voided, by `referenceKey`. */
  byReference: Map<string, Earlier>;
}

export type Applied =
  | { readonly kind: 'MADE' | 'REPEATED'; readonly redemption: Redemption }
  | CouponNotFound
  | Refusal
  | ReferenceAlreadyRedeemed
  | IdempotencyConflict;

export const referenceKey = (couponId: Id<'coupon'>, { type, id }: Reference): string =>
  `${couponId} ${type} ${id}`;

/**
 * Decides on requests one after the other, each on what the ones before it have left: what one transaction does for
 * all of them. Pure: `facts` and `earlier` are what was loaded under lock.
 */
export function applyAll(
  requests: readonly ApplyRequest[],
  facts: Facts,
  earlier: EarlierRedemptions,
  now: Date,
): Applied[] {
  const usesMade = new Map<Coupon['id'], number>();
  const customerUsesMade = new Map<string, number>();
  const byIdempotencyKey = new Map(earlier.byIdempotencyKey);
  const byReference = new Map(earlier.byReference);

  return requests.map((request): Applied => {
    const { code, customerId, reference, idempotencyKey, requestHash } = request;
    const sameKey = idempotencyKey === null ? undefined : byIdempotencyKey.get(idempotencyKey);
    if (sameKey) {
      return sameKey.requestHash === requestHash
        ? { kind: 'REPEATED', redemption: sameKey.redemption }
        : idempotencyConflict('applyCoupon', idempotencyKey!);
    }

    const coupon = facts.couponFor(code);
    if (!coupon) return couponNotFound(code);
    const sameReference = reference ? byReference.get(referenceKey(coupon.id, reference)) : undefined;
    if (sameReference) {
      if (idempotencyKey !== null && sameReference.requestHash === requestHash) {
        byIdempotencyKey.set(idempotencyKey, sameReference);
      }
      return sameReference.requestHash === requestHash
        ? { kind: 'REPEATED', redemption: sameReference.redemption }
        : referenceAlreadyRedeemed(coupon.code, sameReference.redemption.id);
    }

    const made = usesMade.get(coupon.id) ?? 0;
    const customerKey = customerId === null ? null : usesKey(coupon.id, customerId);
    const madeByCustomer = customerKey === null ? 0 : (customerUsesMade.get(customerKey) ?? 0);
    const valuation = decide({
      coupon: { ...coupon, usesCount: coupon.usesCount + made },
      campaign: facts.campaignOf(coupon),
      order: request.order,
      customerId,
      customerUses: facts.customerUses(coupon, customerId) + madeByCustomer,
      now,
    });
    if (isFailure(valuation)) return valuation;

    const { redemptionId: id, channel, metadata } = request;
    const circumstances = { id, customerId, reference, channel, metadata, createdAt: now };
    const redemption = redeemed(coupon, valuation, circumstances);
    usesMade.set(coupon.id, made + 1);
    if (customerKey !== null) customerUsesMade.set(customerKey, madeByCustomer + 1);
    if (idempotencyKey !== null) byIdempotencyKey.set(idempotencyKey, { requestHash, redemption });
    if (reference) byReference.set(referenceKey(coupon.id, reference), { requestHash, redemption });
    return { kind: 'MADE', redemption };
  });
}
