import { distinct } from '../lib/distinct.js';
import type { Money } from '../lib/money.js';
import type { Basket, Inapplicable, Off } from './basket.js';
import { buyXGetY, type BuyXGetYDiscount } from './buy-x-get-y.js';
import { fixedPrice, type FixedPriceDiscount } from './fixed-price.js';
import { fixed, type FixedDiscount } from './fixed.js';
import { freeShipping, type FreeShippingDiscount } from './free-shipping.js';
import { giftCard, type GiftCardDiscount } from './gift-card.js';
import { percentage, type PercentageDiscount } from './percentage.js';
import { reward, type RewardDiscount } from './reward.js';
import { tiered, type TieredDiscount } from './tiered.js';

/** What a coupon takes off. Each kind is a file of its own. */
export type Discount =
  | PercentageDiscount
  | FixedDiscount
  | FreeShippingDiscount
  | GiftCardDiscount
  | RewardDiscount
  | BuyXGetYDiscount
  | TieredDiscount
  | FixedPriceDiscount;

export type DiscountKind = Discount['kind'];

/** What a kind must say of itself. */
export interface Kind<D extends { readonly kind: string }> {
  /** Its input, checked: what GraphQL gives in, the discount out. */
  readonly input: { parse(input: unknown): D };
  /** The way back: a `DiscountInput` that means this discount. */
  given(discount: D): object;
  /** Every amount in it. Where some are tables by currency, all have the same currencies. */
  amounts(discount: D): readonly Money[];
  /** What it takes off a basket in one of its currencies, which may be nothing; or why it cannot say. */
  off(discount: D, basket: Basket): Off | Inapplicable;
  /** Whether it pays for shipping. */
  freesShipping(discount: D): boolean;
}

/** A new kind does not compile until it is listed here. */
const kinds: { readonly [K in DiscountKind]: Kind<Extract<Discount, { kind: K }>> } = {
  PERCENTAGE: percentage,
  FIXED: fixed,
  FREE_SHIPPING: freeShipping,
  GIFT_CARD: giftCard,
  REWARD: reward,
  BUY_X_GET_Y: buyXGetY,
  TIERED: tiered,
  FIXED_PRICE: fixedPrice,
};

// One cast: TypeScript does not see that a discount's kind picks the very entry that takes it.
const kindOf = (discount: Discount) => kinds[discount.kind] as unknown as Kind<Discount>;

export const amountsOf = (discount: Discount): readonly Money[] => kindOf(discount).amounts(discount);

/** The currencies that it can be used in, as they were given; none means all. */
export const currenciesOf = (discount: Discount): string[] =>
  distinct(amountsOf(discount).map(({ currency }) => currency));

export const discountGiven = (discount: Discount): object => kindOf(discount).given(discount);

export const takeOff = (discount: Discount, basket: Basket): Off | Inapplicable =>
  kindOf(discount).off(discount, basket);

export const makesShippingFree = (discount: Discount): boolean => kindOf(discount).freesShipping(discount);

export const isGiftCard = (discount: Discount): discount is GiftCardDiscount => discount.kind === 'GIFT_CARD';
