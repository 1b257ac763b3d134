import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { doPeriodically } from '../../src/platform/periodic.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const unexpected = (error: Error) => {
  throw error;
};

test('given work for every second, when time passes, then it is done between half a second and one and a half after the last', async () => {
  const chances = [0, 1, 0.5];
  const doneAt: number[] = [];
  const begun = Date.now();
  const periodic = doPeriodically({
    everyMs: 1_000,
    chance: () => chances.shift() ?? 0,
    work: async () => void doneAt.push(Date.now() - begun),
    onError: unexpected,
  });

  await vi.advanceTimersByTimeAsync(3_000);
  await periodic.stop();

  expect(doneAt).toEqual([500, 2_000, 3_000]);
});

test('given work that throws, when time passes, then it is told, and done again after ten times as long', async () => {
  const errors: string[] = [];
  const doneAt: number[] = [];
  const begun = Date.now();
  const periodic = doPeriodically({
    everyMs: 1_000,
    chance: () => 0.5,
    async work() {
      doneAt.push(Date.now() - begun);
      if (doneAt.length === 1) throw new Error('It did not work.');
    },
    onError: (error) => void errors.push(error.message),
  });

  await vi.advanceTimersByTimeAsync(12_000);
  await periodic.stop();

  expect(errors).toEqual(['It did not work.']);
  expect(doneAt).toEqual([1_000, 11_000, 12_000]);
});

test('given work under way, when it is stopped, then the work hears of it, is waited for, and is not done again', async () => {
  let finish!: () => void;
  let wasStopping: boolean | undefined;
  let times = 0;
  const periodic = doPeriodically({
    everyMs: 1_000,
    chance: () => 0.5,
    async work(isStopping) {
      times++;
      await new Promise<void>((resolve) => (finish = resolve));
      wasStopping = isStopping();
    },
    onError: unexpected,
  });
  await vi.advanceTimersByTimeAsync(1_000);
  let hasStopped = false;

  const stopped = periodic.stop().then(() => (hasStopped = true));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hasStopped).toBe(false);
  finish();
  await stopped;
  await vi.advanceTimersByTimeAsync(60_000);

  expect({ times, wasStopping }).toEqual({ times: 1, wasStopping: true });
});
