import type { Coupon } from '../coupons/core.js';
import { couponNotFound, type CouponNotFound } from '../coupons/errors.js';
import { askedBy, type Asker } from '../evaluation/asker.js';
import type { Refusal } from '../evaluation/decide.js';
import type { Answer, Facts, Held } from '../evaluation/facts.js';
import type { Order } from '../evaluation/order.js';
import { useOf, type Tally } from '../evaluation/tally.js';
import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { larger, money, type Money } from '../lib/money.js';
import { isFailure } from '../lib/outcome.js';
import { idempotencyConflict, type IdempotencyConflict } from '../lib/repeat.js';
import { redeemed, useOf as countedUseOf, type Redemption } from './core.js';
import { referenceAlreadyRedeemed, type ReferenceAlreadyRedeemed } from './errors.js';

/** A request to use a code, checked. */
export interface ApplyRequest extends Asker {
  readonly order: Order;
  readonly customerId: string | null;
  /** Of a gift card, no more than this. */
  readonly amountMinor: bigint | null;
  readonly metadata: JsonObject;
  readonly idempotencyKey: string | null;
  /** What the request asks, whatever key it bears: two with the same hash are one and the same. */
  readonly requestHash: string;
  /** The id that the redemption gets if there is one. */
  readonly redemptionId: Id<'redemption'>;
  /** Whether it is asked for by a user's token, which may touch only what the user holds. */
  readonly isForSelf: boolean;
  /** The reservation that is to hold the use; null if it is to be completed at once. */
  readonly reservationId: Id<'reservation'> | null;
}

export type Applied =
  | Made
  | { readonly kind: 'REPEATED'; readonly redemptionId: Redemption['id'] }
  | Refused
  | IdempotencyConflict;

/** A use that is to be saved. */
export interface Made {
  readonly kind: 'MADE';
  readonly redemption: Redemption;
  /** What its reference had reserved before, and has no longer. */
  readonly replaced: Held | null;
}

export type Refused = CouponNotFound | Refusal | ReferenceAlreadyRedeemed;

/**
 * Decides on requests one after the other, each on what the ones before it have left: what one transaction does for all
 * of them. Pure: facts and tally are what was loaded under lock.
 */
export function openCounter(facts: Facts, tally: Tally, now: Date) {
  const answers = new Map<string, Answer>();
  const held = new Map<string, Held>();

  /** What the coupon is worth to this request, counted; what its reference held of it before is given back. */
  function use(request: ApplyRequest): Applied {
    const { code, reference, idempotencyKey, requestHash } = request;
    const answer =
      idempotencyKey === null ? undefined : (answers.get(idempotencyKey) ?? facts.answerTo(idempotencyKey));
    if (answer) {
      return answer.requestHash === requestHash
        ? { kind: 'REPEATED', redemptionId: answer.redemptionId }
        : idempotencyConflict('applyCoupon', idempotencyKey!);
    }

    const coupon = facts.couponFor(code);
    if (!coupon) return couponNotFound(code);
    const own = reference && (held.get(referenceKey(coupon, request)) ?? facts.heldFor(coupon.id, reference));
    const asked = askedBy(facts, request);
    if (own && !mayReplace(own, coupon, request, asked.customer)) {
      if (!isRepeat(own, request)) return referenceAlreadyRedeemed(coupon.code, own.redemptionId);
      if (idempotencyKey !== null) answers.set(idempotencyKey, own);
      return { kind: 'REPEATED', redemptionId: own.redemptionId };
    }

    // To take it again would not be to undo it: what has left a rolling window is not given back.
    const undo = own && tally.giveBack(coupon, own.use, own.itemsOffMinor);
    const valuation = tally.decide(coupon, asked);
    if (isFailure(valuation)) {
      undo?.();
      return valuation;
    }

    const counted = useOf(asked, valuation, now);
    const { redemptionId: id, customerId, channel, attributes, metadata, reservationId } = request;
    const { customer } = asked;
    const redemption = redeemed(coupon, valuation, counted, {
      minimumOrder: minimumLeft(coupon, request.order),
      ...{ id, customerId, customer, reference, channel, attributes, metadata, reservationId },
    });
    tally.take(coupon, counted, redemption.discount.minor);
    if (idempotencyKey !== null) answers.set(idempotencyKey, { requestHash, redemptionId: id });
    if (reference) held.set(referenceKey(coupon, request), heldBy(redemption, requestHash));
    return { kind: 'MADE', redemption, replaced: own ?? null };
  }

  return { use };
}

/** What the items had to come to, less what other codes of the order have taken off before: prices are frozen after that. */
const minimumLeft = ({ minimumOrder }: Coupon, { takenMinor }: ApplyRequest['order']): Money | null =>
  minimumOrder && money(larger(0n, minimumOrder.minor - takenMinor), minimumOrder.currency);

const referenceKey = ({ id }: Coupon, { reference }: ApplyRequest): string =>
  `${id} ${reference!.type} ${reference!.id}`;

/** What a checkout has reserved never stands in its way; what was counted under a campaign is given back there only. */
const mayReplace = (
  own: Held,
  { campaignId }: Coupon,
  request: ApplyRequest,
  customer: string | null,
): boolean =>
  own.status === 'RESERVED' &&
  request.reservationId === null &&
  own.campaignId === campaignId &&
  (!request.isForSelf || own.use.customer === customer);

/** What a reservation has become a use for can be used again by nobody, also not by whoever asks for the same again. */
const isRepeat = (own: Held, { requestHash, reservationId }: ApplyRequest): boolean =>
  own.requestHash === requestHash && (own.status === 'COMPLETED') === (reservationId === null);

const heldBy = (redemption: Redemption, requestHash: string): Held => ({
  redemptionId: redemption.id,
  couponId: redemption.couponId,
  campaignId: redemption.campaignId,
  status: redemption.reservationId ? 'RESERVED' : 'COMPLETED',
  requestHash,
  use: countedUseOf(redemption),
  itemsOffMinor: redemption.discount.minor,
});
