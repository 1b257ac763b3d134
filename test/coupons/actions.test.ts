import { afterAll, describe, expect, test } from 'vitest';
import { matchingItems } from '../../src/discounts/target.js';
import { createCampaign } from '../../src/campaigns/actions.js';
import {
  activateCoupon,
  countCustomersAbove,
  createCoupon,
  deactivateCoupon,
  deleteCoupon,
  findCoupon,
  findCouponByCode,
  findCoupons,
  reactivateCoupon,
  revokeCoupon,
  updateCoupon,
} from '../../src/coupons/actions.js';
import { everything } from '../../src/coupons/applicability.js';
import { stacksWithAll } from '../../src/coupons/stacking.js';
import { usesLeft, type Coupon, type CouponAction, type CouponState } from '../../src/coupons/core.js';
import { lockFacts } from '../../src/evaluation/actions/loading.js';
import { uuidOf } from '../../src/lib/id.js';
import { jsonOf } from '../../src/lib/json.js';
import { isFailure } from '../../src/lib/outcome.js';
import { openDatabase } from '../../src/platform/database.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { applyCoupon } from '../../src/redemptions/actions.js';
import { voidRedemption } from '../../src/returns/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { announcedBy, auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
/** A tenant of the test's own, so that it can count all that is written. */
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });

const tenPercent = { percentage: { percent: '10' } };
const gbp = (amount: string) => ({ amount, currency: 'GBP' });

const create = (scope: TestScope, fields: object = {}) =>
  createCoupon(scope, { code: 'SUMMER10', discount: tenPercent, ...fields });

async function given(fields: object = {}) {
  const scope = freshScope();
  const coupon = succeeded(await create(scope, fields));
  return { scope, coupon };
}

/** How much there is of everything that a write could leave. */
async function written(scope: TestScope) {
  const where = { tenantId: uuidOf(scope.tenantId) };
  return {
    coupons: await db.coupon.count({ where }),
    audited: (await auditedBy(scope)).map(({ action }) => action),
    announced: (await announcedBy(scope)).map(({ type }) => type),
    keys: await db.idempotencyKey.count({ where }),
  };
}
const nothing = { coupons: 0, audited: [], announced: [], keys: 0 };

const later = new Date('2026-04-01T00:00:00.000Z');
const latest = new Date('2026-05-01T00:00:00.000Z');

/** Exactly one entry in the audit log and one outgoing event beyond those before, with what was and what is. */
async function expectTold(
  scope: TestScope,
  skipped: number,
  event: { action: string; before: object | null; after: object | null; reason?: string },
) {
  const [before, after] = [event.before && jsonOf(event.before), event.after && jsonOf(event.after)];
  const { action, reason = null } = event;
  expect((await auditedBy(scope)).slice(skipped)).toEqual([
    { action, reason, before, after, actor: scope.actor },
  ]);
  expect((await announcedBy(scope)).slice(skipped)).toEqual([{ type: action, payload: { before, after } }]);
}

