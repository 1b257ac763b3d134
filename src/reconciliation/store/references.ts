import { Prisma } from '../../generated/prisma/client.js';
import type { Database } from '../../platform/database.js';
import type { Check, Of } from './check.js';

interface ForeignKey {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  readonly childColumns: readonly string[];
  readonly parentColumns: readonly string[];
}

/** Each foreign key is looked up once more row by row, and with it whether it can lead into another tenant at all. */
export async function referenceChecks(db: Database, of: Of): Promise<Check[]> {
  const keys = await db.$queryRaw<ForeignKey[]>`
    SELECT k.conname::text AS name, k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent,
      ARRAY(SELECT attname::text FROM unnest(k.conkey) WITH ORDINALITY n JOIN pg_attribute ON attrelid = k.conrelid AND attnum = n
        ORDER BY ordinality) AS "childColumns",
      ARRAY(SELECT attname::text FROM unnest(k.confkey) WITH ORDINALITY n JOIN pg_attribute ON attrelid = k.confrelid AND attnum = n
        ORDER BY ordinality) AS "parentColumns"
    FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = k.conrelid AND attname = 'tenant_id') ORDER BY 1`;
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attname = 'tenant_id' ORDER BY 1`;
  return [
    {
      check: 'references of rows',
      wrong: 'A row refers to nothing, or may refer to a row of another tenant.',
      rows: Prisma.join(
        keys.map((key) => strayRows(key, of)),
        ' UNION ALL ',
      ),
    },
    {
      check: 'tenants of rows',
      wrong: 'Rows belong to a tenant that is not there.',
      rows: Prisma.sql`
        SELECT tenant_id AS tenant, "table", rows FROM (${Prisma.join(
          tables.map(
            ({ name }) =>
              Prisma.sql`SELECT tenant_id, ${name} AS "table", count(*) AS rows FROM ${Prisma.raw(name)} t WHERE ${of('t')} GROUP BY 1`,
          ),
          ' UNION ALL ',
        )}) owned
        WHERE NOT EXISTS (SELECT FROM tenants WHERE tenants.id = owned.tenant_id)`,
    },
  ];
}

function strayRows({ name, child, parent, childColumns, parentColumns }: ForeignKey, of: Of): Prisma.Sql {
  const isWithinTenant = childColumns.some(
    (column, index) => column === 'tenant_id' && parentColumns[index] === 'tenant_id',
  );
  // Whatever it leads to now, it can lead to another tenant's.
  if (!isWithinTenant)
    return Prisma.sql`SELECT NULL::uuid AS tenant, ${name} AS reference, NULL::jsonb AS "to"`;
  const quoted = (columns: readonly string[], alias: string) =>
    Prisma.raw(columns.map((column) => `${alias}."${column}"`).join(', '));
  return Prisma.sql`
    SELECT child.tenant_id AS tenant, ${name} AS reference, to_jsonb(ROW(${quoted(childColumns, 'child')})) AS "to"
    FROM ${Prisma.raw(child)} child
    WHERE ${of('child')} AND num_nulls(${quoted(childColumns, 'child')}) = 0
      AND NOT EXISTS (SELECT FROM ${Prisma.raw(parent)} parent
        WHERE (${quoted(parentColumns, 'parent')}) = (${quoted(childColumns, 'child')}))`;
}
