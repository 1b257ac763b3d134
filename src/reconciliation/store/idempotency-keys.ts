import { Prisma } from '../../generated/prisma/client.js';
import type { Check, Of } from './check.js';
import { typeId } from './type-id.js';

export const keyCheck = (of: Of): Check => ({
  check: 'idempotency keys',
  wrong: 'A key has no answer, or that of a redemption that is not there or that was asked for otherwise.',
  rows: Prisma.sql`
    SELECT k.tenant_id AS tenant, k.operation, k.key, k.answer ->> 'redemptionId' AS redemption
    FROM idempotency_keys k LEFT JOIN (
      SELECT tenant_id, ${typeId('redemption', 'r.id')} AS id, request_hash FROM redemptions r WHERE ${of('r')}
    ) r ON k.operation = 'applyCoupon' AND (r.tenant_id, r.id) = (k.tenant_id, k.answer ->> 'redemptionId')
    WHERE ${of('k')} AND CASE k.operation WHEN 'applyCoupon' THEN r.request_hash IS DISTINCT FROM k.request_hash
      ELSE k.answer = '{}' END`,
});
