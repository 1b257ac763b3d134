import { z } from 'zod';
import { positiveMoneyInput } from '../lib/input.js';
import type { Money } from '../lib/money.js';
import type { Basket, Off } from './basket.js';
import { amountOff, shippingOff } from './split.js';

export interface FixedDiscount {
  readonly kind: 'FIXED';
  readonly amount: Money;
  readonly freeShipping: boolean;
}

export const fixed = {
  input: z
    .object({ amount: positiveMoneyInput, freeShipping: z.boolean().default(false) })
    .transform((input): FixedDiscount => ({ kind: 'FIXED', ...input })),
  amounts: ({ amount }: FixedDiscount): Money[] => [amount],
  off: ({ amount, freeShipping }: FixedDiscount, basket: Basket): Off => ({
    lines: amountOff(basket, amount.minor),
    ...shippingOff(basket, freeShipping),
  }),
  freesShipping: ({ freeShipping }: FixedDiscount): boolean => freeShipping,
};
