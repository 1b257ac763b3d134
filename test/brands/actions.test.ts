import { afterAll, describe, expect, test } from 'vitest';
import { matchingItems } from '../../src/discounts/target.js';
import { createBrand, findBrand, findBrands, listBrands, updateBrand } from '../../src/brands/actions.js';
import {
  deleteCoupon,
  findCoupon,
  findCouponByCode,
  revokeCoupon,
  createCoupon,
} from '../../src/coupons/actions.js';
import { validateCoupon } from '../../src/evaluation/actions.js';
import { isFailure } from '../../src/lib/outcome.js';
import { openDatabase } from '../../src/platform/database.js';
import { createTestDatabase } from '../testkit/database.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
/** A tenant of the test's own, so that it can count all that is written. */
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });

const tenPercent = { percentage: { percent: '10' } };
const offer = { name: 'Welcome', discount: tenPercent };
const shared = { ...offer, description: 'For all', fixedCode: 'Welcome10', usageLimit: 2 };

async function given(fields: object = {}) {
  const scope = freshScope();
  const brand = succeeded(await createBrand(scope, { slug: 'acme', name: 'Acme', ...fields }));
  return { scope, brand };
}

const actionsOf = async (scope: ReturnType<typeof freshScope>) =>
  (await auditedBy(scope)).map(({ action }) => action);

describe('given nothing', () => {
  test('when a brand is made, then it is kept as it was given', async () => {
    const scope = freshScope();
    const validUntil = new Date('2026-06-01T00:00:00.000Z');

    const brand = succeeded(
      await createBrand(scope, {
        slug: 'harbour-coffee',
        name: ' Harbour Coffee ',
        offer: { ...offer, description: 'First cup', usageLimit: 1, validUntil, verifyEmail: true },
        realiserUrl: 'https://realiser.example.com/coupon',
        verifierUrl: 'http://verifier.example.com',
        reason: 'Launch',
      }),
    );

    expect(brand).toEqual({
      id: expect.stringMatching(/^brand_/),
      slug: 'harbour-coffee',
      name: 'Harbour Coffee',
      offer: {
        name: 'Welcome',
        description: 'First cup',
        discount: {
          kind: 'PERCENTAGE',
          basisPoints: 1000,
          maximum: null,
          ...matchingItems,
          freeShipping: false,
        },
        fixedCode: null,
        couponId: null,
        usageLimit: 1,
        validUntil,
        verifyEmail: true,
      },
      realiserUrl: 'https://realiser.example.com/coupon',
      verifierUrl: 'http://verifier.example.com/',
      version: 1,
      createdAt: scope.now(),
      updatedAt: scope.now(),
    });
    expect(await findBrand(scope, brand.id)).toEqual(brand);
    expect(await auditedBy(scope)).toMatchObject([
      { action: 'brand.created', reason: 'Launch', before: null },
    ]);
    expect(await db.coupon.count()).toBe(0);
  });

  test('when a brand of a fixed amount is made, then the amount comes back exactly', async () => {
    const { scope, brand } = await given({
      offer: {
        name: 'Off',
        discount: { fixed: { amount: { amount: '9999999999999.99', currency: 'GBP' } } },
      },
    });

    expect((await findBrand(scope, brand.id))?.offer?.discount).toEqual({
      kind: 'FIXED',
      amount: [{ minor: 999999999999999n, currency: 'GBP' }],
      ...matchingItems,
      freeShipping: false,
    });
  });

  test.each([
    [{ slug: 'No Spaces' }, ['slug']],
    [{ slug: '' }, ['slug']],
    [{ slug: 'a'.repeat(51) }, ['slug']],
    [{ name: ' ' }, ['name']],
    [{ offer: { ...offer, name: '' } }, ['offer', 'name']],
    [{ offer: { ...offer, usageLimit: 0 } }, ['offer', 'usageLimit']],
    [{ offer: { ...offer, fixedCode: 'no spaces' } }, ['offer', 'fixedCode']],
    [
      { offer: { ...shared, discount: { giftCard: { balance: { amount: '5', currency: 'GBP' } } } } },
      ['offer', 'fixedCode'],
    ],
    [
      { offer: { ...offer, discount: { percentage: { percent: '101' } } } },
      ['offer', 'discount', 'percentage', 'percent'],
    ],
    [{ realiserUrl: 'http://127.0.0.1:5000/' }, ['realiserUrl']],
    [{ realiserUrl: 'http://0x7f000001/' }, ['realiserUrl']],
    [{ realiserUrl: 'file:///etc/passwd' }, ['realiserUrl']],
    [{ verifierUrl: 'http://[::ffff:10.0.0.1]/' }, ['verifierUrl']],
    [{ verifierUrl: 'verifier' }, ['verifierUrl']],
  ])('when %j is wrong, then it is told where, and nothing is written', async (wrong, path) => {
    const scope = freshScope();

    expect(await createBrand(scope, { slug: 'acme', name: 'Acme', ...wrong })).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path }],
    });
    expect((await listBrands(scope, {})).edges).toEqual([]);
    expect(await actionsOf(scope)).toEqual([]);
  });

  test('when private networks are allowed, then a receiver next door is taken', async () => {
    const scope = { ...freshScope(), allowPrivateTargets: true };

    const input = { slug: 'acme', name: 'Acme', realiserUrl: 'http://127.0.0.1:5000/' };
    expect(succeeded(await createBrand(scope, input)).realiserUrl).toBe('http://127.0.0.1:5000/');
  });
});

