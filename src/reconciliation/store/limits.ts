import { Prisma } from '../../generated/prisma/client.js';
import { startsBetween, type ClockWindow } from '../../limits/window.js';
import type { Database } from '../../platform/database.js';
import type { Check, Of } from './check.js';

/** When the windows begin that limits count by, as far back as anything was redeemed. */
interface Windows extends ClockWindow {
  readonly starts: readonly Date[];
}

/** Not by date_trunc: PostgreSQL has its own table of zones, and whoever redeems counts by that of Node. */
async function windowsOf(db: Database, of: Of): Promise<Windows[]> {
  const windows = await db.$queryRaw<ClockWindow[]>`
    SELECT DISTINCT "window" AS kind, zone FROM limits l WHERE ${of('l')} AND zone IS NOT NULL`;
  const [ledger] = await db.$queryRaw<{ first: Date | null; last: Date | null }[]>`
    SELECT min(created_at) AS first, max(created_at) AS last FROM redemptions r WHERE ${of('r')}`;
  const { first, last } = ledger!;
  return windows.map((window) => ({
    ...window,
    starts: first && last ? startsBetween(window, first, last) : [],
  }));
}

/** What a use comes to in the measure of the limit that it is joined with, and under which key it is counted. */
const amount = Prisma.sql`
  CASE l.measure WHEN 'USES' THEN r.counted_uses WHEN 'DISCOUNT' THEN r.counted_discount_minor ELSE r.counted_order_minor END`;
const key = Prisma.sql`
  CASE l.per WHEN 'EVERYONE' THEN '' WHEN 'CUSTOMER' THEN coalesce(r.customer, '') WHEN 'CHANNEL' THEN coalesce(r.channel, '')
    ELSE coalesce(r.attributes ->> l.attribute, '') END`;

/** Each use in each of the limits that it counts in. */
function counting(of: Of, which: Prisma.Sql): Prisma.Sql {
  const joins = [
    Prisma.sql`redemptions r ON (r.tenant_id, r.coupon_id) = (l.tenant_id, l.coupon_id)`,
    Prisma.sql`redemptions r ON (r.tenant_id, r.campaign_id) = (l.tenant_id, l.campaign_id)`,
    Prisma.sql`coupons c ON (c.tenant_id, c.template_id) = (l.tenant_id, l.template_id)
        JOIN redemptions r ON (r.tenant_id, r.coupon_id) = (c.tenant_id, c.id)`,
    Prisma.sql`redemptions r ON r.tenant_id = l.tenant_id AND num_nonnulls(l.coupon_id, l.campaign_id, l.template_id) = 0`,
  ].map(
    (counted) => Prisma.sql`
      SELECT l.tenant_id, l.id AS limit_id, l."window", l.zone, l.window_seconds, ${key} AS key, ${amount} AS amount, r.created_at
      FROM limits l JOIN ${counted}
      WHERE ${of('l')} AND ${of('r')} AND ${which} AND (l.currency IS NULL OR l.currency = r.currency)`,
  );
  return Prisma.join(joins, ' UNION ALL ');
}

/** Servers whose clocks differ by no more than so much count alike. */
const skewSeconds = 5;

/** What is added up is kept up to the most that a counter holds: see limits/store/sum.ts. */
const most = Prisma.sql`9223372036854775807`;
const added = Prisma.sql`least(sum(amount), ${most})`;

/** As long as the steps of a rolling window: see limits/count.ts. */
const step = Prisma.sql`greatest(1, window_seconds / 60)`;

