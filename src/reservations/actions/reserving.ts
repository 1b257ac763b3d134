import { codeKey } from '../../coupons/code.js';
import { lockFacts } from '../../evaluation/actions/loading.js';
import { combine, type Combination } from '../../evaluation/combine.js';
import { asKept } from '../../evaluation/errors.js';
import { isSameReference, nameOfReference, type Facts } from '../../evaluation/facts.js';
import { openTally } from '../../evaluation/tally.js';
import { isFailure } from '../../lib/outcome.js';
import { hashOf } from '../../platform/idempotency.js';
import { findDone, nameOfKey, type Keyed } from '../../platform/idempotency/together.js';
import { holdNames } from '../../platform/names.js';
import { forbidden } from '../../platform/rights.js';
import type { Scope } from '../../platform/scope.js';
import { inTransaction } from '../../platform/transaction.js';
import { giveBack } from '../../redemptions/actions/returning.js';
import { chooseTogether, countTogether, save } from '../../redemptions/actions/using.js';
import { openCounter, type ApplyRequest, type Together } from '../../redemptions/apply.js';
import { reserved, type Reservation } from '../core.js';
import {
  reservationRefused,
  type RefusedCode,
  type Reserved,
  type ReservationEnded,
  type ReservationRefused,
} from '../errors.js';
import type { Wish } from '../input.js';
import { meet, type Met } from '../meeting.js';
import * as store from '../store.js';
import { givingUp, holdReserved, isForeign, stopOf, type HeldReservations } from './held.js';
import { saveEnds, saveMade } from './saving.js';
import { createOperation, type Answer } from '../../redemptions/actions/together.js';

type Outcome = Reserved | ReservationRefused | ReservationEnded;

interface Reserving extends Keyed {
  readonly wish: Wish;
  /** What is asked for, whatever key it bears: the same for the same checkout is a repeat. */
  readonly requestHash: string;
}

export const reserving = (keyed: Keyed, wish: Wish): Reserving => ({
  ...keyed,
  wish,
  requestHash: hashOf(wish).toString('hex'),
});

/** Holds what a checkout wants, or says why not. */
export const reserve = createOperation<Reserving, Outcome>({
  name: 'reserve',
  namesOf: ({ wish }) => [nameOfReference(wish.reference)],
  rowsOf: ({ wish }) => wish.codes.map((code) => codeKey(code, false)),
  isKnownAgain: () => true,
  together: (requests) =>
    inTransaction(requests[0]!.by, async (scope, isJoined) => {
      const answers = await reserveEach(scope, requests, { isAlone: false, isLast: !isJoined });
      return requests.map((request) => answers.get(request) ?? null);
    }),
  async alone(request) {
    const answer = await inTransaction(request.by, async (scope, isJoined) => {
      const answers = await reserveEach(scope, [request], { isAlone: true, isLast: !isJoined });
      const answer = answers.get(request)!;
      if (answer instanceof Error) throw answer;
      // A failure by itself undoes the transaction.
      return isFailure(answer.answer) ? answer.answer : answer;
    });
    return isFailure(answer) ? { isRepeated: false, answer } : answer;
  },
});

/** What a request is to become. */
interface Attempt {
  readonly request: Reserving;
  readonly id: Reservation['id'];
  readonly uses: readonly ApplyRequest[];
}

function attemptOf(scope: Scope, request: Reserving): Attempt {
  const { by, requestHash, wish } = request;
  const { codes, seconds: _, isPartial: __, ...rest } = wish;
  const id = scope.newId('reservation');
  const uses = codes.map((code): ApplyRequest => ({
    ...rest,
    code,
    amountMinor: null,
    idempotencyKey: null,
    // A code that is written twice, in whatever way, is held once.
    requestHash: hashOf({ requestHash, code: codeKey(code, false) }).toString('hex'),
    redemptionId: scope.newId('redemption'),
    isForSelf: by.actor.kind === 'USER',
    reservationId: id,
    togetherId: null,
  }));
  return { request, id, uses };
}

type Answers = Map<Reserving, Answer<Outcome>>;

/**
 * Load under lock, decide, save, for checkouts that have no name in common. One that would have to give back what it holds
 * is answered only if it is alone: where it is refused it keeps that, so that its transaction must be undone.
 */
