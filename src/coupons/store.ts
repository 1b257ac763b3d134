import { type Prisma, type GiftCardMovement as MovementRow } from '../generated/prisma/client.js';
import { storedDiscount } from '../discounts/stored.js';
import { idOf, uuidOf, uuidOfAny } from '../lib/id.js';
import { jsonOf } from '../lib/json.js';
import { literally } from '../lib/like.js';
import { money } from '../lib/money.js';
import { keyset, orderOf, pageOf, type Order, type Page, type PageArguments } from '../lib/page.js';
import { violatedConstraint } from '../platform/database-errors.js';
import { holdRow } from '../platform/rows.js';
import type { Scope } from '../platform/scope.js';
import { codeKey, keysOfTyped } from './code.js';
import type { Coupon } from './core.js';
import { couponHandedOut, type CouponUsed } from './errors.js';
import type { CouponFilter, CouponOrder } from './list.js';
import type { GiftCardMovement } from './movement.js';
import { hasStatus } from './status-filter.js';
import { readCoupon } from './stored.js';

const key = (scope: Scope, uuid: string) => ({ tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } });

/** A coupon's own columns: all but its uses and its balance, which only redemptions change. */
function columns(coupon: Coupon) {
  const { id: _, balance: __, usesCount, createdBy, minimumOrder, ...rest } = coupon;
  const { testOfId, campaignId, templateId, ...same } = rest;
  return {
    ...same,
    discountKind: coupon.discount.kind,
    discount: storedDiscount(coupon.discount),
    minimumOrderMinor: minimumOrder?.minor ?? null,
    applicability: jsonOf(coupon.applicability),
    stacking: jsonOf(coupon.stacking),
    testOfId: testOfId && uuidOf(testOfId),
    campaignId: campaignId && uuidOf(campaignId),
    templateId: templateId && uuidOf(templateId),
    // Below what is used, the maximum stops further uses; the database's own check must not refuse that.
    usesCeiling: coupon.maxUses === null ? null : Math.max(coupon.maxUses, usesCount),
    createdByKind: createdBy.kind,
    createdById: createdBy.id,
  };
}

/**
 * Inserts the coupons whose codes are free, and answers which those are. In one order whoever inserts them: of two who
 * want the same codes, each would otherwise wait for the other.
 */
