import { z } from 'zod';
import { announce, announceAll } from '../audit/actions.js';
import { findCouponByCode, lockCoupon } from '../coupons/actions.js';
import { codeKey } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { asked, loadFacts } from '../evaluation/actions.js';
import { metadataOrEmpty, parseInput, text, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { isOutcomeUnknown } from '../platform/database-errors.js';
import { hashOf, keyOf, mutation, reasonOf, type MutationInput } from '../platform/idempotency.js';
import { createLanes } from '../platform/lane.js';
import type { Scope } from '../platform/scope.js';
import { inTransaction } from '../platform/transaction.js';
import { applyAll, type Applied, type ApplyRequest, type EarlierRedemptions } from './apply.js';
import {
  asMade,
  referenceTypes,
  voided,
  type Redeemer,
  type Redemption,
  type RedemptionFilter,
} from './core.js';
import { redemptionNotFound } from './errors.js';
import * as store from './store.js';

const application = asked.extend({
  reference: z
    .object({ type: z.enum(referenceTypes).default('ORDER'), id: text(1, 200) })
    .nullish()
    .transform((reference) => reference ?? null),
  metadata: metadataOrEmpty,
});

interface ApplyCoupon extends MutationInput, Unchecked {
  readonly customerId?: string | null | undefined;
}

/** Uses a code for an order: decides, and counts one use, in the transaction of the lane that the code belongs to. */
export async function applyCoupon(scope: Scope, input: ApplyCoupon) {
  const checked = parseInput(application, input);
  if (isFailure(checked)) return checked;
  const key = codeKey(checked.code, false);
  const request: ApplyRequest = {
    ...checked,
    idempotencyKey: keyOf(scope, input),
    // What is meant and not how it was written, so that a repeat is known again; also by another key of the tenant's.
    requestHash: hashOf({ ...checked, code: key }).toString('hex'),
    redemptionId: scope.newId('redemption'),
  };
  const by = { ...scope, reason: reasonOf(input) };

  const applied = await submit({ db: scope.db, tenantId: scope.tenantId, keys: [key] }, { by, request });
  if (isFailure(applied)) return applied;
  if (applied.kind === 'REPEATED') scope.onReplay();
  return asMade(applied.redemption);
}

const submit = createLanes<Application, Applied>({
  run: applyTogether,
  runAlone: applyAlone,
  isEverybodys: isOutcomeUnknown,
  batchMax: 256,
  atOnceMax: 6,
  waitingMax: 5_000,
  waitingMaxInAll: 20_000,
});

/** One request, and on whose behalf. All that run together are of one tenant. */
interface Application {
  readonly by: Scope;
  readonly request: ApplyRequest;
}

/** Load under lock, decide, save: the one path, for one request and for many, in one transaction. */
function applyTogether(applications: readonly Application[]): Promise<Applied[]> {
  const requests = applications.map(({ request }) => request);
  return inTransaction(applications[0]!.by, async (scope) => {
    const facts = await loadFacts(scope, requests, { lock: true });
    const earlier = await store.findEarlier(scope, requests, facts.couponFor);
    const applied = applyAll(requests, facts, earlier, scope.now());

    const made = applied.flatMap((outcome, index) =>
      !isFailure(outcome) && outcome.kind === 'MADE'
        ? [{ ...applications[index]!, redemption: outcome.redemption }]
        : [],
    );
    if (made.length > 0) {
      await store.saveMade(scope, made);
      const changes = made.map(({ by, redemption }) => ({
        by,
        change: { action: 'coupon.redeemed', targetId: redemption.id, before: null, after: redemption },
      }));
      await announceAll(scope, changes);
    }
    const answered = newlyAnswered(requests, applied, earlier);
    if (answered.length > 0) await store.saveKeys(scope, answered);
    return applied;
  });
}

/**
 * The requests whose keys are not known yet, one of each key. Also one that only repeats another for the same
 * reference: its key has been answered, and is answered so ever after, whatever becomes of the reference.
 */
function newlyAnswered(
  requests: readonly ApplyRequest[],
  applied: readonly Applied[],
  { byIdempotencyKey }: EarlierRedemptions,
): store.Answered[] {
  const byKey = new Map<string, store.Answered>();
  applied.forEach((outcome, index) => {
    const request = requests[index]!;
    const { idempotencyKey } = request;
    if (isFailure(outcome) || idempotencyKey === null || byIdempotencyKey.has(idempotencyKey)) return;
    byKey.set(idempotencyKey, { request, redemption: outcome.redemption });
  });
  return [...byKey.values()];
}

const attemptsMax = 3;

/** Carries out one request of a batch that has failed. */
async function applyAlone(application: Application, batchError: unknown): Promise<Applied> {
  const { idempotencyKey, reference } = application.request;
  // If the batch may have been committed, only a request that is known again may be carried out again.
  if (isOutcomeUnknown(batchError) && idempotencyKey === null && reference === null) throw batchError;
  for (let attempt = 1; ; attempt++) {
    try {
      const [applied] = await applyTogether([application]);
      return applied!;
    } catch (error) {
      if (!store.isRepeat(error) || attempt === attemptsMax) throw error;
    }
  }
}

export const voidRedemption = mutation(
  'voidRedemption',
  async (scope, input: MutationInput & { readonly id: string }) => {
    const seen = await store.find(scope, input.id);
    if (!seen) return redemptionNotFound(input.id);

    // The coupon's row owns the number; once it is held, nobody else voids, so look again.
    await lockCoupon(scope, seen.couponId);
    const before = (await store.find(scope, input.id))!;
    const after = voided(before, scope.reason, scope.now());
    if (isFailure(after)) return after;
    await store.saveVoided(scope, after);
    await announce(scope, { action: 'redemption.voided', targetId: after.id, before, after });
    return after;
  },
);

export const findRedemption = (scope: Scope, id: string): Promise<Redemption | null> => store.find(scope, id);

export async function listRedemptions(
  scope: Scope,
  { code, ...filter }: RedemptionFilter & { readonly code?: string | null | undefined },
  page: PageArguments,
): Promise<Page<Redemption>> {
  if (code == null) return store.list(scope, filter, page);
  const coupon = await findCouponByCode(scope, code);
  // No living coupon has the code, or it is not the one that was asked for as well: there are none.
  const couponId = coupon && (filter.couponId ?? coupon.id) === coupon.id ? coupon.id : 'none';
  return store.list(scope, { ...filter, couponId }, page);
}

/** Those of the customer whose token is sent; a key is nobody's. */
export const listOwnRedemptions = (scope: Scope, page: PageArguments): Promise<Page<Redemption>> =>
  store.list(
    scope,
    scope.actor.kind === 'USER' ? { customerId: scope.actor.id } : { couponId: 'none' },
    page,
  );

export const listRedeemers = (
  scope: Scope,
  couponId: Coupon['id'],
  page: PageArguments,
): Promise<Page<Redeemer>> => store.listRedeemers(scope, couponId, page);
