import { setImmediate as turn } from 'node:timers/promises';
import { announce } from '../audit/actions.js';
import { analyze } from '../conditions/analyze.js';
import { compile } from '../conditions/compile.js';
import { segmentsOf, type Condition } from '../conditions/core.js';
import { givenCondition, neededCondition } from '../conditions/given.js';
import { jsonOfCondition } from '../conditions/json.js';
import type { Id } from '../lib/id.js';
import { parseInput, within, type InvalidInput, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { saysNothing, type VersionedPatch } from '../lib/patch.js';
import { createRemembered, type Versioned } from '../lib/remembered.js';
import { versionConflict } from '../lib/version.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import { holdSegments } from '../segments/actions.js';
import type { SegmentNotFound } from '../segments/errors.js';
import { compared } from './analysis.js';
import { namedTargets, withoutTargets, type Rule, type RuleTargets } from './core.js';
import {
  ruleNotFound,
  ruleTargetNotFound,
  tooManyRules,
  type RuleNotFound,
  type RuleTargetNotFound,
  type TooManyRules,
} from './errors.js';
import { createdRule, newRule, patchedRule, rulePatch, targetsOf } from './input.js';
import { newestFirst, type RuleFilter, type RuleOrder } from './list.js';
import * as store from './store.js';
import { subjectInput, subjectOfCondition, subjectOfRule, type Subject } from './subject.js';

/** All of them are looked at with every use. */
const maxRules = 20;

export const findRule = (scope: Scope, id: string): Promise<Rule | null> => store.find(scope, id);

/** A few megabytes for the rules that are looked at now. */
const known = createRemembered<Rule>(20_000);

/** The rules at these versions, or as they are by now. */
export const rulesAt = (scope: Scope, sought: readonly Versioned<Rule['id']>[]): Promise<Rule[]> =>
  known(sought, (ids) => store.findMany(scope, ids));

/** The rules that any of these targets has, highest priority first. */
export const findRulesOfTargets = (scope: Scope, targets: RuleTargets): Promise<Rule[]> =>
  store.findOfTargets(scope, targets);

export const listRules = (
  scope: Scope,
  filter: RuleFilter,
  orderBy: RuleOrder | null | undefined,
  page: PageArguments,
): Promise<Page<Rule>> => store.list(scope, filter, orderBy ?? newestFirst, page);

/** A rule as the audit log shows it: its condition as it is written. */
const told = (rule: Rule) => ({ ...rule, condition: jsonOfCondition(rule.condition) });

export const createRule = mutation('createRule', async (scope, input: MutationInput & Unchecked) => {
  const checked = parseInput(newRule, input);
  if (isFailure(checked)) return checked;
  const targets = targetsOf(checked.targets);
  if (isFailure(targets)) return targets;
  const condition = neededCondition(checked);
  if (isFailure(condition)) return condition;

  await store.holdRules(scope);
  const birth = { id: scope.newId('rule'), now: scope.now() };
  const rule = createdRule(checked, { condition, targets }, birth);
  const refusal = await refusalOf(scope, rule.id, targets);
  if (refusal) return refusal;
  const segmentIds = await holdNamed(scope, condition);
  if (isFailure(segmentIds)) return segmentIds;

  await store.insert(scope, rule, segmentIds);
  await announce(scope, { action: 'rule.created', targetId: rule.id, before: null, after: told(rule) });
  return rule;
});

export const updateRule = mutation('updateRule', async (scope, input: MutationInput & VersionedPatch) => {
  const patch = within('patch', parseInput(rulePatch, input.patch));
  if (isFailure(patch)) return patch;
  const given = within('patch', givenCondition(patch));
  if (isFailure(given)) return given;
  const targets = patch.targets === undefined ? undefined : targetsOf(patch.targets);
  if (isFailure(targets)) return targets;

  await store.holdRules(scope);
  const before = await store.find(scope, input.id);
  if (!before) return ruleNotFound(input.id);
  if (before.version !== input.version) return versionConflict(input.version, before.version);
  if (saysNothing(input.patch)) return before;
  const refusal = targets && (await refusalOf(scope, before.id, targets));
  if (refusal) return refusal;

  const segmentIds = given && (await holdNamed(scope, given.condition));
  if (isFailure(segmentIds)) return segmentIds;

  const after = patchedRule(before, patch, { condition: given?.condition, targets }, scope.now());
  await store.save(scope, after, { targets: targets !== undefined, segmentIds });
  const targetId = after.id;
  await announce(scope, { action: 'rule.updated', targetId, before: told(before), after: told(after) });
  return after;
});

export const deleteRule = mutation(
  'deleteRule',
  async (scope, input: MutationInput & { readonly id: string }) => {
    await store.holdRules(scope);
    const before = await store.find(scope, input.id);
    if (!before) return ruleNotFound(input.id);
    await store.erase(scope, before);
    await announce(scope, { action: 'rule.deleted', targetId: before.id, before: told(before), after: null });
    return { ruleId: before.id };
  },
);

/**
 * Lets nobody else change the tenant's rules until the transaction ends. Called before a coupon or a template is locked
 * that is to be deleted for good: everybody holds rules before their targets.
 */
export const holdRules = (scope: Scope): Promise<void> => store.holdRules(scope);

/** Takes coupons or templates that are about to be deleted for good from the targets of their rules. All rules are held. */
export async function dropTargets(scope: Scope, gone: RuleTargets): Promise<void> {
  for (const before of await store.findOfTargets(scope, gone)) {
    // They are found by their UUIDs alone, which the demo's campaigns and templates have in common.
    if (!namedTargets(before.targets).some((id) => namedTargets(gone).includes(id))) continue;
    const after = withoutTargets(before, gone, scope.now());
    await store.save(scope, after, { targets: true, segmentIds: null });
    const targetId = after.id;
    await announce(scope, { action: 'rule.updated', targetId, before: told(before), after: told(after) });
  }
}

/** What is asked about: a rule that is there, or a condition that can be read. */
export async function findSubject(
  scope: Scope,
  input: Unchecked,
): Promise<Subject | RuleNotFound | InvalidInput> {
  const checked = parseInput(subjectInput, input);
  if (isFailure(checked)) return checked;
  if (checked.ruleId != null) {
    const rule = await store.find(scope, checked.ruleId);
    return rule ? subjectOfRule(rule) : ruleNotFound(checked.ruleId);
  }
  const condition = neededCondition(checked);
  return isFailure(condition) ? condition : subjectOfCondition(condition);
}

/** How a condition is decided, and what that costs at worst. Conditions are compiled when they are first asked, and kept. */
export async function compileRule(scope: Scope, input: Unchecked) {
  const subject = await findSubject(scope, input);
  return isFailure(subject) ? subject : { subject, compiled: compile(subject.condition) };
}

/** So many rules of the same targets are compared with one that is analysed. */
const maxCompared = 50;

/** What can be said of a rule without any order, also beside others that some of the same coupons have. */
export async function analyzeRule(scope: Scope, input: Unchecked) {
  const subject = await findSubject(scope, input);
  if (isFailure(subject)) return subject;
  const { rule, condition } = subject;
  const shadowedBy: Rule[] = [];
  const contradictedBy: Rule[] = [];
  if (rule) {
    const beside = await findRulesOfTargets(scope, { ...rule.targets, isTenantWide: true });
    const others = beside.filter(({ id }) => id !== rule.id);
    for (const other of others.slice(0, maxCompared)) {
      // A comparison may take some milliseconds of thought: meanwhile others have their turn.
      await turn();
      const { isShadowed, isContradicted } = compared({ ...subject, rule }, other);
      if (isShadowed) shadowedBy.push(other);
      if (isContradicted) contradictedBy.push(other);
    }
  }
  return { subject, analysis: analyze(condition), shadowedBy, contradictedBy };
}

/** Why a rule cannot be for these targets, which are held. Rules are held, so that nobody else adds to them. */
async function refusalOf(
  scope: Scope,
  ruleId: Rule['id'],
  targets: RuleTargets,
): Promise<RuleTargetNotFound | TooManyRules | null> {
  const there = await store.holdTargets(scope, targets);
  const missing = namedTargets(targets).find((id) => !there.has(id));
  if (missing !== undefined) return ruleTargetNotFound(missing);

  const full = (await store.countBeside(scope, ruleId, targets)).find(({ count }) => count >= maxRules);
  return full ? tooManyRules(full.targetId, maxRules) : null;
}

/** The segments that a condition asks for, none of which is deleted until the transaction ends. */
async function holdNamed(scope: Scope, condition: Condition): Promise<Id<'segment'>[] | SegmentNotFound> {
  const segments = await holdSegments(scope, segmentsOf(condition));
  return isFailure(segments) ? segments : segments.map(({ id }) => id);
}
