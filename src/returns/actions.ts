import { z } from 'zod';
import { findCampaigns } from '../campaigns/actions.js';
import { defaultReturnPolicy, returnCauses } from '../campaigns/core.js';
import { findCoupons } from '../coupons/actions.js';
import { nameOfReference } from '../evaluation/facts.js';
import { distinct } from '../lib/distinct.js';
import { count, parseInput, type Unchecked } from '../lib/input.js';
import { isFailure, type Failure, type SuccessOf } from '../lib/outcome.js';
import type { MutationInput } from '../platform/idempotency.js';
import {
  findDone,
  keyed,
  nameOfKey,
  notFoundUnlessDone,
  remembering,
  type Keyed,
} from '../platform/idempotency/together.js';
import { holdNames, type Name } from '../platform/names.js';
import type { Scope } from '../platform/scope.js';
import { inTransaction } from '../platform/transaction.js';
import { findOfOrder, findRedemption } from '../redemptions/actions.js';
import { giveBack, holdRedemptions } from '../redemptions/actions/returning.js';
import { createOperation, type Answer } from '../redemptions/actions/together.js';
import type { Redemption } from '../redemptions/core.js';
import { countedAfter, type RedemptionReturn } from './core.js';
import {
  redemptionAlreadyVoided,
  redemptionNotFound,
  redemptionReserved,
  type RedemptionNotFound,
} from './errors.js';
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
export async function voidRedemption(scope: Scope, input: VoidRedemption) {
  const by = keyed(scope, 'voidRedemption', input);
  const asked = parseInput(returning, input);
  if (isFailure(asked)) return asked;
  const seen = await findRedemption(scope, input.id);
  return seen
    ? giveBackTogether({ ...by, asked, seen })
    : notFoundUnlessDone<SuccessOf<Voided>, RedemptionNotFound>(by, redemptionNotFound(input.id));
}

interface Voiding extends Keyed {
  readonly asked: SuccessOf<z.output<typeof returning>>;
  /** As it was before it is held. */
  readonly seen: Redemption;
}

type Quote = Awaited<ReturnType<typeof quoteFor>>;
type Voided =
  Extract<Quote, Failure> | { readonly redemption: Redemption; readonly returned: RedemptionReturn };

const giveBackTogether = createOperation<Voiding, Voided>({
  name: 'void',
  namesOf: ({ seen }) => [['redemption', seen.id], ...nameOfOrder(seen)],
  rowsOf: ({ seen }) => [seen.couponId],
  isByRow: true,
  // Of a return in part nothing but its key says that it was done.
  isKnownAgain: () => false,
  together: giveBackEach,
  alone: async (voiding) => (await giveBackEach([voiding]))[0]!,
});

/**
 * What to hold so that returns of an order's codes come one after the other, and the order's next code before or after them:
 * what is refunded with one depends on the others.
 */
const nameOfOrder = ({ reference, togetherId }: Redemption): Name[] =>
  reference ? [nameOfReference(reference)] : togetherId ? [['used together', togetherId]] : [];

/** Load under lock, decide, save, for redemptions of one coupon, each of another order. */
function giveBackEach(voidings: readonly Voiding[]): Promise<Answer<Voided>[]> {
  return inTransaction(voidings[0]!.by, async (scope, isJoined) => {
    const names = voidings.flatMap((voiding) => [...nameOfKey(voiding), ...nameOfOrder(voiding.seen)]);
    await holdNames(scope, names);
    const answers: Map<Voiding, Answer<Voided>> = await findDone<Voiding, Voided>(scope, voidings);
    const open = voidings.filter((voiding) => !answers.has(voiding));
    const { facts, current } = await holdRedemptions(
      scope,
      open.map(({ seen }) => seen),
    );
    const byId = new Map(current.map((redemption) => [redemption.id, redemption]));
    const quoted = await Promise.all(
      open.map(async (voiding) => {
        const before = byId.get(voiding.seen.id)!;
        return { voiding, before, quote: await quoteFor(scope, before, voiding.asked) };
      }),
    );
    const decided = quoted.flatMap(({ voiding, before, quote }) => {
      if (isFailure(quote)) {
        answers.set(voiding, { isRepeated: false, answer: quote });
        return [];
      }
      const answer = returnOf(scope, voiding, before, quote);
      answers.set(voiding, { isRepeated: false, answer });
      return [{ by: voiding.by, voiding, before, after: answer.redemption, answer }];
    });

    const changes = decided.map(({ by, before, after, answer: { returned } }) => ({
      ...{ by, before, after },
      action: after.voidedAt ? 'redemption.voided' : 'redemption.returned',
      // What a gift card paid is the customer's, whatever the campaign's policy.
      cardMinor: facts.couponById(before.couponId)!.balance ? returned.discount.minor : 0n,
    }));
    if (changes.length > 0) await giveBack(scope, facts, changes);
    const kept = decided.map(({ voiding: request, answer }) => ({ request, answer }));
    await store.insert(
      scope,
      decided.map(({ answer }) => answer.returned),
      remembering(scope, kept),
      !isJoined,
    );
    return voidings.map((voiding) => answers.get(voiding)!);
  });
}

/** What becomes of a redemption that is given back, and what is written of that. */
function returnOf(
  scope: Scope,
  { by: { reason }, asked: { cause } }: Voiding,
  before: Redemption,
  { returned, counts }: SuccessOf<Quote>,
) {
  const now = scope.now();
  const redemption: Redemption = {
    ...before,
    ...(returned.isWhole && { status: 'VOIDED', voidedAt: now, voidReason: reason }),
    counted: counts ? countedAfter(before, returned) : before.counted,
  };
  const id = scope.newId('return');
  const back: RedemptionReturn = {
    ...{ id, redemptionId: before.id, cause, reason },
    ...returned,
    createdAt: now,
  };
  return { redemption, returned: back };
}

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
