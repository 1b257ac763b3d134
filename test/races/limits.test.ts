import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { Client, Reply } from '../testkit/client.js';
import { createTestDatabase } from '../testkit/database.js';
import { assertLedgerAt } from '../testkit/ledger.js';
import { clientsOf, makeTenantIn, startServers } from '../testkit/processes.js';
import { chance, seedOf, shuffled } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import {
  apply,
  atOnce,
  change,
  makeCampaign,
  makeCoupon,
  nameOf,
  reserve,
  tally,
  usesOf,
  voidRedemption,
} from './requests.js';

/** So often a use is given back and wanted at once. */
const rounds = Number(process.env['ROUNDS'] ?? 25);

const databaseUrl = await createTestDatabase();
// PostgreSQL tells for certain once those who met them are gone: so this comes after the servers were stopped.
afterAll(async () => expect(await deadlocks()).toBe(0));
const servers = await startServers(databaseUrl, 4);
const { key } = await makeTenantIn(databaseUrl);
const clients = clientsOf(servers, key);
const [client] = clients as [Client];

afterEach(async () => {
  await assertLedgerAt(databaseUrl);
  // Nothing may have been masked as a bug, nor have been left to nobody.
  expect(servers.map((server) => server.program().output()).join('')).not.toMatch(
    /"a bug"|Unhandled|Uncaught/i,
  );
});

describe('given four servers on one database', () => {
  test('when 600 at once want the 30 uses of a code, then exactly 30 get one', async () => {
    const { code } = await makeCoupon(client, { maxUses: 30 });

    const replies = await atOnce(clients, 600, (client) => apply(client, code));

    expect(tally(replies)).toEqual({ ApplyCouponSuccess: 30, UsageLimitReachedError: 570 });
    expect(await usesOf(client, code)).toBe(30);
    const left = replies.filter(succeeded).map(({ data }) => data.applyCoupon.remaining.uses as number);
    expect(left.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index));
  });

  test('when customers want a code 50 times each at once, then each gets it once', async () => {
    const { code } = await makeCoupon(client, { perCustomerLimit: 1 });
    const customers = ['ada', 'grace', 'edsger', 'barbara'];

    const replies = await Promise.all(
      customers.map((customerId) => atOnce(clients, 50, (client) => apply(client, code, { customerId }))),
    );

    expect(replies.map(tally)).toEqual(
      customers.map(() => ({ ApplyCouponSuccess: 1, CustomerLimitReachedError: 49 })),
    );
    expect(await usesOf(client, code)).toBe(customers.length);
  });

  test('when codes of one lane and of others are applied at once, then each has its own uses', async () => {
    const coupons = await atOnce(clients, 12, (client, index) => makeCoupon(client, { maxUses: index + 1 }));

    const replies = await atOnce(clients, 240, (client, index) => apply(client, coupons[index % 12]!.code));

    const uses = await Promise.all(coupons.map(({ code }) => usesOf(client, code)));
    expect(uses).toEqual(coupons.map((_, index) => index + 1));
    expect(tally(replies)).toEqual({ ApplyCouponSuccess: 78, UsageLimitReachedError: 162 });
  });
});

describe('given limits that several coupons share', () => {
  test('C1.11 when all of 20 coupons are wanted at once, and the budget of their campaign is for seven uses, then exactly it is spent', async () => {
    const campaignId = await makeCampaign(client, { budget: { amount: '79.99', currency: 'GBP' } });
    const coupons = await atOnce(clients, 20, (client) => makeCoupon(client, { campaignId }));

    const replies = await atOnce(clients, 240, (client, index) =>
      apply(client, coupons[index % 20]!.code, { customerId: `customer-${index % 7}` }),
    );

    expect(tally(replies)).toEqual({ ApplyCouponSuccess: 7, LimitReachedError: 233 });
    const { campaign } = await client.ask(
      'query ($id: ID!) { campaign(id: $id) { spent { amount currency } } }',
      { id: campaignId },
    );
    expect(campaign.spent).toEqual({ amount: '70.00', currency: 'GBP' });
    const uses = await Promise.all(coupons.map(({ code }) => usesOf(client, code)));
    expect(uses.reduce((sum, count) => sum + count)).toBe(7);
  });

  test('C1.14 when checkouts reserve three codes at once, and the third runs out, then each has all or none', async () => {
    const coupons = await atOnce(clients, 3, (client, index) =>
      makeCoupon(client, { maxUses: index === 2 ? 3 : 100 }),
    );
    const codes = coupons.map(({ code }) => code);
    // Whatever the order in which they are asked for, they are locked in one.
    const orders = [codes, [...codes].reverse(), [codes[1]!, codes[2]!, codes[0]!]];

    const replies = await atOnce(clients, 24, (client, index) =>
      reserve(client, orders[index % 3]!, `all-or-none-${index}`),
    );

    expect(tally(replies)).toEqual({ ReserveCouponsSuccess: 3, ReservationRefusedError: 21 });
    expect(await Promise.all(codes.map((code) => usesOf(client, code)))).toEqual([3, 3, 3]);
    const { refusals } = replies.map(({ data }) => data.reserveCoupons).find((answer) => 'code' in answer);
    expect(refusals).toEqual([{ __typename: 'UsageLimitReachedError' }]);
  });

  test('C1.14 when they say that some will do, then each has what is left', async () => {
    const coupons = await atOnce(clients, 3, (client, index) =>
      makeCoupon(client, { maxUses: index === 2 ? 3 : 100 }),
    );
    const codes = coupons.map(({ code }) => code);

    const replies = await atOnce(clients, 24, (client, index) =>
      reserve(client, codes, `some-${index}`, { isPartial: true }),
    );

    expect(tally(replies)).toEqual({ ReserveCouponsSuccess: 24 });
    expect(await Promise.all(codes.map((code) => usesOf(client, code)))).toEqual([24, 24, 3]);
    expect(replies.filter(({ data }) => data.reserveCoupons.refusals.length === 1)).toHaveLength(21);
  });
});

