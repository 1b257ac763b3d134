import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemScope } from '../../src/platform/services.js';
import { createClient } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';
import { givenTemplate } from '../testkit/templates.js';
import { makeTenant } from '../testkit/tenant.js';

// Whatever takes an id takes only the caller's own: another tenant's is answered as an unknown one, and nothing is
// written. The cases are made from the schema, so an operation that comes later is tried without being named here.

const server = await startTestServer();
const owner = server.client;
const stranger = createClient(server.url, (await makeTenant(server.app.services, 'Stranger')).adminKey);
const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

const unknownSuffix = '01h455vb4pex5vsknk084sn02q';
const database = new pg.Client({ connectionString: server.databaseUrl });
beforeAll(() => database.connect());
afterAll(() => database.end());

/** One of each kind, of the owner's. */
async function makeOneOfEach(): Promise<string[]> {
  const money = { amount: '5', currency: 'GBP' };
  const made = await owner.ask(
    `mutation ($discount: DiscountInput!) {
      createCampaign(input: { name: "Theirs" }) { ... on CreateCampaignSuccess { campaign { id } } }
      createCoupon(input: { code: "THEIRS", discount: $discount }) { ... on CreateCouponSuccess { coupon { id } } }
      createTemplate(input: { name: "Theirs", terms: { discount: $discount } }) { ... on CreateTemplateSuccess { template { id } } }
      createBrand(input: { slug: "theirs", name: "Theirs", offer: { name: "Offer", discount: $discount, verifyEmail: true } }) {
        ... on CreateBrandSuccess { brand { id } }
      }
      createLimit(input: { target: { tenant: true }, ceiling: { uses: 1000 } }) { ... on CreateLimitSuccess { limit { id } } }
      createSegment(input: { name: "Theirs" }) { ... on CreateSegmentSuccess { segment { id } } }
      createRule(input: { name: "Theirs", conditionJson: { customer_segment: "theirs" } }) { ... on CreateRuleSuccess { rule { id } } }
      createApiKey(input: { name: "Theirs", rights: [READ] }) { ... on CreateApiKeySuccess { apiKey { id } } }
    }`,
    { discount: { fixed: { amount: money } } },
  );
  const brandId = made.createBrand.brand.id as string;
  const used = await owner.ask(
    `mutation ($brandId: ID!, $subtotal: MoneyInput!) {
      applyCoupon(input: { code: "THEIRS", order: { subtotal: $subtotal } }) { ... on ApplyCouponSuccess { redemption { id } } }
      registerFan(input: { brandId: $brandId, name: "Ada", email: "ada@example.com" }) {
        ... on RegisterFanSuccess { fan { id deliveries { id } } }
      }
    }`,
    { brandId, subtotal: { amount: '20', currency: 'GBP' } },
  );
  const { tenant, auditEvents } = await owner.ask(
    '{ tenant { id } auditEvents(first: 1) { edges { node { id } } } }',
  );
  return [
    made.createCampaign.campaign.id,
    made.createCoupon.coupon.id,
    made.createTemplate.template.id,
    brandId,
    made.createLimit.limit.id,
    made.createSegment.segment.id,
    made.createRule.rule.id,
    await givenTemplate(systemScope(server.app.services, tenant.id)),
    made.createApiKey.apiKey.id,
    used.applyCoupon.redemption.id,
    used.registerFan.fan.id,
    used.registerFan.fan.deliveries[0].id,
    tenant.id,
    auditEvents.edges[0].node.id,
  ];
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A value that the type takes, with what is optional left out, but for what leads to the id. */
function valueFor(type: GraphQLInputType, path: readonly string[], id: string): Json {
  if (isNonNullType(type)) return valueFor(type.ofType, path, id);
  if (isListType(type)) return [valueFor(type.ofType, path, id)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const [next, ...rest] = path;
    const fields = Object.values(type.getFields());
    const needed = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    const wanted = type.isOneOf && next === undefined ? fields.slice(0, 1) : needed;
    const chosen = [...new Set([...wanted, ...fields.filter(({ name }) => name === next)])];
    return Object.fromEntries(
      chosen.map(({ name, type }) => [
        name,
        valueFor(type, name === next ? rest : [], name === next ? id : 'none'),
      ]),
    );
  }
  const byScalar: Record<string, Json> = {
    ID: id,
    String: 'text',
    Int: 1,
    Boolean: true,
    Decimal: '1',
    CurrencyCode: 'GBP',
    DateTime: '2030-01-01T00:00:00Z',
    JSONObject: {},
  };
  return byScalar[getNamedType(type).name]!;
}

/** Every way from an argument inwards to an id, into each type once: conditions are made of conditions. */
function pathsToIds(
  type: GraphQLInputType,
  path: readonly string[] = [],
  outer: readonly string[] = [],
): string[][] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [[...path]];
  if (!isInputObjectType(named) || outer.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    pathsToIds(field.type, [...path, field.name], [...outer, named.name]),
  );
}

