import pg from 'pg';
import { expect } from 'vitest';
import { idOf } from '../../src/lib/id.js';
import { rowOf } from '../../src/lib/row.js';
import {
  amountOf,
  counted,
  counterName,
  counterOf,
  emptyCounter,
  type Counter,
  type Use,
} from '../../src/limits/count.js';
import { readCounter, readLimit, type StoredCounter, type StoredLimit } from '../../src/limits/stored.js';
import type { Reservation } from '../../src/reservations/core.js';

/** For each thing that must never be: the rows that show it, found by counting everything anew. */
const violations: Record<string, string> = {
  'a coupon counts other uses than its redemptions do': `
    SELECT c.code, c.uses_count, coalesce(sum(r.counted_uses), 0)::int AS counted
    FROM coupons c LEFT JOIN redemptions r ON (r.tenant_id, r.coupon_id) = (c.tenant_id, c.id)
    GROUP BY c.tenant_id, c.id HAVING c.uses_count <> coalesce(sum(r.counted_uses), 0)`,

  'a coupon is used more often than it may be': `
    SELECT code, uses_count, max_uses FROM coupons WHERE uses_count > max_uses`,

  'a customer counts other uses than their redemptions do': `
    SELECT * FROM (
      SELECT tenant_id, coupon_id, customer, sum(counted_uses)::int AS counted
      FROM redemptions WHERE customer IS NOT NULL GROUP BY 1, 2, 3
    ) counted FULL JOIN redeemers USING (tenant_id, coupon_id, customer)
    WHERE coalesce(counted, 0) <> coalesce(uses_count, 0)`,

  'a customer uses a coupon more often than they may, and not since they were linked': `
    SELECT c.code, r.customer, r.uses_count, c.per_customer_limit
    FROM redeemers r JOIN coupons c ON (c.tenant_id, c.id) = (r.tenant_id, r.coupon_id)
    WHERE r.uses_count > c.per_customer_limit AND NOT EXISTS (
      SELECT FROM identities i WHERE (i.tenant_id, i.customer) = (r.tenant_id, r.customer))`,

  'a redemption counts under an identity that is another customer’s': `
    SELECT r.id, r.customer, i.customer AS linked
    FROM redemptions r JOIN identities i ON (i.tenant_id, i.identity) = (r.tenant_id, r.customer)
    WHERE i.customer <> r.customer`,

  'a reference has two uses of one coupon': `
    SELECT coupon_code, reference_type, reference_id, count(*)::int
    FROM redemptions WHERE status IN ('RESERVED', 'COMPLETED') AND reference_id IS NOT NULL
    GROUP BY tenant_id, coupon_id, coupon_code, reference_type, reference_id HAVING count(*) > 1`,

  'a redemption of which nothing was given back counts less than it took, or one that was not kept counts': `
    SELECT r.id, r.status, r.counted_uses, r.counted_discount_minor, r.counted_order_minor FROM redemptions r
    WHERE CASE
      WHEN EXISTS (SELECT FROM redemption_returns b WHERE (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id))
        THEN r.status NOT IN ('COMPLETED', 'VOIDED')
      WHEN r.status IN ('RESERVED', 'COMPLETED')
        THEN (r.counted_uses, r.counted_discount_minor, r.counted_order_minor)
          <> (1, r.discount_minor + coalesce(r.shipping_discount_minor, 0), r.subtotal_minor)
      ELSE (r.counted_uses, r.counted_discount_minor, r.counted_order_minor) <> (0, 0, 0) END`,

  'more was returned of a redemption than it took': `
    SELECT r.id FROM redemptions r JOIN redemption_returns b ON (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
    GROUP BY r.tenant_id, r.id
    HAVING sum(b.subtotal_minor) > r.subtotal_minor OR sum(b.discount_minor + b.clawback_minor) > r.discount_minor
      OR (r.status = 'VOIDED' AND sum(b.subtotal_minor) <> r.subtotal_minor)`,

  'a reservation that is over still holds something, or what is held is held by none': `
    SELECT r.id, r.status, v.status AS reservation FROM redemptions r
    LEFT JOIN reservations v ON (v.tenant_id, v.id) = (r.tenant_id, r.reservation_id)
    WHERE r.status = 'RESERVED' AND v.status IS DISTINCT FROM 'ACTIVE'`,

  'a gift card has another balance than its movements add up to, or a movement leaves another than the next begins with': `
    SELECT c.code, c.balance_minor FROM coupons c JOIN LATERAL (
      SELECT sum(amount_minor) AS sum, array_agg(balance_minor - amount_minor) || c.balance_minor AS begins,
        array_agg(balance_minor) || 0::bigint AS leaves
      FROM gift_card_movements m WHERE (m.tenant_id, m.coupon_id) = (c.tenant_id, c.id)
    ) moved ON true
    WHERE c.balance_minor IS NOT NULL AND (c.balance_minor IS DISTINCT FROM moved.sum
      OR ARRAY(SELECT unnest(begins) ORDER BY 1) IS DISTINCT FROM ARRAY(SELECT unnest(leaves) ORDER BY 1))`,

  'a gift card has not paid for a redemption what it took off and what was given back of that': `
    SELECT r.id, r.status, paid FROM (
      SELECT tenant_id, redemption_id, -sum(amount_minor) AS paid FROM gift_card_movements
      WHERE redemption_id IS NOT NULL GROUP BY 1, 2
    ) m FULL JOIN (
      SELECT r.*, r.discount_minor - coalesce((SELECT sum(b.discount_minor) FROM redemption_returns b
        WHERE (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)), 0) AS kept
      FROM redemptions r JOIN coupons c ON (c.tenant_id, c.id) = (r.tenant_id, r.coupon_id)
      WHERE c.balance_minor IS NOT NULL
    ) r ON (r.tenant_id, r.id) = (m.tenant_id, m.redemption_id)
    WHERE paid IS DISTINCT FROM CASE WHEN r.status IN ('RESERVED', 'COMPLETED') THEN kept ELSE 0 END`,

  'a row refers to another tenant, or to nothing': `
    SELECT 'redemption of coupon' AS what, r.id::text FROM redemptions r
      LEFT JOIN coupons c ON (c.tenant_id, c.id) = (r.tenant_id, r.coupon_id) WHERE c.id IS NULL
    UNION ALL SELECT 'redemption of campaign', r.id::text FROM redemptions r
      LEFT JOIN campaigns c ON (c.tenant_id, c.id) = (r.tenant_id, r.campaign_id)
      WHERE r.campaign_id IS NOT NULL AND c.id IS NULL
    UNION ALL SELECT 'redeemer of coupon', r.customer FROM redeemers r
      LEFT JOIN coupons c ON (c.tenant_id, c.id) = (r.tenant_id, r.coupon_id) WHERE c.id IS NULL
    UNION ALL SELECT 'coupon of campaign', c.id::text FROM coupons c
      LEFT JOIN campaigns g ON (g.tenant_id, g.id) = (c.tenant_id, c.campaign_id)
      WHERE c.campaign_id IS NOT NULL AND g.id IS NULL
    UNION ALL SELECT 'row of tenant', tenant_id::text FROM (
      SELECT tenant_id FROM coupons UNION SELECT tenant_id FROM campaigns UNION SELECT tenant_id FROM redemptions
      UNION SELECT tenant_id FROM redeemers UNION SELECT tenant_id FROM idempotency_keys
      UNION SELECT tenant_id FROM reservations UNION SELECT tenant_id FROM limits UNION SELECT tenant_id FROM counters
      UNION SELECT tenant_id FROM audit_events UNION SELECT tenant_id FROM outbox_events
    ) used LEFT JOIN tenants t ON t.id = used.tenant_id WHERE t.id IS NULL`,

  'an audit event goes without its outgoing event, or the other way round': `
    SELECT coalesce(a.action, o.type) AS event, coalesce(a.target_id, o.target_id) AS target
    FROM audit_events a FULL JOIN outbox_events o ON (a.tenant_id, a.id, a.action, a.target_id) = (o.tenant_id, o.id, o.type, o.target_id)
    WHERE a.id IS NULL OR o.id IS NULL`,
};

