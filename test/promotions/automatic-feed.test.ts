import pg from 'pg';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  activateCampaign,
  createCampaign,
  pauseCampaign,
  resumeCampaign,
  updateCampaign,
} from '../../src/campaigns/actions.js';
import type { Situation } from '../../src/conditions/situation.js';
import {
  createCoupon,
  deactivateCoupon,
  deleteCoupon,
  reactivateCoupon,
  revokeCoupon,
  updateCoupon,
} from '../../src/coupons/actions.js';
import type { Coupon } from '../../src/coupons/core.js';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { createAutomatic } from '../../src/promotions/store.js';
import { createRule, deleteRule, updateRule } from '../../src/rules/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';
import { itemNamed, situationOf } from '../conditions/situation.js';

const databaseUrl = await createTestDatabase();
const most = { tenants: 100, promotions: 100_000 };

/** What a memory of its own says that may come to an order. */
function openMemory(most: Parameters<typeof createAutomatic>[0]) {
  const now = createAutomatic(most);
  return async (scope: TestScope, situation: Situation) => (await now(scope)).candidatesFor(situation);
}

/** Two servers on one database: each with connections and a memory of its own. */
const servers = [1, 2].map(() => ({
  ...openDatabase(databaseUrl, { poolSize: 4, onError: () => undefined }),
  automaticFor: openMemory(most),
}));
afterAll(() => Promise.all(servers.map(({ close }) => close())));
const db = servers[0]!.prisma;

let made = 0;
const freshScope = (): TestScope => testScope({ db, tenantId: tenantNamed(`Tenant ${++made}`) });

const shirts = situationOf({
  now: new Date('2026-03-02T12:00:00.000Z'),
  items: [itemNamed('S1', { categories: ['shirts'], listMinor: 5_000n })],
  channel: 'web',
});

/** What the servers find for the cart; they must agree. */
async function found(scope: TestScope, situation: Situation = shirts): Promise<readonly string[]> {
  const [one, other] = await Promise.all(
    servers.map(({ prisma, automaticFor }) => automaticFor({ ...scope, db: prisma }, situation)),
  );
  expect(other).toEqual(one);
  return one!;
}

type Fields = Readonly<Record<string, unknown>>;

const automatic = async (scope: TestScope, fields: Fields = {}): Promise<Coupon> =>
  succeeded(
    await createCoupon(scope, {
      code: `AUTO${++made}`,
      trigger: 'AUTOMATIC',
      discount: { percentage: { percent: '10' } },
      ...fields,
    }),
  );

const patch = async (scope: TestScope, { id, version }: Coupon, fields: Fields): Promise<Coupon> =>
  succeeded(await updateCoupon(scope, { id, version, patch: fields }));

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function feedVersion({ tenantId }: TestScope): Promise<bigint> {
  const feed = await db.promotionFeed.findUnique({ where: { tenantId: uuidOf(tenantId) } });
  return feed?.version ?? 0n;
}

