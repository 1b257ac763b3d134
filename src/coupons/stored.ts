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
  | 'taxBasis'
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
  readonly taxBasis: string | null;
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
  const { currency } = row;
  // Written out: to take a row of forty columns apart takes longer than to read it.
  return {
    id: idOf('coupon', row.id),
    code: row.code,
    codeKey: row.codeKey,
    isCaseSensitive: row.isCaseSensitive,
    trigger: row.trigger as CouponTrigger,
    isTest: row.isTest,
    testOfId: row.testOfId === null ? null : idOf('coupon', row.testOfId),
    templateId: row.templateId === null ? null : idOf('template', row.templateId),
    state: row.state as CouponState,
    description: row.description,
    discount: readDiscount(row.discount),
    currency,
    minimumOrder: row.minimumOrderMinor === null ? null : money(row.minimumOrderMinor, currency!),
    taxBasis: row.taxBasis as Coupon['taxBasis'],
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    maxUses: row.maxUses,
    perCustomerLimit: row.perCustomerLimit,
    usesCount: row.usesCount,
    balance: row.balanceMinor === null ? null : money(row.balanceMinor, currency!),
    applicability: row.applicability as Applicability,
    // Of coupons that are older than stacking, the column holds nothing.
    stacking: { ...stacksWithAll, ...(row.stacking as Partial<Stacking>) },
    campaignId: row.campaignId === null ? null : idOf('campaign', row.campaignId),
    metadata: row.metadata as JsonObject,
    createdBy: { kind: row.createdByKind as Coupon['createdBy']['kind'], id: row.createdById },
    version: row.version,
    revokedAt: row.revokedAt,
    deletedAt: row.deletedAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
