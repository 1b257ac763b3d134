import type { Change } from '../conditions/change.js';
import type { Condition, Selection } from '../conditions/core.js';
import { changesFor as changesForCondition } from '../conditions/hints.js';
import type { Situation } from '../conditions/situation.js';
import type { Applicability } from '../coupons/applicability.js';
import type { Coupon } from '../coupons/core.js';
import type { Refusal } from '../evaluation/decide.js';
import type { Rule } from '../rules/core.js';

/** The smallest change that all of the rules would be content with; null if there is none. */
export const changesForRules = (rules: readonly Rule[], situation: Situation): readonly Change[] | null =>
  changesForCondition({ kind: 'ALL', of: rules.map(wantedBy) }, situation);

const wantedBy = ({ effect, condition }: Rule): Condition =>
  effect === 'ELIGIBILITY' ? condition : { kind: 'NOT', of: condition };

/** The smallest change that would let a coupon be used that is refused for all of this; null if there is none. */
export function changesFor(
  coupon: Coupon,
  refusals: readonly Refusal[],
  rules: readonly Rule[],
  situation: Situation,
): readonly Change[] | null {
  const changes: Change[] = [];
  for (const refusal of refusals) {
    if (refusal.failure === 'RuleNotMet') continue;
    const cure = cureOf(refusal, coupon.applicability);
    if (!cure) return null;
    changes.push(cure);
  }
  const forRules = changesForRules(rules, situation);
  return forRules && [...latest(changes), ...forRules];
}

/** What would undo a refusal; null if nobody can. */
function cureOf(refusal: Refusal, applicability: Applicability): Change | null {
  switch (refusal.failure) {
    case 'MinimumOrderNotMet': {
      const { minor, currency } = refusal.missing;
      return { kind: 'ADD_AMOUNT', of: selectionOf(applicability), currency, minor };
    }
    case 'CouponNotYetActive':
      return { kind: 'WAIT_UNTIL', at: refusal.validFrom };
    case 'CampaignNotRunning': {
      const { campaignStatus, startsAt } = refusal;
      return campaignStatus === 'SCHEDULED' && startsAt ? { kind: 'WAIT_UNTIL', at: startsAt } : null;
    }
    case 'LimitReached':
      return refusal.resetsAt && { kind: 'WAIT_UNTIL', at: refusal.resetsAt };
    case 'CurrencyMismatch':
      return { kind: 'CHANGE_CURRENCY', to: [refusal.couponCurrency], otherThan: [] };
    case 'CouponNotApplicable': {
      const of = selectionOf(applicability);
      if (refusal.cause !== 'NO_MATCHING_ITEMS' || !of) return null;
      return { kind: 'ADD_ITEMS', of, quantity: 1, unit: 'UNITS' };
    }
    default:
      return null;
  }
}

/** Items that a coupon is for; null where it is for all but some. */
function selectionOf({ includeProducts, includeCategories, includeTags }: Applicability): Selection | null {
  if (includeProducts.length + includeCategories.length + includeTags.length === 0) return null;
  return {
    skus: includeProducts,
    products: includeProducts,
    categories: includeCategories,
    tags: includeTags,
  };
}

/** Whoever waits for the last of several instants has waited for all. */
function latest(changes: readonly Change[]): Change[] {
  const waits = changes.filter((change) => change.kind === 'WAIT_UNTIL');
  const others = changes.filter((change) => change.kind !== 'WAIT_UNTIL');
  const last = waits.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  return last ? [...others, last] : others;
}
