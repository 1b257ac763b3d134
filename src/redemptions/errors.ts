import type { Failure } from '../lib/outcome.js';

export interface Overloaded extends Failure<'Overloaded'> {
  readonly retryAfterMs: number;
}
export const overloaded = (retryAfterMs: number): Overloaded => ({
  failure: 'Overloaded',
  message: 'Too many requests are waiting. Nothing was done; send it again, with the same idempotency key.',
  retryAfterMs,
});

export type OutcomeUnknown = Failure<'OutcomeUnknown'>;
export const outcomeUnknown = (): OutcomeUnknown => ({
  failure: 'OutcomeUnknown',
  message:
    'The database did not answer, so it is not known whether this was done. Send it again with the same idempotency key.',
});
