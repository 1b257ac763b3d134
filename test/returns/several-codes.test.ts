import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClawbackPolicy } from '../../src/campaigns/core.js';
import type { LineDiscount } from '../../src/evaluation/core.js';
import { idOf } from '../../src/lib/id.js';
import { formatAmount, money } from '../../src/lib/money.js';
import { purchaseOf, type UsedCode } from '../../src/returns/purchase.js';
import { quoteReturn, type Returned } from '../../src/returns/quote.js';
import type { EarlierReturn, ReturnedUnits } from '../../src/returns/units.js';
import { succeeded } from '../testkit/outcome.js';

const gbp = (minor: number) => money(BigInt(minor), 'GBP');
const uuid = (at: number) => `00000000-${String(at).padStart(4, '0')}-7000-8000-000000000000`;

const line = (lineId: string, quantity: number, subtotal: number, discount: number): LineDiscount => ({
  lineId,
  sku: lineId,
  quantity,
  subtotal: gbp(subtotal),
  discount: gbp(discount),
  total: gbp(subtotal - discount),
});

interface Said {
  readonly lines: readonly LineDiscount[];
  readonly minimum?: number | null;
  readonly clawback?: ClawbackPolicy;
}

/** A code that was used at an instant, in whatever unit: what has a higher one was done later. */
const code = (at: number, { lines, minimum = null, clawback = 'NONE' }: Said): UsedCode => {
  const total = (of: 'subtotal' | 'discount') =>
    gbp(Number(lines.reduce((sum, one) => sum + one[of].minor, 0n)));
  return {
    id: idOf('redemption', uuid(at)),
    subtotal: total('subtotal'),
    discount: total('discount'),
    minimumOrder: minimum === null ? null : gbp(minimum),
    lines,
    policy: { usesReturn: [], clawback },
    returns: [],
  };
};

/** A code for a mere sum. */
const sumCode = (at: number, subtotal: number, discount: number): UsedCode => ({
  ...code(at, { lines: [] }),
  subtotal: gbp(subtotal),
  discount: gbp(discount),
});

type Asked = readonly ReturnedUnits[] | 'ALL';

/** The codes of an order, to each of which returns are made one by one. */
function openOrder(used: readonly UsedCode[]) {
  let codes = used;
  let now = 1_000;
  return {
    add: (later: (at: number) => UsedCode) => void (codes = [...codes, later(++now)]),
    quote: (index: number, asked: Asked): Returned => {
      const own = codes[index]!;
      const terms = { cause: 'REFUND' as const, policy: own.policy };
      return succeeded(quoteReturn(own, own.returns, asked, terms, purchaseOf(own, codes)));
    },
    giveBack(index: number, asked: Asked): Returned {
      const made = this.quote(index, asked);
      const back = { ...made, id: idOf('return', uuid(++now)) };
      codes = codes.map((one, at) => (at === index ? { ...one, returns: [...one.returns, back] } : one));
      return made;
    },
    returns: (index: number) => codes[index]!.returns,
  };
}

const refundOf = ({ clawback, refund }: Returned) =>
  `${formatAmount(refund)}${clawback.minor > 0n ? `, ${formatAmount(clawback)} clawed back` : ''}`;

const one = (lineId: string) => [{ lineId, quantity: 1 }];

// Two mugs at 25.00; each code takes 5.00 off. The customer pays 40.00, whatever the second was asked about.
const five = line('MUG', 2, 5_000, 500);
const fiveMore = line('MUG', 2, 4_500, 500);
const lost = { minimum: 4_000, clawback: 'LOST_THRESHOLD' } as const;

