import { jsonOfCondition } from '../conditions/json.js';
import type { Prisma } from '../generated/prisma/client.js';
import { idOf, uuidOf, uuidOfAny, type Id } from '../lib/id.js';
import { literally } from '../lib/like.js';
import { keyset, orderOf, pageOf, type Page, type PageArguments } from '../lib/page.js';
import type { Scope } from '../platform/scope.js';
import { namedTargets, type Rule, type RuleTargets, type TargetId } from './core.js';
import type { RuleFilter, RuleOrder } from './list.js';
import { readRule } from './stored.js';

const key = (scope: Scope, uuid: string) => ({ tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } });

const withTargets = { targets: { select: { couponId: true, campaignId: true, templateId: true } } } as const;

/** A rule's own columns: what it is for, and what it asks for, are rows of other tables. */
function columns({ id: _, condition, targets, metadata, ...same }: Rule) {
  return {
    ...same,
    condition: jsonOfCondition(condition),
    isTenantWide: targets.isTenantWide,
    metadata: metadata as Prisma.InputJsonObject,
  };
}

/**
 * Lets nobody else change the tenant's rules until the transaction ends, so that nobody's count of them is too old. Those
 * who use codes are not held up: they read rules by one statement, and see what the last transaction to commit before it
 * made of them, wholly or not at all.
 */
