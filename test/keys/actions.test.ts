import { afterAll, describe, expect, test } from 'vitest';
import { createApiKey, findApiKey, listApiKeys, revokeApiKey } from '../../src/keys/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import { jsonOf } from '../../src/lib/json.js';
import { openDatabase } from '../../src/platform/database.js';
import { sha256 } from '../../src/platform/hash.js';
import { createTestDatabase } from '../testkit/database.js';
import { announcedBy, auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 4, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });

const storefront = { name: 'Storefront', rights: ['REDEEM'] as const };

/** Everything that the tenant has in the database, as text. */
async function everythingOf({ tenantId }: { tenantId: ReturnType<typeof tenantNamed> }): Promise<string> {
  const where = { tenantId: uuidOf(tenantId) };
  const rows = await Promise.all([
    db.apiKey.findMany({ where }),
    db.auditEvent.findMany({ where }),
    db.outboxEvent.findMany({ where }),
    db.idempotencyKey.findMany({ where }),
  ]);
  return JSON.stringify(rows);
}

describe('given a tenant, when a key is made', () => {
  test('then its secret is shown, and only the hash is kept', async () => {
    const scope = freshScope();
    const expiresAt = new Date('2027-01-01T00:00:00.000Z');

    const { apiKey, secret } = succeeded(
      await createApiKey(scope, {
        name: ' Storefront ',
        rights: ['REDEEM', 'ENROLL', 'REDEEM'],
        expiresAt,
        reason: 'New shop',
        idempotencyKey: 'key-1',
      }),
    );

    expect(secret).toMatch(/^tearline_[\w-]{43}$/);
    expect(apiKey).toEqual({
      id: apiKey.id,
      name: 'Storefront',
      prefix: secret!.slice(0, 12),
      rights: ['REDEEM', 'ENROLL'],
      trustedDocumentsOnly: false,
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
      createdAt: scope.now(),
    });
    expect(await findApiKey(scope, apiKey.id)).toEqual(apiKey);
    const row = await db.apiKey.findFirstOrThrow({ where: { tenantId: uuidOf(scope.tenantId) } });
    expect(Buffer.from(row.secretHash)).toEqual(sha256(secret!));
    expect(await everythingOf(scope)).not.toContain(secret!.slice(12));
  });

  test('then it is told of once', async () => {
    const scope = freshScope();

    const { apiKey } = succeeded(await createApiKey(scope, { ...storefront, reason: 'New shop' }));

    const after = jsonOf(apiKey);
    expect(await auditedBy(scope)).toEqual([
      { action: 'key.created', reason: 'New shop', before: null, after, actor: scope.actor },
    ]);
    expect(await announcedBy(scope)).toEqual([{ type: 'key.created', payload: { before: null, after } }]);
  });

  test('then a repeat gets the same key without the secret, and another input is refused', async () => {
    const scope = freshScope();
    const input = { ...storefront, idempotencyKey: 'key-1' };
    const first = succeeded(await createApiKey(scope, input));

    expect(await createApiKey(scope, input)).toEqual({ apiKey: first.apiKey, secret: null });
    expect(await createApiKey(scope, { ...input, name: 'Another' })).toMatchObject({
      failure: 'IdempotencyConflict',
    });
    expect((await listApiKeys(scope, {})).edges).toHaveLength(1);
    expect(await auditedBy(scope)).toHaveLength(1);
  });

  test('then no two have the same secret', async () => {
    const scope = freshScope();

    const made = [await createApiKey(scope, storefront), await createApiKey(scope, storefront)].map(
      succeeded,
    );

    expect(new Set(made.map(({ secret }) => secret)).size).toBe(2);
  });

  test.each<[string, object, string[]]>([
    ['without a name', { name: '' }, ['name']],
    ['without rights', { rights: [] }, ['rights']],
    ['with a right that is none', { rights: ['READ', 'FLY'] }, ['rights', '1']],
    ['that would end at this instant', { expiresAt: new Date('2026-03-02T12:00:00.000Z') }, ['expiresAt']],
    ['that would have ended', { expiresAt: new Date('2026-03-02T11:59:59.000Z') }, ['expiresAt']],
  ])('%s, then it is refused and nothing is written', async (_, fields, path) => {
    const scope = freshScope();

    const refused = await createApiKey(scope, { ...storefront, idempotencyKey: 'key-1', ...fields });

    expect(refused).toMatchObject({ failure: 'InvalidInput', problems: [{ path }] });
    expect(await everythingOf(scope)).toBe('[[],[],[],[]]');
  });
});

describe('given a key, when it is revoked', () => {
  test('then it is so from now on, and told of once, however often', async () => {
    const scope = freshScope();
    const { apiKey } = succeeded(await createApiKey(scope, storefront));
    scope.clock.forward(1_000);
    const revokedAt = scope.now();

    const revoked = succeeded(await revokeApiKey(scope, { id: apiKey.id, reason: 'Partner left' }));
    scope.clock.forward(1_000);
    const again = await revokeApiKey(scope, { id: apiKey.id });

    expect(revoked).toEqual({ ...apiKey, revokedAt });
    expect(again).toEqual(revoked);
    expect((await auditedBy(scope)).slice(1)).toEqual([
      {
        action: 'key.revoked',
        reason: 'Partner left',
        before: jsonOf(apiKey),
        after: jsonOf(revoked),
        actor: scope.actor,
      },
    ]);
    expect((await announcedBy(scope)).map(({ type }) => type)).toEqual(['key.created', 'key.revoked']);
  });

  test.each([
    ['by another tenant', undefined],
    ['by an id of none', 'key_01kjq6psg0e008000000000009'],
    ['by no id', 'storefront'],
  ])('%s, then there is none, and it stays', async (_, sought) => {
    const owner = freshScope();
    const { apiKey } = succeeded(await createApiKey(owner, storefront));
    const stranger = freshScope();
    const id = sought ?? apiKey.id;

    expect(await revokeApiKey(stranger, { id })).toEqual({
      failure: 'ApiKeyNotFound',
      message: `There is no API key "${id}".`,
      apiKeyId: id,
    });
    expect(await findApiKey(stranger, id)).toBeNull();
    expect(await findApiKey(owner, apiKey.id)).toEqual(apiKey);
    expect(await everythingOf(stranger)).toBe('[[],[],[],[]]');
  });
});

test('given keys of two tenants, when they are listed, then each sees its own, newest first, page by page', async () => {
  const scope = freshScope();
  for (const name of ['A', 'B', 'C']) succeeded(await createApiKey(scope, { ...storefront, name }));
  const other = freshScope();
  succeeded(await createApiKey(other, { ...storefront, name: 'Other' }));

  const first = await listApiKeys(scope, { first: 2 });
  const second = await listApiKeys(scope, { first: 2, after: first.pageInfo.endCursor });

  expect(first.edges.map(({ node }) => node.name)).toEqual(['C', 'B']);
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(second.edges.map(({ node }) => node.name)).toEqual(['A']);
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect((await listApiKeys(other, {})).edges.map(({ node }) => node.name)).toEqual(['Other']);
});
