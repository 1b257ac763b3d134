import { z } from 'zod';
import { compile } from '../conditions/compile.js';
import { explain, type ClauseReport } from '../conditions/explain.js';
import { soughtFor, type Sought } from '../conditions/finder.js';
import type { Situation } from '../conditions/situation.js';
import { none } from '../lib/input.js';
import type { Subject } from '../rules/subject.js';
import type { Segments } from '../segments/membership.js';
import { segmentKey, segmentName } from '../segments/name.js';
import { circumstances, identified } from './asked.js';

const maxSegments = 200;

/** GraphQL's `SimulateRuleInput`, checked but for what is simulated. */
export const simulation = circumstances
  .omit({ reference: true })
  .extend({
    segments: none(z.array(segmentName).max(maxSegments, `Expected up to ${maxSegments} segments.`)),
    at: none(z.date()),
  })
  .transform(identified);

/** To the segments of these names the customer belongs, and to no others: nothing is looked up. */
export function membershipAsSaid(names: readonly string[]): Segments {
  const keys = new Set(names.map(segmentKey));
  return { isIn: (name) => keys.has(segmentKey(name)), conditionOf: () => null };
}

/** Names of segments that a condition does not ask for: they may be slips of the pen, and are looked up. */
export function namesBeside(names: readonly string[], asked: readonly string[]): string[] {
  const keys = new Set(asked.map(segmentKey));
  return names.filter((name) => !keys.has(segmentKey(name)));
}

/** What a rule makes of a situation. */
export interface Simulation {
  readonly subject: Subject;
  /** Whether the condition holds. */
  readonly holds: boolean;
  /** Whether the rule lets coupons be used. */
  readonly isAllowed: boolean;
  readonly clauses: readonly ClauseReport[];
  /** The least that would let coupons be used; none if they may, null if nothing will do. */
  readonly changes: Sought;
}

/** GraphQL's answer. */
export interface SimulateRuleSuccess extends Omit<Simulation, 'subject'> {
  readonly __typename: 'SimulateRuleSuccess';
  readonly rule: Subject['rule'];
}

export function simulate(subject: Subject, situation: Situation): Simulation {
  const { condition, demand } = subject;
  return {
    subject,
    holds: compile(condition).test(situation),
    isAllowed: compile(demand).test(situation),
    clauses: explain(condition, situation),
    changes: soughtFor(demand, situation),
  };
}
