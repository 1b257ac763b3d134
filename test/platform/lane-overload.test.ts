import { afterEach, describe, expect, test, vi } from 'vitest';
import { Overloaded } from '../../src/platform/lane.js';
import { givenLanes, numbered } from './given-lanes.js';

describe('given too many', () => {
  afterEach(() => void vi.useRealTimers());
  const refusal = (answer: Promise<string>) =>
    answer.then(
      () => expect.unreachable(),
      (error: unknown) => (error as Overloaded).retryAfterMs,
    );

  test('when too many of a tenant wait, then more are refused at once, and those that wait are served', async () => {
    const { batches, sendFor, finish } = givenLanes({ waitingMax: 2 });
    const served = sendFor('a1', 'a2', 'a3');

    await expect(sendFor('a4')[0]).rejects.toThrow(Overloaded);
    await expect(sendFor('b1')[0]).rejects.toThrow(Overloaded);
    await finish('a1');
    served.push(...sendFor('a5'));
    await finish('a2');
    await finish('a5');

    expect(await Promise.all(served)).toEqual(['a1!', 'a2!', 'a3!', 'a5!']);
    expect(batches).toEqual([['a1'], ['a2', 'a3'], ['a5']]);
  });

  test('when too many wait for one key, then others of the tenant still are taken in', async () => {
    const { sendFor, finish } = givenLanes({ waitingMaxForKey: 2 });
    const served = sendFor('a1', 'a2', 'a3');
    await expect(sendFor('a4')[0]).rejects.toThrow(Overloaded);
    await expect(sendFor('ab4')[0]).rejects.toThrow(Overloaded);
    served.push(...sendFor('b1'));

    for (const first of ['a1', 'b1', 'a2']) await finish(first);
    expect(await Promise.all(served)).toEqual(['a1!', 'a2!', 'a3!', 'b1!']);
  });

  test('when too many of one tenant wait, then others still are taken in', async () => {
    const { send, batches } = givenLanes({ waitingMax: 1 });
    void send('a');
    void send('b');
    await expect(send('c')).rejects.toThrow(Overloaded);

    void send('d', { tenantId: 'other' });

    expect(batches).toEqual([['a'], ['d']]);
  });

  test('when too many of all tenants together wait, then nobody is taken in', async () => {
    const { send, finish } = givenLanes({ waitingMaxInAll: 2 });
    const served = ['a', 'b', 'c', 'd'].map((tenantId, index) =>
      send(tenantId + index, { tenantId: index % 2 ? 'acme' : 'other' }),
    );
    await expect(send('e', { tenantId: 'third' })).rejects.toThrow(Overloaded);

    await finish('a0');
    served.push(send('f', { tenantId: 'third' }));
    for (const first of ['b1', 'c2', 'd3', 'f']) await finish(first);
    expect(await Promise.all(served)).toEqual(['a0!', 'b1!', 'c2!', 'd3!', 'f!']);
  });

  test('when 200 were answered in half a second, and 300 wait, then they are told to come back in 750 ms', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { sendFor, finish } = givenLanes({ waitingMax: 300 });
    void sendFor('a', ...numbered('a', 199));
    await finish('a');
    void sendFor(...numbered('a', 300));
    vi.advanceTimersByTime(500);
    await finish('a0');
    void sendFor(...numbered('a', 199 + 57));
    expect(await refusal(sendFor('a')[0]!)).toBe(750);
  });

  test('when it is too much of all tenants together, then their common rate of busy times counts', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { send, sendFor, finish } = givenLanes({ waitingMaxInAll: 300 });
    const sendOther = (count: number) =>
      numbered('o', count).forEach((name) => void send(name, { tenantId: 'other' }));
    void sendFor('a');
    await finish('a');
    vi.advanceTimersByTime(60_000);
    void sendFor('z', 'a', ...numbered('a', 99));
    sendOther(100);
    await finish('a');
    await finish('o0');
    vi.advanceTimersByTime(500);
    await finish('a0');
    await finish('o1');
    void sendFor('a', ...numbered('a', 150));
    sendOther(151);
    // 300 wait, and 200 were answered in half a second.
    expect(await refusal(send('third', { tenantId: 'third' }))).toBe(750);
  });

  test.each([
    ['nothing was answered yet', 1, 10_000],
    ['much was answered in a moment', 300, 100],
  ])('when %s, then the time to come back in has its bounds', async (_, answered, expected) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { sendFor, finish } = givenLanes({ waitingMax: 300, batchMax: 300 });
    void sendFor('a', ...numbered('a', 300));
    if (answered > 1) {
      await finish('a');
      void sendFor(...numbered('a', 300));
      await finish('a0');
      void sendFor(...numbered('a', 300));
    }
    expect(await refusal(sendFor('a')[0]!)).toBe(expected);
  });
});
