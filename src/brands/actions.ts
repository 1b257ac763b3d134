import { announce } from '../audit/actions.js';
import { createCoupon, findCoupon, updateCoupon } from '../coupons/actions.js';
import type { Coupon } from '../coupons/core.js';
import { couponCodeTaken, type CouponCodeTaken } from '../coupons/errors.js';
import { assert } from '../lib/assert.js';
import { parseInput, type Unchecked, within } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { saysNothing, type VersionedPatch } from '../lib/patch.js';
import { versionConflict } from '../lib/version.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import type { Brand, Offer } from './core.js';
import { brandNotFound } from './errors.js';
import { brandPatch, createdBrand, isSameCode, newBrand, patchedBrand } from './input.js';
import * as store from './store.js';
import { sharedTerms } from './terms.js';

export const findBrand = (scope: Scope, id: string): Promise<Brand | null> => store.find(scope, id);

export const findBrands = (scope: Scope, ids: readonly Brand['id'][]): Promise<Brand[]> =>
  store.findMany(scope, ids);

export const listBrands = (scope: Scope, page: PageArguments): Promise<Page<Brand>> =>
  store.list(scope, page);

export const createBrand = mutation('createBrand', async (scope, input: MutationInput & Unchecked) => {
  const checked = parseInput(newBrand(scope.allowPrivateTargets), input);
  if (isFailure(checked)) return checked;
  const drawn = createdBrand(checked, { id: scope.newId('brand'), now: scope.now() });
  const brand = await withFixedCoupon(scope, drawn, null);
  if (isFailure(brand)) return brand;

  const inserted = await store.insert(scope, brand);
  if (isFailure(inserted)) return inserted;
  await announce(scope, { action: 'brand.created', targetId: brand.id, before: null, after: brand });
  return inserted;
});

export const updateBrand = mutation('updateBrand', async (scope, input: MutationInput & VersionedPatch) => {
  const patch = within('patch', parseInput(brandPatch(scope.allowPrivateTargets), input.patch));
  if (isFailure(patch)) return patch;

  const before = await store.lock(scope, input.id);
  if (!before) return brandNotFound(input.id);
  if (before.version !== input.version) return versionConflict(input.version, before.version);
  if (saysNothing(input.patch)) return before;

  const drawn = patchedBrand(before, patch, scope.now());
  const after = patch.offer ? await withFixedCoupon(scope, drawn, before.offer) : drawn;
  if (isFailure(after)) return after;
  await store.save(scope, after);
  await announce(scope, { action: 'brand.updated', targetId: after.id, before, after });
  return after;
});

/** The brand, and if its offer has a code for all fans, the coupon that it needs: kept where the code is kept. */
async function withFixedCoupon(
  scope: Scope,
  brand: Brand,
  before: Offer | null,
): Promise<Brand | CouponCodeTaken> {
  const { offer } = brand;
  if (!offer?.fixedCode) return brand;
  const kept = before?.couponId && isSameCode(before.fixedCode, offer.fixedCode) ? before.couponId : null;
  const coupon = (kept && (await adjusted(scope, kept, offer))) ?? (await created(scope, brand, offer));
  return isFailure(coupon) ? coupon : { ...brand, offer: { ...offer, couponId: coupon.id } };
}

/** Null if the coupon has been deleted, which frees its code. */
async function adjusted(
  scope: Scope,
  id: Coupon['id'],
  offer: Offer,
): Promise<Coupon | CouponCodeTaken | null> {
  for (;;) {
    const coupon = await findCoupon(scope, id);
    if (!coupon || coupon.deletedAt) return null;
    // A revoked coupon keeps its code, and can never be used again.
    if (coupon.revokedAt) return couponCodeTaken(coupon.code);
    const update = { id, version: coupon.version, patch: sharedTerms(offer), reason: scope.reason };
    const updated = await updateCoupon(withoutKey(scope), update);
    if (!isFailure(updated)) return updated;
    const changedMeanwhile = ['VersionConflict', 'CouponNotFound', 'CouponRevoked'];
    assert(
      changedMeanwhile.includes(updated.failure),
      `an offer that was checked fits a coupon: ${updated.message}`,
    );
  }
}

async function created(scope: Scope, brand: Brand, offer: Offer): Promise<Coupon | CouponCodeTaken> {
  const birth = {
    ...sharedTerms(offer),
    code: offer.fixedCode,
    metadata: { brandId: brand.id },
    reason: scope.reason,
  };
  const coupon = await createCoupon(withoutKey(scope), birth);
  if (!isFailure(coupon)) return coupon;
  assert(coupon.failure === 'CouponCodeTaken', `an offer that was checked makes a coupon: ${coupon.message}`);
  return coupon;
}

/** An idempotency key stands for the request as a whole, which its outermost mutation remembers. */
const withoutKey = (scope: Scope): Scope => ({ ...scope, idempotencyKey: null });
