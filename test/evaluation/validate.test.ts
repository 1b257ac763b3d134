import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activateCampaign, createCampaign, pauseCampaign } from '../../src/campaigns/actions.js';
import { createCoupon, findCoupon } from '../../src/coupons/actions.js';
import { validateCoupon } from '../../src/evaluation/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import { formatAmount } from '../../src/lib/money.js';
import { isFailure } from '../../src/lib/outcome.js';
import { openDatabase } from '../../src/platform/database.js';
import { applyCoupon } from '../../src/redemptions/actions.js';
import { voidRedemption } from '../../src/returns/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 6, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });

const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const order = { subtotal: gbp('100') };
const tenPercent = { percentage: { percent: '10' } };

async function given(fields: object = {}) {
  const scope = freshScope();
  const coupon = succeeded(await createCoupon(scope, { code: 'Summer', discount: tenPercent, ...fields }));
  return { scope, coupon };
}

const rows = async ({ tenantId }: TestScope) => {
  const where = { tenantId: uuidOf(tenantId) };
  return {
    coupons: await db.coupon.findMany({ where }),
    redemptions: await db.redemption.count({ where }),
    redeemers: await db.redeemer.count({ where }),
    audited: await db.auditEvent.count({ where }),
    announced: await db.outboxEvent.count({ where }),
    keys: await db.idempotencyKey.count({ where }),
  };
};

describe('given a coupon, asking what it is worth', () => {
  test('answers, and leaves nothing behind, however often', async () => {
    const { scope, coupon } = await given({ maxUses: 1, perCustomerLimit: 1 });
    const before = await rows(scope);

    for (let time = 0; time < 3; time++) {
      expect(await validateCoupon(scope, { code: ' sum MER ', order, customerId: 'ada' })).toMatchObject({
        couponId: coupon.id,
        discount: { minor: 1_000n, currency: 'GBP' },
        remaining: { uses: 0, customerUses: 0 },
      });
    }
    expect(await rows(scope)).toEqual(before);
  });

  test('sees the uses of everybody and of the customer, and those given back', async () => {
    const { scope } = await given({ maxUses: 3, perCustomerLimit: 1 });
    const ask = (customerId: string) => validateCoupon(scope, { code: 'SUMMER', order, customerId });
    const apply = async (customerId: string) =>
      succeeded(await applyCoupon(scope, { code: 'SUMMER', order, customerId }));

    const redemption = await apply('ada');
    expect(await ask('ada')).toMatchObject({ failure: 'CustomerLimitReached', limit: 1, used: 1 });
    expect(await ask('bob')).toMatchObject({ remaining: { uses: 1, customerUses: 0 } });
    await apply('bob');
    await apply('eve');
    expect(await ask('zoe')).toMatchObject({ failure: 'UsageLimitReached', limit: 3, used: 3 });
    succeeded(await voidRedemption(scope, { id: redemption.id }));
    expect(await ask('ada')).toMatchObject({ remaining: { uses: 0, customerUses: 0 } });
  });

  test('follows the clock', async () => {
    const { scope } = await given({
      validFrom: new Date('2026-03-02T12:00:00.000Z'),
      validUntil: new Date('2026-03-02T12:00:00.005Z'),
    });
    const ask = async (instant: string) => {
      scope.clock.set(instant);
      const outcome = await validateCoupon(scope, { code: 'SUMMER', order });
      return isFailure(outcome) ? outcome.failure : 'fits';
    };

    expect(await ask('2026-03-02T11:59:59.999Z')).toBe('CouponNotYetActive');
    expect(await ask('2026-03-02T12:00:00.000Z')).toBe('fits');
    expect(await ask('2026-03-02T12:00:00.004Z')).toBe('fits');
    expect(await ask('2026-03-02T12:00:00.005Z')).toBe('CouponExpired');
  });

  test('follows its campaign', async () => {
    const scope = freshScope();
    const campaign = succeeded(await createCampaign(scope, { name: 'Spring' }));
    succeeded(await createCoupon(scope, { code: 'Summer', discount: tenPercent, campaignId: campaign.id }));
    const ask = () => validateCoupon(scope, { code: 'SUMMER', order });

    expect(await ask()).toMatchObject({ failure: 'CampaignNotRunning', campaignStatus: 'DRAFT' });
    succeeded(await activateCampaign(scope, { id: campaign.id }));
    succeeded(await ask());
    succeeded(await pauseCampaign(scope, { id: campaign.id }));
    expect(await ask()).toMatchObject({
      failure: 'CampaignNotRunning',
      campaignId: campaign.id,
      campaignName: 'Spring',
      campaignStatus: 'PAUSED',
    });
  });

  test('of another tenant, or of an unknown code, finds none', async () => {
    const { scope } = await given();
    const missing = (sought: string) => ({
      failure: 'CouponNotFound',
      message: `There is no coupon "${sought}".`,
      sought,
    });

    expect(await validateCoupon(freshScope(), { code: 'SUMMER', order })).toEqual(missing('SUMMER'));
    expect(await validateCoupon(scope, { code: 'WINTER', order })).toEqual(missing('WINTER'));
    expect(await validateCoupon(scope, { code: '', order })).toEqual(missing(''));
  });

  test('of twins, takes the one that is meant', async () => {
    const { scope } = await given({ discount: tenPercent });
    succeeded(
      await createCoupon(scope, {
        code: 'Summer',
        isCaseSensitive: true,
        discount: { percentage: { percent: '20' } },
      }),
    );
    const off = async (code: string) =>
      formatAmount(succeeded(await validateCoupon(scope, { code, order })).discount);

    expect(await off('Summer')).toBe('20.00');
    expect(await off('SUMMER')).toBe('10.00');
    expect(await off('summer')).toBe('10.00');
  });

  test('with a wrong order is refused before anything is looked at', async () => {
    expect(await validateCoupon(freshScope(), { code: 'NONE', order: {} })).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['order'] }],
    });
  });

  test.each(['XX', 'UK', 'GBR', ''])('to the country %j, which is none, is refused', async (country) => {
    const context = { shippingCountry: country };
    expect(await validateCoupon(freshScope(), { code: 'NONE', order, context })).toMatchObject({
      failure: 'InvalidInput',
      problems: [
        {
          path: ['context', 'shippingCountry'],
          message: 'Expected a country of ISO 3166-1 in two letters, such as "GB".',
        },
      ],
    });
  });
});

