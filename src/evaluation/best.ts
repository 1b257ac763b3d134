import type { Coupon } from '../coupons/core.js';
import { isGiftCard } from '../discounts/core.js';
import { assert } from '../lib/assert.js';
import { formatMoney, money, smaller, type Money } from '../lib/money.js';
import { isFailure, type Failure } from '../lib/outcome.js';
import { combine, type Combination, type RejectedCoupon } from './combine.js';
import { decide, type Refusal } from './decide.js';
import type { Question } from './question.js';
import { minorOf, search, type Found, type Searched } from './search.js';
import { conflictBetween, conflictsWith, couponConflict, inOrder, type CouponConflict } from './stack.js';
import type { Asked, Tally } from './tally.js';
import { isRefusedForGood, openTrial } from './trial.js';

/**
 * Which set of coupons is the best one. A set is possible if no two of it conflict, and each takes something off when
 * all are taken off in the one order of `inOrder`. First come those that keep the most of what must be kept; then
 * - BEST_FOR_CUSTOMER: those that take the most off items and shipping together; what has no price (a reward,
 *   and shipping of which nobody said what it costs) is more than nothing, and less than the smallest amount;
 * - CHEAPEST_FOR_MERCHANT: those that take the least off. What must be kept is every code that was entered, unless
 *   said otherwise, so nothing is added that nobody asked for.
 * Of those that are equal the one with the fewest coupons is best, then the one whose coupons come first in the order.
 *
 * Gift cards pay what is left of the bill, whatever it is: they make nothing cheaper. So what they pay is nothing that is
 * taken off, and where the customer's gain counts they have no part in the choice: they come after it, as far as they get along
 * with what was chosen. Where codes must be kept, cards are among them, and belong to a set like any other.
 */
export type Goal = 'BEST_FOR_CUSTOMER' | 'CHEAPEST_FOR_MERCHANT';

export interface Choosing {
  readonly goal: Goal;
  /**
   * Whether to stop and answer with the best set so far. Asked again and again, with how often it was looked by then what a
   * coupon takes off a line of the order: that is the same for the same question, however fast the machine is.
   */
  readonly isOver: (looks: number) => boolean;
  /** Coupons to keep, as many as can be; by default the entered codes if the merchant's costs count, otherwise none. */
  readonly mustKeep?: ReadonlySet<Coupon['id']>;
  /**
   * What others that can be used, but are too many to choose among, take off at most, all of them together in minor units;
   * null where there are none.
   */
  readonly leftOutMinor?: bigint | null;
}

export interface BestCombination {
  readonly best: Chosen;
  /** Why each of the others was not chosen, in the order in which they would have been taken off. */
  readonly rejected: readonly NotChosen[];
  /** The best of all other sets; null if there is no other. */
  readonly runnerUp: Chosen | null;
  /** Whether it is proven that no set is better. */
  readonly isExact: boolean;
  /** By so much in minor units may a set be better that was not looked at; zero if exact. */
  readonly gapMinor: bigint;
  /** How often a coupon was tried out. */
  readonly visited: number;
}

export interface Chosen extends Omit<Combination, 'rejected'> {
  /** Off items and shipping, without what gift cards pay. */
  readonly valueMinor: bigint;
}

export interface NotChosen extends Pick<RejectedCoupon, 'coupon' | 'conflicts'> {
  /** Never empty, the weightiest first. */
  readonly reasons: readonly (Refusal | CouponConflict | OutbidByOthers)[];
}

/** Nothing is wrong with the coupon: the goal is met better without it. */
export interface OutbidByOthers extends Failure<'OutbidByOthers'> {
  readonly couponCode: string;
  readonly goal: Goal;
  /** What the chosen set takes off, in minor units. */
  readonly bestMinor: bigint;
  /** What the best set with the coupon takes off, if it is the second best of all; null where that is not proven. */
  readonly bestWithMinor: bigint | null;
  readonly currency: string;
}

