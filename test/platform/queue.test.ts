import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/lib/json.js';
import { openDatabase } from '../../src/platform/database.js';
import { createQueue, type Queue, type QueueOptions, type QueueWorker } from '../../src/platform/queue.js';
import type { Scope } from '../../src/platform/scope.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { createTestDatabase } from '../testkit/database.js';
import { testScope } from '../testkit/scope.js';
import { until } from '../testkit/until.js';

const url = await createTestDatabase();
const database = openDatabase(url, { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());

const started: Queue[] = [];
afterAll(() => Promise.all(started.map((queue) => queue.stop())));

async function startQueue(worker: QueueWorker | null, options: Partial<QueueOptions> = {}): Promise<Queue> {
  const queue = createQueue({
    url,
    queueNames: ['errands'],
    onError: () => undefined,
    pollMs: 20,
    superviseSeconds: 1,
    retryDelaySeconds: 1,
    ...options,
  });
  if (worker) queue.work('errands', worker);
  await queue.start();
  started.push(queue);
  return queue;
}

/** Keeps what it was asked to do, and does it as told. */
function worker(perform: QueueWorker['perform'] = async () => undefined) {
  const performed: JsonObject[] = [];
  const givenUp: JsonObject[] = [];
  return {
    performed,
    givenUp,
    perform: async (data: JsonObject) => {
      performed.push(data);
      return perform(data);
    },
    giveUp: async (data: JsonObject) => void givenUp.push(data),
  };
}

const scopeOf = (queue: Queue): Scope => ({ ...testScope({ db: database.prisma }), queue });

async function jobs(): Promise<{ data: JsonObject; state: string; output: unknown }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ data: JsonObject; state: string; output: unknown }>(
    'SELECT data, state, output FROM pgboss.job ORDER BY created_on',
  );
  await client.end();
  return rows;
}

beforeEach(async () => {
  await Promise.all(started.splice(0).map((queue) => queue.stop()));
  const exists = await database.prisma.$queryRaw<
    { there: boolean }[]
  >`SELECT to_regclass('pgboss.job') IS NOT NULL AS there`;
  if (exists[0]!.there) await database.prisma.$executeRaw`DELETE FROM pgboss.job`;
});

describe('given a process that only enqueues', () => {
  test('when its transaction commits, then the job is there; when it is rolled back, then it never was', async () => {
    const queue = await startQueue(null);
    const scope = scopeOf(queue);

    await inTransaction(scope, (scope) => queue.enqueue(scope, 'errands', { number: 1 }));
    await inTransaction(scope, async (scope) => {
      await queue.enqueue(scope, 'errands', { number: 2 });
      return { failure: 'Refused', message: 'No.' };
    });

    expect(await jobs()).toEqual([{ data: { number: 1 }, state: 'created', output: null }]);
  });

  test('when a queue is named that there is not, then nothing is lost silently', async () => {
    const queue = await startQueue(null);

    await expect(queue.enqueue(scopeOf(queue), 'no-such-queue', {})).rejects.toThrow(
      'the queue no-such-queue was created',
    );
  });
});

