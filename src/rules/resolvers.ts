import { jsonOfCondition } from '../conditions/json.js';
import { textOf } from '../conditions/text.js';
import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import * as actions from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    rule: (_, { id }, { scope }) => actions.findRule(scope, id),
    rules: (_, { filter, orderBy, ...page }, { scope }) =>
      actions.listRules(scope, filter ?? {}, orderBy, page),
    compileRule: async (_, { of }, { scope }) =>
      named(await actions.compileRule(scope, { ...of }), ({ subject: { rule, condition }, compiled }) => ({
        __typename: 'CompileRuleSuccess',
        rule,
        condition: jsonOfCondition(condition),
        conditionText: textOf(condition),
        cost: compiled.cost,
        plan: compiled.plan,
      })),
    analyzeRule: async (_, { of }, { scope }) =>
      named(
        await actions.analyzeRule(scope, { ...of }),
        ({ subject: { rule }, analysis, shadowedBy, contradictedBy }) => ({
          __typename: 'AnalyzeRuleSuccess',
          rule,
          ...analysis,
          shadowedBy,
          contradictedBy,
        }),
      ),
  },

  Mutation: {
    createRule: async (_, { input }, { scope }) =>
      named(await actions.createRule(scope, input), (rule) => ({ __typename: 'CreateRuleSuccess', rule })),
    updateRule: async (_, { input }, { scope }) =>
      named(await actions.updateRule(scope, input), (rule) => ({ __typename: 'UpdateRuleSuccess', rule })),
    deleteRule: async (_, { input }, { scope }) =>
      named(await actions.deleteRule(scope, input), ({ ruleId }) => ({
        __typename: 'DeleteRuleSuccess',
        ruleId,
      })),
  },

  Rule: {
    condition: ({ condition }) => jsonOfCondition(condition),
    conditionText: ({ condition }) => textOf(condition),
  },

  RuleTargets: {
    tenant: ({ isTenantWide }) => isTenantWide,
  },
};