describe('given nothing', () => {
  test('when a coupon is made of a code and a discount, then all else is open', async () => {
    const { scope, coupon } = await given();

    expect(coupon).toEqual({
      id: coupon.id,
      code: 'SUMMER10',
      codeKey: 'SUMMER10',
      isCaseSensitive: false,
      trigger: 'CODE',
      isTest: false,
      testOfId: null,
      templateId: null,
      state: 'ACTIVE',
      description: null,
      discount: {
        kind: 'PERCENTAGE',
        basisPoints: 1_000,
        maximum: null,
        ...matchingItems,
        freeShipping: false,
      },
      currency: null,
      minimumOrder: null,
      taxBasis: null,
      validFrom: null,
      validUntil: null,
      maxUses: null,
      perCustomerLimit: null,
      usesCount: 0,
      balance: null,
      applicability: everything,
      stacking: stacksWithAll,
      campaignId: null,
      metadata: {},
      createdBy: scope.actor,
      version: 1,
      revokedAt: null,
      deletedAt: null,
      createdAt: scope.now(),
      updatedAt: scope.now(),
    });
    expect(await findCoupon(scope, coupon.id)).toEqual(coupon);
    expect(await written(scope)).toEqual({
      coupons: 1,
      audited: ['coupon.created'],
      announced: ['coupon.created'],
      keys: 0,
    });
  });

  test('when every field is given, then every one is kept, and it is told of once', async () => {
    const scope = freshScope();
    const campaign = succeeded(await createCampaign(scope, { name: 'Spring' }));

    const coupon = succeeded(
      await createCoupon(scope, {
        code: ' Ｓummer-10 ',
        isCaseSensitive: true,
        trigger: 'AUTOMATIC',
        discount: { percentage: { percent: '12.5', maximum: gbp('30'), freeShipping: true } },
        description: ' Flowers ',
        minimumOrder: gbp('50.00'),
        taxBasis: 'NET',
        validFrom: later,
        validUntil: latest,
        maxUses: 100,
        perCustomerLimit: 2,
        applicability: {
          includeProducts: ['A'],
          excludeProducts: ['B'],
          includeCategories: ['C'],
          excludeCategories: ['D'],
          includeTags: ['E'],
          excludeTags: ['F'],
        },
        campaignId: campaign.id,
        stacking: {
          isExclusive: true,
          group: 'Spring',
          priority: 7,
          combinableWith: { codes: ['other', ' Ｂ-2 ', 'Other', 'b-2'], groups: ['Summer', 'SUMMER'] },
          base: 'INITIAL',
          priceFloor: '25',
        },
        metadata: { owner: { team: 'marketing' }, big: 9_007_199_254_740_991, text: '😀' },
        isDraft: true,
        reason: 'Season opens',
      }),
    );

    expect(coupon).toEqual({
      id: coupon.id,
      code: 'Summer-10',
      codeKey: 'Summer-10',
      isCaseSensitive: true,
      trigger: 'AUTOMATIC',
      isTest: false,
      testOfId: null,
      templateId: null,
      state: 'DRAFT',
      description: 'Flowers',
      discount: {
        kind: 'PERCENTAGE',
        basisPoints: 1_250,
        maximum: [{ minor: 3_000n, currency: 'GBP' }],
        ...matchingItems,
        freeShipping: true,
      },
      currency: 'GBP',
      minimumOrder: { minor: 5_000n, currency: 'GBP' },
      taxBasis: 'NET',
      validFrom: later,
      validUntil: latest,
      maxUses: 100,
      perCustomerLimit: 2,
      usesCount: 0,
      balance: null,
      applicability: {
        includeProducts: ['A'],
        excludeProducts: ['B'],
        includeCategories: ['C'],
        excludeCategories: ['D'],
        includeTags: ['E'],
        excludeTags: ['F'],
      },
      stacking: {
        isExclusive: true,
        group: 'spring',
        priority: 7,
        combinableWith: { codes: ['OTHER', 'B-2'], groups: ['summer'] },
        base: 'INITIAL',
        floorBasisPoints: 2_500,
      },
      campaignId: campaign.id,
      metadata: { owner: { team: 'marketing' }, big: 9_007_199_254_740_991, text: '😀' },
      createdBy: scope.actor,
      version: 1,
      revokedAt: null,
      deletedAt: null,
      createdAt: scope.now(),
      updatedAt: scope.now(),
    });
    expect(await findCoupon(scope, coupon.id)).toEqual(coupon);
    expect(await findCouponByCode(scope, 'Summer-10')).toEqual(coupon);
    expect(await findCoupons(scope, [coupon.id])).toEqual([coupon]);
    await expectTold(scope, 1, {
      action: 'coupon.created',
      before: null,
      after: coupon,
      reason: 'Season opens',
    });
  });

  test.each<[string, object, object, string | null]>([
    [
      'a percentage',
      { percentage: { percent: '0.01' } },
      { kind: 'PERCENTAGE', basisPoints: 1, maximum: null, ...matchingItems, freeShipping: false },
      null,
    ],
    [
      'an amount',
      { fixed: { amount: gbp('15') } },
      { kind: 'FIXED', amount: [{ minor: 1_500n, currency: 'GBP' }], ...matchingItems, freeShipping: false },
      'GBP',
    ],
    [
      'a huge amount without decimals',
      { fixed: { amount: { amount: '1000000000000000', currency: 'JPY' }, freeShipping: true } },
      {
        kind: 'FIXED',
        amount: [{ minor: 10n ** 15n, currency: 'JPY' }],
        ...matchingItems,
        freeShipping: true,
      },
      'JPY',
    ],
    ['shipping', { freeShipping: {} }, { kind: 'FREE_SHIPPING', maximum: null, countries: [] }, null],
    [
      'shipping up to an amount with three decimals',
      { freeShipping: { maximum: { amount: '1.5', currency: 'KWD' } } },
      { kind: 'FREE_SHIPPING', maximum: [{ minor: 1_500n, currency: 'KWD' }], countries: [] },
      'KWD',
    ],
  ])('when it takes off %s, then that is what is kept', async (_, discount, expected, currency) => {
    const { scope, coupon } = await given({ discount });

    expect(coupon.discount).toEqual(expected);
    expect(coupon.currency).toBe(currency);
    expect(await findCoupon(scope, coupon.id)).toEqual(coupon);
  });

  test('when only the minimum is an amount, then its currency is the coupon’s', async () => {
    const { coupon } = await given({ minimumOrder: { amount: '0', currency: 'JPY' } });

    expect(coupon).toMatchObject({ currency: 'JPY', minimumOrder: { minor: 0n, currency: 'JPY' } });
  });

  test.each<[string, object, string[][]]>([
    ['no code', { code: ' ' }, [['code']]],
    ['a code with a space', { code: 'SUM MER' }, [['code']]],
    ['a code that is too long', { code: 'x'.repeat(65) }, [['code']]],
    [
      'others with codes that no code can look like',
      { stacking: { combinableWith: { codes: ['A', 'not ok!!', '', 'x'.repeat(65)] } } },
      [1, 2, 3].map((index) => ['stacking', 'combinableWith', 'codes', String(index)]),
    ],
    [
      'a gift card that comes by itself',
      { trigger: 'AUTOMATIC', discount: { giftCard: { balance: gbp('5') } } },
      [['trigger']],
    ],
    ['no kind of discount', { discount: {} }, [['discount']]],
    ['two kinds of discounts', { discount: { ...tenPercent, freeShipping: {} } }, [['discount']]],
    ['no per cent', { discount: { percentage: { percent: '0' } } }, [['discount', 'percentage', 'percent']]],
    [
      'more than all',
      { discount: { percentage: { percent: '100.01' } } },
      [['discount', 'percentage', 'percent']],
    ],
    [
      'a third decimal of per cent',
      { discount: { percentage: { percent: '1.001' } } },
      [['discount', 'percentage', 'percent']],
    ],
    [
      'negative per cent',
      { discount: { percentage: { percent: '-1' } } },
      [['discount', 'percentage', 'percent']],
    ],
    [
      'an amount of nothing',
      { discount: { fixed: { amount: gbp('0') } } },
      [['discount', 'fixed', 'amount', 'amount']],
    ],
    [
      'a ceiling of nothing',
      { discount: { freeShipping: { maximum: gbp('0.00') } } },
      [['discount', 'freeShipping', 'maximum', 'amount']],
    ],
    [
      'too exact an amount',
      { discount: { fixed: { amount: gbp('1.999') } } },
      [['discount', 'fixed', 'amount', 'amount']],
    ],
    [
      'an unknown currency',
      { minimumOrder: { amount: '1', currency: 'ABC' } },
      [['minimumOrder', 'currency']],
    ],
    [
      'a minimum in another currency than the amount',
      { discount: { fixed: { amount: gbp('5') } }, minimumOrder: { amount: '50', currency: 'EUR' } },
      [['minimumOrder']],
    ],
    [
      'a minimum in another currency than the ceiling',
      {
        discount: { percentage: { percent: '5', maximum: gbp('5') } },
        minimumOrder: { amount: '50', currency: 'EUR' },
      },
      [['minimumOrder']],
    ],
    ['an end at its start', { validFrom: later, validUntil: later }, [['validUntil']]],
    ['an end before its start', { validFrom: latest, validUntil: later }, [['validUntil']]],
    ['no uses', { maxUses: 0 }, [['maxUses']]],
    ['negative uses by a customer', { perCustomerLimit: -1 }, [['perCustomerLimit']]],
    ['a description that is too long', { description: 'x'.repeat(1_001) }, [['description']]],
    ['metadata that is too large', { metadata: { text: 'x'.repeat(16 * 1024) } }, [['metadata']]],
    [
      'a product without a name',
      { applicability: { includeProducts: ['A', ''] } },
      [['applicability', 'includeProducts', '1']],
    ],
    [
      'several problems',
      { code: '', maxUses: 0, perCustomerLimit: 0 },
      [['maxUses'], ['perCustomerLimit'], ['code']],
    ],
  ])(
    'when a coupon has %s, then it is refused with its place, and nothing is written',
    async (_, fields, paths) => {
      const scope = freshScope();

      const refused = await create(scope, { idempotencyKey: 'once', ...fields });

      expect(refused).toMatchObject({ failure: 'InvalidInput', problems: paths.map((path) => ({ path })) });
      expect(await written(scope)).toEqual(nothing);
    },
  );

  test.each([['campaign_01h455vb4pex5vsknk084sn02q'], ['coupon_01h455vb4pex5vsknk084sn02q'], ['x'], ['']])(
    'when the campaign is %j, then there is none, and nothing is written',
    async (campaignId) => {
      const scope = freshScope();

      const refused = await create(scope, { campaignId, idempotencyKey: 'once' });

      expect(refused).toEqual({
        failure: 'CampaignNotFound',
        message: `There is no campaign "${campaignId}".`,
        campaignId,
      });
      expect(await written(scope)).toEqual(nothing);
    },
  );

  test('when the campaign is another tenant’s, then there is none', async () => {
    const stranger = freshScope();
    const campaign = succeeded(await createCampaign(stranger, { name: 'Theirs' }));
    const scope = freshScope();

    expect(await create(scope, { campaignId: campaign.id })).toMatchObject({ failure: 'CampaignNotFound' });
    expect(await written(scope)).toEqual(nothing);
  });
});

