import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/platform/database.js';
import { createLanes, Overloaded } from '../../src/platform/lane.js';

const gone = new Error('the database is gone');
const bad = new Error('a bad request');

/** Lanes that note what they run. The first batch waits until it is let go; the second fails. */
function given(answerAlone: (request: string) => Promise<string>, waitingMax = 10) {
  const batches: string[][] = [];
  const alone: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const submit = createLanes<string, string>({
    async run(batch) {
      batches.push(batch);
      if (batches.length > 1) throw gone;
      await held;
      return batch.map((request) => `${request} done`);
    },
    async runAlone(request) {
      alone.push(request);
      return answerAlone(request);
    },
    isEverybodys: (error) => error === gone || (error as Error).cause === gone,
    batchMax: 5,
    waitingMax,
  });
  const place = { db: {} as Database, tenantId: 'acme', key: 'CODE' };
  /** Sends these while `first` is under way, and answers what became of each, in order. */
  async function send(...requests: string[]) {
    const first = submit(place, 'first');
    const all = Promise.allSettled([first, ...requests.map((request) => submit(place, request))]);
    letGo();
    return (await all).map((settled) =>
      settled.status === 'fulfilled' ? settled.value : (settled.reason as Error),
    );
  }
  return { batches, alone, send };
}

describe('given a lane that is busy', () => {
  test('when more come, then they are gathered, and run as soon as it is free, in their order', async () => {
    const { batches, send } = given(async (request) => `${request} done`);
    await send('a', 'b', 'c');
    expect(batches).toEqual([['first'], ['a', 'b', 'c']]);
  });

  test('when more wait than may, then the last are refused at once', async () => {
    const { send } = given(async (request) => `${request} done`, 2);
    expect(await send('a', 'b', 'c')).toEqual(['first done', 'a done', 'b done', expect.any(Overloaded)]);
  });
});

describe('given a batch that fails', () => {
  test('when one of its requests is bad, then the others are carried out', async () => {
    const { send } = given(async (request) => (request === 'b' ? Promise.reject(bad) : `${request} done`));
    expect(await send('a', 'b', 'c')).toEqual(['first done', 'a done', bad, 'c done']);
  });

  test('when one of its requests must not be tried again, then the others are', async () => {
    const { send } = given(async (request) => (request === 'a' ? Promise.reject(gone) : `${request} done`));
    expect(await send('a', 'b')).toEqual(['first done', gone, 'b done']);
  });

  test('when the next one meets what is not its own fault, then the rest are not made to wait for the same', async () => {
    const stillGone = new Error('the database is still gone', { cause: gone });
    const { alone, send } = given(() => Promise.reject(stillGone));
    expect(await send('a', 'b', 'c')).toEqual(['first done', stillGone, stillGone, stillGone]);
    expect(alone).toEqual(['a']);
  });
});
