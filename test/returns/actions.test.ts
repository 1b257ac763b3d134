import { describe, expect, test } from 'vitest';
import type { ReturnCause } from '../../src/campaigns/core.js';
import { formatAmount } from '../../src/lib/money.js';
import { isFailure } from '../../src/lib/outcome.js';
import { findReturns, quoteReturnOf } from '../../src/returns/actions.js';
import { announcedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { cart, gbp, giftCard, openTown, order, percent } from '../redemptions/shop.js';

const openShop = await openTown();

/** Two shirts at 30 and a mug at 40, shipped for 5. */
const bought = cart({ SHIRT: [2, '30'], MUG: [1, '40'] }, '5');
const shirt = [{ lineId: 'SHIRT', quantity: 1 }];
const mug = [{ lineId: 'MUG', quantity: 1 }];

/** A code used once by Ada for 100 pounds, and the limits in which that counts. */
async function given(policy: object = {}, coupon: object = {}) {
  const shop = await openShop();
  const { id: campaignId } = await shop.campaign(policy);
  const { id: couponId } = await shop.coupon('CODE', {
    campaignId,
    maxUses: 5,
    perCustomerLimit: 1,
    ...coupon,
  });
  const target = { campaignId };
  const limits = {
    uses: await shop.limit({ target, ceiling: { uses: 9 } }),
    discount: await shop.limit({
      target,
      per: 'CUSTOMER',
      measure: 'DISCOUNT',
      ceiling: { money: gbp('900') },
    }),
    value: await shop.limit({ measure: 'ORDER_VALUE', ceiling: { money: gbp('900') } }),
  };
  const used = succeeded(
    await shop.apply('CODE', { order: bought, customerId: 'ada', reference: order('o1') }),
  );
  /** Of the coupon, and of each limit. */
  const counts = async () => [
    (await shop.standing(couponId)).uses,
    ...(await Promise.all(
      Object.values(limits).map(async ({ id }) => Object.values(await shop.counters(id))[0] ?? 0),
    )),
  ];
  const giveBack = async (fields: object = {}) => {
    const asked = { cause: 'REFUND', ...fields };
    const quoted = succeeded(await quoteReturnOf(shop.scope, used.id, asked));
    const { redemption, returned } = succeeded(await shop.giveBack(used.id, asked));
    const { lines, subtotal, discount, clawback, givesUseBack } = quoted;
    // What was said before is what is then done.
    expect(returned).toMatchObject({ lines, subtotal, discount, clawback, givesUseBack });
    return { redemption, returned, refund: formatAmount(quoted.refund) };
  };
  return { shop, couponId, used, counts, giveBack };
}

describe('Given a redemption that is returned in part, whatever the cause counts for', () => {
  test('when it comes back bit by bit, then each bit counts no longer, and the last brings all the rest', async () => {
    const { shop, used, counts, giveBack } = await given();
    expect(await counts()).toEqual([1, 1, 1_000, 10_000]);

    expect((await giveBack({ lines: shirt, reason: 'too small' })).refund).toBe('27.00');
    expect(await counts()).toEqual([1, 1, 700, 7_000]);
    expect((await giveBack({ lines: mug, cause: 'CANCEL' })).refund).toBe('36.00');
    expect(await counts()).toEqual([1, 1, 300, 3_000]);
    expect(await shop.redemption(used.id)).toMatchObject({ status: 'COMPLETED', voidedAt: null });
    const last = await giveBack({ reason: 'all of it' });
    expect(last).toMatchObject({ refund: '27.00', returned: { givesUseBack: true } });
    expect(last.redemption).toMatchObject({ status: 'VOIDED', voidReason: 'all of it' });
    expect(await counts()).toEqual([0, 0, 0, 0]);

    const returns = await findReturns(shop.scope, [used.id]);
    expect(
      returns.map(({ cause, reason, lines, givesUseBack }) => [
        cause,
        reason,
        lines.map(({ lineId, quantity }) => `${quantity} ${lineId}`).join(),
        givesUseBack,
      ]),
    ).toEqual([
      ['REFUND', 'too small', '1 SHIRT', false],
      ['CANCEL', null, '1 MUG', false],
      ['REFUND', 'all of it', '1 SHIRT', true],
    ]);
    expect((await announcedBy(shop.scope, used.id)).map(({ type }) => type)).toEqual([
      'coupon.redeemed',
      'redemption.returned',
      'redemption.returned',
      'redemption.voided',
    ]);
    expect(await shop.giveBack(used.id)).toMatchObject({ failure: 'RedemptionAlreadyVoided' });
    expect(await quoteReturnOf(shop.scope, used.id, {})).toMatchObject({
      failure: 'RedemptionAlreadyVoided',
    });
  });

  test('when the code made shipping free, then that counts until all is returned', async () => {
    const { counts, giveBack } = await given(
      {},
      { discount: { percentage: { percent: '10', freeShipping: true } } },
    );
    expect(await counts()).toEqual([1, 1, 1_500, 10_000]);

    await giveBack({ lines: [...shirt, ...shirt, ...mug].slice(1) });
    expect(await counts()).toEqual([1, 1, 800, 3_000]);
    await giveBack();
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  test('when it is refused, then with the facts, and nothing changes', async () => {
    const { shop, used, counts, giveBack } = await given();
    await giveBack({ lines: shirt });
    const both = async (fields: Record<string, unknown>) => {
      const quoted = await quoteReturnOf(shop.scope, used.id, fields);
      expect(await shop.giveBack(used.id, fields)).toEqual(quoted);
      return quoted;
    };

    expect(await both({ lines: [...shirt, ...shirt] })).toMatchObject({
      failure: 'ReturnExceedsQuantity',
      lineId: 'SHIRT',
      quantity: 2,
      returnable: 1,
    });
    expect(await both({ lines: [{ lineId: 'SOCK', quantity: 1 }] })).toMatchObject({
      failure: 'RedemptionLineNotFound',
      lineId: 'SOCK',
      lineIds: ['SHIRT', 'MUG'],
    });
    for (const lines of [[], [{ lineId: 'MUG', quantity: 0 }]]) {
      expect(await both({ lines })).toMatchObject({ failure: 'InvalidInput' });
    }
    expect(await counts()).toEqual([1, 1, 700, 7_000]);
  });

  test('when two return the same unit at once, then one does', async () => {
    const { shop, used, counts } = await given();
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => shop.giveBack(used.id, { lines: mug })),
    );

    expect(outcomes.filter((outcome) => !isFailure(outcome))).toHaveLength(1);
    expect(
      outcomes.filter((outcome) => isFailure(outcome) && outcome.failure === 'ReturnExceedsQuantity'),
    ).toHaveLength(5);
    expect(await counts()).toEqual([1, 1, 600, 6_000]);
  });

  test('when a key is sent again, then it is returned once', async () => {
    const { shop, used, counts } = await given();
    const fields = { lines: shirt, idempotencyKey: 'shirt' };
    const first = succeeded(await shop.giveBack(used.id, fields));

    expect(await shop.giveBack(used.id, fields)).toEqual(first);
    expect(await counts()).toEqual([1, 1, 700, 7_000]);
  });

  test('when a used key is sent with a redemption that is not there, then the key is in conflict', async () => {
    const { shop, used } = await given();
    succeeded(await shop.giveBack(used.id, { idempotencyKey: 'shirt' }));

    for (const id of ['redemption_01h455vb4pex5vsknk084sn02q', 'none']) {
      expect(await shop.giveBack(id, { idempotencyKey: 'shirt' })).toMatchObject({
        failure: 'IdempotencyConflict',
      });
      expect(await shop.giveBack(id, { idempotencyKey: 'another' })).toMatchObject({
        failure: 'RedemptionNotFound',
      });
    }
  });
});

describe('Given a campaign that says for which causes a use is given back', () => {
  const all = ['VOID', 'CANCEL', 'REFUND'] as const;
  const policies: ReturnCause[][] = [[], ['VOID'], ['CANCEL', 'REFUND'], [...all]];

  test.each(policies.flatMap((usesReturn) => all.map((cause) => [usesReturn, cause] as const)))(
    'when %s do and it is returned by %s, then it counts by that, and is void all the same',
    async (usesReturn, cause) => {
      const { counts, giveBack } = await given({ usesReturn });
      const isCounted = usesReturn.includes(cause);

      await giveBack({ lines: mug, cause });
      expect(await counts()).toEqual(isCounted ? [1, 1, 600, 6_000] : [1, 1, 1_000, 10_000]);
      const { redemption, returned } = await giveBack({ cause });
      expect([redemption.status, returned.givesUseBack]).toEqual(['VOIDED', isCounted]);
      expect(await counts()).toEqual(isCounted ? [0, 0, 0, 0] : [1, 1, 1_000, 10_000]);
    },
  );

  test('when the rest follows for another cause, then what came back for the first counts on', async () => {
    const { shop, used, counts, giveBack } = await given(
      { usesReturn: ['VOID'] },
      { discount: { percentage: { percent: '10', freeShipping: true } } },
    );
    expect(await counts()).toEqual([1, 1, 1_500, 10_000]);

    await giveBack({ lines: mug, cause: 'REFUND' });
    expect(await counts()).toEqual([1, 1, 1_500, 10_000]);
    const { redemption, returned } = await giveBack({ cause: 'VOID' });
    expect([redemption.status, returned.givesUseBack]).toEqual(['VOIDED', true]);
    // The mug's share, and neither the use nor the shipping.
    expect(redemption.counted).toEqual({ uses: 0n, discountMinor: 400n, orderMinor: 4_000n });
    expect(await counts()).toEqual([0, 0, 400, 4_000]);
    expect((await shop.redemption(used.id)).counted).toEqual(redemption.counted);
  });

  test('when the use was not given back, then the customer has had it, and the order may use the code no more', async () => {
    const { shop, giveBack } = await given({ usesReturn: ['VOID'] });
    await giveBack();

    expect(
      await shop.apply('CODE', { order: bought, customerId: 'ada', reference: order('o1') }),
    ).toMatchObject({
      failure: 'CustomerLimitReached',
      used: 1,
    });
  });
});

describe('Given a campaign that takes the discount back below the minimum', () => {
  const lost = { clawback: 'LOST_THRESHOLD' };
  const coupon = { minimumOrder: gbp('70'), discount: percent('10') };

  test('when what is kept reaches the minimum, then nothing is taken back', async () => {
    const { counts, giveBack } = await given(lost, coupon);

    const { returned, refund } = await giveBack({ lines: shirt });
    expect([refund, formatAmount(returned.clawback)]).toEqual(['27.00', '0.00']);
    expect(await counts()).toEqual([1, 1, 700, 7_000]);
  });

  test('when it falls below, then the discount on what is kept is off the refund, and counts no longer', async () => {
    const { counts, giveBack } = await given(lost, coupon);

    const { returned, refund } = await giveBack({ lines: mug });
    expect([refund, formatAmount(returned.discount), formatAmount(returned.clawback)]).toEqual([
      '30.00',
      '4.00',
      '6.00',
    ]);
    expect(await counts()).toEqual([1, 1, 0, 6_000]);
    expect((await giveBack()).refund).toBe('60.00');
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  test('when the campaign says nothing, then nothing is taken back', async () => {
    const { giveBack } = await given({}, coupon);

    expect((await giveBack({ lines: mug })).refund).toBe('36.00');
  });
});

describe('Given a gift card that has paid', () => {
  const card = { discount: giftCard('80'), maxUses: null, minimumOrder: gbp('70') };

  test.each<[string, object]>([
    ['gives uses back', {}],
    ['gives none back, and takes discounts back', { usesReturn: [], clawback: 'LOST_THRESHOLD' }],
  ])('when its campaign %s, then what it paid for is on it again in any case', async (_, policy) => {
    const { shop, couponId, giveBack } = await given(policy, card);
    const left = async () => (await shop.standing(couponId)).left;
    expect(await left()).toBe('0.00');

    expect((await giveBack({ lines: mug })).refund).toBe('8.00');
    expect(await left()).toBe('32.00');
    expect((await giveBack({ lines: shirt })).refund).toBe('6.00');
    expect((await giveBack()).refund).toBe('6.00');
    expect(await shop.movements(couponId)).toEqual([
      'ISSUED 8000 8000',
      'REDEEMED -8000 0',
      'RETURNED 3200 3200',
      'RETURNED 2400 5600',
      'RETURNED 2400 8000',
    ]);
  });

  test('when it was asked to pay no more than so much, then it pays that, and gets that back', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('CARD', { discount: giftCard('50') });
    const pay = async (amount: string) => succeeded(await shop.apply('CARD', { amount }));

    const first = await pay('12.34');
    expect(await pay('20')).toMatchObject({ discount: { minor: 2_000n } });
    expect(await pay('20')).toMatchObject({ discount: { minor: 1_766n } });
    succeeded(await shop.giveBack(first.id));
    expect((await shop.standing(id)).left).toBe('12.34');
    expect(await shop.apply('CARD', { amount: '0' })).toMatchObject({ failure: 'InvalidInput' });
  });
});

test('Given a card that has paid for an order and got some back, when the order is asked about again, then the card has no more than that', async () => {
  const shop = await openShop();
  await shop.coupon('CARD', { discount: giftCard('50') });
  const asked = { order: cart({ TEA: [5, '20'] }), reference: order('o1') };
  const { id } = succeeded(await shop.apply('CARD', asked));
  succeeded(await shop.giveBack(id, { lines: [{ lineId: 'TEA', quantity: 1 }] }));

  expect(formatAmount(succeeded(await shop.validate('CARD', asked)).discount)).toBe('50.00');
});

test('Given a redemption for a mere sum, when lines of it are returned, then it has none, and comes back as a whole', async () => {
  const shop = await openShop();
  const { id } = await shop.coupon('CODE');
  const used = succeeded(await shop.apply('CODE'));

  expect(await shop.giveBack(used.id, { lines: mug })).toMatchObject({
    failure: 'RedemptionLineNotFound',
    lineIds: [],
  });
  expect(succeeded(await shop.giveBack(used.id)).returned).toMatchObject({ lines: [], givesUseBack: true });
  expect((await shop.standing(id)).uses).toBe(0);
});

test('Given no such redemption, when a return is asked for, then it is not found', async () => {
  const { scope } = await openShop();

  expect(await quoteReturnOf(scope, 'redemption_01h455vb4pex5vsknk084sn02q', {})).toMatchObject({
    failure: 'RedemptionNotFound',
  });
});
