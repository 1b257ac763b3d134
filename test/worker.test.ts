import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { startApp } from '../src/app.js';
import { announce } from '../src/audit/actions.js';
import { readConfig } from '../src/config.js';
import { uuidOf } from '../src/lib/id.js';
import { reconcile } from '../src/reconciliation/actions.js';
import { byHand } from './testkit/by-hand.js';
import { createTestDatabase } from './testkit/database.js';
import { closeGate } from './testkit/gate.js';
import { tenantNamed, testScope } from './testkit/scope.js';

const databaseUrl = await createTestDatabase();
const hand = byHand();
const logged: { readonly msg: string; readonly seal?: object; readonly count?: number }[] = [];

const start = () =>
  startApp({
    config: readConfig({ PORT: '0', DATABASE_URL: databaseUrl, IDEMPOTENCY_DAYS: '7' }),
    databaseUrl,
    secret: 'the secret of a test, of 32 characters',
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line) as never) }),
    requestLog: pino({ level: 'silent' }),
    periodically: hand.periodically,
  });
/** Two servers on one database, in one process of Node's: what they know of each other, they know by the database. */
const apps = [await start(), await start()];
afterAll(() => Promise.all(apps.map((app) => app.close())));
const { db, now } = apps[0]!.services;

const ago = (minutes: number) => new Date(now().getTime() - minutes * 60_000);
const saying = (msg: string) => logged.filter((line) => line.msg === msg);

let tenants = 0;
async function givenEvents(count: number) {
  const scope = testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`), now: ago(10) });
  for (let index = 0; index < count; index++) {
    await announce(scope, {
      action: 'coupon.updated',
      targetId: scope.newId('coupon'),
      before: null,
      after: {},
    });
  }
  return scope;
}

describe('given servers that run, and events that were written ten minutes ago', () => {
  test('when they look, then the events are sealed, and the log tells of the seal', async () => {
    const { tenantId } = await givenEvents(3);

    await hand.doAll();

    const seals = await db.auditSeal.findMany({ where: { tenantId: uuidOf(tenantId) } });
    expect(seals.map(({ number, eventCount }) => [number, eventCount])).toEqual([[1, 3]]);
    const hash = Buffer.from(seals[0]!.hash).toString('hex');
    expect(saying('audit events were sealed').map(({ seal }) => seal)).toEqual([
      { tenantId, number: 1, eventCount: 3, hash },
    ]);
  });

  test('when both are about to seal them at one moment, then one does, and the other finds nothing to do', async () => {
    const before = saying('audit events were sealed').length;
    const { tenantId } = await givenEvents(3);
    const gate = await closeGate(databaseUrl, 'LOCK TABLE audit_seals IN SHARE ROW EXCLUSIVE MODE', []);

    const done = hand.doAll();
    await gate.waiting(2);
    await gate.open();
    await done;

    const seals = await db.auditSeal.findMany({ where: { tenantId: uuidOf(tenantId) } });
    expect(seals.map(({ number, eventCount }) => [number, eventCount])).toEqual([[1, 3]]);
    expect(saying('audit events were sealed')).toHaveLength(before + 1);
    const { findings } = (await reconcile({ db, now, tenantId: null, rowsMax: 9 }))!;
    expect(findings.find(({ check }) => check === 'seals of the audit log')).toMatchObject({ count: 0 });
  });
});

test('given servers that keep keys for seven days, when both look, then what is older is deleted once, and the log tells how much', async () => {
  const tenantId = uuidOf(tenantNamed('Acme'));
  const days = [1, 6, 8, 9];
  await db.idempotencyKey.createMany({
    data: days.map((day) => ({
      ...{ tenantId, operation: 'createCoupon', key: `${day} days` },
      requestHash: Buffer.alloc(32),
      answer: { json: null },
      createdAt: ago(day * 24 * 60),
    })),
  });

  await hand.doAll();

  const left = await db.idempotencyKey.findMany({ where: { tenantId }, orderBy: { key: 'asc' } });
  expect(left.map(({ key }) => key)).toEqual(['1 days', '6 days']);
  const told = saying('idempotency keys were pruned').map(({ count }) => count!);
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(2);
});
