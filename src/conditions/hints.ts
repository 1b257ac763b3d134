import { cartChanges, cartSteps, isOfCart, stepsOfCart } from './cart-changes.js';
import { casesOf, sizeOf, type Case, type Requirement } from './cases.js';
import type { Change } from './change.js';
import { changed } from './changed.js';
import { compile } from './compile.js';
import { sizeOfCondition, type Condition } from './core.js';
import { labourOfAll } from './labour.js';
import { doubtsOf } from './doubts.js';
import { inZoneOf } from './moment.js';
import { createPatience, stepsOfOne, type Patience } from './patience.js';
import { Seen, seenAfter } from './seen.js';
import type { Simple } from './simplify.js';
import type { Situation } from './situation.js';
import { priced, stricter } from './stricter.js';
import { forSegments, forValue } from './value-changes.js';
import { createWaits, waitFor } from './waiting.js';

/**
 * So many of the ways in which a condition can be true are followed up, the least laborious ones: fewer, the more clauses
 * there are, so that what it takes does not grow with their square.
 */
const casesFor = (clauses: number): number => Math.max(4, Math.min(48, Math.floor(1_000 / clauses)));

export type Changes = readonly Change[] | null;

/**
 * The least that would make a condition true of a situation, as things to do. Empty if it is true already; null if
 * nothing will do, or nothing was found before patience came to its end. What is answered has been tried: the condition
 * is true of the situation so changed, and of no wait is there a shorter one beside the other changes.
 */
export function changesFor(
  condition: Condition,
  situation: Situation,
  patience: Patience = createPatience(stepsOfOne),
  seen: Seen = new Seen(situation),
): Changes {
  const clauses = sizeOfCondition(condition);
  if (!patience.spend(stepsOfCart(situation) + stepsOfClause * clauses)) return null;
  const { simple, testSeen } = compile(condition);
  if (testSeen(seen)) return [];
  const efforts = createEfforts(seen, patience);
  const waits = createWaits(simple, seen, patience);
  const cases = casesOf(simple, {
    weightOf: efforts.of,
    thin: leastLaborious(casesFor(clauses), patience),
    spend: patience.spend,
  });

  let best: Found | null = null;
  for (const one of [nothingButWaiting, ...(cases ?? [])]) {
    if (best && efforts.besidesWaiting(one) >= best.labour) continue;
    const changes = changesOfCase(one, seen, patience);
    const found = changes && withWait(changes);
    if (found && !(best && best.labour <= found.labour)) best = found;
  }
  return best && inZoneOf(condition, situation, best.changes);

  /** Changes, and what is to be waited for besides. */
  function withWait(changes: readonly Change[]): Found | null {
    const after = seenAfter(seen, changed(situation, changes));
    const isOrderedMeanwhile = changes.some(({ kind }) => kind === 'COMPLETE_ORDERS');
    const at = waits(after, isOrderedMeanwhile)(seen.now);
    if (at === null) return null;
    const all: Change[] =
      at > seen.now ? [...changes, { kind: 'WAIT_UNTIL', at: new Date(at) }] : [...changes];
    const sure = asSure(simple, seen, all, patience);
    return sure && { changes: sure, labour: labourOfAll(sure, situation) };
  }
}

/**
 * The changes, or stricter ones, with which a condition is true in whichever way they are carried out, and that are usable
 * beside; null if none are.
 */
export function asSure(
  simple: Simple,
  seen: Seen,
  changes: readonly Change[],
  { spend, left }: Patience,
  isUsable: (changes: readonly Change[]) => boolean = () => true,
): readonly Change[] | null {
  const { situation } = seen;
  const doubtsAbout = (tried: readonly Change[]) => {
    const isMore = tried.every(({ kind }) => kind === 'ADD_ITEMS' || kind === 'ADD_AMOUNT');
    if (!spend(isMore ? stepsOfMore : stepsOfCart(situation))) return null;
    return doubtsOf(simple, seen, seenAfter(seen, changed(situation, tried)), tried);
  };
  const isSure = (tried: readonly Change[]) => doubtsAbout(tried)?.length === 0;
  const doubts = doubtsAbout(changes);
  if (!doubts) return null;
  for (const tried of stricter(changes, doubts, situation)) {
    const sure = priced(tried, situation, isSure);
    // To be usable is far more work to find out.
    const usable = sure && priced(sure, situation, isUsable);
    if (usable) return left() > 0 ? usable : null;
  }
  return null;
}

/** To look at what is put in, on top of what was seen before. */
const stepsOfMore = 40;

/** To make it ready, and to look at it now and as it would be. */
const stepsOfClause = 20;

interface Found {
  readonly changes: readonly Change[];
  readonly labour: number;
}

const nothingButWaiting: Case = { requirements: new Map(), weight: 0 };

const leastLaborious =
  (most: number, patience: Patience) =>
  <C extends Pick<Case, 'weight'>>(cases: readonly C[]): readonly C[] => {
    const possible = cases.filter(({ weight }) => weight < Infinity).sort((a, b) => a.weight - b.weight);
    if (possible.length > most) patience.cut();
    return possible.slice(0, most);
  };

/** How laborious requirements are, each by itself; each is looked at once, whatever cases it is part of. */
function createEfforts(seen: Seen, patience: Patience) {
  const known = new Map<Requirement, { readonly labour: number; readonly isWait: boolean }>();
  const effortOf = (requirement: Requirement) => {
    const before = known.get(requirement);
    if (before) return before;
    patience.spend(sizeOf(requirement));
    const wait = waitFor(requirement, seen.situation, patience);
    const changes = wait ? waited(wait(seen.now), seen) : changesBy(requirement, seen);
    const effort = {
      labour: changes ? labourOfAll(changes, seen.situation) : Infinity,
      isWait: wait !== null,
    };
    known.set(requirement, effort);
    return effort;
  };
  return {
    of: (requirement: Requirement): number => effortOf(requirement).labour,
    besidesWaiting({ requirements }: Case): number {
      let sum = 0;
      for (const requirement of requirements.values()) {
        const { labour, isWait } = effortOf(requirement);
        if (!isWait) sum += labour;
      }
      return sum;
    },
  };
}

const waited = (at: number | null, { now }: Seen): Change[] | null =>
  at === null ? null : at > now ? [{ kind: 'WAIT_UNTIL', at: new Date(at) }] : [];

/** What to do for a requirement by itself. */
function changesBy(requirement: Requirement, seen: Seen): readonly Change[] | null {
  if (isOfCart(requirement)) return cartSteps(requirement, seen);
  return requirement.kind === 'NAMES'
    ? forSegments(requirement, seen.situation)
    : forValue(requirement, seen);
}

/** What to do for a case but wait; null if that is not in anybody's power. */
function changesOfCase({ requirements }: Case, seen: Seen, patience: Patience): readonly Change[] | null {
  const changes: Change[] = [];
  const ofCart: Requirement[] = [];
  for (const requirement of requirements.values()) {
    if (isOfCart(requirement)) {
      ofCart.push(requirement);
      continue;
    }
    if (!patience.spend(sizeOf(requirement))) return null;
    const change = waitFor(requirement, seen.situation, patience) ? [] : changesBy(requirement, seen);
    if (!change) return null;
    changes.push(...change);
  }
  if (ofCart.length === 0) return changes;
  const cart = cartChanges(ofCart, seenAfter(seen, changed(seen.situation, changes)), patience);
  return cart && [...changes, ...cart];
}
