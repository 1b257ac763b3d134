import { codeKey } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { couponNotFound } from '../coupons/errors.js';
import { askedBy, soughtBy, type Asker } from '../evaluation/asker.js';
import { chooseBeside, type Candidate } from '../evaluation/beside.js';
import type { Combination } from '../evaluation/combine.js';
import type { Circumstances } from '../evaluation/context.js';
import type { Facts } from '../evaluation/facts.js';
import type { Order } from '../evaluation/order.js';
import { openTally, type Asked, type Tally } from '../evaluation/tally.js';
import type { Failure } from '../lib/outcome.js';
import { asTyped, type Promoted, type Rejected } from './core.js';
import { choiceFor, type Choice } from './goal.js';
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

/** What a cart may use, as far as it is known, and a tally to decide on it with. */
export function openCart(facts: Facts, wish: Wish, automatic: readonly Coupon['id'][], now: Date) {
  const tally = openTally(facts, now);
  const asked: Asked = { ...askedBy(facts, { ...wish, code: '' }, now), amountMinor: null };
  const candidate = (coupon: Coupon): Candidate => ({
    coupon,
    own: ownOf(facts.heldFor(coupon.id, wish.reference), coupon),
  });

  const entered = new Map<Coupon['id'], Entered>();
  const unknown = new Map<string, string>();
  // A code that is written twice, in whatever way, is used once, or told of once.
  for (const code of wish.codes) {
    const coupon = facts.couponFor(code);
    const key = codeKey(code, false);
    if (!coupon) unknown.set(key, unknown.get(key) ?? code);
    else if (!entered.has(coupon.id)) entered.set(coupon.id, { code, ...candidate(coupon) });
  }
  const byThemselves = automatic
    .flatMap((couponId) => soughtBy(facts, { code: '', couponId }) ?? [])
    .map(candidate);
  return {
    ...{ tally, asked, entered },
    codes: wish.codes,
    unknown: [...unknown.values()],
    candidates: [...entered.values(), ...byThemselves],
  };
}

export type Cart = ReturnType<typeof openCart>;

/** What is held under another campaign is given back there, and so makes no room here. */
const ownOf = (held: Candidate['own'] | undefined, { campaignId }: Coupon): Candidate['own'] =>
  held?.campaignId === campaignId ? held : null;

/** What the cart comes to: what is used together, and what is not. */
export function promoted(
  { tally, asked, entered, codes, unknown, candidates }: Cart,
  goal: Goal,
  now: Date,
): Promoted {
  const choose = choiceFor(goal, now);
  const { choice, before } = chooseBeside(tally, candidates, (coupons) => choose(tally, coupons, asked));
  const rejected = [...before, choice].flatMap((one) => one.rejected);
  const named = rejected.flatMap(({ coupon, ...why }): Rejected[] => {
    const code = entered.get(coupon.id)?.code;
    return code === undefined && !isForOthers(why.reasons)
      ? []
      : [{ code: code ?? coupon.code, coupon, ...why }];
  });
  const none = unknown.map((code) => ({
    code,
    coupon: null,
    reasons: [couponNotFound(code)],
    conflicts: [],
  }));
  return { combination: choice, rejected: asTyped([...none, ...named], codes), search: choice.search };
}

/** Whether a coupon could be used if others were not. What came by itself and does not fit is no news to anybody. */
export const isForOthers = ([first]: readonly Failure[]): boolean =>
  first?.failure === 'CouponConflict' || first?.failure === 'OutbidByOthers';
