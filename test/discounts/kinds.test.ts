import { describe, expect, test } from 'vitest';
import { takeOff } from '../../src/discounts/core.js';
import { discountInput } from '../../src/discounts/input.js';
import { basket, off, type Line } from './basket.js';

const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const line = (price: string, fields: Partial<Line> = {}): Line => ({ price, ...fields });
const many = (quantity: number, price: string, fields: Partial<Line> = {}): Line =>
  line(price, { quantity, ...fields });
const other = (price: string): Line => line(price, { isMatching: false });

/** What is taken off each line, as decimals in a row; or the word why not. */
function lines(sent: object, items: readonly Line[], currency = 'GBP'): string {
  const answer = off(sent, { items, currency });
  return typeof answer === 'string' ? answer : answer.lines.join(' ');
}

describe('given a target, a percentage is taken off', () => {
  const half = (target: string, units?: number) => ({ percentage: { percent: '50', target, units } });
  test.each<[string, object, Line[], string]>([
    ['the matching items', half('MATCHING_ITEMS'), [line('10'), other('4')], '5.00 0.00'],
    ['all items', half('ORDER'), [line('10'), other('4')], '5.00 2.00'],
    ['the cheapest unit', half('CHEAPEST'), [line('10'), many(3, '4'), line('6')], '0.00 2.00 0.00'],
    ['the cheapest four', half('CHEAPEST', 4), [line('10'), many(3, '4'), line('6')], '0.00 6.00 3.00'],
    ['the cheapest that matches', half('CHEAPEST'), [other('1'), line('10'), line('4')], '0.00 0.00 2.00'],
    ['all, if there are fewer', half('CHEAPEST', 9), [line('10'), many(3, '4')], '5.00 6.00'],
    ['the earlier of two equals', half('CHEAPEST'), [line('4'), line('4')], '2.00 0.00'],
    ['the dearest unit', half('MOST_EXPENSIVE'), [many(2, '10'), line('12')], '0.00 6.00'],
    ['the dearest two', half('MOST_EXPENSIVE', 2), [many(2, '10'), line('12')], '5.00 6.00'],
    [
      'the dearest of equals that has most left',
      half('MOST_EXPENSIVE'),
      [line('9', { base: '2' }), line('9')],
      '0.00 4.50',
    ],
    [
      'a unit by its price before any discount',
      half('MOST_EXPENSIVE'),
      [line('9', { base: '2' }), line('8')],
      '1.00 0.00',
    ],
    ['a unit that has its part of an odd rest', half('CHEAPEST'), [many(3, '1', { base: '2.00' })], '0.33'],
  ])('%s', (_, sent, items, expected) => {
    expect(lines(sent, items)).toBe(expected);
  });

  test.each([
    ['10', '4.99', '0.50'],
    ['10', '0', '0.00'],
    ['100', '4.99', '4.99'],
  ])('shipping: %s per cent of %s is %s, and nothing of the items', (percent, shipping, expected) => {
    const sent = { percentage: { percent, target: 'SHIPPING' } };
    expect(off(sent, { items: [line('10')], shipping })).toEqual({
      items: '0.00',
      lines: ['0.00'],
      shipping: expected,
    });
  });

  test('shipping up to a ceiling', () => {
    const sent = { percentage: { percent: '50', maximum: gbp('2'), target: 'SHIPPING' } };
    expect(off(sent, { items: '10', shipping: '9' })).toMatchObject({ shipping: '2.00' });
  });
});

describe('given a target, an amount is taken off', () => {
  const five = (target: string, units?: number) => ({ fixed: { amount: gbp('5'), target, units } });
  test.each<[string, object, Line[], string]>([
    ['all items', five('ORDER'), [line('15'), other('5')], '3.75 1.25'],
    ['the cheapest unit, not more than it costs', five('CHEAPEST'), [line('10'), many(2, '4')], '0.00 4.00'],
    ['the cheapest two, in all', five('CHEAPEST', 2), [line('10'), many(2, '4')], '0.00 5.00'],
    ['the dearest two, in all', five('MOST_EXPENSIVE', 2), [line('10'), many(2, '5')], '3.33 1.67'],
  ])('%s', (_, sent, items, expected) => {
    expect(lines(sent, items)).toBe(expected);
  });

  test.each([
    ['4.99', '4.99'],
    ['5.01', '5.00'],
    ['0', '0.00'],
  ])('shipping, which costs %s: %s', (shipping, expected) => {
    expect(off(five('SHIPPING'), { items: '10', shipping })).toMatchObject({
      items: '0.00',
      shipping: expected,
    });
  });
});

