import { createCoupon } from '../coupons/actions.js';
import type { Id } from '../lib/id.js';
import type { Scope } from '../platform/scope.js';
import { createRule } from '../rules/actions.js';
import { sure } from './sure.js';

const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const zone = 'Europe/London';

/** One coupon of each kind that the first ones do not show, how they get along, and promotions that come by themselves. */
export async function makePromotions(scope: Scope) {
  const made = new Map<string, Id<'coupon'>>();
  for (const coupon of coupons) made.set(coupon.code, sure(await createCoupon(scope, coupon)).id);
  for (const { of, ...rule } of rules) {
    sure(await createRule(scope, { ...rule, targets: { couponIds: [made.get(of)!] } }));
  }
}

/** Whatever comes by itself is for books: no other example has any. */
const coupons = [
  {
    code: 'MUGS3FOR2',
    description: 'Buy two mugs, get one free: up to twice in an order',
    discount: {
      buyXGetY: { buy: { quantity: 2, items: { skus: ['MUG'] } }, get: { quantity: 1 }, repeat: 2 },
    },
  },
  {
    code: 'MORE4LESS',
    description: '5 % off from 50 pounds, 10 % from 100; not with others of the group «seasonal»',
    discount: {
      tiered: {
        by: 'AMOUNT',
        tiers: [
          { fromAmount: gbp('50.00'), percent: '5' },
          { fromAmount: gbp('100.00'), percent: '10' },
        ],
      },
    },
    stacking: { group: 'seasonal', priority: 10 },
  },
  {
    code: 'TEES2FOR30',
    description: 'Two tees for 30 pounds; not with others of the group «seasonal»',
    discount: { fixedPrice: { price: gbp('30.00'), groupSize: 2 } },
    applicability: { includeProducts: ['TEE-BLACK-M'] },
    stacking: { group: 'seasonal', priority: 5 },
  },
  {
    code: 'TOTEBAG',
    description: 'A tote bag from 30 pounds on; only with two others and the group «seasonal»',
    discount: { reward: { itemId: 'tote-1', name: 'Tote bag', type: 'merchandise' } },
    minimumOrder: gbp('30.00'),
    stacking: { combinableWith: { codes: ['MUGS3FOR2', 'BOOKS10'], groups: ['seasonal'] } },
  },
  {
    code: 'HAPPYHOUR',
    description: '20 % off on weekdays from five to seven, but never below 70 % of the price',
    discount: { percentage: { percent: '20' } },
    stacking: { priceFloor: '70' },
  },
  {
    code: 'LATEFRIDAY',
    description: '25 % off every other Friday evening; used alone',
    discount: { percentage: { percent: '25' } },
    stacking: { isExclusive: true },
  },
  {
    code: 'GIFT-25-POUNDS',
    description: 'A gift card',
    discount: { giftCard: { balance: gbp('25.00') } },
  },
  {
    code: 'BOOKS10',
    description: '10 % off books, by itself',
    trigger: 'AUTOMATIC',
    discount: { percentage: { percent: '10' } },
    applicability: { includeCategories: ['books'] },
  },
  {
    code: 'NOVELS4FOR3',
    description: 'The cheapest of four novels half price, by itself; not beside other book offers',
    trigger: 'AUTOMATIC',
    discount: {
      buyXGetY: {
        buy: { quantity: 3, items: { tags: ['novel'] } },
        get: { quantity: 1, percent: '50' },
      },
    },
    applicability: { includeCategories: ['books'] },
    stacking: { combinableWith: { codes: [], groups: [] } },
  },
];

const rules = [
  {
    of: 'HAPPYHOUR',
    name: 'Happy hour',
    condition: {
      all: [
        { weekday: { zone, in: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] } },
        { timeOfDay: { zone, between: { low: '17:00', high: '19:00' } } },
      ],
    },
  },
  {
    of: 'LATEFRIDAY',
    name: 'Every other Friday evening',
    condition: {
      recurrence: {
        zone,
        start: '2026-03-06T18:00:00',
        rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
        minutes: 240,
      },
    },
  },
  {
    of: 'BOOKS10',
    name: 'No signed copies',
    effect: 'EXCLUSION',
    condition: { productTags: { eq: 'signed' } },
  },
];
