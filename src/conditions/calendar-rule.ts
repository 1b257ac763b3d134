import { distinct } from '../lib/distinct.js';
import { dayLength } from './local.js';

/** A rule of RFC 5545, read: which days it falls on, and at which times of day. Lists are empty if not said. */
export interface CalendarRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** Milliseconds of the epoch: the last moment at which an occurrence may begin. */
  readonly until: number | null;
  /** What weeks begin with: 1 (Monday) to 7. */
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly RuleWeekday[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly positions: readonly number[];
}

type Frequency = (typeof frequencies)[number];

/** A weekday, 1 (Monday) to 7, and which of them it is to be: -1 is the last. Each of them if there is no number. */
interface RuleWeekday {
  readonly weekday: number;
  readonly ordinal: number | null;
}

// What a calendar needs, and no more: hours, minutes and seconds as frequencies would be millions of occurrences.
const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'] as const;
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** By the part: the numbers that it may list, and whether they may be counted from the end, as negative ones. */
const numberParts = {
  BYMONTH: { from: 1, to: 12, fromTheEnd: false },
  BYWEEKNO: { from: 1, to: 53, fromTheEnd: true },
  BYYEARDAY: { from: 1, to: 366, fromTheEnd: true },
  BYMONTHDAY: { from: 1, to: 31, fromTheEnd: true },
  BYHOUR: { from: 0, to: 23, fromTheEnd: false },
  BYMINUTE: { from: 0, to: 59, fromTheEnd: false },
  BYSETPOS: { from: 1, to: 366, fromTheEnd: true },
} as const;

type NumberPart = keyof typeof numberParts;

const names = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', ...Object.keys(numberParts)];

const maxRule = 500;
const maxInterval = 999;
const maxCount = 99;
const maxTimesADay = 24;
const example = 'such as "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"';

/** Ends the reading of a rule with the sentence that says what is wrong with it. */
class Problem extends Error {}

/** The rule, or a sentence that says why it is none. */
export function readRule(text: string): CalendarRule | string {
  try {
    return ruleOf(partsOf(text));
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

type Parts = ReadonlyMap<string, string>;

function partsOf(text: string): Parts {
  if (text.length > maxRule) throw new Problem(`Expected up to ${maxRule} characters.`);
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [, name = '', value = ''] = /^([A-Z]+)=(.+)$/.exec(part) ?? [];
    if (!names.includes(name))
      throw new Problem(
        `Expected a rule of RFC 5545, ${example}, but its part "${part.slice(0, 60)}" is none.`,
      );
    if (parts.has(name)) throw new Problem('Expected each part of the rule once.');
    parts.set(name, value);
  }
  return parts;
}

function ruleOf(parts: Parts): CalendarRule {
  const frequency = frequencyOf(parts.get('FREQ'));
  const numbers = (name: NumberPart) => numbersOf(name, parts.get(name));
  const rule: CalendarRule = {
    frequency,
    interval: wholeOf('INTERVAL', parts.get('INTERVAL'), maxInterval) ?? 1,
    count: wholeOf('COUNT', parts.get('COUNT'), maxCount),
    until: untilOf(parts.get('UNTIL')),
    weekStart: weekStartOf(parts.get('WKST')),
    months: numbers('BYMONTH'),
    weeks: numbers('BYWEEKNO'),
    yearDays: numbers('BYYEARDAY'),
    monthDays: numbers('BYMONTHDAY'),
    weekdays: weekdaysOf(parts.get('BYDAY'), frequency === 'MONTHLY' ? 5 : 53),
    hours: numbers('BYHOUR'),
    minutes: numbers('BYMINUTE'),
    positions: numbers('BYSETPOS'),
  };
  const problem = problemTogether(rule, parts);
  if (problem !== null) throw new Problem(problem);
  return rule;
}

/** What parts of a rule may not be beside each other, as RFC 5545 has it; and what would be too much. */
function problemTogether(rule: CalendarRule, parts: Parts): string | null {
  const { frequency, weekdays, weeks } = rule;
  if (rule.count !== null && rule.until !== null)
    return 'Expected either COUNT or UNTIL, not both: a rule ends by the one or by the other.';
  for (const name of ['BYWEEKNO', 'BYYEARDAY'])
    if (parts.has(name) && frequency !== 'YEARLY') return `Expected FREQ=YEARLY with ${name}.`;
  if (parts.has('BYMONTHDAY') && frequency === 'WEEKLY')
    return 'Expected BYMONTHDAY with FREQ=YEARLY, MONTHLY or DAILY, not WEEKLY.';
  const isNumbered = weekdays.some(({ ordinal }) => ordinal !== null);
  if (isNumbered && (frequency === 'WEEKLY' || frequency === 'DAILY'))
    return 'Expected BYDAY with numbers, such as -1SU, only with FREQ=YEARLY or MONTHLY.';
  if (isNumbered && weeks.length > 0) return 'Expected BYDAY without numbers beside BYWEEKNO.';
  if (rule.positions.length > 0 && ![...parts.keys()].some((name) => /^BY(?!SETPOS)/.test(name)))
    return 'Expected BYSETPOS beside another part that it chooses from, such as BYDAY.';
  const timesADay = Math.max(1, rule.hours.length) * Math.max(1, rule.minutes.length);
  return timesADay > maxTimesADay
    ? `Expected up to ${maxTimesADay} times a day, but BYHOUR and BYMINUTE make ${timesADay}.`
    : null;
}

function frequencyOf(value: string | undefined): Frequency {
  if (value === undefined) throw new Problem(`Expected a rule of RFC 5545 with FREQ, ${example}.`);
  const frequency = frequencies.find((each) => each === value);
  if (!frequency) throw new Problem('Expected FREQ to be YEARLY, MONTHLY, WEEKLY or DAILY.');
  return frequency;
}

const quoted = (value: string): string => `"${value.slice(0, 60)}"`;

function wholeOf(name: string, value: string | undefined, max: number): number | null {
  if (value === undefined) return null;
  if (!/^[1-9]\d{0,2}$/.test(value) || Number(value) > max)
    throw new Problem(`Expected ${name} to be a whole number from 1 to ${max}, but got ${quoted(value)}.`);
  return Number(value);
}

function untilOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  const digits = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value)?.slice(1) ?? [];
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = digits;
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || new Date(instant).toISOString() !== text)
    throw new Problem(
      `Expected UNTIL to be a moment of UTC, such as 20261224T180000Z, but got ${quoted(value)}.`,
    );
  return instant;
}

