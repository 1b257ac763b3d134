import { noSegments } from '../../src/segments/membership.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AmountChange, Change } from '../../src/conditions/change.js';
import { textOfChange } from '../../src/conditions/change-text.js';
import { createHints, noHint, type Hint } from '../../src/conditions/finder.js';
import { everything } from '../../src/coupons/applicability.js';
import { stacksWithAll } from '../../src/coupons/stacking.js';
import type { Discount } from '../../src/discounts/core.js';
import { matchingItems } from '../../src/discounts/target.js';
import { unknownContext, situationOf } from '../../src/evaluation/context.js';
import { decide, refusals } from '../../src/evaluation/decide.js';
import type { Question } from '../../src/evaluation/question.js';
import { discreetHint } from '../../src/evaluation/discreet.js';
import { money } from '../../src/lib/money.js';
import { isFailure } from '../../src/lib/outcome.js';
import { soughtFor } from '../../src/promotions/changes.js';
import { found, hintFor } from '../conditions/found.js';
import { at, now } from '../coupons/coupon.js';
import { campaign, cart, question, sum } from '../evaluation/question.js';
import { limitNamed } from '../limits/limit.js';
import { rule } from './rule.js';

const hour = 3_600_000;
const day = 24 * hour;
const gbp = (minor: bigint) => money(minor, 'GBP');
const fifty = gbp(5_000n);
const inGbp = { minimumOrder: fifty, currency: 'GBP' };
const forShoes = { ...everything, includeCategories: ['shoes'] };
const hats = cart([{ sku: 'HAT', price: '80.00', categories: ['hats'] }]);
const tenth = {
  kind: 'PERCENTAGE',
  basisPoints: 1_000,
  maximum: null,
  ...matchingItems,
  freeShipping: false,
} as const satisfies Discount;
const twenty: Discount = {
  kind: 'FIXED',
  amount: [gbp(2_000n)],
  ...matchingItems,
  freeShipping: false,
};
const utc = { zone: 'UTC' };

type Given = Parameters<typeof question>[0];

const total = (test: object) => rule({ cartTotal: { currency: 'GBP', ...test } });

/** A limit of a day, of which so much is used. */
const daily = (given: Parameters<typeof limitNamed>[1], used: bigint): Question['limits'][number] => ({
  limit: limitNamed('daily', { window: { kind: 'DAY', zone: 'UTC' }, overrun: 0n, ...given }),
  key: '',
  used,
  steps: null,
});

/** A limit on what the coupon takes off in a currency: five of it a day, of which nothing is used. */
const ofCoupon = (currency: string) =>
  daily(
    {
      target: { kind: 'COUPON', id: question().coupon.id },
      measure: 'DISCOUNT',
      currency,
      ceiling: 500n,
    },
    0n,
  );

/** A limit of an hour up to now, of which so much was used so many minutes ago. */
function hourly(
  given: Parameters<typeof limitNamed>[1],
  ago: Readonly<Record<number, bigint>>,
): Question['limits'][number] {
  const used = Object.entries(ago).map(
    ([minutes, amount]) => [String(now.getTime() / 1_000 - 60 * Number(minutes)), amount] as const,
  );
  return {
    limit: limitNamed('hourly', { window: { kind: 'ROLLING', seconds: 3_600 }, ...given }),
    key: '',
    used: used.reduce((sum, [, amount]) => sum + amount, 0n),
    steps: Object.fromEntries(used),
  };
}
const money5 = { measure: 'DISCOUNT', currency: 'GBP', ceiling: 500n } as const;

/** A limit for all time, of which so much is used. */
const budget = (given: Parameters<typeof limitNamed>[1], used: bigint): Question['limits'][number] => ({
  limit: limitNamed('budget', { measure: 'DISCOUNT', currency: 'GBP', ...given }),
  key: '',
  used,
  steps: null,
});

const orderValue = (ceiling: bigint) => budget({ measure: 'ORDER_VALUE', ceiling }, 0n);

/** Hats for so much, and shoes after them. */
const shoesAmong = (hats: string, shoes: string) =>
  cart([
    { sku: 'HAT', price: hats, categories: ['hats'] },
    { sku: 'SHOE', price: shoes, categories: ['shoes'] },
  ]);

