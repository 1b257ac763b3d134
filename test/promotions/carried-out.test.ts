import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AmountChange, Change } from '../../src/conditions/change.js';
import { textOfChange } from '../../src/conditions/change-text.js';
import { selectedBy, type Picked } from '../../src/conditions/selection.js';
import type { SituationItem } from '../../src/conditions/situation.js';
import { everything } from '../../src/coupons/applicability.js';
import type { Discount } from '../../src/discounts/core.js';
import { matchingItems } from '../../src/discounts/target.js';
import { decide, refusals } from '../../src/evaluation/decide.js';
import { orderLineOf, orderOf } from '../../src/evaluation/order.js';
import type { Question } from '../../src/evaluation/question.js';
import { money } from '../../src/lib/money.js';
import { isFailure } from '../../src/lib/outcome.js';
import { soughtFor } from '../../src/promotions/changes.js';
import { found } from '../conditions/found.js';
import { question } from '../evaluation/question.js';
import { limitNamed } from '../limits/limit.js';
import { rule } from './rule.js';

type Line = Pick<SituationItem, 'categories' | 'quantity' | 'listMinor'>;

const gbp = (minor: number) => money(BigInt(minor), 'GBP');
const category = fc.constantFrom('shoes', 'hats');
const minor = fc.integer({ min: 100, max: 10_000 });
const units = fc.integer({ min: 1, max: 3 });

const lines = fc.array(
  fc.record({ category, quantity: units, minor }).map(({ category, quantity, minor }): Line => ({
    categories: [category],
    quantity,
    listMinor: BigInt(minor),
  })),
  { minLength: 1, maxLength: 4 },
);

const percent = fc.integer({ min: 500, max: 5_000 });
const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc
    .record({ basisPoints: percent, maximum: fc.option(minor.map((most) => [gbp(most)] as const)) })
    .map((given): Discount => ({ kind: 'PERCENTAGE', ...given, ...matchingItems, freeShipping: false })),
  minor.map((amount): Discount => ({
    kind: 'FIXED',
    amount: [gbp(amount)],
    ...matchingItems,
    freeShipping: false,
  })),
  fc.record({ fromQuantity: units, basisPoints: percent }).map((tier): Discount => ({
    kind: 'TIERED',
    by: 'QUANTITY',
    tiers: [{ fromAmount: null, amount: null, ...tier }],
  })),
  units.map((quantity): Discount => ({
    kind: 'BUY_X_GET_Y',
    buy: { quantity, items: null },
    get: { quantity: 1, items: null, basisPoints: 10_000 },
    repeat: null,
  })),
);

const applicability = fc.constantFrom(
  everything,
  { ...everything, includeCategories: ['shoes'] },
  { ...everything, excludeCategories: ['hats'] },
);

const limit = fc
  .record({
    measure: fc.constantFrom('ORDER_VALUE' as const, 'DISCOUNT' as const),
    ceiling: fc.oneof(fc.bigInt(100n, 10_000n), fc.bigInt(100n, 30_000n)),
  })
  .map((given): Question['limits'][number] => ({
    limit: limitNamed('budget', { currency: 'GBP', overrun: 0n, ...given }),
    key: '',
    used: 0n,
    steps: null,
  }));

const condition = fc.oneof(
  units.map((gte) => ({ quantity: { gte } })),
  minor.map((gte) => ({ cartTotal: { currency: 'GBP', gte: gte / 100 } })),
);
/** A number from 0 up to, but not including, as many as there are. */
type Choose = (many: number) => number;

const pick = <T>(choose: Choose, among: readonly T[]): T => among[choose(among.length)]!;

const itemOf = (line: Line): SituationItem => ({ sku: 'ANY', productId: null, tags: [], ...line });

const isOf = (picked: Picked, line: Line): boolean => selectedBy(picked)(itemOf(line));

/**
 * As a customer would carry out a change of the cart: of any items that it may be, at any price. Units are kept, and only made
 * cheaper, where a rule counts them.
 */
