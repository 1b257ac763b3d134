import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { createApiKey, findApiKey } from '../../src/keys/actions.js';
import { openDatabase } from '../../src/platform/database.js';
import type { Right } from '../../src/platform/scope.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { testScope } from '../testkit/scope.js';

const { prisma: db, close } = openDatabase(await createTestDatabase(), {
  poolSize: 1,
  onError: () => undefined,
});
afterAll(close);

const migration = readFileSync(
  new URL('../../prisma/migrations/20261121134500_explain_right/migration.sql', import.meta.url),
  'utf8',
);

test.each<[Right[], Right[]]>([
  [['VALIDATE'], ['VALIDATE', 'EXPLAIN']],
  [
    ['REDEEM', 'ENROLL'],
    ['REDEEM', 'ENROLL', 'EXPLAIN'],
  ],
  [
    ['VALIDATE', 'REDEEM', 'EXPLAIN'],
    ['VALIDATE', 'REDEEM', 'EXPLAIN'],
  ],
  [['ENROLL'], ['ENROLL']],
  [['ADMIN'], ['ADMIN']],
])('given a key with %j from before the right was there, then it has %j', async (before, after) => {
  const scope = testScope({ db });
  const { apiKey } = succeeded(await createApiKey(scope, { name: 'Storefront', rights: before }));

  await db.$executeRawUnsafe(migration);

  expect((await findApiKey(scope, apiKey.id))!.rights).toEqual(after);
});
