import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sealAuditEvents } from '../../src/audit/actions/seals.js';
import { uuidOf, type Id } from '../../src/lib/id.js';
import { reconcile } from '../../src/reconciliation/actions.js';
import type { Reconciliation } from '../../src/reconciliation/core.js';
import { openTown } from '../redemptions/shop.js';
import { tenantNamed } from '../testkit/scope.js';
import { makeBusy } from './busy-shop.js';

const openShop = await openTown();
const shop = await openShop();
const neighbour = await openShop();
const { db, clock } = shop.scope;
const tenant = uuidOf(shop.scope.tenantId);

interface Table {
  readonly name: string;
}
const tables = () => db.$queryRaw<Table[]>`
  SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;

/** Past all that would refuse it: foreign keys, triggers, and what `beforeAll` has dropped. */
const unguarded = (statements: readonly string[]) =>
  shop.scope.db.$executeRawUnsafe(
    `DO $do$ BEGIN SET LOCAL session_replication_role = replica; ${statements.join('; ')}; END $do$`,
  );

beforeAll(async () => {
  await makeBusy(shop);
  await makeBusy(neighbour);
  await sealAuditEvents({
    db,
    now: () => new Date(clock.now().getTime() + 10 * 60_000),
    isStopping: () => false,
    onSealed: () => undefined,
    onError(error) {
      throw error;
    },
    most: 5,
  });
  const guards = await db.$queryRaw<{ drop: string }[]>`
    SELECT format('ALTER TABLE %I DROP CONSTRAINT %I', relname, conname) AS drop
    FROM pg_constraint JOIN pg_class c ON c.oid = conrelid WHERE contype = 'c' AND relnamespace = 'public'::regnamespace`;
  await unguarded([
    ...guards.map(({ drop }) => drop),
    'DROP INDEX redemptions_reference_taken',
    'CREATE SCHEMA kept',
    ...(await tables()).map(({ name }) => `CREATE TABLE kept.${name} AS TABLE public.${name}`),
  ]);
});

afterEach(async () => {
  const names = (await tables()).map(({ name }) => name);
  await unguarded([
    ...names.map((name) => `DELETE FROM public.${name}`),
    ...names.map((name) => `INSERT INTO public.${name} SELECT * FROM kept.${name}`),
  ]);
});

const look = async (tenantId: Id<'tenant'> | null = null, rowsMax = 100) =>
  (await reconcile({ db, now: clock.now, tenantId, rowsMax }))!;

/** The checks that found something, with how much. */
const wrongIn = ({ findings }: Reconciliation) =>
  Object.fromEntries(findings.filter(({ count }) => count > 0).map(({ check, count }) => [check, count]));

/** The conditions that pick one row each. */
const t = `tenant_id = '${tenant}'`;
const tenth = `${t} AND code = 'TENTH'`;
const card = `${t} AND code = 'CARD'`;
const one = (table: string, where: string) =>
  `${t} AND id = (SELECT id FROM ${table} WHERE ${t} AND ${where} ORDER BY id LIMIT 1)`;
/** Three events of the second seal, which has five. */
const sealed = (nth: 1 | 2 | 3) =>
  `${t} AND id = (SELECT id FROM audit_events WHERE ${t} ORDER BY id OFFSET ${4 + nth} LIMIT 1)`;
/** The id of an event after all others. */
const unsealed = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
const seals = 'seals of the audit log';
/** No event that a seal refers to. */
const redeemed = `action = 'coupon.redeemed' AND id NOT IN (SELECT last_event_id FROM audit_seals)`;
const limit = (where: string) => `(SELECT id FROM limits WHERE ${t} AND ${where})`;

test('given all that is counted, when it is counted anew, then everything agrees', async () => {
  const found = await look();

  expect(wrongIn(found)).toEqual({});
  expect(found.findings.length).toBeGreaterThan(20);
  const rows = await Promise.all(
    (await tables())
      .map(({ name }) => name)
      .filter((name) => /^(red|res|lim|cou|gif|ide|aud|out|cam)/.test(name))
      .map((name) => db.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int FROM ${name} WHERE ${t}`)),
  );
  // Each check has something to look at.
  expect(rows.flat().every(({ count }) => count > 0)).toBe(true);
});

