import { afterAll, describe, expect, test } from 'vitest';
import { createCampaign } from '../../src/campaigns/actions.js';
import { createCoupon, deleteCoupon } from '../../src/coupons/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import type { Unchecked } from '../../src/lib/input.js';
import { openDatabase } from '../../src/platform/database.js';
import {
  createRule,
  deleteRule,
  findRule,
  findRulesOfTargets,
  listRules,
  updateRule,
} from '../../src/rules/actions.js';
import { noTargets, type Rule } from '../../src/rules/core.js';
import { createSegment, deleteSegment } from '../../src/segments/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';
import { givenTemplate } from '../testkit/templates.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());

let tenants = 0;
const freshScope = () => testScope({ db: database.prisma, tenantId: tenantNamed(`Tenant ${++tenants}`) });

const unknown = {
  rule: 'rule_01h455vb4pex5vsknk084sn02q',
  coupon: 'coupon_01h455vb4pex5vsknk084sn02q',
  campaign: 'campaign_01h455vb4pex5vsknk084sn02q',
  template: 'template_01h455vb4pex5vsknk084sn02q',
};
const web = { channel: 'web' };

const couponOf = async (scope: TestScope, code: string) =>
  succeeded(await createCoupon(scope, { code, discount: { freeShipping: {} } })).id;

/** A tenant with two coupons, a campaign and a template. */
async function given() {
  const scope = freshScope();
  const couponId = await couponOf(scope, 'SPRING');
  const otherCouponId = await couponOf(scope, 'SUMMER');
  const campaignId = succeeded(await createCampaign(scope, { name: 'Spring' })).id;
  const templateId = await givenTemplate(scope);
  return { scope, couponId, otherCouponId, campaignId, templateId };
}

const make = async (scope: TestScope, fields: object = {}): Promise<Rule> =>
  succeeded(await createRule(scope, { name: 'Web only', conditionJson: web, ...fields }));

/** Everything that is stored of the tenant's rules. */
async function storedOf(scope: TestScope) {
  const where = { tenantId: uuidOf(scope.tenantId) };
  return {
    rules: await scope.db.rule.count({ where }),
    targets: await scope.db.ruleTarget.count({ where }),
    segments: await scope.db.ruleSegment.count({ where }),
  };
}

