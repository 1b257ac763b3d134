import { afterAll, describe, expect, test } from 'vitest';
import { createCampaign } from '../../src/campaigns/actions.js';
import {
  createCoupon,
  deleteCoupon,
  findCoupon,
  findCouponsInOrder,
  listCoupons,
  listMovements,
} from '../../src/coupons/actions.js';
import { everything } from '../../src/coupons/applicability.js';
import type { Coupon } from '../../src/coupons/core.js';
import { stacksWithAll } from '../../src/coupons/stacking.js';
import { matchingItems } from '../../src/discounts/target.js';
import { uuidOf, type Id } from '../../src/lib/id.js';
import { jsonOf } from '../../src/lib/json.js';
import { formatMoney } from '../../src/lib/money.js';
import { isFailure } from '../../src/lib/outcome.js';
import { createLimit, deleteLimit, findLimit } from '../../src/limits/actions.js';
import { openDatabase } from '../../src/platform/database.js';
import { createRule, findRule, updateRule } from '../../src/rules/actions.js';
import type { Rule } from '../../src/rules/core.js';
import {
  createCouponsFromTemplate,
  createTemplate,
  deleteTemplate,
  findTemplate,
  listTemplates,
  updateTemplate,
} from '../../src/templates/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
/** A tenant of the test's own, so that it can count all that is written. */
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });

const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const tenPercent = { percentage: { percent: '10' } };
const web = { channel: 'web' };
const unknownTemplate = 'template_01h455vb4pex5vsknk084sn02q';
const unknownCampaign = 'campaign_01h455vb4pex5vsknk084sn02q';
const later = new Date('2026-04-01T00:00:00.000Z');
const latest = new Date('2026-05-01T00:00:00.000Z');

const create = (scope: TestScope, terms: object = {}, fields: object = {}) =>
  createTemplate(scope, {
    name: 'Welcome',
    codePattern: 'HELLO-{RAND:8}',
    terms: { discount: tenPercent, ...terms },
    ...fields,
  });

async function given(terms: object = {}, fields: object = {}) {
  const scope = freshScope();
  const template = succeeded(await create(scope, terms, fields));
  const make = (input: object, by: TestScope = scope) =>
    createCouponsFromTemplate(by, { templateId: template.id, ...input });
  return { scope, template, make };
}

/** The coupons that were made, as they are now. */
async function made(scope: TestScope, outcome: ReturnType<typeof createCouponsFromTemplate>) {
  return findCouponsInOrder(scope, succeeded(await outcome).couponIds);
}

/** How much there is of everything that a write could leave. */
async function written(scope: TestScope) {
  const where = { tenantId: uuidOf(scope.tenantId) };
  return {
    templates: await db.template.count({ where }),
    coupons: await db.coupon.count({ where }),
    movements: await db.giftCardMovement.count({ where }),
    audited: (await auditedBy(scope)).map(({ action }) => action),
    keys: await db.idempotencyKey.count({ where }),
  };
}

const onlyTheTemplate = {
  templates: 1,
  coupons: 0,
  movements: 0,
  audited: ['template.created'],
  keys: 0,
};

