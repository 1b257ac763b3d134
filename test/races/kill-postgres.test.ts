import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { startPostgres, type Postgres } from '../../src/platform/postgres.js';
import { createClient } from '../testkit/client.js';
import { assertLedgerAt, redemptionsByKey } from '../testkit/ledger.js';
import { makeTenantIn, startServers } from '../testkit/processes.js';
import { until } from '../testkit/until.js';
import { startLoad, type Load } from './load.js';
import { apply, makeCoupon, nameOf, usesOf } from './requests.js';

const folder = mkdtempSync(join(tmpdir(), 'tearline-test-kill-'));
chmodSync(folder, 0o755); // root runs PostgreSQL as another user, who has to pass
let postgres: Postgres = await startPostgres({ folder, durable: true });
const { url: databaseUrl, port } = postgres;
afterAll(async () => {
  await postgres.destroy();
  rmSync(folder, { recursive: true });
});

const servers = await startServers(databaseUrl, 3, { LOG_LEVEL: 'warn' });
const { key } = await makeTenantIn(databaseUrl);
const clients = servers.map((server) => createClient(server.url(), key));
const client = clients[0]!;

afterEach(async () => {
  await assertLedgerAt(databaseUrl);
  expect(servers.map((server) => server.isRunning())).toEqual(servers.map(() => true));
  expect(
    servers
      .flatMap((server) =>
        server
          .program()
          .output()
          .split('\n')
          .filter((line) => /a bug|Unhandled|Uncaught/.test(line)),
      )
      .slice(0, 3),
  ).toEqual([]);
});

/** Whether the load gets on, on every one of the servers. */
async function goesOn(load: Load): Promise<void> {
  const before = load.acknowledged();
  await until('the load goes on', () => load.acknowledged() > before + 100, 30_000);
}

test('when PostgreSQL is killed under load and comes back, then the servers go on by themselves and nothing is lost', async () => {
  const plenty = await makeCoupon(client);
  const scarce = await makeCoupon(client, { maxUses: 150 });
  const load = startLoad({ servers, key, codes: [plenty.code, scarce.code] });

  for (let round = 0; round < 3; round++) {
    await goesOn(load);
    process.kill(postgres.pid, 'SIGKILL');
    await until('the servers say that they cannot', async () =>
      (await readiness()).every((status) => status === 503),
    );
    expect(await alive()).toEqual([200, 200, 200]);
    await postgres.stop(); // lets go of the folder
    postgres = await startPostgres({ folder, durable: true, port });
    await until(
      'all are ready again',
      async () => (await readiness()).every((status) => status === 200),
      30_000,
    );
  }
  await goesOn(load);
  await load.stop();

  expect(load.unexpected.slice(0, 5)).toEqual([]);
  expect(load.retried['503 OUTCOME_UNKNOWN']).toBeGreaterThan(0);
  const acknowledged = [...load.told].filter(([, { redemptionId }]) => redemptionId !== null);
  expect(await redemptionsByKey(databaseUrl)).toEqual(
    new Map(acknowledged.map(([key, { redemptionId }]) => [key, redemptionId])),
  );
  expect(await usesOf(client, scarce.code)).toBe(150);
  expect(await usesOf(client, plenty.code)).toBe(acknowledged.length - 150);
  for (const client of clients) expect(nameOf(await apply(client, plenty.code))).toBe('ApplyCouponSuccess');
  const fan = await signUp();
  await until('the e-mail that is in the queue is sent', async () =>
    (await deliveriesOf(fan)).includes('DELIVERED'),
  );
}, 120_000);

test('when all sessions are ended again and again, then every server goes on', async () => {
  const { code } = await makeCoupon(client);
  const load = startLoad({ servers, key, codes: [code] });
  const administrator = new pg.Client({ connectionString: databaseUrl });
  await administrator.connect();

  for (let round = 0; round < 10; round++) {
    const before = load.acknowledged();
    await until('some get through', () => load.acknowledged() > before + 10, 20_000);
    await administrator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'tearline%'`,
    );
  }
  await administrator.end();
  await goesOn(load);
  await load.stop();

  expect(load.unexpected.slice(0, 5)).toEqual([]);
  expect(await usesOf(client, code)).toBe(load.acknowledged());
  for (const client of clients) expect(nameOf(await apply(client, code))).toBe('ApplyCouponSuccess');
}, 60_000);

test('when PostgreSQL is gone and a server is asked to stop, then it stops all the same', async () => {
  const program = servers[2]!.program();
  process.kill(postgres.pid, 'SIGKILL');
  await until('it says that it cannot', async () => (await readiness())[2] === 503);

  program.send('SIGTERM');

  expect(await program.ended).toBe(0);
  await postgres.stop();
  postgres = await startPostgres({ folder, durable: true, port });
  await servers[2]!.restart();
});

/** Signs a fan up who gets an e-mail from the queue. Without a mail server it goes to the log. */
async function signUp(): Promise<string> {
  const offer = { name: 'Hello', discount: { percentage: { percent: '10' } }, verifyEmail: true };
  const { createBrand } = await client.ask(
    `mutation ($input: CreateBrandInput!) { createBrand(input: $input) { ... on CreateBrandSuccess { brand { id } } } }`,
    { input: { slug: 'brand', name: 'Brand', offer } },
  );
  const { registerFan } = await client.ask(
    `mutation ($input: RegisterFanInput!) { registerFan(input: $input) { ... on RegisterFanSuccess { fan { id } } } }`,
    { input: { brandId: createBrand.brand.id, name: 'Ada', email: 'ada@example.com' } },
  );
  return registerFan.fan.id;
}

async function deliveriesOf(id: string): Promise<string[]> {
  const { fan } = await client.ask('query ($id: ID!) { fan(id: $id) { deliveries { status } } }', { id });
  return fan.deliveries.map(({ status }: { status: string }) => status);
}

const statuses = (path: string) =>
  Promise.all(servers.map(async (server) => (await fetch(`${server.url()}${path}`)).status));
const readiness = () => statuses('/readyz');
const alive = () => statuses('/livez');
