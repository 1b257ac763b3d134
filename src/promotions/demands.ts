import type { Condition, Selection } from '../conditions/core.js';
import { selectedBy, type Picked } from '../conditions/selection.js';
import { exclusionOf, matches, selectionOf } from '../coupons/applicability.js';
import type { Coupon } from '../coupons/core.js';
import type { Amounts } from '../discounts/amounts.js';
import type { BuyXGetYDiscount } from '../discounts/buy-x-get-y.js';
import type { FixedPriceDiscount } from '../discounts/fixed-price.js';
import { currenciesOf } from '../discounts/core.js';
import { selects, type Selector } from '../discounts/selector.js';
import type { Question } from '../evaluation/question.js';
import type { OrderLine } from '../evaluation/order.js';
import type { Window } from '../lib/window.js';
import { currenciesLimitedAs } from '../limits/currencies.js';

/**
 * What a coupon asks of an order and its moment, as far as conditions can say it: when, in which currency, how much of
 * which items, sent to where. What can be said only by deciding is missing: uses that are left, and whether something is
 * taken off.
 */
export function demandsOf({ coupon, campaign, order, limits }: Question): Condition[] {
  const currencies = coupon.currency === null ? currenciesOf(coupon.discount) : [coupon.currency];
  const rules = limits.map(({ limit }) => limit).filter(({ target }) => target.kind !== 'TENANT');
  const ofLimits = rules.map((limit) => currenciesLimitedAs(limit, rules));
  return [
    ...during({ from: coupon.validFrom, until: coupon.validUntil }),
    ...(campaign ? during({ from: campaign.startsAt, until: campaign.endsAt }) : []),
    ...[currencies, ...ofLimits].flatMap((among) => oneOf('currency', among)),
    ...forItems(coupon, order.lines ?? []),
  ];
}

/** From the instant when something begins until just before it ends. */
const during = ({ from, until }: Window): Condition[] => [
  ...(from ? [notBefore(from)] : []),
  ...(until
    ? [{ kind: 'INSTANT', fact: 'now', test: { op: 'lt', value: until.getTime() } } satisfies Condition]
    : []),
];

export const notBefore = (instant: Date): Condition => ({
  kind: 'INSTANT',
  fact: 'now',
  test: { op: 'gte', value: instant.getTime() },
});

const oneOf = (fact: 'currency' | 'shippingCountry', values: readonly string[]): Condition[] =>
  values.length === 0 ? [] : [{ kind: 'TEXT', fact, test: { op: 'in', values } }];

/** Some items of a cart; and those of its lines that are selected and yet do not count, since two selections must match. */
interface Some extends Picked {
  readonly others: readonly OrderLine[];
}

function forItems(
  { applicability, minimumOrder, discount }: Coupon,
  lines: readonly OrderLine[],
): Condition[] {
  const of = selectionOf(applicability);
  if (of && isEmpty(of)) return [never];
  const except = exclusionOf(applicability);
  const some = (names: Selection | null, items: Selector | null): Some => {
    const picked: Picked = { of: names, ...(except && { except }) };
    const others = lines
      .filter(selectedBy(picked))
      .filter((line) => !(matches(applicability, line) && selects(items, line)));
    return { ...picked, others };
  };
  const matching = some(of, null);
  const demands = minimumOrder ? [costing(matching, minimumOrder.minor, minimumOrder.currency)] : [];
  switch (discount.kind) {
    case 'TIERED': {
      const [{ fromAmount, fromQuantity } = noTier] = discount.tiers;
      if (fromQuantity !== null) demands.push(units(matching, fromQuantity));
      if (fromAmount) demands.push(costingIn(matching, fromAmount));
      break;
    }
    case 'BUY_X_GET_Y':
      demands.push(...forGroup(discount, matching, some));
      break;
    case 'FIXED_PRICE':
      demands.push(...forPrice(discount, matching, lines));
      break;
    case 'FREE_SHIPPING':
      demands.push(...oneOf('shippingCountry', discount.countries));
      break;
    default:
  }
  const isForSome = of !== null || except !== null;
  const asksForItems = demands.some(({ kind }) => kind === 'AMOUNT' || kind === 'ANY' || kind === 'NUMBER');
  return isForSome && !asksForItems ? [units(matching, 1), ...demands] : demands;
}

const never: Condition = { kind: 'ANY', of: [] };
const noTier = { fromAmount: null, fromQuantity: null };

/** A full group that costs more than its price: less stays as it is. A unit that is put in costs something. */
function forPrice(
  { groupSize, price }: FixedPriceDiscount,
  matching: Some,
  lines: readonly OrderLine[],
): Condition[] {
  const present = lines
    .filter((line) => selectedBy(matching)(line) && !matching.others.includes(line))
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const more = present < groupSize ? 0n : 1n;
  const worth = price.map(({ minor, currency }) => costing(matching, minor + more, currency));
  return [units(matching, groupSize), { kind: 'ANY', of: worth }];
}

/** What is bought and the first unit that is reduced. */
function forGroup(
  { buy, get }: BuyXGetYDiscount,
  matching: Some,
  some: (names: Selection | null, items: Selector | null) => Some,
): Condition[] {
  const bought = buy.items ? some(buy.items, buy.items) : matching;
  // Cut from the same items, a group is whole or none.
  if (!get.items) return [units(bought, buy.quantity + get.quantity)];
  const got = some(get.items, get.items);
  const apart = [units(bought, buy.quantity), units(got, 1)];
  if (!bought.of || !got.of) return [...apart, units(bought, buy.quantity + 1)];
  // One unit is bought or got, not both.
  const isSame = keysOf(bought.of).some((key) => keysOf(got.of!).includes(key));
  return isSame ? [units(bought, buy.quantity + 1), apart[1]!] : apart;
}

const keysOf = ({ skus, products, categories, tags }: Selection): string[] =>
  Object.entries({ skus, products, categories, tags }).flatMap(([kind, names]) =>
    names.map((name) => `${kind} ${name}`),
  );

/** What of the selection is in the cart and does not count has to be there on top. */
const units = ({ others, ...picked }: Some, least: number): Condition => ({
  kind: 'NUMBER',
  fact: 'quantity',
  ...picked,
  test: { op: 'gte', value: others.reduce((sum, { quantity }) => sum + quantity, least) },
});

const costing = ({ others, ...picked }: Some, least: bigint, currency: string): Condition => ({
  kind: 'AMOUNT',
  fact: 'subtotal',
  ...picked,
  currency,
  test: { op: 'gte', value: Number(others.reduce((sum, { listMinor }) => sum + listMinor, least)) },
});

const costingIn = (some: Some, amounts: Amounts): Condition => ({
  kind: 'ANY',
  of: amounts.map(({ minor, currency }) => costing(some, minor, currency)),
});

const isEmpty = (of: Selection): boolean => keysOf(of).length === 0;
