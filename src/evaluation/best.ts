import type { Coupon } from '../coupons/core.js';
import { isGiftCard } from '../discounts/core.js';
import { assert } from '../lib/assert.js';
import { formatMoney, money } from '../lib/money.js';
import { isFailure, type Failure } from '../lib/outcome.js';
import { combine, type Combination, type RejectedCoupon } from './combine.js';
import { decide, type Refusal } from './decide.js';
import { search, type Found } from './search.js';
import { conflictBetween, conflictsWith, couponConflict, inOrder, type CouponConflict } from './stack.js';
import type { Asked, Tally } from './tally.js';
import { isRefusedForGood, openTrial } from './trial.js';

/**
 * Which set of coupons is the best one. A set is possible if no two of it conflict, and each takes something off when
 * all are taken off in the one order of `inOrder`. First come those that keep the most of what must be kept; then
 * - BEST_FOR_CUSTOMER: those that take the most off items and shipping together; what shipping costs that nobody
 *   said is more than nothing, and less than the smallest amount;
 * - CHEAPEST_FOR_MERCHANT: those that take the least off. What must be kept is every code that was entered, unless
 *   said otherwise, so nothing is added that nobody asked for.
 * Of those that are equal the one with the fewest coupons is best, then the one whose coupons come first in the order.
 *
 * Gift cards pay what is left of the bill, whatever it is: they make nothing cheaper, and so have no part in the choice.
 * They come after it, as far as they get along with what was chosen.
 */
export type Goal = 'BEST_FOR_CUSTOMER' | 'CHEAPEST_FOR_MERCHANT';

export interface Choosing {
  readonly goal: Goal;
  /** Whether to stop and answer with the best set so far. Asked again and again, every few coupons that are tried. */
  readonly isOver: () => boolean;
  /** Coupons to keep, as many as can be; by default the entered codes if the merchant's costs count, otherwise none. */
  readonly mustKeep?: ReadonlySet<Coupon['id']>;
}

export interface BestCombination {
  /** What was chosen, and of all others why they were not. */
  readonly best: Chosen;
  /** The best of all other sets, with the same gift cards; null if there is no other. */
  readonly runnerUp: Chosen | null;
  /** Whether it is proven that no set is better. */
  readonly isExact: boolean;
  /** By so much in minor units may a set be better that was not looked at; zero if exact. */
  readonly gapMinor: bigint;
  /** How often a coupon was tried out. */
  readonly visited: number;
}

export interface Chosen extends Omit<Combination, 'rejected'> {
  readonly rejected: readonly NotChosen[];
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
  /** What the best set with the coupon that was come across takes off; null if there was none. */
  readonly bestWithMinor: bigint | null;
  readonly currency: string;
}

/** Chooses among coupons the set that serves the goal best. The tally is left as it was. */
export function bestCombination(
  tally: Tally,
  coupons: readonly Coupon[],
  asked: Asked,
  now: Date,
  choosing: Choosing,
): BestCombination {
  const { goal, isOver } = choosing;
  const inTurn = inOrder(coupons);
  const giftCards = inTurn.filter(({ discount }) => isGiftCard(discount));
  const refused = new Map<Coupon, Refusal>();
  const questions = inTurn.flatMap((coupon) => {
    if (isGiftCard(coupon.discount)) return [];
    const question = tally.questionOf(coupon, asked);
    const alone = decide(question);
    if (!isFailure(alone) || !isRefusedForGood(question)) return [question];
    refused.set(coupon, alone);
    return [];
  });
  const candidates = inTurn.filter((coupon) => !isGiftCard(coupon.discount) && !refused.has(coupon));

  const combined = (chosen: readonly Coupon[]) => combine(tally, [...chosen, ...giftCards], asked, now);
  if (candidates.length === 0) {
    const nothing = combined([]);
    const rejected = inTurn.flatMap((coupon): NotChosen[] => {
      const refusal = refused.get(coupon);
      if (refusal) return [{ coupon, reasons: [refusal], conflicts: [] }];
      return nothing.rejected.filter((card) => card.coupon === coupon);
    });
    const best = { ...nothing, rejected, valueMinor: 0n };
    return { best, runnerUp: null, isExact: true, gapMinor: 0n, visited: 0 };
  }

  const trial = openTrial(questions);
  const conflicts = candidates.map((one) =>
    candidates.map((other) => one !== other && conflictBetween(one, other) !== null),
  );
  const mustKeep = candidates.map(({ id, trigger }) =>
    choosing.mustKeep ? choosing.mustKeep.has(id) : goal === 'CHEAPEST_FOR_MERCHANT' && trigger === 'CODE',
  );
  const found = search(trial, conflicts, { mustKeep, isMostBest: goal === 'BEST_FOR_CUSTOMER' }, isOver);

  const chosen = (set: Found): Chosen => {
    const members = set.members.map((member) => candidates[member]!);
    const combination = combined(members);
    const discounts = combination.applied.filter(({ coupon }) => !isGiftCard(coupon.discount));
    const valueMinor = discounts.reduce(
      (sum, { valuation }) => sum + valuation.discount.minor + (valuation.shippingDiscount?.minor ?? 0n),
      0n,
    );
    assert(
      discounts.length === members.length && valueMinor === minorOf(set.score),
      'a set is worth what the search found it to be',
    );

    const explain = (coupon: Coupon): NotChosen[] => {
      const refusal = refused.get(coupon);
      if (refusal) return [{ coupon, reasons: [refusal], conflicts: [] }];
      const index = candidates.indexOf(coupon);
      if (index < 0) return combination.rejected.filter((card) => card.coupon === coupon);
      if (members.includes(coupon)) return [];
      const withIt = found.bestWith[index]!;
      const outbid = outbidByOthers(coupon.code, goal, {
        best: money(valueMinor, asked.order.currency),
        bestWithMinor: withIt === null ? null : minorOf(withIt),
      });
      const [first, ...others] = conflictsWith(coupon, members);
      if (first) {
        const inTheWay = [first, ...others] as const;
        return [
          { coupon, reasons: [couponConflict(coupon.code, [...inTheWay]), outbid], conflicts: inTheWay },
        ];
      }
      const beside = combine(tally, [...members, coupon], asked, now);
      const [own] = beside.rejected.filter((rejected) => rejected.coupon === coupon);
      return [{ coupon, reasons: own?.reasons ?? [outbid], conflicts: [] }];
    };
    return { ...combination, rejected: inTurn.flatMap(explain), valueMinor };
  };

  const best = chosen(found.best);
  const gapMinor = minorOf(found.limit) - best.valueMinor;
  return {
    best,
    runnerUp: found.second && chosen(found.second),
    isExact: found.isExact,
    gapMinor: found.isExact ? 0n : gapMinor < 0n ? -gapMinor : gapMinor,
    visited: found.visited,
  };
}

const minorOf = (score: number): bigint => BigInt(Math.floor(score / 2));

function outbidByOthers(
  couponCode: string,
  goal: Goal,
  { best, bestWithMinor }: { readonly best: ReturnType<typeof money>; readonly bestWithMinor: bigint | null },
): OutbidByOthers {
  const extent = goal === 'BEST_FOR_CUSTOMER' ? 'at most' : 'at least';
  const withIt =
    bestWithMinor === null
      ? ''
      : `, and with it ${extent} ${formatMoney(money(bestWithMinor, best.currency))}`;
  return {
    failure: 'OutbidByOthers',
    message: `Without the coupon "${couponCode}" ${formatMoney(best)} is taken off${withIt}.`,
    couponCode,
    goal,
    bestMinor: best.minor,
    bestWithMinor,
    currency: best.currency,
  };
}
