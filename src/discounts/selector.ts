import { z } from 'zod';
import { productOf, type Item } from '../conditions/situation.js';
import { text } from '../lib/input.js';

/** Chooses items by any of its names. */
export interface Selector {
  readonly skus: readonly string[];
  /** See `productOf`. */
  readonly products: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

const maxNames = 500;

/** The names of products, categories or tags. */
export const names = z.array(text(1, 200)).max(maxNames, `Expected up to ${maxNames} names.`).default([]);

/** GraphQL's `ItemSelectorInput`, checked. */
export const selector = z
  .object({ skus: names, products: names, categories: names, tags: names })
  .refine(
    ({ skus, products, categories, tags }) =>
      skus.length + products.length + categories.length + tags.length > 0,
    'Expected at least one name.',
  ) satisfies z.ZodType<Selector>;

/** Whether a line is among these items; null is all. */
export function selects(items: Selector | null, item: Item): boolean {
  if (items === null) return true;
  const { sku, categories, tags } = item;
  return (
    items.skus.includes(sku) ||
    items.products.includes(productOf(item)) ||
    categories.some((name) => items.categories.includes(name)) ||
    tags.some((name) => items.tags.includes(name))
  );
}
