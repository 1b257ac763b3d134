import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultReturnPolicy, returnCauses, type ReturnCause } from '../../src/campaigns/core.js';
import type { LineDiscount } from '../../src/evaluation/core.js';
import { formatAmount, money } from '../../src/lib/money.js';
import { quoteReturn, type Returned, type Terms } from '../../src/returns/quote.js';
import type { Bought, EarlierReturn, ReturnedUnits } from '../../src/returns/units.js';
import { succeeded } from '../testkit/outcome.js';

const id = 'redemption_01kjq6psg0e008000000000001';
const gbp = (minor: bigint | number) => money(BigInt(minor), 'GBP');

const line = (lineId: string, quantity: number, subtotal: number, discount: number): LineDiscount => ({
  lineId,
  sku: lineId,
  quantity,
  subtotal: gbp(subtotal),
  discount: gbp(discount),
  total: gbp(subtotal - discount),
});

function bought(lines: readonly LineDiscount[], minimum: number | null = null): Bought {
  const total = (of: 'subtotal' | 'discount') => gbp(lines.reduce((sum, part) => sum + part[of].minor, 0n));
  return {
    id,
    subtotal: total('subtotal'),
    discount: total('discount'),
    minimumOrder: minimum === null ? null : gbp(minimum),
    lines,
  };
}

const keeping: Terms = { cause: 'REFUND', policy: defaultReturnPolicy };
const clawing: Terms = { cause: 'REFUND', policy: { ...defaultReturnPolicy, clawback: 'LOST_THRESHOLD' } };

type Asked = readonly ReturnedUnits[] | 'ALL';

/** What each of these returns, made one after the other, comes to. */
function returned(from: Bought, steps: readonly Asked[], terms: Terms): Returned[] {
  const made: Returned[] = [];
  for (const asked of steps) made.push(succeeded(quoteReturn(from, made, asked, terms)));
  return made;
}

/** "2 SOCK" as a line and how many of it, separated by commas. */
const units = (text: string): Asked =>
  text === 'ALL'
    ? 'ALL'
    : text.split(', ').map((part) => {
        const [quantity, lineId] = part.split(' ');
        return { lineId: lineId!, quantity: Number(quantity) };
      });

const figures = ({ subtotal, discount, clawback, refund, isWhole }: Returned) =>
  `${formatAmount(subtotal)} - ${formatAmount(discount)} - ${formatAmount(clawback)} = ${formatAmount(refund)}` +
  (isWhole ? ', all' : '');

// 10 % off three shirts and a tie, and nothing off the socks.
const shirts = [line('SHIRT', 3, 3_000, 300), line('TIE', 1, 1_500, 150), line('SOCK', 2, 500, 0)];
// 1.00 off three of 3.33 each.
const thirds = [line('PEN', 3, 999, 100)];

