import { uuidOf } from '../../src/lib/id.js';
import type { Scope } from '../../src/platform/scope.js';

/** What the tenant's audit log says, oldest first: each entry's action and why it was done. */
export async function auditedBy({ db, tenantId }: Scope, targetId?: string) {
  const events = await db.auditEvent.findMany({
    where: { tenantId: uuidOf(tenantId), ...(targetId !== undefined && { targetId }) },
    orderBy: { id: 'asc' },
  });
  return events.map(({ action, reason, before, after, actorKind, actorId }) => ({
    action,
    reason,
    before,
    after,
    actor: { kind: actorKind, id: actorId },
  }));
}

/** What other systems are told of the tenant, oldest first. What an event says is in the audit event with its id. */
export async function announcedBy({ db, tenantId }: Scope, targetId?: string) {
  const where = { tenantId: uuidOf(tenantId), ...(targetId !== undefined && { targetId }) };
  const events = await db.outboxEvent.findMany({ where, orderBy: { id: 'asc' } });
  const said = new Map((await db.auditEvent.findMany({ where })).map((event) => [event.id, event]));
  return events.map(({ id, type }) => {
    const { before, after } = said.get(id)!;
    return { type, payload: { before, after } };
  });
}
