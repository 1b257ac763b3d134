import { describe, expect, test } from 'vitest';
import { giftCard, fixed, gbp, percent, sum, cart } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';
import { openMall, refusal, whyNot } from './shop.js';

const openShop = await openMall();

type Coupons = Record<string, object>;

async function given(coupons: Coupons) {
  const shop = await openShop();
  for (const [code, fields] of Object.entries(coupons)) await shop.coupon(code, fields);
  return shop;
}

const fixedOff = (amount: string, stacking: object = {}) => ({ discount: fixed(amount), stacking });
const percentOff = (amount: string, stacking: object = {}) => ({ discount: percent(amount), stacking });

describe('Given several codes for items of 100.00 and shipping of 5.00, when they are used together', () => {
  test.each<[string, Coupons, string[]]>([
    [
      'each takes off what those before it by code have left',
      { TEN: percentOff('10'), FIVE: fixedOff('5') },
      ['FIVE 5.00', 'TEN 9.50'],
    ],
    [
      'a higher priority comes first',
      { TEN: percentOff('10', { priority: 1 }), FIVE: fixedOff('5') },
      ['TEN 10.00', 'FIVE 5.00'],
    ],
    [
      'a negative priority comes last',
      { TEN: percentOff('10'), FIVE: fixedOff('5', { priority: -1 }) },
      ['TEN 10.00', 'FIVE 5.00'],
    ],
    [
      'a percentage of the initial prices does not ask who came before',
      { FIVE: fixedOff('5'), TEN: percentOff('10', { base: 'INITIAL' }) },
      ['FIVE 5.00', 'TEN 10.00'],
    ],
    [
      'percentages of the initial prices add up, and take no more than there is',
      {
        A: percentOff('50', { base: 'INITIAL' }),
        B: percentOff('40', { base: 'INITIAL' }),
        C: percentOff('30', { base: 'INITIAL' }),
      },
      ['A 50.00', 'B 40.00', 'C 10.00'],
    ],
    [
      'no line falls below a price floor',
      { A: percentOff('50', { priceFloor: '25' }), B: percentOff('50', { base: 'INITIAL' }) },
      ['A 50.00', 'B 25.00'],
    ],
    [
      'a floor binds also those before whom its coupon comes',
      { A: percentOff('10', { priceFloor: '80' }), B: fixedOff('50') },
      ['A 10.00', 'B 10.00'],
    ],
    [
      'a coupon’s own floor counts what others have taken before',
      { A: fixedOff('30'), B: percentOff('50', { priceFloor: '60' }) },
      ['A 30.00', 'B 10.00'],
    ],
    [
      'a gift card pays last, whatever its priority, and below any floor',
      {
        CARD: { discount: giftCard('80'), stacking: { priority: 9 } },
        HALF: percentOff('50', { priceFloor: '40' }),
      },
      ['HALF 50.00', 'CARD 50.00'],
    ],
    [
      'two gift cards pay one after the other',
      { CARD1: { discount: giftCard('70') }, CARD2: { discount: giftCard('70') } },
      ['CARD1 70.00', 'CARD2 30.00'],
    ],
    [
      'shipping is paid for once',
      {
        FREE: { discount: { freeShipping: { maximum: gbp('2.00') } } },
        SHIP: { discount: { freeShipping: {} } },
      },
      ['FREE 0.00 + 2.00', 'SHIP 0.00 + 3.00'],
    ],
  ])('then %s', async (_, coupons, expected) => {
    const shop = await given(coupons);

    expect(await shop.settled(Object.keys(coupons))).toEqual(expected);
  });

  test('then their order makes no difference', async () => {
    const shop = await given({
      A: fixedOff('7'),
      B: percentOff('33'),
      C: percentOff('21', { base: 'INITIAL' }),
    });
    const orders = [
      ['A', 'B', 'C'],
      ['C', 'B', 'A'],
      ['b', 'C', 'a', 'B'],
    ];

    const used = [];
    for (const codes of orders) used.push(await shop.settled(codes));

    expect(used).toEqual(orders.map(() => ['A 7.00', 'B 30.69', 'C 21.00']));
  });
});

