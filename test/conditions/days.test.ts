import { describe, expect, test } from 'vitest';
import { compile } from '../../src/conditions/compile.js';
import { changesFor } from '../../src/conditions/hints.js';
import { daysSince } from '../../src/conditions/seen.js';
import { parsed } from './parsed.js';
import { situationOf } from './situation.js';

const now = new Date('2026-03-06T12:00:00Z');
const day = 86_400_000;
const registered = (at: string) => {
  const asked = situationOf({ now });
  return { ...asked, profile: { ...asked.profile, registeredAt: new Date(at) } };
};

describe('days since an instant', () => {
  test.each<[string, number, number | null]>([
    ['a day ago', -day, 1],
    ['a millisecond less ago', -day + 1, 0],
    ['this moment', 0, 0],
    ['half a second ahead, by other clocks', 500, 0],
    ['a day ahead', day, 0],
    ['further ahead', day + 1, null],
  ])('%s', (_, ahead, expected) => {
    expect(daysSince(now.getTime() + ahead, now.getTime())).toBe(expected);
  });

  test.each<[string, unknown, string, boolean]>([
    ['who has just registered, by a clock ahead', { eq: 0 }, '2026-03-06T12:00:00.500Z', true],
    ['who will have by the year 2999', { lt: 1 }, '2999-01-01T00:00:00Z', false],
    ['and of whom it is not said', { exists: false }, '2999-01-01T00:00:00Z', true],
  ])('%s', (_, test, at, expected) => {
    const condition = parsed({ daysSinceRegistration: test });

    expect(compile(condition).test(registered(at))).toBe(expected);
  });

  test('are waited for', () => {
    const at = (instant: string, test: object) =>
      changesFor(parsed({ daysSinceRegistration: test }), registered(instant));
    const until = (instant: string) => [{ kind: 'WAIT_UNTIL', at: new Date(instant) }];

    expect(at('2026-03-06T12:00:00.500Z', { gte: 1 })).toEqual(until('2026-03-07T12:00:00.500Z'));
    expect(at('2026-03-10T00:00:00Z', { lt: 1 })).toEqual(until('2026-03-09T00:00:00Z'));
    expect(at('2026-03-10T00:00:00Z', { gte: 2 })).toEqual(until('2026-03-12T00:00:00Z'));
  });
});
