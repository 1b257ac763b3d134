import type { Database } from './database.js';
import { createRoom, type Room } from './lane/room.js';
import { createScheduler, type LaneOptions } from './lane/scheduler.js';

export { Overloaded } from './lane/overloaded.js';

/** Whose a request is, and what it wants for itself while it is carried out. */
export interface Place {
  readonly db: Database;
  readonly tenantId: string;
  readonly keys: readonly string[];
}

/** Whatever a tenant asks for, some connections are left to the others; and whatever all ask for, some to reading. */
const roomOptions = { inAll: 8, perTenant: 5 };
const rooms = new WeakMap<Database, Room>();

function roomOf(db: Database): Room {
  const room = rooms.get(db) ?? createRoom(roomOptions);
  rooms.set(db, room);
  return room;
}

/**
 * Group commit without a timer: what finds nothing under way runs at once, with what has arrived by then; what comes while
 * others are under way is gathered, and goes together. So nothing waits for company, and a row that many want is locked once for
 * all of them. A batch is of one tenant; no two that are under way at once want the same key.
 * Nothing that is carried out in a lane may wait for another lane: all lanes of a database share its connections.
 */
export function createLanes<Request, Answer>(options: LaneOptions<Request, Answer>) {
  const schedulers = new WeakMap<Database, ReturnType<typeof createScheduler<Request, Answer>>>();

  return function submit({ db, tenantId, keys }: Place, request: Request): Promise<Answer> {
    const scheduler = schedulers.get(db) ?? createScheduler(options, roomOf(db));
    schedulers.set(db, scheduler);
    return scheduler.submit(tenantId, keys, request);
  };
}
