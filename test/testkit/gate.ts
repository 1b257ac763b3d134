import pg from 'pg';
import { onTestFinished } from 'vitest';
import { until } from './until.js';

/** A lock that the test holds: whoever wants it queues before it, in the order in which the test lets them come. */
export interface Gate {
  /** Until so many sessions of the database wait for a lock. */
  waiting(count: number): Promise<void>;
  /** The same for at least as many. */
  waitingAtLeast(count: number): Promise<void>;
  waitingNow(): Promise<number>;
  open(): Promise<void>;
}

/** Takes the lock by a statement, such as a SELECT … FOR UPDATE or one of an advisory lock. */
export async function closeGate(
  databaseUrl: string,
  statement: string,
  values: readonly unknown[],
): Promise<Gate> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  let isOpen = false;
  const open = async () => {
    if (isOpen) return;
    isOpen = true;
    await client.query('COMMIT');
    await client.end();
  };
  onTestFinished(open); // also one that has failed
  await client.query('BEGIN');
  await client.query(statement, [...values]);
  const waitingNow = async () => {
    // In a transaction the view would show what it showed first.
    await client.query('SELECT pg_stat_clear_snapshot()');
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rows[0]!.count;
  };
  return {
    open,
    waitingNow,
    waiting: (count) => until(`${count} wait at the gate`, async () => (await waitingNow()) === count),
    waitingAtLeast: (count) =>
      until(`${count} or more wait at the gate`, async () => (await waitingNow()) >= count),
  };
}
