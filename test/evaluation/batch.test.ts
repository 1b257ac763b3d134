import { describe, expect, test } from 'vitest';
import type { Coupon } from '../../src/coupons/core.js';
import { meantBy } from '../../src/coupons/code.js';
import { usesKey, type Facts } from '../../src/evaluation/facts.js';
import { money } from '../../src/lib/money.js';
import { isFailure } from '../../src/lib/outcome.js';
import {
  applyAll,
  referenceKey,
  type Applied,
  type ApplyRequest,
  type EarlierRedemptions,
} from '../../src/redemptions/apply.js';
import type { Redemption } from '../../src/redemptions/core.js';
import { coupon, now } from '../coupons/coupon.js';
import { campaign, sum } from './question.js';

const id = (number: number) =>
  `redemption_01kjq6psg0e0080000000000${String(number).padStart(2, '0')}` as const;

/** Requests in their order; each is another request unless its hash says otherwise. */
const requests = (...given: Partial<ApplyRequest>[]): ApplyRequest[] =>
  given.map((fields, index) => ({
    code: 'SUMMER10',
    order: sum('100.00'),
    customerId: null,
    reference: null,
    channel: null,
    metadata: {},
    idempotencyKey: null,
    requestHash: `hash ${index}`,
    redemptionId: id(index),
    ...fields,
  }));

const factsOf = (
  coupons: readonly Coupon[],
  uses: Record<string, number> = {},
  inCampaign = false,
): Facts => ({
  couponFor: (typed) => meantBy(typed, coupons),
  campaignOf: () => (inCampaign ? campaign({ state: 'PAUSED' }) : null),
  customerUses: ({ id }, customerId) => (customerId === null ? 0 : (uses[usesKey(id, customerId)] ?? 0)),
});

const none = (): EarlierRedemptions => ({ byIdempotencyKey: new Map(), byReference: new Map() });

/** What became of each, in a word and the redemption's number. */
const shown = (applied: readonly Applied[]) =>
  applied.map((outcome) =>
    isFailure(outcome) ? outcome.failure : `${outcome.kind} ${Number(outcome.redemption.id.slice(-2))}`,
  );
const redemptionIn = (outcome: Applied): Redemption => {
  if (isFailure(outcome)) throw new Error(outcome.failure);
  return outcome.redemption;
};
const given = coupon();
const other = coupon({ id: 'coupon_01kjq6psg0e008000000000002', code: 'OTHER' });
const byOrder = (number: string) => ({ type: 'ORDER', id: number }) as const;

