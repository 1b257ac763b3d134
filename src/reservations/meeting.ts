import { isHeld, isUsed, type Redemption } from '../redemptions/core.js';
import { statusOf, type Reservation } from './core.js';
import { reservationEnded, type ReservationEnded } from './errors.js';

/** What a checkout has already, and how it stands in the way of what it asks for now. */
export type Met =
  /** It asks for the same once more. */
  | { readonly kind: 'REPEATED'; readonly reservation: Reservation }
  | { readonly kind: 'REFUSED'; readonly failure: ReservationEnded }
  /** It holds something else, or did until its time was over: that is given back first. */
  | { readonly kind: 'REPLACES'; readonly reservation: Reservation; readonly isLive: boolean }
  /** What it had was used, and has been given back since. */
  | { readonly kind: 'FREE' };

/** What a checkout has, as it is while nobody else can change it. */
interface Had {
  readonly reservation: Reservation;
  /** Also those that it holds no longer. */
  readonly redemptions: readonly Redemption[];
  /** Whether some of it may be used no more. */
  readonly isStopped: boolean;
}

export function meet({ reservation, redemptions, isStopped }: Had, requestHash: string, now: Date): Met {
  const { id, status, endedAt } = reservation;
  const isLive = statusOf(reservation, now) === 'ACTIVE';
  const isConfirmed = status === 'CONFIRMED' && redemptions.some(isUsed);
  // Not if its checkout has used some of it meanwhile.
  const isWhole = isLive && !isStopped && redemptions.every(isHeld);
  if (reservation.requestHash === requestHash && (isConfirmed || isWhole)) {
    return { kind: 'REPEATED', reservation };
  }
  if (isConfirmed) return { kind: 'REFUSED', failure: reservationEnded(id, 'CONFIRMED', endedAt!) };
  return status === 'ACTIVE' ? { kind: 'REPLACES', reservation, isLive } : { kind: 'FREE' };
}
