import { describe, expect, test } from 'vitest';
import { deactivateCoupon, deleteCoupon, revokeCoupon } from '../../src/coupons/actions.js';
import { fixed, gbp, sum } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';
import { openMall, refusal, whyNot } from './shop.js';

const openShop = await openMall();

describe('Given an automatic promotion', () => {
  test('when a cart fits it, then it comes without a code, and is counted', async () => {
    const shop = await openShop();
    const { id } = await shop.automatic('OVER50', { minimumOrder: gbp('50') });

    expect(await shop.settled([])).toEqual(['OVER50 10.00']);
    expect(await shop.settled([], { order: sum('49.99') })).toEqual([]);
    expect((await shop.standing(id)).uses).toBe(1);
  });

  test('when its code is typed, then there is none such', async () => {
    const shop = await openShop();
    await shop.automatic('SECRET');

    expect(refusal(await shop.apply('SECRET'))).toBe('CouponNotFound');
    expect(refusal(await shop.validate('SECRET'))).toBe('CouponNotFound');
    expect(refusal(await shop.applyAll(['SECRET']))).toEqual(['SECRET: CouponNotFound']);
    expect(refusal(await shop.reserve('c1', ['SECRET']))).toBe('ReservationRefused');
    const { codes } = succeeded(await shop.validateAll(['SECRET']));
    expect(codes.map(whyNot)).toEqual(['SECRET: CouponNotFound']);
  });

  test('when nobody wants any, then none comes', async () => {
    const shop = await openShop();
    await shop.automatic('ALWAYS');

    expect(await shop.settled([], { automatic: false })).toEqual([]);
  });

  test.each([
    ['deactivated', deactivateCoupon],
    ['revoked', revokeCoupon],
    ['deleted', deleteCoupon],
  ])('when it is %s, then it comes no more', async (_, end) => {
    const shop = await openShop();
    const { id } = await shop.automatic('ALWAYS', { discount: fixed('10') });
    expect(await shop.settled([])).toEqual(['ALWAYS 10.00']);

    succeeded(await end(shop.scope, { id }));

    expect(await shop.settled([])).toEqual([]);
  });

  test('when its uses are used up, then it comes no more', async () => {
    const shop = await openShop();
    await shop.automatic('TWICE', { maxUses: 2 });

    const used = [];
    for (let visit = 0; visit < 3; visit++) used.push(await shop.settled([]));

    expect(used).toEqual([['TWICE 10.00'], ['TWICE 10.00'], []]);
  });

  test('when many carts want its last uses at once, then no more get it than there are', async () => {
    const shop = await openShop();
    const { id } = await shop.automatic('FEW', { maxUses: 3 });

    const answers = await Promise.all(Array.from({ length: 10 }, () => shop.applyAll([])));

    expect(answers.filter((answer) => succeeded(answer).redemptions.length === 1)).toHaveLength(3);
    expect((await shop.standing(id)).uses).toBe(3);
  });

  test('when each customer has one, then one comes to each, and none to nobody in particular', async () => {
    const shop = await openShop();
    await shop.automatic('EACH', { perCustomerLimit: 1 });

    expect(await shop.settled([], { customerId: 'ada' })).toEqual(['EACH 10.00']);
    expect(await shop.settled([], { customerId: 'ada' })).toEqual([]);
    expect(await shop.settled([], { customerId: 'bob' })).toEqual(['EACH 10.00']);
    expect(await shop.settled([])).toEqual([]);
  });

  test('when its campaign’s budget is spent, be it by codes, then it comes no more', async () => {
    const shop = await openShop();
    const { id: campaignId } = await shop.campaign();
    const limit = await shop.limit({
      target: { campaignId },
      measure: 'DISCOUNT',
      ceiling: { money: gbp('25') },
    });
    await shop.automatic('AUTO', { discount: fixed('10'), campaignId });
    await shop.coupon('CODE', { discount: fixed('10'), campaignId, stacking: { priority: 1 } });

    expect(await shop.settled(['CODE'])).toEqual(['CODE 10.00', 'AUTO 10.00']);
    expect(await shop.settled([])).toEqual([]);
    expect(await shop.counters(limit.id)).toEqual({ '': 2_000 });
  });

  test('when it is given back, then there is room for it again', async () => {
    const shop = await openShop();
    await shop.automatic('ONCE', { maxUses: 1 });
    const { redemptions } = succeeded(await shop.applyAll([]));
    succeeded(await shop.giveBack(redemptions[0]!.id));

    expect(await shop.settled([])).toEqual(['ONCE 10.00']);
  });
});

describe('Given automatic promotions and codes', () => {
  test('when a code comes first and is exclusive, then the promotion is told of by its own code', async () => {
    const shop = await openShop();
    await shop.automatic('AUTO');
    await shop.coupon('ALONE', { stacking: { isExclusive: true } });
    const why = [{ code: 'AUTO', conflicts: [{ cause: 'EXCLUSIVE', couponCode: 'ALONE' }] }];

    expect(succeeded(await shop.previewAll(['ALONE'])).rejected).toMatchObject(why);
    const used = succeeded(await shop.applyAll(['ALONE']));
    expect(used.redemptions.map(({ couponCode }) => couponCode)).toEqual(['ALONE']);
    expect(used.rejected).toMatchObject(why);
  });

  test('when the promotion has priority and is exclusive, then the code is refused, unless asked for alone', async () => {
    const shop = await openShop();
    await shop.automatic('AUTO', { stacking: { isExclusive: true, priority: 1 } });
    await shop.coupon('CODE');

    expect(refusal(await shop.applyAll(['CODE']))).toEqual(['CODE: CouponConflict']);
    expect(refusal(await shop.applyAll(['CODE'], { isPartial: true }))).toEqual(['CODE: CouponConflict']);
    expect(await shop.settled(['CODE'], { automatic: false })).toEqual(['CODE 10.00']);
  });

  test('when a promotion does not fit, then nothing is said of it', async () => {
    const shop = await openShop();
    await shop.automatic('OVER500', { minimumOrder: gbp('500') });

    expect(succeeded(await shop.previewAll([])).rejected).toEqual([]);
    expect(succeeded(await shop.applyAll([])).rejected).toEqual([]);
  });
});
