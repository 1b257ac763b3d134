import type { Coupon } from '../coupons/core.js';
import type { Limit } from '../limits/core.js';
import {
  amountOf,
  counted,
  countedAt,
  counterName,
  counterOf,
  type Counter,
  type Use,
} from '../limits/count.js';
import type { Valuation } from './core.js';
import { decide, type Counted, type Refusal } from './decide.js';
import type { Facts } from './facts.js';
import type { Order } from './order.js';

/** Who asks for a use of a coupon, and for what. */
export interface Asked {
  readonly order: Order;
  /** Under which the customer is counted. */
  readonly customer: string | null;
  /** As the customer is called in an answer. */
  readonly customerId: string | null;
  readonly channel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of a gift card, no more than this; null for as much as it can pay. */
  readonly amountMinor: bigint | null;
}

/** What one use counts for, wherever it is counted. */
export const useOf = (asked: Asked, { discount, shippingDiscount, subtotal }: Valuation, at: Date): Use => ({
  at,
  customer: asked.customer,
  channel: asked.channel,
  attributes: asked.attributes,
  uses: 1n,
  currency: subtotal.currency,
  discountMinor: discount.minor + (shippingDiscount?.minor ?? 0n),
  orderMinor: subtotal.minor,
});

/** The same before it is known what it is worth: enough to tell where it is counted. */
export const unvalued = (
  { order, customer, channel, attributes }: Pick<Asked, 'order' | 'customer' | 'channel' | 'attributes'>,
  at: Date,
): Use => ({
  at,
  customer,
  channel,
  attributes,
  uses: 1n,
  currency: order.currency,
  discountMinor: 0n,
  orderMinor: 0n,
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

  function counterFor(limit: Limit, use: Use): Counter {
    const key = counterOf(limit, use);
    return countedAt(limit, counters.get(counterName(key))?.counter ?? facts.counterAt(limit, key), now);
  }

  /** The coupon as it stands after what was decided so far. */
  const current = (coupon: Coupon): Coupon => ({
    ...coupon,
    usesCount: coupon.usesCount + (uses.get(coupon.id) ?? 0),
    balance: coupon.balance && {
      ...coupon.balance,
      minor: coupon.balance.minor + (balances.get(coupon.id) ?? 0n),
    },
  });

  const usesOf = (couponId: Coupon['id'], customer: string | null): number =>
    customer === null
      ? 0
      : facts.customerUses(couponId, customer) + (customerUses.get(customerKey(couponId, customer)) ?? 0);

  function add(
    coupon: Pick<Coupon, 'id' | 'campaignId'>,
    use: Use,
    itemsOffMinor: bigint,
    sign: 1n | -1n,
  ): void {
    const times = Number(use.uses * sign);
    uses.set(coupon.id, (uses.get(coupon.id) ?? 0) + times);
    balances.set(coupon.id, (balances.get(coupon.id) ?? 0n) - itemsOffMinor * sign);
    if (use.customer !== null) {
      const key = customerKey(coupon.id, use.customer);
      customerUses.set(key, (customerUses.get(key) ?? 0) + times);
    }
    for (const limit of facts.limitsOf(coupon)) {
      const counter = counted(limit, counterFor(limit, use), amountOf(limit, use) * sign, use.at);
      counters.set(counterName(counter), { limit, counter });
    }
  }

  return {
    current,

    /** What a coupon takes off, given all that is used by now. */
    decide(coupon: Coupon, asked: Asked): Valuation | Refusal {
      const { order, customer, customerId, amountMinor } = asked;
      const use = unvalued(asked, now);
      return decide({
        coupon: current(coupon),
        campaign: facts.campaignOf(coupon),
        order,
        customer,
        customerId,
        customerUses: usesOf(coupon.id, customer),
        limits: facts.limitsOf(coupon).map((limit): Counted => ({
          limit,
          used: counterFor(limit, use).used,
        })),
        amountMinor,
        now,
      });
    },

    take: (coupon: Pick<Coupon, 'id' | 'campaignId'>, use: Use, itemsOffMinor: bigint) =>
      add(coupon, use, itemsOffMinor, 1n),
    giveBack: (coupon: Pick<Coupon, 'id' | 'campaignId'>, use: Use, itemsOffMinor: bigint) =>
      add(coupon, use, itemsOffMinor, -1n),

    changedCounters: (): ChangedCounter[] => [...counters.values()],
  };
}

export type Tally = ReturnType<typeof openTally>;
