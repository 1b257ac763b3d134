import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StartupError } from '../startup-error.js';
import { birthOf } from './processes.js';

/** The right to run PostgreSQL in a folder; one living process at a time has it. */
export interface Ownership {
  release(): void;
}

/** `file` names the owner while there is one. A file whose owner is dead is taken over. */
export function own(file: string): Ownership {
  const me = `${process.pid} ${birthOf(process.pid)}\n`;
  while (!createWhole(file, me)) {
    const owner = read(file);
    if (owner === undefined) continue;
    const pid = livingOwner(owner);
    if (pid !== undefined) {
      throw new StartupError(
        `Another Tearline (process ${pid}) is running on this folder: stop that one first, or give this one a database of its own with DATABASE_URL.`,
      );
    }
    takeAway(file, owner);
  }
  return {
    release() {
      if (read(file) === me) rmSync(file);
    },
  };
}

/** By link, which fails if the name is taken, so that nobody ever reads a file half written. */
function createWhole(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft);
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

/** Whether a living process has the right. */
export function isOwned(file: string): boolean {
  const owner = read(file);
  return owner !== undefined && livingOwner(owner) !== undefined;
}

function livingOwner(owner: string): number | undefined {
  const [pid, ...birth] = owner.trim().split(' ');
  return birthOf(Number(pid)) === birth.join(' ') ? Number(pid) : undefined;
}

/** Somebody else may do the same, be quicker, and own the file by now: then it is put back. */
function takeAway(file: string, deadOwner: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== deadOwner) linkSync(aside, file);
  rmSync(aside);
}
