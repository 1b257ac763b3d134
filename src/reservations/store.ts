import type { Reservation as Row } from '../generated/prisma/client.js';
import type { ReferenceTo } from '../evaluation/facts.js';
import { idOf, uuidOf, uuidOfAny, type Id } from '../lib/id.js';
import type { Scope } from '../platform/scope.js';
import type { Reservation, ReservationStatus } from './core.js';

const read = (row: Row): Reservation => ({
  id: idOf('reservation', row.id),
  status: row.status as ReservationStatus,
  reference: { type: row.referenceType, id: row.referenceId },
  expiresAt: row.expiresAt,
  requestHash: Buffer.from(row.requestHash).toString('hex'),
  createdAt: row.createdAt,
  endedAt: row.endedAt,
});

export async function insert(scope: Scope, reservation: Reservation): Promise<void> {
  const { reference, requestHash, ...same } = reservation;
  await scope.db.reservation.create({
    data: {
      ...same,
      tenantId: uuidOf(scope.tenantId),
      id: uuidOf(reservation.id),
      referenceType: reference.type,
      referenceId: reference.id,
      requestHash: Buffer.from(requestHash, 'hex'),
    },
  });
}

export async function saveEnd(scope: Scope, { id, status, endedAt }: Reservation): Promise<void> {
  await scope.db.reservation.update({
    where: { tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuidOf(id) } },
    data: { status, endedAt },
  });
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
  const rows = await scope.db.reservation.findMany({
    where: { tenantId: uuidOf(scope.tenantId), id: { in: ids.map(uuidOf) } },
  });
  return rows.map(read);
}

/** The reservation that a checkout has, over or not, or else the last that it has confirmed. */
export async function findLatest(scope: Scope, { type, id }: ReferenceTo): Promise<Reservation | null> {
  const row = await scope.db.reservation.findFirst({
    where: {
      tenantId: uuidOf(scope.tenantId),
      referenceType: type,
      referenceId: id,
      status: { in: ['ACTIVE', 'CONFIRMED'] },
    },
    // The one that it has comes first: ids of several processes need not follow the order in which they were made.
    orderBy: [{ status: 'asc' }, { id: 'desc' }],
  });
  return row && read(row);
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
