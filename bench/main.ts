/**
 * `npm run bench`: Tearline and what it is held against, side by side in one run on one machine.
 *
 *   --seconds N    how long each load is measured, 3; half as long for each kind of limit
 *   --rounds N     how often, 3: what is printed are medians
 *   --only ID      only this line; may be given several times
 *   --scale CODES  how many codes `at-scale` has, 1000000; a tenth as many redemptions are stored
 *   --json FILE    writes the lines to a file as well
 *   --profile DIR  has the servers write CPU profiles there
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres, type Postgres } from '../src/platform/postgres.js';
import { cases, isOfLimits, isTearline, wayOf, type Case, type Load, type ServerName } from './cases.js';
import { cpuMicrosOf } from './cpu.js';
import { postgresVersion } from './data.js';
import type { Deciding } from './deciding.js';
import type { Assignment } from './load.js';
import { createProcesses } from './processes.js';
import { cpuTableOf, lineOf, machine, tablesOf, writeJson, type CpuMicros, type Timed } from './report.js';
import { storedRedemptions } from './scale.js';
import { prepare, type Stage } from './stage.js';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true },
    scale: { type: 'string', default: '1000000' },
    json: { type: 'string' },
    profile: { type: 'string' },
  },
});

const seconds = positive('seconds');
const rounds = positive('rounds');
const scale = positive('scale');
const chosen = cases.filter(({ id }) => options.only?.includes(id) ?? true);
if (chosen.length === 0) fail(`--only takes: ${cases.map(({ id }) => id).join(', ')}.`);

/** A server that has just started compiles what it runs, for thousands of requests. One client takes long to send as many. */
const firstSeconds = 3;
const firstSecondsOfOne = 12;
/** What it has compiled already is most of what another kind of limit takes. */
const firstSecondsOfLimits = 1;
/** Later it only has to come from one kind of work to the other. */
const warmUpSeconds = 0.5;

