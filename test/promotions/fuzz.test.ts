import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../testkit/client.js';
import { seedOf } from '../testkit/seed.js';
import { startTestServer } from '../testkit/server.js';
import { conditionJson } from '../conditions/arbitrary.js';
import { circumstances, condition, coupons, goal, order } from './arbitrary.js';

// Whatever is sent is answered, be it by a refusal: nothing by an exception. FUZZ says how much; SEED repeats it.

const rounds = Number(process.env['FUZZ'] ?? 120);

interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly fields: string;
}

const explained = `clauses { path text wanted saw } changes { __typename text zone localTime }`;
const judged = `isValid reasons { message } rules { clauses { path text wanted saw } }`;
const combination = `lines { total { amount } } applied { position } rejected { reasons { message } }`;
const membership = `isMember clauses { text wanted saw }`;

const operations: Readonly<Record<string, Operation>> = {
  validateCoupons: {
    kind: 'query',
    fields: `codes { ${judged} changes { __typename text } } combination { ${combination} search { isExact } }`,
  },
  previewPromotions: { kind: 'query', fields: `combination { ${combination} }` },
  checkEligibility: {
    kind: 'query',
    fields: `isEligible rules { clauses { saw } } changes { __typename text }`,
  },
  applyPromotions: { kind: 'mutation', fields: `redemptions { id } rejected { reasons { message } }` },
  simulateRule: { kind: 'query', fields: `holds isAllowed ${explained}` },
  compileRule: { kind: 'query', fields: `conditionText cost plan { kind depth text cost }` },
  analyzeRule: {
    kind: 'query',
    fields: `isUnsatisfiable isAlwaysTrue cost shadowedBy { name } contradictedBy { name }`,
  },
  evaluateSegment: { kind: 'query', fields: `membership { ${membership} }` },
  evaluateSegments: { kind: 'query', fields: `customers { memberships { ${membership} } }` },
  sandboxValidate: { kind: 'query', fields: `codes { code now { ${judged} } ifActive { ${judged} } }` },
  sandboxPreview: {
    kind: 'query',
    fields: `orders { name combination { ${combination} } } totals { orders }`,
  },
};

const codes = ['A1', 'B2', 'C3', 'D4', 'E5', 'F6', 'G7', 'H8'];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '\u0000', '__proto__', 'constructor', '💥', '١٢٣', ' A1 ', 'a1', 'GB', 'web'),
);
const json = fc.jsonValue({ maxDepth: 3 });
const object = fc.dictionary(text, json, { maxKeys: 4 });

/** All facts, operators and junctions; and such as the coupons of the shop are likely to meet. */
const tree = fc.oneof({ weight: 4, arbitrary: conditionJson }, condition);

const profile = fc.record(
  {
    attributes: object,
    ordersCount: fc.integer({ min: -1 }),
    lifetimeSpend: fc.constantFrom({ amount: '12.34', currency: 'GBP' }, { amount: '-1', currency: 'XXX' }),
    registeredAt: fc.constantFrom('2020-02-29T12:00:00Z', '0001-01-01T00:00:00Z', 'yesterday'),
  },
  { requiredKeys: [] },
);

/** What is nearly always decided on: of what is strange most is refused before. */
const ordinary = fc
  .record({ order, circumstances, codes: fc.subarray(codes, { minLength: 1, maxLength: 5 }), goal })
  .map(({ circumstances, ...rest }) => ({ ...circumstances, ...rest }));

/** What is right in every field, but strange. */
const strange = fc
  .record({
    order,
    circumstances,
    codes: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...codes) }, text), { maxLength: 6 }),
    goal,
    attributes: fc.option(fc.dictionary(text, fc.oneof(text, json), { maxKeys: 3 }), { nil: undefined }),
    context: fc.option(
      fc.record({ metadata: object, profile, shippingCountry: text }, { requiredKeys: [] }),
      {
        nil: undefined,
      },
    ),
  })
  .map(({ circumstances, ...rest }) => ({ ...circumstances, ...rest }));

/** The same with one field that may be anything. */
const broken = fc
  .tuple(
    strange,
    fc.constantFrom(
      'order',
      'codes',
      'goal',
      'attributes',
      'context',
      'customerId',
      'reference',
      'evaluateAt',
      'extra',
    ),
    json,
  )
  .map(([input, name, value]) => ({ ...input, [name]: value }));

const input = fc.oneof({ weight: 4, arbitrary: ordinary }, { weight: 3, arbitrary: strange }, broken, object);

/** What is asked for beside a question, by the operation. */
const beside = fc.record({
  conditions: fc.array(tree, { minLength: 1, maxLength: 3 }),
  segments: fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom('a', 'b', 'members') }, text), {
    maxLength: 3,
  }),
  definition: coupons(['DRAFT', 'SPARE', 'SPARE2']).map(([coupon]) => coupon),
  at: fc.constantFrom('2026-03-29T01:30:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', undefined),
});
type Beside = typeof beside extends fc.Arbitrary<infer T> ? T : never;

