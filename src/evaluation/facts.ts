import type { Condition } from '../conditions/core.js';
import type { Campaign } from '../campaigns/core.js';
import type { Situation } from '../conditions/situation.js';
import type { Coupon } from '../coupons/core.js';
import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import type { Limit } from '../limits/core.js';
import type { Counter, CounterKey, Use } from '../limits/count.js';
import type { Rule } from '../rules/core.js';
import type { Valuation } from './core.js';

/** What is known of the coupons that somebody asks for. */
export interface Facts {
  /** The living coupon that a typed code stands for; none that comes by itself or is only for trying out. */
  couponFor(typed: string): Coupon | undefined;
  /** Also one that was deleted since it was used. None that is only for trying out. */
  couponById(id: Coupon['id']): Coupon | undefined;
  campaignOf(coupon: Coupon): Campaign | null;
  /** Those of the coupon and its template, if any, of the campaign, if any, and of the tenant. */
  limitsOf(of: Limited): readonly Limit[];
  /** Those of the coupon, its template, its campaign and the tenant, the first to be looked at first. */
  rulesOf(of: Limited): readonly Rule[];
  /** Whether a segment holds for somebody with these identities in this situation. */
  isIn(segment: string, identities: readonly string[], situation: Situation): boolean;
  /** What makes somebody a member of a segment; null of one that is a list, or is none. */
  readonly conditionOf: (segment: string) => Condition | null;
  /** Under which a customer with these identities is counted; null for nobody. */
  customerOf(identities: readonly string[]): string | null;
  customerUses(couponId: Coupon['id'], customer: string): number;
  counterAt(limit: Limit, key: CounterKey): Counter;
  /** What this reference holds of a coupon already, reserved or used. */
  heldFor(couponId: Coupon['id'], reference: ReferenceTo | null): Held | undefined;
  /** The coupons that this reference has already, reserved or used, whether or not anybody asks for them. */
  hadBy(reference: ReferenceTo | null): readonly Had[];
  /** The redemption that an idempotency key was answered with. */
  answerTo(idempotencyKey: string | null): Answer | undefined;
}

/** What limits and rules may concern: a coupon in its campaign, a campaign or a template by itself, or none of them. */
export interface Limited {
  readonly id: Coupon['id'] | null;
  readonly campaignId: Campaign['id'] | null;
  /** Asked only where there is no coupon: a coupon's is what it was made from, for good. */
  readonly templateId?: Coupon['templateId'];
}

/** What a code is used for, in another system. */
export interface ReferenceTo {
  readonly type: string;
  readonly id: string;
}

export const isSameReference = (one: ReferenceTo, other: ReferenceTo): boolean =>
  one.type === other.type && one.id === other.id;

/** A reference as maps know it. A type holds no space, so no two are alike. */
export const keyOfReference = ({ type, id }: ReferenceTo): string => `${type} ${id}`;

/**
 * What to hold so that nobody else uses or reserves anything for this order or checkout: of those who ask for it at once
 * each sees what the one before has got.
 */
export const nameOfReference = ({ type, id }: ReferenceTo): readonly string[] => [type, id];

/** A coupon as it is now, and the redemption by which an order or a checkout has it. */
export interface Had {
  readonly coupon: Coupon;
  readonly redemptionId: Id<'redemption'>;
  /** Under which the use is counted; null for nobody's. */
  readonly customer: string | null;
}

/** A redemption that counts at this moment. */
export interface Held {
  readonly redemptionId: Id<'redemption'>;
  readonly couponId: Coupon['id'];
  /** The campaign under which it counts: that of the coupon at the time. */
  readonly campaignId: Campaign['id'] | null;
  readonly status: 'RESERVED' | 'COMPLETED';
  readonly requestHash: string;
  readonly use: Use;
  /** Off the items alone: what a gift card paid. */
  readonly itemsOffMinor: bigint;
  /** Null while it is reserved. */
  readonly made: MadeUse | null;
}

/** A use as it was when it was made, whatever has been given back of it since: what a repeat is answered with. */
export interface MadeUse {
  readonly valuation: Valuation;
  /** What was said with it. */
  readonly metadata: JsonObject;
}

export interface Answer {
  readonly requestHash: string;
  readonly redemptionId: Id<'redemption'>;
}
