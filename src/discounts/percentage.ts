import { z } from 'zod';
import { none, positiveMoneyInput } from '../lib/input.js';
import { shareOf, smaller, type Money } from '../lib/money.js';
import type { Basket, Off } from './basket.js';
import { shareOff, shippingOff } from './split.js';

export interface PercentageDiscount {
  readonly kind: 'PERCENTAGE';
  /** Hundredths of a per cent: 1250 is 12.5 %. */
  readonly basisPoints: number;
  readonly maximum: Money | null;
  readonly freeShipping: boolean;
}

/** "12.5" as 1250. */
export const basisPoints = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2}0*)?$/, 'Expected per cent with up to two decimals, such as "12.5".')
  .transform((percent) => Math.round(Number(percent) * 100))
  .refine((points) => points > 0 && points <= 10_000, 'Expected more than 0 and at most 100 per cent.');

export const formatPercent = (points: number): string => String(points / 100);

export const percentage = {
  input: z
    .object({
      percent: basisPoints,
      maximum: none(positiveMoneyInput),
      freeShipping: z.boolean().default(false),
    })
    .transform(({ percent, ...rest }): PercentageDiscount => ({
      kind: 'PERCENTAGE',
      basisPoints: percent,
      ...rest,
    })),
  amounts: ({ maximum }: PercentageDiscount): Money[] => (maximum ? [maximum] : []),
  off: ({ basisPoints, maximum, freeShipping }: PercentageDiscount, basket: Basket): Off => ({
    lines: shareOff(basket, (sum) => {
      const share = shareOf(sum, BigInt(basisPoints));
      return maximum ? smaller(share, maximum.minor) : share;
    }),
    ...shippingOff(basket, freeShipping),
  }),
  freesShipping: ({ freeShipping }: PercentageDiscount): boolean => freeShipping,
};
