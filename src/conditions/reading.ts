import { distinct } from '../lib/distinct.js';
import type { InputProblem } from '../lib/input.js';
import { shown, type Read } from './values.js';

/** So many names a list may have, and a selection of items all told. */
export const maxNames = 500;

export type Path = readonly string[];
export type Fields = Readonly<Record<string, unknown>>;

/** Reads on after a problem, so that all are told at once. What could not be read is undefined. */
export interface Reading {
  readonly problems: InputProblem[];
  /** Whether it is one that was checked once, and is kept: see `readOne` in input.ts. */
  readonly isStored: boolean;
  clauses: number;
  recurrences: number;
}

export function refuse({ problems }: Reading, path: Path, message: string): undefined {
  problems.push({ path: [...path], message });
}

export function taken<Value>(reading: Reading, path: Path, result: Read<Value>): Value | undefined {
  return 'value' in result ? result.value : refuse(reading, path, result.problem);
}

/** The own fields of an object, alone: nothing is inherited, so that no name means something by itself. */
export function fieldsOf(given: unknown): Fields | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given) || given instanceof Date)
    return null;
  return Object.assign(Object.create(null) as Fields, given);
}

/** Own fields that say something: GraphQL hands over null for what a client left empty. */
export const said = (given: Fields): string[] =>
  Object.keys(given).filter((name) => given[name] !== null && given[name] !== undefined);

/** Each value once, in the order given. */
export function readList<Value>(
  reading: Reading,
  given: unknown,
  path: Path,
  readOne: (each: unknown, at: Path) => Value | undefined,
): Value[] | undefined {
  if (!Array.isArray(given)) return refuse(reading, path, `Expected a list, but got ${shown(given)}.`);
  if (given.length === 0 || given.length > maxNames)
    return refuse(reading, path, `Expected 1 to ${maxNames} values.`);
  const values = given.map((each: unknown, index) => readOne(each, [...path, String(index)]));
  return values.includes(undefined) ? undefined : distinct(values as Value[]);
}
