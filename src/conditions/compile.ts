import { createBoundedMap } from '../lib/bounded-map.js';
import { testOfClause, type Test } from './clause-test.js';
import type { Condition } from './core.js';
import { jsonOfCondition } from './json.js';
import { seenIn } from './seen.js';
import { simplified, textOfLiteral, type Simple } from './simplify.js';
import type { Situation } from './situation.js';

/** A condition made ready to be asked often. */
export interface Compiled {
  /** Whether it holds. Pure, and free of allocations once the facts of the situation are known. */
  readonly test: (situation: Situation) => boolean;
  /** The same of what is seen of one. */
  readonly testSeen: Test;
  readonly simple: Simple;
  /** The worst case in units of one look at one fact; what goes through the cart counts 500, for its longest. */
  readonly cost: number;
  /** What is done, in the order in which it is tried. */
  readonly plan: readonly PlanStep[];
}

/** A step of a plan. What is deeper by one belongs to the ALL or ANY before it. */
export interface PlanStep {
  /** `DECIDED` is what need not be asked, since it is known beforehand. */
  readonly kind: 'DECIDED' | 'ALL' | 'ANY' | 'CLAUSE';
  readonly depth: number;
  readonly text: string;
  /** As of `Compiled`. */
  readonly cost: number;
}

const keptByContent = createBoundedMap<string, Compiled>(10_000);
const keptByTree = new WeakMap<Condition, Compiled>();

/** Compiles a condition; of the same tree, or of the same content, once. */
export function compile(condition: Condition): Compiled {
  const known = keptByTree.get(condition);
  if (known) return known;
  const content = JSON.stringify(jsonOfCondition(condition));
  const compiled = keptByContent.get(content) ?? compiledAnew(condition);
  // Also where it was there: so the one used last is dropped last.
  keptByContent.set(content, compiled);
  keptByTree.set(condition, compiled);
  return compiled;
}

function compiledAnew(condition: Condition): Compiled {
  const decided: PlanStep[] = [];
  const simple = simplified(condition, (text) => {
    decided.push({ kind: 'DECIDED', depth: 0, text, cost: 0 });
  });
  const test = testOf(simple);
  // Few are ever asked for it.
  let plan: readonly PlanStep[] | undefined;
  return {
    test: (situation) => test(seenIn(situation)),
    testSeen: test,
    simple,
    cost: typeof simple === 'boolean' ? 0 : simple.cost,
    get plan() {
      return (plan ??= [...decided, ...stepsOf(simple, 0)]);
    },
  };
}

function testOf(simple: Simple): Test {
  if (typeof simple === 'boolean') return () => simple;
  if (simple.kind === 'LITERAL') {
    const test = testOfClause(simple.clause);
    return simple.isNegated ? (seen) => !test(seen) : test;
  }
  const tests = simple.parts.map(testOf);
  if (simple.kind === 'ALL') {
    return (seen) => {
      for (const test of tests) if (!test(seen)) return false;
      return true;
    };
  }
  return (seen) => {
    for (const test of tests) if (test(seen)) return true;
    return false;
  };
}

function stepsOf(simple: Simple, depth: number): PlanStep[] {
  if (typeof simple === 'boolean')
    return [{ kind: 'DECIDED', depth, text: simple ? 'Always true.' : 'Never true.', cost: 0 }];
  const { cost } = simple;
  if (simple.kind === 'LITERAL') return [{ kind: 'CLAUSE', depth, text: textOfLiteral(simple), cost }];
  const text =
    simple.kind === 'ALL' ? 'All of these, until one is false:' : 'Any of these, until one is true:';
  return [
    { kind: simple.kind, depth, text, cost },
    ...simple.parts.flatMap((part) => stepsOf(part, depth + 1)),
  ];
}
