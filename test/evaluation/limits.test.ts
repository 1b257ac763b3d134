import { describe, expect, test } from 'vitest';
import type { Id } from '../../src/lib/id.js';
import { systemScope } from '../../src/platform/services.js';
import { createClient } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';
import { givenTemplate, madeFrom } from '../testkit/templates.js';

const { client, url, tenant, app } = await startTestServer();
const shop = createClient(url, await tenant.key('VALIDATE'));
const till = createClient(url, await tenant.key('REDEEM'));

let made = 0;
const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const order = (amount: string) => ({ subtotal: gbp(amount) });

/** A coupon of 10 % in a campaign of its own, which may be limited. */
async function makeCoupon(fields: object = {}, campaign: object = {}) {
  const name = `LIMITS${++made}`;
  const { createCampaign } = await client.ask(
    `mutation ($input: CreateCampaignInput!) {
      createCampaign(input: $input) { ... on CreateCampaignSuccess { campaign { id } } ... on Error { message } }
    }`,
    { input: { name, ...campaign } },
  );
  const campaignId = createCampaign.campaign.id as string;
  await client.ask('mutation ($id: ID!) { activateCampaign(input: { id: $id }) { __typename } }', {
    id: campaignId,
  });
  const { createCoupon } = await client.ask(
    `mutation ($input: CreateCouponInput!) {
      createCoupon(input: $input) { ... on CreateCouponSuccess { coupon { id code } } ... on Error { message } }
    }`,
    { input: { code: name, discount: { percentage: { percent: '10' } }, campaignId, ...fields } },
  );
  return { ...(createCoupon.coupon as { id: string; code: string }), campaignId };
}

async function limit(input: object): Promise<string> {
  const { createLimit } = await client.ask(
    `mutation ($input: CreateLimitInput!) {
      createLimit(input: $input) { ... on CreateLimitSuccess { limit { id } } ... on Error { message } }
    }`,
    { input },
  );
  return createLimit.limit.id as string;
}

const apply = (code: string, fields: object = {}) =>
  client.ask(
    `mutation ($input: ApplyCouponInput!) { applyCoupon(input: $input) { __typename ... on Error { message } } }`,
    { input: { code, order: order('100.00'), ...fields } },
  );

const limits = async (of: object, who: object = {}) =>
  (
    await client.ask(
      `query ($of: LimitedInput!, $customerId: String, $customer: CustomerInput, $channel: String, $attributes: JSONObject) {
        limits(of: $of, customerId: $customerId, customer: $customer, channel: $channel, attributes: $attributes) {
          limit { id } shortForm per key used { uses money { amount } } left { uses money { amount } } isReached
        }
      }`,
      { of, ...who },
    )
  ).limits;

const check = async (input: object, by = client) =>
  (
    await by.ask(
      `query ($input: CheckLimitsInput!) {
        checkLimits(input: $input) {
          ... on CheckLimitsSuccess {
            isAllowed
            limits { isExceeded shortForm per measure asked { uses money { amount } } effective { left { uses money { amount } } } }
          }
          ... on Error { code message }
        }
      }`,
      { input },
    )
  ).checkLimits;

const uses = (count: number) => ({ uses: count, money: null });
const pounds = (amount: string) => ({ uses: null, money: { amount } });

