import { z } from 'zod';
import { unknownProfile, type Profile, type Situation } from '../conditions/situation.js';
import { profileOrUnknown } from '../customers/profile.js';
import { metadataOrEmpty, none, text } from '../lib/input.js';
import type { JsonObject } from '../lib/json.js';
import type { Order } from './order.js';

/** What conditions may ask about beside the order, as the shop says it. */
export interface Context {
  readonly shippingCountry: string | null;
  readonly paymentMethod: string | null;
  readonly metadata: JsonObject;
  readonly profile: Profile;
}

export const unknownContext: Context = {
  shippingCountry: null,
  paymentMethod: null,
  metadata: {},
  profile: unknownProfile,
};

const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'Expected a country of ISO 3166-1 in two letters, such as "GB".')
  .transform((code) => code.toUpperCase());

/** GraphQL's `ContextInput`, checked. */
export const context = z
  .object({
    shippingCountry: none(country),
    paymentMethod: none(text(1, 100)),
    metadata: metadataOrEmpty,
    profile: profileOrUnknown,
  })
  .nullish()
  .transform((given): Context => given ?? unknownContext);

/** Who asks, for what, and where. */
export interface Circumstances {
  readonly order: Order;
  readonly channel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly context: Context;
}

/** What conditions see of it. They see prices before any discount, however many codes go before. */
export function situationOf(
  { order, channel, attributes, context }: Circumstances,
  isIn: Situation['isIn'],
  now: Date,
): Situation {
  return {
    now,
    currency: order.currency,
    totalMinor: order.subtotalMinor + order.takenMinor,
    items:
      order.lines?.map(({ lineId: _, subtotalMinor, takenMinor, floorMinor: __, ...item }) => ({
        ...item,
        listMinor: subtotalMinor + takenMinor,
      })) ?? null,
    channel,
    attributes,
    ...context,
    isIn,
  };
}
