import type { AttributeValue, Comparison, Operator } from './core.js';
import { fieldsOf, readList, refuse, said, type Fields, type Path, type Reading } from './reading.js';
import { shown } from './values.js';

export interface Reader {
  readonly readOne: (given: unknown, path: Path) => AttributeValue | undefined;
  /** Whether `between` may go from a later to an earlier value. */
  readonly wraps: boolean;
}

export function readComparison(
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
export function readSpan(
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
