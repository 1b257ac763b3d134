import { describe, expect, test } from 'vitest';
import {
  act,
  couponStatuses,
  statusOf,
  usesLeft,
  type CouponAction,
  type CouponState,
} from '../../src/coupons/core.js';
import { money } from '../../src/lib/money.js';
import { at, coupon, now } from './coupon.js';

const windows = {
  open: [null, null],
  'to come': [at(1), null],
  'to come, with an end': [at(1), at(2)],
  'from this instant on': [now, null],
  'under way': [at(-1), at(1)],
  'under way without a start': [null, at(1)],
  'up to this instant': [at(-1), now],
  past: [at(-2), at(-1)],
} as const;
type Window = keyof typeof windows;

const uses = {
  unlimited: { maxUses: null, usesCount: 1_000_000 },
  'unused of one': { maxUses: 1, usesCount: 0 },
  'all but one used': { maxUses: 3, usesCount: 2 },
  'all used': { maxUses: 3, usesCount: 3 },
  'more used than there are now': { maxUses: 3, usesCount: 5 },
} as const;
type Uses = keyof typeof uses;

describe('given an active coupon, its status', () => {
  const byWindow: Record<Window, Record<'left' | 'none', string>> = {
    open: { left: 'ACTIVE', none: 'EXHAUSTED' },
    'to come': { left: 'SCHEDULED', none: 'EXHAUSTED' },
    'to come, with an end': { left: 'SCHEDULED', none: 'EXHAUSTED' },
    'from this instant on': { left: 'ACTIVE', none: 'EXHAUSTED' },
    'under way': { left: 'ACTIVE', none: 'EXHAUSTED' },
    'under way without a start': { left: 'ACTIVE', none: 'EXHAUSTED' },
    'up to this instant': { left: 'EXPIRED', none: 'EXPIRED' },
    past: { left: 'EXPIRED', none: 'EXPIRED' },
  };
  const isLeft: Record<Uses, 'left' | 'none'> = {
    unlimited: 'left',
    'unused of one': 'left',
    'all but one used': 'left',
    'all used': 'none',
    'more used than there are now': 'none',
  };
  const cases = (Object.keys(windows) as Window[]).flatMap((window) =>
    (Object.keys(uses) as Uses[]).map((used) => ({ window, used, expected: byWindow[window][isLeft[used]] })),
  );

  test.each(cases)('$window, $used: $expected', ({ window, used, expected }) => {
    const [validFrom, validUntil] = windows[window];
    expect(statusOf(coupon({ validFrom, validUntil, ...uses[used] }), now)).toBe(expected);
  });

  const states: [CouponState, string][] = [
    ['DRAFT', 'DRAFT'],
    ['INACTIVE', 'INACTIVE'],
    ['REVOKED', 'REVOKED'],
  ];
  test.each(states)('is %s instead if that is its state, whatever its time and uses', (state, expected) => {
    for (const [validFrom, validUntil] of Object.values(windows)) {
      for (const used of Object.values(uses)) {
        expect(statusOf(coupon({ state, validFrom, validUntil, ...used }), now)).toBe(expected);
      }
    }
  });

  test('is DELETED once it is deleted, whatever else it is', () => {
    for (const state of ['DRAFT', 'ACTIVE', 'INACTIVE', 'REVOKED'] as const) {
      for (const [validFrom, validUntil] of Object.values(windows)) {
        for (const used of Object.values(uses)) {
          const deleted = coupon({ state, validFrom, validUntil, ...used, deletedAt: at(-1) });
          expect(statusOf(deleted, now)).toBe('DELETED');
        }
      }
    }
  });

  test('is found in the order in which the API lists them', () => {
    expect(couponStatuses).toEqual([
      'DELETED',
      'REVOKED',
      'DRAFT',
      'INACTIVE',
      'EXPIRED',
      'EXHAUSTED',
      'SCHEDULED',
      'ACTIVE',
    ]);
  });
});

