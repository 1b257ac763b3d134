import { describe, expect, test } from 'vitest';
import { uuidOf } from '../../src/lib/id.js';
import { isFailure } from '../../src/lib/outcome.js';
import { confirmReservation } from '../../src/reservations/actions.js';
import { quoteReturnOf } from '../../src/returns/actions.js';
import { updateCoupon } from '../../src/coupons/actions.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { fixed, gbp, giftCard, openTown, order, percent, told } from './shop.js';
import { findHeldBy } from '../reservations/held-by.js';

const openShop = await openTown();
const inBasis = (taxBasis: string | null) => ({ context: { taxBasis } });
const mismatch = (code: string, couponTaxBasis: string, orderTaxBasis: string | null) => ({
  failure: 'TaxBasisMismatch',
  couponCode: code,
  couponTaxBasis,
  orderTaxBasis,
});

describe.each(['GROSS', 'NET'] as const)('Given a coupon whose amounts are stated in %s', (basis) => {
  const other = basis === 'GROSS' ? 'NET' : 'GROSS';

  test.each<[string, object]>([
    ['an amount', { discount: fixed('10') }],
    ['a gift card', { discount: giftCard('10') }],
    ['a percentage with a minimum', { minimumOrder: gbp('50') }],
    ['a mere percentage', { discount: percent('10') }],
  ])(
    'when it is %s, then it is used for orders that state the same, and for no others',
    async (_, fields) => {
      const shop = await openShop();
      const { id } = await shop.coupon('TAXED', { taxBasis: basis, ...fields });

      for (const stated of [other, null]) {
        expect(await shop.validate('TAXED', inBasis(stated))).toMatchObject(mismatch('TAXED', basis, stated));
        expect(await shop.apply('TAXED', inBasis(stated))).toMatchObject(mismatch('TAXED', basis, stated));
      }
      expect(await shop.apply('TAXED')).toMatchObject(mismatch('TAXED', basis, null));
      expect(await shop.standing(id)).toMatchObject({ uses: 0 });

      const used = succeeded(await shop.apply('TAXED', inBasis(basis)));
      expect([told(used), used.taxBasis]).toEqual(['10.00', basis]);
      expect(await shop.redemption(used.id)).toEqual(used);
    },
  );

  test('when it was used, and is then stated otherwise, then the use is still what it was', async () => {
    const shop = await openShop();
    const coupon = await shop.coupon('TAXED', { taxBasis: basis });
    const used = succeeded(await shop.apply('TAXED', { ...inBasis(basis), reference: order('1') }));
    const patch = { taxBasis: other };
    succeeded(await updateCoupon(shop.scope, { id: coupon.id, version: 1, patch }));

    expect(await shop.redemption(used.id)).toMatchObject({ taxBasis: basis });
    expect(succeeded(await quoteReturnOf(shop.scope, used.id, {}))).toMatchObject({ taxBasis: basis });
    const { redemption } = succeeded(await shop.giveBack(used.id));
    expect(redemption).toMatchObject({ status: 'VOIDED', taxBasis: basis });
    expect(await shop.apply('TAXED', inBasis(basis))).toMatchObject(mismatch('TAXED', other, basis));
  });

  test('when it is reserved and confirmed, then what was held keeps the basis of its order', async () => {
    const shop = await openShop();
    await shop.coupon('TAXED', { taxBasis: basis });
    expect(await shop.reserve('c1', ['TAXED'], inBasis(other))).toMatchObject({
      failure: 'ReservationRefused',
      refusals: [mismatch('TAXED', basis, other)],
    });

    const { reservation } = succeeded(await shop.reserve('c1', ['TAXED'], inBasis(basis)));
    expect(await findHeldBy(shop.scope, reservation.id)).toMatchObject([
      { status: 'RESERVED', taxBasis: basis },
    ]);
    succeeded(await confirmReservation(shop.scope, { id: reservation.id, reference: order('1') }));
    expect(await findHeldBy(shop.scope, reservation.id)).toMatchObject([
      { status: 'COMPLETED', taxBasis: basis },
    ]);
  });
});

describe('Given a coupon that states none', () => {
  test.each(['GROSS', 'NET', null])(
    'when the order says %s, then so does the use, and so does the log',
    async (basis) => {
      const shop = await openShop();
      await shop.coupon('ANY', { discount: fixed('10') });

      const used = succeeded(await shop.apply('ANY', inBasis(basis)));
      expect([told(used), used.taxBasis]).toEqual(['10.00', basis]);
      expect(await shop.redemption(used.id)).toMatchObject({ taxBasis: basis });
      expect(await auditedBy(shop.scope, used.id)).toMatchObject([{ after: { taxBasis: basis } }]);
    },
  );

  test('when the same order is sent again as stated otherwise, then it is no repeat', async () => {
    const shop = await openShop();
    await shop.coupon('ANY');
    const first = succeeded(await shop.apply('ANY', { ...inBasis('NET'), reference: order('1') }));

    const again = await shop.apply('ANY', { ...inBasis('NET'), reference: order('1') });
    expect(isFailure(again) ? again : again.id).toBe(first.id);
    expect(await shop.apply('ANY', { ...inBasis('GROSS'), reference: order('1') })).toMatchObject({
      failure: 'ReferenceAlreadyRedeemed',
    });
  });

  test('when a basis is sent that is none, then that is refused with its place', async () => {
    const shop = await openShop();
    await shop.coupon('ANY');
    expect(await shop.apply('ANY', inBasis('net'))).toMatchObject({
      failure: 'InvalidInput',
      problems: [{ path: ['context', 'taxBasis'] }],
    });
  });

  test('when something else is written to the database, then it refuses that', async () => {
    const shop = await openShop();
    const { id } = await shop.coupon('ANY');
    const used = succeeded(await shop.apply('ANY'));
    const { db } = shop.scope;
    const tenantId = uuidOf(shop.scope.tenantId);

    await expect(
      db.coupon.update({ where: { tenantId_id: { tenantId, id: uuidOf(id) } }, data: { taxBasis: 'net' } }),
    ).rejects.toThrow('coupons_tax_basis_known');
    await expect(
      db.redemption.update({
        where: { tenantId_id: { tenantId, id: uuidOf(used.id) } },
        data: { taxBasis: 'net' },
      }),
    ).rejects.toThrow('redemptions_tax_basis_known');
  });
});
