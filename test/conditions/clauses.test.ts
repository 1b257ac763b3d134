import { describe, expect, test } from 'vitest';
import { compile } from '../../src/conditions/compile.js';
import { factNames, facts, signs } from '../../src/conditions/facts.js';
import { parseCondition } from '../../src/conditions/input.js';
import type { Situation } from '../../src/conditions/situation.js';
import { parsed } from './parsed.js';
import { itemNamed, situationOf } from './situation.js';

const numeric = ['eq', 'ne', 'in', 'gt', 'gte', 'lt', 'lte', 'between'] as const;

/** What each operator says of the value just below, at, and just above what it names. */
const truths: Record<(typeof numeric)[number], readonly [boolean, boolean, boolean]> = {
  eq: [false, true, false],
  ne: [true, false, true],
  in: [false, true, false],
  gt: [false, false, true],
  gte: [false, true, true],
  lt: [true, false, false],
  lte: [true, true, false],
  between: [false, true, false],
};

interface Ordered {
  /** What the operators name. */
  readonly value: unknown;
  readonly beside?: object;
  /** Situations in which the fact is just below, at, and just above it. */
  readonly at: readonly [Situation, Situation, Situation];
}

const profile = {
  attributes: {},
  ordersCount: null,
  lifetimeSpend: null,
  registeredAt: null,
  lastOrderAt: null,
};
const gbp = { currency: 'GBP' };
const totals = (...minors: bigint[]) => minors.map((totalMinor) => situationOf({ totalMinor })) as never;
const moments = (...texts: string[]) => texts.map((text) => situationOf({ now: new Date(text) })) as never;
const customers = (...given: object[]) =>
  given.map((each) => situationOf({ profile: { ...profile, ...each } })) as never;
const shoes = { of: { categories: ['shoes'] } };
const carts = (...given: { quantity?: number; listMinor?: bigint; lines?: number }[]) =>
  given.map(({ lines = 1, ...item }) =>
    situationOf({
      items: [
        itemNamed('hat', { quantity: 7, listMinor: 9_900n }),
        ...Array.from({ length: lines }, (_, index) =>
          itemNamed(`shoe-${index}`, { categories: ['shoes'], ...item }),
        ),
      ],
    }),
  ) as never;

const ordered: Record<string, Ordered> = {
  cartTotal: { value: '50', beside: gbp, at: totals(4_999n, 5_000n, 5_001n) },
  subtotal: {
    value: 20.5,
    beside: { ...gbp, ...shoes },
    at: carts({ listMinor: 2_049n }, { listMinor: 2_050n }, { listMinor: 2_051n }),
  },
  quantity: { value: 3, beside: shoes, at: carts({ quantity: 2 }, { quantity: 3 }, { quantity: 4 }) },
  itemCount: { value: 2, beside: shoes, at: carts({ lines: 1 }, { lines: 2 }, { lines: 3 }) },
  orderNumber: { value: 3, at: customers({ ordersCount: 1 }, { ordersCount: 2 }, { ordersCount: 3 }) },
  lifetimeSpend: {
    value: '1000.00',
    beside: gbp,
    at: customers(
      ...[99_999n, 100_000n, 100_001n].map((minor) => ({ lifetimeSpend: { minor, currency: 'GBP' } })),
    ),
  },
  registeredAt: {
    value: '2026-03-01T00:00:00Z',
    at: customers(
      ...['2026-02-28T23:59:59.999Z', '2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.001Z'].map((text) => ({
        registeredAt: new Date(text),
      })),
    ),
  },
  lastOrderAt: {
    value: '2026-03-01T01:00:00+01:00',
    at: customers(
      ...['2026-02-28T23:59:59.999Z', '2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.001Z'].map((text) => ({
        lastOrderAt: new Date(text),
      })),
    ),
  },
  daysSinceRegistration: {
    value: 30,
    at: customers(
      ...['2026-02-04T18:30:00.001Z', '2026-02-04T18:30:00.000Z', '2026-02-03T18:30:00.000Z'].map((text) => ({
        registeredAt: new Date(text),
      })),
    ),
  },
  daysSinceLastOrder: {
    value: 1,
    at: customers(
      ...['2026-03-06T18:29:00.000Z', '2026-03-05T18:30:00.000Z', '2026-03-04T18:30:00.000Z'].map((text) => ({
        lastOrderAt: new Date(text),
      })),
    ),
  },
  now: {
    value: '2026-03-06T12:00:00Z',
    at: moments('2026-03-06T11:59:59.999Z', '2026-03-06T12:00:00.000Z', '2026-03-06T12:00:00.001Z'),
  },
  date: {
    value: '2026-07-01',
    beside: { zone: 'Europe/London' },
    at: moments('2026-06-30T22:59:59.999Z', '2026-06-30T23:00:00.000Z', '2026-07-01T23:00:00.000Z'),
  },
  timeOfDay: {
    value: '18:30',
    beside: { zone: 'Asia/Kolkata' },
    at: moments('2026-03-06T12:59:59.999Z', '2026-03-06T13:00:00.000Z', '2026-03-06T13:00:00.001Z'),
  },
  customerAttribute: {
    value: 2.5,
    beside: { name: 'score' },
    at: customers(
      ...[2.4999999999999996, 2.5, 2.5000000000000004].map((score) => ({ attributes: { score } })),
    ),
  },
  metadata: {
    value: -1,
    beside: { path: ['basket', 'score'] },
    at: [-1.5, -1, 0].map((score) => situationOf({ metadata: { basket: { score } } })) as never,
  },
};

