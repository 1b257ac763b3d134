import { afterAll, describe, expect, test } from 'vitest';
import { uuidOf } from '../../src/lib/id.js';
import { isFailure } from '../../src/lib/outcome.js';
import { openDatabase } from '../../src/platform/database.js';
import type { Scope } from '../../src/platform/scope.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { createTestDatabase } from '../testkit/database.js';
import { tenantNamed, testScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 6, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });

/** Something that a transaction writes, and what of it is there. */
const write = (scope: Scope, name: string) =>
  scope.db.campaign.create({
    data: {
      tenantId: uuidOf(scope.tenantId),
      id: uuidOf(scope.newId('campaign')),
      name,
      state: 'DRAFT',
      channels: [],
      metadata: {},
      version: 1,
      createdAt: scope.now(),
      updatedAt: scope.now(),
    },
  });
const written = async ({ tenantId }: Scope) => {
  const rows = await db.campaign.findMany({
    where: { tenantId: uuidOf(tenantId) },
    orderBy: { name: 'asc' },
  });
  return rows.map(({ name }) => name);
};

/** Something to wait for, and the way to let it happen. */
function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  return { give, given };
}

const refused = { failure: 'Refused', message: 'No.' } as const;

describe('given a transaction', () => {
  test('when it answers, then all is written, and what was to follow follows', async () => {
    const scope = freshScope();
    const followed: string[] = [];

    const answer = await inTransaction(scope, async (inside) => {
      await write(inside, 'a');
      inside.afterCommit(() => followed.push('first'));
      inside.afterCommit(() => followed.push('second'));
      expect(await written(scope)).toEqual([]);
      expect(followed).toEqual([]);
      return 7;
    });

    expect(answer).toBe(7);
    expect(await written(scope)).toEqual(['a']);
    expect(followed).toEqual(['first', 'second']);
  });

  test('when it returns a failure, then that is returned, nothing is written, and nothing follows', async () => {
    const scope = freshScope();
    let isFollowed = false;

    const answer = await inTransaction(scope, async (inside) => {
      await write(inside, 'a');
      inside.afterCommit(() => (isFollowed = true));
      return refused;
    });

    expect(answer).toBe(refused);
    expect(await written(scope)).toEqual([]);
    expect(isFollowed).toBe(false);
  });

  test('when it throws, then that is thrown, once, and nothing is written', async () => {
    const scope = freshScope();
    const bug = new Error('Broken');
    let runs = 0;

    const answer = inTransaction(scope, async (inside) => {
      runs++;
      await write(inside, 'a');
      throw bug;
    });

    await expect(answer).rejects.toBe(bug);
    expect(await written(scope)).toEqual([]);
    expect(runs).toBe(1);
  });

  // The three that are said to fail do so because Prisma 7 begins a transaction within another at a savepoint, and
  // `inTransaction` takes it for one of its own: what follows a commit follows too early, and rollbacks stay inside.
  test('when another is begun within, then it is joined: both are written', async () => {
    const scope = freshScope();
    const followed: string[] = [];

    await inTransaction(scope, async (outer) => {
      await write(outer, 'outer');
      await inTransaction(outer, async (inner) => {
        expect(inner.db === outer.db).toBe(true);
        await write(inner, 'inner');
        inner.afterCommit(() => followed.push('inner'));
      });
      expect(await written(scope)).toEqual([]);
      expect(followed).toEqual([]);
    });

    expect(await written(scope)).toEqual(['inner', 'outer']);
    expect(followed).toEqual(['inner']);
  });

  test.each([
    [
      'inner',
      async (outer: Scope) => inTransaction(outer, async (inner) => (await write(inner, 'inner'), refused)),
    ],
    [
      'outer',
      async (outer: Scope) => {
        await inTransaction(outer, (inner) => write(inner, 'inner'));
        return refused;
      },
    ],
  ])(
    'when the %s one returns a failure, and so the whole does, then nothing of either is written',
    async (_, work) => {
      const scope = freshScope();

      const answer = await inTransaction(scope, async (outer) => {
        await write(outer, 'outer');
        return work(outer);
      });

      expect(answer).toEqual(refused);
      expect(await written(scope)).toEqual([]);
    },
  );

  test('when the inner one succeeds, but the outer one fails, then nothing follows', async () => {
    const scope = freshScope();
    const followed: string[] = [];

    await inTransaction(scope, async (outer) => {
      await inTransaction(outer, async (inner) => {
        inner.afterCommit(() => followed.push('inner'));
      });
      return refused;
    });

    expect(followed).toEqual([]);
  });

  test('when the inner one’s failure is not passed on, then what it wrote stays: it has no savepoint', async () => {
    const scope = freshScope();

    const answer = await inTransaction(scope, async (outer) => {
      const inner = await inTransaction(outer, async (inner) => (await write(inner, 'inner'), refused));
      return { isRefused: isFailure(inner) };
    });

    expect(answer).toEqual({ isRefused: true });
    expect(await written(scope)).toEqual(['inner']);
  });

  test('when it reads twice, then it sees what others committed between: it is READ COMMITTED', async () => {
    const scope = freshScope();

    await inTransaction(scope, async (inside) => {
      const [row] = await inside.db.$queryRaw<
        { level: string }[]
      >`SELECT current_setting('transaction_isolation') AS level`;
      expect(row).toEqual({ level: 'read committed' });
      expect(await inside.db.campaign.count({ where: { tenantId: uuidOf(scope.tenantId) } })).toBe(0);
      await write(scope, 'theirs');
      expect(await inside.db.campaign.count({ where: { tenantId: uuidOf(scope.tenantId) } })).toBe(1);
    });
  });
});

