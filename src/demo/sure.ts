import { isFailure, type SuccessOf } from '../lib/outcome.js';

/** What was made; nothing of the demo is expected to fail. */
export function sure<T>(outcome: T): SuccessOf<T> {
  if (isFailure(outcome)) throw new Error(`The demo could not be made: ${JSON.stringify(outcome)}`);
  return outcome as SuccessOf<T>;
}
