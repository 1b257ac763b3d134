/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentNode } from 'graphql';
import * as Urql from 'urql';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
/** Input of `activateFan`. */
export type ActivateFanInput = {
  /** See `Mutation`. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, for the audit log. */
  readonly reason?: string | null | undefined;
  /** The token from the e-mail. */
  readonly token: string;
};

/** Input of `applyCoupon`. */
export type ApplyCouponInput = {
  /** Of a gift card, take no more than this. */
  readonly amount?: string | null | undefined;
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: Record<string, unknown> | null | undefined;
  /** Where it happens, such as "web". */
  readonly channel?: string | null | undefined;
  /** The code as the customer typed it. */
  readonly code: string;
  /** Who it is for, by an e-mail or a phone number as well; they become one customer's. Not with a user token. */
  readonly customer?: CustomerInput | null | undefined;
  /** Who it is for. A user token's subject if not given; it cannot be anybody else's with such a token. */
  readonly customerId?: string | null | undefined;
  /** See `Mutation`. Without it, and without a `reference`, a request that is sent twice counts twice. */
  readonly idempotencyKey?: string | null | undefined;
  /** The caller's own data; up to 16 kB. Empty if not given. */
  readonly metadata?: Record<string, unknown> | null | undefined;
  /** What the customer is buying. */
  readonly order: OrderInput;
  /** Why, for the audit log. */
  readonly reason?: string | null | undefined;
  /** What it is used for. One order uses a code once. */
  readonly reference?: ReferenceInput | null | undefined;
};

/** Where a campaign stands. Only a running campaign's coupons are applied. */
export type CampaignStatus =
  /** Running. */
  | 'ACTIVE'
  /** Being prepared. */
  | 'DRAFT'
  /** Over: it was ended, or its end has passed after it was activated. */
  | 'ENDED'
  /** Stopped for a while. */
  | 'PAUSED'
  /** Activated; its start is still to come. */
  | 'SCHEDULED';

/** What the customer is about to buy. */
export type CartInput = {
  /** The currency of all its prices. */
  readonly currency: string;
  /** Its items; 1 to 500. */
  readonly lines: ReadonlyArray<CartLineInput>;
  /** What shipping costs before any discount. */
  readonly shipping?: string | null | undefined;
};

/** An item in a cart. */
export type CartLineInput = {
  /** The categories that the product is in. */
  readonly categories?: ReadonlyArray<string>;
  /** Tells two lines with the same sku apart; the sku if not given. */
  readonly id?: string | null | undefined;
  /** How many; 1 to 1,000,000. */
  readonly quantity?: number;
  /** The product; unique within the cart unless `id` tells lines apart. */
  readonly sku: string;
  /** The product's tags. */
  readonly tags?: ReadonlyArray<string>;
  /** The price of one, before any discount. */
  readonly unitPrice: string;
};

/**
 * Who a customer is; at least one, and best all that are known. Limits count under the first that is given, in the order
 * id, e-mail, phone, and under all that it is linked with.
 */
export type CustomerInput = {
  /** An e-mail. Spaces around it, capital letters and full-width letters make no difference. */
  readonly email?: string | null | undefined;
  /** The customer's id in your own system, 1 to 200 characters. Only the spaces around it are dropped: `U1` is not `u1`. */
  readonly id?: string | null | undefined;
  /**
   * A phone number of 5 to 15 digits. Spaces, dashes, dots and brackets make no difference, nor whether it begins with `+`
   * or `00`. One without its country's number is kept so, and differs from the same one with it.
   */
  readonly phone?: string | null | undefined;
};

/** Kinds of discounts. */
export type DiscountKind =
  /** An amount of money: `FixedDiscount`. */
  | 'FIXED'
  /** The shipping cost: `FreeShippingDiscount`. */
  | 'FREE_SHIPPING'
  /** Money that was paid beforehand: `GiftCardDiscount`. */
  | 'GIFT_CARD'
  /** A share of the price: `PercentageDiscount`. */
  | 'PERCENTAGE';

/** Every kind of failure, one for each type that implements `Error`. */
export type ErrorCode =
  /** `ActivationTokenExpiredError` */
  | 'ACTIVATION_TOKEN_EXPIRED'
  /** `ActivationTokenNotFoundError` */
  | 'ACTIVATION_TOKEN_NOT_FOUND'
  /** `ActivationTokenUsedError` */
  | 'ACTIVATION_TOKEN_USED'
  /** `ApiKeyNotFoundError` */
  | 'API_KEY_NOT_FOUND'
  /** `BrandNotFoundError` */
  | 'BRAND_NOT_FOUND'
  /** `BrandSlugTakenError` */
  | 'BRAND_SLUG_TAKEN'
  /** `CampaignNotFoundError` */
  | 'CAMPAIGN_NOT_FOUND'
  /** `CampaignNotRunningError` */
  | 'CAMPAIGN_NOT_RUNNING'
  /** `CampaignOverError` */
  | 'CAMPAIGN_OVER'
  /** `CampaignTransitionError` */
  | 'CAMPAIGN_TRANSITION'
  /** `CouponCodeTakenError` */
  | 'COUPON_CODE_TAKEN'
  /** `CouponDraftError` */
  | 'COUPON_DRAFT'
  /** `CouponExpiredError` */
  | 'COUPON_EXPIRED'
  /** `CouponInactiveError` */
  | 'COUPON_INACTIVE'
  /** `CouponNotApplicableError` */
  | 'COUPON_NOT_APPLICABLE'
  /** `CouponNotFoundError` */
  | 'COUPON_NOT_FOUND'
  /** `CouponNotYetActiveError` */
  | 'COUPON_NOT_YET_ACTIVE'
  /** `CouponRevokedError` */
  | 'COUPON_REVOKED'
  /** `CouponTransitionError` */
  | 'COUPON_TRANSITION'
  /** `CouponUsedError` */
  | 'COUPON_USED'
  /** `CurrencyMismatchError` */
  | 'CURRENCY_MISMATCH'
  /** `CustomerLimitReachedError` */
  | 'CUSTOMER_LIMIT_REACHED'
  /** `CustomerRequiredError` */
  | 'CUSTOMER_REQUIRED'
  /** `DeliveryNotFoundError` */
  | 'DELIVERY_NOT_FOUND'
  /** `DeliverySucceededError` */
  | 'DELIVERY_SUCCEEDED'
  /** `IdempotencyConflictError` */
  | 'IDEMPOTENCY_CONFLICT'
  /** `InvalidInputError` */
  | 'INVALID_INPUT'
  /** `LimitNotFoundError` */
  | 'LIMIT_NOT_FOUND'
  /** `LimitReachedError` */
  | 'LIMIT_REACHED'
  /** `LimitTargetNotFoundError` */
  | 'LIMIT_TARGET_NOT_FOUND'
  /** `MinimumOrderNotMetError` */
  | 'MINIMUM_ORDER_NOT_MET'
  /** `OfferExpiredError` */
  | 'OFFER_EXPIRED'
  /** `OfferMissingError` */
  | 'OFFER_MISSING'
  /** See `OverloadedError`. */
  | 'OVERLOADED'
  /** `RedemptionAlreadyVoidedError` */
  | 'REDEMPTION_ALREADY_VOIDED'
  /** See `RedemptionLineNotFoundError`. */
  | 'REDEMPTION_LINE_NOT_FOUND'
  /** `RedemptionNotFoundError` */
  | 'REDEMPTION_NOT_FOUND'
  /** See `RedemptionReservedError`. */
  | 'REDEMPTION_RESERVED'
  /** `ReferenceAlreadyRedeemedError` */
  | 'REFERENCE_ALREADY_REDEEMED'
  /** See `ReservationEndedError`. */
  | 'RESERVATION_ENDED'
  /** See `ReservationNotFoundError`. */
  | 'RESERVATION_NOT_FOUND'
  /** See `ReservationRefusedError`. */
  | 'RESERVATION_REFUSED'
  /** See `ReturnExceedsQuantityError`. */
  | 'RETURN_EXCEEDS_QUANTITY'
  /** See `TooManyIdentitiesError`. */
  | 'TOO_MANY_IDENTITIES'
  /** `TooManyLimitsError` */
  | 'TOO_MANY_LIMITS'
  /** `UsageLimitReachedError` */
  | 'USAGE_LIMIT_REACHED'
  /** `VersionConflictError` */
  | 'VERSION_CONFLICT';

