import { segmentsOf } from '../conditions/core.js';
import type { Campaign } from '../campaigns/core.js';
import { askedIdentities, customerOf } from '../customers/core.js';
import { keysOfTyped, meantBy } from '../coupons/code.js';
import { isTypeable, type Coupon } from '../coupons/core.js';
import { couponNotFound } from '../coupons/errors.js';
import { distinct } from '../lib/distinct.js';
import { parseId } from '../lib/id.js';
import { parseInput, within, type Unchecked } from '../lib/input.js';
import { Malformed } from '../lib/malformed.js';
import { isFailure } from '../lib/outcome.js';
import { findLimitsOfTemplate, lockCounters, readCounters } from '../limits/actions.js';
import type { Limit } from '../limits/core.js';
import {
  counterName,
  counterOf,
  countedAt,
  emptyCounter,
  type CounterKey,
  type Place,
  type Use,
} from '../limits/count.js';
import { findSubject, rulesAt } from '../rules/actions.js';
import type { Rule } from '../rules/core.js';
import { findMembership, segmentsAt } from '../segments/actions.js';
import type { Segment } from '../segments/core.js';
import { isMember } from '../segments/membership.js';
import { segmentKey } from '../segments/name.js';
import { isOutcomeUnknown } from '../platform/database-errors.js';
import { createLanes } from '../platform/lane.js';
import type { Scope } from '../platform/scope.js';
import { asked, checking, identified, limited } from './asked.js';
import { askedBy, soughtBy, type Asker } from './asker.js';
import { concerns, inForce, type Belonging } from './belonging.js';
import type { Counted } from './decide.js';
import { situationOf } from './context.js';
import { maySeeReasons } from './discreet.js';
import { effectiveLimits, standing, type EffectiveLimit } from './effective.js';
import type { Facts, Held, Limited, ReferenceTo } from './facts.js';
import { membershipAsSaid, simulate, simulation } from './simulate.js';
import * as store from './store.js';
import { openTally, placeOf, type Tally } from './tally.js';

interface LoadOptions {
  /** Inside a transaction: nothing of it changes until the transaction ends. */
  readonly lock: boolean;
  /** What was counted before and is to be changed, beside what is asked for. */
  readonly changing?: readonly Counting[];
  /** Campaigns that are asked about themselves, whatever their coupons are. */
  readonly campaignIds?: readonly Campaign['id'][];
}

/** What is counted of a coupon, and under which campaign. */
export interface Counting extends Pick<Held, 'couponId' | 'campaignId'> {
  readonly use: Use;
}

/**
 * Loads what decisions need, for one question or for many: coupons, campaigns, limits with their counters, customers,
 * and what was answered or is held already.
 */
export async function loadFacts(
  scope: Scope,
  askers: readonly Asker[],
  { lock, changing = [], campaignIds = [] }: LoadOptions,
): Promise<Facts> {
  const sought: store.Sought = {
    codeKeys: distinct(
      askers.flatMap(({ code, couponId, limited }) => (couponId || limited ? [] : keysOfTyped(code))),
    ),
    couponIds: distinct([
      ...changing.map(({ couponId }) => couponId),
      ...askers.flatMap(({ couponId, limited }) => couponId ?? limited?.id ?? []),
    ]),
    campaignIds: distinct([
      ...campaignIds,
      ...changing.flatMap(({ campaignId }) => campaignId ?? []),
      ...askers.flatMap(({ limited }) => limited?.campaignId ?? []),
    ]),
    identities: distinct(askers.flatMap(({ identities }) => askedIdentities(identities))),
    idempotencyKeys: distinct(askers.flatMap(({ idempotencyKey }) => idempotencyKey ?? [])),
    references: askers.flatMap(({ reference }) => reference ?? []),
  };
  const found = await (lock ? store.findUnderLock : store.find)(scope, sought);
  const facts = factsOf(found, await definitionsOf(scope, found));
  if (found.limits.length === 0) return facts;

  const wanted = countersOf(facts, askers, [...found.held, ...changing], scope.now());
  const counters = lock
    ? await lockCounters(scope, wanted)
    : await readCounters(
        scope,
        wanted.map(({ key }) => key),
      );
  const byName = new Map(counters.map((counter) => [counterName(counter), counter]));
  return {
    ...facts,
    counterAt: (limit, key) => byName.get(counterName(key)) ?? emptyCounter(limit, key),
  };
}

interface Definitions {
  readonly rules: readonly Rule[];
  readonly segments: readonly Segment[];
}

/** The rules and segments that concern what was found: mostly known already, so that nothing is read. */
async function definitionsOf(scope: Scope, { rules, segments }: store.Found): Promise<Definitions> {
  return {
    rules: rules.length === 0 ? [] : await rulesAt(scope, rules),
    segments: segments.length === 0 ? [] : await segmentsAt(scope, segments),
  };
}

