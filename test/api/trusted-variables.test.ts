import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
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
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const trustedDocuments = new Map(Object.values(documents).map((text) => [hashOf(text), text]));

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
