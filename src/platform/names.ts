import { Prisma } from '../generated/prisma/client.js';
import { distinct } from '../lib/distinct.js';
import { uuidOf } from '../lib/id.js';
import { andBegin } from './database-connection.js';
import type { Scope } from './scope.js';

/** What has no row of its own to be locked by, in parts: an order, say, or a key that nobody has used yet. */
export type Name = readonly string[];

/**
 * Keeps whoever else holds one of these names waiting until the transaction ends. All are taken at once and before any
 * other lock, in one order, so that nobody waits for one who waits for him.
 */
export async function holdNames(scope: Scope, names: readonly Name[]): Promise<void> {
  await scope.db.$executeRaw`${andBegin}
    SELECT pg_advisory_xact_lock(hashtextextended(name, 1)) FROM unnest(${inTurn(scope, names)}::text[]) AS name`;
}

/**
 * The same within a statement that asks for more: a table of one row, which comes once all are held. Those that are
 * `shared` come after the others, and keep only those waiting who want them for themselves.
 */
export function namesHeld(scope: Scope, names: readonly Name[], shared: readonly Name[] = []): Prisma.Sql {
  const own = inTurn(scope, names);
  const all = [...own, ...inTurn(scope, shared)];
  return Prisma.sql`(SELECT count(
      CASE WHEN place <= ${own.length} THEN pg_advisory_xact_lock(hashtextextended(name, 1))
      ELSE pg_advisory_xact_lock_shared(hashtextextended(name, 1)) END) AS names
    FROM unnest(${all}::text[]) WITH ORDINALITY AS wanted (name, place))`;
}

/** Has the name until the transaction ends, unless somebody else has it: then nobody waits. */
export async function tryName(scope: Scope, name: Name): Promise<boolean> {
  const [tried] = await scope.db.$queryRaw<{ isHeld: boolean }[]>`${andBegin}
    SELECT pg_try_advisory_xact_lock(hashtextextended(${inTurn(scope, [name])[0]!}, 1)) AS "isHeld"`;
  return tried!.isHeld;
}

const inTurn = ({ tenantId }: Scope, names: readonly Name[]): string[] =>
  distinct(names.map((name) => JSON.stringify([uuidOf(tenantId), ...name]))).sort();
