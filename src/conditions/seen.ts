import { clockAt, dayLength, type Clock } from './local.js';
import type { Picker } from './selection.js';
import { productOf, type Situation, type SituationItem } from './situation.js';

/** What some items of a cart come to. */
export interface Sums {
  /** Minor units. */
  readonly minor: number;
  readonly units: number;
  readonly lines: number;
}

const noSums: Sums = { minor: 0, units: 0, lines: 0 };

const both = (a: Sums | null, b: Sums): Sums => ({
  minor: (a?.minor ?? 0) + b.minor,
  units: (a?.units ?? 0) + b.units,
  lines: (a?.lines ?? 0) + b.lines,
});

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

export type ItemFact = 'skus' | 'products' | 'categories' | 'productTags';

/** Up to so many questions about names are answered by going through the items; after that a set is worth its making. */
const maxLooks = 4;

/** The names of one kind that the items of a cart have. */
export class Names {
  #looks = 0;
  #set: ReadonlySet<string> | undefined;
  #row: readonly string[] | undefined;

  /** @param before - what the names of these items come on top of */
  constructor(
    readonly items: readonly SituationItem[],
    readonly fact: ItemFact,
    readonly before: Names | null = null,
  ) {}

  has(name: string): boolean {
    return this.set.has(name) || this.before?.has(name) === true;
  }

  get isEmpty(): boolean {
    return this.set.size === 0 && this.before?.isEmpty !== false;
  }

  /** Those of the items on top. */
  private get set(): ReadonlySet<string> {
    return (this.#set ??= new Set(namesIn(this.items, this.fact)));
  }

  /** Each name once. */
  get row(): readonly string[] {
    return (this.#row ??= this.before ? [...new Set([...this.before.row, ...this.set])] : [...this.set]);
  }

  /** Whether some name is among those wanted, which are given as a test and one by one. */
  hasSome(isWanted: (name: string) => boolean, wanted: readonly string[]): boolean {
    if (this.before) return wanted.some((name) => this.has(name));
    if (!this.#set && this.#looks < maxLooks) {
      this.#looks += 1;
      return someIn(this.items, this.fact, isWanted);
    }
    return this.set.size < wanted.length
      ? this.row.some(isWanted)
      : wanted.some((name) => this.set.has(name));
  }
}

function* namesIn(items: readonly SituationItem[], fact: ItemFact): Generator<string> {
  for (const item of items) {
    if (fact === 'skus') yield item.sku;
    else if (fact === 'categories') yield* item.categories;
    else if (fact === 'productTags') yield* item.tags;
    else yield productOf(item);
  }
}

function someIn(
  items: readonly SituationItem[],
  fact: ItemFact,
  isWanted: (name: string) => boolean,
): boolean {
  for (const item of items) {
    if (fact === 'skus') {
      if (isWanted(item.sku)) return true;
    } else if (fact === 'products') {
      if (isWanted(productOf(item))) return true;
    } else
      for (const name of fact === 'categories' ? item.categories : item.tags) if (isWanted(name)) return true;
  }
  return false;
}

function isSomeAmong(wanted: readonly string[], names: Names | null): boolean {
  if (names) for (const name of wanted) if (names.has(name)) return true;
  return false;
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

  /**
   * @param before - the same but for what was changed since: of a cart that has got more lines, only those are looked at
   */
  constructor(
    readonly situation: Situation,
    private readonly before: Seen | null = null,
  ) {
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
    const sums = this.before
      ? both(this.before.sums(picker), sumsOf(this.#itemsOnTop(items), picker))
      : this.#mayHave(picker)
        ? sumsOf(items, picker)
        : noSums;
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

  #daysSince(at: Date | null): number | null {
    return at && daysSince(at.getTime(), this.now);
  }

  /** Whether any of the names is in the cart at all: of many pickers mostly none is, and then no item need be looked at. */
  #mayHave({ of }: Picker): boolean {
    if (!of || (this.#sums?.size ?? 0) < maxLooks) return true;
    const { skus, products, categories, tags } = of;
    return (
      isSomeAmong(skus, this.skus) ||
      isSomeAmong(products, this.products) ||
      isSomeAmong(categories, this.categories) ||
      isSomeAmong(tags, this.productTags)
    );
  }

  #collected(fact: ItemFact): Names | null {
    const { items } = this.situation;
    return items && new Names(this.#itemsOnTop(items), fact, this.before?.[fact]);
  }

  #itemsOnTop(items: readonly SituationItem[]): readonly SituationItem[] {
    return this.before ? items.slice(this.before.situation.items?.length ?? 0) : items;
  }
}

/** What is seen after changes, by way of what was seen before: a cart that has only got more lines is not gone through again. */
export function seenAfter(before: Seen, situation: Situation): Seen {
  const { items } = before.situation;
  const hasOnlyMore = items?.every((item, index) => situation.items?.[index] === item) === true;
  return new Seen(situation, hasOnlyMore ? before : null);
}

/**
 * Whole days of 24 hours that have passed. Clocks do not agree to the second, and days are counted by others elsewhere: what is
 * up to a day ahead has just been. What is further ahead has not been yet.
 */
export function daysSince(at: number, now: number): number | null {
  return at - now > dayLength ? null : Math.max(0, Math.floor((now - at) / dayLength));
}

let last: Seen | undefined;

/**
 * The facts of a situation: the same for all that ask, as long as nobody asks about another. Whoever decides on one
 * decides on it without a pause, and keeping the last costs nothing, whereas a map of all makes the collector's work longer.
 */
export function seenIn(situation: Situation): Seen {
  if (last?.situation !== situation) last = new Seen(situation);
  return last;
}
