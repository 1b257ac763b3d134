import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Amounts } from '../../src/discounts/amounts.js';
import { everything, type Applicability } from '../../src/coupons/applicability.js';
import { usesLeft, type Coupon } from '../../src/coupons/core.js';
import type { Discount } from '../../src/discounts/core.js';
import { matchingItems } from '../../src/discounts/target.js';
import type { Valuation } from '../../src/evaluation/core.js';
import { limitNamed } from '../limits/limit.js';
import { decide, refusals, type Refusal } from '../../src/evaluation/decide.js';
import type { Question } from '../../src/evaluation/question.js';
import type { Order } from '../../src/evaluation/order.js';
import { formatAmount, money, type Money } from '../../src/lib/money.js';
import { isFailure } from '../../src/lib/outcome.js';
import { taxBases } from '../../src/lib/tax-basis.js';
import { at, now } from '../coupons/coupon.js';
import { campaign, cart, question, sum } from './question.js';

const gbp = (minor: bigint) => money(minor, 'GBP');
const percent = (basisPoints: number, fields: object = {}): Discount => ({
  kind: 'PERCENTAGE',
  basisPoints,
  maximum: null,
  ...matchingItems,
  freeShipping: false,
  ...fields,
});
const fixed = (amount: Money, freeShipping = false): Discount => ({
  kind: 'FIXED',
  amount: [amount],
  ...matchingItems,
  freeShipping,
});
const tiers = (
  by: 'AMOUNT' | 'QUANTITY',
  from:
    | { readonly fromAmount: Amounts; readonly fromQuantity: null }
    | { readonly fromAmount: null; readonly fromQuantity: number },
): Discount => ({ kind: 'TIERED', by, tiers: [{ ...from, basisPoints: 1_000, amount: null }] });
const shipping = (maximum: Money | null = null): Discount => ({
  kind: 'FREE_SHIPPING',
  maximum: maximum && [maximum],
  countries: [],
});

function valued(asked: Parameters<typeof question>[0]): Valuation {
  const outcome = decide(question(asked));
  if (isFailure(outcome)) throw new Error(`Expected a valuation, but got ${JSON.stringify(outcome)}`);
  return outcome;
}