describe('given a coupon with a code', () => {
  test.each([
    ['SUMMER10', 'SUMMER10'],
    ['summer10', 'SUMMER10'],
    ['Summer10', 'sUMMER10'],
    ['ＳＵＭＭＥＲ１０', 'summer10'],
    ['straße', 'STRASSE'],
    ['STRAẞE', 'strasse'],
  ])(
    '%s, when another is made with %s, then the code is taken and nothing is written',
    async (code, again) => {
      const { scope, coupon } = await given({ code });

      const refused = await create(scope, { code: again, idempotencyKey: 'once' });

      expect(refused).toEqual({
        failure: 'CouponCodeTaken',
        message: `Another coupon has the code "${again}".`,
        couponCode: again,
      });
      expect(await findCouponByCode(scope, again)).toEqual(coupon);
      expect(await written(scope)).toMatchObject({ coupons: 1, audited: ['coupon.created'], keys: 0 });
    },
  );

  test('when the case matters, then twins live side by side, and each is found by its own spelling', async () => {
    const { scope, coupon: folded } = await given({ code: 'Summer' });
    const exact = succeeded(await create(scope, { code: 'Summer', isCaseSensitive: true }));
    const small = succeeded(await create(scope, { code: 'summer', isCaseSensitive: true }));

    expect(await findCouponByCode(scope, 'Summer')).toEqual(exact);
    expect(await findCouponByCode(scope, ' sum mer')).toEqual(small);
    expect(await findCouponByCode(scope, 'sUMMER')).toEqual(folded);
    expect(await create(scope, { code: 'Summer', isCaseSensitive: true })).toMatchObject({
      failure: 'CouponCodeTaken',
    });
  });

  test('when the case matters and no other is there, then other spellings find nothing', async () => {
    const { scope, coupon } = await given({ code: 'Summer', isCaseSensitive: true });

    expect(await findCouponByCode(scope, 'Sum mer')).toEqual(coupon);
    expect(await findCouponByCode(scope, 'SUMMER')).toBeNull();
    expect(await findCouponByCode(scope, 'summer')).toBeNull();
  });

  test('when 8 make it at once, then one is made and 7 are told that it is taken', async () => {
    const scope = freshScope();

    const outcomes = await Promise.all(Array.from({ length: 8 }, () => create(scope)));

    const failures = outcomes.filter(isFailure).map(({ failure }) => failure);
    expect(failures).toEqual(Array.from({ length: 7 }, () => 'CouponCodeTaken'));
    expect(await written(scope)).toEqual({
      coupons: 1,
      audited: ['coupon.created'],
      announced: ['coupon.created'],
      keys: 0,
    });
  });

  test('when it is deleted, then its code is free; when for good, then too', async () => {
    const { scope, coupon: first } = await given();

    succeeded(await deleteCoupon(scope, { id: first.id }));
    expect(await findCouponByCode(scope, 'summer10')).toBeNull();
    const second = succeeded(await create(scope, { code: 'summer10' }));
    expect(await findCouponByCode(scope, 'SUMMER10')).toEqual(second);

    succeeded(await deleteCoupon(scope, { id: second.id, hard: true }));
    const third = succeeded(await create(scope));
    expect(await findCouponByCode(scope, 'SUMMER10')).toEqual(third);
  });

  test('when it is revoked, then its code stays taken', async () => {
    const { scope, coupon } = await given();
    succeeded(await revokeCoupon(scope, { id: coupon.id }));

    expect(await create(scope)).toMatchObject({ failure: 'CouponCodeTaken' });
  });

  test('another tenant may have the same code, and sees only its own', async () => {
    const { coupon } = await given();
    const { scope: stranger, coupon: theirs } = await given();

    expect(await findCouponByCode(stranger, 'SUMMER10')).toEqual(theirs);
    expect(await findCoupon(stranger, coupon.id)).toBeNull();
    expect(await findCoupons(stranger, [coupon.id, theirs.id])).toEqual([theirs]);
  });

  test.each(['', ' ', 'SUMMER', 'SUMMER100', '%', 'SUMMER1_', 'x'.repeat(10_000)])(
    'when %j is typed, then nothing is found',
    async (typed) => {
      const { scope } = await given();
      expect(await findCouponByCode(scope, typed)).toBeNull();
    },
  );
});

