import type { JsonObject, JsonValue } from '../lib/json.js';
import { smaller } from '../lib/money.js';
import type { AmountChange, Change, ChoiceChange, ItemsChange, SetAttribute } from './change.js';
import { selectedBy, type Picked } from './selection.js';
import type { Situation, SituationItem } from './situation.js';

/**
 * A situation after changes, one after the other. What is added is a new line of the cart, of nothing but what was asked
 * for: the first name of a selection. An amount that is added, or the number of items, is all that is known of it.
 */
export const changed = (situation: Situation, changes: readonly Change[]): Situation =>
  changes.reduce(changedBy, situation);

function changedBy(situation: Situation, change: Change): Situation {
  const { profile } = situation;
  switch (change.kind) {
    case 'ADD_AMOUNT':
    case 'RAISE_AMOUNT':
    case 'REDUCE_AMOUNT':
    case 'LOWER_AMOUNT':
      return withAmount(situation, change);
    case 'ADD_ITEMS':
    case 'REMOVE_ITEMS':
      return situation.items ? withOthers(situation, situation.items, change) : situation;
    case 'CHANGE_CHANNEL':
    case 'CHANGE_CURRENCY':
    case 'CHANGE_COUNTRY':
    case 'CHANGE_PAYMENT_METHOD':
      return { ...situation, [choiceOf[change.kind]]: chosen(change) };
    case 'JOIN_SEGMENT': {
      const [joined] = change.segments;
      return { ...situation, isIn: (segment) => segment === joined || situation.isIn(segment) };
    }
    case 'SET_ATTRIBUTE':
      return withAttribute(situation, change);
    case 'COMPLETE_ORDERS': {
      const ordersCount = (profile.ordersCount ?? 0) + change.count;
      return { ...situation, profile: { ...profile, ordersCount } };
    }
    case 'SPEND_MORE': {
      const minor = (profile.lifetimeSpend?.minor ?? 0n) + change.minor;
      return { ...situation, profile: { ...profile, lifetimeSpend: { minor, currency: change.currency } } };
    }
    case 'WAIT_UNTIL':
      return { ...situation, now: change.at };
  }
}

const choiceOf = {
  CHANGE_CHANNEL: 'channel',
  CHANGE_CURRENCY: 'currency',
  CHANGE_COUNTRY: 'shippingCountry',
  CHANGE_PAYMENT_METHOD: 'paymentMethod',
} as const satisfies Record<ChoiceChange['kind'], keyof Situation>;

