import { allocate, smaller } from '../lib/money.js';
import type { Basket, BasketLine, Off } from './basket.js';

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

const ofMatching = (lines: readonly BasketLine[], amount: (line: BasketLine) => bigint): bigint[] =>
  lines.map((line) => (line.isMatching ? amount(line) : 0n));

/** So much off the matching items, each in proportion to what may be taken off it; no more than that in all. */
export function amountOff({ lines }: Basket, amount: bigint): bigint[] {
  const rooms = ofMatching(lines, ({ roomMinor }) => roomMinor);
  return allocate(smaller(amount, sum(rooms)), rooms);
}

/** A share of what the matching items cost, reckoned on their sum and split; off no line more than may be. */
export function shareOff({ lines }: Basket, shareOfSum: (sum: bigint) => bigint): bigint[] {
  const bases = ofMatching(lines, ({ baseMinor }) => baseMinor);
  const parts = allocate(shareOfSum(sum(bases)), bases);
  return parts.map((part, index) => smaller(part, lines[index]!.roomMinor));
}

/** Nothing off any item. */
export const nothingOff = ({ lines }: Basket): bigint[] => lines.map(() => 0n);

/** Shipping as a kind leaves it that pays for it, up to so much, or does not. */
export function shippingOff(
  { shippingMinor }: Basket,
  freesShipping: boolean,
  maximum: bigint | null = null,
): Pick<Off, 'freesShipping' | 'shippingMinor'> {
  if (!freesShipping || shippingMinor === null) return { freesShipping, shippingMinor: null };
  return {
    freesShipping,
    shippingMinor: maximum === null ? shippingMinor : smaller(maximum, shippingMinor),
  };
}
