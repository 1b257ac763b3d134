import type { AmountChange, Change, ItemsChange } from './change.js';
import type { Selection } from './core.js';
import { pickerOf, selectedBy, type Picked } from './selection.js';
import type { Seen } from './seen.js';
import { maxLines, maxQuantity, type SituationItem } from './situation.js';

/** From the least to the most that a number can be. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

export type Measure = 'minor' | 'units' | 'lines';

/** What some items of a cart come to after changes, in whichever way these are carried out. Of a cart with its items. */
export function spanOf(measure: Measure, picked: Picked, before: Seen, changes: readonly Change[]): Span {
  const present = presentIn(measure, picked, before);
  const counted: Counted = { picked, matches: selectedBy(picked), isEmpty: present === 0 };
  const items = before.situation.items ?? [];
  let [low, high] = [present, present];
  changes.forEach((change, index) => {
    const span = effectOf(change, measure, counted, items, changes.slice(0, index));
    low += span.low;
    high += span.high;
  });
  return { low: Math.max(0, low), high: Math.min(high, mostOf[measure]) };
}

const mostOf: Readonly<Record<Measure, number>> = {
  minor: Infinity,
  units: maxLines * maxQuantity,
  lines: maxLines,
};

/** Whether what each of the changes is about is there, whatever those before it have taken away. */
export const isThere = (changes: readonly Change[], before: Seen): boolean =>
  changes.every((change, index) => {
    const least = (measure: Measure) =>
      'of' in change ? spanOf(measure, change, before, changes.slice(0, index)).low : 0;
    switch (change.kind) {
      case 'REMOVE_ITEMS':
        return least(change.unit === 'UNITS' ? 'units' : 'lines') >= (change.quantity ?? 0);
      case 'REDUCE_AMOUNT':
      case 'LOWER_AMOUNT':
        return least('minor') >= Number(change.minor);
      case 'RAISE_AMOUNT':
        return least('lines') > 0;
      default:
        return true;
    }
  });

interface Counted {
  readonly picked: Picked;
  readonly matches: (item: SituationItem) => boolean;
  /** Whether none are there at first. */
  readonly isEmpty: boolean;
}

function presentIn(measure: Measure, picked: Picked, seen: Seen): number {
  const picker = pickerOf(picked);
  if (picker) return seen.sums(picker)?.[measure] ?? 0;
  if (measure === 'minor') return seen.total;
  return measure === 'units' ? (seen.quantity ?? 0) : (seen.situation.items?.length ?? 0);
}

const nothing: Span = { low: 0, high: 0 };
const exactly = (value: number): Span => ({ low: value, high: value });
const upTo = (high: number): Span => ({ low: 0, high });
const less = ({ low, high }: Span): Span => ({ low: 0 - high, high: 0 - low });

function effectOf(
  change: Change,
  measure: Measure,
  counted: Counted,
  items: readonly SituationItem[],
  earlier: readonly Change[],
): Span {
  switch (change.kind) {
    case 'ADD_AMOUNT':
      return shareOf(overlapOf(change, counted.picked, items), amountAdded(change, measure, counted));
    case 'ADD_ITEMS':
      return shareOf(overlapOf(change, counted.picked, items), itemsAdded(change, measure, counted));
    case 'RAISE_AMOUNT': {
      if (measure !== 'minor') return nothing;
      return shareOf(overlapOfRaised(change, counted.picked, items, earlier), exactly(Number(change.minor)));
    }
    case 'REDUCE_AMOUNT':
    case 'LOWER_AMOUNT':
    case 'REMOVE_ITEMS': {
      const matches = selectedBy(change);
      const gone = earlier
        .filter(isTaking)
        .flatMap((each) => (each.quantity === null ? [selectedBy(each)] : []));
      const among = items.filter((item) => matches(item) && !gone.some((isGone) => isGone(item)));
      const inside = among.filter(counted.matches);
      const outside = among.filter((item) => !counted.matches(item));
      // What was put in before may be what is taken away.
      const isOpen = !isAll(counted.picked) && earlier.some(({ kind }) => isAdding.has(kind));
      if (isTaking(change)) return less(itemsTaken(change, measure, inside, outside, earlier, isOpen));
      return less(amountTaken(change, measure, inside, outside, isOpen));
    }
    default:
      return nothing;
  }
}

const isAll = (picked: Picked): boolean => pickerOf(picked) === null;

const isAdding: ReadonlySet<Change['kind']> = new Set(['ADD_AMOUNT', 'ADD_ITEMS']);

/** Named apart, so that a change is told by it from one of an amount. */
const isTaking = (change: Change): change is ItemsChange => change.kind === 'REMOVE_ITEMS';

/** More items, or dearer ones where there are any. */
function amountAdded({ minor }: AmountChange, measure: Measure, { isEmpty }: Counted): Span {
  return measure === 'minor' ? exactly(Number(minor)) : { low: isEmpty ? 1 : 0, high: Infinity };
}

/** More units may go on a line that is there. */
function itemsAdded(change: ItemsChange, measure: Measure, { isEmpty }: Counted): Span {
  const { unit, worth, atMost } = change;
  const quantity = change.quantity ?? 1;
  if (measure === 'minor')
    return worth ? exactly(Number(worth.minor)) : upTo(atMost ? Number(atMost.minor) : Infinity);
  if (measure === (unit === 'UNITS' ? 'units' : 'lines')) return exactly(quantity);
  return measure === 'units' ? { low: quantity, high: Infinity } : { low: isEmpty ? 1 : 0, high: quantity };
}

