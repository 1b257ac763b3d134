import { Prisma } from '../../generated/prisma/client.js';
import { idOf, uuidAt, uuidOf, type Id } from '../../lib/id.js';
import type { Database } from '../../platform/database.js';
import type { Seal } from '../seal.js';

const nil = '00000000-0000-0000-0000-000000000000';

const sha256OfJson = (...values: readonly string[]) =>
  `sha256(convert_to(json_build_array(${values.join(', ')})::text, 'UTF8'))`;

const milliseconds = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint`;

/**
 * The SHA-256 of an audit event, out of its row. Whatever a session or a version of PostgreSQL might write in another
 * way is written out: instants in milliseconds, JSON as the text that JSONB has of it, which also tells null from none.
 */
const digestOf = (e: string) =>
  sha256OfJson(
    ...['tenant_id', 'id', 'actor_kind', 'actor_id', 'action', 'target_id', 'reason'].map(
      (it) => `${e}.${it}`,
    ),
    `${e}.before::text`,
    `${e}.after::text`,
    `${e}.request_id`,
    milliseconds(`${e}.created_at`),
  );

/** The hash that a seal must have, out of a row of what it says, `previous`, the hash before it, and `digests`. */
const hashOf = (s: string) => {
  const head = ['tenant_id', 'number', 'last_event_id', 'event_count'].map((it) => `${s}.${it}`);
  return `sha256(coalesce(${s}.previous, '') || ${sha256OfJson(...head, milliseconds(`${s}.sealed_at`))} || ${s}.digests)`;
};

interface After {
  readonly after: Id<'tenant'> | null;
  readonly most: number;
}

/**
 * Tenants with events of before an instant that are not sealed, in the order of their ids. Two looks at an index for
 * each tenant: from one tenant in the audit log to the next, and from its last seal on.
 */
export async function findUnsealed(
  db: Database,
  before: Date,
  { after, most }: After,
): Promise<Id<'tenant'>[]> {
  const next = (id: Prisma.Sql) =>
    Prisma.sql`(SELECT tenant_id FROM audit_events WHERE tenant_id > ${id} ORDER BY tenant_id LIMIT 1)`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE tenant AS (
      SELECT ${next(Prisma.sql`${after ? uuidOf(after) : nil}::uuid`)} AS id
      UNION ALL SELECT ${next(Prisma.sql`tenant.id`)} FROM tenant WHERE tenant.id IS NOT NULL
    )
    SELECT tenant.id FROM tenant
    LEFT JOIN LATERAL (
      SELECT last_event_id FROM audit_seals s WHERE s.tenant_id = tenant.id ORDER BY number DESC LIMIT 1
    ) sealed ON true
    WHERE (
      SELECT e.id FROM audit_events e
      WHERE e.tenant_id = tenant.id AND e.id > coalesce(sealed.last_event_id, ${nil}::uuid) ORDER BY e.id LIMIT 1
    ) < ${uuidAt(before.getTime())}::uuid
    LIMIT ${most}`;
  return rows.map(({ id }) => idOf('tenant', id));
}

interface Sealing {
  readonly tenantId: Id<'tenant'>;
  /** Events of this instant and later ones are left. */
  readonly before: Date;
  readonly at: Date;
  readonly most: number;
}

/**
 * Seals a tenant's next events, `most` at most. Null if there are none, or if another process has sealed them
 * meanwhile: both would give the seal one number, and only one can.
 */
export async function seal(db: Database, { tenantId, before, at, most }: Sealing): Promise<Seal | null> {
  const tenant = Prisma.sql`${uuidOf(tenantId)}::uuid`;
  const [sealed] = await db.$queryRaw<Omit<Seal, 'tenantId'>[]>`
    WITH last AS (
      SELECT number, last_event_id, hash FROM audit_seals WHERE tenant_id = ${tenant} ORDER BY number DESC LIMIT 1
    ), event AS (
      SELECT e.id, ${Prisma.raw(digestOf('e'))} AS digest FROM audit_events e
      WHERE e.tenant_id = ${tenant} AND e.id > coalesce((SELECT last_event_id FROM last), ${nil}::uuid)
        AND e.id < ${uuidAt(before.getTime())}::uuid
      ORDER BY e.id LIMIT ${most}
    ), seal AS (
      SELECT ${tenant} AS tenant_id, coalesce((SELECT number FROM last), 0) + 1 AS number,
        (SELECT id FROM event ORDER BY id DESC LIMIT 1) AS last_event_id, count(*)::int AS event_count,
        ${at}::timestamptz AS sealed_at, (SELECT hash FROM last) AS previous, string_agg(digest, '' ORDER BY id) AS digests
      FROM event HAVING count(*) > 0
    )
    INSERT INTO audit_seals (tenant_id, number, last_event_id, event_count, hash, sealed_at)
    SELECT tenant_id, number, last_event_id, event_count, ${Prisma.raw(hashOf('seal'))}, sealed_at FROM seal
    ON CONFLICT DO NOTHING
    RETURNING number, event_count AS "eventCount", encode(hash, 'hex') AS hash`;
  return sealed ? { tenantId, ...sealed } : null;
}

/**
 * The seals that are not what follows from the seal before each and from the events as they are now, as rows of
 * `tenant_id`, `number`, `previous_event_id`, `last_event_id`, `event_count`, and `found`, how many events there are. Each is compared
 * with the stored hash of the one before, so that what was changed in one place differs in one place.
 */
export const brokenSeals = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT tenant_id, number, previous_event_id, last_event_id, event_count, found FROM (
    SELECT kept.*, recounted.found, recounted.digests FROM (
      SELECT s.*, lag(s.number, 1, 0) OVER chain AS previous_number, lag(s.last_event_id) OVER chain AS previous_event_id,
        lag(s.hash) OVER chain AS previous
      FROM audit_seals s WHERE ${where} WINDOW chain AS (PARTITION BY s.tenant_id ORDER BY s.number)
    ) kept CROSS JOIN LATERAL (
      SELECT count(*)::int AS found, coalesce(string_agg(digest, '' ORDER BY id), '') AS digests FROM (
        SELECT e.id, ${Prisma.raw(digestOf('e'))} AS digest FROM audit_events e
        WHERE e.tenant_id = kept.tenant_id AND e.id > coalesce(kept.previous_event_id, ${nil}::uuid) AND e.id <= kept.last_event_id
      ) event
    ) recounted
  ) seal
  WHERE number <> previous_number + 1 OR hash <> ${Prisma.raw(hashOf('seal'))}`;
