import type { Coupon } from '../coupons/core.js';
import type { Limit } from '../limits/core.js';
import type { Rule } from '../rules/core.js';

/** A coupon, if any, and what it belongs to: all that may be targets of its limits and rules, beside the tenant. */
export interface Belonging extends Pick<Coupon, 'campaignId' | 'templateId'> {
  readonly couponId: Coupon['id'] | null;
}

/** Its rules: higher priority first, then the older, which is the same in every process. */
export const inForce = (rules: readonly Rule[], { couponId, campaignId, templateId }: Belonging): Rule[] =>
  rules
    .filter(
      ({ targets: { couponIds, campaignIds, templateIds, isTenantWide } }) =>
        isTenantWide ||
        (couponId !== null && couponIds.includes(couponId)) ||
        (campaignId !== null && campaignIds.includes(campaignId)) ||
        (templateId !== null && templateIds.includes(templateId)),
    )
    .sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));

/** Whether a limit counts its uses. */
export function concerns(
  { kind, id }: Limit['target'],
  { couponId, campaignId, templateId }: Belonging,
): boolean {
  switch (kind) {
    case 'COUPON':
      return id === couponId;
    case 'CAMPAIGN':
      return id === campaignId;
    case 'TEMPLATE':
      return id === templateId;
    case 'TENANT':
      return true;
  }
}
