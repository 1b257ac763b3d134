import type { Fact, Operator } from './core.js';

/** How values of a fact are written, and read. */
export type ValueType =
  | 'AMOUNT'
  | 'WHOLE'
  | 'NAME'
  | 'COUNTRY'
  | 'CURRENCY'
  | 'TAX_BASIS'
  | 'ATTRIBUTE'
  | 'TEXT'
  | 'INSTANT'
  | 'DATE'
  | 'TIME'
  | 'WEEKDAY'
  | 'RULE';

/** What stands beside the comparison: `of` a selection, `currency`, `name` or `path`, `zone`. */
type Companion = 'of' | 'currency' | 'name' | 'path' | 'zone';

interface FactKind {
  readonly value: ValueType;
  readonly operators: readonly Operator[];
  readonly beside: readonly Companion[];
  /** How people call it. */
  readonly label: string;
}

const exists = ['exists'] as const;
const equality = ['eq', 'ne', 'in'] as const;
const order = ['gt', 'gte', 'lt', 'lte', 'between'] as const;

const kind = (
  label: string,
  value: ValueType,
  operators: readonly Operator[],
  ...beside: Companion[]
): FactKind => ({ label, value, operators, beside });

/** Every fact that a clause may ask about. */
export const facts: Readonly<Record<Fact, FactKind>> = {
  cartTotal: kind('cart total', 'AMOUNT', [...equality, ...order], 'currency'),
  subtotal: kind('subtotal', 'AMOUNT', [...equality, ...order], 'currency', 'of'),
  quantity: kind('quantity', 'WHOLE', [...equality, ...order], 'of'),
  itemCount: kind('item count', 'WHOLE', [...equality, ...order], 'of'),
  skus: kind('skus', 'NAME', [...equality, ...exists]),
  products: kind('products', 'NAME', [...equality, ...exists]),
  categories: kind('categories', 'NAME', [...equality, ...exists]),
  productTags: kind('product tags', 'NAME', [...equality, ...exists]),
  customerSegment: kind('customer segment', 'NAME', equality),
  customerAttribute: kind('customer attribute', 'ATTRIBUTE', [...equality, ...order, ...exists], 'name'),
  orderNumber: kind('order number', 'WHOLE', [...equality, ...order, ...exists]),
  lifetimeSpend: kind('lifetime spend', 'AMOUNT', [...equality, ...order, ...exists], 'currency'),
  registeredAt: kind('registered at', 'INSTANT', [...order, ...exists]),
  lastOrderAt: kind('last order at', 'INSTANT', [...order, ...exists]),
  daysSinceRegistration: kind('days since registration', 'WHOLE', [...equality, ...order, ...exists]),
  daysSinceLastOrder: kind('days since last order', 'WHOLE', [...equality, ...order, ...exists]),
  channel: kind('channel', 'NAME', [...equality, ...exists]),
  currency: kind('currency', 'CURRENCY', equality),
  taxBasis: kind('tax basis', 'TAX_BASIS', [...equality, ...exists]),
  shippingCountry: kind('shipping country', 'COUNTRY', [...equality, ...exists]),
  paymentMethod: kind('payment method', 'NAME', [...equality, ...exists]),
  now: kind('now', 'INSTANT', order),
  date: kind('date', 'DATE', [...equality, ...order], 'zone'),
  timeOfDay: kind('time of day', 'TIME', order, 'zone'),
  weekday: kind('weekday', 'WEEKDAY', equality, 'zone'),
  recurrence: kind('recurrence', 'RULE', [], 'zone'),
  metadata: kind('metadata', 'ATTRIBUTE', [...equality, ...order, ...exists], 'name', 'path'),
  cartAttribute: kind('cart attribute', 'TEXT', [...equality, ...exists], 'name'),
};

export const factNames = Object.keys(facts) as Fact[];

/** How other systems, and people, call facts; without capitals and underscores. */
const synonyms: ReadonlyMap<string, Fact> = new Map([
  ...alike(
    'cartTotal',
    'total',
    'ordertotal',
    'amount',
    'cartamount',
    'minimumamount',
    'cartvalue',
    'ordervalue',
  ),
  ...alike('subtotal', 'itemtotal', 'matchingsubtotal'),
  ...alike('quantity', 'units', 'qty', 'cartquantity', 'itemquantity', 'totalquantity'),
  ...alike('itemCount', 'lines', 'linecount', 'cartsize', 'items'),
  ...alike('products', 'productid', 'productids'),
  ...alike('productTags', 'tag', 'tags', 'itemtags'),
  ...alike('customerSegment', 'segment', 'segments', 'segmentid', 'customergroup', 'usersegment'),
  ...alike('customerAttribute', 'customer', 'attribute', 'attributes', 'userattribute', 'profile'),
  ...alike('orderNumber', 'nthorder', 'firstorder', 'isfirstorder', 'ordercount', 'orderscount'),
  ...alike('lifetimeSpend', 'totalspent', 'lifetimevalue', 'spend', 'customerspend'),
  ...alike('registeredAt', 'signupdate', 'registrationdate', 'createdat'),
  ...alike('lastOrderAt', 'lastorder', 'lastorderdate'),
  ...alike('channel', 'source', 'platform'),
  ...alike('shippingCountry', 'country', 'shippingaddress', 'countrycode', 'deliverycountry'),
  ...alike('paymentMethod', 'payment', 'paymenttype'),
  ...alike('date', 'daterange', 'today', 'validdates'),
  ...alike('timeOfDay', 'time', 'hour', 'hours', 'timerange'),
  ...alike('weekday', 'day', 'days', 'dayofweek', 'weekdays'),
  ...alike('recurrence', 'rrule', 'schedule', 'recurring'),
  ...alike('metadata', 'custom', 'customattribute', 'meta'),
]);

function alike(fact: Fact, ...names: readonly string[]): [string, Fact][] {
  return names.map((name) => [name, fact]);
}

/** The fact that is meant by a name which is no fact's; undefined if nobody can tell. */
export const factMeantBy = (name: string): Fact | undefined =>
  synonyms.get(name.toLowerCase().replace(/[_-]/g, ''));

/** An operator as it is read aloud in a report. */
export const signs: Readonly<Record<Operator, string>> = {
  eq: '=',
  ne: '≠',
  in: 'one of',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  between: 'between',
  exists: 'exists',
};
