import { describe, expect, test } from 'vitest';
import type { Coupon } from '../../src/coupons/core.js';
import { meantBy } from '../../src/coupons/code.js';
import { unknownContext } from '../../src/evaluation/context.js';
import type { Answer, Facts, Held } from '../../src/evaluation/facts.js';
import { openTally } from '../../src/evaluation/tally.js';
import { money } from '../../src/lib/money.js';
import { isFailure } from '../../src/lib/outcome.js';
import { emptyCounter } from '../../src/limits/count.js';
import { openCounter, type Applied, type ApplyRequest } from '../../src/redemptions/apply.js';
import type { Redemption } from '../../src/redemptions/core.js';
import { coupon, now } from '../coupons/coupon.js';
import { limitNamed } from '../limits/limit.js';
import { campaign, sum } from './question.js';

const id = (number: number) =>
  `redemption_01kjq6psg0e0080000000000${String(number).padStart(2, '0')}` as const;

/** Requests in their order; each is another request unless its hash says otherwise. */
const requests = (...given: Partial<ApplyRequest>[]): ApplyRequest[] =>
  given.map((fields, index) => ({
    code: 'SUMMER10',
    order: sum('100.00'),
    customerId: null,
    identities: fields.customerId ? [`id:${fields.customerId}`] : [],
    reference: null,
    channel: null,
    attributes: {},
    context: unknownContext,
    amountMinor: null,
    metadata: {},
    idempotencyKey: null,
    requestHash: `hash ${index}`,
    redemptionId: id(index),
    reservationId: null,
    togetherId: null,
    isForSelf: false,
    ...fields,
  }));

/** What was there before: by default these coupons, and nobody has used any of them. */
const factsOf = (coupons: readonly Coupon[], given: Partial<Facts> = {}): Facts => ({
  couponFor: (typed) => meantBy(typed, coupons),
  couponById: (id) => coupons.find((coupon) => coupon.id === id),
  campaignOf: () => null,
  limitsOf: () => [],
  rulesOf: () => [],
  isIn: () => false,
  conditionOf: () => null,
  customerOf: ([identity]) => identity ?? null,
  customerUses: () => 0,
  counterAt: emptyCounter,
  heldFor: () => undefined,
  hadBy: () => [],
  answerTo: () => undefined,
  ...given,
});

/** What becomes of the requests, one after the other. */
function served(facts: Facts, asked: readonly ApplyRequest[]): Applied[] {
  const counter = openCounter(facts, openTally(facts, now), now);
  return asked.map((request) => counter.use(request));
}

/** What became of each, in a word and the redemption's number. */
const shown = (applied: readonly Applied[]) =>
  applied.map((outcome) => {
    if (isFailure(outcome)) return outcome.failure;
    const { kind } = outcome;
    return `${kind} ${Number((kind === 'MADE' ? outcome.redemption.id : outcome.redemptionId).slice(-2))}`;
  });
const redemptionIn = (outcome: Applied): Redemption => {
  if (isFailure(outcome)) throw new Error(outcome.failure);
  if (outcome.kind !== 'MADE') throw new Error(outcome.kind);
  return outcome.redemption;
};
const given = coupon();
const other = coupon({ id: 'coupon_01kjq6psg0e008000000000002', code: 'OTHER' });
const byOrder = (number: string) => ({ type: 'ORDER', id: number }) as const;

