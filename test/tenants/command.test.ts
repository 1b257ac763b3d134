import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { createAuthenticator } from '../../src/keys/actions.js';
import { openDatabase } from '../../src/platform/database.js';
import { allRights } from '../../src/platform/scope.js';
import { createVault } from '../../src/platform/vault.js';
import { createTestDatabase } from '../testkit/database.js';

const url = await createTestDatabase();
const database = openDatabase(url, { poolSize: 2, onError: () => undefined });
afterAll(() => database.close());

const secret = 'the secret of a test, long enough';

function run(...words: string[]) {
  const env = { ...process.env, DATABASE_URL: url, TEARLINE_SECRET: secret };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--enable-source-maps', 'dist/cli/tenant.js', ...words],
    { env, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('given a database', () => {
  test('when the command makes a tenant, then it prints its id and a key that may do everything in it', async () => {
    const { status, stdout } = run('create', 'Acme & Sons');

    expect(status).toBe(0);
    const tenant = await database.prisma.tenant.findFirstOrThrow();
    expect(tenant.name).toBe('Acme & Sons');
    const [, tenantId] = /^Tenant {2}Acme & Sons, (tenant_\w{26})$/m.exec(stdout)!;
    const [, key] = /^Key {5}(tearline_[\w-]{43})$/m.exec(stdout)!;
    const authenticate = createAuthenticator({
      db: database.prisma,
      vault: createVault(secret),
      now: () => new Date(),
      inBackground: () => undefined,
    });
    const credential = await authenticate(key!);
    expect(credential?.tenantId).toBe(tenantId);
    expect([...credential!.rights].sort()).toEqual([...allRights].sort());
  });

  test.each([
    ['no words', [], /^Usage: npm run tenant -- create "Name"/],
    ['a name in two words', ['create', 'Acme', 'Sons'], /^Usage: /],
    ['another command', ['delete', 'Acme'], /^Usage: /],
    ['a name of nothing', ['create', ' '], /^name: Expected 1 to 100 characters\.$/m],
  ])(
    'when the command gets %s, then it says what it expects and makes nothing',
    async (_, words, sentence) => {
      const before = await database.prisma.tenant.count();

      const { status, stdout, stderr } = run(...words);

      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(sentence);
      expect(await database.prisma.tenant.count()).toBe(before);
    },
  );
});
