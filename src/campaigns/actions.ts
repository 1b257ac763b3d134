import { announce } from '../audit/actions.js';
import { parseInput, within } from '../lib/input.js';
import { isFailure, type Failure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { saysNothing } from '../lib/patch.js';
import { versionConflict } from '../lib/version.js';
import { holdTenant, setBudget } from '../limits/actions.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import { act, start, type Campaign, type ReturnPolicy } from './core.js';
import { campaignNotFound } from './errors.js';
import { campaignPatch, createdCampaign, newCampaign, patchedCampaign } from './input.js';
import { newestFirst, type CampaignFilter, type CampaignOrder } from './list.js';
import * as store from './store.js';

export const findCampaign = (scope: Scope, id: string): Promise<Campaign | null> => store.find(scope, id);

export const findCampaigns = (scope: Scope, ids: readonly Campaign['id'][]): Promise<Campaign[]> =>
  store.findMany(scope, ids);

export const listCampaigns = (
  scope: Scope,
  filter: CampaignFilter,
  orderBy: CampaignOrder | null | undefined,
  page: PageArguments,
): Promise<Page<Campaign>> => store.list(scope, filter, orderBy ?? newestFirst, page);

interface DayGiven {
  readonly date: string;
  readonly zone: string;
}

interface CreateCampaign extends MutationInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly startsAt?: Date | null | undefined;
  readonly startsOn?: DayGiven | null | undefined;
  readonly endsAt?: Date | null | undefined;
  readonly endsOn?: DayGiven | null | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | null | undefined;
  readonly usesReturn?: ReturnPolicy['usesReturn'] | undefined;
  readonly clawback?: ReturnPolicy['clawback'] | undefined;
  readonly budget?: { readonly amount: string; readonly currency: string } | null | undefined;
}

export const createCampaign = mutation('createCampaign', async (scope, input: CreateCampaign) => {
  const checked = parseInput(newCampaign, input);
  if (isFailure(checked)) return checked;
  const campaign = createdCampaign(checked, { id: scope.newId('campaign'), now: scope.now() });
  if (isFailure(campaign)) return campaign;

  await store.insert(scope, campaign);
  await announce(scope, { action: 'campaign.created', targetId: campaign.id, before: null, after: campaign });
  if (checked.budget) await setBudget(scope, campaign.id, checked.budget);
  return campaign;
});

interface UpdateCampaign extends MutationInput {
  readonly id: string;
  readonly version: number;
  readonly patch: {
    readonly [Field in keyof Omit<CreateCampaign, keyof MutationInput>]?: CreateCampaign[Field] | null;
  };
}

export const updateCampaign = mutation('updateCampaign', async (scope, input: UpdateCampaign) => {
  const patch = within('patch', parseInput(campaignPatch, input.patch));
  if (isFailure(patch)) return patch;

  if (patch.budget !== undefined) await holdTenant(scope);
  const before = await store.lock(scope, input.id);
  if (!before) return campaignNotFound(input.id);
  if (before.version !== input.version) return versionConflict(input.version, before.version);
  if (saysNothing(input.patch)) return before;

  const after = within('patch', patchedCampaign(before, patch, scope.now()));
  if (isFailure(after)) return after;
  await store.save(scope, after);
  await announce(scope, { action: 'campaign.updated', targetId: after.id, before, after });
  if (patch.budget !== undefined) await setBudget(scope, after.id, patch.budget);
  return after;
});

/** `change` decides; when it answers the very same campaign, there is nothing to do. */
const campaignAction = <T extends Campaign | Failure>(
  operation: string,
  event: string,
  change: (campaign: Campaign, now: Date) => T | Campaign,
) =>
  mutation(operation, async (scope, input: MutationInput & { readonly id: string }) => {
    const before = await store.lock(scope, input.id);
    if (!before) return campaignNotFound(input.id);
    const after: Campaign | Failure = change(before, scope.now());
    if (isFailure(after)) return after as Extract<T, Failure>;
    if (after === before) return after;

    await store.save(scope, after);
    await announce(scope, { action: event, targetId: after.id, before, after });
    return after;
  });

export const activateCampaign = campaignAction('activateCampaign', 'campaign.activated', (campaign, now) =>
  start(campaign, 'activateCampaign', now),
);
export const pauseCampaign = campaignAction('pauseCampaign', 'campaign.paused', (campaign, now) =>
  act(campaign, 'pauseCampaign', now),
);
export const resumeCampaign = campaignAction('resumeCampaign', 'campaign.resumed', (campaign, now) =>
  start(campaign, 'resumeCampaign', now),
);
export const endCampaign = campaignAction('endCampaign', 'campaign.ended', (campaign, now) =>
  act(campaign, 'endCampaign', now),
);
