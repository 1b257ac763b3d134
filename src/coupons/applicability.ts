import { z } from 'zod';
import { text } from '../lib/input.js';

/** Which items a coupon is for. */
export interface Applicability {
  readonly includeProducts: readonly string[];
  readonly excludeProducts: readonly string[];
  readonly includeCategories: readonly string[];
  readonly excludeCategories: readonly string[];
  readonly includeTags: readonly string[];
  readonly excludeTags: readonly string[];
}

/** What a cart line shows of its product. */
export interface Item {
  readonly sku: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

const maxNames = 500;
const names = z.array(text(1, 200)).max(maxNames, `Expected up to ${maxNames} names.`).default([]);

export const applicability = z.object({
  includeProducts: names,
  excludeProducts: names,
  includeCategories: names,
  excludeCategories: names,
  includeTags: names,
  excludeTags: names,
}) satisfies z.ZodType<Applicability>;

export const everything: Applicability = applicability.parse({});

export const isForEverything = (given: Applicability): boolean =>
  (Object.values(given) as string[][]).every((list) => list.length === 0);

const anyOf = (wanted: readonly string[], present: readonly string[]) =>
  present.some((name) => wanted.includes(name));

/** An item matches any of what is included, or nothing is included; and none of what is excluded. */
export function matches(given: Applicability, item: Item): boolean {
  const { includeProducts, includeCategories, includeTags } = given;
  const excluded =
    given.excludeProducts.includes(item.sku) ||
    anyOf(given.excludeCategories, item.categories) ||
    anyOf(given.excludeTags, item.tags);
  if (excluded) return false;
  if (includeProducts.length + includeCategories.length + includeTags.length === 0) return true;
  return (
    includeProducts.includes(item.sku) ||
    anyOf(includeCategories, item.categories) ||
    anyOf(includeTags, item.tags)
  );
}
