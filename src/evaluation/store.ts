import type { Coupon } from '../coupons/core.js';
import { uuidOf } from '../lib/id.js';
import type { Scope } from '../platform/scope.js';
import { usesKey } from './facts.js';

export interface CouponOfCustomer {
  readonly couponId: Coupon['id'];
  readonly customerId: string;
}

/** How often customers have used coupons, as `${couponId} ${customerId}` → uses. None is left out. */
export async function usesByCustomer(
  scope: Scope,
  pairs: readonly CouponOfCustomer[],
): Promise<Map<string, number>> {
  if (pairs.length === 0) return new Map();
  const asked = JSON.stringify(
    pairs.map(({ couponId, customerId }) => ({ coupon_id: uuidOf(couponId), customer: `id:${customerId}` })),
  );
  const rows = await scope.db.$queryRaw<{ coupon_id: string; customer: string; uses_count: number }[]>`
    SELECT r.coupon_id, r.customer, r.uses_count
    FROM jsonb_to_recordset(${asked}::jsonb) AS asked (coupon_id uuid, customer text)
    JOIN redeemers r ON r.tenant_id = ${uuidOf(scope.tenantId)}::uuid
      AND r.coupon_id = asked.coupon_id AND r.customer = asked.customer`;
  const byUuid = new Map(pairs.map(({ couponId }) => [uuidOf(couponId), couponId]));
  return new Map(rows.map((row) => [usesKey(byUuid.get(row.coupon_id)!, row.customer.slice(3)), row.uses_count]));
}
