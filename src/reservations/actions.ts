import { z } from 'zod';
import { announce } from '../audit/actions.js';
import { codeKey } from '../coupons/code.js';
import { circumstances, identified, reference } from '../evaluation/asked.js';
import { combine, type Combination } from '../evaluation/combine.js';
import { asKept } from '../evaluation/errors.js';
import type { ReferenceTo } from '../evaluation/facts.js';
import { metadataOrEmpty, parseInput, type Unchecked } from '../lib/input.js';
import { isFailure, type Failure, type SuccessOf } from '../lib/outcome.js';
import { hashOf, mutation, type MutationInput } from '../platform/idempotency.js';
import { forbidden } from '../platform/rights.js';
import type { Scope } from '../platform/scope.js';
import { inTransaction } from '../platform/transaction.js';
import {
  findByReference,
  findReserved,
  giveBack,
  holdRedemptions,
  holdReference,
  oneCustomer,
  useTogether,
} from '../redemptions/actions.js';
import type { ApplyRequest, Together } from '../redemptions/apply.js';
import { unreserved, type Redemption } from '../redemptions/core.js';
import { referenceAlreadyRedeemed } from '../redemptions/errors.js';
import { ended, statusOf, type Reservation } from './core.js';
import { reservationEnded, reservationNotFound, reservationRefused, type RefusedCode } from './errors.js';
import * as store from './store.js';

const maxCodes = 20;
const maxSeconds = 7 * 24 * 60 * 60;

const wish = circumstances
  .extend({
    codes: z
      .array(z.string())
      .min(1, 'Expected at least one code.')
      .max(maxCodes, `Expected up to ${maxCodes} codes.`),
    reference,
    seconds: z
      .int()
      .min(1, 'Expected at least a second.')
      .max(maxSeconds, `Expected up to ${maxSeconds} seconds, which is a week.`)
      .default(15 * 60),
    isPartial: z.boolean().default(false),
    metadata: metadataOrEmpty,
  })
  .transform(identified);

/**
 * Holds uses of codes, and their money, for a checkout. What the checkout holds already never stands in its way: the same
 * once more is a repeat, anything else takes its place.
 */
export async function reserveCoupons(scope: Scope, input: MutationInput & Unchecked) {
  const checked = parseInput(wish, input);
  if (isFailure(checked)) return checked;
  // Before anything is held: whoever links customers waits until nobody counts.
  const customer = await oneCustomer(scope, checked.identities);
  if (isFailure(customer)) return customer;
  return reserve(scope, { ...checked, idempotencyKey: input.idempotencyKey, reason: input.reason });
}

type Wish = SuccessOf<z.output<typeof wish>>;

interface Reserved {
  readonly reservation: Reservation;
  readonly refusals: readonly RefusedCode[];
}

const kept = (answer: Reserved | Failure): unknown =>
  isFailure(answer) ? answer : { ...answer, refusals: answer.refusals.map(asKept) };

const reserve = mutation(
  'reserveCoupons',
  async (scope, input: MutationInput & Wish) => {
    const { idempotencyKey: _, reason: __, ...wished } = input;
    const requestHash = hashOf(wished).toString('hex');
    const { codes, seconds, isPartial, ...rest } = wished;
    const id = scope.newId('reservation');
    const requests = codes.map((code): ApplyRequest => ({
      ...rest,
      code,
      amountMinor: null,
      idempotencyKey: null,
      // A code that is written twice, in whatever way, is held once.
      requestHash: hashOf({ requestHash, code: codeKey(code, false) }).toString('hex'),
      redemptionId: scope.newId('redemption'),
      isForSelf: scope.actor.kind === 'USER',
      reservationId: id,
    }));

    await holdReference(scope, wished.reference);
    const current = await store.findLatest(scope, wished.reference);
    if (current) {
      const held = await holdReserved(scope, current.id, requests);
      if (held.isForeign) throw forbidden('This checkout is another customer’s.');
      const before = (await store.find(scope, current.id))!;
      const isLive = statusOf(before, scope.now()) === 'ACTIVE';
      const isConfirmed = before.status === 'CONFIRMED' && held.isUsed;
      if (before.requestHash === requestHash && (isConfirmed || (isLive && held.isWhole))) {
        scope.onReplay();
        return { reservation: before, refusals: [] };
      }
      if (isConfirmed) return reservationEnded(before.id, 'CONFIRMED', before.endedAt!);
      if (before.status === 'ACTIVE') {
        await held.giveUp(isLive ? 'VOIDED' : 'EXPIRED', 'replaced');
        await end(scope, before, isLive ? 'REPLACED' : 'EXPIRED');
      }
    }

    const now = scope.now();
    const reservation: Reservation = {
      id,
      status: 'ACTIVE',
      reference: wished.reference,
      expiresAt: new Date(now.getTime() + seconds * 1_000),
      requestHash,
      createdAt: now,
      endedAt: null,
    };
    await store.insert(scope, reservation);
    const used = await useTogether(
      scope,
      requests,
      (tally, coupons, asked) => combine(tally, coupons, asked, now),
      (together) => {
        const refusals = refusalsOf(together);
        return together.chosen.length === 0 || (!isPartial && refusals.length > 0)
          ? reservationRefused(refusals)
          : null;
      },
    );
    if (isFailure(used)) return used;
    await announce(scope, {
      action: 'reservation.made',
      targetId: reservation.id,
      before: null,
      after: reservation,
    });
    return { reservation, refusals: refusalsOf(used.together) };
  },
  kept,
);

