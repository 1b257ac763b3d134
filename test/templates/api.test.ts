import { expect, test } from 'vitest';
import { createClient } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';

const server = await startTestServer();
const { client } = server;

const money = { amount: '5.00', currency: 'GBP' };

const create = async (input: object) =>
  (
    await client.ask(
      `mutation ($input: CreateTemplateInput!) {
        createTemplate(input: $input) {
          ... on CreateTemplateSuccess {
            template {
              id name description codePattern metadata version createdAt updatedAt
              terms {
                discount { kind ... on FixedDiscount { amount { amount currency } } }
                description isCaseSensitive minimumOrder { amount } taxBasis validFrom validUntil maxUses perCustomerLimit
                applicability { includeTags } stacking { isExclusive group base priceFloor } campaign { name } metadata
              }
            }
          }
          ... on CampaignNotFoundError { code campaignId }
          ... on InvalidInputError { code problems { path } }
        }
      }`,
      { input },
    )
  ).createTemplate;

const make = async (input: object) =>
  (
    await client.ask(
      `mutation ($input: CreateCouponsFromTemplateInput!) {
        createCouponsFromTemplate(input: $input) {
          ... on CreateCouponsFromTemplateSuccess { coupons { id code status template { id name } } }
          ... on TemplateNotFoundError { code templateId }
          ... on CouponCodeTakenError { code couponCode }
          ... on InvalidInputError { code problems { path } }
        }
      }`,
      { input },
    )
  ).createCouponsFromTemplate;

test('Given a discount alone, when a template is made of it, then all else is as it is where nothing is said', async () => {
  const { template } = await create({ name: 'Welcome', terms: { discount: { fixed: { amount: money } } } });
  expect(template).toEqual({
    id: expect.stringMatching(/^template_[0-9a-z]{26}$/),
    name: 'Welcome',
    description: null,
    codePattern: '{RAND:12}',
    metadata: {},
    version: 1,
    createdAt: expect.any(String),
    updatedAt: template.createdAt,
    terms: {
      discount: { kind: 'FIXED', amount: money },
      description: null,
      isCaseSensitive: false,
      minimumOrder: null,
      taxBasis: null,
      validFrom: null,
      validUntil: null,
      maxUses: null,
      perCustomerLimit: null,
      applicability: { includeTags: [] },
      stacking: { isExclusive: false, group: null, base: 'RUNNING', priceFloor: null },
      campaign: null,
      metadata: {},
    },
  });
});

test('Given terms of every kind, when they are read, then they are as they were said', async () => {
  const { createCampaign } = await client.ask(
    'mutation { createCampaign(input: { name: "Spring" }) { ... on CreateCampaignSuccess { campaign { id } } } }',
  );
  const { template } = await create({
    name: 'Spring',
    terms: {
      discount: { fixed: { amount: money } },
      minimumOrder: { amount: '20.00', currency: 'GBP' },
      taxBasis: 'GROSS',
      validFrom: '2030-01-01T00:00:00.000Z',
      validUntil: '2031-01-01T00:00:00.000Z',
      applicability: { includeTags: ['new'] },
      stacking: { group: 'Spring', priceFloor: '12.5' },
      campaignId: createCampaign.campaign.id,
      metadata: { margin: 'low' },
    },
  });
  expect(template.terms).toMatchObject({
    minimumOrder: { amount: '20.00' },
    taxBasis: 'GROSS',
    validFrom: '2030-01-01T00:00:00.000Z',
    validUntil: '2031-01-01T00:00:00.000Z',
    applicability: { includeTags: ['new'] },
    stacking: { group: 'spring', priceFloor: '12.5' },
    campaign: { name: 'Spring' },
    metadata: { margin: 'low' },
  });
});

test('Given a template, when coupons are made of it, then they name it, it lists them, and the filter finds them', async () => {
  const { template } = await create({ name: 'Mail', terms: { discount: { fixed: { amount: money } } } });
  const { coupons } = await make({ templateId: template.id, codes: ['MAIL-1', 'MAIL-2'], isDraft: true });
  const named = { status: 'DRAFT', template: { id: template.id, name: 'Mail' } };
  expect(coupons).toMatchObject([
    { code: 'MAIL-1', ...named },
    { code: 'MAIL-2', ...named },
  ]);

  const newest = [{ node: { code: 'MAIL-2' } }, { node: { code: 'MAIL-1' } }];
  const found = await client.ask(
    `query ($id: ID!) {
      node(id: $id) { ... on Template { name coupons(first: 5) { edges { node { code } } } } }
      template(id: $id) { version }
      coupons(filter: { templateId: $id }) { edges { node { code } } }
    }`,
    { id: template.id },
  );
  expect(found).toEqual({
    node: { name: 'Mail', coupons: { edges: newest } },
    template: { version: 1 },
    coupons: { edges: newest },
  });
  const { deleteTemplate } = await client.ask(
    `mutation ($id: ID!) {
      deleteTemplate(input: { id: $id }) { ... on TemplateInUseError { code couponsCount } }
    }`,
    { id: template.id },
  );
  expect(deleteTemplate).toEqual({ code: 'TEMPLATE_IN_USE', couponsCount: 2 });
});

test('Given a coupon that has been deleted for good, when its making is repeated, then those are shown that are there', async () => {
  const { template } = await create({ name: 'Twice', terms: { discount: { fixed: { amount: money } } } });
  const input = { templateId: template.id, codes: ['TWICE-1', 'TWICE-2'], idempotencyKey: 'twice' };
  const { coupons } = await make(input);
  await client.ask('mutation ($id: ID!) { deleteCoupon(input: { id: $id, hard: true }) { __typename } }', {
    id: coupons[0].id,
  });
  expect(await make(input)).toEqual({ coupons: [coupons[1]] });
});

test('Given what cannot be, when it is asked for, then the failure says what', async () => {
  const unknown = 'template_01h455vb4pex5vsknk084sn02q';
  expect(await make({ templateId: unknown, count: 1 })).toEqual({
    code: 'TEMPLATE_NOT_FOUND',
    templateId: unknown,
  });
  expect(await make({ templateId: unknown, count: 101 })).toEqual({
    code: 'INVALID_INPUT',
    problems: [{ path: ['count'] }],
  });
  expect(
    await create({ name: 'X', terms: { discount: { percentage: { percent: '10' } }, maxUses: 0 } }),
  ).toEqual({ code: 'INVALID_INPUT', problems: [{ path: ['terms', 'maxUses'] }] });
});

test('Given a storefront’s key, when it asks for templates, then it is refused', async () => {
  const storefront = createClient(server.url, await server.tenant.key('VALIDATE', 'REDEEM'));
  const { errors } = await storefront.send('{ templates { edges { node { id } } } }');
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
