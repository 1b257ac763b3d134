import { describe, expect, test } from 'vitest';
import { createCampaign } from '../../src/campaigns/actions.js';
import { deleteCoupon, revokeCoupon } from '../../src/coupons/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import type { Unchecked } from '../../src/lib/input.js';
import { formatAmount } from '../../src/lib/money.js';
import type { CodeValidation } from '../../src/promotions/core.js';
import { createRule } from '../../src/rules/actions.js';
import { sandboxValidate } from '../../src/sandbox/actions.js';
import { addSegmentMembers, createSegment } from '../../src/segments/actions.js';
import { createTemplate } from '../../src/templates/actions.js';
import { cart, fixed, gbp, giftCard, openTown, percent, sum } from '../redemptions/shop.js';
import { found } from '../conditions/found.js';
import { succeeded } from '../testkit/outcome.js';
import { testScope, type TestScope } from '../testkit/scope.js';

const openShop = await openTown();

/** What is taken off, or every reason why nothing is. */
const said = ({ valuation, reasons }: CodeValidation): string | string[] =>
  valuation ? formatAmount(valuation.discount) : reasons.map(({ failure }) => failure);

async function ask(scope: TestScope, input: object) {
  const codes = succeeded(await sandboxValidate(scope, { order: sum('100'), ...input }));
  return codes.map(({ code, now, ifActive }) => ({ code, now: said(now), ifActive: said(ifActive) }));
}

const tomorrow = new Date('2026-03-03T12:00:00.000Z');
const yesterday = new Date('2026-03-01T12:00:00.000Z');

describe('Given saved coupons, when their codes are tried out', () => {
  test.each<[string, object, string[]]>([
    ['a draft', { isDraft: true }, ['CouponDraft']],
    ['one whose time is to come', { validFrom: tomorrow }, ['CouponNotYetActive']],
    ['one whose time is over', { validUntil: yesterday }, ['CouponExpired']],
  ])(
    '%s is refused as that, and would take off what it says if it were active',
    async (_, fields, reasons) => {
      const { scope, coupon } = await openShop();
      await coupon('SPRING', fields);
      expect(await ask(scope, { codes: [' spring'] })).toEqual([
        { code: ' spring', now: reasons, ifActive: '10.00' },
      ]);
    },
  );

  test('one that is active says twice the same', async () => {
    const { scope, coupon } = await openShop();
    await coupon('SPRING', { minimumOrder: gbp('150') });
    const [spring] = succeeded(await sandboxValidate(scope, { codes: ['SPRING'], order: sum('100') }));
    const { changes, ...now } = spring!.now;
    const { changes: changesIfActive, ...ifActive } = spring!.ifActive;
    expect(now).toEqual(ifActive);
    expect(await found(changes)).toEqual(await found(changesIfActive));
    expect(said(spring!.now)).toEqual(['MinimumOrderNotMet']);
  });

  test('of a campaign that is not running, one is tried as if it were', async () => {
    const { scope, coupon } = await openShop();
    const { id } = succeeded(await createCampaign(scope, { name: 'Summer', startsAt: tomorrow }));
    await coupon('SUMMER', { campaignId: id, isDraft: true });
    expect(await ask(scope, { codes: ['SUMMER'] })).toEqual([
      { code: 'SUMMER', now: ['CouponDraft'], ifActive: '10.00' },
    ]);
  });

  test('one that is revoked is shown as it is, also where it is supposed to be active', async () => {
    const { scope, coupon } = await openShop();
    const { id } = await coupon('LEAKED');
    succeeded(await revokeCoupon(scope, { id }));
    const [leaked] = succeeded(await sandboxValidate(scope, { codes: ['LEAKED'], order: sum('100') }));
    expect(said(leaked!.now)).toEqual(['CouponRevoked']);
    expect(leaked!.ifActive).toMatchObject({
      coupon: { id, state: 'REVOKED' },
      valuation: { coupon: { id, state: 'REVOKED' }, discount: { minor: 1_000n } },
    });
  });

  test('what is used up stays used up, and every reason is told', async () => {
    const { scope, coupon, apply } = await openShop();
    await coupon('ONCE', { maxUses: 1, minimumOrder: gbp('50') });
    succeeded(await apply('ONCE'));
    expect(await ask(scope, { codes: ['ONCE'], order: sum('10') })).toEqual([
      {
        code: 'ONCE',
        now: ['UsageLimitReached', 'MinimumOrderNotMet'],
        ifActive: ['UsageLimitReached', 'MinimumOrderNotMet'],
      },
    ]);
  });

  test('an automatic promotion goes by its name; a deleted or unknown code stands for nothing', async () => {
    const { scope, coupon } = await openShop();
    await coupon('ALWAYS', { trigger: 'AUTOMATIC' });
    succeeded(await deleteCoupon(scope, { id: (await coupon('GONE')).id }));
    expect(await ask(scope, { codes: ['ALWAYS', 'GONE', 'never'] })).toEqual([
      { code: 'ALWAYS', now: '10.00', ifActive: '10.00' },
      { code: 'GONE', now: ['CouponNotFound'], ifActive: ['CouponNotFound'] },
      { code: 'never', now: ['CouponNotFound'], ifActive: ['CouponNotFound'] },
    ]);
  });

  test('then limits and rules of coupon, campaign and tenant are asked, for the customer that is named', async () => {
    const { scope, coupon, campaign, limit, apply } = await openShop();
    const { id: campaignId } = await campaign();
    const { id } = await coupon('SPRING', { campaignId });
    await limit({ target: { campaignId }, per: 'CUSTOMER', ceiling: { uses: 1 } });
    const rule = { name: 'Web only', conditionJson: { channel: 'web' }, targets: { couponIds: [id] } };
    succeeded(await createRule(scope, rule));
    succeeded(await apply('SPRING', { customerId: 'ada', channel: 'web' }));

    const as = async (customerId: string, channel: string) =>
      (await ask(scope, { codes: ['SPRING'], customerId, channel }))[0]!.now;
    expect(await as('ada', 'web')).toEqual(['LimitReached']);
    expect(await as('bob', 'app')).toEqual(['RuleNotMet']);
    expect(await as('bob', 'web')).toBe('10.00');
  });

  test('as of another instant, then they are what they will be', async () => {
    const { scope, coupon } = await openShop();
    await coupon('SOON', { validFrom: tomorrow });
    expect(await ask(scope, { codes: ['SOON'], evaluateAt: tomorrow })).toMatchObject([{ now: '10.00' }]);
  });
});