describe('given a batch', () => {
  test('when a request is made, then all it said and what was decided is frozen', () => {
    const [made] = served(
      factsOf([
        coupon({
          maxUses: 5,
          usesCount: 1,
          perCustomerLimit: 2,
          minimumOrder: money(5_000n, 'GBP'),
          campaignId: campaign().id,
        }),
      ]),
      requests({
        customerId: 'ada',
        reference: byOrder('7'),
        channel: 'web',
        attributes: { branch: 'Leeds' },
        context: { ...unknownContext, taxBasis: 'NET' },
        metadata: { a: 1 },
        idempotencyKey: 'once',
      }),
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
        customer: 'id:ada',
        reference: byOrder('7'),
        channel: 'web',
        attributes: { branch: 'Leeds' },
        taxBasis: 'NET',
        subtotal: money(10_000n, 'GBP'),
        discount: money(1_000n, 'GBP'),
        total: money(9_000n, 'GBP'),
        lines: [],
        freeShipping: false,
        shippingDiscount: null,
        reward: null,
        minimumOrder: money(5_000n, 'GBP'),
        counted: { uses: 1n, discountMinor: 1_000n, orderMinor: 10_000n },
        overruns: [],
        reservationId: null,
        togetherId: null,
        remaining: { uses: 3, customerUses: 1 },
        metadata: { a: 1 },
        createdAt: now,
        voidedAt: null,
        voidReason: null,
      },
      replaced: null,
    });
  });

  test('when it is empty, then nothing happens', () => {
    expect(served(factsOf([given]), [])).toEqual([]);
  });

  test('when more come than there are uses, then the first get them, and what is left counts down', () => {
    const applied = served(factsOf([coupon({ maxUses: 5, usesCount: 3 })]), requests({}, {}, {}, {}));

    expect(shown(applied)).toEqual(['MADE 0', 'MADE 1', 'UsageLimitReached', 'UsageLimitReached']);
    expect(applied.slice(0, 2).map((each) => redemptionIn(each).remaining.uses)).toEqual([1, 0]);
    expect(applied[2]).toMatchObject({ limit: 5, used: 5 });
  });

  test('when a request amid others is refused, then it takes no use from them', () => {
    const applied = served(
      factsOf([coupon({ maxUses: 2, minimumOrder: money(0n, 'GBP') })]),
      requests({}, { order: sum('0') }, { order: sum('1', 'EUR') }, {}),
    );

    expect(shown(applied)).toEqual(['MADE 0', 'CouponNotApplicable', 'CurrencyMismatch', 'MADE 3']);
  });

  test('when a customer comes more often than allowed, then they are refused, and others are not', () => {
    const applied = served(
      factsOf([coupon({ perCustomerLimit: 2 })], {
        customerUses: (_, customer) => ({ 'id:bob': 1, 'id:eve': 2 })[customer] ?? 0,
      }),
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
    const applied = served(
      factsOf([coupon(limits), { ...other, ...limits }]),
      requests(
        { customerId: 'ada' },
        { customerId: 'ada', code: 'other' },
        { customerId: 'bob' },
        { customerId: 'bob', code: 'OTHER' },
        { customerId: 'bob', code: 'NONE' },
      ),
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
    const applied = served(
      factsOf([coupon({ perCustomerLimit: 1 })]),
      requests({ customerId: 'a b' }, { customerId: 'a' }, { customerId: 'b' }),
    );

    expect(shown(applied)).toEqual(['MADE 0', 'MADE 1', 'MADE 2']);
  });

  test('when the campaign does not run, then nobody gets anything', () => {
    expect(
      shown(served(factsOf([given], { campaignOf: () => campaign({ state: 'PAUSED' }) }), requests({}, {}))),
    ).toEqual(['CampaignNotRunning', 'CampaignNotRunning']);
  });
});

describe('given an idempotency key within a batch', () => {
  const same = { idempotencyKey: 'once', requestHash: 'same' };

  test('when it is repeated, then one use is made, and each gets it', () => {
    const applied = served(factsOf([coupon({ maxUses: 2 })]), requests(same, same, {}, same));

    expect(shown(applied)).toEqual(['MADE 0', 'REPEATED 0', 'MADE 2', 'REPEATED 0']);
    expect(redemptionIn(applied[2]!).remaining.uses).toBe(0);
  });

  test('when it comes with something else, then that is a conflict and takes nothing', () => {
    const applied = served(
      factsOf([coupon({ maxUses: 2 })]),
      requests(same, { ...same, requestHash: 'other' }, {}),
    );

    expect(shown(applied)).toEqual(['MADE 0', 'IdempotencyConflict', 'MADE 2']);
    expect(applied[1]).toMatchObject({
      idempotencyKey: 'once',
      message: 'The idempotency key "once" was used before for applyCoupon with another input.',
    });
  });

  test('when the first was refused, then the next is decided anew', () => {
    const applied = served(
      factsOf([given]),
      requests(
        { ...same, order: sum('0') },
        { ...same, requestHash: 'mended' },
        { ...same, requestHash: 'mended' },
      ),
    );

    expect(shown(applied)).toEqual(['CouponNotApplicable', 'MADE 1', 'REPEATED 1']);
  });

  test('when the uses are used up meanwhile, then a repeat still gets its own', () => {
    const applied = served(factsOf([coupon({ maxUses: 1 })]), requests(same, {}, same));

    expect(shown(applied)).toEqual(['MADE 0', 'UsageLimitReached', 'REPEATED 0']);
  });

  test('when two keys come with the same request, then these are two uses', () => {
    const applied = served(factsOf([given]), requests(same, { ...same, idempotencyKey: 'twice' }));

    expect(shown(applied)).toEqual(['MADE 0', 'MADE 1']);
  });
});

