import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import { createApiKey, createAuthenticator, findApiKey, revokeApiKey } from '../../src/keys/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import { openDatabase } from '../../src/platform/database.js';
import type { Right } from '../../src/platform/scope.js';
import { createTenant, rotateTokenSecret } from '../../src/tenants/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 4, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;

/** A tenant, and a server that asks who comes. */
async function given() {
  const scope = testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });
  succeeded(await createTenant(scope, { name: `Tenant ${tenants}` }));
  const background: Promise<void>[] = [];
  const server = () =>
    createAuthenticator({
      db,
      vault: scope.vault,
      now: scope.now,
      inBackground: (work) => void background.push(work),
    });
  return { scope, server, authenticate: server(), background };
}

const newKey = async (
  scope: TestScope,
  rights: readonly Right[] = ['REDEEM'],
  expiresAt: Date | null = null,
) => succeeded(await createApiKey(scope, { name: 'Storefront', rights, expiresAt }));

describe('given an API key', () => {
  test('when it is sent, then its bearer has its rights and what they include', async () => {
    const { scope, authenticate } = await given();
    const { apiKey, secret } = await newKey(scope, ['REDEEM', 'MANAGE']);

    expect(await authenticate(secret!)).toEqual({
      tenantId: scope.tenantId,
      actor: { kind: 'API_KEY', id: apiKey.id },
      trustedDocumentsOnly: false,
      rights: new Set(['REDEEM', 'VALIDATE', 'MANAGE', 'READ', 'EXPLAIN']),
    });
  });

  test('when the keys of two tenants are sent, then each acts for its own tenant', async () => {
    const mine = await given();
    const theirs = await given();

    const credential = await mine.authenticate((await newKey(theirs.scope)).secret!);

    expect(credential?.tenantId).toBe(theirs.scope.tenantId);
    expect(theirs.scope.tenantId).not.toBe(mine.scope.tenantId);
  });

  test.each<[string, (secret: string, prefix: string) => string]>([
    ['nothing', () => ''],
    ['its prefix', (_, prefix) => prefix],
    ['less than all of it', (secret) => secret.slice(0, -1)],
    ['more than it', (secret) => `${secret}x`],
    ['it in capitals', (secret) => secret.toUpperCase()],
    ['something much longer', (secret) => secret + 'x'.repeat(1_000_000)],
  ])('when %s is sent, then it is refused', async (_, presentedOf) => {
    const { scope, authenticate } = await given();
    const { apiKey, secret } = await newKey(scope);

    expect(await authenticate(presentedOf(secret!, apiKey.prefix))).toBeNull();
  });

  test('when its id is sent, then it is refused', async () => {
    const { scope, authenticate } = await given();

    expect(await authenticate((await newKey(scope)).apiKey.id)).toBeNull();
  });

  test('when it expires, then it is refused from that instant on, also where it was just used', async () => {
    const { scope, authenticate } = await given();
    const expiresAt = new Date(scope.now().getTime() + 10_000);
    const { secret } = await newKey(scope, ['REDEEM'], expiresAt);

    scope.clock.forward(9_999);
    expect(await authenticate(secret!)).not.toBeNull();
    scope.clock.forward(1);
    expect(await authenticate(secret!)).toBeNull();
  });

  test('when it is revoked, then every server refuses it within a second', async () => {
    const { scope, authenticate, server } = await given();
    const { apiKey, secret } = await newKey(scope);
    expect(await authenticate(secret!)).not.toBeNull();

    succeeded(await revokeApiKey(scope, { id: apiKey.id }));

    expect(await server()(secret!)).toBeNull();
    scope.clock.forward(1_000);
    expect(await authenticate(secret!)).toBeNull();
  });

  test('when it was tried before it was made, then it works within a second', async () => {
    const { scope, authenticate } = await given();
    const bytes = Buffer.alloc(32, tenants);
    const secret = `tearline_${bytes.toString('base64url')}`;
    expect(await authenticate(secret)).toBeNull();

    succeeded(
      await createApiKey({ ...scope, randomBytes: () => bytes }, { name: 'Storefront', rights: ['READ'] }),
    );
    scope.clock.forward(1_000);

    expect(await authenticate(secret)).not.toBeNull();
  });

  test('when it is used often, then its last use is written once a minute, beside the request', async () => {
    const { scope, authenticate, background } = await given();
    const { apiKey, secret } = await newKey(scope);
    const lastUse = async () => {
      await Promise.all(background);
      return (await findApiKey(scope, apiKey.id))!.lastUsedAt;
    };
    const first = scope.now();

    for (let use = 0; use < 3; use++) await authenticate(secret!);
    expect(background).toHaveLength(1);
    expect(await lastUse()).toEqual(first);

    scope.clock.forward(59_999);
    await authenticate(secret!);
    expect(background).toHaveLength(1);
    scope.clock.forward(1_000);
    await authenticate(secret!);
    expect(background).toHaveLength(2);
    expect(await lastUse()).toEqual(scope.now());
  });

  test('when it is refused, then no use of it is written', async () => {
    const { scope, authenticate, background } = await given();
    const { apiKey, secret } = await newKey(scope);
    succeeded(await revokeApiKey(scope, { id: apiKey.id }));

    expect(await authenticate(secret!)).toBeNull();

    expect(background).toEqual([]);
    expect((await findApiKey(scope, apiKey.id))!.lastUsedAt).toBeNull();
  });

  test('when many requests bear it at once, then the database is asked once', async () => {
    const { scope } = await given();
    const { secret } = await newKey(scope);
    let asked = 0;
    const counting = db.$extends({
      query: {
        apiKey: {
          findFirst: ({ args, query }) => {
            asked++;
            return query(args);
          },
        },
      },
    }) as unknown as typeof db;
    const authenticate = createAuthenticator({ ...scope, db: counting, inBackground: () => undefined });

    const credentials = await Promise.all(Array.from({ length: 20 }, () => authenticate(secret!)));

    expect(credentials.every(Boolean)).toBe(true);
    expect(asked).toBe(1);
  });
});

