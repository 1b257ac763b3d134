import type { CampaignStatus } from './core.js';

/** `statusOf` as a condition that the database can check; a test asks both of every combination. */
export function hasStatus(statuses: readonly CampaignStatus[], now: Date): object {
  const over = { endsAt: { lte: now } };
  const early = { startsAt: { gt: now } };
  // NOT of a comparison with NULL is NULL in SQL, so what is open must be named.
  const notOver = { OR: [{ endsAt: null }, { endsAt: { gt: now } }] };
  const notEarly = { OR: [{ startsAt: null }, { startsAt: { lte: now } }] };

  const conditions: Record<CampaignStatus, object> = {
    DRAFT: { state: 'DRAFT' },
    SCHEDULED: { state: 'ACTIVE', AND: [notOver, early] },
    ACTIVE: { state: 'ACTIVE', AND: [notOver, notEarly] },
    PAUSED: { state: 'PAUSED', AND: [notOver] },
    ENDED: { OR: [{ state: 'ENDED' }, { state: { in: ['ACTIVE', 'PAUSED'] }, ...over }] },
  };
  // Prisma takes an empty OR within an AND for no condition at all.
  return statuses.length > 0 ? { OR: statuses.map((status) => conditions[status]) } : { state: { in: [] } };
}
