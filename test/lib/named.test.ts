import { describe, expect, test } from 'vitest';
import { named } from '../../src/lib/named.js';
import { isFailure } from '../../src/lib/outcome.js';
import { idempotencyConflict } from '../../src/lib/repeat.js';
import { versionConflict } from '../../src/lib/version.js';

describe('given a failure', () => {
  test('when GraphQL is answered, then it bears its name, its code and its facts', () => {
    const shown = named(versionConflict(1, 2), () => ({ __typename: 'Never' as const }));

    expect(shown).toEqual({
      __typename: 'VersionConflictError',
      code: 'VERSION_CONFLICT',
      failure: 'VersionConflict',
      message: 'The change is based on version 1, but the object is at version 2.',
      sentVersion: 1,
      currentVersion: 2,
    });
  });

  test('of a repeat, its sentence says what the key was used for', () => {
    expect(idempotencyConflict('createCoupon', 'once')).toEqual({
      failure: 'IdempotencyConflict',
      message: 'The idempotency key "once" was used before for createCoupon with another input.',
      idempotencyKey: 'once',
    });
  });

  test.each([
    ['CouponNotFound', 'COUPON_NOT_FOUND'],
    ['InvalidInput', 'INVALID_INPUT'],
    ['CouponNotYetActive', 'COUPON_NOT_YET_ACTIVE'],
    ['Overloaded', 'OVERLOADED'],
  ])('%s has the code %s', (failure, code) => {
    expect(named({ failure, message: '' }, () => ({ __typename: 'Never' as const }))).toMatchObject({
      code,
    });
  });
});

test('given a success, then what is made of it is answered', () => {
  expect(named({ id: 7 }, ({ id }) => ({ __typename: 'MakeSuccess' as const, id }))).toEqual({
    __typename: 'MakeSuccess',
    id: 7,
  });
});

test.each([
  [{ failure: 'X', message: '' }, true],
  [{ message: '' }, false],
  [{}, false],
  [null, false],
  [undefined, false],
  ['failure', false],
  [['failure'], false],
  [7, false],
])('%j: is it a failure?', (outcome, expected) => {
  expect(isFailure(outcome)).toBe(expected);
});
