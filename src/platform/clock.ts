import type { PrismaClient } from '../generated/prisma/client.js';

const syncIntervalMs = 60_000;

export interface Clock {
  readonly now: () => Date;
  stop(): void;
}

/**
 * The database's clock, read from time to time: servers whose own clocks differ agree on when a coupon expires.
 */
export async function createDatabaseClock(db: PrismaClient): Promise<Clock> {
  let offsetMs = 0;
  const sync = async () => {
    const before = Date.now();
    const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
    offsetMs = row!.now.getTime() - (before + Date.now()) / 2;
  };
  await sync();
  // A database that does not answer just now leaves the offset as it is.
  const timer = setInterval(() => void sync().catch(() => undefined), syncIntervalMs).unref();
  return { now: () => new Date(Date.now() + offsetMs), stop: () => clearInterval(timer) };
}