describe('given a coupon that fits, the answer', () => {
  test('for a sum', () => {
    expect(valued({ order: sum('19.99') })).toEqual({
      couponId: 'coupon_01kjq6psg0e008000000000001',
      taxBasis: null,
      subtotal: gbp(1_999n),
      discount: gbp(200n),
      total: gbp(1_799n),
      lines: [],
      freeShipping: false,
      shippingDiscount: null,
      reward: null,
      remaining: { uses: null, customerUses: null },
      overruns: [],
    });
  });

  test('for a cart, of which it takes a part, splits that part and leaves the rest', () => {
    const order = cart(
      [
        { sku: 'SHIRT', lineId: '1', quantity: 3, price: '10.00', tags: ['red'] },
        { sku: 'SOCK', price: '7.00', tags: ['blue'] },
        { sku: 'SHIRT', lineId: '2', price: '5.00', tags: ['red'] },
        { sku: 'TIE', price: '10.00', tags: ['red'] },
      ],
      '4.99',
    );
    const applicability = { ...everything, includeTags: ['red'] };

    // 1.01 of 10, 5 and 10: 0.404, 0.202 and 0.404, so that the first of the greatest rests gets the penny left.
    expect(valued({ order, coupon: { discount: fixed(gbp(101n)), applicability } })).toEqual({
      couponId: 'coupon_01kjq6psg0e008000000000001',
      taxBasis: null,
      subtotal: gbp(3_200n),
      discount: gbp(101n),
      total: gbp(3_099n),
      lines: [
        {
          lineId: '1',
          sku: 'SHIRT',
          quantity: 3,
          subtotal: gbp(1_000n),
          discount: gbp(41n),
          total: gbp(959n),
        },
        {
          lineId: 'SOCK',
          sku: 'SOCK',
          quantity: 1,
          subtotal: gbp(700n),
          discount: gbp(0n),
          total: gbp(700n),
        },
        { lineId: '2', sku: 'SHIRT', quantity: 1, subtotal: gbp(500n), discount: gbp(20n), total: gbp(480n) },
        {
          lineId: 'TIE',
          sku: 'TIE',
          quantity: 1,
          subtotal: gbp(1_000n),
          discount: gbp(40n),
          total: gbp(960n),
        },
      ],
      freeShipping: false,
      shippingDiscount: null,
      reward: null,
      remaining: { uses: null, customerUses: null },
      overruns: [],
    });
  });

  test.each<[string, Partial<Coupon>, Order, string, string]>([
    [
      'a third of three',
      { discount: percent(3_333) },
      cart([1, 2, 3].map((sku) => ({ sku: `${sku}`, price: '1.00' }))),
      '1.00',
      '0.34 0.33 0.33',
    ],
    [
      'ten pence of three',
      { discount: fixed(gbp(10n)) },
      cart([1, 2, 3].map((sku) => ({ sku: `${sku}`, price: '1.00' }))),
      '0.10',
      '0.04 0.03 0.03',
    ],
    [
      'more than it costs',
      { discount: fixed(gbp(10_000n)) },
      cart([
        { sku: 'A', price: '0.01' },
        { sku: 'B', price: '99.00' },
      ]),
      '99.01',
      '0.01 99.00',
    ],
    [
      'a line that costs nothing',
      { discount: percent(5_000) },
      cart([
        { sku: 'A', price: '0.00' },
        { sku: 'B', price: '0.03' },
      ]),
      '0.02',
      '0.00 0.02',
    ],
    [
      '100 yen of three',
      { discount: fixed(money(100n, 'JPY')) },
      cart(
        [1, 2, 3].map((sku) => ({ sku: `${sku}`, price: '500' })),
        null,
        'JPY',
      ),
      '100',
      '34 33 33',
    ],
    [
      '12.5 % of dinars',
      { discount: percent(1_250) },
      cart(
        [
          { sku: 'A', price: '1.111' },
          { sku: 'B', price: '2.222' },
        ],
        null,
        'KWD',
      ),
      '0.417',
      '0.139 0.278',
    ],
  ])('%s', (_, fields, order, discount, parts) => {
    const valuation = valued({ coupon: fields, order });

    expect(formatAmount(valuation.discount)).toBe(discount);
    expect(valuation.lines.map((line) => formatAmount(line.discount)).join(' ')).toBe(parts);
  });

  test.each<[string, Discount, string | null, boolean, string | null]>([
    ['a percentage leaves shipping alone', percent(1_000), '4.99', false, null],
    ['a percentage with free shipping pays it', percent(1_000, { freeShipping: true }), '4.99', true, '4.99'],
    ['an amount leaves shipping alone', fixed(gbp(100n)), '4.99', false, null],
    ['an amount with free shipping pays it', fixed(gbp(100n), true), '4.99', true, '4.99'],
    ['free shipping pays it', shipping(), '4.99', true, '4.99'],
    ['free shipping pays up to its ceiling', shipping(gbp(300n)), '4.99', true, '3.00'],
    ['free shipping under its ceiling pays all', shipping(gbp(500n)), '4.99', true, '4.99'],
    ['an unknown cost is free, of an amount that is not known', shipping(), null, true, null],
    ['a percentage of an unknown cost likewise', percent(1_000, { freeShipping: true }), null, true, null],
    [
      'shipping that costs nothing, with a discount',
      percent(1_000, { freeShipping: true }),
      '0',
      true,
      '0.00',
    ],
  ])('of shipping: %s', (_, discount, cost, freeShipping, off) => {
    const valuation = valued({ coupon: { discount }, order: cart([{ sku: 'A', price: '10.00' }], cost) });

    expect(valuation.freeShipping).toBe(freeShipping);
    expect(valuation.shippingDiscount && formatAmount(valuation.shippingDiscount)).toBe(off);
    expect(formatAmount(valuation.total)).toBe(discount.kind === 'FREE_SHIPPING' ? '10.00' : '9.00');
  });

  test.each<[string, Partial<Question>, Partial<Coupon>, Valuation['remaining']]>([
    ['without limits', {}, {}, { uses: null, customerUses: null }],
    ['the first of five', {}, { maxUses: 5 }, { uses: 4, customerUses: null }],
    ['the last', {}, { maxUses: 5, usesCount: 4 }, { uses: 0, customerUses: null }],
    [
      'a customer’s first of two',
      { customerId: 'ada' },
      { perCustomerLimit: 2 },
      { uses: null, customerUses: 1 },
    ],
    [
      'a customer’s last',
      { customerId: 'ada', customerUses: 1 },
      { perCustomerLimit: 2 },
      { uses: null, customerUses: 0 },
    ],
    [
      'both',
      { customerId: 'ada', customerUses: 1 },
      { perCustomerLimit: 3, maxUses: 9, usesCount: 4 },
      { uses: 4, customerUses: 1 },
    ],
    ['a customer without a limit', { customerId: 'ada' }, { maxUses: 5 }, { uses: 4, customerUses: null }],
  ])('of what is left: %s', (_, asked, fields, expected) => {
    expect(valued({ ...asked, coupon: fields }).remaining).toEqual(expected);
  });
});

