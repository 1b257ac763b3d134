import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { uuidOf } from '../../src/lib/id.js';
import { isOutcomeUnknown, violatedConstraint } from '../../src/platform/database-errors.js';
import { andBegin, andCommit, connectionOf } from '../../src/platform/database-connection.js';
import { openDatabase, readTexts, write } from '../../src/platform/database.js';
import type { Scope } from '../../src/platform/scope.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { createTestDatabase } from '../testkit/database.js';
import { tenantNamed, testScope } from '../testkit/scope.js';
import { until } from '../testkit/until.js';
import { Prisma } from '../../src/generated/prisma/client.js';

const url = await createTestDatabase();
// One connection: what a transaction leaves behind on it, the next one meets.
const database = openDatabase(url, { poolSize: 1, onError: () => undefined });
const onlooker = openDatabase(url, { poolSize: 1, onError: () => undefined });
afterAll(() => Promise.all([database.close(), onlooker.close()]));

let tenants = 0;
const freshScope = () => testScope({ db: database.prisma, tenantId: tenantNamed(`Tenant ${++tenants}`) });
const tenant = ({ tenantId }: Scope, begin: Prisma.Sql) =>
  Prisma.sql`${begin} INSERT INTO tenants (id, name, created_at) VALUES (${uuidOf(tenantId)}::uuid, 'Acme', now())`;
const isThere = async ({ tenantId }: Scope) =>
  (await onlooker.prisma.tenant.count({ where: { id: uuidOf(tenantId) } })) === 1;

const look = Prisma.sql`${andBegin} SELECT 1`;

describe('given a transaction whose last statement says that it is the last', () => {
  test('when that is answered, then it is committed before anybody asks for it', async () => {
    const scope = freshScope();
    await inTransaction(scope, async ({ db }) => {
      await db.$executeRaw(tenant(scope, andCommit));
      await until('it is committed', () => isThere(scope));
    });
    expect(await isThere(scope)).toBe(true);
  });

  test('when that fails, then nothing is written, the error is its own, and the connection goes on', async () => {
    const [scope, next] = [freshScope(), freshScope()];
    const failed = inTransaction(scope, async ({ db }) => {
      await db.$executeRaw(tenant(scope, Prisma.empty));
      await db.$executeRaw(tenant(scope, andCommit));
    });

    await expect(failed).rejects.toSatisfy((error) => violatedConstraint(error) === 'tenants_pkey');
    expect(await isThere(scope)).toBe(false);
    await inTransaction(next, async ({ db }) => void (await db.$executeRaw(tenant(next, andCommit))));
    expect(await isThere(next)).toBe(true);
  });
});

describe('given a transaction that says nothing of the kind', () => {
  test('when it is under way, then nothing of it is committed; when it throws, nothing ever is', async () => {
    const scope = freshScope();
    const failed = inTransaction(scope, async ({ db }) => {
      await db.$executeRaw(tenant(scope, Prisma.empty));
      expect(await isThere(scope)).toBe(false);
      throw new Error('changed its mind');
    });
    await expect(failed).rejects.toThrow('changed its mind');
    expect(await isThere(scope)).toBe(false);
  });

  test('when its first statement fails, then nothing is written, and the connection goes on', async () => {
    const scope = freshScope();
    const failed = inTransaction(scope, ({ db }) => db.$executeRaw`SELECT nonsense`);
    await expect(failed).rejects.toThrow('nonsense');
    await inTransaction(scope, async ({ db }) => void (await db.$executeRaw(tenant(scope, Prisma.empty))));
    expect(await isThere(scope)).toBe(true);
  });

  test('when it asks nothing and throws, then that is told at once, and the connection goes on', async () => {
    const scope = freshScope();
    await database.prisma.$queryRaw`SELECT 1`;
    const start = performance.now();
    const failed = inTransaction(scope, async () => {
      throw new Error('asked for nothing');
    });
    await expect(failed).rejects.toThrow('asked for nothing');
    expect(performance.now() - start).toBeLessThan(5_000);
    await inTransaction(scope, async ({ db }) => void (await db.$executeRaw(tenant(scope, Prisma.empty))));
    expect(await isThere(scope)).toBe(true);
  });
});

describe('given a transaction whose first statement says that BEGIN may go with it', () => {
  test('when it is used again and again, then each is a transaction of its own', async () => {
    const [kept, dropped] = [freshScope(), freshScope()];
    await inTransaction(kept, async ({ db }) => {
      await db.$queryRaw(look);
      await db.$executeRaw(tenant(kept, Prisma.empty));
    });
    const failed = inTransaction(dropped, async ({ db }) => {
      await db.$queryRaw(look);
      await db.$executeRaw(tenant(dropped, Prisma.empty));
      throw new Error('changed its mind');
    });
    await expect(failed).rejects.toThrow('changed its mind');
    expect([await isThere(kept), await isThere(dropped)]).toEqual([true, false]);
  });

  test('when BEGIN fails, then nothing that comes after it is carried out', async () => {
    const scope = freshScope();
    // However long the machine takes, the connection was used just now.
    vi.useFakeTimers({ toFake: ['performance'] });
    await database.prisma.$queryRaw(look);
    const failed = inTransaction(scope, async ({ db }) => {
      // In the place of BEGIN something is sent that PostgreSQL refuses.
      vi.spyOn(pg.Client.prototype, 'query').mockImplementationOnce(function (this: pg.Client) {
        vi.restoreAllMocks();
        return this.query('SELECT nonsense');
      } as never);
      await db.$queryRaw(look);
      await until('the connection is gone', () =>
        db.$queryRaw(look).then(
          () => false,
          () => true,
        ),
      );
      await db.$executeRaw(tenant(scope, Prisma.empty));
    });
    // What went out with it is told why, or that the connection is gone, whichever is heard first.
    const isTold = (error: Error) => isOutcomeUnknown(error) || error.message.includes('nonsense');
    await expect(failed)
      .rejects.toSatisfy(isTold)
      .finally(() => vi.useRealTimers());
    expect(await isThere(scope)).toBe(false);
  });
});

