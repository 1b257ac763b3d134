import { isContradiction } from '../conditions/analyze.js';
import type { Condition } from '../conditions/core.js';
import { demandOf, namedTargets, type Rule, type RuleTargets } from './core.js';
import type { Subject } from './subject.js';

/** How a rule stands to another that some of the same coupons have. */
export interface Comparison {
  /** Where the other lets coupons be used, this one does: beside the other it changes nothing. */
  readonly isShadowed: boolean;
  /** Where the other lets coupons be used, this one never does: what has both can never be used. */
  readonly isContradicted: boolean;
}

const never = (...conditions: readonly Condition[]): boolean =>
  isContradiction({ kind: 'ALL', of: conditions });

/** What is said is proven; what is not may be so as well. */
export function compared({ rule, demand }: Subject & { readonly rule: Rule }, other: Rule): Comparison {
  const asked = demandOf(other);
  return {
    isShadowed: covers(other.targets, rule.targets) && never(asked, { kind: 'NOT', of: demand }),
    isContradicted: never(asked, demand),
  };
}

/** Whether what the one is for includes all that the other is for, as far as the two say so themselves. */
function covers(one: RuleTargets, other: RuleTargets): boolean {
  if (one.isTenantWide) return true;
  if (other.isTenantWide) return false;
  const own = new Set(namedTargets(one));
  return namedTargets(other).every((id) => own.has(id));
}
