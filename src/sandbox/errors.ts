import type { Failure } from '../lib/outcome.js';

export interface TooManyTestCodes extends Failure<'TooManyTestCodes'> {
  readonly maximum: number;
  readonly existing: number;
}
export const tooManyTestCodes = (maximum: number, existing: number): TooManyTestCodes => ({
  failure: 'TooManyTestCodes',
  message: `A tenant has up to ${maximum} test codes, and there are ${existing}: delete some first.`,
  maximum,
  existing,
});
