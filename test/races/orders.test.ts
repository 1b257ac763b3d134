import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createCoupon, findCoupon } from '../../src/coupons/actions.js';
import { uuidOf } from '../../src/lib/id.js';
import { isFailure, type Failure } from '../../src/lib/outcome.js';
import { openDatabase } from '../../src/platform/database.js';
import { applyPromotions } from '../../src/promotions/actions.js';
import { applyCoupon } from '../../src/redemptions/actions.js';
import { reserveCoupons } from '../../src/reservations/actions.js';
import { createTenant } from '../../src/tenants/actions.js';
import { createTestDatabase } from '../testkit/database.js';
import { closeGate } from '../testkit/gate.js';
import { assertLedgerAt } from '../testkit/ledger.js';
import { succeeded } from '../testkit/outcome.js';
import { tenantNamed, testScope, type TestScope } from '../testkit/scope.js';

const url = await createTestDatabase();
/** Each has lanes of its own, as processes have. */
const processes = [1, 2].map(() => openDatabase(url, { poolSize: 8, onError: () => undefined }));
afterAll(() => Promise.all(processes.map(({ close }) => close())));
afterEach(() => assertLedgerAt(url));

let made = 0;

/** A shop that several processes serve. */
async function openShop(): Promise<readonly TestScope[]> {
  const tenantId = tenantNamed(`Shop ${++made}`);
  const scopes = processes.map(({ prisma: db }) => testScope({ db, tenantId }));
  succeeded(await createTenant(scopes[0]!, { name: 'Shop' }));
  return scopes;
}

async function openCoupons(scope: TestScope, codes: readonly string[], stacking: object): Promise<string[]> {
  const discount = { percentage: { percent: '10' } };
  const coupons = [];
  for (const code of codes)
    coupons.push(succeeded(await createCoupon(scope, { code, discount, stacking })).id);
  return coupons;
}

const order = { subtotal: { amount: '100.00', currency: 'GBP' } };
const forOrder = (id: string) => ({ order, reference: { type: 'ORDER', id } });

const used = (outcomes: readonly unknown[]) => outcomes.filter((outcome) => !isFailure(outcome));
const failures = (outcomes: readonly unknown[]) =>
  new Set((outcomes as Failure[]).flatMap(({ failure }) => failure ?? []));

describe('given codes of which one order may use one', () => {
  const ways: [string, (by: TestScope, code: string) => Promise<unknown>, string][] = [
    ['uses', (by, code) => applyCoupon(by, { code, ...forOrder('o1') }), 'CouponConflict'],
    [
      'reserves',
      (by, code) => reserveCoupons(by, { codes: [code], ...forOrder('o1') }),
      'ReservationRefused',
    ],
    [
      'uses with all that comes by itself',
      (by, code) => applyPromotions(by, { codes: [code], ...forOrder('o1') }),
      // That an order is used for promotions at once or not at all comes first.
      'ReferenceAlreadyRedeemed',
    ],
  ];

  test.each(ways)(
    'when one process uses the first while another %s the second, then that waits, sees it, and is refused',
    async (_, ask, refusal) => {
      const [one, other] = await openShop();
      const [, second] = await openCoupons(one!, ['A', 'B'], { group: 'one' });
      const gate = await closeGate(url, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        uuidOf(one!.tenantId),
      ]);

      const first = applyCoupon(one!, { code: 'A', ...forOrder('o1') });
      await gate.waiting(1);
      const later = ask(other!, 'B');
      await gate.waiting(2);
      await gate.open();

      expect(isFailure(await first)).toBe(false);
      expect(await later).toMatchObject({ failure: refusal });
      expect((await findCoupon(one!, second!))!.usesCount).toBe(0);
    },
  );

  test.each([1, 2])(
    'when many ask for many orders at once in %s processes, then each order uses one',
    async (count) => {
      const scopes = (await openShop()).slice(0, count);
      const codes = Array.from({ length: 8 }, (_, index) => `CODE${index}`);
      const ids = await openCoupons(scopes[0]!, codes, { isExclusive: true });
      const orders = Array.from({ length: 12 }, (_, index) => `o${index}`);

      const outcomes = await Promise.all(
        orders.map((id, nth) =>
          // In another order for each, so that none of the codes is first everywhere.
          Promise.all(
            codes.map((_, index) => {
              const by = scopes[index % scopes.length]!;
              return applyCoupon(by, { code: codes[(index + nth) % codes.length]!, ...forOrder(id) });
            }),
          ),
        ),
      );

      expect(outcomes.map((ofOrder) => used(ofOrder).length)).toEqual(orders.map(() => 1));
      expect(failures(outcomes.flat())).toEqual(new Set(['CouponConflict']));
      const uses = await Promise.all(ids.map(async (id) => (await findCoupon(scopes[0]!, id))!.usesCount));
      expect(uses.reduce((sum, one) => sum + one, 0)).toBe(orders.length);
    },
  );
});

test('given two orders and two codes, when processes ask for them crosswise, then nobody waits for ever', async () => {
  const scopes = await openShop();
  await openCoupons(scopes[0]!, ['A', 'B'], {});
  const asked = Array.from({ length: 40 }, (_, index) => ({
    by: scopes[index % 2]!,
    code: index % 3 === 0 ? 'A' : 'B',
    id: `o${index % 5}`,
    isHeld: index % 7 === 0,
  }));

  const outcomes = await Promise.all(
    asked.map(({ by, code, id, isHeld }) =>
      isHeld
        ? reserveCoupons(by, { codes: ['B', 'A'], isPartial: true, ...forOrder(id) })
        : applyCoupon(by, { code, ...forOrder(id) }),
    ),
  );

  expect([...failures(outcomes)].filter((name) => !/^(Reference|Reservation)/.test(name))).toEqual([]);
});