describe('given a coupon with all there is, a patch', () => {
  const full = {
    discount: { fixed: { amount: gbp('5') } },
    description: 'Flowers',
    minimumOrder: gbp('50'),
    taxBasis: 'GROSS',
    validFrom: later,
    validUntil: latest,
    maxUses: 10,
    perCustomerLimit: 2,
    applicability: { includeTags: ['red'] },
    metadata: { a: 1 },
  };
  async function givenFull() {
    const scope = freshScope();
    const campaign = succeeded(await createCampaign(scope, { name: 'Spring' }));
    const other = succeeded(await createCampaign(scope, { name: 'Summer' }));
    const coupon = succeeded(await create(scope, { ...full, campaignId: campaign.id }));
    scope.clock.forward(60_000);
    return { scope, coupon, other };
  }

  /** For each field of a patch: a value as it is sent, as it is kept, and what null leaves. */
  const fields: [keyof Coupon, unknown, unknown, unknown][] = [
    ['description', 'Trees', 'Trees', null],
    ['minimumOrder', gbp('60'), { minor: 6_000n, currency: 'GBP' }, null],
    ['taxBasis', 'NET', 'NET', null],
    ['validFrom', new Date('2026-03-15T00:00:00Z'), new Date('2026-03-15T00:00:00Z'), null],
    ['validUntil', new Date('2026-06-01T00:00:00Z'), new Date('2026-06-01T00:00:00Z'), null],
    ['maxUses', 20, 20, null],
    ['perCustomerLimit', 3, 3, null],
    ['applicability', { excludeTags: ['blue'] }, { ...everything, excludeTags: ['blue'] }, everything],
    ['metadata', { b: 2 }, { b: 2 }, {}],
  ];

  test.each(fields)('of %s changes it and leaves the rest', async (field, sent, kept) => {
    const { scope, coupon } = await givenFull();

    const after = succeeded(
      await updateCoupon(scope, { id: coupon.id, version: 1, patch: { [field]: sent }, reason: 'Better' }),
    );

    expect(after).toEqual({ ...coupon, [field]: kept, version: 2, updatedAt: scope.now() });
    expect(await findCoupon(scope, coupon.id)).toEqual(after);
    await expectTold(scope, 3, { action: 'coupon.updated', before: coupon, after, reason: 'Better' });
  });

  test.each(fields)('with null for %s clears it and leaves the rest', async (field, _, __, cleared) => {
    const { scope, coupon } = await givenFull();

    const after = succeeded(
      await updateCoupon(scope, { id: coupon.id, version: 1, patch: { [field]: null } }),
    );

    expect(after).toEqual({ ...coupon, [field]: cleared, version: 2, updatedAt: scope.now() });
    expect(await findCoupon(scope, coupon.id)).toEqual(after);
  });

  test('of nothing leaves all, the version too', async () => {
    const { scope, coupon } = await givenFull();
    const patch = Object.fromEntries([
      ...fields.map(([field]) => [field, undefined]),
      ['campaignId', undefined],
    ]);

    const after = succeeded(await updateCoupon(scope, { id: coupon.id, version: 1, patch }));

    expect(after).toEqual(coupon);
    expect(await findCoupon(scope, coupon.id)).toEqual(after);
  });

  test('of the campaign moves it to another, out of any, and back', async () => {
    const { scope, coupon, other } = await givenFull();
    const move = async (version: number, campaignId: string | null) =>
      succeeded(await updateCoupon(scope, { id: coupon.id, version, patch: { campaignId } })).campaignId;

    expect(await move(1, other.id)).toBe(other.id);
    expect(await move(2, null)).toBeNull();
    expect((await findCoupon(scope, coupon.id))!.campaignId).toBeNull();
    expect(await move(3, coupon.campaignId)).toBe(coupon.campaignId);
    expect(await findCoupon(scope, coupon.id)).toMatchObject({ campaignId: coupon.campaignId, version: 4 });
  });

  test('of the discount replaces it as a whole, with its currency', async () => {
    const { scope, coupon } = await givenFull();

    const patch = { discount: tenPercent, minimumOrder: { amount: '9', currency: 'KWD' } };
    const after = succeeded(await updateCoupon(scope, { id: coupon.id, version: 1, patch }));

    expect(after).toMatchObject({
      discount: { kind: 'PERCENTAGE', basisPoints: 1_000 },
      currency: 'KWD',
      minimumOrder: { minor: 9_000n, currency: 'KWD' },
    });
    expect(await findCoupon(scope, coupon.id)).toEqual(after);
    expect(await db.coupon.count({ where: { id: uuidOf(coupon.id), discountKind: 'PERCENTAGE' } })).toBe(1);
  });

  test('that takes away the last amount leaves it without a currency', async () => {
    const { scope, coupon } = await givenFull();
    const patch = { discount: tenPercent, minimumOrder: null };

    const after = succeeded(await updateCoupon(scope, { id: coupon.id, version: 1, patch }));

    expect(after.currency).toBeNull();
    expect(await findCoupon(scope, coupon.id)).toEqual(after);
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['clears the discount', { discount: null }, ['discount']],
    ['has two kinds of discounts', { discount: { ...tenPercent, freeShipping: {} } }, ['discount']],
    [
      'has a discount in another currency',
      { discount: { fixed: { amount: { amount: '5', currency: 'EUR' } } } },
      ['minimumOrder'],
    ],
    [
      'has a minimum in another currency',
      { minimumOrder: { amount: '5', currency: 'EUR' } },
      ['minimumOrder'],
    ],
    ['starts at the end', { validFrom: latest }, ['validUntil']],
    ['ends at the start', { validUntil: later }, ['validUntil']],
    ['allows no use', { maxUses: 0 }, ['maxUses']],
    ['states no such tax basis', { taxBasis: 'net' }, ['taxBasis']],
    ['allows a customer no use', { perCustomerLimit: 0 }, ['perCustomerLimit']],
    ['has too long a description', { description: 'x'.repeat(1_001) }, ['description']],
    ['has too much metadata', { metadata: { text: 'x'.repeat(16 * 1024) } }, ['metadata']],
  ])('that %s is refused, and nothing is written', async (_, patch, path) => {
    const { scope, coupon } = await givenFull();

    const refused = await updateCoupon(scope, { id: coupon.id, version: 1, patch, idempotencyKey: 'once' });

    expect(refused).toMatchObject({ failure: 'InvalidInput', problems: [{ path: ['patch', ...path] }] });
    expect(await findCoupon(scope, coupon.id)).toEqual(coupon);
    expect(await written(scope)).toMatchObject({ audited: { length: 3 }, announced: { length: 3 }, keys: 0 });
  });

  test.each(['campaign_01h455vb4pex5vsknk084sn02q', 'x', ''])(
    'that names the campaign %j finds none, and nothing is written',
    async (campaignId) => {
      const { scope, coupon } = await givenFull();

      const refused = await updateCoupon(scope, { id: coupon.id, version: 1, patch: { campaignId } });

      expect(refused).toMatchObject({ failure: 'CampaignNotFound', campaignId });
      expect(await findCoupon(scope, coupon.id)).toEqual(coupon);
    },
  );
});

