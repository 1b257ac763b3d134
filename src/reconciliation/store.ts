import { Prisma, type PrismaClient } from '../generated/prisma/client.js';
import { uuidOf, type Id } from '../lib/id.js';
import type { JsonObject } from '../lib/json.js';
import type { Database } from '../platform/database.js';
import { withIds, type Finding } from './core.js';
import { sealCheck } from './store/audit-seals.js';
import type { Check, Of } from './store/check.js';
import { couponChecks } from './store/coupons.js';
import { customerChecks } from './store/customers.js';
import { eventChecks } from './store/events.js';
import { cardChecks } from './store/gift-cards.js';
import { keyCheck } from './store/idempotency-keys.js';
import { limitChecks } from './store/limits.js';
import { redemptionChecks } from './store/redemptions.js';
import { referenceChecks } from './store/references.js';

/** The longest that a timer of Node's can be set to. */
const endless = 2 ** 31 - 1;

/** Everything that is asked is answered as of one instant, however long it takes, and nothing can be written. */
export const inSnapshot = <T>(db: Database, work: (snapshot: Database) => Promise<T>): Promise<T> =>
  (db as PrismaClient).$transaction(
    async (snapshot) => {
      await snapshot.$executeRaw`SET TRANSACTION READ ONLY`;
      await snapshot.$executeRaw`SET LOCAL statement_timeout = 0`;
      // What is asked once is not worth compiling.
      await snapshot.$executeRaw`SET LOCAL jit = off`;
      return work(snapshot);
    },
    { isolationLevel: 'RepeatableRead', maxWait: 5_000, timeout: endless },
  );

/** Whether the tables are there that are looked at: nothing is made here. */
export async function hasTables(db: Database): Promise<boolean> {
  const [found] = await db.$queryRaw<
    { all: boolean }[]
  >`SELECT to_regclass('audit_seals') IS NOT NULL AS all`;
  return found!.all;
}

export const isTenant = async (db: Database, id: Id<'tenant'>): Promise<boolean> =>
  (await db.tenant.count({ where: { id: uuidOf(id) } })) > 0;

export async function look(db: Database, { rows, ...same }: Check, rowsMax: number): Promise<Finding> {
  const found = await db.$queryRaw<{ row: string; count: number }[]>`
    SELECT to_json(differing)::text AS row, count(*) OVER ()::int AS count FROM (${rows}) AS differing
    ORDER BY 1 LIMIT ${rowsMax}`;
  return {
    ...same,
    count: found[0]?.count ?? 0,
    rows: found.map(({ row }) => withIds(JSON.parse(row) as JsonObject)),
  };
}

interface Asked {
  readonly tenantId: Id<'tenant'> | null;
  readonly at: Date;
}

/** All checks, each of which is one query. */
export async function prepareChecks(db: Database, { tenantId, at }: Asked): Promise<Check[]> {
  const own = tenantId && Prisma.sql`tenant_id = ${uuidOf(tenantId)}::uuid`;
  const of: Of = (alias) => (own ? Prisma.sql`${Prisma.raw(alias)}.${own}` : Prisma.sql`true`);
  return [
    ...couponChecks(of),
    ...customerChecks(of),
    ...(await limitChecks(db, of, at)),
    ...cardChecks(of),
    ...redemptionChecks(of),
    ...eventChecks(of),
    sealCheck(of),
    keyCheck(of),
    ...(await referenceChecks(db, of)),
  ];
}