describe('given a brand', () => {
  test('when another is made with its slug, then it is refused, and nothing is written', async () => {
    const { scope } = await given();

    expect(await createBrand(scope, { slug: 'acme', name: 'Other', offer: shared })).toEqual({
      failure: 'BrandSlugTaken',
      message: 'Another brand has the slug "acme".',
      slug: 'acme',
    });
    expect((await listBrands(scope, {})).edges).toHaveLength(1);
    expect(await findCouponByCode(scope, 'Welcome10')).toBeNull();
  });

  test('when another tenant makes one with its slug, then that is another', async () => {
    await given();
    const { brand } = await given();

    expect(brand.slug).toBe('acme');
  });

  test('when another tenant asks for it, then there is none', async () => {
    const { brand } = await given();
    const stranger = freshScope();

    expect(await findBrand(stranger, brand.id)).toBeNull();
    expect(await findBrands(stranger, [brand.id])).toEqual([]);
    expect(await updateBrand(stranger, { id: brand.id, version: 1, patch: { name: 'Mine' } })).toEqual({
      failure: 'BrandNotFound',
      message: `There is no brand "${brand.id}".`,
      brandId: brand.id,
    });
  });

  test('when fields are left out, cleared and given, then each does what it says', async () => {
    const { scope, brand } = await given({
      offer,
      realiserUrl: 'https://realiser.example.com/',
      verifierUrl: 'https://verifier.example.com/',
    });
    scope.clock.forward(1_000);

    const patch = { name: 'Acme & Sons', realiserUrl: null };
    const updated = succeeded(await updateBrand(scope, { id: brand.id, version: 1, patch }));

    expect(updated).toEqual({
      ...brand,
      name: 'Acme & Sons',
      realiserUrl: null,
      version: 2,
      updatedAt: scope.now(),
    });
    expect(await findBrand(scope, brand.id)).toEqual(updated);
    expect(await actionsOf(scope)).toEqual(['brand.created', 'brand.updated']);
  });

  test('when its offer is cleared, then it has none', async () => {
    const { scope, brand } = await given({ offer });

    const updated = succeeded(await updateBrand(scope, { id: brand.id, version: 1, patch: { offer: null } }));

    expect(updated.offer).toBeNull();
    expect((await findBrand(scope, brand.id))?.offer).toBeNull();
  });

  test('when its name is cleared, then that is refused', async () => {
    const { scope, brand } = await given();

    expect(await updateBrand(scope, { id: brand.id, version: 1, patch: { name: null } })).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['patch', 'name'] }],
    });
  });

  test('when two change the same version at once, then one does, and the other is told', async () => {
    const { scope, brand } = await given();

    const outcomes = await Promise.all(
      ['One', 'Two'].map((name) => updateBrand(scope, { id: brand.id, version: 1, patch: { name } })),
    );

    expect(outcomes.filter(isFailure)).toEqual([
      {
        failure: 'VersionConflict',
        message: 'The change is based on version 1, but the object is at version 2.',
        sentVersion: 1,
        currentVersion: 2,
      },
    ]);
    expect((await findBrand(scope, brand.id))?.version).toBe(2);
  });

  test('when it is made again with the same idempotency key, then it is answered, and not made', async () => {
    const scope = { ...freshScope(), idempotencyKey: 'key-1' };
    const input = { slug: 'acme', name: 'Acme', offer: shared };

    const first = succeeded(await createBrand(scope, input));
    const second = succeeded(await createBrand(scope, input));

    expect(second).toEqual(first);
    expect((await listBrands(scope, {})).edges).toHaveLength(1);
    expect(scope.replays.count).toBe(1);
  });

  test('when many are listed, then they come in pages, newest first', async () => {
    const { scope } = await given();
    for (const slug of ['b', 'c']) await createBrand(scope, { slug, name: slug });

    const first = await listBrands(scope, { first: 2 });
    const second = await listBrands(scope, { first: 2, after: first.pageInfo.endCursor });

    expect([first, second].map(({ edges }) => edges.map(({ node }) => node.slug))).toEqual([
      ['c', 'b'],
      ['acme'],
    ]);
  });
});

