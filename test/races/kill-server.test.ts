import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/platform/database.js';
import { expireReservation, findOverdueReservations } from '../../src/reservations/actions/overdue.js';
import { createClient, type Client, type Reply } from '../testkit/client.js';
import { createTestDatabase } from '../testkit/database.js';
import { assertLedgerAt, redemptionsByKey } from '../testkit/ledger.js';
import { makeTenantIn, startServers } from '../testkit/processes.js';
import { testScope } from '../testkit/scope.js';
import { chance, seedOf } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { startLoad, untilAnswered } from './load.js';
import { apply, atOnce, endReservation, makeCoupon, nameOf, reserve, tally, usesOf } from './requests.js';

/** So many servers fall, and one fewer while checkouts reserve. */
const kills = Number(process.env['KILLS'] ?? 3);

const databaseUrl = await createTestDatabase();
const servers = await startServers(databaseUrl, 4);
const [first, second, third, fourth] = servers;
const { key } = await makeTenantIn(databaseUrl);
const client = createClient(first!.url(), key);

afterEach(() => assertLedgerAt(databaseUrl));

test(
  'when servers are killed under load, then nothing that was acknowledged is lost and nothing is counted twice',
  async () => {
    const plenty = await makeCoupon(client);
    const maxUses = 40;
    const scarce = await makeCoupon(client, { maxUses });
    const load = startLoad({ servers, key, codes: [plenty.code, scarce.code] });

    const goesOn = async (uses: number) => {
      const before = load.acknowledged();
      await until('the load goes on', () => load.acknowledged() > before + uses, 20_000);
    };
    const random = chance(seedOf('servers killed'));
    // Which falls, and after how much, is up to chance. The first never does, so that somebody answers.
    const others = [second!, third!, fourth!];
    for (let fallen = 0; fallen < kills; fallen++) {
      if (!others.some((server) => server.isRunning()))
        await Promise.all(others.map((server) => server.restart()));
      await goesOn(20 + Math.floor(random() * 40));
      const standing = others.filter((server) => server.isRunning());
      await standing[Math.floor(random() * standing.length)]!.kill();
    }
    if (!second!.isRunning()) await second!.restart();
    await goesOn(40);
    await load.stop();

    expect(load.unexpected).toEqual([]);
    expect(Object.keys(load.retried).length).toBeGreaterThan(0);
    // The answer to each key is in the ledger, and there is nothing else in it.
    const acknowledged = [...load.told].filter(([, { redemptionId }]) => redemptionId !== null);
    const made = await redemptionsByKey(databaseUrl);
    expect(made).toEqual(new Map(acknowledged.map(([key, { redemptionId }]) => [key, redemptionId])));
    expect(new Set(made.values()).size).toBe(made.size);
    expect(await usesOf(client, scarce.code)).toBe(maxUses);
    expect(await usesOf(client, plenty.code)).toBe(acknowledged.length - maxUses);

    // Whoever asks again, anywhere, is told the same.
    const some = acknowledged.filter((_, index) => index % 10 === 0);
    const clients = [first!, second!].map((server) => createClient(server.url(), key));
    const again = await atOnce(clients, some.length, (client, index) => {
      const [idempotencyKey, { code }] = some[index]!;
      return apply(client, code, { idempotencyKey });
    });
    expect(again.map(({ data }) => JSON.stringify(data))).toEqual(some.map(([, { answer }]) => answer));
  },
  60_000 + kills * 20_000,
);

