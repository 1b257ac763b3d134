import { afterAll, describe, expect, test } from 'vitest';
import {
  createCoupon,
  deactivateCoupon,
  deleteCoupon,
  findCoupon,
  findCouponByCode,
  findCoupons,
  listMovements,
  updateCoupon,
} from '../../src/coupons/actions.js';
import { statusOf, type Coupon } from '../../src/coupons/core.js';
import type { GiftCardMovement } from '../../src/coupons/movement.js';
import { save } from '../../src/coupons/store.js';
import { uuidOf } from '../../src/lib/id.js';
import { formatAmount, formatMoney } from '../../src/lib/money.js';
import { openDatabase } from '../../src/platform/database.js';
import { createTestDatabase } from '../testkit/database.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const database = openDatabase(await createTestDatabase(), { poolSize: 4, onError: () => undefined });
afterAll(() => database.close());
const db = database.prisma;

let tenants = 0;
const freshScope = () => testScope({ db, tenantId: tenantNamed(`Tenant ${++tenants}`) });

const money = (amount: string, currency = 'GBP') => ({ amount, currency });
const giftCard = (amount: string, currency?: string) => ({ giftCard: { balance: money(amount, currency) } });

const create = (scope: TestScope, fields: object = {}) =>
  createCoupon(scope, { code: 'CARD', discount: giftCard('50'), ...fields });

async function given(fields: object = {}) {
  const scope = freshScope();
  return { scope, card: succeeded(await create(scope, fields)) };
}

const movementsOf = async (scope: TestScope, card: Coupon): Promise<GiftCardMovement[]> =>
  (await listMovements(scope, card, { first: 100 })).edges.map(({ node }) => node);

/** As a use, or the return of one, leaves the card: the coupon's row and the ledger. */
async function moved(scope: TestScope, card: Coupon, kind: 'REDEEMED' | 'RETURNED', by: bigint) {
  const tenantId = uuidOf(scope.tenantId);
  const { balanceMinor } = await db.coupon.update({
    where: { tenantId_id: { tenantId, id: uuidOf(card.id) } },
    data: { balanceMinor: { increment: by } },
  });
  await db.giftCardMovement.create({
    data: {
      tenantId,
      id: uuidOf(scope.newId('movement')),
      couponId: uuidOf(card.id),
      kind,
      amountMinor: by,
      balanceMinor: balanceMinor!,
      createdAt: scope.now(),
    },
  });
}

describe('given nothing', () => {
  test.each<[string, string, bigint, string]>([
    ['50', 'GBP', 5_000n, '50.00 GBP'],
    ['0.01', 'GBP', 1n, '0.01 GBP'],
    ['5000', 'JPY', 5_000n, '5000 JPY'],
    ['1.5', 'KWD', 1_500n, '1.500 KWD'],
    ['10000000000000', 'GBP', 10n ** 15n, '10000000000000.00 GBP'],
  ])(
    'when a gift card of %s %s is made, then that is left on it, and one movement says so',
    async (amount, currency, minor, written) => {
      const { scope, card } = await given({ discount: giftCard(amount, currency) });

      const balance = { minor, currency };
      expect(card).toMatchObject({
        discount: { kind: 'GIFT_CARD', initialBalance: balance },
        currency,
        balance,
        usesCount: 0,
      });
      expect(await findCoupon(scope, card.id)).toEqual(card);
      expect(await findCouponByCode(scope, 'card')).toEqual(card);
      expect(await findCoupons(scope, [card.id])).toEqual([card]);
      expect(statusOf(card, scope.now())).toBe('ACTIVE');

      const movements = await movementsOf(scope, card);
      expect(movements).toEqual([
        {
          id: expect.stringMatching(/^movement_/) as string,
          kind: 'ISSUED',
          amount: balance,
          balance,
          redemptionId: null,
          createdAt: scope.now(),
        },
      ]);
      expect(formatMoney(movements[0]!.balance)).toBe(written);
    },
  );

  test('when it is made again with the same idempotency key, then it is issued once', async () => {
    const { scope, card } = await given({ idempotencyKey: 'once' });

    expect(await create(scope, { idempotencyKey: 'once' })).toEqual(card);
    expect(await movementsOf(scope, card)).toHaveLength(1);
  });

  test('when its code is taken, then nothing is issued', async () => {
    const { scope, card } = await given();

    expect(await create(scope, { discount: giftCard('9') })).toMatchObject({ failure: 'CouponCodeTaken' });
    const where = { tenantId: uuidOf(scope.tenantId) };
    expect(await db.giftCardMovement.findMany({ where, select: { amountMinor: true } })).toEqual([
      { amountMinor: 5_000n },
    ]);
    expect(await findCouponByCode(scope, 'CARD')).toEqual(card);
  });

  test.each<[string, object, string[]]>([
    ['nothing on it', { discount: giftCard('0') }, ['discount', 'giftCard', 'balance', 'amount']],
    ['less than nothing', { discount: giftCard('-5') }, ['discount', 'giftCard', 'balance', 'amount']],
    [
      'too exact an amount',
      { discount: giftCard('5.5', 'JPY') },
      ['discount', 'giftCard', 'balance', 'amount'],
    ],
    ['a percentage too', { discount: { ...giftCard('5'), percentage: { percent: '5' } } }, ['discount']],
    ['a minimum in another currency', { minimumOrder: money('50', 'EUR') }, ['minimumOrder']],
  ])(
    'when a gift card has %s, then it is refused with its place, and nothing is written',
    async (_, fields, path) => {
      const scope = freshScope();

      expect(await create(scope, fields)).toMatchObject({ failure: 'InvalidInput', problems: [{ path }] });
      expect(await findCouponByCode(scope, 'CARD')).toBeNull();
    },
  );

  test('when a coupon of another kind is made, then it has neither a balance nor movements', async () => {
    const { scope, card: coupon } = await given({ discount: { fixed: { amount: money('5') } } });

    expect(coupon.balance).toBeNull();
    expect(await movementsOf(scope, coupon)).toEqual([]);
  });
});

