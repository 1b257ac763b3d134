import { statusOf as campaignStatusOf, type Campaign } from '../campaigns/core.js';
import { isForEverything, matches } from '../coupons/applicability.js';
import { usesLeft, type Coupon } from '../coupons/core.js';
import { couponRevoked } from '../coupons/errors.js';
import { compile } from '../conditions/compile.js';
import type { Situation } from '../conditions/situation.js';
import type { Basket, BasketLine } from '../discounts/basket.js';
import { currenciesOf, takeOff } from '../discounts/core.js';
import { larger, money, smaller } from '../lib/money.js';
import { isFailure, type Failure } from '../lib/outcome.js';
import type { TaxBasis } from '../lib/tax-basis.js';
import { phaseAt } from '../lib/window.js';
import type { Limit } from '../limits/core.js';
import type { Rule } from '../rules/core.js';
import { overrunOf, resetOf } from '../limits/count.js';
import { limitReached } from '../limits/errors.js';
import type { LineDiscount, Overrun, Valuation } from './core.js';
import {
  campaignNotRunning,
  couponDraft,
  couponExpired,
  couponInactive,
  couponNotApplicable,
  type CouponNotApplicable,
  couponNotYetActive,
  currencyMismatch,
  customerLimitReached,
  customerRequired,
  minimumOrderNotMet,
  ruleNotMet,
  type RuleNotMet,
  taxBasisMismatch,
  usageLimitReached,
} from './errors.js';
import { floorOf, type Order, type OrderLine } from './order.js';

/** Everything a decision depends on. Nothing else is read: not the clock, not the database. */
export interface Question {
  readonly coupon: Coupon;
  /** The coupon's campaign; null if it has none. */
  readonly campaign: Campaign | null;
  /** Those of the coupon, its campaign and the tenant, the first to be looked at first. */
  readonly rules: readonly Rule[];
  /** What their conditions see. */
  readonly situation: () => Situation;
  readonly order: Order;
  /** Under which the customer is counted; null if nobody said who it is. */
  readonly customer: string | null;
  /** As the customer is called in answers. */
  readonly customerId: string | null;
  /** How often this customer has used the coupon. */
  readonly customerUses: number;
  /** The limits of the coupon, its campaign and the tenant, as far as they are used. */
  readonly limits: readonly Counted[];
  /** What the order's amounts are stated in; null where nobody said. */
  readonly taxBasis: TaxBasis | null;
  /** ISO 3166-1, two letters; null where nobody said. */
  readonly shippingCountry: string | null;
  /** A gift card pays no more than this; null for as much as it can. */
  readonly amountMinor: bigint | null;
  readonly now: Date;
}

/** A limit, and what is used of it where this use would be counted. */
export interface Counted {
  readonly limit: Limit;
  /** Among whose uses: the customer, the channel or the attribute's value; empty for everyone, and where none was said. */
  readonly key: string;
  readonly used: bigint;
}

export type Refusal = NonNullable<
  | ReturnType<typeof standing>
  | ReturnType<typeof usesForAnybody>
  | ReturnType<typeof usesForCustomer>
  | ReturnType<typeof rulesAgainst>[number]
  | Extract<ReturnType<typeof room>, Failure>
  | Exclude<ReturnType<typeof valuate>, Valuation>
>;

/**
 * The one decision: what a coupon takes off an order, or the first reason why it does not. Validating and applying
 * both ask here, so they cannot differ. What could be cured by waiting or by another customer is asked first, what
 * the customer can mend in the cart last.
 */
export function decide(question: Question): Valuation | Refusal {
  const refusal = standing(question) ?? usesForAnybody(question) ?? usesForCustomer(question);
  if (refusal) return refusal;
  const uses = room(question, 'USES', 1n);
  if (isFailure(uses)) return uses;
  const [rule] = rulesAgainst(question, 1);
  if (rule) return rule;

  const valuation = valuate(question);
  // Nothing is made twice where no limit looks at it.
  if (isFailure(valuation) || question.limits.length === 0) return valuation;
  if (isShippingUnknown(valuation) && question.limits.some(({ limit }) => limit.measure === 'DISCOUNT')) {
    return couponNotApplicable(question.coupon.code, 'SHIPPING_NEEDED', question.coupon.applicability);
  }
  const amounts = amountsOf(valuation);
  const discount = room(question, 'DISCOUNT', amounts.DISCOUNT);
  if (isFailure(discount)) return discount;
  const value = room(question, 'ORDER_VALUE', amounts.ORDER_VALUE);
  return isFailure(value) ? value : { ...valuation, overruns: [...uses, ...discount, ...value] };
}

