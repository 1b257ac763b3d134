import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupError } from '../startup-error.js';
import { run, type Ended } from './account.js';
import type { Place } from './place.js';
import { freePort } from './port.js';
import { commandOf } from './processes.js';

export const superuser = 'tearline';

/** Nothing but these: no socket file anywhere, no other host. */
const always = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'timezone=UTC',
  'log_timezone=UTC',
];

const megabyte = 2 ** 20;
const buffersMaxMb = 1024;

/** A quarter of the memory there is, as its manual advises: with its 128 MB most of a large table is found elsewhere. */
function buffers(): string {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  return `shared_buffers=${Math.min(buffersMaxMb, Math.ceil(memory / 4 / megabyte))}MB`;
}

/** For data that may be lost with the power: it is several times faster. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Recovery after a crash takes a while. */
const startSecondsMax = 120;
const stopSecondsMax = 60;
const retrySecondsMax = 30;

const dataOf = (place: Place) => join(place.home, 'data');
const passwordFileOf = (place: Place) => join(place.home, 'password');
const logOf = (place: Place) => join(place.home, 'postgres.log');

export const passwordOf = (place: Place): string => readFileSync(passwordFileOf(place), 'utf8').trim();

const execute = (place: Place, program: string, args: readonly string[]) =>
  run(place.account, join(place.native, 'bin', program), args, place.home);

const control = (place: Place, action: string, ...args: string[]): Promise<Ended> =>
  execute(place, 'pg_ctl', [action, '-D', dataOf(place), ...args]);

/**
 * Made under another name first: what an interrupted attempt leaves behind is never taken for a database. The locale
 * is PostgreSQL's own, so that text sorts alike on every operating system.
 */
export async function initialise(place: Place, durable: boolean): Promise<void> {
  if (existsSync(dataOf(place))) return;
  const draft = join(place.home, 'data.draft');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFileOf(place), `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  const { uid, gid } = place.account;
  if (uid !== undefined && gid !== undefined) chownSync(passwordFileOf(place), uid, gid);
  const access = ['--username', superuser, '--auth', 'scram-sha-256', '--pwfile', passwordFileOf(place)];
  const text = [
    '--encoding',
    'UTF8',
    '--locale',
    'C',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
  ];
  const { exitCode, output } = await execute(place, 'initdb', [
    '-D',
    draft,
    ...access,
    ...text,
    ...(durable ? [] : ['--no-sync']),
  ]);
  if (exitCode !== 0) {
    throw new StartupError(
      `PostgreSQL could not create its database in ${place.home}: ${failuresIn(output) ?? output}.`,
    );
  }
  renameSync(draft, dataOf(place));
}

/** Starts the postmaster in a session of its own: Ctrl-C in the terminal reaches Node alone, which then stops it. */
export async function start(
  place: Place,
  durable: boolean,
  fixedPort?: number,
): Promise<{ port: number; pid: number }> {
  const deadline = Date.now() + retrySecondsMax * 1000;
  for (;;) {
    const port = fixedPort ?? (await freePort());
    const settings = [...always, ...(durable ? [buffers()] : careless), `port=${port}`]
      .map((setting) => `-c ${setting}`)
      .join(' ');
    rmSync(logOf(place), { force: true });
    const { exitCode, output } = await control(
      place,
      'start',
      '-w',
      '-t',
      String(startSecondsMax),
      '-l',
      logOf(place),
      '-o',
      settings,
    );
    const pid = postmasterOf(place);
    if (exitCode === 0 && pid !== undefined) return { port, pid };

    const reason = reasonIn(place) ?? output;
    // Somebody took the port in between, or the backends of a killed postmaster are still going down.
    if (!reason.includes('in use') || Date.now() > deadline) {
      throw new StartupError(`PostgreSQL did not start: ${reason}. Its log is ${logOf(place)}.`);
    }
    await delay(100);
  }
}

function reasonIn(place: Place): string | undefined {
  return existsSync(logOf(place)) ? failuresIn(readFileSync(logOf(place), 'utf8')) : undefined;
}

function failuresIn(output: string): string | undefined {
  const failures = output.split('\n').filter((line) => /\b(FATAL|PANIC|could not)\b/.test(line));
  return failures.map((line) => line.replace(/^.*?\b(FATAL|PANIC|LOG|error): +/, '')).join('; ') || undefined;
}

/** Stops the postmaster of this data, if there is one: ours, or one whose Node was killed. */
export async function stop(place: Place): Promise<void> {
  if (postmasterOf(place) === undefined) return disownLockFile(place);
  const seconds = String(stopSecondsMax);
  const isDown = async (mode: string) =>
    (await control(place, 'stop', '-w', '-t', seconds, '-m', mode)).exitCode === 0;
  if ((await isDown('fast')) || (await isDown('immediate')) || postmasterOf(place) === undefined) return;
  throw new StartupError(
    `The PostgreSQL that runs on ${dataOf(place)} (process ${postmasterOf(place)}) could not be stopped: stop it by hand.`,
  );
}

const lockFileOf = (place: Place) => join(dataOf(place), 'postmaster.pid');

function postmasterOf(place: Place): number | undefined {
  if (!existsSync(lockFileOf(place))) return undefined;
  const pid = Number.parseInt(readFileSync(lockFileOf(place), 'utf8'), 10);
  return commandOf(pid).includes(dataOf(place)) ? pid : undefined;
}

/** Where the postmaster of this data takes connections; undefined if it does not. */
export function portOf(place: Place): number | undefined {
  if (postmasterOf(place) === undefined) return undefined;
  // Documented in miscadmin.h: the fourth line is the port, the eighth the status.
  const lines = readFileSync(lockFileOf(place), 'utf8').split('\n');
  return lines[7]?.trim() === 'ready' ? Number(lines[3]) : undefined;
}

/**
 * PostgreSQL refuses to start while any process has the number in its lock file, be it a stranger or a zombie. The
 * rest of the file must stay: by it PostgreSQL finds out whether backends of a killed postmaster are still at work.
 */
function disownLockFile(place: Place): void {
  if (!existsSync(lockFileOf(place))) return;
  const nobody = String(2 ** 31 - 1);
  writeFileSync(lockFileOf(place), readFileSync(lockFileOf(place), 'utf8').replace(/^\d+/, nobody));
}
