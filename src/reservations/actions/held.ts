import {
  couponNotFound,
  couponRevoked,
  type CouponNotFound,
  type CouponRevoked,
} from '../../coupons/errors.js';
import type { Facts } from '../../evaluation/facts.js';
import type { Scope } from '../../platform/scope.js';
import { findReserved } from '../../redemptions/actions.js';
import { holdRedemptions, type Change } from '../../redemptions/actions/returning.js';
import type { ApplyRequest } from '../../redemptions/apply.js';
import { isHeld, unreserved, type Redemption } from '../../redemptions/core.js';
import type { Reservation } from '../core.js';
import * as store from '../store.js';

/** Reservations as they are while nobody else can change them, and what they hold. */
export interface HeldReservations {
  readonly facts: Facts;
  /** Those there are. */
  readonly reservations: ReadonlyMap<string, Reservation>;
  /** In the order in which they were asked for; also those that it holds no longer. */
  redemptionsOf(id: Reservation['id']): readonly Redemption[];
}

/**
 * Holds what reservations hold, until the transaction ends, and what is then to be used: whoever changes a reservation
 * calls this first.
 */
export async function holdReserved(
  scope: Scope,
  ids: readonly Reservation['id'][],
  requests: readonly ApplyRequest[] = [],
): Promise<HeldReservations> {
  const { facts, current } = await holdRedemptions(scope, await findReserved(scope, ids), requests);
  const inTurn = [...current].sort((one, other) => (one.id < other.id ? -1 : 1));
  const reservations = await store.findMany(scope, ids);
  return {
    facts,
    reservations: new Map(reservations.map((reservation) => [reservation.id, reservation])),
    redemptionsOf: (id) => inTurn.filter(({ reservationId }) => reservationId === id),
  };
}

/** Whether a user's token asks for what another customer holds. */
export const isForeign = ({ actor }: Scope, redemptions: readonly Redemption[]): boolean =>
  actor.kind === 'USER' && redemptions.some(({ customerId }) => customerId !== actor.id);

/**
 * Why some of what is held may be used no more: its coupon was revoked or deleted since. What is held outlasts all else,
 * since it is held for whoever is paying at this moment.
 */
export function stopOf(
  { couponById }: Pick<Facts, 'couponById'>,
  redemptions: readonly Redemption[],
): CouponRevoked | CouponNotFound | null {
  for (const { couponId, couponCode } of redemptions.filter(isHeld)) {
    const coupon = couponById(couponId);
    if (!coupon || coupon.deletedAt) return couponNotFound(couponCode);
    if (coupon.revokedAt) return couponRevoked(couponCode, coupon.revokedAt);
  }
  return null;
}

/** What becomes of redemptions that are held and not to be completed: all that they count for is given back. */
export const givingUp = (
  by: Scope,
  redemptions: readonly Redemption[],
  status: 'VOIDED' | 'EXPIRED',
  reason: string,
  now: Date,
): (Change & { readonly cardMinor: bigint })[] =>
  redemptions.filter(isHeld).map((before) => ({
    by,
    action: status === 'EXPIRED' ? 'redemption.expired' : 'redemption.voided',
    before,
    after: unreserved(before, status, reason, now),
    cardMinor: before.discount.minor,
  }));