const rows = Object.entries(ordered).flatMap(([fact, row]) =>
  numeric
    .filter((op) => facts[fact as keyof typeof facts].operators.includes(op))
    .map((op) => [fact, op, row] as const),
);

describe('a fact that has an order', () => {
  test.each(rows)('%s %s: just below, at, and just above', (fact, op, { value, beside, at }) => {
    const named = op === 'in' ? [value] : op === 'between' ? { low: value, high: value } : value;
    const { test: holds } = compile(parsed({ [fact]: { ...beside, [op]: named } }));
    expect(at.map((situation) => holds(situation))).toEqual(truths[op]);
  });

  test.each(rows)('%s %s refuses a value of another type', (fact, op, { beside }) => {
    for (const wrong of [[], {}, null, true, 'x y']) {
      // A text and a boolean are types of attributes as well, but they have no order.
      if ((fact === 'customerAttribute' || fact === 'metadata') && ['eq', 'ne', 'in'].includes(op)) continue;
      const given = op === 'in' ? [wrong] : op === 'between' ? { low: wrong, high: wrong } : wrong;
      expect(parseCondition({ [fact]: { ...beside, [op]: given } })).toMatchObject({
        failure: 'InvalidInput',
      });
    }
  });
});

interface Named {
  readonly equal: Situation;
  readonly other: Situation;
  readonly unsaid: Situation | null;
  readonly value: unknown;
  readonly beside?: object;
}

