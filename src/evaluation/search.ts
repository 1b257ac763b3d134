import { openBound, type Shared } from './bound.js';
import type { Taken, Trial } from './trial.js';

/** What makes one set better than another: see `Goal`. */
export interface Wanted {
  /** Which candidates are to be kept, as many of them as can be. */
  readonly mustKeep: readonly boolean[];
  /** Whether more off is better, or less. */
  readonly isMostBest: boolean;
}

/** A set of candidates all of which are worth something when they are used together. */
export interface Found {
  /** By their places in the one order, ascending. */
  readonly members: readonly number[];
  readonly kept: number;
  /** What is taken off items and shipping, and what has no price: see `scoreOf`. What gift cards pay is none of it. */
  readonly score: number;
}

export interface Searched {
  readonly best: Found;
  readonly second: Found | null;
  /** No set that keeps as many has a better score than this. */
  readonly bestPossible: number;
  /** No set takes more off than this, in minor units, nor do its members if coupons come between that are no candidates. */
  readonly mostMinor: number;
  readonly isExact: boolean;
  /** How often a coupon was tried out. */
  readonly visited: number;
}

const lexicographic = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((member, index) => member !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
};

/** Negative if the first is the better one: never zero for two sets that differ. */
const compareFound = ({ isMostBest }: Pick<Wanted, 'isMostBest'>, a: Found, b: Found): number =>
  b.kept - a.kept ||
  (isMostBest ? b.score - a.score : a.score - b.score) ||
  a.members.length - b.members.length ||
  lexicographic(a.members, b.members);

/** Each candidate's clique, so that of the members of one at most one can be used: as few as are found at first sight. */
function cliquesOf(conflicts: readonly (readonly boolean[])[], worth: readonly number[]): number[] {
  const cliques: number[][] = [];
  const cliqueOf = conflicts.map(() => -1);
  const byWorth = conflicts.map((_, index) => index).sort((a, b) => worth[b]! - worth[a]!);
  for (const index of byWorth) {
    let place = cliques.findIndex((members) => members.every((member) => conflicts[index]![member]));
    if (place < 0) place = cliques.push([]) - 1;
    cliques[place]!.push(index);
    cliqueOf[index] = place;
  }
  return cliqueOf;
}

/** What has no price is worth more than nothing, and less than the smallest amount: no more than three such things count. */
const scale = 4;

const scoreOf = (minor: number, unpriced: number): number => scale * minor + Math.min(unpriced, scale - 1);

/** What a score comes to in minor units, without what has no price. */
export const minorOf = (score: number): number => Math.floor(score / scale);

/** To try out a coupon takes as long, line by line, as so many looks at what it could take: see `looks`. */
const looksATry = 8;

/**
 * The best set of candidates and the second best, by branch and bound: candidates are added in the one order, so that
 * what is taken is known exactly as soon as one is added, and a set is given up when the bound proves that no set that
 * begins with it is among the best two.
 */
