import { z } from 'zod';
import { none, positiveMoneyInput } from '../lib/input.js';
import type { Money } from '../lib/money.js';
import type { Basket, Off } from './basket.js';
import { nothingOff, shippingOff } from './split.js';

export interface FreeShippingDiscount {
  readonly kind: 'FREE_SHIPPING';
  /** Shipping is paid up to this; null is without a ceiling. */
  readonly maximum: Money | null;
}

export const freeShipping = {
  input: z
    .object({ maximum: none(positiveMoneyInput) })
    .transform((input): FreeShippingDiscount => ({ kind: 'FREE_SHIPPING', ...input })),
  amounts: ({ maximum }: FreeShippingDiscount): Money[] => (maximum ? [maximum] : []),
  off: ({ maximum }: FreeShippingDiscount, basket: Basket): Off => ({
    lines: nothingOff(basket),
    ...shippingOff(basket, true, maximum?.minor),
  }),
  freesShipping: (): boolean => true,
};
