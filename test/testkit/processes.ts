import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { openDatabase } from '../../src/platform/database.js';
import { createIds } from '../../src/platform/ids.js';
import { createQueue } from '../../src/platform/queue.js';
import { createVault } from '../../src/platform/vault.js';
import { createClient, type Client } from './client.js';
import { makeTenant } from './tenant.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href;
const secret = 'the secret of a test, of 32 characters';
const startMs = 60_000;

/** `npm start` as a process of its own. */
export interface Program {
  readonly pid: number;
  /** All it has printed so far, the log included. */
  readonly output: () => string;
  /** Whether it has not ended yet. */
  readonly isRunning: () => boolean;
  /** Where it listens. Rejects, with what it printed, if it ends before it does. */
  readonly listening: () => Promise<string>;
  /** Ends by itself or by a signal: the exit code, or the signal's name. */
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly send: (signal: NodeJS.Signals) => void;
}

/** Starts the compiled server of a folder, with these variables and none that the tests' own environment may have. */
export function startProgram(
  env: Record<string, string>,
  folder = root,
  args: readonly string[] = [],
): Program {
  const inherited = ['PATH', 'HOME', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'SystemRoot'];
  const base = Object.fromEntries(
    inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', endWithParent, 'dist/main.js', ...args],
    {
      cwd: folder,
      env: { ...base, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  // Not `exit`: what it printed last comes after that.
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);

  const listening = () =>
    new Promise<string>((resolve, reject) => {
      const giveUp = (why: string) => reject(new Error(`The server ${why}: ${output}`));
      const timer = setTimeout(() => giveUp('did not start in time'), startMs);
      const look = () => {
        const port = /^ +Endpoint +http:\/\/[^/]+:(\d+)\/graphql$/m.exec(output)?.[1];
        if (!port) return;
        clearTimeout(timer);
        resolve(`http://127.0.0.1:${port}`);
      };
      child.stdout!.on('data', look);
      look();
      void ended.then((code) => (clearTimeout(timer), giveUp(`ended with ${code}`)));
    });

  return {
    pid: child.pid!,
    output: () => output,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    listening,
    ended,
    send: (signal) => void child.kill(signal),
  };
}

/** One of several servers on one database, with a place in the row that it keeps through restarts. */
export interface ServerProcess {
  url(): string;
  isRunning(): boolean;
  /** The process as it is now: another after a restart. */
  program(): Program;
  /** Kill -9. */
  kill(): Promise<void>;
  /** After a kill. */
  restart(): Promise<void>;
}

/** Starts servers on a database, all at once, and stops them after the last test. Called at the top of a test file. */
export async function startServers(
  databaseUrl: string,
  count: number,
  env: Record<string, string> = {},
): Promise<ServerProcess[]> {
  const servers = Array.from({ length: count }, () => serverProcess(databaseUrl, env));
  afterAll(() => Promise.all(servers.map((server) => server.kill())), 30_000);
  await Promise.all(servers.map((server) => server.restart()));
  return servers;
}

/** One that is not started yet; whoever makes it stops it. */
export function serverProcess(databaseUrl: string, env: Record<string, string> = {}): ServerProcess {
  let program: Program;
  let url: string;
  return {
    url: () => url,
    isRunning: () => program.isRunning(),
    program: () => program,
    async kill() {
      program.send('SIGKILL');
      await program.ended;
    },
    async restart() {
      program = startProgram({ DATABASE_URL: databaseUrl, TEARLINE_SECRET: secret, DEMO: 'false', ...env });
      url = await program.listening();
    },
  };
}

/** Makes a tenant in a database that servers run on; the key may do everything in it. */
export async function makeTenantIn(databaseUrl: string, name = 'Acme'): Promise<{ key: string }> {
  const database = openDatabase(databaseUrl, { poolSize: 1, onError: () => undefined });
  const now = () => new Date();
  try {
    const tenant = await makeTenant(
      {
        db: database.prisma,
        vault: createVault(secret),
        queue: createQueue({ url: databaseUrl, queueNames: [], onError: () => undefined }),
        now,
        newId: createIds(now),
        allowPrivateTargets: false,
      },
      name,
    );
    return { key: tenant.adminKey };
  } finally {
    await database.close();
  }
}

/** A client of each server. */
export const clientsOf = (servers: readonly ServerProcess[], key: string): Client[] =>
  servers.map((server) => createClient(server.url(), key));
