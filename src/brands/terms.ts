import { discountGiven } from '../discounts/core.js';
import type { Offer } from './core.js';

const terms = ({ discount, description, validUntil }: Offer) => ({
  discount: discountGiven(discount),
  description,
  validUntil,
});

/** What the one coupon for all fans is to say: the limit is each customer's. */
export const sharedTerms = (offer: Offer) => ({ ...terms(offer), perCustomerLimit: offer.usageLimit });

/** What a fan's own coupon is to say: the limit is the coupon's. */
export const ownTerms = (offer: Offer) => ({ ...terms(offer), maxUses: offer.usageLimit });