/** Why codes are not held, each for its first reason. */
const refusalsOf = ({ refused }: Together<Combination>): RefusedCode[] =>
  refused.map(({ request, reasons: [first] }) => ({ ...first!, typed: request.code }));

interface EndReservation extends MutationInput, Unchecked {
  readonly id: string;
}

const confirmation = z.object({ reference: reference.nullish().transform((given) => given ?? null) });

/** Completes what a reservation holds, for the order that its checkout has become. */
export const confirmReservation = mutation('confirmReservation', async (scope, input: EndReservation) => {
  const checked = parseInput(confirmation, input);
  if (isFailure(checked)) return checked;
  const seen = await store.find(scope, input.id);
  if (!seen) return reservationNotFound(input.id);

  const held = await holdReserved(scope, seen.id);
  if (held.isForeign) return reservationNotFound(input.id);
  const before = (await store.find(scope, seen.id))!;
  if (before.status === 'CONFIRMED' && held.isUsedFor(checked.reference)) {
    scope.onReplay();
    return before;
  }
  const after = ended(before, 'CONFIRMED', scope.now());
  if (isFailure(after)) return after;
  if (held.isEmpty) return reservationEnded(before.id, 'REPLACED', scope.now());
  const completed = await held.complete(checked.reference);
  if (isFailure(completed)) return completed;
  return end(scope, before, 'CONFIRMED');
});

/** Gives back what a reservation holds. */
export const releaseReservation = mutation('releaseReservation', async (scope, input: EndReservation) => {
  const seen = await store.find(scope, input.id);
  if (!seen) return reservationNotFound(input.id);

  const held = await holdReserved(scope, seen.id);
  if (held.isForeign) return reservationNotFound(input.id);
  const before = (await store.find(scope, seen.id))!;
  const after = ended(before, 'RELEASED', scope.now());
  if (isFailure(after)) return after;
  await held.giveUp('VOIDED', scope.reason ?? 'released');
  return end(scope, before, 'RELEASED');
});

/**
 * Holds what a reservation holds, until the transaction ends, and what is then to be used: whoever changes a reservation
 * calls this first.
 */
async function holdReserved(scope: Scope, id: Reservation['id'], requests: readonly ApplyRequest[] = []) {
  const { facts, current } = await holdRedemptions(scope, await findReserved(scope, id), requests);
  const reserved = current.filter(({ status }) => status === 'RESERVED');
  const completed = current.filter(({ status }) => status === 'COMPLETED');
  return {
    isForeign: isForeign(scope, current),
    isEmpty: reserved.length === 0,
    isUsed: completed.length > 0,
    /** Whether what it held is used, and for this reference, if one is named. */
    isUsedFor: (reference: ReferenceTo | null): boolean =>
      completed.length > 0 &&
      (reference === null || completed.every((one) => isSameReference(one.reference, reference))),
    /** Whether it still holds all that it did: not what its checkout has used meanwhile. */
    isWhole: reserved.length === current.length,
    /** Gives back all that the reservation still holds. */
    giveUp: (status: 'VOIDED' | 'EXPIRED', reason: string): Promise<void> => {
      const changes = reserved.map((before) => ({
        before,
        after: unreserved(before, status, reason, scope.now()),
        cardMinor: before.discount.minor,
      }));
      return giveBack(
        scope,
        facts,
        changes,
        status === 'EXPIRED' ? 'redemption.expired' : 'redemption.voided',
      );
    },
    /** Completes it, for another reference if one is given. */
    async complete(reference: ReferenceTo | null) {
      for (const { id, couponId, couponCode } of reserved) {
        const other = reference && (await findByReference(scope, couponId, reference));
        if (other && other.id !== id) return referenceAlreadyRedeemed(couponCode, other.id);
      }
      const changes = reserved.map((before) => ({
        before,
        after: { ...before, status: 'COMPLETED' as const, reference: reference ?? before.reference },
        cardMinor: 0n,
      }));
      await giveBack(scope, facts, changes, 'coupon.redeemed');
      return reserved.length;
    },
  };
}

