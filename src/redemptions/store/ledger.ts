import { Prisma } from '../../generated/prisma/client.js';
import { uuidOf } from '../../lib/id.js';
import type { Money } from '../../lib/money.js';
import { write } from '../../platform/database.js';
import { andCommit } from '../../platform/database-connection.js';
import { violatedConstraint } from '../../platform/database-errors.js';
import type { Scope } from '../../platform/scope.js';
import type { ApplyRequest, Made } from '../apply.js';
import type { Redemption } from '../core.js';
import { storedLine, storedOverrun } from '../../evaluation/stored.js';

const operation = 'applyCoupon';

/** A redemption that was made, and the request that it answers. */
export interface Answered extends Pick<Made, 'redemption'> {
  /** What the gift card that paid has left; null for other kinds of coupon. */
  readonly cardLeft: Money | null;
  readonly request: Pick<ApplyRequest, 'requestHash' | 'idempotencyKey'>;
}

/** A key that repeats what another request was answered with. */
export interface Repeated {
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly redemptionId: Redemption['id'];
}

/**
 * Saves redemptions, counts their uses, remembers their idempotency keys and announces them: one statement, with the
 * same text for any number of them, so that it is prepared once and is one round trip. With COMMIT if it is the last.
 */
export async function saveMade(
  scope: Scope,
  made: readonly Answered[],
  repeated: readonly Repeated[],
  announcement: Announcement,
  isLast: boolean,
): Promise<void> {
  const tenantId = uuidOf(scope.tenantId);
  const now = scope.now();
  const rows = made.map(({ redemption, request, cardLeft }) => ({
    id: uuidOf(redemption.id),
    status: redemption.status,
    coupon_id: uuidOf(redemption.couponId),
    coupon_code: redemption.couponCode,
    campaign_id: redemption.campaignId && uuidOf(redemption.campaignId),
    customer_id: redemption.customerId,
    customer: redemption.customer,
    reference_type: redemption.reference?.type ?? null,
    reference_id: redemption.reference?.id ?? null,
    channel: redemption.channel,
    attributes: redemption.attributes,
    currency: redemption.subtotal.currency,
    tax_basis: redemption.taxBasis,
    subtotal_minor: String(redemption.subtotal.minor),
    discount_minor: String(redemption.discount.minor),
    lines: redemption.lines.map(storedLine),
    free_shipping: redemption.freeShipping,
    shipping_discount_minor: redemption.shippingDiscount && String(redemption.shippingDiscount.minor),
    reward: redemption.reward,
    minimum_minor: redemption.minimumOrder && String(redemption.minimumOrder.minor),
    counted_uses: Number(redemption.counted.uses),
    counted_discount_minor: String(redemption.counted.discountMinor),
    counted_order_minor: String(redemption.counted.orderMinor),
    overruns: redemption.overruns.length > 0 ? redemption.overruns.map(storedOverrun) : null,
    reservation_id: redemption.reservationId && uuidOf(redemption.reservationId),
    together_id: redemption.togetherId && uuidOf(redemption.togetherId),
    uses_left: redemption.remaining.uses,
    customer_uses_left: redemption.remaining.customerUses,
    request_hash: request.requestHash,
    metadata: redemption.metadata,
    created_at: redemption.createdAt,
    card_minor: cardLeft && String(redemption.discount.minor),
    movement_id: cardLeft && uuidOf(scope.newId('movement')),
    card_left_minor: cardLeft && String(cardLeft.minor),
  }));
  const answers = [
    ...made.flatMap(({ request: { idempotencyKey, requestHash }, redemption: { id } }) =>
      idempotencyKey === null ? [] : [{ key: idempotencyKey, request_hash: requestHash, redemption_id: id }],
    ),
    ...repeated.map(({ idempotencyKey, requestHash, redemptionId }) => ({
      key: idempotencyKey,
      request_hash: requestHash,
      redemption_id: redemptionId,
    })),
  ];

  await write(scope.db)`${isLast ? andCommit : Prisma.empty}
    WITH ${announcement}, made AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS made (id uuid, status text, coupon_id uuid,
        coupon_code text, campaign_id uuid, customer_id text, customer text, reference_type text, reference_id text,
        channel text, attributes jsonb, currency text, tax_basis text, subtotal_minor bigint, discount_minor bigint,
        lines jsonb, free_shipping boolean, shipping_discount_minor bigint, reward jsonb, minimum_minor bigint,
        counted_uses integer, counted_discount_minor bigint, counted_order_minor bigint, overruns jsonb,
        reservation_id uuid, together_id uuid, uses_left integer, customer_uses_left integer, request_hash text, metadata jsonb, created_at timestamptz,
        card_minor bigint, movement_id uuid, card_left_minor bigint)
    ), counted AS (
      UPDATE coupons SET uses_count = uses_count + made.uses, balance_minor = balance_minor - made.card_minor
      FROM (
        SELECT coupon_id, count(*)::int AS uses, coalesce(sum(card_minor), 0) AS card_minor FROM made GROUP BY coupon_id
      ) AS made
      WHERE coupons.tenant_id = ${tenantId}::uuid AND coupons.id = made.coupon_id
    ), counted_by_customer AS (
      INSERT INTO redeemers (tenant_id, coupon_id, customer, uses_count, first_redeemed_at, last_redeemed_at)
      SELECT ${tenantId}::uuid, coupon_id, customer, count(*), ${now}::timestamptz, ${now}::timestamptz
      FROM made
      WHERE customer IS NOT NULL
      GROUP BY coupon_id, customer
      ON CONFLICT (tenant_id, coupon_id, customer) DO UPDATE
        SET uses_count = redeemers.uses_count + excluded.uses_count, last_redeemed_at = excluded.last_redeemed_at
    ), saved AS (
      INSERT INTO redemptions (tenant_id, id, status, coupon_id, coupon_code, campaign_id, customer_id, customer,
        reference_type, reference_id, channel, attributes, currency, tax_basis, subtotal_minor, discount_minor, lines,
        free_shipping, shipping_discount_minor, reward, minimum_minor, counted_uses, counted_discount_minor,
        counted_order_minor, overruns, reservation_id, together_id, uses_left, customer_uses_left, request_hash, metadata, created_at)
      SELECT ${tenantId}::uuid, id, status, coupon_id, coupon_code, campaign_id, customer_id, customer, reference_type,
        reference_id, channel, attributes, currency, tax_basis, subtotal_minor, discount_minor, lines, free_shipping,
        shipping_discount_minor, reward, minimum_minor, counted_uses, counted_discount_minor, counted_order_minor, overruns,
        reservation_id, together_id, uses_left, customer_uses_left, decode(request_hash, 'hex'), metadata, created_at
      FROM made
    ), moved AS (
      INSERT INTO gift_card_movements (tenant_id, id, coupon_id, redemption_id, kind, amount_minor, balance_minor, created_at)
      SELECT ${tenantId}::uuid, movement_id, coupon_id, id, 'REDEEMED', -card_minor, card_left_minor, created_at
      FROM made
      WHERE card_minor IS NOT NULL
    )
    INSERT INTO idempotency_keys (tenant_id, operation, key, request_hash, answer, created_at)
    SELECT ${tenantId}::uuid, ${operation}, key, decode(request_hash, 'hex'),
      jsonb_build_object('redemptionId', redemption_id), ${now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(answers)}::json) AS answer (key text, request_hash text, redemption_id text)
    ORDER BY key`;
}

