import { Prisma } from '../../generated/prisma/client.js';
import { uuidOf } from '../../lib/id.js';
import { jsonOf } from '../../lib/json.js';
import { readTexts, write } from '../../platform/database.js';
import type { Scope } from '../../platform/scope.js';
import type { Limit } from '../core.js';
import { counterName, emptyCounter, type Counter, type CounterKey } from '../count.js';
import { stepSeconds } from '../rolling.js';
import { readCounter, type StoredCounter } from '../stored.js';
import { spanAt } from '../window.js';
import { added } from './sum.js';

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
  const [row] = await readTexts<{ held: string }>(scope.db)`
    WITH held AS (
      INSERT INTO counters (tenant_id, limit_id, key, window_start, used, allowed, steps)
      SELECT ${uuidOf(scope.tenantId)}::uuid, limit_id, key, window_start, used, allowed, steps
      FROM jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) AS wanted (limit_id uuid, key text,
        window_start timestamptz, used bigint, allowed bigint, steps jsonb)
      ORDER BY limit_id, window_start, key
      ON CONFLICT (tenant_id, limit_id, key, window_start) DO UPDATE SET used = counters.used
      RETURNING limit_id AS "limitId", key, window_start AS "windowStart", used::text, steps
    )
    SELECT json_agg(held)::text AS held FROM held`;
  return (JSON.parse(row!.held) as StoredCounter[]).map(readCounter);
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
  await write(scope.db)`
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
        SELECT limit_id, window_start, step.key AS start, ${added(Prisma.sql`step.value::bigint`)}::text AS used
        FROM together, jsonb_each_text(together.steps) AS step
        GROUP BY limit_id, window_start, step.key
      ) AS by_start
      GROUP BY limit_id, window_start
    ), merged AS (
      SELECT limit_id, window_start, ${added(Prisma.sql`used`)} AS used, max(allowed) AS allowed, count(steps) > 0 AS rolls
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
