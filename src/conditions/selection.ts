import { createBoundedMap } from '../lib/bounded-map.js';
import type { Selection } from './core.js';
import { productOf, type Item } from './situation.js';

/** A selection made ready: the same object for the same names, so that its sums over a cart are added up but once. */
export interface Picker {
  readonly of: Selection;
  /** The same names in another order select the same. */
  readonly key: string;
  readonly matches: (item: Item) => boolean;
}

const keptByContent = createBoundedMap<string, Picker>(10_000);
const keptByObject = new WeakMap<Selection, Picker>();

export function pickerOf(of: Selection): Picker {
  const known = keptByObject.get(of);
  if (known) return known;
  const key = keyOfSelection(of);
  const picker = keptByContent.get(key) ?? { of, key, matches: matcherOf(of) };
  keptByContent.set(key, picker);
  keptByObject.set(of, picker);
  return picker;
}

/** Tells the items that are selected; null selects all. */
export const selectedBy = (of: Selection | null): Picker['matches'] =>
  of ? pickerOf(of).matches : () => true;

const keyOfSelection = ({ skus, products, categories, tags }: Selection): string =>
  JSON.stringify([skus, products, categories, tags].map((names) => names.toSorted()));

/** Whether an item matches any of the names. */
function matcherOf({ skus, products, categories, tags }: Selection): (item: Item) => boolean {
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