/** Parts of a `WITH` that write audit and outgoing events: see audit/store.ts. */
type Announcement = Prisma.Sql;

/** What a request meets when another process was served meanwhile with its key or for its reference. */
const repeats = ['idempotency_keys_pkey', 'redemptions_reference_taken'];

/** Whether a save was refused because the request repeats another: the next look finds that one's redemption. */
export const isRepeat = (error: unknown): boolean => repeats.includes(violatedConstraint(error) ?? '');

/** What becomes of a redemption, and what is put back on the gift card that paid. */
export interface Changed {
  readonly before: Redemption;
  readonly after: Redemption;
  readonly card: { readonly returned: Money; readonly left: Money } | null;
}

/** Saves where redemptions stand now, and takes what they no longer count for off all but the counters of limits. */
export async function saveChanged(
  scope: Scope,
  changed: readonly Changed[],
  announcement: Announcement,
): Promise<void> {
  const tenantId = uuidOf(scope.tenantId);
  const rows = changed.map(({ before, after, card }) => ({
    id: uuidOf(after.id),
    status: after.status,
    coupon_id: uuidOf(after.couponId),
    customer: after.customer,
    reference_type: after.reference?.type ?? null,
    reference_id: after.reference?.id ?? null,
    uses: Number(before.counted.uses - after.counted.uses),
    counted_uses: Number(after.counted.uses),
    counted_discount_minor: String(after.counted.discountMinor),
    counted_order_minor: String(after.counted.orderMinor),
    voided_at: after.voidedAt,
    void_reason: after.voidReason,
    card_minor: card && String(card.returned.minor),
    movement_id: card && uuidOf(scope.newId('movement')),
    card_left_minor: card && String(card.left.minor),
  }));
  await write(scope.db)`
    WITH ${announcement}, changed AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS changed (id uuid, status text, coupon_id uuid,
        customer text, reference_type text, reference_id text, uses integer, counted_uses integer,
        counted_discount_minor bigint, counted_order_minor bigint, voided_at timestamptz, void_reason text,
        card_minor bigint, movement_id uuid, card_left_minor bigint)
    ), counted AS (
      UPDATE coupons SET uses_count = uses_count - changed.uses, balance_minor = balance_minor + changed.card_minor
      FROM (
        SELECT coupon_id, sum(uses)::int AS uses, coalesce(sum(card_minor), 0) AS card_minor FROM changed GROUP BY coupon_id
      ) AS changed
      WHERE coupons.tenant_id = ${tenantId}::uuid AND coupons.id = changed.coupon_id
    ), counted_by_customer AS (
      UPDATE redeemers SET uses_count = uses_count - changed.uses
      FROM (SELECT coupon_id, customer, sum(uses)::int AS uses FROM changed GROUP BY coupon_id, customer) AS changed
      WHERE redeemers.tenant_id = ${tenantId}::uuid AND redeemers.coupon_id = changed.coupon_id
        AND redeemers.customer = changed.customer
    ), moved AS (
      INSERT INTO gift_card_movements (tenant_id, id, coupon_id, redemption_id, kind, amount_minor, balance_minor, created_at)
      SELECT ${tenantId}::uuid, movement_id, coupon_id, id, 'RETURNED', card_minor, card_left_minor, ${scope.now()}::timestamptz
      FROM changed
      WHERE card_minor IS NOT NULL
    )
    UPDATE redemptions SET status = changed.status, reference_type = changed.reference_type,
      reference_id = changed.reference_id, counted_uses = changed.counted_uses,
      counted_discount_minor = changed.counted_discount_minor, counted_order_minor = changed.counted_order_minor,
      voided_at = changed.voided_at, void_reason = changed.void_reason
    FROM changed
    WHERE redemptions.tenant_id = ${tenantId}::uuid AND redemptions.id = changed.id`;
}

