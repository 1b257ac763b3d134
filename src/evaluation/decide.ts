import { statusOf as campaignStatusOf } from '../campaigns/core.js';
import { compile } from '../conditions/compile.js';
import { usesLeft } from '../coupons/core.js';
import { couponRevoked } from '../coupons/errors.js';
import { isFailure, type Failure } from '../lib/outcome.js';
import { phaseAt } from '../lib/window.js';
import type { Limit } from '../limits/core.js';
import { overrunOf, roomFrom } from '../limits/count.js';
import { currenciesLimitedAs } from '../limits/currencies.js';
import { limitReached } from '../limits/errors.js';
import type { Overrun, Valuation } from './core.js';
import {
  campaignNotRunning,
  couponDraft,
  couponExpired,
  couponInactive,
  couponNotApplicable,
  couponNotYetActive,
  currencyMismatch,
  customerLimitReached,
  customerRequired,
  giftCardEmpty,
  ruleNotMet,
  type RuleNotMet,
  usageLimitReached,
} from './errors.js';
import type { Order } from './order.js';
import type { Counted, Question } from './question.js';
import { amountsOf, isShippingUnknown, valuate } from './valuation.js';

export type Refusal = NonNullable<
  | ReturnType<typeof standing>
  | ReturnType<typeof usesForAnybody>
  | ReturnType<typeof moneyOnCard>
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
  const refusal =
    standing(question) ?? usesForAnybody(question) ?? moneyOnCard(question) ?? usesForCustomer(question);
  if (refusal) return refusal;
  const uses = room(question, 'USES', 1n);
  if (isFailure(uses)) return uses;
  const [rule] = rulesAgainst(question, 1);
  if (rule) return rule;

  const valuation = valuate(question);
  // Nothing is made twice where no limit looks at it.
  if (isFailure(valuation) || question.limits.length === 0) return valuation;
  if (isShippingUnknown(valuation) && isDiscountLimited(question)) {
    return couponNotApplicable(question.coupon.code, 'SHIPPING_NEEDED', question.coupon.applicability);
  }
  const amounts = amountsOf(valuation);
  const discount = room(question, 'DISCOUNT', amounts.DISCOUNT);
  if (isFailure(discount)) return discount;
  const value = room(question, 'ORDER_VALUE', amounts.ORDER_VALUE);
  return isFailure(value) ? value : { ...valuation, overruns: [...uses, ...discount, ...value] };
}

/** Whether it matters to a limit how much is taken off. */
const isDiscountLimited = ({ limits, order }: Question): boolean =>
  limits.some(({ limit }) => limit.measure === 'DISCOUNT' && limit.currency === order.currency);

/** Everything that speaks against a use: what `decide` answers comes first. */
export function refusals(question: Question): Refusal[] {
  const first = decide(question);
  if (!isFailure(first)) return [];
  const valuation = valuate(question);
  const amounts = isFailure(valuation) ? null : amountsOf(valuation);
  const empty = moneyOnCard(question);
  const all = [
    standing(question),
    usesForAnybody(question),
    empty,
    usesForCustomer(question),
    ...limitsAgainst(question, 'USES', 1n),
    ...rulesAgainst(question),
    // That an empty card takes nothing off is said with it.
    isFailure(valuation) && !(empty && isNothing(valuation)) ? valuation : null,
    ...(amounts ? limitsAgainst(question, 'DISCOUNT', amounts.DISCOUNT) : []),
    ...(amounts ? limitsAgainst(question, 'ORDER_VALUE', amounts.ORDER_VALUE) : []),
  ].filter(isFailure);
  return [...new Map([first, ...all].map((one) => [nameOf(one), one])).values()];
}

const isNothing = (refusal: Refusal): boolean =>
  refusal.failure === 'CouponNotApplicable' && refusal.cause === 'NOTHING_TO_DISCOUNT';

/** Two rules may refuse in the same words, and so may two limits whose windows are over at the same time. */
function nameOf(refusal: Refusal): string {
  if (refusal.failure === 'RuleNotMet') return refusal.rule.id;
  return refusal.failure === 'LimitReached' ? refusal.limit.id : refusal.message;
}

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

/** Whether a use of the coupon is left: the first of the two limits that it has in short form. */
export function usesForAnybody({ coupon }: Pick<Question, 'coupon'>) {
  const { code, maxUses, usesCount } = coupon;
  return maxUses !== null && usesLeft(coupon) === 0 ? usageLimitReached(code, maxUses, usesCount) : null;
}

/** Whether anything is left on the coupon, if it is a gift card. */
const moneyOnCard = ({ coupon: { code, balance } }: Pick<Question, 'coupon'>) =>
  balance?.minor === 0n ? giftCardEmpty(code, balance) : null;

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

/** Why limits with this measure have no room for so much, each of them. */
const limitsAgainst = (question: Question, measure: Limit['measure'], amount: bigint) =>
  question.limits
    .filter(({ limit }) => limit.measure === measure)
    .map((counted) => roomIn(question, counted, amount))
    .filter(isFailure);

/** How much of the amount a limit lets pass only by its over-run, if it has room for it. */
export function roomIn(
  {
    coupon: { code },
    order,
    customer,
    limits,
    now,
  }: Omit<Question, 'order'> & { readonly order: Order | null },
  counted: Omit<Counted, 'key'>,
  amount: bigint,
) {
  const { limit, used } = counted;
  if (limit.per.kind === 'CUSTOMER' && customer === null) return customerRequired(code, null);
  if (limit.currency !== null && order && limit.currency !== order.currency) {
    // What the tenant allows in one currency says nothing of the others. A coupon's or a campaign's money would be taken off
    // uncounted, unless it is limited in the order's currency as well.
    if (limit.target.kind === 'TENANT') return 0n;
    const currencies = currenciesLimitedAs(
      limit,
      limits.map((one) => one.limit),
    );
    return currencies.includes(order.currency)
      ? 0n
      : currencyMismatch(code, currencies, order.currency, 'limit of the coupon');
  }
  const over = overrunOf(limit, used, amount);
  return over ?? limitReached(code, limit, used, amount, roomFrom(limit, counted, amount, now));
}
