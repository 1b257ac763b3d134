import { beforeEach, describe, expect, test } from 'vitest';
import { updateBrand } from '../../src/brands/actions.js';
import { findCoupon } from '../../src/coupons/actions.js';
import { activateFan, findFan, registerFan } from '../../src/fans/actions.js';
import type { Fan } from '../../src/fans/core.js';
import { isFailure } from '../../src/lib/outcome.js';
import { announcedBy, auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { startReceiver } from '../testkit/receiver.js';
import { until } from '../testkit/until.js';
import { dump, startHouse, tokenIn } from './house.js';

const house = await startHouse();
beforeEach(() => void house.mails.splice(0));

const day = 24 * 60 * 60 * 1_000;
const uni = { name: 'Uni User', email: 'uni@example.com' };

const couponsMade = async (scope: Parameters<typeof auditedBy>[0]) =>
  (await auditedBy(scope)).filter(({ action }) => action === 'coupon.created').length;

/** A fan who has been sent a token. */
async function pendingFan(fields: object = {}, offer: object = {}) {
  const { scope, brand } = await house.brand({ ...fields, offer: { verifyEmail: true, ...offer } });
  const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...uni }));
  await house.quiet();
  return { scope, brand, fan, register: () => registerFan(scope, { brandId: brand.id, ...uni }) };
}

const tokensSent = async (scope: Parameters<typeof announcedBy>[0]) =>
  (await announcedBy(scope)).filter(({ type }) => type === 'fan.token_sent');

const lastToken = () => tokenIn(house.mails.at(-1)!);

