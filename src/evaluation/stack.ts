import { codeKey } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { isGiftCard } from '../discounts/core.js';
import type { Id } from '../lib/id.js';
import type { Failure } from '../lib/outcome.js';

/** As much of a coupon as tells where its turn is, and with whom it gets along. */
export type Stacked = Pick<
  Coupon,
  'id' | 'code' | 'codeKey' | 'isCaseSensitive' | 'trigger' | 'discount' | 'stacking'
>;

const ascending = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Gift cards pay what is left, so they come last whatever their priority. */
const compare = (a: Stacked, b: Stacked): number =>
  Number(isGiftCard(a.discount)) - Number(isGiftCard(b.discount)) ||
  b.stacking.priority - a.stacking.priority ||
  Number(a.trigger === 'AUTOMATIC') - Number(b.trigger === 'AUTOMATIC') ||
  ascending(a.codeKey, b.codeKey) ||
  // Two spellings of one key, of which at most one is case-sensitive; an id for what else there may be.
  Number(b.isCaseSensitive) - Number(a.isCaseSensitive) ||
  ascending(a.id, b.id);

/**
 * Coupons in the one order in which they are taken off an order, each once: discounts before gift cards, higher
 * priority first, typed codes before automatic promotions, then by code. Who typed which first makes no difference.
 */
export const inOrder = <T extends Stacked>(coupons: readonly T[]): T[] =>
  [...new Map(coupons.map((coupon) => [coupon.id, coupon])).values()].sort(compare);

export type ConflictCause = 'EXCLUSIVE' | 'SAME_GROUP' | 'NOT_COMBINABLE';

/** Why a coupon cannot be used beside another one. */
export interface Conflict {
  readonly cause: ConflictCause;
  /** The other one. */
  readonly couponId: Id<'coupon'>;
  readonly couponCode: string;
  /** That both are of; null unless the cause is that. */
  readonly group: string | null;
  /** By which the order has the other one already; null where both are asked for together. */
  readonly redemptionId: Id<'redemption'> | null;
  /** The code of the coupon whose terms are in the way: it is exclusive, or its list lacks the other. Null for groups. */
  readonly statedBy: string | null;
  readonly message: string;
}

/**
 * Why two coupons cannot be used together, told of the first; null if they can. A gift card is a means of payment: what
 * a discount says of other discounts does not concern it. What the card itself says holds.
 */
export function conflictBetween(coupon: Stacked, other: Stacked): Conflict | null {
  const conflict = (cause: ConflictCause, reason: string, facts: Partial<Conflict>): Conflict => ({
    cause,
    couponId: other.id,
    couponCode: other.code,
    group: null,
    redemptionId: null,
    statedBy: null,
    ...facts,
    message: `The coupon "${coupon.code}" cannot be used together with "${other.code}": ${reason}.`,
  });
  const pair = [
    [coupon, other],
    [other, coupon],
  ] as const;

  for (const [one, another] of pair) {
    if (one.stacking.isExclusive && concerns(one, another)) {
      return conflict('EXCLUSIVE', `"${one.code}" is exclusive`, { statedBy: one.code });
    }
  }
  const { group } = coupon.stacking;
  if (group !== null && group === other.stacking.group) {
    return conflict('SAME_GROUP', `both are of the group "${group}"`, { group });
  }
  for (const [one, another] of pair) {
    if (concerns(one, another) && !allows(one, another)) {
      const reason = `"${another.code}" is not among those that "${one.code}" can be combined with`;
      return conflict('NOT_COMBINABLE', reason, { statedBy: one.code });
    }
  }
  return null;
}

/** Whether one coupon has a say in the use of another. */
const concerns = (one: Stacked, another: Stacked): boolean =>
  isGiftCard(one.discount) || !isGiftCard(another.discount);

function allows({ stacking: { combinableWith } }: Stacked, { code, stacking: { group } }: Stacked): boolean {
  if (combinableWith === null) return true;
  const isNamed = combinableWith.codes.includes(codeKey(code, false));
  return isNamed || (group !== null && combinableWith.groups.includes(group));
}

/** All that is in the way of a coupon beside these. */
export const conflictsWith = (coupon: Stacked, others: readonly Stacked[]): Conflict[] =>
  others.flatMap((other) => conflictBetween(coupon, other) ?? []);

export interface CouponConflict extends Failure<'CouponConflict'> {
  readonly couponCode: string;
  /** Never empty, but for who is not told: see discreet.ts. */
  readonly conflicts: readonly Conflict[];
}
/** Why a coupon cannot be used for an order that has others already, without saying which. */
export const conflictWithOrder = (couponCode: string): CouponConflict => ({
  failure: 'CouponConflict',
  message: `The coupon "${couponCode}" cannot be used together with what this order has already.`,
  couponCode,
  conflicts: [],
});

export const couponConflict = (
  couponCode: string,
  conflicts: readonly [Conflict, ...Conflict[]],
): CouponConflict => ({
  failure: 'CouponConflict',
  message: conflicts.map(({ message }) => message).join(' '),
  couponCode,
  conflicts,
});
