import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';

/** What was done to an object, as the action that did it tells it. */
export interface Change {
  /** The object's type and what happened, such as `coupon.revoked`. Also the type of the outgoing event. */
  readonly action: string;
  readonly targetId: Id;
  /** Null when the object was made. */
  readonly before: object | null;
  /** Null when the object was deleted for good. */
  readonly after: object | null;
}

export interface AuditEvent {
  readonly id: Id<'event'>;
  readonly actor: { readonly kind: 'API_KEY' | 'USER' | 'FAN' | 'SYSTEM'; readonly id: string };
  readonly action: string;
  readonly targetId: string;
  readonly reason: string | null;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  readonly requestId: string;
  readonly createdAt: Date;
}

export interface AuditEventFilter {
  readonly actorId?: string | null | undefined;
  readonly action?: string | null | undefined;
  readonly targetId?: string | null | undefined;
  readonly from?: Date | null | undefined;
  readonly until?: Date | null | undefined;
}
