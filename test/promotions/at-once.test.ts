import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount } from '../../src/lib/money.js';
import { isFailure } from '../../src/lib/outcome.js';
import { watchLanes } from '../../src/platform/lane.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { checkout, fixed, gbp, giftCard, order, percent, sum } from '../redemptions/shop.js';
import { openMall, refusal, whyNot, worthOf } from './shop.js';

const openShop = await openMall();
type Shop = Awaited<ReturnType<typeof openShop>>;
type Outcome = Awaited<ReturnType<Shop['applyAll']>>;

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);

/** How often each answer came. */
function counted(outcomes: readonly Outcome[]): Record<string, number> {
  const names = outcomes.map((outcome) => (isFailure(outcome) ? outcome.failure : 'success'));
  return Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, names.filter((one) => one === name).length]),
  );
}

describe('Given many orders at once', () => {
  test('when they want a code with fewer uses, then exactly as many get one, and transactions are shared', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('HOT', { maxUses: 30 });
    const sizes: number[] = [];
    watchLanes(shop.scope.db, {
      onBatch: (lane, size) => void (lane === 'promotions' && sizes.push(size)),
    });

    const outcomes = await Promise.all(numbered(100).map(() => shop.applyAll(['HOT'])));

    expect(counted(outcomes)).toEqual({ PromotionsRefused: 70, success: 30 });
    expect(await shop.standing(id)).toEqual({ uses: 30, left: null });
    expect(sizes.length).toBeLessThan(10);
  });

  test('when some are refused, then the others are served, each with its own audit event', async () => {
    const shop = await openShop();
    await shop.coupon('GOOD');

    const outcomes = await Promise.all(
      numbered(12).map((index) =>
        shop.applyAll(index % 3 === 0 ? ['GOOD', 'NONE'] : ['GOOD'], { reason: `reason ${index}` }),
      ),
    );

    expect(outcomes.map(refusal)).toEqual(
      numbered(12).map((index) => (index % 3 === 0 ? ['NONE: CouponNotFound'] : 'none')),
    );
    for (const [index, outcome] of outcomes.entries()) {
      if (isFailure(outcome)) continue;
      const events = await auditedBy(shop.scope, outcome.redemptions[0]!.id);
      expect(events.map(({ action, reason }) => [action, reason])).toEqual([
        ['coupon.redeemed', `reason ${index}`],
      ]);
    }
  });

  test('when some of them have used codes before, then those are told so, and the others are served', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('HOT');
    const first = succeeded(await shop.applyAll(['HOT'], { reference: order('o3') }));
    await shop.coupon('OTHER');
    succeeded(await shop.applyAll(['OTHER'], { reference: order('o4') }));

    const outcomes = await Promise.all(
      numbered(8).map((index) => shop.applyAll(['HOT'], { reference: order(`o${index}`) })),
    );

    expect(counted(outcomes)).toEqual({ ReferenceAlreadyRedeemed: 1, success: 7 });
    expect(succeeded(outcomes[3]!).redemptions.map((one) => one.id)).toEqual([first.redemptions[0]!.id]);
    expect(shop.scope.replays.count).toBe(1);
    expect((await shop.standing(id)).uses).toBe(7);
  });

  test('when some of them look for the best of many, then each is answered as if it were alone', async () => {
    const shop = await openShop();
    const codes = numbered(9).map((index) => `C${index}`);
    for (const [index, code] of codes.entries()) {
      await shop.coupon(code, { discount: fixed(`${index + 1}`), stacking: { group: `g${index % 3}` } });
    }

    const outcomes = await Promise.all(
      numbered(12).map((index) =>
        shop.applyAll(index % 2 ? codes : ['C0'], { goal: 'BEST_FOR_CUSTOMER', isPartial: true }),
      ),
    );

    expect(outcomes.map((outcome) => formatAmount(succeeded(outcome).youSave))).toEqual(
      numbered(12).map((index) => (index % 2 ? '24.00' : '1.00')),
    );
  });
});

