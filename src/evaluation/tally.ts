import type { Situation } from '../conditions/situation.js';
import type { Coupon } from '../coupons/core.js';
import type { Limit } from '../limits/core.js';
import {
  amountOf,
  counted,
  countedAt,
  counterName,
  counterOf,
  type Counter,
  type Place,
  type Use,
} from '../limits/count.js';
import type { Valuation } from './core.js';
import { checkLimits } from './check.js';
import type { Context } from './context.js';
import { decide, refusals, standing, type Refusal } from './decide.js';
import type { Facts } from './facts.js';
import type { Order } from './order.js';
import type { Counted } from './question.js';
import { amountsOf } from './valuation.js';

/** Who asks for a use of a coupon, and for what. */
export interface Asked {
  readonly order: Order;
  /** Under which the customer is counted. */
  readonly customer: string | null;
  /** As the customer is called in an answer. */
  readonly customerId: string | null;
  readonly channel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly context: Context;
  /** What conditions see: the order before any discount. */
  readonly situation: () => Situation;
  /** Of a gift card, no more than this; null for as much as it can pay. */
  readonly amountMinor: bigint | null;
}

/** The same of somebody who may have no order yet. */
export type AskedOfLimits = Omit<Asked, 'order'> & { readonly order: Order | null };

/** What one use counts for, wherever it is counted. */
export function useOf(asked: Asked, valuation: Valuation, at: Date): Use {
  const amounts = amountsOf(valuation);
  return {
    at,
    customer: asked.customer,
    channel: asked.channel,
    attributes: asked.attributes,
    uses: amounts.USES,
    currency: valuation.subtotal.currency,
    discountMinor: amounts.DISCOUNT,
    orderMinor: amounts.ORDER_VALUE,
  };
}

/** Where it is counted. */
export const placeOf = ({ customer, channel, attributes }: Omit<Place, 'at'>, at: Date): Place => ({
  at,
  customer,
  channel,
  attributes,
});

/** A counter that is no longer as it was loaded. */
export interface ChangedCounter {
  readonly limit: Limit;
  readonly counter: Counter;
}

/**
 * What is used of everything while one transaction decides on request after request: each decision is made on what the
 * ones before it have left. It starts from what was loaded, under lock or not, and writes nothing.
 */
export function openTally(facts: Facts, now: Date) {
  const uses = new Map<Coupon['id'], number>();
  const balances = new Map<Coupon['id'], bigint>();
  const customerUses = new Map<string, number>();
  const counters = new Map<string, ChangedCounter>();

  const customerKey = (couponId: Coupon['id'], customer: string) => `${couponId} ${customer}`;

  function counterFor(limit: Limit, place: Place): Counter {
    const key = counterOf(limit, place);
    return countedAt(limit, counters.get(counterName(key))?.counter ?? facts.counterAt(limit, key), now);
  }

  /** The coupon as it stands after what was decided so far. */
  function current(coupon: Coupon): Coupon {
    const taken = uses.get(coupon.id);
    // Most are as they were loaded, and to copy one takes longer than to decide on it.
    if (taken === undefined) return coupon;
    const { usesCount, balance } = coupon;
    return {
      ...coupon,
      usesCount: usesCount + taken,
      balance: balance && { ...balance, minor: balance.minor + (balances.get(coupon.id) ?? 0n) },
    };
  }

  const usesOf = (couponId: Coupon['id'], customer: string | null): number =>
    customer === null
      ? 0
      : facts.customerUses(couponId, customer) + (customerUses.get(customerKey(couponId, customer)) ?? 0);

  function add(
    coupon: Pick<Coupon, 'id' | 'campaignId'>,
    use: Use,
    itemsOffMinor: bigint,
    sign: 1n | -1n,
  ): () => void {
    const undo = [remembering(uses, coupon.id), remembering(balances, coupon.id)];
    const times = Number(use.uses * sign);
    uses.set(coupon.id, (uses.get(coupon.id) ?? 0) + times);
    balances.set(coupon.id, (balances.get(coupon.id) ?? 0n) - itemsOffMinor * sign);
    if (use.customer !== null) {
      const key = customerKey(coupon.id, use.customer);
      undo.push(remembering(customerUses, key));
      customerUses.set(key, (customerUses.get(key) ?? 0) + times);
    }
    for (const limit of facts.limitsOf(coupon)) {
      const counter = counted(limit, counterFor(limit, use), amountOf(limit, use) * sign, use.at);
      undo.push(remembering(counters, counterName(counter)));
      counters.set(counterName(counter), { limit, counter });
    }
    return () => undo.forEach((restore) => restore());
  }

  /** What is asked, with what is used by now of all that the use would count in. */
  const questionOf = <Asks extends AskedOfLimits>(coupon: Coupon, asked: Asks) => {
    const { order, customer, customerId, situation, amountMinor }: Asks = asked;
    const place = placeOf(asked, now);
    return {
      coupon: current(coupon),
      campaign: facts.campaignOf(coupon),
      rules: facts.rulesOf(coupon),
      situation,
      taxBasis: asked.context.taxBasis,
      shippingCountry: asked.context.shippingCountry,
      order: order as Asks['order'],
      customer,
      customerId,
      customerUses: usesOf(coupon.id, customer),
      limits: facts.limitsOf(coupon).map((limit): Counted => {
        const { key, used, steps } = counterFor(limit, place);
        return { limit, key, used, steps };
      }),
      amountMinor,
      now,
    };
  };

  return {
    current,
    questionOf,

    /** What a coupon takes off, given all that is used by now. */
    decide: (coupon: Coupon, asked: Asked): Valuation | Refusal => decide(questionOf(coupon, asked)),

    /** Everything that speaks against it: empty where `decide` says what it takes off. */
    refusals: (coupon: Coupon, asked: Asked): Refusal[] => refusals(questionOf(coupon, asked)),

    /** Why nobody can use a coupon now, if nobody can. */
    standing: (coupon: Coupon) => standing({ coupon, campaign: facts.campaignOf(coupon), now }),

    /** Which limits such a use would exceed, whether or not the coupon can be used otherwise. */
    checkLimits: (coupon: Coupon, asked: AskedOfLimits) => checkLimits(questionOf(coupon, asked)),

    take: (coupon: Pick<Coupon, 'id' | 'campaignId'>, use: Use, itemsOffMinor: bigint) =>
      add(coupon, use, itemsOffMinor, 1n),
    giveBack: (coupon: Pick<Coupon, 'id' | 'campaignId'>, use: Use, itemsOffMinor: bigint) =>
      add(coupon, use, itemsOffMinor, -1n),

    changedCounters: (): ChangedCounter[] => [...counters.values()],
  };
}

export type Tally = ReturnType<typeof openTally>;

/** Puts an entry of a map back to what it is now, or was not there. */
function remembering<Key, Value>(map: Map<Key, Value>, key: Key): () => void {
  const before = map.get(key);
  return () => void (before === undefined ? map.delete(key) : map.set(key, before));
}
