import type { Id } from '../lib/id.js';
import type { Scope } from '../platform/scope.js';
import { StartupError } from '../platform/startup-error.js';
import type { Finding, Reconciliation } from './core.js';
import * as store from './store.js';

interface Reconcile extends Pick<Scope, 'db' | 'now'> {
  /** Null for all tenants. */
  readonly tenantId: Id<'tenant'> | null;
  /** So many rows of each check are told; all are counted. */
  readonly rowsMax: number;
  /** Told of each check once it is done. */
  readonly onChecked?: (finding: Finding) => void;
}

/**
 * Counts everything anew that is kept as a sum, and looks whether what belongs together agrees: all as of one instant,
 * so that it may be done while the server runs. Writes nothing. Null if there is no such tenant.
 */
export const reconcile = ({
  db,
  now,
  tenantId,
  rowsMax,
  onChecked,
}: Reconcile): Promise<Reconciliation | null> =>
  store.inSnapshot(db, async (snapshot) => {
    if (!(await store.hasTables(snapshot)))
      throw new StartupError(
        'The database does not have all tables yet: the server makes them when it starts.',
      );
    if (tenantId && !(await store.isTenant(snapshot, tenantId))) return null;
    // After the snapshot was taken: whatever is in it was written before.
    const at = now();
    const checks = await store.prepareChecks(snapshot, { tenantId, at });
    const findings: Finding[] = [];
    for (const check of checks) {
      const finding = await store.look(snapshot, check, rowsMax);
      findings.push(finding);
      onChecked?.(finding);
    }
    return { at, tenantId, findings };
  });
