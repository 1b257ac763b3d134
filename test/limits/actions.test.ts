import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createCampaign, findCampaign, updateCampaign } from '../../src/campaigns/actions.js';
import { createCoupon, deleteCoupon } from '../../src/coupons/actions.js';
import { uuidOf, type Id } from '../../src/lib/id.js';
import type { Unchecked } from '../../src/lib/input.js';
import { jsonOf } from '../../src/lib/json.js';
import { money } from '../../src/lib/money.js';
import {
  createLimit,
  deleteLimit,
  findBudgets,
  findLimit,
  findLimitsOf,
  holdTenant,
  setBudget,
  updateLimit,
} from '../../src/limits/actions.js';
import type { Limit } from '../../src/limits/core.js';
import {
  amountOf,
  counted,
  countedAt,
  counterName,
  counterOf,
  emptyCounter,
} from '../../src/limits/count.js';
import { readCounter } from '../../src/limits/stored.js';
import { openDatabase } from '../../src/platform/database.js';
import { inTransaction } from '../../src/platform/transaction.js';
import { deleteTemplate } from '../../src/templates/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { announcedBy, auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';
import { givenTemplate, madeFrom } from '../testkit/templates.js';
import { until } from '../testkit/until.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 8, onError: () => undefined });
afterAll(() => database.close());

let tenants = 0;
const freshScope = () => testScope({ db: database.prisma, tenantId: tenantNamed(`Tenant ${++tenants}`) });
const unknown = {
  coupon: 'coupon_01h455vb4pex5vsknk084sn02q',
  campaign: 'campaign_01h455vb4pex5vsknk084sn02q',
  template: 'template_01h455vb4pex5vsknk084sn02q',
};

const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const discount = { fixed: { amount: gbp('5') } };

async function given(scope: TestScope = freshScope()) {
  const campaign = succeeded(await createCampaign(scope, { name: 'Spring' }));
  const coupon = succeeded(await createCoupon(scope, { code: 'SPRING', discount, campaignId: campaign.id }));
  const templateId = await givenTemplate(scope);
  await madeFrom(scope, templateId, [coupon.id]);
  return { scope, campaign, coupon, templateId };
}

interface Redeemed {
  readonly couponId: Id<'coupon'>;
  readonly campaignId?: Id<'campaign'>;
  readonly at?: Date | undefined;
  readonly customer?: string | undefined;
  readonly channel?: string | undefined;
  readonly attributes?: object;
  readonly currency?: string;
  readonly counted?: { readonly uses: number; readonly discount: bigint; readonly order: bigint };
}

/** Writes what was redeemed before as it stands in the ledger; one use of 5 off 40 pounds now unless said otherwise. */
const redeemed = (scope: TestScope, rows: readonly Redeemed[]) =>
  scope.db.redemption.createMany({
    data: rows.map(({ counted = { uses: 1, discount: 500n, order: 4_000n }, ...row }) => ({
      tenantId: uuidOf(scope.tenantId),
      id: uuidOf(scope.newId('redemption')),
      status: counted.uses > 0 ? 'COMPLETED' : 'VOIDED',
      couponId: uuidOf(row.couponId),
      couponCode: 'SPRING',
      campaignId: row.campaignId ? uuidOf(row.campaignId) : null,
      customer: row.customer ?? null,
      channel: row.channel ?? null,
      attributes: { ...row.attributes },
      currency: row.currency ?? 'GBP',
      subtotalMinor: counted.order > 4_000n ? counted.order : 4_000n,
      discountMinor: 500n,
      lines: [],
      freeShipping: false,
      countedUses: counted.uses,
      countedDiscountMinor: counted.discount,
      countedOrderMinor: counted.order,
      requestHash: Buffer.alloc(32),
      metadata: {},
      createdAt: row.at ?? scope.now(),
      voidedAt: counted.uses > 0 ? null : scope.now(),
    })),
  });

async function countersOf(scope: TestScope, limit: Limit) {
  const rows = await scope.db.counter.findMany({ where: { limitId: uuidOf(limit.id) } });
  return rows
    .map((row) => ({ ...readCounter(row), allowed: row.allowed }))
    .sort((a, b) => (counterName(a) < counterName(b) ? -1 : 1));
}

