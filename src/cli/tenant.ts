import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemScope } from '../platform/services.js';
import { readConfig } from '../config.js';
import { createApiKey } from '../keys/actions.js';
import { isFailure } from '../lib/outcome.js';
import { openDatabase } from '../platform/database.js';
import { createIds } from '../platform/ids.js';
import { created, migrate } from '../platform/migrate.js';
import { findRunningPostgres, startPostgres } from '../platform/postgres.js';
import { createQueue } from '../platform/queue.js';
import { readOrMakeSecret } from '../platform/secret-file.js';
import { StartupError } from '../platform/startup-error.js';
import { inTransaction } from '../platform/transaction.js';
import { createVault } from '../platform/vault.js';
import { createTenant } from '../tenants/actions.js';

const usage =
  'Usage: npm run tenant -- create "Name"\nMakes a tenant, and a key that may do everything in it.';

/** The server's own, see main.ts. */
const folder = fileURLToPath(new URL('../../.tearline', import.meta.url));

async function main([command, name, ...more]: readonly string[]): Promise<void> {
  if (command !== 'create' || name === undefined || more.length > 0) throw new StartupError(usage);
  if (existsSync('.env')) process.loadEnvFile();
  const config = readConfig(process.env);
  // Without DATABASE_URL it is the server's own: that of the server that runs, or started for the while.
  const known = config.databaseUrl ?? (await findRunningPostgres(folder));
  const postgres = known === undefined ? await startPostgres({ folder, durable: true }) : null;
  try {
    const secret = config.secret ?? readOrMakeSecret(join(folder, 'secret'));
    const made = await create(name, known ?? postgres!.url, secret);
    say(`Tenant  ${made.tenant.name}, ${made.tenant.id}`);
    say(`Key     ${made.secret}`);
    say('The key may do everything in the tenant. It is shown this once: only its hash is kept.');
  } finally {
    await postgres?.stop();
  }
}

async function create(name: string, url: string, secret: string) {
  await migrate({ url, onCreated: (database) => say(created(database)) });
  const database = openDatabase(url, { poolSize: 1, onError: explain });
  const now = () => new Date();
  const services = {
    db: database.prisma,
    vault: createVault(secret),
    // Nothing is put in it: a tenant and a key are all that is made here.
    queue: createQueue({ url, queueNames: [], onError: explain }),
    now,
    newId: createIds(now),
    allowPrivateTargets: false,
  };
  const scope = systemScope(services, services.newId('tenant'));
  try {
    const made = await inTransaction(scope, async (scope) => {
      const tenant = await createTenant(scope, { name });
      if (isFailure(tenant)) return tenant;
      const key = await createApiKey(scope, { name: 'First key', rights: ['ADMIN'] });
      return isFailure(key) ? key : { tenant, secret: key.secret };
    });
    if (isFailure(made)) throw new StartupError(made.message);
    return made;
  } finally {
    await database.close();
  }
}

const say = (text: string) => process.stdout.write(`${text}\n`);

function explain(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
