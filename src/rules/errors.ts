import type { Failure } from '../lib/outcome.js';

export interface RuleNotFound extends Failure<'RuleNotFound'> {
  readonly ruleId: string;
}
export const ruleNotFound = (ruleId: string): RuleNotFound => ({
  failure: 'RuleNotFound',
  message: `There is no rule "${ruleId}".`,
  ruleId,
});

export interface RuleTargetNotFound extends Failure<'RuleTargetNotFound'> {
  readonly targetId: string;
}
export const ruleTargetNotFound = (targetId: string): RuleTargetNotFound => ({
  failure: 'RuleTargetNotFound',
  message: `There is no coupon or campaign with the id "${targetId}".`,
  targetId,
});

export interface TooManyRules extends Failure<'TooManyRules'> {
  /** The coupon or campaign that would have too many; null is the tenant. */
  readonly targetId: string | null;
  readonly maximum: number;
}
export const tooManyRules = (targetId: string | null, maximum: number): TooManyRules => ({
  failure: 'TooManyRules',
  message: `A coupon, a campaign or a tenant has up to ${maximum} rules, and ${targetId === null ? 'the tenant' : `"${targetId}"`} has them.`,
  targetId,
  maximum,
});
