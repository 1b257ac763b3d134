import pg from 'pg';
import { afterAll, afterEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  activateCampaign,
  createCampaign,
  endCampaign,
  pauseCampaign,
  updateCampaign,
} from '../../src/campaigns/actions.js';
import type { Campaign } from '../../src/campaigns/core.js';
import {
  createCoupon,
  deactivateCoupon,
  deleteCoupon,
  findCoupon,
  revokeCoupon,
  updateCoupon,
} from '../../src/coupons/actions.js';
import type { Coupon } from '../../src/coupons/core.js';
import { uuidOf } from '../../src/lib/id.js';
import { isFailure, type Failure } from '../../src/lib/outcome.js';
import { createLimit, updateLimit } from '../../src/limits/actions.js';
import type { Limit } from '../../src/limits/core.js';
import { openDatabase } from '../../src/platform/database.js';
import { applyCoupon, findRedemption } from '../../src/redemptions/actions.js';
import { linkCustomer } from '../../src/redemptions/actions/linking.js';
import { confirmReservation, reserveCoupons } from '../../src/reservations/actions.js';
import { expireReservation } from '../../src/reservations/actions/overdue.js';
import { voidRedemption } from '../../src/returns/actions.js';
import { createTenant } from '../../src/tenants/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { closeGate } from '../testkit/gate.js';
import { assertLedger } from '../testkit/ledger.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testClock, testScope, type TestClock, type TestScope } from '../testkit/scope.js';
import { until } from '../testkit/until.js';

const databaseUrl = await createTestDatabase();
const { prisma: db, close } = openDatabase(databaseUrl, { poolSize: 12, onError: () => undefined });
afterAll(close);
afterEach(() => assertLedger(db));

let made = 0;

/** A tenant of the test's own: whatever one test locks, no other waits for. */
async function freshScope(clock?: TestClock): Promise<TestScope> {
  const name = `Tenant ${++made}`;
  const scope = testScope({ db, tenantId: tenantNamed(name), ...(clock && { clock }) });
  expect(succeeded(await createTenant(scope, { name })).id).toBe(scope.tenantId);
  return scope;
}

const order = (amount = '100.00') => ({ subtotal: { amount, currency: 'GBP' } });

const makeCoupon = async (scope: TestScope, fields: object = {}): Promise<Coupon> =>
  succeeded(
    await createCoupon(scope, {
      code: `GATE${++made}`,
      discount: { percentage: { percent: '10' } },
      ...fields,
    }),
  );

const apply = (scope: TestScope, { code }: Coupon, fields: object = {}) =>
  applyCoupon(scope, { code, order: order(), ...fields });

const usesOf = async (scope: TestScope, { id }: Coupon) => (await findCoupon(scope, id))!.usesCount;

/** How often each answer came. */
function tally(outcomes: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const name = (outcome as Partial<Failure>).failure ?? 'success';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

async function queryRows<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Row>(statement, values).finally(() => client.end());
  return rows;
}

const gates = {
  tenant: ({ tenantId }: TestScope) =>
    closeGate(databaseUrl, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [uuidOf(tenantId)]),
  campaign: (_: TestScope, { campaignId }: Coupon) =>
    closeGate(databaseUrl, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [uuidOf(campaignId!)]),
  coupon: (_: TestScope, { id }: Coupon) =>
    closeGate(databaseUrl, 'SELECT 1 FROM coupons WHERE id = $1 FOR UPDATE', [uuidOf(id)]),
};