describe('given a redemption with lines', () => {
  test('when some of it is returned, then each line says what it gives back', () => {
    expect(returned(bought(shirts), [units('1 SOCK, 2 SHIRT')], keeping)).toEqual([
      {
        lines: [
          {
            lineId: 'SHIRT',
            sku: 'SHIRT',
            quantity: 2,
            subtotal: gbp(2_000),
            discount: gbp(200),
            total: gbp(1_800),
          },
          { lineId: 'SOCK', sku: 'SOCK', quantity: 1, subtotal: gbp(250), discount: gbp(0), total: gbp(250) },
        ],
        subtotal: gbp(2_250),
        discount: gbp(200),
        clawback: gbp(0),
        refund: gbp(2_050),
        isWhole: false,
        givesUseBack: false,
      },
    ]);
  });

  test.each<[string, LineDiscount[], number | null, Terms, [string, string][]]>([
    ['all at once', shirts, null, keeping, [['ALL', '50.00 - 4.50 - 0.00 = 45.50, all']]],
    [
      'what is left',
      shirts,
      null,
      keeping,
      [
        ['1 SHIRT, 2 SOCK', '15.00 - 1.00 - 0.00 = 14.00'],
        ['ALL', '35.00 - 3.50 - 0.00 = 31.50, all'],
      ],
    ],
    [
      'unit by unit, where the discount does not divide',
      thirds,
      null,
      keeping,
      [
        ['1 PEN', '3.33 - 0.33 - 0.00 = 3.00'],
        ['1 PEN', '3.33 - 0.33 - 0.00 = 3.00'],
        ['1 PEN', '3.33 - 0.34 - 0.00 = 2.99, all'],
      ],
    ],
    [
      'the same in fewer steps',
      thirds,
      null,
      keeping,
      [
        ['1 PEN', '3.33 - 0.33 - 0.00 = 3.00'],
        ['1 PEN, 1 PEN', '6.66 - 0.67 - 0.00 = 5.99, all'],
      ],
    ],
    [
      'an item that cost nothing',
      [line('GIFT', 1, 0, 0)],
      null,
      keeping,
      [['ALL', '0.00 - 0.00 - 0.00 = 0.00, all']],
    ],
    [
      'all, and then all again',
      thirds,
      null,
      clawing,
      [
        ['ALL', '9.99 - 1.00 - 0.00 = 8.99, all'],
        ['ALL', '0.00 - 0.00 - 0.00 = 0.00, all'],
      ],
    ],
    // What counts for the minimum: 45.00 of shirts and tie.
    [
      'so much that the minimum is missed, without a clawback',
      shirts,
      4_000,
      keeping,
      [['1 SHIRT', '10.00 - 1.00 - 0.00 = 9.00']],
    ],
    [
      'so much that the minimum is missed',
      shirts,
      4_000,
      clawing,
      [['1 SHIRT', '10.00 - 1.00 - 3.50 = 5.50']],
    ],
    [
      'so much that the minimum is just met',
      shirts,
      3_500,
      clawing,
      [['1 SHIRT', '10.00 - 1.00 - 0.00 = 9.00']],
    ],
    [
      'what does not count for the minimum',
      shirts,
      4_500,
      clawing,
      [['2 SOCK', '5.00 - 0.00 - 0.00 = 5.00']],
    ],
    [
      'all that counts for the minimum',
      shirts,
      4_500,
      clawing,
      [['3 SHIRT, 1 TIE', '45.00 - 4.50 - 0.00 = 40.50']],
    ],
    ['from an order without a minimum', shirts, null, clawing, [['3 SHIRT', '30.00 - 3.00 - 0.00 = 27.00']]],
    [
      'more, once the discount on what is kept was lost',
      shirts,
      4_000,
      clawing,
      [
        ['1 SHIRT', '10.00 - 1.00 - 3.50 = 5.50'],
        ['1 SHIRT', '10.00 - 0.00 - 0.00 = 10.00'],
        ['2 SOCK', '5.00 - 0.00 - 0.00 = 5.00'],
        ['ALL', '25.00 - 0.00 - 0.00 = 25.00, all'],
      ],
    ],
    [
      'so little that the refund does not make up for what is lost, and then more',
      [line('MUG', 2, 200, 100), line('TIE', 1, 1_800, 900)],
      1_950,
      clawing,
      [
        ['1 MUG', '1.00 - 0.50 - 0.50 = 0.00'],
        ['1 MUG', '1.00 - 0.50 - 0.50 = 0.00'],
        ['ALL', '18.00 - 8.00 - 0.00 = 10.00, all'],
      ],
    ],
    [
      'from lines of which some were too cheap for a share of the discount, which count for the minimum as well',
      [line('PEN', 1, 100, 1), line('CUP', 1, 100, 0)],
      150,
      clawing,
      [['1 CUP', '1.00 - 0.00 - 0.01 = 0.99']],
    ],
    [
      'from an order with a discount on shipping only',
      [line('PEN', 1, 100, 0), line('CUP', 1, 100, 0)],
      200,
      clawing,
      [['1 CUP', '1.00 - 0.00 - 0.00 = 1.00']],
    ],
  ])('when %s is returned, then the refund follows', (_, lines, minimum, terms, steps) => {
    const asked = steps.map(([what]) => units(what));

    expect(returned(bought(lines, minimum), asked, terms).map(figures)).toEqual(steps.map(([, is]) => is));
  });

  test("when the campaign changes its mind after a clawback, then what was lost is only the customer's again with the items", () => {
    const from = bought(shirts, 4_000);
    const [first] = returned(from, [units('1 SHIRT')], clawing);

    const second = succeeded(quoteReturn(from, [first!], units('1 TIE'), keeping));
    const third = succeeded(quoteReturn(from, [first!, second], 'ALL', keeping));

    expect([second, third].map(figures)).toEqual([
      '15.00 - 0.00 - 0.00 = 15.00',
      '25.00 - 0.00 - 0.00 = 25.00, all',
    ]);
  });

  test.each<[string, EarlierReturn['lines'], string, object]>([
    [
      'a line that it does not have',
      [],
      '1 SHIRT, 1 HAT',
      {
        failure: 'RedemptionLineNotFound',
        message: 'The redemption has no line "HAT".',
        redemptionId: id,
        lineId: 'HAT',
        lineIds: ['SHIRT', 'TIE', 'SOCK'],
      },
    ],
    [
      'more than was bought',
      [],
      '1 TIE, 4 SHIRT',
      {
        failure: 'ReturnExceedsQuantity',
        message: 'Of the line "SHIRT" 4 cannot be returned; 3 can.',
        redemptionId: id,
        lineId: 'SHIRT',
        quantity: 4,
        returnable: 3,
      },
    ],
    [
      'more than is left, in two parts',
      [{ lineId: 'SHIRT', quantity: 2 }],
      '1 SHIRT, 1 SHIRT',
      {
        failure: 'ReturnExceedsQuantity',
        message: 'Of the line "SHIRT" 2 cannot be returned; 1 can.',
        redemptionId: id,
        lineId: 'SHIRT',
        quantity: 2,
        returnable: 1,
      },
    ],
  ])('when %s is to be returned, then it is refused', (_, lines, asked, refused) => {
    const earlier = [{ lines, discount: gbp(0), clawback: gbp(0), refund: gbp(0) }];

    expect(quoteReturn(bought(shirts), earlier, units(asked), keeping)).toEqual(refused);
  });
});

