import { z } from 'zod';
import { announce, announcing } from '../audit/actions.js';
import { findCouponByCode } from '../coupons/actions.js';
import { codeKey } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { findCustomer, linkIdentities } from '../customers/actions.js';
import { customerInput } from '../customers/identity.js';
import { loadFacts, type Counting } from '../evaluation/actions.js';
import { identified, inMinorUnits, question } from '../evaluation/asked.js';
import type { Facts, Held, ReferenceTo } from '../evaluation/facts.js';
import { openTally, type Tally } from '../evaluation/tally.js';
import { invalidInput, metadataOrEmpty, parseInput, type Unchecked } from '../lib/input.js';
import { money, type Money } from '../lib/money.js';
import { assert } from '../lib/assert.js';
import { isFailure, type Failure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { mergeCounters, saveCounters } from '../limits/actions.js';
import { isOutcomeUnknown } from '../platform/database-errors.js';
import { hashOf, keyOf, mutation, reasonOf, type MutationInput } from '../platform/idempotency.js';
import { createLanes, Overloaded } from '../platform/lane.js';
import type { Scope } from '../platform/scope.js';
import { inTransaction } from '../platform/transaction.js';
import {
  openCounter,
  type Applied,
  type ApplyRequest,
  type Choose,
  type Chosen,
  type Made,
  type Together,
} from './apply.js';
import {
  asMade,
  difference,
  unreserved,
  useOf,
  type Redeemer,
  type Redemption,
  type RedemptionFilter,
} from './core.js';
import { overloaded } from './errors.js';
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
  const request: ApplyRequest = {
    ...checked,
    idempotencyKey: keyOf(scope, input),
    // What is meant and not how it was written, so that a repeat is known again; also by another key of the tenant's.
    requestHash: hashOf({ ...checked, code: key }).toString('hex'),
    redemptionId: scope.newId('redemption'),
    isForSelf: scope.actor.kind === 'USER',
    reservationId: null,
  };
  const by = { ...scope, reason: reasonOf(input) };
  try {
    const used = await submit({ db: scope.db, tenantId: scope.tenantId, keys: [key] }, { by, request });
    if (isFailure(used)) return used;
    if (used.isRepeated) scope.onReplay();
    return asMade(used.redemption);
  } catch (error) {
    if (error instanceof Overloaded) return overloaded(error.retryAfterMs);
    throw error;
  }
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
  return Promise.all(items.map((item) => applyCoupon(own, item)));
}

/** One request, and on whose behalf. All that run together are of one tenant. */
interface Application {
  readonly by: Scope;
  readonly request: ApplyRequest;
}

type Used =
  | Exclude<Applied, { kind: 'MADE' | 'REPEATED' }>
  | { readonly isRepeated: boolean; readonly redemption: Redemption };

const submit = createLanes<Application, Used>({
  run: applyTogether,
  runAlone: applyAlone,
  isEverybodys: isOutcomeUnknown,
  batchMax: 256,
  atOnceMax: 6,
  // While one batch waits for its flush another can be decided; more would be smaller, and wait for each other's.
  atOncePerTenant: 2,
  beside: { from: 32, afterMs: 25 },
  waitingMax: 5_000,
  waitingMaxInAll: 20_000,
});

/** Load under lock, decide, save: the one path, for one request and for many, in one transaction. */
function applyTogether(applications: readonly Application[]): Promise<Used[]> {
  const requests = applications.map(({ request }) => request);
  return inTransaction(applications[0]!.by, async (scope) => {
    const facts = await loadFacts(scope, requests, { lock: true });
    const tally = openTally(facts, scope.now());
    const counter = openCounter(facts, tally, scope.now());
    const outcomes = requests.map((request) => counter.use(request));
    return save(scope, applications, outcomes, { facts, tally, isLast: true });
  });
}

