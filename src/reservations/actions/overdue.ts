import { isOutcomeUnknown } from '../../platform/database-errors.js';
import { keyed } from '../../platform/idempotency/together.js';
import { tryName } from '../../platform/names.js';
import type { Scope } from '../../platform/scope.js';
import { inTransaction } from '../../platform/transaction.js';
import type { Reservation } from '../core.js';
import * as store from '../store.js';
import { endAlone, endEach, type Ending } from './ending.js';

/** So many are looked up at once. */
const sweepMax = 200;

/** So many are ended by one transaction: more would hold their coupons' rows for longer than buyers should wait. */
const batchMax = 100;

interface Sweep {
  readonly db: Scope['db'];
  readonly now: () => Date;
  /** The scope of what Tearline does by itself for a tenant. */
  readonly scopeFor: (tenantId: Scope['tenantId']) => Scope;
  readonly isStopping: () => boolean;
  /** Told of a reservation that could not be ended: it is tried again with the next sweep, and holds up no other. */
  readonly onError: (error: unknown, id: Reservation['id']) => void;
  /** Told how many have been found by now that have run out, and for how long the first of them had. */
  readonly onLook?: (overdue: number, lateMs: number) => void;
}

/**
 * Gives back what reservations of all tenants hold that have run out, many of a tenant in one transaction. Of processes that
 * sweep at once each leaves a tenant to the one that is at it, so that they do not wait for each other's locks.
 */
export async function sweepReservations(sweep: Sweep): Promise<void> {
  const { db, now, scopeFor, isStopping } = sweep;
  const sweptElsewhere = new Set<Scope['tenantId']>();
  let after: store.Overdue | null = null;
  let found = 0;
  let lateMs = 0;
  do {
    const at = now();
    const overdue: store.Overdue[] = await store.findOverdue(db, at, { after, most: sweepMax });
    const [first] = overdue;
    if (found === 0 && first) lateMs = at.getTime() - first.expiresAt.getTime();
    found += overdue.length;
    sweep.onLook?.(found, lateMs);
    for (const { tenantId, ids } of batchesOf(overdue)) {
      if (sweptElsewhere.has(tenantId)) continue;
      const isOurs = await expireEach(sweep, scopeFor(tenantId), ids);
      if (!isOurs) sweptElsewhere.add(tenantId);
    }
    after = overdue.length === sweepMax ? overdue.at(-1)! : null;
  } while (after && !isStopping());
}

/** The reservations of all tenants that have run out and still hold what they held: as many as are looked up at once. */
export async function findOverdueReservations(db: Scope['db'], now: Date) {
  const overdue = await store.findOverdue(db, now, { after: null, most: sweepMax });
  return overdue.map(({ tenantId, id }) => ({ tenantId, reservationId: id }));
}

/** In the order in which they ran out, as far as they are of one tenant. */
function batchesOf(overdue: readonly store.Overdue[]) {
  const open = new Map<Scope['tenantId'], Reservation['id'][]>();
  const batches: { tenantId: Scope['tenantId']; ids: Reservation['id'][] }[] = [];
  for (const { tenantId, id } of overdue) {
    const ids = open.get(tenantId);
    if (ids && ids.length < batchMax) {
      ids.push(id);
      continue;
    }
    const batch = { tenantId, ids: [id] };
    open.set(tenantId, batch.ids);
    batches.push(batch);
  }
  return batches;
}

/**
 * Ends reservations of one tenant together, and where that fails in halves, down to the one that cannot be ended. Returns
 * false if another process is at those of this tenant; throws if the database is gone, which the next one would meet as well.
 */
async function expireEach(sweep: Sweep, by: Scope, ids: readonly Reservation['id'][]): Promise<boolean> {
  if (sweep.isStopping()) return true;
  try {
    return await expireTogether(by, ids);
  } catch (error) {
    if (ids.length === 1) {
      if (isOutcomeUnknown(error)) throw error;
      sweep.onError(error, ids[0]!);
      return true;
    }
    const middle = Math.ceil(ids.length / 2);
    return (
      (await expireEach(sweep, by, ids.slice(0, middle))) && (await expireEach(sweep, by, ids.slice(middle)))
    );
  }
}

const expiring = (by: Scope, id: Reservation['id']): Ending => ({
  ...keyed(by, 'expireReservation', {}),
  id,
  to: 'EXPIRED',
  reference: null,
});

/** Held by whoever is at a tenant's reservations that have run out. */
export const nameOfSweep = ['sweep of reservations'] as const;

/** Those that nobody has ended meanwhile, unless another process is at those of this tenant. */
function expireTogether(by: Scope, ids: readonly Reservation['id'][]): Promise<boolean> {
  return inTransaction(by, async (scope) => {
    if (!(await tryName(scope, nameOfSweep))) return false;
    const current = await store.findMany(scope, ids);
    const open = current.filter(({ status }) => status === 'ACTIVE');
    if (open.length > 0) await endEach(open.map(({ id }) => expiring(scope, id)));
    return true;
  });
}

/** Gives back what a reservation holds that has run out; nothing if somebody has ended it meanwhile. */
export async function expireReservation(by: Scope, id: Reservation['id']): Promise<void> {
  const answer = await endAlone(expiring(by, id));
  if (answer instanceof Error) throw answer;
}
