import { describe, expect, test } from 'vitest';
import {
  amountsOf,
  currenciesOf,
  discountGiven,
  makesShippingFree,
  type Discount,
  type DiscountKind,
} from '../../src/discounts/core.js';
import { discountInput } from '../../src/discounts/input.js';
import { formatPercent } from '../../src/discounts/percentage.js';
import { readDiscount, storedDiscount } from '../../src/discounts/stored.js';
import { matchingItems } from '../../src/discounts/target.js';
import { money } from '../../src/lib/money.js';
import { off as offBasket } from './basket.js';

const amount = (value: string, currency: string) => ({ amount: value, currency });

/** What a discount, as it is sent, takes off a sum of items and off shipping; a gift card of what is left. */
function off(sent: object, items: string, shipping: string, currency: string, balance: string | null = null) {
  const answer = offBasket(sent, { items, shipping, currency, balance });
  if (typeof answer === 'string') throw new Error(`Expected an answer, but got ${answer}`);
  return { items: answer.items, shipping: answer.shipping };
}

describe('given an order, a percentage', () => {
  test.each<[string, string, string, string, string]>([
    // per cent, items, currency, arithmetic, off
    ['10', '100.00', 'GBP', '10.00', '10.00'],
    ['10', '19.99', 'GBP', '1.999', '2.00'],
    ['10', '19.94', 'GBP', '1.994', '1.99'],
    ['10', '19.95', 'GBP', '1.995, half goes up', '2.00'],
    ['10', '0.05', 'GBP', '0.005, half goes up', '0.01'],
    ['10', '0.04', 'GBP', '0.004', '0.00'],
    ['12.5', '80.00', 'GBP', '10.00', '10.00'],
    ['12.5', '9.99', 'GBP', '1.24875', '1.25'],
    ['33.33', '3.00', 'GBP', '0.9999', '1.00'],
    ['0.01', '49.99', 'GBP', '0.004999', '0.00'],
    ['0.01', '50.00', 'GBP', '0.005, half goes up', '0.01'],
    ['100', '19.99', 'GBP', '19.99', '19.99'],
    ['99.99', '0.01', 'GBP', '0.009999', '0.01'],
    ['10', '0', 'GBP', '0', '0.00'],
    ['10', '1500', 'JPY', '150', '150'],
    ['10', '1234', 'JPY', '123.4', '123'],
    ['10', '1235', 'JPY', '123.5, half goes up', '124'],
    ['12.5', '999', 'JPY', '124.875', '125'],
    ['10', '12.345', 'KWD', '1.2345, half goes up', '1.235'],
    ['10', '12.344', 'KWD', '1.2344', '1.234'],
    ['12.5', '0.999', 'KWD', '0.124875', '0.125'],
    ['50', '10000000000000.00', 'GBP', '5000000000000.00', '5000000000000.00'],
  ])('of %s off %s %s is %s: %s', (percent, items, currency, _, expected) => {
    expect(off({ percentage: { percent } }, items, '5', currency)).toEqual({
      items: expected,
      shipping: null,
    });
  });

  test.each<[string, string, string, string, string]>([
    ['20', '30', '100.00', 'GBP', '20.00'],
    ['20', '30', '149.99', 'GBP', '30.00'],
    ['20', '30', '150.00', 'GBP', '30.00'],
    ['20', '30', '150.05', 'GBP', '30.00'],
    ['20', '30', '1000.00', 'GBP', '30.00'],
    ['20', '0.01', '1000.00', 'GBP', '0.01'],
    ['20', '500', '3000', 'JPY', '500'],
    ['20', '500', '2499', 'JPY', '500'],
    ['20', '500', '2497', 'JPY', '499'],
    ['20', '1.500', '7.499', 'KWD', '1.500'],
    ['20', '1.500', '7.497', 'KWD', '1.499'],
  ])('of %s, but never more than %s, off %s %s is %s', (percent, maximum, items, currency, expected) => {
    const sent = { percentage: { percent, maximum: amount(maximum, currency) } };
    expect(off(sent, items, '5', currency)).toEqual({ items: expected, shipping: null });
  });

  test('with free shipping takes all of it off, above its ceiling for items too', () => {
    const sent = { percentage: { percent: '20', maximum: amount('1', 'GBP'), freeShipping: true } };
    expect(off(sent, '100', '4.99', 'GBP')).toEqual({ items: '1.00', shipping: '4.99' });
  });
});

