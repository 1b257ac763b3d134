import type { Condition } from '../../src/conditions/core.js';
import { parseCondition } from '../../src/conditions/input.js';
import { isFailure } from '../../src/lib/outcome.js';

/** A condition that is known to be valid. */
export function parsed(given: unknown): Condition {
  const condition = parseCondition(given);
  if (isFailure(condition)) throw new Error(condition.message);
  return condition;
}
