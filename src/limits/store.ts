import { Prisma } from '../generated/prisma/client.js';
import { uuidOf, uuidOfAny, type Id } from '../lib/id.js';
import { jsonOf } from '../lib/json.js';
import { violatedConstraint } from '../platform/database-errors.js';
import type { Scope } from '../platform/scope.js';
import type { Limit, LimitMeasure, LimitTarget } from './core.js';
import { counterName, emptyCounter, stepSeconds, type Counter, type CounterKey } from './count.js';
import { limitTargetNotFound, type LimitTargetNotFound } from './errors.js';
import { readCounter, readLimit, type StoredCounter } from './stored.js';
import { spanAt, startsBetween } from './window.js';

const key = (scope: Scope, id: Limit['id']) => ({
  tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuidOf(id) },
});

/** The columns of the target; of the tenant there are none. */
const targetColumns = ({ kind, id }: LimitTarget) => ({
  couponId: kind === 'COUPON' ? uuidOf(id) : null,
  campaignId: kind === 'CAMPAIGN' ? uuidOf(id) : null,
});

function columns({ target, per, window, ...limit }: Limit) {
  return {
    ...limit,
    ...targetColumns(target),
    id: uuidOf(limit.id),
    per: per.kind,
    attribute: per.kind === 'ATTRIBUTE' ? per.name : null,
    window: window.kind,
    zone: 'zone' in window ? window.zone : null,
    windowSeconds: 'seconds' in window ? window.seconds : null,
  };
}

/**
 * Waits until nobody redeems what the target limits, and holds it until the transaction ends. In the order in which
 * everybody takes locks: the tenant, coupons, campaigns. Answers false for a coupon that is not there.
 */
export async function holdTarget(scope: Scope, { kind, id }: LimitTarget): Promise<boolean> {
  const tenantId = uuidOf(scope.tenantId);
  if (kind === 'TENANT') {
    await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${tenantId}, 0))`;
    return true;
  }
  await holdTenant(scope);
  if (kind === 'CAMPAIGN') {
    await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${uuidOf(id)}, 0))`;
    return true;
  }
  const [coupon] = await scope.db.$queryRaw<{ isUsable: boolean }[]>`
    SELECT deleted_at IS NULL AND NOT is_test AS "isUsable" FROM coupons
    WHERE tenant_id = ${tenantId}::uuid AND id = ${uuidOf(id)}::uuid
    FOR NO KEY UPDATE`;
  return coupon?.isUsable === true;
}

