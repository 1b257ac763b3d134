import { uuidOf } from '../lib/id.js';
import type { Scope } from '../platform/scope.js';
import type { Link } from './core.js';

/** All that is linked with any of these identities, themselves included if they are linked with anything. */
export async function findLinks(scope: Scope, identities: readonly string[]): Promise<Link[]> {
  return scope.db.$queryRaw<Link[]>`
    SELECT identity, customer, linked_at AS "linkedAt" FROM identities
    WHERE tenant_id = ${uuidOf(scope.tenantId)}::uuid AND customer IN (
      SELECT customer FROM identities
      WHERE tenant_id = ${uuidOf(scope.tenantId)}::uuid AND identity = ANY (${identities}::text[]))`;
}

/** Makes identities a customer's, whosever they were. */
export async function save(scope: Scope, customer: string, identities: readonly string[]): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO identities (tenant_id, identity, customer, linked_at)
    SELECT ${uuidOf(scope.tenantId)}::uuid, unnest(${identities}::text[]), ${customer}, ${scope.now()}::timestamptz
    ON CONFLICT (tenant_id, identity) DO UPDATE SET customer = excluded.customer, linked_at = excluded.linked_at`;
}
