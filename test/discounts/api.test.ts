import { describe, expect, test } from 'vitest';
import { startTestServer } from '../testkit/server.js';

const server = await startTestServer();
const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const yen = (amount: string) => ({ amount, currency: 'JPY' });

let made = 0;
async function create(fields: object) {
  const { createCoupon } = await server.client.ask(
    `mutation ($input: CreateCouponInput!) {
      createCoupon(input: $input) {
        ... on CreateCouponSuccess { coupon { code currency discount {
          __typename
          kind
          ... on PercentageDiscount {
            percent maximum { amount } maximums { amount currency } target units freeShipping
          }
          ... on FixedDiscount { amount { amount } amounts { amount currency } target units freeShipping }
          ... on FreeShippingDiscount { maximum { amount } maximums { amount currency } countries }
          ... on RewardDiscount { reward { itemId name description type payload } }
          ... on BuyXGetYDiscount {
            buy { quantity items { skus products categories tags } }
            get { quantity items { tags } percent }
            repeat
          }
          ... on TieredDiscount {
            by
            tiers { fromAmount { amount } fromAmounts { currency } fromQuantity percent amount { amount } amounts { currency } }
          }
          ... on FixedPriceDiscount { price { amount } prices { amount currency } groupSize }
        } } }
        ... on Error { message }
      }
    }`,
    { input: { code: `CODE${++made}`, ...fields } },
  );
  return createCoupon;
}

const reward = {
  itemId: '7',
  name: '100 points',
  description: null,
  type: 'points',
  payload: { amount: 100 },
};

describe('given a kind of discount, a coupon of it is made and shown', () => {
  test.each<[string, object, string | null, object]>([
    [
      'PERCENTAGE',
      { percentage: { percent: '10', maximums: [gbp('5'), yen('900')], target: 'CHEAPEST' } },
      null,
      {
        __typename: 'PercentageDiscount',
        percent: '10',
        maximum: { amount: '5.00' },
        maximums: [gbp('5.00'), yen('900')],
        target: 'CHEAPEST',
        units: 1,
        freeShipping: false,
      },
    ],
    [
      'FIXED',
      { fixed: { amount: gbp('5') } },
      'GBP',
      {
        __typename: 'FixedDiscount',
        amount: { amount: '5.00' },
        amounts: [gbp('5.00')],
        target: 'MATCHING_ITEMS',
        units: null,
        freeShipping: false,
      },
    ],
    [
      'FREE_SHIPPING',
      { freeShipping: { countries: ['GB'] } },
      null,
      { __typename: 'FreeShippingDiscount', maximum: null, maximums: [], countries: ['GB'] },
    ],
    ['REWARD', { reward }, null, { __typename: 'RewardDiscount', reward }],
    [
      'BUY_X_GET_Y',
      { buyXGetY: { buy: { quantity: 2, items: { skus: ['A'] } }, get: { quantity: 1 } } },
      null,
      {
        __typename: 'BuyXGetYDiscount',
        buy: { quantity: 2, items: { skus: ['A'], products: [], categories: [], tags: [] } },
        get: { quantity: 1, items: null, percent: '100' },
        repeat: null,
      },
    ],
    [
      'TIERED',
      { tiered: { by: 'AMOUNT', tiers: [{ fromAmount: gbp('50'), percent: '5' }] } },
      'GBP',
      {
        __typename: 'TieredDiscount',
        by: 'AMOUNT',
        tiers: [
          {
            fromAmount: { amount: '50.00' },
            fromAmounts: [{ currency: 'GBP' }],
            fromQuantity: null,
            percent: '5',
            amount: null,
            amounts: [],
          },
        ],
      },
    ],
    [
      'FIXED_PRICE',
      { fixedPrice: { prices: [gbp('5'), yen('900')] } },
      null,
      {
        __typename: 'FixedPriceDiscount',
        price: { amount: '5.00' },
        prices: [gbp('5.00'), yen('900')],
        groupSize: 1,
      },
    ],
  ])('%s', async (kind, discount, currency, expected) => {
    expect((await create({ discount })).coupon).toMatchObject({ currency, discount: { kind, ...expected } });
  });
});