function carriedOut(
  lines: readonly Line[],
  change: Change,
  choose: Choose,
  areUnitsKept: boolean,
): readonly Line[] {
  const added = (picked: Picked, quantity: number, listMinor: bigint): Line => {
    const kinds = [['shoes'], ['hats'], ['shoes', 'hats']].map((categories) => ({
      categories,
      quantity,
      listMinor,
    }));
    return pick(
      choose,
      kinds.filter((line) => isOf(picked, line)),
    );
  };
  switch (change.kind) {
    case 'ADD_AMOUNT':
      return [...lines, added(change, 1, change.minor)];
    case 'ADD_ITEMS': {
      const units = change.quantity ?? 1;
      const minor = change.worth?.minor ?? BigInt(units * (100 + choose(100_000)));
      return [...lines, added(change, units, minor)];
    }
    case 'RAISE_AMOUNT': {
      const raised = pick(
        choose,
        lines.filter((line) => isOf(change, line)),
      );
      return lines.map((line) =>
        line === raised ? { ...line, listMinor: line.listMinor + change.minor } : line,
      );
    }
    case 'REDUCE_AMOUNT':
      return cheaper(lines, change, choose, areUnitsKept);
    default:
      throw new Error(`Nobody was expected to be told: ${textOfChange(change)}`);
  }
}

/** Of any lines first, and with any of their units. */
function cheaper(
  lines: readonly Line[],
  change: AmountChange,
  choose: Choose,
  areUnitsKept: boolean,
): readonly Line[] {
  let rest = lines;
  for (let left = change.minor; left > 0n;) {
    const among = rest.filter((line) => line.listMinor > 0n && isOf(change, line));
    const line = pick(choose, among);
    const { quantity, listMinor } = line;
    const less = left < listMinor ? left : listMinor;
    const kept = {
      ...line,
      quantity: areUnitsKept ? quantity : quantity - choose(quantity),
      listMinor: listMinor - less,
    };
    const isKept = areUnitsKept || kept.listMinor > 0n;
    rest = rest.flatMap((each) => (each !== line ? [each] : isKept ? [kept] : []));
    left -= less;
  }
  return rest;
}

const orderWith = (lines: readonly Line[]) =>
  orderOf(
    'GBP',
    lines
      .map((line, index) => orderLineOf({ ...itemOf(line), sku: `S${index}` }, `S${index}`, 0n))
      .map((line, index) => ({
        ...line,
        listMinor: lines[index]!.listMinor,
        subtotalMinor: lines[index]!.listMinor,
      })),
    null,
  );

test('Given a limit on money, whatever a hint is carried out with, the coupon can be used then', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        lines,
        discount,
        applicability,
        limit,
        condition: fc.option(condition),
        least: fc.option(minor),
        choices: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
      }),
      async ({ lines, discount, applicability, limit, condition, least, choices }) => {
        const asking = (lines: readonly Line[]) =>
          question({
            order: orderWith(lines),
            coupon: {
              discount,
              applicability,
              currency: 'GBP',
              minimumOrder: least === null ? null : gbp(least),
            },
            limits: [limit],
            rules: condition ? [rule(condition)] : [],
          });
        const asked = asking(lines);
        const refused = refusals(asked);
        const changes = await found(soughtFor(asked, refused));
        fc.pre(refused.length > 0 && changes !== null);
        told++;
        const areUnitsKept = condition !== null && 'quantity' in condition;
        let next = 0;
        const choose = (many: number) => choices[next++ % choices.length]! % many;

        const after = changes.reduce<readonly Line[]>(
          (rest, change) => carriedOut(rest, change, choose, areUnitsKept),
          lines,
        );

        const outcome = decide(asking(after));
        const untrue =
          isFailure(outcome) && `${changes.map(textOfChange).join(' ')} Then: ${outcome.message}`;
        expect(untrue).toBe(false);
      },
    ),
    { numRuns: 200, maxSkipsPerRun: 1_000 },
  );
  expect(told).toBeGreaterThan(0);
});
