import { Prisma } from '../generated/prisma/client.js';
import { uuidOf } from '../lib/id.js';
import type { Scope } from './scope.js';

type Table = 'api_keys' | 'brands' | 'coupons' | 'deliveries' | 'fans' | 'segments' | 'templates';

/**
 * Who waits. By `UPDATE`, whoever wants to change or delete the row, or to write one that refers to it; by `NO KEY UPDATE` not
 * the last. By `SHARE`, whoever wants to change or delete it; by `KEY SHARE`, who wants to delete it.
 */
type Strength = 'UPDATE' | 'NO KEY UPDATE' | 'SHARE' | 'KEY SHARE';

/**
 * Holds a row of the tenant's until the transaction ends. A statement of its own: what is read by the next one is what was
 * committed while this one waited.
 */
export async function holdRow(scope: Scope, table: Table, uuid: string, strength: Strength): Promise<void> {
  await scope.db.$queryRaw`
    SELECT 1 FROM ${Prisma.raw(table)}
    WHERE tenant_id = ${uuidOf(scope.tenantId)}::uuid AND id = ${uuid}::uuid FOR ${Prisma.raw(strength)}`;
}