describe('given a redemption for a mere sum', () => {
  const sum: Bought = { ...bought([], 1_000), subtotal: gbp(5_000), discount: gbp(500) };

  test('when it is returned, then as a whole, and once', () => {
    const [first, second] = returned(sum, ['ALL', 'ALL'], clawing);

    expect(first).toEqual({
      lines: [],
      subtotal: gbp(5_000),
      discount: gbp(500),
      clawback: gbp(0),
      refund: gbp(4_500),
      isWhole: true,
      givesUseBack: true,
    });
    expect(figures(second!)).toBe('0.00 - 0.00 - 0.00 = 0.00, all');
  });

  test.each(['SHIRT', ''])('when its line "%s" is to be returned, then there is none', (lineId) => {
    expect(quoteReturn(sum, [], [{ lineId, quantity: 1 }], keeping)).toEqual({
      failure: 'RedemptionLineNotFound',
      message: `The redemption has no line "${lineId}": it was made for a sum, which can only be returned as a whole.`,
      redemptionId: id,
      lineId,
      lineIds: [],
    });
  });
});

describe('given a policy, the use', () => {
  const table: [readonly ReturnCause[], Record<ReturnCause, boolean>][] = [
    [['VOID', 'CANCEL', 'REFUND'], { VOID: true, CANCEL: true, REFUND: true }],
    [['VOID', 'CANCEL'], { VOID: true, CANCEL: true, REFUND: false }],
    [['REFUND'], { VOID: false, CANCEL: false, REFUND: true }],
    [[], { VOID: false, CANCEL: false, REFUND: false }],
  ];
  const cases = table.flatMap(([usesReturn, gives]) =>
    returnCauses.map(
      (cause) => [cause, usesReturn.join(' ') || 'nothing', usesReturn, gives[cause]] as const,
    ),
  );

  test.each(cases)('after %s, where %s gives it back', (cause, _, usesReturn, gives) => {
    const terms: Terms = { cause, policy: { usesReturn, clawback: 'NONE' } };
    const returns = returned(bought(shirts), [units('1 SHIRT, 1 TIE, 2 SOCK'), units('2 SHIRT')], terms);

    expect(returns.map(({ givesUseBack }) => givesUseBack)).toEqual([false, gives]);
  });
});