describe('given a worker', () => {
  test('when jobs are enqueued, then each is done once', async () => {
    const working = worker();
    const queue = await startQueue(working);
    const numbers = Array.from({ length: 50 }, (_, number) => ({ number }));

    await inTransaction(scopeOf(queue), async (scope) => {
      for (const data of numbers) await queue.enqueue(scope, 'errands', data);
    });

    await until('all are completed', async () => (await jobs()).every(({ state }) => state === 'completed'));
    expect(working.performed.map(({ number }) => Number(number)).sort((a, b) => a - b)).toEqual(
      numbers.map(({ number }) => number),
    );
    expect(working.givenUp).toEqual([]);
  });

  test('when four processes work on 200 jobs, then each is done once', async () => {
    const workers = [worker(), worker(), worker(), worker()];
    const [queue] = await Promise.all(workers.map((one) => startQueue(one)));

    await inTransaction(scopeOf(queue!), async (scope) => {
      for (let number = 0; number < 200; number++) await queue!.enqueue(scope, 'errands', { number });
    });

    await until('all are completed', async () => (await jobs()).every(({ state }) => state === 'completed'));
    const done = workers.flatMap(({ performed }) => performed.map(({ number }) => Number(number)));
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, number) => number));
  });

  test('when a job hangs, then the others are done meanwhile', async () => {
    let end: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (end = resolve));
    const working = worker(({ hangs }) => (hangs ? hanging : Promise.resolve()));
    const queue = await startQueue(working, { concurrency: 2 });
    const scope = scopeOf(queue);

    await queue.enqueue(scope, 'errands', { hangs: true });
    await until('it hangs', () => working.performed.length === 1);
    for (let number = 0; number < 5; number++) await queue.enqueue(scope, 'errands', { number });

    await until(
      'the others are done',
      async () => (await jobs()).filter(({ state }) => state === 'completed').length === 5,
    );
    expect((await jobs()).find(({ data }) => data['hangs'])?.state).toBe('active');
    expect(working.givenUp).toEqual([]);
    end();
  });

  test('when a job is delayed, then it is done after that time, and what came later before it', async () => {
    const working = worker();
    const queue = await startQueue(working);
    const scope = scopeOf(queue);

    await queue.enqueue(scope, 'errands', { name: 'later' }, { delayMs: 400 });
    await queue.enqueue(scope, 'errands', { name: 'now' });

    await until('both are done', () => working.performed.length === 2);
    expect(working.performed).toEqual([{ name: 'now' }, { name: 'later' }]);
  });

  test('when a job is put back, then it comes again, and what is new goes first', async () => {
    let isBusy = true;
    const working = worker(async ({ name }) => (name === 'early' && isBusy ? { putBackMs: 50 } : undefined));
    const queue = await startQueue(working);
    const scope = scopeOf(queue);

    await queue.enqueue(scope, 'errands', { name: 'early' });
    await until('it was put back twice', () => working.performed.length >= 2);
    await queue.enqueue(scope, 'errands', { name: 'new' });
    await until('the new one is done', () => working.performed.some(({ name }) => name === 'new'));
    isBusy = false;

    await until('nothing is left', async () => (await jobs()).every(({ state }) => state === 'completed'));
    expect(working.givenUp).toEqual([]);
  });

  test('when a job throws, then it is tried again, and what it threw goes to the log but not to the database', async () => {
    const errors: Error[] = [];
    let failures = 1;
    const working = worker(async () => {
      if (failures-- > 0) throw new Error('secret-in-a-message');
    });
    const queue = await startQueue(working, { onError: (error) => errors.push(error) });

    await queue.enqueue(scopeOf(queue), 'errands', { name: 'once more' });

    await until('it is done', async () => (await jobs()).every(({ state }) => state === 'completed'));
    expect(working.performed).toEqual([{ name: 'once more' }, { name: 'once more' }]);
    expect(errors.map(({ message }) => message)).toEqual(['secret-in-a-message']);
    expect(JSON.stringify(await jobs())).not.toContain('secret-in-a-message');
    expect(working.givenUp).toEqual([]);
  });

  test('when the database cuts its connections, then it goes on with new ones', async () => {
    const errors: Error[] = [];
    let isCut = false;
    const working = worker(async () => {
      if (isCut) return;
      isCut = true;
      await database.prisma.$queryRaw`
        SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'tearline-queue'`;
    });
    const queue = await startQueue(working, { onError: (error) => errors.push(error), leaseSeconds: 2 });
    const scope = scopeOf(queue);

    for (let number = 0; number < 3; number++) await queue.enqueue(scope, 'errands', { number });

    const areDone = async () => (await jobs()).every(({ state }) => state === 'completed');
    await until('all are completed', areDone, 20_000);
    expect(new Set(working.performed.map(({ number }) => number))).toEqual(new Set([0, 1, 2]));
    expect(working.givenUp).toEqual([]);
  });

  test('when a job always throws, then it is given up once, and blocks nobody', async () => {
    const working = worker(async ({ poison }) => {
      if (poison) throw new Error('poison');
    });
    const queue = await startQueue(working, { retryLimit: 1, concurrency: 1 });
    const scope = scopeOf(queue);

    await queue.enqueue(scope, 'errands', { poison: true });
    await queue.enqueue(scope, 'errands', { poison: false });

    await until('it is given up', () => working.givenUp.length > 0);
    await until('no job is left', async () =>
      (await jobs()).every(({ state }) => state === 'completed' || state === 'failed'),
    );
    expect(working.givenUp).toEqual([{ poison: true }]);
    expect(working.performed).toEqual([{ poison: true }, { poison: false }, { poison: true }]);
  });
});

