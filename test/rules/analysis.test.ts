import { afterAll, describe, expect, test } from 'vitest';
import { createCampaign } from '../../src/campaigns/actions.js';
import { openDatabase } from '../../src/platform/database.js';
import { analyzeRule, createRule } from '../../src/rules/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';
import { givenTemplate } from '../testkit/templates.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 4, onError: () => undefined });
afterAll(() => database.close());

let tenants = 0;
const freshScope = () => testScope({ db: database.prisma, tenantId: tenantNamed(`Tenant ${++tenants}`) });

const from = (amount: string) => ({ cart_total: { gte: amount, currency: 'GBP' } });
const below = (amount: string) => ({ cart_total: { lt: amount, currency: 'GBP' } });

describe('Given a condition, when it is analysed', () => {
  test.each<[string, object, boolean, boolean]>([
    ['can be either', from('50'), false, false],
    ['cannot be true', { all: [from('50'), below('40')] }, true, false],
    ['cannot be false', { not: { all: [from('50'), below('40')] } }, false, true],
  ])('that %s, then it is said', async (_, conditionJson, isUnsatisfiable, isAlwaysTrue) => {
    expect(await analyzeRule(freshScope(), { conditionJson })).toMatchObject({
      analysis: { isUnsatisfiable, isAlwaysTrue },
      shadowedBy: [],
      contradictedBy: [],
    });
  });
});

test('Given no such rule, when it is analysed, then it is refused', async () => {
  const ruleId = 'rule_01h455vb4pex5vsknk084sn02q';
  expect(await analyzeRule(freshScope(), { ruleId })).toMatchObject({ failure: 'RuleNotFound', ruleId });
});

describe('Given a rule for two campaigns from 20.00, when it is analysed beside another', () => {
  interface Other {
    readonly what: string;
    readonly conditionJson: object;
    readonly effect?: 'ELIGIBILITY' | 'EXCLUSION';
    readonly of: 'both' | 'one' | 'neither' | 'tenant';
    readonly isShadowed: boolean;
    readonly isContradicted: boolean;
  }
  const nothing = { isShadowed: false, isContradicted: false };

  test.each<Other>([
    {
      what: 'that asks for more',
      conditionJson: from('50'),
      of: 'both',
      isShadowed: true,
      isContradicted: false,
    },
    {
      what: 'of the tenant that asks for more',
      conditionJson: from('50'),
      of: 'tenant',
      isShadowed: true,
      isContradicted: false,
    },
    { what: 'that asks for more of one of them', conditionJson: from('50'), of: 'one', ...nothing },
    { what: 'that asks for less', conditionJson: from('10'), of: 'both', ...nothing },
    { what: 'that asks for something else', conditionJson: { channel: 'web' }, of: 'both', ...nothing },
    {
      what: 'that asks for the contrary',
      conditionJson: below('20'),
      of: 'one',
      isShadowed: false,
      isContradicted: true,
    },
    { what: 'that asks for the contrary elsewhere', conditionJson: below('20'), of: 'neither', ...nothing },
    {
      what: 'that excludes what is not from 30 on',
      conditionJson: { not: from('30') },
      effect: 'EXCLUSION',
      of: 'both',
      isShadowed: true,
      isContradicted: false,
    },
    // It lets pass what is in another currency.
    {
      what: 'that excludes what is below 30',
      conditionJson: below('30'),
      effect: 'EXCLUSION',
      of: 'both',
      ...nothing,
    },
    {
      what: 'that excludes all that it is for',
      conditionJson: from('15'),
      effect: 'EXCLUSION',
      of: 'one',
      isShadowed: false,
      isContradicted: true,
    },
  ])('$what ($of), then shadowed: $isShadowed, contradicted: $isContradicted', async (given) => {
    const scope = freshScope();
    const [one, two, three] = [await campaign(scope), await campaign(scope), await campaign(scope)];
    const rule = await make(scope, from('20'), { campaignIds: [one, two] });
    const targets = {
      both: { campaignIds: [one, two, three] },
      one: { campaignIds: [two] },
      neither: { campaignIds: [three] },
      tenant: { tenant: true },
    }[given.of];
    const { id } = await make(scope, given.conditionJson, targets, given.effect);

    const { shadowedBy, contradictedBy } = succeeded(await analyzeRule(scope, { ruleId: rule.id }));

    expect(shadowedBy.map((other) => other.id)).toEqual(given.isShadowed ? [id] : []);
    expect(contradictedBy.map((other) => other.id)).toEqual(given.isContradicted ? [id] : []);
  });
});

describe('Given a rule for a template from 20.00', () => {
  test.each<[string, (one: string, other: string) => object, boolean]>([
    ['the template and another', (one, other) => ({ templateIds: [one, other] }), true],
    ['another template', (_, other) => ({ templateIds: [other] }), false],
  ])(
    'when one for %s asks for more, then it is shadowed only by what is beside it',
    async (_, targets, isShadowed) => {
      const scope = freshScope();
      const [one, other] = [await givenTemplate(scope), await givenTemplate(scope)];
      const rule = await make(scope, from('20'), { templateIds: [one] });
      const { id } = await make(scope, from('50'), targets(one, other));

      const { shadowedBy } = succeeded(await analyzeRule(scope, { ruleId: rule.id }));

      expect(shadowedBy.map((shadow) => shadow.id)).toEqual(isShadowed ? [id] : []);
    },
  );
});

const campaign = async (scope: TestScope) => succeeded(await createCampaign(scope, { name: 'Spring' })).id;

const make = async (scope: TestScope, conditionJson: object, targets: object, effect = 'ELIGIBILITY') =>
  succeeded(await createRule(scope, { name: 'Rule', conditionJson, targets, effect }));
