import type { Scope } from '../../platform/scope.js';
import type { Seal } from '../seal.js';
import * as store from '../store/seals.js';

/**
 * Events are sealed this long after they were made. What is made before that and written after it would look like what
 * was put in by stealth. From the one to the other it takes half a minute at most: a connection is waited for for 5 s, a
 * statement and a transaction end after 15 s each. The rest is for clocks that differ.
 */
const settledMs = 5 * 60_000;

/** A seal reaches to the beginning of a minute, so that many processes do not make many small ones. */
const roundMs = 60_000;

/** So many events are sealed by one statement, which may take 15 s, however large the events and however busy the database. */
const sealMax = 1_000;

/** So many tenants are looked up at once. */
const tenantsMax = 100;

interface SealAll extends Pick<Scope, 'db' | 'now'> {
  readonly isStopping: () => boolean;
  readonly onSealed: (seal: Seal) => void;
  /** Told of a tenant whose events could not be sealed: it is tried again the next time, and holds up no other. */
  readonly onError: (error: unknown, tenantId: Scope['tenantId']) => void;
  /** Of events for one seal; for tests, which have few. */
  readonly most?: number;
}

/** Seals the events of all tenants that have settled. */
export async function sealAuditEvents(given: SealAll): Promise<void> {
  const { db, now, isStopping, onError } = given;
  const before = new Date(Math.floor((now().getTime() - settledMs) / roundMs) * roundMs);
  let after: Scope['tenantId'] | null = null;
  do {
    const tenants: Scope['tenantId'][] = await store.findUnsealed(db, before, { after, most: tenantsMax });
    for (const tenantId of tenants) {
      if (isStopping()) return;
      await sealTenant(given, tenantId, before).catch((error: unknown) => onError(error, tenantId));
    }
    after = tenants.length === tenantsMax ? tenants.at(-1)! : null;
  } while (after && !isStopping());
}

async function sealTenant(
  { db, now, isStopping, onSealed, most = sealMax }: SealAll,
  tenantId: Scope['tenantId'],
  before: Date,
): Promise<void> {
  let seal: Seal | null;
  do {
    seal = await store.seal(db, { tenantId, before, at: now(), most });
    if (seal) onSealed(seal);
  } while (seal?.eventCount === most && !isStopping());
}

/** The seals that no longer fit their events, for whoever proves the audit log. */
export const brokenSeals = store.brokenSeals;
