import { describe, expect, test } from 'vitest';
import { activateCoupon } from '../../src/coupons/actions.js';
import { formatAmount, formatMoney } from '../../src/lib/money.js';
import { previewPromotions } from '../../src/promotions/actions.js';
import type { Promoted } from '../../src/promotions/core.js';
import { sandboxPreview } from '../../src/sandbox/actions.js';
import { createTemplate } from '../../src/templates/actions.js';
import { cart, fixed, gbp, openTown, percent, sum } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';
import type { Unchecked } from '../../src/lib/input.js';
import type { TestScope } from '../testkit/scope.js';

const openShop = await openTown();

/** What is used, in order, and what it takes off; why the rest is not. */
const told = ({ combination, rejected }: Promoted) => ({
  applied: combination.applied.map(
    ({ coupon, valuation }) => `${coupon.code} ${formatAmount(valuation.discount)}`,
  ),
  rejected: rejected.map(({ code, reasons }) => `${code} ${reasons.map(({ failure }) => failure).join(' ')}`),
});

async function previewed(scope: TestScope, input: Unchecked) {
  const { orders } = succeeded(await sandboxPreview(scope, input));
  return Object.fromEntries(orders.map(({ name, promoted }) => [name, told(promoted)]));
}

const mugs = { name: 'mugs', order: cart({ MUG: [2, '10'] }, '5') };
const books = { name: 'books', order: cart({ BOOK: [1, '80'] }) };

/** A shop with an automatic promotion, a code, and a draft of each. */
async function givenDrafts() {
  const shop = await openShop();
  await shop.coupon('ALWAYS', { trigger: 'AUTOMATIC', discount: percent('5') });
  await shop.coupon('CODE', { discount: fixed('3'), stacking: { priority: 5 } });
  const automatic = await shop.coupon('SOON', {
    trigger: 'AUTOMATIC',
    isDraft: true,
    discount: percent('20'),
    applicability: { includeProducts: ['BOOK'] },
    stacking: { group: 'sale' },
  });
  const typed = await shop.coupon('LAUNCH', { isDraft: true, stacking: { group: 'sale', priority: -1 } });
  return { ...shop, drafts: [automatic, typed] };
}

describe('Given drafts, when they are previewed for sample orders', () => {
  test('then each order comes to what it would with them active, beside all that is', async () => {
    const { scope } = await givenDrafts();
    expect(await previewed(scope, { orders: [mugs, books], codes: ['CODE', 'SOON', 'LAUNCH'] })).toEqual({
      mugs: { applied: ['CODE 3.00', 'ALWAYS 0.85', 'LAUNCH 1.62'], rejected: ['SOON CouponNotApplicable'] },
      books: { applied: ['CODE 3.00', 'ALWAYS 3.85', 'SOON 14.63'], rejected: ['LAUNCH CouponConflict'] },
    });
  });

  test.each(['PRIORITY', 'BEST_FOR_CUSTOMER', 'CHEAPEST_FOR_MERCHANT'])(
    'by %s, then that is what the preview says once they are activated',
    async (goal) => {
      const { scope, drafts } = await givenDrafts();
      const orders = [mugs, books];
      const before = succeeded(
        await sandboxPreview(scope, { orders, codes: ['CODE', 'LAUNCH', 'SOON'], goal }),
      ).orders;
      for (const { id } of drafts) succeeded(await activateCoupon(scope, { id }));

      for (const [index, { order }] of orders.entries()) {
        const input = { order, codes: ['CODE', 'LAUNCH'], goal };
        const after = succeeded(await previewPromotions(scope, input));
        const { promoted } = before[index]!;
        expect(told(promoted).applied).toEqual(told(after).applied);
        expect(promoted.combination.orderAfter).toEqual(after.combination.orderAfter);
        expect(promoted.search).toEqual(after.search);
      }
    },
  );

  test('as they are, then they are refused as drafts', async () => {
    const { scope } = await givenDrafts();
    const input = { orders: [books], codes: ['SOON', 'LAUNCH'], ifActive: false };
    expect(await previewed(scope, input)).toEqual({
      books: { applied: ['ALWAYS 4.00'], rejected: ['SOON CouponDraft', 'LAUNCH CouponDraft'] },
    });
  });

  test('then they are shown as the drafts that they are', async () => {
    const { scope } = await givenDrafts();
    const { orders } = succeeded(await sandboxPreview(scope, { orders: [books], codes: ['SOON', 'LAUNCH'] }));
    const { combination, rejected } = orders[0]!.promoted;
    expect(combination.applied.map(({ coupon }) => coupon.state)).toEqual(['ACTIVE', 'DRAFT']);
    expect(rejected.map(({ coupon }) => coupon!.state)).toEqual(['DRAFT']);
  });

  test('without automatic promotions, then those that are named come all the same', async () => {
    const { scope } = await givenDrafts();
    expect(await previewed(scope, { orders: [books], codes: ['SOON'], automatic: false })).toEqual({
      books: { applied: ['SOON 16.00'], rejected: [] },
    });
  });
});

