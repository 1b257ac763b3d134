import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCampaign } from '../../src/campaigns/actions.js';
import { createCoupon, deactivateCoupon, deleteCoupon, listCoupons } from '../../src/coupons/actions.js';
import type { CouponFilter, CouponOrder } from '../../src/coupons/list.js';
import { Malformed } from '../../src/lib/malformed.js';
import { openDatabase } from '../../src/platform/database.js';
import { applyCoupon } from '../../src/redemptions/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 4, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

const tenPercent = { percentage: { percent: '10' } };
const gbp = (amount: string) => ({ amount, currency: 'GBP' });

async function codesIn(scope: TestScope, filter: CouponFilter, orderBy: CouponOrder | null = null) {
  const { edges } = await listCoupons(scope, filter, orderBy, { first: 100 });
  return edges.map(({ node }) => node.code);
}

describe('given coupons of many sorts', () => {
  const scope = testScope({ db, tenantId: tenantNamed('Many sorts') });
  const user = { ...scope, actor: { kind: 'USER', id: 'ada' } as const };
  const april = new Date('2026-04-01T00:00:00.000Z');
  const may = new Date('2026-05-01T00:00:00.000Z');
  const june = new Date('2026-06-01T00:00:00.000Z');
  const justBefore = (instant: Date) => new Date(instant.getTime() - 1);
  const campaigns = { spring: '', summer: '' };

  beforeAll(async () => {
    campaigns.spring = succeeded(await createCampaign(scope, { name: 'Spring' })).id;
    campaigns.summer = succeeded(await createCampaign(scope, { name: 'Summer' })).id;
    const sorts: [string, object][] = [
      ['A_1', { discount: tenPercent }],
      ['AB1', { discount: tenPercent, validFrom: april, campaignId: campaigns.spring }],
      ['AB10', { discount: { fixed: { amount: gbp('5') } }, validUntil: april }],
      ['a-lower', { discount: tenPercent, isCaseSensitive: true, validFrom: april, validUntil: may }],
      ['A-UPPER', { discount: { freeShipping: {} }, isCaseSensitive: true, campaignId: campaigns.spring }],
      ['B', { discount: { fixed: { amount: gbp('1') } }, validFrom: may, validUntil: june, isDraft: true }],
      ['straße', { discount: { freeShipping: { maximum: gbp('3') } } }],
      ['CARD', { discount: { giftCard: { balance: gbp('20') } } }],
      ['GONE', { discount: tenPercent, campaignId: campaigns.spring }],
    ];
    for (const [code, fields] of sorts) {
      const by = code === 'B' || code === 'straße' ? user : scope;
      const coupon = succeeded(await createCoupon(by, { code, ...fields }));
      if (code === 'GONE') succeeded(await deleteCoupon(scope, { id: coupon.id }));
      if (code === 'AB10') succeeded(await deactivateCoupon(scope, { id: coupon.id }));
    }
    const theirs = testScope({ db, tenantId: tenantNamed('Stranger') });
    for (const code of ['A_1', 'AB1', 'B'])
      succeeded(await createCoupon(theirs, { code, discount: tenPercent }));
  });

  const all = ['A_1', 'AB1', 'AB10', 'a-lower', 'A-UPPER', 'B', 'CARD', 'straße'];

  test.each<[string, () => CouponFilter, string[]]>([
    ['nothing: all that live', () => ({}), all],
    [
      'null everywhere: the same',
      () => ({
        status: null,
        codePrefix: null,
        campaignId: null,
        kind: null,
        createdBy: null,
        validAt: null,
        validUntilBefore: null,
        validUntilAfter: null,
      }),
      all,
    ],
    ['one status', () => ({ status: ['DRAFT'] }), ['B']],
    ['two statuses', () => ({ status: ['INACTIVE', 'SCHEDULED'] }), ['AB1', 'AB10', 'a-lower']],
    ['the deleted', () => ({ status: ['DELETED'] }), ['GONE']],
    ['no status', () => ({ status: [] }), []],

    ['a prefix', () => ({ codePrefix: 'AB' }), ['AB1', 'AB10']],
    [
      'a prefix in small letters, which a case-sensitive code takes as it is',
      () => ({ codePrefix: 'a' }),
      ['A_1', 'AB1', 'AB10', 'a-lower'],
    ],
    ['a prefix in capitals, likewise', () => ({ codePrefix: 'A' }), ['A_1', 'AB1', 'AB10', 'A-UPPER']],
    ['a prefix whose _ is a _', () => ({ codePrefix: 'a_' }), ['A_1']],
    ['a prefix whose % is a %', () => ({ codePrefix: '%' }), []],
    ['a prefix whose \\ is a \\', () => ({ codePrefix: 'A\\' }), []],
    ['a prefix in another spelling', () => ({ codePrefix: ' ＳtraS' }), ['straße']],
    ['a whole code', () => ({ codePrefix: 'AB10' }), ['AB10']],
    ['more than a code', () => ({ codePrefix: 'AB100' }), []],
    ['an empty prefix', () => ({ codePrefix: '' }), all],

    ['a campaign', () => ({ campaignId: campaigns.spring }), ['AB1', 'A-UPPER']],
    ['a campaign with none', () => ({ campaignId: campaigns.summer }), []],
    ['a campaign that is none', () => ({ campaignId: 'x' }), []],
    ['a campaign without a name', () => ({ campaignId: '' }), []],
    ['the id of another type', () => ({ campaignId: campaigns.spring.replace('campaign', 'coupon') }), []],

    ['one kind', () => ({ kind: ['FIXED'] }), ['AB10', 'B']],
    ['two kinds', () => ({ kind: ['FIXED', 'FREE_SHIPPING'] }), ['AB10', 'A-UPPER', 'B', 'straße']],
    ['gift cards', () => ({ kind: ['GIFT_CARD'] }), ['CARD']],
    ['no kind', () => ({ kind: [] }), []],

    ['who made it', () => ({ createdBy: 'ada' }), ['B', 'straße']],
    ['who made none', () => ({ createdBy: 'bob' }), []],
    ['nobody', () => ({ createdBy: '' }), []],

    [
      'an instant before all windows',
      () => ({ validAt: justBefore(april) }),
      ['A_1', 'AB10', 'A-UPPER', 'CARD', 'straße'],
    ],
    [
      'the instant at which windows start and end',
      () => ({ validAt: april }),
      ['A_1', 'AB1', 'a-lower', 'A-UPPER', 'CARD', 'straße'],
    ],
    [
      'the last instant of a window',
      () => ({ validAt: justBefore(may) }),
      ['A_1', 'AB1', 'a-lower', 'A-UPPER', 'CARD', 'straße'],
    ],
    ['the end of a window', () => ({ validAt: may }), ['A_1', 'AB1', 'A-UPPER', 'B', 'CARD', 'straße']],
    ['an end before an instant', () => ({ validUntilBefore: may }), ['AB10']],
    [
      'an end before the next',
      () => ({ validUntilBefore: new Date(may.getTime() + 1) }),
      ['AB10', 'a-lower'],
    ],
    [
      'an end at or after an instant, or none',
      () => ({ validUntilAfter: may }),
      ['A_1', 'AB1', 'a-lower', 'A-UPPER', 'B', 'CARD', 'straße'],
    ],
    [
      'an end after the next, or none',
      () => ({ validUntilAfter: new Date(may.getTime() + 1) }),
      ['A_1', 'AB1', 'A-UPPER', 'B', 'CARD', 'straße'],
    ],
    ['an end in a span', () => ({ validUntilAfter: may, validUntilBefore: june }), ['a-lower']],

    ['a prefix and a kind', () => ({ codePrefix: 'A', kind: ['PERCENTAGE'] }), ['A_1', 'AB1']],
    ['a campaign and a status', () => ({ campaignId: campaigns.spring, status: ['ACTIVE'] }), ['A-UPPER']],
    [
      'a campaign, deleted ones included',
      () => ({ campaignId: campaigns.spring, status: ['DELETED', 'ACTIVE', 'SCHEDULED'] }),
      ['AB1', 'A-UPPER', 'GONE'],
    ],
    ['an instant and who made it', () => ({ validAt: may, createdBy: 'ada' }), ['B', 'straße']],
    [
      'everything at once',
      () => ({
        status: ['SCHEDULED'],
        codePrefix: 'ab',
        campaignId: campaigns.spring,
        kind: ['PERCENTAGE'],
        createdBy: scope.actor.id,
        validAt: april,
        validUntilAfter: june,
      }),
      ['AB1'],
    ],
    ['what cannot hold together', () => ({ kind: ['FIXED'], campaignId: campaigns.spring }), []],
  ])('asked for by %s', async (_, filter, expected) => {
    expect((await codesIn(scope, filter())).sort()).toEqual([...expected].sort());
  });

  test('another tenant finds only its own, also by this one’s campaign', async () => {
    const stranger = testScope({ db, tenantId: tenantNamed('Stranger') });

    expect((await codesIn(stranger, {})).sort()).toEqual(['AB1', 'A_1', 'B']);
    expect(await codesIn(stranger, { campaignId: campaigns.spring })).toEqual([]);
    expect(await codesIn(testScope({ db, tenantId: tenantNamed('Nobody') }), {})).toEqual([]);
  });
});