function amountTaken(
  { kind, minor }: AmountChange,
  measure: Measure,
  inside: readonly SituationItem[],
  outside: readonly SituationItem[],
  isOpen: boolean,
): Span {
  const most = sumOf(inside, minorOf);
  if (measure === 'minor') {
    const low = isOpen ? 0 : Math.max(0, Number(minor) - sumOf(outside, minorOf));
    return { low, high: isOpen ? Number(minor) : Math.min(Number(minor), most) };
  }
  if (kind === 'LOWER_AMOUNT' || inside.length === 0) return nothing;
  // Units go with the money; something is left as long as there is money left for it.
  const kept = !isOpen && Number(minor) < most ? 1 : 0;
  return upTo(sumOf(inside, measure === 'units' ? quantityOf : one) - kept);
}

function itemsTaken(
  change: ItemsChange,
  measure: Measure,
  inside: readonly SituationItem[],
  outside: readonly SituationItem[],
  earlier: readonly Change[],
  isOpen: boolean,
): Span {
  const { quantity, unit } = change;
  const value = measure === 'minor' ? minorOf : measure === 'units' ? quantityOf : one;
  if (quantity === null) return exactly(sumOf(inside, value));
  const count = countOf(change);
  const all = sumOf(inside, count);
  const others = sumOf(outside, count);
  const most = Math.min(quantity, all);
  const sharing = earlier.filter(isTaking).filter((each) => [...inside, ...outside].some(selectedBy(each)));
  const takenBefore = sumOf(sharing, (each) => (each.unit === unit ? (each.quantity ?? 0) : Infinity));
  const taken = isOpen ? 0 : Math.max(0, Math.min(quantity, all + others - takenBefore) - others);
  if (measure === (unit === 'UNITS' ? 'units' : 'lines')) return { low: taken, high: most };
  if (measure === 'lines')
    return { low: Math.max(0, inside.length - (all - taken)), high: linesOfUnits(most, inside) };
  const cheapest = inside.toSorted((a, b) => value(a) / count(a) - value(b) / count(b));
  return {
    low: Math.floor(worthOf(taken, cheapest, value, count)),
    high: Math.ceil(worthOf(most, cheapest.toReversed(), value, count)),
  };
}

/** How many lines so many units can be all of. */
function linesOfUnits(units: number, items: readonly SituationItem[]): number {
  let left = units;
  return items
    .map(quantityOf)
    .sort((a, b) => a - b)
    .filter((quantity) => (left -= quantity) >= 0).length;
}

/** What the first so many come to. */
function worthOf(
  many: number,
  items: readonly SituationItem[],
  value: (item: SituationItem) => number,
  count: (item: SituationItem) => number,
): number {
  let [sum, left] = [0, many];
  for (const item of items) {
    const taken = Math.min(left, count(item));
    sum += (value(item) * taken) / count(item);
    left -= taken;
  }
  return sum;
}

const minorOf = ({ listMinor }: SituationItem): number => Number(listMinor);
const quantityOf = ({ quantity }: SituationItem): number => quantity;
const one = (): number => 1;
const countOf = ({ unit }: ItemsChange) => (unit === 'UNITS' ? quantityOf : one);

function sumOf<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}

/** Whether all that a change may be about is among the items that are counted, none of it, or nobody knows. */
type Overlap = 'WITHIN' | 'APART' | 'PARTLY';

const shareOf = (overlap: Overlap, whole: Span): Span =>
  overlap === 'WITHIN' ? whole : overlap === 'APART' ? nothing : upTo(whole.high);

export function overlapOf(
  added: Picked & Pick<Change, 'kind'>,
  counted: Picked,
  items: readonly SituationItem[],
): Overlap {
  const known = isAdding.has(added.kind) ? linesOf(added, items) : items.filter(selectedBy(added));
  if (known) {
    const inside = known.filter(selectedBy(counted)).length;
    return inside === known.length ? 'WITHIN' : inside === 0 ? 'APART' : 'PARTLY';
  }
  const { of, except } = counted;
  if ((of && isAmong(of, added.except)) || (added.of && isAmong(added.of, except))) return 'APART';
  if (of && added.of && isOtherSku(of, added.of)) return 'APART';
  const isSelected = !of || (added.of !== null && isAmong(added.of, of));
  return isSelected && (!except || isAmong(except, added.except)) ? 'WITHIN' : 'PARTLY';
}

/** What was put in before may be what is dearer. */
function overlapOfRaised(
  change: AmountChange,
  counted: Picked,
  items: readonly SituationItem[],
  earlier: readonly Change[],
): Overlap {
  const present = overlapOf(change, counted, items);
  if (!earlier.some(({ kind }) => isAdding.has(kind))) return present;
  return overlapOf({ ...change, kind: 'ADD_AMOUNT' }, counted, items) === present ? present : 'PARTLY';
}

/** Of items that are asked for by their skus, what the cart tells of them; null where it does not. */
function linesOf({ of }: Picked, items: readonly SituationItem[]): readonly SituationItem[] | null {
  if (!of || !isBySku(of)) return null;
  const isKnown = of.skus.every((sku) => items.some((item) => item.sku === sku));
  return isKnown ? items.filter(({ sku }) => of.skus.includes(sku)) : null;
}

const isBySku = ({ products, categories, tags }: Selection): boolean =>
  products.length + categories.length + tags.length === 0;

const isOtherSku = (one: Selection, other: Selection): boolean =>
  isBySku(one) && isBySku(other) && !one.skus.some((sku) => other.skus.includes(sku));

const isAmong = (some: Selection, all: Selection | undefined): boolean =>
  all !== undefined &&
  (['skus', 'products', 'categories', 'tags'] as const).every((kind) =>
    some[kind].every((name) => all[kind].includes(name)),
  );