describe('given a tenant with a token secret', () => {
  const key = (secret: string) => new TextEncoder().encode(secret);

  interface Token {
    readonly claims?: object;
    readonly secret?: string;
    readonly alg?: string;
  }

  async function givenSecret() {
    const all = await given();
    const { secret } = succeeded(await rotateTokenSecret(all.scope, {}));
    const seconds = all.scope.now().getTime() / 1_000;
    const good = {
      sub: 'ada',
      sub_type: 'tenant',
      sub_id: all.scope.tenantId,
      iat: seconds,
      exp: seconds + 3_600,
    };
    const sign = ({ claims = {}, secret: other, alg = 'HS256' }: Token = {}) =>
      new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg, typ: 'JWT' }).sign(key(other ?? secret!));
    return { ...all, secret: secret!, seconds, good, sign };
  }

  test('when a token of its user is sent, then they may validate and redeem as themselves, and are told reasons', async () => {
    const { scope, authenticate, sign } = await givenSecret();

    expect(await authenticate(await sign())).toEqual({
      tenantId: scope.tenantId,
      actor: { kind: 'USER', id: 'ada' },
      trustedDocumentsOnly: false,
      rights: new Set(['VALIDATE', 'REDEEM', 'EXPLAIN']),
    });
  });

  test('when a token names its user with what cannot be seen in it, then they are the customer of that id', async () => {
    const { authenticate, sign } = await givenSecret();

    const credential = await authenticate(await sign({ claims: { sub: '\u200bZoe\u0308' } }));

    expect(credential?.actor).toEqual({ kind: 'USER', id: 'Zo\u00eb' });
    expect(await authenticate(await sign({ claims: { sub: '\u200b' } }))).toBeNull();
  });

  test('when the token names the tenant by its UUID, then it is the same', async () => {
    const { scope, authenticate, sign } = await givenSecret();

    const credential = await authenticate(await sign({ claims: { sub_id: uuidOf(scope.tenantId) } }));

    expect(credential?.tenantId).toBe(scope.tenantId);
  });

  test.each<[string, (seconds: number) => Token]>([
    ['signed with another secret', () => ({ secret: 'x'.repeat(43) })],
    ['signed by another algorithm of the same secret', () => ({ alg: 'HS512' })],
    [
      'that has expired, clocks allowed for',
      (seconds) => ({ claims: { iat: seconds - 60, exp: seconds - 5 } }),
    ],
    ['that never expires', () => ({ claims: { exp: undefined } })],
    ['that does not say when it was made', () => ({ claims: { iat: undefined } })],
    ['that lasts too long', (seconds) => ({ claims: { exp: seconds + 86_401 } })],
    ['made in the future', (seconds) => ({ claims: { iat: seconds + 6 } })],
    ['not valid before later', (seconds) => ({ claims: { nbf: seconds + 6 } })],
    ['without a subject', () => ({ claims: { sub: undefined } })],
    ['with an empty subject', () => ({ claims: { sub: '' } })],
    ['of another kind', () => ({ claims: { sub_type: 'admin' } })],
    ['of no tenant', () => ({ claims: { sub_id: undefined } })],
    ['of a tenant that is not there', () => ({ claims: { sub_id: tenantNamed('Nobody') } })],
  ])('when a token is sent %s, then it is refused', async (_, tokenOf) => {
    const { authenticate, sign, seconds } = await givenSecret();

    expect(await authenticate(await sign(tokenOf(seconds)))).toBeNull();
  });

  test('when a token has expired less than the clocks may differ, then it is taken', async () => {
    const { authenticate, sign, seconds } = await givenSecret();

    expect(
      await authenticate(await sign({ claims: { iat: seconds - 60, exp: seconds - 4 } })),
    ).not.toBeNull();
  });

  test('when a token is not signed at all, then it is refused', async () => {
    const { authenticate, good } = await givenSecret();
    const unsigned = new UnsecuredJWT(good).encode();

    expect(await authenticate(unsigned)).toBeNull();
    expect(await authenticate(`${unsigned}x`)).toBeNull();
  });

  test('when a signed token is changed, then it is refused', async () => {
    const { authenticate, sign, good } = await givenSecret();
    const [header, , signature] = (await sign()).split('.');
    const payload = Buffer.from(JSON.stringify({ ...good, sub: 'eve' })).toString('base64url');

    expect(await authenticate(`${header}.${payload}.${signature}`)).toBeNull();
  });

  test.each([['..'], ['a.b.c'], ['e30.e30.'], [`e30.${Buffer.from('null').toString('base64url')}.x`]])(
    'when "%s" is sent, then it is refused',
    async (presented) => {
      const { authenticate } = await givenSecret();

      expect(await authenticate(presented)).toBeNull();
    },
  );

  test("when a token for it is signed with another tenant's secret, then it is refused", async () => {
    const { authenticate, sign } = await givenSecret();
    const other = await givenSecret();

    expect(await authenticate(await sign({ secret: other.secret }))).toBeNull();
    expect(await authenticate(await other.sign({ secret: other.secret }))).not.toBeNull();
  });

  test('when a tenant has made no secret, then no token is taken for it, also none signed with nothing', async () => {
    const { authenticate, sign } = await givenSecret();
    const { scope } = await given();

    expect(await authenticate(await sign({ claims: { sub_id: scope.tenantId } }))).toBeNull();
  });

  test('when the secret is made anew, then tokens of the old one are refused within a second', async () => {
    const { scope, authenticate, server, sign, secret } = await givenSecret();
    const old = await sign();
    expect(await authenticate(old)).not.toBeNull();

    const { secret: next } = succeeded(await rotateTokenSecret(scope, {}));

    expect(next).not.toBe(secret);
    expect(await server()(old)).toBeNull();
    scope.clock.forward(1_000);
    expect(await authenticate(old)).toBeNull();
    expect(await authenticate(await sign({ secret: next! }))).not.toBeNull();
  });
});
