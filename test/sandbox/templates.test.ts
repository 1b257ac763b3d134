import { describe, expect, test } from 'vitest';
import { findCouponsInOrder } from '../../src/coupons/actions.js';
import { isFailure } from '../../src/lib/outcome.js';
import type { Scope } from '../../src/platform/scope.js';
import { createRule } from '../../src/rules/actions.js';
import { generateTestCodes, sandboxPreview, sandboxValidate } from '../../src/sandbox/actions.js';
import { addSegmentMembers, createSegment } from '../../src/segments/actions.js';
import { createCouponsFromTemplate } from '../../src/templates/actions.js';
import { gbp, openTown, sum } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';
import { givenTemplate } from '../testkit/templates.js';

const openShop = await openTown();

test('given a test code of a coupon that was made from a template, when it is tried out, then the template’s limits and rules hold for it', async () => {
  const shop = await openShop();
  const { scope } = shop;
  const original = await shop.coupon('SPRING');
  const templateId = await shop.template(original, await shop.coupon('SIBLING'));
  await shop.limit({ target: { templateId }, ceiling: { uses: 1 } });
  const rule = {
    name: 'Web only',
    conditionJson: { channel: 'web' },
    targets: { templateIds: [templateId] },
  };
  succeeded(await createRule(scope, rule));
  const wanted = { couponId: original.id, count: 1, pattern: 'TEST-{RAND:8}' };
  const { couponIds } = succeeded(await generateTestCodes(scope, wanted));
  const [copy] = await findCouponsInOrder(scope, couponIds);
  const reasonsFor = async (fields: object) => {
    const order = sum('100');
    const [tried] = succeeded(await sandboxValidate(scope, { codes: [copy!.code], order, ...fields }));
    return tried!.now.reasons.map(({ failure }) => failure);
  };

  expect(await reasonsFor({ channel: 'web' })).toEqual([]);
  expect(await reasonsFor({ channel: 'app' })).toEqual(['RuleNotMet']);
  succeeded(await shop.apply('SIBLING', { channel: 'web' }));
  expect(await reasonsFor({ channel: 'web' })).toEqual(['LimitReached']);
});

describe('given a template', () => {
  /** Why its next coupon is not used for an order, as the sandbox says: before any coupon is made of it, and after. */
  const tryingOut = (scope: Scope, templateId: string) => async (fields: object) => {
    const order = sum('100');
    const [tried] = succeeded(await sandboxValidate(scope, { templateIds: [templateId], order, ...fields }));
    return tried!.now.reasons.map(({ failure }) => failure);
  };

  async function given(terms: object = {}) {
    const shop = await openShop();
    const templateId = await givenTemplate(shop.scope, terms);
    const rule = async (condition: object, targets: object = { templateIds: [templateId] }) =>
      succeeded(await createRule(shop.scope, { name: 'A rule', conditionJson: condition, targets }));
    return { ...shop, templateId, rule, reasonsFor: tryingOut(shop.scope, templateId) };
  }

  test('with rules of its own, of its campaign and of the tenant, when it is tried out, then all of them are asked', async () => {
    const { scope, templateId, campaign, rule } = await given();
    const { id } = await campaign();
    const inCampaign = await givenTemplate(scope, { campaignId: id });
    await rule({ channel: 'web' }, { templateIds: [inCampaign] });
    await rule({ payment_method: 'card' }, { campaignIds: [id] });
    await rule({ shipping_country: 'GB' }, { tenant: true });
    const card = { paymentMethod: 'card', shippingCountry: 'GB' };
    const reasonsFor = tryingOut(scope, inCampaign);

    expect(await reasonsFor({ channel: 'web', context: card })).toEqual([]);
    expect(await reasonsFor({ channel: 'app', context: card })).toEqual(['RuleNotMet']);
    expect(await reasonsFor({ channel: 'app' })).toEqual(['RuleNotMet', 'RuleNotMet', 'RuleNotMet']);
    expect(await tryingOut(scope, templateId)({ channel: 'app', context: card })).toEqual([]);
  });

  test('with a rule for a segment, when it is tried out, then it is looked up who is listed there', async () => {
    const { scope, rule, reasonsFor } = await given();
    const segment = succeeded(await createSegment(scope, { name: 'Gold' }));
    const identities = [{ id: 'ada' }];
    succeeded(await addSegmentMembers(scope, { segmentId: segment.id, identities }));
    await rule({ customer_segment: 'Gold' });

    expect(await reasonsFor({ customerId: 'ada' })).toEqual([]);
    expect(await reasonsFor({ customerId: 'bob' })).toEqual(['RuleNotMet']);
  });

  test('with a limit for each customer, when its coupons are used, then its next coupon is tried out with what they have left', async () => {
    const { scope, apply, limit, templateId, reasonsFor } = await given();
    await limit({ target: { templateId }, per: 'CUSTOMER', ceiling: { uses: 1 } });
    succeeded(await createCouponsFromTemplate(scope, { templateId, codes: ['FIRST', 'SECOND'] }));

    expect(await reasonsFor({ customerId: 'ada' })).toEqual([]);
    expect(await reasonsFor({})).toEqual(['CustomerRequired']);
    succeeded(await apply('FIRST', { customerId: 'ada' }));
    expect(await reasonsFor({ customerId: 'ada' })).toEqual(['LimitReached']);
    expect(await reasonsFor({ customerId: 'bob' })).toEqual([]);
  });

  test('with limits of its own, of its campaign and of the tenant, when it is tried out, then the same one refuses it that refuses the next coupon', async () => {
    const { scope, apply, limit, campaign } = await given();
    const { id } = await campaign();
    const templateId = await givenTemplate(scope, { campaignId: id });
    const money = (amount: string) => ({ measure: 'DISCOUNT', ceiling: { money: gbp(amount) } });
    for (const [target, amount] of [
      [{ tenant: true }, '15'],
      [{ templateId }, '14'],
      [{ campaignId: id }, '13'],
    ] as const) {
      await limit({ target, ...money(amount) });
    }
    succeeded(await createCouponsFromTemplate(scope, { templateId, codes: ['FIRST', 'SECOND'] }));
    succeeded(await apply('FIRST'));

    const order = sum('100');
    const [tried] = succeeded(await sandboxValidate(scope, { templateIds: [templateId], order }));
    const refused = await apply('SECOND');
    expect(isFailure(refused) && refused).toMatchObject({ failure: 'LimitReached' });
    expect(tried!.now.reasons[0]).toEqual({
      ...refused,
      couponCode: templateId,
      message: expect.stringContaining(templateId) as string,
    });
  });

  test('with a rule and a limit, when sample orders are previewed with it, then each is taken as if it were the next', async () => {
    const { scope, limit, templateId, rule } = await given();
    await rule({ channel: 'web' });
    await limit({ target: { templateId }, measure: 'DISCOUNT', ceiling: { money: gbp('10') } });
    const orders = [
      { name: 'Web', order: sum('100'), channel: 'web' },
      { name: 'App', order: sum('100'), channel: 'app' },
      { name: 'Dear', order: sum('101'), channel: 'web' },
    ];

    const previewed = succeeded(await sandboxPreview(scope, { templateIds: [templateId], orders }));
    expect(
      previewed.orders.map(({ name, promoted: { combination, rejected } }) => [
        name,
        combination.applied.map(({ coupon }) => coupon.templateId),
        rejected.flatMap(({ reasons }) => reasons.map(({ failure }) => failure)),
      ]),
    ).toEqual([
      ['Web', [templateId], []],
      ['App', [], ['RuleNotMet']],
      ['Dear', [], ['LimitReached']],
    ]);
  });
});
