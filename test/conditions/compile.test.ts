import { describe, expect, test } from 'vitest';
import { compile } from '../../src/conditions/compile.js';
import { itemNamed, situationOf } from './situation.js';
import { parsed } from './parsed.js';

describe('the rule of the specification', () => {
  const rule = compile(
    parsed({
      all: [
        { cart_total: { gte: 50, currency: 'GBP' } },
        { not: { product_tags: ['clearance', 'final_sale'] } },
        { customer_segment: 'new_customers' },
      ],
    }),
  );
  const fitting = {
    items: [itemNamed('S1', { listMinor: 5_000n, tags: ['summer'] })],
    segments: ['new_customers'],
  };

  test.each([
    ['a cart just large enough', {}, true],
    ['a penny less', { items: [itemNamed('S1', { listMinor: 4_999n })] }, false],
    ['the same sum in euros', { currency: 'EUR' }, false],
    ['an item on clearance', { items: [itemNamed('S1', { listMinor: 5_000n, tags: ['clearance'] })] }, false],
    ['a customer of long standing', { segments: [] }, false],
    ['a sum alone, of which no tags are known', { items: null, totalMinor: 5_000n }, true],
  ])('of %s', (_, given, expected) => {
    expect(rule.test(situationOf({ ...fitting, ...given }))).toBe(expected);
  });
});
