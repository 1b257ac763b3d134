import { describe, expect, test } from 'vitest';
import { backoffMs, threeDays } from '../../src/lib/backoff.js';

const hour = 60 * 60 * 1_000;

describe('given the patience of three days', () => {
  test.each([
    [1, 0, 5_000],
    [2, 0, 10_000],
    [3, 0, 20_000],
    [12, 0, 10_240_000],
    [13, 0, 4 * hour],
    [31, 0, 4 * hour],
    [1, 1, 4_000],
    [31, 1, 3.2 * hour],
  ])('when %i attempts have failed, and chance is %i, then it waits %i ms', (attempts, chance, expected) =>
    expect(backoffMs(attempts, threeDays, chance)).toBe(expected),
  );

  test('when all attempts fail, then they span about three days', () => {
    const span = (chance: number) =>
      Array.from({ length: threeDays.attemptsMax - 1 }, (_, index) =>
        backoffMs(index + 1, threeDays, chance),
      ).reduce((a, b) => a + b) / hour;

    expect(Math.round(span(0.5))).toBe(74);
    expect(Math.round(span(0))).toBe(82);
    expect(Math.round(span(1))).toBe(65);
  });
});
