import { describe, expect, test } from 'vitest';
import { asked } from '../../src/evaluation/asked.js';
import { order } from '../../src/evaluation/order.js';
import { parseInput } from '../../src/lib/input.js';
import { isFailure } from '../../src/lib/outcome.js';

const line = { sku: 'SHIRT', unitPrice: '10.00' };
const cart = (fields: object = {}) => ({ cart: { currency: 'GBP', lines: [line], ...fields } });
const problemsOf = (sent: object) => {
  const refused = parseInput(order, sent);
  if (!isFailure(refused)) return [];
  return refused.problems.map(({ path, message }) => [path.join('.'), message]);
};

describe('given an order as it is sent', () => {
  test('a sum is taken, without lines', () => {
    expect(parseInput(order, { subtotal: { amount: '19.99', currency: 'GBP' } })).toEqual({
      currency: 'GBP',
      subtotalMinor: 1_999n,
      takenMinor: 0n,
      floorMinor: 0n,
      lines: null,
      shippingMinor: null,
    });
  });

  test('a cart is taken: prices times quantities, which add up', () => {
    const sent = {
      currency: 'KWD',
      lines: [
        { sku: ' SHIRT ', quantity: 3, unitPrice: '1.005', categories: ['fashion'], tags: ['red'] },
        { sku: 'SHIRT', id: 'second', unitPrice: '0', categories: [], tags: [] },
        { sku: 'SOCK', id: null, unitPrice: '2' },
      ],
      shipping: '0.250',
    };
    expect(parseInput(order, { cart: sent, subtotal: null })).toEqual({
      currency: 'KWD',
      subtotalMinor: 5_015n,
      takenMinor: 0n,
      floorMinor: 0n,
      shippingMinor: 250n,
      lines: [
        {
          sku: 'SHIRT',
          lineId: 'SHIRT',
          quantity: 3,
          listMinor: 3_015n,
          subtotalMinor: 3_015n,
          floorMinor: 0n,
          productId: null,
          categories: ['fashion'],
          tags: ['red'],
        },
        {
          sku: 'SHIRT',
          lineId: 'second',
          quantity: 1,
          listMinor: 0n,
          subtotalMinor: 0n,
          floorMinor: 0n,
          productId: null,
          categories: [],
          tags: [],
        },
        {
          sku: 'SOCK',
          lineId: 'SOCK',
          quantity: 1,
          listMinor: 2_000n,
          subtotalMinor: 2_000n,
          floorMinor: 0n,
          productId: null,
          categories: [],
          tags: [],
        },
      ],
    });
  });

  test('the greatest sum there can be is taken, and not one unit more', () => {
    const most = { sku: 'A', quantity: 1_000_000, unitPrice: '10000000.00' };
    expect(parseInput(order, cart({ lines: [most] }))).toMatchObject({ subtotalMinor: 10n ** 15n });
    expect(problemsOf(cart({ lines: [most, { sku: 'B', unitPrice: '0.01' }] }))).toEqual([
      ['cart.lines', 'Expected a sum of at most 10000000000000.00.'],
    ]);
  });

  test('500 lines are taken, and not one more', () => {
    const lines = (length: number) => Array.from({ length }, (_, index) => ({ ...line, sku: `P${index}` }));
    expect(parseInput(order, cart({ lines: lines(500) }))).toMatchObject({ subtotalMinor: 500_000n });
    expect(problemsOf(cart({ lines: lines(501) }))).toEqual([['cart.lines', 'Expected up to 500 lines.']]);
  });

  test.each<[string, object, [string, string][]]>([
    ['nothing', {}, [['', 'Expected `subtotal` or `cart`.']]],
    ['neither', { subtotal: null, cart: null }, [['', 'Expected `subtotal` or `cart`.']]],
    ['no lines', cart({ lines: [] }), [['cart.lines', 'Expected at least one line.']]],
    [
      'an unknown currency',
      cart({ currency: 'ABC' }),
      [['cart.currency', 'Expected a currency of ISO 4217, but got "ABC".']],
    ],
    [
      'a quantity of nothing',
      cart({ lines: [{ ...line, quantity: 0 }] }),
      [['cart.lines.0.quantity', 'Expected at least 1.']],
    ],
    [
      'too great a quantity',
      cart({ lines: [{ ...line, quantity: 1_000_001 }] }),
      [['cart.lines.0.quantity', 'Expected at most 1000000.']],
    ],
    [
      'a product without a name',
      cart({ lines: [{ ...line, sku: ' ' }] }),
      [['cart.lines.0.sku', 'Expected 1 to 200 characters.']],
    ],
    [
      'a negative price',
      cart({ lines: [{ ...line, unitPrice: '-1' }] }),
      [['cart.lines.0.unitPrice', 'Expected an amount that is not negative, such as "19.99", but got "-1".']],
    ],
    [
      'too exact prices, of which it tells each',
      cart({
        lines: [
          { ...line, unitPrice: '1.001' },
          { sku: 'B', unitPrice: '1.002' },
        ],
        shipping: '1.003',
      }),
      [
        ['cart.lines.0.unitPrice', 'GBP has 2 decimals, but the amount is "1.001".'],
        ['cart.lines.1.unitPrice', 'GBP has 2 decimals, but the amount is "1.002".'],
        ['cart.shipping', 'GBP has 2 decimals, but the amount is "1.003".'],
      ],
    ],
    [
      'two lines of one product',
      cart({ lines: [line, { ...line }] }),
      [['cart.lines.1', 'Another line is "SHIRT" too: give each an `id` of its own.']],
    ],
    [
      'a line named as another’s product',
      cart({ lines: [line, { sku: 'SOCK', id: 'SHIRT', unitPrice: '1' }] }),
      [['cart.lines.1', 'Another line is "SHIRT" too: give each an `id` of its own.']],
    ],
    [
      'too many categories',
      cart({ lines: [{ ...line, categories: Array.from({ length: 101 }, (_, index) => `C${index}`) }] }),
      [['cart.lines.0.categories', 'Expected up to 100 names.']],
    ],
    [
      'an empty tag',
      cart({ lines: [{ ...line, tags: [''] }] }),
      [['cart.lines.0.tags.0', 'Expected 1 to 200 characters.']],
    ],
    [
      'a negative sum',
      { subtotal: { amount: '-5', currency: 'GBP' } },
      [['subtotal.amount', 'Expected an amount that is not negative, such as "19.99", but got "-5".']],
    ],
  ])('%s is refused, with its place', (_, sent, expected) => {
    expect(problemsOf(sent)).toEqual(expected);
  });
});

test('given what is asked of a code, then who and where are trimmed, and may be left out', () => {
  const sent = { code: 'A', order: { subtotal: { amount: '1', currency: 'JPY' } } };

  expect(parseInput(asked, sent)).toMatchObject({ code: 'A', customerId: null, channel: null });
  expect(parseInput(asked, { ...sent, customerId: ' ada ', channel: 'web' })).toMatchObject({
    customerId: 'ada',
    channel: 'web',
  });
  expect(parseInput(asked, { ...sent, customerId: ' ', channel: 'x'.repeat(101) })).toMatchObject({
    failure: 'InvalidInput',
    problems: [{ path: ['customerId'] }, { path: ['channel'] }],
  });
});
