import { afterAll, describe, expect, test } from 'vitest';
import { createCoupon, findCoupon, revokeCoupon } from '../../src/coupons/actions.js';
import type { Coupon } from '../../src/coupons/core.js';
import { isFailure } from '../../src/lib/outcome.js';
import { formatMoney } from '../../src/lib/money.js';
import { applyCoupon, listRedeemers, listRedemptions } from '../../src/redemptions/actions.js';
import { openDatabase } from '../../src/platform/database.js';
import { voidRedemption } from '../../src/returns/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';
import { succeeded } from '../testkit/outcome.js';

const { prisma: db, close } = openDatabase(await createTestDatabase(), {
  poolSize: 8,
  onError: () => undefined,
});
afterAll(close);
const scope: TestScope = testScope({ db });

const order = (amount = '100.00', currency = 'GBP') => ({ subtotal: { amount, currency } });

let made = 0;
async function coupon(fields: object = {}): Promise<Coupon> {
  const input = { code: `CODE${++made}`, discount: { percentage: { percent: '10' } }, ...fields };
  return succeeded(await createCoupon(scope, input));
}

const apply = (code: string, fields: object = {}) => applyCoupon(scope, { code, order: order(), ...fields });

describe('applying a coupon', () => {
  test('counts one use and answers with what is left', async () => {
    const { id, code } = await coupon({ maxUses: 3, perCustomerLimit: 2 });

    const redemption = succeeded(await apply(code, { customerId: 'ada' }));

    expect(formatMoney(redemption.discount)).toBe('10.00 GBP');
    expect(formatMoney(redemption.total)).toBe('90.00 GBP');
    expect(redemption.remaining).toEqual({ uses: 2, customerUses: 1 });
    expect((await findCoupon(scope, id))!.usesCount).toBe(1);
    expect(await db.auditEvent.count({ where: { targetId: redemption.id } })).toBe(1);
    expect(await db.outboxEvent.count({ where: { targetId: redemption.id, type: 'coupon.redeemed' } })).toBe(
      1,
    );
  });

  test('many at once take exactly what there is', async () => {
    const { id, code } = await coupon({ maxUses: 5 });

    const outcomes = await Promise.all(Array.from({ length: 200 }, () => apply(code)));

    expect(outcomes.filter((outcome) => !isFailure(outcome))).toHaveLength(5);
    expect(
      outcomes.filter((outcome) => isFailure(outcome) && outcome.failure === 'UsageLimitReached'),
    ).toHaveLength(195);
    expect((await findCoupon(scope, id))!.usesCount).toBe(5);
    expect((await listRedemptions(scope, { couponId: id }, { first: 100 })).edges).toHaveLength(5);
  });

  test('many at once by one customer take what the customer has', async () => {
    const { id, code } = await coupon({ perCustomerLimit: 1 });

    const outcomes = await Promise.all(Array.from({ length: 30 }, () => apply(code, { customerId: 'ada' })));

    expect(outcomes.filter((outcome) => !isFailure(outcome))).toHaveLength(1);
    const redeemers = await listRedeemers(scope, id, {});
    expect(redeemers.edges.map(({ node }) => [node.customer, node.usesCount])).toEqual([['id:ada', 1]]);
  });
});