const red: Applicability = { ...everything, includeTags: ['red'] };
const code = 'SUMMER10';

describe('given a coupon that does not fit, it is refused with the facts', () => {
  const campaignFacts = { couponCode: code, campaignId: campaign().id, campaignName: 'Spring' };

  test.each<[string, Parameters<typeof question>[0], Refusal]>([
    [
      'revoked',
      { coupon: { state: 'REVOKED', revokedAt: at(-5) } },
      {
        failure: 'CouponRevoked',
        message: 'The coupon "SUMMER10" was revoked.',
        couponCode: code,
        revokedAt: at(-5),
      },
    ],
    [
      'a draft',
      { coupon: { state: 'DRAFT' } },
      { failure: 'CouponDraft', message: 'The coupon "SUMMER10" is still being prepared.', couponCode: code },
    ],
    [
      'inactive',
      { coupon: { state: 'INACTIVE' } },
      { failure: 'CouponInactive', message: 'The coupon "SUMMER10" is deactivated.', couponCode: code },
    ],
    [
      'to come',
      { coupon: { validFrom: at(1) } },
      {
        failure: 'CouponNotYetActive',
        message: 'The coupon "SUMMER10" can be used from 2026-03-02T12:00:00.001Z on.',
        couponCode: code,
        validFrom: at(1),
      },
    ],
    [
      'over',
      { coupon: { validUntil: now } },
      {
        failure: 'CouponExpired',
        message: 'The coupon "SUMMER10" could be used until 2026-03-02T12:00:00.000Z.',
        couponCode: code,
        validUntil: now,
      },
    ],
    ...(
      [
        ['DRAFT', 'DRAFT', null, null],
        ['PAUSED', 'PAUSED', at(-9), at(9)],
        ['ENDED', 'ENDED', null, null],
        ['ACTIVE', 'SCHEDULED', at(1), null],
        ['ACTIVE', 'ENDED', at(-9), now],
      ] as const
    ).map(([state, campaignStatus, startsAt, endsAt]): [string, Parameters<typeof question>[0], Refusal] => [
      `of a campaign that is ${campaignStatus} (${state})`,
      { campaign: campaign({ state, startsAt, endsAt }) },
      {
        failure: 'CampaignNotRunning',
        message: `The coupon "SUMMER10" belongs to the campaign "Spring", which is ${campaignStatus}.`,
        ...campaignFacts,
        campaignStatus,
        startsAt,
        endsAt,
      },
    ]),
    [
      'used up, having one use',
      { coupon: { maxUses: 1, usesCount: 1 } },
      {
        failure: 'UsageLimitReached',
        message: 'The coupon "SUMMER10" can be used once, and all its uses are used up.',
        couponCode: code,
        limit: 1,
        used: 1,
      },
    ],
    [
      'used more than its lowered maximum',
      { coupon: { maxUses: 3, usesCount: 5 } },
      {
        failure: 'UsageLimitReached',
        message: 'The coupon "SUMMER10" can be used 3 times, and all its uses are used up.',
        couponCode: code,
        limit: 3,
        used: 5,
      },
    ],
    [
      'for nobody, though each has a limit',
      { coupon: { perCustomerLimit: 1 } },
      {
        failure: 'CustomerRequired',
        message: 'Each customer can use the coupon "SUMMER10" once, so `customerId` or `customer` is needed.',
        couponCode: code,
        perCustomerLimit: 1,
      },
    ],
    [
      'used up by the customer',
      { coupon: { perCustomerLimit: 2 }, customerId: 'ada', customerUses: 2 },
      {
        failure: 'CustomerLimitReached',
        message: 'Each customer can use the coupon "SUMMER10" 2 times, and this customer has.',
        couponCode: code,
        customerId: 'ada',
        limit: 2,
        used: 2,
      },
    ],
    [
      'in another currency',
      { coupon: { discount: fixed(money(5n, 'EUR')) } },
      {
        failure: 'CurrencyMismatch',
        message: 'The coupon "SUMMER10" is in EUR, but the order is in GBP.',
        couponCode: code,
        couponCurrency: 'EUR',
        couponCurrencies: ['EUR'],
        orderCurrency: 'GBP',
      },
    ],
    [
      'in another currency only by its ceiling for shipping',
      { coupon: { discount: shipping(money(5n, 'EUR')) } },
      {
        failure: 'CurrencyMismatch',
        message: 'The coupon "SUMMER10" is in EUR, but the order is in GBP.',
        couponCode: code,
        couponCurrency: 'EUR',
        couponCurrencies: ['EUR'],
        orderCurrency: 'GBP',
      },
    ],
    [
      'in the other tax basis',
      { coupon: { discount: fixed(gbp(500n)), taxBasis: 'GROSS' }, taxBasis: 'NET' },
      {
        failure: 'TaxBasisMismatch',
        message:
          'The coupon "SUMMER10" is for amounts that include tax, but those of the order are before tax.',
        couponCode: code,
        couponTaxBasis: 'GROSS',
        orderTaxBasis: 'NET',
      },
    ],
    [
      'without a tax basis, where the coupon, a mere percentage, states one',
      { coupon: { taxBasis: 'NET' } },
      {
        failure: 'TaxBasisMismatch',
        message:
          'The coupon "SUMMER10" is for amounts that are before tax, but it was not said whether those of the order include it.',
        couponCode: code,
        couponTaxBasis: 'NET',
        orderTaxBasis: null,
      },
    ],
    [
      'for some items, of a sum',
      { coupon: { applicability: red } },
      {
        failure: 'CouponNotApplicable',
        message: 'The coupon "SUMMER10" depends on the items, so send the cart and not just its sum.',
        couponCode: code,
        cause: 'ITEMS_NEEDED',
        applicability: red,
      },
    ],
    [
      'from an amount on that is not reached',
      {
        coupon: { discount: tiers('AMOUNT', { fromAmount: [gbp(5_000n)], fromQuantity: null }) },
        order: sum('40'),
      },
      {
        failure: 'CouponNotApplicable',
        message:
          'The coupon "SUMMER10" takes something off from items for 50.00 GBP on, but they come to 40.00 GBP.',
        couponCode: code,
        cause: 'BELOW_FIRST_TIER',
        applicability: everything,
        firstTier: {
          requiredAmount: { minor: 5_000n, currency: 'GBP' },
          currentAmount: { minor: 4_000n, currency: 'GBP' },
          requiredQuantity: null,
          currentQuantity: null,
        },
      },
    ],
    [
      'from a quantity on that is not reached',
      {
        coupon: { discount: tiers('QUANTITY', { fromAmount: null, fromQuantity: 3 }) },
        order: cart([{ sku: 'A', price: '5' }]),
      },
      {
        failure: 'CouponNotApplicable',
        message: 'The coupon "SUMMER10" takes something off from 3 items on, but there is 1.',
        couponCode: code,
        cause: 'BELOW_FIRST_TIER',
        applicability: everything,
        firstTier: {
          requiredAmount: null,
          currentAmount: null,
          requiredQuantity: 3,
          currentQuantity: 1,
        },
      },
    ],
    [
      'for other items',
      { coupon: { applicability: red }, order: cart([{ sku: 'A', price: '5', tags: ['blue'] }]) },
      {
        failure: 'CouponNotApplicable',
        message: 'The coupon "SUMMER10" is for none of these items.',
        couponCode: code,
        cause: 'NO_MATCHING_ITEMS',
        applicability: red,
      },
    ],
    [
      'for a greater order',
      { coupon: { minimumOrder: gbp(10_001n) } },
      {
        failure: 'MinimumOrderNotMet',
        message: 'The coupon "SUMMER10" needs items for 100.01 GBP, but they come to 100.00 GBP.',
        couponCode: code,
        required: gbp(10_001n),
        current: gbp(10_000n),
        missing: gbp(1n),
      },
    ],
    [
      'for items that cost nothing',
      { order: sum('0') },
      {
        failure: 'CouponNotApplicable',
        message: 'The coupon "SUMMER10" takes nothing off this order.',
        couponCode: code,
        cause: 'NOTHING_TO_DISCOUNT',
        applicability: everything,
      },
    ],
  ])('when it is %s', (_, asked, expected) => {
    expect(decide(question(asked))).toEqual(expected);
  });

  test.each<[string, Partial<Coupon>, Order]>([
    ['a share that rounds to nothing', { discount: percent(1_000) }, sum('0.04')],
    ['free shipping that costs nothing', { discount: shipping() }, cart([{ sku: 'A', price: '5' }], '0')],
    [
      'free shipping and nothing of items, neither of which costs anything',
      { discount: percent(1_000, { freeShipping: true }) },
      cart([{ sku: 'A', price: '0' }], '0.00'),
    ],
    [
      'matching items that cost nothing',
      { discount: fixed(gbp(100n)), applicability: red },
      cart([
        { sku: 'A', price: '0', tags: ['red'] },
        { sku: 'B', price: '9' },
      ]),
    ],
  ])('when there is nothing to take off: %s', (_, fields, order) => {
    expect(decide(question({ coupon: fields, order }))).toMatchObject({
      failure: 'CouponNotApplicable',
      cause: 'NOTHING_TO_DISCOUNT',
    });
  });
});