describe('Given a definition that nobody has saved, when it is tried out', () => {
  test('then it is worth what it says, and is told apart from every saved coupon', async () => {
    const { scope, coupon } = await openShop();
    await coupon('SAVED');
    const definitions = [{ code: 'NEW', discount: fixed('15'), stacking: { isExclusive: true } }];
    const [saved, made] = succeeded(
      await sandboxValidate(scope, { codes: ['SAVED'], definitions, order: sum('100') }),
    );
    expect(said(saved!.now)).toBe('10.00');
    expect(said(made!.now)).toBe('15.00');
    expect(made!.now.conflicts).toMatchObject([{ cause: 'EXCLUSIVE', couponCode: 'SAVED', statedBy: 'NEW' }]);
    expect(await scope.db.coupon.count({ where: { code: 'NEW' } })).toBe(0);
  });

  test('under the code of a saved coupon, then it stands in its place, with its uses, rules and limits', async () => {
    const { scope, coupon, limit, apply } = await openShop();
    const { id } = await coupon('SPRING', { maxUses: 5 });
    await limit({ target: { couponId: id }, per: 'CHANNEL', ceiling: { uses: 1 } });
    succeeded(await apply('SPRING', { channel: 'web' }));

    const trial = (fields: object, channel: string) =>
      ask(scope, { definitions: [{ code: 'spring', discount: percent('20'), ...fields }], channel });
    expect(await trial({}, 'app')).toEqual([{ code: 'spring', now: '20.00', ifActive: '20.00' }]);
    expect(await trial({}, 'web')).toMatchObject([{ now: ['LimitReached'] }]);
    expect(await trial({ maxUses: 1 }, 'app')).toMatchObject([{ now: ['UsageLimitReached'] }]);
  });

  test('of a campaign, then the campaign’s limits are its own', async () => {
    const { scope, coupon, campaign, limit, apply } = await openShop();
    const { id: campaignId } = await campaign();
    await coupon('SPRING', { campaignId });
    await limit({ target: { campaignId }, measure: 'DISCOUNT', ceiling: { money: gbp('15') } });
    succeeded(await apply('SPRING'));
    const definition = { code: 'NEW', discount: percent('10'), campaignId };
    expect(await ask(scope, { definitions: [definition] })).toMatchObject([{ now: ['LimitReached'] }]);
  });

  test('as a gift card, then it is full', async () => {
    const { scope } = await openShop();
    const definitions = [{ code: 'CARD', discount: giftCard('30') }];
    expect(await ask(scope, { definitions })).toMatchObject([{ now: '30.00' }]);
  });
});

