import type { Campaign } from '../campaigns/core.js';
import type { Coupon } from '../coupons/core.js';

/** What is known of the coupons that somebody asks for. */
export interface Facts {
  /** The living coupon that a typed code stands for. */
  couponFor(typed: string): Coupon | undefined;
  campaignOf(coupon: Coupon): Campaign | null;
  customerUses(coupon: Coupon, customerId: string | null): number;
}

export const usesKey = (couponId: Coupon['id'], customerId: string): string => `${couponId} ${customerId}`;
