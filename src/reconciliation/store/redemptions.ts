import { Prisma } from '../../generated/prisma/client.js';
import type { Check, Of } from './check.js';
import { returned } from './returned.js';

/** The lines of what a row has frozen, added up; null where there are none. */
const lineSums = (row: string) => Prisma.sql`LATERAL (
  SELECT sum((line ->> 'subtotal')::numeric) AS subtotal_minor, sum((line ->> 'discount')::numeric) AS discount_minor
  FROM jsonb_array_elements(${Prisma.raw(row)}.lines) line
)`;

export const redemptionChecks = (of: Of): Check[] => [
  {
    check: 'money of redemptions',
    wrong: 'A redemption counts for other uses or money than it took, less what was given back.',
    rows: Prisma.sql`
      SELECT r.tenant_id AS tenant, r.id AS redemption, r.status, coalesce(b.times, 0) AS returns, r.counted_uses AS uses,
        r.counted_discount_minor AS "discountMinor", full_minor AS "ofDiscountMinor", r.counted_order_minor AS "orderMinor",
        r.subtotal_minor AS "ofOrderMinor"
      FROM redemptions r LEFT JOIN ${returned(of)} b ON (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
      CROSS JOIN LATERAL (SELECT r.discount_minor + coalesce(r.shipping_discount_minor, 0) AS full_minor) f
      WHERE ${of('r')} AND (
        r.discount_minor NOT BETWEEN 0 AND r.subtotal_minor OR r.counted_uses NOT IN (0, 1)
        OR r.counted_discount_minor NOT BETWEEN 0 AND full_minor OR r.counted_order_minor NOT BETWEEN 0 AND r.subtotal_minor
        OR CASE
          WHEN b.times IS NULL AND r.status IN ('RESERVED', 'COMPLETED') THEN
            (r.counted_uses, r.counted_discount_minor, r.counted_order_minor) <> (1, full_minor, r.subtotal_minor)
          WHEN b.times IS NULL THEN
            (r.counted_uses, r.counted_discount_minor, r.counted_order_minor) <> (0, 0, 0)
          -- What came back earlier may count on, for a cause that gave nothing back then.
          WHEN r.status = 'VOIDED' AND b.gives_use_back THEN r.counted_uses <> 0
            OR r.counted_discount_minor > r.discount_minor - b.last_off_minor
            OR r.counted_order_minor > r.subtotal_minor - b.last_subtotal_minor
          WHEN r.status IN ('COMPLETED', 'VOIDED') THEN b.gives_use_back OR r.counted_uses <> 1
            OR r.counted_discount_minor < full_minor - b.off_minor OR r.counted_order_minor < r.subtotal_minor - b.subtotal_minor
          ELSE true END)`,
  },
  {
    check: 'returns',
    wrong: 'More was given back of a redemption than it took, or less when all was.',
    rows: Prisma.sql`
      SELECT r.tenant_id AS tenant, r.id AS redemption, r.status, b.subtotal_minor AS "subtotalMinor", r.subtotal_minor AS "ofSubtotalMinor",
        b.off_minor AS "discountMinor", r.discount_minor AS "ofDiscountMinor"
      FROM redemptions r JOIN ${returned(of)} b ON (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
      WHERE ${of('r')} AND (b.subtotal_minor > r.subtotal_minor OR b.off_minor > r.discount_minor
        OR (r.status = 'VOIDED' AND (b.subtotal_minor, b.off_minor) <> (r.subtotal_minor, r.discount_minor)))`,
  },
  {
    check: 'lines',
    wrong: 'The lines of a redemption or a return do not add up to it.',
    rows: Prisma.sql`
      SELECT r.tenant_id AS tenant, r.id AS redemption, NULL AS "return" FROM redemptions r, ${lineSums('r')} s
      WHERE ${of('r')} AND (s.subtotal_minor, s.discount_minor) <> (r.subtotal_minor, r.discount_minor)
      UNION ALL
      SELECT b.tenant_id, b.redemption_id, b.id FROM redemption_returns b, ${lineSums('b')} s
      WHERE ${of('b')} AND (s.subtotal_minor, s.discount_minor) <> (b.subtotal_minor, b.discount_minor)`,
  },
  {
    check: 'references',
    wrong: 'One order has two uses of one coupon.',
    rows: Prisma.sql`
      SELECT tenant_id AS tenant, coupon_id AS coupon, reference_type AS type, reference_id AS reference, count(*) AS uses
      FROM redemptions r WHERE ${of('r')} AND status IN ('RESERVED', 'COMPLETED') AND reference_id IS NOT NULL
      GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
  },
  {
    // What a checkout used without waiting for its reservation is voided as `replaced`, whatever then becomes of that.
    check: 'reservations',
    wrong: 'A reservation and what it holds, or held, stand differently, or it never held anything.',
    rows: Prisma.sql`
      SELECT r.tenant_id AS tenant, r.id AS redemption, r.status, v.id AS reservation, v.status AS "reservationStatus"
      FROM redemptions r LEFT JOIN reservations v ON (v.tenant_id, v.id) = (r.tenant_id, r.reservation_id)
      WHERE ${of('r')} AND CASE
        WHEN v.id IS NULL THEN r.status IN ('RESERVED', 'EXPIRED') OR r.reservation_id IS NOT NULL
        WHEN r.status = 'RESERVED' THEN v.status <> 'ACTIVE'
        WHEN r.status = 'EXPIRED' THEN v.status <> 'EXPIRED'
        WHEN r.status = 'COMPLETED' OR EXISTS (
          SELECT FROM redemption_returns b WHERE (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
        ) THEN v.status <> 'CONFIRMED'
        ELSE v.status NOT IN ('RELEASED', 'REPLACED') AND r.void_reason IS DISTINCT FROM 'replaced' END
      UNION ALL
      SELECT v.tenant_id, NULL, NULL, v.id, v.status FROM reservations v
      WHERE ${of('v')} AND ((v.status = 'ACTIVE') <> (v.ended_at IS NULL) OR NOT EXISTS (
        SELECT FROM redemptions r WHERE (r.tenant_id, r.reservation_id) = (v.tenant_id, v.id)))`,
  },
];
