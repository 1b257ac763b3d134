import type { Change, ItemsChange } from './change.js';
import { changed } from './changed.js';
import { amountReader, numberReader } from './clause-test.js';
import type { Selection } from './core.js';
import { allows } from './allowed.js';
import { sizeOf, type NamesRequirement, type Requirement, type ValueRequirement } from './cases.js';
import { dearer, isTooMany } from './dearer.js';
import { money } from '../lib/money.js';
import { once } from '../lib/once.js';
import type { Patience } from './patience.js';
import type { Ranges } from './ranges.js';
import { noNames, unionOf, type Picked } from './selection.js';
import { stricter } from './stricter.js';
import { seenAfter, type Names, type Seen } from './seen.js';
import { maxLines, type Situation } from './situation.js';

const maxSteps = 60;

/** Whether a requirement is about the items of the cart, or what they cost together. */
export function isOfCart({ kind, clause, ...requirement }: Requirement): boolean {
  if (kind === 'NAMES') return clause.fact !== 'customerSegment';
  if ('subject' in requirement && requirement.subject === 'CURRENCY_OF') return false;
  const { fact } = clause;
  return fact === 'cartTotal' || fact === 'subtotal' || fact === 'quantity' || fact === 'itemCount';
}

/**
 * What to do with the cart so that all requirements on it are met. Done step by step on a draft of the cart: what one
 * step brings about, the next one sees. Null if a requirement cannot be met, or they do not come to rest.
 */
export function cartChanges(
  requirements: readonly Requirement[],
  before: Seen,
  patience: Patience,
): Change[] | null {
  const bans = bansOf(requirements);
  const sums = requirements.filter(({ clause }) => 'of' in clause && (clause.of || clause.except)).length;
  let changes: readonly Change[] = [];
  let draft = before;
  for (let step = 0; step < maxSteps; step++) {
    let first: Change | null = null;
    for (const requirement of requirements) {
      if (!patience.spend(sizeOf(requirement))) return null;
      const change = nextChange(requirement, draft, bans);
      if (change === 'IMPOSSIBLE') return null;
      if (change && (!first || turnOf(change) < turnOf(first))) first = change;
    }
    if (!first) return merged(changes);
    patience.spend(stepsToDraft(first, draft.situation, sums));
    if (first.kind === 'REMOVE_ITEMS') first = harmless(first, requirements, draft);
    const next = seenAfter(draft, changed(draft.situation, [first]));
    const instead =
      first.kind === 'ADD_AMOUNT' && isTooMany(requirements, draft, next)
        ? dearer(first, changes, draft.situation)
        : null;
    changes = instead ?? [...changes, first];
    draft = instead ? seenAfter(before, changed(before.situation, changes)) : next;
    if (instead) patience.spend(changes.length * stepsToDraft(changes.at(-1)!, draft.situation, sums));
  }
  return null;
}

/** What is to be taken away, and where that would break what is met, rather of items that do no harm. */
function harmless(change: ItemsChange, requirements: readonly Requirement[], draft: Seen): ItemsChange {
  const met = requirements.filter((requirement) => !nextChange(requirement, draft, noBans));
  const brokenBy = (tried: readonly Change[]) => {
    const next = seenAfter(draft, changed(draft.situation, tried));
    return met.filter((requirement) => nextChange(requirement, next, noBans));
  };
  const doubts = brokenBy([change]).flatMap(({ clause }) => ('of' in clause ? [clause] : []));
  const options = doubts.length > 0 ? stricter([change], doubts, draft.situation) : [];
  for (const [option, ...more] of options)
    if (option?.kind === 'REMOVE_ITEMS' && more.length === 0 && brokenBy([option]).length === 0)
      return option;
  return change;
}

const noBans = bansOf([]);

/** To copy the lines of a cart; where some are fewer than before, they are named and added up anew. */
function stepsToDraft(change: Change, draft: Situation, sums: number): number {
  const isMore = change.kind === 'ADD_ITEMS' || change.kind === 'ADD_AMOUNT';
  return (draft.items?.length ?? 0) / 20 + (isMore ? 10 : stepsOfCart(draft) * (2 + sums));
}

