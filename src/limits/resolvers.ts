import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import * as actions from './actions.js';
import { amountIn } from './amount.js';
import { leftOf } from './count.js';

export const resolvers: Resolvers = {
  Query: {
    limit: (_, { id }, { scope }) => actions.findLimit(scope, id),
  },

  Mutation: {
    createLimit: async (_, { input }, { scope }) =>
      named(await actions.createLimit(scope, input), (made) => ({
        __typename: 'CreateLimitSuccess',
        ...made,
      })),
    updateLimit: async (_, { input }, { scope }) =>
      named(await actions.updateLimit(scope, input), (changed) => ({
        __typename: 'UpdateLimitSuccess',
        ...changed,
      })),
    deleteLimit: async (_, { input }, { scope }) =>
      named(await actions.deleteLimit(scope, input), ({ limitId }) => ({
        __typename: 'DeleteLimitSuccess',
        limitId,
      })),
  },

  Limit: {
    target: ({ target: { kind, id } }) => ({
      kind,
      couponId: kind === 'COUPON' ? id : null,
      campaignId: kind === 'CAMPAIGN' ? id : null,
    }),
    per: ({ per }) => per.kind,
    attribute: ({ per }) => (per.kind === 'ATTRIBUTE' ? per.name : null),
    ceiling: (limit) => amountIn(limit, limit.ceiling),
    overrun: (limit) => amountIn(limit, limit.overrun),
  },

  LimitReachedError: {
    // `limit` and `used` are numbers in the failures that stand beside it in the same unions.
    reached: ({ limit }) => limit,
    counted: ({ limit, used }) => amountIn(limit, used),
    left: ({ limit, used }) => amountIn(limit, leftOf(limit, used)),
    asked: ({ limit, asked }) => amountIn(limit, asked),
  },
};
