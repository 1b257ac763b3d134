import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '../generated/prisma/client.js';
import { Connection } from './database-connection.js';
import { socketToDatabase } from './database-socket.js';
import { sha256 } from './hash.js';

/** What a store speaks to: the whole client, or the transaction under way. */
export type Database = PrismaClient | Prisma.TransactionClient;

export interface DatabaseHandle {
  readonly prisma: PrismaClient;
  /** What the pool has at this moment. */
  connections(): Connections;
  close(): Promise<void>;
}

/** Connections that are open, and of them those that nobody uses; and how many transactions wait for one. */
export interface Connections {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

interface DatabaseOptions {
  readonly poolSize: number;
  readonly onError: (error: Error) => void;
  /** How long to wait for a sign of life; 0 for ever, which long statements need. */
  readonly silenceMs?: number;
}

const pools = new WeakMap<Database, pg.Pool>();

/** How many connections a database may have; undefined of a transaction. */
export const poolSizeOf = (db: Database): number | undefined => pools.get(db)?.options.max;

/**
 * Statements are prepared on the server under a name made of their text: without that, planning costs a third of
 * the throughput. A statement prepared while its table was small keeps its plan, so connections are renewed now and
 * then (`maxLifetimeSeconds`).
 */
export function openDatabase(url: string, options: DatabaseOptions): DatabaseHandle {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize,
    connectionTimeoutMillis: 5_000,
    maxLifetimeSeconds: 300,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'tearline',
    // Instants go out and come in without a zone.
    options: '-c default_transaction_isolation=read\\ committed -c timezone=UTC',
    stream: () => socketToDatabase(options.silenceMs),
    Client: Connection,
    pipeline: true,
  });
  // Not by the adapter's `onPoolError`, which stops listening before the pool has ended: a connection that is cut then
  // would end the process.
  pool.on('error', options.onError);
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => nameOf(sql),
    onConnectionError: options.onError,
  });
  const prisma = new PrismaClient({ adapter });
  pools.set(prisma, pool);
  return {
    prisma,
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * What a statement that only reads finds, in columns of text. Prisma takes longer over a statement than all else that a look needs,
 * so it goes straight to a connection of its pool; but in a transaction, whose connection only Prisma knows.
 */
export async function readTexts<Row extends Readonly<Record<string, string>>>(
  db: Database,
  { text, values }: Prisma.Sql,
): Promise<Row[]> {
  const pool = pools.get(db);
  if (!pool) return db.$queryRawUnsafe<Row[]>(text, ...values);
  const { rows } = await pool.query<Row>({ name: nameOf(text), text, values });
  return rows;
}

const namesMax = 1_000;
const names = new Map<string, string>();

/** Statements are few and come again and again; those that a list of any length makes different are not kept. */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = sha256(sql).toString('base64url').slice(0, 24);
  if (names.size < namesMax) names.set(sql, name);
  return name;
}

/** What is inserted where a JSON column is nullable: Prisma tells a JSON null from no value at all. */
export const jsonOrNull = (value: object | null) =>
  value === null ? Prisma.DbNull : (value as Prisma.InputJsonObject);
