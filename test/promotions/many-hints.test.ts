import { noSegments } from '../../src/segments/membership.js';
import { expect, test } from 'vitest';
import { createHints } from '../../src/conditions/finder.js';
import { unknownContext, situationOf } from '../../src/evaluation/context.js';
import { refusals } from '../../src/evaluation/decide.js';
import type { Discount } from '../../src/discounts/core.js';
import { matchingItems } from '../../src/discounts/target.js';
import { everything } from '../../src/coupons/applicability.js';
import { money } from '../../src/lib/money.js';
import { soughtFor } from '../../src/promotions/changes.js';
import { now } from '../coupons/coupon.js';
import { cart, question } from '../evaluation/question.js';
import { limitNamed } from '../limits/limit.js';
import { rule } from './rule.js';

const categories = ['shoes', 'hats', 'coats', 'bags', 'belts'];

/** As long as a cart may be. */
const order = cart(
  Array.from({ length: 500 }, (_, index) => ({
    sku: `SKU-${index}`,
    price: `${1 + (index % 90)}.99`,
    quantity: 1,
    categories: [categories[index % 5]!],
    tags: [`tag-${index % 20}`],
  })),
);
const situation = situationOf(
  { order, channel: null, attributes: {}, context: unknownContext },
  noSegments,
  now,
);

const tenth: Discount = {
  kind: 'PERCENTAGE',
  basisPoints: 1_000,
  maximum: null,
  ...matchingItems,
  freeShipping: false,
};
const ample = {
  limit: limitNamed('orders', { measure: 'ORDER_VALUE', currency: 'GBP', ceiling: 100_000_000n }),
  key: '',
  used: 0n,
  steps: null,
} as const;

/** By turns: a minimum, more of some items, fewer of them, a smaller cart, and what a rule of ten clauses wants. */
const asked = Array.from({ length: 30 }, (_, index) => {
  const of = { categories: [categories[index % 5]!] };
  const ten = Array.from({ length: 9 }, (_, tag) => ({
    quantity: { of: { tags: [`tag-${tag + index}`] }, gte: 1 + tag },
  }));
  const kinds = [
    { coupon: { minimumOrder: money(9_000_000n + BigInt(index), 'GBP'), currency: 'GBP' } },
    { rules: [rule({ quantity: { of, gte: 110 + index } })], limits: [ample] },
    { rules: [rule({ quantity: { of, lte: 99 - (index % 7) } })] },
    { rules: [rule({ cartTotal: { currency: 'GBP', lte: 20_000 + index } })] },
    { rules: [rule({ all: [...ten, { quantity: { gte: 501 + index } }] })], limits: [ample] },
    { coupon: { applicability: { ...everything, includeCategories: ['socks'] } }, limits: [ample] },
  ];
  const { coupon, ...rest } = { coupon: {}, ...kinds[index % 6] };
  return question({ order, situation: () => situation, coupon: { discount: tenth, ...coupon }, ...rest });
});

test('Given 30 codes and the longest cart, each has its hint', async () => {
  const hints = createHints(() => Promise.resolve());

  const told = await Promise.all(asked.map((each) => hints.ask(soughtFor(each, refusals(each)))));

  expect(told.filter(({ changes }) => changes === null || changes.length === 0)).toEqual([]);
});