describe('Given a tenant, when a rule is made', () => {
  test('of which least is said, then it is for nobody, found, and announced as it is written', async () => {
    const scope = freshScope();
    const rule = await make(scope);

    expect(rule).toEqual({
      id: rule.id,
      name: 'Web only',
      description: null,
      effect: 'ELIGIBILITY',
      condition: rule.condition,
      priority: 0,
      targets: noTargets,
      metadata: {},
      version: 1,
      createdAt: scope.now(),
      updatedAt: scope.now(),
    });
    expect(await findRule(scope, rule.id)).toEqual(rule);
    expect(await auditedBy(scope, rule.id)).toMatchObject([
      {
        action: 'rule.created',
        before: null,
        after: { name: 'Web only', condition: { channel: { eq: 'web' } } },
      },
    ]);
  });

  test('for coupons, campaigns, templates and the tenant, then it is for each of them once', async () => {
    const { scope, couponId, otherCouponId, campaignId, templateId } = await given();
    const couponIds = [otherCouponId, couponId, otherCouponId];
    const rule = await make(scope, {
      effect: 'EXCLUSION',
      priority: -5,
      targets: { couponIds, campaignIds: [campaignId], templateIds: [templateId, templateId], tenant: true },
      metadata: { team: 'growth' },
    });

    expect(rule.targets).toEqual({
      couponIds: [couponId, otherCouponId].toSorted(),
      campaignIds: [campaignId],
      templateIds: [templateId],
      isTenantWide: true,
    });
    expect(await findRule(scope, rule.id)).toEqual(rule);
    expect(await storedOf(scope)).toEqual({ rules: 1, targets: 4, segments: 0 });
  });

  test('with a key twice, then there is one, and its answer is the same', async () => {
    const scope = freshScope();
    const input = { name: 'Web only', conditionJson: web, idempotencyKey: 'once' };
    const first = await createRule(scope, input);
    expect(await createRule(scope, input)).toEqual(first);
    expect(await storedOf(scope)).toMatchObject({ rules: 1 });
  });

  test.each<[string, object, object]>([
    ['without a condition', {}, { failure: 'InvalidInput', problems: [{ path: ['condition'] }] }],
    [
      'with two',
      { condition: web, conditionJson: web },
      { failure: 'InvalidInput', problems: [{ path: ['conditionJson'] }] },
    ],
    [
      'with one that cannot be read',
      { conditionJson: { all: [{ chanel: 'web' }] } },
      { failure: 'InvalidInput', problems: [{ path: ['conditionJson', 'all', '0', 'chanel'] }] },
    ],
    [
      'for a coupon that is not there',
      { conditionJson: web, targets: { couponIds: [unknown.coupon] } },
      { failure: 'RuleTargetNotFound', targetId: unknown.coupon },
    ],
    [
      'for a campaign that is not there',
      { conditionJson: web, targets: { campaignIds: [unknown.campaign] } },
      { failure: 'RuleTargetNotFound', targetId: unknown.campaign },
    ],
    [
      'for a template that is not there',
      { conditionJson: web, targets: { templateIds: [unknown.template] } },
      { failure: 'RuleTargetNotFound', targetId: unknown.template },
    ],
    [
      'for a coupon among the templates',
      { conditionJson: web, targets: { templateIds: [unknown.coupon] } },
      { failure: 'RuleTargetNotFound', targetId: unknown.coupon },
    ],
    [
      'for a campaign among the coupons',
      { conditionJson: web, targets: { couponIds: [unknown.campaign] } },
      { failure: 'RuleTargetNotFound', targetId: unknown.campaign },
    ],
    [
      'for too many',
      { conditionJson: web, targets: { couponIds: Array.from({ length: 101 }, () => unknown.coupon) } },
      { failure: 'InvalidInput', problems: [{ path: ['targets'] }] },
    ],
    [
      'for too many of several kinds',
      {
        conditionJson: web,
        targets: {
          campaignIds: [unknown.campaign],
          templateIds: Array.from({ length: 100 }, () => unknown.template),
        },
      },
      { failure: 'InvalidInput', problems: [{ path: ['targets'] }] },
    ],
    [
      'with a name and a priority that cannot be',
      { conditionJson: web, name: ' ', priority: 1_000_001 },
      { failure: 'InvalidInput', problems: [{ path: ['name'] }, { path: ['priority'] }] },
    ],
  ])('%s, then it is refused, and nothing is written', async (_, fields, refusal) => {
    const scope = freshScope();
    expect(await createRule(scope, { name: 'Web only', ...fields })).toMatchObject(refusal);
    expect(await storedOf(scope)).toEqual({ rules: 0, targets: 0, segments: 0 });
    expect(await auditedBy(scope)).toEqual([]);
  });

  test.each(['deleted', "another tenant's"])('for a coupon that is %s, then it is refused', async (how) => {
    const { scope, couponId } = await given();
    if (how === 'deleted') succeeded(await deleteCoupon(scope, { id: couponId }));
    const asker = how === 'deleted' ? scope : freshScope();
    const input = { name: 'Web only', conditionJson: web, targets: { couponIds: [couponId] } };
    expect(await createRule(asker, input)).toMatchObject({
      failure: 'RuleTargetNotFound',
      targetId: couponId,
    });
  });
});

test("Given another tenant's template, when a rule is made for it, then it is refused", async () => {
  const { templateId } = await given();
  const input = { name: 'Web only', conditionJson: web, targets: { templateIds: [templateId] } };
  expect(await createRule(freshScope(), input)).toMatchObject({
    failure: 'RuleTargetNotFound',
    targetId: templateId,
  });
});

test('Given a rule for a template and a coupon, when the template is gone, then it is for the coupon', async () => {
  const { scope, couponId, templateId } = await given();
  const { id } = await make(scope, { targets: { couponIds: [couponId], templateIds: [templateId] } });

  await scope.db.template.deleteMany({ where: { id: uuidOf(templateId) } });

  expect((await findRule(scope, id))?.targets).toEqual({ ...noTargets, couponIds: [couponId] });
});

/** As the specification of the JSON dialect gives it, word for word. */
const exampleOfTheSpecification = {
  name: 'min_cart_50_exclude_sale',
  type: 'eligibility',
  condition: {
    all: [
      { cart_total: { gte: 50, currency: 'GBP' } },
      { not: { product_tags: ['clearance', 'final_sale'] } },
      { customer_segment: 'new_customers' },
    ],
  },
  priority: 100,
  metadata: {},
};

