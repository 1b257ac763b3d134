import { describe, expect, test } from 'vitest';
import { createClient } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';

const { client, url, tenant } = await startTestServer();

const facts = `{
  id name description effect condition conditionText priority targets { couponIds campaignIds templateIds tenant } metadata
  version createdAt updatedAt
}`;
const failure = '... on Error { code message }';

const create = (input: object) =>
  client.ask(
    `mutation ($input: CreateRuleInput!) {
      createRule(input: $input) {
        ... on CreateRuleSuccess { rule ${facts} }
        ${failure}
        ... on RuleTargetNotFoundError { targetId }
        ... on SegmentNotFoundError { sought }
        ... on InvalidInputError { problems { path message } }
      }
    }`,
    { input },
  );
const simulate = async (input: object) =>
  (
    await client.ask(
      `query ($input: SimulateRuleInput!) {
        simulateRule(input: $input) {
          ... on SimulateRuleSuccess {
            rule { id } holds isAllowed clauses { path matched isNegated saw } changes { kind text }
          }
          ${failure}
          ... on InvalidInputError { problems { path } }
        }
      }`,
      { input },
    )
  ).simulateRule;

const sum = (amount: string) => ({ subtotal: { amount, currency: 'GBP' } });

const { createSegment } = await client.ask(
  `mutation {
    createSegment(input: { name: "vip" }) { ... on CreateSegmentSuccess { segment { id } } }
  }`,
);
const segmentId = createSegment.segment.id as string;
await client.ask(
  `mutation ($segmentId: ID!) {
    addSegmentMembers(input: { segmentId: $segmentId, identities: [{ email: "ada@example.com" }] }) { __typename }
  }`,
  { segmentId },
);

describe('Given a tenant with a segment', () => {
  const typed = {
    all: [
      { cartTotal: { gte: '50', currency: 'GBP' } },
      { registeredAt: { gte: '2026-01-01T00:00:00Z' } },
      { customerAttribute: { name: 'tier', in: [7, 8.5] } },
      { not: { customerSegment: { eq: 'VIP' } } },
    ],
  };
  const stored = {
    all: [
      { cartTotal: { gte: '50.00', currency: 'GBP' } },
      { registeredAt: { gte: '2026-01-01T00:00:00.000Z' } },
      { customerAttribute: { name: 'tier', in: [7, 8.5] } },
      { not: { customerSegment: { eq: 'VIP' } } },
    ],
  };

  test.each([
    ["GraphQL's own types", { condition: typed }],
    ['JSON', { conditionJson: typed }],
    ['the JSON in which it is stored', { conditionJson: stored }],
  ])(
    'when a rule is made of %s, then it is the same rule, found as a rule and as a node',
    async (_, given) => {
      const { createRule } = await create({ name: 'Gold', targets: { tenant: true }, ...given });

      expect(createRule.rule).toEqual({
        id: expect.stringMatching(/^rule_[0-9a-z]{26}$/),
        name: 'Gold',
        description: null,
        effect: 'ELIGIBILITY',
        condition: stored,
        conditionText: expect.stringContaining('cart total ≥ 50.00 GBP and '),
        priority: 0,
        targets: { couponIds: [], campaignIds: [], templateIds: [], tenant: true },
        metadata: {},
        version: 1,
        createdAt: expect.any(String),
        updatedAt: createRule.rule.createdAt,
      });
      const { id } = createRule.rule;
      const found = await client.ask(
        `query ($id: ID!) { rule(id: $id) ${facts} node(id: $id) { ... on Rule ${facts} } }`,
        { id },
      );
      expect(found).toEqual({ rule: createRule.rule, node: createRule.rule });
    },
  );

  test('when a rule cannot be made, then each kind of failure tells its facts', async () => {
    const unknown = 'coupon_01h455vb4pex5vsknk084sn02q';
    const condition = { channel: { eq: 'web' } };
    expect(await create({ name: 'A', condition, targets: { couponIds: [unknown] } })).toEqual({
      createRule: {
        code: 'RULE_TARGET_NOT_FOUND',
        message: `There is no coupon, campaign or template with the id "${unknown}".`,
        targetId: unknown,
      },
    });
    expect(await create({ name: 'A', condition: { customerSegment: { eq: 'vop' } } })).toEqual({
      createRule: {
        code: 'SEGMENT_NOT_FOUND',
        message: 'There is no segment "vop". Did you mean `vip`?',
        sought: 'vop',
      },
    });
    expect(await create({ name: 'A', conditionJson: { all: [{ channel: 3 }] } })).toMatchObject({
      createRule: {
        code: 'INVALID_INPUT',
        problems: [{ path: ['conditionJson', 'all', '0', 'channel', 'eq'] }],
      },
    });
  });

  test('when a key that may only validate and redeem asks for rules, then it is refused', async () => {
    const storefront = createClient(url, await tenant.key('VALIDATE', 'REDEEM', 'EXPLAIN'));
    for (const query of [
      '{ rules { edges { cursor } } }',
      '{ segments { edges { cursor } } }',
      '{ compileRule(of: { conditionJson: { channel: "web" } }) { __typename } }',
      '{ evaluateSegment(input: { segment: { name: "vip" } }) { __typename } }',
      'mutation { createRule(input: { name: "A", conditionJson: { channel: "web" } }) { __typename } }',
    ]) {
      const { status, errors } = await storefront.send(query);
      expect([query, status, errors?.[0]?.extensions.code]).toEqual([query, 403, 'FORBIDDEN']);
    }
  });
});

