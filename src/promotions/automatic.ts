import { isRunning, type Campaign } from '../campaigns/core.js';
import { compile } from '../conditions/compile.js';
import { segmentsOf, type Condition } from '../conditions/core.js';
import type { Situation, SituationItem } from '../conditions/situation.js';
import { isForEverything, matches } from '../coupons/applicability.js';
import type { Coupon } from '../coupons/core.js';
import { phaseAt } from '../lib/window.js';
import { createByLeast } from './by-least.js';
import { keysOfSituation, keysOfNames, leastTotals, necessaryKeys, type LeastTotals } from './necessity.js';

/** As much of an automatic promotion as tells whether an order may fit it. Deleted, inactive and test ones are none. */
export interface AutomaticPromotion extends Pick<
  Coupon,
  'id' | 'codeKey' | 'currency' | 'minimumOrder' | 'validFrom' | 'validUntil' | 'applicability'
> {
  readonly priority: number;
  readonly campaign: Pick<Campaign, 'state' | 'startsAt' | 'endsAt'> | null;
  /** All must hold: what its own rules say, and those of its campaign. */
  readonly conditions: readonly Condition[];
}

/** The promotions that may fit an order, in the order of stacking: by priority, the highest first, then by code. */
export interface Candidates {
  readonly ids: readonly Coupon['id'][];
  /** How many more may fit, and were left out since they stand behind `mostCandidates` others. */
  readonly leftOut: number;
}

/** Of more, only the first are decided: one order cannot have so many discounts. */
export const mostCandidates = 200;

/** Finds the promotions that may fit an order without looking at each. */
export interface AutomaticIndex {
  readonly size: number;
  /** Takes a promotion in, in the place of what was known of it. */
  put(promotion: AutomaticPromotion): void;
  remove(id: Coupon['id']): void;
  clear(): void;
  /** What must hold for any of them. */
  requireOfAll(conditions: readonly Condition[]): void;
  /** Never leaves out one that fits, but those that `leftOut` counts. */
  candidatesFor(situation: Situation): Candidates;
}

interface Entry {
  readonly promotion: AutomaticPromotion;
  /** Of each group, the order must show some key. */
  readonly groups: readonly (readonly string[])[];
  readonly least: LeastTotals | null;
  /** What can be asked of a situation alone. Who belongs to a segment is not known before it is known which are asked for. */
  readonly conditions: readonly Condition[];
  readonly isForEverything: boolean;
  /** The group under whose keys it is found; null if it has none. */
  readonly anchor: readonly string[] | null;
}

/**
 * Each promotion is found under the keys of one of its groups, its anchor: that whose keys have the fewest promotions
 * already. Without any group it is found by what an order must come to, and without even that with every order.
 */
export function createAutomaticIndex(): AutomaticIndex {
  const entries = new Map<Coupon['id'], Entry>();
  const byKey = new Map<string, Set<Entry>>();
  const byLeast = createByLeast<Entry>();
  let wide: readonly Condition[] = [];

  const crowd = (group: readonly string[]) =>
    group.reduce((most, key) => Math.max(most, byKey.get(key)?.size ?? 0), 0);

  function anchorOf(groups: Entry['groups']): readonly string[] | null {
    let [best = null] = groups;
    for (const group of groups.slice(1)) if (crowd(group) < crowd(best!)) best = group;
    return best;
  }

  function remove(id: Coupon['id']): void {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    if (!entry.anchor) return byLeast.remove(entry, entry.least);
    for (const key of entry.anchor) {
      const found = byKey.get(key)!;
      found.delete(entry);
      if (found.size === 0) byKey.delete(key);
    }
  }

  function put(promotion: AutomaticPromotion): void {
    remove(promotion.id);
    const needs = necessitiesOf(promotion);
    const entry = { ...needs, promotion, anchor: anchorOf(needs.groups) };
    entries.set(promotion.id, entry);
    if (!entry.anchor) return byLeast.add(entry, entry.least);
    for (const key of entry.anchor) {
      const found = byKey.get(key);
      if (found) found.add(entry);
      else byKey.set(key, new Set([entry]));
    }
  }

  function candidatesFor(situation: Situation): Candidates {
    if (entries.size === 0 || !wide.every((condition) => compile(condition).test(situation)))
      return noCandidates;
    const keys = keysOfSituation(situation);
    const near = new Set(byLeast.upTo(situation.currency, Number(situation.totalMinor)));
    for (const key of keys) for (const entry of byKey.get(key) ?? []) near.add(entry);
    const fitting = [...near].filter((entry) => mayFit(entry, situation, keys));
    const ids = fitting.map(({ promotion }) => promotion).sort(inOrder);
    return {
      ids: ids.slice(0, mostCandidates).map(({ id }) => id),
      leftOut: Math.max(0, ids.length - mostCandidates),
    };
  }

  return {
    get size() {
      return entries.size;
    },
    put,
    remove,
    clear() {
      for (const id of entries.keys()) remove(id);
    },
    requireOfAll: (conditions) => void (wide = conditions.filter(asksNoSegment)),
    candidatesFor,
  };
}

export const noCandidates: Candidates = { ids: [], leftOut: 0 };

const asksNoSegment = (condition: Condition): boolean => segmentsOf(condition).length === 0;

/** As coupons are taken off an order. */
const inOrder = (a: AutomaticPromotion, b: AutomaticPromotion): number =>
  b.priority - a.priority ||
  Number(a.codeKey > b.codeKey) - Number(a.codeKey < b.codeKey) ||
  Number(a.id > b.id) - Number(a.id < b.id);

/** What must be so of an order that the promotion fits, of whatever says it. */
function necessitiesOf({ applicability, conditions, currency, minimumOrder }: AutomaticPromotion) {
  const { includeProducts, includeCategories, includeTags } = applicability;
  const items = keysOfNames({ products: includeProducts, categories: includeCategories, tags: includeTags });
  const own = currency === null ? null : new Map([[currency, Number(minimumOrder?.minor ?? 0n)]]);
  return {
    groups: [...(items.length > 0 ? [items] : []), ...conditions.flatMap(necessaryKeys)],
    least: leastTotals(own, conditions),
    conditions: conditions.filter(asksNoSegment),
    isForEverything: isForEverything(applicability),
  };
}

/** What is cheap to ask is asked first. */
function mayFit(entry: Entry, situation: Situation, keys: ReadonlySet<string>): boolean {
  const { promotion, groups, least, conditions } = entry;
  const { validFrom: from, validUntil: until, campaign } = promotion;
  const { now, currency, totalMinor } = situation;
  return (
    (least === null || (least.get(currency) ?? Infinity) <= totalMinor) &&
    phaseAt({ from, until }, now) === 'DURING' &&
    (campaign === null || isRunning(campaign, now)) &&
    groups.every((group) => group.some((key) => keys.has(key))) &&
    isForItems(entry, situation) &&
    conditions.every((condition) => compile(condition).test(situation))
  );
}

/** Whether there is something it is for, which comes to its minimum. */
function isForItems({ promotion, isForEverything }: Entry, { items, totalMinor }: Situation): boolean {
  const { applicability, minimumOrder } = promotion;
  if (isForEverything) return minimumOrder === null || totalMinor >= minimumOrder.minor;
  const meant = items?.filter((item) => matches(applicability, item)) ?? [];
  return meant.length > 0 && (minimumOrder === null || sumOf(meant) >= minimumOrder.minor);
}

const sumOf = (items: readonly SituationItem[]): bigint =>
  items.reduce((sum, { listMinor }) => sum + listMinor, 0n);
