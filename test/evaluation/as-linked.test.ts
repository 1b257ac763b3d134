import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLinks } from '../../src/customers/actions.js';
import { checkLimits, simulateRule } from '../../src/evaluation/actions.js';
import { findEffectiveLimits } from '../../src/evaluation/actions/standing-limits.js';
import type { Unchecked } from '../../src/lib/input.js';
import { linkCustomer, oneCustomer } from '../../src/redemptions/actions/linking.js';
import { sandboxPreview, sandboxValidate } from '../../src/sandbox/actions.js';
import { evaluateSegment, evaluateSegments, findSegmentByName } from '../../src/segments/actions.js';
import { updateTenant } from '../../src/tenants/actions.js';
import { openMall, refusal, whyNot } from '../promotions/shop.js';
import { checkout, gbp, sum, told } from '../redemptions/shop.js';
import { seedOf } from '../testkit/seed.js';
import { succeeded } from '../testkit/outcome.js';

// Whatever uses a code makes one customer of the identities that it names, and then decides. Who only asks is answered as if
// that had been done already.

const openShop = await openMall();
type Shop = Awaited<ReturnType<typeof openShop>>;

const hour = 3_600_000;
const ada = 'ada@example.com';
const phone = '+441632960961';
const byId = { customerId: 'new' };
const byEmail = { customer: { email: ada } };
const byPhone = { customer: { phone } };
const byZed = { customerId: 'zed' };
const byOther = { customerId: 'other' };
const both = { ...byId, ...byEmail };
const isListed = { customer_segment: 'Listed' };

/** As an answer shows it: without what it only can work out, and what is given a new id each time. */
const plain = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ).replace(/"rule_\w+"/g, '"rule"'),
  );

/** What reads say to somebody about the code. */
async function read({ scope, validate, validateAll, previewAll, eligibility }: Shop, who: object) {
  const segment = { name: 'Listed' };
  const order = sum('100');
  const of = { conditionJson: isListed };
  return {
    validateCoupon: await validate('CODE', who),
    validateCoupons: await validateAll(['CODE'], who),
    previewPromotions: await previewAll(['CODE'], who),
    checkEligibility: await eligibility({ code: 'CODE' }, who),
    checkLimits: await checkLimits(scope, { code: 'CODE', order, ...who }),
    evaluateSegment: await evaluateSegment(scope, { segment, ...who }),
    evaluateSegments: await evaluateSegments(scope, { segments: [segment], customers: [byOther, who] }),
    simulateRule: await simulateRule(scope, { of, order, ...who }),
    sandboxValidate: await sandboxValidate(scope, { codes: ['CODE'], order, ...who }),
    sandboxPreview: await sandboxPreview(scope, {
      codes: ['CODE'],
      rules: [{ name: 'A rule', ...of }],
      orders: [
        { name: 'theirs', order, ...who },
        { name: 'another', order, ...byOther },
      ],
    }),
  };
}

const limitsOf = ({ scope }: Shop, who: object) =>
  findEffectiveLimits(scope, { of: { code: 'CODE' }, ...who });

const answers = async (shop: Shop, who: object) =>
  plain({ ...(await read(shop, who)), limits: await limitsOf(shop, who) });

interface Named {
  readonly customerId?: string;
  readonly customer?: { readonly email?: string; readonly phone?: string };
}

/** As they are compared; all are written so. */
const identitiesOf = ({ customerId, customer: { email, phone } = {} }: Named): string[] => [
  ...(customerId ? [`id:${customerId}`] : []),
  ...(email ? [`email:${email}`] : []),
  ...(phone ? [`phone:${phone}`] : []),
];

const listed = async ({ segment, rule }: Shop, effect: string, ...members: Unchecked[]) => {
  await segment('Listed', {}, members);
  await rule(isListed, { tenant: true }, { effect });
};
const link = async ({ scope }: Shop, ...identities: object[]) =>
  succeeded(await linkCustomer(scope, { identities }));