describe('given a brand that verifies e-mails', () => {
  test('when a fan signs up, then they get a mail with a link, and no code yet', async () => {
    const { scope, fan } = await pendingFan({ name: 'Tom & Jerry’s' });

    expect(fan).toMatchObject({
      status: 'PENDING',
      couponId: null,
      activatedAt: null,
      tokenNumber: 1,
      tokenExpiresAt: new Date(scope.now().getTime() + day),
    });
    expect(house.mails).toHaveLength(1);
    expect(house.mails[0]).toMatchObject({
      id: expect.stringMatching(/^delivery_/),
      to: 'uni@example.com',
      subject: 'Confirm your e-mail for Tom & Jerry’s',
      text: expect.stringContaining(`\nhttps://coupons.example.com/fans/${lastToken()}\n`),
      html: expect.stringContaining(`<a href="https://coupons.example.com/fans/${lastToken()}">`),
    });
    expect(house.mails[0]!.html).toContain('Tom &amp; Jerry’s');
    expect(await couponsMade(scope)).toBe(0);
    expect(await house.deliveriesOf(scope, fan)).toEqual([
      { kind: 'VERIFICATION_EMAIL', status: 'DELIVERED', attempts: 1, lastError: null },
    ]);
  });

  test('when it names a verifier, then that one is told, and no mail is sent', async () => {
    const verifier = await startReceiver();
    const { scope, brand, fan } = await pendingFan({ verifierUrl: `${verifier.url}email` });

    expect(verifier.received).toHaveLength(1);
    expect(verifier.received[0]).toMatchObject({ method: 'POST', path: '/email' });
    const body = JSON.parse(verifier.received[0]!.body) as { token: string };
    expect(verifier.received[0]!.body).toBe(
      JSON.stringify({ email: 'uni@example.com', token: body.token, brand: brand.id }),
    );
    expect(house.mails).toEqual([]);
    expect(succeeded(await activateFan(scope, { token: body.token }))).toMatchObject({
      id: fan.id,
      status: 'ACTIVE',
    });
  });

  test('when the token comes back, then the code is issued and handed over, once', async () => {
    const realiser = await startReceiver();
    const { scope, fan } = await pendingFan({ realiserUrl: realiser.url }, { name: 'verified discount' });
    expect(realiser.received).toEqual([]);
    house.clock.forward(60_000);

    const active = succeeded(await activateFan(scope, { token: lastToken() }));
    await house.quiet();

    expect(active).toMatchObject({ id: fan.id, status: 'ACTIVE', activatedAt: scope.now() });
    const coupon = await findCoupon(scope, active.couponId!);
    expect(realiser.received.map(({ body }) => JSON.parse(body))).toMatchObject([
      { discount_name: 'verified discount', coupon_code: coupon!.code },
    ]);
    expect((await auditedBy(scope)).map(({ action }) => action).slice(1)).toEqual([
      'fan.registered',
      'fan.token_sent',
      'delivery.succeeded',
      'coupon.created',
      'fan.activated',
      'delivery.succeeded',
    ]);
  });

  test('when the token comes back 20 times at once, then it works once, and one code is issued', async () => {
    const realiser = await startReceiver();
    const { scope } = await pendingFan({ realiserUrl: realiser.url });
    const token = lastToken();

    const outcomes = await Promise.all(Array.from({ length: 20 }, () => activateFan(scope, { token })));
    await house.quiet();

    expect(outcomes.filter((outcome) => !isFailure(outcome))).toHaveLength(1);
    expect(outcomes.filter(isFailure).map(({ failure }) => failure)).toEqual(
      Array(19).fill('ActivationTokenUsed'),
    );
    expect(await couponsMade(scope)).toBe(1);
    expect(realiser.received).toHaveLength(1);
  });

  test('when the token comes back a second time, then that is told, with when it was used', async () => {
    const { scope } = await pendingFan();
    const activatedAt = scope.now();
    await activateFan(scope, { token: lastToken() });
    house.clock.forward(5_000);

    expect(await activateFan(scope, { token: lastToken() })).toEqual({
      failure: 'ActivationTokenUsed',
      message: `The token was used at ${activatedAt.toISOString()}. The code was issued then.`,
      activatedAt,
    });
    expect(await couponsMade(scope)).toBe(1);
  });

  test('when the token is a day old, then it has expired; a moment before, it had not', async () => {
    const late = await pendingFan();
    const token = lastToken();
    const expiredAt = late.fan.tokenExpiresAt!;
    const inTime = await pendingFan();
    house.clock.set(new Date(expiredAt.getTime() - 1));
    expect(succeeded(await activateFan(inTime.scope, { token: lastToken() })).status).toBe('ACTIVE');

    house.clock.set(expiredAt);
    expect(await activateFan(late.scope, { token })).toEqual({
      failure: 'ActivationTokenExpired',
      message: `The token expired at ${expiredAt.toISOString()}. Signing up again sends a new one.`,
      expiredAt,
    });
    expect(await findFan(late.scope, late.fan.id)).toEqual(late.fan);
    expect(await couponsMade(late.scope)).toBe(0);
  });

  test.each([
    ['empty', ''],
    ['of another length', 'abc'],
    ['well-formed', 'A'.repeat(43)],
    ['not text that can be stored', '\u0000'.repeat(43)],
    ['long', 'A'.repeat(100_000)],
  ])('when the token is %s but was sent to nobody, then that is told', async (_, token) => {
    const { scope, fan } = await pendingFan();

    expect(await activateFan(scope, { token })).toMatchObject({ failure: 'ActivationTokenNotFound' });
    expect(await findFan(scope, fan.id)).toEqual(fan);
  });

  test('when another tenant brings the token, then it is not known', async () => {
    const { scope, fan } = await pendingFan();
    const { scope: stranger } = await house.brand();

    expect(await activateFan(stranger, { token: lastToken() })).toMatchObject({
      failure: 'ActivationTokenNotFound',
    });
    expect(await findFan(scope, fan.id)).toEqual(fan);
  });

  test('when the offer is over by then, then no code is issued', async () => {
    const validUntil = new Date(house.clock.now().getTime() + 60_000);
    const { scope, fan } = await pendingFan({}, { validUntil });
    house.clock.set(validUntil);

    expect(await activateFan(scope, { token: lastToken() })).toMatchObject({
      failure: 'OfferExpired',
      validUntil,
    });
    expect(await findFan(scope, fan.id)).toEqual(fan);
    expect(await couponsMade(scope)).toBe(0);
  });

  test('when the offer is gone by then, then no code is issued', async () => {
    const { scope, brand, fan } = await pendingFan();
    await updateBrand(scope, { id: brand.id, version: 1, patch: { offer: null } });

    expect(await activateFan(scope, { token: lastToken() })).toMatchObject({ failure: 'OfferMissing' });
    expect(await findFan(scope, fan.id)).toEqual(fan);
  });
});

