import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stacksWithAll } from '../../src/coupons/stacking.js';
import { adjustmentsOf, combine, type Combination } from '../../src/evaluation/combine.js';
import { conflictsWith } from '../../src/evaluation/stack.js';
import { floorOf } from '../../src/evaluation/order.js';
import type { Coupon } from '../../src/coupons/core.js';
import { money } from '../../src/lib/money.js';
import { now } from '../coupons/coupon.js';
import { limitNamed } from '../limits/limit.js';
import { instances } from './instances.js';
import { cart, sum } from './question.js';
import { askedFor, card, penceOff, percentOff, stackable, tallyOf } from './together.js';

const combined = (coupons: readonly Coupon[], order = sum('100.00')) =>
  combine(tallyOf(coupons), coupons, askedFor(order), now);

/** Who took how much off the items, in order. */
const taken = ({ applied }: Combination) =>
  applied.map(({ coupon, valuation }) => [coupon.code, Number(valuation.discount.minor)]);
const refused = ({ rejected }: Combination) =>
  rejected.map(({ coupon, reasons }) => [coupon.code, ...reasons.map(({ failure }) => failure)]);

describe('given coupons for one order', () => {
  test('then each takes its part of what those before it have left', () => {
    const result = combined([
      stackable('TENTH', percentOff(10)),
      stackable('FIVER', { ...penceOff(500), stacking: { priority: 1 } }),
      stackable('WHOLE', { ...percentOff(10), stacking: { ...stacksWithAll, base: 'INITIAL' } }),
    ]);
    expect(taken(result)).toEqual([
      ['FIVER', 500],
      ['TENTH', 950],
      ['WHOLE', 1_000],
    ]);
    expect(result).toMatchObject({
      discountMinor: 2_450n,
      shippingDiscountMinor: 0n,
      orderAfter: { subtotalMinor: 7_550n, takenMinor: 2_450n },
    });
  });

  test('then the one of a group that comes first is used, and the other is told why it is not', () => {
    const result = combined([
      stackable('A', { stacking: { group: 'g' } }),
      stackable('B', { stacking: { group: 'g', priority: 1 } }),
    ]);
    expect(taken(result)).toEqual([['B', 1_000]]);
    expect(result.rejected).toMatchObject([
      {
        coupon: { code: 'A' },
        reasons: [{ failure: 'CouponConflict', couponCode: 'A', conflicts: [{ cause: 'SAME_GROUP' }] }],
        conflicts: [{ cause: 'SAME_GROUP', couponCode: 'B', group: 'g' }],
      },
    ]);
  });

  test('then one that is refused alone is in nobody’s way, and is told that before what is in its own', () => {
    const result = combined([
      stackable('DRAFT', { state: 'DRAFT', stacking: { isExclusive: true, priority: 2 } }),
      stackable('A', { stacking: { isExclusive: true } }),
      stackable('OLD', { state: 'INACTIVE', stacking: { priority: -1 } }),
      stackable('LATE', { stacking: { priority: -2 } }),
    ]);
    expect(taken(result)).toEqual([['A', 1_000]]);
    expect(refused(result)).toEqual([
      ['DRAFT', 'CouponDraft'],
      ['OLD', 'CouponInactive', 'CouponConflict'],
      ['LATE', 'CouponConflict'],
    ]);
  });

  test('then where nothing is left, the next one takes nothing', () => {
    const result = combined([stackable('ALL', percentOff(100)), stackable('MORE')]);
    expect(refused(result)).toEqual([['MORE', 'CouponNotApplicable']]);
    expect(result.orderAfter.subtotalMinor).toBe(0n);
  });

  test('then a gift card pays what all others have left, also beside an exclusive discount', () => {
    const result = combined([
      stackable('CARD', { ...card(20_000), stacking: { priority: 9 } }),
      stackable('ONLY', { ...percentOff(25), stacking: { isExclusive: true, floorBasisPoints: 5_000 } }),
    ]);
    expect(taken(result)).toEqual([
      ['ONLY', 2_500],
      ['CARD', 7_500],
    ]);
  });

  test('then a budget that they share is spent once', () => {
    const coupons = ['A', 'B', 'C'].map((code) => stackable(code, penceOff(400)));
    const budget = limitNamed('budget', { measure: 'DISCOUNT', currency: 'GBP', ceiling: 900n });
    const tally = tallyOf(coupons, { limitsOf: () => [budget] });
    const result = combine(tally, coupons, askedFor(sum('100.00')), now);
    expect(taken(result)).toEqual([
      ['A', 400],
      ['B', 400],
    ]);
    expect(refused(result)).toEqual([['C', 'LimitReached']]);
    expect(combine(tally, coupons, askedFor(sum('100.00')), now)).toEqual(result);
  });

  test('then who takes what off which line is told, and the parts add up', () => {
    const coupons = [
      stackable('A', penceOff(100)),
      stackable('B', { discount: { kind: 'FREE_SHIPPING', maximum: [money(300n, 'GBP')], countries: [] } }),
    ];
    const order = cart(
      [
        { sku: 'SHIRT', price: '2.00' },
        { sku: 'SOCK', price: '1.00' },
      ],
      '4.99',
    );
    const result = adjustmentsOf(combined(coupons, order));
    const by = (code: 'A' | 'B', amountMinor: bigint) => {
      const { id } = coupons[code === 'A' ? 0 : 1]!;
      return { couponId: id, couponCode: code, amountMinor };
    };
    expect(result).toEqual({
      items: { listMinor: 300n, takenMinor: 0n, adjustments: [by('A', 100n)], finalMinor: 200n },
      lines: [
        {
          ...{ lineId: 'SHIRT', sku: 'SHIRT', quantity: 1, listMinor: 200n, takenMinor: 0n },
          adjustments: [by('A', 67n)],
          finalMinor: 133n,
        },
        {
          ...{ lineId: 'SOCK', sku: 'SOCK', quantity: 1, listMinor: 100n, takenMinor: 0n },
          adjustments: [by('A', 33n)],
          finalMinor: 67n,
        },
      ],
      shipping: { listMinor: 499n, takenMinor: 0n, adjustments: [by('B', 300n)], finalMinor: 199n },
    });
  });
});

