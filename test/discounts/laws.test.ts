import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Amounts } from '../../src/discounts/amounts.js';
import type { Basket, BasketLine } from '../../src/discounts/basket.js';
import { takeOff, type Discount } from '../../src/discounts/core.js';
import { readDiscount, storedDiscount } from '../../src/discounts/stored.js';
import { discountTargets } from '../../src/discounts/target.js';
import { maxMinor, money } from '../../src/lib/money.js';

const currency = fc.constantFrom('JPY', 'GBP', 'KWD');
const minor = (max: bigint) => fc.bigInt({ min: 1n, max });
const basisPoints = fc.oneof(fc.constantFrom(10_000, 5_000, 1_000), fc.integer({ min: 1, max: 10_000 }));
const names = ['a', 'b'];

/** An amount in one currency, small enough that small carts reach it. */
const amounts = (code: string, max = 20_000n): fc.Arbitrary<Amounts> =>
  minor(max).map((value) => [money(value, code)]);

/** Rising numbers, each of which occurs once. */
const rising = (count: number, max: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max }), { minLength: count, maxLength: count })
    .map((values) => values.sort((a, b) => a - b));

const items = fc.option(
  fc.record({
    skus: fc.constant([]),
    products: fc.constant([]),
    categories: fc.constant([]),
    tags: fc.subarray(names, { minLength: 1 }),
  }),
);

const tiered = (code: string): fc.Arbitrary<Discount> =>
  fc.integer({ min: 1, max: 4 }).chain((count) =>
    fc
      .record({
        by: fc.constantFrom('AMOUNT', 'QUANTITY'),
        takes: fc.constantFrom('SHARE', 'AMOUNT'),
        from: fc.tuple(rising(count, 20_000), rising(count, 20)),
        worth: rising(count, 10_000),
      })
      .map(({ by, takes, from: [cost, quantity], worth }) => ({
        kind: 'TIERED' as const,
        by: by as 'AMOUNT',
        tiers: worth.map((value, index) => ({
          ...(by === 'AMOUNT'
            ? { fromAmount: [money(BigInt(cost[index]!), code)] as const, fromQuantity: null }
            : { fromAmount: null, fromQuantity: quantity[index]! }),
          ...(takes === 'SHARE'
            ? { basisPoints: value, amount: null }
            : { basisPoints: null, amount: [money(BigInt(value), code)] as const }),
        })),
      })),
  );

/** Any discount, in one currency. */
const discountIn = (code: string): fc.Arbitrary<Discount> => {
  const target = {
    target: fc.constantFrom(...discountTargets),
    units: fc.integer({ min: 1, max: 6 }),
    freeShipping: fc.boolean(),
  };
  return fc.oneof(
    fc.record({
      kind: fc.constant('PERCENTAGE' as const),
      basisPoints,
      maximum: fc.option(amounts(code)),
      ...target,
    }),
    fc.record({ kind: fc.constant('FIXED' as const), amount: amounts(code), ...target }),
    fc.record({
      kind: fc.constant('FREE_SHIPPING' as const),
      maximum: fc.option(amounts(code)),
      countries: fc.subarray(['GB', 'FR']),
    }),
    minor(20_000n).map((value) => ({ kind: 'GIFT_CARD' as const, initialBalance: money(value, code) })),
    fc.constant({
      kind: 'REWARD' as const,
      reward: { itemId: '1', name: 'Points', description: null, type: 'points', payload: {} },
    }),
    fc.record({
      kind: fc.constant('BUY_X_GET_Y' as const),
      buy: fc.record({ quantity: fc.integer({ min: 1, max: 3 }), items }),
      get: fc.record({ quantity: fc.integer({ min: 1, max: 3 }), items, basisPoints }),
      repeat: fc.option(fc.integer({ min: 1, max: 3 })),
    }),
    tiered(code),
    fc.record({
      kind: fc.constant('FIXED_PRICE' as const),
      price: amounts(code, 6_000n),
      groupSize: fc.integer({ min: 1, max: 4 }),
    }),
  );
};

/** So much of each price: what earlier discounts have left of it, and what price floors leave of that. */
interface Left {
  readonly base: bigint;
  readonly room: bigint;
}

