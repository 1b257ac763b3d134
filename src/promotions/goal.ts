import { bestCombination } from '../evaluation/best.js';
import { combine, type Combination } from '../evaluation/combine.js';
import { money } from '../lib/money.js';
import type { Choose, NotChosen } from '../redemptions/apply.js';
import { savingMinor, type Search } from './core.js';
import type { Goal } from './input.js';

/** What is used together, and how it was found. */
export interface Choice extends Omit<Combination, 'rejected'> {
  readonly rejected: readonly NotChosen[];
  readonly search: Search | null;
}

/**
 * So often a search may look at a line of the cart: a fifth of a second or so, and one or more where there are hundreds of
 * promotions. A bound on steps and not on time: what was previewed is what is applied, however busy the machine is.
 */
const maxLooks = 6_000_000;

interface Searching {
  /** See `Candidates`. */
  readonly leftOutMinor?: bigint | null;
  /** Whether nobody waits any longer. Only of previews: what is applied is the same however long it takes. */
  readonly isLate?: () => boolean;
}

/** How it is decided what is used together. */
export const choiceFor =
  (goal: Goal, now: Date, { leftOutMinor = null, isLate = () => false }: Searching = {}): Choose<Choice> =>
  (tally, coupons, asked) => {
    if (goal === 'PRIORITY') return { ...combine(tally, coupons, asked, now), search: null };
    const isOver = (looks: number) => looks > maxLooks || isLate();
    const found = bestCombination(tally, coupons, asked, now, { goal, isOver, leftOutMinor });
    const { best, rejected, runnerUp, isExact, gapMinor, visited } = found;
    const { currency } = asked.order;
    return {
      ...best,
      rejected,
      search: {
        isExact,
        gap: money(gapMinor, currency),
        visited,
        runnerUp: runnerUp && {
          couponCodes: runnerUp.applied.map(({ coupon }) => coupon.code),
          youSave: money(savingMinor(runnerUp), currency),
        },
      },
    };
  };
