import { linkCustomer } from '../../src/redemptions/actions/linking.js';
import { confirmReservation, releaseReservation } from '../../src/reservations/actions.js';
import { expireReservation } from '../../src/reservations/actions/overdue.js';
import { succeeded } from '../testkit/outcome.js';
import { cart, gbp, giftCard, order, type openTown } from '../redemptions/shop.js';

type Shop = Awaited<ReturnType<Awaited<ReturnType<typeof openTown>>>>;

/** Something of everything that is counted: a shop in which each of the checks has rows to look at. */
export async function makeBusy(shop: Shop): Promise<void> {
  const { scope } = shop;
  const campaign = await shop.campaign({ budget: gbp('500'), clawback: 'LOST_THRESHOLD' });
  const coupon = await shop.coupon('TENTH', {
    campaignId: campaign.id,
    maxUses: 20,
    perCustomerLimit: 5,
    minimumOrder: gbp('20'),
  });
  const card = await shop.coupon('CARD', { discount: giftCard('50') });
  const templateId = await shop.template(coupon, card);
  const zone = 'Europe/London';
  for (const limit of [
    { ceiling: { uses: 100 } },
    { per: 'CUSTOMER', window: { kind: 'DAY', zone }, measure: 'DISCOUNT', ceiling: { money: gbp('400') } },
    {
      per: 'CHANNEL',
      window: { kind: 'MONTH', zone },
      measure: 'ORDER_VALUE',
      ceiling: { money: gbp('9000') },
    },
    {
      per: 'ATTRIBUTE',
      attribute: 'branch',
      window: { kind: 'ROLLING', seconds: 3600 },
      ceiling: { uses: 50 },
    },
    { target: { couponId: coupon.id }, window: { kind: 'HOUR', zone }, ceiling: { uses: 12 } },
    { target: { campaignId: campaign.id }, window: { kind: 'WEEK', zone }, ceiling: { uses: 60 } },
    { target: { templateId }, measure: 'DISCOUNT', ceiling: { money: gbp('700') } },
  ])
    await shop.limit(limit);

  const ada = { customerId: 'ada', channel: 'web', attributes: { branch: 'Leeds' } };
  const bob = { customerId: 'bob', channel: 'app' };
  const lines = cart({ TEA: [3, '10'], POT: [1, '30'] }, '5');
  const redeemed = async (code: string, fields: object) =>
    succeeded(await shop.apply(code, { customerId: 'eve', ...fields }));
  await redeemed('TENTH', { ...ada, reference: order('o1'), idempotencyKey: 'key-1' });
  scope.clock.forward(20 * 60_000);
  const parts = await redeemed('TENTH', { ...bob, order: lines });
  succeeded(await shop.giveBack(parts.id, { cause: 'REFUND', lines: [{ lineId: 'TEA', quantity: 2 }] }));
  const whole = await redeemed('TENTH', { ...ada, order: lines });
  succeeded(await shop.giveBack(whole.id, { cause: 'REFUND', lines: [{ lineId: 'POT', quantity: 1 }] }));
  succeeded(await shop.giveBack(whole.id));
  const paid = await redeemed('CARD', { ...bob, order: cart({ TEA: [3, '10'] }) });
  succeeded(await shop.giveBack(paid.id, { lines: [{ lineId: 'TEA', quantity: 1 }] }));

  const reserved = async (id: string, codes: readonly string[], fields: object = {}) =>
    succeeded(await shop.reserve(id, codes, { ...bob, ...fields })).reservation;
  const confirmed = await reserved('c1', ['TENTH', 'CARD']);
  succeeded(await confirmReservation(scope, { id: confirmed.id, reference: order('o2') }));
  const released = await reserved('c2', ['TENTH']);
  succeeded(await releaseReservation(scope, { id: released.id }));
  await reserved('c3', ['TENTH']);
  await reserved('c3', ['TENTH'], ada);
  const expired = await reserved('c4', ['TENTH'], { seconds: 60 });
  scope.clock.forward(2 * 60_000);
  await expireReservation(scope, expired.id);
  succeeded(await linkCustomer(scope, { identities: [{ id: 'ada' }, { email: 'ada@example.com' }] }));
}
