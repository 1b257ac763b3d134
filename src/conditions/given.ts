import { z } from 'zod';
import { invalidInput, within, type InvalidInput } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Condition } from './core.js';
import { parseCondition } from './input.js';

const written = z.record(z.string(), z.unknown());

/** How inputs give a condition: in GraphQL's own types, or as the JSON that is the same. What it says is read apart. */
export const conditionFields = { condition: written.nullish(), conditionJson: written.nullish() };

/** The same of a patch: it may be left out, but not cleared. */
export const conditionPatchFields = { condition: written.optional(), conditionJson: written.optional() };

export type GivenCondition = z.output<z.ZodObject<typeof conditionFields>>;

interface ReadCondition {
  readonly condition: Condition;
  /** What it was read from, and where in the input that stands. */
  readonly given: unknown;
  readonly place: 'condition' | 'conditionJson';
}

/** The condition that was given; null if there is none. */
export function givenCondition({
  condition,
  conditionJson,
}: GivenCondition): ReadCondition | null | InvalidInput {
  if (condition != null && conditionJson != null) {
    return invalidInput([
      { path: ['conditionJson'], message: 'Expected `condition` or `conditionJson`, not both.' },
    ]);
  }
  const given = condition ?? conditionJson;
  if (given == null) return null;
  const place = condition != null ? 'condition' : 'conditionJson';
  const parsed = within(place, parseCondition(given));
  return isFailure(parsed) ? parsed : { condition: parsed, given, place };
}

/** The same where there must be one. */
export function neededCondition(input: GivenCondition): Condition | InvalidInput {
  const given = givenCondition(input);
  if (isFailure(given)) return given;
  return (
    given?.condition ??
    invalidInput([
      { path: ['condition'], message: 'Expected a condition, as `condition` or `conditionJson`.' },
    ])
  );
}
