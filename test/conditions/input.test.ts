import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../src/conditions/core.js';
import { factNames } from '../../src/conditions/facts.js';
import { parseCondition } from '../../src/conditions/input.js';
import { jsonOfCondition } from '../../src/conditions/json.js';
import { readCondition } from '../../src/conditions/stored.js';
import { isFailure } from '../../src/lib/outcome.js';
import { parsed } from './parsed.js';

const problemsOf = (given: unknown) => {
  const outcome = parseCondition(given);
  return isFailure(outcome) ? outcome.problems.map(({ path, message }) => [path.join('.'), message]) : [];
};

describe('what may be spelled otherwise is the same condition', () => {
  test.each<[string, unknown, unknown]>([
    [
      'the rule of the specification',
      {
        all: [
          { cart_total: { gte: 50, currency: 'GBP' } },
          { not: { product_tags: ['clearance', 'final_sale'] } },
          { customer_segment: 'new_customers' },
        ],
      },
      {
        all: [
          { cartTotal: { gte: '50.00', currency: 'GBP' } },
          { not: { productTags: { in: ['clearance', 'final_sale'] } } },
          { customerSegment: { eq: 'new_customers' } },
        ],
      },
    ],
    [
      'its segment',
      { lifetime_spend: { gte: 1000, currency: 'GBP' } },
      { lifetimeSpend: { gte: '1000.00', currency: 'GBP' } },
    ],
    ['a number for equality', { order_number: 1 }, { orderNumber: { eq: 1 } }],
    ['ends in a list', { quantity: { between: [1, 3] } }, { quantity: { between: { low: 1, high: 3 } } }],
    [
      'from one day through another',
      { date: { zone: 'UTC', from: '2026-12-01', through: '2026-12-24' } },
      { date: { zone: 'UTC', between: { low: '2026-12-01', high: '2026-12-24' } } },
    ],
    [
      'through a day',
      { date: { zone: 'UTC', through: '2026-12-24' } },
      { date: { zone: 'UTC', lte: '2026-12-24' } },
    ],
    ['a name that stands in a list twice', { channel: ['web', ' web'] }, { channel: { in: ['web'] } }],
    [
      'instants that GraphQL has read',
      { now: { gte: new Date('2026-12-01T00:00:00Z'), lt: null } },
      { now: { gte: '2026-12-01T00:00:00.000Z' } },
    ],
    [
      'what is said of yen',
      { cart_total: { gte: '5000', currency: 'JPY' } },
      { cartTotal: { gte: '5000', currency: 'JPY' } },
    ],
  ])('%s', (_, given, canonical) => {
    expect(jsonOfCondition(parsed(given))).toEqual(canonical);
  });
});

