import type { Resolvers } from '../generated/graphql.js';
import { formatPercent } from '../discounts/percentage.js';
import { named } from '../lib/named.js';
import { requireRight } from '../platform/rights.js';
import * as actions from './actions.js';
import { statusOf, usesLeft } from './core.js';

export const resolvers: Resolvers = {
  Query: {
    coupon: (_, { id }, { scope }) => actions.findCoupon(scope, id),
    couponByCode: (_, { code }, { scope }) => actions.findCouponByCode(scope, code),
    coupons: (_, { filter, orderBy, ...page }, { scope }) =>
      actions.listCoupons(scope, filter ?? {}, orderBy, page),
  },

  Mutation: {
    createCoupon: async (_, { input }, { scope }) =>
      named(await actions.createCoupon(scope, input), (coupon) => ({
        __typename: 'CreateCouponSuccess',
        coupon,
      })),
    updateCoupon: async (_, { input }, { scope }) =>
      named(await actions.updateCoupon(scope, input), (coupon) => ({
        __typename: 'UpdateCouponSuccess',
        coupon,
      })),
    activateCoupon: async (_, { input }, { scope }) =>
      named(await actions.activateCoupon(scope, input), (coupon) => ({
        __typename: 'ActivateCouponSuccess',
        coupon,
      })),
    deactivateCoupon: async (_, { input }, { scope }) =>
      named(await actions.deactivateCoupon(scope, input), (coupon) => ({
        __typename: 'DeactivateCouponSuccess',
        coupon,
      })),
    reactivateCoupon: async (_, { input }, { scope }) =>
      named(await actions.reactivateCoupon(scope, input), (coupon) => ({
        __typename: 'ReactivateCouponSuccess',
        coupon,
      })),
    revokeCoupon: async (_, { input }, { scope }) =>
      named(await actions.revokeCoupon(scope, input), (coupon) => ({
        __typename: 'RevokeCouponSuccess',
        coupon,
      })),
    deleteCoupon: async (_, { input }, { scope }) => {
      if (input.hard) requireRight(scope, 'ADMIN');
      return named(await actions.deleteCoupon(scope, input), ({ couponId }) => ({
        __typename: 'DeleteCouponSuccess',
        couponId,
      }));
    },
  },

  Coupon: {
    status: (coupon, _, { scope }) => statusOf(coupon, scope.now()),
    testOf: ({ testOfId }, _, { loaders }) => (testOfId ? loaders.coupon.load(testOfId) : null),
    usesLeft: (coupon) => usesLeft(coupon),
    giftCardMovements: (coupon, page, { scope }) => actions.listMovements(scope, coupon, page),
    campaign: ({ campaignId }, _, { loaders }) => (campaignId ? loaders.campaign.load(campaignId) : null),
  },

  UpdateCouponSuccess: {
    customersAbove: ({ coupon }, _, { scope }) => actions.countCustomersAbove(scope, coupon),
  },

  Stacking: {
    priceFloor: ({ floorBasisPoints }) =>
      floorBasisPoints === null ? null : formatPercent(floorBasisPoints),
  },
};
