import type { Resolvers } from '../generated/graphql.js';
import { unreachable } from '../lib/assert.js';
import type { DiscountKind } from './core.js';
import { formatPercent } from './percentage.js';

function typeOf(kind: DiscountKind) {
  switch (kind) {
    case 'PERCENTAGE':
      return 'PercentageDiscount';
    case 'FIXED':
      return 'FixedDiscount';
    case 'FREE_SHIPPING':
      return 'FreeShippingDiscount';
    case 'GIFT_CARD':
      return 'GiftCardDiscount';
    case 'REWARD':
      return 'RewardDiscount';
    case 'BUY_X_GET_Y':
      return 'BuyXGetYDiscount';
    case 'TIERED':
      return 'TieredDiscount';
    case 'FIXED_PRICE':
      return 'FixedPriceDiscount';
    default:
      return unreachable(kind);
  }
}

export const resolvers: Resolvers = {
  Discount: { __resolveType: ({ kind }) => typeOf(kind) },
  PercentageDiscount: {
    percent: ({ basisPoints }) => formatPercent(basisPoints),
    maximum: ({ maximum }) => maximum?.[0] ?? null,
    maximums: ({ maximum }) => maximum ?? [],
  },
  FixedDiscount: { amount: ({ amount }) => amount[0], amounts: ({ amount }) => amount },
  FreeShippingDiscount: {
    maximum: ({ maximum }) => maximum?.[0] ?? null,
    maximums: ({ maximum }) => maximum ?? [],
  },
  GetY: { percent: ({ basisPoints }) => formatPercent(basisPoints) },
  DiscountTier: {
    fromAmount: ({ fromAmount }) => fromAmount?.[0] ?? null,
    fromAmounts: ({ fromAmount }) => fromAmount ?? [],
    percent: ({ basisPoints }) => (basisPoints === null ? null : formatPercent(basisPoints)),
    amount: ({ amount }) => amount?.[0] ?? null,
    amounts: ({ amount }) => amount ?? [],
  },
  FixedPriceDiscount: { price: ({ price }) => price[0], prices: ({ price }) => price },
};
