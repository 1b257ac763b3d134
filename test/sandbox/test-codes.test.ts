import { describe, expect, test } from 'vitest';
import { createBrand } from '../../src/brands/actions.js';
import {
  deleteCoupon,
  findCoupon,
  findCouponByCode,
  findCouponsInOrder,
  listCoupons,
  updateCoupon,
} from '../../src/coupons/actions.js';
import type { Coupon } from '../../src/coupons/core.js';
import { checkLimits } from '../../src/evaluation/actions.js';
import { findEffectiveLimits } from '../../src/evaluation/actions/standing-limits.js';
import { uuidOf } from '../../src/lib/id.js';
import { formatAmount } from '../../src/lib/money.js';
import { createLimit } from '../../src/limits/actions.js';
import { applyPromotions, previewPromotions, validateCoupons } from '../../src/promotions/actions.js';
import { checkEligibility } from '../../src/promotions/actions/eligibility.js';
import { createRule } from '../../src/rules/actions.js';
import {
  deleteTestCodes,
  generateTestCodes,
  sandboxPreview,
  sandboxValidate,
} from '../../src/sandbox/actions.js';
import { gbp, giftCard, openTown, percent, sum } from '../redemptions/shop.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import type { TestScope } from '../testkit/scope.js';

const openShop = await openTown();
const pattern = 'TEST-{RAND:8}';

async function generate(scope: TestScope, couponId: string, count: number): Promise<Coupon[]> {
  const { couponIds } = succeeded(await generateTestCodes(scope, { couponId, count, pattern }));
  return findCouponsInOrder(scope, couponIds);
}

/** A shop with a coupon, and a test coupon of it. */
async function given(fields: object = {}) {
  const shop = await openShop();
  const original = await shop.coupon('SPRING', fields);
  const [copy] = await generate(shop.scope, original.id, 1);
  return { ...shop, original, copy: copy! };
}

const worth = async (scope: TestScope, code: string, fields: object = {}) => {
  const [validation] = succeeded(
    await sandboxValidate(scope, { codes: [code], order: sum('100'), ...fields }),
  );
  const { valuation, reasons } = validation!.now;
  return valuation ? formatAmount(valuation.discount) : reasons.map(({ failure }) => failure);
};

