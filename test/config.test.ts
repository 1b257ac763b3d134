import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { StartupError } from '../src/platform/startup-error.js';

const secret = 'a-secret-of-thirty-two-characters';
const elsewhere = 'postgresql://tearline:pass-word@db:5432/tearline';

describe('given nothing is set', () => {
  it('runs on this machine alone, with its own database and the demo tenant', () => {
    expect(readConfig({})).toEqual({
      isProduction: false,
      host: '127.0.0.1',
      port: 4000,
      processes: 1,
      publicUrl: 'http://localhost:4000',
      databaseUrl: null,
      databasePoolSize: 10,
      secret: null,
      trustedDocuments: null,
      smtpUrl: null,
      mailFrom: 'Tearline <no-reply@localhost>',
      logLevel: 'info',
      idempotencyDays: 30,
      drainSeconds: 0,
      allowPrivateTargets: false,
      demo: true,
    });
  });

  it('takes a variable set to nothing as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(readConfig({}));
  });
});

describe('given a variable is set', () => {
  it.each([
    [{ NODE_ENV: 'production' }, { isProduction: true, drainSeconds: 5 }],
    [{ NODE_ENV: 'production', DRAIN_SECONDS: '0' }, { drainSeconds: 0 }],
    [{ DRAIN_SECONDS: '15' }, { drainSeconds: 15 }],
    [{ IDEMPOTENCY_DAYS: '3650' }, { idempotencyDays: 3650 }],
    [{ HOST: '::' }, { host: '::' }],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '8080' }, { port: 8080, publicUrl: 'http://localhost:8080' }],
    [{ PUBLIC_URL: 'https://coupons.example.com/' }, { publicUrl: 'https://coupons.example.com' }],
    [{ DATABASE_URL: elsewhere }, { databaseUrl: elsewhere, demo: false }],
    [{ DATABASE_URL: elsewhere, DEMO: 'true' }, { demo: true }],
    [{ DEMO: 'false' }, { demo: false }],
    [{ PROCESSES: '4' }, { processes: 4 }],
    [{ DATABASE_POOL_SIZE: '5' }, { databasePoolSize: 5 }],
    [{ TEARLINE_SECRET: secret }, { secret }],
    [{ SMTP_URL: 'smtp://mail:1025' }, { smtpUrl: 'smtp://mail:1025' }],
    [{ MAIL_FROM: 'Shop <shop@example.com>' }, { mailFrom: 'Shop <shop@example.com>' }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [{ ALLOW_PRIVATE_TARGETS: 'true' }, { allowPrivateTargets: true }],
  ])('%o gives %o', (env, expected) => {
    expect(readConfig(env)).toMatchObject(expected);
  });
});

describe('given a variable is wrong', () => {
  it.each([
    [{ NODE_ENV: 'prod' }, 'NODE_ENV is "prod", but development, test or production was expected.'],
    [{ PORT: '4000x' }, 'PORT is "4000x", but a whole number from 0 to 65535 was expected.'],
    [{ PORT: '65536' }, 'PORT is "65536", but a whole number from 0 to 65535 was expected.'],
    [{ PROCESSES: '0' }, 'PROCESSES is "0", but a whole number from 1 to 64 was expected.'],
    [{ PORT: '-1' }, 'PORT is "-1", but a whole number from 0 to 65535 was expected.'],
    [
      { PUBLIC_URL: 'coupons.example.com' },
      'PUBLIC_URL is "coupons.example.com", but a URL such as https://coupons.example.com was expected.',
    ],
    [
      { DATABASE_POOL_SIZE: '0' },
      'DATABASE_POOL_SIZE is "0", but a whole number from 1 to 1000 was expected.',
    ],
    [
      { MAIL_FROM: 'nobody' },
      'MAIL_FROM is "nobody", but an address such as Coupons <coupons@example.com> was expected.',
    ],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is "loud", but one of fatal, error, warn, info, debug, trace, silent was expected.',
    ],
    [{ DRAIN_SECONDS: '16' }, 'DRAIN_SECONDS is "16", but a whole number from 0 to 15 was expected.'],
    [{ IDEMPOTENCY_DAYS: '0' }, 'IDEMPOTENCY_DAYS is "0", but a whole number from 1 to 3650 was expected.'],
    [{ ALLOW_PRIVATE_TARGETS: 'yes' }, 'ALLOW_PRIVATE_TARGETS is "yes", but true or false was expected.'],
    [{ DEMO: '1' }, 'DEMO is "1", but true or false was expected.'],
    [
      { NODE_ENV: 'production', DATABASE_URL: elsewhere },
      'TEARLINE_SECRET is not set, but the same secret for all servers of a database in production, ' +
        'of at least 32 characters was expected.',
    ],
  ])('%o is refused: %s', (env, message) => {
    expect(() => readConfig(env)).toThrow(new StartupError(message));
  });

  it('is told together with all others that are', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'x' })).toThrow(/^PORT is "x", .+\nDEMO is "x", .+\.$/);
  });

  it.each([
    ['TEARLINE_SECRET', 'too-short-hunter2', 'at least 32 characters, such as `openssl rand -hex 32` prints'],
    [
      'DATABASE_URL',
      'mysql://root:hunter2@db/shop',
      'a URL such as postgresql://user:password@host:5432/database',
    ],
    ['SMTP_URL', 'mail.example.com:hunter2', 'a URL such as smtp://user:password@host:587'],
  ])('%s is not shown, since it is confidential', (name, value, expected) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new StartupError(`${name} is set wrongly, but ${expected} was expected.`),
    );
  });
});
