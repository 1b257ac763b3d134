import { describe, expect, test } from 'vitest';
import { isFailure } from '../../src/lib/outcome.js';
import { checkLimits } from '../../src/evaluation/actions.js';
import { findEffectiveLimits } from '../../src/evaluation/actions/standing-limits.js';
import { deleteLimit } from '../../src/limits/actions.js';
import { listRedemptions } from '../../src/redemptions/actions.js';
import { releaseReservation } from '../../src/reservations/actions.js';
import { cart, checkout, fixed, gbp, openTown, order, sum, told } from './shop.js';
import { succeeded } from '../testkit/outcome.js';

const openShop = await openTown();
type Shop = Awaited<ReturnType<typeof openShop>>;

const uses = (uses: number) => ({ uses });
const money = (amount: string) => ({ money: gbp(amount) });

/** A request, and what becomes of it: a failure, or what was taken off. */
interface Sent extends Readonly<Record<string, unknown>> {
  readonly code?: string;
  readonly at?: string;
}
type Step = readonly [sent: Sent, becomes: string];

const ada = { customerId: 'ada' };
const bob = { customerId: 'bob' };
const web = { channel: 'web' };
const app = { channel: 'app' };
const leeds = { attributes: { branch: 'Leeds' } };
const york = { attributes: { branch: 'York', till: '7' } };
const euro = { order: { subtotal: { amount: '100', currency: 'EUR' } } };

/** Coupons A and B of one campaign and C of none, each taking a tenth off; B and C were made from one template. */
async function given() {
  const shop = await openShop();
  const campaign = await shop.campaign();
  const [a, b, c] = [
    await shop.coupon('A', { campaignId: campaign.id }),
    await shop.coupon('B', { campaignId: campaign.id }),
    await shop.coupon('C'),
  ];
  const targets = {
    coupon: { couponId: a.id },
    campaign: { campaignId: campaign.id },
    template: { templateId: await shop.template(b, c) },
    tenant: { tenant: true },
  };
  return { shop, targets, coupons: { a, b, c } };
}

async function take(shop: Shop, steps: readonly Step[]): Promise<void> {
  for (const [index, [{ code = 'A', at, ...fields }, becomes]] of steps.entries()) {
    if (at !== undefined) shop.scope.clock.set(at);
    const said = told(await shop.validate(code, fields));
    const done = told(await shop.apply(code, fields));
    expect([index, said, done]).toEqual([index, becomes, becomes]);
  }
}

test('Given a limit for each customer, when an id is sent with what cannot be seen in it, then it is the same customer', async () => {
  const { shop, targets } = await given();
  const { id } = await shop.limit({ target: targets.coupon, per: 'CUSTOMER', ceiling: uses(1) });

  await take(shop, [
    [{ customerId: '\u200bZoe\u0308' }, '10.00'],
    [{ customerId: 'Zo\u00eb' }, 'LimitReached'],
    [{ customer: { id: 'Zo\u00eb\ufeff ' } }, 'LimitReached'],
    [{ customerId: 'zo\u00eb' }, '10.00'],
  ]);

  expect(await shop.counters(id)).toEqual({ 'id:Zo\u00eb': 1, 'id:zo\u00eb': 1 });
  const { edges } = await listRedemptions(shop.scope, { customerId: 'Zoe\u0308' }, { first: 5 });
  expect(edges.map(({ node }) => node.customerId)).toEqual(['Zo\u00eb']);
});

