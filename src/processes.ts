import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Config } from './config.js';
import { backoffMs, type Patience } from './lib/backoff.js';
import { onOwnConnection } from './platform/connection.js';
import type { Log } from './platform/log.js';
import { created, migrate } from './platform/migrate.js';
import { StartupError } from './platform/startup-error.js';

/** What a server process tells the one that started it: where it listens, or why it could not start. */
export type Report =
  | { readonly kind: 'LISTENING'; readonly url: string; readonly demoKey: string | undefined }
  | { readonly kind: 'FAILED'; readonly sentence: string };

interface ProcessesOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly secret: string;
  readonly log: Log;
}

export interface Processes {
  readonly url: string;
  readonly demoKey: string | undefined;
  /** Tells all of them to stop, and waits until they have. */
  close(): Promise<void>;
}

/** One that ends again and again is started again ever more seldom, as long as it does. */
const patience: Patience = { firstDelayMs: 100, maxDelayMs: 10_000, attemptsMax: Infinity };
const wellAfterMs = 30_000;

/**
 * Runs several server processes on one port, which this process shares out among them, and puts another in the place of
 * one that ends. They know nothing of each other: what they promise together, they promise by the database.
 */
export async function startProcesses(options: ProcessesOptions): Promise<Processes> {
  const { config, databaseUrl, log } = options;
  await migrate({
    url: databaseUrl,
    onCreated: (name) => void (config.databaseUrl && log.warn(created(name))),
  });
  const databasePoolSize = poolSizeOf(config, await connectionsMaxOf(databaseUrl));
  // Their arguments would make each of them start others.
  cluster.setupPrimary({ args: [], execArgv: [...youngGeneration(process.execArgv), ...process.execArgv] });

  // By turns: left to the kernel, one process takes most of a burst. A connection that is on its way to a process in the
  // moment that it is killed is lost, and its client has to give it up.
  cluster.schedulingPolicy = cluster.SCHED_RR;

  const running = new Set<Worker>();
  const waiting = new Set<NodeJS.Timeout>();
  let isStopping = false;

  /** Resolves once it listens. */
  async function start(failures = 0): Promise<Extract<Report, { kind: 'LISTENING' }>> {
    const worker = cluster.fork(environmentOf({ ...options, databasePoolSize }));
    running.add(worker);
    const startedAt = performance.now();
    worker.once('exit', () => running.delete(worker));
    const listening = await reportOf(worker);
    worker.once('exit', (code: number | null, signal: string | null) => {
      if (isStopping) return;
      log.error(
        { endedPid: worker.process.pid, code, signal },
        'a server process has ended; another is started in its place',
      );
      restart(performance.now() - startedAt > wellAfterMs ? 1 : failures + 1);
    });
    return listening;
  }

  function restart(failures: number): void {
    if (isStopping) return;
    const timer = setTimeout(
      () => {
        waiting.delete(timer);
        start(failures).catch((err: unknown) => {
          if (isStopping) return;
          log.error({ err }, 'a server process could not be started; it is tried again');
          restart(failures + 1);
        });
      },
      backoffMs(failures, patience, Math.random()),
    );
    waiting.add(timer);
  }

  async function close(): Promise<void> {
    isStopping = true;
    for (const timer of waiting) clearTimeout(timer);
    const endings = [...running].map(async (worker) => {
      const ended = once(worker, 'exit') as Promise<[number | null, string | null]>;
      worker.process.kill('SIGTERM');
      const [code, signal] = await ended;
      return code === 0 || signal === 'SIGKILL';
    });
    if ((await Promise.all(endings)).includes(false)) throw new Error('a server process did not either');
  }

  try {
    // The first makes what has to be made once, and tells what is wrong, if anything is.
    const first = await start();
    await Promise.all(Array.from({ length: config.processes - 1 }, () => start()));
    return { url: first.url, demoKey: first.demoKey, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

/** What it says of its start; rejects if it cannot start. */
function reportOf(worker: Worker): Promise<Extract<Report, { kind: 'LISTENING' }>> {
  return new Promise((resolve, reject) => {
    worker.once('message', (report: Report) => {
      if (report.kind === 'LISTENING') resolve(report);
      else reject(new StartupError(report.sentence));
    });
    worker.once('exit', (code: number | null, signal: string | null) =>
      reject(new StartupError(`A server process ended while it started, with ${code ?? signal}.`)),
    );
  });
}

/** What a server process is told otherwise than this one was. */
const environmentOf = ({
  config,
  databaseUrl,
  databasePoolSize,
  secret,
}: ProcessesOptions & { readonly databasePoolSize: number }): Record<string, string> => ({
  PROCESSES: '1',
  DATABASE_URL: databaseUrl,
  DATABASE_POOL_SIZE: String(databasePoolSize),
  TEARLINE_SECRET: secret,
  DEMO: String(config.demo),
});

/** In megabytes: with V8's own 16 a busy server spends a fifth of its time on clearing its young generation. */
const youngMegabytes = 64;
const youngGeneration = (given: readonly string[]): string[] =>
  given.some((argument) => /^--max[-_]semi[-_]space[-_]size/.test(argument))
    ? []
    : [`--max-semi-space-size=${youngMegabytes}`];

/** The queue's four, one for health, and one to spare. */
const besidePool = 6;
/** For whoever else uses the database: backups, other programs, the superuser. */
const shareForOthers = 0.2;

/** What is configured, or less if all processes together would otherwise use up the database's connections. */
export function poolSizeOf(
  { processes, databasePoolSize }: Pick<Config, 'processes' | 'databasePoolSize'>,
  connectionsMax: number,
): number {
  const each = Math.floor((connectionsMax * (1 - shareForOthers)) / processes) - besidePool;
  if (each >= 1) return Math.min(databasePoolSize, each);
  throw new StartupError(
    `PROCESSES is ${processes}, but the database takes ${connectionsMax} connections, which are too few: start fewer, or raise max_connections.`,
  );
}

const connectionsMaxOf = (databaseUrl: string): Promise<number> =>
  onOwnConnection(databaseUrl, { name: 'tearline-processes', connectMs: 5_000 }, async (client) => {
    const { rows } = await client.query<{ max_connections: string }>('SHOW max_connections');
    return Number(rows[0]!.max_connections);
  });