describe('Given a coupon, its campaign, its template and a tenant without limits', () => {
  test('when one is made, then it is found, announced, and counts nothing yet', async () => {
    const { scope, coupon } = await given();

    const { limit, countersAbove } = succeeded(
      await createLimit(scope, {
        target: { couponId: coupon.id },
        per: 'ATTRIBUTE',
        attribute: ' store ',
        window: { kind: 'WEEK', zone: 'Europe/London' },
        measure: 'ORDER_VALUE',
        ceiling: { money: gbp('100') },
        overrun: { money: gbp('0.50') },
        reason: 'Too many',
      }),
    );

    expect(limit).toEqual({
      id: limit.id,
      target: { kind: 'COUPON', id: coupon.id },
      per: { kind: 'ATTRIBUTE', name: 'store' },
      window: { kind: 'WEEK', zone: 'Europe/London' },
      measure: 'ORDER_VALUE',
      currency: 'GBP',
      ceiling: 10_000n,
      overrun: 50n,
      shortForm: null,
      version: 1,
      createdAt: scope.now(),
      updatedAt: scope.now(),
    });
    expect(countersAbove).toBe(0);
    expect(await findLimit(scope, limit.id)).toEqual(limit);
    expect(await countersOf(scope, limit)).toEqual([]);
    expect(await auditedBy(scope, limit.id)).toEqual([
      { action: 'limit.created', reason: 'Too many', before: null, after: jsonOf(limit), actor: scope.actor },
    ]);
    expect(await announcedBy(scope, limit.id)).toEqual([
      { type: 'limit.created', payload: { before: null, after: jsonOf(limit) } },
    ]);
  });

  test('when only target and ceiling are said, then uses of everyone are counted, in all time, without over-run', async () => {
    const { scope, campaign } = await given();

    const { limit } = succeeded(
      await createLimit(scope, { target: { campaignId: campaign.id }, ceiling: { uses: 0 } }),
    );

    expect(limit).toMatchObject({
      target: { kind: 'CAMPAIGN', id: campaign.id },
      per: { kind: 'EVERYONE' },
      window: { kind: 'LIFETIME' },
      measure: 'USES',
      currency: null,
      ceiling: 0n,
      overrun: 0n,
    });
    expect(await findLimit(scope, limit.id)).toEqual(limit);
  });

  test('when the target is a template, then it is found so, and is none of the tenant', async () => {
    const { scope, templateId } = await given();

    const { limit } = succeeded(await createLimit(scope, { target: { templateId }, ceiling: { uses: 3 } }));

    expect(limit.target).toEqual({ kind: 'TEMPLATE', id: templateId });
    expect(await findLimit(scope, limit.id)).toEqual(limit);
    expect(await findLimitsOf(scope, [limit.target])).toEqual([limit]);
  });

  const tenant = { target: { tenant: true } };
  const uses = { ceiling: { uses: 1 } };
  const pounds = { ceiling: { money: gbp('1') } };
  const zone = 'Europe/London';
  test.each<[string, Unchecked, string, string]>([
    [
      'the tenant is not meant',
      { target: { tenant: false }, ...uses },
      'target.tenant',
      'Expected true; for another target name its id.',
    ],
    [
      'an attribute has no name',
      { ...tenant, per: 'ATTRIBUTE', ...uses },
      'attribute',
      "Expected the name of one of the cart's attributes.",
    ],
    [
      'an attribute has an empty name',
      { ...tenant, per: 'ATTRIBUTE', attribute: ' ', ...uses },
      'attribute',
      'Expected 1 to 100 characters.',
    ],
    [
      'an attribute has a long name',
      { ...tenant, per: 'ATTRIBUTE', attribute: 'a'.repeat(101), ...uses },
      'attribute',
      'Expected 1 to 100 characters.',
    ],
    [
      'another has a name',
      { ...tenant, per: 'CUSTOMER', attribute: 'store', ...uses },
      'attribute',
      'Only a limit per `ATTRIBUTE` names one.',
    ],
    [
      'a day has no zone',
      { ...tenant, window: { kind: 'DAY' }, ...uses },
      'window.zone',
      'Expected the name of a zone of the IANA database, such as "Europe/London".',
    ],
    [
      'a zone is unknown',
      { ...tenant, window: { kind: 'DAY', zone: 'Europe/Atlantis' }, ...uses },
      'window.zone',
      'Expected the name of a zone of the IANA database, such as "Europe/London".',
    ],
    [
      'all time has a zone',
      { ...tenant, window: { kind: 'LIFETIME', zone }, ...uses },
      'window.zone',
      'Only hours, days, weeks and months have a zone.',
    ],
    [
      'a rolling window has a zone',
      { ...tenant, window: { kind: 'ROLLING', seconds: 60, zone }, ...uses },
      'window.zone',
      'Only hours, days, weeks and months have a zone.',
    ],
    [
      'a day has seconds',
      { ...tenant, window: { kind: 'DAY', zone, seconds: 60 }, ...uses },
      'window.seconds',
      'Only rolling windows have seconds.',
    ],
    [
      'a rolling window has no length',
      { ...tenant, window: { kind: 'ROLLING' }, ...uses },
      'window.seconds',
      'Expected 60 to 31622400 seconds.',
    ],
    [
      'a rolling window is short',
      { ...tenant, window: { kind: 'ROLLING', seconds: 59 }, ...uses },
      'window.seconds',
      'Expected 60 to 31622400 seconds.',
    ],
    [
      'a rolling window is long',
      { ...tenant, window: { kind: 'ROLLING', seconds: 31_622_401 }, ...uses },
      'window.seconds',
      'Expected 60 to 31622400 seconds.',
    ],
    [
      'uses are negative',
      { ...tenant, ceiling: { uses: -1 } },
      'ceiling.uses',
      'Expected a number that is not negative.',
    ],
    ['uses are limited in money', { ...tenant, ...pounds }, 'ceiling', 'Expected a number of uses.'],
    [
      'money is limited in uses',
      { ...tenant, measure: 'DISCOUNT', ...uses },
      'ceiling',
      'Expected an amount of money.',
    ],
    [
      'money is too exact',
      { ...tenant, measure: 'DISCOUNT', ceiling: { money: gbp('0.001') } },
      'ceiling.money.amount',
      'GBP has 2 decimals, but the amount is "0.001".',
    ],
    [
      'money is too much',
      { ...tenant, measure: 'DISCOUNT', ceiling: { money: gbp('10000000000000.01') } },
      'ceiling.money.amount',
      'Expected an amount of at most 10000000000000.00.',
    ],
    [
      'the over-run is of another kind',
      { ...tenant, ...uses, overrun: { money: gbp('1') } },
      'overrun',
      'Expected a number of uses.',
    ],
    [
      'the over-run is of another currency',
      { ...tenant, measure: 'DISCOUNT', ...pounds, overrun: { money: { amount: '1', currency: 'EUR' } } },
      'overrun',
      'Expected an amount of money in GBP.',
    ],
  ])('when %s, then it is refused', async (_, input, path, message) => {
    const scope = freshScope();

    expect(await createLimit(scope, input)).toEqual({
      failure: 'InvalidInput',
      message: `${path}: ${message}`,
      problems: [{ path: path.split('.'), message }],
    });
    expect(await scope.db.limit.count({ where: { tenantId: uuidOf(scope.tenantId) } })).toBe(0);
  });

  test.each<
    [
      string,
      (
        own: Awaited<ReturnType<typeof given>>,
        others: Awaited<ReturnType<typeof given>>,
      ) => Promise<object> | object,
    ]
  >([
    ['an unknown coupon', () => ({ couponId: unknown.coupon })],
    ['an unknown campaign', () => ({ campaignId: unknown.campaign })],
    ['an unknown template', () => ({ templateId: unknown.template })],
    ['no coupon at all', ({ campaign }) => ({ couponId: campaign.id })],
    ['no campaign at all', ({ coupon }) => ({ campaignId: coupon.id })],
    ['no template at all', ({ coupon }) => ({ templateId: coupon.id })],
    ["another tenant's coupon", (_, { coupon }) => ({ couponId: coupon.id })],
    ["another tenant's campaign", (_, { campaign }) => ({ campaignId: campaign.id })],
    ["another tenant's template", (_, { templateId }) => ({ templateId })],
    [
      'a coupon that was deleted',
      async ({ scope, coupon }) => {
        await deleteCoupon(scope, { id: coupon.id });
        return { couponId: coupon.id };
      },
    ],
  ])('when the target is %s, then it is not found', async (_, targetOf) => {
    const own = await given();
    const target = await targetOf(own, await given());
    const [targetId] = Object.values(target) as string[];

    expect(await createLimit(own.scope, { target, ceiling: { uses: 1 } })).toEqual({
      failure: 'LimitTargetNotFound',
      message: `There is nothing to limit with the id "${targetId}".`,
      targetId,
    });
  });

  test('when a target has twenty limits, then another is refused, also of those who ask at once, and other targets have their own', async () => {
    const { scope, coupon, campaign, templateId } = await given();
    const make = (target: object) => createLimit(scope, { target, ceiling: { uses: 1 } });

    const outcomes = await Promise.all(Array.from({ length: 22 }, () => make({ couponId: coupon.id })));

    expect(outcomes.filter((outcome) => !('failure' in outcome))).toHaveLength(20);
    const refusal = {
      failure: 'TooManyLimits',
      message: 'A coupon, a campaign, a template or a tenant has up to 20 limits.',
      maximum: 20,
    };
    expect(await make({ couponId: coupon.id })).toEqual(refusal);
    succeeded(await make({ campaignId: campaign.id }));
    for (let made = 0; made < 20; made++) succeeded(await make({ templateId }));
    expect(await make({ templateId })).toEqual(refusal);
    for (let made = 0; made < 20; made++) succeeded(await make({ tenant: true }));
    expect(await make({ tenant: true })).toEqual(refusal);
  });
});

