import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limit } from '../../src/limits/core.js';
import {
  addedUp,
  amountOf,
  counted,
  countedAt,
  countedLater,
  counterName,
  counterOf,
  emptyCounter,
  leftOf,
  overrunOf,
  resetOf,
  roomFrom,
  type Counter,
  type Use,
} from '../../src/limits/count.js';
import { limitNamed } from './limit.js';

const at = new Date('2026-03-02T12:00:00.000Z');
const use: Use = {
  at,
  customer: 'id:u1',
  channel: 'web',
  attributes: { store: 'Leeds', toString: 'odd' },
  currency: 'GBP',
  uses: 1n,
  discountMinor: 250n,
  orderMinor: 4_000n,
};

describe('where a use is counted', () => {
  test.each<[string, Partial<Limit>, Partial<Use>, string, string]>([
    ['everyone together', {}, {}, '', '1970-01-01T00:00:00.000Z'],
    ['a customer', { per: { kind: 'CUSTOMER' } }, {}, 'id:u1', '1970-01-01T00:00:00.000Z'],
    ['nobody known', { per: { kind: 'CUSTOMER' } }, { customer: null }, '', '1970-01-01T00:00:00.000Z'],
    ['a channel', { per: { kind: 'CHANNEL' } }, {}, 'web', '1970-01-01T00:00:00.000Z'],
    ['no channel', { per: { kind: 'CHANNEL' } }, { channel: null }, '', '1970-01-01T00:00:00.000Z'],
    ['an attribute', { per: { kind: 'ATTRIBUTE', name: 'store' } }, {}, 'Leeds', '1970-01-01T00:00:00.000Z'],
    ['no attribute', { per: { kind: 'ATTRIBUTE', name: 'till' } }, {}, '', '1970-01-01T00:00:00.000Z'],
    [
      'an attribute named like something of every object',
      { per: { kind: 'ATTRIBUTE', name: 'toString' } },
      {},
      'odd',
      '1970-01-01T00:00:00.000Z',
    ],
    [
      'no attribute named like something of every object',
      { per: { kind: 'ATTRIBUTE', name: 'valueOf' } },
      {},
      '',
      '1970-01-01T00:00:00.000Z',
    ],
    ['a day', { window: { kind: 'DAY', zone: 'Asia/Kolkata' } }, {}, '', '2026-03-01T18:30:00.000Z'],
    ['a rolling day', { window: { kind: 'ROLLING', seconds: 86_400 } }, {}, '', '1970-01-01T00:00:00.000Z'],
  ])('%s', (_, limit, given, key, windowStart) => {
    const counter = counterOf(limitNamed('one', limit), { ...use, ...given });

    expect(counter).toEqual({ limitId: limitNamed('one').id, key, windowStart: new Date(windowStart) });
    expect(counterName(counter)).toBe(`${limitNamed('one').id} ${Date.parse(windowStart)} ${key}`);
  });
});

test.each<[Limit['measure'], bigint]>([
  ['USES', 1n],
  ['DISCOUNT', 250n],
  ['ORDER_VALUE', 4_000n],
])('measured in %s, a use comes to %s', (measure, expected) => {
  expect(amountOf(limitNamed('one', { measure }), use)).toBe(expected);
});

test.each<[bigint, bigint, bigint, bigint, bigint | null]>([
  [10n, 0n, 0n, 10n, 0n],
  [10n, 0n, 0n, 11n, null],
  [10n, 0n, 10n, 0n, 0n],
  [10n, 0n, 12n, 0n, 0n],
  [10n, 0n, 12n, 1n, null],
  [10n, 3n, 8n, 2n, 0n],
  [10n, 3n, 8n, 3n, 1n],
  [10n, 3n, 8n, 5n, 3n],
  [10n, 3n, 8n, 6n, null],
  [10n, 3n, 11n, 2n, 2n],
  [10n, 3n, 11n, 3n, null],
])(
  'with a ceiling of %s, an over-run of %s and %s used, %s more runs over by %s',
  (ceiling, overrun, used, amount, expected) => {
    expect(overrunOf(limitNamed('one', { ceiling, overrun }), used, amount)).toBe(expected);
  },
);

test.each<[bigint, bigint]>([
  [0n, 10n],
  [9n, 1n],
  [10n, 0n],
  [12n, 0n],
])('with a ceiling of 10 and %s used, %s is left', (used, left) => {
  expect(leftOf(limitNamed('one', { ceiling: 10n, overrun: 5n }), used)).toBe(left);
});

describe('a counter that does not roll', () => {
  const limit = limitNamed('one');
  const empty = emptyCounter(limit, counterOf(limit, use));

  test('adds up, gives back, and stands as it is at any time', () => {
    const counter = counted(limit, counted(limit, counted(limit, empty, 3n, at), 4n, at), -2n, at);

    expect(counter).toEqual({ ...empty, used: 5n, steps: null });
    expect(countedAt(limit, counter, new Date('2036-03-02T12:00:00.000Z'))).toEqual(counter);
  });
});

