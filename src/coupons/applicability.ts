import { z } from 'zod';
import type { Selection } from '../conditions/core.js';
import type { Item } from '../conditions/situation.js';
import { names } from '../discounts/selector.js';

/** Which items a coupon is for. */
export interface Applicability {
  readonly includeProducts: readonly string[];
  readonly excludeProducts: readonly string[];
  readonly includeCategories: readonly string[];
  readonly excludeCategories: readonly string[];
  readonly includeTags: readonly string[];
  readonly excludeTags: readonly string[];
}

export const applicability = z.object({
  includeProducts: names,
  excludeProducts: names,
  includeCategories: names,
  excludeCategories: names,
  includeTags: names,
  excludeTags: names,
}) satisfies z.ZodType<Applicability>;

export const everything: Applicability = applicability.parse({});

/** Written out: each decision asks. */
export const isForEverything = (given: Applicability): boolean =>
  given.includeProducts.length === 0 &&
  given.excludeProducts.length === 0 &&
  given.includeCategories.length === 0 &&
  given.excludeCategories.length === 0 &&
  given.includeTags.length === 0 &&
  given.excludeTags.length === 0;

const anyOf = (wanted: readonly string[], present: readonly string[]) =>
  present.some((name) => wanted.includes(name));

/** Products are named by their own ids or by the skus of their variants. */
const hasProduct = (wanted: readonly string[], { sku, productId }: Item) =>
  wanted.includes(sku) || (productId !== null && wanted.includes(productId));

/** An item matches any of what is included, or nothing is included; and none of what is excluded. */
export function matches(given: Applicability, item: Item): boolean {
  const { includeProducts, includeCategories, includeTags } = given;
  const excluded =
    hasProduct(given.excludeProducts, item) ||
    anyOf(given.excludeCategories, item.categories) ||
    anyOf(given.excludeTags, item.tags);
  if (excluded) return false;
  if (includeProducts.length + includeCategories.length + includeTags.length === 0) return true;
  return (
    hasProduct(includeProducts, item) ||
    anyOf(includeCategories, item.categories) ||
    anyOf(includeTags, item.tags)
  );
}

/** The names that a coupon is for, without those that it is not for; null where it is for all but some. */
export function selectionOf(given: Applicability): Selection | null {
  const { includeProducts, includeCategories, includeTags } = given;
  if (includeProducts.length + includeCategories.length + includeTags.length === 0) return null;
  const products = without(includeProducts, given.excludeProducts);
  return {
    skus: products,
    products,
    categories: without(includeCategories, given.excludeCategories),
    tags: without(includeTags, given.excludeTags),
  };
}

/** The names that a coupon is not for; null if there are none. */
export function exclusionOf({
  excludeProducts,
  excludeCategories,
  excludeTags,
}: Applicability): Selection | null {
  if (excludeProducts.length + excludeCategories.length + excludeTags.length === 0) return null;
  return {
    skus: excludeProducts,
    products: excludeProducts,
    categories: excludeCategories,
    tags: excludeTags,
  };
}

const without = (names: readonly string[], others: readonly string[]) =>
  names.filter((name) => !others.includes(name));
