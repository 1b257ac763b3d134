import type { Coupon } from '../coupons/core.js';
import type { Limited } from '../evaluation/facts.js';
import { distinct } from '../lib/distinct.js';
import { money, type Money } from '../lib/money.js';
import type { TaxBasis } from '../lib/tax-basis.js';
import { paidByCardsMinor, savingMinor, type CodeValidation, type Promoted } from '../promotions/core.js';

/** A coupon that is tried out: saved, in whatever state, a definition that nobody has saved, or what a template would make. */
export interface Tried {
  readonly coupon: Coupon;
  /** Whose limits and rules hold for it: its own, of a test coupon those of its original, of what is not saved those of its campaign and template. */
  readonly like: Limited;
}

/** The next coupon of a template as it is tried out: what is used of the template's limits is what its coupons have used. */
export const triedNext = (coupon: Coupon): Tried => ({
  coupon,
  like: { id: null, campaignId: coupon.campaignId, templateId: coupon.templateId },
});

/** A saved coupon as it is tried out. */
export const triedAs = (coupon: Coupon): Tried => ({
  coupon,
  like: { id: coupon.testOfId ?? coupon.id, campaignId: coupon.campaignId },
});

/**
 * A definition that nobody has saved. One with the code of a saved coupon is tried out in its place: as if that coupon
 * were changed to it, with the uses that it has, its limits and its rules.
 */
export function triedDefinition(definition: Coupon, saved: readonly Coupon[]): Tried {
  const before = saved.find(({ codeKey }) => codeKey === definition.codeKey);
  if (!before) return { coupon: definition, like: { id: null, campaignId: definition.campaignId } };
  const { id, isTest, testOfId, templateId, usesCount } = before;
  const balance = definition.balance && (before.balance ?? definition.balance);
  return triedAs({ ...definition, id, isTest, testOfId, templateId, usesCount, balance });
}

/** What a code is worth alone. */
export interface SandboxValidation {
  readonly code: string;
  /** As a customer would be told now. */
  readonly now: CodeValidation;
  /** As if the coupon were active: see active.ts. */
  readonly ifActive: CodeValidation;
}

/** What a sample order comes to. */
export interface SandboxOrder {
  readonly name: string;
  readonly promoted: Promoted;
}

/** What sample orders in one currency and one tax basis come to, all added up. */
export interface SandboxTotals {
  readonly currency: string;
  readonly taxBasis: TaxBasis | null;
  readonly orders: number;
  readonly subtotal: Money;
  readonly discount: Money;
  readonly shippingDiscount: Money;
  /** Items and shipping. */
  readonly total: Money;
  readonly youSave: Money;
  readonly paidByGiftCards: Money;
}

/** One entry for each currency and tax basis, in the order in which they first come: no others can be added up. */
export function totalsOf(orders: readonly SandboxOrder[]): SandboxTotals[] {
  const kindOf = ({ promoted: { combination } }: SandboxOrder): string =>
    `${combination.orderBefore.currency} ${combination.taxBasis ?? 'not said'}`;
  return distinct(orders.map(kindOf)).map((kind) => {
    const same = orders.filter((order) => kindOf(order) === kind);
    const { taxBasis, orderBefore } = same[0]!.promoted.combination;
    const { currency } = orderBefore;
    const sum = (amountOf: (combination: Promoted['combination']) => bigint): Money =>
      money(
        same.reduce((sum, { promoted }) => sum + amountOf(promoted.combination), 0n),
        currency,
      );
    return {
      currency,
      taxBasis,
      orders: same.length,
      subtotal: sum(({ orderBefore }) => orderBefore.subtotalMinor),
      discount: sum(({ discountMinor }) => discountMinor),
      shippingDiscount: sum(({ shippingDiscountMinor }) => shippingDiscountMinor),
      total: sum(({ orderAfter }) => orderAfter.subtotalMinor + (orderAfter.shippingMinor ?? 0n)),
      youSave: sum(savingMinor),
      paidByGiftCards: sum(paidByCardsMinor),
    };
  });
}
