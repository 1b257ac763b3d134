import { invalidInput, type InvalidInput } from '../lib/input.js';
import { readCurrencyOf, readPath, readSelection, readZone } from './companion-input.js';
import { readComparison, readSpan } from './comparison-input.js';
import type { AttributeValue, Clause, Comparison, Condition, Fact, Operator } from './core.js';
import { factMeantBy, factNames, facts, signs } from './facts.js';
import { fieldsOf, refuse, said, taken, type Fields, type Path, type Reading } from './reading.js';
import { readRecurrence } from './recurrence-input.js';
import { suggestion } from './suggestion.js';
import { readAmount, readers, shown } from './values.js';

const maxDepth = 10;
const maxClauses = 200;
const maxProblems = 50;

/**
 * Reads a condition of the JSON dialect, and GraphQL's `ConditionInput`, which has the same shape. Names may be spelled
 * in snake_case; a value in place of a comparison means `eq`, and a list `in`. Nothing is coerced.
 */
export function parseCondition(given: unknown, { isStored = false } = {}): Condition | InvalidInput {
  const reading: Reading = { problems: [], isStored, clauses: 0, recurrences: 0 };
  const condition = readCondition(reading, given, [], 1);
  const [first, ...others] = reading.problems;
  if (first) return invalidInput([first, ...others.slice(0, maxProblems - 1)]);
  return condition!;
}

const camelCase = (name: string) =>
  /^[a-z]+(_[a-z]+)+$/.test(name)
    ? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    : name;

const junctions = ['all', 'any', 'not'];
const partNames: ReadonlySet<string> = new Set([...junctions, ...factNames]);

/** What may have been meant: by what it means, or else by how it is spelled, or else any of them. */
function factInstead(name: string): string {
  const meant = factMeantBy(name);
  if (meant) return ` Did you mean \`${meant}\`?`;
  return suggestion(name, partNames) || ` There are ${factNames.map((fact) => `\`${fact}\``).join(', ')}.`;
}

function readCondition(reading: Reading, sent: unknown, path: Path, depth: number): Condition | undefined {
  const given = fieldsOf(sent);
  if (!given) return refuse(reading, path, `Expected a condition, but got ${shown(sent)}.`);
  if (depth > maxDepth) return refuse(reading, path, `Expected conditions at most ${maxDepth} deep.`);
  const names = Object.keys(given);
  const [name] = names;
  if (name === undefined || names.length > 1) {
    return refuse(
      reading,
      path,
      `Expected exactly one of all, any, not and the facts, but got ${names.length}. Join several with \`all\`.`,
    );
  }
  const part = camelCase(name);
  const at = [...path, name];
  if (!partNames.has(part)) {
    const shownName = name.length > 60 ? `${name.slice(0, 60)}…` : name;
    return refuse(reading, at, `There is no fact \`${shownName}\`.${factInstead(part)}`);
  }
  const inner = given[name];
  if (part === 'not') {
    const of = readCondition(reading, inner, at, depth + 1);
    return of && { kind: 'NOT', of };
  }
  if (part === 'all' || part === 'any') {
    if (!Array.isArray(inner))
      return refuse(reading, at, `Expected a list of conditions, but got ${shown(inner)}.`);
    if (inner.length > maxClauses) return refuse(reading, at, `Expected up to ${maxClauses} clauses in all.`);
    const of = inner.map((each, index) => readCondition(reading, each, [...at, String(index)], depth + 1));
    return of.includes(undefined)
      ? undefined
      : { kind: part === 'all' ? 'ALL' : 'ANY', of: of as Condition[] };
  }
  reading.clauses += 1;
  if (reading.clauses > maxClauses) {
    // Told once; the rest is not read.
    return reading.clauses === maxClauses + 1
      ? refuse(reading, at, `Expected up to ${maxClauses} clauses in all.`)
      : undefined;
  }
  return readClause(reading, part as Fact, inner, at);
}

function readClause(reading: Reading, fact: Fact, given: unknown, path: Path): Clause | undefined {
  const before = reading.problems.length;
  const clause =
    fact === 'recurrence' ? readRecurrence(reading, given, path) : readCompared(reading, fact, given, path);
  return reading.problems.length > before ? undefined : clause;
}