describe('given an order, an amount', () => {
  test.each<[string, string, string, string]>([
    ['5', '20.00', 'GBP', '5.00'],
    ['5', '5.00', 'GBP', '5.00'],
    ['5', '4.99', 'GBP', '4.99'],
    ['5', '0', 'GBP', '0.00'],
    ['0.01', '20.00', 'GBP', '0.01'],
    ['500', '1200', 'JPY', '500'],
    ['500', '499', 'JPY', '499'],
    ['1.250', '10.000', 'KWD', '1.250'],
    ['1.250', '1.249', 'KWD', '1.249'],
  ])('of %s off %s %s is %s: never more than the items cost', (value, items, currency, expected) => {
    const sent = { fixed: { amount: amount(value, currency) } };
    expect(off(sent, items, '5', currency)).toEqual({ items: expected, shipping: null });
  });

  test('with free shipping takes off all of it as well', () => {
    const sent = { fixed: { amount: amount('5', 'GBP'), freeShipping: true } };
    expect(off(sent, '3.00', '4.99', 'GBP')).toEqual({ items: '3.00', shipping: '4.99' });
  });
});

describe('given an order, free shipping', () => {
  test.each<[string | null, string, string, string]>([
    [null, '4.99', 'GBP', '4.99'],
    [null, '0', 'GBP', '0.00'],
    ['5', '4.99', 'GBP', '4.99'],
    ['5', '5.00', 'GBP', '5.00'],
    ['5', '5.01', 'GBP', '5.00'],
    ['5', '0', 'GBP', '0.00'],
    ['600', '800', 'JPY', '600'],
    ['1.500', '2', 'KWD', '1.500'],
  ])('up to %s off %s %s is %s, and nothing off the items', (maximum, shipping, currency, expected) => {
    const sent = { freeShipping: maximum === null ? {} : { maximum: amount(maximum, currency) } };
    const items = off(sent, '100', shipping, currency).items;
    expect(Number(items)).toBe(0);
    expect(off(sent, '100', shipping, currency).shipping).toBe(expected);
  });
});

describe('given an order, a gift card', () => {
  test.each<[string, string, string, string, string]>([
    // issued with, left, items, currency, off
    ['50', '50.00', '20.00', 'GBP', '20.00'],
    ['50', '50.00', '50.00', 'GBP', '50.00'],
    ['50', '50.00', '50.01', 'GBP', '50.00'],
    ['50', '12.34', '50.00', 'GBP', '12.34'],
    ['50', '0.01', '0.01', 'GBP', '0.01'],
    ['50', '0', '20.00', 'GBP', '0.00'],
    ['50', '50.00', '0', 'GBP', '0.00'],
    ['5000', '5000', '1234', 'JPY', '1234'],
    ['5000', '1233', '1234', 'JPY', '1233'],
    ['5000', '1', '1234', 'JPY', '1'],
    ['1.5', '1.500', '1.499', 'KWD', '1.499'],
    ['1.5', '0.001', '1.499', 'KWD', '0.001'],
    ['10000000000000', '10000000000000', '9999999999999.99', 'GBP', '9999999999999.99'],
  ])(
    'issued with %s, of which %s is left, pays of %s %s this: %s',
    (issued, left, items, currency, expected) => {
      const sent = { giftCard: { balance: amount(issued, currency) } };
      expect(off(sent, items, '5', currency, left)).toEqual({ items: expected, shipping: null });
    },
  );

  test('is nothing without what is left of it', () => {
    const sent = { giftCard: { balance: amount('50', 'GBP') } };
    expect(() => off(sent, '20.00', '5', 'GBP')).toThrow('every gift card has a balance');
  });
});

test.each<[object, boolean]>([
  [{ percentage: { percent: '10' } }, false],
  [{ percentage: { percent: '10', freeShipping: true } }, true],
  [{ fixed: { amount: amount('5', 'GBP') } }, false],
  [{ fixed: { amount: amount('5', 'GBP'), freeShipping: true } }, true],
  [{ freeShipping: {} }, true],
  [{ freeShipping: { maximum: amount('5', 'GBP') } }, true],
  [{ giftCard: { balance: amount('5', 'GBP') } }, false],
])('%j: does it make shipping free?', (sent, expected) => {
  expect(makesShippingFree(discountInput.parse(sent))).toBe(expected);
});

