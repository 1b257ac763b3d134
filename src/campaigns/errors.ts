import type { Failure } from '../lib/outcome.js';
import type { CampaignStatus } from './core.js';

export interface CampaignNotFound extends Failure<'CampaignNotFound'> {
  readonly campaignId: string;
}
export const campaignNotFound = (campaignId: string): CampaignNotFound => ({
  failure: 'CampaignNotFound',
  message: `There is no campaign "${campaignId}".`,
  campaignId,
});

export interface CampaignTransition extends Failure<'CampaignTransition'> {
  readonly status: CampaignStatus;
  readonly possible: readonly string[];
}
export const campaignTransition = (
  asked: string,
  status: CampaignStatus,
  possible: readonly string[],
): CampaignTransition => ({
  failure: 'CampaignTransition',
  message: `${asked} is not possible for a campaign that is ${status}; ${possible.length ? `possible: ${possible.join(', ')}` : 'nothing is'}.`,
  status,
  possible,
});

export interface CampaignOver extends Failure<'CampaignOver'> {
  readonly endsAt: Date;
}
export const campaignOver = (endsAt: Date): CampaignOver => ({
  failure: 'CampaignOver',
  message: `The campaign's end, ${endsAt.toISOString()}, has passed.`,
  endsAt,
});
