import fc from 'fast-check';
import { everything } from '../../src/coupons/applicability.js';
import type { Coupon } from '../../src/coupons/core.js';
import type { Stacking } from '../../src/coupons/stacking.js';
import { discountInput } from '../../src/discounts/input.js';
import type { Discount } from '../../src/discounts/core.js';
import type { Order } from '../../src/evaluation/order.js';
import type { Asked, Tally } from '../../src/evaluation/tally.js';
import { money } from '../../src/lib/money.js';
import type { Limit } from '../../src/limits/core.js';
import { kinds } from '../promotions/arbitrary.js';
import { limitNamed } from '../limits/limit.js';
import { askedFor, stackable, tallyOf } from './together.js';
import { campaign, cart, sum } from './question.js';

/** Coupons of any kind for any order, with limits that some of them share. */
export interface Instance {
  readonly coupons: Coupon[];
  readonly limits: readonly Limit[];
  readonly asked: Asked;
  /** What is used of everything, opened anew. */
  readonly tally: () => Tally;
}

const gbp = (minor: number) => money(BigInt(minor), 'GBP');
const amount = fc.oneof(fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 1, max: 20 })).map(gbp);
/** One in so many. */
const oneIn = <T>(many: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: many - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const amounts = amount.map((one) => [one] as const);

const discounts: fc.Arbitrary<Discount> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('PERCENTAGE' as const),
      basisPoints: fc.oneof(
        fc.integer({ min: 1, max: 100 }).map((n) => n * 100),
        fc.integer({ min: 1, max: 10_000 }),
      ),
      maximum: oneIn(3, amounts),
      freeShipping: fc.boolean(),
      target: fc.constant('MATCHING_ITEMS' as const),
      units: fc.constant(null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('FIXED' as const),
      amount: amounts,
      freeShipping: fc.boolean(),
      target: fc.constant('MATCHING_ITEMS' as const),
      units: fc.constant(null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('FREE_SHIPPING' as const),
      maximum: oneIn(3, amounts),
      countries: fc.constant([]),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('GIFT_CARD' as const), initialBalance: amount }),
  },
  {
    weight: 4,
    arbitrary: fc
      .oneof(...Object.values<fc.Arbitrary<object>>(kinds))
      .map((given) => discountInput.parse(given)),
  },
);

const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
const groups = fc.constantFrom('red', 'blue');

const stackings: fc.Arbitrary<Partial<Stacking>> = fc.record({
  isExclusive: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  group: oneIn(2, groups),
  priority: fc.integer({ min: 0, max: 2 }),
  combinableWith: oneIn(
    5,
    fc.record({ codes: fc.subarray(codes, { minLength: 4 }), groups: fc.subarray(['red', 'blue']) }),
  ),
  base: fc.constantFrom('RUNNING', 'INITIAL'),
  floorBasisPoints: oneIn(3, fc.integer({ min: 0, max: 10_000 })),
});

const tags = ['shoes', 'hats'];

/** Of small prices it is rounding that decides. */
const price = fc.oneof(fc.integer({ min: 0, max: 6_000 }), fc.integer({ min: 0, max: 20 }));

const orders: fc.Arbitrary<Order> = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 20_000 }).map((pence) => sum((pence / 100).toFixed(2))) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.array(fc.tuple(price, fc.subarray(tags)), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.option(fc.integer({ min: 0, max: 800 }), { freq: 3, nil: null }),
      )
      .map(([lines, shipping]) =>
        cart(
          lines.map(([pence, of], index) => ({
            sku: `P${index}`,
            price: (pence / 100).toFixed(2),
            tags: of,
          })),
          shipping === null ? null : (shipping / 100).toFixed(2),
        ),
      ),
  },
);

const limit = (name: string): fc.Arbitrary<Limit> =>
  fc.oneof(
    fc
      .record({ ceiling: fc.bigInt({ min: 1n, max: 5_000n }), overrun: fc.constantFrom(0n, 0n, 300n) })
      .map((given) => limitNamed(name, { measure: 'DISCOUNT', currency: 'GBP', ...given })),
    fc.record({ ceiling: fc.bigInt({ min: 1n, max: 4n }) }).map((given) => limitNamed(name, given)),
    fc
      .record({ ceiling: fc.bigInt({ min: 2_000n, max: 40_000n }) })
      .map((given) => limitNamed(name, { measure: 'ORDER_VALUE', currency: 'GBP', ...given })),
  );

/** One in so many has limits: one of the tenant, one of a campaign that some of the coupons are of. */
export const instances = (maximum: number): fc.Arbitrary<Instance> =>
  fc
    .record({
      order: orders,
      given: fc.array(
        fc.record({
          discount: discounts,
          stacking: stackings,
          trigger: fc.constantFrom('CODE', 'AUTOMATIC'),
          tag: oneIn(2, fc.constantFrom(...tags)),
          minimum: oneIn(5, fc.integer({ min: 1, max: 5_000 })),
          isOfCampaign: fc.boolean(),
        }),
        { minLength: 1, maxLength: maximum },
      ),
      ofTenant: oneIn(3, limit('tenant')),
      ofCampaign: oneIn(3, limit('campaign')),
    })
    .map(({ order, given, ofTenant, ofCampaign }) => {
      const coupons = given.map(({ discount, stacking, trigger, tag, minimum, isOfCampaign }, index) =>
        stackable(codes[index]!, {
          discount,
          stacking,
          trigger: trigger,
          applicability: tag === null ? everything : { ...everything, includeTags: [tag] },
          minimumOrder: minimum === null ? null : gbp(minimum),
          campaignId: isOfCampaign ? campaign().id : null,
        }),
      );
      const limits = [ofTenant, ofCampaign].flatMap((given) => given ?? []);
      return {
        coupons,
        limits,
        asked: askedFor(order),
        tally: () =>
          tallyOf(coupons, {
            limitsOf: ({ campaignId }) => [
              ...(campaignId !== null && ofCampaign ? [ofCampaign] : []),
              ...(ofTenant ? [ofTenant] : []),
            ],
          }),
      };
    });