const use = async ({ apply }: Shop, ...people: object[]) => {
  for (const who of people) succeeded(await apply('CODE', who));
};

interface Case {
  readonly perCustomerLimit?: number;
  readonly before: (shop: Shop) => Promise<unknown>;
  readonly asked?: Named & Readonly<Record<string, unknown>>;
  readonly expected: string;
}

const limitedByUses = (window: object, uses: number) => ({ per: 'CUSTOMER', window, ceiling: { uses } });
const day = { kind: 'DAY', zone: 'Europe/London' };
const rolling = { kind: 'ROLLING', seconds: 24 * 3_600 };

describe('Given a customer who is named by identities that are not linked yet, when somebody asks before they use the code', () => {
  test.each<[string, Case]>([
    [
      'and the one use was by one of them',
      { perCustomerLimit: 1, before: (shop) => use(shop, byEmail), expected: 'CustomerLimitReached' },
    ],
    [
      'and each has used it once of twice',
      { perCustomerLimit: 2, before: (shop) => use(shop, byId, byEmail), expected: 'CustomerLimitReached' },
    ],
    [
      'and they have one use left in all',
      { perCustomerLimit: 3, before: (shop) => use(shop, byId, byEmail), expected: '10.00' },
    ],
    [
      'and three of them have used it',
      {
        perCustomerLimit: 3,
        before: (shop) => use(shop, byId, byEmail, byPhone),
        asked: { ...byId, customer: { email: ada, phone } },
        expected: 'CustomerLimitReached',
      },
    ],
    [
      'and the e-mail is another customer’s by now, who has used it',
      {
        perCustomerLimit: 1,
        async before(shop) {
          await use(shop, byZed);
          await link(shop, { id: 'zed' }, { email: ada });
        },
        expected: 'CustomerLimitReached',
      },
    ],
    [
      'and both are linked, each with others, of whom each has used it',
      {
        perCustomerLimit: 2,
        async before(shop) {
          await use(shop, byZed, byPhone);
          await link(shop, { id: 'zed' }, { email: ada }, { email: 'old@example.com' });
          await link(shop, { id: 'new' }, { phone });
        },
        expected: 'CustomerLimitReached',
      },
    ],
    [
      'and the e-mail is an alias of the one that has used it',
      {
        perCustomerLimit: 1,
        async before(shop) {
          succeeded(await updateTenant(shop.scope, { foldsAliases: true }));
          await use(shop, byEmail);
        },
        asked: { ...byId, customer: { email: 'ada+shop@example.com' } },
        expected: 'CustomerLimitReached',
      },
    ],
    [
      'and the alias has used it before aliases were folded',
      {
        perCustomerLimit: 1,
        async before(shop) {
          await use(shop, { customer: { email: 'ada+shop@example.com' } });
          succeeded(await updateTenant(shop.scope, { foldsAliases: true }));
        },
        asked: { ...byId, customer: { email: 'ada+shop@example.com' } },
        expected: 'CustomerLimitReached',
      },
    ],
    [
      'and a limit on uses for each customer is reached by both',
      {
        async before(shop) {
          await shop.limit(limitedByUses({ kind: 'LIFETIME' }, 2));
          await use(shop, byId, byEmail);
        },
        expected: 'LimitReached',
      },
    ],
    [
      'and a limit on discounts for each customer has too little left for both',
      {
        async before(shop) {
          await shop.limit({ per: 'CUSTOMER', measure: 'DISCOUNT', ceiling: { money: gbp('25') } });
          await use(shop, byId, byEmail);
        },
        expected: 'LimitReached',
      },
    ],
    [
      'and one of them has used it on another day',
      {
        async before(shop) {
          await shop.limit(limitedByUses(day, 2));
          await use(shop, byEmail);
          shop.scope.clock.forward(24 * hour);
          await use(shop, byId);
        },
        expected: '10.00',
      },
    ],
    [
      'and a rolling window has both uses, at different hours',
      {
        async before(shop) {
          await shop.limit(limitedByUses(rolling, 2));
          await use(shop, byEmail);
          shop.scope.clock.forward(6 * hour);
          await use(shop, byId);
        },
        expected: 'LimitReached',
      },
    ],
    [
      'and one use has left the rolling window',
      {
        async before(shop) {
          await shop.limit(limitedByUses(rolling, 2));
          await use(shop, byEmail);
          shop.scope.clock.forward(20 * hour);
          await use(shop, byId);
          shop.scope.clock.forward(6 * hour);
        },
        expected: '10.00',
      },
    ],
    [
      'and channels are counted that are called as they are',
      {
        async before(shop) {
          await shop.limit({ per: 'CHANNEL', ceiling: { uses: 2 } });
          for (const channel of ['id:new', `email:${ada}`]) await use(shop, { ...both, channel });
        },
        asked: { ...byId, ...byPhone, channel: 'id:new' },
        expected: '10.00',
      },
    ],
    [
      'and what their checkout holds is held by one of them',
      {
        perCustomerLimit: 1,
        async before(shop) {
          await shop.limit(limitedByUses(rolling, 1));
          succeeded(await shop.reserve('c1', ['CODE'], byEmail));
        },
        asked: { ...both, reference: checkout('c1') },
        expected: '10.00',
      },
    ],
    [
      'and what another checkout holds is held by one of them',
      {
        perCustomerLimit: 1,
        async before(shop) {
          succeeded(await shop.reserve('c1', ['CODE'], byEmail));
        },
        asked: { ...both, reference: checkout('c2') },
        expected: 'CustomerLimitReached',
      },
    ],
    [
      'and somebody is listed with whom the e-mail is linked',
      {
        async before(shop) {
          await listed(shop, 'ELIGIBILITY', { id: 'zed' });
          await link(shop, { id: 'zed' }, { email: ada });
        },
        expected: '10.00',
      },
    ],
    [
      'and who is listed must not use it',
      {
        async before(shop) {
          await listed(shop, 'EXCLUSION', { id: 'zed' });
          await link(shop, { id: 'zed' }, { email: ada });
        },
        expected: 'RuleNotMet',
      },
    ],
    [
      'and only others are listed',
      { before: (shop) => listed(shop, 'ELIGIBILITY', { id: 'zed' }), expected: 'RuleNotMet' },
    ],
  ])('%s, then every answer is what it is once they are linked', async (_, given) => {
    const { perCustomerLimit = null, before, asked = both, expected } = given;
    const shop = await openShop();
    await shop.coupon('CODE', { perCustomerLimit });
    await before(shop);
    if (!(await findSegmentByName(shop.scope, 'Listed'))) await shop.segment('Listed', {});
    const linksBefore = await findLinks(shop.scope, identitiesOf(asked));

    const said = told(await shop.validate('CODE', asked));
    const all = await answers(shop, asked);
    expect(JSON.stringify(all)).not.toContain('InvalidInput');
    expect(await findLinks(shop.scope, identitiesOf(asked))).toEqual(linksBefore);
    await oneCustomer(shop.scope, identitiesOf(asked));
    expect(all).toEqual(await answers(shop, asked));

    const used = told(await shop.apply('CODE', asked));
    expect([said, used]).toEqual([expected, expected]);
  });

  test('and they would be too many, then each answer is that they are', async () => {
    const shop = await openShop();
    await shop.coupon('CODE');
    await shop.segment('Listed', {});
    const many = (from: string) => Array.from({ length: 15 }, (_, index) => ({ id: `${from}${index}` }));
    for (const [identity, from] of [
      [{ id: 'new' }, 'u'],
      [{ email: ada }, 'v'],
    ] as const) {
      await link(shop, identity, ...many(`${from}a`));
      await link(shop, identity, ...many(`${from}b`));
    }
    const tooMany = { failure: 'TooManyIdentities', count: 62, limit: 50 };

    expect(await shop.apply('CODE', both)).toMatchObject(tooMany);
    await expect(limitsOf(shop, both)).rejects.toThrow('62');
    for (const answer of Object.values(await read(shop, both))) expect(answer).toMatchObject(tooMany);
  });

  test('at the same time as others who name one of them, then each is answered by what they named', async () => {
    const shop = await openShop();
    await shop.coupon('CODE', { perCustomerLimit: 2 });
    await use(shop, byId, byEmail);

    const people = [both, byId, byEmail, byZed, { ...byZed, ...byPhone }];
    const answered = await Promise.all(
      Array.from({ length: 30 }, (_, index) => shop.validate('CODE', people[index % people.length])),
    );

    expect(answered.map(told)).toEqual(
      answered.map((_, index) => (index % people.length === 0 ? 'CustomerLimitReached' : '10.00')),
    );
  });
});