describe('given requests that are sent more than once', () => {
  test('when each of 20 keys is sent 8 times at once, then each makes one redemption and 8 equal answers', async () => {
    const { code } = await makeCoupon(client, { maxUses: 100 });
    const keys = Array.from({ length: 20 }, (_, index) => `key-${index}`);

    const replies = await Promise.all(
      keys.map((idempotencyKey) => atOnce(clients, 8, (client) => apply(client, code, { idempotencyKey }))),
    );

    for (const ofKey of replies) {
      expect(tally(ofKey)).toEqual({ ApplyCouponSuccess: 8 });
      expect(new Set(ofKey.map(({ data }) => JSON.stringify(data))).size).toBe(1);
      expect(ofKey.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(7);
    }
    expect(await usesOf(client, code)).toBe(20);
  });

  test('when one key is sent at once for two codes, then one of them is used and the other is a conflict', async () => {
    const [one, other] = await atOnce(clients, 2, (client) => makeCoupon(client));

    const rounds = await atOnce(clients, 12, (_, round) =>
      atOnce(clients, 8, (client, index) =>
        apply(client, index % 2 ? one!.code : other!.code, { idempotencyKey: `two-codes-${round}` }),
      ),
    );

    expect(rounds.map(tally)).toEqual(
      rounds.map(() => ({ ApplyCouponSuccess: 4, IdempotencyConflictError: 4 })),
    );
    expect((await usesOf(client, one!.code)) + (await usesOf(client, other!.code))).toBe(12);
  });

  test('when an order is sent with different keys at once, then it has one redemption, and each key its answer for ever', async () => {
    const { code } = await makeCoupon(client);
    const orders = Array.from({ length: 10 }, (_, index) => ({ type: 'ORDER', id: `order-${index}` }));
    const send = () =>
      Promise.all(
        orders.map((reference) =>
          atOnce(clients, 8, (client, index) =>
            apply(client, code, { reference, idempotencyKey: `${reference.id} ${index}` }),
          ),
        ),
      );
    const told = (replies: Reply[][]) =>
      replies.map((ofOrder) => ofOrder.map(({ data }) => JSON.stringify(data)));

    const replies = await send();

    for (const ofOrder of replies) expect(tally(ofOrder)).toEqual({ ApplyCouponSuccess: 8 });
    for (const ofOrder of told(replies)) expect(new Set(ofOrder).size).toBe(1);
    expect(await usesOf(client, code)).toBe(orders.length);

    // A message that comes late must not use the code again for an order that was cancelled.
    await Promise.all(
      replies.map(([first]) => voidRedemption(client, first!.data.applyCoupon.redemption.id)),
    );
    expect(told(await send())).toEqual(told(replies));
    expect(await usesOf(client, code)).toBe(0);
  });
});

describe('given uses that are given back', () => {
  test('when one is given back 10 times at once, then it is given back once', async () => {
    const { code } = await makeCoupon(client, { maxUses: 3, perCustomerLimit: 3 });
    const used = await atOnce(clients, 3, (client) => apply(client, code, { customerId: 'ada' }));
    const ids = used.map(({ data }) => data.applyCoupon.redemption.id as string);

    const replies = await Promise.all(
      ids.slice(0, 2).map((id) => atOnce(clients, 10, (client) => voidRedemption(client, id))),
    );

    const once = { VoidRedemptionSuccess: 1, RedemptionAlreadyVoidedError: 9 };
    expect(replies.map(tally)).toEqual([once, once]);
    expect(await usesOf(client, code)).toBe(1);
  });

  test(
    'when the last use is given back while others want it, then one of them at most gets it',
    async () => {
      const random = chance(seedOf('the last use given back'));
      const { code } = await makeCoupon(client, { maxUses: 1, perCustomerLimit: 1 });
      const fields = { customerId: 'ada' };
      let held: string = (await apply(client, code, fields)).data.applyCoupon.redemption.id;
      const kinds = ['void', 'void', 'void', 'use', 'use', 'use', 'use', 'use', 'use'] as const;

      for (let round = 0; round < rounds; round++) {
        // Who is sent first, and to which of the servers, is another with each round.
        const inOrder = shuffled(kinds, random);
        const replies = await atOnce(shuffled(clients, random), inOrder.length, (client, index) =>
          inOrder[index] === 'void' ? voidRedemption(client, held) : apply(client, code, fields),
        );
        const voids = replies.filter((_, index) => inOrder[index] === 'void');
        const applied = replies.filter((_, index) => inOrder[index] === 'use');

        expect(tally(voids)).toEqual({ VoidRedemptionSuccess: 1, RedemptionAlreadyVoidedError: 2 });
        const successes = applied.filter(succeeded);
        expect(tally(applied)).toEqual(
          successes.length === 0
            ? { UsageLimitReachedError: 6 }
            : { ApplyCouponSuccess: 1, UsageLimitReachedError: 5 },
        );
        expect(await usesOf(client, code)).toBe(successes.length);
        const winner = successes[0] ?? (await apply(client, code, fields));
        held = winner.data.applyCoupon.redemption.id;
      }
    },
    30_000 + rounds * 1_000,
  );
});

describe('given customers who go on applying codes', () => {
  /** Applies the codes without pause, on all servers, until each of the customers is refused for this reason. */
  function crowd(codes: readonly string[], reason: string) {
    const successes: { began: number }[] = [];
    const others: string[] = [];
    const customers = Array.from({ length: 48 }, async (_, index) => {
      for (;;) {
        const began = performance.now();
        const reply = await apply(clients[index % clients.length]!, codes[index % codes.length]!);
        if (succeeded(reply)) successes.push({ began });
        else if (nameOf(reply) === reason) return;
        else others.push(nameOf(reply));
      }
    });
    return { successes, others, done: Promise.all(customers) };
  }

  test('when the coupon is revoked, then nobody who comes after the answer uses it', async () => {
    for (let round = 0; round < 3; round++) {
      const { id, code } = await makeCoupon(client);
      const { successes, others, done } = crowd([code], 'CouponRevokedError');
      await until('the crowd is at it', () => successes.length > 50);

      await change(client, 'revokeCoupon', id);
      const revokedAt = performance.now();
      await done;

      expect(others).toEqual([]);
      expect(successes.filter(({ began }) => began > revokedAt)).toEqual([]);
      expect(await usesOf(client, code)).toBe(successes.length);
    }
  });

  test('when the campaign is paused, then nobody who comes after the answer uses any of its coupons', async () => {
    const campaignId = await makeCampaign(client);
    const coupons = await atOnce(clients, 12, (client) => makeCoupon(client, { campaignId }));
    const codes = coupons.map(({ code }) => code);
    let uses = 0;

    for (let round = 0; round < 3; round++) {
      const { successes, others, done } = crowd(codes, 'CampaignNotRunningError');
      await until('the crowd is at it', () => successes.length > 50);

      const askedAt = performance.now();
      await change(client, 'pauseCampaign', campaignId);
      const pausedAt = performance.now();
      await done;

      expect(others).toEqual([]);
      expect(successes.filter(({ began }) => began > pausedAt)).toEqual([]);
      // However many use its coupons: whoever pauses a campaign has to get through.
      expect(pausedAt - askedAt).toBeLessThan(2_000);
      uses += successes.length;
      expect(
        (await Promise.all(codes.map((code) => usesOf(client, code)))).reduce((sum, count) => sum + count),
      ).toBe(uses);
      await change(client, 'resumeCampaign', campaignId);
    }
  });
});

function succeeded(reply: Reply): boolean {
  return nameOf(reply) === 'ApplyCouponSuccess';
}

async function deadlocks(): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client
    .query<{ deadlocks: number }>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    )
    .finally(() => client.end());
  return rows[0]!.deadlocks;
}
