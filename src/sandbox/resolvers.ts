import type { Resolvers } from '../generated/graphql.js';
import { findCouponsInOrder } from '../coupons/actions.js';
import { named } from '../lib/named.js';
import { forOwn } from '../platform/rights.js';
import * as actions from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    sandboxValidate: async (_, { input }, { scope }) =>
      named(await actions.sandboxValidate(scope, forOwn(scope, input)), (codes) => ({
        __typename: 'SandboxValidateSuccess',
        codes,
      })),
    sandboxPreview: async (_, { input }, { scope }) => {
      const orders = input.orders.map((order) => forOwn(scope, order));
      return named(await actions.sandboxPreview(scope, { ...input, orders }), (previewed) => ({
        __typename: 'SandboxPreviewSuccess',
        ...previewed,
      }));
    },
  },

  Mutation: {
    generateTestCodes: async (_, { input }, { scope }) => {
      const outcome = await actions.generateTestCodes(scope, input);
      const coupons = 'couponIds' in outcome ? await findCouponsInOrder(scope, outcome.couponIds) : [];
      return named(outcome, () => ({ __typename: 'GenerateTestCodesSuccess', coupons }));
    },
    deleteTestCodes: async (_, { input }, { scope }) =>
      named(await actions.deleteTestCodes(scope, input), ({ deletedCount }) => ({
        __typename: 'DeleteTestCodesSuccess',
        deletedCount,
      })),
  },

  SandboxOrder: {
    combination: ({ promoted }) => promoted,
  },
};
