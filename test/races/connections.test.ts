import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startApp, type App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { uuidOf } from '../../src/lib/id.js';
import { createLog } from '../../src/platform/log.js';
import { createClient, type Client, type Reply } from '../testkit/client.js';
import { createTestDatabase } from '../testkit/database.js';
import { closeGate } from '../testkit/gate.js';
import { assertLedgerAt } from '../testkit/ledger.js';
import { startLink } from '../testkit/link.js';
import { chance, seedOf } from '../testkit/seed.js';
import { makeTenant } from '../testkit/tenant.js';
import { until } from '../testkit/until.js';
import { apply, makeCoupon, nameOf, tally, usesOf, voidRedemption } from './requests.js';

const databaseUrl = await createTestDatabase();
afterEach(() => assertLedgerAt(databaseUrl));

const start = async (url: string, env: NodeJS.ProcessEnv = {}): Promise<App> => {
  const app = await startApp({
    config: readConfig({ PORT: '0', DATABASE_POOL_SIZE: '8', DEMO: 'false', ...env }),
    databaseUrl: url,
    secret: 'the secret of a test, of 32 characters',
    log: createLog('silent'),
  });
  afterAll(() => app.close());
  return app;
};
const steady = await start(databaseUrl);
const { adminKey } = await makeTenant(steady.services, 'Acme');
const client = createClient(steady.url, adminKey);

const unknown =
  '503 OUTCOME_UNKNOWN The database did not answer, so it is not known whether this was done. Send it again with the same idempotency key.';
const overloaded = '503 OVERLOADED Too many requests are waiting. Send it again in a moment.';

const statusOf = async (app: App, path: string) => (await fetch(`${app.url}${path}`)).status;

