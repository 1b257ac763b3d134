import type { BasketLine } from './basket.js';

/** The units of one line, which are all alike. */
export interface Run {
  /** Which line of the basket. */
  readonly index: number;
  readonly units: number;
}

/**
 * The lines of a basket by what one unit costs before any discount. That is what units are chosen by, so that the
 * choice does not hang on what other discounts have taken off.
 */
export function runsByPrice(
  lines: readonly BasketLine[],
  isChosen: (line: BasketLine) => boolean,
  first: 'DEAREST' | 'CHEAPEST',
): Run[] {
  const prices = lines.map(({ listMinor, quantity }) => unit(listMinor, quantity));
  const sign = first === 'DEAREST' ? -1 : 1;
  const runs = lines.flatMap((line, index) => (isChosen(line) ? [{ index, units: line.quantity }] : []));
  return runs.sort(
    (a, b) => sign * compare(prices[a.index]!, prices[b.index]!) || byWorth(lines[a.index]!, lines[b.index]!),
  );
}

/** The first so many units of the runs, by lines of the basket. */
export function firstUnits(runs: readonly Run[], count: number, lines: readonly BasketLine[]): number[] {
  const taken = lines.map(() => 0);
  let left = count;
  for (const { index, units } of runs) {
    taken[index] = Math.min(units, left);
    left -= taken[index];
  }
  return taken;
}

const unit = (minor: bigint, quantity: number) => (quantity === 1 ? minor : minor / BigInt(quantity));

const compare = (a: bigint, b: bigint) => (a < b ? -1 : Number(a > b));

/** Of units that cost the same those first that have most left to take off, then those of the earlier line. */
const byWorth = (a: BasketLine, b: BasketLine) =>
  compare(b.baseMinor * BigInt(a.quantity), a.baseMinor * BigInt(b.quantity)) ||
  compare(b.roomMinor * BigInt(a.quantity), a.roomMinor * BigInt(b.quantity));