interface RedemptionRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly status: 'RESERVED' | 'COMPLETED' | 'VOIDED' | 'EXPIRED';
  readonly request_hash: Buffer;
  readonly reservation_id: string | null;
  readonly returns: number;
}

interface ReservationRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly status: Reservation['status'];
}

interface KeyRow {
  readonly tenant_id: string;
  readonly key: string;
  readonly request_hash: Buffer;
  readonly answer: { readonly redemptionId: string };
}

interface EventRow {
  readonly tenant_id: string;
  readonly action: string;
  readonly target_id: string;
  readonly count: number;
}

/** Proves what must hold at every moment, whatever happened before and whatever is under way. */
export async function assertLedger(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const found: Record<string, unknown[]> = {};
    for (const [name, sql] of Object.entries(violations))
      found[name] = (await client.query<object>(sql)).rows;

    const { rows: redemptions } = await client.query<RedemptionRow>(
      `SELECT r.tenant_id, r.id, r.status, r.request_hash, r.reservation_id, count(b.id)::int AS returns FROM redemptions r
       LEFT JOIN redemption_returns b ON (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id) GROUP BY r.tenant_id, r.id`,
    );
    const { rows: reservations } = await client.query<ReservationRow>(
      'SELECT tenant_id, id, status FROM reservations',
    );
    const { rows: keys } = await client.query<KeyRow>(
      `SELECT tenant_id, key, request_hash, answer FROM idempotency_keys WHERE operation = 'applyCoupon'`,
    );
    const { rows: events } = await client.query<EventRow>(
      `SELECT tenant_id, action, target_id, count(*)::int FROM audit_events
       WHERE action ~ '^(redemption|reservation)[.]|^coupon[.](reserved|redeemed)$' GROUP BY 1, 2, 3`,
    );

    // The database has UUIDs where answers and events have TypeIDs.
    const byId = new Map(redemptions.map((row) => [`${row.tenant_id} ${idOf('redemption', row.id)}`, row]));
    found['an idempotency key is of no redemption, or of one that was asked for otherwise'] = keys.filter(
      (key) =>
        !byId.get(`${key.tenant_id} ${key.answer.redemptionId}`)?.request_hash.equals(key.request_hash),
    );
    const expected = [
      ...redemptions.flatMap((row) =>
        Object.entries(eventsOf(row)).flatMap(([action, count]) =>
          count > 0 ? [`${action} ${row.tenant_id} ${idOf('redemption', row.id)} ${count}`] : [],
        ),
      ),
      ...reservations.flatMap(({ tenant_id, id, status }) =>
        ['made', ...(status === 'ACTIVE' ? [] : [status.toLowerCase()])].map(
          (what) => `reservation.${what} ${tenant_id} ${idOf('reservation', id)} 1`,
        ),
      ),
    ];
    const announced = events.map(
      ({ tenant_id, action, target_id, count }) => `${action} ${tenant_id} ${target_id} ${count}`,
    );
    found[
      'what became of a redemption or a reservation was not announced once, or was announced and is not so'
    ] = [...difference(expected, announced), ...difference(announced, expected)];

    found['a counter of a limit is not what its redemptions come to'] = await wrongCounters(client);

    expect(Object.fromEntries(Object.entries(found).filter(([, rows]) => rows.length > 0))).toEqual({});
  } finally {
    await client.end();
  }
}

