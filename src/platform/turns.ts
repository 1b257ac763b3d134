import { createBoundedMap } from '../lib/bounded-map.js';
import { waitedTooLong, wasNotBegun } from './database-errors.js';
import { createLanes, type Place } from './lane.js';

/** What has a transaction of its own, and waits for its turn. */
interface Turn {
  readonly place: Place;
  /** The later it came, the higher. */
  readonly number: number;
  readonly act: () => Promise<void>;
}

/** What somebody met in their turn, and who had come when that began: they have waited for as long. */
interface Met {
  readonly error: unknown;
  readonly lastNumber: number;
}

let lastNumber = 0;
const heldKeys = createBoundedMap<string, Met>(1_000);
const busyDatabases = new WeakMap<Place['db'], Met>();

/** Each goes by itself: it is no faster for having company, and tenants take turns after each. */
const submit = createLanes<Turn, Met | null>({
  name: 'change',
  run: async ([turn]) => [await take(turn!)],
  // A turn throws nothing.
  runAlone: take,
  isEverybodys: () => false,
  batchMax: 1,
  atOnceMax: 4,
  atOncePerTenant: 2,
  waitingMax: 5_000,
  waitingMaxForKey: 4_000,
  waitingMaxInAll: 20_000,
});

/**
 * Carries out what has a transaction of its own: of one tenant's that want the same key one after the other, and of a
 * tenant and of all together no more than leave connections to the others. Of too many that wait the last are refused, by
 * a throw of `Overloaded`.
 */
export async function inTurn<T>({ db, tenantId, keys }: Place, act: () => Promise<T>): Promise<T> {
  const answers: T[] = [];
  const keep = async () => void answers.push(await act());
  const place = { db, tenantId, keys };
  const met = await submit(place, { place, number: ++lastNumber, act: keep });
  if (met) throw met.error;
  return answers[0]!;
}

/** A row that is held, or a connection that is not free, is waited for once, and not by each of those who wait already. */
async function take({ place: { db, tenantId, keys }, number, act }: Turn): Promise<Met | null> {
  const name = JSON.stringify([tenantId, ...keys]);
  const before = [busyDatabases.get(db), heldKeys.get(name)].find((met) => met && met.lastNumber >= number);
  if (before) return before;
  const cameBefore = lastNumber;
  try {
    await act();
    return null;
  } catch (error) {
    const met = { error, lastNumber: cameBefore };
    if (wasNotBegun(error)) busyDatabases.set(db, met);
    else if (waitedTooLong(error) && keys.length > 0) heldKeys.set(name, met);
    return met;
  }
}
