import type { Resolvers } from '../generated/graphql.js';
import * as actions from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    auditEvents: (_, { filter, ...page }, { scope }) => actions.listAuditEvents(scope, filter ?? {}, page),
  },
};
