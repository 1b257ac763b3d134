import { clockAt, dayLength, type Clock } from './local.js';
import type { Situation, SituationItem } from './situation.js';

export type ItemFact = 'skus' | 'products' | 'categories' | 'productTags';

/** Of a cart with more lines the names are gathered into a set, for all who ask. Until then looking through it is quicker. */
const fewItems = 32;

const isNamed: Readonly<Record<ItemFact, (item: SituationItem, name: string) => boolean>> = {
  skus: ({ sku }, name) => sku === name,
  products: ({ productId }, name) => productId === name,
  categories: ({ categories }, name) => categories.includes(name),
  productTags: ({ tags }, name) => tags.includes(name),
};

function addNames(
  names: Set<string>,
  fact: ItemFact,
  { sku, productId, categories, tags }: SituationItem,
): void {
  if (fact === 'skus') names.add(sku);
  else if (fact === 'products') {
    if (productId !== null) names.add(productId);
  } else for (const name of fact === 'categories' ? categories : tags) names.add(name);
}

/**
 * A situation as clauses look at it: each fact is derived when it is first asked for, and once only, however many
 * conditions look. What was not said is null.
 */
export class Seen {
  readonly now: number;
  readonly total: number;
  #clocks: Map<string, Clock> | undefined;
  #skus: ReadonlySet<string> | undefined;
  #products: ReadonlySet<string> | undefined;
  #categories: ReadonlySet<string> | undefined;
  #productTags: ReadonlySet<string> | undefined;
  #quantity: number | null | undefined;

  constructor(readonly situation: Situation) {
    this.now = situation.now.getTime();
    this.total = Number(situation.totalMinor);
  }

  /** Whether some item has this name; null where only a sum was sent. */
  has(fact: ItemFact, name: string): boolean | null {
    const { items } = this.situation;
    if (!items) return null;
    if (items.length > fewItems) return this.names(fact)!.has(name);
    const isIt = isNamed[fact];
    for (const item of items) if (isIt(item, name)) return true;
    return false;
  }

  /** The names of all items, each once; null where only a sum was sent. */
  names(fact: ItemFact): ReadonlySet<string> | null {
    const { items } = this.situation;
    if (!items) return null;
    switch (fact) {
      case 'skus':
        return (this.#skus ??= namesOf(items, fact));
      case 'products':
        return (this.#products ??= namesOf(items, fact));
      case 'categories':
        return (this.#categories ??= namesOf(items, fact));
      case 'productTags':
        return (this.#productTags ??= namesOf(items, fact));
    }
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
    this.#clocks ??= new Map();
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
}

function namesOf(items: readonly SituationItem[], fact: ItemFact): ReadonlySet<string> {
  const names = new Set<string>();
  for (const item of items) addNames(names, fact, item);
  return names;
}

let last: Seen | undefined;

/** The facts of a situation. Many ask about one in a row, so it is enough to keep those of the one that was asked about last. */
export function seenIn(situation: Situation): Seen {
  if (last?.situation !== situation) last = new Seen(situation);
  return last;
}