describe('Given a coupon, when test codes of it are generated', () => {
  test('then they are copies of it, active and unused, and nothing of it is used', async () => {
    const { scope, coupon, apply } = await openShop();
    const made = await coupon('SPRING', {
      description: 'For everybody',
      discount: { percentage: { percent: '10', maximum: gbp('20') } },
      isCaseSensitive: true,
      minimumOrder: gbp('5'),
      taxBasis: 'NET',
      validUntil: new Date('2026-06-01T00:00:00.000Z'),
      maxUses: 5,
      perCustomerLimit: 2,
      applicability: { excludeTags: ['sale'] },
      stacking: { group: 'spring', priority: 3 },
      metadata: { team: 'growth' },
      isDraft: true,
      trigger: 'AUTOMATIC',
    });
    await coupon('OTHER');
    succeeded(await apply('OTHER'));
    const [copy, ...others] = await generate(scope, made.id, 3);

    expect(copy).toEqual({
      ...made,
      id: copy!.id,
      code: copy!.code,
      codeKey: copy!.code,
      isTest: true,
      testOfId: made.id,
      trigger: 'CODE',
      state: 'ACTIVE',
    });
    expect(copy!.code).toMatch(/^TEST-[2-9A-HJKMNP-TV-Z]{8}$/);
    expect(new Set([copy!.code, ...others.map(({ code }) => code)]).size).toBe(3);
    expect(await findCoupon(scope, made.id)).toEqual(made);
    expect((await auditedBy(scope, made.id)).at(-1)).toMatchObject({
      action: 'test_codes.generated',
      before: null,
      after: { pattern, count: 3 },
    });
  });

  test('by the thousand, then there are a thousand, and then no more than ten thousand', async () => {
    const { scope, coupon } = await openShop();
    const { id: couponId } = await coupon('SPRING');
    for (let time = 0; time < 10; time++)
      succeeded(await generateTestCodes(scope, { couponId, count: 1_000, pattern }));
    expect(await scope.db.coupon.count({ where: { testOfId: uuidOf(couponId) } })).toBe(10_000);
    expect(await generateTestCodes(scope, { couponId, count: 1, pattern })).toMatchObject({
      failure: 'TooManyTestCodes',
      maximum: 10_000,
      existing: 10_000,
    });
    expect(await deleteTestCodes(scope, {})).toEqual({ deletedCount: 10_000 });
  });

  test('of a gift card, then each has what the card was issued with', async () => {
    const { scope, apply, movements, original, copy } = await given({ discount: giftCard('50') });
    succeeded(await apply('SPRING', { order: sum('30') }));
    const [later] = await generate(scope, original.id, 1);
    for (const card of [copy, later!]) {
      expect(card.balance).toEqual({ minor: 5_000n, currency: 'GBP' });
      expect(await movements(card.id)).toEqual(['ISSUED 5000 5000']);
      expect(await worth(scope, card.code)).toBe('50.00');
    }
  });

  test('of a test coupon, then they are of the coupon that it was copied from', async () => {
    const { scope, original, copy } = await given();
    expect(await generate(scope, copy.id, 1)).toMatchObject([{ isTest: true, testOfId: original.id }]);
  });

  test('with a key twice, then they are made once; a code is never made twice', async () => {
    const { scope, coupon } = await openShop();
    const { id: couponId } = await coupon('SPRING');
    const input = { couponId, count: 5, pattern, idempotencyKey: 'once' };
    const first = succeeded(await generateTestCodes(scope, input));
    expect(await generateTestCodes(scope, input)).toEqual(first);
    expect(await generateTestCodes(scope, { ...input, count: 6 })).toMatchObject({
      failure: 'IdempotencyConflict',
    });
    expect(await scope.db.coupon.count({ where: { testOfId: uuidOf(couponId) } })).toBe(5);

    const always = { ...scope, randomBytes: (size: number) => Buffer.alloc(size) };
    succeeded(await generateTestCodes(always, { couponId, count: 1, pattern }));
    expect(await generateTestCodes(always, { couponId, count: 1, pattern })).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['pattern'] }],
    });
  });

  test.each<[string, object, object]>([
    ['none', { count: 0 }, { problems: [{ path: ['count'] }] }],
    ['too many', { count: 1_001 }, { problems: [{ path: ['count'] }] }],
    ['more than the pattern has', { pattern: 'T-{RAND:3}' }, { problems: [{ path: ['pattern'] }] }],
    ['of a pattern that is none', { pattern: 'T {RAND:9}' }, { problems: [{ path: ['pattern'] }] }],
    ['of nothing', { couponId: 'coupon_01h455vb4pex5vsknk084sn02q' }, { failure: 'CouponNotFound' }],
  ])('%s, then it is refused, and nothing is written', async (_, fields, refusal) => {
    const { scope, coupon } = await openShop();
    const { id: couponId } = await coupon('SPRING');
    const input = { couponId, count: 1_000, pattern, ...fields };
    expect(await generateTestCodes(scope, input)).toMatchObject(refusal);
    expect(await scope.db.coupon.count({ where: { isTest: true, tenantId: uuidOf(scope.tenantId) } })).toBe(
      0,
    );
    expect((await auditedBy(scope)).map(({ action }) => action)).not.toContain('test_codes.generated');
  });

  test.each(['deleted', "another tenant's"])('that is %s, then it is refused', async (how) => {
    const { scope, coupon } = await openShop();
    const { id: couponId } = await coupon('SPRING');
    if (how === 'deleted') succeeded(await deleteCoupon(scope, { id: couponId }));
    const asker = how === 'deleted' ? scope : (await openShop()).scope;
    const refusal = { failure: 'CouponNotFound', sought: couponId };
    expect(await generateTestCodes(asker, { couponId, count: 1, pattern })).toMatchObject(refusal);
  });
});