describe('Given a budget for each currency, when codes are applied', () => {
  const inEuro = (amount: string) => ({ order: { subtotal: { amount, currency: 'EUR' } } });
  const inYen = { order: { subtotal: { amount: '1000', currency: 'JPY' } } };
  const euros = (amount: string) => ({ money: { amount, currency: 'EUR' } });

  test('then an order counts in that of its currency alone, and one without is refused', async () => {
    const { shop, targets } = await given();
    const target = targets.campaign;
    const pounds = await shop.limit({ target, measure: 'DISCOUNT', ceiling: money('10') });
    await take(shop, [[inEuro('100'), 'CurrencyMismatch']]);
    const euro = await shop.limit({ target, measure: 'DISCOUNT', ceiling: euros('12') });

    await take(shop, [
      [inEuro('100'), '10.00'],
      [inEuro('20.10'), 'LimitReached'],
      [{}, '10.00'],
      [{ code: 'B', ...inEuro('20') }, '2.00'],
      [{}, 'LimitReached'],
      [inYen, 'CurrencyMismatch'],
    ]);

    expect(await shop.counters(pounds.id)).toEqual({ '': 1_000 });
    expect(await shop.counters(euro.id)).toEqual({ '': 1_200 });
    expect(await shop.apply('A', inYen)).toMatchObject({
      message: 'The limit of the coupon "A" is in GBP, EUR, but the order is in JPY.',
      couponCurrency: 'GBP',
      couponCurrencies: ['GBP', 'EUR'],
      orderCurrency: 'JPY',
    });
  });

  test('then a use is given back to that of its currency', async () => {
    const { shop, targets } = await given();
    const target = targets.coupon;
    const pounds = await shop.limit({ target, measure: 'DISCOUNT', ceiling: money('10') });
    const euro = await shop.limit({ target, measure: 'DISCOUNT', ceiling: euros('10') });
    await take(shop, [[{}, '10.00']]);
    const { id } = succeeded(await shop.apply('A', inEuro('100')));

    succeeded(await shop.giveBack(id));

    expect(await shop.counters(pounds.id)).toEqual({ '': 1_000 });
    expect(await shop.counters(euro.id)).toEqual({});
  });

  test.each<[string, object]>([
    ['measures something else', { measure: 'ORDER_VALUE' }],
    ['is for each customer', { per: 'CUSTOMER' }],
    ['is for each channel', { per: 'CHANNEL' }],
    ['begins anew', { window: { kind: 'DAY', zone: 'Europe/Berlin' } }],
    ['is of something else', { target: 'coupon' }],
  ])('but not where that of the other currency %s: it would not be as limited', async (_, fields) => {
    const { shop, targets } = await given();
    const target = targets.campaign;
    await shop.limit({ target, measure: 'DISCOUNT', ceiling: money('10') });
    const of = 'target' in fields ? targets.coupon : target;
    await shop.limit({ measure: 'DISCOUNT', ceiling: euros('12'), ...fields, target: of });

    await take(shop, [[{ ...inEuro('100'), ...ada, ...web }, 'CurrencyMismatch']]);
  });

  test('also where their days begin on different clocks', async () => {
    const { shop, targets } = await given();
    const target = targets.campaign;
    const daily = (zone: string) => ({ target, measure: 'DISCOUNT', window: { kind: 'DAY', zone } });
    await shop.limit({ ...daily('Europe/London'), ceiling: money('10') });
    await shop.limit({ ...daily('Europe/Berlin'), ceiling: euros('10') });

    await take(shop, [
      [{}, '10.00'],
      [inEuro('100'), '10.00'],
      [inEuro('10'), 'LimitReached'],
    ]);
  });

  test('then a check asks each for what of the order is in its currency', async () => {
    const { shop, targets } = await given();
    const target = targets.coupon;
    await shop.limit({ target, measure: 'DISCOUNT', ceiling: money('10') });
    await shop.limit({ target, measure: 'DISCOUNT', ceiling: euros('5') });

    const checked = succeeded(await checkLimits(shop.scope, { code: 'A', ...inEuro('60') }));

    expect(
      checked.limits.map(({ effective: { rule }, asked, isExceeded }) => [rule.currency, asked, isExceeded]),
    ).toEqual([
      ['GBP', 0n, false],
      ['EUR', 600n, true],
    ]);
  });

  test('then a check names what the use is refused for, and lists what else stands in the way', async () => {
    const { shop, targets } = await given();
    const target = targets.coupon;
    await shop.limit({ target, measure: 'DISCOUNT', ceiling: money('10') });
    await shop.limit({ target, measure: 'DISCOUNT', ceiling: euros('6') });
    const daily = { kind: 'DAY', zone: 'Europe/London' };
    await shop.limit({ target, measure: 'DISCOUNT', window: daily, ceiling: euros('100') });
    const asked = { code: 'A', order: sum('100') };

    expect(await checkLimits(shop.scope, asked)).toMatchObject({ failure: 'CurrencyMismatch' });
    await take(shop, [[{}, 'CurrencyMismatch']]);

    await shop.limit({ target, ceiling: uses(0) });
    await take(shop, [[{}, 'LimitReached']]);
    const { limits } = succeeded(await checkLimits(shop.scope, asked));
    expect(
      limits.map(({ effective: { rule }, isExceeded }) => [rule.measure, rule.currency, isExceeded]),
    ).toEqual(
      expect.arrayContaining([
        ['USES', null, true],
        ['DISCOUNT', 'GBP', false],
        ['DISCOUNT', 'EUR', false],
        ['DISCOUNT', 'EUR', true],
      ]),
    );
  });
});

