import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coupon } from '../../src/coupons/core.js';
import { everything } from '../../src/coupons/applicability.js';
import { isGiftCard, type Discount } from '../../src/discounts/core.js';
import {
  bestCombination,
  type BestCombination,
  type Choosing,
  type Chosen,
  type Goal,
} from '../../src/evaluation/best.js';
import { combine } from '../../src/evaluation/combine.js';
import { formatMoney, money } from '../../src/lib/money.js';
import { inOrder } from '../../src/evaluation/stack.js';
import { isUsable, mostOff } from '../../src/evaluation/trial.js';
import { now } from '../coupons/coupon.js';
import { limitNamed } from '../limits/limit.js';
import { instances, type Instance } from './instances.js';
import { cart, sum } from './question.js';
import { askedFor, card, penceOff, percentOff, stackable, tallyOf } from './together.js';

const goals = ['BEST_FOR_CUSTOMER', 'CHEAPEST_FOR_MERCHANT'] as const;
const never = () => false;

/** A possible set, by what sets are compared with. */
interface Possible {
  readonly codes: readonly string[];
  readonly value: bigint;
  readonly kept: number;
  /** How many things it gives that have no price: shipping of unknown cost once, and each reward. */
  readonly unpriced: number;
  readonly places: readonly number[];
}

/**
 * All sets that are possible, the best one first: every subset is put together by itself. Gift cards are among them where codes
 * are to be kept.
 */
function allPossible({ coupons, asked, tally }: Instance, goal: Goal): Possible[] {
  const members = inOrder(coupons).filter(
    ({ discount }) => goal === 'CHEAPEST_FOR_MERCHANT' || !isGiftCard(discount),
  );
  const opened = tally();
  const possible: Possible[] = [];
  for (let mask = 0; mask < 2 ** members.length; mask++) {
    const places = members.flatMap((_, index) => ((mask >> index) & 1 ? [index] : []));
    const set = places.map((place) => members[place]!);
    const { applied, rejected } = combine(opened, set, asked, now);
    if (rejected.length > 0) continue;
    possible.push({
      codes: set.map(({ code }) => code),
      value: applied
        .filter(({ coupon }) => !isGiftCard(coupon.discount))
        .reduce(
          (sum, { valuation }) => sum + valuation.discount.minor + (valuation.shippingDiscount?.minor ?? 0n),
          0n,
        ),
      kept: goal === 'CHEAPEST_FOR_MERCHANT' ? set.filter(({ trigger }) => trigger === 'CODE').length : 0,
      unpriced: Math.min(
        3,
        applied.filter(({ valuation }) => valuation.reward).length +
          Number(applied.some(({ valuation }) => valuation.freeShipping && !valuation.shippingDiscount)),
      ),
      places,
    });
  }
  const sign = goal === 'BEST_FOR_CUSTOMER' ? 1 : -1;
  const before = (a: Possible, b: Possible): number => {
    if (a.kept !== b.kept) return b.kept - a.kept;
    if (a.value !== b.value) return sign * (a.value > b.value ? -1 : 1);
    if (a.unpriced !== b.unpriced) return sign * (b.unpriced - a.unpriced);
    if (a.places.length !== b.places.length) return a.places.length - b.places.length;
    const at = a.places.findIndex((place, index) => place !== b.places[index]);
    return a.places[at]! - b.places[at]!;
  };
  return possible.sort(before);
}

/** What was chosen among those of which sets are made. */
const membersIn = (chosen: Chosen | null, goal: Goal) =>
  chosen &&
  chosen.applied
    .map(({ coupon }) => coupon)
    .filter(({ discount }) => goal === 'CHEAPEST_FOR_MERCHANT' || !isGiftCard(discount))
    .map(({ code }) => code);

const keptIn = (chosen: Chosen): number =>
  chosen.applied.filter(({ coupon }) => coupon.trigger === 'CODE').length;

const chosenFrom = ({ coupons, asked, tally }: Instance, goal: Goal, isOver = never) =>
  bestCombination(tally(), coupons, asked, now, { goal, isOver });

