import { announce } from '../audit/actions.js';
import { findBrand } from '../brands/actions.js';
import type { Brand, Offer } from '../brands/core.js';
import { brandNotFound } from '../brands/errors.js';
import { ownTerms } from '../brands/terms.js';
import { createCoupon, findCoupon, isCodeFree } from '../coupons/actions.js';
import { randomCode } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { assert } from '../lib/assert.js';
import type { Patience } from '../lib/backoff.js';
import type { Id } from '../lib/id.js';
import { parseInput, type Unchecked } from '../lib/input.js';
import type { JsonObject } from '../lib/json.js';
import { isFailure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Mailer } from '../platform/mail.js';
import type { Outbound } from '../platform/outbound.js';
import type { Scope } from '../platform/scope.js';
import { inTransaction } from '../platform/transaction.js';
import { activated, hasLivingToken, offerOf, tokenRefusal, withNewToken, type Fan } from './core.js';
import { attempted, isResendDue, type Attempt, type Delivery, type DeliveryKind } from './delivery.js';
import {
  activationTokenNotFound,
  deliveryNotFound,
  deliverySucceeded,
  offerMissing,
  type OfferMissing,
} from './errors.js';
import { handoverBody } from './handover.js';
import { newFan, registeredFan } from './input.js';
import type { FanFilter } from './list.js';
import * as store from './store.js';
import { tokenPurpose } from './token.js';
import { verificationMail } from './verification-mail.js';

export const findFan = (scope: Scope, id: string): Promise<Fan | null> => store.find(scope, id);

export const listFans = (scope: Scope, filter: FanFilter, page: PageArguments): Promise<Page<Fan>> =>
  store.list(scope, filter, page);

export const findDelivery = (scope: Scope, id: string): Promise<Delivery | null> =>
  store.findDelivery(scope, id);

/** What was sent for these fans, oldest first for each. */
export const findDeliveriesOfFans = (scope: Scope, fanIds: readonly Fan['id'][]): Promise<Delivery[]> =>
  store.findDeliveries(scope, fanIds);

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

/** That the fan is sent a token, for the first time or again, and not the token itself. */
const announceToken = (scope: Scope, before: Fan, after: Fan): Promise<void> =>
  announce(scope, { action: 'fan.token_sent', targetId: after.id, before, after });

async function giveToken(scope: Scope, before: Fan): Promise<Fan> {
  const fan = withNewToken(before, scope.now());
  await store.saveToken(scope, fan, tokenOf(scope, fan));
  return fan;
}

const tokenOf = (scope: Scope, fan: Fan): string => scope.vault.derive(tokenPurpose(scope.tenantId, fan));

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

/** The queue that deliveries wait in. A job names tenant and delivery, and nothing else. */
export const deliveryQueue = 'deliveries';

async function send(scope: Scope, fan: Fan, kind: DeliveryKind, body: JsonObject | null): Promise<void> {
  const delivery: Delivery = {
    id: scope.newId('delivery'),
    fanId: fan.id,
    kind,
    status: 'PENDING',
    attempts: 0,
    lastError: null,
    createdAt: scope.now(),
    deliveredAt: null,
  };
  await store.insertDelivery(scope, delivery, body);
  await scope.queue.enqueue(scope, deliveryQueue, jobOf(scope, delivery));
}

const jobOf = (scope: Scope, { id }: Delivery): JsonObject => ({ tenantId: scope.tenantId, deliveryId: id });

export const retryDelivery = mutation(
  'retryDelivery',
  async (scope, input: MutationInput & { readonly id: string }) => {
    const before = await store.lockDelivery(scope, input.id);
    if (!before) return deliveryNotFound(input.id);
    if (before.deliveredAt) return deliverySucceeded(before.deliveredAt);
    if (before.status === 'PENDING') return before;

    const after: Delivery = { ...before, status: 'PENDING' };
    await store.saveDelivery(scope, after);
    await announce(scope, { action: 'delivery.retried', targetId: after.id, before, after });
    await scope.queue.enqueue(scope, deliveryQueue, jobOf(scope, after));
    return after;
  },
);

/** With what deliveries are carried out. */
export interface Carriers {
  readonly outbound: Outbound;
  readonly mailer: Mailer;
  /** Where fans find this server; without a slash at its end. */
  readonly publicUrl: string;
  readonly patience: Patience;
}

/** Where a delivery goes, for treating receivers fairly: a host, or all mail; null if there is nothing to do. */
export async function findReceiver(scope: Scope, deliveryId: string): Promise<string | null> {
  const delivery = await store.findDelivery(scope, deliveryId);
  if (delivery?.status !== 'PENDING') return null;
  const url = targetOf(delivery, (await brandOf(scope, delivery)).brand);
  return url === null ? 'mail' : new URL(url).host;
}

