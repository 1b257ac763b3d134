import { z } from 'zod';
import { allocate, smaller, type Money } from '../lib/money.js';
import { amountIn, amountTable, amountsGiven, oneAmount, requiredOf, type Amounts } from './amounts.js';
import { itemsOff, nothingOff, type Basket, type Inapplicable, type Off } from './basket.js';
import { shareOfUnits } from './part.js';
import { unitCount } from './target.js';
import { runsByPrice } from './units.js';

/**
 * So many matching units for a price. The units are grouped from the most expensive on, as they are before any
 * discount; only full groups are for the price, and a group that costs less already stays as it is.
 */
export interface FixedPriceDiscount {
  readonly kind: 'FIXED_PRICE';
  readonly price: Amounts;
  /** How many units are for the price. */
  readonly groupSize: number;
}

export const fixedPrice = {
  input: z
    .object({ price: oneAmount, prices: amountTable, groupSize: unitCount.default(1) })
    .transform(({ price, prices, groupSize }, context): FixedPriceDiscount => ({
      kind: 'FIXED_PRICE',
      price: requiredOf({ price, prices }, context),
      groupSize,
    })),
  given: ({ price, groupSize }: FixedPriceDiscount) => ({
    fixedPrice: { prices: amountsGiven(price), groupSize },
  }),
  amounts: ({ price }: FixedPriceDiscount): readonly Money[] => price,
  off({ price, groupSize }: FixedPriceDiscount, basket: Basket): Off | Inapplicable {
    if (!basket.hasItems) return 'ITEMS_NEEDED';
    const off = nothingOff(basket);
    const minor = amountIn(price, basket.currency);
    for (const { pieces, groups } of groupsOf(basket, groupSize)) {
      const wish = sum(worths(basket, pieces, 'baseMinor')) - minor * BigInt(groups);
      if (wish <= 0n) continue;
      const rooms = worths(basket, pieces, 'roomMinor');
      const parts = allocate(smaller(wish, sum(rooms)), rooms);
      pieces.forEach(({ index }, at) => (off[index]! += parts[at]!));
    }
    return itemsOff(off);
  },
  freesShipping: (): boolean => false,
};

/** The units of a line from one on and up to another. */
interface Piece {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Full groups of alike make-up: several of one line, or one of units of several lines. */
function groupsOf({ lines }: Basket, size: number) {
  const found: { readonly pieces: readonly Piece[]; readonly groups: number }[] = [];
  let open: Piece[] = [];
  let missing = 0;
  for (const { index, units } of runsByPrice(lines, ({ isMatching }) => isMatching, 'DEAREST')) {
    let from = 0;
    if (missing > 0) {
      from = Math.min(missing, units);
      open.push({ index, from: 0, to: from });
      missing -= from;
      if (missing > 0) continue;
      found.push({ pieces: open, groups: 1 });
    }
    const groups = Math.floor((units - from) / size);
    const to = from + groups * size;
    if (groups > 0) found.push({ pieces: [{ index, from, to }], groups });
    open = to < units ? [{ index, from: to, to: units }] : [];
    missing = to < units ? size - (units - to) : 0;
  }
  return found;
}

/** What the pieces have of their lines: all pieces of a line together have all of it. */
const worths = ({ lines }: Basket, pieces: readonly Piece[], what: 'baseMinor' | 'roomMinor'): bigint[] =>
  pieces.map(({ index, from, to }) => {
    const { [what]: minor, quantity } = lines[index]!;
    return shareOfUnits(minor, to, quantity) - shareOfUnits(minor, from, quantity);
  });

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
