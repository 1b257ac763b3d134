import { keysOfTyped } from '../../coupons/code.js';
import { askedIdentities, heldToCount } from '../../customers/core.js';
import { distinct } from '../../lib/distinct.js';
import { findLimitsOf, lockCounters } from '../../limits/actions.js';
import type { Limit } from '../../limits/core.js';
import type { Scope } from '../../platform/scope.js';
import { rulesAt } from '../../rules/actions.js';
import { segmentsAt } from '../../segments/actions.js';
import { countersByName, counterAtOf } from '../as-linked.js';
import type { Asker } from '../asker.js';
import { countersOf, type Counting } from '../counting.js';
import type { Facts } from '../facts.js';
import { factsOf, type Definitions, type Found } from '../found.js';
import * as store from '../store.js';

/**
 * Loads what decisions need, for one question or for many: coupons, campaigns, limits with their counters, customers,
 * and what was answered or is held already. Nothing of it changes until the transaction ends. `changing`: what was
 * counted before and is to be changed, beside what is asked for. Who asks is one customer: see `oneCustomer`.
 */
export async function lockFacts(
  scope: Scope,
  askers: readonly Asker[],
  changing: readonly Counting[] = [],
): Promise<Facts> {
  const found = await look(scope, soughtFor(askers, changing), { lock: true });
  const facts = factsOf(found, await definitionsOf(scope, found));
  if (found.limits.length === 0) return facts;

  const wanted = countersOf(facts, askers, [...found.held, ...changing], scope.now());
  const counters = await lockCounters(scope, wanted);
  return { ...facts, counterAt: counterAtOf(countersByName(counters), null) };
}

/** What is to be looked up for those who ask. */
export const soughtFor = (askers: readonly Asker[], changing: readonly Counting[] = []): store.Sought => ({
  codeKeys: distinct(
    askers.flatMap(({ code, couponId, limited }) => (couponId || limited ? [] : keysOfTyped(code))),
  ),
  couponIds: distinct([
    ...changing.map(({ couponId }) => couponId),
    ...askers.flatMap(({ couponId, limited }) => couponId ?? limited?.id ?? []),
  ]),
  campaignIds: distinct([
    ...changing.flatMap(({ campaignId }) => campaignId ?? []),
    ...askers.flatMap(({ limited }) => limited?.campaignId ?? []),
  ]),
  templateIds: distinct(askers.flatMap(({ limited }) => limited?.templateId ?? [])),
  identities: distinct(askers.flatMap(({ identities }) => askedIdentities(identities))),
  heldIdentities: distinct(askers.flatMap(({ identities }) => heldToCount(identities))),
  idempotencyKeys: distinct(askers.flatMap(({ idempotencyKey }) => idempotencyKey ?? [])),
  references: askers.flatMap(({ reference }) => reference ?? []),
});

/**
 * One look at everything. It finds the limits of templates that coupons lead to; those of templates that are asked about
 * themselves take a second one.
 */
export async function look(
  scope: Scope,
  sought: store.Sought,
  { lock }: { readonly lock: boolean },
): Promise<Found> {
  const found = await (lock ? store.findUnderLock : store.find)(scope, sought);
  if (sought.templateIds.length === 0) return found;
  const ofTemplates = await findLimitsOf(
    scope,
    sought.templateIds.map((id) => ({ kind: 'TEMPLATE', id })),
  );
  const known = new Set(found.limits.map(({ id }) => id));
  const isOfTenant = ({ target }: Limit) => target.kind === 'TENANT';
  const limits = [
    ...found.limits.filter((limit) => !isOfTenant(limit)),
    ...ofTemplates.filter(({ id }) => !known.has(id)),
    // They come last, as in the first look.
    ...found.limits.filter(isOfTenant),
  ];
  return { ...found, limits };
}

/** The rules and segments that concern what was found: mostly known already, so that nothing is read. */
export async function definitionsOf(scope: Scope, { rules, segments }: Found): Promise<Definitions> {
  return {
    rules: rules.length === 0 ? [] : await rulesAt(scope, rules),
    segments: segments.length === 0 ? [] : await segmentsAt(scope, segments),
  };
}
