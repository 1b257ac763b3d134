import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { possibleActions, transition, type Machine } from '../lib/machine.js';
import { isFailure } from '../lib/outcome.js';
import { phaseAt, type Phase } from '../lib/window.js';
import { campaignOver, campaignTransition, type CampaignOver, type CampaignTransition } from './errors.js';

/** A group of coupons with a life of its own. Coupons of a campaign that is not running are not applied. */
export interface Campaign extends ReturnPolicy {
  readonly id: Id<'campaign'>;
  readonly name: string;
  readonly description: string | null;
  readonly state: CampaignState;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly channels: readonly string[];
  readonly metadata: JsonObject;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What becomes of a use, and of its discount, when the customer does not keep what was bought. */
export interface ReturnPolicy {
  /** On which of these a use is given back; on none: never. Each once, in the order of `returnCauses`. */
  readonly usesReturn: readonly ReturnCause[];
  readonly clawback: ClawbackPolicy;
}

/** Why something is given back: the use was a mistake, the order was cancelled, the money was refunded. */
export const returnCauses = ['VOID', 'CANCEL', 'REFUND'] as const;

export type ReturnCause = (typeof returnCauses)[number];

/** Whether what is kept loses its discount where it would not have earned it: not, or below the minimum order. */
export const clawbackPolicies = ['NONE', 'LOST_THRESHOLD'] as const;

export type ClawbackPolicy = (typeof clawbackPolicies)[number];

/** Of campaigns that say nothing else, and of coupons without one. */
export const defaultReturnPolicy: ReturnPolicy = { usesReturn: returnCauses, clawback: 'NONE' };

/** What was asked for. Where the campaign stands follows from it and the clock: `statusOf`. */
export type CampaignState = 'DRAFT' | 'ACTIVE' | 'PAUSED' | 'ENDED';

export type CampaignAction = 'activateCampaign' | 'pauseCampaign' | 'resumeCampaign' | 'endCampaign';

const machine: Machine<CampaignState, CampaignAction> = {
  activateCampaign: { from: ['DRAFT'], to: 'ACTIVE' },
  pauseCampaign: { from: ['ACTIVE'], to: 'PAUSED' },
  resumeCampaign: { from: ['PAUSED'], to: 'ACTIVE' },
  endCampaign: { from: ['DRAFT', 'ACTIVE', 'PAUSED'], to: 'ENDED' },
};

/** The campaign after an action; the very same object if nothing changes. */
export function act(campaign: Campaign, action: CampaignAction, now: Date): Campaign | CampaignTransition {
  const state = transition(machine, campaign.state, action);
  if (state === 'same') return campaign;
  if (!state) {
    return campaignTransition(action, statusOf(campaign, now), possibleActions(machine, campaign.state));
  }
  return { ...campaign, state, version: campaign.version + 1, updatedAt: now };
}

/** The campaign after an action that lets it run, which it cannot once its end has passed. */
export function start(
  campaign: Campaign,
  action: 'activateCampaign' | 'resumeCampaign',
  now: Date,
): Campaign | CampaignTransition | CampaignOver {
  const { endsAt } = campaign;
  const after = act(campaign, action, now);
  if (isFailure(after)) return after;
  return endsAt && phase(campaign, now) === 'AFTER' ? campaignOver(endsAt) : after;
}

export const campaignStatuses = ['DRAFT', 'SCHEDULED', 'ACTIVE', 'PAUSED', 'ENDED'] as const;

export type CampaignStatus = (typeof campaignStatuses)[number];

type Standing = Pick<Campaign, 'state' | 'startsAt' | 'endsAt'>;

const phase = ({ startsAt, endsAt }: Standing, now: Date): Phase =>
  phaseAt({ from: startsAt, until: endsAt }, now);

/**
 * Where a campaign stands: the first that holds. A draft has not begun, so it cannot be over, however old it is.
 * The store's filter says the same in SQL, and a test compares them.
 */
export function statusOf(campaign: Standing, now: Date): CampaignStatus {
  if (campaign.state === 'DRAFT' || campaign.state === 'ENDED') return campaign.state;
  const current = phase(campaign, now);
  if (current === 'AFTER') return 'ENDED';
  if (campaign.state === 'PAUSED') return 'PAUSED';
  return current === 'BEFORE' ? 'SCHEDULED' : 'ACTIVE';
}

/** Whether its coupons are applied. */
export const isRunning = (campaign: Standing, now: Date): boolean => statusOf(campaign, now) === 'ACTIVE';
