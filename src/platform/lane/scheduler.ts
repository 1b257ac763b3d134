import { setImmediate as nextTurn } from 'node:timers';
import { setImmediate } from 'node:timers/promises';
import { createFifo, push, shift, sizeOf } from '../../lib/fifo.js';
import { countIn, createRate, type Rate } from '../../lib/rate.js';
import { createLines, type Batch, type Line } from './lines.js';
import { Overloaded } from './overloaded.js';
import type { Room } from './room.js';

export interface LaneOptions<Request, Answer> {
  /** Carries out requests together: an answer for each, in their order. A throw means that none was carried out. */
  readonly run: (batch: Request[]) => Promise<Answer[]>;
  /**
   * Carries out one request by itself, after the batch that it was in has failed with an error; throws that very
   * error if the request must not be tried again.
   */
  readonly runAlone: (request: Request, batchError: unknown) => Promise<Answer>;
  /** Whether an error has nothing to do with the request that met it, and the next one will meet it as well. */
  readonly isEverybodys: (error: unknown) => boolean;
  /** Whether whoever wants the same keys will meet it as well: somebody else has held them for too long. */
  readonly isOfItsKeys?: (error: unknown) => boolean;
  readonly batchMax: number;
  /** Whether only those go together who have the first of their keys in common. */
  readonly isByKey?: boolean;
  /** How many batches may be under way at once; fewer than there are connections, which others need too. */
  readonly atOnceMax: number;
  /** How many of them may be of one tenant. The more, the smaller they are. */
  readonly atOncePerTenant: number;
  /**
   * A transaction costs much more than what it is for, so a few get none beside another of their tenant: they wait until they are as
   * many as `from`, or the other has taken `afterMs`. Keys that many want have transactions of their own, which nobody waits for.
   */
  readonly beside?: { readonly from: number; readonly afterMs: number };
  /** How many of a tenant may wait. More are refused at once, which is kinder than an answer that comes too late. */
  readonly waitingMax: number;
  /** How many of them may wait for one key, so that others of the tenant still can. */
  readonly waitingMaxForKey?: number;
  readonly waitingMaxInAll: number;
  /**
   * When to start what may be started: once all that has arrived at the process by now has been heard, if nothing is said, so
   * that it goes together.
   */
  readonly soon?: (start: () => void) => void;
  /** Told the size of each batch. */
  readonly onBatch?: (size: number) => void;
}

/** How many requests wait, and how many batches are under way. */
export interface LaneState {
  readonly waiting: number;
  readonly underWay: number;
}

interface Job<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  /** What the batch that it was in met, once that has failed. */
  failure: Failure<Job<Request, Answer>> | null;
}

/** A batch's, and what some of it have met since by themselves that others of it need not try to meet. */
interface Failure<Job> {
  readonly error: unknown;
  ofEverybody?: Met;
  readonly ofLines: Map<Line<Job>, Met>;
}

interface Met {
  readonly error: unknown;
}

/** Tells one who waits its answer. */
type Told = () => void;

/**
 * What callers do with their answers takes this process longer than the batch itself did. So few are told at a time, and what
 * the database has said meanwhile is heard in between: it works on the next batch while those of the last are told.
 */
const toldAtOnce = 32;

async function tell(answers: readonly Told[]): Promise<void> {
  for (const [index, one] of answers.entries()) {
    if (index % toldAtOnce === 0) await setImmediate();
    one();
  }
}

/** What is under way and waits for one tenant. It is kept for as long as there is anything. */
interface Lane<Request, Answer> {
  readonly tenantId: string;
  readonly lines: ReturnType<typeof createLines<Job<Request, Answer>>>;
  readonly rate: Rate;
  waiting: number;
  underWay: number;
  /** Of those under way, the ones that a few have to wait for. */
  waitedFor: number;
  isInTurn: boolean;
}

