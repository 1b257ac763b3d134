import { type Prisma, type Redemption as Row } from '../generated/prisma/client.js';
import type { Coupon } from '../coupons/core.js';
import type { Reward } from '../discounts/reward.js';
import { isSameReference, keyOfReference, type ReferenceTo } from '../evaluation/facts.js';
import { plainCustomerId } from '../lib/customer-id.js';
import { idOf, uuidAt, uuidOf, uuidOfAny } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { money, type Money } from '../lib/money.js';
import { keyset, pageOf, type Order, type Page, type PageArguments } from '../lib/page.js';
import type { Scope } from '../platform/scope.js';
import type { Redeemer, Redemption, RedemptionFilter } from './core.js';
import { readLines, readOverruns } from '../evaluation/stored.js';

function read(row: Row): Redemption {
  const inCurrency = (minor: bigint): Money => money(minor, row.currency);
  return {
    id: idOf('redemption', row.id),
    status: row.status as Redemption['status'],
    couponId: idOf('coupon', row.couponId),
    couponCode: row.couponCode,
    campaignId: row.campaignId === null ? null : idOf('campaign', row.campaignId),
    customerId: row.customerId,
    customer: row.customer,
    reference: row.referenceId === null ? null : { type: row.referenceType!, id: row.referenceId },
    channel: row.channel,
    attributes: row.attributes as Record<string, string>,
    taxBasis: row.taxBasis as Redemption['taxBasis'],
    subtotal: inCurrency(row.subtotalMinor),
    discount: inCurrency(row.discountMinor),
    total: inCurrency(row.subtotalMinor - row.discountMinor),
    lines: readLines(row.lines, row.currency),
    freeShipping: row.freeShipping,
    shippingDiscount: row.shippingDiscountMinor === null ? null : inCurrency(row.shippingDiscountMinor),
    reward: row.reward as Reward | null,
    minimumOrder: row.minimumMinor === null ? null : inCurrency(row.minimumMinor),
    counted: {
      uses: BigInt(row.countedUses),
      discountMinor: row.countedDiscountMinor,
      orderMinor: row.countedOrderMinor,
    },
    overruns: readOverruns(row.overruns),
    reservationId: row.reservationId === null ? null : idOf('reservation', row.reservationId),
    togetherId: row.togetherId === null ? null : idOf('redemption', row.togetherId),
    remaining: { uses: row.usesLeft, customerUses: row.customerUsesLeft },
    metadata: row.metadata as JsonObject,
    createdAt: row.createdAt,
    voidedAt: row.voidedAt,
    voidReason: row.voidReason,
  };
}

/** The redemptions with these ids, in no order. */
export async function findMany(scope: Scope, ids: readonly Redemption['id'][]): Promise<Redemption[]> {
  if (ids.length === 0) return [];
  const rows = await scope.db.redemption.findMany({
    where: { tenantId: uuidOf(scope.tenantId), id: { in: ids.map(uuidOf) } },
  });
  return rows.map(read);
}

export async function find(scope: Scope, id: string): Promise<Redemption | null> {
  const uuid = uuidOfAny('redemption', id);
  if (!uuid) return null;
  const row = await scope.db.redemption.findUnique({
    where: { tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } },
  });
  return row && read(row);
}

const newestFirst: Order = { by: 'id', tie: 'id', direction: 'desc' };
const nothing: Prisma.RedemptionWhereInput = { id: { in: [] } };

/** The condition on a column that refers to another object; an id of another type is nobody's. */
const refersTo = (
  column: 'couponId' | 'campaignId',
  prefix: string,
  id: string,
): Prisma.RedemptionWhereInput => {
  const uuid = uuidOfAny(prefix, id);
  return uuid ? { [column]: uuid } : nothing;
};

/** An id is made when a request comes, which may wait; the use is dated when it is decided. */
const idSlackMs = 60 * 60 * 1_000;

function matching(scope: Scope, filter: RedemptionFilter): Prisma.RedemptionWhereInput {
  const { couponId, customerId, referenceId, campaignId, status, from, until } = filter;
  return {
    tenantId: uuidOf(scope.tenantId),
    AND: [
      couponId == null ? {} : refersTo('couponId', 'coupon', couponId),
      campaignId == null ? {} : refersTo('campaignId', 'campaign', campaignId),
      customerId == null ? {} : { customerId: plainCustomerId(customerId) },
      referenceId == null ? {} : { referenceId },
      status == null ? {} : { status },
      { createdAt: { ...(from && { gte: from }), ...(until && { lt: until }) } },
      // An index on when they were made would cost every use; their ids begin with about the same instant.
      {
        id: {
          ...(from && { gte: uuidAt(from.getTime() - idSlackMs) }),
          ...(until && { lt: uuidAt(until.getTime() + idSlackMs) }),
        },
      },
    ],
  };
}

export async function list(
  scope: Scope,
  filter: RedemptionFilter,
  page: PageArguments,
): Promise<Page<Redemption>> {
  const { where, ...rest } = keyset(page, newestFirst);
  const rows = await scope.db.redemption.findMany({
    where: { AND: [matching(scope, filter), where] },
    ...rest,
  });
  return pageOf(rows, page, newestFirst, read);
}

export async function listRedeemers(
  scope: Scope,
  couponId: Coupon['id'],
  page: PageArguments,
): Promise<Page<Redeemer>> {
  const order: Order = { by: 'customer', tie: 'customer', direction: 'asc' };
  const { where, ...rest } = keyset(page, order);
  const rows = await scope.db.redeemer.findMany({
    where: {
      AND: [{ tenantId: uuidOf(scope.tenantId), couponId: uuidOf(couponId), usesCount: { gt: 0 } }, where],
    },
    ...rest,
  });
  return pageOf(rows, page, order, ({ customer, usesCount, firstRedeemedAt, lastRedeemedAt }) => ({
    customer,
    usesCount,
    firstRedeemedAt,
    lastRedeemedAt,
  }));
}

