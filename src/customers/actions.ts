import { parseInput, within, type Unchecked } from '../lib/input.js';
import { assert } from '../lib/assert.js';
import { distinct } from '../lib/distinct.js';
import { Malformed } from '../lib/malformed.js';
import { isFailure } from '../lib/outcome.js';
import type { Scope } from '../platform/scope.js';
import { inTransaction } from '../platform/transaction.js';
import { findTenant, lockLedger } from '../tenants/actions.js';
import {
  alsoFolded,
  askedIdentities,
  customerOf,
  knownIdentities,
  linked,
  type Customer,
  type Link,
  type Linked,
} from './core.js';
import type { TooManyIdentities } from './errors.js';
import { byWorth, customerInput, foldAlias } from './identity.js';
import * as store from './store.js';

const foldsAliases = async (scope: Scope): Promise<boolean> => {
  const tenant = await findTenant(scope);
  assert(tenant, 'whoever has a credential has a tenant');
  return tenant.foldsAliases;
};

/** The customer whose identity this is. */
export async function findCustomer(scope: Scope, identity: string): Promise<Customer> {
  const folds = await foldsAliases(scope);
  const links = await store.findLinks(scope, askedIdentities([identity]));
  const known = new Map(links.map(({ identity, customer }) => [identity, customer]));
  const key = customerOf([identity], known, folds)!;
  const own = links.filter(({ customer }) => customer === key);
  return {
    key,
    identities: own.length === 0 ? [key] : own.map(({ identity }) => identity).sort(byWorth),
    linkedAt: own.length === 0 ? null : new Date(Math.max(...own.map(({ linkedAt }) => linkedAt.getTime()))),
  };
}

/** The same for an identity as somebody writes it. */
export function findCustomerAs(scope: Scope, written: Unchecked): Promise<Customer> {
  const identities = within('identity', parseInput(customerInput, written));
  if (isFailure(identities)) throw new Malformed(identities.message);
  return findCustomer(scope, identities[0]!);
}

/** All that is linked with any of these identities, or with what they fold to. */
export const findLinks = (scope: Scope, identities: readonly string[]): Promise<Link[]> =>
  store.findLinks(scope, askedIdentities(identities));

/**
 * All identities by which each of these people is known, as if those of each were linked. Two queries, however many they
 * are.
 */
export async function findKnownIdentities(
  scope: Scope,
  people: readonly (readonly string[])[],
): Promise<string[][] | TooManyIdentities> {
  const folds = await foldsAliases(scope);
  const links = await findLinks(scope, people.flat());
  const known: string[][] = [];
  for (const identities of people) {
    const own = knownIdentities(identities, links, folds);
    if (isFailure(own)) return own;
    known.push(own);
  }
  return known;
}

/** Identities as the tenant compares them: where aliases are folded, what they fold to. Each once. */
export async function comparedIdentities(scope: Scope, identities: readonly string[]): Promise<string[]> {
  const folds = await foldsAliases(scope);
  return distinct(folds ? identities.map(foldAlias) : identities);
}

/**
 * Makes one customer of all that these identities are, in the transaction under way. Nothing of the tenant's is counted
 * until that ends: whoever calls this moves what was counted for those who were absorbed.
 */
export const linkIdentities = (
  outer: Scope,
  identities: readonly string[],
): Promise<Linked | TooManyIdentities> =>
  inTransaction(outer, async (scope) => {
    assert(identities.length > 0, 'somebody is linked');
    await lockLedger(scope);
    // Where aliases are folded, what they fold to is what counts; what was used before they were counts as well.
    const all = alsoFolded(identities, await foldsAliases(scope));
    const outcome = linked(all, await store.findLinks(scope, all));
    if (isFailure(outcome)) return outcome;
    if (outcome.joined.length > 0) await store.save(scope, outcome.customer, outcome.joined);
    return outcome;
  });
