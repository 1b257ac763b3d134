import { isFailure, type SuccessOf } from '../../src/lib/outcome.js';

/** What an action answered; fails the test, showing the failure, if it failed. */
export function succeeded<T>(outcome: T): SuccessOf<T> {
  if (isFailure(outcome)) throw new Error(`Expected success, but got ${JSON.stringify(outcome)}`);
  return outcome as SuccessOf<T>;
}
