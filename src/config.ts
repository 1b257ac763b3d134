import { z } from 'zod';
import { StartupError } from './platform/startup-error.js';

/** What the environment says; .env.example tells what each variable is for. */
export interface Config {
  readonly isProduction: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How many server processes share the port. */
  readonly processes: number;
  /** Where people and e-mails find this server; without a slash at its end. */
  readonly publicUrl: string;
  /** Null: the server starts its own PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly databasePoolSize: number;
  /** Null: one is made at the first start and kept beside the server's own data. */
  readonly secret: string | null;
  /** Null: e-mails are not sent. They are logged instead, and in production kept and tried again. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: LogLevel;
  /** For how many days a repeat of a change is known by its idempotency key, at least. */
  readonly idempotencyDays: number;
  /** How long a server that is told to stop still takes requests, while `/readyz` says that it is about to. */
  readonly drainSeconds: number;
  /** Whether webhooks may call addresses inside the server's own network. */
  readonly allowPrivateTargets: boolean;
  /** Whether the demo tenant is made at the first start. */
  readonly demo: boolean;
  /** A file with documents of the operator's own, beside those of Tearline's clients. Null: there are none. */
  readonly trustedDocuments: string | null;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Throws one StartupError with a sentence for each variable that is wrong. A variable set to nothing is not set. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    throw new StartupError(parsed.error.issues.map((issue) => sentence(issue, given)).join('\n'));

  const { PORT, DATABASE_URL = null, TEARLINE_SECRET = null, SMTP_URL = null, ...rest } = parsed.data;
  return {
    isProduction: rest.NODE_ENV === 'production',
    host: rest.HOST,
    port: PORT,
    processes: rest.PROCESSES,
    publicUrl: rest.PUBLIC_URL ?? `http://localhost:${PORT}`,
    databaseUrl: DATABASE_URL,
    databasePoolSize: rest.DATABASE_POOL_SIZE,
    secret: TEARLINE_SECRET,
    smtpUrl: SMTP_URL,
    mailFrom: rest.MAIL_FROM,
    logLevel: rest.LOG_LEVEL,
    idempotencyDays: rest.IDEMPOTENCY_DAYS,
    drainSeconds: rest.DRAIN_SECONDS ?? (rest.NODE_ENV === 'production' ? 5 : 0),
    allowPrivateTargets: rest.ALLOW_PRIVATE_TARGETS,
    // Nobody's own database gets a tenant that they did not ask for.
    demo: rest.DEMO ?? DATABASE_URL === null,
    trustedDocuments: rest.TRUSTED_DOCUMENTS ?? null,
  };
}

/** What each schema's message says is what was expected. */
const wholeNumber = (min: number, max: number) => {
  const expected = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error: expected, abort: true })
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected);
};

const trueOrFalse = z.enum(['true', 'false'], 'true or false').transform((value) => value === 'true');

const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `a URL such as ${example}`,
    );

const variables = z
  .object({
    NODE_ENV: z
      .enum(['development', 'test', 'production'], 'development, test or production')
      .default('development'),
    HOST: z.string().default('127.0.0.1'),
    PORT: wholeNumber(0, 65_535).default(4000),
    PROCESSES: wholeNumber(1, 64).default(1),
    PUBLIC_URL: url(['http:', 'https:'], 'https://coupons.example.com')
      .transform((value) => value.replace(/\/+$/, ''))
      .optional(),
    DATABASE_URL: url(
      ['postgres:', 'postgresql:'],
      'postgresql://user:password@host:5432/database',
    ).optional(),
    DATABASE_POOL_SIZE: wholeNumber(1, 1_000).default(10),
    TEARLINE_SECRET: z
      .string()
      .min(32, 'at least 32 characters, such as `openssl rand -hex 32` prints')
      .optional(),
    SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
    MAIL_FROM: z
      .string()
      .regex(
        /^[^<>\r\n]*<[^@\s<>]+@[^@\s<>]+>$|^[^@\s<>]+@[^@\s<>]+$/,
        'an address such as Coupons <coupons@example.com>',
      )
      .default('Tearline <no-reply@localhost>'),
    LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`).default('info'),
    IDEMPOTENCY_DAYS: wholeNumber(1, 3_650).default(30),
    DRAIN_SECONDS: wholeNumber(0, 15).optional(),
    ALLOW_PRIVATE_TARGETS: trueOrFalse.default(false),
    DEMO: trueOrFalse.optional(),
    TRUSTED_DOCUMENTS: z.string().optional(),
  })
  // A database elsewhere may be shared, and what one server has encrypted the others must be able to read.
  .refine((given) => given.NODE_ENV !== 'production' || !given.DATABASE_URL || given.TEARLINE_SECRET, {
    path: ['TEARLINE_SECRET'],
    error: 'the same secret for all servers of a database in production, of at least 32 characters',
  });

/** Their values are never printed. */
const confidential = new Set(['TEARLINE_SECRET', 'DATABASE_URL', 'SMTP_URL']);

function sentence({ path, message }: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(path[0]);
  const value = given[name];
  const found =
    value === undefined ? 'is not set' : confidential.has(name) ? 'is set wrongly' : `is "${value}"`;
  return `${name} ${found}, but ${message} was expected.`;
}
