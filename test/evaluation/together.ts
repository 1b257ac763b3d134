import { noSegments } from '../../src/segments/membership.js';
import { matchingItems } from '../../src/discounts/target.js';
import type { Coupon } from '../../src/coupons/core.js';
import { meantBy } from '../../src/coupons/code.js';
import { stacksWithAll, type Stacking } from '../../src/coupons/stacking.js';
import { situationOf, unknownContext } from '../../src/evaluation/context.js';
import type { Facts } from '../../src/evaluation/facts.js';
import type { Order } from '../../src/evaluation/order.js';
import { openTally, type Asked } from '../../src/evaluation/tally.js';
import { emptyCounter } from '../../src/limits/count.js';
import { coupon, now } from '../coupons/coupon.js';

/** A coupon that has an id of its own by its code. */
export function stackable(
  code: string,
  { stacking, ...fields }: Partial<Omit<Coupon, 'stacking'>> & { readonly stacking?: Partial<Stacking> } = {},
): Coupon {
  const suffix = [...code].map((letter) => letter.codePointAt(0)!.toString(16)).join('');
  return coupon({
    id: `coupon_${suffix.padStart(26, '0')}`,
    code,
    ...fields,
    stacking: { ...stacksWithAll, ...stacking },
  });
}

/** Takes so much per cent off. */
export const percentOff = (percent: number): Pick<Coupon, 'discount'> => ({
  discount: {
    kind: 'PERCENTAGE',
    basisPoints: Math.round(percent * 100),
    maximum: null,
    freeShipping: false,
    ...matchingItems,
  },
});

/** Takes so many pence off. */
export const penceOff = (pence: number): Pick<Coupon, 'discount'> => ({
  discount: {
    kind: 'FIXED',
    amount: [{ minor: BigInt(pence), currency: 'GBP' }],
    freeShipping: false,
    ...matchingItems,
  },
});

/** A gift card with so many pence on it. */
export const card = (pence: number): Pick<Coupon, 'discount'> => ({
  discount: { kind: 'GIFT_CARD', initialBalance: { minor: BigInt(pence), currency: 'GBP' } },
});

/** What there is of everything, if nobody has used anything yet. */
export const tallyOf = (coupons: readonly Coupon[], given: Partial<Facts> = {}) =>
  openTally(
    {
      couponFor: (typed) => meantBy(typed, coupons),
      couponById: (id) => coupons.find((coupon) => coupon.id === id),
      campaignOf: () => null,
      limitsOf: () => [],
      rulesOf: () => [],
      isIn: () => false,
      conditionOf: () => null,
      customerOf: ([identity]) => identity ?? null,
      customerUses: () => 0,
      counterAt: emptyCounter,
      heldFor: () => undefined,
      hadBy: () => [],
      answerTo: () => undefined,
      ...given,
    },
    now,
  );

/** Asked for nobody in particular. */
export const askedFor = (order: Order, given: Partial<Asked> = {}): Asked => ({
  order,
  customer: null,
  customerId: null,
  channel: null,
  attributes: {},
  context: unknownContext,
  situation: () =>
    situationOf({ order, channel: null, attributes: {}, context: unknownContext }, noSegments, now),
  amountMinor: null,
  ...given,
});