describe('an idempotency key', () => {
  test('sent many times at once makes one redemption and equal answers', async () => {
    const { id, code } = await coupon({ maxUses: 10 });

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => apply(code, { idempotencyKey: 'once' })),
    );

    expect(new Set(outcomes.map((outcome) => succeeded(outcome).id)).size).toBe(1);
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect((await findCoupon(scope, id))!.usesCount).toBe(1);
  });

  test('answers a later repeat as it answered first, also after the use was given back', async () => {
    const { code } = await coupon({ maxUses: 10 });
    const first = succeeded(await apply(code, { idempotencyKey: 'later' }));
    succeeded(await voidRedemption(scope, { id: first.id }));
    const replaysBefore = scope.replays.count;

    expect(await apply(code, { idempotencyKey: 'later' })).toEqual(first);
    expect(scope.replays.count).toBe(replaysBefore + 1);
  });

  test('with another input is a conflict, and writes nothing', async () => {
    const { id, code } = await coupon();
    succeeded(await apply(code, { idempotencyKey: 'other' }));

    const outcome = await apply(code, { idempotencyKey: 'other', order: order('50.00') });

    expect(outcome).toMatchObject({ failure: 'IdempotencyConflict', idempotencyKey: 'other' });
    expect((await findCoupon(scope, id))!.usesCount).toBe(1);
  });

  test('of another tenant’s has nothing to do with it, also at the same time', async () => {
    const { id, code } = await coupon();
    const other = testScope({ db, tenantId: tenantNamed('Other') });
    const theirs = succeeded(
      await createCoupon(other, { code, discount: { percentage: { percent: '20' } } }),
    );
    const sent = { code, order: order(), idempotencyKey: 'everybody’s' };

    const outcomes = await Promise.all([scope, other, scope, other].map((by) => applyCoupon(by, sent)));

    const redemptions = outcomes.map(succeeded);
    expect(redemptions.map(({ couponId }) => couponId)).toEqual([id, theirs.id, id, theirs.id]);
    expect(redemptions.slice(2)).toEqual(redemptions.slice(0, 2));
    expect(redemptions.map(({ discount }) => formatMoney(discount)).slice(0, 2)).toEqual([
      '10.00 GBP',
      '20.00 GBP',
    ]);
    expect((await findCoupon(scope, id))!.usesCount).toBe(1);
    expect((await findCoupon(other, theirs.id))!.usesCount).toBe(1);
    expect(await applyCoupon(other, { ...sent, order: order('50.00') })).toMatchObject({
      failure: 'IdempotencyConflict',
    });
  });

  test('is free again after a refusal', async () => {
    const { code } = await coupon({ minimumOrder: { amount: '50', currency: 'GBP' } });

    expect(await apply(code, { idempotencyKey: 'again', order: order('49.99') })).toMatchObject({
      failure: 'MinimumOrderNotMet',
    });
    succeeded(await apply(code, { idempotencyKey: 'again', order: order('50.00') }));
  });
});

describe('a reference', () => {
  const reference = { type: 'ORDER', id: 'order-1' };

  test('uses a code once: the same request is answered with the first redemption', async () => {
    const { id, code } = await coupon();
    const first = succeeded(await apply(code, { reference }));

    expect(succeeded(await apply(code, { reference })).id).toBe(first.id);
    expect((await findCoupon(scope, id))!.usesCount).toBe(1);
  });

  test('with other contents is refused', async () => {
    const { code } = await coupon();
    const first = succeeded(await apply(code, { reference }));

    expect(await apply(code, { reference, order: order('1.00') })).toMatchObject({
      failure: 'ReferenceAlreadyRedeemed',
      redemptionId: first.id,
    });
  });

  test('is free again once the use is given back', async () => {
    const { code } = await coupon();
    const first = succeeded(await apply(code, { reference }));
    succeeded(await voidRedemption(scope, { id: first.id }));

    expect(succeeded(await apply(code, { reference })).id).not.toBe(first.id);
  });
});

