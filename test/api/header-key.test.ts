import { expect, test } from 'vitest';
import { startTestServer } from '../testkit/server.js';

const { client } = await startTestServer();

const headers = { 'idempotency-key': 'once' };
const field = (code: string, key = '') =>
  `createCoupon(input: { code: "${code}", discount: { percentage: { percent: "10" } } ${key} }) { __typename }`;
const made = { __typename: 'CreateCouponSuccess' };

test('the header Idempotency-Key is the key of the one mutation in a request', async () => {
  const query = `mutation { ${field('ONE')} }`;

  const [first, again] = [await client.send(query, {}, headers), await client.send(query, {}, headers)];

  expect(again.data).toEqual(first.data);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
});

test.each([
  ['one after the other', `mutation { a: ${field('A')} b: ${field('B')} }`],
  [
    'in a fragment',
    `mutation { ...two } fragment two on Mutation { a: ${field('A')} ... { b: ${field('B')} } }`,
  ],
])('with several mutations, %s, the header is refused, and nothing is done', async (_, query) => {
  const { status, errors } = await client.send(query, {}, headers);

  expect(status).toBe(400);
  expect(errors).toMatchObject([
    {
      message:
        'The header Idempotency-Key stands for one mutation: with several in a request, give each input an `idempotencyKey` of its own.',
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
  expect(await client.ask('{ a: couponByCode(code: "A") { id } b: couponByCode(code: "B") { id } }')).toEqual(
    {
      a: null,
      b: null,
    },
  );
});

test('several mutations have keys of their own', async () => {
  const query = `mutation { a: ${field('OWN-A', 'idempotencyKey: "a"')} b: ${field('OWN-B', 'idempotencyKey: "b"')} }`;

  expect(await client.ask(query)).toEqual({ a: made, b: made });
});

test.each([
  ['in the header', '', { 'idempotency-key': '' }],
  ['in the input', 'idempotencyKey: ""', {}],
  ['in the input, whatever the header', 'idempotencyKey: " "', headers],
])('a key that is empty, %s, is refused, and nothing is done', async (_, key, sent) => {
  const { status, errors } = await client.send(`mutation { ${field('EMPTY', key)} }`, {}, sent);

  expect([status, errors?.[0]?.message, errors?.[0]?.extensions.code]).toEqual([
    400,
    'An idempotency key has at least one character that is not blank.',
    'BAD_USER_INPUT',
  ]);
  expect(await client.ask('{ couponByCode(code: "EMPTY") { id } }')).toEqual({ couponByCode: null });
});

test('applyCoupon, applyCoupons and reserveCoupons refuse an empty key too', async () => {
  const order = '{ subtotal: { amount: "10", currency: "GBP" } }';
  for (const mutation of [
    `applyCoupon(input: { code: "ONE", order: ${order}, idempotencyKey: "" }) { __typename }`,
    `applyCoupons(input: { items: [{ code: "ONE", order: ${order}, idempotencyKey: "" }] }) { __typename }`,
    `reserveCoupons(input: { codes: ["ONE"], order: ${order}, reference: { id: "cart" }, idempotencyKey: "" }) { __typename }`,
  ]) {
    const { status, errors } = await client.send(`mutation { ${mutation} }`);
    expect([mutation, status, errors?.[0]?.extensions.code]).toEqual([mutation, 400, 'BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toContain('idempotency key');
  }
});