describe('given a coupon that fits in no way, the reasons are asked in one order', () => {
  /** Each reason, and the change that takes it away. Standing first, then limits, then what the cart can mend. */
  const ladder: [Refusal['failure'], (wrong: Question) => Question][] = [
    [
      'CouponRevoked',
      (wrong) => ({ ...wrong, coupon: { ...wrong.coupon, revokedAt: null, state: 'DRAFT' } }),
    ],
    ['CouponDraft', (wrong) => ({ ...wrong, coupon: { ...wrong.coupon, state: 'INACTIVE' } })],
    ['CouponInactive', (wrong) => ({ ...wrong, coupon: { ...wrong.coupon, state: 'ACTIVE' } })],
    [
      'CouponExpired',
      (wrong) => ({ ...wrong, coupon: { ...wrong.coupon, validFrom: at(1), validUntil: at(2) } }),
    ],
    ['CouponNotYetActive', (wrong) => ({ ...wrong, coupon: { ...wrong.coupon, validFrom: null } })],
    ['CampaignNotRunning', (wrong) => ({ ...wrong, campaign: campaign() })],
    ['UsageLimitReached', (wrong) => ({ ...wrong, coupon: { ...wrong.coupon, maxUses: 2 } })],
    ['CustomerRequired', (wrong) => ({ ...wrong, customerId: 'ada', customer: 'id:ada' })],
    ['CustomerLimitReached', (wrong) => ({ ...wrong, customerUses: 0 })],
    ['CurrencyMismatch', (wrong) => ({ ...wrong, order: cart([{ sku: 'A', price: '0' }]) })],
    ['TaxBasisMismatch', (wrong) => ({ ...wrong, taxBasis: 'GROSS' })],
    [
      'CouponNotApplicable',
      (wrong) => ({ ...wrong, order: cart([{ sku: 'A', price: '0', tags: ['red'] }]) }),
    ],
    ['MinimumOrderNotMet', (wrong) => ({ ...wrong, coupon: { ...wrong.coupon, minimumOrder: null } })],
    [
      'CouponNotApplicable',
      (wrong) => ({ ...wrong, order: cart([{ sku: 'A', price: '9', tags: ['red'] }]) }),
    ],
  ];

  test('when each is mended in turn, then the next is told, and in the end it fits', () => {
    let asked = question({
      coupon: {
        state: 'REVOKED',
        validFrom: at(-2),
        validUntil: at(-1),
        maxUses: 1,
        usesCount: 1,
        perCustomerLimit: 1,
        minimumOrder: gbp(500n),
        taxBasis: 'GROSS',
        applicability: red,
      },
      campaign: campaign({ state: 'PAUSED' }),
      order: cart([{ sku: 'A', price: '0' }], null, 'EUR'),
      customerUses: 1,
    });
    for (const [failure, mend] of ladder) {
      expect(decide(asked)).toMatchObject({ failure });
      asked = mend(asked);
    }
    expect(decide(asked)).toMatchObject({ discount: gbp(90n), total: gbp(810n) });
  });
});

