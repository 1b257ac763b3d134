import { jsonOfCondition } from '../conditions/json.js';
import { textOf } from '../conditions/text.js';
import { partsOf } from '../customers/identity.js';
import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import * as actions from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    segment: (_, { id }, { scope }) => actions.findSegment(scope, id),
    segmentByName: (_, { name }, { scope }) => actions.findSegmentByName(scope, name),
    segments: (_, { filter, orderBy, ...page }, { scope }) =>
      actions.listSegments(scope, filter ?? {}, orderBy, page),
    evaluateSegment: async (_, { input }, { scope }) =>
      named(await actions.evaluateSegment(scope, { ...input }), (membership) => ({
        __typename: 'EvaluateSegmentSuccess',
        membership,
      })),
    evaluateSegments: async (_, { input }, { scope }) =>
      named(await actions.evaluateSegments(scope, { ...input }), (customers) => ({
        __typename: 'EvaluateSegmentsSuccess',
        customers: customers.map((memberships) => ({ memberships })),
      })),
  },

  Mutation: {
    createSegment: async (_, { input }, { scope }) =>
      named(await actions.createSegment(scope, input), (segment) => ({
        __typename: 'CreateSegmentSuccess',
        segment,
      })),
    updateSegment: async (_, { input }, { scope }) =>
      named(await actions.updateSegment(scope, input), (segment) => ({
        __typename: 'UpdateSegmentSuccess',
        segment,
      })),
    deleteSegment: async (_, { input }, { scope }) =>
      named(await actions.deleteSegment(scope, input), ({ segmentId }) => ({
        __typename: 'DeleteSegmentSuccess',
        segmentId,
      })),
    addSegmentMembers: async (_, { input }, { scope }) =>
      named(await actions.addSegmentMembers(scope, input), ({ segment, count }) => ({
        __typename: 'AddSegmentMembersSuccess',
        segment,
        addedCount: count,
      })),
    removeSegmentMembers: async (_, { input }, { scope }) =>
      named(await actions.removeSegmentMembers(scope, input), ({ segment, count }) => ({
        __typename: 'RemoveSegmentMembersSuccess',
        segment,
        removedCount: count,
      })),
  },

  Segment: {
    condition: ({ condition }) => condition && jsonOfCondition(condition),
    conditionText: ({ condition }) => condition && textOf(condition),
    isListed: ({ condition }) => condition === null,
    members: (segment, page, { scope }) => actions.listMembers(scope, segment, page),
  },

  SegmentMember: {
    identity: ({ identity }) => partsOf(identity),
  },

  SegmentMembership: {
    listedAs: ({ listed }) => listed.map(partsOf),
    identitiesCount: ({ identities }) => identities.length,
  },
};
