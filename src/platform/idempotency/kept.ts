import { uuidOf } from '../../lib/id.js';
import { decodeAnswer, encodeAnswer } from '../idempotency.js';
import type { Name } from '../names.js';
import type { Scope } from '../scope.js';

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
