import { createRule } from '../../src/rules/actions.js';
import { addSegmentMembers, createSegment } from '../../src/segments/actions.js';
import type { Unchecked } from '../../src/lib/input.js';
import { isFailure, type Failure } from '../../src/lib/outcome.js';
import { formatAmount, type Money } from '../../src/lib/money.js';
import type { Scope } from '../../src/platform/scope.js';
import { applyPromotions, previewPromotions, validateCoupons } from '../../src/promotions/actions.js';
import { checkEligibility } from '../../src/promotions/actions/eligibility.js';
import type { Rejected } from '../../src/promotions/core.js';
import { cart, openTown } from '../redemptions/shop.js';
import { succeeded } from '../testkit/outcome.js';

/** What most tests buy: for 100.00 GBP, and 5.00 to send it. */
const bought = cart({ A: [1, '60.00'], B: [1, '40.00'] }, '5.00');

interface Worth {
  readonly discount: Money;
  readonly shippingDiscount: Money | null;
}

/** The code and what it takes off the items; after a plus, what it takes off shipping. */
export const worthOf = (code: string, { discount, shippingDiscount }: Worth): string =>
  `${code} ${formatAmount(discount)}${shippingDiscount ? ` + ${formatAmount(shippingDiscount)}` : ''}`;

/** The code, and the name of each reason. */
export const whyNot = ({ code, reasons }: Pick<Rejected, 'code' | 'reasons'>): string =>
  `${code}: ${reasons.map(({ failure }) => failure).join(', ')}`;

/** Shops in one database, of which each knows what this folder's tests do in it. */
export async function openMall() {
  const openShop = await openTown();

  return async function open() {
    const shop = await openShop();
    const { scope } = shop;
    const preview = (codes: readonly string[], fields: object = {}, by: Scope = scope) =>
      previewPromotions(by, { codes, order: bought, ...fields });
    const apply = (codes: readonly string[], fields: object = {}, by: Scope = scope) =>
      applyPromotions(by, { codes, order: bought, ...fields });

    return {
      ...shop,
      automatic: (code: string, fields: object = {}) =>
        shop.coupon(code, { trigger: 'AUTOMATIC', ...fields }),
      rule: async (condition: object, targets: object, fields: object = {}) =>
        succeeded(await createRule(scope, { name: 'A rule', conditionJson: condition, targets, ...fields })),
      segment: async (name: string, fields: object, members: readonly Unchecked[] = []) => {
        const segment = succeeded(await createSegment(scope, { name, ...fields }));
        if (members.length > 0) {
          succeeded(await addSegmentMembers(scope, { segmentId: segment.id, identities: members }));
        }
      },
      previewAll: preview,
      applyAll: apply,
      validateAll: (codes: readonly string[], fields: object = {}, by: Scope = scope) =>
        validateCoupons(by, { codes, order: bought, ...fields }),
      eligibility: (of: object, fields: object = {}, by: Scope = scope) =>
        checkEligibility(by, { of, order: bought, ...fields }),
      /** What is used, in order, after it was seen to be just what the preview had said. */
      async settled(codes: readonly string[], fields: object = {}): Promise<string[]> {
        const { combination } = succeeded(await preview(codes, fields));
        const { redemptions } = succeeded(await apply(codes, { isPartial: true, ...fields }));
        const used = redemptions.map((one) => worthOf(one.couponCode, one));
        const seen = combination.applied.map(({ coupon, valuation }) => worthOf(coupon.code, valuation));
        if (JSON.stringify(used) !== JSON.stringify(seen)) {
          throw new Error(`Previewed was ${seen.join('; ')}, but used was ${used.join('; ')}.`);
        }
        return used;
      },
    };
  };
}

/** Why nothing was used: of each code, or all in all. */
export function refusal(outcome: Failure | object): string | readonly string[] {
  if (!isFailure(outcome)) return 'none';
  return 'rejected' in outcome ? (outcome.rejected as readonly Rejected[]).map(whyNot) : outcome.failure;
}
