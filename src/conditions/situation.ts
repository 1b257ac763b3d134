import type { JsonObject } from '../lib/json.js';
import type { Money } from '../lib/money.js';
import type { TaxBasis } from '../lib/tax-basis.js';
import type { Condition } from './core.js';

/** Everything that a condition may ask about. Nothing else is read: not the clock, not the database. */
export interface Situation {
  readonly now: Date;
  readonly currency: string;
  /** Whether the order's amounts include tax. */
  readonly taxBasis: TaxBasis | null;
  /** What all items cost before any discount, in the currency's minor units. Shipping is not part of it. */
  readonly totalMinor: bigint;
  /** Null where only a sum was sent. */
  readonly items: readonly SituationItem[] | null;
  readonly channel: string | null;
  /** ISO 3166-1, two letters. */
  readonly shippingCountry: string | null;
  readonly paymentMethod: string | null;
  /** The cart's own named attributes. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The shop's own data about the order. */
  readonly metadata: JsonObject;
  readonly profile: Profile;
  /** Whether the customer belongs to a segment of this name. */
  readonly isIn: (segment: string) => boolean;
  /** What makes somebody a member of a segment; null of one that is a list, or is none. Left out where nobody knows. */
  readonly conditionOf?: (segment: string) => Condition | null;
}

/** What a cart line shows of its product. */
export interface Item {
  readonly sku: string;
  /** The product that the sku is a variant of; null where the sku is all there is. See `productOf`. */
  readonly productId: string | null;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** By what a line's product goes: its own id, or its sku if it has no variants. */
export const productOf = ({ productId, sku }: Pick<Item, 'sku' | 'productId'>): string => productId ?? sku;

/** A cart has 1 to so many lines, */
export const maxLines = 500;
/** and a line 1 to so many units. */
export const maxQuantity = 1_000_000;

/** A line of the cart. */
export interface SituationItem extends Item {
  readonly quantity: number;
  /** What the line costs before any discount, in minor units. */
  readonly listMinor: bigint;
}

/** What the shop says of its customer. Tearline keeps no profiles; null is what the shop did not say. */
export interface Profile {
  readonly attributes: JsonObject;
  /** How many orders the customer has completed before this one. */
  readonly ordersCount: number | null;
  readonly lifetimeSpend: Money | null;
  readonly registeredAt: Date | null;
  readonly lastOrderAt: Date | null;
}

export const unknownProfile: Profile = {
  attributes: {},
  ordersCount: null,
  lifetimeSpend: null,
  registeredAt: null,
  lastOrderAt: null,
};
