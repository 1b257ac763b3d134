import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockAt, dateOfDay } from '../../src/conditions/local.js';
import { dayIn, zoneNamed } from '../../src/lib/zone.js';

describe('a day by the clocks of a zone', () => {
  test.each([
    ['UTC', '2026-12-24', '2026-12-24T00:00:00.000Z', '2026-12-25T00:00:00.000Z', 24],
    ['Europe/London', '2026-12-24', '2026-12-24T00:00:00.000Z', '2026-12-25T00:00:00.000Z', 24],
    ['Europe/London', '2026-07-01', '2026-06-30T23:00:00.000Z', '2026-07-01T23:00:00.000Z', 24],
    ['Asia/Tokyo', '2026-12-24', '2026-12-23T15:00:00.000Z', '2026-12-24T15:00:00.000Z', 24],
    // Clocks go forward, and back.
    ['Europe/London', '2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z', 23],
    ['Europe/London', '2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z', 25],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', '2026-10-04T13:00:00.000Z', 23.5],
    // No midnight: they go from 00:00 to 01:00.
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z', 23],
    // Midnight is the end of an hour that is told twice.
    ['America/Santiago', '2026-04-04', '2026-04-04T03:00:00.000Z', '2026-04-05T04:00:00.000Z', 25],
    // Midnight twice: the day begins with the first.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z', 25],
    // A day that Samoa left out.
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z', '2011-12-30T10:00:00.000Z', 24],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', '2011-12-30T10:00:00.000Z', 0],
    ['Europe/London', '2028-02-29', '2028-02-29T00:00:00.000Z', '2028-03-01T00:00:00.000Z', 24],
  ])('in %s %s is from %s until %s: %f hours', (zone, date, from, until, hours) => {
    const day = dayIn(zone, date)!;

    expect(day).toEqual({ from: new Date(from), until: new Date(until) });
    expect((day.until.getTime() - day.from.getTime()) / 3_600_000).toBe(hours);
  });

  test('it is what clauses on dates take for that day', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/London',
      'America/Santiago',
      'America/Havana',
      'Asia/Beirut',
    );
    fc.assert(
      fc.property(zones, fc.integer({ min: 20_000, max: 25_000 }), (zone, number) => {
        const { from, until } = dayIn(zone, dateOfDay(number))!;

        const shown = [from.getTime() - 1, from.getTime(), until.getTime() - 1, until.getTime()];
        expect(shown.map((at) => clockAt(zone, at).date)).toEqual([number - 1, number, number, number + 1]);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '24.12.2026', '2026-12-24T00:00', '', '+002026-12-24'])(
    '%o is none',
    (text) => expect(dayIn('Europe/London', text)).toBeNull(),
  );
});

test.each([
  ['europe/london', 'Europe/London'],
  ['UTC', 'UTC'],
  ['+01:00', null],
  ['GMT', null],
  ['Europe/Londn', null],
  [`Europe/${'x'.repeat(100)}`, null],
])('the zone %o is %o', (name, zone) => expect(zoneNamed(name)).toBe(zone));
