import { beforeAll, describe, expect, test } from 'vitest';
import { SignJWT } from 'jose';
import { createClient, type Client } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';
import { makeTenant } from '../testkit/tenant.js';

const server = await startTestServer();
const { client, url, tenant } = server;
const silent = createClient(url, await tenant.key('REDEEM'));
const explained = createClient(url, await tenant.key('REDEEM', 'EXPLAIN'));
const order = { subtotal: { amount: '20.00', currency: 'GBP' } };
const discount = { percentage: { percent: '10' } };

let user: Promise<Client> | null = null;
/** One for all tests: a second would rotate the secret that the first is signed with. */
const userClient = (): Promise<Client> => (user ??= makeUserClient());

/** All codes are as long as each other, so that answers are as well. */
const unknown = 'state-00';

/**
 * Why nobody can use a code, and what is said of it to those who may know. The codes are typed in small letters, which is
 * not how they are written.
 */
const states: readonly (readonly [state: string, code: string, told: string])[] = [
  ['another unknown one', 'state-01', 'CouponNotFoundError'],
  ['of another tenant', 'state-02', 'CouponNotFoundError'],
  ['deleted', 'state-03', 'CouponNotFoundError'],
  ['automatic', 'state-04', 'CouponNotFoundError'],
  ['for trying out', 'state-05', 'CouponNotFoundError'],
  ['a draft', 'state-06', 'CouponDraftError'],
  ['inactive', 'state-07', 'CouponInactiveError'],
  ['revoked', 'state-08', 'CouponRevokedError'],
  ['not yet active', 'state-09', 'CouponNotYetActiveError'],
  ['expired', 'state-10', 'CouponExpiredError'],
  ['of a campaign that is a draft', 'state-11', 'CampaignNotRunningError'],
  ['of a campaign that is paused', 'state-12', 'CampaignNotRunningError'],
  ['of a campaign that is over', 'state-13', 'CampaignNotRunningError'],
];

beforeAll(async () => {
  const past = { validFrom: '2020-01-01T00:00:00Z', validUntil: '2020-02-01T00:00:00Z' };
  await makeCoupon(
    'STATE-02',
    {},
    createClient(url, (await makeTenant(server.app.services, 'Other')).adminKey),
  );
  await act('deleteCoupon', await makeCoupon('STATE-03'));
  await makeCoupon('STATE-04', { trigger: 'AUTOMATIC' });
  await makeCoupon('STATE-05');
  await server.app.services.db.coupon.updateMany({ where: { code: 'STATE-05' }, data: { isTest: true } });
  await makeCoupon('STATE-06', { isDraft: true });
  await act('deactivateCoupon', await makeCoupon('STATE-07'));
  await act('revokeCoupon', await makeCoupon('STATE-08'));
  await makeCoupon('STATE-09', { validFrom: '2999-01-01T00:00:00Z' });
  await makeCoupon('STATE-10', past);
  await makeCoupon('STATE-11', { campaignId: await makeCampaign() });
  await makeCoupon('STATE-12', { campaignId: await makeCampaign('activateCampaign', 'pauseCampaign') });
  await makeCoupon('STATE-13', { campaignId: await makeCampaign('activateCampaign', 'endCampaign') });
  await makeCoupon('LIVE-100', { minimumOrder: null, perCustomerLimit: null, maxUses: 1_000 });
  await makeCoupon('LIVE-101', {
    minimumOrder: { amount: '25.00', currency: 'GBP' },
    perCustomerLimit: null,
  });
  await makeCoupon('LIVE-102', { minimumOrder: null, perCustomerLimit: null, maxUses: 1 });
  await makeCoupon('LIVE-103', { minimumOrder: null });
  await silent.ask(...applying('LIVE-102'));
});

/** One that would be refused for other reasons as well, which are told of codes that can be used. */
async function makeCoupon(code: string, fields: object = {}, by = client): Promise<string> {
  const { createCoupon } = await by.ask(
    `mutation ($input: CreateCouponInput!) {
      createCoupon(input: $input) { ... on CreateCouponSuccess { coupon { id } } ... on Error { message } }
    }`,
    {
      input: {
        code,
        discount,
        minimumOrder: { amount: '500', currency: 'EUR' },
        perCustomerLimit: 1,
        ...fields,
      },
    },
  );
  return createCoupon.coupon.id as string;
}

