import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Stacking } from '../../src/coupons/stacking.js';
import { conflictBetween, conflictsWith, inOrder } from '../../src/evaluation/stack.js';
import { card, stackable } from './together.js';

const list = (codes: string[], groups: string[] = []) => ({ combinableWith: { codes, groups } });

describe('given several coupons', () => {
  const coupons = [
    stackable('CARD', { ...card(500), stacking: { priority: 9 } }),
    stackable('FIRST', { trigger: 'AUTOMATIC', stacking: { priority: 2 } }),
    stackable('B'),
    stackable('A', { trigger: 'AUTOMATIC' }),
    stackable('a', { isCaseSensitive: true }),
    stackable('LAST', { stacking: { priority: -1 } }),
    stackable('OTHERCARD', { ...card(500), stacking: { priority: 10 } }),
  ];
  const expected = ['FIRST', 'B', 'a', 'A', 'LAST', 'OTHERCARD', 'CARD'];

  test('then they are taken off by priority, typed before automatic, by code, and gift cards last', () => {
    expect(inOrder(coupons).map(({ code }) => code)).toEqual(expected);
  });

  test('then their order does not depend on how they were given, and each is there once', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...coupons, ...coupons], { minLength: 2 * coupons.length }),
        (given) => {
          expect(inOrder(given).map(({ code }) => code)).toEqual(expected);
        },
      ),
    );
  });

  test('then all that is in the way of one is told', () => {
    const grouped = stackable('X', { stacking: { group: 'g' } });
    const others = [
      stackable('Y', { stacking: { group: 'g' } }),
      stackable('Z', { stacking: { isExclusive: true } }),
      stackable('FREE'),
    ];
    expect(conflictsWith(grouped, others).map(({ couponCode, cause }) => [couponCode, cause])).toEqual([
      ['Y', 'SAME_GROUP'],
      ['Z', 'EXCLUSIVE'],
    ]);
  });
});

describe('given two discounts, A and B', () => {
  test.each<[string, Partial<Stacking>, Partial<Stacking>, string | null, string | null]>([
    // of A, of B, cause, whose terms are in the way
    ['without terms', {}, {}, null, null],
    ['of which one is exclusive', { isExclusive: true }, {}, 'EXCLUSIVE', 'A'],
    ['of which the other is exclusive', {}, { isExclusive: true }, 'EXCLUSIVE', 'B'],
    ['of one group', { group: 'g' }, { group: 'g' }, 'SAME_GROUP', null],
    ['of two groups', { group: 'g' }, { group: 'h' }, null, null],
    ['of which one has a group', { group: 'g' }, {}, null, null],
    ['of which one may go with nobody', list([]), {}, 'NOT_COMBINABLE', 'A'],
    ['of which the other lists somebody else', {}, list(['C']), 'NOT_COMBINABLE', 'B'],
    ['of which one lists the other, and the other nobody', list(['B']), list([]), 'NOT_COMBINABLE', 'B'],
    ['that list each other', list(['B']), list(['A']), null, null],
    ['of which one lists the other, which lists nothing', list(['B']), {}, null, null],
    ['of which one lists the group of the other', list([], ['h']), { group: 'h' }, null, null],
    ['of which one lists another group', list([], ['g']), { group: 'h' }, 'NOT_COMBINABLE', 'A'],
    [
      'that list each other, and are of one group',
      { group: 'g', ...list(['B']) },
      { group: 'g', ...list(['A']) },
      'SAME_GROUP',
      null,
    ],
    [
      'that list each other, of which one is exclusive',
      { isExclusive: true, ...list(['B']) },
      {},
      'EXCLUSIVE',
      'A',
    ],
  ])('%s: the cause, and whose it is', (_, ofA, ofB, cause, statedBy) => {
    const [a, b] = [stackable('A', { stacking: ofA }), stackable('B', { stacking: ofB })];
    const conflict = conflictBetween(a, b);
    expect(conflict?.cause ?? null).toBe(cause);
    expect(conflict?.statedBy ?? null).toBe(statedBy);
    expect(conflictBetween(b, a)?.cause ?? null).toBe(cause);
  });

  test('then a code on a list is known in any case', () => {
    const [a, b] = [
      stackable('A', { stacking: list(['MIXED']) }),
      stackable('mixed', { isCaseSensitive: true }),
    ];
    expect(conflictBetween(a, b)).toBeNull();
  });

  test('then the conflict says what is wrong, with whom and why', () => {
    const [a, b] = [
      stackable('A', { stacking: { group: 'g' } }),
      stackable('B', { stacking: { group: 'g' } }),
    ];
    expect(conflictBetween(a, b)).toEqual({
      cause: 'SAME_GROUP',
      couponId: b.id,
      couponCode: 'B',
      group: 'g',
      redemptionId: null,
      statedBy: null,
      message: 'The coupon "A" cannot be used together with "B": both are of the group "g".',
    });
  });
});

describe('given a gift card, CARD, and a discount, A', () => {
  test.each<[string, Partial<Stacking>, Partial<Stacking>, string | null, string | null]>([
    // of CARD, of A, cause, whose terms are in the way
    ['without terms', {}, {}, null, null],
    ['and the discount is exclusive', {}, { isExclusive: true }, null, null],
    ['and the discount may go with nobody', {}, list([]), null, null],
    ['and the card is exclusive', { isExclusive: true }, {}, 'EXCLUSIVE', 'CARD'],
    ['and the card may go with nobody', list([]), {}, 'NOT_COMBINABLE', 'CARD'],
    ['and both are of one group', { group: 'g' }, { group: 'g' }, 'SAME_GROUP', null],
  ])('%s: the cause, and whose it is', (_, ofCard, ofA, cause, statedBy) => {
    const conflict = conflictBetween(
      stackable('A', { stacking: ofA }),
      stackable('CARD', { ...card(500), stacking: ofCard }),
    );
    expect(conflict?.cause ?? null).toBe(cause);
    expect(conflict?.statedBy ?? null).toBe(statedBy);
  });
});
