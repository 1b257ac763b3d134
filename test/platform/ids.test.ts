import { describe, expect, test } from 'vitest';
import { uuidAt, uuidOf } from '../../src/lib/id.js';
import { createIds } from '../../src/platform/ids.js';
import { testClock } from '../testkit/scope.js';

const make = (newId: ReturnType<typeof createIds>, count: number) =>
  Array.from({ length: count }, () => newId('coupon'));
const isSorted = (ids: readonly string[]) => ids.every((id, index) => index === 0 || ids[index - 1]! < id);
/** When an id was made, as it says itself, in milliseconds since the epoch. */
const timeOf = (id: ReturnType<ReturnType<typeof createIds>>) =>
  parseInt(uuidOf(id).replaceAll('-', '').slice(0, 12), 16);

describe('given a clock', () => {
  test('when ids are made, then they name their type, and are a UUIDv7 of the instant', () => {
    const clock = testClock();

    const [id] = make(createIds(clock.now), 1);

    expect(id).toMatch(/^coupon_[0-9a-z]{26}$/);
    expect(uuidOf(id!)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf(id!).slice(0, 13)).toBe(uuidAt(clock.now().getTime()).slice(0, 13));
  });

  test('when it stands still, then more ids than a millisecond has numbers sort by the order in which they were made', () => {
    const ids = make(createIds(testClock().now), 10_000);

    expect(isSorted(ids)).toBe(true);
    expect(timeOf(ids.at(-1)!) - timeOf(ids[0]!)).toBe(2);
  });

  test('when it is set back a little, then the next id is later all the same', () => {
    const clock = testClock();
    const newId = createIds(clock.now);
    const before = make(newId, 2);
    clock.forward(-10_000);

    expect(isSorted([...before, ...make(newId, 2)])).toBe(true);
  });

  test('when it is set back by far, then the next id is of the time that it shows', () => {
    const clock = testClock();
    const newId = createIds(clock.now);
    make(newId, 2);
    clock.forward(-10_001);

    expect(timeOf(newId('coupon'))).toBe(clock.now().getTime());
  });

  test('when two processes make ids at one instant, then none is like another', () => {
    const { now } = testClock();

    const ids = [...make(createIds(now), 1_000), ...make(createIds(now), 1_000)];

    expect(new Set(ids).size).toBe(2_000);
  });
});
