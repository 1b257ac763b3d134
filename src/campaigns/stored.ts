import { idOf } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import type { Campaign, CampaignState } from './core.js';

/** A campaign as the database keeps it, however it was asked for. */
export interface StoredCampaign extends Omit<Campaign, 'id' | 'state' | 'metadata'> {
  readonly tenantId: string;
  readonly id: string;
  readonly state: string;
  readonly metadata: unknown;
}

/** What was stored was checked when it was written. */
export function readCampaign({ tenantId: _, ...same }: StoredCampaign): Campaign {
  return {
    ...same,
    id: idOf('campaign', same.id),
    state: same.state as CampaignState,
    metadata: same.metadata as JsonObject,
  };
}
