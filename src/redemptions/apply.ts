import { codeKey } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { couponNotFound, type CouponNotFound } from '../coupons/errors.js';
import { isAnothers, isRepeated, isReplaced, refusedAfter, refusedAnothers } from '../evaluation/again.js';
import { askedBy, soughtBy, type Asker } from '../evaluation/asker.js';
import { besideHad, conflictBeside, givenBack, hadBeside, type Candidate } from '../evaluation/beside.js';
import type { Context } from '../evaluation/context.js';
import type { Refusal } from '../evaluation/decide.js';
import type { ReferenceAlreadyRedeemed } from '../evaluation/errors.js';
import { keyOfReference, type Answer, type Facts, type Had, type Held } from '../evaluation/facts.js';
import { orderAfter, type Order } from '../evaluation/order.js';
import type { Conflict, CouponConflict } from '../evaluation/stack.js';
import { useOf, type Asked, type Tally } from '../evaluation/tally.js';
import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { larger, money, type Money } from '../lib/money.js';
import { isFailure, type Failure } from '../lib/outcome.js';
import { idempotencyConflict, type IdempotencyConflict } from '../lib/repeat.js';
import { redeemed, useOf as countedUseOf, type Redemption } from './core.js';

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
  /** The first of the redemptions that nothing but this request holds together; null if it is alone, or something does. */
  readonly togetherId: Id<'redemption'> | null;
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