describe('Given a test code, when it is tried out', () => {
  test('then it has the rules and limits of the coupon that it was copied from, as they are by now', async () => {
    const { scope, original, copy, limit, apply } = await given();
    expect(await worth(scope, copy.code.toLowerCase())).toBe('10.00');

    await limit({ target: { couponId: original.id }, ceiling: { uses: 1 }, per: 'CHANNEL' });
    const targets = { couponIds: [original.id] };
    succeeded(await createRule(scope, { name: 'Web only', conditionJson: { channel: ['web'] }, targets }));
    succeeded(await apply('SPRING', { channel: 'web', customerId: 'ada' }));
    expect(await worth(scope, copy.code, { channel: 'app' })).toEqual(['RuleNotMet']);
    expect(await worth(scope, copy.code, { channel: 'web' })).toEqual(['LimitReached']);
  });

  test('in a preview, then it is used beside others, as often as one likes', async () => {
    const { scope, coupon, copy } = await given({ maxUses: 1 });
    await coupon('OTHER', { discount: percent('50') });
    const orders = ['one', 'two'].map((name) => ({ name, order: sum('100') }));
    const { totals } = succeeded(await sandboxPreview(scope, { orders, codes: [copy.code, 'OTHER'] }));
    expect(totals).toMatchObject([{ orders: 2, youSave: { minor: 11_000n } }]);
  });

  test('after the coupon was changed, then it is still what it was copied from', async () => {
    const { scope, original, copy } = await given();
    const patch = { discount: percent('20') };
    succeeded(await updateCoupon(scope, { id: original.id, version: 1, patch }));
    expect(await worth(scope, copy.code)).toBe('10.00');
  });
});

describe('Given a test code, when it is used anywhere but in the sandbox', () => {
  const notFound = { failure: 'CouponNotFound' };
  const order = sum('100');
  const unknownRule = { name: 'Any', conditionJson: { channel: 'web' } };
  type Shop = Awaited<ReturnType<typeof given>>;

  test.each<[string, (shop: Shop) => Promise<unknown>, unknown]>([
    ['validateCoupon', ({ validate, copy }) => validate(copy.code), notFound],
    ['applyCoupon', ({ apply, copy }) => apply(copy.code), notFound],
    [
      'reserveCoupons',
      ({ reserve, copy }) => reserve('checkout', [copy.code]),
      {
        failure: 'ReservationRefused',
        refusals: [notFound],
      },
    ],
    [
      'validateCoupons',
      async ({ scope, copy }) =>
        succeeded(await validateCoupons(scope, { codes: [copy.code], order })).codes[0]!,
      { coupon: null, reasons: [notFound] },
    ],
    [
      'previewPromotions',
      async ({ scope, copy }) => succeeded(await previewPromotions(scope, { codes: [copy.code], order })),
      { combination: { applied: [] }, rejected: [{ reasons: [notFound] }] },
    ],
    [
      'applyPromotions',
      ({ scope, copy }) => applyPromotions(scope, { codes: [copy.code], order }),
      { failure: 'PromotionsRefused' },
    ],
    ['checkLimits', ({ scope, copy }) => checkLimits(scope, { code: copy.code }), notFound],
    [
      'limits by its code',
      ({ scope, copy }) => findEffectiveLimits(scope, { of: { code: copy.code } }),
      null,
    ],
    [
      'limits by its id',
      ({ scope, copy }) => findEffectiveLimits(scope, { of: { couponId: copy.id } }),
      null,
    ],
    [
      'checkEligibility by its code',
      ({ scope, copy }) => checkEligibility(scope, { of: { code: copy.code }, order }),
      notFound,
    ],
    [
      'checkEligibility by its id',
      ({ scope, copy }) => checkEligibility(scope, { of: { couponId: copy.id }, order }),
      notFound,
    ],
    ['couponByCode', ({ scope, copy }) => findCouponByCode(scope, copy.code), null],
    [
      'createRule',
      ({ scope, copy }) => createRule(scope, { ...unknownRule, targets: { couponIds: [copy.id] } }),
      { failure: 'RuleTargetNotFound' },
    ],
    [
      'createLimit',
      ({ scope, copy }) => createLimit(scope, { target: { couponId: copy.id }, ceiling: { uses: 1 } }),
      { failure: 'LimitTargetNotFound' },
    ],
    [
      'createBrand with its code for all fans',
      ({ scope, copy: { code: fixedCode } }) =>
        createBrand(scope, {
          slug: 'acme',
          name: 'Acme',
          offer: { name: 'Offer', discount: percent('10'), fixedCode, verifyEmail: false },
        }),
      { failure: 'CouponCodeTaken' },
    ],
  ])('by %s, then there is none', async (_, use, answer) => {
    const shop = await given();
    const outcome = await use(shop);
    if (answer === null) expect(outcome).toBeNull();
    else expect(outcome).toMatchObject(answer as object);
  });

  test('then no list shows it that does not ask for test coupons', async () => {
    const { scope, copy } = await given();
    const listed = async (filter: object) =>
      (await listCoupons(scope, filter, null, {})).edges.map(({ node }) => node.code);
    expect(await listed({})).toEqual(['SPRING']);
    expect(await listed({ isTest: false })).toEqual(['SPRING']);
    expect(await listed({ isTest: true })).toEqual([copy.code]);
  });

  test('then even the database refuses to count a use of it', async () => {
    const { scope, copy } = await given();
    const id = uuidOf(copy.id);
    await expect(
      scope.db.$executeRaw`UPDATE coupons SET uses_count = 1 WHERE id = ${id}::uuid`,
    ).rejects.toThrow('coupons_test_unused');
    await expect(
      scope.db.$executeRaw`UPDATE coupons SET is_test = false WHERE id = ${id}::uuid`,
    ).rejects.toThrow('coupons_test_of_is_test');
  });

  test('then no real coupon can be made under it', async () => {
    const { coupon, copy } = await given();
    await expect(coupon(copy.code)).rejects.toThrow('CouponCodeTaken');
  });
});

