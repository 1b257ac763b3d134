import { z } from 'zod';
import { shareOf, smaller, type Money } from '../lib/money.js';
import { amountIn, amountTable, amountsGiven, eitherOf, oneAmount, type Amounts } from './amounts.js';
import { nothingOff, type Basket, type Inapplicable, type Off } from './basket.js';
import { shareOff, shippingOff } from './split.js';
import { partFor, targeted, targetFields, type Targeted } from './target.js';

/** A share of what something costs. */
export interface PercentageDiscount extends Targeted {
  readonly kind: 'PERCENTAGE';
  /** Hundredths of a per cent: 1250 is 12.5 %. */
  readonly basisPoints: number;
  /** It takes off no more than this in all; null is without a ceiling. */
  readonly maximum: Amounts | null;
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
    .object({ percent: basisPoints, maximum: oneAmount, maximums: amountTable, ...targetFields })
    .transform(({ percent, maximum, maximums, ...rest }, context): PercentageDiscount => ({
      kind: 'PERCENTAGE',
      basisPoints: percent,
      maximum: eitherOf({ maximum, maximums }, context),
      ...targeted(rest, context),
    })),
  given: ({ basisPoints, maximum, target, units, freeShipping }: PercentageDiscount) => ({
    percentage: {
      percent: formatPercent(basisPoints),
      maximums: amountsGiven(maximum),
      target,
      units,
      freeShipping,
    },
  }),
  amounts: ({ maximum }: PercentageDiscount): readonly Money[] => maximum ?? [],
  off(discount: PercentageDiscount, basket: Basket): Off | Inapplicable {
    const { basisPoints, target, units } = discount;
    const maximum = discount.maximum && amountIn(discount.maximum, basket.currency);
    if (target === 'SHIPPING') {
      if (basket.shippingMinor === null) return 'SHIPPING_NEEDED';
      const share = shareOf(basket.shippingMinor, BigInt(basisPoints));
      const shippingMinor = maximum === null ? share : smaller(share, maximum);
      return { lines: nothingOff(basket), freesShipping: false, shippingMinor, reward: null };
    }
    const part = partFor({ target, units }, basket);
    if (typeof part === 'string') return part;
    return {
      lines: shareOff(part, basisPoints, maximum),
      ...shippingOff(basket, discount.freeShipping),
      reward: null,
    };
  },
  freesShipping: ({ freeShipping }: PercentageDiscount): boolean => freeShipping,
};