/** Chooses among coupons the set that serves the goal best. The tally is left as it was. */
export function bestCombination(
  tally: Tally,
  coupons: readonly Coupon[],
  asked: Asked,
  now: Date,
  {
    goal,
    isOver,
    mustKeep = enteredIf(goal === 'CHEAPEST_FOR_MERCHANT', coupons),
    leftOutMinor = null,
  }: Choosing,
): BestCombination {
  const inTurn = inOrder(coupons);
  const giftCards = inTurn.filter(({ discount }) => isGiftCard(discount));
  const areCardsChosen = goal === 'CHEAPEST_FOR_MERCHANT' || giftCards.some(({ id }) => mustKeep.has(id));
  const cardsAfter = areCardsChosen ? [] : giftCards;
  const { candidates, questions, refused } = sifted(
    tally,
    inTurn.filter((coupon) => !cardsAfter.includes(coupon)),
    asked,
  );
  const places = new Map(candidates.map((candidate, index) => [candidate, index]));
  const trial = openTrial(asked.order, questions);
  const found = search(
    trial,
    conflictsAmong(candidates),
    { mustKeep: candidates.map(({ id }) => mustKeep.has(id)), isMostBest: goal === 'BEST_FOR_CUSTOMER' },
    isOver,
  );
  const membersOf = ({ members }: Found) => members.map((member) => candidates[member]!);
  const combined = (set: Found) => combine(tally, [...membersOf(set), ...cardsAfter], asked, now);

  const combination = combined(found.best);
  const members = membersOf(found.best);
  const best = chosen(combination, found.best, members);

  const isChosen = new Set(combination.applied.map(({ coupon }) => coupon));
  const beside = candidates.filter(
    (coupon) => !isChosen.has(coupon) && conflictsWith(coupon, members).length === 0,
  );
  const welcome = trial.welcomeAmong(found.best.members);
  // None of these takes anything in its turn, and so they are all refused as each would be alone beside the chosen ones.
  const unwelcome = beside.filter((coupon) => !welcome.has(places.get(coupon)!));
  const refusedBeside = new Map(
    combine(tally, [...members, ...unwelcome], asked, now).rejected.map((one) => [one.coupon, one]),
  );

  const isKept = candidates.some(({ id }) => mustKeep.has(id));
  const others = leftOutMinor === null ? null : possibleWith(found, asked, { goal, leftOutMinor, isKept });
  const isExact = found.isExact && others === null;

  function reasonsFor(coupon: Coupon): NotChosen {
    const refusal = refused.get(coupon);
    if (refusal) return { coupon, reasons: [refusal], conflicts: [] };
    const index = places.get(coupon)!;
    const outbid = outbidByOthers(coupon.code, goal, {
      best: money(best.valueMinor, asked.order.currency),
      withIt: isExact ? bestWith(index, found) : null,
      isExact,
    });
    const [first, ...others] = conflictsWith(coupon, members);
    if (first) {
      const conflicts = [first, ...others] as const;
      return { coupon, reasons: [couponConflict(coupon.code, [...conflicts]), outbid], conflicts };
    }
    return refusedBeside.get(coupon) ?? { coupon, reasons: [outbid], conflicts: [] };
  }

  const cards = new Map(combination.rejected.map((rejected) => [rejected.coupon, rejected]));
  const gapMinor = (others ?? BigInt(minorOf(found.bestPossible))) - best.valueMinor;
  return {
    best,
    rejected: inTurn
      .filter((coupon) => !isChosen.has(coupon))
      .map((coupon) => cards.get(coupon) ?? reasonsFor(coupon)),
    runnerUp: found.second && chosen(combined(found.second), found.second, membersOf(found.second)),
    isExact,
    gapMinor: gapMinor < 0n ? -gapMinor : gapMinor,
    visited: found.visited,
  };
}

/**
 * What a set can come to at best that has others in it as well; null if they can make none better. Of the least that is
 * taken off, nothing is known but that it is not negative: a price floor may leave next to nothing for what comes after it.
 */