describe('given any order, returned in any steps', () => {
  const anyLines = fc
    .array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 5 }),
        subtotal: fc.integer({ min: 0, max: 2_000 }),
        // Per mille of the subtotal that is off; often the line is not one that the coupon is for.
        off: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000 })),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((made) =>
      made.map(({ quantity, subtotal, off }, index) =>
        line(`line ${index}`, quantity, subtotal, Math.floor((subtotal * off) / 1_000)),
      ),
    );

  /** An order; its units, in the order in which they come back; and after which of them a step ends. */
  const anyCase = anyLines.chain((lines) => {
    const all = lines.flatMap(({ lineId, quantity }) => Array<string>(quantity).fill(lineId));
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length });
    return fc.record({
      lines: fc.constant(lines),
      minimum: fc.option(fc.integer({ min: 1, max: 8_000 })),
      first: shuffled,
      second: shuffled,
      kept: fc.integer({ min: 0, max: all.length }),
      ends: fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
      terms: fc.constantFrom(keeping, clawing),
    });
  });

  function stepsOf(order: readonly string[], ends: readonly boolean[]): ReturnedUnits[][] {
    const steps: ReturnedUnits[][] = [[]];
    order.forEach((lineId, index) => {
      steps.at(-1)!.push({ lineId, quantity: 1 });
      if (ends[index]) steps.push([]);
    });
    return steps.filter((step) => step.length > 0);
  }

  const total = (returns: readonly Returned[], of: 'subtotal' | 'discount' | 'clawback' | 'refund') =>
    returns.reduce((sum, made) => sum + made[of].minor, 0n);

  test('all of it gives back exactly what was frozen', () => {
    fc.assert(
      fc.property(anyCase, ({ lines, minimum, first, ends, terms }) => {
        const from = bought(lines, minimum);
        const returns = returned(from, stepsOf(first, ends), terms);

        expect(total(returns, 'subtotal')).toBe(from.subtotal.minor);
        expect(total(returns, 'discount') + total(returns, 'clawback')).toBe(from.discount.minor);
        expect(total(returns, 'refund')).toBe(from.subtotal.minor - from.discount.minor);
        expect(returns.map(({ isWhole }) => isWhole)).toEqual(
          returns.map((_, at) => at === returns.length - 1),
        );
        if (terms === keeping) expect(total(returns, 'clawback')).toBe(0n);
      }),
    );
  });

  test('each step gives back nothing below zero, no more than was taken, and adds up', () => {
    fc.assert(
      fc.property(anyCase, ({ lines, minimum, first, ends, terms }) => {
        for (const made of returned(bought(lines, minimum), stepsOf(first, ends), terms)) {
          for (const { subtotal, discount, total } of made.lines) {
            expect(discount.minor >= 0n && discount.minor <= subtotal.minor).toBe(true);
            expect(total.minor).toBe(subtotal.minor - discount.minor);
          }
          const sum = (of: 'subtotal' | 'discount') =>
            made.lines.reduce((total, part) => total + part[of].minor, 0n);
          expect([made.subtotal.minor, made.discount.minor]).toEqual([sum('subtotal'), sum('discount')]);
          expect(made.clawback.minor >= 0n && made.refund.minor >= 0n).toBe(true);
          expect(made.refund.minor).toBe(made.subtotal.minor - made.discount.minor - made.clawback.minor);
        }
      }),
    );
  });

  test('each line gives back the same in one step and in many', () => {
    fc.assert(
      fc.property(anyCase, ({ lines, minimum, first, ends, kept }) => {
        const order = first.slice(kept);
        const from = bought(lines, minimum);
        const inSteps = returned(from, stepsOf(order, ends), keeping).flatMap((made) => made.lines);
        const atOnce = returned(from, [stepsOf(order, [])].flat(), keeping).flatMap((made) => made.lines);

        const sums = (parts: readonly LineDiscount[]) =>
          lines.map(({ lineId }) =>
            parts
              .filter((part) => part.lineId === lineId)
              .reduce(
                ([quantity, subtotal, discount], part) => [
                  quantity! + BigInt(part.quantity),
                  subtotal! + part.subtotal.minor,
                  discount! + part.discount.minor,
                ],
                [0n, 0n, 0n],
              ),
          );
        expect(sums(inSteps)).toEqual(sums(atOnce));
      }),
    );
  });

  test('a part of it comes to the same in any order, unless a clawback was more than a refund', () => {
    fc.assert(
      fc.property(anyCase, ({ lines, minimum, first, second, kept, ends, terms }) => {
        const from = bought(lines, minimum);
        const part = first.slice(kept);
        // The same units, as they come in another order of all units.
        const left = new Map<string, number>();
        for (const lineId of part) left.set(lineId, (left.get(lineId) ?? 0) + 1);
        const again = second.filter((lineId) => {
          const count = left.get(lineId) ?? 0;
          left.set(lineId, count - 1);
          return count > 0;
        });

        const returns = returned(from, stepsOf(part, ends), terms);
        const others = returned(from, stepsOf(again, []), terms);
        const isCapped = [...returns, ...others].some(
          ({ clawback, refund }) => clawback.minor > 0n && refund.minor === 0n,
        );
        if (!isCapped) expect(total(returns, 'refund')).toBe(total(others, 'refund'));
      }),
    );
  });

  test('nothing more comes back once all has', () => {
    fc.assert(
      fc.property(anyCase, ({ lines, minimum, first, ends, terms }) => {
        const from = bought(lines, minimum);
        const returns = returned(from, stepsOf(first, ends), terms);
        const { lineId } = lines[0]!;

        expect(quoteReturn(from, returns, [{ lineId, quantity: 1 }], terms)).toMatchObject({
          failure: 'ReturnExceedsQuantity',
          returnable: 0,
        });
      }),
    );
  });
});
