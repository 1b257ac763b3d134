import { describe, expect, test } from 'vitest';
import { isFailure } from '../../src/lib/outcome.js';
import { createLimit } from '../../src/limits/actions.js';
import { rightsOf, type Scope } from '../../src/platform/scope.js';
import { findSegmentByName, updateSegment } from '../../src/segments/actions.js';
import { deleteCoupon } from '../../src/coupons/actions.js';
import { cart, fixed } from '../redemptions/shop.js';
import { found } from '../conditions/found.js';
import { succeeded } from '../testkit/outcome.js';
import { givenTemplate, madeFrom } from '../testkit/templates.js';
import { openMall, refusal, whyNot } from './shop.js';

const openShop = await openMall();

const web = { channel: 'web' };
const onWeb = { channel: 'web' };
const inApp = { channel: 'app' };

/** A code and a promotion of one campaign, 10.00 and 1.00 off. */
async function given() {
  const shop = await openShop();
  const campaign = await shop.campaign();
  const of = { campaignId: campaign.id };
  const code = await shop.coupon('CODE', { discount: fixed('10'), ...of });
  const automatic = await shop.automatic('AUTO', { discount: fixed('1'), ...of });
  const templateId = await shop.template(code);
  return { shop, campaign, code, automatic, templateId };
}

const both = ['CODE 10.00', 'AUTO 1.00'];

type Given = Awaited<ReturnType<typeof given>>;

describe('Given a rule that asks for the web', () => {
  test.each<[string, (it: Given) => object, string[], string[]]>([
    ['the code’s', ({ code }) => ({ couponIds: [code.id] }), both, ['AUTO 1.00']],
    ['the promotion’s', ({ automatic }) => ({ couponIds: [automatic.id] }), both, ['CODE 10.00']],
    ['their campaign’s', ({ campaign }) => ({ campaignIds: [campaign.id] }), both, []],
    ['the code’s template’s', ({ templateId }) => ({ templateIds: [templateId] }), both, ['AUTO 1.00']],
    ['the tenant’s', () => ({ tenant: true }), both, []],
    ['nobody’s', () => ({}), both, both],
  ])('when it is %s, then it decides on those', async (_, targets, onTheWeb, elsewhere) => {
    const it = await given();
    await it.shop.rule(web, targets(it));

    for (const [where, expected] of [
      [onWeb, onTheWeb],
      [inApp, elsewhere],
      [{}, elsewhere],
    ] as const) {
      const { combination } = succeeded(await it.shop.previewAll(['CODE'], where));
      const seen = combination.applied.map(({ coupon }) => coupon.code);
      expect(seen).toEqual(expected.map((one) => one.split(' ')[0]));
    }
    expect(await it.shop.settled(['CODE'], onWeb)).toEqual(onTheWeb);
  });

  test('when it is an exclusion, then it keeps the web out', async () => {
    const { shop } = await given();
    await shop.rule(web, { tenant: true }, { effect: 'EXCLUSION' });

    expect(await shop.settled(['CODE'], inApp)).toEqual(both);
    expect(refusal(await shop.applyAll(['CODE'], onWeb))).toEqual(['CODE: RuleNotMet']);
  });

  test('when it asks for an amount, then prices before any discount count', async () => {
    const { shop, automatic } = await given();
    await shop.rule({ cart_total: { gte: 100, currency: 'GBP' } }, { couponIds: [automatic.id] });

    expect(await shop.settled(['CODE'])).toEqual(both);
    expect(await shop.settled(['CODE'], { order: cart({ A: [1, '99.99'] }) })).toEqual(['CODE 10.00']);
  });
});

