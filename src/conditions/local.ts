import { Temporal } from 'temporal-polyfill';
import { createBoundedMap } from '../lib/bounded-map.js';

// How dates, times of day and weekdays are written, and the numbers that they are compared by.

export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

export const dayLength = 86_400_000;

/** The number of a date's day since 1970-01-01, or null if there is no such date: `2026-02-30`. */
export function dayOfDate(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const milliseconds = Date.parse(`${text}T00:00:00.000Z`);
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(text)) return null;
  return milliseconds / dayLength;
}

export const dateOfDay = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);

/** Milliseconds since midnight of `18:30`, `18:30:15` or `18:30:15.250`; null if it is no time of day. */
export function timeOfText(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?$/.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds = '0', fraction = ''] = match;
  return (
    (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000 + Number(fraction.padEnd(3, '0'))
  );
}

/** As short as it can be said: `18:30`, or with seconds, or with milliseconds. */
export function textOfTime(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString().slice(11, 23);
  if (!text.endsWith('.000')) return text;
  return text.endsWith(':00.000') ? text.slice(0, 5) : text.slice(0, 8);
}

/** What the clocks of a zone show: the parts that clauses compare. */
export interface Clock {
  /** The number of the day since 1970-01-01. */
  readonly date: number;
  /** Milliseconds since midnight, as the clocks count them. */
  readonly timeOfDay: number;
  /** 1 (Monday) to 7. */
  readonly weekday: number;
}

/** A stretch of time in which a zone's clocks are not put: they run so many milliseconds ahead of UTC's. */
export interface Stretch {
  readonly offset: number;
  readonly from: number;
  readonly until: number;
}

// Nearly every question is about the moment under way, so what was found last is what is asked for next.
const zonesKept = 500;
// Recurrences ask for years on end.
const stretchesKept = 24;
const kept = createBoundedMap<string, readonly Stretch[]>(zonesKept);

/** The stretch that an instant lies in, `from` included and `until` not. */
export function stretchAt(zone: string, milliseconds: number): Stretch {
  const known = kept.get(zone);
  if (known) {
    for (const stretch of known)
      if (stretch.from <= milliseconds && milliseconds < stretch.until) return stretch;
  }
  const clock = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
  const next = clock.getTimeZoneTransition('next');
  // The last transition at or before, which `previous` alone would leave out if it is this very moment.
  const last = clock.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const stretch = {
    offset: clock.offsetNanoseconds / 1_000_000,
    from: last?.epochMilliseconds ?? -Infinity,
    until: next?.epochMilliseconds ?? Infinity,
  };
  kept.set(zone, [stretch, ...(known ?? [])].slice(0, stretchesKept));
  return stretch;
}

export const clockAt = (zone: string, milliseconds: number): Clock =>
  clockOf(milliseconds + stretchAt(zone, milliseconds).offset);

/** As `clockAt`, of a moment given as if the clocks of the zone were those of UTC. */
export function clockOf(shown: number): Clock {
  const whole = Math.floor(shown);
  const date = Math.floor(whole / dayLength);
  // The first of January 1970 was a Thursday.
  return { date, timeOfDay: whole - date * dayLength, weekday: ((((date + 3) % 7) + 7) % 7) + 1 };
}
