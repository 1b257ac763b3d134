import PgBoss from 'pg-boss';
import { assert } from '../lib/assert.js';
import type { JsonObject } from '../lib/json.js';
import { onOwnConnection } from './connection.js';
import { socketToDatabase } from './database-socket.js';
import type { Enqueuer, Scope } from './scope.js';

/** Done by `perform` when this is not the time for it: it comes back later, after what is new. */
export interface PutBack {
  readonly putBackMs: number;
}

export interface QueueWorker {
  /** Must bear to be called twice with the same data: what a killed process had begun is begun again by another. */
  perform(data: JsonObject): Promise<PutBack | void>;
  /** Called instead once `perform` has thrown, or killed its process, too often. */
  giveUp(data: JsonObject): Promise<void>;
}

export interface Queue extends Enqueuer {
  /** Who does the jobs of a queue in this process. A process that only enqueues names no worker. */
  work(queueName: string, worker: QueueWorker): void;
  start(): Promise<void>;
  /** Takes no more jobs, and waits for those under way. */
  stop(): Promise<void>;
}

export interface QueueOptions {
  readonly url: string;
  /** All queues there are: also who only enqueues must know them. */
  readonly queueNames: readonly string[];
  readonly onError: (error: Error) => void;
  /** How many jobs of one queue this process does at once. */
  readonly concurrency?: number;
  /** How long a job may take. After that its process is taken for dead, and another takes over. */
  readonly leaseSeconds?: number;
  /** How often it is looked for jobs whose lease has run out. */
  readonly superviseSeconds?: number;
  /** How often a job may throw or kill its process before it is given up. */
  readonly retryLimit?: number;
  /** Before the second try; doubled with each further one, and more by chance. */
  readonly retryDelaySeconds?: number;
  /** How often it is looked for jobs that other processes have enqueued, or that have become due. */
  readonly pollMs?: number;
}

/** A killed worker's job is taken over after lease + two looks + delay + poll: 25 + 20 + 4 + 1 s at the most. */
const defaults = {
  concurrency: 12,
  leaseSeconds: 25,
  superviseSeconds: 10,
  retryLimit: 10,
  retryDelaySeconds: 2,
  pollMs: 1_000,
};

const stopWithinMs = 8_000;

/** See docs/decisions/0001-queue.md. */
export function createQueue({ url, queueNames, onError, ...options }: QueueOptions): Queue {
  const settings = { ...defaults, ...options };
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    application_name: 'tearline-queue',
    max: 4,
    schedule: false,
    maintenanceIntervalSeconds: settings.superviseSeconds,
    archiveCompletedAfterSeconds: 60 * 60,
    archiveFailedAfterSeconds: 7 * 24 * 60 * 60,
    deleteAfterDays: 1,
    // Handed on to the pool, though pg-boss's types do not know of them.
    ...{ connectionTimeoutMillis: 5_000, statement_timeout: 15_000, stream: () => socketToDatabase() },
  });
  boss.on('error', onError);
  const loops = new Map<string, Loop>();
  let isStarted = false;

  async function createQueues() {
    for (const name of queueNames) {
      await boss.createQueue(givenUp(name), { name: givenUp(name) });
      const policy = {
        name,
        deadLetter: givenUp(name),
        expireInSeconds: settings.leaseSeconds,
        retryLimit: settings.retryLimit,
        retryDelay: settings.retryDelaySeconds,
        retryBackoff: true,
      };
      await boss.createQueue(name, policy);
      await boss.updateQueue(name, policy);
    }
  }

  return {
    async enqueue(scope, queueName, data, { delayMs = 0, priority = 0 } = {}) {
      const id = await boss.send(queueName, data, {
        db: onConnectionOf(scope),
        priority,
        ...(delayMs > 0 && { startAfter: delayMs / 1_000 }),
      });
      assert(id, `the queue ${queueName} was created when the queues were started`);
      if (delayMs === 0) scope.afterCommit(() => loops.get(queueName)?.wake());
    },

    work(queueName, { perform, giveUp }) {
      assert(queueNames.includes(queueName), `${queueName} is among the queues named`);
      const add = (name: string, work: QueueWorker['perform']) => {
        const loop = createLoop(boss, name, work, settings, onError);
        loops.set(name, loop);
        if (isStarted) loop.start();
      };
      add(queueName, perform);
      add(givenUp(queueName), giveUp);
    },

    async start() {
      await oneAfterTheOther(url, async () => {
        await boss.start();
        await createQueues();
      });
      isStarted = true;
      for (const loop of loops.values()) loop.start();
    },

    async stop() {
      await Promise.all([...loops.values()].map((loop) => loop.stop()));
      await boss.stop({ graceful: false });
    },
  };
}