describe('Given two codes of which one cannot be used beside the other', () => {
  const off = { discount: fixed('10') };
  const not = (cause: string) => [{ code: 'B', conflicts: [{ cause, couponCode: 'A' }] }];

  test.each<[string, string, Coupons]>([
    ['the first is exclusive', 'EXCLUSIVE', { A: { ...off, stacking: { isExclusive: true } }, B: off }],
    ['the second is exclusive', 'EXCLUSIVE', { A: off, B: { ...off, stacking: { isExclusive: true } } }],
    [
      'they are of one group, however it is written',
      'SAME_GROUP',
      { A: { ...off, stacking: { group: 'Summer' } }, B: { ...off, stacking: { group: 'SUMMER' } } },
    ],
    [
      'the first may be combined with others only',
      'NOT_COMBINABLE',
      { A: { ...off, stacking: { combinableWith: { codes: ['C'], groups: ['g'] } } }, B: off },
    ],
    [
      'the second may be combined with nobody',
      'NOT_COMBINABLE',
      {
        A: { ...off, stacking: { combinableWith: { codes: ['B'] } } },
        B: { ...off, stacking: { combinableWith: {} } },
      },
    ],
  ])('%s, then only what comes first is used, and it is said why', async (_, cause, coupons) => {
    const shop = await given(coupons);

    const { rejected } = succeeded(await shop.previewAll(['B', 'A']));
    expect(rejected).toMatchObject(not(cause));
    expect(await shop.applyAll(['B', 'A'])).toMatchObject({
      failure: 'PromotionsRefused',
      rejected: not(cause),
    });
    expect(await shop.settled(['B', 'A'])).toEqual(['A 10.00']);
  });

  test.each<[string, object, object]>([
    ['each names the other', { codes: ['b'] }, { codes: ['a'] }],
    ['one names the other, who names its group', { codes: ['B'] }, { groups: ['GROUP'] }],
  ])('but %s, then both are used', async (_, ofA, ofB) => {
    const shop = await given({
      A: { ...off, stacking: { group: 'group', combinableWith: ofA } },
      B: { ...off, stacking: { combinableWith: ofB } },
    });

    expect(await shop.settled(['A', 'B'])).toEqual(['A 10.00', 'B 10.00']);
  });

  test('when the one in the way is worth nothing itself, then the other is used', async () => {
    const shop = await given({
      A: { ...off, stacking: { isExclusive: true }, minimumOrder: gbp('500') },
      B: off,
    });

    const { rejected } = succeeded(await shop.applyAll(['A', 'B'], { isPartial: true }));
    expect(rejected.map(whyNot)).toEqual(['A: MinimumOrderNotMet']);
  });
});

describe('Given goals', () => {
  const rivals = {
    AA: { discount: fixed('10'), stacking: { group: 'one', priority: 5 } },
    BB: { discount: fixed('30'), stacking: { group: 'one' } },
    CC: { discount: fixed('5') },
  };

  test.each([
    ['PRIORITY', ['AA 10.00', 'CC 5.00'], ['BB: CouponConflict']],
    ['BEST_FOR_CUSTOMER', ['BB 30.00', 'CC 5.00'], ['AA: CouponConflict, OutbidByOthers']],
    ['CHEAPEST_FOR_MERCHANT', ['AA 10.00', 'CC 5.00'], ['BB: CouponConflict, OutbidByOthers']],
  ])('when the goal is %s, then it is met', async (goal, used, why) => {
    const shop = await given(rivals);

    const { rejected, search } = succeeded(await shop.previewAll(['AA', 'BB', 'CC'], { goal }));
    expect(rejected.map(whyNot)).toEqual(why);
    expect(search === null).toBe(goal === 'PRIORITY');
    expect(await shop.settled(['AA', 'BB', 'CC'], { goal })).toEqual(used);
  });

  test('when the best is found, then it is exact, and the second best is named', async () => {
    const shop = await given(rivals);

    const { search } = succeeded(await shop.previewAll(['AA', 'BB', 'CC'], { goal: 'BEST_FOR_CUSTOMER' }));

    expect(search).toMatchObject({
      isExact: true,
      gap: { minor: 0n },
      runnerUp: { couponCodes: ['BB'], youSave: { minor: 3_000n } },
    });
  });
});

describe('Given codes of which one cannot be used', () => {
  const coupons = { GOOD: {}, DRAFT: { isDraft: true } };

  test.each<[string, readonly string[], object, string | string[]]>([
    ['nothing is said', ['GOOD', 'DRAFT'], {}, ['DRAFT: CouponDraft']],
    ['one is unknown', ['NONE', 'GOOD'], {}, ['NONE: CouponNotFound']],
    ['none is left', ['NONE', 'DRAFT'], { isPartial: true }, ['NONE: CouponNotFound', 'DRAFT: CouponDraft']],
    [
      'the same is written in two ways',
      ['draft', 'DRAFT', 'draft'],
      { isPartial: true },
      ['draft: CouponDraft', 'DRAFT: CouponDraft'],
    ],
    [
      'an unknown one is written in two ways',
      ['none', 'NONE', 'none'],
      { isPartial: true },
      ['none: CouponNotFound', 'NONE: CouponNotFound'],
    ],
  ])('when %s, then nothing is used', async (_, codes, fields, why) => {
    const shop = await given(coupons);

    expect(refusal(await shop.applyAll(codes, fields))).toEqual(why);
    expect(refusal(await shop.apply('GOOD'))).toBe('none');
  });

  test('when what can be is to be used, then it is, and it is said why the other is not', async () => {
    const shop = await given(coupons);

    const used = succeeded(await shop.applyAll(['DRAFT', 'GOOD'], { isPartial: true }));

    expect(used.redemptions.map(({ couponCode }) => couponCode)).toEqual(['GOOD']);
    expect(used.rejected.map(whyNot)).toEqual(['DRAFT: CouponDraft']);
  });
});