describe('given that a kind needs to know more, it says what', () => {
  test.each<[string, object, string]>([
    ['the cheapest of a sum', { percentage: { percent: '1', target: 'CHEAPEST' } }, 'ITEMS_NEEDED'],
    ['the dearest of a sum', { fixed: { amount: gbp('1'), target: 'MOST_EXPENSIVE' } }, 'ITEMS_NEEDED'],
    ['one of two of a sum', { buyXGetY: { buy: { quantity: 1 }, get: { quantity: 1 } } }, 'ITEMS_NEEDED'],
    [
      'the quantity of a sum',
      { tiered: { by: 'QUANTITY', tiers: [{ fromQuantity: 1, percent: '1' }] } },
      'ITEMS_NEEDED',
    ],
    ['the units of a sum', { fixedPrice: { price: gbp('1') } }, 'ITEMS_NEEDED'],
    ['a share of unknown shipping', { percentage: { percent: '1', target: 'SHIPPING' } }, 'SHIPPING_NEEDED'],
    [
      'an amount off unknown shipping',
      { fixed: { amount: gbp('1'), target: 'SHIPPING' } },
      'SHIPPING_NEEDED',
    ],
    ['shipping to nobody knows where', { freeShipping: { countries: ['GB'] } }, 'SHIPPING_COUNTRY_NEEDED'],
  ])('%s', (_, sent, cause) => {
    expect(off(sent, { items: '10' })).toBe(cause);
  });
});

describe('given countries, shipping', () => {
  const sent = { freeShipping: { countries: ['GB', 'IE'], maximum: gbp('3') } };
  test('to one of them is paid', () => {
    expect(off(sent, { items: '10', shipping: '4', country: 'IE' })).toMatchObject({ shipping: '3.00' });
  });
  test('to another is not', () => {
    expect(off(sent, { items: '10', shipping: '4', country: 'FR' })).toBe('SHIPPING_COUNTRY');
  });
});

test('given a reward, it is had, and nothing is taken off', () => {
  const reward = {
    itemId: '7',
    name: '100 points',
    description: null,
    type: 'points',
    payload: { amount: 100 },
  };
  expect(takeOff(discountInput.parse({ reward }), basket({ items: '10', shipping: '4' }))).toEqual({
    lines: [0n],
    freesShipping: false,
    shippingMinor: null,
    reward,
  });
});

describe('given some bought and some got, of the same items', () => {
  const deal = (x: number, y: number, rest: object = {}, percent = '100') => ({
    buyXGetY: { buy: { quantity: x }, get: { quantity: y, percent }, ...rest },
  });
  test.each<[string, object, Line[], string]>([
    ['one of two is free', deal(1, 1), [many(2, '10')], '10.00'],
    ['the cheaper of two', deal(1, 1), [line('8'), line('10')], '8.00 0.00'],
    ['one of three', deal(1, 1), [many(3, '10')], '10.00'],
    ['two of four', deal(1, 1), [many(4, '10')], '20.00'],
    [
      'of each two the cheaper',
      deal(1, 1),
      [line('9'), line('7'), line('5'), line('3')],
      '0.00 7.00 0.00 3.00',
    ],
    ['nothing of one', deal(1, 1), [line('9')], '0.00'],
    ['the cheapest of three', deal(2, 1), [many(2, '10'), line('4')], '0.00 4.00'],
    ['across lines', deal(2, 1), [many(4, '10'), many(2, '4')], '10.00 4.00'],
    ['only of a full group', deal(2, 2), [many(3, '10')], '0.00'],
    ['two of a full group', deal(2, 2), [many(7, '10')], '20.00'],
    ['half the price', deal(1, 1, {}, '50'), [many(2, '9.99')], '5.00'],
    ['only once', deal(1, 1, { repeat: 1 }), [many(6, '10')], '10.00'],
    ['twice, the dearest first', deal(1, 1, { repeat: 2 }), [many(2, '3'), many(4, '10')], '0.00 20.00'],
    ['of what matches', deal(1, 1), [line('10'), other('4')], '0.00 0.00'],
    ['of a million', deal(2, 1), [many(1_000_000, '0.01')], '3333.33'],
    ['as far as there is room', deal(1, 1), [many(2, '10', { room: '8' })], '4.00'],
  ])('%s', (_, sent, items, expected) => {
    expect(lines(sent, items)).toBe(expected);
  });

  test('of the items to buy that are named', () => {
    const sent = { buyXGetY: { buy: { quantity: 1, items: { tags: ['red'] } }, get: { quantity: 1 } } };
    expect(lines(sent, [line('9', { tags: ['red'] }), line('1'), line('5', { tags: ['red'] })])).toBe(
      '0.00 0.00 5.00',
    );
  });
});

