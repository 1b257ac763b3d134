import type { Comparison } from './core.js';

/** Numbers from `low` to `high`, both included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * A set of numbers as ranges that are in order, apart, and not empty. Every number has a next one: whole numbers are
 * one apart, and those of attributes are as far apart as JavaScript can tell. So open ends need no notation.
 */
export type Ranges = readonly Range[];

/** The next number in a direction, on a line of whole numbers or of all that there are. */
export interface Line {
  readonly after: (value: number) => number;
  readonly before: (value: number) => number;
}

export const wholeLine: Line = { after: (value) => value + 1, before: (value) => value - 1 };

const bits = new BigInt64Array(1);
const float = new Float64Array(bits.buffer);

/** Doubles are ordered like the integers that their bits spell, backwards below zero. */
function neighbour(value: number, upwards: boolean): number {
  if (value === 0) return upwards ? Number.MIN_VALUE : -Number.MIN_VALUE;
  if (!Number.isFinite(value)) return value;
  float[0] = value;
  bits[0] = bits[0]! + (value > 0 === upwards ? 1n : -1n);
  return float[0];
}

export const denseLine: Line = {
  after: (value) => neighbour(value, true),
  before: (value) => neighbour(value, false),
};

export const everyNumber: Ranges = [{ low: -Infinity, high: Infinity }];

/** The numbers that a comparison is true of. Of `exists` it is every number, or none. */
export function rangesOf(test: Comparison<number>, line: Line = wholeLine): Ranges {
  switch (test.op) {
    case 'eq':
      return [{ low: test.value, high: test.value }];
    case 'ne':
      return complement([{ low: test.value, high: test.value }], line);
    case 'in':
      return union(test.values.map((value) => ({ low: value, high: value })));
    case 'gt':
      return [{ low: line.after(test.value), high: Infinity }];
    case 'gte':
      return [{ low: test.value, high: Infinity }];
    case 'lt':
      return [{ low: -Infinity, high: line.before(test.value) }];
    case 'lte':
      return [{ low: -Infinity, high: test.value }];
    case 'between':
      // Over midnight: up to the one end, and from the other.
      return test.low <= test.high
        ? [{ low: test.low, high: test.high }]
        : union([
            { low: -Infinity, high: test.high },
            { low: test.low, high: Infinity },
          ]);
    case 'exists':
      return test.value ? everyNumber : [];
  }
}

/** Ranges in any order, which may overlap, as a set. */
function union(ranges: readonly Range[]): Ranges {
  const sorted = [...ranges].filter(({ low, high }) => low <= high).sort((a, b) => a.low - b.low);
  const joined: Range[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last && range.low <= last.high)
      joined[joined.length - 1] = { low: last.low, high: Math.max(last.high, range.high) };
    else joined.push(range);
  }
  return joined;
}

export function complement(ranges: Ranges, line: Line): Ranges {
  const gaps: Range[] = [];
  let low = -Infinity;
  for (const range of ranges) {
    if (range.low !== -Infinity) gaps.push({ low, high: line.before(range.low) });
    if (range.high === Infinity) return gaps.filter((gap) => gap.low <= gap.high);
    low = line.after(range.high);
  }
  return [...gaps, { low, high: Infinity }].filter((gap) => gap.low <= gap.high);
}

export const intersection = (a: Ranges, b: Ranges): Ranges =>
  union(
    a.flatMap((one) =>
      b.map((other) => ({ low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) })),
    ),
  );

export const includes = (ranges: Ranges, value: number): boolean =>
  ranges.some(({ low, high }) => low <= value && value <= high);

/** A test of numbers as quick as there is one for such ranges. */
export function inRanges(ranges: Ranges): (value: number) => boolean {
  const [first, second] = ranges;
  if (!first) return () => false;
  if (!second) {
    const { low, high } = first;
    if (low === -Infinity) return high === Infinity ? () => true : (value) => value <= high;
    return high === Infinity ? (value) => value >= low : (value) => value >= low && value <= high;
  }
  const points = ranges.every(({ low, high }) => low === high) && new Set(ranges.map(({ low }) => low));
  return points ? (value) => points.has(value) : (value) => includes(ranges, value);
}
