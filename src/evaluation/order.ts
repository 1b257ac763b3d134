import { z } from 'zod';
import { maxLines, maxQuantity, type SituationItem } from '../conditions/situation.js';
import type { Coupon } from '../coupons/core.js';
import { currency, moneyInput, none, text } from '../lib/input.js';
import { formatAmount, larger, leastShareOf, maxMinor, money, parseAmount } from '../lib/money.js';
import type { Valuation } from './core.js';

/** A line of a cart, and so what conditions see of it. */
export interface OrderLine extends SituationItem {
  readonly lineId: string;
  /** What it costs before this code's discount: less than `listMinor` where other codes have taken something off. */
  readonly subtotalMinor: bigint;
  /** Below this no further discount may bring it: the highest price floor of what has been taken off. */
  readonly floorMinor: bigint;
}

/** What a coupon is asked about. */
export interface Order {
  readonly currency: string;
  /** What the items cost before this code's discount. */
  readonly subtotalMinor: bigint;
  /** What other codes have taken off the items before. */
  readonly takenMinor: bigint;
  /** Below this no further discount may bring the sum, where only a sum was sent. */
  readonly floorMinor: bigint;
  /** Null where only a sum was sent. */
  readonly lines: readonly OrderLine[] | null;
  /** Null where the cost was not sent. */
  readonly shippingMinor: bigint | null;
  /** Whether another code pays for shipping already, whatever it costs. */
  readonly isShippingPaid?: boolean;
}

/** A line nothing was taken off yet, by what one unit of it costs. */
export function orderLineOf(
  line: Omit<SituationItem, 'listMinor'>,
  lineId: string,
  unitMinor: bigint,
): OrderLine {
  const { sku, productId, quantity, categories, tags } = line;
  const listMinor = unitMinor * BigInt(quantity);
  return {
    sku,
    productId,
    quantity,
    categories,
    tags,
    lineId,
    listMinor,
    subtotalMinor: listMinor,
    floorMinor: 0n,
  };
}

/** Of such lines. */
export const orderOf = (
  currency: string,
  lines: readonly OrderLine[],
  shippingMinor: bigint | null,
): Order => ({
  currency,
  subtotalMinor: lines.reduce((sum, { subtotalMinor }) => sum + subtotalMinor, 0n),
  takenMinor: 0n,
  floorMinor: 0n,
  lines,
  shippingMinor,
});

const names = z.array(text(1, 200)).max(100, 'Expected up to 100 names.').default([]);

const line = z.object({
  sku: text(1, 200),
  productId: none(text(1, 200)),
  id: none(text(1, 200)),
  quantity: z
    .int()
    .min(1, 'Expected at least 1.')
    .max(maxQuantity, `Expected at most ${maxQuantity}.`)
    .default(1),
  unitPrice: z.string(),
  categories: names,
  tags: names,
});

const cart = z
  .object({
    currency,
    lines: z
      .array(line)
      .min(1, 'Expected at least one line.')
      .max(maxLines, `Expected up to ${maxLines} lines.`),
    shipping: none(z.string()),
  })
  .transform((given, context): Order => {
    const refuse = (path: (string | number)[], message: string) => {
      context.addIssue({ code: 'custom', path, message });
      return 0n;
    };
    const amountAt = (amount: string, ...path: (string | number)[]) => {
      const minor = parseAmount(amount, given.currency);
      return typeof minor === 'bigint' ? minor : refuse(path, minor);
    };
    const seen = new Set<string>();
    const lines = given.lines.map((line, index): OrderLine => {
      // Written out: to take apart the rest of a line takes ten times as long, and whoever reads what came of it waits as well.
      const { sku, productId, quantity, categories, tags } = line;
      const lineId = line.id ?? sku;
      if (seen.has(lineId))
        refuse(['lines', index], `Another line is "${lineId}" too: give each an \`id\` of its own.`);
      seen.add(lineId);
      const unitMinor = amountAt(line.unitPrice, 'lines', index, 'unitPrice');
      return orderLineOf({ sku, productId, quantity, categories, tags }, lineId, unitMinor);
    });
    const shippingMinor = given.shipping === null ? null : amountAt(given.shipping, 'shipping');
    const order = orderOf(given.currency, lines, shippingMinor);
    if (order.subtotalMinor > maxMinor) {
      refuse(['lines'], `Expected a sum of at most ${formatAmount(money(maxMinor, given.currency))}.`);
    }
    return order;
  });

const subtotal = moneyInput.transform(({ minor, currency }): Order => ({
  currency,
  subtotalMinor: minor,
  takenMinor: 0n,
  floorMinor: 0n,
  lines: null,
  shippingMinor: null,
}));

/** GraphQL's `OrderInput`, of which exactly one is given. */
export const order = z
  .object({ subtotal: subtotal.nullish(), cart: cart.nullish() })
  .transform((given, context): Order => {
    const order = given.subtotal ?? given.cart;
    if (order) return order;
    context.addIssue({ code: 'custom', message: 'Expected `subtotal` or `cart`.' });
    return z.NEVER;
  });

/** What has still to be paid for a line, as far as this coupon has a say: rounded up, so that it is never less than the share. */
export const floorOf = (
  { stacking: { floorBasisPoints } }: Pick<Coupon, 'stacking'>,
  listMinor: bigint,
): bigint => (floorBasisPoints === null ? 0n : leastShareOf(listMinor, BigInt(floorBasisPoints)));

/** What is left of an order for the next code, so that codes used together never take off more than it costs. */
export function orderAfter(
  order: Order,
  coupon: Pick<Coupon, 'stacking'>,
  { discount, lines, freeShipping, shippingDiscount }: Valuation,
): Order {
  const off = new Map(lines.map((line) => [line.lineId, line.discount.minor]));
  return {
    ...order,
    subtotalMinor: order.subtotalMinor - discount.minor,
    takenMinor: order.takenMinor + discount.minor,
    floorMinor: larger(order.floorMinor, floorOf(coupon, order.subtotalMinor + order.takenMinor)),
    lines:
      order.lines?.map((line) => {
        const taken = off.get(line.lineId)!;
        const floor = taken === 0n ? 0n : floorOf(coupon, line.listMinor);
        // Written out, since each code that is used makes them all anew, and to spread them takes ten times as long.
        return {
          lineId: line.lineId,
          sku: line.sku,
          productId: line.productId,
          quantity: line.quantity,
          categories: line.categories,
          tags: line.tags,
          listMinor: line.listMinor,
          subtotalMinor: line.subtotalMinor - taken,
          floorMinor: larger(line.floorMinor, floor),
        };
      }) ?? null,
    isShippingPaid: (order.isShippingPaid ?? false) || freeShipping,
    shippingMinor:
      order.shippingMinor === null ? null : order.shippingMinor - (shippingDiscount?.minor ?? 0n),
  };
}
