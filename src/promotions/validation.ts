import { compile } from '../conditions/compile.js';
import { explain } from '../conditions/explain.js';
import { nothingSought } from '../conditions/finder.js';
import type { Situation } from '../conditions/situation.js';
import type { Coupon } from '../coupons/core.js';
import { couponNotFound } from '../coupons/errors.js';
import { refusedAfter, refusedAnothers } from '../evaluation/again.js';
import { conflictBeside, givenBack, hadBeside } from '../evaluation/beside.js';
import type { Valuation } from '../evaluation/core.js';
import type { Facts, Held } from '../evaluation/facts.js';
import { conflictsWith } from '../evaluation/stack.js';
import { isFailure, type Failure } from '../lib/outcome.js';
import type { Rule } from '../rules/core.js';
import type { Cart, Entered } from './cart.js';
import { nothingNeeded, soughtFor } from './changes.js';
import type { CodeValidation, RuleReport } from './core.js';

interface Asking {
  readonly isExplained: boolean;
  /** What the order's use of a code took off, if using it again would be answered with it. */
  readonly madeBefore: (code: string, own: Held) => Valuation | null;
}

/** What one of a cart's codes is worth alone, and with which of the others it does not get along. */
export function validationOf(facts: Facts, cart: Cart, code: string, asking: Asking): CodeValidation {
  const coupon = facts.couponFor(code);
  const entered = coupon && cart.entered.get(coupon.id);
  if (!entered) {
    return {
      code,
      coupon: null,
      valuation: null,
      reasons: [couponNotFound(code)],
      conflicts: [],
      changes: nothingSought,
      rules: null,
    };
  }
  const others = [...cart.entered.values()].map((other) => other.coupon).filter(({ id }) => id !== coupon.id);
  const rules = facts.rulesOf(coupon);
  return {
    code,
    coupon,
    ...(cart.isAnothers
      ? nothingWorth(refusedAnothers(cart.tally, coupon))
      : entered.taken
        ? validatedAgain(cart, coupon, asking.madeBefore(code, entered.taken), entered.taken)
        : validated(cart, entered)),
    conflicts: conflictsWith(coupon, others),
    rules: asking.isExplained ? rules.map((rule) => reportOn(rule, cart.asked.situation())) : null,
  };
}

type Worth = Pick<CodeValidation, 'valuation' | 'reasons' | 'changes'>;

/** What a coupon is worth of which the order has nothing, or something that a use would replace. */
function validated({ tally, asked, had }: Cart, entered: Entered): Worth {
  const { coupon } = entered;
  const restore = givenBack(tally, [entered]);
  const refusals = tally.refusals(coupon, asked);
  const conflict = conflictBeside(coupon, hadBeside(had, [entered]));
  const reasons = conflict ? [...refusals, conflict] : refusals;
  const question = tally.questionOf(coupon, asked);
  const valuation = reasons.length > 0 ? null : tally.decide(coupon, asked);
  restore();
  return {
    valuation: valuation === null || isFailure(valuation) ? null : { ...valuation, coupon },
    reasons,
    changes: conflict ? nothingSought : soughtFor(question, refusals),
  };
}

/** What a coupon is worth that the order has: what it took off then, or nothing more. */
const validatedAgain = ({ tally }: Cart, coupon: Coupon, made: Valuation | null, taken: Held): Worth =>
  made
    ? { valuation: { ...made, coupon }, reasons: [], changes: nothingNeeded }
    : nothingWorth(refusedAfter(tally, coupon, taken));

const nothingWorth = (reason: Failure): Worth => ({
  valuation: null,
  reasons: [reason],
  changes: nothingSought,
});

export function reportOn(rule: Rule, situation: Situation): RuleReport {
  const isMatched = compile(rule.condition).test(situation);
  return {
    rule,
    isMatched,
    isPassed: isMatched === (rule.effect === 'ELIGIBILITY'),
    clauses: explain(rule.condition, situation),
  };
}