describe('Given a rule as other systems write it', () => {
  const { name, condition: conditionJson, priority, metadata } = exampleOfTheSpecification;
  const input = { name, effect: 'ELIGIBILITY', conditionJson, priority, metadata };

  test('when its segment is there, then it is taken, and names the segment', async () => {
    const scope = freshScope();
    const { id } = succeeded(await createSegment(scope, { name: 'new_customers' }));
    const rule = succeeded(await createRule(scope, input));

    expect(rule).toMatchObject({ name, effect: 'ELIGIBILITY', priority: 100, metadata: {} });
    const { condition } = await scope.db.rule.findFirstOrThrow({ where: { id: uuidOf(rule.id) } });
    expect(condition).toEqual({
      all: [
        { cartTotal: { gte: '50.00', currency: 'GBP' } },
        { not: { productTags: { in: ['clearance', 'final_sale'] } } },
        { customerSegment: { eq: 'new_customers' } },
      ],
    });
    expect(await findRule(scope, rule.id)).toEqual(rule);
    const { edges } = await listRules(scope, { segmentId: id }, null, {});
    expect(edges.map(({ node }) => node.id)).toEqual([rule.id]);
  });

  test('when its segment is not there, then it says which may have been meant', async () => {
    const scope = freshScope();
    succeeded(await createSegment(scope, { name: 'new_customer' }));
    expect(await createRule(scope, input)).toEqual({
      failure: 'SegmentNotFound',
      message: 'There is no segment "new_customers". Did you mean `new_customer`?',
      sought: 'new_customers',
    });
    expect(await storedOf(scope)).toEqual({ rules: 0, targets: 0, segments: 0 });
  });
});

describe('Given a rule, when it is changed', () => {
  test('then what is given changes, what is left out stays, and the log shows both', async () => {
    const { scope, couponId, campaignId } = await given();
    const rule = await make(scope, { description: 'For now', targets: { couponIds: [couponId] } });
    scope.clock.forward(1_000);

    const after = succeeded(
      await updateRule(scope, {
        id: rule.id,
        version: 1,
        patch: {
          name: 'Not in the app',
          effect: 'EXCLUSION',
          conditionJson: { channel: 'app' },
          targets: { campaignIds: [campaignId] },
        },
      }),
    );

    expect(after).toEqual({
      ...rule,
      name: 'Not in the app',
      effect: 'EXCLUSION',
      condition: after.condition,
      targets: { ...noTargets, campaignIds: [campaignId] },
      version: 2,
      updatedAt: scope.now(),
    });
    expect(await findRule(scope, rule.id)).toEqual(after);
    expect((await auditedBy(scope, rule.id))[1]).toMatchObject({
      action: 'rule.updated',
      before: { condition: { channel: { eq: 'web' } }, targets: { couponIds: [couponId] } },
      after: { condition: { channel: { eq: 'app' } }, targets: { couponIds: [] } },
    });
  });

  test('so that it asks for another segment, then the one before can be deleted, and that one not', async () => {
    const scope = freshScope();
    const [before, after] = [
      succeeded(await createSegment(scope, { name: 'before' })),
      succeeded(await createSegment(scope, { name: 'after' })),
    ];
    const rule = await make(scope, { conditionJson: { customer_segment: 'Before' } });
    const patch = { conditionJson: { any: [{ customer_segment: 'after' }, { customer_segment: 'AFTER' }] } };
    succeeded(await updateRule(scope, { id: rule.id, version: 1, patch }));
    // What does not touch the condition leaves its segments.
    succeeded(await updateRule(scope, { id: rule.id, version: 2, patch: { name: 'Renamed' } }));

    expect(await deleteSegment(scope, { id: before.id })).toEqual({ segmentId: before.id });
    expect(await deleteSegment(scope, { id: after.id })).toMatchObject({ failure: 'SegmentInUse' });
  });

  test.each<[string, Unchecked, object]>([
    [
      'null clears what can be cleared',
      { description: null, priority: null, targets: null, metadata: null },
      {},
    ],
    [
      'the name cannot be cleared',
      { name: null },
      { failure: 'InvalidInput', problems: [{ path: ['patch', 'name'] }] },
    ],
    [
      'nor can the condition',
      { conditionJson: null },
      { failure: 'InvalidInput', problems: [{ path: ['patch', 'conditionJson'] }] },
    ],
    [
      'a target must be there',
      { targets: { couponIds: [unknown.coupon] } },
      { failure: 'RuleTargetNotFound', targetId: unknown.coupon },
    ],
    [
      'a segment must be there',
      { conditionJson: { customer_segment: 'nobody' } },
      { failure: 'SegmentNotFound', sought: 'nobody' },
    ],
  ])('then %s', async (_, patch, refusal) => {
    const { scope, couponId } = await given();
    const said = { description: 'Said', priority: 7, metadata: { a: 1 } };
    const rule = await make(scope, { ...said, targets: { couponIds: [couponId], tenant: true } });

    const outcome = await updateRule(scope, { id: rule.id, version: 1, patch });

    if ('failure' in refusal) {
      expect(outcome).toMatchObject(refusal);
      expect(await findRule(scope, rule.id)).toEqual(rule);
    } else {
      const cleared = { description: null, priority: 0, metadata: {}, targets: noTargets, version: 2 };
      expect(outcome).toEqual({ ...rule, ...cleared });
      expect(await findRule(scope, rule.id)).toEqual({ ...rule, ...cleared });
    }
  });

  test('on a version that has passed, or where there is none, then it is refused', async () => {
    const scope = freshScope();
    const { id } = await make(scope);
    succeeded(await updateRule(scope, { id, version: 1, patch: { name: 'Theirs' } }));

    expect(await updateRule(scope, { id, version: 1, patch: { name: 'Mine' } })).toMatchObject({
      failure: 'VersionConflict',
      sentVersion: 1,
      currentVersion: 2,
    });
    expect((await findRule(scope, id))?.name).toBe('Theirs');
    expect(await updateRule(scope, { id: unknown.rule, version: 1, patch: {} })).toMatchObject({
      failure: 'RuleNotFound',
      ruleId: unknown.rule,
    });
  });
});

