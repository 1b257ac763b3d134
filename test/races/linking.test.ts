import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createCoupon } from '../../src/coupons/actions.js';
import type { Coupon } from '../../src/coupons/core.js';
import { uuidOf } from '../../src/lib/id.js';
import { createLimit } from '../../src/limits/actions.js';
import { openDatabase } from '../../src/platform/database.js';
import { applyPromotions } from '../../src/promotions/actions.js';
import { applyCoupon } from '../../src/redemptions/actions.js';
import { reserveCoupons } from '../../src/reservations/actions.js';
import { createTenant, updateTenant } from '../../src/tenants/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { auditedBy } from '../testkit/events.js';
import { closeGate } from '../testkit/gate.js';
import { assertLedgerAt } from '../testkit/ledger.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const url = await createTestDatabase();
/** Each has lanes of its own, as processes have. */
const processes = [1, 2].map(() => openDatabase(url, { poolSize: 8, onError: () => undefined }));
afterAll(() => Promise.all(processes.map(({ close }) => close())));
afterEach(() => assertLedgerAt(url));

let made = 0;

/** A shop that two processes serve, with two codes, and a limit for each customer over both. */
async function given() {
  const name = `Shop ${++made}`;
  const tenantId = tenantNamed(name);
  const [scope, other] = processes.map(({ prisma: db }) => testScope({ db, tenantId }));
  succeeded(await createTenant(scope!, { name }));
  const discount = { percentage: { percent: '10' } };
  const coupon = async (code: string) => succeeded(await createCoupon(scope!, { code, discount }));
  const [one, two] = [await coupon('ONE'), await coupon('TWO')];
  const target = { tenant: true };
  succeeded(await createLimit(scope!, { target, per: 'CUSTOMER', ceiling: { uses: 100 } }));
  return { scope: scope!, other: other!, one, two };
}

const order = { subtotal: { amount: '100.00', currency: 'GBP' } };
const email = { email: 'ada@example.com' };
const phone = { phone: '+441632960961' };
const both = { id: 'ada', ...email };

const use = (by: TestScope, { code }: Coupon, customer: object) => applyCoupon(by, { code, order, customer });

async function query<Row extends pg.QueryResultRow>(statement: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(statement, values).finally(() => client.end());
  return rows;
}

/** How often each customer is counted to have used each code, and by the limit. */
async function counted({ tenantId }: TestScope) {
  const redeemers = await query<{ counted: string }>(
    `SELECT c.code || ' ' || r.customer || ' ' || r.uses_count AS counted
     FROM redeemers r JOIN coupons c ON c.id = r.coupon_id WHERE r.tenant_id = $1 ORDER BY 1`,
    [uuidOf(tenantId)],
  );
  const counters = await query<{ counted: string }>(
    `SELECT key || ' ' || used AS counted FROM counters WHERE tenant_id = $1 AND used > 0 ORDER BY 1`,
    [uuidOf(tenantId)],
  );
  return { redeemers: redeemers.map((row) => row.counted), counters: counters.map((row) => row.counted) };
}

/** Nobody counts under an identity that is another customer's. */
async function strays({ tenantId }: TestScope): Promise<number> {
  const [row] = await query<{ count: number }>(
    `SELECT count(*)::int FROM redemptions r JOIN identities i ON (i.tenant_id, i.identity) = (r.tenant_id, r.customer)
     WHERE r.tenant_id = $1 AND i.customer <> r.customer`,
    [uuidOf(tenantId)],
  );
  return row!.count;
}

const holdRow = ({ id }: Coupon) =>
  closeGate(url, 'SELECT 1 FROM coupons WHERE id = $1 FOR UPDATE', [uuidOf(id)]);
const holdLedger = ({ tenantId }: TestScope, mode: '' | '_shared' = '') =>
  closeGate(url, `SELECT pg_advisory_xact_lock${mode}(hashtextextended($1, 0))`, [uuidOf(tenantId)]);

