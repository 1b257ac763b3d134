import { expect, test } from 'vitest';
import { phaseAt, type Phase } from '../../src/lib/window.js';

const now = new Date('2026-03-02T12:00:00.000Z');
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);

test.each<[string, Date | null, Date | null, Phase]>([
  ['open', null, null, 'DURING'],
  ['from a millisecond ago', at(-1), null, 'DURING'],
  ['from now', now, null, 'DURING'],
  ['from the next millisecond', at(1), null, 'BEFORE'],
  ['until the next millisecond', null, at(1), 'DURING'],
  ['until now', null, now, 'AFTER'],
  ['until a millisecond ago', null, at(-1), 'AFTER'],
  ['around now', at(-1), at(1), 'DURING'],
  ['from now for a millisecond', now, at(1), 'DURING'],
  ['up to now', at(-1), now, 'AFTER'],
  ['to come', at(1), at(2), 'BEFORE'],
  ['past', at(-2), at(-1), 'AFTER'],
])('a window that is %s: %s', (_, from, until, expected) => {
  expect(phaseAt({ from, until }, now)).toBe(expected);
});