const gbp = (value: bigint) => money(value, 'GBP');
const items = { skus: ['A'], products: [], categories: ['hats'], tags: [] };
const points = {
  itemId: '550e8400-e29b-41d4-a716-446655440000',
  name: '100 bonus points',
  description: 'For the loyal',
  type: 'points',
  // Looks like money, and is none of ours.
  payload: { amount: 100, each: { minor: '5', currency: 'GBP' } },
};

const examples: Record<string, { sent: object; discount: Discount; amounts: bigint[] }> = {
  'a percentage': {
    sent: { percentage: { percent: '12.50' } },
    discount: {
      kind: 'PERCENTAGE',
      basisPoints: 1_250,
      maximum: null,
      ...matchingItems,
      freeShipping: false,
    },
    amounts: [],
  },
  'a percentage with a ceiling': {
    sent: { percentage: { percent: '100', maximum: amount('30', 'GBP'), freeShipping: true } },
    discount: {
      kind: 'PERCENTAGE',
      basisPoints: 10_000,
      maximum: [gbp(3_000n)],
      ...matchingItems,
      freeShipping: true,
    },
    amounts: [3_000n],
  },
  'a percentage with a ceiling in each of two currencies': {
    sent: { percentage: { percent: '1', maximums: [amount('30', 'GBP'), amount('35', 'EUR')] } },
    discount: {
      kind: 'PERCENTAGE',
      basisPoints: 100,
      maximum: [gbp(3_000n), money(3_500n, 'EUR')],
      ...matchingItems,
      freeShipping: false,
    },
    amounts: [3_000n, 3_500n],
  },
  'a percentage off all items': {
    sent: { percentage: { percent: '1', target: 'ORDER' } },
    discount: {
      kind: 'PERCENTAGE',
      basisPoints: 100,
      maximum: null,
      target: 'ORDER',
      units: null,
      freeShipping: false,
    },
    amounts: [],
  },
  'a percentage off the cheapest unit': {
    sent: { percentage: { percent: '1', target: 'CHEAPEST' } },
    discount: {
      kind: 'PERCENTAGE',
      basisPoints: 100,
      maximum: null,
      target: 'CHEAPEST',
      units: 1,
      freeShipping: false,
    },
    amounts: [],
  },
  'an amount': {
    sent: { fixed: { amount: amount('10000000000000', 'GBP') } },
    discount: { kind: 'FIXED', amount: [gbp(10n ** 15n)], ...matchingItems, freeShipping: false },
    amounts: [10n ** 15n],
  },
  'an amount off the dearest three units': {
    sent: { fixed: { amount: amount('1', 'GBP'), target: 'MOST_EXPENSIVE', units: 3 } },
    discount: { kind: 'FIXED', amount: [gbp(100n)], target: 'MOST_EXPENSIVE', units: 3, freeShipping: false },
    amounts: [100n],
  },
  'free shipping': {
    sent: { freeShipping: {} },
    discount: { kind: 'FREE_SHIPPING', maximum: null, countries: [] },
    amounts: [],
  },
  'free shipping with a ceiling': {
    sent: { freeShipping: { maximum: amount('5', 'GBP') } },
    discount: { kind: 'FREE_SHIPPING', maximum: [gbp(500n)], countries: [] },
    amounts: [500n],
  },
  'free shipping to two countries, one of them said twice': {
    sent: { freeShipping: { countries: ['GB', 'IE', 'GB'] } },
    discount: { kind: 'FREE_SHIPPING', maximum: null, countries: ['GB', 'IE'] },
    amounts: [],
  },
  'a gift card': {
    sent: { giftCard: { balance: amount('50', 'GBP') } },
    discount: { kind: 'GIFT_CARD', initialBalance: gbp(5_000n) },
    amounts: [5_000n],
  },
  'a reward': { sent: { reward: points }, discount: { kind: 'REWARD', reward: points }, amounts: [] },
  'two for the price of one': {
    sent: { buyXGetY: { buy: { quantity: 1 }, get: { quantity: 1 } } },
    discount: {
      kind: 'BUY_X_GET_Y',
      buy: { quantity: 1, items: null },
      get: { quantity: 1, items: null, basisPoints: 10_000 },
      repeat: null,
    },
    amounts: [],
  },
  'a hat for half the price to whoever buys three other things, up to twice': {
    sent: {
      buyXGetY: {
        buy: { quantity: 3 },
        get: { quantity: 1, items: { skus: ['A'], categories: ['hats'] }, percent: '50' },
        repeat: 2,
      },
    },
    discount: {
      kind: 'BUY_X_GET_Y',
      buy: { quantity: 3, items: null },
      get: { quantity: 1, items, basisPoints: 5_000 },
      repeat: 2,
    },
    amounts: [],
  },
  'tiers of an amount': {
    sent: {
      tiered: {
        by: 'AMOUNT',
        tiers: [
          { fromAmount: amount('0', 'GBP'), percent: '5' },
          { fromAmount: amount('50', 'GBP'), percent: '10' },
        ],
      },
    },
    discount: {
      kind: 'TIERED',
      by: 'AMOUNT',
      tiers: [
        { fromAmount: [gbp(0n)], fromQuantity: null, basisPoints: 500, amount: null },
        { fromAmount: [gbp(5_000n)], fromQuantity: null, basisPoints: 1_000, amount: null },
      ],
    },
    amounts: [0n, 5_000n],
  },
  'tiers of a quantity': {
    sent: { tiered: { by: 'QUANTITY', tiers: [{ fromQuantity: 3, amount: amount('4', 'GBP') }] } },
    discount: {
      kind: 'TIERED',
      by: 'QUANTITY',
      tiers: [{ fromAmount: null, fromQuantity: 3, basisPoints: null, amount: [gbp(400n)] }],
    },
    amounts: [400n],
  },
  'three for a price': {
    sent: { fixedPrice: { price: amount('10', 'GBP'), groupSize: 3 } },
    discount: { kind: 'FIXED_PRICE', price: [gbp(1_000n)], groupSize: 3 },
    amounts: [1_000n],
  },
};

