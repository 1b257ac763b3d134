import type { Situation } from '../conditions/situation.js';
import type { CampaignStatus } from '../campaigns/core.js';
import type { Applicability } from '../coupons/applicability.js';
import type { Inapplicable } from '../discounts/basket.js';
import type { FirstTier } from '../discounts/tiered.js';
import type { Id } from '../lib/id.js';
import { formatMoney, money, type Money } from '../lib/money.js';
import type { Rule } from '../rules/core.js';
import type { Failure } from '../lib/outcome.js';
import { taxBasisText, type TaxBasis } from '../lib/tax-basis.js';

/** Whatever a coupon is refused for names the code. */
interface Refused<Name extends string> extends Failure<Name> {
  readonly couponCode: string;
}

export type CouponDraft = Refused<'CouponDraft'>;
export const couponDraft = (couponCode: string): CouponDraft => ({
  failure: 'CouponDraft',
  message: `The coupon "${couponCode}" is still being prepared.`,
  couponCode,
});

export type CouponInactive = Refused<'CouponInactive'>;
export const couponInactive = (couponCode: string): CouponInactive => ({
  failure: 'CouponInactive',
  message: `The coupon "${couponCode}" is deactivated.`,
  couponCode,
});

export interface CouponNotYetActive extends Refused<'CouponNotYetActive'> {
  readonly validFrom: Date;
}
export const couponNotYetActive = (couponCode: string, validFrom: Date): CouponNotYetActive => ({
  failure: 'CouponNotYetActive',
  message: `The coupon "${couponCode}" can be used from ${validFrom.toISOString()} on.`,
  couponCode,
  validFrom,
});

export interface CouponExpired extends Refused<'CouponExpired'> {
  readonly validUntil: Date;
}
export const couponExpired = (couponCode: string, validUntil: Date): CouponExpired => ({
  failure: 'CouponExpired',
  message: `The coupon "${couponCode}" could be used until ${validUntil.toISOString()}.`,
  couponCode,
  validUntil,
});

export interface CampaignNotRunning extends Refused<'CampaignNotRunning'> {
  readonly campaignId: Id<'campaign'>;
  readonly campaignName: string;
  readonly campaignStatus: CampaignStatus;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}
export const campaignNotRunning = (
  couponCode: string,
  campaign: { id: Id<'campaign'>; name: string; startsAt: Date | null; endsAt: Date | null },
  campaignStatus: CampaignStatus,
): CampaignNotRunning => ({
  failure: 'CampaignNotRunning',
  message: `The coupon "${couponCode}" belongs to the campaign "${campaign.name}", which is ${campaignStatus}.`,
  couponCode,
  campaignId: campaign.id,
  campaignName: campaign.name,
  campaignStatus,
  startsAt: campaign.startsAt,
  endsAt: campaign.endsAt,
});

export interface UsageLimitReached extends Refused<'UsageLimitReached'> {
  readonly limit: number;
  readonly used: number;
}
export const usageLimitReached = (couponCode: string, limit: number, used: number): UsageLimitReached => ({
  failure: 'UsageLimitReached',
  message: `The coupon "${couponCode}" can be used ${times(limit)}, and all its uses are used up.`,
  couponCode,
  limit,
  used,
});

export interface GiftCardEmpty extends Refused<'GiftCardEmpty'> {
  /** Nothing, in the card's currency. */
  readonly balance: Money;
}
export const giftCardEmpty = (couponCode: string, balance: Money): GiftCardEmpty => ({
  failure: 'GiftCardEmpty',
  message: `Nothing is left on the gift card "${couponCode}": its balance is ${formatMoney(balance)}.`,
  couponCode,
  balance,
});

export interface CustomerRequired extends Refused<'CustomerRequired'> {
  /** How often each customer can use the coupon; null if another limit counts customers apart. */
  readonly perCustomerLimit: number | null;
}
export const customerRequired = (couponCode: string, perCustomerLimit: number | null): CustomerRequired => ({
  failure: 'CustomerRequired',
  message: `Each customer can use the coupon "${couponCode}" ${perCustomerLimit === null ? 'up to a limit' : times(perCustomerLimit)}, so \`customerId\` or \`customer\` is needed.`,
  couponCode,
  perCustomerLimit,
});

export interface CustomerLimitReached extends Refused<'CustomerLimitReached'> {
  readonly customerId: string;
  readonly limit: number;
  readonly used: number;
}
export const customerLimitReached = (
  couponCode: string,
  customerId: string,
  limit: number,
  used: number,
): CustomerLimitReached => ({
  failure: 'CustomerLimitReached',
  message: `Each customer can use the coupon "${couponCode}" ${times(limit)}, and this customer has.`,
  couponCode,
  customerId,
  limit,
  used,
});

export interface CurrencyMismatch extends Refused<'CurrencyMismatch'> {
  /** The first of them. */
  readonly couponCurrency: string;
  readonly couponCurrencies: readonly string[];
  readonly orderCurrency: string;
}
export const currencyMismatch = (
  couponCode: string,
  couponCurrencies: readonly string[],
  orderCurrency: string,
  what = 'coupon',
): CurrencyMismatch => ({
  failure: 'CurrencyMismatch',
  message: `The ${what} "${couponCode}" is in ${couponCurrencies.join(', ')}, but the order is in ${orderCurrency}.`,
  couponCode,
  couponCurrency: couponCurrencies[0]!,
  couponCurrencies,
  orderCurrency,
});

