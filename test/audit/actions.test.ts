import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announce, announcing, findAuditEvent, listAuditEvents } from '../../src/audit/actions.js';
import type { AuditEventFilter } from '../../src/audit/core.js';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { createTestDatabase } from '../testkit/database.js';
import { announcedBy } from '../testkit/events.js';
import { tenantNamed, testScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 4, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });
const target = 'coupon_01h455vb4pex5vsknk084sn02q';
const other = 'campaign_01h455vb4pex5vsknk084sn02q';

describe('given a change', () => {
  test('when it is announced, then the log and other systems are told the same, exactly', async () => {
    const scope = { ...freshScope(), reason: 'It\'s "time" \\ 😀', requestId: 'request-7' };
    const before = {
      price: { minor: 12_345_678_901_234_567_890n, currency: 'GBP' },
      at: scope.now(),
      none: null,
    };
    const after = { ...before, list: [1.5, true, 'ä'], missing: undefined };

    await announce(scope, { action: 'coupon.updated', targetId: target, before, after });

    const kept = {
      price: { minor: '12345678901234567890', currency: 'GBP' },
      at: '2026-03-02T12:00:00.000Z',
      none: null,
    };
    const { edges } = await listAuditEvents(scope, {}, {});
    expect(edges.map(({ node }) => node)).toEqual([
      {
        id: edges[0]!.node.id,
        actor: scope.actor,
        action: 'coupon.updated',
        targetId: target,
        reason: 'It\'s "time" \\ 😀',
        before: kept,
        after: { ...kept, list: [1.5, true, 'ä'] },
        requestId: 'request-7',
        createdAt: scope.now(),
      },
    ]);
    const outgoing = await db.outboxEvent.findMany({ where: { tenantId: uuidOf(scope.tenantId) } });
    expect(outgoing).toEqual([
      {
        tenantId: uuidOf(scope.tenantId),
        id: uuidOf(edges[0]!.node.id),
        type: 'coupon.updated',
        targetId: target,
        requestId: 'request-7',
        createdAt: scope.now(),
      },
    ]);
  });

  test('when something was made or deleted for good, then one side is empty', async () => {
    const scope = freshScope();

    await announce(
      scope,
      { action: 'coupon.created', targetId: target, before: null, after: { a: 1 } },
      { action: 'coupon.erased', targetId: target, before: { a: 1 }, after: null },
    );

    const { edges } = await listAuditEvents(scope, {}, { last: 2 });
    expect(edges.map(({ node: { action, before, after } }) => [action, before, after])).toEqual([
      ['coupon.erased', { a: 1 }, null],
      ['coupon.created', null, { a: 1 }],
    ]);
    expect((await announcedBy(scope)).map(({ payload }) => payload)).toEqual([
      { before: null, after: { a: 1 } },
      { before: { a: 1 }, after: null },
    ]);
  });

  test('when one transaction acts for several callers, then each is named with their reason and request', async () => {
    const scope = freshScope();
    const ada = { ...scope, actor: { kind: 'USER', id: 'ada' } as const, reason: 'Mine', requestId: 'a' };
    const bob = { ...scope, actor: { kind: 'USER', id: 'bob' } as const, reason: null, requestId: 'b' };
    const change = (targetId: typeof target | typeof other) => ({
      action: 'x.y',
      targetId,
      before: null,
      after: {},
    });

    const parts = announcing(scope, [
      { by: ada, change: change(target) },
      { by: bob, change: change(other) },
    ]);
    await db.$executeRaw`WITH ${parts} SELECT 1`;

    const { edges } = await listAuditEvents(scope, {}, {});
    const told = edges.map(({ node: { actor, reason, requestId, targetId } }) => [
      actor.id,
      reason,
      requestId,
      targetId,
    ]);
    expect(told).toEqual([
      ['bob', null, 'b', other],
      ['ada', 'Mine', 'a', target],
    ]);
  });

  test('when there is none, then nothing is written', async () => {
    const scope = freshScope();
    await announce(scope);
    await db.$executeRaw`WITH ${announcing(scope, [])} SELECT 1`;

    expect((await listAuditEvents(scope, {}, {})).edges).toEqual([]);
    expect(await announcedBy(scope)).toEqual([]);
  });

  test('when its transaction is rolled back, then nobody is told', async () => {
    const scope = freshScope();
    const outcome = inTransaction(scope, async (scope) => {
      await announce(scope, { action: 'coupon.updated', targetId: target, before: {}, after: {} });
      throw new Error('Broken');
    });

    await expect(outcome).rejects.toThrow('Broken');
    expect((await listAuditEvents(scope, {}, {})).edges).toEqual([]);
    expect(await announcedBy(scope)).toEqual([]);
  });
});

