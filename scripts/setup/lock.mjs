import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Older than this, it is of a process that was killed, whoever has its number now. */
const lockMinutesMax = 15;

/** Lets one process at a time do the work; the others wait. The lock is a folder, since making one succeeds once. */
export async function withLock(folder, work) {
  const lock = join(folder, 'setup.lock');
  mkdirSync(folder, { recursive: true });
  for (let isFirst = true; !take(lock); isFirst = false) {
    if (isFirst) console.log('Another process is setting up this clone; waiting for it.');
    await delay(200);
  }
  process.once('exit', () => rmSync(lock, { recursive: true, force: true }));
  work();
}

function take(lock) {
  if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

function isAbandoned(lock) {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > lockMinutesMax * 60_000) return true;
  try {
    return !isAlive(Number(readFileSync(join(lock, 'pid'), 'utf8')));
  } catch {
    return age > 10_000; // killed before it had said who it is
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