describe('given nothing', () => {
  test('when a template is made of a discount, then all else is open', async () => {
    const { scope, template } = await given();

    expect(template).toEqual({
      id: template.id,
      name: 'Welcome',
      description: null,
      codePattern: 'HELLO-{RAND:8}',
      terms: {
        isCaseSensitive: false,
        description: null,
        discount: {
          kind: 'PERCENTAGE',
          basisPoints: 1_000,
          maximum: null,
          ...matchingItems,
          freeShipping: false,
        },
        minimumOrder: null,
        taxBasis: null,
        validFrom: null,
        validUntil: null,
        maxUses: null,
        perCustomerLimit: null,
        applicability: everything,
        stacking: stacksWithAll,
        campaignId: null,
        metadata: {},
      },
      metadata: {},
      version: 1,
      createdAt: scope.now(),
      updatedAt: scope.now(),
    });
    expect(await findTemplate(scope, template.id)).toEqual(template);
    expect(await auditedBy(scope, template.id)).toEqual([
      {
        action: 'template.created',
        reason: null,
        before: null,
        after: jsonOf(template),
        actor: scope.actor,
      },
    ]);
  });

  test('when a template says all that it can, then it is kept as it was said', async () => {
    const scope = freshScope();
    const campaign = succeeded(await createCampaign(scope, { name: 'Spring' }));
    const template = succeeded(
      await create(
        scope,
        {
          discount: { fixed: { amounts: [gbp('5.00'), { amount: '600', currency: 'JPY' }] } },
          description: 'For those who subscribe',
          isCaseSensitive: true,
          taxBasis: 'NET',
          validFrom: later,
          validUntil: latest,
          maxUses: 1,
          perCustomerLimit: 2,
          applicability: { includeTags: ['new'] },
          stacking: { isExclusive: true, group: 'Welcome', priority: 7, priceFloor: '12.5' },
          campaignId: campaign.id,
          metadata: { margin: { minor: '3' } },
        },
        { description: 'Sent by mail', codePattern: ' Hi-{RAND:08}', metadata: { owner: 'crm' } },
      ),
    );

    expect(template).toMatchObject({
      description: 'Sent by mail',
      codePattern: 'Hi-{RAND:8}',
      metadata: { owner: 'crm' },
      terms: {
        discount: {
          amount: [
            { minor: 500n, currency: 'GBP' },
            { minor: 600n, currency: 'JPY' },
          ],
        },
        description: 'For those who subscribe',
        isCaseSensitive: true,
        taxBasis: 'NET',
        validFrom: later,
        validUntil: latest,
        maxUses: 1,
        perCustomerLimit: 2,
        applicability: { ...everything, includeTags: ['new'] },
        stacking: { isExclusive: true, group: 'welcome', priority: 7, floorBasisPoints: 1_250 },
        campaignId: campaign.id,
        metadata: { margin: { minor: '3' } },
      },
    });
    expect(await findTemplate(scope, template.id)).toEqual(template);
  });

  test.each<[string, object, object, string[]]>([
    ['no name', {}, { name: ' ' }, ['name']],
    ['a pattern that is none', {}, { codePattern: 'HI {RAND:8}' }, ['codePattern']],
    ['a pattern with too few random characters', {}, { codePattern: 'HI-{RAND:2}' }, ['codePattern']],
    ['no uses', { maxUses: 0 }, {}, ['terms', 'maxUses']],
    ['an end before its start', { validFrom: latest, validUntil: later }, {}, ['terms', 'validUntil']],
    [
      'a minimum in another currency',
      { discount: { fixed: { amount: gbp('5') } }, minimumOrder: { amount: '20', currency: 'EUR' } },
      {},
      ['terms', 'minimumOrder'],
    ],
    [
      'a percentage that is none',
      { discount: { percentage: { percent: '101' } } },
      {},
      ['terms', 'discount', 'percentage', 'percent'],
    ],
  ])(
    'when a template is to have %s, then it is refused with the place, and nothing is written',
    async (_, terms, fields, path) => {
      const scope = freshScope();
      expect(await create(scope, terms, fields)).toMatchObject({
        failure: 'InvalidInput',
        problems: [{ path }],
      });
      expect(await written(scope)).toMatchObject({ templates: 0, audited: [] });
    },
  );

  test('when its campaign is not there, then that is said, and nothing is written', async () => {
    const scope = freshScope();
    expect(await create(scope, { campaignId: unknownCampaign })).toMatchObject({
      failure: 'CampaignNotFound',
      campaignId: unknownCampaign,
    });
    expect(await written(scope)).toMatchObject({ templates: 0, audited: [] });
  });
});

