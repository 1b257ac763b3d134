import { announce } from '../audit/actions.js';
import { findBrand } from '../brands/actions.js';
import type { Brand, Offer } from '../brands/core.js';
import { brandNotFound } from '../brands/errors.js';
import { ownTerms } from '../brands/terms.js';
import { createCoupon, findCoupon, isCodeFree } from '../coupons/actions.js';
import { randomCode } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { assert } from '../lib/assert.js';
import type { Id } from '../lib/id.js';
import { parseInput, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import { send } from './actions/deliveries.js';
import { announceToken, giveToken } from './actions/tokens.js';
import { activated, hasLivingToken, offerOf, tokenRefusal, type Fan } from './core.js';
import { isResendDue } from './delivery.js';
import { activationTokenNotFound, offerMissing, type OfferMissing } from './errors.js';
import { handoverBody } from './handover.js';
import { newFan, registeredFan } from './input.js';
import type { FanFilter } from './list.js';
import * as store from './store.js';

export const findFan = (scope: Scope, id: string): Promise<Fan | null> => store.find(scope, id);

export const listFans = (scope: Scope, filter: FanFilter, page: PageArguments): Promise<Page<Fan>> =>
  store.list(scope, filter, page);

/** Whose token it is, of all tenants: for the link, which has no credential but the token. */
export const findTokenOwner = (
  db: Scope['db'],
  token: string,
): Promise<{ readonly tenantId: Id<'tenant'>; readonly fanId: Fan['id'] } | null> =>
  store.findTokenOwner(db, token);

interface RegisterFan extends MutationInput, Unchecked {
  readonly brandId: string;
}

export const registerFan = mutation('registerFan', async (scope, input: RegisterFan) => {
  const checked = parseInput(newFan, input);
  if (isFailure(checked)) return checked;
  const brand = await findBrand(scope, input.brandId);
  if (!brand) return brandNotFound(input.brandId);
  const offer = offerOf(brand, scope.now());
  if (isFailure(offer)) return offer;

  const registered = registeredFan(checked, { id: scope.newId('fan'), brandId: brand.id, now: scope.now() });
  // Waits for whoever is at it with the same e-mail. Then lock, and look: perhaps everything is done.
  const isNew = await store.insertUnlessThere(scope, registered);
  const there = isNew ? registered : await store.findByEmail(scope, brand.id, registered.emailKey);
  const fan = there && (await store.lock(scope, there.id));
  assert(fan, 'fans are not deleted');
  if (isNew) await announce(scope, { action: 'fan.registered', targetId: fan.id, before: null, after: fan });
  if (fan.status === 'ACTIVE') return fan;
  return offer.verifyEmail ? askToVerify(scope, brand, fan) : activate(scope, brand, offer, fan);
});

interface ActivateFan extends MutationInput {
  readonly token: string;
}

export const activateFan = mutation('activateFan', async (scope, { token }: ActivateFan) => {
  const sought = await store.findByToken(scope, token);
  if (!sought) return activationTokenNotFound;
  const fan = await store.lock(scope, sought.id);
  if (!fan || fan.tokenNumber !== sought.tokenNumber) return activationTokenNotFound;
  const refusal = tokenRefusal(fan, scope.now());
  if (refusal) return refusal;

  const brand = await findBrand(scope, fan.brandId);
  assert(brand, 'brands are not deleted');
  const offer = offerOf(brand, scope.now());
  if (isFailure(offer)) return offer;
  return activate(scope, brand, offer, fan);
});

async function askToVerify(scope: Scope, brand: Brand, before: Fan): Promise<Fan> {
  const isAlive = hasLivingToken(before, scope.now());
  if (isAlive && !isResendDue(await store.findLastTokenDelivery(scope, before), scope.now())) return before;
  const fan = isAlive ? before : await giveToken(scope, before);
  await send(scope, fan, brand.verifierUrl === null ? 'VERIFICATION_EMAIL' : 'VERIFIER_CALL', null);
  await announceToken(scope, before, fan);
  return fan;
}

async function activate(scope: Scope, brand: Brand, offer: Offer, before: Fan): Promise<Fan | OfferMissing> {
  const coupon = await issueCoupon(scope, brand, offer, before);
  if (isFailure(coupon)) return coupon;
  const fan = activated(before, coupon.id, scope.now());
  await store.save(scope, fan);
  await announce(scope, { action: 'fan.activated', targetId: fan.id, before, after: fan });
  if (brand.realiserUrl !== null)
    await send(scope, fan, 'CODE_HANDOVER', handoverBody(fan, offer, coupon.code));
  return fan;
}

const codesTried = 5;

async function issueCoupon(
  scope: Scope,
  brand: Brand,
  offer: Offer,
  fan: Fan,
): Promise<Coupon | OfferMissing> {
  if (offer.couponId) {
    const shared = await findCoupon(scope, offer.couponId);
    return shared && !shared.deletedAt && !shared.revokedAt ? shared : offerMissing(brand.id);
  }
  const birth = {
    ...ownTerms(offer),
    code: await freeCode(scope),
    metadata: { brandId: brand.id, fanId: fan.id },
    reason: scope.reason,
  };
  // An idempotency key stands for the request as a whole, which its outermost mutation remembers.
  const coupon = await createCoupon({ ...scope, idempotencyKey: null }, birth);
  assert(
    !isFailure(coupon),
    'an offer that was checked makes a coupon, and nobody draws the same code just now',
  );
  return coupon;
}

/** Looked up before it is used: a code that is refused by its constraint would take the transaction with it. */
async function freeCode(scope: Scope): Promise<string> {
  for (let tried = 0; tried < codesTried; tried++) {
    const code = randomCode(scope.randomBytes);
    if (await isCodeFree(scope, code)) return code;
  }
  throw new Error(`None of ${codesTried} random codes was free: the source of randomness is broken.`);
}
