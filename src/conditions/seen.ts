import { clockAt, dayLength, type Clock } from './local.js';
import type { Situation, SituationItem } from './situation.js';

/** Names as a set, and in a row. */
export interface Names {
  readonly set: ReadonlySet<string>;
  readonly row: readonly string[];
}

export type ItemFact = 'skus' | 'products' | 'categories' | 'productTags';

const namesIn: Readonly<Record<ItemFact, (item: SituationItem) => readonly string[]>> = {
  skus: ({ sku }) => [sku],
  products: ({ productId }) => (productId === null ? [] : [productId]),
  categories: ({ categories }) => categories,
  productTags: ({ tags }) => tags,
};

/**
 * A situation as clauses look at it: each fact is derived when it is first asked for, and once only, however many
 * conditions look. What was not said is null.
 */
export class Seen {
  readonly now: number;
  readonly total: number;
  readonly #clocks = new Map<string, Clock>();
  #skus: Names | null | undefined;
  #products: Names | null | undefined;
  #categories: Names | null | undefined;
  #productTags: Names | null | undefined;
  #quantity: number | null | undefined;

  constructor(readonly situation: Situation) {
    this.now = situation.now.getTime();
    this.total = Number(situation.totalMinor);
  }

  get skus(): Names | null {
    return (this.#skus ??= this.#collected('skus'));
  }

  get products(): Names | null {
    return (this.#products ??= this.#collected('products'));
  }

  get categories(): Names | null {
    return (this.#categories ??= this.#collected('categories'));
  }

  get productTags(): Names | null {
    return (this.#productTags ??= this.#collected('productTags'));
  }

  /** Units of all items. */
  get quantity(): number | null {
    return (this.#quantity ??=
      this.situation.items?.reduce((sum, { quantity }) => sum + quantity, 0) ?? null);
  }

  /** The number of this order among the customer's: one more than were completed. */
  get orderNumber(): number | null {
    const { ordersCount } = this.situation.profile;
    return ordersCount === null ? null : ordersCount + 1;
  }

  get daysSinceRegistration(): number | null {
    return this.#daysSince(this.situation.profile.registeredAt);
  }

  get daysSinceLastOrder(): number | null {
    return this.#daysSince(this.situation.profile.lastOrderAt);
  }

  clock(zone: string): Clock {
    const known = this.#clocks.get(zone);
    if (known) return known;
    const clock = clockAt(zone, this.now);
    this.#clocks.set(zone, clock);
    return clock;
  }

  /** Whole days of 24 hours that have passed. */
  #daysSince(at: Date | null): number | null {
    return at && Math.floor((this.now - at.getTime()) / dayLength);
  }

  #collected(fact: ItemFact): Names | null {
    const { items } = this.situation;
    if (!items) return null;
    const set = new Set(items.flatMap(namesIn[fact]));
    return { set, row: [...set] };
  }
}

const kept = new WeakMap<Situation, Seen>();

/** The facts of a situation: the same for all that ask, as long as somebody holds the situation. */
export function seenIn(situation: Situation): Seen {
  const known = kept.get(situation);
  if (known) return known;
  const seen = new Seen(situation);
  kept.set(situation, seen);
  return seen;
}
