import { isRunning, type Campaign } from '../campaigns/core.js';
import { compile } from '../conditions/compile.js';
import { segmentsOf, type Condition } from '../conditions/core.js';
import { keysOfSituation } from '../conditions/index-keys.js';
import type { Situation } from '../conditions/situation.js';
import { isForEverything, matches } from '../coupons/applicability.js';
import type { Coupon } from '../coupons/core.js';
import { distinct } from '../lib/distinct.js';
import { phaseAt } from '../lib/window.js';
import { createByLeast, type ByLeast } from './by-least.js';
import { necessityOf, type Necessity } from './necessity.js';

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

/** Finds the promotions that may fit an order without looking at each. */
export interface AutomaticIndex {
  readonly size: number;
  /** Takes a promotion in, in the place of what was known of it. */
  put(promotion: AutomaticPromotion): void;
  remove(id: Coupon['id']): void;
  clear(): void;
  /** What must hold for any of them. */
  requireOfAll(conditions: readonly Condition[]): void;
  /**
   * The promotions that may fit, in the order of stacking: by priority, the highest first, then by code. None that fits is
   * missing. Segments are not asked for: the customer may be in any, or not.
   */
  candidatesFor(situation: Situation): readonly Coupon['id'][];
}

interface Entry extends Necessity {
  readonly promotion: AutomaticPromotion;
  readonly conditions: readonly Asked[];
  /** The keys under which it is found: a group, or what any order shows. */
  readonly anchor: readonly string[];
}

interface Asked {
  readonly condition: Condition;
  readonly segments: readonly string[];
}

/** What is looked for. */
interface Search {
  readonly situation: Situation;
  readonly keys: ReadonlySet<string>;
}

/** What any order shows. */
const anything = '';

/**
 * Each promotion is found under the keys of one of its groups, its anchor: that whose keys have the fewest promotions
 * already. Under each key they stand by what an order must come to, so those that ask for more are not looked at.
 */
export function createAutomaticIndex(): AutomaticIndex {
  const entries = new Map<Coupon['id'], Entry>();
  const byKey = new Map<string, ByLeast<Entry>>();
  /** Name → how many conditions of entries ask for it. */
  const segments = new Map<string, number>();
  let wide: readonly Asked[] = [];

  const crowd = (group: readonly string[]) =>
    group.reduce((most, key) => Math.max(most, byKey.get(key)?.size ?? 0), 0);

  function anchorOf([first, ...others]: Entry['groups']): readonly string[] {
    let best = first ?? [anything];
    for (const group of others) if (crowd(group) < crowd(best)) best = group;
    return distinct(best);
  }

  function noteSegments(conditions: readonly Asked[], difference: 1 | -1): void {
    for (const name of conditions.flatMap((asked) => asked.segments)) {
      const count = (segments.get(name) ?? 0) + difference;
      if (count > 0) segments.set(name, count);
      else segments.delete(name);
    }
  }

  function remove(id: Coupon['id']): void {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    noteSegments(entry.conditions, -1);
    for (const key of entry.anchor) {
      const found = byKey.get(key)!;
      found.remove(entry, entry.least);
      if (found.size === 0) byKey.delete(key);
    }
  }

  function put(promotion: AutomaticPromotion): void {
    remove(promotion.id);
    const { groups, least } = necessityOf(promotion);
    const conditions = promotion.conditions.map(asked);
    const entry = { promotion, groups, least, conditions, anchor: anchorOf(groups) };
    entries.set(promotion.id, entry);
    noteSegments(conditions, 1);
    for (const key of entry.anchor) {
      const found = byKey.get(key) ?? createByLeast();
      found.add(entry, least);
      byKey.set(key, found);
    }
  }

  function candidatesFor(situation: Situation): readonly Coupon['id'][] {
    if (entries.size === 0) return [];
    if (!mayHold(wide, situation)) return [];
    // Whoever may be in a segment is looked for under it.
    const keys = keysOfSituation({ ...situation, isIn: () => true }, segments.keys());
    const search = { situation, keys };

    const near = new Set<Entry>();
    const totalMinor = Number(situation.totalMinor);
    for (const key of [anything, ...keys]) {
      for (const entry of byKey.get(key)?.upTo(situation.currency, totalMinor) ?? []) near.add(entry);
    }
    const fitting = [...near].filter((entry) => mayFit(entry, search)).map(({ promotion }) => promotion);
    return fitting.sort(byTurn).map(({ id }) => id);
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
    requireOfAll: (conditions) => void (wide = conditions.map(asked)),
    candidatesFor,
  };
}

const asked = (condition: Condition): Asked => ({ condition, segments: segmentsOf(condition) });

/** As coupons are taken off an order. */
const byTurn = (a: AutomaticPromotion, b: AutomaticPromotion): number =>
  b.priority - a.priority || ascending(a.codeKey, b.codeKey) || ascending(a.id, b.id);

const ascending = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** What is cheap to ask is asked first. */
const mayFit = ({ promotion, groups, least, conditions }: Entry, search: Search): boolean =>
  (!least || (least.currency === search.situation.currency && least.minor <= search.situation.totalMinor)) &&
  isOn(promotion, search.situation.now) &&
  groups.every((group) => group.some((key) => search.keys.has(key))) &&
  isForItems(promotion, search.situation) &&
  mayHold(conditions, search.situation);

const isOn = ({ validFrom, validUntil, campaign }: AutomaticPromotion, now: Date): boolean =>
  phaseAt({ from: validFrom, until: validUntil }, now) === 'DURING' &&
  (!campaign || isRunning(campaign, now));

const mayHold = (conditions: readonly Asked[], situation: Situation): boolean =>
  conditions.every(({ condition, segments }) => segments.length > 0 || compile(condition).test(situation));

/** Whether the order has something the promotion is for, which comes to its minimum. */
function isForItems(
  { applicability, minimumOrder, currency }: AutomaticPromotion,
  situation: Situation,
): boolean {
  if (currency !== null && currency !== situation.currency) return false;
  const { items, totalMinor } = situation;
  const leastMinor = minimumOrder?.minor ?? 0n;
  if (isForEverything(applicability)) return totalMinor >= leastMinor;
  const meant = items?.filter((item) => matches(applicability, item)) ?? [];
  return meant.length > 0 && meant.reduce((sum, { listMinor }) => sum + listMinor, 0n) >= leastMinor;
}
