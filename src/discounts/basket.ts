import type { Item } from '../conditions/situation.js';
import type { Reward } from './reward.js';

/** What a discount is taken off: the order as it stands when its turn comes. Money is in minor units of one currency. */
export interface Basket {
  readonly currency: string;
  /** One line of quantity 1 that stands for all items where only a sum was sent. */
  readonly lines: readonly BasketLine[];
  readonly hasItems: boolean;
  /** What shipping still costs; null where nobody said. */
  readonly shippingMinor: bigint | null;
  /** ISO 3166-1, two letters; null where nobody said. */
  readonly shippingCountry: string | null;
  /** What is left on a gift card, and no more than it is to pay; null for the other kinds. */
  readonly balanceMinor: bigint | null;
}

export interface BasketLine extends Item {
  readonly quantity: number;
  /** What the line costs before any discount. */
  readonly listMinor: bigint;
  /** What percentages are reckoned on: `listMinor`, or what the discounts before have left. */
  readonly baseMinor: bigint;
  /** So much may be taken off at most: what is left to pay, less the price floor. */
  readonly roomMinor: bigint;
  /** Whether the coupon is for this item. */
  readonly isMatching: boolean;
}

/** What a discount comes to. */
export interface Off {
  /** Off each line of the basket, never more than its room. */
  readonly lines: readonly bigint[];
  /** Whether it pays for shipping, also where nobody said what that costs. */
  readonly freesShipping: boolean;
  /** Off shipping; null where the cost was not said, or shipping is left alone. */
  readonly shippingMinor: bigint | null;
  /** What the customer gets beside the order; this makes a use worth while that takes nothing off. */
  readonly reward: Reward | null;
}

/** Why a kind of discount has nothing to say to a basket. */
export type Inapplicable =
  'ITEMS_NEEDED' | 'SHIPPING_NEEDED' | 'SHIPPING_COUNTRY_NEEDED' | 'SHIPPING_COUNTRY' | 'BELOW_FIRST_TIER';

/** Off the items, and nothing else. */
export const itemsOff = (lines: readonly bigint[]): Off => ({
  lines,
  freesShipping: false,
  shippingMinor: null,
  reward: null,
});

/** Off no item. */
export const nothingOff = ({ lines }: Pick<Basket, 'lines'>): bigint[] => lines.map(() => 0n);
