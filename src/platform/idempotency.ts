import stableStringify from 'safe-stable-stringify';
import superjson from 'superjson';
import { Prisma } from '../generated/prisma/client.js';
import { isStorable, jsonText } from '../lib/json.js';
import { Malformed } from '../lib/malformed.js';
import { isFailure } from '../lib/outcome.js';
import { idempotencyConflict, type IdempotencyConflict } from '../lib/repeat.js';
import { uuidOf } from '../lib/id.js';
import { sha256 } from './hash.js';
import type { Name } from './names.js';
import type { Scope } from './scope.js';
import { inTransaction } from './transaction.js';

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

/**
 * Makes a mutation of an action: one transaction, done once per idempotency key, its answer kept with what it wrote.
 * A repeat gets the first answer; a repeat that arrives at the same time waits for it. Failures write nothing, also
 * no answer, so that a corrected request may bear the same key.
 */
export function mutation<Input extends MutationInput, T>(
  operation: string,
  act: (scope: Scope, input: Input) => Promise<T>,
  remember: (answer: T) => unknown = (answer) => answer,
) {
  return (outer: Scope, input: Input): Promise<T | IdempotencyConflict> =>
    inTransaction(outer, async (scope) => {
      const reasoned = { ...scope, reason: reasonOf(input) };
      const key = keyOf(scope, input);
      if (!key) return act(reasoned, input);

      const requestHash = requestHashOf(scope, input);
      const id = { tenantId: uuidOf(scope.tenantId), operation, key };
      // Waits for whoever is at it with the same key: the second insert returns only once the first has ended.
      const { count } = await scope.db.idempotencyKey.createMany({
        data: [{ ...id, requestHash, answer: {}, createdAt: scope.now() }],
        skipDuplicates: true,
      });
      if (count === 0) {
        const stored = await scope.db.idempotencyKey.findUniqueOrThrow({
          where: { tenantId_operation_key: id },
        });
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
}

/** What a repeat is known by that bears no key: what it was for, such as an order. */
interface Known {
  readonly operation: string;
  readonly name: Name;
}

const idOfKnown = (scope: Scope, { operation, name }: Known) => ({
  tenantId: uuidOf(scope.tenantId),
  operation,
  key: JSON.stringify(name),
});

/** Keeps what a repeat is to be answered beside what can be seen of what was done, in the place of what was kept before. */
export async function keepAnswer(scope: Scope, known: Known, hash: string, answer: unknown): Promise<void> {
  const id = idOfKnown(scope, known);
  const row = {
    requestHash: Buffer.from(hash, 'hex'),
    answer: encodeAnswer(answer),
    createdAt: scope.now(),
  };
  await scope.db.idempotencyKey.upsert({
    where: { tenantId_operation_key: id },
    create: { ...id, ...row },
    update: row,
  });
}

/** What was kept so; null if nothing was. */
export async function findKept<T>(scope: Scope, known: Known): Promise<T | null> {
  const row = await scope.db.idempotencyKey.findUnique({
    where: { tenantId_operation_key: idOfKnown(scope, known) },
  });
  return row && decodeAnswer<T>(row.answer);
}

/** A request that is carried out together with others, by one transaction, and whose repeat is known again. */
export interface Keyed {
  readonly by: Scope;
  readonly operation: string;
  /** Null if it bears none. */
  readonly key: { readonly name: string; readonly hash: Buffer<ArrayBuffer> } | null;
}

/** A request by its key, and on whose behalf it is made, with the reason that is given. */
export function keyed(by: Scope, operation: string, input: MutationInput): Keyed {
  const name = keyOf(by, input);
  const key = name === null ? null : { name, hash: requestHashOf(by, input) };
  return { by: { ...by, reason: reasonOf(input) }, operation, key };
}

/** What to hold so that of requests with the same key one comes after the other: see names.ts. */
export const nameOfKey = ({ operation, key }: Keyed): Name[] =>
  key === null ? [] : [['idempotency key', operation, key.name]];

/** What became of a request, which may have been asked before. */
export interface Done<T> {
  readonly isRepeated: boolean;
  readonly answer: T;
}

/** Of requests whose keys are held, those that were answered before, each with its answer. */
export async function findDone<Request extends Keyed, T>(
  scope: Scope,
  requests: readonly Request[],
): Promise<Map<Request, Done<T | IdempotencyConflict>>> {
  const keys = requests.flatMap(({ key }) => key?.name ?? []);
  const operations = [...new Set(requests.map(({ operation }) => operation))];
  const rows =
    keys.length === 0
      ? []
      : await scope.db.idempotencyKey.findMany({
          where: { tenantId: uuidOf(scope.tenantId), operation: { in: operations }, key: { in: keys } },
        });
  const found = new Map(rows.map((row) => [`${row.operation} ${row.key}`, row]));
  const done = new Map<Request, Done<T | IdempotencyConflict>>();
  for (const request of requests) {
    const { operation, key } = request;
    const row = key === null ? undefined : found.get(`${operation} ${key.name}`);
    if (!row) continue;
    done.set(
      request,
      key!.hash.equals(row.requestHash)
        ? { isRepeated: true, answer: decodeAnswer<T>(row.answer) }
        : { isRepeated: false, answer: idempotencyConflict(operation, key!.name) },
    );
  }
  return done;
}

/** Keeps answers for repeats, as a part of the `WITH` that writes what they tell of. */
export function remembering(
  scope: Scope,
  answers: readonly { readonly request: Keyed; readonly answer: unknown }[],
): Prisma.Sql {
  const rows = answers.flatMap(({ request: { operation, key }, answer }) =>
    key === null
      ? []
      : [{ operation, key: key.name, hash: key.hash.toString('hex'), answer: encodeAnswer(answer) }],
  );
  return Prisma.sql`
    remembered AS (
      INSERT INTO idempotency_keys (tenant_id, operation, key, request_hash, answer, created_at)
      SELECT ${uuidOf(scope.tenantId)}::uuid, operation, key, decode(hash, 'hex'), answer, ${scope.now()}::timestamptz
      FROM json_to_recordset(${jsonText(rows)}::json) AS answered (operation text, key text, hash text, answer jsonb)
      ORDER BY operation, key
    )`;
}
