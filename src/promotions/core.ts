import type { ClauseReport } from '../conditions/explain.js';
import type { Sought } from '../conditions/finder.js';
import type { Coupon } from '../coupons/core.js';
import { isGiftCard } from '../discounts/core.js';
import type { Combination } from '../evaluation/combine.js';
import type { Valuation } from '../evaluation/core.js';
import type { Conflict } from '../evaluation/stack.js';
import type { Money } from '../lib/money.js';
import type { Failure } from '../lib/outcome.js';
import type { Rule } from '../rules/core.js';

/** A coupon that is not used, and why. */
export interface Rejected {
  /** As it was typed; an automatic promotion's own. */
  readonly code: string;
  /** Null for a code that stands for none. */
  readonly coupon: Coupon | null;
  /** Never empty. */
  readonly reasons: readonly Failure[];
  /** With which of those that are used. */
  readonly conflicts: readonly Conflict[];
}

/** What an order comes to. */
export interface Promoted {
  readonly combination: Omit<Combination, 'rejected'>;
  /** Every code that is not used; of automatic promotions those that would be if others were not. */
  readonly rejected: readonly Rejected[];
  /** Null where nothing was searched for. */
  readonly search: Search | null;
}

/** How the best combination was searched for. */
export interface Search {
  readonly isExact: boolean;
  /** By how much the best could be better at most. */
  readonly gap: Money;
  readonly visited: number;
  readonly runnerUp: { readonly couponCodes: readonly string[]; readonly youSave: Money } | null;
}

/** What a code is worth for an order, used alone. */
export interface CodeValidation {
  readonly code: string;
  readonly coupon: Coupon | null;
  /** Null if it cannot be used. */
  readonly valuation: CouponValuation | null;
  /** Everything that speaks against it. */
  readonly reasons: readonly Failure[];
  /** With which of the other codes it cannot be used. */
  readonly conflicts: readonly Conflict[];
  /** The smallest change that would make it valid; null if nothing would, or nothing was found. */
  readonly changes: Sought;
  /** Null where nobody asked for it. */
  readonly rules: readonly RuleReport[] | null;
}

/** What a coupon takes off an order, used alone. */
export interface CouponValuation extends Valuation {
  readonly coupon: Coupon;
}

/** What a rule says of an order. */
export interface RuleReport {
  readonly rule: Rule;
  readonly isMatched: boolean;
  readonly isPassed: boolean;
  readonly clauses: readonly ClauseReport[];
}

/** GraphQL's answer. */
export interface CheckEligibilitySuccess {
  readonly __typename: 'CheckEligibilitySuccess';
  readonly rules: readonly RuleReport[];
  readonly changes: Sought;
}

/** Coupons that are used together, and what each takes off. */
interface UsedTogether {
  readonly applied: readonly {
    readonly coupon: Pick<Coupon, 'discount'>;
    readonly valuation: Pick<Valuation, 'discount' | 'shippingDiscount'>;
  }[];
}

/** Off the items and shipping, by all discounts together: what gift cards pay is paid, not saved. */
export const savingMinor = ({ applied }: UsedTogether): bigint =>
  offBy(applied.filter(({ coupon }) => !isGiftCard(coupon.discount)));

/** What gift cards pay of what is left. */
export const paidByCardsMinor = ({ applied }: UsedTogether): bigint =>
  offBy(applied.filter(({ coupon }) => isGiftCard(coupon.discount)));

const offBy = (applied: UsedTogether['applied']): bigint =>
  applied.reduce(
    (sum, { valuation: { discount, shippingDiscount } }) =>
      sum + discount.minor + (shippingDiscount?.minor ?? 0n),
    0n,
  );
