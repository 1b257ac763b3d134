import type { z } from 'zod';
import { codeKey } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { readFacts } from '../evaluation/actions/reading.js';
import { madeBefore } from '../evaluation/actions/repeating.js';
import { referenceAlreadyRedeemed } from '../evaluation/errors.js';
import { nameOfReference, type Held } from '../evaluation/facts.js';
import { distinct } from '../lib/distinct.js';
import { parseInput, type Unchecked } from '../lib/input.js';
import { money, type Money } from '../lib/money.js';
import { isFailure, type Failure, type SuccessOf } from '../lib/outcome.js';
import type { TaxBasis } from '../lib/tax-basis.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import { holdNames } from '../platform/names.js';
import { requireRight } from '../platform/rights.js';
import type { Scope } from '../platform/scope.js';
import { findUsedFor } from '../redemptions/actions.js';
import { oneCustomer } from '../redemptions/actions/linking.js';
import { inTurn } from '../redemptions/actions/turns.js';
import { useTogether } from '../redemptions/actions/using.js';
import type { ApplyRequest, Together } from '../redemptions/apply.js';
import type { Redemption } from '../redemptions/core.js';
import { candidatesFor } from './actions/candidates.js';
import { codesMeant, findEarlier, findEarlierFor, hashOfRequest, keepRejected } from './actions/repeats.js';
import { askersOf, isForOthers, openCart, promoted, type Wish } from './cart.js';
import { paidByCardsMinor, savingMinor, type Rejected } from './core.js';
import { keptOf, promotedEarlier, usedWith, validatedEarlier, valuedOf, type Earlier } from './earlier.js';
import { promotionsRefused, savingChanged } from './errors.js';
import { choiceFor, type Choice } from './goal.js';
import { application, preview, validation } from './input.js';
import { validationOf } from './validation.js';

/** The same as of another instant; whoever asks that sees what is not public yet. */
export function asOf(scope: Scope, instant: Date | null): Scope {
  if (instant === null) return scope;
  requireRight(scope, 'READ');
  return { ...scope, now: () => instant };
}

async function cartFor(
  scope: Scope,
  wish: Wish & { readonly automatic: boolean },
  startLimit: () => () => boolean,
) {
  const automatic = await candidatesFor(scope, wish);
  const { identities } = wish;
  const facts = await readFacts(scope, { identities, askers: askersOf(wish, automatic.ids) });
  if (isFailure(facts)) return facts;
  const cart = openCart(facts, wish, automatic, scope);
  const used = wish.reference && (await findUsedFor(scope, wish.reference));
  const earlier = used && wish.reference && (await findEarlierFor(scope, wish, wish.reference));
  const together = earlier
    ? promotedEarlier(earlier, wish)
    : promoted(cart, wish.goal, scope.now(), {
        used: used && { couponId: used.couponId, redemptionId: used.id },
        isLate: startLimit(),
      });
  return { facts, cart, used, earlier, together };
}

/** What an order comes to with these codes and what comes by itself. Counts nothing, locks nothing, writes nothing. */
export async function previewPromotions(outer: Scope, input: Unchecked) {
  const checked = parseInput(preview, input);
  if (isFailure(checked)) return checked;
  const { evaluateAt, timeLimitMs, ...wish } = checked;
  const scope = asOf(outer, evaluateAt);
  const found = await cartFor(scope, wish, () => lateAfter(outer.now, timeLimitMs));
  if (isFailure(found)) return found;
  const { used, earlier, together } = found;
  // What is sent is refused one by one; where nothing is, that the order has something already is all there is to say.
  const isSaid = wish.codes.length > 0 || earlier || !used;
  return isSaid ? together : referenceAlreadyRedeemed(used.couponCode, used.id);
}

/** Whether so much time has passed since; never without a limit. */
function lateAfter(now: () => Date, limitMs: number | null): () => boolean {
  if (limitMs === null) return () => false;
  const end = now().getTime() + limitMs;
  return () => now().getTime() >= end;
}

/** What codes are worth for an order, each alone and all together. Counts nothing, locks nothing, writes nothing. */
export async function validateCoupons(outer: Scope, input: Unchecked) {
  const checked = parseInput(validation, input);
  if (isFailure(checked)) return checked;
  const { evaluateAt, explain: isExplained, timeLimitMs, ...wish } = checked;
  const scope = asOf(outer, evaluateAt);
  const found = await cartFor(scope, wish, () => lateAfter(outer.now, timeLimitMs));
  if (isFailure(found)) return found;
  const { facts, cart, earlier, together } = found;
  const { codes: _, goal: __, automatic: ___, ...question } = wish;
  const asking = {
    isExplained,
    madeBefore: (code: string, own: Held) =>
      madeBefore(own, { ...question, code, amount: null, amountMinor: null }),
  };
  const codes = wish.codes.map((code) => {
    const alone = validationOf(facts, cart, code, asking);
    return earlier ? validatedEarlier(alone, earlier) : alone;
  });
  return { codes, together };
}

