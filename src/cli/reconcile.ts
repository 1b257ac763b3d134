import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { parseId } from '../lib/id.js';
import { openDatabase } from '../platform/database.js';
import { findRunningPostgres, startPostgres } from '../platform/postgres.js';
import { StartupError } from '../platform/startup-error.js';
import { reconcile } from '../reconciliation/actions.js';
import { differences, type Finding } from '../reconciliation/core.js';
import { conclusionOf, linesOf, reportOf } from '../reconciliation/report.js';

const usage =
  'Usage: npm run reconcile -- [--tenant ID] [--json]\n' +
  'Counts every counter anew and says which rows differ, while the server runs or not. Writes nothing.\n' +
  'Ends with 0 if everything agrees, with 1 if rows differ, with 2 if it could not look.';

const rowsMax = 100;

/** The server's own, see main.ts. */
const folder = fileURLToPath(new URL('../../.tearline', import.meta.url));

/** Whether everything agrees. */
async function main(words: string[]): Promise<boolean> {
  const { tenantId, isJson } = wordsIn(words);
  if (existsSync('.env')) process.loadEnvFile();
  const config = readConfig(process.env);
  // Without DATABASE_URL it is the server's own: that of the server that runs, or started for the while.
  const known = config.databaseUrl ?? (await findRunningPostgres(folder));
  const postgres = known === undefined ? await startPostgres({ folder, durable: true }) : null;
  const database = openDatabase(known ?? postgres!.url, { poolSize: 1, onError: explain, silenceMs: 0 });
  try {
    const found = await reconcile({
      db: database.prisma,
      now: () => new Date(),
      tenantId,
      rowsMax,
      ...(!isJson && { onChecked: (finding: Finding) => linesOf(finding).forEach(say) }),
    });
    if (!found) throw new StartupError(`There is no tenant "${tenantId}".`);
    say(isJson ? JSON.stringify(reportOf(found), null, 2) : conclusionOf(found));
    return differences(found) === 0;
  } finally {
    await database.close();
    await postgres?.stop();
  }
}

function wordsIn(words: string[]) {
  try {
    const { values } = parseArgs({
      args: words,
      options: { tenant: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const tenantId = values.tenant === undefined ? null : parseId('tenant', values.tenant);
    if (tenantId !== undefined) return { tenantId, isJson: values.json };
  } catch {
    // Whatever is wrong with the words, what they may be is said below.
  }
  throw new StartupError(usage);
}

const say = (text: string) => void process.stdout.write(`${text}\n`);

function explain(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  explain(error);
  process.exitCode = 2;
}
