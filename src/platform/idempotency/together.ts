import { Prisma } from '../../generated/prisma/client.js';
import { distinct } from '../../lib/distinct.js';
import { uuidOf } from '../../lib/id.js';
import { jsonText } from '../../lib/json.js';
import type { Failure } from '../../lib/outcome.js';
import { idempotencyConflict, type IdempotencyConflict } from '../../lib/repeat.js';
import { write } from '../database.js';
import {
  decodeAnswer,
  encodeAnswer,
  keyOf,
  reasonOf,
  requestHashOf,
  type MutationInput,
} from '../idempotency.js';
import type { Name } from '../names.js';
import type { Scope } from '../scope.js';

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
  const operations = distinct(requests.map(({ operation }) => operation));
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

/**
 * What a request is answered that names what is not there, and so is carried out by nobody: what its key was answered with,
 * or that it bears the key of another request; and only then that it was not found.
 */
export async function notFoundUnlessDone<T, F extends Failure>(
  request: Keyed,
  notFound: F,
): Promise<T | F | IdempotencyConflict> {
  const done = (await findDone<Keyed, T>(request.by, [request])).get(request);
  if (!done) return notFound;
  if (done.isRepeated) request.by.onReplay();
  return done.answer;
}

/** Keeps answers for repeats, by a statement of its own. */
export async function remember(scope: Scope, answers: Parameters<typeof remembering>[1]): Promise<void> {
  if (!answers.some(({ request }) => request.key)) return;
  await write(scope.db)`WITH ${remembering(scope, answers)} SELECT 1`;
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
