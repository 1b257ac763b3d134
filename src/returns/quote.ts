import type { ReturnCause, ReturnPolicy } from '../campaigns/core.js';
import type { LineDiscount } from '../evaluation/core.js';
import { allocate, money, smaller, type Money } from '../lib/money.js';
import {
  redemptionLineNotFound,
  returnExceedsQuantity,
  type RedemptionLineNotFound,
  type ReturnExceedsQuantity,
} from './errors.js';

/** What was frozen when the coupon was used. A return is worked out from it alone, never from the rules of today. */
export interface Bought {
  readonly id: string;
  readonly subtotal: Money;
  readonly discount: Money;
  /** The least that the matching items had to come to. */
  readonly minimumOrder: Money | null;
  /** Empty where only a sum was sent. */
  readonly lines: readonly LineDiscount[];
}

export interface ReturnedUnits {
  readonly lineId: string;
  readonly quantity: number;
}

/** Of a return that was made before: what the next one depends on. */
export interface EarlierReturn {
  readonly lines: readonly ReturnedUnits[];
  readonly discount: Money;
  readonly clawback: Money;
}

/** Why something is returned, and what the campaign says of that. */
export interface Terms {
  readonly cause: ReturnCause;
  readonly policy: ReturnPolicy;
}

/** What comes back, and for how much. The lines add up to the subtotal and the discount. */
export interface Returned extends EarlierReturn {
  /** Only those of which something is returned. */
  readonly lines: readonly LineDiscount[];
  readonly subtotal: Money;
  /** What was off these units and had not been clawed back before: it is in force no longer. */
  readonly discount: Money;
  /** Of the discount on what is kept, what is lost by this return: it is in force no longer either. */
  readonly clawback: Money;
  /** What the customer gets back: the subtotal less the discount and the clawback. */
  readonly refund: Money;
  /** Whether nothing is kept after it. */
  readonly isWhole: boolean;
  /** The use is one, so only the return that leaves nothing gives it back, if its cause is one that does. */
  readonly givesUseBack: boolean;
}

/**
 * What a return comes to, after those made before.
 *
 * Each line gives back the share of the units that have come back so far, rounded down, less what it gave back before:
 * so it does not matter in which steps units come back, and the last of them brings what is left to the minor unit.
 *
 * A clawback takes the discount that is still in force on what is kept, as far as the refund goes: nobody is asked to
 * pay. It is the customer's again where the kept units come back as well, for they were paid in full by then. So
 * whoever returns everything, in whatever steps, gets back what was paid, and the discounts and clawbacks of all
 * returns add up to the discount that was taken off.
 *
 * Shipping is not part of it: neither the discount on it, nor what a return does to that.
 */
export function quoteReturn(
  bought: Bought,
  earlier: readonly EarlierReturn[],
  asked: readonly ReturnedUnits[] | 'ALL',
  { cause, policy }: Terms,
): Returned | RedemptionLineNotFound | ReturnExceedsQuantity {
  const sold = bought.lines.length > 0 ? bought.lines : [asLine(bought)];
  const before = bought.lines.length > 0 ? unitsIn(earlier.flatMap(({ lines }) => lines)) : sumsIn(earlier);
  const refused = asked === 'ALL' ? null : refusal(bought, before, unitsIn(asked));
  if (refused) return refused;

  const steps = stepsOf(sold, before, asked === 'ALL' ? unitsLeft(sold, before) : unitsIn(asked));
  const lostBefore =
    sum(earlier, ({ discount, clawback }) => discount.minor + clawback.minor) -
    sum(steps, ({ from }) => from.discount);
  const remaining = sum(steps, ({ line, to }) => line.discount.minor - to.discount);
  const isLost = policy.clawback === 'LOST_THRESHOLD' && fallsBelowMinimum(bought, steps);
  const lost = (isLost ? remaining : smaller(lostBefore, remaining)) - lostBefore;

  const shares = steps.map(({ from, to }) => to.discount - from.discount);
  const regained = allocate(lost < 0n ? -lost : 0n, shares);
  const inCurrency = (minor: bigint) => money(minor, bought.subtotal.currency);
  const parts = steps.map(({ line, from, to, quantity }, index): LineDiscount => {
    const subtotal = to.subtotal - from.subtotal;
    const discount = shares[index]! - regained[index]!;
    return {
      lineId: line.lineId,
      sku: line.sku,
      quantity,
      subtotal: inCurrency(subtotal),
      discount: inCurrency(discount),
      total: inCurrency(subtotal - discount),
    };
  });

  const total = sum(parts, (part) => part.total.minor);
  const clawback = lost > 0n ? smaller(lost, total) : 0n;
  const isWhole = steps.every(({ isAll }) => isAll);
  return {
    lines: bought.lines.length > 0 ? parts.filter(({ quantity }) => quantity > 0) : [],
    subtotal: inCurrency(sum(parts, (part) => part.subtotal.minor)),
    discount: inCurrency(sum(parts, (part) => part.discount.minor)),
    clawback: inCurrency(clawback),
    refund: inCurrency(total - clawback),
    isWhole,
    givesUseBack: isWhole && policy.usesReturn.includes(cause),
  };
}