export type Refused = CouponNotFound | Refusal | CouponConflict | ReferenceAlreadyRedeemed;

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
  /** What the order's checkout has reserved, and does not use. */
  readonly givenUp: readonly Open[];
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
  const had = new Map<string, Had[]>();

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
    const asking = { customer: asked.customer, isForSelf: request.isForSelf };
    if (isAnothers(hadBy(request), asking)) return refusedAnothers(tally, coupon);
    const isReserving = request.reservationId !== null;
    if (own && !isReplaced(own, coupon, { ...asking, isReserving })) {
      if (!isRepeated(own, { requestHash, isReserving })) return refusedAfter(tally, coupon, own);
      if (idempotencyKey !== null) answers.set(idempotencyKey, own);
      return { kind: 'REPEATED', redemptionId: own.redemptionId };
    }
    return { request, coupon, own: own ?? null, asked };
  }

  function refusalOf({ coupon, asked }: Open): Refusal | null {
    const decided = tally.decide(coupon, asked);
    return isFailure(decided) ? decided : null;
  }

  /** Counts what a coupon is worth to a request; what its reference held of it was given back before. */
  function make({ request, coupon, own, asked }: Open, order = request.order): Made | Refusal {
    const valuation = tally.decide(coupon, { ...asked, order });
    if (isFailure(valuation)) return valuation;

    const counted = useOf(asked, valuation, now);
    const {
      redemptionId: id,
      customerId,
      channel,
      attributes,
      metadata,
      reservationId,
      togetherId,
    } = request;
    const { reference, idempotencyKey, requestHash } = request;
    const { customer } = asked;
    const redemption = redeemed(coupon, valuation, counted, {
      minimumOrder: minimumLeft(coupon, order),
      ...{ id, customerId, customer, reference, channel, attributes, metadata, reservationId, togetherId },
    });
    tally.take(coupon, counted, redemption.discount.minor);
    if (idempotencyKey !== null) answers.set(idempotencyKey, { requestHash, redemptionId: id });
    if (reference) {
      held.set(referenceKey(coupon, request), heldBy(redemption, requestHash));
      const name = keyOfReference(reference);
      had.set(name, [...(had.get(name) ?? []), { coupon, redemptionId: id, customer }]);
    }
    return { kind: 'MADE', redemption, replaced: own };
  }

  /** What a reference has, also by requests before. */
  function hadBy({ reference }: ApplyRequest): readonly Had[] {
    if (!reference) return [];
    const before = facts.hadBy(reference);
    const now = had.get(keyOfReference(reference));
    return now ? [...before, ...now] : before;
  }

  const besides = (request: ApplyRequest, candidates: readonly Candidate[]): readonly Had[] =>
    hadBeside(hadBy(request), candidates);

  /** What the coupon is worth to this request, counted; what its reference held of it before is given back. */
  function use(request: ApplyRequest): Applied {
    const opened = open(request);
    if (!('coupon' in opened)) return opened;
    const conflict = conflictBeside(opened.coupon, besides(request, [opened]));
    const restore = givenBack(tally, [opened]);
    const made = conflict ? (refusalOf(opened) ?? conflict) : make(opened);
    if (isFailure(made)) restore();
    return made;
  }

  /** Decides which of several coupons are used together for one order; nothing is counted yet. */
  function choose<C extends Chosen>(requests: readonly ApplyRequest[], choice: Choose<C>): Together<C> {
    const opened = new Map<Coupon['id'], Open>();
    const spelled = eachSpelling(requests).map((request) => {
      const one = open(request);
      // A code that is written twice, in whatever way, is used once.
      if ('coupon' in one && !opened.has(one.coupon.id)) opened.set(one.coupon.id, one);
      return { request, one };
    });
    const candidates = [...opened.values()];
    const [first] = candidates;

    const restore = givenBack(tally, candidates);
    const coupons = candidates.map(({ coupon }) => coupon);
    const beside = first && besideHad(tally, coupons, besides(first.request, candidates), first.asked);
    const made = beside ? choice(tally, beside.free, first.asked) : null;
    restore();
    const rejected: readonly NotChosen[] = [...(made?.rejected ?? []), ...(beside?.rejected ?? [])];
    const why = new Map(rejected.map((one) => [one.coupon.id, one]));
    const refused = spelled.flatMap(({ request, one }): RefusedRequest[] => {
      if ('coupon' in one) {
        const rejected = why.get(one.coupon.id);
        return rejected ? [{ ...rejected, request }] : [];
      }
      if (!isFailure(one)) return [];
      return [{ request, coupon: soughtBy(facts, request) ?? null, reasons: [one], conflicts: [] }];
    });
    const chosen = made?.applied.map(({ coupon }) => opened.get(coupon.id)!) ?? [];
    const givenUp = candidates.filter((one) => one.own && !chosen.includes(one));
    return { chosen, givenUp, choice: made, refused };
  }

  /** Counts what was chosen, each on what those before it have left of the order. */
  function useAll({ chosen, givenUp }: Pick<Together<Chosen>, 'chosen' | 'givenUp'>): (Made | Refusal)[] {
    givenBack(tally, [...chosen, ...givenUp]);
    let order = chosen[0]?.request.order;
    return chosen.map((one) => {
      const made = make(one, order);
      if (!isFailure(made)) order = orderAfter(order!, one.coupon, made.redemption);
      return made;
    });
  }

  return { use, choose, useAll };
}

/**
 * Each spelling of a code once. Spellings are told apart whatever they stand for: how many are answered must not tell
 * whether there is such a coupon.
 */
const eachSpelling = (requests: readonly ApplyRequest[]): ApplyRequest[] => {
  const first = new Map<string, ApplyRequest>();
  for (const request of requests) {
    const name = request.couponId ?? codeKey(request.code, true);
    if (!first.has(name)) first.set(name, request);
  }
  return [...first.values()];
};

/** What the items had to come to, less what other codes of the order have taken off before: prices are frozen after that. */
const minimumLeft = ({ minimumOrder }: Coupon, { takenMinor }: Order): Money | null =>
  minimumOrder && money(larger(0n, minimumOrder.minor - takenMinor), minimumOrder.currency);

const referenceKey = ({ id }: Coupon, { reference }: ApplyRequest): string =>
  `${id} ${keyOfReference(reference!)}`;

const heldBy = (redemption: Redemption, requestHash: string): Held => ({
  redemptionId: redemption.id,
  couponId: redemption.couponId,
  campaignId: redemption.campaignId,
  status: redemption.reservationId ? 'RESERVED' : 'COMPLETED',
  requestHash,
  use: countedUseOf(redemption),
  itemsOffMinor: redemption.discount.minor,
  made: redemption.reservationId ? null : { valuation: redemption, metadata: redemption.metadata },
});
