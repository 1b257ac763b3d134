import type { AmountChange, Change } from '../conditions/change.js';
import type { Condition } from '../conditions/core.js';
import type { Finder } from '../conditions/finder.js';
import { selectedBy, type Picked } from '../conditions/selection.js';
import type { Situation } from '../conditions/situation.js';
import { exclusionOf, selectionOf } from '../coupons/applicability.js';
import type { Coupon } from '../coupons/core.js';
import type { FixedPriceDiscount } from '../discounts/fixed-price.js';
import type { Question } from '../evaluation/question.js';
import { amountsOf, valuate } from '../evaluation/valuation.js';
import { money, type Money } from '../lib/money.js';
import { isFailure } from '../lib/outcome.js';
import { overrunOf } from '../limits/count.js';
import type { LimitReached } from '../limits/errors.js';
import { questionAfter } from './after.js';
import { unfloored, unitsOf } from './choices.js';

/**
 * Of so many minor units even the least share that there is, a hundredth of a per cent, is one; and they leave one above the
 * highest price floor that is not all of the price.
 */
const enoughMinor = 10_000n;

/**
 * How much the items have to cost of which a coupon takes nothing off, for it to take something off: a tenth of 0.04 is
 * rounded to nothing, and nothing is taken off what is free. Exactly the least is found, of one item that is put in. Null
 * where dearer items are of no use.
 */
export function leastAmount(question: Question, { spend }: Finder): Condition | null {
  const { coupon } = question;
  if (isForSomeByPrice(coupon)) return null;
  const picked = discountedBy(coupon);
  const more = leastOf(enoughMinor, (minor) => {
    spend(stepsToTry(question));
    return !isFailure(valuate(withAmount(question, 'ADD_AMOUNT', picked, minor)));
  });
  return more !== null && spend(0) ? costing(question, picked, 'gte', more) : null;
}

/**
 * How little the items have to cost for a limit on money to have room for a use, of which it has some, but not enough.
 * Exactly the most is found, whichever of them are cheaper. Null where it is no matter of what they cost.
 */
export function mostAmount(
  question: Question,
  { limit, used, asked }: LimitReached,
  finder: Finder,
): Condition | null {
  const { coupon, situation } = question;
  const room = limit.ceiling + limit.overrun - used;
  if (limit.measure === 'USES' || room <= 0n) return null;
  if (limit.measure === 'ORDER_VALUE') return costing(question, { of: null }, 'lte', asked - room);
  if (!isByAmount(coupon)) return null;
  const picked = discountedBy(coupon);
  const less = leastOf(sumOf(situation(), picked), (minor) => {
    finder.spend(stepsToTry(question));
    const valuation = valuate(withAmount(unfloored(question), 'REDUCE_AMOUNT', picked, minor));
    return isFailure(valuation) || overrunOf(limit, used, amountsOf(valuation).DISCOUNT) !== null;
  });
  return less !== null && finder.spend(0) ? costing(question, picked, 'lte', less) : null;
}

/**
 * That units are put in which cost just so much that a group of them is dearer than its fixed price: as many as a first group
 * lacks, or else one more, beside the dearest that are there. No sum says as much: many cheap units make no group dear. Null where
 * there is nothing to be put in, or what is put in is of no use.
 */
export function dearUnits(question: Question, { spend }: Finder): Condition | null {
  const { coupon, order } = question;
  const { discount } = coupon;
  if (discount.kind !== 'FIXED_PRICE' || !order.lines) return null;
  const asked: Question = { ...question, coupon: { ...coupon, minimumOrder: null } };
  const picked = discountedBy(coupon);
  const present = unitsOf(question, picked);
  const quantity = Math.max(1, discount.groupSize - present);
  const exactly: Condition = {
    kind: 'NUMBER',
    fact: 'quantity',
    ...picked,
    test: { op: 'eq', value: present + quantity },
  };
  const ways: Condition[] = [];
  for (const { currency, minor } of pricesFor(discount, order.currency)) {
    const inCurrency = questionAfter(asked, currency === order.currency ? [] : [inOther(currency)]);
    const isDear = (minor: bigint): boolean => {
      spend(stepsToTry(question));
      const added: Change = {
        kind: 'ADD_ITEMS',
        ...picked,
        quantity,
        unit: 'UNITS',
        worth: money(minor, currency),
      };
      return !isFailure(valuate(questionAfter(inCurrency, [added])));
    };
    // Then it is no matter of what they cost.
    if (isDear(1n)) return null;
    const worth = leastOf(minor + enoughMinor, isDear);
    if (worth !== null && spend(0))
      ways.push({ kind: 'ALL', of: [exactly, costing(inCurrency, picked, 'gte', worth)] });
  }
  return ways.length > 0 ? { kind: 'ANY', of: ways } : null;
}

/** In the currency of the order, if there is a price in it. */
function pricesFor({ price }: FixedPriceDiscount, currency: string): readonly Money[] {
  const same = price.filter((each) => each.currency === currency);
  return same.length > 0 ? same : price;
}

const inOther = (currency: string): Change => ({ kind: 'CHANGE_CURRENCY', to: [currency], otherThan: [] });

/** Whether an item that is put in may push aside another of which more was taken off. */
const isForSomeByPrice = ({ discount }: Pick<Coupon, 'discount'>): boolean =>
  discount.kind === 'BUY_X_GET_Y' || ('target' in discount && discount.target === 'CHEAPEST');

/** Whether less is taken off of less. An amount in all is not: so little would be bought that nobody has said a word for it. */
const isByAmount = ({ discount }: Pick<Coupon, 'discount'>): boolean =>
  (discount.kind === 'PERCENTAGE' && (discount.target === 'MATCHING_ITEMS' || discount.target === 'ORDER')) ||
  (discount.kind === 'TIERED' && (discount.by === 'AMOUNT' || discount.tiers.every(({ amount }) => !amount)));

// To put an item in, or make them cheaper, and to look at each line.
const stepsOfLine = 4;
const stepsToTry = ({ order: { lines } }: Question): number => stepsOfLine * (1 + (lines?.length ?? 0));

/** Up to a number, the least from which on something is so; null if it is not so even then. */
function leastOf(most: bigint, isSo: (number: bigint) => boolean): bigint | null {
  if (!isSo(most)) return null;
  let [low, high] = [0n, most];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (isSo(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const withAmount = (
  question: Question,
  kind: AmountChange['kind'],
  picked: Picked,
  minor: bigint,
): Question => questionAfter(question, [{ kind, ...picked, currency: question.order.currency, minor }]);

/** That the items cost so much more, or less, than they do. */
const costing = (question: Question, picked: Picked, op: 'gte' | 'lte', by: bigint): Condition => {
  const present = sumOf(question.situation(), picked);
  return {
    kind: 'AMOUNT',
    fact: 'subtotal',
    ...picked,
    currency: question.order.currency,
    test: { op, value: Number(op === 'gte' ? present + by : present - by) },
  };
};

function sumOf({ items, totalMinor }: Situation, picked: Picked): bigint {
  if (!items) return totalMinor;
  return items.filter(selectedBy(picked)).reduce((sum, { listMinor }) => sum + listMinor, 0n);
}

/** Of which items a coupon takes something off. */
function discountedBy({ discount, applicability }: Pick<Coupon, 'discount' | 'applicability'>): Picked {
  if ('target' in discount && discount.target === 'ORDER') return { of: null };
  const except = exclusionOf(applicability);
  return { of: selectionOf(applicability), ...(except && { except }) };
}
