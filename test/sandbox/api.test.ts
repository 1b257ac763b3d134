import { describe, expect, test } from 'vitest';
import { createClient } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';

const server = await startTestServer();
const { client, tenant } = server;

const order = { subtotal: { amount: '100.00', currency: 'GBP' } };
const discount = { percentage: { percent: '10' } };

const validating = `query ($input: SandboxValidateInput!) {
  sandboxValidate(input: $input) {
    ... on SandboxValidateSuccess {
      codes {
        code
        now { isValid coupon { code isTest } reasons { __typename code } rules { rule { name } isPassed } }
        ifActive { isValid valuation { coupon { code status } discount { amount } remaining { uses } } }
      }
    }
    ... on Error { code message }
  }
}`;
const previewing = `query ($input: SandboxPreviewInput!) {
  sandboxPreview(input: $input) {
    ... on SandboxPreviewSuccess {
      orders { name combination { youSave { amount } applied { position coupon { code } } rejected { code reasons { code } } } }
      totals { currency orders youSave { amount } total { amount } }
    }
    ... on Error { code message }
  }
}`;
const generating = `mutation ($input: GenerateTestCodesInput!) {
  generateTestCodes(input: $input) {
    ... on GenerateTestCodesSuccess { coupons { id code isTest testOf { code } usesCount } }
    ... on Error { code message }
  }
}`;
const deleting = `mutation ($input: DeleteTestCodesInput!) {
  deleteTestCodes(input: $input) { ... on DeleteTestCodesSuccess { deletedCount } ... on Error { code } }
}`;

async function makeCoupon(code: string, fields: object = {}): Promise<string> {
  const { createCoupon } = await client.ask(
    `mutation ($input: CreateCouponInput!) { createCoupon(input: $input) { ... on CreateCouponSuccess { coupon { id } } } }`,
    { input: { code, discount, ...fields } },
  );
  return createCoupon.coupon.id as string;
}

describe('Given the API, when the sandbox is asked', () => {
  test('then a draft, a definition and a rule answer as they are and as they could be', async () => {
    await makeCoupon('DRAFT', { isDraft: true, maxUses: 5 });
    const definitions = [{ code: 'NEW', discount }];
    const rules = [{ name: 'Web only', condition: { channel: { eq: 'web' } } }];
    const input = { codes: ['draft'], definitions, rules, order, channel: 'web' };
    const { sandboxValidate } = await client.ask(validating, { input });

    const rulesSaid = [{ rule: { name: 'Web only' }, isPassed: true }];
    const worth = (code: string, status: string, uses: number | null) => ({
      isValid: true,
      valuation: { coupon: { code, status }, discount: { amount: '10.00' }, remaining: { uses } },
    });
    expect(sandboxValidate.codes).toEqual([
      {
        code: 'draft',
        now: {
          isValid: false,
          coupon: { code: 'DRAFT', isTest: false },
          reasons: [{ __typename: 'CouponDraftError', code: 'COUPON_DRAFT' }],
          rules: rulesSaid,
        },
        ifActive: worth('DRAFT', 'DRAFT', 4),
      },
      {
        code: 'NEW',
        now: { isValid: true, coupon: { code: 'NEW', isTest: false }, reasons: [], rules: rulesSaid },
        ifActive: worth('NEW', 'ACTIVE', null),
      },
    ]);
  });

  test('then test codes are generated, tried out, listed where they are asked for, and deleted', async () => {
    const couponId = await makeCoupon('SPRING', { maxUses: 1 });
    const { generateTestCodes } = await client.ask(generating, { input: { couponId, count: 2 } });
    const made = generateTestCodes.coupons as { code: string }[];
    expect(made).toEqual(
      made.map((coupon) => ({ ...coupon, isTest: true, testOf: { code: 'SPRING' }, usesCount: 0 })),
    );
    expect(made.map(({ code }) => code.slice(0, 5))).toEqual(['TEST-', 'TEST-']);

    const orders = ['one', 'two'].map((name) => ({ name, order }));
    const input = { codes: [made[0]!.code], orders, goal: 'BEST_FOR_CUSTOMER' };
    const { sandboxPreview } = await client.ask(previewing, { input });
    expect(sandboxPreview.totals).toEqual([
      { currency: 'GBP', orders: 2, youSave: { amount: '20.00' }, total: { amount: '180.00' } },
    ]);
    expect(sandboxPreview.orders[1]).toEqual({
      name: 'two',
      combination: {
        youSave: { amount: '10.00' },
        applied: [{ position: 1, coupon: { code: made[0]!.code } }],
        rejected: [],
      },
    });

    const listing = '{ coupons(filter: { isTest: true }) { edges { node { code } } } }';
    expect((await client.ask(listing)).coupons.edges).toHaveLength(2);
    const { deleteTestCodes } = await client.ask(deleting, { input: { couponId } });
    expect(deleteTestCodes).toEqual({ deletedCount: 2 });
    expect((await client.ask(listing)).coupons.edges).toHaveLength(0);
  });
});

describe.each<[string, string, object, string]>([
  ['sandboxValidate', validating, { codes: ['ANY'], order }, 'READ'],
  ['sandboxPreview', previewing, { orders: [{ name: 'one', order }] }, 'READ'],
  ['generateTestCodes', generating, { couponId: 'coupon_01h455vb4pex5vsknk084sn02q', count: 1 }, 'MANAGE'],
  ['deleteTestCodes', deleting, {}, 'MANAGE'],
])('Given a key, when it asks for %s', (operation, query, input, needed) => {
  test.each(['READ', 'VALIDATE', 'REDEEM', 'EXPLAIN', 'MANAGE'] as const)(
    'with %s, then it is answered only if that suffices',
    async (right) => {
      const asker = createClient(server.url, await tenant.key(right));
      const { data, errors } = await asker.send(query, { input });
      const suffices = right === needed || right === 'MANAGE';
      if (suffices) expect([errors, data[operation]]).toEqual([undefined, expect.anything()]);
      else expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    },
  );
});
