import { announce } from '../audit/actions.js';
import { assert } from '../lib/assert.js';
import type { Id } from '../lib/id.js';
import { parseInput, within, type Unchecked } from '../lib/input.js';
import { money, type Money } from '../lib/money.js';
import { isFailure } from '../lib/outcome.js';
import { saysNothing, type VersionedPatch } from '../lib/patch.js';
import { versionConflict } from '../lib/version.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import type { Limit, LimitTarget } from './core.js';
import type { Counter, CounterKey } from './count.js';
import {
  limitNotFound,
  limitTargetNotFound,
  tooManyLimits,
  type LimitNotFound,
  type LimitTargetNotFound,
} from './errors.js';
import { budgetLimit, createdLimit, limitPatch, newLimit, patchedLimit } from './input.js';
import * as store from './store.js';
import * as counters from './store/counters.js';
import { countLedger } from './store/ledger.js';

/** All of them are looked at with every use. */
const maxLimits = 20;

export const findLimit = (scope: Scope, id: string): Promise<Limit | null> => store.find(scope, id);

/** What limits these by themselves, whatever they belong to; oldest first. */
export const findLimitsOf = (scope: Scope, targets: readonly LimitTarget[]): Promise<Limit[]> =>
  store.findOf(scope, targets);

/** A limit, and how many of its counters stand above its ceiling at this moment. */
export interface Limited {
  readonly limit: Limit;
  readonly countersAbove: number;
}

export const createLimit = mutation('createLimit', async (scope, input: MutationInput & Unchecked) => {
  const checked = parseInput(newLimit, input);
  if (isFailure(checked)) return checked;
  const limit = createdLimit(checked, { id: scope.newId('limit'), now: scope.now() });
  if (isFailure(limit)) return limit;

  // That a campaign or a template is there is known only when the limit is written: they are above this domain.
  if (!(await store.holdTarget(scope, limit.target))) return limitTargetNotFound(limit.target.id!);
  if ((await store.countOfTarget(scope, limit.target)) >= maxLimits) return tooManyLimits(maxLimits);
  return enact(scope, limit);
});

/** A limit holds for what was redeemed before it as well. The target is held. */
async function enact(scope: Scope, limit: Limit): Promise<Limited | LimitTargetNotFound> {
  const inserted = await store.insert(scope, limit);
  if (isFailure(inserted)) return inserted;
  await countLedger(scope, limit);
  await announce(scope, { action: 'limit.created', targetId: limit.id, before: null, after: limit });
  return withAbove(scope, limit);
}

/** Finds a limit, and holds its target: nobody counts in it until the transaction ends. */
async function hold(scope: Scope, id: string): Promise<Limit | LimitNotFound> {
  const found = await store.find(scope, id);
  if (!found) return limitNotFound(id);
  await store.holdTarget(scope, found.target);
  return (await store.find(scope, id)) ?? limitNotFound(id);
}

export const updateLimit = mutation('updateLimit', async (scope, input: MutationInput & VersionedPatch) => {
  const patch = within('patch', parseInput(limitPatch, input.patch));
  if (isFailure(patch)) return patch;

  const before = await hold(scope, input.id);
  if (isFailure(before)) return before;
  if (before.version !== input.version) return versionConflict(input.version, before.version);
  if (saysNothing(input.patch)) return withAbove(scope, before);

  const after = within('patch', patchedLimit(before, patch, scope.now()));
  if (isFailure(after)) return after;
  if (before.shortForm === 'BUDGET') await store.changeCampaign(scope, before);
  return amend(scope, before, after);
});

async function amend(scope: Scope, before: Limit, after: Limit): Promise<Limited> {
  await store.save(scope, after);
  await counters.allow(scope, after);
  await announce(scope, { action: 'limit.updated', targetId: after.id, before, after });
  return withAbove(scope, after);
}

const withAbove = async (scope: Scope, limit: Limit): Promise<Limited> => ({
  limit,
  countersAbove: await counters.countAbove(scope, limit),
});