async function makeCampaign(...actions: readonly string[]): Promise<string> {
  const { createCampaign } = await client.ask(
    'mutation { createCampaign(input: { name: "Spring" }) { ... on CreateCampaignSuccess { campaign { id } } } }',
  );
  const id = createCampaign.campaign.id as string;
  for (const action of actions) await act(action, id);
  return id;
}

async function act(action: string, id: string): Promise<void> {
  const answer = await client.ask(
    `mutation ($id: ID!) { ${action}(input: { id: $id }) { __typename ... on Error { message } } }`,
    { id },
  );
  expect(answer[action].__typename).toMatch(/Success$/);
}

const any = '__typename ... on Error { code message }';
const failure = `${any} ... on CouponNotFoundError { sought }`;

let checkouts = 0;

type Request = readonly [operation: string, variables: object];

const applying = (code: string, more: object = {}): Request => [
  `mutation ($input: ApplyCouponInput!) { applyCoupon(input: $input) { ${failure} ... on Valuation { remaining { uses customerUses } } } }`,
  { input: { code, order, ...more } },
];

const validating = (code: string): Request => [
  `query ($input: ValidateCouponInput!) { validateCoupon(input: $input) { ${failure} ... on Valuation { remaining { uses customerUses } } } }`,
  { input: { code, order } },
];

const checking = (code: string, more: object = {}): Request => [
  `query ($input: CheckLimitsInput!) { checkLimits(input: $input) { ${failure} } }`,
  { input: { code, ...more } },
];

const reserving = (codes: readonly string[], more: object = {}): Request => [
  `mutation ($input: ReserveCouponsInput!) {
    reserveCoupons(input: $input) {
      ${any}
      ... on ReserveCouponsSuccess { refusals { ${failure} } }
      ... on ReservationRefusedError { refusals { ${failure} } }
    }
  }`,
  { input: { codes, order, reference: { type: 'CHECKOUT', id: `checkout-${++checkouts}` }, ...more } },
];

/** Everything that says something of a typed code. */
const operations: readonly (readonly [name: string, request: (code: string) => Request])[] = [
  ['validateCoupon', validating],
  ['checkLimits without an order', checking],
  ['checkLimits with an order', (code) => checking(code, { order, customerId: 'ada' })],
  ['applyCoupon', applying],
  [
    'applyCoupon for an order, by a key',
    (code) => applying(code, { idempotencyKey: `use ${code}`, reference: { id: 'order-1' } }),
  ],
  [
    'applyCoupons',
    (code) => [
      `mutation ($input: ApplyCouponsInput!) {
        applyCoupons(input: $input) { ... on ApplyCouponsSuccess { results { ${failure} } } }
      }`,
      { input: { items: ['LIVE-100', code].map((code) => ({ code, order })) } },
    ],
  ],
  ['reserveCoupons', (code) => reserving([code])],
  ['reserveCoupons of all', (code) => reserving(['LIVE-100', code])],
  ['reserveCoupons of some', (code) => reserving([code, 'LIVE-100'], { isPartial: true })],
  [
    'reserveCoupons of some, by a key',
    (code) => reserving([code, 'LIVE-100', code], { isPartial: true, idempotencyKey: `hold-${checkouts}` }),
  ],
];

