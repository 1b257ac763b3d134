import { maxMinor, money } from '../lib/money.js';
import { leastUnitMinor, type AmountChange, type Change, type ItemsChange } from './change.js';
import { noNames, selectedBy, unionOf, type Picked } from './selection.js';
import { overlapOf } from './spans.js';
import type { Situation, SituationItem } from './situation.js';

/**
 * The same changes, and others that leave less open of how they are carried out: those first that leave the most. Each does
 * as much as these do.
 *
 * @param doubts - the items of which it is open what there will be of them
 */
export function* stricter(
  changes: readonly Change[],
  doubts: readonly Picked[],
  situation: Situation,
): Generator<readonly Change[]> {
  yield changes;
  const apart = changes.map((change) => apartFrom(change, doubts, situation));
  yield apart;
  yield changes.map(counted);
  yield apart.map(counted);
  for (const order of [cheapestFirst, dearestFirst]) {
    const named = changes.map((change) => namedIn(change, doubts, situation, order));
    if (!named.every((each) => each !== null)) continue;
    // Told by its name, less may be taken away than was feared, and need not be made up for.
    yield named.flat().filter((change) => !('minor' in change));
    yield named.flat().map(counted);
  }
}

/** Done with nothing that is counted among other items. */
function apartFrom(change: Change, doubts: readonly Picked[], { items }: Situation): Change {
  if (!('of' in change)) return change;
  return doubts.reduce<Change & Picked>((rest, doubt) => {
    if (overlapOf(change, doubt, items ?? []) !== 'PARTLY') return rest;
    const { of, except } = doubt;
    // All but some others: then these.
    if (!of) return except && !rest.of ? { ...rest, of: except } : rest;
    return { ...rest, except: rest.except ? unionOf(rest.except, of) : of };
  }, change);
}

/** With the number of items told: one more for so much, or as many for so much less. */
function counted(change: Change): Change {
  switch (change.kind) {
    case 'ADD_AMOUNT':
      return oneFor(change);
    case 'REDUCE_AMOUNT':
      return { ...change, kind: 'LOWER_AMOUNT' };
    default:
      return change;
  }
}

const oneFor = ({ of, except, minor, currency }: AmountChange): ItemsChange => ({
  kind: 'ADD_ITEMS',
  of,
  ...(except && { except }),
  quantity: 1,
  unit: 'UNITS',
  worth: money(minor, currency),
});

/** More than so many names nobody reads. */
const maxNamed = 5;

type Order = (a: SituationItem, b: SituationItem) => number;

const unitPrice = ({ listMinor, quantity }: SituationItem): number => Number(listMinor) / quantity;
const cheapestFirst: Order = (a, b) => unitPrice(a) - unitPrice(b);
const dearestFirst: Order = (a, b) => unitPrice(b) - unitPrice(a);

/** With the names of the items that are taken away: first those that are not counted among others. Null if they are too many. */
function namedIn(
  change: Change,
  doubts: readonly Picked[],
  { items }: Situation,
  order: Order,
): Change[] | null {
  if (change.kind !== 'REMOVE_ITEMS' || change.quantity === null) return [change];
  const { quantity, unit, except } = change;
  const among = (items ?? []).filter(selectedBy(change));
  const doubted = doubts.filter(({ of }) => of !== null).map(selectedBy);
  const isDoubted = (item: SituationItem) => Number(doubted.some((matches) => matches(item)));
  const bySku = new Map<string, number>();
  let left = quantity;
  for (const item of among.toSorted((a, b) => isDoubted(a) - isDoubted(b) || order(a, b))) {
    if (left === 0) break;
    const taken = unit === 'UNITS' ? Math.min(left, item.quantity) : 1;
    bySku.set(item.sku, (bySku.get(item.sku) ?? 0) + taken);
    left -= taken;
  }
  if (left > 0 || bySku.size > maxNamed) return null;
  return [...bySku].map(([sku, quantity]) => ({
    kind: 'REMOVE_ITEMS',
    of: { ...noNames, skus: [sku] },
    ...(except && { except }),
    quantity,
    unit,
  }));
}

/** All that is added, and of which nobody says what it costs, for no more than so much each. */
const withinPrice = (changes: readonly Change[], minor: bigint, currency: string): readonly Change[] =>
  changes.map((change) => (isUnpriced(change) ? { ...change, atMost: money(minor, currency) } : change));

export type UnpricedChange = ItemsChange & { readonly worth?: never };

/** Items are added, and nobody says what they cost. */
const isUnpriced = (change: Change): change is UnpricedChange => change.kind === 'ADD_ITEMS' && !change.worth;

/**
 * The changes as they are, if that will do; else with the highest price for what they add with which they will. Null if
 * none is high enough for what an item costs at least.
 */
export function priced(
  changes: readonly Change[],
  { currency, totalMinor }: Pick<Situation, 'currency' | 'totalMinor'>,
  willDo: (changes: readonly Change[]) => boolean,
): readonly Change[] | null {
  if (willDo(changes)) return changes;
  const unpriced = changes.filter(isUnpriced);
  const known = unpriced[0]?.atMost;
  if (unpriced.length === 0) return null;
  const units = unpriced.reduce((most, { quantity }) => Math.max(most, quantity ?? 1), 1);
  const at = (minor: bigint) => withinPrice(changes, minor, currency);
  let low = leastUnitMinor * BigInt(units);
  if (!willDo(at(low))) return null;
  // A price with which they will not do is looked for by doubling, what lies between by halves.
  let high = known?.minor ?? 2n * (low + totalMinor);
  for (; !known && high < maxMinor && willDo(at(high)); high *= 2n) low = high;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (willDo(at(middle))) low = middle;
    else high = middle;
  }
  return at(low);
}