describe('given an offer with one code for all', () => {
  test('when the brand is made, then so is the coupon, with the terms of the offer', async () => {
    const validUntil = new Date('2026-06-01T00:00:00.000Z');
    const { scope, brand } = await given({ offer: { ...shared, validUntil } });

    expect(await findCouponByCode(scope, 'welcome10')).toMatchObject({
      id: brand.offer?.couponId,
      code: 'Welcome10',
      description: 'For all',
      discount: { kind: 'PERCENTAGE', basisPoints: 1000 },
      perCustomerLimit: 2,
      maxUses: null,
      validUntil,
      metadata: { brandId: brand.id },
    });
    expect(await actionsOf(scope)).toEqual(['coupon.created', 'brand.created']);
  });

  test.each([
    ['a fixed amount', { fixed: { amount: { amount: '2.50', currency: 'GBP' }, freeShipping: true } }],
    ['free shipping', { freeShipping: { maximum: { amount: '1999', currency: 'JPY' } } }],
    ['free shipping without a ceiling', { freeShipping: {} }],
    [
      'a capped percentage',
      { percentage: { percent: '12.5', maximum: { amount: '1.999', currency: 'KWD' } } },
    ],
  ])('when it takes off %s, then so does the coupon', async (_, discount) => {
    const { scope, brand } = await given({ offer: { ...shared, discount } });

    const coupon = await findCoupon(scope, brand.offer!.couponId!);
    expect(coupon?.discount).toEqual(brand.offer?.discount);
  });

  test('when another coupon has the code, then the brand is not made', async () => {
    const scope = freshScope();
    succeeded(await createCoupon(scope, { code: 'WELCOME10', discount: tenPercent }));

    expect(await createBrand(scope, { slug: 'acme', name: 'Acme', offer: shared })).toEqual({
      failure: 'CouponCodeTaken',
      message: 'Another coupon has the code "Welcome10".',
      couponCode: 'Welcome10',
    });
    expect((await listBrands(scope, {})).edges).toEqual([]);
    expect(await actionsOf(scope)).toEqual(['coupon.created']);
  });

  test('when the offer changes and keeps the code, then its coupon takes the new terms on', async () => {
    const { scope, brand } = await given({ offer: shared });

    const changed = {
      ...shared,
      fixedCode: 'WELCOME10',
      discount: { percentage: { percent: '15' } },
      usageLimit: 5,
    };
    const updated = succeeded(
      await updateBrand(scope, { id: brand.id, version: 1, patch: { offer: changed } }),
    );

    expect(updated.offer?.couponId).toBe(brand.offer?.couponId);
    expect(await findCoupon(scope, brand.offer!.couponId!)).toMatchObject({
      code: 'Welcome10',
      discount: { basisPoints: 1500 },
      perCustomerLimit: 5,
    });
    expect(
      await db.coupon.count({ where: { codeKey: 'WELCOME10', deletedAt: null, description: 'For all' } }),
    ).toBeGreaterThan(0);
    expect(await actionsOf(scope)).toEqual([
      'coupon.created',
      'brand.created',
      'coupon.updated',
      'brand.updated',
    ]);
  });

  test('when only its name changes, then the coupon is left alone', async () => {
    const { scope, brand } = await given({ offer: shared });

    succeeded(await updateBrand(scope, { id: brand.id, version: 1, patch: { name: 'Renamed' } }));

    expect(await findCoupon(scope, brand.offer!.couponId!)).toMatchObject({ version: 1 });
  });

  test('when the code changes, then a coupon is made for the new one, and the old one stays', async () => {
    const { scope, brand } = await given({ offer: shared });

    const patch = { offer: { ...shared, fixedCode: 'Hello' } };
    const updated = succeeded(await updateBrand(scope, { id: brand.id, version: 1, patch }));

    expect(updated.offer?.couponId).not.toBe(brand.offer?.couponId);
    expect(await findCouponByCode(scope, 'hello')).toMatchObject({ id: updated.offer?.couponId });
    expect(await findCouponByCode(scope, 'welcome10')).toMatchObject({
      id: brand.offer?.couponId,
      version: 1,
    });
  });

  test('when the offer is cleared, then the code can be used until its coupon is revoked', async () => {
    const { scope, brand } = await given({ offer: shared });
    const code = {
      code: 'welcome10',
      order: { subtotal: { amount: '50.00', currency: 'GBP' } },
      customerId: 'ada',
    };

    succeeded(await updateBrand(scope, { id: brand.id, version: 1, patch: { offer: null } }));

    expect(succeeded(await validateCoupon(scope, code))).toMatchObject({
      couponId: brand.offer!.couponId,
    });
    succeeded(await revokeCoupon(scope, { id: brand.offer!.couponId! }));
    expect(await validateCoupon(scope, code)).toMatchObject({ failure: 'CouponRevoked' });
  });

  test('when its coupon was deleted, then an update makes a new one', async () => {
    const { scope, brand } = await given({ offer: shared });
    succeeded(await deleteCoupon(scope, { id: brand.offer!.couponId! }));

    const updated = succeeded(
      await updateBrand(scope, { id: brand.id, version: 1, patch: { offer: shared } }),
    );

    expect(await findCouponByCode(scope, 'welcome10')).toMatchObject({ id: updated.offer?.couponId });
    expect(updated.offer?.couponId).not.toBe(brand.offer?.couponId);
  });

  test('when its coupon was revoked, then its code cannot be offered again', async () => {
    const { scope, brand } = await given({ offer: shared });
    succeeded(await revokeCoupon(scope, { id: brand.offer!.couponId! }));

    expect(await updateBrand(scope, { id: brand.id, version: 1, patch: { offer: shared } })).toMatchObject({
      failure: 'CouponCodeTaken',
    });
    expect((await findBrand(scope, brand.id))?.version).toBe(1);
  });
});
