import { isFailure } from '../../lib/outcome.js';
import type { IdempotencyConflict } from '../../lib/repeat.js';
import { isOutcomeUnknown, waitedTooLong } from '../../platform/database-errors.js';
import { nameOfKey, type Done, type Keyed } from '../../platform/idempotency/together.js';
import { createLanes } from '../../platform/lane.js';
import type { Name } from '../../platform/names.js';
import { afterFailure } from './alone.js';
import { orOverloaded } from './overload.js';

/** What one request is answered with; an error is thrown to its caller. */
export type Answer<T> = Done<T | IdempotencyConflict> | Error;

interface Operation<Request extends Keyed, T> {
  /** As metrics call its lane. */
  readonly name: string;
  /** What no two requests of one transaction may have in common, beside their keys. */
  readonly namesOf: (request: Request) => readonly Name[];
  /** What no two transactions of this process may want at once. */
  readonly rowsOf: (request: Request) => readonly string[];
  /** Whether a request that was carried out already is known again without a key. */
  readonly isKnownAgain: (request: Request) => boolean;
  /** Carries out requests that have no name in common, in one transaction: null for one that has to be alone in its own. */
  readonly together: (requests: readonly Request[]) => Promise<(Answer<T> | null)[]>;
  readonly alone: (request: Request) => Promise<Answer<T>>;
  /** Whether only those go together that want the first of their rows: no more of them than one tenant may take its time for. */
  readonly isByRow?: boolean;
}

/** Carries out requests as they come, those that come at the same time together: see platform/lane.ts. */
export function createOperation<Request extends Keyed, T>(operation: Operation<Request, T>) {
  const { rowsOf, isKnownAgain, alone, isByRow = false } = operation;
  const namesOf = (request: Request): string[] =>
    [...nameOfKey(request), ...operation.namesOf(request)].map((name) => JSON.stringify(name));

  /** One after the other; a database that is gone is not waited for once for each. */
  async function inTurn(requests: readonly Request[], answers: Map<Request, Answer<T>>): Promise<void> {
    let gone: Error | null = null;
    for (const request of requests) {
      const answer: Answer<T> =
        gone ?? (await afterFailure(null, true, () => alone(request)).catch((error: Error) => error));
      if (answer instanceof Error && isOutcomeUnknown(answer)) gone = answer;
      answers.set(request, answer);
    }
  }

  async function run(requests: readonly Request[]): Promise<Answer<T>[]> {
    if (requests.length === 1) return [await alone(requests[0]!)];
    const { first, others } = firstOfEachName(requests, namesOf);
    const answers = new Map<Request, Answer<T>>();
    const left: Request[] = [];
    (await operation.together(first)).forEach((answer, index) => {
      if (answer) answers.set(first[index]!, answer);
      else left.push(first[index]!);
    });
    await inTurn([...left, ...others], answers);
    return requests.map((request) => answers.get(request)!);
  }

  const submit = createLanes<Request, Answer<T>>({
    name: operation.name,
    run,
    runAlone: (request, batchError) =>
      afterFailure(batchError, request.key !== null || isKnownAgain(request), () => alone(request)),
    isEverybodys: isOutcomeUnknown,
    isOfItsKeys: waitedTooLong,
    batchMax: isByRow ? 32 : 64,
    isByKey: isByRow,
    atOnceMax: 4,
    atOncePerTenant: 2,
    beside: { from: 16, afterMs: 25 },
    waitingMax: 5_000,
    waitingMaxForKey: 4_000,
    waitingMaxInAll: 20_000,
  });

  return async function carryOut(request: Request) {
    const { by } = request;
    const keys = [...rowsOf(request), ...namesOf(request)];
    const answered = await orOverloaded(submit({ db: by.db, tenantId: by.tenantId, keys }, request));
    if (answered instanceof Error) throw answered;
    if (isFailure(answered)) return answered;
    if (answered.isRepeated) by.onReplay();
    return answered.answer;
  };
}

/** Those that have no name in common with one before them, and the others. */
function firstOfEachName<Request>(requests: readonly Request[], namesOf: (request: Request) => string[]) {
  const seen = new Set<string>();
  const first: Request[] = [];
  const others: Request[] = [];
  for (const request of requests) {
    const names = namesOf(request);
    (names.some((name) => seen.has(name)) ? others : first).push(request);
    for (const name of names) seen.add(name);
  }
  return { first, others };
}