describe('C1.9 given a use and a change that meet at one lock', () => {
  interface Given {
    readonly scope: TestScope;
    readonly coupon: Coupon;
    readonly campaign: Campaign;
    readonly limit: Limit;
  }

  const changes: [string, keyof typeof gates, string, (given: Given) => Promise<unknown>][] = [
    ['revoked', 'coupon', 'CouponRevoked', ({ scope, coupon: { id } }) => revokeCoupon(scope, { id })],
    [
      'deactivated',
      'coupon',
      'CouponInactive',
      ({ scope, coupon: { id } }) => deactivateCoupon(scope, { id }),
    ],
    ['deleted', 'coupon', 'CouponNotFound', ({ scope, coupon: { id } }) => deleteCoupon(scope, { id })],
    [
      'made to expire',
      'coupon',
      'CouponExpired',
      ({ scope, coupon: { id, version } }) =>
        updateCoupon(scope, { id, version, patch: { validUntil: scope.now() } }),
    ],
    [
      'allowed no more uses than it has',
      'coupon',
      'UsageLimitReached',
      ({ scope, coupon: { id, version } }) => updateCoupon(scope, { id, version, patch: { maxUses: 1 } }),
    ],
    [
      'limited to what is used, by a limit that it has',
      'coupon',
      'LimitReached',
      ({ scope, limit: { id, version } }) =>
        updateLimit(scope, { id, version, patch: { ceiling: { uses: 1 } } }),
    ],
    [
      'limited to what is used, by a new limit',
      'coupon',
      'LimitReached',
      ({ scope, coupon: { id: couponId } }) =>
        createLimit(scope, { target: { couponId }, ceiling: { uses: 1 } }),
    ],
    [
      'paused with its campaign',
      'campaign',
      'CampaignNotRunning',
      ({ scope, campaign: { id } }) => pauseCampaign(scope, { id }),
    ],
    [
      'ended with its campaign',
      'campaign',
      'CampaignNotRunning',
      ({ scope, campaign: { id } }) => endCampaign(scope, { id }),
    ],
    [
      'left with what its campaign has spent',
      'campaign',
      'LimitReached',
      ({ scope, campaign: { id, version } }) =>
        updateCampaign(scope, { id, version, patch: { budget: { amount: '10.00', currency: 'GBP' } } }),
    ],
    [
      'limited with all of its tenant’s',
      'tenant',
      'LimitReached',
      ({ scope }) => createLimit(scope, { target: { tenant: true }, ceiling: { uses: 1 } }),
    ],
  ];

  /** A coupon of a campaign that was used once, under a limit of its own that is far away. */
  async function given(): Promise<Given> {
    const scope = await freshScope();
    const { id } = succeeded(await createCampaign(scope, { name: 'Race' }));
    const campaign = succeeded(await activateCampaign(scope, { id }));
    const coupon = await makeCoupon(scope, { campaignId: id, maxUses: 10 });
    const { limit } = succeeded(
      await createLimit(scope, { target: { couponId: coupon.id }, ceiling: { uses: 10 } }),
    );
    succeeded(await apply(scope, coupon));
    return { scope, coupon, campaign, limit };
  }

  test.each(changes)(
    'when it is %s first, then the use is refused, and nothing is counted',
    async (_, where, refusal, change) => {
      const all = await given();
      const { scope, coupon } = all;
      const gate = await gates[where](scope, coupon);

      const changed = change(all);
      await gate.waiting(1);
      const used = apply(scope, coupon);
      await gate.waiting(2);
      await gate.open();

      succeeded(await changed);
      expect(await used).toMatchObject({ failure: refusal });
      expect(await usesOf(scope, coupon)).toBe(1);
    },
  );

  test.each(changes)(
    'when it is used first, then it is %s after that, and the next use is refused',
    async (_, where, refusal, change) => {
      const all = await given();
      const { scope, coupon } = all;
      const gate = await gates[where](scope, coupon);

      const used = apply(scope, coupon);
      await gate.waiting(1);
      const changed = change(all);
      await gate.waiting(2);
      await gate.open();

      succeeded(await used);
      succeeded(await changed);
      expect(await apply(scope, coupon)).toMatchObject({ failure: refusal });
      expect(await usesOf(scope, coupon)).toBe(2);
    },
  );

  test('when it expires while a use waits, then the use is refused', async () => {
    const scope = await freshScope();
    const coupon = await makeCoupon(scope, { validUntil: new Date('2026-03-02T12:00:10Z') });
    const gate = await gates.coupon(scope, coupon);

    const used = apply(scope, coupon);
    await gate.waiting(1);
    scope.clock.set('2026-03-02T12:00:10Z');
    await gate.open();

    expect(await used).toMatchObject({ failure: 'CouponExpired' });
    expect(await usesOf(scope, coupon)).toBe(0);
  });
});