describe('given a template, when it is changed', () => {
  test('then what is given is, null clears, the rest stays, and the log shows both', async () => {
    const { scope, template } = await given(
      { minimumOrder: gbp('20'), maxUses: 1, validUntil: later, description: 'Old' },
      { description: 'Sent by mail' },
    );
    scope.clock.forward(1_000);

    const after = succeeded(
      await updateTemplate(scope, {
        id: template.id,
        version: 1,
        patch: {
          name: 'Goodbye',
          codePattern: 'BYE-{RAND:9}',
          terms: { discount: { giftCard: { balance: gbp('5') } }, maxUses: null, isCaseSensitive: true },
        },
      }),
    );

    expect(after).toEqual({
      ...template,
      name: 'Goodbye',
      codePattern: 'BYE-{RAND:9}',
      terms: {
        ...template.terms,
        discount: { kind: 'GIFT_CARD', initialBalance: { minor: 500n, currency: 'GBP' } },
        maxUses: null,
        isCaseSensitive: true,
      },
      version: 2,
      updatedAt: scope.now(),
    });
    expect(await findTemplate(scope, template.id)).toEqual(after);
    expect((await auditedBy(scope, template.id))[1]).toMatchObject({
      action: 'template.updated',
      before: jsonOf(template),
      after: jsonOf(after),
    });
  });

  test('then coupons that are made already stay as they are, and the next ones are as it says now', async () => {
    const { scope, template, make } = await given({ maxUses: 1 });
    const [early] = await made(scope, make({ codes: ['EARLY'] }));
    const patch = { terms: { discount: { percentage: { percent: '20' } }, maxUses: 3 } };
    succeeded(await updateTemplate(scope, { id: template.id, version: 1, patch }));
    const [late] = await made(scope, make({ codes: ['LATE'] }));

    expect(await findCoupon(scope, early!.id)).toEqual(early);
    expect([early, late]).toMatchObject([
      { discount: { basisPoints: 1_000 }, maxUses: 1 },
      { discount: { basisPoints: 2_000 }, maxUses: 3 },
    ]);
  });

  test.each<[string, object, object]>([
    ['at another version', { version: 2 }, { failure: 'VersionConflict', sentVersion: 2, currentVersion: 1 }],
    [
      'that is unknown',
      { id: unknownTemplate },
      { failure: 'TemplateNotFound', templateId: unknownTemplate },
    ],
    [
      'to a campaign that is not there',
      { patch: { terms: { campaignId: unknownCampaign } } },
      { failure: 'CampaignNotFound' },
    ],
    [
      'to terms that do not go together',
      { patch: { terms: { validFrom: latest } } },
      { failure: 'InvalidInput', problems: [{ path: ['patch', 'terms', 'validUntil'] }] },
    ],
    [
      'to have no discount',
      { patch: { terms: { discount: null } } },
      { failure: 'InvalidInput', problems: [{ path: ['patch', 'terms', 'discount'] }] },
    ],
  ])('%s, then it is refused, and nothing is written', async (_, fields, refusal) => {
    const { scope, template } = await given({ validUntil: later });
    const input = { id: template.id, version: 1, patch: { name: 'Goodbye' }, ...fields };
    expect(await updateTemplate(scope, input)).toMatchObject(refusal);
    expect(await findTemplate(scope, template.id)).toEqual(template);
    expect(await written(scope)).toEqual(onlyTheTemplate);
  });
});

