import type { Failure } from '../lib/outcome.js';
import type { Reservation, ReservationStatus } from './core.js';

export interface ReservationNotFound extends Failure<'ReservationNotFound'> {
  readonly reservationId: string;
}
export const reservationNotFound = (reservationId: string): ReservationNotFound => ({
  failure: 'ReservationNotFound',
  message: `There is no reservation "${reservationId}".`,
  reservationId,
});

export interface ReservationEnded extends Failure<'ReservationEnded'> {
  readonly reservationId: string;
  readonly status: ReservationStatus;
  readonly endedAt: Date;
}

const endings: Record<ReservationStatus, string> = {
  ACTIVE: 'is still held',
  CONFIRMED: 'was confirmed',
  RELEASED: 'was released',
  REPLACED: 'was replaced by what the same checkout asked for later',
  EXPIRED: 'ran out',
};
export const reservationEnded = (
  reservationId: string,
  status: ReservationStatus,
  endedAt: Date,
): ReservationEnded => ({
  failure: 'ReservationEnded',
  message: `The reservation ${endings[status]} at ${endedAt.toISOString()}.`,
  reservationId,
  status,
  endedAt,
});

/** Why a code cannot be used, and how it was typed: how much is told of it depends on who asks. */
export type RefusedCode = Failure & { readonly typed: string };

/** What is held, and why some of what was asked for is not. */
export interface Reserved {
  readonly reservation: Reservation;
  readonly refusals: readonly RefusedCode[];
}

export interface ReservationRefused extends Failure<'ReservationRefused'> {
  /** Why codes cannot be used, each for a reason of its own. */
  readonly refusals: readonly RefusedCode[];
}
export const reservationRefused = (refusals: readonly RefusedCode[]): ReservationRefused => ({
  failure: 'ReservationRefused',
  // Not their sentences: how much those may say depends on who asks.
  message: `Nothing was reserved; of the codes ${refusals.length === 1 ? 'one' : refusals.length} cannot be used.`,
  refusals,
});
