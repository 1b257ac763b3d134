import { z } from 'zod';
import { findCampaigns } from '../campaigns/actions.js';
import { defaultReturnPolicy, returnCauses } from '../campaigns/core.js';
import { findCoupon } from '../coupons/actions.js';
import { count, parseInput, type Unchecked } from '../lib/input.js';
import { money } from '../lib/money.js';
import { isFailure } from '../lib/outcome.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import { findRedemption, findReserved } from '../redemptions/actions.js';
import { giveBack, holdRedemptions } from '../redemptions/actions/returning.js';
import { inTurn } from '../redemptions/actions/turns.js';
import type { Redemption } from '../redemptions/core.js';
import { countedAfter, type RedemptionReturn } from './core.js';
import { redemptionAlreadyVoided, redemptionNotFound, redemptionReserved } from './errors.js';
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

/** Gives a redemption back, in full or in part: what was used of one coupon one after the other. */
export async function voidRedemption(scope: Scope, input: VoidRedemption) {
  const seen = await findRedemption(scope, input.id);
  return inTurn({ ...scope, keys: seen ? [seen.couponId] : [] }, () => giveBackNow(scope, input));
}

const giveBackNow = mutation('voidRedemption', async (scope, input: VoidRedemption) => {
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
  const { id, status, reservationId, voidedAt, campaignId } = redemption;
  if (status === 'RESERVED' || status === 'EXPIRED') return redemptionReserved(id, reservationId!, status);
  if (voidedAt) return redemptionAlreadyVoided(id, voidedAt);
  const [campaign] = campaignId ? await findCampaigns(scope, [campaignId]) : [];
  const { usesReturn, clawback } = campaign ?? defaultReturnPolicy;
  // What a gift card paid is no discount that could be lost.
  const policy = {
    usesReturn,
    clawback: (await isPaidByCard(scope, redemption)) ? ('NONE' as const) : clawback,
  };
  const earlier = await store.findOf(scope, [id]);
  const returned = quoteReturn(redemption, earlier, lines, { cause, policy });
  if (isFailure(returned)) return returned;
  const refund = (await isLastOfOrder(scope, redemption))
    ? returned.refund
    : money(0n, returned.refund.currency);
  return { returned: { ...returned, refund }, counts: policy.usesReturn.includes(cause) };
}

/** Codes of one order are used one after the other: what was paid for it in the end is known with the last of them. */
async function isLastOfOrder(scope: Scope, { id, reservationId }: Redemption): Promise<boolean> {
  if (!reservationId) return true;
  const together = await findReserved(scope, [reservationId]);
  return together.at(-1)?.id === id;
}

const isPaidByCard = async (scope: Scope, { couponId }: Redemption): Promise<boolean> =>
  (await findCoupon(scope, couponId))?.balance != null;

export const findReturns = (scope: Scope, ids: readonly Redemption['id'][]): Promise<RedemptionReturn[]> =>
  store.findOf(scope, ids);