/** Gives the batches of a database to its tenants in turn, and carries them out where there is room. */
export function createScheduler<Request, Answer>(options: LaneOptions<Request, Answer>, room: Room) {
  const {
    run,
    runAlone,
    isEverybodys,
    isOfItsKeys = () => false,
    batchMax,
    soon = nextTurn,
    onBatch,
  } = options;
  const { atOnceMax, atOncePerTenant, beside, waitingMax, waitingMaxInAll } = options;
  const { waitingMaxForKey = waitingMax } = options;
  type Tenant = Lane<Request, Answer>;
  type Together = Batch<Job<Request, Answer>>;

  const lanes = new Map<string, Tenant>();
  /** Those that have something to do and may do it. */
  const turns = createFifo<Tenant>();
  let waiting = 0;
  let underWay = 0;
  let rate = createRate(0);
  /** Whether what may be started is about to be. */
  let isDue = false;

  function submit(tenantId: string, keys: readonly string[], request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const open = lanes.get(tenantId);
      if (open && open.waiting >= waitingMax) throw new Overloaded(open.waiting, open.rate);
      const before = open?.lines.waitingFor(keys) ?? 0;
      if (before >= waitingMaxForKey) throw new Overloaded(before, open!.rate);
      if (waiting >= waitingMaxInAll) throw new Overloaded(waiting, rate);
      const lane = open ?? openLane(tenantId);
      lane.lines.join(keys, { request, resolve, reject, failure: null });
      lane.waiting += 1;
      waiting += 1;
      goOn(lane);
    });
  }

  function openLane(tenantId: string): Tenant {
    const now = performance.now();
    // The rate is that of busy times: when there was nothing to do, little was answered.
    if (lanes.size === 0) rate = createRate(now);
    const lane = {
      tenantId,
      lines: createLines<Job<Request, Answer>>(batchMax, options.isByKey),
      rate: createRate(now),
      waiting: 0,
      underWay: 0,
      waitedFor: 0,
      isInTurn: false,
    };
    lanes.set(tenantId, lane);
    return lane;
  }

  room.onLeave((tenantId) => {
    const lane = lanes.get(tenantId);
    if (lane) goOn(lane);
    else startSoon();
  });

  /** Sees to it that what may be started, now that the lane has changed, is started soon. */
  function goOn(lane: Tenant): void {
    takeTurn(lane);
    startSoon();
  }

  function startSoon(): void {
    if (isDue || sizeOf(turns) === 0) return;
    isDue = true;
    soon(startNext);
  }

  function startNext(): void {
    isDue = false;
    while (underWay < atOnceMax && room.hasPlace()) {
      const next = shift(turns);
      if (!next) return;
      next.isInTurn = false;
      // Another kind of its batches may have taken the place meanwhile.
      if (!room.hasPlaceFor(next.tenantId)) continue;
      start(next);
      takeTurn(next);
    }
  }

  function takeTurn(lane: Tenant): void {
    if (lane.isInTurn || lane.underWay >= atOncePerTenant || !lane.lines.canGo(mayMix(lane))) return;
    if (!room.hasPlaceFor(lane.tenantId)) return;
    lane.isInTurn = true;
    push(turns, lane);
  }

  const mayMix = ({ waitedFor, lines }: Tenant): boolean =>
    waitedFor === 0 || !beside || lines.mixedSize() >= beside.from;

  function start(lane: Tenant): void {
    const batch = lane.lines.nextBatch(mayMix(lane));
    const size = batch.tickets.length;
    if (size === 0) return;
    lane.waiting -= size;
    waiting -= size;
    lane.underWay += 1;
    underWay += 1;
    room.enter(lane.tenantId);
    void carryOut(lane, batch, batch.isMixed ? letWait(lane) : () => undefined);
  }

  /** Has a few wait for what is begun, until that ends or has taken too long. Returns what to do at its end. */
  function letWait(lane: Tenant): () => void {
    let isWaitedFor = true;
    const release = () => {
      if (isWaitedFor) lane.waitedFor -= 1;
      isWaitedFor = false;
    };
    lane.waitedFor += 1;
    if (!beside) return release;
    const patience = setTimeout(() => {
      release();
      goOn(lane);
    }, beside.afterMs);
    return () => {
      clearTimeout(patience);
      release();
    };
  }

  async function carryOut(lane: Tenant, batch: Together, onEnd: () => void): Promise<void> {
    const answers = await (batch.tickets[0]!.isAlone
      ? carryOutAlone(lane, batch)
      : carryOutTogether(lane, batch));
    onEnd();
    lane.underWay -= 1;
    underWay -= 1;
    // A batch that failed keeps its turn until all of it is answered: some need no more than to be told.
    if (lane.lines.hasLeftovers()) start(lane);
    if (lane.underWay + lane.waiting === 0) lanes.delete(lane.tenantId);
    room.leave(lane.tenantId);
    await tell(answers);
  }

  async function carryOutTogether(lane: Tenant, batch: Together): Promise<Told[]> {
    const jobs = batch.tickets.map(({ job }) => job);
    try {
      onBatch?.(jobs.length);
      const answers = await run(jobs.map(({ request }) => request));
      answered(lane, batch, false);
      return jobs.map(
        ({ resolve }, index) =>
          () =>
            resolve(answers[index]!),
      );
    } catch (error) {
      if (batch.lines.length === 1 && isOfItsKeys(error)) {
        answered(lane, batch, true);
        return jobs.map(
          ({ reject }) =>
            () =>
              reject(error),
        );
      }
      // One bad request must not fail its neighbours.
      const failure = { error, ofLines: new Map() };
      for (const job of jobs) job.failure = failure;
      lane.waiting += jobs.length;
      waiting += jobs.length;
      lane.lines.putBack(batch);
      return [];
    }
  }

  async function carryOutAlone(lane: Tenant, batch: Together): Promise<Told[]> {
    const { job, lines } = batch.tickets[0]!;
    const { request, resolve, reject } = job;
    const failure = job.failure!;
    // To wait once for each of them, for a database that is gone or a row that is held, would keep the last for many minutes.
    const met = failure.ofEverybody ?? lines.map((line) => failure.ofLines.get(line)).find(Boolean);
    if (met) {
      answered(lane, batch, !failure.ofEverybody);
      return [() => reject(met.error)];
    }
    try {
      const answer = await runAlone(request, failure.error);
      answered(lane, batch, false);
      return [() => resolve(answer)];
    } catch (error) {
      const wasTried = error !== failure.error;
      const isOfEverybody = wasTried && isEverybodys(error);
      if (isOfEverybody) failure.ofEverybody = { error };
      else if (wasTried && isOfItsKeys(error)) for (const line of lines) failure.ofLines.set(line, { error });
      answered(lane, batch, wasTried && !isOfEverybody);
      return [() => reject(error)];
    }
  }

  function answered(lane: Tenant, batch: Together, isSuspect: boolean): void {
    const now = performance.now();
    countIn(lane.rate, batch.tickets.length, now);
    countIn(rate, batch.tickets.length, now);
    lane.lines.leave(batch, isSuspect);
  }

  return { submit, isIdle: () => lanes.size === 0, state: (): LaneState => ({ waiting, underWay }) };
}
