import type { Segments } from '../segments/membership.js';
import type { Coupon } from '../coupons/core.js';
import { once } from '../lib/once.js';
import { situationOf, type Circumstances } from './context.js';
import type { Facts, Limited, ReferenceTo } from './facts.js';
import type { Order } from './order.js';
import type { AskedOfLimits } from './tally.js';

/** Who asks what of a code: enough to know which facts a decision needs. */
export interface Asker {
  readonly code: string;
  /** The coupon itself where nobody typed a code. */
  readonly couponId?: Coupon['id'] | null;
  /** What is asked of the limits and rules of these alone: for coupons that are not stored, or for nobody to use. */
  readonly limited?: Limited | null;
  readonly identities: readonly string[];
  readonly channel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly reference: ReferenceTo | null;
  readonly idempotencyKey?: string | null;
}

/** The coupon that is asked for. */
export const soughtBy = (
  facts: Facts,
  { code, couponId }: Pick<Asker, 'code' | 'couponId'>,
): Coupon | undefined => (couponId ? living(facts.couponById(couponId)) : facts.couponFor(code));

const living = (coupon: Coupon | undefined) => (coupon?.deletedAt ? undefined : coupon);

const segmentsFor = (facts: Facts, identities: readonly string[]): Segments => ({
  isIn: (segment, situation) => facts.isIn(segment, identities, situation),
  conditionOf: facts.conditionOf,
});

/** What a decision is asked, once it is known under whom the customer is counted. */
export function askedBy<Given extends Order | null>(
  facts: Facts,
  asker: Asker & Circumstances & { readonly order: Given; readonly amountMinor?: bigint | null },
  now: Date,
): AskedOfLimits & { readonly order: Given } {
  const { identities, order, channel, attributes, context, amountMinor = null } = asker;
  // Written out: of each question there is one, and to spread the asker takes longer than all the rest of it.
  return {
    order,
    channel,
    attributes,
    context,
    amountMinor,
    customer: facts.customerOf(identities),
    customerId: identities[0]?.replace(/^\w+:/, '') ?? null,
    situation: once(() => situationOf(asker, segmentsFor(facts, identities), now)),
  };
}
