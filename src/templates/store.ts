import type { Prisma } from '../generated/prisma/client.js';
import { uuidOf, uuidOfAny } from '../lib/id.js';
import { jsonOf } from '../lib/json.js';
import { literally } from '../lib/like.js';
import { keyset, orderOf, pageOf, type Page, type PageArguments } from '../lib/page.js';
import { holdRow } from '../platform/rows.js';
import type { Scope } from '../platform/scope.js';
import type { Template } from './core.js';
import type { TemplateFilter, TemplateOrder } from './list.js';
import { readTemplate } from './stored.js';

const key = (scope: Scope, uuid: string) => ({ tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } });

function columns(template: Template) {
  const { id: _, ...same } = template;
  return { ...same, terms: jsonOf(template.terms) };
}

export async function insert(scope: Scope, template: Template): Promise<void> {
  await scope.db.template.create({
    data: { ...columns(template), tenantId: uuidOf(scope.tenantId), id: uuidOf(template.id) },
  });
}

export async function save(scope: Scope, template: Template): Promise<void> {
  await scope.db.template.update({ where: key(scope, uuidOf(template.id)), data: columns(template) });
}

export async function erase(scope: Scope, template: Template): Promise<void> {
  await scope.db.template.delete({ where: key(scope, uuidOf(template.id)) });
}

export async function find(scope: Scope, id: string): Promise<Template | null> {
  const uuid = uuidOfAny('template', id);
  const row = uuid ? await scope.db.template.findUnique({ where: key(scope, uuid) }) : null;
  return row && readTemplate(row);
}

/** Finds a template and holds its row until the transaction ends: no coupon is made of it meanwhile. */
export async function lock(scope: Scope, id: string): Promise<Template | null> {
  const uuid = uuidOfAny('template', id);
  if (!uuid) return null;
  await holdRow(scope, 'templates', uuid, 'UPDATE');
  return find(scope, id);
}

/** Finds a template, and sees to it that it stays as it is until the transaction ends; others may do so as well. */
export async function hold(scope: Scope, id: string): Promise<Template | null> {
  const uuid = uuidOfAny('template', id);
  if (!uuid) return null;
  await holdRow(scope, 'templates', uuid, 'SHARE');
  return find(scope, id);
}

export async function findMany(scope: Scope, ids: readonly Template['id'][]): Promise<Template[]> {
  const rows = await scope.db.template.findMany({
    where: { tenantId: uuidOf(scope.tenantId), id: { in: ids.map(uuidOf) } },
  });
  return rows.map(readTemplate);
}

/** The coupons that refer to it: deleted ones do as well, until they are gone for good. */
export const countCoupons = (scope: Scope, template: Template): Promise<number> =>
  scope.db.coupon.count({ where: { tenantId: uuidOf(scope.tenantId), templateId: uuidOf(template.id) } });

const columnOf = { CREATED_AT: 'id', NAME: 'name' } as const;

function matching(scope: Scope, { namePrefix }: TemplateFilter): Prisma.TemplateWhereInput {
  return {
    tenantId: uuidOf(scope.tenantId),
    ...(namePrefix != null && { name: { startsWith: literally(namePrefix), mode: 'insensitive' } }),
  };
}

export async function list(
  scope: Scope,
  filter: TemplateFilter,
  orderBy: TemplateOrder,
  page: PageArguments,
): Promise<Page<Template>> {
  const order = orderOf(columnOf, orderBy);
  const { where, ...rest } = keyset(page, order);
  const rows = await scope.db.template.findMany({
    where: { AND: [matching(scope, filter), where] },
    ...rest,
  });
  return pageOf(rows, page, order, readTemplate);
}