describe('C1.7 given clients that hang up', () => {
  /** Sends a use and breaks the connection after so long; resolves when it is broken, or answered before that. */
  const hangUp = (code: string, idempotencyKey: string, afterMs: number) =>
    new Promise<void>((resolve) => {
      const query = `mutation ($input: ApplyCouponInput!) { applyCoupon(input: $input) { __typename } }`;
      const order = { subtotal: { amount: '100.00', currency: 'GBP' } };
      const body = JSON.stringify({ query, variables: { input: { code, order, idempotencyKey } } });
      const sent = request(`${steady.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': adminKey },
        agent: false,
      });
      sent.on('error', () => undefined);
      sent.on('close', () => resolve());
      sent.on('response', (response) => response.resume());
      sent.end(body);
      void pause(afterMs).then(() => sent.destroy());
    });

  test('when each sends its request again with its key, then each has one use, and is told of it', async () => {
    const random = chance(seedOf('clients that hang up'));
    const { code } = await makeCoupon(client);
    const keys = Array.from({ length: 60 }, (_, index) => `hang-up-${index}`);

    await Promise.all(keys.map((key) => hangUp(code, key, random() * 50)));
    const replies = await Promise.all(keys.map((idempotencyKey) => apply(client, code, { idempotencyKey })));

    expect(tally(replies)).toEqual({ ApplyCouponSuccess: 60 });
    expect(new Set(replies.map(({ data }) => data.applyCoupon.redemption.id)).size).toBe(60);
    expect(await usesOf(client, code)).toBe(60);
  });
});

describe('C2.6 given a server with two connections', async () => {
  const small = await start(databaseUrl, { DATABASE_POOL_SIZE: '2' });

  /** A tenant with a code whose row the test holds, and 50 of its requests that want it. */
  async function openStuckTenant(name: string) {
    const own = createClient(small.url, (await makeTenant(steady.services, name)).adminKey);
    const { id, code } = await makeCoupon(own);
    const gate = await closeGate(databaseUrl, 'SELECT 1 FROM coupons WHERE id = $1 FOR UPDATE', [
      uuidOf(id as `coupon_${string}`),
    ]);
    const revoke = () =>
      own.send(
        'mutation ($input: CouponActionInput!) { revokeCoupon(input: $input) { __typename ... on Error { code } } }',
        { input: { id } },
      );
    const flood = () =>
      Promise.all(Array.from({ length: 50 }, (_, index) => (index % 2 ? revoke() : apply(own, code))));
    return { gate, flood };
  }
  const answered = ['ApplyCouponSuccess', 'CouponRevokedError', 'RevokeCouponSuccess'];
  const statuses = () => Promise.all(['/livez', '/readyz', '/metrics'].map((path) => statusOf(small, path)));

  test('when 50 requests of one tenant wait for a lock, then another tenant is answered meanwhile, and then all of them', async () => {
    const quiet = createClient(small.url, (await makeTenant(steady.services, 'Quiet')).adminKey);
    const { gate, flood } = await openStuckTenant('Noisy');

    const replies = flood();
    await gate.waiting(1);
    const { code } = await makeCoupon(quiet);
    for (let use = 0; use < 10; use++) expect(nameOf(await apply(quiet, code))).toBe('ApplyCouponSuccess');
    expect(await statuses()).toEqual([200, 200, 200]);
    expect(await gate.waitingNow()).toBe(1);
    await gate.open();

    expect(answered).toEqual(expect.arrayContaining(Object.keys(tally(await replies))));
  });

  test('when both connections wait for locks, then whoever comes is refused in seconds and may come again, and health is answered', async () => {
    const third = createClient(small.url, (await makeTenant(steady.services, 'Third')).adminKey);
    const { code } = await makeCoupon(third);
    const stuck = [await openStuckTenant('First'), await openStuckTenant('Second')];

    const floods = stuck.map(({ flood }) => flood());
    await stuck[0]!.gate.waiting(2);
    const began = performance.now();
    const uses = Promise.all(Array.from({ length: 10 }, () => apply(third, code)));
    // What only reads waits for a connection, and no turn.
    const look = () =>
      third.send('query ($code: String!) { couponByCode(code: $code) { usesCount } }', { code });
    const refused = await Promise.all(Array.from({ length: 50 }, look));
    expect(tally(refused)).toEqual({ [overloaded]: 50 });
    expect(new Set(refused.map(({ headers }) => headers.get('retry-after')))).toEqual(new Set(['1']));
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(await statuses()).toEqual([200, 200, 200]);
    for (const { gate } of stuck) await gate.open();

    // A use that had come as far as to wait for its turn gets it now.
    expect(['ApplyCouponSuccess', overloaded]).toEqual(
      expect.arrayContaining(Object.keys(tally(await uses))),
    );
    for (const replies of await Promise.all(floods))
      expect(answered).toEqual(expect.arrayContaining(Object.keys(tally(replies))));
    expect(nameOf(await apply(third, code))).toBe('ApplyCouponSuccess');
  });
});

describe('C1.12 given a coupon that only ever meets conflicts', () => {
  test('when PostgreSQL reports nothing but conflicts, then that is said, and that nothing was done', async () => {
    const { id, code } = await makeCoupon(client);
    const database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    await database.query(`
      CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'as if' USING ERRCODE = '40001'; END $$;
      CREATE TRIGGER conflict BEFORE UPDATE ON coupons
        FOR EACH ROW WHEN (OLD.code = '${code}') EXECUTE FUNCTION conflict();`);

    const used = await apply(client, code, { idempotencyKey: 'conflict' });
    const revoked = await client.send(
      'mutation ($input: CouponActionInput!) { revokeCoupon(input: $input) { __typename } }',
      { input: { id } },
    );
    await database.query('DROP TRIGGER conflict ON coupons');
    await database.end();

    for (const reply of [used, revoked]) {
      expect(nameOf(reply)).toBe(
        '503 OVERLOADED Others were at the same for too long. Nothing was done; send it again in a moment.',
      );
      expect(reply.headers.get('retry-after')).toBe('1');
    }
    expect(await usesOf(client, code)).toBe(0);
    expect(nameOf(await apply(client, code, { idempotencyKey: 'conflict' }))).toBe('ApplyCouponSuccess');
  });
});

test('C1.12 given one of several items whose row somebody else holds, when all are sent, then each has its own answer', async () => {
  const { id, code: held } = await makeCoupon(client);
  const { code: free } = await makeCoupon(client);
  const holder = new pg.Client({ connectionString: databaseUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM coupons WHERE id = $1 FOR UPDATE', [uuidOf(id as `coupon_${string}`)]);

  const order = { subtotal: { amount: '100.00', currency: 'GBP' } };
  const items = [held, free, 'NONE'].map((code) => ({ code, order }));
  const reply = await client.send(
    `mutation ($input: ApplyCouponsInput!) {
      applyCoupons(input: $input) { ... on ApplyCouponsSuccess { results { __typename } } }
    }`,
    { input: { items } },
  );
  await holder.query('ROLLBACK');
  await holder.end();

  expect((reply.data as { applyCoupons: { results: unknown } }).applyCoupons.results).toEqual([
    { __typename: 'OverloadedError' },
    { __typename: 'ApplyCouponSuccess' },
    { __typename: 'CouponNotFoundError' },
  ]);
  expect([await usesOf(client, held), await usesOf(client, free)]).toEqual([0, 1]);
}, 60_000);

describe('C2.9 given a link to PostgreSQL that is disturbed', async () => {
  const link = await startLink(databaseUrl);
  afterAll(() => link.close());
  const app = await start(link.url);
  const far = createClient(app.url, adminKey);
  beforeEach(() => link.set('pass'));
  afterEach(() => link.set('pass'));

  const goesWell = (client: Client, code: string, fields: object) =>
    until('it goes well', async () => nameOf(await apply(client, code, fields)) === 'ApplyCouponSuccess');
  const statusOfRedemption = async (id: string): Promise<string> => {
    const { redemption } = await client.ask('query ($id: ID!) { redemption(id: $id) { status } }', { id });
    return redemption.status;
  };
  /** The same over and over until the server has noticed what became of its connections. */
  async function answered(send: () => Promise<Reply>): Promise<Reply> {
    let reply = await send();
    await until('it is answered', async () => {
      if (reply.status === 503) reply = await send();
      return reply.status !== 503;
    });
    return reply;
  }

  test('when the answer to the COMMIT of a use without a key is lost, then the outcome is said to be unknown', async () => {
    const { code } = await makeCoupon(far);
    const before = link.lost();

    link.set('lose answer');
    const keyless = await apply(far, code);
    link.set('pass');

    expect(nameOf(keyless)).toBe(unknown);
    expect(keyless.headers.get('retry-after')).toBe('1');
    expect(link.lost()).toBe(before + 1);
    expect(await usesOf(client, code)).toBe(1);
  });

  test.each([
    ['its answer is lost', 'lose answer' as const, 'VOIDED', 'true'],
    ['it is lost itself', 'lose commit' as const, 'COMPLETED', null],
  ])(
    'when COMMITs are sent and %s, then the outcome is unknown, and a retry with the key tells',
    async (_, mode, statusThen, replayed) => {
      const { code } = await makeCoupon(far);
      const { redemption } = (await apply(far, code)).data.applyCoupon;
      const fields = { idempotencyKey: `unknown-${mode}` };
      const back = () =>
        far.send(
          `mutation ($input: VoidRedemptionInput!) { voidRedemption(input: $input) { __typename ... on Error { code } } }`,
          { input: { id: redemption.id, ...fields } },
        );

      link.set(mode);
      expect([nameOf(await apply(far, code, fields)), nameOf(await back())]).toEqual([unknown, unknown]);
      link.set('pass');

      expect(await statusOfRedemption(redemption.id)).toBe(statusThen);
      expect(await usesOf(client, code)).toBe(1); // both were carried out, or neither
      const used = await answered(() => apply(far, code, fields));
      const voided = await answered(back);
      expect([nameOf(used), nameOf(voided)]).toEqual(['ApplyCouponSuccess', 'VoidRedemptionSuccess']);
      const replays = [used, voided].map(({ headers }) => headers.get('idempotent-replayed'));
      expect(replays).toEqual([replayed, replayed]);
      expect(await usesOf(client, code)).toBe(1);
    },
  );

  test('when all connections are cut under load, again and again, then each key has one use in the end', async () => {
    const { code } = await makeCoupon(far);
    const refusals: string[] = [];
    const answers: string[] = [];
    let isStopping = false;
    let sent = 0;

    const customers = Array.from({ length: 12 }, async () => {
      while (!isStopping) {
        const idempotencyKey = `cut-${sent++}`;
        let reply = await apply(far, code, { idempotencyKey });
        for (; reply.status === 503; reply = await apply(far, code, { idempotencyKey }))
          refusals.push(reply.errors![0]!.extensions.code);
        answers.push(nameOf(reply));
      }
    });
    for (let round = 0; round < 8; round++) {
      const before = { answers: answers.length, refusals: refusals.length };
      await until('the load goes on', () => answers.length > before.answers + 20);
      link.set('cut');
      await until('somebody has met that', () => refusals.length > before.refusals);
      link.set('pass');
    }
    isStopping = true;
    await Promise.all(customers);

    expect(new Set(answers)).toEqual(new Set(['ApplyCouponSuccess']));
    expect(new Set(refusals)).toEqual(new Set(['OUTCOME_UNKNOWN']));
    expect(answers).toHaveLength(sent);
    expect(await usesOf(client, code)).toBe(sent);
  });

  test('when bytes come one by one, then all is as ever', async () => {
    const { code } = await makeCoupon(far);

    link.set('drip');
    const replies = await Promise.all(
      Array.from({ length: 5 }, (_, index) => apply(far, code, { idempotencyKey: `drip-${index}` })),
    );

    expect(tally(replies)).toEqual({ ApplyCouponSuccess: 5 });
    expect(await usesOf(client, code)).toBe(5);
  });

  test('when nothing passes any more, or nothing comes back, then it is said within half a minute, and mends by itself', async () => {
    const oneWay = await startLink(databaseUrl);
    afterAll(() => oneWay.close());
    const other = await start(oneWay.url);
    const both = [
      { app, link, client: far, mode: 'pause' as const, name: 'paused' },
      {
        app: other,
        link: oneWay,
        client: createClient(other.url, adminKey),
        mode: 'deaf' as const,
        name: 'deaf',
      },
    ];

    await Promise.all(
      both.map(async ({ app, link, client: silenced, mode, name }) => {
        const { code } = await makeCoupon(silenced);
        const fields = { idempotencyKey: name };
        await apply(silenced, code, { idempotencyKey: `${name} before` });
        const { redemption } = (await apply(silenced, code)).data.applyCoupon;
        const began = performance.now();

        link.set(mode);
        const replies = Promise.all([apply(silenced, code, fields), voidRedemption(silenced, redemption.id)]);
        expect(await statusOf(app, '/livez')).toBe(200);
        expect(await statusOf(app, '/readyz')).toBe(503);
        expect(performance.now() - began).toBeLessThan(5_000);

        for (const reply of await replies) {
          expect(nameOf(reply)).toMatch(/^503 (OUTCOME_UNKNOWN|OVERLOADED) /);
          expect(reply.headers.get('retry-after')).toBe('1');
        }
        expect(performance.now() - began).toBeLessThan(30_000);
        link.set('pass');
        await goesWell(silenced, code, fields);
        await until('it is ready again', async () => (await statusOf(app, '/readyz')) === 200);
        // The return bore no key. Whether it was carried out is seen in the redemption, and the uses agree with that.
        const status = await statusOfRedemption(redemption.id);
        expect(await usesOf(client, code)).toBe(status === 'VOIDED' ? 2 : 3);
      }),
    );
  }, 90_000);
});
