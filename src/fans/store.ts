import { emailKey } from '../customers/email.js';
import type { Delivery as DeliveryRow, Fan as Row, Prisma } from '../generated/prisma/client.js';
import { idOf, uuidOf, uuidOfAny, type Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { keyset, pageOf, type Order, type Page, type PageArguments } from '../lib/page.js';
import { jsonOrNull } from '../platform/database.js';
import { sha256 } from '../platform/hash.js';
import { holdRow } from '../platform/rows.js';
import type { Scope } from '../platform/scope.js';
import type { Fan, FanStatus } from './core.js';
import type { Delivery, DeliveryKind, DeliveryStatus } from './delivery.js';
import type { FanFilter } from './list.js';
import { looksLikeToken } from './token.js';

const newestFirst: Order = { by: 'id', tie: 'id', direction: 'desc' };

const key = (scope: Scope, uuid: string) => ({ tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } });

function read(row: Row): Fan {
  const { tenantId: _, tokenHash: __, ...same } = row;
  return {
    ...same,
    id: idOf('fan', row.id),
    brandId: idOf('brand', row.brandId),
    status: row.status as FanStatus,
    couponId: row.couponId === null ? null : idOf('coupon', row.couponId),
  };
}

/** A fan's own columns: all but the hash of the token. */
function columns(fan: Fan) {
  const { id: _, brandId, couponId, ...same } = fan;
  return { ...same, brandId: uuidOf(brandId), couponId: couponId && uuidOf(couponId) };
}