describe('given a discount as it is sent', () => {
  test.each(Object.entries(examples))('%s is read, with its amounts', (_, { sent, discount, amounts }) => {
    expect(discountInput.parse(sent)).toEqual(discount);
    expect(amountsOf(discount).map(({ minor }) => minor)).toEqual(amounts);
  });

  test.each(Object.entries(examples))('%s is kept as JSON, and read back from it', (_, { discount }) => {
    const kept: unknown = JSON.parse(JSON.stringify(storedDiscount(discount)));
    expect(readDiscount(kept)).toEqual(discount);
  });

  test.each(Object.entries(examples))('%s can be given again', (_, { discount }) => {
    expect(discountInput.parse(discountGiven(discount))).toEqual(discount);
  });

  test('every kind is among these', () => {
    const kinds: Record<DiscountKind, true> = {
      PERCENTAGE: true,
      FIXED: true,
      FREE_SHIPPING: true,
      GIFT_CARD: true,
      REWARD: true,
      BUY_X_GET_Y: true,
      TIERED: true,
      FIXED_PRICE: true,
    };
    expect(new Set(Object.values(examples).map(({ discount }) => discount.kind))).toEqual(
      new Set(Object.keys(kinds)),
    );
  });

  test.each([
    ['0.01', 1],
    ['0.1', 10],
    ['0.29', 29],
    ['1.1', 110],
    ['12.5', 1_250],
    ['12.50000', 1_250],
    ['57.55', 5_755],
    ['099.99', 9_999],
    ['100', 10_000],
    ['100.00', 10_000],
  ])('%s per cent are %i hundredths', (percent, expected) => {
    expect(discountInput.parse({ percentage: { percent } })).toMatchObject({ basisPoints: expected });
  });

  test.each([
    '',
    '0',
    '0.00',
    '-1',
    '+1',
    '.5',
    '5.',
    '1e1',
    '12,5',
    '100.01',
    '101',
    '1000',
    '1.001',
    ' 1',
    '10%',
  ])('%j per cent are refused', (percent) => {
    expect(discountInput.safeParse({ percentage: { percent } }).success).toBe(false);
  });

  test.each<[string, string, string]>([
    ['0', 'GBP', 'Expected an amount above zero.'],
    ['0.00', 'GBP', 'Expected an amount above zero.'],
    ['-5', 'GBP', 'Expected an amount that is not negative, such as "19.99", but got "-5".'],
    ['5.001', 'GBP', 'GBP has 2 decimals, but the amount is "5.001".'],
    ['5.5', 'JPY', 'JPY has 0 decimals, but the amount is "5.5".'],
    ['5', 'XYZ', 'Expected a currency of ISO 4217, but got "XYZ".'],
  ])('a gift card of %s %s is refused', (value, currency, message) => {
    const { error } = discountInput.safeParse({ giftCard: { balance: amount(value, currency) } });
    expect(error!.issues.map((issue) => issue.message)).toEqual([message]);
  });

  test.each([[{}], [{ percentage: null }], [{ percentage: { percent: '1' }, freeShipping: {} }]])(
    '%j is not exactly one kind',
    (sent) => {
      const { error } = discountInput.safeParse(sent);
      expect(error!.issues.map(({ message }) => message)).toEqual(['Expected exactly one kind of discount.']);
    },
  );

  test('kinds that are null do not count', () => {
    expect(discountInput.parse({ percentage: null, fixed: null, freeShipping: {} })).toMatchObject({
      kind: 'FREE_SHIPPING',
    });
  });
});

