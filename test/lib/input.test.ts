import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  count,
  currency,
  metadata,
  metadataOrEmpty,
  moneyInput,
  none,
  parseInput,
  positiveMoneyInput,
  text,
} from '../../src/lib/input.js';
import { patched } from '../../src/lib/patch.js';

/** The problems of a value in the field `field`. */
const problemsOf = (schema: z.ZodType, value: unknown) => {
  const parsed: unknown = parseInput(z.object({ field: schema }), { field: value });
  return (parsed as { problems?: unknown }).problems;
};
const refused = (message: string, ...path: string[]) => [{ path: ['field', ...path], message }];

const valueOf = (schema: z.ZodType, value: unknown) =>
  (parseInput(z.object({ field: schema }), { field: value }) as { field: unknown }).field;

describe('text', () => {
  test.each<[string, string, string]>([
    ['of the least length', 'a', 'a'],
    ['of the most', 'abcde', 'abcde'],
    ['with spaces around, which do not count', '  abcde\n', 'abcde'],
    ['with spaces inside, which do', 'a b', 'a b'],
  ])('%s is taken', (_, sent, expected) => {
    expect(valueOf(text(1, 5), sent)).toBe(expected);
  });

  test.each([
    ['empty', ''],
    ['blank', '  '],
    ['too long', 'abcdef'],
  ])('that is %s is refused', (_, sent) => {
    expect(problemsOf(text(1, 5), sent)).toEqual(refused('Expected 1 to 5 characters.'));
  });

  test('that may be empty says so', () => {
    expect(valueOf(text(0, 5), ' ')).toBe('');
    expect(problemsOf(text(0, 5), 'abcdef')).toEqual(refused('Expected up to 5 characters.'));
  });

  test.each([['a\0'], ['\ud800']])('%j is refused', (sent) => {
    expect(problemsOf(text(1, 5), sent)).toEqual(
      refused('Expected text without NUL and without broken characters.'),
    );
  });
});

describe('a count', () => {
  test.each([1, 2, 2_147_483_647])('%i is taken', (sent) => expect(valueOf(count, sent)).toBe(sent));

  test.each([0, -1])('%i is refused', (sent) => {
    expect(problemsOf(count, sent)).toEqual(refused('Expected a number of at least 1.'));
  });

  test.each([1.5, Number.NaN, '1'])('%j is refused', (sent) => {
    expect(problemsOf(count, sent)).toHaveLength(1);
  });
});

describe('metadata', () => {
  test('is taken as it is', () => {
    const value = { a: [1, { b: null }], ä: '😀' };
    expect(valueOf(metadata, value)).toEqual(value);
  });

  test('may have up to 16 kB as JSON, and not one more', () => {
    const ofSize = (bytes: number) => ({ a: 'x'.repeat(bytes - '{"a":""}'.length) });
    expect(valueOf(metadata, ofSize(16_384))).toEqual(ofSize(16_384));
    expect(problemsOf(metadata, ofSize(16_385))).toEqual(refused('Expected JSON of up to 16 kB.'));
  });

  test('is measured in bytes, not in characters', () => {
    expect(problemsOf(metadata, { a: '€'.repeat(6_000) })).toEqual(refused('Expected JSON of up to 16 kB.'));
  });

  const nested = (depth: number): object => (depth === 1 ? {} : { a: nested(depth - 1) });

  test('may nest 100 deep', () => {
    expect(problemsOf(metadata, nested(100))).toBeUndefined();
  });

  test.each([[{ a: '\0' }], [{ '\ud800': 1 }], [nested(101)], [{ a: [Infinity] }]])(
    '%j is refused',
    (value) => {
      expect(problemsOf(metadata, value)).toEqual(
        refused('Expected JSON without NUL, broken characters and numbers beyond 1e308, at most 100 deep.'),
      );
    },
  );

  test.each([[[1]], ['a'], [1]])('%j is no object', (value) => {
    expect(problemsOf(metadata, value)).toHaveLength(1);
  });

  test.each([null, undefined])('%s is empty where it may be left out', (value) => {
    expect(valueOf(metadataOrEmpty, value)).toEqual({});
  });
});

describe('money', () => {
  test('is whole minor units', () => {
    expect(valueOf(moneyInput, { amount: '19.9', currency: 'GBP' })).toEqual({
      minor: 1_990n,
      currency: 'GBP',
    });
    expect(valueOf(moneyInput, { amount: '0', currency: 'JPY' })).toEqual({ minor: 0n, currency: 'JPY' });
    expect(valueOf(positiveMoneyInput, { amount: '0.001', currency: 'KWD' })).toEqual({
      minor: 1n,
      currency: 'KWD',
    });
  });

  const notNegative = 'Expected an amount that is not negative, such as "19.99", but got "-1".';
  test.each<[string, z.ZodType, object, ReturnType<typeof refused>]>([
    ['a negative amount', moneyInput, { amount: '-1', currency: 'GBP' }, refused(notNegative, 'amount')],
    [
      'the same, to be above zero',
      positiveMoneyInput,
      { amount: '-1', currency: 'GBP' },
      refused(notNegative, 'amount'),
    ],
    [
      'nothing, to be above zero',
      positiveMoneyInput,
      { amount: '0.00', currency: 'GBP' },
      refused('Expected an amount above zero.', 'amount'),
    ],
    [
      'an unknown currency',
      positiveMoneyInput,
      { amount: '1', currency: 'ABC' },
      refused('Expected a currency of ISO 4217, but got "ABC".', 'currency'),
    ],
    [
      'too exact an amount',
      moneyInput,
      { amount: '1.5', currency: 'JPY' },
      refused('JPY has 0 decimals, but the amount is "1.5".', 'amount'),
    ],
  ])('with %s is refused once', (_, schema, value, expected) => {
    expect(problemsOf(schema, value)).toEqual(expected);
  });

  test('of a currency in small letters is refused', () => {
    expect(problemsOf(currency, 'gbp')).toEqual(refused('Expected a currency of ISO 4217, but got "gbp".'));
  });
});

test.each([
  [undefined, null],
  [null, null],
  ['a', 'a'],
])('what may be left out: %j is %j', (sent, expected) => {
  expect(valueOf(none(text(1, 5)), sent)).toBe(expected);
});

test.each([
  ['left out', undefined, 'now'],
  ['cleared', null, null],
  ['changed', 'then', 'then'],
])('a field that is %s', (_, change, expected) => {
  expect(patched<string | null>('now', change)).toBe(expected);
});

test('given several problems, then all are told, and the sentence is of the first', () => {
  const schema = z.object({ a: text(1, 5), b: z.array(count) });

  expect(parseInput(schema, { a: '', b: [1, 0] })).toEqual({
    failure: 'InvalidInput',
    message: 'a: Expected 1 to 5 characters.',
    problems: [
      { path: ['a'], message: 'Expected 1 to 5 characters.' },
      { path: ['b', '1'], message: 'Expected a number of at least 1.' },
    ],
  });
});
