import { announce } from '../../audit/actions.js';
import { findBrand } from '../../brands/actions.js';
import type { Brand } from '../../brands/core.js';
import { assert } from '../../lib/assert.js';
import type { Patience } from '../../lib/backoff.js';
import type { JsonObject } from '../../lib/json.js';
import { mutation, type MutationInput } from '../../platform/idempotency.js';
import type { Mailer } from '../../platform/mail.js';
import type { Outbound } from '../../platform/outbound.js';
import type { Scope } from '../../platform/scope.js';
import { inTransaction } from '../../platform/transaction.js';
import { hasLivingToken, type Fan } from '../core.js';
import { attempted, type Attempt, type Delivery, type DeliveryKind } from '../delivery.js';
import { deliveryNotFound, deliverySucceeded } from '../errors.js';
import * as store from '../store.js';
import { verificationMail } from '../verification-mail.js';
import { announceToken, giveToken, tokenOf } from './tokens.js';

export const findDelivery = (scope: Scope, id: string): Promise<Delivery | null> =>
  store.findDelivery(scope, id);

/** What was sent for these fans, oldest first for each. */
export const findDeliveriesOfFans = (scope: Scope, fanIds: readonly Fan['id'][]): Promise<Delivery[]> =>
  store.findDeliveries(scope, fanIds);

/** The queue that deliveries wait in. A job names tenant and delivery, and nothing else. */
export const deliveryQueue = 'deliveries';

export async function send(
  scope: Scope,
  fan: Fan,
  kind: DeliveryKind,
  body: JsonObject | null,
): Promise<void> {
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
