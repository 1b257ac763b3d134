import { describe, expect, test } from 'vitest';
import { revokeCoupon } from '../../src/coupons/actions.js';
import { paidByCardsMinor, savingMinor } from '../../src/promotions/core.js';
import { checkout, fixed, gbp, giftCard, order, percent, sum } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';
import { openMall, refusal, whyNot, worthOf } from './shop.js';

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

describe('Given an order whose promotions were applied, and that is looked at again', () => {
  const seen = (outcome: Awaited<ReturnType<Awaited<ReturnType<typeof openShop>>['previewAll']>>) => {
    const { combination, rejected, search } = succeeded(outcome);
    return {
      applied: combination.applied.map(({ coupon, valuation }) => worthOf(coupon.code, valuation)),
      saved: savingMinor(combination),
      left: combination.orderAfter.subtotalMinor + combination.orderAfter.shippingMinor!,
      rejected: rejected.map(whyNot),
      search,
    };
  };

  test.each<[string, object]>([
    ['as is', {}],
    ['with metadata', { metadata: { till: 3 } }],
    ['for what was shown', { expectedSaving: gbp('15.50') }],
    ['as far as can be', { isPartial: true }],
    ['for what was shown, as far as can be', { isPartial: true, expectedSaving: gbp('15.50') }],
  ])('when it was applied %s, then a preview shows what a repeat is answered', async (_, fields) => {
    const { shop } = await given();
    const first = succeeded(await shop.applyAll(['TEN', 'FIVE'], { reference, ...fields }));
    expect(first.youSave.minor).toBe(1_550n);

    expect(seen(await shop.previewAll(['five', 'TEN'], { reference }))).toEqual({
      applied: ['FIVE 5.00', 'TEN 9.50', 'ALWAYS 1.00'],
      saved: 1_550n,
      left: 8_950n,
      ...{ rejected: [], search: null },
    });
  });

  test.each<[string, object]>([
    ['as is', {}],
    ['for what was shown, with metadata', { expectedSaving: gbp('15.50'), metadata: { till: 3 } }],
  ])(
    'when it was applied %s and another code joined it, then a preview shows the repeat',
    async (_, fields) => {
      const { shop } = await given();
      await shop.coupon('MORE', { discount: fixed('2') });
      succeeded(await shop.apply('MORE', { reference: order('o2') }));
      succeeded(await shop.applyAll(['TEN', 'FIVE'], { reference, ...fields }));
      succeeded(await shop.apply('MORE', { reference, metadata: { till: 4 } }));

      const { applied } = seen(await shop.previewAll(['TEN', 'FIVE'], { reference }));
      expect(applied).toEqual(['FIVE 5.00', 'TEN 9.50', 'ALWAYS 1.00']);
      const { redemptions } = succeeded(await shop.applyAll(['TEN', 'FIVE'], { reference, ...fields }));
      expect(redemptions.map((one) => worthOf(one.couponCode, one))).toEqual(applied);
    },
  );

  test('when it was applied for what was shown, and one code was given back, then a preview shows what is left', async () => {
    const { shop } = await given();
    const fields = { reference, expectedSaving: gbp('15.50') };
    const { redemptions } = succeeded(await shop.applyAll(['TEN', 'FIVE'], fields));
    succeeded(await shop.giveBack(redemptions[1]!.id));

    expect(seen(await shop.previewAll(['TEN', 'FIVE'], { reference })).applied).toEqual([
      'FIVE 5.00',
      'ALWAYS 1.00',
    ]);
    const left = succeeded(await shop.applyAll(['TEN', 'FIVE'], fields)).redemptions;
    expect(left.map((one) => worthOf(one.couponCode, one))).toEqual(['FIVE 5.00', 'ALWAYS 1.00']);
  });

  test('when something else is asked, then nothing more is used, as by applying it', async () => {
    const { shop } = await given();
    succeeded(await shop.applyAll(['TEN'], { reference }));

    expect(seen(await shop.previewAll(['FIVE'], { reference }))).toMatchObject({
      applied: [],
      rejected: ['FIVE: ReferenceAlreadyRedeemed'],
    });
    expect(refusal(await shop.applyAll(['FIVE'], { reference }))).toBe('ReferenceAlreadyRedeemed');
  });

  test('when another code was used, then it is said that something was, and by which redemption, not that this one was', async () => {
    const { shop } = await given();
    const used = succeeded(await shop.apply('TEN', { reference }));
    const asked = ['FIVE', 'TEN'];

    const { rejected } = succeeded(await shop.previewAll(asked, { reference }));
    const contents = 'with other contents';
    expect(rejected.map(({ reasons }) => reasons)).toEqual([
      [
        {
          failure: 'ReferenceAlreadyRedeemed',
          message: `This reference was used before, ${contents}: void ${used.id} first.`,
          couponCode: 'FIVE',
          redemptionId: used.id,
        },
      ],
      [
        {
          failure: 'ReferenceAlreadyRedeemed',
          message: `The coupon "TEN" was used for this reference before, ${contents}: void ${used.id} first.`,
          couponCode: 'TEN',
          redemptionId: used.id,
        },
      ],
    ]);
    const { together } = succeeded(await shop.validateAll(asked, { reference }));
    expect(together.rejected).toEqual(rejected);
  });

  test('when some of the codes were refused, then a repeat and a preview say so again', async () => {
    const { shop } = await given();
    await shop.coupon('BIG', { minimumOrder: gbp('500') });
    const asked = ['TEN', 'BIG', 'NONE'];
    const why = ['BIG: MinimumOrderNotMet', 'NONE: CouponNotFound'];
    const first = succeeded(await shop.applyAll(asked, { reference, isPartial: true }));
    expect(first.rejected.map(whyNot)).toEqual(why);

    expect(succeeded(await shop.applyAll(asked, { reference, isPartial: true }))).toEqual(first);
    expect(seen(await shop.previewAll(asked, { reference })).rejected).toEqual(why);

    for (const { id } of first.redemptions) succeeded(await shop.giveBack(id));
    await shop.coupon('NONE');
    const anew = succeeded(await shop.applyAll(asked, { reference, isPartial: true }));
    expect(anew.rejected.map(whyNot)).toEqual(why.slice(0, 1));
    expect(succeeded(await shop.applyAll(asked, { reference, isPartial: true }))).toEqual(anew);
  });

  test('when all codes can be used where some could not before, then a repeat says no longer that they cannot', async () => {
    const { shop } = await given();
    const asked = ['TEN', 'NONE'];
    const first = succeeded(await shop.applyAll(asked, { reference, isPartial: true }));
    expect(first.rejected).toHaveLength(1);
    for (const { id } of first.redemptions) succeeded(await shop.giveBack(id));
    await shop.coupon('NONE');
    succeeded(await shop.applyAll(asked, { reference, isPartial: true }));

    expect(succeeded(await shop.applyAll(asked, { reference, isPartial: true })).rejected).toEqual([]);
  });

  test('when its codes are validated, then those that were used are worth what they took off, also if they are over', async () => {
    const { shop, ten } = await given();
    succeeded(await shop.applyAll(['TEN', 'FIVE'], { reference }));
    succeeded(await revokeCoupon(shop.scope, { id: ten.id }));

    const { codes, together } = succeeded(await shop.validateAll(['TEN', 'FIVE'], { reference }));

    expect(codes.map(({ code, valuation }) => worthOf(code, valuation!))).toEqual(['TEN 9.50', 'FIVE 5.00']);
    expect(together.combination.applied.map(({ coupon }) => coupon.code)).toEqual(['FIVE', 'TEN', 'ALWAYS']);
  });

  test('when a code was used for it alone, then validating it says the same of it alone and of all', async () => {
    const { shop } = await given();
    succeeded(await shop.apply('TEN', { reference }));

    const { codes, together } = succeeded(await shop.validateAll(['TEN'], { reference }));

    expect(codes.map(whyNot)).toEqual(['TEN: ReferenceAlreadyRedeemed']);
    expect(codes[0]!.valuation).toBeNull();
    expect(together.rejected.map(whyNot)).toEqual(['TEN: ReferenceAlreadyRedeemed']);
  });
});

describe('Given a gift card beside a discount', () => {
  test('then what it pays is not saved, neither before nor after, nor where it is asked again', async () => {
    const { shop } = await given();
    await shop.coupon('CARD', { discount: giftCard('30') });
    const asked = ['TEN', 'CARD'];
    const expected = { youSave: { minor: 1_100n }, paidByGiftCards: { minor: 3_000n } };
    const { combination } = succeeded(await shop.previewAll(asked, { reference }));
    expect([savingMinor(combination), paidByCardsMinor(combination)]).toEqual([1_100n, 3_000n]);

    const fields = { reference, expectedSaving: gbp('11.00') };
    expect(succeeded(await shop.applyAll(asked, fields))).toMatchObject(expected);
    expect(succeeded(await shop.applyAll(asked, fields))).toMatchObject(expected);
    const again = succeeded(await shop.previewAll(asked, { reference })).combination;
    expect([savingMinor(again), paidByCardsMinor(again)]).toEqual([1_100n, 3_000n]);
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