async function reserveEach(
  scope: Scope,
  requests: readonly Reserving[],
  { isAlone, isLast }: { readonly isAlone: boolean; readonly isLast: boolean },
): Promise<Answers> {
  const names = requests.flatMap((one) => [...nameOfKey(one), nameOfReference(one.wish.reference)]);
  await holdNames(scope, names);
  const answers: Answers = await findDone<Reserving, Outcome>(scope, requests);
  const open = requests.filter((request) => !answers.has(request));
  const attempts = open.map((request) => attemptOf(scope, request));
  const { facts, fresh, repeats } = await meetCurrent(scope, attempts, answers, isAlone);

  const now = scope.now();
  const tally = openTally(facts, now);
  const counter = openCounter(facts, tally, now);
  const counted = fresh.flatMap(({ request, id, uses }) => {
    const { by, requestHash, wish } = request;
    const together = chooseTogether(counter, uses, (...choice) => combine(...choice, now));
    const refusals = refusalsOf(together);
    if (together.chosen.length === 0 || (!wish.isPartial && refusals.length > 0)) {
      answers.set(request, { isRepeated: false, answer: reservationRefused(refusals) });
      return [];
    }
    const answer = { reservation: reserved(id, wish, requestHash, now), refusals };
    answers.set(request, { isRepeated: false, answer });
    return [{ request, answer, ...countTogether(by, counter, together) }];
  });

  await saveMade(
    scope,
    counted.map(({ request: { by }, answer }) => ({ ...kept(answer), by })),
    [...counted, ...repeats].map(({ request, answer }) => ({ request, answer: kept(answer) })),
  );
  await save(
    scope,
    counted.flatMap(({ applications }) => applications),
    counted.flatMap(({ outcomes }) => outcomes),
    { facts, tally, givenUp: counted.flatMap(({ givenUp }) => givenUp), isLast },
  );
  return answers;
}

/** As repeats are told it. */
const kept = ({ reservation, refusals }: Reserved): Reserved => ({
  reservation,
  refusals: refusals.map(asKept),
});

/** Why codes are not held, each for its first reason. */
const refusalsOf = ({ refused }: Together<Combination>): RefusedCode[] =>
  refused.map(({ request, reasons: [first] }) => ({ ...first!, typed: request.code }));

interface Ready {
  readonly facts: Facts;
  /** Those that are to be decided on. */
  readonly fresh: readonly Attempt[];
  /** Those that ask for what their checkouts hold or have used already. */
  readonly repeats: readonly { readonly request: Reserving; readonly answer: Reserved }[];
}

/** Looks at what checkouts have already: answers those that get nothing else, and has one that is alone give it back. */
async function meetCurrent(
  scope: Scope,
  attempts: readonly Attempt[],
  answers: Answers,
  isAlone: boolean,
): Promise<Ready> {
  const wanted = attempts.flatMap(({ uses }) => uses);
  const references = attempts.map(({ request }) => request.wish.reference);
  const latest = await store.findLatest(scope, references);
  if (latest.length === 0) return { facts: await lockFacts(scope, wanted), fresh: attempts, repeats: [] };

  const ids = latest.map(({ id }) => id);
  const held = await holdReserved(scope, ids, wanted);
  const refusals = await store.findRefusals(scope, ids);
  const now = scope.now();
  let { facts } = held;
  const fresh: Attempt[] = [];
  const repeats: { request: Reserving; answer: Reserved }[] = [];
  for (const attempt of attempts) {
    const { request } = attempt;
    const current = latest.find(({ reference }) => isSameReference(reference, request.wish.reference));
    if (!current) {
      fresh.push(attempt);
      continue;
    }
    const redemptions = held.redemptionsOf(current.id);
    if (isForeign(request.by, redemptions)) {
      answers.set(request, forbidden('This checkout is another customer’s.'));
      continue;
    }
    const reservation = held.reservations.get(current.id)!;
    const isStopped = stopOf(held.facts, redemptions) !== null;
    const met = meet({ reservation, redemptions, isStopped }, request.requestHash, now);
    if (met.kind === 'REPEATED') {
      const answer = { reservation, refusals: refusals.get(current.id)! };
      answers.set(request, { isRepeated: true, answer });
      repeats.push({ request, answer });
    } else if (met.kind === 'REFUSED') {
      answers.set(request, { isRepeated: false, answer: met.failure });
    } else if (met.kind === 'FREE') {
      fresh.push(attempt);
    } else if (isAlone) {
      await giveUp(scope, request.by, held, met);
      facts = await lockFacts(scope, wanted);
      fresh.push(attempt);
    }
  }
  return { facts, fresh, repeats };
}

/** Gives back what a checkout holds, or has held for too long, so that it can hold something else. */
async function giveUp(
  scope: Scope,
  by: Scope,
  { facts, redemptionsOf }: HeldReservations,
  { reservation: before, isLive }: Extract<Met, { kind: 'REPLACES' }>,
): Promise<void> {
  const now = scope.now();
  const after: Reservation = { ...before, status: isLive ? 'REPLACED' : 'EXPIRED', endedAt: now };
  const status = isLive ? 'VOIDED' : 'EXPIRED';
  await giveBack(scope, facts, givingUp(by, redemptionsOf(before.id), status, 'replaced', now));
  await saveEnds(scope, [{ by, before, after }], [], false);
}
