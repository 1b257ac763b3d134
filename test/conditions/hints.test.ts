import { describe, expect, test } from 'vitest';
import { analyze, implies } from '../../src/conditions/analyze.js';
import { textOfChange } from '../../src/conditions/change-text.js';
import { changesFor } from '../../src/conditions/hints.js';
import { parsed } from './parsed.js';
import { itemNamed, situationOf } from './situation.js';

const london = { zone: 'Europe/London' };
const gbp = { currency: 'GBP' };
const fridayEvening = situationOf({
  items: [itemNamed('S1', { listMinor: 3_250n, tags: ['sale'], categories: ['hats'] })],
  channel: 'app',
});

describe('what would make a condition true', () => {
  test.each<[string, unknown, string[] | null]>([
    ['what holds already', { channel: 'app' }, []],
    ['a dearer cart', { cartTotal: { gte: 50, ...gbp } }, ['Add 17.50 GBP.']],
    ['a smaller cart', { cartTotal: { lt: 30, ...gbp } }, ['Take away 2.51 GBP.']],
    [
      'more of some items',
      { quantity: { gte: 2, of: { categories: ['shoes'] } } },
      ['Add 2 items of category "shoes".'],
    ],
    ['none of some items', { not: { productTags: 'sale' } }, ['Take away all lines of tag "sale".']],
    [
      'the cheaper of two ways',
      { any: [{ customerSegment: 'vip' }, { paymentMethod: ['card', 'cash'] }] },
      ['Change the payment method to "card" or "cash".'],
    ],
    [
      'several together',
      { all: [{ channel: { ne: 'app' } }, { cartTotal: { gte: 40, ...gbp } }] },
      ['Change the channel to anything but "app".', 'Add 7.50 GBP.'],
    ],
    [
      'another day at another time',
      {
        all: [
          { weekday: { ...london, eq: 'SUNDAY' } },
          { timeOfDay: { ...london, between: ['09:00', '10:00'] } },
        ],
      },
      ['From Sunday 8 March 2026, 09:00 (Europe/London).'],
    ],
    [
      'a date in summer',
      { date: { ...london, from: '2026-07-01' } },
      ['From Wednesday 1 July 2026, 00:00 (Europe/London).'],
    ],
    [
      'the next occurrence',
      { recurrence: { ...london, start: '2026-03-06T17:00', rule: 'FREQ=WEEKLY;INTERVAL=4', minutes: 60 } },
      ['From Friday 3 April 2026, 17:00 (Europe/London).'],
    ],
    [
      'the earliest of two moments',
      {
        all: [
          {
            any: [
              { timeOfDay: { ...london, between: ['22:00', '17:00'] } },
              { date: { zone: 'UTC', gte: '2020-01-01' } },
            ],
          },
          { not: { weekday: { zone: 'Asia/Kolkata', in: ['FRIDAY', 'SATURDAY'] } } },
        ],
      },
      ['From Sunday 8 March 2026, 00:00 (Asia/Kolkata).'],
    ],
    [
      'dearer items, where there are as many as wanted',
      { all: [{ quantity: 1 }, { cartTotal: { gte: 50, ...gbp } }] },
      ['Take dearer items, for 17.50 GBP more.'],
    ],
    [
      'as many more as are wanted, for what is missing',
      { all: [{ quantity: 3 }, { cartTotal: { gte: 50, ...gbp } }] },
      ['Add 2 items for 17.50 GBP.'],
    ],
    [
      'the same of lines',
      { all: [{ itemCount: 2 }, { cartTotal: { eq: 50, ...gbp } }] },
      ['Add 1 line for 17.50 GBP.'],
    ],
    [
      'fewer and dearer items',
      {
        all: [
          { quantity: { eq: 1, of: { tags: ['sale'] } } },
          { quantity: { lte: 1 } },
          { cartTotal: { gte: 50, ...gbp } },
        ],
      },
      ['Take dearer items, for 17.50 GBP more.'],
    ],
    [
      'as many more of some as are wanted, for what is missing of them',
      {
        all: [
          { quantity: { eq: 2, of: { categories: ['shoes'] } } },
          { subtotal: { gte: 50, of: { categories: ['shoes'] }, ...gbp } },
          { cartTotal: { gte: 90, ...gbp } },
        ],
      },
      ['Add 2 items of category "shoes" for 50.00 GBP.', 'Add 7.50 GBP, but not of category "shoes".'],
    ],
    [
      'dearer items of some, where there must be no more of them',
      {
        all: [
          { quantity: { lte: 1, of: { categories: ['hats'] } } },
          { subtotal: { gte: 50, of: { categories: ['hats'] }, ...gbp } },
        ],
      },
      ['Take dearer items of category "hats", for 17.50 GBP more.'],
    ],
    [
      'no other price of an item by name',
      {
        all: [
          { quantity: { lte: 1, of: { skus: ['S1'] } } },
          { subtotal: { gte: 50, of: { skus: ['S1'] }, ...gbp } },
        ],
      },
      null,
    ],
    [
      'others instead, where there must be no more at all',
      { all: [{ quantity: 1 }, { subtotal: { gte: 50, of: { categories: ['shoes'] }, ...gbp } }] },
      ['Add 1 item of category "shoes" for 50.00 GBP.', 'Take away 1 item, but not of category "shoes".'],
    ],
    ['any value', { metadata: { path: ['gift', 'note'], exists: true } }, ['Set "gift" › "note".']],
    [
      'that something is said: a country',
      { shippingCountry: { exists: true } },
      ['Say the shipping country.'],
    ],
    ['a payment method', { paymentMethod: { exists: true } }, ['Say the payment method.']],
    ['any other text', { cartAttribute: { name: 'x', ne: 'a' } }, ['Set "x" to anything but "a".']],
    [
      'any other text than several',
      {
        all: ['a', 'b'].map((name) => ({ metadata: { path: ['x'], ne: name } })),
      },
      ['Set "x" to anything but "a" or "b".'],
    ],
    ['any other number', { metadata: { path: ['n'], ne: 5 } }, ['Set "n" to any number but 5.']],
    ['any other number than none', { metadata: { path: ['n'], ne: 0 } }, ['Set "n" to any number but 0.']],
    ['the least number', { metadata: { path: ['n'], gte: 2.5 } }, ['Set "n" to 2.5.']],
    ['more, as briefly as it can be said', { metadata: { path: ['n'], gt: 5 } }, ['Set "n" to 6.']],
    ['more than a fraction', { metadata: { path: ['n'], gt: 0.25 } }, ['Set "n" to 0.26.']],
    ['less', { metadata: { path: ['n'], lt: -0.5 } }, ['Set "n" to -0.6.']],
    ['no number to leave out', { not: { metadata: { path: ['n'], ne: 5 } } }, []],
    [
      'a number between two that are left out',
      {
        all: [
          { metadata: { path: ['n'], gt: 0.5 } },
          { metadata: { path: ['n'], lt: 0.6 } },
          { metadata: { path: ['n'], ne: 0.51 } },
        ],
      },
      ['Set "n" to 0.501.'],
    ],
    [
      'any number but several',
      { all: [3, 4].map((value) => ({ metadata: { path: ['n'], ne: value } })) },
      ['Set "n" to any number but 3 or 4.'],
    ],
    [
      'anything but a text and a number',
      {
        all: [
          { metadata: { path: ['n'], exists: true } },
          { not: { metadata: { path: ['n'], eq: 3 } } },
          { not: { metadata: { path: ['n'], eq: 'a' } } },
        ],
      },
      ['Set "n" to anything but "a" or 3.'],
    ],
    [
      'more goods, and no other currency, whatever they come to',
      { not: { cartTotal: { lt: 5_000, ...gbp } } },
      ['Add 4967.50 GBP.'],
    ],
    [
      'more goods, where another currency asks for less',
      { any: [{ cartTotal: { gte: 5_000, ...gbp } }, { cartTotal: { gte: 1, currency: 'EUR' } }] },
      ['Add 4967.50 GBP.'],
    ],
    [
      'another currency, where no goods help',
      { not: { any: [{ cartTotal: { gte: 40, ...gbp } }, { cartTotal: { lt: 50, ...gbp } }] } },
      ['Change the currency to anything but "GBP".'],
    ],
    ['the currency that is asked for', { currency: 'EUR' }, ['Change the currency to "EUR".']],
    ['what is over', { date: { ...london, through: '2026-03-01' } }, null],
    ['what contradicts itself', { all: [{ channel: 'web' }, { channel: 'app' }] }, null],
    ['what was never said', { orderNumber: { gte: 3 } }, null],
    ['amounts that are stated otherwise', { taxBasis: 'NET' }, null],
    [
      'what does not hang on them',
      { any: [{ taxBasis: 'NET' }, { channel: 'web' }] },
      ['Change the channel to "web".'],
    ],
  ])('%s', (_, given, expected) => {
    expect(changesFor(parsed(given), fridayEvening)?.map(textOfChange) ?? null).toEqual(expected);
  });
});

