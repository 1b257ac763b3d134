import { beforeAll, describe, expect, test } from 'vitest';
import { createClient, type Client } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';
import { makeTenant } from '../testkit/tenant.js';

// Whoever may only validate and redeem must not learn from any answer whether a code that nobody can use exists.

const server = await startTestServer();
const { client } = server;
let till: Client;

const order = {
  cart: { currency: 'GBP', lines: [{ sku: 'TEE', unitPrice: '100.00' }], shipping: '5.00' },
};
const three = { cart: { currency: 'GBP', lines: [{ sku: 'TEE', unitPrice: '10.00', quantity: 3 }] } };
const alone = { isExclusive: true };
const percentage = { percent: '10' };
const longAgo = '2020-01-01T00:00:00.000Z';
const hidden: Record<string, object> = {
  DRAFT: { isDraft: true },
  EXPIRED: { validUntil: longAgo },
  SCHEDULED: { validFrom: '2999-01-01T00:00:00.000Z' },
  LONELY: { validUntil: longAgo, stacking: alone },
  REVOKED: {},
  AUTOMATIC: { trigger: 'AUTOMATIC', minimumOrder: { amount: '9999', currency: 'GBP' } },
};
const redeemedFor = { type: 'ORDER', id: 'redeemed for already' };
const allHidden = [...Object.keys(hidden), 'FOREIGN'];

const create = (by: Client, code: string, fields: object = {}) =>
  by.ask(
    `mutation Create($input: CreateCouponInput!) {
      createCoupon(input: $input) { __typename ... on CreateCouponSuccess { coupon { id } } ... on Error { message } }
    }`,
    { input: { code, discount: { percentage }, ...fields } },
  );

beforeAll(async () => {
  till = createClient(server.url, await server.tenant.key('VALIDATE', 'REDEEM'));
  for (const [code, fields] of Object.entries(hidden)) {
    const { createCoupon } = await create(client, code, fields);
    if (code !== 'REVOKED') continue;
    await client.ask(`mutation Revoke($id: ID!) { revokeCoupon(input: { id: $id }) { __typename } }`, {
      id: createCoupon.coupon.id,
    });
  }
  const made = await create(client, 'GOOD', { stacking: alone });
  await create(client, 'SMALL', { minimumOrder: { amount: '500', currency: 'GBP' } });
  await create(client, 'USED');
  await client.ask(questions.applyPromotions, {
    input: { codes: ['USED'], order, reference: redeemedFor },
  });
  const other = await makeTenant(server.app.services, 'Another shop');
  await create(createClient(server.url, other.adminKey), 'FOREIGN');
  await client.ask(`mutation Rule($input: CreateRuleInput!) { createRule(input: $input) { __typename } }`, {
    input: {
      name: 'Three or more',
      conditionJson: { item_count: { gte: 3 } },
      targets: { couponIds: [made.createCoupon.coupon.id] },
    },
  });
});

const conflicts = `conflicts { cause couponCode group message }`;
const reasons = `reasons {
  __typename code message
  ... on RuleNotMetError { rule { name } explanation { matched } }
}`;
const rejected = `rejected { code ${reasons} ${conflicts} }`;
const combination = `combination {
  total { amount } youSave { amount } applied { coupon { code } } ${rejected} search { visited }
}`;
const questions = {
  validateCoupons: `query Ask($input: ValidateCouponsInput!) {
    validateCoupons(input: $input) {
      ... on ValidateCouponsSuccess {
        codes {
          code isValid coupon { code } ${reasons} ${conflicts}
          changes { kind } noChanges
          rules { rule { name } isPassed clauses { matched } }
        }
        ${combination}
      }
    }
  }`,
  previewPromotions: `query Ask($input: PreviewPromotionsInput!) {
    previewPromotions(input: $input) { ... on PreviewPromotionsSuccess { ${combination} } }
  }`,
  applyPromotions: `mutation Ask($input: ApplyPromotionsInput!) {
    applyPromotions(input: $input) {
      ... on ApplyPromotionsSuccess { youSave { amount } ${rejected} }
      ... on PromotionsRefusedError { code message ${rejected} }
    }
  }`,
  reserveCoupons: `mutation Ask($input: ReserveCouponsInput!) {
    reserveCoupons(input: $input) {
      ... on Error { code message }
      ... on ReservationRefusedError { refusals { __typename code message } }
    }
  }`,
};

type Question = keyof typeof questions;

/** What is answered of some codes, with the one in question written as it were another. */
async function told(by: Client, question: Question, codes: readonly string[], code: string, fields: object) {
  const input = {
    codes: codes.map((one) => (one === '?' ? code : one)),
    order,
    ...fields,
    ...(question === 'reserveCoupons' && { reference: { type: 'CHECKOUT', id: `of ${code}` } }),
  };
  const answer = await by.ask(questions[question], { input });
  return JSON.stringify(answer).replaceAll(code, '?');
}

const asked = Object.keys(questions) as Question[];

