import { readZone } from './companion-input.js';
import type { Clause } from './core.js';
import { fieldsOf, refuse, said, type Path, type Reading } from './reading.js';
import { maxMinutes, problemOfRule } from './recurrence.js';
import { suggestion } from './suggestion.js';
import { readers, shown } from './values.js';

const maxRecurrences = 10;

const recurrenceNames = ['zone', 'start', 'rule', 'minutes'];

export function readRecurrence(reading: Reading, sent: unknown, path: Path): Clause | undefined {
  const given = fieldsOf(sent);
  if (!given) return refuse(reading, path, `Expected a recurrence, but got ${shown(sent)}.`);
  for (const name of said(given)) {
    if (!recurrenceNames.includes(name))
      refuse(
        reading,
        [...path, name],
        `\`recurrence\` has no \`${name.slice(0, 60)}\`.${suggestion(name, recurrenceNames)}`,
      );
  }
  reading.recurrences += 1;
  if (reading.recurrences > maxRecurrences)
    return refuse(reading, path, `Expected up to ${maxRecurrences} recurrences in all.`);
  const zone = readZone(reading, given['zone'], [...path, 'zone']);
  const { start, rule, minutes } = given;
  const at = typeof start === 'string' ? localStart(start) : null;
  if (at === null)
    refuse(
      reading,
      [...path, 'start'],
      'Expected a date and time of day without an offset, such as "2026-03-06T18:00:00".',
    );
  if (typeof rule !== 'string')
    refuse(reading, [...path, 'rule'], `Expected a text, but got ${shown(rule)}.`);
  if (typeof minutes !== 'number' || !Number.isInteger(minutes) || minutes < 1 || minutes > maxMinutes)
    return refuse(reading, [...path, 'minutes'], `Expected a whole number from 1 to ${maxMinutes}.`);
  if (zone === undefined || at === null || typeof rule !== 'string') return undefined;
  const problem = problemOfRule(rule, at, zone);
  if (problem !== null) return refuse(reading, [...path, 'rule'], problem);
  return { kind: 'RECURRENCE', fact: 'recurrence', zone, start: at, rule, minutes };
}

/** With seconds, as it is kept; null if it is no date and time of day from 1970 on. */
function localStart(text: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?$/.exec(text);
  if (!match) return null;
  const [, date = '', time = '', seconds = ':00'] = match;
  const isReal =
    'value' in readers.DATE(date) && 'value' in readers.TIME(`${time}${seconds}`) && date >= '1970';
  return isReal ? `${date}T${time}${seconds}` : null;
}