export async function limitChecks(db: Database, of: Of, at: Date): Promise<Check[]> {
  const windows = await windowsOf(db, of);
  const now = Prisma.sql`${String(at.getTime() / 1_000 + skewSeconds)}::numeric`;
  return [
    {
      check: 'counters of limits',
      wrong: 'A counter of a limit is not what the redemptions come to that it counts.',
      rows: Prisma.sql`
        WITH windows AS MATERIALIZED (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) AS w (kind text, zone text, starts timestamptz[])
        ), recounted AS (
          SELECT tenant_id, limit_id, key, ${added} AS used,
            CASE "window" WHEN 'LIFETIME' THEN to_timestamp(0) ELSE (
              SELECT starts[width_bucket(u.created_at, starts)] FROM windows w
              WHERE (w.kind, w.zone) = (u."window", u.zone)
            ) END AS window_start
          FROM (${counting(of, Prisma.sql`l."window" <> 'ROLLING'`)}) u
          WHERE amount <> 0
          GROUP BY 1, 2, 3, 5
        ), kept AS (
          SELECT k.tenant_id, k.limit_id, k.key, k.window_start, k.used
          FROM counters k JOIN limits l ON (l.tenant_id, l.id) = (k.tenant_id, k.limit_id)
          WHERE ${of('k')} AND l."window" <> 'ROLLING'
        )
        SELECT tenant_id AS tenant, limit_id AS "limit", key, window_start AS "window", kept.used AS kept, recounted.used AS recounted
        FROM kept FULL JOIN recounted USING (tenant_id, limit_id, key, window_start)
        WHERE coalesce(kept.used, 0) <> coalesce(recounted.used, 0)`,
    },
    {
      // What has left the window leaves the counter with its next change: until then it may be there or not.
      check: 'steps of rolling limits',
      wrong: 'A step of a rolling window is not what the redemptions come to that it counts.',
      rows: Prisma.sql`
        WITH recounted AS (
          SELECT tenant_id, limit_id, key, ${added} AS used,
            (floor(extract(epoch FROM created_at) / ${step}) * ${step})::bigint AS start
          FROM (${counting(of, Prisma.sql`l."window" = 'ROLLING'`)}) u
          WHERE amount <> 0 AND extract(epoch FROM created_at) + window_seconds + ${step} > ${now}
          GROUP BY 1, 2, 3, 5
        ), kept AS (
          SELECT k.tenant_id, k.limit_id, k.key, s.key::bigint AS start, s.value::numeric AS used
          FROM counters k JOIN limits l ON (l.tenant_id, l.id) = (k.tenant_id, k.limit_id), jsonb_each_text(k.steps) s
          WHERE ${of('k')} AND l."window" = 'ROLLING'
        )
        SELECT c.tenant_id AS tenant, limit_id AS "limit", key, to_timestamp(start) AS step, kept, recounted
        FROM (
          SELECT tenant_id, limit_id, key, start, coalesce(kept.used, 0) AS kept, coalesce(recounted.used, 0) AS recounted
          FROM kept FULL JOIN recounted USING (tenant_id, limit_id, key, start)
        ) c JOIN limits l ON (l.tenant_id, l.id) = (c.tenant_id, c.limit_id)
        WHERE kept <> recounted AND start + ${step} + window_seconds > ${now}`,
    },
    {
      check: 'sums of rolling limits',
      wrong:
        'A counter of a rolling limit is not the sum of its steps, or another limit’s counter has steps.',
      rows: Prisma.sql`
        SELECT k.tenant_id AS tenant, k.limit_id AS "limit", k.key, k.used AS kept, s.used AS recounted
        FROM counters k JOIN limits l ON (l.tenant_id, l.id) = (k.tenant_id, k.limit_id)
        LEFT JOIN LATERAL (SELECT least(coalesce(sum(value::numeric), 0), ${most}) AS used FROM jsonb_each_text(k.steps)) s ON true
        WHERE ${of('k')} AND CASE l."window" WHEN 'ROLLING' THEN k.steps IS NULL OR k.used <> s.used ELSE k.steps IS NOT NULL END`,
    },
    {
      // Only what stood above the ceiling when that was lowered may stand above it, and is then its own ceiling.
      check: 'ceilings of limits',
      wrong: 'A counter stands above what its limit allows, or allows itself another ceiling.',
      rows: Prisma.sql`
        SELECT k.tenant_id AS tenant, k.limit_id AS "limit", k.key, k.window_start AS "window", k.used, k.allowed,
          l.ceiling + l.overrun AS ceiling
        FROM counters k JOIN limits l ON (l.tenant_id, l.id) = (k.tenant_id, k.limit_id)
        WHERE ${of('k')} AND (k.used < 0 OR k.allowed <> greatest(l.ceiling + l.overrun, k.used))`,
    },
  ];
}