function factsOf(found: store.Found, { rules, segments }: Definitions): Facts {
  const typeable = found.coupons.filter(isTypeable);
  const rulesInForce = new Map<string, readonly Rule[]>();
  const segmentsByName = new Map(segments.map((segment) => [segmentKey(segment.name), segment]));
  const members = new Set(found.members.map(({ segmentId, customer }) => `${segmentId} ${customer}`));
  const typed = new Map<string, Coupon | undefined>();
  const campaigns = new Map(found.campaigns.map((campaign) => [campaign.id, campaign]));
  const uses = new Map(
    found.redeemers.map(({ couponId, customer, uses }) => [`${couponId} ${customer}`, uses]),
  );
  const limits = new Map<string, readonly Limit[]>();
  const templates = new Map(found.coupons.map(({ id, templateId }) => [id, templateId]));
  const belonging = ({ id, campaignId }: Limited): Belonging => ({
    couponId: id,
    campaignId,
    templateId: id && (templates.get(id) ?? null),
  });
  const nameOf = (couponId: Coupon['id'], { type, id }: ReferenceTo) => `${couponId} ${type} ${id}`;
  const held = new Map(found.held.map((one) => [nameOf(one.couponId, one.reference), one]));

  return {
    couponFor(code) {
      if (!typed.has(code)) typed.set(code, meantBy(code, typeable));
      return typed.get(code);
    },
    couponById: (id) => found.coupons.find((coupon) => coupon.id === id && !coupon.isTest),
    campaignOf: ({ campaignId }) => (campaignId && campaigns.get(campaignId)) ?? null,
    limitsOf(of) {
      const name = `${of.id} ${of.campaignId}`;
      const known = limits.get(name) ?? found.limits.filter(({ target }) => concerns(target, belonging(of)));
      limits.set(name, known);
      return known;
    },
    rulesOf(of) {
      const name = `${of.id} ${of.campaignId}`;
      const known = rulesInForce.get(name) ?? inForce(rules, belonging(of));
      rulesInForce.set(name, known);
      return known;
    },
    isIn(name, identities, situation) {
      const segment = segmentsByName.get(segmentKey(name));
      if (!segment) return false;
      const isListed = () => {
        const customer = customerOf(identities, found.customers, found.foldsAliases);
        const asked = found.foldsAliases ? askedIdentities(identities) : identities;
        return [customer, ...asked].some((who) => members.has(`${segment.id} ${who}`));
      };
      return isMember(segment, isListed, situation);
    },
    customerOf: (identities) => customerOf(identities, found.customers, found.foldsAliases),
    customerUses: (couponId, customer) => uses.get(`${couponId} ${customer}`) ?? 0,
    counterAt: emptyCounter,
    heldFor: (couponId, reference) => (reference ? held.get(nameOf(couponId, reference)) : undefined),
    answerTo: (key) => (key === null ? undefined : found.answers.get(key)),
  };
}

/** Where these uses are counted, and those that their references hold already. */
function countersOf(facts: Facts, askers: readonly Asker[], counting: readonly Counting[], now: Date) {
  const wanted = new Map<string, { limit: Limit; key: CounterKey }>();
  const want = (limits: readonly Limit[], place: Place) => {
    for (const limit of limits) {
      const key = counterOf(limit, place);
      wanted.set(counterName(key), { limit, key });
    }
  };
  for (const asker of askers) {
    const limited = asker.limited ?? soughtBy(facts, asker);
    if (!limited) continue;
    want(facts.limitsOf(limited), placeOf({ ...asker, customer: facts.customerOf(asker.identities) }, now));
  }
  for (const { couponId: id, campaignId, use } of counting) want(facts.limitsOf({ id, campaignId }), use);
  return [...wanted.values()];
}

/**
 * Questions that arrive while others are being looked up are looked up together, by one statement. Each look is at what
 * is committed, so a coupon that was revoked is refused by every process from that instant on; what is remembered from
 * one look to the next is only how definitions were read (see definitions.ts).
 */
const lookUp = createLanes<{ readonly scope: Scope; readonly question: Asker }, Facts>({
  async run(together) {
    const facts = await loadFacts(
      together[0]!.scope,
      together.map(({ question }) => question),
      { lock: false },
    );
    return together.map(() => facts);
  },
  runAlone: ({ scope, question }) => loadFacts(scope, [question], { lock: false }),
  isEverybodys: isOutcomeUnknown,
  batchMax: 64,
  atOnceMax: 4,
  atOncePerTenant: 1,
  waitingMax: 5_000,
  waitingMaxInAll: 20_000,
});

/** What a code is worth for an order now. Counts nothing, locks nothing, writes nothing. */
export async function validateCoupon(scope: Scope, input: Unchecked) {
  const checked = parseInput(asked, input);
  if (isFailure(checked)) return checked;
  const question = identified(checked);
  if (isFailure(question)) return question;

  const facts = await lookUp({ db: scope.db, tenantId: scope.tenantId, keys: [] }, { scope, question });
  const coupon = facts.couponFor(question.code);
  if (!coupon) return couponNotFound(question.code);

  return openFor(scope, facts, coupon, question.reference).decide(
    coupon,
    askedBy(facts, question, scope.now()),
  );
}

