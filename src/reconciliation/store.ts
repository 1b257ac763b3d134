import { Prisma, type PrismaClient } from '../generated/prisma/client.js';
import { uuidOf, type Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { startsBetween, type ClockWindow } from '../limits/window.js';
import type { Database } from '../platform/database.js';
import { withIds, type Finding } from './core.js';

/** One thing that must never be, as the query for the rows that show it. */
interface Check extends Pick<Finding, 'check' | 'wrong'> {
  readonly rows: Prisma.Sql;
}

/** The longest that a timer of Node's can be set to. */
const endless = 2 ** 31 - 1;

/** Everything that is asked is answered as of one instant, however long it takes, and nothing can be written. */
export const inSnapshot = <T>(db: Database, work: (snapshot: Database) => Promise<T>): Promise<T> =>
  (db as PrismaClient).$transaction(
    async (snapshot) => {
      await snapshot.$executeRaw`SET TRANSACTION READ ONLY`;
      await snapshot.$executeRaw`SET LOCAL statement_timeout = 0`;
      // What is asked once is not worth compiling.
      await snapshot.$executeRaw`SET LOCAL jit = off`;
      return work(snapshot);
    },
    { isolationLevel: 'RepeatableRead', maxWait: 5_000, timeout: endless },
  );

/** Whether the tables are there that are looked at: nothing is made here. */
export async function hasTables(db: Database): Promise<boolean> {
  const [found] = await db.$queryRaw<
    { all: boolean }[]
  >`SELECT to_regclass('redemption_returns') IS NOT NULL AS all`;
  return found!.all;
}

export const isTenant = async (db: Database, id: Id<'tenant'>): Promise<boolean> =>
  (await db.tenant.count({ where: { id: uuidOf(id) } })) > 0;

export async function look(db: Database, { rows, ...same }: Check, rowsMax: number): Promise<Finding> {
  const found = await db.$queryRaw<{ row: string; count: number }[]>`
    SELECT to_json(differing)::text AS row, count(*) OVER ()::int AS count FROM (${rows}) AS differing
    ORDER BY 1 LIMIT ${rowsMax}`;
  return {
    ...same,
    count: found[0]?.count ?? 0,
    rows: found.map(({ row }) => withIds(JSON.parse(row) as JsonObject)),
  };
}

interface Asked {
  readonly tenantId: Id<'tenant'> | null;
  readonly at: Date;
}

/** The condition that a row is of the tenant that is asked for. */
type Of = (alias: string) => Prisma.Sql;

/** All checks, each of which is one query. */
export async function prepareChecks(db: Database, { tenantId, at }: Asked): Promise<Check[]> {
  const own = tenantId && Prisma.sql`tenant_id = ${uuidOf(tenantId)}::uuid`;
  const of: Of = (alias) => (own ? Prisma.sql`${Prisma.raw(alias)}.${own}` : Prisma.sql`true`);
  return [
    ...couponChecks(of),
    ...customerChecks(of),
    ...limitChecks(of, at, await windowsOf(db, of)),
    ...cardChecks(of),
    ...redemptionChecks(of),
    ...eventChecks(of),
    keyCheck(of),
    ...(await referenceChecks(db, of)),
  ];
}

const couponChecks = (of: Of): Check[] => [
  {
    check: 'uses of coupons',
    wrong: 'A coupon counts other uses than its redemptions do.',
    rows: Prisma.sql`
      SELECT c.tenant_id AS tenant, c.id AS coupon, c.code, c.uses_count AS kept, coalesce(r.uses, 0) AS recounted
      FROM coupons c LEFT JOIN (
        SELECT tenant_id, coupon_id, sum(counted_uses) AS uses FROM redemptions r WHERE ${of('r')} GROUP BY 1, 2
      ) r ON (r.tenant_id, r.coupon_id) = (c.tenant_id, c.id)
      WHERE ${of('c')} AND c.uses_count <> coalesce(r.uses, 0)`,
  },
  {
    // Whoever edits a coupon may lower its maximum below what is used: `uses_ceiling` is that, and nothing above it.
    check: 'maximum of coupons',
    wrong: 'A coupon is used more often than it may be.',
    rows: Prisma.sql`
      SELECT c.tenant_id AS tenant, c.id AS coupon, c.code, c.uses_count AS uses, c.max_uses AS maximum, c.uses_ceiling AS ceiling
      FROM coupons c
      WHERE ${of('c')} AND (c.uses_count < 0 OR c.uses_count > c.uses_ceiling OR c.uses_ceiling < c.max_uses
        OR (c.max_uses IS NULL) <> (c.uses_ceiling IS NULL) OR (c.version = 1 AND c.uses_count > c.max_uses))`,
  },
];

const customerChecks = (of: Of): Check[] => [
  {
    check: 'uses of customers',
    wrong: 'A customer counts other uses of a coupon than their redemptions do.',
    rows: Prisma.sql`
      SELECT tenant_id AS tenant, coupon_id AS coupon, customer, coalesce(k.uses_count, 0) AS kept, coalesce(r.uses, 0) AS recounted
      FROM (SELECT tenant_id, coupon_id, customer, uses_count FROM redeemers k WHERE ${of('k')}) k
      FULL JOIN (
        SELECT tenant_id, coupon_id, customer, sum(counted_uses) AS uses
        FROM redemptions r WHERE ${of('r')} AND customer IS NOT NULL GROUP BY 1, 2, 3
      ) r USING (tenant_id, coupon_id, customer)
      WHERE coalesce(k.uses_count, 0) <> coalesce(r.uses, 0)`,
  },
  {
    // What several used before they turned out to be one may be more than one may, and so may what was used before the
    // coupon was edited: of these nothing can be said.
    check: 'limit per customer',
    wrong: 'A customer uses a coupon more often than they may.',
    rows: Prisma.sql`
      SELECT c.tenant_id AS tenant, c.id AS coupon, c.code, k.customer, k.uses_count AS uses, c.per_customer_limit AS maximum
      FROM redeemers k JOIN coupons c ON (c.tenant_id, c.id) = (k.tenant_id, k.coupon_id)
      WHERE ${of('k')} AND k.uses_count > c.per_customer_limit AND c.version = 1
        AND NOT EXISTS (SELECT FROM identities i WHERE (i.tenant_id, i.customer) = (k.tenant_id, k.customer))`,
  },
  {
    check: 'identities',
    wrong: 'Something counts under an identity that is another customer’s.',
    rows: Prisma.sql`
      SELECT i.tenant_id AS tenant, i.identity, i.customer, other.what, other.id AS redemption
      FROM identities i JOIN (
        SELECT 'redemption' AS what, tenant_id, customer, id FROM redemptions r WHERE ${of('r')}
        UNION ALL SELECT 'redeemer', tenant_id, customer, NULL FROM redeemers k WHERE ${of('k')}
        UNION ALL SELECT 'identity', tenant_id, customer, NULL FROM identities l WHERE ${of('l')}
      ) other ON (other.tenant_id, other.customer) = (i.tenant_id, i.identity)
      WHERE ${of('i')} AND i.identity <> i.customer`,
  },
];

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
    Prisma.sql`r.coupon_id = l.coupon_id`,
    Prisma.sql`r.campaign_id = l.campaign_id`,
    Prisma.sql`l.coupon_id IS NULL AND l.campaign_id IS NULL`,
  ].map(
    (target) => Prisma.sql`
      SELECT l.tenant_id, l.id AS limit_id, l."window", l.zone, l.window_seconds, ${key} AS key, ${amount} AS amount, r.created_at
      FROM limits l JOIN redemptions r ON r.tenant_id = l.tenant_id AND ${target}
        AND (l.currency IS NULL OR l.currency = r.currency)
      WHERE ${of('l')} AND ${of('r')} AND ${which}`,
  );
  return Prisma.join(joins, ' UNION ALL ');
}

