import { setTimeout as delay } from 'node:timers/promises';
import type { PrismaClient } from '../generated/prisma/client.js';
import { isFailure, type Failure } from '../lib/outcome.js';
import { asksForRetry } from './database-errors.js';
import { noteBegun, type Database } from './database.js';
import type { Scope } from './scope.js';

const attemptsMax = 5;
/** Less than a lock is waited for: whoever has waited so long has waited long enough, and is to say so. */
const patienceMs = 5_000;

/** Carries a returned failure out of the transaction: Prisma rolls back only on a throw. */
class Rollback extends Error {
  constructor(readonly failure: Failure) {
    super(failure.failure);
  }
}

/** Prisma's client of a transaction has `$transaction` as well, and would make a savepoint of it: so we keep our own book. */
const underWay = new WeakSet<Database>();

export const hasTransaction = ({ db }: Scope): boolean => underWay.has(db);

/**
 * What one transaction decides and writes bears one instant: that at which it first asks, which those who lock first do
 * when they have the lock. Two would lie on both sides of midnight one day, and count a use where nothing was held.
 */
function oneInstant(now: () => Date): () => Date {
  let instant: Date | undefined;
  return () => new Date((instant ??= now()));
}

/**
 * Runs `work` in one transaction, READ COMMITTED: what must hold is held by row locks and constraints. A returned
 * failure rolls back, and is returned. A transaction that is under way is joined; it has no savepoint of its own,
 * so decide first and write last. When PostgreSQL asks for it, everything is run again, at most five times in all and
 * not for long.
 */
export async function inTransaction<T>(
  scope: Scope,
  work: (scope: Scope, isJoined: boolean) => Promise<T>,
): Promise<T> {
  if (hasTransaction(scope)) return work(scope, true);
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt++) {
    const followUps: (() => void)[] = [];
    const afterCommit = (followUp: () => void) => void followUps.push(followUp);
    try {
      const outcome = await (scope.db as PrismaClient).$transaction(
        async (db) => {
          underWay.add(db);
          noteBegun(scope.db, db);
          const outcome = await work({ ...scope, db, afterCommit, now: oneInstant(scope.now) }, false);
          if (isFailure(outcome)) throw new Rollback(outcome);
          return outcome;
        },
        // No `isolationLevel`: READ COMMITTED is what the connections are opened with. It would cost a round trip, and be asked before
        // the transaction's own first statement, by which its connection is found.
        { maxWait: 5_000, timeout: 15_000 },
      );
      for (const followUp of followUps) followUp();
      return outcome;
    } catch (error) {
      if (error instanceof Rollback) return error.failure as T;
      const isEnough = attempt === attemptsMax || performance.now() - startedAt > patienceMs;
      if (!asksForRetry(error) || isEnough) throw error;
      await delay(scope.randomBytes(1).readUInt8() % (10 * 2 ** attempt));
    }
  }
}
