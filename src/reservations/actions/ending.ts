import type { CouponNotFound, CouponRevoked } from '../../coupons/errors.js';
import { isAnothers } from '../../evaluation/again.js';
import { isSameReference, type ReferenceTo } from '../../evaluation/facts.js';
import { isFailure } from '../../lib/outcome.js';
import { findDone, nameOfKey, type Keyed } from '../../platform/idempotency/together.js';
import { holdNames } from '../../platform/names.js';
import { forbidden } from '../../platform/rights.js';
import { inTransaction } from '../../platform/transaction.js';
import { findByReferences } from '../../redemptions/actions.js';
import { giveBack } from '../../redemptions/actions/returning.js';
import { isHeld, isUsed, type Redemption } from '../../redemptions/core.js';
import { referenceAlreadyRedeemed, type ReferenceAlreadyRedeemed } from '../../evaluation/errors.js';
import { ended, statusOf, type Reservation } from '../core.js';
import {
  reservationEnded,
  reservationNotFound,
  type ReservationEnded,
  type ReservationNotFound,
} from '../errors.js';
import { givingUp, holdReserved, isForeign, stopOf, type HeldReservations } from './held.js';
import { saveEnds } from './saving.js';
import { createOperation, type Answer } from '../../redemptions/actions/together.js';

/** How a reservation is to end. */
export interface Ending extends Keyed {
  readonly id: Reservation['id'];
  readonly to: 'CONFIRMED' | 'RELEASED' | 'EXPIRED';
  /** The order that it is confirmed for, if that is another than the one it was made for. */
  readonly reference: ReferenceTo | null;
}

type Ended = Reservation | Refused;
type Refused = ReservationNotFound | ReservationEnded | OfCoupons;

/** Why a reservation is not completed, for the sake of a coupon that it holds. */
export type OfCoupons = CouponRevoked | CouponNotFound | ReferenceAlreadyRedeemed;

/** Ends a reservation, or says why not. */
export const end = createOperation<Ending, Ended>({
  name: 'endReservation',
  namesOf: ({ id }) => [['reservation', id]],
  rowsOf: () => [],
  isKnownAgain: ({ to }) => to === 'CONFIRMED',
  together: endEach,
  alone: endAlone,
});

/** The same, and not together with others. */
export async function endAlone(ending: Ending): Promise<Answer<Ended>> {
  const [answer] = await endEach([ending]);
  return answer!;
}

/** Load under lock, decide, save, for reservations of one tenant each of which is named once. */
export function endEach(endings: readonly Ending[]): Promise<Answer<Ended>[]> {
  return inTransaction(endings[0]!.by, async (scope, isJoined) => {
    await holdNames(scope, endings.flatMap(nameOfKey));
    const answers: Map<Ending, Answer<Ended>> = await findDone<Ending, Ended>(scope, endings);
    const open = endings.filter((ending) => !answers.has(ending));
    const held = await holdReserved(
      scope,
      open.map(({ id }) => id),
    );
    const others = await findByReferences(
      scope,
      open.flatMap(({ reference }) => reference ?? []),
    );
    const now = scope.now();
    const decided = open.flatMap((ending) => {
      if (joinsAnothers(ending, held.redemptionsOf(ending.id), others)) {
        answers.set(ending, forbidden('This order is another customer’s.'));
        return [];
      }
      const outcome = outcomeOf(ending, held, others, now);
      if (isFailure(outcome)) {
        answers.set(ending, { isRepeated: false, answer: outcome });
        return [];
      }
      const { answer, changes } = outcome;
      answers.set(ending, { isRepeated: changes === null, answer });
      return [{ ending, ...outcome }];
    });

    const changes = decided.flatMap(({ changes }) => changes ?? []);
    if (changes.length > 0) await giveBack(scope, held.facts, changes);
    const ends = decided.flatMap(({ ending: { by }, before, answer, changes }) =>
      changes ? [{ by, before, after: answer }] : [],
    );
    const kept = decided.map(({ ending: request, answer }) => ({ request, answer }));
    await saveEnds(scope, ends, kept, !isJoined);
    return endings.map((ending) => answers.get(ending)!);
  });
}

interface Outcome {
  readonly before: Reservation;
  readonly answer: Reservation;
  /** What becomes of what it holds; null if it has come to this end before. */
  readonly changes: Parameters<typeof giveBack>[2] | null;
}

function outcomeOf(
  { by, id, to, reference }: Ending,
  { facts, reservations, redemptionsOf }: HeldReservations,
  others: readonly Redemption[],
  now: Date,
): Outcome | Refused {
  const before = reservations.get(id);
  const redemptions = redemptionsOf(id);
  if (!before || isForeign(by, redemptions)) return reservationNotFound(id);
  if (to === 'CONFIRMED' && before.status === 'CONFIRMED' && areUsedFor(redemptions, reference)) {
    return { before, answer: before, changes: null };
  }
  const status = statusOf(before, now);
  if (to === 'EXPIRED' && status === 'ACTIVE') return reservationEnded(id, status, before.expiresAt);
  const answer = ended(before, to, now);
  if (isFailure(answer)) return answer;
  if (to === 'EXPIRED')
    return { before, answer, changes: givingUp(by, redemptions, 'EXPIRED', 'expired', now) };
  if (to === 'RELEASED') {
    return { before, answer, changes: givingUp(by, redemptions, 'VOIDED', by.reason ?? 'released', now) };
  }
  const toComplete = redemptions.filter(isHeld);
  if (toComplete.length === 0) return reservationEnded(id, 'REPLACED', lastVoidedAt(redemptions) ?? now);
  const stop = stopOf(facts, toComplete);
  if (stop) return stop;
  for (const { id, couponId, couponCode } of reference ? toComplete : []) {
    const other = others.find(
      (one) => one.couponId === couponId && one.id !== id && isSameReference(one.reference!, reference!),
    );
    if (other) return referenceAlreadyRedeemed(couponCode, other.id);
  }
  const changes = toComplete.map((before) => ({
    by,
    action: 'coupon.redeemed',
    before,
    after: { ...before, status: 'COMPLETED' as const, reference: reference ?? before.reference },
    cardMinor: 0n,
  }));
  return { before, answer, changes };
}

/** When the last of them was given back. */
function lastVoidedAt(redemptions: readonly Redemption[]): Date | null {
  const times = redemptions.flatMap(({ voidedAt }) => voidedAt ?? []);
  return times.length > 0 ? new Date(Math.max(...times.map((at) => at.getTime()))) : null;
}

/** Whether a user's token would have what it holds become a part of somebody else's order. */
const joinsAnothers = (
  { by, reference }: Ending,
  [own]: readonly Redemption[],
  others: readonly Redemption[],
): boolean =>
  own !== undefined &&
  reference !== null &&
  isAnothers(
    others.filter((one) => isSameReference(one.reference!, reference)),
    { customer: own.customer, isForSelf: by.actor.kind === 'USER' },
  );

/** Whether what was held is used, and for this reference, if one is named. */
function areUsedFor(redemptions: readonly Redemption[], reference: ReferenceTo | null): boolean {
  const used = redemptions.filter(isUsed);
  return (
    used.length > 0 &&
    (reference === null || used.every((one) => one.reference && isSameReference(one.reference, reference)))
  );
}
