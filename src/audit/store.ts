import { Prisma, type AuditEvent as Row } from '../generated/prisma/client.js';
import { idOf, uuidOf, uuidOfAny } from '../lib/id.js';
import { jsonText, type JsonObject } from '../lib/json.js';
import { keyset, pageOf, type Order, type Page, type PageArguments } from '../lib/page.js';
import { write } from '../platform/database.js';
import type { Scope } from '../platform/scope.js';
import type { AuditEvent, AuditEventFilter, Change } from './core.js';

const newestFirst: Order = { by: 'id', tie: 'id', direction: 'desc' };

/** A change, and on whose behalf it was made. */
export interface Entry {
  readonly by: Scope;
  readonly change: Change;
}

/**
 * An audit event and an outgoing event for each change, as parts of a `WITH` that are the same text for any number:
 * what writes the changes can write their events in the very statement.
 */
export function appending(scope: Scope, entries: readonly Entry[]): Prisma.Sql {
  const events = entries.map(({ by, change: { action, targetId, before, after } }) => ({
    id: uuidOf(scope.newId('event')),
    actor_kind: by.actor.kind,
    actor_id: by.actor.id,
    action,
    target_id: targetId,
    reason: by.reason,
    before,
    after,
    request_id: by.requestId,
  }));
  const tenantId = uuidOf(scope.tenantId);
  const createdAt = scope.now();
  return Prisma.sql`
    event AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${jsonText(events)}::json) AS event (
        id uuid, actor_kind text, actor_id text, action text, target_id text, reason text, before jsonb, after jsonb,
        request_id text)
    ), audited AS (
      INSERT INTO audit_events
        (tenant_id, id, actor_kind, actor_id, action, target_id, reason, before, after, request_id, created_at)
      SELECT ${tenantId}::uuid, id, actor_kind, actor_id, action, target_id, reason, before, after, request_id,
        ${createdAt}::timestamptz
      FROM event
    ), told AS (
      INSERT INTO outbox_events (tenant_id, id, type, target_id, request_id, created_at)
      SELECT ${tenantId}::uuid, id, action, target_id, request_id, ${createdAt}::timestamptz
      FROM event
    )`;
}

export async function append(scope: Scope, entries: readonly Entry[]): Promise<void> {
  await write(scope.db)`WITH ${appending(scope, entries)} SELECT 1`;
}

const read = (row: Row): AuditEvent => ({
  id: idOf('event', row.id),
  actor: { kind: row.actorKind as AuditEvent['actor']['kind'], id: row.actorId },
  action: row.action,
  targetId: row.targetId,
  reason: row.reason,
  before: row.before as JsonObject | null,
  after: row.after as JsonObject | null,
  requestId: row.requestId,
  createdAt: row.createdAt,
});

export async function list(
  scope: Scope,
  filter: AuditEventFilter,
  page: PageArguments,
): Promise<Page<AuditEvent>> {
  const { where, ...rest } = keyset(page, newestFirst);
  const rows = await scope.db.auditEvent.findMany({
    where: {
      ...where,
      tenantId: uuidOf(scope.tenantId),
      ...(filter.actorId != null && { actorId: filter.actorId }),
      ...(filter.action != null && { action: filter.action }),
      ...(filter.targetId != null && { targetId: filter.targetId }),
      createdAt: { ...(filter.from && { gte: filter.from }), ...(filter.until && { lt: filter.until }) },
    },
    ...rest,
  });
  return pageOf(rows, page, newestFirst, read);
}

export async function find(scope: Scope, id: string): Promise<AuditEvent | null> {
  const uuid = uuidOfAny('event', id);
  if (!uuid) return null;
  const row = await scope.db.auditEvent.findUnique({
    where: { tenantId_id: { tenantId: uuidOf(scope.tenantId), id: uuid } },
  });
  return row && read(row);
}
