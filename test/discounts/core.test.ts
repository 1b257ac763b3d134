import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountsOf,
  isGiftCard,
  itemsOff,
  makesShippingFree,
  shippingOff,
  type Discount,
  type DiscountKind,
} from '../../src/discounts/core.js';
import { discountInput } from '../../src/discounts/input.js';
import { formatPercent } from '../../src/discounts/percentage.js';
import { readDiscount, storedDiscount } from '../../src/discounts/stored.js';
import { formatAmount, money, parseAmount } from '../../src/lib/money.js';

const minor = (amount: string, currency: string) => parseAmount(amount, currency) as bigint;
const amount = (value: string, currency: string) => ({ amount: value, currency });

/** What a discount, as it is sent, takes off items and off shipping, written as money; a gift card of what is left. */
function off(sent: object, items: string, shipping: string, currency: string, left: string | null = null) {
  const discount = discountInput.parse(sent);
  const balanceLeft = left === null ? null : minor(left, currency);
  const shippingMinor = shippingOff(discount, minor(shipping, currency));
  return {
    items: formatAmount(money(itemsOff(discount, minor(items, currency), balanceLeft), currency)),
    shipping: shippingMinor === null ? null : formatAmount(money(shippingMinor, currency)),
  };
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
const examples: Record<string, { sent: object; discount: Discount; amounts: bigint[] }> = {
  'a percentage': {
    sent: { percentage: { percent: '12.50' } },
    discount: { kind: 'PERCENTAGE', basisPoints: 1_250, maximum: null, freeShipping: false },
    amounts: [],
  },
  'a percentage with a ceiling': {
    sent: { percentage: { percent: '100', maximum: amount('30', 'GBP'), freeShipping: true } },
    discount: { kind: 'PERCENTAGE', basisPoints: 10_000, maximum: gbp(3_000n), freeShipping: true },
    amounts: [3_000n],
  },
  'an amount': {
    sent: { fixed: { amount: amount('10000000000000', 'GBP') } },
    discount: { kind: 'FIXED', amount: gbp(10n ** 15n), freeShipping: false },
    amounts: [10n ** 15n],
  },
  'free shipping': {
    sent: { freeShipping: {} },
    discount: { kind: 'FREE_SHIPPING', maximum: null },
    amounts: [],
  },
  'free shipping with a ceiling': {
    sent: { freeShipping: { maximum: amount('5', 'GBP') } },
    discount: { kind: 'FREE_SHIPPING', maximum: gbp(500n) },
    amounts: [500n],
  },
  'a gift card': {
    sent: { giftCard: { balance: amount('50', 'GBP') } },
    discount: { kind: 'GIFT_CARD', initialBalance: gbp(5_000n) },
    amounts: [5_000n],
  },
};

describe('given a discount as it is sent', () => {
  test.each(Object.entries(examples))(
    '%s is read, kept, and read again',
    (_, { sent, discount, amounts }) => {
      expect(discountInput.parse(sent)).toEqual(discount);
      expect(amountsOf(discount)).toEqual(amounts.map(gbp));
      const kept: unknown = JSON.parse(JSON.stringify(storedDiscount(discount)));
      expect(readDiscount(kept)).toEqual(discount);
    },
  );

  test('every kind is among these', () => {
    const kinds: Record<DiscountKind, true> = {
      PERCENTAGE: true,
      FIXED: true,
      FREE_SHIPPING: true,
      GIFT_CARD: true,
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

test('every percentage is written as it was meant', () => {
  for (let points = 1; points <= 10_000; points++) {
    expect(discountInput.parse({ percentage: { percent: formatPercent(points) } })).toMatchObject({
      basisPoints: points,
    });
  }
  expect([1, 10, 1_250, 10_000].map(formatPercent)).toEqual(['0.01', '0.1', '12.5', '100']);
});

describe('given any discount and any order', () => {
  const maximum = fc.option(fc.bigInt({ min: 1n, max: 10n ** 6n }).map(gbp));
  const discount: fc.Arbitrary<Discount> = fc.oneof(
    fc.record({
      kind: fc.constant('PERCENTAGE' as const),
      basisPoints: fc.integer({ min: 1, max: 10_000 }),
      maximum,
      freeShipping: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('FIXED' as const),
      amount: fc.bigInt({ min: 1n, max: 10n ** 6n }).map(gbp),
      freeShipping: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('FREE_SHIPPING' as const), maximum }),
    fc.record({
      kind: fc.constant('GIFT_CARD' as const),
      initialBalance: fc.bigInt({ min: 1n, max: 10n ** 6n }).map(gbp),
    }),
  );
  const cost = fc.bigInt({ min: 0n, max: 10n ** 7n });

  test('it takes off nothing below zero, never more than there is, and more of more', () => {
    fc.assert(
      fc.property(discount, cost, cost, (given, first, second) => {
        const [less, more] = first < second ? [first, second] : [second, first];
        const left = isGiftCard(given) ? given.initialBalance.minor : null;
        const [offLess, offMore] = [itemsOff(given, less, left), itemsOff(given, more, left)];
        expect(offLess >= 0n && offLess <= less && offLess <= offMore && offMore <= more).toBe(true);

        const shipping = shippingOff(given, more);
        expect(shipping === null).toBe(!makesShippingFree(given));
        if (shipping !== null) expect(shipping >= 0n && shipping <= more).toBe(true);
      }),
    );
  });

  test('it is kept exactly', () => {
    fc.assert(
      fc.property(discount, (given) => {
        expect(readDiscount(JSON.parse(JSON.stringify(storedDiscount(given))))).toEqual(given);
      }),
    );
  });
});