/** Shares the tenant's ledger with all who redeem: nobody has it alone until the transaction ends. */
export async function holdTenant(scope: Scope): Promise<void> {
  await scope.db
    .$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${uuidOf(scope.tenantId)}, 0))`;
}

export const countOfTarget = (scope: Scope, target: LimitTarget): Promise<number> =>
  scope.db.limit.count({
    where: { tenantId: uuidOf(scope.tenantId), ...targetColumns(target), shortForm: null },
  });

export async function insert(scope: Scope, limit: Limit): Promise<Limit | LimitTargetNotFound> {
  try {
    await scope.db.limit.create({ data: { ...columns(limit), tenantId: uuidOf(scope.tenantId) } });
    return limit;
  } catch (error) {
    const refusedBy = violatedConstraint(error);
    const targets = ['limits_tenant_id_coupon_id_fkey', 'limits_tenant_id_campaign_id_fkey'];
    if (refusedBy && targets.includes(refusedBy)) return limitTargetNotFound(limit.target.id!);
    throw error;
  }
}

export async function save(scope: Scope, limit: Limit): Promise<void> {
  await scope.db.limit.update({ where: key(scope, limit.id), data: columns(limit) });
}

export async function erase(scope: Scope, limit: Limit): Promise<void> {
  await scope.db.limit.delete({ where: key(scope, limit.id) });
}

export async function find(scope: Scope, id: string): Promise<Limit | null> {
  const uuid = uuidOfAny('limit', id);
  const where = { tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid! } };
  const row = uuid ? await scope.db.limit.findUnique({ where }) : null;
  return row && readLimit(row);
}

export async function findBudgets(scope: Scope, campaignIds: readonly Id<'campaign'>[]): Promise<Limit[]> {
  const rows = await scope.db.limit.findMany({
    where: {
      tenantId: uuidOf(scope.tenantId),
      campaignId: { in: campaignIds.map(uuidOf) },
      shortForm: 'BUDGET',
    },
  });
  return rows.map(readLimit);
}

const amountColumn: Record<LimitMeasure, Prisma.Sql> = {
  USES: Prisma.sql`counted_uses`,
  DISCOUNT: Prisma.sql`counted_discount_minor`,
  ORDER_VALUE: Prisma.sql`counted_order_minor`,
};

/** What count.ts says of one use, as SQL says it of redemptions. */
function keyColumn({ per }: Limit): Prisma.Sql {
  switch (per.kind) {
    case 'EVERYONE':
      return Prisma.sql`''`;
    case 'CUSTOMER':
      return Prisma.sql`coalesce(customer, '')`;
    case 'CHANNEL':
      return Prisma.sql`coalesce(channel, '')`;
    case 'ATTRIBUTE':
      return Prisma.sql`coalesce(attributes ->> ${per.name}, '')`;
  }
}

function countedBy(scope: Scope, { target, measure, currency }: Limit): Prisma.Sql {
  const conditions = [
    Prisma.sql`tenant_id = ${uuidOf(scope.tenantId)}::uuid`,
    Prisma.sql`${amountColumn[measure]} > 0`,
  ];
  if (target.kind === 'COUPON') conditions.push(Prisma.sql`coupon_id = ${uuidOf(target.id)}::uuid`);
  if (target.kind === 'CAMPAIGN') conditions.push(Prisma.sql`campaign_id = ${uuidOf(target.id)}::uuid`);
  if (currency !== null) conditions.push(Prisma.sql`currency = ${currency}`);
  return Prisma.join(conditions, ' AND ');
}

/**
 * Counts for a new limit what was redeemed before, as if it had always been there. Nobody may redeem meanwhile: hold
 * the target first.
 */
export async function countLedger(scope: Scope, limit: Limit): Promise<void> {
  const { window } = limit;
  if (window.kind === 'ROLLING') return countSteps(scope, limit, window.seconds);
  const counted = countedBy(scope, limit);

  let starts = [new Date(0)];
  if (window.kind !== 'LIFETIME') {
    const [ledger] = await scope.db.$queryRaw<{ first: Date | null; last: Date | null }[]>`
      SELECT min(created_at) AS first, max(created_at) AS last FROM redemptions WHERE ${counted}`;
    const { first, last } = ledger!;
    if (!first || !last) return;
    // Not by date_trunc: PostgreSQL has its own table of zones, and every other use is counted by that of Node.
    starts = startsBetween(window, first, last);
  }
  await scope.db.$executeRaw`
    WITH starts AS (SELECT ${starts.map((start) => start.toISOString())}::timestamptz[] AS at)
    INSERT INTO counters (tenant_id, limit_id, key, window_start, used, allowed)
    SELECT ${uuidOf(scope.tenantId)}::uuid, ${uuidOf(limit.id)}::uuid, key, window_start, used,
      greatest(${limit.ceiling + limit.overrun}::bigint, used)
    FROM (
      SELECT ${keyColumn(limit)} AS key, at[width_bucket(created_at, at)] AS window_start,
        sum(${amountColumn[limit.measure]})::bigint AS used
      FROM redemptions, starts
      WHERE ${counted}
      GROUP BY 1, 2
    ) AS counted`;
}

/** Only what has not left the window yet is in a rolling counter. */
async function countSteps(scope: Scope, limit: Limit, seconds: number): Promise<void> {
  const step = stepSeconds(seconds);
  const begin = scope.now().getTime() / 1_000 - seconds;
  await scope.db.$executeRaw`
    INSERT INTO counters (tenant_id, limit_id, key, window_start, used, allowed, steps)
    SELECT ${uuidOf(scope.tenantId)}::uuid, ${uuidOf(limit.id)}::uuid, key, to_timestamp(0), sum(used)::bigint,
      greatest(${limit.ceiling + limit.overrun}::bigint, sum(used)::bigint),
      jsonb_object_agg(start::text, used::text)
    FROM (
      SELECT ${keyColumn(limit)} AS key, (floor(extract(epoch FROM created_at) / ${step}::int) * ${step}::int)::bigint AS start,
        sum(${amountColumn[limit.measure]})::bigint AS used
      FROM redemptions
      WHERE ${countedBy(scope, limit)}
      GROUP BY 1, 2
    ) AS steps
    WHERE start + ${step}::int > ${String(begin)}::numeric
    GROUP BY key`;
}

/** What the database checks of a limit's counters, after its ceiling or its over-run was changed. */
export async function allow(scope: Scope, { id, ceiling, overrun }: Limit): Promise<void> {
  const allowed = Prisma.sql`greatest(${ceiling + overrun}::bigint, used)`;
  await scope.db.$executeRaw`
    UPDATE counters SET allowed = ${allowed}
    WHERE tenant_id = ${uuidOf(scope.tenantId)}::uuid AND limit_id = ${uuidOf(id)}::uuid AND allowed <> ${allowed}`;
}

/** How many of a limit's counters stand above its ceiling, of those in which is counted now. */
export async function countAbove(scope: Scope, { id, ceiling, window }: Limit): Promise<number> {
  const now = scope.now();
  const start = 'zone' in window ? spanAt(window, now).from : new Date(0);
  const ofCounter =
    window.kind === 'ROLLING'
      ? Prisma.sql`(
          SELECT sum(step.value::bigint) FROM jsonb_each_text(steps) AS step
          WHERE step.key::bigint + ${stepSeconds(window.seconds)}::int > ${String(now.getTime() / 1_000 - window.seconds)}::numeric)`
      : Prisma.sql`used`;
  const [above] = await scope.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM counters
    WHERE tenant_id = ${uuidOf(scope.tenantId)}::uuid AND limit_id = ${uuidOf(id)}::uuid
      AND window_start = ${start.toISOString()}::timestamptz AND ${ofCounter} > ${ceiling}::bigint`;
  return above!.count;
}