test('Given a rule, when it is deleted, then it is gone with what it was for, once', async () => {
  const { scope, couponId } = await given();
  succeeded(await createSegment(scope, { name: 'vip' }));
  const { id } = await make(scope, {
    conditionJson: { customer_segment: 'vip' },
    targets: { couponIds: [couponId] },
  });

  expect(await deleteRule(scope, { id, reason: 'Over' })).toEqual({ ruleId: id });

  expect(await storedOf(scope)).toEqual({ rules: 0, targets: 0, segments: 0 });
  expect((await auditedBy(scope, id))[1]).toMatchObject({
    action: 'rule.deleted',
    reason: 'Over',
    before: { name: 'Web only', targets: { couponIds: [couponId] } },
    after: null,
  });
  expect(await deleteRule(scope, { id })).toMatchObject({ failure: 'RuleNotFound', ruleId: id });
});

test('Given a rule for two coupons, when one is deleted for good, then it is for the other, and the log shows that', async () => {
  const { scope, couponId, otherCouponId } = await given();
  const rule = await make(scope, { targets: { couponIds: [couponId, otherCouponId] } });
  scope.clock.forward(1_000);

  succeeded(await deleteCoupon(scope, { id: couponId }));
  expect(await findRule(scope, rule.id)).toEqual(rule);
  succeeded(await deleteCoupon(scope, { id: couponId, hard: true, reason: 'Over' }));

  const targets = { ...rule.targets, couponIds: [otherCouponId] };
  expect(await findRule(scope, rule.id)).toEqual({ ...rule, targets, version: 2, updatedAt: scope.now() });
  expect((await auditedBy(scope, rule.id)).slice(1)).toMatchObject([
    {
      action: 'rule.updated',
      reason: 'Over',
      before: { targets: { couponIds: [couponId, otherCouponId].sort() }, version: 1 },
      after: { targets: { couponIds: [otherCouponId] }, version: 2 },
    },
  ]);
});

describe('Given a target with 20 rules', () => {
  test.each(['coupon', 'campaign', 'template', 'tenant'] as const)(
    'when a %s is to have one more, then it is refused, whether made or changed; its own it can keep',
    async (kind) => {
      const { scope, couponId, campaignId, templateId } = await given();
      const targets = {
        coupon: { couponIds: [couponId] },
        campaign: { campaignIds: [campaignId] },
        template: { templateIds: [templateId] },
        tenant: { tenant: true },
      }[kind];
      const targetId = {
        coupon: couponId,
        campaign: campaignId,
        template: templateId,
        tenant: scope.tenantId,
      }[kind];
      const refusal = { failure: 'TooManyRules', targetId, maximum: 20 };
      const rules = [];
      for (let made = 0; made < 20; made++) rules.push(await make(scope, { targets }));

      expect(await createRule(scope, { name: 'More', conditionJson: web, targets })).toMatchObject(refusal);
      const other = await make(scope);
      expect(await updateRule(scope, { id: other.id, version: 1, patch: { targets } })).toMatchObject(
        refusal,
      );
      succeeded(await updateRule(scope, { id: rules[0]!.id, version: 1, patch: { targets } }));

      succeeded(await deleteRule(scope, { id: rules[0]!.id }));
      succeeded(await updateRule(scope, { id: other.id, version: 1, patch: { targets } }));
    },
  );
});