/** Where a fan stands. */
export type FanStatus =
  /** Has a code. */
  | 'ACTIVE'
  /** Signed up; the e-mail is not verified yet. */
  | 'PENDING';

/** What is added up. */
export type LimitMeasure =
  /** The money that is taken off items and shipping. Other currencies than the limit's are not counted. */
  | 'DISCOUNT'
  /** What the items cost before the discount. Other currencies than the limit's are not counted. */
  | 'ORDER_VALUE'
  /** How often. */
  | 'USES';

/** What is counted apart. */
export type LimitPer =
  /** Each value of a named attribute of the cart. */
  | 'ATTRIBUTE'
  /** Each channel. */
  | 'CHANNEL'
  /** Each customer, by all the identities that are linked. */
  | 'CUSTOMER'
  /** Nothing: all uses count together. */
  | 'EVERYONE';

/** What a limit can be the long form of. */
export type LimitShortForm =
  /** A campaign's budget. */
  | 'BUDGET';

/** What can be limited. */
export type LimitTargetKind =
  /** All coupons of a campaign together. */
  | 'CAMPAIGN'
  /** One coupon. */
  | 'COUPON'
  /** All coupons of the tenant together. */
  | 'TENANT';

/** Kinds of spans of time. */
export type LimitWindowKind =
  /** A day of the calendar: 23 or 25 hours long when the clocks are put. */
  | 'DAY'
  /** From one full hour to the next, or to when the clocks are put. */
  | 'HOUR'
  /** All time. */
  | 'LIFETIME'
  /** A month of the calendar. */
  | 'MONTH'
  /** So many seconds up to now. It moves in sixty steps: a use counts for up to a sixtieth longer, and never shorter. */
  | 'ROLLING'
  /** A week from Monday on. */
  | 'WEEK';

/** An amount of money. More decimals than the currency has are refused, never rounded. */
export type MoneyInput = {
  /** The amount in major units, such as "19.99". */
  readonly amount: string;
  /** Its currency. */
  readonly currency: string;
};

/** Why a coupon takes nothing off an order. */
export type NotApplicableCause =
  /** The coupon is for some items only: send the cart instead of just the sum. */
  | 'ITEMS_NEEDED'
  /** There is nothing to take off: the items, or the shipping, cost nothing. */
  | 'NOTHING_TO_DISCOUNT'
  /** None of the items is one that the coupon is for. */
  | 'NO_MATCHING_ITEMS';

/** What a coupon is asked about: a sum, or a cart. */
export type OrderInput =
  {   /** The items themselves. */
  readonly cart: CartInput; readonly subtotal?: never; }
  |  { readonly cart?: never;   /** Just the sum of the items, for coupons that are for all items. */
  readonly subtotal: MoneyInput; };

/** Where a redemption stands. */
export type RedemptionStatus =
  /** Used, and counted. */
  | 'COMPLETED'
  /** Held by a reservation that ran out, and not counted. */
  | 'EXPIRED'
  /** Held by a reservation, and counted. */
  | 'RESERVED'
  /** Given back in full. What of it still counts follows the campaign's `usesReturn`. */
  | 'VOIDED';

/** See `Reference`. */
export type ReferenceInput = {
  /** Its id there; 1 to 200 characters. */
  readonly id: string;
  /** Of which kind. */
  readonly type?: ReferenceType;
};

/** Kinds of references. */
export type ReferenceType =
  /** A checkout that may become an order. */
  | 'CHECKOUT'
  /** A gift. */
  | 'GIFT'
  /** Something done by hand. */
  | 'MANUAL'
  /** An order. */
  | 'ORDER';

/** Input of `registerFan`. */
export type RegisterFanInput = {
  /** With which brand. */
  readonly brandId: string;
  /**
   * Their e-mail, in ASCII: letters, digits and any of `. _ ' + -` before the @, and an international domain name in
   * punycode, such as `ada@xn--bcher-kva.example`.
   */
  readonly email: string;
  /** See `Mutation`. */
  readonly idempotencyKey?: string | null | undefined;
  /** Their name; 1 to 100 characters. */
  readonly name: string;
  /** Why, for the audit log. */
  readonly reason?: string | null | undefined;
  /** Their handle on a social network; up to 100 characters. */
  readonly socialHandle?: string | null | undefined;
};