const email = fc.constantFrom(ada, 'ada+1@example.com', 'bob@example.com');
const person = fc
  .record({
    id: fc.constantFrom('u1', 'u2', null),
    email: fc.option(email),
    phone: fc.constantFrom(phone, null),
  })
  .filter(({ id, email, phone }) => id !== null || email !== null || phone !== null)
  .map(({ id, email, phone }): Named => {
    const customer = { ...(email && { email }), ...(phone && { phone }) };
    return { ...(id && { customerId: id }), ...((email ?? phone) && { customer }) };
  });
const identity = fc.oneof(
  fc.constantFrom({ id: 'u1' }, { id: 'u2' }, { phone }),
  email.map((one) => ({ email: one })),
);
const world = fc.record({
  perCustomerLimit: fc.integer({ min: 1, max: 4 }),
  foldsAliases: fc.boolean(),
  effect: fc.constantFrom('ELIGIBILITY', 'EXCLUSION'),
  members: fc.array(identity, { minLength: 1, maxLength: 3 }),
  steps: fc.array(
    fc.oneof(
      fc.record({ used: person, hours: fc.integer({ min: 0, max: 14 }) }),
      fc.record({ linked: fc.array(identity, { minLength: 1, maxLength: 2 }) }),
    ),
    { maxLength: 6 },
  ),
  asked: person,
  isAppliedTogether: fc.boolean(),
});

