/** Currency → the least that an order in it must come to, in minor units. In no other currency is it met. */
export type LeastTotals = ReadonlyMap<string, number>;

/** Finds what an order of some amount is enough for. */
export interface ByLeast<T> {
  /** Null is enough with any order. */
  add(entry: T, least: LeastTotals | null): void;
  /** What was added with the same. */
  remove(entry: T, least: LeastTotals | null): void;
  upTo(currency: string, totalMinor: number): Iterable<T>;
}

interface Step<T> {
  readonly leastMinor: number;
  readonly entry: T;
}

interface Flight<T> {
  readonly steps: Step<T>[];
  isSorted: boolean;
}

/** Sorted when somebody looks, not with every addition: those come by the thousand. */
export function createByLeast<T>(): ByLeast<T> {
  const always = new Set<T>();
  const flights = new Map<string, Flight<T>>();

  function* upTo(currency: string, totalMinor: number): Generator<T> {
    yield* always;
    const flight = flights.get(currency);
    if (!flight) return;
    if (!flight.isSorted) flight.steps.sort((a, b) => a.leastMinor - b.leastMinor);
    flight.isSorted = true;
    for (const { leastMinor, entry } of flight.steps) {
      if (leastMinor > totalMinor) return;
      yield entry;
    }
  }

  return {
    add(entry, least) {
      if (least === null) always.add(entry);
      for (const [currency, leastMinor] of least ?? []) {
        const flight = flights.get(currency) ?? { steps: [], isSorted: true };
        flight.steps.push({ leastMinor, entry });
        flight.isSorted = false;
        flights.set(currency, flight);
      }
    },
    remove(entry, least) {
      always.delete(entry);
      for (const currency of least?.keys() ?? []) {
        const { steps } = flights.get(currency)!;
        steps.splice(
          steps.findIndex((step) => step.entry === entry),
          1,
        );
        if (steps.length === 0) flights.delete(currency);
      }
    },
    upTo,
  };
}
