import { announcing } from '../../audit/actions.js';
import { remembering, type Keyed } from '../../platform/idempotency/together.js';
import type { Scope } from '../../platform/scope.js';
import type { Reservation } from '../core.js';
import type { Reserved } from '../errors.js';
import * as store from '../store.js';

/** A request, and what its repeats are answered with. */
export interface Kept {
  readonly request: Keyed;
  readonly answer: unknown;
}

/** Saves reservations that are made, and what repeats are answered with. */
export async function saveMade(
  scope: Scope,
  made: readonly (Reserved & { readonly by: Scope })[],
  kept: readonly Kept[],
): Promise<void> {
  if (made.length === 0 && !kept.some(({ request }) => request.key)) return;
  const entries = made.map(({ by, reservation }) => ({
    by,
    change: { action: 'reservation.made', targetId: reservation.id, before: null, after: reservation },
  }));
  const beside = { announcement: announcing(scope, entries), memory: remembering(scope, kept) };
  await store.insert(scope, made, beside);
}

/** A reservation that ends, and on whose behalf. What it holds is held by its coupons' rows. */
export interface End {
  readonly by: Scope;
  readonly before: Reservation;
  readonly after: Reservation;
}

/** Saves reservations that end, and what repeats are answered with. With COMMIT if it is the last. */
export async function saveEnds(
  scope: Scope,
  ends: readonly End[],
  kept: readonly Kept[],
  isLast: boolean,
): Promise<void> {
  if (ends.length === 0 && !kept.some(({ request }) => request.key)) return;
  const entries = ends.map(({ by, before, after }) => ({
    by,
    change: { action: `reservation.${after.status.toLowerCase()}`, targetId: after.id, before, after },
  }));
  await store.saveEnds(
    scope,
    ends.map(({ after }) => after),
    { announcement: announcing(scope, entries), memory: remembering(scope, kept) },
    isLast,
  );
}
