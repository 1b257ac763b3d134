import { afterAll, describe, expect, test } from 'vitest';
import { mergeCounters } from '../../src/limits/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import { createTestDatabase } from '../testkit/database.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 2, onError: () => undefined });
afterAll(() => database.close());

const epoch = new Date(0);
const [day1, day2] = [new Date('2026-03-01T00:00:00.000Z'), new Date('2026-03-02T00:00:00.000Z')];

interface Count {
  readonly key: string;
  readonly used: bigint;
  readonly allowed?: bigint;
  readonly windowStart?: Date;
  readonly steps?: Record<string, string>;
}

let tenants = 0;
const freshScope = () => testScope({ db: database.prisma, tenantId: tenantNamed(`Merging ${++tenants}`) });

/** A limit with its counters, as they came to be; answers how they stand. */
async function givenCounters(scope: TestScope, counts: readonly Count[], per = 'CUSTOMER') {
  const { db } = scope;
  const limit = { tenantId: uuidOf(scope.tenantId), limitId: uuidOf(scope.newId('limit')) };
  const times = { createdAt: scope.now(), updatedAt: scope.now() };
  await db.limit.create({
    data: {
      ...{ tenantId: limit.tenantId, id: limit.limitId, per, attribute: per === 'ATTRIBUTE' ? 'till' : null },
      ...{ window: 'LIFETIME', measure: 'USES', ceiling: 3n, version: 1, ...times },
    },
  });
  await db.counter.createMany({
    data: counts.map((count) => ({ windowStart: epoch, allowed: 3n, ...limit, ...count })),
  });
  return async () => {
    const rows = await db.counter.findMany({
      where: limit,
      orderBy: [{ windowStart: 'asc' }, { key: 'asc' }],
    });
    return rows.map(({ key, windowStart, used, allowed, steps }) => ({
      key,
      used,
      allowed,
      ...(windowStart > epoch && { windowStart }),
      ...(steps !== null && { steps }),
    }));
  };
}

describe('Given limits per customer, when two customers become a third', () => {
  test.each<[string, Count[], Count[]]>([
    [
      'what each has used is added up',
      [
        { key: 'id:u1', used: 1n },
        { key: 'id:u2', used: 1n },
        { key: 'id:u3', used: 1n },
        { key: 'id:u4', used: 2n },
      ],
      [
        { key: 'id:u1', used: 3n, allowed: 3n },
        { key: 'id:u4', used: 2n, allowed: 3n },
      ],
    ],
    [
      'a third who has used nothing has used what they have',
      [
        { key: 'id:u2', used: 2n },
        { key: 'id:u3', used: 1n },
      ],
      [{ key: 'id:u1', used: 3n, allowed: 3n }],
    ],
    [
      'more than one may use stays used, and no more',
      [
        { key: 'id:u1', used: 3n },
        { key: 'id:u2', used: 2n },
        { key: 'id:u3', used: 4n, allowed: 4n },
      ],
      [{ key: 'id:u1', used: 9n, allowed: 9n }],
    ],
    [
      'and they have used nothing, nothing changes',
      [{ key: 'id:u1', used: 2n }],
      [{ key: 'id:u1', used: 2n, allowed: 3n }],
    ],
    [
      'each window is added up by itself',
      [
        { key: 'id:u1', used: 1n, windowStart: day1 },
        { key: 'id:u2', used: 1n, windowStart: day1 },
        { key: 'id:u3', used: 1n, windowStart: day2 },
      ],
      [
        { key: 'id:u1', used: 2n, allowed: 3n, windowStart: day1 },
        { key: 'id:u1', used: 1n, allowed: 3n, windowStart: day2 },
      ],
    ],
    [
      'a window that rolls is added up step by step',
      [
        { key: 'id:u1', used: 2n, steps: { 60: '1', 120: '1' } },
        { key: 'id:u2', used: 3n, allowed: 4n, steps: { 120: '1', 180: '2' } },
        { key: 'id:u3', used: 0n, steps: {} },
      ],
      [{ key: 'id:u1', used: 5n, allowed: 5n, steps: { 60: '1', 120: '2', 180: '2' } }],
    ],
    [
      'one in which nothing was used yet stays one that rolls',
      [{ key: 'id:u2', used: 0n, steps: {} }],
      [{ key: 'id:u1', used: 0n, allowed: 3n, steps: {} }],
    ],
  ])('then %s', async (_, before, after) => {
    const scope = freshScope();
    const counters = await givenCounters(scope, before);

    await mergeCounters(scope, 'id:u1', ['id:u2', 'id:u3']);

    expect(await counters()).toEqual(after);
  });

  test("then what counts something else by the same name, and what is another tenant's, stays", async () => {
    const scope = freshScope();
    const counts = [
      { key: 'id:u1', used: 1n, allowed: 3n },
      { key: 'id:u2', used: 1n, allowed: 3n },
    ];
    const byTill = await givenCounters(scope, counts, 'ATTRIBUTE');
    const theirs = await givenCounters(freshScope(), counts);

    await mergeCounters(scope, 'id:u1', ['id:u2']);

    expect(await byTill()).toEqual(counts);
    expect(await theirs()).toEqual(counts);
  });
});
