import { activateCampaign, createCampaign } from '../campaigns/actions.js';
import type { Campaign } from '../campaigns/core.js';
import { createCoupon } from '../coupons/actions.js';
import type { Scope } from '../platform/scope.js';
import { applyCoupon } from '../redemptions/actions.js';
import { confirmReservation, reserveCoupons } from '../reservations/actions.js';
import { sure } from './sure.js';

const gbp = (amount: string) => ({ amount, currency: 'GBP' });

/** An order with two codes, of which one takes its discount back from whoever keeps too little. */
export async function makeReturnable(scope: Scope, kitchenWeeks: Campaign['id']) {
  const discount = { fixed: { amount: gbp('5.00') } };
  const ofKitchen = { minimumOrder: gbp('40.00'), campaignId: kitchenWeeks };
  sure(
    await createCoupon(scope, {
      code: 'KITCHEN5',
      description: '5 pounds off from 40',
      discount,
      ...ofKitchen,
    }),
  );
  sure(await createCoupon(scope, { code: 'TEATIME5', description: '5 pounds off', discount }));
  const order = { cart: { currency: 'GBP', lines: [{ sku: 'TEAPOT', quantity: 2, unitPrice: '25.00' }] } };
  const checkout = {
    codes: ['KITCHEN5', 'TEATIME5'],
    order,
    reference: { type: 'CHECKOUT', id: 'checkout-503' },
  };
  const { reservation } = sure(await reserveCoupons(scope, checkout));
  const confirmation = { id: reservation.id, reference: { type: 'ORDER', id: 'order-901' } };
  sure(await confirmReservation(scope, confirmation));
}

/** A campaign that can be spent up with two uses of its coupon, and a gift card from which is paid. */
export async function makeBudget(scope: Scope) {
  const tombola = sure(await createCampaign(scope, { name: 'Tombola', budget: gbp('100.00') }));
  sure(await activateCampaign(scope, { id: tombola.id }));
  const discount = { fixed: { amount: gbp('60.00') } };
  sure(
    await createCoupon(scope, {
      code: 'TOMBOLA60',
      description: '60 pounds off, as far as the campaign’s budget goes',
      discount,
      campaignId: tombola.id,
    }),
  );
  const giftCard = { balance: gbp('40.00') };
  sure(
    await createCoupon(scope, { code: 'GIFT-40-POUNDS', description: 'A gift card', discount: { giftCard } }),
  );
  const order = { subtotal: gbp('15.00') };
  const reference = { type: 'ORDER', id: 'order-902' };
  sure(await applyCoupon(scope, { code: 'GIFT-40-POUNDS', order, reference }));
}