test('given an entry, then nobody changes or removes it', async () => {
  const scope = freshScope();
  await announce(scope, { action: 'coupon.updated', targetId: target, before: null, after: {} });
  const where = { tenantId: uuidOf(scope.tenantId) };
  const before = (await listAuditEvents(scope, {}, {})).edges;

  await expect(db.auditEvent.updateMany({ where, data: { action: 'other' } })).rejects.toThrow();
  await expect(db.auditEvent.deleteMany({ where })).rejects.toThrow();
  expect((await listAuditEvents(scope, {}, {})).edges).toEqual(before);
});

describe('given entries of several days', () => {
  const scope = testScope({ db, tenantId: tenantNamed('Days'), now: '2026-03-01T00:00:00Z' });
  const user = { ...scope, actor: { kind: 'USER', id: 'ada' } as const };
  const day = (number: number) => new Date(Date.UTC(2026, 2, number));

  beforeAll(async () => {
    for (const [number, by, action, targetId] of [
      [1, scope, 'coupon.created', target],
      [2, user, 'coupon.updated', target],
      [3, scope, 'campaign.created', other],
      [4, user, 'campaign.updated', other],
      [5, scope, 'coupon.updated', target],
    ] as const) {
      scope.clock.set(day(number));
      await announce(by, { action, targetId, before: null, after: { number } });
    }
  });

  const numbers = async (filter: AuditEventFilter, by = scope) =>
    (await listAuditEvents(by, filter, {})).edges.map(
      ({ node }) => (node.after as { number: number }).number,
    );

  test.each<[string, AuditEventFilter, number[]]>([
    ['nothing', {}, [5, 4, 3, 2, 1]],
    [
      'null everywhere',
      { actorId: null, action: null, targetId: null, from: null, until: null },
      [5, 4, 3, 2, 1],
    ],
    ['who', { actorId: 'ada' }, [4, 2]],
    ['nobody', { actorId: '' }, []],
    ['what', { action: 'coupon.updated' }, [5, 2]],
    ['a part of what', { action: 'coupon' }, []],
    ['on what', { targetId: other }, [4, 3]],
    ['from an instant on', { from: day(4) }, [5, 4]],
    ['up to and not at an instant', { until: day(2) }, [1]],
    ['a span', { from: day(2), until: day(4) }, [3, 2]],
    ['a span of nothing', { from: day(3), until: day(3) }, []],
    [
      'all at once',
      { actorId: 'ada', action: 'coupon.updated', targetId: target, from: day(2), until: day(3) },
      [2],
    ],
  ])('asked for by %s, they come newest first', async (_, filter, expected) => {
    expect(await numbers(filter)).toEqual(expected);
  });

  test('pages lose and repeat none', async () => {
    const first = await listAuditEvents(scope, {}, { first: 2 });
    const second = await listAuditEvents(scope, {}, { first: 2, after: first.pageInfo.endCursor });
    const third = await listAuditEvents(scope, {}, { first: 2, after: second.pageInfo.endCursor });
    const back = await listAuditEvents(scope, {}, { last: 2, before: third.pageInfo.startCursor });

    const days = [first, second, third].map(({ edges }) =>
      edges.map(({ node }) => node.createdAt.getUTCDate()),
    );
    expect(days).toEqual([[5, 4], [3, 2], [1]]);
    expect(third.pageInfo.hasNextPage).toBe(false);
    expect(back.edges).toEqual(second.edges);
  });

  test('one is found by its id, by its own tenant only', async () => {
    const stranger = freshScope();
    const { node } = (await listAuditEvents(scope, {}, { first: 1 })).edges[0]!;

    expect(await findAuditEvent(scope, node.id)).toEqual(node);
    expect(await findAuditEvent(stranger, node.id)).toBeNull();
    expect(await findAuditEvent(scope, 'event_01h455vb4pex5vsknk084sn02q')).toBeNull();
    expect(await findAuditEvent(scope, 'x')).toBeNull();
    expect(await numbers({}, stranger)).toEqual([]);
  });
});
