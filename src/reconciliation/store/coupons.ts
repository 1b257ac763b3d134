import { Prisma } from '../../generated/prisma/client.js';
import type { Check, Of } from './check.js';

export const couponChecks = (of: Of): Check[] => [
  {
    check: 'uses of coupons',
    wrong: 'A coupon counts other uses than its redemptions do.',
    rows: Prisma.sql`
      SELECT c.tenant_id AS tenant, c.id AS coupon, c.code, c.uses_count AS kept, coalesce(r.uses, 0) AS recounted
      FROM coupons c LEFT JOIN (
        SELECT tenant_id, coupon_id, sum(counted_uses) AS uses FROM redemptions r WHERE ${of('r')} GROUP BY 1, 2
      ) r ON (r.tenant_id, r.coupon_id) = (c.tenant_id, c.id)
      WHERE ${of('c')} AND c.uses_count <> coalesce(r.uses, 0)`,
  },
  {
    // Whoever edits a coupon may lower its maximum below what is used: `uses_ceiling` is that, and nothing above it.
    check: 'maximum of coupons',
    wrong: 'A coupon is used more often than it may be.',
    rows: Prisma.sql`
      SELECT c.tenant_id AS tenant, c.id AS coupon, c.code, c.uses_count AS uses, c.max_uses AS maximum, c.uses_ceiling AS ceiling
      FROM coupons c
      WHERE ${of('c')} AND (c.uses_count < 0 OR c.uses_count > c.uses_ceiling OR c.uses_ceiling < c.max_uses
        OR (c.max_uses IS NULL) <> (c.uses_ceiling IS NULL) OR (c.version = 1 AND c.uses_count > c.max_uses))`,
  },
];
