import { Temporal } from 'temporal-polyfill';

/** Offsets and abbreviations are no zones: their clocks are never put forward, which nobody means who limits days. */
const zoneName = /^(UTC|[A-Za-z_]+\/[\w+/-]+)$/;

const anyInstant = Temporal.Instant.fromEpochMilliseconds(0);

/** The zone that the IANA database names so, capital letters or not: as it is written there. Null if there is none. */
export function zoneNamed(name: string): string | null {
  if (!zoneName.test(name)) return null;
  try {
    return anyInstant.toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}
