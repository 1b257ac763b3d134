import type { Money } from '../lib/money.js';
import type { Basket, Off } from './basket.js';
import { fixed, type FixedDiscount } from './fixed.js';
import { freeShipping, type FreeShippingDiscount } from './free-shipping.js';
import { giftCard, type GiftCardDiscount } from './gift-card.js';
import { percentage, type PercentageDiscount } from './percentage.js';

/** What a coupon takes off. Each kind is a file of its own. */
export type Discount = PercentageDiscount | FixedDiscount | FreeShippingDiscount | GiftCardDiscount;

export type DiscountKind = Discount['kind'];

/** What a kind must say of itself. */
export interface Kind<D extends { readonly kind: string }> {
  /** Its input, checked: what GraphQL gives in, the discount out. */
  readonly input: { parse(input: unknown): D };
  /** Every amount in it: they must be in the coupon's one currency. */
  amounts(discount: D): Money[];
  /** What it takes off a basket, which may be nothing. */
  off(discount: D, basket: Basket): Off;
  /** Whether it pays for shipping. */
  freesShipping(discount: D): boolean;
}

/** A new kind does not compile until it is listed here. */
const kinds: { readonly [K in DiscountKind]: Kind<Extract<Discount, { kind: K }>> } = {
  PERCENTAGE: percentage,
  FIXED: fixed,
  FREE_SHIPPING: freeShipping,
  GIFT_CARD: giftCard,
};

// One cast: TypeScript does not see that a discount's kind picks the very entry that takes it.
const kindOf = (discount: Discount) => kinds[discount.kind] as unknown as Kind<Discount>;

export const amountsOf = (discount: Discount): Money[] => kindOf(discount).amounts(discount);

export const takeOff = (discount: Discount, basket: Basket): Off => kindOf(discount).off(discount, basket);

export const makesShippingFree = (discount: Discount): boolean => kindOf(discount).freesShipping(discount);

export const isGiftCard = (discount: Discount): discount is GiftCardDiscount => discount.kind === 'GIFT_CARD';