describe('Given a template, when it is tried out', () => {
  const templateOf = async (scope: TestScope, terms: Unchecked) =>
    succeeded(await createTemplate(scope, { name: 'Welcome', codePattern: 'HELLO-{RAND:8}', terms })).id;

  test('then it is worth what its next coupon would be, after codes and definitions, under its id', async () => {
    const { scope, coupon } = await openShop();
    await coupon('SAVED');
    const fiveOff = await templateOf(scope, { discount: fixed('5'), minimumOrder: gbp('50') });
    const soon = await templateOf(scope, { discount: giftCard('30'), validFrom: tomorrow });
    const templateIds = [soon, fiveOff, soon];
    const definitions = [{ code: 'NEW', discount: fixed('15') }];

    expect(await ask(scope, { codes: ['SAVED'], definitions, templateIds })).toEqual([
      { code: 'SAVED', now: '10.00', ifActive: '10.00' },
      { code: 'NEW', now: '15.00', ifActive: '15.00' },
      { code: soon, now: ['CouponNotYetActive'], ifActive: '30.00' },
      { code: fiveOff, now: '5.00', ifActive: '5.00' },
      { code: soon, now: ['CouponNotYetActive'], ifActive: '30.00' },
    ]);
    expect(await ask(scope, { templateIds: [fiveOff], order: sum('49') })).toMatchObject([
      { now: ['MinimumOrderNotMet'] },
    ]);
    expect(await scope.db.coupon.count({ where: { tenantId: uuidOf(scope.tenantId) } })).toBe(1);
  });

  test('of a campaign, then the campaign’s limits are its own, and rules that nobody has saved are asked', async () => {
    const { scope, coupon, campaign, limit, apply } = await openShop();
    const { id: campaignId } = await campaign();
    await coupon('SPRING', { campaignId });
    await limit({ target: { campaignId }, per: 'CHANNEL', ceiling: { uses: 1 } });
    succeeded(await apply('SPRING', { channel: 'app' }));
    const templateIds = [await templateOf(scope, { discount: fixed('5'), campaignId })];
    const rules = [{ name: 'Not by post', effect: 'EXCLUSION', conditionJson: { channel: 'post' } }];

    const by = async (channel: string) => (await ask(scope, { templateIds, rules, channel }))[0]!.now;
    expect(await by('web')).toBe('5.00');
    expect(await by('app')).toEqual(['LimitReached']);
    expect(await by('post')).toEqual(['RuleNotMet']);
  });

  test('that is unknown, or beside ten others, then it is refused', async () => {
    const { scope } = await openShop();
    const unknown = 'template_01h455vb4pex5vsknk084sn02q';
    const trial = (templateIds: string[]) => sandboxValidate(scope, { templateIds, order: sum('100') });
    expect(await trial([unknown])).toMatchObject({ failure: 'TemplateNotFound', templateId: unknown });
    expect(await trial(Array.from({ length: 11 }, () => unknown))).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['templateIds'] }],
    });
    expect(await trial([])).toMatchObject({ failure: 'InvalidInput', problems: [{ path: ['codes'] }] });
  });
});

