import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { createClient } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';

const server = await startTestServer();
const anonymous = createClient(server.url);

/** Apollo Server answers 400 where the draft, for old clients, would like 200. */
const byApollosChoice = ['572B', 'FDE2', '7B9B'];

describe('GraphQL over HTTP', () => {
  test.each(
    serverAudits({ url: `${server.url}/graphql` }).map((audit) => [audit.id, audit.name, audit] as const),
  )('%s %s', async (id, _, audit) => {
    const result = await audit.fn();
    expect(result.status === 'error' ? result.reason : result.status).not.toBe('error');
    if (result.status === 'error') expect.unreachable(result.reason);
    if (result.status === 'warn') expect(byApollosChoice).toContain(id);
  });
});

describe('a request beyond the limits is refused with 400', () => {
  const nested = (depth: number) =>
    `{ redemptions ${'{ edges { node { coupon { redemptions '.repeat(depth)}{ edges { cursor } }${' } } } }'.repeat(depth)} }`;
  test.each([
    ['depth', nested(5), 'QUERY_TOO_DEEP'],
    [
      'aliases',
      `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename b${i}: tenant { id }`).join(' ')} }`,
      'QUERY_TOO_MANY_ALIASES',
    ],
    ['width', `{ ${Array.from({ length: 21 }, (_, i) => `a${i}: __typename`).join(' ')} }`, 'QUERY_TOO_WIDE'],
    [
      'cost',
      '{ coupons(first: 100) { edges { node { redemptions(first: 100) { edges { node { id code: couponCode } } } } } } }',
      'QUERY_TOO_COSTLY',
    ],
    [
      'cost of pages that say no size',
      '{ coupons { edges { node { redemptions { edges { node { coupon { redemptions { edges { cursor } } } } } } } } } }',
      'QUERY_TOO_COSTLY',
    ],
    [
      'cost of fragments that multiply',
      `{ ...F0 } ${Array.from({ length: 9 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F9 on Query { tenant { id } }`,
      'QUERY_TOO_COSTLY',
    ],
    ['tokens', `{ ${'tenant { id } '.repeat(1000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ])('%s', async (_, query, code) => {
    const { status, errors } = await server.client.send(query);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, code]);
  });

  test('cost that depends on a variable', async () => {
    const query =
      'query ($n: Int!) { coupons(first: $n) { edges { node { redemptions(first: $n) { edges { cursor } } } } } }';
    expect((await server.client.send(query, { n: 5 })).status).toBe(200);
    expect((await server.client.send(query, { n: 100 })).status).toBe(400);
    expect((await server.client.send(query, { n: 5 })).status).toBe(200);
  });

  test('NUL in a variable, or in the document', async () => {
    const query = 'query ($code: String!) { couponByCode(code: $code) { id } }';
    expect((await server.client.send(query, { code: 'A\0B' })).status).toBe(400);
    expect((await server.client.send('{ couponByCode(code: "A\\u0000B") { id } }')).status).toBe(400);
  });

  test('a page of more than 100, and a made-up cursor', async () => {
    for (const args of ['first: 101', 'first: 0', 'first: 1, last: 1', 'after: "nonsense"']) {
      const { status, errors } = await server.client.send(`{ coupons(${args}) { pageInfo { endCursor } } }`);
      expect([args, status, errors?.[0]?.extensions.code]).toEqual([args, 400, 'BAD_USER_INPUT']);
    }
  });
});

describe('a request that is wrong is answered 400, and is no bug of ours', () => {
  const list = 'query ($n: Int) { coupons(first: $n) { edges { cursor } } }';
  const create =
    'mutation ($input: CreateCouponInput!) { createCoupon(input: $input) { __typename ... on InvalidInputError { problems { path } } } }';
  const percentage = { percentage: { percent: '10' } };
  const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);

  test.each([
    ['a number beyond 32 bits', list, { n: 2147483648 }],
    ['text for a number', list, { n: 'x' }],
    ['a missing input', create, {}],
    ['an unknown field', create, { input: { code: 'X', discount: percentage, usesCount: 5 } }],
    ['both of two', create, { input: { code: 'X', discount: { ...percentage, freeShipping: {} } } }],
    ['neither of two', create, { input: { code: 'X', discount: {} } }],
    ['a float for a decimal', create, { input: { code: 'X', discount: { percentage: { percent: 10 } } } }],
    ['an exponent', create, { input: { code: 'X', discount: { percentage: { percent: '1e1' } } } }],
    ['no instant', create, { input: { code: 'X', discount: percentage, validFrom: '' } }],
    [
      'the year 10000',
      create,
      { input: { code: 'X', discount: percentage, validFrom: '9999-12-31T23:59:59-00:01' } },
    ],
    ['the year 0', create, { input: { code: 'X', discount: percentage, validFrom: '0000-01-01T00:00:00Z' } }],
    [
      'JSON that nests too deep',
      create,
      { input: { code: 'X', discount: percentage, metadata: { x: deep(1_000) } } },
    ],
    ['a subscription', 'subscription { x }', {}],
    ['two operations and no name', 'query A { tenant { id } } query B { tenant { id } }', {}],
  ])('%s', async (_, query, variables) => {
    const { status, errors } = await server.client.send(query, variables);
    expect([status, errors?.[0]?.extensions.code]).not.toContain('INTERNAL_SERVER_ERROR');
    expect(status).toBe(400);
  });

  test('a list of which more entries are wrong than are told of', async () => {
    const query = 'query ($input: EvaluateSegmentsInput!) { evaluateSegments(input: $input) { __typename } }';
    const input = { segments: Array.from({ length: 60 }, () => 'a'), customers: [{ id: 'ada' }] };

    const { status, errors } = await server.client.send(query, { input });

    expect(status).toBe(400);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(errors?.at(-1)?.message).toBe(
      'More is wrong with the variables; this is as much as is told at once.',
    );
  });

  // A null is no value that was left out: no default stands in for it, and nothing that is wrong is thrown by a resolver.
  test.each([
    [
      'a condition',
      'query ($if: Boolean = true) { tenant { id @include(if: $if) } }',
      { if: null },
      'Argument "if" of non-null type "Boolean!" must not be null.',
    ],
    [
      'an input',
      'mutation ($code: String!, $amount: Decimal = "10.00") { applyCoupon(input: { code: $code, order: { subtotal: { amount: $amount, currency: GBP } } }) { __typename } }',
      { code: 'X', amount: null },
      'Argument "input" has invalid value {code: $code, order: {subtotal: {amount: $amount, currency: GBP}}}.',
    ],
  ])('a null for a variable with a default, in %s', async (_, query, variables, message) => {
    const { status, errors } = await server.client.send(query, variables);

    expect([status, errors?.[0]?.extensions.code, errors?.[0]?.message]).toEqual([
      400,
      'BAD_USER_INPUT',
      message,
    ]);
  });

  test('an operation that is not in the document', async () => {
    expect((await server.client.send('{ tenant { id } }', {}, {}, 'Other')).status).toBe(400);
  });

  test('a path that is no token, or no text', async () => {
    for (const path of ['/fans/%ff', `/fans/${'x'.repeat(20_000)}`]) {
      const answer = await fetch(server.url + path);
      expect([path.slice(0, 10), answer.status >= 400 && answer.status < 500]).toEqual([
        path.slice(0, 10),
        true,
      ]);
    }
  });

  test('the place of a problem in a patch is told from the input inwards', async () => {
    const { updateCoupon } = await server.client.ask(
      'mutation { updateCoupon(input: { id: "x", version: 1, patch: { maxUses: 0 } }) { ... on InvalidInputError { problems { path } } } }',
    );
    expect(updateCoupon).toEqual({ problems: [{ path: ['patch', 'maxUses'] }] });
  });

  test('an id whose prefix is a name of JavaScript’s own', async () => {
    expect(await server.client.ask('{ node(id: "constructor_01j0000000e008000000000001") { id } }')).toEqual({
      node: null,
    });
  });
});

describe('credentials', () => {
  const query = '{ tenant { id } }';

  test('without one the answer is 401', async () => {
    const { status, errors } = await anonymous.send(query);
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('an unknown one is 401 as well', async () => {
    const { status } = await createClient(server.url, 'tearline_unknown').send(query);
    expect(status).toBe(401);
  });

  test.each([
    ['X-API-Key', (key: string) => ({ 'x-api-key': key })],
    ['X-API-Token', (key: string) => ({ 'x-api-token': key })],
    ['Authorization', (key: string) => ({ authorization: `Bearer ${key}` })],
  ])('a key may come as %s', async (_, headers) => {
    const { status, data } = await anonymous.send(query, {}, headers(server.tenant.adminKey));
    expect([status, data]).toEqual([200, { tenant: { id: server.tenant.id } }]);
  });

  test('a key without the right is answered 403, and nothing is done', async () => {
    const storefront = createClient(server.url, await server.tenant.key('VALIDATE'));
    const mutation = 'mutation { createCampaign(input: { name: "X" }) { __typename } }';

    const { status, errors } = await storefront.send(mutation);

    expect([status, errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    expect((await server.client.ask('{ campaigns { edges { cursor } } }')).campaigns.edges).toEqual([]);
  });
});

test('a mutation that selects what the key may not read is refused before it is done', async () => {
  const discount = { percentage: { percent: '10' } };
  await server.client.ask(
    'mutation ($discount: DiscountInput!) { createCoupon(input: { code: "SELECT", discount: $discount }) { __typename } }',
    { discount },
  );
  const storefront = createClient(server.url, await server.tenant.key('REDEEM'));
  const apply = (selection: string) =>
    storefront.send(
      `mutation { applyCoupon(input: { code: "SELECT", order: { subtotal: { amount: "10", currency: "GBP" } } }) { ${selection} } }`,
    );

  const refused = await apply(
    '... on Valuation { coupon { ...C } } } } fragment C on Coupon { redemptions { edges { cursor }',
  );

  expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  expect(
    (await server.client.ask('{ couponByCode(code: "SELECT") { usesCount } }')).couponByCode.usesCount,
  ).toBe(0);
  expect((await apply('... on ApplyCouponSuccess { redemption { id } }')).status).toBe(200);
});

test('introspection answers without errors, so every tool can read the schema', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const { errors } = await anonymous.send(
    getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }),
  );
  expect(errors).toBeUndefined();
});

test('the request id is echoed, or made', async () => {
  expect(
    (await anonymous.send('{ __typename }', {}, { 'x-request-id': 'mine-1' })).headers.get('x-request-id'),
  ).toBe('mine-1');
  expect((await anonymous.send('{ __typename }')).headers.get('x-request-id')).toMatch(/^request_/);
});

test('health and metrics answer', async () => {
  await server.client.ask(
    '{ validateCoupon(input: { code: "X", order: { subtotal: { amount: "1", currency: "GBP" } } }) { __typename } }',
  );
  const paths = ['/livez', '/readyz', '/metrics'];
  const answers = await Promise.all(paths.map((path) => fetch(server.url + path)));

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await answers[2]!.text()).toContain(
    'tearline_outcomes_total{field="validateCoupon",outcome="CouponNotFoundError"} 1',
  );
});
