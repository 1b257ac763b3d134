import { invalidInput, type InputProblem, type InvalidInput } from '../lib/input.js';
import { isZone } from '../lib/zone.js';
import type { AttributeValue, Clause, Comparison, Condition, Fact, Operator, Selection } from './core.js';
import { factNames, facts, signs } from './facts.js';
import { maxMinutes, problemOfRule } from './recurrence.js';
import { suggestion } from './suggestion.js';
import { readAmount, readCurrency, readers, readName, shown, type Read } from './values.js';

const maxDepth = 10;
const maxClauses = 200;
const maxRecurrences = 10;
const maxNames = 500;
const maxPath = 5;
const maxProblems = 50;

type Path = readonly string[];
type Fields = Readonly<Record<string, unknown>>;

/** Reads on after a problem, so that all are told at once. What could not be read is undefined. */
interface Reading {
  readonly problems: InputProblem[];
  clauses: number;
  recurrences: number;
}

/**
 * Reads a condition of the JSON dialect, and GraphQL's `ConditionInput`, which has the same shape. Names may be spelled
 * in snake_case; a value in place of a comparison means `eq`, and a list `in`. Nothing is coerced.
 */
export function parseCondition(given: unknown): Condition | InvalidInput {
  const reading: Reading = { problems: [], clauses: 0, recurrences: 0 };
  const condition = readCondition(reading, given, [], 1);
  const [first, ...others] = reading.problems;
  if (first) return invalidInput([first, ...others.slice(0, maxProblems - 1)]);
  return condition!;
}

function refuse({ problems }: Reading, path: Path, message: string): undefined {
  // At the very top there is no name to say it of.
  problems.push({ path: path.length > 0 ? [...path] : ['condition'], message });
}

function taken<Value>(reading: Reading, path: Path, result: Read<Value>): Value | undefined {
  return 'value' in result ? result.value : refuse(reading, path, result.problem);
}

/** The own fields of an object, alone: nothing is inherited, so that no name means something by itself. */
function fieldsOf(given: unknown): Fields | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given) || given instanceof Date)
    return null;
  return Object.assign(Object.create(null) as Fields, given);
}

/** Own fields that say something: GraphQL hands over null for what a client left empty. */
const said = (given: Fields): string[] =>
  Object.keys(given).filter((name) => given[name] !== null && given[name] !== undefined);

const camelCase = (name: string) =>
  /^[a-z]+(_[a-z]+)+$/.test(name)
    ? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    : name;

const junctions = ['all', 'any', 'not'];
const partNames: ReadonlySet<string> = new Set([...junctions, ...factNames]);

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
    return refuse(reading, at, `There is no fact \`${shownName}\`.${suggestion(part, partNames)}`);
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

interface Reader {
  readonly readOne: (given: unknown, path: Path) => AttributeValue | undefined;
  /** Whether `between` may go from a later to an earlier value. */
  readonly wraps: boolean;
}

function readComparison(
  reading: Reading,
  op: Operator,
  fields: Fields,
  path: Path,
  { readOne, wraps }: Reader,
): Comparison<AttributeValue> | undefined {
  const given = fields[op];
  const at = [...path, op];
  if (op === 'exists') {
    if (typeof given === 'boolean') return { op, value: given };
    return refuse(reading, at, `Expected true or false, but got ${shown(given)}.`);
  }
  if (op === 'in') {
    const values = readList(reading, given, at, readOne);
    if (values && new Set(values.map((value) => typeof value)).size > 1)
      return refuse(reading, at, 'Expected values of one type.');
    return values && { op, values };
  }
  if (op === 'between') {
    const ends = readEnds(reading, given, at);
    if (!ends) return undefined;
    const low = readOne(ends.low, [...at, ends.names[0]]);
    const high = readOne(ends.high, [...at, ends.names[1]]);
    if (low === undefined || high === undefined) return undefined;
    if (typeof low !== 'number' || typeof high !== 'number')
      return refuse(reading, at, 'Expected numbers: nothing else has an order.');
    if (low > high && !wraps) return refuse(reading, at, 'Expected `low` not to be above `high`.');
    return { op, low, high };
  }
  const value = readOne(given, at);
  if (value === undefined) return undefined;
  if (op !== 'eq' && op !== 'ne' && typeof value !== 'number')
    return refuse(reading, at, 'Expected a number: nothing else has an order.');
  return { op, value };
}

