import { describe, expect, test } from 'vitest';
import { systemScope } from '../../src/platform/services.js';
import { startTestServer } from '../testkit/server.js';
import { givenTemplate } from '../testkit/templates.js';

const { client, app, tenant } = await startTestServer();

const facts = `{
  id target { kind couponId campaignId templateId } per attribute window { kind zone seconds } measure
  ceiling { uses money { amount currency } } overrun { uses money { amount currency } } shortForm version createdAt updatedAt
}`;
const create = (input: object) =>
  client.ask(
    `mutation ($input: CreateLimitInput!) {
      createLimit(input: $input) { ... on CreateLimitSuccess { countersAbove limit ${facts} } ... on Error { code message } }
    }`,
    { input },
  );

const { createCampaign } = await client.ask(
  `mutation {
    createCampaign(input: { name: "Spring", budget: { amount: "99.5", currency: "GBP" } }) {
      ... on CreateCampaignSuccess { campaign { id budget { amount currency } spent { amount currency } } }
    }
  }`,
);
const { campaign } = createCampaign;
const { createCoupon } = await client.ask(
  `mutation {
    createCoupon(input: { code: "SPRING", discount: { freeShipping: {} } }) { ... on CreateCouponSuccess { coupon { id } } }
  }`,
);
const couponId = createCoupon.coupon.id as string;
const templateId = await givenTemplate(systemScope(app.services, tenant.id));

