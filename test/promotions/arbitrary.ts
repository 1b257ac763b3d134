import fc from 'fast-check';

/** GraphQL inputs by chance: coupons of every kind, rules, and carts. All that is made is valid. */

const skus = ['TEE', 'MUG', 'HAT', 'BAG'];
const tags = ['summer', 'gift'];

const pounds = (minor: number) => (minor / 100).toFixed(2);
const gbp = (minor: number) => ({ amount: pounds(minor), currency: 'GBP' });
const amount = (max: number) => fc.integer({ min: 1, max }).map(gbp);
const percent = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map(String),
  fc.integer({ min: 1, max: 10_000 }).map(pounds),
);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const quantity = fc.integer({ min: 1, max: 3 });
const items = fc.oneof(
  fc.subarray(skus, { minLength: 1 }).map((products) => ({ products })),
  fc.subarray(tags, { minLength: 1 }).map((tags) => ({ tags })),
);
const targeted = fc.oneof(
  fc.record({ target: fc.constantFrom('MATCHING_ITEMS', 'ORDER'), freeShipping: fc.boolean() }),
  fc.record({ target: fc.constantFrom('CHEAPEST', 'MOST_EXPENSIVE'), units: quantity }),
  fc.constant({ target: 'SHIPPING' }),
);

/** Each kind, by its name in GraphQL. */
export const kinds = {
  percentage: fc
    .tuple(targeted, fc.record({ percent, maximum: some(amount(3_000)) }))
    .map(([target, of]) => ({ percentage: { ...target, ...of } })),
  fixed: fc
    .tuple(targeted, fc.record({ amount: amount(4_000) }))
    .map(([target, of]) => ({ fixed: { ...target, ...of } })),
  freeShipping: fc
    .record({ maximum: some(amount(500)), countries: fc.subarray(['GB', 'DE', 'FR']) })
    .map((freeShipping) => ({ freeShipping })),
  giftCard: fc.record({ balance: amount(9_000) }).map((giftCard) => ({ giftCard })),
  reward: fc.constant({ reward: { itemId: 'points-5', name: 'Five points', type: 'points' } }),
  buyXGetY: fc
    .record({
      buy: fc.record({ quantity, items: some(items) }),
      get: fc.record({ quantity, items: some(items), percent }),
      repeat: some(quantity),
    })
    .map((buyXGetY) => ({ buyXGetY })),
  tiered: fc.oneof(
    fc.tuple(amount(2_000), fc.integer({ min: 1, max: 40 })).map(([fromAmount, low]) => ({
      tiered: {
        by: 'AMOUNT',
        tiers: [
          { fromAmount, percent: `${low}` },
          { fromAmount: gbp(8_000), percent: `${low + 17}` },
        ],
      },
    })),
    fc.tuple(quantity, amount(900)).map(([fromQuantity, off]) => ({
      tiered: {
        by: 'QUANTITY',
        tiers: [
          { fromQuantity, amount: off },
          { fromQuantity: 5, amount: gbp(1_234) },
        ],
      },
    })),
  ),
  fixedPrice: fc.record({ price: amount(3_000), groupSize: quantity }).map((fixedPrice) => ({ fixedPrice })),
} satisfies Record<string, fc.Arbitrary<object>>;

export type Kind = keyof typeof kinds;

const groups = ['red', 'blue'];

const stacking = (codes: readonly string[]) =>
  fc.record({
    isExclusive: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    group: some(fc.constantFrom(...groups)),
    priority: fc.integer({ min: -1, max: 2 }),
    combinableWith: fc.option(
      fc.record({
        codes: fc.subarray([...codes], { minLength: codes.length - 3 }),
        groups: fc.subarray(groups),
      }),
      { nil: undefined, freq: 1 },
    ),
    base: fc.constantFrom('INITIAL', 'RUNNING'),
    priceFloor: fc.option(fc.constantFrom('0', '20', '33.33', '90'), { nil: undefined, freq: 1 }),
  });

