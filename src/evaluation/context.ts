import type { Segments } from '../segments/membership.js';
import { z } from 'zod';
import { unknownProfile, type Profile, type Situation, type SituationItem } from '../conditions/situation.js';
import { assert } from '../lib/assert.js';
import { isCountry } from '../lib/country.js';
import { profileOrUnknown } from '../customers/profile.js';
import { metadataOrEmpty, none, text } from '../lib/input.js';
import type { JsonObject } from '../lib/json.js';
import { taxBasis, type TaxBasis } from '../lib/tax-basis.js';
import type { Order } from './order.js';

/** What conditions may ask about beside the order, as the shop says it. */
export interface Context {
  /** Whether the order's amounts include tax. */
  readonly taxBasis: TaxBasis | null;
  readonly shippingCountry: string | null;
  readonly paymentMethod: string | null;
  readonly metadata: JsonObject;
  readonly profile: Profile;
}

export const unknownContext: Context = {
  taxBasis: null,
  shippingCountry: null,
  paymentMethod: null,
  metadata: {},
  profile: unknownProfile,
};

const country = z
  .string()
  .transform((code) => code.toUpperCase())
  .refine(isCountry, 'Expected a country of ISO 3166-1 in two letters, such as "GB".');

/** GraphQL's `ContextInput`, checked. */
export const context = z
  .object({
    taxBasis: none(taxBasis),
    shippingCountry: none(country),
    paymentMethod: none(text(1, 100)),
    metadata: metadataOrEmpty,
    profile: profileOrUnknown,
  })
  .nullish()
  .transform((given): Context => given ?? unknownContext);

/** For what somebody asks, and where. */
export interface Circumstances {
  /** Null where there is none yet: then nothing is asked that would need a situation. */
  readonly order: Order | null;
  readonly channel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly context: Context;
}

/** What conditions see of it. They see prices before any discount, however many codes go before. */
export function situationOf(
  { order, channel, attributes, context }: Circumstances,
  { isIn, conditionOf }: Segments,
  now: Date,
): Situation {
  assert(order, 'only an order is in a situation');
  return new OrderSituation(order, channel, attributes, context, now, isIn, conditionOf);
}

/** A class, as a function in an object literal costs more to make than all the rest of it. */
class OrderSituation implements Situation {
  readonly currency: string;
  readonly taxBasis: TaxBasis | null;
  readonly totalMinor: bigint;
  readonly items: readonly SituationItem[] | null;
  readonly shippingCountry: string | null;
  readonly paymentMethod: string | null;
  readonly metadata: JsonObject;
  readonly profile: Profile;
  readonly isIn: (segment: string) => boolean;

  constructor(
    { currency, subtotalMinor, takenMinor, lines }: Order,
    readonly channel: string | null,
    readonly attributes: Readonly<Record<string, string>>,
    { taxBasis, shippingCountry, paymentMethod, metadata, profile }: Context,
    readonly now: Date,
    belongs: Segments['isIn'],
    readonly conditionOf: NonNullable<Situation['conditionOf']>,
  ) {
    this.currency = currency;
    this.taxBasis = taxBasis;
    this.totalMinor = subtotalMinor + takenMinor;
    this.items = lines;
    this.shippingCountry = shippingCountry;
    this.paymentMethod = paymentMethod;
    this.metadata = metadata;
    this.profile = profile;
    // Its own, and no method: situations are copied with changes.
    this.isIn = (segment) => belongs(segment, this);
  }
}
