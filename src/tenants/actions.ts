import { announce } from '../audit/actions.js';
import { assert } from '../lib/assert.js';
import { parseInput, type InvalidInput } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import { inTransaction } from '../platform/transaction.js';
import type { Tenant } from './core.js';
import { newTenant, tenantPatch } from './input.js';
import * as store from './store.js';

/** The scope's own tenant; null if the id is another's. */
export const findTenant = async (scope: Scope, id: string = scope.tenantId): Promise<Tenant | null> =>
  id === scope.tenantId ? store.find(scope) : null;

/**
 * Makes the tenant that the scope is already of: its id is new, and nobody else's. Not in the API: whoever runs the
 * server makes tenants.
 */
export const createTenant = (
  outer: Scope,
  input: { readonly name: string },
): Promise<Tenant | InvalidInput> =>
  inTransaction(outer, async (scope) => {
    const checked = parseInput(newTenant, input);
    if (isFailure(checked)) return checked;
    const tenant: Tenant = {
      ...checked,
      id: scope.tenantId,
      hasTokenSecret: false,
      foldsAliases: false,
      createdAt: scope.now(),
    };

    await store.insert(scope, tenant);
    await announce(scope, { action: 'tenant.created', targetId: tenant.id, before: null, after: tenant });
    return tenant;
  });

/**
 * Waits until nothing of the tenant's that is being counted is left, and lets nothing be counted until the transaction
 * ends: for whoever changes under whom it counts. It is the first lock of all, so take it before any other.
 */
export const lockLedger = (scope: Scope): Promise<void> => store.lockLedger(scope);

interface UpdateTenant extends MutationInput {
  readonly name?: string | null | undefined;
  readonly foldsAliases?: boolean | null | undefined;
}

export const updateTenant = mutation('updateTenant', async (scope, input: UpdateTenant) => {
  const checked = parseInput(tenantPatch, input);
  if (isFailure(checked)) return checked;

  if (checked.foldsAliases != null) await lockLedger(scope);
  const before = await store.lock(scope);
  assert(before, 'whoever has a credential has a tenant');
  const after: Tenant = {
    ...before,
    name: checked.name ?? before.name,
    foldsAliases: checked.foldsAliases ?? before.foldsAliases,
  };
  if (after.name === before.name && after.foldsAliases === before.foldsAliases) return before;
  await store.save(scope, after);
  await announce(scope, { action: 'tenant.updated', targetId: after.id, before, after });
  return after;
});

interface NewTokenSecret {
  readonly tenant: Tenant;
  /** Null when the answer is a repeated one: it is remembered without. */
  readonly secret: string | null;
}

export const rotateTokenSecret = mutation(
  'rotateTokenSecret',
  async (scope, _: MutationInput): Promise<NewTokenSecret> => {
    const before = await store.lock(scope);
    assert(before, 'whoever has a credential has a tenant');
    const secret = scope.randomBytes(32).toString('base64url');
    const tenant = { ...before, hasTokenSecret: true };

    await store.saveTokenSecret(scope, scope.vault.seal(secret));
    await announce(scope, {
      action: 'tenant.token_secret_rotated',
      targetId: tenant.id,
      before,
      after: tenant,
    });
    return { tenant, secret };
  },
  { remember: ({ tenant }): NewTokenSecret => ({ tenant, secret: null }) },
);

/** What the tenant's user tokens are signed with; null if it has made none, or there is no such tenant. */
export async function findTokenSecret(
  { db, vault }: Pick<Scope, 'db' | 'vault'>,
  id: Tenant['id'],
): Promise<string | null> {
  const sealed = await store.findTokenSecret(db, id);
  return sealed && vault.open(sealed);
}
