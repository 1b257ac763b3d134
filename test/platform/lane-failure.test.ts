import { describe, expect, test } from 'vitest';
import { givenLanes, gone, numbered, taken } from './given-lanes.js';

const broken = new Error('it broke');
const ofItsOwn = new Error('a bad request');

describe('given a batch that fails', () => {
  /** A batch of three, of which some fail by themselves, fails. */
  async function failed(
    batchError: Error,
    { failing = {}, hanging = [] }: { failing?: Record<string, Error>; hanging?: string[] } = {},
    requests = ['a1', 'a2', 'a3'],
  ) {
    const lanes = givenLanes();
    for (const [request, error] of Object.entries(failing)) lanes.bad.set(request, error);
    for (const request of hanging) lanes.hanging.add(request);
    void lanes.sendFor('x1', 'y1');
    const answers = lanes.sendFor(...requests);
    const settledAnswers = Promise.allSettled(answers);
    await lanes.finish('x1');
    await lanes.fail(requests[0]!, batchError);
    const outcomes = async () =>
      (await settledAnswers).map((each) =>
        each.status === 'fulfilled' ? each.value : (each.reason as unknown),
      );
    return { ...lanes, outcomes };
  }

  test('when its requests are good, then they are carried out one by one, in their order', async () => {
    const { outcomes, alone, batches } = await failed(broken);

    expect(await outcomes()).toEqual(['a1 alone!', 'a2 alone!', 'a3 alone!']);
    expect(alone).toEqual(['a1 after it broke', 'a2 after it broke', 'a3 after it broke']);
    expect(batches).toEqual([['x1'], ['y1'], ['a1', 'a2', 'a3']]);
  });

  test('when one of them is bad, then only that one fails', async () => {
    const { outcomes, alone } = await failed(broken, { failing: { a2: ofItsOwn } });

    expect(await outcomes()).toEqual(['a1 alone!', ofItsOwn, 'a3 alone!']);
    expect(alone).toHaveLength(3);
  });

  test('when one must not be tried again, then the others are', async () => {
    const { outcomes } = await failed(gone, { failing: { a1: gone } });

    expect(await outcomes()).toEqual([gone, 'a2 alone!', 'a3 alone!']);
  });

  test('when one meets what the next would meet too, then the rest are not made to wait for the same', async () => {
    const stillGone = new Error('the database is still gone', { cause: gone });
    const { outcomes, alone } = await failed(gone, { failing: { b1: stillGone } }, ['a1', 'b1', 'c1', 'c2']);

    expect(await outcomes()).toEqual(['a1 alone!', stillGone, stillGone, stillGone]);
    expect(alone).toEqual(['a1 after the database is gone', 'b1 after the database is gone']);
  });

  test('when the database is gone, then all are told at once, although others’ turns would come first and hang', async () => {
    const { alone, batches, bad, send, finish, fail } = givenLanes({ atOnceMax: 1 });
    const sendTo = (tenantId: string, name: string) => send(name, { tenantId, keys: [name] });
    void sendTo('acme', 'x');
    const answers = Promise.allSettled(numbered('a', 200).map((name) => sendTo('acme', name)));
    void sendTo('other', 'hangs');
    const stillGone = new Error('the database is still gone', { cause: gone });
    // The first ones must not be tried again.
    for (const name of numbered('a', 100)) bad.set(name, gone);
    bad.set('a100', stillGone);
    await finish('x');
    await fail('a0', gone);

    expect((await answers).map((answer) => (answer as PromiseRejectedResult).reason as Error)).toEqual([
      ...Array<Error>(100).fill(gone),
      ...Array<Error>(100).fill(stillGone),
    ]);
    expect(alone).toHaveLength(101);
    expect(batches.map(([first]) => first)).toEqual(['x', 'a0', 'hangs']);
  });

  test('when one finds its row held by somebody else, then only those who want it too are not made to wait for it', async () => {
    const stillTaken = new Error('somebody else still holds its row', { cause: taken });
    const requests = ['a1', 'b1', 'b2', 'c1', 'bc1'];
    const { outcomes, alone } = await failed(taken, { failing: { b1: stillTaken } }, requests);

    expect(await outcomes()).toEqual(['a1 alone!', stillTaken, stillTaken, 'c1 alone!', stillTaken]);
    expect(alone.map((each) => each.split(' ')[0])).toEqual(['a1', 'b1', 'c1']);
  });

  test('when all of it want one row that somebody else holds, then all are told at once', async () => {
    const { outcomes, alone, sendFor, finish } = await failed(taken);

    expect(await outcomes()).toEqual([taken, taken, taken]);
    const [next] = sendFor('a4');
    await finish('a4');
    expect(await next).toBe('a4!');
    expect(alone).toEqual([]);
  });

  test('when it held one request, then that too is tried by itself', async () => {
    const { alone, sendFor, fail } = givenLanes();
    const [answer] = sendFor('a1');
    await fail('a1', broken);

    expect(await answer).toBe('a1 alone!');
    expect(alone).toEqual(['a1 after it broke']);
  });

  test('when others came meanwhile, then they go together next', async () => {
    const { batches, alone, bad, sendFor, finish, fail } = givenLanes();
    bad.set('a1', ofItsOwn);
    const [refused, ...answers] = sendFor('a1', 'a2', 'a3');
    const isRefused = expect(refused).rejects.toBe(ofItsOwn);
    await fail('a1', broken);
    await isRefused;
    await finish('a2');

    expect(await Promise.all(answers)).toEqual(['a2!', 'a3!']);
    expect(batches).toEqual([['a1'], ['a2', 'a3']]);
    expect(alone).toEqual(['a1 after it broke']);
  });

  test('when one of them hangs, then only its own key waits: its neighbours and newcomers go on', async () => {
    const { alone, batches, sendFor, finish } = await failed(broken, { hanging: ['a1'] }, [
      'a1',
      'b1',
      'a2',
      'c1',
    ]);
    expect(alone).toEqual(['a1 after it broke']);

    void sendFor('a3', 'b2');
    await finish('y1');
    expect(alone.slice(1)).toEqual(['b1 after it broke', 'c1 after it broke']);
    expect(batches.slice(3)).toEqual([['b2']]);

    await finish('a1');
    expect(alone.slice(3)).toEqual(['a2 after it broke']);
    expect(batches.slice(4)).toEqual([['a3']]);
  });

  test('when one fails by itself, then those behind it are no danger to others, until they go well', async () => {
    const { batches, sendFor, finish } = await failed(
      broken,
      { failing: { a1: ofItsOwn }, hanging: ['a1'] },
      ['a1', 'b1'],
    );
    void sendFor('z1', 'a2', 'a3', 'c1');
    await finish('y1');
    expect(batches.slice(3)).toEqual([['z1', 'c1']]);

    void sendFor('d1', 'e1');
    await finish('a1');
    expect(batches.slice(4)).toEqual([['a2', 'a3']]);
    void sendFor('a4', 'd2');
    await finish('a2');
    expect(batches.slice(5)).toEqual([['d1', 'e1', 'a4', 'd2']]);
  });

  test('when one must not be tried again, then those behind it go with others as before', async () => {
    const { batches, sendFor, finish, fail, bad } = givenLanes();
    bad.set('a1', gone);
    const [refused] = sendFor('a1', 'x1', 'a2', 'b1');
    const isRefused = expect(refused).rejects.toBe(gone);
    await fail('a1', gone);
    await isRefused;
    await finish('b1');

    expect(batches).toEqual([['a1'], ['x1'], ['b1', 'a2']]);
  });
});
