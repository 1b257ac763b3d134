import { segmentsOf } from '../conditions/core.js';
import { couponNotFound } from '../coupons/errors.js';
import type { TooManyIdentities } from '../customers/errors.js';
import { parseInput, within, type Unchecked } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import { isOutcomeUnknown } from '../platform/database-errors.js';
import { createLanes } from '../platform/lane.js';
import type { Scope } from '../platform/scope.js';
import { findSubject } from '../rules/actions.js';
import { findMembership, findSegmentsNamed } from '../segments/actions.js';
import { readFacts, readFactsOfEach } from './actions/reading.js';
import { madeBefore } from './actions/repeating.js';
import { asked, checking } from './asked.js';
import { askedBy, type Asker } from './asker.js';
import {
  isAnothers,
  isReplaced,
  makesRoom,
  refusedAfter,
  refusedAnothers,
  type AskingAgain,
} from './again.js';
import { conflictBeside, hadBeside } from './beside.js';
import { situationOf, type Circumstances } from './context.js';
import { maySeeReasons } from './discreet.js';
import type { Facts } from './facts.js';
import { membershipAsSaid, namesBeside, simulate, simulation } from './simulate.js';
import type { Order } from './order.js';
import { openTally } from './tally.js';

interface Looking {
  readonly scope: Scope;
  readonly question: Asker;
}

const askingIn = ({ question }: Looking) => ({ identities: question.identities, askers: [question] });

/**
 * Questions that arrive while others are being looked up are looked up together, by one statement. Each look is at what
 * is committed, so a coupon that was revoked is refused by every process from that instant on; what is remembered from
 * one look to the next is only how definitions were read (see definitions.ts).
 */
const lookUp = createLanes<Looking, Facts | TooManyIdentities>({
  name: 'validate',
  run: (together) => readFactsOfEach(together[0]!.scope, together.map(askingIn)),
  runAlone: (looking) => readFacts(looking.scope, askingIn(looking)),
  isEverybodys: isOutcomeUnknown,
  batchMax: 64,
  atOnceMax: 4,
  atOncePerTenant: 1,
  waitingMax: 5_000,
  waitingMaxInAll: 20_000,
});

/** What is asked of the coupon that a code stands for, and a tally to answer it with. */
async function openQuestion<Given extends Order | null>(
  scope: Scope,
  question: Asker & Circumstances & { readonly order: Given },
) {
  const facts = await lookUp({ db: scope.db, tenantId: scope.tenantId, keys: [] }, { scope, question });
  if (isFailure(facts)) return facts;
  const coupon = facts.couponFor(question.code);
  if (!coupon) return couponNotFound(question.code);

  const tally = openTally(facts, scope.now());
  const asks = askedBy(facts, question, scope.now());
  const asking: AskingAgain = { customer: asks.customer, isForSelf: scope.actor.kind === 'USER' };
  return { facts, coupon, tally, asks, asking, own: facts.heldFor(coupon.id, question.reference) };
}

/**
 * What a code is worth for an order now: what using it would be answered with, also where the order has used it already. Then
 * what is said only where a code is used is taken for what was said. Counts nothing, locks nothing, writes nothing.
 */
export async function validateCoupon(scope: Scope, input: Unchecked) {
  const question = parseInput(asked, input);
  if (isFailure(question)) return question;
  const opened = await openQuestion(scope, question);
  if (isFailure(opened)) return opened;
  const { facts, coupon, tally, asks, asking, own } = opened;
  const had = facts.hadBy(question.reference);
  if (isAnothers(had, asking)) return refusedAnothers(tally, coupon);
  if (own) {
    const made = madeBefore(own, question);
    if (made) return made;
    if (!isReplaced(own, coupon, asking)) return refusedAfter(tally, coupon, own);
    tally.giveBack(coupon, own.use, own.itemsOffMinor);
  }
  const valuation = tally.decide(coupon, asks);
  if (isFailure(valuation)) return valuation;
  return conflictBeside(coupon, hadBeside(had, [{ coupon }])) ?? valuation;
}

/** Whether a use of a code would exceed a limit now. Counts nothing, locks nothing, writes nothing. */
export async function checkLimits(scope: Scope, input: Unchecked) {
  const question = parseInput(checking, input);
  if (isFailure(question)) return question;
  const opened = await openQuestion(scope, question);
  if (isFailure(opened)) return opened;
  const { coupon, tally, asks, asking, own } = opened;
  // What an order or a checkout has of a coupon never stands in its own way.
  if (own && makesRoom(own, coupon, asking)) tally.giveBack(coupon, own.use, own.itemsOffMinor);
  // It is not asked for, but the limits of a code that is not told of would tell of it.
  if (!maySeeReasons(scope) && tally.standing(coupon)) return couponNotFound(question.code);
  const limits = tally.checkLimits(coupon, asks);
  return isFailure(limits) ? limits : { couponId: coupon.id, limits };
}

/** What a rule, or a condition that is not saved, would make of a sample order. Nothing is looked up but segments. */
export async function simulateRule(scope: Scope, { of, ...input }: Unchecked & { readonly of: Unchecked }) {
  const sample = parseInput(simulation, input);
  if (isFailure(sample)) return sample;
  const subject = within('of', await findSubject(scope, of));
  if (isFailure(subject)) return subject;

  const asked = segmentsOf(subject.condition);
  const unasked = namesBeside(sample.segments ?? [], asked);
  const others = await findSegmentsNamed(scope, unasked);
  if (isFailure(others)) return others;

  const segments = sample.segments
    ? membershipAsSaid(sample.segments)
    : await findMembership(scope, asked, sample.identities);
  if (isFailure(segments)) return segments;
  return simulate(subject, situationOf(sample, segments, sample.at ?? scope.now()));
}
