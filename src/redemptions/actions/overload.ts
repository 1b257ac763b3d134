import { Overloaded as TooManyWaiting } from '../../platform/lane.js';
import { overloaded, type Overloaded } from '../errors.js';

/** What was submitted to a lane, or that so much waits there already that it was not begun. */
export async function orOverloaded<T>(submitted: Promise<T>): Promise<T | Overloaded> {
  try {
    return await submitted;
  } catch (error) {
    if (error instanceof TooManyWaiting) return overloaded(error.retryAfterMs);
    throw error;
  }
}
