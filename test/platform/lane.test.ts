import { afterEach, describe, expect, test, vi } from 'vitest';
import { setImmediate as immediate } from 'node:timers/promises';
import { database, givenLanes, numbered } from './given-lanes.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('given nothing under way', () => {
  test('when a request comes, then it runs at once and by itself', async () => {
    const { batches, send, finish, underWay, sizes } = givenLanes();

    const answer = send('a');
    expect(batches).toEqual([['a']]);

    await finish('a');
    expect(await answer).toBe('a!');
    expect(underWay.size).toBe(0);
    expect(sizes).toEqual([1]);
  });

  test('when it was busy before, then the next runs at once too', async () => {
    const { batches, send, finish } = givenLanes();
    void send('a');
    await finish('a');

    void send('b');

    expect(batches).toEqual([['a'], ['b']]);
  });

  test('when a request names no key, or one twice, then it runs all the same', async () => {
    const { send, finish } = givenLanes();
    const answers = [send('none', { keys: [] }), send('twice', { keys: ['A', 'A'] })];
    await finish('none');
    await finish('twice');
    expect(await Promise.all(answers)).toEqual(['none!', 'twice!']);
  });
});

describe('given requests that arrive in one turn of the process', () => {
  test('when nothing is under way, then they go together', async () => {
    const { batches, send, finish } = givenLanes({ soon: setImmediate });

    const answers = [send('a'), send('b')];
    expect(batches).toEqual([]);
    await immediate();

    expect(batches).toEqual([['a', 'b']]);
    await finish('a');
    expect(await Promise.all(answers)).toEqual(['a!', 'b!']);
  });
});

describe('given a batch of many that is done', () => {
  test('when others wait, then the next is under way before the first is told, and few are told at a time', async () => {
    const { batches, sendFor, underWay } = givenLanes();
    void sendFor('a1');
    const told: string[] = [];
    for (const answer of sendFor(...numbered('a', 80))) void answer.then((name) => told.push(name));
    underWay.get('a1')!.finish();
    await immediate();
    void sendFor('a99');

    underWay.get('a0')!.finish();
    const seen: [number, number][] = [];
    while (told.length < 80) {
      await immediate();
      seen.push([batches.length, told.length]);
    }

    expect(batches[2]).toEqual(['a99']);
    expect(seen[0]![0]).toBe(3);
    expect(seen.map(([, count]) => count)).toEqual([0, 32, 64, 80]);
  });
});

describe('given a key under way', () => {
  test('when requests for it come meanwhile, then they go together afterwards, in their order', async () => {
    const { batches, sendFor, finish } = givenLanes();
    const answers = sendFor('a1', 'a2', 'a3', 'a4');
    expect(batches).toEqual([['a1']]);

    await finish('a1');
    expect(batches).toEqual([['a1'], ['a2', 'a3', 'a4']]);
    answers.push(...sendFor('a5'));
    expect(batches).toHaveLength(2);

    await finish('a2');
    await finish('a5');
    expect(await Promise.all(answers)).toEqual(['a1!', 'a2!', 'a3!', 'a4!', 'a5!']);
    expect(batches).toEqual([['a1'], ['a2', 'a3', 'a4'], ['a5']]);
  });

  test('when one comes for another key, then that runs beside it', () => {
    const { batches, sendFor } = givenLanes();
    void sendFor('a1', 'b1');
    expect(batches).toEqual([['a1'], ['b1']]);
  });

  test('when more wait than a batch holds, then the rest goes with the next', async () => {
    const { batches, sendFor, finish } = givenLanes({ batchMax: 2 });
    void sendFor('a1', 'a2', 'a3', 'a4', 'a5', 'a6');
    for (const first of ['a1', 'a2', 'a4', 'a6']) await finish(first);

    expect(batches).toEqual([['a1'], ['a2', 'a3'], ['a4', 'a5'], ['a6']]);
  });

  test('when another batch ends, then those who wait for the key still wait', async () => {
    const { batches, sendFor, finish } = givenLanes();
    void sendFor('a1', 'b1', 'a2', 'c1', 'b2');
    await finish('b1');
    expect(batches.slice(2)).toEqual([['c1', 'b2']]);

    await finish('c1');
    expect(batches).toHaveLength(3);
    await finish('a1');
    expect(batches.slice(3)).toEqual([['a2']]);
  });
});