/** Saves what was decided, and answers each with its redemption. */
async function save(
  scope: Scope,
  applications: readonly Application[],
  outcomes: readonly Applied[],
  {
    tally,
    facts,
    givenUp = [],
    isLast = false,
  }: {
    readonly tally: Tally;
    readonly facts: Facts;
    readonly givenUp?: readonly Held[];
    /** Whether the transaction ends with it. */
    readonly isLast?: boolean;
  },
): Promise<Used[]> {
  const made: (Made & Application)[] = [];
  const repeated = new Map<string, store.Repeated>();
  const ids = new Set<Redemption['id']>();
  outcomes.forEach((outcome, index) => {
    if (isFailure(outcome)) return;
    const application = applications[index]!;
    if (outcome.kind === 'MADE') return void made.push({ ...outcome, ...application });
    ids.add(outcome.redemptionId);
    // Its key is answered so ever after, whatever becomes of the reference that it repeats.
    const { idempotencyKey, requestHash } = application.request;
    if (idempotencyKey !== null && !facts.answerTo(idempotencyKey)) {
      repeated.set(idempotencyKey, { idempotencyKey, requestHash, redemptionId: outcome.redemptionId });
    }
  });
  for (const { request } of made) repeated.delete(request.idempotencyKey ?? '');
  const byId = new Map(made.map(({ redemption }) => [redemption.id, redemption]));
  const earlier = await store.findMany(
    scope,
    [...ids].filter((id) => !byId.has(id)),
  );
  for (const redemption of earlier) byId.set(redemption.id, redemption);

  const cards = openCards(facts);
  const replaced = made.flatMap((one) => one.replaced ?? []);
  await giveUp(scope, [...replaced, ...givenUp], cards);
  const counters = tally.changedCounters();
  if (counters.length > 0) await saveCounters(scope, counters);
  if (made.length > 0 || repeated.size > 0) {
    const changes = made.map(({ by, redemption }) => ({
      by,
      change: {
        action: redemption.reservationId ? 'coupon.reserved' : 'coupon.redeemed',
        ...{ targetId: redemption.id, before: null, after: redemption },
      },
    }));
    const paid = made.map((one) => ({
      ...one,
      cardLeft: cards.after(one.redemption.couponId, -one.redemption.discount.minor),
    }));
    await store.saveMade(scope, paid, [...repeated.values()], announcing(scope, changes), isLast);
  }

  return outcomes.map((outcome) => {
    if (isFailure(outcome)) return outcome;
    if (outcome.kind === 'MADE') return { isRepeated: false, redemption: outcome.redemption };
    return { isRepeated: true, redemption: byId.get(outcome.redemptionId)! };
  });
}

/** What gift cards have left, one movement after the other in the order in which they are saved. */
function openCards(facts: Facts) {
  const balances = new Map<Coupon['id'], Money | null>();
  return {
    /** After so much was put on the card, or taken off it; null for other kinds of coupon. */
    after(couponId: Coupon['id'], minor: bigint): Money | null {
      const before = balances.get(couponId) ?? facts.couponById(couponId)!.balance;
      const left = before && money(before.minor + minor, before.currency);
      balances.set(couponId, left);
      return left;
    },
  };
}

/** What a checkout had reserved of the codes that it now uses, or was to and does not. The tally has given back what limits counted of it. */
async function giveUp(
  scope: Scope,
  held: readonly Held[],
  cards: ReturnType<typeof openCards>,
): Promise<void> {
  if (held.length === 0) return;
  const ids = held.map(({ redemptionId }) => redemptionId);
  const changed = (await store.findMany(scope, ids)).map((before): store.Changed => {
    const after = unreserved(before, 'VOIDED', 'replaced', scope.now());
    const left = cards.after(before.couponId, before.discount.minor);
    return { before, after, card: left && { returned: before.discount, left } };
  });
  await saveChanges(scope, changed, 'redemption.voided');
}

const attemptsMax = 3;

/** Carries out one request of a batch that has failed. */
async function applyAlone(application: Application, batchError: unknown): Promise<Used> {
  const { idempotencyKey, reference } = application.request;
  // If the batch may have been committed, only a request that is known again may be carried out again.
  if (isOutcomeUnknown(batchError) && idempotencyKey === null && reference === null) throw batchError;
  for (let attempt = 1; ; attempt++) {
    try {
      const [used] = await applyTogether([application]);
      return used!;
    } catch (error) {
      if (!store.isRepeat(error) || attempt === attemptsMax) throw error;
    }
  }
}

/**
 * Uses several codes for one order, in this transaction: as many of them as `choose` chooses, in its order. `refuse` is
 * shown the choice before anything is saved, and may say no to it.
 */
export async function useTogether<C extends Chosen, F extends Failure>(
  scope: Scope,
  requests: readonly ApplyRequest[],
  choose: Choose<C>,
  refuse: (together: Together<C>) => F | null,
): Promise<F | { readonly together: Together<C>; readonly redemptions: readonly Redemption[] }> {
  const facts = await loadFacts(scope, requests, { lock: true });
  const tally = openTally(facts, scope.now());
  const counter = openCounter(facts, tally, scope.now());
  const together = inTurn(counter.choose(requests, choose));
  const refusal = refuse(together);
  if (refusal) return refusal;

  const outcomes = counter.useAll(together);
  const applications = together.chosen.map(({ request }) => ({ by: scope, request }));
  const givenUp = together.givenUp.flatMap(({ own }) => own ?? []);
  const used = await save(scope, applications, outcomes, { facts, tally, givenUp });
  return {
    together,
    redemptions: used.map((one) => {
      assert(!isFailure(one), 'what was chosen on the same facts can be used');
      return one.redemption;
    }),
  };
}

/** Ids sort by time: given anew, so that redemptions sort in the order in which they take something off. */
function inTurn<C extends Chosen>({ chosen, ...together }: Together<C>): Together<C> {
  const ids = chosen.map(({ request }) => request.redemptionId).sort();
  return {
    ...together,
    chosen: chosen.map((one, index) => ({ ...one, request: { ...one.request, redemptionId: ids[index]! } })),
  };
}

