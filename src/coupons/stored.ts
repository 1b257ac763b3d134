import { readDiscount } from '../discounts/stored.js';
import { idOf } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { money } from '../lib/money.js';
import type { Applicability } from './applicability.js';
import type { Coupon, CouponState, CouponTrigger } from './core.js';
import { stacksWithAll, type Stacking } from './stacking.js';

type Rewritten =
  | 'id'
  | 'state'
  | 'discount'
  | 'minimumOrder'
  | 'balance'
  | 'applicability'
  | 'stacking'
  | 'trigger'
  | 'testOfId'
  | 'campaignId'
  | 'templateId'
  | 'metadata'
  | 'createdBy';

/** A coupon as the database keeps it, however it was asked for. */
export interface StoredCoupon extends Omit<Coupon, Rewritten> {
  readonly tenantId: string;
  readonly id: string;
  readonly state: string;
  readonly discountKind: string;
  readonly discount: unknown;
  readonly minimumOrderMinor: bigint | null;
  readonly usesCeiling: number | null;
  readonly balanceMinor: bigint | null;
  readonly applicability: unknown;
  readonly stacking: unknown;
  readonly trigger: string;
  readonly testOfId: string | null;
  readonly campaignId: string | null;
  readonly templateId: string | null;
  readonly metadata: unknown;
  readonly createdByKind: string;
  readonly createdById: string;
}

/** What was stored was checked when it was written. */
export function readCoupon(row: StoredCoupon): Coupon {
  const { tenantId: _, usesCeiling: __, discountKind: ___, ...rest } = row;
  const { minimumOrderMinor, balanceMinor, createdByKind, createdById, ...same } = rest;
  return {
    ...same,
    id: idOf('coupon', row.id),
    state: row.state as CouponState,
    discount: readDiscount(row.discount),
    minimumOrder: minimumOrderMinor === null ? null : money(minimumOrderMinor, row.currency!),
    balance: balanceMinor === null ? null : money(balanceMinor, row.currency!),
    applicability: row.applicability as Applicability,
    // Of coupons that are older than stacking, the column holds nothing.
    stacking: { ...stacksWithAll, ...(row.stacking as Partial<Stacking>) },
    trigger: row.trigger as CouponTrigger,
    testOfId: row.testOfId === null ? null : idOf('coupon', row.testOfId),
    campaignId: row.campaignId === null ? null : idOf('campaign', row.campaignId),
    templateId: row.templateId === null ? null : idOf('template', row.templateId),
    metadata: row.metadata as JsonObject,
    createdBy: { kind: createdByKind as Coupon['createdBy']['kind'], id: createdById },
  };
}
