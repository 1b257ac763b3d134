import type { Coupon } from '../coupons/core.js';
import { createdCoupon, type Birth } from '../coupons/input.js';
import type { CouponTerms } from '../coupons/terms.js';
import { assert } from '../lib/assert.js';
import type { Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { isFailure } from '../lib/outcome.js';

/** How coupons are made, and what each is worth. What is changed of it changes none that are made already. */
export interface Template {
  readonly id: Id<'template'>;
  readonly name: string;
  readonly description: string | null;
  /** How codes are drawn, such as "SUMMER-{RAND:8}": see coupons/pattern.ts. */
  readonly codePattern: string;
  readonly terms: CouponTerms;
  readonly metadata: JsonObject;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** So many coupons are made of a template at once at most. */
export const maxCoupons = 100;

/** The coupon that would be made next, to be asked what it would be. Its code is not drawn: the template's id stands for it. */
export const nextCoupon = (template: Template, birth: Pick<Birth, 'id' | 'createdBy' | 'now'>): Coupon =>
  couponFrom(template, { code: template.id, isDraft: false }, birth);

/** A coupon as the template makes it. Nobody has saved it yet. */
export function couponFrom(
  { id: templateId, terms }: Template,
  { code, isDraft }: { readonly code: string; readonly isDraft: boolean },
  birth: Pick<Birth, 'id' | 'createdBy' | 'now'>,
): Coupon {
  const { campaignId, ...fields } = terms;
  const coupon = createdCoupon(
    { ...fields, code, isDraft, trigger: 'CODE' },
    { ...birth, campaignId, templateId },
  );
  assert(!isFailure(coupon), 'terms are checked before they are kept');
  return coupon;
}