describe('Given one order that asks several times at once', () => {
  test('when it asks for the same, then it is used once, and each is told so', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('CODE');

    const outcomes = await Promise.all(
      numbered(8).map(() => shop.applyAll(['CODE'], { reference: order('o1') })),
    );

    const ids = outcomes.map((outcome) => succeeded(outcome).redemptions[0]!.id);
    expect(new Set(ids).size).toBe(1);
    expect(shop.scope.replays.count).toBe(7);
    expect((await shop.standing(id)).uses).toBe(1);
  });

  test('when one key comes with different things, then one of them is had, and the others are conflicts', async () => {
    const shop = await openShop();
    await shop.coupon('CODE');

    const outcomes = await Promise.all(
      numbered(6).map((index) =>
        shop.applyAll(['CODE'], { order: sum(`${100 + index}`), idempotencyKey: 'one' }),
      ),
    );

    expect(counted(outcomes)).toEqual({ IdempotencyConflict: 5, success: 1 });
  });

  test('when a key is sent again beside others, also after what it used was given back, then it is answered alike', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('CODE');
    const first = succeeded(
      await shop.applyAll(['CODE', 'NONE'], { idempotencyKey: 'one', isPartial: true }),
    );
    succeeded(await shop.giveBack(first.redemptions[0]!.id));

    const outcomes = await Promise.all([
      ...numbered(4).map(() => shop.applyAll(['CODE'])),
      ...numbered(2).map(() => shop.applyAll(['CODE', 'NONE'], { idempotencyKey: 'one', isPartial: true })),
    ]);

    for (const again of outcomes.slice(4)) {
      expect(succeeded(again).redemptions).toEqual(first.redemptions);
      expect(succeeded(again).rejected.map(whyNot)).toEqual(['NONE: CouponNotFound']);
    }
    expect((await shop.standing(id)).uses).toBe(4);
  });
});

// What goes together is decided on and counted as if each had come after the other: in two shops that are alike, the same
// requests are sent one by one, and all at once. All want one code, so that they go in the order in which they are sent.

const request = fc.record({
  codes: fc.subarray(['LAST3', 'CARD', 'RIVAL', 'BUDGET', 'NONE']).map((codes) => ['HOT', ...codes]),
  order: fc.integer({ min: 1, max: 9_000 }).map((minor) => sum((minor / 100).toFixed(2))),
  customerId: fc.constantFrom('ada', 'grace'),
  isPartial: fc.boolean(),
  automatic: fc.boolean(),
  goal: fc.constantFrom('PRIORITY', 'BEST_FOR_CUSTOMER', 'CHEAPEST_FOR_MERCHANT'),
  expectedSaving: fc.option(fc.constantFrom(gbp('1.00'), gbp('8.00')), { nil: undefined, freq: 8 }),
  hasReference: fc.boolean(),
  hasKey: fc.boolean(),
});

async function openHotShop() {
  const shop = await openShop();
  const { id: campaignId } = await shop.campaign({ budget: gbp('25.00') });
  const coupons = [
    await shop.coupon('HOT', { maxUses: 12, perCustomerLimit: 8 }),
    await shop.coupon('LAST3', { maxUses: 3, discount: fixed('2') }),
    await shop.coupon('CARD', { discount: giftCard('40') }),
    await shop.coupon('RIVAL', { stacking: { isExclusive: true, priority: -1 }, discount: percent('30') }),
    await shop.coupon('BUDGET', { campaignId, discount: percent('20'), minimumOrder: gbp('10') }),
    await shop.automatic('SINCE', { discount: fixed('1'), maxUses: 5, stacking: { priority: -2 } }),
  ];
  await shop.limit({ measure: 'ORDER_VALUE', per: 'CUSTOMER', ceiling: { money: gbp('400') } });
  succeeded(await shop.reserve('o1', ['LAST3'], { customerId: 'ada' }));
  return { shop, standing: () => Promise.all(coupons.map(({ id }) => shop.standing(id))) };
}

const toldOf = (outcome: Outcome) =>
  isFailure(outcome)
    ? refusal(outcome)
    : {
        used: outcome.redemptions.map((one) => worthOf(one.couponCode, one)),
        saved: formatAmount(outcome.youSave),
        paid: formatAmount(outcome.paidByGiftCards),
        rejected: outcome.rejected.map(whyNot),
      };

test('Given any orders for one code, when they are sent at once, then each is answered as one after the other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 24 }), async (requests) => {
      const asked = requests.map(({ codes, hasReference, hasKey, ...fields }, index) => ({
        codes,
        fields: {
          ...fields,
          ...(hasReference && { reference: checkout(`o${index}`) }),
          ...(hasKey && { idempotencyKey: `key ${index}` }),
        },
      }));
      const [serial, together] = [await openHotShop(), await openHotShop()];

      const expected = [];
      for (const { codes, fields } of asked) expected.push(toldOf(await serial.shop.applyAll(codes, fields)));
      const outcomes = await Promise.all(
        asked.map(({ codes, fields }) => together.shop.applyAll(codes, fields)),
      );

      expect(outcomes.map(toldOf)).toEqual(expected);
      expect(await together.standing()).toEqual(await serial.standing());
    }),
    { numRuns: Number(process.env['BATCHES'] ?? 15) },
  );
}, 120_000);