/** What to ask of an answer: enough to tell one from another. */
function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isUnionType(named)) return '{ __typename ... on Error { code message } }';
  if (isObjectType(named) && 'edges' in named.getFields())
    return '{ edges { cursor } pageInfo { hasNextPage } }';
  return '{ __typename id }';
}

interface Case {
  readonly name: string;
  readonly operation: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: string;
  readonly path: string[];
}

const cases: Case[] = (['query', 'mutation'] as const).flatMap((operation) =>
  Object.values(
    (operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!).getFields(),
  ).flatMap((field) =>
    field.args.flatMap((argument) =>
      pathsToIds(argument.type).map((path) => ({
        name: [field.name, argument.name, ...path].join('.'),
        operation,
        field,
        argument: argument.name,
        path,
      })),
    ),
  ),
);

async function answerTo({ operation, field, argument, path }: Case, id: string): Promise<string> {
  const { type } = field.args.find(({ name }) => name === argument)!;
  const query = `${operation} ($value: ${String(type)}) { ${field.name}(${argument}: $value) ${selectionOf(field.type)} }`;
  const { status, data, errors } = await stranger.send(query, { value: valueFor(type, path, id) });
  return JSON.stringify({ status, data, errors }).replaceAll(id, 'ID');
}

/** All that is stored, but for when a key was last used. */
async function everythingStored(): Promise<string> {
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const sums = [];
  for (const { name } of tables) {
    const { rows } = await database.query<{ sum: string }>(
      `SELECT md5(coalesce(string_agg((to_jsonb(t) - 'last_used_at')::text, ',' ORDER BY t::text), '')) AS sum FROM ${name} t`,
    );
    sums.push(`${name} ${rows[0]!.sum}`);
  }
  return sums.join('\n');
}

const ids = await makeOneOfEach();

test('there is one of each kind, and operations to try', () => {
  expect(ids.filter((id) => typeof id !== 'string' || !/^[a-z]+_[0-9a-z]{26}$/.test(id))).toEqual([]);
  expect(cases.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['node.id', 'coupon.id', 'updateCoupon.input.id', 'coupons.filter.campaignId']),
  );
});

describe('an id of another tenant is answered as an unknown one, and nothing is written', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    // Given a stranger who would succeed with an id of their own, and all that is stored before.
    const before = await everythingStored();

    for (const id of ids) {
      const theirs = await answerTo(one, id);
      const unknown = await answerTo(one, `${id.split('_')[0]!}_${unknownSuffix}`);
      // createCoupon and the like may succeed without the id being looked at: none does, so equal means refused alike.
      expect(theirs, `for ${id}`).toBe(unknown);
    }

    expect(await everythingStored()).toBe(before);
  });
});

describe('a code of another tenant is unknown', () => {
  test.each([
    ['couponByCode', '{ couponByCode(code: "THEIRS") { id } }', null],
    [
      'validateCoupon',
      '{ validateCoupon(input: { code: "THEIRS", order: { subtotal: { amount: "20", currency: "GBP" } } }) { __typename } }',
      { __typename: 'CouponNotFoundError' },
    ],
    [
      'applyCoupon',
      'mutation { applyCoupon(input: { code: "THEIRS", order: { subtotal: { amount: "20", currency: "GBP" } } }) { __typename } }',
      { __typename: 'CouponNotFoundError' },
    ],
  ])('%s', async (field, query, expected) => {
    expect((await stranger.ask(query))[field]).toEqual(expected);
  });
});
