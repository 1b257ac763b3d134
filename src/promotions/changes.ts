import type { Change } from '../conditions/change.js';
import { changed } from '../conditions/changed.js';
import { compile } from '../conditions/compile.js';
import { sizeOfCondition, type Condition } from '../conditions/core.js';
import { nothingSought, type Finder, type Sought } from '../conditions/finder.js';
import type { Changes } from '../conditions/hints.js';
import { inZone } from '../conditions/moment.js';
import type { Situation } from '../conditions/situation.js';
import { decide, type Refusal } from '../evaluation/decide.js';
import type { Question } from '../evaluation/question.js';
import { isFailure } from '../lib/outcome.js';
import { overrunOf } from '../limits/count.js';
import { demandOf, type Rule } from '../rules/core.js';
import { questionAfter } from './after.js';
import { dearUnits, leastAmount, mostAmount } from './amounts.js';
import { questionsAtWorst } from './choices.js';
import { demandsOf, notBefore } from './demands.js';

/** It is valid as it is. */
export const nothingNeeded: Sought = { size: 0, find: () => [] };

/** The smallest change that all of the rules would be content with; null if there is none. */
export const soughtForRules = (rules: readonly Rule[], situation: Situation): Sought => ({
  size: sizeOfRules(rules),
  find: (finder) => changesForRules(rules, situation, finder),
});

/**
 * The smallest change that would let a coupon be used that is refused for all of this; null if there is none, or none was
 * found. What is answered has been tried: so changed, the order is decided on in the coupon's favour, whichever items are
 * chosen.
 */
export function soughtFor(question: Question, refusals: readonly Refusal[]): Sought {
  if (refusals.length === 0) return nothingNeeded;
  if (refusals.some(({ failure }) => incurable.has(failure))) return nothingSought;
  return {
    size: sizeOfRules(question.rules),
    find: (finder) => {
      const changes = changesFor(question, finder);
      return changes && inZone(changes, zoneOfLimits(question));
    },
  };
}

const zoneOfLimits = ({ limits }: Question): string | undefined =>
  limits.map(({ limit: { window } }) => ('zone' in window ? window.zone : undefined)).find(Boolean);

const sizeOfRules = (rules: readonly Rule[]): number =>
  rules.reduce((sum, { condition }) => sum + sizeOfCondition(condition), 0);

const changesForRules = (rules: readonly Rule[], situation: Situation, finder: Finder): Changes =>
  finder.changesFor(allOf(rules.map(demandOf)), situation);

/** A rule that is alone asks what its refusal asks as well. */
const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 1 ? conditions[0]! : { kind: 'ALL', of: conditions };

/** Nothing that is done to the cart, and no waiting, helps against these. */
const incurable: ReadonlySet<Refusal['failure']> = new Set([
  'CouponDraft',
  'CouponInactive',
  'CouponRevoked',
  'CouponExpired',
  'UsageLimitReached',
  'GiftCardEmpty',
  'CustomerRequired',
  'CustomerLimitReached',
  // The same cart stated otherwise has other amounts, and nobody has said which.
  'TaxBasisMismatch',
] as const);

function changesFor(question: Question, finder: Finder): Changes {
  const dear = dearUnits(question, finder);
  const demands = demandsOf(question);
  return (
    (dear && changesForDemands([...demands, dear], question, finder)) ??
    changesForDemands(demands, question, finder)
  );
}

/** What is asked for, and whatever turns out to be missing besides. */
function changesForDemands(first: readonly Condition[], question: Question, finder: Finder): Changes {
  const demands = [...first];
  // Each limit may have to be waited for once, or asked for less, and what the items cost may be too little.
  for (let left = question.limits.length + 1; left >= 0; left--) {
    const changes = changesForAll(demands, question, finder);
    if (!changes) return null;
    const after = questionAfter(question, changes);
    const refusal = refusalOf(after, finder);
    if (!refusal) {
      const all = allOf([...demands, ...ordersWithin(after), ...question.rules.map(demandOf)]);
      const isUsable = (tried: readonly Change[]) => isUsableAtWorst(question, tried, finder);
      return finder.asSure(all, question.situation(), changes, isUsable);
    }
    const demand = demandAgainst(refusal, after, finder);
    if (!demand) return null;
    demands.push(demand);
  }
  return null;
}

/** Whether nothing speaks against a use whichever items are chosen, of those that the changes leave to choose. */
const isUsableAtWorst = (question: Question, changes: readonly Change[], finder: Finder): boolean =>
  questionsAtWorst(question, changes)?.every((worst) => !refusalOf(worst, finder)) ?? false;

/** What orders may come to, for limits on that to have room for them. */
const ordersWithin = ({ limits, order: { currency, takenMinor } }: Question): Condition[] =>
  limits.flatMap(({ limit, used }): Condition[] => {
    if (limit.measure !== 'ORDER_VALUE' || limit.currency !== currency) return [];
    const most = limit.ceiling + limit.overrun - used + takenMinor;
    return [
      { kind: 'AMOUNT', fact: 'cartTotal', of: null, currency, test: { op: 'lte', value: Number(most) } },
    ];
  });

/** What has to be so besides for a refusal not to be made again; null if nothing is known. */
function demandAgainst(refusal: Refusal, after: Question, finder: Finder): Condition | null {
  if (refusal.failure === 'LimitReached') {
    const { limit, asked, resetsAt } = refusal;
    return resetsAt && overrunOf(limit, 0n, asked) !== null
      ? notBefore(resetsAt)
      : mostAmount(after, refusal, finder);
  }
  const isNothing = refusal.failure === 'CouponNotApplicable' && refusal.cause === 'NOTHING_TO_DISCOUNT';
  return isNothing ? leastAmount(after, finder) : null;
}

/** What the rules ask for, and the coupon besides. */
function changesForAll(
  demands: readonly Condition[],
  { rules, situation }: Question,
  finder: Finder,
): Changes {
  const forRules = changesForRules(rules, situation(), finder);
  if (!forRules) return null;
  const { test } = compile(allOf(demands));
  if (test(situation()) && test(changed(situation(), forRules))) return forRules;
  return finder.changesFor(allOf([...demands, ...rules.map(demandOf)]), situation());
}

// To decide on an order, for each of its lines.
const stepsOfLine = 4;

/** What speaks against a use; null if nothing does. */
function refusalOf(question: Question, { spend }: Finder): Refusal | null {
  spend(stepsOfLine * (1 + (question.order.lines?.length ?? 0)));
  const outcome = decide(question);
  return isFailure(outcome) ? outcome : null;
}