describe('Given definitions, when they are previewed', () => {
  test('under the code of an active automatic promotion, then it comes in its place, once', async () => {
    const { scope } = await givenDrafts();
    const definitions = [{ code: 'ALWAYS', trigger: 'AUTOMATIC', discount: percent('50') }];
    expect(await previewed(scope, { orders: [books], definitions })).toEqual({
      books: { applied: ['ALWAYS 40.00'], rejected: [] },
    });
    expect(await previewed(scope, { orders: [books] })).toEqual({
      books: { applied: ['ALWAYS 4.00'], rejected: [] },
    });
  });

  test('with rules, then each order is asked by its own circumstances', async () => {
    const { scope } = await openShop();
    const definitions = [{ code: 'NEW', discount: percent('10') }];
    const rules = [{ name: 'Web only', conditionJson: { channel: 'web' } }];
    const orders = ['web', 'app'].map((channel) => ({ name: channel, order: sum('100'), channel }));
    expect(await previewed(scope, { orders, definitions, rules })).toEqual({
      web: { applied: ['NEW 10.00'], rejected: [] },
      app: { applied: [], rejected: ['NEW RuleNotMet'] },
    });
  });
});

describe('Given a template, when it is previewed', () => {
  test('then its next coupon comes to each order and keeps out others of its group', async () => {
    const { scope } = await givenDrafts();
    const terms = { discount: fixed('4'), stacking: { group: 'sale', priority: 9 } };
    const { id } = succeeded(
      await createTemplate(scope, { name: 'Welcome', codePattern: '{RAND:9}', terms }),
    );
    expect(await previewed(scope, { orders: [mugs], codes: ['LAUNCH'], templateIds: [id] })).toEqual({
      mugs: { applied: [`${id} 4.00`, 'ALWAYS 0.80'], rejected: ['LAUNCH CouponConflict'] },
    });
  });
});

describe('Given many sample orders, when they are previewed', () => {
  test('then each is the next one, and all are added up by currency and tax basis', async () => {
    const { scope, coupon } = await openShop();
    await coupon('ONCE', { maxUses: 1, discount: percent('10') });
    const orders = [
      { name: 'one', order: cart({ MUG: [1, '100'] }, '5') },
      { name: 'two', order: sum('50') },
      { name: 'yen', order: { subtotal: { amount: '1000', currency: 'JPY' } } },
      { name: 'before tax', order: sum('40'), context: { taxBasis: 'NET' } },
      { name: 'before tax as well', order: sum('10'), context: { taxBasis: 'NET' } },
    ];
    const { totals } = succeeded(await sandboxPreview(scope, { orders, codes: ['ONCE'] }));
    const printed = totals.map(({ currency, taxBasis, orders, ...amounts }) => [
      currency,
      taxBasis,
      orders,
      ...Object.entries(amounts).map(([name, amount]) => `${name} ${formatMoney(amount)}`),
    ]);
    expect(printed).toEqual([
      [
        'GBP',
        null,
        2,
        'subtotal 150.00 GBP',
        'discount 15.00 GBP',
        'shippingDiscount 0.00 GBP',
        'total 140.00 GBP',
        'youSave 15.00 GBP',
        'paidByGiftCards 0.00 GBP',
      ],
      [
        'JPY',
        null,
        1,
        'subtotal 1000 JPY',
        'discount 100 JPY',
        'shippingDiscount 0 JPY',
        'total 900 JPY',
        'youSave 100 JPY',
        'paidByGiftCards 0 JPY',
      ],
      [
        'GBP',
        'NET',
        2,
        'subtotal 50.00 GBP',
        'discount 5.00 GBP',
        'shippingDiscount 0.00 GBP',
        'total 45.00 GBP',
        'youSave 5.00 GBP',
        'paidByGiftCards 0.00 GBP',
      ],
    ]);
  });

  test.each<[string, object[], string[]]>([
    ['none', [], ['orders']],
    ['too many', Array.from({ length: 51 }, () => mugs), ['orders']],
    ['one without a name', [mugs, { ...books, name: ' ' }], ['orders', '1', 'name']],
    [
      'one without a price',
      [{ name: 'odd', order: { subtotal: gbp('x') } }],
      ['orders', '0', 'order', 'subtotal', 'amount'],
    ],
    [
      'one whose customer is named twice',
      [mugs, { ...books, customerId: 'ada', customer: { id: 'bob' } }],
      ['orders', '1', 'customer'],
    ],
  ])('%s, then it is refused', async (_, orders, path) => {
    const { scope } = await openShop();
    expect(await sandboxPreview(scope, { orders })).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: expect.arrayContaining(path) as string[] }],
    });
  });
});
