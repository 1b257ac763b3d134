import type { AmountChange, Change } from '../conditions/change.js';
import { selectedBy, type Picked } from '../conditions/selection.js';
import { overlapOf } from '../conditions/spans.js';
import { exclusionOf, matches, selectionOf } from '../coupons/applicability.js';
import type { Coupon } from '../coupons/core.js';
import type { Discount } from '../discounts/core.js';
import type { Tier, TieredDiscount } from '../discounts/tiered.js';
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
  if (changes.some((change) => isUnforeseeable(change, question))) return null;
  const isMoneyLimited = limits.some(({ limit }) => limit.measure !== 'USES');
  const carts = changes.some(isOfPresent) ? takenInTurn(coupon, order.lines) : [order.lines];
  return [
    after,
    ...carts.flatMap((lines) => {
      const asked = withLines(question, lines);
      return [leastOff(asked, changes), ...(isMoneyLimited ? [mostOff(asked, changes)] : [])];
    }),
  ];
}

const isOfPrices = (change: Change): change is AmountChange =>
  change.kind === 'RAISE_AMOUNT' || change.kind === 'REDUCE_AMOUNT' || change.kind === 'LOWER_AMOUNT';

/** It is done to items that are there, and to which of them is left open. */
const isOfPresent = (change: Change): boolean => isOfPrices(change) || isRemoval(change);

/** Some of several items are removed. */
const isRemoval = (change: Change): boolean => change.kind === 'REMOVE_ITEMS' && change.quantity !== null;

/**
 * Whether nobody can tell what a change does to the discount at worst: this hangs on what each item costs beside the others, of
 * which the change tells but the sum; or on how many there are, and nobody knows how many go with so much money.
 */
function isUnforeseeable(change: Change, question: Question): boolean {
  const { coupon, order } = question;
  const { discount, applicability } = coupon;
  const isByPrice =
    discount.kind === 'BUY_X_GET_Y' ||
    discount.kind === 'FIXED_PRICE' ||
    ('target' in discount && discount.units !== null);
  const isByUnits = discount.kind === 'TIERED' && (discount.tiers[0]?.fromQuantity ?? 0) > 1;
  const isOfSum = 'minor' in change || ('worth' in change && change.quantity !== 1);
  if (isOneGroup(change, question)) return false;
  if (!(isByPrice && isOfSum) && !(isByUnits && change.kind === 'REDUCE_AMOUNT')) return false;
  return 'of' in change && overlapOf(change, pickedBy(applicability), order.lines ?? []) !== 'APART';
}

/** With what is put in there is one group for a price: what its units cost together is all that matters, if no price floor does. */
function isOneGroup(change: Change, question: Question): boolean {
  const { discount, stacking, applicability } = question.coupon;
  if (discount.kind !== 'FIXED_PRICE' || change.kind !== 'ADD_ITEMS' || stacking.floorBasisPoints !== null)
    return false;
  const picked = pickedBy(applicability);
  return unitsOf(question, picked) + (change.quantity ?? 0) === discount.groupSize;
}

/** How many units a cart has of some items. */
export const unitsOf = ({ order: { lines } }: Question, picked: Picked): number =>
  (lines ?? []).filter(selectedBy(picked)).reduce((sum, { quantity }) => sum + quantity, 0);

/** The items that a coupon is for. */
const pickedBy = (applicability: Coupon['applicability']): Picked => ({
  of: selectionOf(applicability),
  except: exclusionOf(applicability) ?? undefined,
});

const unitPrice = ({ listMinor, quantity }: OrderLine): number => Number(listMinor) / quantity;

/** What is done to items that are there is done first to what the coupon is for, or last; and first to the dearest, or the cheapest. */
function takenInTurn({ applicability }: Coupon, lines: readonly OrderLine[]): (readonly OrderLine[])[] {
  const rising = lines.toSorted((a, b) => unitPrice(a) - unitPrice(b));
  const those = rising.filter((line) => matches(applicability, line));
  const others = rising.filter((line) => !matches(applicability, line));
  const orders = [
    [...those, ...others],
    [...others, ...those],
  ].slice(others.length > 0 ? 0 : 1);
  return orders.flatMap((lines) => [lines, lines.toReversed()]);
}

