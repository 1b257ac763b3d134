import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { zoneNamed } from '../../src/lib/zone.js';
import { spanAt, startsBetween, type ClockWindow } from '../../src/limits/window.js';
import { openDatabase } from '../../src/platform/database.js';
import { createTestDatabase } from '../testkit/database.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 1, onError: () => undefined });
afterAll(() => database.close());

type Kind = ClockWindow['kind'];
const kinds: Kind[] = ['HOUR', 'DAY', 'WEEK', 'MONTH'];

const shown = ({ from, until }: { from: Date; until: Date }) =>
  [from, until].map((instant) => instant.toISOString().replace(':00.000Z', 'Z'));

describe('the span that an instant lies in', () => {
  test.each<[string, Kind, string, string, string, string]>([
    ['a plain hour', 'HOUR', 'UTC', '2026-03-02T12:34:56.789Z', '2026-03-02T12:00Z', '2026-03-02T13:00Z'],
    [
      'its first millisecond',
      'HOUR',
      'UTC',
      '2026-03-02T12:00:00Z',
      '2026-03-02T12:00Z',
      '2026-03-02T13:00Z',
    ],
    [
      'its last millisecond',
      'HOUR',
      'UTC',
      '2026-03-02T12:59:59.999Z',
      '2026-03-02T12:00Z',
      '2026-03-02T13:00Z',
    ],
    [
      'half an hour off',
      'HOUR',
      'Asia/Kolkata',
      '2026-03-02T12:29:00Z',
      '2026-03-02T11:30Z',
      '2026-03-02T12:30Z',
    ],
    [
      '45 minutes off',
      'HOUR',
      'Asia/Kathmandu',
      '2026-03-02T12:14:00Z',
      '2026-03-02T11:15Z',
      '2026-03-02T12:15Z',
    ],
    [
      'the hour before clocks go forward',
      'HOUR',
      'Europe/London',
      '2026-03-29T00:59:00Z',
      '2026-03-29T00:00Z',
      '2026-03-29T01:00Z',
    ],
    [
      'the hour after',
      'HOUR',
      'Europe/London',
      '2026-03-29T01:00:00Z',
      '2026-03-29T01:00Z',
      '2026-03-29T02:00Z',
    ],
    [
      'the hour that is had twice, at first',
      'HOUR',
      'Europe/London',
      '2026-10-25T00:30:00Z',
      '2026-10-25T00:00Z',
      '2026-10-25T01:00Z',
    ],
    [
      'the hour that is had twice, again',
      'HOUR',
      'Europe/London',
      '2026-10-25T01:30:00Z',
      '2026-10-25T01:00Z',
      '2026-10-25T02:00Z',
    ],
    [
      'before half an hour is had twice',
      'HOUR',
      'Australia/Lord_Howe',
      '2026-04-04T14:50:00Z',
      '2026-04-04T14:00Z',
      '2026-04-04T15:00Z',
    ],
    [
      'half an hour that is had twice',
      'HOUR',
      'Australia/Lord_Howe',
      '2026-04-04T15:10:00Z',
      '2026-04-04T15:00Z',
      '2026-04-04T15:30Z',
    ],
    [
      'after that half hour',
      'HOUR',
      'Australia/Lord_Howe',
      '2026-04-04T15:40:00Z',
      '2026-04-04T15:30Z',
      '2026-04-04T16:30Z',
    ],
    [
      'before half an hour is left out',
      'HOUR',
      'Australia/Lord_Howe',
      '2026-10-03T15:10:00Z',
      '2026-10-03T14:30Z',
      '2026-10-03T15:30Z',
    ],
    [
      'half an hour that is left',
      'HOUR',
      'Australia/Lord_Howe',
      '2026-10-03T15:40:00Z',
      '2026-10-03T15:30Z',
      '2026-10-03T16:00Z',
    ],
    ['a plain day', 'DAY', 'Europe/London', '2026-07-01T12:00:00Z', '2026-06-30T23:00Z', '2026-07-01T23:00Z'],
    [
      'a day of 23 hours',
      'DAY',
      'Europe/London',
      '2026-03-29T12:00:00Z',
      '2026-03-29T00:00Z',
      '2026-03-29T23:00Z',
    ],
    [
      'a day of 25 hours',
      'DAY',
      'Europe/London',
      '2026-10-25T12:00:00Z',
      '2026-10-24T23:00Z',
      '2026-10-26T00:00Z',
    ],
    [
      'a day that begins at one',
      'DAY',
      'America/Sao_Paulo',
      '2018-11-04T12:00:00Z',
      '2018-11-04T03:00Z',
      '2018-11-05T02:00Z',
    ],
    [
      'the day before it',
      'DAY',
      'America/Sao_Paulo',
      '2018-11-04T02:59:59.999Z',
      '2018-11-03T03:00Z',
      '2018-11-04T03:00Z',
    ],
    [
      'a day that begins at one',
      'DAY',
      'Africa/Cairo',
      '2026-04-24T12:00:00Z',
      '2026-04-23T22:00Z',
      '2026-04-24T21:00Z',
    ],
    [
      'a day that begins at one',
      'DAY',
      'Asia/Beirut',
      '2026-03-29T12:00:00Z',
      '2026-03-28T22:00Z',
      '2026-03-29T21:00Z',
    ],
    [
      'a day that ends twice',
      'DAY',
      'Asia/Beirut',
      '2026-10-24T21:30:00Z',
      '2026-10-23T21:00Z',
      '2026-10-24T22:00Z',
    ],
    [
      'yesterday shown once more',
      'DAY',
      'America/St_Johns',
      '2010-11-07T02:45:00Z',
      '2010-11-07T02:30Z',
      '2010-11-08T03:30Z',
    ],
    [
      'the day before one that never was',
      'DAY',
      'Pacific/Apia',
      '2011-12-30T09:59:00Z',
      '2011-12-29T10:00Z',
      '2011-12-30T10:00Z',
    ],
    [
      'the day after one that never was',
      'DAY',
      'Pacific/Apia',
      '2011-12-30T10:00:00Z',
      '2011-12-30T10:00Z',
      '2011-12-31T10:00Z',
    ],
    ['a Monday', 'WEEK', 'UTC', '2026-03-02T00:00:00Z', '2026-03-02T00:00Z', '2026-03-09T00:00Z'],
    ['a Sunday', 'WEEK', 'UTC', '2026-03-01T23:59:59.999Z', '2026-02-23T00:00Z', '2026-03-02T00:00Z'],
    [
      'a week of 167 hours',
      'WEEK',
      'Asia/Beirut',
      '2026-03-29T12:00:00Z',
      '2026-03-22T22:00Z',
      '2026-03-29T21:00Z',
    ],
    [
      'a week over New Year',
      'WEEK',
      'Pacific/Auckland',
      '2026-01-01T00:00:00Z',
      '2025-12-28T11:00Z',
      '2026-01-04T11:00Z',
    ],
    ['February', 'MONTH', 'UTC', '2024-02-29T23:59:59.999Z', '2024-02-01T00:00Z', '2024-03-01T00:00Z'],
    [
      'March in London',
      'MONTH',
      'Europe/London',
      '2026-03-31T22:59:59Z',
      '2026-03-01T00:00Z',
      '2026-03-31T23:00Z',
    ],
    [
      'a month that began yesterday elsewhere',
      'MONTH',
      'Pacific/Auckland',
      '2026-06-30T12:00:00Z',
      '2026-06-30T12:00Z',
      '2026-07-31T12:00Z',
    ],
  ])('%s (%s, %s) at %s', (_, kind, zone, at, from, until) => {
    expect(shown(spanAt({ kind, zone }, new Date(at)))).toEqual([from, until]);
  });
});

