import { z } from 'zod';
import { currenciesOf, type Discount } from '../discounts/core.js';
import { discountInput } from '../discounts/input.js';
import { day, windowOf } from '../lib/day-input.js';
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
import type { JsonObject } from '../lib/json.js';
import type { Money } from '../lib/money.js';
import { patched } from '../lib/patch.js';
import { taxBasis, type TaxBasis } from '../lib/tax-basis.js';
import type { Day } from '../lib/zone.js';
import { applicability, everything, type Applicability } from './applicability.js';
import { stacking, stacksWithAll, type Stacking } from './stacking.js';

/** What a coupon is worth, and when, and for what: all that is said of it but its code. Many coupons can have the same. */
export interface CouponTerms {
  readonly isCaseSensitive: boolean;
  readonly description: string | null;
  readonly discount: Discount;
  readonly minimumOrder: Money | null;
  /** What its amounts are stated in, and so the only one of orders that it can be used for; null where either will do. */
  readonly taxBasis: TaxBasis | null;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly maxUses: number | null;
  readonly perCustomerLimit: number | null;
  readonly applicability: Applicability;
  readonly stacking: Stacking;
  readonly campaignId: Id<'campaign'> | null;
  readonly metadata: JsonObject;
}

/** GraphQL's `CouponTermsInput`, checked field by field, but for its campaign, of which an action asks whether it is there: see `inInstants`. */
export const newTerms = z.object({
  description: none(text(0, 1_000)),
  minimumOrder: none(moneyInput),
  taxBasis: none(taxBasis),
  validFrom: none(z.date()),
  validFromDay: day.nullish(),
  validUntil: none(z.date()),
  validThrough: day.nullish(),
  maxUses: none(count),
  perCustomerLimit: none(count),
  discount: discountInput,
  isCaseSensitive: z.boolean().default(false),
  applicability: applicability.prefault({}),
  stacking: stacking.prefault({}),
  metadata: metadataOrEmpty,
});

/** Changes of terms that coupons can have when they are there already: undefined leaves a field, null clears it. */
export const termsPatch = z.object({
  discount: discountInput.optional(),
  description: text(0, 1_000).nullable().optional(),
  minimumOrder: moneyInput.nullable().optional(),
  taxBasis: taxBasis.nullable().optional(),
  validFrom: z.date().nullable().optional(),
  validFromDay: day.optional(),
  validUntil: z.date().nullable().optional(),
  validThrough: day.optional(),
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

interface WithDays {
  readonly validFrom?: Date | null | undefined;
  readonly validFromDay?: Day | null | undefined;
  readonly validUntil?: Date | null | undefined;
  readonly validThrough?: Day | null | undefined;
}

/** Terms, or changes of them, with the instants that their days come to. */
export function inInstants<Given extends WithDays>(
  { validFromDay, validThrough, ...given }: Given,
  context: z.RefinementCtx,
) {
  const [validFrom, validUntil] = windowOf<Given['validFrom'], Given['validUntil']>(
    { names: ['validFrom', 'validFromDay'], instant: given.validFrom, day: validFromDay?.from },
    { names: ['validUntil', 'validThrough'], instant: given.validUntil, day: validThrough?.until },
    context,
  );
  return { ...given, validFrom, validUntil };
}

export const patchedTerms = <Terms extends CouponTerms>(
  terms: Terms,
  patch: Omit<z.output<typeof termsPatch>, 'validFromDay' | 'validThrough'>,
  campaignId: Id<'campaign'> | null | undefined,
): Terms => ({
  ...terms,
  discount: patched(terms.discount, patch.discount),
  description: patched(terms.description, patch.description),
  minimumOrder: patched(terms.minimumOrder, patch.minimumOrder),
  taxBasis: patched(terms.taxBasis, patch.taxBasis),
  validFrom: patched(terms.validFrom, patch.validFrom),
  validUntil: patched(terms.validUntil, patch.validUntil),
  maxUses: patched(terms.maxUses, patch.maxUses),
  perCustomerLimit: patched(terms.perCustomerLimit, patch.perCustomerLimit),
  applicability: patched(terms.applicability, patch.applicability),
  stacking: patched(terms.stacking, patch.stacking),
  campaignId: patched(terms.campaignId, campaignId),
  metadata: patched(terms.metadata, patch.metadata),
});

/** What must hold between the terms, however they came about: the same terms, or why they cannot be. */
export function consistent<Terms extends CouponTerms>(terms: Terms): Terms | InvalidInput {
  const { minimumOrder, validFrom, validUntil } = terms;
  if (validFrom && validUntil && validFrom >= validUntil) {
    return invalidInput([{ path: ['validUntil'], message: 'Expected an instant after `validFrom`.' }]);
  }
  const [currency, another] = currenciesOf(terms.discount);
  if (minimumOrder && another) {
    const message =
      'Expected none, as the discount is in several currencies: a rule can ask for a minimum in each.';
    return invalidInput([{ path: ['minimumOrder'], message }]);
  }
  if (minimumOrder && currency && minimumOrder.currency !== currency) {
    const message = `Expected all amounts in one currency, but got ${currency} and ${minimumOrder.currency}.`;
    return invalidInput([{ path: ['minimumOrder'], message }]);
  }
  return terms;
}

/** The one currency of all amounts; null if there are none, or they are in several. */
export function currencyOf({ discount, minimumOrder }: CouponTerms): string | null {
  const [currency = minimumOrder?.currency ?? null, another] = currenciesOf(discount);
  return another ? null : currency;
}
