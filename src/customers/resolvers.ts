import type { Resolvers } from '../generated/graphql.js';
import * as actions from './actions.js';
import { partsOf } from './identity.js';

export const resolvers: Resolvers = {
  Query: {
    customer: (_, { identity }, { scope }) => actions.findCustomerAs(scope, { ...identity }),
  },

  Customer: {
    identities: ({ identities }) => identities.map(partsOf),
  },
};