test('given a reward, when its code is used, then the use counts, and keeps the reward', async () => {
  const { code } = (await create({ discount: { reward }, maxUses: 1 })).coupon;
  const apply = () =>
    server.client.ask(
      `mutation ($input: ApplyCouponInput!) {
        applyCoupon(input: $input) {
          ... on ApplyCouponSuccess {
            discount { amount }
            reward { itemId name description type payload }
            remaining { uses }
            redemption { id }
          }
          ... on Error { code }
        }
      }`,
      { input: { code, order: { subtotal: gbp('20') } } },
    );

  const { applyCoupon } = await apply();
  expect(applyCoupon).toMatchObject({ discount: { amount: '0.00' }, reward, remaining: { uses: 0 } });
  const { redemption } = await server.client.ask(
    `query ($id: ID!) { redemption(id: $id) { reward { itemId name description type payload } } }`,
    { id: applyCoupon.redemption.id },
  );
  expect(redemption).toEqual({ reward });
  expect((await apply()).applyCoupon).toEqual({ code: 'USAGE_LIMIT_REACHED' });
});

test('given a gift card of which nothing is left, when it is used, asked about or previewed, then all say so', async () => {
  const { code } = (await create({ discount: { giftCard: { balance: gbp('15') } } })).coupon;
  const order = { subtotal: gbp('20') };
  const empty = `... on GiftCardEmptyError { code message couponCode balance { amount currency } }`;
  const ask = (reference: string) =>
    server.client.ask(
      `mutation ($apply: ApplyCouponInput!, $reserve: ReserveCouponsInput!) {
        applyCoupon(input: $apply) { ... on ApplyCouponSuccess { discount { amount } redemption { id } } ${empty} }
        reserveCoupons(input: $reserve) { ... on ReservationRefusedError { refusals { ${empty} } } }
      }`,
      {
        apply: { code, order, reference: { id: reference } },
        reserve: { codes: [code], order, reference: { id: `${reference} again` } },
      },
    );
  const { applyCoupon } = await ask('first');
  expect(applyCoupon.discount).toEqual({ amount: '15.00' });

  const refusal = {
    code: 'GIFT_CARD_EMPTY',
    message: `Nothing is left on the gift card "${code}": its balance is 0.00 GBP.`,
    couponCode: code,
    balance: gbp('0.00'),
  };
  expect(await ask('second')).toEqual({
    applyCoupon: refusal,
    reserveCoupons: { refusals: [refusal] },
  });
  expect(
    await server.client.ask(
      `query ($validate: ValidateCouponInput!, $many: ValidateCouponsInput!, $preview: PreviewPromotionsInput!) {
        validateCoupon(input: $validate) { ${empty} }
        validateCoupons(input: $many) {
          ... on ValidateCouponsSuccess { codes { isValid reasons { ${empty} } changes { kind } } }
        }
        previewPromotions(input: $preview) {
          ... on PreviewPromotionsSuccess { combination { rejected { reasons { ${empty} } } } }
        }
      }`,
      {
        validate: { code, order },
        many: { codes: [code], order },
        preview: { codes: [code], order },
      },
    ),
  ).toEqual({
    validateCoupon: refusal,
    validateCoupons: { codes: [{ isValid: false, reasons: [refusal], changes: null }] },
    previewPromotions: { combination: { rejected: [{ reasons: [refusal] }] } },
  });

  await server.client.ask('mutation ($id: ID!) { voidRedemption(input: { id: $id }) { __typename } }', {
    id: applyCoupon.redemption.id,
  });
  expect((await ask('third')).applyCoupon.discount).toEqual({ amount: '15.00' });
});

describe('given amounts in several currencies', async () => {
  const discount = { fixed: { amounts: [gbp('5'), yen('900')] } };
  const { code } = (await create({ discount })).coupon;
  const validate = async (subtotal: object) =>
    (
      await server.client.ask(
        `query ($input: ValidateCouponInput!) {
          validateCoupon(input: $input) {
            ... on ValidateCouponSuccess { discount { amount currency } reward { name } }
            ... on CurrencyMismatchError { message couponCurrency couponCurrencies orderCurrency }
          }
        }`,
        { input: { code, order: { subtotal } } },
      )
    ).validateCoupon;

  test('when an order is in one of them, then it has the amount of its own', async () => {
    expect(await validate(yen('2000'))).toEqual({ discount: yen('900'), reward: null });
    expect(await validate(gbp('20'))).toEqual({ discount: gbp('5.00'), reward: null });
  });

  test('when an order is in another, then it is refused, and told which there are', async () => {
    expect(await validate({ amount: '20', currency: 'EUR' })).toEqual({
      message: `The coupon "${code}" is in GBP, JPY, but the order is in EUR.`,
      couponCurrency: 'GBP',
      couponCurrencies: ['GBP', 'JPY'],
      orderCurrency: 'EUR',
    });
  });

  test('when there is a minimum as well, then that is refused', async () => {
    expect((await create({ discount, minimumOrder: gbp('50') })).message).toBe(
      'minimumOrder: Expected none, as the discount is in several currencies: a rule can ask for a minimum in each.',
    );
  });
});
