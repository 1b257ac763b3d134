import { expect, test } from 'vitest';
import { createRule } from '../../src/rules/actions.js';
import { findCouponsInOrder } from '../../src/coupons/actions.js';
import { generateTestCodes, sandboxValidate } from '../../src/sandbox/actions.js';
import { openTown, sum } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';

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
