import { z } from 'zod';
import { conditionFields, neededCondition } from '../conditions/given.js';
import type { Coupon } from '../coupons/core.js';
import { couponFields, createdCoupon, type Birth } from '../coupons/input.js';
import { charactersFor, pattern, randomCharactersOf } from '../coupons/pattern.js';
import { inInstants } from '../coupons/terms.js';
import { circumstances, identified } from '../evaluation/asked.js';
import { invalidInput, none, text, within, type InvalidInput } from '../lib/input.js';
import { isFailure, type SuccessOf } from '../lib/outcome.js';
import { codes, evaluateAt, goals } from '../promotions/input.js';
import { noTargets, ruleEffects, type Rule } from '../rules/core.js';

const maxDefinitions = 10;
const maxTemplates = 10;
const maxRules = 20;
const maxOrders = 50;
const maxCount = 1_000;

/** GraphQL's `SandboxCouponInput`: whatever is not saved is in nobody's way as a draft. */
const definition = couponFields
  .omit({ isDraft: true })
  .extend({ campaignId: none(z.string()) })
  .transform(inInstants);

export type Definition = z.output<typeof definition>;

/** GraphQL's `SandboxRuleInput`, checked but for what its condition says. */
const rule = z.object({
  name: text(1, 100),
  effect: z.enum(ruleEffects).default('ELIGIBILITY'),
  ...conditionFields,
});

export type RuleGiven = z.output<typeof rule>;

const tried = {
  codes: codes.default([]),
  definitions: z
    .array(definition)
    .max(maxDefinitions, `Expected up to ${maxDefinitions} definitions.`)
    .default([]),
  templateIds: z.array(z.string()).max(maxTemplates, `Expected up to ${maxTemplates} templates.`).default([]),
  rules: z.array(rule).max(maxRules, `Expected up to ${maxRules} rules.`).default([]),
  evaluateAt,
};

/** What is tried out, as it was given. */
export interface TriedGiven {
  readonly codes: readonly string[];
  readonly definitions: readonly Definition[];
  readonly templateIds: readonly string[];
  readonly rules: readonly RuleGiven[];
}

/** Nothing is held for an order that is not there. */
const sample = circumstances.omit({ reference: true });

/** GraphQL's `SandboxValidateInput`, checked. */
export const validation = sample
  .extend(tried)
  .refine(
    ({ codes, definitions, templateIds }) => codes.length + definitions.length + templateIds.length > 0,
    {
      path: ['codes'],
      error: 'Expected at least one code, definition or template.',
    },
  )
  .transform(identified);

/** GraphQL's `SandboxPreviewInput`, checked but for whose the orders are: see `peopleOf`. */
export const preview = z.object({
  ...tried,
  orders: z
    .array(sample.extend({ name: text(1, 100) }).transform(identified))
    .min(1, 'Expected at least one order.')
    .max(maxOrders, `Expected up to ${maxOrders} orders.`),
  goal: z.enum(goals).default('PRIORITY'),
  automatic: z.boolean().default(true),
  ifActive: z.boolean().default(true),
});

type Given = z.output<typeof preview>['orders'][number];

/** The orders, each with its customer's identities. */
export function peopleOf(orders: readonly Given[]): SuccessOf<Given>[] | InvalidInput {
  const people: SuccessOf<Given>[] = [];
  for (const [index, order] of orders.entries()) {
    if (isFailure(order)) return within('orders', within(String(index), order));
    people.push(order);
  }
  return people;
}

/** What was written, as a coupon. Two of one code would be one coupon. */
export function definedCoupon(
  given: readonly Definition[],
  index: number,
  birth: Birth,
): Coupon | InvalidInput {
  const coupon = createdCoupon({ ...given[index]!, isDraft: false }, birth);
  if (isFailure(coupon)) return within('definitions', within(String(index), coupon));
  return coupon;
}

/** Whatever is defined twice under one code: which of them is meant cannot be told. */
export function definedTwice(coupons: readonly Coupon[]): InvalidInput | null {
  const keys = new Set<string>();
  for (const [index, { codeKey }] of coupons.entries()) {
    const path = ['definitions', String(index), 'code'];
    if (keys.has(codeKey)) return invalidInput([{ path, message: 'Expected another code for each.' }]);
    keys.add(codeKey);
  }
  return null;
}

/** What was written, as a rule for whatever is tried out. */
export function definedRule(
  given: RuleGiven,
  index: number,
  { id, now }: { readonly id: Rule['id']; readonly now: Date },
): Rule | InvalidInput {
  const condition = neededCondition(given);
  if (isFailure(condition)) return within('rules', within(String(index), condition));
  const { name, effect } = given;
  return {
    ...{ id, name, effect, condition },
    ...{ description: null, priority: 0, targets: noTargets, metadata: {} },
    ...{ version: 1, createdAt: now, updatedAt: now },
  };
}

/** GraphQL's `GenerateTestCodesInput`, checked. */
export const generation = z
  .object({
    couponId: z.string(),
    count: z.int().min(1, 'Expected at least 1.').max(maxCount, `Expected at most ${maxCount}.`),
    pattern,
  })
  .superRefine(({ count, pattern }, context) => {
    const needed = charactersFor(count);
    if (randomCharactersOf(pattern) >= needed) return;
    const message = `Expected at least ${needed} random characters for ${count} codes, such as {RAND:${needed}}.`;
    context.addIssue({ code: 'custom', path: ['pattern'], message });
  });
