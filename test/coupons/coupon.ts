import { everything } from '../../src/coupons/applicability.js';
import { codeKey } from '../../src/coupons/code.js';
import { stacksWithAll } from '../../src/coupons/stacking.js';
import type { Coupon } from '../../src/coupons/core.js';
import { currenciesOf, isGiftCard } from '../../src/discounts/core.js';
import { matchingItems } from '../../src/discounts/target.js';

/** Noon of a Monday: what `testScope`'s clock shows as well. */
export const now = new Date('2026-03-02T12:00:00.000Z');

export const at = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);

/** An active coupon for 10 % off everything, without limits, that was not used yet; a gift card is full. */
export function coupon(fields: Partial<Coupon> = {}): Coupon {
  const { code = 'SUMMER10', isCaseSensitive = false } = fields;
  const made: Coupon = {
    id: 'coupon_01kjq6psg0e008000000000001',
    code,
    codeKey: codeKey(code, isCaseSensitive),
    isCaseSensitive,
    state: 'ACTIVE',
    description: null,
    discount: {
      kind: 'PERCENTAGE',
      basisPoints: 1_000,
      maximum: null,
      ...matchingItems,
      freeShipping: false,
    },
    currency: null,
    minimumOrder: null,
    taxBasis: null,
    validFrom: null,
    validUntil: null,
    maxUses: null,
    perCustomerLimit: null,
    usesCount: 0,
    balance: fields.discount && isGiftCard(fields.discount) ? fields.discount.initialBalance : null,
    applicability: everything,
    stacking: stacksWithAll,
    trigger: 'CODE',
    isTest: false,
    testOfId: null,
    campaignId: null,
    templateId: null,
    metadata: {},
    createdBy: { kind: 'API_KEY', id: 'key_01kjq6psg0e008000000000001' },
    version: 1,
    revokedAt: fields.state === 'REVOKED' ? at(-1_000) : null,
    deletedAt: null,
    createdAt: at(-3_600_000),
    updatedAt: at(-3_600_000),
    ...fields,
  };
  const [currency = made.minimumOrder?.currency ?? null, another] = currenciesOf(made.discount);
  return { ...made, currency: another ? null : currency };
}
