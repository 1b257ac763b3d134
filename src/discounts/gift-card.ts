import { z } from 'zod';
import { assert } from '../lib/assert.js';
import { positiveMoneyInput } from '../lib/input.js';
import type { Money } from '../lib/money.js';
import type { Basket, Off } from './basket.js';
import { amountOff } from './split.js';

/** Money that was paid beforehand. What is left of it changes with each use, and so stands at the coupon. */
export interface GiftCardDiscount {
  readonly kind: 'GIFT_CARD';
  /** What it was issued with. */
  readonly initialBalance: Money;
}

export const giftCard = {
  input: z
    .object({ balance: positiveMoneyInput })
    .transform(({ balance }): GiftCardDiscount => ({ kind: 'GIFT_CARD', initialBalance: balance })),
  amounts: ({ initialBalance }: GiftCardDiscount): Money[] => [initialBalance],
  off(_: GiftCardDiscount, basket: Basket): Off {
    assert(basket.balanceMinor !== null, 'every gift card has a balance');
    return { lines: amountOff(basket, basket.balanceMinor), freesShipping: false, shippingMinor: null };
  },
  freesShipping: (): boolean => false,
};
