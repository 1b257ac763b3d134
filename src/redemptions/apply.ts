import { codeKey } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { couponNotFound, type CouponNotFound } from '../coupons/errors.js';
import { askedBy, soughtBy, type Asker } from '../evaluation/asker.js';
import { chooseBeside, givenBack, type Candidate } from '../evaluation/beside.js';
import type { Context } from '../evaluation/context.js';
import type { Refusal } from '../evaluation/decide.js';
import type { Answer, Facts, Held } from '../evaluation/facts.js';
import { orderAfter, type Order } from '../evaluation/order.js';
import type { Conflict } from '../evaluation/stack.js';
import { useOf, type Asked, type Tally } from '../evaluation/tally.js';
import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { larger, money, type Money } from '../lib/money.js';
import { isFailure, type Failure } from '../lib/outcome.js';
import { idempotencyConflict, type IdempotencyConflict } from '../lib/repeat.js';
import { redeemed, useOf as countedUseOf, type Redemption } from './core.js';
import { referenceAlreadyRedeemed, type ReferenceAlreadyRedeemed } from './errors.js';

/** A request to use a code, checked. */
export interface ApplyRequest extends Asker {
  readonly order: Order;
  readonly context: Context;
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

/** A request that may lead to a use: its coupon, and what its reference holds of it that the use would replace. */
interface Open extends Candidate {
  readonly request: ApplyRequest;
  readonly asked: Asked;
}

/** Decides which coupons are used together for one order, and why the others are not. */
export type Choose<C extends Chosen> = (tally: Tally, coupons: readonly Coupon[], asked: Asked) => C;

export interface Chosen {
  /** In the order in which they are used. */
  readonly applied: readonly { readonly coupon: Coupon }[];
  readonly rejected: readonly NotChosen[];
}

export interface NotChosen {
  readonly coupon: Coupon;
  readonly reasons: readonly Failure[];
  readonly conflicts: readonly Conflict[];
}

/** What becomes of requests that are used together. */
export interface Together<C extends Chosen> {
  /** What is to be used, in order. */
  readonly chosen: readonly Open[];
  /** Null where there was nothing to choose from. */
  readonly choice: C | null;
  /** What is not used, and why; in the order in which it was asked for, which tells nothing of the reasons. */
  readonly refused: readonly RefusedRequest[];
}

export interface RefusedRequest extends Omit<NotChosen, 'coupon'> {
  readonly request: ApplyRequest;
  /** Null where there is none. */
  readonly coupon: Coupon | null;
}

/**
 * Decides on requests one after the other, each on what the ones before it have left: what one transaction does for all
 * of them. Pure: facts and tally are what was loaded under lock.
 */
export function openCounter(facts: Facts, tally: Tally, now: Date) {
  const answers = new Map<string, Answer>();
  const held = new Map<string, Held>();

  /** What a request has led to already, or what it may lead to. */
  function open(request: ApplyRequest): Applied | Open {
    const { code, reference, idempotencyKey, requestHash } = request;
    const answer =
      idempotencyKey === null ? undefined : (answers.get(idempotencyKey) ?? facts.answerTo(idempotencyKey));
    if (answer) {
      return answer.requestHash === requestHash
        ? { kind: 'REPEATED', redemptionId: answer.redemptionId }
        : idempotencyConflict('applyCoupon', idempotencyKey!);
    }

    const coupon = soughtBy(facts, request);
    if (!coupon) return couponNotFound(code);
    const own = reference && (held.get(referenceKey(coupon, request)) ?? facts.heldFor(coupon.id, reference));
    const asked = askedBy(facts, request, now);
    if (own && !mayReplace(own, coupon, request, asked.customer)) {
      if (!isRepeat(own, request)) return referenceAlreadyRedeemed(coupon.code, own.redemptionId);
      if (idempotencyKey !== null) answers.set(idempotencyKey, own);
      return { kind: 'REPEATED', redemptionId: own.redemptionId };
    }
    return { request, coupon, own: own ?? null, asked };
  }

  /** Counts what a coupon is worth to a request; what its reference held of it was given back before. */
  function make({ request, coupon, own, asked }: Open, order = request.order): Made | Refusal {
    const valuation = tally.decide(coupon, { ...asked, order });
    if (isFailure(valuation)) return valuation;

    const counted = useOf(asked, valuation, now);
    const { redemptionId: id, customerId, channel, attributes, metadata, reservationId } = request;
    const { reference, idempotencyKey, requestHash } = request;
    const { customer } = asked;
    const redemption = redeemed(coupon, valuation, counted, {
      minimumOrder: minimumLeft(coupon, order),
      ...{ id, customerId, customer, reference, channel, attributes, metadata, reservationId },
    });
    tally.take(coupon, counted, redemption.discount.minor);
    if (idempotencyKey !== null) answers.set(idempotencyKey, { requestHash, redemptionId: id });
    if (reference) held.set(referenceKey(coupon, request), heldBy(redemption, requestHash));
    return { kind: 'MADE', redemption, replaced: own };
  }

  /** What the coupon is worth to this request, counted; what its reference held of it before is given back. */
  function use(request: ApplyRequest): Applied {
    const opened = open(request);
    if (!('coupon' in opened)) return opened;
    const restore = givenBack(tally, [opened]);
    const made = make(opened);
    if (isFailure(made)) restore();
    return made;
  }

  /** Decides which of several coupons are used together for one order; nothing is counted yet. */
  function choose<C extends Chosen>(requests: readonly ApplyRequest[], choice: Choose<C>): Together<C> {
    const refused = new Map<ApplyRequest, RefusedRequest>();
    const opened = new Map<Coupon['id'], Open>();
    for (const request of eachOnce(facts, requests)) {
      const one = open(request);
      if ('coupon' in one) opened.set(one.coupon.id, one);
      else if (isFailure(one)) {
        const coupon = soughtBy(facts, request) ?? null;
        refused.set(request, { request, coupon, reasons: [one], conflicts: [] });
      }
    }
    const refusedInOrder = () => requests.flatMap((request) => refused.get(request) ?? []);
    const candidates = [...opened.values()];
    const [first] = candidates;
    if (!first) return { chosen: [], choice: null, refused: refusedInOrder() };

    const made = chooseBeside(tally, candidates, (coupons) => choice(tally, coupons, first.asked));
    for (const one of [...made.before, made.choice].flatMap(({ rejected }) => rejected)) {
      const { request } = opened.get(one.coupon.id)!;
      refused.set(request, { ...one, request });
    }
    const chosen = made.choice.applied.map(({ coupon }) => opened.get(coupon.id)!);
    return { chosen, choice: made.choice, refused: refusedInOrder() };
  }

  /** Counts what was chosen, each on what those before it have left of the order. */
  function useAll(chosen: readonly Open[]): (Made | Refusal)[] {
    givenBack(tally, chosen);
    let order = chosen[0]?.request.order;
    return chosen.map((one) => {
      const made = make(one, order);
      if (!isFailure(made)) order = orderAfter(order!, one.coupon, made.redemption);
      return made;
    });
  }

  return { use, choose, useAll };
}

/** A code that is written twice, in whatever way, is asked for once; so is one that there is not. */
const eachOnce = (facts: Facts, requests: readonly ApplyRequest[]): ApplyRequest[] => {
  const first = new Map<string, ApplyRequest>();
  for (const request of requests) {
    const name = soughtBy(facts, request)?.id ?? codeKey(request.code, false);
    first.set(name, first.get(name) ?? request);
  }
  return [...first.values()];
};

/** What the items had to come to, less what other codes of the order have taken off before: prices are frozen after that. */
const minimumLeft = ({ minimumOrder }: Coupon, { takenMinor }: Order): Money | null =>
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