describe('given requests that want several keys', () => {
  test('when one of them is under way, then it waits, and those who come later for any of them wait behind it', async () => {
    const { batches, sendFor, finish } = givenLanes();
    void sendFor('a1', 'ab1', 'b1', 'b2', 'c1');
    expect(batches).toEqual([['a1'], ['c1']]);

    await finish('c1');
    expect(batches).toHaveLength(2);
    await finish('a1');
    expect(batches.slice(2)).toEqual([['ab1', 'b1', 'b2']]);
  });

  test('when all of them want the same ones, then they go together', async () => {
    const { batches, sendFor, finish } = givenLanes();
    void sendFor('ab1', 'ab2', 'ba3', 'ab4');
    await finish('ab1');
    expect(batches).toEqual([['ab1'], ['ab2', 'ba3', 'ab4']]);
  });

  test('when they form a chain, then only their own order counts', async () => {
    const { batches, sendFor, finish } = givenLanes();
    void sendFor('a1', 'ab1', 'bc1', 'cd1', 'd1');
    expect(batches).toEqual([['a1']]);
    await finish('a1');
    expect(batches).toEqual([['a1'], ['ab1', 'bc1', 'cd1', 'd1']]);
  });
});

describe('given a hot key', () => {
  /** Two batches under way, and so many waiting for A, and three for other keys. */
  function hot(waiting: number) {
    const lanes = givenLanes();
    void lanes.sendFor('x1', 'y1', 'b1', ...numbered('a', waiting), 'c1', 'b2');
    return lanes;
  }

  test('when 16 wait for it, then they go by themselves, and the others beside them', async () => {
    const { batches, finish } = hot(16);
    await finish('x1');
    await finish('y1');
    expect(batches.slice(2)).toEqual([['b1', 'c1', 'b2'], numbered('a', 16)]);
  });

  test('when 15 wait for it, then they go with the others', async () => {
    const { batches, finish } = hot(15);
    await finish('x1');
    expect(batches.slice(2)).toEqual([['b1', 'a0', 'c1', 'b2', ...numbered('a', 15).slice(1)]]);
  });

  test('when it never ends, then it takes turns with the others', async () => {
    const { batches, sendFor, finish } = givenLanes();
    void sendFor('x1', 'y1');
    const kinds: string[] = [];
    for (let round = 0; round < 6; round++) {
      void sendFor(...numbered('a', 16), `b${round}`);
      await finish(batches.at(-1)![0]!);
      kinds.push(batches.at(-1)![0]![0]!);
    }
    expect(kinds).toEqual(['b', 'a', 'b', 'a', 'b', 'a']);
  });

  test('when one who wants it wants another as well, then those for the other one only do not come along', async () => {
    const { batches, sendFor, finish } = givenLanes();
    void sendFor('x1', 'y1', 'ab1', 'b1', ...numbered('a', 15));
    await finish('x1');
    await finish('y1');
    expect(batches.slice(2)).toEqual([['ab1', ...numbered('a', 15)]]);
    await finish('ab1');
    expect(batches.slice(3)).toEqual([['b1']]);
  });

  test('when one who wants it stands behind another, then it does not come along with that one', async () => {
    const { batches, sendFor, finish } = givenLanes();
    void sendFor('x1', 'y1', 'b1', 'ab1', ...numbered('a', 15), 'c1');
    await finish('x1');
    await finish('y1');
    expect(batches.slice(2)).toEqual([['b1', 'c1']]);
    await finish('b1');
    expect(batches.slice(3)).toEqual([['ab1', ...numbered('a', 15)]]);
  });
});

