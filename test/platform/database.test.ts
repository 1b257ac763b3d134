import { afterAll, describe, expect, test } from 'vitest';
import { createDatabaseClock } from '../../src/platform/clock.js';
import { openDatabase } from '../../src/platform/database.js';
import { createTestDatabase } from '../testkit/database.js';

const url = await createTestDatabase();
const open = (fields: { readonly silenceMs?: number } = {}) =>
  openDatabase(url, { poolSize: 1, onError: () => undefined, ...fields });

describe('given a database whose clocks show another time', async () => {
  const first = open();
  await first.prisma.$executeRawUnsafe(
    `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET timezone TO 'Asia/Kathmandu'`,
  );
  await first.close();
  const { prisma: db, close } = open();
  afterAll(close);
  const noon = new Date('2026-03-02T12:00:00.250Z');

  test('when an instant is sent, then it is the one that was meant', async () => {
    const [sent] = await db.$queryRaw<{ ms: number; back: Date }[]>`
      SELECT (extract(epoch FROM ${noon}::timestamptz) * 1000)::float8 AS ms, ${noon}::timestamptz AS back`;

    expect(sent).toEqual({ ms: noon.getTime(), back: noon });
  });

  test('when its clock is read, then it is the time', async () => {
    const clock = await createDatabaseClock(db);
    clock.stop();

    // The database is on this machine.
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(60_000);
  });
});

test('given a database that takes its time, when it is waited for for a second only, then it is given up', async () => {
  const { prisma: db, close } = open({ silenceMs: 1_000 });
  afterAll(close);

  await expect(db.$queryRaw`SELECT pg_sleep(60)::text`).rejects.toThrow(
    'nothing was heard of the database for 1000 ms',
  );
});