describe('a repeat is known by what it means', () => {
  const lines = [{ sku: 'TEE', unitPrice: '100' }];
  const first = { customerId: 'ada', order: order('100'), reason: 'checkout' };

  test.each<[string, object]>([
    ['the amount written otherwise', { order: order('100.00') }],
    ['the code in small letters', { code: '' }],
    ['another reason', { reason: 'checkout, again' }],
    ['no reason', { reason: undefined }],
    ['what is left out said to be none', { channel: null, metadata: null }],
    ['the default said', { metadata: {} }],
  ])('with %s, by key and by reference', async (_, other) => {
    const { id, code } = await coupon();
    const repeat = 'code' in other ? { ...other, code: code.toLowerCase() } : other;
    const byKey = { ...first, idempotencyKey: `meant ${code}` };
    const byReference = { ...first, reference: { id: 'meant' } };
    const [keyed, referenced] = [await apply(code, byKey), await apply(code, byReference)].map(succeeded);

    expect(succeeded(await apply(code, { ...byKey, ...repeat }))).toEqual(keyed);
    const again = { ...byReference, ...repeat, reference: { type: 'ORDER', id: 'meant' } };
    expect(succeeded(await apply(code, again))).toEqual(referenced);
    expect((await findCoupon(scope, id))!.usesCount).toBe(2);
  });

  test('with another key of the tenant’s', async () => {
    const { code } = await coupon();
    const reference = { type: 'ORDER', id: 'rotated' };
    const made = succeeded(await apply(code, { ...first, reference }));
    const rotated = { ...scope, actor: { kind: 'API_KEY', id: 'key_01kjq6psg0e008000000000002' } as const };

    const again = await applyCoupon(rotated, { code, ...first, reference });

    expect(succeeded(again).id).toBe(made.id);
  });

  test.each<[string, object]>([
    ['another customer', { customerId: 'grace' }],
    ['another channel', { channel: 'web' }],
    ['other metadata', { metadata: { a: 1 } }],
    ['another amount', { order: order('100.01') }],
    ['a cart instead of its sum', { order: { cart: { currency: 'GBP', lines } } }],
  ])('but not with %s', async (_, other) => {
    const { code } = await coupon();
    const keyed = { ...first, idempotencyKey: `other ${code}` };
    succeeded(await apply(code, keyed));

    expect(await apply(code, { ...keyed, ...other })).toMatchObject({ failure: 'IdempotencyConflict' });
  });

  test('a cart by its defaults too', async () => {
    const { code } = await coupon();
    const keyed = { idempotencyKey: `cart ${code}` };
    const made = succeeded(await apply(code, { ...keyed, order: { cart: { currency: 'GBP', lines } } }));
    const full = [{ sku: 'TEE', id: null, quantity: 1, unitPrice: '100.00', categories: [], tags: [] }];

    const again = await apply(code, {
      ...keyed,
      order: { cart: { currency: 'GBP', lines: full, shipping: null } },
    });

    expect(succeeded(again)).toEqual(made);
  });
});

describe('voiding', () => {
  test('many at once give the use back once', async () => {
    const { id, code } = await coupon({ maxUses: 1, perCustomerLimit: 1 });
    const redemption = succeeded(await apply(code, { customerId: 'ada' }));

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        voidRedemption(scope, { id: redemption.id, reason: 'order_cancelled' }),
      ),
    );

    expect(outcomes.filter((outcome) => !isFailure(outcome))).toHaveLength(1);
    expect(
      outcomes.filter((outcome) => isFailure(outcome) && outcome.failure === 'RedemptionAlreadyVoided'),
    ).toHaveLength(9);
    expect((await findCoupon(scope, id))!.usesCount).toBe(0);
    expect(succeeded(outcomes.find((outcome) => !isFailure(outcome))!).redemption.voidReason).toBe(
      'order_cancelled',
    );
    succeeded(await apply(code, { customerId: 'ada' }));
  });

  test('an unknown id is not found', async () => {
    expect(await voidRedemption(scope, { id: 'redemption_01h455vb4pex5vsknk084sn02q' })).toMatchObject({
      failure: 'RedemptionNotFound',
    });
  });
});

test('nobody uses a coupon after its revocation was answered', async () => {
  const { id, code } = await coupon();
  const applications = Array.from({ length: 40 }, () => apply(code));
  const revoked = succeeded(await revokeCoupon(scope, { id }));
  expect(revoked.state).toBe('REVOKED');

  const late = await apply(code);

  expect(late).toMatchObject({ failure: 'CouponRevoked' });
  const uses = (await Promise.all(applications)).filter((outcome) => !isFailure(outcome)).length;
  expect((await findCoupon(scope, id))!.usesCount).toBe(uses);
});
