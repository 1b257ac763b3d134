import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { destroyPostgres } from '../src/platform/postgres.js';
import { createClient } from './testkit/client.js';
import { createTestDatabase, missingDatabase } from './testkit/database.js';
import { clientsOf, startProgram, startServers, type Program } from './testkit/processes.js';
import { until } from './testkit/until.js';
import { apply, makeCoupon, tally, usesOf } from './races/requests.js';

const databaseUrl = await createTestDatabase();
/** Started at once where no database is yet. */
const servers = await startServers(missingDatabase(), 2, { DEMO: 'true' });

describe('given something that has to be set right first', () => {
  const elsewhere = 'postgresql://tearline:secret@127.0.0.1:1/tearline';
  const document = '{ nothing }';
  const hash = createHash('sha256').update(document).digest('hex');
  const manifests = mkdtempSync(join(tmpdir(), 'tearline-test-manifest-'));
  const manifest = join(manifests, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ [hash]: document }));
  afterAll(() => rmSync(manifests, { recursive: true }));

  test.each([
    [
      'a setting that is wrong, and another',
      { PORT: '65536', LOG_LEVEL: 'loud' },
      'PORT is "65536", but a whole number from 0 to 65535 was expected.\n' +
        'LOG_LEVEL is "loud", but one of fatal, error, warn, info, debug, trace, silent was expected.',
    ],
    [
      'no database at DATABASE_URL',
      { DATABASE_URL: elsewhere },
      'PostgreSQL at 127.0.0.1:1 cannot be used: connect ECONNREFUSED 127.0.0.1:1. Is it running, and is DATABASE_URL right?',
    ],
    [
      'a trusted document that is not valid, before it looks for the database',
      { DATABASE_URL: elsewhere, TRUSTED_DOCUMENTS: manifest },
      `The trusted document ${hash} is not valid: Cannot query field "nothing" on type "Query".`,
    ],
  ])('when there is %s, then it says so in a sentence, and ends', async (_, env, sentence) => {
    const program = startProgram(env);

    expect(await program.ended).toBe(1);
    expect(program.output().trim()).toBe(sentence);
  });

  test('when the port is taken, then it says so in a sentence, and ends', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;

    const program = startProgram({
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      TEARLINE_SECRET: 'x'.repeat(32),
    });

    expect(await program.ended).toBe(1);
    expect(program.output().trim()).toBe(
      `Port ${port} is taken: stop what listens there, or set PORT to another number.`,
    );
    taken.close();
  });
});

test('given servers that started at once on a new database, then one made the demo tenant, and both serve it', async () => {
  const [key, other] = servers.map((server) => keyOf(server.program()));
  expect(other).toBe(key);

  const replies = await Promise.all(clientsOf(servers, key!).map((client) => apply(client, 'LASTONE')));

  expect(tally(replies)).toEqual({ ApplyCouponSuccess: 1, UsageLimitReachedError: 1 });
});

describe('given nothing but a clone', () => {
  const clone = mkdtempSync(join(tmpdir(), 'tearline-test-clone-'));
  chmodSync(clone, 0o755); // root runs PostgreSQL as another user, who has to pass
  const root = fileURLToPath(new URL('..', import.meta.url));
  for (const part of ['dist', 'prisma', 'playground', 'examples', 'package.json', 'schema.graphql']) {
    cpSync(join(root, part), join(clone, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  afterAll(async () => {
    await destroyPostgres(join(clone, '.tearline'));
    rmSync(clone, { recursive: true });
  });

  /** PostgreSQL's own process and all that it has started. */
  const leftBehind = () =>
    execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
      .split('\n')
      .filter((command) => command.includes(clone));

  const start = () => startProgram({}, clone);

  test('when it is stopped while it starts for the first time, then nothing of it runs on', async () => {
    const program = start();
    await until(
      'PostgreSQL is being started',
      () => program.output().includes('Starting PostgreSQL'),
      20_000,
    );
    await until('its files are being made', () => leftBehind().length > 0, 20_000);

    program.send('SIGINT');

    expect(await program.ended).toBe(0);
    expect(program.output().trim()).toBe('Starting PostgreSQL …');
    expect(leftBehind()).toEqual([]);
  });

  test('when it is stopped, killed, and started again, then its data are there, and in the end nothing runs', async () => {
    const first = start();
    const client = createClient(await first.listening(), keyOf(first));
    const { code } = await makeCoupon(client);
    await apply(client, code);
    first.send('SIGINT');
    expect(await first.ended).toBe(0);
    expect(leftBehind()).toEqual([]);

    const second = start();
    const again = createClient(await second.listening(), keyOf(first));
    expect(await usesOf(again, code)).toBe(1);
    await apply(again, code);
    second.send('SIGKILL');
    expect(await second.ended).toBe('SIGKILL');
    expect(leftBehind()).not.toEqual([]);

    const third = start();
    const atLast = createClient(await third.listening(), keyOf(first));
    expect(await usesOf(atLast, code)).toBe(2);
    third.send('SIGTERM');
    expect(await third.ended).toBe(0);
    expect(leftBehind()).toEqual([]);
    for (const program of [first, second, third]) expect(program.output()).not.toMatch(/"level":(50|60)/);
  }, 90_000);
});

/** The key that it prints when it starts. */
function keyOf(program: Program): string {
  return /^ +Demo key +(\S+)$/m.exec(program.output())![1]!;
}
