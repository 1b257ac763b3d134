import { isOutcomeUnknown } from '../../platform/database-errors.js';
import { isRepeat } from '../store/ledger.js';

const attemptsMax = 3;

/**
 * Carries out one request of a batch that has failed. The batch may have been committed nevertheless: then only a request
 * that is known again may be carried out again. Where its repeat was served meanwhile, the next look finds that one's answer.
 */
export async function afterFailure<T>(
  batchError: unknown,
  isKnownAgain: boolean,
  carryOut: () => Promise<T>,
): Promise<T> {
  if (isOutcomeUnknown(batchError) && !isKnownAgain) throw batchError;
  for (let attempt = 1; ; attempt++) {
    try {
      return await carryOut();
    } catch (error) {
      if (!isRepeat(error) || attempt === attemptsMax) throw error;
    }
  }
}
