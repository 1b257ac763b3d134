import { parseId } from '../lib/id.js';
import { parseInput, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { MutationInput } from '../platform/idempotency.js';
import { keyed, notFoundUnlessDone, type Keyed } from '../platform/idempotency/together.js';
import type { Scope } from '../platform/scope.js';
import { findReserved } from '../redemptions/actions.js';
import { oneCustomer } from '../redemptions/actions/linking.js';
import { end, type OfCoupons } from './actions/ending.js';
import { isForeign } from './actions/held.js';
import { reserve, reserving } from './actions/reserving.js';
import type { Reservation } from './core.js';
import { reservationNotFound, type ReservationNotFound } from './errors.js';
import { confirmation, wish } from './input.js';
import * as store from './store.js';

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
  const { idempotencyKey, reason } = input;
  return reserve(reserving(keyed(scope, 'reserveCoupons', { ...checked, idempotencyKey, reason }), checked));
}

interface EndReservation extends MutationInput, Unchecked {
  readonly id: string;
}

/** Completes what a reservation holds, for the order that its checkout has become. */
export async function confirmReservation(scope: Scope, input: EndReservation) {
  const by = keyed(scope, 'confirmReservation', input);
  const checked = parseInput(confirmation, input);
  if (isFailure(checked)) return checked;
  const id = parseId('reservation', input.id);
  return id ? end({ ...by, ...checked, id, to: 'CONFIRMED' }) : noneSuch(by, input);
}

/** Gives back what a reservation holds. */
export async function releaseReservation(scope: Scope, input: EndReservation) {
  const by = keyed(scope, 'releaseReservation', input);
  const id = parseId('reservation', input.id);
  if (!id) return noneSuch(by, input);
  const released = await end({ ...by, id, reference: null, to: 'RELEASED' });
  // Only what is to be used is refused for its coupon's sake.
  return released as Exclude<typeof released, OfCoupons>;
}

const noneSuch = (by: Keyed, { id }: EndReservation) =>
  notFoundUnlessDone<Reservation, ReservationNotFound>(by, reservationNotFound(id));

export async function findReservation(scope: Scope, id: string): Promise<Reservation | null> {
  const reservation = await store.find(scope, id);
  return reservation && isForeign(scope, await findReserved(scope, [reservation.id])) ? null : reservation;
}

export const findReservations = (scope: Scope, ids: readonly Reservation['id'][]): Promise<Reservation[]> =>
  store.findMany(scope, ids);