describe('given a customer who names several identities for the first time', () => {
  test('when others of the tenant are being counted all the while, then nobody is waited for', async () => {
    const { scope, one } = await given();
    const gate = await holdLedger(scope, '_shared');

    expect(succeeded(await use(scope, one, both))).toMatchObject({ customer: 'id:ada' });
    expect(succeeded(await use(scope, one, { ...both, ...phone }))).toMatchObject({ customer: 'id:ada' });
    await gate.open();

    expect(await counted(scope)).toEqual({ redeemers: ['ONE id:ada 2'], counters: ['id:ada 2'] });
    const linked = (await auditedBy(scope, scope.tenantId)).filter(
      ({ action }) => action === 'customer.linked',
    );
    expect(linked.map(({ after }) => after)).toEqual([
      {
        customer: 'id:ada',
        joined: ['id:ada', 'email:ada@example.com'],
        absorbed: ['email:ada@example.com'],
      },
      { customer: 'id:ada', joined: ['phone:+441632960961'], absorbed: ['phone:+441632960961'] },
    ]);
  });

  test.each([
    ['was counted under the e-mail before', [email]],
    ['was counted under the e-mail and under the id', [email, { id: 'ada' }]],
  ])('when something %s, then it is added up, once nobody counts', async (_, before) => {
    const { scope, one } = await given();
    for (const customer of before) succeeded(await use(scope, one, customer));
    const gate = await holdLedger(scope, '_shared');

    const used = use(scope, one, both);
    await gate.waiting(1);
    await gate.open();

    succeeded(await used);
    const uses = before.length + 1;
    expect(await counted(scope)).toEqual({
      redeemers: [`ONE id:ada ${uses}`],
      counters: [`id:ada ${uses}`],
    });
  });

  test('when a use under the e-mail is under way, then the link waits for it, and adds it', async () => {
    const { scope, other, one, two } = await given();
    const gate = await holdRow(one);

    const first = use(scope, one, email);
    await gate.waiting(1);
    const second = use(other, two, both);
    await gate.waiting(2);
    await gate.open();

    succeeded(await first);
    expect(succeeded(await second)).toMatchObject({ customer: 'id:ada' });
    expect(await counted(scope)).toEqual({
      redeemers: ['ONE id:ada 1', 'TWO id:ada 1'],
      counters: ['id:ada 2'],
    });
  });

  test.each([
    ['the e-mail', false, email],
    ['an alias of the e-mail', true, { email: 'ada+1@example.com' }],
  ])(
    'when the link is under way, then a use under %s waits for it, and counts as theirs',
    async (_, foldsAliases, customer) => {
      const { scope, other, one, two } = await given();
      succeeded(await updateTenant(scope, { foldsAliases }));
      const gate = await holdLedger(scope);

      const first = use(scope, one, both);
      await gate.waiting(1);
      const second = use(other, two, customer);
      await gate.waiting(2);
      await gate.open();

      succeeded(await first);
      expect(succeeded(await second)).toMatchObject({ customer: 'id:ada' });
      expect(await counted(scope)).toEqual({
        redeemers: ['ONE id:ada 1', 'TWO id:ada 1'],
        counters: ['id:ada 2'],
      });
    },
  );
});

test('given customers whose identities are named in all ways at once, when two processes count for them, then each is one', async () => {
  const { scope, other, one, two } = await given();
  const customers = Array.from({ length: 40 }, (_, index) => {
    const [id, mail, number] = [`u${index}`, `u${index}@example.com`, `+4416329600${10 + index}`];
    return [
      { id },
      { email: mail },
      { phone: number },
      { id, email: mail },
      { email: mail, phone: number },
      { id, phone: number },
      { id, email: mail, phone: number },
    ];
  });
  const asks = [0, 1, 2, 3, 4, 5, 6].flatMap((way) =>
    customers.map((named, index) => {
      const customer = named[(way + index) % named.length]!;
      const by = (index + way) % 2 ? scope : other;
      const { code } = index % 2 ? one : two;
      const reference = { type: 'ORDER', id: `${index}-${way}` };
      if (way === 2) return () => reserveCoupons(by, { codes: [code], order, customer, reference });
      if (way === 5) return () => applyPromotions(by, { codes: [code], order, customer });
      return () => applyCoupon(by, { code, order, customer });
    }),
  );

  for (const answer of await Promise.all(asks.map((ask) => ask()))) succeeded(answer);

  expect(await strays(scope)).toBe(0);
  const { counters, redeemers } = await counted(scope);
  expect(redeemers).toHaveLength(40);
  // The customer is whichever of the three was linked first.
  expect(counters.map((counter) => counter.split(' ')[1])).toEqual(customers.map(() => '7'));
}, 60_000);