test('C1.13 given two editors who have read one version, when they save at once, then the second is told', async () => {
  const scope = await freshScope();
  const coupon = await makeCoupon(scope);
  const { id, version } = coupon;
  const gate = await gates.coupon(scope, coupon);

  const first = updateCoupon(scope, { id, version, patch: { description: 'first' } });
  await gate.waiting(1);
  // Those of one process come to the lock one after the other.
  const elsewhere = openDatabase(databaseUrl, { poolSize: 2, onError: () => undefined });
  onTestFinished(elsewhere.close);
  const second = updateCoupon(
    { ...scope, db: elsewhere.prisma },
    { id, version, patch: { description: 'second' } },
  );
  await gate.waiting(2);
  await gate.open();

  succeeded(await first);
  expect(await second).toMatchObject({ failure: 'VersionConflict', sentVersion: 1, currentVersion: 2 });
  expect(await findCoupon(scope, id)).toMatchObject({ description: 'first', version: 2 });
});

describe('C1.10 given limits of three uses a day on the clocks of St. John’s', () => {
  // Half past three, by the clocks of Greenwich.
  const midnight = new Date('2026-03-02T03:30:00Z').getTime();

  async function limited(clock: TestClock) {
    const scope = await freshScope(clock);
    const coupon = await makeCoupon(scope);
    const day = { kind: 'DAY', zone: 'America/St_Johns' };
    const target = { couponId: coupon.id };
    succeeded(await createLimit(scope, { target, window: day, ceiling: { uses: 3 } }));
    succeeded(await createLimit(scope, { target, window: day, ceiling: { uses: 1 }, per: 'CUSTOMER' }));
    return { scope, coupon };
  }

  /** What the counters say of each day, and what the redemptions do. */
  const counted = (couponId: Coupon['id']) =>
    queryRows<{ counters: string[]; redemptions: string[] }>(
      `SELECT
        (SELECT array_agg(window_start::text || ' ' || used ORDER BY window_start)
           FROM counters JOIN limits ON limits.id = limit_id
           WHERE coupon_id = $1 AND per = 'EVERYONE' AND used > 0) AS counters,
        (SELECT array_agg(start::text || ' ' || uses ORDER BY start) FROM (
           SELECT date_trunc('day', created_at, 'America/St_Johns') AS start, sum(counted_uses) AS uses
           FROM redemptions WHERE coupon_id = $1 GROUP BY 1) AS days) AS redemptions`,
      [uuidOf(couponId)],
    ).then((rows) => rows[0]!);

  test('when 50 want one just before midnight, and 50 at midnight, then each day has its three', async () => {
    const clock = testClock(new Date(midnight - 1));
    const { scope, coupon } = await limited(clock);
    const crowd = () =>
      Promise.all(
        Array.from({ length: 50 }, (_, index) => apply(scope, coupon, { customerId: `customer-${index}` })),
      );

    expect(tally(await crowd())).toEqual({ success: 3, LimitReached: 47 });
    clock.set(new Date(midnight));
    expect(tally(await crowd())).toEqual({ success: 3, LimitReached: 47 });

    const days = ['2026-03-01 03:30:00+00 3', '2026-03-02 03:30:00+00 3'];
    expect(await counted(coupon.id)).toEqual({ counters: days, redemptions: days });
  });

  test('when one customer wants it 50 times at once, before midnight and after, then they get one each day', async () => {
    const clock = testClock(new Date(midnight - 1));
    const { scope, coupon } = await limited(clock);
    const crowd = () =>
      Promise.all(Array.from({ length: 50 }, () => apply(scope, coupon, { customerId: 'ada' })));

    expect(tally(await crowd())).toEqual({ success: 1, LimitReached: 49 });
    clock.set(new Date(midnight));
    expect(tally(await crowd())).toEqual({ success: 1, LimitReached: 49 });
  });

  test('when the clock strikes at any moment of a use, then the use is counted on the day that it bears', async () => {
    for (let ticksBefore = 0; ticksBefore < 8; ticksBefore++) {
      let instant = midnight - 60_000;
      let tick = 0;
      const clock = { ...testClock(), now: () => new Date((instant += tick)) };
      const { scope, coupon } = await limited(clock);
      instant = midnight - ticksBefore;
      tick = 1;

      const outcomes = [];
      for (let index = 0; index < 4; index++)
        outcomes.push(await apply(scope, coupon, { customerId: `customer-${index}` }));

      const { counters, redemptions } = await counted(coupon.id);
      expect(counters).toEqual(redemptions);
      expect(outcomes.filter((outcome) => !isFailure(outcome)).length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('C1.6 given that something breaks after a use was written', () => {
  /** Lets so many commits of redemptions of the coupon fail, and counts how many were tried. */
  async function breaking(coupon: Coupon, times: number, sqlState = 'P0001', when = 'DEFERRED') {
    const name = `break_${++made}`;
    await queryRows(`
      CREATE SEQUENCE ${name};
      CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF nextval('${name}') <= ${times} THEN RAISE EXCEPTION 'as if' USING ERRCODE = '${sqlState}'; END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER ${name} AFTER INSERT ON redemptions DEFERRABLE INITIALLY ${when}
        FOR EACH ROW WHEN (NEW.coupon_id = '${uuidOf(coupon.id)}') EXECUTE FUNCTION ${name}();`);
    const tried = async () =>
      Number((await queryRows<{ last_value: string }>(`SELECT last_value FROM ${name}`))[0]!.last_value);
    return { tried };
  }

  const writtenFor = ({ tenantId }: TestScope) =>
    queryRows<{ count: number }>(
      `SELECT (SELECT count(*) FROM redemptions WHERE tenant_id = $1)::int
        + (SELECT count(*) FROM idempotency_keys WHERE tenant_id = $1)::int
        + (SELECT count(*) FROM redeemers WHERE tenant_id = $1)::int
        + (SELECT count(*) FROM outbox_events WHERE tenant_id = $1 AND type = 'coupon.redeemed')::int
        + (SELECT coalesce(sum(used), 0) FROM counters WHERE tenant_id = $1)::int AS count`,
      [uuidOf(tenantId)],
    ).then(([row]) => row!.count);

  const limitedCoupon = async (scope: TestScope) => {
    const coupon = await makeCoupon(scope, { maxUses: 10 });
    succeeded(await createLimit(scope, { target: { couponId: coupon.id }, ceiling: { uses: 10 } }));
    return coupon;
  };
  const fields = { customerId: 'ada', idempotencyKey: 'once' };

  test('when it is an exception at COMMIT, then nothing is left of it, and a retry with the key is carried out', async () => {
    const scope = await freshScope();
    const coupon = await limitedCoupon(scope);
    await breaking(coupon, 2);

    await expect(apply(scope, coupon, fields)).rejects.toThrow('as if');
    expect([await usesOf(scope, coupon), await writtenFor(scope)]).toEqual([0, 0]);

    const first = succeeded(await apply(scope, coupon, fields));
    expect(scope.replays.count).toBe(0);
    expect(succeeded(await apply(scope, coupon, fields))).toEqual(first);
    expect(scope.replays.count).toBe(1);
    expect([await usesOf(scope, coupon), await writtenFor(scope)]).toEqual([1, 5]);
  });

  test('when it strikes a batch once, then each of its requests is carried out by itself, once', async () => {
    const scope = await freshScope();
    const coupon = await limitedCoupon(scope);
    await breaking(coupon, 1);

    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) => apply(scope, coupon, { idempotencyKey: `key-${index}` })),
    );

    expect(tally(outcomes)).toEqual({ success: 10, UsageLimitReached: 2 });
    expect(await usesOf(scope, coupon)).toBe(10);
  });

  describe.each([
    ['a serialization failure', '40001', 'DEFERRED'],
    ['a deadlock', '40P01', 'IMMEDIATE'],
  ])('C1.12 when it is %s', (_, sqlState, when) => {
    test('four times, then the fifth try goes well, and counts once', async () => {
      const scope = await freshScope();
      const coupon = await limitedCoupon(scope);
      const { tried } = await breaking(coupon, 4, sqlState, when);

      succeeded(await apply(scope, coupon, fields));

      expect(await tried()).toBe(5);
      expect([await usesOf(scope, coupon), await writtenFor(scope)]).toEqual([1, 5]);
    });

    test('for ever, then it is tried five times with its batch and five by itself, and nothing is written', async () => {
      const scope = await freshScope();
      const coupon = await limitedCoupon(scope);
      const { tried } = await breaking(coupon, 1_000_000, sqlState, when);

      await expect(apply(scope, coupon, fields)).rejects.toThrow();

      expect(await tried()).toBe(10);
      expect([await usesOf(scope, coupon), await writtenFor(scope)]).toEqual([0, 0]);
    });
  });

  test('C1.12 when two really lock crosswise, then both have what they wanted in the end', async () => {
    const scope = await freshScope();
    const first = await makeCoupon(scope);
    const second = await makeCoupon(scope);
    const rival = new pg.Client({ connectionString: databaseUrl });
    await rival.connect();
    // PostgreSQL picks who looks first: not the rival, and ours not before the rival waits as well.
    const name = new URL(databaseUrl).pathname.slice(1);
    await rival.query(`ALTER DATABASE ${name} SET deadlock_timeout = '3s'`);
    const patient = openDatabase(databaseUrl, { poolSize: 2, onError: () => undefined });
    onTestFinished(() => patient.close());
    await rival.query("SET deadlock_timeout = '1min'");
    await rival.query('BEGIN');
    const lock = ({ id }: Coupon) =>
      rival.query('SELECT 1 FROM coupons WHERE id = $1 FOR UPDATE', [uuidOf(id)]);
    await lock(second);

    const reference = { type: 'CHECKOUT', id: 'crosswise' };
    const reserved = reserveCoupons(
      { ...scope, db: patient.prisma },
      { codes: [first.code, second.code], order: order(), reference },
    );
    const gate = await closeGate(databaseUrl, 'SELECT 1', []);
    await gate.waiting(1);
    // Had only because ours goes back.
    await lock(first);
    await rival.query('COMMIT');

    // Which then begins again.
    succeeded(await reserved);
    await until('PostgreSQL says that it has found one', async () => {
      const { rows } = await rival.query<{ deadlocks: string }>(
        'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
      );
      return Number(rows[0]!.deadlocks) > 0;
    });
    await rival.query(`ALTER DATABASE ${name} RESET deadlock_timeout`);
    await rival.end();
    expect([await usesOf(scope, first), await usesOf(scope, second)]).toEqual([1, 1]);
  });
});

describe('given checkouts that change their minds at once', () => {
  test('when they swap what they hold, then nobody fails, and each holds what it asked for last', async () => {
    const scope = await freshScope();
    const codes = [(await makeCoupon(scope)).code, (await makeCoupon(scope)).code];
    const reserve = (checkout: number, code: number) =>
      reserveCoupons(scope, {
        codes: [codes[code % 2]!],
        order: order(),
        reference: { type: 'CHECKOUT', id: `checkout-${checkout}` },
      });
    const all = (round: number) =>
      Promise.all(Array.from({ length: 4 }, (_, checkout) => reserve(checkout, checkout + round)));

    for (let round = 0; round < 6; round++) (await all(round)).forEach(succeeded);

    const held = await queryRows<{ coupon_code: string; count: number }>(
      `SELECT coupon_code, count(*)::int FROM redemptions WHERE tenant_id = $1 AND status = 'RESERVED' GROUP BY 1 ORDER BY 1`,
      [uuidOf(scope.tenantId)],
    );
    expect(held).toEqual([...codes].sort().map((coupon_code) => ({ coupon_code, count: 2 })));
  });

  test('when one asks eight times at once for different things, then nobody fails, and one reservation is left', async () => {
    const scope = await freshScope();
    const coupon = await makeCoupon(scope);
    const reference = { type: 'CHECKOUT', id: 'hasty' };

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        reserveCoupons(scope, { codes: [coupon.code], order: order(`${index + 10}.00`), reference }),
      ),
    );

    expect(tally(outcomes)).toEqual({ success: 8 });
    expect(await usesOf(scope, coupon)).toBe(1);
  });

  test('when a reservation is confirmed and runs out at once, then it is one of the two', async () => {
    for (let round = 0; round < 10; round++) {
      const scope = await freshScope();
      const coupon = await makeCoupon(scope, { maxUses: 1 });
      const reference = { type: 'CHECKOUT', id: 'late' };
      const { reservation } = succeeded(
        await reserveCoupons(scope, { codes: [coupon.code], order: order(), reference, seconds: 60 }),
      );
      const late = { ...scope, now: () => new Date(scope.now().getTime() + 60_000) };

      const [confirmed] = await Promise.all([
        confirmReservation(scope, { id: reservation.id }),
        expireReservation(late, reservation.id),
      ]);

      expect(await usesOf(scope, coupon)).toBe(isFailure(confirmed) ? 0 : 1);
    }
  });
});

describe('given customers who turn out to be one while codes are used', () => {
  const ada = { customerId: 'ada' };
  const email = { customer: { email: 'ada@example.com' } };
  const identities = [{ id: 'ada' }, { email: 'ada@example.com' }];

  test('when they are linked between the first look and the lock of a return, then it is given back where it counts now', async () => {
    const scope = await freshScope();
    const coupon = await makeCoupon(scope, { perCustomerLimit: 5 });
    const target = { couponId: coupon.id };
    succeeded(await createLimit(scope, { target, per: 'CUSTOMER', ceiling: { uses: 5 } }));
    const used = [];
    for (const who of [ada, email, email]) used.push(succeeded(await apply(scope, coupon, who)));
    const gate = await gates.tenant(scope);

    const linked = linkCustomer(scope, { identities });
    await gate.waiting(1);
    const back = used.map(({ id }) => voidRedemption(scope, { id }));
    // Returns of one coupon wait as one.
    await gate.waiting(2);
    await gate.open();

    succeeded(await linked);
    expect(tally(await Promise.all(back))).toEqual({ success: 3 });
    expect(await usesOf(scope, coupon)).toBe(0);
    const counters = await queryRows<{ used: string }>(
      'SELECT sum(used) AS used FROM counters WHERE tenant_id = $1',
      [uuidOf(scope.tenantId)],
    );
    expect(counters).toEqual([{ used: '0' }]);
  });

  test('when they are linked while they use codes and give them back, then they are counted as one, and no more than one may', async () => {
    const scope = await freshScope();
    const coupon = await makeCoupon(scope, { perCustomerLimit: 4 });
    const target = { couponId: coupon.id };
    succeeded(await createLimit(scope, { target, per: 'CUSTOMER', ceiling: { uses: 4 } }));
    const early = [succeeded(await apply(scope, coupon, ada)), succeeded(await apply(scope, coupon, email))];

    const outcomes = await Promise.all([
      ...Array.from({ length: 6 }, () => apply(scope, coupon, ada)),
      linkCustomer(scope, { identities }),
      ...early.map(({ id }) => voidRedemption(scope, { id })),
      ...Array.from({ length: 6 }, () => apply(scope, coupon, email)),
    ]);

    for (const outcome of outcomes)
      if (isFailure(outcome)) expect(['CustomerLimitReached', 'LimitReached']).toContain(outcome.failure);
    for (const { id } of early) expect((await findRedemption(scope, id))!.status).toBe('VOIDED');
    // Each may have used up their four before they were found out to be one.
    const uses = await usesOf(scope, coupon);
    expect(uses).toBeLessThanOrEqual(8);
    const counted = await queryRows<{ customer: string; uses_count: number }>(
      'SELECT customer, uses_count FROM redeemers WHERE tenant_id = $1 AND uses_count > 0',
      [uuidOf(scope.tenantId)],
    );
    expect(counted).toEqual([{ customer: 'id:ada', uses_count: uses }]);
    expect(tally([await apply(scope, coupon, email)])).toEqual(
      uses >= 4 ? { CustomerLimitReached: 1 } : { success: 1 },
    );
  });
});