const keyRow = ({ limitId, key, windowStart }: CounterKey) => ({
  limit_id: uuidOf(limitId),
  key,
  window_start: windowStart.toISOString(),
});

const counterRow = (limit: Limit, counter: Counter) => ({
  ...keyRow(counter),
  used: String(counter.used),
  allowed: String(limit.ceiling + limit.overrun),
  steps: counter.steps && jsonOf(counter.steps),
});

/**
 * The counters that are wanted, each held until the transaction ends, and made where it is not there yet. One statement
 * makes, locks and reads, in an order that is the same for everybody.
 */
export async function lockCounters(
  scope: Scope,
  wanted: readonly { readonly limit: Limit; readonly key: CounterKey }[],
): Promise<Counter[]> {
  if (wanted.length === 0) return [];
  const rows = new Map(
    wanted.map(({ limit, key }) => [counterName(key), counterRow(limit, emptyCounter(limit, key))]),
  );
  const held = await scope.db.$queryRaw<StoredCounter[]>`
    INSERT INTO counters (tenant_id, limit_id, key, window_start, used, allowed, steps)
    SELECT ${uuidOf(scope.tenantId)}::uuid, limit_id, key, window_start, used, allowed, steps
    FROM jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) AS wanted (limit_id uuid, key text,
      window_start timestamptz, used bigint, allowed bigint, steps jsonb)
    ORDER BY limit_id, window_start, key
    ON CONFLICT (tenant_id, limit_id, key, window_start) DO UPDATE SET used = counters.used
    RETURNING limit_id AS "limitId", key, window_start AS "windowStart", used, steps`;
  return held.map(readCounter);
}

