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
      ['Wait until 2026-03-08T09:00:00.000Z.'],
    ],
    [
      'a date in summer',
      { date: { ...london, from: '2026-07-01' } },
      ['Wait until 2026-06-30T23:00:00.000Z.'],
    ],
    [
      'the next occurrence',
      { recurrence: { ...london, start: '2026-03-06T17:00', rule: 'FREQ=WEEKLY;INTERVAL=4', minutes: 60 } },
      ['Wait until 2026-04-03T16:00:00.000Z.'],
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
      ['Wait until 2026-03-07T18:30:00.000Z.'],
    ],
    ['any value', { metadata: { path: ['gift', 'note'], exists: true } }, ['Set "gift" › "note".']],
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
    ['what depends', { channel: 'web' }, false, false],
  ])('%s', (_, given, isUnsatisfiable, isAlwaysTrue) => {
    expect(analyze(parsed(given))).toMatchObject({ isUnsatisfiable, isAlwaysTrue });
  });

  test.each<[string, unknown, unknown, string]>([
    ['more is enough', { cartTotal: { gte: 100, ...gbp } }, { cartTotal: { gte: 50, ...gbp } }, 'yes'],
    ['less is not', { cartTotal: { gte: 50, ...gbp } }, { cartTotal: { gte: 100, ...gbp } }, 'no'],
    ['one of fewer', { channel: 'web' }, { channel: ['web', 'app'] }, 'yes'],
    ['another fact', { channel: 'web' }, { customerSegment: 'vip' }, 'no'],
    ['the one choice that is left', { taxBasis: { ne: 'NET' } }, { taxBasis: 'GROSS' }, 'yes'],
    ['what may not be said', { not: { taxBasis: 'NET' } }, { taxBasis: 'GROSS' }, 'no'],
  ])('whether one implies another: %s', (_, a, b, expected) => {
    expect(implies(parsed(a), parsed(b))).toBe(expected);
  });
});
