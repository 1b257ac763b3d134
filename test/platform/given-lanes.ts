import type { Database } from '../../src/platform/database.js';
import { createLanes, type Place } from '../../src/platform/lane.js';
import type { LaneOptions } from '../../src/platform/lane/scheduler.js';

/** A database is only a name here: lanes never look into it. */
export const database = () => ({}) as Database;

export const gone = new Error('the database is gone');
export const taken = new Error('somebody else holds its row');

/** Lets all promises that can go on do so. */
const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** Lanes whose batches are under way until they are let go, in any order. */
export function givenLanes({
  batchMax = 256,
  atOnceMax = 6,
  waitingMax = 5_000,
  waitingMaxForKey = 4_000,
  waitingMaxInAll = 20_000,
  soon = (start) => start(),
  beside,
}: Partial<
  Pick<
    LaneOptions<string, string>,
    'batchMax' | 'atOnceMax' | 'waitingMax' | 'waitingMaxForKey' | 'waitingMaxInAll' | 'soon' | 'beside'
  >
> = {}) {
  const batches: string[][] = [];
  const alone: string[] = [];
  const sizes: number[] = [];
  const underWay = new Map<string, { finish: () => void; fail: (error: Error) => void }>();
  /** What requests fail with by themselves. */
  const bad = new Map<string, Error>();
  /** Which of them hang when they are tried by themselves, until they are let go. */
  const hanging = new Set<string>();
  const hang = (name: string, answer: () => string[]) =>
    new Promise<string[]>((resolve, reject) => {
      underWay.set(name, { finish: () => resolve(answer()), fail: reject });
    });
  const submit = createLanes<string, string>({
    name: 'given',
    run: (batch) => {
      batches.push(batch);
      return hang(batch[0]!, () => batch.map((request) => `${request}!`));
    },
    runAlone: async (request, batchError) => {
      alone.push(`${request} after ${(batchError as Error).message}`);
      if (hanging.has(request)) await hang(request, () => []);
      if (bad.has(request)) throw bad.get(request)!;
      return `${request} alone!`;
    },
    isEverybodys: (error) => error === gone || (error as Error).cause === gone,
    isOfItsKeys: (error) => error === taken || (error as Error).cause === taken,
    batchMax,
    atOnceMax,
    atOncePerTenant: 2,
    waitingMax,
    waitingMaxForKey,
    waitingMaxInAll,
    ...(beside && { beside }),
    soon,
    onBatch: (size) => void sizes.push(size),
  });
  const place: Place = { db: database(), tenantId: 'acme', keys: ['SUMMER'] };
  const send = (request: string, at: Partial<Place> = {}) => submit({ ...place, ...at }, request);
  /** The requests' names begin with their keys: `ab1` wants A and B. */
  const sendFor = (...requests: string[]) =>
    requests.map((request) => send(request, { keys: [...request.replace(/\d+$/, '').toUpperCase()] }));
  const letGo = (first: string) => {
    const batch = underWay.get(first)!;
    underWay.delete(first);
    return batch;
  };
  /** The batch, or the leftover, that begins with the request. */
  const finish = async (first: string) => {
    letGo(first).finish();
    await settled();
  };
  const fail = async (first: string, error: Error) => {
    letGo(first).fail(error);
    await settled();
  };
  return { batches, alone, sizes, bad, hanging, send, sendFor, finish, fail, underWay };
}

export const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);
