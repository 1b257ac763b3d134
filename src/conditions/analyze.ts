import { taxBases } from '../lib/tax-basis.js';
import { casesOf, type Search } from './cases.js';
import { changed } from './changed.js';
import { compile } from './compile.js';
import { clausesOf, type AllOf, type Condition } from './core.js';
import { changesFor } from './hints.js';
import { simplified } from './simplify.js';
import { unknownProfile, type Situation, type SituationItem } from './situation.js';

/** What can be said of a condition without any situation. Sound: what is said is so, what is not said may be so. */
export interface Analysis {
  /** Nothing can make it true: a total above 100.00 and below 50.00. */
  readonly isUnsatisfiable: boolean;
  /** Nothing can make it false. */
  readonly isAlwaysTrue: boolean;
  /** As of `Compiled`. */
  readonly cost: number;
}

export const analyze = (condition: Condition): Analysis => ({
  isUnsatisfiable: isContradiction(condition),
  isAlwaysTrue: isContradiction({ kind: 'NOT', of: condition }),
  cost: compile(condition).cost,
});

export type Implication = 'yes' | 'no' | 'unknown';

/**
 * Whether one condition is true wherever another is. `yes` is proven, and `no` too: a situation was found in which the
 * first is true and the second false.
 */
export function implies(a: Condition, b: Condition): Implication {
  const only: AllOf = { kind: 'ALL', of: [a, { kind: 'NOT', of: b }] };
  if (isContradiction(only)) return 'yes';
  return blanksFor(only).some((blank) => canBecome(only, blank)) ? 'no' : 'unknown';
}

function canBecome(condition: Condition, situation: Situation): boolean {
  const changes = changesFor(condition, situation);
  if (changes === null) return false;
  const at = changed(situation, changes);
  return at.items?.length !== 0 && compile(condition).test(at);
}

/** Beyond so many ways to be true nothing is said: each would have to be shown to be impossible. */
const maxCases = 500;

const upTo: Search = {
  weightOf: () => 0,
  thin: (cases) => (cases.length > maxCases ? null : cases),
  spend: () => true,
};

/** Whether every way to be true contradicts itself: then it never is. */
export const isContradiction = (condition: Condition): boolean =>
  casesOf(simplified(condition), upTo)?.length === 0;

/**
 * Situations to start from: of one nothing is known but the sum of the order; of the others there is one item for
 * nothing, one of whose customer nothing is known, and one of whom everything is. Each of these in all tax bases if the
 * condition asks for them: no change leads from one to another.
 */
function blanksFor(condition: Condition): Situation[] {
  const now = new Date(0);
  const clauses = [...clausesOf(condition)];
  const currency = clauses.find(({ fact }) => fact === 'lifetimeSpend');
  const blank: Situation = {
    now,
    currency: 'EUR',
    taxBasis: null,
    totalMinor: 0n,
    items: [anItem],
    channel: null,
    shippingCountry: null,
    paymentMethod: null,
    attributes: {},
    metadata: {},
    profile: unknownProfile,
    isIn: () => false,
  };
  const known = {
    ...unknownProfile,
    ordersCount: 0,
    lifetimeSpend: { minor: 0n, currency: (currency?.kind === 'AMOUNT' && currency.currency) || 'EUR' },
    registeredAt: now,
    lastOrderAt: now,
  };
  const bases = clauses.some(({ fact }) => fact === 'taxBasis') ? [null, ...taxBases] : [null];
  const withItem = bases.flatMap((taxBasis) => [
    { ...blank, taxBasis },
    { ...blank, taxBasis, profile: known },
  ]);
  return [...withItem, { ...blank, items: null }];
}

/** No cart is without items; this one has nothing that a condition could name by chance. */
const anItem: SituationItem = {
  sku: 'any item',
  productId: null,
  categories: [],
  tags: [],
  quantity: 1,
  listMinor: 0n,
};
