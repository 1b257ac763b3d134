import { fork, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { freePort } from '../src/platform/postgres/port.js';
import type { Measured } from './load.js';

const startSecondsMax = 60;
const stopSecondsMax = 15;

/** Processes of this run, each of which ends with it, as do the files that it puts in its folder. */
export function createProcesses(folder: string) {
  const children: ChildProcess[] = [];
  symlinkSync(pathOf('../node_modules'), join(folder, 'node_modules'), 'junction');

  const logOf = (script: string) => join(folder, `${basename(script)}.log`);

  /** What Tearline is held against is compiled as it is itself: with a loader in between it would be slower. */
  function compiled(script: string): string {
    if (!script.endsWith('.ts')) return pathOf(script);
    const outfile = join(folder, `${basename(script, '.ts')}.mjs`);
    buildSync({
      entryPoints: [pathOf(script)],
      outfile,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      // It stays where it was, for the files that it reads.
      define: { 'import.meta.url': JSON.stringify(import.meta.url) },
    });
    return outfile;
  }

  function start(script: string, env: NodeJS.ProcessEnv, nodeArgs: readonly string[] = []): ChildProcess {
    const child = fork(compiled(script), {
      // Nothing of the folder that it is started in, such as a file `.env`, says what is measured.
      cwd: folder,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
      execArgv: [...nodeArgs],
      // A log costs what it costs, as in production.
      stdio: ['ignore', openSync(logOf(script), 'a'), 'inherit', 'ipc'],
    });
    children.push(child);
    return child;
  }

  return {
    /** Starts a server on a port of its own and waits until it answers. */
    async startServer(
      script: string,
      env: NodeJS.ProcessEnv,
      nodeArgs?: readonly string[],
    ): Promise<{ readonly url: string; readonly pid: number }> {
      const port = await freePort();
      const child = start(script, { ...env, HOST: '127.0.0.1', PORT: String(port) }, nodeArgs);
      const url = `http://127.0.0.1:${port}`;
      const deadline = Date.now() + startSecondsMax * 1000;
      while (!(await answers(url))) {
        if (hasEnded(child) || Date.now() > deadline) {
          throw new Error(`${script} did not start: ${readFileSync(logOf(script), 'utf8').slice(-1_000)}`);
        }
        await delay(50);
      }
      return { url, pid: child.pid! };
    },

    /** Starts a process that measures, one load after the other. */
    startMeasuring<Assignment>(script: string) {
      const child = start(script, {});
      return (assignment: Assignment) =>
        new Promise<Measured>((resolve, reject) => {
          const onExit = () => reject(new Error(`${script} has ended.`));
          child.once('exit', onExit);
          child.once('message', ({ measured, failed }: { measured?: Measured; failed?: string }) => {
            child.off('exit', onExit);
            if (measured) resolve(measured);
            else reject(new Error(failed));
          });
          child.send(assignment as object);
        });
    },

    /** Asks all to end, and ends those that do not. */
    async stop(): Promise<void> {
      await Promise.all(children.map(end));
    },
  };
}

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), stopSecondsMax * 1000);
  await ended;
  clearTimeout(patience);
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
