/** A database as a tenant has it after years: millions of codes, and what was redeemed of them. */
import type pg from 'pg';
import { idOf, uuidAt } from '../src/lib/id.js';
import { hotCodes, manyCodes } from './cases.js';
import { applyOnce, copy, copyCoupon, makeOriginals, onDatabase, type Place } from './data.js';

/** Of so many codes one was used once; as many uses again are all of the one hot code. */
const codesPerUse = 20;

const usedCodes = (codes: number): number => Math.ceil(codes / codesPerUse);
/** All that are stored, and the one that they are copies of. */
export const storedRedemptions = (codes: number): number => 2 * usedCodes(codes) + 1;

/** They were made one after the other in this time, no two in the same millisecond. */
const days = 30;

export interface Filled {
  readonly seconds: number;
  readonly bytes: number;
}

export async function fill(place: Place, codes: number): Promise<Filled> {
  const from = performance.now();
  await makeOriginals(place);
  const original = { code: manyCodes(codes).prefix, customerId: 'customer', idempotencyKey: 'key' };
  const redemptionId = await applyOnce(place, original);
  // One statement has one core, and there are two at least.
  const half = Math.ceil(codes / 2);
  await Promise.all([copyCodes(place, 0, half), copyCodes(place, half, codes - half)]);
  return onDatabase(place.databaseUrl, async (client) => {
    await client.query(quickly);
    await copyCoupon(client, hotCodes, { uses_count: String(usedCodes(codes)) });
    await copyRedemptions(client, codes, redemptionId);
    // The copies are of before what the server may have sealed while this took its time: it seals all of it once more.
    await client.query('DELETE FROM audit_seals');
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ bytes: string }>(
      'SELECT pg_database_size(current_database()) AS bytes',
    );
    return { seconds: (performance.now() - from) / 1000, bytes: Number(rows[0]!.bytes) };
  });
}

/** What is copied is as whole as what it is copied from; `npm run reconcile` looks at it all in the end. */
const quickly = `SET session_replication_role = 'replica'; SET work_mem = '256MB'`;

const copyCodes = (place: Place, first: number, count: number) =>
  onDatabase(place.databaseUrl, async (client) => {
    await client.query(quickly);
    const different = { uses_count: `CASE n % ${codesPerUse} WHEN 0 THEN 1 ELSE 0 END` };
    await copyCoupon(client, manyCodes(count), different, first);
  });

async function copyRedemptions(client: pg.Client, codes: number, originalId: string): Promise<void> {
  const count = 2 * usedCodes(codes);
  await client.query(`
    CREATE TEMPORARY TABLE copied AS
    SELECT n, ${idInSql('ms')} AS target, (lpad(to_hex(ms), 12, '0') || '${afterTime}')::uuid AS id,
      to_timestamp(ms / 1000.0) AS at, sha256(n::text::bytea) AS hash, 'customer-' || n AS customer,
      coupons.id AS coupon_id, coupons.code
    FROM (
      SELECT n, (${Date.now() - days * 86_400_000} + n * ${days * 86_400_000}::bigint / ${count})::bigint AS ms
      FROM generate_series(0, ${count - 1}) AS n
    ) AS made
    JOIN coupons ON coupons.code = CASE n % 2 WHEN 0 THEN '${hotCodes.prefix}0'
      ELSE '${manyCodes(codes).prefix}' || n / 2 * ${codesPerUse} END
    ORDER BY n`);
  const each = (template: string, where: string) =>
    `${template} AS template CROSS JOIN copied WHERE template.${where} ORDER BY copied.n`;
  const ofOriginal = `target_id = '${originalId}'`;

  await copy(client, 'redemptions', {
    of: each('redemptions', `customer_id = 'customer'`),
    different: {
      id: 'copied.id',
      coupon_id: 'copied.coupon_id',
      coupon_code: 'copied.code',
      customer_id: 'copied.customer',
      customer: `'id:' || copied.customer`,
      request_hash: 'copied.hash',
      created_at: 'copied.at',
    },
  });
  await copy(client, 'redeemers', {
    of: each('redeemers', `customer = 'id:customer'`),
    different: {
      coupon_id: 'copied.coupon_id',
      customer: `'id:' || copied.customer`,
      first_redeemed_at: 'copied.at',
      last_redeemed_at: 'copied.at',
    },
  });
  for (const table of ['audit_events', 'outbox_events']) {
    await copy(client, table, {
      of: each(table, ofOriginal),
      different: { id: 'copied.id', target_id: 'copied.target', created_at: 'copied.at' },
    });
  }
  await copy(client, 'idempotency_keys', {
    of: each('idempotency_keys', `key = 'key'`),
    different: {
      key: `'key-' || copied.n`,
      request_hash: 'copied.hash',
      answer: `jsonb_build_object('redemptionId', copied.target)`,
      created_at: 'copied.at',
    },
  });
}

/** What follows the 48 bits of a UUIDv7 that say when it was made. */
const afterTime = uuidAt(0).replaceAll('-', '').slice(12);

/** The id of `uuidAt` as the API has it: the time in ten digits of base 32, and then always the same. */
function idInSql(ms: string): string {
  const digits = Array.from(
    { length: 10 },
    (_, index) => `substr('0123456789abcdefghjkmnpqrstvwxyz', (${ms} >> ${45 - 5 * index} & 31)::int + 1, 1)`,
  );
  const first = idOf('redemption', uuidAt(0));
  return `'${first.slice(0, -26)}' || ${digits.join(' || ')} || '${first.slice(-16)}'`;
}