describe.each(goals)('given any coupons for any order, when the goal is %s', (goal) => {
  test.each([
    [7, 150],
    [10, 20],
  ])('then of up to %d the best set and the second best are those of all that there are', (size, numRuns) => {
    fc.assert(
      fc.property(instances(size), (instance) => {
        const result = chosenFrom(instance, goal);
        const [first, second] = allPossible(instance, goal);
        expect([result.best.valueMinor, membersIn(result.best, goal)]).toEqual([first!.value, first!.codes]);
        expect([result.runnerUp?.valueMinor, membersIn(result.runnerUp, goal)]).toEqual([
          second?.value,
          second?.codes ?? null,
        ]);
        expect(result).toMatchObject({ isExact: true, gapMinor: 0n });
      }),
      { numRuns },
    );
  });

  test('then what was chosen is what comes out when it is used, and each of the others is told why not', () => {
    fc.assert(
      fc.property(instances(8), (instance) => {
        const { coupons, asked, tally } = instance;
        const { best, rejected } = chosenFrom(instance, goal);
        const chosen = best.applied.map(({ coupon }) => coupon);
        expect(combine(tally(), chosen, asked, now)).toEqual({
          ...{ applied: best.applied, rejected: [] },
          ...{ taxBasis: null, orderBefore: asked.order, orderAfter: best.orderAfter },
          ...{ discountMinor: best.discountMinor, shippingDiscountMinor: best.shippingDiscountMinor },
        });
        const told = rejected.map(({ coupon }) => coupon);
        expect(inOrder([...chosen, ...told])).toEqual(inOrder(coupons));
        expect(rejected.every(({ reasons }) => reasons.length > 0)).toBe(true);
        const isMember = ({ discount }: Coupon) => goal === 'CHEAPEST_FOR_MERCHANT' || !isGiftCard(discount);
        const members = chosen.filter(isMember);
        for (const { coupon, reasons, conflicts } of rejected) {
          if (!isMember(coupon) || !isUsable(tally().questionOf(coupon, asked))) continue;
          const beside = combine(tally(), [...members, coupon], asked, now);
          const refused = beside.rejected.find((one) => one.coupon === coupon && conflicts.length === 0);
          if (refused) expect(reasons).toEqual(refused.reasons);
          else expect(reasons.at(-1)?.failure).toBe('OutbidByOthers');
        }
      }),
      { numRuns: 120 },
    );
  });

  test('then what is told of those that are outbid is so of all sets that there are', () => {
    fc.assert(
      fc.property(instances(8), (instance) => {
        const { best, rejected } = chosenFrom(instance, goal);
        const [first, ...others] = allPossible(instance, goal);
        for (const { coupon, reasons } of rejected) {
          const told = reasons.find((reason) => reason.failure === 'OutbidByOthers');
          if (!told) continue;
          const withIt = others.filter(
            ({ codes, kept }) => codes.includes(coupon.code) && kept === first!.kept,
          );
          const off = (minor: bigint) => formatMoney(money(minor, 'GBP'));
          expect(told).toMatchObject({ bestMinor: first!.value, currency: 'GBP' });
          expect(best.valueMinor).toBe(first!.value);
          if (told.bestWithMinor === null) {
            const isBetter = (value: bigint) =>
              goal === 'BEST_FOR_CUSTOMER' ? value > first!.value : value < first!.value;
            expect(withIt.filter(({ value }) => isBetter(value))).toEqual([]);
            expect(told.message).toBe(
              `Without the coupon "${coupon.code}" ${off(first!.value)} is taken off, and ` +
                (goal === 'BEST_FOR_CUSTOMER'
                  ? 'no combination with it takes off more.'
                  : 'no combination with it that keeps as many codes takes off less.'),
            );
          } else {
            expect(told.bestWithMinor).toBe(withIt[0]!.value);
            expect(told.message).toBe(
              `Without the coupon "${coupon.code}" ${off(first!.value)} is taken off, and with it ` +
                `${goal === 'BEST_FOR_CUSTOMER' ? 'at most' : 'at least'} ${off(withIt[0]!.value)}.`,
            );
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  test('then the order in which they were given makes no difference', () => {
    const shuffled = instances(7).chain((instance) =>
      fc
        .shuffledSubarray(instance.coupons, { minLength: instance.coupons.length })
        .map((coupons) => [instance, { ...instance, coupons }] as const),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(chosenFrom(other, goal)).toEqual(chosenFrom(one, goal));
      }),
      { numRuns: 100 },
    );
  });

  test('then a search that is stopped early is not better than the gap that it tells', () => {
    fc.assert(
      fc.property(instances(9), fc.integer({ min: 0, max: 6 }), (instance, patience) => {
        let asked = 0;
        const { best, isExact, gapMinor } = chosenFrom(instance, goal, () => asked++ >= patience);
        const [{ value, kept }] = allPossible(instance, goal) as [Possible];
        const keptHere = keptIn(best);
        if (goal === 'BEST_FOR_CUSTOMER') {
          expect(value <= best.valueMinor + gapMinor).toBe(true);
        } else if (keptHere === kept) {
          expect(value >= best.valueMinor - gapMinor).toBe(true);
        }
        if (isExact) expect([best.valueMinor, gapMinor]).toEqual([value, 0n]);
      }),
      { numRuns: 120 },
    );
  });

  test('then a set with coupons that were left out is not better than the gap that it tells', () => {
    fc.assert(
      fc.property(instances(8), fc.integer({ min: 0, max: 7 }), (instance, place) => {
        const { coupons, asked, tally } = instance;
        const opened = tally();
        const isLeftOut = (coupon: Coupon) =>
          coupon.trigger === 'AUTOMATIC' && coupons.indexOf(coupon) >= place;
        const leftOut = coupons
          .filter((coupon) => isLeftOut(coupon) && !isGiftCard(coupon.discount))
          .map((coupon) => opened.questionOf(coupon, asked))
          .filter(isUsable)
          .map(mostOff);
        const { best, isExact, gapMinor } = bestCombination(
          tally(),
          coupons.filter((coupon) => !isLeftOut(coupon)),
          asked,
          now,
          {
            ...{ goal, isOver: never },
            leftOutMinor:
              leftOut.length === 0
                ? null
                : leftOut.reduce(
                    (sum, { itemsMinor, shippingMinor }) => sum + itemsMinor + shippingMinor,
                    0n,
                  ),
          },
        );
        const [{ value, kept }] = allPossible(instance, goal) as [Possible];
        const keptHere = keptIn(best);
        if (goal === 'BEST_FOR_CUSTOMER') {
          expect(value <= best.valueMinor + gapMinor).toBe(true);
        } else if (keptHere === kept) {
          expect(value >= best.valueMinor - gapMinor).toBe(true);
        }
        if (isExact) expect([best.valueMinor, gapMinor]).toEqual([value, 0n]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('given as many coupons as an order can have, for a long cart', () => {
  test.each(goals)('when a search is bounded, then it keeps to that, and says so: %s', (goal) => {
    const coupons = Array.from({ length: 100 }, (_, number) =>
      stackable(`C${number}`, {
        ...(number % 2 ? percentOff(1 + (number % 9)) : penceOff(10 + number)),
        ...(number % 4 ? { trigger: 'AUTOMATIC' } : {}),
        stacking: { group: number % 5 ? null : `${number % 3}`, priority: number % 7 },
      }),
    );
    const order = cart(
      Array.from({ length: 50 }, (_, line) => ({ sku: `S${line}`, price: `${line + 1}.99` })),
    );
    const mostLooks = 300_000;
    const asked: number[] = [];

    const { isExact, rejected, best } = bestCombination(tallyOf(coupons), coupons, askedFor(order), now, {
      goal,
      isOver: (looks) => asked.push(looks) > 0 && looks > mostLooks,
    });

    expect(isExact).toBe(false);
    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    // One step is to try a coupon and to reckon with all the others.
    expect(asked.at(-1)! - mostLooks).toBeLessThan(20_000);
    expect(best.applied.length + rejected.length).toBe(coupons.length);
  });
});

/** What is chosen of these for 100.00 GBP. */
const choose = (coupons: readonly Coupon[], given: Partial<Choosing> = {}, order = sum('100.00')) =>
  bestCombination(tallyOf(coupons), coupons, askedFor(order), now, {
    goal: 'BEST_FOR_CUSTOMER',
    isOver: never,
    ...given,
  });
const codesIn = (chosen: Chosen | null) => chosen?.applied.map(({ coupon }) => coupon.code) ?? null;
const reasonsIn = ({ rejected }: BestCombination) =>
  rejected.map(({ coupon, reasons }) => [coupon.code, ...reasons.map(({ failure }) => failure)]);

describe('given what can be used together in several ways', () => {
  const both = [
    stackable('ALONE', { ...percentOff(25), stacking: { isExclusive: true } }),
    stackable('FIVE', penceOff(500)),
    stackable('TWENTY', { ...percentOff(20), stacking: { priority: 1 } }),
  ];

  test('when the customer’s gain counts, then the set that takes the most off is chosen, and the next one told', () => {
    const result = choose(both);
    expect(codesIn(result.best)).toEqual(['ALONE']);
    expect(codesIn(result.runnerUp)).toEqual(['TWENTY', 'FIVE']);
    expect(result).toMatchObject({
      best: { valueMinor: 2_500n, discountMinor: 2_500n },
      runnerUp: { valueMinor: 2_500n },
    });
  });

  test('then each of the others is told what is in its way, and what it would come to', () => {
    const [other] = choose(both).rejected;
    expect(other).toMatchObject({
      coupon: { code: 'TWENTY' },
      reasons: [
        { failure: 'CouponConflict', conflicts: [{ cause: 'EXCLUSIVE', couponCode: 'ALONE' }] },
        {
          failure: 'OutbidByOthers',
          message: 'Without the coupon "TWENTY" 25.00 GBP is taken off, and with it at most 25.00 GBP.',
          ...{ couponCode: 'TWENTY', goal: 'BEST_FOR_CUSTOMER' },
          ...{ bestMinor: 2_500n, bestWithMinor: 2_500n, currency: 'GBP' },
        },
      ],
      conflicts: [{ cause: 'EXCLUSIVE' }],
    });
  });

  test('when some must be kept, then the best set with them is chosen', () => {
    const kept = choose(both, { mustKeep: new Set([both[1]!.id]) });
    expect(codesIn(kept.best)).toEqual(['TWENTY', 'FIVE']);
  });

  test('when what it would come to is not proven, then no figure is told', () => {
    const coupons = [
      stackable('BIG', { ...penceOff(5_000), stacking: { group: 'g' } }),
      stackable('X', { ...penceOff(100), stacking: { group: 'g' } }),
      stackable('Y', penceOff(1_000)),
    ];
    const toldOf = ({ rejected }: BestCombination) =>
      rejected.map(({ reasons }) => reasons.at(-1)).map((reason) => [reason?.message, reason]);

    const mostOff = choose(coupons);
    expect([codesIn(mostOff.best), codesIn(mostOff.runnerUp)]).toEqual([['BIG', 'Y'], ['BIG']]);
    expect(toldOf(mostOff)).toMatchObject([
      [
        'Without the coupon "X" 60.00 GBP is taken off, and no combination with it takes off more.',
        { bestWithMinor: null },
      ],
    ]);
    const leastOff = choose(coupons, { goal: 'CHEAPEST_FOR_MERCHANT' });
    expect([codesIn(leastOff.best), codesIn(leastOff.runnerUp)]).toEqual([
      ['X', 'Y'],
      ['BIG', 'Y'],
    ]);
    expect(toldOf(leastOff)).toMatchObject([
      [
        'Without the coupon "BIG" 11.00 GBP is taken off, and with it at least 60.00 GBP.',
        { bestWithMinor: 6_000n },
      ],
    ]);
    const stopped = choose(coupons, { isOver: () => true });
    expect(stopped.isExact).toBe(false);
    expect(toldOf(stopped)).toMatchObject([
      [
        'Without the coupon "X" 60.00 GBP is taken off, and no better combination with it was found.',
        { bestWithMinor: null },
      ],
    ]);
  });

  test('when the merchant’s costs count, then every code that was entered is kept, as far as it can be', () => {
    const coupons = [
      stackable('AUTO', { ...percentOff(10), trigger: 'AUTOMATIC' }),
      stackable('BIG', { ...percentOff(30), stacking: { group: 'g' } }),
      stackable('SMALL', { ...percentOff(20), stacking: { group: 'g' } }),
      stackable('FIVE', penceOff(500)),
    ];
    const result = choose(coupons, { goal: 'CHEAPEST_FOR_MERCHANT' });
    expect(codesIn(result.best)).toEqual(['FIVE', 'SMALL']);
    expect(result.best.valueMinor).toBe(2_400n);
    expect(codesIn(result.runnerUp)).toEqual(['FIVE', 'SMALL', 'AUTO']);
    expect(reasonsIn(result)).toEqual([
      ['BIG', 'CouponConflict', 'OutbidByOthers'],
      ['AUTO', 'OutbidByOthers'],
    ]);
    expect(codesIn(choose(coupons).best)).toEqual(['BIG', 'FIVE', 'AUTO']);
  });

  test('when one would make the others take less, then it is left out', () => {
    const result = choose([
      stackable('FLOOR', { ...percentOff(1), stacking: { priority: 1, floorBasisPoints: 9_000 } }),
      stackable('HALF', percentOff(50)),
    ]);
    expect(codesIn(result.best)).toEqual(['HALF']);
    expect(reasonsIn(result)).toEqual([['FLOOR', 'OutbidByOthers']]);
  });

  test('when one is refused alone, or has nothing left to take, then it is told that', () => {
    const result = choose([
      stackable('ALL', { ...percentOff(100), stacking: { priority: 1 } }),
      stackable('DRAFT', { state: 'DRAFT' }),
      stackable('MORE'),
    ]);
    expect(codesIn(result.best)).toEqual(['ALL']);
    expect(reasonsIn(result)).toEqual([
      ['DRAFT', 'CouponDraft'],
      ['MORE', 'CouponNotApplicable'],
    ]);
  });

  test('when a limit on money refuses one alone, then it may be used where others have left less', () => {
    const coupons = [
      stackable('FIRST', { ...penceOff(4_000), stacking: { priority: 1 } }),
      stackable('HALF', percentOff(50)),
    ];
    const ofHalf = limitNamed('of HALF', { measure: 'DISCOUNT', currency: 'GBP', ceiling: 3_000n });
    const tally = tallyOf(coupons, { limitsOf: ({ id }) => (id === coupons[1]!.id ? [ofHalf] : []) });
    const { best } = bestCombination(tally, coupons, askedFor(sum('100.00')), now, {
      goal: 'BEST_FOR_CUSTOMER',
      isOver: never,
    });
    expect([codesIn(best), best.valueMinor]).toEqual([['FIRST', 'HALF'], 7_000n]);
  });

  test('when several are worth the same, then the fewest are chosen, of those the first', () => {
    const coupons = [
      stackable('B', { ...penceOff(1_000), stacking: { group: 'g' } }),
      stackable('A', { ...penceOff(1_000), stacking: { group: 'g' } }),
      stackable('C', { ...penceOff(400), stacking: { combinableWith: { codes: ['D'], groups: [] } } }),
      stackable('D', { ...penceOff(600), stacking: { combinableWith: { codes: ['C'], groups: [] } } }),
    ];
    const result = choose(coupons);
    expect([codesIn(result.best), codesIn(result.runnerUp)]).toEqual([['A'], ['B']]);
  });

  test('when nobody said what shipping costs, then to pay for it is worth something all the same', () => {
    const coupons = [
      stackable('SHIP', { discount: { kind: 'FREE_SHIPPING', maximum: null, countries: [] } }),
      stackable('TENTH', percentOff(10)),
    ];
    expect(codesIn(choose(coupons).best)).toEqual(['SHIP', 'TENTH']);
  });

  test('when nobody said what shipping costs, then the fewest that pay for it come next', () => {
    const frees = { kind: 'FREE_SHIPPING', maximum: null, countries: [] } as const;
    const coupons = [
      stackable('A', { ...percentOff(1), stacking: { isExclusive: true } }),
      ...['B', 'C'].map((code) => stackable(code, { discount: frees })),
      stackable('D', { discount: { ...percentOff(50).discount, freeShipping: true } as Discount }),
    ];
    const result = choose(coupons, {}, sum('0.01'));
    expect([codesIn(result.best), codesIn(result.runnerUp)]).toEqual([['D'], ['B', 'D']]);
  });

  test('when a unit falls by rounding on a line that has room for it, then that counts', () => {
    const shoes = { applicability: { ...everything, includeTags: ['shoes'] } };
    const coupons = [
      stackable('C', { ...percentOff(85), stacking: { isExclusive: true, priority: 2 } }),
      stackable('B', { ...penceOff(19), stacking: { priority: 1 } }),
      stackable('A', { ...percentOff(25), ...shoes }),
    ];
    const order = cart([
      { sku: 'P0', price: '0.03', tags: ['shoes'] },
      { sku: 'P1', price: '0.10', tags: ['shoes'] },
      { sku: 'P2', price: '0.09' },
    ]);
    expect(choose(coupons, {}, order).best).toMatchObject({ valueMinor: 20n });
  });

  test('then gift cards pay what is left, and are not what a set is chosen for', () => {
    const coupons = [
      stackable('CARD', { ...card(9_000), stacking: { priority: 5 } }),
      stackable('OWN', { ...card(100), stacking: { isExclusive: true } }),
      ...both,
    ];
    const result = choose(coupons);
    expect(codesIn(result.best)).toEqual(['ALONE', 'CARD']);
    expect(result.best).toMatchObject({ valueMinor: 2_500n, discountMinor: 10_000n });
    expect(codesIn(result.runnerUp)).toEqual(['TWENTY', 'FIVE', 'CARD']);
    expect(reasonsIn(result)).toContainEqual(['OWN', 'CouponConflict']);
  });

  test('when the merchant’s costs count, then gift cards are codes to be kept like others', () => {
    const coupons = [
      stackable('AA', { ...penceOff(100), stacking: { group: 'g' } }),
      stackable('BB', { ...penceOff(200), stacking: { group: 'g' } }),
      stackable('CARD', {
        ...card(9_000),
        stacking: { combinableWith: { codes: ['BB'], groups: [] } },
      }),
    ];
    const result = choose(coupons, { goal: 'CHEAPEST_FOR_MERCHANT' });
    expect([codesIn(result.best), result.best.valueMinor]).toEqual([['BB', 'CARD'], 200n]);
    expect([codesIn(result.runnerUp), result.runnerUp?.valueMinor]).toEqual([['CARD'], 0n]);
    expect(result).toMatchObject({
      ...{ isExact: true, gapMinor: 0n, best: { discountMinor: 9_200n } },
      rejected: [
        {
          coupon: { code: 'AA' },
          reasons: [
            { failure: 'CouponConflict', conflicts: [{ couponCode: 'BB' }, { couponCode: 'CARD' }] },
            {
              failure: 'OutbidByOthers',
              message:
                'Without the coupon "AA" 2.00 GBP is taken off, and no combination with it that keeps as many codes takes off less.',
              bestWithMinor: null,
            },
          ],
        },
      ],
    });
    expect(codesIn(choose(coupons).best)).toEqual(['BB', 'CARD']);
  });

  test('when the merchant’s costs count, then discounts leave something for a card to pay', () => {
    const coupons = [
      stackable('ALL', percentOff(100)),
      stackable('TEN', percentOff(10)),
      stackable('CARD', card(50)),
    ];
    const result = choose(coupons, { goal: 'CHEAPEST_FOR_MERCHANT' });
    expect([codesIn(result.best), result.best.valueMinor]).toEqual([['TEN', 'CARD'], 1_000n]);
    expect(reasonsIn(result)).toEqual([['ALL', 'OutbidByOthers']]);
  });

  test('when the merchant’s costs count, and no more cards can be kept, then those that come first are', () => {
    const coupons = [
      stackable('A', card(6_000)),
      stackable('B', { ...card(9_000), stacking: { group: 'g' } }),
      stackable('C', { ...card(3_000), stacking: { group: 'g' } }),
      stackable('D', card(2_000)),
    ];
    const result = choose(coupons, { goal: 'CHEAPEST_FOR_MERCHANT' });
    expect(codesIn(result.best)).toEqual(['A', 'C', 'D']);
    expect(result.best).toMatchObject({ valueMinor: 0n, discountMinor: 10_000n });
    expect(reasonsIn(result)).toEqual([['B', 'CouponConflict', 'OutbidByOthers']]);
  });

  test('when there is nothing to choose from, then nothing is chosen, and there is no second', () => {
    expect(choose([])).toMatchObject({ best: { applied: [], valueMinor: 0n }, rejected: [], runnerUp: null });
    expect(choose([stackable('A')]).runnerUp).toMatchObject({ applied: [], valueMinor: 0n });
  });
});

test('given thirty coupons in groups, then the best of their many sets is found at few tries', () => {
  const coupons = Array.from({ length: 30 }, (_, index) =>
    stackable(`C${index + 10}`, {
      ...(index % 3 === 0 ? penceOff(150 + 37 * index) : percentOff(3 + ((index * 7) % 23))),
      stacking: { group: `g${index % 6}`, priority: index % 4 },
    }),
  );
  const result = choose(coupons, {}, sum('250.00'));
  expect(result).toMatchObject({ isExact: true, gapMinor: 0n });
  expect(result.visited).toBeLessThan(2_000);
});

test('given thirty codes, two thirds of them gift cards that not all find something to pay, then it is proven at few tries', () => {
  const coupons = Array.from({ length: 30 }, (_, index) =>
    stackable(`C${index + 10}`, index % 3 === 0 ? penceOff(100 + index) : card(1_000 + 10 * index)),
  );
  const result = choose(coupons, { goal: 'CHEAPEST_FOR_MERCHANT' }, sum('145.00'));
  expect(result).toMatchObject({ isExact: true, gapMinor: 0n });
  // Ten discounts leave 133.65, and of the twenty cards the twelve smallest pay 130.80 of it.
  expect(result.best).toMatchObject({ valueMinor: 1_135n, discountMinor: 14_500n });
  expect(result.best.applied.length).toBe(10 + 13);
  expect(result.visited).toBeLessThan(2_000);
});
