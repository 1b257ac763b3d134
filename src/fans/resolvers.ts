import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import * as actions from './actions.js';
import { retryDelivery } from './actions/deliveries.js';

export const resolvers: Resolvers = {
  Query: {
    fan: (_, { id }, { scope }) => actions.findFan(scope, id),
    fans: (_, { filter, ...page }, { scope }) => actions.listFans(scope, filter ?? {}, page),
  },

  Mutation: {
    registerFan: async (_, { input }, { scope }) =>
      named(await actions.registerFan(scope, input), (fan) => ({ __typename: 'RegisterFanSuccess', fan })),
    activateFan: async (_, { input }, { scope }) =>
      named(await actions.activateFan(scope, input), (fan) => ({ __typename: 'ActivateFanSuccess', fan })),
    retryDelivery: async (_, { input }, { scope }) =>
      named(await retryDelivery(scope, input), (delivery) => ({
        __typename: 'RetryDeliverySuccess',
        delivery,
      })),
  },

  Fan: {
    brand: ({ brandId }, _, { loaders }) => loaders.brand.load(brandId),
    coupon: ({ couponId }, _, { loaders }) => (couponId ? loaders.coupon.load(couponId) : null),
    deliveries: ({ id }, _, { loaders }) => loaders.deliveriesOfFan.load(id),
  },
};
