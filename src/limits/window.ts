import { Temporal } from 'temporal-polyfill';
import { createBoundedMap } from '../lib/bounded-map.js';

/** A window that begins anew on the clocks of a zone. */
export interface ClockWindow {
  readonly kind: 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';
  readonly zone: string;
}

/** From an instant on, up to and not at another. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

// Every redemption under such a limit asks, nearly always for the span that is under way.
const windowsKept = 500;
const spansKept = 4;
const kept = createBoundedMap<string, readonly Span[]>(windowsKept);

const holds = ({ from, until }: Span, at: Date): boolean => from <= at && at < until;

/** The one hour, day, week (from Monday) or month that an instant lies in, by the clocks of a zone. */
export function spanAt(window: ClockWindow, at: Date): Span {
  const name = `${window.kind} ${window.zone}`;
  const known = kept.get(name);
  const found = known?.find((span) => holds(span, at));
  if (found) return found;

  const { kind, zone } = window;
  const span = kind === 'HOUR' ? hourAt(zone, at) : calendarSpanAt(kind, zone, at);
  kept.set(name, [span, ...(known ?? [])].slice(0, spansKept));
  return span;
}

const hour = 3_600_000;

/** When the windows begin that hold the instants from one up to and at another, in order. */
export function startsBetween(window: ClockWindow, first: Date, last: Date): Date[] {
  const starts: Date[] = [];
  for (let span = spanAt(window, first); ; span = spanAt(window, span.until)) {
    starts.push(span.from);
    if (window.kind === 'HOUR') {
      // Nobody puts the clocks on a day of 24 hours: years of hours need not be asked for one by one.
      const day = spanAt({ kind: 'DAY', zone: window.zone }, span.from);
      const isPlain = day.until.getTime() - day.from.getTime() === 24 * hour;
      while (isPlain && span.until < day.until && span.until <= last) {
        span = { from: span.until, until: new Date(span.until.getTime() + hour) };
        starts.push(span.from);
      }
    }
    if (span.until > last) return starts;
  }
}

const clocksAt = (zone: string, milliseconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);

/**
 * An hour begins when the clocks strike, or when they are put: the hour that is had twice in autumn counts as two, and
 * where clocks are put by half an hour there are two short ones.
 */
function hourAt(zone: string, at: Date): Span {
  const clock = clocksAt(zone, at.getTime());
  const begin = clock.subtract({
    minutes: clock.minute,
    seconds: clock.second,
    milliseconds: clock.millisecond,
  });
  const end = begin.add({ hours: 1 });
  const put = (after: Temporal.ZonedDateTime, upTo: Temporal.ZonedDateTime) => {
    if (after.offsetNanoseconds === upTo.offsetNanoseconds) return null;
    const change = upTo.getTimeZoneTransition('previous');
    return change && change.epochMilliseconds > after.epochMilliseconds ? change.epochMilliseconds : null;
  };
  return {
    from: new Date(put(begin, clock.add({ milliseconds: 1 })) ?? begin.epochMilliseconds),
    until: new Date(put(clock, end) ?? end.epochMilliseconds),
  };
}

const calendar: Record<
  Exclude<ClockWindow['kind'], 'HOUR'>,
  {
    readonly length: Temporal.DurationLike;
    readonly firstOf: (date: Temporal.PlainDate) => Temporal.PlainDate;
  }
> = {
  DAY: { length: { days: 1 }, firstOf: (date) => date },
  WEEK: { length: { weeks: 1 }, firstOf: (date) => date.subtract({ days: date.dayOfWeek - 1 }) },
  MONTH: { length: { months: 1 }, firstOf: (date) => date.with({ day: 1 }) },
};

function calendarSpanAt(kind: keyof typeof calendar, zone: string, at: Date): Span {
  const { length, firstOf } = calendar[kind];
  // A day begins with its first moment, which is one o'clock where clocks are put forward at midnight.
  const begin = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(zone).epochMilliseconds);
  const first = firstOf(clocksAt(zone, at.getTime()).toPlainDate());
  const second = first.add(length);
  const span = { from: begin(first), until: begin(second) };
  // Clocks that are put back over midnight show yesterday's date again: that is today nevertheless.
  return at < span.until ? span : { from: span.until, until: begin(second.add(length)) };
}
