import type { Coupon } from '../coupons/core.js';
import { isFailure } from '../lib/outcome.js';
import type { TaxBasis } from '../lib/tax-basis.js';
import type { Valuation } from './core.js';
import type { Refusal } from './decide.js';
import { orderAfter, type Order } from './order.js';
import { conflictsWith, couponConflict, inOrder, type Conflict, type CouponConflict } from './stack.js';
import { useOf, type Asked, type Tally } from './tally.js';

/** Coupons that are used together for one order. Money is in minor units of the order's currency. */
export interface Combination {
  /** In the order in which they are taken off. */
  readonly applied: readonly AppliedCoupon[];
  /** Those that are not used, in the order in which they would have been. */
  readonly rejected: readonly RejectedCoupon[];
  /** What all amounts are stated in; null where the shop did not say. */
  readonly taxBasis: TaxBasis | null;
  readonly orderBefore: Order;
  /** What is left to pay for. */
  readonly orderAfter: Order;
  /** Off the items, by all together; with what gift cards pay. */
  readonly discountMinor: bigint;
  readonly shippingDiscountMinor: bigint;
}

export interface AppliedCoupon {
  readonly coupon: Coupon;
  /** What it takes off what those before it have left. */
  readonly valuation: Valuation;
  /** The order as those before it have left it. */
  readonly orderBefore: Order;
}

export interface RejectedCoupon {
  readonly coupon: Coupon;
  /** Never empty: what it is refused for alone comes before what is in its way. */
  readonly reasons: readonly (Refusal | CouponConflict)[];
  /** With which of those that are used. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Uses coupons together, first come, first served in the one order of `inOrder`: each that conflicts with none used
 * before it, and is worth something on what they have left, by the order and by limits. The tally is left as it was.
 */
export function combine(tally: Tally, coupons: readonly Coupon[], asked: Asked, now: Date): Combination {
  const applied: AppliedCoupon[] = [];
  const rejected = new Map<Coupon, RejectedCoupon>();
  const inTheWay = new Map<Coupon, [Conflict, ...Conflict[]]>();
  const undo: (() => void)[] = [];
  const candidates = inOrder(coupons);
  let order = asked.order;
  for (const coupon of candidates) {
    const [first, ...others] = conflictsWith(
      coupon,
      applied.map((before) => before.coupon),
    );
    if (first) {
      inTheWay.set(coupon, [first, ...others]);
      continue;
    }
    const valuation = tally.decide(coupon, { ...asked, order });
    if (isFailure(valuation)) {
      rejected.set(coupon, { coupon, reasons: [valuation], conflicts: [] });
      continue;
    }
    undo.push(tally.take(coupon, useOf({ ...asked, order }, valuation, now), valuation.discount.minor));
    applied.push({ coupon, valuation, orderBefore: order });
    order = orderAfter(order, coupon, valuation);
  }
  for (const restore of undo.reverse()) restore();

  // Whoever takes away what is in its way is to know beforehand that it would be refused all the same.
  for (const [coupon, conflicts] of inTheWay) {
    const alone = tally.decide(coupon, asked);
    const conflict = couponConflict(coupon.code, conflicts);
    rejected.set(coupon, { coupon, reasons: isFailure(alone) ? [alone, conflict] : [conflict], conflicts });
  }
  return {
    applied,
    rejected: candidates.flatMap((coupon) => rejected.get(coupon) ?? []),
    taxBasis: asked.context.taxBasis,
    orderBefore: asked.order,
    orderAfter: order,
    discountMinor: sumOf(applied, ({ valuation }) => valuation.discount.minor),
    shippingDiscountMinor: sumOf(applied, ({ valuation }) => valuation.shippingDiscount?.minor ?? 0n),
  };
}

/** What each coupon of a combination takes off one price. */
export interface Adjusted {
  /** Before any discount. */
  readonly listMinor: bigint;
  /** What had been taken off before by codes that are not of this combination. */
  readonly takenMinor: bigint;
  /** In the order in which they are taken off; only those that take something. */
  readonly adjustments: readonly Adjustment[];
  /** What is to be paid: `listMinor` less `takenMinor` less the adjustments, exactly. */
  readonly finalMinor: bigint;
}

export interface Adjustment {
  readonly couponId: Coupon['id'];
  readonly couponCode: string;
  readonly amountMinor: bigint;
}

export interface AdjustedLine extends Adjusted {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
}

export interface Adjustments {
  /** All items together. */
  readonly items: Adjusted;
  /** They add up to the items. Empty where only a sum was sent. */
  readonly lines: readonly AdjustedLine[];
  /** Null where nobody said what shipping costs. Its list price is what is left of it before this combination. */
  readonly shipping: Adjusted | null;
}

/** Who takes what off which line. */
export function adjustmentsOf({
  applied,
  orderBefore: before,
}: Pick<Combination, 'applied' | 'orderBefore'>): Adjustments {
  const adjusted = (
    { listMinor, subtotalMinor }: { readonly listMinor: bigint; readonly subtotalMinor: bigint },
    amountOf: (valuation: Valuation) => bigint,
  ): Adjusted => {
    const adjustments = applied
      .map(({ coupon: { id, code }, valuation }) => ({
        couponId: id,
        couponCode: code,
        amountMinor: amountOf(valuation),
      }))
      .filter(({ amountMinor }) => amountMinor > 0n);
    return {
      listMinor,
      takenMinor: listMinor - subtotalMinor,
      adjustments,
      finalMinor: subtotalMinor - sumOf(adjustments, ({ amountMinor }) => amountMinor),
    };
  };
  const { lines, shippingMinor } = before;
  return {
    items: adjusted(
      { listMinor: before.subtotalMinor + before.takenMinor, subtotalMinor: before.subtotalMinor },
      ({ discount }) => discount.minor,
    ),
    lines: (lines ?? []).map((line, index) => ({
      lineId: line.lineId,
      sku: line.sku,
      quantity: line.quantity,
      ...adjusted(line, (valuation) => valuation.lines[index]!.discount.minor),
    })),
    shipping:
      shippingMinor === null
        ? null
        : adjusted(
            { listMinor: shippingMinor, subtotalMinor: shippingMinor },
            ({ shippingDiscount }) => shippingDiscount?.minor ?? 0n,
          ),
  };
}

const sumOf = <T>(values: readonly T[], amount: (value: T) => bigint): bigint =>
  values.reduce((sum, value) => sum + amount(value), 0n);