/** A tally for one who asks: what an order or a checkout holds of a coupon never stands in its own way. */
function openFor(scope: Scope, facts: Facts, coupon: Coupon, reference: ReferenceTo | null): Tally {
  const tally = openTally(facts, scope.now());
  const held = facts.heldFor(coupon.id, reference);
  if (held && held.campaignId === coupon.campaignId) tally.giveBack(coupon, held.use, held.itemsOffMinor);
  return tally;
}

/** Whether a use of a code would exceed a limit now. Counts nothing, locks nothing, writes nothing. */
export async function checkLimits(scope: Scope, input: Unchecked) {
  const checked = parseInput(checking, input);
  if (isFailure(checked)) return checked;
  const question = identified(checked);
  if (isFailure(question)) return question;

  const facts = await lookUp({ db: scope.db, tenantId: scope.tenantId, keys: [] }, { scope, question });
  const coupon = facts.couponFor(question.code);
  if (!coupon) return couponNotFound(question.code);
  const asks = { ...askedBy(facts, question, scope.now()), amountMinor: null };
  const tally = openFor(scope, facts, coupon, question.reference);
  // It is not asked for, but the limits of a code that is not told of would tell of it.
  if (!maySeeReasons(scope) && tally.standing(coupon)) return couponNotFound(question.code);
  const limits = tally.checkLimits(coupon, asks);
  return isFailure(limits) ? limits : { couponId: coupon.id, limits };
}

/**
 * The limits that hold for a coupon, a campaign, a template or the tenant, and where they stand for whoever is named;
 * null if there is no such coupon, campaign or template.
 */
export async function findEffectiveLimits(
  scope: Scope,
  input: Unchecked,
): Promise<readonly EffectiveLimit[] | null> {
  const checked = parseInput(limited, input);
  if (isFailure(checked)) throw new Malformed(checked.message);
  const asker = identified(checked);
  if (isFailure(asker)) throw new Malformed(asker.message);
  const { of, identities } = asker;
  const couponId = of.couponId === null ? null : parseId('coupon', of.couponId);
  const campaignId = of.campaignId === null ? null : parseId('campaign', of.campaignId);

  const found = await store.find(scope, {
    codeKeys: of.code === null ? [] : keysOfTyped(of.code),
    couponIds: couponId ? [couponId] : [],
    campaignIds: campaignId ? [campaignId] : [],
    identities: askedIdentities(identities),
    idempotencyKeys: [],
    references: [],
  });
  const facts = factsOf(found, { rules: [], segments: [] });
  const coupon = of.code === null ? couponId && facts.couponById(couponId) : facts.couponFor(of.code);
  const ofTemplate = of.templateId === null ? null : await findLimitsOfTemplate(scope, of.templateId);
  const isThere = of.tenant ?? (coupon || ofTemplate || found.campaigns.some(({ id }) => id === campaignId));
  if (!isThere) return null;
  const target: Limited = coupon || { id: null, campaignId: campaignId ?? null };

  const now = scope.now();
  const customer = facts.customerOf(identities);
  const concerning = [...(ofTemplate ?? []), ...facts.limitsOf(target)];
  const limits = await stateOf(scope, concerning, placeOf({ ...asker, customer }, now));
  if (!coupon) return limits.map((counted) => standing(counted, { customer, now }));
  const customerUses = customer === null ? 0 : facts.customerUses(coupon.id, customer);
  return effectiveLimits({ coupon, customer, customerUses, limits, now });
}

/** What is used of limits where such a use would be counted. */
async function stateOf(scope: Scope, limits: readonly Limit[], place: Place): Promise<Counted[]> {
  const wanted = limits.map((limit) => ({ limit, key: counterOf(limit, place) }));
  const counters = await readCounters(
    scope,
    wanted.map(({ key }) => key),
  );
  const byName = new Map(counters.map((counter) => [counterName(counter), counter]));
  return wanted.map(({ limit, key }) => {
    const { used } = countedAt(limit, byName.get(counterName(key)) ?? emptyCounter(limit, key), place.at);
    return { limit, key: key.key, used };
  });
}

/** What a rule, or a condition that is not saved, would make of a sample order. Nothing is looked up but segments. */
export async function simulateRule(scope: Scope, { of, ...input }: Unchecked & { readonly of: Unchecked }) {
  const checked = parseInput(simulation, input);
  if (isFailure(checked)) return checked;
  const sample = identified(checked);
  if (isFailure(sample)) return sample;
  const subject = within('of', await findSubject(scope, of));
  if (isFailure(subject)) return subject;

  const isIn = sample.segments
    ? membershipAsSaid(sample.segments)
    : await findMembership(scope, segmentsOf(subject.condition), sample.identities);
  if (isFailure(isIn)) return isIn;
  return simulate(subject, situationOf(sample, isIn, sample.at ?? scope.now()));
}
