import { describe, expect, test } from 'vitest';
import { isUseWorthNoting, isValid, prefixOf, secretOf, type ApiKey } from '../../src/keys/core.js';
import { grantOf, isToken, tenantOf } from '../../src/keys/token.js';
import { uuidOf } from '../../src/lib/id.js';
import { tenantNamed } from '../testkit/scope.js';

const now = new Date('2026-03-02T12:00:00.000Z');
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

const key = (fields: Partial<ApiKey>): ApiKey => ({
  id: 'key_01kjq6psg0e008000000000001',
  name: 'Storefront',
  prefix: 'tearline_abc',
  rights: ['REDEEM'],
  trustedDocumentsOnly: false,
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
  createdAt: at(-1_000),
  ...fields,
});

test('given 32 random bytes, the secret is made of them all, and its prefix shows three of its characters', () => {
  const secret = secretOf((size) => Buffer.alloc(size, 0xff));

  expect(secret).toBe(`tearline_${'_'.repeat(42)}8`);
  expect(prefixOf(secret)).toBe('tearline____');
});

test.each<[string, Partial<ApiKey>, boolean]>([
  ['without an end', {}, true],
  ['that ends later', { expiresAt: at(1) }, true],
  ['that ends at this instant', { expiresAt: now }, false],
  ['that has ended', { expiresAt: at(-1) }, false],
  ['that was revoked', { revokedAt: at(-1) }, false],
  ['that was revoked and would end later', { revokedAt: at(-1), expiresAt: at(1) }, false],
])('a key %s: valid is %s', (_, fields, expected) => {
  expect(isValid(key(fields), now)).toBe(expected);
});

test.each<[string, Date | null, boolean]>([
  ['never', null, true],
  ['just now', now, false],
  ['59 seconds ago', at(-59), false],
  ['a minute ago', at(-60), true],
])('a key last used %s: worth noting is %s', (_, lastUsedAt, expected) => {
  expect(isUseWorthNoting(key({ lastUsedAt }), now)).toBe(expected);
});

describe('given the claims of a token', () => {
  const tenantId = tenantNamed('Acme');
  const seconds = now.getTime() / 1_000;
  const good = { sub: 'ada', sub_type: 'tenant', sub_id: tenantId, iat: seconds, exp: seconds + 3_600 };
  const granted = {
    tenantId,
    actor: { kind: 'USER', id: 'ada' },
    rights: ['VALIDATE', 'REDEEM', 'EXPLAIN'],
    trustedDocumentsOnly: false,
  };

  test.each<[string, object]>([
    ['as they should be', {}],
    ['with the tenant as a UUID', { sub_id: uuidOf(tenantId) }],
    ['with the tenant as a UUID in capitals', { sub_id: uuidOf(tenantId).toUpperCase() }],
    ['made five seconds in the future', { iat: seconds + 5, exp: seconds + 3_600 }],
    ['that last for a day', { exp: seconds + 86_400 }],
    ['with claims of the issuer', { name: 'Ada', iss: 'https://shop.example' }],
  ])('%s, they are granted', (_, claims) => {
    expect(grantOf({ ...good, ...claims }, now)).toEqual(granted);
    expect(tenantOf({ ...good, ...claims })).toBe(tenantId);
  });

  test.each<[string, object]>([
    ['without a subject', { sub: undefined }],
    ['with an empty subject', { sub: '' }],
    ['with a blank subject', { sub: '  ' }],
    ['with a subject between spaces', { sub: ' ada' }],
    ['with a subject that is too long', { sub: 'a'.repeat(201) }],
    ['with a subject that is a number', { sub: 7 }],
    ['with a subject that cannot be stored', { sub: 'a\0' }],
    ['without a kind', { sub_type: undefined }],
    ['of another kind', { sub_type: 'user' }],
    ['without a tenant', { sub_id: undefined }],
    ['with a tenant that is no id', { sub_id: 'acme' }],
    ['with the id of something else', { sub_id: 'coupon_01kjq6psg0e008000000000001' }],
    ['without a beginning', { iat: undefined }],
    ['with a beginning in words', { iat: 'now' }],
    ['made six seconds in the future', { iat: seconds + 6 }],
    ['without an end', { exp: undefined }],
    ['that last for more than a day', { exp: seconds + 86_401 }],
    ['that never end', { exp: Infinity }],
  ])('%s, they are refused', (_, claims) => {
    expect(grantOf({ ...good, ...claims }, now)).toBeNull();
  });

  test.each([[null], [undefined], ['text'], [[]], [{}]])('%s, they are refused', (claims) => {
    expect(grantOf(claims, now)).toBeNull();
    expect(tenantOf(claims)).toBeNull();
  });
});

test.each([
  ['a.b.c', true],
  ['..', true],
  ['tearline_abc', false],
  ['a.b', false],
  ['a.b.c.d', false],
  ['', false],
])('"%s": taken for a token is %s', (presented, expected) => {
  expect(isToken(presented)).toBe(expected);
});
