import { z } from 'zod';
import { assert } from '../lib/assert.js';
import { positiveMoneyInput } from '../lib/input.js';
import type { Money } from '../lib/money.js';
import { amountsGiven } from './amounts.js';
import { itemsOff, type Basket, type Off } from './basket.js';
import { matchingOf } from './part.js';
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
  given: ({ initialBalance }: GiftCardDiscount) => ({
    giftCard: { balance: amountsGiven([initialBalance])![0] },
  }),
  amounts: ({ initialBalance }: GiftCardDiscount): readonly Money[] => [initialBalance],
  off(_: GiftCardDiscount, basket: Basket): Off {
    assert(basket.balanceMinor !== null, 'every gift card has a balance');
    return itemsOff(amountOff(matchingOf(basket.lines), basket.balanceMinor));
  },
  freesShipping: (): boolean => false,
};
