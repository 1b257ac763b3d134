import type { LineDiscount } from '../evaluation/core.js';
import { larger, smaller } from '../lib/money.js';
import type { Purchase, PurchaseCode } from './purchase.js';
import { shareOf, sum, type Units } from './units.js';

/** Where a purchase stands after returns, in minor units. */
export interface Settled {
  /** What the customer has got back. */
  readonly refunded: bigint;
  /** What is clawed back, by code: of its discount on what is kept, what is lost at this moment. */
  readonly lost: readonly bigint[];
}

export const unsettled = ({ codes }: Purchase): Settled => ({ refunded: 0n, lost: codes.map(() => 0n) });

/**
 * Where a purchase stands once so many units of it have come back in all. What is refunded is what was paid for them, less
 * what the codes claw back: as far as that goes, for nobody is asked to pay. Whatever was lost before stays so until what
 * it was on comes back as well; what can be clawed back beside it is taken in the order of the codes.
 */
export function settle({ codes, paid }: Purchase, units: Units, before: Settled): Settled {
  const paidMinor = sum(paid, (line) => {
    const { subtotal, discount } = shareOf(line, Math.min(line.quantity, units.get(line.lineId) ?? 0));
    return subtotal - discount;
  });
  const due = codes.map((code, index) => {
    const remaining = discountOnKept(code, units);
    return losesThreshold(code, units) ? remaining : smaller(before.lost[index]!, remaining);
  });
  const refunded = larger(before.refunded, paidMinor - sum(due, (minor) => minor));
  const kept = due.map((minor, index) => smaller(minor, before.lost[index]!));
  let more = larger(0n, paidMinor - refunded - sum(kept, (minor) => minor));
  const lost = kept.map((minor, index) => {
    const added = smaller(more, due[index]! - minor);
    more -= added;
    return minor + added;
  });
  return { refunded, lost };
}

const kept = (line: LineDiscount, units: Units) => {
  const { subtotal, discount } = shareOf(line, units.get(line.lineId) ?? 0);
  return { subtotal: line.subtotal.minor - subtotal, discount: line.discount.minor - discount };
};

const discountOnKept = ({ lines }: PurchaseCode, units: Units): bigint =>
  sum(lines, (line) => kept(line, units).discount);

/**
 * Whether what is kept would not have earned the discount, where that is lost by it. What is frozen does not say which
 * lines the coupon is for: those with a discount are taken for them, unless these alone never came to the minimum (the
 * discount was on shipping only, or too small for each line to get some); then all lines are.
 */
function losesThreshold({ clawback, minimumOrder, lines }: PurchaseCode, units: Units): boolean {
  if (clawback !== 'LOST_THRESHOLD' || !minimumOrder) return false;
  const discounted = lines.filter(({ discount }) => discount.minor > 0n);
  const counted = sum(discounted, ({ subtotal }) => subtotal.minor) < minimumOrder.minor ? lines : discounted;
  return sum(counted, (line) => kept(line, units).subtotal) < minimumOrder.minor;
}