describe('given any coupons for any order', () => {
  const runs = { numRuns: 200 };

  test('then the order in which they were given makes no difference', () => {
    const shuffled = instances(8).chain((instance) =>
      fc.tuple(
        fc.constant(instance),
        fc.shuffledSubarray(instance.coupons, { minLength: instance.coupons.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ tally, coupons, asked }, others]) => {
        expect(combine(tally(), [...others, ...others], asked, now)).toEqual(
          combine(tally(), coupons, asked, now),
        );
      }),
      runs,
    );
  });

  test('then each is used once or is told why not, and no two that are used conflict', () => {
    fc.assert(
      fc.property(instances(8), ({ tally, coupons, asked }) => {
        const { applied, rejected } = combine(tally(), coupons, asked, now);
        const codes = [...applied, ...rejected].map(({ coupon }) => coupon.code);
        expect(codes.sort()).toEqual(coupons.map(({ code }) => code).sort());
        expect(rejected.every(({ reasons }) => reasons.length > 0)).toBe(true);
        const used = applied.map(({ coupon }) => coupon);
        expect(
          used.flatMap((one) =>
            conflictsWith(
              one,
              used.filter((other) => other !== one),
            ),
          ),
        ).toEqual([]);
      }),
      runs,
    );
  });

  test('then all parts add up, and no price ends below zero', () => {
    fc.assert(
      fc.property(instances(8), ({ tally, coupons, asked }) => {
        const result = combine(tally(), coupons, asked, now);
        const { items, lines, shipping } = adjustmentsOf(result);
        for (const { listMinor, takenMinor, adjustments, finalMinor } of [
          items,
          ...lines,
          ...(shipping ? [shipping] : []),
        ]) {
          const off = adjustments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
          expect(listMinor - takenMinor - off).toBe(finalMinor);
          expect(finalMinor >= 0n).toBe(true);
        }
        if (lines.length > 0) {
          expect(lines.reduce((sum, { finalMinor }) => sum + finalMinor, 0n)).toBe(items.finalMinor);
        }
        expect(items.finalMinor).toBe(result.orderAfter.subtotalMinor);
        expect(items.listMinor - items.finalMinor).toBe(result.discountMinor);
        expect(shipping?.finalMinor ?? null).toBe(result.orderAfter.shippingMinor);
      }),
      runs,
    );
  });

  test('then no line ends below the price floor of any discount that took something off it', () => {
    fc.assert(
      fc.property(instances(8), ({ tally, coupons, asked }) => {
        const { applied } = combine(tally(), coupons, asked, now);
        const discounts = applied.filter(({ coupon }) => coupon.discount.kind !== 'GIFT_CARD');
        (asked.order.lines ?? []).forEach((line, index) => {
          const touching = discounts.filter(({ valuation }) => valuation.lines[index]!.discount.minor > 0n);
          const left = touching.reduce(
            (minor, { valuation }) => minor - valuation.lines[index]!.discount.minor,
            line.subtotalMinor,
          );
          for (const { coupon } of touching) expect(left >= floorOf(coupon, line.subtotalMinor)).toBe(true);
        });
      }),
      runs,
    );
  });
});
