import { keyed } from '../../platform/idempotency/together.js';
import type { Scope } from '../../platform/scope.js';
import type { Reservation } from '../core.js';
import * as store from '../store.js';
import { endAlone } from './ending.js';

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
export async function expireReservation(by: Scope, id: Reservation['id']): Promise<void> {
  const ending = { ...keyed(by, 'expireReservation', {}), id, to: 'EXPIRED', reference: null } as const;
  const answer = await endAlone(ending);
  if (answer instanceof Error) throw answer;
}