const twoTiers: Discount = {
  kind: 'TIERED',
  by: 'AMOUNT',
  tiers: [
    { fromAmount: [gbp(5_000n)], fromQuantity: null, basisPoints: null, amount: [gbp(500n)] },
    { fromAmount: [gbp(10_000n)], fromQuantity: null, basisPoints: null, amount: [gbp(1_500n)] },
  ],
};
const tiers = (by: 'AMOUNT' | 'QUANTITY'): Discount => ({
  kind: 'TIERED',
  by,
  tiers: [
    by === 'AMOUNT'
      ? { fromAmount: [fifty], fromQuantity: null, basisPoints: 1_000, amount: null }
      : { fromAmount: null, fromQuantity: 3, basisPoints: 1_000, amount: null },
  ],
});
const none = { skus: [], products: [], categories: [], tags: [] };
const socks = { ...none, categories: ['socks'] };
const group = (fields: { buy?: object; get?: object } = {}): Discount => ({
  kind: 'BUY_X_GET_Y',
  buy: { quantity: 2, items: null, ...fields.buy },
  get: { quantity: 1, items: null, basisPoints: 10_000, ...fields.get },
  repeat: null,
});
const threeForTwenty: Discount = { kind: 'FIXED_PRICE', price: [gbp(2_000n)], groupSize: 3 };
const priced = (minor: bigint, groupSize = 1): Discount => ({
  kind: 'FIXED_PRICE',
  price: [gbp(minor)],
  groupSize,
});
const toFrance: Discount = { kind: 'FREE_SHIPPING', maximum: null, countries: ['FR', 'DE'] };

/** An order that is sent to a country. */
function sentTo(shippingCountry: string): Given {
  const order = sum('100.00');
  const context = { ...unknownContext, shippingCountry };
  const situation = situationOf({ order, channel: null, attributes: {}, context }, noSegments, now);
  return { order, shippingCountry, situation: () => situation };
}

const tomorrow = 'From Tuesday 3 March 2026, 00:00 (UTC).';

