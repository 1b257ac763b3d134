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
import type { AmountClause, Clause, NamesClause, NumberClause } from './core.js';
import { isMoreThanItsWhole } from './part-whole.js';
import { pickerOf } from './selection.js';
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
export interface Case {
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly weight: number;
}

/** How the cases of a condition are looked for, so that their number stays bounded. */
export interface Search {
  /** How much a case with such a requirement is the worse for it; infinite leaves it out. */
  readonly weightOf: (requirement: Requirement) => number;
  /** Thins out cases while they are made; null gives up. */
  readonly thin: <C extends Weighed>(cases: readonly C[]) => readonly C[] | null;
  /** Told of each step, one look at one requirement; whether to go on. */
  readonly spend: (steps: number) => boolean;
}

type Weighed = Pick<Case, 'weight'>;

/** The ways for a condition to be true; those that contradict themselves are left out. Null if the search gave up. */
export function casesOf(simple: Simple, search: Search): readonly Case[] | null {
  if (typeof simple === 'boolean') return simple ? [noRequirement] : [];
  if (simple.kind === 'LITERAL') return search.thin(waysOf(simple).map((way) => caseOf(way, search)));
  return simple.kind === 'ANY' ? anyOf(simple, search) : allOf(simple, search);
}

const noRequirement: Case = { requirements: new Map(), weight: 0 };

const caseOf = (way: Way, { weightOf }: Search): Case => ({
  requirements: new Map(way),
  weight: way.reduce((sum, [, requirement]) => sum + weightOf(requirement), 0),
});

function anyOf({ parts }: Junction, search: Search): readonly Case[] | null {
  let all: readonly Case[] = [];
  for (const part of parts) {
    const cases = casesOf(part, search);
    const thinned = cases && search.thin([...all, ...cases]);
    if (!thinned) return null;
    all = thinned;
  }
  return all;
}

function allOf({ parts }: Junction, search: Search): readonly Case[] | null {
  let all: readonly Case[] = [noRequirement];
  for (const part of parts) {
    const cases = casesOf(part, search);
    const pairs = cases && pairsOf(all, cases, search);
    const thinned = pairs && search.thin(pairs);
    if (!thinned?.every(({ one }) => search.spend(one.requirements.size))) return null;
    all = thinned.map(joined).filter(({ requirements }) => !isMoreThanItsWhole(requirements));
  }
  return all;
}

/** Two cases at once, weighed before they are joined: of most that is all that is ever asked. */
interface Pair extends Weighed {
  readonly one: Case;
  readonly other: Case;
  /** Of subjects that both are about. */
  readonly shared: readonly (readonly [subject: string, requirement: Requirement])[];
}

function pairsOf(all: readonly Case[], cases: readonly Case[], search: Search): Pair[] | null {
  const pairs: Pair[] = [];
  for (const one of all) {
    for (const other of cases) {
      if (!search.spend(2 + other.requirements.size)) return null;
      const pair = pairOf(one, other, search);
      if (pair) pairs.push(pair);
    }
  }
  return pairs;
}

/** Null if they contradict each other. */
function pairOf(one: Case, other: Case, { weightOf, spend }: Search): Pair | null {
  let weight = one.weight + other.weight;
  const shared: [string, Requirement][] = [];
  for (const [subject, requirement] of other.requirements) {
    const known = one.requirements.get(subject);
    if (!known || known === requirement) {
      if (known) weight -= weightOf(known);
      continue;
    }
    spend(stepsToMerge + sizeOf(known) + sizeOf(requirement));
    const merged = mergedRequirement(known, requirement);
    if (!merged) return null;
    weight += weightOf(merged) - weightOf(known) - weightOf(requirement);
    shared.push([subject, merged]);
  }
  return { one, other, shared, weight };
}

function joined({ one, other, shared, weight }: Pair): Case {
  const requirements = new Map(one.requirements);
  for (const entries of [other.requirements, shared])
    for (const [subject, requirement] of entries) requirements.set(subject, requirement);
  return { requirements, weight };
}

const stepsToMerge = 20;

/** How much there is of a requirement to be looked at. */
export function sizeOf(requirement: Requirement): number {
  if (requirement.kind === 'VALUE')
    return 1 + requirement.allowed.numbers.length + requirement.allowed.texts.names.size;
  const { needs, bans } = requirement;
  return needs.reduce((sum, names) => sum + names.length, 1 + (bans === 'ALL' ? 0 : bans.size));
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
function waysOf(literal: Literal): Way[] {
  const { clause } = literal;
  const ways =
    clause.kind === 'NAMES'
      ? waysOfNames(clause, literal.isNegated)
      : clause.kind === 'AMOUNT' && clause.test.op !== 'exists'
        ? waysOfAmount(clause, literal.isNegated)
        : [[required(clause, literal.isNegated)]];
  return ways.filter((way) =>
    way.every(([, requirement]) => requirement.kind === 'NAMES' || !isEmpty(requirement.allowed)),
  );
}

/** What must be so of the subject of a clause for it, or its contrary, to be true; of an amount also its currency must be right. */
export function required(
  clause: Exclude<Clause, NamesClause>,
  isNegated: boolean,
): [subject: string, requirement: ValueRequirement] {
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
      return `${isCartTotal(clause) ? 'cartTotal' : clause.fact} ${pickerOf(clause)?.key ?? ''}`;
    case 'LOCAL':
      return `${clause.fact} in ${clause.zone}`;
    case 'ATTRIBUTE':
      return `${clause.fact} ${JSON.stringify(clause.path)}`;
    default:
      return clause.fact;
  }
}

const isCartTotal = (clause: AmountClause | NumberClause): boolean =>
  clause.fact === 'cartTotal' || (clause.fact === 'subtotal' && !pickerOf(clause));

function universeOfValues(clause: Exclude<Clause, { kind: 'NAMES' | 'RECURRENCE' }>): Universe {
  switch (clause.kind) {
    case 'AMOUNT':
    case 'NUMBER':
      return numbersWithin(universeOf(clause), !isCartTotal(clause));
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
