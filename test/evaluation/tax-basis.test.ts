import { beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';

// One server, asked in GraphQL: what an order states is echoed wherever its amounts are, and coupons that state the other
// are refused wherever they are asked for.

const server = await startTestServer();
const { client } = server;
const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const order = { subtotal: gbp('100.00') };
const bases = ['GROSS', 'NET'] as const;
const stating = (taxBasis: string | null) => ({ order, context: { taxBasis } });

const mismatch = '... on TaxBasisMismatchError { code message couponCode couponTaxBasis orderTaxBasis }';
const mismatchOf = (couponCode: string, couponTaxBasis: string, orderTaxBasis: string | null) => ({
  code: 'TAX_BASIS_MISMATCH',
  message: expect.stringContaining(`"${couponCode}"`) as string,
  couponCode,
  couponTaxBasis,
  orderTaxBasis,
});

const ask = async (field: string, input: object, selected: string, by = client) => {
  const [kind, name, type] = operationOf(field);
  const answer = await by.ask(
    `${kind} ($input: ${type}!) { ${name}(input: $input) { ... on Error { code } ${selected} } }`,
    { input },
  );
  return answer[name];
};

/** `mutation applyCoupon` takes an `ApplyCouponInput`. */
function operationOf(field: string): [kind: string, name: string, type: string] {
  const [kind = '', name = ''] = field.split(' ');
  return [kind, name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`];
}

beforeAll(async () => {
  for (const basis of bases) {
    const coupon = await ask(
      'mutation createCoupon',
      { code: basis, discount: { fixed: { amount: gbp('10.00') } }, taxBasis: basis },
      '... on CreateCouponSuccess { coupon { taxBasis } }',
    );
    expect(coupon).toEqual({ coupon: { taxBasis: basis } });
  }
});

describe.each(bases)('given a coupon in %s', (basis) => {
  const other = basis === 'GROSS' ? 'NET' : 'GROSS';

  test.each(['query validateCoupon', 'mutation applyCoupon'])(
    '%s answers in the basis of the order',
    async (field) => {
      const selected = `... on Valuation { taxBasis total { amount } } ${mismatch}`;
      expect(await ask(field, { code: basis, ...stating(basis) }, selected)).toEqual({
        taxBasis: basis,
        total: { amount: '90.00' },
      });
      for (const stated of [other, null])
        expect(await ask(field, { code: basis, ...stating(stated) }, selected)).toEqual(
          mismatchOf(basis, basis, stated),
        );
    },
  );

  test('what was used is shown with it, and so is what a return would come to', async () => {
    const { redemption } = await ask(
      'mutation applyCoupon',
      { code: basis, ...stating(basis) },
      '... on ApplyCouponSuccess { redemption { id taxBasis } }',
    );
    expect(redemption.taxBasis).toBe(basis);
    const shown = await client.ask('query ($id: ID!) { redemption(id: $id) { taxBasis } }', {
      id: redemption.id,
    });
    expect(shown).toEqual({ redemption: { taxBasis: basis } });
    const quote = '... on ReturnQuote { taxBasis refund { amount } }';
    expect(await ask('query returnQuote', { id: redemption.id }, quote)).toEqual({
      taxBasis: basis,
      refund: { amount: '90.00' },
    });
  });

  test('applyCoupons decides on each order by what it states', async () => {
    const items = [basis, other].map((stated) => ({ code: basis, ...stating(stated) }));
    const selected = `... on ApplyCouponsSuccess { results { ... on Valuation { taxBasis } ${mismatch} } }`;
    expect(await ask('mutation applyCoupons', { items }, selected)).toEqual({
      results: [{ taxBasis: basis }, mismatchOf(basis, basis, other)],
    });
  });

  test('checkLimits looks at none where the order states the other', async () => {
    const selected = `... on CheckLimitsSuccess { isAllowed } ${mismatch}`;
    const check = (asked: object) => ask('query checkLimits', { code: basis, ...asked }, selected);
    expect(await check(stating(basis))).toEqual({ isAllowed: true });
    expect(await check(stating(other))).toEqual(mismatchOf(basis, basis, other));
    expect(await check({})).toEqual({ isAllowed: true });
  });

  test('validateCoupons and previewPromotions use the one that fits', async () => {
    const rejected = `rejected { code reasons { ${mismatch} } }`;
    const combination = `combination { taxBasis applied { coupon { code } } ${rejected} }`;
    const codes = [...bases];
    const expected = {
      taxBasis: basis,
      applied: [{ coupon: { code: basis } }],
      rejected: [{ code: other, reasons: [mismatchOf(other, other, basis)] }],
    };

    const validated = await ask(
      'query validateCoupons',
      { codes, ...stating(basis) },
      `... on ValidateCouponsSuccess { codes { isValid valuation { taxBasis } changes { text } } ${combination} }`,
    );
    expect(validated).toEqual({
      codes: codes.map((code) => ({
        isValid: code === basis,
        valuation: code === basis ? { taxBasis: basis } : null,
        changes: code === basis ? [] : null,
      })),
      combination: expected,
    });
    const previewed = await ask(
      'query previewPromotions',
      { codes, ...stating(basis) },
      `... on PreviewPromotionsSuccess { ${combination} }`,
    );
    expect(previewed).toEqual({ combination: expected });
  });

  test('applyPromotions says what the saving is stated in, also to a repeat', async () => {
    const input = {
      codes: [basis],
      ...stating(basis),
      reference: { id: `order ${basis}` },
      idempotencyKey: `once ${basis}`,
    };
    const selected = '... on ApplyPromotionsSuccess { taxBasis youSave { amount } redemptions { taxBasis } }';
    const expected = { taxBasis: basis, youSave: { amount: '10.00' }, redemptions: [{ taxBasis: basis }] };
    expect(await ask('mutation applyPromotions', input, selected)).toEqual(expected);
    expect(await ask('mutation applyPromotions', input, selected)).toEqual(expected);
    const { idempotencyKey: _, ...sameOrder } = input;
    expect(await ask('mutation applyPromotions', sameOrder, selected)).toEqual(expected);
  });

  test('reserveCoupons holds it, and what was confirmed keeps the basis', async () => {
    const reference = { type: 'CHECKOUT', id: `checkout ${basis}` };
    const held = 'reservation { id redemptions { status taxBasis } }';
    const { reservation } = await ask(
      'mutation reserveCoupons',
      { codes: [basis], ...stating(basis), reference },
      `... on ReserveCouponsSuccess { ${held} }`,
    );
    expect(reservation.redemptions).toEqual([{ status: 'RESERVED', taxBasis: basis }]);
    const confirmed = await client.ask(
      `mutation ($id: ID!) { confirmReservation(input: { id: $id }) { ... on ConfirmReservationSuccess { ${held} } } }`,
      { id: reservation.id },
    );
    expect(confirmed.confirmReservation.reservation.redemptions).toEqual([
      { status: 'COMPLETED', taxBasis: basis },
    ]);
  });

  test('a rule may ask for it', async () => {
    const condition = { taxBasis: { eq: basis } };
    const selected = '... on SimulateRuleSuccess { isAllowed clauses { text saw matched } changes { text } }';
    const simulate = (stated: string | null) =>
      ask('query simulateRule', { of: { condition }, ...stating(stated) }, selected);

    const text = `tax basis = "${basis}"`;
    expect(await simulate(basis)).toEqual({
      isAllowed: true,
      clauses: [{ text, saw: `"${basis}"`, matched: true }],
      changes: [],
    });
    expect(await simulate(null)).toEqual({
      isAllowed: false,
      clauses: [{ text, saw: 'not said', matched: false }],
      changes: null,
    });
  });

  test('a saved rule keeps out what states the other', async () => {
    const code = `RULED-${basis}`;
    const { coupon } = await ask(
      'mutation createCoupon',
      { code, discount: { percentage: { percent: '10' } } },
      '... on CreateCouponSuccess { coupon { id } }',
    );
    const rule = {
      name: `Not in ${other}`,
      condition: { not: { taxBasis: { in: [other] } } },
      targets: { couponIds: [coupon.id] },
    };
    expect(await ask('mutation createRule', rule, '... on CreateRuleSuccess { rule { condition } }')).toEqual(
      { rule: { condition: { not: { taxBasis: { in: [other] } } } } },
    );

    const pass = async (stated: string | null) => {
      const selected = '... on CheckEligibilitySuccess { isEligible }';
      const { isEligible } = await ask(
        'query checkEligibility',
        { of: { code }, ...stating(stated) },
        selected,
      );
      const outcome = await ask('query validateCoupon', { code, ...stating(stated) }, '__typename');
      return [isEligible, outcome.__typename];
    };
    expect(await pass(basis)).toEqual([true, 'ValidateCouponSuccess']);
    expect(await pass(null)).toEqual([true, 'ValidateCouponSuccess']);
    expect(await pass(other)).toEqual([false, 'RuleNotMetError']);
  });

  test('a template hands it on to its coupons', async () => {
    const terms = { discount: { fixed: { amount: gbp('10.00') } }, taxBasis: basis };
    const { template } = await ask(
      'mutation createTemplate',
      { name: `In ${basis}`, terms },
      '... on CreateTemplateSuccess { template { id terms { taxBasis } } }',
    );
    expect(template.terms).toEqual({ taxBasis: basis });
    const made = await ask(
      'mutation createCouponsFromTemplate',
      { templateId: template.id, codes: [`FROM-${basis}`] },
      '... on CreateCouponsFromTemplateSuccess { coupons { taxBasis } }',
    );
    expect(made).toEqual({ coupons: [{ taxBasis: basis }] });
    const refused = await ask('query validateCoupon', { code: `FROM-${basis}`, ...stating(other) }, mismatch);
    expect(refused).toEqual(mismatchOf(`FROM-${basis}`, basis, other));
  });

  test('the sandbox decides alike on a definition, and adds up apart what is stated apart', async () => {
    const definition = { code: 'TRIAL', discount: { fixed: { amount: gbp('10.00') } }, taxBasis: basis };
    const validated = await ask(
      'query sandboxValidate',
      { definitions: [definition], ...stating(other) },
      `... on SandboxValidateSuccess { codes { now { isValid reasons { ${mismatch} } } } }`,
    );
    expect(validated).toEqual({
      codes: [{ now: { isValid: false, reasons: [mismatchOf('TRIAL', basis, other)] } }],
    });
    const previewed = await ask(
      'query sandboxPreview',
      {
        definitions: [definition],
        orders: [basis, other, null].map((stated) => ({ name: `${stated}`, ...stating(stated) })),
      },
      '... on SandboxPreviewSuccess { orders { combination { taxBasis } } totals { taxBasis orders youSave { amount } } }',
    );
    expect(previewed).toEqual({
      orders: [basis, other, null].map((taxBasis) => ({ combination: { taxBasis } })),
      totals: [
        { taxBasis: basis, orders: 1, youSave: { amount: '10.00' } },
        { taxBasis: other, orders: 1, youSave: { amount: '0.00' } },
        { taxBasis: null, orders: 1, youSave: { amount: '0.00' } },
      ],
    });
  });
});

test('given a key that is not told why, it is told of this all the same, but only of codes that live', async () => {
  const { secret } = await ask(
    'mutation createApiKey',
    { name: 'Page', rights: ['REDEEM'] },
    '... on CreateApiKeySuccess { secret }',
  );
  const page = createClient(server.url, secret as string);
  const draft = {
    code: 'DRAFT',
    discount: { percentage: { percent: '10' } },
    taxBasis: 'NET',
    isDraft: true,
  };
  const { coupon } = await ask(
    'mutation createCoupon',
    draft,
    '... on CreateCouponSuccess { coupon { taxBasis } }',
  );
  expect(coupon).toEqual({ taxBasis: 'NET' });

  const validate = (code: string) =>
    ask('query validateCoupon', { code, ...stating('GROSS') }, mismatch, page);
  expect(await validate('NET')).toEqual(mismatchOf('NET', 'NET', 'GROSS'));
  expect(await validate('DRAFT')).toEqual({ code: 'COUPON_NOT_FOUND' });
});
