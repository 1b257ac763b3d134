import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AmountChange, Change, ItemsChange } from '../../src/conditions/change.js';
import { textOfChange } from '../../src/conditions/change-text.js';
import { selectedBy, type Picked } from '../../src/conditions/selection.js';
import type { SituationItem } from '../../src/conditions/situation.js';
import { everything } from '../../src/coupons/applicability.js';
import { stacksWithAll } from '../../src/coupons/stacking.js';
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

/** As an item, but for its names: these it gets by its place in the cart. */
interface Line {
  readonly sku: string;
  readonly categories: readonly string[];
  readonly quantity: number;
  readonly listMinor: bigint;
}

const gbp = (minor: number) => money(BigInt(minor), 'GBP');
const categories = fc.constantFrom(['shoes'], ['hats'], ['shoes', 'hats'], []);
const minor = fc.integer({ min: 100, max: 10_000 });
const units = fc.integer({ min: 1, max: 4 });

const lines = fc
  .array(fc.record({ categories, quantity: units, unit: fc.oneof(minor, fc.integer({ min: 1, max: 30 })) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((given) =>
    given.map(({ categories, quantity, unit }, index): Line => ({
      sku: `S${index}`,
      categories,
      quantity,
      listMinor: BigInt(unit * quantity),
    })),
  );

const percent = fc.integer({ min: 500, max: 5_000 });
const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc
    .record({ basisPoints: percent, maximum: fc.option(minor.map((most) => [gbp(most)] as const)) })
    .map((given): Discount => ({ kind: 'PERCENTAGE', ...given, ...matchingItems, freeShipping: false })),
  fc
    .record({
      basisPoints: percent,
      target: fc.constantFrom('CHEAPEST' as const, 'MOST_EXPENSIVE' as const),
      units,
    })
    .map((given): Discount => ({ kind: 'PERCENTAGE', maximum: null, freeShipping: false, ...given })),
  minor.map((amount): Discount => ({
    kind: 'FIXED',
    amount: [gbp(amount)],
    ...matchingItems,
    freeShipping: false,
  })),
  fc.record({ fromQuantity: units, basisPoints: percent }).map((tier): Discount => ({
    kind: 'TIERED',
    by: 'QUANTITY',
    tiers: [
      { fromAmount: null, amount: null, ...tier },
      { fromAmount: null, amount: null, fromQuantity: tier.fromQuantity + 2, basisPoints: 6_000 },
    ],
  })),
  units.map((quantity): Discount => ({
    kind: 'BUY_X_GET_Y',
    buy: { quantity, items: null },
    get: { quantity: 1, items: null, basisPoints: 10_000 },
    repeat: null,
  })),
  fc.record({ groupSize: units, price: minor }).map(({ groupSize, price }): Discount => ({
    kind: 'FIXED_PRICE',
    groupSize,
    price: [gbp(price)],
  })),
);

const applicability = fc.constantFrom(
  everything,
  { ...everything, includeCategories: ['shoes'] },
  { ...everything, excludeCategories: ['hats'] },
);

const floorBasisPoints = fc.option(fc.integer({ min: 0, max: 9_900 }));

const limit = fc
  .record({
    measure: fc.constantFrom('ORDER_VALUE' as const, 'DISCOUNT' as const),
    ceiling: fc.oneof(
      fc.bigInt(100n, 10_000n),
      fc.bigInt(100n, 30_000n),
      // Far from what any such order comes to.
      fc.constant(10_000_000n),
    ),
  })
  .map((given): Question['limits'][number] => ({
    limit: limitNamed('budget', { currency: 'GBP', overrun: 0n, ...given }),
    key: '',
    used: 0n,
    steps: null,
  }));

const of = fc.constantFrom({}, { of: { categories: ['shoes'] } }, { of: { categories: ['hats'] } });
const bound = fc.constantFrom('gte', 'lte', 'eq');

const clause = fc.oneof(
  fc.tuple(of, bound, fc.integer({ min: 1, max: 6 })).map(([of, op, many]) => ({
    quantity: { ...of, [op]: many },
  })),
  fc.tuple(of, bound, units).map(([of, op, many]) => ({ itemCount: { ...of, [op]: many } })),
  fc.tuple(of, fc.constantFrom('gte', 'lte'), minor).map(([of, op, most]) => ({
    [Object.keys(of).length === 0 ? 'cartTotal' : 'subtotal']: { ...of, currency: 'GBP', [op]: most / 100 },
  })),
  fc.constantFrom({ categories: 'shoes' }, { not: { categories: 'hats' } }, { skus: ['S0', 'S1'] }),
);

const condition = fc.array(clause, { minLength: 1, maxLength: 3 }).map((all) => ({ all }));

/** A number from 0 up to, but not including, as many as there are. */
type Choose = (many: number) => number;

const pick = <T>(choose: Choose, among: readonly T[]): T => among[choose(among.length)]!;

const itemOf = (line: Line): SituationItem => ({ productId: null, tags: [], ...line });

const isOf = (picked: Picked, line: Line): boolean => selectedBy(picked)(itemOf(line));

const kinds = [[], ['shoes'], ['hats'], ['shoes', 'hats']];

/** Of whatever it may be: another item, or more of one that is there. */
function added(
  lines: readonly Line[],
  picked: Picked,
  choose: Choose,
  fields: Pick<Line, 'quantity' | 'listMinor'>,
  isNew = false,
): readonly Line[] {
  const present = lines.filter((line) => isOf(picked, line));
  if (present.length > 0 && choose(2) === 0) {
    const line = pick(choose, present);
    const isAsDear = line.listMinor * BigInt(fields.quantity) === fields.listMinor * BigInt(line.quantity);
    if (isNew || !isAsDear) return [...lines, { ...line, ...fields }];
    const quantity = line.quantity + fields.quantity;
    const listMinor = line.listMinor + fields.listMinor;
    return lines.map((each) => (each === line ? { ...line, quantity, listMinor } : each));
  }
  const made = kinds.map((categories): Line => ({ sku: `N${lines.length}`, categories, ...fields }));
  // One that is asked for by its name is what it is.
  const named = (picked.of?.skus ?? []).map((sku): Line => ({ sku, categories: [], ...fields }));
  return [
    ...lines,
    pick(
      choose,
      [...made, ...named].filter((line) => isOf(picked, line)),
    ),
  ];
}

/** An amount in so many parts, of which none is less than a least. */
function parted(amount: bigint, parts: number, least: bigint, choose: Choose): bigint[] {
  let left = amount - least * BigInt(parts);
  return Array.from({ length: parts }, (_, index) => {
    const more = index === parts - 1 ? left : BigInt(choose(Number(left) + 1));
    left -= more;
    return least + more;
  });
}

/** So many units, or fewer, that each cost a whole number of minor units. */
const evenly = (minor: bigint, most: number): number =>
  minor % BigInt(most) === 0n ? most : evenly(minor, most - 1);

/** As a customer would carry out a change of the cart: of any items that it may be, at any price. */
function carriedOut(lines: readonly Line[], change: Change, choose: Choose): readonly Line[] {
  switch (change.kind) {
    case 'ADD_AMOUNT': {
      const parts = 1 + choose(change.minor < 4n ? Number(change.minor) : 4);
      return parted(change.minor, parts, 1n, choose).reduce(
        (rest, listMinor) =>
          added(rest, change, choose, { quantity: evenly(listMinor, 1 + choose(3)), listMinor }),
        lines,
      );
    }
    case 'ADD_ITEMS': {
      const many = change.quantity ?? 1;
      const most = change.atMost?.minor ?? BigInt(many * 100 + choose(100_000));
      const least = change.worth ? 1n : 100n;
      const prices = parted(change.worth?.minor ?? most, many, least, choose);
      const isEach = change.unit === 'LINES' || choose(2) === 0;
      const listMinor = prices.reduce((sum, price) => sum + price, 0n);
      const parts =
        isEach || evenly(listMinor, many) < many
          ? prices.map((listMinor) => ({ quantity: 1, listMinor }))
          : [{ quantity: many, listMinor }];
      return parts.reduce((rest, part) => added(rest, change, choose, part, change.unit === 'LINES'), lines);
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
    case 'LOWER_AMOUNT':
      return cheaper(lines, change, choose);
    case 'REMOVE_ITEMS':
      return fewer(lines, change, choose);
    default:
      throw new Error(`Nobody was expected to be told: ${textOfChange(change)}`);
  }
}

/** Of any lines, unit by unit. */
function fewer(lines: readonly Line[], change: ItemsChange, choose: Choose): readonly Line[] {
  let rest = lines;
  for (let left = change.quantity ?? Infinity; left > 0; left--) {
    const among = rest.filter((line) => isOf(change, line));
    if (among.length === 0) break;
    const line = pick(choose, among);
    const quantity = change.unit === 'LINES' || change.quantity === null ? 0 : line.quantity - 1;
    const listMinor = (line.listMinor / BigInt(line.quantity)) * BigInt(quantity);
    rest = rest.flatMap((each) =>
      each !== line ? [each] : quantity > 0 ? [{ ...line, quantity, listMinor }] : [],
    );
  }
  return rest;
}

/** Of any lines first; and, unless there must be as many, with any of their units. */
function cheaper(lines: readonly Line[], change: AmountChange, choose: Choose): readonly Line[] {
  const areUnitsKept = change.kind === 'LOWER_AMOUNT';
  let rest = lines;
  for (let left = change.minor; left > 0n;) {
    const among = rest.filter((line) => line.listMinor > 0n && isOf(change, line));
    const line = pick(choose, among);
    const { quantity, listMinor } = line;
    const most = left < listMinor ? left : listMinor;
    const less = choose(2) === 0 ? most : 1n + BigInt(choose(Number(most)));
    const kept = {
      ...line,
      quantity: areUnitsKept ? quantity : evenly(listMinor - less, quantity - choose(quantity)),
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
      .map((line, index) => orderLineOf(itemOf(line), `line ${index}`, 0n))
      .map((line, index) => ({
        ...line,
        listMinor: lines[index]!.listMinor,
        subtotalMinor: lines[index]!.listMinor,
      })),
    null,
  );

test('Whatever a hint is carried out with, the coupon can be used then', async () => {
  const told = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        lines,
        discount,
        applicability,
        floorBasisPoints,
        limit: fc.option(limit),
        condition: fc.option(condition, { freq: 3 }),
        least: fc.option(minor),
        choices: fc.array(fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), {
          minLength: 8,
          maxLength: 8,
        }),
      }),
      async ({ lines, discount, applicability, floorBasisPoints, limit, condition, least, choices }) => {
        const asking = (lines: readonly Line[]) =>
          question({
            order: orderWith(lines),
            coupon: {
              discount,
              applicability,
              currency: 'GBP',
              minimumOrder: least === null ? null : gbp(least),
              stacking: { ...stacksWithAll, floorBasisPoints },
            },
            limits: limit ? [limit] : [],
            rules: condition ? [rule(condition)] : [],
          });
        const asked = asking(lines);
        const refused = refusals(asked);
        const changes = await found(soughtFor(asked, refused));
        fc.pre(refused.length > 0 && changes !== null);
        for (const change of changes) {
          told.add(change.kind);
          if ('atMost' in change) told.add('AT_MOST');
        }

        for (const row of choices) {
          let next = 0;
          const choose = (many: number) => row[next++ % row.length]! % many;
          const after = changes.reduce<readonly Line[]>(
            (rest, change) => carriedOut(rest, change, choose),
            lines,
          );

          const outcome = decide(asking(after));
          const untrue =
            isFailure(outcome) &&
            `${changes.map(textOfChange).join(' ')} Then, of ${JSON.stringify(itemsIn(after))}: ${outcome.message}`;
          expect(untrue).toBe(false);
        }
      },
    ),
    { numRuns: Number(process.env['HINTS'] ?? 300), maxSkipsPerRun: 1_000 },
  );
  expect([...told]).toEqual(
    expect.arrayContaining(['ADD_AMOUNT', 'ADD_ITEMS', 'REMOVE_ITEMS', 'REDUCE_AMOUNT', 'AT_MOST']),
  );
}, 60_000);

const itemsIn = (lines: readonly Line[]) =>
  lines.map(({ sku, categories, quantity, listMinor }) => [sku, categories, quantity, Number(listMinor)]);