function positive(name: 'seconds' | 'rounds' | 'scale'): number {
  const value = Number(options[name]);
  if (!(value > 0)) fail(`--${name} takes a number above 0.`);
  return value;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

const loadsOf = ({ pairs }: Case): Load[] =>
  pairs.flatMap(({ ours, references: [first, ...others] }) => [first!, ours, ...others]);

/** All that is to measure, in the order of a round: ours between its references, each load once however many need it. */
const loads = [...new Map(chosen.flatMap(loadsOf).map((load) => [nameOf(load), load])).values()];
const loadsOfLimits = new Set(cases.filter(isOfLimits).flatMap(loadsOf).map(nameOf));

function nameOf(load: Load): string {
  const { server, work, clients, isOfAll, beside } = load;
  const which = isOfAll ? ' of all' : '';
  const others = beside ? ` beside ${beside.work} ${beside.clients}` : '';
  return `${server} ${work}${which} ${clients} ${wayOf(load)}${others}`;
}

async function bench(postgres: Postgres, processes: ReturnType<typeof createProcesses>) {
  const databaseUrl = postgres.url;
  const servers = new Set(loads.map(({ server }) => server));
  const stage = await prepare({
    databaseUrl,
    processes,
    folder,
    servers,
    scale,
    works: new Set(loads.map(({ work }) => work)),
    profile: options.profile,
    say,
  });

  const run = processes.startMeasuring<Assignment>('load.ts');
  const decide = servers.has('none') ? processes.startMeasuring<Deciding>('deciding.ts') : null;
  const redeemed: Partial<Record<ServerName, number>> = {};
  let unproven = 0;

  async function measure(load: Load, times: { warmUpSeconds: number; seconds: number }): Promise<Timed> {
    if (load.server === 'none') return { ...(await decide!({ work: load.work, ...times })), cpu: null };
    const pids = [stage.pidOf(load.server), postgres.pid];
    const before = pids.map(cpuMicrosOf);
    const measured = await run({ ...assign(stage, load), ...times });
    const [server, database] = pids.map((pid, index) => {
      const [from, until] = [before[index]!, cpuMicrosOf(pid)];
      return from === null || until === null ? NaN : (until - from) / measured.requests;
    });
    unproven += measured.unproven;
    redeemed[load.server] = (redeemed[load.server] ?? 0) + measured.redemptions;
    return { ...measured, cpu: { server: server!, database: database!, load: measured.cpuMicros } };
  }

  for (const load of firstLoads()) {
    await measure(load, { warmUpSeconds: 0, seconds: firstSecondsFor(load) });
  }
  // A statement that is prepared while its tables look empty keeps a plan for empty tables until they are analyzed. A
  // database that has run for a minute is analyzed.
  await stage.analyze();

  const measured = await inRounds(measure);
  await stage.check(redeemed);

  const lines = chosen.map((one) => lineOf(one, (load) => measured.get(nameOf(load))!));
  const report = {
    machine: machine(await postgresVersion(databaseUrl)),
    scale: servers.has('large') ? { codes: scale, redemptions: storedRedemptions(scale) } : null,
    lines,
  };
  say(`\n${tablesOf(lines)}\n\n${cpuTableOf(lines)}\n\n${report.machine}.`);
  if (report.scale) {
    const { codes, redemptions } = report.scale;
    say(`At scale: ${count(codes)} codes and ${count(redemptions)} redemptions were stored.`);
  }
  const byTearline = sum([...servers].filter(isTearline).map((server) => redeemed[server] ?? 0));
  say(
    `Every answer was checked: ${count(byTearline)} redemptions by Tearline and ${count(redeemed.raw ?? 0)} by ` +
      'the reference are in the database, and counted once each; `npm run reconcile` finds no difference.',
  );
  if (loads.some(({ work }) => work === 'preview-best'))
    say(`Of the searches for the best combination ${count(unproven)} were not proven to have found it.`);
  if (options.json !== undefined) writeJson(options.json, report);
}

const count = (number: number): string => number.toLocaleString('en');
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function assign(stage: Stage, load: Load) {
  const group = (load: Load) => ({
    ...stage.placeOf(load),
    isRaw: load.server === 'raw',
    way: wayOf(load),
    work: load.work,
    clients: load.clients,
  });
  return { measured: group(load), beside: load.beside ? group({ ...load, ...load.beside }) : null };
}

function firstSecondsFor(load: Load): number {
  if (loadsOfLimits.has(nameOf(load))) return firstSecondsOfLimits;
  return load.clients === 1 ? firstSecondsOfOne : firstSeconds;
}

/** Each kind of work of each server once: for a compiler one code is as good as many, but one request is no batch. */
function firstLoads(): Load[] {
  const kindOf = (load: Load) =>
    `${load.server} ${load.work.replace(/^apply-(hot|uniform)$/, 'apply')} ${wayOf(load)} ${load.clients === 1}`;
  return [...new Map(loads.map((load) => [kindOf(load), load])).values()];
}

/** Again and again all of them, there and back: what else the machine does falls on ours and on its reference. */
async function inRounds(
  measure: (load: Load, times: { warmUpSeconds: number; seconds: number }) => Promise<Timed>,
): Promise<Map<string, Timed[]>> {
  const measured = new Map(loads.map((load): [string, Timed[]] => [nameOf(load), []]));
  for (let round = 1; round <= rounds; round++) {
    for (const load of round % 2 === 1 ? loads : loads.toReversed()) {
      const name = nameOf(load);
      const share = loadsOfLimits.has(name) ? 0.5 : 1;
      const { perSecond, ...more } = await measure(load, { warmUpSeconds, seconds: seconds * share });
      measured.get(name)!.push({ perSecond, ...more });
      say(`round ${round} of ${rounds}, ${name}: ${Math.round(perSecond)}/s${inWords(more.cpu)}`);
    }
  }
  return measured;
}

const inWords = (cpu: CpuMicros | null): string =>
  cpu
    ? `, CPU of a request: server ${cpu.server.toFixed(0)} µs, PostgreSQL ${cpu.database.toFixed(0)} µs, load ${cpu.load.toFixed(0)} µs`
    : '';

const say = (text: string) => void process.stdout.write(`${text}\n`);

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
  await bench(await starting, processes);
} finally {
  await clean();
}
