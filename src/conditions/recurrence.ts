import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { RecurrenceClause } from './core.js';

/** Something that is so, or not so, from an instant on, up to and not at another; milliseconds of the epoch. */
export interface Phase {
  readonly holds: boolean;
  readonly from: number;
  readonly until: number;
}

type Recurrence = Pick<RecurrenceClause, 'zone' | 'start' | 'rule' | 'minutes'>;

const maxRule = 500;
export const maxMinutes = 31 * 24 * 60;

// What a calendar needs, and no more: hours, minutes and seconds as frequencies would be millions of occurrences.
const part =
  /^(FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY)|INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d?|UNTIL=\d{8}(T\d{6}Z)?|WKST=(MO|TU|WE|TH|FR|SA|SU)|BY(HOUR|MINUTE|DAY|MONTHDAY|YEARDAY|WEEKNO|MONTH|SETPOS)=[A-Z0-9,+-]{1,100})$/;

// Occurrences are looked for around one moment; a rule that has none for so long is taken to have none.
const maxIterations = 500;
const maxCandidateEvaluations = 5_000;

const rules = (recurrence: Omit<Recurrence, 'minutes'>) =>
  new RRuleTemporal({
    rruleString: `RRULE:${recurrence.rule}`,
    dtstart: Temporal.PlainDateTime.from(recurrence.start).toZonedDateTime(recurrence.zone),
    tzid: recurrence.zone,
    strict: true,
    maxIterations,
    maxCandidateEvaluations,
  });

/** Null also if the search was given up: it is bounded, and so is what it may cost. */
function bounded(search: () => { readonly epochMilliseconds: number } | null): number | null {
  try {
    return search()?.epochMilliseconds ?? null;
  } catch {
    return null;
  }
}

/** Why a rule is not taken, in a sentence; null if it is. */
export function problemOfRule(rule: string, start: string, zone: string): string | null {
  const hint = 'such as "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"';
  if (rule.length > maxRule) return `Expected up to ${maxRule} characters.`;
  const parts = rule.split(';');
  const names = parts.map((text) => text.slice(0, text.indexOf('=')));
  const wrong = parts.find((text) => !part.test(text));
  if (wrong !== undefined) {
    return /^FREQ=(HOURLY|MINUTELY|SECONDLY)$/.test(wrong)
      ? 'Expected FREQ to be YEARLY, MONTHLY, WEEKLY or DAILY.'
      : `Expected a rule of RFC 5545, ${hint}, but its part "${wrong.slice(0, 60)}" is none.`;
  }
  if (!names.includes('FREQ')) return `Expected a rule of RFC 5545 with FREQ, ${hint}.`;
  if (new Set(names).size < names.length) return 'Expected each part of the rule once.';
  try {
    const first = Temporal.PlainDateTime.from(start).toZonedDateTime(zone).epochMilliseconds;
    const begins = bounded(() => rules({ rule, start, zone }).next(new Date(first), true));
    return begins === null ? 'Expected a rule that something falls under.' : null;
  } catch {
    return `Expected a rule of RFC 5545, ${hint}.`;
  }
}

/** Where occurrences begin: the first after an instant, and the last at or before one; null if there is none. */
interface Starts {
  readonly next: (after: number) => number | null;
  readonly last: (at: number) => number | null;
}

function startsOf(recurrence: Recurrence): Starts {
  const rule = rules(recurrence);
  if (!recurrence.rule.includes('COUNT=')) {
    return {
      next: (after) => bounded(() => rule.next(new Date(after), false)),
      last: (at) => bounded(() => rule.previous(new Date(at), true)),
    };
  }
  // Of so many it is known only from the first on which is the last: so all are listed, once.
  let listed: readonly number[] | undefined;
  const all = () => (listed ??= rule.all().map(({ epochMilliseconds }) => epochMilliseconds));
  return {
    next: (after) => all().find((start) => start > after) ?? null,
    last: (at) => all().findLast((start) => start <= at) ?? null,
  };
}

type PhaseAt = (at: number) => Phase;

const phasesKept = 4;
const made = new WeakMap<Recurrence, PhaseAt>();

/**
 * Asks a recurrence for the phase that an instant lies in: within an occurrence, or between two. An occurrence lasts
 * its minutes as a watch counts them, whatever the clocks are put to. What was found last is kept, since nearly every
 * question is about the moment under way.
 */
export function phasesOf(recurrence: Recurrence): PhaseAt {
  const known = made.get(recurrence);
  if (known) return known;
  const phaseAt = phasesMadeOf(recurrence);
  made.set(recurrence, phaseAt);
  return phaseAt;
}

function phasesMadeOf(recurrence: Recurrence): PhaseAt {
  const starts = startsOf(recurrence);
  const length = recurrence.minutes * 60_000;
  let kept: Phase[] = [];

  const found = (at: number): Phase => {
    const last = starts.last(at);
    const next = starts.next(at) ?? Infinity;
    if (last === null) return { holds: false, from: -Infinity, until: next };
    const end = last + length;
    // Where occurrences overlap, one phase ends with the start of the next: the next then holds as well.
    if (at < end) return { holds: true, from: last, until: Math.min(end, next) };
    return { holds: false, from: end, until: next };
  };

  return (at) => {
    const known = kept.find(({ from, until }) => from <= at && at < until);
    if (known) return known;
    const phase = found(at);
    kept = [phase, ...kept].slice(0, phasesKept);
    return phase;
  };
}
