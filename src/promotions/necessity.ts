import type { AttributeClause, Clause, Comparison, Condition, Selection } from '../conditions/core.js';
import { rangesOf } from '../conditions/ranges.js';
import { simplified, type Simple } from '../conditions/simplify.js';
import type { Situation } from '../conditions/situation.js';
import type { LeastTotals } from './by-least.js';

export type { LeastTotals };

const keyOf = (fact: string, value: unknown): string => `${fact} ${JSON.stringify(value)}`;

/** The keys of names of items: an item that matches any of them shows one. */
export const keysOfNames = ({
  skus = [],
  products,
  categories,
  tags,
}: Omit<Selection, 'skus'> & { skus?: readonly string[] }): string[] => [
  ...skus.map((name) => keyOf('skus', name)),
  ...products.flatMap((name) => [keyOf('skus', name), keyOf('products', name)]),
  ...categories.map((name) => keyOf('categories', name)),
  ...tags.map((name) => keyOf('productTags', name)),
];

/** The groups of keys that a condition needs: where it holds, the situation shows some key of each. */
export const necessaryKeys = (condition: Condition): readonly (readonly string[])[] =>
  groupsOf(simplified(condition));

const mostKeys = 500;

function groupsOf(simple: Simple): readonly (readonly string[])[] {
  if (typeof simple === 'boolean') return simple ? [] : [[]];
  if (simple.kind === 'LITERAL') {
    const keys = simple.isNegated ? null : keysOfClause(simple.clause);
    return keys && keys.length <= mostKeys ? [keys] : [];
  }
  const parts = simple.parts.map(groupsOf);
  if (simple.kind === 'ALL') return parts.flat();
  const shortest = parts.map((groups) => groups.toSorted((a, b) => a.length - b.length)[0]);
  if (shortest.some((group) => group === undefined)) return [];
  const keys = [...new Set(shortest.flatMap((group) => group!))];
  return keys.length <= mostKeys ? [keys] : [];
}

function keysOfClause(clause: Clause): readonly string[] | null {
  switch (clause.kind) {
    case 'TEXT':
      return valuesOf(clause.test)?.map((value) => keyOf(clause.fact, value)) ?? null;
    case 'NAMES':
      if (clause.fact === 'customerSegment') return null;
      return valuesOf(clause.test)?.map((value) => keyOf(clause.fact, value)) ?? null;
    case 'ATTRIBUTE': {
      const name = attributeName(clause);
      return name === null ? null : (valuesOf(clause.test)?.map((value) => keyOf(name, value)) ?? null);
    }
    case 'AMOUNT':
    case 'NUMBER': {
      if (!clause.of || clause.test.op === 'exists' || (rangesOf(clause.test)[0]?.low ?? 1) <= 0) return null;
      const { skus, products, categories, tags } = clause.of;
      return [
        ...skus.map((name) => keyOf('skus', name)),
        ...products.map((name) => keyOf('products', name)),
        ...categories.map((name) => keyOf('categories', name)),
        ...tags.map((name) => keyOf('productTags', name)),
      ];
    }
    default:
      return null;
  }
}

const attributeName = ({ fact, path }: AttributeClause): string | null =>
  path.length === 1 ? `${fact} ${path[0]}` : null;

function valuesOf<Value>(test: Comparison<Value>): readonly Value[] | null {
  if (test.op === 'eq') return [test.value];
  return test.op === 'in' ? test.values : null;
}

export function keysOfSituation(situation: Situation): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const fact of ['channel', 'currency', 'shippingCountry', 'paymentMethod'] as const)
    keys.add(keyOf(fact, situation[fact]));
  for (const { sku, productId, categories, tags } of situation.items ?? []) {
    keys.add(keyOf('skus', sku));
    if (productId !== null) keys.add(keyOf('products', productId));
    for (const name of categories) keys.add(keyOf('categories', name));
    for (const name of tags) keys.add(keyOf('productTags', name));
  }
  const attributes = {
    cartAttribute: situation.attributes,
    metadata: situation.metadata,
    customerAttribute: situation.profile.attributes,
  };
  for (const [fact, values] of Object.entries(attributes)) {
    for (const [name, value] of Object.entries(values))
      if (typeof value !== 'object') keys.add(keyOf(`${fact} ${name}`, value));
  }
  return keys;
}

/** What an order must at least come to for all of these to hold; null if any order will do. */
export function leastTotals(own: LeastTotals | null, conditions: readonly Condition[]): LeastTotals | null {
  return conditions.map((condition) => leastOf(simplified(condition))).reduce(both, own);
}

function both(a: LeastTotals | null, b: LeastTotals | null): LeastTotals | null {
  if (a === null || b === null) return a ?? b;
  const shared = [...a].filter(([currency]) => b.has(currency));
  return new Map(shared.map(([currency, minor]) => [currency, Math.max(minor, b.get(currency)!)]));
}

function either(a: LeastTotals | null, b: LeastTotals | null): LeastTotals | null {
  if (a === null || b === null) return null;
  const least = new Map(a);
  for (const [currency, minor] of b) least.set(currency, Math.min(minor, least.get(currency) ?? Infinity));
  return least;
}

function leastOf(simple: Simple): LeastTotals | null {
  if (typeof simple === 'boolean') return simple ? null : new Map();
  if (simple.kind === 'LITERAL') return simple.isNegated ? null : leastOfClause(simple.clause);
  return simple.kind === 'ALL'
    ? simple.parts.map(leastOf).reduce(both, null)
    : simple.parts.map(leastOf).reduce(either);
}

function leastOfClause(clause: Clause): LeastTotals | null {
  if (clause.kind === 'TEXT' && clause.fact === 'currency') {
    const values = valuesOf(clause.test);
    return values && new Map(values.map((currency) => [currency, 0]));
  }
  if (clause.kind !== 'AMOUNT' || clause.fact === 'lifetimeSpend' || clause.test.op === 'exists') return null;
  const [lowest] = rangesOf(clause.test);
  return new Map(lowest ? [[clause.currency!, Math.max(0, lowest.low)]] : []);
}
