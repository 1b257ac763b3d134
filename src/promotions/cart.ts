import { codeKey } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { couponNotFound } from '../coupons/errors.js';
import {
  isAnothers,
  isReplaced,
  refusedAfter,
  refusedAnothers,
  type UsedBefore,
} from '../evaluation/again.js';
import { askedBy, soughtBy, type Asker } from '../evaluation/asker.js';
import { besideHad, givenBack, hadBeside, type Candidate } from '../evaluation/beside.js';
import type { Circumstances } from '../evaluation/context.js';
import type { Facts, Held } from '../evaluation/facts.js';
import type { Order } from '../evaluation/order.js';
import { openTally, type Asked } from '../evaluation/tally.js';
import type { Failure } from '../lib/outcome.js';
import type { Candidates } from './candidates.js';
import type { Promoted, Rejected } from './core.js';
import { choiceFor } from './goal.js';
import type { Goal } from './input.js';

/** Who asks for what of an order, checked. */
export interface Wish extends Omit<Asker, 'code' | 'couponId'>, Circumstances {
  readonly codes: readonly string[];
  readonly order: Order;
  readonly goal: Goal;
}

/** One asker for each code, and for each coupon that comes by itself. */
export const askersOf = <W extends Wish>(wish: W, automatic: readonly Coupon['id'][]) => [
  ...wish.codes.map((code) => ({ ...wish, code, couponId: null })),
  ...automatic.map((couponId) => ({ ...wish, code: '', couponId })),
];

/** A coupon, and what the order has of it already that does not make room for another use. */
interface Sought extends Candidate {
  readonly taken: Held | null;
}

/** A code, and what it stands for. */
export interface Entered extends Sought {
  readonly code: string;
}

/** A code as it was typed; null is for one that stands for nothing. */
interface Spelled {
  readonly code: string;
  readonly entered: Entered | null;
}

/** Who asks, beside what the wish says, and when. */
interface Asking {
  readonly now: () => Date;
  readonly actor: { readonly kind: string };
}

/** What a cart may use, as far as it is known, and a tally to decide on it with. */
export function openCart(facts: Facts, wish: Wish, automatic: Candidates, by: Asking) {
  const now = by.now();
  const tally = openTally(facts, now);
  const asked: Asked = askedBy(facts, { ...wish, code: '' }, now);
  const asking = { customer: asked.customer, isForSelf: by.actor.kind === 'USER' };
  const candidate = (coupon: Coupon): Sought => {
    const held = facts.heldFor(coupon.id, wish.reference) ?? null;
    return held && isReplaced(held, coupon, asking)
      ? { coupon, own: held, taken: null }
      : { coupon, own: null, taken: held };
  };

  const spelled = new Map<string, Spelled>();
  // Spellings are told apart whatever they stand for: how many are answered must not tell whether there is such a coupon.
  for (const code of wish.codes) {
    const spelling = codeKey(code, true);
    if (spelled.has(spelling)) continue;
    const coupon = facts.couponFor(code);
    spelled.set(spelling, { code, entered: coupon ? { code, ...candidate(coupon) } : null });
  }
  const byThemselves = automatic.ids
    .flatMap((couponId) => soughtBy(facts, { code: '', couponId }) ?? [])
    .map(candidate);
  const had = facts.hadBy(wish.reference);
  // A code that is written twice, in whatever way, is used once.
  const entered = new Map<Coupon['id'], Entered>();
  for (const { entered: one } of spelled.values()) {
    if (one && !entered.has(one.coupon.id)) entered.set(one.coupon.id, one);
  }
  return {
    tally,
    asked,
    spelled: [...spelled.values()],
    entered,
    /** What may be used: the codes, and what comes by itself. */
    candidates: [...entered.values(), ...byThemselves].filter(({ taken }) => !taken),
    /** What the order has already. */
    had,
    /** Whether it has that for somebody else than asks: then nothing is used for it. */
    isAnothers: isAnothers(had, asking),
    leftOutMinor: automatic.leftOutMinor,
  };
}

export type Cart = ReturnType<typeof openCart>;

interface Promoting {
  /** What the order was used for already. */
  readonly used?: UsedBefore | null;
  /** Whether a search is to end with the best that was found by then. */
  readonly isLate?: () => boolean;
}

/**
 * What the cart comes to: what is used together, and what is not. Of an order that something was used for already nothing
 * more is used: what was used then, and at which prices, is another cart's.
 */
export function promoted(
  { tally, asked, spelled, entered, candidates, had, isAnothers, leftOutMinor }: Cart,
  goal: Goal,
  now: Date,
  { used = null, isLate = () => false }: Promoting = {},
): Promoted {
  const restore = givenBack(tally, candidates);
  const isClosed = used !== null || isAnothers;
  const coupons = isClosed ? [] : candidates.map(({ coupon }) => coupon);
  const beside = besideHad(tally, coupons, hadBeside(had, candidates), asked);
  const choice = choiceFor(goal, now, { leftOutMinor: isClosed ? null : leftOutMinor, isLate })(
    tally,
    beside.free,
    asked,
  );
  restore();
  const notUsed = [...choice.rejected, ...beside.rejected];
  const why = new Map(notUsed.map((one) => [one.coupon.id, one]));
  const rejected = spelled.flatMap(({ code, entered: one }): Rejected[] => {
    if (!one) return [{ code, coupon: null, reasons: [couponNotFound(code)], conflicts: [] }];
    const { coupon } = one;
    const before = used ?? one.taken;
    const refusal = isAnothers
      ? refusedAnothers(tally, coupon)
      : before && refusedAfter(tally, coupon, before);
    if (refusal) return [{ code, coupon, reasons: [refusal], conflicts: [] }];
    const rejection = why.get(coupon.id);
    return rejection ? [{ ...rejection, code }] : [];
  });
  const byThemselves = notUsed.flatMap((one): Rejected[] =>
    entered.has(one.coupon.id) || !isForOthers(one.reasons) ? [] : [{ ...one, code: one.coupon.code }],
  );
  return { combination: choice, rejected: [...rejected, ...byThemselves], search: choice.search };
}

/** Whether a coupon could be used if others were not. What came by itself and does not fit is no news to anybody. */
export const isForOthers = ([first]: readonly Failure[]): boolean =>
  first?.failure === 'CouponConflict' || first?.failure === 'OutbidByOthers';