describe('given a template, when coupons are made of it', () => {
  test('by their number, then each has a code of its pattern and the very terms', async () => {
    const { scope, template, make } = await given({ maxUses: 1, minimumOrder: gbp('20'), validUntil: later });
    const coupons = await made(scope, make({ count: 100 }));

    expect(coupons).toHaveLength(100);
    expect(new Set(coupons.map(({ codeKey }) => codeKey)).size).toBe(100);
    for (const coupon of coupons) {
      expect(coupon).toMatchObject({
        ...template.terms,
        code: expect.stringMatching(/^HELLO-[2-9A-HJ-NP-TV-Z]{8}$/),
        currency: 'GBP',
        templateId: template.id,
        trigger: 'CODE',
        state: 'ACTIVE',
        usesCount: 0,
        balance: null,
        version: 1,
        createdBy: scope.actor,
        createdAt: scope.now(),
      });
    }
    const [first] = coupons;
    expect(await auditedBy(scope, first!.id)).toMatchObject([
      { action: 'coupon.created', before: null, after: jsonOf(first!) },
    ]);
    expect(await written(scope)).toMatchObject({ coupons: 100, movements: 0, audited: { length: 101 } });
  });

  test('and it is older than tax bases, then they are for all orders', async () => {
    const { scope, template, make } = await given();
    await scope.db.$executeRaw`UPDATE templates SET terms = terms - 'taxBasis'`;
    expect(await findTemplate(scope, template.id)).toEqual(template);
    expect(await made(scope, make({ count: 1 }))).toMatchObject([{ taxBasis: null }]);
  });

  test('by their codes, then they have those, in that order, and are listed as the template’s', async () => {
    const { scope, template, make } = await given();
    await createCoupon(scope, { code: 'OTHER', discount: tenPercent });
    const coupons = await made(scope, make({ codes: ['ZEBRA', 'ant', 'Mole'], isDraft: true }));

    expect(coupons.map(({ code, state }) => [code, state])).toEqual([
      ['ZEBRA', 'DRAFT'],
      ['ant', 'DRAFT'],
      ['Mole', 'DRAFT'],
    ]);
    const listed = await listCoupons(scope, { templateId: template.id }, null, {});
    expect(listed.edges.map(({ node }) => node)).toEqual(coupons.toReversed());
    expect((await listCoupons(scope, { templateId: 'none' }, null, {})).edges).toEqual([]);
  });

  test('that are gift cards, then each has a balance and a movement of its own', async () => {
    const { scope, make } = await given({ discount: { giftCard: { balance: gbp('25') } } });
    const cards = await made(scope, make({ count: 3 }));

    const said = async (card: Coupon) =>
      (await listMovements(scope, card, {})).edges.map(
        ({ node }) => `${node.kind} ${formatMoney(node.amount)} ${formatMoney(node.balance)}`,
      );
    expect(cards.map(({ balance }) => balance)).toEqual(
      Array.from({ length: 3 }, () => ({ minor: 2_500n, currency: 'GBP' })),
    );
    expect(await Promise.all(cards.map(said))).toEqual(
      Array.from({ length: 3 }, () => ['ISSUED 25.00 GBP 25.00 GBP']),
    );
    expect(await written(scope)).toMatchObject({ coupons: 3, movements: 3 });
  });

  test('with a key twice, then they are made once, and another number is refused', async () => {
    const { scope, make } = await given();
    const input = { count: 5, idempotencyKey: 'once' };
    const first = succeeded(await make(input));
    expect(await make(input)).toEqual(first);
    expect(scope.replays.count).toBe(1);
    expect(await make({ ...input, count: 6 })).toMatchObject({ failure: 'IdempotencyConflict' });
    expect(await written(scope)).toMatchObject({ coupons: 5, keys: 1, audited: { length: 6 } });
  });

  test('and one of the codes is taken, then none is made', async () => {
    const { scope, make } = await given();
    succeeded(await createCoupon(scope, { code: 'Taken', discount: tenPercent }));
    expect(await make({ codes: ['FREE-1', 'tAKEN', 'FREE-2'] })).toEqual({
      failure: 'CouponCodeTaken',
      message: 'Another coupon has the code "tAKEN".',
      couponCode: 'tAKEN',
    });
    expect(await written(scope)).toMatchObject({
      coupons: 1,
      audited: ['template.created', 'coupon.created'],
    });
  });

  test('and some drawn codes are taken, then others are drawn, but not for ever', async () => {
    const { scope, make } = await given();
    let draws = 0;
    // The first draw is twos, which are taken; the second threes.
    const drawing = { ...scope, randomBytes: (size: number) => Buffer.alloc(size, Math.min(draws++, 1)) };
    succeeded(await createCoupon(scope, { code: 'HELLO-22222222', discount: tenPercent }));

    expect(await made(scope, make({ count: 1 }, drawing))).toMatchObject([{ code: 'HELLO-33333333' }]);
    expect(await make({ count: 1 }, drawing)).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['count'] }],
    });
    expect(await written(scope)).toMatchObject({ coupons: 2 });
  });

  test.each<[string, object, object]>([
    ['neither number nor codes', {}, { problems: [{ path: ['count'] }] }],
    ['number and codes', { count: 1, codes: ['A'] }, { problems: [{ path: ['count'] }] }],
    ['none', { count: 0 }, { problems: [{ path: ['count'] }] }],
    ['too many', { count: 101 }, { problems: [{ path: ['count'] }] }],
    ['no codes', { codes: [] }, { problems: [{ path: ['codes'] }] }],
    ['a code that is none', { codes: ['A', 'B C'] }, { problems: [{ path: ['codes', '1'] }] }],
    ['one code twice', { codes: ['A', 'B', 'a'] }, { problems: [{ path: ['codes', '2'] }] }],
    [
      'a template that is unknown',
      { count: 1, templateId: unknownTemplate },
      { failure: 'TemplateNotFound', templateId: unknownTemplate },
    ],
  ])('by %s, then it is refused, and nothing is written', async (_, input, refusal) => {
    const { scope, make } = await given();
    expect(await make({ ...input, idempotencyKey: 'none' })).toMatchObject(refusal);
    expect(await written(scope)).toEqual(onlyTheTemplate);
  });

  test('that tell capital from small letters, then codes may differ in those alone', async () => {
    const { scope, make } = await given({ isCaseSensitive: true });
    expect(await made(scope, make({ codes: ['Ant', 'aNT'] }))).toMatchObject([
      { codeKey: 'Ant' },
      { codeKey: 'aNT' },
    ]);
  });

  test('by several at once with the same codes, however ordered, then one has them all and the others none', async () => {
    const { scope, make } = await given();
    const codes = Array.from({ length: 20 }, (_, index) => `CODE-${index}`);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, index) => make({ codes: index % 2 ? codes : codes.toReversed() })),
    );

    expect(outcomes.filter(isFailure).map(({ failure }) => failure)).toEqual(
      Array.from({ length: 5 }, () => 'CouponCodeTaken'),
    );
    expect(await written(scope)).toMatchObject({ coupons: 20, audited: { length: 21 } });
  });

  test('by several at once with one key, then they are made once', async () => {
    const { scope, make } = await given();
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => make({ count: 10, idempotencyKey: 'once' })),
    );
    const first = succeeded(outcomes[0]!);
    for (const outcome of outcomes) expect(outcome).toEqual(first);
    expect(scope.replays.count).toBe(5);
    expect(await written(scope)).toMatchObject({ coupons: 10, keys: 1 });
  });
});

