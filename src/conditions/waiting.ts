import { allows, type Allowed } from './allowed.js';
import { casesOf, required, type Requirement } from './cases.js';
import { testOfClause } from './clause-test.js';
import type { Clause, LocalClause, NamesClause, RecurrenceClause } from './core.js';
import { clockOf, dayLength, stretchAt, type Clock } from './local.js';
import { includes, type Ranges } from './ranges.js';
import type { Patience } from './patience.js';
import { phasesOf } from './recurrence.js';
import { daysSince, type Seen } from './seen.js';
import type { Junction, Literal, Simple } from './simplify.js';
import type { Situation } from './situation.js';

/** The first instant at or after one at which something is so; null if there is none. Milliseconds of the epoch. */
export type Next = (from: number) => number | null;

// Clocks are put twice a year: this is further ahead than anybody waits.
const maxStretches = 60;
// A round of clocks that do not agree goes about a day ahead, or more: what they show together they show within two years.
const maxRounds = 800;
const lastInstant = Date.UTC(9999, 11, 31);

// In steps: to ask a zone's clocks, and to look at a hundred days of a recurrence.
const stepsOfClock = 10;
const stepsOfPhase = 150;

/** Whether something is so at any moment, at none, or from when on it is. */
type When = boolean | Next;

/** From when on a condition is true, if nothing changes but the time. */
type Waits = (seen: Seen, isOrderedMeanwhile: boolean) => Next;

/**
 * Exactly the first instant is found, since each junction is asked for the first one of its parts. Whoever orders until
 * then has ordered lately, so with more orders nothing that is known of the last one is relied on.
 */
export function createWaits(simple: Simple, { situation }: Seen, patience: Patience): Waits {
  const known = new Map<Literal, Next | null>();
  const nextOf = (literal: Literal): Next | null => {
    const before = known.get(literal);
    if (before !== undefined) return before;
    const { clause, isNegated } = literal;
    const next = isOfTime(clause) ? waitFor(required(clause, isNegated)[1], situation, patience) : null;
    known.set(literal, next);
    return next;
  };

  return (seen, isOrderedMeanwhile) => {
    const whenOf = (part: Simple): When => {
      if (typeof part === 'boolean') return part;
      if (part.kind !== 'LITERAL') return joined(part);
      if (!patience.spend(1)) return false;
      const { fact } = part.clause;
      if (isOrderedMeanwhile && (fact === 'lastOrderAt' || fact === 'daysSinceLastOrder')) return false;
      return nextOf(part) ?? testOfClause(part.clause)(seen) !== part.isNegated;
    };
    const joined = (junction: Junction): When => {
      const { kind, parts } = junction;
      const ending = kind === 'ANY';
      const nexts: Next[] = [];
      for (const part of parts) {
        const when = whenOf(part);
        if (when === ending) return ending;
        if (typeof when !== 'boolean') nexts.push(when);
      }
      if (nexts.length === 0) return !ending;
      if (ending) return firstOf(nexts, patience);
      return nexts.length > 1 && isNever(junction, patience) ? false : whenAll(nexts, patience);
    };
    const when = whenOf(simple);
    if (typeof when === 'boolean') return (from) => (when ? from : null);
    return (from) => withinCalendar(when(from));
  };
}

/** Whether it may become true, or false, by waiting. */
const isOfTime = (clause: Clause): clause is Exclude<Clause, NamesClause> =>
  clause.kind === 'LOCAL' ||
  clause.kind === 'RECURRENCE' ||
  clause.fact === 'now' ||
  clause.fact === 'daysSinceRegistration' ||
  clause.fact === 'daysSinceLastOrder';

/** What lies beyond the calendar is waited for in vain. */
const withinCalendar = (at: number | null): number | null => (at !== null && at <= lastInstant ? at : null);

const firstOf =
  (nexts: readonly Next[], patience: Patience): Next =>
  (from) => {
    let first: number | null = null;
    for (const next of nexts) {
      const at = patience.spend(1) ? next(from) : null;
      if (at === from) return from;
      if (at !== null && (first === null || at < first)) first = at;
    }
    // One that could not be looked at might have been earlier.
    return patience.left() > 0 ? first : null;
  };

const mostCases = 48;

/** Whether the parts contradict each other: what is never so is waited for in vain, until patience comes to its end. */
function isNever(all: Junction, { spend }: Patience): boolean {
  const cases = casesOf(all, {
    weightOf: () => 0,
    thin: (found) => (found.length > mostCases ? null : found),
    spend,
  });
  return cases?.length === 0;
}

