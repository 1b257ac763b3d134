import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBoundedMap } from '../../src/lib/bounded-map.js';

/** A map of three entries, into which these keys were set in this order. */
function given(...keys: string[]) {
  const map = createBoundedMap<string, number>(3);
  keys.forEach((key, index) => map.set(key, index));
  return map;
}

describe('given a map of three entries', () => {
  test.each([
    ['as many are set', ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['one more is set, then the oldest is dropped', ['a', 'b', 'c', 'd'], ['b', 'c', 'd']],
    ['one is set anew, then it is the newest', ['a', 'b', 'c', 'a'], ['b', 'c', 'a']],
    ['one is set anew before another, then it stays', ['a', 'b', 'c', 'a', 'd'], ['c', 'a', 'd']],
  ])('when %s', (_, keys, left) => {
    expect([...given(...keys)].map(([key]) => key)).toEqual(left);
  });

  test('when one is only asked for, then it is no newer for that', () => {
    const map = given('a', 'b', 'c');

    expect(map.get('a')).toBe(0);
    map.set('d', 3);
    expect(map.get('a')).toBeUndefined();
  });

  test('when one was deleted, then there is room for another', () => {
    const map = given('a', 'b', 'c');

    map.delete('b');
    map.set('d', 3);
    expect([...map]).toEqual([
      ['a', 0],
      ['c', 2],
      ['d', 3],
    ]);
  });
});

test('whatever is set, it holds what was set last of as many keys as it may', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(7)), (most, keys) => {
      const map = createBoundedMap<number, number>(most);
      keys.forEach((key, index) => map.set(key, index));
      const newest = [...new Map(keys.map((key, index) => [key, index]))]
        .sort(([, one], [, other]) => one - other)
        .slice(-most);
      expect([...map]).toEqual(newest);
    }),
  );
});
