import type { JsonValue } from '../lib/json.js';
import type {
  AmountClause,
  AttributeClause,
  AttributeValue,
  Clause,
  Comparison,
  NamesClause,
  NumberClause,
  TextClause,
} from './core.js';
import { denseLine, inRanges, rangesOf } from './ranges.js';
import { phasesOf } from './recurrence.js';
import type { Seen } from './seen.js';
import { memberOf, pickerOf } from './selection.js';
import type { Situation } from './situation.js';

/** A part of a condition, made ready: whether it is true of what is seen. */
export type Test = (seen: Seen) => boolean;

const kept = new WeakMap<Clause, Test>();

/** What can be decided of a clause is decided here, once: its test looks facts up and compares, nothing else. */
export function testOfClause(clause: Clause): Test {
  const known = kept.get(clause);
  if (known) return known;
  const test = testMadeOf(clause);
  kept.set(clause, test);
  return test;
}

function testMadeOf(clause: Clause): Test {
  switch (clause.kind) {
    case 'AMOUNT':
      return amountTest(clause);
    case 'NUMBER':
      return numberTest(clause);
    case 'TEXT':
      return textTest(clause);
    case 'NAMES':
      return namesTest(clause);
    case 'ATTRIBUTE':
      return attributeTest(clause);
    case 'INSTANT': {
      const matches = comparesNumbers(clause.test);
      const read = instantReaders[clause.fact];
      return (seen) => matches(read(seen));
    }
    case 'LOCAL': {
      const { fact, zone } = clause;
      const isIn = inRanges(rangesOf(clause.test));
      return (seen) => isIn(seen.clock(zone)[fact]);
    }
    case 'RECURRENCE': {
      const phaseAt = phasesOf(clause);
      return (seen) => phaseAt(seen.now).holds;
    }
  }
}

/** A comparison of a number that may not have been said. */
function comparesNumbers(test: Comparison<number>): (value: number | null) => boolean {
  if (test.op === 'exists') return (value) => (value !== null) === test.value;
  const isIn = inRanges(rangesOf(test));
  return (value) => value !== null && isIn(value);
}

export const instantReaders: Readonly<
  Record<'now' | 'registeredAt' | 'lastOrderAt', (seen: Seen) => number | null>
> = {
  now: ({ now }) => now,
  registeredAt: ({ situation }) => situation.profile.registeredAt?.getTime() ?? null,
  lastOrderAt: ({ situation }) => situation.profile.lastOrderAt?.getTime() ?? null,
};

/** Reads what a clause about an amount compares, in whatever currency that is; null if it was not said. */
export function amountReader(clause: AmountClause): (seen: Seen) => number | null {
  const { fact } = clause;
  if (fact === 'lifetimeSpend')
    return ({ situation: { profile } }) =>
      profile.lifetimeSpend ? Number(profile.lifetimeSpend.minor) : null;
  const picker = fact === 'cartTotal' ? null : pickerOf(clause);
  if (!picker) return ({ total }) => total;
  return (seen) => seen.sums(picker)?.minor ?? null;
}

export const currencyOfAmount = ({ fact }: AmountClause, { profile, currency }: Situation): string | null =>
  fact === 'lifetimeSpend' ? (profile.lifetimeSpend?.currency ?? null) : currency;

function amountTest(clause: AmountClause): Test {
  const { currency, test } = clause;
  const read = amountReader(clause);
  if (test.op === 'exists') return (seen) => (read(seen) !== null) === test.value;
  const matches = comparesNumbers(test);
  if (clause.fact === 'lifetimeSpend')
    return (seen) => seen.situation.profile.lifetimeSpend?.currency === currency && matches(read(seen));
  return (seen) => seen.situation.currency === currency && matches(read(seen));
}

/** Reads what a clause about a number compares; null if it was not said. */
export function numberReader(clause: NumberClause): (seen: Seen) => number | null {
  const picker = pickerOf(clause);
  switch (clause.fact) {
    case 'quantity':
      return picker ? (seen) => seen.sums(picker)?.units ?? null : (seen) => seen.quantity;
    case 'itemCount':
      return picker
        ? (seen) => seen.sums(picker)?.lines ?? null
        : ({ situation: { items } }) => items && items.length;
    case 'orderNumber':
      return (seen) => seen.orderNumber;
    case 'daysSinceRegistration':
      return (seen) => seen.daysSinceRegistration;
    case 'daysSinceLastOrder':
      return (seen) => seen.daysSinceLastOrder;
  }
}