/** All that comes back, less what differs from one request to the next anyway. */
async function answer(by: Client, [operation, variables]: Request) {
  const { status, headers, data, errors } = await by.send(operation, variables);
  const fixed = [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return { status, headers: fixed, body: JSON.stringify({ data, errors }) };
}

const withCode = <T>(reply: T, code: string): T =>
  JSON.parse(JSON.stringify(reply).replaceAll(code, unknown)) as T;

describe('given a key that uses codes and is not told why it cannot', () => {
  describe.each(operations)('when it asks %s', (_, request) => {
    test.each(states)(
      'about a code that is %s, then the answer is that of an unknown one',
      async (_, code) => {
        const answersTo = async (asked: Request) => [
          await answer(silent, asked),
          await answer(silent, asked),
        ];
        const expected = await answersTo(request(unknown));
        const replies = await answersTo(request(code));

        expect(expected[0]!.body).toContain(`"There is no coupon \\"${unknown}\\".","sought":"${unknown}"`);
        expect(withCode(replies, code)).toEqual(expected);
      },
    );
  });

  test('when it asks about codes in every state, then metrics count as many unknown codes', async () => {
    const counts = async () => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const lines = text.matchAll(
        /^tearline_outcomes_total\{field="validateCoupon",outcome="(\w+)"\} (\d+)$/gm,
      );
      return Object.fromEntries([...lines].map(([, outcome, count]) => [outcome, Number(count)]));
    };
    await silent.ask(...validating(unknown));
    const { CouponNotFoundError: before, ...others } = await counts();

    for (const [, code] of states) await silent.ask(...validating(code));

    expect(await counts()).toEqual({ ...others, CouponNotFoundError: before! + states.length });
  });

  test.each([
    ['LIVE-101', 'MinimumOrderNotMetError'],
    ['LIVE-102', 'UsageLimitReachedError'],
    ['LIVE-103', 'CustomerRequiredError'],
  ])('when it asks about %s, which can be used, then it is told %s', async (code, expected) => {
    expect((await silent.ask(...validating(code))).validateCoupon.__typename).toBe(expected);
    expect((await silent.ask(...applying(code))).applyCoupon.__typename).toBe(expected);
  });

  test('when it uses a code, also once more, then it is not told how many uses are left to all', async () => {
    const use = applying('LIVE-100', { idempotencyKey: 'use once', customerId: 'ada' });
    const nothing = { __typename: 'ApplyCouponSuccess', remaining: { uses: null, customerUses: null } };

    expect((await silent.ask(...use)).applyCoupon).toEqual(nothing);
    expect((await silent.ask(...use)).applyCoupon).toEqual(nothing);
    expect((await silent.ask(...validating('LIVE-100'))).validateCoupon.remaining.uses).toBeNull();
    expect((await explained.ask(...use)).applyCoupon.remaining.uses).toEqual(expect.any(Number));
  });
});

describe('given a key that is told why', () => {
  const [, ofSome] = operations.at(-2)!;

  test.each(states)('when it asks about a code that is %s, then it is told so', async (_, code, told) => {
    const { validateCoupon } = await explained.ask(...validating(code));
    const { applyCoupon } = await explained.ask(...applying(code));
    const refused = (await explained.ask(...reserving([code]))).reserveCoupons;
    const partly = (await explained.ask(...ofSome(code))).reserveCoupons;

    expect(validateCoupon.__typename).toBe(told);
    expect(applyCoupon).toEqual(validateCoupon);
    expect(refused.refusals).toEqual([validateCoupon]);
    expect(partly.refusals).toEqual([validateCoupon]);
  });

  test('when it asks for limits alone, then whether the coupon can be used otherwise is not asked', async () => {
    const { checkLimits } = await explained.ask(...checking('state-08', { customerId: 'ada' }));
    expect(checkLimits.__typename).toBe('CheckLimitsSuccess');
  });
});

test.each<[string, () => Promise<Client>]>([
  ['a key that reads', async () => createClient(url, await tenant.key('VALIDATE', 'READ'))],
  ['a key that manages', async () => createClient(url, await tenant.key('VALIDATE', 'MANAGE'))],
  ['a key that may do everything', async () => client],
  ['a user’s token', userClient],
])('given %s, when it asks, then it is told why and how many are left', async (_, clientOf) => {
  const by = await clientOf();

  expect((await by.ask(...validating('state-08'))).validateCoupon.__typename).toBe('CouponRevokedError');
  expect((await by.ask(...validating('LIVE-100'))).validateCoupon.remaining.uses).toEqual(expect.any(Number));
});

async function makeUserClient(): Promise<Client> {
  const { rotateTokenSecret } = await client.ask(
    'mutation { rotateTokenSecret(input: {}) { ... on RotateTokenSecretSuccess { secret } } }',
  );
  const token = await new SignJWT({ sub: 'ada', sub_type: 'tenant', sub_id: tenant.id })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(rotateTokenSecret.secret as string));
  return createClient(url, token);
}