test('Given customers, uses and links by chance, when somebody asks, then it is what they get', async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      async ({ perCustomerLimit, foldsAliases, effect, members, steps, asked, isAppliedTogether }) => {
        const shop = await openShop();
        await shop.coupon('CODE', { perCustomerLimit });
        await shop.limit(limitedByUses(day, 2));
        await shop.limit({
          per: 'CUSTOMER',
          measure: 'DISCOUNT',
          window: rolling,
          ceiling: { money: gbp('35') },
        });
        await listed(shop, effect, ...members);
        for (const step of steps) {
          if ('linked' in step) await link(shop, ...step.linked);
          else {
            await shop.apply('CODE', step.used);
            shop.scope.clock.forward(step.hours * hour);
          }
        }
        succeeded(await updateTenant(shop.scope, { foldsAliases }));

        const said = await shop.validate('CODE', asked);
        const { rejected } = succeeded(await shop.previewAll(['CODE'], asked));
        const all = await answers(shop, asked);
        if (isAppliedTogether) {
          const used = await shop.applyAll(['CODE'], asked);
          expect(refusal(used)).toEqual(rejected.length > 0 ? rejected.map(whyNot) : 'none');
          return;
        }
        await oneCustomer(shop.scope, identitiesOf(asked));
        expect(await answers(shop, asked)).toEqual(all);
        expect(told(await shop.apply('CODE', asked))).toBe(told(said));
      },
    ),
    { numRuns: 8, seed: seedOf('customers as if linked') },
  );
}, 120_000);
