import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import * as actions from './actions.js';
import { statusOf } from './core.js';

export const resolvers: Resolvers = {
  Query: {
    campaign: (_, { id }, { scope }) => actions.findCampaign(scope, id),
    campaigns: (_, { filter, orderBy, ...page }, { scope }) =>
      actions.listCampaigns(scope, filter ?? {}, orderBy, page),
  },

  Mutation: {
    createCampaign: async (_, { input }, { scope }) =>
      named(await actions.createCampaign(scope, input), (campaign) => ({
        __typename: 'CreateCampaignSuccess',
        campaign,
      })),
    updateCampaign: async (_, { input }, { scope }) =>
      named(await actions.updateCampaign(scope, input), (campaign) => ({
        __typename: 'UpdateCampaignSuccess',
        campaign,
      })),
    activateCampaign: async (_, { input }, { scope }) =>
      named(await actions.activateCampaign(scope, input), (campaign) => ({
        __typename: 'ActivateCampaignSuccess',
        campaign,
      })),
    pauseCampaign: async (_, { input }, { scope }) =>
      named(await actions.pauseCampaign(scope, input), (campaign) => ({
        __typename: 'PauseCampaignSuccess',
        campaign,
      })),
    resumeCampaign: async (_, { input }, { scope }) =>
      named(await actions.resumeCampaign(scope, input), (campaign) => ({
        __typename: 'ResumeCampaignSuccess',
        campaign,
      })),
    endCampaign: async (_, { input }, { scope }) =>
      named(await actions.endCampaign(scope, input), (campaign) => ({
        __typename: 'EndCampaignSuccess',
        campaign,
      })),
  },

  Campaign: {
    status: (campaign, _, { scope }) => statusOf(campaign, scope.now()),
    budget: async ({ id }, _, { loaders }) => (await loaders.budgetOfCampaign.load(id))?.budget ?? null,
    spent: async ({ id }, _, { loaders }) => (await loaders.budgetOfCampaign.load(id))?.spent ?? null,
  },
};