const targetOf = ({ kind }: Delivery, brand: Brand): string | null =>
  ({ VERIFICATION_EMAIL: null, VERIFIER_CALL: brand.verifierUrl, CODE_HANDOVER: brand.realiserUrl })[kind];

async function brandOf(scope: Scope, { fanId }: Delivery): Promise<{ fan: Fan; brand: Brand }> {
  const fan = await store.find(scope, fanId);
  const brand = fan && (await findBrand(scope, fan.brandId));
  assert(fan && brand, 'neither fans nor brands are deleted');
  return { fan, brand };
}

/**
 * One attempt at a delivery; tells whether the receiver said yes. Neither row is locked while it is sent: the receiver
 * may take its time. Whoever is called a second time for the same attempt sends it with the same idempotency key, and
 * what comes of an attempt is recorded once.
 */
export async function deliver(scope: Scope, carriers: Carriers, deliveryId: string): Promise<boolean> {
  const errand = await inTransaction(scope, (scope) => prepare(scope, carriers, deliveryId));
  if (!errand) return true;
  const attempt = await errand.send();
  await inTransaction(scope, (scope) => record(scope, carriers.patience, errand.delivery, attempt));
  return attempt.isOk;
}

interface Errand {
  readonly delivery: Delivery;
  readonly send: () => Promise<Attempt>;
}

async function prepare(scope: Scope, carriers: Carriers, deliveryId: string): Promise<Errand | null> {
  const delivery = await store.lockDelivery(scope, deliveryId);
  if (delivery?.status !== 'PENDING') return null;
  const { brand } = await brandOf(scope, delivery);
  const target = targetOf(delivery, brand);
  const post = (url: string, body: JsonObject) => () =>
    carriers.outbound.postJson(url, body, { 'idempotency-key': delivery.id });

  if (delivery.kind === 'CODE_HANDOVER') {
    const body = await store.findBody(scope, delivery);
    assert(body, 'a hand-over has its body');
    return target === null
      ? drop(scope, delivery, 'The brand has no realiser any more.')
      : { delivery, send: post(target, body) };
  }

  const pending = await store.lock(scope, delivery.fanId);
  if (pending?.status !== 'PENDING') return drop(scope, delivery, 'No longer needed: the fan has a code.');
  // What waited for a receiver longer than its token lived would open nothing.
  const fan = hasLivingToken(pending, scope.now()) ? pending : await giveToken(scope, pending);
  if (fan !== pending) await announceToken(scope, pending, fan);
  const token = tokenOf(scope, fan);
  if (delivery.kind === 'VERIFIER_CALL') {
    const body = { email: fan.email, token, brand: brand.id };
    return target === null
      ? drop(scope, delivery, 'The brand has no verifier any more.')
      : { delivery, send: post(target, body) };
  }
  const mail = verificationMail(fan, brand, `${carriers.publicUrl}/fans/${token}`);
  return { delivery, send: () => carriers.mailer.send({ id: delivery.id, ...mail }) };
}

async function record(scope: Scope, patience: Patience, sent: Delivery, attempt: Attempt): Promise<void> {
  const before = await store.lockDelivery(scope, sent.id);
  assert(before, 'deliveries are not deleted');
  // Somebody else has recorded this attempt, taking us for dead. That the receiver said yes is still news.
  if (before.status === 'DELIVERED' || (before.attempts !== sent.attempts && !attempt.isOk)) return;

  const chance = scope.randomBytes(1).readUInt8() / 255;
  const { delivery: after, nextAfterMs } = attempted(before, attempt, patience, chance, scope.now());
  await store.saveDelivery(scope, after);
  if (after.status !== 'PENDING') await announceEnd(scope, before, after);
  if (nextAfterMs !== null) {
    // After what is new, so that many that fail again and again hold up nobody.
    await scope.queue.enqueue(scope, deliveryQueue, jobOf(scope, after), {
      delayMs: nextAfterMs,
      priority: -1,
    });
  }
}

/** Ends a delivery whose attempts did not even come to an end: they broke down, or took their process with them. */
export const giveUpDelivery = (scope: Scope, deliveryId: string): Promise<void> =>
  inTransaction(scope, async (scope) => {
    const delivery = await store.lockDelivery(scope, deliveryId);
    if (delivery?.status === 'PENDING') await drop(scope, delivery, 'The attempts broke down on our side.');
  });

async function drop(scope: Scope, before: Delivery, problem: string): Promise<null> {
  const after: Delivery = { ...before, status: 'FAILED', lastError: problem };
  await store.saveDelivery(scope, after);
  await announceEnd(scope, before, after);
  return null;
}

const announceEnd = (scope: Scope, before: Delivery, after: Delivery): Promise<void> =>
  announce(scope, {
    action: after.status === 'DELIVERED' ? 'delivery.succeeded' : 'delivery.failed',
    targetId: after.id,
    before,
    after,
  });
