import type { Coupon } from '../coupons/core.js';
import type { Limit, LimitRule } from '../limits/core.js';
import { beginOf, leftOf, resetOf } from '../limits/count.js';
import type { Counted } from './question.js';

/** A limit that holds for what is asked about, and where it stands. */
export interface EffectiveLimit {
  readonly rule: LimitRule;
  /** What the rule is the long form of. */
  readonly shortForm: 'MAX_USES' | 'PER_CUSTOMER_LIMIT' | 'BUDGET' | null;
  /** Null for a rule that its coupon keeps itself. */
  readonly limit: Limit | null;
  /** Among whose uses is counted; null for everyone, and where it was not said. */
  readonly key: string | null;
  /** Null where uses are counted by customers, and nobody said which. */
  readonly used: bigint | null;
  /** As `Standing` has them. */
  readonly steps: Counted['steps'];
  readonly countedFrom: Date | null;
  /** See `resetOf`. */
  readonly resetsAt: Date | null;
}

/** What a coupon itself says of its uses, as the limits that they are; then what limits say. */
export const effectiveLimits = (
  state: Parameters<typeof ofCoupon>[0] & { readonly limits: readonly Counted[]; readonly now: Date },
): EffectiveLimit[] => [...ofCoupon(state), ...state.limits.map((counted) => standing(counted, state))];

/** Where a limit stands. */
export function standing(
  { limit, key, used, steps: all }: Counted,
  { customer, now }: { readonly customer: string | null; readonly now: Date },
): EffectiveLimit {
  const isForNobody = limit.per.kind === 'CUSTOMER' && customer === null;
  const steps = isForNobody ? null : all;
  return {
    rule: limit,
    shortForm: limit.shortForm,
    limit,
    key: key === '' ? null : key,
    used: isForNobody ? null : used,
    steps,
    countedFrom: beginOf(limit.window, now),
    resetsAt: resetOf(limit, { used, steps }, now),
  };
}

function ofCoupon({
  coupon: { id, maxUses, usesCount, perCustomerLimit },
  customer,
  customerUses,
}: {
  readonly coupon: Coupon;
  readonly customer: string | null;
  readonly customerUses: number;
}): EffectiveLimit[] {
  const rule = (per: 'EVERYONE' | 'CUSTOMER', ceiling: number): LimitRule => ({
    target: { kind: 'COUPON', id },
    per: { kind: per },
    window: { kind: 'LIFETIME' },
    measure: 'USES',
    currency: null,
    ceiling: BigInt(ceiling),
    overrun: 0n,
  });
  const ever = { limit: null, steps: null, countedFrom: null, resetsAt: null };
  const found: EffectiveLimit[] = [];
  if (maxUses !== null) {
    found.push({
      ...ever,
      rule: rule('EVERYONE', maxUses),
      shortForm: 'MAX_USES',
      key: null,
      used: BigInt(usesCount),
    });
  }
  if (perCustomerLimit !== null) {
    found.push({
      ...ever,
      rule: rule('CUSTOMER', perCustomerLimit),
      shortForm: 'PER_CUSTOMER_LIMIT',
      key: customer,
      used: customer === null ? null : BigInt(customerUses),
    });
  }
  return found;
}

export const leftIn = ({ rule, used }: EffectiveLimit): bigint | null =>
  used === null ? null : leftOf(rule, used);