describe('Given rules that nobody has saved, when coupons are tried out with them', () => {
  test('then they are asked and explained beside those that are there', async () => {
    const { scope, coupon } = await openShop();
    await coupon('SPRING');
    succeeded(
      await createRule(scope, {
        name: 'Saved',
        conditionJson: { channel: 'web' },
        targets: { tenant: true },
      }),
    );
    const rules = [
      { name: 'Two mugs', conditionJson: { quantity: { gte: 2, of: { skus: ['MUG'] } } } },
      { name: 'Not in Greece', effect: 'EXCLUSION', conditionJson: { shippingCountry: 'GR' } },
    ];
    const input = { codes: ['SPRING'], rules, channel: 'web', context: { shippingCountry: 'GR' } };
    const order = cart({ MUG: [1, '9.50'] });
    const [spring] = succeeded(await sandboxValidate(scope, { ...input, order }));

    expect(spring!.now.reasons).toMatchObject([
      { failure: 'RuleNotMet', rule: { name: 'Two mugs' } },
      { failure: 'RuleNotMet', rule: { name: 'Not in Greece' } },
    ]);
    expect(
      spring!.now.rules!.map(({ rule, isMatched, isPassed }) => [rule.name, isMatched, isPassed]),
    ).toEqual([
      ['Saved', true, true],
      ['Two mugs', false, false],
      ['Not in Greece', true, false],
    ]);
    const abroad = { ...input, context: { shippingCountry: 'FR' }, order: cart({ MUG: [2, '9.50'] }) };
    expect(await ask(scope, abroad)).toMatchObject([{ now: '1.90' }]);
  });

  test('that name segments, then listed customers are found under any of their identities', async () => {
    const { scope, coupon } = await openShop();
    await coupon('SPRING');
    const { id: segmentId } = succeeded(await createSegment(scope, { name: 'Staff' }));
    const identities = [{ email: 'ada@example.com' }];
    succeeded(await addSegmentMembers(scope, { segmentId, identities }));
    succeeded(await createSegment(scope, { name: 'Regulars', conditionJson: { orderNumber: { gte: 3 } } }));
    const any = [{ customerSegment: 'staff' }, { customerSegment: 'regulars' }];
    const rules = [{ name: 'Friends', conditionJson: { any } }];
    const as = async (fields: object) => (await ask(scope, { codes: ['SPRING'], rules, ...fields }))[0]!.now;

    expect(await as({ customer: { email: 'Ada@Example.com' } })).toBe('10.00');
    expect(await as({ customerId: 'bob' })).toEqual(['RuleNotMet']);
    expect(await as({ customerId: 'bob', context: { profile: { ordersCount: 2 } } })).toBe('10.00');
  });
});

describe('Given an input that makes no sense, when it is tried out', () => {
  const tenPercent = percent('10');
  test.each<[string, object, object]>([
    ['without a code', {}, { problems: [{ path: ['codes'] }] }],
    [
      'with too many codes',
      { codes: Array.from({ length: 31 }, () => 'A') },
      { problems: [{ path: ['codes'] }] },
    ],
    [
      'with too many definitions',
      { definitions: Array.from({ length: 11 }, (_, i) => ({ code: `C${i}`, discount: tenPercent })) },
      { problems: [{ path: ['definitions'] }] },
    ],
    [
      'with a definition of no code',
      { definitions: [{ code: '?', discount: tenPercent }] },
      { problems: [{ path: ['definitions', '0', 'code'] }] },
    ],
    [
      'with one whose window ends before it begins',
      { definitions: [{ code: 'A', discount: tenPercent, validFrom: tomorrow, validUntil: yesterday }] },
      { problems: [{ path: ['definitions', '0', 'validUntil'] }] },
    ],
    [
      'with two of one code',
      { definitions: ['a', 'A'].map((code) => ({ code, discount: tenPercent })) },
      { problems: [{ path: ['definitions', '1', 'code'] }] },
    ],
    [
      'with a condition that cannot be read',
      { codes: ['A'], rules: [{ name: 'Typo', conditionJson: { chanel: 'web' } }] },
      { problems: [{ path: ['rules', '0', 'conditionJson', 'chanel'] }] },
    ],
    [
      'with a segment that is not there',
      { codes: ['A'], rules: [{ name: 'Nobody', conditionJson: { customerSegment: 'vip' } }] },
      { failure: 'SegmentNotFound' },
    ],
    [
      'with a campaign that is not there',
      {
        definitions: [{ code: 'A', discount: tenPercent, campaignId: 'campaign_01h455vb4pex5vsknk084sn02q' }],
      },
      { failure: 'CampaignNotFound' },
    ],
  ])('%s, then it is refused', async (_, input, refusal) => {
    const { scope } = await openShop();
    expect(await sandboxValidate(scope, { order: sum('100'), ...input })).toMatchObject(refusal);
  });
});

test('Given another tenant’s coupons, when their codes are tried out, then there are none', async () => {
  const ours = await openShop();
  const theirs = await openShop();
  await theirs.coupon('THEIRS', { isDraft: true });
  expect(await ask(ours.scope, { codes: ['THEIRS'] })).toMatchObject([{ now: ['CouponNotFound'] }]);
});

test('Given somebody who may not read, when they ask as of another instant, then they are refused', async () => {
  const { scope, coupon } = await openShop();
  await coupon('SPRING');
  const { db, tenantId } = scope;
  const weak = testScope({ db, tenantId, rights: ['REDEEM'] });
  const input = { codes: ['SPRING'], order: sum('100'), evaluateAt: tomorrow };
  await expect(sandboxValidate(weak, input)).rejects.toThrow('READ');
});