describe('Given a rule, when it is simulated', () => {
  const condition = {
    all: [{ cartTotal: { gte: '50', currency: 'GBP' } }, { customerSegment: { eq: 'vip' } }],
  };
  const ada = { email: 'Ada@example.com' };
  const clauses = (total: [boolean, string], segment: [boolean, string]) => [
    { path: 'all[0].cartTotal', matched: total[0], isNegated: false, saw: total[1] },
    { path: 'all[1].customerSegment', matched: segment[0], isNegated: false, saw: segment[1] },
  ];

  test('on an order for which it holds, then it says so, and nothing is missing', async () => {
    const { createRule } = await create({ name: 'VIPs', condition });
    expect(
      await simulate({ of: { ruleId: createRule.rule.id }, order: sum('50.00'), customer: ada }),
    ).toMatchObject({
      rule: { id: createRule.rule.id },
      holds: true,
      isAllowed: true,
      clauses: [{ matched: true }, { matched: true }],
      changes: [],
    });
  });

  test('on an order that lacks something, then it says what each clause saw, and what is missing', async () => {
    const outcome = await simulate({ of: { condition }, order: sum('32.50'), customer: ada });
    expect(outcome).toEqual({
      rule: null,
      holds: false,
      isAllowed: false,
      clauses: clauses([false, '32.50 GBP'], [true, '"vip"']),
      changes: [{ kind: 'ADD_AMOUNT', text: 'Add 17.50 GBP.' }],
    });
  });

  test('with segments that are said, then those hold, and none is looked up', async () => {
    const of = { condition: { customerSegment: { in: ['vip', 'not made yet'] } } };
    const order = sum('1.00');
    expect(await simulate({ of, order, customer: ada, segments: [] })).toMatchObject({ holds: false });
    expect(await simulate({ of, order, segments: ['Not made yet'] })).toMatchObject({ holds: true });
    expect(await simulate({ of, order, segments: ['Not made yet', 'typo'] })).toMatchObject({
      code: 'SEGMENT_NOT_FOUND',
      message: expect.stringContaining('typo') as string,
    });
    expect(await simulate({ of, order, customer: ada })).toMatchObject({ code: 'SEGMENT_NOT_FOUND' });
  });

  test('of exclusion, then it lets coupons be used where it does not hold', async () => {
    const excluded = { name: 'Not in the app', effect: 'EXCLUSION', condition: { channel: { eq: 'app' } } };
    const { createRule } = await create(excluded);
    const asked = { of: { ruleId: createRule.rule.id }, order: sum('1.00') };
    expect(await simulate({ ...asked, channel: 'app' })).toMatchObject({ holds: true, isAllowed: false });
    expect(await simulate({ ...asked, channel: 'web' })).toMatchObject({
      holds: false,
      isAllowed: true,
      changes: [],
    });
  });

  test('at another instant, then that is the moment', async () => {
    const of = { condition: { weekday: { zone: 'Europe/London', eq: 'SUNDAY' } } };
    const order = sum('1.00');
    expect(await simulate({ of, order, at: '2026-03-01T12:00:00Z' })).toMatchObject({ holds: true });
    expect(await simulate({ of, order, at: '2026-03-02T12:00:00Z' })).toMatchObject({ holds: false });
  });

  test.each<[string, object, object]>([
    [
      'an unknown rule',
      { of: { ruleId: 'rule_01h455vb4pex5vsknk084sn02q' }, order: sum('1') },
      { code: 'RULE_NOT_FOUND' },
    ],
    [
      'a condition that cannot be read',
      { of: { conditionJson: { channel: 3 } }, order: sum('1') },
      { problems: [{ path: ['of', 'conditionJson', 'channel', 'eq'] }] },
    ],
    [
      'an order that cannot be',
      { of: { condition: { channel: { eq: 'web' } } }, order: sum('-1') },
      { problems: [{ path: ['order', 'subtotal', 'amount'] }] },
    ],
  ])('of %s, then it is refused with the place', async (_, input, refusal) => {
    expect(await simulate(input)).toMatchObject(refusal);
  });
});

test('Given a condition, when it is compiled, then the cheapest clause is asked first', async () => {
  const { compileRule } = await client.ask(
    `query ($of: RuleSubjectInput!) {
      compileRule(of: $of) {
        ... on CompileRuleSuccess { rule { id } condition conditionText cost plan { kind depth text } }
      }
    }`,
    { of: { conditionJson: { all: [{ product_tags: 'sale' }, { channel: 'web' }] } } },
  );
  expect(compileRule).toEqual({
    rule: null,
    condition: { all: [{ productTags: { eq: 'sale' } }, { channel: { eq: 'web' } }] },
    conditionText: 'product tags = "sale" and channel = "web"',
    cost: expect.any(Number),
    plan: [
      { kind: 'ALL', depth: 0, text: 'All of these, until one is false:' },
      { kind: 'CLAUSE', depth: 1, text: 'channel = "web"' },
      { kind: 'CLAUSE', depth: 1, text: 'product tags = "sale"' },
    ],
  });
});