type Units = ReadonlyMap<string, number>;

function unitsIn(returned: readonly ReturnedUnits[]): Units {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of returned) units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  return units;
}

const unitsLeft = (lines: readonly LineDiscount[], before: Units): Units =>
  new Map(lines.map(({ lineId, quantity }) => [lineId, quantity - (before.get(lineId) ?? 0)]));

/** A mere sum is one unit of one line, which nobody can ask for by its id. */
const asLine = ({ subtotal, discount }: Bought): LineDiscount => ({
  lineId: '',
  sku: '',
  quantity: 1,
  subtotal,
  discount,
  total: money(subtotal.minor - discount.minor, subtotal.currency),
});

/** It is only returned as a whole, so whatever came before was all of it. */
const sumsIn = (earlier: readonly EarlierReturn[]): Units => new Map([['', earlier.length > 0 ? 1 : 0]]);

function refusal({ id, lines }: Bought, before: Units, units: Units) {
  const bought = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
  for (const [lineId, quantity] of units) {
    const all = bought.get(lineId);
    if (all === undefined) return redemptionLineNotFound(id, lineId, [...bought.keys()]);
    const left = all - (before.get(lineId) ?? 0);
    if (quantity > left) return returnExceedsQuantity(id, lineId, quantity, left);
  }
  return null;
}

/** What a line has given back before a return and after it, in minor units. */
interface Step {
  readonly line: LineDiscount;
  readonly quantity: number;
  readonly from: Share;
  readonly to: Share;
  readonly isAll: boolean;
}

interface Share {
  readonly subtotal: bigint;
  readonly discount: bigint;
}

const stepsOf = (lines: readonly LineDiscount[], before: Units, units: Units): Step[] =>
  lines.map((line) => {
    const start = before.get(line.lineId) ?? 0;
    const quantity = units.get(line.lineId) ?? 0;
    const end = start + quantity;
    return {
      line,
      quantity,
      from: shareOf(line, start),
      to: shareOf(line, end),
      isAll: end === line.quantity,
    };
  });

/** Of so many units of a line. The discount follows the subtotal, so that it is never more, whatever that rounds to. */
function shareOf({ quantity, subtotal, discount }: LineDiscount, units: number): Share {
  const part = (subtotal.minor * BigInt(units)) / BigInt(quantity);
  return { subtotal: part, discount: subtotal.minor > 0n ? (discount.minor * part) / subtotal.minor : 0n };
}

/**
 * Whether what is kept would not have earned the discount. What is frozen does not say which lines the coupon is for:
 * those with a discount are taken for them, unless these alone never came to the minimum (the discount was on shipping
 * only, or too small for each line to get some); then all lines are.
 */
function fallsBelowMinimum({ minimumOrder }: Bought, steps: readonly Step[]): boolean {
  if (!minimumOrder) return false;
  const discounted = steps.filter(({ line }) => line.discount.minor > 0n);
  const counted =
    sum(discounted, ({ line }) => line.subtotal.minor) < minimumOrder.minor ? steps : discounted;
  return sum(counted, ({ line, to }) => line.subtotal.minor - to.subtotal) < minimumOrder.minor;
}

const sum = <T>(parts: readonly T[], minor: (part: T) => bigint): bigint =>
  parts.reduce((total, part) => total + minor(part), 0n);