describe('what is known without any situation', () => {
  test.each<[string, unknown, boolean, boolean]>([
    [
      'a total above and below',
      { all: [{ cartTotal: { gt: 100, ...gbp } }, { cartTotal: { lt: 50, ...gbp } }] },
      true,
      false,
    ],
    ['two channels at once', { all: [{ channel: 'web' }, { channel: 'app' }] }, true, false],
    [
      'weekdays that share none',
      { all: [{ weekday: { ...london, in: ['MONDAY'] } }, { weekday: { ...london, in: ['SUNDAY'] } }] },
      true,
      false,
    ],
    [
      'a tag that is both there and not',
      { all: [{ productTags: ['a'] }, { not: { productTags: ['a', 'b'] } }] },
      true,
      false,
    ],
    [
      'a total in one of two currencies',
      { all: [{ cartTotal: { gte: 1, ...gbp } }, { currency: 'EUR' }] },
      true,
      false,
    ],
    [
      'one or not one',
      { any: [{ channel: 'web' }, { not: { channel: ['web', 'app'] } }, { channel: 'app' }] },
      false,
      true,
    ],
    [
      'neither tax basis, but one',
      { all: [{ taxBasis: { ne: 'NET' } }, { taxBasis: { ne: 'GROSS' } }] },
      true,
      false,
    ],
    [
      'either tax basis, or none',
      { any: [{ taxBasis: ['GROSS', 'NET'] }, { taxBasis: { exists: false } }] },
      false,
      true,
    ],
    ['either tax basis', { taxBasis: ['GROSS', 'NET'] }, false, false],
    ['less than one unit', { quantity: { lt: 1 } }, true, false],
    ['no line', { itemCount: 0 }, true, false],
    ['at least one unit, or not said', { not: { quantity: { lt: 1 } } }, false, true],
    ['at least one unit', { quantity: { gte: 1 } }, false, false],
    ['no unit of some', { quantity: { lt: 1, of: { skus: ['A'] } } }, false, false],
    ['as many lines as a cart may have', { itemCount: 500 }, false, false],
    ['more lines than a cart may have', { itemCount: { gt: 500 } }, true, false],
    ['more lines of some', { itemCount: { gte: 501, of: { skus: ['A'] } } }, true, false],
    ['as many units as a cart may have', { quantity: 500_000_000 }, false, false],
    ['more units than a cart may have', { quantity: { gt: 500_000_000 } }, true, false],
    [
      'items for more than the total',
      {
        all: [
          { subtotal: { gte: 50, ...gbp, of: { categories: ['shoes'] } } },
          { cartTotal: { lt: 20, ...gbp } },
        ],
      },
      true,
      false,
    ],
    [
      'items for as much as the total',
      {
        all: [
          { subtotal: { gte: 50, ...gbp, of: { categories: ['shoes'] } } },
          { cartTotal: { lte: 50, ...gbp } },
        ],
      },
      false,
      false,
    ],
    [
      'items for less than the total',
      { all: [{ subtotal: { lt: 20, ...gbp, of: { skus: ['A'] } } }, { cartTotal: { gte: 50, ...gbp } }] },
      false,
      false,
    ],
    [
      'items that are not below a sum, of which nothing need be known, in a small cart',
      {
        all: [
          { not: { subtotal: { lt: 50, ...gbp, of: { skus: ['A'] } } } },
          { cartTotal: { lt: 20, ...gbp } },
        ],
      },
      false,
      false,
    ],
    [
      'more units of some than of all',
      { all: [{ quantity: { gte: 3, of: { skus: ['A'] } } }, { quantity: { lte: 2 } }] },
      true,
      false,
    ],
    [
      'units of some that are not few, in a cart of few',
      { all: [{ not: { quantity: { lt: 3, of: { skus: ['A'] } } } }, { quantity: { lte: 2 } }] },
      true,
      false,
    ],
    ['more lines than units', { all: [{ itemCount: { gte: 3 } }, { quantity: { lte: 2 } }] }, true, false],
    [
      'more lines of some than units of them',
      {
        all: [
          { itemCount: { gte: 3, of: { tags: ['a', 'b'] } } },
          { quantity: { lte: 2, of: { tags: ['b', 'a'] } } },
        ],
      },
      true,
      false,
    ],
    [
      'more lines of some than units of others',
      {
        all: [{ itemCount: { gte: 3, of: { tags: ['a'] } } }, { quantity: { lte: 2, of: { tags: ['b'] } } }],
      },
      false,
      false,
    ],
    ['what depends', { channel: 'web' }, false, false],
  ])('%s', (_, given, isUnsatisfiable, isAlwaysTrue) => {
    expect(analyze(parsed(given))).toMatchObject({ isUnsatisfiable, isAlwaysTrue });
  });

  test.each<[string, unknown, unknown, string]>([
    ['more is enough', { cartTotal: { gte: 100, ...gbp } }, { cartTotal: { gte: 50, ...gbp } }, 'yes'],
    ['less is not', { cartTotal: { gte: 50, ...gbp } }, { cartTotal: { gte: 100, ...gbp } }, 'no'],
    ['one of fewer', { channel: 'web' }, { channel: ['web', 'app'] }, 'yes'],
    [
      'some of it is enough',
      { subtotal: { gte: 50, ...gbp, of: { skus: ['A'] } } },
      { cartTotal: { gte: 50, ...gbp } },
      'yes',
    ],
    [
      'whatever is in a cart',
      { itemCount: { lte: 3, of: { skus: ['A'] } } },
      { quantity: { gte: 1 } },
      'yes',
    ],
    ['what a sum alone does not say', { cartTotal: { gte: 50, ...gbp } }, { quantity: { gte: 1 } }, 'no'],
    ['another fact', { channel: 'web' }, { customerSegment: 'vip' }, 'no'],
    ['the one choice that is left', { taxBasis: { ne: 'NET' } }, { taxBasis: 'GROSS' }, 'yes'],
    ['what may not be said', { not: { taxBasis: 'NET' } }, { taxBasis: 'GROSS' }, 'no'],
  ])('whether one implies another: %s', (_, a, b, expected) => {
    expect(implies(parsed(a), parsed(b))).toBe(expected);
  });
});
