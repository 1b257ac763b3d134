import type { Limit } from '../limits/core.js';
import { counterName, counterOf, type CounterKey, type Place, type Use } from '../limits/count.js';
import { soughtBy, type Asker } from './asker.js';
import type { Facts, Held } from './facts.js';
import { placeOf } from './tally.js';

/** What is counted of a coupon, and under which campaign. */
export interface Counting extends Pick<Held, 'couponId' | 'campaignId'> {
  readonly use: Use;
}

/** Where what is asked for would be counted, and where these uses are. */
export function countersOf(facts: Facts, askers: readonly Asker[], counting: readonly Counting[], now: Date) {
  const wanted = new Map<string, { limit: Limit; key: CounterKey }>();
  const want = (limits: readonly Limit[], place: Place) => {
    for (const limit of limits) {
      const key = counterOf(limit, place);
      wanted.set(counterName(key), { limit, key });
    }
  };
  for (const asker of askers) {
    const limited = asker.limited ?? soughtBy(facts, asker);
    const limits = limited ? facts.limitsOf(limited) : [];
    if (limits.length === 0) continue;
    const { channel, attributes } = asker;
    want(limits, placeOf({ customer: facts.customerOf(asker.identities), channel, attributes }, now));
  }
  for (const { couponId: id, campaignId, use } of counting) want(facts.limitsOf({ id, campaignId }), use);
  return [...wanted.values()];
}