function withLines(question: Question, lines: readonly OrderLine[]): Question {
  const situation = { ...question.situation(), items: lines };
  const order: Order = { ...question.order, lines };
  return { ...question, order, situation: () => situation };
}

/**
 * So that the least is taken off: what is added is of what the coupon is not for, if it may be; an amount is many cheap
 * items; and price floors are rounded up.
 */
function leastOff(question: Question, changes: readonly Change[]): Question {
  const { coupon } = question;
  const after = questionAfter(
    question,
    changes.map((change) => inPieces(asOther(change, question))),
  );
  if (coupon.stacking.floorBasisPoints === null || !after.order.lines) return after;
  const more = changes.some(isOfPresent) ? 1n : 0n;
  const kept = new Set(question.order.lines);
  const floored = after.order.lines.map((line): OrderLine => {
    const whole = floorOf(coupon, line.listMinor) + more;
    const floorMinor = kept.has(line) ? whole : larger(whole, floorOfUnits(coupon, line));
    return { ...line, floorMinor: larger(line.floorMinor, smaller(line.listMinor, floorMinor)) };
  });
  return { ...after, order: { ...after.order, lines: floored } };
}

function asOther(change: Change, { coupon: { applicability }, order: { lines } }: Question): Change {
  if (change.kind !== 'ADD_AMOUNT' && change.kind !== 'ADD_ITEMS') return change;
  const those = pickedBy(applicability);
  if (overlapOf(change, those, lines ?? []) === 'WITHIN') return change;
  const { of, except } = those;
  return of ? { ...change, of: null, except: of } : { ...change, of: except ?? null };
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

/** Of units that may stand on a line each, at whatever prices that come to as much: each line's floor is rounded up. */
const floorOfUnits = (coupon: Coupon, { listMinor, quantity }: OrderLine): bigint =>
  floorOf(coupon, listMinor) + BigInt(quantity) - 1n;

/**
 * So that limits on money are asked for the most: what is added is of what the coupon is for, and as dear as may be; and no
 * price floor is in the way.
 */
function mostOff(question: Question, changes: readonly Change[]): Question {
  const { coupon, order } = question;
  const of = selectionOf(coupon.applicability);
  // What is removed may have been for nothing.
  const atMost = changes
    .filter((change) => !isRemoval(change))
    .map((change): Change => {
      if (change.kind === 'ADD_AMOUNT') return { ...change, of: of ?? change.of };
      if (change.kind !== 'ADD_ITEMS') return change;
      const worth = change.worth ?? change.atMost ?? money(maxMinor, order.currency);
      return { ...change, of: of ?? change.of, worth };
    });
  const after = questionAfter(unfloored(question), atMost);
  return { ...after, coupon: { ...after.coupon, discount: boundOf(coupon.discount) } };
}

export const unfloored = (question: Question): Question => ({
  ...question,
  coupon: { ...question.coupon, stacking: { ...question.coupon.stacking, floorBasisPoints: null } },
});

/** From the first unit on what only many are worth. */
const highestOf = ({ tiers }: TieredDiscount): Tier[] =>
  tiers.slice(-1).map((tier) => ({ ...tier, fromAmount: null, fromQuantity: 1 }));

/** A discount that takes off as much at least, however the same items go together. */
function boundOf(discount: Discount): Discount {
  const shareOfAll = (basisPoints: number): Discount => ({
    kind: 'PERCENTAGE',
    basisPoints,
    maximum: null,
    ...matchingItems,
    freeShipping: false,
  });
  switch (discount.kind) {
    case 'BUY_X_GET_Y':
      return shareOfAll(discount.get.basisPoints);
    case 'FIXED_PRICE':
      return shareOfAll(10_000);
    case 'TIERED':
      return discount.by === 'AMOUNT' ? discount : { ...discount, tiers: highestOf(discount) };
    default:
      return 'target' in discount && discount.units !== null ? { ...discount, ...matchingItems } : discount;
  }
}