describe('given a worker that was killed in the middle of a job', () => {
  test('when its lease is over, then another takes the job over', async () => {
    const enqueuing = await startQueue(null, { leaseSeconds: 1 });
    await enqueuing.enqueue(scopeOf(enqueuing), 'errands', { name: 'orphan' });
    const file = join(import.meta.dirname, 'hanging-worker.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', file, url, '1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await jobs()).map(({ state }) => state)).toEqual(['active']);

    const working = worker();
    await startQueue(working, { leaseSeconds: 1 });

    await until('it is taken over', () => working.performed.length > 0, 20_000);
    await until('it is done', async () => (await jobs()).every(({ state }) => state === 'completed'));
    expect(working.performed).toEqual([{ name: 'orphan' }]);
    expect(working.givenUp).toEqual([]);
  });

  test('with what is set by default, then it is taken over within 60 seconds', async () => {
    const queue = createQueue({ url, queueNames: ['by-default'], onError: () => undefined });
    started.push(queue);
    await queue.start();
    await queue.enqueue(scopeOf(queue), 'by-default', {});

    const [job] = await database.prisma.$queryRaw<{ lease: number; delay: number }[]>`
      SELECT extract(epoch FROM expire_in)::int AS lease, retry_delay * 2 AS delay FROM pgboss.job WHERE name = 'by-default'`;

    const superviseSeconds = 10;
    const pollSeconds = 1;
    expect(job!.lease + 2 * superviseSeconds + job!.delay + pollSeconds).toBeLessThan(60);
  });
});

describe('given a worker that was taken for dead, but only slow', () => {
  test('when it ends after another took over, then it says nothing of how the job ended', async () => {
    const ends: (() => void)[] = [];
    const slow = () =>
      worker(({ name }) =>
        name === 'slow' ? new Promise<void>((resolve) => ends.push(resolve)) : Promise.resolve(),
      );
    const [first, second] = [slow(), slow()];
    const queue = await startQueue(first, { leaseSeconds: 1, concurrency: 1 });
    await queue.enqueue(scopeOf(queue), 'errands', { name: 'slow' });
    await until('the first has it', () => first.performed.length === 1);
    await startQueue(second, { leaseSeconds: 1, concurrency: 1 });
    await until('the second has it', () => second.performed.length === 1, 20_000);

    ends[0]!();
    await queue.enqueue(scopeOf(queue), 'errands', { name: 'next' });
    await until('the first is free again', () => first.performed.length === 2);

    expect((await jobs()).find(({ data }) => data['name'] === 'slow')?.state).toBe('active');
    expect(second.performed).toEqual([{ name: 'slow' }]);
    ends[1]!();
  });
});

describe('given a stopped queue', () => {
  test('when jobs are under way, then it waits for them', async () => {
    let end: () => void = () => undefined;
    const working = worker(() => new Promise<void>((resolve) => (end = resolve)));
    const queue = await startQueue(working);
    await queue.enqueue(scopeOf(queue), 'errands', { name: 'under way' });
    await until('it is under way', () => working.performed.length === 1);

    const stopping = queue.stop();
    end();
    await stopping;

    expect((await jobs()).map(({ state }) => state)).toEqual(['completed']);
  });
});