describe('Given test codes of two coupons, when they are deleted', () => {
  async function givenTwo() {
    const shop = await given();
    const other = await shop.coupon('OTHER');
    await generate(shop.scope, other.id, 2);
    const left = async () => (await listCoupons(shop.scope, { isTest: true }, null, {})).edges.length;
    return { ...shop, other, left };
  }

  test('those of one coupon are gone for good, and it itself is not', async () => {
    const { scope, other, left } = await givenTwo();
    expect(await deleteTestCodes(scope, { couponId: other.id, reason: 'done' })).toEqual({ deletedCount: 2 });
    expect(await left()).toBe(1);
    expect(await findCoupon(scope, other.id)).toEqual(other);
    expect((await auditedBy(scope, other.id)).at(-1)).toMatchObject({
      action: 'test_codes.deleted',
      reason: 'done',
      before: { count: 2 },
      after: null,
    });
  });

  test('all are gone, of this tenant, and a second time there are none', async () => {
    const { scope, left } = await givenTwo();
    const { scope: stranger, original } = await given();
    expect(await deleteTestCodes(scope, {})).toEqual({ deletedCount: 3 });
    expect(await left()).toBe(0);
    expect(await deleteTestCodes(scope, {})).toEqual({ deletedCount: 0 });
    expect(await deleteTestCodes(scope, { couponId: original.id })).toMatchObject({
      failure: 'CouponNotFound',
    });
    expect(await deleteTestCodes(stranger, {})).toEqual({ deletedCount: 1 });
  });

  test('for a repeat of their generation there is nothing left to show', async () => {
    const { scope, other } = await givenTwo();
    const input = { couponId: other.id, count: 2, pattern, idempotencyKey: 'once' };
    const { couponIds } = succeeded(await generateTestCodes(scope, input));
    succeeded(await deleteTestCodes(scope, {}));
    expect(await generateTestCodes(scope, input)).toEqual({ couponIds });
    expect(await findCouponsInOrder(scope, couponIds)).toEqual([]);
  });

  test('with the coupon itself, for good, its test codes go as well', async () => {
    const { scope, other, left } = await givenTwo();
    succeeded(await deleteCoupon(scope, { id: other.id, hard: true }));
    expect(await left()).toBe(1);
  });
});
