import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRunning } from '../../src/campaigns/core.js';
import { compile } from '../../src/conditions/compile.js';
import { segmentsOf, type Condition } from '../../src/conditions/core.js';
import type { Situation } from '../../src/conditions/situation.js';
import { everything, isForEverything, matches } from '../../src/coupons/applicability.js';
import { money } from '../../src/lib/money.js';
import { phaseAt } from '../../src/lib/window.js';
import { createAutomaticIndex, type AutomaticPromotion } from '../../src/promotions/automatic.js';
import { parsed } from '../conditions/parsed.js';
import { itemNamed, situationOf } from '../conditions/situation.js';
import { promotion, promotionId } from './promotion.js';

const now = situationOf().now;
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);
const gbp = (minor: bigint) => money(minor, 'GBP');

/** The numbers of the promotions that an index of them answers. */
function found(promotions: readonly AutomaticPromotion[], situation: Situation) {
  const index = createAutomaticIndex();
  for (const each of promotions) index.put(each);
  return index.candidatesFor(situation);
}

const shirts = situationOf({
  items: [itemNamed('S1', { productId: 'P1', categories: ['shirts'], tags: ['summer'], listMinor: 5_000n })],
  channel: 'web',
  attributes: { store: 'north' },
  segments: ['new'],
});

describe('given a cart with a summer shirt for £50.00, on the web', () => {
  test.each<[string, 'found' | 'not found', Partial<AutomaticPromotion>]>([
    ['for everything', 'found', {}],
    ['that begins right now', 'found', { validFrom: now }],
    ['that begins a moment later', 'not found', { validFrom: after }],
    ['that ends a moment later', 'found', { validUntil: after }],
    ['that ends right now', 'not found', { validUntil: now }],
    ['of a campaign that runs', 'found', { campaign: { state: 'ACTIVE', startsAt: null, endsAt: null } }],
    [
      'of a campaign that is paused',
      'not found',
      { campaign: { state: 'PAUSED', startsAt: null, endsAt: null } },
    ],
    [
      'of a campaign that has ended',
      'not found',
      { campaign: { state: 'ACTIVE', startsAt: null, endsAt: before } },
    ],
    ['for the product', 'found', { applicability: { ...everything, includeProducts: ['P1'] } }],
    ['for the variant', 'found', { applicability: { ...everything, includeProducts: ['S1'] } }],
    [
      'for the variant, named as a product',
      'found',
      { applicability: { ...everything, includeProducts: ['S1'] } },
    ],
    ['for other products', 'not found', { applicability: { ...everything, includeProducts: ['P2', 'P3'] } }],
    [
      'for the category or a tag',
      'found',
      { applicability: { ...everything, includeCategories: ['shirts'], includeTags: ['x'] } },
    ],
    [
      'for a tag that nothing bears',
      'not found',
      { applicability: { ...everything, includeTags: ['winter'] } },
    ],
    ['for all but that tag', 'not found', { applicability: { ...everything, excludeTags: ['summer'] } }],
    ['from £50.00 on', 'found', { minimumOrder: gbp(5_000n) }],
    ['from £50.01 on', 'not found', { minimumOrder: gbp(5_001n) }],
    ['in another currency', 'not found', { currency: 'EUR' }],
    ['for the channel', 'found', { conditions: [parsed({ channel: 'web' })] }],
    ['for other channels', 'not found', { conditions: [parsed({ channel: ['app', 'shop'] })] }],
    ['for any channel but this one', 'not found', { conditions: [parsed({ not: { channel: 'web' } })] }],
    [
      'for carts from £50.01 on',
      'not found',
      { conditions: [parsed({ cartTotal: { gte: '50.01', currency: 'GBP' } })] },
    ],
    [
      'for either of two totals in two currencies',
      'found',
      {
        conditions: [
          parsed({
            any: [{ cartTotal: { gte: 10, currency: 'EUR' } }, { cartTotal: { gte: 50, currency: 'GBP' } }],
          }),
        ],
      },
    ],
    [
      'that one rule grants and another refuses',
      'not found',
      { conditions: [parsed({ channel: 'web' }), parsed({ channel: 'app' })] },
    ],
    [
      'that can never be had',
      'not found',
      { conditions: [parsed({ all: [{ channel: 'web' }, { not: { channel: 'web' } }] })] },
    ],
  ])('a promotion %s is %s', (_, expected, fields) => {
    expect(found([promotion(1, fields)], shirts)).toEqual(expected === 'found' ? [promotionId(1)] : []);
  });

  test.each([
    ['is in', { customerSegment: 'new' }],
    ['is not in', { customerSegment: 'old' }],
    ['must not be in, and is', { not: { customerSegment: 'new' } }],
  ])('a promotion for a segment that the customer %s is found', (_, condition) => {
    expect(found([promotion(1, { conditions: [parsed(condition)] })], shirts)).toEqual([promotionId(1)]);
  });

  test('promotions come by priority, and then by code', () => {
    const given = [promotion(3), promotion(1), promotion(2, { priority: 1 }), promotion(4, { priority: -1 })];
    expect(found(given, shirts)).toEqual([2, 1, 3, 4].map(promotionId));
  });

  test('what must hold for all promotions is asked once, for all', () => {
    const index = createAutomaticIndex();
    index.put(promotion(1));
    index.requireOfAll([parsed({ channel: 'app' })]);
    expect(index.candidatesFor(shirts)).toEqual([]);
    index.requireOfAll([]);
    expect(index.candidatesFor(shirts)).toEqual([promotionId(1)]);
  });
});