/** The counters that are there, as they stand. */
export async function readCounters(scope: Scope, keys: readonly CounterKey[]): Promise<Counter[]> {
  if (keys.length === 0) return [];
  const asked = keys.map(keyRow);
  const rows = await scope.db.$queryRaw<StoredCounter[]>`
    SELECT limit_id AS "limitId", key, window_start AS "windowStart", used, steps
    FROM counters_as_they_stand(${uuidOf(scope.tenantId)}::uuid, ${asked.map((row) => row.limit_id)}::uuid[],
      ${asked.map(({ key }) => key)}::text[], ${asked.map((row) => row.window_start)}::timestamptz[])`;
  return rows.map(readCounter);
}

/**
 * Saves counters that are held. What stood above the ceiling already may stay so or sink; whatever else is above it is
 * refused by the database.
 */
export async function saveCounters(
  scope: Scope,
  changed: readonly { readonly limit: Limit; readonly counter: Counter }[],
): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ limit, counter }) => counterRow(limit, counter));
  await scope.db.$executeRaw`
    UPDATE counters SET used = changed.used, steps = changed.steps,
      allowed = greatest(changed.allowed, least(counters.used, changed.used))
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS changed (limit_id uuid, key text,
      window_start timestamptz, used bigint, allowed bigint, steps jsonb)
    WHERE counters.tenant_id = ${uuidOf(scope.tenantId)}::uuid AND counters.limit_id = changed.limit_id
      AND counters.key = changed.key AND counters.window_start = changed.window_start`;
}

/**
 * Counts for one customer what was counted for others, who turned out to be the same. What they used apart may be more
 * than one may: that stays, and nothing is added to it. Nobody counts meanwhile: the tenant's ledger is locked.
 */
export async function mergeCounters(
  scope: Scope,
  customer: string,
  absorbed: readonly string[],
): Promise<void> {
  const tenantId = uuidOf(scope.tenantId);
  await scope.db.$executeRaw`
    WITH gone AS (
      DELETE FROM counters USING limits
      WHERE counters.tenant_id = ${tenantId}::uuid AND counters.key = ANY (${absorbed}::text[])
        AND (limits.tenant_id, limits.id) = (counters.tenant_id, counters.limit_id) AND limits.per = 'CUSTOMER'
      RETURNING counters.limit_id, counters.window_start, counters.used, counters.allowed, counters.steps
    ), together AS (
      SELECT * FROM gone
      UNION ALL
      SELECT limit_id, window_start, used, allowed, steps FROM counters
      WHERE tenant_id = ${tenantId}::uuid AND key = ${customer}
        AND (limit_id, window_start) IN (SELECT limit_id, window_start FROM gone)
    ), steps AS (
      SELECT limit_id, window_start, jsonb_object_agg(start, used) AS steps
      FROM (
        SELECT limit_id, window_start, step.key AS start, sum(step.value::bigint)::text AS used
        FROM together, jsonb_each_text(together.steps) AS step
        GROUP BY limit_id, window_start, step.key
      ) AS by_start
      GROUP BY limit_id, window_start
    ), merged AS (
      SELECT limit_id, window_start, sum(used)::bigint AS used, max(allowed) AS allowed, count(steps) > 0 AS rolls
      FROM together
      GROUP BY limit_id, window_start
    )
    INSERT INTO counters (tenant_id, limit_id, key, window_start, used, allowed, steps)
    SELECT ${tenantId}::uuid, limit_id, ${customer}, window_start, used, greatest(allowed, used),
      CASE WHEN rolls THEN coalesce(steps, '{}') END
    FROM merged LEFT JOIN steps USING (limit_id, window_start)
    ON CONFLICT (tenant_id, limit_id, key, window_start) DO UPDATE
      SET used = excluded.used, allowed = excluded.allowed, steps = excluded.steps`;
}
