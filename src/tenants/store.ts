import type { Tenant as Row } from '../generated/prisma/client.js';
import { idOf, uuidOf } from '../lib/id.js';
import type { Database } from '../platform/database.js';
import type { Scope } from '../platform/scope.js';
import type { Tenant } from './core.js';

const read = ({ id, name, tokenSecret, foldsAliases, createdAt }: Row): Tenant => ({
  id: idOf('tenant', id),
  name,
  hasTokenSecret: tokenSecret !== null,
  foldsAliases,
  createdAt,
});

export async function insert(scope: Scope, { id, name, foldsAliases, createdAt }: Tenant): Promise<void> {
  await scope.db.tenant.create({ data: { id: uuidOf(id), name, foldsAliases, createdAt } });
}

export async function find(scope: Scope): Promise<Tenant | null> {
  const row = await scope.db.tenant.findUnique({ where: { id: uuidOf(scope.tenantId) } });
  return row && read(row);
}

/** Finds the tenant and holds its row until the transaction ends: decide only on what was read after the lock. */
export async function lock(scope: Scope): Promise<Tenant | null> {
  await scope.db.$queryRaw`SELECT 1 FROM tenants WHERE id = ${uuidOf(scope.tenantId)}::uuid FOR UPDATE`;
  return find(scope);
}

/** Every decision under lock shares this lock until it is committed: had alone, nobody counts anything meanwhile. */
export async function lockLedger(scope: Scope): Promise<void> {
  await scope.db
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${uuidOf(scope.tenantId)}::uuid::text, 0))`;
}

export async function save(scope: Scope, { id, name, foldsAliases }: Tenant): Promise<void> {
  await scope.db.tenant.update({ where: { id: uuidOf(id) }, data: { name, foldsAliases } });
}

export async function saveTokenSecret(scope: Scope, sealed: Buffer): Promise<void> {
  await scope.db.tenant.update({
    where: { id: uuidOf(scope.tenantId) },
    data: { tokenSecret: Uint8Array.from(sealed) },
  });
}

/** Sealed. Asked before it is known who asks, and so without a scope. */
export async function findTokenSecret(db: Database, id: Tenant['id']): Promise<Uint8Array | null> {
  const row = await db.tenant.findUnique({ where: { id: uuidOf(id) }, select: { tokenSecret: true } });
  return row?.tokenSecret ?? null;
}
