import { describe, expect, test } from 'vitest';
import {
  applicability,
  everything,
  isForEverything,
  matches,
  type Applicability,
} from '../../src/coupons/applicability.js';

/** A red shirt, which is both in fashion and on sale. */
const shirt = { sku: 'SHIRT', productId: null, categories: ['fashion', 'sale'], tags: ['red'] };

describe('given a red shirt, a coupon', () => {
  test.each<[string, Partial<Applicability>, boolean]>([
    ['for everything', {}, true],
    ['for the product', { includeProducts: ['SHIRT'] }, true],
    ['for this and other products', { includeProducts: ['SOCK', 'SHIRT'] }, true],
    ['for another product', { includeProducts: ['SOCK'] }, false],
    ['for the product in another case, which is another', { includeProducts: ['shirt'] }, false],
    ['for one of its categories', { includeCategories: ['sale'] }, true],
    ['for another category', { includeCategories: ['books'] }, false],
    ['for a category that is named like its tag', { includeCategories: ['red'] }, false],
    ['for its tag', { includeTags: ['red'] }, true],
    ['for another tag', { includeTags: ['blue'] }, false],
    ['for another product or its category', { includeProducts: ['SOCK'], includeCategories: ['sale'] }, true],
    ['for another category or its tag', { includeCategories: ['books'], includeTags: ['red'] }, true],
    [
      'for another product, category and tag',
      {
        includeProducts: ['SOCK'],
        includeCategories: ['books'],
        includeTags: ['blue'],
      },
      false,
    ],
    ['not for the product', { excludeProducts: ['SHIRT'] }, false],
    ['not for another product', { excludeProducts: ['SOCK'] }, true],
    ['not for one of its categories', { excludeCategories: ['books', 'sale'] }, false],
    ['not for another category', { excludeCategories: ['books'] }, true],
    ['not for its tag', { excludeTags: ['red'] }, false],
    ['not for another tag', { excludeTags: ['blue'] }, true],
    ['for the product, but not for its tag', { includeProducts: ['SHIRT'], excludeTags: ['red'] }, false],
    [
      'for its category, but not for the product',
      { includeCategories: ['sale'], excludeProducts: ['SHIRT'] },
      false,
    ],
    [
      'for one of its categories, but not for the other',
      {
        includeCategories: ['fashion'],
        excludeCategories: ['sale'],
      },
      false,
    ],
  ])('%s', (_, given, expected) => {
    expect(matches({ ...everything, ...given }, shirt)).toBe(expected);
  });
});

test.each<[Partial<Applicability>, boolean]>([
  [{}, true],
  [{ includeProducts: ['A'] }, false],
  [{ excludeProducts: ['A'] }, false],
  [{ includeCategories: ['A'] }, false],
  [{ excludeCategories: ['A'] }, false],
  [{ includeTags: ['A'] }, false],
  [{ excludeTags: ['A'] }, false],
])('%j: is it for everything?', (given, expected) => {
  expect(isForEverything({ ...everything, ...given })).toBe(expected);
});

test('lists that are left out are empty, and what matches nothing is for nothing but everything', () => {
  expect(applicability.parse({ includeTags: [' red '] })).toEqual({
    includeProducts: [],
    excludeProducts: [],
    includeCategories: [],
    excludeCategories: [],
    includeTags: ['red'],
    excludeTags: [],
  });
  const bare = { sku: 'SOCK', productId: null, categories: [], tags: [] };
  expect(matches(everything, bare)).toBe(true);
  expect(matches({ ...everything, includeTags: ['red'] }, bare)).toBe(false);
});

test.each([
  ['501 names', { includeProducts: Array.from({ length: 501 }, (_, index) => `P${index}`) }],
  ['an empty name', { excludeTags: [''] }],
  ['a name that is too long', { includeCategories: ['x'.repeat(201)] }],
])('%s are refused', (_, given) => {
  expect(applicability.safeParse(given).success).toBe(false);
});
