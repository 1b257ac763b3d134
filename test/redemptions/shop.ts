import { afterAll, afterEach } from 'vitest';
import { activateCampaign, createCampaign } from '../../src/campaigns/actions.js';
import type { Campaign } from '../../src/campaigns/core.js';
import { createCoupon, findCoupon } from '../../src/coupons/actions.js';
import type { Coupon } from '../../src/coupons/core.js';
import { validateCoupon } from '../../src/evaluation/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import { formatAmount, type Money } from '../../src/lib/money.js';
import { isFailure, type Failure } from '../../src/lib/outcome.js';
import { createLimit } from '../../src/limits/actions.js';
import { openDatabase } from '../../src/platform/database.js';
import type { Scope } from '../../src/platform/scope.js';
import { applyCoupon, findRedemption } from '../../src/redemptions/actions.js';
import { reserveCoupons } from '../../src/reservations/actions.js';
import { voidRedemption } from '../../src/returns/actions.js';
import { createTenant } from '../../src/tenants/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { assertLedger } from '../testkit/ledger.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope } from '../testkit/scope.js';
import { givenTemplate, madeFrom } from '../testkit/templates.js';

export const gbp = (amount: string) => ({ amount, currency: 'GBP' });
export const sum = (amount: string) => ({ subtotal: gbp(amount) });
/** A cart of as many units of each product as is said, at its price. */
export const cart = (lines: Record<string, readonly [number, string]>, shipping: string | null = null) => ({
  cart: {
    currency: 'GBP',
    lines: Object.entries(lines).map(([sku, [quantity, unitPrice]]) => ({ sku, quantity, unitPrice })),
    shipping,
  },
});
export const checkout = (id: string) => ({ type: 'CHECKOUT', id });
export const order = (id: string) => ({ type: 'ORDER', id });
export const percent = (percent: string) => ({ percentage: { percent } });
export const fixed = (amount: string) => ({ fixed: { amount: gbp(amount) } });
export const giftCard = (amount: string) => ({ giftCard: { balance: gbp(amount) } });

/** What an answer says in a word: its failure, or what was taken off. */
export const told = (outcome: { readonly discount: Money } | Failure): string =>
  isFailure(outcome) ? outcome.failure : formatAmount(outcome.discount);

/** A database in which tests open shops; after each test everything in it must add up. */
export async function openTown() {
  const url = await createTestDatabase();
  const { prisma: db, close } = openDatabase(url, { poolSize: 8, onError: () => undefined });
  afterAll(close);
  afterEach(() => assertLedger(db));
  let tenants = 0;

  /** A tenant of its own, with what tests do in it. */
  return async function openShop() {
    const scope = testScope({ db, tenantId: tenantNamed(`Shop ${++tenants}`) });
    const tenantId = uuidOf(scope.tenantId);
    succeeded(await createTenant(scope, { name: 'Shop' }));
    return {
      scope,
      coupon: async (code: string, fields: object = {}): Promise<Coupon> =>
        succeeded(await createCoupon(scope, { code, discount: percent('10'), ...fields })),
      campaign: async (fields: object = {}): Promise<Campaign> => {
        const { id } = succeeded(await createCampaign(scope, { name: 'Spring', ...fields }));
        return succeeded(await activateCampaign(scope, { id }));
      },
      /** A template, and coupons that were made from it: fresh ones, which nobody has asked for. */
      template: async (...coupons: readonly Coupon[]) => {
        const id = await givenTemplate(scope);
        await madeFrom(
          scope,
          id,
          coupons.map((coupon) => coupon.id),
        );
        return id;
      },
      limit: async (fields: object) =>
        succeeded(await createLimit(scope, { target: { tenant: true }, ...fields })).limit,
      apply: (code: string, fields: object = {}, by: Scope = scope) =>
        applyCoupon(by, { code, order: sum('100'), ...fields }),
      validate: (code: string, fields: object = {}, by: Scope = scope) =>
        validateCoupon(by, { code, order: sum('100'), ...fields }),
      reserve: (id: string, codes: readonly string[], fields: object = {}, by: Scope = scope) =>
        reserveCoupons(by, { codes, order: sum('100'), reference: checkout(id), ...fields }),
      giveBack: (id: string, fields: object = {}) => voidRedemption(scope, { id, ...fields }),
      redemption: async (id: string) => (await findRedemption(scope, id))!,
      /** Uses, and what is left on a gift card. */
      async standing(id: string) {
        const { usesCount, balance } = (await findCoupon(scope, id))!;
        return { uses: usesCount, left: balance && formatAmount(balance) };
      },
      /** Each counter of a limit that is not empty, by what it counts apart. */
      async counters(limitId: string) {
        const rows = await db.counter.findMany({
          where: { tenantId, limitId: uuidOf(limitId as `limit_${string}`), used: { not: 0 } },
          orderBy: [{ key: 'asc' }, { windowStart: 'asc' }],
        });
        return Object.fromEntries(rows.map(({ key, used }) => [key, Number(used)]));
      },
      /** What was put on the card and taken off it, and what it had left, oldest first. */
      async movements(couponId: Coupon['id']) {
        const rows = await db.giftCardMovement.findMany({
          where: { tenantId, couponId: uuidOf(couponId) },
          orderBy: { id: 'asc' },
        });
        return rows.map(({ kind, amountMinor, balanceMinor }) => `${kind} ${amountMinor} ${balanceMinor}`);
      },
    };
  };
}