describe('Given a rule that asks for a segment', () => {
  const members = { customer_segment: 'members' };

  test('when customers are listed in it, then it is for them, by whichever name', async () => {
    const { shop } = await given();
    await shop.segment('members', {}, [{ id: 'ada' }, { email: 'bob@example.com' }]);
    await shop.rule(members, { tenant: true });
    const valueFor = async (fields: object) =>
      succeeded(await shop.previewAll(['CODE'], fields)).combination.discountMinor;

    expect(await valueFor({ customerId: 'ada' })).toBe(1_100n);
    expect(await valueFor({ customer: { email: 'Bob@Example.com' } })).toBe(1_100n);
    expect(await valueFor({ customerId: 'eve' })).toBe(0n);
    expect(await valueFor({})).toBe(0n);
    expect(refusal(await shop.applyAll(['CODE'], { customerId: 'eve' }))).toEqual(['CODE: RuleNotMet']);
  });

  test('when it is a condition, then it is asked of what is said of the customer, and follows its change', async () => {
    const { shop } = await given();
    await shop.segment('members', { conditionJson: { order_number: { gte: 3 } } });
    await shop.rule(members, { tenant: true });
    const after = (ordersCount: number) => ({ context: { profile: { ordersCount } } });

    expect(await shop.settled(['CODE'], after(2))).toEqual(['CODE 10.00', 'AUTO 1.00']);
    expect(refusal(await shop.applyAll(['CODE'], after(1)))).toEqual(['CODE: RuleNotMet']);
    const { id, version } = (await findSegmentByName(shop.scope, 'members'))!;
    const patch = { conditionJson: { order_number: { gte: 2 } } };
    succeeded(await updateSegment(shop.scope, { id, version, patch }));
    expect(await shop.settled(['CODE'], after(1))).toEqual(['CODE 10.00', 'AUTO 1.00']);
  });

  test('when the customer lacks something of its condition, then the report says what, and the hint that one must belong', async () => {
    const { shop } = await given();
    await shop.segment('vip', {
      conditionJson: {
        all: [{ lifetime_spend: { gte: 1_000, currency: 'GBP' } }, { order_number: { gte: 2 } }],
      },
    });
    await shop.segment('staff', {}, [{ id: 'ada' }]);
    await shop.rule({ customer_segment: ['vip', 'staff'] }, { tenant: true });
    const profile = { ordersCount: 4, lifetimeSpend: { amount: '999.99', currency: 'GBP' } };
    const context = { profile };

    const { codes } = succeeded(await shop.validateAll(['CODE'], { explain: true, context }));
    const { rules } = succeeded(await shop.eligibility({ code: 'CODE' }, { context }));

    const fared = [
      {
        text: 'customer segment one of "vip", "staff"',
        saw: 'not a member',
        segments: [
          {
            name: 'vip',
            isMember: false,
            clauses: [
              {
                path: 'all[0].lifetimeSpend',
                matched: false,
                wanted: '≥ 1000.00 GBP',
                saw: '999.99 GBP',
                segments: null,
              },
              { path: 'all[1].orderNumber', matched: true, wanted: '≥ 2', saw: '5', segments: null },
            ],
          },
          { name: 'staff', isMember: false, clauses: null },
        ],
      },
    ];
    expect(codes[0]!.rules).toMatchObject([{ clauses: fared }]);
    expect(rules).toMatchObject([{ clauses: fared }]);
    expect(await found(codes[0]!.changes)).toEqual([{ kind: 'JOIN_SEGMENT', segments: ['vip', 'staff'] }]);
  });
});

describe('Given an instant that is not now', () => {
  const nextYear = new Date('2027-03-02T12:00:00.000Z');

  test('when it is asked what then holds, then that is answered, and nothing of now', async () => {
    const shop = await openShop();
    await shop.coupon('LATER', { validFrom: new Date('2027-01-01T00:00:00.000Z') });
    await shop.coupon('ENDS', { validUntil: new Date('2027-01-01T00:00:00.000Z') });
    await shop.automatic('AUTO', { validFrom: new Date('2027-01-01T00:00:00.000Z') });
    const seenAt = async (evaluateAt: Date | null) => {
      const { combination } = succeeded(await shop.previewAll(['LATER', 'ENDS'], { evaluateAt }));
      return combination.applied.map(({ coupon }) => coupon.code);
    };

    expect(await seenAt(null)).toEqual(['ENDS']);
    expect(await seenAt(nextYear)).toEqual(['LATER', 'AUTO']);
    const { codes } = succeeded(await shop.validateAll(['LATER', 'ENDS'], { evaluateAt: nextYear }));
    expect(codes.map(whyNot)).toEqual(['LATER: ', 'ENDS: CouponExpired']);
  });

  test.each([
    ['1000-01-01T00:00:00.000Z', true],
    ['0999-12-31T23:59:59.999Z', false],
    ['0001-01-01T00:00:00.000Z', false],
    ['9000-12-31T23:59:59.999Z', true],
    ['9001-01-01T00:00:00.000Z', false],
  ])('when it is %s and limits have windows, then there is an answer: %s', async (at, isAnswered) => {
    const shop = await openShop();
    const { id } = await shop.coupon('CODE');
    const onClocks = (['HOUR', 'DAY', 'WEEK', 'MONTH'] as const).map((kind) => ({
      kind,
      zone: 'Pacific/Kiritimati',
    }));
    for (const window of [...onClocks, { kind: 'ROLLING', seconds: 86_400 } as const]) {
      succeeded(await createLimit(shop.scope, { target: { couponId: id }, window, ceiling: { uses: 5 } }));
    }

    const asked = { evaluateAt: new Date(at) };
    for (const answer of [
      await shop.validateAll(['CODE'], asked),
      await shop.previewAll(['CODE'], asked),
      await shop.eligibility({ code: 'CODE' }, asked),
    ]) {
      expect(isFailure(answer) ? answer.failure : 'an answer').toBe(
        isAnswered ? 'an answer' : 'InvalidInput',
      );
    }
  });

  test('when somebody asks who may not read, then that is refused', async () => {
    const { shop } = await given();
    const clerk = { ...shop.scope, rights: rightsOf(['VALIDATE', 'REDEEM']) };

    for (const asking of [
      shop.previewAll(['CODE'], { evaluateAt: nextYear }, clerk),
      shop.validateAll(['CODE'], { evaluateAt: nextYear }, clerk),
      shop.eligibility({ code: 'CODE' }, { evaluateAt: nextYear }, clerk),
    ]) {
      await expect(asking).rejects.toThrow(/READ/);
    }
  });
});