describe('Given what the customer was shown', () => {
  test.each<[string, object, string]>([
    ['it is that', gbp('10.00'), 'none'],
    ['it is written otherwise', gbp('10'), 'none'],
    ['it is a penny more', gbp('10.01'), 'SavingChanged'],
    ['it is another currency', { amount: '10.00', currency: 'EUR' }, 'SavingChanged'],
  ])('when %s, then it is %s', async (_, expectedSaving, expected) => {
    const shop = await given({ TEN: percentOff('10') });
    const before = await shop.coupon('OTHER');

    expect(refusal(await shop.applyAll(['TEN'], { expectedSaving }))).toBe(expected);
    expect((await shop.standing(before.id)).uses).toBe(0);
  });

  test('when a promotion has come since, then both amounts are told', async () => {
    const shop = await given({ TEN: percentOff('10') });
    await shop.automatic('SINCE', { discount: fixed('3'), stacking: { priority: -1 } });

    expect(await shop.applyAll(['TEN'], { expectedSaving: gbp('10') })).toMatchObject({
      failure: 'SavingChanged',
      expected: { minor: 1_000n },
      current: { minor: 1_300n },
    });
  });
});

describe('Given a budget that two codes share', () => {
  test('when both are used for one order, then the second gets no more than the first has left', async () => {
    const shop = await openShop();
    const { id: campaignId } = await shop.campaign();
    const limit = await shop.limit({
      target: { campaignId },
      measure: 'DISCOUNT',
      ceiling: { money: gbp('12.00') },
    });
    await shop.coupon('A', { discount: fixed('10'), campaignId });
    await shop.coupon('B', { discount: fixed('3'), campaignId });

    const { rejected } = succeeded(await shop.previewAll(['A', 'B']));
    expect(rejected.map(whyNot)).toEqual(['B: LimitReached']);
    expect(await shop.settled(['A', 'B'])).toEqual(['A 10.00']);
    expect(await shop.counters(limit.id)).toEqual({ '': 1_000 });
    expect(refusal(await shop.applyAll(['A', 'B']))).toEqual(['A: LimitReached', 'B: LimitReached']);
  });
});

test('Given a reward, when its code is used with another, then the customer gets it', async () => {
  const shop = await given({
    GIFT: { discount: { reward: { itemId: 'mug-1', name: 'A mug', type: 'item', payload: { size: 2 } } } },
    TEN: percentOff('10'),
  });

  const { redemptions } = succeeded(await shop.applyAll(['GIFT', 'TEN']));

  expect(redemptions.map(({ couponCode, reward }) => [couponCode, reward?.itemId ?? null])).toEqual([
    ['GIFT', 'mug-1'],
    ['TEN', null],
  ]);
});

describe('Given free shipping to some countries', () => {
  test.each([
    ['GB', ['SHIP 0.00 + 5.00']],
    ['gb', ['SHIP 0.00 + 5.00']],
    ['DE', []],
    [null, []],
  ])('when it is sent to %s, then this is used: %s', async (shippingCountry, expected) => {
    const shop = await given({ SHIP: { discount: { freeShipping: { countries: ['GB', 'IE'] } } } });

    const { combination } = succeeded(await shop.previewAll(['SHIP'], { context: { shippingCountry } }));
    expect(combination.applied.map(({ coupon }) => coupon.code)).toEqual(expected.map(() => 'SHIP'));
    const used = await shop.applyAll(['SHIP'], { context: { shippingCountry } });
    expect(refusal(used)).toEqual(expected.length > 0 ? 'none' : ['SHIP: CouponNotApplicable']);
  });
});

test('Given only a sum, when codes are used, then they take off that', async () => {
  const shop = await given({ A: percentOff('10'), B: fixedOff('200') });

  expect(await shop.settled(['A', 'B'], { order: sum('50.00') })).toEqual(['A 5.00', 'B 45.00']);
  expect(await shop.settled(['A'], { order: cart({ X: [3, '0.33'] }) })).toEqual(['A 0.10']);
});
