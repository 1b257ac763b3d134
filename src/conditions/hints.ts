import { allows, type Allowed } from './allowed.js';
import { cartChanges, isOfCart, nearestIn } from './cart-changes.js';
import {
  casesOf,
  type Case,
  type NamesRequirement,
  type Requirement,
  type ValueRequirement,
} from './cases.js';
import type { Change, ChoiceChange } from './change.js';
import { changed, otherName } from './changed.js';
import {
  amountReader,
  attributeReader,
  currencyOfAmount,
  instantReaders,
  numberReader,
} from './clause-test.js';
import { compile } from './compile.js';
import type { AttributeValue, Condition, TextClause } from './core.js';
import { seenIn } from './seen.js';
import { simplified } from './simplify.js';
import type { Situation } from './situation.js';
import {
  firstInstant,
  waitForClock,
  waitForDays,
  waitForHistory,
  waitForNow,
  waitForRecurrence,
  type Next,
  type Patience,
} from './waiting.js';

/** So many of the ways in which a condition can be true are followed up, the least laborious ones. */
const maxCases = 48;
const maxRounds = 500;

/**
 * The least that would make a condition true of a situation, as things to do. Empty if it is true already; null if
 * nothing will do, or nothing was found among the ways that were looked into. What is answered has been tried: the
 * condition is true of the situation so changed.
 */
export function changesFor(condition: Condition, situation: Situation): readonly Change[] | null {
  const { test } = compile(condition);
  if (test(situation)) return [];
  const patience = { rounds: maxRounds };
  const effort = efforts(situation, patience);
  const cases = casesOf(simplified(condition), (given) => leastLaborious(given, effort)) ?? [];
  for (const one of cases) {
    const changes = changesOfCase(one, situation, patience);
    if (changes && test(changed(situation, changes))) return changes;
  }
  return null;
}

type Effort = (one: Case) => number;

function leastLaborious(cases: readonly Case[], effort: Effort): readonly Case[] {
  return cases
    .map((one) => ({ one, labour: effort(one) }))
    .filter(({ labour }) => labour < Infinity)
    .sort((a, b) => a.labour - b.labour)
    .slice(0, maxCases)
    .map(({ one }) => one);
}

/** How laborious a case is; each requirement is looked at once, whatever cases it is part of. */
function efforts(situation: Situation, patience: Patience): Effort {
  const known = new Map<Requirement, number>();
  const effortOf = (requirement: Requirement): number => {
    const before = known.get(requirement);
    if (before !== undefined) return before;
    const changes = changesOfCase(new Map([['', requirement]]), situation, patience);
    const effort = changes ? changes.reduce((sum, change) => sum + labourOf(change, situation), 0) : Infinity;
    known.set(requirement, effort);
    return effort;
  };
  return (one) => {
    let sum = 0;
    for (const requirement of one.values()) sum += effortOf(requirement);
    return sum;
  };
}

const day = 86_400_000;

/** A rough measure, to tell what is easily done from what is not. */
function labourOf(change: Change, { totalMinor, now }: Situation): number {
  switch (change.kind) {
    case 'ADD_AMOUNT':
    case 'REDUCE_AMOUNT':
      return 2 + Math.min(20, Number(change.minor) / (Number(totalMinor) + 1));
    case 'ADD_ITEMS':
      return 2 + Math.min(20, change.quantity ?? 1);
    case 'REMOVE_ITEMS':
      return 3 + Math.min(20, change.quantity ?? 1);
    case 'CHANGE_PAYMENT_METHOD':
      return 1;
    case 'CHANGE_CHANNEL':
      return 2;
    case 'CHANGE_COUNTRY':
    case 'SET_ATTRIBUTE':
      return 6;
    case 'CHANGE_CURRENCY':
    case 'JOIN_SEGMENT':
      return 8;
    case 'COMPLETE_ORDERS':
      return 10 * Math.min(20, change.count);
    case 'SPEND_MORE':
      return 30;
    case 'WAIT_UNTIL':
      return 3 + Math.min(100, (change.at.getTime() - now.getTime()) / day);
  }
}

/** What to do for a case; null if that is not in anybody's power. */
function changesOfCase(one: Case, situation: Situation, patience: Patience): Change[] | null {
  const changes: Change[] = [];
  const waits: Next[] = [];
  const ofCart: Requirement[] = [];
  for (const requirement of one.values()) {
    if (isOfCart(requirement)) {
      ofCart.push(requirement);
      continue;
    }
    const wait = waitFor(requirement, situation, patience);
    if (wait) {
      waits.push(wait);
      continue;
    }
    const change =
      requirement.kind === 'NAMES' ? forSegments(requirement, situation) : forValue(requirement, situation);
    if (!change) return null;
    changes.push(...change);
  }
  const now = situation.now.getTime();
  const at = waits.length > 0 ? firstInstant(now, waits, patience) : now;
  const cart = ofCart.length > 0 ? cartChanges(ofCart, changed(situation, changes)) : [];
  if (at === null || cart === null) return null;
  // Whoever orders meanwhile has ordered lately.
  if (changes.some(({ kind }) => kind === 'COMPLETE_ORDERS') && asksForLastOrder(one)) return null;
  return [...changes, ...cart, ...(at > now ? [{ kind: 'WAIT_UNTIL' as const, at: new Date(at) }] : [])];
}

