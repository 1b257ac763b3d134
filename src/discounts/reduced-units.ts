import type { BasketLine } from './basket.js';
import type { BuyXGetYDiscount } from './buy-x-get-y.js';
import { selects } from './selector.js';
import { runsByPrice, type Run } from './units.js';

/** Units of one line that are still neither bought nor got. */
interface Pile {
  readonly index: number;
  readonly canBuy: boolean;
  readonly canGet: boolean;
  left: number;
}

/**
 * How many units of each line are reduced.
 *
 * All units go by what they cost before any discount. Where those to get are the same items as those to buy, they are
 * lined up from the most expensive on and cut into groups of X + Y; of each full group the last Y, which are its
 * cheapest, are reduced. Another item can only move what is reduced up to something dearer, so it never loses: that
 * is why the groups are cut from the top, and the cheapest of the group and not of the cart are free.
 *
 * Where those to get are items of their own, each X bought earn the Y most expensive that can be got, or as many as
 * there are. A unit that could be either is bought or got, not both: bought are first those that can only be bought,
 * then the most expensive of those that can be both.
 */
export function reducedUnits({ buy, get, repeat }: BuyXGetYDiscount, lines: readonly BasketLine[]): number[] {
  const piles = runsByPrice(lines, ({ isMatching }) => isMatching, 'DEAREST').map(
    ({ index, units }: Run): Pile => {
      const canBuy = selects(buy.items, lines[index]!);
      const canGet = get.items ? selects(get.items, lines[index]!) : canBuy;
      return { index, canBuy, canGet, left: units };
    },
  );
  const ways = {
    toBuyOnly: piles.filter(({ canBuy, canGet }) => canBuy && !canGet),
    toBuy: piles.filter(({ canBuy, canGet }) => canBuy && canGet),
    toGet: piles.filter(({ canGet }) => canGet),
  };
  const reduced = lines.map(() => 0);
  let left = repeat ?? Infinity;
  while (left > 0) {
    const groups = Math.max(1, Math.min(left, alikeGroups(ways, buy.quantity, get.quantity)));
    const missing = take(ways.toBuy, take(ways.toBuyOnly, buy.quantity * groups));
    if (missing > 0) break;
    const got = ways.toGet.map((pile) => pile.left);
    const short = take(ways.toGet, get.quantity * groups);
    if (short === get.quantity * groups || (short > 0 && !get.items)) break;
    ways.toGet.forEach((pile, at) => (reduced[pile.index]! += got[at]! - pile.left));
    left -= groups;
  }
  return reduced;
}

interface Ways {
  readonly toBuyOnly: readonly Pile[];
  readonly toBuy: readonly Pile[];
  readonly toGet: readonly Pile[];
}

/** How many groups in a row are made of the same piles: taken at once, a million units cost no more than two. */
function alikeGroups({ toBuyOnly, toBuy, toGet }: Ways, x: number, y: number): number {
  const fromOne = (piles: readonly Pile[]) => piles.find(({ left }) => left > 0);
  const bought = fromOne(toBuyOnly) ?? fromOne(toBuy);
  const got = fromOne(toGet);
  if (!bought || !got) return 0;
  if (bought === got) return Math.floor(bought.left / (x + y));
  return Math.min(Math.floor(bought.left / x), Math.floor(got.left / y));
}

/** Takes so many units off the piles, the first first; how many there were too few. */
function take(piles: readonly Pile[], units: number): number {
  let missing = units;
  for (const pile of piles) {
    if (missing === 0) return 0;
    const taken = Math.min(pile.left, missing);
    pile.left -= taken;
    missing -= taken;
  }
  return missing;
}