describe('given two servers that both have answered before', () => {
  test('what is created, changed, revoked or deleted is found by both, or not, from then on', async () => {
    const scope = freshScope();
    expect(await found(scope)).toEqual([]);

    const one = await automatic(scope);
    expect(await found(scope)).toEqual([one.id]);

    const first = await automatic(scope, { stacking: { priority: 5 } });
    expect(await found(scope)).toEqual([first.id, one.id]);

    const moved = await patch(scope, first, { stacking: { priority: -5 } });
    expect(await found(scope)).toEqual([one.id, first.id]);

    const forHats = await patch(scope, moved, { applicability: { includeCategories: ['hats'] } });
    expect(await found(scope)).toEqual([one.id]);

    await patch(scope, forHats, { applicability: { includeCategories: ['shirts'] } });
    succeeded(await deactivateCoupon(scope, { id: one.id }));
    expect(await found(scope)).toEqual([first.id]);

    succeeded(await reactivateCoupon(scope, { id: one.id }));
    succeeded(await revokeCoupon(scope, { id: first.id }));
    expect(await found(scope)).toEqual([one.id]);

    succeeded(await deleteCoupon(scope, { id: one.id }));
    expect(await found(scope)).toEqual([]);
  });

  test.each<[string, Fields, Fields]>([
    ['validFrom', { validFrom: new Date('2026-03-03T00:00:00.000Z') }, { validFrom: null }],
    ['validUntil', { validUntil: new Date('2026-03-02T00:00:00.000Z') }, { validUntil: null }],
    ['minimumOrder', { minimumOrder: { amount: '50.01', currency: 'GBP' } }, { minimumOrder: null }],
    [
      'the currency of the discount',
      { discount: { fixed: { amount: { amount: '5', currency: 'EUR' } } } },
      { discount: { fixed: { amount: { amount: '5', currency: 'GBP' } } } },
    ],
  ])('a change of %s counts at once', async (_, excluding, including) => {
    const scope = freshScope();
    const coupon = await automatic(scope);
    expect(await found(scope)).toEqual([coupon.id]);
    const excluded = await patch(scope, coupon, excluding);
    expect(await found(scope)).toEqual([]);
    await patch(scope, excluded, including);
    expect(await found(scope)).toEqual([coupon.id]);
  });

  test('neither codes that are typed nor coupons for trying out are found', async () => {
    const scope = freshScope();
    await automatic(scope, { trigger: 'CODE' });
    const { id } = await automatic(scope);
    expect(await found(scope)).toEqual([id]);
    await db.$executeRaw`UPDATE coupons SET is_test = true WHERE id = ${uuidOf(id)}::uuid`;
    expect(await found(scope)).toEqual([]);
  });

  test('a coupon that is gone for good is not found again', async () => {
    const scope = freshScope();
    const { id } = await automatic(scope);
    expect(await found(scope)).toEqual([id]);
    await db.$executeRaw`DELETE FROM coupons WHERE id = ${uuidOf(id)}::uuid`;
    expect(await found(scope)).toEqual([]);
  });

  test('what becomes of a campaign becomes of its promotions', async () => {
    const scope = freshScope();
    const { id: campaignId } = succeeded(await createCampaign(scope, { name: 'Spring' }));
    const coupon = await automatic(scope, { campaignId });
    expect(await found(scope)).toEqual([]);

    const running = succeeded(await activateCampaign(scope, { id: campaignId }));
    expect(await found(scope)).toEqual([coupon.id]);
    succeeded(await pauseCampaign(scope, { id: campaignId }));
    expect(await found(scope)).toEqual([]);
    const resumed = succeeded(await resumeCampaign(scope, { id: campaignId }));
    expect(await found(scope)).toEqual([coupon.id]);

    const endsAt = new Date('2026-03-02T11:00:00.000Z');
    expect(resumed.version).toBe(running.version + 2);
    succeeded(await updateCampaign(scope, { id: campaignId, version: resumed.version, patch: { endsAt } }));
    expect(await found(scope)).toEqual([]);

    const free = await patch(scope, coupon, { campaignId: null });
    expect(await found(scope)).toEqual([free.id]);
  });

  test.each<[string, (coupon: Coupon) => object]>([
    ['the coupon', ({ id }) => ({ couponIds: [id] })],
    ['its campaign', ({ campaignId }) => ({ campaignIds: [campaignId] })],
    ['the whole tenant', () => ({ tenant: true })],
  ])('a rule for %s counts, and its changes, until it is gone', async (_, targetsOf) => {
    const scope = freshScope();
    const { id: campaignId } = succeeded(await createCampaign(scope, { name: 'Spring' }));
    succeeded(await activateCampaign(scope, { id: campaignId }));
    const coupon = await automatic(scope, { campaignId });
    expect(await found(scope)).toEqual([coupon.id]);

    const targets = targetsOf(coupon);
    let rule = succeeded(
      await createRule(scope, { name: 'In the app', condition: { channel: { eq: 'app' } }, targets }),
    );
    expect(await found(scope)).toEqual([]);

    const change = async (fields: Fields) => {
      const { id, version } = rule;
      rule = succeeded(await updateRule(scope, { id, version, patch: fields }));
    };
    await change({ condition: { channel: { eq: 'web' } } });
    expect(await found(scope)).toEqual([coupon.id]);
    await change({ effect: 'EXCLUSION' });
    expect(await found(scope)).toEqual([]);
    await change({ targets: null });
    expect(await found(scope)).toEqual([coupon.id]);
    await change({ targets });
    expect(await found(scope)).toEqual([]);
    succeeded(await deleteRule(scope, { id: rule.id }));
    expect(await found(scope)).toEqual([coupon.id]);
  });
});

