import {
  allowedBy,
  attributeUniverse,
  booleanUniverse,
  both,
  choiceUniverse,
  contrary,
  isEmpty,
  numbersWithin,
  textUniverse,
  type Allowed,
  type Universe,
} from './allowed.js';
import { taxBases } from '../lib/tax-basis.js';
import type { AmountClause, Clause, NamesClause } from './core.js';
import { isMoreThanItsWhole } from './part-whole.js';
import { keyOfSelection } from './selection.js';
import { universeOf, type Junction, type Literal, type Simple } from './simplify.js';

/**
 * What must be so of one subject. A subject is what a clause looks at: a sum, a set of names, a choice, a clock. Any
 * clause about it tells how it is read.
 */
export type Requirement = ValueRequirement | NamesRequirement;

export interface ValueRequirement {
  readonly kind: 'VALUE';
  /** `CURRENCY_OF` is in which currency the amount is that its clause is about. */
  readonly subject: 'CLAUSE' | 'CURRENCY_OF';
  readonly clause: Exclude<Clause, NamesClause>;
  readonly allowed: Allowed;
}

/** Of a set of names: some of each of these rows, and none of those. */
export interface NamesRequirement {
  readonly kind: 'NAMES';
  readonly clause: NamesClause;
  /** `ANY` is met by whatever name. */
  readonly needs: readonly (readonly string[] | 'ANY')[];
  readonly bans: ReadonlySet<string> | 'ALL';
  /** Whether anything must have been said, or must not; null is either. */
  readonly said: boolean | null;
}

/** One way for a condition to be true: all these together, by their subjects. */
export type Case = ReadonlyMap<string, Requirement>;

/** Thins out cases while they are made, so that their number stays bounded; null gives up. */
export type Thin = (cases: readonly Case[]) => readonly Case[] | null;

/** The ways for a condition to be true; those that contradict themselves are left out. Null if thinning gave up. */
export function casesOf(simple: Simple, thin: Thin): readonly Case[] | null {
  if (typeof simple === 'boolean') return simple ? [new Map()] : [];
  if (simple.kind === 'LITERAL') return thin(waysOf(simple));
  return simple.kind === 'ANY' ? anyOf(simple, thin) : allOf(simple, thin);
}

function anyOf({ parts }: Junction, thin: Thin): readonly Case[] | null {
  let all: readonly Case[] = [];
  for (const part of parts) {
    const cases = casesOf(part, thin);
    const thinned = cases && thin([...all, ...cases]);
    if (!thinned) return null;
    all = thinned;
  }
  return all;
}

function allOf({ parts }: Junction, thin: Thin): readonly Case[] | null {
  let all: readonly Case[] = [new Map()];
  for (const part of parts) {
    const cases = casesOf(part, thin);
    if (!cases) return null;
    const joined: Case[] = [];
    for (const one of all) {
      for (const other of cases) {
        const merged = mergedCase(one, other);
        if (merged) joined.push(merged);
      }
    }
    const thinned = thin(joined);
    if (!thinned) return null;
    all = thinned;
  }
  return all;
}

/** Both cases at once; null if they contradict each other. */
function mergedCase(one: Case, other: Case): Case | null {
  const merged = new Map(one);
  for (const [subject, requirement] of other) {
    const known = merged.get(subject);
    const next = known ? mergedRequirement(known, requirement) : requirement;
    if (!next) return null;
    merged.set(subject, next);
  }
  return isMoreThanItsWhole(merged) ? null : merged;
}

function mergedRequirement(a: Requirement, b: Requirement): Requirement | null {
  if (a.kind === 'VALUE' && b.kind === 'VALUE') {
    const allowed = both(a.allowed, b.allowed);
    return isEmpty(allowed) ? null : { ...a, allowed };
  }
  if (a.kind !== 'NAMES' || b.kind !== 'NAMES') return null;
  const said = a.said ?? b.said;
  if (a.said !== null && b.said !== null && a.said !== b.said) return null;
  const bans = a.bans === 'ALL' || b.bans === 'ALL' ? 'ALL' : new Set([...a.bans, ...b.bans]);
  const needs = [...a.needs, ...b.needs];
  const isContradiction =
    needs.length > 0 && (bans === 'ALL' || said === false || needs.some((names) => isBanned(names, bans)));
  return isContradiction ? null : { ...a, needs, bans, said };
}

const isBanned = (names: readonly string[] | 'ANY', bans: ReadonlySet<string>): boolean =>
  names !== 'ANY' && names.every((name) => bans.has(name));

type Way = readonly [subject: string, requirement: Requirement][];

/** The ways for a clause, or its contrary, to be true. */
function waysOf(literal: Literal): Case[] {
  const { clause } = literal;
  const ways =
    clause.kind === 'NAMES'
      ? waysOfNames(clause, literal.isNegated)
      : clause.kind === 'AMOUNT' && clause.test.op !== 'exists'
        ? waysOfAmount(clause, literal.isNegated)
        : [[required(clause, literal.isNegated)]];
  return ways
    .filter((way) =>
      way.every(([, requirement]) => requirement.kind === 'NAMES' || !isEmpty(requirement.allowed)),
    )
    .map((way) => new Map(way));
}

