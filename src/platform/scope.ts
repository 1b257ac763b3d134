import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import type { Database } from './database.js';

export type Right = 'READ' | 'VALIDATE' | 'REDEEM' | 'EXPLAIN' | 'ENROLL' | 'MANAGE' | 'ADMIN';

export type ActorKind = 'API_KEY' | 'USER' | 'FAN' | 'SYSTEM';

/** Who acts: a key by its id, a user by the subject of their token, a fan by their id. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string;
}

/**
 * On whose behalf something is done, and with what: the first argument of every action and store. Clock, randomness
 * and ids come with it, so that a test can hand in its own.
 */
export interface Scope {
  readonly tenantId: Id<'tenant'>;
  readonly actor: Actor;
  readonly rights: ReadonlySet<Right>;
  /** The instant at which it is asked for. */
  readonly now: () => Date;
  readonly newId: <Prefix extends string>(prefix: Prefix) => Id<Prefix>;
  readonly randomBytes: (size: number) => Buffer;
  /** Seals and derives with the server's own secret. */
  readonly vault: Vault;
  /** Takes in what is to be done after commit, by whichever process comes to it. */
  readonly queue: Enqueuer;
  /** Whether addresses inside a private network may be sent to. For development, and for receivers next door. */
  readonly allowPrivateTargets: boolean;
  readonly requestId: string;
  /** The HTTP header `Idempotency-Key`, for inputs that bear no key of their own. */
  readonly idempotencyKey: string | null;
  /** Why, as the caller gave it; set from the input of the mutation under way. */
  readonly reason: string | null;
  /** The connection; inside `inTransaction` it is the transaction. */
  readonly db: Database;
  /** Told when a mutation is answered from memory. */
  readonly onReplay: () => void;
  /** Carried out after commit, and never when the transaction is rolled back. */
  readonly afterCommit: (work: () => void) => void;
}

export interface Vault {
  seal(plain: string): Buffer;
  open(sealed: Uint8Array): string;
  /** 256 bits that only holders of the server's secret can compute, as base64url. */
  derive(purpose: string): string;
}

export interface Enqueuer {
  /** Puts a job in the queue, in the transaction under way: it is there exactly if the transaction commits. */
  enqueue(scope: Scope, queueName: string, data: JsonObject, options?: EnqueueOptions): Promise<void>;
}

export interface EnqueueOptions {
  /** Not before so much time has passed; at once if left out. */
  readonly delayMs?: number;
  /** Among what is due, the higher goes first; 0 if left out. */
  readonly priority?: number;
}

/** ADMIN may do everything; others include what their names say. */
const included: Record<Right, readonly Right[]> = {
  READ: ['READ', 'EXPLAIN'],
  VALIDATE: ['VALIDATE'],
  REDEEM: ['REDEEM', 'VALIDATE'],
  EXPLAIN: ['EXPLAIN'],
  ENROLL: ['ENROLL'],
  MANAGE: ['MANAGE', 'READ', 'EXPLAIN'],
  ADMIN: ['ADMIN', 'MANAGE', 'REDEEM', 'VALIDATE', 'ENROLL', 'READ', 'EXPLAIN'],
};

export const allRights = Object.keys(included) as Right[];

export const rightsOf = (granted: readonly Right[]): ReadonlySet<Right> =>
  new Set(granted.flatMap((right) => included[right]));
