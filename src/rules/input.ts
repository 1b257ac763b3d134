import { z } from 'zod';
import type { Condition } from '../conditions/core.js';
import { conditionFields, conditionPatchFields } from '../conditions/given.js';
import { parseId, type Id } from '../lib/id.js';
import { metadata, metadataOrEmpty, none, text } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import { patched } from '../lib/patch.js';
import { noTargets, ruleEffects, type Rule, type RuleTargets } from './core.js';
import { ruleTargetNotFound, type RuleTargetNotFound } from './errors.js';

const maxTargets = 100;

const name = text(1, 100);
const description = text(0, 1_000);
const effect = z.enum(ruleEffects);
const priority = z
  .int()
  .min(-1_000_000, 'Expected at least -1,000,000.')
  .max(1_000_000, 'Expected at most 1,000,000.');

/** GraphQL's `RuleTargetsInput`. Ids are told to be ids of something when they are looked for. */
const targets = z
  .object({
    couponIds: z.array(z.string()).default([]),
    campaignIds: z.array(z.string()).default([]),
    templateIds: z.array(z.string()).default([]),
    tenant: z.boolean().default(false),
  })
  .refine(
    ({ couponIds, campaignIds, templateIds }) =>
      couponIds.length + campaignIds.length + templateIds.length <= maxTargets,
    `Expected up to ${maxTargets} coupons, campaigns and templates.`,
  );

type NamedTargets = z.output<typeof targets>;

/** GraphQL's `CreateRuleInput`, checked but for what its condition says. */
export const newRule = z.object({
  name,
  description: none(description),
  effect: effect.default('ELIGIBILITY'),
  priority: priority.default(0),
  targets: none(targets),
  metadata: metadataOrEmpty,
  ...conditionFields,
});

/** GraphQL's `RulePatch`, likewise: undefined leaves a field, null clears it. */
export const rulePatch = z.object({
  name: name.optional(),
  description: description.nullable().optional(),
  effect: effect.optional(),
  priority: priority
    .nullable()
    .transform((value) => value ?? 0)
    .optional(),
  targets: targets.nullable().optional(),
  metadata: metadata
    .nullable()
    .transform((value) => value ?? {})
    .optional(),
  ...conditionPatchFields,
});

/** Each once, in the order of their ids, so that the same targets are the same however they were listed. */
export function targetsOf(named: NamedTargets | null): RuleTargets | RuleTargetNotFound {
  if (!named) return noTargets;
  const couponIds = idsOf('coupon', named.couponIds);
  if (isFailure(couponIds)) return couponIds;
  const campaignIds = idsOf('campaign', named.campaignIds);
  if (isFailure(campaignIds)) return campaignIds;
  const templateIds = idsOf('template', named.templateIds);
  if (isFailure(templateIds)) return templateIds;
  return { couponIds, campaignIds, templateIds, isTenantWide: named.tenant };
}

function idsOf<Prefix extends string>(
  prefix: Prefix,
  sent: readonly string[],
): Id<Prefix>[] | RuleTargetNotFound {
  const ids = new Set<Id<Prefix>>();
  for (const text of sent) {
    const id = parseId(prefix, text);
    if (!id) return ruleTargetNotFound(text);
    ids.add(id);
  }
  return [...ids].sort();
}

interface Birth {
  readonly id: Id<'rule'>;
  readonly now: Date;
}

export const createdRule = (
  { name, description, effect, priority, metadata }: z.output<typeof newRule>,
  parts: Pick<Rule, 'condition' | 'targets'>,
  { id, now }: Birth,
): Rule => ({
  ...{ id, name, description, effect, priority, metadata },
  ...parts,
  ...{ version: 1, createdAt: now, updatedAt: now },
});

/** What is read apart is undefined where it was left out. */
export const patchedRule = (
  rule: Rule,
  patch: z.output<typeof rulePatch>,
  parts: { readonly condition: Condition | undefined; readonly targets: RuleTargets | undefined },
  now: Date,
): Rule => ({
  ...rule,
  name: patched(rule.name, patch.name),
  description: patched(rule.description, patch.description),
  effect: patched(rule.effect, patch.effect),
  condition: patched(rule.condition, parts.condition),
  priority: patched(rule.priority, patch.priority),
  targets: patched(rule.targets, parts.targets),
  metadata: patched(rule.metadata, patch.metadata),
  version: rule.version + 1,
  updatedAt: now,
});
