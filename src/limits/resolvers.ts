import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import * as actions from './actions.js';
import { amountIn, maySeeAmounts } from './amount.js';
import { leftOf } from './count.js';
import { limitReachedWithoutAmounts } from './errors.js';

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
    per: ({ per }) => per.kind,
    attribute: ({ per }) => (per.kind === 'ATTRIBUTE' ? per.name : null),
    ceiling: (limit) => amountIn(limit, limit.ceiling),
    overrun: (limit) => amountIn(limit, limit.overrun),
  },

  LimitTarget: {
    couponId: ({ kind, id }) => (kind === 'COUPON' ? id : null),
    campaignId: ({ kind, id }) => (kind === 'CAMPAIGN' ? id : null),
    templateId: ({ kind, id }) => (kind === 'TEMPLATE' ? id : null),
  },

  // `limit` and `used` are numbers in the failures that stand beside it in the same unions. Who may only use codes does
  // not learn what a campaign may spend.
  LimitReachedError: {
    message: (failure, _, { scope }) =>
      maySeeAmounts(scope) ? failure.message : limitReachedWithoutAmounts(failure),
    reached: ({ limit }, _, { scope }) => (maySeeAmounts(scope) ? limit : null),
    counted: ({ limit, used }, _, { scope }) => (maySeeAmounts(scope) ? amountIn(limit, used) : null),
    left: ({ limit, used }, _, { scope }) =>
      maySeeAmounts(scope) ? amountIn(limit, leftOf(limit, used)) : null,
    asked: ({ limit, asked }, _, { scope }) => (maySeeAmounts(scope) ? amountIn(limit, asked) : null),
  },
};