/** Input of `validateCoupon`. */
export type ValidateCouponInput = {
  /** Of a gift card, take no more than this. */
  readonly amount?: string | null | undefined;
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: Record<string, unknown> | null | undefined;
  /** Where it happens, such as "web". */
  readonly channel?: string | null | undefined;
  /** The code as the customer typed it. */
  readonly code: string;
  /** Who it is for, by an e-mail or a phone number as well. Not with a user token. */
  readonly customer?: CustomerInput | null | undefined;
  /** Who it is for. A user token's subject if not given. */
  readonly customerId?: string | null | undefined;
  /** What the customer is about to buy. */
  readonly order: OrderInput;
  /** The order or checkout: what it holds of the coupon already does not stand in its way. */
  readonly reference?: ReferenceInput | null | undefined;
};

type Failure_ActivationTokenExpiredError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_ActivationTokenNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_ActivationTokenUsedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_ApiKeyNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_BrandNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_BrandSlugTakenError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CampaignNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CampaignNotRunningError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CampaignOverError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CampaignTransitionError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CouponCodeTakenError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CouponDraftError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CouponExpiredError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CouponInactiveError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CouponNotApplicableError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CouponNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CouponNotYetActiveError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CouponRevokedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CouponTransitionError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CouponUsedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CurrencyMismatchError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CustomerLimitReachedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_CustomerRequiredError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_DeliveryNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_DeliverySucceededError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_IdempotencyConflictError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_InvalidInputError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_LimitNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_LimitReachedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_LimitTargetNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_MinimumOrderNotMetError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_OfferExpiredError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_OfferMissingError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_OverloadedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_RedemptionAlreadyVoidedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_RedemptionLineNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_RedemptionNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_RedemptionReservedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_ReferenceAlreadyRedeemedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_ReservationEndedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_ReservationNotFoundError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_ReservationRefusedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_ReturnExceedsQuantityError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_TooManyIdentitiesError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_TooManyLimitsError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_UsageLimitReachedError_Fragment = { readonly code: ErrorCode, readonly message: string };

type Failure_VersionConflictError_Fragment = { readonly code: ErrorCode, readonly message: string };

export type FailureFragment =
  | Failure_ActivationTokenExpiredError_Fragment
  | Failure_ActivationTokenNotFoundError_Fragment
  | Failure_ActivationTokenUsedError_Fragment
  | Failure_ApiKeyNotFoundError_Fragment
  | Failure_BrandNotFoundError_Fragment
  | Failure_BrandSlugTakenError_Fragment
  | Failure_CampaignNotFoundError_Fragment
  | Failure_CampaignNotRunningError_Fragment
  | Failure_CampaignOverError_Fragment
  | Failure_CampaignTransitionError_Fragment
  | Failure_CouponCodeTakenError_Fragment
  | Failure_CouponDraftError_Fragment
  | Failure_CouponExpiredError_Fragment
  | Failure_CouponInactiveError_Fragment
  | Failure_CouponNotApplicableError_Fragment
  | Failure_CouponNotFoundError_Fragment
  | Failure_CouponNotYetActiveError_Fragment
  | Failure_CouponRevokedError_Fragment
  | Failure_CouponTransitionError_Fragment
  | Failure_CouponUsedError_Fragment
  | Failure_CurrencyMismatchError_Fragment
  | Failure_CustomerLimitReachedError_Fragment
  | Failure_CustomerRequiredError_Fragment
  | Failure_DeliveryNotFoundError_Fragment
  | Failure_DeliverySucceededError_Fragment
  | Failure_IdempotencyConflictError_Fragment
  | Failure_InvalidInputError_Fragment
  | Failure_LimitNotFoundError_Fragment
  | Failure_LimitReachedError_Fragment
  | Failure_LimitTargetNotFoundError_Fragment
  | Failure_MinimumOrderNotMetError_Fragment
  | Failure_OfferExpiredError_Fragment
  | Failure_OfferMissingError_Fragment
  | Failure_OverloadedError_Fragment
  | Failure_RedemptionAlreadyVoidedError_Fragment
  | Failure_RedemptionLineNotFoundError_Fragment
  | Failure_RedemptionNotFoundError_Fragment
  | Failure_RedemptionReservedError_Fragment
  | Failure_ReferenceAlreadyRedeemedError_Fragment
  | Failure_ReservationEndedError_Fragment
  | Failure_ReservationNotFoundError_Fragment
  | Failure_ReservationRefusedError_Fragment
  | Failure_ReturnExceedsQuantityError_Fragment
  | Failure_TooManyIdentitiesError_Fragment
  | Failure_TooManyLimitsError_Fragment
  | Failure_UsageLimitReachedError_Fragment
  | Failure_VersionConflictError_Fragment
;

export type InvalidInputErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly problems: ReadonlyArray<{ readonly path: ReadonlyArray<string>, readonly message: string }> };

export type IdempotencyConflictErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly idempotencyKey: string };

export type CouponNotFoundErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly sought: string };

export type CouponDraftErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string };

export type CouponInactiveErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string };

export type CouponRevokedErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly revokedAt: string };

export type CouponNotYetActiveErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly validFrom: string };

export type CouponExpiredErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly validUntil: string };

export type CampaignNotRunningErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly campaignId: string, readonly campaignName: string, readonly campaignStatus: CampaignStatus, readonly startsAt: string | null, readonly endsAt: string | null };

export type CurrencyMismatchErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly couponCurrency: string, readonly orderCurrency: string };

export type CouponNotApplicableErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly cause: NotApplicableCause, readonly applicability: { readonly includeProducts: ReadonlyArray<string>, readonly excludeProducts: ReadonlyArray<string>, readonly includeCategories: ReadonlyArray<string>, readonly excludeCategories: ReadonlyArray<string>, readonly includeTags: ReadonlyArray<string>, readonly excludeTags: ReadonlyArray<string> } };

