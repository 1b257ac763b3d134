import type { Resolvers } from '../generated/graphql.js';
import { assert } from '../lib/assert.js';
import { named } from '../lib/named.js';
import * as actions from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    tenant: async (_, __, { scope }) => {
      const tenant = await actions.findTenant(scope);
      assert(tenant, 'whoever has a credential has a tenant');
      return tenant;
    },
  },

  Mutation: {
    updateTenant: async (_, { input }, { scope }) =>
      named(await actions.updateTenant(scope, input), (tenant) => ({
        __typename: 'UpdateTenantSuccess',
        tenant,
      })),
    rotateTokenSecret: async (_, { input }, { scope }) =>
      named(await actions.rotateTokenSecret(scope, input), (made) => ({
        __typename: 'RotateTokenSecretSuccess',
        ...made,
      })),
  },
};
