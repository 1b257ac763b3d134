import fc from 'fast-check';
import type { Condition } from '../../src/conditions/core.js';
import type { Situation, SituationItem } from '../../src/conditions/situation.js';
import { taxBases } from '../../src/lib/tax-basis.js';
import { parsed } from './parsed.js';
import { situationOf } from './situation.js';

// Few names and small numbers, so that conditions and situations meet.

const name = fc.constantFrom('a', 'b', 'c', '__proto__');
const currency = fc.constantFrom('GBP', 'EUR');
const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'UTC');
const whole = fc.integer({ min: 0, max: 6 });
const amount = fc.integer({ min: 0, max: 60 }).map((minor) => (minor / 10).toFixed(2));
const instant = fc
  .integer({ min: Date.UTC(2026, 2, 1) / 60_000, max: Date.UTC(2026, 3, 30) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));
const attributeName = fc.constantFrom('size', 'tier', 'toString');
const attributeValue = fc.oneof(name, fc.constantFrom(-1, 0, 0.5, 1, 3), fc.boolean());

type Fields = Record<string, unknown>;

const equality = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Fields>[] => [
  value.map((eq) => ({ eq })),
  value.map((ne) => ({ ne })),
  fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => ({ in: values })),
];

const order = <Value>(
  value: fc.Arbitrary<Value>,
  compared: (a: Value, b: Value) => number = (a, b) => Number(a) - Number(b),
): fc.Arbitrary<Fields>[] => [
  value.map((gt) => ({ gt })),
  value.map((gte) => ({ gte })),
  value.map((lt) => ({ lt })),
  value.map((lte) => ({ lte })),
  fc.tuple(value, value).map((ends) => {
    const [low, high] = ends.toSorted(compared);
    return { between: { low, high } };
  }),
];

const exists: fc.Arbitrary<Fields>[] = [fc.boolean().map((given) => ({ exists: given }))];

const beside = (comparison: fc.Arbitrary<Fields>[], others: fc.Arbitrary<Fields>) =>
  fc.tuple(fc.oneof(...comparison), others).map(([one, other]) => ({ ...one, ...other }));

const selection = fc
  .record({
    skus: fc.uniqueArray(name, { maxLength: 2 }),
    products: fc.uniqueArray(name, { maxLength: 1 }),
    categories: fc.uniqueArray(name, { maxLength: 1 }),
    tags: fc.uniqueArray(name, { maxLength: 2 }),
  })
  .filter((of) => Object.values(of).some((names) => names.length > 0));
const maybeOf = fc.option(selection, { nil: null }).map((of) => (of ? { of } : {}));
const inCurrency = currency.map((given) => ({ currency: given }));
const inZone = zone.map((given) => ({ zone: given }));

const time = fc
  .integer({ min: 0, max: 47 })
  .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
const date = fc
  .integer({ min: 0, max: 60 })
  .map((days) => new Date(Date.UTC(2026, 2, 1 + days)).toISOString().slice(0, 10));
const iso = instant.map((at) => at.toISOString());
const asText = (a: string, b: string) => (a < b ? -1 : 1);
const taxBasis = fc.constantFrom(...taxBases);
const weekday = fc.constantFrom('MONDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY');

const clauses: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  cartTotal: beside([...equality(amount), ...order(amount)], inCurrency),
  subtotal: beside(
    [...equality(amount), ...order(amount)],
    fc.tuple(inCurrency, maybeOf).map(([a, b]) => ({ ...a, ...b })),
  ),
  quantity: beside([...equality(whole), ...order(whole)], maybeOf),
  itemCount: beside([...equality(whole), ...order(whole)], maybeOf),
  skus: fc.oneof(...equality(name), ...exists),
  products: fc.oneof(...equality(name), ...exists),
  categories: fc.oneof(...equality(name), ...exists),
  productTags: fc.oneof(...equality(name), ...exists, name, fc.array(name, { minLength: 1, maxLength: 2 })),
  customerSegment: fc.oneof(...equality(name)),
  customerAttribute: beside(
    [
      ...equality(name),
      ...equality(fc.constantFrom(-1, 0.5, 3)),
      ...order(fc.constantFrom(-1, 0.5, 3)),
      ...exists,
      fc.boolean().map((eq) => ({ eq })),
    ],
    attributeName.map((given) => ({ name: given })),
  ),
  metadata: beside(
    [...equality(name), ...order(fc.constantFrom(-1, 0.5, 3)), ...exists, fc.boolean().map((ne) => ({ ne }))],
    fc.oneof(
      attributeName.map((given) => ({ name: given })),
      fc.tuple(attributeName, attributeName).map((path) => ({ path })),
    ),
  ),
  cartAttribute: beside(
    [...equality(name), ...exists],
    attributeName.map((given) => ({ name: given })),
  ),
  orderNumber: fc.oneof(...equality(whole), ...order(whole), ...exists),
  lifetimeSpend: fc.oneof(beside([...equality(amount), ...order(amount)], inCurrency), ...exists),
  registeredAt: fc.oneof(...order(iso, asText), ...exists),
  lastOrderAt: fc.oneof(...order(iso, asText), ...exists),
  daysSinceRegistration: fc.oneof(...equality(whole), ...order(whole), ...exists),
  daysSinceLastOrder: fc.oneof(...equality(whole), ...order(whole), ...exists),
  channel: fc.oneof(...equality(name), ...exists),
  currency: fc.oneof(...equality(currency)),
  taxBasis: fc.oneof(...equality(taxBasis), ...exists),
  shippingCountry: fc.oneof(...equality(fc.constantFrom('GB', 'DE')), ...exists),
  paymentMethod: fc.oneof(...equality(name), ...exists),
  now: fc.oneof(...order(iso, asText)),
  date: beside([...equality(date), ...order(date, asText)], inZone),
  timeOfDay: beside(
    [...order(time, asText), fc.tuple(time, time).map(([low, high]) => ({ between: { low, high } }))],
    inZone,
  ),
  weekday: beside(equality(weekday), inZone),
  recurrence: fc.record({
    zone,
    start: fc.constantFrom('2026-03-06T18:00:00', '2026-03-28T01:30:00'),
    rule: fc.constantFrom(
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
      'FREQ=DAILY;COUNT=20',
      'FREQ=MONTHLY;BYDAY=-1SU',
    ),
    minutes: fc.constantFrom(30, 90, 1_440),
  }),
};