export const deleteLimit = mutation(
  'deleteLimit',
  async (scope, input: MutationInput & { readonly id: string }) => {
    const before = await hold(scope, input.id);
    if (isFailure(before)) return before;
    if (before.shortForm === 'BUDGET') await store.changeCampaign(scope, before);
    await repeal(scope, before);
    return { limitId: before.id };
  },
);

async function repeal(scope: Scope, before: Limit): Promise<void> {
  await store.erase(scope, before);
  await announce(scope, { action: 'limit.deleted', targetId: before.id, before, after: null });
}

/** Waits until nobody counts in what limits this, and keeps it so until the transaction ends. Called before it is locked itself. */
export const holdTarget = (scope: Scope, target: LimitTarget): Promise<boolean> =>
  store.holdTarget(scope, target);

/** Drops whatever limits a coupon or a template that is about to be deleted for good. It is held. */
export async function dropLimitsOf(scope: Scope, target: LimitTarget): Promise<void> {
  for (const limit of await store.findOf(scope, [target])) await repeal(scope, limit);
}

/** Called before a campaign is locked whose budget is to be set: everybody locks the tenant before its campaigns. */
export const holdTenant = (scope: Scope): Promise<void> => store.holdTenant(scope);

/** Sets what a campaign may spend, or with null that it may spend what it will. The campaign is there, and locked. */
export async function setBudget(
  scope: Scope,
  campaignId: Id<'campaign'>,
  budget: Money | null,
): Promise<void> {
  await store.holdTarget(scope, { kind: 'CAMPAIGN', id: campaignId });
  const [before] = await store.findBudgets(scope, [campaignId]);
  const now = scope.now();
  if (before && before.currency === budget?.currency) {
    if (before.ceiling === budget.minor) return;
    await amend(scope, before, {
      ...before,
      ceiling: budget.minor,
      version: before.version + 1,
      updatedAt: now,
    });
    return;
  }
  // What is used in one currency says nothing of another.
  if (before) await repeal(scope, before);
  if (budget) {
    const made = await enact(scope, budgetLimit(campaignId, budget, { id: scope.newId('limit'), now }));
    assert(!isFailure(made), 'a campaign whose budget is set is there');
  }
}

/** What a campaign may spend, and has spent of it. */
export interface Budget {
  readonly campaignId: Id<'campaign'>;
  readonly budget: Money;
  readonly spent: Money;
}

/** The budgets of those campaigns that have one. */
export async function findBudgets(scope: Scope, campaignIds: readonly Id<'campaign'>[]): Promise<Budget[]> {
  const limits = await store.findBudgets(scope, campaignIds);
  const keys = limits.map(({ id }) => ({ limitId: id, key: '', windowStart: new Date(0) }));
  const used = new Map(
    (await counters.readCounters(scope, keys)).map((counter) => [counter.limitId, counter]),
  );
  return limits.map(({ id, target, ceiling, currency }) => ({
    campaignId: target.id as Id<'campaign'>,
    budget: money(ceiling, currency!),
    spent: money(used.get(id)?.used ?? 0n, currency!),
  }));
}

/** The counters that are wanted, fresh, and held until the transaction ends. */
export const lockCounters = (
  scope: Scope,
  wanted: readonly { readonly limit: Limit; readonly key: CounterKey }[],
): Promise<Counter[]> => counters.lockCounters(scope, wanted);

/** The same without holding them; those in which nothing was ever counted are left out. */
export const readCounters = (scope: Scope, keys: readonly CounterKey[]): Promise<Counter[]> =>
  counters.readCounters(scope, keys);

/** Saves counters that are held. */
export const saveCounters = (
  scope: Scope,
  changed: readonly { readonly limit: Limit; readonly counter: Counter }[],
): Promise<void> => counters.saveCounters(scope, changed);

/** Counts for one customer what was counted for others, while the tenant's ledger is locked. */
export const mergeCounters = (scope: Scope, customer: string, absorbed: readonly string[]): Promise<void> =>
  counters.mergeCounters(scope, customer, absorbed);