describe.each(asked)('Given a key without EXPLAIN, when %s is sent', (question) => {
  test.each([
    ['alone', ['?'], {}],
    ['after one that is worth nothing', ['SMALL', '?'], {}],
    ['before one that is exclusive', ['?', 'GOOD'], { order: three }],
    ['twice', ['?', 'SMALL', '?'], {}],
  ])(
    'a code that nobody can use %s, then it is answered as one that there is not',
    async (_, codes, fields) => {
      const unknown = await told(till, question, codes, 'NOWHERE', fields);

      for (const code of allHidden) {
        expect(await told(till, question, codes, code, fields)).toBe(unknown);
      }
    },
  );
});

describe.each(['previewPromotions', 'validateCoupons'] as const)(
  'Given a reference that something was redeemed for, and a key without EXPLAIN',
  (question) => {
    test.each([
      ['alone', ['?']],
      ['beside the one that was redeemed', ['USED', '?']],
      ['twice', ['?', 'GOOD', '?']],
    ])(
      `when ${question} asks of a code that nobody can use %s, then it is answered as one that there is not`,
      async (_, codes) => {
        const fields = { reference: redeemedFor };
        const unknown = await told(till, question, codes, 'NOWHERE', fields);

        for (const code of allHidden) {
          expect(await told(till, question, codes, code, fields)).toBe(unknown);
        }
        // Of a code that lives it is told.
        expect(await told(till, question, ['?'], 'GOOD', fields)).toContain('REFERENCE_ALREADY_REDEEMED');
      },
    );
  },
);

describe.each(['BEST_FOR_CUSTOMER', 'CHEAPEST_FOR_MERCHANT'])('Given the goal %s', (goal) => {
  test('when a key without EXPLAIN sends a code that nobody can use, then it is unknown', async () => {
    const fields = { goal, order: three };
    const unknown = await told(till, 'previewPromotions', ['?', 'GOOD'], 'NOWHERE', fields);

    for (const code of allHidden) {
      expect(await told(till, 'previewPromotions', ['?', 'GOOD'], code, fields)).toBe(unknown);
    }
  });
});

describe('Given checkEligibility', () => {
  const ask = (by: Client, of: object) =>
    by.ask(
      `query Ask($input: CheckEligibilityInput!) {
        checkEligibility(input: $input) {
          __typename
          ... on CheckEligibilitySuccess { isEligible rules { rule { name } isPassed } changes { kind } noChanges }
          ... on Error { message }
        }
      }`,
      { input: { of, order } },
    );

  test('when a key without EXPLAIN asks of a code that nobody can use, then it is unknown', async () => {
    const unknown = JSON.stringify(await ask(till, { code: 'NOWHERE' })).replaceAll('NOWHERE', '?');

    for (const code of allHidden) {
      expect(JSON.stringify(await ask(till, { code })).replaceAll(code, '?')).toBe(unknown);
    }
  });

  test('when it asks of one that lives, then it is told whether, and how it would be, but not the rules', async () => {
    expect((await ask(till, { code: 'GOOD' })).checkEligibility).toEqual({
      __typename: 'CheckEligibilitySuccess',
      isEligible: false,
      rules: null,
      changes: [{ kind: 'ADD_ITEMS' }],
      noChanges: null,
    });
    expect((await ask(client, { code: 'GOOD' })).checkEligibility.rules).toEqual([
      { rule: { name: 'Three or more' }, isPassed: false },
    ]);
  });

  test('when it asks of a campaign that is not running, then there is none, unless one may know', async () => {
    const { createCampaign } = await client.ask(
      `mutation Create($input: CreateCampaignInput!) {
        createCampaign(input: $input) { ... on CreateCampaignSuccess { campaign { id } } }
      }`,
      { input: { name: 'In secret' } },
    );
    const campaignId = createCampaign.campaign.id as string;
    const answers = async () => [await ask(till, { campaignId }), await ask(client, { campaignId })];
    const isEligible = {
      checkEligibility: expect.objectContaining({ __typename: 'CheckEligibilitySuccess' }) as object,
    };
    const isNone = {
      checkEligibility: {
        __typename: 'CampaignNotFoundError',
        message: `There is no campaign "${campaignId}".`,
      },
    };
    const send = (action: string) =>
      client.ask(`mutation Act($id: ID!) { ${action}(input: { id: $id }) { __typename } }`, {
        id: campaignId,
      });

    expect(await answers()).toEqual([isNone, isEligible]);
    await send('activateCampaign');
    expect(await answers()).toEqual([isEligible, isEligible]);
    await send('pauseCampaign');
    expect(await answers()).toEqual([isNone, isEligible]);
    await send('endCampaign');
    expect(await answers()).toEqual([isNone, isEligible]);
  });

  test('when only an attribute or a segment would help, then keys without EXPLAIN are not told', async () => {
    const { createCoupon } = await create(client, 'STAFF');
    await client.ask(`mutation Rule($input: CreateRuleInput!) { createRule(input: $input) { __typename } }`, {
      input: {
        name: 'Staff',
        conditionJson: { metadata: { path: ['staff'], eq: true } },
        targets: { couponIds: [createCoupon.coupon.id] },
      },
    });
    const seenBy = async (by: Client) => {
      const { checkEligibility } = await ask(by, { code: 'STAFF' });
      const { validateCoupons } = await by.ask(
        `query Ask($input: ValidateCouponsInput!) {
          validateCoupons(input: $input) {
            ... on ValidateCouponsSuccess {
              codes { changes { kind } noChanges reasons { ... on RuleNotMetError { changes { kind } noChanges } } }
            }
          }
        }`,
        { input: { codes: ['STAFF'], order } },
      );
      const [code] = validateCoupons.codes;
      return [checkEligibility, code, code.reasons[0]].map(({ changes, noChanges }) => changes ?? noChanges);
    };

    // As if there were nothing to do.
    expect(await seenBy(till)).toEqual(['NONE_FOUND', 'NONE_FOUND', 'NONE_FOUND']);
    const set = [{ kind: 'SET_ATTRIBUTE' }];
    expect(await seenBy(client)).toEqual([set, set, set]);
  });
});