describe('what would make a refused coupon usable', () => {
  test.each<[string, Given, string[] | null]>([
    ['nothing, where it is usable', {}, []],
    [
      'the minimum, of what the coupon is for',
      { order: hats, coupon: { ...inGbp, applicability: forShoes } },
      ['Add 50.00 GBP of category "shoes".'],
    ],
    [
      'what is missing to it, where some are excluded',
      {
        order: cart([
          { sku: 'A', price: '30.00', categories: ['shoes'] },
          { sku: 'B', price: '99.00', categories: ['shoes'], tags: ['sale'] },
        ]),
        coupon: { ...inGbp, applicability: { ...forShoes, excludeTags: ['sale'] } },
      },
      ['Add 20.00 GBP of category "shoes", but not of tag "sale".'],
    ],
    [
      'what is missing, of anything but what is excluded',
      {
        order: cart([{ sku: 'A', price: '16.80' }]),
        coupon: {
          minimumOrder: gbp(2_500n),
          currency: 'GBP',
          applicability: { ...everything, excludeCategories: ['gift-cards'] },
        },
      },
      ['Add 8.20 GBP, but not of category "gift-cards".'],
    ],
    [
      'what the coupon and its rule are both for, each as far as it asks',
      {
        order: cart([{ sku: 'A', price: '30.00' }]),
        coupon: { ...inGbp, applicability: { ...everything, excludeTags: ['sale'] } },
        rules: [total({ gte: 60 })],
      },
      ['Add 20.00 GBP, but not of tag "sale".', 'Add 10.00 GBP.'],
    ],
    [
      'an item, where its rule bans another',
      {
        order: cart([{ sku: 'A', price: '30.00' }]),
        coupon: inGbp,
        rules: [rule({ productTags: 'sale' }, 'EXCLUSION')],
      },
      ['Add 20.00 GBP, but not of tag "sale".'],
    ],
    [
      'another item, where all are excluded',
      {
        order: cart([{ sku: 'A', price: '30.00', tags: ['sale'] }]),
        coupon: { applicability: { ...everything, excludeTags: ['sale'] } },
      },
      ['Add 1 item, but not of tag "sale".'],
    ],
    [
      'nothing, where all that it is for is excluded',
      { order: hats, coupon: { applicability: { ...forShoes, excludeCategories: ['shoes'] } } },
      null,
    ],
    [
      'an item that it is for',
      { order: hats, coupon: { applicability: forShoes } },
      ['Add 1 item of category "shoes".'],
    ],
    ['nothing, without the items', { coupon: { applicability: forShoes } }, null],
    [
      'a minimum above what a rule allows',
      { order: sum('40.00'), coupon: inGbp, rules: [total({ lte: 45 })] },
      null,
    ],
    [
      'the greater of two minima',
      { order: sum('40.00'), coupon: inGbp, rules: [total({ gte: 60 })] },
      ['Add 20.00 GBP.'],
    ],
    [
      'the greater, where the rule asks for less',
      { order: sum('40.00'), coupon: inGbp, rules: [total({ gte: 45 })] },
      ['Add 10.00 GBP.'],
    ],
    [
      'a minimum in another currency',
      { order: sum('10.00', 'EUR'), coupon: inGbp },
      ['Change the currency to "GBP".', 'Add 40.00 GBP.'],
    ],
    [
      'any of several currencies',
      {
        order: sum('10.00', 'USD'),
        coupon: {
          currency: null,
          discount: { ...twenty, amount: [gbp(100n), money(120n, 'EUR')] },
        },
      },
      ['Change the currency to "GBP" or "EUR".'],
    ],
    ['its beginning', { coupon: { validFrom: at(day) } }, ['From Tuesday 3 March 2026, 12:00 (UTC).']],
    [
      'the later of its beginning and its campaign’s',
      {
        coupon: { validFrom: at(day), campaignId: campaign().id },
        campaign: campaign({ startsAt: at(2 * day) }),
      },
      ['From Wednesday 4 March 2026, 12:00 (UTC).'],
    ],
    [
      'a beginning after its campaign’s end',
      {
        coupon: { validFrom: at(day), campaignId: campaign().id },
        campaign: campaign({ endsAt: at(day) }),
      },
      null,
    ],
    [
      'a beginning after the only day of a rule',
      {
        coupon: { validFrom: at(day) },
        rules: [rule({ date: { ...utc, from: '2026-03-02', through: '2026-03-02' } })],
      },
      null,
    ],
    [
      'a day after its end',
      { coupon: { validUntil: at(hour) }, rules: [rule({ date: { ...utc, from: '2026-03-05' } })] },
      null,
    ],
    [
      'a day before its end',
      { coupon: { validUntil: at(4 * day) }, rules: [rule({ date: { ...utc, from: '2026-03-05' } })] },
      ['From Thursday 5 March 2026, 00:00 (UTC).'],
    ],
    [
      'a limit that is less than it takes',
      { coupon: { discount: twenty }, limits: [daily(money5, 0n)] },
      null,
    ],
    [
      'a limit that has room tomorrow',
      { coupon: { discount: twenty }, limits: [daily({ ...money5, ceiling: 2_000n }, 1n)] },
      [tomorrow],
    ],
    [
      'a limit that only the changed order would reach',
      { order: sum('40.00'), coupon: { ...inGbp, discount: twenty }, limits: [daily(money5, 0n)] },
      null,
    ],
    ['uses that are left tomorrow', { limits: [daily({ ceiling: 3n }, 3n)] }, [tomorrow]],
    [
      'uses that are left when it has ended',
      { coupon: { validUntil: at(hour) }, limits: [daily({ ceiling: 3n }, 3n)] },
      null,
    ],
    [
      'less, of which a tenth is no more than what is left of a budget',
      { limits: [budget({ ceiling: 10_000n }, 9_200n)] },
      ['Take away 19.96 GBP.'],
    ],
    [
      'less of what the coupon is for, even where that is all of a line',
      {
        order: cart([
          { sku: 'A', price: '15.00', categories: ['shoes'] },
          { sku: 'B', price: '85.00', categories: ['shoes'] },
          { sku: 'C', price: '99.00' },
        ]),
        coupon: { applicability: forShoes },
        limits: [budget({ ceiling: 10_000n }, 9_200n)],
      },
      ['Take away 19.96 GBP of category "shoes".'],
    ],
    [
      'less, where a limit may be run over',
      { limits: [budget({ ceiling: 10_000n, overrun: 1n }, 9_200n)] },
      ['Take away 19.86 GBP.'],
    ],
    [
      'less than the tier of which there is too little left',
      {
        order: sum('100.00'),
        coupon: { currency: 'GBP', discount: twoTiers },
        limits: [budget({ ceiling: 10_000n }, 9_200n)],
      },
      ['Take away 0.01 GBP.'],
    ],
    [
      'less than the orders of a day may come to',
      { limits: [daily({ measure: 'ORDER_VALUE', currency: 'GBP', ceiling: 9_000n }, 2_000n)] },
      ['Take away 30.00 GBP.'],
    ],
    [
      'the next day, where that is enough for so much',
      { limits: [daily({ measure: 'ORDER_VALUE', currency: 'GBP', ceiling: 10_000n }, 2_000n)] },
      [tomorrow],
    ],
    [
      'less of what the coupon is not for, wherever that is in the cart',
      {
        order: shoesAmong('150.00', '27.25'),
        coupon: { applicability: forShoes },
        limits: [orderValue(1_856n + 2_500n)],
      },
      ['Take away 133.69 GBP, but not of category "shoes".'],
    ],
    [
      'less of what the coupon is not for, where it is for all but that',
      {
        order: shoesAmong('150.00', '27.25'),
        coupon: { applicability: { ...everything, excludeCategories: ['hats'] } },
        limits: [orderValue(4_356n)],
      },
      ['Take away 133.69 GBP of category "hats".'],
    ],
    [
      'less of anything, where something of what the coupon is for is left whatever is taken away',
      {
        order: shoesAmong('50.00', '127.25'),
        coupon: { applicability: forShoes },
        limits: [orderValue(10_000n)],
      },
      ['Take away 77.25 GBP.'],
    ],
    [
      'nothing, where what the coupon is for may be taken away, and the others cost too little',
      {
        order: shoesAmong('50.00', '127.25'),
        coupon: { applicability: forShoes },
        limits: [orderValue(1_856n)],
      },
      null,
    ],
    [
      'less of the others, where the minimum may be taken away',
      {
        order: shoesAmong('90.00', '60.00'),
        coupon: { ...inGbp, applicability: forShoes },
        limits: [orderValue(10_000n)],
      },
      ['Take away 50.00 GBP, but not of category "shoes".'],
    ],
    [
      'nothing, where nobody knows how many units go with so much money',
      {
        order: cart([{ sku: 'A', price: '90.00', quantity: 3 }]),
        coupon: { discount: group() },
        limits: [orderValue(8_000n)],
      },
      null,
    ],
    [
      'nothing, where nobody knows whether an item of what the coupon is for is left to be paid for by the orders of a day',
      {
        order: cart([{ sku: 'HAT', price: '150.66', categories: ['hats'] }]),
        coupon: { applicability: forShoes },
        limits: [orderValue(1_080n)],
      },
      null,
    ],
    [
      'how much an item may cost for a budget to have enough for it',
      {
        order: hats,
        coupon: { applicability: forShoes, discount: { ...twenty, amount: [gbp(2_474n)] } },
        limits: [budget({ ceiling: 260n }, 0n)],
      },
      ['Add 1 item of category "shoes", for at most 2.60 GBP.'],
    ],
    [
      'an item, where the budget has enough for it whatever it costs',
      {
        order: hats,
        coupon: { applicability: forShoes, discount: { ...twenty, amount: [gbp(2_474n)] } },
        limits: [budget({ ceiling: 2_474n }, 0n)],
      },
      ['Add 1 item of category "shoes".'],
    ],
    [
      'nothing, where what a rule wants may be of what the coupon is for, and a budget has too little for it',
      {
        order: shoesAmong('20.00', '20.00'),
        coupon: { applicability: forShoes },
        rules: [total({ gte: 60 })],
        limits: [budget({ ceiling: 300n }, 0n)],
      },
      null,
    ],
    [
      'what a rule wants, where a budget has enough for it whatever it is',
      {
        order: shoesAmong('20.00', '20.00'),
        coupon: { applicability: forShoes },
        rules: [total({ gte: 60 })],
        limits: [budget({ ceiling: 400n }, 0n)],
      },
      ['Add 20.00 GBP.'],
    ],
    ['nothing, where nothing is left of a budget', { limits: [budget({ ceiling: 10_000n }, 10_000n)] }, null],
    [
      'nothing, where less of a budget is left than would make the minimum',
      { coupon: { ...inGbp, minimumOrder: gbp(9_000n) }, limits: [budget({ ceiling: 10_000n }, 9_200n)] },
      null,
    ],
    [
      'nothing, where so little is left of a budget that it is rounded to nothing',
      {
        coupon: { discount: { ...tenth, freeShipping: true } },
        order: cart([{ sku: 'A', price: '100.00' }], '5.00'),
        limits: [budget({ ceiling: 10_000n }, 9_600n)],
      },
      null,
    ],
    [
      'exactly as many items as a rule wants, for what the coupon asks of them',
      {
        order: cart([{ sku: 'A', price: '20.00' }]),
        coupon: inGbp,
        rules: [rule({ quantity: 3 })],
      },
      ['Add 2 items for 30.00 GBP.'],
    ],
    [
      'dearer items, where a rule wants no more of them',
      {
        order: cart([{ sku: 'A', price: '20.00' }]),
        coupon: inGbp,
        rules: [rule({ quantity: 1 })],
      },
      ['Take dearer items, for 30.00 GBP more.'],
    ],
    [
      'the least of which a tenth is something',
      { order: cart([{ sku: 'A', price: '0.04' }]) },
      ['Add 0.01 GBP.'],
    ],
    ['the same of a sum', { order: sum('0.03') }, ['Add 0.02 GBP.']],
    [
      'the least of which a hundredth of a per cent is something, in a currency without decimals',
      { order: sum('4999', 'JPY'), coupon: { discount: { ...tenth, basisPoints: 1 } } },
      ['Add 1 JPY.'],
    ],
    [
      'the least of what the coupon is for',
      {
        order: cart([
          { sku: 'A', price: '0.01', categories: ['shoes'] },
          { sku: 'B', price: '99.00' },
        ]),
        coupon: { applicability: forShoes, discount: { ...tenth, basisPoints: 250 } },
      },
      ['Add 0.19 GBP of category "shoes".'],
    ],
    [
      'the least of anything, where it is off the whole order',
      {
        order: cart([{ sku: 'A', price: '0.01', categories: ['shoes'] }]),
        coupon: { applicability: forShoes, discount: { ...tenth, target: 'ORDER' } },
      },
      ['Add 0.04 GBP.'],
    ],
    [
      'the least that a price floor leaves something of',
      {
        order: cart([{ sku: 'A', price: '0.04' }]),
        coupon: { stacking: { ...stacksWithAll, floorBasisPoints: 9_000 } },
      },
      ['Add 1 item for 0.10 GBP.'],
    ],
    [
      'nothing, where a price floor leaves nothing',
      { coupon: { stacking: { ...stacksWithAll, floorBasisPoints: 10_000 } } },
      null,
    ],
    [
      'what is not free',
      { order: cart([{ sku: 'A', price: '0.00' }]), coupon: { discount: twenty } },
      ['Add 0.01 GBP.'],
    ],
    [
      'nothing, where the cheapest stays free',
      {
        order: cart([{ sku: 'A', price: '0.00' }]),
        coupon: { discount: { ...tenth, target: 'CHEAPEST', units: 1 } },
      },
      null,
    ],
    [
      'the least that is something, within what a rule allows, from its beginning on',
      { order: sum('0.01'), coupon: { validFrom: at(day) }, rules: [total({ lte: 1 })] },
      ['Add 0.04 GBP.', 'From Tuesday 3 March 2026, 12:00 (UTC).'],
    ],
    [
      'nothing, where a rule does not allow as much',
      { order: sum('0.01'), rules: [total({ lt: 0.05 })] },
      null,
    ],
    [
      'room in a rolling hour, when the first use has left it',
      { limits: [hourly({ ceiling: 3n }, { 50: 1n, 20: 2n })] },
      ['From Monday 2 March 2026, 12:11 (UTC).'],
    ],
    [
      'room in a rolling hour for as much as it takes',
      {
        coupon: { discount: twenty },
        limits: [hourly({ ...money5, ceiling: 4_000n }, { 50: 1_000n, 40: 1_000n, 30: 1_001n })],
      },
      ['From Monday 2 March 2026, 12:21 (UTC).'],
    ],
    [
      'a rolling hour that never has room for it',
      { coupon: { discount: twenty }, limits: [hourly(money5, { 50: 1n })] },
      null,
    ],
    [
      'room in a rolling hour, at a time that its rule wants',
      {
        limits: [hourly({ ceiling: 1n }, { 50: 1n })],
        rules: [rule({ timeOfDay: { ...utc, between: ['18:00', '20:00'] } })],
      },
      ['From Monday 2 March 2026, 18:00 (UTC).'],
    ],
    [
      'room in a rolling hour and on the next day, and the minimum',
      {
        order: sum('40.00'),
        coupon: inGbp,
        limits: [
          hourly({ ceiling: 1n }, { 50: 1n }),
          daily({ ceiling: 3n }, 3n),
          daily({ ...money5, ceiling: 600n, per: { kind: 'CHANNEL' } }, 101n),
        ],
      },
      ['Add 10.00 GBP.', tomorrow],
    ],
    [
      'room in a rolling hour after its end',
      { coupon: { validUntil: at(hour / 6) }, limits: [hourly({ ceiling: 1n }, { 50: 1n })] },
      null,
    ],
    [
      'a limit in another currency, and a minimum in its own',
      {
        order: sum('40.00'),
        coupon: inGbp,
        limits: [ofCoupon('EUR')],
      },
      null,
    ],
    [
      'limits in other currencies',
      { order: sum('40.00', 'JPY'), limits: [ofCoupon('GBP'), ofCoupon('EUR')] },
      ['Change the currency to "GBP" or "EUR".'],
    ],
    [
      'a limit on uses, and on money in one currency',
      { order: sum('40.00', 'EUR'), limits: [ofCoupon('GBP'), daily({ ceiling: 9n }, 0n)] },
      ['Change the currency to "GBP".'],
    ],
    ['a country', { coupon: { discount: toFrance } }, ['Change the shipping country to "FR" or "DE".']],
    [
      'another country',
      { ...sentTo('GB'), coupon: { discount: toFrance } },
      ['Change the shipping country to "FR" or "DE".'],
    ],
    [
      'the first tier in money',
      { order: sum('40.00'), coupon: { currency: 'GBP', discount: tiers('AMOUNT') } },
      ['Add 10.00 GBP.'],
    ],
    ['the first tier in units', { order: hats, coupon: { discount: tiers('QUANTITY') } }, ['Add 2 items.']],
    [
      'a group for a price',
      {
        order: cart([{ sku: 'A', price: '20.00', quantity: 2 }]),
        coupon: { currency: 'GBP', discount: threeForTwenty },
      },
      ['Add 1 item.'],
    ],
    [
      'a unit that is dearer than the price of each, where those that are there are cheaper',
      {
        order: cart([{ sku: 'A', price: '4.00' }]),
        coupon: { currency: 'GBP', discount: priced(500n) },
      },
      ['Add 1 item for 5.01 GBP.'],
    ],
    [
      'the same of what the coupon is for, however many cheaper ones there are',
      {
        order: shoesAmong('90.00', '0.43'),
        coupon: { currency: 'GBP', applicability: forShoes, discount: priced(2_512n) },
      },
      ['Add 1 item of category "shoes" for 25.13 GBP.'],
    ],
    [
      'a unit with which the dearest of a group are dearer than its price',
      {
        order: cart([{ sku: 'A', price: '6.00', quantity: 3 }]),
        coupon: { currency: 'GBP', discount: priced(1_000n, 3) },
      },
      ['Add 1 item for 6.01 GBP.'],
    ],
    [
      'what a group lacks, for as much as makes it dearer than its price',
      {
        order: cart([{ sku: 'A', price: '6.00' }]),
        coupon: { currency: 'GBP', discount: priced(1_000n, 3) },
      },
      ['Add 2 items for 4.01 GBP.'],
    ],
    [
      'a unit that is dear enough for the minimum as well',
      {
        order: cart([{ sku: 'A', price: '4.00' }]),
        coupon: { ...inGbp, discount: priced(500n) },
      },
      ['Add 1 item for 46.00 GBP.'],
    ],
    [
      'a unit of which a price floor leaves something',
      {
        order: cart([{ sku: 'A', price: '4.00' }]),
        coupon: {
          currency: 'GBP',
          discount: priced(500n),
          stacking: { ...stacksWithAll, floorBasisPoints: 9_990 },
        },
      },
      ['Add 1 item for 10.00 GBP.'],
    ],
    [
      'the tier in units, for no more than a rule allows',
      {
        order: cart([{ sku: 'A', price: '20.00', quantity: 2 }]),
        coupon: { currency: 'GBP', discount: tiers('QUANTITY') },
        rules: [total({ lte: 30 })],
      },
      ['Add 1 item, for at most 10.00 GBP.'],
    ],
    ['a group of the same items', { order: hats, coupon: { discount: group() } }, ['Add 2 items.']],
    [
      'a group of two kinds of items',
      {
        order: hats,
        coupon: {
          discount: group({ buy: { items: { ...none, categories: ['hats'] } }, get: { items: socks } }),
        },
      },
      ['Add 1 item of category "hats".', 'Add 1 item of category "socks".'],
    ],
    [
      'a group of some items that any other earn',
      { order: hats, coupon: { discount: group({ get: { items: socks } }) } },
      ['Add 1 item of category "socks".', 'Add 1 item.'],
    ],
    [
      'more of it, and no other currency, where an exclusion bans small orders',
      { order: sum('20.00'), rules: [rule({ cartTotal: { lt: 500, currency: 'GBP' } }, 'EXCLUSION')] },
      ['Add 480.00 GBP.'],
    ],
    ['what an exclusion bans', { order: hats, rules: [rule({ categories: 'hats' }, 'EXCLUSION')] }, null],
    [
      'a rule besides a minimum',
      { order: sum('40.00'), coupon: inGbp, rules: [rule({ channel: 'app' })] },
      ['Change the channel to "app".', 'Add 10.00 GBP.'],
    ],
    [
      'fewer items by their name, where others would leave less than the minimum',
      {
        order: cart([
          { sku: 'A', price: '45.00' },
          { sku: 'B', price: '20.00' },
          { sku: 'C', price: '10.00' },
        ]),
        coupon: inGbp,
        rules: [rule({ quantity: { lte: 2 } })],
      },
      ['Take away 1 item of sku "C".'],
    ],
    [
      'fewer items, but none of those that another rule counts',
      {
        order: cart([
          { sku: 'HAT', price: '80.00', quantity: 2, categories: ['hats'] },
          { sku: 'SHOE', price: '90.00', categories: ['shoes'] },
        ]),
        rules: [
          rule({ quantity: { lte: 2 } }),
          rule({ quantity: { gte: 1, of: { categories: ['shoes'] } } }),
        ],
      },
      ['Take away 1 item, but not of category "shoes".'],
    ],
    [
      'dearer items besides, where whichever goes leaves less than the minimum',
      {
        order: cart([
          { sku: 'A', price: '25.00' },
          { sku: 'B', price: '25.00' },
        ]),
        coupon: inGbp,
        rules: [rule({ quantity: { lte: 1 } }), total({ lte: 50 })],
      },
      ['Take away 1 item.', 'Take dearer items, for 25.00 GBP more.'],
    ],
    [
      'as many items and cheaper ones, where a rule counts them',
      {
        order: cart([{ sku: 'HAT', price: '80.00', quantity: 2, categories: ['hats'] }]),
        rules: [rule({ quantity: { gte: 2 } }), total({ lte: 60 })],
      },
      ['Take cheaper items, for 20.00 GBP less.'],
    ],
    [
      'how much an item may cost, where a limit has ample room for orders',
      { order: hats, coupon: { applicability: forShoes }, limits: [orderValue(56_000n)] },
      ['Add 1 item of category "shoes", for at most 480.00 GBP.'],
    ],
    [
      'how much items may cost, where a rule bounds the total',
      { order: hats, rules: [rule({ quantity: { gte: 3 } }), total({ lte: 100 })] },
      ['Add 2 items, for at most 20.00 GBP.'],
    ],
    ['nothing, once revoked', { coupon: { ...inGbp, state: 'REVOKED', revokedAt: now } }, null],
    ['nothing, once expired', { coupon: { validUntil: at(-1) }, rules: [rule({ channel: 'app' })] }, null],
    ['nothing, once used up', { coupon: { maxUses: 1, usesCount: 1 } }, null],
    [
      'nothing, once the customer has used it',
      { coupon: { perCustomerLimit: 1 }, customerId: 'ada', customerUses: 1 },
      null,
    ],
    [
      'nothing, where the order is stated otherwise',
      { coupon: { ...inGbp, taxBasis: 'NET' }, taxBasis: 'GROSS', order: sum('40.00') },
      null,
    ],
    ['nothing, while its campaign pauses', { campaign: campaign({ state: 'PAUSED' }) }, null],
  ])('%s', async (_, given, expected) => {
    const asked = question(given);

    const changes = await found(soughtFor(asked, refusals(asked)));

    expect(changes?.map(textOfChange) ?? null).toEqual(expected);
  });
});

