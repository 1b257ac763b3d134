import { afterAll, describe, expect, test } from 'vitest';
import { Malformed } from '../../src/lib/malformed.js';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import {
  keyOf,
  mutation,
  reasonOf,
  requestHashOf,
  type MutationInput,
} from '../../src/platform/idempotency.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { createTestDatabase } from '../testkit/database.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });

interface Ask extends MutationInput {
  readonly name?: string;
  readonly at?: Date;
  readonly fails?: boolean;
}

/** A mutation that answers with how often it was done, and writes nothing but its key. */
function counted(operation = 'count') {
  const seen: { reason: string | null; name: string | undefined }[] = [];
  const count = mutation(operation, async ({ reason }, { name, fails }: Ask) => {
    seen.push({ reason, name });
    return fails ? ({ failure: 'Refused', message: 'No.' } as const) : { times: seen.length };
  });
  return { count, seen };
}

const keysOf = ({ tenantId }: TestScope) =>
  db.idempotencyKey.findMany({
    where: { tenantId: uuidOf(tenantId) },
    select: { operation: true, key: true },
    orderBy: [{ operation: 'asc' }, { key: 'asc' }],
  });

/** Something to wait for, and the way to let it happen. */
function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  return { give, given };
}

describe('given a mutation', () => {
  test('without a key it is done each time, and no key is kept', async () => {
    const scope = freshScope();
    const { count } = counted();

    expect(await count(scope, {})).toEqual({ times: 1 });
    expect(await count(scope, {})).toEqual({ times: 2 });
    expect(await count(scope, { idempotencyKey: null })).toEqual({ times: 3 });
    expect(await keysOf(scope)).toEqual([]);
    expect(scope.replays.count).toBe(0);
  });

  test('with a key it is done once, and answered the same each time', async () => {
    const scope = freshScope();
    const { count, seen } = counted();

    for (let time = 0; time < 3; time++) {
      expect(await count(scope, { idempotencyKey: 'once', name: 'a', reason: 'Why' })).toEqual({ times: 1 });
    }
    expect(seen).toEqual([{ reason: 'Why', name: 'a' }]);
    expect(scope.replays.count).toBe(2);
    expect(await keysOf(scope)).toEqual([{ operation: 'count', key: 'once' }]);
  });

  test('with the key of the request, that of the input goes first', async () => {
    const scope = { ...freshScope(), idempotencyKey: 'header' };
    const { count } = counted();

    expect(await count(scope, {})).toEqual({ times: 1 });
    expect(await count(scope, {})).toEqual({ times: 1 });
    expect(await count(scope, { idempotencyKey: 'input' })).toEqual({ times: 2 });
    expect(await count(scope, { idempotencyKey: 'header' })).toEqual({ times: 1 });
    expect((await keysOf(scope)).map(({ key }) => key)).toEqual(['header', 'input']);
  });

  test('with a key and another input it is a conflict, and is not done', async () => {
    const scope = freshScope();
    const { count, seen } = counted();
    const once = { idempotencyKey: 'once', name: 'a', at: new Date(0), reason: 'Why' };
    await count(scope, once);

    for (const other of [{ name: 'b' }, { at: new Date(1) }, { fails: true }]) {
      expect(await count(scope, { ...once, ...other })).toEqual({
        failure: 'IdempotencyConflict',
        message: 'The idempotency key "once" was used before for count with another input.',
        idempotencyKey: 'once',
      });
    }
    expect(seen).toHaveLength(1);
    expect(scope.replays.count).toBe(0);
    expect(await count(scope, once)).toEqual({ times: 1 });
  });

  test('with a key, another actor does not get the answer', async () => {
    const scope = freshScope();
    const { count } = counted();
    await count(scope, { idempotencyKey: 'once' });
    const other = { ...scope, actor: { kind: 'USER', id: 'ada' } as const };

    expect(await count(other, { idempotencyKey: 'once' })).toMatchObject({ failure: 'IdempotencyConflict' });
  });

  test('with a key, another tenant or another operation does its own', async () => {
    const scope = freshScope();
    const { count, seen } = counted();
    const another = counted('another');

    expect(await count(scope, { idempotencyKey: 'once' })).toEqual({ times: 1 });
    expect(await count(freshScope(), { idempotencyKey: 'once' })).toEqual({ times: 2 });
    expect(await another.count(scope, { idempotencyKey: 'once', name: 'x' })).toEqual({ times: 1 });
    expect(seen).toHaveLength(2);
    expect(await keysOf(scope)).toEqual([
      { operation: 'another', key: 'once' },
      { operation: 'count', key: 'once' },
    ]);
  });

  test('that fails keeps no key, so that the corrected one may bear it', async () => {
    const scope = freshScope();
    const { count } = counted();

    expect(await count(scope, { idempotencyKey: 'once', fails: true })).toMatchObject({ failure: 'Refused' });
    expect(await keysOf(scope)).toEqual([]);
    expect(await count(scope, { idempotencyKey: 'once' })).toEqual({ times: 2 });
    expect(scope.replays.count).toBe(0);
  });

  test('that throws keeps no key', async () => {
    const scope = freshScope();
    const broken = mutation('broken', async (): Promise<never> => {
      throw new Error('Broken');
    });

    await expect(broken(scope, { idempotencyKey: 'once' })).rejects.toThrow('Broken');
    expect(await keysOf(scope)).toEqual([]);
  });

  test('answers a repeat with all that it answered first: instants, big integers, what is undefined', async () => {
    const scope = freshScope();
    const answer = {
      at: new Date('2026-03-02T12:00:00.001Z'),
      minor: 9_007_199_254_740_993n,
      none: null,
      missing: undefined,
      list: [{ at: new Date(0) }, 1.5, 'ä😀'],
    };
    const make = mutation('make', async () => answer);

    expect(await make(scope, { idempotencyKey: 'once' })).toBe(answer);
    expect(await make(scope, { idempotencyKey: 'once' })).toStrictEqual(answer);
  });

  test('keeps only what it is told to remember', async () => {
    const scope = freshScope();
    const make = mutation('makeKey', async () => ({ id: 7, secret: 'shown once' }), {
      remember: ({ id }) => ({ id, secret: null }),
    });

    expect(await make(scope, { idempotencyKey: 'once' })).toEqual({ id: 7, secret: 'shown once' });
    expect(await make(scope, { idempotencyKey: 'once' })).toEqual({ id: 7, secret: null });
    const stored = await db.idempotencyKey.findFirstOrThrow({ where: { tenantId: uuidOf(scope.tenantId) } });
    expect(JSON.stringify(stored.answer)).not.toContain('shown once');
  });

  test('within a transaction that is rolled back leaves no key', async () => {
    const scope = freshScope();
    const { count } = counted();

    await inTransaction(scope, async (inside) => {
      await count(inside, { idempotencyKey: 'once' });
      return { failure: 'Refused', message: 'No.' };
    });

    expect(await keysOf(scope)).toEqual([]);
    expect(await count(scope, { idempotencyKey: 'once' })).toEqual({ times: 2 });
  });
});

