import { describe, expect, test } from 'vitest';
import { updateBrand } from '../../src/brands/actions.js';
import { findCoupon, revokeCoupon } from '../../src/coupons/actions.js';
import { findFan, listFans, registerFan } from '../../src/fans/actions.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { startReceiver } from '../testkit/receiver.js';
import { until } from '../testkit/until.js';
import { startHouse } from './house.js';

const house = await startHouse();

const ada = { name: 'Uni User', email: 'uni@example.com' };

const actionsOf = async (scope: Parameters<typeof auditedBy>[0]) =>
  (await auditedBy(scope)).map(({ action }) => action);

const fanCount = async (scope: Parameters<typeof listFans>[0]) =>
  (await listFans(scope, {}, {})).edges.length;

describe('given a brand that verifies no e-mails', () => {
  test('when a fan signs up, then the code is issued at once and handed to the realiser', async () => {
    const realiser = await startReceiver();
    const { scope, brand } = await house.brand({ realiserUrl: `${realiser.url}coupon` });

    const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...ada }));
    await until('it is handed over', () => realiser.received.length > 0);
    await house.quiet();

    const coupon = await findCoupon(scope, fan.couponId!);
    expect(fan).toMatchObject({
      status: 'ACTIVE',
      activatedAt: scope.now(),
      tokenNumber: 0,
      tokenExpiresAt: null,
    });
    expect(coupon).toMatchObject({
      code: expect.stringMatching(/^[2-9A-HJKMNP-TV-Z]{12}$/),
      discount: { kind: 'PERCENTAGE', basisPoints: 1000 },
      maxUses: 1,
      perCustomerLimit: null,
      metadata: { brandId: brand.id, fanId: fan.id },
    });
    expect(realiser.received).toHaveLength(1);
    expect(realiser.received[0]).toMatchObject({ method: 'POST', path: '/coupon' });
    expect(realiser.received[0]!.body).toBe(
      JSON.stringify({
        fan_name: 'Uni User',
        email: 'uni@example.com',
        facebook_handle: null,
        discount_name: 'new discount',
        coupon_code: coupon!.code,
        discount_type: 'PERCENT',
        discount_amount: 10,
        description: null,
        usage_limit: 1,
        free_shipping: false,
      }),
    );
    expect(await house.deliveriesOf(scope, fan)).toEqual([
      { kind: 'CODE_HANDOVER', status: 'DELIVERED', attempts: 1, lastError: null },
    ]);
    expect((await actionsOf(scope)).slice(1)).toEqual([
      'fan.registered',
      'coupon.created',
      'fan.activated',
      'delivery.succeeded',
    ]);
    expect(house.mails).toEqual([]);
  });

  test.each([
    [{ fixed: { amount: { amount: '2.50', currency: 'GBP' }, freeShipping: true } }, 'FIXED', 2.5, true],
    [{ fixed: { amount: { amount: '1999', currency: 'JPY' } } }, 'FIXED', 1999, false],
    [{ percentage: { percent: '12.5', freeShipping: true } }, 'PERCENT', 12.5, true],
    [{ freeShipping: {} }, 'FREE_SHIPPING', 0, true],
    [{ giftCard: { balance: { amount: '2.50', currency: 'GBP' } } }, 'GIFT_CARD', 2.5, false],
  ])(
    'when the discount is %j, then the realiser is told %s %d',
    async (discount, type, amount, freeShipping) => {
      const realiser = await startReceiver();
      const offer = { discount, description: 'Yours', usageLimit: null };
      const { scope, brand } = await house.brand({ realiserUrl: realiser.url, offer });

      succeeded(await registerFan(scope, { brandId: brand.id, ...ada, socialHandle: '@uni' }));
      await until('it is handed over', () => realiser.received.length > 0);

      expect(JSON.parse(realiser.received[0]!.body)).toMatchObject({
        facebook_handle: '@uni',
        discount_type: type,
        discount_amount: amount,
        description: 'Yours',
        usage_limit: null,
        free_shipping: freeShipping,
      });
    },
  );

  test('when there is no realiser, then the code is issued, and nothing is sent', async () => {
    const { scope, brand } = await house.brand();

    const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...ada }));

    expect(fan.couponId).not.toBeNull();
    expect(await house.deliveriesOf(scope, fan)).toEqual([]);
  });

  test('when all get one code, then two fans have the same coupon', async () => {
    const { scope, brand } = await house.brand({ offer: { fixedCode: 'WELCOME' } });

    const fans = [];
    for (const email of ['a@example.com', 'b@example.com']) {
      fans.push(succeeded(await registerFan(scope, { brandId: brand.id, name: 'Fan', email })));
    }

    expect(fans.map(({ couponId }) => couponId)).toEqual([brand.offer!.couponId, brand.offer!.couponId]);
    expect((await actionsOf(scope)).filter((action) => action === 'coupon.created')).toHaveLength(1);
  });

  test('when that one code has been revoked, then nothing is on offer', async () => {
    const { scope, brand } = await house.brand({ offer: { fixedCode: 'WELCOME' } });
    succeeded(await revokeCoupon(scope, { id: brand.offer!.couponId! }));

    expect(await registerFan(scope, { brandId: brand.id, ...ada })).toMatchObject({
      failure: 'OfferMissing',
    });
    expect(await fanCount(scope)).toBe(0);
  });

  test('when the same e-mail signs up 20 times at once, however written, then there is one fan, one code, one hand-over', async () => {
    const realiser = await startReceiver();
    const { scope, brand } = await house.brand({ realiserUrl: realiser.url });
    const spellings = [
      'uni@example.com',
      ' UNI@example.com',
      'Uni@Example.COM ',
      'ｕｎｉ＠ｅｘａｍｐｌｅ．ｃｏｍ',
    ];

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        registerFan(scope, { brandId: brand.id, name: `Uni ${index}`, email: spellings[index % 4]! }),
      ),
    );
    await house.quiet();

    const fans = outcomes.map(succeeded);
    expect(new Set(fans.map(({ id }) => id)).size).toBe(1);
    expect(new Set(fans.map(({ couponId }) => couponId)).size).toBe(1);
    expect(await fanCount(scope)).toBe(1);
    expect((await actionsOf(scope)).filter((action) => action === 'coupon.created')).toHaveLength(1);
    expect(realiser.received).toHaveLength(1);
    expect(await house.deliveriesOf(scope, fans[0]!)).toHaveLength(1);
  });

  test('when a fan signs up again later, then everything is as it was', async () => {
    const { scope, brand } = await house.brand();
    const first = succeeded(await registerFan(scope, { brandId: brand.id, ...ada }));
    house.clock.forward(3_600_000);

    const second = succeeded(
      await registerFan(scope, { brandId: brand.id, name: 'Other', email: 'UNI@EXAMPLE.COM' }),
    );

    expect(second).toEqual(first);
    expect((await actionsOf(scope)).slice(1)).toEqual(['fan.registered', 'coupon.created', 'fan.activated']);
  });

  test('when the same e-mail signs up with another brand, then that is another fan with another code', async () => {
    const one = await house.brand();
    const other = await house.brand();

    const fans = [
      succeeded(await registerFan(one.scope, { brandId: one.brand.id, ...ada })),
      succeeded(await registerFan(other.scope, { brandId: other.brand.id, ...ada })),
    ];

    expect(fans[0]!.id).not.toBe(fans[1]!.id);
    expect(fans[0]!.couponId).not.toBe(fans[1]!.couponId);
  });

  test('when the request bears an idempotency key, then a repeat is answered alike, and the coupon made once', async () => {
    const { scope, brand } = await house.brand();
    const keyed = { ...scope, idempotencyKey: 'key-1' };

    const first = succeeded(await registerFan(keyed, { brandId: brand.id, ...ada }));
    const second = succeeded(await registerFan(keyed, { brandId: brand.id, ...ada }));

    expect(second).toEqual(first);
    expect(await registerFan(keyed, { brandId: brand.id, ...ada, name: 'Other' })).toMatchObject({
      failure: 'IdempotencyConflict',
    });
  });
});

