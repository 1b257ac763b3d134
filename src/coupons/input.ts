import { z } from 'zod';
import { currenciesOf, isGiftCard } from '../discounts/core.js';
import { discountInput } from '../discounts/input.js';
import type { Id } from '../lib/id.js';
import {
  count,
  invalidInput,
  metadata,
  metadataOrEmpty,
  moneyInput,
  none,
  text,
  type InvalidInput,
} from '../lib/input.js';
import { patched } from '../lib/patch.js';
import { applicability, everything } from './applicability.js';
import { code, codeKey } from './code.js';
import { couponTriggers, type Coupon } from './core.js';
import { stacking, stacksWithAll } from './stacking.js';

const shared = {
  description: none(text(0, 1_000)),
  minimumOrder: none(moneyInput),
  validFrom: none(z.date()),
  validUntil: none(z.date()),
  maxUses: none(count),
  perCustomerLimit: none(count),
};

/** GraphQL's `CreateCouponInput`, checked field by field. */
export const newCoupon = z.object({
  ...shared,
  code,
  discount: discountInput,
  isCaseSensitive: z.boolean().default(false),
  applicability: applicability.prefault({}),
  metadata: metadataOrEmpty,
  isDraft: z.boolean().default(false),
  trigger: z.enum(couponTriggers).default('CODE'),
  stacking: stacking.prefault({}),
});

/** GraphQL's `CouponPatch`: undefined leaves a field, null clears it. */
export const couponPatch = z.object({
  discount: discountInput.optional(),
  description: text(0, 1_000).nullable().optional(),
  minimumOrder: moneyInput.nullable().optional(),
  validFrom: z.date().nullable().optional(),
  validUntil: z.date().nullable().optional(),
  maxUses: count.nullable().optional(),
  perCustomerLimit: count.nullable().optional(),
  applicability: applicability
    .nullable()
    .transform((value) => value ?? everything)
    .optional(),
  stacking: stacking
    .nullable()
    .transform((value) => value ?? stacksWithAll)
    .optional(),
  metadata: metadata
    .nullable()
    .transform((value) => value ?? {})
    .optional(),
});

/** What must hold between the fields of a coupon, however it came about. */
function consistent(coupon: Coupon): Coupon | InvalidInput {
  if (coupon.validFrom && coupon.validUntil && coupon.validFrom >= coupon.validUntil) {
    return invalidInput([{ path: ['validUntil'], message: 'Expected an instant after `validFrom`.' }]);
  }
  const { minimumOrder } = coupon;
  const [currency = minimumOrder?.currency ?? null, another] = currenciesOf(coupon.discount);
  if (minimumOrder && another) {
    const message =
      'Expected none, as the discount is in several currencies: a rule can ask for a minimum in each.';
    return invalidInput([{ path: ['minimumOrder'], message }]);
  }
  if (minimumOrder && minimumOrder.currency !== currency) {
    const message = `Expected all amounts in one currency, but got ${currency} and ${minimumOrder.currency}.`;
    return invalidInput([{ path: ['minimumOrder'], message }]);
  }
  return { ...coupon, currency: another ? null : currency };
}

export interface Birth {
  readonly id: Id<'coupon'>;
  readonly createdBy: Coupon['createdBy'];
  readonly campaignId: Id<'campaign'> | null;
  readonly now: Date;
}

export function createdCoupon(input: z.output<typeof newCoupon>, birth: Birth): Coupon | InvalidInput {
  const { isDraft, ...fields } = input;
  const { now, ...born } = birth;
  return consistent({
    ...fields,
    ...born,
    codeKey: codeKey(input.code, input.isCaseSensitive),
    state: isDraft ? 'DRAFT' : 'ACTIVE',
    currency: null,
    isTest: false,
    testOfId: null,
    templateId: null,
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
  return consistent({
    ...coupon,
    discount: patched(coupon.discount, patch.discount),
    description: patched(coupon.description, patch.description),
    minimumOrder: patched(coupon.minimumOrder, patch.minimumOrder),
    validFrom: patched(coupon.validFrom, patch.validFrom),
    validUntil: patched(coupon.validUntil, patch.validUntil),
    maxUses: patched(coupon.maxUses, patch.maxUses),
    perCustomerLimit: patched(coupon.perCustomerLimit, patch.perCustomerLimit),
    applicability: patched(coupon.applicability, patch.applicability),
    stacking: patched(coupon.stacking, patch.stacking),
    campaignId: patched(coupon.campaignId, campaignId),
    metadata: patched(coupon.metadata, patch.metadata),
    version: coupon.version + 1,
    updatedAt: now,
  });
}
