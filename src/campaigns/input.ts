import { z } from 'zod';
import { day, windowOf } from '../lib/day-input.js';
import type { Id } from '../lib/id.js';
import {
  invalidInput,
  metadata,
  metadataOrEmpty,
  moneyInput,
  none,
  text,
  type InvalidInput,
} from '../lib/input.js';
import { patched } from '../lib/patch.js';
import type { Day } from '../lib/zone.js';
import {
  clawbackPolicies,
  defaultReturnPolicy,
  returnCauses,
  type Campaign,
  type ReturnPolicy,
} from './core.js';

const maxChannels = 20;
const channels = z.array(text(1, 100)).max(maxChannels, `Expected up to ${maxChannels} channels.`);

/** A set: however they were listed, the same causes are the same policy. */
const causes = z
  .array(z.enum(returnCauses))
  .transform((given): ReturnPolicy['usesReturn'] => returnCauses.filter((cause) => given.includes(cause)));
const clawback = z.enum(clawbackPolicies);

interface WithDays {
  readonly startsAt?: Date | null | undefined;
  readonly startsOn?: Day | null | undefined;
  readonly endsAt?: Date | null | undefined;
  readonly endsOn?: Day | null | undefined;
}

/** A campaign, or changes of it, with the instants that its days come to. */
function inInstants<Given extends WithDays>({ startsOn, endsOn, ...given }: Given, context: z.RefinementCtx) {
  const [startsAt, endsAt] = windowOf<Given['startsAt'], Given['endsAt']>(
    { names: ['startsAt', 'startsOn'], instant: given.startsAt, day: startsOn?.from },
    { names: ['endsAt', 'endsOn'], instant: given.endsAt, day: endsOn?.until },
    context,
  );
  return { ...given, startsAt, endsAt };
}

/** GraphQL's `CreateCampaignInput`, checked field by field. */
export const newCampaign = z
  .object({
    name: text(1, 100),
    description: none(text(0, 1_000)),
    startsAt: none(z.date()),
    startsOn: day.nullish(),
    endsAt: none(z.date()),
    endsOn: day.nullish(),
    channels: channels.default([]),
    metadata: metadataOrEmpty,
    usesReturn: causes.default(defaultReturnPolicy.usesReturn),
    clawback: clawback.default(defaultReturnPolicy.clawback),
    budget: none(moneyInput),
  })
  .transform(inInstants);

/** GraphQL's `CampaignPatch`: undefined leaves a field, null clears it, or sets it as it is by default. */
export const campaignPatch = z
  .object({
    name: text(1, 100).optional(),
    description: text(0, 1_000).nullable().optional(),
    startsAt: z.date().nullable().optional(),
    startsOn: day.optional(),
    endsAt: z.date().nullable().optional(),
    endsOn: day.optional(),
    channels: channels
      .nullable()
      .transform((value) => value ?? [])
      .optional(),
    metadata: metadata
      .nullable()
      .transform((value) => value ?? {})
      .optional(),
    usesReturn: causes
      .nullable()
      .transform((value) => value ?? defaultReturnPolicy.usesReturn)
      .optional(),
    clawback: clawback
      .nullable()
      .transform((value) => value ?? defaultReturnPolicy.clawback)
      .optional(),
    budget: moneyInput.nullable().optional(),
  })
  .transform(inInstants);

/** What must hold between the fields of a campaign, however it came about. */
function consistent(campaign: Campaign): Campaign | InvalidInput {
  if (campaign.startsAt && campaign.endsAt && campaign.startsAt >= campaign.endsAt) {
    return invalidInput([{ path: ['endsAt'], message: 'Expected an instant after `startsAt`.' }]);
  }
  return campaign;
}

export interface Birth {
  readonly id: Id<'campaign'>;
  readonly now: Date;
}

/** Without its budget, which is a limit: what is used of it is counted as with all others. */
export const createdCampaign = (
  { budget: _, ...input }: z.output<typeof newCampaign>,
  { id, now }: Birth,
): Campaign | InvalidInput =>
  consistent({ ...input, id, state: 'DRAFT', version: 1, createdAt: now, updatedAt: now });

export const patchedCampaign = (
  campaign: Campaign,
  patch: z.output<typeof campaignPatch>,
  now: Date,
): Campaign | InvalidInput =>
  consistent({
    ...campaign,
    name: patched(campaign.name, patch.name),
    description: patched(campaign.description, patch.description),
    startsAt: patched(campaign.startsAt, patch.startsAt),
    endsAt: patched(campaign.endsAt, patch.endsAt),
    channels: patched(campaign.channels, patch.channels),
    metadata: patched(campaign.metadata, patch.metadata),
    usesReturn: patched(campaign.usesReturn, patch.usesReturn),
    clawback: patched(campaign.clawback, patch.clawback),
    version: campaign.version + 1,
    updatedAt: now,
  });
