import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { destroyPostgres, findRunningPostgres, startPostgres } from '../../src/platform/postgres.js';
import { findBinaries } from '../../src/platform/postgres/binaries.js';
import { birthOf } from '../../src/platform/postgres/processes.js';
import { StartupError } from '../../src/platform/startup-error.js';

const folder = mkdtempSync(join(tmpdir(), 'tearline-test-postgres-'));
chmodSync(folder, 0o755); // root runs PostgreSQL as another user, who has to pass
const children: ChildProcessWithoutNullStreams[] = [];

afterAll(async () => {
  for (const child of children) await kill(child);
  await destroyPostgres(folder);
  rmSync(folder, { recursive: true });
});

const begin = () => startPostgres({ folder, durable: true });

/** Another Node process that starts PostgreSQL on the same folder. */
function beginElsewhere(): ChildProcessWithoutNullStreams {
  const program = new URL('postgres-owner.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], { stdio: 'pipe' });
  children.push(child);
  return child;
}

async function kill(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

async function firstLine(stream: Readable): Promise<string> {
  const [line] = (await once(createInterface(stream), 'line')) as [string];
  return line;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href,
  });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const isAlive = (pid: number) => birthOf(pid) !== undefined;

describe('PostgreSQL of our own', () => {
  it('is new at first: UTF-8, UTC, on the loopback interface alone and with a password', async () => {
    const postgres = await begin();
    const [settings] = await query(
      postgres.url,
      `SELECT current_setting('listen_addresses') AS host, current_setting('unix_socket_directories') AS sockets,
              current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone, current_setting('fsync') AS fsync`,
    );
    expect(settings).toEqual({ host: '127.0.0.1', sockets: '', encoding: 'UTF8', zone: 'UTC', fsync: 'on' });
    const guessed = Object.assign(new URL(postgres.url), { password: 'guessed' }).href;
    await expect(query(guessed, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await query(postgres.url, "CREATE TABLE kept AS SELECT 'kept' AS value");
    await postgres.stop();
    await expect(query(postgres.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('keeps its data when it is stopped and started again', async () => {
    const postgres = await begin();
    expect(await query(postgres.url, 'SELECT value FROM kept')).toEqual([{ value: 'kept' }]);
    await postgres.stop();
    await postgres.stop(); // does nothing
  });

  it('is refused to a second process while the first one lives', async () => {
    const postgres = await begin();
    await expect(begin()).rejects.toThrow(StartupError);
    const second = beginElsewhere();
    const [message, [exitCode]] = await Promise.all([
      firstLine(second.stderr),
      once(second, 'exit') as Promise<[number]>,
    ]);
    expect(message).toMatch(
      new RegExp(`^Another Tearline \\(process ${process.pid}\\) is running on this folder: `),
    );
    expect(exitCode).toBe(1);
    expect(await query(postgres.url, 'SELECT value FROM kept')).toEqual([{ value: 'kept' }]);
    await postgres.stop();
  });

  it('is found by others while it runs', async () => {
    expect(await findRunningPostgres(folder)).toBeUndefined();
    const postgres = await begin();
    expect(await findRunningPostgres(folder)).toBe(postgres.url);
    await postgres.stop();
    expect(await findRunningPostgres(folder)).toBeUndefined();
  });

  it('is taken over when the process that started it was killed', async () => {
    const owner = beginElsewhere();
    const orphan = JSON.parse(await firstLine(owner.stdout)) as { url: string; pid: number };
    await query(orphan.url, "UPDATE kept SET value = 'kept by the orphan'");
    await kill(owner);
    expect(isAlive(orphan.pid)).toBe(true);

    const postgres = await begin();
    expect(isAlive(orphan.pid)).toBe(false);
    expect(await query(postgres.url, 'SELECT value FROM kept')).toEqual([{ value: 'kept by the orphan' }]);
    await postgres.stop();
  });

  it('recovers on the same port when it was killed itself', async () => {
    const killed = await begin();
    await query(killed.url, "UPDATE kept SET value = 'kept by the log'");
    process.kill(killed.pid, 'SIGKILL');
    await vi.waitUntil(() => !isAlive(killed.pid));
    await killed.stop();

    const postgres = await startPostgres({ folder, durable: true, port: killed.port });
    expect(await query(killed.url, 'SELECT value FROM kept')).toEqual([{ value: 'kept by the log' }]);
    await postgres.stop();
  });

  it('starts though its lock file names the process of a stranger, and leaves that one alone', async () => {
    const stranger = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' });
    children.push(stranger);
    const lockFile = join(realpathSync(join(folder, 'postgres')), 'data/postmaster.pid');
    const killed = await begin();
    process.kill(killed.pid, 'SIGKILL');
    await vi.waitUntil(() => !isAlive(killed.pid));
    await killed.stop();
    writeFileSync(lockFile, readFileSync(lockFile, 'utf8').replace(/^\d+/, String(stranger.pid)));

    const postgres = await begin();
    expect(await query(postgres.url, 'SELECT value FROM kept')).toEqual([{ value: 'kept by the log' }]);
    expect(stranger.signalCode).toBeNull();
    await postgres.stop();
  });

  it('leaves nothing behind when it is destroyed', async () => {
    const postgres = await begin();
    const home = realpathSync(join(folder, 'postgres'));
    await postgres.destroy();
    expect([
      isAlive(postgres.pid),
      existsSync(home),
      existsSync(`${home}.owner`),
      existsSync(join(folder, 'postgres')),
    ]).toEqual([false, false, false, false]);
  });
});

describe('given a platform that the npm package has no PostgreSQL for', () => {
  it('names the way out', () => {
    expect(() => findBinaries('plan9-mips')).toThrow(StartupError);
    expect(() => findBinaries('plan9-mips')).toThrow(
      /^There is no PostgreSQL to start on plan9-mips.* set DATABASE_URL /,
    );
  });
});
