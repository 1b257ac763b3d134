import type { Brand as Row } from '../generated/prisma/client.js';
import { readDiscount, storedDiscount } from '../discounts/stored.js';
import { idOf, uuidOf, uuidOfAny } from '../lib/id.js';
import { jsonOf, type JsonObject } from '../lib/json.js';
import { keyset, pageOf, type Order, type Page, type PageArguments } from '../lib/page.js';
import { jsonOrNull } from '../platform/database.js';
import { violatedConstraint } from '../platform/database-errors.js';
import { holdRow } from '../platform/rows.js';
import type { Scope } from '../platform/scope.js';
import type { Brand, Offer } from './core.js';
import { brandSlugTaken, type BrandSlugTaken } from './errors.js';

const newestFirst: Order = { by: 'id', tie: 'id', direction: 'desc' };

const key = (scope: Scope, uuid: string) => ({ tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } });

const storedOffer = (offer: Offer): JsonObject => ({
  ...jsonOf(offer),
  discount: storedDiscount(offer.discount),
});

function readOffer(stored: unknown): Offer {
  const { discount, validUntil, ...same } = stored as Omit<Offer, 'validUntil'> & {
    validUntil: string | null;
  };
  return {
    ...same,
    discount: readDiscount(discount),
    validUntil: validUntil === null ? null : new Date(validUntil),
  };
}

function read(row: Row): Brand {
  const { tenantId: _, ...same } = row;
  return { ...same, id: idOf('brand', row.id), offer: row.offer === null ? null : readOffer(row.offer) };
}

function columns(brand: Brand) {
  const { id: _, offer, ...same } = brand;
  return { ...same, offer: jsonOrNull(offer && storedOffer(offer)) };
}

export async function insert(scope: Scope, brand: Brand): Promise<Brand | BrandSlugTaken> {
  try {
    await scope.db.brand.create({
      data: { ...columns(brand), tenantId: uuidOf(scope.tenantId), id: uuidOf(brand.id) },
    });
    return brand;
  } catch (error) {
    if (violatedConstraint(error) === 'brands_tenant_id_slug_key') return brandSlugTaken(brand.slug);
    throw error;
  }
}

export async function save(scope: Scope, brand: Brand): Promise<void> {
  await scope.db.brand.update({ where: key(scope, uuidOf(brand.id)), data: columns(brand) });
}

export async function find(scope: Scope, id: string): Promise<Brand | null> {
  const uuid = uuidOfAny('brand', id);
  const row = uuid ? await scope.db.brand.findUnique({ where: key(scope, uuid) }) : null;
  return row && read(row);
}

/**
 * Finds a brand and holds its row until the transaction ends: decide only on what was read after the lock. Fans who
 * sign up meanwhile do not wait for it.
 */
export async function lock(scope: Scope, id: string): Promise<Brand | null> {
  const uuid = uuidOfAny('brand', id);
  if (!uuid) return null;
  await holdRow(scope, 'brands', uuid, 'NO KEY UPDATE');
  return find(scope, id);
}

export async function findMany(scope: Scope, ids: readonly Brand['id'][]): Promise<Brand[]> {
  const rows = await scope.db.brand.findMany({
    where: { tenantId: uuidOf(scope.tenantId), id: { in: ids.map(uuidOf) } },
  });
  return rows.map(read);
}

export async function list(scope: Scope, page: PageArguments): Promise<Page<Brand>> {
  const { where, ...rest } = keyset(page, newestFirst);
  const rows = await scope.db.brand.findMany({
    where: { AND: [{ tenantId: uuidOf(scope.tenantId) }, where] },
    ...rest,
  });
  return pageOf(rows, page, newestFirst, read);
}