/** Adds what customers have redeemed who turned out to be this one. Nothing is redeemed meanwhile: see customers/actions.ts. */
export async function mergeRedeemers(scope: Scope, into: string, absorbed: readonly string[]): Promise<void> {
  const tenantId = uuidOf(scope.tenantId);
  await scope.db.$executeRaw`
    WITH theirs AS (
      UPDATE redemptions SET customer = ${into}
      WHERE tenant_id = ${tenantId}::uuid AND customer = ANY (${absorbed}::text[])
      RETURNING coupon_id
    ), gone AS (
      DELETE FROM redeemers
      WHERE tenant_id = ${tenantId}::uuid AND coupon_id IN (SELECT coupon_id FROM theirs)
        AND customer = ANY (${absorbed}::text[])
      RETURNING *
    )
    INSERT INTO redeemers (tenant_id, coupon_id, customer, uses_count, first_redeemed_at, last_redeemed_at)
    SELECT ${tenantId}::uuid, coupon_id, ${into}, sum(uses_count), min(first_redeemed_at), max(last_redeemed_at)
    FROM gone
    GROUP BY coupon_id
    ON CONFLICT (tenant_id, coupon_id, customer) DO UPDATE SET
      uses_count = redeemers.uses_count + excluded.uses_count,
      first_redeemed_at = least(redeemers.first_redeemed_at, excluded.first_redeemed_at),
      last_redeemed_at = greatest(redeemers.last_redeemed_at, excluded.last_redeemed_at)`;
}