/** To go through a cart: its lines, and what they are named. Names are looked at in passing. */
export const stepsOfCart = ({ items }: Situation): number =>
  (items?.reduce((sum, { categories, tags }) => sum + 2 + categories.length + tags.length, 0) ?? 0) / 8;

/** The steps that one requirement asks for by itself. */
export function cartSteps(requirement: Requirement, seen: Seen): Change[] | null {
  const bans = bansOf([requirement]);
  const first = nextChange(requirement, seen, bans);
  if (first === 'IMPOSSIBLE') return null;
  if (!first || requirement.kind === 'VALUE') return first ? [first] : [];
  const { fact } = requirement.clause;
  const names = fact === 'customerSegment' ? null : seen[fact];
  const missing = names ? requirement.needs.filter((need) => isMissing(need, names)) : [];
  const added: Change[] = missing.map(() => ({ kind: 'ADD_ITEMS', of: null, quantity: 1, unit: 'UNITS' }));
  return first.kind === 'REMOVE_ITEMS' ? [first, ...added] : added;
}

/** What must go goes first; and what is asked of some items before what any items would do for. */
function turnOf(change: Change): number {
  const kinds: Change['kind'][] = ['REMOVE_ITEMS', 'ADD_ITEMS', 'REDUCE_AMOUNT', 'ADD_AMOUNT'];
  return kinds.indexOf(change.kind) * 2 + ('of' in change && !change.of && !change.except ? 1 : 0);
}

/** What must not be in the cart. */
interface Bans {
  readonly has: (fact: NamesRequirement['clause']['fact'], name: string) => boolean;
  /** As far as it has names. */
  readonly named: () => Selection;
}

function bansOf(requirements: readonly Requirement[]): Bans {
  const byFact = new Map(
    requirements.flatMap((each) => (each.kind === 'NAMES' ? [[each.clause.fact, each.bans] as const] : [])),
  );
  const namesOf = (fact: NamesRequirement['clause']['fact']): string[] => {
    const banned = byFact.get(fact);
    return banned && banned !== 'ALL' ? [...banned] : [];
  };
  return {
    has(fact, name) {
      const banned = byFact.get(fact);
      return banned === 'ALL' || banned?.has(name) === true;
    },
    named: once(() => ({
      skus: namesOf('skus'),
      products: namesOf('products'),
      categories: namesOf('categories'),
      tags: namesOf('productTags'),
    })),
  };
}

type Next = Change | 'IMPOSSIBLE' | null;

/** What is next to be done for a requirement; null if it is met. */
function nextChange(requirement: Requirement, draft: Seen, bans: Bans): Next {
  return requirement.kind === 'NAMES'
    ? nextForNames(requirement, draft, bans)
    : nextForNumber(requirement, draft, bans);
}

const selectionOf = (fact: NamesRequirement['clause']['fact'], names: readonly string[]): Selection => ({
  ...noNames,
  [fact === 'productTags' ? 'tags' : fact]: names,
});

function nextForNames(requirement: NamesRequirement, draft: Seen, bans: Bans): Next {
  const { clause, needs, said } = requirement;
  const { fact } = clause;
  if (fact === 'customerSegment') return null;
  const names = draft[fact];
  if (!names) return said === true ? 'IMPOSSIBLE' : null;
  if (said === false) return 'IMPOSSIBLE';
  const banned = bannedOf(requirement, names);
  if (banned.length > 0)
    return { kind: 'REMOVE_ITEMS', of: selectionOf(fact, banned), quantity: null, unit: 'LINES' };
  const missing = needs.find((need) => isMissing(need, names));
  if (missing === undefined) return null;
  // Whatever item is put in has a sku, which is that of a product; what else it has cannot be told.
  if (missing === 'ANY' && fact !== 'skus' && fact !== 'products') return 'IMPOSSIBLE';
  const picked = allowedOf({ of: missing === 'ANY' ? null : selectionOf(fact, missing) }, bans);
  return picked ? { kind: 'ADD_ITEMS', ...picked, quantity: 1, unit: 'UNITS' } : 'IMPOSSIBLE';
}

const bannedOf = ({ bans }: NamesRequirement, names: Names): readonly string[] =>
  bans === 'ALL' ? names.row : [...bans].filter((name) => names.has(name));

