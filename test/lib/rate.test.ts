import { expect, test } from 'vitest';
import { countIn, createRate, perMs } from '../../src/lib/rate.js';

test('given nothing yet, then it is 0', () => {
  expect(perMs(createRate(5_000), 5_000)).toBe(0);
});

test('given something at once, then it is counted as within a millisecond', () => {
  const rate = createRate(5_000);
  countIn(rate, 7, 5_000);
  expect(perMs(rate, 5_000)).toBe(7);
});

test('given seconds of different rates, then the last one to two count', () => {
  const rate = createRate(0);
  countIn(rate, 100, 500);
  expect(perMs(rate, 500)).toBe(0.2);
  countIn(rate, 500, 1_000);
  expect(perMs(rate, 1_000)).toBe(0.6);
  countIn(rate, 200, 1_500);
  countIn(rate, 300, 2_000);
  expect(perMs(rate, 2_000)).toBe(1);
});

test('given nothing since, then it falls', () => {
  const rate = createRate(0);
  countIn(rate, 100, 100);
  expect(perMs(rate, 400)).toBe(0.25);
});
