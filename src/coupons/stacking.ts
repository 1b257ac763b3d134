import { z } from 'zod';
import { basisPoints } from '../discounts/percentage.js';
import { distinct } from '../lib/distinct.js';
import { none, text } from '../lib/input.js';
import { code, codeKey } from './code.js';

/** How a coupon gets along with others on the same order. */
export interface Stacking {
  /** It is used alone or not at all. */
  readonly isExclusive: boolean;
  /** Of the coupons of a group at most one is used. Folded: see `groupKey`. */
  readonly group: string | null;
  /** Higher goes first, both in being chosen and in being taken off. */
  readonly priority: number;
  /** With which others it may be used; null for any. Both must allow the other. */
  readonly combinableWith: CombinableWith | null;
  /** What percentages are reckoned on: prices before any discount, or what the discounts before have left. */
  readonly base: DiscountBase;
  /**
   * Basis points of its price before any discount that are still to be paid for a line, whatever else is taken off it:
   * no line that this coupon takes something off ends below. Rounded up to a whole minor unit. Null for no floor. Gift cards
   * pay, and so know no floor.
   */
  readonly floorBasisPoints: number | null;
}

/** Any coupon with one of the codes, or of one of the groups. Nobody, where both are empty. */
export interface CombinableWith {
  /** Each once, folded as codes are compared without regard to case. */
  readonly codes: readonly string[];
  readonly groups: readonly string[];
}

export const discountBases = ['INITIAL', 'RUNNING'] as const;

export type DiscountBase = (typeof discountBases)[number];

export const stacksWithAll: Stacking = {
  isExclusive: false,
  group: null,
  priority: 0,
  combinableWith: null,
  base: 'RUNNING',
  floorBasisPoints: null,
};

/** Two spellings of a group's name are one group. */
const groupName = text(1, 100).transform((name) => name.normalize('NFKC').toLowerCase());

const maxNames = 100;

const names = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z
    .array(schema)
    .max(maxNames, `Expected up to ${maxNames} names.`)
    .transform(distinct<string>)
    .default([]);

/** GraphQL's `StackingInput`, checked. */
export const stacking = z
  .object({
    isExclusive: z.boolean().default(false),
    group: none(groupName),
    priority: z.int().min(-1_000_000).max(1_000_000).default(0),
    combinableWith: none(
      z.object({
        codes: names(code.transform((written) => codeKey(written, false))),
        groups: names(groupName),
      }),
    ),
    base: z.enum(discountBases).default('RUNNING'),
    priceFloor: none(basisPoints),
  })
  .transform(({ priceFloor, ...rest }): Stacking => ({ ...rest, floorBasisPoints: priceFloor }));
