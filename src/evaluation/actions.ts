import { askedIdentities, customerOf } from '../customers/core.js';
import { keysOfTyped, meantBy } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { couponNotFound } from '../coupons/errors.js';
import { parseInput, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import { lockCounters, readCounters } from '../limits/actions.js';
import type { Limit } from '../limits/core.js';
import { counterName, counterOf, emptyCounter, type CounterKey, type Use } from '../limits/count.js';
import { isOutcomeUnknown } from '../platform/database-errors.js';
import { createLanes } from '../platform/lane.js';
import type { Scope } from '../platform/scope.js';
import { asked, identified } from './asked.js';
import { askedBy, type Asker } from './asker.js';
import type { Facts, Held, ReferenceTo } from './facts.js';
import * as store from './store.js';
import { openTally, unvalued } from './tally.js';

interface LoadOptions {
  /** Inside a transaction: nothing of it changes until the transaction ends. */
  readonly lock: boolean;
  /** What was counted before and is to be changed, beside what is asked for. */
  readonly changing?: readonly Counting[];
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
  { lock, changing = [] }: LoadOptions,
): Promise<Facts> {
  const sought: store.Sought = {
    codeKeys: distinct(askers.flatMap(({ code }) => keysOfTyped(code))),
    couponIds: distinct(changing.map(({ couponId }) => couponId)),
    campaignIds: distinct(changing.flatMap(({ campaignId }) => campaignId ?? [])),
    identities: distinct(askers.flatMap(({ identities }) => askedIdentities(identities))),
    idempotencyKeys: distinct(askers.flatMap(({ idempotencyKey }) => idempotencyKey ?? [])),
    references: askers.flatMap(({ reference }) => reference ?? []),
  };
  const found = await (lock ? store.findUnderLock : store.find)(scope, sought);
  const facts = factsOf(found);
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

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

function factsOf(found: store.Found): Facts {
  const living = found.coupons.filter(({ deletedAt }) => !deletedAt);
  const typed = new Map<string, Coupon | undefined>();
  const campaigns = new Map(found.campaigns.map((campaign) => [campaign.id, campaign]));
  const uses = new Map(
    found.redeemers.map(({ couponId, customer, uses }) => [`${couponId} ${customer}`, uses]),
  );
  const limits = new Map<string, readonly Limit[]>();
  const nameOf = (couponId: Coupon['id'], { type, id }: ReferenceTo) => `${couponId} ${type} ${id}`;
  const held = new Map(found.held.map((one) => [nameOf(one.couponId, one.reference), one]));

  return {
    couponFor(code) {
      if (!typed.has(code)) typed.set(code, meantBy(code, living));
      return typed.get(code);
    },
    couponById: (id) => found.coupons.find((coupon) => coupon.id === id),
    campaignOf: ({ campaignId }) => (campaignId && campaigns.get(campaignId)) ?? null,
    limitsOf({ id, campaignId }) {
      const name = `${id} ${campaignId}`;
      const known = limits.get(name) ?? found.limits.filter(({ target }) => concerns(target, id, campaignId));
      limits.set(name, known);
      return known;
    },
    customerOf: (identities) => customerOf(identities, found.customers, found.foldsAliases),
    customerUses: (couponId, customer) => uses.get(`${couponId} ${customer}`) ?? 0,
    counterAt: emptyCounter,
    heldFor: (couponId, reference) => (reference ? held.get(nameOf(couponId, reference)) : undefined),
    answerTo: (key) => (key === null ? undefined : found.answers.get(key)),
  };
}

const concerns = (
  target: Limit['target'],
  couponId: Coupon['id'],
  campaignId: Coupon['campaignId'],
): boolean => target.kind === 'TENANT' || target.id === (target.kind === 'COUPON' ? couponId : campaignId);

/** Where these uses are counted, and those that their references hold already. */
function countersOf(facts: Facts, askers: readonly Asker[], counting: readonly Counting[], now: Date) {
  const wanted = new Map<string, { limit: Limit; key: CounterKey }>();
  const want = (limits: readonly Limit[], use: Use) => {
    for (const limit of limits) {
      const key = counterOf(limit, use);
      wanted.set(counterName(key), { limit, key });
    }
  };
  for (const asker of askers) {
    const coupon = facts.couponFor(asker.code);
    if (!coupon) continue;
    want(facts.limitsOf(coupon), unvalued({ ...asker, customer: facts.customerOf(asker.identities) }, now));
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

  const tally = openTally(facts, scope.now());
  // What an order or a checkout holds of a coupon never stands in its own way.
  const held = facts.heldFor(coupon.id, question.reference);
  if (held && held.campaignId === coupon.campaignId) tally.giveBack(coupon, held.use, held.itemsOffMinor);
  return tally.decide(coupon, askedBy(facts, question));
}
