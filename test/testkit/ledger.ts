import pg from 'pg';
import { expect } from 'vitest';
import { uuidOf, type Id } from '../../src/lib/id.js';
import { openDatabase, type Database } from '../../src/platform/database.js';
import { reconcile } from '../../src/reconciliation/actions.js';

/**
 * Proves what must hold at every moment, whatever happened before and whatever is under way: all that `npm run
 * reconcile` looks at, at the instant at which something was written last, since tests have clocks of their own. Of all
 * tenants, or of one.
 */
export async function assertLedger(db: Database, tenantId: Id<'tenant'> | null = null): Promise<void> {
  const where = tenantId === null ? {} : { tenantId: uuidOf(tenantId) };
  const { createdAt } = (await db.auditEvent.findFirst({ where, orderBy: { createdAt: 'desc' } })) ?? {};
  const now = () => createdAt ?? new Date();
  const { findings } = (await reconcile({ db, now, tenantId, rowsMax: 10 }))!;
  expect(findings.filter(({ count }) => count > 0)).toEqual([]);
}

/** The same, where there is but a URL: the connection that it makes for itself costs more than the proof. */
export async function assertLedgerAt(databaseUrl: string): Promise<void> {
  const { prisma, close } = openDatabase(databaseUrl, { poolSize: 1, onError: () => undefined });
  try {
    await assertLedger(prisma);
  } finally {
    await close();
  }
}

interface KeyRow {
  readonly key: string;
  readonly answer: { readonly redemptionId: string };
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