describe('a counter of a rolling hour', () => {
  const limit = limitNamed('one', { window: { kind: 'ROLLING', seconds: 3_600 } });
  const empty = emptyCounter(limit, counterOf(limit, use));
  const after = (seconds: number) => new Date(at.getTime() + seconds * 1_000);
  const minute = (seconds: number) => String(Math.floor(after(seconds).getTime() / 60_000) * 60);

  test('keeps a sum for each minute', () => {
    const uses = [0, 59.999, 60, 61].reduce(
      (counter, seconds) => counted(limit, counter, 1n, after(seconds)),
      empty,
    );

    expect(uses).toEqual({ ...empty, used: 4n, steps: { [minute(0)]: 2n, [minute(60)]: 2n } });
  });

  test.each<[number, bigint]>([
    [90, 3n],
    [3_600, 3n],
    // The first use was at the beginning of its minute: the minute leaves the window a minute later than the use.
    [3_659.999, 3n],
    [3_660, 1n],
    [3_719.999, 1n],
    [3_720, 0n],
  ])('after %s seconds counts %s of two uses at once and one a minute later', (seconds, used) => {
    const uses = [0, 0, 60].reduce((counter, when) => counted(limit, counter, 1n, after(when)), empty);

    expect(countedAt(limit, uses, after(seconds)).used).toBe(used);
  });

  test('gives back where it was counted, and nothing that has left the window', () => {
    const uses = [0, 60].reduce((counter, seconds) => counted(limit, counter, 2n, after(seconds)), empty);
    expect(counted(limit, uses, -1n, after(30))).toEqual({
      ...empty,
      used: 3n,
      steps: { [minute(0)]: 1n, [minute(60)]: 2n },
    });

    const later = countedAt(limit, uses, after(3_660));
    expect(later).toEqual({ ...empty, used: 2n, steps: { [minute(60)]: 2n } });
    expect(counted(limit, later, -2n, after(0))).toEqual(later);
  });
});

describe('when a limit has room again', () => {
  const noon = Date.parse('2026-03-02T12:00:00.000Z') / 1_000;
  /** So many uses in the minutes after noon. */
  const after = (uses: Record<number, bigint>): Pick<Counter, 'used' | 'steps'> => ({
    used: Object.values(uses).reduce((sum, amount) => sum + amount, 0n),
    steps: Object.fromEntries(
      Object.entries(uses).map(([minute, used]) => [noon + 60 * Number(minute), used]),
    ),
  });
  const hour = { kind: 'ROLLING', seconds: 3_600 } as const;
  const half = new Date('2026-03-02T12:30:00.000Z');

  // A use counts until its minute has left the hour.
  test.each<[string, Partial<Limit>, ReturnType<typeof after>, bigint, string | null]>([
    ['the first of two uses', { ceiling: 2n }, after({ 0: 1n, 10: 1n }), 1n, '13:01'],
    ['both, of a limit that was lowered', { ceiling: 1n }, after({ 0: 1n, 10: 1n }), 1n, '13:11'],
    [
      'as much money as there is asked for',
      { ceiling: 1_000n },
      after({ 0: 300n, 10: 300n, 20: 400n }),
      301n,
      '13:11',
    ],
    ['exactly as much', { ceiling: 1_000n }, after({ 0: 300n, 10: 300n, 20: 400n }), 300n, '13:01'],
    [
      'less, where it may be run over',
      { ceiling: 1_000n, overrun: 1n },
      after({ 0: 300n, 20: 700n }),
      301n,
      '13:01',
    ],
    ['all of it', { ceiling: 1_000n }, after({ 0: 300n, 10: 300n, 20: 400n }), 1_000n, '13:21'],
    ['more than there ever is', { ceiling: 1_000n }, after({ 0: 300n }), 1_001n, null],
    ['more than nothing of nothing', { ceiling: 0n }, after({}), 1n, null],
  ])('of a rolling hour: when what was used first has left it, %s', (_, given, counter, amount, expected) => {
    const limit = limitNamed('one', { window: hour, ...given });
    const from = roomFrom(limit, counter, amount, half);

    expect(from).toEqual(expected && new Date(`2026-03-02T${expected}:00.000Z`));
  });

  test('less is used when the first of it leaves a rolling window, or another begins anew', () => {
    const used = after({ 10: 2n, 5: 1n });
    const until = (window: Limit['window'], counter = used) => resetOf({ window }, counter, half);

    expect(until(hour)).toEqual(new Date('2026-03-02T13:06:00.000Z'));
    expect(until(hour, after({}))).toBe(null);
    expect(until({ kind: 'DAY', zone: 'UTC' })).toEqual(new Date('2026-03-03T00:00:00.000Z'));
    expect(until({ kind: 'LIFETIME' })).toBe(null);
  });

  test('what is used stands later as it would if nobody used anything', () => {
    const used = after({ 5: 1n, 10: 2n });
    const usedAt = (window: Limit['window'], time: string) =>
      countedLater({ window }, used, half, new Date(`2026-03-${time}:00.000Z`)).used;

    expect(usedAt(hour, '02T13:05')).toBe(3n);
    expect(usedAt(hour, '02T13:06')).toBe(2n);
    expect(usedAt(hour, '02T13:11')).toBe(0n);
    expect(usedAt({ kind: 'DAY', zone: 'UTC' }, '02T23:59')).toBe(3n);
    expect(usedAt({ kind: 'DAY', zone: 'UTC' }, '03T00:00')).toBe(0n);
    expect(usedAt({ kind: 'LIFETIME' }, '03T00:00')).toBe(3n);
  });
});