const shop = (given: Partial<Situation>) => situationOf(given);
const named: Record<string, Named> = {
  skus: {
    value: 'S1',
    equal: shop({ items: [itemNamed('S1'), itemNamed('S2')] }),
    other: shop({ items: [itemNamed('s1')] }),
    unsaid: shop({}),
  },
  products: {
    value: 'p',
    equal: shop({ items: [itemNamed('S1', { productId: 'p' })] }),
    other: shop({ items: [itemNamed('p', { productId: 'q' })] }),
    unsaid: shop({}),
  },
  categories: {
    value: 'c',
    equal: shop({ items: [itemNamed('S1', { categories: ['a', 'c'] })] }),
    other: shop({ items: [itemNamed('S1', { categories: ['a'] })] }),
    unsaid: shop({}),
  },
  productTags: {
    value: 't',
    equal: shop({ items: [itemNamed('S1', { tags: ['t'] })] }),
    other: shop({ items: [itemNamed('S1', { tags: ['a'] })] }),
    unsaid: shop({}),
  },
  customerSegment: {
    value: 'vip',
    equal: situationOf({ segments: ['vip'] }),
    other: situationOf({ segments: ['new'] }),
    unsaid: null,
  },
  channel: {
    value: 'web',
    equal: shop({ channel: 'web' }),
    other: shop({ channel: 'app' }),
    unsaid: shop({}),
  },
  currency: { value: 'GBP', equal: shop({}), other: shop({ currency: 'EUR' }), unsaid: null },
  taxBasis: {
    value: 'NET',
    equal: shop({ taxBasis: 'NET' }),
    other: shop({ taxBasis: 'GROSS' }),
    unsaid: shop({}),
  },
  shippingCountry: {
    value: 'GB',
    equal: shop({ shippingCountry: 'GB' }),
    other: shop({ shippingCountry: 'DE' }),
    unsaid: shop({}),
  },
  paymentMethod: {
    value: 'card',
    equal: shop({ paymentMethod: 'card' }),
    other: shop({ paymentMethod: 'cash' }),
    unsaid: shop({}),
  },
  weekday: {
    value: 'SATURDAY',
    beside: { zone: 'Asia/Tokyo' },
    equal: shop({ now: new Date('2026-03-06T15:00:00Z') }),
    other: shop({ now: new Date('2026-03-06T14:59:59Z') }),
    unsaid: null,
  },
  cartAttribute: {
    value: 'Leeds',
    beside: { name: 'store' },
    equal: shop({ attributes: { store: 'Leeds' } }),
    other: shop({ attributes: { store: 'York' } }),
    unsaid: shop({}),
  },
  customerAttribute: {
    value: 'gold',
    beside: { name: 'tier' },
    equal: shop({ profile: { ...profile, attributes: { tier: 'gold' } } }),
    other: shop({ profile: { ...profile, attributes: { tier: 'iron' } } }),
    unsaid: shop({}),
  },
  metadata: {
    value: true,
    beside: { name: 'gift' },
    equal: shop({ metadata: { gift: true } }),
    other: shop({ metadata: { gift: false } }),
    unsaid: shop({ metadata: { gift: null } }),
  },
};

const namedRows = Object.entries(named).flatMap(([fact, row]) =>
  facts[fact as keyof typeof facts].operators
    .filter((op) => ['eq', 'ne', 'in', 'exists'].includes(op))
    .map((op) => [fact, op, row] as const),
);

describe('a fact that is a name', () => {
  test.each(namedRows)(
    '%s %s: equal, another, not said',
    (fact, op, { value, beside, equal, other, unsaid }) => {
      const given = op === 'in' ? [value] : op === 'exists' ? true : value;
      const { test: holds } = compile(parsed({ [fact]: { ...beside, [op]: given } }));
      const expected = { eq: [true, false], ne: [false, true], in: [true, false], exists: [true, true] };
      expect([holds(equal), holds(other)]).toEqual(expected[op as 'eq']);
      // Of what was not said nothing is true, also not that it is another; only that it was not said.
      if (unsaid) expect(holds(unsaid)).toBe(false);
      if (op === 'exists' && unsaid) {
        const { test: lacks } = compile(parsed({ [fact]: { ...beside, exists: false } }));
        expect([equal, other, unsaid].map((situation) => lacks(situation))).toEqual([false, false, true]);
      }
    },
  );
});

test('every fact is in a table, with each of its operators', () => {
  const asked = new Set([...rows, ...namedRows].map(([fact, op]) => `${fact} ${op}`));
  const all = factNames.flatMap((fact) => facts[fact].operators.map((op) => `${fact} ${op}`));
  const existsOfOrdered = [
    'orderNumber',
    'lifetimeSpend',
    'registeredAt',
    'lastOrderAt',
    'daysSinceRegistration',
    'daysSinceLastOrder',
  ];
  expect(all.filter((each) => !asked.has(each))).toEqual(existsOfOrdered.map((fact) => `${fact} exists`));
});

