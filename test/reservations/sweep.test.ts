import { afterAll, describe, expect, test } from 'vitest';
import { createCoupon, findCoupon } from '../../src/coupons/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import { tryName } from '../../src/platform/names.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { findReservation, releaseReservation, reserveCoupons } from '../../src/reservations/actions.js';
import { nameOfSweep, sweepReservations } from '../../src/reservations/actions/overdue.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testClock, testScope, type TestScope } from '../testkit/scope.js';
import { startTestServer } from '../testkit/server.js';
import { until } from '../testkit/until.js';

describe('given reservations on a clock that stands still', async () => {
  const { prisma: db, close } = openDatabase(await createTestDatabase(), {
    poolSize: 4,
    onError: () => undefined,
  });
  afterAll(close);
  const clock = testClock();
  const scopes = new Map<string, TestScope>();
  const scopeFor = (tenantId: TestScope['tenantId']) => {
    const scope = scopes.get(tenantId) ?? testScope({ db, tenantId, clock });
    scopes.set(tenantId, scope);
    return scope;
  };
  let checkouts = 0;

  const makeCoupon = async (scope: TestScope, code: string) =>
    succeeded(
      await createCoupon(scope, { code, discount: { percentage: { percent: '10' } }, maxUses: 1_000 }),
    ).id;
  const reserve = async (scope: TestScope, code: string, seconds: number) =>
    succeeded(
      await reserveCoupons(scope, {
        codes: [code],
        seconds,
        order: { subtotal: { amount: '100.00', currency: 'GBP' } },
        reference: { type: 'CHECKOUT', id: `checkout-${++checkouts}` },
      }),
    ).reservation.id;

  const reserveMany = (count: number, ...[scope, code, seconds]: Parameters<typeof reserve>) =>
    Promise.all(Array.from({ length: count }, () => reserve(scope, code, seconds)));

  const problems: unknown[] = [];
  const sweep = (fields: Partial<Parameters<typeof sweepReservations>[0]> = {}) =>
    sweepReservations({
      db,
      now: clock.now,
      scopeFor,
      isStopping: () => false,
      onError: (_, id) => void problems.push(id),
      ...fields,
    });

  test('when some have run out, then those of all tenants give back what they hold, and others keep it', async () => {
    const [acme, other] = [scopeFor(tenantNamed('Acme')), scopeFor(tenantNamed('Other'))];
    const [coupon, elsewhere] = [await makeCoupon(acme, 'SWEEP'), await makeCoupon(other, 'SWEEP')];
    const short = await reserve(acme, 'SWEEP', 60);
    const long = await reserve(acme, 'SWEEP', 61);
    const released = await reserve(acme, 'SWEEP', 60);
    succeeded(await releaseReservation(acme, { id: released }));
    const foreign = await reserve(other, 'SWEEP', 60);

    clock.forward(59_999);
    await sweep();
    expect((await findReservation(acme, short))!.status).toBe('ACTIVE');

    clock.forward(1);
    await Promise.all([sweep(), sweep()]);

    expect(await findReservation(acme, short)).toMatchObject({ status: 'EXPIRED', endedAt: clock.now() });
    expect(await findReservation(acme, long)).toMatchObject({ status: 'ACTIVE', endedAt: null });
    expect((await findReservation(acme, released))!.status).toBe('RELEASED');
    expect((await findReservation(other, foreign))!.status).toBe('EXPIRED');
    expect((await findCoupon(acme, coupon))!.usesCount).toBe(1);
    expect((await findCoupon(other, elsewhere))!.usesCount).toBe(0);
    expect(problems).toEqual([]);
  });

  test('when there are more than are looked up at once, and some of them fail, then all others are ended', async () => {
    const broken = scopeFor(tenantNamed('Broken'));
    const whole = scopeFor(tenantNamed('Whole'));
    await makeCoupon(broken, 'BROKEN');
    const coupon = await makeCoupon(whole, 'WHOLE');
    const failing = await reserveMany(201, broken, 'BROKEN', 60);
    await reserveMany(3, whole, 'WHOLE', 61);
    clock.forward(120_000);

    await sweep({
      scopeFor(tenantId) {
        if (tenantId !== broken.tenantId) return scopeFor(tenantId);
        const failingNow = () => {
          throw new Error('The clock is broken.');
        };
        return { ...scopeFor(tenantId), now: failingNow };
      },
    });

    expect((await findCoupon(whole, coupon))!.usesCount).toBe(0);
    expect(problems.sort()).toEqual(failing.sort());

    await sweep();
    expect((await findReservation(broken, failing[0]!))!.status).toBe('EXPIRED');
  });

  test('when one of many cannot be ended, then all others are', async () => {
    const scope = scopeFor(tenantNamed('One bad'));
    const coupon = await makeCoupon(scope, 'ONE-BAD');
    const ids = await reserveMany(11, scope, 'ONE-BAD', 60);
    const bad = ids[4]!;
    await db.$executeRawUnsafe(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'It is bad.'; END $$`);
    await db.$executeRawUnsafe(`
      CREATE TRIGGER refused BEFORE UPDATE ON reservations FOR EACH ROW
      WHEN (OLD.id = '${uuidOf(bad)}') EXECUTE FUNCTION refuse()`);
    clock.forward(60_000);
    problems.length = 0;

    await sweep();

    expect(problems).toEqual([bad]);
    expect((await findCoupon(scope, coupon))!.usesCount).toBe(1);
    expect((await findReservation(scope, bad))!.endedAt).toBeNull();

    await db.$executeRaw`DROP TRIGGER refused ON reservations`;
    await sweep();
    expect((await findCoupon(scope, coupon))!.usesCount).toBe(0);
    expect(problems).toEqual([bad]);
  });

  test('when another process is at a tenant’s, then that is left to it, and those of others are ended', async () => {
    const [busy, free] = [scopeFor(tenantNamed('Busy')), scopeFor(tenantNamed('Free'))];
    await makeCoupon(busy, 'BUSY');
    await makeCoupon(free, 'FREE');
    const theirs = await reserve(busy, 'BUSY', 60);
    const ours = await reserve(free, 'FREE', 60);
    clock.forward(60_000);
    const endOf = async (scope: TestScope, id: string) => (await findReservation(scope, id))!.endedAt;

    await inTransaction(busy, async (scope) => {
      await tryName(scope, nameOfSweep);
      await sweep();
      expect(await endOf(busy, theirs)).toBeNull();
      expect(await endOf(free, ours)).toEqual(clock.now());
    });

    await sweep();
    expect(await endOf(busy, theirs)).toEqual(clock.now());
  });

  test('when it sweeps, then it says how many it has found by now, and how late the first of them is', async () => {
    const scope = scopeFor(tenantNamed('Watched'));
    await makeCoupon(scope, 'WATCHED');
    await reserve(scope, 'WATCHED', 60);
    clock.forward(1_000);
    await reserveMany(200, scope, 'WATCHED', 60);
    clock.forward(61_500);
    const told: unknown[] = [];
    const onLook = (overdue: number, lateMs: number) => void told.push([overdue, lateMs]);

    await sweep({ onLook });
    await sweep({ onLook });

    expect(told).toEqual([
      [200, 2_500],
      [201, 2_500],
      [0, 0],
    ]);
  });

  test('when it is told to stop, then it ends no more than are under way', async () => {
    const scope = scopeFor(tenantNamed('Stopping'));
    const coupon = await makeCoupon(scope, 'STOP');
    await reserveMany(102, scope, 'STOP', 60);
    clock.forward(60_000);
    let asked = 0;

    await sweep({ isStopping: () => ++asked > 1 });

    expect((await findCoupon(scope, coupon))!.usesCount).toBe(2);
  });
});

describe('given a server', async () => {
  const { client } = await startTestServer();

  test('when a reservation of one second has run out, then what it held is free without anybody’s doing', async () => {
    await client.ask(
      `mutation {
        createCoupon(input: { code: "BRIEF", discount: { percentage: { percent: "10" } }, maxUses: 1 }) { __typename }
      }`,
    );
    const { reserveCoupons: reserved } = await client.ask(
      `mutation {
        reserveCoupons(input: {
          codes: ["BRIEF"], seconds: 1, reference: { id: "checkout-1" }
          order: { subtotal: { amount: "10.00", currency: "GBP" } }
        }) { ... on ReserveCouponsSuccess { reservation { id } } ... on Error { message } }
      }`,
    );

    await until('its redemption has expired', async () => {
      const { reservation } = await client.ask(
        'query ($id: ID!) { reservation(id: $id) { status redemptions { status } } }',
        { id: reserved.reservation.id },
      );
      return reservation.status === 'EXPIRED' && reservation.redemptions[0].status === 'EXPIRED';
    });
    const { couponByCode } = await client.ask('{ couponByCode(code: "BRIEF") { usesCount } }');
    expect(couponByCode.usesCount).toBe(0);
  });
});