describe('given a reference within a batch', () => {
  const same = { reference: byOrder('7'), requestHash: 'same' };

  test('when it is repeated, then one use is made, whatever the key', () => {
    const applied = served(
      factsOf([coupon({ maxUses: 2 })]),
      requests(same, same, { ...same, idempotencyKey: 'key' }),
    );

    expect(shown(applied)).toEqual(['MADE 0', 'REPEATED 0', 'REPEATED 0']);
  });

  test('when it comes with something else, then it is refused, naming the redemption', () => {
    const applied = served(factsOf([given]), requests(same, { ...same, requestHash: 'other' }));

    expect(shown(applied)).toEqual(['MADE 0', 'ReferenceAlreadyRedeemed']);
    expect(applied[1]).toMatchObject({ couponCode: 'SUMMER10', redemptionId: id(0) });
  });

  test('when it is of another type, another id or another coupon, then these are others', () => {
    const applied = served(
      factsOf([given, other]),
      requests(
        same,
        { ...same, reference: { type: 'CHECKOUT', id: '7' } },
        { ...same, reference: byOrder('8') },
        { ...same, code: 'OTHER' },
      ),
    );

    expect(shown(applied)).toEqual(['MADE 0', 'MADE 1', 'MADE 2', 'MADE 3']);
  });

  test('when the first was refused, then the reference is free', () => {
    const applied = served(
      factsOf([given]),
      requests({ ...same, order: sum('0') }, { ...same, requestHash: 'mended' }),
    );

    expect(shown(applied)).toEqual(['CouponNotApplicable', 'MADE 1']);
  });
});

describe('given limits within a batch', () => {
  const spent = limitNamed('money', { measure: 'DISCOUNT', currency: 'GBP', ceiling: 2_500n });
  const perCustomer = limitNamed('customer', { per: { kind: 'CUSTOMER' }, ceiling: 1n });

  test('when a request is refused by one limit, then it takes nothing of the others', () => {
    const counted = openTally(factsOf([given], { limitsOf: () => [perCustomer, spent] }), now);
    const counter = openCounter(factsOf([given], { limitsOf: () => [perCustomer, spent] }), counted, now);
    const applied = requests(
      { customerId: 'ada' },
      { customerId: 'ada' },
      { customerId: 'bob' },
      { customerId: 'eve' },
      { customerId: 'eve', order: sum('50') },
      {},
    ).map((request) => counter.use(request));

    expect(shown(applied)).toEqual([
      'MADE 0',
      'LimitReached',
      'MADE 2',
      'LimitReached',
      'MADE 4',
      'CustomerRequired',
    ]);
    expect(applied[1]).toMatchObject({ limit: perCustomer, used: 1n, asked: 1n });
    expect(applied[3]).toMatchObject({ limit: spent, used: 2_000n, asked: 1_000n });
    expect(
      counted.changedCounters().map(({ limit, counter: { key, used } }) => [limit.id, key, used]),
    ).toEqual([
      [perCustomer.id, 'id:ada', 1n],
      [spent.id, '', 2_500n],
      [perCustomer.id, 'id:bob', 1n],
      [perCustomer.id, 'id:eve', 1n],
    ]);
  });

  test('when the last that fits goes over the ceiling within the over-run, then that is recorded', () => {
    const limit = { ...spent, overrun: 500n };
    const applied = served(factsOf([given], { limitsOf: () => [limit] }), requests({}, {}, {}, {}));

    expect(shown(applied)).toEqual(['MADE 0', 'MADE 1', 'MADE 2', 'LimitReached']);
    expect(applied.slice(0, 3).map((each) => redemptionIn(each).overruns)).toEqual([
      [],
      [],
      [{ limitId: limit.id, amount: 500n, currency: 'GBP' }],
    ]);
  });
});

