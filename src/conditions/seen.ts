import type { Selection } from './core.js';
import { clockAt, dayLength, type Clock } from './local.js';
import type { Picker } from './selection.js';
import type { Situation, SituationItem } from './situation.js';

/** Names as a set, and in a row. */
export interface Names {
  readonly set: ReadonlySet<string>;
  readonly row: readonly string[];
}

/** What some items of a cart come to. */
export interface Sums {
  /** Minor units. */
  readonly minor: number;
  readonly units: number;
  readonly lines: number;
}

const noSums: Sums = { minor: 0, units: 0, lines: 0 };

function sumsOf(items: readonly SituationItem[], { matches }: Picker): Sums {
  let minor = 0;
  let units = 0;
  let lines = 0;
  for (const item of items) {
    if (!matches(item)) continue;
    minor += Number(item.listMinor);
    units += item.quantity;
    lines += 1;
  }
  return { minor, units, lines };
}

function someOf(wanted: readonly string[], names: Names | null): boolean {
  if (names) for (const name of wanted) if (names.set.has(name)) return true;
  return false;
}

export type ItemFact = 'skus' | 'products' | 'categories' | 'productTags';

const namesIn: Readonly<
  Record<Exclude<ItemFact, 'skus' | 'products'>, (item: SituationItem) => readonly string[]>
> = {
  categories: ({ categories }) => categories,
  productTags: ({ tags }) => tags,
};

function namesOf(items: readonly SituationItem[], fact: ItemFact): Names {
  const set = new Set<string>();
  if (fact === 'skus') for (const { sku } of items) set.add(sku);
  else if (fact === 'products') {
    for (const { productId } of items) if (productId !== null) set.add(productId);
  } else {
    const read = namesIn[fact];
    for (const item of items) for (const name of read(item)) set.add(name);
  }
  return { set, row: [...set] };
}

/**
 * A situation as clauses look at it: each fact is derived when it is first asked for, and once only, however many
 * conditions look. What was not said is null.
 */
export class Seen {
  readonly now: number;
  readonly total: number;
  #sums: Map<Picker, Sums> | undefined;
  #clocks: Map<string, Clock> | undefined;
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

  /** What the items that a picker picks come to; null where only the order's sum was sent. */
  sums(picker: Picker): Sums | null {
    const { items } = this.situation;
    if (!items) return null;
    const known = this.#sums?.get(picker);
    if (known) return known;
    const sums = this.#mayHave(picker.of) ? sumsOf(items, picker) : noSums;
    (this.#sums ??= new Map()).set(picker, sums);
    return sums;
  }

  clock(zone: string): Clock {
    const known = this.#clocks?.get(zone);
    if (known) return known;
    const clock = clockAt(zone, this.now);
    (this.#clocks ??= new Map()).set(zone, clock);
    return clock;
  }

  /** Whole days of 24 hours that have passed. */
  #daysSince(at: Date | null): number | null {
    return at && Math.floor((this.now - at.getTime()) / dayLength);
  }

  /** Whether any of the names is in the cart at all: mostly none is, and then no item need be looked at. */
  #mayHave({ skus, products, categories, tags }: Selection): boolean {
    return (
      (skus.length > 0 && someOf(skus, this.skus)) ||
      (products.length > 0 && someOf(products, this.products)) ||
      (categories.length > 0 && someOf(categories, this.categories)) ||
      (tags.length > 0 && someOf(tags, this.productTags))
    );
  }

  #collected(fact: ItemFact): Names | null {
    const { items } = this.situation;
    return items && namesOf(items, fact);
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
