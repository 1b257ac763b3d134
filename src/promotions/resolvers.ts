import { nothingSought } from '../conditions/finder.js';
import { adjustmentsOf } from '../evaluation/combine.js';
import {
  discreet,
  discreetHint,
  discreetConflicts,
  isHiddenFrom,
  maySeeOrders,
  maySeeRules,
} from '../evaluation/discreet.js';
import { referenceUsedBefore, type ReferenceAlreadyRedeemed } from '../evaluation/errors.js';
import type { Resolvers } from '../generated/graphql.js';
import { money } from '../lib/money.js';
import { named, namedAll } from '../lib/named.js';
import { isFailure } from '../lib/outcome.js';
import { forOwn } from '../platform/rights.js';
import type { Scope } from '../platform/scope.js';
import * as actions from './actions.js';
import { checkEligibility } from './actions/eligibility.js';
import { paidByCardsMinor, savingMinor, type CodeValidation, type Rejected } from './core.js';

/** Why a code is not used, as far as whoever typed it is told. */
const told = (scope: Scope, { code, reasons }: Pick<Rejected, 'code' | 'reasons'>) => {
  // A code that is not told of is none: what else would speak against it would tell of it.
  const hidden = reasons.find((reason) => isHiddenFrom(scope, reason));
  return (hidden ? [hidden] : reasons).map((reason) => discreet(scope, code, reason));
};

const isHidden = (scope: Scope, { reasons }: Pick<Rejected, 'reasons'>): boolean =>
  reasons.some((reason) => isHiddenFrom(scope, reason));

/** Codes that are not told of are answered as if there were none, also by what is said of the others. */
function toldOf(scope: Scope, codes: readonly CodeValidation[]): CodeValidation[] {
  const hidden = codes.filter((one) => isHidden(scope, one));
  const ids = new Set(hidden.map(({ coupon }) => coupon?.id));
  return codes.map((one) =>
    hidden.includes(one)
      ? { ...one, coupon: null, conflicts: [], changes: nothingSought }
      : { ...one, conflicts: one.conflicts.filter(({ couponId }) => !ids.has(couponId)) },
  );
}

const isOfOrder = <T>(outcome: T): outcome is T & ReferenceAlreadyRedeemed =>
  isFailure(outcome) && outcome.failure === 'ReferenceAlreadyRedeemed';

/** The code that an order has may be a gift card's, and whoever guesses references would collect them. */
const toldOfOrder = <T>(
  scope: Scope,
  [sent = '']: readonly string[],
  outcome: T,
): T | ReferenceAlreadyRedeemed =>
  isOfOrder(outcome) && !maySeeOrders(scope) ? referenceUsedBefore(sent, outcome.redemptionId) : outcome;

export const resolvers: Resolvers = {
  Query: {
    validateCoupons: async (_, { input }, { scope }) =>
      named(await actions.validateCoupons(scope, forOwn(scope, input)), ({ codes, together }) => ({
        __typename: 'ValidateCouponsSuccess',
        codes: toldOf(scope, codes),
        combination: together,
      })),
    previewPromotions: async (_, { input }, { scope }) => {
      const outcome = await actions.previewPromotions(scope, forOwn(scope, input));
      return named(toldOfOrder(scope, input.codes, outcome), (combination) => ({
        __typename: 'PreviewPromotionsSuccess',
        combination,
      }));
    },
    checkEligibility: async (_, { input }, { scope }) =>
      named(await checkEligibility(scope, forOwn(scope, input)), (checked) => ({
        __typename: 'CheckEligibilitySuccess',
        ...checked,
      })),
  },

  Mutation: {
    applyPromotions: async (_, { input }, { scope }) => {
      const outcome = await actions.applyPromotions(scope, forOwn(scope, input));
      return named(toldOfOrder(scope, input.codes, outcome), (used) => ({
        __typename: 'ApplyPromotionsSuccess',
        ...used,
      }));
    },
  },

  CodeValidation: {
    isValid: ({ valuation }) => valuation !== null,
    reasons: (validation, _, { scope }) => namedAll(told(scope, validation)),
    changes: async ({ changes }, _, { scope, hints }) =>
      discreetHint(scope, await hints.ask(changes)).changes,
    noChanges: async ({ changes }, _, { scope, hints }) =>
      discreetHint(scope, await hints.ask(changes)).without,
    rules: ({ rules }, _, { scope }) => (maySeeRules(scope) ? rules : null),
  },
  CheckEligibilitySuccess: {
    isEligible: ({ rules }) => rules.every(({ isPassed }) => isPassed),
    changes: async ({ changes }, _, { scope, hints }) =>
      discreetHint(scope, await hints.ask(changes)).changes,
    noChanges: async ({ changes }, _, { scope, hints }) =>
      discreetHint(scope, await hints.ask(changes)).without,
    rules: ({ rules }, _, { scope }) => (maySeeRules(scope) ? rules : null),
  },

  Combination: {
    taxBasis: ({ combination }) => combination.taxBasis,
    subtotal: ({ combination: { orderBefore } }) => money(orderBefore.subtotalMinor, orderBefore.currency),
    discount: ({ combination: { orderBefore, discountMinor } }) => money(discountMinor, orderBefore.currency),
    shippingDiscount: ({ combination: { orderBefore, shippingDiscountMinor } }) =>
      orderBefore.shippingMinor === null ? null : money(shippingDiscountMinor, orderBefore.currency),
    total: ({ combination: { orderAfter } }) =>
      money(orderAfter.subtotalMinor + (orderAfter.shippingMinor ?? 0n), orderAfter.currency),
    youSave: ({ combination }) => money(savingMinor(combination), combination.orderBefore.currency),
    paidByGiftCards: ({ combination }) =>
      money(paidByCardsMinor(combination), combination.orderBefore.currency),
    lines: ({ combination }) => {
      const { currency } = combination.orderBefore;
      return adjustmentsOf(combination).lines.map(
        ({ lineId, sku, quantity, listMinor, finalMinor, adjustments }) => ({
          ...{ lineId, sku, quantity },
          subtotal: money(listMinor, currency),
          discount: money(listMinor - finalMinor, currency),
          total: money(finalMinor, currency),
          adjustments: adjustments.map(({ couponCode, amountMinor }) => ({
            couponCode,
            amount: money(amountMinor, currency),
          })),
        }),
      );
    },
    applied: ({ combination: { applied } }) =>
      applied.map(({ coupon, valuation }, index) => ({
        position: index + 1,
        coupon,
        base: coupon.stacking.base,
        discount: valuation.discount,
        shippingDiscount: valuation.shippingDiscount,
        freeShipping: valuation.freeShipping,
        reward: valuation.reward,
      })),
  },
  OutbidByOthersError: {
    best: ({ bestMinor, currency }) => money(bestMinor, currency),
    bestWith: ({ bestWithMinor, currency }) =>
      bestWithMinor === null ? null : money(bestWithMinor, currency),
  },
  RejectedPromotion: {
    reasons: (rejected, _, { scope }) => namedAll(told(scope, rejected)),
    conflicts: (rejected, _, { scope }) =>
      isHidden(scope, rejected) ? [] : discreetConflicts(scope, rejected.conflicts),
  },
};