export interface TaxBasisMismatch extends Refused<'TaxBasisMismatch'> {
  readonly couponTaxBasis: TaxBasis;
  /** Null where the shop did not say. */
  readonly orderTaxBasis: TaxBasis | null;
}
export const taxBasisMismatch = (
  couponCode: string,
  couponTaxBasis: TaxBasis,
  orderTaxBasis: TaxBasis | null,
): TaxBasisMismatch => ({
  failure: 'TaxBasisMismatch',
  message: `The coupon "${couponCode}" is for amounts that ${taxBasisText[couponTaxBasis]}, but ${
    orderTaxBasis === null
      ? 'it was not said whether those of the order include it'
      : `those of the order ${taxBasisText[orderTaxBasis]}`
  }.`,
  couponCode,
  couponTaxBasis,
  orderTaxBasis,
});

export type NotApplicableCause = 'NO_MATCHING_ITEMS' | 'NOTHING_TO_DISCOUNT' | Inapplicable;

export interface CouponNotApplicable extends Refused<'CouponNotApplicable'> {
  readonly cause: NotApplicableCause;
  readonly applicability: Applicability;
  /** Of `BELOW_FIRST_TIER`. */
  readonly firstTier?: FirstTier;
}

const causes: Record<NotApplicableCause, string> = {
  NO_MATCHING_ITEMS: 'is for none of these items',
  ITEMS_NEEDED: 'depends on the items, so send the cart and not just its sum',
  NOTHING_TO_DISCOUNT: 'takes nothing off this order',
  SHIPPING_NEEDED: 'depends on what shipping costs, so send that as well',
  SHIPPING_COUNTRY_NEEDED: 'pays for shipping to some countries only, so send which one it is',
  SHIPPING_COUNTRY: 'does not pay for shipping to this country',
  BELOW_FIRST_TIER: 'takes off something only from more on',
};
export const couponNotApplicable = (
  couponCode: string,
  cause: NotApplicableCause,
  applicability: Applicability,
): CouponNotApplicable => ({
  failure: 'CouponNotApplicable',
  message: `The coupon "${couponCode}" ${causes[cause]}.`,
  couponCode,
  cause,
  applicability,
});

export function belowFirstTier(
  couponCode: string,
  firstTier: FirstTier,
  applicability: Applicability,
): CouponNotApplicable {
  const { requiredAmount, currentAmount, requiredQuantity, currentQuantity } = firstTier;
  const wanted = requiredAmount ? `items for ${formatMoney(requiredAmount)}` : `${requiredQuantity} items`;
  const there = currentAmount
    ? `they come to ${formatMoney(currentAmount)}`
    : `there ${currentQuantity === 1 ? 'is' : 'are'} ${currentQuantity}`;
  return {
    ...couponNotApplicable(couponCode, 'BELOW_FIRST_TIER', applicability),
    message: `The coupon "${couponCode}" takes something off from ${wanted} on, but ${there}.`,
    firstTier,
  };
}

export interface MinimumOrderNotMet extends Refused<'MinimumOrderNotMet'> {
  readonly required: Money;
  readonly current: Money;
  readonly missing: Money;
}
export const minimumOrderNotMet = (
  couponCode: string,
  required: Money,
  current: Money,
): MinimumOrderNotMet => ({
  failure: 'MinimumOrderNotMet',
  message: `The coupon "${couponCode}" needs items for ${formatMoney(required)}, but they come to ${formatMoney(current)}.`,
  couponCode,
  required,
  current,
  missing: money(required.minor - current.minor, required.currency),
});

const times = (limit: number) => (limit === 1 ? 'once' : `${limit} times`);

/** The clauses that speak against it, and what would mend it, follow from these two: to find them costs more than to decide. */
export interface RuleNotMet extends Refused<'RuleNotMet'> {
  readonly rule: Rule;
  readonly situation: Situation | null;
}
export const ruleNotMet = (couponCode: string, rule: Rule, situation: Situation): RuleNotMet => ({
  failure: 'RuleNotMet',
  message: `The coupon "${couponCode}" is not for orders like this one.`,
  couponCode,
  rule,
  situation,
});

export interface ReferenceAlreadyRedeemed extends Refused<'ReferenceAlreadyRedeemed'> {
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

/** The same, and nothing is said of the code that was used. */
export const referenceUsedBefore = (couponCode: string, redemptionId: string): ReferenceAlreadyRedeemed => ({
  failure: 'ReferenceAlreadyRedeemed',
  message: `This reference was used before, with other contents: void ${redemptionId} first.`,
  couponCode,
  redemptionId,
});

/** A refusal as an answer keeps it that may be repeated: what the customer was like is nothing to be kept. */
export const asKept = <Reason extends Failure>(refusal: Reason): Reason =>
  refusal.failure === 'RuleNotMet' ? { ...refusal, situation: null } : refusal;