export function search(
  trial: Trial,
  conflicts: readonly (readonly boolean[])[],
  wanted: Wanted,
  isOver: (looks: number) => boolean,
): Searched {
  const { candidates } = trial;
  const size = candidates.length;
  const { mustKeep, isMostBest } = wanted;
  const worth = candidates.map(({ mostMinor, mostShippingMinor, paysMinor }) =>
    paysMinor === null ? Number(mostMinor + mostShippingMinor) : 0,
  );
  const payers = payersAmong(trial, mustKeep);
  const cliqueOf = cliquesOf(conflicts, worth);
  const bound = openBound(trial, cliqueOf, sharedLimits(trial));
  const blocked = new Int32Array(size);
  const freesUnknown = candidates.map(
    ({ freesShipping, question }) => freesShipping && question.order.shippingMinor === null,
  );

  let best: Found | null = null;
  let second: Found | null = null;
  let bestPossible = 0;
  let visited = 0;
  /** How often it was looked what a coupon takes off a line: nearly all the time goes by with that. */
  const looks = () => visited * (looksATry * trial.left.length + size) + bound.looks();
  /** Once it is over: up to so many looks are spent on how much better a set could be. */
  let mostLooks: number | null = null;

  const members: number[] = [];
  let value = 0;
  let kept = 0;
  let unknown = 0;
  let rewards = 0;
  const score = () => scoreOf(value, Number(unknown > 0) + rewards);

  function add(index: number): Taken | null {
    visited++;
    const taken = trial.take(candidates[index]!);
    if (!taken) return null;
    members.push(index);
    value += savedBy(taken);
    kept += Number(mustKeep[index]);
    unknown += Number(taken.freesUnknownShipping);
    rewards += Number(taken.hasReward);
    conflicts[index]!.forEach((isConflict, other) => (blocked[other]! += Number(isConflict)));
    return taken;
  }

  function remove(taken: Taken): void {
    const index = members.pop()!;
    trial.giveBack(taken);
    value -= savedBy(taken);
    kept -= Number(mustKeep[index]);
    unknown -= Number(taken.freesUnknownShipping);
    rewards -= Number(taken.hasReward);
    conflicts[index]!.forEach((isConflict, other) => (blocked[other]! -= Number(isConflict)));
  }

  /** Remembers the set as it is, if it is one of the best two. */
  function consider(): void {
    const found = { members: [...members], kept, score: score() };
    if (second && compareFound(wanted, found, second) >= 0) return;
    const order = best ? compareFound(wanted, found, best) : -1;
    if (order < 0) {
      second = best;
      best = found;
    } else if (order > 0) {
      second = found;
    }
  }

  /** How many more of those to be kept can be added at most. */
  function keepable(from: number): number {
    const cliques = new Set<number>();
    const ofOthers = new Set<number>();
    for (let index = from; index < size; index++) {
      if (!mustKeep[index] || blocked[index]! > 0) continue;
      const candidate = candidates[index]!;
      const isPayer = candidate.paysMinor !== null;
      // Nothing gives back what is paid for: a card that finds nothing left now will not later.
      if (isPayer && !trial.hasLeft(candidate)) continue;
      cliques.add(cliqueOf[index]!);
      if (!isPayer || !candidate.isForAll) ofOthers.add(cliqueOf[index]!);
    }
    return Math.min(cliques.size, ofOthers.size + payable(from));
  }

  /** How many of the gift cards for everything can be added at most: all but the last pay all that is on them. */
  function payable(from: number): number {
    let rest = trial.leftMinor();
    let count = 0;
    for (const { index, paysMinor } of payers) {
      if (index < from || blocked[index]! > 0) continue;
      if (rest <= 0n) break;
      rest -= paysMinor;
      count++;
    }
    return count;
  }

  /** The best score that a set which begins with this one can have. */
  function bestScoreFrom(from: number): number {
    if (!isMostBest) return score();
    const frees =
      unknown > 0 || freesUnknown.some((frees, index) => frees && index >= from && blocked[index] === 0);
    let more = rewards + Number(frees);
    for (let index = from; index < size; index++) {
      if (candidates[index]!.hasReward && blocked[index] === 0) more++;
    }
    return scoreOf(value + bound.above(from, blocked), more);
  }

  /** The same; null if no such set is one of the best two. */
  function hopeFrom(from: number): number | null {
    const mostKept = kept + keepable(from);
    if (second && mostKept < second.kept) return null;
    const reachable = bestScoreFrom(from);
    if (!second || mostKept > second.kept) return reachable;
    if (reachable !== second.score) return reachable > second.score === isMostBest ? reachable : null;
    const more = Math.max(second.kept - kept, fewestFor(minorOf(second.score) - value, from));
    const fewest = members.length + more - second.members.length;
    if (fewest > 0) return null;
    return fewest === 0 && lexicographic([...members, from], second.members) > 0 ? null : reachable;
  }

  /** How many more are needed at least to take so much more off. */
  function fewestFor(missing: number, from: number): number {
    const most = worth.filter((_, index) => index >= from && blocked[index] === 0).sort((a, b) => b - a);
    let count = 1;
    for (let sum = most[0] ?? 0; sum < missing && count < most.length; count++) sum += most[count]!;
    return count;
  }

  /** `before` is what could be reached from a place before. */
  const leaveOpen = (from: number, before: number | null): void => {
    mostLooks ??= looks() * 1.25;
    const reachable = before === null || looks() < mostLooks ? bestScoreFrom(from) : before;
    bestPossible = isMostBest ? Math.max(bestPossible, reachable) : Math.min(bestPossible, reachable);
  };

  /** All sets that begin with the present one, and go on with candidates from a place on. */
  function explore(from: number): void {
    let reachable: number | null = null;
    for (let index = from; index < size; index++) {
      if (blocked[index]! > 0) continue;
      if (mostLooks !== null || isOver(looks())) return leaveOpen(index, reachable);
      reachable = hopeFrom(index);
      if (reachable === null) return;
      const taken = add(index);
      if (!taken) continue;
      consider();
      explore(index + 1);
      remove(taken);
    }
  }

  /** Adds those of a choice that can be added, in the one order, and remembers what has come out. */
  function attempt(isChosen: (index: number) => boolean): void {
    const all: Taken[] = [];
    for (let index = 0; index < size; index++) {
      if (blocked[index]! > 0 || !isChosen(index)) continue;
      const taken = add(index);
      if (taken) all.push(taken);
    }
    consider();
    for (const taken of all.reverse()) remove(taken);
  }

  consider();
  for (let index = 0; index < size; index++) attempt((other) => other === index);
  attempt(() => true);
  if (isMostBest) attempt(chosenFirst(conflicts, (index) => worth[index]!));
  attempt((index) => mustKeep[index]!);

  bestPossible = best!.score;
  explore(0);
  return {
    best: best!,
    second,
    bestPossible: mostLooks === null ? best!.score : bestPossible,
    mostMinor: bound.above(0, blocked),
    isExact: mostLooks === null,
    visited,
  };
}