describe('given a gift card within a batch', () => {
  const card = coupon({
    discount: { kind: 'GIFT_CARD', initialBalance: money(5_000n, 'GBP') },
    balance: money(5_000n, 'GBP'),
  });

  test('when several pay with it, then each pays of what is left, and no more than it was asked to', () => {
    const applied = served(
      factsOf([card]),
      requests({ order: sum('20') }, { amountMinor: 1_050n }, { order: sum('99') }, {}),
    );

    expect(shown(applied)).toEqual(['MADE 0', 'MADE 1', 'MADE 2', 'GiftCardEmpty']);
    expect(applied.slice(0, 3).map((each) => redemptionIn(each).discount.minor)).toEqual([
      2_000n,
      1_050n,
      1_950n,
    ]);
  });
});

describe('given what was redeemed before', () => {
  const answer: Answer = { requestHash: 'same', redemptionId: id(99) };
  const held: Held = {
    ...answer,
    couponId: given.id,
    campaignId: null,
    status: 'COMPLETED',
    itemsOffMinor: 1_000n,
    made: null,
    use: {
      at: now,
      customer: null,
      channel: null,
      attributes: {},
      uses: 1n,
      currency: 'GBP',
      discountMinor: 1_000n,
      orderMinor: 10_000n,
    },
  };
  const before = (status: Held['status'] = 'COMPLETED', campaignId: Held['campaignId'] = null) => ({
    answerTo: (key: string | null) => (key === 'once' ? answer : undefined),
    heldFor: (couponId: Coupon['id'], reference: ApplyRequest['reference']) =>
      couponId === given.id && reference?.id === '7' ? { ...held, status, campaignId } : undefined,
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
    const applied = served(factsOf([coupon({ maxUses: 1 }), other], before()), requests(fields));
    expect(shown(applied)).toEqual([expected]);
  });

  test('when the coupon cannot be used any more, then a repeat still gets what it got', () => {
    const facts = factsOf([coupon({ state: 'REVOKED' })], before());
    const repeat = { idempotencyKey: 'once', requestHash: 'same' };

    expect(shown(served(facts, requests(repeat, {})))).toEqual(['REPEATED 99', 'CouponRevoked']);
  });

  test('when a repeat by its reference brings a new key, then that key is answered the same from now on', () => {
    const repeat = { reference: byOrder('7'), requestHash: 'same', idempotencyKey: 'new' };
    const applied = served(
      factsOf([given], before()),
      requests(repeat, { idempotencyKey: 'new', requestHash: 'same' }, { idempotencyKey: 'new' }),
    );

    expect(shown(applied)).toEqual(['REPEATED 99', 'REPEATED 99', 'IdempotencyConflict']);
  });

  test('when the checkout had reserved the last use, then it takes its place, and nobody else does', () => {
    const facts = factsOf([coupon({ maxUses: 1, usesCount: 1 })], before('RESERVED'));
    const applied = served(facts, requests({}, { reference: byOrder('7') }, { reference: byOrder('8') }));

    expect(shown(applied)).toEqual(['UsageLimitReached', 'MADE 1', 'UsageLimitReached']);
    expect(applied[1]).toMatchObject({ replaced: { redemptionId: id(99) } });
  });

  test('when the checkout had reserved but its order does not fit now, then it keeps what it has', () => {
    const facts = factsOf([coupon({ maxUses: 1, usesCount: 1 })], before('RESERVED'));
    const applied = served(facts, requests({ reference: byOrder('7'), order: sum('0') }, {}));

    expect(shown(applied)).toEqual(['CouponNotApplicable', 'UsageLimitReached']);
  });

  test('when the coupon has changed its campaign since it was reserved, then the reservation stays in the way', () => {
    const facts = factsOf([given], before('RESERVED', campaign().id));

    expect(shown(served(facts, requests({ reference: byOrder('7') })))).toEqual(['ReferenceAlreadyRedeemed']);
  });
});