/** A question as the operation takes it. What is broken in it stays broken. */
function argumentsOf(name: string, given: Record<string, unknown>, more: Beside): Record<string, unknown> {
  const { codes, goal, order, reference: _, evaluateAt: __, ...rest } = given;
  const [conditionJson] = more.conditions;
  const rules = more.conditions.map((one, index) => ({ name: `R${index}`, conditionJson: one }));
  const { customerId, context } = rest as { customerId?: string; context?: { profile?: object } };
  const customer = { customerId, profile: context?.profile };
  switch (name) {
    case 'checkEligibility': {
      const [code = 'A1'] = Array.isArray(codes) ? codes : [codes];
      return { input: { ...rest, order, of: { code } } };
    }
    case 'simulateRule':
      return {
        input: {
          ...rest,
          order,
          of: { conditionJson },
          segments: more.segments,
          at: more.at,
        },
      };
    case 'compileRule':
    case 'analyzeRule':
      return { of: { conditionJson } };
    case 'evaluateSegment':
      return { input: { segment: { name: more.segments[0] ?? 'a' }, ...customer, at: more.at } };
    case 'evaluateSegments':
      return {
        input: {
          segments: more.segments.map((segment) => ({ name: segment })),
          customers: [customer],
          at: more.at,
        },
      };
    case 'sandboxValidate':
      return { input: { ...rest, order, codes, definitions: [more.definition], rules, evaluateAt: more.at } };
    case 'sandboxPreview':
      return {
        input: {
          ...{ codes, goal, definitions: [more.definition], rules, evaluateAt: more.at },
          orders: [{ name: 'one', order, ...rest }],
        },
      };
    case 'applyPromotions':
      // Of what chance types something is refused nearly always.
      return { input: { isPartial: true, ...given } };
    default:
      return { input: given };
  }
}

const { client } = await startTestServer();

const capital = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}`;

function send(name: string, variables: Record<string, unknown>): Promise<Reply> {
  const { kind, fields } = operations[name]!;
  const argument = 'of' in variables ? 'of' : 'input';
  const type = argument === 'of' ? 'RuleSubjectInput' : `${capital(name)}Input`;
  return client.send(
    `${kind} Ask($${argument}: ${type}!) {
      ${name}(${argument}: $${argument}) { __typename ... on Error { message } ... on ${capital(name)}Success { ${fields} } }
    }`,
    variables,
  );
}

test(
  'given rules and questions by chance, when they are sent, then each is answered',
  { timeout: 60_000 + rounds * 1_500 },
  async () => {
    const seed = seedOf('promotions fuzzed');
    const make = async (name: string, given: object) => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
      const fields = `__typename ${name === 'createCoupon' ? '... on CreateCouponSuccess { coupon { id } }' : ''}`;
      const query = `mutation Make($input: ${type}) { ${name}(input: $input) { ${fields} } }`;
      return (await client.ask(query, { input: given }))[name];
    };
    const couponIds: string[] = [];
    for (const coupon of fc.sample(coupons(codes), { seed, numRuns: 1 })[0]!) {
      couponIds.push((await make('createCoupon', coupon)).coupon.id);
    }
    await make('createSegment', { name: 'members', conditionJson: { order_number: { gte: 2 } } });
    await make('createSegment', { name: 'a', conditionJson: { days_since_registration: { lt: 400 } } });
    for (const name of ['b', 'c', '__proto__']) await make('createSegment', { name });
    let rules = 0;
    for (const conditionJson of fc.sample(tree, { seed, numRuns: 12 })) {
      const made = await make('createRule', {
        name: `Rule ${rules}`,
        conditionJson,
        effect: rules % 3 === 0 ? 'EXCLUSION' : 'ELIGIBILITY',
        // Some coupons stay without, so that something can be used.
        targets: { couponIds: [couponIds[rules % 5]!] },
      });
      if (made.__typename === 'CreateRuleSuccess') rules++;
    }
    expect(rules).toBeGreaterThan(1);

    const answered = new Map<string, Set<string>>(Object.keys(operations).map((name) => [name, new Set()]));
    const sent = fc.sample(fc.tuple(fc.constantFrom(...answered.keys()), input, beside), {
      seed,
      numRuns: rounds * 4,
    });
    for (const [name, given, more] of sent) {
      const variables = argumentsOf(name, given, more);
      const { status, errors, data } = await send(name, variables);
      const told = JSON.stringify({ name, variables, errors });
      expect(status, told).toBeLessThan(500);
      expect(errors?.map(({ extensions }) => extensions.code) ?? [], told).not.toContain('INTERNAL');
      answered.get(name)!.add(String(data?.[name]?.__typename ?? errors?.[0]?.extensions.code));
    }
    // Chance has not passed by what this is about: each was decided on, to use coupons also where all had been used up.
    for (const [name, answers] of answered) {
      const isDecided = [`${capital(name)}Success`, 'PromotionsRefusedError'].some((one) => answers.has(one));
      expect([name, isDecided, ...answers]).toEqual([name, true, ...answers]);
    }
    expect([...answered.get('validateCoupons')!]).toContain('InvalidInputError');
  },
);