function required(clause: Exclude<Clause, NamesClause>, isNegated: boolean): [string, ValueRequirement] {
  if (clause.kind === 'RECURRENCE') {
    const { zone, start, rule, minutes } = clause;
    const allowed = { ...booleanUniverse, booleans: [!isNegated] };
    return [`recurrence ${JSON.stringify([zone, start, rule, minutes])}`, value(clause, allowed)];
  }
  // Whether an amount was said is a question of its currency: it has one, or none.
  if (clause.kind === 'AMOUNT' && clause.test.op === 'exists') {
    const universe = textUniverse(true);
    const allowed = allowedBy(clause.test, universe);
    return currencyRequired(clause, isNegated ? contrary(allowed, universe) : allowed);
  }
  const universe = universeOfValues(clause);
  const allowed = allowedBy(clause.test, universe);
  return [subjectOf(clause), value(clause, isNegated ? contrary(allowed, universe) : allowed)];
}

const value = (clause: ValueRequirement['clause'], allowed: Allowed): ValueRequirement => ({
  kind: 'VALUE',
  subject: 'CLAUSE',
  clause,
  allowed,
});

/** An amount matches in its currency and its number; so it fails in either. */
function waysOfAmount(clause: AmountClause, isNegated: boolean): Way[] {
  const universe = textUniverse(clause.fact === 'lifetimeSpend');
  const sameCurrency = allowedBy({ op: 'eq', value: clause.currency! }, universe);
  const number = required(clause, isNegated);
  if (!isNegated) return [[currencyRequired(clause, sameCurrency), number]];
  return [[currencyRequired(clause, contrary(sameCurrency, universe))], [number]];
}

/** That of the cart is the very subject of clauses on the currency of the order. */
function currencyRequired(clause: AmountClause, allowed: Allowed): [string, ValueRequirement] {
  const subject = clause.fact === 'lifetimeSpend' ? 'currency of lifetimeSpend' : 'currency';
  return [subject, { kind: 'VALUE', subject: 'CURRENCY_OF', clause, allowed }];
}

function subjectOf(clause: Exclude<Clause, { kind: 'NAMES' | 'RECURRENCE' }>): string {
  switch (clause.kind) {
    case 'AMOUNT':
    case 'NUMBER':
      return `${clause.fact === 'subtotal' && !clause.of ? 'cartTotal' : clause.fact}${clause.of ? ` of ${keyOfSelection(clause.of)}` : ''}`;
    case 'LOCAL':
      return `${clause.fact} in ${clause.zone}`;
    case 'ATTRIBUTE':
      return `${clause.fact} ${JSON.stringify(clause.path)}`;
    default:
      return clause.fact;
  }
}

function universeOfValues(clause: Exclude<Clause, { kind: 'NAMES' | 'RECURRENCE' }>): Universe {
  switch (clause.kind) {
    case 'AMOUNT':
    case 'NUMBER':
      return numbersWithin(
        universeOf(clause),
        clause.fact !== 'cartTotal' && !(clause.fact === 'subtotal' && !clause.of),
      );
    case 'TEXT':
      return clause.fact === 'taxBasis'
        ? choiceUniverse(taxBases, true)
        : textUniverse(clause.fact !== 'currency');
    case 'ATTRIBUTE':
      return clause.fact === 'cartAttribute' ? textUniverse(true) : attributeUniverse;
    case 'INSTANT':
      return numbersWithin(universeOf(clause), clause.fact !== 'now');
    case 'LOCAL':
      return numbersWithin(universeOf(clause), false);
  }
}

const noBans: ReadonlySet<string> = new Set();

/** Segments are always said: a customer belongs to one or does not. */
function waysOfNames(clause: NamesClause, isNegated: boolean): Way[] {
  const { fact, test } = clause;
  const isSegment = fact === 'customerSegment';
  const way = (given: Partial<NamesRequirement>): Way => [
    [fact, { kind: 'NAMES', clause, needs: [], bans: noBans, said: null, ...given }],
  ];
  const needs = (names: readonly string[] | 'ANY') => way({ needs: [names], said: isSegment ? null : true });
  switch (test.op) {
    case 'eq':
    case 'in': {
      const names = test.op === 'in' ? test.values : [test.value];
      return isNegated ? [way({ bans: new Set(names) })] : [needs(names)];
    }
    case 'ne': {
      const bans = new Set([test.value]);
      if (isSegment) return isNegated ? [needs([test.value])] : [way({ bans })];
      return isNegated ? [needs([test.value]), way({ said: false })] : [way({ bans, said: true })];
    }
    case 'exists':
      return test.value === isNegated ? [way({ bans: 'ALL' })] : [needs('ANY')];
    default:
      return isNegated ? [[]] : [];
  }
}