/** Whether it is there now by this call: false if the brand has a fan with this e-mail, or is just getting one. */
export async function insertUnlessThere(scope: Scope, fan: Fan): Promise<boolean> {
  const { count } = await scope.db.fan.createMany({
    data: [{ ...columns(fan), tenantId: uuidOf(scope.tenantId), id: uuidOf(fan.id) }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function save(scope: Scope, fan: Fan): Promise<void> {
  await scope.db.fan.update({ where: key(scope, uuidOf(fan.id)), data: columns(fan) });
}

/** Saves a fan who has a new token, of which only the hash is kept. */
export async function saveToken(scope: Scope, fan: Fan, token: string): Promise<void> {
  await scope.db.fan.update({
    where: key(scope, uuidOf(fan.id)),
    data: { ...columns(fan), tokenHash: new Uint8Array(sha256(token)) },
  });
}

export async function find(scope: Scope, id: string): Promise<Fan | null> {
  const uuid = uuidOfAny('fan', id);
  const row = uuid ? await scope.db.fan.findUnique({ where: key(scope, uuid) }) : null;
  return row && read(row);
}

/** Finds a fan and holds their row until the transaction ends: decide only on what was read after the lock. */
export async function lock(scope: Scope, id: Fan['id']): Promise<Fan | null> {
  await holdRow(scope, 'fans', uuidOf(id), 'NO KEY UPDATE');
  return find(scope, id);
}

export async function findByEmail(
  scope: Scope,
  brandId: Fan['brandId'],
  written: string,
): Promise<Fan | null> {
  const row = await scope.db.fan.findUnique({
    where: {
      tenantId_brandId_emailKey: {
        tenantId: uuidOf(scope.tenantId),
        brandId: uuidOf(brandId),
        emailKey: emailKey(written),
      },
    },
  });
  return row && read(row);
}

export async function findByToken(scope: Scope, token: string): Promise<Fan | null> {
  if (!looksLikeToken(token)) return null;
  const row = await scope.db.fan.findFirst({
    where: { tenantId: uuidOf(scope.tenantId), tokenHash: new Uint8Array(sha256(token)) },
  });
  return row && read(row);
}

/** Whose token it is. The one question that is asked without a tenant: the link in an e-mail has no credential. */
export async function findTokenOwner(
  db: Scope['db'],
  token: string,
): Promise<{ readonly tenantId: Id<'tenant'>; readonly fanId: Fan['id'] } | null> {
  if (!looksLikeToken(token)) return null;
  const row = await db.fan.findFirst({
    where: { tokenHash: new Uint8Array(sha256(token)) },
    select: { tenantId: true, id: true },
  });
  return row && { tenantId: idOf('tenant', row.tenantId), fanId: idOf('fan', row.id) };
}

function matching(scope: Scope, filter: FanFilter): Prisma.FanWhereInput {
  const where: Prisma.FanWhereInput = { tenantId: uuidOf(scope.tenantId) };
  if (filter.status != null) where.status = filter.status;
  if (filter.email != null) where.emailKey = emailKey(filter.email);
  if (filter.brandId == null) return where;
  const brandId = uuidOfAny('brand', filter.brandId);
  // No brand has such an id, so nobody is a fan of it.
  return { ...where, ...(brandId ? { brandId } : { id: { in: [] } }) };
}

export async function list(scope: Scope, filter: FanFilter, page: PageArguments): Promise<Page<Fan>> {
  const { where, ...rest } = keyset(page, newestFirst);
  const rows = await scope.db.fan.findMany({ where: { AND: [matching(scope, filter), where] }, ...rest });
  return pageOf(rows, page, newestFirst, read);
}

type WithoutBody = Omit<DeliveryRow, 'body'>;

const readDelivery = ({ tenantId: _, ...same }: WithoutBody): Delivery => ({
  ...same,
  id: idOf('delivery', same.id),
  fanId: idOf('fan', same.fanId),
  kind: same.kind as DeliveryKind,
  status: same.status as DeliveryStatus,
});

function deliveryColumns(delivery: Delivery) {
  const { id: _, fanId, ...same } = delivery;
  return { ...same, fanId: uuidOf(fanId) };
}

export async function insertDelivery(
  scope: Scope,
  delivery: Delivery,
  body: JsonObject | null,
): Promise<void> {
  await scope.db.delivery.create({
    data: {
      ...deliveryColumns(delivery),
      body: jsonOrNull(body),
      tenantId: uuidOf(scope.tenantId),
      id: uuidOf(delivery.id),
    },
  });
}

export async function saveDelivery(scope: Scope, delivery: Delivery): Promise<void> {
  await scope.db.delivery.update({ where: key(scope, uuidOf(delivery.id)), data: deliveryColumns(delivery) });
}

export async function findDelivery(scope: Scope, id: string): Promise<Delivery | null> {
  const uuid = uuidOfAny('delivery', id);
  const row = uuid
    ? await scope.db.delivery.findUnique({ where: key(scope, uuid), omit: { body: true } })
    : null;
  return row && readDelivery(row);
}

/** As `lock`, of a delivery. Where both are held, the delivery is locked before its fan. */
export async function lockDelivery(scope: Scope, id: string): Promise<Delivery | null> {
  const uuid = uuidOfAny('delivery', id);
  if (!uuid) return null;
  await holdRow(scope, 'deliveries', uuid, 'UPDATE');
  return findDelivery(scope, id);
}

export async function findBody(scope: Scope, { id }: Delivery): Promise<JsonObject | null> {
  const row = await scope.db.delivery.findUniqueOrThrow({
    where: key(scope, uuidOf(id)),
    select: { body: true },
  });
  return row.body as JsonObject | null;
}

export async function findDeliveries(scope: Scope, fanIds: readonly Fan['id'][]): Promise<Delivery[]> {
  const rows = await scope.db.delivery.findMany({
    where: { tenantId: uuidOf(scope.tenantId), fanId: { in: fanIds.map(uuidOf) } },
    orderBy: [{ fanId: 'asc' }, { id: 'asc' }],
    omit: { body: true },
  });
  return rows.map(readDelivery);
}

/** The last time a token was sent to the fan. */
export async function findLastTokenDelivery(scope: Scope, fan: Fan): Promise<Delivery | null> {
  const row = await scope.db.delivery.findFirst({
    where: { tenantId: uuidOf(scope.tenantId), fanId: uuidOf(fan.id), kind: { not: 'CODE_HANDOVER' } },
    orderBy: { id: 'desc' },
    omit: { body: true },
  });
  return row && readDelivery(row);
}
