import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../testkit/server.js';

// Documents are compiled, and the compiler has ways of its own with variables: here they show themselves, or not.

const failure = '... on Error { code message } ... on InvalidInputError { problems { path message } }';
const documents = {
  validate: `query ($input: ValidateCouponInput!) { validateCoupon(input: $input) { __typename ${failure} } }`,
  apply: `mutation ($input: ApplyCouponInput!) { applyCoupon(input: $input) { __typename ${failure} } }`,
  customer:
    'query ($identity: IdentityInput!) { customer(identity: $identity) { identities { kind value } } }',
  limits: `query ($of: LimitedInput!) { limits(of: $of) { __typename } }`,
  coupons:
    'query ($first: Int, $filter: CouponFilter) { coupons(first: $first, filter: $filter) { edges { node { code } } } }',
  segments: `query ($input: EvaluateSegmentsInput!) { evaluateSegments(input: $input) { __typename ${failure} } }`,
  simulate: `query ($input: SimulateRuleInput!) { simulateRule(input: $input) { __typename ${failure} } }`,
};
/** Where nothing may be null, although the variable may: there is a default for what is left out. */
const withDefaults = {
  input: `mutation ($code: String!, $amount: Decimal = "10.00") {
    applyCoupon(input: { code: $code, order: { subtotal: { amount: $amount, currency: GBP } } }) { __typename }
  }`,
  list: 'mutation ($right: Right = READ) { createApiKey(input: { name: "Shop", rights: [$right] }) { __typename } }',
  field:
    'query ($way: OrderDirection) { rules(orderBy: { field: NAME, direction: $way }) { edges { cursor } } }',
  condition: 'query ($if: Boolean = true) { tenant { id @include(if: $if) } }',
  argument: 'query ($id: ID = "x") { node(id: $id) { id } }',
  skipped: 'query ($id: ID = "x", $without: Boolean!) { node(id: $id) @skip(if: $without) { id } }',
};
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const trustedDocuments = new Map(
  [...Object.values(documents), ...Object.values(withDefaults)].map((text) => [hashOf(text), text]),
);

const server = await startTestServer({}, { trustedDocuments });

async function post(body: object) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': server.tenant.adminKey },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}

const byHash = (text: string, variables: unknown) =>
  post({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } }, variables });
const byText = (text: string, variables: unknown) => post({ query: text, variables });

const scalar = fc.constantFrom(
  null,
  true,
  0,
  3,
  -1,
  1.5,
  2 ** 40,
  '',
  'TEN',
  '12.50',
  'GBP',
  'ORDER',
  '2026-02-30',
);
const fields = [
  ...[
    'code',
    'customerId',
    'amount',
    'order',
    'subtotal',
    'currency',
    'cart',
    'lines',
    'sku',
    'quantity',
    'price',
  ],
  ...['customer', 'id', 'email', 'phone', 'reference', 'type', 'channel', 'attributes', 'tenant', 'couponId'],
  ...[
    'input',
    'identity',
    'of',
    'first',
    'filter',
    'status',
    'names',
    'identities',
    'context',
    'condition',
    'all',
  ],
  ...['constructor', '__proto__', 'nobody'],
];
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'medium' }, scalar, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 4 }),
}));

/** What fits, to be spoilt at one place. */
const fitting: Record<keyof typeof documents, object> = {
  validate: {
    input: {
      code: 'TEN',
      customer: { email: 'ada@example.com' },
      order: {
        cart: {
          currency: 'GBP',
          lines: [{ sku: 'TEE', quantity: 2, price: '12.50', tags: ['a'] }],
          shipping: '1',
        },
      },
      reference: { id: 'o1' },
      attributes: { branch: 'b' },
    },
  },
  apply: {
    input: { code: 'TEN', order: { subtotal: { amount: '12.50', currency: 'GBP' } }, customerId: 'ada' },
  },
  customer: { identity: { email: 'ada@example.com' } },
  limits: { of: { code: 'TEN' } },
  coupons: { first: 3, filter: { codePrefix: 'T' } },
  segments: { input: { names: ['a'], identities: [{ id: 'ada' }, { email: 'ada@example.com' }] } },
  simulate: {
    input: { of: { condition: { all: [] } }, order: { subtotal: { amount: '1', currency: 'GBP' } } },
  },
};

