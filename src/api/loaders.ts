import DataLoader from 'dataloader';
import { findBrands } from '../brands/actions.js';
import type { Brand } from '../brands/core.js';
import { findCampaigns } from '../campaigns/actions.js';
import type { Campaign } from '../campaigns/core.js';
import { findCoupons } from '../coupons/actions.js';
import type { Coupon } from '../coupons/core.js';
import { findDeliveriesOfFans } from '../fans/actions/deliveries.js';
import type { Fan } from '../fans/core.js';
import type { Delivery } from '../fans/delivery.js';
import { assert } from '../lib/assert.js';
import { distinct } from '../lib/distinct.js';
import { findBudgets, type Budget } from '../limits/actions.js';
import type { Scope } from '../platform/scope.js';
import { findReserved } from '../redemptions/actions.js';
import type { Redemption } from '../redemptions/core.js';
import { findReservations } from '../reservations/actions.js';
import type { Reservation } from '../reservations/core.js';
import { findReturns } from '../returns/actions.js';
import type { RedemptionReturn } from '../returns/core.js';
import { findTemplates } from '../templates/actions.js';
import type { Template } from '../templates/core.js';

/** Batches what a list's fields read into one query each. Made anew for each request, so nothing leaks or goes stale. */
export const createLoaders = (scope: Scope) => ({
  coupon: byId<Coupon>((ids) => findCoupons(scope, ids)),
  campaign: byId<Campaign>((ids) => findCampaigns(scope, ids)),
  template: byId<Template>((ids) => findTemplates(scope, ids)),
  brand: byId<Brand>((ids) => findBrands(scope, ids)),
  reservation: byId<Reservation>((ids) => findReservations(scope, ids)),
  heldByReservation: new DataLoader<Reservation['id'], Redemption[]>(
    async (ids) => {
      const found = await findReserved(scope, distinct(ids));
      return ids.map((id) => found.filter(({ reservationId }) => reservationId === id));
    },
    { cache: false },
  ),
  returnsOfRedemption: new DataLoader<Redemption['id'], RedemptionReturn[]>(
    async (ids) => {
      const found = await findReturns(scope, ids);
      return ids.map((id) => found.filter(({ redemptionId }) => redemptionId === id));
    },
    { cache: false },
  ),
  budgetOfCampaign: new DataLoader<Campaign['id'], Budget | undefined>(
    async (ids) => {
      const found = new Map(
        (await findBudgets(scope, distinct(ids))).map((budget) => [budget.campaignId, budget]),
      );
      return ids.map((id) => found.get(id));
    },
    { cache: false },
  ),
  deliveriesOfFan: new DataLoader<Fan['id'], Delivery[]>(
    async (ids) => {
      const found = await findDeliveriesOfFans(scope, ids);
      return ids.map((id) => found.filter(({ fanId }) => fanId === id));
    },
    { cache: false },
  ),
});

export type Loaders = ReturnType<typeof createLoaders>;

/** Uncached: a mutation may come before a read in the same request. What is referred to is always there. */
const byId = <T extends { readonly id: string }>(findMany: (ids: readonly T['id'][]) => Promise<T[]>) =>
  new DataLoader<T['id'], T>(
    async (ids) => {
      const found = new Map((await findMany(distinct(ids))).map((object) => [object.id, object]));
      return ids.map((id) => {
        const object = found.get(id);
        assert(object, `${id} is there, since another row refers to it`);
        return object;
      });
    },
    { cache: false },
  );
