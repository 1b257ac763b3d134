import { codeKey } from '../../coupons/code.js';
import type { Coupon } from '../../coupons/core.js';
import { lockFacts } from '../../evaluation/actions/loading.js';
import { referenceAlreadyRedeemed, type ReferenceAlreadyRedeemed } from '../../evaluation/errors.js';
import { isSameReference, nameOfReference, type ReferenceTo } from '../../evaluation/facts.js';
import { openTally } from '../../evaluation/tally.js';
import { money, type Money } from '../../lib/money.js';
import { isFailure } from '../../lib/outcome.js';
import type { TaxBasis } from '../../lib/tax-basis.js';
import { findDone, nameOfKey, remember, type Keyed } from '../../platform/idempotency/together.js';
import { holdNames, type Name } from '../../platform/names.js';
import type { Scope } from '../../platform/scope.js';
import { inTransaction } from '../../platform/transaction.js';
import { findByReferences, findUsedFor } from '../../redemptions/actions.js';
import { createOperation, type Answer } from '../../redemptions/actions/together.js';
import { chooseTogether, countTogether, save } from '../../redemptions/actions/using.js';
import { openCounter, type ApplyRequest, type Together } from '../../redemptions/apply.js';
import { isUsed, type Redemption } from '../../redemptions/core.js';
import { askersOf, isForOthers, type Wish } from '../cart.js';
import { paidByCardsMinor, savingMinor, type Rejected } from '../core.js';
import { keptOf, usedWith, valuedOf, type Earlier } from '../earlier.js';
import { promotionsRefused, savingChanged, type PromotionsRefused, type SavingChanged } from '../errors.js';
import { choiceFor, type Choice } from '../goal.js';
import type { Application } from '../input.js';
import { candidatesForEach } from './candidates.js';
import { codesMeantByEach, findEarlier, hashOfRequest, keepRejected } from './repeats.js';

/** What was used for an order. */
export interface Used {
  readonly redemptions: readonly Redemption[];
  readonly youSave: Money;
  readonly paidByGiftCards: Money;
  readonly taxBasis: TaxBasis | null;
  readonly rejected: readonly Rejected[];
}

type Outcome = Used | PromotionsRefused | SavingChanged | ReferenceAlreadyRedeemed;

interface Applying extends Keyed {
  readonly wish: Application;
}

/** Uses codes and promotions for an order, together with those for other orders that wait for the same codes. */
export const applyTogether = createOperation<Applying, Outcome>({
  name: 'promotions',
  namesOf: ({ wish: { reference } }) => namesOf(reference),
  rowsOf: ({ wish }) => wish.codes.map((code) => codeKey(code, false)),
  isKnownAgain: ({ wish }) => wish.reference !== null,
  async together(requests) {
    const answers = await applyEach(requests, { isAlone: false });
    return requests.map((request) => answers.get(request) ?? null);
  },
  alone: async (request) => (await applyEach([request], { isAlone: true })).get(request)!,
});

const namesOf = (reference: ReferenceTo | null): Name[] => (reference ? [nameOfReference(reference)] : []);

/** A request, and what it is found to mean before its transaction begins. */
interface Attempt {
  readonly request: Applying;
  readonly uses: readonly ApplyRequest[];
  /** The same for the same order is a repeat. */
  readonly requestHash: string;
}

/** So many coupons are looked at by one transaction, for all its orders, so that it takes no longer than others may wait. */
const mostUses = 256;

/** Among so many a search for the best takes no time to speak of. */
const fewUses = 6;

/** Before the transaction, which would see what it has not committed itself; under lock promotions are decided on anew. */
async function attemptsOf(requests: readonly Applying[]): Promise<Attempt[]> {
  const [{ by }] = requests as readonly [Applying];
  const codes = await codesMeantByEach(
    by,
    requests.map(({ wish }) => wish.codes),
  );
  const automatic = await candidatesForEach(requests);
  return requests.map((request, index) => {
    const requestHash = hashOfRequest(request.wish, codes[index]!);
    return { request, requestHash, uses: usesOf(request, automatic[index]!.ids, requestHash) };
  });
}

const usesOf = (
  { by, wish }: Applying,
  automatic: readonly Coupon['id'][],
  requestHash: string,
): ApplyRequest[] =>
  askersOf(wish, automatic).map((asker) => ({
    ...asker,
    amountMinor: null,
    idempotencyKey: null,
    requestHash,
    redemptionId: by.newId('redemption'),
    isForSelf: by.actor.kind === 'USER',
    reservationId: null,
    togetherId: null,
  }));

/** Those that one transaction can decide on before others have waited for long: the first of them in any case. */
function asManyAsGo(attempts: readonly Attempt[]): Attempt[] {
  let all = 0;
  return attempts.filter(({ request: { wish }, uses }) => {
    const isSearch = wish.goal !== 'PRIORITY' && uses.length > fewUses;
    if (isSearch || all + uses.length > mostUses) return false;
    all += uses.length;
    return true;
  });
}