/** Keeps everybody else from using or reserving anything for this order or checkout until the transaction ends. */
export const holdReference = (scope: Scope, reference: ReferenceTo): Promise<void> =>
  store.holdReference(scope, reference);

/** Something that was used for a reference, and still is; null if nothing is. */
export const findUsedFor = (scope: Scope, reference: ReferenceTo): Promise<Redemption | null> =>
  store.findUsedFor(scope, reference);

/** What was used for a reference by one and the same request. */
export const findMadeBy = (
  scope: Scope,
  reference: ReferenceTo,
  requestHash: string,
): Promise<Redemption[]> => store.findMadeBy(scope, reference, requestHash);

const saveChanges = (scope: Scope, changed: readonly store.Changed[], action: string): Promise<void> => {
  const entries = changed.map(({ before, after }) => ({
    by: scope,
    change: { action, targetId: after.id, before, after },
  }));
  return store.saveChanged(scope, changed, announcing(scope, entries));
};

/**
 * Holds redemptions, by their coupons' rows, until the transaction ends; and looks again, since nobody changes them now.
 * What is to be used in the same transaction is held with them: whoever locked it later might wait for one who waits for us.
 */
export async function holdRedemptions(
  scope: Scope,
  seen: readonly Redemption[],
  requests: readonly ApplyRequest[] = [],
) {
  const locked = (redemptions: readonly Redemption[]): Promise<Facts> => {
    const changing = redemptions.map((redemption): Counting => ({ ...redemption, use: useOf(redemption) }));
    return loadFacts(scope, requests, { lock: true, changing });
  };
  const facts = await locked(seen);
  const current = await store.findMany(
    scope,
    seen.map(({ id }) => id),
  );
  const counted = new Map(seen.map(({ id, customer }) => [id, customer]));
  // Their customer was linked with another before the lock was had: they count elsewhere since.
  const hasMoved = current.some(({ id, customer }) => customer !== counted.get(id));
  return { facts: hasMoved ? await locked(current) : facts, current };
}

/** Saves where redemptions stand now, and gives back what they no longer count for, wherever it counts. */
export async function giveBack(
  scope: Scope,
  facts: Facts,
  changes: readonly { readonly before: Redemption; readonly after: Redemption; readonly cardMinor: bigint }[],
  action: string,
): Promise<void> {
  const tally = openTally(facts, scope.now());
  const changed = changes.map(({ before, after, cardMinor }): store.Changed => {
    tally.giveBack(
      { id: before.couponId, campaignId: before.campaignId },
      difference(before, after),
      cardMinor,
    );
    const left = tally.current(facts.couponById(before.couponId)!).balance;
    const returned = money(cardMinor, before.discount.currency);
    return { before, after, card: left && cardMinor > 0n ? { returned, left } : null };
  });
  const counters = tally.changedCounters();
  if (counters.length > 0) await saveCounters(scope, counters);
  if (changed.length > 0) await saveChanges(scope, changed, action);
}

/** A customer who is known by several identities is one from now on, if they were several until now. */
export async function oneCustomer(scope: Scope, identities: readonly string[]) {
  if (identities.length < 2) return null;
  const [customer, ...others] = await Promise.all(
    identities.map((identity) => findCustomer(scope, identity)),
  );
  if (others.every(({ key }) => key === customer!.key)) return null;
  const linked = await inTransaction(scope, (inner) => link(inner, identities));
  return isFailure(linked) ? linked : null;
}

const linking = z.object({
  identities: z
    .array(customerInput)
    .min(1, 'Expected at least one identity.')
    .max(20, 'Expected up to 20 identities.')
    .transform((given) => given.flat()),
});

/** Makes one customer of several identities: from now on limits count them together, and what was counted apart is added. */
export const linkCustomer = mutation('linkCustomer', async (scope, input: MutationInput & Unchecked) => {
  const checked = parseInput(linking, input);
  if (isFailure(checked)) return checked;
  const linked = await link(scope, checked.identities);
  return isFailure(linked) ? linked : findCustomer(scope, linked.customer);
});

async function link(scope: Scope, identities: readonly string[]) {
  const linked = await linkIdentities(scope, identities);
  if (isFailure(linked) || linked.joined.length === 0) return linked;
  const { customer, absorbed } = linked;
  await store.mergeRedeemers(scope, customer, absorbed);
  await mergeCounters(scope, customer, absorbed);
  await announce(scope, {
    action: 'customer.linked',
    targetId: scope.tenantId,
    before: null,
    after: { customer, joined: linked.joined, absorbed },
  });
  return linked;
}

/** What a reservation holds, or held. */
export const findReserved = (
  scope: Scope,
  id: NonNullable<Redemption['reservationId']>,
): Promise<Redemption[]> => store.findReserved(scope, id);

/** The redemption that a reference has of a coupon at this moment. */
export const findByReference = (
  scope: Scope,
  couponId: Coupon['id'],
  reference: ReferenceTo,
): Promise<Redemption | null> => store.findByReference(scope, couponId, reference);

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
