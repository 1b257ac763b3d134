import { isClause, type Clause, type Condition } from './core.js';
import { jsonOfCondition } from './json.js';
import { dayLength } from './local.js';
import { everyNumber, intersection, rangesOf, type Ranges } from './ranges.js';
import { maxLines, maxQuantity } from './situation.js';
import { textOfClause } from './text.js';

/**
 * A condition made simple: NOT stands only before clauses, ALL and ANY alternate and have at least two parts, each once,
 * the cheap ones first; what can be decided without looking at anything is decided.
 */
export type Simple = boolean | Literal | Junction;

/** A clause, or its contrary. */
export interface Literal {
  readonly kind: 'LITERAL';
  readonly clause: Clause;
  readonly isNegated: boolean;
  readonly key: string;
  readonly cost: number;
}

export interface Junction {
  readonly kind: 'ALL' | 'ANY';
  readonly parts: readonly (Literal | Junction)[];
  readonly key: string;
  /** If every part has to be tried. */
  readonly cost: number;
}

/** Told what was decided ahead, in sentences. */
type OnDecided = (sentence: string) => void;

export function simplified(
  condition: Condition,
  onDecided: OnDecided = () => undefined,
  isNegated = false,
): Simple {
  if (isClause(condition)) return simplifiedClause(condition, isNegated, onDecided);
  if (condition.kind === 'NOT') return simplified(condition.of, onDecided, !isNegated);
  const kind = (condition.kind === 'ALL') === isNegated ? 'ANY' : 'ALL';
  return joined(
    kind,
    condition.of.map((part) => simplified(part, onDecided, isNegated)),
    onDecided,
  );
}

/** What ends a junction: one false part an ALL, one true part an ANY. */
function joined(kind: Junction['kind'], given: readonly Simple[], onDecided: OnDecided): Simple {
  const ending = kind === 'ANY';
  const parts = new Map<string, Literal | Junction>();
  const flat = given.flatMap<Simple>((each) =>
    typeof each === 'object' && each.kind === kind ? [...each.parts] : [each],
  );
  for (const part of flat) {
    if (part === ending) {
      onDecided(
        ending
          ? 'One alternative is always true, and so all are.'
          : 'One part is never true, and so the whole is not.',
      );
      return ending;
    }
    if (typeof part === 'boolean') continue;
    if (parts.has(part.key)) onDecided(`Said twice, asked once: ${nameOf(part)}.`);
    parts.set(part.key, part);
  }
  for (const part of parts.values()) {
    if (part.kind === 'LITERAL' && parts.has(keyOf(part.clause, !part.isNegated))) {
      onDecided(`${ending ? 'Either holds, always' : 'Both never hold'}: ${nameOf(part)}, and its contrary.`);
      return ending;
    }
  }
  const [first, ...others] = [...parts.values()].sort((a, b) => a.cost - b.cost);
  if (!first) {
    if (given.length === 0) onDecided(ending ? 'No alternative is never true.' : 'No part is always true.');
    return !ending;
  }
  if (others.length === 0) return first;
  const all = [first, ...others];
  const key = `${kind}(${all
    .map((part) => part.key)
    .toSorted()
    .join()})`;
  return { kind, parts: all, key, cost: all.reduce((sum, { cost }) => sum + cost, 0) };
}

const nameOf = (part: Literal | Junction): string =>
  part.kind === 'LITERAL' ? textOfLiteral(part) : `${part.parts.length} parts`;

export const textOfLiteral = ({ clause, isNegated }: Pick<Literal, 'clause' | 'isNegated'>): string =>
  isNegated ? `not (${textOfClause(clause)})` : textOfClause(clause);

const keyOf = (clause: Clause, isNegated: boolean): string =>
  `${isNegated ? '!' : ''}${JSON.stringify(jsonOfCondition(clause))}`;

function simplifiedClause(clause: Clause, isNegated: boolean, onDecided: OnDecided): Simple {
  const always = alwaysOf(clause);
  if (always !== null) {
    onDecided(`${always ? 'Always' : 'Never'} true: ${textOfClause(clause)}.`);
    return always !== isNegated;
  }
  return { kind: 'LITERAL', clause, isNegated, key: keyOf(clause, isNegated), cost: costOf(clause) };
}

const upFrom = (low: number): Ranges => [{ low, high: Infinity }];

/** The numbers that a fact can be, if it was said at all. */
export function universeOf(clause: Clause): Ranges {
  if (clause.kind === 'AMOUNT') return upFrom(0);
  if (clause.kind === 'NUMBER') {
    switch (clause.fact) {
      // No cart is without lines, nor a line without units; but of those that are selected there may be none.
      case 'itemCount':
        return [{ low: clause.of ? 0 : 1, high: maxLines }];
      case 'quantity':
        return [{ low: clause.of ? 0 : 1, high: maxLines * maxQuantity }];
      case 'orderNumber':
        return upFrom(1);
      default:
        return everyNumber;
    }
  }
  if (clause.kind !== 'LOCAL') return everyNumber;
  if (clause.fact === 'timeOfDay') return [{ low: 0, high: dayLength - 1 }];
  return clause.fact === 'weekday' ? [{ low: 1, high: 7 }] : everyNumber;
}

/** What a clause is, whatever it looks at; null if that depends. */
function alwaysOf(clause: Clause): boolean | null {
  if (clause.kind !== 'AMOUNT' && clause.kind !== 'NUMBER' && clause.kind !== 'LOCAL') return null;
  if (clause.test.op === 'exists') return null;
  const universe = universeOf(clause);
  const possible = intersection(universe, rangesOf(clause.test));
  if (possible.length === 0) return false;
  // Only the clocks always say something.
  return clause.kind === 'LOCAL' && covers(possible, universe) ? true : null;
}

/** Whether nothing of the universe, which is one range, is missing. */
function covers(ranges: Ranges, [whole]: Ranges): boolean {
  let reached = whole!.low - 1;
  for (const { low, high } of ranges) {
    if (low > reached + 1) return false;
    reached = high;
  }
  return reached >= whole!.high;
}

/** Units: one look at one fact and one comparison. What goes through the cart is counted for the longest cart. */
function costOf(clause: Clause): number {
  switch (clause.kind) {
    case 'AMOUNT':
    case 'NUMBER':
      return clause.of || clause.except ? maxLines : 1;
    case 'NAMES':
      return clause.test.op === 'in' ? 1 + clause.test.values.length : 2;
    case 'ATTRIBUTE':
      return 1 + clause.path.length;
    case 'LOCAL':
      return 4;
    case 'RECURRENCE':
      return 50;
    default:
      return 1;
  }
}
