import type { Resolvers } from '../generated/graphql.js';
import { partsOf } from '../customers/identity.js';
import { discreet } from '../evaluation/discreet.js';
import { amountIn } from '../limits/amount.js';
import { named } from '../lib/named.js';
import type { SuccessOf } from '../lib/outcome.js';
import { forbidden, forOwn } from '../platform/rights.js';
import type { Scope } from '../platform/scope.js';
import * as actions from './actions.js';
import { linkCustomer } from './actions/linking.js';
import type { OutcomeUnknown } from './errors.js';

type Applied = Awaited<ReturnType<typeof actions.applyCoupon>>;

const applied = <Outcome extends Applied | OutcomeUnknown>(scope: Scope, code: string, outcome: Outcome) =>
  named(discreet(scope, code, outcome), (redemption: SuccessOf<Applied>) => ({
    __typename: 'ApplyCouponSuccess' as const,
    redemption,
    ...redemption,
  }));

export const resolvers: Resolvers = {
  Query: {
    redemption: (_, { id }, { scope }) => actions.findRedemption(scope, id),
    redemptions: (_, { filter, ...page }, { scope }) => actions.listRedemptions(scope, filter ?? {}, page),
    myRedemptions: (_, page, { scope }) => actions.listOwnRedemptions(scope, page),
  },

  Mutation: {
    applyCoupon: async (_, { input }, { scope }) =>
      applied(scope, input.code, await actions.applyCoupon(scope, forOwn(scope, input))),
    applyCoupons: async (_, { input }, { scope }) => {
      const items = input.items.map((item) => forOwn(scope, item));
      return named(await actions.applyCoupons(scope, { ...input, items }), (results) => ({
        __typename: 'ApplyCouponsSuccess',
        results: results.map((result, index) => applied(scope, items[index]!.code, result)),
      }));
    },
    linkCustomer: async (_, { input }, { scope }) => {
      if (scope.actor.kind === 'USER') throw forbidden('A user token does not say who else its user is.');
      return named(await linkCustomer(scope, { ...input }), (customer) => ({
        __typename: 'LinkCustomerSuccess',
        customer,
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

  Redeemer: {
    customerId: ({ customer }) => {
      const { kind, value } = partsOf(customer);
      return kind === 'ID' ? value : null;
    },
    identity: ({ customer }) => partsOf(customer),
  },

  Redemption: {
    coupon: ({ couponId }, _, { loaders }) => loaders.coupon.load(couponId),
    campaign: ({ campaignId }, _, { loaders }) => (campaignId ? loaders.campaign.load(campaignId) : null),
    reservation: ({ reservationId }, _, { loaders }) =>
      reservationId ? loaders.reservation.load(reservationId) : null,
  },

  LimitOverrun: {
    amount: (overrun) => amountIn(overrun, overrun.amount),
  },
};
