import type { Prisma, Redemption as Row } from '../generated/prisma/client.js';
import type { Coupon } from '../coupons/core.js';
import { idOf, uuidOf, uuidOfAny } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { money, type Money } from '../lib/money.js';
import { keyset, pageOf, type Order, type Page, type PageArguments } from '../lib/page.js';
import { violatedConstraint } from '../platform/database-errors.js';
import type { Scope } from '../platform/scope.js';
import { referenceKey, type ApplyRequest, type Earlier, type EarlierRedemptions } from './apply.js';
import type { Redeemer, Redemption, RedemptionFilter, Reference } from './core.js';

const operation = 'applyCoupon';

interface StoredLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly subtotal: string;
  readonly discount: string;
}

function read(row: Row): Redemption {
  const inCurrency = (minor: bigint): Money => money(minor, row.currency);
  return {
    id: idOf('redemption', row.id),
    status: row.status as Redemption['status'],
    couponId: idOf('coupon', row.couponId),
    couponCode: row.couponCode,
    campaignId: row.campaignId === null ? null : idOf('campaign', row.campaignId),
    customerId: row.customerId,
    reference:
      row.referenceId === null ? null : { type: row.referenceType as Reference['type'], id: row.referenceId },
    channel: row.channel,
    subtotal: inCurrency(row.subtotalMinor),
    discount: inCurrency(row.discountMinor),
    total: inCurrency(row.subtotalMinor - row.discountMinor),
    lines: (row.lines as unknown as StoredLine[]).map(({ subtotal, discount, ...line }) => ({
      ...line,
      subtotal: inCurrency(BigInt(subtotal)),
      discount: inCurrency(BigInt(discount)),
      total: inCurrency(BigInt(subtotal) - BigInt(discount)),
    })),
    freeShipping: row.freeShipping,
    shippingDiscount: row.shippingDiscountMinor === null ? null : inCurrency(row.shippingDiscountMinor),
    remaining: { uses: row.usesLeft, customerUses: row.customerUsesLeft },
    metadata: row.metadata as JsonObject,
    createdAt: row.createdAt,
    voidedAt: row.voidedAt,
    voidReason: row.voidReason,
  };
}

const earlierOf = (row: Row): Earlier => ({
  requestHash: Buffer.from(row.requestHash).toString('hex'),
  redemption: read(row),
});

/** What was redeemed before with the keys, or for the references, that these requests bear. Ask under lock. */
export async function findEarlier(
  scope: Scope,
  requests: readonly ApplyRequest[],
  couponFor: (code: string) => Coupon | undefined,
): Promise<EarlierRedemptions> {
  const tenantId = uuidOf(scope.tenantId);
  const byIdempotencyKey = new Map<string, Earlier>();
  const byReference = new Map<string, Earlier>();

  const keys = requests.flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
  if (keys.length > 0) {
    const answered = await scope.db.idempotencyKey.findMany({
      where: { tenantId, operation, key: { in: keys } },
    });
    const ids = answered.map(({ answer }) =>
      uuidOf((answer as { redemptionId: Redemption['id'] }).redemptionId),
    );
    const rows = ids.length
      ? await scope.db.redemption.findMany({ where: { tenantId, id: { in: ids } } })
      : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    answered.forEach(({ key }, index) => byIdempotencyKey.set(key, earlierOf(byId.get(ids[index]!)!)));
  }

  const references = requests.flatMap(({ code, reference }) => {
    const coupon = reference && couponFor(code);
    return coupon
      ? [{ couponId: uuidOf(coupon.id), referenceType: reference.type, referenceId: reference.id }]
      : [];
  });
  if (references.length > 0) {
    const rows = await scope.db.redemption.findMany({
      where: { tenantId, status: { not: 'VOIDED' }, OR: references },
    });
    for (const row of rows) {
      const earlier = earlierOf(row);
      byReference.set(referenceKey(earlier.redemption.couponId, earlier.redemption.reference!), earlier);
    }
  }
  return { byIdempotencyKey, byReference };
}

/** A redemption, and the request that it answers. */
export interface Answered {
  readonly request: ApplyRequest;
  readonly redemption: Redemption;
}

/**
 * Saves redemptions and counts their uses, in one statement: the same text for any number of them, so that it is
 * prepared once.
 */
