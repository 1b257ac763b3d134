import type { Discount } from '../discounts/core.js';
import { formatPercent } from '../discounts/percentage.js';
import { unreachable } from '../lib/assert.js';
import { formatAmount, type Money } from '../lib/money.js';
import type { Offer } from './core.js';

const moneyGiven = (value: Money) => ({ amount: formatAmount(value), currency: value.currency });

/** A discount as it would be given for a coupon: the way back from what an offer keeps. */
function discountGiven(discount: Discount) {
  switch (discount.kind) {
    case 'PERCENTAGE': {
      const { basisPoints, maximum, freeShipping } = discount;
      return {
        percentage: {
          percent: formatPercent(basisPoints),
          maximum: maximum && moneyGiven(maximum),
          freeShipping,
        },
      };
    }
    case 'FIXED':
      return { fixed: { amount: moneyGiven(discount.amount), freeShipping: discount.freeShipping } };
    case 'FREE_SHIPPING':
      return { freeShipping: { maximum: discount.maximum && moneyGiven(discount.maximum) } };
    case 'GIFT_CARD':
      return { giftCard: { balance: moneyGiven(discount.initialBalance) } };
    default:
      return unreachable(discount);
  }
}

const terms = ({ discount, description, validUntil }: Offer) => ({
  discount: discountGiven(discount),
  description,
  validUntil,
});

/** What the one coupon for all fans is to say: the limit is each customer's. */
export const sharedTerms = (offer: Offer) => ({ ...terms(offer), perCustomerLimit: offer.usageLimit });

/** What a fan's own coupon is to say: the limit is the coupon's. */
export const ownTerms = (offer: Offer) => ({ ...terms(offer), maxUses: offer.usageLimit });
