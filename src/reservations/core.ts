import type { ReferenceTo } from '../evaluation/facts.js';
import type { Id } from '../lib/id.js';
import { isHeld, type Redemption } from '../redemptions/core.js';
import { reservationEnded, type ReservationEnded } from './errors.js';

/** Uses and money that a checkout holds for a while. What it holds of each coupon is a redemption that is RESERVED. */
export interface Reservation {
  readonly id: Id<'reservation'>;
  readonly status: ReservationStatus;
  readonly reference: ReferenceTo;
  readonly expiresAt: Date;
  /** SHA-256 of what was asked, in hexadecimals: the same for the same checkout is a repeat. */
  readonly requestHash: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

/** REPLACED: the same checkout has reserved something else, or has used all that was held by itself. */
export type ReservationStatus = 'ACTIVE' | 'CONFIRMED' | 'RELEASED' | 'REPLACED' | 'EXPIRED';

/** Where a reservation stands: it is over at its instant, whether or not it has been swept up yet. */
export const statusOf = ({ status, expiresAt }: Reservation, now: Date): ReservationStatus =>
  status === 'ACTIVE' && now >= expiresAt ? 'EXPIRED' : status;

/** The same, if it is known what it holds or held: what uses its codes for its checkout leaves it with nothing. */
export function standingOf(
  reservation: Reservation,
  redemptions: readonly Redemption[],
  now: Date,
): ReservationStatus {
  const status = statusOf(reservation, now);
  return status === 'ACTIVE' && !redemptions.some(isHeld) ? 'REPLACED' : status;
}

/** A reservation as it is made. */
export const reserved = (
  id: Reservation['id'],
  { reference, seconds }: { readonly reference: ReferenceTo; readonly seconds: number },
  requestHash: string,
  now: Date,
): Reservation => ({
  id,
  status: 'ACTIVE',
  reference,
  expiresAt: new Date(now.getTime() + seconds * 1_000),
  requestHash,
  createdAt: now,
  endedAt: null,
});

/** The reservation after it has come to an end, which it does once. */
export function ended(
  reservation: Reservation,
  status: Exclude<ReservationStatus, 'ACTIVE'>,
  now: Date,
): Reservation | ReservationEnded {
  const current = statusOf(reservation, now);
  if (current !== 'ACTIVE' && !(current === 'EXPIRED' && status === 'EXPIRED' && !reservation.endedAt)) {
    return reservationEnded(reservation.id, current, reservation.endedAt ?? reservation.expiresAt);
  }
  return { ...reservation, status, endedAt: now };
}