/** Whether a user's token asks for what another customer holds. */
const isForeign = ({ actor }: Scope, redemptions: readonly Redemption[]): boolean =>
  actor.kind === 'USER' && redemptions.some(({ customerId }) => customerId !== actor.id);

const isSameReference = (one: ReferenceTo | null, other: ReferenceTo): boolean =>
  one?.type === other.type && one.id === other.id;

/** The reservation is held by its coupons' rows, and may be ended. */
async function end(scope: Scope, before: Reservation, status: Exclude<Reservation['status'], 'ACTIVE'>) {
  const after: Reservation = { ...before, status, endedAt: scope.now() };
  await store.saveEnd(scope, after);
  await announce(scope, { action: `reservation.${status.toLowerCase()}`, targetId: after.id, before, after });
  return after;
}

/** So many are looked up at once. */
const sweepMax = 100;

interface Sweep {
  readonly db: Scope['db'];
  readonly now: () => Date;
  /** The scope of what Tearline does by itself for a tenant. */
  readonly scopeFor: (tenantId: Scope['tenantId']) => Scope;
  readonly isStopping: () => boolean;
  /** Told of a reservation that could not be ended: it is tried again with the next sweep, and holds up no other. */
  readonly onError: (error: unknown, id: Reservation['id']) => void;
}

/**
 * Gives back what reservations of all tenants hold that have run out, each in a transaction of its own. Processes that
 * sweep at once begin at different places, so that they do not wait for each other's locks all along.
 */
export async function sweepReservations({ db, now, scopeFor, isStopping, onError }: Sweep): Promise<void> {
  let after: store.Overdue | null = null;
  do {
    const overdue: store.Overdue[] = await store.findOverdue(db, now(), { after, most: sweepMax });
    for (const { tenantId, id } of fromAnywhere(overdue, scopeFor)) {
      if (isStopping()) return;
      await expireReservation(scopeFor(tenantId), id).catch((error: unknown) => onError(error, id));
    }
    after = overdue.length === sweepMax ? overdue.at(-1)! : null;
  } while (after && !isStopping());
}

/** The reservations of all tenants that have run out and still hold what they held: as many as are looked up at once. */
export async function findOverdueReservations(db: Scope['db'], now: Date) {
  const overdue = await store.findOverdue(db, now, { after: null, most: sweepMax });
  return overdue.map(({ tenantId, id }) => ({ tenantId, reservationId: id }));
}

/** The same list, begun at a place by chance. */
function fromAnywhere(overdue: readonly store.Overdue[], scopeFor: Sweep['scopeFor']): store.Overdue[] {
  if (overdue.length < 2) return [...overdue];
  const start = scopeFor(overdue[0]!.tenantId).randomBytes(1).readUInt8() % overdue.length;
  return [...overdue.slice(start), ...overdue.slice(0, start)];
}

/** Gives back what a reservation holds that has run out; nothing if somebody has ended it meanwhile. */
export const expireReservation = (outer: Scope, id: Reservation['id']): Promise<void> =>
  inTransaction(outer, async (scope) => {
    const held = await holdReserved(scope, id);
    const before = await store.find(scope, id);
    if (before?.status !== 'ACTIVE' || statusOf(before, scope.now()) !== 'EXPIRED') return;
    await held.giveUp('EXPIRED', 'expired');
    await end(scope, before, 'EXPIRED');
  });

export async function findReservation(scope: Scope, id: string): Promise<Reservation | null> {
  const reservation = await store.find(scope, id);
  return reservation && isForeign(scope, await findReserved(scope, reservation.id)) ? null : reservation;
}

export const findReservations = (scope: Scope, ids: readonly Reservation['id'][]): Promise<Reservation[]> =>
  store.findMany(scope, ids);

export const findHeldBy = (scope: Scope, id: Reservation['id']): Promise<Redemption[]> =>
  findReserved(scope, id);