describe('given an order that has used an exclusive code', () => {
  const why = `__typename ... on CouponConflictError { message couponCode conflicts { couponCode redemptionId message } }`;
  const asking = (field: 'validateCoupon' | 'applyCoupon'): Request => [
    `${field === 'applyCoupon' ? 'mutation' : 'query'} ($input: ${field === 'applyCoupon' ? 'Apply' : 'Validate'}CouponInput!) {
      ${field}(input: $input) { ${why} }
    }`,
    { input: { code: 'FREE-201', order, reference: { id: 'order-1' } } },
  ];
  let redemptionId = '';

  beforeAll(async () => {
    await makeCoupon('ONLY-200', {
      stacking: { isExclusive: true },
      minimumOrder: null,
      perCustomerLimit: null,
    });
    await makeCoupon('FREE-201', { minimumOrder: null, perCustomerLimit: null });
    const { applyCoupon } = await client.ask(
      `mutation ($input: ApplyCouponInput!) { applyCoupon(input: $input) { ... on ApplyCouponSuccess { redemption { id } } } }`,
      { input: { code: 'ONLY-200', order, customerId: 'ada', reference: { id: 'order-1' } } },
    );
    redemptionId = applyCoupon.redemption.id;
  });

  test.each([
    ['a key that is not told why', () => silent],
    ['a user’s token', userClient],
  ])('when %s asks for another, then it is refused, and not told what the order has', async (_, clientOf) => {
    const by = await clientOf();
    const told = {
      __typename: 'CouponConflictError',
      message: 'The coupon "FREE-201" cannot be used together with what this order has already.',
      couponCode: 'FREE-201',
      conflicts: [],
    };

    expect((await by.ask(...asking('validateCoupon'))).validateCoupon).toEqual(told);
    expect((await by.ask(...asking('applyCoupon'))).applyCoupon).toEqual(told);
    const both = await by.ask(
      `query ($input: ValidateCouponsInput!) { validateCoupons(input: $input) { ... on ValidateCouponsSuccess {
        codes { reasons { __typename } } combination { rejected { conflicts { couponCode } } } } } }`,
      { input: { codes: ['FREE-201'], order, reference: { id: 'order-1' } } },
    );
    expect(JSON.stringify(both)).not.toContain('ONLY-200');
  });

  const applyingAll = (codes: readonly string[]): Request => [
    `mutation ($input: ApplyPromotionsInput!) { applyPromotions(input: $input) {
      __typename ... on ReferenceAlreadyRedeemedError { message couponCode redemptionId }
    } }`,
    { input: { codes, order, reference: { id: 'order-1' } } },
  ];

  test.each([
    ['a key that is not told why', () => silent],
    ['a user’s token', userClient],
  ])('when %s applies promotions, then it is refused, and not told what was used', async (_, clientOf) => {
    const by = await clientOf();
    const told = {
      __typename: 'ReferenceAlreadyRedeemedError',
      message: `This reference was used before, with other contents: void ${redemptionId} first.`,
      redemptionId,
    };

    const { applyPromotions } = await by.ask(...applyingAll(['FREE-201']));
    expect(applyPromotions).toEqual({ ...told, couponCode: 'FREE-201' });
    expect((await by.ask(...applyingAll([]))).applyPromotions).toEqual({ ...told, couponCode: '' });
  });

  test('when a key that is told why applies promotions, then it is told which code was used', async () => {
    expect((await explained.ask(...applyingAll(['FREE-201']))).applyPromotions).toEqual({
      __typename: 'ReferenceAlreadyRedeemedError',
      message: `The coupon "ONLY-200" was used for this reference before, with other contents: void ${redemptionId} first.`,
      couponCode: 'ONLY-200',
      redemptionId,
    });
  });

  test('when a key asks that is told why, then it is told which, and by which redemption', async () => {
    const message = 'The coupon "FREE-201" cannot be used together with "ONLY-200": "ONLY-200" is exclusive.';
    const told = {
      __typename: 'CouponConflictError',
      message,
      couponCode: 'FREE-201',
      conflicts: [{ couponCode: 'ONLY-200', redemptionId, message }],
    };

    expect((await explained.ask(...asking('validateCoupon'))).validateCoupon).toEqual(told);
    expect((await explained.ask(...asking('applyCoupon'))).applyCoupon).toEqual(told);
  });
});

