import { setImmediate as immediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRoom } from '../../src/platform/lane/room.js';
import { createScheduler } from '../../src/platform/lane/scheduler.js';
import { Overloaded } from '../../src/platform/lane/overloaded.js';

const limits = { batchMax: 8, atOnceMax: 3, atOncePerTenant: 2, waitingMax: 40, waitingMaxInAll: 60 };
const tenants = ['acme', 'globex', 'initech', 'hooli'];

interface Asked {
  readonly name: string;
  readonly tenant: string;
  readonly keys: readonly string[];
  failedWith?: Error;
}
/** A transaction under way. */
interface Run {
  readonly asked: readonly Asked[];
  readonly end: (error: Error | null) => void;
}
type End = 'WELL' | 'ITS OWN ERROR' | 'EVERYBODY’S ERROR';

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      tenant: fc.constantFrom('acme', 'acme', ...tenants),
      keys: fc.array(fc.constantFrom('A', 'A', 'A', 'A', 'B', 'C', 'D', 'E'), { maxLength: 3 }),
      count: fc.constantFrom(1, 1, 2, 20),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      which: fc.nat(5),
      end: fc.constantFrom<End[]>('WELL', 'WELL', 'WELL', 'ITS OWN ERROR', 'EVERYBODY’S ERROR'),
    }),
  },
);

/** Lanes that are watched: whatever breaks a promise of theirs is noted. */
function watched() {
  const complaints: string[] = [];
  const check = (isRight: boolean, complaint: string) => void (isRight || complaints.push(complaint));
  const unanswered: Asked[] = [];
  const running: Run[] = [];
  const answers = new Map<string, unknown[]>();
  /** The errors of batches, of each of which one has found that it is everybody's. */
  const hopeless = new Map<Error, Error>();
  /** How many batches of others have been begun while a tenant could have had one. */
  const passedOver = new Map<string, number>();
  const told: Promise<void>[] = [];
  let names = 0;

  const runsOf = (tenant: string) => running.filter(({ asked }) => asked[0]!.tenant === tenant);
  const isRunning = (one: Asked) => running.some(({ asked }) => asked.includes(one));
  /** It has been told, or is being told, what another of its batch has met: once it is its turn, like everybody's. */
  const isGivenUp = (one: Asked) =>
    !isRunning(one) && hopeless.has(one.failedWith!) && before(one).length === 0;
  const before = (one: Asked): Asked[] =>
    unanswered
      .slice(0, unanswered.indexOf(one))
      .filter(({ tenant, keys }) => tenant === one.tenant && keys.some((key) => one.keys.includes(key)))
      .filter((earlier) => !isGivenUp(earlier));
  const waiting = () => unanswered.filter((one) => !isRunning(one));
  const couldGo = (one: Asked) => before(one).length === 0;

  function begin(asked: readonly Asked[]): Promise<string[]> {
    const { tenant } = asked[0]!;
    const label = asked.map(({ name }) => name).join();
    check(running.length < limits.atOnceMax, `${label}: too many at once`);
    check(runsOf(tenant).length < limits.atOncePerTenant, `${label}: too many of a tenant at once`);
    check(asked.length <= limits.batchMax, `${label}: too large`);
    check(
      asked.every((one) => one.tenant === tenant),
      `${label}: two tenants in a batch`,
    );
    asked.forEach((one, index) =>
      check(
        before(one).every((earlier) => asked.slice(0, index).includes(earlier)),
        `${label}: ${one.name} overtakes one with a key of its own, or goes beside it`,
      ),
    );
    return new Promise((resolve, reject) => {
      const end = (error: Error | null) =>
        error ? reject(error) : resolve(asked.map(({ name }) => `${name}!`));
      running.push({ asked, end });
    });
  }

  const room = createRoom({ inAll: limits.atOnceMax, perTenant: limits.atOncePerTenant });
  const { submit, isIdle } = createScheduler<Asked, string>(
    {
      ...limits,
      run: (asked) => {
        const { tenant } = asked[0]!;
        check((passedOver.get(tenant) ?? 0) < tenants.length, `${tenant} was passed over`);
        for (const [other, times] of passedOver) passedOver.set(other, times + 1);
        passedOver.delete(tenant);
        check(
          asked.every(({ failedWith }) => !failedWith),
          'one that failed goes with others again',
        );
        return begin(asked);
      },
      runAlone: async (one, batchError) => {
        check(one.failedWith === batchError, `${one.name} goes alone for no reason`);
        check(!hopeless.has(one.failedWith!), `${one.name} is tried although there is no hope`);
        const [answer] = await begin([one]);
        return answer!;
      },
      isEverybodys: (error) => (error as Error).message === 'EVERYBODY’S ERROR',
      soon: (start) => start(),
    },
    room,
  );

  function ask(tenant: string, keys: readonly string[]): void {
    const one: Asked = { name: `${tenant}${keys.join('')}${names++}`, tenant, keys };
    const isTooMuch =
      waiting().length >= limits.waitingMaxInAll ||
      waiting().filter((other) => other.tenant === tenant).length >= limits.waitingMax;
    answers.set(one.name, []);
    if (!isTooMuch) unanswered.push(one);
    told.push(
      submit(tenant, keys, one).then(
        (answer) => note(one, answer),
        (error: unknown) => {
          check(error instanceof Overloaded === isTooMuch, `${one.name}: refused, or not`);
          note(one, error);
        },
      ),
    );
  }

  function note(one: Asked, answer: unknown): void {
    answers.get(one.name)!.push(answer);
    leave(one);
  }

  /** Nobody waits for it any longer, although it may not have been told yet. */
  function leave(one: Asked): void {
    if (unanswered.includes(one)) unanswered.splice(unanswered.indexOf(one), 1);
  }

  function end(which: number, how: End): void {
    const [run] = running.splice(which % running.length, 1);
    const error = how === 'WELL' ? null : new Error(how);
    const [first] = run!.asked;
    const batchError = first!.failedWith;
    if (batchError && how === 'EVERYBODY’S ERROR') hopeless.set(batchError, error!);
    if (!batchError && error) for (const one of run!.asked) one.failedWith = error;
    else run!.asked.forEach(leave);
    run!.end(error);
  }

  /** Once all promises that could go on did so. */
  function look(): void {
    for (const tenant of tenants) {
      const free = waiting().some((one) => one.tenant === tenant && couldGo(one));
      const hasRoom = free && runsOf(tenant).length < limits.atOncePerTenant;
      check(!hasRoom || running.length === limits.atOnceMax, `${tenant} idles, and has something to do`);
      if (hasRoom) passedOver.set(tenant, passedOver.get(tenant) ?? 0);
      else passedOver.delete(tenant);
    }
  }
  return { ask, end, look, running, unanswered, answers, told, complaints, isIdle };
}

