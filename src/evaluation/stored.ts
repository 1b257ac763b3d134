import type { LineDiscount, Overrun } from './core.js';
import { money } from '../lib/money.js';

/** A line as redemptions and what is returned of them keep it: JSON has no numbers for money. */
interface StoredLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly subtotal: string;
  readonly discount: string;
}

export const readLines = (stored: unknown, currency: string): LineDiscount[] =>
  (stored as StoredLine[]).map(({ subtotal, discount, ...line }) => ({
    ...line,
    subtotal: money(BigInt(subtotal), currency),
    discount: money(BigInt(discount), currency),
    total: money(BigInt(subtotal) - BigInt(discount), currency),
  }));

export const storedLine = ({ lineId, sku, quantity, subtotal, discount }: LineDiscount): StoredLine => ({
  lineId,
  sku,
  quantity,
  subtotal: String(subtotal.minor),
  discount: String(discount.minor),
});

interface StoredOverrun extends Omit<Overrun, 'amount'> {
  readonly amount: string;
}

export const readOverruns = (stored: unknown): Overrun[] =>
  ((stored ?? []) as StoredOverrun[]).map((overrun) => ({ ...overrun, amount: BigInt(overrun.amount) }));

export const storedOverrun = (overrun: Overrun): StoredOverrun => ({
  ...overrun,
  amount: String(overrun.amount),
});
