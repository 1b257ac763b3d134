import type { LeastTotal } from '../conditions/index-keys.js';

/** Finds what an order of some amount is enough for. */
export interface ByLeast<T> {
  readonly size: number;
  /** Null is enough with any order. */
  add(entry: T, least: LeastTotal | null): void;
  /** What was added with the same. */
  remove(entry: T, least: LeastTotal | null): void;
  upTo(currency: string, totalMinor: number): Iterable<T>;
}

interface Flight<T> {
  /** With the minor units that each needs. */
  readonly entries: Map<T, number>;
  /** The same, the least first; null until somebody looks, since additions come by the thousand. */
  steps: readonly (readonly [T, number])[] | null;
}

export function createByLeast<T>(): ByLeast<T> {
  const always = new Set<T>();
  const flights = new Map<string, Flight<T>>();

  function* upTo(currency: string, totalMinor: number): Generator<T> {
    yield* always;
    const flight = flights.get(currency);
    if (!flight) return;
    flight.steps ??= [...flight.entries].sort(([, a], [, b]) => a - b);
    for (const [entry, minor] of flight.steps) {
      if (minor > totalMinor) return;
      yield entry;
    }
  }

  return {
    get size() {
      return [...flights.values()].reduce((sum, { entries }) => sum + entries.size, always.size);
    },
    add(entry, least) {
      if (!least) return void always.add(entry);
      const flight = flights.get(least.currency) ?? { entries: new Map<T, number>(), steps: null };
      flight.entries.set(entry, least.minor);
      flight.steps = null;
      flights.set(least.currency, flight);
    },
    remove(entry, least) {
      if (!least) return void always.delete(entry);
      const flight = flights.get(least.currency)!;
      flight.entries.delete(entry);
      flight.steps = null;
      if (flight.entries.size === 0) flights.delete(least.currency);
    },
    upTo,
  };
}
