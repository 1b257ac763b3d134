import { findCouponByCode } from '../coupons/actions.js';
import { codeKey } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { lockFacts } from '../evaluation/actions/loading.js';
import { hashOfUse } from '../evaluation/actions/repeating.js';
import { identified, inMinorUnits, question } from '../evaluation/asked.js';
import type { ReferenceTo } from '../evaluation/facts.js';
import { openTally } from '../evaluation/tally.js';
import { invalidInput, metadataOrEmpty, parseInput, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { asksForRetry, isOutcomeUnknown, waitedTooLong, wasNotBegun } from '../platform/database-errors.js';
import { keyOf, reasonOf, type MutationInput } from '../platform/idempotency.js';
import { createLanes } from '../platform/lane.js';
import type { Scope } from '../platform/scope.js';
import { inTransaction } from '../platform/transaction.js';
import { openCounter, type ApplyRequest } from './apply.js';
import { asMade, type Redeemer, type Redemption, type RedemptionFilter } from './core.js';
import { outcomeUnknown, overloaded, type OutcomeUnknown, type Overloaded } from './errors.js';
import { afterFailure } from './actions/alone.js';
import { oneCustomer } from './actions/linking.js';
import { orOverloaded } from './actions/overload.js';
import { save, type Application, type Used } from './actions/using.js';
import * as store from './store.js';

const application = question
  .extend({ metadata: metadataOrEmpty })
  .transform(inMinorUnits)
  .transform(identified);

interface ApplyCoupon extends MutationInput, Unchecked {
  readonly customerId?: string | null | undefined;
}

/** Uses a code for an order: decides, and counts one use, in the transaction of the lane that the code belongs to. */
export async function applyCoupon(scope: Scope, input: ApplyCoupon) {
  const checked = parseInput(application, input);
  if (isFailure(checked)) return checked;
  const customer = await oneCustomer(scope, checked.identities);
  if (isFailure(customer)) return customer;

  const key = codeKey(checked.code, false);
  const request: ApplyRequest = Object.assign(checked, {
    idempotencyKey: keyOf(scope, input),
    requestHash: hashOfUse(checked),
    redemptionId: scope.newId('redemption'),
    isForSelf: scope.actor.kind === 'USER',
    reservationId: null,
    togetherId: null,
  });
  const by = { ...scope, reason: reasonOf(input) };
  const used = await orOverloaded(
    submit({ db: scope.db, tenantId: scope.tenantId, keys: [key] }, { by, request }),
  );
  if (isFailure(used)) return used;
  if (used.isRepeated) scope.onReplay();
  return asMade(used.redemption);
}

const itemsMax = 100;

/** The same for many orders at once, each with an answer of its own: one that is refused does not hold up the others. */
export async function applyCoupons(
  scope: Scope,
  input: MutationInput & { readonly items: readonly ApplyCoupon[] },
) {
  const { length } = input.items;
  if (length < 1 || length > itemsMax) {
    return invalidInput([
      { path: ['items'], message: `Expected 1 to ${itemsMax} items, but got ${length}.` },
    ]);
  }
  const key = keyOf(scope, input);
  const own = { ...scope, idempotencyKey: null };
  const items = input.items.map((item, index) => ({
    ...item,
    idempotencyKey: item.idempotencyKey ?? (key === null ? null : `${key}:${index}`),
    reason: item.reason ?? input.reason,
  }));
  // A key or a reason that is too long is refused before the first item is used, not after the others.
  for (const item of items) {
    keyOf(own, item);
    reasonOf(item);
  }
  return Promise.all(items.map((item) => applyCoupon(own, item).catch(asAnswer)));
}

/** What would be thrown to one who asks alone must not hide what became of the other items. */
function asAnswer(error: unknown): Overloaded | OutcomeUnknown {
  if (asksForRetry(error) || wasNotBegun(error)) return overloaded(1_000);
  if (isOutcomeUnknown(error)) return outcomeUnknown();
  throw error;
}

const submit = createLanes<Application, Used>({
  name: 'apply',
  run: applyTogether,
  runAlone: applyAlone,
  isEverybodys: isOutcomeUnknown,
  isOfItsKeys: waitedTooLong,
  batchMax: 256,
  atOnceMax: 6,
  // While one batch waits for its flush another can be decided; more would be smaller, and wait for each other's.
  atOncePerTenant: 2,
  beside: { from: 32, afterMs: 25 },
  waitingMax: 5_000,
  waitingMaxForKey: 4_000,
  waitingMaxInAll: 20_000,
});

/** Load under lock, decide, save: the one path, for one request and for many, in one transaction. */
function applyTogether(applications: readonly Application[]): Promise<Used[]> {
  const requests = applications.map(({ request }) => request);
  return inTransaction(applications[0]!.by, async (scope, isJoined) => {
    const facts = await lockFacts(scope, requests);
    const tally = openTally(facts, scope.now());
    const counter = openCounter(facts, tally, scope.now());
    const outcomes = requests.map((request) => counter.use(request));
    return save(scope, applications, outcomes, { facts, tally, isLast: !isJoined });
  });
}

/** Carries out one request of a batch that has failed. */
function applyAlone(application: Application, batchError: unknown): Promise<Used> {
  const { idempotencyKey, reference } = application.request;
  const isKnownAgain = idempotencyKey !== null || reference !== null;
  return afterFailure(batchError, isKnownAgain, async () => (await applyTogether([application]))[0]!);
}

/** Something that was used for a reference, and still is; null if nothing is. */
export const findUsedFor = (scope: Scope, reference: ReferenceTo): Promise<Redemption | null> =>
  store.findUsedFor(scope, reference);

/** What was used for a reference by a request, and still is. */
export const findMadeBy = (
  scope: Scope,
  reference: ReferenceTo,
  requestHash: string,
): Promise<Redemption[]> => store.findMadeBy(scope, reference, requestHash);

/** What was made for a reference by each request that did so, also what has been given back since. */
export const findEachMade = (scope: Scope, reference: ReferenceTo) => store.findEachMade(scope, reference);

/** What reservations hold, or held. */
export const findReserved = (
  scope: Scope,
  ids: readonly NonNullable<Redemption['reservationId']>[],
): Promise<Redemption[]> => store.findReserved(scope, ids);

/** What is or was held or used for the same order as this, itself included, in the order in which it takes something off. */
export const findOfOrder = (scope: Scope, redemption: Redemption): Promise<Redemption[]> =>
  store.findOfOrder(scope, redemption);

/** What references have of any coupon at this moment. */
export const findByReferences = (scope: Scope, references: readonly ReferenceTo[]): Promise<Redemption[]> =>
  store.findByReferences(scope, references);

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
