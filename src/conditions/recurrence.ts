import { shownOf, type ShownOn } from './calendar-days.js';
import { dayOf, readRule, type CalendarRule } from './calendar-rule.js';
import type { RecurrenceClause } from './core.js';
import { dayLength, stretchAt } from './local.js';

/** Something that is so, or not so, from an instant on, up to and not at another; milliseconds of the epoch. */
export interface Phase {
  readonly holds: boolean;
  readonly from: number;
  readonly until: number;
}

type Recurrence = Pick<RecurrenceClause, 'zone' | 'start' | 'rule' | 'minutes'>;

export const maxMinutes = 31 * 24 * 60;

// A rule is refused if nothing falls under it for so long. The 29th of February is a given weekday at least that often.
const maxYearsToFirst = 40;
// To know which occurrence is the last of COUNT, all are looked for, day by day.
const maxYearsOfCount = 10;
// Of what is ahead so much is looked at in one go; whoever waits for longer asks again from there.
const daysAhead = 100;

const daysOfYears = (years: number): number => Math.ceil(years * 365.25);

/** Why a rule is not taken, in a sentence; null if it is. */
export function problemOfRule(text: string, start: string, zone: string): string | null {
  const rule = readRule(text);
  if (typeof rule === 'string') return rule;
  const occurrences = occurrencesOf(rule, start, zone);
  if (occurrences.first(occurrences.start, daysOfYears(maxYearsToFirst)) === null)
    return `Expected a rule that something falls under within ${maxYearsToFirst} years of its start.`;
  return rule.count !== null && occurrences.end === -Infinity
    ? `Expected all occurrences of COUNT to be within ${maxYearsOfCount} years of the start; a rule that goes on for longer can end with UNTIL instead.`
    : null;
}

/** Where the occurrences of a rule begin; milliseconds of the epoch. */
interface Occurrences {
  readonly start: number;
  /** None begins later; before everything if that could not be found out, so that there is none at all. */
  readonly end: number;
  /** The first at or after an instant, on its day or so many days later; null if there is none. */
  readonly first: (from: number, days: number) => number | null;
  /** The last at or before an instant and after another one; null if there is none. */
  readonly last: (at: number, after: number) => number | null;
}

function occurrencesOf(rule: CalendarRule, startText: string, zone: string): Occurrences {
  const startShown = Date.parse(`${startText}Z`);
  const shownOn = shownOf(rule, startShown);
  const until = rule.until ?? Infinity;
  // A start that the clocks skip has no instant: nothing is lost by beginning with its day.
  const start = instantOf(zone, startShown) ?? instantsAround(zone, startShown)[0];
  const unended = { zone, shownOn, startShown, start, end: until };
  const end = rule.count === null ? until : endOfCount(unended, rule.count);
  const ended = { ...unended, end };
  return {
    start,
    end,
    // To tell a rule that nothing falls under from one that falls too seldom, the first is looked for whatever the end is.
    first: (from, days) => firstFrom(end === -Infinity ? unended : ended, from, days),
    last: (at, after) => lastFrom(ended, at, after),
  };
}

interface Search {
  readonly zone: string;
  readonly shownOn: ShownOn;
  readonly startShown: number;
  readonly start: number;
  readonly end: number;
}

// Clocks show the day of UTC, or the one before or after: to look at all three spares asking for what clocks show.

function* forwards({ zone, shownOn, startShown }: Search, from: number, days: number): Generator<number> {
  const fromDay = dayOf(from);
  for (let day = fromDay - 1; day <= fromDay + days; day++) {
    for (const shown of shownOn(day)) {
      const instant = shown < startShown ? null : instantOf(zone, shown);
      if (instant !== null && instant >= from) yield instant;
    }
  }
}

function firstFrom(search: Search, from: number, days: number): number | null {
  for (const instant of forwards(search, Math.max(from, search.start), days))
    return instant <= search.end ? instant : null;
  return null;
}

function lastFrom({ zone, shownOn, startShown, end }: Search, at: number, after: number): number | null {
  if (at <= after || after >= end) return null;
  const earliest = dayOf(after) - 1;
  for (let day = dayOf(at) + 1; day >= earliest; day--) {
    for (const shown of shownOn(day).toReversed()) {
      if (shown < startShown) return null;
      const instant = instantOf(zone, shown);
      if (instant !== null && instant <= Math.min(at, end)) return instant > after ? instant : null;
    }
  }
  return null;
}

function endOfCount(search: Search, count: number): number {
  let counted = 0;
  for (const instant of forwards(search, search.start, daysOfYears(maxYearsOfCount))) {
    counted += 1;
    if (counted === count) return instant;
  }
  return -Infinity;
}

/** The instant at which clocks show something for the first time; null if they skip it. */
function instantOf(zone: string, shown: number): number | null {
  return instantsAround(zone, shown).find((at) => at + stretchAt(zone, at).offset === shown) ?? null;
}

/** By the clocks of the day before and of the day after, since they may be put between; the earlier one first. */
function instantsAround(zone: string, shown: number): [number, number] {
  const offsets = [shown - dayLength, shown + dayLength].map((at) => stretchAt(zone, at).offset);
  return [shown - Math.max(...offsets), shown - Math.min(...offsets)];
}

type PhaseAt = (at: number) => Phase;

const phasesKept = 4;
const made = new WeakMap<Recurrence, PhaseAt>();

/**
 * Asks a recurrence for the phase that an instant lies in: within an occurrence, or not. An occurrence lasts its
 * minutes as a watch counts them, whatever the clocks are put to. Only so much time around the instant is looked at,
 * so that the answer costs the same whenever the rule began: what holds and what does not is exact, but either may
 * go on after the phase. What was found last is kept, since nearly every question is about the moment under way.
 */
export function phasesOf(recurrence: Recurrence): PhaseAt {
  const known = made.get(recurrence);
  if (known) return known;
  const phaseAt = phasesMadeOf(recurrence);
  made.set(recurrence, phaseAt);
  return phaseAt;
}

const never: Phase = { holds: false, from: -Infinity, until: Infinity };

function phasesMadeOf({ zone, start, rule: text, minutes }: Recurrence): PhaseAt {
  const rule = readRule(text);
  // A rule that was saved before it would have been refused never holds.
  if (typeof rule === 'string') return () => never;
  const occurrences = occurrencesOf(rule, start, zone);
  if (occurrences.end === -Infinity) return () => never;
  const length = minutes * 60_000;
  let kept: Phase[] = [];

  const found = (at: number): Phase => {
    const last = occurrences.last(at, at - length);
    // Where occurrences overlap, the next goes on where this one ends.
    if (last !== null) return { holds: true, from: last, until: last + length };
    if (at > occurrences.end) return { holds: false, from: at, until: Infinity };
    const from = Math.max(at, occurrences.start);
    const next = occurrences.first(from, daysAhead);
    return { holds: false, from: at, until: next ?? from + (daysAhead - 1) * dayLength };
  };

  return (at) => {
    const known = kept.find(({ from, until }) => from <= at && at < until);
    if (known) return known;
    const phase = found(at);
    kept = [phase, ...kept].slice(0, phasesKept);
    return phase;
  };
}
