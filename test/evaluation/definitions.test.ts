import { expect, test } from 'vitest';
import { updateCoupon } from '../../src/coupons/actions.js';
import type { Coupon } from '../../src/coupons/core.js';
import { find } from '../../src/evaluation/store.js';
import { uuidOf } from '../../src/lib/id.js';
import type { Scope } from '../../src/platform/scope.js';
import { giftCard, openTown, percent } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';

const openShop = await openTown();

const nothing = {
  ...{ codeKeys: [], couponIds: [], campaignIds: [], templateIds: [], references: [] },
  ...{ identities: [], heldIdentities: [], idempotencyKeys: [] },
};
const lookFor = async (scope: Scope, ...codeKeys: string[]): Promise<readonly Coupon[]> =>
  [...(await find(scope, { ...nothing, codeKeys })).coupons].sort((a, b) => a.code.localeCompare(b.code));

/** The columns that the database sends of a coupon to one who knows it at a version. */
async function columnsSent({ db, tenantId }: Scope, { id, codeKey }: Coupon, version: number) {
  const uuid = uuidOf(id);
  const [row] = await db.$queryRaw<{ facts: { coupons: object[] } }[]>`
    SELECT decision_facts_as_they_stand(${uuidOf(tenantId)}::uuid, ${[codeKey]}, '{}', '{}', '{}', '{}', '{}',
      (SELECT json_agg(json_build_object('id', id, 'version', ${version}::int, 'updated_at', updated_at))
        FROM coupons WHERE id = ${uuid}::uuid)) AS facts`;
  return Object.keys(row!.facts.coupons[0]!);
}

test('given a coupon that was read, when it is looked for again, then it is what it was, with the uses it has now', async () => {
  const { scope, coupon, apply } = await openShop();
  const card = await coupon('CARD', { discount: giftCard('100') });
  await coupon('CODE', { description: 'Ten off' });
  const before = await lookFor(scope, 'CODE', 'CARD');

  await apply('CODE');
  await apply('CARD', { amount: '30' });

  const after = await lookFor(scope, 'CODE', 'CARD');
  expect(before.map(({ usesCount }) => usesCount)).toEqual([0, 0]);
  expect(after).toEqual(
    before.map((one) => ({
      ...one,
      usesCount: 1,
      balance: one.id === card.id ? { minor: 7_000n, currency: 'GBP' } : null,
    })),
  );
});

test('given a coupon that was read, when it is changed, then the next look finds it changed', async () => {
  const { scope, coupon } = await openShop();
  const { id } = await coupon('CODE');
  const [before] = await lookFor(scope, 'CODE');

  succeeded(
    await updateCoupon(scope, {
      id,
      version: before!.version,
      patch: { description: 'New', perCustomerLimit: 2 },
    }),
  );

  const [after] = await lookFor(scope, 'CODE');
  expect(after).toMatchObject({ description: 'New', perCustomerLimit: 2, version: before!.version + 1 });
});

test('given tenants that have the same code, then each finds its own', async () => {
  const [one, other] = [await openShop(), await openShop()];
  const ten = await one.coupon('CODE', { discount: percent('10') });
  const twenty = await other.coupon('CODE', { discount: percent('20') });

  for (let time = 0; time < 2; time++) {
    expect(await lookFor(one.scope, 'CODE')).toEqual([ten]);
    expect(await lookFor(other.scope, 'CODE')).toEqual([twenty]);
  }
});

test('of a coupon that is known the database sends what uses change, and of any other all of it', async () => {
  const { scope, coupon } = await openShop();
  const made = await coupon('CODE');

  expect(await columnsSent(scope, made, made.version)).toEqual(['id', 'uses_count', 'balance_minor']);
  expect(await columnsSent(scope, made, made.version + 1)).toEqual(
    expect.arrayContaining(['id', 'discount', 'version', 'updated_at']),
  );
});
