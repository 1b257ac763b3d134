import type { Database } from './database.js';

/** Puts a request into the next batch; answers once that is committed. */
type Lane<Request, Answer> = (request: Request) => Promise<Answer>;

export class Overloaded extends Error {}

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer | PromiseLike<Answer>) => void;
  readonly reject: (error: unknown) => void;
}

interface LaneOptions<Request, Answer> {
  /** Carries out requests together: an answer for each, in their order. A throw means that none was carried out. */
  readonly run: (batch: Request[]) => Promise<Answer[]>;
  /**
   * Carries out one request by itself, after the batch that it was in has failed with an error; throws that very
   * error if the request must not be tried again.
   */
  readonly runAlone: (request: Request, batchError: unknown) => Promise<Answer>;
  /** Whether an error has nothing to do with the request that met it, and the next one will meet it as well. */
  readonly isEverybodys: (error: unknown) => boolean;
  readonly batchMax: number;
  /** How many may wait. More are refused at once, which is kinder than an answer that comes too late. */
  readonly waitingMax: number;
}

/**
 * Group commit without a timer: an idle lane runs a request at once and by itself; a busy one gathers what arrives
 * meanwhile. So nothing waits longer than the transaction before it, and a hot row is locked once for many uses.
 */
function createLane<Request, Answer>(
  options: LaneOptions<Request, Answer>,
  onIdle: () => void,
): Lane<Request, Answer> {
  const { run, runAlone, isEverybodys, batchMax, waitingMax } = options;
  const waiting: Waiting<Request, Answer>[] = [];
  let isRunning = false;

  async function carryOut(batch: Waiting<Request, Answer>[]): Promise<void> {
    try {
      const answers = await run(batch.map(({ request }) => request));
      batch.forEach(({ resolve }, index) => resolve(answers[index]!));
    } catch (error) {
      // One bad request must not fail its neighbours.
      for (const [index, { request, resolve, reject }] of batch.entries()) {
        try {
          resolve(await runAlone(request, error));
        } catch (ownError) {
          reject(ownError);
          const wasTried = ownError !== error;
          if (!wasTried || !isEverybodys(ownError)) continue;
          // To wait for a database that is gone once for each of them would keep the last of them for many minutes.
          for (const next of batch.slice(index + 1)) next.reject(ownError);
          return;
        }
      }
    }
  }

  async function drain(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) await carryOut(waiting.splice(0, batchMax));
    isRunning = false;
    onIdle();
  }

  return (request) =>
    new Promise<Answer>((resolve, reject) => {
      if (waiting.length >= waitingMax) return reject(new Overloaded('Too many requests are waiting.'));
      waiting.push({ request, resolve, reject });
      if (!isRunning) void drain();
    });
}

/** Which lane a request belongs to: that of its tenant's which its key falls on, on the connection it came with. */
export interface Place {
  readonly db: Database;
  readonly tenantId: string;
  readonly key: string;
}

/** So many transactions of one tenant may be under way at once in a process; more only wait for each other's locks. */
const lanesPerTenant = 4;

/**
 * A tenant's lanes. Requests with the same key share one, so that a flash sale on a single code is a group commit and
 * not a queue of row locks; no batch ever holds two tenants. A lane lives for as long as it has something to do.
 */
export function createLanes<Request, Answer>(options: LaneOptions<Request, Answer>) {
  const lanes = new WeakMap<Database, Map<string, Lane<Request, Answer>>>();

  return function submit({ db, tenantId, key }: Place, request: Request): Promise<Answer> {
    const open = lanes.get(db) ?? new Map<string, Lane<Request, Answer>>();
    lanes.set(db, open);
    const name = `${tenantId} ${hashOf(key) % lanesPerTenant}`;
    const lane = open.get(name) ?? createLane(options, () => open.delete(name));
    open.set(name, lane);
    return lane(request);
  };
}

/** FNV-1a: any hash that spreads keys evenly would do. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
