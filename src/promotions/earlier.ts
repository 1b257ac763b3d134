import { meantBy } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import type { AppliedCoupon } from '../evaluation/combine.js';
import { asKept } from '../evaluation/errors.js';
import { orderAfter } from '../evaluation/order.js';
import type { Redemption } from '../redemptions/core.js';
import type { Wish } from './cart.js';
import { nothingNeeded } from './changes.js';
import type { CodeValidation, Promoted, Rejected } from './core.js';

/** A use, and the coupon as it is now. */
export interface UsedCoupon {
  readonly coupon: Coupon;
  readonly redemption: Redemption;
}

/** What was used for an order before, and still is, by a request that is now made again. */
export interface Earlier {
  /** Never empty, in the order in which it was taken off. */
  readonly used: readonly UsedCoupon[];
  /** As was answered then. */
  readonly rejected: readonly Rejected[];
}

export const usedWith = (redemptions: readonly Redemption[], coupons: readonly Coupon[]): UsedCoupon[] => {
  const byId = new Map(coupons.map((coupon) => [coupon.id, coupon]));
  return redemptions.map((redemption) => ({ redemption, coupon: byId.get(redemption.couponId)! }));
};

/** As they are added up: see `savingMinor`. */
export const valuedOf = (used: readonly UsedCoupon[]) =>
  used.map(({ coupon, redemption }) => ({ coupon, valuation: redemption }));

/** Why codes were refused, as it is kept for repeats. */
export const keptOf = (rejected: readonly Rejected[]): Rejected[] =>
  rejected.map((one) => ({ ...one, reasons: one.reasons.map(asKept) }));

/** What the order came to then: what applying the same again is answered with. */
export function promotedEarlier({ used, rejected }: Earlier, { order: before, context }: Wish): Promoted {
  const applied: AppliedCoupon[] = [];
  let order = before;
  for (const { coupon, redemption: valuation } of used) {
    applied.push({ coupon, valuation, orderBefore: order });
    order = orderAfter(order, coupon, valuation);
  }
  return {
    combination: {
      applied,
      taxBasis: context.taxBasis,
      orderBefore: before,
      orderAfter: order,
      discountMinor: before.subtotalMinor - order.subtotalMinor,
      shippingDiscountMinor: (before.shippingMinor ?? 0n) - (order.shippingMinor ?? 0n),
    },
    rejected,
    search: null,
  };
}

/** A code that was used then is worth what it took off then, whatever has become of it, or whatever else bears it now. */
export function validatedEarlier(validation: CodeValidation, { used }: Earlier): CodeValidation {
  const typed = used.map(({ coupon }) => coupon).filter(({ trigger }) => trigger === 'CODE');
  const meant = meantBy(validation.code, typed);
  const one = used.find(({ coupon }) => coupon === meant);
  return one
    ? {
        ...validation,
        coupon: one.coupon,
        valuation: { ...one.redemption, coupon: one.coupon },
        reasons: [],
        changes: nothingNeeded,
      }
    : validation;
}
