import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/platform/database.js';
import { createLanes, Overloaded, type Place } from '../../src/platform/lane.js';

/** A database is only a name here: lanes never look into it. */
const database = () => ({}) as Database;

const gone = new Error('the database is gone');
const ofItsOwn = new Error('a bad request');

/** Lanes whose batches run until they are let go, one after the other. */
function given({ batchMax = 256, waitingMax = 5_000 } = {}) {
  const batches: string[][] = [];
  const alone: string[] = [];
  const underWay: { finish: () => void; fail: (error: Error) => void }[] = [];
  /** What requests fail with by themselves. */
  const bad = new Map<string, Error>();
  const submit = createLanes<string, string>({
    run: (batch) =>
      new Promise((resolve, reject) => {
        batches.push(batch);
        underWay.push({ finish: () => resolve(batch.map((request) => `${request}!`)), fail: reject });
      }),
    runAlone: async (request, batchError) => {
      alone.push(`${request} after ${(batchError as Error).message}`);
      if (bad.has(request)) throw bad.get(request)!;
      return `${request} alone!`;
    },
    isEverybodys: (error) => error === gone || (error as Error).cause === gone,
    batchMax,
    waitingMax,
  });
  const place: Place = { db: database(), tenantId: 'acme', key: 'SUMMER' };
  const send = (request: string, at: Partial<Place> = {}) => submit({ ...place, ...at }, request);
  /** Lets all promises that can go on do so. */
  const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));
  const finish = async () => {
    underWay.shift()!.finish();
    await settled();
  };
  const fail = async (error: Error) => {
    underWay.shift()!.fail(error);
    await settled();
  };
  return { batches, alone, bad, send, finish, fail, place, underWay };
}

describe('given an idle lane', () => {
  test('when a request comes, then it runs at once and by itself', async () => {
    const { batches, send, finish, underWay } = given();

    const answer = send('a');
    expect(batches).toEqual([['a']]);

    await finish();
    expect(await answer).toBe('a!');
    expect(underWay).toEqual([]);
  });

  test('when it was busy before, then it is idle again, and the next runs at once too', async () => {
    const { batches, send, finish } = given();
    const first = send('a');
    await finish();
    await first;

    void send('b');

    expect(batches).toEqual([['a'], ['b']]);
  });
});

describe('given a lane that is running', () => {
  test('when requests come meanwhile, then they go together afterwards, in their order', async () => {
    const { batches, send, finish } = given();
    const answers = [send('a'), send('b'), send('c'), send('d')];
    expect(batches).toEqual([['a']]);

    await finish();
    expect(batches).toEqual([['a'], ['b', 'c', 'd']]);
    answers.push(send('e'));
    expect(batches).toHaveLength(2);

    await finish();
    expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
    await finish();
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!', 'e!']);
    expect(batches).toHaveLength(3);
  });

  test('when more come than a batch holds, then the rest goes with the next', async () => {
    const { batches, send, finish } = given({ batchMax: 2 });
    const answers = ['a', 'b', 'c', 'd', 'e', 'f'].map((request) => send(request));
    for (let run = 0; run < 4; run++) await finish();

    expect(batches).toEqual([['a'], ['b', 'c'], ['d', 'e'], ['f']]);
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!', 'e!', 'f!']);
  });

  test('when too many wait, then more are refused at once, and those that wait are served', async () => {
    const { batches, send, finish } = given({ waitingMax: 2 });
    const served = [send('a'), send('b'), send('c')];

    await expect(send('d')).rejects.toThrow(Overloaded);
    await finish();
    served.push(send('e'));
    await finish();
    await finish();

    expect(await Promise.all(served)).toEqual(['a!', 'b!', 'c!', 'e!']);
    expect(batches).toEqual([['a'], ['b', 'c'], ['e']]);
  });

  test('when too many wait in it, then others still take in', async () => {
    const { send, batches } = given({ waitingMax: 1 });
    void send('a');
    void send('b');
    await expect(send('c')).rejects.toThrow(Overloaded);

    void send('d', { tenantId: 'other' });

    expect(batches).toEqual([['a'], ['d']]);
  });
});

