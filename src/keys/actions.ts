import { decodeJwt, errors, jwtVerify } from 'jose';
import { announce } from '../audit/actions.js';
import { parseInput, type InvalidInput } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { sha256 } from '../platform/hash.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import { rightsOf, type Right, type Scope } from '../platform/scope.js';
import { findTokenSecret } from '../tenants/actions.js';
import { isUseWorthNoting, isValid, secretOf, type ApiKey, type Credential } from './core.js';
import { apiKeyNotFound } from './errors.js';
import { createdApiKey, newApiKey } from './input.js';
import { createMemory } from './memory.js';
import * as store from './store.js';
import { grantOf, isToken, tenantOf, toleranceSeconds } from './token.js';

export const findApiKey = (scope: Scope, id: string): Promise<ApiKey | null> => store.find(scope, id);

export const listApiKeys = (scope: Scope, page: PageArguments): Promise<Page<ApiKey>> =>
  store.list(scope, page);

interface CreateApiKey extends MutationInput {
  readonly name: string;
  readonly rights: readonly Right[];
  readonly trustedDocumentsOnly?: boolean;
  readonly expiresAt?: Date | null | undefined;
}

interface NewApiKey {
  readonly apiKey: ApiKey;
  /** Null when the answer is a repeated one: it is remembered without. */
  readonly secret: string | null;
}

export const createApiKey = mutation(
  'createApiKey',
  async (scope, input: CreateApiKey): Promise<NewApiKey | InvalidInput> => {
    const checked = parseInput(newApiKey, input);
    if (isFailure(checked)) return checked;
    const secret = secretOf(scope.randomBytes);
    const apiKey = createdApiKey(checked, { id: scope.newId('key'), secret, now: scope.now() });
    if (isFailure(apiKey)) return apiKey;

    await store.insert(scope, apiKey, sha256(secret));
    await announce(scope, { action: 'key.created', targetId: apiKey.id, before: null, after: apiKey });
    return { apiKey, secret };
  },
  { remember: (answer) => (isFailure(answer) ? answer : { ...answer, secret: null }) },
);

export const revokeApiKey = mutation(
  'revokeApiKey',
  async (scope, input: MutationInput & { readonly id: string }) => {
    const before = await store.lock(scope, input.id);
    if (!before) return apiKeyNotFound(input.id);
    if (before.revokedAt) return before;

    const after = { ...before, revokedAt: scope.now() };
    await store.saveRevocation(scope, after);
    await announce(scope, { action: 'key.revoked', targetId: after.id, before, after });
    return after;
  },
);

interface AuthenticatorNeeds extends Pick<Scope, 'db' | 'vault' | 'now'> {
  /** Takes what need not be waited for. Its errors are for the log. */
  readonly inBackground: (work: Promise<void>) => void;
}

/** A key as it is remembered: with all that its rights include, and whether its use has been noted. */
interface KnownKey extends store.OwnedKey {
  readonly rights: Credential['rights'];
  isNoted: boolean;
}

/** The longest that a revocation goes unnoticed, as the API promises. */
const memoryMilliseconds = 1_000;
const memoryEntriesMax = 10_000;

/** A JWT has a few hundred characters; nobody has us look at more. */
const presentedLengthMax = 4_096;

/**
 * Makes the one function that tells who sends a request: given an API key or a user token, it answers what that may
 * do, or null. What the database says of keys and secrets, also that there is none, it remembers for a second.
 */
export function createAuthenticator({ db, vault, now, inBackground }: AuthenticatorNeeds) {
  const keys = createMemory<KnownKey | null>(memoryMilliseconds, memoryEntriesMax);
  const secrets = createMemory<string | null>(memoryMilliseconds, memoryEntriesMax);

  async function credentialOfKey(secret: string): Promise<Credential | null> {
    const at = now();
    // By the secret itself, which requests bear in memory anyway: a hash of each would cost more than all the rest here.
    const known = await keys(secret, at, async () => {
      const found = await store.findBySecretHash(db, sha256(secret));
      return found && { ...found, rights: rightsOf(found.apiKey.rights), isNoted: false };
    });
    if (!known || !isValid(known.apiKey, at)) return null;
    if (!known.isNoted && isUseWorthNoting(known.apiKey, at)) {
      known.isNoted = true;
      inBackground(store.saveLastUse(db, known, at));
    }
    const { id, trustedDocumentsOnly } = known.apiKey;
    const { tenantId, rights } = known;
    return { tenantId, actor: { kind: 'API_KEY', id }, rights, trustedDocumentsOnly };
  }

  async function credentialOfToken(token: string): Promise<Credential | null> {
    try {
      const tenantId = tenantOf(decodeJwt(token));
      const at = now();
      const secret =
        tenantId && (await secrets(tenantId, at, () => findTokenSecret({ db, vault }, tenantId)));
      if (!secret) return null;
      const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
        algorithms: ['HS256'],
        requiredClaims: ['sub', 'sub_type', 'sub_id', 'iat', 'exp'],
        clockTolerance: toleranceSeconds,
        currentDate: at,
      });
      const grant = grantOf(payload, at);
      return grant && { ...grant, rights: rightsOf(grant.rights) };
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  return async function authenticate(presented: string): Promise<Credential | null> {
    if (presented.length > presentedLengthMax) return null;
    return isToken(presented) ? credentialOfToken(presented) : credentialOfKey(presented);
  };
}
