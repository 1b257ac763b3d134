import { Prisma } from '../../generated/prisma/client.js';
import type { Check, Of } from './check.js';

export const cardChecks = (of: Of): Check[] => [
  {
    check: 'balances of gift cards',
    wrong:
      'What is left on a gift card is not what was issued, less what was redeemed, and what was returned.',
    rows: Prisma.sql`
      SELECT c.tenant_id AS tenant, c.id AS coupon, c.code, c.balance_minor AS kept, m.sum AS recounted,
        c.discount #>> '{initialBalance,minor}' AS initial, m.issued
      FROM coupons c LEFT JOIN (
        SELECT tenant_id, coupon_id, sum(amount_minor) AS sum, sum(amount_minor) FILTER (WHERE kind = 'ISSUED') AS issued,
          bool_or((amount_minor < 0) <> (kind = 'REDEEMED')) AS is_odd
        FROM gift_card_movements m WHERE ${of('m')} GROUP BY 1, 2
      ) m ON (m.tenant_id, m.coupon_id) = (c.tenant_id, c.id)
      WHERE ${of('c')} AND (c.balance_minor IS NOT NULL OR m.sum IS NOT NULL)
        AND (c.balance_minor IS DISTINCT FROM m.sum OR c.balance_minor < 0 OR m.is_odd
          OR m.issued IS DISTINCT FROM (c.discount #>> '{initialBalance,minor}')::numeric)`,
  },
  {
    // Of two movements within a moment nobody can tell which was first: so every balance that one begins with must be
    // one that another has left, wherever it stands, but for the last.
    check: 'movements of gift cards',
    wrong: 'A movement of a gift card begins with a balance that no other has left.',
    rows: Prisma.sql`
      SELECT tenant_id AS tenant, coupon_id AS coupon, balance AS "balanceMinor", sum(left_by) AS "leftBy", sum(begun_with) AS "begunWith"
      FROM (
        SELECT tenant_id, coupon_id, balance_minor AS balance, 1 AS left_by, 0 AS begun_with FROM gift_card_movements m WHERE ${of('m')}
        UNION ALL SELECT tenant_id, coupon_id, balance_minor - amount_minor, 0, 1 FROM gift_card_movements m WHERE ${of('m')}
        UNION ALL SELECT tenant_id, id, balance_minor, 0, 1 FROM coupons c WHERE ${of('c')} AND balance_minor IS NOT NULL
        UNION ALL SELECT tenant_id, id, 0, 1, 0 FROM coupons c WHERE ${of('c')} AND balance_minor IS NOT NULL
      ) balances
      GROUP BY 1, 2, 3 HAVING sum(left_by) <> sum(begun_with)`,
  },
  {
    check: 'payments of gift cards',
    wrong: 'A gift card has not paid for a redemption what that took off, less what was given back.',
    rows: Prisma.sql`
      SELECT r.tenant_id AS tenant, r.id AS redemption, r.status, coalesce(m.paid, 0) AS kept, due.minor AS recounted
      FROM redemptions r JOIN coupons c ON (c.tenant_id, c.id) = (r.tenant_id, r.coupon_id)
      LEFT JOIN (
        SELECT tenant_id, redemption_id, -sum(amount_minor) AS paid, min(coupon_id::text) AS first_card, max(coupon_id::text) AS last_card
        FROM gift_card_movements m WHERE ${of('m')} AND redemption_id IS NOT NULL GROUP BY 1, 2
      ) m ON (m.tenant_id, m.redemption_id) = (r.tenant_id, r.id)
      LEFT JOIN (
        SELECT tenant_id, redemption_id, sum(discount_minor) AS given_back FROM redemption_returns b WHERE ${of('b')} GROUP BY 1, 2
      ) b ON (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
      CROSS JOIN LATERAL (SELECT CASE WHEN c.balance_minor IS NOT NULL AND r.status IN ('RESERVED', 'COMPLETED')
        THEN r.discount_minor - coalesce(b.given_back, 0) ELSE 0 END AS minor) due
      WHERE ${of('r')} AND (coalesce(m.paid, 0) <> due.minor OR m.first_card <> r.coupon_id::text OR m.last_card <> r.coupon_id::text)`,
  },
];
