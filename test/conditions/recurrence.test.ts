import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { changesFor } from '../../src/conditions/hints.js';
import { maxMinutes, phasesOf, problemOfRule } from '../../src/conditions/recurrence.js';
import { parsed } from './parsed.js';
import { situationOf } from './situation.js';

const zone = 'Europe/London';
const day = 86_400_000;

const recurring = (rule: string, start: string, minutes = 1_440) => phasesOf({ zone, start, rule, minutes });
const holdsAt = (rule: string, start: string, at: string, minutes?: number): boolean =>
  recurring(rule, start, minutes)(Date.parse(at)).holds;

describe('a rule that is not taken', () => {
  const tooLong =
    'Expected all occurrences of COUNT to be within 10 years of the start; a rule that goes on for longer can end with UNTIL instead.';
  const hours = Array.from({ length: 23 }, (_, index) => index + 1).join(',');
  const minutes = Array.from({ length: 30 }, (_, index) => index + 1).join(',');

  test.each([
    ['FREQ=YEARLY;COUNT=99;INTERVAL=999', tooLong],
    ['FREQ=YEARLY;COUNT=12', tooLong],
    [
      'FREQ=DAILY;COUNT=3;UNTIL=20261224T180000Z',
      'Expected either COUNT or UNTIL, not both: a rule ends by the one or by the other.',
    ],
    ['FREQ=DAILY;COUNT=100', 'Expected COUNT to be a whole number from 1 to 99, but got "100".'],
    ['FREQ=DAILY;INTERVAL=0', 'Expected INTERVAL to be a whole number from 1 to 999, but got "0".'],
    [
      `FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=${hours};BYMINUTE=${minutes}`,
      'Expected up to 24 times a day, but BYHOUR and BYMINUTE make 690.',
    ],
    ['FREQ=DAILY;BYMONTH=13', 'Expected BYMONTH to list whole numbers from 1 to 12, but got "13".'],
    ['FREQ=DAILY;BYMONTH=-1', 'Expected BYMONTH to list whole numbers from 1 to 12, but got "-1".'],
    ['FREQ=DAILY;BYHOUR=99', 'Expected BYHOUR to list whole numbers from 0 to 23, but got "99".'],
    ['FREQ=DAILY;BYHOUR=10,ABC', 'Expected BYHOUR to list whole numbers from 0 to 23, but got "ABC".'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-40',
      'Expected BYMONTHDAY to list whole numbers from 1 to 31 or -31 to -1, but got "-40".',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=32',
      'Expected BYMONTHDAY to list whole numbers from 1 to 31 or -31 to -1, but got "32".',
    ],
    [
      'FREQ=YEARLY;BYWEEKNO=99',
      'Expected BYWEEKNO to list whole numbers from 1 to 53 or -53 to -1, but got "99".',
    ],
    ['FREQ=DAILY;BYWEEKNO=9', 'Expected FREQ=YEARLY with BYWEEKNO.'],
    ['FREQ=WEEKLY;BYMONTHDAY=9', 'Expected BYMONTHDAY with FREQ=YEARLY, MONTHLY or DAILY, not WEEKLY.'],
    ['FREQ=WEEKLY;BYDAY=1FR', 'Expected BYDAY with numbers, such as -1SU, only with FREQ=YEARLY or MONTHLY.'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'Expected BYSETPOS beside another part that it chooses from, such as BYDAY.'],
    [
      'FREQ=MONTHLY;BYDAY=6FR',
      'Expected BYDAY to list MO, TU, WE, TH, FR, SA, SU, each with a number from 1 to 5 or -5 to -1 or none, but got "6FR".',
    ],
    [
      'FREQ=DAILY;UNTIL=20261301T000000Z',
      'Expected UNTIL to be a moment of UTC, such as 20261224T180000Z, but got "20261301T000000Z".',
    ],
    [
      'FREQ=DAILY;UNTIL=20231231T000000Z',
      'Expected a rule that something falls under within 40 years of its start.',
    ],
    [
      'FREQ=DAILY;DAY=9',
      'Expected a rule of RFC 5545, such as "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", but its part "DAY=9" is none.',
    ],
    ['INTERVAL=2', 'Expected a rule of RFC 5545 with FREQ, such as "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR".'],
    ['FREQ=DAILY;FREQ=DAILY', 'Expected each part of the rule once.'],
  ])('%s', (rule, problem) => {
    expect(problemOfRule(rule, '2024-02-29T00:00:00', zone)).toBe(problem);
  });

  test.each(['FREQ=YEARLY;COUNT=99;INTERVAL=999', 'FREQ=DAILY;BYHOUR=99', 'nothing of the kind'])(
    'if it was saved all the same, never holds: %s',
    (rule) => {
      expect(holdsAt(rule, '2024-02-29T00:00:00', '2024-02-29T00:00:00Z')).toBe(false);
    },
  );
});