const zones = (
  'UTC Europe/London Europe/Berlin America/New_York America/Sao_Paulo America/Havana America/Nuuk America/St_Johns ' +
  'America/Caracas Africa/Cairo Africa/Casablanca Asia/Beirut Asia/Tehran Asia/Gaza Asia/Kathmandu Asia/Kolkata ' +
  'Asia/Pyongyang Australia/Adelaide Australia/Lord_Howe Pacific/Apia Pacific/Chatham Antarctica/Troll'
).split(' ');
const [begin, end] = [Date.UTC(2018, 0), Date.UTC(2028, 0)];
const window = fc.record({ kind: fc.constantFrom(...kinds), zone: fc.constantFrom(...zones) });
const instant = fc.integer({ min: begin, max: end }).map((milliseconds) => new Date(milliseconds));

test('spans hold the instant that was asked for, and follow each other without gap or overlap', () => {
  fc.assert(
    fc.property(window, instant, (window, at) => {
      const span = spanAt(window, at);
      expect(span.from.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(at.getTime()).toBeLessThan(span.until.getTime());
      expect(spanAt(window, span.from)).toEqual(span);
      expect(spanAt(window, new Date(span.until.getTime() - 1))).toEqual(span);
      expect(spanAt(window, span.until).from).toEqual(span.until);
      expect(spanAt(window, new Date(span.from.getTime() - 1)).until).toEqual(span.from);
    }),
    { numRuns: 2_000 },
  );
});

test('the starts between two instants are those of all spans from one to the other', () => {
  fc.assert(
    fc.property(
      window,
      instant,
      fc.integer({ min: 0, max: 60 * 24 * 3_600_000 }),
      (window, first, length) => {
        const last = new Date(first.getTime() + length);
        const expected = [];
        for (let span = spanAt(window, first); ; span = spanAt(window, span.until)) {
          expected.push(span.from);
          if (span.until > last) break;
        }
        expect(startsBetween(window, first, last)).toEqual(expected);
      },
    ),
    { numRuns: 40 },
  );
});

/** When the clocks of a zone are put, give or take an hour. */
function changesOf(zone: string): number[] {
  const found = [];
  for (let at = begin; at < end; at += 86_400_000) {
    const { from, until } = spanAt({ kind: 'DAY', zone }, new Date(at));
    const length = until.getTime() - from.getTime();
    if (length !== 86_400_000)
      for (let hour = -2; hour < 28; hour += 0.5) found.push(from.getTime() + hour * 3_600_000);
  }
  return found;
}

// PostgreSQL works it out in another way and from another table, and where midnight comes twice it begins the day with
// the second, not with the first. Its hours overlap where clocks are put by half an hour.
const twoMidnights = ['America/Havana', 'Asia/Gaza'];
const halfHours = ['Australia/Lord_Howe', 'Asia/Pyongyang'];
const comparable = zones.filter((zone) => !twoMidnights.includes(zone));
test.each(comparable)('PostgreSQL begins days, weeks, months and hours of %s when we do', async (zone) => {
  const random = fc.sample(instant, { numRuns: 500, seed: 7 }).map((at) => at.getTime());
  const instants = [...random, ...changesOf(zone)].map((at) => new Date(at));
  for (const kind of kinds.filter((kind) => kind !== 'HOUR' || !halfHours.includes(zone))) {
    const rows = await database.prisma.$queryRaw<{ from: Date }[]>`
      SELECT date_trunc(${kind.toLowerCase()}, at, ${zone}) AS from
      FROM unnest(${instants.map((at) => at.toISOString())}::timestamptz[]) WITH ORDINALITY AS asked (at, place)
      ORDER BY place`;

    const differing = instants
      .map((at, place) =>
        [at, spanAt({ kind, zone }, at).from, rows[place]!.from].map((one) => one.toISOString()),
      )
      .filter(([, ours, theirs]) => ours !== theirs);
    expect(differing).toEqual([]);
  }
});

test.each([
  ['UTC', 'UTC'],
  ['Europe/London', 'Europe/London'],
  ['europe/LONDON', 'Europe/London'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Port-au-Prince', 'America/Port-au-Prince'],
  ['etc/gmt+5', 'Etc/GMT+5'],
  ['', null],
  ['London', null],
  ['Europe/Atlantis', null],
  ['+01:00', null],
  ['EST', null],
  ['Europe/London ', null],
  ['Europe/London\n', null],
])('%j is the zone %s', (name, expected) => {
  expect(zoneNamed(name)).toBe(expected);
});