describe('Given what was redeemed before', () => {
  const day = 86_400_000;
  const windows: object[] = [
    { kind: 'LIFETIME' },
    { kind: 'HOUR', zone: 'Australia/Lord_Howe' },
    { kind: 'DAY', zone: 'Africa/Cairo' },
    { kind: 'WEEK', zone: 'America/Havana' },
    { kind: 'MONTH', zone: 'Europe/London' },
    { kind: 'ROLLING', seconds: 60 },
    { kind: 'ROLLING', seconds: 40 * 86_400 },
    { kind: 'ROLLING', seconds: 12_345 },
  ];

  test('when limits of all kinds are made, then each counts it as if it had always been there', async () => {
    const { scope, campaign, coupon, templateId } = await given();
    const other = succeeded(await createCoupon(scope, { code: 'OTHER', discount }));
    const sibling = succeeded(await createCoupon(scope, { code: 'SIBLING', discount }));
    await madeFrom(scope, templateId, [sibling.id]);
    const stranger = await given();
    const now = new Date('2026-10-25T03:00:00.000Z');
    for (const one of [scope, stranger.scope]) one.clock.set(now);
    const rows = fc.sample(
      fc.record({
        at: fc
          .integer({ min: 0, max: 200 * day })
          .map((ago) => new Date(now.getTime() - ago ** 2 / (200 * day))),
        of: fc.constantFrom('COUPON', 'SIBLING', 'OTHER'),
        customer: fc.constantFrom(undefined, 'id:u1', 'id:u2'),
        channel: fc.constantFrom(undefined, 'web', 'app'),
        attributes: fc.constantFrom({}, { store: 'Leeds' }, { store: '', valueOf: 'x' }),
        currency: fc.constantFrom('GBP', 'EUR'),
        counted: fc.constantFrom(
          { uses: 1, discount: 500n, order: 4_000n },
          { uses: 1, discount: 0n, order: 1_500n },
          { uses: 0, discount: 300n, order: 0n },
          { uses: 0, discount: 0n, order: 0n },
        ),
      }),
      { numRuns: 400, seed: 11 },
    );
    const uses = {
      COUPON: { couponId: coupon.id, campaignId: campaign.id },
      SIBLING: { couponId: sibling.id },
      OTHER: { couponId: other.id },
    };
    const ledger = rows.map(({ of, ...row }) => ({ ...row, ...uses[of] }));
    await redeemed(scope, ledger);
    await redeemed(stranger.scope, [{ couponId: stranger.coupon.id, customer: 'id:u1' }]);

    const targets = [{ couponId: other.id }, { campaignId: campaign.id }, { templateId }, { tenant: true }];
    const pers = [
      { per: 'EVERYONE' },
      { per: 'CUSTOMER' },
      { per: 'CHANNEL' },
      { per: 'ATTRIBUTE', attribute: 'store' },
      { per: 'ATTRIBUTE', attribute: 'valueOf' },
    ];
    const amounts = [
      { measure: 'USES', ceiling: { uses: 20 }, overrun: { uses: 1 } },
      { measure: 'DISCOUNT', ceiling: { money: gbp('30') } },
      { measure: 'ORDER_VALUE', ceiling: { money: { amount: '300', currency: 'EUR' } } },
    ];
    // Not all of each with all of the others, but each with many.
    let turn = 0;
    for (const window of windows) {
      for (const per of pers) {
        const [target, amount] = [targets[turn % 4], amounts[Math.floor(turn / 4) % 3]];
        turn++;
        const { limit, countersAbove } = succeeded(
          await createLimit(scope, { target, ...per, window, ...amount }),
        );

        const expected = new Map<string, ReturnType<typeof emptyCounter>>();
        for (const { at, customer, channel, attributes, currency, counted: by, ...row } of ledger) {
          if (limit.target.kind === 'COUPON' && row.couponId !== limit.target.id) continue;
          if (limit.target.kind === 'CAMPAIGN' && !('campaignId' in row)) continue;
          if (limit.target.kind === 'TEMPLATE' && row.couponId === other.id) continue;
          const use = {
            at,
            customer: customer ?? null,
            channel: channel ?? null,
            attributes: attributes as Record<string, string>,
            currency,
            uses: BigInt(by.uses),
            discountMinor: by.discount,
            orderMinor: by.order,
          };
          if (amountOf(limit, use) === 0n) continue;
          const key = counterOf(limit, use);
          const before = expected.get(counterName(key)) ?? emptyCounter(limit, key);
          expected.set(counterName(key), counted(limit, before, amountOf(limit, use), at));
        }
        const counters = [...expected.entries()]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, counter]) => countedAt(limit, counter, now))
          .filter(({ used }) => used > 0n);
        const most = limit.ceiling + limit.overrun;
        expect(await countersOf(scope, limit), JSON.stringify(jsonOf(limit))).toEqual(
          counters.map((counter) => ({ ...counter, allowed: counter.used > most ? counter.used : most })),
        );
        const current = counterOf(limit, { ...emptyUse, at: now }).windowStart.getTime();
        expect(countersAbove).toBe(
          counters.filter(
            ({ used, windowStart }) => windowStart.getTime() === current && used > limit.ceiling,
          ).length,
        );
        succeeded(await deleteLimit(scope, { id: limit.id }));
      }
    }
    expect(turn).toBe(40);
  });

  const emptyUse = {
    customer: null,
    channel: null,
    attributes: {},
    currency: 'GBP',
    uses: 1n,
    discountMinor: 0n,
    orderMinor: 0n,
  };
});

