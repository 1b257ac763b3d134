import type { Prisma } from '../generated/prisma/client.js';
import { uuidOf, uuidOfAny } from '../lib/id.js';
import { literally } from '../lib/like.js';
import { keyset, orderOf, pageOf, type Page, type PageArguments } from '../lib/page.js';
import type { Scope } from '../platform/scope.js';
import type { Campaign } from './core.js';
import type { CampaignFilter, CampaignOrder } from './list.js';
import { hasStatus } from './status-filter.js';
import { readCampaign } from './stored.js';

const key = (scope: Scope, uuid: string) => ({ tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } });

function columns(campaign: Campaign) {
  const { id: _, ...same } = campaign;
  return { ...same, channels: [...campaign.channels], usesReturn: [...campaign.usesReturn] };
}

export async function insert(scope: Scope, campaign: Campaign): Promise<void> {
  await scope.db.campaign.create({
    data: { ...columns(campaign), tenantId: uuidOf(scope.tenantId), id: uuidOf(campaign.id) },
  });
}

export async function save(scope: Scope, campaign: Campaign): Promise<void> {
  await scope.db.campaign.update({ where: key(scope, uuidOf(campaign.id)), data: columns(campaign) });
}

export async function find(scope: Scope, id: string): Promise<Campaign | null> {
  const uuid = uuidOfAny('campaign', id);
  const row = uuid ? await scope.db.campaign.findUnique({ where: key(scope, uuid) }) : null;
  return row && readCampaign(row);
}

/**
 * Finds a campaign and holds it until the transaction ends: decide only on what was read under the lock. Whoever uses its
 * coupons shares that lock (see `decision_facts_under_lock` in the migrations). It is an advisory one, since those are had
 * in the order of arrival: PostgreSQL lets newcomers share a row past a writer who waits for it, so in a rush of orders
 * nobody would get to pause the campaign.
 */
export async function lock(scope: Scope, id: string): Promise<Campaign | null> {
  const uuid = uuidOfAny('campaign', id);
  if (!uuid) return null;
  // A statement of its own, so that the next one sees what was committed while this one waited.
  await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${uuid}::uuid::text, 0))`;
  return find(scope, id);
}

export async function findMany(scope: Scope, ids: readonly Campaign['id'][]): Promise<Campaign[]> {
  const rows = await scope.db.campaign.findMany({
    where: { tenantId: uuidOf(scope.tenantId), id: { in: ids.map(uuidOf) } },
  });
  return rows.map(readCampaign);
}

const columnOf = { CREATED_AT: 'id', NAME: 'name' } as const;

function matching(scope: Scope, filter: CampaignFilter): Prisma.CampaignWhereInput {
  const { status, channel, namePrefix, runningAt } = filter;
  const conditions: Prisma.CampaignWhereInput[] = [];
  if (status) conditions.push(hasStatus(status, scope.now()));
  if (channel != null) conditions.push({ channels: { has: channel } });
  if (namePrefix != null)
    conditions.push({ name: { startsWith: literally(namePrefix), mode: 'insensitive' } });
  if (runningAt) {
    conditions.push({ OR: [{ startsAt: null }, { startsAt: { lte: runningAt } }] });
    conditions.push({ OR: [{ endsAt: null }, { endsAt: { gt: runningAt } }] });
  }
  return { tenantId: uuidOf(scope.tenantId), AND: conditions };
}

export async function list(
  scope: Scope,
  filter: CampaignFilter,
  orderBy: CampaignOrder,
  page: PageArguments,
): Promise<Page<Campaign>> {
  const order = orderOf(columnOf, orderBy);
  const { where, ...rest } = keyset(page, order);
  const rows = await scope.db.campaign.findMany({
    where: { AND: [matching(scope, filter), where] },
    ...rest,
  });
  return pageOf(rows, page, order, readCampaign);
}
