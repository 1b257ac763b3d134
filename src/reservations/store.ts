import { Prisma, type Reservation as Row } from '../generated/prisma/client.js';
import { isSameReference, type ReferenceTo } from '../evaluation/facts.js';
import { idOf, uuidOf, uuidOfAny, type Id } from '../lib/id.js';
import { write } from '../platform/database.js';
import { andCommit } from '../platform/database-connection.js';
import type { Scope } from '../platform/scope.js';
import { decodeAnswer, encodeAnswer } from '../platform/idempotency.js';
import type { Reservation, ReservationStatus } from './core.js';
import type { RefusedCode, Reserved } from './errors.js';

const read = (row: Row): Reservation => ({
  id: idOf('reservation', row.id),
  status: row.status as ReservationStatus,
  reference: { type: row.referenceType, id: row.referenceId },
  expiresAt: row.expiresAt,
  requestHash: Buffer.from(row.requestHash).toString('hex'),
  createdAt: row.createdAt,
  endedAt: row.endedAt,
});

/** Parts of a `WITH` that write audit and outgoing events, and what repeats are answered with: see audit/store.ts. */
interface Beside {
  readonly announcement: Prisma.Sql;
  readonly memory: Prisma.Sql;
}

export async function insert(
  scope: Scope,
  made: readonly Reserved[],
  { announcement, memory }: Beside,
): Promise<void> {
  const rows = made.map(({ reservation, refusals }) => ({
    id: uuidOf(reservation.id),
    status: reservation.status,
    reference_type: reservation.reference.type,
    reference_id: reservation.reference.id,
    expires_at: reservation.expiresAt,
    request_hash: reservation.requestHash,
    refusals: refusals.length > 0 ? encodeAnswer(refusals) : null,
    created_at: reservation.createdAt,
  }));
  await write(scope.db)`WITH ${announcement}, ${memory}
    INSERT INTO reservations
      (tenant_id, id, status, reference_type, reference_id, expires_at, request_hash, refusals, created_at)
    SELECT ${uuidOf(scope.tenantId)}::uuid, id, status, reference_type, reference_id, expires_at,
      decode(request_hash, 'hex'), refusals, created_at
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS made (id uuid, status text, reference_type text,
      reference_id text, expires_at timestamptz, request_hash text, refusals jsonb, created_at timestamptz)`;
}

/** What reservations were refused when they were made. */
export async function findRefusals(
  scope: Scope,
  ids: readonly Reservation['id'][],
): Promise<Map<Reservation['id'], readonly RefusedCode[]>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.db.reservation.findMany({
    where: { tenantId: uuidOf(scope.tenantId), id: { in: ids.map(uuidOf) } },
    select: { id: true, refusals: true },
  });
  return new Map(
    rows.map(({ id, refusals }) => [
      idOf('reservation', id),
      refusals === null ? [] : decodeAnswer<RefusedCode[]>(refusals),
    ]),
  );
}

/** With COMMIT if it is the last statement of its transaction. */
export async function saveEnds(
  scope: Scope,
  reservations: readonly Reservation[],
  { announcement, memory }: Beside,
  isLast: boolean,
): Promise<void> {
  const rows = reservations.map(({ id, status, endedAt }) => ({ id: uuidOf(id), status, ended_at: endedAt }));
  await write(scope.db)`${isLast ? andCommit : Prisma.empty} WITH ${announcement}, ${memory}
    UPDATE reservations SET status = ended.status, ended_at = ended.ended_at
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS ended (id uuid, status text, ended_at timestamptz)
    WHERE reservations.tenant_id = ${uuidOf(scope.tenantId)}::uuid AND reservations.id = ended.id`;
}

export async function find(scope: Scope, id: string): Promise<Reservation | null> {
  const uuid = uuidOfAny('reservation', id);
  if (!uuid) return null;
  const row = await scope.db.reservation.findUnique({
    where: { tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } },
  });
  return row && read(row);
}

export async function findMany(scope: Scope, ids: readonly Reservation['id'][]): Promise<Reservation[]> {
  if (ids.length === 0) return [];
  const rows = await scope.db.reservation.findMany({
    where: { tenantId: uuidOf(scope.tenantId), id: { in: ids.map(uuidOf) } },
  });
  return rows.map(read);
}

/** For each checkout the reservation that it has, over or not, or else the last that it has confirmed. */
export async function findLatest(scope: Scope, references: readonly ReferenceTo[]): Promise<Reservation[]> {
  if (references.length === 0) return [];
  const rows = await scope.db.reservation.findMany({
    where: {
      tenantId: uuidOf(scope.tenantId),
      referenceId: { in: references.map(({ id }) => id) },
      status: { in: ['ACTIVE', 'CONFIRMED'] },
    },
    // The one that it has comes first: ids of several processes need not follow the order in which they were made.
    orderBy: [{ status: 'asc' }, { id: 'desc' }],
  });
  const found = rows.map(read);
  return references.flatMap(
    (wanted) => found.find(({ reference }) => isSameReference(reference, wanted)) ?? [],
  );
}

/** A reservation that is over and still holds what it held, of whichever tenant. */
export interface Overdue {
  readonly tenantId: Id<'tenant'>;
  readonly id: Reservation['id'];
  readonly expiresAt: Date;
}

/**
 * What is overdue next, of any tenant: the one question that no tenant asks. The status is written out, and not a
 * parameter, so that also a plan for any parameters finds the index `reservations_due`.
 */
export async function findOverdue(
  db: Scope['db'],
  now: Date,
  { after, most }: { readonly after: Overdue | null; readonly most: number },
): Promise<Overdue[]> {
  const rows = await db.$queryRaw<{ tenantId: string; id: string; expiresAt: Date }[]>`
    SELECT tenant_id AS "tenantId", id, expires_at AS "expiresAt" FROM reservations
    WHERE status = 'ACTIVE' AND expires_at <= ${now}::timestamptz AND expires_at >= ${after?.expiresAt ?? epoch}::timestamptz
      AND (expires_at, id) > (${after?.expiresAt ?? epoch}::timestamptz, ${after ? uuidOf(after.id) : nil}::uuid)
    ORDER BY expires_at, id LIMIT ${most}`;
  return rows.map(({ tenantId, id, expiresAt }) => ({
    tenantId: idOf('tenant', tenantId),
    id: idOf('reservation', id),
    expiresAt,
  }));
}

const epoch = new Date(0);
const nil = '00000000-0000-0000-0000-000000000000';
