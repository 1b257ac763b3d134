import { z } from 'zod';
import { findCampaigns } from '../campaigns/actions.js';
import { defaultReturnPolicy, returnCauses } from '../campaigns/core.js';
import { findCoupons } from '../coupons/actions.js';
import { distinct } from '../lib/distinct.js';
import { count, parseInput, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import { findOfOrder, findRedemption } from '../redemptions/actions.js';
import { giveBack, holdRedemptions } from '../redemptions/actions/returning.js';
import type { Redemption } from '../redemptions/core.js';
import { countedAfter, type RedemptionReturn } from './core.js';
import { redemptionAlreadyVoided, redemptionNotFound, redemptionReserved } from './errors.js';
import { purchaseOf } from './purchase.js';
import { quoteReturn } from './quote.js';
import * as store from './store.js';

const returning = z.object({
  cause: z.enum(returnCauses).default('VOID'),
  lines: z
    .array(z.object({ lineId: z.string(), quantity: count }))
    .min(1, 'Expected at least one line; leave `lines` out to give everything back.')
    .max(500, 'Expected up to 500 lines.')
    .nullish()
    .transform((lines) => lines ?? ('ALL' as const)),
});

interface VoidRedemption extends MutationInput, Unchecked {
  readonly id: string;
}

/** Gives a redemption back, in full or in part. */
export const voidRedemption = mutation('voidRedemption', async (scope, input: VoidRedemption) => {
  const asked = parseInput(returning, input);
  if (isFailure(asked)) return asked;
  const seen = await findRedemption(scope, input.id);
  if (!seen) return redemptionNotFound(input.id);

  const { facts, current } = await holdRedemptions(scope, [seen]);
  const before = current[0]!;
  const quote = await quoteFor(scope, before, asked);
  if (isFailure(quote)) return quote;

  const { returned, counts } = quote;
  const after: Redemption = {
    ...before,
    ...(returned.isWhole && { status: 'VOIDED', voidedAt: scope.now(), voidReason: scope.reason }),
    counted: counts ? countedAfter(before, returned) : before.counted,
  };
  const back: RedemptionReturn = {
    id: scope.newId('return'),
    redemptionId: before.id,
    cause: asked.cause,
    reason: scope.reason,
    ...returned,
    createdAt: scope.now(),
  };
  // What a gift card paid is the customer's, whatever the campaign's policy.
  const cardMinor = facts.couponById(before.couponId)!.balance ? returned.discount.minor : 0n;
  const action = returned.isWhole ? 'redemption.voided' : 'redemption.returned';
  await giveBack(scope, facts, [{ by: scope, action, before, after, cardMinor }]);
  await store.insert(scope, back);
  return { redemption: after, returned: back };
});

/** What a return would come to now: the same answer as `voidRedemption` gives, but nothing is given back. */
export async function quoteReturnOf(scope: Scope, id: string, input: Unchecked) {
  const asked = parseInput(returning, input);
  if (isFailure(asked)) return asked;
  const redemption = await findRedemption(scope, id);
  if (!redemption) return redemptionNotFound(id);
  const quote = await quoteFor(scope, redemption, asked);
  return isFailure(quote) ? quote : { redemption, taxBasis: redemption.taxBasis, ...quote.returned };
}

async function quoteFor(scope: Scope, redemption: Redemption, { cause, lines }: z.output<typeof returning>) {
  const { id, status, reservationId, voidedAt } = redemption;
  if (status === 'RESERVED' || status === 'EXPIRED') return redemptionReserved(id, reservationId!, status);
  if (voidedAt) return redemptionAlreadyVoided(id, voidedAt);
  const codes = await codesUsedWith(scope, redemption);
  const own = codes.find((code) => code.id === id)!;
  const { returns, policy } = own;
  const returned = quoteReturn(own, returns, lines, { cause, policy }, purchaseOf(own, codes));
  return isFailure(returned) ? returned : { returned, counts: policy.usesReturn.includes(cause) };
}

/** The codes of an order, in the order in which they were used, with all that decides what returns of them come to. */
async function codesUsedWith(scope: Scope, redemption: Redemption) {
  const ofOrder = await findOfOrder(scope, redemption);
  const campaignIds = distinct(ofOrder.flatMap(({ campaignId }) => campaignId ?? []));
  const [campaigns, coupons, returns] = await Promise.all([
    findCampaigns(scope, campaignIds),
    findCoupons(scope, distinct(ofOrder.map(({ couponId }) => couponId))),
    store.findOf(
      scope,
      ofOrder.map(({ id }) => id),
    ),
  ]);
  const cards = coupons.filter(({ balance }) => balance !== null).map(({ id }) => id);
  return ofOrder
    .map((one) => {
      const own = returns.filter(({ redemptionId }) => redemptionId === one.id);
      const campaign = campaigns.find(({ id }) => id === one.campaignId) ?? defaultReturnPolicy;
      // What a gift card paid is no discount that could be lost.
      const clawback = cards.includes(one.couponId) ? ('NONE' as const) : campaign.clawback;
      return { ...one, returns: own, policy: { usesReturn: campaign.usesReturn, clawback } };
    })
    .filter(({ status, returns }) => status === 'COMPLETED' || returns.length > 0);
}

export const findReturns = (scope: Scope, ids: readonly Redemption['id'][]): Promise<RedemptionReturn[]> =>
  store.findOf(scope, ids);
