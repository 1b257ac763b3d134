import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

/**
 * A database of the test file's own, with all tables and no rows; returns its URL. It is dropped after the last test.
 * Called at the top of a test file: `const url = await createTestDatabase()`.
 */
export async function createTestDatabase(): Promise<string> {
  const template = new URL(inject('templateUrl')).pathname.slice(1);
  const name = newName();
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return dropAfterwards(name);
}

/** The URL of a database that does not exist yet. It is dropped after the last test. */
export const missingDatabase = (): string => dropAfterwards(newName());

const newName = () => `tearline_test_${randomUUID().replaceAll('-', '')}`;

const urlOf = (database: string): string =>
  Object.assign(new URL(inject('templateUrl')), { pathname: `/${database}` }).href;

function dropAfterwards(name: string): string {
  afterAll(() => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return urlOf(name);
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
