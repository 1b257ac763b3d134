import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/platform/migrate.js';
import { StartupError } from '../../src/platform/startup-error.js';
import { missingDatabase } from '../testkit/database.js';

const scratch = mkdtempSync(join(tmpdir(), 'tearline-test-migrations-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let count = 0;

/** A folder of migrations, each a name and its SQL. */
function migrations(files: Record<string, string>): string {
  const folder = join(scratch, String(++count));
  for (const [name, sql] of Object.entries(files)) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  }
  return folder;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const first = 'CREATE TABLE tickets (id INT PRIMARY KEY);';
const second = `
  CREATE FUNCTION answer() RETURNS INT LANGUAGE plpgsql AS $$ BEGIN RETURN 42; END $$;
  INSERT INTO tickets VALUES (answer());`;

describe('given a database that does not exist', () => {
  const url = missingDatabase();
  const folder = migrations({ '1_first': first, '2_second': second });

  it('is created and migrated once, though three begin at the same time', async () => {
    const created: string[] = [];
    const onCreated = (name: string) => void created.push(name);
    const applied = await Promise.all([1, 2, 3].map(() => migrate({ url, folder, onCreated })));
    expect(created).toEqual([new URL(url).pathname.slice(1)]);
    expect(applied.flat()).toEqual(['1_first', '2_second']);
    expect(await query(url, 'SELECT id FROM tickets')).toEqual([{ id: 42 }]);
  });

  it('gets nothing but what is new afterwards', async () => {
    const longer = migrations({
      '1_first': first,
      '2_second': second,
      '3_third': 'INSERT INTO tickets VALUES (43);',
    });
    expect(await migrate({ url, folder: longer })).toEqual(['3_third']);
    expect(await migrate({ url, folder: longer })).toEqual([]);
    expect(await query(url, 'SELECT id FROM tickets ORDER BY id')).toEqual([{ id: 42 }, { id: 43 }]);
  });

  it('may be ahead of the folder', async () => {
    expect(await migrate({ url, folder: migrations({ '1_first': first }) })).toEqual([]);
  });
});

describe('given a migration that was edited after it had been applied', () => {
  const url = missingDatabase();

  it('refuses, and applies nothing', async () => {
    await migrate({ url, folder: migrations({ '1_first': first }) });
    const edited = migrations({ '1_first': `${first} -- edited`, '2_second': second });
    const refusal = migrate({ url, folder: edited });
    await expect(refusal).rejects.toThrow(StartupError);
    await expect(refusal).rejects.toThrow('The migration 1_first was edited after it had been applied');
    expect(await query(url, 'SELECT id FROM tickets')).toEqual([]);
  });
});

describe('given a migration that fails half-way', () => {
  const url = missingDatabase();
  const folder = migrations({
    '1_first': first,
    '2_second': 'INSERT INTO tickets VALUES (1); SELECT 1 / 0;',
    '3_third': 'INSERT INTO tickets VALUES (3);',
  });

  it('leaves nothing of it, and does not go on', async () => {
    await expect(migrate({ url, folder })).rejects.toThrow(
      'The migration 2_second failed: division by zero.',
    );
    expect(await query(url, 'SELECT id FROM tickets')).toEqual([]);
  });

  it('refuses until it is resolved', async () => {
    const repaired = migrations({ '1_first': first, '2_second': 'INSERT INTO tickets VALUES (2);' });
    const refusal = migrate({ url, folder: repaired });
    await expect(refusal).rejects.toThrow(StartupError);
    await expect(refusal).rejects.toThrow('The migration 2_second failed before');

    await query(
      url,
      "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '2_second'",
    );
    expect(await migrate({ url, folder: repaired })).toEqual(['2_second']);
  });
});

describe('given no server', () => {
  it('says so in a sentence without the password', async () => {
    const refusal = migrate({
      url: 'postgresql://tearline:hidden@127.0.0.1:1/tearline',
      folder: migrations({ '1_first': first }),
    });
    await expect(refusal).rejects.toThrow(StartupError);
    await expect(refusal).rejects.toThrow(
      /^PostgreSQL at 127\.0\.0\.1:1 cannot be used: .*Is it running, and is DATABASE_URL right\?$/,
    );
    await expect(refusal).rejects.not.toThrow('hidden');
  });
});
