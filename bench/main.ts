/**
 * `npm run bench`: Tearline and what it is held against, side by side in one run on one machine.
 *
 *   --seconds N    how long each load is measured, 4
 *   --rounds N     how often, 3: what is printed are medians
 *   --only ID      only this case; may be given several times
 *   --json FILE    writes the lines to a file as well
 *   --profile DIR  has the server write a CPU profile there
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../src/platform/postgres.js';
import { cases, type Case, type Load, type ServerName } from './cases.js';
import {
  analyze,
  checkUses,
  makeCoupons,
  makeReference,
  makeTenant,
  postgresVersion,
  siblingOf,
} from './data.js';
import type { Measured } from './load.js';
import { createProcesses } from './processes.js';
import { lineOf, machine, tableOf, writeJson, type Series } from './report.js';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    profile: { type: 'string' },
  },
});

const seconds = positive('seconds');
const rounds = positive('rounds');
const chosen = cases.filter(({ id }) => options.only?.includes(id) ?? true);
if (chosen.length === 0) fail(`--only takes: ${cases.map(({ id }) => id).join(', ')}.`);

/** A server that has just started compiles what it runs, for thousands of requests. */
const firstSeconds = 3;
/** Later it only has to come from one kind of work to the other. */
const warmUpSeconds = 0.5;

function positive(name: 'seconds' | 'rounds'): number {
  const value = Number(options[name]);
  if (!(value > 0)) fail(`--${name} takes a number above 0.`);
  return value;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

async function bench(databaseUrl: string, processes: ReturnType<typeof createProcesses>) {
  const referenceUrl = siblingOf(databaseUrl, 'reference');
  const env = { DATABASE_URL: databaseUrl, TEARLINE_SECRET: randomBytes(32).toString('hex') };
  const key = makeTenant({ ...env, PATH: process.env['PATH'] });
  await makeReference(referenceUrl);

  const profile =
    options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(options.profile)}`];
  const urls: Record<ServerName, string> = {
    tearline: await processes.startServer('../src/main.ts', env, profile),
    raw: await processes.startServer('raw-server.ts', { DATABASE_URL: referenceUrl }),
    constant: await processes.startServer('constant-server.ts', {}),
  };
  await makeCoupons(urls.tearline, key, databaseUrl);

  const run = processes.startLoad();
  const headers = { 'content-type': 'application/json', 'x-api-key': key };
  const redeemed: Record<ServerName, number> = { tearline: 0, raw: 0, constant: 0 };

  async function measure(load: Load, times = { warmUpSeconds, seconds }): Promise<Measured> {
    const measured = await run({ ...load, ...times, url: urls[load.server], headers });
    redeemed[load.server] += measured.redemptions;
    return measured;
  }

  for (const load of firstLoads()) await measure(load, { warmUpSeconds: 0, seconds: firstSeconds });
  // A statement that is prepared while its tables look empty keeps a plan for empty tables until they are analyzed. A
  // database that has run for a minute is analyzed.
  await analyze(databaseUrl);
  await analyze(referenceUrl);
  const series = await inRounds(measure);
  await checkUses(databaseUrl, redeemed.tearline);
  await checkUses(referenceUrl, redeemed.raw);
  const lines = chosen.map((each) => lineOf(each, series.get(each)!));
  say(`\n${tableOf(lines)}\n\n${machine(await postgresVersion(databaseUrl))}.`);
  say(
    `Every answer was checked: ${redeemed.tearline.toLocaleString('en')} redemptions by Tearline and ` +
      `${redeemed.raw.toLocaleString('en')} by the reference are in the database, and counted once each.`,
  );
  if (options.json !== undefined) writeJson(options.json, lines);
}

/** Each kind of work of each server once. */
function firstLoads(): Load[] {
  const loads = chosen.flatMap(({ ours, references }) => [ours, ...references]);
  return [...new Map(loads.map((load) => [`${load.server} ${load.work}`, load])).values()];
}

/** Ours between its references, again and again: what else the machine does falls on both. */
async function inRounds(measure: (load: Load) => Promise<Measured>): Promise<Map<Case, Series>> {
  const series = new Map(
    chosen.map((each) => [
      each,
      { ours: [] as Measured[], references: each.references.map((): Measured[] => []) },
    ]),
  );
  for (let round = 1; round <= rounds; round++) {
    for (const [{ id, ours, references }, measured] of series) {
      const [first, ...others] = references.keys();
      measured.references[first!]!.push(await measure(references[first!]!));
      measured.ours.push(await measure(ours));
      for (const other of others) measured.references[other]!.push(await measure(references[other]!));
      say(`round ${round} of ${rounds}, ${id}: ${Math.round(measured.ours.at(-1)!.perSecond)}/s`);
    }
  }
  return series;
}

const say = (text: string) => process.stdout.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), 'tearline-bench-'));
chmodSync(folder, 0o755); // root runs PostgreSQL as another user, who has to pass
const processes = createProcesses(folder);
say('Starting PostgreSQL and the servers …');
const starting = startPostgres({ folder, durable: true });

let cleaned: Promise<void> | undefined;
const clean = () =>
  (cleaned ??= (async () => {
    await processes.stop();
    const postgres = await starting.catch(() => undefined);
    await postgres?.destroy();
    rmSync(folder, { recursive: true });
  })());

// Ctrl-C, or whoever waits for it has had enough.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void clean().finally(() => process.exit(1)));
}

try {
  await bench((await starting).url, processes);
} finally {
  await clean();
}