type Answers = Map<Applying, Answer<Outcome>>;

/**
 * Load under lock, decide, save, for orders that have no name in common. One of an order for which something was used before,
 * or that needs time, is answered only if it is alone.
 */
async function applyEach(
  requests: readonly Applying[],
  { isAlone }: { readonly isAlone: boolean },
): Promise<Answers> {
  const attempts = await attemptsOf(requests);
  return inTransaction(requests[0]!.by, async (scope, isJoined) => {
    await holdNames(
      scope,
      requests.flatMap((one) => [...nameOfKey(one), ...namesOf(one.wish.reference)]),
    );
    const answers: Answers = await findDone<Applying, Outcome>(scope, requests);
    const open = attempts.filter(({ request }) => !answers.has(request));
    const { fresh, repeats } = await meetEarlier(scope, isAlone ? open : asManyAsGo(open), answers, isAlone);

    const facts = await lockFacts(
      scope,
      fresh.flatMap(({ uses }) => uses),
    );
    const now = scope.now();
    const tally = openTally(facts, now);
    const counter = openCounter(facts, tally, now);
    const counted = fresh.flatMap(({ request, requestHash, uses }) => {
      const { by, wish } = request;
      const together = chooseTogether(counter, uses, choiceFor(wish.goal, now));
      const refusal = refusalOf(together, wish);
      if (refusal) {
        answers.set(request, { isRepeated: false, answer: refusal });
        return [];
      }
      const count = countTogether(by, counter, together);
      const redemptions = count.outcomes.map(({ redemption }) => redemption);
      const coupons = together.chosen.map(({ coupon }) => coupon);
      const outcome = { used: usedWith(redemptions, coupons), rejected: rejectedOf(together.refused) };
      const answer = answerWith(outcome, wish);
      answers.set(request, { isRepeated: false, answer });
      return [{ request, requestHash, answer, outcome, ...count }];
    });

    for (const { request, requestHash, outcome } of counted) {
      const { reference } = request.wish;
      if (reference) await keepRejected(scope, reference, requestHash, outcome);
    }
    const kept = [...counted, ...repeats].map(({ request, answer }) => ({
      request,
      answer: keptAnswer(answer),
    }));
    await remember(scope, kept);
    await save(
      scope,
      counted.flatMap(({ applications }) => applications),
      counted.flatMap(({ outcomes }) => outcomes),
      { facts, tally, givenUp: counted.flatMap(({ givenUp }) => givenUp), isLast: !isJoined },
    );
    return answers;
  });
}

/** As repeats are told it. */
const keptAnswer = (answer: Used): Used => ({ ...answer, rejected: keptOf(answer.rejected) });

interface Ready {
  /** Those that are to be decided on. */
  readonly fresh: readonly Attempt[];
  /** Those that ask for what their orders have used already. */
  readonly repeats: readonly { readonly request: Applying; readonly answer: Used }[];
}

/** Looks at what orders have used already: answers one that gets nothing more, if it is alone. */
async function meetEarlier(
  scope: Scope,
  attempts: readonly Attempt[],
  answers: Answers,
  isAlone: boolean,
): Promise<Ready> {
  const references = attempts.flatMap(({ request }) => request.wish.reference ?? []);
  const used = (await findByReferences(scope, references)).filter(isUsed);
  const wasUsed = ({ request: { wish } }: Attempt) =>
    used.some(({ reference }) => wish.reference !== null && isSameReference(reference!, wish.reference));
  const fresh = attempts.filter((attempt) => !wasUsed(attempt));
  if (!isAlone || fresh.length === attempts.length) return { fresh, repeats: [] };

  const repeats: { request: Applying; answer: Used }[] = [];
  for (const { request, requestHash } of attempts.filter(wasUsed)) {
    const answer = await earlierFor(scope, request.wish, requestHash);
    const isRepeated = !isFailure(answer);
    answers.set(request, { isRepeated, answer });
    if (isRepeated) repeats.push({ request, answer });
  }
  return { fresh, repeats };
}

/**
 * What was used for an order before, if the same was asked for. Discounts of one order are decided on together, or not at all:
 * what gets along, and what is left to pay.
 */
async function earlierFor(
  scope: Scope,
  wish: Application,
  requestHash: string,
): Promise<Used | ReferenceAlreadyRedeemed> {
  const earlier = await findEarlier(scope, wish.reference!, requestHash);
  if (earlier) return answerWith(earlier, wish);
  const other = (await findUsedFor(scope, wish.reference!))!;
  return referenceAlreadyRedeemed(other.couponCode, other.id);
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