describe('given a mutation that is under way', () => {
  /** Whether somebody waits in this database for what another has locked. */
  async function isWaitedFor(): Promise<boolean> {
    const [row] = await db.$queryRaw<{ waiting: bigint }[]>`
      SELECT count(*) AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return row!.waiting > 0n;
  }

  async function givenTwoAtOnce(outcome: 'succeeds' | 'fails' | 'throws') {
    const scope = freshScope();
    const [isUnderWay, isToEnd] = [signal(), signal()];
    let times = 0;
    const slow = mutation('slow', async (_, __: Ask) => {
      if (++times > 1) return { times };
      isUnderWay.give();
      await isToEnd.given;
      if (outcome === 'throws') throw new Error('Broken');
      return outcome === 'fails' ? ({ failure: 'Refused', message: 'No.' } as const) : { times };
    });
    const first = slow(scope, { idempotencyKey: 'once' });
    await isUnderWay.given;
    const second = slow(scope, { idempotencyKey: 'once' });
    while (!(await isWaitedFor())) expect(times).toBe(1);
    isToEnd.give();
    return { scope, answers: await Promise.allSettled([first, second]), done: () => times };
  }

  test('when it succeeds, then a repeat has waited for it, and gets its answer', async () => {
    const { scope, answers, done } = await givenTwoAtOnce('succeeds');

    expect(answers).toEqual([
      { status: 'fulfilled', value: { times: 1 } },
      { status: 'fulfilled', value: { times: 1 } },
    ]);
    expect(done()).toBe(1);
    expect(scope.replays.count).toBe(1);
  });

  test.each([
    ['fails', { status: 'fulfilled', value: { failure: 'Refused', message: 'No.' } }],
    ['throws', { status: 'rejected', reason: new Error('Broken') }],
  ] as const)('when it %s, then a repeat has waited for it, and is done itself', async (outcome, first) => {
    const { scope, answers, done } = await givenTwoAtOnce(outcome);

    expect(answers).toEqual([first, { status: 'fulfilled', value: { times: 2 } }]);
    expect(done()).toBe(2);
    expect(scope.replays.count).toBe(0);
    expect(await keysOf(scope)).toEqual([{ operation: 'slow', key: 'once' }]);
  });

  test('when many repeat it at once, then it is done once, and all get its answer', async () => {
    const scope = freshScope();
    const { count, seen } = counted();

    const answers = await Promise.all(
      Array.from({ length: 30 }, () => count(scope, { idempotencyKey: 'once' })),
    );

    expect(answers).toEqual(Array.from({ length: 30 }, () => ({ times: 1 })));
    expect(seen).toHaveLength(1);
    expect(scope.replays.count).toBe(29);
  });
});

describe('a key', () => {
  const scope = testScope({ db });

  test.each<[string, string | null, string | null | undefined, string | null]>([
    ['of neither', null, undefined, null],
    ['of the request', 'header', undefined, 'header'],
    ['of the request, where the input’s is null', 'header', null, 'header'],
    ['of the input', null, 'input', 'input'],
    ['of both: the input’s', 'header', 'input', 'input'],
    ['of 255 characters', null, 'x'.repeat(255), 'x'.repeat(255)],
    ['of one character', null, 'x', 'x'],
    ['with blanks around it, which count', null, ' x ', ' x '],
  ])('%s', (_, header, idempotencyKey, expected) => {
    expect(keyOf({ ...scope, idempotencyKey: header }, { idempotencyKey })).toBe(expected);
  });

  test.each([
    ['of 256 characters', 'x'.repeat(256), 'An idempotency key has up to 255 characters.'],
    ['that is empty', '', 'An idempotency key has at least one character that is not blank.'],
    ['that is blank', ' \t\u00a0', 'An idempotency key has at least one character that is not blank.'],
    ['with NUL', 'a\0b', 'An idempotency key has neither NUL nor broken characters.'],
    ['with half of a pair', 'a\ud83d', 'An idempotency key has neither NUL nor broken characters.'],
  ])('%s is refused, and nothing is done', async (_, idempotencyKey, message) => {
    const { count, seen } = counted();

    await expect(count(scope, { idempotencyKey })).rejects.toThrow(new Malformed(message));
    await expect(count({ ...scope, idempotencyKey }, {})).rejects.toThrow(new Malformed(message));
    expect(seen).toEqual([]);
  });
});

describe('a reason', () => {
  test.each([
    ['Why', 'Why'],
    [' Why ', 'Why'],
    ['x'.repeat(1_000), 'x'.repeat(1_000)],
    ['', null],
    [' ', null],
    [null, null],
    [undefined, null],
  ])('%j is kept as %j', (reason, expected) => {
    expect(reasonOf({ reason })).toBe(expected);
  });

  test('of 1,001 characters is refused, and nothing is done', async () => {
    const { count, seen } = counted();

    await expect(count(testScope({ db }), { reason: 'x'.repeat(1_001) })).rejects.toThrow(
      new Malformed('A reason has up to 1,000 characters.'),
    );
    expect(seen).toEqual([]);
  });
});

describe('two requests are the same', () => {
  const scope = testScope({ db });
  const hash = (input: object, by = scope) => requestHashOf(by, input).toString('hex');
  const input = { a: 1, b: { c: [1, 2], at: new Date(0) }, idempotencyKey: 'x' };

  test.each<[string, object, boolean]>([
    ['if they are', { a: 1, b: { c: [1, 2], at: new Date(0) }, idempotencyKey: 'x' }, true],
    ['whatever the order of their fields', { b: { at: new Date(0), c: [1, 2] }, a: 1 }, true],
    ['whatever their keys', { ...input, idempotencyKey: 'y' }, true],
    ['if what one has is undefined', { ...input, d: undefined }, true],
    ['if what one has is null', { ...input, d: null }, true],
    ['but not if what one has is null deeper down', { ...input, b: { ...input.b, d: null } }, false],
    ['but not in another order of a list', { ...input, b: { c: [2, 1], at: new Date(0) } }, false],
    ['but not if a number is text', { ...input, a: '1' }, false],
    ['whatever their reasons', { ...input, reason: 'Why' }, true],
  ])('%s', (_, other, expected) => {
    expect(hash(other) === hash(input)).toBe(expected);
  });

  test('but not by another actor', () => {
    expect(hash(input, { ...scope, actor: { kind: 'USER', id: scope.actor.id } })).not.toBe(hash(input));
  });
});
