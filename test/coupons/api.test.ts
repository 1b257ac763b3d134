import { describe, expect, test } from 'vitest';
import { createClient } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';

const server = await startTestServer();

describe('given a storefront’s key, and a coupon of a campaign', async () => {
  const campaign = { name: 'Clear the warehouse', metadata: { budget: 'private-1' } };
  const made = await server.client.ask(
    `mutation ($input: CreateCampaignInput!) {
      createCampaign(input: $input) { ... on CreateCampaignSuccess { campaign { id } } ... on Error { message } }
    }`,
    { input: campaign },
  );
  const { id } = made.createCampaign.campaign;
  await server.client.ask(
    `mutation ($id: ID!) { activateCampaign(input: { id: $id }) { ... on Error { message } } }`,
    { id },
  );
  const coupon = {
    code: 'SUMMER10',
    discount: { percentage: { percent: '10' } },
    description: 'private-2',
    metadata: { margin: 'private-3' },
    maxUses: 4711,
    perCustomerLimit: 3,
    campaignId: id,
  };
  await server.client.ask(
    `mutation ($input: CreateCouponInput!) {
      createCoupon(input: $input) { ... on CreateCouponSuccess { coupon { id } } ... on Error { message } }
    }`,
    { input: coupon },
  );
  const storefront = createClient(server.url, await server.tenant.key('VALIDATE', 'REDEEM'));
  const order = { subtotal: { amount: '20.00', currency: 'GBP' } };
  const validate = (selected: string) =>
    storefront.send(
      `query ($input: ValidateCouponInput!) {
        validateCoupon(input: $input) { ... on Valuation { coupon { ${selected} } } ... on Error { message } }
      }`,
      { input: { code: 'summer10', order, customerId: 'ada' } },
    );
  const apply = (selected: string) =>
    storefront.send(
      `mutation ($input: ApplyCouponInput!) {
        applyCoupon(input: $input) { ... on ApplyCouponSuccess { redemption { ${selected} } } ... on Error { message } }
      }`,
      { input: { code: 'summer10', order, customerId: 'ada' } },
    );

  test('when it asks what concerns its customers, then it is told', async () => {
    const { data, errors } = await validate(
      `code isCaseSensitive status discount { kind } minimumOrder { amount } currency validFrom validUntil
      perCustomerLimit applicability { includeProducts }`,
    );

    expect(errors).toBeUndefined();
    expect(data.validateCoupon.coupon).toEqual({
      code: 'SUMMER10',
      isCaseSensitive: false,
      status: 'ACTIVE',
      discount: { kind: 'PERCENTAGE' },
      minimumOrder: null,
      currency: null,
      validFrom: null,
      validUntil: null,
      perCustomerLimit: 3,
      applicability: { includeProducts: [] },
    });
  });

  const ownersOnly = [
    'description',
    'metadata',
    'createdBy { id }',
    'campaign { name metadata }',
    'usesCount',
    'usesLeft',
    'balance { amount }',
    'giftCardMovements { edges { node { id } } }',
    'maxUses',
    'version',
    'createdAt',
    'updatedAt',
  ];

  test.each(ownersOnly)('when it asks for the coupon’s %s, then it learns nothing', async (selected) => {
    const reply = await validate(selected);

    expect(reply.status).toBe(403);
    expect(reply.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(JSON.stringify(reply)).not.toMatch(/private-|warehouse|4711|"20\d\d-|key_/);
  });

  test.each(['campaign { name metadata }', 'coupon { description metadata }'])(
    'when it asks for %s of a redemption, then it learns nothing',
    async (selected) => {
      const reply = await apply(selected);

      expect(reply.status).toBe(403);
      expect(JSON.stringify(reply)).not.toMatch(/private-|warehouse/);
    },
  );

  test('when a key may read, then it is told', async () => {
    const { coupons } = await server.client.ask(`{ coupons { edges { node { ${ownersOnly.join(' ')} } } } }`);

    expect(coupons.edges[0].node).toMatchObject({
      description: 'private-2',
      metadata: { margin: 'private-3' },
      campaign: { metadata: { budget: 'private-1' } },
      maxUses: 4711,
      version: 1,
    });
  });
});

test('given a gift card, when a key may read, then it is told what is left and what was moved', async () => {
  const { createCoupon } = await server.client.ask(
    `mutation ($input: CreateCouponInput!) {
      createCoupon(input: $input) {
        ... on CreateCouponSuccess {
          coupon {
            status
            currency
            discount { __typename kind ... on GiftCardDiscount { initialBalance { amount currency } } }
            balance { amount currency }
            giftCardMovements(first: 1) {
              edges { node { kind amount { amount currency } balance { amount } redemptionId createdAt } }
              pageInfo { hasNextPage }
            }
          }
        }
        ... on Error { message }
      }
    }`,
    { input: { code: 'CARD', discount: { giftCard: { balance: { amount: '5', currency: 'KWD' } } } } },
  );

  const balance = { amount: '5.000', currency: 'KWD' };
  expect(createCoupon.coupon).toEqual({
    status: 'ACTIVE',
    currency: 'KWD',
    discount: { __typename: 'GiftCardDiscount', kind: 'GIFT_CARD', initialBalance: balance },
    balance,
    giftCardMovements: {
      edges: [
        {
          node: {
            kind: 'ISSUED',
            amount: balance,
            balance: { amount: '5.000' },
            redemptionId: null,
            createdAt: expect.any(String) as string,
          },
        },
      ],
      pageInfo: { hasNextPage: false },
    },
  });
});
