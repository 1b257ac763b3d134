import type { DiscountKind } from '../discounts/core.js';
import type { OrderBy } from '../lib/page.js';
import type { CouponStatus } from './core.js';

/** Which coupons a list holds. Everything given must hold. */
export interface CouponFilter {
  /** Test coupons, and no others; without it, no test coupons. */
  readonly isTest?: boolean | null | undefined;
  readonly status?: readonly CouponStatus[] | null | undefined;
  readonly codePrefix?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly templateId?: string | null | undefined;
  readonly kind?: readonly DiscountKind[] | null | undefined;
  readonly createdBy?: string | null | undefined;
  readonly validAt?: Date | null | undefined;
  readonly validUntilBefore?: Date | null | undefined;
  readonly validUntilAfter?: Date | null | undefined;
}

export type CouponOrder = OrderBy<'CREATED_AT' | 'CODE' | 'USES_COUNT'>;

export const newestFirst: CouponOrder = { field: 'CREATED_AT', direction: 'DESC' };
