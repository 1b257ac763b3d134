import { compile } from '../conditions/compile.js';
import { explain } from '../conditions/explain.js';
import type { Situation } from '../conditions/situation.js';
import { couponNotFound } from '../coupons/errors.js';
import { conflictBeside, givenBack } from '../evaluation/beside.js';
import type { Facts } from '../evaluation/facts.js';
import { conflictsWith } from '../evaluation/stack.js';
import { isFailure } from '../lib/outcome.js';
import type { Rule } from '../rules/core.js';
import { refusedAfter, type Cart, type Entered, type UsedBefore } from './cart.js';
import { nothingSought, soughtFor } from './changes.js';
import type { CodeValidation, RuleReport } from './core.js';

/** What one of a cart's codes is worth alone, and with which of the others it does not get along. */
export function validationOf(facts: Facts, cart: Cart, code: string, isExplained: boolean): CodeValidation {
  const coupon = facts.couponFor(code);
  const entered = coupon && cart.entered.get(coupon.id);
  if (entered) return { ...validated(facts, cart, entered, isExplained), code };
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

/** The same for an order that something else was used for: nothing more is. */
export function validatedAfter(
  validation: CodeValidation,
  { tally }: Cart,
  used: UsedBefore,
): CodeValidation {
  const { coupon } = validation;
  if (!coupon) return validation;
  const reasons = [refusedAfter(tally, coupon, used)];
  return { ...validation, valuation: null, reasons, changes: nothingSought };
}

function validated(facts: Facts, cart: Cart, entered: Entered, isExplained: boolean): CodeValidation {
  const { tally, asked } = cart;
  const { coupon } = entered;
  const restore = givenBack(tally, [entered]);
  const refusals = tally.refusals(coupon, asked);
  const conflict = conflictBeside(coupon, cart.had);
  const reasons = conflict ? [...refusals, conflict] : refusals;
  const question = tally.questionOf(coupon, asked);
  const valuation = reasons.length > 0 ? null : tally.decide(coupon, asked);
  restore();
  const others = [...cart.entered.values()].map((other) => other.coupon).filter(({ id }) => id !== coupon.id);
  const rules = facts.rulesOf(coupon);
  return {
    code: entered.code,
    coupon,
    valuation: valuation === null || isFailure(valuation) ? null : { ...valuation, coupon },
    reasons,
    conflicts: conflictsWith(coupon, others),
    changes: conflict ? nothingSought : soughtFor(question, refusals),
    rules: isExplained ? rules.map((rule) => reportOn(rule, asked.situation())) : null,
  };
}

export function reportOn(rule: Rule, situation: Situation): RuleReport {
  const isMatched = compile(rule.condition).test(situation);
  return {
    rule,
    isMatched,
    isPassed: isMatched === (rule.effect === 'ELIGIBILITY'),
    clauses: explain(rule.condition, situation),
  };
}
