import { Prisma } from '../../generated/prisma/client.js';
import { brokenSeals } from '../../audit/actions/seals.js';
import type { Check, Of } from './check.js';
import { typeId } from './type-id.js';

export const sealCheck = (of: Of): Check => ({
  check: 'seals of the audit log',
  wrong:
    'Audit events, or the seal itself, are not what they were when they were sealed, or the seal before it is missing.',
  rows: Prisma.sql`
    SELECT tenant_id AS tenant, number AS seal, ${typeId('event', 'previous_event_id')} AS after,
      ${typeId('event', 'last_event_id')} AS "upTo", event_count AS sealed, found
    FROM (${brokenSeals(of('s'))}) broken`,
});