export async function insertFree(
  scope: Scope,
  coupons: readonly Coupon[],
): Promise<ReadonlySet<Coupon['id']>> {
  const ordered = coupons.toSorted((one, other) => (one.codeKey < other.codeKey ? -1 : 1));
  const rows = await scope.db.coupon.createManyAndReturn({
    data: ordered.map((coupon) => ({
      ...columns(coupon),
      tenantId: uuidOf(scope.tenantId),
      id: uuidOf(coupon.id),
      balanceMinor: coupon.balance?.minor ?? null,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => idOf('coupon', id)));
}

export async function save(scope: Scope, coupon: Coupon): Promise<void> {
  await scope.db.coupon.update({ where: key(scope, uuidOf(coupon.id)), data: columns(coupon) });
}

export async function erase(scope: Scope, coupon: Coupon): Promise<Coupon | CouponUsed> {
  try {
    await scope.db.coupon.delete({ where: key(scope, uuidOf(coupon.id)) });
    return coupon;
  } catch (error) {
    if (violatedConstraint(error) === 'fans_tenant_id_coupon_id_fkey') return couponHandedOut;
    throw error;
  }
}

export async function find(scope: Scope, id: string): Promise<Coupon | null> {
  const uuid = uuidOfAny('coupon', id);
  const row = uuid ? await scope.db.coupon.findUnique({ where: key(scope, uuid) }) : null;
  return row && readCoupon(row);
}

/** Finds a coupon and holds its row until the transaction ends: decide only on what was read after the lock. */
export async function lock(scope: Scope, id: string): Promise<Coupon | null> {
  const uuid = uuidOfAny('coupon', id);
  if (!uuid) return null;
  await holdRow(scope, 'coupons', uuid, 'UPDATE');
  return find(scope, id);
}

export async function findMany(scope: Scope, ids: readonly Coupon['id'][]): Promise<Coupon[]> {
  const rows = await scope.db.coupon.findMany({
    where: { tenantId: uuidOf(scope.tenantId), id: { in: ids.map(uuidOf) } },
  });
  return rows.map(readCoupon);
}

/** The living coupons that share a key with any of the typed codes; `meantBy` picks among them. */
export async function findByCodes(scope: Scope, typed: readonly string[]): Promise<Coupon[]> {
  const rows = await scope.db.coupon.findMany({
    where: { tenantId: uuidOf(scope.tenantId), codeKey: { in: typed.flatMap(keysOfTyped) }, deletedAt: null },
  });
  return rows.map(readCoupon);
}

export const countRedemptions = (scope: Scope, coupon: Coupon): Promise<number> =>
  scope.db.redemption.count({ where: { tenantId: uuidOf(scope.tenantId), couponId: uuidOf(coupon.id) } });

/** How many have used a coupon more often than each of them may now. */
export const countRedeemersAbove = (scope: Scope, { id }: Coupon, uses: number): Promise<number> =>
  scope.db.redeemer.count({
    where: { tenantId: uuidOf(scope.tenantId), couponId: uuidOf(id), usesCount: { gt: uses } },
  });

const columnOf = { CREATED_AT: 'id', CODE: 'codeKey', USES_COUNT: 'usesCount' } as const;

function matching(scope: Scope, filter: CouponFilter): Prisma.CouponWhereInput {
  const { validAt, codePrefix, isTest } = filter;
  const conditions: Prisma.CouponWhereInput[] = [
    hasStatus(filter.status, scope.now(), scope.db.coupon.fields),
    { isTest: isTest ?? false },
  ];
  if (codePrefix != null) {
    const [exact, folded] = [codeKey(codePrefix, true), codeKey(codePrefix, false)];
    conditions.push({
      OR: [
        { isCaseSensitive: true, codeKey: { startsWith: literally(exact) } },
        { isCaseSensitive: false, codeKey: { startsWith: literally(folded) } },
      ],
    });
  }
  if (validAt) {
    conditions.push({ OR: [{ validFrom: null }, { validFrom: { lte: validAt } }] });
    conditions.push({ OR: [{ validUntil: null }, { validUntil: { gt: validAt } }] });
  }
  if (filter.validUntilBefore) conditions.push({ validUntil: { lt: filter.validUntilBefore } });
  if (filter.validUntilAfter) {
    conditions.push({ OR: [{ validUntil: null }, { validUntil: { gte: filter.validUntilAfter } }] });
  }
  if (filter.kind) conditions.push({ discountKind: { in: [...filter.kind] } });
  if (filter.createdBy != null) conditions.push({ createdById: filter.createdBy });
  if (filter.campaignId != null) {
    const campaign = uuidOfAny('campaign', filter.campaignId);
    // No campaign has such an id, so no coupon is in it.
    conditions.push(campaign ? { campaignId: campaign } : { id: { in: [] } });
  }
  if (filter.templateId != null) {
    const template = uuidOfAny('template', filter.templateId);
    conditions.push(template ? { templateId: template } : { id: { in: [] } });
  }
  return { tenantId: uuidOf(scope.tenantId), AND: conditions };
}

export async function list(
  scope: Scope,
  filter: CouponFilter,
  orderBy: CouponOrder,
  page: PageArguments,
): Promise<Page<Coupon>> {
  const order = { ...orderOf(columnOf, orderBy), isNumeric: orderBy.field === 'USES_COUNT' };
  const { where, ...rest } = keyset(page, order);
  const rows = await scope.db.coupon.findMany({ where: { AND: [matching(scope, filter), where] }, ...rest });
  return pageOf(rows, page, order, readCoupon);
}

interface CardMovement {
  readonly couponId: Coupon['id'];
  readonly movement: GiftCardMovement;
}

export async function insertMovements(scope: Scope, cards: readonly CardMovement[]): Promise<void> {
  if (cards.length === 0) return;
  await scope.db.giftCardMovement.createMany({
    data: cards.map(({ couponId, movement: { id, redemptionId, amount, balance, ...same } }) => ({
      ...same,
      tenantId: uuidOf(scope.tenantId),
      id: uuidOf(id),
      couponId: uuidOf(couponId),
      redemptionId: redemptionId && uuidOf(redemptionId),
      amountMinor: amount.minor,
      balanceMinor: balance.minor,
    })),
  });
}

export async function listMovements(
  scope: Scope,
  { id, currency }: Coupon,
  page: PageArguments,
): Promise<Page<GiftCardMovement>> {
  const order: Order = { by: 'id', tie: 'id', direction: 'desc' };
  const { where, ...rest } = keyset(page, order);
  const rows = await scope.db.giftCardMovement.findMany({
    where: { AND: [{ tenantId: uuidOf(scope.tenantId), couponId: uuidOf(id) }, where] },
    ...rest,
  });
  return pageOf(rows, page, order, (row: MovementRow) => ({
    id: idOf('movement', row.id),
    kind: row.kind as GiftCardMovement['kind'],
    amount: money(row.amountMinor, currency!),
    balance: money(row.balanceMinor, currency!),
    redemptionId: row.redemptionId === null ? null : idOf('redemption', row.redemptionId),
    createdAt: row.createdAt,
  }));
}