/** Any number that nobody else takes. */
const startLock = 72_707_370;

/** Two processes that make the same queue at the same time block each other, and PostgreSQL ends one of them. */
const oneAfterTheOther = (url: string, work: () => Promise<void>): Promise<void> =>
  onOwnConnection(url, { name: 'tearline-queue', connectMs: 5_000 }, async (client) => {
    // Given back when the connection ends.
    await client.query('SELECT pg_advisory_lock($1)', [startLock]);
    await work();
  });

const givenUp = (queueName: string) => `${queueName}-given-up`;

/** pg-boss writes the job by the connection, and so in the transaction, of the scope. */
const onConnectionOf = (scope: Scope): PgBoss.Db => ({
  executeSql: async (text: string, values: unknown[]) => ({
    rows: await scope.db.$queryRawUnsafe<unknown[]>(text, ...values.map(parameter)),
  }),
});

const parameter = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);

interface Loop {
  start(): void;
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Fetches jobs as slots come free and does them. pg-boss has such a loop of its own, but that one waits for the
 * slowest of a batch, and its promise to note a job's end is awaited by nobody: a database that is away at that
 * moment ends the process.
 */
function createLoop(
  boss: PgBoss,
  name: string,
  perform: QueueWorker['perform'],
  { concurrency, leaseSeconds, pollMs }: typeof defaults,
  onError: (error: Error) => void,
): Loop {
  const underWay = new Set<Promise<void>>();
  let isStopping = false;
  let isWoken = false;
  let wakeUp: (() => void) | null = null;
  let looping: Promise<void> = Promise.resolve();

  function wake() {
    isWoken = true;
    wakeUp?.();
  }

  async function pause() {
    if (!isWoken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    wakeUp = null;
    isWoken = false;
  }

  async function loop() {
    while (!isStopping) {
      const free = concurrency - underWay.size;
      const fetchedAt = performance.now();
      const jobs = free > 0 ? await boss.fetch<JsonObject>(name, { batchSize: free }) : [];
      for (const job of jobs) {
        const work = doJob(job, fetchedAt).catch(onError);
        underWay.add(work);
        void work.then(() => {
          underWay.delete(work);
          wake();
        });
      }
      await pause();
    }
  }

  async function doJob({ id, data }: PgBoss.Job<JsonObject>, fetchedAt: number) {
    const isLate = () => performance.now() - fetchedAt > leaseSeconds * 1_000;
    try {
      const putBack = await perform(data);
      // Another has taken over, and it is for that one to say how the job ended.
      if (isLate()) return;
      if (putBack) await boss.send(name, data, { startAfter: putBack.putBackMs / 1_000, priority: -1 });
      await boss.complete(name, id);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      // What went wrong is told to the log only: an error's message may hold what must not be stored.
      if (!isLate()) await boss.fail(name, id, { problem: 'It threw an error; see the log.' });
    }
  }

  return {
    wake,
    start() {
      looping = loop().catch(onError);
    },
    async stop() {
      isStopping = true;
      wake();
      await looping;
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, stopWithinMs)));
      await Promise.race([Promise.all(underWay), limit]);
      clearTimeout(timer);
    },
  };
}
