import type { CouponTerms } from '../coupons/terms.js';
import { readDiscount } from '../discounts/stored.js';
import { idOf } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import { money } from '../lib/money.js';
import type { Template } from './core.js';

/** A template as the database keeps it, however it was asked for. */
export interface StoredTemplate extends Omit<Template, 'id' | 'terms' | 'metadata'> {
  readonly tenantId: string;
  readonly id: string;
  readonly terms: unknown;
  readonly metadata: unknown;
}

/** Terms as JSON holds them: minor units and instants are texts. */
interface StoredTerms extends Omit<
  CouponTerms,
  'discount' | 'minimumOrder' | 'taxBasis' | 'validFrom' | 'validUntil'
> {
  readonly discount: unknown;
  readonly minimumOrder: { readonly minor: string; readonly currency: string } | null;
  /** Of templates that are older than it, nothing was said. */
  readonly taxBasis?: CouponTerms['taxBasis'];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** What was stored was checked when it was written. */
export const readTemplate = ({ tenantId: _, ...same }: StoredTemplate): Template => ({
  ...same,
  id: idOf('template', same.id),
  terms: readTerms(same.terms as StoredTerms),
  metadata: same.metadata as JsonObject,
});

const readTerms = ({
  minimumOrder,
  taxBasis = null,
  validFrom,
  validUntil,
  ...same
}: StoredTerms): CouponTerms => ({
  ...same,
  discount: readDiscount(same.discount),
  minimumOrder: minimumOrder && money(BigInt(minimumOrder.minor), minimumOrder.currency),
  taxBasis,
  validFrom: instant(validFrom),
  validUntil: instant(validUntil),
});

const instant = (stored: string | null): Date | null => (stored === null ? null : new Date(stored));
