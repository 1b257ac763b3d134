import type { Failure } from '../lib/outcome.js';
import type { CouponStatus } from './core.js';

export interface CouponNotFound extends Failure<'CouponNotFound'> {
  readonly sought: string;
}
export const couponNotFound = (sought: string): CouponNotFound => ({
  failure: 'CouponNotFound',
  message: `There is no coupon "${sought}".`,
  sought,
});

export interface CouponCodeTaken extends Failure<'CouponCodeTaken'> {
  readonly couponCode: string;
}
export const couponCodeTaken = (couponCode: string): CouponCodeTaken => ({
  failure: 'CouponCodeTaken',
  message: `Another coupon has the code "${couponCode}".`,
  couponCode,
});

export interface CouponTransition extends Failure<'CouponTransition'> {
  readonly status: CouponStatus;
  readonly possible: readonly string[];
}
export const couponTransition = (
  asked: string,
  status: CouponStatus,
  possible: readonly string[],
): CouponTransition => ({
  failure: 'CouponTransition',
  message: `${asked} is not possible for a coupon that is ${status}; ${possible.length ? `possible: ${possible.join(', ')}` : 'nothing is'}.`,
  status,
  possible,
});

export interface CouponRevoked extends Failure<'CouponRevoked'> {
  readonly couponCode: string;
  readonly revokedAt: Date;
}
export const couponRevoked = (couponCode: string, revokedAt: Date): CouponRevoked => ({
  failure: 'CouponRevoked',
  message: `The coupon "${couponCode}" was revoked.`,
  couponCode,
  revokedAt,
});

export interface CouponUsed extends Failure<'CouponUsed'> {
  readonly redemptionsCount: number;
}
export const couponUsed = (redemptionsCount: number): CouponUsed => ({
  failure: 'CouponUsed',
  message: `The coupon has ${redemptionsCount} redemptions, so it cannot be deleted for good.`,
  redemptionsCount,
});

export const couponHandedOut: CouponUsed = {
  failure: 'CouponUsed',
  message: 'The coupon has been handed to a fan, so it cannot be deleted for good.',
  redemptionsCount: 0,
};