export type MinimumOrderNotMetErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly required: { readonly amount: string, readonly currency: string }, readonly current: { readonly amount: string, readonly currency: string }, readonly missing: { readonly amount: string, readonly currency: string } };

export type UsageLimitReachedErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly limit: number, readonly used: number };

export type CustomerRequiredErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly perCustomerLimit: number | null };

export type CustomerLimitReachedErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly customerId: string, readonly limit: number, readonly used: number };

export type ReferenceAlreadyRedeemedErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly redemptionId: string };

export type BrandNotFoundErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly brandId: string };

export type OfferMissingErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly brandId: string };

export type OfferExpiredErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly brandId: string, readonly validUntil: string };

export type ActivationTokenNotFoundErrorFragment = { readonly code: ErrorCode, readonly message: string };

export type ActivationTokenExpiredErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly expiredAt: string };

export type ActivationTokenUsedErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly activatedAt: string };

export type LimitReachedErrorFragment = { readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly resetsAt: string | null, readonly reached: { readonly id: string, readonly per: LimitPer, readonly attribute: string | null, readonly measure: LimitMeasure, readonly shortForm: LimitShortForm | null, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly target: { readonly kind: LimitTargetKind, readonly couponId: string | null, readonly campaignId: string | null }, readonly window: { readonly kind: LimitWindowKind, readonly zone: string | null, readonly seconds: number | null }, readonly ceiling: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null }, readonly overrun: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null } }, readonly counted: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null }, readonly left: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null }, readonly asked: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null } };

export type LimitFragment = { readonly id: string, readonly per: LimitPer, readonly attribute: string | null, readonly measure: LimitMeasure, readonly shortForm: LimitShortForm | null, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly target: { readonly kind: LimitTargetKind, readonly couponId: string | null, readonly campaignId: string | null }, readonly window: { readonly kind: LimitWindowKind, readonly zone: string | null, readonly seconds: number | null }, readonly ceiling: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null }, readonly overrun: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null } };

export type LimitAmountFragment = { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null };

export type ValidateCouponQueryVariables = Exact<{
  input: ValidateCouponInput;
}>;


