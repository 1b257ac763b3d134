import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code } from '../../src/coupons/code.js';
import {
  charactersFor,
  drawCodes,
  pattern,
  patternText,
  randomCharactersOf,
} from '../../src/coupons/pattern.js';

describe('Given how codes are to look, when it is read', () => {
  test.each([
    ['TEST-{RAND:8}', ['TEST-', 8], 8],
    [' {RAND:4}-{RAND:4} ', [4, '-', 4], 8],
    ['ｘ{RAND:12}.b', ['x', 12, '.b'], 12],
    ['TEST', ['TEST'], 0],
  ])('%j is %j', (written, parts, characters) => {
    const read = pattern.parse(written);
    expect(read).toEqual(parts);
    expect(randomCharactersOf(read)).toBe(characters);
    expect(pattern.parse(patternText(read))).toEqual(read);
  });

  test.each([
    '',
    '  ',
    'TEST {RAND:8}',
    '{RAND}',
    '{RAND:}',
    '{rand:8}',
    '{RAND:-1}',
    'A{RAND:64}',
    '{RAND:65}',
    '{RAND:0}',
  ])('%j is refused', (written) => {
    expect(pattern.safeParse(written).success).toBe(false);
  });

  test.each([
    [1, 2],
    [9, 2],
    [10, 3],
    [270, 3],
    [271, 4],
    [1_000, 4],
  ])('%i codes need %i random characters, so that a hundred times as many are possible', (count, needed) => {
    expect(charactersFor(count)).toBe(needed);
  });
});

test('Given any pattern with room, when codes are drawn, then they are as many, differ, fit it, and are codes', () => {
  const given = fc.record({
    prefix: fc.stringMatching(/^[A-Za-z0-9._-]{0,10}$/),
    length: fc.integer({ min: 4, max: 50 }),
    count: fc.integer({ min: 1, max: 300 }),
    isCaseSensitive: fc.boolean(),
  });
  fc.assert(
    fc.property(given, ({ prefix, length, count, isCaseSensitive }) => {
      const drawn = drawCodes([prefix, length], count, isCaseSensitive, randomBytes);
      expect(new Set(drawn.map(({ codeKey }) => codeKey)).size).toBe(count);
      for (const { code: made } of drawn) {
        expect(made.startsWith(prefix)).toBe(true);
        expect(made.slice(prefix.length)).toMatch(new RegExp(`^[2-9A-HJKMNP-TV-Z]{${length}}$`));
        expect(code.parse(made)).toBe(made);
      }
    }),
    { numRuns: 50 },
  );
});
