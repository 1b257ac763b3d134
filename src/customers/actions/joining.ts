import { announcing } from '../../audit/actions.js';
import { isFailure } from '../../lib/outcome.js';
import type { Scope } from '../../platform/scope.js';
import { inTransaction } from '../../platform/transaction.js';
import { askedIdentities, isOneCustomer, linkedUncounted, type Linked } from '../core.js';
import type { TooManyIdentities } from '../errors.js';
import * as store from '../store.js';

/** Who has named several identities, and on whose behalf. All that are looked at together are of one tenant. */
export interface Person {
  readonly by: Scope;
  readonly identities: readonly string[];
}

const identitiesOf = (people: readonly Person[]): string[] =>
  askedIdentities(people.flatMap(({ identities }) => identities));

/** Of each of these people whether they are one customer already. One query, however many they are. */
export async function areOneCustomer(people: readonly Person[]): Promise<boolean[]> {
  const { customers, foldsAliases } = await store.findCustomersOf(people[0]!.by, identitiesOf(people));
  return people.map(({ identities }) => isOneCustomer(identities, customers, foldsAliases));
}

/**
 * Makes each of these people one customer, if nothing has to be added up for that: null for the others. It holds their
 * identities, and not what all others of the tenant count. Two round trips, however many they are.
 */
export const joinUncounted = (people: readonly Person[]): Promise<(Linked | TooManyIdentities | null)[]> =>
  inTransaction(people[0]!.by, async (scope, isJoined) => {
    const standing = await store.findUnderLock(scope, identitiesOf(people));
    const now = scope.now();
    const outcomes = linkedUncounted(
      people.map(({ identities }) => identities),
      standing,
      now,
    );
    const made = outcomes.flatMap((linked, index) =>
      linked && !isFailure(linked) && linked.joined.length > 0 ? [{ ...linked, by: people[index]!.by }] : [],
    );
    if (made.length === 0) return outcomes;
    const links = made.flatMap(({ customer, joined }) =>
      joined.map((identity) => ({ identity, customer, linkedAt: now })),
    );
    const entries = made.map(({ by, ...linked }) => ({ by, change: linkedCustomer(scope, linked) }));
    await store.insert(scope, links, announcing(scope, entries), !isJoined);
    return outcomes;
  });

/** What the log says of it. */
export const linkedCustomer = ({ tenantId }: Scope, { customer, joined, absorbed }: Linked) => ({
  action: 'customer.linked',
  targetId: tenantId,
  before: null,
  after: { customer, joined, absorbed },
});
