import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '../generated/prisma/client.js';
import { Connection, connectionOf, findConnection } from './database-connection.js';
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
    // By Prisma instants go out and come in without a zone.
    options: '-c default_transaction_isolation=read\\ committed -c timezone=UTC',
    stream: () => socketToDatabase(options.silenceMs),
    Client: Connection,
    pipeline: true,
  });
  // Not by the adapter's `onPoolError`, which stops listening before the pool has ended: a connection that is cut then
  // would end the process.
  pool.on('error', options.onError);
  // Between two who use a connection nobody listens to it for a moment. If it is cut just then, whoever asks it next is told, and the
  // process must not end.
  pool.on('connect', (connection) => void connection.on('error', () => undefined));
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

/** Is told of each transaction of a database when it has just begun, so that its statements find their connection. */
export function noteBegun(db: Database, transaction: Database): void {
  if (pools.has(db)) findConnection(transaction);
}

/**
 * Where a statement is sent past Prisma, which takes longer over a statement than all else that it needs: to the connection of a
 * transaction, or to any of the pool. Undefined of a transaction whose connection only Prisma knows.
 */
const wayTo = (db: Database): pg.Pool | pg.Client | undefined => pools.get(db) ?? connectionOf(db);

type Template<Answer> = (strings: TemplateStringsArray, ...values: readonly unknown[]) => Promise<Answer>;

const asked = (...[strings, ...values]: Parameters<Template<unknown>>) => {
  const { text, values: parameters } = Prisma.sql(strings, ...values);
  return { name: nameOf(text), text, values: parameters };
};

/** What a statement finds, in columns of text. */
export const readTexts =
  <Row extends Readonly<Record<string, string>>>(db: Database): Template<Row[]> =>
  async (...template) => {
    const way = wayTo(db);
    if (!way) return db.$queryRaw<Row[]>(...template);
    return (await way.query<Row>(asked(...template))).rows;
  };

/** Carries out a statement that writes. */
export const write =
  (db: Database): Template<void> =>
  async (...template) => {
    await (wayTo(db)?.query(asked(...template)) ?? db.$executeRaw(...template));
  };

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