describe('given a template, when it is deleted', () => {
  test('and has no coupons, then it is gone, and the log shows what it was', async () => {
    const { scope, template, make } = await given();
    expect(await deleteTemplate(scope, { id: template.id })).toEqual({ templateId: template.id });

    expect(await findTemplate(scope, template.id)).toBeNull();
    expect((await auditedBy(scope, template.id))[1]).toMatchObject({
      action: 'template.deleted',
      before: jsonOf(template),
      after: null,
    });
    const unknown = { failure: 'TemplateNotFound', templateId: template.id };
    expect(await deleteTemplate(scope, { id: template.id })).toMatchObject(unknown);
    expect(await make({ count: 1 })).toMatchObject(unknown);
  });

  test('and has coupons, then it is refused until they are gone for good', async () => {
    const { scope, template, make } = await given();
    const [one, two] = await made(scope, make({ count: 2 }));
    succeeded(await deleteCoupon(scope, { id: one!.id }));
    expect(await deleteTemplate(scope, { id: template.id })).toEqual({
      failure: 'TemplateInUse',
      message: 'Of the template "Welcome" there are 2 coupons, which have its rules and limits.',
      couponsCount: 2,
    });
    for (const { id } of [one!, two!]) succeeded(await deleteCoupon(scope, { id, hard: true }));
    expect(await deleteTemplate(scope, { id: template.id })).toEqual({ templateId: template.id });
  });

  test('and has limits and rules, then the limits are deleted and the rules are for the others, as if each were changed by itself', async () => {
    const { scope, template } = await given();
    const other = succeeded(await create(scope));
    const limitOf = async (templateId: string, uses: number) =>
      succeeded(await createLimit(scope, { target: { templateId }, ceiling: { uses } })).limit;
    const ruleOf = async (...templateIds: string[]) =>
      succeeded(await createRule(scope, { name: 'Web', conditionJson: web, targets: { templateIds } }));
    const [daily, ever, others] = [
      await limitOf(template.id, 1),
      await limitOf(template.id, 2),
      await limitOf(other.id, 3),
    ];
    const [alone, both, theirs] = [
      await ruleOf(template.id),
      await ruleOf(template.id, other.id),
      await ruleOf(other.id),
    ];
    const before = (await auditedBy(scope)).length;
    scope.clock.forward(1_000);
    succeeded(await deleteTemplate(scope, { id: template.id, reason: 'Over' }));

    expect([await findLimit(scope, daily.id), await findLimit(scope, ever.id)]).toEqual([null, null]);
    expect(await findLimit(scope, others.id)).toEqual(others);
    const changed = { version: 2, updatedAt: scope.now() };
    const withTemplates = (rule: Rule, ...templateIds: Id<'template'>[]): Rule => ({
      ...rule,
      ...changed,
      targets: { ...rule.targets, templateIds },
    });
    expect(await findRule(scope, alone.id)).toEqual(withTemplates(alone));
    expect(await findRule(scope, both.id)).toEqual(withTemplates(both, other.id));
    expect(await findRule(scope, theirs.id)).toEqual(theirs);

    const told = (await auditedBy(scope)).slice(before);
    const targets = (of: unknown) => (of as { targets: object } | null)?.targets;
    expect(told.map(({ action, reason }) => `${action} ${reason}`)).toEqual([
      'limit.deleted Over',
      'limit.deleted Over',
      'rule.updated Over',
      'rule.updated Over',
      'template.deleted Over',
    ]);
    expect(told.slice(0, 2)).toMatchObject([
      { before: jsonOf(daily), after: null },
      { before: jsonOf(ever), after: null },
    ]);
    expect(told.slice(2, 4).map(({ before, after }) => [targets(before), targets(after)])).toEqual(
      [alone, both].map((rule) => [
        jsonOf(rule.targets),
        jsonOf({
          ...rule.targets,
          templateIds: rule.targets.templateIds.filter((id) => id !== template.id),
        }),
      ]),
    );
  });

  test('while limits and rules for it are made, changed and deleted, then nobody waits in a circle, and none is left', async () => {
    for (let round = 0; round < 5; round++) {
      const { scope, template } = await given();
      const target = { templateId: template.id };
      const targets = { templateIds: [template.id] };
      const { limit } = succeeded(await createLimit(scope, { target, ceiling: { uses: 1 } }));
      const rule = succeeded(await createRule(scope, { name: 'Web', conditionJson: web, targets }));
      const [deleted] = await Promise.all([
        deleteTemplate(scope, { id: template.id }),
        createLimit(scope, { target, ceiling: { uses: 2 } }),
        deleteLimit(scope, { id: limit.id }),
        createRule(scope, { name: 'App', conditionJson: { channel: 'app' }, targets }),
        updateRule(scope, { id: rule.id, version: 1, patch: { targets: {} } }),
      ]);

      expect(deleted).toEqual({ templateId: template.id });
      const where = { tenantId: uuidOf(scope.tenantId) };
      expect([await db.limit.count({ where }), await db.ruleTarget.count({ where })]).toEqual([0, 0]);
      const told = (await auditedBy(scope)).map(({ action }) => action);
      const times = (action: string) => told.filter((one) => one === action).length;
      expect(times('limit.deleted')).toBe(times('limit.created'));
    }
  });

  test('while coupons are made of it, then either there are coupons or there is no template', async () => {
    for (let round = 0; round < 5; round++) {
      const { scope, template, make } = await given();
      const [deleted, coupons] = await Promise.all([
        deleteTemplate(scope, { id: template.id }),
        make({ count: 3 }),
      ]);
      const failures = [deleted, coupons].filter(isFailure).map(({ failure }) => failure);
      const { templates, coupons: couponsCount } = await written(scope);
      expect([
        [['TemplateInUse'], 1, 3],
        [['TemplateNotFound'], 0, 0],
      ]).toContainEqual([failures, templates, couponsCount]);
    }
  });
});

describe('given templates, when they are listed', () => {
  const namesOf = async (scope: TestScope, ...[filter, orderBy, page]: [object, object | null, object]) =>
    (await listTemplates(scope, filter, orderBy as null, page)).edges.map(({ node }) => node.name);

  test('then the newest come first, or by their names, those that begin with a prefix, by pages', async () => {
    const scope = freshScope();
    for (const name of ['Birthday', 'apology', 'Birth_', 'Welcome']) {
      succeeded(await create(scope, {}, { name }));
    }
    expect(await namesOf(scope, {}, null, {})).toEqual(['Welcome', 'Birth_', 'apology', 'Birthday']);
    expect(await namesOf(scope, { namePrefix: 'BIRTH' }, { field: 'NAME', direction: 'DESC' }, {})).toEqual([
      'Birthday',
      'Birth_',
    ]);
    expect(await namesOf(scope, { namePrefix: 'birth_' }, null, {})).toEqual(['Birth_']);
    const first = await listTemplates(scope, {}, null, { first: 3 });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true });
    expect(await namesOf(scope, {}, null, { after: first.pageInfo.endCursor })).toEqual(['Birthday']);
  });
});