describe('given two editors of one coupon', () => {
  test('when the second has not seen the first’s change, then it is refused with both versions', async () => {
    const { scope, coupon } = await given();
    const first = succeeded(await updateCoupon(scope, { id: coupon.id, version: 1, patch: { maxUses: 5 } }));

    const second = await updateCoupon(scope, { id: coupon.id, version: 1, patch: { maxUses: 9 } });

    expect(second).toEqual({
      failure: 'VersionConflict',
      message: 'The change is based on version 1, but the object is at version 2.',
      sentVersion: 1,
      currentVersion: 2,
    });
    expect(await findCoupon(scope, coupon.id)).toEqual(first);
    expect((await auditedBy(scope)).map(({ action }) => action)).toEqual([
      'coupon.created',
      'coupon.updated',
    ]);
  });

  test('when a version is sent that is still to come, then it is refused as well', async () => {
    const { scope, coupon } = await given();

    expect(await updateCoupon(scope, { id: coupon.id, version: 2, patch: {} })).toMatchObject({
      failure: 'VersionConflict',
      currentVersion: 1,
    });
  });

  test('when both save at once, 6 of them even, then exactly one wins', async () => {
    const { scope, coupon } = await given();

    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((maxUses) =>
        updateCoupon(scope, { id: coupon.id, version: 1, patch: { maxUses } }),
      ),
    );

    const [winner, ...others] = outcomes.filter((outcome) => !isFailure(outcome));
    expect(others).toEqual([]);
    expect(outcomes.filter(isFailure).map(({ failure }) => failure)).toEqual(
      Array.from({ length: 5 }, () => 'VersionConflict'),
    );
    expect(await findCoupon(scope, coupon.id)).toEqual(winner);
    expect(await written(scope)).toMatchObject({ audited: { length: 2 }, announced: { length: 2 } });
  });
});