describe('given a fan who has been sent a token and signs up again', () => {
  test('when that is within a minute, then nothing more is sent', async () => {
    const { scope, fan, register } = await pendingFan();
    house.clock.forward(59_999);

    expect(succeeded(await register())).toEqual(fan);
    await house.quiet();
    expect(house.mails).toHaveLength(1);
    expect(await tokensSent(scope)).toHaveLength(1);
  });

  test('when the token is sent again, and a new one later, then each is told, without the token', async () => {
    const { scope, fan, register } = await pendingFan();
    house.clock.forward(60_000);
    await register();
    await house.quiet();
    house.clock.forward(day);
    await register();
    await house.quiet();

    expect(await tokensSent(scope)).toMatchObject([
      { type: 'fan.token_sent', payload: { before: { tokenNumber: 0 }, after: { tokenNumber: 1 } } },
      { type: 'fan.token_sent', payload: { before: { tokenNumber: 1 }, after: { tokenNumber: 1 } } },
      { type: 'fan.token_sent', payload: { before: { tokenNumber: 1 }, after: { tokenNumber: 2 } } },
    ]);
    expect((await auditedBy(scope, fan.id)).map(({ action }) => action)).toEqual([
      'fan.registered',
      'fan.token_sent',
      'fan.token_sent',
      'fan.token_sent',
    ]);
    const told = JSON.stringify([await tokensSent(scope), await auditedBy(scope)]);
    for (const mail of house.mails) expect(told).not.toContain(tokenIn(mail));
  });

  test('when that is after a minute, then the same token is sent once more', async () => {
    const { fan, register } = await pendingFan();
    house.clock.forward(60_000);

    expect(succeeded(await register())).toEqual(fan);
    await house.quiet();
    expect(house.mails.map(tokenIn)).toEqual([lastToken(), lastToken()]);
    expect(house.mails).toHaveLength(2);
  });

  test('when 20 do so at once after a minute, then it is sent once more', async () => {
    const { register } = await pendingFan();
    house.clock.forward(60_000);

    await Promise.all(Array.from({ length: 20 }, register));
    await house.quiet();
    expect(house.mails).toHaveLength(2);
  });

  test('when the token has expired, then a new one is sent, which works, and the old one does not', async () => {
    const { scope, fan, register } = await pendingFan();
    const old = lastToken();
    house.clock.forward(day);

    expect(succeeded(await register())).toEqual({
      ...fan,
      tokenNumber: 2,
      tokenExpiresAt: new Date(scope.now().getTime() + day),
    });
    await house.quiet();

    expect(house.mails).toHaveLength(2);
    expect(lastToken()).not.toBe(old);
    expect(await activateFan(scope, { token: old })).toMatchObject({ failure: 'ActivationTokenNotFound' });
    expect(succeeded(await activateFan(scope, { token: lastToken() })).status).toBe('ACTIVE');
    expect(await couponsMade(scope)).toBe(1);
  });

  test('when the brand no longer verifies e-mails, then the code is issued', async () => {
    const { scope, brand, fan, register } = await pendingFan();
    const offer = { name: 'Open', discount: { freeShipping: {} } };
    await updateBrand(scope, { id: brand.id, version: 1, patch: { offer } });

    expect(succeeded(await register())).toMatchObject({ id: fan.id, status: 'ACTIVE' });
    expect(await activateFan(scope, { token: lastToken() })).toMatchObject({
      failure: 'ActivationTokenUsed',
    });
    expect(await couponsMade(scope)).toBe(1);
  });

  test('when 20 sign up and 20 activate at once, then there is one code', async () => {
    const { scope, register } = await pendingFan();
    const token = lastToken();

    const activate = () => activateFan(scope, { token });
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? activate() : register())),
    );

    expect(outcomes.filter(isFailure).map(({ failure }) => failure)).toEqual(
      Array(19).fill('ActivationTokenUsed'),
    );
    expect(new Set(outcomes.filter((fan): fan is Fan => !isFailure(fan)).map(({ id }) => id)).size).toBe(1);
    expect(await couponsMade(scope)).toBe(1);
  });
});

test('given tokens in all their states, when the whole database is searched, then none of them is in it', async () => {
  const verifier = await startReceiver();
  const used = await pendingFan();
  const tokens = [lastToken()];
  await activateFan({ ...used.scope, idempotencyKey: 'key-1' }, { token: lastToken() });
  const renewed = await pendingFan();
  tokens.push(lastToken());
  house.clock.forward(day);
  await renewed.register();
  await house.quiet();
  tokens.push(lastToken());
  verifier.answer = (response) => void response.writeHead(500).end();
  const { scope, brand } = await house.brand({ verifierUrl: verifier.url, offer: { verifyEmail: true } });
  await registerFan({ ...scope, idempotencyKey: 'key-2' }, { brandId: brand.id, ...uni });
  await until('it was refused twice', () => verifier.received.length >= 2);
  tokens.push((JSON.parse(verifier.received[0]!.body) as { token: string }).token);

  const database = await dump(house.url);

  expect(new Set(tokens).size).toBe(4);
  expect(database).toContain('uni@example.com');
  expect(database).toContain('key-2');
  for (const token of tokens) {
    expect(database).not.toContain(token);
    expect(database).not.toContain(Buffer.from(token).toString('hex'));
    expect(database).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  }
  verifier.answer = (response) => void response.end();
  await house.quiet();
});