describe('Given a limit, when codes are applied, then what is asked and what is done follow it', () => {
  test.each<[string, 'coupon' | 'campaign' | 'template' | 'tenant', object, Step[], Record<string, number>]>([
    [
      'of a coupon, to uses',
      'coupon',
      { ceiling: uses(1) },
      [
        [{}, '10.00'],
        [{}, 'LimitReached'],
        [{ code: 'B' }, '10.00'],
        [{ code: 'C' }, '10.00'],
      ],
      { '': 1 },
    ],
    [
      'of a campaign, to uses',
      'campaign',
      { ceiling: uses(2) },
      [
        [{}, '10.00'],
        [{ code: 'B' }, '10.00'],
        [{ code: 'B' }, 'LimitReached'],
        [{}, 'LimitReached'],
        [{ code: 'C' }, '10.00'],
      ],
      { '': 2 },
    ],
    [
      'of a template, to uses',
      'template',
      { ceiling: uses(2) },
      [
        [{ code: 'B' }, '10.00'],
        [{ code: 'C' }, '10.00'],
        [{ code: 'C' }, 'LimitReached'],
        [{ code: 'B' }, 'LimitReached'],
        [{}, '10.00'],
      ],
      { '': 2 },
    ],
    [
      'of a template, to discounts for each customer',
      'template',
      { per: 'CUSTOMER', measure: 'DISCOUNT', ceiling: money('15') },
      [
        [{ code: 'B', ...ada }, '10.00'],
        [{ code: 'C', ...ada }, 'LimitReached'],
        [{ code: 'C', order: sum('50'), ...ada }, '5.00'],
        [{ code: 'C', ...bob }, '10.00'],
        [ada, '10.00'],
      ],
      { 'id:ada': 1_500, 'id:bob': 1_000 },
    ],
    [
      'of the tenant, to uses',
      'tenant',
      { ceiling: uses(2) },
      [
        [{}, '10.00'],
        [{ code: 'C' }, '10.00'],
        [{ code: 'B' }, 'LimitReached'],
      ],
      { '': 2 },
    ],
    ['to nothing', 'tenant', { ceiling: uses(0) }, [[{}, 'LimitReached']], {}],
    [
      'for each customer',
      'campaign',
      { per: 'CUSTOMER', ceiling: uses(1) },
      [
        [ada, '10.00'],
        [{ code: 'B', ...ada }, 'LimitReached'],
        [bob, '10.00'],
        [{}, 'CustomerRequired'],
        [{ code: 'C' }, '10.00'],
        [{ code: 'C', ...ada }, '10.00'],
      ],
      { 'id:ada': 1, 'id:bob': 1 },
    ],
    [
      'for each channel, where none is one as well',
      'tenant',
      { per: 'CHANNEL', ceiling: uses(1) },
      [
        [web, '10.00'],
        [app, '10.00'],
        [{ code: 'C', ...web }, 'LimitReached'],
        [{}, '10.00'],
        [{}, 'LimitReached'],
      ],
      { '': 1, app: 1, web: 1 },
    ],
    [
      'for each value of an attribute',
      'coupon',
      { per: 'ATTRIBUTE', attribute: 'branch', ceiling: uses(1) },
      [
        [leeds, '10.00'],
        [york, '10.00'],
        [{ attributes: { branch: 'York', till: '8' } }, 'LimitReached'],
        [{ attributes: { till: '8' } }, '10.00'],
        [{}, 'LimitReached'],
      ],
      { '': 1, Leeds: 1, York: 1 },
    ],
    [
      'to discounts',
      'campaign',
      { measure: 'DISCOUNT', ceiling: money('25') },
      [
        [{}, '10.00'],
        [{ code: 'B' }, '10.00'],
        [{}, 'LimitReached'],
        [{ order: sum('50.01') }, '5.00'],
        [{ order: sum('1') }, 'LimitReached'],
      ],
      { '': 2_500 },
    ],
    [
      'to discounts of another currency',
      'campaign',
      { measure: 'DISCOUNT', ceiling: money('25') },
      [
        [euro, 'CurrencyMismatch'],
        [{ code: 'C', ...euro }, '10.00'],
      ],
      {},
    ],
    [
      'to discounts of another currency, of the tenant',
      'tenant',
      { measure: 'DISCOUNT', ceiling: money('15') },
      [
        [euro, '10.00'],
        [{}, '10.00'],
        [{}, 'LimitReached'],
        [euro, '10.00'],
      ],
      { '': 1_000 },
    ],
    [
      'to order value',
      'tenant',
      { measure: 'ORDER_VALUE', ceiling: money('250') },
      [
        [{}, '10.00'],
        [{ code: 'B' }, '10.00'],
        [{ code: 'C' }, 'LimitReached'],
        [{ code: 'C', order: sum('50') }, '5.00'],
      ],
      { '': 25_000 },
    ],
    [
      'to order value for each customer',
      'coupon',
      { measure: 'ORDER_VALUE', per: 'CUSTOMER', ceiling: money('100') },
      [
        [ada, '10.00'],
        [ada, 'LimitReached'],
        [bob, '10.00'],
        [{}, 'CustomerRequired'],
      ],
      { 'id:ada': 10_000, 'id:bob': 10_000 },
    ],
  ])('%s', async (_, target, fields, steps, expected) => {
    const { shop, targets } = await given();
    const { id } = await shop.limit({ target: targets[target], ...fields });

    await take(shop, steps);
    expect(await shop.counters(id)).toEqual(expected);
  });

  test.each<[string, object, Step[]]>([
    [
      'each hour',
      { kind: 'HOUR', zone: 'UTC' },
      [
        [{ at: '2026-03-02T12:10:00Z' }, '10.00'],
        [{ at: '2026-03-02T12:59:59.999Z' }, 'LimitReached'],
        [{ at: '2026-03-02T13:00:00Z' }, '10.00'],
      ],
    ],
    [
      'each day of a zone, also when clocks go forward',
      { kind: 'DAY', zone: 'Europe/London' },
      [
        [{ at: '2026-03-29T00:00:00Z' }, '10.00'],
        [{ at: '2026-03-29T22:59:59.999Z' }, 'LimitReached'],
        [{ at: '2026-03-29T23:00:00Z' }, '10.00'],
      ],
    ],
    [
      'each week from Monday',
      { kind: 'WEEK', zone: 'UTC' },
      [
        [{ at: '2026-03-08T23:59:00Z' }, '10.00'],
        [{ at: '2026-03-08T23:59:59.999Z' }, 'LimitReached'],
        [{ at: '2026-03-09T00:00:00Z' }, '10.00'],
      ],
    ],
    [
      'each month',
      { kind: 'MONTH', zone: 'America/New_York' },
      [
        [{ at: '2026-03-03T00:00:00Z' }, '10.00'],
        [{ at: '2026-04-01T03:59:59.999Z' }, 'LimitReached'],
        [{ at: '2026-04-01T04:00:00Z' }, '10.00'],
      ],
    ],
    [
      'within so many seconds',
      { kind: 'ROLLING', seconds: 3_600 },
      [
        [{ at: '2026-03-02T12:00:00Z' }, '10.00'],
        [{ at: '2026-03-02T13:00:00Z' }, 'LimitReached'],
        [{ at: '2026-03-02T13:01:00Z' }, '10.00'],
        [{ at: '2026-03-02T13:01:01Z' }, 'LimitReached'],
      ],
    ],
  ])('of one use %s', async (_, window, steps) => {
    const { shop } = await given();
    await shop.limit({ window, ceiling: uses(1) });

    await take(shop, steps);
  });
});

