import { poolSizeOf, type Database } from './database.js';
import { createRoom, type Room, type RoomOptions } from './lane/room.js';
import { createScheduler, type LaneOptions, type LaneState } from './lane/scheduler.js';

export { Overloaded } from './lane/overloaded.js';

/** Whose a request is, and what it wants for itself while it is carried out. */
export interface Place {
  readonly db: Database;
  readonly tenantId: string;
  readonly keys: readonly string[];
}

/**
 * Whatever a tenant asks for, some connections are left to the others; and whatever all ask for, two to reading, where there
 * are enough. A server that has two connections gives no tenant both.
 */
function placesOf(connections: number): RoomOptions {
  const inAll = Math.min(8, Math.max(connections - 2, Math.min(connections, 2)));
  return { inAll, perTenant: Math.max(1, Math.min(inAll - 1, Math.ceil((inAll * 5) / 8))) };
}

const rooms = new WeakMap<Database, Room>();

function roomOf(db: Database): Room {
  const room = rooms.get(db) ?? createRoom(placesOf(poolSizeOf(db) ?? 10));
  rooms.set(db, room);
  return room;
}

/** Who wants to know how the lanes of a database do. */
export interface LaneWatcher {
  /** Told of each batch that is begun, of how many requests it is. */
  readonly onBatch: (lane: string, size: number) => void;
}

const watchers = new WeakMap<Database, LaneWatcher>();
const states = new WeakMap<Database, Map<string, () => LaneState>>();

/** Has somebody told of the batches of a database's lanes. */
export const watchLanes = (db: Database, watcher: LaneWatcher): void => void watchers.set(db, watcher);

/** What waits and is under way at this moment in those lanes of a database that were used. */
export const lanesOf = (db: Database): (LaneState & { readonly lane: string })[] =>
  [...(states.get(db) ?? [])].map(([lane, state]) => ({ lane, ...state() }));

/**
 * Group commit without a timer: what finds nothing under way runs at once, with what has arrived by then; what comes while
 * others are under way is gathered, and goes together. So nothing waits for company, and a row that many want is locked once for
 * all of them. A batch is of one tenant; no two that are under way at once want the same key.
 * Nothing that is carried out in a lane may wait for another lane: all lanes of a database share its connections.
 */
export function createLanes<Request, Answer>({
  name,
  ...options
}: LaneOptions<Request, Answer> & {
  /** As metrics call it; no two have the same. */
  readonly name: string;
}) {
  const schedulers = new WeakMap<Database, ReturnType<typeof createScheduler<Request, Answer>>>();

  function openFor(db: Database) {
    const onBatch = (size: number) => {
      options.onBatch?.(size);
      watchers.get(db)?.onBatch(name, size);
    };
    const scheduler = createScheduler({ ...options, onBatch }, roomOf(db));
    schedulers.set(db, scheduler);
    states.set(db, (states.get(db) ?? new Map<string, () => LaneState>()).set(name, scheduler.state));
    return scheduler;
  }

  return function submit({ db, tenantId, keys }: Place, request: Request): Promise<Answer> {
    return (schedulers.get(db) ?? openFor(db)).submit(tenantId, keys, request);
  };
}
