import { z } from 'zod';
import { dayIn, zoneNamed, type Day } from './zone.js';

// The ends of a window can be said as instants, or as whole days by the clocks of a zone. What is kept are instants.

/** GraphQL's `DayInput`. */
export const day = z.object({ date: z.string(), zone: z.string() }).transform((given, context): Day => {
  const zone = zoneNamed(given.zone);
  const found = zone === null ? null : dayIn(zone, given.date);
  if (zone === null) {
    const message = 'Expected the name of a zone of the IANA database, such as "Europe/London".';
    context.addIssue({ code: 'custom', path: ['zone'], message });
  } else if (!found || !isWithinCalendar(found)) {
    context.addIssue({ code: 'custom', path: ['date'], message: 'Expected a date such as "2026-12-24".' });
  }
  return found ?? z.NEVER;
});

/** As GraphQL's `DateTime`: what is kept must also be answered. */
const isWithinCalendar = ({ from, until }: Day): boolean =>
  from.getUTCFullYear() >= 1 && until.getUTCFullYear() <= 9999;

/** An end of a window in an input: the names of its two fields, of which one may be said. */
interface End<Instant> {
  readonly names: readonly [instant: string, day: string];
  readonly instant: Instant;
  /** The day's own instant that this end is. */
  readonly day: Date | null | undefined;
}

type Said = Date | null | undefined;

/** The instant of an end, however it was said. */
export function endOf<Instant extends Said>(
  { names: [instantName, dayName], instant, day }: End<Instant>,
  context: z.RefinementCtx,
): Instant | Date {
  if (instant && day) {
    const message = `Expected \`${instantName}\` or \`${dayName}\`, not both.`;
    context.addIssue({ code: 'custom', path: [dayName], message });
  }
  return day ?? instant;
}

/** The same of both. */
export function windowOf<From extends Said, Until extends Said>(
  from: End<From>,
  until: End<Until>,
  context: z.RefinementCtx,
): [from: From | Date, until: Until | Date] {
  const [begins, ends] = [endOf(from, context), endOf(until, context)];
  const said = ({ names, day }: End<Said>) => names[day ? 1 : 0];
  if (begins && ends && begins >= ends) {
    const message = `Expected an instant after \`${said(from)}\`.`;
    context.addIssue({ code: 'custom', path: [said(until)], message });
  }
  return [begins, ends];
}