describe('whatever is used when', () => {
  const seconds = fc.oneof(fc.integer({ min: 60, max: 600 }), fc.integer({ min: 60, max: 366 * 86_400 }));
  const uses = fc.array(
    fc.record({ pause: fc.double({ min: 0, max: 0.3, noNaN: true }), amount: fc.bigInt(1n, 5n) }),
    {
      maxLength: 80,
    },
  );

  test('a rolling window lets no more pass within any span of its length than its ceiling, and frees what is used a sixtieth later at the latest', () => {
    fc.assert(
      fc.property(seconds, fc.bigInt(1n, 12n), uses, (seconds, ceiling, uses) => {
        const length = seconds * 1_000;
        const limit = limitNamed('one', { window: { kind: 'ROLLING', seconds }, ceiling });
        let counter = emptyCounter(limit, counterOf(limit, use));
        let now = at.getTime();
        const passed: { at: number; amount: bigint }[] = [];
        const sum = (from: number) =>
          passed.reduce((sum, one) => (one.at > from ? sum + one.amount : sum), 0n);

        for (const { pause, amount } of uses) {
          now += Math.round(pause * length);
          counter = countedAt(limit, counter, new Date(now));
          // What counts lies between what was used in the window and what was used in one that is a sixtieth longer.
          expect(counter.used).toBeGreaterThanOrEqual(sum(now - length));
          expect(counter.used).toBeLessThanOrEqual(sum(now - length - Math.max(1_000, length / 60)));
          if (overrunOf(limit, counter.used, amount) === null) continue;
          counter = counted(limit, counter, amount, new Date(now));
          passed.push({ at: now, amount });
          expect(sum(now - length)).toBeLessThanOrEqual(ceiling);
          expect(Object.keys(counter.steps!).length).toBeLessThanOrEqual(121);
        }
      }),
    );
  });
});

test('whatever was used when, and however much is asked, there is room at the instant that is told and not a millisecond before', () => {
  const uses = fc.array(fc.record({ second: fc.integer({ min: 0, max: 600 }), amount: fc.bigInt(1n, 5n) }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 600 }),
      fc.bigInt(0n, 12n),
      fc.bigInt(0n, 3n),
      fc.bigInt(1n, 8n),
      uses,
      (seconds, ceiling, overrun, asked, uses) => {
        const limit = limitNamed('one', { window: { kind: 'ROLLING', seconds }, ceiling, overrun });
        const now = new Date(at.getTime() + 600_000);
        const all = uses.reduce(
          (counter, { second, amount }) =>
            counted(limit, counter, amount, new Date(at.getTime() + second * 1_000)),
          emptyCounter(limit, counterOf(limit, use)),
        );
        const counter = countedAt(limit, all, now);
        const isRefusedAt = (instant: number) =>
          overrunOf(limit, countedAt(limit, counter, new Date(instant)).used, asked) === null;
        if (!isRefusedAt(now.getTime())) return;
        const from = roomFrom(limit, counter, asked, now);

        expect(from === null).toBe(asked > ceiling + overrun);
        if (!from) return;
        expect(from.getTime()).toBeGreaterThan(now.getTime());
        expect([isRefusedAt(from.getTime() - 1), isRefusedAt(from.getTime())]).toEqual([true, false]);
      },
    ),
  );
});

describe('what is counted apart for one', () => {
  const rolling = limitNamed('limit', {
    per: { kind: 'CUSTOMER' },
    window: { kind: 'ROLLING', seconds: 3_600 },
  });
  const lifetime = limitNamed('limit', { per: { kind: 'CUSTOMER' } });
  const key = counterOf(rolling, use);
  const under = (name: string, used: bigint, steps: Record<string, bigint> | null = null) => ({
    ...{ ...key, key: name, used, steps },
  });

  test('is added up, step by step where a window rolls, and nothing of it is changed', () => {
    const counters = [
      under('id:u1', 5n, { '60': 2n, '120': 3n }),
      under('id:u2', 5n, { '120': 4n, '180': 1n }),
    ];

    expect(addedUp(rolling, key, counters)).toEqual(under('id:u1', 10n, { '60': 2n, '120': 7n, '180': 1n }));
    expect(counters[0]!.steps).toEqual({ '60': 2n, '120': 3n });
    expect(addedUp(lifetime, key, [under('id:u2', 2n), under('email:u', 1n)])).toEqual(under('id:u1', 3n));
  });

  test('is nothing where nothing is counted', () => {
    expect(addedUp(rolling, key, [])).toEqual(emptyCounter(rolling, key));
  });
});
