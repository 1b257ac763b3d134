/**
 * `npm run torture`: servers and PostgreSQL are killed, frozen and cut off from each other by chance, while clients use
 * codes; in the end everything has to add up, and what each client was told has to be possible.
 *
 *   --minutes N    for how long, 5
 *   --seed N       the same chances as another run, which has printed its seed
 *   --servers N    how many server processes, 3
 *   --clients N    how many clients, 16
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { torture } from './torture.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    servers: { type: 'string', default: '3' },
    clients: { type: 'string', default: '16' },
  },
});

function positive(name: 'minutes' | 'servers' | 'clients'): number {
  const value = Number(values[name]);
  if (value > 0) return value;
  console.error(`--${name} takes a number above 0.`);
  process.exit(2);
}

const began = performance.now();
const say = (line: string) =>
  console.log(`${String(Math.round((performance.now() - began) / 1_000)).padStart(5)} s  ${line}`);

say(`seed ${values.seed}`);
const { history, faults, answers, wrongs } = await torture({
  seed: Number(values.seed),
  seconds: positive('minutes') * 60,
  servers: positive('servers'),
  clients: positive('clients'),
  say,
});

const list = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([name, count]) => `  ${String(count).padStart(7)}  ${name}`)
    .join('\n');
console.log(`\nFaults\n${list(faults)}\n\nAnswers\n${list(answers)}\n`);
if (wrongs.length > 0) {
  console.log(`Wrong (seed ${values.seed}, every request is in ${history}):`);
  for (const wrong of wrongs.slice(0, 50)) console.log(`  ${wrong}`);
  process.exitCode = 1;
} else console.log('All of it adds up.');
process.exit();
