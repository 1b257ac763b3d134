import type { OrderBy } from '../lib/page.js';
import type { RuleEffect } from './core.js';

/** Which rules a list holds. Everything given must hold. */
export interface RuleFilter {
  readonly couponId?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly templateId?: string | null | undefined;
  /** Whether it is for all of the tenant's coupons. */
  readonly tenant?: boolean | null | undefined;
  readonly segmentId?: string | null | undefined;
  readonly effect?: RuleEffect | null | undefined;
  readonly namePrefix?: string | null | undefined;
}

export type RuleOrder = OrderBy<'CREATED_AT' | 'NAME' | 'PRIORITY'>;

export const newestFirst: RuleOrder = { field: 'CREATED_AT', direction: 'DESC' };