describe('given one row that is not as it should be, when all is counted anew, then it is found, and nothing else', () => {
  test.each<[string, string, Record<string, number>]>([
    [
      'a use too many',
      `UPDATE coupons SET uses_count = uses_count + 1 WHERE ${tenth}`,
      { 'uses of coupons': 1 },
    ],
    [
      'a use too few',
      `UPDATE coupons SET uses_count = uses_count - 1 WHERE ${tenth}`,
      { 'uses of coupons': 1 },
    ],
    [
      'more uses than the ceiling',
      `UPDATE coupons SET uses_ceiling = 2 WHERE ${tenth}`,
      { 'maximum of coupons': 1 },
    ],
    [
      'a maximum without a ceiling',
      `UPDATE coupons SET uses_ceiling = NULL WHERE ${tenth}`,
      { 'maximum of coupons': 1 },
    ],
    [
      'more uses than the maximum of a coupon that nobody has edited',
      `UPDATE coupons SET max_uses = 1 WHERE ${tenth}`,
      { 'maximum of coupons': 1 },
    ],
    [
      'a customer’s use too many',
      `UPDATE redeemers SET uses_count = uses_count + 1 WHERE ${t} AND customer = 'id:eve'
         OR ${t} AND customer = 'id:ada'`,
      { 'uses of customers': 1 },
    ],
    [
      'a customer without a counter',
      `DELETE FROM redeemers WHERE ${t} AND customer = 'id:ada'`,
      { 'uses of customers': 1 },
    ],
    [
      'a counter of nobody',
      `INSERT INTO redeemers SELECT tenant_id, id, 'id:nobody', 1, now(), now() FROM coupons WHERE ${tenth}`,
      { 'uses of customers': 1 },
    ],
    [
      'more uses than a customer may',
      `UPDATE coupons SET per_customer_limit = 1 WHERE ${tenth}`,
      { 'limit per customer': 1 },
    ],
    [
      'a redemption of a customer who is another',
      `INSERT INTO identities VALUES ('${tenant}', 'id:bob', 'id:ada', now())`,
      { identities: 9 },
    ],
    [
      'a counter of everybody’s that is too high',
      `UPDATE counters SET used = used + 1 WHERE ${t} AND limit_id = ${limit(`"window" = 'LIFETIME' AND measure = 'USES'`)}`,
      { 'counters of limits': 1 },
    ],
    [
      'a budget that is too low',
      `UPDATE counters SET used = used - 1 WHERE ${t} AND limit_id = ${limit(`short_form = 'BUDGET'`)}`,
      { 'counters of limits': 1 },
    ],
    [
      'a counter of a template that is too high',
      `UPDATE counters SET used = used + 1 WHERE ${t} AND limit_id = ${limit(`template_id IS NOT NULL`)}`,
      { 'counters of limits': 1 },
    ],
    [
      'a limit of a template that counts nothing of one of its coupons',
      `UPDATE coupons SET template_id = NULL WHERE ${card}`,
      { 'counters of limits': 1 },
    ],
    ...['HOUR', 'DAY', 'WEEK', 'MONTH'].map((window): [string, string, Record<string, number>] => [
      `a counter of a ${window.toLowerCase()} that is kept under another`,
      `UPDATE counters SET window_start = window_start + interval '1 second'
         WHERE (tenant_id, limit_id, key) = (SELECT tenant_id, limit_id, key FROM counters
           WHERE ${t} AND limit_id = ${limit(`"window" = '${window}'`)} AND used > 0 LIMIT 1)
           AND window_start = (SELECT min(window_start) FROM counters WHERE ${t} AND limit_id = ${limit(`"window" = '${window}'`)} AND used > 0)`,
      { 'counters of limits': 2 },
    ]),
    [
      'a counter that is not there',
      `DELETE FROM counters WHERE ${t} AND limit_id = ${limit(`per = 'CHANNEL'`)} AND key = 'app'`,
      { 'counters of limits': 1 },
    ],
    [
      'a counter under the wrong key',
      `UPDATE counters SET key = 'tel' WHERE ${t} AND limit_id = ${limit(`per = 'CHANNEL'`)} AND key = 'app'`,
      { 'counters of limits': 2 },
    ],
    [
      'a rolling counter that is not there',
      `DELETE FROM counters WHERE ${t} AND limit_id = ${limit(`"window" = 'ROLLING'`)} AND key = 'Leeds'`,
      { 'steps of rolling limits': 2 },
    ],
    [
      'a step that is too high',
      `UPDATE counters SET used = used + 1, steps = (SELECT jsonb_object_agg(key, CASE WHEN key = first THEN (value::int + 1)::text ELSE value END)
           FROM jsonb_each_text(steps), (SELECT min(key) AS first FROM jsonb_each_text(steps)) f)
         WHERE ${t} AND limit_id = ${limit(`"window" = 'ROLLING'`)} AND key = ''`,
      { 'steps of rolling limits': 1 },
    ],
    [
      'a rolling counter that is not its steps',
      `UPDATE counters SET used = used + 1 WHERE ${t} AND limit_id = ${limit(`"window" = 'ROLLING'`)} AND key = ''`,
      { 'sums of rolling limits': 1 },
    ],
    [
      'a counter that allows itself more than its limit',
      `UPDATE counters SET allowed = allowed + 1 WHERE ${t} AND limit_id = ${limit(`short_form = 'BUDGET'`)}`,
      { 'ceilings of limits': 1 },
    ],
    [
      'a counter above what is allowed',
      `UPDATE limits SET ceiling = 1 WHERE ${t} AND short_form = 'BUDGET';
       UPDATE counters SET allowed = 1 WHERE ${t} AND limit_id = ${limit(`short_form = 'BUDGET'`)}`,
      { 'ceilings of limits': 1 },
    ],
    [
      'a penny too many on a gift card',
      `UPDATE coupons SET balance_minor = balance_minor + 1 WHERE ${card}`,
      { 'balances of gift cards': 1, 'movements of gift cards': 2 },
    ],
    [
      'a gift card that was issued with more',
      `UPDATE coupons SET discount = jsonb_set(discount, '{initialBalance,minor}', '"6000"') WHERE ${card}`,
      { 'balances of gift cards': 1 },
    ],
    [
      'a movement that begins with another balance',
      `UPDATE gift_card_movements SET balance_minor = balance_minor + 1 WHERE ${one('gift_card_movements', `kind = 'RETURNED'`)}`,
      { 'movements of gift cards': 4 },
    ],
    [
      'a movement of another redemption',
      `UPDATE gift_card_movements SET redemption_id = (SELECT id FROM redemptions WHERE ${one('redemptions', `coupon_code = 'TENTH'`)})
         WHERE ${one('gift_card_movements', `kind = 'RETURNED'`)}`,
      { 'payments of gift cards': 2 },
    ],
    [
      'a redemption that counts for more money than it took',
      `UPDATE redemptions SET counted_order_minor = subtotal_minor + 1 WHERE ${one('redemptions', `coupon_code = 'CARD'`)};
       UPDATE counters SET used = used + (SELECT subtotal_minor - 2000 + 1 FROM redemptions WHERE ${one('redemptions', `coupon_code = 'CARD'`)})
         WHERE ${t} AND limit_id = ${limit(`per = 'CHANNEL'`)} AND key = 'app'`,
      { 'money of redemptions': 1 },
    ],
    [
      'a use that was given back and counts',
      `UPDATE redemptions SET counted_uses = 1 WHERE ${one('redemptions', `status = 'EXPIRED'`)};
       UPDATE coupons SET uses_count = uses_count + 1 WHERE ${tenth};
       UPDATE redeemers SET uses_count = uses_count + 1 WHERE ${t} AND customer = 'id:bob' AND coupon_id = (SELECT id FROM coupons WHERE ${tenth});
       DELETE FROM limits WHERE ${t} AND measure = 'USES';
       DELETE FROM counters WHERE ${t} AND limit_id NOT IN (SELECT id FROM limits WHERE ${t})`,
      { 'money of redemptions': 1 },
    ],
    [
      'a return of more than was taken',
      `UPDATE redemption_returns SET clawback_minor = clawback_minor + 100000 WHERE ${one('redemption_returns', 'true')}`,
      { returns: 1 },
    ],
    [
      'lines that do not add up',
      `UPDATE redemptions SET lines = jsonb_set(lines, '{0,discount}', '"1"') WHERE ${one('redemptions', `lines <> '[]'`)}`,
      { lines: 1 },
    ],
    [
      'two uses for one order',
      `UPDATE redemptions SET reference_type = 'ORDER', reference_id = 'o2' WHERE ${one('redemptions', `coupon_code = 'TENTH' AND status = 'COMPLETED'`)}`,
      { references: 1 },
    ],
    [
      'a reservation that is over and still holds',
      `UPDATE reservations SET status = 'RELEASED', ended_at = now() WHERE ${one('reservations', `status = 'ACTIVE'`)}`,
      { reservations: 1, 'events of reservations': 1 },
    ],
    [
      'a reservation that has ended and is held',
      `UPDATE reservations SET ended_at = NULL WHERE ${one('reservations', `status = 'CONFIRMED'`)}`,
      { reservations: 1 },
    ],
    [
      'what was completed without its reservation',
      `UPDATE reservations SET status = 'EXPIRED' WHERE ${one('reservations', `status = 'CONFIRMED'`)}`,
      { reservations: 2, 'events of reservations': 2 },
    ],
    [
      'a redemption that nobody was told of',
      `DELETE FROM outbox_events WHERE ${one('audit_events', redeemed)}; DELETE FROM audit_events WHERE ${one('audit_events', redeemed)}`,
      { 'events of redemptions': 1, [seals]: 1 },
    ],
    [
      'a redemption that was told of twice',
      `INSERT INTO audit_events SELECT tenant_id, '${unsealed}', actor_kind, actor_id, action, target_id, reason, before, after, request_id, created_at
         FROM audit_events WHERE ${one('audit_events', `action = 'redemption.expired'`)};
       INSERT INTO outbox_events SELECT tenant_id, id, action, target_id, request_id, created_at FROM audit_events a
         WHERE ${t} AND NOT EXISTS (SELECT FROM outbox_events o WHERE o.id = a.id)`,
      { 'events of redemptions': 1 },
    ],
    [
      'an audit event without its outgoing event',
      `DELETE FROM outbox_events WHERE ${one('outbox_events', `type = 'coupon.created'`)}`,
      { 'audit and outbox': 1 },
    ],
    [
      'an outgoing event without its audit event',
      `INSERT INTO outbox_events VALUES ('${tenant}', gen_random_uuid(), 'coupon.created', 'x', 'x', now())`,
      { 'audit and outbox': 1 },
    ],
    [
      'an outgoing event of something else',
      `UPDATE outbox_events SET target_id = 'x' WHERE ${one('outbox_events', `type = 'coupon.created'`)}`,
      { 'audit and outbox': 1 },
    ],
    [
      'an event of other words',
      `UPDATE audit_events SET reason = 'None of your business' WHERE ${sealed(2)}`,
      { [seals]: 1 },
    ],
    [
      'an event of another instant',
      `UPDATE audit_events SET created_at = created_at + interval '1 millisecond' WHERE ${sealed(2)}`,
      { [seals]: 1 },
    ],
    [
      'an event of another actor',
      `UPDATE audit_events SET actor_id = 'key_01kjq6psg0e008000000000002' WHERE ${sealed(2)}`,
      { [seals]: 1 },
    ],
    [
      'an event that says other things of what was made',
      `UPDATE audit_events SET after = after || '{"maxUses": 21}' WHERE ${sealed(2)}`,
      { [seals]: 1 },
    ],
    [
      'an event that says null where it said nothing',
      `UPDATE audit_events SET before = 'null' WHERE ${sealed(2)}`,
      { [seals]: 1 },
    ],
    [
      'an event that was taken out, with its outgoing event',
      `DELETE FROM outbox_events WHERE ${sealed(2)}; DELETE FROM audit_events WHERE ${sealed(2)}`,
      { [seals]: 1 },
    ],
    [
      'an event that was put in later, with its outgoing event',
      `INSERT INTO audit_events SELECT tenant_id, overlay(id::text PLACING 'ffffffffffff' FROM 25)::uuid, actor_kind, actor_id,
           action, target_id, reason, before, after, request_id, created_at FROM audit_events WHERE ${sealed(2)};
       INSERT INTO outbox_events SELECT tenant_id, id, action, target_id, request_id, created_at FROM audit_events a
         WHERE ${t} AND NOT EXISTS (SELECT FROM outbox_events o WHERE o.id = a.id)`,
      { [seals]: 1 },
    ],
    [
      'a seal of another instant',
      `UPDATE audit_seals SET sealed_at = sealed_at + interval '1 second' WHERE ${t} AND number = 2`,
      { [seals]: 1 },
    ],
    ['a seal of more', `UPDATE audit_seals SET event_count = 6 WHERE ${t} AND number = 2`, { [seals]: 1 }],
    [
      'a seal with a hash that fits nothing',
      `UPDATE audit_seals SET hash = sha256('') WHERE ${t} AND number = 2`,
      { [seals]: 2 },
    ],
    [
      'a seal that ends elsewhere',
      `UPDATE audit_seals SET last_event_id = (SELECT id FROM audit_events WHERE ${sealed(2)}) WHERE ${t} AND number = 2`,
      { [seals]: 2 },
    ],
    ['a seal that is not there', `DELETE FROM audit_seals WHERE ${t} AND number = 2`, { [seals]: 1 }],
    ['no first seal', `DELETE FROM audit_seals WHERE ${t} AND number = 1`, { [seals]: 1 }],
    [
      'a seal that another has the number of',
      `DELETE FROM audit_seals WHERE ${t} AND number = 2; UPDATE audit_seals SET number = 2 WHERE ${t} AND number = 3`,
      { [seals]: 2 },
    ],
    [
      'a key whose redemption is not there',
      `UPDATE idempotency_keys SET answer = '{"redemptionId": "redemption_01kjq6psg0e008000000000001"}' WHERE ${t} AND key = 'key-1'`,
      { 'idempotency keys': 1 },
    ],
    [
      'a key whose redemption was asked for otherwise',
      `UPDATE idempotency_keys SET request_hash = 'x' WHERE ${t} AND key = 'key-1'`,
      { 'idempotency keys': 1 },
    ],
    [
      'a key without an answer',
      `INSERT INTO idempotency_keys VALUES ('${tenant}', 'createCoupon', 'key-2', 'x', '{}', now())`,
      { 'idempotency keys': 1 },
    ],
    [
      'a reference into another tenant',
      `UPDATE fans SET tenant_id = tenant_id;
       UPDATE limits SET campaign_id = (SELECT id FROM campaigns WHERE tenant_id <> '${tenant}' LIMIT 1)
         WHERE ${t} AND short_form = 'BUDGET';
       DELETE FROM counters WHERE ${t} AND limit_id = ${limit(`short_form = 'BUDGET'`)}`,
      { 'references of rows': 1 },
    ],
    [
      'rows of no tenant',
      `UPDATE idempotency_keys SET tenant_id = gen_random_uuid() WHERE ${t} AND key = 'key-1'`,
      { 'idempotency keys': 1, 'tenants of rows': 1 },
    ],
  ])('%s', async (_, statements, expected) => {
    await unguarded([statements]);

    const found = await look();

    expect(wrongIn(found)).toEqual(expected);
  });
});