describe('Given a limit that is reached', () => {
  test('when it is told, then with what is used, what was asked, and when it begins anew', async () => {
    const { shop } = await given();
    const limit = await shop.limit({
      measure: 'DISCOUNT',
      window: { kind: 'DAY', zone: 'Europe/London' },
      ceiling: money('15'),
    });
    succeeded(await shop.apply('A'));

    expect(await shop.apply('C', { order: sum('60') })).toMatchObject({
      failure: 'LimitReached',
      couponCode: 'C',
      limit,
      used: 1_000n,
      asked: 600n,
      resetsAt: new Date('2026-03-03T00:00:00.000Z'),
    });
  });

  test('when its window rolls, then it is told from when on it has room, and then it has', async () => {
    const { shop, coupons } = await given();
    const window = { kind: 'ROLLING', seconds: 3_600 };
    await shop.limit({ measure: 'DISCOUNT', window, ceiling: money('25') });
    const firstLeaves = new Date('2026-03-02T13:01:00.000Z');
    const secondLeaves = new Date('2026-03-02T13:31:00.000Z');
    await take(shop, [
      [{ at: '2026-03-02T12:00:10Z', customerId: 'ada' }, '10.00'],
      [{ at: '2026-03-02T12:30:50Z' }, '10.00'],
    ]);
    const said = async (total: string) => {
      const input = { code: 'A', order: sum(total) };
      const { limits } = succeeded(await checkLimits(shop.scope, input));
      const outcome = await shop.apply('A', { order: sum(total) });
      return [
        limits.map(({ resetsAt }) => resetsAt),
        'resetsAt' in outcome ? outcome.resetsAt : told(outcome),
      ];
    };

    expect(await said('150')).toEqual([[firstLeaves], firstLeaves]);
    expect(await said('151')).toEqual([[secondLeaves], secondLeaves]);
    expect(await said('251')).toEqual([[null], null]);
    expect(await findEffectiveLimits(shop.scope, { of: { couponId: coupons.a.id } })).toMatchObject([
      { used: 2_000n, countedFrom: new Date('2026-03-02T11:30:50.000Z'), resetsAt: firstLeaves },
    ]);
    await take(shop, [
      [{ at: '2026-03-02T13:00:59.999Z', order: sum('150') }, 'LimitReached'],
      [{ at: '2026-03-02T13:01:00Z', order: sum('150') }, '15.00'],
      [{ at: '2026-03-02T13:30:59.999Z', order: sum('1') }, 'LimitReached'],
    ]);
    shop.scope.clock.set('2026-03-02T13:31:00Z');
    expect(await said('100')).toEqual([[null], '10.00']);
  });

  test('when another limit had room, then that counts nothing of what was refused', async () => {
    const { shop, targets } = await given();
    const all = await shop.limit({ ceiling: uses(9) });
    const each = await shop.limit({ target: targets.campaign, per: 'CUSTOMER', ceiling: uses(5) });
    const last = await shop.limit({ target: targets.coupon, measure: 'ORDER_VALUE', ceiling: money('150') });
    await take(shop, [
      [ada, '10.00'],
      [ada, 'LimitReached'],
      [bob, 'LimitReached'],
      [{ ...bob, order: sum('50') }, '5.00'],
    ]);

    expect([await shop.counters(all.id), await shop.counters(each.id), await shop.counters(last.id)]).toEqual(
      [{ '': 2 }, { 'id:ada': 1, 'id:bob': 1 }, { '': 15_000 }],
    );
  });

  test('when a use is given back, then its room is there again', async () => {
    const { shop } = await given();
    const { id } = await shop.limit({ per: 'CUSTOMER', ceiling: uses(1) });
    const used = succeeded(await shop.apply('A', ada));
    shop.scope.clock.forward(86_400_000);
    succeeded(await shop.giveBack(used.id));

    expect(await shop.counters(id)).toEqual({});
    await take(shop, [[ada, '10.00']]);
  });

  test('when a use is given back in another window than it was made, then it is given back there', async () => {
    const { shop } = await given();
    await shop.limit({ window: { kind: 'DAY', zone: 'UTC' }, ceiling: uses(1) });
    const used = succeeded(await shop.apply('A'));
    await take(shop, [[{ at: '2026-03-03T12:00:00Z' }, '10.00']]);
    succeeded(await shop.giveBack(used.id));

    await take(shop, [
      [{}, 'LimitReached'],
      [{ at: '2026-03-02T13:00:00Z' }, '10.00'],
    ]);
  });

  test('when it has an over-run, then the use that ties goes over, and is marked with by how much', async () => {
    const { shop } = await given();
    const limit = await shop.limit({ measure: 'DISCOUNT', ceiling: money('15'), overrun: money('5') });
    const [first, second] = [succeeded(await shop.apply('A')), succeeded(await shop.apply('B'))];

    expect([first.overruns, second.overruns]).toEqual([
      [],
      [{ limitId: limit.id, amount: 500n, currency: 'GBP' }],
    ]);
    expect((await shop.redemption(second.id)).overruns).toEqual(second.overruns);
    expect(told(await shop.apply('C', { order: sum('1') }))).toBe('LimitReached');
  });

  test('when sixty come at once for it, then exactly what it lets pass is used', async () => {
    const { shop, coupons } = await given();
    const { id } = await shop.limit({ ceiling: uses(7), overrun: uses(1) });
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        shop.apply('ABC'[index % 3]!, { channel: `till ${index % 4}` }),
      ),
    );

    expect(outcomes.filter((outcome) => !isFailure(outcome))).toHaveLength(8);
    expect(
      outcomes.filter((outcome) => isFailure(outcome) && outcome.failure === 'LimitReached'),
    ).toHaveLength(52);
    expect(await shop.counters(id)).toEqual({ '': 8 });
    const each = await Promise.all(Object.values(coupons).map(({ id }) => shop.standing(id)));
    expect(each.reduce((sum, { uses }) => sum + uses, 0)).toBe(8);
  });

  test('when a checkout holds the rest of it, then its own asking is let pass, and nobody else’s', async () => {
    const { shop } = await given();
    await shop.limit({ per: 'CUSTOMER', ceiling: uses(1) });
    succeeded(await shop.reserve('c1', ['A'], ada));

    expect(told(await shop.validate('A', { ...ada, reference: checkout('c1') }))).toBe('10.00');
    expect(told(await shop.validate('A', ada))).toBe('LimitReached');
    expect(told(await shop.apply('C', ada))).toBe('LimitReached');
    expect(told(await shop.apply('A', { ...ada, reference: checkout('c1') }))).toBe('10.00');
  });

  test('when the discount on shipping counts, then both are measured together', async () => {
    const shop = await openShop();
    await shop.coupon('FREE', { discount: { fixed: { ...fixed('5').fixed, freeShipping: true } } });
    const { id } = await shop.limit({ measure: 'DISCOUNT', ceiling: money('10') });
    const cart = (shipping: string) => ({
      order: { cart: { currency: 'GBP', lines: [{ sku: 'A', unitPrice: '20' }], shipping } },
    });

    expect(told(await shop.apply('FREE', cart('5.01')))).toBe('LimitReached');
    expect(told(await shop.apply('FREE', { ...cart('5.00'), reference: order('o1') }))).toBe('5.00');
    expect(await shop.counters(id)).toEqual({ '': 1_000 });
  });
});

