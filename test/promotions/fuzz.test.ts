import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../testkit/client.js';
import { seedOf } from '../testkit/seed.js';
import { startTestServer } from '../testkit/server.js';
import { circumstances, condition, coupons, goal, order } from './arbitrary.js';

// Whatever is sent is answered, be it by a refusal: nothing by an exception. FUZZ says how much; SEED repeats it.

const rounds = Number(process.env['FUZZ'] ?? 120);

const operations = {
  validateCoupons: 'query',
  previewPromotions: 'query',
  checkEligibility: 'query',
  applyPromotions: 'mutation',
} as const;

type Operation = keyof typeof operations;

const fields: Readonly<Record<Operation, string>> = {
  validateCoupons: `... on ValidateCouponsSuccess {
    codes { isValid reasons { message } changes { __typename } rules { clauses { path text wanted saw } } }
    combination { total { amount } rejected { reasons { message } } }
  }`,
  previewPromotions: `... on PreviewPromotionsSuccess { combination { lines { total { amount } } applied { position } } }`,
  checkEligibility: `... on CheckEligibilitySuccess { isEligible rules { clauses { saw } } changes { __typename } }`,
  applyPromotions: `... on ApplyPromotionsSuccess { redemptions { id } rejected { reasons { message } } }`,
};

const codes = ['A1', 'B2', 'C3', 'D4', 'E5', 'F6', 'G7', 'H8'];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '\u0000', '__proto__', 'constructor', '💥', '١٢٣', ' A1 ', 'a1', 'GB', 'web'),
);
const json = fc.jsonValue({ maxDepth: 3 });
const object = fc.dictionary(text, json, { maxKeys: 4 });

const clause = fc.oneof(
  condition,
  fc.record({ order_number: fc.record({ gte: fc.nat(9) }) }),
  fc.record({ lifetime_spend: fc.record({ between: fc.constant([0, 50]), currency: fc.constant('GBP') }) }),
  fc.record({ days_since_registration: fc.record({ lt: fc.nat(400) }) }),
  fc.record({
    customer_attribute: fc.record({ name: fc.constant('tier'), eq: fc.constantFrom('gold', true, 3) }),
  }),
  fc.record({ metadata: fc.record({ path: fc.constant('a.b'), exists: fc.boolean() }) }),
  fc.record({ weekday: fc.record({ in: fc.constant(['MONDAY']), zone: fc.constant('Europe/London') }) }),
  fc.record({
    subtotal: fc.record({
      of: fc.constant({ tags: ['gift'] }),
      gte: fc.nat(90),
      currency: fc.constant('GBP'),
    }),
  }),
);

/** Conditions by chance, some levels deep. */
const { tree } = fc.letrec<{ tree: object }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    clause,
    fc.array(tie('tree'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
}));

const profile = fc.record(
  {
    attributes: object,
    ordersCount: fc.integer({ min: -1 }),
    lifetimeSpend: fc.constantFrom({ amount: '12.34', currency: 'GBP' }, { amount: '-1', currency: 'XXX' }),
    registeredAt: fc.constantFrom('2020-02-29T12:00:00Z', '0001-01-01T00:00:00Z', 'yesterday'),
  },
  { requiredKeys: [] },
);

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

const input = fc.oneof({ weight: 3, arbitrary: strange }, broken, object);

const { client } = await startTestServer();

const send = (name: Operation, given: object): Promise<Reply> =>
  client.send(
    `${operations[name]} Ask($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) {
      ${name}(input: $input) { __typename ... on Error { message } ${fields[name]} }
    }`,
    { input: given },
  );

function shaped(name: Operation, given: object): object {
  if (name !== 'checkEligibility' || !('codes' in given)) return given;
  const { codes, goal: _, ...rest } = given as { codes: unknown; goal?: unknown };
  const [code = 'A1'] = Array.isArray(codes) ? codes : [codes];
  return { ...rest, of: { code } };
}

test(
  'given rules and questions by chance, when they are sent, then each is answered',
  { timeout: 120_000 },
  async () => {
    const seed = seedOf('promotions fuzzed');
    const make = async (name: string, given: object) => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
      const query = `mutation Make($input: ${type}) { ${name}(input: $input) { __typename } }`;
      return (await client.ask(query, { input: given }))[name].__typename as string;
    };
    for (const coupon of fc.sample(coupons(codes), { seed, numRuns: 1 })[0]!) {
      expect(await make('createCoupon', coupon)).toBe('CreateCouponSuccess');
    }
    await make('createSegment', { name: 'members', conditionJson: { order_number: { gte: 2 } } });
    let rules = 0;
    for (const conditionJson of fc.sample(tree, { seed, numRuns: 8 })) {
      const made = await make('createRule', {
        name: `Rule ${rules}`,
        conditionJson,
        effect: rules % 3 === 0 ? 'EXCLUSION' : 'ELIGIBILITY',
        targets: { tenant: rules % 2 === 0 },
      });
      if (made === 'CreateRuleSuccess') rules++;
    }
    expect(rules).toBeGreaterThan(1);

    const names = Object.keys(operations) as Operation[];
    const answered = new Set<string>();
    const sent = fc.sample(fc.tuple(fc.constantFrom(...names), input), { seed, numRuns: rounds * 4 });
    for (const [name, given] of sent) {
      const { status, errors, data } = await send(name, shaped(name, given));
      const told = JSON.stringify({ name, given, errors });
      expect(status, told).toBeLessThan(500);
      expect(errors?.map(({ extensions }) => extensions.code) ?? [], told).not.toContain('INTERNAL');
      answered.add(String(data?.[name]?.__typename ?? errors?.[0]?.extensions.code));
    }
    expect([...answered]).toEqual(
      expect.arrayContaining(['ValidateCouponsSuccess', 'PreviewPromotionsSuccess', 'InvalidInputError']),
    );
  },
);