const savedBy = ({ candidate, itemsMinor, shippingMinor }: Taken): number =>
  candidate.paysMinor === null ? Number(itemsMinor + shippingMinor) : 0;

/** The gift cards for everything that are to be kept, those first that pay least. */
function payersAmong({ candidates }: Trial, mustKeep: readonly boolean[]) {
  return candidates
    .flatMap(({ paysMinor, isForAll }, index) =>
      paysMinor !== null && isForAll && mustKeep[index] ? [{ index, paysMinor }] : [],
    )
    .sort((a, b) => Number(a.paysMinor - b.paysMinor));
}

/** Those that are worth most first, as far as they can be used together. */
function chosenFirst(conflicts: readonly (readonly boolean[])[], worth: (index: number) => number) {
  const chosen = new Set<number>();
  const byWorth = conflicts.map((_, index) => index).sort((a, b) => worth(b) - worth(a));
  for (const index of byWorth) {
    if (![...chosen].some((other) => conflicts[index]![other])) chosen.add(index);
  }
  return (index: number): boolean => chosen.has(index);
}

/** Those limits on what is taken off that count more than one candidate. */
function sharedLimits({ candidates }: Trial): Shared[] {
  const shared = new Map<number, Shared & { readonly members: boolean[] }>();
  candidates.forEach(({ counted }, index) => {
    for (const { limit, counter } of counted) {
      if (limit.measure !== 'DISCOUNT') continue;
      const known = shared.get(counter) ?? {
        counter,
        ceiling: limit.ceiling + limit.overrun,
        members: candidates.map(() => false),
      };
      known.members[index] = true;
      shared.set(counter, known);
    }
  });
  return [...shared.values()];
}