describe('Given a code that a rule refuses', () => {
  test('when it is validated, then the smallest change and what each clause saw are told', async () => {
    const { shop, code } = await given();
    await shop.rule({ cart_total: { gte: 120, currency: 'GBP' } }, { couponIds: [code.id] });

    const { codes } = succeeded(await shop.validateAll(['CODE'], { explain: true }));

    expect(codes).toMatchObject([
      {
        valuation: null,
        reasons: [{ failure: 'RuleNotMet', rule: { name: 'A rule' } }],
        rules: [{ isMatched: false, isPassed: false, clauses: [{ matched: false }] }],
      },
    ]);
    expect(await found(codes[0]!.changes)).toMatchObject([
      { kind: 'ADD_AMOUNT', minor: 2_000n, currency: 'GBP' },
    ]);
  });

  test('when eligibility is asked of anything that has rules, then all of them are reported', async () => {
    const { shop, code, campaign } = await given();
    await shop.rule(web, { couponIds: [code.id] }, { name: 'Web' });
    await shop.rule(web, { campaignIds: [campaign.id] }, { name: 'No web', effect: 'EXCLUSION' });
    await shop.rule(web, { tenant: true }, { name: 'First', priority: 1 });
    const reports = async (of: object) =>
      succeeded(await shop.eligibility(of, onWeb)).rules.map(
        ({ rule, isPassed }) => `${rule.name} ${isPassed}`,
      );

    expect(await reports({ code: 'code' })).toEqual(['First true', 'Web true', 'No web false']);
    expect(await reports({ couponId: code.id })).toEqual(['First true', 'Web true', 'No web false']);
    expect(await reports({ campaignId: campaign.id })).toEqual(['First true', 'No web false']);
    expect(await reports({ tenant: true })).toEqual(['First true']);
  });

  test('when eligibility is asked of a template, then what is asked of its next coupon is reported, and of one that was made the same', async () => {
    const { shop, campaign, code } = await given();
    await shop.segment('Staff', {}, [{ id: 'ada' }]);
    const templateId = await givenTemplate(shop.scope, { campaignId: campaign.id });
    await madeFrom(shop.scope, templateId, [code.id]);
    await shop.rule({ customer_segment: 'Staff' }, { templateIds: [templateId] }, { name: 'Staff' });
    await shop.rule(
      web,
      { campaignIds: [campaign.id] },
      { name: 'No web', effect: 'EXCLUSION', priority: 1 },
    );
    await shop.rule(web, { tenant: true }, { name: 'Web', priority: 2 });
    await shop.rule(web, { couponIds: [code.id] }, { name: 'The code’s own', priority: -1 });
    const reports = async (of: object, customerId: string) =>
      succeeded(await shop.eligibility(of, { ...onWeb, customerId })).rules.map(
        ({ rule, isPassed }) => `${rule.name} ${isPassed}`,
      );

    expect(await reports({ templateId }, 'ada')).toEqual(['Web true', 'No web false', 'Staff true']);
    expect(await reports({ templateId }, 'bob')).toEqual(['Web true', 'No web false', 'Staff false']);
    expect(await reports({ code: 'CODE' }, 'ada')).toEqual([
      ...(await reports({ templateId }, 'ada')),
      'The code’s own true',
    ]);
  });

  test('when somebody without the right EXPLAIN asks of a template whose coupons nobody could use, then it is not found', async () => {
    const { shop } = await given();
    const ended = await givenTemplate(shop.scope, { validUntil: new Date('2026-01-01T00:00:00.000Z') });
    const living = await givenTemplate(shop.scope);
    const clerk = { ...shop.scope, rights: rightsOf(['VALIDATE', 'REDEEM']) };
    const said = async (templateId: string, by: Scope) =>
      refusal(await shop.eligibility({ templateId }, {}, by));

    expect([await said(ended, clerk), await said(living, clerk)]).toEqual(['TemplateNotFound', 'none']);
    expect([await said(ended, shop.scope), await said(living, shop.scope)]).toEqual(['none', 'none']);
  });

  test('when what is asked about is not there, then it is not found', async () => {
    const { shop, code } = await given();
    succeeded(await deleteCoupon(shop.scope, { id: code.id }));

    expect(refusal(await shop.eligibility({ code: 'CODE' }))).toBe('CouponNotFound');
    expect(refusal(await shop.eligibility({ couponId: code.id }))).toBe('CouponNotFound');
    expect(refusal(await shop.eligibility({ couponId: 'nonsense' }))).toBe('CouponNotFound');
    expect(refusal(await shop.eligibility({ campaignId: 'nonsense' }))).toBe('CampaignNotFound');
    expect(refusal(await shop.eligibility({ templateId: 'nonsense' }))).toBe('TemplateNotFound');
  });
});
