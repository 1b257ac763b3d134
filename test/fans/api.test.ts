import { describe, expect, test } from 'vitest';
import { createClient } from '../testkit/client.js';
import { startReceiver } from '../testkit/receiver.js';
import { startTestServer } from '../testkit/server.js';
import { until } from '../testkit/until.js';

const server = await startTestServer();
const { client, tenant } = server;

const createBrand = `mutation ($input: CreateBrandInput!) {
  createBrand(input: $input) { ... on CreateBrandSuccess { brand { id } } ... on Error { message } }
}`;

const registerFan = `mutation ($input: RegisterFanInput!) {
  registerFan(input: $input) { ... on RegisterFanSuccess { fan { id status } } ... on Error { code message } }
}`;

const offer = { name: 'Welcome', discount: { percentage: { percent: '10' } } };

test('given a brand with a verifier and a realiser, when a fan signs up and follows the link, then all is there to read', async () => {
  const [verifier, realiser] = [await startReceiver(), await startReceiver()];
  const input = { slug: 'acme', name: 'Acme', verifierUrl: verifier.url, realiserUrl: realiser.url };
  const made = await client.ask(createBrand, { input: { ...input, offer: { ...offer, verifyEmail: true } } });
  const { brand } = made.createBrand;

  const fan = { brandId: brand.id, name: 'Uni', email: 'Uni@Example.com', idempotencyKey: 'key-1' };
  const registered = (await client.ask(registerFan, { input: fan })).registerFan.fan;
  expect(registered.status).toBe('PENDING');
  await until('the verifier is told', () => verifier.received.length > 0);
  const { token } = JSON.parse(verifier.received[0]!.body) as { token: string };
  const response = await fetch(`${server.url}/fans/${token}`);
  expect([response.status, await response.json()]).toEqual([200, { status: 'OK' }]);
  await until('the realiser is told', () => realiser.received.length > 0);

  const query = `query ($id: ID!) {
    fan(id: $id) { status email brand { slug } coupon { code status maxUses } deliveries { kind status attempts } }
  }`;
  const read = async () => (await client.ask(query, { id: registered.id })).fan;
  await until('it is recorded', async () =>
    (await read()).deliveries.every((one: { status: string }) => one.status === 'DELIVERED'),
  );
  expect(await read()).toEqual({
    status: 'ACTIVE',
    email: 'Uni@Example.com',
    brand: { slug: 'acme' },
    coupon: {
      code: (JSON.parse(realiser.received[0]!.body) as { coupon_code: string }).coupon_code,
      status: 'ACTIVE',
      maxUses: null,
    },
    deliveries: [
      { kind: 'VERIFIER_CALL', status: 'DELIVERED', attempts: 1 },
      { kind: 'CODE_HANDOVER', status: 'DELIVERED', attempts: 1 },
    ],
  });
  expect([verifier.received.length, realiser.received.length]).toEqual([1, 1]);
});

describe('given a key that may only enrol', async () => {
  const input = { slug: 'shared', name: 'Shared', realiserUrl: 'http://127.0.0.1:9/secret-path' };
  const made = await client.ask(createBrand, {
    input: { ...input, offer: { ...offer, fixedCode: 'SECRETCODE' } },
  });
  const storefront = createClient(server.url, await tenant.key('ENROLL'));
  const ada = {
    brandId: made.createBrand.brand.id,
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    socialHandle: '@adalove',
  };
  const known = (await client.ask(registerFan, { input: ada })).registerFan.fan;
  const signUpAgain = (selected: string) =>
    storefront.send(
      `mutation ($input: RegisterFanInput!) {
        registerFan(input: $input) { ... on RegisterFanSuccess { fan { ${selected} } } }
      }`,
      { input: { ...ada, name: 'Eve', socialHandle: null } },
    );

  test('when it signs somebody up who is there, then it learns where they stand', async () => {
    const reply = await signUpAgain('id status brand { name offer { name } }');

    expect(reply.errors).toBeUndefined();
    expect(reply.data.registerFan.fan).toEqual({
      ...known,
      brand: { name: 'Shared', offer: { name: 'Welcome' } },
    });
  });

  test.each([
    'name',
    'email',
    'socialHandle',
    'createdAt',
    'activatedAt',
    'coupon { code }',
    'deliveries { lastError }',
    'brand { realiserUrl }',
    'brand { verifierUrl }',
    'brand { offer { fixedCode } }',
  ])('when it asks for their %s, then it learns nothing', async (selected) => {
    const reply = await signUpAgain(`id ${selected}`);

    expect(reply.status).toBe(403);
    expect(reply.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(JSON.stringify(reply)).not.toMatch(/Lovelace|ada@example|adalove|SECRETCODE|secret-path|"20\d\d-/);
  });
});
