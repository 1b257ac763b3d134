import type { Scope } from '../../src/platform/scope.js';
import { findReserved } from '../../src/redemptions/actions.js';
import type { Redemption } from '../../src/redemptions/core.js';
import type { Reservation } from '../../src/reservations/core.js';

/** What a reservation holds or held. */
export const findHeldBy = (scope: Scope, id: Reservation['id']): Promise<Redemption[]> =>
  findReserved(scope, [id]);
