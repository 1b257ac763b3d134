import type { AutomaticPromotion } from '../../src/promotions/automatic.js';
import { everything } from '../../src/coupons/applicability.js';
import { idOf } from '../../src/lib/id.js';

/** An id that is always the same for the same number. */
export const promotionId = (number: number): AutomaticPromotion['id'] =>
  idOf('coupon', `01938c00-0000-7000-8000-${number.toString(16).padStart(12, '0')}`);

/** A promotion for everybody, on everything, always. */
export const promotion = (
  number: number,
  fields: Partial<Omit<AutomaticPromotion, 'id'>> = {},
): AutomaticPromotion => ({
  id: promotionId(number),
  codeKey: `auto${String(number).padStart(6, '0')}`,
  currency: fields.minimumOrder?.currency ?? null,
  minimumOrder: null,
  validFrom: null,
  validUntil: null,
  applicability: everything,
  priority: 0,
  campaign: null,
  conditions: [],
  ...fields,
});