/** What was announced of a redemption, and how often: of one that is returned in parts, the last return voids it. */
function eventsOf({ status, reservation_id, returns }: RedemptionRow): Record<string, number> {
  const isVoided = status === 'VOIDED';
  // What a checkout held and never used is given back without a return.
  const wasUsed = status === 'COMPLETED' || returns > 0 || reservation_id === null;
  return {
    'coupon.reserved': reservation_id === null ? 0 : 1,
    'coupon.redeemed': wasUsed ? 1 : 0,
    'redemption.returned': isVoided ? Math.max(0, returns - 1) : returns,
    'redemption.voided': isVoided ? 1 : 0,
    'redemption.expired': status === 'EXPIRED' ? 1 : 0,
  };
}

interface UseRow {
  readonly tenant_id: string;
  readonly coupon_id: string;
  readonly campaign_id: string | null;
  readonly customer: string | null;
  readonly channel: string | null;
  readonly attributes: Record<string, string>;
  readonly created_at: Date;
  readonly currency: string;
  readonly counted_uses: number;
  readonly counted_discount_minor: string;
  readonly counted_order_minor: string;
}

/** Counts everything anew, by the rules by which one use is counted, and tells where that differs. */
async function wrongCounters(client: pg.Client): Promise<unknown[]> {
  const { rows: limits } = await client.query<Record<string, unknown>>('SELECT * FROM limits');
  const { rows: uses } = await client.query<UseRow>('SELECT * FROM redemptions');
  const { rows: stored } = await client.query<Record<string, unknown>>('SELECT * FROM counters');
  const there = stored.map((row) => readCounter(rowOf(row) as unknown as StoredCounter));

  const recounted = new Map<string, Counter>();
  for (const row of limits) {
    const limit = readLimit(rowOf(row) as unknown as StoredLimit);
    const { tenant_id, coupon_id, campaign_id } = row;
    for (const use of uses) {
      if (use.tenant_id !== tenant_id) continue;
      if (coupon_id !== null && use.coupon_id !== coupon_id) continue;
      if (campaign_id !== null && use.campaign_id !== campaign_id) continue;
      const read: Use = {
        ...use,
        at: use.created_at,
        uses: BigInt(use.counted_uses),
        discountMinor: BigInt(use.counted_discount_minor),
        orderMinor: BigInt(use.counted_order_minor),
      };
      const key = counterOf(limit, read);
      const before = recounted.get(counterName(key)) ?? emptyCounter(limit, key);
      recounted.set(counterName(key), counted(limit, before, amountOf(limit, read), read.at));
    }
  }

  const wrong: object[] = [];
  for (const counter of there) {
    const anew = recounted.get(counterName(counter));
    recounted.delete(counterName(counter));
    const steps = Object.entries(counter.steps ?? {});
    // What has left a rolling window is dropped from the counter sooner or later, and is still in the ledger.
    const isRight = counter.steps
      ? steps.every(([start, used]) => used === (anew?.steps?.[start] ?? 0n)) &&
        counter.used === steps.reduce((sum, [, used]) => sum + used, 0n)
      : counter.used === (anew?.used ?? 0n);
    if (!isRight) wrong.push({ counter, anew });
  }
  wrong.push(...[...recounted.values()].filter(({ used, steps }) => used !== 0n && steps === null));
  return wrong;
}

function difference(these: readonly string[], those: readonly string[]): string[] {
  const known = new Set(those);
  return these.filter((one) => !known.has(one));
}

/** How often each of the keys was used to redeem: what was redeemed for it, and how it stands. */
export async function redemptionsByKey(databaseUrl: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<KeyRow>(
      `SELECT key, answer FROM idempotency_keys WHERE operation = 'applyCoupon'`,
    );
    return new Map(rows.map(({ key, answer }) => [key, answer.redemptionId]));
  } finally {
    await client.end();
  }
}
