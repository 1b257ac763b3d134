import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCoupons } from '../../src/coupons/actions.js';
import { couponStatuses, statusOf, type CouponStatus } from '../../src/coupons/core.js';
import { uuidOf } from '../../src/lib/id.js';
import { money } from '../../src/lib/money.js';
import { openDatabase } from '../../src/platform/database.js';
import { createTestDatabase } from '../testkit/database.js';
import { testScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 4, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;
const scope = testScope({ db });
const now = scope.now();

const gbp = (minor: bigint) => money(minor, 'GBP');
const instants = [null, ...[-2, -1, 0, 1, 2].map((milliseconds) => new Date(now.getTime() + milliseconds))];
const windows = instants.flatMap((validFrom) =>
  instants
    .filter((validUntil) => !validFrom || !validUntil || validFrom < validUntil)
    .map((validUntil) => ({ validFrom, validUntil })),
);
const uses = [
  { maxUses: null, usesCount: 0, balance: null },
  { maxUses: null, usesCount: 9, balance: null },
  { maxUses: 1, usesCount: 0, balance: null },
  { maxUses: 1, usesCount: 1, balance: null },
  { maxUses: 3, usesCount: 2, balance: null },
  { maxUses: 3, usesCount: 4, balance: null },
  { maxUses: null, usesCount: 1, balance: gbp(1n) },
  { maxUses: null, usesCount: 1, balance: gbp(0n) },
  { maxUses: 2, usesCount: 1, balance: gbp(1n) },
  { maxUses: 2, usesCount: 1, balance: gbp(0n) },
  { maxUses: 1, usesCount: 1, balance: gbp(1n) },
  { maxUses: 1, usesCount: 1, balance: gbp(0n) },
];
const standings = (['DRAFT', 'ACTIVE', 'INACTIVE', 'REVOKED'] as const).flatMap((state) =>
  [null, now].flatMap((deletedAt) =>
    windows.flatMap((window) => uses.map((used) => ({ state, deletedAt, ...window, ...used }))),
  ),
);
const freeShipping = { kind: 'FREE_SHIPPING', maximum: null };
const giftCard = { kind: 'GIFT_CARD', initialBalance: { minor: '1', currency: 'GBP' } };
const columnsOf = ({ balance, ...same }: (typeof standings)[number]) => ({
  ...same,
  discountKind: balance ? 'GIFT_CARD' : 'FREE_SHIPPING',
  discount: balance ? giftCard : freeShipping,
  currency: balance?.currency ?? null,
  balanceMinor: balance?.minor ?? null,
});
const codes = new Map(standings.map((standing, index) => [standing, `CODE-${index}`]));
const codesWith = (...statuses: CouponStatus[]) =>
  standings
    .filter((standing) => statuses.includes(statusOf(standing, now)))
    .map((standing) => codes.get(standing)!)
    .sort();

/** All that the database finds, page after page. */
async function found(status?: CouponStatus[]): Promise<string[]> {
  const all: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { edges, pageInfo } = await listCoupons(scope, { status }, null, { first: 100, after });
    all.push(...edges.map(({ node }) => node.code));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return all.sort();
}

describe('given a coupon of every state, every window around now, and every share of its uses and of its balance', () => {
  beforeAll(() =>
    db.coupon.createMany({
      data: standings.map((standing) => ({
        ...columnsOf(standing),
        tenantId: uuidOf(scope.tenantId),
        id: uuidOf(scope.newId('coupon')),
        code: codes.get(standing)!,
        codeKey: codes.get(standing)!,
        isCaseSensitive: false,
        usesCeiling: standing.maxUses && Math.max(standing.maxUses, standing.usesCount),
        applicability: {},
        metadata: {},
        createdByKind: 'SYSTEM',
        createdById: 'test',
        version: 1,
        revokedAt: standing.state === 'REVOKED' ? now : null,
        createdAt: now,
        updatedAt: now,
      })),
    }),
  );

  test('every status is some coupon’s, and every coupon has one', () => {
    const counts = couponStatuses.map((status) => codesWith(status).length);

    expect(counts).not.toContain(0);
    expect(counts.reduce((a, b) => a + b)).toBe(standings.length);
  });

  test.each(couponStatuses)('the database finds as %s those whose status it is', async (status) => {
    expect(await found([status])).toEqual(codesWith(status));
  });

  const pairs = couponStatuses.flatMap((first, index) =>
    couponStatuses.slice(index + 1).map((second) => [first, second] as const),
  );
  test.each(pairs)('the database finds as %s or %s those of either', async (first, second) => {
    expect(await found([first, second])).toEqual(codesWith(first, second));
  });

  test('all statuses find all, none finds nothing, and without the filter it is all that live', async () => {
    expect(await found([...couponStatuses])).toEqual([...codes.values()].sort());
    expect(await found([])).toEqual([]);
    expect(await found()).toEqual(codesWith(...couponStatuses.filter((status) => status !== 'DELETED')));
  });
});
