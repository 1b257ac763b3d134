import type { AmountChange } from '../conditions/change.js';
import type { Condition } from '../conditions/core.js';
import type { Finder } from '../conditions/finder.js';
import { selectedBy, type Picked } from '../conditions/selection.js';
import { exclusionOf, selectionOf } from '../coupons/applicability.js';
import type { Coupon } from '../coupons/core.js';
import type { Question } from '../evaluation/question.js';
import { valuate } from '../evaluation/valuation.js';
import { isFailure } from '../lib/outcome.js';
import { questionAfter } from './after.js';

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
  const { coupon, situation, order } = question;
  // Whether dearer items are bought or got is not for all of them the same.
  if (coupon.discount.kind === 'BUY_X_GET_Y') return null;
  const picked = discountedBy(coupon);
  const { currency } = order;
  const isEnough = (minor: bigint): boolean => {
    const add: AmountChange = { kind: 'ADD_AMOUNT', ...picked, currency, minor };
    return (
      spend(stepsOfLine * (1 + (order.lines?.length ?? 0))) && takesSomething(questionAfter(question, [add]))
    );
  };
  if (!isEnough(enoughMinor)) return null;
  let [tooLittle, enough] = [0n, enoughMinor];
  while (enough - tooLittle > 1n) {
    const middle = (tooLittle + enough) / 2n;
    if (isEnough(middle)) enough = middle;
    else tooLittle = middle;
  }
  const { items, totalMinor } = situation();
  const present = items
    ? items.filter(selectedBy(picked)).reduce((sum, { listMinor }) => sum + listMinor, 0n)
    : totalMinor;
  return {
    kind: 'AMOUNT',
    fact: 'subtotal',
    ...picked,
    currency,
    test: { op: 'gte', value: Number(present + enough) },
  };
}

// To put an item in, and to look at each line.
const stepsOfLine = 4;

const takesSomething = (question: Question): boolean => !isFailure(valuate(question));

/** Of which items a coupon takes something off. */
function discountedBy({ discount, applicability }: Pick<Coupon, 'discount' | 'applicability'>): Picked {
  if ('target' in discount && discount.target === 'ORDER') return { of: null };
  const except = exclusionOf(applicability);
  return { of: selectionOf(applicability), ...(except && { except }) };
}