describe('given a batch that fails', () => {
  /** A batch of three, of which some fail by themselves, fails. */
  async function failed(batchError: Error, failing: Record<string, Error> = {}) {
    const lane = given();
    for (const [request, error] of Object.entries(failing)) lane.bad.set(request, error);
    const first = lane.send('first');
    const settled = Promise.allSettled([first, ...['a', 'b', 'c'].map((request) => lane.send(request))]);
    await lane.finish();
    await lane.fail(batchError);
    const answers = (await settled).map((each) =>
      each.status === 'fulfilled' ? each.value : (each.reason as Error),
    );
    return { ...lane, answers };
  }
  const broken = new Error('it broke');

  test('when its requests are good, then they are carried out one by one, in their order', async () => {
    const { answers, alone, batches } = await failed(broken);

    expect(answers).toEqual(['first!', 'a alone!', 'b alone!', 'c alone!']);
    expect(alone).toEqual(['a after it broke', 'b after it broke', 'c after it broke']);
    expect(batches).toEqual([['first'], ['a', 'b', 'c']]);
  });

  test('when one of them is bad, then only that one fails', async () => {
    const { answers, alone } = await failed(broken, { b: ofItsOwn });

    expect(answers).toEqual(['first!', 'a alone!', ofItsOwn, 'c alone!']);
    expect(alone).toHaveLength(3);
  });

  test('when one must not be tried again, then the others are', async () => {
    const { answers } = await failed(gone, { a: gone });

    expect(answers).toEqual(['first!', gone, 'b alone!', 'c alone!']);
  });

  test('when one meets what the next would meet too, then the rest are not made to wait for the same', async () => {
    const stillGone = new Error('the database is still gone', { cause: gone });
    const { answers, alone } = await failed(gone, { b: stillGone });

    expect(answers).toEqual(['first!', 'a alone!', stillGone, stillGone]);
    expect(alone).toEqual(['a after the database is gone', 'b after the database is gone']);
  });

  test('when it held one request, then that too is tried by itself', async () => {
    const { alone, send, fail } = given();
    const answer = send('a');
    await fail(broken);

    expect(await answer).toBe('a alone!');
    expect(alone).toEqual(['a after it broke']);
  });

  test('when others came meanwhile, then they go together next', async () => {
    const { batches, alone, bad, send, finish, fail } = given();
    bad.set('a', ofItsOwn);
    const refused = expect(send('a')).rejects.toBe(ofItsOwn);
    const answers = [send('b'), send('c')];
    await fail(broken);
    await refused;
    await finish();

    expect(await Promise.all(answers)).toEqual(['b!', 'c!']);
    expect(batches).toEqual([['a'], ['b', 'c']]);
    expect(alone).toEqual(['a after it broke']);
  });
});

describe('given several lanes', () => {
  test('when two tenants ask, then they never go together, whatever the codes', async () => {
    const { batches, send, finish, underWay } = given();
    const keys = Array.from({ length: 20 }, (_, index) => `CODE${index}`);
    const answers = keys.flatMap((key) => [
      send(`acme ${key}`, { key }),
      send(`other ${key}`, { key, tenantId: 'other' }),
    ]);
    while (underWay.length > 0) await finish();

    await Promise.all(answers);
    expect(batches.flat()).toHaveLength(40);
    for (const batch of batches) expect(new Set(batch.map((request) => request.split(' ')[0])).size).toBe(1);
  });

  test('when two tenants’ names run together with their lanes’, then they are still apart', () => {
    const { batches, send } = given();
    void send('a', { tenantId: 'acme' });
    void send('b', { tenantId: 'acme 1' });
    expect(batches).toEqual([['a'], ['b']]);
  });

  test('when one code is asked for, then all of it goes one way, one run at a time', async () => {
    const { batches, send, finish } = given();
    const answers = Array.from({ length: 50 }, (_, index) => send(`${index}`));
    expect(batches).toHaveLength(1);
    await finish();
    expect(batches).toHaveLength(2);
    await finish();

    await Promise.all(answers);
    expect(batches.map(({ length }) => length)).toEqual([1, 49]);
  });

  test('when many codes of a tenant are asked for, then 4 runs go on at once, and no more', () => {
    const { batches, send } = given();
    for (let index = 0; index < 200; index++) void send(`${index}`, { key: `CODE${index}` });
    expect(batches).toHaveLength(4);
  });

  test('when they are of two databases, then they are apart', () => {
    const { batches, send } = given();
    void send('a');
    void send('b', { db: database() });
    expect(batches).toEqual([['a'], ['b']]);
  });
});
