import type { Failure } from '../lib/outcome.js';

export interface TooManyIdentities extends Failure<'TooManyIdentities'> {
  readonly count: number;
  readonly limit: number;
}
export const tooManyIdentities = (count: number, limit: number): TooManyIdentities => ({
  failure: 'TooManyIdentities',
  message: `Together these would be ${count} identities of one customer, who can have ${limit}.`,
  count,
  limit,
});