describe('given amounts that include tax, or are before it', () => {
  test.each(taxBases)('a coupon that states %s takes its amount off an order that does', (taxBasis) => {
    const worth = valued({ coupon: { discount: fixed(gbp(500n)), taxBasis }, taxBasis });
    expect(worth).toMatchObject({ taxBasis, discount: gbp(500n), total: gbp(9_500n) });
  });

  test.each([...taxBases, null])(
    'a coupon that states none is worth the same where the order says %s',
    (taxBasis) => {
      const worth = valued({ coupon: { discount: fixed(gbp(500n)) }, taxBasis });
      expect(worth).toEqual({ ...valued({ coupon: { discount: fixed(gbp(500n)) } }), taxBasis });
    },
  );

  test('everything else that speaks against a coupon is told beside it', () => {
    const asked = question({ coupon: { taxBasis: 'NET', maxUses: 1, usesCount: 1 }, taxBasis: 'GROSS' });
    expect(refusals(asked).map(({ failure }) => failure)).toEqual(['UsageLimitReached', 'TaxBasisMismatch']);
  });
});

test('of several limits that are reached, the decision names the first, and the reasons each of them', () => {
  const reached = (name: string, kind: 'HOUR' | 'MONTH') => ({
    limit: limitNamed(name, { window: { kind, zone: 'Europe/London' }, ceiling: 1n }),
    key: '',
    used: 1n,
    steps: null,
  });
  const asked = question({ limits: [reached('hourly', 'HOUR'), reached('monthly', 'MONTH')] });

  expect(decide(asked)).toMatchObject({ failure: 'LimitReached', limit: { window: { kind: 'HOUR' } } });
  expect(refusals(asked)).toMatchObject([
    { failure: 'LimitReached', limit: { window: { kind: 'HOUR' } } },
    { failure: 'LimitReached', limit: { window: { kind: 'MONTH' } } },
  ]);
});

