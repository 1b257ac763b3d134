import { z } from 'zod';
import { unknownProfile, type Profile } from '../conditions/situation.js';
import { metadataOrEmpty, moneyInput, none } from '../lib/input.js';

const profile = z.object({
  attributes: metadataOrEmpty,
  ordersCount: none(z.int().min(0, 'Expected 0 or more.')),
  lifetimeSpend: none(moneyInput),
  registeredAt: none(z.date()),
  lastOrderAt: none(z.date()),
}) satisfies z.ZodType<Profile>;

/** GraphQL's `ProfileInput`, checked; a customer of whom nothing was said is not known. */
export const profileOrUnknown = profile.nullish().transform((given): Profile => given ?? unknownProfile);
