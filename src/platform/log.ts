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

export const createLog = (level: string): Log =>
  pino({ level, redact: { paths: redacted, censor: '[redacted]' } });
