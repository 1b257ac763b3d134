import { Prisma } from '../generated/prisma/client.js';
import { uuidOf } from '../lib/id.js';
import { andBegin, andCommit } from '../platform/database-connection.js';
import { namesHeld } from '../platform/names.js';
import type { Scope } from '../platform/scope.js';
import { nameOfIdentity, type Link, type Standing } from './core.js';

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

/** Whose identities are, of those that are linked, and whether the tenant folds aliases. */
export async function findCustomersOf(scope: Scope, identities: readonly string[]) {
  const tenantId = uuidOf(scope.tenantId);
  const [row] = await scope.db.$queryRaw<
    [{ foldsAliases: boolean; customers: Readonly<Record<string, string>> | null }]
  >`
    SELECT folds_aliases AS "foldsAliases", (
      SELECT json_object_agg(identity, customer) FROM identities
      WHERE tenant_id = ${tenantId}::uuid AND identity = ANY (${identities}::text[])) AS customers
    FROM tenants WHERE id = ${tenantId}::uuid`;
  return { foldsAliases: row.foldsAliases, customers: new Map(Object.entries(row.customers ?? {})) };
}

/** Holds identities until the transaction ends, and only then looks at them. One round trip. */
export async function findUnderLock(scope: Scope, identities: readonly string[]): Promise<Standing> {
  const [row] = await scope.db.$queryRaw<[{ standing: StandingJson }]>`${andBegin}
    SELECT identities_under_lock(${uuidOf(scope.tenantId)}::uuid, ${identities}::text[]) AS standing
    FROM ${namesHeld(scope, identities.map(nameOfIdentity))} held WHERE held.names >= 0`;
  const { foldsAliases, links, counted } = row.standing;
  return {
    foldsAliases,
    links: links.map((link) => ({ ...link, linkedAt: new Date(link.linkedAt) })),
    counted: new Set(counted),
  };
}

/** As the function `identities_under_lock` writes it; see the migrations. */
interface StandingJson {
  readonly foldsAliases: boolean;
  readonly links: readonly (Omit<Link, 'linkedAt'> & { readonly linkedAt: string })[];
  readonly counted: readonly string[];
}

/** Saves identities that are held, none of which is a customer's yet, and tells of it. With COMMIT if it is the last. */
export async function insert(
  scope: Scope,
  links: readonly Link[],
  announcement: Prisma.Sql,
  isLast: boolean,
): Promise<void> {
  const rows = links.map(({ linkedAt, ...link }) => ({ ...link, linked_at: linkedAt }));
  await scope.db.$executeRaw`${isLast ? andCommit : Prisma.empty}
    WITH ${announcement}
    INSERT INTO identities (tenant_id, identity, customer, linked_at)
    SELECT ${uuidOf(scope.tenantId)}::uuid, identity, customer, linked_at
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS link (identity text, customer text, linked_at timestamptz)`;
}