/** The ends of `between`: `{low, high}`, or a list of the two. */
function readEnds(reading: Reading, sent: unknown, path: Path) {
  if (Array.isArray(sent) && sent.length === 2) {
    return { low: sent[0] as unknown, high: sent[1] as unknown, names: ['0', '1'] as const };
  }
  const given = fieldsOf(sent);
  if (!given) return refuse(reading, path, 'Expected `low` and `high`.');
  for (const name of said(given)) {
    if (name !== 'low' && name !== 'high')
      refuse(
        reading,
        [...path, name],
        `\`between\` has no \`${name.slice(0, 60)}\`, only \`low\` and \`high\`.`,
      );
  }
  if (given['low'] == null || given['high'] == null)
    return refuse(reading, path, 'Expected `low` and `high`.');
  return { low: given['low'], high: given['high'], names: ['low', 'high'] as const };
}

/** Dates from one on, through another: the last day is part of it. */
function readSpan(
  reading: Reading,
  fields: Fields,
  path: Path,
  readOne: Reader['readOne'],
): Comparison<AttributeValue> | undefined {
  const end = (name: 'from' | 'through') =>
    fields[name] == null ? null : readOne(fields[name], [...path, name]);
  const low = end('from');
  const high = end('through');
  if (low === undefined || high === undefined) return undefined;
  if (low === null) return high === null ? undefined : { op: 'lte', value: high };
  if (high === null) return { op: 'gte', value: low };
  if (low > high) return refuse(reading, [...path, 'through'], 'Expected a date not before `from`.');
  return { op: 'between', low, high };
}

/** Each value once, in the order given. */
function readList<Value>(
  reading: Reading,
  given: unknown,
  path: Path,
  readOne: (each: unknown, at: Path) => Value | undefined,
): Value[] | undefined {
  if (!Array.isArray(given)) return refuse(reading, path, `Expected a list, but got ${shown(given)}.`);
  if (given.length === 0 || given.length > maxNames)
    return refuse(reading, path, `Expected 1 to ${maxNames} values.`);
  const values = given.map((each: unknown, index) => readOne(each, [...path, String(index)]));
  return values.includes(undefined) ? undefined : [...new Set(values as Value[])];
}

function readZone(reading: Reading, given: unknown, path: Path): string | undefined {
  if (typeof given === 'string' && given.length <= 100 && isZone(given)) return given;
  return refuse(reading, path, 'Expected the name of a zone of the IANA database, such as "Europe/London".');
}

function readCurrencyOf(reading: Reading, given: unknown, path: Path, isExistence: boolean) {
  if (!isExistence) {
    return given == null
      ? refuse(reading, path, 'Expected the currency of the amount.')
      : taken(reading, path, readCurrency(given));
  }
  return given == null ? null : refuse(reading, path, 'Whether something was said is no matter of currency.');
}

const selectionNames = ['skus', 'products', 'categories', 'tags'] as const;