test('whatever comes and fails in whatever order, lanes keep their promises', async () => {
  const seen = { failed: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 120, size: 'max' }), async (steps) => {
      const lanes = watched();
      const settled = async () => {
        // Answers are told in the turn after the one in which they are known.
        await immediate();
        await immediate();
        lanes.look();
      };
      for (const one of steps) {
        if ('end' in one) {
          if (lanes.running.length > 0) lanes.end(one.which, one.end);
        } else {
          for (let time = 0; time < one.count; time++) lanes.ask(one.tenant, one.keys);
        }
        await settled();
      }
      while (lanes.running.length > 0) {
        lanes.end(0, 'WELL');
        await settled();
      }

      await Promise.all(lanes.told);

      expect(lanes.complaints).toEqual([]);
      expect(lanes.unanswered).toEqual([]);
      expect([...lanes.answers.values()].filter((answers) => answers.length !== 1)).toEqual([]);
      expect(lanes.isIdle()).toBe(true);
      for (const [answer] of lanes.answers.values()) {
        if (answer instanceof Overloaded) seen.refused += 1;
        else if (answer instanceof Error) seen.failed += 1;
      }
    }),
    { numRuns: 150 },
  );
  expect(seen.refused).toBeGreaterThan(0);
  expect(seen.failed).toBeGreaterThan(0);
});
