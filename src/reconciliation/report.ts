import type { JsonObject, JsonValue } from '../lib/json.js';
import { differences, type Finding, type Reconciliation } from './core.js';

const width = 26;

const written = (value: JsonValue): string =>
  typeof value === 'string' && /^[\w.:+@-]+$/.test(value) ? value : JSON.stringify(value);

/** A row in one line; what is null is left out. */
const lineOf = (row: JsonObject): string =>
  Object.entries(row)
    .flatMap(([name, value]) => (value === null ? [] : [`${name} ${written(value)}`]))
    .join(', ');

/** What one check found, for whoever reads along. */
export function linesOf({ check, wrong, count, rows }: Finding): string[] {
  const name = check.padEnd(width);
  if (count === 0) return [`${name}ok`];
  return [
    `${name}${count} ${count === 1 ? 'ROW DIFFERS' : 'ROWS DIFFER'}: ${wrong}`,
    ...rows.map((row) => `  ${lineOf(row)}`),
    ...(count > rows.length ? [`  and ${count - rows.length} more`] : []),
  ];
}

export function conclusionOf(reconciliation: Reconciliation): string {
  const { findings, at, tenantId } = reconciliation;
  const count = differences(reconciliation);
  const wrong = findings.filter((finding) => finding.count > 0).length;
  const whose = tenantId ?? 'all tenants';
  const when = `as of ${at.toISOString()}`;
  return count === 0
    ? `Everything agrees: ${findings.length} checks of ${whose}, ${when}.`
    : `${wrong} of ${findings.length} checks of ${whose} found ${count} ${count === 1 ? 'row that differs' : 'rows that differ'}, ${when}.`;
}

/** The same for programs. */
export const reportOf = (reconciliation: Reconciliation) => ({
  at: reconciliation.at.toISOString(),
  tenant: reconciliation.tenantId,
  differences: differences(reconciliation),
  checks: reconciliation.findings,
});
