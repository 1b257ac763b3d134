import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { createCoupon } from '../../src/coupons/actions.js';
import { openDatabase } from '../../src/platform/database.js';
import { createTenant } from '../../src/tenants/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope } from '../testkit/scope.js';

const url = await createTestDatabase();
const { prisma: db, close } = openDatabase(url, { poolSize: 2, onError: () => undefined });
afterAll(close);

const scope = testScope({ db, tenantId: tenantNamed('Acme') });
succeeded(await createTenant(scope, { name: 'Acme' }));
const discount = { percentage: { percent: '10' } };
const coupon = succeeded(await createCoupon(scope, { code: 'SUMMER10', discount }));

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--enable-source-maps', 'dist/cli/reconcile.js', ...words],
    { env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('given a database in which everything agrees', () => {
  test('when the command looks, then it says so, and ends well', () => {
    const { status, stdout, stderr } = run('--tenant', scope.tenantId);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^uses of coupons +ok$/m);
    expect(stdout).toMatch(
      new RegExp(`^Everything agrees: \\d+ checks of ${scope.tenantId}, as of 2\\S+\\.\n$`, 'm'),
    );
  });

  test.each([
    ['a word too many', ['all'], /^Usage: npm run reconcile /],
    ['what is no tenant’s id', ['--tenant', coupon.id], /^Usage: /],
    ['the id of no tenant', ['--tenant', tenantNamed('Nobody')], /^There is no tenant "tenant_\w+"\.\n$/],
  ])(
    'when the command gets %s, then it says what it expects, and that it could not look',
    (_, words, sentence) => {
      const { status, stdout, stderr } = run(...words);

      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(sentence);
    },
  );
});

describe('given a counter that is wrong', () => {
  test('when the command looks, then it says which, and by how much, for people and for programs', async () => {
    await db.coupon.updateMany({ data: { usesCount: 3 } });

    const told = run();
    expect(told.status).toBe(1);
    expect(told.stdout).toContain(
      `1 ROW DIFFERS: A coupon counts other uses than its redemptions do.\n` +
        `  tenant ${scope.tenantId}, coupon ${coupon.id}, code SUMMER10, kept 3, recounted 0\n`,
    );
    expect(told.stdout).toMatch(/^1 of \d+ checks of all tenants found 1 row that differs, as of 2\S+\.\n$/m);

    const { status, stdout } = run('--json');
    expect(status).toBe(1);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ at: expect.any(String), tenant: null, differences: 1 });
    expect(report.checks.filter(({ count }: { count: number }) => count > 0)).toEqual([
      {
        check: 'uses of coupons',
        wrong: 'A coupon counts other uses than its redemptions do.',
        count: 1,
        rows: [{ tenant: scope.tenantId, coupon: coupon.id, code: 'SUMMER10', kept: 3, recounted: 0 }],
      },
    ]);
  });
});
