import type { Failure } from '../lib/outcome.js';

export interface ReferenceAlreadyRedeemed extends Failure<'ReferenceAlreadyRedeemed'> {
  readonly couponCode: string;
  readonly redemptionId: string;
}
export const referenceAlreadyRedeemed = (
  couponCode: string,
  redemptionId: string,
): ReferenceAlreadyRedeemed => ({
  failure: 'ReferenceAlreadyRedeemed',
  message: `The coupon "${couponCode}" was used for this reference before, with other contents: void ${redemptionId} first.`,
  couponCode,
  redemptionId,
});

/** The same, and nothing is said of the code that was used. */
export const referenceUsedBefore = (couponCode: string, redemptionId: string): ReferenceAlreadyRedeemed => ({
  failure: 'ReferenceAlreadyRedeemed',
  message: `This reference was used before, with other contents: void ${redemptionId} first.`,
  couponCode,
  redemptionId,
});

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
