import { findCouponsInOrder, listCoupons } from '../coupons/actions.js';
import type { Resolvers } from '../generated/graphql.js';
import { named } from '../lib/named.js';
import * as actions from './actions.js';

export const resolvers: Resolvers = {
  Query: {
    template: (_, { id }, { scope }) => actions.findTemplate(scope, id),
    templates: (_, { filter, orderBy, ...page }, { scope }) =>
      actions.listTemplates(scope, filter ?? {}, orderBy, page),
  },

  Mutation: {
    createTemplate: async (_, { input }, { scope }) =>
      named(await actions.createTemplate(scope, input), (template) => ({
        __typename: 'CreateTemplateSuccess',
        template,
      })),
    updateTemplate: async (_, { input }, { scope }) =>
      named(await actions.updateTemplate(scope, input), (template) => ({
        __typename: 'UpdateTemplateSuccess',
        template,
      })),
    deleteTemplate: async (_, { input }, { scope }) =>
      named(await actions.deleteTemplate(scope, input), ({ templateId }) => ({
        __typename: 'DeleteTemplateSuccess',
        templateId,
      })),
    createCouponsFromTemplate: async (_, { input }, { scope }) => {
      const outcome = await actions.createCouponsFromTemplate(scope, input);
      const coupons = 'couponIds' in outcome ? await findCouponsInOrder(scope, outcome.couponIds) : [];
      return named(outcome, () => ({ __typename: 'CreateCouponsFromTemplateSuccess', coupons }));
    },
  },

  Template: {
    coupons: ({ id }, page, { scope }) => listCoupons(scope, { templateId: id }, null, page),
  },

  CouponTerms: {
    campaign: ({ campaignId }, _, { loaders }) => (campaignId ? loaders.campaign.load(campaignId) : null),
  },

  Coupon: {
    template: ({ templateId }, _, { loaders }) => (templateId ? loaders.template.load(templateId) : null),
  },
};
