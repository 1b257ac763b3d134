import type { ApiKey as Row } from '../generated/prisma/client.js';
import { idOf, uuidOf, uuidOfAny, type Id } from '../lib/id.js';
import { keyset, pageOf, type Order, type Page, type PageArguments } from '../lib/page.js';
import type { Database } from '../platform/database.js';
import { holdRow } from '../platform/rows.js';
import type { Scope } from '../platform/scope.js';
import type { ApiKey } from './core.js';

const newestFirst: Order = { by: 'id', tie: 'id', direction: 'desc' };

const key = (scope: Scope, uuid: string) => ({ tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } });

function read({ tenantId: _, secretHash: __, ...same }: Row): ApiKey {
  return { ...same, id: idOf('key', same.id), rights: same.rights as ApiKey['rights'][number][] };
}

export async function insert(scope: Scope, apiKey: ApiKey, secretHash: Buffer): Promise<void> {
  await scope.db.apiKey.create({
    data: {
      ...apiKey,
      tenantId: uuidOf(scope.tenantId),
      id: uuidOf(apiKey.id),
      secretHash: Uint8Array.from(secretHash),
      rights: [...apiKey.rights],
    },
  });
}

export async function saveRevocation(scope: Scope, { id, revokedAt }: ApiKey): Promise<void> {
  await scope.db.apiKey.update({ where: key(scope, uuidOf(id)), data: { revokedAt } });
}

export async function find(scope: Scope, id: string): Promise<ApiKey | null> {
  const uuid = uuidOfAny('key', id);
  const row = uuid ? await scope.db.apiKey.findUnique({ where: key(scope, uuid) }) : null;
  return row && read(row);
}

/** Finds a key and holds its row until the transaction ends: decide only on what was read after the lock. */
export async function lock(scope: Scope, id: string): Promise<ApiKey | null> {
  const uuid = uuidOfAny('key', id);
  if (!uuid) return null;
  await holdRow(scope, 'api_keys', uuid, 'UPDATE');
  return find(scope, id);
}

export async function list(scope: Scope, page: PageArguments): Promise<Page<ApiKey>> {
  const { where, ...rest } = keyset(page, newestFirst);
  const rows = await scope.db.apiKey.findMany({
    where: { tenantId: uuidOf(scope.tenantId), AND: [where] },
    ...rest,
  });
  return pageOf(rows, page, newestFirst, read);
}

export interface OwnedKey {
  readonly tenantId: Id<'tenant'>;
  readonly apiKey: ApiKey;
}

/** Asked before it is known who asks, and so without a scope: the secret says which tenant. */
export async function findBySecretHash(db: Database, secretHash: Buffer): Promise<OwnedKey | null> {
  const row = await db.apiKey.findFirst({ where: { secretHash: Uint8Array.from(secretHash) } });
  return row && { tenantId: idOf('tenant', row.tenantId), apiKey: read(row) };
}

/** Never goes back: of several servers that note a use, the last use stays. */
export async function saveLastUse(db: Database, { tenantId, apiKey }: OwnedKey, at: Date): Promise<void> {
  await db.apiKey.updateMany({
    where: {
      tenantId: uuidOf(tenantId),
      id: uuidOf(apiKey.id),
      OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: at } }],
    },
    data: { lastUsedAt: at },
  });
}
