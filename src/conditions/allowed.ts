import type { AttributeValue, Comparison } from './core.js';
import {
  complement,
  denseLine,
  everyNumber,
  includes,
  intersection,
  rangesOf,
  wholeLine,
  type Line,
  type Ranges,
} from './ranges.js';

/** A set of texts: these, or all but these. */
export interface Texts {
  readonly isAllBut: boolean;
  readonly names: ReadonlySet<string>;
}

/** The values that a fact may have for something to be true, by their types; and whether it may be left unsaid. */
export interface Allowed {
  readonly numbers: Ranges;
  readonly texts: Texts;
  readonly booleans: readonly boolean[];
  /** Lists and objects, which metadata may hold. */
  readonly others: boolean;
  readonly unsaid: boolean;
}

const noTexts: Texts = { isAllBut: false, names: new Set() };
const everyText: Texts = { isAllBut: true, names: new Set() };

const nothing: Allowed = {
  numbers: [],
  texts: noTexts,
  booleans: [],
  others: false,
  unsaid: false,
};

/** What a fact can be at all. */
export type Universe = Allowed & { readonly line: Line };

export const numbersWithin = (numbers: Ranges, unsaid: boolean): Universe => ({
  ...nothing,
  numbers,
  unsaid,
  line: wholeLine,
});

export const textUniverse = (unsaid: boolean): Universe => ({
  ...nothing,
  texts: everyText,
  unsaid,
  line: wholeLine,
});

/** Of a text that is one of a few. */
export const choiceUniverse = (names: readonly string[], unsaid: boolean): Universe => ({
  ...textUniverse(unsaid),
  texts: { isAllBut: false, names: new Set(names) },
});

export const attributeUniverse: Universe = {
  numbers: everyNumber,
  texts: everyText,
  booleans: [false, true],
  others: true,
  unsaid: true,
  line: denseLine,
};

export const booleanUniverse: Universe = { ...nothing, booleans: [false, true], line: wholeLine };

/** The values that a comparison is true of. */
export function allowedBy(test: Comparison<AttributeValue>, universe: Universe): Allowed {
  if (test.op === 'exists')
    return test.value ? { ...universe, unsaid: false } : { ...nothing, unsaid: universe.unsaid };
  const values = test.op === 'in' ? test.values : test.op === 'between' ? [test.low] : [test.value];
  const type = typeof values[0];
  if (type === 'number') {
    const numbers = rangesOf(test as Comparison<number>, universe.line);
    return { ...nothing, numbers: intersection(numbers, universe.numbers) };
  }
  if (type === 'boolean') {
    const booleans = universe.booleans.filter((value) => values.includes(value) !== (test.op === 'ne'));
    return { ...nothing, booleans };
  }
  const texts = { isAllBut: test.op === 'ne', names: new Set(values as string[]) };
  return { ...nothing, texts: bothTexts(texts, universe.texts) };
}

export const contrary = (allowed: Allowed, universe: Universe): Allowed => ({
  numbers: intersection(complement(allowed.numbers, universe.line), universe.numbers),
  texts: bothTexts({ isAllBut: !allowed.texts.isAllBut, names: allowed.texts.names }, universe.texts),
  booleans: universe.booleans.filter((value) => !allowed.booleans.includes(value)),
  others: universe.others && !allowed.others,
  unsaid: universe.unsaid && !allowed.unsaid,
});

export const both = (a: Allowed, b: Allowed): Allowed => ({
  numbers: intersection(a.numbers, b.numbers),
  texts: bothTexts(a.texts, b.texts),
  booleans: a.booleans.filter((value) => b.booleans.includes(value)),
  others: a.others && b.others,
  unsaid: a.unsaid && b.unsaid,
});

function bothTexts(a: Texts, b: Texts): Texts {
  if (a.isAllBut && b.isAllBut) return { isAllBut: true, names: new Set([...a.names, ...b.names]) };
  const [some, other] = a.isAllBut ? [b, a] : [a, b];
  return { isAllBut: false, names: new Set([...some.names].filter((name) => hasText(other, name))) };
}

const hasText = ({ isAllBut, names }: Texts, text: string): boolean => names.has(text) !== isAllBut;

/** Whether a text, however it reads, can be among them: those that are not named never run out. */
export const isEmpty = ({ numbers, texts, booleans, others, unsaid }: Allowed): boolean =>
  numbers.length === 0 &&
  !texts.isAllBut &&
  texts.names.size === 0 &&
  booleans.length === 0 &&
  !others &&
  !unsaid;

/** Whether a value of a fact is allowed; null is not said. */
export function allows(allowed: Allowed, value: unknown): boolean {
  if (value === null || value === undefined) return allowed.unsaid;
  if (typeof value === 'number') return includes(allowed.numbers, value);
  if (typeof value === 'string') return hasText(allowed.texts, value);
  if (typeof value === 'boolean') return allowed.booleans.includes(value);
  return allowed.others;
}