describe('given a gift card of 50.00 GBP', () => {
  const stays = 'Expected none; a gift card cannot be changed.';

  test.each<[string, Record<string, unknown>, string[], string]>([
    ['puts more on it', { discount: giftCard('60') }, ['discount'], stays],
    ['gives it another currency', { discount: giftCard('50', 'EUR') }, ['discount'], stays],
    ['makes it a percentage', { discount: { percentage: { percent: '5' } } }, ['discount'], stays],
    ['makes it an amount', { discount: { fixed: { amount: money('50') } } }, ['discount'], stays],
    [
      'asks for a minimum in another currency',
      { minimumOrder: money('5', 'EUR') },
      ['minimumOrder'],
      'Expected all amounts in one currency, but got GBP and EUR.',
    ],
    [
      'takes what is on it for an amount before tax',
      { taxBasis: 'NET' },
      ['taxBasis'],
      'Expected none; what is on a gift card stays stated as it was issued.',
    ],
  ])('when a patch %s, then it is refused, and nothing changes', async (_, patch, path, message) => {
    const { scope, card } = await given();

    const refused = await updateCoupon(scope, { id: card.id, version: 1, patch });

    expect(refused).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['patch', ...path], message }],
    });
    expect(await findCoupon(scope, card.id)).toEqual(card);
    expect(await movementsOf(scope, card)).toHaveLength(1);
    expect((await auditedBy(scope)).map(({ action }) => action)).toEqual(['coupon.created']);
  });

  test('when all else is changed after a use, then what is left stays left', async () => {
    const { scope, card } = await given();
    await moved(scope, card, 'REDEEMED', -2_000n);
    const balance = { minor: 3_000n, currency: 'GBP' };

    const patch = { maxUses: 3, perCustomerLimit: 2, minimumOrder: money('10'), description: 'Birthday' };
    const after = succeeded(await updateCoupon(scope, { id: card.id, version: 1, patch }));
    expect(after).toMatchObject({ maxUses: 3, perCustomerLimit: 2, description: 'Birthday', balance });

    succeeded(await deactivateCoupon(scope, { id: card.id }));
    expect(await findCoupon(scope, card.id)).toMatchObject({ state: 'INACTIVE', balance, version: 3 });
    expect(await movementsOf(scope, card)).toHaveLength(2);
  });

  test.each(['GROSS', null])('when it was issued as %s, then a patch may say so again', async (taxBasis) => {
    const { scope, card } = await given({ taxBasis });

    const patch = { taxBasis, description: 'Birthday' };
    const after = succeeded(await updateCoupon(scope, { id: card.id, version: 1, patch }));
    expect(after).toMatchObject({ taxBasis, description: 'Birthday' });
  });

  test('when an old reading of it is saved, then what was used meanwhile stays used', async () => {
    const { scope, card } = await given();
    await moved(scope, card, 'REDEEMED', -2_000n);

    await save(scope, { ...card, description: 'Birthday' });

    expect(await findCoupon(scope, card.id)).toMatchObject({
      description: 'Birthday',
      balance: { minor: 3_000n, currency: 'GBP' },
    });
  });

  test('when nothing is left on it, then it is exhausted until something is put back', async () => {
    const { scope, card } = await given();
    const status = async () => statusOf((await findCoupon(scope, card.id))!, scope.now());

    await moved(scope, card, 'REDEEMED', -4_999n);
    expect(await status()).toBe('ACTIVE');
    await moved(scope, card, 'REDEEMED', -1n);
    expect(await status()).toBe('EXHAUSTED');
    await moved(scope, card, 'RETURNED', 1n);
    expect(await status()).toBe('ACTIVE');
  });

  test.each<[string, boolean, number]>([
    ['out of sight', false, 1],
    ['for good', true, 0],
  ])('when it is deleted %s, then so is its ledger', async (_, hard, left) => {
    const { scope, card } = await given();

    expect(await deleteCoupon(scope, { id: card.id, hard })).toEqual({ couponId: card.id });

    expect(await db.giftCardMovement.count({ where: { tenantId: uuidOf(scope.tenantId) } })).toBe(left);
    expect(succeeded(await create(scope)).balance).toEqual({ minor: 5_000n, currency: 'GBP' });
  });
});