describe('why nothing is told', () => {
  test.each<[string, Parameters<typeof question>[0], string | null]>([
    ['revoked', { coupon: { state: 'REVOKED', revokedAt: now } }, 'NOT_SOUGHT'],
    [
      'expired, and refused by a rule',
      { coupon: { validUntil: at(-1) }, rules: [rule({ channel: 'app' })] },
      'NOT_SOUGHT',
    ],
    ['used up', { coupon: { maxUses: 1, usesCount: 1 } }, 'NOT_SOUGHT'],
    [
      'stated otherwise',
      { coupon: { ...inGbp, taxBasis: 'NET' }, taxBasis: 'GROSS', order: sum('40.00') },
      'NOT_SOUGHT',
    ],
    ['its campaign pauses', { campaign: campaign({ state: 'PAUSED' }) }, 'NONE_FOUND'],
    [
      'its rules contradict each other',
      { rules: [rule({ channel: 'app' }), rule({ channel: 'till' })] },
      'NONE_FOUND',
    ],
    ['usable', {}, null],
    ['refused by a rule that can be met', { rules: [rule({ channel: 'app' })] }, null],
  ])('%s', async (_, given, without) => {
    const asked = question(given);

    expect((await hintFor(soughtFor(asked, refusals(asked)))).without).toBe(without);
  });
});

