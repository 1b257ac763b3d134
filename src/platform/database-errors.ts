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
  if (code && ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037', 'P2039'].includes(code))
    return true;
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|not queryable|timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|Can't reach database|Server has closed the connection|socket hang up|terminating connection/i.test(
    message,
  );
}
