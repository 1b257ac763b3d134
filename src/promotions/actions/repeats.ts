import { findCoupons, findCouponsTyped } from '../../coupons/actions.js';
import { codeKey, meantBy } from '../../coupons/code.js';
import { nameOfReference, type ReferenceTo } from '../../evaluation/facts.js';
import { distinct } from '../../lib/distinct.js';
import type { JsonObject } from '../../lib/json.js';
import { money, type Money } from '../../lib/money.js';
import { hashOf } from '../../platform/idempotency.js';
import { findKept, keepAnswer } from '../../platform/idempotency/kept.js';
import type { Scope } from '../../platform/scope.js';
import { findByReferences, findMadeBy } from '../../redemptions/actions.js';
import { isUsed, type Redemption } from '../../redemptions/core.js';
import type { Wish } from '../cart.js';
import { savingMinor, type Rejected } from '../core.js';
import { keptOf, usedWith, valuedOf, type Earlier, type UsedCoupon } from '../earlier.js';

/** What is asked of a cart, and what is said beside it where it is to be used. */
export interface Request extends Wish {
  readonly automatic: boolean;
  readonly isPartial: boolean;
  readonly expectedSaving: Money | null;
  readonly metadata: JsonObject;
}

/** Codes as they are compared, each once: what is meant and not how it was written, as they have no order, and mostly no case. */
export async function codesMeant(scope: Scope, codes: readonly string[]): Promise<string[]> {
  const found = await findCouponsTyped(scope, codes);
  return distinct(codes.map((code) => codeKey(code, meantBy(code, found)?.isCaseSensitive ?? false))).sort();
}

/** By which a repeat for the same reference is known again. */
export const hashOfRequest = (request: Request, codes: readonly string[]): string =>
  hashOf({ ...request, codes }).toString('hex');

/** What a request with one of these hashes has used for a reference; null if none has. */
export async function findEarlier(
  scope: Scope,
  reference: ReferenceTo,
  hashes: readonly string[],
): Promise<Earlier | null> {
  const redemptions = await findMadeBy(scope, reference, hashes);
  if (redemptions.length === 0) return null;
  const used = await usedBy(scope, redemptions);
  const kept = await findKept<Kept>(scope, rejectedFor(reference));
  // What was used with what is kept may have been given back, and the reference used anew.
  const isOfThese = redemptions.some(({ id }) => kept?.redemptionIds.includes(id));
  return { used, rejected: kept && isOfThese ? kept.rejected : [] };
}

/**
 * What a cart's own request would be answered with if it were sent again: a preview does not say what is said only where
 * promotions are applied, so each way is tried in which that may have been said.
 */
export async function findEarlierFor(
  scope: Scope,
  wish: Wish & Pick<Request, 'automatic'>,
  { reference, metadata }: Redemption,
): Promise<Earlier | null> {
  if (!reference) return null;
  const codes = await codesMeant(scope, wish.codes);
  const all = (await findByReferences(scope, [reference])).filter(isUsed);
  const { currency } = wish.order;
  const saved = money(savingMinor({ applied: valuedOf(await usedBy(scope, all)) }), currency);
  const hashes = [true, false].flatMap((isPartial) =>
    [null, saved].map((expectedSaving) =>
      hashOfRequest({ ...wish, isPartial, expectedSaving, metadata }, codes),
    ),
  );
  return findEarlier(scope, reference, hashes);
}

const usedBy = async (scope: Scope, redemptions: readonly Redemption[]): Promise<UsedCoupon[]> =>
  usedWith(
    redemptions,
    await findCoupons(
      scope,
      redemptions.map(({ couponId }) => couponId),
    ),
  );

/** Keeps why codes were refused beside others that were used. */
export async function keepRejected(
  scope: Scope,
  reference: ReferenceTo,
  requestHash: string,
  { used, rejected }: Earlier,
): Promise<void> {
  if (rejected.length === 0) return;
  const kept: Kept = {
    redemptionIds: used.map(({ redemption }) => redemption.id),
    rejected: keptOf(rejected),
  };
  await keepAnswer(scope, rejectedFor(reference), requestHash, kept);
}

interface Kept {
  readonly redemptionIds: readonly Redemption['id'][];
  readonly rejected: readonly Rejected[];
}

const rejectedFor = (reference: ReferenceTo) => ({
  operation: 'applyPromotions rejected',
  name: nameOfReference(reference),
});