test('given a transaction that is joined, when what joins it would be the last of its own, then only the outer one commits', async () => {
  const scope = freshScope();
  const failed = inTransaction(scope, async (outer) => {
    await outer.db.$executeRaw(tenant(scope, Prisma.empty));
    await inTransaction(outer, async ({ db }, isJoined) => {
      expect(isJoined).toBe(true);
      await db.$queryRaw(look);
    });
    throw new Error('changed its mind');
  });
  await expect(failed).rejects.toThrow('changed its mind');
  expect(await isThere(scope)).toBe(false);
});

describe('given statements that go past Prisma', () => {
  const wide = openDatabase(url, { poolSize: 4, onError: () => undefined });
  afterAll(() => wide.close());
  const add = ({ tenantId }: Scope, { db }: Scope, begin = Prisma.empty) =>
    write(
      db,
    )`${begin} INSERT INTO tenants (id, name, created_at) VALUES (${uuidOf(tenantId)}::uuid, 'Acme', now())`;

  test("when they are a transaction's, then they are carried out in it, beside those of Prisma, or not at all", async () => {
    const [kept, dropped] = [freshScope(), freshScope()];
    const sees = async (inside: Scope, { tenantId }: Scope) => {
      const [row] = await readTexts<{ name: string }>(inside.db)`
        SELECT name FROM tenants WHERE id = ${uuidOf(tenantId)}::uuid`;
      return [row?.name, (await inside.db.tenant.findUnique({ where: { id: uuidOf(tenantId) } }))?.name];
    };

    await inTransaction(kept, async (inside) => {
      expect(connectionOf(inside.db)).toBeDefined();
      await add(kept, inside);
      expect(await sees(inside, kept)).toEqual(['Acme', 'Acme']);
      expect(await isThere(kept)).toBe(false);
    });
    const failed = inTransaction(dropped, async (inside) => {
      await add(dropped, inside);
      throw new Error('changed its mind');
    });

    await expect(failed).rejects.toThrow('changed its mind');
    expect([await isThere(kept), await isThere(dropped)]).toEqual([true, false]);
  });

  test('when many transactions begin at once, then each carries out its own', async () => {
    const places: [string, string][] = [];
    const transactions = Array.from({ length: 60 }, (_, index) => {
      const scope = { ...freshScope(), db: wide.prisma };
      const isKept = index % 3 > 0;
      const done = inTransaction(scope, async (inside) => {
        if (index % 2 === 0) await inside.db.$queryRaw(look);
        await add(scope, inside);
        const [past] = await readTexts<{ pid: string }>(inside.db)`SELECT pg_backend_pid()::text AS pid`;
        const [byPrisma] = await inside.db.$queryRaw<{ pid: string }[]>`SELECT pg_backend_pid()::text AS pid`;
        places.push([past!.pid, byPrisma!.pid]);
        if (!isKept) throw new Error('changed its mind');
      });
      return { scope, isKept, done: done.catch(() => undefined) };
    });
    await Promise.all(transactions.map(({ done }) => done));

    expect(await Promise.all(transactions.map(({ scope }) => isThere(scope)))).toEqual(
      transactions.map(({ isKept }) => isKept),
    );
    expect(places).toHaveLength(transactions.length);
    for (const [past, byPrisma] of places) expect(past).toBe(byPrisma);
  });

  test('when a transaction could not begin, then those after it are found as before', async () => {
    const fresh = openDatabase(url, { poolSize: 1, onError: () => undefined });
    afterAll(() => fresh.close());
    const scope = { ...freshScope(), db: fresh.prisma };
    await readTexts(fresh.prisma)`SELECT 'connected'`;
    // So long unused, the connection has to prove itself, and cannot.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    vi.spyOn(pg.Client.prototype, 'query').mockImplementationOnce(() => Promise.reject(new Error('gone')));
    const failed = inTransaction(scope, async () => undefined);
    await expect(failed)
      .rejects.toThrow('gone')
      .finally(() => vi.restoreAllMocks());

    await inTransaction(scope, async ({ db }) => expect(connectionOf(db)).toBeDefined());
  });

  test('when the transaction has ended, then they are refused', async () => {
    const scope = freshScope();
    const after = await inTransaction(scope, async (inside) => {
      await readTexts(inside.db)`SELECT 'something'`;
      return inside;
    });

    await expect(add(scope, after)).rejects.toThrow('Transaction');
    expect(await isThere(scope)).toBe(false);
  });

  test('when one is refused, then it is told why, and all of the transaction is undone', async () => {
    const [scope, other] = [freshScope(), freshScope()];
    const failed = inTransaction(scope, async (inside) => {
      await add(other, inside, andBegin);
      await add(scope, inside);
      await add(scope, inside, andCommit);
    });

    await expect(failed).rejects.toSatisfy((error) => violatedConstraint(error) === 'tenants_pkey');
    expect([await isThere(scope), await isThere(other)]).toEqual([false, false]);
  });
});
