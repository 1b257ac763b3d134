import { allows, type Allowed } from './allowed.js';
import { nearestIn } from './cart-changes.js';
import type { NamesRequirement, ValueRequirement } from './cases.js';
import type { Change, ChoiceChange, SetAttribute } from './change.js';
import { amountReader, attributeReader, currencyOfAmount, numberReader } from './clause-test.js';
import type { TextClause } from './core.js';
import { complement, denseLine, includes, type Ranges } from './ranges.js';
import type { Seen } from './seen.js';
import type { Situation } from './situation.js';

/** What to do so that the customer belongs to segments. */
export function forSegments({ needs, bans }: NamesRequirement, { isIn }: Situation): Change[] | null {
  // Nobody is told to leave a segment.
  if (bans === 'ALL' || [...bans].some(isIn)) return null;
  return needs.flatMap((names) => {
    if (names === 'ANY' || names.some(isIn)) return [];
    return [{ kind: 'JOIN_SEGMENT' as const, segments: names.filter((name) => !bans.has(name)) }];
  });
}

/** What to do for a requirement that is neither of the cart nor of time; null if that is in nobody's power. */
export function forValue({ clause, subject, allowed }: ValueRequirement, seen: Seen): Change[] | null {
  const { situation } = seen;
  if (clause.kind === 'AMOUNT') {
    if (subject === 'CLAUSE') {
      // Of the cart is looked after elsewhere: this is what the customer spent.
      const spent = amountReader(clause)(seen);
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
    const missing = upwards(allowed, numberReader(clause)(seen));
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
  const set = settable(allowed, typeof present === 'number' ? present : 0);
  return set && [{ kind: 'SET_ATTRIBUTE', fact: clause.fact, path: clause.path, ...set }];
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

/** What an attribute may be set to; null if there is nothing. */
function settable(
  { texts, numbers, booleans, unsaid }: Allowed,
  present: number,
): Pick<SetAttribute, 'to' | 'otherThan'> | null {
  if (!texts.isAllBut && texts.names.size > 0) return { to: [...texts.names] };
  const number = plainestIn(numbers, present);
  const exceptions = exceptionsOf(numbers);
  if (number !== null && !exceptions && !unsaid) return { to: [number] };
  if (booleans.length === 1) return { to: booleans };
  if (unsaid) return { to: [] };
  const otherThan = [...texts.names, ...(exceptions ?? [])];
  if (texts.isAllBut || (exceptions && otherThan.length > 0))
    return otherThan.length === 0 ? { to: null } : { to: [], otherThan };
  if (number !== null) return { to: [number] };
  return booleans.length > 0 ? { to: booleans } : null;
}

/** The single numbers that are left out, if nothing else is; null otherwise. */
function exceptionsOf(numbers: Ranges): number[] | null {
  const gaps = complement(numbers, denseLine);
  return gaps.every(({ low, high }) => low === high) ? gaps.map(({ low }) => low) : null;
}

const mostDecimals = 15;

/**
 * The nearest number, but past an end that is left out: there it is the next of as few decimals as may be. 5.000000000000001
 * is more than 5 as well, but 6 is what people say.
 */
function plainestIn(numbers: Ranges, value: number): number | null {
  const nearest = nearestIn(numbers, value);
  if (nearest === null || nearest === value) return nearest;
  const isUp = nearest > value;
  const end = isUp ? denseLine.before(nearest) : denseLine.after(nearest);
  if (String(end).length >= String(nearest).length) return nearest;
  const [, fraction = ''] = String(end).split('.');
  for (let decimals = fraction.length; decimals <= mostDecimals; decimals++) {
    const plain = Number((end + (isUp ? 1 : -1) * 10 ** -decimals).toFixed(decimals));
    if (includes(numbers, plain)) return plain;
  }
  return nearest;
}
