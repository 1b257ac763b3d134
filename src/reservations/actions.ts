import { z } from 'zod';
import { announce } from '../audit/actions.js';
import { codeKey } from '../coupons/code.js';
import { circumstances, identified, reference } from '../evaluation/asked.js';
import { combine, type Combination } from '../evaluation/combine.js';
import { asKept } from '../evaluation/errors.js';
import { metadataOrEmpty, parseInput, type Unchecked } from '../lib/input.js';
import { isFailure, type Failure, type SuccessOf } from '../lib/outcome.js';
import { hashOf, mutation, type MutationInput } from '../platform/idempotency.js';
import { forbidden } from '../platform/rights.js';
import type { Scope } from '../platform/scope.js';
import { findReserved, holdReference } from '../redemptions/actions.js';
import { oneCustomer } from '../redemptions/actions/linking.js';
import { useTogether } from '../redemptions/actions/using.js';
import type { ApplyRequest, Together } from '../redemptions/apply.js';
import type { Redemption } from '../redemptions/core.js';
import { end, holdReserved, isForeign } from './actions/held.js';
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

export async function findReservation(scope: Scope, id: string): Promise<Reservation | null> {
  const reservation = await store.find(scope, id);
  return reservation && isForeign(scope, await findReserved(scope, reservation.id)) ? null : reservation;
}

export const findReservations = (scope: Scope, ids: readonly Reservation['id'][]): Promise<Reservation[]> =>
  store.findMany(scope, ids);

export const findHeldBy = (scope: Scope, id: Reservation['id']): Promise<Redemption[]> =>
  findReserved(scope, id);
