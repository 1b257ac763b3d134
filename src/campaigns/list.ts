import type { OrderBy } from '../lib/page.js';
import type { CampaignStatus } from './core.js';

/** Which campaigns a list holds. Everything given must hold. */
export interface CampaignFilter {
  readonly status?: readonly CampaignStatus[] | null | undefined;
  readonly channel?: string | null | undefined;
  readonly namePrefix?: string | null | undefined;
  readonly runningAt?: Date | null | undefined;
}

export type CampaignOrder = OrderBy<'CREATED_AT' | 'NAME'>;

export const newestFirst: CampaignOrder = { field: 'CREATED_AT', direction: 'DESC' };
