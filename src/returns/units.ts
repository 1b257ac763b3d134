import type { LineDiscount } from '../evaluation/core.js';
import { money, type Money } from '../lib/money.js';

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
  readonly refund: Money;
}

/** How many of each line, by its id. */
export type Units = ReadonlyMap<string, number>;

export function unitsIn(returned: readonly ReturnedUnits[]): Units {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of returned) units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  return units;
}

/** A mere sum is one unit of one line, which nobody can ask for by its id. */
export const linesOf = ({ lines, subtotal, discount }: Bought): readonly LineDiscount[] =>
  lines.length > 0 ? lines : [{ lineId: '', sku: '', quantity: 1, ...priced(subtotal, discount.minor) }];

export const priced = (subtotal: Money, discountMinor: bigint) => ({
  subtotal,
  discount: money(discountMinor, subtotal.currency),
  total: money(subtotal.minor - discountMinor, subtotal.currency),
});

/** In minor units. */
export interface Share {
  readonly subtotal: bigint;
  readonly discount: bigint;
}

/** Of so many units of a line. The discount follows the subtotal, so that it is never more, whatever that rounds to. */
export function shareOf({ quantity, subtotal, discount }: LineDiscount, units: number): Share {
  const part = (subtotal.minor * BigInt(units)) / BigInt(quantity);
  return { subtotal: part, discount: subtotal.minor > 0n ? (discount.minor * part) / subtotal.minor : 0n };
}

export const sum = <T>(parts: readonly T[], minor: (part: T) => bigint): bigint =>
  parts.reduce((total, part) => total + minor(part), 0n);
