import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/migrate.js';
import { destroyPostgres, startPostgres } from '../../src/platform/postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the migrated database that each test file gets a copy of. */
    readonly templateUrl: string;
  }
}

const setup = fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url));

const folderPrefix = 'tearline-test-';

/** One PostgreSQL for the whole run, which leaves nothing behind; or that of TEST_DATABASE_URL, less one template. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  compileServer();
  project.onTestsRerun(compileServer);
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { url: given, close: async () => undefined } : await startEmbedded();
  const template = `tearline_template_${randomUUID().slice(0, 8)}`;
  const templateUrl = Object.assign(new URL(server.url), { pathname: `/${template}` }).href;
  await migrate({ url: templateUrl });
  project.provide('templateUrl', templateUrl);
  return async () => {
    await drop(templateUrl, template);
    await server.close();
  };
}

/** The servers that tests start are compiled: here of what src/ is now, also where nobody has said `npm test`. */
function compileServer(): void {
  execFileSync(process.execPath, [setup, 'client', 'server'], { stdio: 'inherit' });
}

async function startEmbedded() {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), folderPrefix));
  chmodSync(folder, 0o755); // root runs PostgreSQL as another user, who has to pass
  const postgres = await startPostgres({ folder, durable: false });
  const close = async () => {
    await postgres.destroy();
    rmSync(folder, { recursive: true });
  };
  return { url: postgres.url, close };
}

/** What earlier runs left because they were killed. Those under way, and those of other users, refuse. */
async function removeAbandoned(): Promise<void> {
  const folders = readdirSync(tmpdir())
    .filter((name) => name.startsWith(folderPrefix))
    .map((name) => join(tmpdir(), name));
  for (const folder of folders) {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (!stats) continue; // its own run has just removed it
    if (Date.now() - stats.mtimeMs < 60_000) continue; // perhaps just being made
    const isRemoved = await destroyPostgres(folder).then(
      () => true,
      () => false,
    );
    if (isRemoved) rmSync(folder, { recursive: true, force: true });
  }
}

async function drop(url: string, name: string): Promise<void> {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href,
  });
  await client.connect();
  await client.query(`DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  await client.end();
}
