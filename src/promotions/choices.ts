import type { Change } from '../conditions/change.js';
import { selectedBy } from '../conditions/selection.js';
import { matches, selectionOf } from '../coupons/applicability.js';
import type { Coupon } from '../coupons/core.js';
import { isUnpriced } from '../conditions/stricter.js';
import type { Discount } from '../discounts/core.js';
import { matchingItems } from '../discounts/target.js';
import { floorOf, type Order, type OrderLine } from '../evaluation/order.js';
import type { Question } from '../evaluation/question.js';
import { larger, maxMinor, money, smaller } from '../lib/money.js';
import { questionAfter } from './after.js';

/**
 * What would be asked after changes, if of what these leave to choose that is chosen which speaks most against the coupon:
 * what holds of each of these questions holds whatever is chosen. Null where nobody can tell which choice were the worst.
 */
export function questionsAtWorst(question: Question, changes: readonly Change[]): readonly Question[] | null {
  const { coupon, order, limits } = question;
  const after = questionAfter(question, changes);
  if (!order.lines || !changes.some((change) => 'of' in change)) return [after];
  if (isByUnits(coupon) && changes.some((change) => mayTakeAway(change, coupon, order.lines!))) return null;
  const isMoneyLimited = limits.some(({ limit }) => limit.measure !== 'USES');
  const carts = changes.some(isTakingAway) ? takenInTurn(coupon, order.lines) : [order.lines];
  return [
    after,
    ...carts.flatMap((lines) => {
      const asked = withLines(question, lines);
      return [leastOff(asked, changes), ...(isMoneyLimited ? mostOff(asked, changes) : [])];
    }),
  ];
}

/** Some of several items are removed, or fewer or cheaper ones are taken. */
const isTakingAway = (change: Change): boolean =>
  change.kind === 'REDUCE_AMOUNT' || change.kind === 'LOWER_AMOUNT' || change.kind === 'REMOVE_ITEMS';

/** Whether several units have to be there: nobody knows how many go with an amount that is taken away. */
const isByUnits = ({ discount }: Pick<Coupon, 'discount'>): boolean =>
  discount.kind === 'BUY_X_GET_Y' ||
  discount.kind === 'FIXED_PRICE' ||
  (discount.kind === 'TIERED' && (discount.tiers[0]?.fromQuantity ?? 0) > 1);

const mayTakeAway = (change: Change, { applicability }: Coupon, lines: readonly OrderLine[]): boolean => {
  if (change.kind !== 'REDUCE_AMOUNT') return false;
  const isSelected = selectedBy(change);
  return lines.some((line) => isSelected(line) && matches(applicability, line));
};

const unitPrice = ({ listMinor, quantity }: OrderLine): number => Number(listMinor) / quantity;

/** What is taken away goes first from what the coupon is for, or last; and first from the dearest, or the cheapest. */
function takenInTurn({ applicability }: Coupon, lines: readonly OrderLine[]): (readonly OrderLine[])[] {
  const rising = lines.toSorted((a, b) => unitPrice(a) - unitPrice(b));
  const isFor = (line: OrderLine) => matches(applicability, line);
  const isNot = (line: OrderLine) => !isFor(line);
  return [rising, rising.toReversed()].flatMap((each) => [
    [...each.filter(isFor), ...each.filter(isNot)],
    [...each.filter(isNot), ...each.filter(isFor)],
  ]);
}

function withLines(question: Question, lines: readonly OrderLine[]): Question {
  const situation = { ...question.situation(), items: lines };
  const order: Order = { ...question.order, lines };
  return { ...question, order, situation: () => situation };
}

/** So that the least is taken off: an amount that is added is many cheap items, and price floors are rounded up. */
function leastOff(question: Question, changes: readonly Change[]): Question {
  const { coupon } = question;
  const after = questionAfter(question, changes.map(inPieces));
  if (coupon.stacking.floorBasisPoints === null || !after.order.lines) return after;
  const isTaken = changes.some(isTakingAway);
  const before = new Set(question.order.lines?.map(({ sku }) => sku));
  const floored = after.order.lines.map((line): OrderLine => {
    const floorMinor = before.has(line.sku)
      ? floorOf(coupon, line.listMinor) + (isTaken ? 1n : 0n)
      : floorOfUnits(coupon, line);
    return { ...line, floorMinor: larger(line.floorMinor, smaller(line.listMinor, floorMinor)) };
  });
  return { ...after, order: { ...after.order, lines: floored } };
}

/** More pieces make no difference any more. */
const maxPieces = 10_000n;

function inPieces(change: Change): Change {
  if (change.kind !== 'ADD_AMOUNT') return change;
  const { of, except, minor, currency } = change;
  const quantity = Number(smaller(minor, maxPieces));
  return {
    kind: 'ADD_ITEMS',
    of,
    ...(except && { except }),
    quantity,
    unit: 'UNITS',
    worth: money(minor, currency),
  };
}

/** Of units that may stand on a line each. */
function floorOfUnits(coupon: Coupon, { listMinor, quantity }: OrderLine): bigint {
  const units = BigInt(quantity);
  return units * floorOf(coupon, listMinor / units);
}

/**
 * So that limits on money are asked for the most: what is added is of what the coupon is for, and as dear as may be; and no
 * price floor is in the way.
 */
function mostOff(question: Question, changes: readonly Change[]): Question[] {
  const { coupon, order } = question;
  const of = selectionOf(coupon.applicability);
  const atMost = changes.map((change): Change => {
    if (change.kind === 'ADD_AMOUNT') return { ...change, of: of ?? change.of };
    if (change.kind !== 'ADD_ITEMS') return change;
    const worth = isUnpriced(change) ? (change.atMost ?? money(maxMinor, order.currency)) : change.worth!;
    return { ...change, of: of ?? change.of, worth };
  });
  const after = questionAfter(unfloored(question), atMost);
  return atMostOff(coupon.discount).map((discount) => ({ ...after, coupon: { ...after.coupon, discount } }));
}

export const unfloored = (question: Question): Question => ({
  ...question,
  coupon: { ...question.coupon, stacking: { ...question.coupon.stacking, floorBasisPoints: null } },
});

/** Discounts of which some takes off as much at least, however the same items go together. */
function atMostOff(discount: Discount): Discount[] {
  const shareOfAll = (basisPoints: number): Discount => ({
    kind: 'PERCENTAGE',
    basisPoints,
    maximum: null,
    ...matchingItems,
    freeShipping: false,
  });
  switch (discount.kind) {
    case 'BUY_X_GET_Y':
      return [shareOfAll(discount.get.basisPoints)];
    case 'FIXED_PRICE':
      return [shareOfAll(10_000)];
    case 'TIERED':
      return discount.by === 'AMOUNT'
        ? [discount]
        : discount.tiers.map((tier) => ({ ...discount, tiers: [{ ...tier, fromQuantity: 1 }] }));
    default:
      return 'target' in discount && discount.units !== null ? [{ ...discount, ...matchingItems }] : [discount];
  }
}