/** Everything that speaks against a use: what `decide` answers comes first. */
export function refusals(question: Question): Refusal[] {
  const first = decide(question);
  if (!isFailure(first)) return [];
  const valuation = valuate(question);
  const amounts = isFailure(valuation) ? null : amountsOf(valuation);
  const all = [
    standing(question),
    usesForAnybody(question),
    usesForCustomer(question),
    room(question, 'USES', 1n),
    ...rulesAgainst(question),
    isFailure(valuation) ? valuation : null,
    amounts && room(question, 'DISCOUNT', amounts.DISCOUNT),
    amounts && room(question, 'ORDER_VALUE', amounts.ORDER_VALUE),
  ].filter(isFailure);
  return [first, ...all.filter((one) => nameOf(one) !== nameOf(first))];
}

/** Two rules may refuse in the same words. */
const nameOf = (refusal: Refusal): string =>
  refusal.failure === 'RuleNotMet' ? refusal.rule.id : refusal.message;

/** Why the rules do not let the coupon be used in this situation, no more than so many of them. */
function rulesAgainst({ coupon, rules, situation }: Question, most = Infinity): RuleNotMet[] {
  const against: RuleNotMet[] = [];
  for (const rule of rules) {
    if (compile(rule.condition).test(situation()) === (rule.effect === 'ELIGIBILITY')) continue;
    against.push(ruleNotMet(coupon.code, rule, situation()));
    if (against.length === most) break;
  }
  return against;
}

/** Whether the coupon, and the campaign it belongs to, can be used by anybody now. */
export function standing({ coupon, campaign, now }: Pick<Question, 'coupon' | 'campaign' | 'now'>) {
  const { code, state } = coupon;
  if (coupon.revokedAt) return couponRevoked(code, coupon.revokedAt);
  if (state === 'DRAFT') return couponDraft(code);
  if (state !== 'ACTIVE') return couponInactive(code);

  const phase = phaseAt({ from: coupon.validFrom, until: coupon.validUntil }, now);
  if (phase === 'BEFORE') return couponNotYetActive(code, coupon.validFrom!);
  if (phase === 'AFTER') return couponExpired(code, coupon.validUntil!);

  const campaignStatus = campaign && campaignStatusOf(campaign, now);
  return campaignStatus && campaignStatus !== 'ACTIVE'
    ? campaignNotRunning(code, campaign, campaignStatus)
    : null;
}

/** Whether shipping is paid for without anybody's having said what it costs: no limit on money could count that. */
const isShippingUnknown = ({ freeShipping, shippingDiscount }: Valuation): boolean =>
  freeShipping && shippingDiscount === null;

/** What one use comes to in each measure. */
export const amountsOf = ({ discount, shippingDiscount, subtotal }: Valuation) => ({
  USES: 1n,
  DISCOUNT: discount.minor + (shippingDiscount?.minor ?? 0n),
  ORDER_VALUE: subtotal.minor,
});

/** Whether a use of the coupon is left: the first of the two limits that it has in short form. */
export function usesForAnybody({ coupon }: Pick<Question, 'coupon'>) {
  const { code, maxUses, usesCount } = coupon;
  return maxUses !== null && usesLeft(coupon) === 0 ? usageLimitReached(code, maxUses, usesCount) : null;
}

/** Whether one is left for this customer: the second. */
export function usesForCustomer({ coupon, customer, customerId, customerUses }: Omit<Question, 'order'>) {
  const { code, perCustomerLimit } = coupon;
  if (perCustomerLimit === null) return null;
  if (customer === null) return customerRequired(code, perCustomerLimit);
  return customerUses >= perCustomerLimit
    ? customerLimitReached(code, customerId ?? customer, perCustomerLimit, customerUses)
    : null;
}

/** Whether all limits with this measure have room for so much; those that have it only by their over-run are named. */
function room(question: Question, measure: Limit['measure'], amount: bigint) {
  const overruns: Overrun[] = [];
  for (const counted of question.limits) {
    const { limit } = counted;
    if (limit.measure !== measure) continue;
    const over = roomIn(question, counted, amount);
    if (typeof over !== 'bigint') return over;
    if (over > 0n) overruns.push({ limitId: limit.id, amount: over, currency: limit.currency });
  }
  return overruns;
}

/** How much of the amount a limit lets pass only by its over-run, if it has room for it. */
export function roomIn(
  { coupon: { code }, order, customer, now }: Omit<Question, 'order'> & { readonly order: Order | null },
  { limit, used }: Pick<Counted, 'limit' | 'used'>,
  amount: bigint,
) {
  if (limit.per.kind === 'CUSTOMER' && customer === null) return customerRequired(code, null);
  if (limit.currency !== null && order && limit.currency !== order.currency) {
    // What the tenant allows in one currency says nothing of the others; a coupon's or a campaign's money is one sum.
    return limit.target.kind === 'TENANT'
      ? 0n
      : currencyMismatch(code, [limit.currency], order.currency, 'limit of the coupon');
  }
  const over = overrunOf(limit, used, amount);
  return over ?? limitReached(code, limit, used, amount, resetOf(limit.window, now));
}

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