describe('given several promotions that fit', () => {
  test('they are answered in the order of stacking: by priority, then by code', () => {
    const promotions = [promotion(2), promotion(3, { priority: 1 }), promotion(1)];
    expect(found(promotions, shirts)).toEqual([promotionId(3), promotionId(1), promotionId(2)]);
  });
});

/** Few names, so that promotions and carts have many in common. */
const name = fc.constantFrom('a', 'b', 'c');
const names = fc.uniqueArray(name, { maxLength: 2 });
const currency = fc.constantFrom('GBP', 'EUR');
const minor = fc.integer({ min: 0, max: 40 });
const segment = fc.constantFrom('new', 'old');

const selection = fc.record({ skus: names, products: names, categories: names, tags: names });
const amountTest = fc.oneof(
  fc.record({
    op: fc.constantFrom(
      'eq' as const,
      'ne' as const,
      'gt' as const,
      'gte' as const,
      'lt' as const,
      'lte' as const,
    ),
    value: minor,
  }),
  fc.record({ op: fc.constant('in' as const), values: fc.array(minor, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    op: fc.constant('between' as const),
    low: fc.integer({ min: 0, max: 20 }),
    high: fc.integer({ min: 20, max: 40 }),
  }),
);
const nameTest = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(
    fc.record({ op: fc.constantFrom('eq' as const, 'ne' as const), value }),
    fc.record({ op: fc.constant('in' as const), values: fc.array(value, { minLength: 1, maxLength: 2 }) }),
  );
const clause: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('AMOUNT' as const),
    fact: fc.constantFrom('cartTotal' as const, 'subtotal' as const),
    of: fc.constant(null),
    currency,
    test: amountTest,
  }),
  fc.record({
    kind: fc.constant('AMOUNT' as const),
    fact: fc.constant('subtotal' as const),
    of: selection,
    currency,
    test: amountTest,
  }),
  fc.record({
    kind: fc.constant('NUMBER' as const),
    fact: fc.constantFrom('quantity' as const, 'itemCount' as const),
    of: fc.option(selection),
    test: amountTest,
  }),
  fc.record({
    kind: fc.constant('TEXT' as const),
    fact: fc.constant('currency' as const),
    test: nameTest(currency),
  }),
  fc.record({
    kind: fc.constant('TEXT' as const),
    fact: fc.constantFrom('channel' as const, 'paymentMethod' as const),
    test: nameTest(name),
  }),
  fc.record({
    kind: fc.constant('NAMES' as const),
    fact: fc.constantFrom(
      'skus' as const,
      'products' as const,
      'categories' as const,
      'productTags' as const,
    ),
    test: nameTest(name),
  }),
  fc.record({
    kind: fc.constant('NAMES' as const),
    fact: fc.constant('customerSegment' as const),
    test: nameTest(segment),
  }),
  fc.record({
    kind: fc.constant('ATTRIBUTE' as const),
    fact: fc.constant('cartAttribute' as const),
    path: fc.constant(['store']),
    test: nameTest(name),
  }),
  fc.record({
    kind: fc.constant('ATTRIBUTE' as const),
    fact: fc.constant('customerAttribute' as const),
    path: fc.constant(['tier']),
    test: nameTest(name),
  }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    clause,
    fc.record({
      kind: fc.constantFrom('ALL' as const, 'ANY' as const),
      of: fc.array(tie('condition'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('NOT' as const), of: tie('condition') }),
  ),
}));

