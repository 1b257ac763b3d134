import { describe, expect, test } from 'vitest';
import { possibleActions, transition, type Machine } from '../../src/lib/machine.js';

type State = 'OPEN' | 'CLOSED' | 'LOCKED';
type Action = 'close' | 'open' | 'lock' | 'unlock';

const door: Machine<State, Action> = {
  close: { from: ['OPEN'], to: 'CLOSED' },
  open: { from: ['CLOSED'], to: 'OPEN' },
  lock: { from: ['CLOSED'], to: 'LOCKED' },
  unlock: { from: ['LOCKED'], to: 'CLOSED' },
};

describe('given a door', () => {
  test.each<[State, Action, ReturnType<typeof transition<State, Action>>]>([
    ['OPEN', 'close', 'CLOSED'],
    ['OPEN', 'open', 'same'],
    ['OPEN', 'lock', undefined],
    ['OPEN', 'unlock', undefined],
    ['CLOSED', 'close', 'same'],
    ['CLOSED', 'open', 'OPEN'],
    ['CLOSED', 'lock', 'LOCKED'],
    ['CLOSED', 'unlock', 'same'],
    ['LOCKED', 'close', undefined],
    ['LOCKED', 'open', undefined],
    ['LOCKED', 'lock', 'same'],
    ['LOCKED', 'unlock', 'CLOSED'],
  ])('that is %s, %s leads to %s', (state, action, expected) => {
    expect(transition(door, state, action)).toBe(expected);
  });

  test.each<[State, Action[]]>([
    ['OPEN', ['close']],
    ['CLOSED', ['open', 'lock']],
    ['LOCKED', ['unlock']],
  ])('that is %s, what changes it is %j', (state, expected) => {
    expect(possibleActions(door, state)).toEqual(expected);
  });
});
