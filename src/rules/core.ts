import type { Condition } from '../conditions/core.js';
import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';

/** A saved condition on which coupons are used, or are not. */
export interface Rule {
  readonly id: Id<'rule'>;
  readonly name: string;
  readonly description: string | null;
  readonly effect: RuleEffect;
  readonly condition: Condition;
  /** Higher is looked at first. */
  readonly priority: number;
  readonly targets: RuleTargets;
  readonly metadata: JsonObject;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** ELIGIBILITY: its coupons are used only where the condition holds. EXCLUSION: they are not used where it holds. */
export const ruleEffects = ['ELIGIBILITY', 'EXCLUSION'] as const;

export type RuleEffect = (typeof ruleEffects)[number];

/**
 * Whose coupons a rule is for: these, those of these campaigns, those that were made from these templates, and with
 * `isTenantWide` all. For none, it does nothing.
 */
export interface RuleTargets {
  readonly couponIds: readonly Id<'coupon'>[];
  readonly campaignIds: readonly Id<'campaign'>[];
  readonly templateIds: readonly Id<'template'>[];
  readonly isTenantWide: boolean;
}

export const noTargets: RuleTargets = {
  couponIds: [],
  campaignIds: [],
  templateIds: [],
  isTenantWide: false,
};

/** Whatever a rule is for by its id. */
export const namedTargets = ({ couponIds, campaignIds, templateIds }: RuleTargets): readonly TargetId[] => [
  ...couponIds,
  ...campaignIds,
  ...templateIds,
];

/** The rule as it is once these targets are no more. */
export function withoutTargets(rule: Rule, gone: RuleTargets, now: Date): Rule {
  const { couponIds, campaignIds, templateIds, isTenantWide } = rule.targets;
  const isLeft = (id: TargetId) => !namedTargets(gone).includes(id);
  const targets = {
    couponIds: couponIds.filter(isLeft),
    campaignIds: campaignIds.filter(isLeft),
    templateIds: templateIds.filter(isLeft),
    isTenantWide,
  };
  return { ...rule, targets, version: rule.version + 1, updatedAt: now };
}

export type TargetId = Id<'coupon' | 'campaign' | 'template'>;

/** What must hold of an order so that a rule lets a coupon be used for it. */
export const demandOf = ({ effect, condition }: Pick<Rule, 'effect' | 'condition'>): Condition =>
  effect === 'ELIGIBILITY' ? condition : { kind: 'NOT', of: condition };