describe('given a discount that was kept before there were targets and tables of amounts', () => {
  test.each<[string, object, Discount]>([
    [
      'a percentage',
      { kind: 'PERCENTAGE', basisPoints: 100, maximum: null, freeShipping: true },
      { kind: 'PERCENTAGE', basisPoints: 100, maximum: null, ...matchingItems, freeShipping: true },
    ],
    [
      'a percentage with a ceiling',
      {
        kind: 'PERCENTAGE',
        basisPoints: 100,
        maximum: { minor: '3000', currency: 'GBP' },
        freeShipping: true,
      },
      { kind: 'PERCENTAGE', basisPoints: 100, maximum: [gbp(3_000n)], ...matchingItems, freeShipping: true },
    ],
    [
      'an amount',
      { kind: 'FIXED', amount: { minor: '3000', currency: 'GBP' }, freeShipping: false },
      { kind: 'FIXED', amount: [gbp(3_000n)], ...matchingItems, freeShipping: false },
    ],
    [
      'free shipping',
      { kind: 'FREE_SHIPPING', maximum: null },
      { kind: 'FREE_SHIPPING', maximum: null, countries: [] },
    ],
    [
      'free shipping with a ceiling',
      { kind: 'FREE_SHIPPING', maximum: { minor: '500', currency: 'GBP' } },
      { kind: 'FREE_SHIPPING', maximum: [gbp(500n)], countries: [] },
    ],
    [
      'a gift card',
      { kind: 'GIFT_CARD', initialBalance: { minor: '5000', currency: 'GBP' } },
      { kind: 'GIFT_CARD', initialBalance: gbp(5_000n) },
    ],
  ])('%s is read as what it always meant', (_, kept, discount) => {
    expect(readDiscount(kept)).toEqual(discount);
  });
});

test.each<[object, string[]]>([
  [{ percentage: { percent: '1' } }, []],
  [{ fixed: { amount: amount('1', 'GBP') } }, ['GBP']],
  [{ fixed: { amounts: [amount('1', 'GBP'), amount('200', 'JPY')] } }, ['GBP', 'JPY']],
  [
    {
      tiered: {
        by: 'AMOUNT',
        tiers: [
          {
            fromAmounts: [amount('9', 'GBP'), amount('9', 'EUR')],
            amounts: [amount('1', 'EUR'), amount('1', 'GBP')],
          },
        ],
      },
    },
    ['GBP', 'EUR'],
  ],
])('%j is for these currencies: %j', (sent, currencies) => {
  expect(currenciesOf(discountInput.parse(sent))).toEqual(currencies);
});

test('every percentage is written as it was meant', () => {
  for (let points = 1; points <= 10_000; points++) {
    expect(discountInput.parse({ percentage: { percent: formatPercent(points) } })).toMatchObject({
      basisPoints: points,
    });
  }
  expect([1, 10, 1_250, 10_000].map(formatPercent)).toEqual(['0.01', '0.1', '12.5', '100']);
});