const asksForLastOrder = (one: Case): boolean =>
  [...one.values()].some(({ clause: { fact } }) => fact === 'lastOrderAt' || fact === 'daysSinceLastOrder');

/** How a requirement on time is waited for; null if it is none. */
function waitFor(requirement: Requirement, situation: Situation, patience: Patience): Next | null {
  if (requirement.kind === 'NAMES' || requirement.subject === 'CURRENCY_OF') return null;
  const { clause, allowed } = requirement;
  switch (clause.fact) {
    case 'now':
      return waitForNow(allowed);
    case 'registeredAt':
    case 'lastOrderAt':
      return waitForHistory(allows(allowed, instantReaders[clause.fact](seenIn(situation))));
    case 'daysSinceRegistration':
      return waitForDays(allowed, situation.profile.registeredAt);
    case 'daysSinceLastOrder':
      return waitForDays(allowed, situation.profile.lastOrderAt);
    case 'date':
    case 'timeOfDay':
    case 'weekday':
      return waitForClock(clause, allowed);
    case 'recurrence':
      return waitForRecurrence(clause, allowed.booleans.includes(true), patience);
    default:
      return null;
  }
}

function forSegments({ needs, bans }: NamesRequirement, { isIn }: Situation): Change[] | null {
  // Nobody is told to leave a segment.
  if (bans === 'ALL' || [...bans].some(isIn)) return null;
  return needs.flatMap((names) => {
    if (names === 'ANY' || names.some(isIn)) return [];
    return [{ kind: 'JOIN_SEGMENT' as const, segments: names.filter((name) => !bans.has(name)) }];
  });
}

function forValue({ clause, subject, allowed }: ValueRequirement, situation: Situation): Change[] | null {
  if (clause.kind === 'AMOUNT') {
    if (subject === 'CLAUSE') {
      // Of the cart is looked after elsewhere: this is what the customer spent.
      const spent = amountReader(clause)(seenIn(situation));
      const missing = upwards(allowed, spent);
      const { lifetimeSpend } = situation.profile;
      if (missing === 0) return [];
      if (missing === null || !lifetimeSpend) return null;
      return [{ kind: 'SPEND_MORE', currency: lifetimeSpend.currency, minor: BigInt(missing) }];
    }
    const currency = currencyOfAmount(clause, situation);
    if (allows(allowed, currency)) return [];
    return clause.fact === 'lifetimeSpend' ? null : choice('CHANGE_CURRENCY', allowed);
  }
  if (clause.kind === 'NUMBER') {
    const missing = upwards(allowed, numberReader(clause)(seenIn(situation)));
    if (missing === null) return null;
    return missing === 0 ? [] : [{ kind: 'COMPLETE_ORDERS', count: missing }];
  }
  if (clause.kind === 'TEXT') {
    if (allows(allowed, situation[clause.fact])) return [];
    const kind = choiceKinds[clause.fact];
    return kind && choice(kind, allowed);
  }
  if (clause.kind !== 'ATTRIBUTE') return null;
  const present = attributeReader(clause)(situation);
  if (allows(allowed, present)) return [];
  const to = settable(allowed, typeof present === 'number' ? present : 0);
  return to === 'NOTHING' ? null : [{ kind: 'SET_ATTRIBUTE', fact: clause.fact, path: clause.path, to }];
}

/** How much is missing of a number that only grows; zero if nothing is, null if it never will be right. */
function upwards(allowed: Allowed, value: number | null): number | null {
  if (allows(allowed, value)) return 0;
  if (value === null) return null;
  const range = allowed.numbers.find(({ low }) => low > value);
  return range ? range.low - value : null;
}

const choiceKinds = {
  channel: 'CHANGE_CHANNEL',
  currency: 'CHANGE_CURRENCY',
  // The same cart stated otherwise has other amounts, and nobody has said which.
  taxBasis: null,
  shippingCountry: 'CHANGE_COUNTRY',
  paymentMethod: 'CHANGE_PAYMENT_METHOD',
} as const satisfies Record<TextClause['fact'], ChoiceChange['kind'] | null>;

function choice(kind: ChoiceChange['kind'], { texts: { isAllBut, names } }: Allowed): Change[] | null {
  if (isAllBut) return [{ kind, to: [], otherThan: [...names] }];
  return names.size > 0 ? [{ kind, to: [...names], otherThan: [] }] : null;
}

/** The values, any of which would do; none, if to leave it out would; null, if whatever value would. */
function settable(
  { texts, numbers, booleans, unsaid }: Allowed,
  present: number,
): AttributeValue[] | null | 'NOTHING' {
  if (!texts.isAllBut && texts.names.size > 0) return [...texts.names];
  const number = nearestIn(numbers, present);
  const isEveryNumber = numbers[0]?.low === -Infinity && numbers[0].high === Infinity;
  if (number !== null && !isEveryNumber && !unsaid) return [number];
  if (booleans.length === 1) return [...booleans];
  if (unsaid) return [];
  if (texts.isAllBut && texts.names.size === 0) return null;
  if (texts.isAllBut) return [otherName('other', (name) => texts.names.has(name))];
  if (number !== null) return [number];
  return booleans.length > 0 ? [...booleans] : 'NOTHING';
}
