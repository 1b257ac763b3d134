import type { AuditEvent as Row } from '../generated/prisma/client.js';
import { idOf, uuidOf, uuidOfAny } from '../lib/id.js';
import { jsonOf, type JsonObject } from '../lib/json.js';
import { keyset, pageOf, type Order, type Page, type PageArguments } from '../lib/page.js';
import { jsonOrNull } from '../platform/database.js';
import type { Scope } from '../platform/scope.js';
import type { AuditEvent, AuditEventFilter, Change } from './core.js';

const newestFirst: Order = { by: 'id', tie: 'id', direction: 'desc' };

/** Writes an audit event and an outgoing event for each change: two statements, however many there are. */
export async function append(scope: Scope, changes: readonly Change[]): Promise<void> {
  const events = changes.map(({ action, targetId, before, after }) => ({
    id: uuidOf(scope.newId('event')),
    action,
    targetId,
    before: before && jsonOf(before),
    after: after && jsonOf(after),
  }));
  const common = { tenantId: uuidOf(scope.tenantId), requestId: scope.requestId, createdAt: scope.now() };
  await scope.db.auditEvent.createMany({
    data: events.map(({ before, after, ...event }) => ({
      ...common,
      ...event,
      actorKind: scope.actor.kind,
      actorId: scope.actor.id,
      reason: scope.reason,
      before: jsonOrNull(before),
      after: jsonOrNull(after),
    })),
  });
  await scope.db.outboxEvent.createMany({
    data: events.map(({ id, action, targetId, before, after }) => ({
      ...common,
      id,
      type: action,
      targetId,
      payload: { before, after },
    })),
  });
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

export async function list(scope: Scope, filter: AuditEventFilter, page: PageArguments): Promise<Page<AuditEvent>> {
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
