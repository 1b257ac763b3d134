import { z } from 'zod';
import { none, positiveMoneyInput } from '../lib/input.js';
import { smaller, type Money } from '../lib/money.js';

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
  itemsOff: (): bigint => 0n,
  shippingOff: ({ maximum }: FreeShippingDiscount, shippingMinor: bigint): bigint =>
    maximum ? smaller(maximum.minor, shippingMinor) : shippingMinor,
};
