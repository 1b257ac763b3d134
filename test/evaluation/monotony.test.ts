import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeKey } from '../../src/coupons/code.js';
import type { Coupon } from '../../src/coupons/core.js';
import { stacksWithAll } from '../../src/coupons/stacking.js';
import { discountInput } from '../../src/discounts/input.js';
import type { Discount } from '../../src/discounts/core.js';
import { decide } from '../../src/evaluation/decide.js';
import type { Order } from '../../src/evaluation/order.js';
import { money } from '../../src/lib/money.js';
import { isFailure } from '../../src/lib/outcome.js';
import { savingMinor } from '../../src/promotions/core.js';
import { choiceFor } from '../../src/promotions/goal.js';
import type { Goal } from '../../src/promotions/input.js';
import { now } from '../coupons/coupon.js';
import { kinds, type Kind } from '../promotions/arbitrary.js';
import { rule } from '../promotions/rule.js';
import { cart, question } from './question.js';
import { askedFor, stackable, tallyOf } from './together.js';

// Whoever puts one thing more into the cart must not lose by it. What a retailer may set so that somebody does is left out
// here, since then a rule says so: a target CHEAPEST, rules that bound something from above, limits, budgets, and price floors.
// Rules that ask for so much at least, and units to buy or to get that are named, are tried with carts of named items. Several
// coupons together that each pick units are left out, for which of them one takes depends on what the others have left.

interface Item {
  readonly unit: number;
  readonly quantity: number;
}

const item = fc.record({
  unit: fc.integer({ min: 0, max: 4_000 }),
  quantity: fc.integer({ min: 1, max: 4 }),
});

/** A cart, and the same with one unit or one line more. */
const carts = fc
  .tuple(
    fc.array(item, { minLength: 1, maxLength: 4 }),
    fc.oneof(
      item.map((more) => (items: Item[]) => [...items, more]),
      fc
        .nat(3)
        .map(
          (at) => (items: Item[]) =>
            items.map((one, index) =>
              index === at % items.length ? { ...one, quantity: one.quantity + 1 } : one,
            ),
        ),
    ),
    fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
  )
  .map(([items, add, shipping]) => [orderOf(items, shipping), orderOf(add(items), shipping)] as const);

const orderOf = (items: readonly Item[], shipping: number | null): Order =>
  cart(
    items.map(({ unit, quantity }, index) => ({
      sku: `P${index}`,
      quantity,
      price: ((unit * quantity) / 100).toFixed(2),
    })),
    shipping === null ? null : (shipping / 100).toFixed(2),
  );

