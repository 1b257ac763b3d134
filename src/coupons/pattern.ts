import { z } from 'zod';
import { alphabetSize, code, codeKey, randomCharacters } from './code.js';

/** How codes are made: fixed texts, and between them so many random characters. */
export type Pattern = readonly (string | number)[];

/** So many times as many codes as are made must be possible, so that hardly any is drawn twice. */
const spare = 100;

const placeholder = /\{RAND:(\d{1,2})\}/;

/** Such as "TEST-{RAND:8}". */
export const pattern = z
  .string()
  .transform((written): Pattern => {
    // Every other part is what the placeholder caught.
    const parts = written.normalize('NFKC').trim().split(placeholder);
    return parts.map((part, index) => (index % 2 === 0 ? part : Number(part))).filter((part) => part !== '');
  })
  .refine(
    (parts) => code.safeParse(filled(parts, (length) => 'X'.repeat(length))).success,
    'Expected letters, digits, the signs - _ . and {RAND:n}, such as "TEST-{RAND:8}": 1 to 64 characters in all.',
  );

/** How many random characters a pattern must have at least for so many codes. */
export const charactersFor = (count: number): number =>
  Math.ceil(Math.log(count * spare) / Math.log(alphabetSize));

export const randomCharactersOf = (parts: Pattern): number =>
  parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0);

/** A pattern as it is written. */
export const patternText = (parts: Pattern): string => filled(parts, (length) => `{RAND:${length}}`);

const filled = (parts: Pattern, fill: (length: number) => string): string =>
  parts.map((part) => (typeof part === 'number' ? fill(part) : part)).join('');

export interface DrawnCode {
  readonly code: string;
  readonly codeKey: string;
}

/** So many codes, no two of which are one. There must be as many: see `charactersFor`. */
export function drawCodes(
  parts: Pattern,
  count: number,
  isCaseSensitive: boolean,
  randomBytes: (size: number) => Buffer,
): DrawnCode[] {
  const drawn = new Map<string, DrawnCode>();
  while (drawn.size < count) {
    const made = filled(parts, (length) => randomCharacters(randomBytes, length));
    const key = codeKey(made, isCaseSensitive);
    drawn.set(key, { code: made, codeKey: key });
  }
  return [...drawn.values()];
}

const maxDraws = 5;

/**
 * So many of something with codes of a pattern, or fewer where hardly any code is free: codes that others have are drawn
 * again, but not for ever. `take` answers what it has made of those that were free.
 */
export async function takeFree<T>(
  count: number,
  draw: (missing: number) => readonly DrawnCode[],
  take: (codes: readonly DrawnCode[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const taken: T[] = [];
  for (let draws = 0; draws < maxDraws && taken.length < count; draws++) {
    taken.push(...(await take(draw(count - taken.length))));
  }
  return taken;
}
