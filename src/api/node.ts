import { findAuditEvent } from '../audit/actions.js';
import { findBrand } from '../brands/actions.js';
import { findCampaign } from '../campaigns/actions.js';
import { findCoupon } from '../coupons/actions.js';
import { findFan } from '../fans/actions.js';
import { findDelivery } from '../fans/actions/deliveries.js';
import type { Resolvers } from '../generated/graphql.js';
import { findApiKey } from '../keys/actions.js';
import { prefixOf } from '../lib/id.js';
import { findLimit } from '../limits/actions.js';
import { requireRight } from '../platform/rights.js';
import type { Right, Scope } from '../platform/scope.js';
import { findRedemption } from '../redemptions/actions.js';
import { findReservation } from '../reservations/actions.js';
import { findRule } from '../rules/actions.js';
import { findSegment } from '../segments/actions.js';
import { findTemplate } from '../templates/actions.js';
import { findTenant } from '../tenants/actions.js';

interface Kind {
  readonly type:
    | 'ApiKey'
    | 'AuditEvent'
    | 'Brand'
    | 'Campaign'
    | 'Coupon'
    | 'Delivery'
    | 'Fan'
    | 'Limit'
    | 'Redemption'
    | 'Reservation'
    | 'Rule'
    | 'Segment'
    | 'Template'
    | 'Tenant';
  readonly find: (scope: Scope, id: string) => Promise<object | null>;
  /** The same as the field that lists them asks for. */
  readonly right: Right;
}

/** What an id names, by the id's prefix. */
const kinds = new Map<string | undefined, Kind>(
  Object.entries({
    brand: { type: 'Brand', find: findBrand, right: 'READ' },
    campaign: { type: 'Campaign', find: findCampaign, right: 'READ' },
    coupon: { type: 'Coupon', find: findCoupon, right: 'READ' },
    delivery: { type: 'Delivery', find: findDelivery, right: 'READ' },
    event: { type: 'AuditEvent', find: findAuditEvent, right: 'MANAGE' },
    fan: { type: 'Fan', find: findFan, right: 'READ' },
    key: { type: 'ApiKey', find: findApiKey, right: 'ADMIN' },
    limit: { type: 'Limit', find: findLimit, right: 'READ' },
    redemption: { type: 'Redemption', find: findRedemption, right: 'READ' },
    reservation: { type: 'Reservation', find: findReservation, right: 'REDEEM' },
    rule: { type: 'Rule', find: findRule, right: 'READ' },
    segment: { type: 'Segment', find: findSegment, right: 'READ' },
    template: { type: 'Template', find: findTemplate, right: 'READ' },
    tenant: { type: 'Tenant', find: findTenant, right: 'READ' },
  } satisfies Record<string, Kind>),
);

export const resolvers: Resolvers = {
  Query: {
    node: async (_, { id }, { scope }) => {
      const kind = kinds.get(prefixOf(id));
      if (!kind) return null;
      requireRight(scope, kind.right);
      // The one cast of its kind: the prefix has told which type it is.
      return (await kind.find(scope, id)) as never;
    },
  },
  Node: { __resolveType: ({ id }) => kinds.get(prefixOf(id))!.type },
};
