import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { poolSizeOf } from '../src/processes.js';
import { createClient } from './testkit/client.js';
import { createTestDatabase } from './testkit/database.js';
import { makeTenantIn, startProgram, type Program } from './testkit/processes.js';
import { until } from './testkit/until.js';
import { apply, makeCoupon, tally, usesOf } from './races/requests.js';

const databaseUrl = await createTestDatabase();
const start = (args: readonly string[], env: Record<string, string> = {}) =>
  startProgram(
    { DATABASE_URL: databaseUrl, TEARLINE_SECRET: 'the secret of a test, of 32 characters', ...env },
    undefined,
    args,
  );

describe('given two processes on one port', async () => {
  const program = start(['--processes', '2'], { DEMO: 'true', LOG_LEVEL: 'info', DRAIN_SECONDS: '1' });
  afterAll(() => program.send('SIGKILL'));
  const url = await program.listening();
  const { key } = await makeTenantIn(databaseUrl);
  const client = createClient(url, key);
  const { code } = await makeCoupon(client);

  /** Looks on connections of their own, as they are shared out one after the other. */
  const look = (path: string) =>
    Promise.all(
      Array.from({ length: 6 }, async () => {
        const [answer] = (await once(
          get(`${url}${path}`, { agent: false, signal: AbortSignal.timeout(2_000) }),
          'response',
        )) as [IncomingMessage];
        answer.resume();
        return answer.statusCode;
      }),
    );

  test('when many ask at once, then both answer, the log says which, and every use is counted once', async () => {
    const replies = await Promise.all(Array.from({ length: 40 }, () => apply(client, code)));

    expect(tally(replies)).toEqual({ ApplyCouponSuccess: 40 });
    expect(await usesOf(client, code)).toBe(40);
    await until('both have answered', () => answering(program).size === 2);
    expect(answering(program).has(program.pid)).toBe(false);
  });

  test('when one is killed, then the other answers, and another takes its place', async () => {
    const [killed, other] = [...answering(program)] as [number, number];
    process.kill(killed, 'SIGKILL');

    await until('the other answers for all', async () => {
      try {
        return (await look('/livez')).every((status) => status === 200);
      } catch {
        // A connection that the killed process had been given already.
        return false;
      }
    });
    await until(
      'a third answers',
      async () => (await look('/livez')).length > 0 && answering(program).size === 3,
      60_000,
    );
    const after = [...answering(program)];
    expect(after.slice(0, 2)).toEqual([killed, other]);
    expect(program.output()).toContain(`"endedPid":${killed},"code":null,"signal":"SIGKILL"`);
    expect((await apply(client, code)).data.applyCoupon.__typename).toBe('ApplyCouponSuccess');
    expect(await usesOf(client, code)).toBe(41);
  }, 90_000);

  test('when it is told to stop, then all say so before they do, and it ends in order, having said once how to begin', async () => {
    program.send('SIGTERM');

    await until('none is ready', async () => (await look('/readyz')).every((status) => status === 503), 900);
    expect(await program.ended).toBe(0);
    const pids = [...answering(program)];
    expect(pids.filter(isRunning)).toEqual([]);
    expect(program.output().match(/Tearline runs/g)).toHaveLength(1);
    expect(program.output().match(/Demo key/g)).toHaveLength(1);
  });
});

describe('given processes that cannot start', () => {
  test('when the port is taken, then it is said once, and all end', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;

    const program = start([], { PROCESSES: '2', PORT: String(port) });

    expect(await program.ended).toBe(1);
    expect(program.output().trim()).toBe(
      `Port ${port} is taken: stop what listens there, or set PORT to another number.`,
    );
    taken.close();
  });

  test('when an option is misspelt, then it says what is wrong', async () => {
    const program = start(['--proceses', '2']);

    expect(await program.ended).toBe(1);
    expect(program.output().trim()).toBe(
      "Unknown option '--proceses': there is `--processes 4`, and nothing else.",
    );
  });

  test('when they would need more connections than there are, then it says so', () => {
    expect(() => poolSizeOf({ processes: 16, databasePoolSize: 10 }, 100)).toThrow(
      'PROCESSES is 16, but the database takes 100 connections, which are too few: start fewer, or raise max_connections.',
    );
  });
});

test.each([
  [2, 100, 10],
  [4, 100, 10],
  [8, 100, 4],
  [8, 200, 10],
  [16, 200, 4],
])('%i processes on a database of %i connections have %i each in their pools', (processes, most, each) => {
  expect(poolSizeOf({ processes, databasePoolSize: 10 }, most)).toBe(each);
});

/** The processes that have answered a request, by their lines in the log, in the order of their first. */
function answering(program: Program): Set<number> {
  const lines = program
    .output()
    .split('\n')
    .filter((line) => /^\{.*"route":/.test(line));
  return new Set(lines.map((line) => (JSON.parse(line) as { pid: number }).pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
