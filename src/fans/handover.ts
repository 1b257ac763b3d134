import type { Offer } from '../brands/core.js';
import { makesShippingFree, type Discount } from '../discounts/core.js';
import { unreachable } from '../lib/assert.js';
import type { JsonObject } from '../lib/json.js';
import { formatAmount } from '../lib/money.js';
import type { Fan } from './core.js';

/** JSON has no exact decimals, but receivers expect a number here: 10 for 10 %, 2.5 for 2.50 GBP. Of a table by currency it is the first. */
function discountOf(discount: Discount): { readonly type: string; readonly amount: number } {
  switch (discount.kind) {
    case 'PERCENTAGE':
      return { type: 'PERCENT', amount: discount.basisPoints / 100 };
    case 'FIXED':
      return { type: 'FIXED', amount: Number(formatAmount(discount.amount[0])) };
    case 'FREE_SHIPPING':
      return { type: 'FREE_SHIPPING', amount: 0 };
    case 'GIFT_CARD':
      return { type: 'GIFT_CARD', amount: Number(formatAmount(discount.initialBalance)) };
    case 'FIXED_PRICE':
      return { type: 'FIXED_PRICE', amount: Number(formatAmount(discount.price[0])) };
    case 'BUY_X_GET_Y':
      return { type: 'BUY_X_GET_Y', amount: discount.get.basisPoints / 100 };
    case 'TIERED':
    case 'REWARD':
      return { type: discount.kind, amount: 0 };
    default:
      return unreachable(discount);
  }
}

/** What the realiser is told of a code. The names are those that realisers already know. */
export function handoverBody(fan: Fan, offer: Offer, couponCode: string): JsonObject {
  const { type, amount } = discountOf(offer.discount);
  return {
    fan_name: fan.name,
    email: fan.email,
    facebook_handle: fan.socialHandle,
    discount_name: offer.name,
    coupon_code: couponCode,
    discount_type: type,
    discount_amount: amount,
    description: offer.description,
    usage_limit: offer.usageLimit,
    free_shipping: makesShippingFree(offer.discount),
  };
}