/** Discounts of a kind, but those that look at the cheapest units or at named items. */
const discounts = (kind: Kind): fc.Arbitrary<Discount> =>
  (kinds[kind] as fc.Arbitrary<object>)
    .filter((given) => !/CHEAPEST|"items":\{/.test(JSON.stringify(given)))
    .map((given) => discountInput.parse(given));

/** What the coupon takes off the items and shipping, or what is taken if it is refused: nothing. */
function savingOf(discount: Discount, order: Order): bigint {
  const balance = discount.kind === 'GIFT_CARD' ? discount.initialBalance : null;
  const valuation = decide(question({ coupon: { discount, balance }, order, shippingCountry: 'GB' }));
  return isFailure(valuation) ? 0n : valuation.discount.minor + (valuation.shippingDiscount?.minor ?? 0n);
}

const totalOf = ({ subtotalMinor, shippingMinor }: Order): bigint => subtotalMinor + (shippingMinor ?? 0n);

describe('Given one coupon without a target CHEAPEST, rules, limits or budgets, when the cart grows', () => {
  test.each(Object.keys(kinds) as Kind[])('then a discount of the kind %s never shrinks', (kind) => {
    fc.assert(
      fc.property(discounts(kind), carts, (discount, [before, after]) => {
        expect(savingOf(discount, after)).toBeGreaterThanOrEqual(savingOf(discount, before));
      }),
    );
  });

  // Tiers, units for a price and units that come free are offers to buy more and pay less: with them the total may fall.
  test.each<Kind>(['percentage', 'fixed', 'freeShipping', 'giftCard', 'reward'])(
    'then with the kind %s the total never falls',
    (kind) => {
      fc.assert(
        fc.property(discounts(kind), carts, (discount, [before, after]) => {
          const paid = (order: Order) => totalOf(order) - savingOf(discount, order);
          expect(paid(after)).toBeGreaterThanOrEqual(paid(before));
        }),
      );
    },
  );
});

// What the named discounts and rules below are about, and something beside.
const skus = ['TEE', 'MUG', 'HAT', 'PEN'];
const tags = ['summer', 'gift'];

const namedItem = fc.record({
  sku: fc.constantFrom(...skus),
  tags: fc.subarray(tags),
  unit: fc.integer({ min: 0, max: 4_000 }),
  quantity: fc.integer({ min: 1, max: 4 }),
});

type NamedItem = Item & { readonly sku: string; readonly tags: readonly string[] };

const namedOrder = (items: readonly NamedItem[]): Order =>
  cart(
    items.map(({ sku, tags, unit, quantity }) => ({
      ...{ sku, tags, quantity, categories: [sku.toLowerCase()] },
      price: ((unit * quantity) / 100).toFixed(2),
    })),
  );

/** A cart of named items, and the same with one line more. */
const namedCarts = fc
  .tuple(fc.array(namedItem, { minLength: 1, maxLength: 4 }), namedItem)
  .map(([items, more]) => [namedOrder(items), namedOrder([...items, more])] as const);

const selection = fc.oneof(
  fc.subarray(skus, { minLength: 1 }).map((names) => ({ skus: names })),
  fc
    .subarray(skus, { minLength: 1 })
    .map((names) => ({ categories: names.map((name) => name.toLowerCase()) })),
  fc.subarray(tags, { minLength: 1 }).map((names) => ({ tags: names })),
);
const many = fc.integer({ min: 1, max: 6 });
const much = fc.integer({ min: 1, max: 120 });

/** What more of a cart can only make true: some of these, so many or for so much at least, in whichever junction. */
const { growing } = fc.letrec<{ growing: object }>((tie) => ({
  growing: fc.oneof(
    { maxDepth: 2 },
    fc.tuple(selection, many).map(([of, gte]) => ({ quantity: { of, gte } })),
    fc.tuple(selection, many).map(([of, gt]) => ({ itemCount: { of, gt: gt - 1 } })),
    fc.tuple(selection, much).map(([of, gte]) => ({ subtotal: { of, gte, currency: 'GBP' } })),
    much.map((gte) => ({ cartTotal: { gte, currency: 'GBP' } })),
    fc.subarray(skus, { minLength: 1 }).map((names) => ({ skus: { in: names } })),
    fc.constantFrom(...skus).map((name) => ({ categories: { eq: name.toLowerCase() } })),
    fc.constantFrom(...tags).map((name) => ({ productTags: { eq: name } })),
    fc.constant({ productTags: { exists: true } }),
    fc.tuple(selection, many).map(([of, lt]) => ({ not: { quantity: { of, lt } } })),
    fc.array(tie('growing'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('growing'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
}));

/** Either it asks for that, or it is against the contrary. */
const growingRules = fc
  .tuple(growing, fc.boolean())
  .map(([condition, isExclusion]) =>
    isExclusion ? { ...rule({ not: condition }), effect: 'EXCLUSION' as const } : rule(condition),
  );

const isTaken = (order: Order, fields: Parameters<typeof question>[0]): boolean =>
  !isFailure(decide(question({ ...fields, order })));

describe('Given rules that name items, when the cart grows', () => {
  const runs = { numRuns: 1_000 };

  test('then one that asks for so much of them at least, or for some of them, costs no discount', () => {
    fc.assert(
      fc.property(
        discounts('percentage'),
        fc.array(growingRules, { maxLength: 3 }),
        namedCarts,
        (discount, rules, [before, after]) => {
          const saved = (order: Order) => {
            const valuation = decide(question({ coupon: { discount }, order, rules }));
            return isFailure(valuation) ? 0n : valuation.discount.minor;
          };
          expect(saved(after)).toBeGreaterThanOrEqual(saved(before));
        },
      ),
      runs,
    );
  });

  test.each<[string, object]>([
    ['so many of them at most', { quantity: { of: { skus: ['TEE'] }, lte: 2 } }],
    ['exactly so many', { quantity: { of: { categories: ['tee'] }, eq: 2 } }],
    ['so much at most', { subtotal: { of: { skus: ['TEE'] }, lt: 25, currency: 'GBP' } }],
    ['none of others', { not: { skus: { in: ['TEE', 'MUG'] } } }],
  ])('then one that asks for %s may cost it, as it says', (name, condition) => {
    const of = (quantity: number) => namedOrder([{ sku: 'TEE', tags: [], unit: 1_000, quantity }]);
    const hats = namedOrder([{ sku: 'HAT', tags: [], unit: 1_000, quantity: 1 }]);
    const rules = [rule(condition)];

    expect(isTaken(name === 'none of others' ? hats : of(2), { rules })).toBe(true);
    expect(isTaken(of(3), { rules })).toBe(false);
  });
});

const namedDiscounts = (kind: Kind): fc.Arbitrary<Discount> =>
  (kinds[kind] as fc.Arbitrary<object>)
    .filter((given) => /"items":\{/.test(JSON.stringify(given)))
    .map((given) => discountInput.parse(given));

describe('Given units to buy and to get that are named, when the cart grows', () => {
  test('then the discount never shrinks', () => {
    fc.assert(
      fc.property(namedDiscounts('buyXGetY'), namedCarts, (discount, [before, after]) => {
        expect(savingOf(discount, after)).toBeGreaterThanOrEqual(savingOf(discount, before));
      }),
      { numRuns: 5_000 },
    );
  });
});

/** Discounts that pick no units: all but those are drawn, with any terms of stacking, and from any sum on. */
const wide = fc
  .oneof(...(['percentage', 'fixed', 'tiered', 'freeShipping', 'reward', 'giftCard'] as const).map(discounts))
  .filter((discount) => !('target' in discount) || discount.target !== 'MOST_EXPENSIVE');

const codes = ['C0', 'C1', 'C2', 'C3'];
const groups = ['red', 'blue'];
const stacking = fc.record({
  isExclusive: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  group: fc.option(fc.constantFrom(...groups), { nil: null, freq: 1 }),
  priority: fc.integer({ min: 0, max: 2 }),
  combinableWith: fc.option(
    fc.record({
      codes: fc.subarray(
        codes.map((code) => codeKey(code, false)),
        { minLength: 1 },
      ),
      groups: fc.subarray(groups),
    }),
    { nil: null, freq: 1 },
  ),
  base: fc.constantFrom('INITIAL' as const, 'RUNNING' as const),
});

const together = fc
  .array(fc.tuple(wide, stacking, fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: null, freq: 2 })), {
    minLength: 1,
    maxLength: codes.length,
  })
  .map((each) =>
    each.map(([discount, stacking, minimum], index) =>
      stackable(codes[index]!, {
        discount,
        stacking,
        balance: discount.kind === 'GIFT_CARD' ? discount.initialBalance : null,
        minimumOrder: minimum === null ? null : money(BigInt(minimum), 'GBP'),
      }),
    ),
  );

/** What is used of coupons for an order. What gift cards pay is paid and not saved. */
function chosen(goal: Goal, coupons: readonly Coupon[], order: Order) {
  const context = { ...askedFor(order).context, shippingCountry: 'GB' };
  const choice = choiceFor(goal, now)(tallyOf(coupons), coupons, askedFor(order, { context }));
  const used = new Set(choice.applied.map(({ coupon }) => coupon.id));
  return { saved: savingMinor(choice), used, rejected: choice.rejected };
}

type Chosen = ReturnType<typeof chosen>;

/** Those that were not used before, and are in the way of some that were. */
const inTheWayOf = ({ used }: Chosen, { rejected }: Chosen): ReadonlySet<Coupon['id']> =>
  new Set(
    rejected
      .filter(({ coupon }) => used.has(coupon.id))
      .flatMap(({ conflicts }) => conflicts.map(({ couponId }) => couponId))
      .filter((id) => !used.has(id)),
  );

const isSame = (one: Chosen, other: Chosen): boolean =>
  one.used.size === other.used.size && [...one.used].every((id) => other.used.has(id));

describe('Given coupons with any terms of stacking but floors, that pick no units, without rules, limits or budgets, when the cart grows', () => {
  const runs = { numRuns: 1_000 };

  test('then the best for the customer never takes off less', () => {
    fc.assert(
      fc.property(together, carts, (coupons, [before, after]) => {
        const [then, now] = [before, after].map((order) => chosen('BEST_FOR_CUSTOMER', coupons, order));
        expect(now!.saved).toBeGreaterThanOrEqual(then!.saved);
      }),
      runs,
    );
  });

  test('then by priority less is taken off only where one that begins to fit, and stands first, is in the way of others', () => {
    fc.assert(
      fc.property(together, carts, (coupons, [before, after]) => {
        const then = chosen('PRIORITY', coupons, before);
        let left = coupons;
        let now = chosen('PRIORITY', left, after);
        if (isSame(then, now)) expect(now.saved).toBeGreaterThanOrEqual(then.saved);
        // Without those that came into the way nothing is lost, or others come: no more than there are coupons.
        while (now.saved < then.saved) {
          const newcomers = inTheWayOf(then, now);
          expect(newcomers.size).toBeGreaterThan(0);
          left = left.filter(({ id }) => !newcomers.has(id));
          now = chosen('PRIORITY', left, after);
        }
      }),
      runs,
    );
  });

  test('then as cheap for the merchant as can be, as its goal is, the same codes take off no less', () => {
    fc.assert(
      fc.property(together, carts, (coupons, [before, after]) => {
        const [then, now] = [before, after].map((order) => chosen('CHEAPEST_FOR_MERCHANT', coupons, order));
        if (isSame(then!, now!)) expect(now!.saved).toBeGreaterThanOrEqual(then!.saved);
      }),
      runs,
    );
  });

  test('then the total never falls with discounts that are no tiers and get along, in the order of priority', () => {
    const untiered = together.map((coupons) =>
      coupons
        .filter(({ discount }) => discount.kind !== 'TIERED')
        .map((coupon) => ({
          ...coupon,
          minimumOrder: null,
          stacking: { ...stacksWithAll, priority: coupon.stacking.priority },
        })),
    );
    fc.assert(
      fc.property(untiered, carts, (coupons, [before, after]) => {
        const paid = (order: Order) => totalOf(order) - chosen('PRIORITY', coupons, order).saved;
        expect(paid(after)).toBeGreaterThanOrEqual(paid(before));
      }),
      runs,
    );
  });
});