test('given a coupon of another kind, when a patch makes it a gift card, then it is refused', async () => {
  const { scope, card: coupon } = await given({ discount: { percentage: { percent: '5' } } });

  const patch = { discount: giftCard('50') };
  expect(await updateCoupon(scope, { id: coupon.id, version: 1, patch })).toMatchObject({
    failure: 'InvalidInput',
    problems: [
      {
        path: ['patch', 'discount', 'giftCard'],
        message: 'Expected another kind; only a new coupon can be a gift card.',
      },
    ],
  });
  expect(await findCoupon(scope, coupon.id)).toEqual(coupon);
});

describe('given a gift card that was used four times, and once given back', () => {
  async function givenMoved() {
    const { scope, card } = await given();
    scope.clock.forward(1_000);
    // Two at the same instant: their ids tell which came first.
    await moved(scope, card, 'REDEEMED', -1_000n);
    await moved(scope, card, 'REDEEMED', -500n);
    scope.clock.forward(1_000);
    await moved(scope, card, 'REDEEMED', -1n);
    await moved(scope, card, 'RETURNED', 500n);
    await moved(scope, card, 'REDEEMED', -3_999n);
    return { scope, card };
  }
  /** Each movement, and what was left right after it. */
  const ledger: [string, string, string][] = [
    ['REDEEMED', '-39.99', '0.00'],
    ['RETURNED', '5.00', '39.99'],
    ['REDEEMED', '-0.01', '34.99'],
    ['REDEEMED', '-5.00', '35.00'],
    ['REDEEMED', '-10.00', '40.00'],
    ['ISSUED', '50.00', '50.00'],
  ];
  const written = ({ kind, amount, balance }: GiftCardMovement) => [
    kind,
    formatAmount(amount),
    formatAmount(balance),
  ];

  test('when its movements are listed, then the newest come first, and add up to what is left', async () => {
    const { scope, card } = await givenMoved();

    const movements = await movementsOf(scope, card);

    expect(movements.map(written)).toEqual(ledger);
    const sum = movements.reduce((sum, { amount }) => sum + amount.minor, 0n);
    expect((await findCoupon(scope, card.id))!.balance).toEqual({ minor: sum, currency: 'GBP' });
  });

  test('when they are asked for in pages, then none is lost or repeated, forwards and backwards', async () => {
    const { scope, card } = await givenMoved();

    const first = await listMovements(scope, card, { first: 4 });
    const second = await listMovements(scope, card, { first: 4, after: first.pageInfo.endCursor });
    const pages = [first, second].map(({ edges }) => edges.map(({ node }) => written(node)));
    expect(pages).toEqual([ledger.slice(0, 4), ledger.slice(4)]);
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);

    const last = await listMovements(scope, card, { last: 2 });
    const before = await listMovements(scope, card, { last: 2, before: last.pageInfo.startCursor });
    expect(last.edges.map(({ node }) => written(node))).toEqual(ledger.slice(4));
    expect(before.edges.map(({ node }) => written(node))).toEqual(ledger.slice(2, 4));
  });

  test('when another card, or another tenant, is asked for its own, then these are not among them', async () => {
    const { scope, card } = await givenMoved();
    const other = succeeded(await create(scope, { code: 'OTHER', discount: giftCard('7') }));

    expect((await movementsOf(scope, other)).map(written)).toEqual([['ISSUED', '7.00', '7.00']]);
    expect(await movementsOf(freshScope(), card)).toEqual([]);
  });
});
