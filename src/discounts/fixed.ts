import { z } from 'zod';
import { smaller, type Money } from '../lib/money.js';
import { amountIn, amountTable, amountsGiven, oneAmount, requiredOf, type Amounts } from './amounts.js';
import { nothingOff, type Basket, type Inapplicable, type Off } from './basket.js';
import { amountOff, shippingOff } from './split.js';
import { partFor, targeted, targetFields, type Targeted } from './target.js';

/** An amount of money, in all and not for each unit. */
export interface FixedDiscount extends Targeted {
  readonly kind: 'FIXED';
  readonly amount: Amounts;
  readonly freeShipping: boolean;
}

export const fixed = {
  input: z
    .object({ amount: oneAmount, amounts: amountTable, ...targetFields })
    .transform(({ amount, amounts, ...rest }, context): FixedDiscount => ({
      kind: 'FIXED',
      amount: requiredOf({ amount, amounts }, context),
      ...targeted(rest, context),
    })),
  given: ({ amount, target, units, freeShipping }: FixedDiscount) => ({
    fixed: { amounts: amountsGiven(amount), target, units, freeShipping },
  }),
  amounts: ({ amount }: FixedDiscount): readonly Money[] => amount,
  off(discount: FixedDiscount, basket: Basket): Off | Inapplicable {
    const { target, units } = discount;
    const amount = amountIn(discount.amount, basket.currency);
    if (target === 'SHIPPING') {
      if (basket.shippingMinor === null) return 'SHIPPING_NEEDED';
      const shippingMinor = smaller(amount, basket.shippingMinor);
      return { lines: nothingOff(basket), freesShipping: false, shippingMinor, reward: null };
    }
    const part = partFor({ target, units }, basket);
    if (typeof part === 'string') return part;
    return { lines: amountOff(part, amount), ...shippingOff(basket, discount.freeShipping), reward: null };
  },
  freesShipping: ({ freeShipping }: FixedDiscount): boolean => freeShipping,
};