/** Servers whose clocks differ by no more than so much count alike. */
const skewSeconds = 5;

/** As long as the steps of a rolling window: see limits/count.ts. */
const step = Prisma.sql`greatest(1, window_seconds / 60)`;

const limitChecks = (of: Of, at: Date, windows: readonly Windows[]): Check[] => {
  const now = Prisma.sql`${String(at.getTime() / 1_000 + skewSeconds)}::numeric`;
  return [
    {
      check: 'counters of limits',
      wrong: 'A counter of a limit is not what the redemptions come to that it counts.',
      rows: Prisma.sql`
        WITH windows AS MATERIALIZED (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) AS w (kind text, zone text, starts timestamptz[])
        ), recounted AS (
          SELECT tenant_id, limit_id, key, sum(amount) AS used,
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
          SELECT tenant_id, limit_id, key, sum(amount) AS used,
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
        LEFT JOIN LATERAL (SELECT coalesce(sum(value::numeric), 0) AS used FROM jsonb_each_text(k.steps)) s ON true
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
};

const cardChecks = (of: Of): Check[] => [
  {
    check: 'balances of gift cards',
    wrong:
      'What is left on a gift card is not what was issued, less what was redeemed, and what was returned.',
    rows: Prisma.sql`
      SELECT c.tenant_id AS tenant, c.id AS coupon, c.code, c.balance_minor AS kept, m.sum AS recounted,
        c.discount #>> '{initialBalance,minor}' AS initial, m.issued
      FROM coupons c LEFT JOIN (
        SELECT tenant_id, coupon_id, sum(amount_minor) AS sum, sum(amount_minor) FILTER (WHERE kind = 'ISSUED') AS issued,
          bool_or((amount_minor < 0) <> (kind = 'REDEEMED')) AS is_odd
        FROM gift_card_movements m WHERE ${of('m')} GROUP BY 1, 2
      ) m ON (m.tenant_id, m.coupon_id) = (c.tenant_id, c.id)
      WHERE ${of('c')} AND (c.balance_minor IS NOT NULL OR m.sum IS NOT NULL)
        AND (c.balance_minor IS DISTINCT FROM m.sum OR c.balance_minor < 0 OR m.is_odd
          OR m.issued IS DISTINCT FROM (c.discount #>> '{initialBalance,minor}')::numeric)`,
  },
  {
    // Of two movements within a moment nobody can tell which was first: so every balance that one begins with must be
    // one that another has left, wherever it stands, but for the last.
    check: 'movements of gift cards',
    wrong: 'A movement of a gift card begins with a balance that no other has left.',
    rows: Prisma.sql`
      SELECT tenant_id AS tenant, coupon_id AS coupon, balance AS "balanceMinor", sum(left_by) AS "leftBy", sum(begun_with) AS "begunWith"
      FROM (
        SELECT tenant_id, coupon_id, balance_minor AS balance, 1 AS left_by, 0 AS begun_with FROM gift_card_movements m WHERE ${of('m')}
        UNION ALL SELECT tenant_id, coupon_id, balance_minor - amount_minor, 0, 1 FROM gift_card_movements m WHERE ${of('m')}
        UNION ALL SELECT tenant_id, id, balance_minor, 0, 1 FROM coupons c WHERE ${of('c')} AND balance_minor IS NOT NULL
        UNION ALL SELECT tenant_id, id, 0, 1, 0 FROM coupons c WHERE ${of('c')} AND balance_minor IS NOT NULL
      ) balances
      GROUP BY 1, 2, 3 HAVING sum(left_by) <> sum(begun_with)`,
  },
  {
    check: 'payments of gift cards',
    wrong: 'A gift card has not paid for a redemption what that took off, less what was given back.',
    rows: Prisma.sql`
      SELECT r.tenant_id AS tenant, r.id AS redemption, r.status, coalesce(m.paid, 0) AS kept, due.minor AS recounted
      FROM redemptions r JOIN coupons c ON (c.tenant_id, c.id) = (r.tenant_id, r.coupon_id)
      LEFT JOIN (
        SELECT tenant_id, redemption_id, -sum(amount_minor) AS paid, min(coupon_id::text) AS first_card, max(coupon_id::text) AS last_card
        FROM gift_card_movements m WHERE ${of('m')} AND redemption_id IS NOT NULL GROUP BY 1, 2
      ) m ON (m.tenant_id, m.redemption_id) = (r.tenant_id, r.id)
      LEFT JOIN (
        SELECT tenant_id, redemption_id, sum(discount_minor) AS given_back FROM redemption_returns b WHERE ${of('b')} GROUP BY 1, 2
      ) b ON (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
      CROSS JOIN LATERAL (SELECT CASE WHEN c.balance_minor IS NOT NULL AND r.status IN ('RESERVED', 'COMPLETED')
        THEN r.discount_minor - coalesce(b.given_back, 0) ELSE 0 END AS minor) due
      WHERE ${of('r')} AND (coalesce(m.paid, 0) <> due.minor OR m.first_card <> r.coupon_id::text OR m.last_card <> r.coupon_id::text)`,
  },
];

/** What was given back of each redemption. */
const returned = (of: Of) => Prisma.sql`(
  SELECT tenant_id, redemption_id, count(*) AS times, sum(subtotal_minor) AS subtotal_minor,
    sum(discount_minor + clawback_minor) AS off_minor, bool_or(gives_use_back) AS gives_use_back,
    sum(subtotal_minor) FILTER (WHERE gives_use_back) AS last_subtotal_minor,
    sum(discount_minor + clawback_minor) FILTER (WHERE gives_use_back) AS last_off_minor
  FROM redemption_returns b WHERE ${of('b')} GROUP BY 1, 2
)`;

/** The lines of what a row has frozen, added up; null where there are none. */
const lineSums = (row: string) => Prisma.sql`LATERAL (
  SELECT sum((line ->> 'subtotal')::numeric) AS subtotal_minor, sum((line ->> 'discount')::numeric) AS discount_minor
  FROM jsonb_array_elements(${Prisma.raw(row)}.lines) line
)`;

const redemptionChecks = (of: Of): Check[] => [
  {
    check: 'money of redemptions',
    wrong: 'A redemption counts for other uses or money than it took, less what was given back.',
    rows: Prisma.sql`
      SELECT r.tenant_id AS tenant, r.id AS redemption, r.status, coalesce(b.times, 0) AS returns, r.counted_uses AS uses,
        r.counted_discount_minor AS "discountMinor", full_minor AS "ofDiscountMinor", r.counted_order_minor AS "orderMinor",
        r.subtotal_minor AS "ofOrderMinor"
      FROM redemptions r LEFT JOIN ${returned(of)} b ON (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
      CROSS JOIN LATERAL (SELECT r.discount_minor + coalesce(r.shipping_discount_minor, 0) AS full_minor) f
      WHERE ${of('r')} AND (
        r.discount_minor NOT BETWEEN 0 AND r.subtotal_minor OR r.counted_uses NOT IN (0, 1)
        OR r.counted_discount_minor NOT BETWEEN 0 AND full_minor OR r.counted_order_minor NOT BETWEEN 0 AND r.subtotal_minor
        OR CASE
          WHEN b.times IS NULL AND r.status IN ('RESERVED', 'COMPLETED') THEN
            (r.counted_uses, r.counted_discount_minor, r.counted_order_minor) <> (1, full_minor, r.subtotal_minor)
          WHEN b.times IS NULL THEN
            (r.counted_uses, r.counted_discount_minor, r.counted_order_minor) <> (0, 0, 0)
          -- What came back earlier may count on, for a cause that gave nothing back then.
          WHEN r.status = 'VOIDED' AND b.gives_use_back THEN r.counted_uses <> 0
            OR r.counted_discount_minor > r.discount_minor - b.last_off_minor
            OR r.counted_order_minor > r.subtotal_minor - b.last_subtotal_minor
          WHEN r.status IN ('COMPLETED', 'VOIDED') THEN b.gives_use_back OR r.counted_uses <> 1
            OR r.counted_discount_minor < full_minor - b.off_minor OR r.counted_order_minor < r.subtotal_minor - b.subtotal_minor
          ELSE true END)`,
  },
  {
    check: 'returns',
    wrong: 'More was given back of a redemption than it took, or less when all was.',
    rows: Prisma.sql`
      SELECT r.tenant_id AS tenant, r.id AS redemption, r.status, b.subtotal_minor AS "subtotalMinor", r.subtotal_minor AS "ofSubtotalMinor",
        b.off_minor AS "discountMinor", r.discount_minor AS "ofDiscountMinor"
      FROM redemptions r JOIN ${returned(of)} b ON (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
      WHERE ${of('r')} AND (b.subtotal_minor > r.subtotal_minor OR b.off_minor > r.discount_minor
        OR (r.status = 'VOIDED' AND (b.subtotal_minor, b.off_minor) <> (r.subtotal_minor, r.discount_minor)))`,
  },
  {
    check: 'lines',
    wrong: 'The lines of a redemption or a return do not add up to it.',
    rows: Prisma.sql`
      SELECT r.tenant_id AS tenant, r.id AS redemption, NULL AS "return" FROM redemptions r, ${lineSums('r')} s
      WHERE ${of('r')} AND (s.subtotal_minor, s.discount_minor) <> (r.subtotal_minor, r.discount_minor)
      UNION ALL
      SELECT b.tenant_id, b.redemption_id, b.id FROM redemption_returns b, ${lineSums('b')} s
      WHERE ${of('b')} AND (s.subtotal_minor, s.discount_minor) <> (b.subtotal_minor, b.discount_minor)`,
  },
  {
    check: 'references',
    wrong: 'One order has two uses of one coupon.',
    rows: Prisma.sql`
      SELECT tenant_id AS tenant, coupon_id AS coupon, reference_type AS type, reference_id AS reference, count(*) AS uses
      FROM redemptions r WHERE ${of('r')} AND status IN ('RESERVED', 'COMPLETED') AND reference_id IS NOT NULL
      GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
  },
  {
    // What a checkout used without waiting for its reservation is voided as `replaced`, whatever then becomes of that.
    check: 'reservations',
    wrong: 'A reservation and what it holds, or held, stand differently, or it never held anything.',
    rows: Prisma.sql`
      SELECT r.tenant_id AS tenant, r.id AS redemption, r.status, v.id AS reservation, v.status AS "reservationStatus"
      FROM redemptions r LEFT JOIN reservations v ON (v.tenant_id, v.id) = (r.tenant_id, r.reservation_id)
      WHERE ${of('r')} AND CASE
        WHEN v.id IS NULL THEN r.status IN ('RESERVED', 'EXPIRED') OR r.reservation_id IS NOT NULL
        WHEN r.status = 'RESERVED' THEN v.status <> 'ACTIVE'
        WHEN r.status = 'EXPIRED' THEN v.status <> 'EXPIRED'
        WHEN r.status = 'COMPLETED' OR EXISTS (
          SELECT FROM redemption_returns b WHERE (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
        ) THEN v.status <> 'CONFIRMED'
        ELSE v.status NOT IN ('RELEASED', 'REPLACED') AND r.void_reason IS DISTINCT FROM 'replaced' END
      UNION ALL
      SELECT v.tenant_id, NULL, NULL, v.id, v.status FROM reservations v
      WHERE ${of('v')} AND ((v.status = 'ACTIVE') <> (v.ended_at IS NULL) OR NOT EXISTS (
        SELECT FROM redemptions r WHERE (r.tenant_id, r.reservation_id) = (v.tenant_id, v.id)))`,
  },
];

/** An id as events and answers have it, out of the column that has its UUID: 128 bits in base 32, after two zeros. */
function typeId(prefix: string, column: string): Prisma.Sql {
  const digit = (_: unknown, index: number) =>
    `substr('0123456789abcdefghjkmnpqrstvwxyz', substring(bits FROM ${5 * index + 3} FOR 5)::int + 1, 1)`;
  const text = Array.from({ length: 26 }, digit).join(' || ');
  // Without the OFFSET the bits would be made anew for each digit.
  return Prisma.raw(
    `(SELECT '${prefix}_' || ${text} FROM (SELECT ('x0' || replace(${column}::text, '-', ''))::bit(132) AS bits OFFSET 0) b)`,
  );
}

const announced = (of: Of, pattern: string) => Prisma.sql`(
  SELECT tenant_id, action, target_id AS target, count(*) AS times FROM audit_events a
  WHERE ${of('a')} AND action ~ ${pattern} GROUP BY 1, 2, 3
)`;

const eventChecks = (of: Of): Check[] => [
  {
    check: 'events of redemptions',
    wrong: 'What became of a redemption was not announced once, or was announced and is not so.',
    rows: Prisma.sql`
      WITH due AS (
        SELECT r.tenant_id, e.action, ${typeId('redemption', 'r.id')} AS target, e.times
        FROM (
          SELECT r.tenant_id, r.id, r.reservation_id IS NOT NULL AS is_reserved, coalesce(b.times, 0) AS returns,
            r.status = 'VOIDED' AS is_voided, r.status = 'EXPIRED' AS is_expired,
            -- What a checkout held and did not use is given back without a return.
            r.status = 'COMPLETED' OR b.times > 0 OR r.reservation_id IS NULL AS is_used
          FROM redemptions r LEFT JOIN ${returned(of)} b ON (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
          WHERE ${of('r')}
        ) r CROSS JOIN LATERAL (VALUES
          ('coupon.reserved', is_reserved::int),
          ('coupon.redeemed', is_used::int),
          ('redemption.returned', greatest(0, returns - is_voided::int)),
          ('redemption.voided', is_voided::int),
          ('redemption.expired', is_expired::int)
        ) AS e (action, times)
        WHERE e.times > 0
      )
      SELECT tenant_id AS tenant, target AS redemption, action, coalesce(due.times, 0) AS due, coalesce(announced.times, 0) AS announced
      FROM due FULL JOIN ${announced(of, '^coupon[.](reserved|redeemed)$|^redemption[.]')} announced USING (tenant_id, action, target)
      WHERE due.times IS DISTINCT FROM announced.times`,
  },
  {
    check: 'events of reservations',
    wrong: 'What became of a reservation was not announced once, or was announced and is not so.',
    rows: Prisma.sql`
      WITH due AS (
        SELECT v.tenant_id, 'reservation.' || e.what AS action, ${typeId('reservation', 'v.id')} AS target, 1 AS times
        FROM reservations v CROSS JOIN LATERAL (VALUES ('made'), (lower(nullif(v.status, 'ACTIVE')))) AS e (what)
        WHERE ${of('v')} AND e.what IS NOT NULL
      )
      SELECT tenant_id AS tenant, target AS reservation, action, coalesce(due.times, 0) AS due, coalesce(announced.times, 0) AS announced
      FROM due FULL JOIN ${announced(of, '^reservation[.]')} announced USING (tenant_id, action, target)
      WHERE due.times IS DISTINCT FROM announced.times`,
  },
  {
    check: 'audit and outbox',
    wrong:
      'An audit event goes without its outgoing event, or the other way round, or they tell of different things.',
    rows: Prisma.sql`
      SELECT tenant_id AS tenant, id AS event, a.action, a.target_id AS target, o.type AS "outgoingType", o.target_id AS "outgoingTarget"
      FROM (SELECT * FROM audit_events a WHERE ${of('a')}) a
      FULL JOIN (SELECT * FROM outbox_events o WHERE ${of('o')}) o USING (tenant_id, id)
      WHERE (a.action, a.target_id, a.request_id) IS DISTINCT FROM (o.type, o.target_id, o.request_id)`,
  },
];

const keyCheck = (of: Of): Check => ({
  check: 'idempotency keys',
  wrong: 'A key has no answer, or that of a redemption that is not there or that was asked for otherwise.',
  rows: Prisma.sql`
    SELECT k.tenant_id AS tenant, k.operation, k.key, k.answer ->> 'redemptionId' AS redemption
    FROM idempotency_keys k LEFT JOIN (
      SELECT tenant_id, ${typeId('redemption', 'r.id')} AS id, request_hash FROM redemptions r WHERE ${of('r')}
    ) r ON k.operation = 'applyCoupon' AND (r.tenant_id, r.id) = (k.tenant_id, k.answer ->> 'redemptionId')
    WHERE ${of('k')} AND CASE k.operation WHEN 'applyCoupon' THEN r.request_hash IS DISTINCT FROM k.request_hash
      ELSE k.answer = '{}' END`,
});

interface ForeignKey {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  readonly childColumns: readonly string[];
  readonly parentColumns: readonly string[];
}

/** Each foreign key is looked up once more row by row, and with it whether it can lead into another tenant at all. */
async function referenceChecks(db: Database, of: Of): Promise<Check[]> {
  const keys = await db.$queryRaw<ForeignKey[]>`
    SELECT k.conname::text AS name, k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent,
      ARRAY(SELECT attname::text FROM unnest(k.conkey) WITH ORDINALITY n JOIN pg_attribute ON attrelid = k.conrelid AND attnum = n
        ORDER BY ordinality) AS "childColumns",
      ARRAY(SELECT attname::text FROM unnest(k.confkey) WITH ORDINALITY n JOIN pg_attribute ON attrelid = k.confrelid AND attnum = n
        ORDER BY ordinality) AS "parentColumns"
    FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = k.conrelid AND attname = 'tenant_id') ORDER BY 1`;
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attname = 'tenant_id' ORDER BY 1`;
  return [
    {
      check: 'references of rows',
      wrong: 'A row refers to nothing, or may refer to a row of another tenant.',
      rows: Prisma.join(
        keys.map((key) => strayRows(key, of)),
        ' UNION ALL ',
      ),
    },
    {
      check: 'tenants of rows',
      wrong: 'Rows belong to a tenant that is not there.',
      rows: Prisma.sql`
        SELECT tenant_id AS tenant, "table", rows FROM (${Prisma.join(
          tables.map(
            ({ name }) =>
              Prisma.sql`SELECT tenant_id, ${name} AS "table", count(*) AS rows FROM ${Prisma.raw(name)} t WHERE ${of('t')} GROUP BY 1`,
          ),
          ' UNION ALL ',
        )}) owned
        WHERE NOT EXISTS (SELECT FROM tenants WHERE tenants.id = owned.tenant_id)`,
    },
  ];
}

function strayRows({ name, child, parent, childColumns, parentColumns }: ForeignKey, of: Of): Prisma.Sql {
  const isWithinTenant = childColumns.some(
    (column, index) => column === 'tenant_id' && parentColumns[index] === 'tenant_id',
  );
  // Whatever it leads to now, it can lead to another tenant's.
  if (!isWithinTenant)
    return Prisma.sql`SELECT NULL::uuid AS tenant, ${name} AS reference, NULL::jsonb AS "to"`;
  const quoted = (columns: readonly string[], alias: string) =>
    Prisma.raw(columns.map((column) => `${alias}."${column}"`).join(', '));
  return Prisma.sql`
    SELECT child.tenant_id AS tenant, ${name} AS reference, to_jsonb(ROW(${quoted(childColumns, 'child')})) AS "to"
    FROM ${Prisma.raw(child)} child
    WHERE ${of('child')} AND num_nulls(${quoted(childColumns, 'child')}) = 0
      AND NOT EXISTS (SELECT FROM ${Prisma.raw(parent)} parent
        WHERE (${quoted(parentColumns, 'parent')}) = (${quoted(childColumns, 'child')}))`;
}
