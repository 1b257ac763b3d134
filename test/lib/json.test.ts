import { describe, expect, test } from 'vitest';
import { isStorable, isStorableDeep, jsonOf } from '../../src/lib/json.js';

test('a copy for JSON writes instants and big integers as text, and leaves out what is undefined', () => {
  const given = {
    at: new Date('2026-03-02T12:00:00.000Z'),
    minor: 12_345_678_901_234_567_890n,
    price: { minor: 5n, currency: 'GBP' },
    list: [1n, new Date(0), null],
    none: null,
    missing: undefined,
    text: 'a "b" \u2028',
    number: 1.5,
    yes: true,
  };

  expect(jsonOf(given)).toEqual({
    at: '2026-03-02T12:00:00.000Z',
    minor: '12345678901234567890',
    price: { minor: '5', currency: 'GBP' },
    list: ['1', '1970-01-01T00:00:00.000Z', null],
    none: null,
    text: 'a "b" \u2028',
    number: 1.5,
    yes: true,
  });
  expect(Object.keys(jsonOf(given))).not.toContain('missing');
});

const texts: [string, string, boolean][] = [
  ['plain', 'abc', true],
  ['empty', '', true],
  ['a whole pair', '😀', true],
  ['a control character', '\u0001', true],
  ['NUL', '\0', false],
  ['NUL amid others', 'a\0b', false],
  ['half a pair', '\ud83d', false],
  ['a pair turned round', '\ude00\ud83d', false],
];

describe('text', () => {
  test.each(texts)('that is %s: can it be stored?', (_, text, expected) => {
    expect(isStorable(text)).toBe(expected);
  });

  test.each(texts)('that is %s: can it be stored anywhere in JSON?', (_, text, expected) => {
    expect(isStorableDeep(text)).toBe(expected);
    expect(isStorableDeep([1, [text]])).toBe(expected);
    expect(isStorableDeep({ a: { b: [{ c: text }] } })).toBe(expected);
    expect(isStorableDeep({ a: { [text]: 1 } })).toBe(expected);
  });
});

test.each([[1], [true], [null], [undefined], [[]], [{}], [{ a: [1, null] }]])(
  '%j holds no text that cannot be stored',
  (value) => {
    expect(isStorableDeep(value)).toBe(true);
  },
);
