import { z } from 'zod';
import type { Condition } from '../conditions/core.js';
import { conditionFields } from '../conditions/given.js';
import { demandOf, type Rule, type RuleEffect } from './core.js';

/** GraphQL's `RuleSubjectInput`, of which exactly one is given. */
export const subjectInput = z.object({ ruleId: z.string().nullish(), ...conditionFields });

/** What is asked about: a rule, or a condition that is not saved, as if it were one of eligibility. */
export interface Subject {
  readonly rule: Rule | null;
  readonly condition: Condition;
  readonly effect: RuleEffect;
  /** What must hold of an order so that coupons may be used for it. */
  readonly demand: Condition;
}

export const subjectOfRule = (rule: Rule): Subject => ({
  rule,
  condition: rule.condition,
  effect: rule.effect,
  demand: demandOf(rule),
});

export const subjectOfCondition = (condition: Condition): Subject => ({
  rule: null,
  condition,
  effect: 'ELIGIBILITY',
  demand: condition,
});