/** Coupons with these codes, all else by chance; of so many codes as there are kinds each kind is one. */
export const coupons = (codes: readonly string[], fields: object = {}) =>
  fc.tuple(
    ...codes.map((code, index) =>
      fc.record({
        code: fc.constant(code),
        discount: Object.values<fc.Arbitrary<object>>(kinds)[index % Object.keys(kinds).length]!,
        stacking: stacking(codes),
        minimumOrder: fc.option(amount(6_000), { nil: undefined, freq: 1 }),
        maxUses: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 1 }),
        perCustomerLimit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 1 }),
        applicability: some(fc.record({ includeProducts: fc.subarray(skus, { minLength: 2 }) })),
        ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fc.constant(value)])),
      }),
    ),
  );

/** What a rule may ask of a cart, in the JSON dialect. */
export const condition = fc.oneof(
  amount(7_000).map(({ amount, currency }) => ({ cartTotal: { gte: Number(amount), currency } })),
  fc.integer({ min: 1, max: 8 }).map((gte) => ({ itemCount: { gte } })),
  fc.subarray(skus, { minLength: 1 }).map((names) => ({ skus: names })),
  fc.constantFrom('web', 'app').map((channel) => ({ channel })),
  fc.constantFrom(...tags).map((tag) => ({ not: { productTags: [tag] } })),
  fc.constant({ customerSegment: 'members' }),
);

const names = fc.subarray(tags);

const line = (sku: string) =>
  fc.record({
    sku: fc.constant(sku),
    quantity: fc.integer({ min: 1, max: 4 }),
    unitPrice: fc.oneof(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 9 })).map(pounds),
    tags: names,
  });

const cart = fc.subarray(skus, { minLength: 1 }).chain((chosen) =>
  fc.record({
    currency: fc.constant('GBP'),
    lines: fc.tuple(...chosen.map(line)),
    shipping: some(fc.integer({ min: 0, max: 900 }).map(pounds)),
  }),
);

export const order = fc.oneof(
  { weight: 5, arbitrary: cart.map((cart) => ({ cart })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 12_000 }).map((minor) => ({ subtotal: gbp(minor) })) },
);

/** Whoever it is: by an id, or by several identities that may be nobody's, one customer's or two customers' by now. */
const customer = fc.oneof(
  fc.constantFrom('ada', 'bob', undefined).map((customerId) => ({ customerId })),
  fc
    .record({
      id: fc.constantFrom('ada', 'bob', 'cyd', undefined),
      email: fc.integer({ min: 1, max: 9 }).map((n) => `m${n}@example.com`),
      phone: fc.option(
        fc.integer({ min: 1, max: 9 }).map((n) => `+44 20 7946 000${n}`),
        { nil: undefined },
      ),
    })
    .map((customer) => ({ customer })),
);

const elsewhere = fc.record({
  channel: fc.constantFrom('web', 'app', undefined),
  context: some(fc.record({ shippingCountry: fc.constantFrom('GB', 'US', undefined) })),
});

/** Who asks, and where. */
export const circumstances = fc.tuple(customer, elsewhere).map(([who, where]) => ({ ...who, ...where }));

/** A limit that is soon reached, of one coupon or of several together. */
export const limit = fc
  .record({
    of: fc.constantFrom('TENANT' as const, 'CAMPAIGN' as const, 'COUPON' as const),
    per: fc.constantFrom('EVERYONE', 'CUSTOMER', 'CHANNEL'),
    window: fc.constantFrom({ kind: 'LIFETIME' }, { kind: 'ROLLING', seconds: 31_622_400 }),
    by: fc.oneof(
      fc.integer({ min: 1, max: 12 }).map((uses) => ({ measure: 'USES', ceiling: { uses } })),
      amount(20_000).map((money) => ({ measure: 'DISCOUNT', ceiling: { money } })),
      amount(90_000).map((money) => ({ measure: 'ORDER_VALUE', ceiling: { money } })),
    ),
  })
  .map(({ by, ...limit }) => ({ ...limit, ...by }));

export const goal = fc.constantFrom('PRIORITY', 'BEST_FOR_CUSTOMER', 'CHEAPEST_FOR_MERCHANT');
