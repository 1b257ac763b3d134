import type { Campaign } from '../campaigns/core.js';
import { meantBy } from '../coupons/code.js';
import { isTypeable, type Coupon } from '../coupons/core.js';
import { alsoFolded, customerOf } from '../customers/core.js';
import type { Id } from '../lib/id.js';
import type { Versioned } from '../lib/remembered.js';
import type { Limit } from '../limits/core.js';
import { emptyCounter } from '../limits/count.js';
import type { Rule } from '../rules/core.js';
import type { Segment } from '../segments/core.js';
import { isMember } from '../segments/membership.js';
import { segmentKey } from '../segments/name.js';
import { concerns, inForce, type Belonging } from './belonging.js';
import {
  keyOfReference,
  type Answer,
  type Facts,
  type Had,
  type Held,
  type Limited,
  type ReferenceTo,
} from './facts.js';

/** What one look at the database has found of all that was sought. */
export interface Found {
  readonly coupons: readonly Coupon[];
  readonly campaigns: readonly Campaign[];
  readonly limits: readonly Limit[];
  /** Identity → customer, of identities that are linked. */
  readonly customers: ReadonlyMap<string, string>;
  readonly foldsAliases: boolean;
  /** How often customers have used the coupons; who was made one of several may be here several times. */
  readonly redeemers: readonly {
    readonly couponId: Coupon['id'];
    readonly customer: string;
    readonly uses: number;
  }[];
  /** Idempotency key → what it was answered with. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly held: readonly (Held & { readonly reference: ReferenceTo })[];
  /** What references have of other coupons than these. */
  readonly beside: readonly (Had & { readonly reference: ReferenceTo })[];
  /** The rules of the coupons, templates and campaigns, and of the tenant. */
  readonly rules: readonly Versioned<Id<'rule'>>[];
  /** The segments that their conditions name. */
  readonly segments: readonly Versioned<Id<'segment'>>[];
  /** Who is listed in them, of those who ask. */
  readonly members: readonly { readonly segmentId: Id<'segment'>; readonly customer: string }[];
}

/** What of it is found by version alone. */
export interface Definitions {
  readonly rules: readonly Rule[];
  readonly segments: readonly Segment[];
}

/** What was found, as it is asked for. Nothing is counted yet: counters are looked up once it is known which. */
export function factsOf(found: Found, { rules, segments }: Definitions): Facts {
  const typeable = found.coupons.filter(isTypeable);
  const byId = new Map(found.coupons.flatMap((coupon) => (coupon.isTest ? [] : [[coupon.id, coupon]])));
  const rulesInForce = new Map<string, readonly Rule[]>();
  const segmentsByName = new Map(segments.map((segment) => [segmentKey(segment.name), segment]));
  const members = new Set(found.members.map(({ segmentId, customer }) => `${segmentId} ${customer}`));
  const typed = new Map<string, Coupon | undefined>();
  const campaigns = new Map(found.campaigns.map((campaign) => [campaign.id, campaign]));
  const uses = new Map<string, number>();
  for (const { couponId, customer, uses: own } of found.redeemers) {
    const name = `${couponId} ${customer}`;
    uses.set(name, (uses.get(name) ?? 0) + own);
  }
  const limits = new Map<string, readonly Limit[]>();
  const templates = new Map(found.coupons.map(({ id, templateId }) => [id, templateId]));
  const belonging = ({ id, campaignId, templateId = null }: Limited): Belonging => ({
    couponId: id,
    campaignId,
    templateId: id === null ? templateId : (templates.get(id) ?? null),
  });
  const nameOfLimited = ({ id, campaignId, templateId }: Limited) => `${id ?? templateId} ${campaignId}`;
  const nameOf = (couponId: Coupon['id'], reference: ReferenceTo) =>
    `${couponId} ${keyOfReference(reference)}`;
  const held = new Map(found.held.map((one) => [nameOf(one.couponId, one.reference), one]));

  const had = new Map<string, Had[]>();
  const note = (reference: ReferenceTo, one: Had) => {
    const name = keyOfReference(reference);
    had.set(name, [...(had.get(name) ?? []), one]);
  };
  for (const { couponId, redemptionId, reference, use } of found.held) {
    const coupon = byId.get(couponId);
    if (coupon) note(reference, { coupon, redemptionId, customer: use.customer });
  }
  for (const { reference, ...one } of found.beside) note(reference, one);

  return {
    couponFor(code) {
      if (!typed.has(code)) typed.set(code, meantBy(code, typeable));
      return typed.get(code);
    },
    couponById: (id) => byId.get(id),
    campaignOf: ({ campaignId }) => (campaignId && campaigns.get(campaignId)) ?? null,
    limitsOf(of) {
      const name = nameOfLimited(of);
      const known = limits.get(name) ?? found.limits.filter(({ target }) => concerns(target, belonging(of)));
      limits.set(name, known);
      return known;
    },
    rulesOf(of) {
      const name = nameOfLimited(of);
      const known = rulesInForce.get(name) ?? inForce(rules, belonging(of));
      rulesInForce.set(name, known);
      return known;
    },
    isIn(name, identities, situation) {
      const segment = segmentsByName.get(segmentKey(name));
      if (!segment) return false;
      const isListed = () => {
        const customer = customerOf(identities, found.customers, found.foldsAliases);
        const asked = alsoFolded(identities, found.foldsAliases);
        return [customer, ...asked].some((who) => members.has(`${segment.id} ${who}`));
      };
      return isMember(segment, isListed, situation);
    },
    conditionOf: (name) => segmentsByName.get(segmentKey(name))?.condition ?? null,
    customerOf: (identities) => customerOf(identities, found.customers, found.foldsAliases),
    customerUses: (couponId, customer) => uses.get(`${couponId} ${customer}`) ?? 0,
    counterAt: emptyCounter,
    heldFor: (couponId, reference) => (reference ? held.get(nameOf(couponId, reference)) : undefined),
    hadBy: (reference) => (reference && had.get(keyOfReference(reference))) ?? [],
    answerTo: (key) => (key === null ? undefined : found.answers.get(key)),
  };
}
