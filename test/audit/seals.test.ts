import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { announce } from '../../src/audit/actions.js';
import { brokenSeals, sealAuditEvents } from '../../src/audit/actions/seals.js';
import type { Seal } from '../../src/audit/seal.js';
import { Prisma } from '../../src/generated/prisma/client.js';
import { idOf, uuidAt, uuidOf, type Id } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { reconcile } from '../../src/reconciliation/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { tenantNamed, testClock, testScope, type TestScope } from '../testkit/scope.js';

const { prisma: db, close } = openDatabase(await createTestDatabase(), {
  poolSize: 8,
  onError: () => undefined,
});
afterAll(close);

const minutes = (count: number) => count * 60_000;
const noon = '2026-03-02T12:00:00.000Z';
const change = {
  action: 'coupon.updated',
  targetId: 'coupon_01h455vb4pex5vsknk084sn02q',
  before: null,
  after: {},
} as const;
const write = async (scope: TestScope, count = 1) => {
  for (let index = 0; index < count; index++) await announce(scope, change);
};

let tenants = 0;
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`), now: noon });

const seal = async (now: () => Date, fields: Partial<Parameters<typeof sealAuditEvents>[0]> = {}) => {
  const sealed: Seal[] = [];
  await sealAuditEvents({
    db,
    now,
    isStopping: () => false,
    onSealed: (seal) => void sealed.push(seal),
    onError(error) {
      throw error;
    },
    ...fields,
  });
  return sealed;
};

const chainOf = ({ tenantId }: { readonly tenantId: Id<'tenant'> }) =>
  db.auditSeal.findMany({ where: { tenantId: uuidOf(tenantId) }, orderBy: { number: 'asc' } });
const lengthsOf = async (scope: TestScope) =>
  (await chainOf(scope)).map(({ number, eventCount }) => [number, eventCount]);

/** What `npm run reconcile` finds of all seals. */
const broken = async () => {
  const { findings } = (await reconcile({ db, now: () => new Date(noon), tenantId: null, rowsMax: 9 }))!;
  return findings.find(({ check }) => check === 'seals of the audit log')!.rows;
};

describe('given events', () => {
  test('when they have been written five minutes ago, then they are sealed once, up to the minute', async () => {
    const scope = freshScope();
    await write(scope, 2);
    scope.clock.set('2026-03-02T12:00:59.999Z');
    await write(scope);
    scope.clock.set('2026-03-02T12:01:00.000Z');
    await write(scope);

    scope.clock.set('2026-03-02T12:05:59.999Z');
    expect(await seal(scope.clock.now)).toEqual([]);
    scope.clock.forward(1);
    const [first] = await seal(scope.clock.now);
    expect(first).toEqual({
      tenantId: scope.tenantId,
      number: 1,
      eventCount: 3,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    scope.clock.set('2026-03-02T12:06:59.999Z');
    expect(await seal(scope.clock.now)).toEqual([]);
    scope.clock.forward(1);
    const [second] = await seal(scope.clock.now);
    expect(await seal(scope.clock.now)).toEqual([]);

    const chain = await chainOf(scope);
    expect(chain.map(({ number, eventCount, sealedAt }) => [number, eventCount, sealedAt])).toEqual([
      [1, 3, new Date('2026-03-02T12:06:00.000Z')],
      [2, 1, new Date('2026-03-02T12:07:00.000Z')],
    ]);
    expect(chain.map(({ hash }) => Buffer.from(hash).toString('hex'))).toEqual([first!.hash, second!.hash]);
    expect(await broken()).toEqual([]);
  });

  test('when they are more than a seal takes, then there are several seals at once', async () => {
    const scope = freshScope();
    await write(scope, 7);
    scope.clock.forward(minutes(10));

    await seal(scope.clock.now, { most: 3 });

    expect(await lengthsOf(scope)).toEqual([
      [1, 3],
      [2, 3],
      [3, 1],
    ]);
    expect(await broken()).toEqual([]);
  });

  test('when they are of more tenants than are looked up at once, then each has its own chain', async () => {
    const clock = testClock(noon);
    const scopes = Array.from({ length: 103 }, () => ({ ...freshScope(), now: clock.now }));
    for (const scope of scopes) await write(scope);
    clock.forward(minutes(10));

    const sealed = await seal(clock.now);

    expect(sealed.map(({ tenantId }) => tenantId).sort()).toEqual(
      scopes.map(({ tenantId }) => tenantId).sort(),
    );
    expect(new Set(sealed.map(({ number }) => number))).toEqual(new Set([1]));
    expect(new Set(sealed.map(({ hash }) => hash)).size).toBe(103);
    expect(await seal(clock.now)).toEqual([]);
  });

  test('when processes seal them at once, then there is one chain', async () => {
    const scope = freshScope();
    await write(scope, 40);
    scope.clock.forward(minutes(10));

    const sealed = await Promise.all([1, 2, 3, 4].map(() => seal(scope.clock.now, { most: 3 })));

    const numbers = Array.from({ length: 14 }, (_, index) => index + 1);
    expect((await lengthsOf(scope)).map(([number]) => number)).toEqual(numbers);
    expect((await chainOf(scope)).reduce((sum, { eventCount }) => sum + eventCount, 0)).toBe(40);
    // Each was made by one of them.
    expect(
      sealed
        .flat()
        .map(({ number }) => number)
        .sort((a, b) => a - b),
    ).toEqual(numbers);
    expect(await broken()).toEqual([]);
  });

  test('when one tenant’s cannot be sealed, then that is told, and the others are', async () => {
    const [stuck, scope] = [freshScope(), freshScope()];
    await write(stuck);
    const { tenantId, id } = await db.auditEvent.findFirstOrThrow({
      where: { tenantId: uuidOf(stuck.tenantId) },
    });
    const none = { eventCount: 1, hash: Buffer.alloc(32), sealedAt: new Date(noon) };
    await db.auditSeal.create({ data: { tenantId, number: 2 ** 31 - 1, lastEventId: id, ...none } });
    await write(stuck);
    await write(scope);
    scope.clock.forward(minutes(10));
    const problems: unknown[] = [];

    const sealed = await seal(scope.clock.now, { onError: (_, tenantId) => void problems.push(tenantId) });

    expect(problems).toEqual([stuck.tenantId]);
    expect(sealed).toMatchObject([{ tenantId: scope.tenantId }]);
    expect(await broken()).toMatchObject([{ tenant: stuck.tenantId, seal: 2 ** 31 - 1 }]);
    await past(`DELETE FROM audit_seals WHERE number = ${2 ** 31 - 1};
      DELETE FROM audit_events WHERE tenant_id = '${tenantId}'`);
  });

  test('when the process is about to stop, then it seals no more', async () => {
    const scope = freshScope();
    await write(scope, 5);
    scope.clock.forward(minutes(10));
    let asked = 0;

    await seal(scope.clock.now, { most: 1, isStopping: () => ++asked > 2 });

    expect(await lengthsOf(scope)).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });
});

/** Past the triggers and the foreign key, as whoever owns the database can. */
const past = (statements: string) =>
  db.$executeRawUnsafe(`DO $do$ BEGIN SET LOCAL session_replication_role = replica; ${statements}; END $do$`);

test('given a seal, then nobody changes or removes it, and neither log is emptied', async () => {
  const scope = freshScope();
  await write(scope);
  scope.clock.forward(minutes(10));
  await seal(scope.clock.now);
  const where = { tenantId: uuidOf(scope.tenantId) };

  await expect(db.auditSeal.updateMany({ where, data: { number: 2 } })).rejects.toThrow('append-only');
  await expect(db.auditSeal.deleteMany({ where })).rejects.toThrow('append-only');
  await expect(db.$executeRaw`TRUNCATE audit_seals`).rejects.toThrow('append-only');
  await expect(db.$executeRaw`TRUNCATE audit_events CASCADE`).rejects.toThrow('append-only');
  expect(await lengthsOf(scope)).toEqual([[1, 1]]);
});

describe('given what a seal is made of', async () => {
  const scope = freshScope();
  const tenant = uuidOf(scope.tenantId);
  const ids = [1, 2].map((last) => uuidAt(Date.parse(noon)).replace(/.$/, String(last)));
  const sha256 = (...parts: (string | Uint8Array)[]) =>
    parts
      .reduce<ReturnType<typeof createHash>>((hash, part) => hash.update(part), createHash('sha256'))
      .digest();

  test('when it is computed by other means, whatever the session’s settings, then it is the same', async () => {
    const given = ids.map((id) => idOf('event', id));
    const newId = (() => given.shift()!) as unknown as TestScope['newId'];
    const by = { ...scope, newId, reason: 'It\'s "time" \\ 😀\n' };
    await announce(by, { ...change, before: null, after: { list: [1.5, 'ä'], at: null } });
    await announce(
      { ...by, reason: null },
      { ...change, action: 'coupon.erased', before: { b: '"', a: 1 }, after: null },
    );
    scope.clock.set('2026-03-02T12:06:00.250Z');
    await db.$transaction(async (db) => {
      await db.$executeRaw`SET LOCAL DateStyle = 'German'`;
      await db.$executeRaw`SET LOCAL bytea_output = 'escape'`;
      await seal(scope.clock.now, { db });
    });

    const who = `"API_KEY", "key_01kjq6psg0e008000000000001"`;
    const on = `"coupon_01h455vb4pex5vsknk084sn02q"`;
    const noonMs = Date.parse(noon);
    const events = [
      `["${tenant}", "${ids[0]}", ${who}, "coupon.updated", ${on}, "It's \\"time\\" \\\\ 😀\\n", null, "{\\"at\\": null, \\"list\\": [1.5, \\"ä\\"]}", "request-1", ${noonMs}]`,
      `["${tenant}", "${ids[1]}", ${who}, "coupon.erased", ${on}, null, "{\\"a\\": 1, \\"b\\": \\"\\\\\\"\\"}", null, "request-1", ${noonMs}]`,
    ];
    const head = `["${tenant}", 1, "${ids[1]}", 2, ${noonMs + minutes(6) + 250}]`;
    const [kept] = await chainOf(scope);
    expect(Buffer.from(kept!.hash)).toEqual(sha256(sha256(head), ...events.map((event) => sha256(event))));
    await db.$transaction(async (db) => {
      await db.$executeRaw`SET LOCAL TimeZone = 'Asia/Kathmandu'`;
      expect(await db.$queryRaw(brokenSeals(Prisma.sql`true`))).toEqual([]);
    });
  });
});