test.each([[{ kind: 'LIFETIME' }], [{ kind: 'ROLLING', seconds: 3_600 }]])(
  'Given orders that come to more than any counter holds, when a limit of %j is made, then it counts all that one holds',
  async (window) => {
    const { scope, coupon } = await given();
    const most = 2n ** 63n - 1n;
    const counted = { uses: 1, discount: 500n, order: most - 1n };
    await redeemed(scope, [
      { couponId: coupon.id, counted },
      { couponId: coupon.id, counted, at: new Date(scope.now().getTime() - 120_000) },
    ]);

    const { limit, countersAbove } = succeeded(
      await createLimit(scope, {
        target: { couponId: coupon.id },
        window,
        measure: 'ORDER_VALUE',
        ceiling: { money: gbp('10000000000000') },
      }),
    );

    expect(countersAbove).toBe(1);
    expect(await countersOf(scope, limit)).toMatchObject([{ used: most, allowed: most }]);
  },
);

describe('Given a limit', () => {
  async function givenLimit(more: object = {}) {
    const { scope, campaign, coupon } = await given();
    const uses = (customer: string, count: number, at?: Date) =>
      redeemed(
        scope,
        Array.from({ length: count }, () => ({ couponId: coupon.id, campaignId: campaign.id, customer, at })),
      );
    await uses('id:u1', 3);
    await uses('id:u2', 5);
    await uses('id:u2', 7, new Date('2026-03-01T12:00:00.000Z'));
    const made = succeeded(
      await createLimit(scope, {
        target: { couponId: coupon.id },
        per: 'CUSTOMER',
        window: { kind: 'DAY', zone: 'UTC' },
        ceiling: { uses: 10 },
        ...more,
      }),
    );
    return { scope, coupon, ...made };
  }

  test.each<[string, Unchecked, Unchecked, Partial<Limit>, number, bigint[]]>([
    ['raised', {}, { ceiling: { uses: 12 } }, { ceiling: 12n, overrun: 0n }, 0, [12n, 12n, 12n]],
    ['lowered', {}, { ceiling: { uses: 5 } }, { ceiling: 5n, overrun: 0n }, 0, [7n, 5n, 5n]],
    [
      'lowered below what one has used',
      {},
      { ceiling: { uses: 4 } },
      { ceiling: 4n, overrun: 0n },
      1,
      [7n, 4n, 5n],
    ],
    ['lowered to nothing', {}, { ceiling: { uses: 0 } }, { ceiling: 0n, overrun: 0n }, 2, [7n, 3n, 5n]],
    ['given an over-run', {}, { overrun: { uses: 2 } }, { ceiling: 10n, overrun: 2n }, 0, [12n, 12n, 12n]],
    [
      'lowered with an over-run',
      {},
      { ceiling: { uses: 4 }, overrun: { uses: 2 } },
      { ceiling: 4n, overrun: 2n },
      1,
      [7n, 6n, 6n],
    ],
    [
      'left without its over-run',
      { overrun: { uses: 2 } },
      { overrun: null },
      { ceiling: 10n, overrun: 0n },
      0,
      [10n, 10n, 10n],
    ],
    [
      'said to be as it is',
      { overrun: { uses: 2 } },
      { overrun: { uses: 2 } },
      { ceiling: 10n, overrun: 2n },
      0,
      [12n, 12n, 12n],
    ],
  ])(
    'when it is %s, then it is so, and who stands above it today is counted',
    async (_, more, patch, expected, above, allowed) => {
      const { scope, limit } = await givenLimit(more);
      scope.clock.forward(60_000);

      const { limit: after, countersAbove } = succeeded(
        await updateLimit(scope, { id: limit.id, version: 1, patch, reason: 'Because' }),
      );

      expect(after).toEqual({ ...limit, ...expected, version: 2, updatedAt: scope.now() });
      expect(countersAbove).toBe(above);
      expect(await findLimit(scope, limit.id)).toEqual(after);
      expect((await countersOf(scope, limit)).map((counter) => counter.allowed)).toEqual(allowed);
      expect((await auditedBy(scope, limit.id)).at(-1)).toEqual({
        action: 'limit.updated',
        reason: 'Because',
        before: jsonOf(limit),
        after: jsonOf(after),
        actor: scope.actor,
      });
    },
  );

  test('when a rolling one is lowered, then only what has not left the window stands above it', async () => {
    const { scope, limit } = await givenLimit({ window: { kind: 'ROLLING', seconds: 3_600 } });
    scope.clock.forward(1_800_000);
    const lower = (version: number) =>
      updateLimit(scope, { id: limit.id, version, patch: { ceiling: { uses: 4 } } });

    expect(await lower(1)).toMatchObject({ countersAbove: 1 });
    scope.clock.forward(1_860_000);
    expect(await lower(2)).toMatchObject({ countersAbove: 0 });
  });

  test.each<[string, Unchecked, object]>([
    [
      'its ceiling is cleared',
      { ceiling: null },
      { path: ['patch', 'ceiling'], message: 'Expected a value; this cannot be cleared.' },
    ],
    [
      'its ceiling is money',
      { ceiling: { money: gbp('1') } },
      { path: ['patch', 'ceiling'], message: 'Expected a number of uses.' },
    ],
    [
      'its over-run is money',
      { overrun: { money: gbp('1') } },
      { path: ['patch', 'overrun'], message: 'Expected a number of uses.' },
    ],
  ])('when %s, then that is refused', async (_, patch, problem) => {
    const { scope, limit } = await givenLimit();

    const outcome = await updateLimit(scope, { id: limit.id, version: 1, patch });

    expect(outcome).toMatchObject({ failure: 'InvalidInput', problems: [problem] });
    expect(await findLimit(scope, limit.id)).toEqual(limit);
  });

  test('when it is changed by who has read another version, then that is refused', async () => {
    const { scope, limit } = await givenLimit();

    const outcome = await updateLimit(scope, { id: limit.id, version: 2, patch: {} });

    expect(outcome).toMatchObject({ failure: 'VersionConflict', sentVersion: 2, currentVersion: 1 });
  });

  test('when it is deleted, then it is gone with its counters, and another counts the same anew', async () => {
    const { scope, limit, coupon } = await givenLimit();
    const before = await countersOf(scope, limit);
    expect(before).toHaveLength(3);

    expect(await deleteLimit(scope, { id: limit.id, reason: 'Over' })).toEqual({ limitId: limit.id });

    expect(await findLimit(scope, limit.id)).toBeNull();
    expect(await countersOf(scope, limit)).toEqual([]);
    expect((await auditedBy(scope, limit.id)).at(-1)).toMatchObject({
      action: 'limit.deleted',
      reason: 'Over',
      before: jsonOf(limit),
      after: null,
    });
    const gone = { failure: 'LimitNotFound', message: `There is no limit "${limit.id}".`, limitId: limit.id };
    expect(await deleteLimit(scope, { id: limit.id })).toEqual(gone);
    expect(await updateLimit(scope, { id: limit.id, version: 1, patch: {} })).toEqual(gone);

    const again = succeeded(
      await createLimit(scope, {
        target: { couponId: coupon.id },
        per: 'CUSTOMER',
        window: limit.window,
        ceiling: { uses: 10 },
      }),
    );
    expect(await countersOf(scope, again.limit)).toEqual(
      before.map((counter) => ({ ...counter, limitId: again.limit.id })),
    );
  });

  test.each<['coupon' | 'template', string]>([
    ['coupon', 'coupon.erased'],
    ['template', 'template.deleted'],
  ])(
    'when the %s that it limits is deleted for good, then it is gone, and the log says so',
    async (kind, last) => {
      const scope = freshScope();
      const { id: couponId } = succeeded(await createCoupon(scope, { code: 'SUMMER', discount }));
      const templateId = await givenTemplate(scope);
      const target = { coupon: { couponId }, template: { templateId } }[kind];
      const { limit } = succeeded(await createLimit(scope, { target, ceiling: { uses: 1 } }));

      if (kind === 'coupon') {
        succeeded(await deleteCoupon(scope, { id: couponId }));
        expect(await findLimit(scope, limit.id)).toEqual(limit);
        succeeded(await deleteCoupon(scope, { id: couponId, hard: true, reason: 'Over' }));
      } else {
        succeeded(await deleteTemplate(scope, { id: templateId, reason: 'Over' }));
      }

      expect(await findLimit(scope, limit.id)).toBeNull();
      expect((await auditedBy(scope)).slice(-2)).toMatchObject([
        { action: 'limit.deleted', reason: 'Over', before: jsonOf(limit), after: null },
        { action: last, reason: 'Over', after: null },
      ]);
    },
  );

  test('when another tenant asks, then there is none, and nothing is changed', async () => {
    const { scope, limit } = await givenLimit();
    const stranger = freshScope();

    expect(await findLimit(stranger, limit.id)).toBeNull();
    expect(await updateLimit(stranger, { id: limit.id, version: 1, patch: {} })).toMatchObject({
      failure: 'LimitNotFound',
    });
    expect(await deleteLimit(stranger, { id: limit.id })).toMatchObject({ failure: 'LimitNotFound' });
    expect(await findLimit(scope, limit.id)).toEqual(limit);
  });

  test('when a request is repeated with its key, then it is done once and answered alike', async () => {
    const { scope, limit } = await givenLimit();
    const input = { id: limit.id, version: 1, patch: { ceiling: { uses: 4 } }, idempotencyKey: 'one' };

    const first = await updateLimit(scope, input);

    expect(await updateLimit(scope, input)).toEqual(first);
    expect(scope.replays.count).toBe(1);
  });
});