const isMissing = (need: readonly string[] | 'ANY', names: Names): boolean =>
  need === 'ANY' ? names.isEmpty : !need.some((name) => names.has(name));

/** As much of a selection as nothing forbids; null if that is nothing. */
function allowedOf({ of, except }: Picked, { named, has }: Bans): Picked | null {
  const excepted = except ? unionOf(except, named()) : named();
  const rest = isEmpty(excepted) ? {} : { except: excepted };
  if (!of || isEmpty(excepted)) return { of, ...rest };
  const allowed: Selection = {
    skus: of.skus.filter((name) => !has('skus', name) && !except?.skus.includes(name)),
    products: of.products.filter((name) => !has('products', name) && !except?.products.includes(name)),
    categories: of.categories.filter(
      (name) => !has('categories', name) && !except?.categories.includes(name),
    ),
    tags: of.tags.filter((name) => !has('productTags', name) && !except?.tags.includes(name)),
  };
  return isEmpty(allowed) ? null : { of: allowed, ...rest };
}

const isEmpty = ({ skus, products, categories, tags }: Selection): boolean =>
  skus.length + products.length + categories.length + tags.length === 0;

function nextForNumber({ clause, allowed }: ValueRequirement, draft: Seen, bans: Bans): Next {
  if (clause.kind !== 'AMOUNT' && clause.kind !== 'NUMBER') return null;
  const value = clause.kind === 'AMOUNT' ? amountReader(clause)(draft) : numberReader(clause)(draft);
  if (allows(allowed, value)) return null;
  const wanted = value === null ? null : nearestIn(allowed.numbers, value);
  if (value === null || wanted === null) return 'IMPOSSIBLE';
  if (clause.fact === 'itemCount' && wanted > maxLines) return 'IMPOSSIBLE';
  const isMore = wanted > value;
  const { of, except } = clause;
  const picked = isMore ? allowedOf({ of, except }, bans) : { of, ...(except && { except }) };
  if (!picked) return 'IMPOSSIBLE';
  const size = Math.abs(wanted - value);
  if (clause.kind === 'NUMBER') {
    const unit = clause.fact === 'quantity' ? 'UNITS' : 'LINES';
    return { kind: isMore ? 'ADD_ITEMS' : 'REMOVE_ITEMS', ...picked, quantity: size, unit };
  }
  const kind = isMore ? 'ADD_AMOUNT' : 'REDUCE_AMOUNT';
  return { kind, ...picked, currency: draft.situation.currency, minor: BigInt(size) };
}

/** The nearest number of some ranges; the greater, if two are as near. Null if there is none. */
export function nearestIn(ranges: Ranges, value: number): number | null {
  let best: number | null = null;
  for (const { low, high } of ranges) {
    const near = value < low ? low : value > high ? high : value;
    if (best === null || Math.abs(near - value) <= Math.abs(best - value)) best = near;
  }
  return best !== null && Number.isFinite(best) ? best : null;
}

/** The same step twice is one that is larger. */
function merged(changes: readonly Change[]): Change[] {
  const byKind = new Map<string, Change>();
  for (const change of changes) {
    const {
      minor: _,
      quantity: __,
      worth: ___,
      ...rest
    } = { minor: 0n, quantity: 0, worth: null, ...change };
    const key = JSON.stringify(rest);
    const known = byKind.get(key);
    if (!known) byKind.set(key, change);
    else if ('minor' in known && 'minor' in change)
      byKind.set(key, { ...known, minor: known.minor + change.minor });
    else if ('unit' in known && 'unit' in change) byKind.set(key, bothOf(known, change));
  }
  return [...byKind.values()];
}

function bothOf(one: ItemsChange, other: ItemsChange): ItemsChange {
  if (one.quantity === null || other.quantity === null) return one;
  const minor = (one.worth?.minor ?? 0n) + (other.worth?.minor ?? 0n);
  const { currency } = one.worth ?? other.worth ?? { currency: '' };
  return {
    ...one,
    quantity: one.quantity + other.quantity,
    ...(minor > 0n && { worth: money(minor, currency) }),
  };
}
