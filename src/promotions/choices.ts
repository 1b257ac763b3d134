import type { Change } from '../conditions/change.js';
import { selectedBy } from '../conditions/selection.js';
import { matches, selectionOf } from '../coupons/applicability.js';
import type { Coupon } from '../coupons/core.js';
import type { Order, OrderLine } from '../evaluation/order.js';
import type { Question } from '../evaluation/question.js';
import { maxMinor, money } from '../lib/money.js';
import { questionAfter } from './after.js';

/**
 * What would be asked after changes, if of the items that these leave to choose those are chosen that speak most against the
 * coupon: what holds of each of these questions holds whatever is chosen. None where nothing is left to choose; null where
 * nobody can tell which items were the worst.
 */
export function questionsAtWorst(question: Question, changes: readonly Change[]): readonly Question[] | null {
  const { coupon, order, limits } = question;
  if (!order.lines) return [];
  const isMoneyLimited = limits.some(({ limit }) => limit.measure !== 'USES');
  if (isMoneyLimited && isOfGroups(coupon) && changes.some(isUnpriced)) return null;
  if (isByUnits(coupon) && changes.some((change) => mayTakeAway(change, coupon, order.lines!))) return null;
  return [
    ...(changes.some(isTakingAway)
      ? takenInTurn(coupon, order.lines).map((lines) => questionAfter(withLines(question, lines), changes))
      : []),
    ...(isMoneyLimited ? dearest(question, changes) : []),
  ];
}

/** Items are added, and nobody says what they cost. */
const isUnpriced = (change: Change): boolean => change.kind === 'ADD_ITEMS' && !change.worth;

/** Some of several items are removed. */
const isRemoval = (change: Change): boolean => change.kind === 'REMOVE_ITEMS' && change.quantity !== null;

const isTakingAway = (change: Change): boolean => change.kind === 'REDUCE_AMOUNT' || isRemoval(change);

/** Whether it depends on how the items go together what is taken off, and not on each of them. */
const isOfGroups = ({ discount }: Pick<Coupon, 'discount'>): boolean =>
  discount.kind === 'BUY_X_GET_Y' || discount.kind === 'FIXED_PRICE';

/** Whether several units have to be there: nobody knows how many go with an amount that is taken away. */
const isByUnits = (coupon: Pick<Coupon, 'discount'>): boolean =>
  isOfGroups(coupon) ||
  (coupon.discount.kind === 'TIERED' && (coupon.discount.tiers[0]?.fromQuantity ?? 0) > 1);

const mayTakeAway = (change: Change, { applicability }: Coupon, lines: readonly OrderLine[]): boolean => {
  if (change.kind !== 'REDUCE_AMOUNT') return false;
  const isSelected = selectedBy(change);
  return lines.some((line) => isSelected(line) && matches(applicability, line));
};

/**
 * What is taken away goes first from what the coupon is for, and last. Among that, and where it is for all, it makes a
 * difference to roundings alone.
 */
function takenInTurn({ applicability }: Coupon, lines: readonly OrderLine[]): (readonly OrderLine[])[] {
  const isFor = (line: OrderLine) => matches(applicability, line);
  const others = lines.filter((line) => !isFor(line));
  if (others.length === 0) return [];
  const those = lines.filter(isFor);
  return [
    [...those, ...others],
    [...others, ...those],
  ];
}

function withLines(question: Question, lines: readonly OrderLine[]): Question {
  const situation = { ...question.situation(), items: lines };
  const order: Order = { ...question.order, lines };
  return { ...question, order, situation: () => situation };
}

/**
 * The most that limits on money may be asked for: what is added is of what the coupon is for, and as dear as can be where
 * nobody says what it costs; what is removed was free.
 */
function dearest(question: Question, changes: readonly Change[]): Question[] {
  const { coupon, order } = question;
  const isAny = changes.some(({ kind }) => kind === 'ADD_ITEMS' || kind === 'ADD_AMOUNT');
  if (!isAny && !changes.some(isRemoval)) return [];
  // Which of its items make up a group is left as it was asked for.
  const of = isOfGroups(coupon) ? null : selectionOf(coupon.applicability);
  const atWorst = changes
    .filter((change) => !isRemoval(change))
    .map((change): Change => {
      if (change.kind === 'ADD_AMOUNT') return { ...change, of: of ?? change.of };
      if (change.kind !== 'ADD_ITEMS') return change;
      return { ...change, of: of ?? change.of, worth: change.worth ?? money(maxMinor, order.currency) };
    });
  return [questionAfter(question, atWorst)];
}
