import type { BasketLine } from './basket.js';

/** What of a basket is discounted: for each of its lines, in minor units, both 0 where the line is left alone. */
export interface Part {
  /** What percentages are reckoned on. */
  readonly bases: readonly bigint[];
  /** So much may be taken off at most. */
  readonly rooms: readonly bigint[];
}

type Lines = readonly BasketLine[];

export const wholeOf = (lines: Lines): Part => ({
  bases: lines.map(({ baseMinor }) => baseMinor),
  rooms: lines.map(({ roomMinor }) => roomMinor),
});

export const matchingOf = (lines: Lines): Part => ({
  bases: lines.map(({ isMatching, baseMinor }) => (isMatching ? baseMinor : 0n)),
  rooms: lines.map(({ isMatching, roomMinor }) => (isMatching ? roomMinor : 0n)),
});

/**
 * So many units of each line. They have their share of the line's base and of its room, so that it makes no difference
 * whether equal units stand on one line or on several.
 */
export const unitsOf = (lines: Lines, units: readonly number[]): Part => ({
  bases: lines.map(({ baseMinor, quantity }, index) => shareOfUnits(baseMinor, units[index]!, quantity)),
  rooms: lines.map(({ roomMinor, quantity }, index) => shareOfUnits(roomMinor, units[index]!, quantity)),
});

/** What of a line's amount falls to its first so many units. */
export function shareOfUnits(minor: bigint, units: number, quantity: number): bigint {
  if (units === 0) return 0n;
  return units === quantity ? minor : (minor * BigInt(units)) / BigInt(quantity);
}