describe('given any cart', () => {
  const scope = freshScope();
  const coupons = {
    TEN: { discount: tenPercent },
    CAPPED: { discount: { percentage: { percent: '33.33', maximum: gbp('7.77'), freeShipping: true } } },
    FIVE: { discount: { fixed: { amount: gbp('5') } }, minimumOrder: gbp('20') },
    RED: {
      discount: { fixed: { amount: gbp('50') } },
      applicability: { includeTags: ['red'], excludeProducts: ['P0'] },
    },
    SHIP: { discount: { freeShipping: { maximum: gbp('3') } } },
    FEW: { discount: tenPercent, maxUses: 10, perCustomerLimit: 4 },
  };
  beforeAll(async () => {
    for (const [code, fields] of Object.entries(coupons))
      succeeded(await createCoupon(scope, { code, ...fields }));
  });

  const price = fc.integer({ min: 0, max: 5_000 }).map((pence) => (pence / 100).toFixed(2));
  const lines = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 4 }),
      unitPrice: price,
      tags: fc.subarray(['red', 'new']),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const cart = fc.record({ lines, shipping: fc.option(price) }).map(({ lines, shipping }) => ({
    currency: 'GBP',
    lines: lines.map((line, index) => ({ sku: `P${index}`, ...line })),
    shipping,
  }));

  test('what a code is said to be worth is what applying it then takes off, or the same refusal', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(coupons)),
        cart,
        fc.constantFrom('ada', 'bob', null),
        async (code, cart, customerId) => {
          const input = { code, order: { cart }, customerId };
          const said = await validateCoupon(scope, input);
          const done = await applyCoupon(scope, input);
          kinds.add(isFailure(said) ? said.failure : 'fits');

          if (isFailure(said) || isFailure(done)) {
            expect(done).toEqual(said);
          } else {
            expect(done).toMatchObject(said);
            const { usesCount, maxUses } = (await findCoupon(scope, said.couponId))!;
            expect(said.remaining.uses).toBe(maxUses === null ? null : maxUses - usesCount);
          }
        },
      ),
      // Uses are counted: a smaller example would meet another coupon.
      { numRuns: 150, endOnFailure: true },
    );
    expect(kinds).toContain('fits');
    expect(kinds.size).toBeGreaterThan(2);
  });
});