const whenAll =
  (nexts: readonly Next[], patience: Patience): Next =>
  (from) => {
    let at = from;
    for (let round = 0; round < maxRounds; round++) {
      const before = at;
      for (const next of nexts) {
        const found = patience.spend(1) ? next(at) : null;
        if (found === null || found > lastInstant) return null;
        at = found;
      }
      if (at === before) return at;
    }
    return null;
  };

/** How a requirement on time is waited for; null if it is none. */
export function waitFor(requirement: Requirement, { profile }: Situation, patience: Patience): Next | null {
  if (requirement.kind === 'NAMES' || requirement.subject === 'CURRENCY_OF') return null;
  const { clause, allowed } = requirement;
  switch (clause.fact) {
    case 'now':
      return waitForNow(allowed);
    case 'registeredAt':
    case 'lastOrderAt':
      return waitForHistory(allows(allowed, profile[clause.fact]?.getTime()));
    case 'daysSinceRegistration':
      return waitForDays(allowed, profile.registeredAt);
    case 'daysSinceLastOrder':
      return waitForDays(allowed, profile.lastOrderAt);
    case 'date':
    case 'timeOfDay':
    case 'weekday':
      return waitForClock(clause, allowed, patience);
    case 'recurrence':
      return waitForRecurrence(clause, allowed.booleans.includes(true), patience);
    default:
      return null;
  }
}

/** The least number of some ranges that is not below a value. */
function leastFrom(ranges: Ranges, value: number): number | null {
  const range = ranges.find(({ high }) => high >= value);
  return range ? Math.max(range.low, value) : null;
}

const waitForNow =
  ({ numbers }: Allowed): Next =>
  (from) =>
    leastFrom(numbers, from);

/** Instants of the customer's history do not move: either they are as wanted, or waiting is of no use. */
const waitForHistory =
  (isAsWanted: boolean): Next =>
  (from) =>
    isAsWanted ? from : null;

/** Until so many days have passed since an instant; null is one that was not said. */
function waitForDays(allowed: Allowed, since: Date | null): Next {
  if (!since) return (from) => (allowed.unsaid ? from : null);
  const start = since.getTime();
  return (asked) => {
    const isAhead = daysSince(start, asked) === null;
    if (isAhead && allowed.unsaid) return asked;
    const from = isAhead ? start - dayLength : asked;
    const days = daysSince(start, from)!;
    if (includes(allowed.numbers, days)) return from;
    const next = leastFrom(allowed.numbers, days);
    return next === null ? null : start + next * dayLength;
  };
}

/** Each phase that is looked at costs patience. */
function waitForRecurrence(clause: RecurrenceClause, isWithin: boolean, patience: Patience): Next {
  const phaseAt = phasesOf(clause);
  return (from) => {
    let at = from;
    while (at <= lastInstant && patience.spend(stepsOfPhase)) {
      const { holds, until } = phaseAt(at);
      if (holds === isWithin) return at;
      at = until;
    }
    return null;
  };
}

/**
 * Until the clocks of a zone show what is wanted. Between two moments at which they are put, they run as those of UTC
 * do, so many hours apart: so each such stretch is looked at by itself.
 */
function waitForClock({ zone, fact }: LocalClause, { numbers }: Allowed, patience: Patience): Next {
  return (from) => {
    let at = from;
    for (let round = 0; round < maxStretches && patience.spend(stepsOfClock); round++) {
      const { offset, until } = stretchAt(zone, at);
      const shown = nextShown[fact](numbers, at + offset);
      if (shown === null) return null;
      if (shown - offset < until) return shown - offset;
      at = until;
    }
    return null;
  };
}

/** By the fact: the first moment from one on, both as clocks show them, at which the fact is among the numbers. */
const nextShown: Readonly<Record<keyof Clock, (numbers: Ranges, shown: number) => number | null>> = {
  date: (numbers, shown) => {
    const { date } = clockOf(shown);
    const day = leastFrom(numbers, date);
    return day === null || day === date ? day && shown : day * dayLength;
  },
  weekday: (numbers, shown) => {
    const { date, weekday } = clockOf(shown);
    for (let days = 0; days < 7; days++) {
      if (includes(numbers, ((weekday - 1 + days) % 7) + 1))
        return days === 0 ? shown : (date + days) * dayLength;
    }
    return null;
  },
  timeOfDay: (numbers, shown) => {
    const { date, timeOfDay } = clockOf(shown);
    const today = leastFrom(numbers, timeOfDay);
    if (today !== null && today < dayLength) return date * dayLength + today;
    const tomorrow = leastFrom(numbers, 0);
    return tomorrow === null ? null : (date + 1) * dayLength + tomorrow;
  },
};