export async function saveMade(scope: Scope, made: readonly Answered[]): Promise<void> {
  const tenantId = uuidOf(scope.tenantId);
  const now = scope.now();

  const rows = made.map(({ request, redemption }) => ({
    id: uuidOf(redemption.id),
    coupon_id: uuidOf(redemption.couponId),
    coupon_code: redemption.couponCode,
    campaign_id: redemption.campaignId && uuidOf(redemption.campaignId),
    customer_id: redemption.customerId,
    reference_type: redemption.reference?.type ?? null,
    reference_id: redemption.reference?.id ?? null,
    channel: redemption.channel,
    currency: redemption.subtotal.currency,
    subtotal_minor: String(redemption.subtotal.minor),
    discount_minor: String(redemption.discount.minor),
    lines: redemption.lines.map(({ lineId, sku, quantity, subtotal, discount }) => ({
      lineId,
      sku,
      quantity,
      subtotal: String(subtotal.minor),
      discount: String(discount.minor),
    })),
    free_shipping: redemption.freeShipping,
    shipping_discount_minor: redemption.shippingDiscount && String(redemption.shippingDiscount.minor),
    uses_left: redemption.remaining.uses,
    customer_uses_left: redemption.remaining.customerUses,
    request_hash: request.requestHash,
    metadata: redemption.metadata,
    created_at: redemption.createdAt,
  }));

  await scope.db.$executeRaw`
    WITH made AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS made (id uuid, coupon_id uuid,
        coupon_code text, campaign_id uuid, customer_id text, reference_type text, reference_id text, channel text,
        currency text, subtotal_minor bigint, discount_minor bigint, lines jsonb, free_shipping boolean,
        shipping_discount_minor bigint, uses_left integer, customer_uses_left integer, request_hash text,
        metadata jsonb, created_at timestamptz)
    ), counted AS (
      UPDATE coupons SET uses_count = uses_count + made.uses
      FROM (SELECT coupon_id, count(*)::int AS uses FROM made GROUP BY coupon_id) AS made
      WHERE coupons.tenant_id = ${tenantId}::uuid AND coupons.id = made.coupon_id
    ), counted_by_customer AS (
      INSERT INTO redeemers (tenant_id, coupon_id, customer, uses_count, first_redeemed_at, last_redeemed_at)
      SELECT ${tenantId}::uuid, coupon_id, 'id:' || customer_id, count(*), ${now}::timestamptz, ${now}::timestamptz
      FROM made
      WHERE customer_id IS NOT NULL
      GROUP BY coupon_id, customer_id
      ON CONFLICT (tenant_id, coupon_id, customer) DO UPDATE
        SET uses_count = redeemers.uses_count + excluded.uses_count, last_redeemed_at = excluded.last_redeemed_at
    )
    INSERT INTO redemptions (tenant_id, id, status, coupon_id, coupon_code, campaign_id, customer_id, reference_type,
      reference_id, channel, currency, subtotal_minor, discount_minor, lines, free_shipping, shipping_discount_minor,
      uses_left, customer_uses_left, request_hash, metadata, created_at)
    SELECT ${tenantId}::uuid, id, 'COMPLETED', coupon_id, coupon_code, campaign_id, customer_id, reference_type,
      reference_id, channel, currency, subtotal_minor, discount_minor, lines, free_shipping, shipping_discount_minor,
      uses_left, customer_uses_left, decode(request_hash, 'hex'), metadata, created_at
    FROM made`;
}

/** Keeps which redemption answers which idempotency key. Each has one. */
export async function saveKeys(scope: Scope, answered: readonly Answered[]): Promise<void> {
  const rows = answered.map(({ request, redemption }) => ({
    idempotency_key: request.idempotencyKey,
    request_hash: request.requestHash,
    answer: { redemptionId: redemption.id },
  }));
  await scope.db.$executeRaw`
    INSERT INTO idempotency_keys (tenant_id, operation, key, request_hash, answer, created_at)
    SELECT ${uuidOf(scope.tenantId)}::uuid, ${operation}, idempotency_key, decode(request_hash, 'hex'), answer,
      ${scope.now()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS answered (idempotency_key text, request_hash text, answer jsonb)
    ORDER BY idempotency_key`;
}

/** What a request meets when another process was served meanwhile with its key or for its reference. */
const repeats = ['idempotency_keys_pkey', 'redemptions_reference_taken'];

/** Whether a save was refused because the request repeats another: the next look finds that one's redemption. */
export const isRepeat = (error: unknown): boolean => repeats.includes(violatedConstraint(error) ?? '');

/** Marks a redemption as voided and gives its use back. The coupon's row is locked. */
export async function saveVoided(scope: Scope, redemption: Redemption): Promise<void> {
  const tenantId = uuidOf(scope.tenantId);
  const couponId = uuidOf(redemption.couponId);
  await scope.db.redemption.update({
    where: { tenantId_id: { tenantId, id: uuidOf(redemption.id) } },
    data: { status: redemption.status, voidedAt: redemption.voidedAt, voidReason: redemption.voidReason },
  });
  await scope.db.coupon.update({
    where: { tenantId_id: { tenantId, id: couponId } },
    data: { usesCount: { decrement: 1 } },
  });
  if (redemption.customerId === null) return;
  await scope.db.redeemer.update({
    where: { tenantId_couponId_customer: { tenantId, couponId, customer: `id:${redemption.customerId}` } },
    data: { usesCount: { decrement: 1 } },
  });
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

function matching(scope: Scope, filter: RedemptionFilter): Prisma.RedemptionWhereInput {
  const { couponId, customerId, referenceId, campaignId, status, from, until } = filter;
  return {
    tenantId: uuidOf(scope.tenantId),
    AND: [
      couponId == null ? {} : refersTo('couponId', 'coupon', couponId),
      campaignId == null ? {} : refersTo('campaignId', 'campaign', campaignId),
      customerId == null ? {} : { customerId },
      referenceId == null ? {} : { referenceId },
      status == null ? {} : { status },
      { createdAt: { ...(from && { gte: from }), ...(until && { lt: until }) } },
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
    customerId: customer.slice('id:'.length),
    usesCount,
    firstRedeemedAt,
    lastRedeemedAt,
  }));
}
