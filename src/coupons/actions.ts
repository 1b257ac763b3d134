import { announce } from '../audit/actions.js';
import { findCampaign } from '../campaigns/actions.js';
import { campaignNotFound, type CampaignNotFound } from '../campaigns/errors.js';
import type { Id } from '../lib/id.js';
import { parseInput, type Unchecked, within } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { saysNothing, type VersionedPatch } from '../lib/patch.js';
import { versionConflict } from '../lib/version.js';
import { dropLimitsOf, holdTenant } from '../limits/actions.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import { dropTargets, holdRules } from '../rules/actions.js';
import { noTargets } from '../rules/core.js';
import { meantBy } from './code.js';
import { act, type Coupon, type CouponAction } from './core.js';
import { couponCodeTaken, couponNotFound, couponRevoked, couponUsed } from './errors.js';
import { couponPatch, createdCoupon, newCoupon, patchedCoupon } from './input.js';
import { newestFirst, type CouponFilter, type CouponOrder } from './list.js';
import { issued, type GiftCardMovement } from './movement.js';
import * as store from './store.js';

export const findCoupon = (scope: Scope, id: string): Promise<Coupon | null> => store.find(scope, id);

export const findCoupons = (scope: Scope, ids: readonly Coupon['id'][]): Promise<Coupon[]> =>
  store.findMany(scope, ids);

