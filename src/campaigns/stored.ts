import { idOf } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import type { Campaign, CampaignState, ClawbackPolicy, ReturnCause } from './core.js';

type Rewritten = 'id' | 'state' | 'metadata' | 'usesReturn' | 'clawback';

/** A campaign as the database keeps it, however it was asked for. */
export interface StoredCampaign extends Omit<Campaign, Rewritten> {
  readonly tenantId: string;
  readonly id: string;
  readonly state: string;
  readonly metadata: unknown;
  readonly usesReturn: readonly string[];
  readonly clawback: string;
}

/** What was stored was checked when it was written. */
export function readCampaign({ tenantId: _, ...same }: StoredCampaign): Campaign {
  return {
    ...same,
    id: idOf('campaign', same.id),
    state: same.state as CampaignState,
    metadata: same.metadata as JsonObject,
    usesReturn: same.usesReturn as readonly ReturnCause[],
    clawback: same.clawback as ClawbackPolicy,
  };
}
