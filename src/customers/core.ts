import { distinct } from '../lib/distinct.js';
import { isFailure } from '../lib/outcome.js';
import { tooManyIdentities, type TooManyIdentities } from './errors.js';
import { byWorth, foldAlias, isId } from './identity.js';

/** Who uses coupons, by whichever identity. One that was never linked with others is a customer by itself. */
export interface Customer {
  /** The identity under which limits count whatever the customer uses. */
  readonly key: string;
  readonly identities: readonly string[];
  /** When the last of them was linked. */
  readonly linkedAt: Date | null;
}

/** An identity that is linked, and the customer whose it is. */
export interface Link {
  readonly identity: string;
  readonly customer: string;
  readonly linkedAt: Date;
}

const maxIdentities = 50;

/** What to look up for `customerOf`, whether or not the tenant folds: these identities, and what they fold to. */
export const askedIdentities = (identities: readonly string[]): string[] =>
  distinct(identities.flatMap((identity) => [identity, foldAlias(identity)]));

/** Identities as a tenant looks them up: where it folds aliases, with what they fold to. */
export const alsoFolded = (identities: readonly string[], foldsAliases: boolean): readonly string[] =>
  foldsAliases ? askedIdentities(identities) : identities;

/** As what an identity is held: see platform/names.ts. */
export const nameOfIdentity = (identity: string): string[] => ['identity', identity];

/**
 * What whoever counts for these holds until that is committed, and whoever links them at that moment holds for itself:
 * see `linkedUncounted`. Nothing for who counts under an id.
 */
export const heldToCount = ([first]: readonly string[]): string[] =>
  first === undefined || isId(first) ? [] : askedIdentities([first]);

/**
 * Under whom limits count what somebody of these identities uses: the customer of the first, which is worth most; null
 * for nobody. `known` are the customers of those that are linked. What was linked as it is written counts before what
 * it folds to.
 */
export function customerOf(
  identities: readonly string[],
  known: ReadonlyMap<string, string>,
  foldsAliases: boolean,
): string | null {
  const [identity] = identities;
  if (identity === undefined) return null;
  const folded = foldsAliases ? foldAlias(identity) : identity;
  return known.get(identity) ?? known.get(folded) ?? folded;
}

/** Whether nobody need be linked for these identities to be one customer's. `known` as for `customerOf`. */
export const isOneCustomer = (
  identities: readonly string[],
  known: ReadonlyMap<string, string>,
  foldsAliases: boolean,
): boolean => {
  const first = customerOf(identities, known, foldsAliases);
  return identities.every((identity) => customerOf([identity], known, foldsAliases) === first);
};

/**
 * All identities by which somebody is known, once those that are given are linked: these, where aliases are folded what
 * they fold to, and all that are linked with them. `links` are those of all that `askedIdentities` says, and may be
 * others' as well.
 */
export function knownIdentities(
  given: readonly string[],
  links: readonly Link[],
  foldsAliases: boolean,
): string[] | TooManyIdentities {
  const known = new Map(links.map(({ identity, customer }) => [identity, customer]));
  const asked = alsoFolded(given, foldsAliases);
  const identitiesOf = (customers: readonly (string | null)[]) =>
    distinct([
      ...asked,
      ...links.filter(({ customer }) => customers.includes(customer)).map(({ identity }) => identity),
    ]).sort(byWorth);
  const first = customerOf(given, known, foldsAliases);
  if (isOneCustomer(given, known, foldsAliases)) return identitiesOf([first]);

  const outcome = linked(asked, links);
  return isFailure(outcome) ? outcome : identitiesOf([outcome.customer, ...outcome.absorbed]);
}

/** What becomes of customers when they turn out to be one. */
export interface Linked {
  readonly customer: string;
  /** Who counted apart until now, and counts as `customer` from now on. */
  readonly absorbed: readonly string[];
  /** The identities that have become the customer's. */
  readonly joined: readonly string[];
}

/**
 * Makes one customer of all these identities and all that are linked with any of them already, which are among `known`:
 * there may be others' as well.
 */
export function linked(asked: readonly string[], known: readonly Link[]): Linked | TooManyIdentities {
  const theirs = new Set(
    known.filter(({ identity }) => asked.includes(identity)).map(({ customer }) => customer),
  );
  const links = known.filter(({ customer }) => theirs.has(customer));
  const customers = new Map(links.map(({ identity, customer }) => [identity, customer]));
  const all = distinct([...customers.keys(), ...asked]).sort(byWorth);
  if (all.length > maxIdentities) return tooManyIdentities(all.length, maxIdentities);

  const customer = mostEstablished(links) ?? all[0]!;
  const former = new Set(all.map((identity) => customers.get(identity) ?? identity));
  return {
    customer,
    absorbed: [...former].filter((one) => one !== customer).sort(byWorth),
    joined: all.length === 1 ? [] : all.filter((identity) => customers.get(identity) !== customer),
  };
}

/** What is known of identities while they are held. */
export interface Standing {
  readonly foldsAliases: boolean;
  /** All that is linked with any of them. */
  readonly links: readonly Link[];
  /** Those of them under which anything was ever counted. */
  readonly counted: ReadonlySet<string>;
}

/**
 * Makes each of these people one customer, one after the other, as far as nobody is absorbed under whom anything was
 * counted, or may be at this moment: then nothing has to be added up, and it is enough to hold the identities. Null for
 * the others. Customers who have identities already may be counted under by any of them, and ids are not held by who counts.
 */
export function linkedUncounted(
  people: readonly (readonly string[])[],
  { foldsAliases, links, counted }: Standing,
  now: Date,
): (Linked | TooManyIdentities | null)[] {
  const known = new Map(links.map((link) => [link.identity, link]));
  const isUncounted = (one: string) => !isId(one) && !known.has(one) && !counted.has(one);
  return people.map((identities) => {
    const outcome = linked(alsoFolded(identities, foldsAliases), [...known.values()]);
    if (isFailure(outcome)) return outcome;
    const { customer, absorbed, joined } = outcome;
    if (!absorbed.every(isUncounted)) return null;
    for (const identity of joined) known.set(identity, { identity, customer, linkedAt: now });
    return outcome;
  });
}

/** Whoever has the most identities, then whose first link is the oldest; so the same whoever looks. */
function mostEstablished(links: readonly Link[]): string | undefined {
  const standing = (customer: string) => {
    const own = links.filter((link) => link.customer === customer);
    return { customer, size: own.length, since: Math.min(...own.map(({ linkedAt }) => linkedAt.getTime())) };
  };
  return distinct(links.map(({ customer }) => customer))
    .map(standing)
    .sort(
      (one, other) =>
        other.size - one.size || one.since - other.since || byWorth(one.customer, other.customer),
    )[0]?.customer;
}