describe('Given an order that was paid with 40.00 after two codes', () => {
  test.each<[string, LineDiscount, LineDiscount]>([
    ['each took something off what was left', five, fiveMore],
    ['each was asked about the whole price', five, five],
  ])('when %s and a mug is returned, then 20.00 come back, with the last code', (_, first, second) => {
    const order = openOrder([code(1, { lines: [first] }), code(2, { lines: [second] })]);

    expect([0, 1].map((index) => refundOf(order.quote(index, one('MUG'))))).toEqual(['0.00', '20.00']);
    for (const index of [0, 1, 1, 0]) order.giveBack(index, one('MUG'));
    expect([0, 1].map((index) => order.returns(index).map(({ refund }) => formatAmount(refund)))).toEqual([
      ['0.00', '0.00'],
      ['20.00', '20.00'],
    ]);
  });

  test.each<[string, Said, Said, string[], string[]]>([
    // 2.50 of the first code's 5.00 were on the mug that is kept.
    [
      'the first claws back',
      { lines: [five], ...lost },
      { lines: [fiveMore] },
      ['0.00, 2.50 clawed back', '17.50'],
      ['0.00', '22.50'],
    ],
    [
      'the last claws back',
      { lines: [five] },
      { lines: [fiveMore], ...lost },
      ['0.00', '17.50, 2.50 clawed back'],
      ['0.00', '22.50'],
    ],
    [
      'both claw back',
      { lines: [five], ...lost },
      { lines: [fiveMore], ...lost },
      ['0.00, 2.50 clawed back', '15.00, 2.50 clawed back'],
      ['0.00', '25.00'],
    ],
  ])('when %s, then that is off the refund, whichever is returned first', (_, first, last, once, again) => {
    for (const turn of [
      [0, 1],
      [1, 0],
    ]) {
      const order = openOrder([code(1, first), code(2, last)]);
      const told = (asked: Asked) => {
        const made = new Map(turn.map((index) => [index, refundOf(order.giveBack(index, asked))]));
        return [made.get(0), made.get(1)];
      };
      expect(told(one('MUG'))).toEqual(once);
      expect(told('ALL')).toEqual(again);
    }
  });
});

describe('Given codes that were not used for the same', () => {
  test('when one was for a part of the cart, then each line comes back with the last code that was used for it', () => {
    const hat = line('HAT', 1, 2_000, 200);
    const order = openOrder([code(1, { lines: [five, hat] }), code(2, { lines: [fiveMore] })]);

    expect([0, 1].map((index) => refundOf(order.quote(index, 'ALL')))).toEqual(['18.00', '40.00']);
  });

  test('when one was for a mere sum, then its part is off each line that the other knows', () => {
    const hat = line('HAT', 1, 5_000, 0);
    for (const [cart, sum] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const codes = [code(cart + 1, { lines: [five, hat] }), sumCode(sum + 1, 10_000, 1_000)];
      const order = openOrder(cart < sum ? codes : codes.reverse());
      // 5.00 of the other's 10.00 are off the mugs: 50.00 less 5.00 less 5.00 for two.
      expect(refundOf(order.giveBack(cart, one('MUG')))).toBe('20.00');
      expect(refundOf(order.giveBack(sum, 'ALL'))).toBe('0.00');
      expect(refundOf(order.giveBack(cart, 'ALL'))).toBe('65.00');
    }
  });

  test('when they are more than the whole price together, then nothing was paid and nothing comes back', () => {
    const most = line('MUG', 1, 1_000, 600);
    const order = openOrder([code(1, { lines: [most] }), code(2, { lines: [most] })]);

    expect([0, 1].map((index) => refundOf(order.quote(index, 'ALL')))).toEqual(['0.00', '0.00']);
  });

  test('when one was given back before the other was used, then it is not of the order any more', () => {
    const order = openOrder([code(1, { lines: [five] })]);
    expect(refundOf(order.giveBack(0, 'ALL'))).toBe('45.00');
    order.add((at) => code(at, { lines: [five] }));

    expect(refundOf(order.quote(1, 'ALL'))).toBe('45.00');
  });

  test('when a unit was given back before the other was used, then the refund of the rest comes with that', () => {
    const order = openOrder([code(1, { lines: [five] })]);
    expect(refundOf(order.giveBack(0, one('MUG')))).toBe('22.50');
    order.add((at) => code(at, { lines: [line('MUG', 1, 2_500, 500)] }));

    // The other mug: 25.00 less 2.50 less 5.00.
    expect(refundOf(order.giveBack(1, 'ALL'))).toBe('17.50');
    const last = order.giveBack(0, 'ALL');
    expect([refundOf(last), last.isWhole]).toEqual(['0.00', true]);
  });

  test('when what was clawed back was kept until the other was used, then it was paid, and comes back', () => {
    const order = openOrder([code(1, { lines: [five], ...lost })]);
    expect(refundOf(order.giveBack(0, one('MUG')))).toBe('20.00, 2.50 clawed back');
    order.add((at) => code(at, { lines: [line('MUG', 1, 2_500, 500)] }));

    expect(refundOf(order.giveBack(1, 'ALL'))).toBe('20.00');
    expect(formatAmount(order.giveBack(0, 'ALL').discount)).toBe('0.00');
  });
});

