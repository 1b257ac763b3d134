import type { Failure } from './outcome.js';

/** A repeat bears the key of an earlier request, and asks for something else. */
export interface IdempotencyConflict extends Failure<'IdempotencyConflict'> {
  readonly idempotencyKey: string;
}

export const idempotencyConflict = (operation: string, idempotencyKey: string): IdempotencyConflict => ({
  failure: 'IdempotencyConflict',
  message: `The idempotency key "${idempotencyKey}" was used before for ${operation} with another input.`,
  idempotencyKey,
});