// Something else, where anything else will do. No list of names is longer than there are letters and figures here.
const others = {
  CHANGE_CURRENCY: ['EUR', 'GBP', 'USD', 'JPY', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK'],
  CHANGE_COUNTRY: ['GB', 'DE', 'FR', 'US', 'JP', 'CH', 'SE', 'NO', 'DK', 'PL'],
} as const;

function chosen({ kind, to, otherThan }: ChoiceChange): string {
  const [first] = to;
  if (first !== undefined) return first;
  const known: readonly string[] =
    kind === 'CHANGE_CURRENCY' || kind === 'CHANGE_COUNTRY' ? others[kind] : [];
  return (
    known.find((name) => !otherThan.includes(name)) ?? otherName('other', (name) => otherThan.includes(name))
  );
}

/** A name that is not taken: `item`, `item-2`, `item-3`… */
function otherName(stem: string, isTaken: (name: string) => boolean): string {
  let name = stem;
  for (let number = 2; isTaken(name); number++) name = `${stem}-${number}`;
  return name;
}

/** The total moves with the items, from where it was: it need not have been their sum. */
function withItems(situation: Situation, items: readonly SituationItem[]): Situation {
  const sum = (of: readonly SituationItem[]) => of.reduce((all, { listMinor }) => all + listMinor, 0n);
  const totalMinor = situation.totalMinor + sum(items) - sum(situation.items ?? []);
  return { ...situation, items, totalMinor };
}

const withMore = (situation: Situation, more: readonly SituationItem[]): Situation => ({
  ...situation,
  items: [...(situation.items ?? []), ...more],
  totalMinor: more.reduce((all, { listMinor }) => all + listMinor, situation.totalMinor),
});

function withAmount(situation: Situation, change: AmountChange): Situation {
  const { kind, minor } = change;
  const { items, totalMinor } = situation;
  if (!items) return { ...situation, totalMinor: totalMinor + (isLess(kind) ? -minor : minor) };
  if (kind === 'ADD_AMOUNT') return withMore(situation, [itemOf(change, items, 1, minor)]);
  const matches = selectedBy(change);
  if (kind === 'RAISE_AMOUNT') {
    const raised = items.findIndex(matches);
    return withItems(
      situation,
      items.map((item, index) => (index === raised ? { ...item, listMinor: item.listMinor + minor } : item)),
    );
  }
  let left = minor;
  const cheaper = items.map((item) => {
    const off = matches(item) ? smaller(left, item.listMinor) : 0n;
    left -= off;
    return off === 0n ? item : { ...item, listMinor: item.listMinor - off };
  });
  return withItems(situation, cheaper);
}

const isLess = (kind: AmountChange['kind']): boolean => kind === 'REDUCE_AMOUNT' || kind === 'LOWER_AMOUNT';

function withOthers(situation: Situation, items: readonly SituationItem[], change: ItemsChange): Situation {
  const { kind, quantity, unit, worth } = change;
  if (kind === 'REMOVE_ITEMS') return withItems(situation, itemsLeft(items, change));
  const many = quantity ?? 1;
  const minor = worth?.minor ?? 0n;
  if (unit === 'UNITS') return withMore(situation, [itemOf(change, items, many, minor)]);
  return withMore(
    situation,
    Array.from({ length: many }, (_, index) => itemOf(change, items, 1, index === 0 ? minor : 0n, index)),
  );
}

function itemsLeft(items: readonly SituationItem[], change: ItemsChange): readonly SituationItem[] {
  const { quantity, unit } = change;
  const matches = selectedBy(change);
  let left = quantity ?? Infinity;
  // The last that were put in are taken out first.
  const kept: SituationItem[] = [];
  for (const item of items.toReversed()) {
    if (left === 0 || !matches(item)) {
      kept.push(item);
      continue;
    }
    const taken = unit === 'LINES' ? item.quantity : Math.min(left, item.quantity);
    left -= unit === 'LINES' ? 1 : taken;
    const remaining = item.quantity - taken;
    const listMinor = (item.listMinor * BigInt(remaining)) / BigInt(item.quantity);
    if (remaining > 0) kept.push({ ...item, quantity: remaining, listMinor });
  }
  return kept.reverse();
}

function itemOf(
  { of, except }: Picked,
  items: readonly SituationItem[],
  quantity: number,
  listMinor: bigint,
  index = 0,
): SituationItem {
  const [product = null] = of?.skus.length ? [] : (of?.products ?? []);
  const [category] = of?.skus.length || product !== null ? [] : (of?.categories ?? []);
  const [tag] = of?.skus.length || product !== null || category !== undefined ? [] : (of?.tags ?? []);
  const isTaken = (name: string) =>
    items.some(({ sku }) => sku === name) || except?.skus.includes(name) === true;
  return {
    sku: of?.skus[0] ?? otherName(`another-${items.length + index}`, isTaken),
    productId: product,
    categories: category === undefined ? [] : [category],
    tags: tag === undefined ? [] : [tag],
    quantity,
    listMinor,
  };
}

function withAttribute(situation: Situation, { fact, path, to, otherThan }: SetAttribute): Situation {
  const [value] = to && !otherThan ? to : [anythingBut(otherThan ?? [])];
  const set = (fields: Readonly<Record<string, JsonValue>>): JsonObject => withField(fields, path, value);
  switch (fact) {
    case 'cartAttribute':
      // The parser compares them with texts only.
      return { ...situation, attributes: set(situation.attributes) as Record<string, string> };
    case 'metadata':
      return { ...situation, metadata: set(situation.metadata) };
    case 'customerAttribute': {
      const { profile } = situation;
      return { ...situation, profile: { ...profile, attributes: set(profile.attributes) } };
    }
  }
}

/** Of a type that is among those: a text, where some text is, or nothing at all. */
const anythingBut = (those: readonly (string | number)[]): string | number =>
  those.length > 0 && those.every((each) => typeof each === 'number')
    ? 1 + Math.max(0, Math.floor(Math.max(...those)))
    : otherName('other', (name) => those.includes(name));

function withField(
  fields: Readonly<Record<string, JsonValue>>,
  [name = '', ...deeper]: readonly string[],
  value: JsonValue | undefined,
): JsonObject {
  const kept = Object.entries(fields).filter(([each]) => each !== name);
  if (deeper.length === 0) return Object.fromEntries(value === undefined ? kept : [...kept, [name, value]]);
  const inner = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return Object.fromEntries([...kept, [name, withField(isObject ? inner : {}, deeper, value)]]);
}
