import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyModel } from '../lib/money.js';
import type { AuditEvent as AuditEventModel } from '../audit/core.js';
import type { Tenant as TenantModel } from '../tenants/core.js';
import type { ApiKey as ApiKeyModel } from '../keys/core.js';
import type { ClauseReport as ClauseReportModel } from '../conditions/explain.js';
import type { Change as ChangeModel } from '../conditions/change.js';
import type { PlanStep as PlanStepModel } from '../conditions/compile.js';
import type { Customer as CustomerModel } from '../customers/core.js';
import type { Segment as SegmentModel, SegmentMember as SegmentMemberModel } from '../segments/core.js';
import type { Membership as SegmentMembershipModel } from '../segments/membership.js';
import type { Limit as LimitModel, LimitTarget as LimitTargetModel } from '../limits/core.js';
import type { LimitReached as LimitReachedModel } from '../limits/errors.js';
import type { Campaign as CampaignModel } from '../campaigns/core.js';
import type { Discount as DiscountModel } from '../discounts/core.js';
import type { PercentageDiscount as PercentageDiscountModel } from '../discounts/percentage.js';
import type { FixedDiscount as FixedDiscountModel } from '../discounts/fixed.js';
import type { FreeShippingDiscount as FreeShippingDiscountModel } from '../discounts/free-shipping.js';
import type { GiftCardDiscount as GiftCardDiscountModel } from '../discounts/gift-card.js';
import type { RewardDiscount as RewardDiscountModel, Reward as RewardModel } from '../discounts/reward.js';
import type { BuyXGetYDiscount as BuyXGetYDiscountModel, GetY as GetYModel } from '../discounts/buy-x-get-y.js';
import type { TieredDiscount as TieredDiscountModel, Tier as DiscountTierModel } from '../discounts/tiered.js';
import type { FixedPriceDiscount as FixedPriceDiscountModel } from '../discounts/fixed-price.js';
import type { Coupon as CouponModel } from '../coupons/core.js';
import type { Stacking as StackingModel } from '../coupons/stacking.js';
import type { GiftCardMovement as GiftCardMovementModel } from '../coupons/movement.js';
import type { Template as TemplateModel } from '../templates/core.js';
import type { CouponTerms as CouponTermsModel } from '../coupons/terms.js';
import type { Rule as RuleModel, RuleTargets as RuleTargetsModel } from '../rules/core.js';
import type { Valuation as ValuationModel, RemainingUses as RemainingUsesModel, CheckLimitsSuccess as CheckLimitsSuccessModel, Overrun as OverrunModel, ValidateCouponSuccess as ValidateCouponSuccessModel } from '../evaluation/core.js';
import type { EffectiveLimit as EffectiveLimitModel } from '../evaluation/effective.js';
import type { CheckedLimit as CheckedLimitModel } from '../evaluation/check.js';
import type { CouponValuation as CouponValuationModel, Promoted as PromotedModel, Rejected as RejectedModel, CodeValidation as CodeValidationModel, CheckEligibilitySuccess as CheckEligibilitySuccessModel, RuleReport as RuleReportModel } from '../promotions/core.js';
import type { SimulateRuleSuccess as SimulateRuleSuccessModel } from '../evaluation/simulate.js';
import type { RuleNotMet as RuleNotMetModel } from '../evaluation/errors.js';
import type { ApplyCouponSuccess as ApplyCouponSuccessModel, Redemption as RedemptionModel, Redeemer as RedeemerModel } from '../redemptions/core.js';
import type { OutbidByOthers as OutbidByOthersModel } from '../evaluation/best.js';
import type { PromotionsRefused as PromotionsRefusedModel } from '../promotions/errors.js';
import type { RedemptionReturn as RedemptionReturnModel } from '../returns/core.js';
import type { Reservation as ReservationModel } from '../reservations/core.js';
import type { ReservationRefused as ReservationRefusedModel } from '../reservations/errors.js';
import type { SandboxValidation as SandboxValidationModel, SandboxOrder as SandboxOrderModel } from '../sandbox/core.js';
import type { Brand as BrandModel, Offer as OfferModel } from '../brands/core.js';
import type { Fan as FanModel } from '../fans/core.js';
import type { Delivery as DeliveryModel } from '../fans/delivery.js';
import type { Context } from '../api/context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A text, a number, true or false. */
  AttributeValue: { input: string | number | boolean; output: string | number | boolean; }
  /** A currency of ISO 4217, such as GBP, JPY or KWD. */
  CurrencyCode: { input: string; output: string; }
  /** An instant, RFC 3339; always answered in UTC with milliseconds. */
  DateTime: { input: Date; output: Date; }
  /** An exact decimal number as a string, such as "19.99". Never a float. */
  Decimal: { input: string; output: string; }
  /** A JSON object. */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
};

/** Answers of `activateCampaign`. Activating an active campaign changes nothing and succeeds. */
export type ActivateCampaignResult = ActivateCampaignSuccess | CampaignNotFoundError | CampaignOverError | CampaignTransitionError | IdempotencyConflictError;

/** The campaign is active. */
export type ActivateCampaignSuccess = {
  readonly __typename?: 'ActivateCampaignSuccess';
  /** The campaign as it is now. */
  readonly campaign: Campaign;
};

/** Answers of `activateCoupon`. Activating an active coupon changes nothing and succeeds. */
export type ActivateCouponResult = ActivateCouponSuccess | CouponNotFoundError | CouponTransitionError | IdempotencyConflictError;

/** The coupon is active. */
export type ActivateCouponSuccess = {
  readonly __typename?: 'ActivateCouponSuccess';
  /** The coupon as it is now. */
  readonly coupon: Coupon;
};

/** Input of `activateFan`. */
export type ActivateFanInput = {
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The token from the e-mail. */
  readonly token: Scalars['String']['input'];
};

/** Answers of `activateFan`. */
export type ActivateFanResult = ActivateFanSuccess | ActivationTokenExpiredError | ActivationTokenNotFoundError | ActivationTokenUsedError | IdempotencyConflictError | OfferExpiredError | OfferMissingError;

/** The e-mail is verified, and the code issued. */
export type ActivateFanSuccess = {
  readonly __typename?: 'ActivateFanSuccess';
  /** The fan. */
  readonly fan: Fan;
};

/** The token is too old. Signing up again sends a new one. */
export type ActivationTokenExpiredError = Error & {
  readonly __typename?: 'ActivationTokenExpiredError';
  /** ACTIVATION_TOKEN_EXPIRED */
  readonly code: ErrorCode;
  /** Since when. */
  readonly expiredAt: Scalars['DateTime']['output'];
  /** Since when, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** No fan was sent this token, or a newer one has taken its place. */
export type ActivationTokenNotFoundError = Error & {
  readonly __typename?: 'ActivationTokenNotFoundError';
  /** ACTIVATION_TOKEN_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** The token was used before. The code was issued then. */
export type ActivationTokenUsedError = Error & {
  readonly __typename?: 'ActivationTokenUsedError';
  /** When. */
  readonly activatedAt: Scalars['DateTime']['output'];
  /** ACTIVATION_TOKEN_USED */
  readonly code: ErrorCode;
  /** When, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** Who acts. */
export type Actor = {
  readonly __typename?: 'Actor';
  /** The id of the key, or a user token's subject. */
  readonly id: Scalars['String']['output'];
  /** Which kind of credential. */
  readonly kind: ActorKind;
};

/** Kinds of actors. */
export type ActorKind =
  /** An API key. */
  | 'API_KEY'
  /** A fan, by the link in an e-mail. */
  | 'FAN'
  /** Tearline itself. */
  | 'SYSTEM'
  /** A user, by a token signed with the tenant's secret. */
  | 'USER';

/** Answers of `addSegmentMembers`. */
export type AddSegmentMembersResult = AddSegmentMembersSuccess | IdempotencyConflictError | InvalidInputError | SegmentNotFoundError | SegmentNotListedError;

/** All of them are listed now. */
export type AddSegmentMembersSuccess = {
  readonly __typename?: 'AddSegmentMembersSuccess';
  /** How many were not listed before. */
  readonly addedCount: Scalars['Int']['output'];
  /** The segment. */
  readonly segment: Segment;
};

/** What one coupon takes off a line. */
export type Adjustment = {
  readonly __typename?: 'Adjustment';
  /** What it takes off. */
  readonly amount: Money;
  /** The code of the coupon. */
  readonly couponCode: Scalars['String']['output'];
};

/** Answers of `analyzeRule`. */
export type AnalyzeRuleResult = AnalyzeRuleSuccess | InvalidInputError | RuleNotFoundError;

/** The rule was analysed. What is said is proven; what is not said may be so as well. */
export type AnalyzeRuleSuccess = {
  readonly __typename?: 'AnalyzeRuleSuccess';
  /** Rules of which some coupon has both, and which never let coupons be used where this one does; of the same ones. */
  readonly contradictedBy: ReadonlyArray<Rule>;
  /** What it costs at worst to decide it, in units of one look at one fact; what goes through the cart counts 500. */
  readonly cost: Scalars['Int']['output'];
  /** Whether nothing can make the condition false. Then a rule of exclusion lets no coupon be used, one of eligibility all. */
  readonly isAlwaysTrue: Scalars['Boolean']['output'];
  /** Whether nothing can make the condition true. Then a rule of eligibility lets no coupon be used, one of exclusion all. */
  readonly isUnsatisfiable: Scalars['Boolean']['output'];
  /** The rule; null for a condition that is not saved. */
  readonly rule?: Maybe<Rule>;
  /**
   * Rules beside which this one changes nothing: they are for all that it is for, and let coupons be used only where it does.
   * Up to 50 rules of the same targets, and of the tenant, are looked at, highest priority first. None for a condition that
   * is not saved.
   */
  readonly shadowedBy: ReadonlyArray<Rule>;
};

/** A key: sent as `Authorization: Bearer`, `X-API-Key` or `X-API-Token`. */
export type ApiKey = Node & {
  readonly __typename?: 'ApiKey';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** From when on it is refused; null if never. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The key's id. Not the secret. */
  readonly id: Scalars['ID']['output'];
  /** When it was last used, to the minute. */
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is for. */
  readonly name: Scalars['String']['output'];
  /** The first characters of the secret, to tell keys apart. */
  readonly prefix: Scalars['String']['output'];
  /** When it was revoked. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it may do. */
  readonly rights: ReadonlyArray<Right>;
  /** Whether it may ask only for trusted documents: those that the server knows beforehand, by their hashes. */
  readonly trustedDocumentsOnly: Scalars['Boolean']['output'];
};

/** A page of keys. */
export type ApiKeyConnection = {
  readonly __typename?: 'ApiKeyConnection';
  /** The keys, each with its cursor. */
  readonly edges: ReadonlyArray<ApiKeyEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A key in a list. */
export type ApiKeyEdge = {
  readonly __typename?: 'ApiKeyEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The key. */
  readonly node: ApiKey;
};

/** The tenant has no such key. */
export type ApiKeyNotFoundError = Error & {
  readonly __typename?: 'ApiKeyNotFoundError';
  /** The id that was sent. */
  readonly apiKeyId: Scalars['ID']['output'];
  /** API_KEY_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/**
 * Which items a coupon is for. An item matches if it matches any of what is included (or nothing is included),
 * and none of what is excluded.
 */
export type Applicability = {
  readonly __typename?: 'Applicability';
  /** No items of these categories. */
  readonly excludeCategories: ReadonlyArray<Scalars['String']['output']>;
  /** Not these products, by their ids or by the skus of their variants. */
  readonly excludeProducts: ReadonlyArray<Scalars['String']['output']>;
  /** No items with these tags. */
  readonly excludeTags: ReadonlyArray<Scalars['String']['output']>;
  /** Items of any of these categories. */
  readonly includeCategories: ReadonlyArray<Scalars['String']['output']>;
  /** These products, by their ids or by the skus of their variants. */
  readonly includeProducts: ReadonlyArray<Scalars['String']['output']>;
  /** Items with any of these tags. */
  readonly includeTags: ReadonlyArray<Scalars['String']['output']>;
};

/** See `Applicability`. Up to 500 names in each list. */
export type ApplicabilityInput = {
  /** No items of these categories. */
  readonly excludeCategories: ReadonlyArray<Scalars['String']['input']>;
  /** Not these products, by their ids or by the skus of their variants. */
  readonly excludeProducts: ReadonlyArray<Scalars['String']['input']>;
  /** No items with these tags. */
  readonly excludeTags: ReadonlyArray<Scalars['String']['input']>;
  /** Items of any of these categories. */
  readonly includeCategories: ReadonlyArray<Scalars['String']['input']>;
  /** These products, by their ids or by the skus of their variants. */
  readonly includeProducts: ReadonlyArray<Scalars['String']['input']>;
  /** Items with any of these tags. */
  readonly includeTags: ReadonlyArray<Scalars['String']['input']>;
};

/** A coupon that is used with others. */
export type AppliedPromotion = {
  readonly __typename?: 'AppliedPromotion';
  /** What its percentages are reckoned on. */
  readonly base: DiscountBase;
  /** The coupon. */
  readonly coupon: Coupon;
  /** What it takes off the items, after those before it. */
  readonly discount: Money;
  /** Whether it makes shipping free. */
  readonly freeShipping: Scalars['Boolean']['output'];
  /** From 1 on: its place in the order in which discounts are taken off. */
  readonly position: Scalars['Int']['output'];
  /** What the customer gets beside the order; null for coupons that only take off money. */
  readonly reward?: Maybe<Reward>;
  /** What it takes off shipping; null if the cost was not sent or is not reduced. */
  readonly shippingDiscount?: Maybe<Money>;
};

/** Input of `applyCoupon`. */
export type ApplyCouponInput = {
  /** Of a gift card, take no more than this. */
  readonly amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Where it happens, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** The code as the customer typed it. */
  readonly code: Scalars['String']['input'];
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who it is for, by an e-mail or a phone number as well; they become one customer's, also if the code is refused. Not with a user token. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who it is for. A user token's subject if not given; it cannot be anybody else's with such a token. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** See `Mutation`. Without it, and without a `reference`, a request that is sent twice counts twice. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The caller's own data; up to 16 kB. Empty if not given. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What the customer is buying. */
  readonly order: OrderInput;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** What it is used for. One order uses a code once, and only together with codes that its `stacking` and theirs allow. */
  readonly reference?: InputMaybe<ReferenceInput>;
};

/** Answers of `applyCoupon`. */
export type ApplyCouponResult = ApplyCouponSuccess | CampaignNotRunningError | CouponConflictError | CouponDraftError | CouponExpiredError | CouponInactiveError | CouponNotApplicableError | CouponNotFoundError | CouponNotYetActiveError | CouponRevokedError | CurrencyMismatchError | CustomerLimitReachedError | CustomerRequiredError | GiftCardEmptyError | IdempotencyConflictError | InvalidInputError | LimitReachedError | MinimumOrderNotMetError | OutcomeUnknownError | OverloadedError | ReferenceAlreadyRedeemedError | RuleNotMetError | TaxBasisMismatchError | TooManyIdentitiesError | UsageLimitReachedError;

/** The code was used for this order. */
export type ApplyCouponSuccess = Valuation & {
  readonly __typename?: 'ApplyCouponSuccess';
  /** The coupon that the code stands for. */
  readonly coupon: Coupon;
  /** What is taken off the items. */
  readonly discount: Money;
  /** Whether shipping is free, up to `shippingDiscount` where the cost was sent. */
  readonly freeShipping: Scalars['Boolean']['output'];
  /** What is taken off each line; they add up to the discount. Empty if only a sum was sent. */
  readonly lines: ReadonlyArray<LineDiscount>;
  /** The use that was counted. */
  readonly redemption: Redemption;
  /** What was left of the limits after this use. */
  readonly remaining: RemainingUses;
  /** What the customer gets beside the order; null for coupons that only take off money. */
  readonly reward?: Maybe<Reward>;
  /** What is taken off the shipping cost; null if the cost was not sent or is not reduced. */
  readonly shippingDiscount?: Maybe<Money>;
  /** What the items cost before the discount. */
  readonly subtotal: Money;
  /** What the order's amounts, and so these, are stated in; null if the shop did not say. */
  readonly taxBasis?: Maybe<TaxBasis>;
  /** What the items cost after the discount. Shipping is not part of it. */
  readonly total: Money;
};

/** Input of `applyCoupons`. */
export type ApplyCouponsInput = {
  /** The start of the keys of items that have none of their own: `KEY:0`, `KEY:1` and so on. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to apply; 1 to 100. */
  readonly items: ReadonlyArray<ApplyCouponInput>;
  /** Why, for the audit log, where an item does not say. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `applyCoupons`. */
export type ApplyCouponsResult = ApplyCouponsSuccess | InvalidInputError;

/** Every item has an answer. */
export type ApplyCouponsSuccess = {
  readonly __typename?: 'ApplyCouponsSuccess';
  /** The answers, in the order of the items. */
  readonly results: ReadonlyArray<ApplyCouponResult>;
};

/** Input of `applyPromotions`. */
export type ApplyPromotionsInput = {
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Whether automatic promotions are used as well. */
  readonly automatic: Scalars['Boolean']['input'];
  /** Where it happens, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** The codes as the customer typed them, in any order; up to 30. */
  readonly codes: ReadonlyArray<Scalars['String']['input']>;
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who it is for, by an e-mail or a phone number as well; they become one customer's, also if codes are refused. Not with a user token. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who it is for. A user token's subject if not given; it cannot be anybody else's with such a token. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** What the customer was shown as `youSave`: if it would be anything else, nothing is used. Not asked if not given. */
  readonly expectedSaving?: InputMaybe<MoneyInput>;
  /** How it is chosen what is used together. */
  readonly goal: CombinationGoal;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether to use what can be used if some of the codes cannot. Otherwise all codes are used, or nothing. */
  readonly isPartial: Scalars['Boolean']['input'];
  /** The caller's own data, kept with each redemption; up to 16 kB. Empty if not given. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What the customer buys. */
  readonly order: OrderInput;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** What it is used for. What it has reserved of these coupons is used up by it. */
  readonly reference?: InputMaybe<ReferenceInput>;
};

/** Answers of `applyPromotions`. */
export type ApplyPromotionsResult = ApplyPromotionsSuccess | IdempotencyConflictError | InvalidInputError | OverloadedError | PromotionsRefusedError | ReferenceAlreadyRedeemedError | SavingChangedError | TooManyIdentitiesError;

/** What was used for the order. */
export type ApplyPromotionsSuccess = {
  readonly __typename?: 'ApplyPromotionsSuccess';
  /** What gift cards pay. It is paid and not saved. */
  readonly paidByGiftCards: Money;
  /** One redemption for each coupon, in the order in which discounts were taken off. Empty if nothing fitted and no code was sent. */
  readonly redemptions: ReadonlyArray<Redemption>;
  /** With `isPartial`: why codes were not used. A repeat for the same reference is answered the same. */
  readonly rejected: ReadonlyArray<RejectedPromotion>;
  /** What the order's amounts, and so what is saved, is stated in; null if the shop did not say. */
  readonly taxBasis?: Maybe<TaxBasis>;
  /** What the customer saves in all, without what gift cards pay. */
  readonly youSave: Money;
};

/** One comparison of an attribute. An attribute of another type than the value it is compared with does not match. */
export type AttributeClauseInput = {
  /** From the one to the other, both included. */
  readonly between?: InputMaybe<NumberRangeInput>;
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** Whether anything was said of it. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['AttributeValue']['input']>>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** The name of the attribute; 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['AttributeValue']['input']>;
};

/** Whose attributes there are. */
export type AttributeOwner =
  /** The cart's. */
  | 'CART'
  /** The customer's. */
  | 'CUSTOMER'
  /** The order's metadata. */
  | 'METADATA';

/** One change, written in the same transaction as the change itself. Append-only. */
export type AuditEvent = Node & {
  readonly __typename?: 'AuditEvent';
  /** What was done, such as "coupon.created". */
  readonly action: Scalars['String']['output'];
  /** Who did it. */
  readonly actor: Actor;
  /** What the object is after; null when it was deleted for good. */
  readonly after?: Maybe<Scalars['JSONObject']['output']>;
  /** What the object was before; null when it was created. */
  readonly before?: Maybe<Scalars['JSONObject']['output']>;
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The event's id. */
  readonly id: Scalars['ID']['output'];
  /** Why, as the caller gave it. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The request it came with: the header `X-Request-Id`, which the logs show as well. */
  readonly requestId: Scalars['String']['output'];
  /** The object it was done to. */
  readonly targetId: Scalars['ID']['output'];
};

/** A page of audit events. */
export type AuditEventConnection = {
  readonly __typename?: 'AuditEventConnection';
  /** The events, each with its cursor. */
  readonly edges: ReadonlyArray<AuditEventEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** An audit event in a list. */
export type AuditEventEdge = {
  readonly __typename?: 'AuditEventEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The event. */
  readonly node: AuditEvent;
};

/** Which audit events. Everything given must hold. */
export type AuditEventFilter = {
  /** Of this kind, such as "coupon.revoked". */
  readonly action?: InputMaybe<Scalars['String']['input']>;
  /** Done by this actor: the id of a key, or a user token's subject. */
  readonly actorId?: InputMaybe<Scalars['String']['input']>;
  /** At or after this instant. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** About this object. */
  readonly targetId?: InputMaybe<Scalars['ID']['input']>;
  /** Before this instant. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A storefront. It has fans, and a discount on offer for them. */
export type Brand = Node & {
  readonly __typename?: 'Brand';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The brand's id. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What a fan who signs up gets; null if nothing at present. */
  readonly offer?: Maybe<Offer>;
  /** Where codes are handed over: a POST for each, see `CODE_HANDOVER`. Null: they can be read here only. Needs READ. */
  readonly realiserUrl?: Maybe<Scalars['String']['output']>;
  /** Its name in web addresses; unique. */
  readonly slug: Scalars['String']['output'];
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Who verifies e-mail addresses: a POST for each, see `VERIFIER_CALL`. Null: Tearline sends the e-mail itself. Needs READ. */
  readonly verifierUrl?: Maybe<Scalars['String']['output']>;
  /** Grows by one with each change; send it with `updateBrand`. */
  readonly version: Scalars['Int']['output'];
};

/** A page of brands. */
export type BrandConnection = {
  readonly __typename?: 'BrandConnection';
  /** The brands, each with its cursor. */
  readonly edges: ReadonlyArray<BrandEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A brand in a list. */
export type BrandEdge = {
  readonly __typename?: 'BrandEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The brand. */
  readonly node: Brand;
};

/** The tenant has no such brand. */
export type BrandNotFoundError = Error & {
  readonly __typename?: 'BrandNotFoundError';
  /** The id that was sent. */
  readonly brandId: Scalars['ID']['output'];
  /** BRAND_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** Changes of a brand. What is left out stays as it is; null clears. Codes that were issued stay as they are. */
export type BrandPatch = {
  /** Its name. Cannot be cleared. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /**
   * What a fan who signs up gets, replaced as a whole. The coupon of a fixed code that is replaced or cleared can be used
   * for as long as before, by whoever knows the code: deactivate or revoke it to end it.
   */
  readonly offer?: InputMaybe<OfferInput>;
  /** Where codes are handed over. */
  readonly realiserUrl?: InputMaybe<Scalars['String']['input']>;
  /** Who verifies e-mail addresses. */
  readonly verifierUrl?: InputMaybe<Scalars['String']['input']>;
};

/** Another brand of the tenant has this slug. */
export type BrandSlugTakenError = Error & {
  readonly __typename?: 'BrandSlugTakenError';
  /** BRAND_SLUG_TAKEN */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The slug that was sent. */
  readonly slug: Scalars['String']['output'];
};

/** What is to be bought. */
export type BuyX = {
  readonly __typename?: 'BuyX';
  /** Which of the items that the coupon is for; null for all of them. */
  readonly items?: Maybe<DiscountItems>;
  /** How many units. */
  readonly quantity: Scalars['Int']['output'];
};

/**
 * Whoever buys some units gets others for less. Where those to get are not named, the units are lined up from the most
 * expensive on and cut into groups of both quantities: of each full group the cheapest are reduced. Where they are named,
 * each quantity bought earns the most expensive of them, and no unit counts as both bought and got. Needs a cart.
 */
export type BuyXGetYDiscount = Discount & {
  readonly __typename?: 'BuyXGetYDiscount';
  /** What is to be bought. */
  readonly buy: BuyX;
  /** What is had for less. */
  readonly get: GetY;
  /** BUY_X_GET_Y */
  readonly kind: DiscountKind;
  /** How many times in one order at most; null is without limit. */
  readonly repeat?: Maybe<Scalars['Int']['output']>;
};

/** See `BuyXGetYDiscount`. */
export type BuyXGetYDiscountInput = {
  /** What is to be bought. */
  readonly buy: BuyXInput;
  /** What is had for less. */
  readonly get: GetYInput;
  /** How many times in one order at most, 1 to 10,000; null is without limit. */
  readonly repeat?: InputMaybe<Scalars['Int']['input']>;
};

/** See `BuyX`. */
export type BuyXInput = {
  /** Which of the items that the coupon is for; all of them if not given. */
  readonly items?: InputMaybe<DiscountItemsInput>;
  /** How many units; 1 to 10,000. */
  readonly quantity: Scalars['Int']['input'];
};

/**
 * A group of coupons with a life of its own. Coupons of a campaign that is not running are not applied. Hours and weekdays that
 * recur while it runs, such as each Friday from 17:00 to 19:00, are said by a rule with `targets.campaignIds`.
 */
export type Campaign = Node & {
  readonly __typename?: 'Campaign';
  /**
   * What its coupons may take off in all, items and shipping together; null if it may be any amount. It is a limit: for
   * orders in another currency they are refused.
   */
  readonly budget?: Maybe<Money>;
  /** Where it is shown, such as "web" or "email". */
  readonly channels: ReadonlyArray<Scalars['String']['output']>;
  /** Whether a return can cost the discount on what the customer keeps. */
  readonly clawback: ClawbackPolicy;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it is about. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** It runs up to, and not at, this instant. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** The campaign's id. */
  readonly id: Scalars['ID']['output'];
  /** The owner's own data. */
  readonly metadata: Scalars['JSONObject']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What of the budget is spent. More than the budget, if that was lowered or ran over. */
  readonly spent?: Maybe<Money>;
  /** It runs from this instant on, once activated. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands at this moment. */
  readonly status: CampaignStatus;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** For which causes a use is given back, so that it counts in no limit any more. Empty: for none, ever. */
  readonly usesReturn: ReadonlyArray<ReturnCause>;
  /** Grows by one with each change, also of the limit that the budget is; send it with `updateCampaign`. */
  readonly version: Scalars['Int']['output'];
};

/** Input of `activateCampaign`, `pauseCampaign`, `resumeCampaign` and `endCampaign`. */
export type CampaignActionInput = {
  /** Which campaign. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** A page of campaigns. */
export type CampaignConnection = {
  readonly __typename?: 'CampaignConnection';
  /** The campaigns, each with its cursor. */
  readonly edges: ReadonlyArray<CampaignEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A campaign in a list. */
export type CampaignEdge = {
  readonly __typename?: 'CampaignEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The campaign. */
  readonly node: Campaign;
};

/** Which campaigns. Everything given must hold. */
export type CampaignFilter = {
  /** Shown on this channel. */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** Whose name begins with this, in any case. */
  readonly namePrefix?: InputMaybe<Scalars['String']['input']>;
  /** Running, by its window, at this instant. */
  readonly runningAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** With any of these statuses. */
  readonly status?: InputMaybe<ReadonlyArray<CampaignStatus>>;
};

/** The tenant has no such campaign. */
export type CampaignNotFoundError = Error & {
  readonly __typename?: 'CampaignNotFoundError';
  /** The id that was sent. */
  readonly campaignId: Scalars['ID']['output'];
  /** CAMPAIGN_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** The coupon belongs to a campaign that is not running. */
export type CampaignNotRunningError = Error & {
  readonly __typename?: 'CampaignNotRunningError';
  /** The campaign's id. */
  readonly campaignId: Scalars['ID']['output'];
  /** The campaign's name. */
  readonly campaignName: Scalars['String']['output'];
  /** Where the campaign stands. */
  readonly campaignStatus: CampaignStatus;
  /** CAMPAIGN_NOT_RUNNING */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** When it ends. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Which and why, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** When it starts. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** An order of campaigns. */
export type CampaignOrder = {
  /** Which way. */
  readonly direction: OrderDirection;
  /** What to order by. */
  readonly field: CampaignOrderField;
};

/** What campaigns can be ordered by. */
export type CampaignOrderField =
  /** When they were made. */
  | 'CREATED_AT'
  /** Their name. */
  | 'NAME';

/** The campaign's end has passed, so it cannot run. Move `endsAt` first. */
export type CampaignOverError = Error & {
  readonly __typename?: 'CampaignOverError';
  /** CAMPAIGN_OVER */
  readonly code: ErrorCode;
  /** Its end. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** When it ended, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** Changes of a campaign. What is left out stays as it is; null clears. */
export type CampaignPatch = {
  /**
   * What its coupons may take off in all, in orders of its currency alone; below what is spent, nothing more is taken off.
   * Null means without limit. The over-run that `updateLimit` gave it stays, unless the currency changes.
   */
  readonly budget?: InputMaybe<MoneyInput>;
  /** Where it is shown. Null means nowhere in particular. */
  readonly channels?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether a return can cost the discount on what the customer keeps. Null means `NONE`. */
  readonly clawback?: InputMaybe<ClawbackPolicy>;
  /** What it is about. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** It runs up to, and not at, this instant. */
  readonly endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** In place of `endsAt`: up to the end of this day. To clear it, clear `endsAt`. */
  readonly endsOn?: InputMaybe<DayInput>;
  /** The owner's own data, replaced as a whole. Null means empty. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Its name. Cannot be cleared. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** It runs from this instant on, once activated. */
  readonly startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** In place of `startsAt`: from the beginning of this day on. To clear it, clear `startsAt`. */
  readonly startsOn?: InputMaybe<DayInput>;
  /** For which causes a use is given back. Empty: for none, ever. Null means for every cause. */
  readonly usesReturn?: InputMaybe<ReadonlyArray<ReturnCause>>;
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

/** A campaign that stands where this one stands cannot do that. */
export type CampaignTransitionError = Error & {
  readonly __typename?: 'CampaignTransitionError';
  /** CAMPAIGN_TRANSITION */
  readonly code: ErrorCode;
  /** Where it stands and what was asked, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** The mutations that are possible from there. */
  readonly possible: ReadonlyArray<Scalars['String']['output']>;
  /** Where it stands. */
  readonly status: CampaignStatus;
};

/** One comparison of an attribute of the cart's. */
export type CartAttributeClauseInput = {
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Whether anything was said of it. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The name of the attribute; 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Something that would help a condition to come true. Each is the least that is missing: one more item may well serve
 * several of them. All of them together help in whichever way they are carried out that they leave open: of any items that
 * they do not tell of, at any price. What a kind does not need is null.
 */
export type CartChange = {
  readonly __typename?: 'CartChange';
  /**
   * How much more or less, of `ADD_AMOUNT`, `RAISE_AMOUNT`, `REDUCE_AMOUNT`, `LOWER_AMOUNT` and `SPEND_MORE`; of `ADD_ITEMS` what these
   * items have to come to together, null where that does not matter.
   */
  readonly amount?: Maybe<Money>;
  /** Until when `WAIT_UNTIL` waits. */
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  /**
   * What the items of `ADD_ITEMS` may come to together at most, such as what a limit on money has room for; null where `amount` says
   * what they come to, or nothing bounds it.
   */
  readonly atMost?: Maybe<Money>;
  /** Where `SET_ATTRIBUTE` sets it. */
  readonly attributeOf?: Maybe<AttributeOwner>;
  /** What it sets: names from the outside in. */
  readonly attributePath?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What to do. */
  readonly kind: CartChangeKind;
  /** That moment as the clocks of `zone` show it: `2026-03-28T18:00`, with seconds if there are any. */
  readonly localTime?: Maybe<Scalars['String']['output']>;
  /** Items that do not count, even if `of` selects them; null if there are none. The coupon, or a rule, excludes them. */
  readonly notOf?: Maybe<ItemSelection>;
  /** Of which items; null is any. */
  readonly of?: Maybe<ItemSelection>;
  /**
   * Anything but these, if `to` is empty, or `values` of `SET_ATTRIBUTE`: an attribute is then of the type of one of these. If there is
   * none, whatever channel, country or payment method there is, as long as it is said.
   */
  readonly otherThan?: Maybe<ReadonlyArray<Scalars['AttributeValue']['output']>>;
  /** How many items, or orders of `COMPLETE_ORDERS`; null of `REMOVE_ITEMS` is all of them. */
  readonly quantity?: Maybe<Scalars['Int']['output']>;
  /** The same for people, such as `Add 17.50 GBP of category "shoes".` */
  readonly text: Scalars['String']['output'];
  /** Any of these channels, currencies, countries, payment methods or segments. */
  readonly to?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Whether units of items are counted, or lines of the cart. */
  readonly unit?: Maybe<ItemUnit>;
  /**
   * Any of these values; if there is none, the attribute is to be left out, or to be anything but what `otherThan` names. Null where
   * whatever value will do.
   */
  readonly values?: Maybe<ReadonlyArray<Scalars['AttributeValue']['output']>>;
  /** By whose clocks people tell that moment, such as `Europe/London`: the zone that the rule or limit names; `UTC` if none is named. */
  readonly zone?: Maybe<Scalars['String']['output']>;
};

/** Kinds of changes. */
export type CartChangeKind =
  /** Items worth so much more. */
  | 'ADD_AMOUNT'
  /** So many more items. Each unit is taken to cost 100 of the currency's smallest units at least. */
  | 'ADD_ITEMS'
  /** Another channel. */
  | 'CHANGE_CHANNEL'
  /** Another country to ship to. */
  | 'CHANGE_COUNTRY'
  /** Another currency. What the items then cost is taken to be the same in number. */
  | 'CHANGE_CURRENCY'
  /** Another way to pay. */
  | 'CHANGE_PAYMENT_METHOD'
  /** So many orders more, before this one. */
  | 'COMPLETE_ORDERS'
  /** Belong to a segment. */
  | 'JOIN_SEGMENT'
  /** Cheaper items instead of some that are there, for so much less in all: there must not be fewer of them. */
  | 'LOWER_AMOUNT'
  /** Dearer items instead of some that are there, for so much more in all: there must not be more of them. */
  | 'RAISE_AMOUNT'
  /** Items worth so much less: fewer, or cheaper ones. */
  | 'REDUCE_AMOUNT'
  /** So many items less, or none of them. */
  | 'REMOVE_ITEMS'
  /** Another attribute. */
  | 'SET_ATTRIBUTE'
  /** So much spent more, before this order. */
  | 'SPEND_MORE'
  /** The same order at a later moment. It is taken that nothing else is used of its limits meanwhile. */
  | 'WAIT_UNTIL';

/** What the customer is about to buy. */
export type CartInput = {
  /** The currency of all its prices. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** Its items; 1 to 500. */
  readonly lines: ReadonlyArray<CartLineInput>;
  /** What shipping costs before any discount. */
  readonly shipping?: InputMaybe<Scalars['Decimal']['input']>;
};

/** An item in a cart. */
export type CartLineInput = {
  /** The categories that the product is in. */
  readonly categories: ReadonlyArray<Scalars['String']['input']>;
  /** Tells two lines with the same sku apart; the sku if not given. */
  readonly id?: InputMaybe<Scalars['String']['input']>;
  /**
   * The product that the sku is a variant of, if the two differ. Wherever `products` are named, this is meant, or the sku
   * if it is not given; a coupon's `includeProducts` and `excludeProducts` can name a variant's sku as well.
   */
  readonly productId?: InputMaybe<Scalars['String']['input']>;
  /** How many; 1 to 1,000,000. */
  readonly quantity: Scalars['Int']['input'];
  /** The product; unique within the cart unless `id` tells lines apart. */
  readonly sku: Scalars['String']['input'];
  /** The product's tags. */
  readonly tags: ReadonlyArray<Scalars['String']['input']>;
  /** The price of one, before any discount. */
  readonly unitPrice: Scalars['Decimal']['input'];
};

/** One comparison of the cart's total. */
export type CartTotalClauseInput = {
  /** From the one to the other, both included. */
  readonly between?: InputMaybe<DecimalRangeInput>;
  /** The currency of the amounts: a fact in another one does not match, whatever it is. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['Decimal']['input']>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Decimal']['input']>>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Input of `checkEligibility`. */
export type CheckEligibilityInput = {
  /** The cart's own named attributes, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Where it happens, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who it is for, by an e-mail or a phone number as well. Not with a user token. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who it is for. A user token's subject if not given. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** As of this instant, from the year 1000 to 9000, instead of now. Needs READ. */
  readonly evaluateAt?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * Whose rules: those of a coupon, which include its campaign's, its template's and the tenant's; of a template, as of the coupon
   * that would be made of it next; of a campaign; or the tenant's alone. Without the right EXPLAIN a template whose coupons nobody
   * could use now is not found.
   */
  readonly of: LimitedInput;
  /** What the customer is about to buy. */
  readonly order: OrderInput;
};

/** Answers of `checkEligibility`. */
export type CheckEligibilityResult = CampaignNotFoundError | CheckEligibilitySuccess | CouponNotFoundError | InvalidInputError | TemplateNotFoundError | TooManyIdentitiesError;

/** Whether the rules let an order pass. */
export type CheckEligibilitySuccess = {
  readonly __typename?: 'CheckEligibilitySuccess';
  /** The smallest change that would make it eligible; empty if it is, null if there is nothing to tell: see `noChanges`. */
  readonly changes?: Maybe<ReadonlyArray<CartChange>>;
  /** Whether all of them do. */
  readonly isEligible: Scalars['Boolean']['output'];
  /** Why there are none; null where `changes` is not. */
  readonly noChanges?: Maybe<NoChanges>;
  /** What each rule says. Needs a key with EXPLAIN: null otherwise, and with a user token. */
  readonly rules?: Maybe<ReadonlyArray<RuleReport>>;
};

/** Input of `checkLimits`. */
export type CheckLimitsInput = {
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Where it happens, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** The code as the customer typed it. */
  readonly code: Scalars['String']['input'];
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who it is for, by an e-mail or a phone number as well. Not with a user token. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who it is for. A user token's subject if not given. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** What the customer is about to buy. Without it only limits on uses are checked, since it is not known what is taken off. */
  readonly order?: InputMaybe<OrderInput>;
  /** The order or checkout: what it holds of the coupon already does not stand in its way. */
  readonly reference?: InputMaybe<ReferenceInput>;
};

/** Answers of `checkLimits`. */
export type CheckLimitsResult = CheckLimitsSuccess | CouponNotApplicableError | CouponNotFoundError | CurrencyMismatchError | CustomerRequiredError | InvalidInputError | MinimumOrderNotMetError | TaxBasisMismatchError | TooManyIdentitiesError;

/** The limits have been checked. */
export type CheckLimitsSuccess = {
  readonly __typename?: 'CheckLimitsSuccess';
  /** The coupon that the code stands for. */
  readonly coupon: Coupon;
  /** Whether no limit would be exceeded, over-runs included. */
  readonly isAllowed: Scalars['Boolean']['output'];
  /** All limits that hold for such a use: the coupon's, its campaign's, its template's and the tenant's. */
  readonly limits: ReadonlyArray<CheckedLimit>;
};

/** A limit, and whether it has room for a use. Amounts are told to keys that may READ, and null for others. */
export type CheckedLimit = {
  readonly __typename?: 'CheckedLimit';
  /** What the use would take of it. Null for money if no order was sent, and without READ. */
  readonly asked?: Maybe<LimitAmount>;
  /** The attribute of the cart by whose values is counted, for `ATTRIBUTE`. */
  readonly attribute?: Maybe<Scalars['String']['output']>;
  /** The limit, and where it stands before this use. Null without READ. */
  readonly effective?: Maybe<EffectiveLimit>;
  /** Whether the use would exceed it, its over-run included. False for money if no order was sent. */
  readonly isExceeded: Scalars['Boolean']['output'];
  /** What is added up. */
  readonly measure: LimitMeasure;
  /** What is counted apart. */
  readonly per: LimitPer;
  /**
   * When its span of time begins anew. Of a rolling one that would be exceeded: from when on it has room for this use, if nothing
   * else is used meanwhile. Null where neither comes.
   */
  readonly resetsAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is the long form of, if of anything. */
  readonly shortForm?: Maybe<LimitShortForm>;
  /** In which span of time. */
  readonly window: LimitWindow;
};

/** How one clause of a condition fared. */
export type ClauseReport = {
  readonly __typename?: 'ClauseReport';
  /** Whether this helps the condition to be true: a clause that matched, or one under `not` that did not. */
  readonly counts: ClauseWeight;
  /** Whether it stands under an odd number of `not`s, so that the condition wants it false. */
  readonly isNegated: Scalars['Boolean']['output'];
  /** Whether the clause by itself is true. */
  readonly matched: Scalars['Boolean']['output'];
  /** Where it stands in the condition's JSON, such as `all[0].cartTotal` or `all[1].not.productTags`. */
  readonly path: Scalars['String']['output'];
  /** What it saw, such as `32.50 GBP` or `not said`. */
  readonly saw: Scalars['String']['output'];
  /** Of `customerSegment`, each of the segments that it asks for. Null of all other clauses. */
  readonly segments?: Maybe<ReadonlyArray<ClauseSegment>>;
  /** The clause for people, such as `cart total ≥ 50.00 GBP`. */
  readonly text: Scalars['String']['output'];
  /** What it wanted to see, such as `≥ 50.00 GBP`. */
  readonly wanted: Scalars['String']['output'];
};

/** How the customer stands with a segment that a clause asks for. */
export type ClauseSegment = {
  readonly __typename?: 'ClauseSegment';
  /**
   * How each clause of the segment's own condition fared, and so what is missing. Null where its members are listed, where there is no such
   * segment, and where `simulateRule` was told to which segments the customer belongs.
   */
  readonly clauses?: Maybe<ReadonlyArray<ClauseReport>>;
  /** Whether the customer belongs to it. */
  readonly isMember: Scalars['Boolean']['output'];
  /** Its name, as the clause writes it. */
  readonly name: Scalars['String']['output'];
};

/** On which side of a condition a clause is. */
export type ClauseWeight =
  /** It helps the condition to be false. */
  | 'AGAINST'
  /** It helps the condition to be true. */
  | 'FOR';

/** What a return in part does to the discount on what the customer keeps. Discounts are never worked out anew. */
export type ClawbackPolicy =
  /**
   * Where what is kept falls below the minimum order that the coupon had, the discount on it is lost: it is kept from the
   * refund, as far as the refund goes.
   */
  | 'LOST_THRESHOLD'
  /** Nothing: what is kept keeps its discount. */
  | 'NONE';

/** What a code is worth for an order, used alone. */
export type CodeValidation = {
  readonly __typename?: 'CodeValidation';
  /**
   * The smallest change that would make it valid, all of it together; empty if it is valid, null if there is nothing to tell: see
   * `noChanges`.
   */
  readonly changes?: Maybe<ReadonlyArray<CartChange>>;
  /** As it was sent. */
  readonly code: Scalars['String']['output'];
  /** With which of the other codes it cannot be used. */
  readonly conflicts: ReadonlyArray<CouponConflict>;
  /** The coupon that it stands for; null if there is none, or the caller is not told. */
  readonly coupon?: Maybe<Coupon>;
  /** Whether it can be used alone. Together with the others it is another matter: see `conflicts`. */
  readonly isValid: Scalars['Boolean']['output'];
  /** Why there are none; null where `changes` is not. */
  readonly noChanges?: Maybe<NoChanges>;
  /**
   * Everything that speaks against it: the errors that `applyCoupon` may answer with. Empty if it can be used. What the reference has used
   * already is worth what it took off, if applying the same again would be answered with it: by `applyCoupon` the code alone, or by
   * `applyPromotions` all of them. Otherwise it cannot be used.
   */
  readonly reasons: ReadonlyArray<Error>;
  /** With `explain`: what its rules say. Null otherwise, and with a user token. */
  readonly rules?: Maybe<ReadonlyArray<RuleReport>>;
  /** What it takes off; null if it cannot be used. */
  readonly valuation?: Maybe<CouponValuation>;
};

/** With which other coupons a coupon may be used. With nobody, where both lists are empty. */
export type CombinableWith = {
  readonly __typename?: 'CombinableWith';
  /** Coupons with these codes. */
  readonly codes: ReadonlyArray<Scalars['String']['output']>;
  /** Coupons of these groups. */
  readonly groups: ReadonlyArray<Scalars['String']['output']>;
};

/** See `CombinableWith`. Up to 100 names in each list; those that are named twice count once. */
export type CombinableWithInput = {
  /** Coupons with these codes, written as codes are. There need not be such coupons yet. Case does not matter. */
  readonly codes: ReadonlyArray<Scalars['String']['input']>;
  /** Coupons of these groups. */
  readonly groups: ReadonlyArray<Scalars['String']['input']>;
};

/** Coupons used together on one order. */
export type Combination = {
  readonly __typename?: 'Combination';
  /** What is used, in the order in which it is taken off. */
  readonly applied: ReadonlyArray<AppliedPromotion>;
  /** What is taken off the items in all, with what gift cards pay. */
  readonly discount: Money;
  /** What becomes of each line. Empty if only a sum was sent. */
  readonly lines: ReadonlyArray<CombinedLine>;
  /** What gift cards pay. It is paid and not saved. */
  readonly paidByGiftCards: Money;
  /** Which of the codes are not used, and why. Automatic promotions are only named if they were not chosen though they fit. */
  readonly rejected: ReadonlyArray<RejectedPromotion>;
  /** How it was searched; null with `PRIORITY`, and where `applyPromotions` would answer with what it has used for the reference already. */
  readonly search?: Maybe<CombinationSearch>;
  /** What is taken off shipping in all; null if its cost was not sent. */
  readonly shippingDiscount?: Maybe<Money>;
  /** What the items cost before any discount. */
  readonly subtotal: Money;
  /** What the order's amounts, and so these, are stated in; null if the shop did not say. */
  readonly taxBasis?: Maybe<TaxBasis>;
  /** What is left to pay: the items, and shipping if its cost was sent. */
  readonly total: Money;
  /** What the customer saves: `discount` and `shippingDiscount`, without what gift cards pay. */
  readonly youSave: Money;
};

/** How it is chosen what is used together, where not everything can be. */
export type CombinationGoal =
  /** The most that the customer can get: searched for exactly, and `search` says whether that is proven. */
  | 'BEST_FOR_CUSTOMER'
  /**
   * As many of the typed codes as can be used, gift cards among them, and then the least that discounts cost the merchant. `search` says
   * whether that is proven.
   */
  | 'CHEAPEST_FOR_MERCHANT'
  /**
   * In the order in which coupons are taken off: whatever does not get along with one before is left out, whatever it is worth. So an
   * item more can cost a discount where it makes a code fit that stands first; with `BEST_FOR_CUSTOMER` it cannot. See `Stacking.priority`.
   */
  | 'PRIORITY';

/** How the best combination was searched for. */
export type CombinationSearch = {
  readonly __typename?: 'CombinationSearch';
  /** By how much the best could be better at most; zero if it is exact. */
  readonly gap: Money;
  /**
   * Whether it is proven to be the best. Not if there are so many possibilities that the search stopped before, or more than 200
   * automatic promotions that could be used: see `gap`.
   */
  readonly isExact: Scalars['Boolean']['output'];
  /** The second best; null if there is none. */
  readonly runnerUp?: Maybe<RunnerUp>;
  /** How often a coupon was tried beside others. */
  readonly visited: Scalars['Int']['output'];
};

/** A line of the cart, and everything that is taken off it. */
export type CombinedLine = {
  readonly __typename?: 'CombinedLine';
  /** What each coupon takes off the line, in the order in which it is taken off. Those that take nothing off are left out. */
  readonly adjustments: ReadonlyArray<Adjustment>;
  /** What is taken off; the adjustments add up to it. */
  readonly discount: Money;
  /** The line's id; its sku if it has none of its own. */
  readonly lineId: Scalars['String']['output'];
  /** How many. */
  readonly quantity: Scalars['Int']['output'];
  /** The product. */
  readonly sku: Scalars['String']['output'];
  /** What the line costs before any discount. */
  readonly subtotal: Money;
  /** What the line costs after all of them. */
  readonly total: Money;
};

/** Answers of `compileRule`. */
export type CompileRuleResult = CompileRuleSuccess | InvalidInputError | RuleNotFoundError;

/** The condition was compiled. That is done by itself whenever one is first asked, and kept. */
export type CompileRuleSuccess = {
  readonly __typename?: 'CompileRuleSuccess';
  /** The condition as JSON, in the form in which it is stored. */
  readonly condition: Scalars['JSONObject']['output'];
  /** The condition in words and signs. */
  readonly conditionText: Scalars['String']['output'];
  /** What it costs at worst, in units of one look at one fact; what goes through the cart counts 500. */
  readonly cost: Scalars['Int']['output'];
  /** What is done, in the order in which it is tried: the cheapest first. */
  readonly plan: ReadonlyArray<ConditionPlanStep>;
  /** The rule; null for a condition that is not saved. */
  readonly rule?: Maybe<Rule>;
};

/**
 * A condition on an order, its customer, and the moment. At most 10 deep, and of 200 clauses. What is said here as a typed
 * input can be sent as JSON of the same shape wherever a condition is JSON.
 *
 * A clause makes one comparison; of what was not said it is false, unless it is `exists: false`. Nothing is coerced, no
 * amount is converted.
 */
export type ConditionInput =
  /** All of these hold; also if there is none. */
  { readonly all: ReadonlyArray<ConditionInput>; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** Any of these holds; never if there is none. */
  { readonly all?: never; readonly any: ReadonlyArray<ConditionInput>; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** An attribute of the cart's, which is a text. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute: CartAttributeClauseInput; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** What all items cost before discounts, without shipping. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal: CartTotalClauseInput; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The categories of the items in the cart. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories: NamesClauseInput; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The channel of the order. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel: TextClauseInput; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The currency of the order. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency: CurrencyClauseInput; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** An attribute of the customer's. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute: AttributeClauseInput; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The segments that the customer belongs to, by their names. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment: SegmentClauseInput; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The date on the calendars of a zone. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date: DateClauseInput; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** Whole days of 24 hours since the customer last ordered. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder: NumberClauseInput; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** Whole days of 24 hours since the customer registered. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration: NumberClauseInput; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** How many lines of the cart the items that are meant take. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount: QuantityClauseInput; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** When the customer last ordered. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt: InstantClauseInput; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** What the customer has spent before this order. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend: SpendClauseInput; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The shop's own data about the order. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata: MetadataClauseInput; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** This does not hold. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not: ConditionInput; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The moment itself. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now: MomentClauseInput; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The number of this order among the customer's: 1 is the first. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber: NumberClauseInput; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** How the order is paid. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod: TextClauseInput; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The tags of the items in the cart. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags: NamesClauseInput; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The products in the cart, by their ids; a product without variants goes by its sku. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products: NamesClauseInput; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** How many units there are of the items that are meant. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity: QuantityClauseInput; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** A span of time that comes again and again. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence: RecurrenceInput; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** When the customer registered. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt: InstantClauseInput; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** Where the order is sent: a country of ISO 3166-1 in two capital letters. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry: TextClauseInput; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The skus in the cart. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus: NamesClauseInput; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** What the items that are meant cost before discounts. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal: SubtotalClauseInput; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** Whether the order's amounts include tax. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis: TaxBasisClauseInput; readonly timeOfDay?: never; readonly weekday?: never; }
  |  /** The time on the clocks of a zone. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay: TimeOfDayClauseInput; readonly weekday?: never; }
  |  /** The day of the week in a zone. */
  { readonly all?: never; readonly any?: never; readonly cartAttribute?: never; readonly cartTotal?: never; readonly categories?: never; readonly channel?: never; readonly currency?: never; readonly customerAttribute?: never; readonly customerSegment?: never; readonly date?: never; readonly daysSinceLastOrder?: never; readonly daysSinceRegistration?: never; readonly itemCount?: never; readonly lastOrderAt?: never; readonly lifetimeSpend?: never; readonly metadata?: never; readonly not?: never; readonly now?: never; readonly orderNumber?: never; readonly paymentMethod?: never; readonly productTags?: never; readonly products?: never; readonly quantity?: never; readonly recurrence?: never; readonly registeredAt?: never; readonly shippingCountry?: never; readonly skus?: never; readonly subtotal?: never; readonly taxBasis?: never; readonly timeOfDay?: never; readonly weekday: WeekdayClauseInput; };

/** A step of the plan by which a condition is decided. */
export type ConditionPlanStep = {
  readonly __typename?: 'ConditionPlanStep';
  /** What it costs at worst, in units of one look at one fact; what goes through the cart counts 500. */
  readonly cost: Scalars['Int']['output'];
  /** How deep it lies: what is deeper by one belongs to the `ALL` or `ANY` before it. */
  readonly depth: Scalars['Int']['output'];
  /** What is done. */
  readonly kind: ConditionPlanStepKind;
  /** The step for people. */
  readonly text: Scalars['String']['output'];
};

/** Kinds of steps. */
export type ConditionPlanStepKind =
  /** Tries what belongs to it until one is false. */
  | 'ALL'
  /** Tries what belongs to it until one is true. */
  | 'ANY'
  /** Asks one clause. */
  | 'CLAUSE'
  /** Need not be asked, since it is known beforehand. */
  | 'DECIDED';

/** Input of `confirmReservation`. */
export type ConfirmReservationInput = {
  /** Which reservation. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The order that the checkout has become: its redemptions bear this reference from now on. The checkout's if not given. */
  readonly reference?: InputMaybe<ReferenceInput>;
};

/** Answers of `confirmReservation`. */
export type ConfirmReservationResult = ConfirmReservationSuccess | CouponNotFoundError | CouponRevokedError | IdempotencyConflictError | InvalidInputError | OverloadedError | ReferenceAlreadyRedeemedError | ReservationEndedError | ReservationNotFoundError;

/** It is completed. */
export type ConfirmReservationSuccess = {
  readonly __typename?: 'ConfirmReservationSuccess';
  /** The reservation as it is now. */
  readonly reservation: Reservation;
};

/** Why two coupons cannot be used together. */
export type ConflictCause =
  /** One of them is used alone or not at all. */
  | 'EXCLUSIVE'
  /** One of them may be combined with certain others only, and the other is none of them. */
  | 'NOT_COMBINABLE'
  /** Both are in one group, of which at most one is used. */
  | 'SAME_GROUP';

/** What conditions may ask about beside the order, as the shop says it. */
export type ContextInput = {
  /** The shop's own data about the order; up to 16 kB. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** How it is paid, in the shop's own words, such as "card". */
  readonly paymentMethod?: InputMaybe<Scalars['String']['input']>;
  /** What the shop knows of its customer. Tearline keeps none of it. Not with a user token. */
  readonly profile?: InputMaybe<ProfileInput>;
  /** Where the order goes: ISO 3166-1, two letters. */
  readonly shippingCountry?: InputMaybe<Scalars['String']['input']>;
  /**
   * Whether the order's amounts include tax: its prices, sum and shipping. Whatever is answered is stated in the same. Null
   * where the shop does not say: then no coupon can be used that states a tax basis itself.
   */
  readonly taxBasis?: InputMaybe<TaxBasis>;
};

/**
 * One redeemable code. Hours and weekdays that recur while it is valid, such as each Friday from 17:00 to 19:00, are said by a rule
 * with `targets.couponIds`, or with those of its campaign or template.
 */
export type Coupon = Node & {
  readonly __typename?: 'Coupon';
  /** Which items it is for. */
  readonly applicability: Applicability;
  /** What is left on it; null if it is not a gift card. Needs READ. */
  readonly balance?: Maybe<Money>;
  /** The campaign it belongs to. Needs READ. */
  readonly campaign?: Maybe<Campaign>;
  /** The code, as it was written when it was made. */
  readonly code: Scalars['String']['output'];
  /** When it was made. Needs READ. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who made it. Needs READ. */
  readonly createdBy?: Maybe<Actor>;
  /** The currency of its amounts; null if it has none, and so fits every currency, or has them in several currencies. */
  readonly currency?: Maybe<Scalars['CurrencyCode']['output']>;
  /** What it is for, for the retailer's own eyes. Needs READ. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What it takes off. */
  readonly discount: Discount;
  /** What was put on the gift card and taken off it, newest first; empty if it is not a gift card. */
  readonly giftCardMovements: GiftCardMovementConnection;
  /** The coupon's id. */
  readonly id: Scalars['ID']['output'];
  /** Whether capital and small letters differ. Otherwise `Summer10` and `SUMMER10` are one code. */
  readonly isCaseSensitive: Scalars['Boolean']['output'];
  /** Whether it is only for trying out: nothing but the sandbox knows it. */
  readonly isTest: Scalars['Boolean']['output'];
  /** How often it can be used; null if without limit. Needs READ. */
  readonly maxUses?: Maybe<Scalars['Int']['output']>;
  /** The owner's own data. Needs READ. */
  readonly metadata?: Maybe<Scalars['JSONObject']['output']>;
  /** The matching items must come to this much at least. */
  readonly minimumOrder?: Maybe<Money>;
  /** How often one customer can use it; null if without limit. */
  readonly perCustomerLimit?: Maybe<Scalars['Int']['output']>;
  /** The customers who have used it, with their counts; by customer id. */
  readonly redeemers: RedeemerConnection;
  /** Its redemptions, newest first. */
  readonly redemptions: RedemptionConnection;
  /** How it gets along with other coupons on the same order. */
  readonly stacking: Stacking;
  /** Where it stands at this moment. */
  readonly status: CouponStatus;
  /**
   * What its own amounts are stated in: it can be used only for orders that state the same. Null if it fits all orders, also
   * those of which it was not said.
   */
  readonly taxBasis?: Maybe<TaxBasis>;
  /** The template that it was made from, for good; null if it was made by itself. Needs READ. */
  readonly template?: Maybe<Template>;
  /** Of a test coupon, the coupon that it was copied from: whose rules and limits it has. Null for all others. Needs READ. */
  readonly testOf?: Maybe<Coupon>;
  /** How it comes to an order. */
  readonly trigger: CouponTrigger;
  /** When its definition was last changed. Uses do not count. Needs READ. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How often it has been used and not given back. Needs READ. */
  readonly usesCount?: Maybe<Scalars['Int']['output']>;
  /** How often it can still be used; null if without limit. Needs READ. */
  readonly usesLeft?: Maybe<Scalars['Int']['output']>;
  /** It can be used from this instant on. */
  readonly validFrom?: Maybe<Scalars['DateTime']['output']>;
  /** It can be used up to, and not at, this instant. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Grows by one with each change; send it with `updateCoupon`. Needs READ. */
  readonly version?: Maybe<Scalars['Int']['output']>;
};


/**
 * One redeemable code. Hours and weekdays that recur while it is valid, such as each Friday from 17:00 to 19:00, are said by a rule
 * with `targets.couponIds`, or with those of its campaign or template.
 */
export type CouponGiftCardMovementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One redeemable code. Hours and weekdays that recur while it is valid, such as each Friday from 17:00 to 19:00, are said by a rule
 * with `targets.couponIds`, or with those of its campaign or template.
 */
export type CouponRedeemersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One redeemable code. Hours and weekdays that recur while it is valid, such as each Friday from 17:00 to 19:00, are said by a rule
 * with `targets.couponIds`, or with those of its campaign or template.
 */
export type CouponRedemptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<RedemptionStatus>;
};

/** Input of `activateCoupon`, `deactivateCoupon`, `reactivateCoupon` and `revokeCoupon`. */
export type CouponActionInput = {
  /** Which coupon. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Another living coupon has this code. */
export type CouponCodeTakenError = Error & {
  readonly __typename?: 'CouponCodeTakenError';
  /** COUPON_CODE_TAKEN */
  readonly code: ErrorCode;
  /** The code that was sent. */
  readonly couponCode: Scalars['String']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** Why two coupons cannot be used together. */
export type CouponConflict = {
  readonly __typename?: 'CouponConflict';
  /** Why. */
  readonly cause: ConflictCause;
  /** The code of the other coupon. */
  readonly couponCode: Scalars['String']['output'];
  /** The group that both are in, if that is why. */
  readonly group?: Maybe<Scalars['String']['output']>;
  /** The same in a sentence. */
  readonly message: Scalars['String']['output'];
  /** The redemption by which the order or checkout has the other one already; null where both were sent together. */
  readonly redemptionId?: Maybe<Scalars['ID']['output']>;
};

/** A code stands in the way of another of the same order: one that was sent with it, or that its `reference` has already. */
export type CouponConflictError = Error & {
  readonly __typename?: 'CouponConflictError';
  /** COUPON_CONFLICT */
  readonly code: ErrorCode;
  /** Which stand in its way, and why. Those that the `reference` has already are named to keys with the right EXPLAIN only, and not to users. */
  readonly conflicts: ReadonlyArray<CouponConflict>;
  /** The coupon that is not used. */
  readonly couponCode: Scalars['String']['output'];
  /** Which codes, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** A page of coupons. */
export type CouponConnection = {
  readonly __typename?: 'CouponConnection';
  /** The coupons, each with its cursor. */
  readonly edges: ReadonlyArray<CouponEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** The coupon is still being prepared. */
export type CouponDraftError = Error & {
  readonly __typename?: 'CouponDraftError';
  /** COUPON_DRAFT */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** A coupon in a list. */
export type CouponEdge = {
  readonly __typename?: 'CouponEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The coupon. */
  readonly node: Coupon;
};

/** The coupon's time is over. */
export type CouponExpiredError = Error & {
  readonly __typename?: 'CouponExpiredError';
  /** COUPON_EXPIRED */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** Since when, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** Since when it can no longer be used. */
  readonly validUntil: Scalars['DateTime']['output'];
};

/** Which coupons. Everything given must hold. */
export type CouponFilter = {
  /** Of this campaign. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** Whose code begins with this. */
  readonly codePrefix?: InputMaybe<Scalars['String']['input']>;
  /** Made by this actor: the id of a key, or a user token's subject. */
  readonly createdBy?: InputMaybe<Scalars['String']['input']>;
  /** Test coupons and no others, if true. Without it, or if false, no test coupons. */
  readonly isTest?: InputMaybe<Scalars['Boolean']['input']>;
  /** With any of these kinds of discounts. */
  readonly kind?: InputMaybe<ReadonlyArray<DiscountKind>>;
  /** With any of these statuses. */
  readonly status?: InputMaybe<ReadonlyArray<CouponStatus>>;
  /** Made from this template. */
  readonly templateId?: InputMaybe<Scalars['ID']['input']>;
  /** Whose window holds this instant. */
  readonly validAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whose window ends at or after this instant, or never. */
  readonly validUntilAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whose window ends before this instant. */
  readonly validUntilBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The coupon is deactivated. */
export type CouponInactiveError = Error & {
  readonly __typename?: 'CouponInactiveError';
  /** COUPON_INACTIVE */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** The coupon takes nothing off this order. */
export type CouponNotApplicableError = Error & {
  readonly __typename?: 'CouponNotApplicableError';
  /** Which items the coupon is for. */
  readonly applicability: Applicability;
  /** Why, for programs. */
  readonly cause: NotApplicableCause;
  /** COUPON_NOT_APPLICABLE */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** Of `BELOW_FIRST_TIER`: what is asked for, and what there is. Null otherwise. */
  readonly firstTier?: Maybe<FirstTier>;
  /** Why, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/**
 * No living coupon has this code or id. Without the right EXPLAIN also: nobody can use the one that has this code now, whether a
 * draft, deactivated, revoked, not yet or no longer valid, or of a campaign that is not running.
 */
export type CouponNotFoundError = Error & {
  readonly __typename?: 'CouponNotFoundError';
  /** COUPON_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The code or id that was sent. */
  readonly sought: Scalars['String']['output'];
};

/** The coupon's time is still to come. */
export type CouponNotYetActiveError = Error & {
  readonly __typename?: 'CouponNotYetActiveError';
  /** COUPON_NOT_YET_ACTIVE */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** From when on, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** From when on it can be used. */
  readonly validFrom: Scalars['DateTime']['output'];
};

/** An order of coupons. */
export type CouponOrder = {
  /** Which way. */
  readonly direction: OrderDirection;
  /** What to order by. */
  readonly field: CouponOrderField;
};

/** What coupons can be ordered by. */
export type CouponOrderField =
  /** Their code. */
  | 'CODE'
  /** When they were made. */
  | 'CREATED_AT'
  /** How often they have been used. All that match are counted and sorted for it: not for a list asked for often. */
  | 'USES_COUNT';

/** Changes of a coupon. What is left out stays as it is; null clears. The code itself cannot be changed. */
export type CouponPatch = {
  /** Which items it is for, replaced as a whole. Null means all. */
  readonly applicability?: InputMaybe<ApplicabilityInput>;
  /** The campaign it belongs to. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** What it is for, for the retailer's own eyes. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What it takes off. Cannot be cleared. A gift card's cannot be changed, and no other coupon can become one. */
  readonly discount?: InputMaybe<DiscountInput>;
  /**
   * How often it can be used. It may be set below what is used: then there is no further use. Without over-run: see
   * `CreateLimitInput.overrun`.
   */
  readonly maxUses?: InputMaybe<Scalars['Int']['input']>;
  /** The owner's own data, replaced as a whole. Null means empty. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The matching items must come to this much at least. */
  readonly minimumOrder?: InputMaybe<MoneyInput>;
  /**
   * How often one customer can use it. It may be set below what some have used: see `UpdateCouponSuccess.customersAbove`.
   * Without over-run: see `CreateLimitInput.overrun`.
   */
  readonly perCustomerLimit?: InputMaybe<Scalars['Int']['input']>;
  /** How it gets along with other coupons, replaced as a whole. Null means with all of them. */
  readonly stacking?: InputMaybe<StackingInput>;
  /** What its own amounts are stated in. Null means that it fits all orders. A gift card's cannot be changed. */
  readonly taxBasis?: InputMaybe<TaxBasis>;
  /** It can be used from this instant on. */
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** In place of `validFrom`: from the beginning of this day on. To clear it, clear `validFrom`. */
  readonly validFromDay?: InputMaybe<DayInput>;
  /** In place of `validUntil`: up to the end of this day. To clear it, clear `validUntil`. */
  readonly validThrough?: InputMaybe<DayInput>;
  /** It can be used up to, and not at, this instant. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The coupon was revoked. */
export type CouponRevokedError = Error & {
  readonly __typename?: 'CouponRevokedError';
  /** COUPON_REVOKED */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** When. */
  readonly revokedAt: Scalars['DateTime']['output'];
};

/** Where a coupon stands. The first that holds, from top to bottom. */
export type CouponStatus =
  /** It can be used. */
  | 'ACTIVE'
  /** Taken out of sight; its code is free. */
  | 'DELETED'
  /** Being prepared. */
  | 'DRAFT'
  /** Its uses are used up, or nothing is left on the gift card. */
  | 'EXHAUSTED'
  /** Its time is over. */
  | 'EXPIRED'
  /** Stopped for a while. */
  | 'INACTIVE'
  /** Stopped for good. */
  | 'REVOKED'
  /** Its time is still to come. */
  | 'SCHEDULED';

/** What each coupon of a template is worth, and when, and for what. All of them are used by their codes. */
export type CouponTerms = {
  readonly __typename?: 'CouponTerms';
  /** Which items it is for. */
  readonly applicability: Applicability;
  /** The campaign it belongs to. */
  readonly campaign?: Maybe<Campaign>;
  /** What it is for, for the retailer's own eyes. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What it takes off. Each gift card has a balance of its own. */
  readonly discount: Discount;
  /** Whether capital and small letters of its code differ. */
  readonly isCaseSensitive: Scalars['Boolean']['output'];
  /** How often each coupon can be used; null if without limit. */
  readonly maxUses?: Maybe<Scalars['Int']['output']>;
  /** The owner's own data. */
  readonly metadata: Scalars['JSONObject']['output'];
  /** The matching items must come to this much at least. */
  readonly minimumOrder?: Maybe<Money>;
  /** How often one customer can use each coupon; null if without limit. */
  readonly perCustomerLimit?: Maybe<Scalars['Int']['output']>;
  /** How it gets along with other coupons on the same order. */
  readonly stacking: Stacking;
  /** What its own amounts are stated in, and so the only basis of orders that it can be used for; null if it fits all orders. */
  readonly taxBasis?: Maybe<TaxBasis>;
  /** It can be used from this instant on. */
  readonly validFrom?: Maybe<Scalars['DateTime']['output']>;
  /** It can be used up to, and not at, this instant. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** See `CouponTerms`. What recurs while coupons are valid, such as a happy hour, is said by a rule that targets the template. */
export type CouponTermsInput = {
  /** Which items it is for; all if not given. */
  readonly applicability: ApplicabilityInput;
  /** The campaign it belongs to. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** What it is for, for the retailer's own eyes; up to 1,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What it takes off. Each gift card has a balance of its own. */
  readonly discount: DiscountInput;
  /** Whether capital and small letters of its code differ. */
  readonly isCaseSensitive: Scalars['Boolean']['input'];
  /** How often each coupon can be used; without limit if not given. Without over-run: see `CreateLimitInput.overrun`. */
  readonly maxUses?: InputMaybe<Scalars['Int']['input']>;
  /** The owner's own data; up to 16 kB. Empty if not given. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The matching items must come to this much at least. All amounts of a coupon are in one currency. */
  readonly minimumOrder?: InputMaybe<MoneyInput>;
  /**
   * How often one customer can use each coupon; without limit if not given. Without over-run: see
   * `CreateLimitInput.overrun`.
   */
  readonly perCustomerLimit?: InputMaybe<Scalars['Int']['input']>;
  /** How it gets along with other coupons on the same order; with all of them if not given. */
  readonly stacking: StackingInput;
  /** What its own amounts are stated in: it can be used only for orders that state the same. It fits all orders if not given. */
  readonly taxBasis?: InputMaybe<TaxBasis>;
  /** It can be used from this instant on. */
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** In place of `validFrom`: from the beginning of this day on. Kept as that instant. */
  readonly validFromDay?: InputMaybe<DayInput>;
  /** In place of `validUntil`: up to the end of this day. Kept as that instant. */
  readonly validThrough?: InputMaybe<DayInput>;
  /** It can be used up to, and not at, this instant. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Changes of a template's terms. What is left out stays as it is; null clears. */
export type CouponTermsPatch = {
  /** Which items it is for, replaced as a whole. Null means all. */
  readonly applicability?: InputMaybe<ApplicabilityInput>;
  /** The campaign it belongs to. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** What it is for, for the retailer's own eyes. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What it takes off. Cannot be cleared. */
  readonly discount?: InputMaybe<DiscountInput>;
  /** Whether capital and small letters of its code differ. Cannot be cleared. */
  readonly isCaseSensitive?: InputMaybe<Scalars['Boolean']['input']>;
  /** How often each coupon can be used. Without over-run: see `CreateLimitInput.overrun`. */
  readonly maxUses?: InputMaybe<Scalars['Int']['input']>;
  /** The owner's own data, replaced as a whole. Null means empty. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The matching items must come to this much at least. */
  readonly minimumOrder?: InputMaybe<MoneyInput>;
  /** How often one customer can use each coupon. Without over-run: see `CreateLimitInput.overrun`. */
  readonly perCustomerLimit?: InputMaybe<Scalars['Int']['input']>;
  /** How it gets along with other coupons, replaced as a whole. Null means with all of them. */
  readonly stacking?: InputMaybe<StackingInput>;
  /** What its own amounts are stated in. Null means that it fits all orders. */
  readonly taxBasis?: InputMaybe<TaxBasis>;
  /** It can be used from this instant on. */
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** In place of `validFrom`: from the beginning of this day on. To clear it, clear `validFrom`. */
  readonly validFromDay?: InputMaybe<DayInput>;
  /** In place of `validUntil`: up to the end of this day. To clear it, clear `validUntil`. */
  readonly validThrough?: InputMaybe<DayInput>;
  /** It can be used up to, and not at, this instant. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A coupon that stands where this one stands cannot do that. */
export type CouponTransitionError = Error & {
  readonly __typename?: 'CouponTransitionError';
  /** COUPON_TRANSITION */
  readonly code: ErrorCode;
  /** Where it stands and what was asked, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** The mutations that are possible from there. */
  readonly possible: ReadonlyArray<Scalars['String']['output']>;
  /** Where it stands. */
  readonly status: CouponStatus;
};

/** How a coupon comes to an order. */
export type CouponTrigger =
  /** By itself, to every order that it fits. Its code is only its name, and cannot be typed. No gift card comes so. */
  | 'AUTOMATIC'
  /** Somebody types its code. */
  | 'CODE';

/** The coupon has been used, or issued to a fan, so it cannot be deleted for good: others refer to it. */
export type CouponUsedError = Error & {
  readonly __typename?: 'CouponUsedError';
  /** COUPON_USED */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** How many redemptions it has, voided ones included. */
  readonly redemptionsCount: Scalars['Int']['output'];
};

/** What a code takes off an order, used alone. */
export type CouponValuation = Valuation & {
  readonly __typename?: 'CouponValuation';
  /** The coupon that the code stands for. */
  readonly coupon: Coupon;
  /** What is taken off the items. */
  readonly discount: Money;
  /** Whether shipping is free, up to `shippingDiscount` where the cost was sent. */
  readonly freeShipping: Scalars['Boolean']['output'];
  /** What is taken off each line; they add up to the discount. Empty if only a sum was sent. */
  readonly lines: ReadonlyArray<LineDiscount>;
  /** What would be left of the limits after this use. */
  readonly remaining: RemainingUses;
  /** What the customer gets beside the order; null for coupons that only take off money. */
  readonly reward?: Maybe<Reward>;
  /** What is taken off the shipping cost; null if the cost was not sent or is not reduced. */
  readonly shippingDiscount?: Maybe<Money>;
  /** What the items cost before the discount. */
  readonly subtotal: Money;
  /** What the order's amounts, and so these, are stated in; null if the shop did not say. */
  readonly taxBasis?: Maybe<TaxBasis>;
  /** What the items cost after the discount. Shipping is not part of it. */
  readonly total: Money;
};

/** Input of `createApiKey`. */
export type CreateApiKeyInput = {
  /** From when on it is refused. Never, if not given. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is for; 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** What it may do; at least one. */
  readonly rights: ReadonlyArray<Right>;
  /** Whether it may ask only for trusted documents. A text of the sender's own is answered `TRUSTED_DOCUMENT_REQUIRED`. */
  readonly trustedDocumentsOnly: Scalars['Boolean']['input'];
};

/** Answers of `createApiKey`. */
export type CreateApiKeyResult = CreateApiKeySuccess | IdempotencyConflictError | InvalidInputError;

/** The key was made. */
export type CreateApiKeySuccess = {
  readonly __typename?: 'CreateApiKeySuccess';
  /** The key. */
  readonly apiKey: ApiKey;
  /** The secret to send. It is shown this once: a repeat with the same idempotency key gives null. */
  readonly secret?: Maybe<Scalars['String']['output']>;
};

/** Input of `createBrand`. */
export type CreateBrandInput = {
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its name; 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** What a fan who signs up gets. */
  readonly offer?: InputMaybe<OfferInput>;
  /** Where codes are handed over; http or https. */
  readonly realiserUrl?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Its name in web addresses: 1 to 50 small letters, digits and hyphens; unique. */
  readonly slug: Scalars['String']['input'];
  /** Who verifies e-mail addresses; http or https. */
  readonly verifierUrl?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `createBrand`. */
export type CreateBrandResult = BrandSlugTakenError | CouponCodeTakenError | CreateBrandSuccess | IdempotencyConflictError | InvalidInputError;

/** The brand was made. */
export type CreateBrandSuccess = {
  readonly __typename?: 'CreateBrandSuccess';
  /** The brand. */
  readonly brand: Brand;
};

/** Input of `createCampaign`. What recurs while it runs, such as a happy hour, is said by a rule that targets it: `createRule`. */
export type CreateCampaignInput = {
  /**
   * What its coupons may take off in all; without limit if not given. With it, they are refused for orders in another
   * currency: what they take off there could not be counted. It has no over-run until `updateLimit` gives it one: its id is the
   * one that `limits` has with the short form `BUDGET`.
   */
  readonly budget?: InputMaybe<MoneyInput>;
  /** Where it is shown; up to 20. */
  readonly channels: ReadonlyArray<Scalars['String']['input']>;
  /** Whether a return can cost the discount on what the customer keeps. */
  readonly clawback: ClawbackPolicy;
  /** What it is about; up to 1,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** It runs up to, and not at, this instant. */
  readonly endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** In place of `endsAt`: up to the end of this day. Kept as that instant. */
  readonly endsOn?: InputMaybe<DayInput>;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The owner's own data; up to 16 kB. Empty if not given. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Its name; 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** It runs from this instant on, once activated. */
  readonly startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** In place of `startsAt`: from the beginning of this day on. Kept as that instant. */
  readonly startsOn?: InputMaybe<DayInput>;
  /** For which causes a use is given back. Empty: for none, ever. */
  readonly usesReturn: ReadonlyArray<ReturnCause>;
};

/** Answers of `createCampaign`. */
export type CreateCampaignResult = CreateCampaignSuccess | IdempotencyConflictError | InvalidInputError;

/** The campaign was made. */
export type CreateCampaignSuccess = {
  readonly __typename?: 'CreateCampaignSuccess';
  /** The campaign. */
  readonly campaign: Campaign;
};

/** Input of `createCoupon`. What recurs while it is valid, such as a happy hour, is said by a rule that targets it: `createRule`. */
export type CreateCouponInput = {
  /** Which items it is for; all if not given. */
  readonly applicability: ApplicabilityInput;
  /** The campaign it belongs to. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 64 letters, digits and the signs - _ . Unique among the tenant's living coupons. */
  readonly code: Scalars['String']['input'];
  /** What it is for, for the retailer's own eyes; up to 1,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What it takes off. */
  readonly discount: DiscountInput;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether capital and small letters differ. */
  readonly isCaseSensitive: Scalars['Boolean']['input'];
  /** Whether it is still being prepared, and so cannot be used yet. */
  readonly isDraft: Scalars['Boolean']['input'];
  /** How often it can be used; without limit if not given. Without over-run: see `CreateLimitInput.overrun`. */
  readonly maxUses?: InputMaybe<Scalars['Int']['input']>;
  /** The owner's own data; up to 16 kB. Empty if not given. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The matching items must come to this much at least. All amounts of a coupon are in one currency. */
  readonly minimumOrder?: InputMaybe<MoneyInput>;
  /** How often one customer can use it; without limit if not given. Without over-run: see `CreateLimitInput.overrun`. */
  readonly perCustomerLimit?: InputMaybe<Scalars['Int']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** How it gets along with other coupons on the same order; with all of them if not given. */
  readonly stacking: StackingInput;
  /** What its own amounts are stated in: it can be used only for orders that state the same. It fits all orders if not given. */
  readonly taxBasis?: InputMaybe<TaxBasis>;
  /** How it comes to an order. */
  readonly trigger: CouponTrigger;
  /** It can be used from this instant on. */
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** In place of `validFrom`: from the beginning of this day on. Kept as that instant. */
  readonly validFromDay?: InputMaybe<DayInput>;
  /** In place of `validUntil`: up to the end of this day. Kept as that instant. */
  readonly validThrough?: InputMaybe<DayInput>;
  /** It can be used up to, and not at, this instant. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Answers of `createCoupon`. */
export type CreateCouponResult = CampaignNotFoundError | CouponCodeTakenError | CreateCouponSuccess | IdempotencyConflictError | InvalidInputError;

/** The coupon was made. */
export type CreateCouponSuccess = {
  readonly __typename?: 'CreateCouponSuccess';
  /** The coupon. */
  readonly coupon: Coupon;
};

/** Input of `createCouponsFromTemplate`: either `count` or `codes`. */
export type CreateCouponsFromTemplateInput = {
  /** One with each of these codes; 1 to 100, each of 1 to 64 letters, digits and the signs - _ . */
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** So many, with codes drawn by the template's pattern that no other coupon has; 1 to 100. */
  readonly count?: InputMaybe<Scalars['Int']['input']>;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether they are still being prepared, and so cannot be used yet. */
  readonly isDraft: Scalars['Boolean']['input'];
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Of which template. */
  readonly templateId: Scalars['ID']['input'];
};

/** Answers of `createCouponsFromTemplate`. */
export type CreateCouponsFromTemplateResult = CouponCodeTakenError | CreateCouponsFromTemplateSuccess | IdempotencyConflictError | InvalidInputError | TemplateNotFoundError;

/** All the coupons were made. */
export type CreateCouponsFromTemplateSuccess = {
  readonly __typename?: 'CreateCouponsFromTemplateSuccess';
  /** The coupons, in the order of `codes`; of a repeat those that are still there, as they are now. */
  readonly coupons: ReadonlyArray<Coupon>;
};

/** Input of `createLimit`. */
export type CreateLimitInput = {
  /** The attribute of the cart, 1 to 100 characters; only and always for `ATTRIBUTE`. */
  readonly attribute?: InputMaybe<Scalars['String']['input']>;
  /** Up to, and with, so much is let pass. */
  readonly ceiling: LimitAmountInput;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to add up. */
  readonly measure: LimitMeasure;
  /**
   * So much above the ceiling is let pass as well; none if not given. Of the short forms, a campaign's budget is a limit that
   * `updateLimit` gives one. A coupon's `maxUses` and `perCustomerLimit` have none: in their place, leave them out and make
   * the same limit here, of the coupon, or of the template for all that is made from it together.
   */
  readonly overrun?: InputMaybe<LimitAmountInput>;
  /** What to count apart. */
  readonly per: LimitPer;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Whose uses to limit; a coupon, a campaign, a template or the tenant has up to 20 limits. */
  readonly target: LimitTargetInput;
  /** In which span of time. */
  readonly window: LimitWindowInput;
};

/** Answers of `createLimit`. */
export type CreateLimitResult = CreateLimitSuccess | IdempotencyConflictError | InvalidInputError | LimitTargetNotFoundError | TooManyLimitsError;

/** The limit is made. */
export type CreateLimitSuccess = {
  readonly __typename?: 'CreateLimitSuccess';
  /** How many customers, channels or values had used more than the ceiling already, in the span of time that runs. */
  readonly countersAbove: Scalars['Int']['output'];
  /** The limit. */
  readonly limit: Limit;
};

/** Input of `createRule`. */
export type CreateRuleInput = {
  /** The condition; it, or the same as JSON, is needed. The segments that it names must be there. */
  readonly condition?: InputMaybe<ConditionInput>;
  /** The condition as JSON. */
  readonly conditionJson?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What it is about; up to 1,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What follows where the condition holds. */
  readonly effect: RuleEffect;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The owner's own data; up to 16 kB. Empty if not given. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Its name; 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Higher is looked at first; -1,000,000 to 1,000,000. */
  readonly priority: Scalars['Int']['input'];
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Whose coupons it is for; nobody's if not given. */
  readonly targets?: InputMaybe<RuleTargetsInput>;
};

/** Answers of `createRule`. */
export type CreateRuleResult = CreateRuleSuccess | IdempotencyConflictError | InvalidInputError | RuleTargetNotFoundError | SegmentNotFoundError | TooManyRulesError;

/** The rule was made. */
export type CreateRuleSuccess = {
  readonly __typename?: 'CreateRuleSuccess';
  /** The rule. */
  readonly rule: Rule;
};

/** Input of `createSegment`. Without a condition it is a list, of nobody as yet. */
export type CreateSegmentInput = {
  /** For whom it holds, who belongs. It may ask about the customer and the moment, not about the order nor other segments. */
  readonly condition?: InputMaybe<ConditionInput>;
  /** The same as JSON. */
  readonly conditionJson?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What it is about; up to 1,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its name; 1 to 100 characters. It never changes. */
  readonly name: Scalars['String']['input'];
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `createSegment`. */
export type CreateSegmentResult = CreateSegmentSuccess | IdempotencyConflictError | InvalidInputError | SegmentNameTakenError;

/** The segment was made. */
export type CreateSegmentSuccess = {
  readonly __typename?: 'CreateSegmentSuccess';
  /** The segment. */
  readonly segment: Segment;
};

/** Input of `createTemplate`. */
export type CreateTemplateInput = {
  /**
   * How codes are made: `{RAND:n}` stands for n random letters and digits, none of which looks like another; the rest stays.
   * At least 3 random characters; each more makes codes thirty times as hard to guess.
   */
  readonly codePattern: Scalars['String']['input'];
  /** What it is for; up to 1,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The owner's own data on the template itself; up to 16 kB. Empty if not given. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Its name; 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** What each coupon is worth, and when, and for what. */
  readonly terms: CouponTermsInput;
};

/** Answers of `createTemplate`. */
export type CreateTemplateResult = CampaignNotFoundError | CreateTemplateSuccess | IdempotencyConflictError | InvalidInputError;

/** The template was made. */
export type CreateTemplateSuccess = {
  readonly __typename?: 'CreateTemplateSuccess';
  /** The template. */
  readonly template: Template;
};

/** One comparison of a currency. */
export type CurrencyClauseInput = {
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['CurrencyCode']['input']>>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['CurrencyCode']['input']>;
};

/** The order is in another currency than the coupon, or than a limit on money that it has, its campaign's budget among them. */
export type CurrencyMismatchError = Error & {
  readonly __typename?: 'CurrencyMismatchError';
  /** CURRENCY_MISMATCH */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** The currencies that the coupon can be used in. */
  readonly couponCurrencies: ReadonlyArray<Scalars['CurrencyCode']['output']>;
  /** The coupon's currency, or its limit's; the first of `couponCurrencies`. */
  readonly couponCurrency: Scalars['CurrencyCode']['output'];
  /** Both currencies, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** The order's currency. */
  readonly orderCurrency: Scalars['CurrencyCode']['output'];
};

/** Who uses coupons, by whichever identity. */
export type Customer = {
  readonly __typename?: 'Customer';
  /** All that are known to be this customer's: ids, then e-mails, then phone numbers, each by the alphabet. */
  readonly identities: ReadonlyArray<Identity>;
  /** Under what limits count whatever the customer uses: one of the identities with its kind, such as `id:u42`. */
  readonly key: Scalars['String']['output'];
  /** When the last of them was linked; null if none ever was. */
  readonly linkedAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * Who a customer is; at least one, and best all that are known. Whoever uses or reserves a code by several of them is one
 * customer from then on, as by `linkCustomer`: limits count together whatever any of them has used. Whoever only asks is
 * answered as if they were linked already, and nobody is linked.
 */
export type CustomerInput = {
  /**
   * An e-mail, with letters of any script and all that RFC 5321 lets stand before an @ without quotes. Spaces around it, capital
   * letters, full-width letters and characters without any width make no difference, nor whether the domain is in ASCII. Nothing is
   * sent to it.
   */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /**
   * The customer's id in your own system, 1 to 200 characters. What cannot be seen makes no difference: spaces around it,
   * characters without any width (Unicode's `Cf`), and by which of two ways a letter is encoded (it is compared in NFC). All else
   * does: `U1` is not `u1`. So it is wherever a `customerId` is sent, and with the `sub` of a user token.
   */
  readonly id?: InputMaybe<Scalars['String']['input']>;
  /**
   * A phone number of 5 to 15 digits. Spaces, dashes, dots and brackets make no difference, nor whether it begins with `+`
   * or `00`. One without its country's number is kept so, and differs from the same one with it.
   */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** This customer's uses are used up. */
export type CustomerLimitReachedError = Error & {
  readonly __typename?: 'CustomerLimitReachedError';
  /** CUSTOMER_LIMIT_REACHED */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** Who. */
  readonly customerId: Scalars['String']['output'];
  /** How often one customer can use it. */
  readonly limit: Scalars['Int']['output'];
  /** The limit, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** How often this customer has used it. */
  readonly used: Scalars['Int']['output'];
};

/** The coupon has a limit per customer, so it must be known who it is for. */
export type CustomerRequiredError = Error & {
  readonly __typename?: 'CustomerRequiredError';
  /** CUSTOMER_REQUIRED */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** How often one customer can use it; null if it is another limit that counts customers apart. */
  readonly perCustomerLimit?: Maybe<Scalars['Int']['output']>;
};

/** One comparison of the date, such as `2026-12-24`. Instead of it `from`, `through`, or both may be given. */
export type DateClauseInput = {
  /** From the one to the other, both included. */
  readonly between?: InputMaybe<TextRangeInput>;
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** From this day on. */
  readonly from?: InputMaybe<Scalars['String']['input']>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['String']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['String']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['String']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['String']['input']>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['String']['input']>;
  /** Up to and with this day. */
  readonly through?: InputMaybe<Scalars['String']['input']>;
  /** A zone of the IANA database, such as `Europe/London`. */
  readonly zone: Scalars['String']['input'];
};

/**
 * A day by the clocks of a zone, all of it: also where they go forward or back on it. A day whose midnight they leave out begins
 * with the first instant that they show of it.
 */
export type DayInput = {
  /** Such as `2026-12-24`. */
  readonly date: Scalars['String']['input'];
  /** A zone of the IANA database, such as `Europe/London`. */
  readonly zone: Scalars['String']['input'];
};

/** Answers of `deactivateCoupon`. Deactivating an inactive coupon changes nothing and succeeds. */
export type DeactivateCouponResult = CouponNotFoundError | CouponTransitionError | DeactivateCouponSuccess | IdempotencyConflictError;

/** The coupon is inactive. */
export type DeactivateCouponSuccess = {
  readonly __typename?: 'DeactivateCouponSuccess';
  /** The coupon as it is now. */
  readonly coupon: Coupon;
};

/** Amounts from one to another, both included. */
export type DecimalRangeInput = {
  /** The last. */
  readonly high: Scalars['Decimal']['input'];
  /** The first. */
  readonly low: Scalars['Decimal']['input'];
};

/** Input of `deleteCoupon`. */
export type DeleteCouponInput = {
  /** For good, without a trace but in the audit log. Needs the right ADMIN, and that the coupon was never used. */
  readonly hard: Scalars['Boolean']['input'];
  /** Which coupon. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `deleteCoupon`. */
export type DeleteCouponResult = CouponNotFoundError | CouponUsedError | DeleteCouponSuccess | IdempotencyConflictError;

/** The coupon is deleted. */
export type DeleteCouponSuccess = {
  readonly __typename?: 'DeleteCouponSuccess';
  /** The id that it had. */
  readonly couponId: Scalars['ID']['output'];
};

/** Input of `deleteLimit`. */
export type DeleteLimitInput = {
  /** Which limit. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `deleteLimit`. */
export type DeleteLimitResult = DeleteLimitSuccess | IdempotencyConflictError | LimitNotFoundError;

/** The limit is dropped. */
export type DeleteLimitSuccess = {
  readonly __typename?: 'DeleteLimitSuccess';
  /** The id that it had. */
  readonly limitId: Scalars['ID']['output'];
};

/** Input of `deleteRule`. */
export type DeleteRuleInput = {
  /** Which rule. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `deleteRule`. */
export type DeleteRuleResult = DeleteRuleSuccess | IdempotencyConflictError | RuleNotFoundError;

/** The rule was deleted. */
export type DeleteRuleSuccess = {
  readonly __typename?: 'DeleteRuleSuccess';
  /** The id that it had. */
  readonly ruleId: Scalars['ID']['output'];
};

/** Input of `deleteSegment`. */
export type DeleteSegmentInput = {
  /** Which segment. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `deleteSegment`. */
export type DeleteSegmentResult = DeleteSegmentSuccess | IdempotencyConflictError | SegmentInUseError | SegmentNotFoundError;

/** The segment was deleted, and its list with it. */
export type DeleteSegmentSuccess = {
  readonly __typename?: 'DeleteSegmentSuccess';
  /** The id that it had. */
  readonly segmentId: Scalars['ID']['output'];
};

/** Input of `deleteTemplate`. */
export type DeleteTemplateInput = {
  /** Which template. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `deleteTemplate`. */
export type DeleteTemplateResult = DeleteTemplateSuccess | IdempotencyConflictError | TemplateInUseError | TemplateNotFoundError;

/** The template is deleted. */
export type DeleteTemplateSuccess = {
  readonly __typename?: 'DeleteTemplateSuccess';
  /** The id that it had. */
  readonly templateId: Scalars['ID']['output'];
};

/** Input of `deleteTestCodes`. */
export type DeleteTestCodesInput = {
  /** The coupon that they were copied from; all test coupons of the tenant if not given. */
  readonly couponId?: InputMaybe<Scalars['ID']['input']>;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `deleteTestCodes`. */
export type DeleteTestCodesResult = CouponNotFoundError | DeleteTestCodesSuccess | IdempotencyConflictError;

/** The test coupons are gone. */
export type DeleteTestCodesSuccess = {
  readonly __typename?: 'DeleteTestCodesSuccess';
  /** How many there were. */
  readonly deletedCount: Scalars['Int']['output'];
};

/** Something sent for a fan, after commit and until it succeeds or is given up. */
export type Delivery = Node & {
  readonly __typename?: 'Delivery';
  /** How often it was tried. */
  readonly attempts: Scalars['Int']['output'];
  /** When it was put in the queue. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it succeeded. */
  readonly deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** The delivery's id, which the receiver gets as the header `Idempotency-Key` with every attempt. */
  readonly id: Scalars['ID']['output'];
  /** What is sent, and how. */
  readonly kind: DeliveryKind;
  /** Why the last attempt failed. */
  readonly lastError?: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  readonly status: DeliveryStatus;
};

/** What is sent, and how. */
export type DeliveryKind =
  /**
   * A POST of { fan_name, email, facebook_handle, discount_name, coupon_code, discount_type, discount_amount,
   * description, usage_limit, free_shipping } to the brand's realiser.
   */
  | 'CODE_HANDOVER'
  /** The activation link, by e-mail. */
  | 'VERIFICATION_EMAIL'
  /** A POST of { email, token, brand } to the brand's verifier. */
  | 'VERIFIER_CALL';

/** The tenant has no such delivery. */
export type DeliveryNotFoundError = Error & {
  readonly __typename?: 'DeliveryNotFoundError';
  /** DELIVERY_NOT_FOUND */
  readonly code: ErrorCode;
  /** The id that was sent. */
  readonly deliveryId: Scalars['ID']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** Where a delivery stands. */
export type DeliveryStatus =
  /** The receiver said yes. */
  | 'DELIVERED'
  /** Given up after the last attempt; see `retryDelivery`. */
  | 'FAILED'
  /** In the queue, or being tried again. */
  | 'PENDING';

/** The delivery succeeded; there is nothing to retry. */
export type DeliverySucceededError = Error & {
  readonly __typename?: 'DeliverySucceededError';
  /** DELIVERY_SUCCEEDED */
  readonly code: ErrorCode;
  /** When. */
  readonly deliveredAt: Scalars['DateTime']['output'];
  /** When, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** What a coupon takes off. How each kind is reckoned is said, with examples, in docs/discounts.md. */
export type Discount = {
  /** Which kind of discount this is. */
  readonly kind: DiscountKind;
};

/** What percentages are reckoned on. */
export type DiscountBase =
  /** What items cost before any discount; never more than what is left of it. */
  | 'INITIAL'
  /** What the discounts before have left. */
  | 'RUNNING';

/** A discount; exactly one kind. */
export type DiscountInput =
  /** Some units for less to whoever buys others. */
  { readonly buyXGetY: BuyXGetYDiscountInput; readonly fixed?: never; readonly fixedPrice?: never; readonly freeShipping?: never; readonly giftCard?: never; readonly percentage?: never; readonly reward?: never; readonly tiered?: never; }
  |  /** An amount of money. */
  { readonly buyXGetY?: never; readonly fixed: FixedDiscountInput; readonly fixedPrice?: never; readonly freeShipping?: never; readonly giftCard?: never; readonly percentage?: never; readonly reward?: never; readonly tiered?: never; }
  |  /** So many units for a price. */
  { readonly buyXGetY?: never; readonly fixed?: never; readonly fixedPrice: FixedPriceDiscountInput; readonly freeShipping?: never; readonly giftCard?: never; readonly percentage?: never; readonly reward?: never; readonly tiered?: never; }
  |  /** The shipping cost. */
  { readonly buyXGetY?: never; readonly fixed?: never; readonly fixedPrice?: never; readonly freeShipping: FreeShippingDiscountInput; readonly giftCard?: never; readonly percentage?: never; readonly reward?: never; readonly tiered?: never; }
  |  /** Money that was paid beforehand. */
  { readonly buyXGetY?: never; readonly fixed?: never; readonly fixedPrice?: never; readonly freeShipping?: never; readonly giftCard: GiftCardDiscountInput; readonly percentage?: never; readonly reward?: never; readonly tiered?: never; }
  |  /** A share of a price. */
  { readonly buyXGetY?: never; readonly fixed?: never; readonly fixedPrice?: never; readonly freeShipping?: never; readonly giftCard?: never; readonly percentage: PercentageDiscountInput; readonly reward?: never; readonly tiered?: never; }
  |  /** Something beside the order. */
  { readonly buyXGetY?: never; readonly fixed?: never; readonly fixedPrice?: never; readonly freeShipping?: never; readonly giftCard?: never; readonly percentage?: never; readonly reward: RewardInput; readonly tiered?: never; }
  |  /** The more is bought, the more is taken off. */
  { readonly buyXGetY?: never; readonly fixed?: never; readonly fixedPrice?: never; readonly freeShipping?: never; readonly giftCard?: never; readonly percentage?: never; readonly reward?: never; readonly tiered: TieredDiscountInput; };

/** Items by any of their names. */
export type DiscountItems = {
  readonly __typename?: 'DiscountItems';
  /** Categories. */
  readonly categories: ReadonlyArray<Scalars['String']['output']>;
  /** Ids of products; a product without variants goes by its sku. */
  readonly products: ReadonlyArray<Scalars['String']['output']>;
  /** Skus. */
  readonly skus: ReadonlyArray<Scalars['String']['output']>;
  /** Tags. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
};

/** See `DiscountItems`. At least one name; up to 500 of each sort. */
export type DiscountItemsInput = {
  /** Categories. */
  readonly categories: ReadonlyArray<Scalars['String']['input']>;
  /** Ids of products; a product without variants goes by its sku. */
  readonly products: ReadonlyArray<Scalars['String']['input']>;
  /** Skus. */
  readonly skus: ReadonlyArray<Scalars['String']['input']>;
  /** Tags. */
  readonly tags: ReadonlyArray<Scalars['String']['input']>;
};

/** Kinds of discounts. */
export type DiscountKind =
  /** Some units for less to whoever buys others: `BuyXGetYDiscount`. */
  | 'BUY_X_GET_Y'
  /** An amount of money: `FixedDiscount`. */
  | 'FIXED'
  /** So many units for a price: `FixedPriceDiscount`. */
  | 'FIXED_PRICE'
  /** The shipping cost: `FreeShippingDiscount`. */
  | 'FREE_SHIPPING'
  /** Money that was paid beforehand: `GiftCardDiscount`. */
  | 'GIFT_CARD'
  /** A share of the price: `PercentageDiscount`. */
  | 'PERCENTAGE'
  /** Something beside the order: `RewardDiscount`. */
  | 'REWARD'
  /** The more is bought, the more is taken off: `TieredDiscount`. */
  | 'TIERED';

/** What of an order a discount is taken off. */
export type DiscountTarget =
  /** Of the units that the coupon is for the cheapest `units`, by their prices before any discount. Needs a cart. */
  | 'CHEAPEST'
  /** The items that the coupon is for. */
  | 'MATCHING_ITEMS'
  /** Of the units that the coupon is for the most expensive `units`, by their prices before any discount. Needs a cart. */
  | 'MOST_EXPENSIVE'
  /** All items. Which items the coupon is for decides only whether it can be used. */
  | 'ORDER'
  /** The shipping cost, which must be sent. */
  | 'SHIPPING';

/** What is taken off from some amount or quantity on. */
export type DiscountTier = {
  readonly __typename?: 'DiscountTier';
  /** How much is taken off in all; the first of `amounts`. Null if it is a share. */
  readonly amount?: Maybe<Money>;
  /** How much is taken off in all in each of its currencies; empty if it is a share. */
  readonly amounts: ReadonlyArray<Money>;
  /** The amount to reach; the first of `fromAmounts`. Null if it is a quantity. */
  readonly fromAmount?: Maybe<Money>;
  /** The amount to reach in each of its currencies; empty if it is a quantity. */
  readonly fromAmounts: ReadonlyArray<Money>;
  /** The quantity to reach; null if it is an amount. */
  readonly fromQuantity?: Maybe<Scalars['Int']['output']>;
  /** How many per cent are taken off; null if it is an amount. */
  readonly percent?: Maybe<Scalars['Decimal']['output']>;
};

/** See `DiscountTier`. All tiers take off per cent, or all of them amounts. */
export type DiscountTierInput = {
  /** Instead of `percent`: how much is taken off in all; above 0. */
  readonly amount?: InputMaybe<MoneyInput>;
  /** Instead of `amount`: one for each currency that the coupon is to be used in; up to 50. */
  readonly amounts?: InputMaybe<ReadonlyArray<MoneyInput>>;
  /** The amount to reach, for tiers by AMOUNT. */
  readonly fromAmount?: InputMaybe<MoneyInput>;
  /** Instead of `fromAmount`: one for each currency that the coupon is to be used in; up to 50. */
  readonly fromAmounts?: InputMaybe<ReadonlyArray<MoneyInput>>;
  /** The quantity to reach, for tiers by QUANTITY; 1 to 1,000,000. */
  readonly fromQuantity?: InputMaybe<Scalars['Int']['input']>;
  /** How many per cent are taken off, above 0 and up to 100. */
  readonly percent?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A limit that holds for what was asked about, and where it stands. */
export type EffectiveLimit = {
  readonly __typename?: 'EffectiveLimit';
  /** The attribute of the cart by whose values is counted, for `ATTRIBUTE`. */
  readonly attribute?: Maybe<Scalars['String']['output']>;
  /** Up to, and with, so much is let pass. */
  readonly ceiling: LimitAmount;
  /** Since when is counted; null for all time. */
  readonly countedFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Whether nothing is left up to the ceiling; null if customers are counted apart, and none was named. */
  readonly isReached?: Maybe<Scalars['Boolean']['output']>;
  /** Among whose uses: the customer, as in `Customer.key`, the channel or the attribute's value. Null for `EVERYONE`, and if it was not said. */
  readonly key?: Maybe<Scalars['String']['output']>;
  /** What is left up to the ceiling; null if customers are counted apart, and none was named. */
  readonly left?: Maybe<LimitAmount>;
  /** The limit as it was made. Null for what a coupon keeps itself: its `maxUses` and its `perCustomerLimit`. */
  readonly limit?: Maybe<Limit>;
  /** What is added up. */
  readonly measure: LimitMeasure;
  /** So much above the ceiling is let pass as well. */
  readonly overrun: LimitAmount;
  /** What is counted apart. */
  readonly per: LimitPer;
  /** When its span of time begins anew, or what was used first leaves a rolling one; null where neither comes. */
  readonly resetsAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is the long form of, if of anything. */
  readonly shortForm?: Maybe<LimitShortForm>;
  /** Whose uses are limited. */
  readonly target: LimitTarget;
  /** What is used of it; null if customers are counted apart, and none was named. */
  readonly used?: Maybe<LimitAmount>;
  /** In which span of time. */
  readonly window: LimitWindow;
};

/** Answers of `endCampaign`. Ending an ended campaign changes nothing and succeeds. */
export type EndCampaignResult = CampaignNotFoundError | CampaignTransitionError | EndCampaignSuccess | IdempotencyConflictError;

/** The campaign is over. */
export type EndCampaignSuccess = {
  readonly __typename?: 'EndCampaignSuccess';
  /** The campaign as it is now. */
  readonly campaign: Campaign;
};

/**
 * A failure that a caller can expect and act upon. Ask for `... on Error { code message }` beside the
 * failures you handle, so that kinds added later are caught as well.
 */
export type Error = {
  /** Which kind of failure this is, stable for programs. */
  readonly code: ErrorCode;
  /** What went wrong, in a sentence for people. */
  readonly message: Scalars['String']['output'];
};

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
  /** See `CouponConflictError`. */
  | 'COUPON_CONFLICT'
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
  /** `GiftCardEmptyError` */
  | 'GIFT_CARD_EMPTY'
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
  /** See `OutbidByOthersError`. */
  | 'OUTBID_BY_OTHERS'
  /** See `OutcomeUnknownError`. */
  | 'OUTCOME_UNKNOWN'
  /** See `OverloadedError`. */
  | 'OVERLOADED'
  /** See `PromotionsRefusedError`. */
  | 'PROMOTIONS_REFUSED'
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
  /** `RuleNotFoundError` */
  | 'RULE_NOT_FOUND'
  /** See `RuleNotMetError`. */
  | 'RULE_NOT_MET'
  /** `RuleTargetNotFoundError` */
  | 'RULE_TARGET_NOT_FOUND'
  /** See `SavingChangedError`. */
  | 'SAVING_CHANGED'
  /** `SegmentInUseError` */
  | 'SEGMENT_IN_USE'
  /** `SegmentNameTakenError` */
  | 'SEGMENT_NAME_TAKEN'
  /** `SegmentNotFoundError` */
  | 'SEGMENT_NOT_FOUND'
  /** `SegmentNotListedError` */
  | 'SEGMENT_NOT_LISTED'
  /** `TaxBasisMismatchError` */
  | 'TAX_BASIS_MISMATCH'
  /** `TemplateInUseError` */
  | 'TEMPLATE_IN_USE'
  /** `TemplateNotFoundError` */
  | 'TEMPLATE_NOT_FOUND'
  /** See `TooManyIdentitiesError`. */
  | 'TOO_MANY_IDENTITIES'
  /** `TooManyLimitsError` */
  | 'TOO_MANY_LIMITS'
  /** `TooManyRulesError` */
  | 'TOO_MANY_RULES'
  /** `TooManyTestCodesError` */
  | 'TOO_MANY_TEST_CODES'
  /** `UsageLimitReachedError` */
  | 'USAGE_LIMIT_REACHED'
  /** `VersionConflictError` */
  | 'VERSION_CONFLICT';

/** Input of `evaluateSegment`. */
export type EvaluateSegmentInput = {
  /** At which instant; now if not given. Lists are as they are now, whatever is given. */
  readonly at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who, by an e-mail or a phone number as well. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who, by an id in your own system. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** What the shop knows of the customer, for a segment's condition. */
  readonly profile?: InputMaybe<ProfileInput>;
  /** To which. */
  readonly segment: SegmentByInput;
};

/** Answers of `evaluateSegment`. */
export type EvaluateSegmentResult = EvaluateSegmentSuccess | InvalidInputError | SegmentNotFoundError | TooManyIdentitiesError;

/** The customer belongs, or does not. */
export type EvaluateSegmentSuccess = {
  readonly __typename?: 'EvaluateSegmentSuccess';
  /** Whether, and why. */
  readonly membership: SegmentMembership;
};

/** Input of `evaluateSegments`. */
export type EvaluateSegmentsInput = {
  /** At which instant; now if not given. Lists are as they are now, whatever is given. */
  readonly at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who; 1 to 100. */
  readonly customers: ReadonlyArray<SegmentCustomerInput>;
  /** To which; 1 to 20. */
  readonly segments: ReadonlyArray<SegmentByInput>;
};

/** Answers of `evaluateSegments`. */
export type EvaluateSegmentsResult = EvaluateSegmentsSuccess | InvalidInputError | SegmentNotFoundError | TooManyIdentitiesError;

/** Each customer belongs to each segment, or does not. */
export type EvaluateSegmentsSuccess = {
  readonly __typename?: 'EvaluateSegmentsSuccess';
  /** The customers in the order in which they were sent. */
  readonly customers: ReadonlyArray<SegmentCustomer>;
};

/** A person who signed up with a brand. */
export type Fan = Node & {
  readonly __typename?: 'Fan';
  /** When their e-mail was verified, or the code issued without. Needs READ. */
  readonly activatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The brand. */
  readonly brand: Brand;
  /** The coupon issued to them. Needs READ: whoever may only enrol learns no codes. */
  readonly coupon?: Maybe<Coupon>;
  /** When they signed up. Needs READ. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was sent for them, oldest first. Needs READ. */
  readonly deliveries?: Maybe<ReadonlyArray<Delivery>>;
  /** Their e-mail, as they wrote it. Needs READ. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** The fan's id. */
  readonly id: Scalars['ID']['output'];
  /** Their name. Needs READ: signing a stranger's e-mail up again does not tell whose it is. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Their handle on a social network. Needs READ. */
  readonly socialHandle?: Maybe<Scalars['String']['output']>;
  /** Where they stand. */
  readonly status: FanStatus;
};

/** A page of fans. */
export type FanConnection = {
  readonly __typename?: 'FanConnection';
  /** The fans, each with its cursor. */
  readonly edges: ReadonlyArray<FanEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A fan in a list. */
export type FanEdge = {
  readonly __typename?: 'FanEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The fan. */
  readonly node: Fan;
};

/** Which fans. Everything given must hold. */
export type FanFilter = {
  /** Of this brand. */
  readonly brandId?: InputMaybe<Scalars['ID']['input']>;
  /** With this e-mail, however it is written. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** With this status. */
  readonly status?: InputMaybe<FanStatus>;
};

/** Where a fan stands. */
export type FanStatus =
  /** Has a code. */
  | 'ACTIVE'
  /** Signed up; the e-mail is not verified yet. */
  | 'PENDING';

/** What the first tier of a coupon asks for, and what the matching items come to. */
export type FirstTier = {
  readonly __typename?: 'FirstTier';
  /** What they come to; null if tiers go by quantity. */
  readonly currentAmount?: Maybe<Money>;
  /** How many there are; null if tiers go by amount. */
  readonly currentQuantity?: Maybe<Scalars['Int']['output']>;
  /** What they have to come to; null if tiers go by quantity. */
  readonly requiredAmount?: Maybe<Money>;
  /** How many there have to be; null if tiers go by amount. */
  readonly requiredQuantity?: Maybe<Scalars['Int']['output']>;
};

/** An amount in all, and not for each unit; never more than there is to pay. */
export type FixedDiscount = Discount & {
  readonly __typename?: 'FixedDiscount';
  /** How much; the first of `amounts`. */
  readonly amount: Money;
  /** How much in each of its currencies. */
  readonly amounts: ReadonlyArray<Money>;
  /** Whether shipping is free as well. */
  readonly freeShipping: Scalars['Boolean']['output'];
  /** FIXED */
  readonly kind: DiscountKind;
  /** What it is taken off. */
  readonly target: DiscountTarget;
  /** How many units; null for targets that do not count them. */
  readonly units?: Maybe<Scalars['Int']['output']>;
};

/** See `FixedDiscount`. */
export type FixedDiscountInput = {
  /** How much; above 0. */
  readonly amount?: InputMaybe<MoneyInput>;
  /** Instead of `amount`: one for each currency that the coupon is to be used in; up to 50. */
  readonly amounts?: InputMaybe<ReadonlyArray<MoneyInput>>;
  /** Whether shipping is free as well. Not if the target is SHIPPING. */
  readonly freeShipping: Scalars['Boolean']['input'];
  /** What it is taken off. */
  readonly target: DiscountTarget;
  /** How many units, for CHEAPEST and MOST_EXPENSIVE; 1 if not given, up to 1,000,000. */
  readonly units?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * So many matching units for a price. Units are grouped from the most expensive on; only full groups are for the price, and
 * a group that costs less already stays as it is. Needs a cart.
 */
export type FixedPriceDiscount = Discount & {
  readonly __typename?: 'FixedPriceDiscount';
  /** How many units are for the price. */
  readonly groupSize: Scalars['Int']['output'];
  /** FIXED_PRICE */
  readonly kind: DiscountKind;
  /** What a group costs; the first of `prices`. */
  readonly price: Money;
  /** What a group costs in each of its currencies. */
  readonly prices: ReadonlyArray<Money>;
};

/** See `FixedPriceDiscount`. */
export type FixedPriceDiscountInput = {
  /** How many units are for the price; 1 to 1,000,000. Each unit costs it if not given. */
  readonly groupSize: Scalars['Int']['input'];
  /** What a group costs; above 0. */
  readonly price?: InputMaybe<MoneyInput>;
  /** Instead of `price`: one for each currency that the coupon is to be used in; up to 50. */
  readonly prices?: InputMaybe<ReadonlyArray<MoneyInput>>;
};

/** The shipping cost. */
export type FreeShippingDiscount = Discount & {
  readonly __typename?: 'FreeShippingDiscount';
  /** Only where the order is sent to one of these, in the two letters of ISO 3166-1; to everywhere if empty. */
  readonly countries: ReadonlyArray<Scalars['String']['output']>;
  /** FREE_SHIPPING */
  readonly kind: DiscountKind;
  /** Shipping is paid up to this much, and the customer pays the rest; the first of `maximums`. */
  readonly maximum?: Maybe<Money>;
  /** The same in each of its currencies; empty if it has no maximum. */
  readonly maximums: ReadonlyArray<Money>;
};

/** See `FreeShippingDiscount`. Send `{}` for shipping free without a ceiling. */
export type FreeShippingDiscountInput = {
  /** Only to these countries, in the two letters of ISO 3166-1; up to 250. To everywhere if there are none. */
  readonly countries: ReadonlyArray<Scalars['String']['input']>;
  /** Shipping is paid up to this much; the customer pays the rest. */
  readonly maximum?: InputMaybe<MoneyInput>;
  /** Instead of `maximum`: one for each currency that the coupon is to be used in; up to 50. */
  readonly maximums?: InputMaybe<ReadonlyArray<MoneyInput>>;
};

/** Input of `generateTestCodes`. */
export type GenerateTestCodesInput = {
  /** How many; 1 to 1,000. A tenant has up to 10,000. */
  readonly count: Scalars['Int']['input'];
  /** The coupon to copy, in whatever state but deleted. */
  readonly couponId: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * How their codes are made: `{RAND:n}` stands for n random letters and digits, none of which looks like another; the rest
   * stays. There must be enough of them for the number of codes.
   */
  readonly pattern: Scalars['String']['input'];
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `generateTestCodes`. */
export type GenerateTestCodesResult = CouponNotFoundError | GenerateTestCodesSuccess | IdempotencyConflictError | InvalidInputError | TooManyTestCodesError;

/** The test coupons were made. */
export type GenerateTestCodesSuccess = {
  readonly __typename?: 'GenerateTestCodesSuccess';
  /** The test coupons; of a repeat those that have not been deleted since. */
  readonly coupons: ReadonlyArray<Coupon>;
};

/** What is had for less. */
export type GetY = {
  readonly __typename?: 'GetY';
  /** Which of the items that the coupon is for; null for the cheaper ones of those to buy. */
  readonly items?: Maybe<DiscountItems>;
  /** How many per cent are taken off them; 100 makes them free. */
  readonly percent: Scalars['Decimal']['output'];
  /** How many units. */
  readonly quantity: Scalars['Int']['output'];
};

/** See `GetY`. */
export type GetYInput = {
  /** Which of the items that the coupon is for; the cheaper ones of those to buy if not given. */
  readonly items?: InputMaybe<DiscountItemsInput>;
  /** How many per cent are taken off them, above 0; 100 makes them free. */
  readonly percent: Scalars['Decimal']['input'];
  /** How many units; 1 to 10,000. */
  readonly quantity: Scalars['Int']['input'];
};

/**
 * Money that was paid beforehand: it pays for the matching items as far as it goes, and what is left is there for the next
 * order. How much that is says `Coupon.balance`.
 */
export type GiftCardDiscount = Discount & {
  readonly __typename?: 'GiftCardDiscount';
  /** What the gift card was issued with. */
  readonly initialBalance: Money;
  /** GIFT_CARD */
  readonly kind: DiscountKind;
};

/** See `GiftCardDiscount`. */
export type GiftCardDiscountInput = {
  /** What it is issued with; above 0. It is in this currency for good. */
  readonly balance: MoneyInput;
};

/** Nothing is left on the gift card. What is given back of what it paid for goes on it again. */
export type GiftCardEmptyError = Error & {
  readonly __typename?: 'GiftCardEmptyError';
  /** What is left on it: nothing, in its currency. */
  readonly balance: Money;
  /** GIFT_CARD_EMPTY */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** One time that a gift card's balance changed. They add up to the balance. */
export type GiftCardMovement = {
  readonly __typename?: 'GiftCardMovement';
  /** How much: positive is put on the card, negative is taken off it. */
  readonly amount: Money;
  /** What was left right after it. */
  readonly balance: Money;
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The movement's id. */
  readonly id: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: GiftCardMovementKind;
  /** The redemption that took it off, or whose use was given back; null when the card was issued. */
  readonly redemptionId?: Maybe<Scalars['ID']['output']>;
};

/** A page of a gift card's movements. */
export type GiftCardMovementConnection = {
  readonly __typename?: 'GiftCardMovementConnection';
  /** The movements, each with its cursor. */
  readonly edges: ReadonlyArray<GiftCardMovementEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A movement in a list. */
export type GiftCardMovementEdge = {
  readonly __typename?: 'GiftCardMovementEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The movement. */
  readonly node: GiftCardMovement;
};

/** What can happen to a gift card's balance. */
export type GiftCardMovementKind =
  /** The card was made. */
  | 'ISSUED'
  /** It was used. */
  | 'REDEEMED'
  /** What was taken off was put back, or a part of it. */
  | 'RETURNED';

/** The same idempotency key was used before for the same operation with another input. Nothing was written. */
export type IdempotencyConflictError = Error & {
  readonly __typename?: 'IdempotencyConflictError';
  /** IDEMPOTENCY_CONFLICT */
  readonly code: ErrorCode;
  /** The key that was sent. */
  readonly idempotencyKey: Scalars['String']['output'];
  /** Which key and operation, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** By what a customer is known. */
export type Identity = {
  readonly __typename?: 'Identity';
  /** What it is. */
  readonly kind: IdentityKind;
  /** In the form in which it is compared: an e-mail in small letters, a phone number without spaces. */
  readonly value: Scalars['String']['output'];
};

/** One identity of a customer, written as in `CustomerInput`. */
export type IdentityInput =
  /** An e-mail. */
  { readonly email: Scalars['String']['input']; readonly id?: never; readonly phone?: never; }
  |  /** The customer's id in your own system. */
  { readonly email?: never; readonly id: Scalars['String']['input']; readonly phone?: never; }
  |  /** A phone number. */
  { readonly email?: never; readonly id?: never; readonly phone: Scalars['String']['input']; };

/** Kinds of identities. */
export type IdentityKind =
  /** An e-mail. */
  | 'EMAIL'
  /** The customer's id in your own system. */
  | 'ID'
  /** A phone number. */
  | 'PHONE';

/** One thing that is wrong with an input. */
export type InputProblem = {
  readonly __typename?: 'InputProblem';
  /** What is wrong there, and what was expected. */
  readonly message: Scalars['String']['output'];
  /** Where it is, from the input object inwards: ["discount", "percentage", "percent"]. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** One comparison of an instant of the customer's history. */
export type InstantClauseInput = {
  /** From the one to the other, both included. */
  readonly between?: InputMaybe<InstantRangeInput>;
  /** Whether anything was said of it. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Instants from one to another, both included. */
export type InstantRangeInput = {
  /** The last. */
  readonly high: Scalars['DateTime']['input'];
  /** The first. */
  readonly low: Scalars['DateTime']['input'];
};

/** Whole numbers from one to another, both included. */
export type IntRangeInput = {
  /** The last. */
  readonly high: Scalars['Int']['input'];
  /** The first. */
  readonly low: Scalars['Int']['input'];
};

/** The input is well-formed GraphQL, but does not make sense. Nothing was written. */
export type InvalidInputError = Error & {
  readonly __typename?: 'InvalidInputError';
  /** INVALID_INPUT */
  readonly code: ErrorCode;
  /** The first problem, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** Every problem found, each with the place in the input. */
  readonly problems: ReadonlyArray<InputProblem>;
};

/** A selection of items: those that match any of these names. */
export type ItemSelection = {
  readonly __typename?: 'ItemSelection';
  /** Their categories. */
  readonly categories: ReadonlyArray<Scalars['String']['output']>;
  /** Their products, by id; a product without variants goes by its sku. */
  readonly products: ReadonlyArray<Scalars['String']['output']>;
  /** Their skus. */
  readonly skus: ReadonlyArray<Scalars['String']['output']>;
  /** Their tags. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
};

/** Items that match any of these names; at least one, and at most 500. */
export type ItemSelectionInput = {
  /** Their categories. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Their products, by id; a product without variants goes by its sku. */
  readonly products?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Their skus. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Their tags. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** How items are counted. */
export type ItemUnit =
  /** By the lines of the cart. */
  | 'LINES'
  /** By their quantities. */
  | 'UNITS';

/** A ceiling on what is used: of what, by whom, in which span of time, measured how. */
export type Limit = Node & {
  readonly __typename?: 'Limit';
  /** The attribute of the cart by whose values is counted, for `ATTRIBUTE`. */
  readonly attribute?: Maybe<Scalars['String']['output']>;
  /** Up to, and with, so much is let pass. */
  readonly ceiling: LimitAmount;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The limit's id. */
  readonly id: Scalars['ID']['output'];
  /** What is added up. */
  readonly measure: LimitMeasure;
  /** So much above the ceiling is let pass as well, and recorded as over-run. */
  readonly overrun: LimitAmount;
  /** What is counted apart. */
  readonly per: LimitPer;
  /** Of what it is the long form, if it is one. */
  readonly shortForm?: Maybe<LimitShortForm>;
  /** Whose uses are limited. */
  readonly target: LimitTarget;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each change; send it with `updateLimit`. */
  readonly version: Scalars['Int']['output'];
  /** In which span of time. */
  readonly window: LimitWindow;
};

/** So much in a limit's measure: one of the two. */
export type LimitAmount = {
  readonly __typename?: 'LimitAmount';
  /** For `DISCOUNT` and `ORDER_VALUE`. */
  readonly money?: Maybe<Money>;
  /** For `USES`. */
  readonly uses?: Maybe<Scalars['Int']['output']>;
};

/**
 * So much in a limit's measure. Money is counted in its currency alone, and never converted. What a tenant's limit is not
 * in, it does not limit. What a coupon's, a campaign's or a template's is not in, it refuses with `CurrencyMismatchError`,
 * since it would be taken off uncounted; unless its target has a limit like it in the order's currency: then that one limits
 * the order. Alike are limits with the same target, `per`, `attribute`, `measure` and `window`, in whatever zone. So a budget
 * for each currency is a limit for each. What was redeemed in other currencies before there was the limit is not counted.
 */
export type LimitAmountInput =
  /** For `DISCOUNT` and `ORDER_VALUE`. */
  { readonly money: MoneyInput; readonly uses?: never; }
  |  /** For `USES`. */
  { readonly money?: never; readonly uses: Scalars['Int']['input']; };

/** What is added up. */
export type LimitMeasure =
  /** The money that is taken off items and shipping; in which currency, see `LimitAmountInput`. */
  | 'DISCOUNT'
  /** What the items cost before the discount; in which currency, see `LimitAmountInput`. */
  | 'ORDER_VALUE'
  /** How often. */
  | 'USES';

/** The tenant has no such limit. */
export type LimitNotFoundError = Error & {
  readonly __typename?: 'LimitNotFoundError';
  /** LIMIT_NOT_FOUND */
  readonly code: ErrorCode;
  /** The id that was sent. */
  readonly limitId: Scalars['ID']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** By how much a redemption ran over a limit that allows it. */
export type LimitOverrun = {
  readonly __typename?: 'LimitOverrun';
  /** By how much. */
  readonly amount: LimitAmount;
  /** The limit. */
  readonly limitId: Scalars['ID']['output'];
};

/** Changes of a limit. What is left out stays as it is; null clears. What else a limit says cannot be changed. */
export type LimitPatch = {
  /** Up to, and with, so much is let pass. In the same measure and currency; cannot be cleared. */
  readonly ceiling?: InputMaybe<LimitAmountInput>;
  /** So much above the ceiling is let pass as well. Null means nothing. */
  readonly overrun?: InputMaybe<LimitAmountInput>;
};

/** What is counted apart. */
export type LimitPer =
  /** Each value of a named attribute of the cart, letter by letter as it is sent; uses without it count together. */
  | 'ATTRIBUTE'
  /** Each channel, letter by letter as it is sent; uses without one count together. */
  | 'CHANNEL'
  /** Each customer, by all the identities that are linked. */
  | 'CUSTOMER'
  /** Nothing: all uses count together. */
  | 'EVERYONE';

/** A limit would be exceeded, its over-run included. Its amounts are told to keys that may READ, and null for others. */
export type LimitReachedError = Error & {
  readonly __typename?: 'LimitReachedError';
  /** What this use would have taken. Null without READ. */
  readonly asked?: Maybe<LimitAmount>;
  /** LIMIT_REACHED */
  readonly code: ErrorCode;
  /** What is used of it. Null without READ. */
  readonly counted?: Maybe<LimitAmount>;
  /** The coupon's code. */
  readonly couponCode: Scalars['String']['output'];
  /** What is left of it. Null without READ. */
  readonly left?: Maybe<LimitAmount>;
  /** How much is used and would be, in a sentence; without READ, only that it would be too much. */
  readonly message: Scalars['String']['output'];
  /** The limit. Null without READ. */
  readonly reached?: Maybe<Limit>;
  /**
   * When its span of time begins anew; of a rolling one, from when on it has room for this use, if nothing else is used meanwhile.
   * Null where neither comes.
   */
  readonly resetsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a limit can be the long form of. */
export type LimitShortForm =
  /** A campaign's budget. */
  | 'BUDGET'
  /** A coupon's `maxUses`. */
  | 'MAX_USES'
  /** A coupon's `perCustomerLimit`. */
  | 'PER_CUSTOMER_LIMIT';

/** Whose uses are limited. */
export type LimitTarget = {
  readonly __typename?: 'LimitTarget';
  /** The campaign's id, for `CAMPAIGN`. */
  readonly campaignId?: Maybe<Scalars['ID']['output']>;
  /** The coupon's id, for `COUPON`. */
  readonly couponId?: Maybe<Scalars['ID']['output']>;
  /** What it is. */
  readonly kind: LimitTargetKind;
  /** The template's id, for `TEMPLATE`. */
  readonly templateId?: Maybe<Scalars['ID']['output']>;
};

/** Whose uses to limit. */
export type LimitTargetInput =
  /** All coupons' of a campaign together. */
  { readonly campaignId: Scalars['ID']['input']; readonly couponId?: never; readonly templateId?: never; readonly tenant?: never; }
  |  /** A coupon's. */
  { readonly campaignId?: never; readonly couponId: Scalars['ID']['input']; readonly templateId?: never; readonly tenant?: never; }
  |  /** All coupons' that were made from a template together, whatever campaigns they are in. */
  { readonly campaignId?: never; readonly couponId?: never; readonly templateId: Scalars['ID']['input']; readonly tenant?: never; }
  |  /** True: all coupons' of the tenant together. */
  { readonly campaignId?: never; readonly couponId?: never; readonly templateId?: never; readonly tenant: Scalars['Boolean']['input']; };

/** What can be limited. */
export type LimitTargetKind =
  /** All coupons of a campaign together. */
  | 'CAMPAIGN'
  /** One coupon. */
  | 'COUPON'
  /** All coupons that were made from a template together. */
  | 'TEMPLATE'
  /** All coupons of the tenant together. */
  | 'TENANT';

/** The tenant has no such coupon, campaign or template to limit. */
export type LimitTargetNotFoundError = Error & {
  readonly __typename?: 'LimitTargetNotFoundError';
  /** LIMIT_TARGET_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The id that was sent. */
  readonly targetId: Scalars['ID']['output'];
};

/** A span of time in which uses are counted. */
export type LimitWindow = {
  readonly __typename?: 'LimitWindow';
  /** What it is. */
  readonly kind: LimitWindowKind;
  /** How long it is, for `ROLLING`. */
  readonly seconds?: Maybe<Scalars['Int']['output']>;
  /** The zone on whose clocks it begins, for hours, days, weeks and months. */
  readonly zone?: Maybe<Scalars['String']['output']>;
};

/** A span of time in which to count. */
export type LimitWindowInput = {
  /** What it is. */
  readonly kind: LimitWindowKind;
  /** How long it is, 60 to 31,622,400; only and always for `ROLLING`. */
  readonly seconds?: InputMaybe<Scalars['Int']['input']>;
  /** The zone on whose clocks hours, days, weeks and months begin, such as "Europe/London"; only and always for these. */
  readonly zone?: InputMaybe<Scalars['String']['input']>;
};

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

/** For what limits hold. */
export type LimitedInput =
  /** A campaign, whatever its coupons are. */
  { readonly campaignId: Scalars['ID']['input']; readonly code?: never; readonly couponId?: never; readonly templateId?: never; readonly tenant?: never; }
  |  /** A coupon, by its code as a person typed it. */
  { readonly campaignId?: never; readonly code: Scalars['String']['input']; readonly couponId?: never; readonly templateId?: never; readonly tenant?: never; }
  |  /** A coupon, by its id. */
  { readonly campaignId?: never; readonly code?: never; readonly couponId: Scalars['ID']['input']; readonly templateId?: never; readonly tenant?: never; }
  |  /** A template, whatever the coupons are that were made from it. */
  { readonly campaignId?: never; readonly code?: never; readonly couponId?: never; readonly templateId: Scalars['ID']['input']; readonly tenant?: never; }
  |  /** True: the tenant, whatever its campaigns and coupons are. */
  { readonly campaignId?: never; readonly code?: never; readonly couponId?: never; readonly templateId?: never; readonly tenant: Scalars['Boolean']['input']; };

/** What a code takes off a line of the cart. */
export type LineDiscount = {
  readonly __typename?: 'LineDiscount';
  /** What is taken off. */
  readonly discount: Money;
  /** The line's id; its sku if it has none of its own. */
  readonly lineId: Scalars['String']['output'];
  /** How many. */
  readonly quantity: Scalars['Int']['output'];
  /** The product. */
  readonly sku: Scalars['String']['output'];
  /** What the line costs before the discount. */
  readonly subtotal: Money;
  /** What the line costs after the discount. */
  readonly total: Money;
};

/** Input of `linkCustomer`. */
export type LinkCustomerInput = {
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The identities that are one customer's; 1 to 20. One alone is linked with what it folds to, if the tenant folds aliases. */
  readonly identities: ReadonlyArray<IdentityInput>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `linkCustomer`. */
export type LinkCustomerResult = IdempotencyConflictError | InvalidInputError | LinkCustomerSuccess | OverloadedError | TooManyIdentitiesError;

/** They are one customer's. */
export type LinkCustomerSuccess = {
  readonly __typename?: 'LinkCustomerSuccess';
  /** The customer. */
  readonly customer: Customer;
};

/** One comparison of metadata. What is of another type than the value it is compared with does not match. */
export type MetadataClauseInput = {
  /** From the one to the other, both included. */
  readonly between?: InputMaybe<NumberRangeInput>;
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** Whether anything was said of it. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['AttributeValue']['input']>>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** The name at the top; either it or `path`. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['AttributeValue']['input']>;
  /** Up to 5 names, from the outside in; either it or `name`. */
  readonly path?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The matching items cost less than the coupon asks for. */
export type MinimumOrderNotMetError = Error & {
  readonly __typename?: 'MinimumOrderNotMetError';
  /** MINIMUM_ORDER_NOT_MET */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** What they come to. */
  readonly current: Money;
  /** Both amounts, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** What is missing. */
  readonly missing: Money;
  /** What they must come to. */
  readonly required: Money;
};

/** One comparison of the moment. */
export type MomentClauseInput = {
  /** From the one to the other, both included. */
  readonly between?: InputMaybe<InstantRangeInput>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['DateTime']['input']>;
};

/** An amount of money. */
export type Money = {
  readonly __typename?: 'Money';
  /** The amount in major units with the decimals of its currency: "19.99" GBP, "1999" JPY, "1.999" KWD. */
  readonly amount: Scalars['Decimal']['output'];
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['output'];
};

/** An amount of money. More decimals than the currency has are refused, never rounded. */
export type MoneyInput = {
  /** The amount in major units, such as "19.99". */
  readonly amount: Scalars['Decimal']['input'];
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['input'];
};

/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Starts a draft: its coupons can be used, once its time has come. */
  readonly activateCampaign: ActivateCampaignResult;
  /** Makes a draft usable. */
  readonly activateCoupon: ActivateCouponResult;
  /** Verifies a fan's e-mail by the token that was sent to it, once, and issues the code. The link in the e-mail does the same. */
  readonly activateFan: ActivateFanResult;
  /** Lists customers in a segment without a condition. Who is listed already stays so. */
  readonly addSegmentMembers: AddSegmentMembersResult;
  /**
   * Uses a code for an order: decides, and counts one use, in one step. However many do so at once, no limit is ever
   * exceeded. With a `reference`, one order uses a code once: a repeat is answered with the first redemption.
   */
  readonly applyCoupon: ApplyCouponResult;
  /** `applyCoupon` for up to 100 orders at once, each with an answer of its own: one that is refused does not hold up the others. */
  readonly applyCoupons: ApplyCouponsResult;
  /**
   * Uses codes and all automatic promotions for an order, as they get along, in one transaction: what `previewPromotions`
   * answers. A repeat for the same reference, or with the same idempotency key, uses nothing again.
   */
  readonly applyPromotions: ApplyPromotionsResult;
  /**
   * Completes what a reservation holds, for the order that its checkout has become. What has changed since it was made does not
   * matter, save that a coupon was revoked or deleted: then nothing is completed, and it stays held until it is released or its
   * time is over.
   */
  readonly confirmReservation: ConfirmReservationResult;
  /** Makes a key for a storefront, a partner or a colleague. */
  readonly createApiKey: CreateApiKeyResult;
  /** Makes a brand. */
  readonly createBrand: CreateBrandResult;
  /** Makes a campaign, as a draft. */
  readonly createCampaign: CreateCampaignResult;
  /** Makes a coupon. */
  readonly createCoupon: CreateCouponResult;
  /** Makes up to 100 coupons with the template's terms as they are now, all of them or none. */
  readonly createCouponsFromTemplate: CreateCouponsFromTemplateResult;
  /** Limits what is used, from now on. What was redeemed before counts as if the limit had always been there. */
  readonly createLimit: CreateLimitResult;
  /** Makes a rule. It holds for each use that is decided from then on, and for none that was decided before. */
  readonly createRule: CreateRuleResult;
  /** Makes a segment: with a condition, of those for whom it holds; without one, of those who are listed. */
  readonly createSegment: CreateSegmentResult;
  /** Makes a template. No coupon is made yet. */
  readonly createTemplate: CreateTemplateResult;
  /** Stops a coupon without deleting it. */
  readonly deactivateCoupon: DeactivateCouponResult;
  /**
   * Takes a coupon out of sight and frees its code. Its redemptions stay. With `hard`, which needs ADMIN, it is gone for good: its
   * limits go with it, and it is a target of rules no more, all of which the audit log tells.
   */
  readonly deleteCoupon: DeleteCouponResult;
  /** Drops a limit, and what was counted for it. Redemptions stay, so that a limit made anew counts the same again. */
  readonly deleteLimit: DeleteLimitResult;
  /** Deletes a rule. */
  readonly deleteRule: DeleteRuleResult;
  /** Deletes a segment, and its list. Not while the condition of a rule names it. */
  readonly deleteSegment: DeleteSegmentResult;
  /**
   * Deletes a template of which there are no coupons. Its limits go with it, and it is a target of rules no more, all of which the
   * audit log tells.
   */
  readonly deleteTemplate: DeleteTemplateResult;
  /** Deletes test coupons for good: they are never used, so nothing refers to them. */
  readonly deleteTestCodes: DeleteTestCodesResult;
  /** Ends a campaign for good. */
  readonly endCampaign: EndCampaignResult;
  /**
   * Makes test coupons: copies of a coupon under codes of their own, which nothing but the sandbox knows. No use of the coupon
   * itself is used up. They are active from the start, and have the coupon's rules and limits as those stand at the time.
   */
  readonly generateTestCodes: GenerateTestCodesResult;
  /**
   * Makes one customer of several identities: from now on limits count them together, and what was counted apart is added.
   * A limit may then stand above its ceiling; it lets nothing more pass. It cannot be undone.
   */
  readonly linkCustomer: LinkCustomerResult;
  /** Stops an active campaign for a while: its coupons are refused. */
  readonly pauseCampaign: PauseCampaignResult;
  /** Makes a deactivated coupon usable again. */
  readonly reactivateCoupon: ReactivateCouponResult;
  /**
   * Signs a person up with a brand. If the offer asks for a verified e-mail, the activation token is sent; otherwise the
   * code is issued and handed over at once. The same e-mail signs up once, however it is written and however often.
   * Signing up again before the e-mail is verified sends the token once more, at most once a minute; a new one if it expired.
   */
  readonly registerFan: RegisterFanResult;
  /** Gives back what a reservation holds. One that is left alone gives it back by itself when its time is over. */
  readonly releaseReservation: ReleaseReservationResult;
  /** Takes customers off the list of a segment. Who is not on it makes no difference. */
  readonly removeSegmentMembers: RemoveSegmentMembersResult;
  /**
   * Holds uses of one or several codes, and their money, for a checkout and for a while: nobody else gets them. Each code is
   * worth what it takes off what the codes before it have left. The same checkout asking for the same once more is answered
   * with what it holds; asking for anything else replaces that.
   */
  readonly reserveCoupons: ReserveCouponsResult;
  /** Goes on with a paused campaign. */
  readonly resumeCampaign: ResumeCampaignResult;
  /** Tries a delivery that has been given up once more. */
  readonly retryDelivery: RetryDeliveryResult;
  /** Ends a key. It is refused everywhere within a second. */
  readonly revokeApiKey: RevokeApiKeyResult;
  /** Stops a coupon for good, at once. It cannot be undone. */
  readonly revokeCoupon: RevokeCouponResult;
  /** Makes a new secret for signing user tokens (HS256). Tokens signed with the old one are refused everywhere within a second. */
  readonly rotateTokenSecret: RotateTokenSecretResult;
  /** Changes what is given and leaves the rest. */
  readonly updateBrand: UpdateBrandResult;
  /** Changes what is given and leaves the rest. */
  readonly updateCampaign: UpdateCampaignResult;
  /** Changes what is given and leaves the rest. */
  readonly updateCoupon: UpdateCouponResult;
  /** Raises or lowers a limit. Below what is used it may be lowered as well: then nothing more is let pass. */
  readonly updateLimit: UpdateLimitResult;
  /** Changes what is given and leaves the rest. Each use is decided by the rule wholly as it was, or wholly as it is then. */
  readonly updateRule: UpdateRuleResult;
  /** Changes what is given and leaves the rest. Its name never changes, since conditions bear it. */
  readonly updateSegment: UpdateSegmentResult;
  /**
   * Changes what is given and leaves the rest. Coupons that the template has made already stay as they are, also where their terms
   * differ from it then.
   */
  readonly updateTemplate: UpdateTemplateResult;
  /** Changes the tenant's settings. What is left out, or null, stays as it is. */
  readonly updateTenant: UpdateTenantResult;
  /**
   * Gives a redemption back, in full or in part, once. Whether the use and its money count no longer follows the campaign's
   * `usesReturn`; what a gift card paid goes back to it in any case.
   * Of an order with several codes each is given back by itself, in any order: what it comes to depends on none of the others'
   * returns, and all refunds together come to what was paid. Who takes only a code back, and no goods, pays no refund.
   */
  readonly voidRedemption: VoidRedemptionResult;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationActivateCampaignArgs = {
  input: CampaignActionInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationActivateCouponArgs = {
  input: CouponActionInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationActivateFanArgs = {
  input: ActivateFanInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationAddSegmentMembersArgs = {
  input: SegmentMembersInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationApplyCouponArgs = {
  input: ApplyCouponInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationApplyCouponsArgs = {
  input: ApplyCouponsInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationApplyPromotionsArgs = {
  input: ApplyPromotionsInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationConfirmReservationArgs = {
  input: ConfirmReservationInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationCreateBrandArgs = {
  input: CreateBrandInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationCreateCampaignArgs = {
  input: CreateCampaignInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationCreateCouponArgs = {
  input: CreateCouponInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationCreateCouponsFromTemplateArgs = {
  input: CreateCouponsFromTemplateInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationCreateLimitArgs = {
  input: CreateLimitInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationCreateRuleArgs = {
  input: CreateRuleInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationCreateSegmentArgs = {
  input: CreateSegmentInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationCreateTemplateArgs = {
  input: CreateTemplateInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationDeactivateCouponArgs = {
  input: CouponActionInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationDeleteCouponArgs = {
  input: DeleteCouponInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationDeleteLimitArgs = {
  input: DeleteLimitInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationDeleteRuleArgs = {
  input: DeleteRuleInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationDeleteSegmentArgs = {
  input: DeleteSegmentInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationDeleteTemplateArgs = {
  input: DeleteTemplateInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationDeleteTestCodesArgs = {
  input: DeleteTestCodesInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationEndCampaignArgs = {
  input: CampaignActionInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationGenerateTestCodesArgs = {
  input: GenerateTestCodesInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationLinkCustomerArgs = {
  input: LinkCustomerInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationPauseCampaignArgs = {
  input: CampaignActionInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationReactivateCouponArgs = {
  input: CouponActionInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationRegisterFanArgs = {
  input: RegisterFanInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationReleaseReservationArgs = {
  input: ReleaseReservationInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationRemoveSegmentMembersArgs = {
  input: SegmentMembersInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationReserveCouponsArgs = {
  input: ReserveCouponsInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationResumeCampaignArgs = {
  input: CampaignActionInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationRetryDeliveryArgs = {
  input: RetryDeliveryInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationRevokeCouponArgs = {
  input: CouponActionInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationRotateTokenSecretArgs = {
  input: RotateTokenSecretInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationUpdateBrandArgs = {
  input: UpdateBrandInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationUpdateCampaignArgs = {
  input: UpdateCampaignInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationUpdateCouponArgs = {
  input: UpdateCouponInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationUpdateLimitArgs = {
  input: UpdateLimitInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationUpdateRuleArgs = {
  input: UpdateRuleInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationUpdateSegmentArgs = {
  input: UpdateSegmentInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationUpdateTemplateArgs = {
  input: UpdateTemplateInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationUpdateTenantArgs = {
  input: UpdateTenantInput;
};


/**
 * What can be done. Every input takes an `idempotencyKey` (or, for a request of one mutation, the HTTP header
 * `Idempotency-Key`): the same key with the same input is done once and answered alike, for 30 days at least, unless the
 * operator says otherwise, and where codes are used (`applyCoupon`, `applyCoupons`, `applyPromotions`,
 * `confirmReservation`) or given back (`voidRedemption`) for ever; and a `reason` of up to 1,000 characters, which the audit
 * log keeps. A failure writes nothing.
 */
export type MutationVoidRedemptionArgs = {
  input: VoidRedemptionInput;
};

/** One comparison of what the items of the cart have. */
export type NamesClauseInput = {
  /** Some is this. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Whether there is any. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Some is one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Items were sent, and none of theirs is this. */
  readonly ne?: InputMaybe<Scalars['String']['input']>;
};

/** Why nothing is told that would help. */
export type NoChanges =
  /**
   * The search came to its bound, which all hints of a request share: ask for fewer codes at once, or for this one alone. Of very
   * large conditions there may be no answer all the same.
   */
  | 'BOUND_REACHED'
  /** All ways that are known were gone through to the end: in none of them there is something to tell that is sure to help. */
  | 'NONE_FOUND'
  /**
   * None were looked for: something speaks against it that no other cart and no waiting ends, such as that it was revoked, has
   * expired or is used up, or that there is no such code.
   */
  | 'NOT_SOUGHT';

/** Anything with an id of its own. */
export type Node = {
  /** The global id. Its first part names the type, such as `coupon_01h455vb4pex5vsknk084sn02q`. */
  readonly id: Scalars['ID']['output'];
};

/** Why a coupon takes nothing off an order. */
export type NotApplicableCause =
  /** The items do not reach the first of its tiers. */
  | 'BELOW_FIRST_TIER'
  /** What it takes off depends on the items: send the cart instead of just the sum. */
  | 'ITEMS_NEEDED'
  /** There is nothing to take off: the items, or the shipping, cost nothing. */
  | 'NOTHING_TO_DISCOUNT'
  /** None of the items is one that the coupon is for. */
  | 'NO_MATCHING_ITEMS'
  /** It does not pay for shipping to this country. */
  | 'SHIPPING_COUNTRY'
  /** It pays for shipping to some countries only: send where the order is sent to. */
  | 'SHIPPING_COUNTRY_NEEDED'
  /** It takes off a part of shipping, or pays for it while its discounts are limited: send what shipping costs. */
  | 'SHIPPING_NEEDED';

/** One comparison of a whole number. */
export type NumberClauseInput = {
  /** From the one to the other, both included. */
  readonly between?: InputMaybe<IntRangeInput>;
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['Int']['input']>;
  /** Whether anything was said of it. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['Int']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['Int']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['Int']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['Int']['input']>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['Int']['input']>;
};

/** Numbers from one to another, both included. */
export type NumberRangeInput = {
  /** The last. */
  readonly high: Scalars['AttributeValue']['input'];
  /** The first. */
  readonly low: Scalars['AttributeValue']['input'];
};

/** What a fan who signs up with a brand gets. */
export type Offer = {
  readonly __typename?: 'Offer';
  /** What it is about. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What it takes off. */
  readonly discount: Discount;
  /** The code that all fans get; null if each gets a code of their own. Needs READ: whoever may only enrol learns no codes. */
  readonly fixedCode?: Maybe<Scalars['String']['output']>;
  /** Its name, which fans see. */
  readonly name: Scalars['String']['output'];
  /** How often a fan's own code can be used, or how often each customer can use the fixed one; null if without limit. */
  readonly usageLimit?: Maybe<Scalars['Int']['output']>;
  /** Nobody gets a code from this instant on, and codes cannot be used from then on. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Whether a fan must follow the link in an e-mail before the code is issued. */
  readonly verifyEmail: Scalars['Boolean']['output'];
};

/** The brand's offer is over. */
export type OfferExpiredError = Error & {
  readonly __typename?: 'OfferExpiredError';
  /** The brand's id. */
  readonly brandId: Scalars['ID']['output'];
  /** OFFER_EXPIRED */
  readonly code: ErrorCode;
  /** Since when, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** Since when. */
  readonly validUntil: Scalars['DateTime']['output'];
};

/** See `Offer`. */
export type OfferInput = {
  /** What it is about; up to 1,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What it takes off. */
  readonly discount: DiscountInput;
  /** The code that all fans get. Each gets a code of their own if not given. */
  readonly fixedCode?: InputMaybe<Scalars['String']['input']>;
  /** Its name, which fans see; 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** How often a fan's own code can be used, or how often each customer can use the fixed one. */
  readonly usageLimit?: InputMaybe<Scalars['Int']['input']>;
  /** In place of `validUntil`: up to the end of this day. Kept as that instant. */
  readonly validThrough?: InputMaybe<DayInput>;
  /** Nobody gets a code from this instant on, and codes cannot be used from then on. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether a fan must follow the link in an e-mail before the code is issued. */
  readonly verifyEmail: Scalars['Boolean']['input'];
};

/** The brand has nothing on offer at present. */
export type OfferMissingError = Error & {
  readonly __typename?: 'OfferMissingError';
  /** The brand's id. */
  readonly brandId: Scalars['ID']['output'];
  /** OFFER_MISSING */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** Which way a list is ordered. */
export type OrderDirection =
  /** Smallest, or oldest, first. */
  | 'ASC'
  /** Largest, or newest, first. */
  | 'DESC';

/** What a coupon is asked about: a sum, or a cart. */
export type OrderInput =
  /** The items themselves. */
  { readonly cart: CartInput; readonly subtotal?: never; }
  |  /** Just the sum of the items, for coupons that are for all items. */
  { readonly cart?: never; readonly subtotal: MoneyInput; };

/** A code is not used, as others that it does not get along with are worth more. */
export type OutbidByOthersError = Error & {
  readonly __typename?: 'OutbidByOthersError';
  /** What those that are used take off, without what gift cards pay. */
  readonly best: Money;
  /**
   * What the best combination with the coupon takes off; with `CHEAPEST_FOR_MERCHANT`, of those that keep as many codes. Null where it is
   * not proven, which takes that one to be the second best of all: then nothing is known but that none is better.
   */
  readonly bestWith?: Maybe<Money>;
  /** OUTBID_BY_OTHERS */
  readonly code: ErrorCode;
  /** The coupon that is not used. */
  readonly couponCode: Scalars['String']['output'];
  /** The same in a sentence. */
  readonly message: Scalars['String']['output'];
};

/**
 * The database went away before it said whether this was done. Send it again with the same idempotency key or reference: it is
 * done once. Only for items of `applyCoupons`; of one code by itself it is an error of the request, with the status 503.
 */
export type OutcomeUnknownError = Error & {
  readonly __typename?: 'OutcomeUnknownError';
  /** OUTCOME_UNKNOWN */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** So much waits already that this was not begun. Send it again after a while, with the same idempotency key. */
export type OverloadedError = Error & {
  readonly __typename?: 'OverloadedError';
  /** OVERLOADED */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** How long to wait, in milliseconds. */
  readonly retryAfterMs: Scalars['Int']['output'];
};

/** Where a page lies in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the page's last edge. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether more comes before. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the page's first edge. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Answers of `pauseCampaign`. Pausing a paused campaign changes nothing and succeeds. */
export type PauseCampaignResult = CampaignNotFoundError | CampaignTransitionError | IdempotencyConflictError | PauseCampaignSuccess;

/** The campaign is paused. */
export type PauseCampaignSuccess = {
  readonly __typename?: 'PauseCampaignSuccess';
  /** The campaign as it is now. */
  readonly campaign: Campaign;
};

/** A share of a price, rounded half up to the currency's smallest unit. */
export type PercentageDiscount = Discount & {
  readonly __typename?: 'PercentageDiscount';
  /** Whether shipping is free as well. */
  readonly freeShipping: Scalars['Boolean']['output'];
  /** PERCENTAGE */
  readonly kind: DiscountKind;
  /** It never takes off more than this in all; the first of `maximums`. */
  readonly maximum?: Maybe<Money>;
  /** The same in each of its currencies; empty if it has no maximum. */
  readonly maximums: ReadonlyArray<Money>;
  /** How many per cent, above 0 and up to 100, with up to two decimals: "12.5". */
  readonly percent: Scalars['Decimal']['output'];
  /** What it is taken off. */
  readonly target: DiscountTarget;
  /** How many units; null for targets that do not count them. */
  readonly units?: Maybe<Scalars['Int']['output']>;
};

/** See `PercentageDiscount`. */
export type PercentageDiscountInput = {
  /** Whether shipping is free as well. Not if the target is SHIPPING. */
  readonly freeShipping: Scalars['Boolean']['input'];
  /** It never takes off more than this in all. */
  readonly maximum?: InputMaybe<MoneyInput>;
  /** Instead of `maximum`: one for each currency that the coupon is to be used in; up to 50. */
  readonly maximums?: InputMaybe<ReadonlyArray<MoneyInput>>;
  /** How many per cent, above 0 and up to 100, with up to two decimals: "12.5". */
  readonly percent: Scalars['Decimal']['input'];
  /** What it is taken off. */
  readonly target: DiscountTarget;
  /** How many units, for CHEAPEST and MOST_EXPENSIVE; 1 if not given, up to 1,000,000. */
  readonly units?: InputMaybe<Scalars['Int']['input']>;
};

/** Input of `previewPromotions`. */
export type PreviewPromotionsInput = {
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Whether automatic promotions are used as well. */
  readonly automatic: Scalars['Boolean']['input'];
  /** Where it happens, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** The codes as the customer typed them, in any order; up to 30. */
  readonly codes: ReadonlyArray<Scalars['String']['input']>;
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who it is for, by an e-mail or a phone number as well. Not with a user token. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who it is for. A user token's subject if not given. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** As of this instant, from the year 1000 to 9000, instead of now. Needs READ. What is used of limits is what is used now. */
  readonly evaluateAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How it is chosen what is used together. */
  readonly goal: CombinationGoal;
  /** What the customer is about to buy. */
  readonly order: OrderInput;
  /** The order or checkout: what it holds of the coupons already does not stand in its way. What it has of others does, if they do not get along. */
  readonly reference?: InputMaybe<ReferenceInput>;
  /**
   * In milliseconds, 1 to 5,000: the search for a `goal` ends after this time with the best that it has found, as it does in any case
   * after so many steps; `search` says by how much a better one could be better. Nothing like it is asked by `applyPromotions`, which
   * may then find a better one. No limit if not given.
   */
  readonly timeLimitMs?: InputMaybe<Scalars['Int']['input']>;
};

/** Answers of `previewPromotions`. */
export type PreviewPromotionsResult = InvalidInputError | PreviewPromotionsSuccess | ReferenceAlreadyRedeemedError | TooManyIdentitiesError;

/** What an order comes to. */
export type PreviewPromotionsSuccess = {
  readonly __typename?: 'PreviewPromotionsSuccess';
  /** What is used together, and what is not. */
  readonly combination: Combination;
};

/** What a shop knows of its customer, for conditions that ask for it. A clause about what was not said does not hold. */
export type ProfileInput = {
  /** The shop's own attributes of the customer, such as {"tier": "gold", "age": 31}; up to 16 kB. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** When the last order was completed. */
  readonly lastOrderAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What they came to. */
  readonly lifetimeSpend?: InputMaybe<MoneyInput>;
  /** How many orders the customer has completed before this one. */
  readonly ordersCount?: InputMaybe<Scalars['Int']['input']>;
  /** Since when the customer is known. */
  readonly registeredAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Codes cannot be used, and so nothing was. */
export type PromotionsRefusedError = Error & {
  readonly __typename?: 'PromotionsRefusedError';
  /** PROMOTIONS_REFUSED */
  readonly code: ErrorCode;
  /** How many codes cannot be used, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** Which codes, and why. */
  readonly rejected: ReadonlyArray<RejectedPromotion>;
};

/** One comparison of a number of items. */
export type QuantityClauseInput = {
  /** From the one to the other, both included. */
  readonly between?: InputMaybe<IntRangeInput>;
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['Int']['input']>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['Int']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['Int']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['Int']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['Int']['input']>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['Int']['input']>;
  /** Of which items; of all, if not given. */
  readonly of?: InputMaybe<ItemSelectionInput>;
};

/** What can be asked. */
export type Query = {
  readonly __typename?: 'Query';
  /** What can be said of a rule, or of a condition that is not saved, without any order. */
  readonly analyzeRule: AnalyzeRuleResult;
  /** The tenant's API keys, newest first. */
  readonly apiKeys: ApiKeyConnection;
  /** Who did what, newest first. */
  readonly auditEvents: AuditEventConnection;
  /** A brand by its id. */
  readonly brand?: Maybe<Brand>;
  /** The tenant's brands and what each offers, newest first. */
  readonly brands: BrandConnection;
  /** A campaign by its id. */
  readonly campaign?: Maybe<Campaign>;
  /** The tenant's campaigns. */
  readonly campaigns: CampaignConnection;
  /** Whether the rules of a coupon, a campaign or the tenant let an order pass. Not asked is whether anything is left to use. */
  readonly checkEligibility: CheckEligibilityResult;
  /**
   * Whether a use of a code would exceed a limit at this moment: the same answer as `applyCoupon`'s, of limits alone. It is
   * not asked whether the coupon can be used otherwise, as `validateCoupon` does; but without the right EXPLAIN one that nobody
   * can use is not found. Nothing is counted.
   */
  readonly checkLimits: CheckLimitsResult;
  /** How the condition of a rule, or one that is not saved, is decided, and what that costs. */
  readonly compileRule: CompileRuleResult;
  /** A coupon by its id, also a deleted one. */
  readonly coupon?: Maybe<Coupon>;
  /** The coupon that a code stands for. Case, spaces and look-alike spellings are treated as `applyCoupon` treats them. */
  readonly couponByCode?: Maybe<Coupon>;
  /** The tenant's coupons. Deleted ones only when asked for by status. */
  readonly coupons: CouponConnection;
  /** The customer of whom this is one identity. Who was never linked has no other, and nothing else is known of them. */
  readonly customer: Customer;
  /** Whether a customer belongs to a segment, and why. */
  readonly evaluateSegment: EvaluateSegmentResult;
  /** Whether each of up to 100 customers belongs to each of up to 20 segments, and why. */
  readonly evaluateSegments: EvaluateSegmentsResult;
  /** A fan by their id. */
  readonly fan?: Maybe<Fan>;
  /** The tenant's fans, newest first. */
  readonly fans: FanConnection;
  /** A limit by its id. */
  readonly limit?: Maybe<Limit>;
  /**
   * The limits that hold for a coupon, a campaign, a template or the tenant, those of what it belongs to included, and where
   * they stand at this moment for a use by this customer, in this channel, with these attributes. Null if there is no such
   * coupon, campaign or template.
   */
  readonly limits?: Maybe<ReadonlyArray<EffectiveLimit>>;
  /** The redemptions of the customer whose user token is sent, newest first. Empty for a key. */
  readonly myRedemptions: RedemptionConnection;
  /** Any object by its id; null where there is none, or it is another tenant's. */
  readonly node?: Maybe<Node>;
  /**
   * What an order comes to with these codes and all automatic promotions: what `applyPromotions` would do, but nothing is counted. If
   * it has done so for the reference already, and would answer a repeat, that is what is shown.
   */
  readonly previewPromotions: PreviewPromotionsResult;
  /** A redemption by its id. */
  readonly redemption?: Maybe<Redemption>;
  /** The tenant's redemptions, newest first. */
  readonly redemptions: RedemptionConnection;
  /** A reservation by its id. */
  readonly reservation?: Maybe<Reservation>;
  /**
   * What a return would come to now: the same as `voidRedemption` gives, but nothing is given back. It is read from what was
   * frozen when the code was used, never from the rules of today.
   */
  readonly returnQuote: ReturnQuoteResult;
  /** A rule by its id. */
  readonly rule?: Maybe<Rule>;
  /** The tenant's rules. */
  readonly rules: RuleConnection;
  /**
   * What up to 50 sample orders come to with codes, definitions and templates, as for `sandboxValidate`, and with all automatic
   * promotions: «what if this were active?» Each order is taken by itself, as if it were the next.
   */
  readonly sandboxPreview: SandboxPreviewResult;
  /**
   * What codes are worth for an order, each alone: also codes of drafts, of automatic promotions and of test coupons, definitions
   * that nobody has saved, and templates. Nothing is counted, held or written.
   */
  readonly sandboxValidate: SandboxValidateResult;
  /** A segment by its id. */
  readonly segment?: Maybe<Segment>;
  /** A segment by its name, as conditions name it. Capitals and spaces around it make no difference. */
  readonly segmentByName?: Maybe<Segment>;
  /** The tenant's segments. */
  readonly segments: SegmentConnection;
  /** What a rule, or a condition that is not saved, would make of a sample order. Nothing is counted, and nothing written. */
  readonly simulateRule: SimulateRuleResult;
  /** A template by its id. */
  readonly template?: Maybe<Template>;
  /** The tenant's templates. */
  readonly templates: TemplateConnection;
  /** The tenant that the credential belongs to. */
  readonly tenant: Tenant;
  /**
   * What a code is worth for an order at this moment. The same answer as `applyCoupon`, but nothing is counted. If the `reference` has
   * used the code already, that is what a repeat would be answered: what was taken off then, whatever `metadata` was sent with it.
   */
  readonly validateCoupon: ValidateCouponResult;
  /**
   * What codes are worth for an order, each alone and all of them together, at this moment: the same answer as applying them,
   * but nothing is counted.
   */
  readonly validateCoupons: ValidateCouponsResult;
};


/** What can be asked. */
export type QueryAnalyzeRuleArgs = {
  of: RuleSubjectInput;
};


/** What can be asked. */
export type QueryApiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QueryAuditEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QueryBrandArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryBrandsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QueryCampaignArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryCampaignsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CampaignFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CampaignOrder>;
};


/** What can be asked. */
export type QueryCheckEligibilityArgs = {
  input: CheckEligibilityInput;
};


/** What can be asked. */
export type QueryCheckLimitsArgs = {
  input: CheckLimitsInput;
};


/** What can be asked. */
export type QueryCompileRuleArgs = {
  of: RuleSubjectInput;
};


/** What can be asked. */
export type QueryCouponArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryCouponByCodeArgs = {
  code: Scalars['String']['input'];
};


/** What can be asked. */
export type QueryCouponsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CouponFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CouponOrder>;
};


/** What can be asked. */
export type QueryCustomerArgs = {
  identity: IdentityInput;
};


/** What can be asked. */
export type QueryEvaluateSegmentArgs = {
  input: EvaluateSegmentInput;
};


/** What can be asked. */
export type QueryEvaluateSegmentsArgs = {
  input: EvaluateSegmentsInput;
};


/** What can be asked. */
export type QueryFanArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryFansArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FanFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QueryLimitArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryLimitsArgs = {
  attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  channel?: InputMaybe<Scalars['String']['input']>;
  customer?: InputMaybe<CustomerInput>;
  customerId?: InputMaybe<Scalars['String']['input']>;
  of: LimitedInput;
};


/** What can be asked. */
export type QueryMyRedemptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryPreviewPromotionsArgs = {
  input: PreviewPromotionsInput;
};


/** What can be asked. */
export type QueryRedemptionArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryRedemptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RedemptionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QueryReservationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryReturnQuoteArgs = {
  input: ReturnQuoteInput;
};


/** What can be asked. */
export type QueryRuleArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryRulesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RuleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RuleOrder>;
};


/** What can be asked. */
export type QuerySandboxPreviewArgs = {
  input: SandboxPreviewInput;
};


/** What can be asked. */
export type QuerySandboxValidateArgs = {
  input: SandboxValidateInput;
};


/** What can be asked. */
export type QuerySegmentArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QuerySegmentByNameArgs = {
  name: Scalars['String']['input'];
};


/** What can be asked. */
export type QuerySegmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SegmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SegmentOrder>;
};


/** What can be asked. */
export type QuerySimulateRuleArgs = {
  input: SimulateRuleInput;
};


/** What can be asked. */
export type QueryTemplateArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryTemplatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TemplateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TemplateOrder>;
};


/** What can be asked. */
export type QueryValidateCouponArgs = {
  input: ValidateCouponInput;
};


/** What can be asked. */
export type QueryValidateCouponsArgs = {
  input: ValidateCouponsInput;
};

/** Answers of `reactivateCoupon`. Reactivating an active coupon changes nothing and succeeds. */
export type ReactivateCouponResult = CouponNotFoundError | CouponTransitionError | IdempotencyConflictError | ReactivateCouponSuccess;

/** The coupon is active. */
export type ReactivateCouponSuccess = {
  readonly __typename?: 'ReactivateCouponSuccess';
  /** The coupon as it is now. */
  readonly coupon: Coupon;
};

/** Spans of time that begin with the occurrences of a rule of RFC 5545. */
export type RecurrenceInput = {
  /** How long each lasts, as a watch counts; 1 to 44640. */
  readonly minutes: Scalars['Int']['input'];
  /**
   * When it comes again, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=FR`: yearly, monthly, weekly or daily. An occurrence at a
   * time that the clocks skip on its day is left out.
   */
  readonly rule: Scalars['String']['input'];
  /** The first occurrence on the clocks of the zone, such as `2026-03-06T18:00:00`. */
  readonly start: Scalars['String']['input'];
  /** A zone of the IANA database, such as `Europe/London`. */
  readonly zone: Scalars['String']['input'];
};

/** A customer who has used a coupon. */
export type Redeemer = {
  readonly __typename?: 'Redeemer';
  /** Who, by the id in the shop; null for a customer who is only known by an e-mail or a phone number. */
  readonly customerId?: Maybe<Scalars['String']['output']>;
  /** When for the first time. */
  readonly firstRedeemedAt: Scalars['DateTime']['output'];
  /** Who, by the identity under which limits count the customer. */
  readonly identity: Identity;
  /** When for the last time. */
  readonly lastRedeemedAt: Scalars['DateTime']['output'];
  /** How often, uses that were given back not counted. */
  readonly usesCount: Scalars['Int']['output'];
};

/** A page of redeemers. */
export type RedeemerConnection = {
  readonly __typename?: 'RedeemerConnection';
  /** The redeemers, each with its cursor. */
  readonly edges: ReadonlyArray<RedeemerEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A redeemer in a list. */
export type RedeemerEdge = {
  readonly __typename?: 'RedeemerEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The redeemer. */
  readonly node: Redeemer;
};

/** One counted use. What it took off is frozen: later changes of the coupon do not touch it. */
export type Redemption = Node & {
  readonly __typename?: 'Redemption';
  /** The cart's own named attributes. */
  readonly attributes: Scalars['JSONObject']['output'];
  /** The campaign that the coupon belonged to. Needs READ. */
  readonly campaign?: Maybe<Campaign>;
  /** Where it happened. */
  readonly channel?: Maybe<Scalars['String']['output']>;
  /** The coupon. */
  readonly coupon: Coupon;
  /** The code, as the coupon bore it. */
  readonly couponCode: Scalars['String']['output'];
  /** When it was used. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who used it. */
  readonly customerId?: Maybe<Scalars['String']['output']>;
  /** What was taken off the items. */
  readonly discount: Money;
  /** Whether shipping was free. */
  readonly freeShipping: Scalars['Boolean']['output'];
  /** The redemption's id. */
  readonly id: Scalars['ID']['output'];
  /** What was taken off each line; they add up to the discount. */
  readonly lines: ReadonlyArray<LineDiscount>;
  /** The caller's own data. */
  readonly metadata: Scalars['JSONObject']['output'];
  /** The limits that let it pass only by their over-run. Needs READ. */
  readonly overruns: ReadonlyArray<LimitOverrun>;
  /** What it was used for. */
  readonly reference?: Maybe<Reference>;
  /** The reservation that holds it, or held it before it was completed. */
  readonly reservation?: Maybe<Reservation>;
  /** What of it was given back, oldest first. */
  readonly returns: ReadonlyArray<RedemptionReturn>;
  /** What the customer got beside the order. */
  readonly reward?: Maybe<Reward>;
  /** What was taken off the shipping cost. */
  readonly shippingDiscount?: Maybe<Money>;
  /** Where it stands. */
  readonly status: RedemptionStatus;
  /** What the items cost before the discount. */
  readonly subtotal: Money;
  /** What the order's amounts, and so these, were stated in; null if the shop did not say. */
  readonly taxBasis?: Maybe<TaxBasis>;
  /** What the items cost after the discount. */
  readonly total: Money;
  /** Why the use was given back. */
  readonly voidReason?: Maybe<Scalars['String']['output']>;
  /** When the use was given back. */
  readonly voidedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The use was given back before. It is given back once only. */
export type RedemptionAlreadyVoidedError = Error & {
  readonly __typename?: 'RedemptionAlreadyVoidedError';
  /** REDEMPTION_ALREADY_VOIDED */
  readonly code: ErrorCode;
  /** When, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** The id that was sent. */
  readonly redemptionId: Scalars['ID']['output'];
  /** When. */
  readonly voidedAt: Scalars['DateTime']['output'];
};

/** A page of redemptions. */
export type RedemptionConnection = {
  readonly __typename?: 'RedemptionConnection';
  /** The redemptions, each with its cursor. */
  readonly edges: ReadonlyArray<RedemptionEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A redemption in a list. */
export type RedemptionEdge = {
  readonly __typename?: 'RedemptionEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The redemption. */
  readonly node: Redemption;
};

/** Which redemptions. Everything given must hold. */
export type RedemptionFilter = {
  /** Of this campaign's coupons. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the living coupon with this code. */
  readonly code?: InputMaybe<Scalars['String']['input']>;
  /** Of this coupon. */
  readonly couponId?: InputMaybe<Scalars['ID']['input']>;
  /** By this customer. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** Used at or after this instant. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** For this order, checkout or gift. */
  readonly referenceId?: InputMaybe<Scalars['String']['input']>;
  /** With this status. */
  readonly status?: InputMaybe<RedemptionStatus>;
  /** Used before this instant. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The redemption has no such line. */
export type RedemptionLineNotFoundError = Error & {
  readonly __typename?: 'RedemptionLineNotFoundError';
  /** REDEMPTION_LINE_NOT_FOUND */
  readonly code: ErrorCode;
  /** The line that was sent. */
  readonly lineId: Scalars['String']['output'];
  /** The lines that it has. */
  readonly lineIds: ReadonlyArray<Scalars['String']['output']>;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The id that was sent. */
  readonly redemptionId: Scalars['ID']['output'];
};

/** The tenant has no such redemption. */
export type RedemptionNotFoundError = Error & {
  readonly __typename?: 'RedemptionNotFoundError';
  /** REDEMPTION_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The id that was sent. */
  readonly redemptionId: Scalars['ID']['output'];
};

/** The use is only reserved, or was. Release its reservation instead. */
export type RedemptionReservedError = Error & {
  readonly __typename?: 'RedemptionReservedError';
  /** REDEMPTION_RESERVED */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The id that was sent. */
  readonly redemptionId: Scalars['ID']['output'];
  /** The reservation. */
  readonly reservationId: Scalars['ID']['output'];
};

/** What of a redemption was given back at once. */
export type RedemptionReturn = {
  readonly __typename?: 'RedemptionReturn';
  /** Why it was returned. */
  readonly cause: ReturnCause;
  /** Of the discount on what is kept, what was lost. */
  readonly clawback: Money;
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The share of the discount that was on it. */
  readonly discount: Money;
  /** Whether the use was given back with it. */
  readonly givesUseBack: Scalars['Boolean']['output'];
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** What was returned of each line. Empty if the order had none. */
  readonly lines: ReadonlyArray<LineDiscount>;
  /** Why, in words. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /**
   * What the customer gets back: the subtotal less the discount and the clawback. Of an order with several codes it comes
   * with the last of them, and is zero with the others: what was paid in the end for what is returned, less what any of the
   * codes claws back.
   */
  readonly refund: Money;
  /** What it cost before the discount. */
  readonly subtotal: Money;
};

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

/** What a code was used for, in another system. */
export type Reference = {
  readonly __typename?: 'Reference';
  /** Its id there. */
  readonly id: Scalars['String']['output'];
  /** Of which kind. */
  readonly type: ReferenceType;
};

/**
 * The same order has used this code before, with other contents. Void that redemption first. The order of its lines is part of them:
 * of units that cost the same, and of cents that cannot be shared evenly, the first line has its share first.
 */
export type ReferenceAlreadyRedeemedError = Error & {
  readonly __typename?: 'ReferenceAlreadyRedeemedError';
  /** REFERENCE_ALREADY_REDEEMED */
  readonly code: ErrorCode;
  /**
   * The code. Of `applyPromotions`, and of `previewPromotions` without codes, the one that the order has; users, and keys without the right EXPLAIN, are told the first that they
   * have sent, or an empty text if there is none.
   */
  readonly couponCode: Scalars['String']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The redemption that the order has. */
  readonly redemptionId: Scalars['ID']['output'];
};

/** See `Reference`. */
export type ReferenceInput = {
  /** Its id there; 1 to 200 characters. */
  readonly id: Scalars['String']['input'];
  /** Of which kind. */
  readonly type: ReferenceType;
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
  readonly brandId: Scalars['ID']['input'];
  /**
   * Their e-mail, in ASCII: letters, digits and any of `. _ ' + -` before the @, and an international domain name in
   * punycode, such as `ada@xn--bcher-kva.example`.
   */
  readonly email: Scalars['String']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Their name; 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Their handle on a social network; up to 100 characters. */
  readonly socialHandle?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `registerFan`. */
export type RegisterFanResult = BrandNotFoundError | IdempotencyConflictError | InvalidInputError | OfferExpiredError | OfferMissingError | RegisterFanSuccess;

/** The fan is signed up; `fan.status` tells whether the e-mail must still be verified. */
export type RegisterFanSuccess = {
  readonly __typename?: 'RegisterFanSuccess';
  /** The fan. */
  readonly fan: Fan;
};

/** A coupon that is not used, and why. */
export type RejectedPromotion = {
  readonly __typename?: 'RejectedPromotion';
  /** The code, as it was sent; an automatic promotion's own. */
  readonly code: Scalars['String']['output'];
  /** With which of those that are used it cannot be; and with which that the `reference` has already, for keys with the right EXPLAIN. */
  readonly conflicts: ReadonlyArray<CouponConflict>;
  /** Why it cannot be used: the errors that `applyCoupon` may answer with, or that others are used instead. */
  readonly reasons: ReadonlyArray<Error>;
};

/** Input of `releaseReservation`. */
export type ReleaseReservationInput = {
  /** Which reservation. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. It is kept with the redemptions and in the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `releaseReservation`. */
export type ReleaseReservationResult = IdempotencyConflictError | OverloadedError | ReleaseReservationSuccess | ReservationEndedError | ReservationNotFoundError;

/** It was given back. */
export type ReleaseReservationSuccess = {
  readonly __typename?: 'ReleaseReservationSuccess';
  /** The reservation as it is now. */
  readonly reservation: Reservation;
};

/** What is left of a coupon's limits. */
export type RemainingUses = {
  readonly __typename?: 'RemainingUses';
  /** Uses left for this customer; null if without limit, or no customer was named. */
  readonly customerUses?: Maybe<Scalars['Int']['output']>;
  /** Uses left for everybody; null if without limit, and without the right EXPLAIN: it tells how a campaign goes. */
  readonly uses?: Maybe<Scalars['Int']['output']>;
};

/** Answers of `removeSegmentMembers`. */
export type RemoveSegmentMembersResult = IdempotencyConflictError | InvalidInputError | RemoveSegmentMembersSuccess | SegmentNotFoundError | SegmentNotListedError;

/** None of them is listed any more. */
export type RemoveSegmentMembersSuccess = {
  readonly __typename?: 'RemoveSegmentMembersSuccess';
  /** How many were listed before. */
  readonly removedCount: Scalars['Int']['output'];
  /** The segment. */
  readonly segment: Segment;
};

/** Uses and money that a checkout holds for a while. */
export type Reservation = Node & {
  readonly __typename?: 'Reservation';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was confirmed, released, replaced, or swept up after it ran out. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** It gives back what it holds at this instant. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** The reservation's id. */
  readonly id: Scalars['ID']['output'];
  /** What it holds or held, code by code. */
  readonly redemptions: ReadonlyArray<Redemption>;
  /** The checkout that it is for. */
  readonly reference: Reference;
  /** Where it stands at this moment. */
  readonly status: ReservationStatus;
};

/** The reservation has come to an end before. */
export type ReservationEndedError = Error & {
  readonly __typename?: 'ReservationEndedError';
  /** RESERVATION_ENDED */
  readonly code: ErrorCode;
  /** When. */
  readonly endedAt: Scalars['DateTime']['output'];
  /** How and when, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** The id that was sent. */
  readonly reservationId: Scalars['ID']['output'];
  /** How it ended. */
  readonly status: ReservationStatus;
};

/** The tenant has no such reservation. */
export type ReservationNotFoundError = Error & {
  readonly __typename?: 'ReservationNotFoundError';
  /** RESERVATION_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The id that was sent. */
  readonly reservationId: Scalars['ID']['output'];
};

/** Nothing is held. */
export type ReservationRefusedError = Error & {
  readonly __typename?: 'ReservationRefusedError';
  /** RESERVATION_REFUSED */
  readonly code: ErrorCode;
  /** How many codes cannot be used, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** Why codes cannot be used: the errors that `applyCoupon` would answer with. */
  readonly refusals: ReadonlyArray<Error>;
};

/** Where a reservation stands. */
export type ReservationStatus =
  /** It holds what it holds. */
  | 'ACTIVE'
  /** What it held is completed. */
  | 'CONFIRMED'
  /** Its time is over. */
  | 'EXPIRED'
  /** What it held was given back. */
  | 'RELEASED'
  /** The same checkout has reserved something else, or has used all of it otherwise. */
  | 'REPLACED';

/** Input of `reserveCoupons`. */
export type ReserveCouponsInput = {
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Where it happens, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** The codes as the customer typed them, in any order: see `Stacking.priority`. They must get along; 1 to 20. */
  readonly codes: ReadonlyArray<Scalars['String']['input']>;
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who it is for, by an e-mail or a phone number as well; they become one customer's, also if the code is refused. Not with a user token. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who it is for. A user token's subject if not given; it cannot be anybody else's with such a token. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether to hold the codes that can be used if others cannot. Otherwise all are held, or none. */
  readonly isPartial: Scalars['Boolean']['input'];
  /** The caller's own data, kept with each redemption; up to 16 kB. Empty if not given. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What the customer is about to buy. */
  readonly order: OrderInput;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The checkout. It has one reservation at a time. */
  readonly reference: ReferenceInput;
  /** For how long, in seconds; 1 to 604,800. */
  readonly seconds: Scalars['Int']['input'];
};

/** Answers of `reserveCoupons`. */
export type ReserveCouponsResult = IdempotencyConflictError | InvalidInputError | OverloadedError | ReservationEndedError | ReservationRefusedError | ReserveCouponsSuccess | TooManyIdentitiesError;

/** It is held. */
export type ReserveCouponsSuccess = {
  readonly __typename?: 'ReserveCouponsSuccess';
  /** With `isPartial`: why other codes are not held. */
  readonly refusals: ReadonlyArray<Error>;
  /** What is held. */
  readonly reservation: Reservation;
};

/** Answers of `resumeCampaign`. Resuming an active campaign changes nothing and succeeds. */
export type ResumeCampaignResult = CampaignNotFoundError | CampaignOverError | CampaignTransitionError | IdempotencyConflictError | ResumeCampaignSuccess;

/** The campaign is active. */
export type ResumeCampaignSuccess = {
  readonly __typename?: 'ResumeCampaignSuccess';
  /** The campaign as it is now. */
  readonly campaign: Campaign;
};

/** Input of `retryDelivery`. */
export type RetryDeliveryInput = {
  /** Which delivery. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `retryDelivery`. Retrying one that is still in the queue changes nothing and succeeds. */
export type RetryDeliveryResult = DeliveryNotFoundError | DeliverySucceededError | IdempotencyConflictError | RetryDeliverySuccess;

/** The delivery is in the queue again. */
export type RetryDeliverySuccess = {
  readonly __typename?: 'RetryDeliverySuccess';
  /** The delivery. */
  readonly delivery: Delivery;
};

/** Why a redemption is given back, wholly or in part. */
export type ReturnCause =
  /** The order was cancelled before it was delivered. */
  | 'CANCEL'
  /** What was bought came back, and the money is paid back. */
  | 'REFUND'
  /** It should not have been: a mistake, a test, an order that never came about. */
  | 'VOID';

/** More is to be returned of a line than is left of it. */
export type ReturnExceedsQuantityError = Error & {
  readonly __typename?: 'ReturnExceedsQuantityError';
  /** RETURN_EXCEEDS_QUANTITY */
  readonly code: ErrorCode;
  /** The line. */
  readonly lineId: Scalars['String']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** How many were to be returned. */
  readonly quantity: Scalars['Int']['output'];
  /** The id that was sent. */
  readonly redemptionId: Scalars['ID']['output'];
  /** How many can be. */
  readonly returnable: Scalars['Int']['output'];
};

/** What a return would come to now. */
export type ReturnQuote = {
  readonly __typename?: 'ReturnQuote';
  /** Of the discount on what is kept, what would be lost, since the minimum is not met any more. */
  readonly clawback: Money;
  /** The share of the discount that was on it. */
  readonly discount: Money;
  /** Whether the use would be given back. */
  readonly givesUseBack: Scalars['Boolean']['output'];
  /** Whether nothing would be left. */
  readonly isWhole: Scalars['Boolean']['output'];
  /** What would be returned of each line. */
  readonly lines: ReadonlyArray<LineDiscount>;
  /**
   * What the customer gets back: the subtotal less the discount and the clawback. Of an order with several codes it comes
   * with the last of them, and is zero with the others: what was paid in the end for what is returned, less what any of the
   * codes claws back.
   */
  readonly refund: Money;
  /** What it cost before the discount. */
  readonly subtotal: Money;
  /** What the order's amounts, and so these, were stated in; null if the shop did not say. */
  readonly taxBasis?: Maybe<TaxBasis>;
};

/** Input of `returnQuote`. */
export type ReturnQuoteInput = {
  /** On which occasion; the campaign's `usesReturn` says on which the use is given back. */
  readonly cause: ReturnCause;
  /** Which redemption. */
  readonly id: Scalars['ID']['input'];
  /** What is returned; everything that is left if not given. */
  readonly lines?: InputMaybe<ReadonlyArray<ReturnedUnitsInput>>;
};

/** Answers of `returnQuote`. */
export type ReturnQuoteResult = InvalidInputError | RedemptionAlreadyVoidedError | RedemptionLineNotFoundError | RedemptionNotFoundError | RedemptionReservedError | ReturnExceedsQuantityError | ReturnQuote;

/** Units of a line. */
export type ReturnedUnitsInput = {
  /** The line. */
  readonly lineId: Scalars['String']['input'];
  /** How many of it; at least 1. */
  readonly quantity: Scalars['Int']['input'];
};

/** Input of `revokeApiKey`. */
export type RevokeApiKeyInput = {
  /** Which key. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `revokeApiKey`. Revoking a revoked key changes nothing and succeeds. */
export type RevokeApiKeyResult = ApiKeyNotFoundError | IdempotencyConflictError | RevokeApiKeySuccess;

/** The key is revoked. */
export type RevokeApiKeySuccess = {
  readonly __typename?: 'RevokeApiKeySuccess';
  /** The key. */
  readonly apiKey: ApiKey;
};

/** Answers of `revokeCoupon`. Revoking a revoked coupon changes nothing and succeeds. */
export type RevokeCouponResult = CouponNotFoundError | CouponTransitionError | IdempotencyConflictError | RevokeCouponSuccess;

/** The coupon is revoked. */
export type RevokeCouponSuccess = {
  readonly __typename?: 'RevokeCouponSuccess';
  /** The coupon as it is now. */
  readonly coupon: Coupon;
};

/** What a customer gets beside the order, such as points. */
export type Reward = {
  readonly __typename?: 'Reward';
  /** What it is. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The shop's own id of it. */
  readonly itemId: Scalars['String']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** What the shop needs to hand it out, such as {"amount": 100}. */
  readonly payload: Scalars['JSONObject']['output'];
  /** The shop's own word for what kind of reward it is, such as "points". */
  readonly type: Scalars['String']['output'];
};

/** Something that the customer gets beside the order. It takes no money off; the shop hands it out. */
export type RewardDiscount = Discount & {
  readonly __typename?: 'RewardDiscount';
  /** REWARD */
  readonly kind: DiscountKind;
  /** What the customer gets. */
  readonly reward: Reward;
};

/** See `Reward`. */
export type RewardInput = {
  /** What it is; up to 1000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The shop's own id of it; up to 200 characters. */
  readonly itemId: Scalars['String']['input'];
  /** What it is called; up to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What the shop needs to hand it out; up to 16 kB. */
  readonly payload?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The shop's own word for what kind of reward it is, such as "points"; up to 100 characters. */
  readonly type: Scalars['String']['input'];
};

/** What a credential may do. */
export type Right =
  /** Everything, also keys and deletion for good. Includes all other rights. */
  | 'ADMIN'
  /** Register and activate fans. */
  | 'ENROLL'
  /**
   * Be told why a code cannot be used, clause by clause. Whoever may use codes without it is told of a code that nobody can
   * use now what is told of one that does not exist, `CouponNotFoundError`: a stranger who guesses learns nothing.
   */
  | 'EXPLAIN'
  /** Create and change coupons, campaigns and brands. Includes READ. */
  | 'MANAGE'
  /** Read definitions, redemptions, brands and fans. Includes EXPLAIN. */
  | 'READ'
  /** Use codes and give uses back. Includes VALIDATE. */
  | 'REDEEM'
  /** Ask what a code is worth for an order, without using it. */
  | 'VALIDATE';

/** Input of `rotateTokenSecret`. */
export type RotateTokenSecretInput = {
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `rotateTokenSecret`. */
export type RotateTokenSecretResult = IdempotencyConflictError | RotateTokenSecretSuccess;

/** The secret was made. */
export type RotateTokenSecretSuccess = {
  readonly __typename?: 'RotateTokenSecretSuccess';
  /** The secret. It is shown this once: a repeat with the same idempotency key gives null. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** The tenant. */
  readonly tenant: Tenant;
};

/** A saved condition on which coupons are used, or are not. */
export type Rule = Node & {
  readonly __typename?: 'Rule';
  /** The condition as JSON, in the form in which it is stored. */
  readonly condition: Scalars['JSONObject']['output'];
  /** The condition in words and signs. */
  readonly conditionText: Scalars['String']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it is about. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What follows where the condition holds. */
  readonly effect: RuleEffect;
  /** The rule's id. */
  readonly id: Scalars['ID']['output'];
  /** The owner's own data. */
  readonly metadata: Scalars['JSONObject']['output'];
  /** Its name, for people. Several rules may have the same. */
  readonly name: Scalars['String']['output'];
  /** Higher is looked at first. */
  readonly priority: Scalars['Int']['output'];
  /** Whose coupons it is for. */
  readonly targets: RuleTargets;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each change; send it with `updateRule`. */
  readonly version: Scalars['Int']['output'];
};

/** A page of rules. */
export type RuleConnection = {
  readonly __typename?: 'RuleConnection';
  /** The rules, each with its cursor. */
  readonly edges: ReadonlyArray<RuleEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A rule in a list. */
export type RuleEdge = {
  readonly __typename?: 'RuleEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The rule. */
  readonly node: Rule;
};

/** What follows where the condition of a rule holds. */
export type RuleEffect =
  /** Coupons are used only where the condition holds. */
  | 'ELIGIBILITY'
  /** Coupons are not used where the condition holds. */
  | 'EXCLUSION';

/** Which rules. Everything given must hold. */
export type RuleFilter = {
  /** For the coupons of this campaign. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** For this coupon itself, not by its campaign, its template or its tenant. */
  readonly couponId?: InputMaybe<Scalars['ID']['input']>;
  /** With this effect. */
  readonly effect?: InputMaybe<RuleEffect>;
  /** Whose name begins with this, in any case. */
  readonly namePrefix?: InputMaybe<Scalars['String']['input']>;
  /** Whose condition asks for this segment. */
  readonly segmentId?: InputMaybe<Scalars['ID']['input']>;
  /** For the coupons that were made from this template. */
  readonly templateId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether they are for all coupons of the tenant. */
  readonly tenant?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The tenant has no such rule. */
export type RuleNotFoundError = Error & {
  readonly __typename?: 'RuleNotFoundError';
  /** RULE_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The id that was sent. */
  readonly ruleId: Scalars['ID']['output'];
};

/** A rule does not let the coupon be used for such an order. */
export type RuleNotMetError = Error & {
  readonly __typename?: 'RuleNotMetError';
  /** The smallest change that the rule would be content with, all of it together; null if there is nothing to tell: see `noChanges`. */
  readonly changes?: Maybe<ReadonlyArray<CartChange>>;
  /** RULE_NOT_MET */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** What each clause of its condition saw and wanted. Needs a key with EXPLAIN: null otherwise, and with a user token. */
  readonly explanation?: Maybe<ReadonlyArray<ClauseReport>>;
  /** The same in a sentence, which does not say what the rule is. */
  readonly message: Scalars['String']['output'];
  /** Why there are none; null where `changes` is not. */
  readonly noChanges?: Maybe<NoChanges>;
  /** The rule. Needs a key with EXPLAIN: null otherwise, and with a user token. */
  readonly rule?: Maybe<RuleSummary>;
};

/** An order of rules. */
export type RuleOrder = {
  /** Which way. */
  readonly direction: OrderDirection;
  /** What to order by. */
  readonly field: RuleOrderField;
};

/** What rules can be ordered by. */
export type RuleOrderField =
  /** When they were made. */
  | 'CREATED_AT'
  /** Their name. */
  | 'NAME'
  /** Their priority. */
  | 'PRIORITY';

/** Changes of a rule. What is left out stays as it is; null clears. */
export type RulePatch = {
  /** Another condition. Cannot be cleared. */
  readonly condition?: InputMaybe<ConditionInput>;
  /** The same as JSON. */
  readonly conditionJson?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What it is about. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What follows where the condition holds. Cannot be cleared. */
  readonly effect?: InputMaybe<RuleEffect>;
  /** The owner's own data, replaced as a whole. Null means empty. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Its name. Cannot be cleared. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Higher is looked at first. Null means 0. */
  readonly priority?: InputMaybe<Scalars['Int']['input']>;
  /** Whose coupons it is for, replaced as a whole. Null means nobody's. */
  readonly targets?: InputMaybe<RuleTargetsInput>;
};

/** What a rule says of an order. */
export type RuleReport = {
  readonly __typename?: 'RuleReport';
  /** What each clause saw and wanted. */
  readonly clauses: ReadonlyArray<ClauseReport>;
  /** Whether its condition holds. */
  readonly isMatched: Scalars['Boolean']['output'];
  /** Whether it lets the coupon be used: it holds, or for an exclusion it does not. */
  readonly isPassed: Scalars['Boolean']['output'];
  /** The rule. */
  readonly rule: RuleSummary;
};

/** What is asked about: a rule, or a condition that is not saved, as if it were a rule of eligibility. */
export type RuleSubjectInput =
  /** A condition. */
  { readonly condition: ConditionInput; readonly conditionJson?: never; readonly ruleId?: never; }
  |  /** A condition as JSON. */
  { readonly condition?: never; readonly conditionJson: Scalars['JSONObject']['input']; readonly ruleId?: never; }
  |  /** A rule. */
  { readonly condition?: never; readonly conditionJson?: never; readonly ruleId: Scalars['ID']['input']; };

/** What is said of a rule where it is reported on. */
export type RuleSummary = {
  readonly __typename?: 'RuleSummary';
  /** What follows where it holds. */
  readonly effect: RuleEffect;
  /** The rule's id. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
};

/** The tenant has no such coupon, campaign or template. */
export type RuleTargetNotFoundError = Error & {
  readonly __typename?: 'RuleTargetNotFoundError';
  /** RULE_TARGET_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The id that was sent. */
  readonly targetId: Scalars['ID']['output'];
};

/** Whose coupons a rule is for. Without any it does nothing. */
export type RuleTargets = {
  readonly __typename?: 'RuleTargets';
  /** All coupons of these campaigns. */
  readonly campaignIds: ReadonlyArray<Scalars['ID']['output']>;
  /** These coupons. Those that were deleted for good are not among them any more. */
  readonly couponIds: ReadonlyArray<Scalars['ID']['output']>;
  /** All coupons that were made from these templates. Those that were deleted are not among them any more. */
  readonly templateIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Whether it is for all coupons of the tenant. */
  readonly tenant: Scalars['Boolean']['output'];
};

/** Whose coupons a rule is for: up to 100 coupons, campaigns and templates. Each of them, and the tenant, has up to 20 rules. */
export type RuleTargetsInput = {
  /** All coupons of these campaigns. */
  readonly campaignIds: ReadonlyArray<Scalars['ID']['input']>;
  /** These coupons. */
  readonly couponIds: ReadonlyArray<Scalars['ID']['input']>;
  /** All coupons that were, or will be, made from these templates. */
  readonly templateIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Whether it is for all coupons of the tenant. */
  readonly tenant: Scalars['Boolean']['input'];
};

/** The second best combination. */
export type RunnerUp = {
  readonly __typename?: 'RunnerUp';
  /** What would be used, in the order in which it is taken off. */
  readonly couponCodes: ReadonlyArray<Scalars['String']['output']>;
  /** What it would take off the items and shipping, without what gift cards pay. */
  readonly youSave: Money;
};

/**
 * A coupon that nobody has saved. With the code of a saved coupon it is tried out in its place: as if that coupon were changed
 * to it, with the uses that it has, its rules and its limits.
 */
export type SandboxCouponInput = {
  /** Which items it is for; all if not given. */
  readonly applicability: ApplicabilityInput;
  /** The campaign it belongs to: whose rules and limits it has. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 64 letters, digits and the signs - _ . Each definition has another. */
  readonly code: Scalars['String']['input'];
  /** What it is for, for the retailer's own eyes; up to 1,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What it takes off. */
  readonly discount: DiscountInput;
  /** Whether capital and small letters differ. */
  readonly isCaseSensitive: Scalars['Boolean']['input'];
  /** How often it can be used; without limit if not given. Without over-run: see `CreateLimitInput.overrun`. */
  readonly maxUses?: InputMaybe<Scalars['Int']['input']>;
  /** The owner's own data; up to 16 kB. Empty if not given. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The matching items must come to this much at least. All amounts of a coupon are in one currency. */
  readonly minimumOrder?: InputMaybe<MoneyInput>;
  /** How often one customer can use it; without limit if not given. Without over-run: see `CreateLimitInput.overrun`. */
  readonly perCustomerLimit?: InputMaybe<Scalars['Int']['input']>;
  /** How it gets along with other coupons on the same order; with all of them if not given. */
  readonly stacking: StackingInput;
  /** What its own amounts are stated in: it can be used only for orders that state the same. It fits all orders if not given. */
  readonly taxBasis?: InputMaybe<TaxBasis>;
  /** How it comes to an order. */
  readonly trigger: CouponTrigger;
  /** It can be used from this instant on. */
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** In place of `validFrom`: from the beginning of this day on. Kept as that instant. */
  readonly validFromDay?: InputMaybe<DayInput>;
  /** In place of `validUntil`: up to the end of this day. Kept as that instant. */
  readonly validThrough?: InputMaybe<DayInput>;
  /** It can be used up to, and not at, this instant. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What a sample order comes to. */
export type SandboxOrder = {
  readonly __typename?: 'SandboxOrder';
  /** What is used together, and what is not. */
  readonly combination: Combination;
  /** As it was sent. */
  readonly name: Scalars['String']['output'];
};

/** An order to try something out on. */
export type SandboxOrderInput = {
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Where it happens, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who it is for, by an e-mail or a phone number as well. Not with a user token. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who it is for. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** As it is called in the answer; 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** What the customer is about to buy. */
  readonly order: OrderInput;
};

/** Input of `sandboxPreview`. */
export type SandboxPreviewInput = {
  /** Whether all automatic promotions that are active are used as well. */
  readonly automatic: Scalars['Boolean']['input'];
  /** Codes of saved coupons of every kind and state, but deleted ones; up to 30. An automatic promotion's code is its name. */
  readonly codes: ReadonlyArray<Scalars['String']['input']>;
  /** Coupons that nobody has saved; up to 10. */
  readonly definitions: ReadonlyArray<SandboxCouponInput>;
  /** As of this instant, from the year 1000 to 9000, instead of now. What is used of limits is what is used now. */
  readonly evaluateAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How it is chosen what is used together. */
  readonly goal: CombinationGoal;
  /** Whether the coupons that are named or defined are taken as if they were active. Otherwise a draft is refused as a draft. */
  readonly ifActive: Scalars['Boolean']['input'];
  /** The sample orders; 1 to 50. */
  readonly orders: ReadonlyArray<SandboxOrderInput>;
  /** What is asked of each of them beside its own rules; up to 20. */
  readonly rules: ReadonlyArray<SandboxRuleInput>;
  /**
   * Templates, by their ids; up to 10. Each is tried out as the coupon that would be made of it next, with the rules and limits of the
   * template, of its campaign and of the tenant. Its code is the template's id.
   */
  readonly templateIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** Answers of `sandboxPreview`. */
export type SandboxPreviewResult = CampaignNotFoundError | InvalidInputError | SandboxPreviewSuccess | SegmentNotFoundError | TemplateNotFoundError | TooManyIdentitiesError;

/** What the sample orders come to. */
export type SandboxPreviewSuccess = {
  readonly __typename?: 'SandboxPreviewSuccess';
  /** In the order in which they were sent. */
  readonly orders: ReadonlyArray<SandboxOrder>;
  /** All of them added up, once for each currency and tax basis. */
  readonly totals: ReadonlyArray<SandboxTotals>;
};

/** A rule that nobody has saved. */
export type SandboxRuleInput = {
  /** The condition; it, or the same as JSON, is needed. The segments that it names must be there. */
  readonly condition?: InputMaybe<ConditionInput>;
  /** The condition as JSON. */
  readonly conditionJson?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What follows where the condition holds. */
  readonly effect: RuleEffect;
  /** As it is called in the answer; 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
};

/** What the sample orders in one currency and one tax basis come to. */
export type SandboxTotals = {
  readonly __typename?: 'SandboxTotals';
  /** Which currency. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** What is taken off the items, with what gift cards pay. */
  readonly discount: Money;
  /** How many orders there are. */
  readonly orders: Scalars['Int']['output'];
  /** What gift cards pay. It is paid and not saved. */
  readonly paidByGiftCards: Money;
  /** What is taken off shipping, where its cost was sent. */
  readonly shippingDiscount: Money;
  /** What all their items cost before any discount. */
  readonly subtotal: Money;
  /** What their amounts are stated in; null for those of which it is not said. */
  readonly taxBasis?: Maybe<TaxBasis>;
  /** What is left to pay: the items, and shipping where its cost was sent. */
  readonly total: Money;
  /** What the customers save: `discount` and `shippingDiscount`, without what gift cards pay. */
  readonly youSave: Money;
};

/** Input of `sandboxValidate`: at least one code, definition or template. */
export type SandboxValidateInput = {
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Where it happens, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** Codes of saved coupons of every kind and state, but deleted ones; up to 30. An automatic promotion's code is its name. */
  readonly codes: ReadonlyArray<Scalars['String']['input']>;
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who it is for, by an e-mail or a phone number as well. Not with a user token. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who it is for. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** Coupons that nobody has saved; up to 10. */
  readonly definitions: ReadonlyArray<SandboxCouponInput>;
  /** As of this instant, from the year 1000 to 9000, instead of now. What is used of limits is what is used now. */
  readonly evaluateAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What the customer is about to buy. */
  readonly order: OrderInput;
  /** What is asked of each of them beside its own rules; up to 20. */
  readonly rules: ReadonlyArray<SandboxRuleInput>;
  /**
   * Templates, by their ids; up to 10. Each is tried out as the coupon that would be made of it next, with the rules and limits of the
   * template, of its campaign and of the tenant. Its code is the template's id.
   */
  readonly templateIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** Answers of `sandboxValidate`. */
export type SandboxValidateResult = CampaignNotFoundError | InvalidInputError | SandboxValidateSuccess | SegmentNotFoundError | TemplateNotFoundError | TooManyIdentitiesError;

/** What codes, definitions and templates are worth. */
export type SandboxValidateSuccess = {
  readonly __typename?: 'SandboxValidateSuccess';
  /** First the codes, then the definitions, then the templates, in the order in which they were sent. */
  readonly codes: ReadonlyArray<SandboxValidation>;
};

/** What a code is worth, as it is and as it could be. */
export type SandboxValidation = {
  readonly __typename?: 'SandboxValidation';
  /** As it was sent; of a template its id. */
  readonly code: Scalars['String']['output'];
  /**
   * The same if the coupon were active: whatever its state, its window and its campaign's say. What is used up stays used up.
   * Equal to `now` for a coupon that is active.
   */
  readonly ifActive: CodeValidation;
  /** What a customer would be told now. A draft is refused as a draft. Each rule is explained. */
  readonly now: CodeValidation;
};

/** The customer would save something else than was shown, and so nothing was used. */
export type SavingChangedError = Error & {
  readonly __typename?: 'SavingChangedError';
  /** SAVING_CHANGED */
  readonly code: ErrorCode;
  /** What it would be. */
  readonly current: Money;
  /** What the customer was shown. */
  readonly expected: Money;
  /** From what to what, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** A named group of customers, for conditions to ask for: those for whom a condition holds, or those who are listed. */
export type Segment = Node & {
  readonly __typename?: 'Segment';
  /** For whom the condition holds, who belongs; as JSON, in the form in which it is stored. Null where members are listed. */
  readonly condition?: Maybe<Scalars['JSONObject']['output']>;
  /** The condition in words and signs; null where members are listed. */
  readonly conditionText?: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it is about. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The segment's id. */
  readonly id: Scalars['ID']['output'];
  /** Whether its members are listed. It never changes. */
  readonly isListed: Scalars['Boolean']['output'];
  /** Who is listed, by kind and value; nobody, where it has a condition. */
  readonly members: SegmentMemberConnection;
  /** How conditions name it. It never changes, and no other segment of the tenant has it, however it is spelled. */
  readonly name: Scalars['String']['output'];
  /** When it was last changed, other than its list. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each change other than of the list; send it with `updateSegment`. */
  readonly version: Scalars['Int']['output'];
};


/** A named group of customers, for conditions to ask for: those for whom a condition holds, or those who are listed. */
export type SegmentMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A segment, by its id or by its name. */
export type SegmentByInput =
  /** By its id. */
  { readonly id: Scalars['ID']['input']; readonly name?: never; }
  |  /** By its name, as conditions name it. */
  { readonly id?: never; readonly name: Scalars['String']['input']; };

/** One comparison of a customer's segments. */
export type SegmentClauseInput = {
  /** Belongs to this one. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Belongs to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Does not belong to this one. */
  readonly ne?: InputMaybe<Scalars['String']['input']>;
};

/** A page of segments. */
export type SegmentConnection = {
  readonly __typename?: 'SegmentConnection';
  /** The segments, each with its cursor. */
  readonly edges: ReadonlyArray<SegmentEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** To what a customer belongs. */
export type SegmentCustomer = {
  readonly __typename?: 'SegmentCustomer';
  /** For each segment, in the order in which they were sent. */
  readonly memberships: ReadonlyArray<SegmentMembership>;
};

/** A customer whose membership is asked for. */
export type SegmentCustomerInput = {
  /** Who, by an e-mail or a phone number as well. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who, by an id in your own system. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** What the shop knows of the customer, for a segment's condition. */
  readonly profile?: InputMaybe<ProfileInput>;
};

/** A segment in a list. */
export type SegmentEdge = {
  readonly __typename?: 'SegmentEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The segment. */
  readonly node: Segment;
};

/** Which segments. Everything given must hold. */
export type SegmentFilter = {
  /** Whether the members are listed, or follow from a condition. */
  readonly isListed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whose name begins with this, in any case. */
  readonly namePrefix?: InputMaybe<Scalars['String']['input']>;
};

/** Conditions of rules ask for the segment. Change those first. */
export type SegmentInUseError = Error & {
  readonly __typename?: 'SegmentInUseError';
  /** SEGMENT_IN_USE */
  readonly code: ErrorCode;
  /** Which, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** The rules, oldest first; the first 20 of them. */
  readonly uses: ReadonlyArray<SegmentUse>;
};

/** Somebody who is listed in a segment, and so are all identities that are linked with this one. */
export type SegmentMember = {
  readonly __typename?: 'SegmentMember';
  /** Since when. */
  readonly addedAt: Scalars['DateTime']['output'];
  /** By which identity. */
  readonly identity: Identity;
};

/** A page of those who are listed in a segment. */
export type SegmentMemberConnection = {
  readonly __typename?: 'SegmentMemberConnection';
  /** Those who are listed, each with its cursor. */
  readonly edges: ReadonlyArray<SegmentMemberEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** Somebody in the list of a segment. */
export type SegmentMemberEdge = {
  readonly __typename?: 'SegmentMemberEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** Who it is. */
  readonly node: SegmentMember;
};

/** Input of `addSegmentMembers` and `removeSegmentMembers`. */
export type SegmentMembersInput = {
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Who, each by one identity; 1 to 1,000. */
  readonly identities: ReadonlyArray<IdentityInput>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Which segment. */
  readonly segmentId: Scalars['ID']['input'];
};

/** Whether a customer belongs to a segment, and why. */
export type SegmentMembership = {
  readonly __typename?: 'SegmentMembership';
  /** How each clause of its condition fared. None where members are listed. */
  readonly clauses: ReadonlyArray<ClauseReport>;
  /** How many identities were looked for: those sent, what they fold to, and all that any of them are linked with. */
  readonly identitiesCount: Scalars['Int']['output'];
  /** Whether the customer belongs to it. */
  readonly isMember: Scalars['Boolean']['output'];
  /** By which of the customer's identities: those that are listed. None where it has a condition. */
  readonly listedAs: ReadonlyArray<Identity>;
  /** To which. */
  readonly segment: Segment;
};

/** Another segment of the tenant has the name, however it is spelled. */
export type SegmentNameTakenError = Error & {
  readonly __typename?: 'SegmentNameTakenError';
  /** SEGMENT_NAME_TAKEN */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The name that was sent. */
  readonly name: Scalars['String']['output'];
};

/** The tenant has no such segment. */
export type SegmentNotFoundError = Error & {
  readonly __typename?: 'SegmentNotFoundError';
  /** SEGMENT_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence, and which may have been meant. */
  readonly message: Scalars['String']['output'];
  /** The id or the name that was sent. */
  readonly sought: Scalars['String']['output'];
};

/** The segment has a condition, from which follows who belongs, so nobody is listed in it. */
export type SegmentNotListedError = Error & {
  readonly __typename?: 'SegmentNotListedError';
  /** SEGMENT_NOT_LISTED */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The segment. */
  readonly segmentId: Scalars['ID']['output'];
};

/** An order of segments. */
export type SegmentOrder = {
  /** Which way. */
  readonly direction: OrderDirection;
  /** What to order by. */
  readonly field: SegmentOrderField;
};

/** What segments can be ordered by. */
export type SegmentOrderField =
  /** When they were made. */
  | 'CREATED_AT'
  /** Their name. */
  | 'NAME';

/** Changes of a segment. What is left out stays as it is; null clears. */
export type SegmentPatch = {
  /** Another condition, of a segment that has one. Cannot be cleared. */
  readonly condition?: InputMaybe<ConditionInput>;
  /** The same as JSON. */
  readonly conditionJson?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What it is about. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
};

/** A rule whose condition asks for a segment. */
export type SegmentUse = {
  readonly __typename?: 'SegmentUse';
  /** The rule's id. */
  readonly ruleId: Scalars['ID']['output'];
  /** The rule's name. */
  readonly ruleName: Scalars['String']['output'];
};

/** Input of `simulateRule`: a rule, and a sample of what it may be asked about. */
export type SimulateRuleInput = {
  /** At which instant; now if not given. */
  readonly at?: InputMaybe<Scalars['DateTime']['input']>;
  /** The cart's own named attributes: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Where it would happen, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who would, by an e-mail or a phone number as well. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who would; for segments that are lists. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** Which rule or condition. */
  readonly of: RuleSubjectInput;
  /** What the customer would buy. */
  readonly order: OrderInput;
  /** The names of the segments that the customer is taken to belong to. What is so now, if not given. */
  readonly segments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Answers of `simulateRule`. */
export type SimulateRuleResult = InvalidInputError | RuleNotFoundError | SegmentNotFoundError | SimulateRuleSuccess | TooManyIdentitiesError;

/** The rule was asked. */
export type SimulateRuleSuccess = {
  readonly __typename?: 'SimulateRuleSuccess';
  /** The least that would let coupons be used; empty if they may be, null if there is nothing to tell: see `noChanges`. */
  readonly changes?: Maybe<ReadonlyArray<CartChange>>;
  /** How each clause of the condition fared, also those that did not matter any more. */
  readonly clauses: ReadonlyArray<ClauseReport>;
  /** Whether the condition holds. */
  readonly holds: Scalars['Boolean']['output'];
  /** Whether the rule would let its coupons be used. */
  readonly isAllowed: Scalars['Boolean']['output'];
  /** Why there are none; null where `changes` is not. */
  readonly noChanges?: Maybe<NoChanges>;
  /** The rule; null for a condition that is not saved. */
  readonly rule?: Maybe<Rule>;
};

/** One comparison of what a customer has spent. */
export type SpendClauseInput = {
  /** From the one to the other, both included. */
  readonly between?: InputMaybe<DecimalRangeInput>;
  /** The currency of the amounts: a fact in another one does not match, whatever it is. Left out with `exists`. */
  readonly currency?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['Decimal']['input']>;
  /** Whether anything was said of it. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Decimal']['input']>>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['Decimal']['input']>;
};

/** How a coupon gets along with other coupons on the same order. */
export type Stacking = {
  readonly __typename?: 'Stacking';
  /** What its percentages are reckoned on. */
  readonly base: DiscountBase;
  /** With which others it may be used; null for any. Both must allow the other. It names their codes, so it needs READ. */
  readonly combinableWith?: Maybe<CombinableWith>;
  /** Of the coupons of one group at most one is used; null if it is in none. Needs READ. */
  readonly group?: Maybe<Scalars['String']['output']>;
  /** Whether it is used alone or not at all. */
  readonly isExclusive: Scalars['Boolean']['output'];
  /**
   * Per cent of a line's price before any discount that are still to be paid, whatever else is taken off the line: rounded up to the
   * smallest unit of the currency. Null for no floor.
   */
  readonly priceFloor?: Maybe<Scalars['Decimal']['output']>;
  /** Higher goes first, both in being chosen and in being taken off. Then codes go before automatic ones; gift cards pay last. */
  readonly priority: Scalars['Int']['output'];
};

/** See `Stacking`. */
export type StackingInput = {
  /** What its percentages are reckoned on. */
  readonly base: DiscountBase;
  /** With which others it may be used; with any if not given. */
  readonly combinableWith?: InputMaybe<CombinableWithInput>;
  /** Of the coupons of one group at most one is used. Case does not matter; 1 to 100 characters. */
  readonly group?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is used alone or not at all. */
  readonly isExclusive: Scalars['Boolean']['input'];
  /**
   * Per cent of a line's price before any discount that are still to be paid, whatever else is taken off the line: rounded up to the
   * smallest unit of the currency.
   */
  readonly priceFloor?: InputMaybe<Scalars['Decimal']['input']>;
  /** Higher goes first; -1,000,000 to 1,000,000. */
  readonly priority: Scalars['Int']['input'];
};

/** One comparison of what some items cost. */
export type SubtotalClauseInput = {
  /** From the one to the other, both included. */
  readonly between?: InputMaybe<DecimalRangeInput>;
  /** The currency of the amounts: a fact in another one does not match, whatever it is. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['Decimal']['input']>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Decimal']['input']>>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['Decimal']['input']>;
  /** Of which items; of all, if not given. */
  readonly of?: InputMaybe<ItemSelectionInput>;
};

/** Whether amounts of money include tax. Tearline reckons no tax, and converts no amount from one to the other. */
export type TaxBasis =
  /** They include tax: what the customer pays. */
  | 'GROSS'
  /** They are before tax. */
  | 'NET';

/** One comparison of a tax basis. */
export type TaxBasisClauseInput = {
  /** Equal to this. */
  readonly eq?: InputMaybe<TaxBasis>;
  /** Whether it was said. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Equal to one of these. */
  readonly in?: InputMaybe<ReadonlyArray<TaxBasis>>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<TaxBasis>;
};

/** The coupon is for amounts in one tax basis, and the order's are in the other, or nobody has said in which. */
export type TaxBasisMismatchError = Error & {
  readonly __typename?: 'TaxBasisMismatchError';
  /** TAX_BASIS_MISMATCH */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** What the coupon is stated in. */
  readonly couponTaxBasis: TaxBasis;
  /** Both, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** What the order is stated in; null if it was not said. */
  readonly orderTaxBasis?: Maybe<TaxBasis>;
};

/** How coupons are made, and what each is worth. What is changed of it changes none that are made already. */
export type Template = Node & {
  readonly __typename?: 'Template';
  /** How codes are made: `{RAND:n}` stands for n random letters and digits, none of which looks like another; the rest stays. */
  readonly codePattern: Scalars['String']['output'];
  /** The coupons that were made from it, newest first. Deleted ones are not among them: ask `coupons` for those. */
  readonly coupons: CouponConnection;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it is for. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The template's id. */
  readonly id: Scalars['ID']['output'];
  /** The owner's own data on the template itself; that of its coupons is in `terms`. */
  readonly metadata: Scalars['JSONObject']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What each coupon is worth, and when, and for what. */
  readonly terms: CouponTerms;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each change; send it with `updateTemplate`. */
  readonly version: Scalars['Int']['output'];
};


/** How coupons are made, and what each is worth. What is changed of it changes none that are made already. */
export type TemplateCouponsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of templates. */
export type TemplateConnection = {
  readonly __typename?: 'TemplateConnection';
  /** The templates, each with its cursor. */
  readonly edges: ReadonlyArray<TemplateEdge>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A template in a list. */
export type TemplateEdge = {
  readonly __typename?: 'TemplateEdge';
  /** Where it is in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The template. */
  readonly node: Template;
};

/** Which templates. Everything given must hold. */
export type TemplateFilter = {
  /** Whose name begins with this, in any case. */
  readonly namePrefix?: InputMaybe<Scalars['String']['input']>;
};

/** There are coupons of the template, so it cannot be deleted: they refer to it, also those that are deleted but not for good. */
export type TemplateInUseError = Error & {
  readonly __typename?: 'TemplateInUseError';
  /** TEMPLATE_IN_USE */
  readonly code: ErrorCode;
  /** How many coupons refer to it, deleted ones included. */
  readonly couponsCount: Scalars['Int']['output'];
  /** How many, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** The tenant has no such template. */
export type TemplateNotFoundError = Error & {
  readonly __typename?: 'TemplateNotFoundError';
  /** TEMPLATE_NOT_FOUND */
  readonly code: ErrorCode;
  /** A sentence. */
  readonly message: Scalars['String']['output'];
  /** The id that was sent. */
  readonly templateId: Scalars['ID']['output'];
};

/** An order of templates. */
export type TemplateOrder = {
  /** Which way. */
  readonly direction: OrderDirection;
  /** What to order by. */
  readonly field: TemplateOrderField;
};

/** What templates can be ordered by. */
export type TemplateOrderField =
  /** When they were made. */
  | 'CREATED_AT'
  /** Their name. */
  | 'NAME';

/** Changes of a template. What is left out stays as it is; null clears. */
export type TemplatePatch = {
  /** How codes are made. Cannot be cleared. */
  readonly codePattern?: InputMaybe<Scalars['String']['input']>;
  /** What it is for. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The owner's own data on the template itself, replaced as a whole. Null means empty. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Its name. Cannot be cleared. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Changes of what each coupon is worth, for coupons that are made from now on. Cannot be cleared. */
  readonly terms?: InputMaybe<CouponTermsPatch>;
};

/** One isolated account. */
export type Tenant = Node & {
  readonly __typename?: 'Tenant';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whether limits count `ada+shop@example.com` as `ada@example.com`. Not at first: see `updateTenant`. */
  readonly foldsAliases: Scalars['Boolean']['output'];
  /** Whether a secret for user tokens has been made. */
  readonly hasTokenSecret: Scalars['Boolean']['output'];
  /** The tenant's id; `sub_id` of its user tokens. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
};

/** One comparison of a text. */
export type TextClauseInput = {
  /** Equal to this. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Whether anything was said of it. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Scalars['String']['input']>;
};

/** Dates, or times of day, from one to another, both included. */
export type TextRangeInput = {
  /** The last. */
  readonly high: Scalars['String']['input'];
  /** The first. */
  readonly low: Scalars['String']['input'];
};

/** What is to reach a tier. */
export type TierMeasure =
  /** What the matching items cost before any discount. */
  | 'AMOUNT'
  /** How many units of matching items there are. Needs a cart. */
  | 'QUANTITY';

/** The more is bought, the more is taken off: the highest tier that is reached holds for all matching items. */
export type TieredDiscount = Discount & {
  readonly __typename?: 'TieredDiscount';
  /** What is to reach the tiers. */
  readonly by: TierMeasure;
  /** TIERED */
  readonly kind: DiscountKind;
  /** The tiers, lowest first. */
  readonly tiers: ReadonlyArray<DiscountTier>;
};

/** See `TieredDiscount`. */
export type TieredDiscountInput = {
  /** What is to reach the tiers. */
  readonly by: TierMeasure;
  /** 1 to 50 tiers, lowest first. Each asks for more than the one before, and takes off more. */
  readonly tiers: ReadonlyArray<DiscountTierInput>;
};

/** One comparison of the time of day, such as `18:30`. */
export type TimeOfDayClauseInput = {
  /** From the one to the other, both included; over midnight, if the second is earlier. */
  readonly between?: InputMaybe<TextRangeInput>;
  /** Above this. */
  readonly gt?: InputMaybe<Scalars['String']['input']>;
  /** This or above. */
  readonly gte?: InputMaybe<Scalars['String']['input']>;
  /** Below this. */
  readonly lt?: InputMaybe<Scalars['String']['input']>;
  /** This or below. */
  readonly lte?: InputMaybe<Scalars['String']['input']>;
  /** A zone of the IANA database, such as `Europe/London`. */
  readonly zone: Scalars['String']['input'];
};

/** Together they would be more identities than one customer can have. Nothing was linked. `limits`, which has no such answer, fails with `BAD_USER_INPUT`. */
export type TooManyIdentitiesError = Error & {
  readonly __typename?: 'TooManyIdentitiesError';
  /** TOO_MANY_IDENTITIES */
  readonly code: ErrorCode;
  /** How many they would be. */
  readonly count: Scalars['Int']['output'];
  /** How many one customer can have. */
  readonly limit: Scalars['Int']['output'];
  /** Both numbers, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** The target has as many limits as it may have. */
export type TooManyLimitsError = Error & {
  readonly __typename?: 'TooManyLimitsError';
  /** TOO_MANY_LIMITS */
  readonly code: ErrorCode;
  /** How many it may have. */
  readonly maximum: Scalars['Int']['output'];
  /** A sentence. */
  readonly message: Scalars['String']['output'];
};

/** A coupon, a campaign, a template or the tenant has as many rules as it can have. */
export type TooManyRulesError = Error & {
  readonly __typename?: 'TooManyRulesError';
  /** TOO_MANY_RULES */
  readonly code: ErrorCode;
  /** So many it can have. */
  readonly maximum: Scalars['Int']['output'];
  /** Which, and how many, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** The coupon, the campaign, the template or the tenant. */
  readonly targetId: Scalars['ID']['output'];
};

/** The tenant would have more test coupons than it can have. */
export type TooManyTestCodesError = Error & {
  readonly __typename?: 'TooManyTestCodesError';
  /** TOO_MANY_TEST_CODES */
  readonly code: ErrorCode;
  /** So many it has. */
  readonly existing: Scalars['Int']['output'];
  /** So many it can have. */
  readonly maximum: Scalars['Int']['output'];
  /** How many it can have, and has, in a sentence. */
  readonly message: Scalars['String']['output'];
};

/** Input of `updateBrand`. */
export type UpdateBrandInput = {
  /** Which brand. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to change. */
  readonly patch: BrandPatch;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that the change is based on. */
  readonly version: Scalars['Int']['input'];
};

/** Answers of `updateBrand`. */
export type UpdateBrandResult = BrandNotFoundError | CouponCodeTakenError | IdempotencyConflictError | InvalidInputError | UpdateBrandSuccess | VersionConflictError;

/** The brand was changed. */
export type UpdateBrandSuccess = {
  readonly __typename?: 'UpdateBrandSuccess';
  /** The brand as it is now. */
  readonly brand: Brand;
};

/** Input of `updateCampaign`. */
export type UpdateCampaignInput = {
  /** Which campaign. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to change. */
  readonly patch: CampaignPatch;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that the change is based on. */
  readonly version: Scalars['Int']['input'];
};

/** Answers of `updateCampaign`. */
export type UpdateCampaignResult = CampaignNotFoundError | IdempotencyConflictError | InvalidInputError | UpdateCampaignSuccess | VersionConflictError;

/** The campaign was changed. */
export type UpdateCampaignSuccess = {
  readonly __typename?: 'UpdateCampaignSuccess';
  /** The campaign as it is now. */
  readonly campaign: Campaign;
};

/** Input of `updateCoupon`. */
export type UpdateCouponInput = {
  /** Which coupon. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to change. */
  readonly patch: CouponPatch;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that the change is based on. */
  readonly version: Scalars['Int']['input'];
};

/** Answers of `updateCoupon`. */
export type UpdateCouponResult = CampaignNotFoundError | CouponNotFoundError | CouponRevokedError | IdempotencyConflictError | InvalidInputError | UpdateCouponSuccess | VersionConflictError;

/** The coupon was changed. */
export type UpdateCouponSuccess = {
  readonly __typename?: 'UpdateCouponSuccess';
  /** The coupon as it is now. */
  readonly coupon: Coupon;
  /**
   * How many customers have used it more often than `perCustomerLimit`, which may be set below that: they keep what they
   * had, and nothing more. Null if there is no such limit.
   */
  readonly customersAbove?: Maybe<Scalars['Int']['output']>;
};

/** Input of `updateLimit`. */
export type UpdateLimitInput = {
  /** Which limit. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to change. */
  readonly patch: LimitPatch;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that the change is based on. */
  readonly version: Scalars['Int']['input'];
};

/** Answers of `updateLimit`. */
export type UpdateLimitResult = IdempotencyConflictError | InvalidInputError | LimitNotFoundError | UpdateLimitSuccess | VersionConflictError;

/** The limit is changed. */
export type UpdateLimitSuccess = {
  readonly __typename?: 'UpdateLimitSuccess';
  /** How many customers, channels or values have used more than the new ceiling, in the span of time that runs. */
  readonly countersAbove: Scalars['Int']['output'];
  /** The limit. */
  readonly limit: Limit;
};

/** Input of `updateRule`. */
export type UpdateRuleInput = {
  /** Which rule. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to change. */
  readonly patch: RulePatch;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that the change is based on. */
  readonly version: Scalars['Int']['input'];
};

/** Answers of `updateRule`. */
export type UpdateRuleResult = IdempotencyConflictError | InvalidInputError | RuleNotFoundError | RuleTargetNotFoundError | SegmentNotFoundError | TooManyRulesError | UpdateRuleSuccess | VersionConflictError;

/** The rule was changed. */
export type UpdateRuleSuccess = {
  readonly __typename?: 'UpdateRuleSuccess';
  /** The rule as it is now. */
  readonly rule: Rule;
};

/** Input of `updateSegment`. */
export type UpdateSegmentInput = {
  /** Which segment. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to change. */
  readonly patch: SegmentPatch;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that the change is based on. */
  readonly version: Scalars['Int']['input'];
};

/** Answers of `updateSegment`. */
export type UpdateSegmentResult = IdempotencyConflictError | InvalidInputError | SegmentNotFoundError | UpdateSegmentSuccess | VersionConflictError;

/** The segment was changed. */
export type UpdateSegmentSuccess = {
  readonly __typename?: 'UpdateSegmentSuccess';
  /** The segment as it is now. */
  readonly segment: Segment;
};

/** Input of `updateTemplate`. */
export type UpdateTemplateInput = {
  /** Which template. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to change. */
  readonly patch: TemplatePatch;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that the change is based on. */
  readonly version: Scalars['Int']['input'];
};

/** Answers of `updateTemplate`. */
export type UpdateTemplateResult = CampaignNotFoundError | IdempotencyConflictError | InvalidInputError | TemplateNotFoundError | UpdateTemplateSuccess | VersionConflictError;

/** The template was changed; its coupons were not. */
export type UpdateTemplateSuccess = {
  readonly __typename?: 'UpdateTemplateSuccess';
  /** The template as it is now. */
  readonly template: Template;
};

/** Input of `updateTenant`. */
export type UpdateTenantInput = {
  /**
   * Whether limits count an e-mail without what stands behind a `+` before its `@`, whoever provides it. This holds for
   * uses from now on: what was counted under an e-mail with a `+` stays counted under that one, and counts for the other
   * as soon as the two are linked.
   */
  readonly foldsAliases?: InputMaybe<Scalars['Boolean']['input']>;
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is called; 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `updateTenant`. */
export type UpdateTenantResult = IdempotencyConflictError | InvalidInputError | UpdateTenantSuccess;

/** The tenant was changed, or was so already. */
export type UpdateTenantSuccess = {
  readonly __typename?: 'UpdateTenantSuccess';
  /** The tenant as it is now. */
  readonly tenant: Tenant;
};

/** The coupon's uses are used up. */
export type UsageLimitReachedError = Error & {
  readonly __typename?: 'UsageLimitReachedError';
  /** USAGE_LIMIT_REACHED */
  readonly code: ErrorCode;
  /** The code. */
  readonly couponCode: Scalars['String']['output'];
  /** How often it can be used. */
  readonly limit: Scalars['Int']['output'];
  /** The limit, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** How often it has been used. */
  readonly used: Scalars['Int']['output'];
};

/** Input of `validateCoupon`. */
export type ValidateCouponInput = {
  /** Of a gift card, take no more than this. */
  readonly amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Where it happens, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** The code as the customer typed it. */
  readonly code: Scalars['String']['input'];
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who it is for, by an e-mail or a phone number as well. Not with a user token. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who it is for. A user token's subject if not given. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** What the customer is about to buy. */
  readonly order: OrderInput;
  /** The order or checkout: what it holds of the coupon already does not stand in its way. What it has of others does, if they do not get along. */
  readonly reference?: InputMaybe<ReferenceInput>;
};

/** Answers of `validateCoupon`. */
export type ValidateCouponResult = CampaignNotRunningError | CouponConflictError | CouponDraftError | CouponExpiredError | CouponInactiveError | CouponNotApplicableError | CouponNotFoundError | CouponNotYetActiveError | CouponRevokedError | CurrencyMismatchError | CustomerLimitReachedError | CustomerRequiredError | GiftCardEmptyError | InvalidInputError | LimitReachedError | MinimumOrderNotMetError | ReferenceAlreadyRedeemedError | RuleNotMetError | TaxBasisMismatchError | TooManyIdentitiesError | UsageLimitReachedError | ValidateCouponSuccess;

/** The code can be used for this order. */
export type ValidateCouponSuccess = Valuation & {
  readonly __typename?: 'ValidateCouponSuccess';
  /** The coupon that the code stands for. */
  readonly coupon: Coupon;
  /** What is taken off the items. */
  readonly discount: Money;
  /** Whether shipping is free, up to `shippingDiscount` where the cost was sent. */
  readonly freeShipping: Scalars['Boolean']['output'];
  /** What is taken off each line; they add up to the discount. Empty if only a sum was sent. */
  readonly lines: ReadonlyArray<LineDiscount>;
  /** What would be left of the limits after this use. */
  readonly remaining: RemainingUses;
  /** What the customer gets beside the order; null for coupons that only take off money. */
  readonly reward?: Maybe<Reward>;
  /** What is taken off the shipping cost; null if the cost was not sent or is not reduced. */
  readonly shippingDiscount?: Maybe<Money>;
  /** What the items cost before the discount. */
  readonly subtotal: Money;
  /** What the order's amounts, and so these, are stated in; null if the shop did not say. */
  readonly taxBasis?: Maybe<TaxBasis>;
  /** What the items cost after the discount. Shipping is not part of it. */
  readonly total: Money;
};

/** Input of `validateCoupons`. */
export type ValidateCouponsInput = {
  /** The cart's own named attributes, by which limits may count, such as {"branch": "Leeds"}: up to 50 texts. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Whether automatic promotions are used as well. */
  readonly automatic: Scalars['Boolean']['input'];
  /** Where it happens, such as "web". */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** The codes as the customer typed them, in any order; 1 to 30. */
  readonly codes: ReadonlyArray<Scalars['String']['input']>;
  /** What conditions may ask about beside the order. */
  readonly context?: InputMaybe<ContextInput>;
  /** Who it is for, by an e-mail or a phone number as well. Not with a user token. */
  readonly customer?: InputMaybe<CustomerInput>;
  /** Who it is for. A user token's subject if not given. */
  readonly customerId?: InputMaybe<Scalars['String']['input']>;
  /** As of this instant, from the year 1000 to 9000, instead of now. Needs READ. What is used of limits is what is used now. */
  readonly evaluateAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether to say of each rule, clause by clause, what it saw and wanted. Needs a key with EXPLAIN. */
  readonly explain: Scalars['Boolean']['input'];
  /** How it is chosen what is used together. */
  readonly goal: CombinationGoal;
  /** What the customer is about to buy. */
  readonly order: OrderInput;
  /** The order or checkout: what it holds of the coupons already does not stand in its way. What it has of others does, if they do not get along. */
  readonly reference?: InputMaybe<ReferenceInput>;
  /**
   * In milliseconds, 1 to 5,000: the search for a `goal` ends after this time with the best that it has found, as it does in any case
   * after so many steps; `search` says by how much a better one could be better. Nothing like it is asked by `applyPromotions`, which
   * may then find a better one. No limit if not given.
   */
  readonly timeLimitMs?: InputMaybe<Scalars['Int']['input']>;
};

/** Answers of `validateCoupons`. */
export type ValidateCouponsResult = InvalidInputError | TooManyIdentitiesError | ValidateCouponsSuccess;

/** What codes are worth. */
export type ValidateCouponsSuccess = {
  readonly __typename?: 'ValidateCouponsSuccess';
  /** Each code alone, in the order in which they were sent. */
  readonly codes: ReadonlyArray<CodeValidation>;
  /** All of them together, with the automatic promotions. */
  readonly combination: Combination;
};

/** What a code takes off an order. */
export type Valuation = {
  /** The coupon that the code stands for. */
  readonly coupon: Coupon;
  /** What is taken off the items. */
  readonly discount: Money;
  /** Whether shipping is free, up to `shippingDiscount` where the cost was sent. */
  readonly freeShipping: Scalars['Boolean']['output'];
  /** What is taken off each line; they add up to the discount. Empty if only a sum was sent. */
  readonly lines: ReadonlyArray<LineDiscount>;
  /** What is left of the limits after this use. */
  readonly remaining: RemainingUses;
  /** What the customer gets beside the order; null for coupons that only take off money. */
  readonly reward?: Maybe<Reward>;
  /** What is taken off the shipping cost; null if the cost was not sent or is not reduced. */
  readonly shippingDiscount?: Maybe<Money>;
  /** What the items cost before the discount. */
  readonly subtotal: Money;
  /** What the order's amounts, and so these, are stated in; null if the shop did not say. */
  readonly taxBasis?: Maybe<TaxBasis>;
  /** What the items cost after the discount. Shipping is not part of it. */
  readonly total: Money;
};

/** Somebody else changed the object since it was read. Read it again, and decide again. */
export type VersionConflictError = Error & {
  readonly __typename?: 'VersionConflictError';
  /** VERSION_CONFLICT */
  readonly code: ErrorCode;
  /** The version that the object has now. */
  readonly currentVersion: Scalars['Int']['output'];
  /** The two versions, in a sentence. */
  readonly message: Scalars['String']['output'];
  /** The version that was sent. */
  readonly sentVersion: Scalars['Int']['output'];
};

/** Input of `voidRedemption`. */
export type VoidRedemptionInput = {
  /** On which occasion; the campaign's `usesReturn` says on which the use is given back. */
  readonly cause: ReturnCause;
  /** Which redemption. */
  readonly id: Scalars['ID']['input'];
  /** See `Mutation`. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What is given back; everything that is left if not given. */
  readonly lines?: InputMaybe<ReadonlyArray<ReturnedUnitsInput>>;
  /** Why, such as "order_cancelled". It is kept with the redemption and in the audit log. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answers of `voidRedemption`. */
export type VoidRedemptionResult = IdempotencyConflictError | InvalidInputError | OverloadedError | RedemptionAlreadyVoidedError | RedemptionLineNotFoundError | RedemptionNotFoundError | RedemptionReservedError | ReturnExceedsQuantityError | VoidRedemptionSuccess;

/** It was given back. */
export type VoidRedemptionSuccess = {
  readonly __typename?: 'VoidRedemptionSuccess';
  /** The redemption as it is now. */
  readonly redemption: Redemption;
  /** What was given back. */
  readonly returned: RedemptionReturn;
};

/** Days of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** One comparison of the weekday. */
export type WeekdayClauseInput = {
  /** Equal to this. */
  readonly eq?: InputMaybe<Weekday>;
  /** Equal to one of these; 1 to 500. */
  readonly in?: InputMaybe<ReadonlyArray<Weekday>>;
  /** Said, and not equal to this. */
  readonly ne?: InputMaybe<Weekday>;
  /** A zone of the IANA database, such as `Europe/London`. */
  readonly zone: Scalars['String']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ActivateCampaignResult:
    | ( Omit<ActivateCampaignSuccess, 'campaign'> & { campaign: _RefType['Campaign'] } & { __typename: 'ActivateCampaignSuccess' } )
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( CampaignOverError & { __typename: 'CampaignOverError' } )
    | ( CampaignTransitionError & { __typename: 'CampaignTransitionError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
  ;
  ActivateCouponResult:
    | ( Omit<ActivateCouponSuccess, 'coupon'> & { coupon: _RefType['Coupon'] } & { __typename: 'ActivateCouponSuccess' } )
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( CouponTransitionError & { __typename: 'CouponTransitionError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
  ;
  ActivateFanResult:
    | ( Omit<ActivateFanSuccess, 'fan'> & { fan: _RefType['Fan'] } & { __typename: 'ActivateFanSuccess' } )
    | ( ActivationTokenExpiredError & { __typename: 'ActivationTokenExpiredError' } )
    | ( ActivationTokenNotFoundError & { __typename: 'ActivationTokenNotFoundError' } )
    | ( ActivationTokenUsedError & { __typename: 'ActivationTokenUsedError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( OfferExpiredError & { __typename: 'OfferExpiredError' } )
    | ( OfferMissingError & { __typename: 'OfferMissingError' } )
  ;
  AddSegmentMembersResult:
    | ( Omit<AddSegmentMembersSuccess, 'segment'> & { segment: _RefType['Segment'] } & { __typename: 'AddSegmentMembersSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
    | ( SegmentNotListedError & { __typename: 'SegmentNotListedError' } )
  ;
  AnalyzeRuleResult:
    | ( Omit<AnalyzeRuleSuccess, 'contradictedBy' | 'rule' | 'shadowedBy'> & { contradictedBy: ReadonlyArray<_RefType['Rule']>, rule?: Maybe<_RefType['Rule']>, shadowedBy: ReadonlyArray<_RefType['Rule']> } & { __typename: 'AnalyzeRuleSuccess' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( RuleNotFoundError & { __typename: 'RuleNotFoundError' } )
  ;
  ApplyCouponResult:
    | ( ApplyCouponSuccessModel & { __typename: 'ApplyCouponSuccess' } )
    | ( CampaignNotRunningError & { __typename: 'CampaignNotRunningError' } )
    | ( Omit<CouponConflictError, 'conflicts'> & { conflicts: ReadonlyArray<_RefType['CouponConflict']> } & { __typename: 'CouponConflictError' } )
    | ( CouponDraftError & { __typename: 'CouponDraftError' } )
    | ( CouponExpiredError & { __typename: 'CouponExpiredError' } )
    | ( CouponInactiveError & { __typename: 'CouponInactiveError' } )
    | ( Omit<CouponNotApplicableError, 'applicability' | 'firstTier'> & { applicability: _RefType['Applicability'], firstTier?: Maybe<_RefType['FirstTier']> } & { __typename: 'CouponNotApplicableError' } )
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( CouponNotYetActiveError & { __typename: 'CouponNotYetActiveError' } )
    | ( CouponRevokedError & { __typename: 'CouponRevokedError' } )
    | ( CurrencyMismatchError & { __typename: 'CurrencyMismatchError' } )
    | ( CustomerLimitReachedError & { __typename: 'CustomerLimitReachedError' } )
    | ( CustomerRequiredError & { __typename: 'CustomerRequiredError' } )
    | ( Omit<GiftCardEmptyError, 'balance'> & { balance: _RefType['Money'] } & { __typename: 'GiftCardEmptyError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( LimitReachedModel & { __typename: 'LimitReachedError' } )
    | ( Omit<MinimumOrderNotMetError, 'current' | 'missing' | 'required'> & { current: _RefType['Money'], missing: _RefType['Money'], required: _RefType['Money'] } & { __typename: 'MinimumOrderNotMetError' } )
    | ( OutcomeUnknownError & { __typename: 'OutcomeUnknownError' } )
    | ( OverloadedError & { __typename: 'OverloadedError' } )
    | ( ReferenceAlreadyRedeemedError & { __typename: 'ReferenceAlreadyRedeemedError' } )
    | ( RuleNotMetModel & { __typename: 'RuleNotMetError' } )
    | ( TaxBasisMismatchError & { __typename: 'TaxBasisMismatchError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
    | ( UsageLimitReachedError & { __typename: 'UsageLimitReachedError' } )
  ;
  ApplyCouponsResult:
    | ( Omit<ApplyCouponsSuccess, 'results'> & { results: ReadonlyArray<_RefType['ApplyCouponResult']> } & { __typename: 'ApplyCouponsSuccess' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
  ;
  ApplyPromotionsResult:
    | ( Omit<ApplyPromotionsSuccess, 'paidByGiftCards' | 'redemptions' | 'rejected' | 'youSave'> & { paidByGiftCards: _RefType['Money'], redemptions: ReadonlyArray<_RefType['Redemption']>, rejected: ReadonlyArray<_RefType['RejectedPromotion']>, youSave: _RefType['Money'] } & { __typename: 'ApplyPromotionsSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( OverloadedError & { __typename: 'OverloadedError' } )
    | ( PromotionsRefusedModel & { __typename: 'PromotionsRefusedError' } )
    | ( ReferenceAlreadyRedeemedError & { __typename: 'ReferenceAlreadyRedeemedError' } )
    | ( Omit<SavingChangedError, 'current' | 'expected'> & { current: _RefType['Money'], expected: _RefType['Money'] } & { __typename: 'SavingChangedError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  CheckEligibilityResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( CheckEligibilitySuccessModel & { __typename: 'CheckEligibilitySuccess' } )
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( TemplateNotFoundError & { __typename: 'TemplateNotFoundError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  CheckLimitsResult:
    | ( CheckLimitsSuccessModel & { __typename: 'CheckLimitsSuccess' } )
    | ( Omit<CouponNotApplicableError, 'applicability' | 'firstTier'> & { applicability: _RefType['Applicability'], firstTier?: Maybe<_RefType['FirstTier']> } & { __typename: 'CouponNotApplicableError' } )
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( CurrencyMismatchError & { __typename: 'CurrencyMismatchError' } )
    | ( CustomerRequiredError & { __typename: 'CustomerRequiredError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( Omit<MinimumOrderNotMetError, 'current' | 'missing' | 'required'> & { current: _RefType['Money'], missing: _RefType['Money'], required: _RefType['Money'] } & { __typename: 'MinimumOrderNotMetError' } )
    | ( TaxBasisMismatchError & { __typename: 'TaxBasisMismatchError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  CompileRuleResult:
    | ( Omit<CompileRuleSuccess, 'plan' | 'rule'> & { plan: ReadonlyArray<_RefType['ConditionPlanStep']>, rule?: Maybe<_RefType['Rule']> } & { __typename: 'CompileRuleSuccess' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( RuleNotFoundError & { __typename: 'RuleNotFoundError' } )
  ;
  ConfirmReservationResult:
    | ( Omit<ConfirmReservationSuccess, 'reservation'> & { reservation: _RefType['Reservation'] } & { __typename: 'ConfirmReservationSuccess' } )
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( CouponRevokedError & { __typename: 'CouponRevokedError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( OverloadedError & { __typename: 'OverloadedError' } )
    | ( ReferenceAlreadyRedeemedError & { __typename: 'ReferenceAlreadyRedeemedError' } )
    | ( ReservationEndedError & { __typename: 'ReservationEndedError' } )
    | ( ReservationNotFoundError & { __typename: 'ReservationNotFoundError' } )
  ;
  CreateApiKeyResult:
    | ( Omit<CreateApiKeySuccess, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'CreateApiKeySuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
  ;
  CreateBrandResult:
    | ( BrandSlugTakenError & { __typename: 'BrandSlugTakenError' } )
    | ( CouponCodeTakenError & { __typename: 'CouponCodeTakenError' } )
    | ( Omit<CreateBrandSuccess, 'brand'> & { brand: _RefType['Brand'] } & { __typename: 'CreateBrandSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
  ;
  CreateCampaignResult:
    | ( Omit<CreateCampaignSuccess, 'campaign'> & { campaign: _RefType['Campaign'] } & { __typename: 'CreateCampaignSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
  ;
  CreateCouponResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( CouponCodeTakenError & { __typename: 'CouponCodeTakenError' } )
    | ( Omit<CreateCouponSuccess, 'coupon'> & { coupon: _RefType['Coupon'] } & { __typename: 'CreateCouponSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
  ;
  CreateCouponsFromTemplateResult:
    | ( CouponCodeTakenError & { __typename: 'CouponCodeTakenError' } )
    | ( Omit<CreateCouponsFromTemplateSuccess, 'coupons'> & { coupons: ReadonlyArray<_RefType['Coupon']> } & { __typename: 'CreateCouponsFromTemplateSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( TemplateNotFoundError & { __typename: 'TemplateNotFoundError' } )
  ;
  CreateLimitResult:
    | ( Omit<CreateLimitSuccess, 'limit'> & { limit: _RefType['Limit'] } & { __typename: 'CreateLimitSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( LimitTargetNotFoundError & { __typename: 'LimitTargetNotFoundError' } )
    | ( TooManyLimitsError & { __typename: 'TooManyLimitsError' } )
  ;
  CreateRuleResult:
    | ( Omit<CreateRuleSuccess, 'rule'> & { rule: _RefType['Rule'] } & { __typename: 'CreateRuleSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( RuleTargetNotFoundError & { __typename: 'RuleTargetNotFoundError' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
    | ( TooManyRulesError & { __typename: 'TooManyRulesError' } )
  ;
  CreateSegmentResult:
    | ( Omit<CreateSegmentSuccess, 'segment'> & { segment: _RefType['Segment'] } & { __typename: 'CreateSegmentSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( SegmentNameTakenError & { __typename: 'SegmentNameTakenError' } )
  ;
  CreateTemplateResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( Omit<CreateTemplateSuccess, 'template'> & { template: _RefType['Template'] } & { __typename: 'CreateTemplateSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
  ;
  DeactivateCouponResult:
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( CouponTransitionError & { __typename: 'CouponTransitionError' } )
    | ( Omit<DeactivateCouponSuccess, 'coupon'> & { coupon: _RefType['Coupon'] } & { __typename: 'DeactivateCouponSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
  ;
  DeleteCouponResult:
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( CouponUsedError & { __typename: 'CouponUsedError' } )
    | ( DeleteCouponSuccess & { __typename: 'DeleteCouponSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
  ;
  DeleteLimitResult:
    | ( DeleteLimitSuccess & { __typename: 'DeleteLimitSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( LimitNotFoundError & { __typename: 'LimitNotFoundError' } )
  ;
  DeleteRuleResult:
    | ( DeleteRuleSuccess & { __typename: 'DeleteRuleSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( RuleNotFoundError & { __typename: 'RuleNotFoundError' } )
  ;
  DeleteSegmentResult:
    | ( DeleteSegmentSuccess & { __typename: 'DeleteSegmentSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( SegmentInUseError & { __typename: 'SegmentInUseError' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
  ;
  DeleteTemplateResult:
    | ( DeleteTemplateSuccess & { __typename: 'DeleteTemplateSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( TemplateInUseError & { __typename: 'TemplateInUseError' } )
    | ( TemplateNotFoundError & { __typename: 'TemplateNotFoundError' } )
  ;
  DeleteTestCodesResult:
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( DeleteTestCodesSuccess & { __typename: 'DeleteTestCodesSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
  ;
  EndCampaignResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( CampaignTransitionError & { __typename: 'CampaignTransitionError' } )
    | ( Omit<EndCampaignSuccess, 'campaign'> & { campaign: _RefType['Campaign'] } & { __typename: 'EndCampaignSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
  ;
  EvaluateSegmentResult:
    | ( Omit<EvaluateSegmentSuccess, 'membership'> & { membership: _RefType['SegmentMembership'] } & { __typename: 'EvaluateSegmentSuccess' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  EvaluateSegmentsResult:
    | ( Omit<EvaluateSegmentsSuccess, 'customers'> & { customers: ReadonlyArray<_RefType['SegmentCustomer']> } & { __typename: 'EvaluateSegmentsSuccess' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  GenerateTestCodesResult:
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( Omit<GenerateTestCodesSuccess, 'coupons'> & { coupons: ReadonlyArray<_RefType['Coupon']> } & { __typename: 'GenerateTestCodesSuccess' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( TooManyTestCodesError & { __typename: 'TooManyTestCodesError' } )
  ;
  LinkCustomerResult:
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( Omit<LinkCustomerSuccess, 'customer'> & { customer: _RefType['Customer'] } & { __typename: 'LinkCustomerSuccess' } )
    | ( OverloadedError & { __typename: 'OverloadedError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  PauseCampaignResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( CampaignTransitionError & { __typename: 'CampaignTransitionError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<PauseCampaignSuccess, 'campaign'> & { campaign: _RefType['Campaign'] } & { __typename: 'PauseCampaignSuccess' } )
  ;
  PreviewPromotionsResult:
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( Omit<PreviewPromotionsSuccess, 'combination'> & { combination: _RefType['Combination'] } & { __typename: 'PreviewPromotionsSuccess' } )
    | ( ReferenceAlreadyRedeemedError & { __typename: 'ReferenceAlreadyRedeemedError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  ReactivateCouponResult:
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( CouponTransitionError & { __typename: 'CouponTransitionError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<ReactivateCouponSuccess, 'coupon'> & { coupon: _RefType['Coupon'] } & { __typename: 'ReactivateCouponSuccess' } )
  ;
  RegisterFanResult:
    | ( BrandNotFoundError & { __typename: 'BrandNotFoundError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( OfferExpiredError & { __typename: 'OfferExpiredError' } )
    | ( OfferMissingError & { __typename: 'OfferMissingError' } )
    | ( Omit<RegisterFanSuccess, 'fan'> & { fan: _RefType['Fan'] } & { __typename: 'RegisterFanSuccess' } )
  ;
  ReleaseReservationResult:
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( OverloadedError & { __typename: 'OverloadedError' } )
    | ( Omit<ReleaseReservationSuccess, 'reservation'> & { reservation: _RefType['Reservation'] } & { __typename: 'ReleaseReservationSuccess' } )
    | ( ReservationEndedError & { __typename: 'ReservationEndedError' } )
    | ( ReservationNotFoundError & { __typename: 'ReservationNotFoundError' } )
  ;
  RemoveSegmentMembersResult:
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( Omit<RemoveSegmentMembersSuccess, 'segment'> & { segment: _RefType['Segment'] } & { __typename: 'RemoveSegmentMembersSuccess' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
    | ( SegmentNotListedError & { __typename: 'SegmentNotListedError' } )
  ;
  ReserveCouponsResult:
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( OverloadedError & { __typename: 'OverloadedError' } )
    | ( ReservationEndedError & { __typename: 'ReservationEndedError' } )
    | ( ReservationRefusedModel & { __typename: 'ReservationRefusedError' } )
    | ( Omit<ReserveCouponsSuccess, 'refusals' | 'reservation'> & { refusals: ReadonlyArray<_RefType['Error']>, reservation: _RefType['Reservation'] } & { __typename: 'ReserveCouponsSuccess' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  ResumeCampaignResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( CampaignOverError & { __typename: 'CampaignOverError' } )
    | ( CampaignTransitionError & { __typename: 'CampaignTransitionError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<ResumeCampaignSuccess, 'campaign'> & { campaign: _RefType['Campaign'] } & { __typename: 'ResumeCampaignSuccess' } )
  ;
  RetryDeliveryResult:
    | ( DeliveryNotFoundError & { __typename: 'DeliveryNotFoundError' } )
    | ( DeliverySucceededError & { __typename: 'DeliverySucceededError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<RetryDeliverySuccess, 'delivery'> & { delivery: _RefType['Delivery'] } & { __typename: 'RetryDeliverySuccess' } )
  ;
  ReturnQuoteResult:
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( RedemptionAlreadyVoidedError & { __typename: 'RedemptionAlreadyVoidedError' } )
    | ( RedemptionLineNotFoundError & { __typename: 'RedemptionLineNotFoundError' } )
    | ( RedemptionNotFoundError & { __typename: 'RedemptionNotFoundError' } )
    | ( RedemptionReservedError & { __typename: 'RedemptionReservedError' } )
    | ( ReturnExceedsQuantityError & { __typename: 'ReturnExceedsQuantityError' } )
    | ( Omit<ReturnQuote, 'clawback' | 'discount' | 'lines' | 'refund' | 'subtotal'> & { clawback: _RefType['Money'], discount: _RefType['Money'], lines: ReadonlyArray<_RefType['LineDiscount']>, refund: _RefType['Money'], subtotal: _RefType['Money'] } & { __typename: 'ReturnQuote' } )
  ;
  RevokeApiKeyResult:
    | ( ApiKeyNotFoundError & { __typename: 'ApiKeyNotFoundError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<RevokeApiKeySuccess, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'RevokeApiKeySuccess' } )
  ;
  RevokeCouponResult:
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( CouponTransitionError & { __typename: 'CouponTransitionError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<RevokeCouponSuccess, 'coupon'> & { coupon: _RefType['Coupon'] } & { __typename: 'RevokeCouponSuccess' } )
  ;
  RotateTokenSecretResult:
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( Omit<RotateTokenSecretSuccess, 'tenant'> & { tenant: _RefType['Tenant'] } & { __typename: 'RotateTokenSecretSuccess' } )
  ;
  SandboxPreviewResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( Omit<SandboxPreviewSuccess, 'orders' | 'totals'> & { orders: ReadonlyArray<_RefType['SandboxOrder']>, totals: ReadonlyArray<_RefType['SandboxTotals']> } & { __typename: 'SandboxPreviewSuccess' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
    | ( TemplateNotFoundError & { __typename: 'TemplateNotFoundError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  SandboxValidateResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( Omit<SandboxValidateSuccess, 'codes'> & { codes: ReadonlyArray<_RefType['SandboxValidation']> } & { __typename: 'SandboxValidateSuccess' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
    | ( TemplateNotFoundError & { __typename: 'TemplateNotFoundError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  SimulateRuleResult:
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( RuleNotFoundError & { __typename: 'RuleNotFoundError' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
    | ( SimulateRuleSuccessModel & { __typename: 'SimulateRuleSuccess' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
  ;
  UpdateBrandResult:
    | ( BrandNotFoundError & { __typename: 'BrandNotFoundError' } )
    | ( CouponCodeTakenError & { __typename: 'CouponCodeTakenError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( Omit<UpdateBrandSuccess, 'brand'> & { brand: _RefType['Brand'] } & { __typename: 'UpdateBrandSuccess' } )
    | ( VersionConflictError & { __typename: 'VersionConflictError' } )
  ;
  UpdateCampaignResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( Omit<UpdateCampaignSuccess, 'campaign'> & { campaign: _RefType['Campaign'] } & { __typename: 'UpdateCampaignSuccess' } )
    | ( VersionConflictError & { __typename: 'VersionConflictError' } )
  ;
  UpdateCouponResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( CouponRevokedError & { __typename: 'CouponRevokedError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( Omit<UpdateCouponSuccess, 'coupon'> & { coupon: _RefType['Coupon'] } & { __typename: 'UpdateCouponSuccess' } )
    | ( VersionConflictError & { __typename: 'VersionConflictError' } )
  ;
  UpdateLimitResult:
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( LimitNotFoundError & { __typename: 'LimitNotFoundError' } )
    | ( Omit<UpdateLimitSuccess, 'limit'> & { limit: _RefType['Limit'] } & { __typename: 'UpdateLimitSuccess' } )
    | ( VersionConflictError & { __typename: 'VersionConflictError' } )
  ;
  UpdateRuleResult:
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( RuleNotFoundError & { __typename: 'RuleNotFoundError' } )
    | ( RuleTargetNotFoundError & { __typename: 'RuleTargetNotFoundError' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
    | ( TooManyRulesError & { __typename: 'TooManyRulesError' } )
    | ( Omit<UpdateRuleSuccess, 'rule'> & { rule: _RefType['Rule'] } & { __typename: 'UpdateRuleSuccess' } )
    | ( VersionConflictError & { __typename: 'VersionConflictError' } )
  ;
  UpdateSegmentResult:
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( SegmentNotFoundError & { __typename: 'SegmentNotFoundError' } )
    | ( Omit<UpdateSegmentSuccess, 'segment'> & { segment: _RefType['Segment'] } & { __typename: 'UpdateSegmentSuccess' } )
    | ( VersionConflictError & { __typename: 'VersionConflictError' } )
  ;
  UpdateTemplateResult:
    | ( CampaignNotFoundError & { __typename: 'CampaignNotFoundError' } )
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( TemplateNotFoundError & { __typename: 'TemplateNotFoundError' } )
    | ( Omit<UpdateTemplateSuccess, 'template'> & { template: _RefType['Template'] } & { __typename: 'UpdateTemplateSuccess' } )
    | ( VersionConflictError & { __typename: 'VersionConflictError' } )
  ;
  UpdateTenantResult:
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( Omit<UpdateTenantSuccess, 'tenant'> & { tenant: _RefType['Tenant'] } & { __typename: 'UpdateTenantSuccess' } )
  ;
  ValidateCouponResult:
    | ( CampaignNotRunningError & { __typename: 'CampaignNotRunningError' } )
    | ( Omit<CouponConflictError, 'conflicts'> & { conflicts: ReadonlyArray<_RefType['CouponConflict']> } & { __typename: 'CouponConflictError' } )
    | ( CouponDraftError & { __typename: 'CouponDraftError' } )
    | ( CouponExpiredError & { __typename: 'CouponExpiredError' } )
    | ( CouponInactiveError & { __typename: 'CouponInactiveError' } )
    | ( Omit<CouponNotApplicableError, 'applicability' | 'firstTier'> & { applicability: _RefType['Applicability'], firstTier?: Maybe<_RefType['FirstTier']> } & { __typename: 'CouponNotApplicableError' } )
    | ( CouponNotFoundError & { __typename: 'CouponNotFoundError' } )
    | ( CouponNotYetActiveError & { __typename: 'CouponNotYetActiveError' } )
    | ( CouponRevokedError & { __typename: 'CouponRevokedError' } )
    | ( CurrencyMismatchError & { __typename: 'CurrencyMismatchError' } )
    | ( CustomerLimitReachedError & { __typename: 'CustomerLimitReachedError' } )
    | ( CustomerRequiredError & { __typename: 'CustomerRequiredError' } )
    | ( Omit<GiftCardEmptyError, 'balance'> & { balance: _RefType['Money'] } & { __typename: 'GiftCardEmptyError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( LimitReachedModel & { __typename: 'LimitReachedError' } )
    | ( Omit<MinimumOrderNotMetError, 'current' | 'missing' | 'required'> & { current: _RefType['Money'], missing: _RefType['Money'], required: _RefType['Money'] } & { __typename: 'MinimumOrderNotMetError' } )
    | ( ReferenceAlreadyRedeemedError & { __typename: 'ReferenceAlreadyRedeemedError' } )
    | ( RuleNotMetModel & { __typename: 'RuleNotMetError' } )
    | ( TaxBasisMismatchError & { __typename: 'TaxBasisMismatchError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
    | ( UsageLimitReachedError & { __typename: 'UsageLimitReachedError' } )
    | ( ValidateCouponSuccessModel & { __typename: 'ValidateCouponSuccess' } )
  ;
  ValidateCouponsResult:
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( TooManyIdentitiesError & { __typename: 'TooManyIdentitiesError' } )
    | ( Omit<ValidateCouponsSuccess, 'codes' | 'combination'> & { codes: ReadonlyArray<_RefType['CodeValidation']>, combination: _RefType['Combination'] } & { __typename: 'ValidateCouponsSuccess' } )
  ;
  VoidRedemptionResult:
    | ( IdempotencyConflictError & { __typename: 'IdempotencyConflictError' } )
    | ( InvalidInputError & { __typename: 'InvalidInputError' } )
    | ( OverloadedError & { __typename: 'OverloadedError' } )
    | ( RedemptionAlreadyVoidedError & { __typename: 'RedemptionAlreadyVoidedError' } )
    | ( RedemptionLineNotFoundError & { __typename: 'RedemptionLineNotFoundError' } )
    | ( RedemptionNotFoundError & { __typename: 'RedemptionNotFoundError' } )
    | ( RedemptionReservedError & { __typename: 'RedemptionReservedError' } )
    | ( ReturnExceedsQuantityError & { __typename: 'ReturnExceedsQuantityError' } )
    | ( Omit<VoidRedemptionSuccess, 'redemption' | 'returned'> & { redemption: _RefType['Redemption'], returned: _RefType['RedemptionReturn'] } & { __typename: 'VoidRedemptionSuccess' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Discount:
    | ( BuyXGetYDiscountModel )
    | ( FixedDiscountModel )
    | ( FixedPriceDiscountModel )
    | ( FreeShippingDiscountModel )
    | ( GiftCardDiscountModel )
    | ( PercentageDiscountModel )
    | ( RewardDiscountModel )
    | ( TieredDiscountModel )
  ;
  Error:
    | ( ActivationTokenExpiredError )
    | ( ActivationTokenNotFoundError )
    | ( ActivationTokenUsedError )
    | ( ApiKeyNotFoundError )
    | ( BrandNotFoundError )
    | ( BrandSlugTakenError )
    | ( CampaignNotFoundError )
    | ( CampaignNotRunningError )
    | ( CampaignOverError )
    | ( CampaignTransitionError )
    | ( CouponCodeTakenError )
    | ( Omit<CouponConflictError, 'conflicts'> & { conflicts: ReadonlyArray<_RefType['CouponConflict']> } )
    | ( CouponDraftError )
    | ( CouponExpiredError )
    | ( CouponInactiveError )
    | ( Omit<CouponNotApplicableError, 'applicability' | 'firstTier'> & { applicability: _RefType['Applicability'], firstTier?: Maybe<_RefType['FirstTier']> } )
    | ( CouponNotFoundError )
    | ( CouponNotYetActiveError )
    | ( CouponRevokedError )
    | ( CouponTransitionError )
    | ( CouponUsedError )
    | ( CurrencyMismatchError )
    | ( CustomerLimitReachedError )
    | ( CustomerRequiredError )
    | ( DeliveryNotFoundError )
    | ( DeliverySucceededError )
    | ( Omit<GiftCardEmptyError, 'balance'> & { balance: _RefType['Money'] } )
    | ( IdempotencyConflictError )
    | ( InvalidInputError )
    | ( LimitNotFoundError )
    | ( LimitReachedModel )
    | ( LimitTargetNotFoundError )
    | ( Omit<MinimumOrderNotMetError, 'current' | 'missing' | 'required'> & { current: _RefType['Money'], missing: _RefType['Money'], required: _RefType['Money'] } )
    | ( OfferExpiredError )
    | ( OfferMissingError )
    | ( OutbidByOthersModel )
    | ( OutcomeUnknownError )
    | ( OverloadedError )
    | ( PromotionsRefusedModel )
    | ( RedemptionAlreadyVoidedError )
    | ( RedemptionLineNotFoundError )
    | ( RedemptionNotFoundError )
    | ( RedemptionReservedError )
    | ( ReferenceAlreadyRedeemedError )
    | ( ReservationEndedError )
    | ( ReservationNotFoundError )
    | ( ReservationRefusedModel )
    | ( ReturnExceedsQuantityError )
    | ( RuleNotFoundError )
    | ( RuleNotMetModel )
    | ( RuleTargetNotFoundError )
    | ( Omit<SavingChangedError, 'current' | 'expected'> & { current: _RefType['Money'], expected: _RefType['Money'] } )
    | ( SegmentInUseError )
    | ( SegmentNameTakenError )
    | ( SegmentNotFoundError )
    | ( SegmentNotListedError )
    | ( TaxBasisMismatchError )
    | ( TemplateInUseError )
    | ( TemplateNotFoundError )
    | ( TooManyIdentitiesError )
    | ( TooManyLimitsError )
    | ( TooManyRulesError )
    | ( TooManyTestCodesError )
    | ( UsageLimitReachedError )
    | ( VersionConflictError )
  ;
  Node:
    | ( ApiKeyModel )
    | ( AuditEventModel )
    | ( BrandModel )
    | ( CampaignModel )
    | ( CouponModel )
    | ( DeliveryModel )
    | ( FanModel )
    | ( LimitModel )
    | ( RedemptionModel )
    | ( ReservationModel )
    | ( RuleModel )
    | ( SegmentModel )
    | ( TemplateModel )
    | ( TenantModel )
  ;
  Valuation:
    | ( ApplyCouponSuccessModel )
    | ( CouponValuationModel )
    | ( ValidateCouponSuccessModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivateCampaignResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ActivateCampaignResult']>;
  ActivateCampaignSuccess: ResolverTypeWrapper<Omit<ActivateCampaignSuccess, 'campaign'> & { campaign: ResolversTypes['Campaign'] }>;
  ActivateCouponResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ActivateCouponResult']>;
  ActivateCouponSuccess: ResolverTypeWrapper<Omit<ActivateCouponSuccess, 'coupon'> & { coupon: ResolversTypes['Coupon'] }>;
  ActivateFanInput: ActivateFanInput;
  ActivateFanResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ActivateFanResult']>;
  ActivateFanSuccess: ResolverTypeWrapper<Omit<ActivateFanSuccess, 'fan'> & { fan: ResolversTypes['Fan'] }>;
  ActivationTokenExpiredError: ResolverTypeWrapper<ActivationTokenExpiredError>;
  ActivationTokenNotFoundError: ResolverTypeWrapper<ActivationTokenNotFoundError>;
  ActivationTokenUsedError: ResolverTypeWrapper<ActivationTokenUsedError>;
  Actor: ResolverTypeWrapper<Actor>;
  ActorKind: ActorKind;
  AddSegmentMembersResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AddSegmentMembersResult']>;
  AddSegmentMembersSuccess: ResolverTypeWrapper<Omit<AddSegmentMembersSuccess, 'segment'> & { segment: ResolversTypes['Segment'] }>;
  Adjustment: ResolverTypeWrapper<Omit<Adjustment, 'amount'> & { amount: ResolversTypes['Money'] }>;
  AnalyzeRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AnalyzeRuleResult']>;
  AnalyzeRuleSuccess: ResolverTypeWrapper<Omit<AnalyzeRuleSuccess, 'contradictedBy' | 'rule' | 'shadowedBy'> & { contradictedBy: ReadonlyArray<ResolversTypes['Rule']>, rule?: Maybe<ResolversTypes['Rule']>, shadowedBy: ReadonlyArray<ResolversTypes['Rule']> }>;
  ApiKey: ResolverTypeWrapper<ApiKeyModel>;
  ApiKeyConnection: ResolverTypeWrapper<Omit<ApiKeyConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ApiKeyEdge']> }>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['ApiKey'] }>;
  ApiKeyNotFoundError: ResolverTypeWrapper<ApiKeyNotFoundError>;
  Applicability: ResolverTypeWrapper<Applicability>;
  ApplicabilityInput: ApplicabilityInput;
  AppliedPromotion: ResolverTypeWrapper<Omit<AppliedPromotion, 'coupon' | 'discount' | 'reward' | 'shippingDiscount'> & { coupon: ResolversTypes['Coupon'], discount: ResolversTypes['Money'], reward?: Maybe<ResolversTypes['Reward']>, shippingDiscount?: Maybe<ResolversTypes['Money']> }>;
  ApplyCouponInput: ApplyCouponInput;
  ApplyCouponResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApplyCouponResult']>;
  ApplyCouponSuccess: ResolverTypeWrapper<ApplyCouponSuccessModel>;
  ApplyCouponsInput: ApplyCouponsInput;
  ApplyCouponsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApplyCouponsResult']>;
  ApplyCouponsSuccess: ResolverTypeWrapper<Omit<ApplyCouponsSuccess, 'results'> & { results: ReadonlyArray<ResolversTypes['ApplyCouponResult']> }>;
  ApplyPromotionsInput: ApplyPromotionsInput;
  ApplyPromotionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApplyPromotionsResult']>;
  ApplyPromotionsSuccess: ResolverTypeWrapper<Omit<ApplyPromotionsSuccess, 'paidByGiftCards' | 'redemptions' | 'rejected' | 'youSave'> & { paidByGiftCards: ResolversTypes['Money'], redemptions: ReadonlyArray<ResolversTypes['Redemption']>, rejected: ReadonlyArray<ResolversTypes['RejectedPromotion']>, youSave: ResolversTypes['Money'] }>;
  AttributeClauseInput: AttributeClauseInput;
  AttributeOwner: AttributeOwner;
  AttributeValue: ResolverTypeWrapper<Scalars['AttributeValue']['output']>;
  AuditEvent: ResolverTypeWrapper<AuditEventModel>;
  AuditEventConnection: ResolverTypeWrapper<Omit<AuditEventConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AuditEventEdge']> }>;
  AuditEventEdge: ResolverTypeWrapper<Omit<AuditEventEdge, 'node'> & { node: ResolversTypes['AuditEvent'] }>;
  AuditEventFilter: AuditEventFilter;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Brand: ResolverTypeWrapper<BrandModel>;
  BrandConnection: ResolverTypeWrapper<Omit<BrandConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['BrandEdge']> }>;
  BrandEdge: ResolverTypeWrapper<Omit<BrandEdge, 'node'> & { node: ResolversTypes['Brand'] }>;
  BrandNotFoundError: ResolverTypeWrapper<BrandNotFoundError>;
  BrandPatch: BrandPatch;
  BrandSlugTakenError: ResolverTypeWrapper<BrandSlugTakenError>;
  BuyX: ResolverTypeWrapper<BuyX>;
  BuyXGetYDiscount: ResolverTypeWrapper<BuyXGetYDiscountModel>;
  BuyXGetYDiscountInput: BuyXGetYDiscountInput;
  BuyXInput: BuyXInput;
  Campaign: ResolverTypeWrapper<CampaignModel>;
  CampaignActionInput: CampaignActionInput;
  CampaignConnection: ResolverTypeWrapper<Omit<CampaignConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CampaignEdge']> }>;
  CampaignEdge: ResolverTypeWrapper<Omit<CampaignEdge, 'node'> & { node: ResolversTypes['Campaign'] }>;
  CampaignFilter: CampaignFilter;
  CampaignNotFoundError: ResolverTypeWrapper<CampaignNotFoundError>;
  CampaignNotRunningError: ResolverTypeWrapper<CampaignNotRunningError>;
  CampaignOrder: CampaignOrder;
  CampaignOrderField: CampaignOrderField;
  CampaignOverError: ResolverTypeWrapper<CampaignOverError>;
  CampaignPatch: CampaignPatch;
  CampaignStatus: CampaignStatus;
  CampaignTransitionError: ResolverTypeWrapper<CampaignTransitionError>;
  CartAttributeClauseInput: CartAttributeClauseInput;
  CartChange: ResolverTypeWrapper<ChangeModel>;
  CartChangeKind: CartChangeKind;
  CartInput: CartInput;
  CartLineInput: CartLineInput;
  CartTotalClauseInput: CartTotalClauseInput;
  CheckEligibilityInput: CheckEligibilityInput;
  CheckEligibilityResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckEligibilityResult']>;
  CheckEligibilitySuccess: ResolverTypeWrapper<CheckEligibilitySuccessModel>;
  CheckLimitsInput: CheckLimitsInput;
  CheckLimitsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckLimitsResult']>;
  CheckLimitsSuccess: ResolverTypeWrapper<CheckLimitsSuccessModel>;
  CheckedLimit: ResolverTypeWrapper<CheckedLimitModel>;
  ClauseReport: ResolverTypeWrapper<ClauseReportModel>;
  ClauseSegment: ResolverTypeWrapper<Omit<ClauseSegment, 'clauses'> & { clauses?: Maybe<ReadonlyArray<ResolversTypes['ClauseReport']>> }>;
  ClauseWeight: ClauseWeight;
  ClawbackPolicy: ClawbackPolicy;
  CodeValidation: ResolverTypeWrapper<CodeValidationModel>;
  CombinableWith: ResolverTypeWrapper<CombinableWith>;
  CombinableWithInput: CombinableWithInput;
  Combination: ResolverTypeWrapper<PromotedModel>;
  CombinationGoal: CombinationGoal;
  CombinationSearch: ResolverTypeWrapper<Omit<CombinationSearch, 'gap' | 'runnerUp'> & { gap: ResolversTypes['Money'], runnerUp?: Maybe<ResolversTypes['RunnerUp']> }>;
  CombinedLine: ResolverTypeWrapper<Omit<CombinedLine, 'adjustments' | 'discount' | 'subtotal' | 'total'> & { adjustments: ReadonlyArray<ResolversTypes['Adjustment']>, discount: ResolversTypes['Money'], subtotal: ResolversTypes['Money'], total: ResolversTypes['Money'] }>;
  CompileRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CompileRuleResult']>;
  CompileRuleSuccess: ResolverTypeWrapper<Omit<CompileRuleSuccess, 'plan' | 'rule'> & { plan: ReadonlyArray<ResolversTypes['ConditionPlanStep']>, rule?: Maybe<ResolversTypes['Rule']> }>;
  ConditionInput: ConditionInput;
  ConditionPlanStep: ResolverTypeWrapper<PlanStepModel>;
  ConditionPlanStepKind: ConditionPlanStepKind;
  ConfirmReservationInput: ConfirmReservationInput;
  ConfirmReservationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConfirmReservationResult']>;
  ConfirmReservationSuccess: ResolverTypeWrapper<Omit<ConfirmReservationSuccess, 'reservation'> & { reservation: ResolversTypes['Reservation'] }>;
  ConflictCause: ConflictCause;
  ContextInput: ContextInput;
  Coupon: ResolverTypeWrapper<CouponModel>;
  CouponActionInput: CouponActionInput;
  CouponCodeTakenError: ResolverTypeWrapper<CouponCodeTakenError>;
  CouponConflict: ResolverTypeWrapper<CouponConflict>;
  CouponConflictError: ResolverTypeWrapper<Omit<CouponConflictError, 'conflicts'> & { conflicts: ReadonlyArray<ResolversTypes['CouponConflict']> }>;
  CouponConnection: ResolverTypeWrapper<Omit<CouponConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CouponEdge']> }>;
  CouponDraftError: ResolverTypeWrapper<CouponDraftError>;
  CouponEdge: ResolverTypeWrapper<Omit<CouponEdge, 'node'> & { node: ResolversTypes['Coupon'] }>;
  CouponExpiredError: ResolverTypeWrapper<CouponExpiredError>;
  CouponFilter: CouponFilter;
  CouponInactiveError: ResolverTypeWrapper<CouponInactiveError>;
  CouponNotApplicableError: ResolverTypeWrapper<Omit<CouponNotApplicableError, 'applicability' | 'firstTier'> & { applicability: ResolversTypes['Applicability'], firstTier?: Maybe<ResolversTypes['FirstTier']> }>;
  CouponNotFoundError: ResolverTypeWrapper<CouponNotFoundError>;
  CouponNotYetActiveError: ResolverTypeWrapper<CouponNotYetActiveError>;
  CouponOrder: CouponOrder;
  CouponOrderField: CouponOrderField;
  CouponPatch: CouponPatch;
  CouponRevokedError: ResolverTypeWrapper<CouponRevokedError>;
  CouponStatus: CouponStatus;
  CouponTerms: ResolverTypeWrapper<CouponTermsModel>;
  CouponTermsInput: CouponTermsInput;
  CouponTermsPatch: CouponTermsPatch;
  CouponTransitionError: ResolverTypeWrapper<CouponTransitionError>;
  CouponTrigger: CouponTrigger;
  CouponUsedError: ResolverTypeWrapper<CouponUsedError>;
  CouponValuation: ResolverTypeWrapper<CouponValuationModel>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateApiKeyResult']>;
  CreateApiKeySuccess: ResolverTypeWrapper<Omit<CreateApiKeySuccess, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  CreateBrandInput: CreateBrandInput;
  CreateBrandResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateBrandResult']>;
  CreateBrandSuccess: ResolverTypeWrapper<Omit<CreateBrandSuccess, 'brand'> & { brand: ResolversTypes['Brand'] }>;
  CreateCampaignInput: CreateCampaignInput;
  CreateCampaignResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateCampaignResult']>;
  CreateCampaignSuccess: ResolverTypeWrapper<Omit<CreateCampaignSuccess, 'campaign'> & { campaign: ResolversTypes['Campaign'] }>;
  CreateCouponInput: CreateCouponInput;
  CreateCouponResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateCouponResult']>;
  CreateCouponSuccess: ResolverTypeWrapper<Omit<CreateCouponSuccess, 'coupon'> & { coupon: ResolversTypes['Coupon'] }>;
  CreateCouponsFromTemplateInput: CreateCouponsFromTemplateInput;
  CreateCouponsFromTemplateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateCouponsFromTemplateResult']>;
  CreateCouponsFromTemplateSuccess: ResolverTypeWrapper<Omit<CreateCouponsFromTemplateSuccess, 'coupons'> & { coupons: ReadonlyArray<ResolversTypes['Coupon']> }>;
  CreateLimitInput: CreateLimitInput;
  CreateLimitResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateLimitResult']>;
  CreateLimitSuccess: ResolverTypeWrapper<Omit<CreateLimitSuccess, 'limit'> & { limit: ResolversTypes['Limit'] }>;
  CreateRuleInput: CreateRuleInput;
  CreateRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateRuleResult']>;
  CreateRuleSuccess: ResolverTypeWrapper<Omit<CreateRuleSuccess, 'rule'> & { rule: ResolversTypes['Rule'] }>;
  CreateSegmentInput: CreateSegmentInput;
  CreateSegmentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateSegmentResult']>;
  CreateSegmentSuccess: ResolverTypeWrapper<Omit<CreateSegmentSuccess, 'segment'> & { segment: ResolversTypes['Segment'] }>;
  CreateTemplateInput: CreateTemplateInput;
  CreateTemplateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateTemplateResult']>;
  CreateTemplateSuccess: ResolverTypeWrapper<Omit<CreateTemplateSuccess, 'template'> & { template: ResolversTypes['Template'] }>;
  CurrencyClauseInput: CurrencyClauseInput;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  CurrencyMismatchError: ResolverTypeWrapper<CurrencyMismatchError>;
  Customer: ResolverTypeWrapper<CustomerModel>;
  CustomerInput: CustomerInput;
  CustomerLimitReachedError: ResolverTypeWrapper<CustomerLimitReachedError>;
  CustomerRequiredError: ResolverTypeWrapper<CustomerRequiredError>;
  DateClauseInput: DateClauseInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayInput: DayInput;
  DeactivateCouponResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeactivateCouponResult']>;
  DeactivateCouponSuccess: ResolverTypeWrapper<Omit<DeactivateCouponSuccess, 'coupon'> & { coupon: ResolversTypes['Coupon'] }>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DecimalRangeInput: DecimalRangeInput;
  DeleteCouponInput: DeleteCouponInput;
  DeleteCouponResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteCouponResult']>;
  DeleteCouponSuccess: ResolverTypeWrapper<DeleteCouponSuccess>;
  DeleteLimitInput: DeleteLimitInput;
  DeleteLimitResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteLimitResult']>;
  DeleteLimitSuccess: ResolverTypeWrapper<DeleteLimitSuccess>;
  DeleteRuleInput: DeleteRuleInput;
  DeleteRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteRuleResult']>;
  DeleteRuleSuccess: ResolverTypeWrapper<DeleteRuleSuccess>;
  DeleteSegmentInput: DeleteSegmentInput;
  DeleteSegmentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteSegmentResult']>;
  DeleteSegmentSuccess: ResolverTypeWrapper<DeleteSegmentSuccess>;
  DeleteTemplateInput: DeleteTemplateInput;
  DeleteTemplateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteTemplateResult']>;
  DeleteTemplateSuccess: ResolverTypeWrapper<DeleteTemplateSuccess>;
  DeleteTestCodesInput: DeleteTestCodesInput;
  DeleteTestCodesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteTestCodesResult']>;
  DeleteTestCodesSuccess: ResolverTypeWrapper<DeleteTestCodesSuccess>;
  Delivery: ResolverTypeWrapper<DeliveryModel>;
  DeliveryKind: DeliveryKind;
  DeliveryNotFoundError: ResolverTypeWrapper<DeliveryNotFoundError>;
  DeliveryStatus: DeliveryStatus;
  DeliverySucceededError: ResolverTypeWrapper<DeliverySucceededError>;
  Discount: ResolverTypeWrapper<DiscountModel>;
  DiscountBase: DiscountBase;
  DiscountInput: DiscountInput;
  DiscountItems: ResolverTypeWrapper<DiscountItems>;
  DiscountItemsInput: DiscountItemsInput;
  DiscountKind: DiscountKind;
  DiscountTarget: DiscountTarget;
  DiscountTier: ResolverTypeWrapper<DiscountTierModel>;
  DiscountTierInput: DiscountTierInput;
  EffectiveLimit: ResolverTypeWrapper<EffectiveLimitModel>;
  EndCampaignResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EndCampaignResult']>;
  EndCampaignSuccess: ResolverTypeWrapper<Omit<EndCampaignSuccess, 'campaign'> & { campaign: ResolversTypes['Campaign'] }>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  ErrorCode: ErrorCode;
  EvaluateSegmentInput: EvaluateSegmentInput;
  EvaluateSegmentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EvaluateSegmentResult']>;
  EvaluateSegmentSuccess: ResolverTypeWrapper<Omit<EvaluateSegmentSuccess, 'membership'> & { membership: ResolversTypes['SegmentMembership'] }>;
  EvaluateSegmentsInput: EvaluateSegmentsInput;
  EvaluateSegmentsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EvaluateSegmentsResult']>;
  EvaluateSegmentsSuccess: ResolverTypeWrapper<Omit<EvaluateSegmentsSuccess, 'customers'> & { customers: ReadonlyArray<ResolversTypes['SegmentCustomer']> }>;
  Fan: ResolverTypeWrapper<FanModel>;
  FanConnection: ResolverTypeWrapper<Omit<FanConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['FanEdge']> }>;
  FanEdge: ResolverTypeWrapper<Omit<FanEdge, 'node'> & { node: ResolversTypes['Fan'] }>;
  FanFilter: FanFilter;
  FanStatus: FanStatus;
  FirstTier: ResolverTypeWrapper<Omit<FirstTier, 'currentAmount' | 'requiredAmount'> & { currentAmount?: Maybe<ResolversTypes['Money']>, requiredAmount?: Maybe<ResolversTypes['Money']> }>;
  FixedDiscount: ResolverTypeWrapper<FixedDiscountModel>;
  FixedDiscountInput: FixedDiscountInput;
  FixedPriceDiscount: ResolverTypeWrapper<FixedPriceDiscountModel>;
  FixedPriceDiscountInput: FixedPriceDiscountInput;
  FreeShippingDiscount: ResolverTypeWrapper<FreeShippingDiscountModel>;
  FreeShippingDiscountInput: FreeShippingDiscountInput;
  GenerateTestCodesInput: GenerateTestCodesInput;
  GenerateTestCodesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['GenerateTestCodesResult']>;
  GenerateTestCodesSuccess: ResolverTypeWrapper<Omit<GenerateTestCodesSuccess, 'coupons'> & { coupons: ReadonlyArray<ResolversTypes['Coupon']> }>;
  GetY: ResolverTypeWrapper<GetYModel>;
  GetYInput: GetYInput;
  GiftCardDiscount: ResolverTypeWrapper<GiftCardDiscountModel>;
  GiftCardDiscountInput: GiftCardDiscountInput;
  GiftCardEmptyError: ResolverTypeWrapper<Omit<GiftCardEmptyError, 'balance'> & { balance: ResolversTypes['Money'] }>;
  GiftCardMovement: ResolverTypeWrapper<GiftCardMovementModel>;
  GiftCardMovementConnection: ResolverTypeWrapper<Omit<GiftCardMovementConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['GiftCardMovementEdge']> }>;
  GiftCardMovementEdge: ResolverTypeWrapper<Omit<GiftCardMovementEdge, 'node'> & { node: ResolversTypes['GiftCardMovement'] }>;
  GiftCardMovementKind: GiftCardMovementKind;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IdempotencyConflictError: ResolverTypeWrapper<IdempotencyConflictError>;
  Identity: ResolverTypeWrapper<Identity>;
  IdentityInput: IdentityInput;
  IdentityKind: IdentityKind;
  InputProblem: ResolverTypeWrapper<InputProblem>;
  InstantClauseInput: InstantClauseInput;
  InstantRangeInput: InstantRangeInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntRangeInput: IntRangeInput;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  ItemSelection: ResolverTypeWrapper<ItemSelection>;
  ItemSelectionInput: ItemSelectionInput;
  ItemUnit: ItemUnit;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Limit: ResolverTypeWrapper<LimitModel>;
  LimitAmount: ResolverTypeWrapper<Omit<LimitAmount, 'money'> & { money?: Maybe<ResolversTypes['Money']> }>;
  LimitAmountInput: LimitAmountInput;
  LimitMeasure: LimitMeasure;
  LimitNotFoundError: ResolverTypeWrapper<LimitNotFoundError>;
  LimitOverrun: ResolverTypeWrapper<OverrunModel>;
  LimitPatch: LimitPatch;
  LimitPer: LimitPer;
  LimitReachedError: ResolverTypeWrapper<LimitReachedModel>;
  LimitShortForm: LimitShortForm;
  LimitTarget: ResolverTypeWrapper<LimitTargetModel>;
  LimitTargetInput: LimitTargetInput;
  LimitTargetKind: LimitTargetKind;
  LimitTargetNotFoundError: ResolverTypeWrapper<LimitTargetNotFoundError>;
  LimitWindow: ResolverTypeWrapper<LimitWindow>;
  LimitWindowInput: LimitWindowInput;
  LimitWindowKind: LimitWindowKind;
  LimitedInput: LimitedInput;
  LineDiscount: ResolverTypeWrapper<Omit<LineDiscount, 'discount' | 'subtotal' | 'total'> & { discount: ResolversTypes['Money'], subtotal: ResolversTypes['Money'], total: ResolversTypes['Money'] }>;
  LinkCustomerInput: LinkCustomerInput;
  LinkCustomerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LinkCustomerResult']>;
  LinkCustomerSuccess: ResolverTypeWrapper<Omit<LinkCustomerSuccess, 'customer'> & { customer: ResolversTypes['Customer'] }>;
  MetadataClauseInput: MetadataClauseInput;
  MinimumOrderNotMetError: ResolverTypeWrapper<Omit<MinimumOrderNotMetError, 'current' | 'missing' | 'required'> & { current: ResolversTypes['Money'], missing: ResolversTypes['Money'], required: ResolversTypes['Money'] }>;
  MomentClauseInput: MomentClauseInput;
  Money: ResolverTypeWrapper<MoneyModel>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NamesClauseInput: NamesClauseInput;
  NoChanges: NoChanges;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotApplicableCause: NotApplicableCause;
  NumberClauseInput: NumberClauseInput;
  NumberRangeInput: NumberRangeInput;
  Offer: ResolverTypeWrapper<OfferModel>;
  OfferExpiredError: ResolverTypeWrapper<OfferExpiredError>;
  OfferInput: OfferInput;
  OfferMissingError: ResolverTypeWrapper<OfferMissingError>;
  OrderDirection: OrderDirection;
  OrderInput: OrderInput;
  OutbidByOthersError: ResolverTypeWrapper<OutbidByOthersModel>;
  OutcomeUnknownError: ResolverTypeWrapper<OutcomeUnknownError>;
  OverloadedError: ResolverTypeWrapper<OverloadedError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PauseCampaignResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PauseCampaignResult']>;
  PauseCampaignSuccess: ResolverTypeWrapper<Omit<PauseCampaignSuccess, 'campaign'> & { campaign: ResolversTypes['Campaign'] }>;
  PercentageDiscount: ResolverTypeWrapper<PercentageDiscountModel>;
  PercentageDiscountInput: PercentageDiscountInput;
  PreviewPromotionsInput: PreviewPromotionsInput;
  PreviewPromotionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PreviewPromotionsResult']>;
  PreviewPromotionsSuccess: ResolverTypeWrapper<Omit<PreviewPromotionsSuccess, 'combination'> & { combination: ResolversTypes['Combination'] }>;
  ProfileInput: ProfileInput;
  PromotionsRefusedError: ResolverTypeWrapper<PromotionsRefusedModel>;
  QuantityClauseInput: QuantityClauseInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReactivateCouponResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReactivateCouponResult']>;
  ReactivateCouponSuccess: ResolverTypeWrapper<Omit<ReactivateCouponSuccess, 'coupon'> & { coupon: ResolversTypes['Coupon'] }>;
  RecurrenceInput: RecurrenceInput;
  Redeemer: ResolverTypeWrapper<RedeemerModel>;
  RedeemerConnection: ResolverTypeWrapper<Omit<RedeemerConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RedeemerEdge']> }>;
  RedeemerEdge: ResolverTypeWrapper<Omit<RedeemerEdge, 'node'> & { node: ResolversTypes['Redeemer'] }>;
  Redemption: ResolverTypeWrapper<RedemptionModel>;
  RedemptionAlreadyVoidedError: ResolverTypeWrapper<RedemptionAlreadyVoidedError>;
  RedemptionConnection: ResolverTypeWrapper<Omit<RedemptionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RedemptionEdge']> }>;
  RedemptionEdge: ResolverTypeWrapper<Omit<RedemptionEdge, 'node'> & { node: ResolversTypes['Redemption'] }>;
  RedemptionFilter: RedemptionFilter;
  RedemptionLineNotFoundError: ResolverTypeWrapper<RedemptionLineNotFoundError>;
  RedemptionNotFoundError: ResolverTypeWrapper<RedemptionNotFoundError>;
  RedemptionReservedError: ResolverTypeWrapper<RedemptionReservedError>;
  RedemptionReturn: ResolverTypeWrapper<RedemptionReturnModel>;
  RedemptionStatus: RedemptionStatus;
  Reference: ResolverTypeWrapper<Reference>;
  ReferenceAlreadyRedeemedError: ResolverTypeWrapper<ReferenceAlreadyRedeemedError>;
  ReferenceInput: ReferenceInput;
  ReferenceType: ReferenceType;
  RegisterFanInput: RegisterFanInput;
  RegisterFanResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterFanResult']>;
  RegisterFanSuccess: ResolverTypeWrapper<Omit<RegisterFanSuccess, 'fan'> & { fan: ResolversTypes['Fan'] }>;
  RejectedPromotion: ResolverTypeWrapper<RejectedModel>;
  ReleaseReservationInput: ReleaseReservationInput;
  ReleaseReservationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReleaseReservationResult']>;
  ReleaseReservationSuccess: ResolverTypeWrapper<Omit<ReleaseReservationSuccess, 'reservation'> & { reservation: ResolversTypes['Reservation'] }>;
  RemainingUses: ResolverTypeWrapper<RemainingUsesModel>;
  RemoveSegmentMembersResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveSegmentMembersResult']>;
  RemoveSegmentMembersSuccess: ResolverTypeWrapper<Omit<RemoveSegmentMembersSuccess, 'segment'> & { segment: ResolversTypes['Segment'] }>;
  Reservation: ResolverTypeWrapper<ReservationModel>;
  ReservationEndedError: ResolverTypeWrapper<ReservationEndedError>;
  ReservationNotFoundError: ResolverTypeWrapper<ReservationNotFoundError>;
  ReservationRefusedError: ResolverTypeWrapper<ReservationRefusedModel>;
  ReservationStatus: ReservationStatus;
  ReserveCouponsInput: ReserveCouponsInput;
  ReserveCouponsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReserveCouponsResult']>;
  ReserveCouponsSuccess: ResolverTypeWrapper<Omit<ReserveCouponsSuccess, 'refusals' | 'reservation'> & { refusals: ReadonlyArray<ResolversTypes['Error']>, reservation: ResolversTypes['Reservation'] }>;
  ResumeCampaignResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResumeCampaignResult']>;
  ResumeCampaignSuccess: ResolverTypeWrapper<Omit<ResumeCampaignSuccess, 'campaign'> & { campaign: ResolversTypes['Campaign'] }>;
  RetryDeliveryInput: RetryDeliveryInput;
  RetryDeliveryResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RetryDeliveryResult']>;
  RetryDeliverySuccess: ResolverTypeWrapper<Omit<RetryDeliverySuccess, 'delivery'> & { delivery: ResolversTypes['Delivery'] }>;
  ReturnCause: ReturnCause;
  ReturnExceedsQuantityError: ResolverTypeWrapper<ReturnExceedsQuantityError>;
  ReturnQuote: ResolverTypeWrapper<Omit<ReturnQuote, 'clawback' | 'discount' | 'lines' | 'refund' | 'subtotal'> & { clawback: ResolversTypes['Money'], discount: ResolversTypes['Money'], lines: ReadonlyArray<ResolversTypes['LineDiscount']>, refund: ResolversTypes['Money'], subtotal: ResolversTypes['Money'] }>;
  ReturnQuoteInput: ReturnQuoteInput;
  ReturnQuoteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReturnQuoteResult']>;
  ReturnedUnitsInput: ReturnedUnitsInput;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeApiKeyResult']>;
  RevokeApiKeySuccess: ResolverTypeWrapper<Omit<RevokeApiKeySuccess, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  RevokeCouponResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeCouponResult']>;
  RevokeCouponSuccess: ResolverTypeWrapper<Omit<RevokeCouponSuccess, 'coupon'> & { coupon: ResolversTypes['Coupon'] }>;
  Reward: ResolverTypeWrapper<RewardModel>;
  RewardDiscount: ResolverTypeWrapper<RewardDiscountModel>;
  RewardInput: RewardInput;
  Right: Right;
  RotateTokenSecretInput: RotateTokenSecretInput;
  RotateTokenSecretResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RotateTokenSecretResult']>;
  RotateTokenSecretSuccess: ResolverTypeWrapper<Omit<RotateTokenSecretSuccess, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  Rule: ResolverTypeWrapper<RuleModel>;
  RuleConnection: ResolverTypeWrapper<Omit<RuleConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RuleEdge']> }>;
  RuleEdge: ResolverTypeWrapper<Omit<RuleEdge, 'node'> & { node: ResolversTypes['Rule'] }>;
  RuleEffect: RuleEffect;
  RuleFilter: RuleFilter;
  RuleNotFoundError: ResolverTypeWrapper<RuleNotFoundError>;
  RuleNotMetError: ResolverTypeWrapper<RuleNotMetModel>;
  RuleOrder: RuleOrder;
  RuleOrderField: RuleOrderField;
  RulePatch: RulePatch;
  RuleReport: ResolverTypeWrapper<RuleReportModel>;
  RuleSubjectInput: RuleSubjectInput;
  RuleSummary: ResolverTypeWrapper<RuleSummary>;
  RuleTargetNotFoundError: ResolverTypeWrapper<RuleTargetNotFoundError>;
  RuleTargets: ResolverTypeWrapper<RuleTargetsModel>;
  RuleTargetsInput: RuleTargetsInput;
  RunnerUp: ResolverTypeWrapper<Omit<RunnerUp, 'youSave'> & { youSave: ResolversTypes['Money'] }>;
  SandboxCouponInput: SandboxCouponInput;
  SandboxOrder: ResolverTypeWrapper<SandboxOrderModel>;
  SandboxOrderInput: SandboxOrderInput;
  SandboxPreviewInput: SandboxPreviewInput;
  SandboxPreviewResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SandboxPreviewResult']>;
  SandboxPreviewSuccess: ResolverTypeWrapper<Omit<SandboxPreviewSuccess, 'orders' | 'totals'> & { orders: ReadonlyArray<ResolversTypes['SandboxOrder']>, totals: ReadonlyArray<ResolversTypes['SandboxTotals']> }>;
  SandboxRuleInput: SandboxRuleInput;
  SandboxTotals: ResolverTypeWrapper<Omit<SandboxTotals, 'discount' | 'paidByGiftCards' | 'shippingDiscount' | 'subtotal' | 'total' | 'youSave'> & { discount: ResolversTypes['Money'], paidByGiftCards: ResolversTypes['Money'], shippingDiscount: ResolversTypes['Money'], subtotal: ResolversTypes['Money'], total: ResolversTypes['Money'], youSave: ResolversTypes['Money'] }>;
  SandboxValidateInput: SandboxValidateInput;
  SandboxValidateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SandboxValidateResult']>;
  SandboxValidateSuccess: ResolverTypeWrapper<Omit<SandboxValidateSuccess, 'codes'> & { codes: ReadonlyArray<ResolversTypes['SandboxValidation']> }>;
  SandboxValidation: ResolverTypeWrapper<SandboxValidationModel>;
  SavingChangedError: ResolverTypeWrapper<Omit<SavingChangedError, 'current' | 'expected'> & { current: ResolversTypes['Money'], expected: ResolversTypes['Money'] }>;
  Segment: ResolverTypeWrapper<SegmentModel>;
  SegmentByInput: SegmentByInput;
  SegmentClauseInput: SegmentClauseInput;
  SegmentConnection: ResolverTypeWrapper<Omit<SegmentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SegmentEdge']> }>;
  SegmentCustomer: ResolverTypeWrapper<Omit<SegmentCustomer, 'memberships'> & { memberships: ReadonlyArray<ResolversTypes['SegmentMembership']> }>;
  SegmentCustomerInput: SegmentCustomerInput;
  SegmentEdge: ResolverTypeWrapper<Omit<SegmentEdge, 'node'> & { node: ResolversTypes['Segment'] }>;
  SegmentFilter: SegmentFilter;
  SegmentInUseError: ResolverTypeWrapper<SegmentInUseError>;
  SegmentMember: ResolverTypeWrapper<SegmentMemberModel>;
  SegmentMemberConnection: ResolverTypeWrapper<Omit<SegmentMemberConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SegmentMemberEdge']> }>;
  SegmentMemberEdge: ResolverTypeWrapper<Omit<SegmentMemberEdge, 'node'> & { node: ResolversTypes['SegmentMember'] }>;
  SegmentMembersInput: SegmentMembersInput;
  SegmentMembership: ResolverTypeWrapper<SegmentMembershipModel>;
  SegmentNameTakenError: ResolverTypeWrapper<SegmentNameTakenError>;
  SegmentNotFoundError: ResolverTypeWrapper<SegmentNotFoundError>;
  SegmentNotListedError: ResolverTypeWrapper<SegmentNotListedError>;
  SegmentOrder: SegmentOrder;
  SegmentOrderField: SegmentOrderField;
  SegmentPatch: SegmentPatch;
  SegmentUse: ResolverTypeWrapper<SegmentUse>;
  SimulateRuleInput: SimulateRuleInput;
  SimulateRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SimulateRuleResult']>;
  SimulateRuleSuccess: ResolverTypeWrapper<SimulateRuleSuccessModel>;
  SpendClauseInput: SpendClauseInput;
  Stacking: ResolverTypeWrapper<StackingModel>;
  StackingInput: StackingInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  SubtotalClauseInput: SubtotalClauseInput;
  TaxBasis: TaxBasis;
  TaxBasisClauseInput: TaxBasisClauseInput;
  TaxBasisMismatchError: ResolverTypeWrapper<TaxBasisMismatchError>;
  Template: ResolverTypeWrapper<TemplateModel>;
  TemplateConnection: ResolverTypeWrapper<Omit<TemplateConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['TemplateEdge']> }>;
  TemplateEdge: ResolverTypeWrapper<Omit<TemplateEdge, 'node'> & { node: ResolversTypes['Template'] }>;
  TemplateFilter: TemplateFilter;
  TemplateInUseError: ResolverTypeWrapper<TemplateInUseError>;
  TemplateNotFoundError: ResolverTypeWrapper<TemplateNotFoundError>;
  TemplateOrder: TemplateOrder;
  TemplateOrderField: TemplateOrderField;
  TemplatePatch: TemplatePatch;
  Tenant: ResolverTypeWrapper<TenantModel>;
  TextClauseInput: TextClauseInput;
  TextRangeInput: TextRangeInput;
  TierMeasure: TierMeasure;
  TieredDiscount: ResolverTypeWrapper<TieredDiscountModel>;
  TieredDiscountInput: TieredDiscountInput;
  TimeOfDayClauseInput: TimeOfDayClauseInput;
  TooManyIdentitiesError: ResolverTypeWrapper<TooManyIdentitiesError>;
  TooManyLimitsError: ResolverTypeWrapper<TooManyLimitsError>;
  TooManyRulesError: ResolverTypeWrapper<TooManyRulesError>;
  TooManyTestCodesError: ResolverTypeWrapper<TooManyTestCodesError>;
  UpdateBrandInput: UpdateBrandInput;
  UpdateBrandResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateBrandResult']>;
  UpdateBrandSuccess: ResolverTypeWrapper<Omit<UpdateBrandSuccess, 'brand'> & { brand: ResolversTypes['Brand'] }>;
  UpdateCampaignInput: UpdateCampaignInput;
  UpdateCampaignResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateCampaignResult']>;
  UpdateCampaignSuccess: ResolverTypeWrapper<Omit<UpdateCampaignSuccess, 'campaign'> & { campaign: ResolversTypes['Campaign'] }>;
  UpdateCouponInput: UpdateCouponInput;
  UpdateCouponResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateCouponResult']>;
  UpdateCouponSuccess: ResolverTypeWrapper<Omit<UpdateCouponSuccess, 'coupon'> & { coupon: ResolversTypes['Coupon'] }>;
  UpdateLimitInput: UpdateLimitInput;
  UpdateLimitResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateLimitResult']>;
  UpdateLimitSuccess: ResolverTypeWrapper<Omit<UpdateLimitSuccess, 'limit'> & { limit: ResolversTypes['Limit'] }>;
  UpdateRuleInput: UpdateRuleInput;
  UpdateRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateRuleResult']>;
  UpdateRuleSuccess: ResolverTypeWrapper<Omit<UpdateRuleSuccess, 'rule'> & { rule: ResolversTypes['Rule'] }>;
  UpdateSegmentInput: UpdateSegmentInput;
  UpdateSegmentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateSegmentResult']>;
  UpdateSegmentSuccess: ResolverTypeWrapper<Omit<UpdateSegmentSuccess, 'segment'> & { segment: ResolversTypes['Segment'] }>;
  UpdateTemplateInput: UpdateTemplateInput;
  UpdateTemplateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateTemplateResult']>;
  UpdateTemplateSuccess: ResolverTypeWrapper<Omit<UpdateTemplateSuccess, 'template'> & { template: ResolversTypes['Template'] }>;
  UpdateTenantInput: UpdateTenantInput;
  UpdateTenantResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateTenantResult']>;
  UpdateTenantSuccess: ResolverTypeWrapper<Omit<UpdateTenantSuccess, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  UsageLimitReachedError: ResolverTypeWrapper<UsageLimitReachedError>;
  ValidateCouponInput: ValidateCouponInput;
  ValidateCouponResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ValidateCouponResult']>;
  ValidateCouponSuccess: ResolverTypeWrapper<ValidateCouponSuccessModel>;
  ValidateCouponsInput: ValidateCouponsInput;
  ValidateCouponsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ValidateCouponsResult']>;
  ValidateCouponsSuccess: ResolverTypeWrapper<Omit<ValidateCouponsSuccess, 'codes' | 'combination'> & { codes: ReadonlyArray<ResolversTypes['CodeValidation']>, combination: ResolversTypes['Combination'] }>;
  Valuation: ResolverTypeWrapper<ValuationModel>;
  VersionConflictError: ResolverTypeWrapper<VersionConflictError>;
  VoidRedemptionInput: VoidRedemptionInput;
  VoidRedemptionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['VoidRedemptionResult']>;
  VoidRedemptionSuccess: ResolverTypeWrapper<Omit<VoidRedemptionSuccess, 'redemption' | 'returned'> & { redemption: ResolversTypes['Redemption'], returned: ResolversTypes['RedemptionReturn'] }>;
  Weekday: Weekday;
  WeekdayClauseInput: WeekdayClauseInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivateCampaignResult: ResolversUnionTypes<ResolversParentTypes>['ActivateCampaignResult'];
  ActivateCampaignSuccess: Omit<ActivateCampaignSuccess, 'campaign'> & { campaign: ResolversParentTypes['Campaign'] };
  ActivateCouponResult: ResolversUnionTypes<ResolversParentTypes>['ActivateCouponResult'];
  ActivateCouponSuccess: Omit<ActivateCouponSuccess, 'coupon'> & { coupon: ResolversParentTypes['Coupon'] };
  ActivateFanInput: ActivateFanInput;
  ActivateFanResult: ResolversUnionTypes<ResolversParentTypes>['ActivateFanResult'];
  ActivateFanSuccess: Omit<ActivateFanSuccess, 'fan'> & { fan: ResolversParentTypes['Fan'] };
  ActivationTokenExpiredError: ActivationTokenExpiredError;
  ActivationTokenNotFoundError: ActivationTokenNotFoundError;
  ActivationTokenUsedError: ActivationTokenUsedError;
  Actor: Actor;
  AddSegmentMembersResult: ResolversUnionTypes<ResolversParentTypes>['AddSegmentMembersResult'];
  AddSegmentMembersSuccess: Omit<AddSegmentMembersSuccess, 'segment'> & { segment: ResolversParentTypes['Segment'] };
  Adjustment: Omit<Adjustment, 'amount'> & { amount: ResolversParentTypes['Money'] };
  AnalyzeRuleResult: ResolversUnionTypes<ResolversParentTypes>['AnalyzeRuleResult'];
  AnalyzeRuleSuccess: Omit<AnalyzeRuleSuccess, 'contradictedBy' | 'rule' | 'shadowedBy'> & { contradictedBy: ReadonlyArray<ResolversParentTypes['Rule']>, rule?: Maybe<ResolversParentTypes['Rule']>, shadowedBy: ReadonlyArray<ResolversParentTypes['Rule']> };
  ApiKey: ApiKeyModel;
  ApiKeyConnection: Omit<ApiKeyConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ApiKeyEdge']> };
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['ApiKey'] };
  ApiKeyNotFoundError: ApiKeyNotFoundError;
  Applicability: Applicability;
  ApplicabilityInput: ApplicabilityInput;
  AppliedPromotion: Omit<AppliedPromotion, 'coupon' | 'discount' | 'reward' | 'shippingDiscount'> & { coupon: ResolversParentTypes['Coupon'], discount: ResolversParentTypes['Money'], reward?: Maybe<ResolversParentTypes['Reward']>, shippingDiscount?: Maybe<ResolversParentTypes['Money']> };
  ApplyCouponInput: ApplyCouponInput;
  ApplyCouponResult: ResolversUnionTypes<ResolversParentTypes>['ApplyCouponResult'];
  ApplyCouponSuccess: ApplyCouponSuccessModel;
  ApplyCouponsInput: ApplyCouponsInput;
  ApplyCouponsResult: ResolversUnionTypes<ResolversParentTypes>['ApplyCouponsResult'];
  ApplyCouponsSuccess: Omit<ApplyCouponsSuccess, 'results'> & { results: ReadonlyArray<ResolversParentTypes['ApplyCouponResult']> };
  ApplyPromotionsInput: ApplyPromotionsInput;
  ApplyPromotionsResult: ResolversUnionTypes<ResolversParentTypes>['ApplyPromotionsResult'];
  ApplyPromotionsSuccess: Omit<ApplyPromotionsSuccess, 'paidByGiftCards' | 'redemptions' | 'rejected' | 'youSave'> & { paidByGiftCards: ResolversParentTypes['Money'], redemptions: ReadonlyArray<ResolversParentTypes['Redemption']>, rejected: ReadonlyArray<ResolversParentTypes['RejectedPromotion']>, youSave: ResolversParentTypes['Money'] };
  AttributeClauseInput: AttributeClauseInput;
  AttributeValue: Scalars['AttributeValue']['output'];
  AuditEvent: AuditEventModel;
  AuditEventConnection: Omit<AuditEventConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AuditEventEdge']> };
  AuditEventEdge: Omit<AuditEventEdge, 'node'> & { node: ResolversParentTypes['AuditEvent'] };
  AuditEventFilter: AuditEventFilter;
  Boolean: Scalars['Boolean']['output'];
  Brand: BrandModel;
  BrandConnection: Omit<BrandConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['BrandEdge']> };
  BrandEdge: Omit<BrandEdge, 'node'> & { node: ResolversParentTypes['Brand'] };
  BrandNotFoundError: BrandNotFoundError;
  BrandPatch: BrandPatch;
  BrandSlugTakenError: BrandSlugTakenError;
  BuyX: BuyX;
  BuyXGetYDiscount: BuyXGetYDiscountModel;
  BuyXGetYDiscountInput: BuyXGetYDiscountInput;
  BuyXInput: BuyXInput;
  Campaign: CampaignModel;
  CampaignActionInput: CampaignActionInput;
  CampaignConnection: Omit<CampaignConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CampaignEdge']> };
  CampaignEdge: Omit<CampaignEdge, 'node'> & { node: ResolversParentTypes['Campaign'] };
  CampaignFilter: CampaignFilter;
  CampaignNotFoundError: CampaignNotFoundError;
  CampaignNotRunningError: CampaignNotRunningError;
  CampaignOrder: CampaignOrder;
  CampaignOverError: CampaignOverError;
  CampaignPatch: CampaignPatch;
  CampaignTransitionError: CampaignTransitionError;
  CartAttributeClauseInput: CartAttributeClauseInput;
  CartChange: ChangeModel;
  CartInput: CartInput;
  CartLineInput: CartLineInput;
  CartTotalClauseInput: CartTotalClauseInput;
  CheckEligibilityInput: CheckEligibilityInput;
  CheckEligibilityResult: ResolversUnionTypes<ResolversParentTypes>['CheckEligibilityResult'];
  CheckEligibilitySuccess: CheckEligibilitySuccessModel;
  CheckLimitsInput: CheckLimitsInput;
  CheckLimitsResult: ResolversUnionTypes<ResolversParentTypes>['CheckLimitsResult'];
  CheckLimitsSuccess: CheckLimitsSuccessModel;
  CheckedLimit: CheckedLimitModel;
  ClauseReport: ClauseReportModel;
  ClauseSegment: Omit<ClauseSegment, 'clauses'> & { clauses?: Maybe<ReadonlyArray<ResolversParentTypes['ClauseReport']>> };
  CodeValidation: CodeValidationModel;
  CombinableWith: CombinableWith;
  CombinableWithInput: CombinableWithInput;
  Combination: PromotedModel;
  CombinationSearch: Omit<CombinationSearch, 'gap' | 'runnerUp'> & { gap: ResolversParentTypes['Money'], runnerUp?: Maybe<ResolversParentTypes['RunnerUp']> };
  CombinedLine: Omit<CombinedLine, 'adjustments' | 'discount' | 'subtotal' | 'total'> & { adjustments: ReadonlyArray<ResolversParentTypes['Adjustment']>, discount: ResolversParentTypes['Money'], subtotal: ResolversParentTypes['Money'], total: ResolversParentTypes['Money'] };
  CompileRuleResult: ResolversUnionTypes<ResolversParentTypes>['CompileRuleResult'];
  CompileRuleSuccess: Omit<CompileRuleSuccess, 'plan' | 'rule'> & { plan: ReadonlyArray<ResolversParentTypes['ConditionPlanStep']>, rule?: Maybe<ResolversParentTypes['Rule']> };
  ConditionInput: ConditionInput;
  ConditionPlanStep: PlanStepModel;
  ConfirmReservationInput: ConfirmReservationInput;
  ConfirmReservationResult: ResolversUnionTypes<ResolversParentTypes>['ConfirmReservationResult'];
  ConfirmReservationSuccess: Omit<ConfirmReservationSuccess, 'reservation'> & { reservation: ResolversParentTypes['Reservation'] };
  ContextInput: ContextInput;
  Coupon: CouponModel;
  CouponActionInput: CouponActionInput;
  CouponCodeTakenError: CouponCodeTakenError;
  CouponConflict: CouponConflict;
  CouponConflictError: Omit<CouponConflictError, 'conflicts'> & { conflicts: ReadonlyArray<ResolversParentTypes['CouponConflict']> };
  CouponConnection: Omit<CouponConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CouponEdge']> };
  CouponDraftError: CouponDraftError;
  CouponEdge: Omit<CouponEdge, 'node'> & { node: ResolversParentTypes['Coupon'] };
  CouponExpiredError: CouponExpiredError;
  CouponFilter: CouponFilter;
  CouponInactiveError: CouponInactiveError;
  CouponNotApplicableError: Omit<CouponNotApplicableError, 'applicability' | 'firstTier'> & { applicability: ResolversParentTypes['Applicability'], firstTier?: Maybe<ResolversParentTypes['FirstTier']> };
  CouponNotFoundError: CouponNotFoundError;
  CouponNotYetActiveError: CouponNotYetActiveError;
  CouponOrder: CouponOrder;
  CouponPatch: CouponPatch;
  CouponRevokedError: CouponRevokedError;
  CouponTerms: CouponTermsModel;
  CouponTermsInput: CouponTermsInput;
  CouponTermsPatch: CouponTermsPatch;
  CouponTransitionError: CouponTransitionError;
  CouponUsedError: CouponUsedError;
  CouponValuation: CouponValuationModel;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['CreateApiKeyResult'];
  CreateApiKeySuccess: Omit<CreateApiKeySuccess, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  CreateBrandInput: CreateBrandInput;
  CreateBrandResult: ResolversUnionTypes<ResolversParentTypes>['CreateBrandResult'];
  CreateBrandSuccess: Omit<CreateBrandSuccess, 'brand'> & { brand: ResolversParentTypes['Brand'] };
  CreateCampaignInput: CreateCampaignInput;
  CreateCampaignResult: ResolversUnionTypes<ResolversParentTypes>['CreateCampaignResult'];
  CreateCampaignSuccess: Omit<CreateCampaignSuccess, 'campaign'> & { campaign: ResolversParentTypes['Campaign'] };
  CreateCouponInput: CreateCouponInput;
  CreateCouponResult: ResolversUnionTypes<ResolversParentTypes>['CreateCouponResult'];
  CreateCouponSuccess: Omit<CreateCouponSuccess, 'coupon'> & { coupon: ResolversParentTypes['Coupon'] };
  CreateCouponsFromTemplateInput: CreateCouponsFromTemplateInput;
  CreateCouponsFromTemplateResult: ResolversUnionTypes<ResolversParentTypes>['CreateCouponsFromTemplateResult'];
  CreateCouponsFromTemplateSuccess: Omit<CreateCouponsFromTemplateSuccess, 'coupons'> & { coupons: ReadonlyArray<ResolversParentTypes['Coupon']> };
  CreateLimitInput: CreateLimitInput;
  CreateLimitResult: ResolversUnionTypes<ResolversParentTypes>['CreateLimitResult'];
  CreateLimitSuccess: Omit<CreateLimitSuccess, 'limit'> & { limit: ResolversParentTypes['Limit'] };
  CreateRuleInput: CreateRuleInput;
  CreateRuleResult: ResolversUnionTypes<ResolversParentTypes>['CreateRuleResult'];
  CreateRuleSuccess: Omit<CreateRuleSuccess, 'rule'> & { rule: ResolversParentTypes['Rule'] };
  CreateSegmentInput: CreateSegmentInput;
  CreateSegmentResult: ResolversUnionTypes<ResolversParentTypes>['CreateSegmentResult'];
  CreateSegmentSuccess: Omit<CreateSegmentSuccess, 'segment'> & { segment: ResolversParentTypes['Segment'] };
  CreateTemplateInput: CreateTemplateInput;
  CreateTemplateResult: ResolversUnionTypes<ResolversParentTypes>['CreateTemplateResult'];
  CreateTemplateSuccess: Omit<CreateTemplateSuccess, 'template'> & { template: ResolversParentTypes['Template'] };
  CurrencyClauseInput: CurrencyClauseInput;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  CurrencyMismatchError: CurrencyMismatchError;
  Customer: CustomerModel;
  CustomerInput: CustomerInput;
  CustomerLimitReachedError: CustomerLimitReachedError;
  CustomerRequiredError: CustomerRequiredError;
  DateClauseInput: DateClauseInput;
  DateTime: Scalars['DateTime']['output'];
  DayInput: DayInput;
  DeactivateCouponResult: ResolversUnionTypes<ResolversParentTypes>['DeactivateCouponResult'];
  DeactivateCouponSuccess: Omit<DeactivateCouponSuccess, 'coupon'> & { coupon: ResolversParentTypes['Coupon'] };
  Decimal: Scalars['Decimal']['output'];
  DecimalRangeInput: DecimalRangeInput;
  DeleteCouponInput: DeleteCouponInput;
  DeleteCouponResult: ResolversUnionTypes<ResolversParentTypes>['DeleteCouponResult'];
  DeleteCouponSuccess: DeleteCouponSuccess;
  DeleteLimitInput: DeleteLimitInput;
  DeleteLimitResult: ResolversUnionTypes<ResolversParentTypes>['DeleteLimitResult'];
  DeleteLimitSuccess: DeleteLimitSuccess;
  DeleteRuleInput: DeleteRuleInput;
  DeleteRuleResult: ResolversUnionTypes<ResolversParentTypes>['DeleteRuleResult'];
  DeleteRuleSuccess: DeleteRuleSuccess;
  DeleteSegmentInput: DeleteSegmentInput;
  DeleteSegmentResult: ResolversUnionTypes<ResolversParentTypes>['DeleteSegmentResult'];
  DeleteSegmentSuccess: DeleteSegmentSuccess;
  DeleteTemplateInput: DeleteTemplateInput;
  DeleteTemplateResult: ResolversUnionTypes<ResolversParentTypes>['DeleteTemplateResult'];
  DeleteTemplateSuccess: DeleteTemplateSuccess;
  DeleteTestCodesInput: DeleteTestCodesInput;
  DeleteTestCodesResult: ResolversUnionTypes<ResolversParentTypes>['DeleteTestCodesResult'];
  DeleteTestCodesSuccess: DeleteTestCodesSuccess;
  Delivery: DeliveryModel;
  DeliveryNotFoundError: DeliveryNotFoundError;
  DeliverySucceededError: DeliverySucceededError;
  Discount: DiscountModel;
  DiscountInput: DiscountInput;
  DiscountItems: DiscountItems;
  DiscountItemsInput: DiscountItemsInput;
  DiscountTier: DiscountTierModel;
  DiscountTierInput: DiscountTierInput;
  EffectiveLimit: EffectiveLimitModel;
  EndCampaignResult: ResolversUnionTypes<ResolversParentTypes>['EndCampaignResult'];
  EndCampaignSuccess: Omit<EndCampaignSuccess, 'campaign'> & { campaign: ResolversParentTypes['Campaign'] };
  Error: ResolversInterfaceTypes<ResolversParentTypes>['Error'];
  EvaluateSegmentInput: EvaluateSegmentInput;
  EvaluateSegmentResult: ResolversUnionTypes<ResolversParentTypes>['EvaluateSegmentResult'];
  EvaluateSegmentSuccess: Omit<EvaluateSegmentSuccess, 'membership'> & { membership: ResolversParentTypes['SegmentMembership'] };
  EvaluateSegmentsInput: EvaluateSegmentsInput;
  EvaluateSegmentsResult: ResolversUnionTypes<ResolversParentTypes>['EvaluateSegmentsResult'];
  EvaluateSegmentsSuccess: Omit<EvaluateSegmentsSuccess, 'customers'> & { customers: ReadonlyArray<ResolversParentTypes['SegmentCustomer']> };
  Fan: FanModel;
  FanConnection: Omit<FanConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['FanEdge']> };
  FanEdge: Omit<FanEdge, 'node'> & { node: ResolversParentTypes['Fan'] };
  FanFilter: FanFilter;
  FirstTier: Omit<FirstTier, 'currentAmount' | 'requiredAmount'> & { currentAmount?: Maybe<ResolversParentTypes['Money']>, requiredAmount?: Maybe<ResolversParentTypes['Money']> };
  FixedDiscount: FixedDiscountModel;
  FixedDiscountInput: FixedDiscountInput;
  FixedPriceDiscount: FixedPriceDiscountModel;
  FixedPriceDiscountInput: FixedPriceDiscountInput;
  FreeShippingDiscount: FreeShippingDiscountModel;
  FreeShippingDiscountInput: FreeShippingDiscountInput;
  GenerateTestCodesInput: GenerateTestCodesInput;
  GenerateTestCodesResult: ResolversUnionTypes<ResolversParentTypes>['GenerateTestCodesResult'];
  GenerateTestCodesSuccess: Omit<GenerateTestCodesSuccess, 'coupons'> & { coupons: ReadonlyArray<ResolversParentTypes['Coupon']> };
  GetY: GetYModel;
  GetYInput: GetYInput;
  GiftCardDiscount: GiftCardDiscountModel;
  GiftCardDiscountInput: GiftCardDiscountInput;
  GiftCardEmptyError: Omit<GiftCardEmptyError, 'balance'> & { balance: ResolversParentTypes['Money'] };
  GiftCardMovement: GiftCardMovementModel;
  GiftCardMovementConnection: Omit<GiftCardMovementConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['GiftCardMovementEdge']> };
  GiftCardMovementEdge: Omit<GiftCardMovementEdge, 'node'> & { node: ResolversParentTypes['GiftCardMovement'] };
  ID: Scalars['ID']['output'];
  IdempotencyConflictError: IdempotencyConflictError;
  Identity: Identity;
  IdentityInput: IdentityInput;
  InputProblem: InputProblem;
  InstantClauseInput: InstantClauseInput;
  InstantRangeInput: InstantRangeInput;
  Int: Scalars['Int']['output'];
  IntRangeInput: IntRangeInput;
  InvalidInputError: InvalidInputError;
  ItemSelection: ItemSelection;
  ItemSelectionInput: ItemSelectionInput;
  JSONObject: Scalars['JSONObject']['output'];
  Limit: LimitModel;
  LimitAmount: Omit<LimitAmount, 'money'> & { money?: Maybe<ResolversParentTypes['Money']> };
  LimitAmountInput: LimitAmountInput;
  LimitNotFoundError: LimitNotFoundError;
  LimitOverrun: OverrunModel;
  LimitPatch: LimitPatch;
  LimitReachedError: LimitReachedModel;
  LimitTarget: LimitTargetModel;
  LimitTargetInput: LimitTargetInput;
  LimitTargetNotFoundError: LimitTargetNotFoundError;
  LimitWindow: LimitWindow;
  LimitWindowInput: LimitWindowInput;
  LimitedInput: LimitedInput;
  LineDiscount: Omit<LineDiscount, 'discount' | 'subtotal' | 'total'> & { discount: ResolversParentTypes['Money'], subtotal: ResolversParentTypes['Money'], total: ResolversParentTypes['Money'] };
  LinkCustomerInput: LinkCustomerInput;
  LinkCustomerResult: ResolversUnionTypes<ResolversParentTypes>['LinkCustomerResult'];
  LinkCustomerSuccess: Omit<LinkCustomerSuccess, 'customer'> & { customer: ResolversParentTypes['Customer'] };
  MetadataClauseInput: MetadataClauseInput;
  MinimumOrderNotMetError: Omit<MinimumOrderNotMetError, 'current' | 'missing' | 'required'> & { current: ResolversParentTypes['Money'], missing: ResolversParentTypes['Money'], required: ResolversParentTypes['Money'] };
  MomentClauseInput: MomentClauseInput;
  Money: MoneyModel;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  NamesClauseInput: NamesClauseInput;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NumberClauseInput: NumberClauseInput;
  NumberRangeInput: NumberRangeInput;
  Offer: OfferModel;
  OfferExpiredError: OfferExpiredError;
  OfferInput: OfferInput;
  OfferMissingError: OfferMissingError;
  OrderInput: OrderInput;
  OutbidByOthersError: OutbidByOthersModel;
  OutcomeUnknownError: OutcomeUnknownError;
  OverloadedError: OverloadedError;
  PageInfo: PageInfo;
  PauseCampaignResult: ResolversUnionTypes<ResolversParentTypes>['PauseCampaignResult'];
  PauseCampaignSuccess: Omit<PauseCampaignSuccess, 'campaign'> & { campaign: ResolversParentTypes['Campaign'] };
  PercentageDiscount: PercentageDiscountModel;
  PercentageDiscountInput: PercentageDiscountInput;
  PreviewPromotionsInput: PreviewPromotionsInput;
  PreviewPromotionsResult: ResolversUnionTypes<ResolversParentTypes>['PreviewPromotionsResult'];
  PreviewPromotionsSuccess: Omit<PreviewPromotionsSuccess, 'combination'> & { combination: ResolversParentTypes['Combination'] };
  ProfileInput: ProfileInput;
  PromotionsRefusedError: PromotionsRefusedModel;
  QuantityClauseInput: QuantityClauseInput;
  Query: Record<PropertyKey, never>;
  ReactivateCouponResult: ResolversUnionTypes<ResolversParentTypes>['ReactivateCouponResult'];
  ReactivateCouponSuccess: Omit<ReactivateCouponSuccess, 'coupon'> & { coupon: ResolversParentTypes['Coupon'] };
  RecurrenceInput: RecurrenceInput;
  Redeemer: RedeemerModel;
  RedeemerConnection: Omit<RedeemerConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RedeemerEdge']> };
  RedeemerEdge: Omit<RedeemerEdge, 'node'> & { node: ResolversParentTypes['Redeemer'] };
  Redemption: RedemptionModel;
  RedemptionAlreadyVoidedError: RedemptionAlreadyVoidedError;
  RedemptionConnection: Omit<RedemptionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RedemptionEdge']> };
  RedemptionEdge: Omit<RedemptionEdge, 'node'> & { node: ResolversParentTypes['Redemption'] };
  RedemptionFilter: RedemptionFilter;
  RedemptionLineNotFoundError: RedemptionLineNotFoundError;
  RedemptionNotFoundError: RedemptionNotFoundError;
  RedemptionReservedError: RedemptionReservedError;
  RedemptionReturn: RedemptionReturnModel;
  Reference: Reference;
  ReferenceAlreadyRedeemedError: ReferenceAlreadyRedeemedError;
  ReferenceInput: ReferenceInput;
  RegisterFanInput: RegisterFanInput;
  RegisterFanResult: ResolversUnionTypes<ResolversParentTypes>['RegisterFanResult'];
  RegisterFanSuccess: Omit<RegisterFanSuccess, 'fan'> & { fan: ResolversParentTypes['Fan'] };
  RejectedPromotion: RejectedModel;
  ReleaseReservationInput: ReleaseReservationInput;
  ReleaseReservationResult: ResolversUnionTypes<ResolversParentTypes>['ReleaseReservationResult'];
  ReleaseReservationSuccess: Omit<ReleaseReservationSuccess, 'reservation'> & { reservation: ResolversParentTypes['Reservation'] };
  RemainingUses: RemainingUsesModel;
  RemoveSegmentMembersResult: ResolversUnionTypes<ResolversParentTypes>['RemoveSegmentMembersResult'];
  RemoveSegmentMembersSuccess: Omit<RemoveSegmentMembersSuccess, 'segment'> & { segment: ResolversParentTypes['Segment'] };
  Reservation: ReservationModel;
  ReservationEndedError: ReservationEndedError;
  ReservationNotFoundError: ReservationNotFoundError;
  ReservationRefusedError: ReservationRefusedModel;
  ReserveCouponsInput: ReserveCouponsInput;
  ReserveCouponsResult: ResolversUnionTypes<ResolversParentTypes>['ReserveCouponsResult'];
  ReserveCouponsSuccess: Omit<ReserveCouponsSuccess, 'refusals' | 'reservation'> & { refusals: ReadonlyArray<ResolversParentTypes['Error']>, reservation: ResolversParentTypes['Reservation'] };
  ResumeCampaignResult: ResolversUnionTypes<ResolversParentTypes>['ResumeCampaignResult'];
  ResumeCampaignSuccess: Omit<ResumeCampaignSuccess, 'campaign'> & { campaign: ResolversParentTypes['Campaign'] };
  RetryDeliveryInput: RetryDeliveryInput;
  RetryDeliveryResult: ResolversUnionTypes<ResolversParentTypes>['RetryDeliveryResult'];
  RetryDeliverySuccess: Omit<RetryDeliverySuccess, 'delivery'> & { delivery: ResolversParentTypes['Delivery'] };
  ReturnExceedsQuantityError: ReturnExceedsQuantityError;
  ReturnQuote: Omit<ReturnQuote, 'clawback' | 'discount' | 'lines' | 'refund' | 'subtotal'> & { clawback: ResolversParentTypes['Money'], discount: ResolversParentTypes['Money'], lines: ReadonlyArray<ResolversParentTypes['LineDiscount']>, refund: ResolversParentTypes['Money'], subtotal: ResolversParentTypes['Money'] };
  ReturnQuoteInput: ReturnQuoteInput;
  ReturnQuoteResult: ResolversUnionTypes<ResolversParentTypes>['ReturnQuoteResult'];
  ReturnedUnitsInput: ReturnedUnitsInput;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokeApiKeyResult'];
  RevokeApiKeySuccess: Omit<RevokeApiKeySuccess, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  RevokeCouponResult: ResolversUnionTypes<ResolversParentTypes>['RevokeCouponResult'];
  RevokeCouponSuccess: Omit<RevokeCouponSuccess, 'coupon'> & { coupon: ResolversParentTypes['Coupon'] };
  Reward: RewardModel;
  RewardDiscount: RewardDiscountModel;
  RewardInput: RewardInput;
  RotateTokenSecretInput: RotateTokenSecretInput;
  RotateTokenSecretResult: ResolversUnionTypes<ResolversParentTypes>['RotateTokenSecretResult'];
  RotateTokenSecretSuccess: Omit<RotateTokenSecretSuccess, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  Rule: RuleModel;
  RuleConnection: Omit<RuleConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RuleEdge']> };
  RuleEdge: Omit<RuleEdge, 'node'> & { node: ResolversParentTypes['Rule'] };
  RuleFilter: RuleFilter;
  RuleNotFoundError: RuleNotFoundError;
  RuleNotMetError: RuleNotMetModel;
  RuleOrder: RuleOrder;
  RulePatch: RulePatch;
  RuleReport: RuleReportModel;
  RuleSubjectInput: RuleSubjectInput;
  RuleSummary: RuleSummary;
  RuleTargetNotFoundError: RuleTargetNotFoundError;
  RuleTargets: RuleTargetsModel;
  RuleTargetsInput: RuleTargetsInput;
  RunnerUp: Omit<RunnerUp, 'youSave'> & { youSave: ResolversParentTypes['Money'] };
  SandboxCouponInput: SandboxCouponInput;
  SandboxOrder: SandboxOrderModel;
  SandboxOrderInput: SandboxOrderInput;
  SandboxPreviewInput: SandboxPreviewInput;
  SandboxPreviewResult: ResolversUnionTypes<ResolversParentTypes>['SandboxPreviewResult'];
  SandboxPreviewSuccess: Omit<SandboxPreviewSuccess, 'orders' | 'totals'> & { orders: ReadonlyArray<ResolversParentTypes['SandboxOrder']>, totals: ReadonlyArray<ResolversParentTypes['SandboxTotals']> };
  SandboxRuleInput: SandboxRuleInput;
  SandboxTotals: Omit<SandboxTotals, 'discount' | 'paidByGiftCards' | 'shippingDiscount' | 'subtotal' | 'total' | 'youSave'> & { discount: ResolversParentTypes['Money'], paidByGiftCards: ResolversParentTypes['Money'], shippingDiscount: ResolversParentTypes['Money'], subtotal: ResolversParentTypes['Money'], total: ResolversParentTypes['Money'], youSave: ResolversParentTypes['Money'] };
  SandboxValidateInput: SandboxValidateInput;
  SandboxValidateResult: ResolversUnionTypes<ResolversParentTypes>['SandboxValidateResult'];
  SandboxValidateSuccess: Omit<SandboxValidateSuccess, 'codes'> & { codes: ReadonlyArray<ResolversParentTypes['SandboxValidation']> };
  SandboxValidation: SandboxValidationModel;
  SavingChangedError: Omit<SavingChangedError, 'current' | 'expected'> & { current: ResolversParentTypes['Money'], expected: ResolversParentTypes['Money'] };
  Segment: SegmentModel;
  SegmentByInput: SegmentByInput;
  SegmentClauseInput: SegmentClauseInput;
  SegmentConnection: Omit<SegmentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SegmentEdge']> };
  SegmentCustomer: Omit<SegmentCustomer, 'memberships'> & { memberships: ReadonlyArray<ResolversParentTypes['SegmentMembership']> };
  SegmentCustomerInput: SegmentCustomerInput;
  SegmentEdge: Omit<SegmentEdge, 'node'> & { node: ResolversParentTypes['Segment'] };
  SegmentFilter: SegmentFilter;
  SegmentInUseError: SegmentInUseError;
  SegmentMember: SegmentMemberModel;
  SegmentMemberConnection: Omit<SegmentMemberConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SegmentMemberEdge']> };
  SegmentMemberEdge: Omit<SegmentMemberEdge, 'node'> & { node: ResolversParentTypes['SegmentMember'] };
  SegmentMembersInput: SegmentMembersInput;
  SegmentMembership: SegmentMembershipModel;
  SegmentNameTakenError: SegmentNameTakenError;
  SegmentNotFoundError: SegmentNotFoundError;
  SegmentNotListedError: SegmentNotListedError;
  SegmentOrder: SegmentOrder;
  SegmentPatch: SegmentPatch;
  SegmentUse: SegmentUse;
  SimulateRuleInput: SimulateRuleInput;
  SimulateRuleResult: ResolversUnionTypes<ResolversParentTypes>['SimulateRuleResult'];
  SimulateRuleSuccess: SimulateRuleSuccessModel;
  SpendClauseInput: SpendClauseInput;
  Stacking: StackingModel;
  StackingInput: StackingInput;
  String: Scalars['String']['output'];
  SubtotalClauseInput: SubtotalClauseInput;
  TaxBasisClauseInput: TaxBasisClauseInput;
  TaxBasisMismatchError: TaxBasisMismatchError;
  Template: TemplateModel;
  TemplateConnection: Omit<TemplateConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['TemplateEdge']> };
  TemplateEdge: Omit<TemplateEdge, 'node'> & { node: ResolversParentTypes['Template'] };
  TemplateFilter: TemplateFilter;
  TemplateInUseError: TemplateInUseError;
  TemplateNotFoundError: TemplateNotFoundError;
  TemplateOrder: TemplateOrder;
  TemplatePatch: TemplatePatch;
  Tenant: TenantModel;
  TextClauseInput: TextClauseInput;
  TextRangeInput: TextRangeInput;
  TieredDiscount: TieredDiscountModel;
  TieredDiscountInput: TieredDiscountInput;
  TimeOfDayClauseInput: TimeOfDayClauseInput;
  TooManyIdentitiesError: TooManyIdentitiesError;
  TooManyLimitsError: TooManyLimitsError;
  TooManyRulesError: TooManyRulesError;
  TooManyTestCodesError: TooManyTestCodesError;
  UpdateBrandInput: UpdateBrandInput;
  UpdateBrandResult: ResolversUnionTypes<ResolversParentTypes>['UpdateBrandResult'];
  UpdateBrandSuccess: Omit<UpdateBrandSuccess, 'brand'> & { brand: ResolversParentTypes['Brand'] };
  UpdateCampaignInput: UpdateCampaignInput;
  UpdateCampaignResult: ResolversUnionTypes<ResolversParentTypes>['UpdateCampaignResult'];
  UpdateCampaignSuccess: Omit<UpdateCampaignSuccess, 'campaign'> & { campaign: ResolversParentTypes['Campaign'] };
  UpdateCouponInput: UpdateCouponInput;
  UpdateCouponResult: ResolversUnionTypes<ResolversParentTypes>['UpdateCouponResult'];
  UpdateCouponSuccess: Omit<UpdateCouponSuccess, 'coupon'> & { coupon: ResolversParentTypes['Coupon'] };
  UpdateLimitInput: UpdateLimitInput;
  UpdateLimitResult: ResolversUnionTypes<ResolversParentTypes>['UpdateLimitResult'];
  UpdateLimitSuccess: Omit<UpdateLimitSuccess, 'limit'> & { limit: ResolversParentTypes['Limit'] };
  UpdateRuleInput: UpdateRuleInput;
  UpdateRuleResult: ResolversUnionTypes<ResolversParentTypes>['UpdateRuleResult'];
  UpdateRuleSuccess: Omit<UpdateRuleSuccess, 'rule'> & { rule: ResolversParentTypes['Rule'] };
  UpdateSegmentInput: UpdateSegmentInput;
  UpdateSegmentResult: ResolversUnionTypes<ResolversParentTypes>['UpdateSegmentResult'];
  UpdateSegmentSuccess: Omit<UpdateSegmentSuccess, 'segment'> & { segment: ResolversParentTypes['Segment'] };
  UpdateTemplateInput: UpdateTemplateInput;
  UpdateTemplateResult: ResolversUnionTypes<ResolversParentTypes>['UpdateTemplateResult'];
  UpdateTemplateSuccess: Omit<UpdateTemplateSuccess, 'template'> & { template: ResolversParentTypes['Template'] };
  UpdateTenantInput: UpdateTenantInput;
  UpdateTenantResult: ResolversUnionTypes<ResolversParentTypes>['UpdateTenantResult'];
  UpdateTenantSuccess: Omit<UpdateTenantSuccess, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  UsageLimitReachedError: UsageLimitReachedError;
  ValidateCouponInput: ValidateCouponInput;
  ValidateCouponResult: ResolversUnionTypes<ResolversParentTypes>['ValidateCouponResult'];
  ValidateCouponSuccess: ValidateCouponSuccessModel;
  ValidateCouponsInput: ValidateCouponsInput;
  ValidateCouponsResult: ResolversUnionTypes<ResolversParentTypes>['ValidateCouponsResult'];
  ValidateCouponsSuccess: Omit<ValidateCouponsSuccess, 'codes' | 'combination'> & { codes: ReadonlyArray<ResolversParentTypes['CodeValidation']>, combination: ResolversParentTypes['Combination'] };
  Valuation: ValuationModel;
  VersionConflictError: VersionConflictError;
  VoidRedemptionInput: VoidRedemptionInput;
  VoidRedemptionResult: ResolversUnionTypes<ResolversParentTypes>['VoidRedemptionResult'];
  VoidRedemptionSuccess: Omit<VoidRedemptionSuccess, 'redemption' | 'returned'> & { redemption: ResolversParentTypes['Redemption'], returned: ResolversParentTypes['RedemptionReturn'] };
  WeekdayClauseInput: WeekdayClauseInput;
};

export type AuthDirectiveArgs = {
  requires: Right;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = Context, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActivateCampaignResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivateCampaignResult'] = ResolversParentTypes['ActivateCampaignResult']> = {
  __resolveType: TypeResolveFn<'ActivateCampaignSuccess' | 'CampaignNotFoundError' | 'CampaignOverError' | 'CampaignTransitionError' | 'IdempotencyConflictError', ParentType, ContextType>;
};

export type ActivateCampaignSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivateCampaignSuccess'] = ResolversParentTypes['ActivateCampaignSuccess']> = {
  campaign?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivateCouponResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivateCouponResult'] = ResolversParentTypes['ActivateCouponResult']> = {
  __resolveType: TypeResolveFn<'ActivateCouponSuccess' | 'CouponNotFoundError' | 'CouponTransitionError' | 'IdempotencyConflictError', ParentType, ContextType>;
};

export type ActivateCouponSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivateCouponSuccess'] = ResolversParentTypes['ActivateCouponSuccess']> = {
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivateFanResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivateFanResult'] = ResolversParentTypes['ActivateFanResult']> = {
  __resolveType: TypeResolveFn<'ActivateFanSuccess' | 'ActivationTokenExpiredError' | 'ActivationTokenNotFoundError' | 'ActivationTokenUsedError' | 'IdempotencyConflictError' | 'OfferExpiredError' | 'OfferMissingError', ParentType, ContextType>;
};

export type ActivateFanSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivateFanSuccess'] = ResolversParentTypes['ActivateFanSuccess']> = {
  fan?: Resolver<ResolversTypes['Fan'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivationTokenExpiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivationTokenExpiredError'] = ResolversParentTypes['ActivationTokenExpiredError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  expiredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivationTokenNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivationTokenNotFoundError'] = ResolversParentTypes['ActivationTokenNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivationTokenUsedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivationTokenUsedError'] = ResolversParentTypes['ActivationTokenUsedError']> = {
  activatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
};

export type AddSegmentMembersResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddSegmentMembersResult'] = ResolversParentTypes['AddSegmentMembersResult']> = {
  __resolveType: TypeResolveFn<'AddSegmentMembersSuccess' | 'IdempotencyConflictError' | 'InvalidInputError' | 'SegmentNotFoundError' | 'SegmentNotListedError', ParentType, ContextType>;
};

export type AddSegmentMembersSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddSegmentMembersSuccess'] = ResolversParentTypes['AddSegmentMembersSuccess']> = {
  addedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AdjustmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Adjustment'] = ResolversParentTypes['Adjustment']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AnalyzeRuleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnalyzeRuleResult'] = ResolversParentTypes['AnalyzeRuleResult']> = {
  __resolveType: TypeResolveFn<'AnalyzeRuleSuccess' | 'InvalidInputError' | 'RuleNotFoundError', ParentType, ContextType>;
};

export type AnalyzeRuleSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnalyzeRuleSuccess'] = ResolversParentTypes['AnalyzeRuleSuccess']> = {
  contradictedBy?: Resolver<ReadonlyArray<ResolversTypes['Rule']>, ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isAlwaysTrue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isUnsatisfiable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType>;
  shadowedBy?: Resolver<ReadonlyArray<ResolversTypes['Rule']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rights?: Resolver<ReadonlyArray<ResolversTypes['Right']>, ParentType, ContextType>;
  trustedDocumentsOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type ApiKeyNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyNotFoundError'] = ResolversParentTypes['ApiKeyNotFoundError']> = {
  apiKeyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApplicabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Applicability'] = ResolversParentTypes['Applicability']> = {
  excludeCategories?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  excludeProducts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  excludeTags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  includeCategories?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  includeProducts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  includeTags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AppliedPromotionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppliedPromotion'] = ResolversParentTypes['AppliedPromotion']> = {
  base?: Resolver<ResolversTypes['DiscountBase'], ParentType, ContextType>;
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  freeShipping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['Reward']>, ParentType, ContextType>;
  shippingDiscount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type ApplyCouponResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyCouponResult'] = ResolversParentTypes['ApplyCouponResult']> = {
  __resolveType: TypeResolveFn<'ApplyCouponSuccess' | 'CampaignNotRunningError' | 'CouponConflictError' | 'CouponDraftError' | 'CouponExpiredError' | 'CouponInactiveError' | 'CouponNotApplicableError' | 'CouponNotFoundError' | 'CouponNotYetActiveError' | 'CouponRevokedError' | 'CurrencyMismatchError' | 'CustomerLimitReachedError' | 'CustomerRequiredError' | 'GiftCardEmptyError' | 'IdempotencyConflictError' | 'InvalidInputError' | 'LimitReachedError' | 'MinimumOrderNotMetError' | 'OutcomeUnknownError' | 'OverloadedError' | 'ReferenceAlreadyRedeemedError' | 'RuleNotMetError' | 'TaxBasisMismatchError' | 'TooManyIdentitiesError' | 'UsageLimitReachedError', ParentType, ContextType>;
};

export type ApplyCouponSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyCouponSuccess'] = ResolversParentTypes['ApplyCouponSuccess']> = {
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  freeShipping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['LineDiscount']>, ParentType, ContextType>;
  redemption?: Resolver<ResolversTypes['Redemption'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['RemainingUses'], ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['Reward']>, ParentType, ContextType>;
  shippingDiscount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApplyCouponsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyCouponsResult'] = ResolversParentTypes['ApplyCouponsResult']> = {
  __resolveType: TypeResolveFn<'ApplyCouponsSuccess' | 'InvalidInputError', ParentType, ContextType>;
};

export type ApplyCouponsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyCouponsSuccess'] = ResolversParentTypes['ApplyCouponsSuccess']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['ApplyCouponResult']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApplyPromotionsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyPromotionsResult'] = ResolversParentTypes['ApplyPromotionsResult']> = {
  __resolveType: TypeResolveFn<'ApplyPromotionsSuccess' | 'IdempotencyConflictError' | 'InvalidInputError' | 'OverloadedError' | 'PromotionsRefusedError' | 'ReferenceAlreadyRedeemedError' | 'SavingChangedError' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type ApplyPromotionsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyPromotionsSuccess'] = ResolversParentTypes['ApplyPromotionsSuccess']> = {
  paidByGiftCards?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  redemptions?: Resolver<ReadonlyArray<ResolversTypes['Redemption']>, ParentType, ContextType>;
  rejected?: Resolver<ReadonlyArray<ResolversTypes['RejectedPromotion']>, ParentType, ContextType>;
  taxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  youSave?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface AttributeValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AttributeValue'], any> {
  name: 'AttributeValue';
}

export type AuditEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEvent'] = ResolversParentTypes['AuditEvent']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEventConnection'] = ResolversParentTypes['AuditEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEventEdge'] = ResolversParentTypes['AuditEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEvent'], ParentType, ContextType>;
};

export type BrandResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Brand'] = ResolversParentTypes['Brand']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['Offer']>, ParentType, ContextType>;
  realiserUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  verifierUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BrandConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BrandConnection'] = ResolversParentTypes['BrandConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BrandEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BrandEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BrandEdge'] = ResolversParentTypes['BrandEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Brand'], ParentType, ContextType>;
};

export type BrandNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BrandNotFoundError'] = ResolversParentTypes['BrandNotFoundError']> = {
  brandId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BrandSlugTakenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BrandSlugTakenError'] = ResolversParentTypes['BrandSlugTakenError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BuyXResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuyX'] = ResolversParentTypes['BuyX']> = {
  items?: Resolver<Maybe<ResolversTypes['DiscountItems']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BuyXGetYDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuyXGetYDiscount'] = ResolversParentTypes['BuyXGetYDiscount']> = {
  buy?: Resolver<ResolversTypes['BuyX'], ParentType, ContextType>;
  get?: Resolver<ResolversTypes['GetY'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DiscountKind'], ParentType, ContextType>;
  repeat?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Campaign'] = ResolversParentTypes['Campaign']> = {
  budget?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  channels?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  clawback?: Resolver<ResolversTypes['ClawbackPolicy'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  spent?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CampaignStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usesReturn?: Resolver<ReadonlyArray<ResolversTypes['ReturnCause']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignConnection'] = ResolversParentTypes['CampaignConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CampaignEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CampaignEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignEdge'] = ResolversParentTypes['CampaignEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType>;
};

export type CampaignNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignNotFoundError'] = ResolversParentTypes['CampaignNotFoundError']> = {
  campaignId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignNotRunningErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignNotRunningError'] = ResolversParentTypes['CampaignNotRunningError']> = {
  campaignId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  campaignName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  campaignStatus?: Resolver<ResolversTypes['CampaignStatus'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignOverErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignOverError'] = ResolversParentTypes['CampaignOverError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignTransitionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignTransitionError'] = ResolversParentTypes['CampaignTransitionError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  possible?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CampaignStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartChange'] = ResolversParentTypes['CartChange']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  atMost?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  attributeOf?: Resolver<Maybe<ResolversTypes['AttributeOwner']>, ParentType, ContextType>;
  attributePath?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CartChangeKind'], ParentType, ContextType>;
  localTime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notOf?: Resolver<Maybe<ResolversTypes['ItemSelection']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['ItemSelection']>, ParentType, ContextType>;
  otherThan?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AttributeValue']>>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['ItemUnit']>, ParentType, ContextType>;
  values?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AttributeValue']>>, ParentType, ContextType>;
  zone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CheckEligibilityResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckEligibilityResult'] = ResolversParentTypes['CheckEligibilityResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'CheckEligibilitySuccess' | 'CouponNotFoundError' | 'InvalidInputError' | 'TemplateNotFoundError' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type CheckEligibilitySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckEligibilitySuccess'] = ResolversParentTypes['CheckEligibilitySuccess']> = {
  changes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CartChange']>>, ParentType, ContextType>;
  isEligible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  noChanges?: Resolver<Maybe<ResolversTypes['NoChanges']>, ParentType, ContextType>;
  rules?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RuleReport']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CheckLimitsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckLimitsResult'] = ResolversParentTypes['CheckLimitsResult']> = {
  __resolveType: TypeResolveFn<'CheckLimitsSuccess' | 'CouponNotApplicableError' | 'CouponNotFoundError' | 'CurrencyMismatchError' | 'CustomerRequiredError' | 'InvalidInputError' | 'MinimumOrderNotMetError' | 'TaxBasisMismatchError' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type CheckLimitsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckLimitsSuccess'] = ResolversParentTypes['CheckLimitsSuccess']> = {
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  isAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  limits?: Resolver<ReadonlyArray<ResolversTypes['CheckedLimit']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CheckedLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckedLimit'] = ResolversParentTypes['CheckedLimit']> = {
  asked?: Resolver<Maybe<ResolversTypes['LimitAmount']>, ParentType, ContextType>;
  attribute?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effective?: Resolver<Maybe<ResolversTypes['EffectiveLimit']>, ParentType, ContextType>;
  isExceeded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['LimitMeasure'], ParentType, ContextType>;
  per?: Resolver<ResolversTypes['LimitPer'], ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shortForm?: Resolver<Maybe<ResolversTypes['LimitShortForm']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['LimitWindow'], ParentType, ContextType>;
};

export type ClauseReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClauseReport'] = ResolversParentTypes['ClauseReport']> = {
  counts?: Resolver<ResolversTypes['ClauseWeight'], ParentType, ContextType>;
  isNegated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  saw?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  segments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ClauseSegment']>>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  wanted?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClauseSegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClauseSegment'] = ResolversParentTypes['ClauseSegment']> = {
  clauses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ClauseReport']>>, ParentType, ContextType>;
  isMember?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CodeValidationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CodeValidation'] = ResolversParentTypes['CodeValidation']> = {
  changes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CartChange']>>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['CouponConflict']>, ParentType, ContextType>;
  coupon?: Resolver<Maybe<ResolversTypes['Coupon']>, ParentType, ContextType>;
  isValid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  noChanges?: Resolver<Maybe<ResolversTypes['NoChanges']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['Error']>, ParentType, ContextType>;
  rules?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RuleReport']>>, ParentType, ContextType>;
  valuation?: Resolver<Maybe<ResolversTypes['CouponValuation']>, ParentType, ContextType>;
};

export type CombinableWithResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CombinableWith'] = ResolversParentTypes['CombinableWith']> = {
  codes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CombinationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Combination'] = ResolversParentTypes['Combination']> = {
  applied?: Resolver<ReadonlyArray<ResolversTypes['AppliedPromotion']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['CombinedLine']>, ParentType, ContextType>;
  paidByGiftCards?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  rejected?: Resolver<ReadonlyArray<ResolversTypes['RejectedPromotion']>, ParentType, ContextType>;
  search?: Resolver<Maybe<ResolversTypes['CombinationSearch']>, ParentType, ContextType>;
  shippingDiscount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  youSave?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CombinationSearchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CombinationSearch'] = ResolversParentTypes['CombinationSearch']> = {
  gap?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  isExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  runnerUp?: Resolver<Maybe<ResolversTypes['RunnerUp']>, ParentType, ContextType>;
  visited?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CombinedLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CombinedLine'] = ResolversParentTypes['CombinedLine']> = {
  adjustments?: Resolver<ReadonlyArray<ResolversTypes['Adjustment']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lineId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CompileRuleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompileRuleResult'] = ResolversParentTypes['CompileRuleResult']> = {
  __resolveType: TypeResolveFn<'CompileRuleSuccess' | 'InvalidInputError' | 'RuleNotFoundError', ParentType, ContextType>;
};

export type CompileRuleSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompileRuleSuccess'] = ResolversParentTypes['CompileRuleSuccess']> = {
  condition?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  conditionText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plan?: Resolver<ReadonlyArray<ResolversTypes['ConditionPlanStep']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConditionPlanStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConditionPlanStep'] = ResolversParentTypes['ConditionPlanStep']> = {
  cost?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ConditionPlanStepKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConfirmReservationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmReservationResult'] = ResolversParentTypes['ConfirmReservationResult']> = {
  __resolveType: TypeResolveFn<'ConfirmReservationSuccess' | 'CouponNotFoundError' | 'CouponRevokedError' | 'IdempotencyConflictError' | 'InvalidInputError' | 'OverloadedError' | 'ReferenceAlreadyRedeemedError' | 'ReservationEndedError' | 'ReservationNotFoundError', ParentType, ContextType>;
};

export type ConfirmReservationSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmReservationSuccess'] = ResolversParentTypes['ConfirmReservationSuccess']> = {
  reservation?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Coupon'] = ResolversParentTypes['Coupon']> = {
  applicability?: Resolver<ResolversTypes['Applicability'], ParentType, ContextType>;
  balance?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Discount'], ParentType, ContextType>;
  giftCardMovements?: Resolver<ResolversTypes['GiftCardMovementConnection'], ParentType, ContextType, Partial<CouponGiftCardMovementsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCaseSensitive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isTest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maxUses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  metadata?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  minimumOrder?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  perCustomerLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  redeemers?: Resolver<ResolversTypes['RedeemerConnection'], ParentType, ContextType, Partial<CouponRedeemersArgs>>;
  redemptions?: Resolver<ResolversTypes['RedemptionConnection'], ParentType, ContextType, Partial<CouponRedemptionsArgs>>;
  stacking?: Resolver<ResolversTypes['Stacking'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CouponStatus'], ParentType, ContextType>;
  taxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  template?: Resolver<Maybe<ResolversTypes['Template']>, ParentType, ContextType>;
  testOf?: Resolver<Maybe<ResolversTypes['Coupon']>, ParentType, ContextType>;
  trigger?: Resolver<ResolversTypes['CouponTrigger'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  usesCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  usesLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponCodeTakenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponCodeTakenError'] = ResolversParentTypes['CouponCodeTakenError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponConflict'] = ResolversParentTypes['CouponConflict']> = {
  cause?: Resolver<ResolversTypes['ConflictCause'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redemptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type CouponConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponConflictError'] = ResolversParentTypes['CouponConflictError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['CouponConflict']>, ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponConnection'] = ResolversParentTypes['CouponConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CouponEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CouponDraftErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponDraftError'] = ResolversParentTypes['CouponDraftError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponEdge'] = ResolversParentTypes['CouponEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
};

export type CouponExpiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponExpiredError'] = ResolversParentTypes['CouponExpiredError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponInactiveErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponInactiveError'] = ResolversParentTypes['CouponInactiveError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponNotApplicableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponNotApplicableError'] = ResolversParentTypes['CouponNotApplicableError']> = {
  applicability?: Resolver<ResolversTypes['Applicability'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['NotApplicableCause'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstTier?: Resolver<Maybe<ResolversTypes['FirstTier']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponNotFoundError'] = ResolversParentTypes['CouponNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sought?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponNotYetActiveErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponNotYetActiveError'] = ResolversParentTypes['CouponNotYetActiveError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponRevokedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponRevokedError'] = ResolversParentTypes['CouponRevokedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponTerms'] = ResolversParentTypes['CouponTerms']> = {
  applicability?: Resolver<ResolversTypes['Applicability'], ParentType, ContextType>;
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Discount'], ParentType, ContextType>;
  isCaseSensitive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maxUses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  minimumOrder?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  perCustomerLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stacking?: Resolver<ResolversTypes['Stacking'], ParentType, ContextType>;
  taxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CouponTransitionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponTransitionError'] = ResolversParentTypes['CouponTransitionError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  possible?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CouponStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponUsedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponUsedError'] = ResolversParentTypes['CouponUsedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redemptionsCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponValuationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponValuation'] = ResolversParentTypes['CouponValuation']> = {
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  freeShipping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['LineDiscount']>, ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['RemainingUses'], ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['Reward']>, ParentType, ContextType>;
  shippingDiscount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiKeyResult'] = ResolversParentTypes['CreateApiKeyResult']> = {
  __resolveType: TypeResolveFn<'CreateApiKeySuccess' | 'IdempotencyConflictError' | 'InvalidInputError', ParentType, ContextType>;
};

export type CreateApiKeySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiKeySuccess'] = ResolversParentTypes['CreateApiKeySuccess']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateBrandResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateBrandResult'] = ResolversParentTypes['CreateBrandResult']> = {
  __resolveType: TypeResolveFn<'BrandSlugTakenError' | 'CouponCodeTakenError' | 'CreateBrandSuccess' | 'IdempotencyConflictError' | 'InvalidInputError', ParentType, ContextType>;
};

export type CreateBrandSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateBrandSuccess'] = ResolversParentTypes['CreateBrandSuccess']> = {
  brand?: Resolver<ResolversTypes['Brand'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateCampaignResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCampaignResult'] = ResolversParentTypes['CreateCampaignResult']> = {
  __resolveType: TypeResolveFn<'CreateCampaignSuccess' | 'IdempotencyConflictError' | 'InvalidInputError', ParentType, ContextType>;
};

export type CreateCampaignSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCampaignSuccess'] = ResolversParentTypes['CreateCampaignSuccess']> = {
  campaign?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateCouponResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCouponResult'] = ResolversParentTypes['CreateCouponResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'CouponCodeTakenError' | 'CreateCouponSuccess' | 'IdempotencyConflictError' | 'InvalidInputError', ParentType, ContextType>;
};

export type CreateCouponSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCouponSuccess'] = ResolversParentTypes['CreateCouponSuccess']> = {
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateCouponsFromTemplateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCouponsFromTemplateResult'] = ResolversParentTypes['CreateCouponsFromTemplateResult']> = {
  __resolveType: TypeResolveFn<'CouponCodeTakenError' | 'CreateCouponsFromTemplateSuccess' | 'IdempotencyConflictError' | 'InvalidInputError' | 'TemplateNotFoundError', ParentType, ContextType>;
};

export type CreateCouponsFromTemplateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCouponsFromTemplateSuccess'] = ResolversParentTypes['CreateCouponsFromTemplateSuccess']> = {
  coupons?: Resolver<ReadonlyArray<ResolversTypes['Coupon']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateLimitResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateLimitResult'] = ResolversParentTypes['CreateLimitResult']> = {
  __resolveType: TypeResolveFn<'CreateLimitSuccess' | 'IdempotencyConflictError' | 'InvalidInputError' | 'LimitTargetNotFoundError' | 'TooManyLimitsError', ParentType, ContextType>;
};

export type CreateLimitSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateLimitSuccess'] = ResolversParentTypes['CreateLimitSuccess']> = {
  countersAbove?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Limit'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateRuleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateRuleResult'] = ResolversParentTypes['CreateRuleResult']> = {
  __resolveType: TypeResolveFn<'CreateRuleSuccess' | 'IdempotencyConflictError' | 'InvalidInputError' | 'RuleTargetNotFoundError' | 'SegmentNotFoundError' | 'TooManyRulesError', ParentType, ContextType>;
};

export type CreateRuleSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateRuleSuccess'] = ResolversParentTypes['CreateRuleSuccess']> = {
  rule?: Resolver<ResolversTypes['Rule'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateSegmentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSegmentResult'] = ResolversParentTypes['CreateSegmentResult']> = {
  __resolveType: TypeResolveFn<'CreateSegmentSuccess' | 'IdempotencyConflictError' | 'InvalidInputError' | 'SegmentNameTakenError', ParentType, ContextType>;
};

export type CreateSegmentSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSegmentSuccess'] = ResolversParentTypes['CreateSegmentSuccess']> = {
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateTemplateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTemplateResult'] = ResolversParentTypes['CreateTemplateResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'CreateTemplateSuccess' | 'IdempotencyConflictError' | 'InvalidInputError', ParentType, ContextType>;
};

export type CreateTemplateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTemplateSuccess'] = ResolversParentTypes['CreateTemplateSuccess']> = {
  template?: Resolver<ResolversTypes['Template'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type CurrencyMismatchErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencyMismatchError'] = ResolversParentTypes['CurrencyMismatchError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  couponCurrencies?: Resolver<ReadonlyArray<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  couponCurrency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderCurrency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  identities?: Resolver<ReadonlyArray<ResolversTypes['Identity']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  linkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CustomerLimitReachedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerLimitReachedError'] = ResolversParentTypes['CustomerLimitReachedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  customerId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerRequiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerRequiredError'] = ResolversParentTypes['CustomerRequiredError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  perCustomerLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeactivateCouponResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeactivateCouponResult'] = ResolversParentTypes['DeactivateCouponResult']> = {
  __resolveType: TypeResolveFn<'CouponNotFoundError' | 'CouponTransitionError' | 'DeactivateCouponSuccess' | 'IdempotencyConflictError', ParentType, ContextType>;
};

export type DeactivateCouponSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeactivateCouponSuccess'] = ResolversParentTypes['DeactivateCouponSuccess']> = {
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeleteCouponResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCouponResult'] = ResolversParentTypes['DeleteCouponResult']> = {
  __resolveType: TypeResolveFn<'CouponNotFoundError' | 'CouponUsedError' | 'DeleteCouponSuccess' | 'IdempotencyConflictError', ParentType, ContextType>;
};

export type DeleteCouponSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCouponSuccess'] = ResolversParentTypes['DeleteCouponSuccess']> = {
  couponId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteLimitResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteLimitResult'] = ResolversParentTypes['DeleteLimitResult']> = {
  __resolveType: TypeResolveFn<'DeleteLimitSuccess' | 'IdempotencyConflictError' | 'LimitNotFoundError', ParentType, ContextType>;
};

export type DeleteLimitSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteLimitSuccess'] = ResolversParentTypes['DeleteLimitSuccess']> = {
  limitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteRuleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteRuleResult'] = ResolversParentTypes['DeleteRuleResult']> = {
  __resolveType: TypeResolveFn<'DeleteRuleSuccess' | 'IdempotencyConflictError' | 'RuleNotFoundError', ParentType, ContextType>;
};

export type DeleteRuleSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteRuleSuccess'] = ResolversParentTypes['DeleteRuleSuccess']> = {
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteSegmentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteSegmentResult'] = ResolversParentTypes['DeleteSegmentResult']> = {
  __resolveType: TypeResolveFn<'DeleteSegmentSuccess' | 'IdempotencyConflictError' | 'SegmentInUseError' | 'SegmentNotFoundError', ParentType, ContextType>;
};

export type DeleteSegmentSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteSegmentSuccess'] = ResolversParentTypes['DeleteSegmentSuccess']> = {
  segmentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteTemplateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTemplateResult'] = ResolversParentTypes['DeleteTemplateResult']> = {
  __resolveType: TypeResolveFn<'DeleteTemplateSuccess' | 'IdempotencyConflictError' | 'TemplateInUseError' | 'TemplateNotFoundError', ParentType, ContextType>;
};

export type DeleteTemplateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTemplateSuccess'] = ResolversParentTypes['DeleteTemplateSuccess']> = {
  templateId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteTestCodesResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTestCodesResult'] = ResolversParentTypes['DeleteTestCodesResult']> = {
  __resolveType: TypeResolveFn<'CouponNotFoundError' | 'DeleteTestCodesSuccess' | 'IdempotencyConflictError', ParentType, ContextType>;
};

export type DeleteTestCodesSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTestCodesSuccess'] = ResolversParentTypes['DeleteTestCodesSuccess']> = {
  deletedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DeliveryKind'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryNotFoundError'] = ResolversParentTypes['DeliveryNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  deliveryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliverySucceededErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliverySucceededError'] = ResolversParentTypes['DeliverySucceededError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  deliveredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Discount'] = ResolversParentTypes['Discount']> = {
  __resolveType: TypeResolveFn<'BuyXGetYDiscount' | 'FixedDiscount' | 'FixedPriceDiscount' | 'FreeShippingDiscount' | 'GiftCardDiscount' | 'PercentageDiscount' | 'RewardDiscount' | 'TieredDiscount', ParentType, ContextType>;
};

export type DiscountItemsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscountItems'] = ResolversParentTypes['DiscountItems']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  products?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  skus?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DiscountTierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscountTier'] = ResolversParentTypes['DiscountTier']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  amounts?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
  fromAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  fromAmounts?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
  fromQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type EffectiveLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EffectiveLimit'] = ResolversParentTypes['EffectiveLimit']> = {
  attribute?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ceiling?: Resolver<ResolversTypes['LimitAmount'], ParentType, ContextType>;
  countedFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isReached?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  left?: Resolver<Maybe<ResolversTypes['LimitAmount']>, ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Limit']>, ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['LimitMeasure'], ParentType, ContextType>;
  overrun?: Resolver<ResolversTypes['LimitAmount'], ParentType, ContextType>;
  per?: Resolver<ResolversTypes['LimitPer'], ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shortForm?: Resolver<Maybe<ResolversTypes['LimitShortForm']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['LimitTarget'], ParentType, ContextType>;
  used?: Resolver<Maybe<ResolversTypes['LimitAmount']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['LimitWindow'], ParentType, ContextType>;
};

export type EndCampaignResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndCampaignResult'] = ResolversParentTypes['EndCampaignResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'CampaignTransitionError' | 'EndCampaignSuccess' | 'IdempotencyConflictError', ParentType, ContextType>;
};

export type EndCampaignSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndCampaignSuccess'] = ResolversParentTypes['EndCampaignSuccess']> = {
  campaign?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Error'] = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'ActivationTokenExpiredError' | 'ActivationTokenNotFoundError' | 'ActivationTokenUsedError' | 'ApiKeyNotFoundError' | 'BrandNotFoundError' | 'BrandSlugTakenError' | 'CampaignNotFoundError' | 'CampaignNotRunningError' | 'CampaignOverError' | 'CampaignTransitionError' | 'CouponCodeTakenError' | 'CouponConflictError' | 'CouponDraftError' | 'CouponExpiredError' | 'CouponInactiveError' | 'CouponNotApplicableError' | 'CouponNotFoundError' | 'CouponNotYetActiveError' | 'CouponRevokedError' | 'CouponTransitionError' | 'CouponUsedError' | 'CurrencyMismatchError' | 'CustomerLimitReachedError' | 'CustomerRequiredError' | 'DeliveryNotFoundError' | 'DeliverySucceededError' | 'GiftCardEmptyError' | 'IdempotencyConflictError' | 'InvalidInputError' | 'LimitNotFoundError' | 'LimitReachedError' | 'LimitTargetNotFoundError' | 'MinimumOrderNotMetError' | 'OfferExpiredError' | 'OfferMissingError' | 'OutbidByOthersError' | 'OutcomeUnknownError' | 'OverloadedError' | 'PromotionsRefusedError' | 'RedemptionAlreadyVoidedError' | 'RedemptionLineNotFoundError' | 'RedemptionNotFoundError' | 'RedemptionReservedError' | 'ReferenceAlreadyRedeemedError' | 'ReservationEndedError' | 'ReservationNotFoundError' | 'ReservationRefusedError' | 'ReturnExceedsQuantityError' | 'RuleNotFoundError' | 'RuleNotMetError' | 'RuleTargetNotFoundError' | 'SavingChangedError' | 'SegmentInUseError' | 'SegmentNameTakenError' | 'SegmentNotFoundError' | 'SegmentNotListedError' | 'TaxBasisMismatchError' | 'TemplateInUseError' | 'TemplateNotFoundError' | 'TooManyIdentitiesError' | 'TooManyLimitsError' | 'TooManyRulesError' | 'TooManyTestCodesError' | 'UsageLimitReachedError' | 'VersionConflictError', ParentType, ContextType>;
};

export type EvaluateSegmentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluateSegmentResult'] = ResolversParentTypes['EvaluateSegmentResult']> = {
  __resolveType: TypeResolveFn<'EvaluateSegmentSuccess' | 'InvalidInputError' | 'SegmentNotFoundError' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type EvaluateSegmentSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluateSegmentSuccess'] = ResolversParentTypes['EvaluateSegmentSuccess']> = {
  membership?: Resolver<ResolversTypes['SegmentMembership'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EvaluateSegmentsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluateSegmentsResult'] = ResolversParentTypes['EvaluateSegmentsResult']> = {
  __resolveType: TypeResolveFn<'EvaluateSegmentsSuccess' | 'InvalidInputError' | 'SegmentNotFoundError' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type EvaluateSegmentsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluateSegmentsSuccess'] = ResolversParentTypes['EvaluateSegmentsSuccess']> = {
  customers?: Resolver<ReadonlyArray<ResolversTypes['SegmentCustomer']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Fan'] = ResolversParentTypes['Fan']> = {
  activatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  brand?: Resolver<ResolversTypes['Brand'], ParentType, ContextType>;
  coupon?: Resolver<Maybe<ResolversTypes['Coupon']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Delivery']>>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  socialHandle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FanStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FanConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FanConnection'] = ResolversParentTypes['FanConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FanEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FanEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FanEdge'] = ResolversParentTypes['FanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Fan'], ParentType, ContextType>;
};

export type FirstTierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FirstTier'] = ResolversParentTypes['FirstTier']> = {
  currentAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  currentQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requiredAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  requiredQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FixedDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FixedDiscount'] = ResolversParentTypes['FixedDiscount']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  amounts?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
  freeShipping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DiscountKind'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['DiscountTarget'], ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FixedPriceDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FixedPriceDiscount'] = ResolversParentTypes['FixedPriceDiscount']> = {
  groupSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DiscountKind'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FreeShippingDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FreeShippingDiscount'] = ResolversParentTypes['FreeShippingDiscount']> = {
  countries?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DiscountKind'], ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  maximums?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GenerateTestCodesResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GenerateTestCodesResult'] = ResolversParentTypes['GenerateTestCodesResult']> = {
  __resolveType: TypeResolveFn<'CouponNotFoundError' | 'GenerateTestCodesSuccess' | 'IdempotencyConflictError' | 'InvalidInputError' | 'TooManyTestCodesError', ParentType, ContextType>;
};

export type GenerateTestCodesSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GenerateTestCodesSuccess'] = ResolversParentTypes['GenerateTestCodesSuccess']> = {
  coupons?: Resolver<ReadonlyArray<ResolversTypes['Coupon']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GetYResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GetY'] = ResolversParentTypes['GetY']> = {
  items?: Resolver<Maybe<ResolversTypes['DiscountItems']>, ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GiftCardDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftCardDiscount'] = ResolversParentTypes['GiftCardDiscount']> = {
  initialBalance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DiscountKind'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GiftCardEmptyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftCardEmptyError'] = ResolversParentTypes['GiftCardEmptyError']> = {
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GiftCardMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftCardMovement'] = ResolversParentTypes['GiftCardMovement']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GiftCardMovementKind'], ParentType, ContextType>;
  redemptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type GiftCardMovementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftCardMovementConnection'] = ResolversParentTypes['GiftCardMovementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GiftCardMovementEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GiftCardMovementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GiftCardMovementEdge'] = ResolversParentTypes['GiftCardMovementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GiftCardMovement'], ParentType, ContextType>;
};

export type IdempotencyConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyConflictError'] = ResolversParentTypes['IdempotencyConflictError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  idempotencyKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identity'] = ResolversParentTypes['Identity']> = {
  kind?: Resolver<ResolversTypes['IdentityKind'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InputProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InputProblem'] = ResolversParentTypes['InputProblem']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InvalidInputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ItemSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemSelection'] = ResolversParentTypes['ItemSelection']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  products?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  skus?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type LimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Limit'] = ResolversParentTypes['Limit']> = {
  attribute?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ceiling?: Resolver<ResolversTypes['LimitAmount'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['LimitMeasure'], ParentType, ContextType>;
  overrun?: Resolver<ResolversTypes['LimitAmount'], ParentType, ContextType>;
  per?: Resolver<ResolversTypes['LimitPer'], ParentType, ContextType>;
  shortForm?: Resolver<Maybe<ResolversTypes['LimitShortForm']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['LimitTarget'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['LimitWindow'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LimitAmountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LimitAmount'] = ResolversParentTypes['LimitAmount']> = {
  money?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  uses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LimitNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LimitNotFoundError'] = ResolversParentTypes['LimitNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  limitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LimitOverrunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LimitOverrun'] = ResolversParentTypes['LimitOverrun']> = {
  amount?: Resolver<ResolversTypes['LimitAmount'], ParentType, ContextType>;
  limitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LimitReachedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LimitReachedError'] = ResolversParentTypes['LimitReachedError']> = {
  asked?: Resolver<Maybe<ResolversTypes['LimitAmount']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  counted?: Resolver<Maybe<ResolversTypes['LimitAmount']>, ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  left?: Resolver<Maybe<ResolversTypes['LimitAmount']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reached?: Resolver<Maybe<ResolversTypes['Limit']>, ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LimitTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LimitTarget'] = ResolversParentTypes['LimitTarget']> = {
  campaignId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  couponId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LimitTargetKind'], ParentType, ContextType>;
  templateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type LimitTargetNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LimitTargetNotFoundError'] = ResolversParentTypes['LimitTargetNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LimitWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LimitWindow'] = ResolversParentTypes['LimitWindow']> = {
  kind?: Resolver<ResolversTypes['LimitWindowKind'], ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  zone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LineDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LineDiscount'] = ResolversParentTypes['LineDiscount']> = {
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lineId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type LinkCustomerResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkCustomerResult'] = ResolversParentTypes['LinkCustomerResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflictError' | 'InvalidInputError' | 'LinkCustomerSuccess' | 'OverloadedError' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type LinkCustomerSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkCustomerSuccess'] = ResolversParentTypes['LinkCustomerSuccess']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MinimumOrderNotMetErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MinimumOrderNotMetError'] = ResolversParentTypes['MinimumOrderNotMetError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateCampaign?: Resolver<ResolversTypes['ActivateCampaignResult'], ParentType, ContextType, RequireFields<MutationActivateCampaignArgs, 'input'>>;
  activateCoupon?: Resolver<ResolversTypes['ActivateCouponResult'], ParentType, ContextType, RequireFields<MutationActivateCouponArgs, 'input'>>;
  activateFan?: Resolver<ResolversTypes['ActivateFanResult'], ParentType, ContextType, RequireFields<MutationActivateFanArgs, 'input'>>;
  addSegmentMembers?: Resolver<ResolversTypes['AddSegmentMembersResult'], ParentType, ContextType, RequireFields<MutationAddSegmentMembersArgs, 'input'>>;
  applyCoupon?: Resolver<ResolversTypes['ApplyCouponResult'], ParentType, ContextType, RequireFields<MutationApplyCouponArgs, 'input'>>;
  applyCoupons?: Resolver<ResolversTypes['ApplyCouponsResult'], ParentType, ContextType, RequireFields<MutationApplyCouponsArgs, 'input'>>;
  applyPromotions?: Resolver<ResolversTypes['ApplyPromotionsResult'], ParentType, ContextType, RequireFields<MutationApplyPromotionsArgs, 'input'>>;
  confirmReservation?: Resolver<ResolversTypes['ConfirmReservationResult'], ParentType, ContextType, RequireFields<MutationConfirmReservationArgs, 'input'>>;
  createApiKey?: Resolver<ResolversTypes['CreateApiKeyResult'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  createBrand?: Resolver<ResolversTypes['CreateBrandResult'], ParentType, ContextType, RequireFields<MutationCreateBrandArgs, 'input'>>;
  createCampaign?: Resolver<ResolversTypes['CreateCampaignResult'], ParentType, ContextType, RequireFields<MutationCreateCampaignArgs, 'input'>>;
  createCoupon?: Resolver<ResolversTypes['CreateCouponResult'], ParentType, ContextType, RequireFields<MutationCreateCouponArgs, 'input'>>;
  createCouponsFromTemplate?: Resolver<ResolversTypes['CreateCouponsFromTemplateResult'], ParentType, ContextType, RequireFields<MutationCreateCouponsFromTemplateArgs, 'input'>>;
  createLimit?: Resolver<ResolversTypes['CreateLimitResult'], ParentType, ContextType, RequireFields<MutationCreateLimitArgs, 'input'>>;
  createRule?: Resolver<ResolversTypes['CreateRuleResult'], ParentType, ContextType, RequireFields<MutationCreateRuleArgs, 'input'>>;
  createSegment?: Resolver<ResolversTypes['CreateSegmentResult'], ParentType, ContextType, RequireFields<MutationCreateSegmentArgs, 'input'>>;
  createTemplate?: Resolver<ResolversTypes['CreateTemplateResult'], ParentType, ContextType, RequireFields<MutationCreateTemplateArgs, 'input'>>;
  deactivateCoupon?: Resolver<ResolversTypes['DeactivateCouponResult'], ParentType, ContextType, RequireFields<MutationDeactivateCouponArgs, 'input'>>;
  deleteCoupon?: Resolver<ResolversTypes['DeleteCouponResult'], ParentType, ContextType, RequireFields<MutationDeleteCouponArgs, 'input'>>;
  deleteLimit?: Resolver<ResolversTypes['DeleteLimitResult'], ParentType, ContextType, RequireFields<MutationDeleteLimitArgs, 'input'>>;
  deleteRule?: Resolver<ResolversTypes['DeleteRuleResult'], ParentType, ContextType, RequireFields<MutationDeleteRuleArgs, 'input'>>;
  deleteSegment?: Resolver<ResolversTypes['DeleteSegmentResult'], ParentType, ContextType, RequireFields<MutationDeleteSegmentArgs, 'input'>>;
  deleteTemplate?: Resolver<ResolversTypes['DeleteTemplateResult'], ParentType, ContextType, RequireFields<MutationDeleteTemplateArgs, 'input'>>;
  deleteTestCodes?: Resolver<ResolversTypes['DeleteTestCodesResult'], ParentType, ContextType, RequireFields<MutationDeleteTestCodesArgs, 'input'>>;
  endCampaign?: Resolver<ResolversTypes['EndCampaignResult'], ParentType, ContextType, RequireFields<MutationEndCampaignArgs, 'input'>>;
  generateTestCodes?: Resolver<ResolversTypes['GenerateTestCodesResult'], ParentType, ContextType, RequireFields<MutationGenerateTestCodesArgs, 'input'>>;
  linkCustomer?: Resolver<ResolversTypes['LinkCustomerResult'], ParentType, ContextType, RequireFields<MutationLinkCustomerArgs, 'input'>>;
  pauseCampaign?: Resolver<ResolversTypes['PauseCampaignResult'], ParentType, ContextType, RequireFields<MutationPauseCampaignArgs, 'input'>>;
  reactivateCoupon?: Resolver<ResolversTypes['ReactivateCouponResult'], ParentType, ContextType, RequireFields<MutationReactivateCouponArgs, 'input'>>;
  registerFan?: Resolver<ResolversTypes['RegisterFanResult'], ParentType, ContextType, RequireFields<MutationRegisterFanArgs, 'input'>>;
  releaseReservation?: Resolver<ResolversTypes['ReleaseReservationResult'], ParentType, ContextType, RequireFields<MutationReleaseReservationArgs, 'input'>>;
  removeSegmentMembers?: Resolver<ResolversTypes['RemoveSegmentMembersResult'], ParentType, ContextType, RequireFields<MutationRemoveSegmentMembersArgs, 'input'>>;
  reserveCoupons?: Resolver<ResolversTypes['ReserveCouponsResult'], ParentType, ContextType, RequireFields<MutationReserveCouponsArgs, 'input'>>;
  resumeCampaign?: Resolver<ResolversTypes['ResumeCampaignResult'], ParentType, ContextType, RequireFields<MutationResumeCampaignArgs, 'input'>>;
  retryDelivery?: Resolver<ResolversTypes['RetryDeliveryResult'], ParentType, ContextType, RequireFields<MutationRetryDeliveryArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyResult'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  revokeCoupon?: Resolver<ResolversTypes['RevokeCouponResult'], ParentType, ContextType, RequireFields<MutationRevokeCouponArgs, 'input'>>;
  rotateTokenSecret?: Resolver<ResolversTypes['RotateTokenSecretResult'], ParentType, ContextType, RequireFields<MutationRotateTokenSecretArgs, 'input'>>;
  updateBrand?: Resolver<ResolversTypes['UpdateBrandResult'], ParentType, ContextType, RequireFields<MutationUpdateBrandArgs, 'input'>>;
  updateCampaign?: Resolver<ResolversTypes['UpdateCampaignResult'], ParentType, ContextType, RequireFields<MutationUpdateCampaignArgs, 'input'>>;
  updateCoupon?: Resolver<ResolversTypes['UpdateCouponResult'], ParentType, ContextType, RequireFields<MutationUpdateCouponArgs, 'input'>>;
  updateLimit?: Resolver<ResolversTypes['UpdateLimitResult'], ParentType, ContextType, RequireFields<MutationUpdateLimitArgs, 'input'>>;
  updateRule?: Resolver<ResolversTypes['UpdateRuleResult'], ParentType, ContextType, RequireFields<MutationUpdateRuleArgs, 'input'>>;
  updateSegment?: Resolver<ResolversTypes['UpdateSegmentResult'], ParentType, ContextType, RequireFields<MutationUpdateSegmentArgs, 'input'>>;
  updateTemplate?: Resolver<ResolversTypes['UpdateTemplateResult'], ParentType, ContextType, RequireFields<MutationUpdateTemplateArgs, 'input'>>;
  updateTenant?: Resolver<ResolversTypes['UpdateTenantResult'], ParentType, ContextType, RequireFields<MutationUpdateTenantArgs, 'input'>>;
  voidRedemption?: Resolver<ResolversTypes['VoidRedemptionResult'], ParentType, ContextType, RequireFields<MutationVoidRedemptionArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'ApiKey' | 'AuditEvent' | 'Brand' | 'Campaign' | 'Coupon' | 'Delivery' | 'Fan' | 'Limit' | 'Redemption' | 'Reservation' | 'Rule' | 'Segment' | 'Template' | 'Tenant', ParentType, ContextType>;
};

export type OfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Offer'] = ResolversParentTypes['Offer']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Discount'], ParentType, ContextType>;
  fixedCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usageLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  verifyEmail?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OfferExpiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferExpiredError'] = ResolversParentTypes['OfferExpiredError']> = {
  brandId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OfferMissingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferMissingError'] = ResolversParentTypes['OfferMissingError']> = {
  brandId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OutbidByOthersErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutbidByOthersError'] = ResolversParentTypes['OutbidByOthersError']> = {
  best?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  bestWith?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OutcomeUnknownErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutcomeUnknownError'] = ResolversParentTypes['OutcomeUnknownError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OverloadedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OverloadedError'] = ResolversParentTypes['OverloadedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PauseCampaignResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseCampaignResult'] = ResolversParentTypes['PauseCampaignResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'CampaignTransitionError' | 'IdempotencyConflictError' | 'PauseCampaignSuccess', ParentType, ContextType>;
};

export type PauseCampaignSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseCampaignSuccess'] = ResolversParentTypes['PauseCampaignSuccess']> = {
  campaign?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PercentageDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PercentageDiscount'] = ResolversParentTypes['PercentageDiscount']> = {
  freeShipping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DiscountKind'], ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  maximums?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['DiscountTarget'], ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PreviewPromotionsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PreviewPromotionsResult'] = ResolversParentTypes['PreviewPromotionsResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'PreviewPromotionsSuccess' | 'ReferenceAlreadyRedeemedError' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type PreviewPromotionsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PreviewPromotionsSuccess'] = ResolversParentTypes['PreviewPromotionsSuccess']> = {
  combination?: Resolver<ResolversTypes['Combination'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PromotionsRefusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromotionsRefusedError'] = ResolversParentTypes['PromotionsRefusedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rejected?: Resolver<ReadonlyArray<ResolversTypes['RejectedPromotion']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  analyzeRule?: Resolver<ResolversTypes['AnalyzeRuleResult'], ParentType, ContextType, RequireFields<QueryAnalyzeRuleArgs, 'of'>>;
  apiKeys?: Resolver<ResolversTypes['ApiKeyConnection'], ParentType, ContextType, Partial<QueryApiKeysArgs>>;
  auditEvents?: Resolver<ResolversTypes['AuditEventConnection'], ParentType, ContextType, Partial<QueryAuditEventsArgs>>;
  brand?: Resolver<Maybe<ResolversTypes['Brand']>, ParentType, ContextType, RequireFields<QueryBrandArgs, 'id'>>;
  brands?: Resolver<ResolversTypes['BrandConnection'], ParentType, ContextType, Partial<QueryBrandsArgs>>;
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType, RequireFields<QueryCampaignArgs, 'id'>>;
  campaigns?: Resolver<ResolversTypes['CampaignConnection'], ParentType, ContextType, Partial<QueryCampaignsArgs>>;
  checkEligibility?: Resolver<ResolversTypes['CheckEligibilityResult'], ParentType, ContextType, RequireFields<QueryCheckEligibilityArgs, 'input'>>;
  checkLimits?: Resolver<ResolversTypes['CheckLimitsResult'], ParentType, ContextType, RequireFields<QueryCheckLimitsArgs, 'input'>>;
  compileRule?: Resolver<ResolversTypes['CompileRuleResult'], ParentType, ContextType, RequireFields<QueryCompileRuleArgs, 'of'>>;
  coupon?: Resolver<Maybe<ResolversTypes['Coupon']>, ParentType, ContextType, RequireFields<QueryCouponArgs, 'id'>>;
  couponByCode?: Resolver<Maybe<ResolversTypes['Coupon']>, ParentType, ContextType, RequireFields<QueryCouponByCodeArgs, 'code'>>;
  coupons?: Resolver<ResolversTypes['CouponConnection'], ParentType, ContextType, Partial<QueryCouponsArgs>>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType, RequireFields<QueryCustomerArgs, 'identity'>>;
  evaluateSegment?: Resolver<ResolversTypes['EvaluateSegmentResult'], ParentType, ContextType, RequireFields<QueryEvaluateSegmentArgs, 'input'>>;
  evaluateSegments?: Resolver<ResolversTypes['EvaluateSegmentsResult'], ParentType, ContextType, RequireFields<QueryEvaluateSegmentsArgs, 'input'>>;
  fan?: Resolver<Maybe<ResolversTypes['Fan']>, ParentType, ContextType, RequireFields<QueryFanArgs, 'id'>>;
  fans?: Resolver<ResolversTypes['FanConnection'], ParentType, ContextType, Partial<QueryFansArgs>>;
  limit?: Resolver<Maybe<ResolversTypes['Limit']>, ParentType, ContextType, RequireFields<QueryLimitArgs, 'id'>>;
  limits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EffectiveLimit']>>, ParentType, ContextType, RequireFields<QueryLimitsArgs, 'of'>>;
  myRedemptions?: Resolver<ResolversTypes['RedemptionConnection'], ParentType, ContextType, Partial<QueryMyRedemptionsArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  previewPromotions?: Resolver<ResolversTypes['PreviewPromotionsResult'], ParentType, ContextType, RequireFields<QueryPreviewPromotionsArgs, 'input'>>;
  redemption?: Resolver<Maybe<ResolversTypes['Redemption']>, ParentType, ContextType, RequireFields<QueryRedemptionArgs, 'id'>>;
  redemptions?: Resolver<ResolversTypes['RedemptionConnection'], ParentType, ContextType, Partial<QueryRedemptionsArgs>>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType, RequireFields<QueryReservationArgs, 'id'>>;
  returnQuote?: Resolver<ResolversTypes['ReturnQuoteResult'], ParentType, ContextType, RequireFields<QueryReturnQuoteArgs, 'input'>>;
  rule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType, RequireFields<QueryRuleArgs, 'id'>>;
  rules?: Resolver<ResolversTypes['RuleConnection'], ParentType, ContextType, Partial<QueryRulesArgs>>;
  sandboxPreview?: Resolver<ResolversTypes['SandboxPreviewResult'], ParentType, ContextType, RequireFields<QuerySandboxPreviewArgs, 'input'>>;
  sandboxValidate?: Resolver<ResolversTypes['SandboxValidateResult'], ParentType, ContextType, RequireFields<QuerySandboxValidateArgs, 'input'>>;
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType, RequireFields<QuerySegmentArgs, 'id'>>;
  segmentByName?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType, RequireFields<QuerySegmentByNameArgs, 'name'>>;
  segments?: Resolver<ResolversTypes['SegmentConnection'], ParentType, ContextType, Partial<QuerySegmentsArgs>>;
  simulateRule?: Resolver<ResolversTypes['SimulateRuleResult'], ParentType, ContextType, RequireFields<QuerySimulateRuleArgs, 'input'>>;
  template?: Resolver<Maybe<ResolversTypes['Template']>, ParentType, ContextType, RequireFields<QueryTemplateArgs, 'id'>>;
  templates?: Resolver<ResolversTypes['TemplateConnection'], ParentType, ContextType, Partial<QueryTemplatesArgs>>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  validateCoupon?: Resolver<ResolversTypes['ValidateCouponResult'], ParentType, ContextType, RequireFields<QueryValidateCouponArgs, 'input'>>;
  validateCoupons?: Resolver<ResolversTypes['ValidateCouponsResult'], ParentType, ContextType, RequireFields<QueryValidateCouponsArgs, 'input'>>;
};

export type ReactivateCouponResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactivateCouponResult'] = ResolversParentTypes['ReactivateCouponResult']> = {
  __resolveType: TypeResolveFn<'CouponNotFoundError' | 'CouponTransitionError' | 'IdempotencyConflictError' | 'ReactivateCouponSuccess', ParentType, ContextType>;
};

export type ReactivateCouponSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactivateCouponSuccess'] = ResolversParentTypes['ReactivateCouponSuccess']> = {
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RedeemerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Redeemer'] = ResolversParentTypes['Redeemer']> = {
  customerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstRedeemedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
  lastRedeemedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usesCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RedeemerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeemerConnection'] = ResolversParentTypes['RedeemerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RedeemerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RedeemerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeemerEdge'] = ResolversParentTypes['RedeemerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Redeemer'], ParentType, ContextType>;
};

export type RedemptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Redemption'] = ResolversParentTypes['Redemption']> = {
  attributes?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  freeShipping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['LineDiscount']>, ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  overruns?: Resolver<ReadonlyArray<ResolversTypes['LimitOverrun']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['Reference']>, ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  returns?: Resolver<ReadonlyArray<ResolversTypes['RedemptionReturn']>, ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['Reward']>, ParentType, ContextType>;
  shippingDiscount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RedemptionStatus'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  voidReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  voidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RedemptionAlreadyVoidedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedemptionAlreadyVoidedError'] = ResolversParentTypes['RedemptionAlreadyVoidedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redemptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  voidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RedemptionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedemptionConnection'] = ResolversParentTypes['RedemptionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RedemptionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RedemptionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedemptionEdge'] = ResolversParentTypes['RedemptionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Redemption'], ParentType, ContextType>;
};

export type RedemptionLineNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedemptionLineNotFoundError'] = ResolversParentTypes['RedemptionLineNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  lineId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lineIds?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redemptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RedemptionNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedemptionNotFoundError'] = ResolversParentTypes['RedemptionNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redemptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RedemptionReservedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedemptionReservedError'] = ResolversParentTypes['RedemptionReservedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redemptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reservationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RedemptionReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedemptionReturn'] = ResolversParentTypes['RedemptionReturn']> = {
  cause?: Resolver<ResolversTypes['ReturnCause'], ParentType, ContextType>;
  clawback?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  givesUseBack?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['LineDiscount']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ReferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reference'] = ResolversParentTypes['Reference']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ReferenceType'], ParentType, ContextType>;
};

export type ReferenceAlreadyRedeemedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferenceAlreadyRedeemedError'] = ResolversParentTypes['ReferenceAlreadyRedeemedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redemptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterFanResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterFanResult'] = ResolversParentTypes['RegisterFanResult']> = {
  __resolveType: TypeResolveFn<'BrandNotFoundError' | 'IdempotencyConflictError' | 'InvalidInputError' | 'OfferExpiredError' | 'OfferMissingError' | 'RegisterFanSuccess', ParentType, ContextType>;
};

export type RegisterFanSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterFanSuccess'] = ResolversParentTypes['RegisterFanSuccess']> = {
  fan?: Resolver<ResolversTypes['Fan'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RejectedPromotionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectedPromotion'] = ResolversParentTypes['RejectedPromotion']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['CouponConflict']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['Error']>, ParentType, ContextType>;
};

export type ReleaseReservationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseReservationResult'] = ResolversParentTypes['ReleaseReservationResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflictError' | 'OverloadedError' | 'ReleaseReservationSuccess' | 'ReservationEndedError' | 'ReservationNotFoundError', ParentType, ContextType>;
};

export type ReleaseReservationSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseReservationSuccess'] = ResolversParentTypes['ReleaseReservationSuccess']> = {
  reservation?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemainingUsesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemainingUses'] = ResolversParentTypes['RemainingUses']> = {
  customerUses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  uses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RemoveSegmentMembersResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveSegmentMembersResult'] = ResolversParentTypes['RemoveSegmentMembersResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflictError' | 'InvalidInputError' | 'RemoveSegmentMembersSuccess' | 'SegmentNotFoundError' | 'SegmentNotListedError', ParentType, ContextType>;
};

export type RemoveSegmentMembersSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveSegmentMembersSuccess'] = ResolversParentTypes['RemoveSegmentMembersSuccess']> = {
  removedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reservation'] = ResolversParentTypes['Reservation']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  redemptions?: Resolver<ReadonlyArray<ResolversTypes['Redemption']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['Reference'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReservationStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationEndedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationEndedError'] = ResolversParentTypes['ReservationEndedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  endedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reservationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReservationStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationNotFoundError'] = ResolversParentTypes['ReservationNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reservationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationRefusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationRefusedError'] = ResolversParentTypes['ReservationRefusedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Error']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReserveCouponsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveCouponsResult'] = ResolversParentTypes['ReserveCouponsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflictError' | 'InvalidInputError' | 'OverloadedError' | 'ReservationEndedError' | 'ReservationRefusedError' | 'ReserveCouponsSuccess' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type ReserveCouponsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveCouponsSuccess'] = ResolversParentTypes['ReserveCouponsSuccess']> = {
  refusals?: Resolver<ReadonlyArray<ResolversTypes['Error']>, ParentType, ContextType>;
  reservation?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResumeCampaignResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeCampaignResult'] = ResolversParentTypes['ResumeCampaignResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'CampaignOverError' | 'CampaignTransitionError' | 'IdempotencyConflictError' | 'ResumeCampaignSuccess', ParentType, ContextType>;
};

export type ResumeCampaignSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeCampaignSuccess'] = ResolversParentTypes['ResumeCampaignSuccess']> = {
  campaign?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RetryDeliveryResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryDeliveryResult'] = ResolversParentTypes['RetryDeliveryResult']> = {
  __resolveType: TypeResolveFn<'DeliveryNotFoundError' | 'DeliverySucceededError' | 'IdempotencyConflictError' | 'RetryDeliverySuccess', ParentType, ContextType>;
};

export type RetryDeliverySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryDeliverySuccess'] = ResolversParentTypes['RetryDeliverySuccess']> = {
  delivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnExceedsQuantityErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnExceedsQuantityError'] = ResolversParentTypes['ReturnExceedsQuantityError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  lineId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  redemptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  returnable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnQuote'] = ResolversParentTypes['ReturnQuote']> = {
  clawback?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  givesUseBack?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isWhole?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['LineDiscount']>, ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnQuoteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnQuoteResult'] = ResolversParentTypes['ReturnQuoteResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'RedemptionAlreadyVoidedError' | 'RedemptionLineNotFoundError' | 'RedemptionNotFoundError' | 'RedemptionReservedError' | 'ReturnExceedsQuantityError' | 'ReturnQuote', ParentType, ContextType>;
};

export type RevokeApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeyResult'] = ResolversParentTypes['RevokeApiKeyResult']> = {
  __resolveType: TypeResolveFn<'ApiKeyNotFoundError' | 'IdempotencyConflictError' | 'RevokeApiKeySuccess', ParentType, ContextType>;
};

export type RevokeApiKeySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeySuccess'] = ResolversParentTypes['RevokeApiKeySuccess']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeCouponResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeCouponResult'] = ResolversParentTypes['RevokeCouponResult']> = {
  __resolveType: TypeResolveFn<'CouponNotFoundError' | 'CouponTransitionError' | 'IdempotencyConflictError' | 'RevokeCouponSuccess', ParentType, ContextType>;
};

export type RevokeCouponSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeCouponSuccess'] = ResolversParentTypes['RevokeCouponSuccess']> = {
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RewardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reward'] = ResolversParentTypes['Reward']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  itemId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RewardDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RewardDiscount'] = ResolversParentTypes['RewardDiscount']> = {
  kind?: Resolver<ResolversTypes['DiscountKind'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['Reward'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RotateTokenSecretResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateTokenSecretResult'] = ResolversParentTypes['RotateTokenSecretResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflictError' | 'RotateTokenSecretSuccess', ParentType, ContextType>;
};

export type RotateTokenSecretSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateTokenSecretSuccess'] = ResolversParentTypes['RotateTokenSecretSuccess']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rule'] = ResolversParentTypes['Rule']> = {
  condition?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  conditionText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['RuleEffect'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['RuleTargets'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleConnection'] = ResolversParentTypes['RuleConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RuleEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RuleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleEdge'] = ResolversParentTypes['RuleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Rule'], ParentType, ContextType>;
};

export type RuleNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleNotFoundError'] = ResolversParentTypes['RuleNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuleNotMetErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleNotMetError'] = ResolversParentTypes['RuleNotMetError']> = {
  changes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CartChange']>>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explanation?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ClauseReport']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  noChanges?: Resolver<Maybe<ResolversTypes['NoChanges']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['RuleSummary']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuleReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleReport'] = ResolversParentTypes['RuleReport']> = {
  clauses?: Resolver<ReadonlyArray<ResolversTypes['ClauseReport']>, ParentType, ContextType>;
  isMatched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPassed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['RuleSummary'], ParentType, ContextType>;
};

export type RuleSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleSummary'] = ResolversParentTypes['RuleSummary']> = {
  effect?: Resolver<ResolversTypes['RuleEffect'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RuleTargetNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleTargetNotFoundError'] = ResolversParentTypes['RuleTargetNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuleTargetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleTargets'] = ResolversParentTypes['RuleTargets']> = {
  campaignIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  couponIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  templateIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RunnerUpResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunnerUp'] = ResolversParentTypes['RunnerUp']> = {
  couponCodes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  youSave?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type SandboxOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SandboxOrder'] = ResolversParentTypes['SandboxOrder']> = {
  combination?: Resolver<ResolversTypes['Combination'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SandboxPreviewResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SandboxPreviewResult'] = ResolversParentTypes['SandboxPreviewResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'InvalidInputError' | 'SandboxPreviewSuccess' | 'SegmentNotFoundError' | 'TemplateNotFoundError' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type SandboxPreviewSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SandboxPreviewSuccess'] = ResolversParentTypes['SandboxPreviewSuccess']> = {
  orders?: Resolver<ReadonlyArray<ResolversTypes['SandboxOrder']>, ParentType, ContextType>;
  totals?: Resolver<ReadonlyArray<ResolversTypes['SandboxTotals']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SandboxTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SandboxTotals'] = ResolversParentTypes['SandboxTotals']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  paidByGiftCards?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  shippingDiscount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  youSave?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type SandboxValidateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SandboxValidateResult'] = ResolversParentTypes['SandboxValidateResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'InvalidInputError' | 'SandboxValidateSuccess' | 'SegmentNotFoundError' | 'TemplateNotFoundError' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type SandboxValidateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SandboxValidateSuccess'] = ResolversParentTypes['SandboxValidateSuccess']> = {
  codes?: Resolver<ReadonlyArray<ResolversTypes['SandboxValidation']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SandboxValidationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SandboxValidation'] = ResolversParentTypes['SandboxValidation']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ifActive?: Resolver<ResolversTypes['CodeValidation'], ParentType, ContextType>;
  now?: Resolver<ResolversTypes['CodeValidation'], ParentType, ContextType>;
};

export type SavingChangedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SavingChangedError'] = ResolversParentTypes['SavingChangedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Segment'] = ResolversParentTypes['Segment']> = {
  condition?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  conditionText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isListed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['SegmentMemberConnection'], ParentType, ContextType, Partial<SegmentMembersArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SegmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentConnection'] = ResolversParentTypes['SegmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SegmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SegmentCustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentCustomer'] = ResolversParentTypes['SegmentCustomer']> = {
  memberships?: Resolver<ReadonlyArray<ResolversTypes['SegmentMembership']>, ParentType, ContextType>;
};

export type SegmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentEdge'] = ResolversParentTypes['SegmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type SegmentInUseErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentInUseError'] = ResolversParentTypes['SegmentInUseError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uses?: Resolver<ReadonlyArray<ResolversTypes['SegmentUse']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SegmentMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentMember'] = ResolversParentTypes['SegmentMember']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
};

export type SegmentMemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentMemberConnection'] = ResolversParentTypes['SegmentMemberConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SegmentMemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SegmentMemberEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentMemberEdge'] = ResolversParentTypes['SegmentMemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SegmentMember'], ParentType, ContextType>;
};

export type SegmentMembershipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentMembership'] = ResolversParentTypes['SegmentMembership']> = {
  clauses?: Resolver<ReadonlyArray<ResolversTypes['ClauseReport']>, ParentType, ContextType>;
  identitiesCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isMember?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  listedAs?: Resolver<ReadonlyArray<ResolversTypes['Identity']>, ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type SegmentNameTakenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentNameTakenError'] = ResolversParentTypes['SegmentNameTakenError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SegmentNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentNotFoundError'] = ResolversParentTypes['SegmentNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sought?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SegmentNotListedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentNotListedError'] = ResolversParentTypes['SegmentNotListedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  segmentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SegmentUseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentUse'] = ResolversParentTypes['SegmentUse']> = {
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ruleName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SimulateRuleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimulateRuleResult'] = ResolversParentTypes['SimulateRuleResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'RuleNotFoundError' | 'SegmentNotFoundError' | 'SimulateRuleSuccess' | 'TooManyIdentitiesError', ParentType, ContextType>;
};

export type SimulateRuleSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimulateRuleSuccess'] = ResolversParentTypes['SimulateRuleSuccess']> = {
  changes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CartChange']>>, ParentType, ContextType>;
  clauses?: Resolver<ReadonlyArray<ResolversTypes['ClauseReport']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  noChanges?: Resolver<Maybe<ResolversTypes['NoChanges']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StackingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Stacking'] = ResolversParentTypes['Stacking']> = {
  base?: Resolver<ResolversTypes['DiscountBase'], ParentType, ContextType>;
  combinableWith?: Resolver<Maybe<ResolversTypes['CombinableWith']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isExclusive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  priceFloor?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxBasisMismatchErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxBasisMismatchError'] = ResolversParentTypes['TaxBasisMismatchError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  couponTaxBasis?: Resolver<ResolversTypes['TaxBasis'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderTaxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Template'] = ResolversParentTypes['Template']> = {
  codePattern?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coupons?: Resolver<ResolversTypes['CouponConnection'], ParentType, ContextType, Partial<TemplateCouponsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  terms?: Resolver<ResolversTypes['CouponTerms'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TemplateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateConnection'] = ResolversParentTypes['TemplateConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TemplateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TemplateEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateEdge'] = ResolversParentTypes['TemplateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Template'], ParentType, ContextType>;
};

export type TemplateInUseErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateInUseError'] = ResolversParentTypes['TemplateInUseError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponsCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TemplateNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateNotFoundError'] = ResolversParentTypes['TemplateNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  templateId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tenant'] = ResolversParentTypes['Tenant']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  foldsAliases?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasTokenSecret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TieredDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TieredDiscount'] = ResolversParentTypes['TieredDiscount']> = {
  by?: Resolver<ResolversTypes['TierMeasure'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DiscountKind'], ParentType, ContextType>;
  tiers?: Resolver<ReadonlyArray<ResolversTypes['DiscountTier']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooManyIdentitiesErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyIdentitiesError'] = ResolversParentTypes['TooManyIdentitiesError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooManyLimitsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyLimitsError'] = ResolversParentTypes['TooManyLimitsError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  maximum?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooManyRulesErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyRulesError'] = ResolversParentTypes['TooManyRulesError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  maximum?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooManyTestCodesErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyTestCodesError'] = ResolversParentTypes['TooManyTestCodesError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  existing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maximum?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateBrandResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateBrandResult'] = ResolversParentTypes['UpdateBrandResult']> = {
  __resolveType: TypeResolveFn<'BrandNotFoundError' | 'CouponCodeTakenError' | 'IdempotencyConflictError' | 'InvalidInputError' | 'UpdateBrandSuccess' | 'VersionConflictError', ParentType, ContextType>;
};

export type UpdateBrandSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateBrandSuccess'] = ResolversParentTypes['UpdateBrandSuccess']> = {
  brand?: Resolver<ResolversTypes['Brand'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateCampaignResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCampaignResult'] = ResolversParentTypes['UpdateCampaignResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'IdempotencyConflictError' | 'InvalidInputError' | 'UpdateCampaignSuccess' | 'VersionConflictError', ParentType, ContextType>;
};

export type UpdateCampaignSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCampaignSuccess'] = ResolversParentTypes['UpdateCampaignSuccess']> = {
  campaign?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateCouponResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCouponResult'] = ResolversParentTypes['UpdateCouponResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'CouponNotFoundError' | 'CouponRevokedError' | 'IdempotencyConflictError' | 'InvalidInputError' | 'UpdateCouponSuccess' | 'VersionConflictError', ParentType, ContextType>;
};

export type UpdateCouponSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCouponSuccess'] = ResolversParentTypes['UpdateCouponSuccess']> = {
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  customersAbove?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateLimitResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateLimitResult'] = ResolversParentTypes['UpdateLimitResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflictError' | 'InvalidInputError' | 'LimitNotFoundError' | 'UpdateLimitSuccess' | 'VersionConflictError', ParentType, ContextType>;
};

export type UpdateLimitSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateLimitSuccess'] = ResolversParentTypes['UpdateLimitSuccess']> = {
  countersAbove?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Limit'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateRuleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateRuleResult'] = ResolversParentTypes['UpdateRuleResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflictError' | 'InvalidInputError' | 'RuleNotFoundError' | 'RuleTargetNotFoundError' | 'SegmentNotFoundError' | 'TooManyRulesError' | 'UpdateRuleSuccess' | 'VersionConflictError', ParentType, ContextType>;
};

export type UpdateRuleSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateRuleSuccess'] = ResolversParentTypes['UpdateRuleSuccess']> = {
  rule?: Resolver<ResolversTypes['Rule'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateSegmentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateSegmentResult'] = ResolversParentTypes['UpdateSegmentResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflictError' | 'InvalidInputError' | 'SegmentNotFoundError' | 'UpdateSegmentSuccess' | 'VersionConflictError', ParentType, ContextType>;
};

export type UpdateSegmentSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateSegmentSuccess'] = ResolversParentTypes['UpdateSegmentSuccess']> = {
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateTemplateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTemplateResult'] = ResolversParentTypes['UpdateTemplateResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotFoundError' | 'IdempotencyConflictError' | 'InvalidInputError' | 'TemplateNotFoundError' | 'UpdateTemplateSuccess' | 'VersionConflictError', ParentType, ContextType>;
};

export type UpdateTemplateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTemplateSuccess'] = ResolversParentTypes['UpdateTemplateSuccess']> = {
  template?: Resolver<ResolversTypes['Template'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateTenantResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTenantResult'] = ResolversParentTypes['UpdateTenantResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflictError' | 'InvalidInputError' | 'UpdateTenantSuccess', ParentType, ContextType>;
};

export type UpdateTenantSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTenantSuccess'] = ResolversParentTypes['UpdateTenantSuccess']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UsageLimitReachedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsageLimitReachedError'] = ResolversParentTypes['UsageLimitReachedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  couponCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ValidateCouponResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValidateCouponResult'] = ResolversParentTypes['ValidateCouponResult']> = {
  __resolveType: TypeResolveFn<'CampaignNotRunningError' | 'CouponConflictError' | 'CouponDraftError' | 'CouponExpiredError' | 'CouponInactiveError' | 'CouponNotApplicableError' | 'CouponNotFoundError' | 'CouponNotYetActiveError' | 'CouponRevokedError' | 'CurrencyMismatchError' | 'CustomerLimitReachedError' | 'CustomerRequiredError' | 'GiftCardEmptyError' | 'InvalidInputError' | 'LimitReachedError' | 'MinimumOrderNotMetError' | 'ReferenceAlreadyRedeemedError' | 'RuleNotMetError' | 'TaxBasisMismatchError' | 'TooManyIdentitiesError' | 'UsageLimitReachedError' | 'ValidateCouponSuccess', ParentType, ContextType>;
};

export type ValidateCouponSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValidateCouponSuccess'] = ResolversParentTypes['ValidateCouponSuccess']> = {
  coupon?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  freeShipping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['LineDiscount']>, ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['RemainingUses'], ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['Reward']>, ParentType, ContextType>;
  shippingDiscount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxBasis?: Resolver<Maybe<ResolversTypes['TaxBasis']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ValidateCouponsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValidateCouponsResult'] = ResolversParentTypes['ValidateCouponsResult']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'TooManyIdentitiesError' | 'ValidateCouponsSuccess', ParentType, ContextType>;
};

export type ValidateCouponsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValidateCouponsSuccess'] = ResolversParentTypes['ValidateCouponsSuccess']> = {
  codes?: Resolver<ReadonlyArray<ResolversTypes['CodeValidation']>, ParentType, ContextType>;
  combination?: Resolver<ResolversTypes['Combination'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ValuationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Valuation'] = ResolversParentTypes['Valuation']> = {
  __resolveType: TypeResolveFn<'ApplyCouponSuccess' | 'CouponValuation' | 'ValidateCouponSuccess', ParentType, ContextType>;
};

export type VersionConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VersionConflictError'] = ResolversParentTypes['VersionConflictError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VoidRedemptionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VoidRedemptionResult'] = ResolversParentTypes['VoidRedemptionResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflictError' | 'InvalidInputError' | 'OverloadedError' | 'RedemptionAlreadyVoidedError' | 'RedemptionLineNotFoundError' | 'RedemptionNotFoundError' | 'RedemptionReservedError' | 'ReturnExceedsQuantityError' | 'VoidRedemptionSuccess', ParentType, ContextType>;
};

export type VoidRedemptionSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VoidRedemptionSuccess'] = ResolversParentTypes['VoidRedemptionSuccess']> = {
  redemption?: Resolver<ResolversTypes['Redemption'], ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['RedemptionReturn'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ActivateCampaignResult?: ActivateCampaignResultResolvers<ContextType>;
  ActivateCampaignSuccess?: ActivateCampaignSuccessResolvers<ContextType>;
  ActivateCouponResult?: ActivateCouponResultResolvers<ContextType>;
  ActivateCouponSuccess?: ActivateCouponSuccessResolvers<ContextType>;
  ActivateFanResult?: ActivateFanResultResolvers<ContextType>;
  ActivateFanSuccess?: ActivateFanSuccessResolvers<ContextType>;
  ActivationTokenExpiredError?: ActivationTokenExpiredErrorResolvers<ContextType>;
  ActivationTokenNotFoundError?: ActivationTokenNotFoundErrorResolvers<ContextType>;
  ActivationTokenUsedError?: ActivationTokenUsedErrorResolvers<ContextType>;
  Actor?: ActorResolvers<ContextType>;
  AddSegmentMembersResult?: AddSegmentMembersResultResolvers<ContextType>;
  AddSegmentMembersSuccess?: AddSegmentMembersSuccessResolvers<ContextType>;
  Adjustment?: AdjustmentResolvers<ContextType>;
  AnalyzeRuleResult?: AnalyzeRuleResultResolvers<ContextType>;
  AnalyzeRuleSuccess?: AnalyzeRuleSuccessResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ApiKeyNotFoundError?: ApiKeyNotFoundErrorResolvers<ContextType>;
  Applicability?: ApplicabilityResolvers<ContextType>;
  AppliedPromotion?: AppliedPromotionResolvers<ContextType>;
  ApplyCouponResult?: ApplyCouponResultResolvers<ContextType>;
  ApplyCouponSuccess?: ApplyCouponSuccessResolvers<ContextType>;
  ApplyCouponsResult?: ApplyCouponsResultResolvers<ContextType>;
  ApplyCouponsSuccess?: ApplyCouponsSuccessResolvers<ContextType>;
  ApplyPromotionsResult?: ApplyPromotionsResultResolvers<ContextType>;
  ApplyPromotionsSuccess?: ApplyPromotionsSuccessResolvers<ContextType>;
  AttributeValue?: GraphQLScalarType;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  Brand?: BrandResolvers<ContextType>;
  BrandConnection?: BrandConnectionResolvers<ContextType>;
  BrandEdge?: BrandEdgeResolvers<ContextType>;
  BrandNotFoundError?: BrandNotFoundErrorResolvers<ContextType>;
  BrandSlugTakenError?: BrandSlugTakenErrorResolvers<ContextType>;
  BuyX?: BuyXResolvers<ContextType>;
  BuyXGetYDiscount?: BuyXGetYDiscountResolvers<ContextType>;
  Campaign?: CampaignResolvers<ContextType>;
  CampaignConnection?: CampaignConnectionResolvers<ContextType>;
  CampaignEdge?: CampaignEdgeResolvers<ContextType>;
  CampaignNotFoundError?: CampaignNotFoundErrorResolvers<ContextType>;
  CampaignNotRunningError?: CampaignNotRunningErrorResolvers<ContextType>;
  CampaignOverError?: CampaignOverErrorResolvers<ContextType>;
  CampaignTransitionError?: CampaignTransitionErrorResolvers<ContextType>;
  CartChange?: CartChangeResolvers<ContextType>;
  CheckEligibilityResult?: CheckEligibilityResultResolvers<ContextType>;
  CheckEligibilitySuccess?: CheckEligibilitySuccessResolvers<ContextType>;
  CheckLimitsResult?: CheckLimitsResultResolvers<ContextType>;
  CheckLimitsSuccess?: CheckLimitsSuccessResolvers<ContextType>;
  CheckedLimit?: CheckedLimitResolvers<ContextType>;
  ClauseReport?: ClauseReportResolvers<ContextType>;
  ClauseSegment?: ClauseSegmentResolvers<ContextType>;
  CodeValidation?: CodeValidationResolvers<ContextType>;
  CombinableWith?: CombinableWithResolvers<ContextType>;
  Combination?: CombinationResolvers<ContextType>;
  CombinationSearch?: CombinationSearchResolvers<ContextType>;
  CombinedLine?: CombinedLineResolvers<ContextType>;
  CompileRuleResult?: CompileRuleResultResolvers<ContextType>;
  CompileRuleSuccess?: CompileRuleSuccessResolvers<ContextType>;
  ConditionPlanStep?: ConditionPlanStepResolvers<ContextType>;
  ConfirmReservationResult?: ConfirmReservationResultResolvers<ContextType>;
  ConfirmReservationSuccess?: ConfirmReservationSuccessResolvers<ContextType>;
  Coupon?: CouponResolvers<ContextType>;
  CouponCodeTakenError?: CouponCodeTakenErrorResolvers<ContextType>;
  CouponConflict?: CouponConflictResolvers<ContextType>;
  CouponConflictError?: CouponConflictErrorResolvers<ContextType>;
  CouponConnection?: CouponConnectionResolvers<ContextType>;
  CouponDraftError?: CouponDraftErrorResolvers<ContextType>;
  CouponEdge?: CouponEdgeResolvers<ContextType>;
  CouponExpiredError?: CouponExpiredErrorResolvers<ContextType>;
  CouponInactiveError?: CouponInactiveErrorResolvers<ContextType>;
  CouponNotApplicableError?: CouponNotApplicableErrorResolvers<ContextType>;
  CouponNotFoundError?: CouponNotFoundErrorResolvers<ContextType>;
  CouponNotYetActiveError?: CouponNotYetActiveErrorResolvers<ContextType>;
  CouponRevokedError?: CouponRevokedErrorResolvers<ContextType>;
  CouponTerms?: CouponTermsResolvers<ContextType>;
  CouponTransitionError?: CouponTransitionErrorResolvers<ContextType>;
  CouponUsedError?: CouponUsedErrorResolvers<ContextType>;
  CouponValuation?: CouponValuationResolvers<ContextType>;
  CreateApiKeyResult?: CreateApiKeyResultResolvers<ContextType>;
  CreateApiKeySuccess?: CreateApiKeySuccessResolvers<ContextType>;
  CreateBrandResult?: CreateBrandResultResolvers<ContextType>;
  CreateBrandSuccess?: CreateBrandSuccessResolvers<ContextType>;
  CreateCampaignResult?: CreateCampaignResultResolvers<ContextType>;
  CreateCampaignSuccess?: CreateCampaignSuccessResolvers<ContextType>;
  CreateCouponResult?: CreateCouponResultResolvers<ContextType>;
  CreateCouponSuccess?: CreateCouponSuccessResolvers<ContextType>;
  CreateCouponsFromTemplateResult?: CreateCouponsFromTemplateResultResolvers<ContextType>;
  CreateCouponsFromTemplateSuccess?: CreateCouponsFromTemplateSuccessResolvers<ContextType>;
  CreateLimitResult?: CreateLimitResultResolvers<ContextType>;
  CreateLimitSuccess?: CreateLimitSuccessResolvers<ContextType>;
  CreateRuleResult?: CreateRuleResultResolvers<ContextType>;
  CreateRuleSuccess?: CreateRuleSuccessResolvers<ContextType>;
  CreateSegmentResult?: CreateSegmentResultResolvers<ContextType>;
  CreateSegmentSuccess?: CreateSegmentSuccessResolvers<ContextType>;
  CreateTemplateResult?: CreateTemplateResultResolvers<ContextType>;
  CreateTemplateSuccess?: CreateTemplateSuccessResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  CurrencyMismatchError?: CurrencyMismatchErrorResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerLimitReachedError?: CustomerLimitReachedErrorResolvers<ContextType>;
  CustomerRequiredError?: CustomerRequiredErrorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeactivateCouponResult?: DeactivateCouponResultResolvers<ContextType>;
  DeactivateCouponSuccess?: DeactivateCouponSuccessResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  DeleteCouponResult?: DeleteCouponResultResolvers<ContextType>;
  DeleteCouponSuccess?: DeleteCouponSuccessResolvers<ContextType>;
  DeleteLimitResult?: DeleteLimitResultResolvers<ContextType>;
  DeleteLimitSuccess?: DeleteLimitSuccessResolvers<ContextType>;
  DeleteRuleResult?: DeleteRuleResultResolvers<ContextType>;
  DeleteRuleSuccess?: DeleteRuleSuccessResolvers<ContextType>;
  DeleteSegmentResult?: DeleteSegmentResultResolvers<ContextType>;
  DeleteSegmentSuccess?: DeleteSegmentSuccessResolvers<ContextType>;
  DeleteTemplateResult?: DeleteTemplateResultResolvers<ContextType>;
  DeleteTemplateSuccess?: DeleteTemplateSuccessResolvers<ContextType>;
  DeleteTestCodesResult?: DeleteTestCodesResultResolvers<ContextType>;
  DeleteTestCodesSuccess?: DeleteTestCodesSuccessResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryNotFoundError?: DeliveryNotFoundErrorResolvers<ContextType>;
  DeliverySucceededError?: DeliverySucceededErrorResolvers<ContextType>;
  Discount?: DiscountResolvers<ContextType>;
  DiscountItems?: DiscountItemsResolvers<ContextType>;
  DiscountTier?: DiscountTierResolvers<ContextType>;
  EffectiveLimit?: EffectiveLimitResolvers<ContextType>;
  EndCampaignResult?: EndCampaignResultResolvers<ContextType>;
  EndCampaignSuccess?: EndCampaignSuccessResolvers<ContextType>;
  Error?: ErrorResolvers<ContextType>;
  EvaluateSegmentResult?: EvaluateSegmentResultResolvers<ContextType>;
  EvaluateSegmentSuccess?: EvaluateSegmentSuccessResolvers<ContextType>;
  EvaluateSegmentsResult?: EvaluateSegmentsResultResolvers<ContextType>;
  EvaluateSegmentsSuccess?: EvaluateSegmentsSuccessResolvers<ContextType>;
  Fan?: FanResolvers<ContextType>;
  FanConnection?: FanConnectionResolvers<ContextType>;
  FanEdge?: FanEdgeResolvers<ContextType>;
  FirstTier?: FirstTierResolvers<ContextType>;
  FixedDiscount?: FixedDiscountResolvers<ContextType>;
  FixedPriceDiscount?: FixedPriceDiscountResolvers<ContextType>;
  FreeShippingDiscount?: FreeShippingDiscountResolvers<ContextType>;
  GenerateTestCodesResult?: GenerateTestCodesResultResolvers<ContextType>;
  GenerateTestCodesSuccess?: GenerateTestCodesSuccessResolvers<ContextType>;
  GetY?: GetYResolvers<ContextType>;
  GiftCardDiscount?: GiftCardDiscountResolvers<ContextType>;
  GiftCardEmptyError?: GiftCardEmptyErrorResolvers<ContextType>;
  GiftCardMovement?: GiftCardMovementResolvers<ContextType>;
  GiftCardMovementConnection?: GiftCardMovementConnectionResolvers<ContextType>;
  GiftCardMovementEdge?: GiftCardMovementEdgeResolvers<ContextType>;
  IdempotencyConflictError?: IdempotencyConflictErrorResolvers<ContextType>;
  Identity?: IdentityResolvers<ContextType>;
  InputProblem?: InputProblemResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  ItemSelection?: ItemSelectionResolvers<ContextType>;
  JSONObject?: GraphQLScalarType;
  Limit?: LimitResolvers<ContextType>;
  LimitAmount?: LimitAmountResolvers<ContextType>;
  LimitNotFoundError?: LimitNotFoundErrorResolvers<ContextType>;
  LimitOverrun?: LimitOverrunResolvers<ContextType>;
  LimitReachedError?: LimitReachedErrorResolvers<ContextType>;
  LimitTarget?: LimitTargetResolvers<ContextType>;
  LimitTargetNotFoundError?: LimitTargetNotFoundErrorResolvers<ContextType>;
  LimitWindow?: LimitWindowResolvers<ContextType>;
  LineDiscount?: LineDiscountResolvers<ContextType>;
  LinkCustomerResult?: LinkCustomerResultResolvers<ContextType>;
  LinkCustomerSuccess?: LinkCustomerSuccessResolvers<ContextType>;
  MinimumOrderNotMetError?: MinimumOrderNotMetErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Offer?: OfferResolvers<ContextType>;
  OfferExpiredError?: OfferExpiredErrorResolvers<ContextType>;
  OfferMissingError?: OfferMissingErrorResolvers<ContextType>;
  OutbidByOthersError?: OutbidByOthersErrorResolvers<ContextType>;
  OutcomeUnknownError?: OutcomeUnknownErrorResolvers<ContextType>;
  OverloadedError?: OverloadedErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PauseCampaignResult?: PauseCampaignResultResolvers<ContextType>;
  PauseCampaignSuccess?: PauseCampaignSuccessResolvers<ContextType>;
  PercentageDiscount?: PercentageDiscountResolvers<ContextType>;
  PreviewPromotionsResult?: PreviewPromotionsResultResolvers<ContextType>;
  PreviewPromotionsSuccess?: PreviewPromotionsSuccessResolvers<ContextType>;
  PromotionsRefusedError?: PromotionsRefusedErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReactivateCouponResult?: ReactivateCouponResultResolvers<ContextType>;
  ReactivateCouponSuccess?: ReactivateCouponSuccessResolvers<ContextType>;
  Redeemer?: RedeemerResolvers<ContextType>;
  RedeemerConnection?: RedeemerConnectionResolvers<ContextType>;
  RedeemerEdge?: RedeemerEdgeResolvers<ContextType>;
  Redemption?: RedemptionResolvers<ContextType>;
  RedemptionAlreadyVoidedError?: RedemptionAlreadyVoidedErrorResolvers<ContextType>;
  RedemptionConnection?: RedemptionConnectionResolvers<ContextType>;
  RedemptionEdge?: RedemptionEdgeResolvers<ContextType>;
  RedemptionLineNotFoundError?: RedemptionLineNotFoundErrorResolvers<ContextType>;
  RedemptionNotFoundError?: RedemptionNotFoundErrorResolvers<ContextType>;
  RedemptionReservedError?: RedemptionReservedErrorResolvers<ContextType>;
  RedemptionReturn?: RedemptionReturnResolvers<ContextType>;
  Reference?: ReferenceResolvers<ContextType>;
  ReferenceAlreadyRedeemedError?: ReferenceAlreadyRedeemedErrorResolvers<ContextType>;
  RegisterFanResult?: RegisterFanResultResolvers<ContextType>;
  RegisterFanSuccess?: RegisterFanSuccessResolvers<ContextType>;
  RejectedPromotion?: RejectedPromotionResolvers<ContextType>;
  ReleaseReservationResult?: ReleaseReservationResultResolvers<ContextType>;
  ReleaseReservationSuccess?: ReleaseReservationSuccessResolvers<ContextType>;
  RemainingUses?: RemainingUsesResolvers<ContextType>;
  RemoveSegmentMembersResult?: RemoveSegmentMembersResultResolvers<ContextType>;
  RemoveSegmentMembersSuccess?: RemoveSegmentMembersSuccessResolvers<ContextType>;
  Reservation?: ReservationResolvers<ContextType>;
  ReservationEndedError?: ReservationEndedErrorResolvers<ContextType>;
  ReservationNotFoundError?: ReservationNotFoundErrorResolvers<ContextType>;
  ReservationRefusedError?: ReservationRefusedErrorResolvers<ContextType>;
  ReserveCouponsResult?: ReserveCouponsResultResolvers<ContextType>;
  ReserveCouponsSuccess?: ReserveCouponsSuccessResolvers<ContextType>;
  ResumeCampaignResult?: ResumeCampaignResultResolvers<ContextType>;
  ResumeCampaignSuccess?: ResumeCampaignSuccessResolvers<ContextType>;
  RetryDeliveryResult?: RetryDeliveryResultResolvers<ContextType>;
  RetryDeliverySuccess?: RetryDeliverySuccessResolvers<ContextType>;
  ReturnExceedsQuantityError?: ReturnExceedsQuantityErrorResolvers<ContextType>;
  ReturnQuote?: ReturnQuoteResolvers<ContextType>;
  ReturnQuoteResult?: ReturnQuoteResultResolvers<ContextType>;
  RevokeApiKeyResult?: RevokeApiKeyResultResolvers<ContextType>;
  RevokeApiKeySuccess?: RevokeApiKeySuccessResolvers<ContextType>;
  RevokeCouponResult?: RevokeCouponResultResolvers<ContextType>;
  RevokeCouponSuccess?: RevokeCouponSuccessResolvers<ContextType>;
  Reward?: RewardResolvers<ContextType>;
  RewardDiscount?: RewardDiscountResolvers<ContextType>;
  RotateTokenSecretResult?: RotateTokenSecretResultResolvers<ContextType>;
  RotateTokenSecretSuccess?: RotateTokenSecretSuccessResolvers<ContextType>;
  Rule?: RuleResolvers<ContextType>;
  RuleConnection?: RuleConnectionResolvers<ContextType>;
  RuleEdge?: RuleEdgeResolvers<ContextType>;
  RuleNotFoundError?: RuleNotFoundErrorResolvers<ContextType>;
  RuleNotMetError?: RuleNotMetErrorResolvers<ContextType>;
  RuleReport?: RuleReportResolvers<ContextType>;
  RuleSummary?: RuleSummaryResolvers<ContextType>;
  RuleTargetNotFoundError?: RuleTargetNotFoundErrorResolvers<ContextType>;
  RuleTargets?: RuleTargetsResolvers<ContextType>;
  RunnerUp?: RunnerUpResolvers<ContextType>;
  SandboxOrder?: SandboxOrderResolvers<ContextType>;
  SandboxPreviewResult?: SandboxPreviewResultResolvers<ContextType>;
  SandboxPreviewSuccess?: SandboxPreviewSuccessResolvers<ContextType>;
  SandboxTotals?: SandboxTotalsResolvers<ContextType>;
  SandboxValidateResult?: SandboxValidateResultResolvers<ContextType>;
  SandboxValidateSuccess?: SandboxValidateSuccessResolvers<ContextType>;
  SandboxValidation?: SandboxValidationResolvers<ContextType>;
  SavingChangedError?: SavingChangedErrorResolvers<ContextType>;
  Segment?: SegmentResolvers<ContextType>;
  SegmentConnection?: SegmentConnectionResolvers<ContextType>;
  SegmentCustomer?: SegmentCustomerResolvers<ContextType>;
  SegmentEdge?: SegmentEdgeResolvers<ContextType>;
  SegmentInUseError?: SegmentInUseErrorResolvers<ContextType>;
  SegmentMember?: SegmentMemberResolvers<ContextType>;
  SegmentMemberConnection?: SegmentMemberConnectionResolvers<ContextType>;
  SegmentMemberEdge?: SegmentMemberEdgeResolvers<ContextType>;
  SegmentMembership?: SegmentMembershipResolvers<ContextType>;
  SegmentNameTakenError?: SegmentNameTakenErrorResolvers<ContextType>;
  SegmentNotFoundError?: SegmentNotFoundErrorResolvers<ContextType>;
  SegmentNotListedError?: SegmentNotListedErrorResolvers<ContextType>;
  SegmentUse?: SegmentUseResolvers<ContextType>;
  SimulateRuleResult?: SimulateRuleResultResolvers<ContextType>;
  SimulateRuleSuccess?: SimulateRuleSuccessResolvers<ContextType>;
  Stacking?: StackingResolvers<ContextType>;
  TaxBasisMismatchError?: TaxBasisMismatchErrorResolvers<ContextType>;
  Template?: TemplateResolvers<ContextType>;
  TemplateConnection?: TemplateConnectionResolvers<ContextType>;
  TemplateEdge?: TemplateEdgeResolvers<ContextType>;
  TemplateInUseError?: TemplateInUseErrorResolvers<ContextType>;
  TemplateNotFoundError?: TemplateNotFoundErrorResolvers<ContextType>;
  Tenant?: TenantResolvers<ContextType>;
  TieredDiscount?: TieredDiscountResolvers<ContextType>;
  TooManyIdentitiesError?: TooManyIdentitiesErrorResolvers<ContextType>;
  TooManyLimitsError?: TooManyLimitsErrorResolvers<ContextType>;
  TooManyRulesError?: TooManyRulesErrorResolvers<ContextType>;
  TooManyTestCodesError?: TooManyTestCodesErrorResolvers<ContextType>;
  UpdateBrandResult?: UpdateBrandResultResolvers<ContextType>;
  UpdateBrandSuccess?: UpdateBrandSuccessResolvers<ContextType>;
  UpdateCampaignResult?: UpdateCampaignResultResolvers<ContextType>;
  UpdateCampaignSuccess?: UpdateCampaignSuccessResolvers<ContextType>;
  UpdateCouponResult?: UpdateCouponResultResolvers<ContextType>;
  UpdateCouponSuccess?: UpdateCouponSuccessResolvers<ContextType>;
  UpdateLimitResult?: UpdateLimitResultResolvers<ContextType>;
  UpdateLimitSuccess?: UpdateLimitSuccessResolvers<ContextType>;
  UpdateRuleResult?: UpdateRuleResultResolvers<ContextType>;
  UpdateRuleSuccess?: UpdateRuleSuccessResolvers<ContextType>;
  UpdateSegmentResult?: UpdateSegmentResultResolvers<ContextType>;
  UpdateSegmentSuccess?: UpdateSegmentSuccessResolvers<ContextType>;
  UpdateTemplateResult?: UpdateTemplateResultResolvers<ContextType>;
  UpdateTemplateSuccess?: UpdateTemplateSuccessResolvers<ContextType>;
  UpdateTenantResult?: UpdateTenantResultResolvers<ContextType>;
  UpdateTenantSuccess?: UpdateTenantSuccessResolvers<ContextType>;
  UsageLimitReachedError?: UsageLimitReachedErrorResolvers<ContextType>;
  ValidateCouponResult?: ValidateCouponResultResolvers<ContextType>;
  ValidateCouponSuccess?: ValidateCouponSuccessResolvers<ContextType>;
  ValidateCouponsResult?: ValidateCouponsResultResolvers<ContextType>;
  ValidateCouponsSuccess?: ValidateCouponsSuccessResolvers<ContextType>;
  Valuation?: ValuationResolvers<ContextType>;
  VersionConflictError?: VersionConflictErrorResolvers<ContextType>;
  VoidRedemptionResult?: VoidRedemptionResultResolvers<ContextType>;
  VoidRedemptionSuccess?: VoidRedemptionSuccessResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