const wholeShare = 10_000n;
const left: fc.Arbitrary<Left> = fc.record({
  base: fc.oneof(fc.constant(wholeShare), fc.bigInt({ min: 0n, max: wholeShare })),
  room: fc.oneof(fc.constant(wholeShare), fc.bigInt({ min: 0n, max: wholeShare })),
});

interface Item {
  readonly sku: string;
  readonly price: bigint;
  readonly quantity: number;
  readonly tags: readonly string[];
  readonly isMatching: boolean;
}

const price = fc.oneof(
  fc.bigInt({ min: 0n, max: 20n }),
  fc.bigInt({ min: 0n, max: 5_000n }),
  fc.constantFrom(1_000n, 2_500n),
);
const item: fc.Arbitrary<Item> = fc.record({
  sku: fc.constantFrom('A', 'B', 'C'),
  price,
  quantity: fc.integer({ min: 1, max: 7 }),
  tags: fc.subarray(names),
  isMatching: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.boolean() }),
});
const cart = fc.array(item, { minLength: 1, maxLength: 8 });

/** A line of whose units each has the same left. */
function lineOf({ price, quantity, ...same }: Item, { base, room }: Left): BasketLine {
  const units = BigInt(quantity);
  const baseMinor = ((price * base) / wholeShare) * units;
  const roomMinor = ((price * room) / wholeShare) * units;
  const listMinor = price * units;
  return { ...same, quantity, productId: null, categories: [], listMinor, baseMinor, roomMinor };
}

const around = {
  shippingMinor: fc.option(fc.bigInt({ min: 0n, max: 2_000n })),
  shippingCountry: fc.constantFrom(null, 'GB', 'FR', 'DE'),
  hasItems: fc.constant(true),
};

const basketOf = (
  code: string,
  lines: readonly BasketLine[],
  discount: Discount,
  rest: Pick<Basket, 'shippingMinor' | 'shippingCountry' | 'hasItems'>,
): Basket => ({
  ...rest,
  currency: code,
  lines,
  balanceMinor: discount.kind === 'GIFT_CARD' ? discount.initialBalance.minor : null,
});

const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n);

function totalOff(discount: Discount, basket: Basket): bigint {
  const off = takeOff(discount, basket);
  return typeof off === 'string' ? 0n : sum(off.lines) + (off.shippingMinor ?? 0n);
}

const asked = currency.chain((code) =>
  fc.record({ code: fc.constant(code), discount: discountIn(code), items: cart, ...around }),
);

const runs = { numRuns: 1_000 };

