import type { LeastTotal } from './necessity.js';

/** Finds what an order of some amount is enough for. */
export interface ByLeast<T> {
  /** Null is enough with any order. */
  add(entry: T, least: LeastTotal | null): void;
  /** What was added with the same. */
  remove(entry: T, least: LeastTotal | null): void;
  upTo(currency: string, totalMinor: number): Iterable<T>;
}

interface Step<T> {
  readonly minor: number;
  readonly entry: T;
}

interface Flight<T> {
  readonly steps: Step<T>[];
  isSorted: boolean;
}

/** Each currency has steps of its own. They are sorted when somebody looks, since additions come by the thousand. */
export function createByLeast<T>(): ByLeast<T> {
  const always = new Set<T>();
  const flights = new Map<string, Flight<T>>();

  function* upTo(currency: string, totalMinor: number): Generator<T> {
    yield* always;
    const flight = flights.get(currency);
    if (!flight) return;
    if (!flight.isSorted) flight.steps.sort((a, b) => a.minor - b.minor);
    flight.isSorted = true;
    for (const { minor, entry } of flight.steps) {
      if (minor > totalMinor) return;
      yield entry;
    }
  }

  return {
    add(entry, least) {
      if (!least) return void always.add(entry);
      const flight = flights.get(least.currency) ?? { steps: [], isSorted: true };
      flight.steps.push({ minor: least.minor, entry });
      flight.isSorted = false;
      flights.set(least.currency, flight);
    },
    remove(entry, least) {
      if (!least) return void always.delete(entry);
      const { steps } = flights.get(least.currency)!;
      const index = steps.findIndex((step) => step.entry === entry);
      steps.splice(index, 1);
      if (steps.length === 0) flights.delete(least.currency);
    },
    upTo,
  };
}
