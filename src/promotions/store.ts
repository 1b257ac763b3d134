import { createBoundedMap } from '../lib/bounded-map.js';
import { uuidOf, type Id } from '../lib/id.js';
import type { Scope } from '../platform/scope.js';
import { createAutomaticIndex, type AutomaticIndex } from './automatic.js';
import { follow, type Changes } from './feed.js';

interface Known {
  readonly index: AutomaticIndex;
  /** Up to which change the index knows everything; 0 before it knows anything. */
  version: number;
  /** While everything is loaded for the first time: once for all who ask meanwhile. */
  loading: Promise<void> | null;
}

interface Most {
  readonly tenants: number;
  /** Of all tenants together, if they are of more than one. */
  readonly promotions: number;
}

/**
 * Remembers for each tenant the index of its automatic promotions, and asks the database each time what has changed since:
 * one statement, which finds nothing as a rule. So every process answers by what was committed before it was asked. The
 * tenants that were asked for longest ago are forgotten. Ask before a transaction, not in it: what that may yet
 * roll back would be remembered, and its connection held while another request loads.
 */
export function createAutomatic(most: Most) {
  const tenants = createBoundedMap<Id<'tenant'>, Known>(most.tenants);

  function knownOf(tenantId: Id<'tenant'>): Known {
    const known = tenants.get(tenantId) ?? { index: createAutomaticIndex(), version: 0, loading: null };
    // Also where it was there: it is the one that was asked for last.
    tenants.set(tenantId, known);
    return known;
  }

  function forgetOthers(tenantId: Id<'tenant'>): void {
    let promotions = 0;
    for (const [, { index }] of tenants) promotions += index.size;
    for (const [other, { index }] of tenants) {
      if (promotions <= most.promotions) return;
      if (other === tenantId) continue;
      tenants.delete(other);
      promotions -= index.size;
    }
  }

  async function catchUp(scope: Scope, known: Known): Promise<void> {
    const since = known.version;
    const changes = await changesSince(scope, since);
    // Of two who ask at once, the one who saw more may be answered first. A number that went back is of a database that did.
    if (!changes || (changes.version <= known.version && changes.version >= since)) return;
    follow(known.index, changes);
    known.version = changes.version;
    forgetOthers(scope.tenantId);
  }

  /** Which it is now: ask it at once, and another time for another one. */
  return async function automaticNow(scope: Scope): Promise<Pick<AutomaticIndex, 'candidatesFor'>> {
    const known = knownOf(scope.tenantId);
    if (known.version === 0) {
      if (!(await hasFeed(scope))) return known.index;
      known.loading ??= catchUp(scope, known).finally(() => (known.loading = null));
      // Whoever joined late may have missed something, and whoever joined another's failure everything.
      await known.loading.catch(() => undefined);
    }
    await catchUp(scope, known);
    return known.index;
  };
}

const hasFeed = async (scope: Scope): Promise<boolean> =>
  (await scope.db.promotionFeed.count({ where: { tenantId: uuidOf(scope.tenantId) } })) > 0;

async function changesSince(scope: Scope, version: number): Promise<Changes | null> {
  const [row] = await scope.db.$queryRaw<[{ changes: string | null }]>`
    SELECT automatic_promotions_since(${uuidOf(scope.tenantId)}::uuid, ${version}::bigint)::text AS changes`;
  return row.changes === null ? null : (JSON.parse(row.changes) as Changes);
}

/** A few hundred megabytes at the most. */
export const automaticNow = createAutomatic({ tenants: 5_000, promotions: 200_000 });
