import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The server's own secret where none is configured: made once, kept in a file that only its owner reads. */
export function readOrMakeSecret(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  try {
    // Fails if it is there already, so that two processes that start at once agree on one secret.
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
