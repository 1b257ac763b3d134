import type { ReturnCause, ReturnPolicy } from '../campaigns/core.js';
import type { LineDiscount } from '../evaluation/core.js';
import { allocate, money, type Money } from '../lib/money.js';
import {
  redemptionLineNotFound,
  returnExceedsQuantity,
  type RedemptionLineNotFound,
  type ReturnExceedsQuantity,
} from './errors.js';
import { purchaseAlone, type Purchase } from './purchase.js';
import { settle, unsettled, type Settled } from './settle.js';
import {
  priced,
  shareOf,
  sum,
  unitsIn,
  type Bought,
  type EarlierReturn,
  type ReturnedUnits,
  type Share,
  type Units,
} from './units.js';

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
  /**
   * What the customer gets back: what was paid for these units, less what is clawed back. With the only code of an order
   * that is the subtotal less the discount and the clawback; of several codes the last one brings it for all.
   */
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
 * Of several codes of an order each is returned by itself, and each as if the others had given back the same units: what
 * it comes to depends on none of their returns. So it makes no difference which of them is asked about or given back
 * first, and a clawback of any is off the refund that the last one brings.
 *
 * Shipping is not part of it: neither the discount on it, nor what a return does to that.
 */
export function quoteReturn(
  bought: Bought,
  earlier: readonly EarlierReturn[],
  asked: readonly ReturnedUnits[] | 'ALL',
  { cause, policy }: Terms,
  purchase: Purchase = purchaseAlone(bought, policy.clawback),
): Returned | RedemptionLineNotFound | ReturnExceedsQuantity {
  const refused = asked === 'ALL' ? null : refusal(bought, unitsBack(earlier), unitsIn(asked));
  if (refused) return refused;

  const isSum = bought.lines.length === 0;
  const since = earlier.slice(purchase.returnsBefore);
  const before = isSum && since.length > 0 ? unitsIn(purchase.lines) : unitsBack(since);
  const units = asked === 'ALL' ? unitsLeft(purchase.lines, before) : unitsIn(asked);
  const steps = stepsOf(purchase.lines, before, units);

  const lostBefore =
    sum(since, ({ discount, clawback }) => discount.minor + clawback.minor) -
    sum(steps, ({ from }) => from.discount);
  const bringsRefund = purchase.own === purchase.codes.length - 1;
  const start = settledBefore(purchase, since, lostBefore, bringsRefund);
  // A mere sum comes back as a whole.
  const now = isSum ? unitsIn(purchase.codes[purchase.own]!.lines) : unitsIn(steps.map(endOf));
  const settled = settle(purchase, now, start);

  const lost = settled.lost[purchase.own]! - lostBefore;
  const shares = steps.map(({ from, to }) => to.discount - from.discount);
  const regained = allocate(lost < 0n ? -lost : 0n, shares);
  const inCurrency = (minor: bigint) => money(minor, bought.subtotal.currency);
  const parts = steps.map(({ line, from, to, quantity }, index): LineDiscount => {
    const subtotal = inCurrency(to.subtotal - from.subtotal);
    return {
      lineId: line.lineId,
      sku: line.sku,
      quantity,
      ...priced(subtotal, shares[index]! - regained[index]!),
    };
  });

  const isWhole = steps.every(({ line, end }) => end === line.quantity);
  return {
    lines: isSum ? [] : parts.filter(({ quantity }) => quantity > 0),
    subtotal: inCurrency(sum(parts, (part) => part.subtotal.minor)),
    discount: inCurrency(sum(parts, (part) => part.discount.minor)),
    clawback: inCurrency(lost > 0n ? lost : 0n),
    refund: inCurrency(bringsRefund ? settled.refunded - start.refunded : 0n),
    isWhole,
    givesUseBack: isWhole && policy.usesReturn.includes(cause),
  };
}

/**
 * Where a purchase stands before a return. What was refunded with this code and clawed back of it in fact goes before what
 * follows from today's policies.
 */
function settledBefore(
  purchase: Purchase,
  since: readonly EarlierReturn[],
  lostBefore: bigint,
  bringsRefund: boolean,
): Settled {
  const known = since.reduce(
    (settled, _, index) => settle(purchase, unitsBack(since.slice(0, index + 1)), settled),
    unsettled(purchase),
  );
  return {
    refunded: bringsRefund
      ? sum(since, ({ refund }) => refund.minor) + purchase.refundedBeside
      : known.refunded,
    lost: known.lost.map((minor, index) => (index === purchase.own ? lostBefore : minor)),
  };
}

const unitsBack = (returns: readonly EarlierReturn[]): Units =>
  unitsIn(returns.flatMap(({ lines }) => lines));

const unitsLeft = (lines: readonly LineDiscount[], before: Units): Units =>
  new Map(lines.map(({ lineId, quantity }) => [lineId, quantity - (before.get(lineId) ?? 0)]));

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
  /** How many have come back in all. */
  readonly end: number;
  readonly from: Share;
  readonly to: Share;
}

const stepsOf = (lines: readonly LineDiscount[], before: Units, units: Units): Step[] =>
  lines.map((line) => {
    const start = before.get(line.lineId) ?? 0;
    const quantity = units.get(line.lineId) ?? 0;
    const end = start + quantity;
    return { line, quantity, end, from: shareOf(line, start), to: shareOf(line, end) };
  });

const endOf = ({ line: { lineId }, end }: Step): ReturnedUnits => ({ lineId, quantity: end });
