import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { sha256 } from './hash.js';
import { StartupError } from './startup-error.js';

export interface MigrateOptions {
  readonly url: string;
  readonly folder?: string;
  /** Told the name of the database if it had to be created. */
  readonly onCreated?: (database: string) => void;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Recorded {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

const ownMigrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** The one that `prisma migrate` takes, so that the two never run at the same time. */
const advisoryLock = 72_707_369;

const lockSecondsMax = 60;

/**
 * Applies what is new in `prisma/migrations` and returns its names; creates the database if it is missing. Records it
 * in the table of `prisma migrate deploy`, which may be used in its stead.
 */
export async function migrate({ url, folder = ownMigrations, onCreated }: MigrateOptions): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = await connectOrCreate(url, onCreated);
  try {
    await takeLock(client);
    await client.query(migrationsTable);
    const pending = await pendingOf(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end(); // which gives back the lock; so does a kill
  }
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return names.sort().map((name) => {
    const file = join(folder, name, 'migration.sql');
    if (!existsSync(file))
      throw new StartupError(
        `The migration ${name} has no file migration.sql: put it back, or delete its folder.`,
      );
    const sql = readFileSync(file, 'utf8');
    return { name, sql, checksum: sha256(sql).toString('hex') };
  });
}

/** One line for whoever started it: the name may be a mistake. */
export const created = (database: string): string =>
  `The database "${database}" did not exist and was created.`;

async function connectOrCreate(url: string, onCreated: MigrateOptions['onCreated']): Promise<pg.Client> {
  try {
    return await connect(url);
  } catch (error) {
    if (codeOf(error) !== databaseIsMissing) throw unreachable(url, error);
    await createDatabase(url, onCreated);
    return connect(url);
  }
}

const databaseIsMissing = '3D000';
/** Said by the catalogue's check, and by its unique index when two create at the same instant. */
const databaseIsThere = ['42P04', '23505'];

async function createDatabase(url: string, onCreated: MigrateOptions['onCreated']): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const client = await connect(Object.assign(new URL(url), { pathname: '/postgres' }).href);
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    onCreated?.(name);
  } catch (error) {
    if (databaseIsThere.includes(codeOf(error) ?? '')) return;
    throw new StartupError(
      `The database "${name}" does not exist and could not be created: ${(error as Error).message}.`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'tearline migrate',
  });
  client.on('error', () => undefined); // the query under way fails by itself
  await client.connect();
  return client;
}

function unreachable(url: string, error: unknown): StartupError {
  const { host } = new URL(url);
  const reason = (error as Error).message || codeOf(error);
  return new StartupError(
    `PostgreSQL at ${host} cannot be used: ${reason}. Is it running, and is DATABASE_URL right?`,
    { cause: error },
  );
}

async function takeLock(client: pg.Client): Promise<void> {
  await client.query(`SET lock_timeout = '${lockSecondsMax}s'`);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
  } catch (error) {
    throw new StartupError(
      `Another process has been migrating this database for more than ${lockSecondsMax} seconds: start again when it is done.`,
      {
        cause: error,
      },
    );
  }
  await client.query('RESET lock_timeout');
}

const migrationsTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/** A database may be ahead of the folder: while a release is rolled out, older servers still start beside newer ones. */
async function pendingOf(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<Recorded>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const failed = rows.find((row) => row.finished_at === null);
  if (failed) {
    throw new StartupError(
      `The migration ${failed.migration_name} failed before: repair the database, then say so with \`npx prisma migrate resolve\`.`,
    );
  }
  const checksums = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const edited = migrations.find(
    ({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum,
  );
  if (edited) {
    throw new StartupError(
      `The migration ${edited.name} was edited after it had been applied: put it back as it was, and write the change as a new migration.`,
    );
  }
  return migrations.filter(({ name }) => !checksums.has(name));
}

/** The whole file is one query, and therefore one transaction; its record is outside of it, to tell of a failure. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql);
  } catch (error) {
    const reason = (error as Error).message;
    await client
      .query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, reason])
      .catch(() => undefined);
    throw new StartupError(`The migration ${name} failed: ${reason}.`, { cause: error });
  }
  await client.query(
    'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1',
    [id],
  );
}

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;
