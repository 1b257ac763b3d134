import { combine, type Combination } from '../evaluation/combine.js';
import type { Choose } from '../redemptions/apply.js';
import type { Search } from './core.js';
import type { Goal } from './input.js';

/** What is used together, and how it was found. */
export interface Choice extends Combination {
  readonly search: Search | null;
}

/** How it is decided what is used together. */
export const choiceFor =
  (goal: Goal, now: Date): Choose<Choice> =>
  (tally, coupons, asked) => ({ ...combine(tally, coupons, asked, now), search: null });