export async function holdRules(scope: Scope): Promise<void> {
  const name = `rules ${uuidOf(scope.tenantId)}`;
  await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** The coupons, campaigns and templates among these that are there; none goes away until the transaction ends. */
export async function holdTargets(
  scope: Scope,
  { couponIds, campaignIds, templateIds }: RuleTargets,
): Promise<ReadonlySet<string>> {
  const tenantId = uuidOf(scope.tenantId);
  const coupons = await scope.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM coupons
    WHERE tenant_id = ${tenantId}::uuid AND id = ANY (${couponIds.map(uuidOf)}::uuid[]) AND deleted_at IS NULL
      AND NOT is_test
    ORDER BY id FOR KEY SHARE`;
  // Campaigns are never deleted.
  const campaigns = await scope.db.campaign.findMany({
    where: { tenantId, id: { in: campaignIds.map(uuidOf) } },
    select: { id: true },
  });
  const templates = await scope.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM templates
    WHERE tenant_id = ${tenantId}::uuid AND id = ANY (${templateIds.map(uuidOf)}::uuid[])
    ORDER BY id FOR KEY SHARE`;
  return new Set([
    ...coupons.map(({ id }) => idOf('coupon', id)),
    ...campaigns.map(({ id }) => idOf('campaign', id)),
    ...templates.map(({ id }) => idOf('template', id)),
  ]);
}

/** Of these targets, how many other rules each has. */
export async function countBeside(
  scope: Scope,
  ruleId: Rule['id'],
  targets: RuleTargets,
): Promise<{ readonly targetId: Id; readonly count: number }[]> {
  const tenantId = uuidOf(scope.tenantId);
  const ids = new Map(namedTargets(targets).map((id): [string, Id] => [uuidOf(id), id]));
  const counted = await scope.db.ruleTarget.groupBy({
    by: ['targetId'],
    where: { tenantId, targetId: { in: [...ids.keys()] }, ruleId: { not: uuidOf(ruleId) } },
    _count: true,
  });
  const beside = counted.map(({ targetId, _count }) => ({ targetId: ids.get(targetId)!, count: _count }));
  if (!targets.isTenantWide) return beside;
  const wide = await scope.db.rule.count({
    where: { tenantId, isTenantWide: true, id: { not: uuidOf(ruleId) } },
  });
  return [...beside, { targetId: scope.tenantId, count: wide }];
}

const partOf = (scope: Scope, { id }: Rule) => ({ tenantId: uuidOf(scope.tenantId), ruleId: uuidOf(id) });

/** The targets are held. */
async function insertTargets(scope: Scope, rule: Rule): Promise<void> {
  const ifOf = (prefix: string, id: TargetId) => (id.startsWith(`${prefix}_`) ? uuidOf(id) : null);
  await scope.db.ruleTarget.createMany({
    data: namedTargets(rule.targets).map((id) => ({
      ...partOf(scope, rule),
      targetId: uuidOf(id),
      couponId: ifOf('coupon', id),
      campaignId: ifOf('campaign', id),
      templateId: ifOf('template', id),
    })),
  });
}

/** The segments are held. */
async function insertSegments(scope: Scope, rule: Rule, ids: readonly Id<'segment'>[]): Promise<void> {
  await scope.db.ruleSegment.createMany({
    data: ids.map((id) => ({ ...partOf(scope, rule), segmentId: uuidOf(id) })),
  });
}

/** `segmentIds`: those that its condition names. */
export async function insert(scope: Scope, rule: Rule, segmentIds: readonly Id<'segment'>[]): Promise<void> {
  await scope.db.rule.create({
    data: { ...columns(rule), tenantId: uuidOf(scope.tenantId), id: uuidOf(rule.id) },
  });
  await insertTargets(scope, rule);
  await insertSegments(scope, rule, segmentIds);
}

/** Saves a rule; what it is for, and what it asks for, only if that is new. */
export async function save(
  scope: Scope,
  rule: Rule,
  changed: { readonly targets: boolean; readonly segmentIds: readonly Id<'segment'>[] | null },
): Promise<void> {
  await scope.db.rule.update({ where: key(scope, uuidOf(rule.id)), data: columns(rule) });
  if (changed.targets) {
    await scope.db.ruleTarget.deleteMany({ where: partOf(scope, rule) });
    await insertTargets(scope, rule);
  }
  if (changed.segmentIds) {
    await scope.db.ruleSegment.deleteMany({ where: partOf(scope, rule) });
    await insertSegments(scope, rule, changed.segmentIds);
  }
}

export async function erase(scope: Scope, rule: Rule): Promise<void> {
  await scope.db.rule.delete({ where: key(scope, uuidOf(rule.id)) });
}

export async function find(scope: Scope, id: string): Promise<Rule | null> {
  const uuid = uuidOfAny('rule', id);
  const where = uuid && key(scope, uuid);
  const row = where ? await scope.db.rule.findUnique({ where, include: withTargets }) : null;
  return row && readRule(row);
}

export async function findMany(scope: Scope, ids: readonly Rule['id'][]): Promise<Rule[]> {
  const rows = await scope.db.rule.findMany({
    where: { tenantId: uuidOf(scope.tenantId), id: { in: ids.map(uuidOf) } },
    include: withTargets,
  });
  return rows.map(readRule);
}

/** The rules of any of these targets, tenant-wide ones among them if the targets are. */
export async function findOfTargets(scope: Scope, targets: RuleTargets): Promise<Rule[]> {
  const rows = await scope.db.rule.findMany({
    where: {
      tenantId: uuidOf(scope.tenantId),
      OR: [
        { targets: { some: { targetId: { in: namedTargets(targets).map(uuidOf) } } } },
        ...(targets.isTenantWide ? [{ isTenantWide: true }] : []),
      ],
    },
    include: withTargets,
    orderBy: [{ priority: 'desc' }, { id: 'asc' }],
  });
  return rows.map(readRule);
}

const columnOf = { CREATED_AT: 'id', NAME: 'name', PRIORITY: 'priority' } as const;

function matching(scope: Scope, filter: RuleFilter): Prisma.RuleWhereInput {
  const conditions: Prisma.RuleWhereInput[] = [];
  const targeted = (prefix: string, id: string | null | undefined) => {
    if (id == null) return;
    const uuid = uuidOfAny(prefix, id);
    // Nothing has such an id, so no rule is for it.
    conditions.push(uuid ? { targets: { some: { targetId: uuid } } } : { id: { in: [] } });
  };
  targeted('coupon', filter.couponId);
  targeted('campaign', filter.campaignId);
  targeted('template', filter.templateId);
  if (filter.tenant != null) conditions.push({ isTenantWide: filter.tenant });
  if (filter.segmentId != null) {
    const segmentId = uuidOfAny('segment', filter.segmentId);
    conditions.push(segmentId ? { segments: { some: { segmentId } } } : { id: { in: [] } });
  }
  if (filter.effect != null) conditions.push({ effect: filter.effect });
  if (filter.namePrefix != null) {
    conditions.push({ name: { startsWith: literally(filter.namePrefix), mode: 'insensitive' } });
  }
  return { tenantId: uuidOf(scope.tenantId), AND: conditions };
}

export async function list(
  scope: Scope,
  filter: RuleFilter,
  orderBy: RuleOrder,
  page: PageArguments,
): Promise<Page<Rule>> {
  const order = { ...orderOf(columnOf, orderBy), isNumeric: orderBy.field === 'PRIORITY' };
  const { where, ...rest } = keyset(page, order);
  const rows = await scope.db.rule.findMany({
    where: { AND: [matching(scope, filter), where] },
    include: withTargets,
    ...rest,
  });
  return pageOf(rows, page, order, readRule);
}