function weekStartOf(value = 'MO'): number {
  const index = weekdayCodes.indexOf(value);
  if (index < 0) throw new Problem(`Expected WKST to be one of ${weekdayCodes.join(', ')}.`);
  return index + 1;
}

function numbersOf(name: NumberPart, value: string | undefined): readonly number[] {
  if (value === undefined) return [];
  const { from, to, fromTheEnd } = numberParts[name];
  const range = fromTheEnd ? `${from} to ${to} or -${to} to -${from}` : `${from} to ${to}`;
  const numbers = value.split(',').map((text) => {
    const number = /^[+-]?\d{1,3}$/.test(text) ? Number(text) : NaN;
    const size = fromTheEnd ? Math.abs(number) : number;
    if (!(from <= size && size <= to))
      throw new Problem(`Expected ${name} to list whole numbers from ${range}, but got ${quoted(text)}.`);
    return number;
  });
  return distinct(numbers);
}

function weekdaysOf(value: string | undefined, maxOrdinal: number): readonly RuleWeekday[] {
  if (value === undefined) return [];
  return value.split(',').map((text) => {
    const [, number = '', code = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
    const weekday = weekdayCodes.indexOf(code) + 1;
    const ordinal = number === '' ? null : Number(number);
    const isInRange = ordinal === null || (ordinal !== 0 && Math.abs(ordinal) <= maxOrdinal);
    if (weekday === 0 || !isInRange)
      throw new Problem(
        `Expected BYDAY to list ${weekdayCodes.join(', ')}, each with a number from 1 to ${maxOrdinal} or -${maxOrdinal} to -1 or none, but got ${quoted(text)}.`,
      );
    return { weekday, ordinal };
  });
}

/**
 * The rule with what it leaves open filled in from its first moment, as RFC 5545 has it: by the week on the same
 * weekday, by the month on the same day, by the year in the same month as well.
 */
export function filledFrom(rule: CalendarRule, start: Date): CalendarRule {
  const { frequency, months, weeks, yearDays, monthDays, weekdays } = rule;
  const filled = {
    ...rule,
    hours: rule.hours.length > 0 ? rule.hours : [start.getUTCHours()],
    minutes: rule.minutes.length > 0 ? rule.minutes : [start.getUTCMinutes()],
  };
  if (frequency === 'DAILY' || yearDays.length > 0 || monthDays.length > 0 || weekdays.length > 0)
    return filled;
  if (frequency === 'WEEKLY' || weeks.length > 0)
    return { ...filled, weekdays: [{ weekday: start.getUTCDay() || 7, ordinal: null }] };
  return {
    ...filled,
    monthDays: [start.getUTCDate()],
    months: frequency === 'YEARLY' && months.length === 0 ? [start.getUTCMonth() + 1] : months,
  };
}

/** The times of day of a rule that leaves none open, in milliseconds since midnight and in order. */
export const timesOf = ({ hours, minutes }: CalendarRule, seconds: number): number[] =>
  hours
    .flatMap((hour) => minutes.map((minute) => ((hour * 60 + minute) * 60 + seconds) * 1_000))
    .toSorted((a, b) => a - b);

/** The number of a day since 1970-01-01. */
export const dayOf = (shown: number): number => Math.floor(shown / dayLength);
