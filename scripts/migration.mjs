// node scripts/migration.mjs new <name>   writes the migration that leads from the ones there are to prisma/schema
// node scripts/migration.mjs check        fails if there would be anything to write
// Constraints and indexes that Prisma's schema has no words for are added to a new migration by hand.
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tsImport } from 'tsx/esm/api';

const root = fileURLToPath(new URL('..', import.meta.url));
const migrations = 'prisma/migrations';
const comparison = [
  ...['migrate', 'diff', '--script', '--exit-code'],
  ...['--from-migrations', migrations, '--to-schema', 'prisma/schema'],
];
const differs = 2;
const [command, name] = process.argv.slice(2);

try {
  if (command === 'check') await check();
  else if (command === 'new' && /^[a-z0-9_]+$/.test(name ?? '')) await write();
  else throw new Error('Say `node scripts/migration.mjs check`, or `new` and a name such as add_channels.');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function check() {
  const sql = await difference();
  if (!sql) return;
  const remedy = 'write what is missing with `node scripts/migration.mjs new <name>`';
  throw new Error(`prisma/schema and ${migrations} differ: ${remedy}. It would be:\n\n${sql}`);
}

async function write() {
  const sql = await difference();
  if (!sql) return console.log(`Nothing to write: ${migrations} already leads to prisma/schema.`);
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrations, `${stamp}_${name}`);
  mkdirSync(join(root, folder));
  writeFileSync(join(root, folder, 'migration.sql'), `${sql}\n`);
  console.log(`Written: ${folder}/migration.sql`);
}

/** The SQL that is missing in the migrations; they are run on an empty database to find out. */
async function difference() {
  const {
    code = 0,
    stdout,
    stderr,
  } = await withPostgres((url) =>
    promisify(execFile)(join(root, 'node_modules/.bin/prisma'), comparison, {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url },
    }).catch((ended) => ended),
  );
  if (code === 0) return '';
  if (code === differs) return stdout.trim();
  throw new Error(`Prisma could not compare prisma/schema with ${migrations}: ${stderr || stdout}`);
}

async function withPostgres(work) {
  const { startPostgres } = await tsImport('../src/platform/postgres.ts', import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'tearline-migration-'));
  chmodSync(folder, 0o755); // root runs PostgreSQL as another user, who has to pass
  const postgres = await startPostgres({ folder, durable: false });
  try {
    return await work(Object.assign(new URL(postgres.url), { pathname: '/postgres' }).href);
  } finally {
    await postgres.destroy();
    rmSync(folder, { recursive: true });
  }
}
