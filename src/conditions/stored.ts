import { assert } from '../lib/assert.js';
import { isFailure } from '../lib/outcome.js';
import type { Condition } from './core.js';
import { parseCondition } from './input.js';

/** A condition as the database keeps it. What was stored was checked when it was written. */
export function readCondition(stored: unknown): Condition {
  const condition = parseCondition(stored, { isStored: true });
  assert(!isFailure(condition), 'a condition that is stored can be read');
  return condition;
}
