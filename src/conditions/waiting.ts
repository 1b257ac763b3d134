import type { Allowed } from './allowed.js';
import type { LocalClause, RecurrenceClause } from './core.js';
import { clockOf, dayLength, stretchAt, type Clock } from './local.js';
import { includes, type Ranges } from './ranges.js';
import { phasesOf } from './recurrence.js';

/** The first instant at or after one at which something is so; null if there is none. Milliseconds of the epoch. */
export type Next = (from: number) => number | null;

// Clocks are put twice a year: this is further ahead than anybody waits.
const maxStretches = 60;
const lastInstant = Date.UTC(9999, 11, 31);

/** How often it may still be looked whether all waits are over: for all cases together, so that their number is bounded. */
export interface Patience {
  rounds: number;
}

// A recurrence is the most laborious of what is waited for.
const roundsOfPhase = 5;

/** The first instant from one on at which all are so; null if there is none, or patience came to its end. */
export function firstInstant(from: number, waits: readonly Next[], patience: Patience): number | null {
  let at = from;
  while (patience.rounds > 0) {
    patience.rounds -= 1;
    const before = at;
    for (const next of waits) {
      const found = next(at);
      if (found === null || found > lastInstant) return null;
      at = found;
    }
    if (at === before) return at;
  }
  return null;
}

/** The least number of some ranges that is not below a value. */
function leastFrom(ranges: Ranges, value: number): number | null {
  const range = ranges.find(({ high }) => high >= value);
  return range ? Math.max(range.low, value) : null;
}

export const waitForNow =
  ({ numbers }: Allowed): Next =>
  (from) =>
    leastFrom(numbers, from);

/** Instants of the customer's history do not move: either they are as wanted, or waiting is of no use. */
export const waitForHistory =
  (isAsWanted: boolean): Next =>
  (from) =>
    isAsWanted ? from : null;

/** Until so many days have passed since an instant; null is one that was not said. */
export function waitForDays(allowed: Allowed, since: Date | null): Next {
  if (!since) return (from) => (allowed.unsaid ? from : null);
  const start = since.getTime();
  return (from) => {
    const days = Math.floor((from - start) / dayLength);
    if (includes(allowed.numbers, days)) return from;
    const next = leastFrom(allowed.numbers, days);
    return next === null ? null : start + next * dayLength;
  };
}

/** Each phase that is looked at costs patience. */
export function waitForRecurrence(clause: RecurrenceClause, isWithin: boolean, patience: Patience): Next {
  const phaseAt = phasesOf(clause);
  return (from) => {
    let at = from;
    while (at <= lastInstant && patience.rounds > 0) {
      patience.rounds -= roundsOfPhase;
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
export function waitForClock({ zone, fact }: LocalClause, { numbers }: Allowed): Next {
  return (from) => {
    let at = from;
    for (let round = 0; round < maxStretches; round++) {
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
