import { describe, expect, test } from 'vitest';
import type { Change, WaitUntil } from '../../src/conditions/change.js';
import { changesFor } from '../../src/conditions/hints.js';
import { inZone, localTimeOf, textOfMoment, zoneOf } from '../../src/conditions/moment.js';
import { parsed } from './parsed.js';
import { situationOf } from './situation.js';

const wait = (at: string, zone?: string): WaitUntil => ({
  kind: 'WAIT_UNTIL',
  at: new Date(at),
  ...(zone !== undefined && { zone }),
});

describe('a moment to wait for', () => {
  test.each<[string, string | undefined, string, string]>([
    [
      '2026-03-28T18:00:00Z',
      'Europe/London',
      '2026-03-28T18:00',
      'Saturday 28 March 2026, 18:00 (Europe/London)',
    ],
    // A day later the clocks are put forward.
    [
      '2026-03-29T17:00:00Z',
      'Europe/London',
      '2026-03-29T18:00',
      'Sunday 29 March 2026, 18:00 (Europe/London)',
    ],
    // Midnight in Berlin is still the day before for UTC, and for London another year.
    [
      '2026-12-31T23:00:00Z',
      'Europe/Berlin',
      '2027-01-01T00:00',
      'Friday 1 January 2027, 00:00 (Europe/Berlin)',
    ],
    ['2026-06-01T00:00:30Z', undefined, '2026-06-01T00:00:30', 'Monday 1 June 2026, 00:00:30 (UTC)'],
    ['2026-06-01T00:00:00.250Z', 'UTC', '2026-06-01T00:00:00.250', 'Monday 1 June 2026, 00:00:00.250 (UTC)'],
  ])('%s by the clocks of %s is %s', (at, zone, localTime, text) => {
    const moment = wait(at, zone);

    expect([localTimeOf(moment), textOfMoment(moment), zoneOf(moment)]).toEqual([
      localTime,
      text,
      zone ?? 'UTC',
    ]);
  });
});

describe('the zone of a wait', () => {
  const friday = situationOf({ now: new Date('2026-03-06T12:00:00Z') });
  const evening = { timeOfDay: { zone: 'Europe/London', gte: '18:00' } };
  const sunday = { weekday: { zone: 'Asia/Tokyo', eq: 'SUNDAY' } };

  test.each<[string, unknown, [string, string] | null]>([
    ['a clause names', evening, ['2026-03-06T18:00', 'Europe/London']],
    [
      'a clause names that must not hold',
      { not: { date: { zone: 'Asia/Tokyo', lte: '2026-03-07' } } },
      ['2026-03-08T00:00', 'Asia/Tokyo'],
    ],
    [
      'a recurrence names',
      {
        recurrence: { zone: 'America/New_York', start: '2026-03-01T09:00', rule: 'FREQ=WEEKLY', minutes: 60 },
      },
      ['2026-03-08T09:00', 'America/New_York'],
    ],
    // In Tokyo it is Sunday from 15:00 UTC on the day before, when it is afternoon in London.
    ['that clause names that turns last', { all: [sunday, evening] }, ['2026-03-07T18:00', 'Europe/London']],
    [
      'the other clause names',
      { all: [{ timeOfDay: { zone: 'Europe/London', gte: '06:00' } }, sunday] },
      ['2026-03-08T00:00', 'Asia/Tokyo'],
    ],
    [
      'another clause names, if the instant has none',
      { all: [{ now: { gte: '2026-03-06T19:30:00Z' } }, evening] },
      ['2026-03-06T19:30', 'Europe/London'],
    ],
    ['nobody names', { now: { gte: '2026-03-07T00:00:00Z' } }, ['2026-03-07T00:00', 'UTC']],
  ])('is the one that %s', (_, condition, expected) => {
    const changes = changesFor(parsed(condition), friday);
    const [change] = changes ?? [];

    expect(changes).toHaveLength(1);
    expect(change?.kind === 'WAIT_UNTIL' ? [localTimeOf(change), zoneOf(change)] : change).toEqual(expected);
  });

  test.each<[unknown, string | null]>([
    [{ now: { gte: '9999-12-30T23:59:59Z' } }, '9999-12-30T23:59:59.000Z'],
    [{ now: { gt: '9999-12-31T23:59:59.999Z' } }, null],
    [{ date: { zone: 'Pacific/Kiritimati', gt: '9999-12-31' } }, null],
  ])('%j is waited for within the calendar only', (condition, expected) => {
    const [change] = changesFor(parsed(condition), friday) ?? [];
    expect(change?.kind === 'WAIT_UNTIL' ? change.at.toISOString() : null).toBe(expected);
  });

  test('when a limit names one as well, then that of the rule stays', () => {
    const changes: Change[] = [wait('2026-03-07T00:00:00Z', 'Europe/London')];

    expect(inZone(changes, 'Asia/Tokyo')).toEqual(changes);
    expect(inZone([wait('2026-03-07T00:00:00Z')], 'Asia/Tokyo')).toEqual([
      wait('2026-03-07T00:00:00Z', 'Asia/Tokyo'),
    ]);
  });
});