describe('at the very edge', () => {
  const kind = (outcome: ReturnType<typeof decide>) => (isFailure(outcome) ? outcome.failure : 'fits');

  test.each<[string, Parameters<typeof question>[0], string]>([
    ['a millisecond before it starts', { coupon: { validFrom: at(1) } }, 'CouponNotYetActive'],
    ['as it starts', { coupon: { validFrom: now } }, 'fits'],
    ['a millisecond after it has started', { coupon: { validFrom: at(-1) } }, 'fits'],
    ['a millisecond before it ends', { coupon: { validUntil: at(1) } }, 'fits'],
    ['as it ends', { coupon: { validUntil: now } }, 'CouponExpired'],
    ['a millisecond after it has ended', { coupon: { validUntil: at(-1) } }, 'CouponExpired'],
    ['in a window of one millisecond', { coupon: { validFrom: now, validUntil: at(1) } }, 'fits'],

    [
      'a millisecond before its campaign starts',
      { campaign: campaign({ startsAt: at(1) }) },
      'CampaignNotRunning',
    ],
    ['as its campaign starts', { campaign: campaign({ startsAt: now }) }, 'fits'],
    ['a millisecond before its campaign ends', { campaign: campaign({ endsAt: at(1) }) }, 'fits'],
    ['as its campaign ends', { campaign: campaign({ endsAt: now }) }, 'CampaignNotRunning'],

    ['with one use left', { coupon: { maxUses: 2, usesCount: 1 } }, 'fits'],
    ['with none left', { coupon: { maxUses: 2, usesCount: 2 } }, 'UsageLimitReached'],
    [
      'with one left for the customer',
      { coupon: { perCustomerLimit: 2 }, customerId: 'a', customerUses: 1 },
      'fits',
    ],
    [
      'with none left for the customer',
      { coupon: { perCustomerLimit: 2 }, customerId: 'a', customerUses: 2 },
      'CustomerLimitReached',
    ],

    [
      'a penny below the minimum',
      { coupon: { minimumOrder: gbp(5_000n) }, order: sum('49.99') },
      'MinimumOrderNotMet',
    ],
    ['at the minimum', { coupon: { minimumOrder: gbp(5_000n) }, order: sum('50.00') }, 'fits'],
    ['a penny above the minimum', { coupon: { minimumOrder: gbp(5_000n) }, order: sum('50.01') }, 'fits'],
    ['at a minimum of nothing', { coupon: { minimumOrder: gbp(0n) }, order: sum('0.05') }, 'fits'],
    ['where half a penny is rounded up', { order: sum('0.05') }, 'fits'],
    ['where less than half a penny is rounded down', { order: sum('0.04') }, 'CouponNotApplicable'],
  ])('%s', (_, asked, expected) => {
    expect(kind(decide(question(asked)))).toBe(expected);
  });

  test('the minimum is that of the matching items, before the discount and without shipping', () => {
    const order = (price: string) =>
      cart(
        [
          { sku: 'A', price, tags: ['red'] },
          { sku: 'B', price: '500' },
        ],
        '99',
      );
    const fields = { minimumOrder: gbp(5_000n), applicability: red };

    expect(decide(question({ coupon: fields, order: order('49.99') }))).toMatchObject({
      failure: 'MinimumOrderNotMet',
      current: gbp(4_999n),
      missing: gbp(1n),
    });
    expect(kind(decide(question({ coupon: fields, order: order('50.00') })))).toBe('fits');
  });
});

test('given a coupon without amounts, then it fits every currency', () => {
  for (const currency of ['GBP', 'JPY', 'KWD', 'CLF']) {
    expect(decide(question({ order: sum('100', currency) }))).toMatchObject({ discount: { currency } });
  }
});

