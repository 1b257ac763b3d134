import { expect, test } from 'vitest';
import { seedOf } from '../testkit/seed.js';
import { torture } from '../torture/torture.js';

test('given servers and a database that are disturbed by chance, when clients go on, then all they were told is possible, and all adds up', async () => {
  const said: string[] = [];

  const { wrongs, answers, faults } = await torture({
    seed: seedOf('npm run torture -- --seed'),
    seconds: 12,
    servers: 2,
    clients: 8,
    say: (line) => said.push(line),
  });

  expect({ wrongs: wrongs.slice(0, 10), said }).toEqual({ wrongs: [], said });
  expect(Object.keys(faults).length).toBeGreaterThan(0);
  for (const kind of ['OK', 'REFUSED', 'SEEN'] as const) expect(answers[kind]).toBeGreaterThan(0);
}, 240_000);
