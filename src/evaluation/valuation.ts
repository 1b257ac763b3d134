import { isForEverything, matches } from '../coupons/applicability.js';
import { usesLeft } from '../coupons/core.js';
import type { Basket, BasketLine } from '../discounts/basket.js';
import { currenciesOf, takeOff } from '../discounts/core.js';
import { firstTierOf } from '../discounts/tiered.js';
import { larger, money, smaller } from '../lib/money.js';
import { isFailure } from '../lib/outcome.js';
import type { LineDiscount, Valuation } from './core.js';
import {
  belowFirstTier,
  couponNotApplicable,
  type CouponNotApplicable,
  currencyMismatch,
  minimumOrderNotMet,
  taxBasisMismatch,
} from './errors.js';
import { floorOf, type Order, type OrderLine } from './order.js';
import type { Question } from './question.js';

/** What the coupon takes off this order, whether or not it may be used. */
export function valuate(question: Question) {
  const { coupon, order, taxBasis, customerUses, customer } = question;
  const { code, discount, minimumOrder } = coupon;
  const currencies = coupon.currency === null ? currenciesOf(discount) : [coupon.currency];
  if (currencies.length > 0 && !currencies.includes(order.currency)) {
    return currencyMismatch(code, currencies, order.currency);
  }
  // A percentage is worth the same in either; a coupon that states a basis is for no other all the same.
  if (coupon.taxBasis !== null && coupon.taxBasis !== taxBasis) {
    return taxBasisMismatch(code, coupon.taxBasis, taxBasis);
  }

  const basket = basketFor(question);
  if (isFailure(basket)) return basket;
  const { currency } = order;
  if (minimumOrder) {
    // A minimum is met by what the items cost before any discount.
    const reachedMinor = sumOf(basket.lines, (line) => (line.isMatching ? line.listMinor : 0n));
    if (reachedMinor < minimumOrder.minor)
      return minimumOrderNotMet(code, minimumOrder, money(reachedMinor, currency));
  }

  const off = takeOff(discount, basket);
  if (off === 'BELOW_FIRST_TIER' && discount.kind === 'TIERED')
    return belowFirstTier(code, firstTierOf(discount, basket), coupon.applicability);
  if (typeof off === 'string') return couponNotApplicable(code, off, coupon.applicability);
  const discountMinor = sumOf(off.lines, (minor) => minor);
  const sparesShipping =
    off.shippingMinor === null ? off.freesShipping && !order.isShippingPaid : off.shippingMinor > 0n;
  if (discountMinor === 0n && !sparesShipping && !off.reward)
    return couponNotApplicable(code, 'NOTHING_TO_DISCOUNT', coupon.applicability);

  const left = usesLeft(coupon);
  const valuation: Valuation = {
    couponId: coupon.id,
    taxBasis,
    subtotal: money(order.subtotalMinor, currency),
    discount: money(discountMinor, currency),
    total: money(order.subtotalMinor - discountMinor, currency),
    lines: order.lines ? order.lines.map((line, index) => discounted(line, off.lines[index]!, currency)) : [],
    freeShipping: off.freesShipping,
    shippingDiscount: off.shippingMinor === null ? null : money(off.shippingMinor, currency),
    reward: off.reward,
    remaining: {
      uses: left === null ? null : left - 1,
      customerUses:
        coupon.perCustomerLimit === null || customer === null
          ? null
          : coupon.perCustomerLimit - customerUses - 1,
    },
    overruns: [],
  };
  return valuation;
}

const discounted = (
  { lineId, sku, quantity, subtotalMinor }: OrderLine,
  offMinor: bigint,
  currency: string,
): LineDiscount => ({
  lineId,
  sku,
  quantity,
  subtotal: money(subtotalMinor, currency),
  discount: money(offMinor, currency),
  total: money(subtotalMinor - offMinor, currency),
});

/** What one use comes to in each measure. */
export const amountsOf = ({ discount, shippingDiscount, subtotal }: Valuation) => ({
  USES: 1n,
  DISCOUNT: discount.minor + (shippingDiscount?.minor ?? 0n),
  ORDER_VALUE: subtotal.minor,
});

/** Whether shipping is paid for without anybody's having said what it costs: no limit on money could count that. */
export const isShippingUnknown = ({ freeShipping, shippingDiscount }: Valuation): boolean =>
  freeShipping && shippingDiscount === null;

/** The order as the coupon's discount sees it. */
export function basketFor({
  coupon,
  order,
  amountMinor,
  shippingCountry,
}: Question): Basket | CouponNotApplicable {
  const { code, applicability, balance, stacking } = coupon;
  const isPayment = balance !== null;
  const isForAll = isForEverything(applicability);
  if (!order.lines && !isForAll) return couponNotApplicable(code, 'ITEMS_NEEDED', applicability);
  // Written out, since each decision makes them, and taking apart the rest of a line takes ten times as long.
  const lines = (order.lines ?? [allItems(order)]).map((line): BasketLine => {
    const { subtotalMinor, listMinor, floorMinor } = line;
    const floor = isPayment ? 0n : larger(floorMinor, floorOf(coupon, listMinor));
    return {
      sku: line.sku,
      productId: line.productId,
      categories: line.categories,
      tags: line.tags,
      quantity: line.quantity,
      listMinor,
      baseMinor: stacking.base === 'INITIAL' ? listMinor : subtotalMinor,
      roomMinor: floor === 0n ? subtotalMinor : larger(0n, subtotalMinor - floor),
      isMatching: isForAll || matches(applicability, line),
    };
  });
  if (!lines.some(({ isMatching }) => isMatching))
    return couponNotApplicable(code, 'NO_MATCHING_ITEMS', applicability);
  return {
    currency: order.currency,
    lines,
    hasItems: order.lines !== null,
    shippingMinor: order.shippingMinor,
    shippingCountry,
    balanceMinor: balance && (amountMinor === null ? balance.minor : smaller(amountMinor, balance.minor)),
  };
}

const allItems = ({ subtotalMinor, takenMinor, floorMinor }: Order): OrderLine => ({
  lineId: '',
  sku: '',
  productId: null,
  categories: [],
  tags: [],
  quantity: 1,
  listMinor: subtotalMinor + takenMinor,
  subtotalMinor,
  floorMinor,
});

function sumOf<T>(values: readonly T[], amount: (value: T) => bigint): bigint {
  let sum = 0n;
  for (const value of values) sum += amount(value);
  return sum;
}
