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
  message: `There is no coupon, campaign or template with the id "${targetId}".`,
  targetId,
});

export interface TooManyRules extends Failure<'TooManyRules'> {
  /** The coupon, the campaign, the template or the tenant that would have too many. */
  readonly targetId: string;
  readonly maximum: number;
}
export const tooManyRules = (targetId: string, maximum: number): TooManyRules => ({
  failure: 'TooManyRules',
  message: `There are ${maximum} rules for "${targetId}" already, and no more can be.`,
  targetId,
  maximum,
});