describe('given an order that has used codes, of which one is revoked since', () => {
  const why = '__typename ... on Error { message } ... on ReferenceAlreadyRedeemedError { redemptionId }';
  const other = { subtotal: { amount: '30.00', currency: 'GBP' } };
  const asked = (code: string, order: object) => ({ code, order, reference: { id: 'order-2' } });
  const used = new Map<string, string>();

  async function told(by: Client, code: string, cart: object): Promise<readonly object[]> {
    const input = asked(code, cart);
    const { validateCoupon } = await by.ask(
      `query ($input: ValidateCouponInput!) { validateCoupon(input: $input) { ${why} } }`,
      { input },
    );
    const { applyCoupon } = await by.ask(
      `mutation ($input: ApplyCouponInput!) { applyCoupon(input: $input) { ${why} } }`,
      { input },
    );
    const { code: _, ...of } = input;
    const { validateCoupons } = await by.ask(
      `query ($input: ValidateCouponsInput!) { validateCoupons(input: $input) { ... on ValidateCouponsSuccess {
        codes { coupon { id } reasons { ${why} } } } } }`,
      { input: { ...of, codes: [code] } },
    );
    expect(validateCoupon).toEqual(applyCoupon);
    expect(validateCoupons.codes[0].reasons).toEqual([applyCoupon]);
    return [applyCoupon, validateCoupons.codes[0].coupon];
  }

  beforeAll(async () => {
    for (const code of ['GONE-300', 'LIVE-301']) {
      const id = await makeCoupon(code, { minimumOrder: null, perCustomerLimit: null });
      const { applyCoupon } = await client.ask(
        `mutation ($input: ApplyCouponInput!) { applyCoupon(input: $input) { ... on ApplyCouponSuccess { redemption { id } } } }`,
        { input: asked(code, order) },
      );
      used.set(code, applyCoupon.redemption.id as string);
      if (code === 'GONE-300') await act('revokeCoupon', id);
    }
  });

  test('when a key that is not told why guesses the order and the revoked code, then there is none', async () => {
    const notFound = { __typename: 'CouponNotFoundError', message: 'There is no coupon "GONE-300".' };

    expect(await told(silent, 'GONE-300', other)).toEqual([notFound, null]);
  });

  test('when a key asks that is told why, then it is told that', async () => {
    const [answer] = await told(explained, 'GONE-300', other);
    expect(answer).toMatchObject({ __typename: 'CouponRevokedError' });
  });

  test.each([
    ['a key that is not told why', () => silent],
    ['a key that is told why', () => explained],
    ['a user’s token', userClient],
  ])(
    'when %s asks for the other with another cart, then asking and using are answered alike',
    async (_, clientOf) => {
      const redemptionId = used.get('LIVE-301')!;

      const [answer] = await told(await clientOf(), 'LIVE-301', other);
      expect(answer).toEqual({
        __typename: 'ReferenceAlreadyRedeemedError',
        message: `The coupon "LIVE-301" was used for this reference before, with other contents: void ${redemptionId} first.`,
        redemptionId,
      });
    },
  );
});

