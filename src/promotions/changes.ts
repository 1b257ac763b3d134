import type { Change } from '../conditions/change.js';
import { changed } from '../conditions/changed.js';
import { compile } from '../conditions/compile.js';
import { sizeOfCondition, type Condition } from '../conditions/core.js';
import type { Finder, Sought } from '../conditions/finder.js';
import type { Changes } from '../conditions/hints.js';
import type { Situation, SituationItem } from '../conditions/situation.js';
import { decide, type Refusal } from '../evaluation/decide.js';
import { orderOf, type Order, type OrderLine } from '../evaluation/order.js';
import type { Question } from '../evaluation/question.js';
import { isFailure } from '../lib/outcome.js';
import { countedLater, overrunOf } from '../limits/count.js';
import { demandOf, type Rule } from '../rules/core.js';
import { demandsOf, notBefore } from './demands.js';

/** Nothing would help, whatever was tried. */
export const nothingSought: Sought = { size: 0, find: () => null };

/** It is valid as it is. */
export const nothingNeeded: Sought = { size: 0, find: () => [] };

/** The smallest change that all of the rules would be content with; null if there is none. */
export const soughtForRules = (rules: readonly Rule[], situation: Situation): Sought => ({
  size: sizeOfRules(rules),
  find: (finder) => changesForRules(rules, situation, finder),
});

/**
 * The smallest change that would let a coupon be used that is refused for all of this; null if there is none, or none was
 * found. What is answered has been tried: so changed, the order is decided on in the coupon's favour.
 */
export const soughtFor = (question: Question, refusals: readonly Refusal[]): Sought => ({
  size: sizeOfRules(question.rules),
  find: (finder) => changesFor(question, refusals, finder),
});

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
  'CustomerRequired',
  'CustomerLimitReached',
  // The same cart stated otherwise has other amounts, and nobody has said which.
  'TaxBasisMismatch',
] as const);

function changesFor(question: Question, refusals: readonly Refusal[], finder: Finder): Changes {
  if (refusals.length === 0) return [];
  if (refusals.some(({ failure }) => incurable.has(failure))) return null;
  const demands = demandsOf(question);
  // Each limit may have to begin anew once.
  for (let left = question.limits.length; left >= 0; left--) {
    const changes = changesForAll(demands, question, finder);
    const refusal = changes && refusalAfter(changes, question, finder);
    if (!refusal) return changes;
    if (refusal.failure !== 'LimitReached') return null;
    const { limit, asked, resetsAt } = refusal;
    if (!resetsAt || overrunOf(limit, 0n, asked) === null) return null;
    demands.push(notBefore(resetsAt));
  }
  return null;
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

/** What would still speak against a use; null if nothing would. The rules are content: that has been tried before. */
function refusalAfter(changes: readonly Change[], question: Question, { spend }: Finder): Refusal | null {
  spend(stepsOfLine * (1 + (question.order.lines?.length ?? 0)));
  const after = changed(question.situation(), changes);
  const outcome = decide({
    ...question,
    rules: [],
    situation: () => after,
    order: orderIn(after, question.order),
    shippingCountry: after.shippingCountry,
    limits: question.limits.map((counted) => countedLater(counted.limit, counted, question.now, after.now)),
    now: after.now,
  });
  return isFailure(outcome) ? outcome : null;
}

/** In minor units: nobody knows what a unit costs that is added, but that it costs something. */
const unitMinor = 100n;

function orderIn({ currency, totalMinor, items }: Situation, before: Order): Order {
  if (!items || !before.lines) return { ...before, currency, subtotalMinor: totalMinor - before.takenMinor };
  const kept = new Map<SituationItem, OrderLine>(before.lines.map((line) => [line, line]));
  const lines = items.map((item, index): OrderLine => {
    const listMinor = item.listMinor === 0n ? unitMinor * BigInt(item.quantity) : item.listMinor;
    return (
      kept.get(item) ?? {
        ...item,
        lineId: `changed ${index}`,
        listMinor,
        subtotalMinor: listMinor,
        floorMinor: 0n,
      }
    );
  });
  return orderOf(currency, lines, before.shippingMinor);
}
