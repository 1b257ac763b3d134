import stableStringify from 'safe-stable-stringify';
import superjson from 'superjson';
import type { IdempotencyKey, Prisma } from '../generated/prisma/client.js';
import { isStorable } from '../lib/json.js';
import { Malformed } from '../lib/malformed.js';
import { isFailure } from '../lib/outcome.js';
import { idempotencyConflict, type IdempotencyConflict } from '../lib/repeat.js';
import { uuidOf } from '../lib/id.js';
import { sha256 } from './hash.js';
import type { Scope } from './scope.js';
import { hasTransaction, inTransaction } from './transaction.js';
import { inTurn } from './turns.js';

/** What every mutation's input has beside its own fields. */
export interface MutationInput {
  readonly idempotencyKey?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

const maxKeyLength = 255;
const maxReasonLength = 1_000;

/** The key of the input or else of the request; null if there is none. */
export function keyOf(scope: Scope, input: MutationInput): string | null {
  const key = input.idempotencyKey ?? scope.idempotencyKey;
  if (key === null) return null;
  if (key.length > maxKeyLength)
    throw new Malformed(`An idempotency key has up to ${maxKeyLength} characters.`);
  // Taken for none, it would leave who relies on it without what it promises.
  if (!key.trim()) throw new Malformed('An idempotency key has at least one character that is not blank.');
  if (!isStorable(key)) throw new Malformed('An idempotency key has neither NUL nor broken characters.');
  return key;
}

/** Why, for the audit log; null if nothing is said. */
export function reasonOf({ reason }: MutationInput): string | null {
  const said = reason?.trim() ?? '';
  if (said.length > maxReasonLength) throw new Malformed('A reason has up to 1,000 characters.');
  return said || null;
}

/** Equal for what is equal, in whatever order its fields are. */
export const hashOf = (asked: unknown): Buffer<ArrayBuffer> => sha256(stableStringify(asked) ?? '');

/**
 * Two requests are the same if the same actor asks for the same, whatever key they bear and whatever the reason. A field
 * that is null asks for what one left out asks for; deeper down it need not: in a patch, null clears.
 */
export function requestHashOf(scope: Scope, input: MutationInput): Buffer<ArrayBuffer> {
  const { idempotencyKey: _, reason: __, ...asked } = input;
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
  return hashOf({ actor: scope.actor, asked: given });
}

/** As JSON from which the same comes back, with its dates and big integers. */
export const encodeAnswer = (answer: unknown) =>
  superjson.serialize(answer) as unknown as Prisma.InputJsonObject;

export const decodeAnswer = <T>(stored: unknown): T =>
  superjson.deserialize(stored as Parameters<typeof superjson.deserialize>[0]);

/** Takes a key for this transaction; or else what is kept of the request that had it. */
async function takeKey(
  scope: Scope,
  row: Prisma.IdempotencyKeyCreateManyInput,
): Promise<IdempotencyKey | null> {
  const { tenantId, operation, key } = row;
  for (;;) {
    // Waits for whoever is at it with the same key: the second insert returns only once the first has ended.
    const { count } = await scope.db.idempotencyKey.createMany({ data: [row], skipDuplicates: true });
    if (count === 1) return null;
    const stored = await scope.db.idempotencyKey.findUnique({
      where: { tenantId_operation_key: { tenantId, operation, key } },
    });
    // What was in the way may have been pruned since.
    if (stored) return stored;
  }
}

interface MutationOptions<Input, T> {
  /** What repeats are answered, if not the answer itself. */
  readonly remember?: (answer: NoInfer<T>) => unknown;
  /** What no two of a tenant want at once: what the input names by its `id`, if nothing is said. */
  readonly keysOf?: (input: Input) => readonly string[];
}

/**
 * Makes a mutation of an action: one transaction, done once per idempotency key, its answer kept with what it wrote.
 * A repeat gets the first answer; a repeat that arrives at the same time waits for it. Failures write nothing, also
 * no answer, so that a corrected request may bear the same key. Mutations take turns: see turns.ts.
 */
export function mutation<Input extends MutationInput, T>(
  operation: string,
  act: (scope: Scope, input: Input) => Promise<T>,
  { remember = (answer) => answer, keysOf = idIn }: MutationOptions<Input, T> = {},
) {
  const actOnce = (outer: Scope, input: Input): Promise<T | IdempotencyConflict> =>
    inTransaction(outer, async (scope) => {
      const reasoned = { ...scope, reason: reasonOf(input) };
      const key = keyOf(scope, input);
      if (!key) return act(reasoned, input);

      const requestHash = requestHashOf(scope, input);
      const id = { tenantId: uuidOf(scope.tenantId), operation, key };
      const stored = await takeKey(scope, { ...id, requestHash, answer: {}, createdAt: scope.now() });
      if (stored) {
        if (!requestHash.equals(stored.requestHash)) return idempotencyConflict(operation, key);
        scope.onReplay();
        return decodeAnswer<T>(stored.answer);
      }

      const answer = await act(reasoned, input);
      if (!isFailure(answer)) {
        await scope.db.idempotencyKey.update({
          where: { tenantId_operation_key: id },
          data: { answer: encodeAnswer(remember(answer)) },
        });
      }
      return answer;
    });
  return (outer: Scope, input: Input): Promise<T | IdempotencyConflict> =>
    // Within another's transaction, it has that one's turn.
    hasTransaction(outer)
      ? actOnce(outer, input)
      : inTurn({ ...outer, keys: keysOf(input) }, () => actOnce(outer, input));
}

const idIn = (input: object): string[] => ('id' in input && typeof input.id === 'string' ? [input.id] : []);
