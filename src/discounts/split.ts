import { allocate, allocateWithin, smaller } from '../lib/money.js';
import type { Basket, Off } from './basket.js';
import type { Part } from './part.js';

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

/** So much, each line in proportion to what may be taken off it; no more than that in all. */
export const amountOff = ({ rooms }: Part, amount: bigint): bigint[] =>
  allocate(smaller(amount, sum(rooms)), rooms);

/** Basis points are ten-thousandths. */
const whole = 10_000n;

/**
 * A share in basis points, and no more than the maximum in all. Of each line it is the share of its base, or its room
 * where that is less; these are added up exactly and rounded once, half up, and the sum is split in proportion to
 * them. No line gets more than its own share rounded up.
 */
export function shareOff({ bases, rooms }: Part, share: number, maximum: bigint | null): bigint[] {
  const points = BigInt(share);
  const isFull = bases.every(
    (base, index) => base <= rooms[index]! || base * points <= rooms[index]! * whole,
  );
  // The same proportions, in numbers as small as may be.
  const weights = isFull ? bases : bases.map((base, index) => smaller(base * points, rooms[index]! * whole));
  const exact = isFull ? sum(bases) * points : sum(weights);
  const rounded = (exact + whole / 2n) / whole;
  const amount = maximum === null ? rounded : smaller(rounded, maximum);
  if (amount * whole <= exact) return allocate(amount, weights);
  const ceilings = weights.map((weight) => ((isFull ? weight * points : weight) + whole - 1n) / whole);
  return allocateWithin(amount, weights, ceilings);
}

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
