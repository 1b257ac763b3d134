import { z } from 'zod';
import { code, codeKey } from '../coupons/code.js';
import { isGiftCard } from '../discounts/core.js';
import { discountInput } from '../discounts/input.js';
import { day, endOf } from '../lib/day-input.js';
import type { Id } from '../lib/id.js';
import { count, none, text } from '../lib/input.js';
import { patched } from '../lib/patch.js';
import { objectionTo } from '../lib/target.js';
import type { Brand, Offer } from './core.js';

const slug = z.string().regex(/^[a-z0-9-]{1,50}$/, 'Expected 1 to 50 small letters, digits and hyphens.');

const offer = z
  .object({
    name: text(1, 100),
    description: none(text(0, 1_000)),
    discount: discountInput,
    fixedCode: none(code),
    usageLimit: none(count),
    validUntil: none(z.date()),
    validThrough: day.nullish(),
    verifyEmail: z.boolean().default(false),
  })
  // What all fans share, the first of them would spend.
  .refine(({ discount, fixedCode }) => fixedCode === null || !isGiftCard(discount), {
    path: ['fixedCode'],
    error: 'Expected none; of gift cards each fan gets one of their own.',
  })
  .transform(({ validThrough, ...given }, context): Offer => {
    const validUntil = endOf(
      { names: ['validUntil', 'validThrough'], instant: given.validUntil, day: validThrough?.until },
      context,
    );
    return { ...given, validUntil, couponId: null };
  });

/** A URL that may be sent to, as the one parser reads it that is also used for sending. */
const target = (allowPrivate: boolean) =>
  z.string().transform((given, context) => {
    const objection = objectionTo(given, allowPrivate);
    if (objection === null) return new URL(given).href;
    context.addIssue({ code: 'custom', message: objection });
    return z.NEVER;
  });

/** GraphQL's `CreateBrandInput`, checked field by field. */
export const newBrand = (allowPrivate: boolean) =>
  z.object({
    slug,
    name: text(1, 100),
    offer: none(offer),
    realiserUrl: none(target(allowPrivate)),
    verifierUrl: none(target(allowPrivate)),
  });

/** GraphQL's `BrandPatch`: undefined leaves a field, null clears it. */
export const brandPatch = (allowPrivate: boolean) =>
  z.object({
    name: text(1, 100).optional(),
    offer: offer.nullable().optional(),
    realiserUrl: target(allowPrivate).nullable().optional(),
    verifierUrl: target(allowPrivate).nullable().optional(),
  });

export interface Birth {
  readonly id: Id<'brand'>;
  readonly now: Date;
}

export const createdBrand = (given: z.output<ReturnType<typeof newBrand>>, { id, now }: Birth): Brand => ({
  ...given,
  id,
  version: 1,
  createdAt: now,
  updatedAt: now,
});

export const patchedBrand = (
  brand: Brand,
  patch: z.output<ReturnType<typeof brandPatch>>,
  now: Date,
): Brand => ({
  ...brand,
  name: patched(brand.name, patch.name),
  offer: patched(brand.offer, patch.offer),
  realiserUrl: patched(brand.realiserUrl, patch.realiserUrl),
  verifierUrl: patched(brand.verifierUrl, patch.verifierUrl),
  version: brand.version + 1,
  updatedAt: now,
});

/** Codes are case-insensitive, so another spelling is the same code. */
export const isSameCode = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && codeKey(one, false) === codeKey(other, false);
