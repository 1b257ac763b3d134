import type { CampaignStatus } from './core.js';

/** Which campaigns a list holds. Everything given must hold. */
export interface CampaignFilter {
  readonly status?: readonly CampaignStatus[] | null | undefined;
  readonly channel?: string | null | undefined;
  readonly namePrefix?: string | null | undefined;
  readonly runningAt?: Date | null | undefined;
}

export interface CampaignOrder {
  readonly field: 'CREATED_AT' | 'NAME';
  readonly direction: 'ASC' | 'DESC';
}

export const newestFirst: CampaignOrder = { field: 'CREATED_AT', direction: 'DESC' };