test(
  'C2.1 when servers are killed while checkouts reserve, confirm and release, then each gets what it was told, and the rest is swept up',
  async () => {
    const { id: couponId, code } = await makeCoupon(client, { perCustomerLimit: 1_000 });
    const { createLimit } = await client.ask(
      `mutation ($input: CreateLimitInput!) { createLimit(input: $input) { __typename } }`,
      {
        input: {
          target: { couponId },
          per: 'CUSTOMER',
          measure: 'DISCOUNT',
          ceiling: { money: { amount: '100000', currency: 'GBP' } },
        },
      },
    );
    expect(createLimit.__typename).toBe('CreateLimitSuccess');
    if (!third!.isRunning()) await third!.restart();
    const pair = [second!, third!];
    const ended = { CONFIRMED: 0, RELEASED: 0, ABANDONED: 0 };
    const unexpected: string[] = [];
    let isStopping = false;
    let sent = 0;

    const checkouts = Array.from({ length: 12 }, async (_, index) => {
      while (!isStopping) {
        const number = sent++;
        const checkout = `checkout-${number}`;
        const ask = (send: (client: Client, fields: object) => Promise<Reply>, step: string) =>
          untilAnswered(pair, index, key, (client) =>
            send(client, { idempotencyKey: `${checkout} ${step}` }),
          );
        const reserved = await ask(
          (client, fields) =>
            reserve(client, [code], checkout, { customerId: `customer-${index}`, ...fields }),
          'reserve',
        );
        if (nameOf(reserved) !== 'ReserveCouponsSuccess') return void unexpected.push(nameOf(reserved));
        const { id } = reserved.data.reserveCoupons.reservation;
        const how = (['CONFIRMED', 'RELEASED', 'ABANDONED'] as const)[number % 3]!;
        if (how !== 'ABANDONED') {
          const mutation = how === 'CONFIRMED' ? 'confirmReservation' : 'releaseReservation';
          const reply = await ask((client, fields) => endReservation(client, mutation, id, fields), 'end');
          if (!nameOf(reply).endsWith('Success')) unexpected.push(nameOf(reply));
        }
        ended[how] += 1;
      }
    });
    const goOn = async () => {
      const before = ended.CONFIRMED;
      await until('checkouts go on', () => ended.CONFIRMED > before + 8, 20_000);
    };
    await goOn();
    const random = chance(seedOf('servers killed while checkouts reserve'));
    for (let fallen = 0; fallen < kills - 1; fallen++) {
      const victim = pair[Math.floor(random() * pair.length)]!;
      await victim.kill();
      await goOn();
      await victim.restart();
      await goOn();
    }
    isStopping = true;
    await Promise.all(checkouts);

    expect(unexpected).toEqual([]);
    expect(await usesOf(client, code)).toBe(ended.CONFIRMED + ended.ABANDONED);
    expect(await sweepUp()).toBe(ended.ABANDONED);
    expect(await usesOf(client, code)).toBe(ended.CONFIRMED);
  },
  60_000 + kills * 20_000,
);

describe('given a server that is asked to stop', () => {
  test('when it is under load, then it answers what has come in, ends well, and the other goes on', async () => {
    const { code } = await makeCoupon(client);
    const load = startLoad({ servers: [first!, second!], key, codes: [code] });
    await until('the load goes on', () => load.acknowledged() > 100);

    second!.program().send('SIGTERM');

    expect(await second!.program().ended).toBe(0);
    const before = load.acknowledged();
    await until('the other goes on', () => load.acknowledged() > before + 100);
    await load.stop();
    expect(load.unexpected).toEqual([]);
    // What came too late was not begun: whatever was counted was also answered.
    expect(await usesOf(client, code)).toBe(load.acknowledged());
    expect(second!.program().output()).not.toMatch(/"level":(50|60)/);
  });

  test('when requests wait for the database, then they are answered, nothing new is taken, and nothing is left', async () => {
    // Which of the others stand again is chance: none has a session here.
    const others = [second!, third!, fourth!].filter((server) => server.isRunning());
    await Promise.all(others.map((server) => server.kill()));
    const { code } = await makeCoupon(client);
    const hold = new pg.Client({ connectionString: databaseUrl });
    hold.on('error', () => undefined);
    await hold.connect();
    await hold.query('BEGIN');
    await hold.query('SELECT FROM coupons WHERE code = $1 FOR UPDATE', [code]);

    const replies = atOnce([client], 20, (client) => apply(client, code));
    await until('they wait for the row', async () => (await sessions(hold, `wait_event_type = 'Lock'`)) > 0);
    first!.program().send('SIGTERM');
    await until('it takes nothing new', async () => {
      const answer = await fetch(`${first!.url()}/readyz`).catch(() => null);
      return answer === null || answer.status === 503;
    });
    expect(first!.isRunning()).toBe(true);
    await hold.query('COMMIT');

    expect(tally(await replies)).toEqual({ ApplyCouponSuccess: 20 });
    expect(await first!.program().ended).toBe(0);
    expect(first!.program().output()).not.toMatch(/"level":(50|60)/);
    await until('its sessions are gone', async () => (await sessions(hold, `application_name <> ''`)) === 0);
    await hold.end();
  });
});

async function sessions(client: pg.Client, condition: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND ${condition}`,
  );
  return rows[0]!.count;
}

/** Ends all reservations as they end when their time is over; answers how many. */
async function sweepUp(): Promise<number> {
  const { prisma: db, close } = openDatabase(databaseUrl, { poolSize: 2, onError: () => undefined });
  const tomorrow = new Date(Date.now() + 86_400_000);
  let count = 0;
  for (;;) {
    const overdue = await findOverdueReservations(db, tomorrow);
    if (overdue.length === 0) break;
    for (const { tenantId, reservationId } of overdue)
      await expireReservation(testScope({ db, tenantId, now: tomorrow }), reservationId);
    count += overdue.length;
  }
  await close();
  return count;
}