describe('given eleven coupons, of which many are used equally often', () => {
  const scope = testScope({ db, tenantId: tenantNamed('Eleven') });
  /** In the order in which they are made: each code, and how often it is used. */
  const uses = { D: 1, B: 0, K: 2, A: 1, J: 0, C: 1, I: 0, E: 3, H: 1, F: 0, G: 1 };
  const made = Object.keys(uses);

  beforeAll(async () => {
    for (const [code, times] of Object.entries(uses)) {
      succeeded(await createCoupon(scope, { code, discount: tenPercent }));
      for (let time = 0; time < times; time++) {
        succeeded(await applyCoupon(scope, { code, order: { subtotal: gbp('10') } }));
      }
      // Some share the instant at which they were made.
      if (times === 1) scope.clock.forward(1);
    }
  });

  const byUses = ['B', 'J', 'I', 'F', 'D', 'A', 'C', 'H', 'G', 'K', 'E'];
  const orders: [CouponOrder, string[]][] = [
    [{ field: 'CREATED_AT', direction: 'ASC' }, made],
    [{ field: 'CREATED_AT', direction: 'DESC' }, made.toReversed()],
    [{ field: 'CODE', direction: 'ASC' }, made.toSorted()],
    [{ field: 'CODE', direction: 'DESC' }, made.toSorted().reverse()],
    [{ field: 'USES_COUNT', direction: 'ASC' }, byUses],
    [{ field: 'USES_COUNT', direction: 'DESC' }, byUses.toReversed()],
  ];

  test.each(orders)('ordered by %j, all come in one page', async (orderBy, expected) => {
    expect(await codesIn(scope, {}, orderBy)).toEqual(expected);
  });

  test('the newest come first if no order is given', async () => {
    expect(await codesIn(scope, {})).toEqual(made.toReversed());
  });

  test.each(orders)('ordered by %j, pages forwards lose and repeat none', async (orderBy, expected) => {
    const seen: string[][] = [];
    for (let after: string | null = null, more = true; more;) {
      const { edges, pageInfo } = await listCoupons(scope, {}, orderBy, { first: 3, after });
      seen.push(edges.map(({ node }) => node.code));
      expect(pageInfo).toEqual({
        hasNextPage: seen.length < 4,
        hasPreviousPage: seen.length > 1,
        startCursor: edges[0]!.cursor,
        endCursor: edges.at(-1)!.cursor,
      });
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen.map(({ length }) => length)).toEqual([3, 3, 3, 2]);
    expect(seen.flat()).toEqual(expected);
  });

  test.each(orders)('ordered by %j, pages backwards lose and repeat none', async (orderBy, expected) => {
    const seen: string[][] = [];
    for (let before: string | null = null, more = true; more;) {
      const { edges, pageInfo } = await listCoupons(scope, {}, orderBy, { last: 4, before });
      seen.unshift(edges.map(({ node }) => node.code));
      expect(pageInfo).toMatchObject({ hasPreviousPage: seen.length < 3, hasNextPage: seen.length > 1 });
      before = pageInfo.startCursor;
      more = pageInfo.hasPreviousPage;
    }
    expect(seen.map(({ length }) => length)).toEqual([3, 4, 4]);
    expect(seen.flat()).toEqual(expected);
  });

  test('a page holds what matches, not what is left of a page of all', async () => {
    const filter: CouponFilter = { codePrefix: 'G' };
    const { edges, pageInfo } = await listCoupons(
      scope,
      filter,
      { field: 'CODE', direction: 'ASC' },
      { first: 2 },
    );

    expect(edges.map(({ node }) => node.code)).toEqual(['G']);
    expect(pageInfo.hasNextPage).toBe(false);
  });

  test('a cursor of another order is refused', async () => {
    const byCode = { field: 'CODE', direction: 'ASC' } as const;
    const { pageInfo } = await listCoupons(scope, {}, byCode, { first: 1 });

    for (const field of ['USES_COUNT', 'CREATED_AT'] as const) {
      const outcome = listCoupons(scope, {}, { field, direction: 'ASC' }, { after: pageInfo.endCursor });
      await expect(outcome).rejects.toThrow(Malformed);
    }
  });

  test('another tenant’s cursor shows nothing of that tenant', async () => {
    const { edges } = await listCoupons(scope, {}, null, { first: 1 });
    const stranger = testScope({ db, tenantId: tenantNamed('With a cursor') });

    expect((await listCoupons(stranger, {}, null, { after: edges[0]!.cursor })).edges).toEqual([]);
  });
});