describe('given that a few do not go beside others', () => {
  const beside = { from: 3, afterMs: 25 };

  test('when two of other keys come, then they wait, and go together', async () => {
    const { batches, sendFor, finish } = givenLanes({ beside });
    void sendFor('a1', 'b1', 'c1');
    expect(batches).toEqual([['a1']]);
    await finish('a1');
    expect(batches).toEqual([['a1'], ['b1', 'c1']]);
  });

  test('when three do, then they go beside them', () => {
    const { batches, sendFor } = givenLanes({ beside });
    void sendFor('a1', 'b1', 'c1', 'd1', 'e1');
    expect(batches).toEqual([['a1'], ['b1', 'c1', 'd1']]);
  });

  test('when the others take 25 ms, then nobody waits for them any longer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { batches, sendFor, finish } = givenLanes({ beside });
    void sendFor('a1', 'b1');
    vi.advanceTimersByTime(24);
    expect(batches).toEqual([['a1']]);
    vi.advanceTimersByTime(1);
    expect(batches).toEqual([['a1'], ['b1']]);
    await finish('b1');
    const begun = vi.spyOn(globalThis, 'setTimeout');
    void sendFor('c1');
    expect(batches).toEqual([['a1'], ['b1'], ['c1']]);
    expect(begun).toHaveBeenCalledTimes(1);
    const ended = vi.spyOn(globalThis, 'clearTimeout');
    await finish('c1');
    expect(ended).toHaveBeenCalledWith(begun.mock.results[0]!.value);
  });

  test('when the others are of a key that many want, then nobody waits for those', async () => {
    const { batches, sendFor, finish } = givenLanes({ beside });
    void sendFor(...numbered('a', 17));
    await finish('a0');
    void sendFor('b1');
    expect(batches).toEqual([['a0'], numbered('a', 17).slice(1), ['b1']]);
  });

  test('when they want a key that many want, then they do not wait', async () => {
    const { batches, sendFor, finish } = givenLanes({ beside });
    void sendFor(...numbered('a', 17));
    await finish('a0');
    void sendFor('b1', ...numbered('a', 16));
    await finish('a1');
    expect(batches.slice(2)).toEqual([['b1'], numbered('a', 16)]);
  });
});

describe('given several tenants', () => {
  test('when two ask for the same keys, then they never go together', async () => {
    const { batches, send, finish, underWay } = givenLanes();
    for (const name of numbered('', 20)) {
      void send(`acme ${name}`, { keys: [name] });
      void send(`other ${name}`, { keys: [name], tenantId: 'other' });
    }
    while (underWay.size > 0) await finish([...underWay.keys()][0]!);

    expect(batches.flat()).toHaveLength(40);
    for (const batch of batches) expect(new Set(batch.map((request) => request.split(' ')[0])).size).toBe(1);
  });

  test('when one asks for many keys, then 2 batches of it are under way, and others’ run beside them', () => {
    const { batches, send, sendFor } = givenLanes();
    void sendFor('a1', 'b1', 'c1', 'd1');
    void send('other', { tenantId: 'other' });
    expect(batches).toEqual([['a1'], ['b1'], ['other']]);
  });

  test('when as many run as may in all, then the next turn is that of whoever has waited for the longest time', async () => {
    const { batches, send, finish } = givenLanes({ atOnceMax: 1, batchMax: 2 });
    const ask = (tenantId: string, count: number) =>
      numbered(tenantId, count).forEach((name) => void send(name, { tenantId, keys: [name] }));
    ask('noisy', 6);
    ask('other', 2);
    ask('third', 1);
    for (const first of ['noisy0', 'noisy1', 'other0', 'third0']) await finish(first);
    expect(batches).toEqual([
      ['noisy0'],
      ['noisy1', 'noisy2'],
      ['other0', 'other1'],
      ['third0'],
      ['noisy3', 'noisy4'],
    ]);
  });

  test('when they are of two databases, then they are apart', () => {
    const { batches, send } = givenLanes({ atOnceMax: 1 });
    void send('a');
    void send('b', { db: database() });
    expect(batches).toEqual([['a'], ['b']]);
  });
});
