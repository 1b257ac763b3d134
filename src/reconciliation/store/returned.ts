import { Prisma } from '../../generated/prisma/client.js';
import type { Of } from './check.js';

/** What was given back of each redemption. */
export const returned = (of: Of) => Prisma.sql`(
  SELECT tenant_id, redemption_id, count(*) AS times, sum(subtotal_minor) AS subtotal_minor,
    sum(discount_minor + clawback_minor) AS off_minor, bool_or(gives_use_back) AS gives_use_back,
    sum(subtotal_minor) FILTER (WHERE gives_use_back) AS last_subtotal_minor,
    sum(discount_minor + clawback_minor) FILTER (WHERE gives_use_back) AS last_off_minor
  FROM redemption_returns b WHERE ${of('b')} GROUP BY 1, 2
)`;