/** Coupons by their ids, in this order, as far as they are still there. */
export async function findCouponsInOrder(scope: Scope, ids: readonly Coupon['id'][]): Promise<Coupon[]> {
  const found = new Map((await store.findMany(scope, ids)).map((coupon) => [coupon.id, coupon]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export async function findCouponByCode(scope: Scope, typed: string): Promise<Coupon | null> {
  const found = await store.findByCodes(scope, [typed]);
  return (
    meantBy(
      typed,
      found.filter(({ isTest }) => !isTest),
    ) ?? null
  );
}

/** The living coupons that share a key with any of the typed codes, also automatic and test ones. */
export const findCouponsTyped = (scope: Scope, typed: readonly string[]): Promise<Coupon[]> =>
  store.findByCodes(scope, typed);

/** Whether a coupon can have this code. Test coupons have codes as well. */
export const isCodeFree = async (scope: Scope, code: string): Promise<boolean> =>
  (await store.findByCodes(scope, [code])).length === 0;

export const listCoupons = (
  scope: Scope,
  filter: CouponFilter,
  orderBy: CouponOrder | null | undefined,
  page: PageArguments,
): Promise<Page<Coupon>> => store.list(scope, filter, orderBy ?? newestFirst, page);

export const listMovements = (
  scope: Scope,
  coupon: Coupon,
  page: PageArguments,
): Promise<Page<GiftCardMovement>> => store.listMovements(scope, coupon, page);

interface CreateCoupon extends MutationInput, Unchecked {
  readonly campaignId?: string | null | undefined;
}

export const createCoupon = mutation('createCoupon', async (scope, input: CreateCoupon) => {
  const checked = parseInput(newCoupon, input);
  if (isFailure(checked)) return checked;
  const campaignId = await existingCampaign(scope, input.campaignId ?? null);
  if (isFailure(campaignId)) return campaignId;

  const birth = {
    id: scope.newId('coupon'),
    createdBy: scope.actor,
    campaignId,
    templateId: null,
    now: scope.now(),
  };
  const coupon = createdCoupon(checked, birth);
  if (isFailure(coupon)) return coupon;

  const [made] = await makeFree(scope, [coupon]);
  return made ?? couponCodeTaken(coupon.code);
});

/** Makes those of the coupons whose codes are free, in the transaction under way; answers them, in the same order. */
export async function makeFree(scope: Scope, coupons: readonly Coupon[]): Promise<Coupon[]> {
  const inserted = await store.insertFree(scope, coupons);
  const made = coupons.filter(({ id }) => inserted.has(id));
  const cards = made.flatMap(({ id, balance, createdAt }) =>
    balance ? { couponId: id, movement: issued(scope.newId('movement'), balance, createdAt) } : [],
  );
  await store.insertMovements(scope, cards);
  const told = made.map((after) => ({ action: 'coupon.created', targetId: after.id, before: null, after }));
  if (told.length > 0) await announce(scope, ...told);
  return made;
}

interface UpdateCoupon extends MutationInput, VersionedPatch {
  readonly patch: Unchecked & { readonly campaignId?: string | null | undefined };
}

export const updateCoupon = mutation('updateCoupon', async (scope, input: UpdateCoupon) => {
  const patch = within('patch', parseInput(couponPatch, input.patch));
  if (isFailure(patch)) return patch;
  const campaignId =
    input.patch.campaignId === undefined ? undefined : await existingCampaign(scope, input.patch.campaignId);
  if (isFailure(campaignId)) return campaignId;

  const before = await store.lock(scope, input.id);
  if (!before || before.deletedAt) return couponNotFound(input.id);
  if (before.revokedAt) return couponRevoked(before.code, before.revokedAt);
  if (before.version !== input.version) return versionConflict(input.version, before.version);
  if (saysNothing(input.patch)) return before;

  const after = within('patch', patchedCoupon(before, patch, campaignId, scope.now()));
  if (isFailure(after)) return after;
  await store.save(scope, after);
  await announce(scope, { action: 'coupon.updated', targetId: after.id, before, after });
  return after;
});

/** How many customers have used it more often than each may; null where they may as often as they like. */
export const countCustomersAbove = async (scope: Scope, coupon: Coupon): Promise<number | null> =>
  coupon.perCustomerLimit === null ? null : store.countRedeemersAbove(scope, coupon, coupon.perCustomerLimit);

const couponAction = (action: CouponAction, event: string) =>
  mutation(action, async (scope, input: MutationInput & { readonly id: string }) => {
    const before = await store.lock(scope, input.id);
    if (!before || before.deletedAt) return couponNotFound(input.id);
    const after = act(before, action, scope.now());
    if (isFailure(after) || after === before) return after;

    await store.save(scope, after);
    await announce(scope, { action: event, targetId: after.id, before, after });
    return after;
  });

export const activateCoupon = couponAction('activateCoupon', 'coupon.activated');
export const deactivateCoupon = couponAction('deactivateCoupon', 'coupon.deactivated');
export const reactivateCoupon = couponAction('reactivateCoupon', 'coupon.reactivated');
export const revokeCoupon = couponAction('revokeCoupon', 'coupon.revoked');

interface DeleteCoupon extends MutationInput {
  readonly id: string;
  /** For good. The resolver has asked for the right ADMIN. */
  readonly hard?: boolean | null | undefined;
}

export const deleteCoupon = mutation('deleteCoupon', async (scope, input: DeleteCoupon) => {
  if (input.hard) {
    await holdRules(scope);
    await holdTenant(scope);
  }
  const before = await store.lock(scope, input.id);
  if (!before || (before.deletedAt && !input.hard)) return couponNotFound(input.id);

  if (input.hard) {
    const redemptionsCount = await store.countRedemptions(scope, before);
    if (redemptionsCount > 0) return couponUsed(redemptionsCount);
    await dropLimitsOf(scope, { kind: 'COUPON', id: before.id });
    await dropTargets(scope, { ...noTargets, couponIds: [before.id] });
    const erased = await store.erase(scope, before);
    if (isFailure(erased)) return erased;
    await announce(scope, { action: 'coupon.erased', targetId: before.id, before, after: null });
    return { couponId: before.id };
  }

  const now = scope.now();
  const after = { ...before, deletedAt: now, updatedAt: now, version: before.version + 1 };
  await store.save(scope, after);
  await announce(scope, { action: 'coupon.deleted', targetId: after.id, before, after });
  return { couponId: after.id };
});

/** The id of a campaign that is there, if one is asked for. */
export async function existingCampaign(
  scope: Scope,
  id: string | null,
): Promise<Id<'campaign'> | null | CampaignNotFound> {
  if (id === null) return null;
  // No lock: campaigns are never deleted, and the foreign key says so once more when the coupon is written.
  const campaign = await findCampaign(scope, id);
  return campaign ? campaign.id : campaignNotFound(id);
}
