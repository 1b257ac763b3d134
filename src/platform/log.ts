import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Credentials, codes and addresses of people do not belong in a log. */
const redacted = [
  'req.headers.authorization',
  'req.headers["x-api-key"]',
  'req.headers["x-api-token"]',
  'req.headers.cookie',
  '*.email',
  '*.token',
  '*.secret',
];

/** Of lines that hold nothing of the kind, and are too many to look for it in each. */
export const unredacted = (log: Log): Log => log.child({}, { redact: [] });

export const createLog = (level: string): Log =>
  pino({ level, redact: { paths: redacted, censor: '[redacted]' } });
