import { describe, expect, test } from 'vitest';
import { createLanes } from '../../src/platform/lane.js';
import { database } from './given-lanes.js';

/** Lanes of several kinds on one database, whose batches are under way until they are let go. */
function givenKinds(count: number) {
  const db = database();
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const kinds = Array.from({ length: count }, (_, kind) =>
    createLanes<string, string>({
      name: `kind ${kind}`,
      run: ([name]) =>
        new Promise((resolve) => {
          begun.push(name!);
          ends.set(name!, () => resolve([name!]));
        }),
      runAlone: (name) => Promise.resolve(name),
      isEverybodys: () => false,
      batchMax: 1,
      atOnceMax: 6,
      atOncePerTenant: 2,
      waitingMax: 10,
      waitingMaxInAll: 100,
      soon: (start) => start(),
    }),
  );
  let sent = 0;
  const send = (kind: number, tenantId: string) => {
    const name = `${tenantId}${sent++}`;
    return kinds[kind]!({ db, tenantId, keys: [name] }, name);
  };
  const finish = async (name: string) => {
    ends.get(name)!();
    await new Promise((resolve) => void setImmediate(resolve));
  };
  return { begun, send, finish };
}

describe('given lanes of several kinds', () => {
  test('when one tenant wants all of them, then five of its batches are under way, and others have theirs', async () => {
    const { begun, send, finish } = givenKinds(4);
    const answers = [0, 0, 1, 1, 2, 2, 3].map((kind) => send(kind, 'a'));
    answers.push(send(3, 'b'));

    expect(begun).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'b7']);
    await finish('a0');
    await finish('a2');
    expect(begun.slice(6).sort()).toEqual(['a5', 'a6']);

    for (const name of ['a1', 'a3', 'a4', 'a5', 'a6', 'b7']) await finish(name);
    expect(await Promise.all(answers)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b7']);
  });

  test('when eight batches are under way, then the next waits, of whatever kind and tenant, and each kind has its turn', async () => {
    const { begun, send, finish } = givenKinds(3);
    const tenants = ['a', 'b', 'c', 'd'];
    for (const tenantId of tenants) for (const kind of [0, 1]) void send(kind, tenantId);
    expect(begun).toHaveLength(8);
    for (const kind of [0, 0, 1, 1, 2]) void send(kind, 'e');
    expect(begun).toHaveLength(8);

    for (const name of ['a0', 'a1', 'b2']) await finish(name);

    expect(begun.slice(8)).toHaveLength(3);
    expect(begun.slice(8)).toContain('e12');
  });
});
