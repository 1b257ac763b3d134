import { Prisma } from '../../generated/prisma/client.js';
import type { Check, Of } from './check.js';

export const customerChecks = (of: Of): Check[] => [
  {
    check: 'uses of customers',
    wrong: 'A customer counts other uses of a coupon than their redemptions do.',
    rows: Prisma.sql`
      SELECT tenant_id AS tenant, coupon_id AS coupon, customer, coalesce(k.uses_count, 0) AS kept, coalesce(r.uses, 0) AS recounted
      FROM (SELECT tenant_id, coupon_id, customer, uses_count FROM redeemers k WHERE ${of('k')}) k
      FULL JOIN (
        SELECT tenant_id, coupon_id, customer, sum(counted_uses) AS uses
        FROM redemptions r WHERE ${of('r')} AND customer IS NOT NULL GROUP BY 1, 2, 3
      ) r USING (tenant_id, coupon_id, customer)
      WHERE coalesce(k.uses_count, 0) <> coalesce(r.uses, 0)`,
  },
  {
    // What several used before they turned out to be one may be more than one may, and so may what was used before the
    // coupon was edited: of these nothing can be said.
    check: 'limit per customer',
    wrong: 'A customer uses a coupon more often than they may.',
    rows: Prisma.sql`
      SELECT c.tenant_id AS tenant, c.id AS coupon, c.code, k.customer, k.uses_count AS uses, c.per_customer_limit AS maximum
      FROM redeemers k JOIN coupons c ON (c.tenant_id, c.id) = (k.tenant_id, k.coupon_id)
      WHERE ${of('k')} AND k.uses_count > c.per_customer_limit AND c.version = 1
        AND NOT EXISTS (SELECT FROM identities i WHERE (i.tenant_id, i.customer) = (k.tenant_id, k.customer))`,
  },
  {
    check: 'identities',
    wrong: 'Something counts under an identity that is another customer’s.',
    rows: Prisma.sql`
      SELECT i.tenant_id AS tenant, i.identity, i.customer, other.what, other.id AS redemption
      FROM identities i JOIN (
        SELECT 'redemption' AS what, tenant_id, customer, id FROM redemptions r WHERE ${of('r')}
        UNION ALL SELECT 'redeemer', tenant_id, customer, NULL FROM redeemers k WHERE ${of('k')}
        UNION ALL SELECT 'identity', tenant_id, customer, NULL FROM identities l WHERE ${of('l')}
      ) other ON (other.tenant_id, other.customer) = (i.tenant_id, i.identity)
      WHERE ${of('i')} AND i.identity <> i.customer`,
  },
];
