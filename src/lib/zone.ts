import { Temporal } from 'temporal-polyfill';

/** Offsets and abbreviations are no zones: their clocks are never put forward, which nobody means who limits days. */
const zoneName = /^(UTC|[A-Za-z_]+\/[\w+/-]+)$/;

const anyInstant = Temporal.Instant.fromEpochMilliseconds(0);

/** The zone that the IANA database names so, capital letters or not: as it is written there. Null if there is none. */
export function zoneNamed(name: string): string | null {
  if (name.length > 100 || !zoneName.test(name)) return null;
  try {
    return anyInstant.toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}

/** From the first instant of a day up to, and not at, the first of the next. */
export interface Day {
  readonly from: Date;
  readonly until: Date;
}

/**
 * A date such as `2026-12-24` by the clocks of a zone, which may go forward or back on it, and at midnight too: such a day
 * begins when they first show it. Null if there is no such date.
 */
export function dayIn(zone: string, date: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  try {
    const day = Temporal.PlainDate.from(date, { overflow: 'reject' });
    return { from: startOf(day, zone), until: startOf(day.add({ days: 1 }), zone) };
  } catch {
    return null;
  }
}

const startOf = (day: Temporal.PlainDate, zone: string): Date =>
  new Date(day.toZonedDateTime(zone).epochMilliseconds);
