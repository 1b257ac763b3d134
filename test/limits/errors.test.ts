import { expect, test } from 'vitest';
import type { Limit } from '../../src/limits/core.js';
import { limitReached } from '../../src/limits/errors.js';
import { limitNamed } from './limit.js';

const pounds = { currency: 'GBP', ceiling: 10_000n };

test.each<[Partial<Limit>, bigint, bigint, string]>([
  [{ ceiling: 1n }, 1n, 1n, 'limited to 1 use, of which 1 use is used; this would take 1 use.'],
  [{}, 10n, 1n, 'limited to 10 uses, of which 10 uses are used; this would take 1 use.'],
  [
    { per: { kind: 'CUSTOMER' }, window: { kind: 'DAY', zone: 'UTC' } },
    10n,
    1n,
    'limited to 10 uses for each customer each day, of which 10 uses are used; this would take 1 use.',
  ],
  [
    { per: { kind: 'CHANNEL' }, window: { kind: 'ROLLING', seconds: 90 }, measure: 'DISCOUNT', ...pounds },
    9_950n,
    500n,
    'limited to 100.00 GBP of discounts for each channel within 90 seconds, of which 99.50 GBP of discounts are used; ' +
      'this would take 5.00 GBP of discounts.',
  ],
  [
    { per: { kind: 'ATTRIBUTE', name: 'store' }, measure: 'ORDER_VALUE', ...pounds },
    0n,
    10_001n,
    'limited to 100.00 GBP of orders for each "store", of which 0.00 GBP of orders are used; this would take 100.01 GBP of orders.',
  ],
])('a limit %o with %s used that is asked for %s says so', (given, used, asked, sentence) => {
  const limit = limitNamed('one', given);
  const resetsAt = new Date('2026-03-03T00:00:00.000Z');

  expect(limitReached('SPRING', limit, used, asked, resetsAt)).toEqual({
    failure: 'LimitReached',
    message: `The coupon "SPRING" is ${sentence}`,
    couponCode: 'SPRING',
    limit,
    used,
    asked,
    resetsAt,
  });
});
