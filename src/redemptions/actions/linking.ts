import { z } from 'zod';
import { announce } from '../../audit/actions.js';
import { findCustomer, linkIdentities } from '../../customers/actions.js';
import { customerInput } from '../../customers/identity.js';
import { parseInput, type Unchecked } from '../../lib/input.js';
import { isFailure } from '../../lib/outcome.js';
import { mergeCounters } from '../../limits/actions.js';
import { mutation, type MutationInput } from '../../platform/idempotency.js';
import type { Scope } from '../../platform/scope.js';
import { inTransaction } from '../../platform/transaction.js';
import * as ledger from '../store/ledger.js';

/** A customer who is known by several identities is one from now on, if they were several until now. */
export async function oneCustomer(scope: Scope, identities: readonly string[]) {
  if (identities.length < 2) return null;
  const [customer, ...others] = await Promise.all(
    identities.map((identity) => findCustomer(scope, identity)),
  );
  if (others.every(({ key }) => key === customer!.key)) return null;
  const linked = await inTransaction(scope, (inner) => link(inner, identities));
  return isFailure(linked) ? linked : null;
}

const linking = z.object({
  identities: z
    .array(customerInput)
    .min(1, 'Expected at least one identity.')
    .max(20, 'Expected up to 20 identities.')
    .transform((given) => given.flat()),
});

/** Makes one customer of several identities: from now on limits count them together, and what was counted apart is added. */
export const linkCustomer = mutation('linkCustomer', async (scope, input: MutationInput & Unchecked) => {
  const checked = parseInput(linking, input);
  if (isFailure(checked)) return checked;
  const linked = await link(scope, checked.identities);
  return isFailure(linked) ? linked : findCustomer(scope, linked.customer);
});

async function link(scope: Scope, identities: readonly string[]) {
  const linked = await linkIdentities(scope, identities);
  if (isFailure(linked) || linked.joined.length === 0) return linked;
  const { customer, absorbed } = linked;
  await ledger.mergeRedeemers(scope, customer, absorbed);
  await mergeCounters(scope, customer, absorbed);
  await announce(scope, {
    action: 'customer.linked',
    targetId: scope.tenantId,
    before: null,
    after: { customer, joined: linked.joined, absorbed },
  });
  return linked;
}
