import { codeKey } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { couponNotFound } from '../coupons/errors.js';
import { askedBy, soughtBy, type Asker } from '../evaluation/asker.js';
import { besideHad, givenBack, hadBeside, type Candidate } from '../evaluation/beside.js';
import type { Circumstances } from '../evaluation/context.js';
import type { Facts } from '../evaluation/facts.js';
import type { Order } from '../evaluation/order.js';
import { openTally, type Asked, type Tally } from '../evaluation/tally.js';
import type { Failure } from '../lib/outcome.js';
import type { Redemption } from '../redemptions/core.js';
import { referenceAlreadyRedeemed, referenceUsedBefore } from '../redemptions/errors.js';
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

/** A code, and what it stands for. */
export interface Entered extends Candidate {
  readonly code: string;
}

/** A code as it was typed; null is for one that stands for nothing. */
interface Spelled {
  readonly code: string;
  readonly entered: Entered | null;
}

/** What a cart may use, as far as it is known, and a tally to decide on it with. */
export function openCart(facts: Facts, wish: Wish, automatic: Candidates, now: Date) {
  const tally = openTally(facts, now);
  const asked: Asked = askedBy(facts, { ...wish, code: '' }, now);
  const candidate = (coupon: Coupon): Candidate => ({
    coupon,
    own: ownOf(facts.heldFor(coupon.id, wish.reference), coupon),
  });

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
  // A code that is written twice, in whatever way, is used once.
  const entered = new Map<Coupon['id'], Entered>();
  for (const { entered: one } of spelled.values()) {
    if (one && !entered.has(one.coupon.id)) entered.set(one.coupon.id, one);
  }
  const candidates = [...entered.values(), ...byThemselves];
  return {
    tally,
    asked,
    spelled: [...spelled.values()],
    entered,
    candidates,
    /** What the order has already of other coupons. */
    had: hadBeside(facts.hadBy(wish.reference), candidates),
    leftOutMinor: automatic.leftOutMinor,
  };
}

export type Cart = ReturnType<typeof openCart>;

/** What is held under another campaign is given back there, and so makes no room here. */
const ownOf = (held: Candidate['own'] | undefined, { campaignId }: Coupon): Candidate['own'] =>
  held?.campaignId === campaignId ? held : null;

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
  { tally, asked, spelled, entered, candidates, had, leftOutMinor }: Cart,
  goal: Goal,
  now: Date,
  { used = null, isLate = () => false }: Promoting = {},
): Promoted {
  const restore = givenBack(tally, candidates);
  const coupons = used ? [] : candidates.map(({ coupon }) => coupon);
  const beside = besideHad(tally, coupons, had, asked);
  const choice = choiceFor(goal, now, { leftOutMinor: used ? null : leftOutMinor, isLate })(
    tally,
    beside.free,
    asked,
  );
  restore();
  const notUsed = [...choice.rejected, ...beside.rejected];
  const why = new Map(notUsed.map((one) => [one.coupon.id, one]));
  const rejected = spelled.flatMap(({ code, entered: one }): Rejected[] => {
    if (!one) return [{ code, coupon: null, reasons: [couponNotFound(code)], conflicts: [] }];
    if (used) {
      return [{ code, coupon: one.coupon, reasons: [refusedAfter(tally, one.coupon, used)], conflicts: [] }];
    }
    const rejection = why.get(one.coupon.id);
    return rejection ? [{ ...rejection, code }] : [];
  });
  const byThemselves = notUsed.flatMap((one): Rejected[] =>
    entered.has(one.coupon.id) || !isForOthers(one.reasons) ? [] : [{ ...one, code: one.coupon.code }],
  );
  return { combination: choice, rejected: [...rejected, ...byThemselves], search: choice.search };
}

/** By what an order was used for something already. */
export type UsedBefore = Pick<Redemption, 'id' | 'couponId'>;

/**
 * Why a coupon is not used for an order that something was used for. That nobody can use it comes first: whoever is not
 * told of such codes must not learn of this one by another reason. Which other code the order has is not told with this one.
 */
export function refusedAfter(tally: Tally, coupon: Coupon, used: UsedBefore): Failure {
  const refused = used.couponId === coupon.id ? referenceAlreadyRedeemed : referenceUsedBefore;
  return tally.standing(coupon) ?? refused(coupon.code, used.id);
}

/** Whether a coupon could be used if others were not. What came by itself and does not fit is no news to anybody. */
export const isForOthers = ([first]: readonly Failure[]): boolean =>
  first?.failure === 'CouponConflict' || first?.failure === 'OutbidByOthers';
