import { afterAll, describe, expect, test } from 'vitest';
import { lockCounters, readCounters, saveCounters } from '../../src/limits/actions.js';
import type { Limit } from '../../src/limits/core.js';
import { counted, type Counter, type CounterKey } from '../../src/limits/count.js';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import { violatedConstraint } from '../../src/platform/database-errors.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { createTestDatabase } from '../testkit/database.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());

const epoch = new Date(0);
const [day1, day2] = [new Date('2026-03-01T00:00:00.000Z'), new Date('2026-03-02T00:00:00.000Z')];

const scopeOf = (name: string) => testScope({ db: database.prisma, tenantId: tenantNamed(name) });

/** A limit of the tenant on uses, as if it had always been there. */
async function givenLimit(scope: TestScope, given: Partial<Limit> = {}): Promise<Limit> {
  const limit: Limit = {
    id: scope.newId('limit'),
    target: { kind: 'TENANT', id: null },
    per: { kind: 'CUSTOMER' },
    window: { kind: 'LIFETIME' },
    measure: 'USES',
    currency: null,
    ceiling: 3n,
    overrun: 1n,
    shortForm: null,
    version: 1,
    createdAt: scope.now(),
    updatedAt: scope.now(),
    ...given,
  };
  await scope.db.limit.create({
    data: {
      tenantId: uuidOf(scope.tenantId),
      id: uuidOf(limit.id),
      per: limit.per.kind,
      window: limit.window.kind,
      windowSeconds: limit.window.kind === 'ROLLING' ? limit.window.seconds : null,
      measure: limit.measure,
      ceiling: limit.ceiling,
      overrun: limit.overrun,
      version: 1,
      createdAt: limit.createdAt,
      updatedAt: limit.updatedAt,
    },
  });
  return limit;
}

const keyOf = (limit: Limit, key = 'id:u1', windowStart = epoch): CounterKey => ({
  limitId: limit.id,
  key,
  windowStart,
});

const hold = (scope: TestScope, wanted: Parameters<typeof lockCounters>[1]) =>
  inTransaction(scope, (inner) => lockCounters(inner, wanted));

const saved = (scope: TestScope, limit: Limit, counter: Counter) =>
  inTransaction(scope, (inner) => saveCounters(inner, [{ limit, counter }]));

describe('Given a limit without counters', () => {
  test('when some are wanted, then they are made empty, each once, and handed out in the fixed order', async () => {
    const scope = scopeOf('Orders');
    const limit = await givenLimit(scope);
    const rolling = await givenLimit(scope, { window: { kind: 'ROLLING', seconds: 3_600 } });
    const keys = [
      { limit: rolling, key: keyOf(rolling) },
      { limit, key: keyOf(limit, 'id:u2', day1) },
      { limit, key: keyOf(limit, 'id:u1', day2) },
      { limit, key: keyOf(limit, 'id:u1', day1) },
      { limit, key: keyOf(limit, 'id:u2', day1) },
    ];

    const held = await hold(scope, keys);

    const expected = [
      { ...keyOf(limit, 'id:u1', day1), used: 0n, steps: null },
      { ...keyOf(limit, 'id:u2', day1), used: 0n, steps: null },
      { ...keyOf(limit, 'id:u1', day2), used: 0n, steps: null },
      { ...keyOf(rolling), used: 0n, steps: {} },
    ];
    expect(held).toEqual(expected);
    expect(await hold(scope, keys)).toEqual(expected);
  });

  test('when they are only read, then there are none, and none is made', async () => {
    const scope = scopeOf('Reads');
    const limit = await givenLimit(scope);

    expect(await readCounters(scope, [keyOf(limit)])).toEqual([]);
    expect(await readCounters(scope, [])).toEqual([]);
    expect(await scope.db.counter.count({ where: { limitId: uuidOf(limit.id) } })).toBe(0);
  });
});

describe('Given counters that are held', () => {
  test('when they are saved, then they are read so, steps and all, and another tenant reads none', async () => {
    const scope = scopeOf('Saves');
    const limit = await givenLimit(scope, {
      window: { kind: 'ROLLING', seconds: 3_600 },
      ceiling: 10n ** 16n,
    });
    const key = keyOf(limit);

    await inTransaction(scope, async (inner) => {
      const [counter] = await lockCounters(inner, [{ limit, key }]);
      await saveCounters(inner, [{ limit, counter: counted(limit, counter!, 9_007_199_254_740_993n, day1) }]);
    });

    expect(await readCounters(scope, [key, keyOf(limit, 'id:u2')])).toEqual([
      { ...key, used: 9_007_199_254_740_993n, steps: { '1772323200': 9_007_199_254_740_993n } },
    ]);
    expect(await readCounters(scopeOf('Stranger'), [key])).toEqual([]);
    await saved(scopeOf('Stranger'), limit, { ...key, used: 0n, steps: {} });
    expect(await readCounters(scope, [key])).toMatchObject([{ used: 9_007_199_254_740_993n }]);
  });

  test('when another counts at the same time, then both uses are counted', async () => {
    const scope = scopeOf('Both');
    const limit = await givenLimit(scope, { ceiling: 100n });
    const count = () =>
      inTransaction(scope, async (inner) => {
        const [counter] = await lockCounters(inner, [{ limit, key: keyOf(limit) }]);
        await saveCounters(inner, [{ limit, counter: counted(limit, counter!, 1n, day1) }]);
      });

    await Promise.all(Array.from({ length: 20 }, count));

    expect(await readCounters(scope, [keyOf(limit)])).toMatchObject([{ used: 20n }]);
  });

  test.each<[string, bigint, bigint, Pick<Limit, 'ceiling' | 'overrun'>, string | undefined]>([
    ['up to the ceiling', 0n, 3n, { ceiling: 3n, overrun: 0n }, undefined],
    ['up to the over-run', 0n, 4n, { ceiling: 3n, overrun: 1n }, undefined],
    ['above the over-run', 4n, 5n, { ceiling: 3n, overrun: 1n }, 'counters_within_limit'],
    [
      'further up above a ceiling that was lowered',
      4n,
      5n,
      { ceiling: 2n, overrun: 0n },
      'counters_within_limit',
    ],
    ['down above a ceiling that was lowered', 4n, 3n, { ceiling: 2n, overrun: 0n }, undefined],
    ['nowhere above a ceiling that was lowered', 4n, 4n, { ceiling: 2n, overrun: 0n }, undefined],
    ['below nothing', 4n, -1n, { ceiling: 3n, overrun: 1n }, 'counters_not_negative'],
  ])(
    'when one goes %s, then %s to %s with %o is refused by: %s',
    async (name, before, after, bounds, refusal) => {
      const scope = scopeOf(name);
      const limit = await givenLimit(scope);
      const [counter] = await hold(scope, [{ limit, key: keyOf(limit) }]);
      await saved(scope, limit, { ...counter!, used: before });

      const outcome = await saved(scope, { ...limit, ...bounds }, { ...counter!, used: after }).catch(
        violatedConstraint,
      );

      expect(outcome).toBe(refusal);
      expect(await readCounters(scope, [keyOf(limit)])).toMatchObject([{ used: refusal ? before : after }]);
    },
  );
});