describe('given a batch', () => {
  test('when a request is made, then all it said and what was decided is frozen', () => {
    const [made] = applyAll(
      requests({
        customerId: 'ada',
        reference: byOrder('7'),
        channel: 'web',
        metadata: { a: 1 },
        idempotencyKey: 'once',
      }),
      factsOf([coupon({ maxUses: 5, usesCount: 1, perCustomerLimit: 2, campaignId: campaign().id })]),
      none(),
      now,
    );

    expect(made).toEqual({
      kind: 'MADE',
      redemption: {
        id: id(0),
        status: 'COMPLETED',
        couponId: given.id,
        couponCode: 'SUMMER10',
        campaignId: campaign().id,
        customerId: 'ada',
        reference: byOrder('7'),
        channel: 'web',
        subtotal: money(10_000n, 'GBP'),
        discount: money(1_000n, 'GBP'),
        total: money(9_000n, 'GBP'),
        lines: [],
        freeShipping: false,
        shippingDiscount: null,
        remaining: { uses: 3, customerUses: 1 },
        metadata: { a: 1 },
        createdAt: now,
        voidedAt: null,
        voidReason: null,
      },
    });
  });

  test('when it is empty, then nothing happens', () => {
    expect(applyAll([], factsOf([given]), none(), now)).toEqual([]);
  });

  test('when more come than there are uses, then the first get them, and what is left counts down', () => {
    const applied = applyAll(
      requests({}, {}, {}, {}),
      factsOf([coupon({ maxUses: 5, usesCount: 3 })]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual(['MADE 0', 'MADE 1', 'UsageLimitReached', 'UsageLimitReached']);
    expect(applied.slice(0, 2).map((each) => redemptionIn(each).remaining.uses)).toEqual([1, 0]);
    expect(applied[2]).toMatchObject({ limit: 5, used: 5 });
  });

  test('when a request amid others is refused, then it takes no use from them', () => {
    const applied = applyAll(
      requests({}, { order: sum('0') }, { order: sum('1', 'EUR') }, {}),
      factsOf([coupon({ maxUses: 2, minimumOrder: money(0n, 'GBP') })]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual(['MADE 0', 'CouponNotApplicable', 'CurrencyMismatch', 'MADE 3']);
  });

  test('when a customer comes more often than allowed, then they are refused, and others are not', () => {
    const applied = applyAll(
      requests(
        { customerId: 'ada' },
        { customerId: 'bob' },
        { customerId: 'ada' },
        { customerId: 'ada' },
        { customerId: null },
        { customerId: 'bob' },
        { customerId: 'bob' },
        { customerId: 'eve' },
      ),
      factsOf([coupon({ perCustomerLimit: 2 })], {
        [usesKey(given.id, 'bob')]: 1,
        [usesKey(given.id, 'eve')]: 2,
      }),
      none(),
      now,
    );

    expect(shown(applied)).toEqual([
      'MADE 0',
      'MADE 1',
      'MADE 2',
      'CustomerLimitReached',
      'CustomerRequired',
      'CustomerLimitReached',
      'CustomerLimitReached',
      'CustomerLimitReached',
    ]);
    expect([0, 1, 2].map((index) => redemptionIn(applied[index]!).remaining.customerUses)).toEqual([1, 0, 0]);
    expect(applied[3]).toMatchObject({ customerId: 'ada', used: 2 });
  });

  test('when it holds two coupons, then each has its own uses, also of the same customer', () => {
    const limits = { maxUses: 1, perCustomerLimit: 1 };
    const applied = applyAll(
      requests(
        { customerId: 'ada' },
        { customerId: 'ada', code: 'other' },
        { customerId: 'bob' },
        { customerId: 'bob', code: 'OTHER' },
        { customerId: 'bob', code: 'NONE' },
      ),
      factsOf([coupon(limits), { ...other, ...limits }]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual([
      'MADE 0',
      'MADE 1',
      'UsageLimitReached',
      'UsageLimitReached',
      'CouponNotFound',
    ]);
    expect(applied[4]).toMatchObject({ sought: 'NONE' });
  });

  test('when customers and coupons are named so that their names run together, then they are still others', () => {
    const applied = applyAll(
      requests({ customerId: 'a b' }, { customerId: 'a' }, { customerId: 'b' }),
      factsOf([coupon({ perCustomerLimit: 1 })]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual(['MADE 0', 'MADE 1', 'MADE 2']);
  });

  test('when the campaign does not run, then nobody gets anything', () => {
    expect(shown(applyAll(requests({}, {}), factsOf([given], {}, true), none(), now))).toEqual([
      'CampaignNotRunning',
      'CampaignNotRunning',
    ]);
  });
});

describe('given an idempotency key within a batch', () => {
  const same = { idempotencyKey: 'once', requestHash: 'same' };

  test('when it is repeated, then one use is made, and each gets it', () => {
    const applied = applyAll(requests(same, same, {}, same), factsOf([coupon({ maxUses: 2 })]), none(), now);

    expect(shown(applied)).toEqual(['MADE 0', 'REPEATED 0', 'MADE 2', 'REPEATED 0']);
    expect(redemptionIn(applied[3]!)).toBe(redemptionIn(applied[0]!));
    expect(redemptionIn(applied[2]!).remaining.uses).toBe(0);
  });

  test('when it comes with something else, then that is a conflict and takes nothing', () => {
    const applied = applyAll(
      requests(same, { ...same, requestHash: 'other' }, {}),
      factsOf([coupon({ maxUses: 2 })]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual(['MADE 0', 'IdempotencyConflict', 'MADE 2']);
    expect(applied[1]).toMatchObject({
      idempotencyKey: 'once',
      message: 'The idempotency key "once" was used before for applyCoupon with another input.',
    });
  });

  test('when the first was refused, then the next is decided anew', () => {
    const applied = applyAll(
      requests(
        { ...same, order: sum('0') },
        { ...same, requestHash: 'mended' },
        { ...same, requestHash: 'mended' },
      ),
      factsOf([given]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual(['CouponNotApplicable', 'MADE 1', 'REPEATED 1']);
  });

  test('when the uses are used up meanwhile, then a repeat still gets its own', () => {
    const applied = applyAll(requests(same, {}, same), factsOf([coupon({ maxUses: 1 })]), none(), now);

    expect(shown(applied)).toEqual(['MADE 0', 'UsageLimitReached', 'REPEATED 0']);
  });

  test('when two keys come with the same request, then these are two uses', () => {
    const applied = applyAll(
      requests(same, { ...same, idempotencyKey: 'twice' }),
      factsOf([given]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual(['MADE 0', 'MADE 1']);
  });
});

describe('given a reference within a batch', () => {
  const same = { reference: byOrder('7'), requestHash: 'same' };

  test('when it is repeated, then one use is made, whatever the key', () => {
    const applied = applyAll(
      requests(same, same, { ...same, idempotencyKey: 'key' }),
      factsOf([coupon({ maxUses: 2 })]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual(['MADE 0', 'REPEATED 0', 'REPEATED 0']);
  });

  test('when it comes with something else, then it is refused, naming the redemption', () => {
    const applied = applyAll(
      requests(same, { ...same, requestHash: 'other' }),
      factsOf([given]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual(['MADE 0', 'ReferenceAlreadyRedeemed']);
    expect(applied[1]).toMatchObject({ couponCode: 'SUMMER10', redemptionId: id(0) });
  });

  test('when it is of another type, another id or another coupon, then these are others', () => {
    const applied = applyAll(
      requests(
        same,
        { ...same, reference: { type: 'CHECKOUT', id: '7' } },
        { ...same, reference: byOrder('8') },
        { ...same, code: 'OTHER' },
      ),
      factsOf([given, other]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual(['MADE 0', 'MADE 1', 'MADE 2', 'MADE 3']);
  });

  test('when the first was refused, then the reference is free', () => {
    const applied = applyAll(
      requests({ ...same, order: sum('0') }, { ...same, requestHash: 'mended' }),
      factsOf([given]),
      none(),
      now,
    );

    expect(shown(applied)).toEqual(['CouponNotApplicable', 'MADE 1']);
  });
});

describe('given what was redeemed before', () => {
  const before = redemptionIn(
    applyAll(requests({ redemptionId: id(99) }), factsOf([given]), none(), now)[0]!,
  );
  const earlier = (): EarlierRedemptions => ({
    byIdempotencyKey: new Map([['once', { requestHash: 'same', redemption: before }]]),
    byReference: new Map([
      [referenceKey(given.id, byOrder('7')), { requestHash: 'same', redemption: before }],
    ]),
  });

  test.each<[string, Partial<ApplyRequest>, string]>([
    ['its key and the same request', { idempotencyKey: 'once', requestHash: 'same' }, 'REPEATED 99'],
    ['its key and another request', { idempotencyKey: 'once' }, 'IdempotencyConflict'],
    ['its reference and the same request', { reference: byOrder('7'), requestHash: 'same' }, 'REPEATED 99'],
    ['its reference and another request', { reference: byOrder('7') }, 'ReferenceAlreadyRedeemed'],
    ['its reference for another coupon', { reference: byOrder('7'), code: 'OTHER' }, 'MADE 0'],
    [
      'its key and its reference',
      { idempotencyKey: 'once', reference: byOrder('7'), requestHash: 'same' },
      'REPEATED 99',
    ],
    [
      'its key for a code that is gone',
      { idempotencyKey: 'once', requestHash: 'same', code: 'NONE' },
      'REPEATED 99',
    ],
    ['another key and another reference', { idempotencyKey: 'twice', reference: byOrder('8') }, 'MADE 0'],
  ])('when a request comes with %s: %s', (_, fields, expected) => {
    const applied = applyAll(requests(fields), factsOf([coupon({ maxUses: 1 }), other]), earlier(), now);
    expect(shown(applied)).toEqual([expected]);
  });

  test('when the coupon cannot be used any more, then a repeat still gets what it got', () => {
    const facts = factsOf([coupon({ state: 'REVOKED' })]);
    const repeat = { idempotencyKey: 'once', requestHash: 'same' };

    expect(shown(applyAll(requests(repeat, {}), facts, earlier(), now))).toEqual([
      'REPEATED 99',
      'CouponRevoked',
    ]);
  });

  test('then what was loaded is left as it was', () => {
    const loaded = earlier();
    applyAll(requests({ idempotencyKey: 'new', reference: byOrder('new') }), factsOf([given]), loaded, now);

    expect([...loaded.byIdempotencyKey.keys()]).toEqual(['once']);
    expect(loaded.byReference.size).toBe(1);
  });
});
