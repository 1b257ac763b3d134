import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import { mutation, type MutationInput } from '../../src/platform/idempotency.js';
import { keepAnswer } from '../../src/platform/idempotency/kept.js';
import { ledgerOperations, pruneKeys } from '../../src/platform/idempotency/pruning.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { createTestDatabase } from '../testkit/database.js';
import { closeGate } from '../testkit/gate.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const databaseUrl = await createTestDatabase();
const database = openDatabase(databaseUrl, { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

const noon = new Date('2026-03-02T12:00:00.000Z');
const dayMs = 24 * 60 * 60 * 1_000;

const prune = (given: Partial<Parameters<typeof pruneKeys>[0]> = {}) =>
  pruneKeys({ db, now: () => noon, days: 30, isStopping: () => false, ...given });

let tenants = 0;
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`), now: noon });

/** Keys of a tenant, each with how many milliseconds ago it was sent. */
async function givenKeys(
  { tenantId }: TestScope,
  ages: readonly (readonly [key: string, ageMs: number])[],
  operation = 'createCoupon',
): Promise<void> {
  await db.idempotencyKey.createMany({
    data: ages.map(([key, ageMs]) => ({
      ...{ tenantId: uuidOf(tenantId), operation, key },
      requestHash: Buffer.alloc(32),
      answer: { json: null },
      createdAt: new Date(noon.getTime() - ageMs),
    })),
  });
}

const keysOf = async ({ tenantId }: TestScope) => {
  const rows = await db.idempotencyKey.findMany({
    where: { tenantId: uuidOf(tenantId) },
    orderBy: { key: 'asc' },
  });
  return rows.map(({ key }) => key);
};

/** As many keys as asked for, all old enough, the first of them the oldest. */
const old = (count: number) =>
  Array.from({ length: count }, (_, index) => [`k${10 + index}`, 31 * dayMs - index] as const);

describe('given keys of several tenants', () => {
  test('when they are pruned, then those go that have been kept for so many days, to the millisecond', async () => {
    const [scope, other] = [freshScope(), freshScope()];
    await givenKeys(scope, [
      ['a year', 365 * dayMs],
      ['a moment longer', 30 * dayMs + 1],
      ['just so long', 30 * dayMs],
      ['to come', -dayMs],
    ]);
    await givenKeys(other, [
      ['a month', 31 * dayMs],
      ['a day', dayMs],
    ]);

    expect(await prune()).toBe(3);
    expect(await keysOf(scope)).toEqual(['just so long', 'to come']);
    expect(await keysOf(other)).toEqual(['a day']);
    expect(await prune()).toBe(0);
    expect(await prune({ days: 1, now: () => new Date(noon.getTime() + 1) })).toBe(2);
    expect(await keysOf(scope)).toEqual(['to come']);
  });

  test('when they are of what uses codes or gives uses back, then they stay', async () => {
    const scope = freshScope();
    for (const operation of ledgerOperations) await givenKeys(scope, [[operation, 9_999 * dayMs]], operation);

    expect(await prune()).toBe(0);
    expect(await keysOf(scope)).toEqual([...ledgerOperations]);
  });

  test('when they are many, then the oldest go first, batch by batch, and no more at a time than is said', async () => {
    const scope = freshScope();
    await givenKeys(scope, old(10));

    expect(await prune({ most: 2, mostBatches: 3 })).toBe(6);
    expect(await keysOf(scope)).toEqual(['k16', 'k17', 'k18', 'k19']);
    expect(await prune({ most: 3 })).toBe(4);
    expect(await keysOf(scope)).toEqual([]);
  });

  test('when many were sent at one instant, then none is passed over between two batches', async () => {
    const scope = freshScope();
    await givenKeys(
      scope,
      Array.from({ length: 9 }, (_, index) => [`k${index}`, 31 * dayMs]),
    );

    expect(await prune({ most: 2 })).toBe(9);
    expect(await keysOf(scope)).toEqual([]);
  });

  test('when the process is about to stop, then it begins no further batch', async () => {
    const scope = freshScope();
    await givenKeys(scope, old(10));
    let asked = 0;

    expect(await prune({ most: 1, isStopping: () => ++asked > 2 })).toBe(2);
    expect(await keysOf(scope)).toHaveLength(8);
    await prune();
  });

  test('when processes prune at once, in whatever batches, then each key goes once, and none that is to stay', async () => {
    const someAges = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 40 });
    const someBatches = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(someAges, someBatches, async (ages, batches) => {
        const scope = freshScope();
        await givenKeys(
          scope,
          ages.map((days, index) => [`${days} ${index}`, days * dayMs]),
        );

        const counts = await Promise.all(batches.map((most) => prune({ most })));

        const staying = ages.flatMap((days, index) => (days > 30 ? [] : [`${days} ${index}`]));
        // One that finds what others are just deleting leaves it to them, and may end before they do.
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ages.length - staying.length);
        expect(await keysOf(scope)).toEqual(staying.sort());
      }),
      { numRuns: 30 },
    );
  });
});

test('the index has just what may be pruned', async () => {
  const [index] = await db.$queryRaw<{ condition: string }[]>`
    SELECT pg_get_expr(indpred, indrelid) AS condition FROM pg_index
    WHERE indexrelid = 'idempotency_keys_prunable'::regclass`;

  expect(index!.condition).toMatch(/^\(operation <> ALL \(ARRAY\[/);
  expect([...index!.condition.matchAll(/'(\w+)'::text/g)].map(([, name]) => name)).toEqual([
    ...ledgerOperations,
  ]);
});

describe('given an answer that has been kept for long enough', () => {
  const known = { operation: 'applyPromotions rejected', name: ['ORDER', 'o1'] };
  const hash = '00'.repeat(32);

  test('when it is just being kept anew, then it stays, and nobody waits', async () => {
    const scope = freshScope();
    scope.clock.forward(-31 * dayMs);
    await keepAnswer(scope, known, hash, 'old');
    await givenKeys(scope, [['other', 31 * dayMs]]);
    scope.clock.set(noon);

    await inTransaction(scope, async (inside) => {
      await keepAnswer(inside, known, hash, 'new');
      expect(await prune()).toBe(1);
    });

    expect(await keysOf(scope)).toEqual([JSON.stringify(known.name)]);
    expect(await prune()).toBe(0);
  });

  const counted = () => {
    let times = 0;
    return mutation('count', async (_, __: MutationInput) => ({ times: ++times }));
  };

  test('when it is pruned, then its key is as good as new', async () => {
    const scope = freshScope();
    const count = counted();
    const once = { idempotencyKey: 'once' };
    await count(scope, once);
    scope.clock.forward(30 * dayMs);
    await prune({ now: scope.clock.now });
    expect(await count(scope, once)).toEqual({ times: 1 });

    scope.clock.forward(1);
    await prune({ now: scope.clock.now });
    expect(await count(scope, once)).toEqual({ times: 2 });
    expect(await count(scope, once)).toEqual({ times: 2 });
    expect(scope.replays.count).toBe(2);
  });

  test('when a repeat meets it just before it is pruned, and looks just after, then it is done anew', async () => {
    const scope = freshScope();
    const count = counted();
    const once = { idempotencyKey: 'once' };
    await count(scope, once);
    scope.clock.forward(31 * dayMs);
    let pruned = 0;
    const meddled = db.$extends({
      query: {
        idempotencyKey: {
          async findUnique({ args, query }) {
            pruned += await prune({ now: scope.clock.now });
            return query(args);
          },
        },
      },
    });

    expect(await count({ ...scope, db: meddled as unknown as typeof db }, once)).toEqual({ times: 2 });
    expect(pruned).toBe(1);
    expect(await count(scope, once)).toEqual({ times: 2 });
  });

  test('when a repeat comes while it is being pruned, then it waits, and is done anew', async () => {
    const scope = freshScope();
    const count = counted();
    const once = { idempotencyKey: 'once' };
    await count(scope, once);
    const gate = await closeGate(databaseUrl, 'DELETE FROM idempotency_keys WHERE tenant_id = $1', [
      uuidOf(scope.tenantId),
    ]);

    const repeat = count(scope, once);
    await gate.waiting(1);
    expect(await prune({ days: 0, now: () => new Date(noon.getTime() + 1) })).toBe(0);
    await gate.open();

    expect(await repeat).toEqual({ times: 2 });
    expect(scope.replays.count).toBe(0);
  });
});