/** One value in it, whichever comes at that turn, is replaced, left out, or gets a neighbour. */
function spoil(given: unknown, turn: { left: number }, by: unknown, neighbour: string): unknown {
  if (turn.left-- === 0) return by;
  if (Array.isArray(given)) return given.map((one) => spoil(one, turn, by, neighbour));
  if (typeof given !== 'object' || given === null) return given;
  const spoilt = Object.entries(given).map(([name, one]) => [name, spoil(one, turn, by, neighbour)]);
  return Object.fromEntries(turn.left-- === 0 ? [...spoilt, [neighbour, by]] : spoilt);
}

const spoilt = (name: keyof typeof documents) =>
  fc
    .record({ at: fc.nat(30), by: value, neighbour: fc.constantFrom(...fields) })
    .map(({ at, by, neighbour }) => spoil(fitting[name], { left: at }, by, neighbour));

test.each(Object.keys(documents) as (keyof typeof documents)[])(
  'whatever variables come with a document, it is answered as its text is: %s',
  async (name) => {
    const text = documents[name];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 3, arbitrary: spoilt(name) }, { weight: 1, arbitrary: value }),
        async (variables) => {
          expect(await byHash(text, variables)).toEqual(await byText(text, variables));
        },
      ),
      { numRuns: 40 },
    );
  },
);

test.each([
  ['none of several', 'customer', { identity: {} }],
  ['two of several', 'customer', { identity: { id: 'ada', email: 'ada@example.com' } }],
  ['one that is null', 'customer', { identity: { id: null } }],
  ['two, far down', 'validate', { input: { code: 'TEN', order: { subtotal: null, cart: null } } }],
  [
    'two, in a list',
    'segments',
    { input: { names: [], identities: [{ id: 'a' }, { id: 'a', phone: '12345' }] } },
  ],
  ['two, for a list of one', 'segments', { input: { names: [], identities: { id: 'a', phone: '12345' } } }],
] as const)('a choice is refused with %s', async (_, name, variables) => {
  const refused = await byHash(documents[name], variables);

  expect(refused.status).toBe(400);
  expect(refused).toEqual(await byText(documents[name], variables));
});

describe('a null for a variable, where nothing may be null', () => {
  const code = { code: 'TEN' };
  const refusal = { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] };
  test.each([
    ['an input', 'input', code, { ...code, amount: null }],
    ['a list', 'list', {}, { right: null }],
    ['a field with a default of its own', 'field', {}, { way: null }],
    ['a condition', 'condition', {}, { if: null }],
    ['an argument', 'argument', {}, { id: null }],
  ] as const)('is refused in %s, and left out it is not', async (_, name, without, wrong) => {
    const text = withDefaults[name];
    // One after the other, since the first that fits is when a document is judged.
    for (const variables of [wrong, without, wrong]) {
      const answer = await byHash(text, variables);
      expect(answer).toEqual(await byText(text, variables));
      if (variables === without) expect(answer).toMatchObject({ status: 200 });
      else expect(answer).toMatchObject({ status: 400, answer: refusal });
      if (variables === without) expect(answer.answer).not.toHaveProperty('errors');
    }
  });

  test('is nobody’s concern in a field that is skipped', async () => {
    const text = withDefaults.skipped;
    for (const [without, status] of [
      [true, 200],
      [false, 400],
      [true, 200],
    ] as const) {
      const answer = await byHash(text, { id: null, without });
      expect(answer.status).toBe(status);
      expect(answer).toEqual(await byText(text, { id: null, without }));
    }
  });
});
