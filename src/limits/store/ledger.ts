import { Prisma } from '../../generated/prisma/client.js';
import { uuidOf } from '../../lib/id.js';
import type { Scope } from '../../platform/scope.js';
import type { Limit, LimitMeasure } from '../core.js';
import { stepSeconds } from '../rolling.js';
import { startsBetween } from '../window.js';
import { added } from './sum.js';

const used = Prisma.sql`used`;

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
  const tenantId = uuidOf(scope.tenantId);
  const conditions = [Prisma.sql`tenant_id = ${tenantId}::uuid`, Prisma.sql`${amountColumn[measure]} > 0`];
  if (target.kind === 'COUPON') conditions.push(Prisma.sql`coupon_id = ${uuidOf(target.id)}::uuid`);
  if (target.kind === 'CAMPAIGN') conditions.push(Prisma.sql`campaign_id = ${uuidOf(target.id)}::uuid`);
  if (target.kind === 'TEMPLATE') {
    conditions.push(Prisma.sql`coupon_id IN (
      SELECT made.id FROM coupons made
      WHERE made.tenant_id = ${tenantId}::uuid AND made.template_id = ${uuidOf(target.id)}::uuid)`);
  }
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
        ${added(amountColumn[limit.measure])} AS used
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
    SELECT ${uuidOf(scope.tenantId)}::uuid, ${uuidOf(limit.id)}::uuid, key, to_timestamp(0), ${added(used)},
      greatest(${limit.ceiling + limit.overrun}::bigint, ${added(used)}),
      jsonb_object_agg(start::text, used::text)
    FROM (
      SELECT ${keyColumn(limit)} AS key, (floor(extract(epoch FROM created_at) / ${step}::int) * ${step}::int)::bigint AS start,
        ${added(amountColumn[limit.measure])} AS used
      FROM redemptions
      WHERE ${countedBy(scope, limit)}
      GROUP BY 1, 2
    ) AS steps
    WHERE start + ${step}::int > ${String(begin)}::numeric
    GROUP BY key`;
}
