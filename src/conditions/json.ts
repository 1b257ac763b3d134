import type { JsonObject, JsonValue } from '../lib/json.js';
import { formatAmount, money } from '../lib/money.js';
import { type AttributeValue, type Clause, type Comparison, type Condition, type Selection } from './core.js';
import { dateOfDay, textOfTime, weekdays } from './local.js';
import type { Picked } from './selection.js';

/** A condition in its canonical JSON: what is stored, and what `parseCondition` reads as the same tree again. */
export function jsonOfCondition(condition: Condition): JsonObject {
  switch (condition.kind) {
    case 'ALL':
      return { all: condition.of.map(jsonOfCondition) };
    case 'ANY':
      return { any: condition.of.map(jsonOfCondition) };
    case 'NOT':
      return { not: jsonOfCondition(condition.of) };
    default:
      return { [condition.fact]: jsonOfClause(condition) };
  }
}

function jsonOfClause(clause: Clause): JsonObject {
  switch (clause.kind) {
    case 'RECURRENCE': {
      const { zone, start, rule, minutes } = clause;
      return { zone, start, rule, minutes };
    }
    case 'AMOUNT':
      return {
        ...jsonOfTest(clause.test, valueWriter(clause)),
        ...(clause.currency === null ? {} : { currency: clause.currency }),
        ...jsonOfSelection(clause),
      };
    case 'NUMBER':
      return { ...jsonOfTest(clause.test, valueWriter(clause)), ...jsonOfSelection(clause) };
    case 'LOCAL':
      return { zone: clause.zone, ...jsonOfTest(clause.test, valueWriter(clause)) };
    case 'ATTRIBUTE': {
      const [name = '', ...deeper] = clause.path;
      const which = deeper.length > 0 ? { path: [...clause.path] } : { name };
      return { ...which, ...jsonOfTest(clause.test, valueWriter(clause)) };
    }
    default:
      return jsonOfTest<AttributeValue>(clause.test, valueWriter(clause));
  }
}

/** How the values of a clause are written, in JSON and for people. */
export function valueWriter(clause: Clause): (value: AttributeValue) => AttributeValue {
  switch (clause.kind) {
    case 'AMOUNT':
      return (value) => formatAmount(money(BigInt(value), clause.currency ?? ''));
    case 'INSTANT':
      return (value) => new Date(value as number).toISOString();
    case 'LOCAL':
      if (clause.fact === 'date') return (value) => dateOfDay(value as number);
      if (clause.fact === 'timeOfDay') return (value) => textOfTime(value as number);
      return (value) => weekdays[(value as number) - 1]!;
    default:
      return (value) => value;
  }
}

function jsonOfTest<Value extends AttributeValue>(
  test: Comparison<Value>,
  write: (value: AttributeValue) => JsonValue,
): JsonObject {
  switch (test.op) {
    case 'in':
      return { in: test.values.map(write) };
    case 'between':
      return { between: { low: write(test.low), high: write(test.high) } };
    case 'exists':
      return { exists: test.value };
    default:
      return { [test.op]: write(test.value) };
  }
}

/** `except` is never read back: it only tells such conditions apart. */
const jsonOfSelection = ({ of, except }: Picked): JsonObject => ({
  ...(of && { of: jsonOfNames(of) }),
  ...(except && { except: jsonOfNames(except) }),
});

const jsonOfNames = (selection: Selection): JsonObject =>
  Object.fromEntries<JsonValue>(
    Object.entries(selection).filter(([, names]: [string, readonly string[]]) => names.length > 0),
  );