describe('given a code that gets along with another one only, and is in a group', () => {
  beforeAll(async () => {
    const own = { minimumOrder: null, perCustomerLimit: null };
    await makeCoupon('OPEN-300', {
      ...own,
      stacking: { group: 'staff', combinableWith: { codes: ['INNER-301'], groups: ['friends'] } },
    });
    await makeCoupon('INNER-301', own);
  });

  /** Every way in which somebody without READ comes by a coupon. */
  const ways = (selected: string): readonly (readonly [string, Request])[] => [
    [
      'validateCoupon',
      [
        `query ($input: ValidateCouponInput!) { validateCoupon(input: $input) { ... on ValidateCouponSuccess { coupon { ${selected} } } } }`,
        { input: { code: 'OPEN-300', order } },
      ],
    ],
    [
      'validateCoupons',
      [
        `query ($input: ValidateCouponsInput!) { validateCoupons(input: $input) { ... on ValidateCouponsSuccess { codes { coupon { ${selected} } } } } }`,
        { input: { codes: ['OPEN-300'], order } },
      ],
    ],
    [
      'previewPromotions',
      [
        `query ($input: PreviewPromotionsInput!) { previewPromotions(input: $input) { ... on PreviewPromotionsSuccess { combination { applied { coupon { ${selected} } } } } } }`,
        { input: { codes: ['OPEN-300'], order } },
      ],
    ],
    [
      'applyCoupon',
      [
        `mutation ($input: ApplyCouponInput!) { applyCoupon(input: $input) { ... on ApplyCouponSuccess { coupon { ${selected} } } } }`,
        { input: { code: 'OPEN-300', order } },
      ],
    ],
  ];

  describe.each([
    ['a key that is not told why', () => silent],
    ['a key that is told why, and does not read', () => explained],
    ['a user’s token', userClient],
  ])('when %s asks', (_, clientOf) => {
    test.each([
      ...ways('stacking { combinableWith { codes } }'),
      ...ways('stacking { combinableWith { groups } }'),
      ...ways('stacking { group }'),
    ])('for either by %s, then that is refused', async (_, request) => {
      const { status, data, errors } = await (await clientOf()).send(...request);

      expect([status, errors?.map(({ extensions }) => extensions.code)]).toEqual([403, ['FORBIDDEN']]);
      expect(JSON.stringify([data, errors])).not.toMatch(/INNER|staff|friends/i);
    });

    test('for the rest of its terms, then these are told', async () => {
      const [, request] = ways('stacking { isExclusive priority base priceFloor }')[1]!;
      expect((await (await clientOf()).ask(...request)).validateCoupons.codes).toEqual([
        { coupon: { stacking: { isExclusive: false, priority: 0, base: 'RUNNING', priceFloor: null } } },
      ]);
    });
  });

  test('when a key that reads asks, then it is told both', async () => {
    const reader = createClient(url, await tenant.key('VALIDATE', 'READ'));
    const [, request] = ways('stacking { group combinableWith { codes groups } }')[0]!;

    expect((await reader.ask(...request)).validateCoupon.coupon.stacking).toEqual({
      group: 'staff',
      combinableWith: { codes: ['INNER-301'], groups: ['friends'] },
    });
  });

  test('when somebody types it with others, then what is in its way is told of the typed ones alone', async () => {
    await makeCoupon('OUTER-302', { minimumOrder: null, perCustomerLimit: null });
    const { validateCoupons } = await silent.ask(
      `query ($input: ValidateCouponsInput!) { validateCoupons(input: $input) {
        ... on ValidateCouponsSuccess {
          codes { code conflicts { cause couponCode group message } }
          combination { rejected { code reasons { ... on Error { message } } conflicts { couponCode message } } search { runnerUp { couponCodes } } }
        }
      } }`,
      { input: { codes: ['OPEN-300', 'OUTER-302'], order, goal: 'BEST_FOR_CUSTOMER' } },
    );

    expect(JSON.stringify(validateCoupons)).not.toMatch(/INNER|staff|friends/i);
    expect(validateCoupons.codes).toEqual([
      {
        code: 'OPEN-300',
        conflicts: [
          {
            cause: 'NOT_COMBINABLE',
            couponCode: 'OUTER-302',
            group: null,
            message:
              'The coupon "OPEN-300" cannot be used together with "OUTER-302": "OUTER-302" is not among those that "OPEN-300" can be combined with.',
          },
        ],
      },
      {
        code: 'OUTER-302',
        conflicts: [
          {
            cause: 'NOT_COMBINABLE',
            couponCode: 'OPEN-300',
            group: null,
            message:
              'The coupon "OUTER-302" cannot be used together with "OPEN-300": "OUTER-302" is not among those that "OPEN-300" can be combined with.',
          },
        ],
      },
    ]);
  });
});

