import { describe, expect, test } from 'vitest';
import { createMemory } from '../../src/keys/memory.js';

const start = new Date('2026-03-02T12:00:00.000Z');
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);

/** A memory of one second and three entries, and what it has loaded. */
function given() {
  const memory = createMemory<string>(1_000, 3);
  const loaded: string[] = [];
  const ask = (key: string, milliseconds = 0) =>
    memory(key, after(milliseconds), () => {
      loaded.push(key);
      return Promise.resolve(`${key} ${loaded.length}`);
    });
  return { memory, loaded, ask };
}

describe('given something that was loaded', () => {
  test.each([
    ['at once', 0, 'a 1'],
    ['a moment before its time is over', 999, 'a 1'],
    ['when its time is over', 1_000, 'a 2'],
    ['by a clock that was set back', -1, 'a 2'],
  ])('when it is asked for %s, then %i ms later it is %s', async (_, milliseconds, expected) => {
    const { ask } = given();
    await ask('a');

    expect(await ask('a', milliseconds)).toBe(expected);
  });

  test('when it is asked for often, then its time is not prolonged', async () => {
    const { ask, loaded } = given();

    for (const milliseconds of [0, 300, 600, 900, 1_200]) await ask('a', milliseconds);

    expect(loaded).toEqual(['a', 'a']);
  });

  test('when more is asked for than there is room, then what was loaded longest ago goes', async () => {
    const { ask, loaded } = given();
    for (const key of ['a', 'b', 'c', 'd']) await ask(key);

    for (const key of ['b', 'c', 'd']) await ask(key);
    expect(loaded).toEqual(['a', 'b', 'c', 'd']);
    await ask('a');
    expect(loaded).toEqual(['a', 'b', 'c', 'd', 'a']);
  });

  test('when it is loaded anew, then it takes no second place', async () => {
    const { ask, loaded } = given();
    for (const key of ['a', 'b', 'c']) await ask(key);

    await ask('a', 1_500);
    await ask('b', 500);
    await ask('c', 500);

    expect(loaded).toEqual(['a', 'b', 'c', 'a']);
  });
});

test('given many who ask for the same at once, then it is loaded once', async () => {
  const { ask, loaded } = given();

  expect(await Promise.all([ask('a'), ask('a'), ask('a')])).toEqual(['a 1', 'a 1', 'a 1']);
  expect(loaded).toEqual(['a']);
});

test('given a load that fails, then whoever asked is told, and the next one tries again', async () => {
  const { memory, ask } = given();
  const failing = memory('a', start, () => Promise.reject(new Error('no connection')));

  await expect(failing).rejects.toThrow('no connection');
  expect(await ask('a')).toBe('a 1');
});