const instant = fc.option(fc.constantFrom(before, now, after), { freq: 1 });
const applicability = fc.record({
  includeProducts: names,
  excludeProducts: names,
  includeCategories: names,
  excludeCategories: names,
  includeTags: names,
  excludeTags: names,
});
const fields: fc.Arbitrary<Omit<AutomaticPromotion, 'id' | 'codeKey' | 'currency'>> = fc.record({
  priority: fc.integer({ min: -1, max: 1 }),
  minimumOrder: fc.option(fc.record({ minor: fc.bigInt(0n, 40n), currency }), { freq: 1 }),
  validFrom: instant,
  validUntil: instant,
  applicability: fc.oneof(
    { weight: 2, arbitrary: fc.constant(everything) },
    { weight: 1, arbitrary: applicability },
  ),
  campaign: fc.option(
    fc.record({
      state: fc.constantFrom('ACTIVE' as const, 'PAUSED' as const),
      startsAt: fc.constant(null),
      endsAt: instant,
    }),
    { freq: 1 },
  ),
  conditions: fc.array(condition, { maxLength: 2 }),
});

const item = fc
  .record({
    sku: name,
    productId: fc.option(name),
    categories: names,
    tags: names,
    quantity: fc.integer({ min: 1, max: 3 }),
    listMinor: fc.bigInt(0n, 20n),
  })
  .map(({ sku, ...rest }) => itemNamed(sku, rest));
const situation: fc.Arbitrary<Situation> = fc
  .record({
    items: fc.option(fc.array(item, { minLength: 1, maxLength: 3 }), { freq: 8 }),
    currency,
    sum: fc.bigInt(0n, 40n),
    channel: fc.option(name),
    paymentMethod: fc.option(name),
    attributes: fc.oneof(fc.constant({}), fc.record({ store: name })),
    segments: fc.uniqueArray(segment),
    tier: name,
  })
  .map(({ sum, tier, ...given }) =>
    situationOf({
      ...given,
      ...(given.items ? {} : { totalMinor: sum }),
      profile: { ...situationOf().profile, attributes: { tier } },
    }),
  );

/** What decides in the end, of each promotion by itself. */
function fits(of: AutomaticPromotion, wide: readonly Condition[], cart: Situation): boolean {
  const { items } = cart;
  if (phaseAt({ from: of.validFrom, until: of.validUntil }, cart.now) !== 'DURING') return false;
  if (of.campaign && !isRunning(of.campaign, cart.now)) return false;
  if (of.currency !== null && of.currency !== cart.currency) return false;
  if (!items && !isForEverything(of.applicability)) return false;
  const meant = items?.filter((each) => matches(of.applicability, each));
  if (meant?.length === 0) return false;
  const reached = meant?.reduce((sum, { listMinor }) => sum + listMinor, 0n) ?? cart.totalMinor;
  if (of.minimumOrder && reached < of.minimumOrder.minor) return false;
  return [...wide, ...of.conditions].every((each) => compile(each).test(cart));
}

/** The same without all that asks for a segment. */
const fitsWhateverSegment: typeof fits = (of, wide, cart) => {
  const withoutSegments = (conditions: readonly Condition[]) =>
    conditions.filter((each) => segmentsOf(each).length === 0);
  return fits({ ...of, conditions: withoutSegments(of.conditions) }, withoutSegments(wide), cart);
};

const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), number: fc.nat(20), fields }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), number: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wide' as const),
      conditions: fc.array(clause, { maxLength: 1 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('ask' as const), cart: situation }),
  },
);

describe('given any promotions, put in, changed and taken out in any order', () => {
  test('an index answers all that fit, and none that would fit in no segment', () => {
    let fitting = 0;
    let asked = 0;
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60, size: 'max' }), (changes) => {
        const index = createAutomaticIndex();
        const all = new Map<string, AutomaticPromotion>();
        let wide: readonly Condition[] = [];
        for (const each of changes) {
          if (each.kind === 'put') {
            const made = promotion(each.number, {
              ...each.fields,
              currency: each.fields.minimumOrder?.currency ?? null,
            });
            index.put(made);
            all.set(made.id, made);
          } else if (each.kind === 'remove') {
            index.remove(promotionId(each.number));
            all.delete(promotionId(each.number));
          } else if (each.kind === 'wide') {
            index.requireOfAll((wide = each.conditions));
          } else {
            const answered = index.candidatesFor(each.cart);
            const those = (fit: typeof fits) =>
              [...all.values()].filter((of) => fit(of, wide, each.cart)).map(({ id }) => id);
            fitting += those(fits).length;
            asked++;
            expect(answered).toEqual(expect.arrayContaining(those(fits)));
            expect(those(fitsWhateverSegment)).toEqual(expect.arrayContaining([...answered]));
          }
        }
        expect(index.size).toBe(all.size);
      }),
      { numRuns: 500 },
    );
    expect(fitting).toBeGreaterThan(asked / 10);
  });
});