describe('a recurrence that falls seldom', () => {
  const leapDay = 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29';
  const threeChristmases = 'FREQ=DAILY;COUNT=3;BYMONTH=12;BYMONTHDAY=24';

  test.each<[string, string, string, boolean]>([
    [leapDay, '2024-02-29T00:00:00', '2028-02-29T10:00:00Z', true],
    [leapDay, '2024-02-29T00:00:00', '2028-03-01T00:00:00Z', false],
    [leapDay, '1972-02-29T00:00:00', '2096-02-29T10:00:00Z', true],
    [`${leapDay};BYDAY=SU`, '1976-02-29T00:00:00', '2032-02-29T10:00:00Z', true],
    [threeChristmases, '2024-12-24T00:00:00', '2026-12-24T23:59:59Z', true],
    [threeChristmases, '2024-12-24T00:00:00', '2027-12-24T12:00:00Z', false],
  ])('%s from %s: at %s, %s', (rule, start, at, expected) => {
    expect(problemOfRule(rule, start, zone)).toBeNull();
    expect(holdsAt(rule, start, at)).toBe(expected);
  });

  test('is waited for, up to where patience ends', () => {
    const recurrence = (minute: number) => ({
      recurrence: { zone, start: `2024-02-29T00:${minute}`, rule: `${leapDay};BYDAY=TH`, minutes: 1 },
    });
    const all = Array.from({ length: 10 }, (_, index) => recurrence(10 + index));
    expect(changesFor(parsed({ all }), situationOf())).toBeNull();
  });

  test('is waited for', () => {
    const given = { recurrence: { zone, start: '2024-02-29T00:00', rule: leapDay, minutes: 1_440 } };
    const asked = situationOf({ now: new Date('2096-03-01T00:00:00Z') });
    expect(changesFor(parsed(given), asked)).toEqual([
      { kind: 'WAIT_UNTIL', at: new Date('2104-02-29T00:00:00Z'), zone },
    ]);
  });
});

const chosen = (values: readonly (string | number)[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength }).map((list) => list.join(','));
const optional = (part: string, values: fc.Arbitrary<string | number>) =>
  fc.option(values, { freq: 2, nil: null }).map((value) => (value === null ? [] : [`${part}=${value}`]));
const ofAll = (...parts: fc.Arbitrary<string[]>[]) =>
  fc.tuple(...parts).map((lists) => lists.flat().join(';'));

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const months = optional('BYMONTH', chosen([1, 2, 3, 10, 12], 3));
const monthDays = optional('BYMONTHDAY', chosen([1, 13, 29, 31, -1], 3));
const everyPart = [
  optional('INTERVAL', fc.integer({ min: 1, max: 5 })),
  optional('BYHOUR', chosen([0, 1, 9, 23], 3)),
  optional('BYMINUTE', chosen([0, 30], 2)),
];
const rule = fc.oneof(
  ofAll(fc.constant(['FREQ=DAILY']), months, monthDays, optional('BYDAY', chosen(weekdays, 3)), ...everyPart),
  ofAll(
    fc.constant(['FREQ=WEEKLY']),
    months,
    optional('BYDAY', chosen(weekdays, 3)),
    optional('WKST', fc.constantFrom(...weekdays)),
    ...everyPart,
  ),
  ofAll(
    fc.constantFrom(['FREQ=MONTHLY'], ['FREQ=MONTHLY', 'BYDAY=MO,TU,WE,TH,FR', 'BYSETPOS=-1,2']),
    months,
    monthDays,
    ...everyPart,
  ),
  ofAll(
    fc.constantFrom(['FREQ=MONTHLY'], ['FREQ=YEARLY', 'BYMONTH=3,11'], ['FREQ=YEARLY']),
    optional('BYDAY', fc.oneof(chosen(['1MO', '-1SU', '2FR'], 2), chosen(['SA', 'TU'], 2))),
    ...everyPart,
  ),
  ofAll(fc.constant(['FREQ=YEARLY']), months, monthDays, ...everyPart),
  ofAll(fc.constant(['FREQ=YEARLY']), optional('BYYEARDAY', chosen([1, 60, 366, -1], 3)), ...everyPart),
);

describe('occurrences', () => {
  test('are those that another reader of RFC 5545 finds', () => {
    fc.assert(
      fc.property(
        rule,
        fc.constantFrom('2024-02-29T01:30:00', '2025-10-20T00:00:15', '2026-03-06T18:00:00'),
        fc.constantFrom('Europe/London', 'America/New_York', 'UTC'),
        fc.integer({ min: 0, max: 900 }),
        (text, start, zone, days) => {
          const from = Date.parse(`${start}Z`) + days * day;
          const before = from + 120 * day;
          const other = new RRuleTemporal({
            rruleString: `RRULE:${text}`,
            dtstart: Temporal.PlainDateTime.from(start).toZonedDateTime(zone),
            tzid: zone,
            maxIterations: 100_000,
            maxCandidateEvaluations: 1_000_000,
          });
          const expected = other
            .between(new Date(from), new Date(before), true)
            .map((at) => at.epochMilliseconds);
          const phaseAt = phasesOf({ zone, start, rule: text, minutes: 1 });
          const found: number[] = [];
          for (let at = from; at <= before;) {
            const phase = phaseAt(at);
            if (phase.holds) found.push(phase.from);
            at = phase.until;
          }
          expect(found.filter((at) => at >= from)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('hold to their last millisecond, however long they last', () => {
    const length = maxMinutes * 60_000;
    const phaseAt = recurring('FREQ=YEARLY', '2020-01-01T00:00:00', maxMinutes);
    const start = Date.parse('2026-01-01T00:00:00Z');
    expect([start - 1, start, start + length - 1, start + length].map((at) => phaseAt(at).holds)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
