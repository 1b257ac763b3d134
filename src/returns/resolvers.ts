import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import { forbidden } from '../platform/rights.js';
import * as actions from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    returnQuote: async (_, { input: { id, ...input } }, { scope }) => {
      if (scope.actor.kind === 'USER')
        throw forbidden('A user token uses codes; it does not give uses back.');
      return named(await actions.quoteReturnOf(scope, id, input), (quote) => ({
        __typename: 'ReturnQuote',
        ...quote,
      }));
    },
  },

  Mutation: {
    voidRedemption: async (_, { input }, { scope }) => {
      if (scope.actor.kind === 'USER')
        throw forbidden('A user token uses codes; it does not give uses back.');
      return named(await actions.voidRedemption(scope, { ...input }), ({ redemption, returned }) => ({
        __typename: 'VoidRedemptionSuccess',
        redemption,
        returned,
      }));
    },
  },

  Redemption: {
    returns: ({ id }, _, { loaders }) => loaders.returnsOfRedemption.load(id),
  },
};
