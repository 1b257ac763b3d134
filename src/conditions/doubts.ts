import type { Change } from './change.js';
import { required } from './cases.js';
import { testOfClause } from './clause-test.js';
import type { AmountClause, NamesClause, NumberClause, Selection } from './core.js';
import { noNames, type Picked } from './selection.js';
import type { Seen } from './seen.js';
import type { Literal, Simple } from './simplify.js';
import { isThere, spanOf, type Measure, type Span } from './spans.js';

/**
 * The items of which it is open how many, or for how much, there are after changes, so that a condition need not be true
 * then. None if it is true in whichever way the changes are carried out. Null if there is nothing to be done about it.
 */
export function doubtsOf(
  simple: Simple,
  before: Seen,
  after: Seen,
  changes: readonly Change[],
): readonly Picked[] | null {
  if (before.situation.items && !isThere(changes, before)) return null;
  return doubtsIn(simple);

  function doubtsIn(part: Simple): readonly Picked[] | null {
    if (typeof part === 'boolean') return part ? [] : null;
    if (part.kind === 'LITERAL') return doubtsAbout(part, before, after, changes);
    const all = part.parts.map(doubtsIn);
    if (part.kind === 'ALL') return all.some((each) => !each) ? null : all.flatMap((each) => each ?? []);
    if (all.some((each) => each?.length === 0)) return [];
    return all.find((each) => each !== null) ?? null;
  }
}

const isOfItems = (change: Change): boolean => 'of' in change;

const holds = ({ clause, isNegated }: Literal, seen: Seen): boolean =>
  testOfClause(clause)(seen) !== isNegated;

function doubtsAbout(
  literal: Literal,
  before: Seen,
  after: Seen,
  changes: readonly Change[],
): readonly Picked[] | null {
  const { clause, isNegated } = literal;
  const asTried = holds(literal, after) ? [] : null;
  if (!before.situation.items || !changes.some(isOfItems)) return asTried;
  const spanFor = (measure: Measure, picked: Picked): Span => spanOf(measure, picked, before, changes);
  if (clause.kind === 'NAMES' && clause.fact !== 'customerSegment') {
    if (clause.test.op === 'exists')
      return changes.every(keepsNames(clause.test.value !== isNegated)) ? asTried : null;
    const picked = pickedBy(clause);
    const isWanted = (clause.test.op === 'ne') === isNegated;
    const { low, high } = spanFor('lines', picked);
    return (isWanted ? low > 0 : high === 0) ? [] : [picked];
  }
  if (!isOfCart(clause) || clause.test.op === 'exists') return asTried;
  if (clause.kind === 'AMOUNT' && clause.currency !== after.situation.currency) return isNegated ? [] : null;
  const picked: Picked = clause.fact === 'cartTotal' ? { of: null } : clause;
  const { low, high } = spanFor(measures[clause.fact], picked);
  const [, { allowed }] = required(clause, isNegated);
  return allowed.numbers.some((range) => range.low <= low && high <= range.high)
    ? []
    : [{ of: picked.of, ...(picked.except && { except: picked.except }) }];
}

const measures = {
  cartTotal: 'minor',
  subtotal: 'minor',
  quantity: 'units',
  itemCount: 'lines',
} as const satisfies Record<string, Measure>;

type OfCart = (AmountClause | NumberClause) & { readonly fact: keyof typeof measures };

const isOfCart = (clause: Literal['clause']): clause is OfCart => clause.fact in measures;

/** That there are any names, or none, is kept only by what does not take away, or put in. */
const keepsNames =
  (isWanted: boolean) =>
  ({ kind }: Change): boolean =>
    isWanted
      ? kind !== 'REMOVE_ITEMS' && kind !== 'REDUCE_AMOUNT'
      : kind !== 'ADD_ITEMS' && kind !== 'ADD_AMOUNT' && kind !== 'RAISE_AMOUNT';

function pickedBy({ fact, test }: NamesClause): Picked {
  const names =
    test.op === 'in' ? test.values : test.op === 'exists' || !('value' in test) ? [] : [test.value];
  const kind = fact === 'productTags' ? 'tags' : (fact as keyof Selection);
  return { of: { ...noNames, [kind]: names } };
}