test.each<[Uses, number | null]>([
  ['unlimited', null],
  ['unused of one', 1],
  ['all but one used', 1],
  ['all used', 0],
  ['more used than there are now', 0],
])('uses left, %s: %s', (used, expected) => {
  expect(usesLeft(uses[used])).toBe(expected);
});

describe('given an active gift card, its status', () => {
  test.each<[bigint, Uses, string]>([
    [1n, 'unlimited', 'ACTIVE'],
    [0n, 'unlimited', 'EXHAUSTED'],
    [1n, 'all but one used', 'ACTIVE'],
    [0n, 'all but one used', 'EXHAUSTED'],
    [1n, 'all used', 'EXHAUSTED'],
    [0n, 'all used', 'EXHAUSTED'],
  ])('with %s left and its uses %s: %s', (minor, used, expected) => {
    const initialBalance = money(1n, 'JPY');
    const left = coupon({
      discount: { kind: 'GIFT_CARD', initialBalance },
      balance: money(minor, 'JPY'),
      ...uses[used],
    });

    expect(statusOf(left, now)).toBe(expected);
    expect(statusOf({ ...left, validUntil: now }, now)).toBe('EXPIRED');
    expect(statusOf({ ...left, state: 'INACTIVE' }, now)).toBe('INACTIVE');
  });
});

describe('given a coupon of each state, an action', () => {
  const failed = (...possible: CouponAction[]) => ({ possible });
  const table: Record<
    CouponState,
    Record<CouponAction, CouponState | 'same' | { possible: CouponAction[] }>
  > = {
    DRAFT: {
      activateCoupon: 'ACTIVE',
      deactivateCoupon: failed('activateCoupon', 'revokeCoupon'),
      reactivateCoupon: failed('activateCoupon', 'revokeCoupon'),
      revokeCoupon: 'REVOKED',
    },
    ACTIVE: {
      activateCoupon: 'same',
      deactivateCoupon: 'INACTIVE',
      reactivateCoupon: 'same',
      revokeCoupon: 'REVOKED',
    },
    INACTIVE: {
      activateCoupon: failed('reactivateCoupon', 'revokeCoupon'),
      deactivateCoupon: 'same',
      reactivateCoupon: 'ACTIVE',
      revokeCoupon: 'REVOKED',
    },
    REVOKED: {
      activateCoupon: failed(),
      deactivateCoupon: failed(),
      reactivateCoupon: failed(),
      revokeCoupon: 'same',
    },
  };
  const cases = Object.entries(table).flatMap(([state, byAction]) =>
    Object.entries(byAction).map(([action, outcome]) => ({ state, action, outcome })),
  ) as { state: CouponState; action: CouponAction; outcome: string | { possible: string[] } }[];

  test.each(cases)('$state, $action: $outcome', ({ state, action, outcome }) => {
    const before = coupon({ state });

    const after = act(before, action, now);

    if (outcome === 'same') return expect(after).toBe(before);
    if (typeof outcome === 'string') {
      const revokedAt = outcome === 'REVOKED' ? now : null;
      return expect(after).toEqual({ ...before, state: outcome, revokedAt, version: 2, updatedAt: now });
    }
    expect(after).toMatchObject({ failure: 'CouponTransition', status: state, possible: outcome.possible });
  });

  test('that is not possible says so in a sentence, with the status and not the state', () => {
    expect(act(coupon({ state: 'INACTIVE' }), 'activateCoupon', now)).toEqual({
      failure: 'CouponTransition',
      message:
        'activateCoupon is not possible for a coupon that is INACTIVE; possible: reactivateCoupon, revokeCoupon.',
      status: 'INACTIVE',
      possible: ['reactivateCoupon', 'revokeCoupon'],
    });
    expect(act(coupon({ state: 'REVOKED' }), 'deactivateCoupon', now)).toMatchObject({
      message: 'deactivateCoupon is not possible for a coupon that is REVOKED; nothing is.',
    });
  });
});