describe('Given two coupons of one template that share a limit', () => {
  test('when a use of one is given back, in part and then wholly, then the other has its room', async () => {
    const { shop, targets } = await given();
    const all = await shop.limit({ target: targets.template, ceiling: uses(1) });
    const off = await shop.limit({ target: targets.template, measure: 'DISCOUNT', ceiling: money('10') });
    const order = cart({ TEA: [2, '50'] });
    const used = succeeded(await shop.apply('B', { order }));
    expect(told(await shop.apply('C'))).toBe('LimitReached');

    succeeded(await shop.giveBack(used.id, { lines: [{ lineId: 'TEA', quantity: 1 }] }));
    expect([await shop.counters(all.id), await shop.counters(off.id)]).toEqual([{ '': 1 }, { '': 500 }]);
    succeeded(await shop.giveBack(used.id));
    expect([await shop.counters(all.id), await shop.counters(off.id)]).toEqual([{}, {}]);
    await take(shop, [[{ code: 'C' }, '10.00']]);
  });

  test('when a checkout holds the last of it with one, then the other is refused, and takes it once that is released', async () => {
    const { shop, targets } = await given();
    const { id } = await shop.limit({ target: targets.template, ceiling: uses(1) });
    const { reservation } = succeeded(await shop.reserve('c1', ['B']));

    expect(await shop.counters(id)).toEqual({ '': 1 });
    expect(told(await shop.validate('B', { reference: checkout('c1') }))).toBe('10.00');
    expect(told(await shop.apply('C'))).toBe('LimitReached');
    succeeded(await releaseReservation(shop.scope, { id: reservation.id }));
    await take(shop, [[{ code: 'C' }, '10.00']]);
  });

  test('when both are used at once for the last use, then one of them is', async () => {
    const { shop, targets } = await given();
    const { id } = await shop.limit({ target: targets.template, ceiling: uses(1) });

    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => shop.apply('BC'[index % 2]!)),
    );

    expect(outcomes.map(told).toSorted()).toEqual(['10.00', ...Array<string>(39).fill('LimitReached')]);
    expect(await shop.counters(id)).toEqual({ '': 1 });
  });

  test('when the limit is made after they were used, then it counts both, and no other', async () => {
    const { shop, targets } = await given();
    for (const code of ['A', 'B', 'C', 'C']) succeeded(await shop.apply(code));

    const { id } = await shop.limit({ target: targets.template, ceiling: uses(4) });

    expect(await shop.counters(id)).toEqual({ '': 3 });
    await take(shop, [
      [{ code: 'B' }, '10.00'],
      [{ code: 'C' }, 'LimitReached'],
    ]);
  });

  test('when the limit is deleted, then nothing holds them up', async () => {
    const { shop, targets } = await given();
    const { id } = await shop.limit({ target: targets.template, ceiling: uses(0) });
    expect(told(await shop.apply('B'))).toBe('LimitReached');

    succeeded(await deleteLimit(shop.scope, { id }));

    await take(shop, [[{ code: 'B' }, '10.00']]);
  });
});