describe('given transactions that meet', () => {
  const insert = `
    INSERT INTO coupons (tenant_id, id, code, code_key, is_case_sensitive, "trigger", state, discount_kind, discount,
      applicability, metadata, created_by_kind, created_by_id, version, created_at, updated_at)
    SELECT tenant_id, gen_random_uuid(), $2, lower($2), is_case_sensitive, "trigger", state, discount_kind, discount,
      applicability, metadata, created_by_kind, created_by_id, version, created_at, updated_at
    FROM coupons WHERE id = $1`;

  const codesFound = async (scope: TestScope) => {
    const rows = await db.coupon.findMany({ where: { tenantId: uuidOf(scope.tenantId) } });
    const ids = new Set((await found(scope)).map((id) => uuidOf(id as Coupon['id'])));
    return rows
      .filter(({ id }) => ids.has(id))
      .map(({ code }) => code)
      .sort();
  };

  test('what began first and commits last is not missed', async () => {
    const scope = freshScope();
    const { id } = await automatic(scope, { code: 'FIRST' });
    const [a, b] = [await connect(), await connect()];
    await a.query('BEGIN');
    await b.query('BEGIN');
    await a.query(insert, [uuidOf(id), 'A']);
    await b.query(insert, [uuidOf(id), 'B']);
    expect(await codesFound(scope)).toEqual(['FIRST']);
    await b.query('COMMIT');
    expect(await codesFound(scope)).toEqual(['B', 'FIRST']);
    await a.query('COMMIT');
    expect(await codesFound(scope)).toEqual(['A', 'B', 'FIRST']);
  });

  test('no number becomes visible before those below it', async () => {
    const scope = freshScope();
    const { id } = await automatic(scope, { code: 'FIRST' });
    const [a, b] = [await connect(), await connect()];
    await a.query('BEGIN');
    await a.query(insert, [uuidOf(id), 'A']);
    // Now it has its number, and has not committed yet.
    await a.query('SET CONSTRAINTS ALL IMMEDIATE');
    let isThrough = false;
    const committed = b.query(insert, [uuidOf(id), 'B']).then(() => (isThrough = true));
    expect(await codesFound(scope)).toEqual(['FIRST']);
    expect(isThrough).toBe(false);
    await a.query('COMMIT');
    // Whether B is there by now is open, and may differ; what was found meanwhile must not hide it later.
    await Promise.all(
      servers.map(({ prisma, automaticFor }) => automaticFor({ ...scope, db: prisma }, shirts)),
    );
    await committed;
    expect(await codesFound(scope)).toEqual(['A', 'B', 'FIRST']);
  });

  test('what is rolled back was never there', async () => {
    const scope = freshScope();
    const { id } = await automatic(scope, { code: 'FIRST' });
    const a = await connect();
    await a.query('BEGIN');
    await a.query(insert, [uuidOf(id), 'A']);
    await a.query('SET CONSTRAINTS ALL IMMEDIATE');
    await a.query('ROLLBACK');
    expect(await codesFound(scope)).toEqual(['FIRST']);
    await a.query(insert, [uuidOf(id), 'B']);
    expect(await codesFound(scope)).toEqual(['B', 'FIRST']);
  });

  test('whatever many of them create, change and delete at once, is found when they are done', async () => {
    const scope = freshScope();
    const kept = await Promise.all(
      Array.from({ length: 24 }, async (_, index) => {
        const coupon = await automatic(scope);
        const { prisma, automaticFor } = servers[index % 2]!;
        const ids = await automaticFor({ ...scope, db: prisma }, shirts);
        expect(ids).toContain(coupon.id);
        if (index % 3 === 1) succeeded(await revokeCoupon(scope, { id: coupon.id }));
        if (index % 3 === 2) await patch(scope, coupon, { minimumOrder: { amount: '99', currency: 'GBP' } });
        return index % 3 === 0 ? [coupon.id] : [];
      }),
    );
    expect((await found(scope)).toSorted()).toEqual(kept.flat().toSorted());
  });
});