describe('for any discount that comes to nothing', () => {
  const price = fc.integer({ min: 0, max: 30 }).map((minor) => (minor / 100).toFixed(2));
  const lines = fc.array(fc.record({ price, quantity: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  });
  const share = fc.integer({ min: 50, max: 3_000 });
  const discount: fc.Arbitrary<Discount> = fc.oneof(
    fc
      .record({
        basisPoints: share,
        target: fc.constantFrom('MATCHING_ITEMS' as const, 'ORDER' as const),
      })
      .map((given) => ({ ...tenth, ...given })),
    fc
      .record({
        basisPoints: share,
        target: fc.constant('MOST_EXPENSIVE' as const),
        units: fc.integer({ min: 1, max: 4 }),
      })
      .map((given) => ({ ...tenth, ...given })),
    fc.constant(twenty),
    share.map((basisPoints): Discount => ({
      kind: 'TIERED',
      by: 'QUANTITY',
      tiers: [{ fromAmount: null, fromQuantity: 1, basisPoints, amount: null }],
    })),
  );
  const floorBasisPoints = fc.option(fc.integer({ min: 0, max: 9_900 }));

  test('the least that an item has to cost for it to be something is told, and nothing only if there is none', async () => {
    await fc.assert(
      fc.asyncProperty(lines, discount, floorBasisPoints, async (lines, discount, floorBasisPoints) => {
        const asking = (more: readonly string[]) =>
          question({
            order: cart([
              ...lines.map((line, index) => ({ sku: `S${index}`, ...line })),
              ...more.map((price) => ({ sku: 'MORE', price })),
            ]),
            coupon: { discount, stacking: { ...stacksWithAll, floorBasisPoints } },
          });
        const isSomething = (minor: number) => !isFailure(decide(asking([(minor / 100).toFixed(2)])));
        const asked = asking([]);
        fc.pre(isFailure(decide(asked)));
        const least = Array.from({ length: 1_000 }, (_, index) => index + 1).find(isSomething);

        const amount = { of: null, currency: 'GBP', minor: BigInt(least ?? 0) };
        // In several parts it may come to nothing: price floors are rounded for each.
        const inOne = { of: null, quantity: 1, unit: 'UNITS', worth: gbp(amount.minor) };
        expect(
          least === undefined
            ? [null]
            : [[{ kind: 'ADD_AMOUNT', ...amount }], [{ kind: 'ADD_ITEMS', ...inOne }]],
        ).toContainEqual(await found(soughtFor(asked, refusals(asked))));
        const isOfUnits = 'units' in discount && discount.units !== null;
        if (floorBasisPoints === null && !isOfUnits && least !== undefined)
          expect(await found(soughtFor(asked, refusals(asked)))).toEqual([{ kind: 'ADD_AMOUNT', ...amount }]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('for any budget of which something is left', () => {
  const prices = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 3 });
  const percent = fc.integer({ min: 1, max: 10_000 });
  const floorBasisPoints = fc.option(fc.integer({ min: 0, max: 9_900 }));

  test('the least that the items have to be cheaper by is told, for as much to be left as it takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        prices,
        percent,
        floorBasisPoints,
        fc.integer({ min: 1, max: 99 }),
        async (prices, basisPoints, floorBasisPoints, left) => {
          const asking = (minors: readonly number[]) =>
            question({
              order: cart(
                minors.map((minor, index) => ({ sku: `S${index}`, price: (minor / 100).toFixed(2) })),
              ),
              coupon: {
                discount: { ...tenth, basisPoints },
                stacking: { ...stacksWithAll, floorBasisPoints },
              },
              limits: [budget({ ceiling: 100n }, BigInt(100 - left))],
            });
          const asked = asking(prices);
          const refused = refusals(asked);
          fc.pre(refused[0]?.failure === 'LimitReached');
          const total = prices.reduce((sum, minor) => sum + minor, 0);
          // The first are cheaper first.
          const without = (less: number) => {
            let more = less;
            return prices.map((minor) => {
              const off = Math.min(minor, more);
              more -= off;
              return minor - off;
            });
          };
          const least = Array.from({ length: total }, (_, index) => index + 1).find(
            (less) => !isFailure(decide(asking(without(less)))),
          );

          const changes = await found(soughtFor(asked, refused));
          if (floorBasisPoints === null)
            expect(changes).toEqual(
              least === undefined
                ? null
                : [{ kind: 'REDUCE_AMOUNT', of: null, currency: 'GBP', minor: BigInt(least) }],
            );
          // Price floors are rounded for each line: whichever are cheaper has to be of no matter.
          else if (changes) {
            const [{ minor }] = changes as [AmountChange];
            expect(isFailure(decide(asking(without(Number(minor)))))).toBe(false);
            expect(minor).toBeGreaterThanOrEqual(BigInt(least!));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('who is told of changes', () => {
  const wait: Change = { kind: 'WAIT_UNTIL', at: now };
  const join: Change = { kind: 'JOIN_SEGMENT', segments: ['vip'] };
  const set: Change = { kind: 'SET_ATTRIBUTE', fact: 'metadata', path: ['staff'], to: [true] };
  const having = (...rights: string[]) => ({ rights: new Set(rights), actor: { kind: 'API_KEY' } });

  test.each<[string, readonly Change[] | null, readonly Change[] | null]>([
    ['what anybody can do', [wait], [wait]],
    ['nothing to do', [], []],
    ['nothing that can be done', null, null],
    ['what only the shop knows: a segment', [wait, join], null],
    ['what only the shop knows: an attribute', [set], null],
  ])('without EXPLAIN, and of a user, %s', (_, changes, told) => {
    const hintOf = (any: readonly Change[] | null): Hint =>
      any ? { changes: any, without: null } : noHint('NONE_FOUND');
    const user = { ...having('VALIDATE', 'EXPLAIN'), actor: { kind: 'USER' } };

    expect(discreetHint(having('VALIDATE'), hintOf(changes))).toEqual(hintOf(told));
    expect(discreetHint(user, hintOf(changes))).toEqual(hintOf(told));
    expect(discreetHint(having('VALIDATE', 'EXPLAIN'), hintOf(changes))).toEqual(hintOf(changes));
  });
});

describe('Given codes with the same rules in the same situation', () => {
  test('then what their rules ask for is found out once', async () => {
    const hints = createHints(() => Promise.resolve());
    const rules = [total({ gte: 120 })];
    const { situation } = question();
    const seen = situation();
    const [one, other] = await Promise.all(
      [{}, { maxUses: 5 }].map((coupon) => {
        const asked = question({ coupon, rules, situation: () => seen });
        return hints.ask(soughtFor(asked, refusals(asked)));
      }),
    );

    expect(one?.changes).toEqual([{ kind: 'ADD_AMOUNT', of: null, currency: 'GBP', minor: 2_000n }]);
    expect(other?.changes).toBe(one?.changes);
  });
});