test.each([
  'orderNumber',
  'lifetimeSpend',
  'registeredAt',
  'lastOrderAt',
  'daysSinceRegistration',
  'daysSinceLastOrder',
])('%s: whether it was said', (fact) => {
  const known = {
    attributes: {},
    ordersCount: 0,
    lifetimeSpend: { minor: 0n, currency: 'EUR' },
    registeredAt: new Date(0),
    lastOrderAt: new Date(0),
  };
  const { test: exists } = compile(parsed({ [fact]: { exists: true } }));
  const { test: lacks } = compile(parsed({ [fact]: { exists: false } }));
  const situations = [situationOf({ profile: known }), situationOf()];
  expect(situations.map((each) => [exists(each), lacks(each)])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test.each(
  factNames
    .filter((fact) => fact !== 'recurrence')
    .flatMap((fact) =>
      (Object.keys(signs) as (keyof typeof signs)[])
        .filter((op) => !facts[fact].operators.includes(op))
        .map((op) => [fact, op] as const),
    ),
)('%s has no %s, and says what it has', (fact, op) => {
  const problem = `\`${fact}\` has no \`${op}\`; it has ${facts[fact].operators.map((each) => `\`${each}\``).join(', ')}.`;
  expect(parseCondition({ [fact]: { [op]: 1 } })).toMatchObject({
    problems: expect.arrayContaining([{ path: [fact, op], message: problem }]) as unknown,
  });
});

describe('a product goes by its id, or by its sku if it has no variants', () => {
  const mug = itemNamed('MUG');
  const shoe = itemNamed('SHOE-42', { productId: 'SHOE' });
  const both = situationOf({ items: [mug, shoe] });
  const none = situationOf({ items: [] });

  test.each<[unknown, boolean]>([
    [{ products: 'MUG' }, true],
    [{ products: 'SHOE' }, true],
    [{ products: 'SHOE-42' }, false],
    [{ skus: 'SHOE-42' }, true],
    [{ products: ['SOCK', 'MUG'] }, true],
    [{ products: { ne: 'MUG' } }, false],
    [{ products: { ne: 'SHOE-42' } }, true],
    [{ quantity: { of: { products: ['MUG'] }, eq: 1 } }, true],
    [{ quantity: { of: { products: ['SHOE-42'] }, eq: 0 } }, true],
    [{ itemCount: { of: { products: ['MUG', 'SHOE'] }, eq: 2 } }, true],
    [{ subtotal: { of: { products: ['MUG'] }, currency: 'GBP', eq: '10' } }, true],
  ])('of a mug and a shoe of size 42, %j is %j', (given, expected) => {
    const asked = parsed(given);
    expect(compile(asked).test(both)).toBe(expected);
    // Asked so often that the names are kept in a set, it is the same.
    const often = parsed({
      all: [...Array.from({ length: 8 }, (_, index) => ({ products: { ne: `${index}` } })), given],
    });
    expect(compile(often).test(both)).toBe(expected);
  });

  test('whatever is in the cart is a product', () => {
    const { test: holds } = compile(parsed({ products: { exists: true } }));
    expect([both, none, situationOf()].map((situation) => holds(situation))).toEqual([true, false, false]);
  });
});

describe('an amount in another currency', () => {
  test.each(numeric)('does not match by %s, neither above nor below', (op) => {
    const given = op === 'in' ? [1, 100] : op === 'between' ? [1, 100] : 50;
    const { test: holds } = compile(parsed({ cartTotal: { [op]: given, currency: 'GBP' } }));
    for (const totalMinor of [0n, 100n, 5_000n, 9_900n])
      expect(holds(situationOf({ totalMinor, currency: 'EUR' }))).toBe(false);
  });
});

describe('time', () => {
  const holdsAt = (given: unknown, text: string) =>
    compile(parsed(given)).test(situationOf({ now: new Date(text) }));
  const london = { zone: 'Europe/London' };

  test.each<[string, unknown, string, boolean]>([
    [
      'over midnight, late',
      { timeOfDay: { ...london, between: ['22:00', '02:00'] } },
      '2026-01-10T23:00:00Z',
      true,
    ],
    [
      'over midnight, early',
      { timeOfDay: { ...london, between: ['22:00', '02:00'] } },
      '2026-01-10T02:00:00Z',
      true,
    ],
    [
      'over midnight, by day',
      { timeOfDay: { ...london, between: ['22:00', '02:00'] } },
      '2026-01-10T02:00:00.001Z',
      false,
    ],
    [
      'the hour that is had twice, at first',
      { timeOfDay: { ...london, between: ['01:00', '01:59'] } },
      '2026-10-25T00:30:00Z',
      true,
    ],
    [
      'the hour that is had twice, again',
      { timeOfDay: { ...london, between: ['01:00', '01:59'] } },
      '2026-10-25T01:30:00Z',
      true,
    ],
    [
      'just before clocks go forward',
      { timeOfDay: { ...london, lt: '01:00' } },
      '2026-03-29T00:59:59.999Z',
      true,
    ],
    ['just after: it is two', { timeOfDay: { ...london, gte: '02:00' } }, '2026-03-29T01:00:00Z', true],
    [
      'the last day of a span, late in the evening',
      { date: { ...london, from: '2026-07-01', through: '2026-07-14' } },
      '2026-07-14T22:59:59Z',
      true,
    ],
    [
      'the day after, at its first moment',
      { date: { ...london, from: '2026-07-01', through: '2026-07-14' } },
      '2026-07-14T23:00:00Z',
      false,
    ],
    [
      'every other Friday, this one',
      {
        recurrence: {
          ...london,
          start: '2026-03-06T18:00',
          rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
          minutes: 60,
        },
      },
      '2026-03-20T18:59:59.999Z',
      true,
    ],
    [
      'its end',
      {
        recurrence: {
          ...london,
          start: '2026-03-06T18:00',
          rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
          minutes: 60,
        },
      },
      '2026-03-20T19:00:00Z',
      false,
    ],
    [
      'the Friday between',
      {
        recurrence: {
          ...london,
          start: '2026-03-06T18:00',
          rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
          minutes: 60,
        },
      },
      '2026-03-13T18:30:00Z',
      false,
    ],
    [
      'on the clocks of summer',
      {
        recurrence: {
          ...london,
          start: '2026-03-06T18:00',
          rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
          minutes: 60,
        },
      },
      '2026-04-03T17:00:00Z',
      true,
    ],
    [
      'before the first',
      { recurrence: { ...london, start: '2026-03-06T18:00', rule: 'FREQ=WEEKLY;BYDAY=FR', minutes: 60 } },
      '2026-02-27T18:30:00Z',
      false,
    ],
    [
      'the third of three',
      { recurrence: { ...london, start: '2026-03-06T18:00', rule: 'FREQ=DAILY;COUNT=3', minutes: 60 } },
      '2026-03-08T18:30:00Z',
      true,
    ],
    [
      'after the last of three',
      { recurrence: { ...london, start: '2026-03-06T18:00', rule: 'FREQ=DAILY;COUNT=3', minutes: 60 } },
      '2026-03-09T18:30:00Z',
      false,
    ],
    [
      'a time that the clocks skip that day',
      { recurrence: { ...london, start: '2026-03-27T01:30', rule: 'FREQ=DAILY', minutes: 30 } },
      '2026-03-29T01:30:00Z',
      false,
    ],
  ])('%s', (_, given, text, expected) => {
    expect(holdsAt(given, text)).toBe(expected);
  });
});
