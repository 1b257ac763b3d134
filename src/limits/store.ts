import { uuidOf, uuidOfAny, type Id } from '../lib/id.js';
import { violatedConstraint } from '../platform/database-errors.js';
import type { Scope } from '../platform/scope.js';
import type { Limit, LimitTarget } from './core.js';
import { limitTargetNotFound, type LimitTargetNotFound } from './errors.js';
import { readLimit } from './stored.js';

const key = (scope: Scope, id: Limit['id']) => ({
  tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuidOf(id) },
});

/** The columns of the target; of the tenant there are none. */
const targetColumns = ({ kind, id }: LimitTarget) => ({
  couponId: kind === 'COUPON' ? uuidOf(id) : null,
  campaignId: kind === 'CAMPAIGN' ? uuidOf(id) : null,
  templateId: kind === 'TEMPLATE' ? uuidOf(id) : null,
});

function columns({ target, per, window, ...limit }: Limit) {
  return {
    ...limit,
    ...targetColumns(target),
    id: uuidOf(limit.id),
    per: per.kind,
    attribute: per.kind === 'ATTRIBUTE' ? per.name : null,
    window: window.kind,
    zone: 'zone' in window ? window.zone : null,
    windowSeconds: 'seconds' in window ? window.seconds : null,
  };
}

/**
 * Waits until nobody redeems what the target limits, and holds it until the transaction ends. In the order in which
 * everybody takes locks: the tenant, coupons, campaigns and templates. Answers false for a coupon that is not there.
 */
export async function holdTarget(scope: Scope, { kind, id }: LimitTarget): Promise<boolean> {
  const tenantId = uuidOf(scope.tenantId);
  if (kind === 'TENANT') {
    await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${tenantId}, 0))`;
    return true;
  }
  await holdTenant(scope);
  if (kind === 'CAMPAIGN' || kind === 'TEMPLATE') {
    await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${uuidOf(id)}, 0))`;
    return true;
  }
  const [coupon] = await scope.db.$queryRaw<{ isUsable: boolean }[]>`
    SELECT deleted_at IS NULL AND NOT is_test AS "isUsable" FROM coupons
    WHERE tenant_id = ${tenantId}::uuid AND id = ${uuidOf(id)}::uuid
    FOR NO KEY UPDATE`;
  return coupon?.isUsable === true;
}

/** Shares the tenant's ledger with all who redeem: nobody has it alone until the transaction ends. */
export async function holdTenant(scope: Scope): Promise<void> {
  await scope.db
    .$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${uuidOf(scope.tenantId)}, 0))`;
}

export const countOfTarget = (scope: Scope, target: LimitTarget): Promise<number> =>
  scope.db.limit.count({
    where: { tenantId: uuidOf(scope.tenantId), ...targetColumns(target), shortForm: null },
  });

/** The foreign keys that lead to what is limited. */
const targetKeys = ['coupon', 'campaign', 'template'].map((target) => `limits_tenant_id_${target}_id_fkey`);

export async function insert(scope: Scope, limit: Limit): Promise<Limit | LimitTargetNotFound> {
  try {
    await scope.db.limit.create({ data: { ...columns(limit), tenantId: uuidOf(scope.tenantId) } });
    return limit;
  } catch (error) {
    const refusedBy = violatedConstraint(error);
    if (refusedBy && targetKeys.includes(refusedBy)) return limitTargetNotFound(limit.target.id!);
    throw error;
  }
}

export async function save(scope: Scope, limit: Limit): Promise<void> {
  await scope.db.limit.update({ where: key(scope, limit.id), data: columns(limit) });
}

export async function erase(scope: Scope, limit: Limit): Promise<void> {
  await scope.db.limit.delete({ where: key(scope, limit.id) });
}

/** Whoever changes a campaign says on which version: the limit that its budget is changes it as well. It is held. */
export async function changeCampaign(scope: Scope, { target }: Limit): Promise<void> {
  await scope.db.campaign.update({
    where: { tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuidOf(target.id!) } },
    data: { version: { increment: 1 }, updatedAt: scope.now() },
  });
}

export async function find(scope: Scope, id: string): Promise<Limit | null> {
  const uuid = uuidOfAny('limit', id);
  const where = { tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid! } };
  const row = uuid ? await scope.db.limit.findUnique({ where }) : null;
  return row && readLimit(row);
}

export async function findBudgets(scope: Scope, campaignIds: readonly Id<'campaign'>[]): Promise<Limit[]> {
  const rows = await scope.db.limit.findMany({
    where: {
      tenantId: uuidOf(scope.tenantId),
      campaignId: { in: campaignIds.map(uuidOf) },
      shortForm: 'BUDGET',
    },
  });
  return rows.map(readLimit);
}

export async function findOf(scope: Scope, targets: readonly LimitTarget[]): Promise<Limit[]> {
  const rows = await scope.db.limit.findMany({
    where: { tenantId: uuidOf(scope.tenantId), OR: targets.map(targetColumns) },
    orderBy: { id: 'asc' },
  });
  return rows.map(readLimit);
}