describe('given a coupon that is used three times', () => {
  const order = { subtotal: gbp('100') };
  async function givenUsed(fields: object = {}) {
    const { scope, coupon } = await given({ maxUses: 5, ...fields });
    const redemptions = [];
    for (const customerId of ['ada', 'ada', 'bob']) {
      redemptions.push(succeeded(await applyCoupon(scope, { code: coupon.code, order, customerId })));
    }
    return { scope, coupon, redemptions };
  }

  test('when its maximum is set below that, then none is left, and none is lost', async () => {
    const { scope, coupon } = await givenUsed();

    const after = succeeded(await updateCoupon(scope, { id: coupon.id, version: 1, patch: { maxUses: 1 } }));

    expect(after).toMatchObject({ maxUses: 1, usesCount: 3 });
    expect(usesLeft(after)).toBe(0);
    expect(await findCoupon(scope, coupon.id)).toEqual(after);
    expect(await applyCoupon(scope, { code: coupon.code, order })).toMatchObject({
      failure: 'UsageLimitReached',
      limit: 1,
      used: 3,
    });
    expect((await findCoupon(scope, coupon.id))!.usesCount).toBe(3);
  });

  test('and its maximum is set below that, when uses are given back, then the maximum holds', async () => {
    const { scope, coupon, redemptions } = await givenUsed();
    succeeded(await updateCoupon(scope, { id: coupon.id, version: 1, patch: { maxUses: 2 } }));
    const apply = () => applyCoupon(scope, { code: coupon.code, order });

    succeeded(await voidRedemption(scope, { id: redemptions[0]!.id }));
    expect(await apply()).toMatchObject({ failure: 'UsageLimitReached', limit: 2, used: 2 });
    succeeded(await voidRedemption(scope, { id: redemptions[1]!.id }));
    succeeded(await apply());
    expect(await apply()).toMatchObject({ failure: 'UsageLimitReached', limit: 2, used: 2 });
  });

  test('when its definition is changed, then its uses and those of its customers stay', async () => {
    const { scope, coupon } = await givenUsed({ perCustomerLimit: 2 });

    succeeded(await updateCoupon(scope, { id: coupon.id, version: 1, patch: { description: 'x' } }));

    expect(await findCoupon(scope, coupon.id)).toMatchObject({ usesCount: 3, version: 2 });
    expect(await applyCoupon(scope, { code: coupon.code, order, customerId: 'ada' })).toMatchObject({
      failure: 'CustomerLimitReached',
      used: 2,
    });
  });

  test('when the customer’s limit is set or taken away, then it can be told how many are above it', async () => {
    const { scope, coupon } = await givenUsed();
    const above = async (version: number, perCustomerLimit: number | null) => {
      const patch = { perCustomerLimit };
      return countCustomersAbove(
        scope,
        succeeded(await updateCoupon(scope, { id: coupon.id, version, patch })),
      );
    };

    expect(await countCustomersAbove(scope, coupon)).toBeNull();
    expect(await above(1, 2)).toBe(0);
    expect(await above(2, 1)).toBe(1);
    expect(await above(3, null)).toBeNull();
  });

  test('when the customer’s limit is taken on later, then earlier uses count', async () => {
    const { scope, coupon } = await givenUsed();

    succeeded(await updateCoupon(scope, { id: coupon.id, version: 1, patch: { perCustomerLimit: 1 } }));

    expect(await applyCoupon(scope, { code: coupon.code, order, customerId: 'ada' })).toMatchObject({
      failure: 'CustomerLimitReached',
      limit: 1,
      used: 2,
    });
  });

  test('when it is deleted, then its redemptions and its uses stay', async () => {
    const { scope, coupon } = await givenUsed();

    expect(await deleteCoupon(scope, { id: coupon.id })).toEqual({ couponId: coupon.id });

    expect(await findCoupon(scope, coupon.id)).toMatchObject({ usesCount: 3, deletedAt: scope.now() });
    expect(await db.redemption.count({ where: { couponId: uuidOf(coupon.id) } })).toBe(3);
    expect(await applyCoupon(scope, { code: coupon.code, order })).toMatchObject({
      failure: 'CouponNotFound',
    });
  });

  test.each([
    ['living', false],
    ['deleted', true],
  ])(
    'when it is %s and to go for good, then it stays, also once all uses are given back',
    async (_, deleteFirst) => {
      const { scope, coupon, redemptions } = await givenUsed();
      for (const { id } of redemptions) succeeded(await voidRedemption(scope, { id }));
      if (deleteFirst) succeeded(await deleteCoupon(scope, { id: coupon.id }));
      const before = await findCoupon(scope, coupon.id);
      const writtenBefore = await written(scope);

      const refused = await deleteCoupon(scope, { id: coupon.id, hard: true, idempotencyKey: 'once' });

      expect(refused).toEqual({
        failure: 'CouponUsed',
        message: 'The coupon has 3 redemptions, so it cannot be deleted for good.',
        redemptionsCount: 3,
      });
      expect(await findCoupon(scope, coupon.id)).toEqual(before);
      expect(await written(scope)).toEqual(writtenBefore);
    },
  );
});

describe('given a coupon of each state, an action', () => {
  const actions = { activateCoupon, deactivateCoupon, reactivateCoupon, revokeCoupon };
  const events: Record<CouponAction, string> = {
    activateCoupon: 'coupon.activated',
    deactivateCoupon: 'coupon.deactivated',
    reactivateCoupon: 'coupon.reactivated',
    revokeCoupon: 'coupon.revoked',
  };
  async function inState(state: CouponState) {
    const { scope, coupon } = await given({ isDraft: state === 'DRAFT' });
    if (state === 'INACTIVE') succeeded(await deactivateCoupon(scope, { id: coupon.id }));
    if (state === 'REVOKED') succeeded(await revokeCoupon(scope, { id: coupon.id }));
    scope.clock.forward(60_000);
    return { scope, before: (await findCoupon(scope, coupon.id))!, writtenBefore: await written(scope) };
  }
  type Expected = CouponState | 'same' | CouponAction[];
  const table: [CouponState, CouponAction, Expected][] = [
    ['DRAFT', 'activateCoupon', 'ACTIVE'],
    ['DRAFT', 'deactivateCoupon', ['activateCoupon', 'revokeCoupon']],
    ['DRAFT', 'reactivateCoupon', ['activateCoupon', 'revokeCoupon']],
    ['DRAFT', 'revokeCoupon', 'REVOKED'],
    ['ACTIVE', 'activateCoupon', 'same'],
    ['ACTIVE', 'deactivateCoupon', 'INACTIVE'],
    ['ACTIVE', 'reactivateCoupon', 'same'],
    ['ACTIVE', 'revokeCoupon', 'REVOKED'],
    ['INACTIVE', 'activateCoupon', ['reactivateCoupon', 'revokeCoupon']],
    ['INACTIVE', 'deactivateCoupon', 'same'],
    ['INACTIVE', 'reactivateCoupon', 'ACTIVE'],
    ['INACTIVE', 'revokeCoupon', 'REVOKED'],
    ['REVOKED', 'activateCoupon', []],
    ['REVOKED', 'deactivateCoupon', []],
    ['REVOKED', 'reactivateCoupon', []],
    ['REVOKED', 'revokeCoupon', 'same'],
  ];

  test.each(table)('%s, %s: %s', async (state, action, expected) => {
    const { scope, before, writtenBefore } = await inState(state);

    const outcome = await actions[action](scope, { id: before.id, reason: 'Asked for' });

    const after = await findCoupon(scope, before.id);
    if (expected === 'same') {
      expect(outcome).toEqual(before);
    } else if (typeof expected !== 'string') {
      expect(outcome).toMatchObject({ failure: 'CouponTransition', status: state, possible: expected });
    } else {
      const revokedAt = expected === 'REVOKED' ? scope.now() : null;
      const moved = {
        ...before,
        state: expected,
        revokedAt,
        version: before.version + 1,
        updatedAt: scope.now(),
      };
      expect(outcome).toEqual(moved);
      expect(after).toEqual(moved);
      const skipped = writtenBefore.audited.length;
      await expectTold(scope, skipped, { action: events[action], before, after: moved, reason: 'Asked for' });
      return;
    }
    expect(after).toEqual(before);
    expect(await written(scope)).toEqual(writtenBefore);
  });

  test('of a coupon whose time is over says so, and not its state', async () => {
    const { scope, coupon } = await given({ validUntil: latest, isDraft: true });
    succeeded(await activateCoupon(scope, { id: coupon.id }));
    scope.clock.set(latest);

    // It is ACTIVE underneath: stopping it is possible, and activating it again changes nothing.
    expect(await activateCoupon(scope, { id: coupon.id })).toMatchObject({ state: 'ACTIVE', version: 2 });
    succeeded(await deactivateCoupon(scope, { id: coupon.id }));
    expect(await activateCoupon(scope, { id: coupon.id })).toMatchObject({ status: 'INACTIVE' });
  });
});

