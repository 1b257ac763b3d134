import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '../generated/prisma/client.js';
import { sha256 } from './hash.js';

/** What a store speaks to: the whole client, or the transaction under way. */
export type Database = PrismaClient | Prisma.TransactionClient;

export interface DatabaseHandle {
  readonly prisma: PrismaClient;
  close(): Promise<void>;
}

/**
 * Statements are prepared on the server under a name made of their text: without that, planning costs a third of
 * the throughput. A statement prepared while its table was small keeps its plan, so connections are renewed now and
 * then (`maxLifetimeSeconds`).
 */
export function openDatabase(url: string, options: { poolSize: number; onError: (error: Error) => void }): DatabaseHandle {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize,
    connectionTimeoutMillis: 5_000,
    maxLifetimeSeconds: 300,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'tearline',
  });
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => sha256(sql).toString('base64url').slice(0, 24),
    onPoolError: options.onError,
    onConnectionError: options.onError,
  });
  const prisma = new PrismaClient({ adapter });
  return {
    prisma,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

interface DriverError {
  readonly code?: string;
  readonly meta?: {
    readonly driverAdapterError?: {
      readonly cause?: { readonly originalCode?: string; readonly originalMessage?: string };
    };
  };
}

const causeOf = (error: unknown) => (error as DriverError | null)?.meta?.driverAdapterError?.cause;

/** The name of the constraint that refused a write, or undefined if it was not a constraint. */
export function violatedConstraint(error: unknown): string | undefined {
  const { originalCode, originalMessage } = causeOf(error) ?? {};
  if (!originalCode?.startsWith('23')) return undefined;
  return /constraint "([^"]+)"/.exec(originalMessage ?? '')?.[1];
}

const transient = new Set(['40001', '40P01', '55P03']);

/** PostgreSQL asks to run the transaction again: a serialization failure, a deadlock, a lock not had in time. */
export const asksForRetry = (error: unknown): boolean =>
  (error as DriverError | null)?.code === 'P2034' || transient.has(causeOf(error)?.originalCode ?? '');

/**
 * The database could not be reached, or went away before it answered: whether the transaction was committed is not
 * known. Such errors bear no SQLSTATE of a statement that was refused.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  const { code } = (error ?? {}) as DriverError;
  const sqlState = causeOf(error)?.originalCode ?? '';
  if (/^(08|57P|53)/.test(sqlState)) return true;
  if (sqlState) return false;
  if (code && ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037', 'P2039'].includes(code)) return true;
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|not queryable|timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|Can't reach database|Server has closed the connection|socket hang up|terminating connection/i.test(
    message,
  );
}

/** What is inserted where a JSON column is nullable: Prisma tells a JSON null from no value at all. */
export const jsonOrNull = (value: object | null) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonObject));