describe('given some bought and some got, of other items', () => {
  const [shirt, sock, both] = [['shirt'], ['sock'], ['shirt', 'sock']];
  const deal = (x: number, y: number, repeat: number | null = null) => ({
    buyXGetY: {
      buy: { quantity: x, items: { categories: shirt } },
      get: { quantity: y, items: { categories: sock } },
      repeat,
    },
  });
  const of = (categories: string[], quantity: number, price: string) => many(quantity, price, { categories });
  test.each<[string, object, Line[], string]>([
    ['each earns one', deal(1, 1), [of(shirt, 2, '30'), of(sock, 3, '4')], '0.00 8.00'],
    [
      'the dearest of those to get',
      deal(1, 1),
      [of(shirt, 1, '30'), of(sock, 1, '4'), of(sock, 1, '6')],
      '0.00 0.00 6.00',
    ],
    ['as many as there are', deal(1, 3), [of(shirt, 1, '30'), of(sock, 2, '4')], '0.00 8.00'],
    ['only whole earnings', deal(2, 1), [of(shirt, 3, '30'), of(sock, 3, '4')], '0.00 4.00'],
    ['up to a limit', deal(1, 1, 2), [of(shirt, 5, '30'), of(sock, 5, '4')], '0.00 8.00'],
    ['nothing without the one', deal(1, 1), [of(sock, 5, '4')], '0.00'],
    ['nothing without the other', deal(1, 1), [of(shirt, 5, '4')], '0.00'],
    ['what is both is bought or got', deal(1, 1), [of(both, 2, '5')], '5.00'],
    [
      'what can only be bought is bought first',
      deal(1, 1),
      [of(shirt, 1, '1'), of(both, 1, '5')],
      '0.00 5.00',
    ],
    [
      'then the dearest of what is both',
      deal(1, 1),
      [of(both, 1, '9'), of(both, 1, '5'), of(sock, 1, '6')],
      '0.00 0.00 6.00',
    ],
    ['some of either', deal(3, 1), [of(shirt, 2, '1'), of(both, 2, '5')], '0.00 5.00'],
    ['in many groups', deal(1, 1), [of(both, 3, '5'), of(sock, 5, '9')], '0.00 27.00'],
    [
      'one dear one bought, one dear one got',
      deal(1, 1),
      [of(both, 1, '10'), of(both, 1, '6'), of(sock, 1, '5')],
      '0.00 6.00 0.00',
    ],
  ])('%s', (_, sent, items, expected) => {
    expect(lines(sent, items)).toBe(expected);
  });
});

describe('given names of items, a line is among them', () => {
  const named = (items: object) => ({
    buyXGetY: { buy: { quantity: 1 }, get: { quantity: 1, items } },
  });
  const shoe = line('5', { sku: 'SHOE-42', productId: 'SHOE', categories: ['shoes'], tags: ['sale'] });
  const hat = line('5', { sku: 'HAT' });
  const coat = line('50', { sku: 'COAT' });
  test.each<[string, object, string]>([
    ['by its sku', { skus: ['SHOE-42'] }, '5.00 0.00 0.00'],
    ['by its product', { products: ['SHOE'] }, '5.00 0.00 0.00'],
    ['by its sku where that is the product', { products: ['HAT', 'SHOE-42'] }, '0.00 5.00 0.00'],
    ['by its category', { categories: ['shoes'] }, '5.00 0.00 0.00'],
    ['by its tag', { tags: ['sale'] }, '5.00 0.00 0.00'],
    ['by any of them', { tags: ['sale'], skus: ['HAT'] }, '5.00 0.00 0.00'],
    ['by none', { tags: ['Sale'] }, '0.00 0.00 0.00'],
  ])('%s', (_, items, expected) => {
    expect(lines(named(items), [shoe, hat, coat])).toBe(expected);
  });
});