describe('given any discount and any basket', () => {
  /** Each line with a base and a room of its own, in sizes from nothing to the largest. */
  const wild = fc
    .record({ item, list: fc.oneof(fc.nat(100), fc.nat(1e6), fc.maxSafeNat()), base: left })
    .map(({ item, list, base }): BasketLine => {
      const listMinor = BigInt(list) % maxMinor;
      return {
        ...lineOf(item, base),
        listMinor,
        baseMinor: (listMinor * base.base) / wholeShare,
        roomMinor: (listMinor * base.room) / wholeShare,
      };
    });

  test('no line has less than nothing or more than its room taken off, and shipping no more than it costs', () => {
    fc.assert(
      fc.property(
        asked,
        fc.array(wild, { minLength: 1, maxLength: 8 }),
        ({ code, discount, ...rest }, lines) => {
          const off = takeOff(discount, basketOf(code, lines, discount, rest));
          if (typeof off === 'string') return;
          expect(off.lines).toHaveLength(lines.length);
          expect(
            lines.filter(({ roomMinor }, at) => off.lines[at]! < 0n || off.lines[at]! > roomMinor),
          ).toEqual([]);
          if (off.shippingMinor !== null)
            expect(off.shippingMinor >= 0n && off.shippingMinor <= rest.shippingMinor!).toBe(true);
          expect(off.reward !== null).toBe(discount.kind === 'REWARD');
        },
      ),
      runs,
    );
  });

  test('it is kept exactly', () => {
    fc.assert(
      fc.property(currency.chain(discountIn), (discount) => {
        expect(readDiscount(JSON.parse(JSON.stringify(storedDiscount(discount))))).toEqual(discount);
      }),
    );
  });

  test('only what the coupon is for has something taken off, but for the target ORDER', () => {
    fc.assert(
      fc.property(
        asked,
        fc.array(wild, { minLength: 1, maxLength: 8 }),
        ({ code, discount, ...rest }, lines) => {
          fc.pre(!('target' in discount) || discount.target !== 'ORDER');
          const off = takeOff(discount, basketOf(code, lines, discount, rest));
          if (typeof off === 'string') return;
          expect(lines.filter(({ isMatching }, at) => !isMatching && off.lines[at]! > 0n)).toEqual([]);
        },
      ),
      runs,
    );
  });

  test('no ceiling, amount or balance is exceeded', () => {
    fc.assert(
      fc.property(
        asked,
        fc.array(wild, { minLength: 1, maxLength: 8 }),
        ({ code, discount, ...rest }, lines) => {
          const off = takeOff(discount, basketOf(code, lines, discount, rest));
          if (typeof off === 'string') return;
          const items = sum(off.lines);
          if (discount.kind === 'PERCENTAGE' && discount.maximum)
            expect(items <= discount.maximum[0].minor).toBe(true);
          if (discount.kind === 'FIXED') expect(items <= discount.amount[0].minor).toBe(true);
          if (discount.kind === 'GIFT_CARD') expect(items <= discount.initialBalance.minor).toBe(true);
        },
      ),
      runs,
    );
  });

  test('the order of the lines makes no difference to the sum', () => {
    fc.assert(
      fc.property(
        asked.chain(({ items, ...rest }) =>
          fc.record({
            asked: fc.constant(rest),
            lines: fc
              .array(left, { minLength: items.length, maxLength: items.length })
              .map((lefts) => items.map((each, at) => lineOf(each, lefts[at]!))),
            order: fc.shuffledSubarray(
              items.map((_, at) => at),
              { minLength: items.length },
            ),
          }),
        ),
        ({ asked: { code, discount, ...rest }, lines, order }) => {
          const shuffled = order.map((at) => lines[at]!);
          expect(totalOff(discount, basketOf(code, shuffled, discount, rest))).toBe(
            totalOff(discount, basketOf(code, lines, discount, rest)),
          );
        },
      ),
      runs,
    );
  });

  test('equal units on one line or on several make no difference to the sum', () => {
    fc.assert(
      fc.property(asked, left, ({ code, discount, items, ...rest }, share) => {
        const apart = items.flatMap((each) =>
          Array.from({ length: each.quantity }, () => ({ ...each, quantity: 1 })),
        );
        const [together, alone] = [items, apart].map((each) =>
          totalOff(
            discount,
            basketOf(
              code,
              each.map((one) => lineOf(one, share)),
              discount,
              rest,
            ),
          ),
        );
        expect(alone).toBe(together);
      }),
      runs,
    );
  });

  /**
   * What units are chosen by is their list price. So that a dearer unit is worth more, as much has to be left of each
   * price; kinds that choose no units do not mind what earlier discounts have done to which line.
   */
  const choosesUnits = (discount: Discount) =>
    discount.kind === 'BUY_X_GET_Y' ||
    discount.kind === 'FIXED_PRICE' ||
    ('target' in discount && discount.target === 'MOST_EXPENSIVE');

  test('another item, or one more of an item, never lowers what is taken off, unless it is off the cheapest', () => {
    const grown = asked.chain((given) => {
      const { discount, items } = given;
      return fc.record({
        given: fc.constant(given),
        lefts: choosesUnits(discount)
          ? left.map((one) => [...items.map(() => one), one])
          : fc.array(left, { minLength: items.length + 1, maxLength: items.length + 1 }),
        another: fc.option(item),
        place: fc.nat(items.length - 1),
      });
    });
    fc.assert(
      fc.property(grown, ({ given: { code, discount, items, ...rest }, lefts, another, place }) => {
        fc.pre(!('target' in discount) || discount.target !== 'CHEAPEST');
        const off = (given: readonly Item[]) => {
          const lines = given.map((each, at) => lineOf(each, lefts[at]!));
          return totalOff(discount, basketOf(code, lines, discount, rest));
        };
        const more = another
          ? [...items, another]
          : items.with(place, { ...items[place]!, quantity: items[place]!.quantity + 1 });
        expect(off(more) >= off(items)).toBe(true);
      }),
      { numRuns: 4_000 },
    );
  });
});