describe('given a coupon with limits in short form, one per channel, and a campaign with a budget', async () => {
  const {
    id: couponId,
    code,
    campaignId,
  } = await makeCoupon({ maxUses: 5, perCustomerLimit: 2 }, { budget: gbp('25.00') });
  const perChannel = await limit({ target: { couponId }, per: 'CHANNEL', ceiling: { uses: 1 } });
  const { campaign } = await client.ask('query ($id: ID!) { campaign(id: $id) { id } }', { id: campaignId });
  await apply(code, { customerId: 'ada', channel: 'web' });

  const everybody = {
    limit: null,
    shortForm: 'MAX_USES',
    per: 'EVERYONE',
    key: null,
    used: uses(1),
    left: uses(4),
    isReached: false,
  };
  const budget = {
    limit: { id: expect.stringMatching(/^limit_/) },
    shortForm: 'BUDGET',
    per: 'EVERYONE',
    key: null,
    used: pounds('10.00'),
    left: pounds('15.00'),
    isReached: false,
  };

  test('when its limits are asked for, then each stands where it would be counted for whoever is named', async () => {
    expect(await limits({ couponId }, { customerId: 'ada', channel: 'web' })).toEqual([
      everybody,
      {
        limit: null,
        shortForm: 'PER_CUSTOMER_LIMIT',
        per: 'CUSTOMER',
        key: 'id:ada',
        used: uses(1),
        left: uses(1),
        isReached: false,
      },
      {
        limit: { id: perChannel },
        shortForm: null,
        per: 'CHANNEL',
        key: 'web',
        used: uses(1),
        left: uses(0),
        isReached: true,
      },
      budget,
    ]);
  });

  test('when nobody is named, then what is counted by customers is not known', async () => {
    expect(await limits({ code: code.toLowerCase() })).toEqual([
      everybody,
      {
        limit: null,
        shortForm: 'PER_CUSTOMER_LIMIT',
        per: 'CUSTOMER',
        key: null,
        used: null,
        left: null,
        isReached: null,
      },
      {
        limit: { id: perChannel },
        shortForm: null,
        per: 'CHANNEL',
        key: null,
        used: uses(0),
        left: uses(1),
        isReached: false,
      },
      budget,
    ]);
  });

  test('when its campaign, the tenant or nothing that is there is asked about, then it is theirs, and null', async () => {
    expect(await limits({ campaignId: campaign.id })).toEqual([budget]);
    expect(await limits({ tenant: true })).toEqual([]);
    expect(await limits({ code: 'NOBODY' })).toBeNull();
    expect(await limits({ couponId: 'coupon_unknown' })).toBeNull();
    expect(
      await limits({ campaignId: campaignId.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }),
    ).toBeNull();
  });

  test('when what is asked is wrong, then it says so', async () => {
    const { errors } = await client.send('{ limits(of: { tenant: false }) { per } }');
    expect(errors!.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['BAD_USER_INPUT', 'of.tenant: Expected true; for another target name it.'],
    ]);
  });

  test('when a use is checked without an order, then uses are, and money is only shown', async () => {
    expect(await check({ code, customerId: 'ada', channel: 'app' })).toEqual({
      isAllowed: true,
      limits: [
        {
          isExceeded: false,
          shortForm: 'MAX_USES',
          per: 'EVERYONE',
          measure: 'USES',
          asked: uses(1),
          effective: { left: uses(4) },
        },
        {
          isExceeded: false,
          shortForm: 'PER_CUSTOMER_LIMIT',
          per: 'CUSTOMER',
          measure: 'USES',
          asked: uses(1),
          effective: { left: uses(1) },
        },
        {
          isExceeded: false,
          shortForm: null,
          per: 'CHANNEL',
          measure: 'USES',
          asked: uses(1),
          effective: { left: uses(1) },
        },
        {
          isExceeded: false,
          shortForm: 'BUDGET',
          per: 'EVERYONE',
          measure: 'DISCOUNT',
          asked: null,
          effective: { left: pounds('15.00') },
        },
      ],
    });
  });

  test.each([
    ['a channel is used up', { channel: 'web' }, [false, false, true, false]],
    ['the budget has just enough', { channel: 'app', order: order('150.00') }, [false, false, false, false]],
    ['the budget has not enough', { channel: 'app', order: order('150.10') }, [false, false, false, true]],
    ['both', { channel: 'web', order: order('150.10') }, [false, false, true, true]],
  ])(
    'when %s, then the check says which is exceeded, as validateCoupon would',
    async (_, fields, exceeded) => {
      const input = { code, customerId: 'ada', ...fields };
      const checked = await check(input);

      expect(checked.limits.map(({ isExceeded }: { isExceeded: boolean }) => isExceeded)).toEqual(exceeded);
      expect(checked.isAllowed).toBe(!exceeded.includes(true));
      const { validateCoupon } = await client.ask(
        'query ($input: ValidateCouponInput!) { validateCoupon(input: $input) { __typename } }',
        { input: { order: order('1.00'), ...input } },
      );
      expect(validateCoupon.__typename).toBe(
        checked.isAllowed ? 'ValidateCouponSuccess' : 'LimitReachedError',
      );
    },
  );

  test.each([
    [{ code: 'NOBODY' }, { code: 'COUPON_NOT_FOUND', message: 'There is no coupon "NOBODY".' }],
    [
      { code },
      {
        code: 'CUSTOMER_REQUIRED',
        message: `Each customer can use the coupon "${code}" 2 times, so \`customerId\` or \`customer\` is needed.`,
      },
    ],
    [
      { code, customerId: 'ada', order: { subtotal: { amount: '10.00', currency: 'EUR' } } },
      {
        code: 'CURRENCY_MISMATCH',
        message: `The limit of the coupon "${code}" is in GBP, but the order is in EUR.`,
      },
    ],
    [
      { code, customerId: '' },
      { code: 'INVALID_INPUT', message: 'customerId: Expected 1 to 200 characters.' },
    ],
  ])('when %j is checked, then it is told what is missing', async (input, failure) => {
    expect(await check(input)).toEqual(failure);
  });

  test('when a key without READ checks, then it learns whether, and no amounts', async () => {
    const { isAllowed, limits } = await check(
      { code, customerId: 'ada', channel: 'web', order: order('150.10') },
      shop,
    );

    expect(isAllowed).toBe(false);
    expect(
      limits.map(({ isExceeded, asked, effective }: Record<string, unknown>) => [
        isExceeded,
        asked,
        effective,
      ]),
    ).toEqual([
      [false, null, null],
      [false, null, null],
      [true, null, null],
      [true, null, null],
    ]);
    const { errors } = await shop.send('query ($of: LimitedInput!) { limits(of: $of) { per } }', {
      of: { couponId },
    });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  test('when nothing but the checks has happened, then nothing was counted', async () => {
    const [all] = await limits({ couponId });
    expect(all).toEqual(everybody);
  });
});

describe('given a budget that is used up', async () => {
  const { code } = await makeCoupon({}, { budget: gbp('15.00') });
  await apply(code);
  const refusal = async (by: typeof client) =>
    (
      await by.ask(
        `mutation ($input: ApplyCouponInput!) {
          applyCoupon(input: $input) {
            ... on LimitReachedError {
              message reached { ceiling { money { amount } } } counted { money { amount } } left { money { amount } } asked { money { amount } } resetsAt
            }
          }
        }`,
        { input: { code, order: order('100.00') } },
      )
    ).applyCoupon;

  test('when the order is in another currency, then it is refused, since what is taken off could not be counted', async () => {
    const abroad = await makeCoupon({}, { budget: gbp('15.00') });
    expect(await apply(abroad.code, { order: { subtotal: { amount: '10.00', currency: 'EUR' } } })).toEqual({
      applyCoupon: {
        __typename: 'CurrencyMismatchError',
        message: `The limit of the coupon "${abroad.code}" is in GBP, but the order is in EUR.`,
      },
    });
  });

  test('when a key that may READ is refused, then it is told the amounts', async () => {
    expect(await refusal(client)).toEqual({
      message:
        `The coupon "${code}" is limited to 15.00 GBP of discounts, of which 10.00 GBP of discounts are used; ` +
        'this would take 10.00 GBP of discounts.',
      reached: { ceiling: { money: { amount: '15.00' } } },
      counted: { money: { amount: '10.00' } },
      left: { money: { amount: '5.00' } },
      asked: { money: { amount: '10.00' } },
      resetsAt: null,
    });
  });

  test('when a key that may not is refused, then it is told only that it would be too much', async () => {
    expect(await refusal(till)).toEqual({
      message: `The uses of the coupon "${code}" are limited, and this one would be too much.`,
      reached: null,
      counted: null,
      left: null,
      asked: null,
      resetsAt: null,
    });
  });
});

test('given a checkout that holds the last use, when it checks, then what it holds is not in its way', async () => {
  const { code } = await makeCoupon({ maxUses: 1 });
  await client.ask(
    `mutation ($input: ReserveCouponsInput!) { reserveCoupons(input: $input) { __typename } }`,
    { input: { codes: [code], order: order('100.00'), reference: { type: 'CHECKOUT', id: 'checkout-1' } } },
  );

  const own = await check({ code, reference: { type: 'CHECKOUT', id: 'checkout-1' } });
  const other = await check({ code, reference: { type: 'CHECKOUT', id: 'checkout-2' } });

  expect([own.isAllowed, other.isAllowed]).toEqual([true, false]);
});

test('given a coupon that was deleted, when its limits are asked for by its id, then they are there still', async () => {
  const { id, code } = await makeCoupon({ maxUses: 3 });
  await client.ask('mutation ($id: ID!) { deleteCoupon(input: { id: $id }) { __typename } }', { id });

  expect((await limits({ couponId: id })).map(({ shortForm }: { shortForm: string }) => shortForm)).toEqual([
    'MAX_USES',
  ]);
  expect(await limits({ code })).toBeNull();
});

describe('given two coupons that were made from a template with a limit, one of them in a campaign', async () => {
  const scope = systemScope(app.services, tenant.id);
  const templateId = await givenTemplate(scope);
  const [one, two, stranger] = [
    await makeCoupon(),
    await makeCoupon({ campaignId: null }),
    await makeCoupon(),
  ];
  await madeFrom(scope, templateId, [one.id as Id<'coupon'>, two.id as Id<'coupon'>]);
  const shared = await limit({ target: { templateId }, ceiling: { uses: 3 } });
  await apply(one.code);
  const standing = {
    limit: { id: shared },
    shortForm: null,
    per: 'EVERYONE',
    key: null,
    used: uses(1),
    left: uses(2),
    isReached: false,
  };

  test('when the limits of either, or of the template, are asked for, then it is among them, and both count in it', async () => {
    expect(await limits({ couponId: one.id })).toEqual([standing]);
    expect(await limits({ code: two.code })).toEqual([standing]);
    expect(await limits({ templateId })).toEqual([standing]);
  });

  test('when the limits of others are asked for, then it is not among them', async () => {
    expect(await limits({ couponId: stranger.id })).toEqual([]);
    expect(await limits({ campaignId: one.campaignId })).toEqual([]);
    expect(await limits({ tenant: true })).toEqual([]);
  });

  test('when a template is asked about that is not there, then there is no answer', async () => {
    expect(await limits({ templateId: 'template_01h455vb4pex5vsknk084sn02q' })).toBeNull();
    expect(await limits({ templateId: one.campaignId })).toBeNull();
  });

  test('when a use of the other is checked, then it says whether the limit has room', async () => {
    const { checkLimits } = await client.ask(
      `query ($code: String!) {
        checkLimits(input: { code: $code }) {
          ... on CheckLimitsSuccess {
            isAllowed limits { isExceeded effective { limit { id } target { kind templateId } used { uses } } }
          }
        }
      }`,
      { code: two.code },
    );
    expect(checkLimits).toEqual({
      isAllowed: true,
      limits: [
        {
          isExceeded: false,
          effective: { limit: { id: shared }, target: { kind: 'TEMPLATE', templateId }, used: { uses: 1 } },
        },
      ],
    });
  });
});
