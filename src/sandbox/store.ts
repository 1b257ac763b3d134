import type { Coupon } from '../coupons/core.js';
import { isGiftCard } from '../discounts/core.js';
import { idOf, uuidOf, uuidOfAny, type Id } from '../lib/id.js';
import { holdRow } from '../platform/rows.js';
import type { Scope } from '../platform/scope.js';
import type { DrawnCode } from '../coupons/pattern.js';

/** Lets nobody else make test codes of the tenant until the transaction ends, so that nobody's count is too old. */
export async function holdTestCodes(scope: Scope): Promise<void> {
  const name = `test codes ${uuidOf(scope.tenantId)}`;
  await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** Keeps a coupon from being deleted for good until the transaction ends. Whoever uses it is not held up. */
export async function holdCoupon(scope: Scope, id: string): Promise<void> {
  const uuid = uuidOfAny('coupon', id);
  if (uuid) await holdRow(scope, 'coupons', uuid, 'KEY SHARE');
}

export const countTestCodes = (scope: Scope): Promise<number> =>
  scope.db.coupon.count({ where: { tenantId: uuidOf(scope.tenantId), testOfId: { not: null } } });

/** A test coupon that is to be made. */
export interface NewTestCode extends DrawnCode {
  readonly id: Coupon['id'];
  /** That a copy of a gift card is issued with. */
  readonly movementId: Id<'movement'>;
}

/**
 * Copies a coupon under other codes, by one statement, and answers the ids of the copies; those whose codes are taken are
 * left out. Copies are active, typed and unused; a gift card has what it was issued with.
 */
export async function insertTestCodes(
  scope: Scope,
  coupon: Coupon,
  codes: readonly NewTestCode[],
): Promise<Coupon['id'][]> {
  const tenantId = uuidOf(scope.tenantId);
  const now = scope.now();
  const { discount, testOfId, id } = coupon;
  const balance = isGiftCard(discount) ? discount.initialBalance.minor : null;
  const rows = await scope.db.$queryRaw<{ id: string }[]>`
    WITH made AS MATERIALIZED (
      SELECT * FROM unnest(${codes.map(({ id }) => uuidOf(id))}::uuid[], ${codes.map(({ code }) => code)}::text[],
        ${codes.map(({ codeKey }) => codeKey)}::text[], ${codes.map(({ movementId }) => uuidOf(movementId))}::uuid[])
        AS made (id, code, code_key, movement_id)
    ), copied AS (
      INSERT INTO coupons (tenant_id, id, code, code_key, is_case_sensitive, trigger, is_test, test_of_id, state,
        description, discount_kind, discount, currency, tax_basis, minimum_order_minor, valid_from, valid_until, max_uses,
        uses_ceiling, per_customer_limit, uses_count, balance_minor, applicability, stacking, campaign_id, metadata,
        created_by_kind, created_by_id, version, revoked_at, deleted_at, created_at, updated_at)
      SELECT c.tenant_id, made.id, made.code, made.code_key, c.is_case_sensitive, 'CODE', true,
        ${uuidOf(testOfId ?? id)}::uuid, 'ACTIVE', c.description, c.discount_kind, c.discount, c.currency,
        c.tax_basis, c.minimum_order_minor, c.valid_from, c.valid_until, c.max_uses, c.max_uses, c.per_customer_limit, 0,
        ${balance}::bigint, c.applicability, c.stacking, c.campaign_id, c.metadata, ${scope.actor.kind},
        ${scope.actor.id}, 1, NULL, NULL, ${now}::timestamptz, ${now}::timestamptz
      FROM coupons c CROSS JOIN made
      WHERE c.tenant_id = ${tenantId}::uuid AND c.id = ${uuidOf(id)}::uuid
      ON CONFLICT (tenant_id, code_key) WHERE deleted_at IS NULL DO NOTHING
      RETURNING id
    ), issued AS (
      INSERT INTO gift_card_movements (tenant_id, id, coupon_id, kind, amount_minor, balance_minor, created_at)
      SELECT ${tenantId}::uuid, made.movement_id, copied.id, 'ISSUED', ${balance}::bigint, ${balance}::bigint,
        ${now}::timestamptz
      FROM copied JOIN made USING (id)
      WHERE ${balance}::bigint IS NOT NULL
    )
    SELECT id FROM copied`;
  return rows.map(({ id }) => idOf('coupon', id));
}

/** Deletes the tenant's test coupons for good, or only those of one coupon; answers how many. */
export async function eraseTestCodes(scope: Scope, couponId: Coupon['id'] | null): Promise<number> {
  const testOfId = couponId === null ? { not: null } : uuidOf(couponId);
  const { count } = await scope.db.coupon.deleteMany({
    where: { tenantId: uuidOf(scope.tenantId), isTest: true, testOfId },
  });
  return count;
}
