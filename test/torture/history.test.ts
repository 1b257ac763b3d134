import { describe, expect, test } from 'vitest';
import { contradictionsIn, type Answer, type Line, type Operation } from './history.js';

const ok = (body = 'done'): Answer => ({ kind: 'OK', body });
const refused: Answer = { kind: 'REFUSED', by: 'code' };
const unknown: Answer = { kind: 'UNKNOWN', why: 'ECONNRESET' };
const seen = (taken: number): Answer => ({ kind: 'SEEN', taken });

const line = (key: string, start: number, end: number, operation: Operation, answer: Answer): Line => ({
  ...{ client: 0, key, start, end, operation, answer },
});
const take = (key: string, start: number, end: number, answer: Answer) =>
  line(key, start, end, { kind: 'TAKE', takes: { code: 1 } }, answer);
const give = (key: string, of: string, start: number, end: number, answer: Answer) =>
  line(key, start, end, { kind: 'GIVE', of }, answer);
const read = (key: string, start: number, end: number, answer: Answer) =>
  line(key, start, end, { kind: 'READ', limit: 'code' }, answer);

const told = (...lines: Line[]) => contradictionsIn(lines, { code: 1 });

describe('given a limit of one, it can be', () => {
  test.each<[string, Line[]]>([
    ['that nothing happened', []],
    ['that one is taken, and the next is refused', [take('a', 0, 1, ok()), take('b', 2, 3, refused)]],
    ['that the one refused was answered first', [take('a', 0, 9, ok()), take('b', 2, 3, refused)]],
    ['that one without an answer took it', [take('a', 0, 1, unknown), take('b', 2, 3, refused)]],
    ['that one without an answer did not', [take('a', 0, 1, unknown), take('b', 2, 3, ok())]],
    [
      'that it is taken again after it was given back',
      [take('a', 0, 1, ok()), give('g', 'a', 2, 5, ok()), take('b', 3, 4, ok())],
    ],
    [
      'that it is still refused while it is being given back',
      [take('a', 0, 1, ok()), give('g', 'a', 2, 5, ok()), take('b', 3, 4, refused)],
    ],
    ['that a retry is told what was done', [take('a', 0, 1, unknown), take('a', 2, 3, ok())]],
    [
      'that a refused request is done later',
      [take('a', 0, 1, ok()), take('b', 2, 3, refused), give('g', 'a', 4, 5, ok()), take('b', 6, 7, ok())],
    ],
    ['that one reads what is being taken', [take('a', 0, 9, ok()), read('r', 1, 2, seen(1))]],
    ['that one does not yet read it', [take('a', 0, 9, ok()), read('r', 1, 2, seen(0))]],
  ])('%s', (_, lines) => {
    expect(told(...lines)).toEqual([]);
  });
});

describe('given a limit of one, it cannot be', () => {
  test.each<[string, Line[], string]>([
    ['that two are taken', [take('a', 0, 1, ok()), take('b', 0, 2, ok())], 'code: 2 were taken at 2, of 1.'],
    [
      'that one is refused where none is taken',
      [take('b', 2, 3, refused)],
      'b: code refused 1, but at most 0 of 1 were taken.',
    ],
    [
      'that one is refused before any other was sent',
      [take('b', 0, 1, refused), take('a', 2, 3, ok())],
      'b: code refused 1, but at most 0 of 1 were taken.',
    ],
    [
      'that one is refused after it was given back',
      [take('a', 0, 1, ok()), give('g', 'a', 2, 3, ok()), take('b', 4, 5, refused)],
      'b: code refused 1, but at most 0 of 1 were taken.',
    ],
    [
      'that one key has two answers',
      [take('a', 0, 1, ok('one')), take('a', 2, 3, ok('two'))],
      'a: has 2 answers: one and two.',
    ],
    [
      'that what was done is refused',
      [take('a', 0, 1, ok()), take('b', 2, 3, unknown), take('a', 4, 5, refused)],
      'a: was done at 1, and refused when it was sent at 4.',
    ],
    [
      'that one reads less than was acknowledged',
      [take('a', 0, 1, ok()), read('r', 2, 3, seen(0))],
      'r: read 0 of code, but it was from 1 to 1.',
    ],
    [
      'that one reads more than was sent',
      [take('a', 4, 5, ok()), read('r', 2, 3, seen(1))],
      'r: read 1 of code, but it was from 0 to 0.',
    ],
  ])('%s', (_, lines, contradiction) => {
    expect(told(...lines)).toEqual([contradiction]);
  });
});