/** A transaction that has written an event and does not end yet. */
async function beginWriting(scope: TestScope) {
  let end!: () => void;
  const mayEnd = new Promise<void>((resolve) => (end = resolve));
  let ended!: Promise<void>;
  await new Promise<void>((written) => {
    ended = inTransaction(scope, async (by) => {
      await announce(by, change);
      written();
      await mayEnd;
    });
  });
  return { since: scope.now().getTime(), end: () => (end(), ended) };
}

test('given writers who begin and end by chance, when processes seal meanwhile, then every event is sealed once, and all agrees', async () => {
  const step = fc.oneof(
    fc.constantFrom('begin', 'begin and end', 'end the first', 'end the last'),
    fc.integer({ min: 30_000, max: minutes(2) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const scope = freshScope();
      const underWay: Awaited<ReturnType<typeof beginWriting>>[] = [];
      for (const step of steps) {
        if (step === 'begin' && underWay.length < 4) underWay.push(await beginWriting(scope));
        if (step === 'begin and end') await write(scope);
        if (step === 'end the first') await underWay.shift()?.end();
        if (step === 'end the last') await underWay.pop()?.end();
        if (typeof step === 'number') {
          const sealing = [1, 2].map(() => seal(scope.now, { most: 2 }));
          scope.clock.forward(step);
          // Far longer than any transaction may take.
          const isOld = ({ since }: { since: number }) => scope.now().getTime() - since > minutes(4);
          for (const { end } of underWay.filter(isOld)) await end();
          underWay.splice(0, underWay.filter(isOld).length);
          await Promise.all(sealing);
        }
      }
      await Promise.all(underWay.map(({ end }) => end()));
      scope.clock.forward(minutes(10));
      await seal(scope.now);

      const chain = await chainOf(scope);
      expect(chain.map(({ number }) => number)).toEqual(chain.map((_, index) => index + 1));
      expect(chain.reduce((sum, { eventCount }) => sum + eventCount, 0)).toBe(
        await db.auditEvent.count({ where: { tenantId: uuidOf(scope.tenantId) } }),
      );
      expect(
        await db.$queryRaw(brokenSeals(Prisma.sql`s.tenant_id = ${uuidOf(scope.tenantId)}::uuid`)),
      ).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
