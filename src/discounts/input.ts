import { z } from 'zod';
import { buyXGetY } from './buy-x-get-y.js';
import type { Discount } from './core.js';
import { fixedPrice } from './fixed-price.js';
import { fixed } from './fixed.js';
import { freeShipping } from './free-shipping.js';
import { giftCard } from './gift-card.js';
import { percentage } from './percentage.js';
import { reward } from './reward.js';
import { tiered } from './tiered.js';

/** GraphQL's `DiscountInput`, of which exactly one kind is given, as the discount it describes. */
export const discountInput = z
  .object({
    percentage: percentage.input.nullish(),
    fixed: fixed.input.nullish(),
    freeShipping: freeShipping.input.nullish(),
    giftCard: giftCard.input.nullish(),
    reward: reward.input.nullish(),
    buyXGetY: buyXGetY.input.nullish(),
    tiered: tiered.input.nullish(),
    fixedPrice: fixedPrice.input.nullish(),
  })
  .transform((input, context): Discount => {
    const [discount, second] = Object.values(input).filter((given) => given != null);
    if (discount && !second) return discount;
    context.addIssue({ code: 'custom', message: 'Expected exactly one kind of discount.' });
    return z.NEVER;
  });
