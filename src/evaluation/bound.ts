import type { Candidate, Trial } from './trial.js';

/**
 * A coupon as the bound sees it. A `share` is a part of what is left of its lines, whatever has gone before; of all
 * others is known only that they take no more than an amount.
 */
interface Seen {
  readonly share: number | null;
  readonly most: number;
  readonly mostShipping: number;
  readonly lines: readonly number[];
  readonly floors: Float64Array;
  readonly hasFloor: boolean;
}

/** A gift card pays, and comes after all that takes something off. */
const takesNothing: Seen = {
  share: null,
  most: 0,
  mostShipping: 0,
  lines: [],
  floors: new Float64Array(),
  hasFloor: false,
};

function seen(candidate: Candidate): Seen {
  const { lines, floors, mostMinor, mostShippingMinor } = candidate;
  const { discount, stacking } = candidate.question.coupon;
  if (candidate.paysMinor !== null) return takesNothing;
  const isPlain =
    (discount.kind === 'PERCENTAGE' || discount.kind === 'FIXED') && discount.target === 'MATCHING_ITEMS';
  const isShare = isPlain && discount.kind === 'PERCENTAGE' && stacking.base === 'RUNNING';
  return {
    share: isShare ? discount.basisPoints / 10_000 : null,
    most: Number(mostMinor),
    mostShipping: Number(mostShippingMinor),
    // What else there is may take something off items that the coupon itself is not for.
    lines: lines.flatMap(({ isMatching }, index) => (isMatching || !isPlain ? [index] : [])),
    floors: Float64Array.from(floors, Number),
    hasFloor: floors.some((floor) => floor > 0n),
  };
}

/** To reckon with a coupon takes, beside its lines, as long as so many looks at a line: see `looks`. */
const looksACoupon = 4;

/**
 * How much the candidates that have not had their turn can take off at most, whichever of them are used: never less
 * than any of their sets does take.
 *
 * Suppose all shares are used, each leaving of a line `1 - share`. An amount that is taken before a share leaves less
 * for the share, so it is worth only what the shares after it leave of it: on the line where they leave most. No set
 * can take more: to leave a share out leaves more to pay, and so does to take an amount later than its turn, or a share
 * earlier. Of candidates of which only one can be used, that holds for the largest share on each line in the place of
 * the first, and for the largest amount in the place of the last. What rounding can add is added.
 */