const shared = ({ id }: { id: string }) =>
  `SELECT pg_advisory_xact_lock_shared(hashtextextended('${id}', 0))`;

/** What whoever redeems holds: the tenant shared, and then of this. */
const redeeming = {
  tenant: shared,
  campaign: shared,
  template: shared,
  coupon: ({ id }: { id: string }) => `SELECT 1 FROM coupons WHERE id = '${id}' FOR NO KEY UPDATE`,
};

describe('Given somebody who redeems', () => {
  test.each<[keyof typeof redeeming]>([['tenant'], ['campaign'], ['template'], ['coupon']])(
    'when a limit on the %s is made, then it waits and counts that use as well',
    async (kind) => {
      const { scope, campaign, coupon, templateId } = await given();
      const targets = {
        tenant: { tenant: true },
        campaign: { campaignId: campaign.id },
        template: { templateId },
        coupon: { couponId: coupon.id },
      };
      const ids = {
        tenant: uuidOf(scope.tenantId),
        campaign: uuidOf(campaign.id),
        template: uuidOf(templateId),
        coupon: uuidOf(coupon.id),
      };
      let isMade = false;
      let made: Promise<void> | undefined;

      await inTransaction(scope, async (redeemer) => {
        await redeemer.db.$executeRawUnsafe(redeeming.tenant({ id: ids.tenant }));
        await redeemer.db.$executeRawUnsafe(redeeming[kind]({ id: ids[kind] }));
        made = createLimit(scope, { target: targets[kind], ceiling: { uses: 10 } }).then(async (outcome) => {
          isMade = true;
          expect(await countersOf(scope, succeeded(outcome).limit)).toMatchObject([{ used: 1n }]);
        });
        await until('the limit waits', async () => {
          const [waiting] = await database.prisma.$queryRaw<{ count: number }[]>`
            SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
          return waiting!.count > 0;
        });
        expect(isMade).toBe(false);
        await redeemed({ ...scope, db: redeemer.db }, [{ couponId: coupon.id, campaignId: campaign.id }]);
      });

      await made;
      expect(isMade).toBe(true);
    },
  );
});

describe('Given a campaign of which 20 pounds and 5 euros are spent', () => {
  async function spending() {
    const { scope, campaign, coupon } = await given();
    const use = { couponId: coupon.id, campaignId: campaign.id };
    await redeemed(scope, [use, use, use, use, { ...use, currency: 'EUR' }]);
    const set = (minor: bigint | null, currency = 'GBP') =>
      inTransaction(scope, async (inner) => {
        await holdTenant(inner);
        await setBudget(inner, campaign.id, minor === null ? null : money(minor, currency));
      });
    return { scope, campaign, set };
  }

  test('when it has no budget, then there is none', async () => {
    const { scope, campaign, set } = await spending();

    expect(await findBudgets(scope, [campaign.id])).toEqual([]);
    await set(null);
    expect(await findBudgets(scope, [campaign.id])).toEqual([]);
    expect((await auditedBy(scope)).map(({ action }) => action)).toEqual([
      'campaign.created',
      'coupon.created',
      'template.created',
    ]);
  });

  test('when one is set, changed, changed to another currency and cleared, then it is so, and what is spent is told', async () => {
    const { scope, campaign, set } = await spending();
    const known = () => findBudgets(scope, [campaign.id]);
    const budget = (minor: bigint, spent: bigint, currency = 'GBP') => [
      { campaignId: campaign.id, budget: money(minor, currency), spent: money(spent, currency) },
    ];

    await set(10_000n);
    expect(await known()).toEqual(budget(10_000n, 2_000n));
    await set(10_000n);
    await set(1_500n);
    expect(await known()).toEqual(budget(1_500n, 2_000n));
    await set(1_500n, 'EUR');
    expect(await known()).toEqual(budget(1_500n, 500n, 'EUR'));
    await set(1_500n, 'JPY');
    expect(await known()).toEqual(budget(1_500n, 0n, 'JPY'));
    await set(null);
    expect(await known()).toEqual([]);

    expect((await auditedBy(scope)).map(({ action }) => action).slice(3)).toEqual([
      'limit.created',
      'limit.updated',
      'limit.deleted',
      'limit.created',
      'limit.deleted',
      'limit.created',
      'limit.deleted',
    ]);
  });

  test('when the limit that it is is changed or deleted, then so is the budget', async () => {
    const { scope, campaign, set } = await spending();
    await set(10_000n);
    const row = await scope.db.limit.findFirstOrThrow({ where: { campaignId: uuidOf(campaign.id) } });
    const [event] = (await auditedBy(scope)).slice(-1);
    const { id } = event!.after as { id: string };
    expect(await findLimit(scope, id)).toMatchObject({
      shortForm: 'BUDGET',
      measure: 'DISCOUNT',
      ceiling: row.ceiling,
    });

    const patch = { ceiling: { money: gbp('19.99') } };
    expect(await updateLimit(scope, { id, version: 1, patch })).toMatchObject({ countersAbove: 1 });
    expect(await findBudgets(scope, [campaign.id])).toMatchObject([{ budget: money(1_999n, 'GBP') }]);
    expect(await findCampaign(scope, campaign.id)).toMatchObject({ version: campaign.version + 1 });
    succeeded(await deleteLimit(scope, { id }));
    expect(await findBudgets(scope, [campaign.id])).toEqual([]);
    const { version } = campaign;
    expect(await updateCampaign(scope, { id: campaign.id, version, patch: { name: 'X' } })).toMatchObject({
      failure: 'VersionConflict',
      currentVersion: version + 2,
    });
  });

  test('when its budget is given an over-run, then that stays while the budget changes, and goes with its currency', async () => {
    const { scope, campaign, set } = await spending();
    const budget = async () =>
      (await findLimitsOf(scope, [{ kind: 'CAMPAIGN', id: campaign.id }])).map(
        ({ ceiling, currency, overrun }) => ({ ceiling, currency, overrun }),
      );
    await set(10_000n);
    const [{ id }] = (await findLimitsOf(scope, [{ kind: 'CAMPAIGN', id: campaign.id }])) as [Limit];

    succeeded(await updateLimit(scope, { id, version: 1, patch: { overrun: { money: gbp('5') } } }));
    await set(8_000n);
    expect(await budget()).toEqual([{ ceiling: 8_000n, currency: 'GBP', overrun: 500n }]);

    await set(8_000n, 'EUR');
    expect(await budget()).toEqual([{ ceiling: 8_000n, currency: 'EUR', overrun: 0n }]);
  });

  test('when another limit of it is changed or deleted, then the campaign is as it was', async () => {
    const { scope, campaign } = await spending();
    const { limit } = succeeded(
      await createLimit(scope, { target: { campaignId: campaign.id }, ceiling: { uses: 9 } }),
    );

    succeeded(await updateLimit(scope, { id: limit.id, version: 1, patch: { ceiling: { uses: 8 } } }));
    succeeded(await deleteLimit(scope, { id: limit.id }));

    expect(await findCampaign(scope, campaign.id)).toEqual(campaign);
  });

  test('when it has twenty limits, then it may have a budget all the same', async () => {
    const { scope, campaign, set } = await spending();
    for (let made = 0; made < 20; made++)
      succeeded(await createLimit(scope, { target: { campaignId: campaign.id }, ceiling: { uses: 1 } }));

    await set(10_000n);

    expect(await findBudgets(scope, [campaign.id])).toHaveLength(1);
  });
});
