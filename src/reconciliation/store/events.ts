import { Prisma } from '../../generated/prisma/client.js';
import type { Check, Of } from './check.js';
import { returned } from './returned.js';
import { typeId } from './type-id.js';

const announced = (of: Of, pattern: string) => Prisma.sql`(
  SELECT tenant_id, action, target_id AS target, count(*) AS times FROM audit_events a
  WHERE ${of('a')} AND action ~ ${pattern} GROUP BY 1, 2, 3
)`;

export const eventChecks = (of: Of): Check[] => [
  {
    check: 'events of redemptions',
    wrong: 'What became of a redemption was not announced once, or was announced and is not so.',
    rows: Prisma.sql`
      WITH due AS (
        SELECT r.tenant_id, e.action, ${typeId('redemption', 'r.id')} AS target, e.times
        FROM (
          SELECT r.tenant_id, r.id, r.reservation_id IS NOT NULL AS is_reserved, coalesce(b.times, 0) AS returns,
            r.status = 'VOIDED' AS is_voided, r.status = 'EXPIRED' AS is_expired,
            -- What a checkout held and did not use is given back without a return.
            r.status = 'COMPLETED' OR b.times > 0 OR r.reservation_id IS NULL AS is_used
          FROM redemptions r LEFT JOIN ${returned(of)} b ON (b.tenant_id, b.redemption_id) = (r.tenant_id, r.id)
          WHERE ${of('r')}
        ) r CROSS JOIN LATERAL (VALUES
          ('coupon.reserved', is_reserved::int),
          ('coupon.redeemed', is_used::int),
          ('redemption.returned', greatest(0, returns - is_voided::int)),
          ('redemption.voided', is_voided::int),
          ('redemption.expired', is_expired::int)
        ) AS e (action, times)
        WHERE e.times > 0
      )
      SELECT tenant_id AS tenant, target AS redemption, action, coalesce(due.times, 0) AS due, coalesce(announced.times, 0) AS announced
      FROM due FULL JOIN ${announced(of, '^coupon[.](reserved|redeemed)$|^redemption[.]')} announced USING (tenant_id, action, target)
      WHERE due.times IS DISTINCT FROM announced.times`,
  },
  {
    check: 'events of reservations',
    wrong: 'What became of a reservation was not announced once, or was announced and is not so.',
    rows: Prisma.sql`
      WITH due AS (
        SELECT v.tenant_id, 'reservation.' || e.what AS action, ${typeId('reservation', 'v.id')} AS target, 1 AS times
        FROM reservations v CROSS JOIN LATERAL (VALUES ('made'), (lower(nullif(v.status, 'ACTIVE')))) AS e (what)
        WHERE ${of('v')} AND e.what IS NOT NULL
      )
      SELECT tenant_id AS tenant, target AS reservation, action, coalesce(due.times, 0) AS due, coalesce(announced.times, 0) AS announced
      FROM due FULL JOIN ${announced(of, '^reservation[.]')} announced USING (tenant_id, action, target)
      WHERE due.times IS DISTINCT FROM announced.times`,
  },
  {
    check: 'audit and outbox',
    wrong:
      'An audit event goes without its outgoing event, or the other way round, or they tell of different things.',
    rows: Prisma.sql`
      SELECT tenant_id AS tenant, id AS event, a.action, a.target_id AS target, o.type AS "outgoingType", o.target_id AS "outgoingTarget"
      FROM (SELECT * FROM audit_events a WHERE ${of('a')}) a
      FULL JOIN (SELECT * FROM outbox_events o WHERE ${of('o')}) o USING (tenant_id, id)
      WHERE (a.action, a.target_id, a.request_id) IS DISTINCT FROM (o.type, o.target_id, o.request_id)`,
  },
];
