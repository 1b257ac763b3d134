import { pino, type Logger } from 'pino';

export type Log = Logger;

/**
 * Credentials, codes and addresses of people do not belong in a log; nor do the values of a row that PostgreSQL has refused, and the
 * whole client that pg hangs on the error of one.
 */
const redacted = [
  'req.headers.authorization',
  'req.headers["x-api-key"]',
  'req.headers["x-api-token"]',
  'req.headers.cookie',
  '*.email',
  '*.token',
  '*.secret',
  'err.client',
  'err.detail',
  'err.where',
  'err.meta.driverAdapterError.cause.detail',
];

export const createLog = (level: string): Log =>
  pino({ level, redact: { paths: redacted, censor: '[redacted]' } });

/**
 * For a line for each request, which holds nothing of the kind: to look for it, and to write each by itself, would take longer than
 * many a request. They are written together, after a second at most; those that are left, when the process ends.
 */
export const createRequestLog = (level: string): Log =>
  pino({ level }, pino.destination({ dest: 1, sync: false, minLength: 8_192, periodicFlush: 1_000 }));