test('given rows of one tenant that are not as they should be, when each tenant is counted anew, then they are found with that one only', async () => {
  await unguarded(
    ['coupons', 'redeemers', 'redemptions'].map(
      (table) =>
        `UPDATE ${table} SET ${table === 'redemptions' ? 'counted_uses = 0' : 'uses_count = 9'} WHERE ${t}`,
    ),
  );
  await unguarded([
    `UPDATE counters SET used = used + 1 WHERE ${t}`,
    `UPDATE gift_card_movements SET amount_minor = 7 WHERE ${t}`,
    `DELETE FROM audit_events WHERE ${t}`,
    `DELETE FROM reservations WHERE ${t}`,
    `UPDATE redemption_returns SET lines = '[{"subtotal": "1", "discount": "1"}]' WHERE ${t}`,
    `UPDATE idempotency_keys SET answer = '{}' WHERE ${t}`,
  ]);

  const all = wrongIn(await look());

  expect(Object.keys(all).length).toBeGreaterThan(14);
  expect(wrongIn(await look(shop.scope.tenantId))).toEqual(all);
  expect(wrongIn(await look(neighbour.scope.tenantId))).toEqual({});
});

describe('given more rows than are told', () => {
  test('when all is counted anew, then the first are told, with their ids as the API has them, and all are counted', async () => {
    await unguarded([`UPDATE coupons SET uses_count = uses_count + 1`]);

    const found = await look(null, 1);

    const { count, rows } = found.findings.find(({ check }) => check === 'uses of coupons')!;
    expect(count).toBe(4);
    expect(rows).toEqual([
      {
        tenant: expect.stringMatching(/^tenant_\w{26}$/) as string,
        coupon: expect.stringMatching(/^coupon_\w{26}$/) as string,
        code: expect.stringMatching(/^(TENTH|CARD)$/) as string,
        kept: expect.any(Number) as number,
        recounted: expect.any(Number) as number,
      },
    ]);
  });
});

test('given a foreign key that may lead to another tenant, when all is counted anew, then it is named', async () => {
  await db.$executeRaw`ALTER TABLE campaigns ADD CONSTRAINT campaigns_alone UNIQUE (id)`;
  await db.$executeRaw`ALTER TABLE coupons ADD CONSTRAINT stray FOREIGN KEY (campaign_id) REFERENCES campaigns (id)`;
  try {
    const found = await look();
    expect(wrongIn(found)).toEqual({ 'references of rows': 1 });
    expect(found.findings.find(({ count }) => count > 0)!.rows).toMatchObject([{ reference: 'stray' }]);
  } finally {
    await db.$executeRaw`ALTER TABLE coupons DROP CONSTRAINT stray`;
  }
});

test('given no such tenant, when it is counted anew, then there is nothing to tell', async () => {
  expect(await reconcile({ db, now: clock.now, tenantId: tenantNamed('Nobody'), rowsMax: 1 })).toBeNull();
});
