import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import * as actions from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    brand: (_, { id }, { scope }) => actions.findBrand(scope, id),
    brands: (_, page, { scope }) => actions.listBrands(scope, page),
  },

  Mutation: {
    createBrand: async (_, { input }, { scope }) =>
      named(await actions.createBrand(scope, input), (brand) => ({
        __typename: 'CreateBrandSuccess',
        brand,
      })),
    updateBrand: async (_, { input }, { scope }) =>
      named(await actions.updateBrand(scope, input), (brand) => ({
        __typename: 'UpdateBrandSuccess',
        brand,
      })),
  },
};