describe('given a coupon that was deleted', () => {
  async function givenDeleted() {
    const { scope, coupon } = await given();
    scope.clock.forward(60_000);
    expect(await deleteCoupon(scope, { id: coupon.id, reason: 'Mistake' })).toEqual({ couponId: coupon.id });
    return { scope, coupon };
  }

  test('then it is still found by its id, and it is told of once', async () => {
    const { scope, coupon } = await givenDeleted();
    const after = { ...coupon, deletedAt: scope.now(), updatedAt: scope.now(), version: 2 };

    expect(await findCoupon(scope, coupon.id)).toEqual(after);
    await expectTold(scope, 1, { action: 'coupon.deleted', before: coupon, after, reason: 'Mistake' });
  });

  const everyAction: [string, (scope: TestScope, id: string) => Promise<unknown>][] = [
    ['updateCoupon', (scope, id) => updateCoupon(scope, { id, version: 2, patch: { maxUses: 1 } })],
    ['activateCoupon', (scope, id) => activateCoupon(scope, { id })],
    ['deactivateCoupon', (scope, id) => deactivateCoupon(scope, { id })],
    ['reactivateCoupon', (scope, id) => reactivateCoupon(scope, { id })],
    ['revokeCoupon', (scope, id) => revokeCoupon(scope, { id })],
    ['deleteCoupon', (scope, id) => deleteCoupon(scope, { id })],
  ];

  test.each(everyAction)(
    'when it is asked to %s, then it is not found, and nothing is written',
    async (_, act) => {
      const { scope, coupon } = await givenDeleted();
      const before = await findCoupon(scope, coupon.id);
      const writtenBefore = await written(scope);

      expect(await act(scope, coupon.id)).toEqual({
        failure: 'CouponNotFound',
        message: `There is no coupon "${coupon.id}".`,
        sought: coupon.id,
      });
      expect(await findCoupon(scope, coupon.id)).toEqual(before);
      expect(await written(scope)).toEqual(writtenBefore);
    },
  );

  test.each([
    ...everyAction,
    ['deleteCoupon for good', (scope: TestScope, id: string) => deleteCoupon(scope, { id, hard: true })],
  ] as typeof everyAction)(
    'another tenant’s, an unknown and a made-up one are not found by %s',
    async (_, act) => {
      const { scope: owner, coupon } = await given();
      const scope = freshScope();

      for (const id of [
        coupon.id,
        'coupon_01h455vb4pex5vsknk084sn02q',
        'campaign_01h455vb4pex5vsknk084sn02q',
        'x',
        '',
      ]) {
        expect(await act(scope, id)).toMatchObject({ failure: 'CouponNotFound', sought: id });
      }
      expect(await written(scope)).toEqual(nothing);
      expect(await findCoupon(owner, coupon.id)).toEqual(coupon);
    },
  );

  test('when it is deleted for good, then only the audit log knows of it', async () => {
    const { scope, coupon } = await givenDeleted();
    const before = (await findCoupon(scope, coupon.id))!;

    expect(await deleteCoupon(scope, { id: coupon.id, hard: true })).toEqual({ couponId: coupon.id });

    expect(await findCoupon(scope, coupon.id)).toBeNull();
    expect((await written(scope)).coupons).toBe(0);
    await expectTold(scope, 2, { action: 'coupon.erased', before, after: null });
    expect(await deleteCoupon(scope, { id: coupon.id, hard: true })).toMatchObject({
      failure: 'CouponNotFound',
    });
  });
});

test('given a coupon that a fan was handed, when it is to go for good, then it stays', async () => {
  const { scope, coupon } = await given();
  const tenantId = uuidOf(scope.tenantId);
  const [brandId, fanId] = [uuidOf(scope.newId('brand')), uuidOf(scope.newId('fan'))];
  const now = scope.now();
  await db.brand.create({
    data: { tenantId, id: brandId, slug: 'acme', name: 'Acme', version: 1, createdAt: now, updatedAt: now },
  });
  await db.fan.create({
    data: {
      tenantId,
      id: fanId,
      brandId,
      status: 'ACTIVE',
      name: 'Ada',
      email: 'ada@example.com',
      emailKey: 'ada@example.com',
      couponId: uuidOf(coupon.id),
      createdAt: now,
      activatedAt: now,
    },
  });

  expect(await deleteCoupon(scope, { id: coupon.id, hard: true })).toEqual({
    failure: 'CouponUsed',
    message: 'The coupon has been handed to a fan, so it cannot be deleted for good.',
    redemptionsCount: 0,
  });
  expect(await findCoupon(scope, coupon.id)).toEqual(coupon);
  expect((await written(scope)).audited).toEqual(['coupon.created']);
});

