import type { Change, WaitUntil } from './change.js';
import { testOfClause } from './clause-test.js';
import type { Condition, LocalClause, RecurrenceClause } from './core.js';
import { clockAt, dateOfDay, textOfTime, weekdays } from './local.js';
import { Seen } from './seen.js';
import type { Situation } from './situation.js';

// A moment to wait for, as the clocks show it by which it was chosen.

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Where nothing names a zone. */
const anyZone = 'UTC';

export const zoneOf = ({ zone }: WaitUntil): string => zone ?? anyZone;

/** `2026-03-28T18:00`, with seconds and their parts if there are any. */
export function localTimeOf(wait: WaitUntil): string {
  const { date, timeOfDay } = clockAt(zoneOf(wait), wait.at.getTime());
  return `${dateOfDay(date)}T${textOfTime(timeOfDay)}`;
}

/** `Saturday 28 March 2026, 18:00 (Europe/London)` */
export function textOfMoment(wait: WaitUntil): string {
  const { date, timeOfDay, weekday } = clockAt(zoneOf(wait), wait.at.getTime());
  const name = weekdays[weekday - 1]!;
  const [year, month, day] = dateOfDay(date).split('-').map(Number);
  const moment = `${name[0]}${name.slice(1).toLowerCase()} ${day} ${months[month! - 1]} ${year}`;
  return `${moment}, ${textOfTime(timeOfDay)} (${zoneOf(wait)})`;
}

/** Says of a wait by which clocks people tell the moment, unless that is known: those of a zone, if there is one. */
export const inZone = (changes: readonly Change[], zone: string | undefined): readonly Change[] =>
  zone === undefined
    ? changes
    : changes.map((change) => (change.kind === 'WAIT_UNTIL' ? { zone, ...change } : change));

/** The same, by the zone that a condition names: of several, that of a clause that turns at the moment. */
export function inZoneOf(
  condition: Condition,
  situation: Situation,
  changes: readonly Change[],
): readonly Change[] {
  const wait = changes.find((change) => change.kind === 'WAIT_UNTIL');
  if (!wait) return changes;
  const clauses = zonedClauses(condition);
  const zones = new Set(clauses.map(({ zone }) => zone));
  const at = wait.at.getTime();
  const before = new Seen({ ...situation, now: new Date(at - 1) });
  const after = new Seen({ ...situation, now: wait.at });
  const turns = (clause: LocalClause | RecurrenceClause) => {
    const test = testOfClause(clause);
    return test(before) !== test(after);
  };
  const turning = zones.size > 1 ? clauses.find(turns) : undefined;
  return inZone(changes, (turning ?? clauses[0])?.zone);
}

function zonedClauses(condition: Condition): (LocalClause | RecurrenceClause)[] {
  switch (condition.kind) {
    case 'ALL':
    case 'ANY':
      return condition.of.flatMap(zonedClauses);
    case 'NOT':
      return zonedClauses(condition.of);
    case 'LOCAL':
    case 'RECURRENCE':
      return [condition];
    default:
      return [];
  }
}