describe('given a cart of a shirt and a sock, a coupon takes half', () => {
  const order = cart([
    { sku: 'SHIRT', price: '20.00', categories: ['fashion', 'sale'], tags: ['red', 'new'] },
    { sku: 'SOCK', price: '4.00', categories: ['fashion'], tags: ['blue', 'new'] },
  ]);

  test.each<[string, Partial<Applicability>, string]>([
    ['of all', {}, '10.00 2.00'],
    ['of a product', { includeProducts: ['SOCK'] }, '0.00 2.00'],
    ['of all but a product', { excludeProducts: ['SOCK'] }, '10.00 0.00'],
    ['of a category', { includeCategories: ['sale'] }, '10.00 0.00'],
    ['of all but a category', { excludeCategories: ['sale'] }, '0.00 2.00'],
    ['of a tag', { includeTags: ['blue'] }, '0.00 2.00'],
    ['of all but a tag', { excludeTags: ['blue'] }, '10.00 0.00'],
    ['of either', { includeProducts: ['SOCK'], includeTags: ['red'] }, '10.00 2.00'],
    ['of a category but for a tag', { includeCategories: ['fashion'], excludeTags: ['red'] }, '0.00 2.00'],
    [
      'of none: all are left out',
      { includeTags: ['new'], excludeCategories: ['fashion'] },
      'CouponNotApplicable',
    ],
    ['of none: it is for others', { includeProducts: ['TIE'] }, 'CouponNotApplicable'],
  ])('%s', (_, given, expected) => {
    const applicability = { ...everything, ...given };
    const outcome = decide(question({ coupon: { discount: percent(5_000), applicability }, order }));

    const shown = isFailure(outcome)
      ? outcome.failure
      : outcome.lines.map(({ discount }) => formatAmount(discount)).join(' ');
    expect(shown).toBe(expected);
  });
});

