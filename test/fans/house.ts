import pg from 'pg';
import { afterAll } from 'vitest';
import { createBrand } from '../../src/brands/actions.js';
import { deliveryQueue, findDeliveriesOfFans } from '../../src/fans/actions/deliveries.js';
import type { Fan } from '../../src/fans/core.js';
import type { Id } from '../../src/lib/id.js';
import type { Patience } from '../../src/lib/backoff.js';
import { openDatabase } from '../../src/platform/database.js';
import type { Mail, Mailer } from '../../src/platform/mail.js';
import { createOutbound } from '../../src/platform/outbound.js';
import { createQueue } from '../../src/platform/queue.js';
import { startWorker } from '../../src/worker.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testClock, testIds, testScope } from '../testkit/scope.js';
import { until } from '../testkit/until.js';

export const quickly: Patience = { firstDelayMs: 20, maxDelayMs: 40, attemptsMax: 200 };

/** A database with a queue and a worker that is quick to try again; mails are kept instead of sent. */
export async function startHouse({ patience = quickly, timeLimitMs = 5_000 } = {}) {
  const url = await createTestDatabase();
  const database = openDatabase(url, { poolSize: 24, onError: () => undefined });
  const clock = testClock();
  const newId = testIds(clock.now);
  const errors: Error[] = [];
  const mails: Mail[] = [];
  const mailer: Mailer = { send: async (mail) => (mails.push(mail), { isOk: true }), close: () => undefined };
  const queue = createQueue({
    url,
    queueNames: [deliveryQueue],
    pollMs: 10,
    onError: (error) => errors.push(error),
  });
  const outbound = createOutbound({ allowPrivateTargets: true, timeLimitMs });
  const scopeFor = (tenantId: Id<'tenant'>) => ({
    ...testScope({ db: database.prisma, clock, tenantId }),
    newId,
    queue,
    allowPrivateTargets: true,
  });
  startWorker({ queue, outbound, mailer, patience, scopeFor, publicUrl: 'https://coupons.example.com' });
  await queue.start();
  afterAll(async () => {
    await queue.stop();
    await outbound.close();
    await database.close();
  });

  let made = 0;
  return {
    url,
    db: database.prisma,
    clock,
    queue,
    mails,
    errors,
    scopeFor,

    /** A tenant of the test's own with a brand, whose offer is 10 % once unless said otherwise. */
    async brand({ offer = {}, ...fields }: { offer?: object | null; [field: string]: unknown } = {}) {
      const scope = scopeFor(tenantNamed(`Tenant ${++made}`));
      const input = {
        slug: 'acme',
        name: 'Acme',
        offer: offer && {
          name: 'new discount',
          discount: { percentage: { percent: '10' } },
          usageLimit: 1,
          ...offer,
        },
        ...fields,
      };
      return { scope, brand: succeeded(await createBrand(scope, input)) };
    },

    async deliveriesOf(scope: ReturnType<typeof scopeFor>, fan: Fan) {
      const deliveries = await findDeliveriesOfFans(scope, [fan.id]);
      return deliveries.map(({ kind, status, attempts, lastError }) => ({
        kind,
        status,
        attempts,
        lastError,
      }));
    },

    /** Until nothing waits in the queue any more. */
    quiet: () =>
      until('the queue is quiet', async () => {
        const rows = await database.prisma.$queryRaw<object[]>`
          SELECT 1 FROM pgboss.job WHERE state IN ('created', 'retry', 'active')`;
        return rows.length === 0;
      }),
  };
}

/** Everything that is in the database, the queue included, as text. */
export async function dump(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await client.query<{ name: string }>(`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`);
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    const { rows: found } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
    rows.push(`-- ${name}`, ...found.map(({ row }) => row));
  }
  await client.end();
  return rows.join('\n');
}

/** The token in the link of a mail. */
export const tokenIn = (mail: Mail): string => /\/fans\/([\w-]{43})(?=\s)/.exec(mail.text)![1]!;