function readCompared(
  reading: Reading,
  fact: Exclude<Fact, 'recurrence'>,
  given: unknown,
  path: Path,
): Clause | undefined {
  const { value: type, operators, beside } = facts[fact];
  if (given === null || given === undefined)
    return refuse(reading, path, 'Expected a comparison, but got null.');
  const fields: Fields = fieldsOf(given) ?? (Array.isArray(given) ? { in: given } : { eq: given });
  const spans = type === 'DATE' ? (['from', 'through'] as const) : [];
  const known = [...operators, ...beside, ...spans] as string[];
  for (const name of said(fields)) {
    if (known.includes(name)) continue;
    const isOperator = allOperators.has(name);
    refuse(
      reading,
      [...path, name],
      isOperator
        ? `\`${fact}\` has no \`${name}\`; it has ${operators.map((each) => `\`${each}\``).join(', ')}.`
        : `\`${fact}\` has no \`${name.slice(0, 60)}\`.${suggestion(name, known)}`,
    );
  }

  const compared = said(fields).filter(
    (name) => allOperators.has(name) || name === 'from' || name === 'through',
  );
  const isSpan = compared.length === 2 && compared.includes('from') && compared.includes('through');
  if (compared.length !== 1 && !isSpan) {
    return refuse(
      reading,
      path,
      compared.length === 0
        ? `Expected a comparison: ${operators.map((each) => `\`${each}\``).join(', ')}.`
        : 'Expected one comparison; say `between`, or join two clauses with `all`.',
    );
  }
  if (!compared.every((name) => known.includes(name))) return undefined;

  const isExistence = compared[0] === 'exists';
  const zone = beside.includes('zone') ? readZone(reading, fields['zone'], [...path, 'zone']) : undefined;
  const of = beside.includes('of') ? readSelection(reading, fields['of'], [...path, 'of']) : null;
  const currency = beside.includes('currency')
    ? readCurrencyOf(reading, fields['currency'], [...path, 'currency'], isExistence)
    : undefined;
  const names = beside.includes('name') ? readPath(reading, fields, path) : undefined;
  if (beside.includes('currency') && currency === undefined) return undefined;

  const readOne = (each: unknown, at: Path): AttributeValue | undefined => {
    // Countries come and go, and once any two letters were taken for one.
    if (type === 'COUNTRY' && reading.isStored && typeof each === 'string') return each;
    // And whole numbers that were rounded before they were stored.
    if (type === 'ATTRIBUTE' && reading.isStored && typeof each === 'number') return each;
    if (type === 'AMOUNT') return taken(reading, at, readAmount(each, currency!));
    return type === 'RULE' ? undefined : taken(reading, at, readers[type](each));
  };
  const test =
    isSpan || compared[0] === 'from' || compared[0] === 'through'
      ? readSpan(reading, fields, path, readOne)
      : readComparison(reading, compared[0] as Operator, fields, path, { readOne, wraps: type === 'TIME' });
  if (test === undefined || of === undefined) return undefined;

  // What was read is of the fact's own type: `facts` says which reader is whose.
  const numbers = test as Comparison<number>;
  const texts = test as Comparison<string>;
  switch (fact) {
    case 'cartTotal':
    case 'subtotal':
    case 'lifetimeSpend':
      return { kind: 'AMOUNT', fact, of, currency: currency ?? null, test: numbers };
    case 'quantity':
    case 'itemCount':
    case 'orderNumber':
    case 'daysSinceRegistration':
    case 'daysSinceLastOrder':
      return { kind: 'NUMBER', fact, of, test: numbers };
    case 'channel':
    case 'currency':
    case 'taxBasis':
    case 'shippingCountry':
    case 'paymentMethod':
      return { kind: 'TEXT', fact, test: texts };
    case 'skus':
    case 'products':
    case 'categories':
    case 'productTags':
    case 'customerSegment':
      return { kind: 'NAMES', fact, test: texts };
    case 'now':
    case 'registeredAt':
    case 'lastOrderAt':
      return { kind: 'INSTANT', fact, test: numbers };
    case 'date':
    case 'timeOfDay':
    case 'weekday':
      return zone === undefined ? undefined : { kind: 'LOCAL', fact, zone, test: numbers };
    case 'customerAttribute':
    case 'cartAttribute':
    case 'metadata':
      return names && { kind: 'ATTRIBUTE', fact, path: names, test };
  }
}

const allOperators: ReadonlySet<string> = new Set(Object.keys(signs));
