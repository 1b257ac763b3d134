import { formatMoney, money } from '../lib/money.js';
import {
  amountReader,
  attributeReader,
  currencyOfAmount,
  instantReaders,
  numberReader,
  testOfClause,
  typeWantedBy,
} from './clause-test.js';
import { isClause, type AttributeClause, type Clause, type Condition, type NamesClause } from './core.js';
import { signs } from './facts.js';
import { seenIn, type Seen } from './seen.js';
import type { Situation } from './situation.js';
import { listed, minutes, textOfClause, textWriter, wantedBy } from './text.js';

/** How one clause of a condition fared. */
export interface ClauseReport {
  /** Where it stands in the canonical JSON: `all[0].cartTotal`, `all[1].not.productTags`. */
  readonly path: string;
  readonly text: string;
  /** Whether the clause by itself is true. */
  readonly matched: boolean;
  /** Whether it stands under an odd number of NOTs, so that the condition wants it false. */
  readonly isNegated: boolean;
  /** Whether this is what the condition would have: a clause that matched, or one under NOT that did not. */
  readonly counts: 'FOR' | 'AGAINST';
  readonly wanted: string;
  readonly saw: string;
  /** Of a clause on segments, each of those that it asks for; null of all other clauses. */
  readonly segments: readonly SegmentReport[] | null;
}

/** How a customer stands with a segment that a clause asks for. */
export interface SegmentReport {
  readonly name: string;
  readonly isMember: boolean;
  /** How its own condition fared; null where members are listed, or it is not known what makes them. */
  readonly clauses: readonly ClauseReport[] | null;
}

/** A report on every clause, from left to right, also on those that do not matter any more. */
export function explain(condition: Condition, situation: Situation): ClauseReport[] {
  const seen = seenIn(situation);
  const reports: ClauseReport[] = [];
  const visit = (part: Condition, path: string, isNegated: boolean): void => {
    if (isClause(part)) reports.push(reportOf(part, seen, `${path}${part.fact}`, isNegated));
    else if (part.kind === 'NOT') visit(part.of, `${path}not.`, !isNegated);
    else {
      const name = part.kind === 'ALL' ? 'all' : 'any';
      part.of.forEach((each, index) => visit(each, `${path}${name}[${index}].`, isNegated));
    }
  };
  visit(condition, '', false);
  return reports;
}

function reportOf(clause: Clause, seen: Seen, path: string, isNegated: boolean): ClauseReport {
  const matched = testOfClause(clause)(seen);
  return {
    path,
    text: textOfClause(clause),
    matched,
    isNegated,
    counts: matched === isNegated ? 'AGAINST' : 'FOR',
    wanted: wantedWithSign(clause),
    saw: sawOf(clause, seen),
    segments:
      clause.fact === 'customerSegment'
        ? askedSegments(clause).map((name) => reportOfSegment(name, seen.situation))
        : null,
  };
}

const askedSegments = ({ test }: NamesClause): readonly string[] =>
  test.op === 'in' ? test.values : test.op === 'eq' || test.op === 'ne' ? [test.value] : [];

/** It asks of the customer and the moment alone, so that segments of segments do not go round in circles. */
function reportOfSegment(name: string, situation: Situation): SegmentReport {
  const condition = situation.conditionOf?.(name) ?? null;
  return { name, isMember: situation.isIn(name), clauses: condition && explain(condition, situation) };
}

function wantedWithSign(clause: Clause): string {
  if (clause.kind === 'RECURRENCE') return `within ${minutes(clause.minutes)} of ${clause.rule}`;
  const { op } = clause.test;
  return op === 'eq' || op === 'exists' ? wantedBy(clause) : `${signs[op]} ${wantedBy(clause)}`;
}

const notSaid = 'not said';

/** What the clause looked at, as people read it. */
function sawOf(clause: Clause, seen: Seen): string {
  const { situation } = seen;
  const write = textWriter(clause);
  switch (clause.kind) {
    case 'AMOUNT': {
      const amount = amountReader(clause)(seen);
      const currency = currencyOfAmount(clause, situation);
      if (amount === null || currency === null) return notSaid;
      const saw = formatMoney(money(BigInt(amount), currency));
      return clause.currency === null || currency === clause.currency
        ? saw
        : `${saw}, wanted an amount in ${clause.currency}`;
    }
    case 'NUMBER':
      return String(numberReader(clause)(seen) ?? notSaid);
    case 'TEXT':
      return situation[clause.fact] === null ? notSaid : write(situation[clause.fact]!);
    case 'NAMES':
      return sawNames(clause, seen);
    case 'ATTRIBUTE':
      return sawAttribute(clause, situation);
    case 'INSTANT': {
      const instant = instantReaders[clause.fact](seen);
      return instant === null ? notSaid : write(instant);
    }
    case 'LOCAL':
      return write(seen.clock(clause.zone)[clause.fact]);
    case 'RECURRENCE':
      return situation.now.toISOString();
  }
}

function sawNames(clause: NamesClause, seen: Seen): string {
  const { fact } = clause;
  if (fact !== 'customerSegment') {
    const names = seen[fact];
    return names ? listed(names.row.map((name) => JSON.stringify(name))) || 'none' : notSaid;
  }
  const joined = askedSegments(clause).filter((name) => seen.situation.isIn(name));
  return joined.length > 0 ? listed(joined.map((name) => JSON.stringify(name))) : 'not a member';
}

const typeNames: Readonly<Record<string, string>> = { string: 'text', number: 'number', boolean: 'boolean' };

function sawAttribute(clause: AttributeClause, situation: Situation): string {
  const value = attributeReader(clause)(situation);
  if (value === undefined) return notSaid;
  const type = typeNames[typeof value] ?? (Array.isArray(value) ? 'list' : 'object');
  const text = typeof value === 'object' ? `a ${type}` : textWriter(clause)(value);
  if (clause.test.op === 'exists') return text;
  const wanted = typeNames[typeWantedBy(clause.test)]!;
  if (type === wanted) return text;
  return `${typeof value === 'object' ? text : `the ${type} ${text}`}, wanted a ${wanted}`;
}