describe('given a code for the first orders of gold customers', () => {
  const code = 'GOLD-400';
  const profile = { ordersCount: 0, attributes: { tier: 'gold' } };
  const told =
    '__typename ... on RuleNotMetError { rule { name } explanation { wanted } changes { kind } noChanges }';
  const wishing = { codes: [code], order };

  beforeAll(async () => {
    const couponId = await makeCoupon(code, { minimumOrder: null, perCustomerLimit: null });
    const conditionJson = {
      all: [{ order_number: 1 }, { customer_attribute: { name: 'tier', eq: 'gold' } }],
    };
    const { createRule } = await client.ask(
      `mutation ($input: CreateRuleInput!) { createRule(input: $input) { __typename ... on Error { message } } }`,
      { input: { name: 'Internal name', conditionJson, targets: { couponIds: [couponId] } } },
    );
    expect(createRule).toEqual({ __typename: 'CreateRuleSuccess' });
  });

  const asking = (field: string, given: object, selected = told): Request => {
    const kind = /^(apply|reserve)/.test(field) ? 'mutation' : 'query';
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    return [`${kind} ($input: ${type}!) { ${field}(input: $input) { ${selected} } }`, { input: given }];
  };

  const requests = (given: object): readonly (readonly [field: string, request: Request])[] =>
    (
      [
        ['validateCoupon', { code, order, ...given }],
        ['validateCoupons', { ...wishing, ...given }],
        ['previewPromotions', { ...wishing, ...given }],
        ['checkEligibility', { of: { code }, order, ...given }],
        ['checkLimits', { code, order, ...given }],
        ['applyCoupon', { code, order, ...given }],
        ['applyCoupons', { items: [{ code, order, ...given }] }],
        ['applyPromotions', { ...wishing, ...given }],
        ['reserveCoupons', { ...wishing, reference: { type: 'CHECKOUT', id: 'gold' }, ...given }],
      ] as const
    ).map(([field, input]) => [field, asking(field, input, '__typename')]);

  test.each(requests({ context: { profile } }))(
    'when a user’s token says so of its user to %s, then that is refused, and nothing is used',
    async (_, request) => {
      const { status, data, errors } = await (await userClient()).send(...request);

      expect([status, data]).toEqual([403, null]);
      expect(errors).toMatchObject([
        {
          message:
            'A user token does not say what the shop knows of its user: `context.profile` is for keys.',
          extensions: { code: 'FORBIDDEN' },
        },
      ]);
    },
  );

  test('when a user’s token uses it, then it is not told what would be liked to hear', async () => {
    const user = await userClient();
    const nothing = {
      __typename: 'RuleNotMetError',
      rule: null,
      explanation: null,
      changes: null,
      noChanges: 'NONE_FOUND',
    };

    expect((await user.ask(...asking('validateCoupon', { code, order }))).validateCoupon).toEqual(nothing);
    expect((await user.ask(...asking('applyCoupon', { code, order }))).applyCoupon).toEqual(nothing);
    const { validateCoupons, checkEligibility } = await user.ask(
      `query ($input: ValidateCouponsInput!, $eligibility: CheckEligibilityInput!) {
        validateCoupons(input: $input) { ... on ValidateCouponsSuccess {
          codes { isValid changes { kind } noChanges rules { rule { name } } reasons { ${told} } }
          combination { rejected { reasons { ${told} } } }
        } }
        checkEligibility(input: $eligibility) { ... on CheckEligibilitySuccess { isEligible changes { kind } noChanges rules { rule { name } } } }
      }`,
      { input: { ...wishing, explain: true }, eligibility: { of: { code }, order } },
    );
    expect(validateCoupons).toEqual({
      codes: [{ isValid: false, changes: null, noChanges: 'NONE_FOUND', rules: null, reasons: [nothing] }],
      combination: { rejected: [{ reasons: [nothing] }] },
    });
    expect(checkEligibility).toEqual({
      isEligible: false,
      changes: null,
      noChanges: 'NONE_FOUND',
      rules: null,
    });
  });

  test('when a key says so of a customer, then it is believed, and one that is told why is told the rule', async () => {
    const first = { code, order, context: { profile: { ordersCount: 0 } } };
    expect((await explained.ask(...asking('validateCoupon', first))).validateCoupon).toEqual({
      __typename: 'RuleNotMetError',
      rule: { name: 'Internal name' },
      explanation: [{ wanted: '1' }, { wanted: '"gold"' }],
      changes: [{ kind: 'SET_ATTRIBUTE' }],
      noChanges: null,
    });
    const saying = { code, order, customerId: 'ada', context: { profile } };
    expect((await silent.ask(...asking('applyCoupon', saying))).applyCoupon.__typename).toBe(
      'ApplyCouponSuccess',
    );
  });
});
