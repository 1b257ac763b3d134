import { afterAll, describe, expect, test } from 'vitest';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import {
  createTenant,
  findTenant,
  findTokenSecret,
  rotateTokenSecret,
  updateTenant,
} from '../../src/tenants/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { announcedBy, auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 4, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });

async function given() {
  const scope = freshScope();
  return { scope, tenant: succeeded(await createTenant(scope, { name: 'Acme' })) };
}

describe('given nothing, when a tenant is made', () => {
  test('then it has the id of the scope, and its audit log begins with it', async () => {
    const { scope, tenant } = await given();

    expect(tenant).toEqual({
      id: scope.tenantId,
      name: 'Acme',
      hasTokenSecret: false,
      foldsAliases: false,
      createdAt: scope.now(),
    });
    expect(await findTenant(scope)).toEqual(tenant);
    expect(await findTenant(scope, tenant.id)).toEqual(tenant);
    expect((await auditedBy(scope)).map(({ action }) => action)).toEqual(['tenant.created']);
    expect((await announcedBy(scope)).map(({ type }) => type)).toEqual(['tenant.created']);
    expect(await findTokenSecret(scope, tenant.id)).toBeNull();
  });

  test.each([[''], ['  '], ['x'.repeat(101)]])('with the name "%s", then it is refused', async (name) => {
    const scope = freshScope();

    expect(await createTenant(scope, { name })).toMatchObject({
      failure: 'InvalidInput',
      message: 'name: Expected 1 to 100 characters.',
    });
    expect(await findTenant(scope)).toBeNull();
    expect(await auditedBy(scope)).toEqual([]);
  });

  test('then another tenant does not find it', async () => {
    const { tenant } = await given();
    const { scope: other } = await given();

    expect(await findTenant(other, tenant.id)).toBeNull();
  });
});

describe('given a tenant, when its token secret is made', () => {
  test('then it is shown, and kept so that only the server can read it', async () => {
    const { scope, tenant } = await given();

    const made = succeeded(await rotateTokenSecret(scope, { reason: 'First', idempotencyKey: 'key-1' }));

    expect(made.secret).toMatch(/^[\w-]{43}$/);
    expect(made.tenant).toEqual({ ...tenant, hasTokenSecret: true });
    expect(await findTenant(scope)).toEqual(made.tenant);
    expect(await findTokenSecret(scope, tenant.id)).toBe(made.secret);
    const id = uuidOf(tenant.id);
    const { tokenSecret } = await db.tenant.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(tokenSecret!).includes(made.secret!)).toBe(false);
    const written = await Promise.all([
      auditedBy(scope),
      announcedBy(scope),
      db.idempotencyKey.findMany({ where: { tenantId: id } }),
    ]);
    expect(JSON.stringify(written)).not.toContain(made.secret);
  });

  test('then it is told of once', async () => {
    const { scope, tenant } = await given();

    succeeded(await rotateTokenSecret(scope, { reason: 'Yearly change' }));

    const [, rotated, ...more] = await auditedBy(scope);
    expect(rotated).toMatchObject({
      action: 'tenant.token_secret_rotated',
      reason: 'Yearly change',
      before: { id: tenant.id, hasTokenSecret: false },
      after: { id: tenant.id, hasTokenSecret: true },
    });
    expect(more).toEqual([]);
    expect((await announcedBy(scope)).map(({ type }) => type)).toEqual([
      'tenant.created',
      'tenant.token_secret_rotated',
    ]);
  });

  test('then a repeat makes none and shows none, whatever reason it gives, and that of another actor is refused', async () => {
    const { scope, tenant } = await given();
    const first = succeeded(await rotateTokenSecret(scope, { idempotencyKey: 'key-1' }));

    const repeated = await rotateTokenSecret(scope, { idempotencyKey: 'key-1' });

    expect(repeated).toEqual({ tenant: first.tenant, secret: null });
    expect(await rotateTokenSecret(scope, { idempotencyKey: 'key-1', reason: 'Other' })).toEqual(repeated);
    const colleague = { ...scope, actor: { kind: 'API_KEY' as const, id: 'key_01kjq6psg0e008000000000002' } };
    expect(await rotateTokenSecret(colleague, { idempotencyKey: 'key-1' })).toMatchObject({
      failure: 'IdempotencyConflict',
    });
    expect(await findTokenSecret(scope, tenant.id)).toBe(first.secret);
    expect(await auditedBy(scope)).toHaveLength(2);
  });

  test('then that of another tenant stays as it is', async () => {
    const { scope } = await given();
    const other = await given();
    const { secret } = succeeded(await rotateTokenSecret(other.scope, {}));

    succeeded(await rotateTokenSecret(scope, {}));

    expect(await findTokenSecret(other.scope, other.tenant.id)).toBe(secret);
  });
});

describe('given a tenant, when its settings are changed', () => {
  test.each([
    [{ name: '  Acme & Sons ' }, { name: 'Acme & Sons', foldsAliases: false }],
    [{ foldsAliases: true }, { name: 'Acme', foldsAliases: true }],
    [
      { name: 'Sons', foldsAliases: true },
      { name: 'Sons', foldsAliases: true },
    ],
    [
      { name: null, foldsAliases: true },
      { name: 'Acme', foldsAliases: true },
    ],
  ])('to %j, then they are %j, which is told of once', async (input, settings) => {
    const { scope, tenant } = await given();

    const updated = succeeded(await updateTenant(scope, { ...input, reason: 'Because' }));

    expect(updated).toEqual({ ...tenant, ...settings });
    expect(await findTenant(scope)).toEqual(updated);
    const [, told, ...more] = await auditedBy(scope);
    expect(told).toMatchObject({
      action: 'tenant.updated',
      reason: 'Because',
      before: { id: tenant.id, name: 'Acme', foldsAliases: false },
      after: { id: tenant.id, ...settings },
    });
    expect(more).toEqual([]);
  });

  test.each([[{}], [{ name: 'Acme' }], [{ foldsAliases: false }], [{ name: null, foldsAliases: null }]])(
    'to %j, which they are, then nothing is told',
    async (input) => {
      const { scope, tenant } = await given();

      expect(await updateTenant(scope, input)).toEqual(tenant);
      expect(await auditedBy(scope)).toHaveLength(1);
    },
  );

  test.each([[''], ['  '], ['x'.repeat(101)]])('to the name "%s", then it is refused', async (name) => {
    const { scope, tenant } = await given();

    expect(await updateTenant(scope, { name, foldsAliases: true })).toMatchObject({
      failure: 'InvalidInput',
      message: 'name: Expected 1 to 100 characters.',
    });
    expect(await findTenant(scope)).toEqual(tenant);
  });

  test('then its token secret and other tenants stay as they are', async () => {
    const { scope, tenant } = await given();
    const other = await given();
    const { secret } = succeeded(await rotateTokenSecret(scope, {}));

    succeeded(await updateTenant(scope, { name: 'Sons', foldsAliases: true }));

    expect(await findTokenSecret(scope, tenant.id)).toBe(secret);
    expect(await findTenant(other.scope)).toEqual(other.tenant);
  });

  test('both at once, then each change stays', async () => {
    const { scope, tenant } = await given();

    await Promise.all([updateTenant(scope, { name: 'Sons' }), updateTenant(scope, { foldsAliases: true })]);

    expect(await findTenant(scope)).toEqual({ ...tenant, name: 'Sons', foldsAliases: true });
  });
});
