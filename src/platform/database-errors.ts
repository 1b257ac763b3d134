import pg from 'pg';

interface Cause {
  readonly kind?: string;
  readonly originalCode?: string;
  readonly originalMessage?: string;
}

interface DriverError {
  readonly name?: string;
  readonly code?: string;
  /** Of errors of Node's sockets: what was being done. */
  readonly syscall?: string;
  readonly cause?: Cause;
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: Cause } };
}

/** Of a statement Prisma wraps what its driver throws; of BEGIN and COMMIT, and of what goes past it, that comes as it is. */
function causeOf(error: unknown): Cause | undefined {
  if (error instanceof pg.DatabaseError && error.code !== undefined) {
    return { originalCode: error.code, originalMessage: error.message };
  }
  const { name, cause, meta } = (error ?? {}) as DriverError;
  return meta?.driverAdapterError?.cause ?? (name === 'DriverAdapterError' ? cause : undefined);
}

/** The name of the constraint that refused a write, or undefined if it was not a constraint. */
export function violatedConstraint(error: unknown): string | undefined {
  const { originalCode, originalMessage } = causeOf(error) ?? {};
  if (!originalCode?.startsWith('23')) return undefined;
  return /constraint "([^"]+)"/.exec(originalMessage ?? '')?.[1];
}

const transient = new Set(['40001', '40P01']);

/** PostgreSQL asks to run the transaction again: a serialization failure, a deadlock, a lock not had in time. */
export function asksForRetry(error: unknown): boolean {
  const { kind, originalCode } = causeOf(error) ?? {};
  if (kind === 'TransactionWriteConflict' || transient.has(originalCode ?? '')) return true;
  return waitedTooLong(error) || (error as DriverError | null)?.code === 'P2034';
}

const givenUp = new Set(['55P03', '57014']);

/** A lock was not had in time, or the statement with all its locks took too long: nothing was done. */
export const waitedTooLong = (error: unknown): boolean => givenUp.has(causeOf(error)?.originalCode ?? '');

/** No connection was free in time: nothing was begun, so that it may be sent again with a key or without. */
export const wasNotBegun = (error: unknown): boolean =>
  /^timeout exceeded when trying to connect$|Unable to start a transaction in the given time/.test(
    error instanceof Error ? error.message : '',
  );

const gone = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);

/**
 * The database could not be reached, or went away before it answered: whether the transaction was committed is not
 * known. Such errors bear no SQLSTATE of a statement that was refused.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  const { code, syscall } = (error ?? {}) as DriverError;
  const { kind = '', originalCode: sqlState = '' } = causeOf(error) ?? {};
  if (gone.has(kind)) return true;
  if (/^(08|57P|53)/.test(sqlState)) return true;
  if (sqlState) return false;
  if (code && ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037', 'P2039'].includes(code))
    return true;
  // Of those that are not PostgreSQL's own, the driver adapter knows a few, and passes all others on. Where a host has several
  // addresses, Node says of none what was being done.
  if (syscall || /^(ERR_(SSL|TLS|STREAM)_|ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/.test(code ?? ''))
    return true;
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|not queryable|timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|Can't reach database|Server has closed the connection|socket hang up|terminating connection/i.test(
    message,
  );
}
