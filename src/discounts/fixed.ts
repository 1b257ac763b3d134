import { z } from 'zod';
import { positiveMoneyInput } from '../lib/input.js';
import { smaller, type Money } from '../lib/money.js';

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
  itemsOff: ({ amount }: FixedDiscount, itemsMinor: bigint): bigint => smaller(amount.minor, itemsMinor),
  shippingOff: ({ freeShipping }: FixedDiscount, shippingMinor: bigint): bigint | null =>
    freeShipping ? shippingMinor : null,
};
