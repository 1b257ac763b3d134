import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../src/platform/database.js';
import { migrate } from '../../src/platform/migrate.js';
import { startPostgres } from '../../src/platform/postgres.js';
import { startLink, type Link } from '../testkit/link.js';
import { makeTenantIn, serverProcess } from '../testkit/processes.js';
import { assertLedgerAt } from '../testkit/ledger.js';
import { chance } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { startClients } from './clients.js';
import { faults, type Victims } from './faults.js';
import { contradictionsIn } from './history.js';

export interface Torture {
  readonly seed: number;
  readonly seconds: number;
  readonly servers: number;
  readonly clients: number;
  readonly say: (line: string) => void;
}

export interface Outcome {
  /** Where every request is, one JSON line for each time that it was sent; gone if nothing was wrong. */
  readonly history: string;
  /** How often each fault struck, and each kind of answer came. */
  readonly faults: Readonly<Record<string, number>>;
  readonly answers: Readonly<Record<string, number>>;
  /** All that was wrong, in sentences. */
  readonly wrongs: readonly string[];
}

const restockMs = 4_000;

/** Several servers on one PostgreSQL that keeps what it has flushed, disturbed by chance, while clients count what they get. */
export async function torture({
  seed,
  seconds,
  servers: count,
  clients: crowd,
  say,
}: Torture): Promise<Outcome> {
  const random = chance(seed);
  const folder = mkdtempSync(join(tmpdir(), 'tearline-test-torture-'));
  chmodSync(folder, 0o755); // root runs PostgreSQL as another user, who has to pass
  const history = join(folder, 'history.jsonl');
  const file = createWriteStream(history);
  const postgres = await startPostgres({ folder, durable: true });
  const victims: Victims & { links: Link[] } = { servers: [], links: [], folder, postgres };
  const struck: Record<string, number> = {};
  const answers: Record<string, number> = {};
  const wrongs: string[] = [];

  try {
    await migrate({ url: postgres.url });
    for (let index = 0; index < count; index++) victims.links.push(await startLink(postgres.url));
    const servers = victims.links.map(({ url }) => serverProcess(url, { LOG_LEVEL: 'warn' }));
    Object.assign(victims, { servers });
    await Promise.all(servers.map((server) => server.restart()));
    const { key } = await makeTenantIn(postgres.url);
    const clients = startClients({
      urls: () => servers.map((server) => server.url()),
      key,
      count: crowd,
      // Of their own: how many of them are asked for meanwhile must not change what strikes next.
      random: chance(seed + 1),
      onLine(line) {
        file.write(`${JSON.stringify(line)}\n`);
        const { kind } = line.answer;
        answers[kind] = (answers[kind] ?? 0) + 1;
      },
    });

    const end = performance.now() + seconds * 1_000;
    let stockedAt = -Infinity;
    while (performance.now() < end) {
      if (performance.now() - stockedAt > restockMs) {
        await clients.restock();
        stockedAt = performance.now();
      }
      await pause(random() * 1_000);
      const fault = faults[Math.floor(random() * faults.length)]!;
      const which = Math.floor(random() * count);
      const forMs = 200 + random() * 2_000;
      say(`${fault.name} ${which} for ${Math.round(forMs)} ms`);
      await fault.strike(victims, which, forMs);
      struck[fault.name] = (struck[fault.name] ?? 0) + 1;
    }

    for (const server of servers) {
      await until(
        'all are ready again',
        async () => (await fetch(`${server.url()}/readyz`)).status === 200,
        60_000,
      );
    }
    await clients.stop();
    await stillness(victims.postgres.url);
    await clients.readAll();

    wrongs.push(...clients.unexpected, ...contradictionsIn(clients.lines, clients.limits));
    await assertLedgerAt(victims.postgres.url).catch((error: Error) => void wrongs.push(error.message));
    for (const server of servers) {
      const lines = server.program().output().split('\n');
      wrongs.push(...lines.filter((line) => /"a bug"|Unhandled|Uncaught/.test(line)));
    }
  } finally {
    await Promise.all(victims.servers.map((server) => server.kill().catch(() => undefined)));
    await Promise.all(victims.links.map((link) => link.close()));
    await new Promise((resolve) => file.end(resolve));
    await victims.postgres.destroy();
    if (wrongs.length === 0) rmSync(folder, { recursive: true });
  }
  return { history, faults: struck, answers, wrongs };
}

/** Until nothing is under way that somebody has given up: it counts as long as it may. */
async function stillness(databaseUrl: string): Promise<void> {
  const { prisma, close } = openDatabase(databaseUrl, { poolSize: 1, onError: () => undefined });
  await until(
    'nothing is under way',
    async () => {
      const [row] = await prisma.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND backend_type = 'client backend'`;
      return row!.count === 0;
    },
    60_000,
  );
  await close();
}
