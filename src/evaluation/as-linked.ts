import { alsoFolded, linked, type Link } from '../customers/core.js';
import type { TooManyIdentities } from '../customers/errors.js';
import { distinct } from '../lib/distinct.js';
import { isFailure } from '../lib/outcome.js';
import type { Limit } from '../limits/core.js';
import { addedUp, counterName, emptyCounter, type Counter, type CounterKey } from '../limits/count.js';
import type { Facts } from './facts.js';
import type { Found } from './found.js';

// Whatever uses a coupon links the identities of its customer first, and then decides. Who only asks links nobody, and is
// answered from what was found as if they were linked.

/** One who is several customers until their identities are linked. */
export interface Whole {
  readonly identities: readonly string[];
  /** The one whom linking would make of them. */
  readonly customer: string;
  /** Under whom they count until then, `customer` among them. */
  readonly parts: readonly string[];
}

/** `links` are those of all that `askedIdentities` says, and may be others' as well. */
export function wholeOf(
  identities: readonly string[],
  { customers, foldsAliases }: Pick<Found, 'customers' | 'foldsAliases'>,
  links: readonly Link[],
): Whole | TooManyIdentities {
  const asked = alsoFolded(identities, foldsAliases);
  const outcome = linked(asked, links);
  if (isFailure(outcome)) return outcome;
  // Links are looked up after all else: what was found of somebody who was absorbed in between counts as well.
  const found = asked.map((identity) => customers.get(identity) ?? identity);
  const { customer, absorbed } = outcome;
  return { identities, customer, parts: distinct([customer, ...absorbed, ...found]) };
}

/** What would be found if this one were linked. */
export function foundAsLinked(found: Found, { identities, customer, parts }: Whole): Found {
  const known = new Set(parts);
  const nameOf = (who: string): string => (known.has(who) ? customer : who);
  return {
    ...found,
    customers: new Map([...found.customers, ...identities.map((identity) => [identity, customer] as const)]),
    redeemers: found.redeemers.map((one) => ({ ...one, customer: nameOf(one.customer) })),
    members: found.members.map((one) => ({ ...one, customer: nameOf(one.customer) })),
    held: found.held.map((one) => ({
      ...one,
      use: { ...one.use, customer: one.use.customer === null ? null : nameOf(one.use.customer) },
    })),
  };
}

/** Under which keys is counted by now what would be counted under this one, if it is under several. */
const keysApart = ({ customer, parts }: Whole, { per }: Limit, key: CounterKey): CounterKey[] | null =>
  per.kind === 'CUSTOMER' && key.key === customer ? parts.map((part) => ({ ...key, key: part })) : null;

/** Which counters tell where one stands; null is for who is one customer. */
export const keysFor = (whole: Whole | null, limit: Limit, key: CounterKey): CounterKey[] =>
  (whole && keysApart(whole, limit, key)) ?? [key];

export const countersByName = (counters: readonly Counter[]): ReadonlyMap<string, Counter> =>
  new Map(counters.map((counter) => [counterName(counter), counter]));

/** Where counters stand for one who is asked about, of all that were read. */
export function counterAtOf(counters: ReadonlyMap<string, Counter>, whole: Whole | null): Facts['counterAt'] {
  const find = (key: CounterKey) => counters.get(counterName(key));
  return (limit, key) => {
    const apart = whole && keysApart(whole, limit, key);
    if (!apart) return find(key) ?? emptyCounter(limit, key);
    const found = apart.flatMap((part) => find(part) ?? []);
    return addedUp(limit, key, found);
  };
}
