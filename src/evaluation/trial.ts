import type { Basket, BasketLine } from '../discounts/basket.js';
import { takeOff } from '../discounts/core.js';
import { assert } from '../lib/assert.js';
import { larger } from '../lib/money.js';
import { isFailure } from '../lib/outcome.js';
import type { LimitMeasure } from '../limits/core.js';
import { overrunOf } from '../limits/count.js';
import { decide, roomIn } from './decide.js';
import { floorOf, type Order } from './order.js';
import type { Counted, Question } from './question.js';
import { basketFor } from './valuation.js';

/**
 * A coupon made ready to be tried out again and again: its basket is prepared once and brought up to date in place.
 * All that a decision asks beside prices and limits on money looks at list prices, and so is settled beforehand.
 */
export interface Candidate {
  readonly question: Question;
  readonly basket: Basket;
  /** The lines of the basket. */
  readonly lines: Writable<BasketLine>[];
  /** The coupon's own price floor on each line. */
  readonly floors: readonly bigint[];
  readonly counted: readonly CountedHere[];
  /** Off the items and off shipping, at most, whatever goes before: see `mostOff`. */
  readonly mostMinor: bigint;
  readonly mostShippingMinor: bigint;
  readonly freesShipping: boolean;
  readonly hasReward: boolean;
  /** What a gift card can pay at most, on lines that it is for; null for discounts. */
  readonly paysMinor: bigint | null;
  /** Whether it is for all that is in the order. */
  readonly isForAll: boolean;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

interface CountedHere {
  readonly limit: Counted['limit'];
  /** The place of its counter among those of the trial. */
  readonly counter: number;
}

/** What a coupon took when it was tried out, and what it changed. */
export interface Taken {
  readonly candidate: Candidate;
  readonly lines: readonly bigint[];
  readonly itemsMinor: bigint;
  readonly shippingMinor: bigint;
  /** Whether it pays for shipping of which nobody said what it costs. */
  readonly freesUnknownShipping: boolean;
  readonly hasReward: boolean;
  readonly floorsBefore: readonly bigint[] | null;
  readonly counts: Readonly<Record<LimitMeasure, bigint>>;
}

/**
 * Whether a coupon that is refused alone is refused beside any others as well. A limit on money is the exception: of
 * what others have left of the order, less is counted.
 */
export function isRefusedForGood(question: Question): boolean {
  const byMoney = question.limits.filter(({ limit }) => limit.measure !== 'USES');
  const byUses = question.limits.filter(({ limit }) => limit.measure === 'USES');
  if (isFailure(decide({ ...question, limits: byUses }))) return true;
  return byMoney.some((counted) => {
    const room = roomIn(question, counted, 1n);
    return isFailure(room) && room.failure !== 'LimitReached';
  });
}

/**
 * Tries out coupons one after the other on one order, as `decide` would decide on them: much faster, since nothing is
 * told but amounts. Whoever shows a set that was found here lets `combine` decide on it again.
 */
export function openTrial(order: Order, questions: readonly Question[]) {
  const isSum = order.lines === null;
  const lines = order.lines ?? [order];
  const left = lines.map(({ subtotalMinor }) => subtotalMinor);
  let floors: readonly bigint[] = lines.map(({ floorMinor }) => floorMinor);
  let leftMinor = order.subtotalMinor;
  let shippingLeft = order.shippingMinor;
  let shippingPaid = Number(order.isShippingPaid ?? false);

  const counterNames = new Map<string, number>();
  const used: bigint[] = [];
  const counterOf = ({ limit, key, used: before }: Counted): number => {
    const name = `${limit.id} ${key}`;
    const known = counterNames.get(name);
    if (known !== undefined) return known;
    counterNames.set(name, used.length);
    return used.push(before) - 1;
  };

  const candidates = questions.map((question) => candidateFrom(question, counterOf));

  /** What the candidate takes now, counted; null where it is refused, or takes nothing. */
  function take(candidate: Candidate): Taken | null {
    const { question, basket, counted } = candidate;
    const isInitial = question.coupon.stacking.base === 'INITIAL';
    const isPayment = candidate.paysMinor !== null;
    candidate.lines.forEach((line, index) => {
      if (!isInitial) line.baseMinor = left[index]!;
      const floor = isPayment ? 0n : larger(floors[index]!, candidate.floors[index]!);
      line.roomMinor = larger(0n, left[index]! - floor);
    });
    const off = takeOff(question.coupon.discount, { ...basket, shippingMinor: shippingLeft });
    if (typeof off === 'string') return null;
    const itemsMinor = sum(off.lines);
    const sparesShipping =
      off.shippingMinor === null ? off.freesShipping && shippingPaid === 0 : off.shippingMinor > 0n;
    if (itemsMinor === 0n && !sparesShipping && !off.reward) return null;

    const freesUnknownShipping = off.freesShipping && off.shippingMinor === null;
    const shippingMinor = off.shippingMinor ?? 0n;
    const counts = { USES: 1n, DISCOUNT: itemsMinor + shippingMinor, ORDER_VALUE: leftMinor };
    for (const { limit, counter } of counted) {
      if (limit.measure === 'DISCOUNT' && freesUnknownShipping) return null;
      if (overrunOf(limit, used[counter]!, counts[limit.measure]) === null) return null;
    }

    const taken = {
      candidate,
      lines: off.lines,
      ...{ itemsMinor, shippingMinor, freesUnknownShipping, counts },
      hasReward: off.reward !== null,
      floorsBefore: candidate.floors.some((floor, index) => floor > floors[index]!) ? floors : null,
    };
    change(taken, 1n);
    if (taken.floorsBefore) {
      floors = floors.map((floor, index) =>
        isSum || off.lines[index]! > 0n ? larger(floor, candidate.floors[index]!) : floor,
      );
    }
    return taken;
  }

  function change(
    { candidate, lines: off, itemsMinor, shippingMinor, freesUnknownShipping, counts }: Taken,
    sign: bigint,
  ): void {
    off.forEach((minor, index) => {
      if (minor !== 0n) left[index]! -= minor * sign;
    });
    leftMinor -= itemsMinor * sign;
    if (shippingLeft !== null) shippingLeft -= shippingMinor * sign;
    shippingPaid += Number(freesUnknownShipping) * Number(sign);
    for (const { limit, counter } of candidate.counted) used[counter]! += counts[limit.measure] * sign;
  }

  /** Gives back what was taken last. */
  function giveBack(taken: Taken): void {
    change(taken, -1n);
    if (taken.floorsBefore) floors = taken.floorsBefore;
  }

  return {
    candidates,
    take,
    giveBack,
    /** The others that would take something in their turn among these, all of them given by their places in the order. */
    welcomeAmong(members: readonly number[]): Set<number> {
      const isMember = new Set(members);
      const welcome = new Set<number>();
      const taken: Taken[] = [];
      for (const [index, candidate] of candidates.entries()) {
        const own = take(candidate);
        if (!own) continue;
        if (isMember.has(index)) {
          taken.push(own);
        } else {
          welcome.add(index);
          giveBack(own);
        }
      }
      for (const one of taken.reverse()) giveBack(one);
      return welcome;
    },
    /** What is still to be paid for each line. */
    left: left as readonly bigint[],
    /** And for all of them. */
    leftMinor: () => leftMinor,
    /** Whether anything is left that it could be used on. */
    hasLeft: ({ lines: own }: Candidate): boolean =>
      own.some(({ isMatching }, index) => isMatching && left[index]! > 0n),
    /** Below which no line may fall now. */
    floors: () => floors,
    shippingLeft: () => shippingLeft,
    used: used as readonly bigint[],
  };
}

export type Trial = ReturnType<typeof openTrial>;

/** Whether a coupon can be used for an order, alone or beside others. */
export const isUsable = (question: Question): boolean =>
  !isFailure(decide(question)) || !isRefusedForGood(question);

/**
 * Without its own price floor and those before, a coupon takes most off the order as it was found: every kind takes
 * less of less, since what it selects it selects by list price. Floors, and how their rounding falls on the lines,
 * only make that smaller.
 */
export function mostOff(question: Question) {
  const { coupon, order } = question;
  const bare = { ...coupon, stacking: { ...coupon.stacking, floorBasisPoints: null } };
  const withoutFloors = basketFor({
    ...question,
    coupon: bare,
    order: {
      ...order,
      floorMinor: 0n,
      lines: order.lines?.map((line) => ({ ...line, floorMinor: 0n })) ?? null,
    },
  });
  assert(!isFailure(withoutFloors), 'whoever has no basket is refused for good');
  const most = takeOff(coupon.discount, withoutFloors);
  assert(typeof most !== 'string', 'whoever has nothing to say to a basket is refused for good');
  return {
    itemsMinor: sum(most.lines),
    shippingMinor: most.shippingMinor ?? 0n,
    freesShipping: most.freesShipping,
    hasReward: most.reward !== null,
  };
}

function candidateFrom(question: Question, counterOf: (counted: Counted) => number): Candidate {
  const { coupon, order } = question;
  const most = mostOff(question);
  const basket = basketFor(question);
  assert(!isFailure(basket), 'whoever has no basket is refused for good');
  const lines = basket.lines.map((line) => ({ ...line }));
  return {
    question,
    basket: { ...basket, lines },
    lines,
    // What a card says of prices holds for nobody: only cards come after it.
    floors: lines.map(({ listMinor }) => (basket.balanceMinor === null ? floorOf(coupon, listMinor) : 0n)),
    counted: question.limits
      .filter(({ limit }) => limit.currency === null || limit.currency === order.currency)
      .map((counted) => ({ limit: counted.limit, counter: counterOf(counted) })),
    mostMinor: most.itemsMinor,
    mostShippingMinor: most.shippingMinor,
    freesShipping: most.freesShipping,
    hasReward: most.hasReward,
    paysMinor: basket.balanceMinor,
    isForAll: lines.every(({ isMatching }) => isMatching),
  };
}

const sum = (amounts: readonly bigint[]): bigint => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
};
