import { explain } from '../conditions/explain.js';
import { nothingSought, soughtFor, type Hint, type Hints, type Sought } from '../conditions/finder.js';
import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import { amountIn, maySeeAmounts } from '../limits/amount.js';
import { forOwn } from '../platform/rights.js';
import type { Scope } from '../platform/scope.js';
import { checkLimits, simulateRule, validateCoupon } from './actions.js';
import { findEffectiveLimits } from './actions/standing-limits.js';
import { demandOf } from '../rules/core.js';
import { discreet, discreetHint, maySeeReasons, maySeeRules } from './discreet.js';
import { leftIn } from './effective.js';
import type { RuleNotMet } from './errors.js';

interface Asking {
  readonly scope: Scope;
  readonly hints: Hints;
}

const soughtAgainst = new WeakMap<RuleNotMet, Sought>();

/** What would content the rule that refused: asked for by two fields, and found out once. */
async function hintAgainst(refusal: RuleNotMet, { scope, hints }: Asking): Promise<Hint> {
  const { rule, situation } = refusal;
  const known = soughtAgainst.get(refusal);
  const sought = known ?? (situation ? soughtFor(demandOf(rule), situation) : nothingSought);
  soughtAgainst.set(refusal, sought);
  return discreetHint(scope, await hints.ask(sought));
}

export const resolvers: Resolvers = {
  Query: {
    validateCoupon: async (_, { input }, { scope }) => {
      const outcome = await validateCoupon(scope, forOwn(scope, input));
      return named(discreet(scope, input.code, outcome), (valuation) => ({
        __typename: 'ValidateCouponSuccess',
        ...valuation,
      }));
    },
    limits: (_, asked, { scope }) => findEffectiveLimits(scope, { ...asked }),
    checkLimits: async (_, { input }, { scope }) =>
      named(await checkLimits(scope, forOwn(scope, input)), (checked) => ({
        __typename: 'CheckLimitsSuccess',
        ...checked,
      })),
    simulateRule: async (_, { input }, { scope }) =>
      named(await simulateRule(scope, { ...input, of: { ...input.of } }), ({ subject, ...simulation }) => ({
        __typename: 'SimulateRuleSuccess',
        rule: subject.rule,
        ...simulation,
      })),
  },
  SimulateRuleSuccess: {
    changes: async ({ changes }, _, { hints }) => (await hints.ask(changes)).changes,
    noChanges: async ({ changes }, _, { hints }) => (await hints.ask(changes)).without,
  },
  RemainingUses: {
    uses: ({ uses }, _, { scope }) => (maySeeReasons(scope) ? uses : null),
  },
  RuleNotMetError: {
    rule: ({ rule: { id, name, effect } }, _, { scope }) =>
      maySeeRules(scope) ? { id, name, effect } : null,
    explanation: ({ rule: { condition }, situation }, _, { scope }) =>
      situation && maySeeRules(scope) ? explain(condition, situation) : null,
    changes: async (refusal, _, context) => (await hintAgainst(refusal, context)).changes,
    noChanges: async (refusal, _, context) => (await hintAgainst(refusal, context)).without,
  },
  ValidateCouponSuccess: {
    coupon: ({ couponId }, _, { loaders }) => loaders.coupon.load(couponId),
  },
  CheckLimitsSuccess: {
    coupon: ({ couponId }, _, { loaders }) => loaders.coupon.load(couponId),
    isAllowed: ({ limits }) => limits.every(({ isExceeded }) => !isExceeded),
  },
  CheckedLimit: {
    asked: ({ effective: { rule }, asked }, _, { scope }) =>
      asked !== null && maySeeAmounts(scope) ? amountIn(rule, asked) : null,
    shortForm: ({ effective }) => effective.shortForm,
    per: ({ effective: { rule } }) => rule.per.kind,
    attribute: ({ effective: { rule } }) => (rule.per.kind === 'ATTRIBUTE' ? rule.per.name : null),
    window: ({ effective: { rule } }) => rule.window,
    measure: ({ effective: { rule } }) => rule.measure,
    effective: ({ effective }, _, { scope }) => (maySeeAmounts(scope) ? effective : null),
  },
  EffectiveLimit: {
    target: ({ rule }) => rule.target,
    per: ({ rule }) => rule.per.kind,
    attribute: ({ rule: { per } }) => (per.kind === 'ATTRIBUTE' ? per.name : null),
    window: ({ rule }) => rule.window,
    measure: ({ rule }) => rule.measure,
    ceiling: ({ rule }) => amountIn(rule, rule.ceiling),
    overrun: ({ rule }) => amountIn(rule, rule.overrun),
    used: ({ rule, used }) => (used === null ? null : amountIn(rule, used)),
    left: (limit) => {
      const left = leftIn(limit);
      return left === null ? null : amountIn(limit.rule, left);
    },
    isReached: (limit) => {
      const left = leftIn(limit);
      return left === null ? null : left === 0n;
    },
  },
};
