import type { Clause, Condition, Selection } from './core.js';
import { seenIn } from './seen.js';
import { simplified, type Simple } from './simplify.js';
import type { Situation } from './situation.js';

/** Keys of which a situation must have one, or a condition cannot be true of it. A group of none is never met. */
export type KeyGroup = readonly string[];

/** Larger groups rule out so little that they are not worth keeping. */
const maxKeys = 1_000;

/**
 * What an index finds conditions by: wherever the condition is true, each group has a key in common with
 * `keysOfSituation`. No group at all: nothing is necessary, so the condition has to be asked every time.
 */
export const necessaryKeys = (condition: Condition): readonly KeyGroup[] => groupsOf(simplified(condition));

function groupsOf(simple: Simple): KeyGroup[] {
  if (typeof simple === 'boolean') return simple ? [] : [[]];
  if (simple.kind === 'LITERAL') return simple.isNegated ? [] : groupsOfClause(simple.clause);
  const groups = simple.parts.map(groupsOf);
  if (simple.kind === 'ALL') return groups.flat();
  // Which alternative it will be is not known: so it is any key of any of them, of each the most telling group.
  const keys = new Set<string>();
  for (const alternatives of groups) {
    const [fewest] = alternatives.toSorted((a, b) => a.length - b.length);
    if (!fewest) return [];
    for (const key of fewest) keys.add(key);
  }
  return keys.size > maxKeys ? [] : [[...keys]];
}

const prefixes = {
  skus: 'sku',
  products: 'product',
  categories: 'category',
  productTags: 'tag',
  customerSegment: 'segment',
  channel: 'channel',
  currency: 'currency',
  taxBasis: 'tax',
  shippingCountry: 'country',
  paymentMethod: 'payment',
} as const;

function groupsOfClause(clause: Clause): KeyGroup[] {
  switch (clause.kind) {
    case 'TEXT':
    case 'NAMES': {
      const names = wantedOf(clause.test);
      return names ? [names.map((name) => `${prefixes[clause.fact]}:${String(name)}`)] : [];
    }
    case 'ATTRIBUTE': {
      const names = clause.fact === 'cartAttribute' ? wantedOf(clause.test) : null;
      return names ? [names.map((name) => attributeKey(clause.path[0]!, String(name)))] : [];
    }
    case 'AMOUNT': {
      const isOfCart = clause.fact !== 'lifetimeSpend' && clause.currency !== null;
      const currency = isOfCart ? [[`currency:${clause.currency}`]] : [];
      return clause.of && leastOf(clause.test) > 0 ? [...currency, keysOfSelection(clause.of)] : currency;
    }
    case 'NUMBER':
      return clause.of && leastOf(clause.test) > 0 ? [keysOfSelection(clause.of)] : [];
    default:
      return [];
  }
}

type Test = Clause extends infer Each ? (Each extends { readonly test: infer Of } ? Of : never) : never;

function wantedOf(test: Test): readonly unknown[] | null {
  if (test.op === 'eq') return [test.value];
  return test.op === 'in' ? test.values : null;
}

/** The least number that a comparison is true of; zero if that may be as little as you like. */
function leastOf(test: Extract<Clause, { kind: 'AMOUNT' }>['test']): number {
  switch (test.op) {
    case 'eq':
    case 'gte':
      return test.value;
    case 'gt':
      return test.value + 1;
    case 'in':
      return Math.min(...test.values);
    case 'between':
      return test.low;
    default:
      return 0;
  }
}

const attributeKey = (name: string, value: string): string => `attribute:${name}=${value}`;

const keysOfSelection = ({ skus, products, categories, tags }: Selection): KeyGroup => [
  ...skus.map((name) => `sku:${name}`),
  ...products.map((name) => `product:${name}`),
  ...categories.map((name) => `category:${name}`),
  ...tags.map((name) => `tag:${name}`),
];

/** The keys that a situation has; of its segments those among the given, which are all that an index knows of. */
export function keysOfSituation(situation: Situation, segments: Iterable<string> = []): Set<string> {
  const seen = seenIn(situation);
  const keys = new Set<string>();
  for (const fact of ['skus', 'products', 'categories', 'productTags'] as const) {
    for (const name of seen[fact]?.row ?? []) keys.add(`${prefixes[fact]}:${name}`);
  }
  for (const fact of ['channel', 'currency', 'taxBasis', 'shippingCountry', 'paymentMethod'] as const) {
    if (situation[fact] !== null) keys.add(`${prefixes[fact]}:${situation[fact]}`);
  }
  for (const [name, value] of Object.entries(situation.attributes)) keys.add(attributeKey(name, value));
  for (const name of segments) if (situation.isIn(name)) keys.add(`segment:${name}`);
  return keys;
}

/** An amount in minor units of a currency, as a bound. */
export interface LeastTotal {
  readonly currency: string;
  readonly minor: number;
}

/**
 * What the cart must come to at least for the condition to be true; null if nothing can be said. Of items that are
 * selected it is taken that they are part of the total.
 */
export const leastTotal = (condition: Condition): LeastTotal | null => leastTotalOf(simplified(condition));

function leastTotalOf(simple: Simple): LeastTotal | null {
  if (typeof simple === 'boolean') return null;
  if (simple.kind === 'LITERAL') {
    const { clause, isNegated } = simple;
    if (isNegated || clause.kind !== 'AMOUNT' || clause.fact === 'lifetimeSpend' || clause.currency === null)
      return null;
    return { currency: clause.currency, minor: Math.max(0, leastOf(clause.test)) };
  }
  const bounds = simple.parts.map(leastTotalOf);
  if (simple.kind === 'ALL') {
    // In two currencies at once it is never true: either bound will do.
    return bounds.reduce(
      (most, bound) => (bound && (!most || bound.minor > most.minor) ? bound : most),
      null,
    );
  }
  return bounds.reduce((least, bound) =>
    least && bound && least.currency === bound.currency ? (bound.minor < least.minor ? bound : least) : null,
  );
}