describe('given the feed of a tenant', () => {
  test('what is counted, and what says nothing of who fits, leaves it alone', async () => {
    const scope = freshScope();
    const coupon = await automatic(scope);
    const { id: campaignId } = succeeded(await createCampaign(scope, { name: 'Spring' }));
    const before = await feedVersion(scope);
    await db.$executeRaw`UPDATE coupons SET uses_count = uses_count + 1 WHERE id = ${uuidOf(coupon.id)}::uuid`;
    await patch(scope, coupon, { description: 'For everybody', maxUses: 5 });
    succeeded(await updateCampaign(scope, { id: campaignId, version: 1, patch: { name: 'Summer' } }));
    await automatic(scope, { trigger: 'CODE' });
    expect(await feedVersion(scope)).toBe(before);
  });

  test('a transaction takes one number, however much it changes', async () => {
    const scope = freshScope();
    await inTransaction(scope, async (inside) => {
      for (let index = 0; index < 5; index++) await automatic({ ...scope, ...inside });
    });
    expect(await feedVersion(scope)).toBe(1n);
    expect(await found(scope)).toHaveLength(5);
  });

  test('tenants know nothing of each other', async () => {
    const [one, other] = [freshScope(), freshScope()];
    const { id } = await automatic(one);
    expect(await found(other)).toEqual([]);
    const { id: otherId } = await automatic(other);
    expect([await found(one), await found(other)]).toEqual([[id], [otherId]]);
  });

  test('a number that went back is of a database that was put back: all is read again', async () => {
    const scope = freshScope();
    const [kept, lost] = [await automatic(scope), await automatic(scope)];
    expect(await found(scope)).toEqual([kept.id, lost.id]);
    const client = await connect();
    await client.query(`SET session_replication_role = replica`);
    await client.query(`DELETE FROM coupons WHERE id = $1`, [uuidOf(lost.id)]);
    await client.query(`UPDATE promotion_feeds SET version = 1 WHERE tenant_id = $1`, [
      uuidOf(scope.tenantId),
    ]);
    expect(await found(scope)).toEqual([kept.id]);
  });

  test('a server that may remember little forgets tenants, and answers the same', async () => {
    const scopes = [freshScope(), freshScope(), freshScope()];
    const forgetful = openMemory({ tenants: 2, promotions: 1 });
    const coupons = [];
    for (const scope of scopes) coupons.push([(await automatic(scope)).id, (await automatic(scope)).id]);
    for (const _ of [1, 2]) {
      const answers = [];
      for (const scope of scopes) answers.push(await forgetful(scope, shirts));
      expect(answers).toEqual(coupons);
    }
  });

  test('those who come first at the same time are all answered', async () => {
    const scope = freshScope();
    const { id } = await automatic(scope);
    const fresh = openMemory(most);
    const answers = await Promise.all(Array.from({ length: 5 }, () => fresh(scope, shirts)));
    expect(answers).toEqual(Array.from({ length: 5 }, () => [id]));
  });
});
