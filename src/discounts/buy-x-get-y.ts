import { z } from 'zod';
import { none } from '../lib/input.js';
import type { Money } from '../lib/money.js';
import { itemsOff, type Basket, type Inapplicable, type Off } from './basket.js';
import { unitsOf } from './part.js';
import { basisPoints, formatPercent } from './percentage.js';
import { reducedUnits } from './reduced-units.js';
import { selector, type Selector } from './selector.js';
import { shareOff } from './split.js';

/** Whoever buys some units gets others for less, or free. What that means exactly is said at `reducedUnits`. */
export interface BuyXGetYDiscount {
  readonly kind: 'BUY_X_GET_Y';
  readonly buy: BuyX;
  readonly get: GetY;
  /** How many times in one order at most; null is without limit. */
  readonly repeat: number | null;
}

export interface BuyX {
  readonly quantity: number;
  /** Of the matching items those to buy; null for all. */
  readonly items: Selector | null;
}

export interface GetY {
  readonly quantity: number;
  /** Of the matching items those to get; null for the cheaper ones of those to buy. */
  readonly items: Selector | null;
  /** Off the units to get: 10000 makes them free. */
  readonly basisPoints: number;
}

const maxQuantity = 10_000;
const quantity = z.int().min(1, 'Expected at least 1.').max(maxQuantity, `Expected at most ${maxQuantity}.`);

export const buyXGetY = {
  input: z
    .object({
      buy: z.object({ quantity, items: none(selector) }),
      get: z
        .object({ quantity, items: none(selector), percent: basisPoints.prefault('100') })
        .transform(({ percent, ...rest }) => ({ ...rest, basisPoints: percent })),
      repeat: none(quantity),
    })
    .transform((given): BuyXGetYDiscount => ({ kind: 'BUY_X_GET_Y', ...given })),
  given: ({ buy, get: { basisPoints, ...get }, repeat }: BuyXGetYDiscount) => ({
    buyXGetY: { buy, get: { ...get, percent: formatPercent(basisPoints) }, repeat },
  }),
  amounts: (): readonly Money[] => [],
  off(discount: BuyXGetYDiscount, { lines, hasItems }: Basket): Off | Inapplicable {
    if (!hasItems) return 'ITEMS_NEEDED';
    const part = unitsOf(lines, reducedUnits(discount, lines));
    return itemsOff(shareOff(part, discount.get.basisPoints, null));
  },
  freesShipping: (): boolean => false,
};
