import { z } from 'zod';
import { isGiftCard } from '../discounts/core.js';
import type { Id } from '../lib/id.js';
import { invalidInput, type InvalidInput } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import { patched } from '../lib/patch.js';
import { code, codeKey } from './code.js';
import { couponTriggers, type Coupon } from './core.js';
import {
  consistent,
  currencyOf,
  inInstants,
  newTerms,
  patchedTerms,
  termsPatch,
  type CouponTerms,
} from './terms.js';

/** GraphQL's `CreateCouponInput`, checked field by field. */
export const couponFields = newTerms.extend({
  code,
  isDraft: z.boolean().default(false),
  trigger: z.enum(couponTriggers).default('CODE'),
});
export const newCoupon = couponFields.transform(inInstants);

/** GraphQL's `CouponPatch`, checked likewise. */
export const couponPatch = termsPatch.transform(inInstants);

/** A coupon with the currency that follows from its terms, unless they cannot be. */
function settled(coupon: Coupon): Coupon | InvalidInput {
  const checked = consistent(coupon);
  return isFailure(checked) ? checked : { ...checked, currency: currencyOf(checked) };
}

export interface Birth {
  readonly id: Id<'coupon'>;
  readonly createdBy: Coupon['createdBy'];
  readonly campaignId: Id<'campaign'> | null;
  readonly templateId: Id<'template'> | null;
  readonly now: Date;
}

/** What a coupon is made of: its terms, and what is its own. */
export interface NewCoupon extends Omit<CouponTerms, 'campaignId'>, Pick<Coupon, 'code' | 'trigger'> {
  readonly isDraft: boolean;
}

export function createdCoupon(input: NewCoupon, birth: Birth): Coupon | InvalidInput {
  const { isDraft, ...fields } = input;
  if (fields.trigger === 'AUTOMATIC' && isGiftCard(fields.discount)) {
    const message = 'Expected `CODE`; by itself a gift card would pay for whatever order comes next.';
    return invalidInput([{ path: ['trigger'], message }]);
  }
  const { now, ...born } = birth;
  return settled({
    ...fields,
    ...born,
    codeKey: codeKey(input.code, input.isCaseSensitive),
    state: isDraft ? 'DRAFT' : 'ACTIVE',
    currency: null,
    isTest: false,
    testOfId: null,
    usesCount: 0,
    balance: isGiftCard(input.discount) ? input.discount.initialBalance : null,
    version: 1,
    revokedAt: null,
    deletedAt: null,
    createdAt: now,
    updatedAt: now,
  });
}

export function patchedCoupon(
  coupon: Coupon,
  patch: z.output<typeof couponPatch>,
  campaignId: Id<'campaign'> | null | undefined,
  now: Date,
): Coupon | InvalidInput {
  // What is on a gift card was paid for, so it stays what it was issued as.
  if (patch.discount && isGiftCard(coupon.discount)) {
    return invalidInput([{ path: ['discount'], message: 'Expected none; a gift card cannot be changed.' }]);
  }
  if (patch.discount && isGiftCard(patch.discount)) {
    const message = 'Expected another kind; only a new coupon can be a gift card.';
    return invalidInput([{ path: ['discount', 'giftCard'], message }]);
  }
  if (isGiftCard(coupon.discount) && patched(coupon.taxBasis, patch.taxBasis) !== coupon.taxBasis) {
    const message = 'Expected none; what is on a gift card stays stated as it was issued.';
    return invalidInput([{ path: ['taxBasis'], message }]);
  }
  return settled({
    ...patchedTerms(coupon, patch, campaignId),
    version: coupon.version + 1,
    updatedAt: now,
  });
}
