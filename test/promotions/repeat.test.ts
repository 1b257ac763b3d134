import { describe, expect, test } from 'vitest';
import { checkout, fixed, gbp, giftCard, order, percent, sum } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';
import { openMall, refusal, worthOf } from './shop.js';

const openShop = await openMall();

async function given() {
  const shop = await openShop();
  const ten = await shop.coupon('TEN', { discount: percent('10') });
  const five = await shop.coupon('FIVE', { discount: fixed('5') });
  const always = await shop.automatic('ALWAYS', { discount: fixed('1') });
  const uses = async () =>
    Promise.all([ten, five, always].map(async ({ id }) => (await shop.standing(id)).uses));
  return { shop, uses, ten, five, always };
}

const reference = order('o1');

describe('Given an order whose promotions were applied', () => {
  test.each<[string, readonly string[], object]>([
    ['to the letter', ['TEN', 'FIVE'], {}],
    ['with the codes in another order', ['FIVE', 'TEN'], {}],
    ['with the codes in small letters, and one of them twice', ['five', 'ten', 'TEN'], {}],
    ['for another reason', ['TEN', 'FIVE'], { reason: 'again' }],
    ['with a key of its own', ['TEN', 'FIVE'], { idempotencyKey: 'late' }],
  ])(
    'when the same is asked %s, then it is answered the same, and counted once',
    async (_, codes, fields) => {
      const { shop, uses } = await given();
      const first = succeeded(await shop.applyAll(['TEN', 'FIVE'], { reference }));
      const replays = shop.scope.replays.count;

      const again = succeeded(await shop.applyAll(codes, { reference, ...fields }));

      expect(again).toEqual(first);
      expect(again.redemptions.map((one) => worthOf(one.couponCode, one))).toEqual([
        'FIVE 5.00',
        'TEN 9.50',
        'ALWAYS 1.00',
      ]);
      expect(shop.scope.replays.count).toBe(replays + 1);
      expect(await uses()).toEqual([1, 1, 1]);
    },
  );

  test('when the same is asked many times at once, then it is counted once', async () => {
    const { shop, uses } = await given();

    const answers = await Promise.all(
      Array.from({ length: 6 }, () => shop.applyAll(['TEN', 'FIVE'], { reference })),
    );

    const ids = answers.map((answer) => succeeded(answer).redemptions.map(({ id }) => id));
    for (const one of ids) expect(one).toEqual(ids[0]);
    expect(await uses()).toEqual([1, 1, 1]);
  });

  test.each<[string, readonly string[], object, string | string[]]>([
    [
      'the codes are sent with another cart',
      ['TEN', 'FIVE'],
      { order: sum('50'), automatic: false },
      'ReferenceAlreadyRedeemed',
    ],
    ['another cart comes without codes', [], { order: sum('50') }, 'ReferenceAlreadyRedeemed'],
    ['another code is sent', ['OTHER'], { isPartial: true }, 'ReferenceAlreadyRedeemed'],
  ])('when %s, then nothing is used', async (_, codes, fields, why) => {
    const { shop, uses } = await given();
    await shop.coupon('OTHER');
    succeeded(await shop.applyAll(['TEN', 'FIVE'], { reference }));

    expect(refusal(await shop.applyAll(codes, { reference, ...fields }))).toEqual(why);
    expect(await uses()).toEqual([1, 1, 1]);
  });

  test('when one of the redemptions is given back, then it alone is, and the others stay', async () => {
    const { shop, uses } = await given();
    const { redemptions } = succeeded(await shop.applyAll(['TEN', 'FIVE'], { reference }));
    const ofTen = redemptions.find(({ couponCode }) => couponCode === 'TEN')!;

    const { returned } = succeeded(await shop.giveBack(ofTen.id));

    expect(returned.discount.minor).toBe(950n);
    expect(await uses()).toEqual([0, 1, 1]);
    const left = succeeded(await shop.applyAll(['TEN', 'FIVE'], { reference })).redemptions;
    expect(left.map(({ couponCode }) => couponCode)).toEqual(['FIVE', 'ALWAYS']);
    expect(await uses()).toEqual([0, 1, 1]);
  });
});

describe('Given an idempotency key', () => {
  const keyed = { idempotencyKey: 'once' };

  test('when it is sent again, then the answer is the first, also after all was given back', async () => {
    const { shop, uses } = await given();
    const first = succeeded(await shop.applyAll(['TEN', 'NONE'], { ...keyed, isPartial: true }));
    for (const { id } of first.redemptions) succeeded(await shop.giveBack(id));

    const again = succeeded(await shop.applyAll(['TEN', 'NONE'], { ...keyed, isPartial: true }));

    expect(again).toEqual(first);
    expect(again.rejected).toMatchObject([{ code: 'NONE', reasons: [{ failure: 'CouponNotFound' }] }]);
    expect(await uses()).toEqual([0, 0, 0]);
  });

  test('when it is sent with something else, then that is a conflict', async () => {
    const { shop, uses } = await given();
    succeeded(await shop.applyAll(['TEN'], keyed));

    expect(refusal(await shop.applyAll(['FIVE'], keyed))).toBe('IdempotencyConflict');
    expect(await uses()).toEqual([1, 0, 1]);
  });

  test('when it was refused, then the key is free', async () => {
    const { shop, uses } = await given();

    expect(refusal(await shop.applyAll(['TEN', 'NONE'], keyed))).toEqual(['NONE: CouponNotFound']);
    succeeded(await shop.applyAll(['TEN'], keyed));
    expect(await uses()).toEqual([1, 0, 1]);
  });
});

describe('Given a checkout that has reserved codes', () => {
  test('when it applies promotions, then what was reserved is used up by it', async () => {
    const shop = await openShop();
    const last = await shop.coupon('LAST', { maxUses: 1 });
    const card = await shop.coupon('CARD', { discount: giftCard('30') });
    const one = { reference: checkout('c1') };
    succeeded(await shop.reserve('c1', ['LAST', 'CARD']));

    expect(refusal(await shop.applyAll(['LAST'], { reference: checkout('c2') }))).toEqual([
      'LAST: UsageLimitReached',
    ]);
    const { combination } = succeeded(await shop.previewAll(['CARD', 'LAST'], one));
    expect(combination.applied.map(({ coupon }) => coupon.code)).toEqual(['LAST', 'CARD']);
    const { redemptions } = succeeded(await shop.applyAll(['CARD', 'LAST'], one));

    expect(redemptions.map((used) => worthOf(used.couponCode, used))).toEqual(['LAST 10.00', 'CARD 30.00']);
    expect(await shop.standing(last.id)).toEqual({ uses: 1, left: null });
    expect(await shop.standing(card.id)).toEqual({ uses: 1, left: '0.00' });
    expect(await shop.movements(card.id)).toEqual([
      'ISSUED 3000 3000',
      'REDEEMED -3000 0',
      'RETURNED 3000 3000',
      'REDEEMED -3000 0',
    ]);
  });

  test('when what it applies is refused, then it keeps what it has', async () => {
    const shop = await openShop();
    const last = await shop.coupon('LAST', { maxUses: 1, minimumOrder: gbp('60') });
    succeeded(await shop.reserve('c1', ['LAST']));

    const refused = await shop.applyAll(['LAST'], { reference: checkout('c1'), order: sum('50') });

    expect(refusal(refused)).toEqual(['LAST: MinimumOrderNotMet']);
    expect(await shop.standing(last.id)).toEqual({ uses: 1, left: null });
    expect(refusal(await shop.apply('LAST'))).toBe('UsageLimitReached');
  });
});