describe('given that PostgreSQL asks to run it again', () => {
  /** Fails as PostgreSQL does, so many times, after it has written. */
  const failing = async (scope: Scope, sqlState: string, times: number) => {
    let runs = 0;
    const followed: number[] = [];
    const outcome = inTransaction(scope, async (inside) => {
      const run = ++runs;
      await write(inside, `run ${run}`);
      inside.afterCommit(() => followed.push(run));
      if (run <= times) await raise(inside, sqlState);
      return run;
    });
    const settled = await Promise.allSettled([outcome]);
    return { settled: settled[0], runs, followed };
  };
  // $executeRaw cannot bind inside DO; the state is one of ours.
  const raise = (scope: Scope, sqlState: string) =>
    scope.db.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'as if' USING ERRCODE = '${sqlState}'; END $$`);

  test.each([
    ['a serialization failure', '40001'],
    ['a deadlock', '40P01'],
    ['a lock not had in time', '55P03'],
    ['a statement that took too long', '57014'],
  ])('for %s, when it then succeeds, then only the last run counts', async (_, sqlState) => {
    const scope = freshScope();

    const { settled, runs, followed } = await failing(scope, sqlState, 2);

    expect(settled).toEqual({ status: 'fulfilled', value: 3 });
    expect(runs).toBe(3);
    expect(followed).toEqual([3]);
    expect(await written(scope)).toEqual(['run 3']);
  });

  test('again and again, then it gives up after five runs in all, and nothing is written', async () => {
    const scope = freshScope();

    const { settled, runs, followed } = await failing(scope, '40001', Infinity);

    expect(settled.status).toBe('rejected');
    expect(runs).toBe(5);
    expect(followed).toEqual([]);
    expect(await written(scope)).toEqual([]);
  });

  test.each([
    ['a division by zero', '22012'],
    ['a broken constraint', '23505'],
    ['an aborted transaction', '25P02'],
  ])('but not for %s: that is thrown at once', async (_, sqlState) => {
    const scope = freshScope();

    const { settled, runs } = await failing(scope, sqlState, 1);

    expect(settled.status).toBe('rejected');
    expect(runs).toBe(1);
    expect(await written(scope)).toEqual([]);
  });

  test('for a real deadlock, then both go through in the end', async () => {
    const scope = freshScope();
    const first = await write(scope, 'first');
    const second = await write(scope, 'second');
    const lock = (inside: Scope, { id }: { id: string }) =>
      inside.db.$executeRaw`SELECT 1 FROM campaigns WHERE id = ${id}::uuid FOR UPDATE`;
    const bothHold = signal();
    let holding = 0;
    let runs = 0;
    const crosswise = (mine: { id: string }, theirs: { id: string }) =>
      inTransaction(scope, async (inside) => {
        runs++;
        await lock(inside, mine);
        if (++holding === 2) bothHold.give();
        await bothHold.given;
        await lock(inside, theirs);
        return 'done';
      });

    expect(await Promise.all([crosswise(first, second), crosswise(second, first)])).toEqual(['done', 'done']);
    expect(runs).toBe(3);
  });
});