describe('given any coupon and any cart', () => {
  const currency = 'GBP';
  const minor = fc.bigInt({ min: 0n, max: 1_000_000n });
  const maximum = fc.option(fc.bigInt({ min: 1n, max: 100_000n }).map((minor): Amounts => [gbp(minor)]));
  const discount: fc.Arbitrary<Discount> = fc.oneof(
    fc
      .record({ basisPoints: fc.integer({ min: 1, max: 10_000 }), maximum, freeShipping: fc.boolean() })
      .map((fields) => ({ kind: 'PERCENTAGE' as const, ...matchingItems, ...fields })),
    fc
      .record({
        amount: fc.bigInt({ min: 1n, max: 2_000_000n }).map((minor): Amounts => [gbp(minor)]),
        freeShipping: fc.boolean(),
      })
      .map((fields) => ({ kind: 'FIXED' as const, ...matchingItems, ...fields })),
    maximum.map((maximum) => ({ kind: 'FREE_SHIPPING' as const, maximum, countries: [] })),
  );
  const names = fc.subarray(['a', 'b', 'c']);
  const applicability = fc.record({
    includeProducts: fc.subarray(['P0', 'P1', 'P2']),
    excludeProducts: fc.subarray(['P3']),
    includeCategories: names,
    excludeCategories: fc.subarray(['d']),
    includeTags: names,
    excludeTags: fc.subarray(['d']),
  });
  const line = fc.record({
    sku: fc.integer({ min: 0, max: 6 }).map((number) => `P${number}`),
    quantity: fc.integer({ min: 1, max: 9 }),
    categories: fc.subarray(['a', 'd', 'e']),
    tags: fc.subarray(['b', 'd', 'e']),
    subtotalMinor: minor,
  });
  const order: fc.Arbitrary<Order> = fc
    .record({ lines: fc.array(line, { minLength: 1, maxLength: 12 }), shippingMinor: fc.option(minor) })
    .map(({ lines, shippingMinor }) => ({
      currency,
      shippingMinor,
      subtotalMinor: lines.reduce((total, { subtotalMinor }) => total + subtotalMinor, 0n),
      takenMinor: 0n,
      floorMinor: 0n,
      lines: lines.map((each, index) => ({
        ...each,
        lineId: `${index}`,
        productId: null,
        listMinor: each.subtotalMinor,
        floorMinor: 0n,
      })),
    }));
  const fields = fc.record({
    discount,
    applicability: fc.oneof(fc.constant(everything), applicability),
    minimumOrder: fc.option(minor.map(gbp), { freq: 1 }),
    maxUses: fc.option(fc.integer({ min: 1, max: 3 })),
    usesCount: fc.integer({ min: 0, max: 2 }),
  });

  /** Asks each of many random questions, and how often the coupon fitted: a property of none would hold as well. */
  function always(holds: (valuation: Valuation, asked: Question) => void) {
    let fitted = 0;
    fc.assert(
      fc.property(fields, order, (fields, order) => {
        const asked = question({ coupon: fields, order });
        const outcome = decide(asked);
        if (isFailure(outcome)) return;
        fitted++;
        holds(outcome, asked);
      }),
      { numRuns: 500 },
    );
    expect(fitted).toBeGreaterThan(50);
  }
  const withoutLines = (outcome: Valuation | Refusal) =>
    isFailure(outcome) ? outcome : { ...outcome, lines: [] };
  const total = (amounts: readonly Money[]) => amounts.reduce((sum, { minor }) => sum + minor, 0n);

  test('the parts add up: lines to the whole, and what is off and what is left to what it was', () => {
    always(({ subtotal, discount, total: left, lines }) => {
      expect(total(lines.map(({ subtotal }) => subtotal))).toBe(subtotal.minor);
      expect(total(lines.map(({ discount }) => discount))).toBe(discount.minor);
      expect(total(lines.map(({ total }) => total))).toBe(left.minor);
      expect(discount.minor + left.minor).toBe(subtotal.minor);
    });
  });

  test('nothing is below zero, and no line gives more than it costs', () => {
    always(({ discount, total: left, lines, shippingDiscount }, { order: { shippingMinor } }) => {
      expect(discount.minor >= 0n && left.minor >= 0n).toBe(true);
      for (const each of lines) expect(each.discount.minor >= 0n && each.total.minor >= 0n).toBe(true);
      if (shippingDiscount)
        expect(shippingDiscount.minor >= 0n && shippingDiscount.minor <= shippingMinor!).toBe(true);
    });
  });

  test('only matching items give, and together no more than they cost', () => {
    always(({ discount, lines }, { coupon, order }) => {
      const { includeProducts, includeCategories, includeTags, excludeProducts, ...rest } =
        coupon.applicability;
      const isIncluded = ({ sku, categories, tags }: NonNullable<Order['lines']>[number]) =>
        includeProducts.length + includeCategories.length + includeTags.length === 0 ||
        [sku].some((name) => includeProducts.includes(name)) ||
        categories.some((name) => includeCategories.includes(name)) ||
        tags.some((name) => includeTags.includes(name));
      const isExcluded = ({ sku, categories, tags }: NonNullable<Order['lines']>[number]) =>
        excludeProducts.includes(sku) ||
        categories.some((name) => rest.excludeCategories.includes(name)) ||
        tags.some((name) => rest.excludeTags.includes(name));

      const matching = order.lines!.map((each) => isIncluded(each) && !isExcluded(each));
      const matchingMinor = order.lines!.reduce(
        (sum, { subtotalMinor }, index) => sum + (matching[index] ? subtotalMinor : 0n),
        0n,
      );
      expect(discount.minor <= matchingMinor).toBe(true);
      expect(matchingMinor >= (coupon.minimumOrder?.minor ?? 0n)).toBe(true);
      lines.forEach((each, index) => {
        if (!matching[index]) expect(each.discount.minor).toBe(0n);
      });
    });
  });

  test('the order of the lines changes neither the totals nor whether it fits', () => {
    fc.assert(
      fc.property(fields, order, fc.infiniteStream(fc.nat()), (fields, order, keys) => {
        const shuffled = order
          .lines!.map((each) => ({ each, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const first = decide(question({ coupon: fields, order }));
        const second = decide(question({ coupon: fields, order: { ...order, lines: shuffled } }));

        expect(withoutLines(second)).toEqual(withoutLines(first));
      }),
    );
  });

  test('the same is asked and answered of a cart and of its sum, if the coupon is for everything', () => {
    fc.assert(
      fc.property(fields, order, (fields, order) => {
        const coupon = { ...fields, applicability: everything };
        const ofCart = decide(question({ coupon, order: { ...order, shippingMinor: null } }));
        const ofSum = decide(question({ coupon, order: { ...order, shippingMinor: null, lines: null } }));

        expect(ofSum).toEqual(withoutLines(ofCart));
      }),
    );
  });

  test('a use is left before, and one fewer after', () => {
    always(({ remaining }, { coupon }) => {
      const left = usesLeft(coupon);
      expect(remaining.uses).toBe(left === null ? null : left - 1);
      if (remaining.uses !== null) expect(remaining.uses).toBeGreaterThanOrEqual(0);
    });
  });

  test('nothing that it is asked with is changed', () => {
    const frozen = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
        Object.values(value).forEach(frozen);
        Object.freeze(value);
      }
      return value;
    };
    fc.assert(
      fc.property(fields, order, (fields, order) => {
        expect(() => decide(frozen(question({ coupon: fields, order })))).not.toThrow();
      }),
    );
  });
});