describe('a problem is told with its place', () => {
  const gbp = { currency: 'GBP' };

  test.each<[string, unknown, string, string]>([
    [
      'a fact misspelled',
      { cartTotl: 1 },
      'cartTotl',
      'There is no fact `cartTotl`. Did you mean `cartTotal`?',
    ],
    [
      'one misspelled in snake case',
      { all: [{ product_tag: 'a' }] },
      'all.0.product_tag',
      'There is no fact `product_tag`. Did you mean `productTags`?',
    ],
    [
      'an operator misspelled',
      { quantity: { gtee: 1 } },
      'quantity.gtee',
      '`quantity` has no `gtee`. Did you mean `gte`?',
    ],
    [
      'what is nothing like anything',
      { zzzzzzzz: 1 },
      'zzzzzzzz',
      `There is no fact \`zzzzzzzz\`. There are ${factNames.map((name) => `\`${name}\``).join(', ')}.`,
    ],
    ...(
      [
        ['country', 'shippingCountry'],
        ['tags', 'productTags'],
        ['time', 'timeOfDay'],
        ['day', 'weekday'],
        ['segment', 'customerSegment'],
        ['total', 'cartTotal'],
        ['payment', 'paymentMethod'],
        ['nth_order', 'orderNumber'],
        ['first_order', 'orderNumber'],
        ['order_count', 'orderNumber'],
      ] as const
    ).map(([name, meant]): [string, unknown, string, string] => [
      `${name}, which others call so`,
      { [name]: 1 },
      name,
      `There is no fact \`${name}\`. Did you mean \`${meant}\`?`,
    ]),
    [
      'a whole number that JSON has rounded',
      { metadata: { name: 'id', eq: 2 ** 53 } },
      'metadata.eq',
      'Expected whole numbers of up to 9007199254740991; send a larger one as a text.',
    ],
    [
      'a weekday in small letters',
      { weekday: { zone: 'UTC', eq: 'Saturday' } },
      'weekday.eq',
      'Expected a weekday, such as "SATURDAY", but got "Saturday". Did you mean `SATURDAY`?',
    ],
    [
      'a currency in small letters',
      { currency: 'gbp' },
      'currency.eq',
      'Expected a currency of ISO 4217, such as "GBP", but got "gbp". Did you mean `GBP`?',
    ],
    [
      'a country in small letters',
      { shippingCountry: 'gb' },
      'shippingCountry.eq',
      'Expected a country of ISO 3166-1 in two capital letters, but got "gb". Did you mean `GB`?',
    ],
    [
      'a country that is none',
      { shippingCountry: { in: ['GB', 'XX'] } },
      'shippingCountry.in.1',
      'Expected a country of ISO 3166-1 in two capital letters, but got "XX".',
    ],
    [
      'a tax basis in small letters',
      { tax_basis: { in: ['GROSS', 'net'] } },
      'tax_basis.in.1',
      'Expected "GROSS" or "NET", but got "net".',
    ],
    [
      'an order of tax bases',
      { taxBasis: { gt: 'NET' } },
      'taxBasis.gt',
      '`taxBasis` has no `gt`; it has `eq`, `ne`, `in`, `exists`.',
    ],
    [
      'a fraction of a penny',
      { cartTotal: { gte: 50.005, ...gbp } },
      'cartTotal.gte',
      'GBP has 2 decimals, but the amount is "50.005".',
    ],
    [
      'a sum of floats',
      { cartTotal: { gte: 0.1 + 0.2, ...gbp } },
      'cartTotal.gte',
      'GBP has 2 decimals, but the amount is "0.30000000000000004".',
    ],
    ['no currency', { cartTotal: { gte: 50 } }, 'cartTotal.currency', 'Expected the currency of the amount.'],
    [
      'a number as text',
      { quantity: { gte: '3' } },
      'quantity.gte',
      'Expected a whole number from 0 to 1000000000, but got "3".',
    ],
    ['a text as number', { channel: { eq: 3 } }, 'channel.eq', 'Expected a text, but got 3.'],
    ['a second entry that is none', { channel: ['web', 7] }, 'channel.in.1', 'Expected a text, but got 7.'],
    [
      'ends the wrong way round',
      { quantity: { between: [3, 1] } },
      'quantity.between',
      'Expected `low` not to be above `high`.',
    ],
    [
      'two comparisons',
      { quantity: { gte: 1, lt: 5 } },
      'quantity',
      'Expected one comparison; say `between`, or join two clauses with `all`.',
    ],
    [
      'two facts',
      { channel: 'web', currency: 'GBP' },
      '',
      'Expected exactly one of all, any, not and the facts, but got 2. Join several with `all`.',
    ],
    [
      'nothing',
      {},
      '',
      'Expected exactly one of all, any, not and the facts, but got 0. Join several with `all`.',
    ],
    ['an empty list', { channel: [] }, 'channel.in', 'Expected 1 to 500 values.'],
    [
      'a selection of nothing',
      { quantity: { gte: 1, of: {} } },
      'quantity.of',
      'Expected some skus, products, categories or tags.',
    ],
    [
      'a selection by something else',
      { quantity: { gte: 1, of: { tag: ['a'] } } },
      'quantity.of.tag',
      'A selection has no `tag`. Did you mean `tags`?',
    ],
    [
      'an offset for a zone',
      { timeOfDay: { zone: '+01:00', gte: '09:00' } },
      'timeOfDay.zone',
      'Expected the name of a zone of the IANA database, such as "Europe/London".',
    ],
    [
      'a day that is not',
      { date: { zone: 'UTC', eq: '2026-02-29' } },
      'date.eq',
      'Expected a date, such as "2026-12-24", but got "2026-02-29".',
    ],
    [
      'an instant without offset',
      { now: { gte: '2026-02-28T00:00:00' } },
      'now.gte',
      'Expected an instant of RFC 3339, such as "2026-12-24T18:00:00Z", but got "2026-02-28T00:00:00".',
    ],
    [
      'an order of texts',
      { metadata: { name: 'a', gt: 'b' } },
      'metadata.gt',
      'Expected a number: nothing else has an order.',
    ],
    [
      'values of two types',
      { metadata: { name: 'a', in: ['b', 1] } },
      'metadata.in',
      'Expected values of one type.',
    ],
    [
      'a path too long',
      { metadata: { path: ['a', 'b', 'c', 'd', 'e', 'f'], eq: 1 } },
      'metadata.path',
      'Expected 1 to 5 names.',
    ],
    [
      'a recurrence by the minute',
      { recurrence: { zone: 'UTC', start: '2026-01-01T00:00', rule: 'FREQ=MINUTELY', minutes: 1 } },
      'recurrence.rule',
      'Expected FREQ to be YEARLY, MONTHLY, WEEKLY or DAILY.',
    ],
    [
      'a recurrence that never comes',
      {
        recurrence: {
          zone: 'UTC',
          start: '2026-01-01T00:00',
          rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
          minutes: 1,
        },
      },
      'recurrence.rule',
      'Expected a rule that something falls under within 40 years of its start.',
    ],
  ])('%s', (_, given, path, message) => {
    expect(problemsOf(given)).toContainEqual([path, message]);
  });

  test('all of them at once', () => {
    expect(problemsOf({ any: [{ channel: 1 }, { not: { quantity: -1 } }] }).map(([path]) => path)).toEqual([
      'any.0.channel.eq',
      'any.1.not.quantity.eq',
    ]);
  });
});