function readSelection(reading: Reading, sent: unknown, path: Path): Selection | null | undefined {
  if (sent === null || sent === undefined) return null;
  const given = fieldsOf(sent);
  if (!given) return refuse(reading, path, `Expected a selection of items, but got ${shown(sent)}.`);
  for (const name of said(given)) {
    if (!(selectionNames as readonly string[]).includes(name))
      refuse(
        reading,
        [...path, name],
        `A selection has no \`${name.slice(0, 60)}\`.${suggestion(name, selectionNames)}`,
      );
  }
  const readNames = (name: (typeof selectionNames)[number]) =>
    given[name] != null && !(Array.isArray(given[name]) && given[name].length === 0)
      ? readList(reading, given[name], [...path, name], (each, at) => taken(reading, at, readName(each)))
      : [];
  const [skus, products, categories, tags] = selectionNames.map(readNames);
  if (!skus || !products || !categories || !tags) return undefined;
  const count = skus.length + products.length + categories.length + tags.length;
  if (count === 0) return refuse(reading, path, 'Expected some skus, products, categories or tags.');
  if (count > maxNames) return refuse(reading, path, `Expected up to ${maxNames} names.`);
  return { skus, products, categories, tags };
}

/** Which attribute: one `name`, or a `path` of names from the outside in. */
function readPath(reading: Reading, fields: Fields, path: Path): string[] | undefined {
  const { name, path: names } = fields;
  const one = (given: unknown, at: Path) => {
    const isName = typeof given === 'string' && given.length >= 1 && 'value' in readers.TEXT(given);
    return isName ? given : refuse(reading, at, 'Expected a name of 1 to 200 characters.');
  };
  if (name != null && names != null) return refuse(reading, path, 'Expected `name` or `path`, not both.');
  if (names == null) {
    const only = one(name, [...path, 'name']);
    return only === undefined ? undefined : [only];
  }
  if (!Array.isArray(names) || names.length === 0 || names.length > maxPath)
    return refuse(reading, [...path, 'path'], `Expected 1 to ${maxPath} names.`);
  const read = names.map((each: unknown, index) => one(each, [...path, 'path', String(index)]));
  return read.includes(undefined) ? undefined : (read as string[]);
}

const recurrenceNames = ['zone', 'start', 'rule', 'minutes'];

function readRecurrence(reading: Reading, sent: unknown, path: Path): Clause | undefined {
  const given = fieldsOf(sent);
  if (!given) return refuse(reading, path, `Expected a recurrence, but got ${shown(sent)}.`);
  for (const name of said(given)) {
    if (!recurrenceNames.includes(name))
      refuse(
        reading,
        [...path, name],
        `\`recurrence\` has no \`${name.slice(0, 60)}\`.${suggestion(name, recurrenceNames)}`,
      );
  }
  reading.recurrences += 1;
  if (reading.recurrences > maxRecurrences)
    return refuse(reading, path, `Expected up to ${maxRecurrences} recurrences in all.`);
  const zone = readZone(reading, given['zone'], [...path, 'zone']);
  const { start, rule, minutes } = given;
  const at = typeof start === 'string' ? localStart(start) : null;
  if (at === null)
    refuse(
      reading,
      [...path, 'start'],
      'Expected a date and time of day without an offset, such as "2026-03-06T18:00:00".',
    );
  if (typeof rule !== 'string')
    refuse(reading, [...path, 'rule'], `Expected a text, but got ${shown(rule)}.`);
  if (typeof minutes !== 'number' || !Number.isInteger(minutes) || minutes < 1 || minutes > maxMinutes)
    return refuse(reading, [...path, 'minutes'], `Expected a whole number from 1 to ${maxMinutes}.`);
  if (zone === undefined || at === null || typeof rule !== 'string') return undefined;
  const problem = problemOfRule(rule, at, zone);
  if (problem !== null) return refuse(reading, [...path, 'rule'], problem);
  return { kind: 'RECURRENCE', fact: 'recurrence', zone, start: at, rule, minutes };
}

/** With seconds, as it is kept; null if it is no date and time of day from 1900 on. */
function localStart(text: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?$/.exec(text);
  if (!match) return null;
  const [, date = '', time = '', seconds = ':00'] = match;
  const isReal =
    'value' in readers.DATE(date) && 'value' in readers.TIME(`${time}${seconds}`) && date >= '1970';
  return isReal ? `${date}T${time}${seconds}` : null;
}
