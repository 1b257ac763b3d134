import Fastify from 'fastify';
import { createHash } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { fanLink } from '../../src/api/fan-link.js';
import { updateBrand } from '../../src/brands/actions.js';
import { findFan, registerFan } from '../../src/fans/actions.js';
import { rightsOf } from '../../src/platform/scope.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { startHouse, tokenIn } from './house.js';

const house = await startHouse();
beforeEach(() => void house.mails.splice(0));

const app = Fastify();
afterAll(() => app.close());
await app.register(fanLink, {
  services: { db: house.db, now: house.clock.now },
  scopeFor: (tenantId, actor) => ({ ...house.scopeFor(tenantId), actor, rights: rightsOf([]) }),
});

const html = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const follow = (token: string, accept = '*/*', method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
  app.inject({ method, url: `/fans/${token}`, headers: { accept } });

async function pendingFan(offer: object = {}) {
  const { scope, brand } = await house.brand({ offer: { verifyEmail: true, ...offer } });
  const fan = succeeded(
    await registerFan(scope, { brandId: brand.id, name: 'Uni User', email: 'uni@example.com' }),
  );
  await house.quiet();
  return { scope, brand, fan, token: tokenIn(house.mails.at(-1)!) };
}

describe('given a fan who has been sent a link', () => {
  test('when a program follows it, then it answers as programs know it, and the fan did it', async () => {
    const { scope, fan, token } = await pendingFan();

    const response = await follow(token);

    expect(response.statusCode).toBe(200);
    expect(response.body).toBe('{"status":"OK"}');
    expect(response.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(await findFan(scope, fan.id)).toMatchObject({ status: 'ACTIVE' });
    expect((await auditedBy(scope)).find(({ action }) => action === 'fan.activated')).toMatchObject({
      actor: { kind: 'FAN', id: fan.id },
    });
  });

  test('when a person follows it, then they see a page that loads nothing from anywhere', async () => {
    const { scope, fan, token } = await pendingFan();

    const response = await follow(token, html);

    const style = /<style>([^]*)<\/style>/.exec(response.body)![1]!;
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('<h1>You’re in</h1>');
    expect(response.body).not.toMatch(/\b(src|href|url\()/);
    expect(response.body).not.toContain(token);
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
    });
    expect(response.headers['content-security-policy']).toContain(
      createHash('sha256').update(style).digest('base64'),
    );
    expect(await findFan(scope, fan.id)).toMatchObject({ status: 'ACTIVE' });
  });

  test.each(['HEAD', 'POST'] as const)(
    'when it is only looked at with %s, then nothing happens',
    async (method) => {
      const { scope, fan, token } = await pendingFan();

      const response = await follow(token, html, method);

      expect(response.body).not.toContain('"status":"OK"');
      expect(await findFan(scope, fan.id)).toEqual(fan);
      expect((await follow(token)).statusCode).toBe(200);
    },
  );

  test('when it is followed a second time, then that is told', async () => {
    const { token, scope } = await pendingFan();
    const activatedAt = scope.now().toISOString();
    await follow(token);

    const [json, page] = [await follow(token), await follow(token, html)];

    expect(json.statusCode).toBe(409);
    expect(json.json()).toEqual({
      error: {
        code: 'ACTIVATION_TOKEN_USED',
        message: `The token was used at ${activatedAt}. The code was issued then.`,
      },
    });
    expect(page.statusCode).toBe(409);
    expect(page.body).toContain('<h1>Already confirmed</h1>');
  });

  test('when it has expired, then that is told', async () => {
    const { scope, fan, token } = await pendingFan();
    house.clock.set(fan.tokenExpiresAt!);

    const [json, page] = [await follow(token), await follow(token, html)];

    expect(json.statusCode).toBe(410);
    expect(json.json()).toMatchObject({ error: { code: 'ACTIVATION_TOKEN_EXPIRED' } });
    expect(page.statusCode).toBe(410);
    expect(page.body).toContain('<h1>This link has expired</h1>');
    expect(await findFan(scope, fan.id)).toEqual(fan);
  });

  test('when the offer is gone, then that is told', async () => {
    const { scope, brand, fan, token } = await pendingFan();
    await updateBrand(scope, { id: brand.id, version: 1, patch: { offer: null } });

    const json = await follow(token);

    expect(json.statusCode).toBe(410);
    expect(json.json()).toMatchObject({ error: { code: 'OFFER_MISSING' } });
    expect(await findFan(scope, fan.id)).toEqual(fan);
  });
});

describe('given a link that was sent to nobody', () => {
  test.each([
    'A'.repeat(43),
    'abc',
    '%00',
    '..%2F..%2Fetc%2Fpasswd',
    "'%20OR%201=1",
    '<img onerror=alert(1)>',
    '💥',
  ])('when %s is followed, then it is not known, and not repeated', async (token) => {
    const url = encodeURI(decodeURI(token));

    const [json, page] = [await follow(url), await follow(url, html)];

    expect(json.statusCode).toBe(404);
    expect(json.json()).toEqual({
      error: {
        code: 'ACTIVATION_TOKEN_NOT_FOUND',
        message: 'No fan was sent this token, or a newer one has taken its place.',
      },
    });
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('<h1>This link does not work</h1>');
    expect(page.body).not.toContain('<img');
  });

  test('when it is longer than any token, then it is refused', async () => {
    expect((await follow('A'.repeat(5_000))).statusCode).toBe(414);
  });
});