describe('Given rules for several targets', () => {
  async function givenRules() {
    const { scope, couponId, otherCouponId, campaignId, templateId } = await given();
    const { id: segmentId } = succeeded(await createSegment(scope, { name: 'vip' }));
    for (const [name, fields] of Object.entries({
      'for both': { targets: { couponIds: [couponId, otherCouponId] }, priority: 1 },
      'For one_': { targets: { couponIds: [couponId] }, effect: 'EXCLUSION', priority: 3 },
      campaign: { targets: { campaignIds: [campaignId] }, conditionJson: { customer_segment: 'VIP' } },
      template: { targets: { templateIds: [templateId] }, priority: -1 },
      tenant: { targets: { tenant: true }, priority: 2 },
      nobody: {},
    })) {
      await make(scope, { name, ...fields });
    }
    return { scope, couponId, otherCouponId, campaignId, templateId, segmentId };
  }

  test('when they are listed, then only those that match', async () => {
    const { scope, couponId, otherCouponId, campaignId, templateId, segmentId } = await givenRules();
    const namesOf = async (filter: Parameters<typeof listRules>[1]) =>
      (await listRules(scope, filter, null, {})).edges.map(({ node }) => node.name);

    expect(await namesOf({})).toEqual(['nobody', 'tenant', 'template', 'campaign', 'For one_', 'for both']);
    expect(await namesOf({ couponId })).toEqual(['For one_', 'for both']);
    expect(await namesOf({ couponId: otherCouponId })).toEqual(['for both']);
    expect(await namesOf({ couponId: unknown.coupon })).toEqual([]);
    expect(await namesOf({ couponId: campaignId })).toEqual([]);
    expect(await namesOf({ campaignId })).toEqual(['campaign']);
    expect(await namesOf({ templateId })).toEqual(['template']);
    expect(await namesOf({ templateId: campaignId })).toEqual([]);
    expect(await namesOf({ segmentId })).toEqual(['campaign']);
    expect(await namesOf({ tenant: true })).toEqual(['tenant']);
    expect(await namesOf({ effect: 'EXCLUSION' })).toEqual(['For one_']);
    expect(await namesOf({ namePrefix: 'FOR' })).toEqual(['For one_', 'for both']);
    expect(await namesOf({ namePrefix: 'for one_' })).toEqual(['For one_']);
    expect(await namesOf({ effect: 'ELIGIBILITY', couponId })).toEqual(['for both']);
  });

  test('when they are listed by priority, then page by page in that order', async () => {
    const { scope } = await givenRules();
    const order = { field: 'PRIORITY', direction: 'DESC' } as const;
    const first = await listRules(scope, {}, order, { first: 3 });
    const second = await listRules(scope, {}, order, { first: 3, after: first.pageInfo.endCursor });
    expect(first.edges.map(({ node }) => node.name)).toEqual(['For one_', 'tenant', 'for both']);
    expect(second.edges.map(({ node }) => node.name)).toEqual(['nobody', 'campaign', 'template']);
  });

  test('when those of some targets are sought, then they are found, highest priority first', async () => {
    const { scope, couponId, otherCouponId, campaignId, templateId } = await givenRules();
    const namesOf = async (targets: Rule['targets']) =>
      (await findRulesOfTargets(scope, targets)).map(({ name }) => name);

    expect(await namesOf(noTargets)).toEqual([]);
    expect(await namesOf({ ...noTargets, couponIds: [couponId] })).toEqual(['For one_', 'for both']);
    expect(
      await namesOf({
        couponIds: [otherCouponId],
        campaignIds: [campaignId],
        templateIds: [templateId],
        isTenantWide: true,
      }),
    ).toEqual(['tenant', 'for both', 'campaign', 'template']);
  });
});