function possibleWith(
  { mostMinor }: Searched,
  { order }: Asked,
  {
    goal,
    leftOutMinor,
    isKept,
  }: { readonly goal: Goal; readonly leftOutMinor: bigint; readonly isKept: boolean },
): bigint | null {
  if (goal === 'CHEAPEST_FOR_MERCHANT') return isKept ? 0n : null;
  return smaller(order.subtotalMinor + (order.shippingMinor ?? 0n), BigInt(mostMinor) + leftOutMinor);
}

const enteredIf = (isWanted: boolean, coupons: readonly Coupon[]): ReadonlySet<Coupon['id']> =>
  new Set(coupons.filter(({ trigger }) => isWanted && trigger === 'CODE').map(({ id }) => id));

/** Which of them cannot be used together: neither of two, whichever is asked first. */
function conflictsAmong(candidates: readonly Coupon[]): boolean[][] {
  const conflicts = candidates.map(() => candidates.map(() => false));
  for (const [index, one] of candidates.entries()) {
    for (let other = index + 1; other < candidates.length; other++) {
      if (!conflictBetween(one, candidates[other]!)) continue;
      conflicts[index]![other] = true;
      conflicts[other]![index] = true;
    }
  }
  return conflicts;
}

/**
 * What the best set with a candidate that the best of all is without takes off, of those that keep as many; null where it is
 * not known. Of all sets two are proven: one with the candidate is told of if it is the second.
 */
const bestWith = (index: number, { best, second }: Searched): number | null =>
  second?.members.includes(index) && second.kept === best.kept ? second.score : null;

/** Those that sets are made of; and of the others, why they are refused whatever goes before. */
function sifted(tally: Tally, coupons: readonly Coupon[], asked: Asked) {
  const candidates: Coupon[] = [];
  const questions: Question[] = [];
  const refused = new Map<Coupon, Refusal>();
  for (const coupon of coupons) {
    const question = tally.questionOf(coupon, asked);
    const alone = decide(question);
    if (isFailure(alone) && isRefusedForGood(question)) {
      refused.set(coupon, alone);
    } else {
      candidates.push(coupon);
      questions.push(question);
    }
  }
  return { candidates, questions, refused };
}

function chosen(
  { rejected: _, ...combination }: Combination,
  { score }: Found,
  members: readonly Coupon[],
): Chosen {
  const { applied } = combination;
  const discounts = applied.filter(({ coupon }) => !isGiftCard(coupon.discount));
  const valueMinor = discounts.reduce(
    (sum, { valuation }) => sum + valuation.discount.minor + (valuation.shippingDiscount?.minor ?? 0n),
    0n,
  );
  const asMembers = applied.filter(({ coupon }) => members.includes(coupon));
  const isAsFound = asMembers.length === members.length && valueMinor === BigInt(minorOf(score));
  assert(isAsFound, 'a set is worth what the search found it to be');
  return { ...combination, valueMinor };
}

/** What holds of every combination with the coupon, as the best is without it. */
const noneBetter: Readonly<Record<Goal, string>> = {
  BEST_FOR_CUSTOMER: 'no combination with it takes off more',
  CHEAPEST_FOR_MERCHANT: 'no combination with it that keeps as many codes takes off less',
};

const extents: Readonly<Record<Goal, string>> = {
  BEST_FOR_CUSTOMER: 'at most',
  CHEAPEST_FOR_MERCHANT: 'at least',
};

function outbidByOthers(
  couponCode: string,
  goal: Goal,
  {
    best,
    withIt,
    isExact,
  }: { readonly best: Money; readonly withIt: number | null; readonly isExact: boolean },
): OutbidByOthers {
  const bestWithMinor = withIt === null ? null : BigInt(minorOf(withIt));
  const told =
    bestWithMinor === null
      ? isExact
        ? noneBetter[goal]
        : 'no better combination with it was found'
      : `with it ${extents[goal]} ${formatMoney(money(bestWithMinor, best.currency))}`;
  return {
    failure: 'OutbidByOthers',
    message: `Without the coupon "${couponCode}" ${formatMoney(best)} is taken off, and ${told}.`,
    couponCode,
    goal,
    bestMinor: best.minor,
    bestWithMinor,
    currency: best.currency,
  };
}