describe('given what cannot be', () => {
  test('when the brand has no offer, then that is told, and nothing is written', async () => {
    const { scope, brand } = await house.brand({ offer: null });

    expect(await registerFan(scope, { brandId: brand.id, ...ada })).toEqual({
      failure: 'OfferMissing',
      message: 'The brand has nothing on offer at present.',
      brandId: brand.id,
    });
    expect(await fanCount(scope)).toBe(0);
  });

  test('when the offer is just over, then that is told; a moment before, it was not', async () => {
    const validUntil = new Date(house.clock.now().getTime() + 1_000);
    const { scope, brand } = await house.brand({ offer: { validUntil } });
    house.clock.forward(999);
    const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...ada }));
    expect(await findCoupon(scope, fan.couponId!)).toMatchObject({ validUntil });

    house.clock.forward(1);
    expect(await registerFan(scope, { brandId: brand.id, name: 'Late', email: 'late@example.com' })).toEqual({
      failure: 'OfferExpired',
      message: `The brand's offer has been over since ${validUntil.toISOString()}.`,
      brandId: brand.id,
      validUntil,
    });
    expect(await fanCount(scope)).toBe(1);
  });

  test('when the brand is another tenant’s, then there is none', async () => {
    const { brand } = await house.brand();
    const { scope } = await house.brand();

    expect(await registerFan(scope, { brandId: brand.id, ...ada })).toMatchObject({
      failure: 'BrandNotFound',
    });
    expect(await fanCount(scope)).toBe(0);
  });

  test.each([
    [{ email: 'nobody' }, 'email'],
    [{ email: 'a@b' }, 'email'],
    [{ email: 'a@example.com, b@example.com' }, 'email'],
    [{ email: 'a@example.com\r\nBcc: b@example.com' }, 'email'],
    [{ email: '<a@example.com>' }, 'email'],
    [{ email: 'ü@example.com' }, 'email'],
    [{ email: 'uni@bücher.example' }, 'email'],
    [{ email: 'uni@example.xn--' }, 'email'],
    [
      {
        email: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(10)}.com`,
      },
      'email',
    ],
    [{ email: '\u0000@example.com' }, 'email'],
    [{ name: '' }, 'name'],
    [{ name: 'a'.repeat(101) }, 'name'],
    [{ name: 'a\u0000b' }, 'name'],
    [{ socialHandle: 'a'.repeat(101) }, 'socialHandle'],
  ])('when %j is sent, then it is refused, and nothing is written', async (wrong, field) => {
    const { scope, brand } = await house.brand();

    expect(await registerFan(scope, { brandId: brand.id, ...ada, ...wrong })).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: [field] }],
    });
    expect(await fanCount(scope)).toBe(0);
  });
});

describe('given an e-mail of an international domain', () => {
  test.each(['uni@xn--bcher-kva.example', 'uni@xn--e1afmkfd.xn--p1ai', 'UNI@XN--E1AFMKFD.XN--P1AI'])(
    'when it is written as %s, then the fan is signed up',
    async (email) => {
      const { scope, brand } = await house.brand();

      expect(succeeded(await registerFan(scope, { brandId: brand.id, ...ada, email })).email).toBe(email);
    },
  );
});

describe('given some fans', () => {
  test('when they are listed, then each filter leaves those that match, and other tenants see none', async () => {
    const { scope, brand } = await house.brand();
    const emails = ['a@example.com', 'b@example.com', 'c@example.com'];
    for (const email of emails) await registerFan(scope, { brandId: brand.id, name: 'Fan', email });
    const updated = succeeded(
      await updateBrand(scope, {
        id: brand.id,
        version: 1,
        patch: { offer: { name: 'Checked', discount: { freeShipping: {} }, verifyEmail: true } },
      }),
    );
    const pending = succeeded(
      await registerFan(scope, { brandId: updated.id, name: 'Fan', email: 'd@example.com' }),
    );
    const { scope: stranger } = await house.brand();

    const emailsOf = async (filter: object, page = {}) =>
      (await listFans(scope, filter, page)).edges.map(({ node }) => node.email);
    expect(await emailsOf({})).toEqual(['d@example.com', 'c@example.com', 'b@example.com', 'a@example.com']);
    expect(await emailsOf({ status: 'PENDING' })).toEqual(['d@example.com']);
    expect(await emailsOf({ status: 'ACTIVE' }, { first: 1 })).toEqual(['c@example.com']);
    expect(await emailsOf({ email: ' B@Example.com' })).toEqual(['b@example.com']);
    expect(await emailsOf({ brandId: brand.id, email: 'a@example.com' })).toEqual(['a@example.com']);
    expect(await emailsOf({ brandId: 'nonsense' })).toEqual([]);
    expect(await findFan(scope, pending.id)).toEqual(pending);
    expect(await findFan(stranger, pending.id)).toBeNull();
    expect(await fanCount(stranger)).toBe(0);
  });
});
