import { distinct } from '../../lib/distinct.js';
import { createFifo, drop, itemAt, push, shift, sizeOf, type Fifo } from '../../lib/fifo.js';

/** Those who want one key, in the order of their arrival. */
export interface Line<Job> {
  readonly key: string;
  /** Those under way, then those that wait. */
  readonly queue: Fifo<Ticket<Job>>;
  underWay: number;
  /** The last that went did so alone, and failed. */
  isSuspect: boolean;
}

/** A place in the lines of all the keys that a job wants. */
export interface Ticket<Job> {
  readonly job: Job;
  readonly lines: readonly Line<Job>[];
  /** In how many of its lines it is not its turn; at none it may go. */
  heldBy: number;
  /** It was in a batch that failed. */
  isAlone: boolean;
}

export interface Batch<Job> {
  readonly tickets: Ticket<Job>[];
  readonly lines: Line<Job>[];
  /** Of keys that few want, and not of one that many do, nor a leftover. */
  isMixed: boolean;
}

/** A key that so many wait for goes by itself, so that the batches of the others stay short. */
const hotFrom = 16;

/**
 * Who may go next, and with whom. No two batches under way share a key, and jobs with equal keys go in the order in
 * which they joined, together or one after the other. A job keeps its place in all its lines until it has been
 * answered, so it waits for those before it and for nobody else, however many keys it wants.
 *
 * `isByKey`: a batch is of those who have the first of their keys in common, as if that were hot.
 *
 * No step looks at all that wait: who comes first in a line tells, by a count, whether it does so in its other ones.
 */
export function createLines<Job>(batchMax: number, isByKey = false) {
  const lines = new Map<string, Line<Job>>();
  /** Those that nobody is before: of batches that failed, of hot keys, and all the others. */
  const leftovers = createFifo<Ticket<Job>>();
  const hot = createFifo<Ticket<Job>>();
  const mixed = createFifo<Ticket<Job>>();
  let wasHot = false;

  function join(keys: readonly string[], job: Job): void {
    const ticket = { job, lines: distinct(keys).map(lineOf), heldBy: 0, isAlone: false };
    for (const { queue } of ticket.lines) {
      if (sizeOf(queue) > 0) ticket.heldBy += 1;
      push(queue, ticket);
    }
    if (ticket.heldBy === 0) list(ticket);
  }

  function lineOf(key: string): Line<Job> {
    const open = lines.get(key);
    if (open) return open;
    const line: Line<Job> = { key, queue: createFifo(), underWay: 0, isSuspect: false };
    lines.set(key, line);
    return line;
  }

  function list(ticket: Ticket<Job>): void {
    push(ticket.isAlone ? leftovers : lineOfItsOwn(ticket) ? hot : mixed, ticket);
  }

  /** Empty if nobody may go now. Leftovers, who came first, go first; hot keys and the others, if they may, take turns. */
  function nextBatch(mayMix: boolean): Batch<Job> {
    const batch: Batch<Job> = { tickets: [], lines: [], isMixed: false };
    const leftover = shift(leftovers);
    if (leftover) take(batch, leftover, []);
    else if (sizeOf(hot) > 0 && !(wasHot && mayMix)) gatherHot(batch);
    else if (!mayMix || !gatherMixed(batch)) gatherHot(batch);
    // While the batch is under way, it is not the turn of those who are next in its lines.
    for (const line of batch.lines) {
      const next = firstWaiting(line);
      if (next) next.heldBy += 1;
    }
    return batch;
  }

  /** Those who want the key that has been hot for the longest time. */
  function gatherHot(batch: Batch<Job>): void {
    const first = shift(hot);
    if (!first) return;
    wasHot = true;
    const line = lineOfItsOwn(first)!;
    const followers: Ticket<Job>[] = [];
    take(batch, first, followers);
    gatherFollowers(batch, followers, (ticket) => ticket.lines.includes(line));
  }

  /** Those whose keys nobody holds up; whether there were any. */
  function gatherMixed(batch: Batch<Job>): boolean {
    wasHot = false;
    const followers: Ticket<Job>[] = [];
    while (batch.tickets.length < batchMax) {
      const ticket = shift(mixed);
      if (!ticket) break;
      // It may have become hot since it was listed.
      if (lineOfItsOwn(ticket)) push(hot, ticket);
      else take(batch, ticket, followers);
    }
    gatherFollowers(batch, followers, (ticket) => !lineOfItsOwn(ticket));
    batch.isMixed = batch.tickets.length > 0;
    return batch.isMixed;
  }

  /** Those whose turn has come with the batch itself, and in their wake those behind them. */
  function gatherFollowers(
    batch: Batch<Job>,
    followers: Ticket<Job>[],
    mayCome: (ticket: Ticket<Job>) => boolean,
  ): void {
    for (const ticket of followers) {
      if (batch.tickets.length === batchMax) return;
      if (mayCome(ticket)) take(batch, ticket, followers);
    }
  }

  /** Takes one along, and notes whose turn it is then. */
  function take(batch: Batch<Job>, ticket: Ticket<Job>, followers: Ticket<Job>[]): void {
    batch.tickets.push(ticket);
    for (const line of ticket.lines) {
      if (line.underWay === 0) batch.lines.push(line);
      line.underWay += 1;
      const next = firstWaiting(line);
      if (next && --next.heldBy === 0) followers.push(next);
    }
  }

  /** All of the batch have been answered. */
  function leave(batch: Batch<Job>, isSuspect: boolean): void {
    for (const line of batch.lines) {
      drop(line.queue, line.underWay);
      line.isSuspect = isSuspect;
      open(line);
    }
  }

  /** All of the batch are to go again, each by itself, and before everybody who came after them. */
  function putBack(batch: Batch<Job>): void {
    for (const ticket of batch.tickets) {
      ticket.isAlone = true;
      ticket.heldBy = ticket.lines.length;
      if (ticket.heldBy === 0) list(ticket);
    }
    batch.lines.forEach(open);
  }

  function open(line: Line<Job>): void {
    line.underWay = 0;
    const next = firstWaiting(line);
    if (!next) lines.delete(line.key);
    else if (--next.heldBy === 0) list(next);
  }

  /** The one of its lines, if any, that shares no batch with others: it is hot, or may hold everybody up. */
  const lineOfItsOwn = ({ lines }: Ticket<Job>): Line<Job> | undefined =>
    lines.find((line) => line.isSuspect || waitingIn(line) >= hotFrom) ?? (isByKey ? lines[0] : undefined);

  return {
    join,
    nextBatch,
    leave,
    putBack,
    hasLeftovers: () => sizeOf(leftovers) > 0,
    /** How many wait for the one of these keys that most wait for. */
    waitingFor: (keys: readonly string[]) => Math.max(0, ...keys.map((key) => waitingIn(lines.get(key)))),
    /** How many keys that few want could go. */
    mixedSize: () => sizeOf(mixed),
    /** Whether the next batch would not be empty. */
    canGo: (mayMix: boolean) => sizeOf(leftovers) + sizeOf(hot) + (mayMix ? sizeOf(mixed) : 0) > 0,
  };
}

const waitingIn = <Job>(line: Line<Job> | undefined): number =>
  line ? sizeOf(line.queue) - line.underWay : 0;

const firstWaiting = <Job>({ queue, underWay }: Line<Job>) => itemAt(queue, underWay);
