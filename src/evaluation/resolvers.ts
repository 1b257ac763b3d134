import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import { ownCustomer } from '../platform/rights.js';
import { validateCoupon } from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    validateCoupon: async (_, { input }, { scope }) =>
      named(await validateCoupon(scope, { ...input, ...ownCustomer(scope, input) }), (valuation) => ({
        __typename: 'ValidateCouponSuccess',
        ...valuation,
      })),
  },
  ValidateCouponSuccess: {
    coupon: ({ couponId }, _, { loaders }) => loaders.coupon.load(couponId),
  },
};