function numberTest(clause: NumberClause): Test {
  const read = numberReader(clause);
  const matches = comparesNumbers(clause.test);
  return (seen) => matches(read(seen));
}

function textTest({ fact, test }: TextClause): Test {
  switch (test.op) {
    case 'eq':
      return ({ situation }) => situation[fact] === test.value;
    case 'ne':
      return ({ situation }) => situation[fact] !== null && situation[fact] !== test.value;
    case 'in': {
      const isAmong = memberOf(test.values);
      return ({ situation }) => situation[fact] !== null && isAmong(situation[fact]);
    }
    case 'exists':
      return ({ situation }) => (situation[fact] !== null) === test.value;
    default:
      return never;
  }
}

/** The parser lets no such comparison through. */
const never: Test = () => false;

function namesTest({ fact, test }: NamesClause): Test {
  if (fact === 'customerSegment') {
    if (test.op === 'eq') return ({ situation }) => situation.isIn(test.value);
    if (test.op === 'ne') return ({ situation }) => !situation.isIn(test.value);
    return test.op === 'in' ? ({ situation }) => test.values.some((name) => situation.isIn(name)) : never;
  }
  switch (test.op) {
    case 'eq':
    case 'in': {
      const wanted = test.op === 'in' ? test.values : [test.value];
      const isWanted = memberOf(wanted);
      return (seen) => seen[fact]?.hasSome(isWanted, wanted) === true;
    }
    case 'ne': {
      const unwanted = [test.value];
      const isUnwanted = memberOf(unwanted);
      return (seen) => seen[fact]?.hasSome(isUnwanted, unwanted) === false;
    }
    case 'exists':
      return (seen) => (seen[fact]?.row.length ?? 0) > 0 === test.value;
    default:
      return never;
  }
}

/** Reads an attribute; undefined if it was not said. Only own fields are looked at, and null is not said. */
export function attributeReader({
  fact,
  path,
}: AttributeClause): (situation: Situation) => JsonValue | undefined {
  const [first = '', ...deeper] = path;
  const rootOf: (situation: Situation) => Readonly<Record<string, JsonValue>> =
    fact === 'cartAttribute'
      ? ({ attributes }) => attributes
      : fact === 'metadata'
        ? ({ metadata }) => metadata
        : ({ profile }) => profile.attributes;
  if (deeper.length === 0) return (situation) => ownField(rootOf(situation), first);
  return (situation) => {
    let value = ownField(rootOf(situation), first);
    for (const name of deeper) {
      if (typeof value !== 'object' || Array.isArray(value)) return undefined;
      value = ownField(value, name);
    }
    return value;
  };
}

const ownField = (fields: Readonly<Record<string, JsonValue>> | null, name: string): JsonValue | undefined =>
  fields !== null && Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined;

function attributeTest(clause: AttributeClause): Test {
  const read = attributeReader(clause);
  const matches = comparesAttribute(clause.test);
  return ({ situation }) => matches(read(situation));
}

function comparesAttribute(test: Comparison<AttributeValue>): (value: JsonValue | undefined) => boolean {
  if (test.op === 'exists') return (value) => (value !== undefined) === test.value;
  const type = typeWantedBy(test);
  if (type === 'number') {
    const isIn = inRanges(rangesOf(test as Comparison<number>, denseLine));
    return (value) => typeof value === 'number' && isIn(value);
  }
  if (test.op === 'eq') return (value) => value === test.value;
  if (test.op === 'ne') return (value) => typeof value === type && value !== test.value;
  if (test.op !== 'in') return () => false;
  const wanted: ReadonlySet<unknown> = new Set(test.values);
  return (value) => wanted.has(value);
}

/** The type of the values that a comparison names. */
export function typeWantedBy(test: Exclude<Comparison<AttributeValue>, { op: 'exists' }>): string {
  return typeof (test.op === 'in' ? test.values[0] : test.op === 'between' ? test.low : test.value);
}