/** What reservations hold or held, each by the order in which it was asked for. */
export async function findReserved(
  scope: Scope,
  ids: readonly NonNullable<Redemption['reservationId']>[],
): Promise<Redemption[]> {
  if (ids.length === 0) return [];
  const rows = await scope.db.redemption.findMany({
    where: { tenantId: uuidOf(scope.tenantId), reservationId: { in: ids.map(uuidOf) } },
    orderBy: { id: 'asc' },
  });
  return rows.map(read);
}

/** Something that was used for a reference, and still is; null if nothing is. */
export async function findUsedFor(scope: Scope, { type, id }: ReferenceTo): Promise<Redemption | null> {
  const row = await scope.db.redemption.findFirst({
    where: { tenantId: uuidOf(scope.tenantId), referenceType: type, referenceId: id, status: 'COMPLETED' },
  });
  return row && read(row);
}

/** What was used for a reference, and still is, by a request, in the order in which it was used. */
export async function findMadeBy(
  scope: Scope,
  { type, id }: ReferenceTo,
  requestHash: string,
): Promise<Redemption[]> {
  const rows = await scope.db.redemption.findMany({
    where: {
      tenantId: uuidOf(scope.tenantId),
      referenceType: type,
      referenceId: id,
      requestHash: Buffer.from(requestHash, 'hex'),
      status: 'COMPLETED',
    },
    orderBy: { id: 'asc' },
  });
  return rows.map(read);
}

/**
 * What was made for a reference by each request that did so in one transaction, in the order in which it was used: by the
 * request's hash. Also what has been given back since; not what was reserved before.
 */
export async function findEachMade(
  scope: Scope,
  { type, id }: ReferenceTo,
): Promise<{ readonly requestHash: string; readonly redemptions: readonly Redemption[] }[]> {
  const rows = await scope.db.redemption.findMany({
    where: {
      tenantId: uuidOf(scope.tenantId),
      referenceType: type,
      referenceId: id,
      reservationId: null,
    },
    orderBy: { id: 'asc' },
  });
  const made = new Map<string, { requestHash: string; redemptions: Redemption[] }>();
  for (const row of rows) {
    const requestHash = Buffer.from(row.requestHash).toString('hex');
    // The same may have been asked for anew once all of it was given back.
    const name = `${requestHash} ${row.createdAt.getTime()}`;
    const { redemptions = [] } = made.get(name) ?? {};
    made.set(name, { requestHash, redemptions: [...redemptions, read(row)] });
  }
  return [...made.values()];
}

/** What references have of any coupon at this moment. */
export async function findByReferences(
  scope: Scope,
  references: readonly ReferenceTo[],
): Promise<Redemption[]> {
  if (references.length === 0) return [];
  const rows = await scope.db.redemption.findMany({
    where: {
      tenantId: uuidOf(scope.tenantId),
      referenceId: { in: references.map(({ id }) => id) },
      status: { in: ['RESERVED', 'COMPLETED'] },
    },
  });
  return rows.map(read).filter(({ reference }) => references.some((one) => isSameReference(one, reference!)));
}

/**
 * What is or was held or used for the same order as this, itself included, in the order in which it takes something off: by
 * one request, for one reference, or for a checkout and the order that it has become.
 */
export async function findOfOrder(scope: Scope, redemption: Redemption): Promise<Redemption[]> {
  const { reference, reservationId, togetherId } = redemption;
  if (!reference && !reservationId && !togetherId) return [redemption];
  const tenantId = uuidOf(scope.tenantId);
  const references = new Map<string, ReferenceTo>();
  const reservationIds = new Set<string>();
  let rows: Row[] = [];
  let known = -1;
  const learn = (reference: ReferenceTo | null, reservationId: string | null): void => {
    if (reference) references.set(keyOfReference(reference), reference);
    if (reservationId) reservationIds.add(reservationId);
  };
  learn(reference, reservationId && uuidOf(reservationId));
  // One leads to another: a checkout's own uses, say, to its order's, and these to those that were added there.
  while (known < references.size + reservationIds.size) {
    known = references.size + reservationIds.size;
    const referenceId = { in: [...references.values()].map(({ id }) => id) };
    const isOurs = (type: string, id: string) => references.has(keyOfReference({ type, id }));
    const reservations = await scope.db.reservation.findMany({
      where: { tenantId, status: 'CONFIRMED', OR: [{ id: { in: [...reservationIds] } }, { referenceId }] },
      select: { id: true, referenceType: true, referenceId: true },
    });
    for (const { id, referenceType: type, referenceId } of reservations) {
      if (reservationIds.has(id) || isOurs(type, referenceId)) learn({ type, id: referenceId }, id);
    }
    const found = await scope.db.redemption.findMany({
      where: {
        tenantId,
        OR: [
          { reservationId: { in: [...reservationIds] } },
          { referenceId },
          ...(togetherId ? [{ togetherId: uuidOf(togetherId) }] : []),
        ],
      },
      orderBy: { id: 'asc' },
    });
    // A reference is asked for by its id, which one of another type may have as well.
    rows = found.filter(
      ({ reservationId, referenceType, referenceId }) =>
        referenceId === null || isOurs(referenceType!, referenceId) || reservationIds.has(reservationId!),
    );
    for (const { reservationId, referenceType, referenceId } of rows)
      learn(referenceId === null ? null : { type: referenceType!, id: referenceId }, reservationId);
  }
  return rows.map(read);
}
