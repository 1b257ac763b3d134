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
    default:
      return unreachable(kind);
  }
}

export const resolvers: Resolvers = {
  Discount: { __resolveType: ({ kind }) => typeOf(kind) },
  PercentageDiscount: { percent: ({ basisPoints }) => formatPercent(basisPoints) },
};