describe('Given a code that a rule refuses', () => {
  const asking = { codes: ['GOOD'], order, explain: true };

  test.each([
    ['without', () => till, null, null],
    [
      'with',
      () => client,
      [{ rule: { name: 'Three or more' }, isPassed: false, clauses: [{ matched: false }] }],
      [{ matched: false }],
    ],
  ] as const)(
    'when a key %s EXPLAIN validates it, then it is told what it may know',
    async (_, by, rules, clauses) => {
      const { validateCoupons } = await by().ask(questions.validateCoupons, { input: asking });

      const [code] = validateCoupons.codes;
      expect(code.rules).toEqual(rules);
      expect(code.reasons).toMatchObject([{ code: 'RULE_NOT_MET', explanation: clauses }]);
    },
  );

  const changesOf = async (code: string) => {
    const { validateCoupons } = await till.ask(
      `query Ask($input: ValidateCouponsInput!) {
        validateCoupons(input: $input) {
          ... on ValidateCouponsSuccess {
            codes {
              changes { kind text amount { amount } quantity unit at }
              reasons { ... on LimitReachedError { resetsAt } }
            }
          }
        }
      }`,
      { input: { codes: [code], order } },
    );
    return validateCoupons.codes[0];
  };

  test.each([
    [
      1,
      {
        kind: 'RAISE_AMOUNT',
        text: 'Take dearer items, for 50.00 GBP more.',
        quantity: null,
        unit: null,
      },
    ],
    [3, { kind: 'ADD_ITEMS', text: 'Add 2 items for 50.00 GBP.', quantity: 2, unit: 'UNITS' }],
  ])(
    'when it is for exactly %s items for 150.00, then it is told for how much more',
    async (many, change) => {
      const code = `EXACTLY${many}`;
      const { createCoupon } = await create(client, code);
      await client.ask(
        `mutation Rule($input: CreateRuleInput!) { createRule(input: $input) { __typename } }`,
        {
          input: {
            name: code,
            conditionJson: { all: [{ quantity: many }, { cart_total: { gte: 150, currency: 'GBP' } }] },
            targets: { couponIds: [createCoupon.coupon.id] },
          },
        },
      );

      const { changes } = await changesOf(code);
      expect(changes).toEqual([{ ...change, amount: { amount: '50.00' }, at: null }]);
    },
  );

  test('when a rolling limit refuses it, then it is told from when on that has room', async () => {
    const { createCoupon } = await create(client, 'ROLLING');
    await client.ask(
      `mutation Limit($input: CreateLimitInput!) { createLimit(input: $input) { __typename } }`,
      {
        input: {
          target: { couponId: createCoupon.coupon.id },
          window: { kind: 'ROLLING', seconds: 3_600 },
          ceiling: { uses: 1 },
        },
      },
    );
    const before = Date.now();
    await client.ask(questions.applyPromotions, { input: { codes: ['ROLLING'], order } });
    const after = Date.now();

    const { changes, reasons } = await changesOf('ROLLING');
    const [{ resetsAt }] = reasons;
    expect(changes).toMatchObject([{ kind: 'WAIT_UNTIL', at: resetsAt }]);
    // When the minute in which it was used has left the hour.
    const minute = 60_000;
    const leaving = [before, after].map((at) => Math.floor(at / minute) * minute + 61 * minute);
    expect(leaving).toContain(Date.parse(resetsAt));
  });

  test('when a key with EXPLAIN validates codes that nobody can use, then it is told why', async () => {
    const { validateCoupons } = await client.ask(questions.validateCoupons, {
      input: { codes: ['DRAFT', 'EXPIRED', 'SCHEDULED', 'NOWHERE'], order },
    });

    expect(
      validateCoupons.codes.map(({ reasons }: { reasons: { code: string }[] }) => reasons[0]!.code),
    ).toEqual(['COUPON_DRAFT', 'COUPON_EXPIRED', 'COUPON_NOT_YET_ACTIVE', 'COUPON_NOT_FOUND']);
  });
});
