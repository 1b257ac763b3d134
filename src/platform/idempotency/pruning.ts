import { Prisma } from '../../generated/prisma/client.js';
import type { Database } from '../database.js';

/**
 * Operations that use codes or give uses back. Their keys are a part of the ledger, and stay as long as it does, so that
 * a repeat counts nothing again however late it comes. The index `idempotency_keys_prunable` leaves out the same.
 */
export const ledgerOperations = [
  'applyCoupon',
  'applyPromotions',
  'confirmReservation',
  'voidRedemption',
] as const;

/** Written out: with parameters in its place, PostgreSQL would not know that the index has all that is asked for. */
const isPrunable = Prisma.raw(`operation NOT IN (${ledgerOperations.map((name) => `'${name}'`).join(', ')})`);

/** So many are deleted by one statement: some milliseconds, after which whoever waits for one of these rows goes on. */
const batchMax = 1_000;

/** So many statements at a time: what has gathered for years is deleted bit by bit, and not in one rush. */
const batchesMax = 50;

const dayMs = 24 * 60 * 60 * 1_000;

interface Prune {
  readonly db: Database;
  readonly now: () => Date;
  /** For how long keys are kept, at least. */
  readonly days: number;
  readonly isStopping: () => boolean;
  /** Of keys for one statement, and of statements; for tests, which have few. */
  readonly most?: number;
  readonly mostBatches?: number;
}

/** Deletes the keys of all tenants that have been kept for long enough, the oldest first, and says how many they were. */
export async function pruneKeys(given: Prune): Promise<number> {
  const { db, now, days, isStopping, most = batchMax, mostBatches = batchesMax } = given;
  const before = new Date(now().getTime() - days * dayMs);
  let from = new Date(0);
  let pruned = 0;
  for (let batch = 0; batch < mostBatches && !isStopping(); batch++) {
    const { count, last } = await deleteOldest(db, { from, before, most });
    pruned += count;
    if (last === null || count < most) break;
    from = last;
  }
  return pruned;
}

interface Batch {
  /** Where the batch before ended: what that one has deleted is still in the index, and need not be passed by again. */
  readonly from: Date;
  readonly before: Date;
  readonly most: number;
}

/** Waits for nobody: what somebody else has locked, who rewrites it or deletes it as well, is left. */
async function deleteOldest(db: Database, { from, before, most }: Batch) {
  const [batch] = await db.$queryRaw<[{ count: number; last: Date | null }]>`
    WITH pruned AS (
      DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM idempotency_keys
        WHERE created_at >= ${from}::timestamptz AND created_at < ${before}::timestamptz AND ${isPrunable}
        ORDER BY created_at LIMIT ${most}
        FOR UPDATE SKIP LOCKED))
      RETURNING created_at
    )
    SELECT count(*)::int AS count, max(created_at) AS last FROM pruned`;
  return batch;
}