describe('given a tenant, a campaign, a template and a coupon', () => {
  const everything = { kind: 'LIFETIME', zone: null, seconds: null };
  const uses = (count: number) => ({ uses: count, money: null });

  test.each<[string, object, object]>([
    [
      'least is said',
      { target: { tenant: true }, ceiling: { uses: 5 } },
      {
        target: { kind: 'TENANT', couponId: null, campaignId: null, templateId: null },
        per: 'EVERYONE',
        attribute: null,
        window: everything,
        measure: 'USES',
        ceiling: uses(5),
        overrun: uses(0),
      },
    ],
    [
      'a day of a coupon is limited for each customer',
      {
        target: { couponId },
        per: 'CUSTOMER',
        window: { kind: 'DAY', zone: 'Asia/Kolkata' },
        ceiling: { uses: 5 },
        overrun: { uses: 1 },
      },
      {
        target: { kind: 'COUPON', couponId, campaignId: null, templateId: null },
        per: 'CUSTOMER',
        attribute: null,
        window: { kind: 'DAY', zone: 'Asia/Kolkata', seconds: null },
        measure: 'USES',
        ceiling: uses(5),
        overrun: uses(1),
      },
    ],
    [
      'so many seconds of a campaign are limited for each store',
      {
        target: { campaignId: campaign.id },
        per: 'ATTRIBUTE',
        attribute: 'store',
        window: { kind: 'ROLLING', seconds: 3_600 },
        measure: 'DISCOUNT',
        ceiling: { money: { amount: '1000', currency: 'JPY' } },
      },
      {
        target: { kind: 'CAMPAIGN', couponId: null, campaignId: campaign.id, templateId: null },
        per: 'ATTRIBUTE',
        attribute: 'store',
        window: { kind: 'ROLLING', zone: null, seconds: 3_600 },
        measure: 'DISCOUNT',
        ceiling: { uses: null, money: { amount: '1000', currency: 'JPY' } },
        overrun: { uses: null, money: { amount: '0', currency: 'JPY' } },
      },
    ],
    [
      'uses of a template are limited',
      { target: { templateId }, ceiling: { uses: 5 } },
      {
        target: { kind: 'TEMPLATE', couponId: null, campaignId: null, templateId },
        per: 'EVERYONE',
        attribute: null,
        window: everything,
        measure: 'USES',
        ceiling: uses(5),
        overrun: uses(0),
      },
    ],
  ])('when %s, then it is told so, and found as a limit and as a node', async (_, input, expected) => {
    const { createLimit } = await create(input);

    expect(createLimit).toEqual({
      countersAbove: 0,
      limit: {
        id: expect.stringMatching(/^limit_[0-9a-z]{26}$/),
        ...expected,
        shortForm: null,
        version: 1,
        createdAt: expect.any(String),
        updatedAt: createLimit.limit.createdAt,
      },
    });
    const { id } = createLimit.limit;
    const found = await client.ask(
      `query ($id: ID!) { limit(id: $id) ${facts} node(id: $id) { ... on Limit ${facts} } }`,
      { id },
    );
    expect(found).toEqual({ limit: createLimit.limit, node: createLimit.limit });
  });

  test('when a limit is lowered and dropped, then it says so', async () => {
    const { createLimit } = await create({ target: { couponId }, ceiling: { uses: 5 } });
    const { id } = createLimit.limit;

    const { updateLimit } = await client.ask(
      `mutation ($id: ID!) {
        updateLimit(input: { id: $id, version: 1, patch: { ceiling: { uses: 0 } } }) {
          ... on UpdateLimitSuccess { countersAbove limit { version ceiling { uses } } }
        }
      }`,
      { id },
    );
    expect(updateLimit).toEqual({ countersAbove: 0, limit: { version: 2, ceiling: { uses: 0 } } });
    const drop = `mutation ($id: ID!) {
      deleteLimit(input: { id: $id }) { ... on DeleteLimitSuccess { limitId } ... on LimitNotFoundError { code limitId } }
    }`;
    expect(await client.ask(drop, { id })).toEqual({ deleteLimit: { limitId: id } });
    expect(await client.ask(drop, { id })).toEqual({ deleteLimit: { code: 'LIMIT_NOT_FOUND', limitId: id } });
  });

  test('when a campaign is asked for its budget, then it tells what is set and what is spent', async () => {
    const spent = { amount: '0.00', currency: 'GBP' };
    expect(campaign).toMatchObject({ budget: { amount: '99.50', currency: 'GBP' }, spent });

    const { campaigns } = await client.ask(
      '{ campaigns { edges { node { budget { amount } spent { amount } } } } }',
    );
    expect(campaigns.edges).toEqual([{ node: { budget: { amount: '99.50' }, spent: { amount: '0.00' } } }]);
  });

  test('when a limit is reached, then whoever asks is told what is left, and when it begins anew', async () => {
    await client.ask(
      'mutation { createCoupon(input: { code: "DAILY", discount: { fixed: { amount: { amount: "5", currency: "GBP" } } } }) { __typename } }',
    );
    const { couponByCode } = await client.ask('{ couponByCode(code: "DAILY") { id } }');
    const { createLimit } = await create({
      target: { couponId: couponByCode.id },
      window: { kind: 'MONTH', zone: 'UTC' },
      measure: 'DISCOUNT',
      ceiling: { money: { amount: '7.50', currency: 'GBP' } },
    });
    const order = 'order: { subtotal: { amount: "20", currency: "GBP" } }';
    const apply = `mutation {
      applyCoupon(input: { code: "DAILY", ${order} }) {
        __typename
        ... on LimitReachedError {
          code couponCode reached { id } counted { uses money { amount } } left { money { amount } }
          asked { money { amount } } resetsAt
        }
      }
    }`;
    expect(await client.ask(apply)).toEqual({ applyCoupon: { __typename: 'ApplyCouponSuccess' } });

    const now = new Date();
    expect(await client.ask(apply)).toEqual({
      applyCoupon: {
        __typename: 'LimitReachedError',
        code: 'LIMIT_REACHED',
        couponCode: 'DAILY',
        reached: { id: createLimit.limit.id },
        counted: { uses: null, money: { amount: '5.00' } },
        left: { money: { amount: '2.50' } },
        asked: { money: { amount: '5.00' } },
        resetsAt: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString(),
      },
    });
  });

  test('when two targets are named, then that is no request at all', async () => {
    const { status, errors } = await client.send(
      'mutation ($input: CreateLimitInput!) { createLimit(input: $input) { __typename } }',
      { input: { target: { couponId, tenant: true }, ceiling: { uses: 1 } } },
    );
    expect([status, errors?.length]).toEqual([400, 1]);
  });
});
