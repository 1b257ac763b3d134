import { expect, test, vi } from 'vitest';
import { createTurnstile } from '../../src/platform/turnstile.js';

type Leave = (wentWell: boolean) => void;

const pass = (turnstile: ReturnType<typeof createTurnstile>, key: string, who = 'somebody'): Leave => {
  const leave = turnstile.enter(key, who);
  expect(leave).toBeTypeOf('function');
  return leave as Leave;
};

test('given as many inside as may be, when another comes, then it is turned away, and others’ receivers are free', () => {
  const turnstile = createTurnstile({ atOnce: 2 });
  const leave = pass(turnstile, 'a');
  pass(turnstile, 'a');

  expect(turnstile.enter('a', 'third')).toEqual({ stayAwayMs: 50 });
  pass(turnstile, 'b');
  leave(true);
  pass(turnstile, 'a');
});

test('given a receiver that failed last, when two come, then one passes, until it goes well again', () => {
  const turnstile = createTurnstile({ atOnce: 2 });
  pass(turnstile, 'a')(false);

  const leave = pass(turnstile, 'a');
  expect(turnstile.enter('a', 'second')).toHaveProperty('stayAwayMs');
  leave(true);
  pass(turnstile, 'a');
  pass(turnstile, 'a');
});

test('given a receiver that took 15 s to fail, when many come, then each is told to come when it may be its turn', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const turnstile = createTurnstile({ atOnce: 4 });
  const leave = pass(turnstile, 'a');
  vi.advanceTimersByTime(15_000);
  leave(false);
  pass(turnstile, 'a');

  const told = ['1', '2', '3', '4', '5', '1'].map((who) => turnstile.enter('a', who));

  expect(told.map((answer) => (answer as { stayAwayMs: number }).stayAwayMs)).toEqual([
    15_000, 30_000, 45_000, 60_000, 60_000, 60_000,
  ]);
  vi.useRealTimers();
});
