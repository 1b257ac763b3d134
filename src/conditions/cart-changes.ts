import type { Change } from './change.js';
import { changed } from './changed.js';
import { amountReader, numberReader } from './clause-test.js';
import type { Selection } from './core.js';
import { allows } from './allowed.js';
import type { NamesRequirement, Requirement, ValueRequirement } from './cases.js';
import type { Ranges } from './ranges.js';
import { seenIn } from './seen.js';
import type { Situation } from './situation.js';

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
export function cartChanges(requirements: readonly Requirement[], situation: Situation): Change[] | null {
  const bans = bansOf(requirements);
  const changes: Change[] = [];
  let draft = situation;
  for (let step = 0; step < maxSteps; step++) {
    const possible: Change[] = [];
    for (const requirement of requirements) {
      const change = nextChange(requirement, draft, bans);
      if (change === 'IMPOSSIBLE') return null;
      if (change) possible.push(change);
    }
    const [first] = possible.sort((a, b) => turnOf(a) - turnOf(b));
    if (!first) return merged(changes);
    changes.push(first);
    draft = changed(draft, [first]);
  }
  return null;
}

/** What must go goes first; and what is asked of some items before what any items would do for. */
function turnOf(change: Change): number {
  const kinds: Change['kind'][] = ['REMOVE_ITEMS', 'ADD_ITEMS', 'REDUCE_AMOUNT', 'ADD_AMOUNT'];
  return kinds.indexOf(change.kind) * 2 + ('of' in change && change.of === null ? 1 : 0);
}

type Bans = (fact: NamesRequirement['clause']['fact'], name: string) => boolean;

function bansOf(requirements: readonly Requirement[]): Bans {
  const byFact = new Map(
    requirements.flatMap((each) => (each.kind === 'NAMES' ? [[each.clause.fact, each.bans] as const] : [])),
  );
  return (fact, name) => {
    const banned = byFact.get(fact);
    return banned === 'ALL' || banned?.has(name) === true;
  };
}

type Next = Change | 'IMPOSSIBLE' | null;

/** What is next to be done for a requirement; null if it is met. */
function nextChange(requirement: Requirement, draft: Situation, bans: Bans): Next {
  return requirement.kind === 'NAMES'
    ? nextForNames(requirement, draft, bans)
    : nextForNumber(requirement, draft, bans);
}

const empty: Selection = { skus: [], products: [], categories: [], tags: [] };

const selectionOf = (fact: NamesRequirement['clause']['fact'], names: readonly string[]): Selection => ({
  ...empty,
  [fact === 'productTags' ? 'tags' : fact]: names,
});

function nextForNames({ clause, needs, said }: NamesRequirement, draft: Situation, bans: Bans): Next {
  const { fact } = clause;
  if (fact === 'customerSegment') return null;
  const names = seenIn(draft)[fact];
  if (!names) return said === true ? 'IMPOSSIBLE' : null;
  if (said === false) return 'IMPOSSIBLE';
  const banned = names.row.filter((name) => bans(fact, name));
  if (banned.length > 0)
    return { kind: 'REMOVE_ITEMS', of: selectionOf(fact, banned), quantity: null, unit: 'LINES' };
  const missing = needs.find((need) =>
    need === 'ANY' ? names.row.length === 0 : !need.some((name) => names.set.has(name)),
  );
  if (missing === undefined) return null;
  // Whatever item is put in has a sku, which is that of a product; what else it has cannot be told.
  if (missing === 'ANY' && fact !== 'skus' && fact !== 'products') return 'IMPOSSIBLE';
  const of = missing === 'ANY' ? null : allowedSelection(selectionOf(fact, missing), bans);
  return of === 'IMPOSSIBLE' ? of : { kind: 'ADD_ITEMS', of, quantity: 1, unit: 'UNITS' };
}

/** The names of a selection that nothing forbids. */
function allowedSelection(of: Selection | null, bans: Bans): Selection | null | 'IMPOSSIBLE' {
  if (!of) return of;
  const allowed: Selection = {
    skus: of.skus.filter((name) => !bans('skus', name)),
    products: of.products.filter((name) => !bans('products', name)),
    categories: of.categories.filter((name) => !bans('categories', name)),
    tags: of.tags.filter((name) => !bans('productTags', name)),
  };
  return Object.values(allowed).every((names: readonly string[]) => names.length === 0)
    ? 'IMPOSSIBLE'
    : allowed;
}

function nextForNumber({ clause, allowed }: ValueRequirement, draft: Situation, bans: Bans): Next {
  if (clause.kind !== 'AMOUNT' && clause.kind !== 'NUMBER') return null;
  const value =
    clause.kind === 'AMOUNT' ? amountReader(clause)(seenIn(draft)) : numberReader(clause)(seenIn(draft));
  if (allows(allowed, value)) return null;
  const wanted = value === null ? null : nearestIn(allowed.numbers, value);
  if (value === null || wanted === null) return 'IMPOSSIBLE';
  const isMore = wanted > value;
  const of = isMore ? allowedSelection(clause.of, bans) : clause.of;
  if (of === 'IMPOSSIBLE') return of;
  const size = Math.abs(wanted - value);
  if (clause.kind === 'NUMBER') {
    const unit = clause.fact === 'quantity' ? 'UNITS' : 'LINES';
    return { kind: isMore ? 'ADD_ITEMS' : 'REMOVE_ITEMS', of, quantity: size, unit };
  }
  const kind = isMore ? 'ADD_AMOUNT' : 'REDUCE_AMOUNT';
  return { kind, of, currency: draft.currency, minor: BigInt(size) };
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
    const { minor, quantity, ...rest } = { minor: 0n, quantity: 0 as number | null, ...change };
    const key = JSON.stringify(rest);
    const known = byKind.get(key);
    if (known && 'minor' in known && 'minor' in change)
      byKind.set(key, { ...known, minor: known.minor + minor });
    else if (known && 'quantity' in known && known.quantity !== null && quantity !== null)
      byKind.set(key, { ...known, quantity: known.quantity + quantity });
    else if (!known) byKind.set(key, change);
  }
  return [...byKind.values()];
}
