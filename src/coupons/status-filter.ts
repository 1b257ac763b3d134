import type { CouponStatus } from './core.js';

/** Prisma's references to columns: what one column is compared with when it is compared with another. */
interface Columns {
  readonly maxUses: unknown;
}

/** `statusOf` as a condition that the database can check; a test asks both of every combination. */
export function hasStatus(
  statuses: readonly CouponStatus[] | null | undefined,
  now: Date,
  columns: Columns,
): object {
  const over = { validUntil: { lte: now } };
  const early = { validFrom: { gt: now } };
  const usedUp = { OR: [{ usesCount: { gte: columns.maxUses } }, { balanceMinor: 0 }] };
  // NOT of a comparison with NULL is NULL in SQL, so what is open must be named.
  const notOver = { OR: [{ validUntil: null }, { validUntil: { gt: now } }] };
  const notEarly = { OR: [{ validFrom: null }, { validFrom: { lte: now } }] };
  const usesAreLeft = { OR: [{ maxUses: null }, { usesCount: { lt: columns.maxUses } }] };
  const moneyIsLeft = { OR: [{ balanceMinor: null }, { balanceMinor: { gt: 0 } }] };
  const notUsedUp = { AND: [usesAreLeft, moneyIsLeft] };

  const living = { deletedAt: null };
  const active = { ...living, state: 'ACTIVE' };
  const conditions: Record<CouponStatus, object> = {
    DELETED: { deletedAt: { not: null } },
    REVOKED: { ...living, state: 'REVOKED' },
    DRAFT: { ...living, state: 'DRAFT' },
    INACTIVE: { ...living, state: 'INACTIVE' },
    EXPIRED: { ...active, ...over },
    EXHAUSTED: { ...active, AND: [notOver, usedUp] },
    SCHEDULED: { ...active, AND: [notOver, notUsedUp, early] },
    ACTIVE: { ...active, AND: [notOver, notUsedUp, notEarly] },
  };
  if (!statuses) return living;
  // Prisma takes an empty OR for no condition at all.
  return statuses.length > 0 ? { OR: statuses.map((status) => conditions[status]) } : { state: { in: [] } };
}