describe('given tiers', () => {
  const shares = {
    tiered: {
      by: 'AMOUNT',
      tiers: [
        { fromAmount: gbp('50'), percent: '5' },
        { fromAmount: gbp('100'), percent: '10' },
      ],
    },
  };
  const amounts = {
    tiered: {
      by: 'QUANTITY',
      tiers: [
        { fromQuantity: 3, amount: gbp('2') },
        { fromQuantity: 5, amount: gbp('6') },
      ],
    },
  };
  test.each<[string, object, Line[], string]>([
    ['below the first, nothing', shares, [line('49.99')], 'BELOW_FIRST_TIER'],
    ['at the first', shares, [line('50')], '2.50'],
    ['below the second', shares, [line('99.99')], '5.00'],
    ['at the second, of all of it', shares, [line('100')], '10.00'],
    ['by what matches', shares, [line('60'), other('60')], '3.00 0.00'],
    ['by prices before any discount, of what is left', shares, [line('100', { base: '40' })], '4.00'],
    ['below the first quantity', amounts, [many(2, '10')], 'BELOW_FIRST_TIER'],
    ['at the first quantity, over all', amounts, [many(2, '10'), line('20')], '1.00 1.00'],
    ['at the second quantity', amounts, [many(5, '10')], '6.00'],
    ['never more than there is', amounts, [many(5, '1')], '5.00'],
  ])('%s', (_, sent, items, expected) => {
    expect(lines(sent, items)).toBe(expected);
  });

  test('by an amount can be asked of a sum', () => {
    expect(off(shares, { items: '80' })).toMatchObject({ items: '4.00' });
  });
});

describe('given a fixed price', () => {
  const each = { fixedPrice: { price: gbp('5') } };
  const three = { fixedPrice: { price: gbp('10'), groupSize: 3 } };
  test.each<[string, object, Line[], string]>([
    ['each unit costs that', each, [many(2, '8'), line('5.50')], '6.00 0.50'],
    ['what costs less stays', each, [line('4'), line('5'), line('6')], '0.00 0.00 1.00'],
    ['three are for that', three, [many(3, '4')], '2.00'],
    ['each three', three, [many(7, '4')], '4.00'],
    ['not fewer', three, [many(2, '40')], '0.00'],
    ['the dearest together', three, [line('1'), line('8'), line('6'), line('6')], '0.00 4.00 3.00 3.00'],
    ['across lines and groups', three, [many(4, '5'), many(2, '4')], '6.15 1.85'],
    ['not what costs less together', three, [many(3, '5'), many(3, '3')], '5.00 0.00'],
    ['of what matches', three, [many(2, '9'), other('9')], '0.00 0.00'],
    ['of what the discounts before have left', each, [line('8', { base: '6' })], '1.00'],
    ['as far as there is room', each, [line('8', { room: '2' })], '2.00'],
    ['of a million', three, [many(1_000_000, '4')], '666666.00'],
  ])('%s', (_, sent, items, expected) => {
    expect(lines(sent, items)).toBe(expected);
  });
});

describe('given less room than base', () => {
  const tenth = (rest: object = {}) => ({ percentage: { percent: '10', ...rest } });
  test.each<[string, object, Line[], string]>([
    ['a line has no more than its room off', tenth(), [line('100', { room: '4' }), line('50')], '4.00 5.00'],
    [
      'a ceiling goes to what can still be taken off',
      tenth({ maximum: gbp('5') }),
      [line('100', { room: '0' }), line('100')],
      '0.00 5.00',
    ],
    [
      'what rounds up goes where there is room',
      tenth(),
      [line('0.15'), line('0.10', { room: '0' })],
      '0.02 0.00',
    ],
    [
      'what rounds up goes to the line that has the fraction',
      tenth(),
      [line('1000'), line('0.03'), line('0.02')],
      '100.00 0.01 0.00',
    ],
    ['a base may be less than the room', tenth(), [line('100', { base: '10', room: '90' })], '1.00'],
  ])('%s', (_, sent, items, expected) => {
    expect(lines(sent, items)).toBe(expected);
  });
});

describe('given amounts in several currencies, an order has that of its own', () => {
  const table = (minor: string, yen: string) => [gbp(minor), { amount: yen, currency: 'JPY' }];
  test.each<[string, object, string]>([
    ['an amount', { fixed: { amounts: table('5', '900') } }, '900'],
    ['a ceiling', { percentage: { percent: '50', maximums: table('5', '700') } }, '700'],
    ['a price', { fixedPrice: { prices: table('5', '600') } }, '1400'],
    [
      'a tier',
      { tiered: { by: 'AMOUNT', tiers: [{ fromAmounts: table('5', '2000'), amounts: table('1', '300') }] } },
      '300',
    ],
  ])('%s', (_, sent, expected) => {
    expect(lines(sent, [line('2000')], 'JPY')).toBe(expected);
  });
});
