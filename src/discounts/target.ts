import { z } from 'zod';
import { unreachable } from '../lib/assert.js';
import { none } from '../lib/input.js';
import type { Basket } from './basket.js';
import { matchingOf, unitsOf, wholeOf, type Part } from './part.js';
import { firstUnits, runsByPrice } from './units.js';

export const discountTargets = ['MATCHING_ITEMS', 'ORDER', 'CHEAPEST', 'MOST_EXPENSIVE', 'SHIPPING'] as const;

export type DiscountTarget = (typeof discountTargets)[number];

/** What of an order a discount is taken off. */
export interface Targeted {
  readonly target: DiscountTarget;
  /** How many units of the matching items; null for a target that does not count them. */
  readonly units: number | null;
}

export const matchingItems: Targeted = { target: 'MATCHING_ITEMS', units: null };

/** Nobody chooses among more units, and the bound keeps them far from where numbers end. */
const maxUnits = 1_000_000;

export const unitCount = z
  .int()
  .min(1, 'Expected at least 1.')
  .max(maxUnits, `Expected at most ${maxUnits}.`);

export const targetFields = {
  target: z.enum(discountTargets).default('MATCHING_ITEMS'),
  units: none(unitCount),
  freeShipping: z.boolean().default(false),
};

const countsUnits = (target: DiscountTarget) => target === 'CHEAPEST' || target === 'MOST_EXPENSIVE';

/** What must hold between the fields of a target. */
export function targeted(
  { target, units, freeShipping }: Targeted & { readonly freeShipping: boolean },
  context: z.RefinementCtx,
) {
  if (units !== null && !countsUnits(target)) {
    const message = 'Expected none: only CHEAPEST and MOST_EXPENSIVE count units.';
    context.addIssue({ code: 'custom', path: ['units'], message });
  }
  if (freeShipping && target === 'SHIPPING') {
    const message = 'Expected false: the discount itself is taken off shipping.';
    context.addIssue({ code: 'custom', path: ['freeShipping'], message });
  }
  return { target, units: countsUnits(target) ? (units ?? 1) : null, freeShipping };
}

/** The part of the basket that a target means among its items. */
export function partFor(
  { target, units }: Targeted & { readonly target: Exclude<DiscountTarget, 'SHIPPING'> },
  { lines, hasItems }: Basket,
): Part | 'ITEMS_NEEDED' {
  switch (target) {
    case 'MATCHING_ITEMS':
      return matchingOf(lines);
    case 'ORDER':
      return wholeOf(lines);
    case 'CHEAPEST':
    case 'MOST_EXPENSIVE': {
      if (!hasItems) return 'ITEMS_NEEDED';
      const first = target === 'CHEAPEST' ? 'CHEAPEST' : 'DEAREST';
      const runs = runsByPrice(lines, ({ isMatching }) => isMatching, first);
      return unitsOf(lines, firstUnits(runs, units!, lines));
    }
    default:
      return unreachable(target);
  }
}
