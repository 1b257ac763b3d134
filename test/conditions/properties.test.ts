import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, implies } from '../../src/conditions/analyze.js';
import { compile } from '../../src/conditions/compile.js';
import { isClause, type Condition } from '../../src/conditions/core.js';
import { explain } from '../../src/conditions/explain.js';
import { changesFor } from '../../src/conditions/hints.js';
import { keysOfSituation, leastTotal, necessaryKeys } from '../../src/conditions/index-keys.js';
import { parseCondition } from '../../src/conditions/input.js';
import { jsonOfCondition } from '../../src/conditions/json.js';
import { segmentsOf } from '../../src/conditions/core.js';
import { textOf } from '../../src/conditions/text.js';
import { applied } from './applied.js';
import { cartOfItems, condition, situation, timeCondition } from './arbitrary.js';
import { parsed } from './parsed.js';
import { situationOf } from './situation.js';

const minute = 60_000;
const runs = { numRuns: 1_500 };

/** What a condition comes to, by the truth of its clauses alone, from left to right. */
function truthOf(part: Condition, truths: boolean[]): boolean {
  if (isClause(part)) return truths.shift()!;
  if (part.kind === 'NOT') return !truthOf(part.of, truths);
  const parts = part.of.map((each) => truthOf(each, truths));
  return part.kind === 'ALL' ? parts.every(Boolean) : parts.some(Boolean);
}

describe('for any condition', () => {
  test('its JSON reads as the same condition', () => {
    fc.assert(
      fc.property(condition, (given) => {
        const json = jsonOfCondition(given);
        expect(parseCondition(JSON.parse(JSON.stringify(json)))).toEqual(given);
      }),
      runs,
    );
  });

  test('it is true of itself', () => {
    fc.assert(
      fc.property(condition, (given) => {
        expect(implies(given, given)).not.toBe('no');
      }),
      { numRuns: 300 },
    );
  });
});

describe('for any condition and situation', () => {
  test('the reports on the clauses come to what the compiled condition says', () => {
    fc.assert(
      fc.property(condition, situation, (given, at) => {
        const reports = explain(given, at);
        expect(
          truthOf(
            given,
            reports.map(({ matched }) => matched),
          ),
        ).toBe(compile(given).test(at));
        for (const { matched, isNegated, counts } of reports)
          expect(counts).toBe(matched !== isNegated ? 'FOR' : 'AGAINST');
        expect(textOf(given)).not.toBe('');
      }),
      runs,
    );
  });

  test('the changes that are proposed make it true', () => {
    fc.assert(
      fc.property(condition, situation, (given, at) => {
        const changes = changesFor(given, at);
        if (changes === null) return;
        expect(changes.length === 0).toBe(compile(given).test(at));
        expect(compile(given).test(applied(at, changes))).toBe(true);
      }),
      runs,
    );
  });

  test('to as many items as are wanted and what they are to come to there is a way, and to no more than that', () => {
    fc.assert(
      fc.property(
        cartOfItems,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 99 }),
        (at, many, most) => {
          const given = parsed({
            all: [{ quantity: many }, { cartTotal: { gte: most / 10, currency: 'GBP' } }],
          });
          const changes = changesFor(given, at)!;
          const { items, totalMinor } = applied(at, changes);

          expect(items!.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(many);
          expect(totalMinor).toBeGreaterThanOrEqual(BigInt(most * 10));
          const isDearer = changes.some(
            ({ kind, ...change }) => kind === 'RAISE_AMOUNT' || 'worth' in change,
          );
          // What is taken away is told by its name where it is not the last that was put in.
          const isNamed = changes.some((change) => change.kind === 'REMOVE_ITEMS' && change.of !== null);
          if (isDearer && !isNamed) expect(totalMinor).toBe(BigInt(most * 10));
        },
      ),
      runs,
    );
  });

  test('of waits the shortest is proposed: the first minute at which it is true', () => {
    fc.assert(
      fc.property(timeCondition, fc.integer({ min: 0, max: 4 * 24 * 60 }), (given, after) => {
        const start = Date.UTC(2026, 9, 23) + after * minute;
        const { test: holds } = compile(given);
        const first = Array.from(
          { length: 3 * 24 * 60 },
          (_, index) => new Date(start + index * minute),
        ).find((now) => holds(situationOf({ now })));
        const changes = changesFor(given, situationOf({ now: new Date(start) }));
        if (!first) return;
        expect(changes).toMatchObject(first.getTime() === start ? [] : [{ kind: 'WAIT_UNTIL', at: first }]);
      }),
      { numRuns: 150 },
    );
  });

  test('what analysis says of it holds', () => {
    fc.assert(
      fc.property(condition, situation, (given, at) => {
        const { isUnsatisfiable, isAlwaysTrue } = analyze(given);
        const holds = compile(given).test(at);
        if (isUnsatisfiable) expect(holds).toBe(false);
        if (isAlwaysTrue) expect(holds).toBe(true);
      }),
      runs,
    );
  });

  test('one that is implied is true wherever the other is', () => {
    fc.assert(
      fc.property(condition, condition, situation, (a, b, at) => {
        const holdsB = compile(b).test(at);
        if (compile(a).test(at) && !holdsB) expect(implies(a, b)).not.toBe('yes');
        if (holdsB) expect(implies({ kind: 'ALL', of: [a, b] }, b)).not.toBe('no');
      }),
      { numRuns: 600 },
    );
  });

  test('where it is true, the situation has a key of every group, and costs the least that is needed', () => {
    fc.assert(
      fc.property(condition, situation, (given, at) => {
        if (!compile(given).test(at)) return;
        const keys = keysOfSituation(at, segmentsOf(given));
        for (const group of necessaryKeys(given)) expect(group.some((key) => keys.has(key))).toBe(true);
        const least = leastTotal(given);
        if (!least) return;
        expect(at.currency).toBe(least.currency);
        expect(Number(at.totalMinor)).toBeGreaterThanOrEqual(least.minor);
      }),
      { numRuns: 4_000 },
    );
  });
});

test('no JSON whatever makes the reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (given) => {
      parseCondition(given);
      parseCondition({ all: [given] });
      for (const fact of [
        'cartTotal',
        'quantity',
        'skus',
        'metadata',
        'date',
        'recurrence',
        'customerSegment',
      ])
        parseCondition({ [fact]: given });
    }),
    runs,
  );
});
