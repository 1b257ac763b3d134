import type { Campaign } from '../campaigns/core.js';
import type { Coupon } from '../coupons/core.js';
import type { CodeValidation, Promoted } from '../promotions/core.js';

/**
 * The coupon as if somebody had activated it and its time had come: whatever its state and its window say. What is used
 * up stays used up, and what its rules ask for is asked.
 */
export const activated = (coupon: Coupon): Coupon => ({
  ...coupon,
  state: 'ACTIVE',
  revokedAt: null,
  validFrom: null,
  validUntil: null,
});

export const running = (campaign: Campaign): Campaign => ({
  ...campaign,
  state: 'ACTIVE',
  startsAt: null,
  endsAt: null,
});

/** Coupons as they are, by their ids: answers show those and not what was supposed of them. */
type Actual = ReadonlyMap<Coupon['id'], Coupon>;

const actualOf = (actual: Actual, supposed: Coupon): Coupon => actual.get(supposed.id) ?? supposed;

export function withActual(validation: CodeValidation, actual: Actual): CodeValidation {
  if (!validation.coupon) return validation;
  const coupon = actualOf(actual, validation.coupon);
  return { ...validation, coupon, valuation: validation.valuation && { ...validation.valuation, coupon } };
}

export const promotedWithActual = (promoted: Promoted, actual: Actual): Promoted => ({
  ...promoted,
  combination: {
    ...promoted.combination,
    applied: promoted.combination.applied.map((one) => ({ ...one, coupon: actualOf(actual, one.coupon) })),
  },
  rejected: promoted.rejected.map((one) => ({
    ...one,
    coupon: one.coupon && actualOf(actual, one.coupon),
  })),
});