const clause = fc.oneof(
  ...Object.entries(clauses).map(([fact, comparison]) =>
    comparison.map((given): Fields => ({ [fact]: given })),
  ),
);

/** Conditions as they are sent, of all facts. */
export const conditionJson: fc.Arbitrary<Fields> = fc.letrec<{ condition: Fields }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    clause,
    fc.array(tie('condition'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
})).condition;

export const condition: fc.Arbitrary<Condition> = conditionJson.map(parsed);

const item: fc.Arbitrary<SituationItem> = fc.record({
  sku: name,
  productId: fc.option(name),
  categories: fc.uniqueArray(name, { maxLength: 2 }),
  tags: fc.uniqueArray(name, { maxLength: 2 }),
  quantity: fc.integer({ min: 1, max: 3 }),
  listMinor: fc.integer({ min: 0, max: 30 }).map((tens) => BigInt(tens * 10)),
});

const attributes = fc.dictionary(attributeName, attributeValue, { maxKeys: 2, noNullPrototype: true });

export const situation: fc.Arbitrary<Situation> = fc
  .record({
    now: instant,
    currency,
    items: fc.option(fc.array(item, { minLength: 1, maxLength: 3 }), { freq: 8 }),
    taxBasis: fc.option(taxBasis),
    channel: fc.option(name),
    shippingCountry: fc.option(fc.constantFrom('GB', 'DE')),
    paymentMethod: fc.option(name),
    attributes: fc.dictionary(attributeName, name, { maxKeys: 2, noNullPrototype: true }),
    metadata: fc.oneof(
      attributes,
      attributes.map((inner) => ({ size: inner, tier: null })),
    ),
    profile: fc.record({
      attributes,
      ordersCount: fc.option(whole),
      lifetimeSpend: fc.option(
        fc
          .tuple(whole, currency)
          .map(([pounds, given]) => ({ minor: BigInt(pounds * 100), currency: given })),
      ),
      registeredAt: fc.option(instant),
      lastOrderAt: fc.option(instant),
    }),
    segments: fc.uniqueArray(name, { maxLength: 2 }),
  })
  .chain((given) =>
    given.items === null
      ? amount.map((text) => situationOf({ ...given, totalMinor: BigInt(Math.round(Number(text) * 100)) }))
      : fc.constant(situationOf(given)),
  );

/** A cart of which nothing else is said; no two lines are of one sku. */
export const cartOfItems: fc.Arbitrary<Situation> = fc
  .array(item, { minLength: 1, maxLength: 3 })
  .map((items) =>
    situationOf({ items: items.map((item, index) => ({ ...item, sku: `${item.sku}${index}` })) }),
  );

const minuteOfDay = fc
  .integer({ min: 0, max: 1_439 })
  .map(
    (minutes) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
  );
const autumnDay = fc.integer({ min: 20, max: 30 }).map((day) => `2026-10-${day}`);
const timeClause: fc.Arbitrary<Fields> = fc.oneof(
  fc.tuple(zone, minuteOfDay, minuteOfDay).map(([of, low, high]) => ({
    timeOfDay: { zone: of, between: { low, high: `${high}:59.999` } },
  })),
  fc.tuple(zone, autumnDay).map(([of, gte]) => ({ date: { zone: of, gte } })),
  fc
    .tuple(zone, fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 }))
    .map(([of, among]) => ({ weekday: { zone: of, in: among } })),
  fc.tuple(autumnDay, minuteOfDay).map(([day, time]) => ({ now: { gte: `${day}T${time}:00Z` } })),
);

/** Conditions on nothing but the time, about the days on which clocks are put back. All that is so begins with a minute. */
export const timeCondition: fc.Arbitrary<Condition> = fc
  .letrec<{ condition: Fields }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      timeClause,
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      timeClause.map((not) => ({ not })),
    ),
  }))
  .condition.map(parsed);