export function openBound(trial: Trial, cliqueOf: readonly number[], limits: readonly Shared[]) {
  const coupons = trial.candidates.map(seen);
  const size = coupons.length;
  const lineCount = trial.left.length;
  const cliqueSize = new Map<number, number>();
  for (const clique of cliqueOf) cliqueSize.set(clique, (cliqueSize.get(clique) ?? 0) + 1);
  const isShared = cliqueOf.map((clique) => cliqueSize.get(clique)! > 1);

  const left = new Float64Array(lineCount);
  const room = new Float64Array(lineCount);
  const kept = new Float64Array(lineCount);
  const isAmount = new Uint8Array(size);
  const cliqueAmount = new Float64Array(size);
  const cliqueShares = Array.from({ length: size }, () => new Float64Array(lineCount));
  const firstShare = new Int32Array(size);
  const hasAmount = new Uint8Array(size);
  const hasShare = new Uint8Array(size);
  const roundings = new Float64Array(size);
  let looks = 0;

  /** What of a line is left by the share of a coupon, at least. */
  const leaves = ({ share, floors: own, hasFloor }: Seen, line: number): number => {
    const rest = left[line]!;
    const part = 1 - share!;
    if (!hasFloor || rest === 0) return part;
    return Math.max(part, Math.min(1, own[line]! / rest));
  };

  /** Off the items. A clique can be seen in two ways, each of which may be the closer one: see `isAmount`. */
  function itemsAbove(
    from: number,
    blocked: Int32Array,
    isLeftOut: (index: number) => boolean,
    onlyAmounts: boolean,
  ) {
    looks += ((size - from) * (lineCount + looksACoupon)) / 2;
    cliqueAmount.fill(0);
    hasShare.fill(0);
    roundings.fill(0);
    hasAmount.fill(0);
    for (let index = from; index < size; index++) {
      if (blocked[index]! > 0 || isLeftOut(index)) continue;
      const coupon = coupons[index]!;
      let reach = 0;
      let base = 0;
      for (const line of coupon.lines) {
        base += left[line]!;
        const own = coupon.hasFloor ? left[line]! - coupon.floors[line]! : left[line]!;
        reach += Math.max(0, Math.min(room[line]!, own));
      }
      const { share } = coupon;
      const shareTakes = share === null ? Infinity : share * base + 0.5;
      const amount = Math.min(coupon.most, reach, shareTakes);
      const clique = cliqueOf[index]!;
      // Of a clique with shares and amounts both would be counted, unless what its shares take counts as amounts too.
      isAmount[index] = Number(
        share === null || coupon.most < share * base || (onlyAmounts && isShared[index]!),
      );
      if (isAmount[index]) {
        hasAmount[clique] = 1;
        cliqueAmount[clique] = Math.max(cliqueAmount[clique]!, amount);
      } else {
        if (!hasShare[clique]) {
          firstShare[clique] = index;
          cliqueShares[clique]!.fill(1);
        }
        hasShare[clique] = 1;
        const shares = cliqueShares[clique]!;
        for (const line of coupon.lines) shares[line] = Math.min(shares[line]!, leaves(coupon, line));
      }
    }

    kept.fill(1);
    let above = 0;
    for (let index = size - 1; index >= from; index--) {
      if (blocked[index]! > 0 || isLeftOut(index)) continue;
      const coupon = coupons[index]!;
      const clique = cliqueOf[index]!;
      let most = 0;
      let least = coupon.hasFloor ? 0 : 1;
      let split = 0;
      for (const line of coupon.lines) {
        if (left[line] === 0) continue;
        split++;
        const part = room[line]! < left[line]! ? 0 : kept[line]!;
        if (part < least) least = part;
        if (kept[line]! > most) most = kept[line]!;
      }
      if (isAmount[index]) {
        // The largest amount of a clique may be that of another one, for other lines.
        if (hasAmount[clique]) above += cliqueAmount[clique]! * (isShared[index] ? mostKept() : most);
        hasAmount[clique] = 0;
      } else {
        // Half a unit when the sum is rounded. When it is split over n lines, n / 4 units at most fall on other lines than
        // they should: where more is left of them, and in the worst case from lines that could not take them.
        const rounding = 0.5 * most + (split / 4) * Math.max(0, most - least);
        roundings[clique] = Math.max(roundings[clique]!, rounding);
        if (firstShare[clique] === index) {
          const shares = cliqueShares[clique]!;
          above += roundings[clique];
          for (let line = 0; line < lineCount; line++) kept[line]! *= shares[line]!;
        }
      }
    }
    for (let line = 0; line < lineCount; line++) {
      above += Math.min(left[line]! * (1 - kept[line]!), room[line]!);
    }
    return above;
  }

  /** On the line where the shares after this place leave the most. */
  function mostKept(): number {
    let most = 0;
    for (let line = 0; line < lineCount; line++) {
      if (left[line] !== 0 && kept[line]! > most) most = kept[line]!;
    }
    return most;
  }

  const none = () => false;

  function above(from: number, blocked: Int32Array): number {
    let rooms = 0;
    const now = trial.floors();
    for (let line = 0; line < lineCount; line++) {
      left[line] = Number(trial.left[line]!);
      room[line] = Math.max(0, left[line]! - Number(now[line]!));
      rooms += room[line]!;
    }
    let shipping = 0;
    for (let index = from; index < size; index++) {
      if (blocked[index]! === 0) shipping += coupons[index]!.mostShipping;
    }
    shipping = Math.min(shipping, Number(trial.shippingLeft() ?? 0n));

    let items = Math.min(rooms, itemsAbove(from, blocked, none, false));
    items = Math.min(items, itemsAbove(from, blocked, none, true));
    let most = items + shipping;
    for (const { counter, ceiling, members } of limits) {
      const rest = Math.max(0, Number(ceiling - trial.used[counter]!));
      if (rest >= most) continue;
      const others = itemsAbove(from, blocked, (index) => members[index]!, false);
      most = Math.min(most, rest + Math.min(rooms, others) + shipping);
    }
    return Math.floor(most * (1 + 1e-12) + 1e-6);
  }

  return {
    /** Of the candidates from a place on that are not blocked. */
    above,
    /** How often it was looked by now what a coupon takes off a line. */
    looks: () => looks,
  };
}

/** A limit on what is taken off, and which of the candidates it counts. */
export interface Shared {
  readonly counter: number;
  /** With its over-run. */
  readonly ceiling: bigint;
  readonly members: readonly boolean[];
}
