import { z } from 'zod';
import { findCampaigns, holdCampaigns } from '../campaigns/actions.js';
import { findCouponsByCodes, lockCouponsByCodes } from '../coupons/actions.js';
import { meantBy } from '../coupons/code.js';
import { couponNotFound } from '../coupons/errors.js';
import { none, parseInput, text, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Scope } from '../platform/scope.js';
import { decide } from './decide.js';
import { usesKey, type Facts } from './facts.js';
import { order } from './order.js';
import { usesByCustomer } from './store.js';

/** What is asked of a code, for an order: the part that validating and applying have in common. */
export const asked = z.object({
  code: z.string(),
  order,
  customerId: none(text(1, 200)),
  channel: none(text(1, 100)),
});

/** Who asks what: enough to know which facts a decision needs. */
interface Asker {
  readonly code: string;
  readonly customerId: string | null;
}

/**
 * Loads what decisions need, for one question or for many: coupons, their campaigns, uses by customer. With `lock`,
 * inside a transaction, nothing of it changes until the transaction ends. Locks are taken in this order everywhere:
 * coupons by id, then campaigns by id; a customer's uses are guarded by their coupon's row.
 */
export async function loadFacts(
  scope: Scope,
  askers: readonly Asker[],
  { lock }: { lock: boolean },
): Promise<Facts> {
  const typed = askers.map(({ code }) => code);
  const coupons = await (lock ? lockCouponsByCodes : findCouponsByCodes)(scope, typed);
  const couponFor = (code: string) => meantBy(code, coupons);

  const campaignIds = [...new Set(coupons.flatMap(({ campaignId }) => campaignId ?? []))];
  const campaigns = campaignIds.length
    ? await (lock ? holdCampaigns : findCampaigns)(scope, campaignIds)
    : [];
  const campaignById = new Map(campaigns.map((campaign) => [campaign.id, campaign]));

  const limited = askers.flatMap(({ code, customerId }) => {
    const coupon = couponFor(code);
    return coupon && customerId !== null && coupon.perCustomerLimit !== null
      ? { couponId: coupon.id, customerId }
      : [];
  });
  const uses = await usesByCustomer(scope, limited);

  return {
    couponFor,
    campaignOf: ({ campaignId }) => (campaignId && campaignById.get(campaignId)) ?? null,
    customerUses: ({ id }, customerId) =>
      customerId === null ? 0 : (uses.get(usesKey(id, customerId)) ?? 0),
  };
}

/** What a code is worth for an order now. Counts nothing, locks nothing, writes nothing. */
export async function validateCoupon(scope: Scope, input: Unchecked) {
  const question = parseInput(asked, input);
  if (isFailure(question)) return question;

  const facts = await loadFacts(scope, [question], { lock: false });
  const coupon = facts.couponFor(question.code);
  if (!coupon) return couponNotFound(question.code);
  return decide({
    coupon,
    campaign: facts.campaignOf(coupon),
    order: question.order,
    customerId: question.customerId,
    customerUses: facts.customerUses(coupon, question.customerId),
    now: scope.now(),
  });
}
