import { z } from 'zod';
import { assert } from '../lib/assert.js';
import { positiveMoneyInput } from '../lib/input.js';
import { smaller, type Money } from '../lib/money.js';

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
  itemsOff(_: GiftCardDiscount, itemsMinor: bigint, balanceLeft: bigint | null): bigint {
    assert(balanceLeft !== null, 'every gift card has a balance');
    return smaller(balanceLeft, itemsMinor);
  },
  shippingOff: (): null => null,
};
