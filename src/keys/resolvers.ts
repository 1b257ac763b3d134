import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import * as actions from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    apiKeys: (_, page, { scope }) => actions.listApiKeys(scope, page),
  },

  Mutation: {
    createApiKey: async (_, { input }, { scope }) =>
      named(await actions.createApiKey(scope, input), (made) => ({
        __typename: 'CreateApiKeySuccess',
        ...made,
      })),
    revokeApiKey: async (_, { input }, { scope }) =>
      named(await actions.revokeApiKey(scope, input), (apiKey) => ({
        __typename: 'RevokeApiKeySuccess',
        apiKey,
      })),
  },
};