/** What was used for an order. */
export interface Used {
  readonly redemptions: readonly Redemption[];
  readonly youSave: Money;
  readonly paidByGiftCards: Money;
  readonly taxBasis: TaxBasis | null;
  readonly rejected: readonly Rejected[];
}

/** Uses codes and what comes by itself for an order, as `previewPromotions` says, in one transaction. */
export async function applyPromotions(scope: Scope, input: MutationInput & Unchecked) {
  const wish = parseInput(application, input);
  if (isFailure(wish)) return wish;
  // Before anything is held: whoever links customers waits until nobody counts.
  const customer = await oneCustomer(scope, wish.identities);
  if (isFailure(customer)) return customer;
  const keys = distinct(wish.codes.map((code) => codeKey(code, false)));
  return inTurn({ ...scope, keys }, () => applyNow(scope, wish, input));
}

async function applyNow(scope: Scope, wish: Application, { idempotencyKey, reason }: MutationInput) {
  // Before the transaction, which would see what it has not committed itself; under lock they are decided on anew.
  const { ids: automatic } = await candidatesFor(scope, wish);
  const codes = await codesMeant(scope, wish.codes);
  const apply = mutation(
    'applyPromotions',
    (inner, given: MutationInput & Application) => applyTogether(inner, given, { automatic, codes }),
    kept,
  );
  return apply(scope, { ...wish, idempotencyKey, reason });
}

type Application = SuccessOf<z.output<typeof application>>;

const kept = (answer: Used | Failure): unknown =>
  isFailure(answer) ? answer : { ...answer, rejected: keptOf(answer.rejected) };

/** What a wish is found to mean before its transaction begins. */
interface Meant {
  readonly automatic: readonly Coupon['id'][];
  /** As they are compared. */
  readonly codes: readonly string[];
}

async function applyTogether(scope: Scope, input: MutationInput & Application, meant: Meant) {
  const { idempotencyKey: _, reason: __, ...wish } = input;
  const requestHash = hashOfRequest(wish, meant.codes);
  if (wish.reference) {
    await holdNames(scope, [nameOfReference(wish.reference)]);
    const earlier = await findEarlier(scope, wish.reference, requestHash);
    if (earlier) {
      scope.onReplay();
      return answerWith(earlier, wish);
    }
    // Discounts of one order are decided on together, or not at all: what gets along, and what is left to pay.
    const other = await findUsedFor(scope, wish.reference);
    if (other) return referenceAlreadyRedeemed(other.couponCode, other.id);
  }

  const requests = askersOf(wish, meant.automatic).map((asker): ApplyRequest => ({
    ...asker,
    amountMinor: null,
    idempotencyKey: null,
    requestHash,
    redemptionId: scope.newId('redemption'),
    isForSelf: scope.actor.kind === 'USER',
    reservationId: null,
    togetherId: null,
  }));
  const used = await useTogether(scope, requests, choiceFor(wish.goal, scope.now()), (together) =>
    refusalOf(together, wish),
  );
  if (isFailure(used)) return used;
  const { redemptions, together } = used;
  const coupons = together.chosen.map(({ coupon }) => coupon);
  const outcome = { used: usedWith(redemptions, coupons), rejected: rejectedOf(together.refused) };
  if (wish.reference) await keepRejected(scope, wish.reference, requestHash, outcome);
  return answerWith(outcome, wish);
}

function answerWith({ used, rejected }: Earlier, { order: { currency }, context }: Wish): Used {
  const applied = valuedOf(used);
  return {
    redemptions: used.map(({ redemption }) => redemption),
    youSave: money(savingMinor({ applied }), currency),
    paidByGiftCards: money(paidByCardsMinor({ applied }), currency),
    taxBasis: context.taxBasis,
    rejected,
  };
}

/** Why nothing is to be used, though something could be. */
function refusalOf(together: Together<Choice>, { isPartial, expectedSaving, order }: Application) {
  const rejected = rejectedOf(together.refused.filter(({ request }) => !request.couponId));
  const isAnyUsed = together.chosen.some(({ request }) => !request.couponId);
  if (rejected.length > 0 && !(isPartial && isAnyUsed)) return promotionsRefused(rejected);
  const current = money(together.choice ? savingMinor(together.choice) : 0n, order.currency);
  const isExpected =
    expectedSaving === null ||
    (expectedSaving.minor === current.minor && expectedSaving.currency === current.currency);
  return isExpected ? null : savingChanged(expectedSaving, current);
}

const rejectedOf = (refused: Together<Choice>['refused']): Rejected[] =>
  refused.flatMap(({ request, coupon, reasons, conflicts }): Rejected[] => {
    const isAutomatic = request.couponId != null;
    if (isAutomatic && !isForOthers(reasons)) return [];
    // Without the coupon: what an answer says of it is kept with it.
    return [{ code: isAutomatic ? coupon!.code : request.code, coupon: null, reasons, conflicts }];
  });