describe('how large a condition may be', () => {
  const nested = (depth: number): unknown => (depth === 1 ? { channel: 'web' } : { not: nested(depth - 1) });
  const clauses = (count: number) => ({ any: Array.from({ length: count }, () => ({ channel: 'web' })) });

  test.each<[string, unknown, number]>([
    ['10 deep', nested(10), 0],
    ['11 deep', nested(11), 1],
    ['200 clauses', clauses(200), 0],
    ['201 clauses', clauses(201), 1],
    ['201 clauses in two lists', { all: [clauses(200), clauses(1)] }, 1],
    ['500 names', { skus: Array.from({ length: 500 }, (_, index) => `${index}`) }, 0],
    ['501 names', { skus: Array.from({ length: 501 }, (_, index) => `${index}`) }, 1],
    [
      '500 selected',
      { quantity: { gte: 1, of: { skus: Array.from({ length: 500 }, (_, index) => `${index}`) } } },
      0,
    ],
    [
      '501 selected',
      {
        quantity: {
          gte: 1,
          of: { skus: Array.from({ length: 500 }, (_, index) => `${index}`), tags: ['a'] },
        },
      },
      1,
    ],
    ['a name of 200 characters', { channel: 'x'.repeat(200) }, 0],
    ['a name of 201 characters', { channel: 'x'.repeat(201) }, 1],
    ['more problems than anybody reads', { all: Array.from({ length: 200 }, () => ({ channel: 1 })) }, 50],
  ])('%s', (_, given, problems) => {
    expect(problemsOf(given)).toHaveLength(problems);
  });
});

describe('names that every object has', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is no fact and no operator',
    (name) => {
      const given = (text: string): unknown => JSON.parse(text);
      expect(problemsOf(given(`{"${name}": {"eq": 1}}`))).toHaveLength(1);
      expect(problemsOf(given(`{"quantity": {"${name}": 1}}`))[0]).toEqual([
        `quantity.${name}`,
        `\`quantity\` has no \`${name}\`.`,
      ]);
      expect(problemsOf(given(`{"quantity": {"gte": 1, "of": {"${name}": ["a"]}}}`)).length).toBeGreaterThan(
        0,
      );
    },
  );

  test('what is inherited is not said', () => {
    expect(problemsOf(Object.create({ channel: 'web' }))).toHaveLength(1);
    expect(
      problemsOf({ cartTotal: Object.assign(Object.create({ currency: 'GBP' }) as object, { gte: 1 }) }),
    ).toEqual([['cartTotal.currency', 'Expected the currency of the amount.']]);
  });
});

test('the segments that a condition asks for', () => {
  const condition = parsed({
    any: [
      { customerSegment: ['vip', 'new'] },
      { not: { all: [{ customerSegment: 'old' }, { customerSegment: { ne: 'vip' } }, { channel: 'web' }] } },
    ],
  });
  expect(segmentsOf(condition)).toEqual(['new', 'old', 'vip']);
});

test('a condition that was kept with a country that is none, or is none any more, can still be read', () => {
  expect(readCondition({ shippingCountry: { in: ['GB', 'AN'] } })).toEqual({
    kind: 'TEXT',
    fact: 'shippingCountry',
    test: { op: 'in', values: ['GB', 'AN'] },
  });
});
