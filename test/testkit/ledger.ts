import pg from 'pg';
import { expect } from 'vitest';
import { idOf } from '../../src/lib/id.js';

/** For each thing that must never be: the rows that show it, found by counting everything anew. */
const violations: Record<string, string> = {
  'a coupon counts other uses than it has redemptions': `
    SELECT c.code, c.uses_count, count(r.id)::int AS redemptions
    FROM coupons c LEFT JOIN redemptions r ON (r.tenant_id, r.coupon_id, r.status) = (c.tenant_id, c.id, 'COMPLETED')
    GROUP BY c.tenant_id, c.id HAVING c.uses_count <> count(r.id)`,

  'a coupon is used more often than it may be': `
    SELECT code, uses_count, max_uses FROM coupons WHERE uses_count > max_uses`,

  'a customer counts other uses than they have redemptions': `
    SELECT * FROM (
      SELECT tenant_id, coupon_id, 'id:' || customer_id AS customer, count(*)::int AS redemptions
      FROM redemptions WHERE status = 'COMPLETED' AND customer_id IS NOT NULL GROUP BY 1, 2, 3
    ) counted FULL JOIN redeemers USING (tenant_id, coupon_id, customer)
    WHERE coalesce(redemptions, 0) <> coalesce(uses_count, 0)`,

  'a customer uses a coupon more often than they may': `
    SELECT c.code, r.customer, r.uses_count, c.per_customer_limit
    FROM redeemers r JOIN coupons c ON (c.tenant_id, c.id) = (r.tenant_id, r.coupon_id)
    WHERE r.uses_count > c.per_customer_limit`,

  'a reference has two uses of one coupon': `
    SELECT coupon_code, reference_type, reference_id, count(*)::int
    FROM redemptions WHERE status = 'COMPLETED' AND reference_id IS NOT NULL
    GROUP BY tenant_id, coupon_id, coupon_code, reference_type, reference_id HAVING count(*) > 1`,

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
  readonly status: 'COMPLETED' | 'VOIDED';
  readonly request_hash: Buffer;
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
      'SELECT tenant_id, id, status, request_hash FROM redemptions',
    );
    const { rows: keys } = await client.query<KeyRow>(
      `SELECT tenant_id, key, request_hash, answer FROM idempotency_keys WHERE operation = 'applyCoupon'`,
    );
    const { rows: events } = await client.query<EventRow>(
      `SELECT tenant_id, action, target_id, count(*)::int FROM audit_events
       WHERE action IN ('coupon.redeemed', 'redemption.voided') GROUP BY 1, 2, 3`,
    );

    // The database has UUIDs where answers and events have TypeIDs.
    const byId = new Map(redemptions.map((row) => [`${row.tenant_id} ${idOf('redemption', row.id)}`, row]));
    found['an idempotency key is of no redemption, or of one that was asked for otherwise'] = keys.filter(
      (key) =>
        !byId.get(`${key.tenant_id} ${key.answer.redemptionId}`)?.request_hash.equals(key.request_hash),
    );
    const expected = redemptions.flatMap(({ tenant_id, id, status }) => {
      const target = `${tenant_id} ${idOf('redemption', id)}`;
      return [
        `coupon.redeemed ${target} 1`,
        ...(status === 'VOIDED' ? [`redemption.voided ${target} 1`] : []),
      ];
    });
    const announced = events.map(
      ({ tenant_id, action, target_id, count }) => `${action} ${tenant_id} ${target_id} ${count}`,
    );
    found['a redemption was not announced once, or was not made but announced'] = [
      ...difference(expected, announced),
      ...difference(announced, expected),
    ];

    expect(Object.fromEntries(Object.entries(found).filter(([, rows]) => rows.length > 0))).toEqual({});
  } finally {
    await client.end();
  }
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
