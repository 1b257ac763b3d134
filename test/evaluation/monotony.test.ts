import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discountInput } from '../../src/discounts/input.js';
import type { Discount } from '../../src/discounts/core.js';
import { combine } from '../../src/evaluation/combine.js';
import { decide } from '../../src/evaluation/decide.js';
import type { Order } from '../../src/evaluation/order.js';
import { isFailure } from '../../src/lib/outcome.js';
import { now } from '../coupons/coupon.js';
import { kinds, type Kind } from '../promotions/arbitrary.js';
import { cart, question } from './question.js';
import { askedFor, stackable, tallyOf } from './together.js';

// Whoever puts one thing more into the cart must not lose by it. What a retailer may set so that somebody does is left out
// here, since then a rule says so: a target CHEAPEST, named items to buy or to get, rules, limits, budgets, price floors,
// exclusive coupons, groups, and lists of what may be combined.

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

describe('Given one coupon without a target CHEAPEST, named items, rules, limits or budgets, when the cart grows', () => {
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

const wide = fc
  .oneof(discounts('percentage'), discounts('fixed'), discounts('giftCard'), discounts('freeShipping'))
  .filter((discount) => !('target' in discount) || discount.target !== 'MOST_EXPENSIVE');

test('Given coupons in the order of priority that take off the whole order, on running prices, without conflicts, floors, rules, limits or budgets, when the cart grows, then neither does what they take off together shrink nor the total fall', () => {
  const given = fc.array(fc.tuple(wide, fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(given, carts, (each, [before, after]) => {
      const coupons = each.map(([discount, priority], index) =>
        stackable(`C${index}`, {
          discount,
          balance: discount.kind === 'GIFT_CARD' ? discount.initialBalance : null,
          stacking: { priority },
        }),
      );
      const context = { ...askedFor(before).context, shippingCountry: 'GB' };
      const saved = (order: Order) => {
        const found = combine(tallyOf(coupons), coupons, askedFor(order, { context }), now);
        return found.discountMinor + found.shippingDiscountMinor;
      };
      expect(saved(after)).toBeGreaterThanOrEqual(saved(before));
      expect(totalOf(after) - saved(after)).toBeGreaterThanOrEqual(totalOf(before) - saved(before));
    }),
  );
});