test('given a revoked coupon, when it is changed, then it is refused with the instant', async () => {
  const { scope, coupon } = await given();
  const revoked = succeeded(await revokeCoupon(scope, { id: coupon.id }));

  expect(await updateCoupon(scope, { id: coupon.id, version: 2, patch: { maxUses: 1 } })).toEqual({
    failure: 'CouponRevoked',
    message: 'The coupon "SUMMER10" was revoked.',
    couponCode: 'SUMMER10',
    revokedAt: scope.now(),
  });
  expect(await findCoupon(scope, coupon.id)).toEqual(revoked);
});

describe('given an idempotency key', () => {
  test('when a coupon is made with it again, then the first answer comes back, and nothing is made', async () => {
    const scope = freshScope();
    const fields = { validFrom: later, minimumOrder: gbp('5'), idempotencyKey: 'once' };
    const first = succeeded(await create(scope, fields));
    scope.clock.forward(60_000);

    expect(await create(scope, fields)).toEqual(first);
    expect(scope.replays.count).toBe(1);
    expect(await written(scope)).toEqual({
      coupons: 1,
      audited: ['coupon.created'],
      announced: ['coupon.created'],
      keys: 1,
    });
  });

  test('when the coupon has changed since, then the answer is still the first', async () => {
    const scope = freshScope();
    const first = succeeded(await create(scope, { idempotencyKey: 'once' }));
    succeeded(await updateCoupon(scope, { id: first.id, version: 1, patch: { maxUses: 7 } }));
    succeeded(await deleteCoupon(scope, { id: first.id }));

    expect(await create(scope, { idempotencyKey: 'once' })).toEqual(first);
    expect(await findCouponByCode(scope, 'SUMMER10')).toBeNull();
  });

  test.each<[string, object]>([
    ['code', { code: 'WINTER' }],
    ['discount', { discount: { percentage: { percent: '11' } } }],
    ['instant', { validFrom: latest }],
  ])('when it comes with another %s, then it is a conflict, and nothing is made', async (_, change) => {
    const scope = freshScope();
    const fields = { validFrom: later, idempotencyKey: 'once' };
    succeeded(await create(scope, fields));
    const writtenBefore = await written(scope);

    expect(await create(scope, { ...fields, ...change })).toEqual({
      failure: 'IdempotencyConflict',
      message: 'The idempotency key "once" was used before for createCoupon with another input.',
      idempotencyKey: 'once',
    });
    expect(await written(scope)).toEqual(writtenBefore);
    expect(scope.replays.count).toBe(0);
  });

  test('when 8 make a coupon with it at once, then one is made, and 8 get the same answer', async () => {
    const scope = freshScope();

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => create(scope, { idempotencyKey: 'once', validFrom: later })),
    );

    const first = succeeded(outcomes[0]!);
    for (const outcome of outcomes) expect(outcome).toEqual(first);
    expect(scope.replays.count).toBe(7);
    expect(await findCoupon(scope, first.id)).toEqual(first);
    expect(await written(scope)).toEqual({
      coupons: 1,
      audited: ['coupon.created'],
      announced: ['coupon.created'],
      keys: 1,
    });
  });

  test('when the request was refused, then the corrected one may bear it', async () => {
    const scope = freshScope();

    expect(await create(scope, { code: '', idempotencyKey: 'once' })).toMatchObject({
      failure: 'InvalidInput',
    });
    succeeded(await create(scope, { idempotencyKey: 'once' }));
    expect(scope.replays.count).toBe(0);
  });

  test('when each action is repeated with it, then it is done once', async () => {
    const { scope, coupon } = await given();
    const { id } = coupon;
    const once = { id, idempotencyKey: 'once' };

    const steps = [
      () => updateCoupon(scope, { ...once, version: 1, patch: { maxUses: 1 } }),
      () => deactivateCoupon(scope, once),
      () => reactivateCoupon(scope, once),
      () => revokeCoupon(scope, once),
      () => deleteCoupon(scope, once),
    ];
    const answers = [];
    for (const step of steps) answers.push(succeeded<unknown>(await step()));
    for (const [index, step] of steps.entries()) expect(await step()).toEqual(answers[index]);

    expect(scope.replays.count).toBe(5);
    expect(await findCoupon(scope, id)).toMatchObject({ version: 6 });
    expect((await written(scope)).audited).toEqual([
      'coupon.created',
      'coupon.updated',
      'coupon.deactivated',
      'coupon.reactivated',
      'coupon.revoked',
      'coupon.deleted',
    ]);
  });
});

test('given coupons typed in several ways, when they are held, then each is the one that is meant, and others wait', async () => {
  const { scope, coupon } = await given({ code: 'A' });
  const other = succeeded(await create(scope, { code: 'B' }));
  let update: Promise<unknown> | undefined;

  const held = await inTransaction(scope, async (inside) => {
    const typed = ['b', 'a', 'A', ' a ', 'C'];
    const facts = await lockFacts(
      inside,
      typed.map((code) => ({ code, identities: [], channel: null, attributes: {}, reference: null })),
    );
    let isDone = false;
    update = updateCoupon(scope, { id: coupon.id, version: 1, patch: { maxUses: 1 } }).then(
      () => void (isDone = true),
    );
    // Until PostgreSQL says that somebody waits for the lock.
    while (!(await isWaitedFor())) expect(isDone).toBe(false);
    expect(await findCoupon(inside, coupon.id)).toEqual(coupon);
    return typed.map((code) => facts.couponFor(code));
  });

  await update;
  expect(held).toEqual([other, coupon, coupon, coupon, undefined]);
  expect(await findCoupon(scope, coupon.id)).toMatchObject({ maxUses: 1, version: 2 });
});

async function isWaitedFor(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ waiting: bigint }[]>`
    SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row!.waiting > 0n;
}
