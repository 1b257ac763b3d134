import { z } from 'zod';
import { announce } from '../../audit/actions.js';
import { findCustomer, linkIdentities } from '../../customers/actions.js';
import {
  areOneCustomer,
  joinUncounted,
  linkedCustomer,
  type Person,
} from '../../customers/actions/joining.js';
import type { Linked } from '../../customers/core.js';
import type { TooManyIdentities } from '../../customers/errors.js';
import { customerInput } from '../../customers/identity.js';
import { parseInput, type Unchecked } from '../../lib/input.js';
import { isFailure } from '../../lib/outcome.js';
import { mergeCounters } from '../../limits/actions.js';
import { isOutcomeUnknown, waitedTooLong } from '../../platform/database-errors.js';
import { mutation, type MutationInput } from '../../platform/idempotency.js';
import { createLanes } from '../../platform/lane.js';
import type { Scope } from '../../platform/scope.js';
import { inTransaction } from '../../platform/transaction.js';
import type { Overloaded } from '../errors.js';
import * as ledger from '../store/ledger.js';
import { orOverloaded } from './overload.js';

/** A customer who is known by several identities is one from now on, if they were several until now. */
export async function oneCustomer(
  by: Scope,
  identities: readonly string[],
): Promise<TooManyIdentities | Overloaded | null> {
  if (identities.length < 2) return null;
  const linked = await orOverloaded(becomeOne({ by, identities }));
  return isFailure(linked) ? linked : null;
}

/** Mostly they are one already, or nothing was counted for them: who waits for nobody comes before who has to. */
async function becomeOne(person: Person): Promise<Linked | TooManyIdentities | null> {
  const { by, identities } = person;
  if (await look({ ...by, keys: [] }, person)) return null;
  return (await join({ ...by, keys: identities }, person)) ?? merge({ ...by, keys: [ledgerKey] }, person);
}

/** Has people come together to what is done for all of them at once. To do it twice is to do it once. */
const laneOf = <Answer>(
  name: string,
  run: (people: readonly Person[]) => Promise<Answer[]>,
  { batchMax, atOncePerTenant }: { readonly batchMax: number; readonly atOncePerTenant: number },
) =>
  createLanes<Person, Answer>({
    name,
    run,
    runAlone: async (person) => (await run([person]))[0]!,
    isEverybodys: isOutcomeUnknown,
    isOfItsKeys: waitedTooLong,
    batchMax,
    atOnceMax: 4,
    atOncePerTenant,
    waitingMax: 5_000,
    waitingMaxInAll: 20_000,
  });

const look = laneOf('knownCustomer', areOneCustomer, { batchMax: 256, atOncePerTenant: 1 });
const join = laneOf('newCustomer', joinUncounted, { batchMax: 128, atOncePerTenant: 2 });
/** While it merges, nothing of the tenant's is counted: so for several at once, and not for many. */
const merge = laneOf('mergeCustomers', mergeEach, { batchMax: 16, atOncePerTenant: 1 });

/** What whoever moves counts wants for itself. */
const ledgerKey = 'ledger';

function mergeEach(people: readonly Person[]): Promise<(Linked | TooManyIdentities)[]> {
  return inTransaction(people[0]!.by, async (scope) => {
    const { db, now, afterCommit } = scope;
    const outcomes = [];
    for (const { by, identities } of people)
      outcomes.push(await link({ ...by, db, now, afterCommit }, identities));
    return outcomes;
  });
}

const linking = z.object({
  identities: z
    .array(customerInput)
    .min(1, 'Expected at least one identity.')
    .max(20, 'Expected up to 20 identities.')
    .transform((given) => given.flat()),
});

/** Makes one customer of several identities: from now on limits count them together, and what was counted apart is added. */
export const linkCustomer = (scope: Scope, input: MutationInput & Unchecked) =>
  orOverloaded(linkNow(scope, input));

const linkNow = mutation(
  'linkCustomer',
  async (scope, input: MutationInput & Unchecked) => {
    const checked = parseInput(linking, input);
    if (isFailure(checked)) return checked;
    const linked = await link(scope, checked.identities);
    return isFailure(linked) ? linked : findCustomer(scope, linked.customer);
  },
  { keysOf: () => [ledgerKey] },
);

async function link(scope: Scope, identities: readonly string[]) {
  const linked = await linkIdentities(scope, identities);
  if (isFailure(linked) || linked.joined.length === 0) return linked;
  const { customer, absorbed } = linked;
  await ledger.mergeRedeemers(scope, customer, absorbed);
  await mergeCounters(scope, customer, absorbed);
  await announce(scope, linkedCustomer(scope, linked));
  return linked;
}
