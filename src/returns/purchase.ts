import type { ClawbackPolicy, ReturnPolicy } from '../campaigns/core.js';
import type { LineDiscount } from '../evaluation/core.js';
import { uuidOf, type Id } from '../lib/id.js';
import { allocate, larger, money, smaller } from '../lib/money.js';
import { linesOf, priced, shareOf, sum, unitsIn, type Bought, type EarlierReturn } from './units.js';

/** A code that was used for an order, and what was returned of it since, oldest first. */
export interface UsedCode extends Bought {
  readonly id: Id<'redemption'>;
  /** Of the campaign. */
  readonly policy: ReturnPolicy;
  readonly returns: readonly (EarlierReturn & { readonly id: Id<'return'> })[];
}

/**
 * What was bought with the codes of an order that were used for the same lines: as the order stood when its last code was
 * used, less what had been returned by then.
 */
export interface Purchase {
  /** In the order in which they were used. */
  readonly codes: readonly PurchaseCode[];
  /** Which of them is returned. The refund comes with the last one. */
  readonly own: number;
  /** The lines of the one that is returned. */
  readonly lines: readonly LineDiscount[];
  /** What was paid in the end, by line: a line's refund comes with the last code that was used for it. */
  readonly paid: readonly LineDiscount[];
  /** How many of the returns of the one that is returned were made before the order's last code was used. */
  readonly returnsBefore: number;
  /** What was refunded since with the others, in minor units. */
  readonly refundedBeside: bigint;
}

export interface PurchaseCode extends Pick<Bought, 'minimumOrder'> {
  readonly lines: readonly LineDiscount[];
  readonly clawback: ClawbackPolicy;
}

/** Of a code that was used alone. */
export const purchaseAlone = (bought: Bought, clawback: ClawbackPolicy): Purchase => {
  const lines = linesOf(bought);
  const codes = [{ lines, minimumOrder: bought.minimumOrder, clawback }];
  return { codes, own: 0, lines, paid: lines, returnsBefore: 0, refundedBeside: 0n };
};

interface Left extends PurchaseCode {
  readonly code: UsedCode;
  readonly returnsBefore: number;
}

/** What was bought with a code and the others of its order, it among them; in the order in which they were used. */
export function purchaseOf(bought: UsedCode, codes: readonly UsedCode[]): Purchase {
  const comparable = codes.filter(({ subtotal }) => subtotal.currency === bought.subtotal.currency);
  const last = comparable.at(-1)!;
  const left = comparable.map((code) => leftOf(code, last)).filter(({ lines }) => lines.length > 0);
  const spread = spreadSums(left);
  const own = spread.find(({ code }) => code === bought)!;
  const mates = spread.filter(({ lines }) => areSame(lines, own.lines));
  const others = mates.filter((one) => one !== own);
  return {
    codes: mates,
    own: mates.indexOf(own),
    lines: left.find(({ code }) => code === bought)!.lines,
    paid: paidWith(mates.at(-1)!, spread),
    returnsBefore: own.returnsBefore,
    refundedBeside: sum(others, ({ code, returnsBefore }) =>
      sum(code.returns.slice(returnsBefore), ({ refund }) => refund.minor),
    ),
  };
}

/** What a code still was for when the order's last one was used: without what had been given back. */
function leftOf(code: UsedCode, last: UsedCode): Left {
  const before = code.returns.filter(({ id }) => uuidOf(id) < uuidOf(last.id));
  const { minimumOrder } = code;
  const { clawback } = code.policy;
  const rest = { code, minimumOrder, clawback, returnsBefore: before.length };
  const lines = linesOf(code);
  if (before.length === 0) return { ...rest, lines };
  if (code.lines.length === 0) return { ...rest, lines: [] };

  const gone = unitsIn(before.flatMap((one) => one.lines));
  const parts = lines.flatMap((line) => {
    const units = gone.get(line.lineId) ?? 0;
    const share = shareOf(line, units);
    const { currency } = line.subtotal;
    const subtotal = money(line.subtotal.minor - share.subtotal, currency);
    const quantity = line.quantity - units;
    return quantity > 0
      ? [{ line, quantity, subtotal, discountMinor: line.discount.minor - share.discount }]
      : [];
  });
  // Less than the shares of these units where some of it was clawed back: the customer has paid for that since.
  const inForce =
    code.discount.minor - sum(before, ({ discount, clawback }) => discount.minor + clawback.minor);
  const discounts = allocate(
    inForce,
    parts.map(({ discountMinor }) => discountMinor),
  );
  return {
    ...rest,
    lines: parts.map(({ line, quantity, subtotal }, index) => ({
      lineId: line.lineId,
      sku: line.sku,
      quantity,
      ...priced(subtotal, discounts[index]!),
    })),
  };
}

/**
 * A code that was used for a mere sum takes its part off each line, where another code of the order knows the lines. It is
 * taken for used before that, since it can only be returned as a whole: the refund comes with one that can in part.
 */
function spreadSums(codes: readonly Left[]): Left[] {
  const withLines = codes.filter(({ code }) => code.lines.length > 0);
  const model = withLines.at(-1);
  if (!model) return [...codes];
  const sums = codes.filter(({ code }) => code.lines.length === 0);
  const spread = sums.map((one) => {
    const weights = model.lines.map(({ subtotal }) => subtotal.minor);
    const all = sum(weights, (weight) => weight);
    const discounts = allocate(smaller(one.code.discount.minor, all), weights);
    const lines = model.lines.map((line, index) => ({
      ...line,
      ...priced(line.subtotal, discounts[index]!),
    }));
    return { ...one, lines };
  });
  return [...spread, ...withLines];
}

function areSame(lines: readonly LineDiscount[], others: readonly LineDiscount[]): boolean {
  const units = unitsIn(others);
  return (
    lines.length === others.length && lines.every(({ lineId, quantity }) => units.get(lineId) === quantity)
  );
}

/**
 * What was paid for the lines whose last code this is: what they cost before any code, less what all codes took off. It
 * makes no difference whether a code was asked about what the codes before it had left, or about the whole price. For a
 * line that had changed in between, the last code knows how many there are.
 */
function paidWith(last: Left, codes: readonly Left[]): LineDiscount[] {
  const later = codes
    .slice(codes.indexOf(last) + 1)
    .flatMap(({ lines }) => lines.map(({ lineId }) => lineId));
  return last.lines.flatMap((line): LineDiscount[] => {
    const { lineId, sku, quantity, subtotal, discount } = line;
    if (later.includes(lineId)) return [];
    const of = (some: readonly Left[]) =>
      some.flatMap(({ lines }) => lines.find((one) => one.lineId === lineId) ?? []);
    const prices = of(codes).map((one) => (one.subtotal.minor * BigInt(quantity)) / BigInt(one.quantity));
    const off = sum(
      of(codes.filter((one) => one !== last)),
      (one) => shareOf(one, Math.min(quantity, one.quantity)).discount,
    );
    const asked = larger(0n, prices.reduce(larger) - off);
    return [
      { lineId, sku, quantity, ...priced(money(asked, subtotal.currency), smaller(discount.minor, asked)) },
    ];
  });
}
