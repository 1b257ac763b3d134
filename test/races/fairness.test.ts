import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createCampaign } from '../../src/campaigns/actions.js';
import { createCoupon, revokeCoupon } from '../../src/coupons/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import { isFailure } from '../../src/lib/outcome.js';
import { openDatabase } from '../../src/platform/database.js';
import { applyPromotions } from '../../src/promotions/actions.js';
import { applyCoupon } from '../../src/redemptions/actions.js';
import { linkCustomer } from '../../src/redemptions/actions/linking.js';
import { confirmReservation, reserveCoupons } from '../../src/reservations/actions.js';
import { voidRedemption } from '../../src/returns/actions.js';
import { createTenant } from '../../src/tenants/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { closeGate } from '../testkit/gate.js';
import { assertLedgerAt } from '../testkit/ledger.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const url = await createTestDatabase();
const { prisma: db, close } = openDatabase(url, { poolSize: 10, onError: () => undefined });
afterAll(close);
afterEach(() => assertLedgerAt(url));

let made = 0;

interface Shop {
  readonly scope: TestScope;
  readonly coupon: { readonly id: string; readonly code: string };
}

/** A tenant with one code that everybody wants. */
async function openShop(): Promise<Shop> {
  const name = `Shop ${++made}`;
  const scope = testScope({ db, tenantId: tenantNamed(name) });
  succeeded(await createTenant(scope, { name }));
  const discount = { percentage: { percent: '10' } };
  return { scope, coupon: succeeded(await createCoupon(scope, { code: 'HOT', discount })) };
}

const order = { subtotal: { amount: '100.00', currency: 'GBP' } };
const newCustomer = (index: number) => ({
  customer: { id: `u${index}`, email: `u${index}@example.com` },
});

const use = ({ scope, coupon: { code } }: Shop, fields: object = {}) =>
  applyCoupon(scope, { code, order, ...fields });
const usePromotions = ({ scope, coupon: { code } }: Shop, fields: object = {}) =>
  applyPromotions(scope, { codes: [code], order, ...fields });
const reserve = ({ scope, coupon: { code } }: Shop, id: string) =>
  reserveCoupons(scope, { codes: [code], order, reference: { type: 'CHECKOUT', id } });

/** Prepares so many of what a tenant can ask for, and returns what asks for each. */
type Way = (shop: Shop, count: number) => Promise<(() => Promise<unknown>)[]>;

const ways = {
  'uses by new customers': async (shop, count) =>
    Array.from({ length: count }, (_, index) => () => use(shop, newCustomer(index))),
  promotions: async (shop, count) => Array.from({ length: count }, () => () => usePromotions(shop)),
  'promotions without a code': async (shop, count) =>
    Array.from({ length: count }, () => () => usePromotions(shop, { codes: [] })),
  returns: async (shop, count) => {
    const used = await Promise.all(Array.from({ length: count }, () => use(shop)));
    return used.map((one) => () => voidRedemption(shop.scope, { id: succeeded(one).id }));
  },
  reservations: async (shop, count) =>
    Array.from({ length: count }, (_, index) => () => reserve(shop, `c${index}`)),
  'confirmed reservations': async (shop, count) => {
    const held = await Promise.all(Array.from({ length: count }, (_, index) => reserve(shop, `d${index}`)));
    return held.map((one) => () => confirmReservation(shop.scope, { id: succeeded(one).reservation.id }));
  },
  'campaigns with a budget': async ({ scope }, count) =>
    Array.from(
      { length: count },
      (_, index) => () =>
        createCampaign(scope, { name: `Campaign ${index}`, budget: { amount: '10.00', currency: 'GBP' } }),
    ),
  'links of customers': async ({ scope }, count) =>
    Array.from({ length: count }, (_, index) => () => {
      const { id, email } = newCustomer(1_000 + index).customer;
      return linkCustomer(scope, { identities: [{ id }, { email }] });
    }),
} satisfies Record<string, Way>;

const namesOf = Object.keys(ways) as (keyof typeof ways)[];

/** Nothing of the tenant's is counted, merged or looked at under lock while somebody has its ledger for himself. */
const closeLedger = ({ scope }: Shop) =>
  closeGate(url, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [uuidOf(scope.tenantId)]);

/** One of each, by a tenant of which nothing else is asked. */
async function askQuietly(quiet: Shop): Promise<void> {
  for (const name of namesOf) for (const ask of await ways[name](quiet, 1)) succeeded(await ask());
}

describe('given a tenant that nothing is counted for at the moment', () => {
  test.each(namesOf)(
    'when 120 of its %s wait, then another tenant is served meanwhile, and then all of them',
    async (name) => {
      const [noisy, quiet] = [await openShop(), await openShop()];
      const asked = await ways[name](noisy, 120);
      const gate = await closeLedger(noisy);

      const answers = Promise.all(asked.map((ask) => ask()));
      await gate.waitingAtLeast(1);
      await askQuietly(quiet);
      expect(await gate.waitingNow()).toBeLessThanOrEqual(2);
      await gate.open();

      for (const answer of await answers) succeeded(answer);
    },
  );

  test('when all that it can ask for waits, then another tenant is served meanwhile', async () => {
    const [noisy, quiet] = [await openShop(), await openShop()];
    const asked = [];
    for (const name of namesOf) asked.push(...(await ways[name](noisy, 30)));
    const gate = await closeLedger(noisy);

    const answers = Promise.all(asked.map((ask) => ask()));
    await gate.waitingAtLeast(5);
    await askQuietly(quiet);
    expect(await gate.waitingNow()).toBe(5);
    await gate.open();

    for (const answer of await answers) succeeded(answer);
  });
});

describe('given a code whose row somebody holds', () => {
  const createOther = async ({ scope }: Shop, code: string) =>
    succeeded(await createCoupon(scope, { code, discount: { percentage: { percent: '10' } } }));
  const closeRow = ({ coupon }: Shop) =>
    closeGate(url, 'SELECT 1 FROM coupons WHERE id = $1 FOR UPDATE', [
      uuidOf(coupon.id as `coupon_${string}`),
    ]);

  test('when 60 want to revoke it, then one connection waits, and what changes others does not', async () => {
    const shop = await openShop();
    const others = [await createOther(shop, 'COLD'), await createOther(shop, 'COOL')];
    const gate = await closeRow(shop);

    const answers = Promise.all(
      Array.from({ length: 60 }, () => revokeCoupon(shop.scope, { id: shop.coupon.id })),
    );
    await gate.waitingAtLeast(1);
    for (const { id } of others) succeeded(await revokeCoupon(shop.scope, { id }));
    await askQuietly(await openShop());
    expect(await gate.waitingNow()).toBe(1);
    await gate.open();

    const outcomes = (await answers).map((answer) => (isFailure(answer) ? answer.failure : 'success'));
    expect(new Set(outcomes)).toEqual(new Set(['success']));
  });

  test('when returns of its uses wait, then those of another code of the tenant do not', async () => {
    const shop = await openShop();
    const cold = await createOther(shop, 'COLD');
    const [held, free] = [await ways.returns(shop, 40), await ways.returns({ ...shop, coupon: cold }, 3)];
    const gate = await closeRow(shop);

    const answers = Promise.all(held.map((ask) => ask()));
    await gate.waitingAtLeast(1);
    for (const ask of free) succeeded(await ask());
    expect(await gate.waitingNow()).toBe(1);
    await gate.open();

    for (const answer of await answers) succeeded(answer);
  });
});
