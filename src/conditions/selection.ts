import { createBoundedMap } from '../lib/bounded-map.js';
import { distinct } from '../lib/distinct.js';
import type { Selection } from './core.js';
import { productOf, type Item } from './situation.js';

/** What is selected, by what is among it and what is not. */
export interface Picked {
  /** Null is all. */
  readonly of: Selection | null;
  /** What does not count, whatever else it is. */
  readonly except?: Selection | undefined;
}

export const noNames: Selection = { skus: [], products: [], categories: [], tags: [] };

/** A selection made ready: the same object for the same names, so that its sums over a cart are added up but once. */
export interface Picker extends Picked {
  /** The same names in another order select the same. */
  readonly key: string;
  readonly matches: (item: Item) => boolean;
}

const keptByContent = createBoundedMap<string, Picker>(10_000);
const keptByObject = new WeakMap<Picked, Picker>();

/** Null where all items are selected. */
export function pickerOf(picked: Picked): Picker | null {
  const { of, except } = picked;
  if (!of && !except) return null;
  const known = keptByObject.get(picked);
  if (known) return known;
  const key = [of, except].map((names) => (names ? keyOfSelection(names) : '')).join('-');
  const picker = keptByContent.get(key) ?? { of, except, key, matches: matcherOf(of, except) };
  keptByContent.set(key, picker);
  keptByObject.set(picked, picker);
  return picker;
}

/** Tells the items that are selected. */
export const selectedBy = (picked: Picked): Picker['matches'] => pickerOf(picked)?.matches ?? (() => true);

const keyOfSelection = ({ skus, products, categories, tags }: Selection): string =>
  JSON.stringify([skus, products, categories, tags].map((names) => names.toSorted()));

function matcherOf(of: Selection | null, except: Selection | undefined): Picker['matches'] {
  const isAmong = of ? anyNameOf(of) : () => true;
  if (!except) return isAmong;
  const isExcepted = anyNameOf(except);
  return (item) => isAmong(item) && !isExcepted(item);
}

/** Whether an item matches any of the names. */
function anyNameOf({ skus, products, categories, tags }: Selection): (item: Item) => boolean {
  const isSku = memberOf(skus);
  const isProduct = memberOf(products);
  const isCategory = memberOf(categories);
  const isTag = memberOf(tags);
  return (item) => {
    if (isSku(item.sku) || isProduct(productOf(item))) return true;
    if (categories.length > 0) for (const name of item.categories) if (isCategory(name)) return true;
    if (tags.length > 0) for (const name of item.tags) if (isTag(name)) return true;
    return false;
  };
}

/** Whether a name is among some, asked as quickly as can be. */
export function memberOf(names: readonly string[]): (name: string) => boolean {
  const [only] = names;
  if (only === undefined) return () => false;
  if (names.length === 1) return (name) => name === only;
  const set = new Set(names);
  return (name) => set.has(name);
}

/** Whatever either selects. */
export const unionOf = (a: Selection, b: Selection): Selection => ({
  skus: distinct([...a.skus, ...b.skus]),
  products: distinct([...a.products, ...b.products]),
  categories: distinct([...a.categories, ...b.categories]),
  tags: distinct([...a.tags, ...b.tags]),
});
