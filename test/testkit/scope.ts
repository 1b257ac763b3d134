import { createHash, randomBytes } from 'node:crypto';
import { idOf, type Id } from '../../src/lib/id.js';
import type { JsonObject } from '../../src/lib/json.js';
import type { Database } from '../../src/platform/database.js';
import { rightsOf, type EnqueueOptions, type Right, type Scope } from '../../src/platform/scope.js';
import { createVault } from '../../src/platform/vault.js';

/** A clock that stands still until it is set. */
export interface TestClock {
  readonly now: () => Date;
  set(instant: Date | string): void;
  forward(milliseconds: number): void;
}

export function testClock(start: Date | string = '2026-03-02T12:00:00.000Z'): TestClock {
  let instant = new Date(start);
  return {
    now: () => new Date(instant),
    set: (next) => void (instant = new Date(next)),
    forward: (milliseconds) => void (instant = new Date(instant.getTime() + milliseconds)),
  };
}

/** Ids that sort by the clock and then by the order in which they were made, also while the clock stands still. */
export function testIds(now: () => Date): Scope['newId'] {
  let made = 0;
  return (prefix) => {
    const time = now().getTime().toString(16).padStart(12, '0');
    const order = (made++).toString(16).padStart(12, '0');
    const chance = randomBytes(4).toString('hex').slice(0, 6);
    // Version 7 and variant 10, as RFC 9562 wants them.
    const hex = `${time}7${order.slice(0, 3)}8${order.slice(3)}${chance}`;
    return idOf(prefix, hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  };
}

/** The id of a tenant, always the same for the same name. Nothing demands that the tenant itself is there. */
export function tenantNamed(name: string): Id<'tenant'> {
  const hex = createHash('sha256').update(name).digest('hex');
  return idOf(
    'tenant',
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  );
}

export interface QueuedJob {
  readonly queueName: string;
  readonly data: JsonObject;
  readonly options: EnqueueOptions;
}

export interface TestScope extends Scope {
  readonly clock: TestClock;
  /** How often a mutation was answered from memory. */
  readonly replays: { count: number };
  /** What was put in the queue by transactions that have committed. Nobody does it. */
  readonly queued: readonly QueuedJob[];
}

interface Given {
  readonly db: Database;
  readonly tenantId?: Id<'tenant'>;
  readonly now?: Date | string;
  readonly rights?: readonly Right[];
  readonly actor?: Scope['actor'];
  /** The clock of another scope, to be set together. */
  readonly clock?: TestClock;
}

/** A scope to act in: an ADMIN key of one tenant, at noon of a Monday, unless said otherwise. */
export function testScope({ db, tenantId, now, rights, actor, clock = testClock(now) }: Given): TestScope {
  const replays = { count: 0 };
  const queued: QueuedJob[] = [];
  return {
    clock,
    replays,
    queued,
    tenantId: tenantId ?? tenantNamed('Acme'),
    actor: actor ?? { kind: 'API_KEY', id: 'key_01kjq6psg0e008000000000001' },
    rights: rightsOf(rights ?? ['ADMIN']),
    now: clock.now,
    newId: testIds(clock.now),
    randomBytes,
    vault: createVault('the secret of a test'),
    queue: {
      enqueue: async (scope, queueName, data, options = {}) =>
        scope.afterCommit(() => queued.push({ queueName, data, options })),
    },
    allowPrivateTargets: false,
    requestId: 'request-1',
    idempotencyKey: null,
    reason: null,
    db,
    onReplay: () => void replays.count++,
    afterCommit: (work) => work(),
  };
}