describe('whatever is returned of whatever codes, in whatever order', () => {
  const anyOrder = fc
    .record({
      lines: fc.array(
        fc.record({ quantity: fc.integer({ min: 1, max: 4 }), list: fc.integer({ min: 0, max: 2_000 }) }),
        { minLength: 1, maxLength: 3 },
      ),
      codes: fc.array(
        fc.record({
          off: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000 })), {
            minLength: 3,
            maxLength: 3,
          }),
          minimum: fc.option(fc.integer({ min: 1, max: 6_000 })),
          clawback: fc.constantFrom<ClawbackPolicy>('NONE', 'LOST_THRESHOLD'),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      isChained: fc.boolean(),
    })
    .map(({ lines, codes, isChained }) => {
      const left = lines.map(({ list }) => list);
      return codes.map(({ off, minimum, clawback }, at) => {
        const own = lines.map(({ quantity, list }, index) => {
          const subtotal = isChained ? left[index]! : list;
          const discount = Math.floor((subtotal * off[index]!) / 1_000);
          left[index]! -= discount;
          return line(`line ${index}`, quantity, subtotal, discount);
        });
        return code(at + 1, { lines: own, minimum, clawback });
      });
    });

  /** The units in the order in which they come back, cut into steps; and for each step which code goes first. */
  const anyReturns = anyOrder.chain((codes) => {
    const all = codes[0]!.lines.flatMap(({ lineId, quantity }) => Array<string>(quantity).fill(lineId));
    const indexes = codes.map((_, index) => index);
    const inTurn = fc.shuffledSubarray(indexes, { minLength: indexes.length });
    return fc.record({
      codes: fc.constant(codes),
      steps: fc
        .tuple(
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
        )
        .map(([units, ends]) => {
          const steps: ReturnedUnits[][] = [[]];
          units.forEach((lineId, index) => {
            steps.at(-1)!.push({ lineId, quantity: 1 });
            if (ends[index]) steps.push([]);
          });
          return steps.filter((step) => step.length > 0);
        }),
      turns: fc.array(inTurn, { minLength: all.length, maxLength: all.length }),
    });
  });

  const sum = (returns: readonly EarlierReturn[], of: 'discount' | 'clawback' | 'refund') =>
    returns.reduce((total, made) => total + made[of].minor, 0n);

  /** Of a line's first price, what is left after all codes. */
  const paidFor = (codes: readonly UsedCode[]) =>
    codes[0]!.lines.reduce((total, { subtotal }, index) => {
      const off = codes.reduce((all, { lines }) => all + lines[index]!.discount.minor, 0n);
      return total + (off > subtotal.minor ? 0n : subtotal.minor - off);
    }, 0n);

  test('the refunds add up to what was paid, come with the last code alone, and are never below zero', () => {
    fc.assert(
      fc.property(anyReturns, ({ codes, steps, turns }) => {
        const order = openOrder(codes);
        let refunded = 0n;
        steps.forEach((step, at) => {
          for (const index of turns[at]!) {
            const { refund, clawback, lines } = order.giveBack(index, step);
            expect(refund.minor >= 0n && clawback.minor >= 0n).toBe(true);
            expect(lines.every(({ discount, subtotal }) => discount.minor <= subtotal.minor)).toBe(true);
            if (index < codes.length - 1) expect(refund.minor).toBe(0n);
            refunded += refund.minor;
          }
          expect(refunded <= paidFor(codes)).toBe(true);
        });
        expect(refunded).toBe(paidFor(codes));
        for (const [index, { discount }] of codes.entries()) {
          expect(sum(order.returns(index), 'discount') + sum(order.returns(index), 'clawback')).toBe(
            discount.minor,
          );
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('what is kept from the refunds is what the codes say that they claw back', () => {
    fc.assert(
      fc.property(anyReturns, ({ codes, steps, turns }) => {
        const order = openOrder(codes);
        const mild = openOrder(codes.map((one) => ({ ...one, policy: { ...one.policy, clawback: 'NONE' } })));
        let [refunded, off, paid, share] = [0n, 0n, 0n, 0n];
        steps.forEach((step, at) => {
          for (const index of turns[at]!) {
            const [made, due] = [order.giveBack(index, step), mild.giveBack(index, step)];
            refunded += made.refund.minor;
            off += made.discount.minor + made.clawback.minor;
            paid += due.refund.minor;
            share += due.discount.minor;
          }
          expect(refunded).toBe(paid - (off - share));
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('what one code gives back depends on no return of the others', () => {
    fc.assert(
      fc.property(anyReturns, ({ codes, steps }) => {
        const together = openOrder(codes);
        for (const [index] of codes.entries()) {
          const alone = openOrder(codes);
          for (const step of steps)
            expect(together.giveBack(index, step)).toEqual(alone.giveBack(index, step));
        }
      }),
    );
  });
});
