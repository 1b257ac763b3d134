import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import { forbidden, ownCustomer } from '../platform/rights.js';
import * as actions from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    redemption: (_, { id }, { scope }) => actions.findRedemption(scope, id),
    redemptions: (_, { filter, ...page }, { scope }) => actions.listRedemptions(scope, filter ?? {}, page),
    myRedemptions: (_, page, { scope }) => actions.listOwnRedemptions(scope, page),
  },

  Mutation: {
    applyCoupon: async (_, { input }, { scope }) => {
      const customerId = ownCustomer(scope, input.customerId);
      return named(await actions.applyCoupon(scope, { ...input, customerId }), (redemption) => ({
        __typename: 'ApplyCouponSuccess',
        redemption,
        ...redemption,
      }));
    },
    voidRedemption: async (_, { input }, { scope }) => {
      if (scope.actor.kind === 'USER')
        throw forbidden('A user token uses codes; it does not give uses back.');
      return named(await actions.voidRedemption(scope, input), (redemption) => ({
        __typename: 'VoidRedemptionSuccess',
        redemption,
      }));
    },
  },

  ApplyCouponSuccess: {
    coupon: ({ couponId }, _, { loaders }) => loaders.coupon.load(couponId),
  },

  Coupon: {
    redemptions: ({ id }, { status, ...page }, { scope }) =>
      actions.listRedemptions(scope, { couponId: id, status }, page),
    redeemers: ({ id }, page, { scope }) => actions.listRedeemers(scope, id, page),
  },

  Redemption: {
    coupon: ({ couponId }, _, { loaders }) => loaders.coupon.load(couponId),
    campaign: ({ campaignId }, _, { loaders }) => (campaignId ? loaders.campaign.load(campaignId) : null),
  },
};
