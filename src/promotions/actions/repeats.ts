import { findCoupons, findCouponsTyped } from '../../coupons/actions.js';
import { codeKey, meantBy } from '../../coupons/code.js';
import { nameOfReference, type ReferenceTo } from '../../evaluation/facts.js';
import { distinct } from '../../lib/distinct.js';
import type { JsonObject } from '../../lib/json.js';
import { money, type Money } from '../../lib/money.js';
import { hashOf } from '../../platform/idempotency.js';
import { findKept, keepAnswer } from '../../platform/idempotency/kept.js';
import type { Scope } from '../../platform/scope.js';
import { findEachMade, findMadeBy } from '../../redemptions/actions.js';
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
async function codesMeant(scope: Scope, codes: readonly string[]): Promise<string[]> {
  const [meant] = await codesMeantByEach(scope, [codes]);
  return meant!;
}

/** The same for those of several orders. */
export async function codesMeantByEach(
  scope: Scope,
  typed: readonly (readonly string[])[],
): Promise<string[][]> {
  const all = distinct(typed.flat());
  const found = all.length === 0 ? [] : await findCouponsTyped(scope, all);
  const meant = new Map(
    all.map((code) => [code, codeKey(code, meantBy(code, found)?.isCaseSensitive ?? false)]),
  );
  return typed.map((codes) => distinct(codes.map((code) => meant.get(code)!)).sort());
}

/** By which a repeat for the same reference is known again. */
export const hashOfRequest = (request: Request, codes: readonly string[]): string =>
  hashOf({ ...request, codes }).toString('hex');

/** What a request has used for a reference; null if it has not. */
export async function findEarlier(
  scope: Scope,
  reference: ReferenceTo,
  requestHash: string,
): Promise<Earlier | null> {
  const redemptions = await findMadeBy(scope, reference, requestHash);
  return redemptions.length === 0 ? null : earlierOf(scope, reference, await usedBy(scope, redemptions));
}

/** With why codes were refused beside it. */
async function earlierOf(
  scope: Scope,
  reference: ReferenceTo,
  used: readonly UsedCoupon[],
): Promise<Earlier> {
  const kept = await findKept<Kept>(scope, rejectedFor(reference));
  // What was used with what is kept may have been given back, and the reference used anew.
  const isOfThese = used.some(({ redemption }) => kept?.redemptionIds.includes(redemption.id));
  return { used, rejected: kept && isOfThese ? kept.rejected : [] };
}

/**
 * What a cart's own request would be answered with if it were sent again: a preview does not say what is said only where
 * promotions are applied, so of each request that has used something each way is tried in which that may have been said.
 */
export async function findEarlierFor(
  scope: Scope,
  wish: Wish & Pick<Request, 'automatic'>,
  reference: ReferenceTo,
): Promise<Earlier | null> {
  const codes = await codesMeant(scope, wish.codes);
  for (const { requestHash, redemptions } of await findEachMade(scope, reference)) {
    if (!redemptions.some(isUsed)) continue;
    const made = await usedBy(scope, redemptions);
    const saved = money(savingMinor({ applied: valuedOf(made) }), wish.order.currency);
    const { metadata } = redemptions[0]!;
    const isSame = [true, false].some((isPartial) =>
      [null, saved].some(
        (expectedSaving) =>
          hashOfRequest({ ...wish, isPartial, expectedSaving, metadata }, codes) === requestHash,
      ),
    );
    if (isSame) {
      return earlierOf(
        scope,
        reference,
        made.filter(({ redemption }) => isUsed(redemption)),
      );
    }
  }
  return null;
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
