import type { Failure } from '../lib/outcome.js';

export interface RedemptionNotFound extends Failure<'RedemptionNotFound'> {
  readonly redemptionId: string;
}
export const redemptionNotFound = (redemptionId: string): RedemptionNotFound => ({
  failure: 'RedemptionNotFound',
  message: `There is no redemption "${redemptionId}".`,
  redemptionId,
});

export interface RedemptionAlreadyVoided extends Failure<'RedemptionAlreadyVoided'> {
  readonly redemptionId: string;
  readonly voidedAt: Date;
}
export const redemptionAlreadyVoided = (redemptionId: string, voidedAt: Date): RedemptionAlreadyVoided => ({
  failure: 'RedemptionAlreadyVoided',
  message: `The use was given back at ${voidedAt.toISOString()}; that is done once only.`,
  redemptionId,
  voidedAt,
});

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