export type ValidateCouponQuery = { readonly validateCoupon:
    | { readonly __typename: 'CampaignNotRunningError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly campaignId: string, readonly campaignName: string, readonly campaignStatus: CampaignStatus, readonly startsAt: string | null, readonly endsAt: string | null }
    | { readonly __typename: 'CouponDraftError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string }
    | { readonly __typename: 'CouponExpiredError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly validUntil: string }
    | { readonly __typename: 'CouponInactiveError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string }
    | { readonly __typename: 'CouponNotApplicableError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly cause: NotApplicableCause, readonly applicability: { readonly includeProducts: ReadonlyArray<string>, readonly excludeProducts: ReadonlyArray<string>, readonly includeCategories: ReadonlyArray<string>, readonly excludeCategories: ReadonlyArray<string>, readonly includeTags: ReadonlyArray<string>, readonly excludeTags: ReadonlyArray<string> } }
    | { readonly __typename: 'CouponNotFoundError', readonly code: ErrorCode, readonly message: string, readonly sought: string }
    | { readonly __typename: 'CouponNotYetActiveError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly validFrom: string }
    | { readonly __typename: 'CouponRevokedError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly revokedAt: string }
    | { readonly __typename: 'CurrencyMismatchError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly couponCurrency: string, readonly orderCurrency: string }
    | { readonly __typename: 'CustomerLimitReachedError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly customerId: string, readonly limit: number, readonly used: number }
    | { readonly __typename: 'CustomerRequiredError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly perCustomerLimit: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: ErrorCode, readonly message: string, readonly problems: ReadonlyArray<{ readonly path: ReadonlyArray<string>, readonly message: string }> }
    | { readonly __typename: 'LimitReachedError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly resetsAt: string | null, readonly reached: { readonly id: string, readonly per: LimitPer, readonly attribute: string | null, readonly measure: LimitMeasure, readonly shortForm: LimitShortForm | null, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly target: { readonly kind: LimitTargetKind, readonly couponId: string | null, readonly campaignId: string | null }, readonly window: { readonly kind: LimitWindowKind, readonly zone: string | null, readonly seconds: number | null }, readonly ceiling: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null }, readonly overrun: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null } }, readonly counted: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null }, readonly left: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null }, readonly asked: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null } }
    | { readonly __typename: 'MinimumOrderNotMetError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly required: { readonly amount: string, readonly currency: string }, readonly current: { readonly amount: string, readonly currency: string }, readonly missing: { readonly amount: string, readonly currency: string } }
    | { readonly __typename: 'UsageLimitReachedError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly limit: number, readonly used: number }
    | { readonly __typename: 'ValidateCouponSuccess', readonly freeShipping: boolean, readonly coupon: { readonly id: string, readonly code: string, readonly validUntil: string | null, readonly discount:
          | { readonly __typename: 'FixedDiscount', readonly freeShipping: boolean, readonly kind: DiscountKind, readonly amount: { readonly amount: string, readonly currency: string } }
          | { readonly __typename: 'FreeShippingDiscount', readonly kind: DiscountKind, readonly maximum: { readonly amount: string, readonly currency: string } | null }
          | { readonly __typename: 'GiftCardDiscount', readonly kind: DiscountKind, readonly initialBalance: { readonly amount: string, readonly currency: string } }
          | { readonly __typename: 'PercentageDiscount', readonly percent: string, readonly freeShipping: boolean, readonly kind: DiscountKind, readonly maximum: { readonly amount: string, readonly currency: string } | null }
         }, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly lineId: string, readonly sku: string, readonly quantity: number, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } }>, readonly shippingDiscount: { readonly amount: string, readonly currency: string } | null, readonly remaining: { readonly uses: number | null, readonly customerUses: number | null } }
   };

export type ApplyCouponMutationVariables = Exact<{
  input: ApplyCouponInput;
}>;


export type ApplyCouponMutation = { readonly applyCoupon:
    | { readonly __typename: 'ApplyCouponSuccess', readonly freeShipping: boolean, readonly redemption: { readonly id: string, readonly status: RedemptionStatus, readonly createdAt: string }, readonly coupon: { readonly id: string, readonly code: string, readonly validUntil: string | null, readonly discount:
          | { readonly __typename: 'FixedDiscount', readonly freeShipping: boolean, readonly kind: DiscountKind, readonly amount: { readonly amount: string, readonly currency: string } }
          | { readonly __typename: 'FreeShippingDiscount', readonly kind: DiscountKind, readonly maximum: { readonly amount: string, readonly currency: string } | null }
          | { readonly __typename: 'GiftCardDiscount', readonly kind: DiscountKind, readonly initialBalance: { readonly amount: string, readonly currency: string } }
          | { readonly __typename: 'PercentageDiscount', readonly percent: string, readonly freeShipping: boolean, readonly kind: DiscountKind, readonly maximum: { readonly amount: string, readonly currency: string } | null }
         }, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly lineId: string, readonly sku: string, readonly quantity: number, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } }>, readonly shippingDiscount: { readonly amount: string, readonly currency: string } | null, readonly remaining: { readonly uses: number | null, readonly customerUses: number | null } }
    | { readonly __typename: 'CampaignNotRunningError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly campaignId: string, readonly campaignName: string, readonly campaignStatus: CampaignStatus, readonly startsAt: string | null, readonly endsAt: string | null }
    | { readonly __typename: 'CouponDraftError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string }
    | { readonly __typename: 'CouponExpiredError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly validUntil: string }
    | { readonly __typename: 'CouponInactiveError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string }
    | { readonly __typename: 'CouponNotApplicableError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly cause: NotApplicableCause, readonly applicability: { readonly includeProducts: ReadonlyArray<string>, readonly excludeProducts: ReadonlyArray<string>, readonly includeCategories: ReadonlyArray<string>, readonly excludeCategories: ReadonlyArray<string>, readonly includeTags: ReadonlyArray<string>, readonly excludeTags: ReadonlyArray<string> } }
    | { readonly __typename: 'CouponNotFoundError', readonly code: ErrorCode, readonly message: string, readonly sought: string }
    | { readonly __typename: 'CouponNotYetActiveError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly validFrom: string }
    | { readonly __typename: 'CouponRevokedError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly revokedAt: string }
    | { readonly __typename: 'CurrencyMismatchError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly couponCurrency: string, readonly orderCurrency: string }
    | { readonly __typename: 'CustomerLimitReachedError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly customerId: string, readonly limit: number, readonly used: number }
    | { readonly __typename: 'CustomerRequiredError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly perCustomerLimit: number | null }
    | { readonly __typename: 'IdempotencyConflictError', readonly code: ErrorCode, readonly message: string, readonly idempotencyKey: string }
    | { readonly __typename: 'InvalidInputError', readonly code: ErrorCode, readonly message: string, readonly problems: ReadonlyArray<{ readonly path: ReadonlyArray<string>, readonly message: string }> }
    | { readonly __typename: 'LimitReachedError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly resetsAt: string | null, readonly reached: { readonly id: string, readonly per: LimitPer, readonly attribute: string | null, readonly measure: LimitMeasure, readonly shortForm: LimitShortForm | null, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly target: { readonly kind: LimitTargetKind, readonly couponId: string | null, readonly campaignId: string | null }, readonly window: { readonly kind: LimitWindowKind, readonly zone: string | null, readonly seconds: number | null }, readonly ceiling: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null }, readonly overrun: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null } }, readonly counted: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null }, readonly left: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null }, readonly asked: { readonly uses: number | null, readonly money: { readonly amount: string, readonly currency: string } | null } }
    | { readonly __typename: 'MinimumOrderNotMetError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly required: { readonly amount: string, readonly currency: string }, readonly current: { readonly amount: string, readonly currency: string }, readonly missing: { readonly amount: string, readonly currency: string } }
    | { readonly __typename: 'OverloadedError', readonly code: ErrorCode, readonly message: string }
    | { readonly __typename: 'ReferenceAlreadyRedeemedError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly redemptionId: string }
    | { readonly __typename: 'TooManyIdentitiesError', readonly code: ErrorCode, readonly message: string }
    | { readonly __typename: 'UsageLimitReachedError', readonly code: ErrorCode, readonly message: string, readonly couponCode: string, readonly limit: number, readonly used: number }
   };

type Worth_ApplyCouponSuccess_Fragment = { readonly freeShipping: boolean, readonly coupon: { readonly id: string, readonly code: string, readonly validUntil: string | null, readonly discount:
      | { readonly __typename: 'FixedDiscount', readonly freeShipping: boolean, readonly kind: DiscountKind, readonly amount: { readonly amount: string, readonly currency: string } }
      | { readonly __typename: 'FreeShippingDiscount', readonly kind: DiscountKind, readonly maximum: { readonly amount: string, readonly currency: string } | null }
      | { readonly __typename: 'GiftCardDiscount', readonly kind: DiscountKind, readonly initialBalance: { readonly amount: string, readonly currency: string } }
      | { readonly __typename: 'PercentageDiscount', readonly percent: string, readonly freeShipping: boolean, readonly kind: DiscountKind, readonly maximum: { readonly amount: string, readonly currency: string } | null }
     }, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly lineId: string, readonly sku: string, readonly quantity: number, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } }>, readonly shippingDiscount: { readonly amount: string, readonly currency: string } | null, readonly remaining: { readonly uses: number | null, readonly customerUses: number | null } };

type Worth_ValidateCouponSuccess_Fragment = { readonly freeShipping: boolean, readonly coupon: { readonly id: string, readonly code: string, readonly validUntil: string | null, readonly discount:
      | { readonly __typename: 'FixedDiscount', readonly freeShipping: boolean, readonly kind: DiscountKind, readonly amount: { readonly amount: string, readonly currency: string } }
      | { readonly __typename: 'FreeShippingDiscount', readonly kind: DiscountKind, readonly maximum: { readonly amount: string, readonly currency: string } | null }
      | { readonly __typename: 'GiftCardDiscount', readonly kind: DiscountKind, readonly initialBalance: { readonly amount: string, readonly currency: string } }
      | { readonly __typename: 'PercentageDiscount', readonly percent: string, readonly freeShipping: boolean, readonly kind: DiscountKind, readonly maximum: { readonly amount: string, readonly currency: string } | null }
     }, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly lineId: string, readonly sku: string, readonly quantity: number, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } }>, readonly shippingDiscount: { readonly amount: string, readonly currency: string } | null, readonly remaining: { readonly uses: number | null, readonly customerUses: number | null } };

export type WorthFragment =
  | Worth_ApplyCouponSuccess_Fragment
  | Worth_ValidateCouponSuccess_Fragment
;

export type LineDiscountFragment = { readonly lineId: string, readonly sku: string, readonly quantity: number, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } };

type Discount_FixedDiscount_Fragment = { readonly __typename: 'FixedDiscount', readonly freeShipping: boolean, readonly kind: DiscountKind, readonly amount: { readonly amount: string, readonly currency: string } };

type Discount_FreeShippingDiscount_Fragment = { readonly __typename: 'FreeShippingDiscount', readonly kind: DiscountKind, readonly maximum: { readonly amount: string, readonly currency: string } | null };

type Discount_GiftCardDiscount_Fragment = { readonly __typename: 'GiftCardDiscount', readonly kind: DiscountKind, readonly initialBalance: { readonly amount: string, readonly currency: string } };

type Discount_PercentageDiscount_Fragment = { readonly __typename: 'PercentageDiscount', readonly percent: string, readonly freeShipping: boolean, readonly kind: DiscountKind, readonly maximum: { readonly amount: string, readonly currency: string } | null };

export type DiscountFragment =
  | Discount_FixedDiscount_Fragment
  | Discount_FreeShippingDiscount_Fragment
  | Discount_GiftCardDiscount_Fragment
  | Discount_PercentageDiscount_Fragment
;

export type ApplicabilityFragment = { readonly includeProducts: ReadonlyArray<string>, readonly excludeProducts: ReadonlyArray<string>, readonly includeCategories: ReadonlyArray<string>, readonly excludeCategories: ReadonlyArray<string>, readonly includeTags: ReadonlyArray<string>, readonly excludeTags: ReadonlyArray<string> };

export type MoneyFragment = { readonly amount: string, readonly currency: string };

export type RegisterFanMutationVariables = Exact<{
  input: RegisterFanInput;
}>;


export type RegisterFanMutation = { readonly registerFan:
    | { readonly __typename: 'BrandNotFoundError', readonly code: ErrorCode, readonly message: string, readonly brandId: string }
    | { readonly __typename: 'IdempotencyConflictError', readonly code: ErrorCode, readonly message: string, readonly idempotencyKey: string }
    | { readonly __typename: 'InvalidInputError', readonly code: ErrorCode, readonly message: string, readonly problems: ReadonlyArray<{ readonly path: ReadonlyArray<string>, readonly message: string }> }
    | { readonly __typename: 'OfferExpiredError', readonly code: ErrorCode, readonly message: string, readonly brandId: string, readonly validUntil: string }
    | { readonly __typename: 'OfferMissingError', readonly code: ErrorCode, readonly message: string, readonly brandId: string }
    | { readonly __typename: 'RegisterFanSuccess', readonly fan: { readonly id: string, readonly status: FanStatus, readonly brand: { readonly id: string, readonly slug: string, readonly name: string } } }
   };

export type ActivateFanMutationVariables = Exact<{
  input: ActivateFanInput;
}>;


export type ActivateFanMutation = { readonly activateFan:
    | { readonly __typename: 'ActivateFanSuccess', readonly fan: { readonly id: string, readonly status: FanStatus, readonly brand: { readonly id: string, readonly slug: string, readonly name: string } } }
    | { readonly __typename: 'ActivationTokenExpiredError', readonly code: ErrorCode, readonly message: string, readonly expiredAt: string }
    | { readonly __typename: 'ActivationTokenNotFoundError', readonly code: ErrorCode, readonly message: string }
    | { readonly __typename: 'ActivationTokenUsedError', readonly code: ErrorCode, readonly message: string, readonly activatedAt: string }
    | { readonly __typename: 'IdempotencyConflictError', readonly code: ErrorCode, readonly message: string, readonly idempotencyKey: string }
    | { readonly __typename: 'OfferExpiredError', readonly code: ErrorCode, readonly message: string, readonly brandId: string, readonly validUntil: string }
    | { readonly __typename: 'OfferMissingError', readonly code: ErrorCode, readonly message: string, readonly brandId: string }
   };

export type SignUpFragment = { readonly id: string, readonly status: FanStatus, readonly brand: { readonly id: string, readonly slug: string, readonly name: string } };

export type MyRedemptionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MyRedemptionsQuery = { readonly myRedemptions: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly status: RedemptionStatus, readonly couponCode: string, readonly customerId: string | null, readonly channel: string | null, readonly freeShipping: boolean, readonly createdAt: string, readonly voidedAt: string | null, readonly voidReason: string | null, readonly reference: { readonly type: ReferenceType, readonly id: string } | null, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly lineId: string, readonly sku: string, readonly quantity: number, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } }>, readonly shippingDiscount: { readonly amount: string, readonly currency: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type RedemptionFragment = { readonly id: string, readonly status: RedemptionStatus, readonly couponCode: string, readonly customerId: string | null, readonly channel: string | null, readonly freeShipping: boolean, readonly createdAt: string, readonly voidedAt: string | null, readonly voidReason: string | null, readonly reference: { readonly type: ReferenceType, readonly id: string } | null, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly lineId: string, readonly sku: string, readonly quantity: number, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } }>, readonly shippingDiscount: { readonly amount: string, readonly currency: string } | null };

export type PageInfoFragment = { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null };

export const FailureFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode;
export const InvalidInputErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvalidInputError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode;
export const IdempotencyConflictErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IdempotencyConflictError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IdempotencyConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}}]}}]} as unknown as DocumentNode;
export const CouponNotFoundErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponNotFoundError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponNotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"sought"}}]}}]} as unknown as DocumentNode;
export const CouponDraftErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponDraftError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponDraftError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}}]}}]} as unknown as DocumentNode;
export const CouponInactiveErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponInactiveError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponInactiveError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}}]}}]} as unknown as DocumentNode;
export const CouponRevokedErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponRevokedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponRevokedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]} as unknown as DocumentNode;
export const CouponNotYetActiveErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponNotYetActiveError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponNotYetActiveError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}}]}}]} as unknown as DocumentNode;
export const CouponExpiredErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponExpiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponExpiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}}]} as unknown as DocumentNode;
export const CampaignNotRunningErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignNotRunningError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CampaignNotRunningError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"campaignId"}},{"kind":"Field","name":{"kind":"Name","value":"campaignName"}},{"kind":"Field","name":{"kind":"Name","value":"campaignStatus"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}}]} as unknown as DocumentNode;
export const CurrencyMismatchErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CurrencyMismatchError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatchError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"couponCurrency"}},{"kind":"Field","name":{"kind":"Name","value":"orderCurrency"}}]}}]} as unknown as DocumentNode;
export const ApplicabilityFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Applicability"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Applicability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"includeProducts"}},{"kind":"Field","name":{"kind":"Name","value":"excludeProducts"}},{"kind":"Field","name":{"kind":"Name","value":"includeCategories"}},{"kind":"Field","name":{"kind":"Name","value":"excludeCategories"}},{"kind":"Field","name":{"kind":"Name","value":"includeTags"}},{"kind":"Field","name":{"kind":"Name","value":"excludeTags"}}]}}]} as unknown as DocumentNode;
export const CouponNotApplicableErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponNotApplicableError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponNotApplicableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"applicability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Applicability"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Applicability"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Applicability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"includeProducts"}},{"kind":"Field","name":{"kind":"Name","value":"excludeProducts"}},{"kind":"Field","name":{"kind":"Name","value":"includeCategories"}},{"kind":"Field","name":{"kind":"Name","value":"excludeCategories"}},{"kind":"Field","name":{"kind":"Name","value":"includeTags"}},{"kind":"Field","name":{"kind":"Name","value":"excludeTags"}}]}}]} as unknown as DocumentNode;
export const MoneyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;
export const MinimumOrderNotMetErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MinimumOrderNotMetError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MinimumOrderNotMetError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"required"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"current"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;
export const UsageLimitReachedErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UsageLimitReachedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UsageLimitReachedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"used"}}]}}]} as unknown as DocumentNode;
export const CustomerRequiredErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomerRequiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerRequiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"perCustomerLimit"}}]}}]} as unknown as DocumentNode;
export const CustomerLimitReachedErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomerLimitReachedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerLimitReachedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"used"}}]}}]} as unknown as DocumentNode;
export const ReferenceAlreadyRedeemedErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferenceAlreadyRedeemedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferenceAlreadyRedeemedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"redemptionId"}}]}}]} as unknown as DocumentNode;
export const BrandNotFoundErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrandNotFoundError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BrandNotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"brandId"}}]}}]} as unknown as DocumentNode;
export const OfferMissingErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfferMissingError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferMissingError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"brandId"}}]}}]} as unknown as DocumentNode;
export const OfferExpiredErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfferExpiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferExpiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"brandId"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}}]} as unknown as DocumentNode;
export const ActivationTokenNotFoundErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActivationTokenNotFoundError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivationTokenNotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode;
export const ActivationTokenExpiredErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActivationTokenExpiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivationTokenExpiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"expiredAt"}}]}}]} as unknown as DocumentNode;
export const ActivationTokenUsedErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActivationTokenUsedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivationTokenUsedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"activatedAt"}}]}}]} as unknown as DocumentNode;
export const LimitAmountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitAmount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uses"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;
export const LimitFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Limit"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"couponId"}},{"kind":"Field","name":{"kind":"Name","value":"campaignId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"}},{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"zone"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overrun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shortForm"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitAmount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uses"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;
export const LimitReachedErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitReachedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitReachedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"reached"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Limit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"left"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Limit"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"couponId"}},{"kind":"Field","name":{"kind":"Name","value":"campaignId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"}},{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"zone"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overrun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shortForm"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitAmount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uses"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;
export const DiscountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Discount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Discount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PercentageDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"maximum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreeShippingDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maximum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GiftCardDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"initialBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;
export const LineDiscountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LineDiscount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LineDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;
export const WorthFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Worth"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Valuation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coupon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Discount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LineDiscount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}},{"kind":"Field","name":{"kind":"Name","value":"shippingDiscount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uses"}},{"kind":"Field","name":{"kind":"Name","value":"customerUses"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LineDiscount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LineDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Discount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Discount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PercentageDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"maximum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreeShippingDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maximum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GiftCardDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"initialBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;
export const SignUpFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignUp"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Fan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode;
export const RedemptionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Redemption"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Redemption"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LineDiscount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}},{"kind":"Field","name":{"kind":"Name","value":"shippingDiscount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LineDiscount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LineDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;
export const PageInfoFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageInfo"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode;
export const ValidateCouponDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"validateCoupon"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ValidateCouponInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"validateCoupon"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Worth"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponNotFoundError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponDraftError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponInactiveError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponRevokedError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponNotYetActiveError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponExpiredError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignNotRunningError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CurrencyMismatchError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponNotApplicableError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MinimumOrderNotMetError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UsageLimitReachedError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CustomerRequiredError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CustomerLimitReachedError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitReachedError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvalidInputError"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvalidInputError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponNotFoundError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponNotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"sought"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponDraftError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponDraftError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponInactiveError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponInactiveError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponRevokedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponRevokedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponNotYetActiveError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponNotYetActiveError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponExpiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponExpiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignNotRunningError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CampaignNotRunningError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"campaignId"}},{"kind":"Field","name":{"kind":"Name","value":"campaignName"}},{"kind":"Field","name":{"kind":"Name","value":"campaignStatus"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CurrencyMismatchError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatchError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"couponCurrency"}},{"kind":"Field","name":{"kind":"Name","value":"orderCurrency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponNotApplicableError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponNotApplicableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"applicability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Applicability"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MinimumOrderNotMetError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MinimumOrderNotMetError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"required"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"current"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UsageLimitReachedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UsageLimitReachedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"used"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomerRequiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerRequiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"perCustomerLimit"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomerLimitReachedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerLimitReachedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"used"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitReachedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitReachedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"reached"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Limit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"left"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Limit"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"couponId"}},{"kind":"Field","name":{"kind":"Name","value":"campaignId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"}},{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"zone"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overrun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shortForm"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitAmount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uses"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Worth"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Valuation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coupon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Discount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LineDiscount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}},{"kind":"Field","name":{"kind":"Name","value":"shippingDiscount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uses"}},{"kind":"Field","name":{"kind":"Name","value":"customerUses"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LineDiscount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LineDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Discount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Discount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PercentageDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"maximum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreeShippingDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maximum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GiftCardDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"initialBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Applicability"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Applicability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"includeProducts"}},{"kind":"Field","name":{"kind":"Name","value":"excludeProducts"}},{"kind":"Field","name":{"kind":"Name","value":"includeCategories"}},{"kind":"Field","name":{"kind":"Name","value":"excludeCategories"}},{"kind":"Field","name":{"kind":"Name","value":"includeTags"}},{"kind":"Field","name":{"kind":"Name","value":"excludeTags"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;

export function useValidateCouponQuery(options: Omit<Urql.UseQueryArgs<ValidateCouponQueryVariables>, 'query'>) {
  return Urql.useQuery<ValidateCouponQuery, ValidateCouponQueryVariables>({ query: ValidateCouponDocument, ...options });
};
export const ApplyCouponDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"applyCoupon"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyCouponInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applyCoupon"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Worth"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyCouponSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redemption"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponNotFoundError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponDraftError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponInactiveError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponRevokedError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponNotYetActiveError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponExpiredError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CampaignNotRunningError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CurrencyMismatchError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CouponNotApplicableError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MinimumOrderNotMetError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UsageLimitReachedError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CustomerRequiredError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CustomerLimitReachedError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitReachedError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferenceAlreadyRedeemedError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvalidInputError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IdempotencyConflictError"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvalidInputError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IdempotencyConflictError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IdempotencyConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponNotFoundError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponNotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"sought"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponDraftError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponDraftError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponInactiveError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponInactiveError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponRevokedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponRevokedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponNotYetActiveError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponNotYetActiveError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponExpiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponExpiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CampaignNotRunningError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CampaignNotRunningError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"campaignId"}},{"kind":"Field","name":{"kind":"Name","value":"campaignName"}},{"kind":"Field","name":{"kind":"Name","value":"campaignStatus"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CurrencyMismatchError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatchError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"couponCurrency"}},{"kind":"Field","name":{"kind":"Name","value":"orderCurrency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CouponNotApplicableError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CouponNotApplicableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"applicability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Applicability"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MinimumOrderNotMetError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MinimumOrderNotMetError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"required"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"current"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UsageLimitReachedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UsageLimitReachedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"used"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomerRequiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerRequiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"perCustomerLimit"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomerLimitReachedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerLimitReachedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"used"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferenceAlreadyRedeemedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferenceAlreadyRedeemedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"redemptionId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitReachedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitReachedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"reached"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Limit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"left"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Limit"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"couponId"}},{"kind":"Field","name":{"kind":"Name","value":"campaignId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"}},{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"zone"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overrun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitAmount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shortForm"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitAmount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uses"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Worth"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Valuation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coupon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Discount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LineDiscount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}},{"kind":"Field","name":{"kind":"Name","value":"shippingDiscount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uses"}},{"kind":"Field","name":{"kind":"Name","value":"customerUses"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LineDiscount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LineDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Discount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Discount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PercentageDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"maximum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreeShippingDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maximum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GiftCardDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"initialBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Applicability"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Applicability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"includeProducts"}},{"kind":"Field","name":{"kind":"Name","value":"excludeProducts"}},{"kind":"Field","name":{"kind":"Name","value":"includeCategories"}},{"kind":"Field","name":{"kind":"Name","value":"excludeCategories"}},{"kind":"Field","name":{"kind":"Name","value":"includeTags"}},{"kind":"Field","name":{"kind":"Name","value":"excludeTags"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode;

export function useApplyCouponMutation() {
  return Urql.useMutation<ApplyCouponMutation, ApplyCouponMutationVariables>(ApplyCouponDocument);
};
export const RegisterFanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"registerFan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterFanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerFan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterFanSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignUp"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrandNotFoundError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfferMissingError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfferExpiredError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvalidInputError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IdempotencyConflictError"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvalidInputError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IdempotencyConflictError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IdempotencyConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrandNotFoundError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BrandNotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"brandId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfferMissingError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferMissingError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"brandId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfferExpiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferExpiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"brandId"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignUp"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Fan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode;

export function useRegisterFanMutation() {
  return Urql.useMutation<RegisterFanMutation, RegisterFanMutationVariables>(RegisterFanDocument);
};
export const ActivateFanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"activateFan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ActivateFanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activateFan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivateFanSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignUp"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActivationTokenNotFoundError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActivationTokenExpiredError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActivationTokenUsedError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfferMissingError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfferExpiredError"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IdempotencyConflictError"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IdempotencyConflictError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IdempotencyConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfferMissingError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferMissingError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"brandId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfferExpiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferExpiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"brandId"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActivationTokenNotFoundError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivationTokenNotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActivationTokenExpiredError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivationTokenExpiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"expiredAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActivationTokenUsedError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivationTokenUsedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"activatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignUp"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Fan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode;

export function useActivateFanMutation() {
  return Urql.useMutation<ActivateFanMutation, ActivateFanMutationVariables>(ActivateFanDocument);
};
export const MyRedemptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"myRedemptions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myRedemptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Redemption"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageInfo"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LineDiscount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LineDiscount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Money"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Redemption"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Redemption"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"couponCode"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"subtotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LineDiscount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeShipping"}},{"kind":"Field","name":{"kind":"Name","value":"shippingDiscount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Money"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageInfo"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode;

export function useMyRedemptionsQuery(options?: Omit<Urql.UseQueryArgs<MyRedemptionsQueryVariables>, 'query'>) {
  return Urql.useQuery<MyRedemptionsQuery, MyRedemptionsQueryVariables>({ query: MyRedemptionsDocument, ...options });
};