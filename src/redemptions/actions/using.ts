import { announcing } from '../../audit/actions.js';
import type { Coupon } from '../../coupons/core.js';
import type { Facts, Held } from '../../evaluation/facts.js';
import type { Tally } from '../../evaluation/tally.js';
import { assert } from '../../lib/assert.js';
import { money, type Money } from '../../lib/money.js';
import { isFailure } from '../../lib/outcome.js';
import { saveCounters } from '../../limits/actions.js';
import type { Scope } from '../../platform/scope.js';
import type { Applied, ApplyRequest, Choose, Chosen, Made, openCounter, Together } from '../apply.js';
import { unreserved, type Redemption } from '../core.js';
import { saveChanges } from './returning.js';
import * as store from '../store.js';
import * as ledger from '../store/ledger.js';

/** One request, and on whose behalf. All that run together are of one tenant. */
export interface Application {
  readonly by: Scope;
  readonly request: ApplyRequest;
}

export type Used =
  | Exclude<Applied, { kind: 'MADE' | 'REPEATED' }>
  | { readonly isRepeated: boolean; readonly redemption: Redemption };

/** Saves what was decided, and answers each with its redemption. */
export async function save(
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
    readonly givenUp?: readonly GivenUp[];
    /** Whether the transaction ends with it. */
    readonly isLast?: boolean;
  },
): Promise<Used[]> {
  const made: (Made & Application)[] = [];
  const repeated = new Map<string, ledger.Repeated>();
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
  const replaced = made.flatMap(({ by, replaced }) => (replaced ? [{ by, held: replaced }] : []));
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
    await ledger.saveMade(scope, paid, [...repeated.values()], announcing(scope, changes), isLast);
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

/** What a checkout had reserved, and on whose behalf it does so no longer. */
interface GivenUp {
  readonly by: Scope;
  readonly held: Held;
}

/** Of the codes that a checkout now uses, or was to and does not. The tally has given back what limits counted of them. */
async function giveUp(
  scope: Scope,
  givenUp: readonly GivenUp[],
  cards: ReturnType<typeof openCards>,
): Promise<void> {
  if (givenUp.length === 0) return;
  const byId = new Map(givenUp.map(({ by, held }) => [held.redemptionId, by]));
  const changes = (await store.findMany(scope, [...byId.keys()])).map((before) => {
    const after = unreserved(before, 'VOIDED', 'replaced', scope.now());
    const left = cards.after(before.couponId, before.discount.minor);
    const card = left && { returned: before.discount, left };
    return { by: byId.get(before.id)!, action: 'redemption.voided', before, after, card };
  });
  await saveChanges(scope, changes);
}

/** What is to be saved of codes that are used together. */
interface Counted {
  readonly applications: readonly Application[];
  readonly outcomes: readonly Made[];
  readonly givenUp: readonly GivenUp[];
}

/** Which of several codes are to be used for one order: those that `choose` chooses, in its order. */
export const chooseTogether = <C extends Chosen>(
  counter: ReturnType<typeof openCounter>,
  requests: readonly ApplyRequest[],
  choose: Choose<C>,
): Together<C> => inTurn(counter.choose(requests, choose));

/** Counts them. */
export const countTogether = (
  by: Scope,
  counter: ReturnType<typeof openCounter>,
  together: Together<Chosen>,
): Counted => ({
  applications: together.chosen.map(({ request }) => ({ by, request })),
  outcomes: counter.useAll(together).map((outcome) => {
    assert(!isFailure(outcome), 'what was chosen on the same facts can be used');
    return outcome;
  }),
  givenUp: together.givenUp.flatMap(({ own }) => (own ? [{ by, held: own }] : [])),
});

/**
 * Ids sort by time: given anew, so that redemptions sort in the order in which they take something off. Where neither an
 * order nor a reservation says that they belong together, they say so themselves.
 */
function inTurn<C extends Chosen>({ chosen, ...together }: Together<C>): Together<C> {
  const ids = chosen.map(({ request }) => request.redemptionId).sort();
  const inOrder = chosen.map((one, index): typeof one => {
    const { reference, reservationId } = one.request;
    const togetherId = ids.length > 1 && !reference && !reservationId ? ids[0]! : null;
    return { ...one, request: { ...one.request, redemptionId: ids[index]!, togetherId } };
  });
  return { ...together, chosen: inOrder };
}
